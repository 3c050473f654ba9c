//! Taking the keys out of a table: each by its type, each remembered as known, all mistakes put down and none thrown.
//!
//! `require` says what must be there; the takers give `None` for what is not there or not fit. `finish` tells of keys that nobody
//! asked for, with what was probably meant, and of what is missing.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::asked::Asked;
use super::path::nearest;
use super::sheet::{At, Kind, Sheet};
use super::tables::{Section, not_a_section};
use crate::base::id::{SkillId, is_slug};
use crate::base::points::Points;
use crate::content::codes;

/// A key's value with its place.
pub type Value<'a> = &'a Spanned<DeValue<'a>>;

/// A table whose keys are being taken out.
pub struct Reader<'r, 'a> {
    /// What is put down meanwhile.
    pub sheet: &'r mut Sheet<'a>,
    /// The table's place: its header.
    pub span: Range<usize>,
    pub(super) table: &'a DeTable<'a>,
    pub(super) known: Vec<&'static str>,
    pub(super) missing: Vec<&'static str>,
    /// Which type each key takes.
    types: BTreeMap<&'static str, &'static str>,
    /// Which words a key takes, where they are settled.
    words: BTreeMap<&'static str, String>,
    /// Tables that stand beside the main one, with their keys.
    pub(super) sections: &'static [Section],
    /// What was asked for.
    pub(super) asked: Asked,
}

impl<'r, 'a> Reader<'r, 'a> {
    /// Of a table at a place.
    pub fn new(sheet: &'r mut Sheet<'a>, table: &'a DeTable<'a>, span: Range<usize>) -> Self {
        Self {
            sheet,
            span,
            table,
            known: Vec::new(),
            missing: Vec::new(),
            types: BTreeMap::new(),
            words: BTreeMap::new(),
            sections: &[],
            asked: Asked::default(),
        }
    }

    /// Says which keys must be there.
    pub fn require(&mut self, keys: &[&'static str]) {
        self.asked.required(keys);
        for key in keys {
            self.known.push(key);
            if !self.table.contains_key(*key) {
                self.missing.push(key);
            }
        }
    }

    /// Says which tables stand beside the main one.
    pub const fn sections(&mut self, all: &'static [Section]) {
        self.sections = all;
    }

    /// Whether a key is there.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// The place of a key's value; without one, that of the table.
    pub fn place(&self, key: &str) -> Range<usize> {
        self.table.get(key).map_or_else(|| self.span.clone(), Spanned::span)
    }

    /// A key's value, whatever it is. One that could not be read has no place, and is nothing.
    pub fn get(&mut self, key: &'static str) -> Option<Value<'a>> {
        self.known.push(key);
        self.table.get(key).filter(|value| !value.span().is_empty())
    }

    /// The same, of a key that takes a certain type.
    pub(super) fn take(&mut self, key: &'static str, kind: &'static str) -> Option<Value<'a>> {
        self.types.insert(key, kind);
        self.get(key)
    }

    /// Puts down that a value is of another type.
    pub(super) fn wrong(&mut self, key: &'static str, value: Value<'a>, expected: &str) {
        let section = self.sections.iter().find(|(name, _)| *name == key);
        match section {
            Some(section) => not_a_section(self.sheet, section, value),
            None => {
                let found = value.get_ref().type_str();
                let args = [("key", key), ("expected", expected), ("found", found), ("keys", "")];
                self.sheet.find(&codes::WRONG_TYPE, value.span(), &args);
            }
        }
        self.sheet.forgive(key);
    }

    /// A text that is not shown in other words: a name, a word, a source.
    pub fn string(&mut self, key: &'static str) -> Option<At<&'a str>> {
        let value = self.take(key, "text")?;
        let Some(text) = value.get_ref().as_str() else {
            self.wrong(key, value, "text");
            return None;
        };
        if text.trim().is_empty() {
            self.sheet.find(&codes::EMPTY, value.span(), &[("key", key)]);
            return None;
        }
        Some(At { it: text, span: value.span() })
    }

    /// A list of such texts, none twice.
    pub fn strings(&mut self, key: &'static str) -> Vec<At<&'a str>> {
        let Some(value) = self.take(key, "list") else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(key, value, "list");
            return Vec::new();
        };
        let mut out: Vec<At<&'a str>> = Vec::new();
        let mut seen: BTreeMap<&str, Range<usize>> = BTreeMap::new();
        for item in items {
            let Some(text) = item.get_ref().as_str() else {
                self.wrong(key, item, "text");
                continue;
            };
            if let Some(first) = seen.insert(text, item.span()) {
                self.sheet.find_also(&codes::LISTED_TWICE, item.span(), first, &[("value", text), ("key", key)]);
                continue;
            }
            out.push(At { it: text, span: item.span() });
        }
        out
    }

    /// An id: a–z, 0–9 and `-`. A bad one is put down and given nevertheless, so that what names it finds it.
    pub fn id(&mut self) -> Option<At<&'a str>> {
        let id = self.string("id")?;
        if !is_slug(id.it) {
            self.sheet.find(&codes::BAD_ID, id.span.clone(), &[("id", id.it)]);
        }
        Some(id)
    }

    /// Names of other things.
    pub fn refs<T: From<&'a str>>(&mut self, key: &'static str, kind: Kind) -> Vec<T> {
        let names = self.strings(key);
        for name in &names {
            self.sheet.refer(kind, name.it, name.span.clone());
        }
        names.into_iter().map(|name| T::from(name.it)).collect()
    }

