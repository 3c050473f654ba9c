//! Telephone and identity numbers.

use super::{REACHED, Span, before, last_of};

/// Digits that stand together.
struct Group {
    at: Span,
    digits: Vec<u8>,
}

/// Numbers that look like a telephone or an identity card.
pub fn find(text: &str) -> Vec<Span> {
    let groups = groups(text);
    let mut out = Vec::new();
    let mut n = 0;
    while n < groups.len() {
        let taken = (1..=4).rev().find_map(|count| {
            let of = groups.get(n..n + count)?;
            (are_one(text, of) && is_number(text, of)).then_some(count)
        });
        if let Some(count) = taken {
            out.push(groups[n].at.start..groups[n + count - 1].at.end + usize::from(ends_in_x(text, &groups[n + count - 1])));
        }
        n += taken.unwrap_or(1);
    }
    out
}

/// Runs of digits, or of Chinese ones that are read out: 幺三八.
fn groups(text: &str) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    let mut was_han = false;
    for (at, c) in text.char_indices() {
        let Some((digit, han)) = digit(c) else { continue };
        let end = at + c.len_utf8();
        match out.last_mut() {
            Some(group) if group.at.end == at && was_han == han => {
                group.at.end = end;
                group.digits.push(digit);
            }
            _ => out.push(Group { at: at..end, digits: vec![digit] }),
        }
        was_han = han;
    }
    out
}

fn digit(c: char) -> Option<(u8, bool)> {
    if let Some(digit) = c.to_digit(10) {
        return u8::try_from(digit).ok().map(|digit| (digit, false));
    }
    let han = match c {
        '零' | '〇' => 0,
        '一' | '幺' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    };
    Some((han, true))
}

/// Whether groups are written as one number, and nothing goes on at its edges.
fn are_one(text: &str, groups: &[Group]) -> bool {
    let joined = groups.windows(2).all(|two| matches!(&text[two[0].at.end..two[1].at.start], " " | "-" | ")" | ") "));
    let (Some(first), Some(last)) = (groups.first(), groups.last()) else { return false };
    let (head, tail) = (&text[..first.at.start], &text[last.at.end..]);
    let word: String = head.chars().rev().take_while(char::is_ascii_alphabetic).take(8).collect();
    // Letters right before are of a parcel's number, unless they say what it is.
    let spoken =
        word.is_empty() || ["let", "enohp", "elibom", "llac", "llec", "v", "xv", "xw", "tahcew"].contains(&word.as_str());
    let goes_on_before = head.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '*' | '_'))
        || head.ends_with('-') && head.trim_end_matches('-').ends_with(|c: char| c.is_ascii_alphanumeric());
    let goes_on_after = tail.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '*' | '_' | '%'));
    let ends = ends_in_x(text, last) || !tail.starts_with(|c: char| c.is_ascii_alphabetic());
    joined && spoken && !goes_on_before && !goes_on_after && ends
}

/// The check letter of an identity number.
fn ends_in_x(text: &str, last: &Group) -> bool {
    let tail = &text[last.at.end..];
    last.digits.len() == 17 && tail.starts_with('x') && !tail[1..].starts_with(|c: char| c.is_ascii_alphanumeric())
}

fn is_number(text: &str, groups: &[Group]) -> bool {
    let sizes: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
    let all: Vec<u8> = groups.iter().flat_map(|group| group.digits.iter().copied()).collect();
    let start = groups[0].at.start;
    let without_country = all.strip_prefix(&[8, 6]).or_else(|| all.strip_prefix(&[0, 0, 8, 6])).unwrap_or(&all);
    is_mobile(without_country) && sizes.iter().skip(1).all(|size| *size >= 3)
        || is_landline(&all, &sizes)
        || is_identity(text, groups, &all)
        || is_spoken_of(text, start, &all, &sizes)
}

fn is_mobile(digits: &[u8]) -> bool {
    matches!(digits, [1, 3..=9, ..]) && digits.len() == 11
}

fn is_landline(digits: &[u8], sizes: &[usize]) -> bool {
    let area = if matches!(digits, [0, 1 | 2, ..]) { 3 } else { 4 };
    let rest = digits.len().saturating_sub(area);
    let cut = matches!(sizes, [_]) || sizes[0] == area;
    matches!(digits, [0, 1..=9, ..]) && cut && (rest == 8 || (area == 4 && rest == 7))
}

fn is_identity(text: &str, groups: &[Group], digits: &[u8]) -> bool {
    let last = &groups[groups.len() - 1];
    let length = digits.len() + usize::from(ends_in_x(text, last));
    let named =
        last_of(before(text, groups[0].at.start, 16), &["身份证", "证件", "id card", "identity", "id number", "id no"]).is_some();
    if named {
        return length == 18 || length == 15;
    }
    let number = |at: std::ops::Range<usize>| digits[at].iter().fold(0_u32, |all, digit| all * 10 + u32::from(*digit));
    length == 18
        && (11..=82).contains(&number(0..2))
        && (1900..2100).contains(&number(6..10))
        && (1..=12).contains(&number(10..12))
        && (1..=31).contains(&number(12..14))
}

/// A number of any country, where words or its form say that it is one to call; none that is free of charge, as hotlines are.
fn is_spoken_of(text: &str, start: usize, digits: &[u8], sizes: &[usize]) -> bool {
    let free = matches!(digits, [4 | 8, 0, 0, ..] | [8, 5..=8, 5..=8, ..]);
    let is_date = matches!(digits, [2, 0, ..]) && digits.len() == 8;
    let named = last_of(before(text, start, 16), REACHED).is_some();
    let plus = text[..start].ends_with('+');
    let fits = (7..=13).contains(&digits.len()) && sizes.iter().all(|size| *size >= 3 || plus);
    fits && !free && !is_date && (named || plus || sizes == [3, 3, 4])
}
