//! Whether a licence was taken back: what its status lists say, what its issuer's own records say where these are at hand, and when
//! neither tells. What that comes to beside all else is `verify`'s.

use super::{Conclusion, Failed, Looked, NotChecked, Outcome, Source, Step, Told};
use crate::base::moment::Moment;
use crate::credential::claims::Claims;
use crate::credential::status::{Purpose, StatusList};
use crate::grade::register::Taken;

/// A list older than this is not taken for today's.
pub const MOST_DAYS: u32 = 30;
const DAY: i64 = 86_400_000;

/// Whether it was taken back, as of when that is known, and which lists were there to look at.
pub type Known = (Outcome, Option<Moment>, Vec<Looked>);

/// Both lists are looked up; of several the newest counts.
pub fn revocation(claims: &Claims, lists: &[StatusList], now: Moment) -> Known {
    let Some(status) = &claims.status else { return (Outcome::NotChecked(NotChecked::NoList), None, vec![]) };
    let newest = |(purpose, address): (Purpose, &str)| {
        let ours = |list: &&StatusList| list.purpose == purpose && list.address == address && list.issuer == claims.issuer.did;
        (purpose, lists.iter().filter(ours).max_by_key(|list| list.at))
    };
    listed(&status.lists().map(newest).collect::<Vec<_>>(), status.index, now)
}

/// What its lists say; `None`: one that is not at hand. What is on a list is told however old that is: only who is *not* on it may have
/// come on it since.
pub fn listed(found: &[(Purpose, Option<&StatusList>)], index: u64, now: Moment) -> Known {
    let looked = found.iter().map(|(purpose, list)| Looked { purpose: *purpose, at: list.map(|list| list.at) }).collect();
    let there = || found.iter().filter_map(|(_, list)| *list);
    if let Some(list) = there().find(|list| list.has(index)) {
        let failed = match list.purpose {
            Purpose::Revocation => Failed::Revoked(list.at),
            Purpose::Suspension => Failed::Suspended(list.at),
        };
        return (Outcome::Failed(failed), Some(list.at), looked);
    }
    let missing = found.iter().find(|(_, list)| list.is_none()).map(|(purpose, _)| *purpose);
    match (there().map(|list| list.at).min(), missing) {
        (None, _) => (Outcome::NotChecked(NotChecked::ListNotRead), None, looked),
        (Some(at), Some(missing)) => (Outcome::NotChecked(NotChecked::ListMissing { missing, at }), None, looked),
        (Some(oldest), None) => (not_on_it(oldest, now), Some(oldest), looked),
    }
}

/// It was not taken back at that moment.
fn not_on_it(at: Moment, now: Moment) -> Outcome {
    let days = u32::try_from(now.0.saturating_sub(at.0).max(0) / DAY).unwrap_or(u32::MAX);
    if days > MOST_DAYS { Outcome::NotChecked(NotChecked::ListOld(days)) } else { Outcome::Passed }
}

/// Takes what the issuer's own records say in the place of what older lists say; of what is not proven they say nothing.
pub fn hear((steps, as_of, source): (&mut [(Step, Outcome)], &mut Option<Moment>, &mut Source), told: Told, now: Moment) {
    let proven = steps.iter().any(|(step, outcome)| *step == Step::Proof && *outcome == Outcome::Passed);
    if !proven || as_of.is_some_and(|at| at > told.at) {
        return;
    }
    (*as_of, *source) = (Some(told.at), told.source);
    for (_, outcome) in steps.iter_mut().filter(|(step, _)| *step == Step::Revocation) {
        *outcome = match told.taken {
            None => not_on_it(told.at, now),
            Some(Taken::Revoked) => Outcome::Failed(Failed::Revoked(told.at)),
            Some(Taken::Suspended { .. }) => Outcome::Failed(Failed::Suspended(told.at)),
        };
    }
}

/// The same, where status lists were asked for.
pub fn asked_for_lists(steps: &[(Step, Outcome)], so_far: Conclusion) -> Conclusion {
    if is_open(steps) { so_far.max(Conclusion::StatusNotKnown) } else { so_far }
}

/// Whether nobody said yet that it was not taken back, nor that it was.
pub fn is_open(steps: &[(Step, Outcome)]) -> bool {
    steps.iter().any(|(step, outcome)| *step == Step::Revocation && matches!(outcome, Outcome::NotChecked(_)))
}
