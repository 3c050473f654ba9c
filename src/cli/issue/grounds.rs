//! What a licence rests on, and everything that is held against issuing one: each function is one ground for refusal.

use super::Ground;
use crate::attempt::act::{Deed, StaffRole};
use crate::attempt::blueprint::draw;
use crate::attempt::plan::{Plan, Step, Subject};
use crate::base::digest::Digest;
use crate::base::id::StaffId;
use crate::base::moment::Moment;
use crate::cli::exam::ready::Readiness;
use crate::cli::failure::{Exit, Failure};
use crate::cli::recall::short;
use crate::cli::registry::{ExamCase, Registry, by_script, met};
use crate::cli::signer::Signer;
use crate::content::Loaded;
use crate::model::frozen::Frozen;
use crate::model::grade::Standing;
use crate::model::licence::{Accepts, Independence, Scheme};
use crate::report::eligibility;
use crate::store::{Learner, Store, verify};

/// The newest exam of the learner that is passed and not yet used for a licence.
///
/// # Errors
/// `Failure` that says what is against it.
pub fn passed(
    store: &dyn Store,
    registry: &Registry,
    learner: &Learner,
    (scheme, title): (&Scheme, &str),
) -> Result<ExamCase, Failure> {
    let none = |key, id: &str| Failure::new(Exit::Refused, key, [("name", learner.name.as_str()), ("id", id), ("title", title)]);
    let mut cases = registry.exams(store, &learner.id, scheme)?;
    let Some(case) = cases.pop() else {
        let subject = Subject::Licence(scheme.id.to_string());
        let voided = store.attempts(Some(&learner.id))?.into_iter().any(|row| row.subject == subject);
        let key = if voided { "fail-exam-voided" } else { "fail-no-exam-sat" };
        return Err(none(key, scheme.id.as_str()).hint("hint-exam", [("id", scheme.id.as_str())]));
    };
    let attempt = &case.kept.activity.plan.attempt;
    let id = short(attempt);
    if let Some((_, _, issued)) = registry.register.issued.iter().find(|(_, _, i)| i.attempt == *attempt) {
        return Err(none("fail-issued-already", &id).hint("hint-licence-file", [("number", issued.number.as_str())]));
    }
    let standing = case.outcome.as_ref().map(|o| o.verdict.standing);
    let key = match standing {
        Some(Standing::Passed) => return Ok(case),
        None => return Err(none("fail-exam-open", &id).hint("hint-exam-go-on", [("id", scheme.id.as_str())])),
        Some(Standing::Failed) => "fail-exam-failed",
        Some(Standing::Borderline) => "fail-exam-borderline",
        Some(Standing::Pending) => "fail-exam-pending",
    };
    Err(none(key, &id).hint("hint-result", [("id", &id)]))
}

/// Scheme and every drawn item are those of this library, by digest; otherwise the file is named.
///
/// # Errors
/// `Failure` with exit 5.
pub fn vouched(loaded: &Loaded, plan: &Plan) -> Result<(), Failure> {
    let library = &loaded.library;
    let unlike = |name: String| Err(not_ours(loaded, "fail-not-vouched", &name));
    let is = |here: Option<Frozen>, there: &Digest| here.is_some_and(|frozen| frozen.digest() == *there);
    let (_, id) = plan.subject.parts();
    let exam = plan.exam.as_ref().ok_or_else(|| Failure::damaged(&plan.attempt))?;
    let scheme = library.licences.get(&id.into()).map(|s| Frozen::Scheme(Box::new(s.clone())));
    if !is(scheme, &exam.scheme) {
        return unlike(format!("licence:{id}"));
    }
    for step in plan.parts.iter().flat_map(|p| &p.steps) {
        match step {
            Step::Ask { question, content, .. }
                if !is(library.question(question).map(|q| Frozen::Question(q.clone())), content) =>
            {
                return unlike(format!("question:{question}"));
            }
            Step::Play { scenario, content, .. }
                if !is(library.scenarios.get(scenario).map(|s| Frozen::Scenario(Box::new(s.clone()))), content) =>
            {
                return unlike(format!("scenario:{scenario}"));
            }
            _ => {}
        }
    }
    for (station, content) in &exam.stations {
        if !is(library.stations.get(station).map(|s| Frozen::Station(Box::new(s.clone()))), content) {
            return unlike(format!("station:{station}"));
        }
    }
    Ok(())
}

/// The form is the one that this library deals by the recorded seed, after what the candidate had met before: a form put together by
/// hand, or drawn from a bank that was cut down, is another one.
///
/// # Errors
/// `Failure` that names the scheme's file.
pub fn drawn_fairly(loaded: &Loaded, store: &dyn Store, case: &ExamCase) -> Result<(), Failure> {
    let plan = &case.kept.activity.plan;
    let met = met(store, &plan.learner, case.started)?;
    let (_, id) = plan.subject.parts();
    let scheme = loaded.library.licences.get(&id.into());
    let form = scheme.and_then(|scheme| draw(&loaded.library, scheme, &met, &plan.seed).ok());
    let steps = || plan.parts.iter().flat_map(|p| &p.steps);
    let asked = steps().filter_map(|s| if let Step::Ask { question, .. } = s { Some(question) } else { None });
    let played = steps().filter_map(|s| if let Step::Play { scenario, .. } = s { Some(scenario) } else { None });
    let watched = plan.exam.iter().flat_map(|e| &e.stations).map(|(station, _)| station);
    let same = form.is_some_and(|form| {
        form.questions.iter().map(|q| &q.id).eq(asked)
            && form.talks.iter().map(|t| &t.id).eq(played)
            && form.stations.iter().map(|s| &s.id).eq(watched)
    });
    if same { Ok(()) } else { Err(not_ours(loaded, "fail-not-drawn", &format!("licence:{id}"))) }
}

