//! Names of people and organisations: what may be one, and when two would be taken for the same.
//!
//! A name is what others see of a person. So it holds nothing invisible: two names that look alike have to be alike.

use unicode_normalization::UnicodeNormalization as _;

/// A name of at most `most` characters, without spaces around it; `None` where it is empty, too long, or holds what nobody sees.
pub fn name(text: &str, most: usize) -> Option<&str> {
    let text = text.trim();
    let fits = !text.is_empty() && text.chars().count() <= most && !text.contains(is_unseen);
    fits.then_some(text)
}

/// Whether two names would be taken for the same: by NFKC, whatever the case and the spaces.
pub fn alike(one: &str, two: &str) -> bool {
    let key = |text: &str| text.nfkc().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).collect::<String>();
    key(one) == key(two)
}

/// Control characters, line separators, and what Unicode shows nothing for (`Default_Ignorable_Code_Point` of
/// DerivedCoreProperties.txt 16.0): joiners, marks of direction, variation selectors, fillers, tags. Besides
/// the empty braille pattern, and the marks of interlinear notes.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{2800}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_what_one_sees() {
        assert_eq!(name("  陈小满 ", 40), Some("陈小满"));
        assert_eq!(name("José 'Pepe' O’Hara", 40), Some("José 'Pepe' O’Hara"));
        assert_eq!(name("𠮷田", 2), Some("𠮷田"));
        for bad in [
            "",
            "  ",
            "陈小满满",
            "陈\n满",
            "王考\u{200b}",
            "\u{feff}李",
            "王\u{fe0f}",
            "a\u{202e}b",
            "\u{3164}",
            "\u{2800}",
            "a\u{fff9}",
        ] {
            assert_eq!(name(bad, 3), None, "{bad:?}");
        }
    }

    #[test]
    fn names_that_look_alike_are_alike() {
        assert!(alike("李 主管", "李主管"));
        assert!(alike("Ａｄａ", "ada"));
        assert!(!alike("李主管", "李主官"));
    }
}
