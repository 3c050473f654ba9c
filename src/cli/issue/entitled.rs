//! Whether a candidate might begin an exam when it was begun; and which exam a licence rests on where somebody has several that are passed.

use super::Asked;
use crate::attempt::plan::Subject;
use crate::cli::exam::ready::Readiness;
use crate::cli::failure::Failure;
use crate::cli::registry::{ExamCase, Registry};
use crate::grade::eligible::Stands;
use crate::model::grade::Standing;
use crate::store::Store;

/// The register as it was when an exam began. What is declared void since counts for nothing then either, but for an exam that was not
/// passed by then: nobody gets round the waiting time by a void that comes once the next one is passed. An exam that was begun in a sitting
/// which was withdrawn by then was never to be sat: void, it counts for nothing from the start.
///
/// # Errors
/// `Failure` of the store.
pub fn then(store: &dyn Store, registry: &Registry, case: &ExamCase) -> Result<Registry, Failure> {
    let plan = &case.recorded;
    let mut then = registry.before(&plan.attempt, &plan.learner);
    let Subject::Licence(scheme) = &plan.subject else { return Ok(then) };
    for attempt in then.sat_for(store, &plan.learner, &scheme.as_str().into())? {
        let Some(at) = registry.register.voided.get(&attempt) else { continue };
        let failed = |stands| matches!(stands, Stands::Failed(closed) if closed <= case.started);
        // What does not read is told by `audit`, and stays in the way.
        let withdrawn =
            registry.register.sitting_of(&attempt).and_then(|(_, sitting)| sitting.withdrawn.as_ref()).map(|it| it.at);
        let called_off = |sat: &ExamCase| withdrawn.is_some_and(|at| at <= sat.started);
        if registry.as_sat(store, &attempt).is_ok_and(|sat| called_off(&sat) || !failed(then.sat(&sat).stands)) {
            then.register.voided.insert(attempt, *at);
        }
    }
    Ok(then)
}

/// What an exam needed when it began, with what was there.
///
/// # Errors
/// `Failure` of the store.
pub fn readiness(asked: &Asked<'_>, then: &Registry, case: &ExamCase) -> Result<Readiness, Failure> {
    Readiness::of(then, asked.store, asked.learner, (asked.scheme, asked.library), case.started)
}

/// The exam that a licence rests on, of all that count, the first begun first: the newest that is passed and bears none yet, where several
/// are that might be begun; where none is passed, the newest.
///
/// # Errors
/// `Failure` of the store.
pub fn chosen(asked: &Asked<'_>, registry: &Registry, mut cases: Vec<ExamCase>) -> Result<Option<ExamCase>, Failure> {
    let bears = |case: &ExamCase| registry.register.issued_on(&case.recorded.attempt).is_some();
    let passed = |case: &ExamCase| case.outcome.as_ref().is_some_and(|it| it.verdict.standing == Standing::Passed);
    let since = cases.iter().rposition(bears).map_or(0, |at| at + 1);
    let good: Vec<usize> = (since..cases.len()).filter(|at| passed(&cases[*at])).collect();
    let mut at = good.last().copied();
    if good.len() > 1 {
        for one in good.into_iter().rev() {
            let case = &cases[one];
            if readiness(asked, &then(asked.store, registry, case)?, case)?.all.may_sit() {
                at = Some(one);
                break;
            }
        }
    }
    Ok(if let Some(at) = at { Some(cases.swap_remove(at)) } else { cases.pop() })
}
