//! Questions on their way in, whichever format brings them: ids, explanations and materials are settled here, then a bank is printed.
//!
//! Nothing is judged but what only the way in can know: whether the bank is right is for `content` to say.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{Arrival, Fate, Note, Spot, Wish};
use crate::base::id::{ItemId, Lang, is_slug};
use crate::base::points::Points;
use crate::content::print;
use crate::model::library::{Bank, Use};
use crate::model::question::one_of::Opt;
use crate::model::question::{Item, Kind, Material, Question};
use crate::model::text::{Matching, Text};

/// The most bytes of texts, materials counted with each of their questions, that are taken in at once.
const MOST_BYTES: usize = 64 << 20;
/// The most questions that are taken in at once.
const MOST_QUESTIONS: usize = 20_000;

/// A question as a format brings it.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought {
    /// Where it stands in the source, from 1.
    pub line: u32,
    /// The id or name that the source gives it.
    pub id: Option<String>,
    /// What is asked.
    pub ask: String,
    /// 1 to 3.
    pub level: u8,
    /// What it earns.
    pub points: Points,
    /// Why the right answer is right; may be missing.
    pub why: String,
    /// The text it stands under: its id and title, if it has any, and its body.
    pub material: Option<Rc<Under>>,
    /// The kind with its data.
    pub kind: Kind,
}

/// A text that questions stand under.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Under {
    /// Its id, if the source gives one.
    pub id: String,
    /// Its title, if the source gives one.
    pub title: String,
    /// Its text.
    pub body: String,
}

/// All that a file brings.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// The title that the file gives.
    pub title: Option<String>,
    /// Its questions.
    pub questions: Vec<Brought>,
    /// What did not come.
    pub notes: Vec<Note>,
}

/// The ids that are given out, and the number that none has from there on.
#[derive(Default)]
struct Taken {
    ids: BTreeSet<String>,
    next: usize,
}

impl Batch {
    /// Notes something of a line.
    pub fn note<const N: usize>(&mut self, line: u32, fate: Fate, key: &'static str, args: [(&'static str, &str); N]) {
        self.notes.push(Note::new(Spot::Line(line), fate, key, args));
    }

    /// Notes which questions, by their lines, stand under the material of a line.
    pub fn note_material(&mut self, line: u32, questions: &[u32]) {
        if questions.is_empty() {
            return self.note(line, Fate::LeftOut, "sheet-bare-material", []);
        }
        let lines: Vec<String> = questions.iter().map(u32::to_string).collect();
        self.note(line, Fate::Look, "import-material", [("lines", &lines.join(" "))]);
    }

    /// The bank's file.
    pub fn arrive(mut self, wish: &Wish<'_>) -> Arrival {
        if self.questions.is_empty() {
            return Arrival { notes: self.notes, ..Arrival::default() };
        }
        // A bank holds the material of each of its questions: one of a page under thousands would be more than any memory.
        let bytes: usize = self.questions.iter().map(|q| q.ask.len() + q.material.as_ref().map_or(0, |m| m.body.len())).sum();
        if bytes > MOST_BYTES || self.questions.len() > MOST_QUESTIONS {
            let line = self.questions.last().map_or(0, |q| q.line);
            self.note(line, Fate::Wrong, "import-too-much", [("count", &self.questions.len().to_string())]);
            return Arrival { notes: self.notes, ..Arrival::default() };
        }
        let lang = &wish.library.language;
        let brought = std::mem::take(&mut self.questions);
        let mut taken = Taken::default();
        let mut materials: BTreeMap<Rc<Under>, Material> = BTreeMap::new();
        let mut questions = Vec::new();
        let mut lines = BTreeMap::new();
        for (n, one) in brought.into_iter().enumerate() {
            let id = self.id(&one, n, &mut taken);
            let name = format!("{}/{id}", wish.id);
            lines.insert(format!("question:{name}"), one.line);
            let material = one.material.as_ref().map(|under| {
                let n = materials.len() + 1;
                materials.entry(under.clone()).or_insert_with(|| material(under, n, lang)).clone()
            });
            if let Some(material) = &material {
                lines.entry(format!("material:{}/{}", wish.id, material.id)).or_insert(one.line);
            }
            let mut question = Question {
                id: name.into(),
                ask: text(lang, &one.ask),
                level: one.level,
                points: one.points,
                skills: Vec::new(),
                objectives: Vec::new(),
                roles: Vec::new(),
                material,
                keep_order: false,
                why: text(lang, &one.why),
                kind: one.kind,
            };
            if one.why.trim().is_empty() {
                question.why = text(lang, &key_in_words(&question, lang));
                self.note(one.line, Fate::Changed, "import-no-why", []);
            }
            questions.push(question);
        }
        let title = wish.title.map(str::to_owned).or(self.title).unwrap_or_else(|| wish.id.to_owned());
        let bank = Bank { id: wish.id.into(), title: text(lang, &title), roles: Vec::new(), use_: Use::Practice, questions };
        Arrival { text: print::bank::bank(&bank, &wish.front(), lang), notes: self.notes, lines }
    }

    /// The source's own id where it can be one and is free; else a number.
    fn id(&mut self, one: &Brought, n: usize, taken: &mut Taken) -> String {
        let own = one.id.as_deref().map(str::trim).filter(|id| !id.is_empty());
        let id = match own {
            Some(id) if is_slug(id) && !taken.ids.contains(id) => id.to_owned(),
            _ => {
                let mut number = taken.next.max(n + 1);
                while taken.ids.contains(&format!("q{number}")) {
                    number += 1;
                }
                taken.next = number + 1;
                let id = format!("q{number}");
                if let Some(own) = own {
                    self.note(one.line, Fate::Changed, "import-id", [("own", own), ("id", &id)]);
                }
                id
            }
        };
        taken.ids.insert(id.clone());
        id
    }
}

