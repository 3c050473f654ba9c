//! `graph SCENARIO`: a scenario as a picture, with one learner's way or everybody's shares marked.
//!
//! The words and boxes are `report/graph`'s; here it is settled which scenario, as whom it was recorded, and where the picture goes.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::failure::{Exit, Failure};
use super::recall::{self, Kept};
use super::registry::{Registry, by_script};
use super::room::{Call, lang};
use super::{Outcome, files, menus, show};
use crate::analysis::range::range;
use crate::attempt::plan::{Step, Subject};
use crate::attempt::state::Play;
use crate::base::digest::Digest;
use crate::base::id::ScenarioId;
use crate::model::frozen::Frozen;
use crate::model::library::Library;
use crate::model::scenario::Scenario;
use crate::model::scenario::step::Stage;
use crate::report::graph::{Traffic, View, dot, mermaid, picture, svg};

/// `graph SCENARIO`
#[derive(Debug, Args)]
pub struct Graph {
    /// The scenario.
    pub scenario: String,
    /// As what; without it, by the file's name, else SVG.
    #[arg(long, value_enum)]
    pub to: Option<To>,
    /// Writes it to a file.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Marks the way of this attempt.
    #[arg(long, value_name = "ATTEMPT")]
    pub attempt: Option<String>,
    /// Tells how often each reply was chosen.
    #[arg(long)]
    pub traffic: bool,
}

/// What a picture is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum To {
    /// For browsers.
    Svg,
    /// For wikis.
    Mermaid,
    /// For Graphviz.
    Dot,
}

/// The fewest runs that shares are told of: of fewer, one could tell who replied what.
const LEAST: usize = 5;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Graph) -> Outcome {
    call.may_show_keys()?;
    let library = call.library_with_drafts()?;
    let scenario = find(&library, &args.scenario)?;
    call.tell_draft(&library, &format!("scenario:{}", scenario.id));
    let (stage, walked) = match &args.attempt {
        Some(attempt) => walked(call, &scenario.id, attempt)?,
        None => (Stage::new(scenario.clone()).map_err(|_| unplayable(scenario))?, Vec::new()),
    };
    let traffic = if args.traffic { Some(traffic(call, &stage)?) } else { None };
    let best = match range(&stage) {
        Ok(range) => range.best_way,
        Err(_) => {
            call.tell("note-graph-large", &[]);
            Vec::new()
        }
    };
    let lang = lang(&library, &call.words);
    let view = View { stage: &stage, words: &call.words, lang: &lang, best: &best, walked: &walked, traffic: traffic.as_ref() };
    let picture = picture(&view);
    let text = match args.to.unwrap_or_else(|| named(args.out.as_deref())) {
        To::Svg => svg(&picture),
        To::Mermaid => mermaid(&picture),
        To::Dot => dot(&picture),
    };
    match &args.out {
        Some(path) => files::write_page(call, path, &text)?,
        None => call.print(&text)?,
    }
    Ok(Exit::Done)
}

/// As what a file of this name is meant.
fn named(path: Option<&std::path::Path>) -> To {
    match path.and_then(|path| path.extension()).and_then(|end| end.to_str()) {
        Some("dot" | "gv") => To::Dot,
        Some("mmd" | "mermaid" | "md") => To::Mermaid,
        _ => To::Svg,
    }
}

fn find<'a>(library: &'a Library, named: &str) -> Result<&'a Scenario, Failure> {
    let all: Vec<_> = library.scenarios.values().map(|s| (s.id.as_str(), &s.title, s)).collect();
    menus::find("scenario", named, &all)
}

fn unplayable(scenario: &Scenario) -> Failure {
    Failure::new(Exit::Content, "fail-no-scenario", [("id", scenario.id.as_str())]).hint("hint-check", [])
}

/// The last run of a scenario in an attempt, as it was then, and the replies chosen.
fn walked(call: &Call<'_>, scenario: &ScenarioId, attempt: &str) -> Result<(Stage, Vec<usize>), Failure> {
    let store = call.store()?;
    let rows = store.attempts(None)?;
    let id = recall::find(&rows, attempt)?.id.clone();
    let kept = recall::recall(store.as_ref(), &id)?;
    show::open_to_all(store.as_ref(), &kept)?;
    let mut steps = kept.activity.plan.parts.iter().flat_map(|part| &part.steps);
    if !steps.any(|step| matches!(step, Step::Play { scenario: it, .. } if it == scenario)) {
        let (attempt, id) = (recall::short(&id), scenario.as_str());
        return Err(Failure::usage("fail-graph-other", [("attempt", &attempt), ("id", id)]).hint("hint-show", [("id", &attempt)]));
    }
    match runs(&kept, scenario).last() {
        Some((stage, play)) => Ok((stage.clone(), play.path.iter().map(|(_, reply)| *reply).collect())),
        None => Err(Failure::usage("fail-graph-open", [("id", scenario.as_str())])),
    }
}

/// The runs of a scenario in an attempt in which something was replied, each on its stage as it was then.
fn runs<'a>(kept: &'a Kept, scenario: &ScenarioId) -> impl Iterator<Item = (&'a Stage, &'a Play)> {
    kept.state.plays.iter().filter(|play| !play.path.is_empty()).filter_map(move |play| match kept.activity.step(play.at) {
        Step::Play { content, scenario: it, .. } if it == scenario => Some((kept.activity.stage(content), play)),
        _ => None,
    })
}

/// What was replied in all finished runs of this scenario with the same logic, exams included where they stand.
fn traffic(call: &Call<'_>, stage: &Stage) -> Result<Traffic, Failure> {
    let store = call.store()?;
    let voided = Registry::open(store.as_ref())?.register.voided;
    let plays = |subject: &Subject| matches!(subject, Subject::Course(_) | Subject::Scenario(_) | Subject::Licence(_));
    let (scenario, same) = (&stage.scenario().id, logic(stage));
    let (mut traffic, mut scripted) = (Traffic::default(), 0);
    let mut count = |kept: &Kept| {
        for (then, play) in runs(kept, scenario).filter(|(then, _)| logic(then) == same) {
            traffic.runs += 1;
            scripted += usize::from(by_script(kept));
            for (state, chosen) in &play.path {
                for reply in then.offered(state) {
                    let (times, of) = traffic.replies.entry(reply).or_default();
                    *times += usize::from(reply == *chosen);
                    *of += 1;
                }
            }
        }
    };
    recall::each(store.as_ref(), |row| row.closed && plays(&row.subject) && !voided.contains_key(&row.id), &mut count)?;
    if traffic.runs < LEAST {
        let (count, least) = (traffic.runs.to_string(), LEAST.to_string());
        return Err(
            Failure::new(Exit::Refused, "fail-graph-few", [("count", &count), ("least", &least)]).hint("hint-graph-few", [])
        );
    }
    if scripted > 0 {
        call.tell("note-graph-scripted", &[("count", scripted.into())]);
    }
    Ok(traffic)
}

fn logic(stage: &Stage) -> Digest {
    Frozen::Scenario(Box::new(stage.scenario().clone())).logic()
}
