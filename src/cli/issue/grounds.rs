//! What a licence rests on, and everything that is held against issuing one: each function is one ground for refusal.

use std::collections::BTreeSet;
use std::ops::Deref;
use std::rc::Rc;

use super::Ground;
use super::basis::{Basis, waits};
use super::seated;
use super::shelf::Shelf;
use crate::attempt::act::{Deed, Signed, StaffRole};
use crate::attempt::blueprint::draw;
use crate::attempt::plan::{Plan, Step, Subject};
use crate::base::dice::ALGORITHM;
use crate::base::id::{AttemptId, StaffId};
use crate::base::moment::Moment;
use crate::base::name::alike;
use crate::cli::exam::ready::Readiness;
use crate::cli::failure::{Exit, Failure};
use crate::cli::recall::short;
use crate::cli::registry::seats::borne_out;
use crate::cli::registry::{ExamCase, Registry, by_script};
use crate::cli::signer::Signer;
use crate::cli::start;
use crate::content::Loaded;
use crate::model::grade::Standing;
use crate::model::licence::{Accepts, Independence, Scheme};
use crate::report::eligibility;
use crate::store::{Learner, Store, verify};

/// The newest exam of the learner that is passed and not yet used for a licence; or used for a provisional one whose conditions are
/// fulfilled.
///
/// # Errors
/// `Failure` that says what is against it.
pub fn passed(
    store: &dyn Store,
    registry: &Registry,
    learner: &Learner,
    (scheme, title): (&Scheme, &str),
) -> Result<(ExamCase, Basis), Failure> {
    let refused = |key, id: &str, n: &str| {
        Failure::new(Exit::Refused, key, [("name", learner.name.as_str()), ("id", id), ("title", title), ("n", n)])
    };
    let none = |key, id: &str| refused(key, id, "");
    let mut cases = registry.exams(store, &learner.id, scheme)?;
    let Some(case) = cases.pop() else {
        let subject = Subject::Licence(scheme.id.to_string());
        let voided = store.attempts(Some(&learner.id))?.into_iter().any(|row| row.subject == subject);
        let key = if voided { "fail-exam-voided" } else { "fail-no-exam-sat" };
        return Err(none(key, scheme.id.as_str()).hint("hint-exam", [("id", scheme.id.as_str())]));
    };
    let attempt = &case.kept.activity.plan.attempt;
    let id = short(attempt);
    if let Some(waiting) = waits(registry, &learner.id, scheme) {
        return Err(none("fail-issue-waiting", &id).hint("hint-confirm-act", [("act", waiting.act.short())]));
    }
    if let Some((_, _, issued)) = registry.register.issued.iter().rfind(|(_, _, i)| i.attempt == *attempt) {
        if issued.terms.provisional && registry.register.follower(&issued.number).is_none() {
            let open = || none("fail-still-provisional", &id).hint("hint-fulfil", [("number", issued.number.as_str())]);
            registry.register.fulfilled.get(&issued.number).ok_or_else(open)?;
            return Ok((case, Basis::Fulfilled(Box::new(issued.clone()))));
        }
        return Err(none("fail-issued-already", &id).hint("hint-licence-file", [("number", issued.number.as_str())]));
    }
    seated::once(registry, &case, &cases, &learner.name)?;
    let standing = case.outcome.as_ref().map(|o| o.verdict.standing);
    let key = match standing {
        Some(Standing::Passed) => {
            seated::bound(registry, &case)?;
            return Ok((case, Basis::Exam));
        }
        None => return Err(none("fail-exam-open", &id).hint("hint-exam-go-on", [("id", scheme.id.as_str())])),
        Some(Standing::Failed) => "fail-exam-failed",
        Some(Standing::Borderline) => "fail-exam-borderline",
        Some(Standing::Pending) => "fail-exam-pending",
        Some(Standing::Provisional) => "fail-exam-provisional",
    };
    let unread = case.outcome.as_ref().map_or(0, |it| it.unread).to_string();
    Err(refused(key, &id, &unread).hint("hint-result", [("id", &id)]))
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
    let sitting = ground.case.kept.activity.plan.exam.as_ref().and_then(|exam| exam.sitting.as_ref());
    let admitted = || {
        let line = ground.registry.line_of(attempt);
        let names = |s: &Rc<Signed>| match &s.act.deed {
            Deed::Admitted { learner, attempt: exam, begun, seat } => {
                let there = seat.as_ref().map(|seat| &seat.sitting) == sitting;
                learner == &ground.learner.id && exam == attempt && Some(*begun) == line && there
            }
            _ => false,
        };
        let right = |s: &Rc<Signed>| ground.registry.register.counted.contains_key(&s.act.id);
        let in_time = |s: &Rc<Signed>| ground.registry.came_before_the_end(&s.act.id, attempt);
        ground.registry.about(&ground.learner.id).any(|s| names(s) && right(s) && in_time(s))
    };
    if ground.scheme.conduct.supervised && !admitted() {
        return Err(Failure::new(Exit::Refused, "fail-not-admitted", [("id", &id)]));
    }
    in_its_seat(ground)
}

