//! Addresses with the number of a house or a room.

use super::Span;

/// A part of an address with a number.
struct Part {
    at: Span,
    /// Enough by itself.
    alone: bool,
}

/// Addresses: a street with its number, a room, or two parts beside each other.
pub fn find(text: &str) -> Vec<Span> {
    let mut parts: Vec<Part> = chinese(text);
    parts.extend(english(text));
    parts.sort_by_key(|part| part.at.start);
    let mut out: Vec<(Span, usize, bool)> = Vec::new();
    for part in parts {
        match out.last_mut() {
            Some((at, count, alone)) if part.at.start <= at.end || is_beside(&text[at.end..part.at.start]) => {
                *count += usize::from(part.at.end > at.end);
                at.end = at.end.max(part.at.end);
                *alone |= part.alone;
            }
            _ => out.push((part.at, 1, part.alone)),
        }
    }
    out.into_iter().filter(|(_, count, alone)| *alone || *count > 1).map(|(at, _, _)| at).collect()
}

/// Whether little enough stands between two parts of one address.
fn is_beside(between: &str) -> bool {
    between.chars().count() <= 4 && !between.contains(['。', '!', '?', ';', '\n'])
}

const NUMERALS: &str = "零〇一二三四五六七八九十百";
const STREETS: &[&str] = &["路", "街", "巷", "弄", "道", "里", "胡同", "坊", "村", "镇", "庄", "园", "苑", "区"];

fn chinese(text: &str) -> Vec<Part> {
    let is_numeral = |c: char| c.is_ascii_digit() || NUMERALS.contains(c);
    let mut out: Vec<Part> = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(is_numeral).map(|at| from + at) {
        let end = text[start..].find(|c| !is_numeral(c) && c != '-').map_or(text.len(), |at| start + at);
        from = end.max(start + 1);
        let (number, tail) = (&text[start..end], &text[end..]);
        let follows = |words: &[&'static str]| words.iter().copied().find(|word| tail.starts_with(word));
        let part = |word: &str, alone: bool| Part { at: start..end + word.len(), alone };
        let digits = number.chars().filter(char::is_ascii_digit).count();
        if let Some(word) = follows(&["号楼", "栋", "幢", "单元"]) {
            out.push(part(word, false));
        } else if let Some(word) = follows(&["室", "房"]).filter(|_| !tail.starts_with("房间") && !tail.starts_with("房型"))
        {
            out.push(part(word, (3..=4).contains(&digits)));
        } else if let Some(word) = follows(&["号", "弄"]).filter(|_| STREETS.iter().any(|street| text[..start].ends_with(street)))
        {
            let street = street_before(text, start);
            out.push(Part { at: street..end + word.len(), alone: true });
        } else if (3..=4).contains(&digits) && out.last().is_some_and(|before| before.at.end == start) {
            out.push(part("", false));
        }
    }
    out
}

/// Where the name of a street before its number begins.
fn street_before(text: &str, end: usize) -> usize {
    let is_name = |c: char| super::super::normal::is_han(c) || c.is_ascii_alphanumeric();
    text[..end].char_indices().rev().take(12).take_while(|(_, c)| is_name(*c)).last().map_or(end, |(at, _)| at)
}

const WAYS: &[&str] = &["street", "st", "road", "rd", "avenue", "ave", "lane", "boulevard", "blvd"];
const ROOMS: &[&str] = &["apt", "apartment", "room", "rm", "suite"];
const HOUSES: &[&str] = &["flat", "unit", "building", "bldg", "block"];
/// Words that are in no street's name.
const ELSE: &[&str] = &["on", "of", "the", "in", "at", "a", "to", "days", "day", "hours", "hour", "more", "pieces", "orders"];

fn english(text: &str) -> Vec<Part> {
    let words = words(text);
    let mut out = Vec::new();
    for (n, at) in words.iter().enumerate() {
        let word = &text[at.clone()];
        let next = |by: usize| words.get(n + by).map(|at| (&text[at.clone()], at.end));
        if is_house(word) {
            let name = (1..=4).map_while(next).take_while(|(word, _)| !ELSE.contains(word));
            let way = name.skip(1).find(|(word, _)| WAYS.contains(word));
            // Otherwise it might be "3 road".
            out.extend(way.map(|(_, end)| Part { at: at.start..end, alone: true }));
        }
        if ROOMS.contains(&word) || HOUSES.contains(&word) {
            let number = next(1).filter(|(word, _)| matches!(*word, "no" | "number")).map_or_else(|| next(1), |_| next(2));
            let number = number.filter(|(word, end)| is_house(word) && !text[*end..].starts_with('%'));
            out.extend(number.map(|(_, end)| Part { at: at.start..end, alone: ROOMS.contains(&word) }));
        }
    }
    out
}

/// A house's number: 88, 5b.
fn is_house(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    (1..=5).contains(&digits.len()) && word.len() - digits.len() <= 1 && digits.bytes().all(|b| b.is_ascii_digit())
}

/// Latin words and numbers with their places.
fn words(text: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_ascii_alphanumeric()) {
        match out.last_mut() {
            Some(word) if word.end == at => word.end = at + c.len_utf8(),
            _ => out.push(at..at + c.len_utf8()),
        }
    }
    out
}
