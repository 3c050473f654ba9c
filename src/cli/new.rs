//! `new KIND ID`: begins a piece of courseware: a commented skeleton that passes `check`, or, for a scenario, a talk written by question and
//! answer (`guided`). Nothing is ever written over.

mod guided;
mod starter;
mod talk;

use std::path::{Path, PathBuf};

use clap::ValueEnum as _;

use super::Outcome;
use super::failure::{Exit, Failure};
use super::files;
use super::room::Call;
use crate::base::id::{Lang, is_slug};
use crate::content;
use crate::model::library::{Library, Status};

/// `new KIND ID`
#[derive(Debug, clap::Args)]
pub struct New {
    /// What to begin.
    #[arg(value_enum)]
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// The talk to begin from.
    #[arg(long, value_enum, value_name = "NAME", conflicts_with = "guided")]
    pub template: Option<Template>,
    /// By question and answer.
    #[arg(long)]
    pub guided: bool,
    /// Where it is written.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// What can be begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    /// A role-play.
    Scenario,
    /// A question bank.
    #[value(alias = "questions")]
    Bank,
    /// A course.
    Course,
    /// Walks of a scenario.
    Walks,
    /// A station.
    Station,
    /// A licence scheme.
    Licence,
    /// A standard of reply times.
    Standard,
    /// A wording register.
    Wording,
    /// A glossary.
    Glossary,
    /// A syllabus.
    Syllabus,
    /// A folder of courseware.
    Library,
}

/// Little talks to begin a scenario from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Template {
    /// The first words.
    Greeting,
    /// "Why so dear?"
    Objection,
    /// "Make it cheaper."
    Bargaining,
    /// An order changed late.
    LateChange,
    /// A call about a bad review.
    DisputeCall,
    /// Three customers at once.
    Triage,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &New) -> Outcome {
    // A library may be begun anywhere: its id is what its folder is called.
    let id = if args.kind == Kind::Library { last_name(&args.id) } else { &args.id };
    if !is_slug(id) {
        return Err(no_id(id));
    }
    if (args.template.is_some() || args.guided) && args.kind != Kind::Scenario {
        return Err(Failure::usage("fail-new-only-scenario", []));
    }
    if args.kind == Kind::Library {
        return library(call, args);
    }
    let folder = call.folder().filter(|folder| folder.is_dir());
    let Some(folder) = folder.or_else(|| args.out.as_ref()?.parent().map(Path::to_owned)) else {
        return Err(Failure::usage("fail-new-no-folder", []).hint("hint-new-library", []).hint(
            if args.kind == Kind::Scenario { "hint-new-then-talk" } else { "hint-new-then" },
            [("kind", &args.kind.to_possible_value().map(|it| it.get_name().to_owned()).unwrap_or_default()), ("id", &args.id)],
        ));
    };
    let path = args.out.clone().unwrap_or_else(|| folder.join(starter::file_name(args.kind, &args.id)));
    let loaded = content::load(call.roots(None)?);
    if args.guided {
        return guided::run(call, args, &path, &loaded);
    }
    let library = loaded.with_drafts();
    if let Some(missing) = missing(args.kind, &args.id, library) {
        return Err(missing);
    }
    let status = starter::begins_as(args.kind, library);
    let text = starter::text(args.kind, args.template, &library.language);
    let mut text = starter::filled(&text, &args.id, status, library);
    if args.kind == Kind::Walks {
        text = text.replace("{walk}", &walk(&args.id, library)?);
    }
    files::write_new(&path, text.as_bytes()).map_err(|error| files::unwritten(&path, &error))?;
    written(call, &path, &folder, args)?;
    if status == Status::Draft {
        let said = draft(call, library, &path);
        call.print_said(&said)?;
    }
    Ok(Exit::Done)
}

