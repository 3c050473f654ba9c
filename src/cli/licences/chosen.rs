//! Some of the licences: those that end soon, those held on a day, those that rest on a piece of content.

use super::listed::{List, Row};
use super::state::State;
use crate::attempt::plan::{Plan, Step};
use crate::base::day;
use crate::base::digest::Digest;
use crate::base::moment::Moment;
use crate::cli::day::day as typed_day;
use crate::cli::failure::Failure;
use crate::cli::recall::recall;
use crate::cli::registry::Registry;
use crate::model::library::Library;
use crate::store::Store;

/// Milliseconds of a day.
const DAY: i64 = 86_400_000;
/// The fewest digits of a digest that name content.
const DIGITS: usize = 8;

/// Those that end within so many days and are not followed by another one, the next to end first. What is revoked ends no more.
pub fn expiring(list: List, registry: &Registry, now: Moment, days: u16) -> List {
    let last = Moment(now.0 + i64::from(days) * DAY);
    let holds = |it: &Row| it.state.holds() || matches!(it.state, State::Suspended(_));
    let ends = |it: &Row| it.issued.until <= last && registry.register.follower(&it.issued.number).is_none();
    let mut list = list.only(|it| holds(it) && ends(it));
    list.rows.sort_by_key(|it| it.issued.until);
    list
}

/// Those that were good on a day: begun by its end, not ended before it began, and as the acts signed until its end left them.
///
/// # Errors
/// `Failure` where it is no day, or of the store.
pub fn on(store: &dyn Store, registry: &Registry, typed: &str, zone: &str) -> Result<List, Failure> {
    let date = typed_day(typed)?;
    let none = || Failure::usage("fail-day", [("day", typed)]);
    let (start, end) = day::start(date, zone).zip(day::end(date, zone)).ok_or_else(none)?;
    let then = registry.until(Moment(end.0 + 999));
    let mut list = List::of(store, &then, start)?.only(|it| it.state != State::Waiting && it.issued.until >= start);
    let learners = store.learners()?;
    for row in &mut list.rows {
        // What was taken in the course of the day was not held at its end; what ended then was held on it.
        let known = learners.iter().any(|it| it.id == row.issued.learner);
        row.state = State::of(store, &then, &row.issued, known, end.min(row.issued.until))?;
    }
    list.at = end;
    list.none = "note-none-chosen";
    list.note = Some("note-on-groups");
    Ok(list)
}

/// Those whose exam had this in it: by id (a question's `bank/question`, a role-play's, a station's), or by the digest of its content.
///
/// # Errors
/// `Failure` where the name says too little, or of the store.
pub fn impact(list: List, (store, library): (&dyn Store, &Library), named: &str) -> Result<List, Failure> {
    let named = named.trim();
    let hex = named.len() >= DIGITS && named.bytes().all(|b| b.is_ascii_hexdigit());
    if !hex && named.len() < 2 {
        return Err(Failure::usage("fail-impact-short", [("id", named)]));
    }
    let wanted = named.to_ascii_lowercase();
    let is = |digest: &Digest| hex && digest.to_string().starts_with(&wanted);
    let mut out = Vec::new();
    let List { rows, at, note, .. } = list;
    for row in rows {
        if rests_on(&recall(store, &row.issued.attempt)?.activity.plan, named, &is) {
            out.push(row);
        }
    }
    // What nobody knows was mistyped: "none" would be taken for an answer.
    if out.is_empty() && !is_known(library, named) {
        return Err(Failure::usage("fail-impact-unknown", [("id", named)]).hint("hint-impact-unknown", []));
    }
    Ok(List { rows: out, at, none: "note-none-chosen", note })
}

/// Whether the library has something of this name.
fn is_known(library: &Library, named: &str) -> bool {
    let question = library.question(&named.into()).is_some();
    question || library.scenarios.contains_key(&named.into()) || library.stations.contains_key(&named.into())
}

fn rests_on(plan: &Plan, named: &str, is: &impl Fn(&Digest) -> bool) -> bool {
    let step = |step: &Step| match step {
        Step::Ask { question, .. } => question.as_str() == named,
        Step::Play { scenario, .. } => scenario.as_str() == named,
        _ => false,
    };
    let exam = plan.exam.iter();
    let stations = exam.clone().flat_map(|exam| &exam.stations).any(|(station, _)| station.as_str() == named);
    let digests = plan.contents().any(|digest| is(&digest)) || exam.into_iter().any(|exam| is(&exam.scheme));
    stations || digests || plan.parts.iter().flat_map(|part| &part.steps).any(step)
}
