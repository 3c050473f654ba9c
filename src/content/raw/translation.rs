//! Translations: a file of texts, flattened to paths, of which a base takes what it needs. What is left over belongs nowhere.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::path::{Found, follow, nearest};
use super::syntax::Parsed;
use crate::base::finding::{Finding, Place};
use crate::base::id::Lang;
use crate::content::codes;

/// The keys of a translation that are no texts.
pub const OWN_KEYS: &[&str] = &["format", "translates", "language"];

/// A translation of one thing.
#[derive(Debug)]
pub struct Translation<'a> {
    /// Its file.
    pub parsed: &'a Parsed<'a>,
    /// Its language.
    pub lang: Lang,
    entries: BTreeMap<String, Entry<'a>>,
}

/// What stands under one path.
#[derive(Debug)]
pub struct Entry<'a> {
    /// The value: anything but a table.
    pub value: &'a DeValue<'a>,
    /// Its place.
    pub span: Range<usize>,
    key: Range<usize>,
    used: Cell<bool>,
}

impl<'a> Translation<'a> {
    /// Flattens a translation file.
    pub fn of(parsed: &'a Parsed<'a>, lang: Lang) -> Self {
        let mut entries = BTreeMap::new();
        flatten(&parsed.table, &mut String::new(), &mut entries);
        Self { parsed, lang, entries }
    }

    /// What stands under a path; from now on it counts as used.
    pub fn take(&self, path: &str) -> Option<&Entry<'a>> {
        let entry = self.entries.get(path)?;
        entry.used.set(true);
        Some(entry)
    }

    /// Asks nothing of what stands under a path, because its base is broken.
    pub fn forgive(&self, path: &str) {
        for (name, entry) in self.entries.range(path.to_owned()..) {
            match name.strip_prefix(path) {
                Some(rest) if rest.is_empty() || rest.starts_with('.') => entry.used.set(true),
                Some(_) => {}
                None => break,
            }
        }
    }

    /// The place for something that is missing at a path: the nearest table around it.
    pub fn near(&self, path: &str) -> Range<usize> {
        let mut path = path;
        while let Some((around, _)) = path.rsplit_once('.') {
            if let Found::Here(key, span) = follow(&self.parsed.table, None, around) {
                // A table made by dots in a key has only the key's place.
                return if span.is_empty() { key } else { span };
            }
            path = around;
        }
        match self.parsed.table.get_key_value("translates") {
            Some((key, _)) => key.span(),
            None => 0..0,
        }
    }

    /// What no base has asked for: keys that are logic, and keys that do not exist (the first wrong part of each, once).
    pub fn left_over(&self, base: &Parsed<'_>, main: &str) -> Vec<Finding> {
        let mut told = BTreeSet::new();
        let mut out = Vec::new();
        for (path, entry) in self.entries.iter().filter(|(_, entry)| !entry.used.get()) {
            // Beyond a thousand a person reads no more, and following paths takes its time.
            if out.len() == 1000 {
                break;
            }
            match follow(&base.table, Some(main), path) {
                Found::Here(at, _) => {
                    let key = path.rsplit('.').next().unwrap_or(path);
                    let mut finding = codes::LOGIC_ONCE.at(self.parsed.place(entry.key.clone()), &[("key", key)]);
                    finding.also = Some(base.place(at));
                    out.push(finding);
                }
                Found::Lost(part, names) => {
                    let wrong: Vec<&str> = path.split('.').take(part + 1).collect();
                    if told.insert(wrong.join(".")) {
                        out.push(self.lost(&wrong, &names, entry));
                    }
                }
            }
        }
        out
    }

    fn lost(&self, path: &[&str], names: &[String], entry: &Entry<'_>) -> Finding {
        let at: Place = match follow(&self.parsed.table, None, &path.join(".")) {
            Found::Here(key, _) => self.parsed.place(key),
            Found::Lost(..) => self.parsed.place(entry.key.clone()),
        };
        let key = path.last().copied().unwrap_or_default();
        let best = nearest(key, names.iter().map(String::as_str)).unwrap_or("none");
        codes::NOTHING_THERE.at(at, &[("key", key), ("best", best)])
    }
}

fn flatten<'a>(table: &'a DeTable<'a>, path: &mut String, out: &mut BTreeMap<String, Entry<'a>>) {
    let top = path.is_empty();
    for (key, value) in table {
        if top && OWN_KEYS.contains(&key.get_ref().as_ref()) {
            continue;
        }
        let before = path.len();
        if !top {
            path.push('.');
        }
        path.push_str(key.get_ref());
        match value.get_ref() {
            DeValue::Table(inner) => flatten(inner, path, out),
            value_of => {
                let entry = Entry { value: value_of, span: value.span(), key: key.span(), used: Cell::new(false) };
                out.insert(path.clone(), entry);
            }
        }
        path.truncate(before);
    }
}
