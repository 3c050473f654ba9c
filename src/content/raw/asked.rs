//! What a reader asks of a table, kept for the comparison with `shape`: the schemas name exactly the keys that are read.
//!
//! Only tests keep it; elsewhere nothing is noted down and nothing costs.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use toml::de::DeTable;

use super::sheet::Sheet;

/// What is asked of one table.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    #[cfg(test)]
    noted: Noted,
}

/// What was noted down.
#[cfg(test)]
#[derive(Clone, Debug, Default)]
pub struct Noted {
    /// The table's path, as translations name it.
    pub path: String,
    /// What its key `kind` says.
    pub kind: Option<String>,
    /// Whether it is the main table.
    pub main: bool,
    /// Every key that was asked for.
    pub known: Vec<&'static str>,
    /// Those that must be there.
    pub required: Vec<&'static str>,
    /// Which type each takes.
    pub types: BTreeMap<&'static str, &'static str>,
    /// Their ranges.
    pub ranges: BTreeMap<&'static str, RangeInclusive<i64>>,
    /// Their words.
    pub words: BTreeMap<&'static str, Vec<&'static str>>,
    /// Those that are shown, so translated.
    pub texts: Vec<&'static str>,
}

#[cfg(test)]
impl Asked {
    /// This is the main table.
    pub fn main(&mut self) {
        self.noted.main = true;
    }

    /// These must be there.
    pub fn required(&mut self, keys: &[&'static str]) {
        self.noted.required.extend(keys);
    }

    /// This takes one of some words.
    pub fn words<T>(&mut self, key: &'static str, all: &[(&'static str, T)]) {
        self.noted.words.insert(key, all.iter().map(|(name, _)| *name).collect());
    }

    /// This lies within a range.
    pub fn range(&mut self, key: &'static str, range: &RangeInclusive<i64>) {
        self.noted.ranges.insert(key, range.clone());
    }

    /// This is shown.
    pub fn text(&mut self, key: &'static str) {
        self.noted.texts.push(key);
    }

    /// Everything has been asked.
    pub fn all(
        &mut self,
        sheet: &mut Sheet<'_>,
        table: &DeTable<'_>,
        known: &[&'static str],
        types: &BTreeMap<&'static str, &'static str>,
    ) {
        let kind = table.get("kind").and_then(|kind| kind.get_ref().as_str()).map(str::to_owned);
        let noted = std::mem::take(&mut self.noted);
        sheet.asked.push(Noted { path: sheet.path.clone(), kind, known: known.to_vec(), types: types.clone(), ..noted });
    }
}

#[cfg(not(test))]
#[allow(clippy::unused_self, reason = "the same as in tests, where it notes down")]
impl Asked {
    /// This is the main table.
    pub const fn main(&self) {}
    /// These must be there.
    pub const fn required(&self, _: &[&'static str]) {}
    /// This takes one of some words.
    pub const fn words<T>(&self, _: &'static str, _: &[(&'static str, T)]) {}
    /// This lies within a range.
    pub const fn range(&self, _: &'static str, _: &RangeInclusive<i64>) {}
    /// This is shown.
    pub const fn text(&self, _: &'static str) {}
    /// Everything has been asked.
    pub const fn all(&self, _: &Sheet<'_>, _: &DeTable<'_>, _: &[&'static str], _: &BTreeMap<&'static str, &'static str>) {}
}
