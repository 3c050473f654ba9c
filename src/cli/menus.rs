//! What several commands share: menus of courses, banks and scenarios, sitting down to an attempt, and leaving.
//!
//! Which is meant is settled here, by id, title or menu; what then happens is the command's, and each step that of `session`.

use super::failure::{Exit, Failure, asker_failure};
use super::recall::short;
use super::room::{Call, Room};
use super::session::{self, Ended};
use super::{Outcome, progress, tongue};
use crate::attempt::event::Leaving;
use crate::attempt::plan::{Plan, Subject};
use crate::base::id::{AttemptId, BankId, CourseId, LicenceId, ScenarioId};
use crate::base::points::Exact;
use crate::model::frozen::Frozen;
use crate::model::grade::Grade;
use crate::model::page::Block;
use crate::model::text::Text;
use crate::report::standing::Line;

type Picked<T> = Result<Result<T, Leaving>, Failure>;

/// Which course?
pub fn pick_course(room: &mut Room<'_>) -> Picked<CourseId> {
    let lines = room.standing()?.courses;
    pick(room, "ask-course", &lines).map(|p| p.map(CourseId::from))
}

/// Which bank?
pub fn pick_bank(room: &mut Room<'_>) -> Picked<BankId> {
    let lines = room.standing()?.banks;
    pick(room, "ask-bank", &lines).map(|p| p.map(BankId::from))
}

/// Which scenario? The one that would help most is proposed.
pub fn pick_scenario(room: &mut Room<'_>) -> Picked<ScenarioId> {
    let standing = room.standing()?;
    let mut lines = standing.plays;
    if let Some(advice) = standing.advice.filter(|_| !room.scripted) {
        // The one that helps most stands first, and it is said why.
        lines.sort_by_key(|line| line.subject.parts().1 != advice.scenario.as_str());
        let said = progress::advice(&room.library, &advice, &progress::View::of(room));
        room.asker.show(&[Block::Text(said)]).map_err(|e| asker_failure(&e, &room.words))?;
    }
    pick(room, "ask-scenario", &lines).map(|p| p.map(ScenarioId::from))
}

/// Which licence?
pub fn pick_licence(room: &mut Room<'_>) -> Picked<LicenceId> {
    let line = |id: &LicenceId| {
        let subject = Subject::Licence(id.to_string());
        Line { subject, finished: 0, best: None, done: false, waived: None, open: None }
    };
    let lines: Vec<Line> = room.library.licences.keys().map(line).collect();
    pick(room, "ask-licence", &lines).map(|p| p.map(LicenceId::from))
}

fn pick(room: &mut Room<'_>, ask: &str, lines: &[Line]) -> Picked<String> {
    if room.scripted {
        return Err(Failure::usage("fail-script-menu", []));
    }
    if lines.is_empty() {
        return Err(Failure::new(Exit::Content, "fail-empty-library", []).hint("hint-check", []));
    }
    let options: Vec<_> = lines.iter().map(|l| (l.subject.parts().1.to_owned(), labelled(room, l))).collect();
    let title = room.words.get(ask);
    Ok(room.choose(&title, &options)?.map(|key| key.to_string()))
}

/// A thing's title with how far the learner is with it.
fn labelled(room: &Room<'_>, line: &Line) -> String {
    let title = room.title(&line.subject);
    let percent = line.best.map(Exact::percent).unwrap_or_default();
    let level = match &line.subject {
        Subject::Scenario(id) => room.library.scenarios.get(&ScenarioId::from(id.as_str())).map(|s| s.level),
        _ => None,
    };
    let title = match level {
        Some(level) => room.words.with("menu-level", &[("title", title.into()), ("level", level.into())]),
        None => title,
    };
    if let Some(at) = line.waived {
        let day = at.day(&room.library.time_zone).map(|day| day.to_string()).unwrap_or_default();
        return room.words.with("menu-waived", &[("title", title.into()), ("day", day.into())]);
    }
    match (&line.open, line.done, line.finished) {
        (Some((_, (done, of))), ..) => {
            room.words.with("menu-open", &[("title", title.into()), ("done", (*done).into()), ("of", (*of).into())])
        }
        (None, true, _) => room.words.with("menu-done", &[("title", title.into()), ("percent", percent.into())]),
        (None, false, 0) => title,
        (None, false, _) => room.words.with("menu-not-passed", &[("title", title.into()), ("percent", percent.into())]),
    }
}

