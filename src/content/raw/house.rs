//! `[house]`: values of the company that texts name as `{house.shop}`. A library above gives its own, and every text below says them.
//!
//! Collected from all library files before a text is read; what names a value that nobody gives is found in the files as they are
//! written. `sheet` puts values into texts.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::path::nearest;
use super::sheet::Kind;
use super::syntax::Parsed;
use crate::base::finding::{Finding, Place};
use crate::base::id::Lang;
use crate::content::codes;

/// What begins the name of a value in a text; `}` ends it.
const BEGIN: &str = "{house.";

/// Stands where a value cannot be said.
const GAP: &str = "…";
/// A value in a value in a value, no further.
const DEEPEST: usize = 32;
/// No value is longer, in bytes: a few that name one another several times would fill any memory.
const LONGEST: usize = 20_000;

/// The values of all libraries.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct House {
    /// By name, then by language; what one says of another is filled in.
    values: Values,
    /// Values that cannot be said: they name one another in a circle, or grow without end.
    pub circles: Vec<Finding>,
}

type Values = BTreeMap<String, BTreeMap<Lang, String>>;

/// A value as its library wrote it, with its place.
type Given = BTreeMap<String, BTreeMap<Lang, (String, Place)>>;

impl House {
    /// Of libraries over one another, each with its files and the language it is written in: what one above says of a value stands
    /// for all that is said below, in every language.
    pub fn of<'a>(layers: impl Iterator<Item = (&'a [Parsed<'a>], &'a Lang)>) -> Self {
        let mut given = Given::new();
        for (files, base) in layers {
            for file in files.iter().filter(|file| file.table.contains_key("library")) {
                for (name, value) in values(&file.table) {
                    given.insert(name.get_ref().to_string(), BTreeMap::from([(base.clone(), written(file, value))]));
                }
            }
            let library = format!("{}:", Kind::Library);
            let text = |file: &'a Parsed<'a>, key: &str| file.table.get(key).and_then(|it| it.get_ref().as_str());
            for file in files.iter().filter(|file| text(file, "translates").is_some_and(|of| of.starts_with(&library))) {
                let Some(lang) = text(file, "language") else { continue };
                for (name, value) in values(&file.table) {
                    given.entry(name.get_ref().to_string()).or_default().insert(lang.into(), written(file, value));
                }
            }
        }
        Self::settled(&given)
    }

    /// Values with those that they name.
    fn settled(given: &Given) -> Self {
        let mut filling = Filling { given, done: BTreeMap::new(), circles: Vec::new() };
        let mut out = Values::new();
        for (name, by) in given {
            for lang in by.keys() {
                let text = filling.value(name, lang, &mut Vec::new());
                out.entry(name.clone()).or_default().insert(lang.clone(), text);
            }
        }
        Self { values: out, circles: filling.circles }
    }

    /// A text with the values that it names; one that nobody gives stays as it is written.
    pub fn fill<'t>(&self, text: &'t str, lang: &Lang) -> Cow<'t, str> {
        let mut out = String::new();
        let mut from = 0;
        for (at, name) in named(text) {
            if let Some(value) = self.value(name, lang) {
                out.push_str(&text[from..at.start]);
                out.push_str(value);
                from = at.end;
            }
        }
        if from == 0 {
            return Cow::Borrowed(text);
        }
        out.push_str(&text[from..]);
        Cow::Owned(out)
    }

    /// Where no translation gives a value, that of the language it was written in stands.
    fn value(&self, name: &str, lang: &Lang) -> Option<&str> {
        let by = self.values.get(name)?;
        by.get(lang).or_else(|| by.values().next()).map(String::as_str)
    }

    /// What files name and nobody gives, and what they name as no text is read.
    pub fn unknown<'a>(&self, files: &[Parsed<'a>]) -> Vec<Finding> {
        let mut out = Vec::new();
        let names = || self.values.keys().map(String::as_str);
        for (file, span) in files.iter().flat_map(texts) {
            let (start, text) = (span.start, file.text.get(span).unwrap_or_default());
            for (at, name) in named(text).filter(|(_, name)| !self.values.contains_key(*name)) {
                let best = nearest(name, names()).unwrap_or("none");
                let known = names().collect::<Vec<_>>().join(" · ");
                let known = if known.is_empty() { "none" } else { &known };
                let args = [("kind", "house"), ("id", name), ("best", best), ("known", known)];
                out.push(codes::NO_SUCH.at(file.place(start + at.start..start + at.end), &args));
            }
            for (at, name) in slips(text) {
                let meant = if self.values.contains_key(name) { name } else { nearest(name, names()).unwrap_or(name) };
                let right = format!("{BEGIN}{meant}}}");
                let args = [("found", &text[at.clone()]), ("right", &right)];
                out.push(codes::VALUE_MISWRITTEN.at(file.place(start + at.start..start + at.end), &args));
            }
        }
        out
    }
}

