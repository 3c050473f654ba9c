//! A phrase: pieces that follow one another within a clause, and where a piece may stand.
//!
//! `…` in a phrase is a gap of a few characters. A piece that begins or ends with a Latin letter or digit begins or ends where a
//! word does. Who looks for pieces, all of them in one pass: `find`.

use super::normal::{is_word, normal, weight};

/// How wide a gap may be, in Latin characters; a Chinese one counts three.
pub const GAP: usize = 24;

/// What stands for a gap.
const DOTS: char = '…';

/// The pieces of a phrase, normal; none where nothing of it counts.
pub fn pieces(phrase: &str) -> Vec<String> {
    phrase.split(DOTS).map(normal).filter(|piece| !piece.is_empty()).collect()
}

/// The list that an entry names: `{id}`.
pub fn list_named(entry: &str) -> Option<&str> {
    entry.trim().strip_prefix('{')?.strip_suffix('}').map(str::trim)
}

/// The most characters that a phrase's place can have.
pub fn longest(phrase: &str) -> usize {
    let pieces = pieces(phrase);
    let chars: usize = pieces.iter().map(|piece| piece.chars().count()).sum();
    chars + GAP * pieces.len().saturating_sub(1)
}

/// Whether a piece may stand here in a normal text: words are whole.
pub fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let (before, piece, after) = (&text[..start], &text[start..end], &text[end..]);
    let cut_before = piece.starts_with(is_word) && before.ends_with(is_word);
    let cut_after = piece.ends_with(is_word) && (after.starts_with(is_word) || is_negated(after));
    !cut_before && !cut_after
}

/// "can" is not said where "can't" is; what other apostrophes join are two words.
fn is_negated(after: &str) -> bool {
    after.strip_prefix("'t").is_some_and(|rest| !rest.starts_with(is_word))
}

/// Whether what lies between two pieces is a gap.
pub fn is_gap(text: &str, start: usize, end: usize) -> bool {
    // Every character weighs something, and none has more than four bytes.
    end >= start
        && end - start <= 4 * GAP
        && text[start..end].chars().map(weight).sum::<usize>() <= GAP
        && is_one_clause(text, start, end)
}

/// Whether no clause ends in a stretch of a normal text.
pub fn is_one_clause(text: &str, start: usize, end: usize) -> bool {
    !text[start..end].char_indices().any(|(at, c)| match c {
        '。' | '、' | '!' | '?' | ';' | '\n' => true,
        // Not in 3.5 or 1,000.
        '.' | ',' => {
            let at = start + at;
            !(text[..at].ends_with(|c: char| c.is_ascii_digit()) && text[at + 1..].starts_with(|c: char| c.is_ascii_digit()))
        }
        _ => false,
    })
}

/// Whether at most so many characters lie in a stretch.
pub fn is_within(text: &str, start: usize, end: usize, most: usize) -> bool {
    end >= start && end - start <= most.saturating_mul(4) && text[start..end].chars().count() <= most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_whole_only() {
        let stands = |text: &str, piece: &str| text.match_indices(piece).any(|(at, piece)| is_whole(text, at, at + piece.len()));
        assert!(stands("no, sir", "no") && stands("说no就no", "no") && stands("the 'no'", "no") && stands("我不行", "不行"));
        assert!(!stands("i know", "no") && !stands("nothing", "no") && !stands("100 days", "10"));
        assert!(stands("i can do", "can") && !stands("i can't do", "can") && stands("the courier's", "courier"));
        assert!(stands("100%好", "100%"));
    }

    #[test]
    fn a_gap_is_short_and_within_a_clause() {
        let gap = |text: &str| is_gap(text, 0, text.len());
        assert!(gap("") && gap("我们这边来") && gap("一二三四五六七八") && gap("twenty-four letters here") && gap("约3.5元"));
        assert!(!gap("一二三四五六七八九") && !gap("twenty-five letters here!") && !gap("好,") && !gap("a. b") && !gap("一\n二"));
    }

    #[test]
    fn pieces_are_normal_and_there() {
        assert_eq!(pieces("不归我……管"), ["不归我", "管"]);
        assert_eq!(pieces("Not … my Problem"), ["not", "my problem"]);
        assert!(pieces("… \u{200b}").is_empty());
        assert_eq!((list_named("{offers}"), list_named("offers")), (Some("offers"), None));
        assert_eq!(longest("a…bc"), 27);
    }
}
