//! Whether the library of whoever issues stands behind what was asked: every item by its digest, and the form as it is dealt.
//!
//! A question whose key was put right since is another one by its digest. Where it asks the same, with the same choices, the exam is marked
//! by this library: where it is passed by that too, nobody has to believe the key that it was sat with; and marks that somebody raised
//! under keys of their own are none here. What the licence shows are the marks by this library then.

use std::ops::Deref;

use super::Ground;
use super::shelf::Shelf;
use crate::attempt::blueprint::{Form, Seen, draw, reserve};
use crate::attempt::plan::{Plan, Step};
use crate::base::dice::ALGORITHM;
use crate::cli::cause::Cause;
use crate::cli::failure::{Exit, Failure};
use crate::cli::recall::short;
use crate::cli::registry::Registry;
use crate::cli::{regrade, start};
use crate::content::Loaded;
use crate::grade::outcome::Outcome;
use crate::model::grade::Standing;
use crate::store::Store;

/// An exam with this library's content throughout.
pub struct Ours {
    /// The plan that it counts under.
    pub plan: Plan,
    /// What it comes to by this library's keys, where it was sat with others.
    pub outcome: Option<Outcome>,
}

/// The exam as this library bears it out.
///
/// # Errors
/// `Failure` with exit 5: it is not vouched for, or under this library's keys it would not be passed.
pub fn ours(shelf: &Shelf<&Loaded>, store: &dyn Store, ground: &Ground<'_>) -> Result<Ours, Failure> {
    let plan = &ground.case.kept.activity.plan;
    let Err(other) = vouched(shelf, plan) else { return Ok(Ours { plan: plan.clone(), outcome: None }) };
    let Some(here) = regrade::under(store, ground.registry, &shelf.loaded.library, &ground.case)? else { return Err(other) };
    let plan = here.kept.activity.plan;
    vouched(shelf, &plan)?;
    match here.outcome {
        Some(outcome) if outcome.verdict.standing == Standing::Passed => Ok(Ours { plan, outcome: Some(outcome) }),
        outcome => {
            let total = outcome.and_then(|it| it.verdict.total).map_or_else(|| "–".to_owned(), |it| it.percent());
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
/// marks of the scheme: a form put together by hand, or drawn from a bank that was cut down, is another one. A reserve is drawn after
/// `first` too, what the candidate was to meet in the exam that it takes the place of.
///
/// # Errors
/// `Failure` that names the scheme's file.
pub fn drawn_fairly(
    shelf: &Shelf<&Loaded>,
    store: &dyn Store,
    then: &Registry,
    plan: &Plan,
    first: &dyn Fn() -> Result<Option<Seen>, Failure>,
) -> Result<(), Failure> {
    let met = then.met(store, &plan.learner)?;
    let (_, id) = plan.subject.parts();
    let library = &shelf.loaded.library;
    let Some(scheme) = library.licences.get(&id.into()).filter(|_| plan.dice == ALGORITHM) else {
        return Err(not_ours(shelf.loaded, "fail-not-drawn", &format!("licence:{id}")));
    };
    let stations = plan.exam.as_ref().map(|exam| &exam.stations);
    let is_it = |form: &Form<'_>| {
        let dealt = start::laid(scheme, form, &mut *shelf.known());
        dealt.is_ok_and(|dealt| dealt.parts == plan.parts && Some(&dealt.stations) == stations)
    };
    if draw(library, scheme, &met, &plan.seed).is_ok_and(|form| is_it(&form)) {
        return Ok(());
    }
    if first()?.and_then(|first| reserve(library, scheme, (&met, &first), &plan.seed)).is_some_and(|form| is_it(&form)) {
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
