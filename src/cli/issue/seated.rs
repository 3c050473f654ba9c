//! What is held against issuing on an exam of a sitting by the sitting itself: somebody sat it twice, at two places at once, or one paper
//! twice, nobody signed its end, or its times cannot be. Asked wherever an exam is looked for that a licence may rest on:
//! `licences --eligible` says the same as `issue`.

use crate::base::id::{AttemptId, SittingId};
use crate::cli::cause::Cause;
use crate::cli::failure::{Between, Exit, Failure};
use crate::cli::parcel;
use crate::cli::recall::short;
use crate::cli::registry::seats::{Bound, papers_before, too_early, too_long, twins};
use crate::cli::registry::{ExamCase, Registry};
use crate::model::grade::Standing;
use crate::store::{LedgerLine, Sealed, Store};

fn sitting_of(case: &ExamCase) -> Option<&SittingId> {
    case.recorded.exam.as_ref()?.sitting.as_ref()
}

/// Nobody sits twice in one sitting, nor at two places at once: which of the exams counts is for examiners to say.
///
/// # Errors
/// `Failure` with exit 5 that names all of them.
pub fn once((store, registry): (&dyn Store, &Registry), case: &ExamCase, (name, zone): (&str, &str)) -> Result<(), Failure> {
    let Some(sitting) = sitting_of(case) else { return Ok(()) };
    let others = twins(registry, store, (&case.recorded.learner, &case.recorded.attempt))?;
    if others.is_empty() {
        return Ok(());
    }
    let others = others.iter().map(|other| registry.exam(store, other)).collect::<Result<Vec<_>, _>>()?;
    let mut all: Vec<&ExamCase> = others.iter().chain([case]).collect();
    all.sort_by_key(|it| it.started);
    let exams: Vec<String> = all.iter().map(|it| short(&it.recorded.attempt)).collect();
    let sittings: Vec<&str> = all.iter().filter_map(|it| sitting_of(it)).map(SittingId::short).collect();
    let key = if all.iter().all(|it| sitting_of(it) == Some(sitting)) { "fail-sat-twice" } else { "fail-sat-at-once" };
    let (exams, sittings) = (Between::Comma.join(&exams), Between::Comma.join(&sittings));
    let args = [("name", name), ("sitting", sitting.short()), ("exams", &exams), ("sittings", &sittings)];
    // Which of them goes is not for a clock to say, nor for us: all are told, and a person decides.
    let failure = Failure::new(Exit::Refused, key, args).hint("hint-sat-twice", []);
    all.into_iter().try_fold(failure, |failure, it| told(store, registry, failure, (it, zone))).and_then(Err)
}

/// Tells one of the exams: where and when it began, and what it came to.
fn told(store: &dyn Store, registry: &Registry, failure: Failure, (it, zone): (&ExamCase, &str)) -> Result<Failure, Failure> {
    let (id, of) = (short(&it.recorded.attempt), sitting_of(it).and_then(|id| registry.register.sittings.get(id)));
    let pc = pc_of(store, &it.recorded.attempt)?;
    let odd = of.is_some_and(|of| too_early(it.started, of) || too_long(it) || !of.is_themselves(&it.recorded.attempt));
    let stands = match it.outcome.as_ref().map(|outcome| outcome.verdict.standing) {
        _ if odd => "odd",
        None => "open",
        Some(Standing::Passed) => "passed",
        Some(Standing::Failed) => "failed",
        Some(_) => "undecided",
    };
    let began = it.started.local(zone);
    Ok(failure.hint("hint-sat-twice-exam", [("id", &id), ("began", &began), ("stands", stands), ("pc", &pc)]))
}

/// What the PC is called at which an exam was begun; a dash for this one.
fn pc_of(store: &dyn Store, attempt: &AttemptId) -> Result<String, Failure> {
    let began = |lines: &[LedgerLine]| lines.iter().any(|it| it.what == Sealed::Started { attempt: attempt.clone() });
    let copies = store.ledgers()?.copies;
    let there = copies.iter().find(|(_, lines)| began(lines)).map(|(did, _)| did);
    let names = parcel::names(store)?;
    Ok(there.map_or_else(|| "–".to_owned(), |did| names.get(did).cloned().unwrap_or_else(|| parcel::short(did))))
}

/// Whoever sits again after a void exam has another paper. Before there were reserves it was the same one.
///
/// # Errors
/// `Failure` with exit 5, or of the store.
pub fn another_paper(store: &dyn Store, registry: &Registry, case: &ExamCase) -> Result<(), Failure> {
    let plan = &case.recorded;
    let sitting = sitting_of(case).and_then(|id| Some((id, registry.register.sittings.get(id)?)));
    let Some((id, _)) = sitting.filter(|(_, it)| it.called.reserves.is_some()) else { return Ok(()) };
    let mut before = papers_before(store, registry, (&plan.learner, id))?;
    before.retain(|(exam, _)| *exam != plan.attempt);
    match before.into_iter().find(|(_, seed)| *seed == plan.seed) {
        Some((other, _)) => {
            let args = [("id", &*short(&plan.attempt)), ("other", other.short())];
            Err(Failure::new(Exit::Refused, "fail-same-paper", args).hint("hint-no-reserve", []))
        }
        None => Ok(()),
    }
}

/// An examiner's signature binds the exam to the ledger of its PC, and its times can be. Whom nobody let in is refused for that elsewhere.
///
/// # Errors
/// `Failure` with exit 5.
pub fn bound(registry: &Registry, case: &ExamCase) -> Result<(), Failure> {
    let attempt = &case.recorded.attempt;
    let sitting = sitting_of(case).and_then(|id| Some((id, registry.register.sittings.get(id)?)));
    let Some((id, sitting)) = sitting.filter(|(_, it)| it.seated.contains_key(attempt)) else { return Ok(()) };
    let exam = short(attempt);
    let bound = case.closed.map_or(Bound::Unsigned, |(at, _)| registry.bound(attempt, at, sitting));
    if bound == Bound::Unsigned {
        let failure = Failure::new(Exit::Refused, "fail-not-concluded", [("id", exam.as_str()), ("sitting", id.short())]);
        return Err(failure.hint("hint-not-concluded", [("sitting", id.short())]));
    }
    let flaw = match bound {
        _ if !sitting.is_themselves(attempt) => "flaw-other-person",
        _ if too_early(case.started, sitting) => "flaw-before-call",
        _ if too_long(case) => "flaw-too-long",
        Bound::After => "flaw-after-close",
        _ => return Ok(()),
    };
    let cause = Cause::sentence(flaw, [("attempt", attempt.as_str())]);
    Err(Failure::new(Exit::Refused, "fail-seat-times", [("id", &exam)]).because(cause))
}