/// Goes on with the unfinished attempt at something, or begins what `plan` makes of it; `again`: always begins.
///
/// # Errors
/// `Failure` where an exam is under way, or nothing can be begun.
pub fn take_up(
    room: &mut Room<'_>,
    subject: &Subject,
    again: bool,
    plan: impl FnOnce(&Room<'_>) -> Result<(Plan, Vec<Frozen>), Failure>,
) -> Outcome {
    room.must_be_free()?;
    let open = if again { None } else { room.open_attempt(subject)?.map(|row| row.id) };
    let attempt = match open {
        Some(attempt) => attempt,
        None => {
            let (plan, contents) = plan(room)?;
            session::begin(room, plan, &contents)?
        }
    };
    sit(room, &attempt)
}

/// Steps an attempt and says how it ended.
pub fn sit(room: &mut Room<'_>, attempt: &AttemptId) -> Outcome {
    room.remember()?;
    match session::run(room, attempt)? {
        Ended::Closed { grade, .. } => Ok(verdict(&grade)),
        Ended::Left(how) => Ok(left(room, how, Some(attempt))),
    }
}

/// The exit code of a grade.
const fn verdict(grade: &Grade) -> Exit {
    match grade.passed() {
        Some(false) => Exit::NotPassed,
        Some(true) | None => Exit::Done,
    }
}

/// The person left: says how to come back; the exit code.
pub fn left(room: &Room<'_>, how: Leaving, attempt: Option<&AttemptId>) -> Exit {
    if let Some(attempt) = attempt {
        let said = room.words.with("note-left", &[("id", short(attempt).into()), ("at", room.place_after(how).into())]);
        room.tell(&said);
    }
    match how {
        Leaving::Interrupted => Exit::Interrupted,
        Leaving::Chosen | Leaving::EndOfInput => Exit::Done,
    }
}

/// `KIND:ID` or a bare id, where one kind is meant.
///
/// # Errors
/// `Failure` where another kind is named.
fn of_kind<'a>(named: &'a str, kind: &str) -> Result<&'a str, Failure> {
    match named.split_once(':') {
        None => Ok(named),
        Some((k, id)) if k == kind => Ok(id),
        Some((k, _)) => Err(Failure::usage("fail-other-kind", [("kind", kind), ("given", k)])),
    }
}

/// A thing by its id, its title in any language, or `KIND:ID`.
///
/// # Errors
/// `Failure` that names the nearest.
pub fn find<'a, T>(kind: &'static str, named: &str, all: &[(&'a str, &'a Text, &'a T)]) -> Result<&'a T, Failure> {
    let titled = |title: &Text| title.all().any(|text| text.to_lowercase() == named.trim().to_lowercase());
    let by_id = |id: &str| all.iter().find(|(known, ..)| *known == id);
    let mut by_title = all.iter().filter(|(_, title, _)| titled(title));
    // A title that several things have names none of them.
    let by_title = by_title.next().filter(|_| by_title.next().is_none());
    if let Some((.., thing)) = by_id(named).or(by_title) {
        return Ok(thing);
    }
    let id = of_kind(named, kind)?;
    by_id(id).map(|(.., thing)| *thing).ok_or_else(|| unknown(kind, id, all.iter().map(|(id, ..)| *id)))
}

/// There is no such thing; names the nearest.
fn unknown<'a>(kind: &'static str, id: &str, names: impl Iterator<Item = &'a str>) -> Failure {
    let key = match kind {
        "course" => "fail-no-course",
        "bank" => "fail-no-bank",
        "licence" => "fail-no-licence",
        _ => "fail-no-scenario",
    };
    let near = names.max_by(|a, b| strsim::jaro_winkler(a, id).total_cmp(&strsim::jaro_winkler(b, id)));
    let failure = Failure::usage(key, [("id", id)]);
    match near.filter(|near| strsim::jaro_winkler(near, id) > 0.7) {
        Some(near) => failure.hint("hint-did-you-mean", [("name", near)]),
        None => failure.hint("hint-list", []),
    }
}

/// The trainer's commands.
pub const TRAINER: &[&str] = &[
    "list", "new", "check", "explain", "tidy", "schema", "preview", "test", "analyse", "graph", "import", "export", "stats",
    "wording", "note", "replay", "remarks",
];
/// The manager's commands.
pub const MANAGER: &[&str] = &[
    "learner",
    "assign",
    "group",
    "report",
    "send",
    "collect",
    "refusals",
    "staff",
    "key",
    "sitting",
    "observe",
    "mark",
    "decide",
    "void",
    "grant",
    "regrade",
    "issue",
    "renew",
    "suspend",
    "reinstate",
    "revoke",
    "fulfil",
    "confirm",
    "waive",
    "cut",
    "licences",
    "verify",
    "audit",
    "backup",
    "restore",
    "retention",
    "status",
    "wording",
    "completions",
];

/// `trainer`: what a trainer can do.
pub fn trainer(call: &mut Call<'_>) -> Outcome {
    commands(call, "trainer-head", TRAINER)
}

/// `manager`: what a manager can do.
pub fn manager(call: &mut Call<'_>) -> Outcome {
    commands(call, "manager-head", &[MANAGER, SHARED].concat())
}

/// What learners and managers share: listed for both.
const SHARED: &[&str] = &["appeal"];

fn commands(call: &mut Call<'_>, head: &str, names: &[&str]) -> Outcome {
    let tree = tongue::command(&call.words);
    let about =
        |name: &str| tree.find_subcommand(name).and_then(clap::Command::get_about).map(ToString::to_string).unwrap_or_default();
    let rows: Vec<Vec<String>> = names.iter().map(|name| vec![String::new(), format!("onduty {name}"), about(name)]).collect();
    let table = crate::terminal::table::columns(&rows, call.report_look(None).width());
    let text = format!("{}\n\n{table}\n{}\n", call.words.get(head), call.words.get("help-more"));
    call.print(&text)?;
    Ok(Exit::Done)
}
