//! `analyse ID`: what can be said of a role-play or an exam before anybody meets it, worked out exactly.
//!
//! A trainer's command: it shows what replies are worth, also of exam scenarios, as their files do.

use clap::Args;

use super::Outcome;
use super::failure::{Exit, Failure};
use super::room::{Call, lang};
use super::which::{Kind, Thing, which};
use crate::analysis::chance::{Ability, Trouble};
use crate::analysis::graph::MOST;
use crate::analysis::licence;
use crate::analysis::survey::survey;
use crate::base::points::Points;
use crate::model::library::Library;
use crate::model::licence::Scheme;
use crate::model::scenario::Scenario;
use crate::model::scenario::step::Stage;
use crate::report::analysis::licence::{Ctx, json, told};
use crate::report::analysis::talk::Report;

/// `analyse ID`
#[derive(Debug, Args)]
pub struct Analyse {
    /// The scenario or licence.
    pub id: String,
    /// Of a licence: a candidate more, who knows this share.
    #[arg(long, value_name = "SHARE", value_parser = share)]
    pub knows: Option<Ability>,
}

/// A share from 0 to 1.
fn share(text: &str) -> Result<Ability, String> {
    let share = Points::parse(text.trim()).and_then(|points| Ability::of(points.exact()));
    share.ok_or_else(|| "0…1".to_owned())
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Analyse) -> Outcome {
    let loaded = call.loaded()?;
    let library = loaded.with_drafts();
    let thing = which(library, &args.id, &[Kind::Scenario, Kind::Licence])?;
    call.tell_draft(library, &thing.name());
    match thing {
        Thing::Scenario(scenario) => of_talk(call, library, scenario),
        Thing::Licence(scheme) => of_licence(call, loaded.library_of(&scheme.id), scheme, args.knows),
        Thing::Course(_) | Thing::Bank(_) | Thing::Station(_) => {
            unreachable!("`which` gives what is taken, and says so of the rest")
        }
    }
}

fn of_talk(call: &mut Call<'_>, library: &Library, scenario: &Scenario) -> Outcome {
    call.may_show_keys()?;
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

fn of_licence(call: &mut Call<'_>, library: &Library, scheme: &Scheme, knows: Option<Ability>) -> Outcome {
    let abilities = licence::abilities(knows);
    let mut bar = call.busy("analyse-busy", abilities.len());
    let figures = licence::figures(scheme, library, &abilities, &mut || bar.step());
    drop(bar);
    let figures = figures.map_err(|trouble| unknown(scheme, trouble))?;
    let ctx = Ctx { scheme, library, words: &call.words.clone(), lang: &lang(library, &call.words) };
    if call.json() {
        call.print_json(&json(&figures, ctx))?;
    } else {
        let text = call.report_look(None).painted(&told(&figures, ctx), ctx.words);
        call.print(&text)?;
    }
    Ok(Exit::Done)
}

/// `check` says of each of these where it lies.
fn unknown(scheme: &Scheme, trouble: Trouble) -> Failure {
    let key = match trouble {
        Trouble::Short(_) => "fail-analyse-short",
        Trouble::Unfit => "fail-analyse-unfit",
        Trouble::TooLarge | Trouble::TooFine => "fail-analyse-large",
    };
    Failure::new(Exit::Content, key, [("id", scheme.id.as_str())]).hint("hint-check", [])
}
