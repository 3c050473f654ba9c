//! How a file is written, mended where no judgement is needed: the mark at its beginning, full-width signs where TOML wants ASCII, and
//! what only TOML 1.1 allows. What stands within texts is never touched, nor are line ends.
//!
//! Encodings come before this, in `exchange::encoding`; showing and writing is the command's.

use toml::de::DeTable;

use super::raw::scan::{Note, scan};

/// A text with its writing mended; the same text where nothing was to be mended.
pub fn tidy(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let narrow = spliced(text, scan(text).signs.into_iter().map(|(at, sign)| (at, 3, char::from(sign).to_string())).collect());
    // Of what does not read as TOML nobody knows what its brackets mean.
    if !DeTable::parse_recoverable(&narrow.replace("\r\n", "\n")).1.is_empty() {
        return narrow;
    }
    older(&narrow)
}

/// The ways of TOML 1.0 in the place of newer ones.
fn older(text: &str) -> String {
    let looked = scan(text);
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    for note in &looked.notes {
        match note {
            Note::Newer { at, what: "comma" } => edits.push((at.start, 1, String::new())),
            Note::Newer { at, what: "escape" } => edits.push((at.start, 2, "\\u00".to_owned())),
            _ => {}
        }
    }
    for at in looked.joints {
        // With the space around it; one blank stands in its place.
        let before = text[..at].trim_end_matches([' ', '\t', '\r']).len();
        let after = text[at + 1..].len() - text[at + 1..].trim_start_matches([' ', '\t']).len();
        edits.push((before, at + 1 + after - before, " ".to_owned()));
    }
    spliced(text, edits)
}

/// A text with some of its bytes replaced: from where, how many, by what.
fn spliced(text: &str, mut edits: Vec<(usize, usize, String)>) -> String {
    edits.sort();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (from, bytes, new) in edits.into_iter().filter(|(_, bytes, _)| *bytes > 0) {
        if from < at {
            continue;
        }
        out.push_str(&text[at..from]);
        out.push_str(&new);
        at = from + bytes;
    }
    out + &text[at..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_outside_of_texts_become_ascii_and_texts_stay() {
        let wrong = "\u{feff}format　＝　１\r\n［scenario］\nid ＝ “late”\ntitle：“他说：‘好’，行吗？”\nask ＝ “她问：“行吗”，好吗”\nroles＝［“a”，“b”］ ＃ 注：都要\n";
        let right = "format = 1\r\n[scenario]\nid = \"late\"\ntitle=\"他说：‘好’，行吗？\"\nask = \"她问：“行吗”，好吗\"\nroles=[\"a\",\"b\"] # 注：都要\n";
        assert_eq!(tidy(wrong), right);
        assert_eq!(tidy(right), right);
    }

    #[test]
    fn newer_ways_become_older_ones() {
        let wrong = "a = { x = 1,\n  y = [1,\n 2],\n}\nb = \"\\x41\"\nc = { z = \"一\n\", }\n";
        let closed = "a = { x = 1,\n  y = [1,\n 2],\n}\nb = \"\\x41\"\nc = { z = 1, }\n";
        assert_eq!(tidy(wrong), wrong, "not even TOML");
        assert_eq!(tidy(closed), "a = { x = 1, y = [1,\n 2] }\nb = \"\\u0041\"\nc = { z = 1 }\n");
        let remark = "a = { # why\n x = 1 }\n";
        assert_eq!(tidy(remark), remark, "a comment would swallow the rest of the line");
    }

    #[test]
    fn what_is_right_already_is_not_touched() {
        let shipped = crate::content::files::Root::shipped();
        for source in &shipped.sources {
            assert_eq!(tidy(&source.text), *source.text, "{}", source.name);
        }
    }
}
