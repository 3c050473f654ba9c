//! Licences as a list: for a person, and for a program.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::state::State;
use super::unproven_licences;
use crate::attempt::act::{Deed, Issued};
use crate::base::id::{LearnerId, StaffId};
use crate::base::moment::Moment;
use crate::cli::Outcome;
use crate::cli::failure::{Exit, Failure};
use crate::cli::lifecycle::told;
use crate::cli::registry::Registry;
use crate::cli::room::{Call, lang};
use crate::model::library::Library;
use crate::store::{Learner, Store};

/// A licence with how it stands.
pub struct Row {
    /// Since when it is issued, or waits.
    pub at: Moment,
    /// Who issued it.
    pub by: StaffId,
    /// The licence.
    pub issued: Issued,
    /// How it stands.
    pub state: State,
}

/// Licences, the newest first.
pub struct List {
    /// They.
    pub rows: Vec<Row>,
    /// As of when they stand so.
    pub at: Moment,
    /// What is said where there are none, and what besides.
    pub none: &'static str,
    /// What is to be known of the list.
    pub note: Option<&'static str>,
}

impl List {
    /// All that were issued or wait, as they stand at a moment.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn of(store: &dyn Store, registry: &Registry, now: Moment) -> Result<Self, Failure> {
        let learners: BTreeSet<LearnerId> = store.learners()?.into_iter().map(|it| it.id).collect();
        let mut rows = Vec::new();
        for (at, by, issued) in &registry.register.issued {
            let known = learners.contains(&issued.learner);
            let state = State::of(store, registry, issued, known, now)?;
            rows.push(Row { at: *at, by: by.clone(), issued: issued.clone(), state });
        }
        for waiting in &registry.register.waiting {
            if let Deed::Issued(issued) = &waiting.deed {
                let (at, by) = (waiting.at, waiting.by.clone());
                rows.push(Row { at, by, issued: (**issued).clone(), state: State::Waiting });
            }
        }
        rows.reverse();
        Ok(Self { rows, at: now, none: "note-no-licences", note: None })
    }

    /// Those of which it is so.
    #[must_use]
    pub fn only(mut self, is: impl Fn(&Row) -> bool) -> Self {
        let before = self.rows.len();
        self.rows.retain(is);
        if self.rows.len() < before {
            self.none = "note-none-chosen";
        }
        self
    }

    /// Prints it; what is not proven is named, whatever else was asked for.
    ///
    /// # Errors
    /// `Failure` where something is not proven.
    pub fn print(&self, call: &mut Call<'_>, registry: &Registry, (library, learners): (&Library, &[Learner])) -> Outcome {
        let unproven: Vec<_> = self.rows.iter().filter(|it| it.state == State::Unproven).map(|it| &it.issued.number).collect();
        let end = if unproven.is_empty() { Ok(Exit::Done) } else { Err(unproven_licences(&unproven, &call.words)) };
        let by_id: BTreeMap<&LearnerId, &Learner> = learners.iter().map(|it| (&it.id, it)).collect();
        let name = |id: &LearnerId| by_id.get(id).map_or_else(|| "–".to_owned(), |l| l.name.clone());
        let zone = &library.time_zone;
        if call.json() {
            let all = self.rows.iter().map(|row| self.json(row, registry, &name(&row.issued.learner), zone));
            call.print_json(&all.collect())?;
            return end;
        }
        if self.rows.is_empty() {
            call.tell(self.none, &[]);
            return Ok(Exit::Done);
        }
        let head = ["head-number", "head-name", "head-licence", "head-until", "head-state"].map(|key| call.words.get(key));
        let mut rows = vec![head.to_vec()];
        let lang = lang(library, &call.words);
        for Row { issued, state, .. } in &self.rows {
            let title = library.licences.get(&issued.licence);
            let title = title.map_or_else(|| issued.licence.to_string(), |s| s.title.get(&lang).to_owned());
            let until = issued.until.local(zone).chars().take(10).collect();
            let said = match state {
                // Whoever was handed the licence still has it.
                State::Erased => {
                    let number = State::of_number(registry, issued, self.at).said(&call.words, zone);
                    call.words.with("licence-erased-number", &[("state", number.into())])
                }
                state => state.said(&call.words, zone),
            };
            rows.push(vec![issued.number.to_string(), name(&issued.learner), title, until, said]);
        }
        call.print_rows(&rows)?;
        self.note.iter().for_each(|note| call.tell(note, &[]));
        end
    }

    fn json(&self, row: &Row, registry: &Registry, name: &str, zone: &str) -> Value {
        let issued = &row.issued;
        let mut out = json!({
            "number": issued.number, "licence": issued.licence, "learner": issued.learner, "name": name, "from": issued.from,
            "until": issued.until, "state": row.state.name(), "issued": row.at, "by": registry.name(&row.by),
            "attempt": issued.attempt,
        });
        if row.state == State::Erased {
            out["number_state"] = json!(State::of_number(registry, issued, self.at).name());
        }
        if let Some(before) = &issued.terms.follows {
            out["follows"] = json!(before);
        }
        if let State::Superseded(next) = &row.state {
            out["superseded_by"] = json!(next);
        }
        if let Some(taken) = told::taken(registry, issued, (self.at, zone)) {
            out["taken"] = json!(taken);
        }
        out
    }
}
