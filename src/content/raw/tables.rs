//! Taking out tables: those with keys of their own, one or several, those whose keys are the author's, and the main table of a file.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::de::DeTable;

use super::reader::{Reader, Value};
use super::sheet::{At, Sheet};
use crate::content::codes;

/// A table that stands beside the main one, and its keys in the order of its page.
pub type Section = (&'static str, &'static [&'static str]);

impl<'a> Reader<'_, 'a> {
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
        reader.asked.main();
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

    /// A table at hand, that stands under a key.
    pub fn row<T>(
        &mut self,
        key: &'static str,
        table: &'a DeTable<'a>,
        span: Range<usize>,
        read: impl FnOnce(&mut Reader<'_, 'a>) -> T,
    ) -> T {
        self.inner(key, table, span, read)
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
}

/// Puts down that a table of its own is written as a key.
pub fn not_a_section(sheet: &mut Sheet<'_>, (key, keys): &Section, value: Value<'_>) {
    let args = [("key", *key), ("expected", "section"), ("found", value.get_ref().type_str()), ("keys", &keys.join(" · "))];
    sheet.find(&codes::WRONG_TYPE, value.span(), &args);
}
