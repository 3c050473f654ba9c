//! How texts are compared, with the way back to what was typed.
//!
//! NFKC, lower case, one apostrophe, one letter for those that look alike, nothing of no width, runs of white space one space, none beside a Chinese character. Ends of
//! lines stay: a clause ends there. Normalising what is normal changes nothing. Who looks for phrases: `find`.

use std::ops::Range;

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization as _, is_nfkc_quick};

/// A text as it is compared.
#[derive(Clone, Debug, Default)]
pub struct Normal {
    text: String,
    steps: Vec<Step>,
}

/// Where a stretch of the normal text comes from.
#[derive(Clone, Debug)]
struct Step {
    /// Where it begins in the normal text.
    normal: usize,
    /// The bytes of the typed text.
    typed: Range<usize>,
    /// Byte for byte; else the whole stretch comes from the whole of `typed`.
    even: bool,
}

impl Normal {
    /// Normalises a text.
    pub fn of(typed: &str) -> Self {
        let mut out = Writer::default();
        out.made.text.reserve(typed.len());
        let mut chars = typed.char_indices().filter(|(_, c)| !is_nothing(*c)).map(|(at, c)| (at, upright(c))).peekable();
        let mut piece = String::new();
        while let Some((at, c)) = chars.next() {
            let mut end = at + width_at(typed, at);
            if chars.peek().is_none_or(|(_, next)| begins(*next)) {
                match plain(c) {
                    Some(c) => out.push(c, &(at..end), true),
                    None => out.composed(c.nfkc(), &(at..end)),
                }
                continue;
            }
            // What follows may melt into it: a letter with its marks, a Korean syllable.
            piece.clear();
            piece.push(c);
            while let Some((at, c)) = chars.next_if(|(_, next)| !begins(*next)) {
                piece.push(c);
                end = at + width_at(typed, at);
            }
            out.composed(piece.nfkc(), &(at..end));
        }
        out.made
    }

    /// The normal text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of the typed text that a stretch of the normal one comes from; both on boundaries of characters.
    pub fn typed(&self, normal: &Range<usize>) -> Range<usize> {
        let step = |at: usize| self.steps.partition_point(|s| s.normal <= at).checked_sub(1).and_then(|n| self.steps.get(n));
        let (Some(first), Some(last)) = (step(normal.start), step(normal.end.saturating_sub(1))) else { return 0..0 };
        let start = if first.even { first.typed.start + (normal.start - first.normal) } else { first.typed.start };
        let end = if last.even { last.typed.start + (normal.end - last.normal) } else { last.typed.end };
        start..end.max(start)
    }
}

/// A text as it is compared, without the way back.
pub fn normal(text: &str) -> String {
    Normal::of(text).text
}

#[derive(Default)]
struct Writer {
    made: Normal,
    /// White space that has not been written yet: where it was typed, and what it comes to.
    space: Option<(char, Range<usize>)>,
    last: Option<char>,
}

impl Writer {
    /// Composed characters that come from one stretch.
    fn composed(&mut self, chars: impl Iterator<Item = char>, typed: &Range<usize>) {
        let lower: String = chars.flat_map(char::to_lowercase).map(look_alike).collect();
        // Once more: lower letters may compose, and composed ones have lower ones of their own.
        lower.nfkc().flat_map(char::to_lowercase).for_each(|c| self.push(c, typed, false));
    }

    /// A character; `even` where it alone was typed there.
    fn push(&mut self, c: char, typed: &Range<usize>, even: bool) {
        if c.is_whitespace() {
            let line = is_line_end(c) || self.space.as_ref().is_some_and(|(space, _)| *space == '\n');
            let start = self.space.as_ref().map_or(typed.start, |(_, before)| before.start);
            self.space = Some((if line { '\n' } else { ' ' }, start..typed.end));
            return;
        }
        let c = one_apostrophe(c);
        if let (Some((space, at)), Some(last)) = (self.space.take(), self.last)
            && !(space == ' ' && is_idle(last, c))
        {
            self.write(space, &at, true);
        }
        self.write(c, typed, even);
        self.last = Some(c);
    }