    /// A date.
    pub fn date(&mut self, key: &'static str) -> Option<jiff::civil::Date> {
        let value = self.take(key, "date")?;
        let day = value.get_ref().as_datetime().filter(|at| at.time.is_none()).and_then(|at| at.date);
        let civil = |day: toml::value::Date| {
            let year = i16::try_from(day.year).ok()?;
            jiff::civil::Date::new(year, i8::try_from(day.month).ok()?, i8::try_from(day.day).ok()?).ok()
        };
        let day = day.and_then(civil);
        if day.is_none() {
            self.wrong(key, value, "date");
        }
        day
    }

    /// One of some words.
    pub fn word<T: Copy>(&mut self, key: &'static str, all: &[(&'static str, T)]) -> Option<T> {
        self.words.insert(key, listed(all));
        let word = self.string(key)?;
        self.one_of(key, &word, all)
    }

    /// Some of some words.
    pub fn words<T: Copy>(&mut self, key: &'static str, all: &[(&'static str, T)]) -> Vec<T> {
        self.words.insert(key, listed(all));
        self.strings(key).iter().filter_map(|word| self.one_of(key, word, all)).collect()
    }

    fn one_of<T: Copy>(&mut self, key: &'static str, word: &At<&str>, all: &[(&'static str, T)]) -> Option<T> {
        self.asked.words(key, all);
        let found = all.iter().find(|(name, _)| *name == word.it).map(|(_, it)| *it);
        if found.is_none() {
            let best = nearest(word.it, all.iter().map(|(name, _)| *name)).unwrap_or("none");
            let args = [("key", key), ("found", word.it), ("expected", &listed(all)), ("best", best)];
            self.sheet.find(&codes::BAD_WORD, word.span.clone(), &args);
        }
        found
    }

    /// Yes or no.
    pub fn flag(&mut self, key: &'static str) -> Option<bool> {
        let value = self.take(key, "flag")?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong(key, value, "flag");
        }
        flag
    }

    /// An integer within a range.
    pub fn integer<T: TryFrom<i64>>(&mut self, key: &'static str, range: RangeInclusive<i64>) -> Option<T> {
        let value = self.take(key, "integer")?;
        self.integer_of(key, value, range)
    }

    /// The same, of a value already at hand.
    pub fn integer_of<T: TryFrom<i64>>(&mut self, key: &'static str, value: Value<'a>, range: RangeInclusive<i64>) -> Option<T> {
        self.asked.range(key, &range);
        let Some(integer) = value.get_ref().as_integer() else {
            self.wrong(key, value, "integer");
            return None;
        };
        let number = i64::from_str_radix(integer.as_str(), integer.radix()).ok().filter(|n| range.contains(n));
        if number.is_none() {
            let (min, max) = (range.start().to_string(), range.end().to_string());
            let args = [("key", key), ("found", &self.text_at(value)), ("min", &min), ("max", &max)];
            self.sheet.find(&codes::OUT_OF_RANGE, value.span(), &args);
        }
        number.and_then(|n| T::try_from(n).ok())
    }

    /// A decimal number, exactly as written.
    pub fn points(&mut self, key: &'static str) -> Option<At<Points>> {
        let value = self.take(key, "number")?;
        self.points_of(key, value).map(|it| At { it, span: value.span() })
    }

    fn points_of(&mut self, key: &'static str, value: Value<'a>) -> Option<Points> {
        if !value.get_ref().is_integer() && !value.get_ref().is_float() {
            self.wrong(key, value, "number");
            return None;
        }
        let text = self.text_at(value);
        let points = Points::parse(&text.replace('_', ""));
        if points.is_none() {
            self.sheet.find(&codes::BAD_POINTS, value.span(), &[("key", key), ("found", &text)]);
        }
        points
    }

    fn text_at(&self, value: Value<'a>) -> String {
        self.sheet.parsed.text.get(value.span()).unwrap_or("").to_owned()
    }

    /// Points by skill.
    pub fn score(&mut self, key: &'static str) -> BTreeMap<SkillId, Points> {
        let mut out = BTreeMap::new();
        for (skill, value) in self.pairs(key) {
            self.sheet.refer(Kind::Skill, skill.it, skill.span);
            if let Some(points) = self.points_of(key, value) {
                out.insert(skill.it.into(), points);
            }
        }
        out
    }

    /// Tells of keys that nobody asked for and of what is missing.
    pub fn finish(mut self) {
        self.asked.all(self.sheet, self.table, &self.known, &self.types);
        let mut missing = std::mem::take(&mut self.missing);
        let absent: Vec<&'static str> = self.known.iter().filter(|key| !self.table.contains_key(**key)).copied().collect();
        for (key, _) in self.table {
            let name = key.get_ref().as_ref();
            if self.known.contains(&name) {
                continue;
            }
            let best = nearest(name, absent.iter().copied());
            // One slip, one finding: what is there under a wrong name is not missing.
            missing.retain(|key| Some(*key) != best);
            self.sheet.find(&codes::KEY_UNKNOWN, key.span(), &[("key", name), ("best", best.unwrap_or("none"))]);
            if let Some(best) = best {
                self.sheet.forgive(best);
            }
        }
        let broken = !missing.is_empty() && self.sheet.parsed.is_broken_near(self.span.start);
        for key in missing {
            self.sheet.forgive(key);
            if !broken {
                let of = self.types.get(key).copied().unwrap_or("other");
                let words = self.words.get(key).map_or("none", String::as_str);
                self.sheet.find(&codes::KEY_MISSING, self.span.clone(), &[("key", key), ("of", of), ("words", words)]);
            }
        }
    }
}

/// The words there are, as sentences list them.
pub(super) fn listed<T>(all: &[(&'static str, T)]) -> String {
    all.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" | ")
}
