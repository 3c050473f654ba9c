//! What is printed on a licence: texts that a signed document can hold and a person can read, numbers that can be a file's name.
//!
//! The document refuses what would hide or turn something on a screen (`credential/cursor`); here the author hears of it, not the
//! issuer after the exam.

use crate::content::codes;
use crate::content::raw::reader::Reader;

/// The most characters of a title.
pub const TITLE: usize = 100;
/// Of a scope.
pub const SCOPE: usize = 3_000;
/// Of a competence.
pub const COMPETENCE: usize = 300;
/// Of the conditions of a provisional licence.
pub const CONDITIONS: usize = 1_000;
/// Of all competences together.
const ALL: usize = 10_000;

/// Looks over the main table's texts, in every language.
pub fn check(r: &mut Reader<'_, '_>) {
    text(r, "title", TITLE, true);
    text(r, "scope", SCOPE, false);
    text(r, "competences", COMPETENCE, true);
}

/// Looks over the conditions of a provisional licence.
pub fn conditions(r: &mut Reader<'_, '_>) {
    text(r, "conditions", CONDITIONS, false);
}

fn text(r: &mut Reader<'_, '_>, key: &'static str, most: usize, one_line: bool) {
    for words in r.worded(key) {
        let whole = words.iter().map(|(text, _)| text.chars().count()).sum::<usize>();
        if let Some((_, place)) = words.first().filter(|_| words.len() > 1 && whole > ALL) {
            unfit(r, key, "all", ALL, place.clone());
            continue;
        }
        for (text, place) in words {
            let hides = |c: char| matches!(c, '\u{2028}' | '\u{2029}') || c == '\r';
            if text.chars().count() > most {
                unfit(r, key, "long", most, place);
            } else if one_line && text.contains(['\n', '\t']) || text.contains(hides) {
                unfit(r, key, "line", most, place);
            }
        }
    }
}

fn unfit(r: &mut Reader<'_, '_>, key: &str, what: &str, most: usize, place: crate::base::finding::Place) {
    let most = most.to_string();
    r.sheet.findings.push(codes::UNPRINTABLE.at(place, &[("key", key), ("what", what), ("most", &most)]));
}

/// Whether a number made so can be a file's name everywhere, and is plain to read.
pub fn is_plain(pattern: &str) -> bool {
    let ends = |c: char| c == '.' || c.is_whitespace();
    let odd = |c: char| !(c.is_alphanumeric() || "-_.#()（）〔〕【】 {}:".contains(c));
    let outside: String = pattern.split('{').map(|part| part.rsplit('}').next().unwrap_or(part)).collect();
    !pattern.contains(odd)
        && !outside.contains(':')
        && !pattern.contains("..")
        && !pattern.starts_with(ends)
        && !pattern.ends_with(ends)
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn numbers_can_be_file_names() {
        for good in
            ["{yyyymmdd}-{issuer}-{serial:4}", "上岗证{issuer}第{serial}号", "No. {issuer} ({serial})", "〔{issuer}〕{serial}"]
        {
            assert!(is_plain(good), "{good}");
        }
        for bad in [
            "../{issuer}{serial}",
            "{issuer}/{serial}",
            "{issuer}..{serial}",
            "C:{issuer}{serial}",
            ".{issuer}{serial}",
            "{issuer}{serial} ",
            "{issuer}\\{serial}",
            "{issuer}*{serial}",
            "{issuer}\u{202e}{serial}",
            "{issuer}\n{serial}",
        ] {
            assert!(!is_plain(bad), "{bad}");
        }
    }
}