    fn write(&mut self, c: char, typed: &Range<usize>, even: bool) {
        let at = self.made.text.len();
        self.made.text.push(c);
        let even = even && c.len_utf8() == typed.len();
        match self.made.steps.last_mut() {
            Some(step) if step.even && even && step.typed.end == typed.start => step.typed.end = typed.end,
            Some(step) if !step.even && !even && step.typed == *typed => {}
            _ => self.made.steps.push(Step { normal: at, typed: typed.clone(), even }),
        }
    }
}

fn width_at(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
}

/// What has no width and no meaning of its own.
const fn is_nothing(c: char) -> bool {
    match c {
        '\t'..='\r' | '\u{85}' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => true,
        '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e01ef}' => true,
        _ => false,
    }
}

/// The accents that people type for an apostrophe; composing would make a space of them. Letters that look alike too, before marks
/// melt with them.
const fn upright(c: char) -> char {
    match c {
        '\u{b4}' | '\u{1ffd}' | '\u{384}' => '\'',
        c => look_alike(c),
    }
}

/// The Latin letter that a Cyrillic or Greek one looks like, both of its cases.
const fn look_alike(c: char) -> char {
    match c {
        ..'\u{391}' | '\u{530}'.. => c,
        'а' | 'А' | 'α' | 'Α' => 'a',
        'β' | 'Β' => 'b',
        'с' | 'С' => 'c',
        'ԁ' | 'Ԁ' => 'd',
        'е' | 'Е' | 'ε' | 'Ε' => 'e',
        'һ' | 'Һ' => 'h',
        'і' | 'І' | 'ι' | 'Ι' => 'i',
        'ј' | 'Ј' => 'j',
        'к' | 'К' | 'κ' | 'Κ' => 'k',
        'ӏ' | 'Ӏ' => 'l',
        'о' | 'О' | 'ο' | 'Ο' => 'o',
        'р' | 'Р' | 'ρ' | 'Ρ' => 'p',
        'ԛ' | 'Ԛ' => 'q',
        'ѕ' | 'Ѕ' => 's',
        'τ' | 'Τ' => 't',
        'ԝ' | 'Ԝ' => 'w',
        'х' | 'Х' | 'χ' | 'Χ' => 'x',
        'у' | 'У' => 'y',
        c => c,
    }
}

const fn one_apostrophe(c: char) -> char {
    match c {
        '‘' | '’' | '`' | '\u{2bc}' => '\'',
        c => c,
    }
}

/// What a character by itself comes to, where that is seen at once.
const fn plain(c: char) -> Option<char> {
    match c {
        '\0'..='\u{7f}' => Some(c.to_ascii_lowercase()),
        '、'..='』' | '\u{4e00}'..='\u{9fff}' | '\u{1f300}'..='\u{1f64f}' => Some(c),
        // Full width: the same, in the same order, elsewhere.
        '！'..='～' => match char::from_u32(c as u32 - '！' as u32 + '!' as u32) {
            Some(narrow) => Some(narrow.to_ascii_lowercase()),
            None => None,
        },
        _ => None,
    }
}

/// Whether nothing before can melt with it.
fn begins(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' | '、'..='』' | '\u{4e00}'..='\u{9fff}' | '！'..='～' | '\u{1f300}'..='\u{1f64f}' => true,
        _ => c.nfkd().next().is_none_or(|first| {
            canonical_combining_class(first) == 0 && is_nfkc_quick(std::iter::once(first)) != IsNormalized::Maybe
        }),
    }
}

const fn is_line_end(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a space between these says nothing: beside Chinese some put one, some do not.
fn is_idle(before: char, after: char) -> bool {
    let beside = |c: char| is_chinese(c) || c.is_alphanumeric();
    (is_chinese(before) && beside(after)) || (beside(before) && is_chinese(after))
}

/// A Chinese character or sign of writing.
pub const fn is_chinese(c: char) -> bool {
    is_han(c) || matches!(c, '、'..='】' | '〔'..='〛')
}

/// A Chinese character.
pub const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}' | '々' | '〇')
}

/// How far a character carries a reader, in Latin letters: one Chinese character is three.
pub const fn weight(c: char) -> usize {
    if is_han(c) { 3 } else { 1 }
}

