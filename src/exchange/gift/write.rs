//! Questions of ours as Moodle's exporter would write them: a comment, `::id::[plain]text{`, an answer a line, a blank line.
//!
//! Kinds that GIFT has not go as the nearest that it has, and that is noted. Every text is plain, so none of its signs is taken for
//! markup.

use std::fmt::Write as _;

use super::number::{share_of, shown};
use crate::base::id::Lang;
use crate::base::points::Points;
use crate::exchange::{Departure, Fate, Note, Spot, Thing};
use crate::model::library::Bank;
use crate::model::question::any_of::AnyOf;
use crate::model::question::classify::Classify;
use crate::model::question::number::Number;
use crate::model::question::one_of::Opt;
use crate::model::question::pairs::Pairs;
use crate::model::question::words::Words;
use crate::model::question::{Kind, Question};
use crate::model::text::Text;

/// Writes a bank.
///
/// # Errors
/// A note for what is no bank.
pub fn write(thing: &Thing<'_>, lang: &Lang) -> Result<Departure, Note> {
    let Thing::Bank(bank) = thing else { return Err(Note::refused("export-not-this", [])) };
    let mut page = Page { lang, out: String::new(), notes: Vec::new(), id: String::new() };
    page.bank(bank);
    Ok(Departure { bytes: page.out.into_bytes(), notes: page.notes })
}

struct Page<'p> {
    lang: &'p Lang,
    out: String,
    notes: Vec<Note>,
    /// The question being written.
    id: String,
}

