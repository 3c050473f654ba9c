//! A question on paper: boxes, lines and letters to write, and its answer for the last pages.
//!
//! What is to be done comes from the question's `Form`, what is right from its key; this only gives them marks (A, B, C …) that the
//! exercise and the answer share. The deal is fixed by a seed, so that two prints of one course are the same sheet.

use serde::Serialize;

use crate::base::dice::Seed;
use crate::base::id::{ItemId, Lang};
use crate::base::points::Points;
use crate::locale::{Value, Words};
use crate::model::form::{Choice, Form};
use crate::model::question::{Kind, Question, Response};

/// A question with its answer, ready for the template.
#[derive(Serialize)]
pub struct Exercise {
    /// `2.1`: lesson and place.
    label: String,
    /// What to do.
    how: String,
    /// What it is worth.
    points: String,
    /// A text to read first.
    material: Option<Material>,
    ask: String,
    sheet: Sheet,
    answer: Answer,
}

/// A text to read first; without `body` where the question before has shown it.
#[derive(Serialize)]
struct Material {
    heading: String,
    body: Option<String>,
}

/// Where one writes.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Sheet {
    /// Boxes to tick; `round`: only one.
    Pick { round: bool, options: Vec<Line> },
    /// Boxes to number.
    Sort { items: Vec<String> },
    /// Lines to write letters on.
    Match { lefts: Vec<String>, rights: Vec<Line> },
    /// A line to write on, with the unit after it.
    Write { unit: String },
    /// Several lines to write on.
    Compose { says: Option<String>, task: Option<String>, lines: Vec<()> },
}

/// A marked line of a sheet or an answer.
#[derive(Serialize)]
struct Line {
    /// `A`, `1`; may be empty.
    mark: String,
    text: String,
    /// What is put to it, where it takes something.
    to: Option<String>,
    why: Option<String>,
}

/// What is right, and why.
#[derive(Default, Serialize)]
struct Answer {
    right: Vec<Line>,
    /// What else is taken.
    also: Option<String>,
    /// Wrong options that have something to teach.
    wrong: Vec<Line>,
    why: String,
}

impl Line {
    fn new(mark: String, text: &str) -> Self {
        Self { mark, text: text.to_owned(), to: None, why: None }
    }
}

/// The languages of a page and the seed it is dealt by.
pub struct Desk<'a> {
    /// The program's words.
    pub words: &'a Words,
    /// The content's language.
    pub lang: &'a Lang,
    /// What deals.
    pub seed: Seed,
}

impl Desk<'_> {
    /// The question as an exercise; `before`: the question that stands above it.
    pub fn exercise(&self, label: String, question: &Question, before: Option<&Question>) -> Exercise {
        let form = self.deal(question);
        Exercise {
            label,
            how: self.words.get(&format!("paper-how-{}", question.kind.name())),
            points: self.words.with("paper-points", &[("points", Value::try_number(&question.points.to_string()))]),
            material: self.material(question, before),
            ask: question.ask.get(self.lang).to_owned(),
            answer: self.answer(question, &form),
            sheet: sheet(question, form, self.lang),
        }
    }

    /// The form as it is printed: never already solved.
    fn deal(&self, question: &Question) -> Form {
        let id = question.id.as_str();
        let mut form = question.form(self.lang, &mut self.seed.dice("paper", id));
        if let Form::Match { lefts, rights, reuse: false } = &mut form {
            let mut dice = self.seed.dice("paper-again", id);
            while lefts.len() > 1 && lefts.iter().zip(rights.iter()).all(|(left, right)| left.key == right.key) {
                dice.shuffle(rights);
            }
        }
        form
    }

    fn material(&self, question: &Question, before: Option<&Question>) -> Option<Material> {
        let material = question.material.as_ref()?;
        let same = before.and_then(|q| q.material.as_ref()) == Some(material);
        let key = if same { "paper-same-material" } else { "paper-material" };
        Some(Material {
            heading: self.words.with(key, &[("title", Value::from(material.title.get(self.lang)))]),
            body: (!same).then(|| material.body.get(self.lang).to_owned()),
        })
    }

    fn answer(&self, question: &Question, form: &Form) -> Answer {
        let why = question.why.get(self.lang).to_owned();
        let key = question.key(self.lang);
        match (form, &key) {
            (Form::PickOne(options), Response::Option(id)) => Answer { why, ..self.picked(question, options, |o| o == id) },
            (Form::PickMany(options), Response::Options(ids)) => {
                Answer { why, ..self.picked(question, options, |o| ids.contains(o)) }
            }
            (Form::Sort(items), Response::Order(ids)) => {
                let right = ids.iter().enumerate().map(|(n, id)| Line::new((n + 1).to_string(), text_of(items, id))).collect();
                Answer { right, why, ..Answer::default() }
            }
            (Form::Match { lefts, rights, .. }, Response::Map(map)) => {
                let right = lefts.iter().filter_map(|left| Some(matched(left, map.get(&left.key)?, rights))).collect();
                Answer { right, why, ..Answer::default() }
            }
            _ => {
                let shown = question.explain(&key, self.lang).into_iter().filter_map(|e| e.should_be);
                let right = shown.map(|text| Line::new(String::new(), &text)).collect();
                Answer { right, why, also: self.also(question), ..Answer::default() }
            }
        }
    }

    /// The options parted into right ones and those whose why teaches something.
    fn picked(&self, question: &Question, options: &[Choice], is_right: impl Fn(&ItemId) -> bool) -> Answer {
        let mut answer = Answer::default();
        for (n, option) in options.iter().enumerate() {
            let line = Line { why: self.why_of(question, &option.key), ..Line::new(mark(question, n), &option.text) };
            if is_right(&option.key) {
                answer.right.push(line);
            } else if line.why.is_some() {
                answer.wrong.push(line);
            }
        }
        answer
    }

    /// The why of one option.
    fn why_of(&self, question: &Question, option: &ItemId) -> Option<String> {
        let alone = match &question.kind {
            Kind::AnyOf(_) | Kind::Find(_) => Response::Options([option.clone()].into()),
            _ => Response::Option(option.clone()),
        };
        question.explain(&alone, self.lang).into_iter().find(|e| e.chosen)?.why
    }

    /// What else is taken for right.
    fn also(&self, question: &Question) -> Option<String> {
        match &question.kind {
            Kind::Number(number) if number.tolerance > Points::ZERO => {
                let tolerance = Value::from(number.tolerance.to_string());
                Some(self.words.with("paper-tolerance", &[("tolerance", tolerance)]))
            }
            Kind::Words(words) => {
                let others = words.accept.get(self.lang).get(1..).filter(|others| !others.is_empty())?;
                let others = others.join(&self.words.get("paper-comma"));
                Some(self.words.with("paper-also", &[("words", Value::from(others))]))
            }
            _ => None,
        }
    }
}

