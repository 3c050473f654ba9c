//! Taking out words: a text of the base together with what each translation has at the same path.

use std::ops::{Range, RangeInclusive};

use toml::Spanned;
use toml::de::DeValue;

use super::house::in_a_line;
use super::reader::{Reader, Value};
use super::sheet::{At, Sheet};
use super::syntax::Parsed;
use super::translation::{Entry, Translation};
use crate::base::finding::Place;
use crate::base::id::Lang;
use crate::content::codes;
use crate::model::text::{Matching, Text};
use crate::model::wording::Reach;

impl<'a> Reader<'_, 'a> {
    /// A text in every language.
    pub fn text(&mut self, key: &'static str) -> Option<Text> {
        self.asked.text(key);
        let value = self.take(key, "text")?;
        let text = self.string(key);
        let words = self.translated(key, value, |entry, words| match entry.as_str() {
            Some(text) => words.push(text),
            None => *words = Vec::new(),
        });
        let base = (self.sheet.tongues.base.clone(), text?.it);
        let all = std::iter::once(base).chain(words.into_iter().filter_map(|(lang, w)| Some((lang, *w.first()?))));
        Some(Text::new(all.map(|(lang, text)| (lang.clone(), self.sheet.said(text, &lang)))))
    }

    /// Texts in every language; a single one may stand without brackets.
    pub fn texts(&mut self, key: &'static str) -> Vec<Text> {
        self.asked.text(key);
        let _ = self.take(key, "list");
        let base = self.list(key);
        let lang = self.sheet.tongues.base.clone();
        let said = |text: &str| vec![(lang.clone(), self.sheet.said(text, &lang))];
        let mut out: Vec<Vec<(Lang, String)>> = base.iter().map(|text| said(text)).collect();
        let Some(value) = self.get(key) else { return Vec::new() };
        for (lang, words) in self.translated(key, value, list_of) {
            for (all, word) in out.iter_mut().zip(words) {
                all.push((lang.clone(), self.sheet.said(word, &lang)));
            }
        }
        out.into_iter().map(Text::new).collect()
    }

    /// The texts of a key as they are shown, with their places, language by language; a single one is a list of one. Nothing is put
    /// down.
    pub fn worded(&mut self, key: &'static str) -> Vec<Vec<(String, Place)>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let path = self.sheet.path_of(key);
        let mut all = vec![(&self.sheet.tongues.base, self.sheet.parsed, value.get_ref(), value.span())];
        for translation in self.sheet.translations {
            let entry = translation.take(&path);
            all.extend(entry.map(|entry| (&translation.lang, translation.parsed, entry.value, entry.span.clone())));
        }
        let texts = |(lang, parsed, value, span): (&Lang, &Parsed<'a>, &DeValue<'a>, Range<usize>)| match value {
            DeValue::Array(items) => items
                .iter()
                .filter_map(|item| Some((self.sheet.said(item.get_ref().as_str()?, lang), parsed.place(item.span()))))
                .collect(),
            other => other.as_str().map(|text| (self.sheet.said(text, lang), parsed.place(span))).into_iter().collect(),
        };
        all.into_iter().map(texts).collect()
    }

    /// Texts that begin with their number, from 0 on, and a colon: `"0: …"`, `"1：…"`. Both are cut off.
    pub fn numbered(&mut self, key: &'static str) -> Vec<Text> {
        self.asked.text(key);
        let Some(value) = self.get(key) else { return Vec::new() };
        let mut all = vec![(self.sheet.tongues.base.clone(), self.sheet.parsed, value.get_ref())];
        let wanted = self.list(key).len();
        self.lists(key, value, list_of, true);
        let path = self.sheet.path_of(key);
        for translation in self.sheet.translations {
            all.extend(translation.take(&path).map(|entry| (translation.lang.clone(), translation.parsed, entry.value)));
        }
        let mut out: Vec<Vec<(Lang, String)>> = vec![Vec::new(); wanted];
        for (lang, parsed, value) in all {
            let items = value.as_array().into_iter().flat_map(|items| items.iter());
            for ((n, item), texts) in items.enumerate().zip(&mut out) {
                let Some(text) = item.get_ref().as_str() else { continue };
                if let Some(text) = after_number(text, n) {
                    texts.push((lang.clone(), self.sheet.said(text, &lang)));
                } else if !text.trim().is_empty() {
                    let args = [("what", "number"), ("count", &*n.to_string()), ("wanted", "")];
                    self.sheet.findings.push(codes::BAD_ANCHORS.at(parsed.place(item.span()), &args));
                }
            }
        }
        out.into_iter().map(Text::new).collect()
    }

    /// Texts by names that are the author's, in every language.
    pub fn values(&mut self, key: &'static str) -> Vec<(At<&'a str>, Text)> {
        self.asked.text(key);
        let mut out = Vec::new();
        for (name, value) in self.pairs(key) {
            let Some(text) = value.get_ref().as_str() else {
                self.wrong(key, value, "text");
                continue;
            };
            if text.trim().is_empty() {
                self.sheet.find(&codes::EMPTY, value.span(), &[("key", name.it)]);
            }
            let others = self.translated(&format!("{key}.{}", name.it), value, list_of);
            let all = std::iter::once((self.sheet.tongues.base.clone(), text));
            let all = all.chain(others.into_iter().filter_map(|(lang, words)| Some((lang, *words.first()?))));
            out.push((name, Text::new(all.map(|(lang, text)| (lang.clone(), self.sheet.said(&in_a_line(text), &lang))))));
        }
        out
    }

    /// What typed words are compared with, anew in every language.
    pub fn matching(&mut self, key: &'static str) -> Option<Matching> {
        self.asked.text(key);
        let value = self.get(key)?;
        let _ = self.take(key, "list");
        let base = self.list(key);
        let lang = self.sheet.tongues.base.clone();
        let others = self.lists(key, value, list_of, false);
        let all = std::iter::once((lang, base)).chain(others);
        let own = |(lang, words): (Lang, Vec<&str>)| {
            let words = words.into_iter().map(|word| self.sheet.said(word, &lang)).collect();
            (lang, words)
        };
        Some(Matching::new(all.map(own)))
    }

    /// The same of a key that each language has for itself or has not: another language's way of speaking may not need it.
    pub fn own_matching(&mut self, key: &'static str) -> Matching {
        self.asked.text(key);
        let _ = self.take(key, "list");
        let base = self.sheet.tongues.base.clone();
        let own =
            |sheet: &Sheet<'_>, words: Vec<&str>, lang: &Lang| words.into_iter().map(|word| sheet.said(word, lang)).collect();
        let words = self.list(key);
        let mut out: Vec<(Lang, Vec<String>)> = vec![(base.clone(), own(self.sheet, words, &base))];
        let path = self.sheet.path_of(key);
        for translation in self.sheet.translations {
            let Some(entry) = translation.take(&path) else { continue };
            let mut words = Vec::new();
            list_of(entry.value, &mut words);
            let none = entry.value.as_array().is_some_and(|all| all.is_empty());
            if words.iter().any(|word| word.trim().is_empty()) || (words.is_empty() && !none) {
                let place = translation.parsed.place(entry.span.clone());
                self.sheet.findings.push(codes::EMPTY.at(place, &[("key", key)]));
            }
            out.push((translation.lang.clone(), own(self.sheet, words, &translation.lang)));
        }
        Matching::new(out)
    }

    /// A number of characters that each language has for itself, or what is usual in it.
    pub fn own_reach(&mut self, key: &'static str, range: RangeInclusive<i64>, usual: impl Fn(&Lang) -> u32) -> Reach {
        self.asked.text(key);
        let value = self.take(key, "integer");
        let base = self.sheet.tongues.base.clone();
        let here = value.and_then(|value| self.integer_of(key, value, range.clone())).unwrap_or_else(|| usual(&base));
        self.asked.range(key, &range);
        let mut out = Reach::from([(base, here)]);
        let path = self.sheet.path_of(key);
        for translation in self.sheet.translations {
            let entry = translation.take(&path);
            let number = entry.map_or_else(|| usual(&translation.lang), |entry| self.reach_in(translation, key, entry, &range));
            out.insert(translation.lang.clone(), number);
        }
        out
    }

    fn reach_in(&mut self, of: &Translation<'_>, key: &'static str, entry: &Entry<'_>, range: &RangeInclusive<i64>) -> u32 {
        let number = entry.value.as_integer().and_then(|n| i64::from_str_radix(n.as_str(), n.radix()).ok());
        let fits = number.filter(|n| range.contains(n)).and_then(|n| u32::try_from(n).ok());
        if fits.is_none() {
            let (min, max) = (range.start().to_string(), range.end().to_string());
            let found = number.map_or_else(|| entry.value.type_str().to_owned(), |n| n.to_string());
            let args = [("key", key), ("found", found.as_str()), ("min", &min), ("max", &max)];
            self.sheet.findings.push(codes::OUT_OF_RANGE.at(of.parsed.place(entry.span.clone()), &args));
        }
        fits.unwrap_or_default()
    }

    /// A number of characters, anew in every language: a word takes several times the characters of a sign.
    pub fn reach(&mut self, key: &'static str, range: RangeInclusive<i64>) -> Option<Reach> {
        self.asked.text(key);
        let value = self.take(key, "integer")?;
        let mut out = Reach::from([(self.sheet.tongues.base.clone(), self.integer_of(key, value, range.clone())?)]);
        let path = self.sheet.path_of(key);
        for translation in self.sheet.translations {
            let Some(entry) = translation.take(&path) else {
                self.sheet.untranslated(translation, &path, value.span());
                continue;
            };
            let number = self.reach_in(translation, key, entry, &range);
            out.insert(translation.lang.clone(), number);
        }
        Some(out)
    }

    fn list(&mut self, key: &'static str) -> Vec<&'a str> {
        match self.get(key).map(Spanned::get_ref) {
            None => Vec::new(),
            Some(DeValue::String(_)) => self.string(key).into_iter().map(|text| text.it).collect(),
            Some(_) => {
                let all = self.strings(key);
                for empty in all.iter().filter(|text| text.it.trim().is_empty()) {
                    self.sheet.find(&codes::EMPTY, empty.span.clone(), &[("key", key)]);
                }
                all.into_iter().map(|text| text.it).collect()
            }
        }
    }

    fn translated(
        &mut self,
        key: &str,
        value: Value<'a>,
        take: impl Fn(&'a DeValue<'a>, &mut Vec<&'a str>),
    ) -> Vec<(Lang, Vec<&'a str>)> {
        self.lists(key, value, take, true)
    }

    /// What each translation has under a key. `same`: as many as here.
    fn lists(
        &mut self,
        key: &str,
        value: Value<'a>,
        take: impl Fn(&'a DeValue<'a>, &mut Vec<&'a str>),
        same: bool,
    ) -> Vec<(Lang, Vec<&'a str>)> {
        let translations = self.sheet.translations;
        if translations.is_empty() {
            return Vec::new();
        }
        let path = self.sheet.path_of(key);
        let wanted = value.get_ref().as_array().map_or(1, |items| items.len());
        let mut out = Vec::new();
        for translation in translations {
            let Some(entry) = translation.take(&path) else {
                self.sheet.untranslated(translation, &path, value.span());
                continue;
            };
            let mut words = Vec::new();
            take(entry.value, &mut words);
            let empty = words.iter().any(|w| w.trim().is_empty());
            if empty || words.is_empty() || (same && words.len() != wanted) {
                let place = translation.parsed.place(entry.span.clone());
                let args = [("key", key), ("count", &words.len().to_string()), ("expected", &wanted.to_string())];
                let code = if empty { &codes::EMPTY } else { &codes::OTHER_SHAPE };
                let mut finding = code.at(place, &args);
                finding.also = Some(self.sheet.parsed.place(value.span()));
                self.sheet.findings.push(finding);
            }
            out.push((translation.lang.clone(), words));
        }
        out
    }
}

/// The text after its number and a colon; `None` where it has another number, none, or nothing after it.
fn after_number(text: &str, n: usize) -> Option<&str> {
    let (number, rest) = text.split_once([':', '：'])?;
    let rest = rest.trim();
    (number.trim() == n.to_string() && !rest.is_empty()).then_some(rest)
}

fn list_of<'a>(value: &'a DeValue<'a>, words: &mut Vec<&'a str>) {
    match value {
        DeValue::String(text) => words.push(text),
        DeValue::Array(items) => {
            for item in items {
                match item.get_ref().as_str() {
                    Some(text) => words.push(text),
                    None => return words.clear(),
                }
            }
        }
        _ => {}
    }
}
