//! What a group's table and reports say in a few words: a stage, what somebody is stuck at, what was missed.

use jiff::civil::Date;

use super::{Stage, Stuck};
use crate::attempt::plan::Subject;
use crate::base::id::{AttemptId, Lang};
use crate::base::moment::Moment;
use crate::grade::memory::Thing;
use crate::locale::{Value, Words};
use crate::model::library::Library;
use crate::report::worded::title;

/// The most characters of a question or of what a customer says that name it.
const NAMED: usize = 40;
/// The most attempts that are named.
const LISTED: usize = 10;

/// A day that there may be, as sentences take it: `dated` says whether, `due` which.
pub fn dated(due: Option<Date>) -> [(&'static str, Value<'static>); 2] {
    let said = if due.is_some() { "yes" } else { "no" };
    [("dated", said.into()), ("due", due.map(|day| day.to_string()).unwrap_or_default().into())]
}

/// That attempts cannot be read and are left out, each by its number, with what to do.
pub fn unread(words: &Words, attempts: &[AttemptId]) -> String {
    let mut ids: Vec<&str> = attempts.iter().map(AttemptId::short).take(LISTED).collect();
    ids.extend((attempts.len() > LISTED).then_some("…"));
    words.with("report-damaged", &[("count", attempts.len().into()), ("ids", ids.join(" · ").into())])
}

/// A stage in a word or two.
pub fn stage(words: &Words, stage: &Stage, zone: &str) -> String {
    let day = |at: &Moment| at.day(zone).map(|day| day.to_string()).unwrap_or_default();
    let key = format!("stage-{}", stage.name());
    match stage {
        Stage::NotBegun | Stage::Ready | Stage::Sitting | Stage::Waiting | Stage::Voided | Stage::Passed => words.get(&key),
        Stage::Begun(done, of) | Stage::Courses(done, of) => words.with(&key, &[("done", (*done).into()), ("of", (*of).into())]),
        Stage::Done(at) | Stage::Waived(at) | Stage::Held(at) | Stage::Expired(at) => {
            words.with(&key, &[("day", day(at).into())])
        }
        Stage::Failed(from) => words.with(&key, &dated(from.and_then(|at| at.day(zone)))),
    }
}

/// What somebody is stuck at.
pub fn stuck(words: &Words, (library, lang): (&Library, &Lang), stuck: &Stuck) -> String {
    match stuck {
        Stuck::Lying { what, steps, days } => {
            let args = [
                ("title", title(library, lang, what).into()),
                ("done", steps.0.into()),
                ("of", steps.1.into()),
                ("days", (*days).into()),
            ];
            words.with("group-lying", &args)
        }
        Stuck::Failing { what, times } => {
            words.with("group-failing", &[("title", title(library, lang, what).into()), ("times", (*times).into())])
        }
    }
}

/// A question by its words, a turn by its talk and what the customer says there.
pub fn thing(words: &Words, (library, lang): (&Library, &Lang), thing: &Thing) -> String {
    let begin = |text: &str| {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if line.chars().count() <= NAMED { line } else { format!("{}…", line.chars().take(NAMED).collect::<String>()) }
    };
    match thing {
        Thing::Question(id) => {
            let question = library.question(id);
            question.map_or_else(|| id.to_string(), |it| begin(it.ask.get(lang)))
        }
        Thing::Turn(scenario, turn) => {
            let talk = title(library, lang, &Subject::Scenario(scenario.to_string()));
            let says = library.scenarios.get(scenario).and_then(|it| it.turns.iter().find(|it| it.id == *turn));
            let says = says.and_then(|it| it.says.last()).map(|it| begin(it.get(lang))).filter(|says| !says.is_empty());
            match says {
                Some(says) => words.with("group-turn", &[("title", talk.into()), ("says", says.into())]),
                None => format!("{talk} · {turn}"),
            }
        }
    }
}
