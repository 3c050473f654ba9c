//! Words with a sign between their characters: 傻-逼, id-iot, s t u p i d.
//!
//! Only for what nobody may write (`find` asks for red lines alone): the signs are taken out, and what then stands there and did not
//! before was written around them. What counts as a sign is told by the characters beside it, so that what is far away changes nothing.

use std::ops::Range;

use super::normal::is_han;

/// A normal text without the signs between characters.
pub(super) struct Spelt {
    text: String,
    /// Where signs were taken out, in the text without them, by place; and how many bytes up to there.
    cuts: Vec<(usize, usize)>,
}

impl Spelt {
    /// `None` where there is no such sign.
    pub(super) fn of(normal: &str) -> Option<Self> {
        let mut cuts: Vec<(usize, usize)> = Vec::new();
        let (mut text, mut taken, mut from) = (String::new(), 0, 0);
        for (at, sign) in normal.char_indices().filter(|(_, c)| SIGNS.contains(c)) {
            if is_between(&normal[..at], sign, &normal[at + sign.len_utf8()..]) {
                text.push_str(&normal[from..at]);
                from = at + sign.len_utf8();
                taken += sign.len_utf8();
                cuts.push((text.len(), taken));
            }
        }
        if cuts.is_empty() {
            return None;
        }
        text.push_str(&normal[from..]);
        Some(Self { text, cuts })
    }

    /// What is left.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }

    /// Where a stretch stands in the normal text; `None` where no sign was taken out of it, or one that may only have stood between
    /// two things.
    pub(super) fn place(&self, normal: &str, at: &Range<usize>) -> Option<Range<usize>> {
        let first = self.cuts.partition_point(|(cut, _)| *cut <= at.start);
        let last = self.cuts.partition_point(|(cut, _)| *cut < at.end);
        let before = |n: usize| n.checked_sub(1).map_or(0, |n| self.cuts[n].1);
        let place = at.start + before(first)..at.end + before(last);
        // 二胡、扯铃 are two things; 智、障 by itself is not.
        let listed = normal[place.clone()].contains('、')
            && normal[..place.start].ends_with(is_han)
            && normal[place.end..].starts_with(is_han);
        (first < last && !listed).then_some(place)
    }
}

/// What people put between characters; a space beside a Chinese character is gone already.
const SIGNS: [char; 7] = ['-', '*', '·', '.', '_', '、', ' '];

/// Whether a sign stands between two Chinese characters or two letters; a space only between single letters.
fn is_between(before: &str, sign: char, after: &str) -> bool {
    let (mut back, mut on) = (before.chars().rev(), after.chars());
    let (Some(last), Some(next)) = (back.next(), on.next()) else { return false };
    let letter = |c: char| c.is_ascii_alphabetic();
    let is_alone = |beyond: Option<char>| beyond.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '\'');
    match sign {
        ' ' => letter(last) && letter(next) && is_alone(back.next()) && is_alone(on.next()),
        '、' => is_han(last) && is_han(next),
        _ => (is_han(last) && is_han(next)) || (letter(last) && letter(next)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn of<'t>(text: &'t str, word: &str) -> Option<&'t str> {
        let spelt = Spelt::of(text)?;
        let at = spelt.as_str().find(word).expect(word);
        spelt.place(text, &(at..at + word.len())).map(|at| &text[at])
    }

    #[test]
    fn a_word_is_seen_through_single_signs() {
        assert_eq!(of("你-傻-逼.吧", "傻逼"), Some("傻-逼"));
        assert_eq!(of("you s t u p i d man", "stupid"), Some("s t u p i d"));
        assert_eq!(of("an id-iot", "idiot"), Some("id-iot"));
        assert_eq!(of("你个智、障", "智障"), Some("智、障"));
        assert_eq!(of("二胡、扯铃", "胡扯"), None, "two things");
        assert_eq!(of("脑残,一-二", "脑残"), None, "nothing within");
        assert!(Spelt::of("one two, 3-4 no--one 好，的 a. b").is_none());
    }
}
