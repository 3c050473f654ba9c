//! `stats`: what recorded marks say of the items. Marks come from the store (`recorded`) or from a file (`marks`); the figures are
//! `analysis/items`'; here they are told (`said`), in plain words first. Names of people are never told, nor who did what.

pub mod alarms;
mod marks;
mod observed;
mod recorded;
mod said;
mod worded;

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};

use super::Outcome;
use super::failure::Exit;
use super::room::Call;
use crate::analysis::items::advice::{Advice, advice};
use crate::analysis::items::figures::{Item, Quiz};
use crate::analysis::items::options::Taken;
use crate::analysis::items::raters::Agreement;
use crate::analysis::items::talks::Talks;
use crate::analysis::items::talks::TurnShares;
use crate::base::id::{ReplyId, TurnId};

/// `stats [ID]`
#[derive(Debug, Args)]
pub struct Stats {
    /// A bank, scenario, station or licence.
    #[arg(required_unless_present = "marks", conflicts_with = "marks")]
    pub id: Option<String>,
    /// A table of marks instead of the records.
    #[arg(long, value_name = "FILE", conflicts_with = "which")]
    pub marks: Option<PathBuf>,
    /// Which attempt of each person.
    #[arg(long, value_enum, default_value_t, value_name = "first|last|highest|all")]
    pub which: Which,
    /// All indices.
    #[arg(long)]
    pub all: bool,
}

/// Which of a person's attempts at one thing count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Which {
    /// The first: what the person could without having seen it.
    #[default]
    First,
    /// The last.
    Last,
    /// The best, of equal ones the first.
    Highest,
    /// All of them.
    All,
}

impl Which {
    const fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Last => "last",
            Self::Highest => "highest",
            Self::All => "all",
        }
    }
}

/// Everything there is to tell.
#[derive(Default)]
struct Told {
    /// What it is about, in a line.
    title: String,
    /// Where the numbers come from, in sentences.
    sources: Vec<String>,
    /// The same for programs.
    about: Map<String, Value>,
    /// How many attempts.
    attempts: usize,
    /// Whether totals are percent, not points.
    percent: bool,
    items: Vec<Line>,
    quiz: Quiz,
    talks: Vec<Talk>,
    raters: Vec<Rated>,
    worded: Vec<worded::Fired>,
}

/// An item with everything about it.
struct Line {
    figures: Item,
    /// What guessing gives, a share.
    guess: Option<f64>,
    /// The most points.
    max: f64,
    /// The median of the seconds it took.
    seconds: Option<f64>,
    options: Vec<Taken>,
    /// Their words.
    texts: Vec<String>,
}

/// A scenario that was played.
struct Talk {
    id: String,
    title: String,
    talks: Talks,
    turns: Vec<TurnShares>,
    /// What the customer says first in each turn, where the library still has it.
    says: BTreeMap<TurnId, String>,
    /// The words of each reply.
    replies: BTreeMap<(TurnId, ReplyId), String>,
}

/// A station that two examiners saw.
struct Rated {
    station: String,
    agreement: Vec<Agreement>,
}

impl Line {
    /// An item of which nothing but its marks is known.
    const fn bare(figures: Item, max: f64) -> Self {
        Self { figures, guess: None, max, seconds: None, options: Vec::new(), texts: Vec::new() }
    }

    fn advice(&self) -> Vec<Advice> {
        advice(&self.figures, &self.options, self.guess)
    }
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Stats) -> Outcome {
    let told = match (&args.marks, &args.id) {
        (Some(path), _) => marks::told(call, path)?,
        (None, id) => {
            call.may_show_keys()?;
            recorded::told(call, id.as_deref().unwrap_or_default(), args.which)?
        }
    };
    if call.json() {
        call.print_json(&as_json(&told))?;
    } else {
        let width = call.report_look(None).width();
        let text = said::text(&told, &call.words, args.all, width);
        call.print(&text)?;
    }
    Ok(Exit::Done)
}

fn as_json(told: &Told) -> Value {
    let mut out = told.about.clone();
    out.insert("attempts".into(), told.attempts.into());
    out.insert("unit".into(), if told.percent { "percent" } else { "points" }.into());
    out.insert("items".into(), told.items.iter().map(item).collect());
    out.insert("quiz".into(), json!(told.quiz));
    if !told.talks.is_empty() {
        out.insert("scenarios".into(), told.talks.iter().map(talk).collect());
    }
    if !told.raters.is_empty() {
        let all = told.raters.iter().map(|r| json!({ "station": r.station, "agreement": r.agreement }));
        out.insert("stations".into(), all.collect());
    }
    if !told.worded.is_empty() {
        out.insert("wording".into(), json!(told.worded));
    }
    Value::Object(out)
}

fn item(line: &Line) -> Value {
    let mut out = json!(line.figures);
    let advice: Vec<Value> = line
        .advice()
        .iter()
        .map(|a| a.option().map_or_else(|| json!({ "what": a.word() }), |o| json!({ "what": a.word(), "option": o })))
        .collect();
    out["max"] = json!(line.max);
    out["random_guess_score"] = json!(line.guess);
    out["median_seconds"] = json!(line.seconds);
    out["options"] = json!(line.options);
    out["advice"] = json!(advice);
    out
}

fn talk(talk: &Talk) -> Value {
    let (played, endings) = (&talk.talks, talk.talks.endings());
    json!({ "scenario": talk.id, "plays": played.plays, "passed": played.passed, "red_lines": played.red_lines,
        "mean_share": played.mean(), "turns": talk.turns, "endings": endings })
}