impl Page<'_> {
    fn note<const N: usize>(&mut self, fate: Fate, key: &'static str, args: [(&'static str, &str); N]) {
        self.notes.push(Note::new(Spot::Item(self.id.clone()), fate, key, args));
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn bank(&mut self, bank: &Bank) {
        self.notes.extend(super::super::exam_use(bank));
        let title = bank.title.get(self.lang).replace('/', "//").replace(['\n', '\r'], " ");
        self.line(&format!("$CATEGORY: {}", title.trim()));
        self.line("");
        for (n, question) in bank.questions.iter().enumerate() {
            let id = question.id.as_str();
            self.id = id.split_once('/').map_or(id, |(_, id)| id).to_owned();
            self.line(&format!("// question: {}  name: {}", n + 1, self.id));
            self.line(&format!("// [id:{}]", self.id));
            self.question(question);
            self.line("");
        }
    }

    fn question(&mut self, question: &Question) {
        let has_more = question.level != 1
            || question.points != Points::whole(1)
            || question.keep_order
            || !(question.skills.is_empty() && question.objectives.is_empty() && question.roles.is_empty());
        if has_more {
            self.note(Fate::LeftOut, "export-keys", []);
        }
        let mut ask = question.ask.get(self.lang).to_owned();
        if let Some(material) = &question.material {
            self.note(Fate::Changed, "export-material", []);
            ask = format!("{}\n\n{ask}", material.body.get(self.lang));
        }
        let _ = write!(self.out, "::{}::[plain]{}{{", self.id, escaped(&ask));
        self.kind(&question.kind);
        let why = question.why.get(self.lang);
        if !why.trim().is_empty() {
            let _ = write!(self.out, "####{}", self.answer(why));
        }
        self.line("}");
    }

    fn kind(&mut self, kind: &Kind) {
        match kind {
            Kind::OneOf(it) => self.options(&it.options, |o| if o.right { "=".to_owned() } else { "~".to_owned() }),
            Kind::AnyOf(it) => self.any_of(it),
            Kind::TrueFalse(it) => self.out.push_str(if it.answer { "TRUE" } else { "FALSE" }),
            Kind::Number(it) => self.number(it),
            // An essay, which somebody marks by hand.
            Kind::Write(_) => self.note(Fate::Changed, "export-write", []),
            Kind::Words(it) => self.words(it),
            Kind::Pairs(it) => self.pairs(it),
            Kind::Order(it) => {
                self.note(Fate::Changed, "export-order", []);
                for (n, item) in it.items.iter().enumerate() {
                    let right = self.text(&item.text);
                    let _ = write!(self.out, "\n\t={} -> {right}", n + 1);
                }
                self.out.push('\n');
            }
            Kind::Classify(it) => self.classify(it),
            Kind::Find(it) => {
                self.note(Fate::Changed, "export-find", []);
                let lang = self.lang;
                let colon = if lang.as_str().starts_with("zh") { "：" } else { ": " };
                let said = |l: &crate::model::question::find::Line| {
                    let words = format!("{}{colon}{}", l.who.get(lang), l.text.get(lang));
                    Opt { id: l.id.clone(), text: Text::new([(lang.clone(), words)]), right: l.wrong, why: l.why.clone() }
                };
                self.any_of(&AnyOf { options: it.lines.iter().map(said).collect() });
            }
        }
    }

    fn options(&mut self, options: &[Opt], mark: impl Fn(&Opt) -> String) {
        for option in options {
            let text = self.text(&option.text);
            // What looks like a weight needs one in front.
            let zero = if mark(option) == "~" && text.starts_with('%') { "%0%" } else { "" };
            let why = option.why.as_ref().map(|why| format!("#{}", self.text(why))).unwrap_or_default();
            let _ = write!(self.out, "\n\t{}{zero}{text}{why}", mark(option));
        }
        self.out.push('\n');
    }

    fn any_of(&mut self, it: &AnyOf) {
        let right = it.options.iter().filter(|o| o.right).count();
        let (gain, exact) = share_of(right);
        let (loss, exactly) = share_of(it.options.len() - right);
        if !(exact && exactly) {
            self.note(Fate::Changed, "export-weights", []);
        }
        self.options(&it.options, |o| format!("~%{}%", shown(if o.right { gain } else { -loss })));
    }

    fn number(&mut self, it: &Number) {
        if let Some(unit) = &it.unit {
            self.note(Fate::LeftOut, "export-unit", [("unit", unit.get(self.lang))]);
        }
        let _ = write!(self.out, "#\n\t=%100%{}:{}\n", it.answer, it.tolerance);
    }

    fn words(&mut self, it: &Words) {
        let all = it.accept.get(self.lang);
        for word in all {
            let text = self.answer(word).replace('*', "\\*");
            // An arrow beside an equals sign would make pairs of it; alone it may stand without one.
            match (text.contains("->"), all.len()) {
                (false, _) => {
                    let _ = write!(self.out, "\n\t=%100%{text}");
                }
                (true, 1) => {
                    let _ = write!(self.out, "\n\t%100%{text}");
                }
                (true, _) => self.note(Fate::LeftOut, "export-arrow", [("text", word)]),
            }
        }
        self.out.push('\n');
    }

    fn pairs(&mut self, it: &Pairs) {
        for pair in &it.pairs {
            let (left, right) = (self.left(&pair.left), self.text(&pair.right));
            let _ = write!(self.out, "\n\t={left} -> {right}");
        }
        for decoy in &it.decoys {
            let right = self.text(&decoy.text);
            let _ = write!(self.out, "\n\t= -> {right}");
        }
        self.out.push('\n');
    }

    fn classify(&mut self, it: &Classify) {
        self.note(Fate::Changed, "export-classify", []);
        for case in &it.cases {
            let class = it.classes.iter().find(|c| c.id == case.class).map_or_else(String::new, |c| self.text(&c.text));
            let left = self.left(&case.text);
            let _ = write!(self.out, "\n\t={left} -> {class}");
        }
        for class in it.classes.iter().filter(|c| it.cases.iter().all(|case| case.class != c.id)) {
            let class = self.text(&class.text);
            let _ = write!(self.out, "\n\t= -> {class}");
        }
        self.out.push('\n');
    }

    /// A left side: the first arrow ends it, so it can hold none of its own.
    fn left(&mut self, text: &Text) -> String {
        let text = self.text(text);
        if !text.contains("->") {
            return text;
        }
        self.note(Fate::Changed, "export-arrow-left", []);
        text.replace("->", "→")
    }

    fn text(&self, text: &Text) -> String {
        self.answer(text.get(self.lang))
    }

    /// An answer or a feedback; one that begins like a name of markup gets one in front.
    fn answer(&self, text: &str) -> String {
        let text = escaped(text);
        if text.starts_with('[') { format!("[plain]{text}") } else { text }
    }
}

/// A text in which no sign has a meaning.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.trim().chars() {
        match c {
            '\\' | '#' | '=' | '~' | '{' | '}' | ':' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out
}
