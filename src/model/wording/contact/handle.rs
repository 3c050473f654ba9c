//! E-mail addresses and names in messengers.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::{Found, Kind, Reach, Span};

/// E-mail addresses and messenger names.
pub fn find(text: &str, reach: Reach) -> Vec<Found> {
    let mails = text.match_indices('@').filter_map(|(at, _)| Some(Found { at: mail(text, at)?, kind: Kind::Mail }));
    let mut out: Vec<Found> = mails.collect();
    let handle = |at| Found { at, kind: Kind::Handle };
    let named = NAMED.iter().flat_map(|named| named.find_overlapping_iter(text).map(|found| found.range()));
    out.extend(named.chain(spelt(text)).filter_map(|word| name(text, &word)).map(handle));
    if reach == Reach::Hidden {
        out.extend(text.match_indices('v').filter_map(|(at, _)| after_v(text, at)).map(handle));
    }
    out
}

const MESSENGERS: &[&str] =
    &["微信", "薇信", "v信", "vx", "wx", "wechat", "weixin", "qq", "扣扣", "whatsapp", "telegram", "line id", "加v"];

/// Finds all of them at once; it fails only past two thousand million states.
static NAMED: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| AhoCorasick::new(MESSENGERS).ok());

/// Messengers that people write with signs between the letters.
const SPELT: &[&str] = &["微信", "wechat", "weixin", "vx", "wx", "qq"];

/// Mail boxes that are a shop's and no person's.
const OFFICES: &[&str] = &[
    "service", "support", "help", "info", "kefu", "cs", "care", "hello", "contact", "sales", "shop", "admin", "noreply",
    "no-reply",
];

fn mail(text: &str, at: usize) -> Option<Span> {
    let of_box = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-');
    // Nobody's box or house has a longer name.
    let head = text[..at].char_indices().rev().take(64).take_while(|(_, c)| of_box(*c)).last()?.0;
    let tail = &text[at + 1..];
    let end =
        tail.char_indices().take(128).take_while(|(_, c)| c.is_ascii_alphanumeric() || matches!(c, '.' | '-')).last()?.0 + 1;
    let house = tail[..end].trim_end_matches(['.', '-']);
    let (_, top) = house.rsplit_once('.')?;
    let is_top = top.len() >= 2 && top.chars().all(|c| c.is_ascii_alphabetic());
    (is_top && !OFFICES.contains(&&text[head..at])).then(|| head..at + 1 + house.len())
}

/// Messengers with a sign between letters: w e i x i n, 微.信.
fn spelt(text: &str) -> Vec<Span> {
    let is_sign = |c: char| matches!(c, ' ' | '.' | '-' | '_' | '*' | '·');
    let word_at = |at: usize, word: &str| {
        let mut rest = &text[at..];
        for (n, c) in word.chars().enumerate() {
            rest = if n == 0 { rest } else { rest.strip_prefix(is_sign).unwrap_or(rest) };
            rest = rest.strip_prefix(c)?;
        }
        let end = text.len() - rest.len();
        // v x: is one, v xiaomei88 is not.
        let goes_on = word.is_ascii() && rest.starts_with(|c: char| c.is_ascii_alphanumeric());
        (end - at > word.len() && !goes_on).then_some(at..end)
    };
    let all = SPELT.iter().filter_map(|word| Some((word, word.chars().next()?)));
    all.flat_map(|(word, first)| text.match_indices(first).filter_map(move |(at, _)| word_at(at, word))).collect()
}

fn is_cut(text: &str, at: usize) -> bool {
    let letter = |c: char| c.is_ascii_alphanumeric();
    text[at..].starts_with(letter) && text[..at].ends_with(letter)
}

/// How many characters of a name begin a text.
fn length(text: &str) -> usize {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-')).unwrap_or(text.len());
    text[..end].trim_end_matches('-').len()
}

fn name(text: &str, word: &Span) -> Option<Span> {
    if is_cut(text, word.start) {
        return None;
    }
    let mut rest = &text[word.end..];
    let (mut told, mut apart) = (Tells::Nothing, false);
    while let Some((after, tells)) = LEADS.iter().find_map(|(lead, tells)| Some((rest.strip_prefix(lead)?, *tells))) {
        apart |= tells == Tells::Aside;
        told = told.max(tells);
        rest = after;
    }
    let id = &rest[..length(rest)];
    let marked = id.contains(|c: char| c.is_ascii_digit() || c == '_') && (!apart || told > Tells::Aside);
    let fits = (5..=24).contains(&id.len()) && (marked || (told == Tells::Name && id.len() >= 6));
    let from = text.len() - rest.len();
    fits.then(|| from..from + id.len())
}

/// A name behind a bare v: letters with digits.
fn after_v(text: &str, at: usize) -> Option<Span> {
    let rest = text[at + 1..].strip_prefix([' ', ':'])?.trim_start_matches([' ', ':']);
    let id = &rest[..length(rest)];
    let is_name = id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.contains(|c: char| c.is_ascii_digit() || c == '_');
    let from = text.len() - rest.len();
    (is_name && !is_cut(text, at) && (6..=24).contains(&id.len())).then(|| from..from + id.len())
}

/// What words between the messenger and the name say of what follows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tells {
    Nothing,
    /// Nothing, and it counts only where something else does.
    Aside,
    /// A number, or a name with digits.
    Number,
    /// A name, even one of letters alone.
    Name,
}

/// What may stand between the messenger and the name.
const LEADS: &[(&str, Tells)] = &[
    (" ", Tells::Nothing),
    (":", Tells::Name),
    ("的", Tells::Nothing),
    ("号码", Tells::Name),
    ("号", Tells::Name),
    ("账号", Tells::Name),
    ("id", Tells::Nothing),
    ("是", Tells::Nothing),
    ("为", Tells::Nothing),
    ("is", Tells::Nothing),
    ("account", Tells::Nothing),
    ("number", Tells::Number),
    ("=", Tells::Name),
    ("\"", Tells::Name),
    (",", Tells::Aside),
    ("your", Tells::Aside),
    ("my", Tells::Aside),
    ("his", Tells::Aside),
    ("her", Tells::Aside),
    ("您", Tells::Aside),
    ("你", Tells::Aside),
    ("我", Tells::Aside),
    ("他", Tells::Aside),
    ("她", Tells::Aside),
];
