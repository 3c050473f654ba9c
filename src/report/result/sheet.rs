//! A result as one HTML file, for the screen and for A4 with a line to sign. It shows the blocks of the terminal, no more and no less.

use serde::Serialize;

use super::Told;
use crate::base::points::Points;
use crate::locale::Words;
use crate::model::page::{Block, Debrief, Decision, Explained, Feedback, Item, Mark, Pace, Took};
use crate::report::press::{STYLE, press, safe};
use crate::report::worded;

const TEMPLATE: &str = include_str!("../templates/result.html");
const OWN_STYLE: &str = include_str!("../templates/result.css");

impl Told {
    /// One HTML page: the program's sentences in the language of `words`, the content in the one it was told in.
    pub fn html(&self, words: &Words) -> String {
        let page = Page {
            lang: words.tongue().tag(),
            style: safe(format!("{STYLE}{OWN_STYLE}")),
            title: self.heading(words),
            about: self.about(words),
            blocks: self.body(words).into_iter().flat_map(|block| shown(words, block)).collect(),
            signed: words.get("told-signed"),
            signature: words.get("told-signature"),
            date: words.get("paper-date"),
            printed: words.get("told-printed"),
        };
        press(TEMPLATE, page)
    }
}

/// What the template shows.
#[derive(Serialize)]
struct Page {
    lang: &'static str,
    style: minijinja::Value,
    title: String,
    about: String,
    blocks: Vec<Shown>,
    signed: String,
    signature: String,
    date: String,
    printed: String,
}

/// A block as the template shows it.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Shown {
    Title { text: String },
    Step { text: String },
    Text { text: String },
    Lines { class: &'static str, lines: Vec<Line> },
    Table { head: Vec<String>, rows: Vec<Vec<String>> },
    Material { title: String, body: String },
}

/// A line with its mark.
#[derive(Default, Serialize)]
struct Line {
    /// `good`, `bad`, `warm` or nothing.
    tone: &'static str,
    mark: String,
    name: String,
    text: String,
    /// What is said of it besides.
    note: String,
    why: String,
}

fn shown(words: &Words, block: Block) -> Vec<Shown> {
    vec![match block {
        Block::Title(text) => Shown::Title { text },
        Block::Text(text) => Shown::Text { text },
        Block::Outcome(mark, text) => Shown::Lines { class: "outcome", lines: vec![marked(words, mark, text)] },
        Block::Items(items) => Shown::Lines { class: "", lines: items.into_iter().map(|item| line(words, item)).collect() },
        Block::Table(table) => Shown::Table { head: table.head, rows: table.rows },
        Block::Material { title, body } => Shown::Material { title, body },
        Block::Verdict { verdict, earned, of } => {
            let said = worded::verdict(words, verdict);
            let note = worded::points(words, earned, of.exact());
            Shown::Lines { class: "judged", lines: vec![Line { note, ..marked(words, said.mark, said.text) }] }
        }
        Block::Explained(items) => {
            Shown::Lines { class: "", lines: items.into_iter().map(|item| explained(words, item)).collect() }
        }
        Block::Why(text) => Shown::Lines { class: "", lines: vec![named(words, "why", text)] },
        Block::Debrief(debrief) => return talk(words, *debrief),
        // A result is told in no other blocks.
        _ => return Vec::new(),
    }]
}

fn explained(words: &Words, item: Explained) -> Line {
    let said = worded::explained(words, &item);
    let (note, why) = (said.note.unwrap_or_default(), item.why.unwrap_or_default());
    Line { note, why, ..marked(words, said.mark, said.text) }
}

fn marked(words: &Words, mark: Mark, text: String) -> Line {
    let tone = match mark {
        Mark::None | Mark::Dash => "",
        Mark::Right => "good",
        Mark::Wrong => "bad",
        Mark::Partly | Mark::Missed => "warm",
    };
    Line { tone, mark: worded::mark(words, mark), text, ..Line::default() }
}

fn line(words: &Words, item: Item) -> Line {
    Line { name: item.name.map(|name| words.label(&name)).unwrap_or_default(), ..marked(words, item.mark, item.text) }
}

fn named(words: &Words, key: &str, text: String) -> Line {
    Line { name: words.label(&words.get(key)), text, ..Line::default() }
}

fn talk(words: &Words, debrief: Debrief) -> Vec<Shown> {
    let title = format!("{}{}", words.label(&words.get("debrief")), debrief.title);
    let mut out = vec![Shown::Title { text: title }];
    for (n, decision) in debrief.path.iter().enumerate() {
        out.push(Shown::Step { text: words.with("debrief-step", &[("n", (n + 1).to_string().into())]) });
        out.push(Shown::Lines { class: "", lines: decided(words, &debrief.customer, decision) });
    }
    let grade = &debrief.grade;
    let args = [
        ("points", grade.points.to_string().into()),
        ("best", grade.best.to_string().into()),
        ("percent", grade.share.percent().into()),
        ("pass", grade.pass.to_string().into()),
    ];
    let ends = !debrief.ending.trim().is_empty() || debrief.ending_points != Points::ZERO;
    let name = words.label(&worded::ending(words, debrief.ending_points));
    let ending = ends.then(|| Line { name, text: debrief.ending, ..Line::default() });
    let result = named(words, "debrief-result", words.with("result-points", &args));
    let times = grade.timeliness.as_ref().map(|it| Line { text: worded::timeliness(words, it), ..Line::default() });
    out.push(Shown::Lines { class: "", lines: ending.into_iter().chain([result]).chain(times).collect() });
    out
}

fn decided(words: &Words, customer: &str, decision: &Decision) -> Vec<Line> {
    let reply = match decision.feedback.took {
        Some(Took { band: Pace::Silent, .. }) => words.get("note-nothing-said"),
        _ => decision.reply.clone(),
    };
    let said = worded::told(&decision.said).into_iter().map(|told| match told {
        worded::Told::Said(text) => Line { name: words.label(customer), text: worded::quoted(words, &text), ..Line::default() },
        worded::Told::Narrated(text) => Line { text, ..Line::default() },
    });
    let mut out: Vec<Line> = said.collect();
    out.push(named(words, "you", reply));
    out.extend(fed_back(words, &decision.feedback));
    if let Some((better, points)) = &decision.better {
        let name = worded::better(words, *points, decision.feedback.points);
        out.push(Line { name: words.label(&name), text: better.clone(), tone: "good", ..Line::default() });
    }
    out
}

fn fed_back(words: &Words, feedback: &Feedback) -> Vec<Line> {
    let points = words.with("feedback-points", &[("points", worded::signed(feedback.points).into())]);
    let mut out = vec![Line { text: points, note: worded::mood(words, feedback.mood), ..Line::default() }];
    out.extend(feedback.took.as_ref().map(|took| Line { text: worded::took(words, took), ..Line::default() }));
    if let Some(why) = &feedback.red_line {
        let text = words.with("feedback-red-line", &[("why", why.as_str().into())]);
        out.push(marked(words, Mark::Wrong, text));
    }
    if !feedback.text.trim().is_empty() {
        out.push(Line { text: feedback.text.clone(), ..Line::default() });
    }
    out.extend(feedback.breaks.iter().map(|broken| Line { text: worded::breach(words, broken), ..Line::default() }));
    out
}
