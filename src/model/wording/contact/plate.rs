//! Number plates: 浙A·12345.

use super::{Found, Kind};

/// What plates begin with, province by province.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/// Number plates.
pub fn find(text: &str) -> Vec<Found> {
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let begins = text.char_indices().filter(|(_, c)| PROVINCES.contains(*c));
    let plate = |(at, c): (usize, char)| {
        let behind = &text[at + c.len_utf8()..];
        let rest = behind.strip_prefix(|c: char| c.is_ascii_lowercase())?;
        let rest = rest.strip_prefix(['·', '.', '-', ' ']).unwrap_or(rest);
        let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).take(7).count();
        let is_number = (5..=6).contains(&length) && rest[..length].contains(|c: char| c.is_ascii_digit());
        is_number.then(|| Found { at: at..text.len() - rest.len() + length, kind: Kind::Number })
    };
    begins.filter_map(plate).collect()
}
