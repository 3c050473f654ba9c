//! Words in several languages. Logic exists once; only these differ from language to language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::id::Lang;

/// A text in each language of its library. In JSON `{"$text": {"zh-CN": "…", "en": "…"}}`, so that a digest can tell text from logic.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    #[serde(rename = "$text")]
    words: BTreeMap<Lang, String>,
}

impl Text {
    /// From one text a language.
    pub fn new(words: impl IntoIterator<Item = (Lang, String)>) -> Self {
        Self { words: words.into_iter().collect() }
    }

    /// In this language; where it is missing, in the first that there is (a checked library has all of them).
    pub fn get(&self, lang: &Lang) -> &str {
        self.words.get(lang).or_else(|| self.words.values().next()).map_or("", String::as_str)
    }

    /// In every language there is.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.words.values().map(String::as_str)
    }

    /// The same, each with its language.
    pub fn by_language(&self) -> impl Iterator<Item = (&Lang, &str)> {
        self.words.iter().map(|(lang, text)| (lang, text.as_str()))
    }

    /// The same, each language's words made into others.
    pub fn map(&self, make: impl Fn(&str) -> String) -> Self {
        Self::new(self.words.iter().map(|(lang, text)| (lang.clone(), make(text))))
    }

    /// Whether there is nothing to say in any language.
    pub fn is_empty(&self) -> bool {
        self.words.values().all(String::is_empty)
    }
}

/// What typed words are compared with, anew for each language. Part of the logic: another list is another key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Matching {
    lists: BTreeMap<Lang, Vec<String>>,
}

impl Matching {
    /// From one list a language.
    pub fn new(lists: impl IntoIterator<Item = (Lang, Vec<String>)>) -> Self {
        Self { lists: lists.into_iter().collect() }
    }

    /// All lists, over every language: what is right in one language is right in all (a person may type either).
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.lists.values().flatten().map(String::as_str)
    }

    /// The same, each with its language.
    pub fn by_language(&self) -> impl Iterator<Item = (&Lang, &str)> {
        self.lists.iter().flat_map(|(lang, list)| list.iter().map(move |word| (lang, word.as_str())))
    }

    /// Language by language.
    pub fn lists(&self) -> impl Iterator<Item = &Vec<String>> {
        self.lists.values()
    }

    /// Whether there is nothing in any language.
    pub fn is_empty(&self) -> bool {
        self.lists.values().all(Vec::is_empty)
    }

    /// The list for one language (the first one, where it is missing).
    pub fn get(&self, lang: &Lang) -> &[String] {
        self.lists.get(lang).or_else(|| self.lists.values().next()).map_or(&[], Vec::as_slice)
    }
}
