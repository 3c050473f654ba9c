//! Taking the keys out of a table: each by its type, each remembered as known, all mistakes put down and none thrown.
//!
//! `require` says what must be there; the takers give `None` for what is not there or not fit. `finish` tells of keys that nobody
//! asked for, with what was probably meant, and of what is missing.

use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::path::nearest;
use super::sheet::{At, Kind, Sheet};
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
    table: &'a DeTable<'a>,
    known: Vec<&'static str>,
    missing: Vec<&'static str>,
    /// Which type each key takes.
    types: BTreeMap<&'static str, &'static str>,
    /// Which words a key takes, where they are settled.
    words: BTreeMap<&'static str, String>,
    /// Tables that stand beside the main one, with their keys.
    sections: &'static [Section],
}

/// A table that stands beside the main one, and its keys in the order of its page.
pub type Section = (&'static str, &'static [&'static str]);

impl<'r, 'a> Reader<'r, 'a> {
    /// Of a table at a place.
    pub const fn new(sheet: &'r mut Sheet<'a>, table: &'a DeTable<'a>, span: Range<usize>) -> Self {
        Self {
            sheet,
            span,
            table,
            known: Vec::new(),
            missing: Vec::new(),
            types: BTreeMap::new(),
            words: BTreeMap::new(),
            sections: &[],
        }
    }

    /// Says which keys must be there.
    pub fn require(&mut self, keys: &[&'static str]) {
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

    /// Keys that have a meaning in a later version.
    pub fn reserved(&mut self, keys: &[&'static str]) {
        for key in keys {
            self.known.push(key);
            if let Some((name, _)) = self.table.get_key_value(*key) {
                self.sheet.find(&codes::NOT_YET, name.span(), &[("key", key)]);
                self.sheet.forgive(key);
            }
        }
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
    fn wrong(&mut self, key: &'static str, value: Value<'a>, expected: &str) {
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

    /// A table whose keys are the author's.
    pub fn pairs(&mut self, key: &'static str) -> Vec<(At<&'a str>, Value<'a>)> {
        let Some(value) = self.take(key, "table") else { return Vec::new() };
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(key, value, "table");
            return Vec::new();
        };
        table.iter().map(|(name, value)| (At { it: name.get_ref().as_ref(), span: name.span() }, value)).collect()
    }

    /// A table with keys of its own.
    pub fn table<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Reader<'_, 'a>) -> T) -> Option<T> {
        let value = self.take(key, "table")?;
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(key, value, "table");
            return None;
        };
        Some(self.inner(key, table, value.span(), read))
    }

    /// The main table: its texts stand at the top of a translation, so it adds nothing to the path.
    pub fn main<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Reader<'_, 'a>) -> T) -> Option<T> {
        let value = self.take(key, "table")?;
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(key, value, "table");
            return None;
        };
        self.span = value.span();
        let astray: Vec<Section> = self
            .sections
            .iter()
            .filter(|(name, _)| table.contains_key(*name) && !self.table.contains_key(*name))
            .copied()
            .collect();
        let mut reader = Reader::new(self.sheet, table, value.span());
        let out = read(&mut reader);
        reader.known.extend(astray.iter().map(|(name, _)| *name));
        reader.finish();
        // One slip, one finding: a table of its own that stands as a key in this one is not missing.
        for section in &astray {
            if let Some(value) = table.get(section.0) {
                not_a_section(self.sheet, section, value);
                self.sheet.forgive(section.0);
            }
        }
        self.missing.retain(|key| astray.iter().all(|(name, _)| name != key));
        Some(out)
    }

    /// Tables without ids, in order.
    pub fn rows<T>(&mut self, key: &'static str, mut read: impl FnMut(&mut Reader<'_, 'a>) -> T) -> Vec<T> {
        let tables = self.tables(key);
        tables.into_iter().map(|(table, span)| self.inner(key, table, span, &mut read)).collect()
    }

    /// Tables with ids, in order; an id twice is put down.
    pub fn items<T>(&mut self, key: &'static str, mut read: impl FnMut(&mut Reader<'_, 'a>, &At<&'a str>) -> T) -> Vec<T> {
        let mut seen: BTreeMap<&'a str, Range<usize>> = BTreeMap::new();
        let mut out = Vec::new();
        for (table, span) in self.tables(key) {
            let name = match table.get("id").and_then(|id| id.get_ref().as_str()) {
                Some(id) => format!("{key}.{id}"),
                None => {
                    self.sheet.forgive(key);
                    format!("{key}.?")
                }
            };
            out.push(self.inner(&name, table, span, |r| {
                r.require(&["id"]);
                let id = r.id().unwrap_or_else(|| At { it: "?", span: r.span.clone() });
                if let Some(first) = seen.get(id.it).filter(|_| id.it != "?") {
                    let kind = if key == "options" { "option" } else { key };
                    r.sheet.find_also(&codes::ID_TWICE, id.span.clone(), first.clone(), &[("kind", kind), ("id", id.it)]);
                }
                seen.entry(id.it).or_insert_with(|| id.span.clone());
                read(r, &id)
            }));
        }
        out
    }

    fn tables(&mut self, key: &'static str) -> Vec<(&'a DeTable<'a>, Range<usize>)> {
        let Some(value) = self.take(key, "tables") else { return Vec::new() };
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(key, value, "tables");
            return Vec::new();
        };
        let mut out = Vec::new();
        for item in items {
            match item.get_ref().as_table() {
                Some(table) => out.push((table, item.span())),
                None => self.wrong(key, item, "table"),
            }
        }
        out
    }

    fn inner<T>(
        &mut self,
        name: &str,
        table: &'a DeTable<'a>,
        span: Range<usize>,
        read: impl FnOnce(&mut Reader<'_, 'a>) -> T,
    ) -> T {
        let before = self.sheet.path.len();
        if before > 0 {
            self.sheet.path.push('.');
        }
        self.sheet.path.push_str(name);
        let mut reader = Reader::new(self.sheet, table, span);
        let out = read(&mut reader);
        reader.finish();
        self.sheet.path.truncate(before);
        out
    }

    /// Tells of keys that nobody asked for and of what is missing.
    pub fn finish(mut self) {
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
fn listed<T>(all: &[(&'static str, T)]) -> String {
    all.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" | ")
}

/// Puts down that a table of its own is written as a key.
fn not_a_section(sheet: &mut Sheet<'_>, (key, keys): &Section, value: Value<'_>) {
    let args = [("key", *key), ("expected", "section"), ("found", value.get_ref().type_str()), ("keys", &keys.join(" · "))];
    sheet.find(&codes::WRONG_TYPE, value.span(), &args);
}
