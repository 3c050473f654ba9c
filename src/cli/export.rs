//! `export ID --to FORMAT`: a bank or a role-play in a foreign format, on stdout or into a file. What the format cannot hold is listed.

use std::path::PathBuf;

use serde_json::json;

use super::Outcome;
use super::failure::{Exit, Failure};
use super::room::{Call, lang};
use super::swap::{self, Said};
use super::{files, room};
use crate::exchange::{Carries, FORMATS, Format, Thing};
use crate::model::library::Library;

/// `export ID`
#[derive(Debug, clap::Args)]
pub struct Export {
    /// A bank or a scenario.
    pub thing: String,
    /// The format.
    #[arg(long, value_name = "FORMAT")]
    pub to: String,
    /// Where it is written.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Writes over a file that is there.
    #[arg(long)]
    pub force: bool,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Export) -> Outcome {
    call.may_show_keys()?;
    let library = call.library_with_drafts()?;
    let lang = lang(&library, &call.words);
    let thing = thing(&library, &args.thing)?;
    call.tell_draft(&library, &named(&thing));
    let format = format_for(&thing, &args.to)?;
    if format.binary && args.out.is_none() {
        return Err(Failure::usage("fail-export-out", [("format", format.name)]));
    }
    let write = format.write.expect("only formats that write are looked at");
    let departure = write(&thing, &lang)
        .map_err(|note| Failure::new(Exit::NotPassed, "fail-export", [("id", &args.thing)]).because(swap::cause(&note)))?;
    let said: Vec<Said> = departure.notes.iter().map(|note| swap::of_note(call, note)).collect();
    if let Some(out) = &args.out {
        let write = if args.force { files::replace } else { files::write_new };
        write(out, &departure.bytes).map_err(|error| swap::unwritten(out, &error))?;
    }
    let file = args.out.as_ref().map(|out| out.display().to_string());
    if call.json() {
        let text = file.is_none().then(|| String::from_utf8_lossy(&departure.bytes).into_owned());
        let all: Vec<_> = said.iter().map(Said::as_json).collect();
        call.print_json(&json!({ "file": file, "text": text, "format": format.name, "said": all }))?;
        return Ok(Exit::Done);
    }
    swap::tell(call, said);
    match file {
        Some(file) => call.tell("note-written", &[("path", file.into())]),
        None => room::print(call.ports, &String::from_utf8_lossy(&departure.bytes))?,
    }
    Ok(Exit::Done)
}

/// A bank or a scenario; they share one space of ids.
fn thing<'l>(library: &'l Library, named: &str) -> Result<Thing<'l>, Failure> {
    let id = match named.split_once(':') {
        Some(("bank" | "scenario", id)) => id,
        _ => named,
    };
    let bank = library.banks.get(&id.into()).map(Thing::Bank);
    bank.or_else(|| library.scenarios.get(&id.into()).map(Thing::Scenario)).ok_or_else(|| {
        let names = library.banks.keys().map(|id| id.as_str()).chain(library.scenarios.keys().map(|id| id.as_str()));
        let near = names.max_by(|a, b| strsim::jaro_winkler(a, id).total_cmp(&strsim::jaro_winkler(b, id)));
        let failure = Failure::usage("fail-export-thing", [("id", id)]);
        match near.filter(|near| strsim::jaro_winkler(near, id) > 0.7) {
            Some(near) => failure.hint("hint-did-you-mean", [("name", near)]),
            None => failure.hint("hint-list", []),
        }
    })
}

fn named(thing: &Thing<'_>) -> String {
    match thing {
        Thing::Bank(bank) => format!("bank:{}", bank.id),
        Thing::Scenario(scenario) => format!("scenario:{}", scenario.id),
    }
}

fn format_for<'f>(thing: &Thing<'_>, named: &str) -> Result<&'f Format, Failure> {
    let carries = match thing {
        Thing::Bank(_) => Carries::Questions,
        Thing::Scenario(_) => Carries::Talk,
    };
    let fit: Vec<&Format> = FORMATS.iter().filter(|f| f.write.is_some() && f.carries == carries).collect();
    let names: Vec<&str> = fit.iter().map(|f| f.name).collect();
    fit.into_iter()
        .find(|f| f.name == named)
        .ok_or_else(|| Failure::usage("fail-no-format", [("name", named)]).hint("hint-valid", [("values", &names.join(" · "))]))
}