/// Begun in its sitting's time, with no more time than an invigilator signed for. What was admitted to before there were sittings has none.
fn in_its_seat(ground: &Ground<'_>) -> Result<(), Failure> {
    let plan = &ground.case.kept.activity.plan;
    let Some(id) = plan.exam.as_ref().and_then(|exam| exam.sitting.as_ref()) else { return Ok(()) };
    let attempt = short(&plan.attempt);
    let sitting = ground.registry.register.sittings.get(id);
    let sitting = sitting.ok_or_else(|| Failure::new(Exit::Refused, "fail-not-admitted", [("id", &attempt)]))?;
    let (called, began) = (&sitting.called, ground.case.started);
    if !called.begins_at(began) || called.licence != ground.scheme.id {
        let zone = &ground.loaded.library.time_zone;
        let args = [("id", &*attempt), ("from", &*called.from.local(zone)), ("until", &*called.until.local(zone))];
        return Err(Failure::new(Exit::Refused, "fail-no-seat", args));
    }
    if !borne_out(&plan.attempt, &ground.case.kept.events, sitting) {
        return Err(Failure::new(Exit::Refused, "fail-extended-unsigned", [("id", &attempt)]));
    }
    Ok(())
}

/// Sat with the time that the candidate was allowed when it began, no more and no less.
///
/// # Errors
/// `Failure` with exit 5.
pub fn allowed_then(ground: &Ground<'_>, then: &Registry) -> Result<(), Failure> {
    let plan = &ground.case.kept.activity.plan;
    if then.register.allowed.get(&plan.learner).copied() == plan.allowance {
        return Ok(());
    }
    Err(Failure::new(Exit::Refused, "fail-not-allowed-then", [("id", &short(&plan.attempt))]))
}

/// Who sat it might have: courses, waiting time and the number of exams, as everything stood when it began. An exam that ended later
/// than now was sat by another clock.
///
/// # Errors
/// `Failure` that names what was missing.
pub fn eligible_then(ground: &Ground<'_>, store: &dyn Store, then: &Registry, now: Moment) -> Result<(), Failure> {
    let (case, library) = (&ground.case, &ground.loaded.library);
    let id = short(&case.kept.activity.plan.attempt);
    if case.closed.is_none_or(|(at, _)| at > now) {
        return Err(Failure::new(Exit::Refused, "fail-exam-ahead", [("id", &id)]));
    }
    let ready = Readiness::of(then, store, ground.learner, (ground.scheme, library), case.started)?;
    if ready.all.may_sit() {
        return Ok(());
    }
    let ctx = ready.ctx(ground.scheme, library, ground.words, case.started, true);
    let missing = eligibility::missing(&ready.all, ctx);
    Err(Failure::new(Exit::Refused, "fail-not-eligible-then", [("id", &id)])
        .because(missing.join("; "))
        .hint("hint-edition-then", []))
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

/// What a second person is asked to settle: whether that person stands apart.
pub struct About<'a> {
    /// The scheme.
    pub scheme: &'a Scheme,
    /// Whose licence it is.
    pub learner: &'a Learner,
    /// The register.
    pub registry: &'a Registry,
    /// All of the learner's exams of the scheme, void ones too.
    pub exams: &'a BTreeSet<AttemptId>,
}

/// Where a scheme is strict, who trains, who examined this candidate in any exam of the scheme, or who is the candidate may not issue.
///
/// # Errors
/// `Failure` that says what is against it.
pub fn independent(ground: &About<'_>, by: &Signer) -> Result<(), Failure> {
    if ground.scheme.conduct.independence == Independence::None {
        return Ok(());
    }
    let register = &ground.registry.register;
    let trains = register.staff.values().any(|(id, roles)| *id == by.staff && roles.contains(&StaffRole::Trainer));
    let examined = |who: &StaffId| *who == by.staff;
    let of_this = |exam: &AttemptId| ground.exams.contains(exam);
    let observers = || ground.exams.iter().filter_map(|exam| register.observed.get(exam)).flatten().map(|o| &o.examiner);
    let observed = observers().any(examined);
    let acted = ground.registry.about(&ground.learner.id).any(|s| {
        let about = match &s.act.deed {
            Deed::Admitted { attempt, .. }
            | Deed::Marked { attempt, .. }
            | Deed::Decided { attempt, .. }
            | Deed::Voided { attempt, .. } => of_this(attempt),
            Deed::Settled { exam, .. } => of_this(exam),
            Deed::Granted { learner, licence, .. } => *learner == ground.learner.id && *licence == ground.scheme.id,
            _ => false,
        };
        about && register.counted.get(&s.act.id).is_some_and(examined)
    });
    by.is_another(ground.learner, ground.scheme)?;
    // Nor did the candidate observe or let in himself: acts made by hand come to light here.
    let admitters = ground.exams.iter().filter_map(|exam| register.admitted.get(exam));
    let deciders = ground.exams.iter().filter_map(|exam| register.decided.get(exam)).flatten().map(|d| &d.who);
    let readers = ground.exams.iter().filter_map(|exam| register.read.get(exam)).flat_map(|all| all.values()).map(|it| &it.who);
    let mut judges = observers().chain(admitters).chain(readers).chain(deciders).map(|who| ground.registry.name(who));
    if let Some(name) = judges.find(|name| alike(name, &ground.learner.name)) {
        return Err(Failure::new(Exit::Refused, "fail-oneself", [("name", &name)]).hint("hint-another", []));
    }
    let key = match (trains, observed || acted) {
        (true, _) => "fail-trainer-issues",
        (_, true) => "fail-examiner-issues",
        _ => return Ok(()),
    };
    Err(Failure::new(Exit::Refused, key, [("name", &by.name)]).hint("hint-independence", []))
}
