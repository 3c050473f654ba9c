//! Acts and licences held against what they rest on: whether who signed had the role, and whether each licence is what the organisation's
//! key signed, says what its act says, and stands on an exam that was passed and counts.

use std::collections::BTreeSet;

use super::attempts::Walk;
use super::found::{Place, Report};
use crate::attempt::act::{Deed, Issued, Signed, StaffRole};
use crate::cli::cause::Cause;
use crate::cli::failure::Failure;
use crate::cli::licences::proven;
use crate::cli::registry::Registry;
use crate::grade::register::Register;
use crate::model::grade::Standing;
use crate::model::library::Letting;
use crate::model::word::Weighty;
use crate::store::{Sealed, StoreError};

/// Examines all acts and licences.
///
/// # Errors
/// `Failure` of the store.
pub fn examine(walk: &Walk<'_>, registry: &Registry, report: &mut Report) -> Result<(), Failure> {
    report.counts.acts = registry.acts.len();
    let (mut register, mut issuers) = (Register::default(), Vec::new());
    let own: BTreeSet<_> =
        report.sound(walk.store.ledger())?.unwrap_or_default().into_iter().filter_map(|line| line.what.act().cloned()).collect();
    for signed in &registry.acts {
        idle(&register, registry, signed, report);
        if register.who(&signed.act.key, Some(StaffRole::Issuer)).is_some() {
            issuers.push(signed.as_ref());
        }
        register.take(signed);
        // A desk sends acts to other PCs without their reasons.
        if own.contains(&signed.act.id) {
            reason(walk, signed, report);
        }
    }
    admissions(walk, registry, report)?;
    for (_, _, issued) in &registry.register.issued {
        licence(walk, registry, issued, report)?;
    }
    alone(walk, registry, &issuers, report);
    Ok(())
}

/// Tells an act that counts for nothing: its signer had not the role for it by then.
fn idle(before: &Register, registry: &Registry, signed: &Signed, report: &mut Report) {
    let act = &signed.act;
    // The first of all speaks for himself.
    if before.staff.is_empty() || before.who(&act.key, Some(act.deed.takes())).is_some() {
        return;
    }
    let by = before.who(&act.key, None).map_or_else(|| act.key.to_string(), |id| registry.name(&id));
    report.idle("audit-idle", &[("act", act.id.to_string()), ("name", by), ("role", act.deed.takes().word().to_owned())]);
}

/// A reason that is missing although nobody it is about was erased.
fn reason(walk: &Walk<'_>, signed: &Signed, report: &mut Report) {
    let due = walk.is_let_go(Letting::Reasons, signed.act.at);
    if due || signed.beside.is_some() || signed.act.deed.reason().is_none() {
        return;
    }
    let here = walk.theirs.iter().any(|(learner, attempts)| signed.act.deed.concerns(learner, attempts));
    if here {
        let act = &signed.act.id;
        report.find(Place::Act(act.clone()), Cause::sentence("flaw-reason-gone", [("act", act.as_str())]));
    }
}

/// Each admission names the line that seals the beginning of its very exam.
fn admissions(walk: &Walk<'_>, registry: &Registry, report: &mut Report) -> Result<(), Failure> {
    let lines = report.sound(walk.store.happened())?.unwrap_or_default();
    for signed in &registry.acts {
        let Deed::Admitted { attempt, begun, .. } = &signed.act.deed else { continue };
        let Some(line) = lines.iter().find(|line| line.digest() == *begun) else { continue };
        if line.what != (Sealed::Started { attempt: attempt.clone() }) {
            let act = &signed.act.id;
            report.find(Place::Act(act.clone()), Cause::sentence("flaw-other-line", [("act", act.as_str())]));
        }
    }
    Ok(())
}

/// A licence: its file, and the exam it stands on.
fn licence(walk: &Walk<'_>, registry: &Registry, issued: &Issued, report: &mut Report) -> Result<(), Failure> {
    let number = &issued.number;
    let place = Place::Licence(number.clone());
    let tell = |report: &mut Report, key| report.find(place.clone(), Cause::sentence(key, [("number", number.as_str())]));
    match walk.store.credential(number) {
        Ok(None) if walk.is_erased(&issued.learner) => {
            report.unknown("audit-unknown-licence", &[("number", number.to_string())]);
        }
        Ok(Some(kept)) if proven(registry, issued, &kept).is_some() => report.counts.licences += 1,
        Ok(Some(_)) => tell(report, "flaw-unproven"),
        Ok(None) => tell(report, "flaw-credential-gone"),
        Err(StoreError::Damaged(flaw)) => report.flaws([flaw]),
        Err(other) => return Err(other.into()),
    }
    // An exam that does not read was told; one whose words were erased cannot be worked out again.
    if report.has(&Place::Attempt(issued.attempt.clone())) {
        return Ok(());
    }
    let Ok(case) = registry.exam(walk.store, &issued.attempt) else { return Ok(()) };
    let plan = &case.kept.activity.plan;
    let theirs = plan.learner == issued.learner && plan.subject.parts() == ("licence", issued.licence.as_str());
    let passed = case.outcome.as_ref().is_some_and(|it| it.verdict.standing == Standing::Passed);
    match case.outcome {
        _ if !theirs => tell(report, "flaw-licence-other"),
        Some(outcome) if outcome.voided => tell(report, "flaw-licence-void"),
        _ if !passed => tell(report, "flaw-licence-unpassed"),
        _ => {}
    }
    Ok(())
}

/// What took two persons by the scheme that the exam was sat under, and counts with one signature: whoever issued wrote it out of the
/// licence.
fn alone(walk: &Walk<'_>, registry: &Registry, issuers: &[&Signed], report: &mut Report) {
    let register = &registry.register;
    for signed in issuers {
        let (number, what) = match &signed.act.deed {
            Deed::Issued(issued) => (&issued.number, Weighty::Issue),
            Deed::Changed(changed) => (&changed.number, changed.change.weighty()),
            _ => continue,
        };
        let Some(issued) = register.licence(number).filter(|it| !it.terms.two_persons.contains(&what)) else { continue };
        // An exam that does not read was told.
        let Ok(case) = registry.exam(walk.store, &issued.attempt) else { continue };
        if case.kept.activity.scheme().is_some_and(|scheme| scheme.conduct.two_persons.contains(&what)) {
            let gaps = [("number", number.as_str()), ("what", what.word()), ("act", signed.act.id.as_str())];
            report.find(Place::Licence(number.clone()), Cause::sentence("flaw-one-person", gaps));
        }
    }
}
