//! What is held against issuing on an exam of a sitting by the sitting itself: somebody sat it twice, nobody signed its end, or its times
//! cannot be. Asked wherever an exam is looked for that a licence may rest on: `licences --eligible` says the same as `issue`.

use crate::base::id::{AttemptId, SittingId};
use crate::cli::cause::Cause;
use crate::cli::failure::{Exit, Failure};
use crate::cli::recall::short;
use crate::cli::registry::seats::{Bound, too_early, too_long};
use crate::cli::registry::{ExamCase, Registry};

fn sitting_of(case: &ExamCase) -> Option<&SittingId> {
    case.recorded.exam.as_ref()?.sitting.as_ref()
}

/// Nobody sits twice in one sitting: which of the two counts is for examiners to say.
///
/// # Errors
/// `Failure` with exit 5 that names both.
pub fn once(registry: &Registry, case: &ExamCase, before: &[ExamCase], name: &str) -> Result<(), Failure> {
    let Some(sitting) = sitting_of(case) else { return Ok(()) };
    let Some(other) = before.iter().rfind(|it| sitting_of(it) == Some(sitting)) else { return Ok(()) };
    let (first, second) = (&other.recorded.attempt, &case.recorded.attempt);
    let exams = format!("{}, {}", short(first), short(second));
    // The one to which nobody could admit any more is the one that can go.
    let admitted = |it: &AttemptId| registry.register.admitted.contains_key(it);
    let goes = if admitted(second) { first } else { second };
    let args = [("name", name), ("sitting", sitting.short()), ("exams", &exams)];
    Err(Failure::new(Exit::Refused, "fail-sat-twice", args).hint("hint-sat-twice", [("id", &short(goes))]))
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
        _ if too_early(case.started, sitting) => "flaw-before-call",
        _ if too_long(case) => "flaw-too-long",
        Bound::After => "flaw-after-close",
        _ => return Ok(()),
    };
    let cause = Cause::sentence(flaw, [("attempt", attempt.as_str())]);
    Err(Failure::new(Exit::Refused, "fail-seat-times", [("id", &exam)]).because(cause))
}
