//! A ledger's head as a person notes it: on paper, in a mail, in another system. Against it a cut tail, a deleted attempt and a restored
//! older store are found, which nothing inside the store can show.
//!
//! `20261122-128-7Q3K-9XV2-M4TD-0HRE-8WPA-C`: the day, how many lines the ledger had, the first 100 bits of the last line's digest in
//! Crockford's Base32 (no letter looks like a digit), a check character. 100 bits: nobody finds another ledger of the same head. Pure.

use std::fmt;

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization as _;

use super::ledger::LedgerLine;
use crate::base::day;
use crate::base::digest::Digest;

/// Crockford's Base32: no I, L, O, U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of the digest, 5 bits each.
const LONG: usize = 20;
/// In groups of so many.
const GROUP: usize = 4;

/// A noted head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The day it was noted.
    pub on: Date,
    /// How many lines the ledger had; at least 1.
    pub lines: u64,
    /// The beginning of the last line's digest.
    pub mark: String,
}

/// Why something is no head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoHead {
    /// It does not look like one.
    Shape,
    /// A character is wrong: the check character does not go with the others.
    Mistyped,
}

/// How a ledger stands to a head noted earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The head is still a line of it, at its number; so many came after.
    Holds {
        /// Lines since.
        since: u64,
    },
    /// It has fewer lines than it had then.
    Shorter {
        /// How many it has.
        lines: u64,
    },
    /// The line of that number is another one.
    Other,
}

impl Head {
    /// The head of a ledger on a day; `None` while it has no line.
    pub fn of(ledger: &[LedgerLine], on: Date) -> Option<Self> {
        let last = ledger.last()?;
        Some(Self { on, lines: ledger.len() as u64, mark: mark(&last.digest()) })
    }

    /// Reads a head as people type it: small letters, O for 0, I or L for 1, full-width characters, other separators.
    ///
    /// # Errors
    /// `NoHead`.
    pub fn read(text: &str) -> Result<Self, NoHead> {
        let text: String = text.nfkc().flat_map(char::to_uppercase).map(meant).collect();
        let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
        // A day in three parts, or in one.
        let (on, rest) = match parts[..] {
            [year, month, day, ref rest @ ..] if year.len() == 4 && rest.len() > 1 => (format!("{year}-{month}-{day}"), rest),
            [day, ref rest @ ..] => (day.to_owned(), rest),
            [] => return Err(NoHead::Shape),
        };
        let [lines, digest @ ..] = rest else { return Err(NoHead::Shape) };
        let on = day::read(&on).ok_or(NoHead::Shape)?;
        let lines = lines.parse().ok().filter(|lines| *lines > 0).ok_or(NoHead::Shape)?;
        let letters: String = digest.concat();
        if letters.len() != LONG + 1 || !letters.bytes().all(|b| LETTERS.contains(&b)) {
            return Err(NoHead::Shape);
        }
        let (mark, check) = letters.split_at(LONG);
        let head = Self { on, lines, mark: mark.to_owned() };
        if check == head.check().to_string() { Ok(head) } else { Err(NoHead::Mistyped) }
    }

    /// How a ledger stands to it.
    pub fn against(&self, ledger: &[LedgerLine]) -> Against {
        let lines = ledger.len() as u64;
        let at = usize::try_from(self.lines - 1).ok().and_then(|at| ledger.get(at));
        match at {
            None => Against::Shorter { lines },
            Some(line) if mark(&line.digest()) == self.mark => Against::Holds { since: lines - self.lines },
            Some(_) => Against::Other,
        }
    }

    /// The check character: the others as a polynomial over the field of 32 elements (x⁵ + x² + 1), at a primitive element. Any one
    /// wrong character and any two exchanged neighbours are found.
    fn check(&self) -> char {
        let all = format!("{}{}{}", self.on.strftime("%Y%m%d"), self.lines, self.mark);
        let values = all.bytes().filter_map(|b| LETTERS.iter().position(|l| *l == b));
        let sum = values.fold(0, |sum, value| times(sum) ^ value);
        char::from(LETTERS[times(sum)])
    }
}

/// Times the primitive element.
const fn times(value: usize) -> usize {
    let double = value << 1;
    if double < 32 { double } else { double ^ 0b10_0101 }
}

/// The character that a person who copies may have taken for another.
const fn meant(letter: char) -> char {
    match letter {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

/// The first 100 bits of a digest.
fn mark(digest: &Digest) -> String {
    let bit = |n: usize| usize::from(digest.bytes()[n / 8] >> (7 - n % 8) & 1);
    (0..LONG).map(|n| char::from(LETTERS[(0..5).fold(0, |value, at| value << 1 | bit(n * 5 + at))])).collect()
}

impl fmt::Display for Head {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.on.strftime("%Y%m%d"), self.lines)?;
        for at in (0..LONG).step_by(GROUP) {
            write!(f, "-{}", &self.mark[at..at + GROUP])?;
        }
        write!(f, "-{}", self.check())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::store::ledger::Sealed;

    fn ledger(lines: usize) -> Vec<LedgerLine> {
        let mut all: Vec<LedgerLine> = Vec::new();
        for n in 0..lines {
            let what = Sealed::Started { attempt: format!("a-{n}").into() };
            all.push(LedgerLine::after(all.last(), what, Digest::of_bytes(&[n as u8])));
        }
        all
    }

    fn head() -> Head {
        Head::of(&ledger(12), date(2026, 11, 22)).unwrap()
    }

    #[test]
    fn a_head_is_read_as_people_write_it() {
        let text = head().to_string();
        assert_eq!(text, "20261122-12-M35W-2Q3H-MMKC-WJ5V-6TCX-C", "noted heads read for ever");
        let wide: String = text.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect();
        let spaced = text.replacen("20261122-", "2026-11-22 ", 1).replace('-', " ");
        let unsure = format!("20261122-l2{}", &text[11..]);
        for typed in [text.clone(), text.to_lowercase(), wide, spaced, unsure] {
            assert_eq!(Head::read(&typed), Ok(head()), "{typed}");
        }
        for bad in
            ["", "20261122", "20261122-0-M35W", "hello-world", &text[..text.len() - 1], "20261322-12-M35W-2Q3H-MMKC-WJ5V-6TCX-C"]
        {
            assert_eq!(Head::read(bad), Err(NoHead::Shape), "{bad}");
        }
    }

    #[test]
    fn one_wrong_character_and_two_exchanged_are_found() {
        let text = head().to_string();
        for at in 9..text.len() {
            let was = text.as_bytes()[at];
            for other in LETTERS.iter().filter(|letter| **letter != was && was != b'-') {
                let mut bytes = text.clone().into_bytes();
                bytes[at] = *other;
                let wrong = String::from_utf8(bytes).unwrap();
                assert!(Head::read(&wrong).is_err(), "{wrong}");
            }
            let mut swapped = text.clone().into_bytes();
            swapped.swap(at - 1, at);
            let swapped = String::from_utf8(swapped).unwrap();
            let same = swapped.replace('-', "") == text.replace('-', "");
            assert!(same || Head::read(&swapped).is_err(), "{swapped}");
        }
    }

    #[test]
    fn a_cut_a_longer_and_another_ledger_stand_apart() {
        let head = head();
        assert_eq!(head.against(&ledger(12)), Against::Holds { since: 0 });
        assert_eq!(head.against(&ledger(15)), Against::Holds { since: 3 });
        assert_eq!(head.against(&ledger(11)), Against::Shorter { lines: 11 });
        assert_eq!(head.against(&ledger(15)[1..]), Against::Other);
        assert_eq!(Head::of(&[], date(2026, 11, 22)), None);
    }
}
