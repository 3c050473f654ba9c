//! `wording [FILE|-]`: what was really written to customers, held against the wording register: which rule, in which line, on which
//! characters; how quickly each agent answered. Nothing is recorded.

mod said;

use std::path::{Path, PathBuf};

use clap::Args;

use super::Outcome;
use super::failure::{Exit, Failure};
use super::files;
use super::room::{Call, lang};
use crate::exchange::chats::{self, Chats};
use crate::exchange::encoding::Unreadable;
use crate::exchange::table::{LARGEST, NoTable};
use crate::model::library::Library;
use crate::model::wording::{Register, Severity, is_han};
use crate::report::chats::{Look, hidden, look};

/// `wording [FILE]`
#[derive(Debug, Args)]
pub struct Wording {
    /// The chats, or a sentence; `-` or nothing: what comes in.
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
    if args.register.is_none() && library.wordings.len() > 1 {
        let others =
            library.wordings.keys().filter(|id| **id != register.id).map(|id| id.as_str()).collect::<Vec<_>>().join(" · ");
        call.tell("wording-register", &[("id", register.id.as_str().into()), ("others", others.into())]);
    }
    let from = From::of(args.file.as_deref());
    let name = from.name(call);
    let chats = chats::read(&from.bytes(call)?, &args.agent).map_err(|why| unreadable(&name, &why))?;
    if !chats.unknown.is_empty() {
        let shown = |name: &String| hidden(name, args.show_personal).into_iter().take(30).collect::<String>();
        let names = chats.unknown.iter().take(MOST_NAMES).map(shown).collect::<Vec<_>>().join(" · ");
        return Err(Failure::usage("fail-wording-agent", [("path", &name)]).hint("hint-wording-agent", [("names", &names)]));
    }
    let mut bar = call.busy("wording-busy", chats.said.len());
    let by = Look { register, public: args.public, personal: args.show_personal };
    let found = look(chats.said.iter().inspect(|_| bar.step()), by);
    drop(bar);
    let file = from.file();
    let lang = lang(&library, &call.words);
    let page = said::Page { name: &name, file: &file, register, chats: &chats, found: &found, lang: &lang, all: args.all };
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

/// Where the words come from.
enum From<'a> {
    /// From a file.
    File(&'a Path),
    /// From what comes in.
    Incoming,
    /// They stand in the command themselves.
    Sentence(&'a str),
}

impl<'a> From<'a> {
    fn of(typed: Option<&'a Path>) -> Self {
        match typed {
            None => Self::Incoming,
            Some(path) if path.as_os_str() == "-" => Self::Incoming,
            Some(path) => match path.to_str() {
                Some(text) if is_sentence(text) && !path.exists() => Self::Sentence(text),
                _ => Self::File(path),
            },
        }
    }

    /// For people.
    fn name(&self, call: &Call<'_>) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Incoming => call.words.get("wording-incoming"),
            Self::Sentence(_) => call.words.get("wording-sentence"),
        }
    }

    /// For programs.
    fn file(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Incoming | Self::Sentence(_) => "-".to_owned(),
        }
    }

    fn bytes(&self, call: &Call<'_>) -> Result<Vec<u8>, Failure> {
        let most = LARGEST as u64 + 1;
        let read = match self {
            Self::Sentence(text) => return Ok(text.as_bytes().to_owned()),
            Self::File(path) => files::start_of(path, most),
            Self::Incoming => {
                if call.ports.screen.is_some() {
                    call.tell("wording-typed", &[]);
                }
                files::incoming(most)
            }
        };
        read.map_err(|error| Failure::new(Exit::Store, "fail-read", [("path", &self.name(call))]).because(&error))
    }
}

/// Whether somebody typed words rather than the name of a file: Chinese or several words, without the ending of a file.
fn is_sentence(typed: &str) -> bool {
    let ending = Path::new(typed).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let is_named = (1..=5).contains(&ending.len()) && ending.bytes().all(|b| b.is_ascii_alphanumeric());
    !is_named && typed.contains(|c: char| is_han(c) || c.is_whitespace())
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
    Failure::new(Exit::Store, "fail-wording-read", [("path", name), ("why", key), ("line", &line)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_from_files() {
        for text in ["滚", "加我微信 qiang8899", "Sorry, we can't.", "满2.5天都行", "7天/15天都可以退"] {
            assert!(is_sentence(text), "{text}");
        }
        for file in ["chats", "chats.csv", "昨天的聊天.csv", "my chats.xlsx", "missing/chats", "C:\\chats\\today.txt", "-"] {
            assert!(!is_sentence(file), "{file}");
        }
    }
}
