//! Who may sit an exam: a tree that says what is missing, and from when on one may.
//!
//! Waiting time counts in exact hours from the close of the last exam that was not passed. A voided exam counts for nothing; a granted
//! one is one more, at once. An exam under way, undecided or passed stands before any other.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::id::{AgreementId, AttemptId, CourseId};
use crate::base::moment::Moment;
use crate::model::licence::Scheme;

/// An exam of the same scheme that was begun before. Voided ones are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sat {
    /// Which.
    pub attempt: AttemptId,
    /// When it began.
    pub started: Moment,
    /// How it stands.
    pub stands: Stands,
}

/// How an earlier exam stands, everything that was decided since counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Under way.
    Open,
    /// Over; stations are still to be observed, or two examiners to be settled.
    Pending,
    /// Just below the mark; a person decides.
    Borderline,
    /// It hangs on what was written; a person marks it.
    Provisional {
        /// How many written replies wait.
        unread: usize,
    },
    /// Over; its papers are sealed here, and nobody told yet what it came to.
    Sealed,
    /// Passed; the licence is not issued yet.
    Passed,
    /// Passed, and the candidate sat another exam at the same time: nothing is issued on either until one is void.
    SatTwice,
    /// Passed, and a licence was issued on it.
    Issued,
    /// Not passed; closed then.
    Failed(Moment),
}

/// What is known of a candidate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// Courses done, each with when it was done last.
    pub courses: BTreeMap<CourseId, Moment>,
    /// Those of them that were only waived, each with when.
    pub waived: BTreeMap<CourseId, Moment>,
    /// Texts agreed to.
    pub agreed: BTreeSet<AgreementId>,
    /// Earlier exams of this scheme, oldest first.
    pub sat: Vec<Sat>,
    /// When further exams were granted.
    pub granted: Vec<Moment>,
    /// The newest licence of this scheme, whether it still holds or not.
    pub licence: Option<Held>,
}

/// A licence issued earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// When it was issued.
    pub issued: Moment,
    /// Until when it holds; one that was revoked ended then.
    pub until: Moment,
}

/// One thing that is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// What.
    pub what: What,
    /// Whether it is there.
    pub met: bool,
}

/// What is needed to sit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// All of these courses done; those that refresh, since the newest licence.
    Courses(Vec<(CourseId, bool)>),
    /// A text agreed to.
    Agreement(AgreementId),
    /// An exam left.
    Attempts {
        /// Begun so far.
        used: usize,
        /// Allowed, with those granted.
        allowed: usize,
    },
    /// The waiting time over.
    Wait {
        /// From when on.
        from: Moment,
    },
    /// No exam of this scheme under way, pending or undecided.
    NoneOpen {
        /// The one there is, with how it stands.
        open: Option<(AttemptId, Stands)>,
    },
    /// No licence of this scheme that still holds for longer than its time of renewal.
    NotHeld {
        /// Until when it holds.
        until: Moment,
    },
}

/// What is needed, with what is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Eligibility {
    /// Everything, in the order to see to it.
    pub needs: Vec<Need>,
}

impl Eligibility {
    /// Whether the candidate may sit now.
    pub fn may_sit(&self) -> bool {
        self.needs.iter().all(|n| n.met)
    }

    /// Whether nothing but a text to agree to is missing.
    pub fn lacks_only_agreement(&self) -> bool {
        !self.may_sit() && self.needs.iter().all(|n| n.met || matches!(n.what, What::Agreement(_)))
    }

    /// How many exams are left.
    pub fn left(&self) -> usize {
        let left =
            |n: &Need| if let What::Attempts { used, allowed } = n.what { Some(allowed.saturating_sub(used)) } else { None };
        self.needs.iter().find_map(left).unwrap_or(0)
    }

    /// From when on, where time alone is missing.
    pub fn from(&self) -> Option<Moment> {
        let missing: Vec<&What> = self.needs.iter().filter(|n| !n.met).map(|n| &n.what).collect();
        match missing.as_slice() {
            [What::Wait { from }] => Some(*from),
            _ => None,
        }
    }
}

/// What a candidate needs to sit an exam of this scheme now.
pub fn eligible(scheme: &Scheme, candidate: &Candidate, now: Moment) -> Eligibility {
    let mut needs = Vec::new();
    let mut need = |what, met| needs.push(Need { what, met });
    let courses = courses(scheme, candidate);
    if !courses.is_empty() {
        let met = courses.iter().all(|(_, done)| *done);
        need(What::Courses(courses), met);
    }
    if let Some(agreement) = &scheme.requires.agreement {
        need(What::Agreement(agreement.clone()), candidate.agreed.contains(agreement));
    }
    if let Some(until) = candidate.licence.map(|held| held.until).filter(|until| *until >= now) {
        let early = scheme.validity.renew_within.is_some_and(|span| Moment(until.0 - span.0) <= now);
        need(What::NotHeld { until }, early);
    }
    let open = candidate.sat.iter().find(|s| {
        matches!(
            s.stands,
            Stands::Open
                | Stands::Pending
                | Stands::Borderline
                | Stands::Provisional { .. }
                | Stands::Sealed
                | Stands::Passed
                | Stands::SatTwice
        )
    });
    need(What::NoneOpen { open: open.map(|s| (s.attempt.clone(), s.stands)) }, open.is_none());
    // What came before the last licence belongs to that licence.
    let since = candidate.sat.iter().rposition(|s| s.stands == Stands::Issued).map_or(0, |at| at + 1);
    let sat = &candidate.sat[since..];
    let used = sat.len();
    let granted = candidate.granted.iter().filter(|at| candidate.licence.is_none_or(|held| **at >= held.issued)).count();
    let allowed = usize::try_from(scheme.result.attempts).unwrap_or(usize::MAX).saturating_add(granted);
    need(What::Attempts { used, allowed }, used < allowed);
    let failed = sat.iter().filter_map(|s| if let Stands::Failed(closed) = s.stands { Some(closed) } else { None });
    if let Some(closed) = failed.clone().next_back() {
        let from = scheme.wait_after(failed.count()).after(closed);
        let waived = candidate.granted.iter().any(|at| *at >= closed);
        need(What::Wait { from }, waived || now >= from);
    }
    Eligibility { needs }
}

/// The courses needed, with whether they are done: whoever renews a licence has refreshed what it rests on.
fn courses(scheme: &Scheme, candidate: &Candidate) -> Vec<(CourseId, bool)> {
    let done = |id: &CourseId, since: Moment| candidate.courses.get(id).is_some_and(|at| *at >= since);
    let first = scheme.requires.courses.iter().map(|id| (id.clone(), candidate.courses.contains_key(id)));
    let again =
        candidate.licence.iter().flat_map(|held| scheme.validity.refresher.iter().map(|id| (id.clone(), done(id, held.issued))));
    first.chain(again).collect()
}

/// When one may sit again after an exam that was not passed, if any is left: for the result.
pub fn again(scheme: &Scheme, candidate: &Candidate, now: Moment) -> Option<Moment> {
    let all = eligible(scheme, candidate, now);
    let left = all.needs.iter().all(|n| n.met || matches!(n.what, What::Wait { .. } | What::Courses(_) | What::Agreement(_)));
    let wait = all.needs.iter().find_map(|n| if let What::Wait { from } = n.what { Some(from) } else { None });
    left.then(|| wait.unwrap_or(now))
}
