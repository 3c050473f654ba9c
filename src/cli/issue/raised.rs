//! Whose exam was marked again since it was sat: whoever issues on it is told by whom, and how its total moved.

use super::Ground;
use crate::base::points::Exact;
use crate::cli::failure::Failure;
use crate::cli::recall::short;
use crate::cli::room::Call;
use crate::store::Store;

/// An exam that does not stand as it was handed in.
pub struct Raised {
    exam: String,
    name: String,
    by: String,
    was: String,
    now: String,
}

impl Raised {
    /// What is to be told of an exam, where anything is.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn of(store: &dyn Store, ground: &Ground<'_>) -> Result<Option<Self>, Failure> {
        let attempt = &ground.case.kept.activity.plan.attempt;
        let Some(regrading) = ground.registry.register.regraded.get(attempt) else { return Ok(None) };
        let sat = ground.registry.as_sat(store, attempt)?;
        let told = |total: Option<Exact>| total.map_or_else(|| "–".to_owned(), Exact::percent);
        Ok(Some(Self {
            exam: short(attempt),
            name: ground.learner.called(),
            by: ground.registry.name(&regrading.by),
            was: told(sat.outcome.and_then(|it| it.verdict.total)),
            now: told(ground.outcome.verdict.total),
        }))
    }

    /// Tells it.
    pub fn tell(&self, call: &Call<'_>) {
        let Self { exam, name, by, was, now } = self;
        let gaps =
            [("id", exam), ("name", name), ("by", by), ("was", was), ("now", now)].map(|(key, it)| (key, it.as_str().into()));
        call.tell("note-issue-raised", &gaps);
    }
}
