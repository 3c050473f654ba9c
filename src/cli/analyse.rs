//! `analyse ID`: what exact walking tells of a role-play, for who writes it. It shows what replies are worth, also of exam scenarios:
//! a trainer's command, as the file itself is.

use clap::Args;

use super::Outcome;
use super::failure::{Exit, Failure};
use super::room::{Call, lang};
use super::which::{Kind, Thing, which};
use crate::analysis::graph::MOST;
use crate::analysis::survey::survey;
use crate::model::library::Library;
use crate::model::scenario::Scenario;
use crate::model::scenario::step::Stage;
use crate::report::analysis::talk::Report;

/// `analyse ID`
#[derive(Debug, Args)]
pub struct Analyse {
    /// The scenario.
    pub id: String,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Analyse) -> Outcome {
    let library = call.library()?;
    match which(&library, &args.id, &[Kind::Scenario])? {
        Thing::Scenario(scenario) => talk(call, &library, scenario),
        Thing::Course(_) | Thing::Bank(_) | Thing::Station(_) | Thing::Licence(_) => {
            unreachable!("`which` gives what is taken, and says so of the rest")
        }
    }
}

fn talk(call: &mut Call<'_>, library: &Library, scenario: &Scenario) -> Outcome {
    let id = scenario.id.as_str();
    let stage = Stage::new(scenario.clone())
        .map_err(|_| Failure::new(Exit::Content, "fail-unfit", [("id", id)]).hint("hint-check", []))?;
    let bar = call.busy("analyse-busy", 1);
    let found = survey(&stage, MOST);
    drop(bar);
    let lang = lang(library, &call.words);
    let report = Report { stage: &stage, survey: &found, skills: &library.skills, words: &call.words, lang: &lang };
    if call.json() {
        let told = report.json();
        call.print_json(&told)?;
    } else {
        let text = call.report_look(None).painted(&report.blocks(), &call.words);
        call.print(&text)?;
    }
    Ok(Exit::Done)
}
