//! What was meant by signs that an input method puts in the place of TOML's, and the text with them put right.

use std::borrow::Cow;

/// Whether a line begins with a key and its equals sign, or is the header of a list item.
pub(super) fn begins_anew(rest: &str) -> bool {
    let line = rest.split('\n').next().unwrap_or("");
    let after = line.trim_start_matches(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-'));
    let is_key = after.len() < line.len() && after.trim_start().starts_with('=');
    let name = line.trim_end().strip_prefix("[[").and_then(|name| name.strip_suffix("]]"));
    is_key || name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_lowercase()))
}

/// The key that was meant by a full-width sign. All of them are three bytes long.
pub(super) fn meant(c: char) -> Option<u8> {
    Some(match c {
        '“' | '”' | '„' | '‟' => b'"',
        '‘' | '’' => b'\'',
        '\u{3000}' => b' ',
        '：' => b'=',
        '【' | '〔' => b'[',
        '】' | '〕' => b']',
        '、' => b',',
        '。' => b'.',
        '！'..='～' => u8::try_from(c as u32 - 0xFF01 + 0x21).ok()?,
        _ => return None,
    })
}

/// The sign in the rest of a line that closes a text which this one opened: pairs of `“ ”` within it belong to the text.
pub(super) fn closing(line: &str, open: char, sign: u8) -> Option<(usize, char)> {
    let paired = matches!(open, '“' | '‘');
    let mut within = 0_u32;
    for (at, c) in line.char_indices() {
        if c as u32 != u32::from(sign) && meant(c) != Some(sign) {
            continue;
        }
        if paired && c == open {
            within += 1;
        } else if paired && within > 0 && matches!(c, '”' | '’') {
            within -= 1;
        } else {
            return Some((at, c));
        }
    }
    // A pair that is left open, as in `“他说“好”`: then the first that may close it does.
    line.char_indices().find(|(_, c)| *c as u32 == u32::from(sign) || meant(*c) == Some(sign))
}

pub(super) fn mend<'s>(text: &'s str, mended: &[(usize, Vec<u8>)]) -> Cow<'s, str> {
    if mended.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut bytes = text.as_bytes().to_vec();
    for (at, new) in mended {
        bytes[*at..at + new.len()].copy_from_slice(new);
    }
    Cow::Owned(String::from_utf8(bytes).expect("whole characters were replaced by ASCII"))
}
