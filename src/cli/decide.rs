//! `decide`, `void`, `grant`: what an examiner settles about exams, each with a reason, each signed.

use super::Outcome;
use super::args::{Decide, Grant, PassFail, Void};
use super::exam;
use super::failure::{Between, Exit, Failure};
use super::recall::{find, short};
use super::registry::{ExamCase, Registry};
use super::room::Call;
use super::roster::find_learner;
use super::signer::{Acting, Signer, reason, signer};
use crate::attempt::act::{Deed, StaffRole};
use crate::attempt::plan::Subject;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, StepId, is_meant};
use crate::grade::outcome::{AtStation, Seen};
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
    another(&acting, store.as_ref(), &case)?;
    let deed = match (&args.take, args.verdict) {
        (Some(named), _) => settle(&registry, (&attempt, &outcome.stations), named, &acting, digest)?,
        (None, Some(verdict)) if outcome.verdict.standing == Standing::Borderline => {
            Deed::Decided { attempt: attempt.clone(), closed, pass: verdict == PassFail::Pass, reason: digest }
        }
        (None, _) => return Err(not_now()),
    };
    // Typing a passphrase takes time: what somebody else decided or declared void meanwhile stands.
    let now = Registry::open(store.as_ref())?;
    let settled = now.register.settled != registry.register.settled;
    let open = now.exam(store.as_ref(), &attempt)?.outcome.is_some_and(|o| o.decided.is_none() && !o.voided);
    if settled || !open {
        return Err(not_now());
    }
    let act = acting.sign(call.ports, deed, Some(beside));
    store.act(&act, None)?;
    call.tell("note-decided", &[("id", id.as_str().into()), ("name", acting.name.as_str().into())]);
    Ok(Exit::Done)
}

/// Which of two observations counts: said by a third, who made neither. Only that one is told what there is to choose from.
fn settle(
    registry: &Registry,
    (exam, stations): (&AttemptId, &[AtStation]),
    named: &str,
    acting: &Signer,
    reason: Digest,
) -> Result<Deed, Failure> {
    let seen = registry.register.observed.get(exam).map_or(&[][..], Vec::as_slice);
    let own = |station: &AtStation| seen.iter().any(|o| o.station == station.station && o.examiner == acting.staff);
    let apart: Vec<&AtStation> = stations.iter().filter(|s| s.agreed == Agreed::Apart).collect();
    for station in &apart {
        if let Some(seen) = station.seen.iter().find(|s| is_meant(s.observation.as_str(), named)) {
            if own(station) {
                return Err(Failure::new(Exit::Refused, "fail-own-observation", [("name", &acting.name)]));
            }
            let (station, observation) = (station.station.clone(), seen.observation.clone());
            return Ok(Deed::Settled { exam: exam.clone(), station, observation, reason });
        }
    }
    let failure = Failure::new(Exit::Refused, "fail-nothing-apart", [("id", named)]);
    let waiting: Vec<String> = apart.iter().filter(|s| !own(s)).map(|s| told(registry, s)).collect();
    Err(if waiting.is_empty() {
        failure.hint("hint-result", [("id", &short(exam))])
    } else {
        failure.hint("hint-apart", [("list", &Between::Semicolon.join(&waiting))])
    })
}

/// A station with what its examiners saw.
fn told(registry: &Registry, station: &AtStation) -> String {
    let one = |seen: &Seen| {
        let mut text =
            format!("{} {} {} %", short(&seen.observation), registry.name(&seen.examiner), seen.grade.share().percent());
        if !seen.grade.missed.is_empty() {
            let missed: Vec<&str> = seen.grade.missed.iter().map(StepId::as_str).collect();
            text.push_str(&format!(" ✗ {}", missed.join(" ")));
        }
        text
    };
    let seen = Between::Comma.join(&station.seen.iter().map(one).collect::<Vec<_>>());
    Between::Colon.join(&[station.station.to_string(), seen])
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
    if registry.register.issued_on(&attempt).is_some() {
        return Err(Failure::new(Exit::Refused, "fail-void-issued", [("id", &id)]));
    }
    let beside = reason(call.ports, &args.reason)?;
    let acting = by(call, &registry, &args.acting)?;
    another(&acting, store.as_ref(), &case)?;
    if Registry::open(store.as_ref())?.register.issued_on(&attempt).is_some() {
        return Err(Failure::new(Exit::Refused, "fail-void-issued", [("id", &id)]));
    }
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
    let scheme = exam::find(&library, &args.licence)?;
    let title = scheme.title.get(&call.words.tongue().lang());
    let registry = Registry::open(store.as_ref())?;
    let beside = reason(call.ports, &args.reason)?;
    let acting = by(call, &registry, &args.acting)?;
    acting.is_another(&learner, scheme)?;
    let deed = Deed::Granted { learner: learner.id.clone(), licence: scheme.id.clone(), reason: beside.digest() };
    let act = acting.sign(call.ports, deed, Some(beside));
    store.act(&act, None)?;
    let args = [("name", learner.called().into()), ("title", title.into())];
    call.tell("note-granted", &args);
    Ok(Exit::Done)
}

/// Where the scheme is strict, nobody decides about an exam of his own.
///
/// # Errors
/// `Failure` with exit 5.
pub fn another(acting: &Signer, store: &dyn Store, case: &ExamCase) -> Result<(), Failure> {
    let learner = store.learners()?.into_iter().find(|l| l.id == case.kept.activity.plan.learner);
    match (learner, case.kept.activity.scheme()) {
        (Some(learner), Some(scheme)) => acting.is_another(&learner, scheme),
        _ => Ok(()),
    }
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