/// Something of the exam is not as this library has it; the file is named.
fn not_ours(loaded: &Loaded, key: &'static str, name: &str) -> Failure {
    let failure = match loaded.places.get(name) {
        Some(place) => Failure::new(Exit::Refused, key, [("file", &place.file), ("name", name)]),
        None => Failure::new(Exit::Refused, "fail-not-in-library", [("name", name)]),
    };
    failure.hint("hint-not-vouched", [])
}

/// Whether everything in it is in the pool shipped with the program, which anybody can read.
pub fn public(plan: &Plan) -> bool {
    vouched(&crate::content::load_shipped(), plan).is_ok()
}

/// The whole store holds together; otherwise nothing is issued on it, whichever part is flawed.
///
/// # Errors
/// `Failure` that says what is against it.
pub fn sound(store: &dyn Store) -> Result<(), Failure> {
    match verify(store, &crate::credential::acts::verify)?.first() {
        Some(flaw) => Err(Failure::new(Exit::Refused, "fail-unsound", []).because(flaw).hint("hint-damaged", [])),
        None => Ok(()),
    }
}

/// Sat as the scheme says: by a person, under supervision where it says so.
///
/// # Errors
/// `Failure` that says what is against it.
pub fn proper(ground: &Ground<'_>) -> Result<(), Failure> {
    let attempt = &ground.case.kept.activity.plan.attempt;
    let id = short(attempt);
    if by_script(&ground.case.kept) && ground.scheme.conduct.accepts != Accepts::Script {
        return Err(Failure::new(Exit::Refused, "fail-by-script", [("id", &id)]));
    }
    if ground.scheme.conduct.supervised && !ground.registry.register.admitted.contains_key(attempt) {
        return Err(Failure::new(Exit::Refused, "fail-not-admitted", [("id", &id)]));
    }
    Ok(())
}

/// Who sat it might have: courses, waiting time and the number of exams, as everything stood when it began. An exam that ended later
/// than now was sat by another clock.
///
/// # Errors
/// `Failure` that names what was missing.
pub fn eligible_then(ground: &Ground<'_>, store: &dyn Store, now: Moment) -> Result<(), Failure> {
    let (case, library) = (ground.case, &ground.loaded.library);
    let id = short(&case.kept.activity.plan.attempt);
    if case.closed.is_none_or(|(at, _)| at > now) {
        return Err(Failure::new(Exit::Refused, "fail-exam-ahead", [("id", &id)]));
    }
    let then = ground.registry.as_of(case.started);
    let ready = Readiness::of(&then, store, ground.learner, ground.scheme, case.started)?;
    if ready.all.may_sit() {
        return Ok(());
    }
    let ctx = ready.ctx(ground.scheme, library, ground.words, case.started, true);
    let missing = eligibility::missing(&ready.all, ctx);
    Err(Failure::new(Exit::Refused, "fail-not-eligible-then", [("id", &id)]).because(missing.join("; ")))
}

/// The exam was begun under the name that the licence will bear: names lie beside the record, and the exam seals the one it was sat
/// under.
///
/// # Errors
/// `Failure` with exit 5.
pub fn same_name(ground: &Ground<'_>) -> Result<(), Failure> {
    let first = ground.case.kept.events.first();
    if first.and_then(|e| e.beside.as_ref()).is_some_and(|beside| beside.words == ground.learner.name) {
        return Ok(());
    }
    let id = short(&ground.case.kept.activity.plan.attempt);
    Err(Failure::new(Exit::Refused, "fail-other-name", [("id", id.as_str()), ("name", ground.learner.name.as_str())]))
}

/// Where a scheme is strict, who trains or examined this candidate may not issue.
///
/// # Errors
/// `Failure` that says what is against it.
pub fn independent(ground: &Ground<'_>, by: &Signer) -> Result<(), Failure> {
    if ground.scheme.conduct.independence == Independence::None {
        return Ok(());
    }
    let register = &ground.registry.register;
    let attempt = &ground.case.kept.activity.plan.attempt;
    let trains = register.staff.values().any(|(id, roles)| *id == by.staff && roles.contains(&StaffRole::Trainer));
    let examined = |who: &StaffId| *who == by.staff;
    let observed = register.observed.get(attempt).into_iter().flatten().any(|o| examined(&o.examiner));
    let admitted = register.admitted.get(attempt).is_some_and(examined);
    let decided = ground.registry.acts.iter().any(|s| {
        let about = match &s.act.deed {
            Deed::Decided { attempt: exam, .. } | Deed::Settled { exam, .. } => exam == attempt,
            Deed::Granted { learner, licence, .. } => *learner == ground.learner.id && *licence == ground.scheme.id,
            // Who declared an exam void gave another one.
            Deed::Voided { attempt: other, .. } => ground.voided.contains(other),
            _ => false,
        };
        about && register.who(&s.act.key, None).as_ref().is_some_and(examined)
    });
    let key = match (trains, observed || admitted || decided) {
        (true, _) => "fail-trainer-issues",
        (_, true) => "fail-examiner-issues",
        _ => return Ok(()),
    };
    Err(Failure::new(Exit::Refused, key, [("name", &by.name)]).hint("hint-independence", []))
}