/// Letters and digits of a normal text, in order: what is left without spaces, punctuation and pictures.
pub fn letters(normal: &str) -> impl Iterator<Item = char> {
    // Han first: most are, and the wide tables are slow.
    normal.chars().filter(|c| is_han(*c) || c.is_alphanumeric())
}

/// Whether a Latin letter or a digit, or one of Greek or Cyrillic: what words are made of, so that a phrase ends where they end.
pub const fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'ß'..='ö' | 'ø'..='ɏ' | '\u{370}'..='\u{52f}' | 'ḁ'..='ỿ')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_does_not_matter_is_gone() {
        for (typed, expected) in [
            ("ＯＫ， 好 的　！", "ok, 好的 !"),
            ("You can’t…", "you can't..."),
            ("can´t, can`t, can‘t", "can't, can't, can't"),
            (" 稍 \u{200b}等 ok  ok ", "稍等ok ok"),
            ("一行 \r\n  两行", "一行\n两行"),
            ("Cafe\u{301} ㎏ İ ﬁ", "café kg i\u{307} fi"),
            ("ѕtuрid, ΑΒ, а\u{301}", "stupid, ab, á"),
            ("\u{1}\u{7f}", ""),
        ] {
            assert_eq!(normal(typed), expected, "{typed:?}");
        }
    }

    #[test]
    fn the_way_back_leads_to_what_was_typed() {
        let typed = "亲，Ｃａｎ\u{200b}’t 　do 不 行\u{fe0f}！㎏";
        let normal = Normal::of(typed);
        for (wanted, back) in [("can't", "Ｃａｎ\u{200b}’t"), ("不行", "不 行"), ("k", "㎏"), (" ", " 　"), ("亲", "亲")]
        {
            let at = normal.as_str().find(wanted).expect(wanted);
            assert_eq!(&typed[normal.typed(&(at..at + wanted.len()))], back);
        }
    }

    #[test]
    fn letters_that_look_alike_stay_with_any_mark() {
        let letters = ('\u{370}'..'\u{530}').chain('\u{1d00}'..'\u{2000}').chain('\u{1d400}'..'\u{1d800}');
        for c in letters {
            for mark in ["", "\u{301}", "\u{308}", "\u{30f}", "\u{323}\u{301}", "\u{345}"] {
                let once = normal(&format!("{c}{mark}"));
                assert_eq!(normal(&once), once, "{c}{mark}");
            }
        }
    }

    /// Texts in which what can go wrong comes often.
    pub(crate) fn nasty() -> impl Strategy<Value = String> {
        let odd = prop::sample::select(vec![
            "不", "行", "e", "\u{301}", "\u{308}", " ", "\n", "\u{200b}", "は", "\u{3099}", "ﾞ", "ᄀ", "ᅡ", "ᆨ", "가", "¨", "´",
            "İ", "ẞ", "Σ", "㎏", "ﬃ", "ŉ", "，", "。", "…", "👨", "\u{200d}", "👩", "\u{fe0f}", "\u{0}", "Ａ", "'", "`",
            "\u{3000}", "ͅ", "Ω", "а", "𝛼", "ϲ", "Ά", "\u{30f}",
        ]);
        prop_oneof![
            prop::collection::vec(odd, 0..24).prop_map(|all| all.concat()),
            any::<String>(),
            prop::collection::vec(any::<char>(), 0..12).prop_map(|all| all.into_iter().collect()),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

        #[test]
        fn what_is_normal_stays(text in nasty()) {
            let once = normal(&text);
            prop_assert_eq!(normal(&once), once);
        }

        #[test]
        fn every_stretch_has_its_way_back(text in nasty(), a in 0usize..40, b in 0usize..40) {
            let made = Normal::of(&text);
            let bounds: Vec<usize> = made.as_str().char_indices().map(|(at, _)| at).chain([made.as_str().len()]).collect();
            let (a, b) = (bounds[a.min(b) % bounds.len()], bounds[a.max(b) % bounds.len()]);
            let (a, b) = (a.min(b), a.max(b));
            let back = text.get(made.typed(&(a..b)));
            prop_assert!(back.is_some());
            // What stands there says it again, but for spaces at its edges.
            let wanted = made.as_str()[a..b].trim().to_owned();
            prop_assert!(normal(back.expect("on boundaries")).contains(&wanted), "{wanted:?} in {back:?}");
        }
    }
}
