//! `decide`, `void`, `grant`: what an examiner settles about exams, each with a reason, each signed.

use super::Outcome;
use super::args::{Decide, Grant, PassFail, Void};
use super::exam;
use super::failure::{Exit, Failure};
use super::recall::{find, short};
use super::registry::{ExamCase, Registry};
use super::room::Call;
use super::roster::find_learner;
use super::signer::{Acting, Signer, reason, signer};
use crate::attempt::act::{Deed, StaffRole};
use crate::attempt::plan::Subject;
use crate::base::id::AttemptId;
use crate::grade::outcome::AtStation;
use crate::grade::station::Agreed;
use crate::model::grade::Standing;
use crate::store::Store;

/// `decide`: a borderline exam, or which of two observations counts.
pub fn decide(call: &mut Call<'_>, args: &Decide) -> Outcome {
    let mut store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let (attempt, case) = exam_case(store.as_ref(), &registry, &args.attempt)?;
    let beside = reason(call.ports, &args.reason)?;
    let digest = beside.digest();
    let id = short(&attempt);
    let not_now = || Failure::new(Exit::Refused, "fail-nothing-to-decide", [("id", &id)]).hint("hint-result", [("id", &id)]);
    let (outcome, (_, closed)) = case.outcome.as_ref().zip(case.closed).filter(|(o, _)| !o.voided).ok_or_else(not_now)?;
    let acting = by(call, &registry, &args.acting)?;
    let deed = match (&args.take, args.verdict) {
        (Some(named), _) => settle(&attempt, &outcome.stations, named, &acting, digest)?,
        (None, Some(verdict)) if outcome.verdict.standing == Standing::Borderline => {
            Deed::Decided { attempt: attempt.clone(), closed, pass: verdict == PassFail::Pass, reason: digest }
        }
        (None, _) => return Err(not_now()),
    };
    let act = acting.sign(call.ports, deed, Some(beside));
    store.act(&act, None)?;
    call.tell("note-decided", &[("id", id.as_str().into()), ("name", acting.name.as_str().into())]);
    Ok(Exit::Done)
}

/// Which of two observations counts: said by a third, who made neither.
fn settle(
    exam: &AttemptId,
    stations: &[AtStation],
    named: &str,
    acting: &Signer,
    reason: crate::base::digest::Digest,
) -> Result<Deed, Failure> {
    let apart = stations.iter().filter(|s| s.agreed == Agreed::Apart);
    for station in apart {
        let fits = |id: &AttemptId| named.len() >= 4 && (id.as_str().ends_with(named) || id.as_str().starts_with(named));
        if let Some(seen) = station.seen.iter().find(|s| fits(&s.observation)) {
            if station.seen.iter().any(|s| s.examiner == acting.staff) {
                return Err(Failure::new(Exit::Refused, "fail-own-observation", [("name", &acting.name)]));
            }
            return Ok(Deed::Settled {
                exam: exam.clone(),
                station: station.station.clone(),
                observation: seen.observation.clone(),
                reason,
            });
        }
    }
    Err(Failure::new(Exit::Refused, "fail-nothing-apart", [("id", named)]).hint("hint-result", [("id", &short(exam))]))
}

/// `void`: an exam that does not count.
pub fn void(call: &mut Call<'_>, args: &Void) -> Outcome {
    let mut store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let (attempt, case) = exam_case(store.as_ref(), &registry, &args.attempt)?;
    let id = short(&attempt);
    if registry.register.voided.contains_key(&attempt) {
        return Err(Failure::new(Exit::Refused, "fail-void-already", [("id", &id)]));
    }
    if registry.register.issued.iter().any(|(_, _, i)| i.attempt == attempt) {
        return Err(Failure::new(Exit::Refused, "fail-void-issued", [("id", &id)]));
    }
    let beside = reason(call.ports, &args.reason)?;
    let acting = by(call, &registry, &args.acting)?;
    let last = case.kept.state.last.ok_or_else(|| Failure::damaged(&attempt))?;
    let deed = Deed::Voided { attempt, last, reason: beside.digest() };
    let act = acting.sign(call.ports, deed, Some(beside));
    store.act(&act, None)?;
    call.tell("note-voided", &[("id", id.as_str().into()), ("name", acting.name.as_str().into())]);
    Ok(Exit::Done)
}

/// `grant`: one more exam, at once.
pub fn grant(call: &mut Call<'_>, args: &Grant) -> Outcome {
    let (library, mut store) = (call.library()?, call.store()?);
    let learner = find_learner(store.as_ref(), &args.learner)?;
    let licence = exam::find(&library, &args.licence)?.id.clone();
    let registry = Registry::open(store.as_ref())?;
    let beside = reason(call.ports, &args.reason)?;
    let acting = by(call, &registry, &args.acting)?;
    let deed = Deed::Granted { learner: learner.id, licence: licence.clone(), reason: beside.digest() };
    let act = acting.sign(call.ports, deed, Some(beside));
    store.act(&act, None)?;
    let args = [("name", learner.name.as_str().into()), ("id", licence.as_str().into())];
    call.tell("note-granted", &args);
    Ok(Exit::Done)
}

fn by(call: &Call<'_>, registry: &Registry, acting: &Acting) -> Result<Signer, Failure> {
    signer(call.ports, &call.words, registry, acting, StaffRole::Examiner)
}

/// An exam by its number.
///
/// # Errors
/// `Failure` where there is none.
pub fn exam_case(store: &dyn Store, registry: &Registry, named: &str) -> Result<(AttemptId, ExamCase), Failure> {
    let rows = store.attempts(None)?;
    let row = find(&rows, named)?;
    if !matches!(row.subject, Subject::Licence(_)) {
        return Err(Failure::usage("fail-no-exam", [("id", &short(&row.id))]).hint("hint-show", [("id", &short(&row.id))]));
    }
    Ok((row.id.clone(), registry.exam(store, &row.id)?))
}