/// Values that libraries give and no text of any of them names. What cannot be read may name anything.
pub fn unnamed<'a>(layers: &[&[Parsed<'a>]]) -> Vec<Finding> {
    let files = || layers.iter().flat_map(|files| files.iter());
    let given = || files().filter(|file| file.table.contains_key("library"));
    let is_given = given().any(|file| values(&file.table).next().is_some());
    if !is_given || files().any(|file| !file.source.readable || !file.broken.is_empty()) {
        return Vec::new();
    }
    let mut known = BTreeSet::new();
    for (file, span) in files().flat_map(texts) {
        let text = file.text.get(span).unwrap_or_default();
        known.extend(named(text).chain(slips(text)).map(|(_, name)| name));
    }
    let all = if known.is_empty() { "none".to_owned() } else { known.iter().copied().collect::<Vec<_>>().join(" · ") };
    let mut out = Vec::new();
    for file in given() {
        for (name, _) in values(&file.table).filter(|(name, _)| !known.contains(&**name.get_ref())) {
            let best = nearest(name.get_ref(), known.iter().copied()).unwrap_or("none");
            let args = [("name", &**name.get_ref()), ("best", best), ("known", &all)];
            out.push(codes::VALUE_UNNAMED.at(file.place(name.span()), &args));
        }
    }
    out
}

/// Values that are being filled in.
struct Filling<'g> {
    given: &'g Given,
    done: BTreeMap<(&'g str, &'g Lang), String>,
    circles: Vec<Finding>,
}

impl<'g> Filling<'g> {
    /// A value, as those `above` it name it.
    fn value(&mut self, name: &'g str, lang: &Lang, above: &mut Vec<&'g str>) -> String {
        let given: &'g Given = self.given;
        let Some(by) = given.get(name) else { return String::new() };
        let Some((lang, (text, place))) = by.get_key_value(lang).or_else(|| by.iter().next()) else { return String::new() };
        if let Some(done) = self.done.get(&(name, lang)) {
            return done.clone();
        }
        above.push(name);
        let mut out = String::new();
        let mut from = 0;
        for (at, other) in named(text) {
            let Some((other, _)) = given.get_key_value(other) else { continue };
            let circle = above.iter().position(|above| above == other);
            let said = match circle {
                Some(_) => None,
                None if above.len() >= DEEPEST || out.len() > LONGEST => None,
                None => Some(self.value(other, lang, above)),
            };
            if said.is_none() {
                let path = above[circle.unwrap_or(0)..].iter().copied().chain([other.as_str()]).collect::<Vec<_>>().join(" → ");
                let what = if circle.is_some() { "circle" } else { "long" };
                self.circles.push(codes::VALUE_CIRCLE.at(place.clone(), &[("what", what), ("path", &path)]));
            }
            out.push_str(&text[from..at.start]);
            out.push_str(said.as_deref().unwrap_or(GAP));
            from = at.end;
        }
        out.push_str(&text[from..]);
        above.pop();
        self.done.insert((name, lang), out.clone());
        out
    }
}

type Key<'a> = Spanned<DeString<'a>>;

fn values<'a>(table: &'a DeTable<'a>) -> impl Iterator<Item = (&'a Key<'a>, &'a Spanned<DeValue<'a>>)> {
    let house = table.get("house").and_then(|house| house.get_ref().as_table());
    house.into_iter().flat_map(|house| house.iter()).filter(|(_, value)| value.get_ref().is_str())
}

fn written(file: &Parsed<'_>, value: &Spanned<DeValue<'_>>) -> (String, Place) {
    (in_a_line(value.get_ref().as_str().unwrap_or_default()), file.place(value.span()))
}