fn material(under: &Under, n: usize, lang: &Lang) -> Material {
    /// Characters of a text's beginning that stand for a title.
    const TITLE: usize = 20;
    let id = if is_slug(&under.id) { under.id.clone() } else { format!("m{n}") };
    let first = under.body.trim().lines().next().unwrap_or("").trim();
    let short = if first.chars().count() > TITLE { first.chars().take(TITLE).chain(['…']).collect() } else { first.to_owned() };
    let title = if under.title.is_empty() { &short } else { &under.title };
    Material { id: id.into(), title: text(lang, title), body: text(lang, &under.body) }
}

/// The right answer in words: what stands in the place of an explanation that is not there.
fn key_in_words(question: &Question, lang: &Lang) -> String {
    let lines = question.explain(&question.key(lang), lang);
    let said = lines.into_iter().filter(|line| line.right).map(|line| match line.should_be {
        Some(should_be) if line.text.is_empty() => should_be,
        Some(should_be) => format!("{} → {should_be}", line.text),
        None => line.text,
    });
    said.collect::<Vec<_>>().join(if lang.as_str().starts_with("zh") { "；" } else { "; " })
}

/// A text in the one language that a foreign file has. Its line ends are ours.
pub fn text(lang: &Lang, words: &str) -> Text {
    let words = words.trim();
    let words = if words.contains(['\r', '\u{b}']) {
        words.replace("\r\n", "\n").replace(['\r', '\u{b}'], "\n")
    } else {
        words.to_owned()
    };
    Text::new([(lang.clone(), words)])
}

/// The id of the nth option: `a`, `b` … `z`, `o27`.
pub fn letter(n: usize) -> ItemId {
    u8::try_from(n).ok().filter(|n| *n < 26).map_or_else(|| format!("o{}", n + 1), |n| char::from(b'a' + n).to_string()).into()
}

/// An option.
pub fn option(n: usize, words: &str, right: bool, why: &str, lang: &Lang) -> Opt {
    let why = (!why.trim().is_empty()).then(|| text(lang, why));
    Opt { id: letter(n), text: text(lang, words), right, why }
}

/// Things in a row, by number behind a letter.
pub fn items<'w>(begin: &str, words: impl IntoIterator<Item = &'w str>, lang: &Lang) -> Vec<Item> {
    let item = |(n, words)| Item { id: format!("{begin}{}", n + 1).into(), text: text(lang, words) };
    words.into_iter().enumerate().map(item).collect()
}

/// Words that are accepted, each once.
pub fn accept(all: Vec<String>, lang: &Lang) -> Matching {
    let mut seen = BTreeSet::new();
    let all = all.into_iter().filter(|one| seen.insert(one.clone())).collect();
    Matching::new([(lang.clone(), all)])
}
