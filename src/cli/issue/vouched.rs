//! Whether the library of whoever issues stands behind what was asked: every item by its digest, and the form as it is dealt.
//!
//! A question that was put right since is another one by its digest. Then the exam is marked by this library: where it is passed by that
//! too, nobody has to believe the content that it was sat with; and marks that somebody raised under a library of their own are none here.

use std::ops::Deref;

use super::Ground;
use super::shelf::Shelf;
use crate::attempt::blueprint::draw;
use crate::attempt::plan::{Plan, Step};
use crate::base::dice::ALGORITHM;
use crate::cli::cause::Cause;
use crate::cli::failure::{Exit, Failure};
use crate::cli::recall::short;
use crate::cli::registry::Registry;
use crate::cli::{regrade, start};
use crate::content::Loaded;
use crate::model::grade::Standing;
use crate::store::Store;

/// The plan that the exam counts under, with this library's content throughout.
///
/// # Errors
/// `Failure` with exit 5: it is not vouched for, or under this library's keys it would not be passed.
pub fn ours(shelf: &Shelf<&Loaded>, store: &dyn Store, ground: &Ground<'_>) -> Result<Plan, Failure> {
    let plan = &ground.case.kept.activity.plan;
    let Err(other) = vouched(shelf, plan) else { return Ok(plan.clone()) };
    let Some(here) = regrade::under(store, ground.registry, &shelf.loaded.library, &ground.case)? else { return Err(other) };
    let plan = here.kept.activity.plan;
    vouched(shelf, &plan)?;
    match here.outcome.map(|it| it.verdict).filter(|it| it.standing != Standing::Passed) {
        None => Ok(plan),
        Some(verdict) => {
            let total = verdict.total.map_or_else(|| "–".to_owned(), |it| it.percent());
            let gaps = [("id", &*short(&plan.attempt)), ("total", &*total)];
            Err(Failure::new(Exit::Refused, "fail-not-passed-here", gaps)
                .because(Cause::Sentence(other.what))
                .hint("hint-not-passed-here", []))
        }
    }
}

/// Scheme and every drawn item are those of this library, by digest; otherwise the file is named.
///
/// # Errors
/// `Failure` with exit 5.
pub fn vouched(shelf: &Shelf<impl Deref<Target = Loaded>>, plan: &Plan) -> Result<(), Failure> {
    let unlike = |name: String| Err(not_ours(&shelf.loaded, "fail-not-vouched", &name));
    let (_, id) = plan.subject.parts();
    let exam = plan.exam.as_ref().ok_or_else(|| Failure::damaged(&plan.attempt))?;
    if shelf.scheme(&id.into()) != Some(exam.scheme) {
        return unlike(format!("licence:{id}"));
    }
    for step in plan.parts.iter().flat_map(|p| &p.steps) {
        match step {
            Step::Ask { question, content, .. } if shelf.question(question) != Some(*content) => {
                return unlike(format!("question:{question}"));
            }
            Step::Play { scenario, content, .. } if shelf.scenario(scenario) != Some(*content) => {
                return unlike(format!("scenario:{scenario}"));
            }
            _ => {}
        }
    }
    match exam.stations.iter().find(|(station, content)| shelf.station(station) != Some(*content)) {
        Some((station, _)) => unlike(format!("station:{station}")),
        None => Ok(()),
    }
}

/// The form is the one that this library deals by the recorded seed, after what the candidate had met before, with the limits and
/// marks of the scheme: a form put together by hand, or drawn from a bank that was cut down, is another one.
///
/// # Errors
/// `Failure` that names the scheme's file.
pub fn drawn_fairly(shelf: &Shelf<&Loaded>, store: &dyn Store, then: &Registry, plan: &Plan) -> Result<(), Failure> {
    let met = then.met(store, &plan.learner)?;
    let (_, id) = plan.subject.parts();
    let library = &shelf.loaded.library;
    let dealt = library.licences.get(&id.into()).and_then(|scheme| {
        let form = draw(library, scheme, &met, &plan.seed).ok()?;
        start::laid(scheme, &form, &mut *shelf.known()).ok()
    });
    let stations = plan.exam.as_ref().map(|exam| &exam.stations);
    if plan.dice == ALGORITHM && dealt.is_some_and(|dealt| dealt.parts == plan.parts && Some(&dealt.stations) == stations) {
        return Ok(());
    }
    Err(not_ours(shelf.loaded, "fail-not-drawn", &format!("licence:{id}")))
}

/// Something of the exam is not as this library has it; the file is named.
fn not_ours(loaded: &Loaded, key: &'static str, name: &str) -> Failure {
    let failure = match loaded.places.get(name) {
        Some(place) => Failure::new(Exit::Refused, key, [("file", &place.file), ("name", name)]),
        None => Failure::new(Exit::Refused, "fail-not-in-library", [("name", name)]),
    };
    failure.hint("hint-not-vouched", [])
}