/// Where a reply is written: what the customer said, what is to be done, and room for it.
fn compose(question: &Question, lang: &Lang) -> Sheet {
    const LINES: usize = 4;
    let Kind::Write(write) = &question.kind else { return Sheet::Write { unit: String::new() } };
    let task = Some(write.writing.task.get(lang)).filter(|task| !task.is_empty());
    Sheet::Compose {
        says: write.says.as_ref().map(|says| says.get(lang).to_owned()),
        task: task.map(str::to_owned),
        lines: vec![(); LINES],
    }
}

fn sheet(question: &Question, form: Form, lang: &Lang) -> Sheet {
    let marked = |all: Vec<Choice>| all.iter().enumerate().map(|(n, c)| Line::new(mark(question, n), &c.text)).collect();
    let plain = |all: Vec<Choice>| all.into_iter().map(|c| c.text).collect();
    match form {
        Form::PickOne(options) => Sheet::Pick { round: true, options: marked(options) },
        Form::PickMany(options) => Sheet::Pick { round: false, options: marked(options) },
        Form::Sort(items) => Sheet::Sort { items: plain(items) },
        Form::Match { lefts, rights, .. } => Sheet::Match { lefts: plain(lefts), rights: marked(rights) },
        Form::Number { unit } => Sheet::Write { unit: unit.unwrap_or_default() },
        Form::Text { .. } => compose(question, lang),
        // A question's form is none of the program's own.
        Form::Line { .. } | Form::Next | Form::Menu(_) | Form::Rate(_) | Form::Overall => Sheet::Write { unit: String::new() },
    }
}

/// The mark of the `n`th line: true and false need none, the lines of a talk are counted, all else has letters.
fn mark(question: &Question, n: usize) -> String {
    match &question.kind {
        Kind::TrueFalse(_) => String::new(),
        Kind::Find(_) => (n + 1).to_string(),
        _ => letter(n),
    }
}

/// A to Z, then numbers on.
fn letter(n: usize) -> String {
    ('A'..='Z').nth(n).map_or_else(|| (n + 1).to_string(), String::from)
}

fn text_of<'a>(all: &'a [Choice], id: &ItemId) -> &'a str {
    all.iter().find(|c| c.key == *id).map_or("", |c| &c.text)
}

fn matched(left: &Choice, right: &ItemId, rights: &[Choice]) -> Line {
    let mark = rights.iter().position(|r| r.key == *right).map(letter).unwrap_or_default();
    Line { to: Some(text_of(rights, right).to_owned()), ..Line::new(mark, &left.text) }
}
