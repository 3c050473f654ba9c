//! E-mail addresses and names in messengers.

use super::Span;

/// E-mail addresses and messenger names.
pub fn find(text: &str) -> Vec<Span> {
    let mails = text.match_indices('@').filter_map(|(at, _)| mail(text, at));
    let names =
        MESSENGERS.iter().flat_map(|word| text.match_indices(word)).filter_map(|(at, word)| name(text, at, at + word.len()));
    mails.chain(names).collect()
}

const MESSENGERS: &[&str] =
    &["微信", "薇信", "v信", "vx", "wx", "wechat", "weixin", "qq", "扣扣", "whatsapp", "telegram", "line id", "加v"];

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

fn name(text: &str, at: usize, end: usize) -> Option<Span> {
    let cut = |c: char| c.is_ascii_alphanumeric();
    if text[at..].starts_with(cut) && text[..at].ends_with(cut) {
        return None;
    }
    let mut rest = &text[end..];
    let mut told = false;
    while let Some((after, tells)) = LEADS.iter().find_map(|(lead, tells)| Some((rest.strip_prefix(lead)?, *tells))) {
        told |= tells;
        rest = after;
    }
    let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_' || c == '-')).unwrap_or(rest.len());
    let id = rest[..length].trim_end_matches('-');
    let marked = id.contains(|c: char| c.is_ascii_digit() || c == '_');
    let fits = (5..=24).contains(&id.len()) && (marked || (told && id.len() >= 6));
    let from = text.len() - rest.len();
    fits.then(|| from..from + id.len())
}

/// What may stand between the messenger and the name; whether it tells that a name follows, even one of letters alone.
const LEADS: &[(&str, bool)] = &[
    (" ", false),
    (":", true),
    ("号码", true),
    ("号", true),
    ("账号", true),
    ("id", false),
    ("是", false),
    ("为", false),
    ("is", false),
    ("account", false),
    ("number", false),
    ("=", true),
    ("\"", true),
];
