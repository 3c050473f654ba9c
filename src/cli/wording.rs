//! `wording [FILE|-]`: what was really written to customers, held against the wording register: which rule, in which line, on which
//! characters; how quickly each agent answered. Nothing is recorded.

mod said;

use std::path::PathBuf;

use clap::Args;

use super::Outcome;
use super::failure::{Exit, Failure};
use super::files;
use super::room::{Call, lang};
use crate::exchange::chats::{self, Chats};
use crate::exchange::encoding::Unreadable;
use crate::exchange::table::{LARGEST, NoTable};
use crate::model::library::Library;
use crate::model::wording::{Register, Severity};
use crate::report::chats::{Look, look};

/// `wording [FILE]`
#[derive(Debug, Args)]
pub struct Wording {
    /// The chats; `-` or nothing: what comes in.
    pub file: Option<PathBuf>,
    /// An agent's name, where the file does not tell; may be given several times.
    #[arg(long, value_name = "NAME")]
    pub agent: Vec<String>,
    /// By which register.
    #[arg(long, value_name = "ID")]
    pub register: Option<String>,
    /// Everybody can read them: explanations under reviews.
    #[arg(long)]
    pub public: bool,
    /// Shows personal data.
    #[arg(long)]
    pub show_personal: bool,
    /// Lists every place.
    #[arg(long)]
    pub all: bool,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Wording) -> Outcome {
    // A register tells of a draft what would be marked.
    call.may_show_keys()?;
    let library = call.library()?;
    let register = register(&library, args.register.as_deref())?;
    let name = match &args.file {
        Some(path) if path.as_os_str() != "-" => path.display().to_string(),
        _ => "-".to_owned(),
    };
    let bytes = bytes(call, &name, args)?;
    let chats = chats::read(&bytes, &args.agent).map_err(|why| unreadable(&name, &why))?;
    drop(bytes);
    if !chats.unknown.is_empty() {
        let names = chats.unknown.iter().take(MOST_NAMES).map(|name| name.chars().take(30).collect::<String>());
        let names = names.collect::<Vec<_>>().join(" · ");
        return Err(Failure::usage("fail-wording-agent", [("path", &name)]).hint("hint-wording-agent", [("names", &names)]));
    }
    let found = look(&chats.said, Look { register, public: args.public, personal: args.show_personal });
    let page =
        said::Page { name: &name, register, chats: &chats, found: &found, lang: &lang(&library, &call.words), all: args.all };
    if call.json() {
        call.print_json(&page.json())?;
    } else {
        tell_bad(call, &chats);
        let text = page.text(&call.words.clone(), call.report_look(None).width());
        call.print(&text)?;
    }
    let red = found.agents.values().any(|agent| agent.hits.contains_key(&Severity::RedLine));
    Ok(if red { Exit::NotPassed } else { Exit::Done })
}

/// More names than these are not told.
const MOST_NAMES: usize = 10;
/// More lines than these are not told of one by one.
const MOST_BAD: usize = 20;

fn tell_bad(call: &Call<'_>, chats: &Chats) {
    for bad in chats.bad.iter().take(MOST_BAD) {
        call.tell("wording-bad", &[("line", bad.line.into()), ("why", bad.why.word().into())]);
    }
    if let Some(more) = chats.bad.len().checked_sub(MOST_BAD).filter(|more| *more > 0) {
        call.tell("wording-bad-more", &[("count", more.into())]);
    }
}

fn register<'l>(library: &'l Library, named: Option<&str>) -> Result<&'l Register, Failure> {
    let names = library.wordings.keys().map(|id| id.as_str()).collect::<Vec<_>>().join(" · ");
    let found = match named {
        Some(id) => library.wordings.get(&id.into()),
        None => library.wording.as_ref().and_then(|id| library.wordings.get(id)),
    };
    match (found, named) {
        (Some(register), _) => Ok(register),
        (None, _) if names.is_empty() => Err(Failure::new(Exit::Content, "fail-wording-none", []).hint("hint-wording-new", [])),
        (None, Some(id)) => Err(Failure::usage("fail-wording-unknown", [("id", id)]).hint("hint-valid", [("values", &names)])),
        (None, None) => Err(Failure::usage("fail-wording-which", []).hint("hint-valid", [("values", &names)])),
    }
}

fn bytes(call: &Call<'_>, name: &str, args: &Wording) -> Result<Vec<u8>, Failure> {
    let most = LARGEST as u64 + 1;
    let read = match &args.file {
        Some(path) if name != "-" => files::start_of(path, most),
        _ => {
            if call.ports.screen.is_some() {
                call.tell("wording-typed", &[]);
            }
            files::incoming(most)
        }
    };
    read.map_err(|error| Failure::new(Exit::Store, "fail-read", [("path", name)]).because(&error))
}

fn unreadable(name: &str, why: &NoTable) -> Failure {
    let (key, line) = match why {
        NoTable::Unreadable(Unreadable::Broken { line, .. }) => ("broken", line.to_string()),
        NoTable::Unreadable(Unreadable::Big5) => ("big5", String::new()),
        NoTable::Unreadable(Unreadable::Binary) => ("binary", String::new()),
        NoTable::TooLarge => ("large", (LARGEST >> 20).to_string()),
        NoTable::OpenQuote { line } => ("quote", line.to_string()),
        NoTable::OldExcel => ("old", String::new()),
        NoTable::NoExcel | NoTable::BrokenExcel(_) => ("excel", String::new()),
    };
    Failure::new(Exit::NotPassed, "fail-wording-read", [("path", name), ("why", key), ("line", &line)])
}
