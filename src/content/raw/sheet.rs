//! What is put down while one file is read: findings, references, places, and the texts of its translations.

use std::fmt;
use std::ops::Range;

use super::house::House;
use super::path::nearest;
use super::syntax::Parsed;
use super::translation::Translation;
use crate::base::finding::Finding;
use crate::base::id::Lang;
use crate::content::codes::{self, Code};

/// A value with its place.
#[derive(Clone, Debug)]
pub struct At<T> {
    /// The value.
    pub it: T,
    /// Its place in the file.
    pub span: Range<usize>,
}

/// Sorts of things that are referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each is the thing that its name says")]
pub enum Kind {
    Library,
    Syllabus,
    Course,
    Bank,
    Scenario,
    Station,
    Licence,
    Standard,
    Wording,
    Glossary,
    Skill,
    Role,
    Agreement,
    Objective,
    Question,
    Material,
    Class,
    Turn,
    Reply,
    Variable,
    Ending,
    Rule,
    List,
    Walks,
}

impl Kind {
    /// The word authors write, and the variant that sentences choose by.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Library => "library",
            Self::Syllabus => "syllabus",
            Self::Course => "course",
            Self::Bank => "bank",
            Self::Scenario => "scenario",
            Self::Station => "station",
            Self::Licence => "licence",
            Self::Standard => "standard",
            Self::Wording => "wording",
            Self::Glossary => "glossary",
            Self::Skill => "skill",
            Self::Role => "role",
            Self::Agreement => "agreement",
            Self::Objective => "objective",
            Self::Question => "question",
            Self::Material => "material",
            Self::Class => "class",
            Self::Turn => "turn",
            Self::Reply => "reply",
            Self::Variable => "variable",
            Self::Ending => "ending",
            Self::Rule => "rule",
            Self::List => "list",
            Self::Walks => "walks",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// Something that names something else, possibly in another file.
#[derive(Clone, Debug)]
pub struct Ref {
    /// What it should name.
    pub kind: Kind,
    /// The name.
    pub id: String,
    /// Where it stands.
    pub span: Range<usize>,
}

/// The languages of a library.
#[derive(Clone, Debug)]
pub struct Tongues {
    /// The one it is written in.
    pub base: Lang,
    /// The others.
    pub others: Vec<Lang>,
}

/// One file being read.
pub struct Sheet<'a> {
    /// The file.
    pub parsed: &'a Parsed<'a>,
    /// The library's languages.
    pub tongues: &'a Tongues,
    /// The translations of what is in the file.
    pub translations: &'a [Translation<'a>],
    /// What texts say for the values that they name; `None`: they stay as they are written.
    pub house: Option<&'a House>,
    /// The path of the table being read.
    pub path: String,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// What it refers to.
    pub refs: Vec<Ref>,
    /// Where things are: `scenario:x/turn/reply`.
    pub places: Vec<(String, Range<usize>)>,
    /// Where each part that can be left out by itself begins, and its name.
    pub parts: Vec<(usize, String)>,
    /// What the readers asked for.
    #[cfg(test)]
    pub asked: Vec<super::asked::Noted>,
}

impl<'a> Sheet<'a> {
    /// A fresh one.
    pub fn new(parsed: &'a Parsed<'a>, tongues: &'a Tongues, translations: &'a [Translation<'a>]) -> Self {
        Self {
            parsed,
            tongues,
            translations,
            house: None,
            path: String::new(),
            findings: Vec::new(),
            refs: Vec::new(),
            places: Vec::new(),
            parts: Vec::new(),
            #[cfg(test)]
            asked: Vec::new(),
        }
    }

    /// A text as it is shown, with the values of the house.
    pub fn said(&self, text: &str, lang: &Lang) -> String {
        self.house.map_or_else(|| text.to_owned(), |house| house.fill(text, lang).into_owned())
    }

    /// Puts down a finding.
    pub fn find(&mut self, code: &Code, span: Range<usize>, args: &[(&'static str, &str)]) {
        // Of a line that could not be read nobody knows what it says.
        if !self.parsed.is_broken_line(span.start) {
            self.findings.push(code.at(self.parsed.place(span), args));
        }
    }

    /// Puts down a finding with a second place in this file.
    pub fn find_also(&mut self, code: &Code, span: Range<usize>, also: Range<usize>, args: &[(&'static str, &str)]) {
        let mut finding = code.at(self.parsed.place(span), args);
        finding.also = Some(self.parsed.place(also));
        self.findings.push(finding);
    }

    /// Puts down that a name names nothing.
    pub fn unknown<'n>(&mut self, kind: Kind, id: &At<&str>, names: impl IntoIterator<Item = &'n str>) {
        let best = nearest(id.it, names).unwrap_or("none").to_owned();
        self.find(&codes::NO_SUCH, id.span.clone(), &[("kind", kind.word()), ("id", id.it), ("best", &best), ("known", "none")]);
    }

    /// Puts down what is referred to.
    pub fn refer(&mut self, kind: Kind, id: &str, span: Range<usize>) {
        if self.parsed.is_broken_line(span.start) {
            return;
        }
        self.refs.push(Ref { kind, id: id.to_owned(), span });
    }

    /// Puts down where a thing is that can be left out by itself: its table and its id.
    pub fn part(&mut self, name: String, table: &Range<usize>, id: Range<usize>) {
        let start = self.parsed.place(table.clone()).span.start;
        self.parts.push((start, name.clone()));
        self.places.push((name, id));
    }

    /// The path of a key of the table being read.
    pub fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// Asks no translation about what stands under a key, because it is broken here.
    pub fn forgive(&self, key: &str) {
        let path = self.path_of(key);
        self.translations.iter().for_each(|t| t.forgive(&path));
    }

    /// Says that a text is not translated.
    pub fn untranslated(&mut self, translation: &Translation<'_>, path: &str, base: Range<usize>) {
        let near = translation.near(path);
        if translation.parsed.is_broken_near(near.start) {
            return;
        }
        let key = path.rsplit('.').next().unwrap_or(path);
        let place = translation.parsed.place(near);
        let mut finding = codes::UNTRANSLATED.at(place, &[("key", key), ("path", path), ("language", translation.lang.as_str())]);
        finding.also = Some(self.parsed.place(base));
        self.findings.push(finding);
    }
}
