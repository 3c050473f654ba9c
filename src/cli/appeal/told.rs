//! What a candidate is told after a result: that the exam was marked again, and what became of an appeal. In the result for as long as it
//! is kept, at home until it was read there.

use std::collections::BTreeSet;

use super::remedy::Done;
use super::{Appeal, known, open, reason};
use crate::attempt::plan::Subject;
use crate::base::id::{ActId, AttemptId, LearnerId};
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::cli::recall::short;
use crate::cli::registry::seats::twins;
use crate::cli::registry::{ExamCase, Registry};
use crate::cli::room::title;
use crate::grade::register::Regrading;
use crate::locale::Words;
use crate::model::library::Library;
use crate::report::result::{Afterwards, AppealTold, Erased, FollowedTold, RegradedTold, When};
use crate::store::Store;

/// The setting with the acts that candidates at this PC have read of.
const READ: &str = "read-notices";

/// What happened to an exam after its result.
///
/// # Errors
/// `Failure` of the store.
pub fn afterwards(
    store: &dyn Store,
    registry: &Registry,
    case: &ExamCase,
    (now, zone): (Moment, &str),
) -> Result<Afterwards, Failure> {
    let plan = &case.kept.activity.plan;
    let when = |at: Moment| When { at, local: at.local(zone) };
    let regraded = match registry.register.regraded.get(&plan.attempt) {
        Some(regrading) => Some(regraded(store, registry, regrading, zone)?),
        None => None,
    };
    let appeal = against(store, registry, (&plan.learner, &plan.attempt), zone)?;
    let counts = case.closed.is_some() && !registry.register.voided.contains_key(&plan.attempt);
    let erased = match store.learners()?.iter().all(|it| it.id != plan.learner) {
        true => Some(Erased::Person),
        false => (!case.kept.recomputed).then_some(Erased::Words),
    };
    let counts = counts && erased != Some(Erased::Person);
    let until = open::until(registry, case).filter(|until| counts && appeal.is_none() && now <= *until);
    let sat_twice = twins(registry, store, (&plan.learner, &plan.attempt))?;
    Ok(Afterwards { sat_twice, regraded, appeal, until: until.map(when), erased })
}

/// The appeal against an exam, handed in here or elsewhere, and what became of it.
///
/// # Errors
/// `Failure` of the store.
pub fn against(
    store: &dyn Store,
    registry: &Registry,
    (learner, exam): (&LearnerId, &AttemptId),
    zone: &str,
) -> Result<Option<AppealTold>, Failure> {
    let when = |at: Moment| When { at, local: at.local(zone) };
    let told = |it: Appeal| AppealTold {
        receipt: it.receipt().to_string(),
        opened: when(it.at),
        due: when(it.due),
        upheld: it.hearing.as_ref().map(|hearing| hearing.heard.upheld),
        decided: it.hearing.as_ref().map(|hearing| when(hearing.at)),
        reason: it.hearing.as_ref().and_then(|hearing| reason(registry, hearing)),
        waits: it.waits,
        followed: it
            .remedy
            .as_ref()
            .filter(|_| it.hearing.is_some())
            .map(|remedy| FollowedTold { what: remedy.what.name(), at: when(remedy.at) }),
    };
    Ok(known(store, registry, learner)?.into_iter().find(|it| it.exam == *exam).map(told))
}

/// An exam that was marked again, with how it stood as it was sat.
fn regraded(store: &dyn Store, registry: &Registry, regrading: &Regrading, zone: &str) -> Result<RegradedTold, Failure> {
    let was = registry.as_sat(store, &regrading.regraded.attempt)?;
    let total = was.outcome.as_ref().and_then(|outcome| outcome.verdict.total);
    let act = registry.acts.iter().find(|signed| signed.act.id == regrading.act);
    Ok(RegradedTold {
        at: When { at: regrading.at, local: regrading.at.local(zone) },
        reason: act.and_then(|it| it.beside.as_ref()).map(|beside| beside.words.clone()),
        was: total.map(crate::base::points::Exact::percent),
    })
}

/// What a candidate has not read yet, a sentence each; they count as read once they were `seen`.
///
/// # Errors
/// `Failure` of the store.
pub fn unread(
    store: &dyn Store,
    registry: &Registry,
    learner: &LearnerId,
    (library, words): (&Library, &Words),
) -> Result<Vec<(ActId, String)>, Failure> {
    let read = seen_before(store)?;
    let zone = &library.time_zone;
    let lang = crate::cli::room::lang(library, words);
    let mut out = Vec::new();
    for appeal in known(store, registry, learner)? {
        let Some(hearing) = &appeal.hearing else { continue };
        let licence = Subject::Licence(appeal.licence.clone().unwrap_or_default());
        let gaps = [
            ("receipt", appeal.receipt().to_string().into()),
            ("title", title(library, &lang, &licence).into()),
            ("reason", reason(registry, hearing).unwrap_or_else(|| "–".to_owned()).into()),
            ("waits", if appeal.waits { "yes" } else { "no" }.into()),
        ];
        if !read.contains(&hearing.act) {
            let key = if hearing.heard.upheld { "notice-appeal-upheld" } else { "notice-appeal-dismissed" };
            out.push((hearing.act.clone(), words.with(key, &gaps)));
        }
        // That an exam was marked again is told below, with what it comes to now.
        let did =
            appeal.remedy.as_ref().filter(|it| it.what != Done::Regraded && hearing.heard.upheld && !read.contains(&it.act));
        if let Some(remedy) = did {
            let time = [("time", remedy.at.local(zone).into())];
            let said = words.with(&format!("told-follow-{}", remedy.what.name()), &time);
            out.push((
                remedy.act.clone(),
                words.with("notice-appeal-followed", &[&gaps[..2], &[("said", said.into())]].concat()),
            ));
        }
    }
    for row in store.attempts(Some(learner))? {
        let Some(regrading) = registry.register.regraded.get(&row.id).filter(|it| !read.contains(&it.act)) else { continue };
        let told = regraded(store, registry, regrading, zone)?;
        let now = registry.exam(store, &row.id)?.outcome.and_then(|outcome| outcome.verdict.total);
        let gaps = [
            ("id", short(&row.id).into()),
            ("title", title(library, &lang, &row.subject).into()),
            ("reason", told.reason.unwrap_or_else(|| "–".to_owned()).into()),
            ("was", told.was.unwrap_or_else(|| "–".to_owned()).into()),
            ("now", now.map_or_else(|| "–".to_owned(), crate::base::points::Exact::percent).into()),
        ];
        out.push((regrading.act.clone(), words.with("notice-regraded", &gaps)));
    }
    Ok(out)
}

fn seen_before(store: &dyn Store) -> Result<BTreeSet<ActId>, Failure> {
    Ok(serde_json::from_str(&store.setting(READ)?.unwrap_or_default()).unwrap_or_default())
}

/// Remembers that these were read.
///
/// # Errors
/// `Failure` of the store.
pub fn seen(store: &mut dyn Store, acts: impl IntoIterator<Item = ActId>) -> Result<(), Failure> {
    let mut all = seen_before(store)?;
    all.extend(acts);
    let text = serde_json::to_string(&all).expect("ids are texts");
    Ok(store.set_setting(READ, &text)?)
}
