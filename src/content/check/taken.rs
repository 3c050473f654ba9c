//! Lists and rules of a register that a library above hides or replaces: what lies below still names them. Nobody can mend that there,
//! so it is told once, where the library above says it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::finding::{Finding, Place};
use crate::content::assemble::part_at;
use crate::content::codes;
use crate::content::doc::{Doc, Gathered, Taken};

/// More names than these are not told.
const MOST_NAMES: usize = 5;

/// Puts one finding in the place of all that miss the same register, and gives the places of these.
pub fn tell(all: &Gathered<'_>, findings: &mut Vec<Finding>) -> Vec<Place> {
    let mut lost = Vec::new();
    if all.taken.is_empty() {
        return lost;
    }
    let docs: BTreeMap<&Arc<str>, &Doc<'_>> = all.docs.iter().map(|doc| (&doc.parsed.source.name, doc)).collect();
    let mut missed: BTreeMap<usize, (BTreeSet<String>, BTreeMap<String, usize>)> = BTreeMap::new();
    findings.retain(|finding| {
        let Some(doc) = docs.get(&finding.at.file) else { return true };
        let Some((n, name)) = all.taken.iter().enumerate().find_map(|(n, taken)| Some((n, missing(taken, doc, finding)?))) else {
            return true;
        };
        let (parts, names) = missed.entry(n).or_default();
        parts.insert(part_at(doc, &finding.at));
        *names.entry(name.to_owned()).or_default() += 1;
        lost.push(finding.at.clone());
        false
    });
    for (n, (parts, names)) in missed {
        let taken = &all.taken[n];
        let mut names: Vec<(&String, usize)> = names.iter().map(|(name, count)| (name, *count)).collect();
        names.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let most = names.iter().take(MOST_NAMES).map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" · ");
        let more = names.len().saturating_sub(MOST_NAMES).to_string();
        let count = parts.len().to_string();
        let how = if taken.is_hidden { "hidden" } else { "replaced" };
        let args = [("how", how), ("id", taken.register.id.as_str()), ("count", &*count), ("names", &most), ("more", &more)];
        findings.push(codes::STILL_NEEDED.at(taken.place.clone(), &args));
    }
    lost
}

/// The list or rule that a finding misses because of what was taken.
fn missing<'f>(taken: &Taken, doc: &Doc<'_>, finding: &'f Finding) -> Option<&'f str> {
    if finding.code != codes::NO_SUCH.code || doc.layer >= taken.layer {
        return None;
    }
    let arg = |name: &str| finding.args.iter().find(|(arg, _)| *arg == name).map(|(_, value)| value.as_str());
    let id = arg("id")?;
    let is_gone = match arg("kind")? {
        "list" => taken.register.lists.iter().any(|list| list.id.as_str() == id),
        "rule" => id.split_once('/').is_some_and(|(register, _)| register == taken.register.id.as_str()),
        _ => false,
    };
    is_gone.then_some(id)
}
