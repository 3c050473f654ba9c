//! What was read becomes questions of ours. Most kinds have their like; what has not is noted with its line: weights other than equal
//! shares, partly right answers, wildcards, what is said to single answers of kinds that explain only the whole.

use std::collections::BTreeSet;

use super::number::{NoNumber, WHOLE, decimal, share_of, shown};
use super::parse::{Answer, Body, Fault, Item, Question, parse};
use crate::base::id::Lang;
use crate::base::points::Points;
use crate::exchange::questions::{Batch, Brought, accept, items, option, text};
use crate::exchange::{Arrival, Fate, Note, Source, Wish};
use crate::model::question::Kind;
use crate::model::question::any_of::AnyOf;
use crate::model::question::number::Number;
use crate::model::question::one_of::OneOf;
use crate::model::question::pairs::{Pair, Pairs};
use crate::model::question::true_false::TrueFalse;
use crate::model::question::words::Words;

/// Reads a file.
///
/// # Errors
/// A note where the file is no text.
pub fn read(source: &Source<'_>, wish: &Wish<'_>) -> Result<Arrival, Note> {
    let (text, _) = source.text()?;
    Ok(batch(text, &wish.library.language).arrive(wish))
}

/// All questions of a text, and what did not come.
fn batch(text: &str, lang: &Lang) -> Batch {
    let mut batch = Batch::default();
    for item in parse(text) {
        match item {
            Item::Category { line, path } => category(&mut batch, line, path),
            Item::Broken { line, fault } => broken(&mut batch, line, &fault),
            Item::Question(question) => {
                Taking { lang, batch: &mut batch, line: question.line, said: Vec::new(), known: BTreeSet::new() }
                    .question(*question)
            }
        }
    }
    batch
}

/// The first names the bank; a bank of ours has no parts, so further ones are noted.
fn category(batch: &mut Batch, line: u32, path: Vec<String>) {
    if batch.title.is_none() && batch.questions.is_empty() {
        batch.title = path.last().cloned();
    } else {
        batch.note(line, Fate::LeftOut, "gift-category", [("path", &path.join(" / "))]);
    }
}

fn broken(batch: &mut Batch, line: u32, fault: &Fault) {
    match fault {
        Fault::Brace => batch.note(line, Fate::Wrong, "gift-brace", []),
        Fault::FewAnswers(_) => batch.note(line, Fate::Wrong, "gift-few", []),
        Fault::Weight(weight) => batch.note(line, Fate::Wrong, "gift-weight", [("weight", weight)]),
        Fault::Pair(found) => batch.note(line, Fate::Wrong, "gift-pair", [("text", found)]),
    }
}

struct Taking<'t> {
    lang: &'t Lang,
    batch: &'t mut Batch,
    line: u32,
    /// What is said to single answers and has no place but the explanation.
    said: Vec<String>,
    /// The same, to know them again.
    known: BTreeSet<String>,
}

