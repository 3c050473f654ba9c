//! What a licence rests on, and everything that is held against issuing one: each function is one ground for refusal.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::Ground;
use super::basis::{self, Asked, Basis, waits};
use super::entitled::chosen;
use super::seated;
use crate::attempt::act::{Deed, Signed, StaffRole};
use crate::attempt::plan::Subject;
use crate::base::id::{AttemptId, StaffId};
use crate::base::moment::Moment;
use crate::base::name::alike;
use crate::cli::collect::doubt;
use crate::cli::exam::ready::Readiness;
use crate::cli::failure::{Exit, Failure};
use crate::cli::recall::short;
use crate::cli::registry::seats::borne_out;
use crate::cli::registry::{ExamCase, Registry, by_script};
use crate::cli::signer::Signer;
use crate::grade::eligible::What;
use crate::grade::register::Taken;
use crate::model::grade::Standing;
use crate::model::licence::{Accepts, Independence, Scheme};
use crate::report::eligibility;
use crate::store::{Learner, Store, verify};

/// The exam of the learner that is passed and not yet used for a licence (`entitled::chosen`); or used for a provisional one whose
/// conditions are fulfilled.
///
/// # Errors
/// `Failure` that says what is against it.
pub fn passed(asked: &Asked<'_>, registry: &Registry) -> Result<(ExamCase, Basis), Failure> {
    let Asked { store, learner, scheme, title, .. } = *asked;
    let refused = |key, id: &str, n: &str| {
        Failure::new(Exit::Refused, key, [("name", learner.name.as_str()), ("id", id), ("title", title), ("n", n)])
    };
    let none = |key, id: &str| refused(key, id, "");
    let Some(case) = chosen(asked, registry, registry.exams(store, &learner.id, scheme)?)? else {
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
            let again = |key| Err(none(key, issued.number.as_str()).hint("hint-exam", [("id", scheme.id.as_str())]));
            if registry.register.taken(&issued.number, asked.now) == Some(Taken::Revoked) {
                return again("fail-provisional-revoked");
            }
            if basis::full_until(asked, issued).is_none_or(|until| until <= asked.now) {
                return again("fail-full-over");
            }
            let open = || none("fail-still-provisional", &id).hint("hint-fulfil", [("number", issued.number.as_str())]);
            registry.register.fulfilled.get(&issued.number).ok_or_else(open)?;
            return Ok((case, Basis::Fulfilled(Box::new(issued.clone()))));
        }
        return Err(none("fail-issued-already", &id).hint("hint-licence-file", [("number", issued.number.as_str())]));
    }
    seated::once((store, registry), &case, (&learner.name, &asked.library.time_zone))?;
    seated::another_paper(store, registry, &case)?;
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
    if doubt::holds_up(store, ground.registry, &case.kept.activity.plan.attempt)? {
        return Err(Failure::new(Exit::Refused, "fail-exam-early", [("id", &id)]).hint("hint-exam-early", [("id", &id)]));
    }
    if case.closed.is_none_or(|(at, _)| at > now) {
        return Err(Failure::new(Exit::Refused, "fail-exam-ahead", [("id", &id)]).hint("hint-exam-ahead", []));
    }
    let ready = Readiness::of(then, store, ground.learner, (ground.scheme, library), case.started)?;
    if ready.all.may_sit() {
        return Ok(());
    }
    let failure = Failure::new(Exit::Refused, "fail-not-eligible-then", [("id", &id)]);
    let lacking = || ready.all.needs.iter().filter(|need| !need.met).map(|need| &need.what);
    let before = lacking().find_map(|what| match what {
        What::NoneOpen { open: Some((attempt, _)) } => Some(attempt.short()),
        _ => None,
    });
    if let Some(before) = before {
        return Err(failure.hint("hint-not-entitled", [("before", before)]));
    }
    let ctx = ready.ctx(ground.scheme, library, ground.words, case.started, true);
    let failure = failure.because(eligibility::missing(&ready.all, ctx).join(&ground.words.get("paper-semicolon")));
    let courseware = lacking().any(|what| matches!(what, What::Courses(_) | What::Agreement(_)));
    Err(if courseware { failure.hint("hint-edition-then", []) } else { failure.hint("hint-not-entitled", [("before", "none")]) })
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
            Deed::Regraded(regraded) => of_this(&regraded.attempt),
            Deed::Renamed { learner, .. } => *learner == ground.learner.id,
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
