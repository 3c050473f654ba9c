//! What nothing uses: variables that no condition reads, skills that nothing scores or names.

use std::collections::BTreeSet;

use super::{is_whole, named};
use crate::base::finding::Finding;
use crate::content::codes;
use crate::content::doc::{Body, Doc, Gathered};
use crate::content::raw::sheet::Kind;
use crate::model::scenario::Way;

/// Variables of a scenario that are never read.
pub fn variables(doc: &Doc<'_>, findings: &mut Vec<Finding>) {
    let Body::Scenario(scenario) = &doc.body else { return };
    if !is_whole(doc) {
        return;
    }
    let mut read = BTreeSet::new();
    for turn in &scenario.turns {
        match &turn.way {
            Way::Replies(replies) => read.extend(replies.iter().flat_map(|r| &r.when).map(|c| c.name.as_str())),
            Way::Branch(arms) => read.extend(arms.iter().flat_map(|a| &a.when).map(|c| c.name.as_str())),
            _ => {}
        }
    }
    for var in scenario.vars.iter().filter(|v| !read.contains(v.name.as_str())) {
        let place = named(doc, &format!("variable:{}/{}", scenario.id, var.name));
        findings.push(codes::UNUSED.at(place, &[("kind", "variable"), ("id", var.name.as_str())]));
    }
}

/// Skills that nothing scores and no question names; not said of a library that has no content yet.
pub fn skills(all: &Gathered<'_>, findings: &mut Vec<Finding>) {
    let used: BTreeSet<&str> =
        all.docs.iter().flat_map(|d| &d.refs).filter(|r| r.kind == Kind::Skill).map(|r| r.id.as_str()).collect();
    if used.is_empty() || all.all_blind || !all.blind.is_empty() {
        return;
    }
    for doc in &all.docs {
        let Body::Library(library) = &doc.body else { continue };
        for (id, _) in library.skills.iter().filter(|(id, _)| !used.contains(id.as_str())) {
            let place = named(doc, &format!("skill:{id}"));
            findings.push(codes::UNUSED.at(place, &[("kind", "skill"), ("id", id.as_str())]));
        }
    }
}
