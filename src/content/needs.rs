//! What an exam for a licence may need, by name: so that it is refused while any of it is broken.
//!
//! It is worked out from the files as they are written, before anything broken is left out: what is left out of a library cannot be
//! found in it. What is broken counts as needed as soon as it may be; a broken level or category says nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::Loaded;
use super::check::draws::is_perhaps_drawn;
use super::doc::{Body, Gathered};
use super::raw::licence::Draft;
use crate::base::id::LicenceId;
use crate::model::library::Library;
use crate::model::licence::PracticeDraw;

/// What each licence in use needs: `course:x`, `agreement:x`, `bank:x`, `question:x/y`, `scenario:x`, `station:x`.
pub fn needs(all: &Gathered<'_>, touched: &BTreeSet<String>) -> BTreeMap<LicenceId, BTreeSet<String>> {
    let mut out = BTreeMap::new();
    for doc in all.docs.iter().filter(|d| d.is_live()) {
        if let Body::Licence(draft) = &doc.body {
            let mut needs = named(all, draft);
            drawn(all, draft, touched, &mut needs);
            out.insert(draft.scheme.id.clone(), needs);
        }
    }
    out
}

/// What the scheme names, but for what a library above hides. Refreshers are for renewing, not for the exam.
fn named(all: &Gathered<'_>, draft: &Draft) -> BTreeSet<String> {
    let scheme = &draft.scheme;
    let mut out: BTreeSet<String> = scheme.requires.courses.iter().map(|id| format!("course:{id}")).collect();
    out.extend(scheme.requires.agreement.iter().map(|id| format!("agreement:{id}")));
    out.extend(scheme.theory.iter().flat_map(|t| &t.draw).map(|draw| format!("bank:{}", draw.bank)));
    for draw in scheme.practice.iter().flat_map(|p| &p.draw) {
        if let PracticeDraw::Station { stations, .. } = draw {
            out.extend(stations.iter().map(|id| format!("station:{id}")));
        }
    }
    out.retain(|name| !all.hidden.contains(name));
    out
}

/// The questions and role-plays that may be drawn, and what is broken and might be one of them.
fn drawn(all: &Gathered<'_>, draft: &Draft, touched: &BTreeSet<String>, needs: &mut BTreeSet<String>) {
    let scheme = &draft.scheme;
    let talks: Vec<&PracticeDraw> =
        scheme.practice.iter().flat_map(|p| &p.draw).filter(|d| matches!(d, PracticeDraw::Talk { .. })).collect();
    for doc in all.docs.iter().filter(|d| d.is_live()) {
        match &doc.body {
            Body::Bank(bank) => {
                let draws: Vec<_> = scheme.theory.iter().flat_map(|t| &t.draw).filter(|draw| draw.bank == bank.id).collect();
                for question in bank.questions.iter().filter(|_| !draws.is_empty()) {
                    let name = format!("question:{}", question.id);
                    if touched.contains(&name) || draws.iter().any(|draw| scheme.may_ask(draw, bank, question)) {
                        needs.insert(name);
                    }
                }
            }
            Body::Scenario(talk) if !talks.is_empty() => {
                let perhaps = touched.contains(&doc.name()) && is_perhaps_drawn(doc);
                if perhaps || talks.iter().any(|draw| scheme.may_play(draw, talk)) {
                    needs.insert(doc.name());
                }
            }
            _ => {}
        }
    }
}

impl Loaded {
    /// What an exam for a licence needs and cannot have, because it is broken or was never read: `question:x/y`, `scenario:x`, ….
    /// Empty: nothing stands in its way. A licence that is itself broken is not in the library.
    pub fn broken_for(&self, licence: &LicenceId) -> Vec<&str> {
        let needs = self.needs.get(licence).into_iter().flatten().map(String::as_str);
        needs.filter(|name| self.touched.contains(*name) || !is_there(&self.library, name)).collect()
    }
}

/// Whether a library has it; what is inside of something is spoken of by `touched`.
fn is_there(library: &Library, name: &str) -> bool {
    match name.split_once(':') {
        Some(("course", id)) => library.courses.contains_key(&id.into()),
        Some(("agreement", id)) => library.agreements.contains_key(&id.into()),
        Some(("bank", id)) => library.banks.contains_key(&id.into()),
        Some(("scenario", id)) => library.scenarios.contains_key(&id.into()),
        Some(("station", id)) => library.stations.contains_key(&id.into()),
        _ => true,
    }
}
