//! Wording registers beside what is judged by them: replies that break a red-line rule and fail nobody, lists that nothing names.

use std::collections::{BTreeMap, BTreeSet};

use super::{is_whole, named};
use crate::base::finding::Finding;
use crate::content::codes;
use crate::content::doc::{Body, Doc, Gathered};
use crate::content::raw::wording::lists_of;
use crate::model::scenario::{Reply, Scenario, Way};
use crate::model::text::Matching;
use crate::model::wording::{Detect, Register, Rule, Severity};

/// Says of each register and of each reply what is missing.
pub fn check(all: &Gathered<'_>, findings: &mut Vec<Finding>) {
    let registers: Vec<&Register> = all.docs.iter().filter_map(register).collect();
    let rules: BTreeMap<String, &Rule> =
        registers.iter().flat_map(|of| of.rules.iter().map(|rule| (format!("{}/{}", of.id, rule.id), rule))).collect();
    for doc in &all.docs {
        if let Body::Scenario(scenario) = &doc.body {
            red_lines(doc, scenario, &rules, findings);
        }
    }
    if all.all_blind || !all.blind.is_empty() {
        return;
    }
    let wanted: BTreeSet<&str> = all.docs.iter().flat_map(wants).collect();
    for doc in all.docs.iter().filter(|doc| is_whole(doc)) {
        if let Some(register) = register(doc) {
            lists(doc, register, &wanted, findings);
        }
    }
}

fn register<'d>(doc: &'d Doc<'_>) -> Option<&'d Register> {
    match &doc.body {
        Body::Wording(register) => Some(register),
        _ => None,
    }
}

fn replies(scenario: &Scenario) -> impl Iterator<Item = (String, &Reply)> {
    scenario.turns.iter().flat_map(|turn| {
        let replies = if let Way::Replies(replies) = &turn.way { replies.as_slice() } else { &[] };
        replies.iter().map(|reply| (format!("{}/{}", turn.id, reply.id), reply))
    })
}

/// What a red-line rule forbids fails the talk.
fn red_lines(doc: &Doc<'_>, scenario: &Scenario, rules: &BTreeMap<String, &Rule>, findings: &mut Vec<Finding>) {
    for (name, reply) in replies(scenario).filter(|(_, reply)| reply.red_line.is_none()) {
        let broken = reply
            .breaks
            .iter()
            .find(|broken| rules.get(broken.rule.as_str()).is_some_and(|rule| rule.severity == Severity::RedLine));
        if let Some(broken) = broken {
            let place = named(doc, &format!("scenario:{}/{name}", scenario.id));
            findings.push(codes::NO_RED_LINE.at(place, &[("reply", reply.id.as_str()), ("rule", broken.rule.as_str())]));
        }
    }
}

/// Lists that tasks of written replies ask for.
fn wants<'d>(doc: &'d Doc<'_>) -> BTreeSet<&'d str> {
    let Body::Scenario(scenario) = &doc.body else { return BTreeSet::new() };
    let writings = scenario.turns.iter().filter_map(|turn| if let Way::Write(it) = &turn.way { Some(&it.writing) } else { None });
    lists_of(writings.flat_map(|it| &it.wants).flat_map(|want| [&want.any, &want.all, &want.none]))
}

fn lists(doc: &Doc<'_>, register: &Register, wanted: &BTreeSet<&str>, findings: &mut Vec<Finding>) {
    let named_by = |rule: &Rule| -> Vec<Matching> {
        match &rule.detect {
            Detect::Phrases(of) => {
                [&of.phrases, &of.except, &of.not_after, &of.not_before, &of.unless].map(Clone::clone).to_vec()
            }
            Detect::Again(courtesies) => vec![courtesies.clone()],
            _ => Vec::new(),
        }
    };
    let all: Vec<Matching> = register.rules.iter().flat_map(named_by).collect();
    let used = lists_of(&all);
    for list in register.lists.iter().filter(|list| !used.contains(list.id.as_str()) && !wanted.contains(list.id.as_str())) {
        let place = named(doc, &format!("list:{}/{}", register.id, list.id));
        findings.push(codes::UNUSED.at(place, &[("kind", "list"), ("id", list.id.as_str())]));
    }
}
