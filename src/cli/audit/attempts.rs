//! Every attempt walked again under the content it recorded, and graded again: the grade in its `Closed` has to come out.
//!
//! Where typed words were erased with their person, what they earned cannot be worked out again; that is said, and is no finding. Where
//! the person is still here, words that are missing were taken out.

use std::collections::{BTreeMap, BTreeSet};

use super::found::{Place, Report};
use crate::attempt::event::Body;
use crate::attempt::plan::Subject;
use crate::base::id::{AttemptId, LearnerId};
use crate::base::moment::Moment;
use crate::cli::cause::Cause;
use crate::cli::failure::Failure;
use crate::cli::recall::Books;
use crate::cli::registry::Registry;
use crate::cli::retention::words_of;
use crate::model::library::Letting;
use crate::store::sealed::sealed_in;
use crate::store::{AttemptRow, Store, chain};

/// What attempts are walked with.
pub struct Walk<'a> {
    /// The store.
    pub store: &'a dyn Store,
    /// List and ledger.
    pub books: &'a Books,
    /// The register, where acts are sound.
    pub registry: Option<&'a Registry>,
    /// Who is on the roster, with their attempts.
    pub theirs: BTreeMap<LearnerId, BTreeSet<AttemptId>>,
    /// Up to when things beside the record were let go, by `retention`.
    pub gone: BTreeMap<Letting, Moment>,
}

/// How the words beside an attempt stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    /// All that were sealed are there, or none were.
    There,
    /// Some are missing: the person was erased, or their time is over.
    Erased,
    /// Some are missing, and nobody was erased.
    Gone,
    /// The person is no longer here, but words are.
    Left,
}

impl Walk<'_> {
    /// Walks all attempts.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn all(&self, rows: &[AttemptRow], report: &mut Report, step: &mut dyn FnMut()) -> Result<(), Failure> {
        let (mut erased, mut sealed) = (0, 0);
        for row in rows {
            let place = Place::Attempt(row.id.clone());
            // What does not read was told; one sentence for each broken attempt is enough.
            if !report.has(&place) && self.is_sealed(row, report)? {
                // What was typed is checked without the paper.
                self.told_words(row, place, report)?;
                sealed += 1;
            } else if !report.has(&place) {
                erased += usize::from(self.one(row, place, report)?);
            }
            step();
        }
        if erased > 0 {
            report.unknown("audit-unknown-erased", &[("count", erased.to_string())]);
        }
        if sealed > 0 {
            report.unknown("audit-unknown-sealed", &[("count", sealed.to_string())]);
        }
        Ok(())
    }

    /// Whether an attempt's content is sealed here.
    fn is_sealed(&self, row: &AttemptRow, report: &mut Report) -> Result<bool, Failure> {
        let events = report.sound(self.store.events(&row.id))?.unwrap_or_default();
        Ok(match events.first().map(|it| &it.event.body) {
            Some(Body::Started { plan }) => report.sound(sealed_in(self.store, plan))?.flatten().is_some(),
            _ => false,
        })
    }

    /// Whether somebody is erased.
    pub fn is_erased(&self, learner: &LearnerId) -> bool {
        !self.theirs.contains_key(learner)
    }

    /// Whether what lay beside something of that time was let go when it was due.
    pub fn is_let_go(&self, what: Letting, at: Moment) -> bool {
        self.gone.get(&what).is_some_and(|until| at <= *until)
    }

    /// Walks one; whether its grade could not be worked out again because words were erased.
    fn one(&self, row: &AttemptRow, place: Place, report: &mut Report) -> Result<bool, Failure> {
        let words = self.told_words(row, place.clone(), report)?;
        let read = match (self.registry, &row.subject) {
            (Some(registry), Subject::Licence(_)) => registry.exam(self.store, &row.id).map(|case| case.kept),
            _ => self.books.recall(self.store, &row.id),
        };
        match read {
            Ok(kept) if !kept.recomputed => return Ok(true),
            Ok(kept) => report.counts.regraded += usize::from(kept.state.closed.is_some()),
            Err(_) if words == Words::Erased => return Ok(true),
            // The missing words were told, and are why.
            Err(_) if words == Words::Gone => {}
            Err(failure) => report.told(place, failure)?,
        }
        Ok(false)
    }

    /// How the words beside an attempt stand; told where that is not as it should be.
    fn told_words(&self, row: &AttemptRow, place: Place, report: &mut Report) -> Result<Words, Failure> {
        let words = self.words(row, report)?;
        let key = match words {
            Words::Gone => "flaw-words-gone",
            Words::Left => "flaw-words-left",
            Words::There | Words::Erased => return Ok(words),
        };
        report.find(place, Cause::sentence(key, [("attempt", row.id.as_str())]));
        Ok(words)
    }

    fn words(&self, row: &AttemptRow, report: &mut Report) -> Result<Words, Failure> {
        let events = report.sound(self.store.events(&row.id))?.unwrap_or_default();
        let missing = events.iter().any(|it| it.beside.is_none() && chain::words(&it.event).is_some());
        let there = events.iter().any(|it| it.beside.is_some());
        Ok(match (self.is_erased(&row.learner), missing, there) {
            (true, _, true) => Words::Left,
            (true, true, false) => Words::Erased,
            (false, true, false) if self.is_let_go(words_of(&row.subject), row.last) => Words::Erased,
            (false, true, _) => Words::Gone,
            (_, false, _) => Words::There,
        })
    }
}
