//! Addresses with the number of a house or a room.

use super::super::normal::is_han;
use super::{Reach, Span};

/// A part of an address with a number.
struct Part {
    at: Span,
    /// Enough by itself.
    alone: bool,
}

/// Addresses: a street with its number, a room, or two parts beside each other; and what is said to be one.
pub fn find(text: &str, reach: Reach) -> Vec<Span> {
    let mut parts: Vec<Part> = chinese(text);
    parts.extend(english(text));
    parts.extend(said(text, reach));
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

const fn is_numeral(c: char) -> bool {
    matches!(c, '0'..='9' | '零' | '〇' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百')
}

const STREETS: &[&str] = &["路", "街", "巷", "弄", "道", "里", "胡同", "坊", "村", "镇", "庄", "园", "苑", "区"];

fn chinese(text: &str) -> Vec<Part> {
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
            out.push(part(word, HOMES.iter().any(|home| text[..start].ends_with(home))));
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

/// Words right before where somebody lives.
const HOMES: &[&str] = &["住", "住在", "家在"];
/// Words right before an address.
const LEADS: &[&str] = &["住", "家在", "地址", "寄到", "寄往", "送到", "发到", "发往", "收货"];
/// What may stand between them and it.
const AFTER: &[char] = &['在', '是', '为', ':', ' ', '到', '您', '你'];
/// What names of places end in, from the largest to the smallest: provinces, towns and quarters, streets, estates.
const ENDS: [&[&str]; 3] = [
    &["省", "市", "区", "县", "镇", "乡", "街道"],
    &["路", "街", "大道", "巷", "弄", "胡同", "村"],
    &["花园", "小区", "公寓", "家园", "新村", "新城", "苑", "大厦", "广场", "山庄", "别墅", "华府", "公馆", "府邸", "庄园", "楼"],
];
/// The characters before such an end.
const NAME: std::ops::RangeInclusive<usize> = 2..=6;
/// The most places that one address is made of, and how many are one that nothing leads to.
const PLACES: usize = 6;
const SEVERAL: usize = 3;
/// What makes 住 another word: 记住, 挡住.
const HELD: &[char] = &['记', '抓', '停', '忍', '稳', '锁', '盖', '挡', '接', '留', '拿', '站', '困', '卡'];

/// What follows the words for an address: a street and an estate; for what is hidden, any two places.
fn said(text: &str, reach: Reach) -> Vec<Part> {
    if !names_places(text) {
        return Vec::new();
    }
    let leads = LEADS.iter().flat_map(|lead| text.match_indices(lead));
    let leads = leads.filter(|(at, lead)| *lead != "住" || !text[..*at].ends_with(HELD)).map(|(at, lead)| at + lead.len());
    // Hidden are places at the beginning of a clause too, where there are several.
    let begins = text.char_indices().filter(|(at, c)| reach == Reach::Hidden && is_han(*c) && !text[..*at].ends_with(is_han));
    let begins = begins.filter(|(at, _)| !LEADS.iter().any(|lead| text[*at..].starts_with(lead)));
    let leads = leads.map(|at| (at, 2)).chain(begins.map(|(at, _)| (at, SEVERAL)));
    let place = |(from, least): (usize, usize)| {
        let start = text.len() - text[from..].trim_start_matches(AFTER).len();
        let (mut end, mut ranks) = (start, Vec::new());
        while let Some((next, rank)) = place_from(text, end).filter(|_| ranks.len() < PLACES) {
            ranks.push(rank);
            end = next;
        }
        let fits = match reach {
            Reach::Told => ranks.windows(2).any(|two| two == [1, 2]),
            Reach::Hidden => ranks.len() >= least && ranks.windows(2).any(|two| two[0] < two[1]),
        };
        fits.then_some(Part { at: start..end, alone: true })
    };
    leads.filter_map(place).collect()
}

/// Whether a town or a street may be named: no address is told without one.
fn names_places(text: &str) -> bool {
    let is_end = |c: char| matches!(c, '省' | '市' | '区' | '县' | '镇' | '乡' | '路' | '街' | '巷' | '弄' | '村');
    text.contains(is_end) || text.contains("大道") || text.contains("胡同")
}

/// Where the name of a place ends that begins here, and which sort it is.
fn place_from(text: &str, from: usize) -> Option<(usize, usize)> {
    let rest = text[from..].trim_start_matches([',', ' ', '、']);
    let skipped = text.len() - rest.len();
    let longest = NAME.end() + 2;
    let name: &str =
        &rest[..rest.char_indices().take_while(|(_, c)| is_han(*c)).take(longest).map(|(at, c)| at + c.len_utf8()).last()?];
    name.char_indices().skip(*NAME.start()).take(*NAME.end()).find_map(|(at, _)| {
        let found = |rank: usize| ENDS[rank].iter().filter(|end| name[at..].starts_with(**end)).map(|end| end.len()).max();
        (0..ENDS.len()).rev().find_map(|rank| Some((skipped + at + found(rank)?, rank)))
    })
}

/// Where the name of a street before its number begins.
fn street_before(text: &str, end: usize) -> usize {
    let is_name = |c: char| is_han(c) || c.is_ascii_alphanumeric();
    text[..end].char_indices().rev().take(12).take_while(|(_, c)| is_name(*c)).last().map_or(end, |(at, _)| at)
}

const WAYS: &[&str] = &["street", "st", "road", "rd", "avenue", "ave", "lane", "boulevard", "blvd"];
const ROOMS: &[&str] = &["apt", "apartment", "room", "rm", "suite"];
const HOUSES: &[&str] = &["flat", "unit", "building", "bldg", "block"];
/// Words that are in no street's name.
const ELSE: &[&str] = &["on", "of", "the", "in", "at", "a", "to", "days", "day", "hours", "hour", "more", "pieces", "orders"];

fn english(text: &str) -> Vec<Part> {
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
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