/// The last part of a path, written for this system or the other.
fn last_name(path: &str) -> &str {
    path.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Why this cannot be an id.
pub(super) fn no_id(id: &str) -> Failure {
    Failure::usage("fail-new-id", [("id", id)]).hint("hint-new-id", [])
}

/// What a draft still needs before learners see it.
pub(super) fn draft(call: &Call<'_>, library: &Library, path: &Path) -> String {
    let others: Vec<&str> = library.languages.iter().filter(|lang| **lang != library.language).map(Lang::as_str).collect();
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let files: Vec<String> = others.iter().map(|lang| format!("{stem}.{lang}.toml")).collect();
    let args = [("count", files.len().into()), ("files", files.join(" · ").into())];
    call.words.with("new-draft", &args)
}

/// The walk that new walks begin with.
fn walk(id: &str, library: &Library) -> Result<String, Failure> {
    let found = library.scenarios.get(&id.into()).and_then(starter::best_walk);
    found.ok_or_else(|| Failure::new(Exit::Content, "fail-unfit", [("id", id)]).hint("hint-check", []))
}

/// What the new thing needs and is not there, or is there already.
fn missing(kind: Kind, id: &str, library: &Library) -> Option<Failure> {
    let there = match kind {
        Kind::Syllabus => library.syllabi.contains_key(&id.into()),
        Kind::Course => library.courses.contains_key(&id.into()),
        Kind::Bank | Kind::Scenario => library.banks.contains_key(&id.into()) || library.scenarios.contains_key(&id.into()),
        Kind::Station => library.stations.contains_key(&id.into()),
        Kind::Licence => library.licences.contains_key(&id.into()),
        Kind::Standard => library.standards.contains_key(&id.into()),
        Kind::Wording => library.wordings.contains_key(&id.into()),
        Kind::Glossary => library.glossaries.contains_key(&id.into()),
        Kind::Library | Kind::Walks => false,
    };
    if there {
        return Some(Failure::new(Exit::Refused, "fail-new-there", [("id", id)]).hint("hint-new-other-id", []));
    }
    let word = match kind {
        Kind::Scenario | Kind::Bank if library.skills.is_empty() => Some("skill"),
        Kind::Licence if library.roles.is_empty() => Some("role"),
        _ => None,
    };
    if let Some(word) = word {
        return Some(Failure::new(Exit::Refused, "fail-new-no-word", [("word", word)]).hint("hint-new-word", [("word", word)]));
    }
    if kind == Kind::Licence && starter::bank(library).is_none() {
        let bank = format!("{id}-exam");
        return Some(Failure::new(Exit::Refused, "fail-new-no-bank", []).hint("hint-new-bank", [("id", &bank)]));
    }
    let no_talk = kind == Kind::Walks && !library.scenarios.contains_key(&id.into());
    no_talk.then(|| Failure::usage("fail-new-walks", [("id", id)]))
}

/// A folder with a library that lies over the shipped one.
fn library(call: &mut Call<'_>, args: &New) -> Outcome {
    let folder = args.out.clone().unwrap_or_else(|| PathBuf::from(&args.id));
    let path = folder.join("library.toml");
    let lang = call.words.tongue().lang();
    let text = starter::text(Kind::Library, None, &lang).replace("{id}", last_name(&args.id));
    files::make_folder(&folder).map_err(|error| files::unwritten(&folder, &error))?;
    files::write_new(&path, text.as_bytes()).map_err(|error| files::unwritten(&path, &error))?;
    let (path, folder) = (path.display().to_string(), files::typed(&folder));
    let lines = [
        call.words.with("new-written", &[("path", path.into())]),
        call.words.with("new-next-library", &[("folder", folder.into())]),
    ];
    call.print(&lines.map(|line| format!("{line}\n")).concat())?;
    Ok(Exit::Done)
}

fn written(call: &mut Call<'_>, path: &Path, folder: &Path, args: &New) -> Result<(), Failure> {
    let key = if args.kind == Kind::Scenario { "new-next-scenario" } else { "new-next" };
    let folder = files::typed(folder);
    let lines = [
        call.words.with("new-written", &[("path", path.display().to_string().into())]),
        call.words.with(key, &[("folder", folder.into()), ("id", args.id.as_str().into())]),
    ];
    call.print(&lines.map(|line| format!("{line}\n")).concat())
}

/// Whether a language is written with Chinese words.
fn is_chinese(lang: &Lang) -> bool {
    crate::locale::Tongue::of(lang.as_str()) != Some(crate::locale::Tongue::En)
}