impl Taking<'_> {
    fn question(mut self, question: Question) {
        let Question { line, id, tags, name, text, general, stripped, pictures, body } = question;
        let Some(kind) = self.kind(body) else { return };
        for (lost, key) in [(pictures, "gift-pictures"), (!tags.is_empty(), "gift-tags")] {
            if lost {
                self.batch.note(line, Fate::LeftOut, key, [("list", &tags.join(" · "))]);
            }
        }
        if stripped {
            self.batch.note(line, Fate::Changed, "gift-html", []);
        }
        let said = self.said;
        if !said.is_empty() {
            self.batch.note(line, Fate::Changed, "gift-feedback", []);
        }
        let why = std::iter::once(general).chain(said).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
        // What Moodle calls an id comes first; a name that is no id is only noted.
        let id = id.or(name);
        let (level, points) = (1, Points::whole(1));
        self.batch.questions.push(Brought { line, id, ask: text, level, points, why, material: None, kind });
    }

    fn note<const N: usize>(&mut self, fate: Fate, key: &'static str, args: [(&'static str, &str); N]) {
        self.batch.note(self.line, fate, key, args);
    }

    /// Keeps what is said to an answer, each saying once.
    fn keep(&mut self, feedback: &str) {
        if !feedback.is_empty() && self.known.insert(feedback.to_owned()) {
            self.said.push(feedback.to_owned());
        }
    }

    fn kind(&mut self, body: Body) -> Option<Kind> {
        match body {
            Body::Description => self.note(Fate::LeftOut, "gift-description", []),
            Body::Essay => self.note(Fate::LeftOut, "gift-essay", []),
            Body::Choice { multiple: true, options } => return Some(self.any_of(&options)),
            Body::Choice { multiple: false, options } => return Some(self.one_of(&options)),
            Body::TrueFalse { answer, wrong, right } => {
                self.keep(&right);
                self.keep(&wrong);
                return Some(Kind::TrueFalse(TrueFalse { answer }));
            }
            Body::Short(answers) => return self.words(&answers),
            Body::Numeric { answers, otherwise } => {
                self.keep(&otherwise);
                return self.number(&answers);
            }
            Body::Pairs(pairs) => return Some(self.pairs(pairs)),
        }
        None
    }

    fn one_of(&mut self, options: &[Answer]) -> Kind {
        let right = options.iter().filter(|o| o.weight == WHOLE).count();
        for o in options.iter().filter(|o| o.weight != WHOLE && o.weight != 0) {
            self.note(Fate::LeftOut, "gift-partial", [("weight", &shown(o.weight)), ("text", &o.text)]);
        }
        if right > 1 {
            self.note(Fate::Changed, "gift-several", []);
        }
        let lang = self.lang;
        let all = options.iter().enumerate().map(|(n, o)| option(n, &o.text, o.weight == WHOLE, &o.feedback, lang)).collect();
        if right > 1 { Kind::AnyOf(AnyOf { options: all }) } else { Kind::OneOf(OneOf { options: all }) }
    }

    fn any_of(&mut self, options: &[Answer]) -> Kind {
        let right = options.iter().filter(|o| o.weight > 0).count();
        let (gain, loss) = (share_of(right).0, share_of(options.len() - right).0);
        // Ours: each right one its share, each wrong one costs its share.
        if options.iter().any(|o| if o.weight > 0 { o.weight != gain } else { o.weight != -loss }) {
            self.note(Fate::Changed, "gift-shares", []);
        }
        let lang = self.lang;
        let option = |(n, o): (usize, &Answer)| option(n, &o.text, o.weight > 0, &o.feedback, lang);
        Kind::AnyOf(AnyOf { options: options.iter().enumerate().map(option).collect() })
    }

    fn words(&mut self, answers: &[Answer]) -> Option<Kind> {
        let mut all = Vec::new();
        for answer in answers {
            self.keep(&answer.feedback);
            let literal = answer.text.replace("\\*", "*");
            if answer.weight != WHOLE {
                // That everything else is wrong goes without saying.
                if answer.text != "*" || answer.weight != 0 {
                    self.note(Fate::LeftOut, "gift-partial", [("weight", &shown(answer.weight)), ("text", &answer.text)]);
                }
            } else if answer.text.replace("\\*", "").contains('*') {
                self.note(Fate::LeftOut, "gift-wildcard", [("text", &answer.text)]);
            } else {
                all.push(literal);
            }
        }
        if all.is_empty() {
            self.note(Fate::Wrong, "gift-no-key", []);
            return None;
        }
        Some(Kind::Words(Words { accept: accept(all, self.lang) }))
    }

    fn number(&mut self, answers: &[Answer]) -> Option<Kind> {
        let mut found = None;
        for answer in answers {
            self.keep(&answer.feedback);
            if answer.weight != WHOLE || found.is_some() {
                if answer.text != "*" || answer.weight != 0 {
                    self.note(Fate::LeftOut, "gift-partial", [("weight", &shown(answer.weight)), ("text", &answer.text)]);
                }
                continue;
            }
            match bounds(&answer.text) {
                Ok((answer, tolerance)) => found = Some(Number { answer, tolerance, unit: None }),
                Err(NoNumber::NotOne) => {
                    self.note(Fate::Wrong, "gift-number", [("text", &answer.text)]);
                    return None;
                }
                Err(NoNumber::TooFine) => {
                    self.note(Fate::Wrong, "gift-fine", [("text", &answer.text)]);
                    return None;
                }
            }
        }
        if found.is_none() {
            self.note(Fate::Wrong, "gift-no-key", []);
        }
        found.map(Kind::Number)
    }

    fn pairs(&self, all: Vec<(String, String)>) -> Kind {
        let (decoys, pairs): (Vec<_>, Vec<_>) = all.into_iter().partition(|(left, _)| left.is_empty());
        let pair = |(n, (left, right)): (usize, (String, String))| Pair {
            id: format!("p{}", n + 1).into(),
            left: text(self.lang, &left),
            right: text(self.lang, &right),
        };
        let decoys = items("d", decoys.iter().map(|(_, right)| right.as_str()), self.lang);
        Kind::Pairs(Pairs { pairs: pairs.into_iter().enumerate().map(pair).collect(), decoys })
    }
}

/// `3.14`, `3.14:0.05`, `3.1..3.2`: the number and how far off still counts.
fn bounds(text: &str) -> Result<(Points, Points), NoNumber> {
    if let Some((low, high)) = text.split_once("..").filter(|(low, _)| !low.is_empty()) {
        let (low, high) = (decimal(low)?.in_thousandths(), decimal(high)?.in_thousandths());
        if (low + high) % 2 != 0 {
            return Err(NoNumber::TooFine);
        }
        return Ok((Points::thousandths((low + high) / 2), Points::thousandths((high - low) / 2)));
    }
    match text.split_once(':').filter(|(number, _)| !number.is_empty()) {
        Some((number, tolerance)) => Ok((decimal(number)?, decimal(tolerance)?)),
        None => Ok((decimal(text)?, Points::ZERO)),
    }
}
