//! `[house]`: values of the company that texts name as `{house.shop}`. A library above gives its own, and every text below says them.
//!
//! Collected from all library files before a text is read; what names a value that nobody gives is found in the files as they are
//! written. `sheet` puts values into texts.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::path::nearest;
use super::sheet::Kind;
use super::syntax::Parsed;
use crate::base::finding::Finding;
use crate::base::id::Lang;
use crate::content::codes;

/// What begins the name of a value in a text; `}` ends it.
const BEGIN: &str = "{house.";

/// The values of all libraries: by name, then by language.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct House(BTreeMap<String, BTreeMap<Lang, String>>);

impl House {
    /// Of libraries over one another, each with its files and the language it is written in: what one above says of a value stands
    /// for all that is said below, in every language.
    pub fn of<'a>(layers: impl Iterator<Item = (&'a [Parsed<'a>], &'a Lang)>) -> Self {
        let mut out = Self::default();
        for (files, base) in layers {
            for file in files.iter().filter(|file| file.table.contains_key("library")) {
                for (name, value) in values(&file.table) {
                    out.0.insert(name.to_owned(), BTreeMap::from([(base.clone(), value.to_owned())]));
                }
            }
            let library = format!("{}:", Kind::Library);
            let text = |file: &'a Parsed<'a>, key: &str| file.table.get(key).and_then(|it| it.get_ref().as_str());
            for file in files.iter().filter(|file| text(file, "translates").is_some_and(|of| of.starts_with(&library))) {
                let Some(lang) = text(file, "language") else { continue };
                for (name, value) in values(&file.table) {
                    out.0.entry(name.to_owned()).or_default().insert(lang.into(), value.to_owned());
                }
            }
        }
        out
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
        let by = self.0.get(name)?;
        by.get(lang).or_else(|| by.values().next()).map(String::as_str)
    }

    /// What files name and nobody gives.
    pub fn unknown<'a>(&self, files: &[Parsed<'a>]) -> Vec<Finding> {
        let mut out = Vec::new();
        for file in files.iter().filter(|file| file.source.readable && file.text.contains(BEGIN)) {
            let mut texts = Vec::new();
            file.table.values().for_each(|value| strings(value, &mut texts));
            let named = texts.into_iter().flat_map(|span| {
                let start = span.start;
                named(file.text.get(span).unwrap_or_default()).map(move |(at, name)| (start + at.start..start + at.end, name))
            });
            for (at, name) in named.filter(|(_, name)| !self.0.contains_key(*name)) {
                let best = nearest(name, self.0.keys().map(String::as_str)).unwrap_or("none");
                let known = self.0.keys().map(String::as_str).collect::<Vec<_>>().join(" · ");
                let known = if known.is_empty() { "none" } else { &known };
                let args = [("kind", "house"), ("id", name), ("best", best), ("known", known)];
                out.push(codes::NO_SUCH.at(file.place(at), &args));
            }
        }
        out
    }
}

fn values<'a>(table: &'a DeTable<'a>) -> impl Iterator<Item = (&'a str, &'a str)> {
    let house = table.get("house").and_then(|house| house.get_ref().as_table());
    house
        .into_iter()
        .flat_map(|house| house.iter())
        .filter_map(|(name, value)| Some((&**name.get_ref(), value.get_ref().as_str()?)))
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
        let name = &rest[..rest.find(['}', '\n', '"'])?];
        let end = at + begin.len() + name.len();
        text[end..].starts_with('}').then(|| (at..end + 1, name.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_says_the_values_it_names() {
        let (zh, en) = (Lang::from("zh-CN"), Lang::from("en"));
        let words = [(zh.clone(), "云上百货".to_owned()), (en.clone(), "Cloud Store".to_owned())];
        let house = House(BTreeMap::from([
            ("shop".to_owned(), words.into()),
            ("refund_limit".to_owned(), [(zh.clone(), "50 元".to_owned())].into()),
        ]));
        assert_eq!(house.fill("在{house.shop}，{house.refund_limit}以内。", &zh), "在云上百货，50 元以内。");
        assert_eq!(house.fill("{house.shop}: {house.refund_limit}", &en), "Cloud Store: 50 元");
        assert_eq!(house.fill("{house.shopp} {house.shop {lists}", &zh), "{house.shopp} {house.shop {lists}");
    }
}