/// What stands within a sentence or a row: its lines as one, without space around.
pub fn in_a_line(text: &str) -> String {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The texts of a file that may name values.
fn texts<'f, 'a>(file: &'f Parsed<'a>) -> impl Iterator<Item = (&'f Parsed<'a>, Range<usize>)> {
    let mut out = Vec::new();
    if file.source.readable && ["house", "House", "HOUSE"].iter().any(|word| file.text.contains(word)) {
        file.table.values().for_each(|value| strings(value, &mut out));
    }
    out.into_iter().map(move |span| (file, span))
}

/// Where texts stand: comments name nothing.
fn strings(value: &Spanned<DeValue<'_>>, out: &mut Vec<Range<usize>>) {
    match value.get_ref() {
        DeValue::String(_) => out.push(value.span()),
        DeValue::Array(items) => items.iter().for_each(|item| strings(item, out)),
        DeValue::Table(table) => table.values().for_each(|value| strings(value, out)),
        _ => {}
    }
}

/// The names of values in a text, with where they stand, braces and all.
fn named(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    text.match_indices(BEGIN).filter_map(|(at, begin)| {
        let rest = &text[at + begin.len()..];
        let name = &rest[..rest.find('}')?];
        let end = at + begin.len() + name.len();
        let name = name.trim_matches(' ');
        name.chars().all(|c| is_of_name(c) || matches!(c, '-' | '.')).then_some((at..end + 1, name))
    })
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// What names a value as no text is read: with signs of a Chinese keyboard, with a space or a capital, or without its end.
fn slips(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    text.match_indices(['{', '｛']).filter_map(|(at, brace)| {
        let word = text[at + brace.len()..].trim_start_matches(' ');
        let (house, rest) = word.split_at_checked("house".len())?;
        let rest = house.eq_ignore_ascii_case("house").then_some(rest)?.trim_start_matches(' ');
        let rest = rest.strip_prefix(['.', '。', '．', ':', '：'])?.trim_start_matches(' ');
        let name = &rest[..rest.find(|c| !is_of_name(c)).unwrap_or(rest.len())];
        let after = &rest[name.len()..];
        let close = after.trim_start_matches(' ');
        let left = close.strip_prefix(['}', '｝']).unwrap_or(after);
        let at = at..text.len() - left.len();
        let is_read = named(&text[at.clone()]).next().is_some_and(|(read, _)| read.start == 0);
        (!name.is_empty() && !is_read && !after.starts_with(['.', '-'])).then_some((at, name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_says_the_values_it_names() {
        let (zh, en) = (Lang::from("zh-CN"), Lang::from("en"));
        let words = [(zh.clone(), "云上百货".to_owned()), (en.clone(), "Cloud Store".to_owned())];
        let values = BTreeMap::from([
            ("shop".to_owned(), words.into()),
            ("refund_limit".to_owned(), [(zh.clone(), "50 元".to_owned())].into()),
        ]);
        let house = House { values, circles: Vec::new() };
        assert_eq!(house.fill("在{house.shop}，{house.refund_limit}以内。", &zh), "在云上百货，50 元以内。");
        assert_eq!(house.fill("{house.shop}: {house.refund_limit}", &en), "Cloud Store: 50 元");
        assert_eq!(house.fill("{house.shopp} {house.shop {lists}", &zh), "{house.shopp} {house.shop {lists}");
    }

    #[test]
    fn slips_of_the_keyboard_are_told_from_what_is_read() {
        let found = |text: &'static str| slips(text).map(|(at, name)| (&text[at], name)).collect::<Vec<_>>();
        for slip in
            ["｛house.shop｝", "{house。shop}", "{house：shop}", "{house:shop}", "{ house.shop}", "{House.shop}", "{house.shop｝"]
        {
            let text = format!("在{slip}买").leak();
            assert_eq!(found(text), [(slip, "shop")], "{slip}");
        }
        assert_eq!(found("{house.shop 在 {house.limit}"), [("{house.shop", "shop")]);
        assert_eq!(found("到{house.shop"), [("{house.shop", "shop")]);
        for fine in ["{house.shop}", "{house.shop }", "{house}", "{warehouse.x}", "house.shop", "{houses.x}", "{house.a-b}"] {
            assert_eq!(found(fine), [], "{fine}");
        }
    }
}
