//! Wording registers beside what is judged by them: replies that break a red-line rule and fail nobody, tasks that do not say which
//! register, lists that are not there. A list that nothing
//! names yet is no mistake: registers are vocabularies, also for libraries that lie over them.

use std::collections::BTreeMap;

use super::{is_whole, named, place_of};
use crate::base::finding::Finding;
use crate::base::id::WordingId;
use crate::content::codes;
use crate::content::doc::{Body, Doc, Gathered};
use crate::content::nearest::{Choices, Found, Seat};
use crate::content::raw::path::nearest;
use crate::content::raw::wording::lists_of;
use crate::model::question::{Kind, Question};
use crate::model::scenario::{Reply, Scenario, Turn, Way};
use crate::model::wording::{Register, Rule, Severity};
use crate::model::writing::Writing;

/// Says of each register and of each reply what is missing.
pub fn check(all: &Gathered<'_>, findings: &mut Vec<Finding>) {
    let registers: Vec<&Register> = all.docs.iter().filter_map(|doc| of_wording(&doc.body)).collect();
    let rules: BTreeMap<String, &Rule> =
        registers.iter().flat_map(|of| of.rules.iter().map(|rule| (format!("{}/{}", of.id, rule.id), rule))).collect();
    let known = Choices::among(all.docs.iter().filter(|doc| is_whole(doc)), of_wording);
    for doc in &all.docs {
        if let Body::Scenario(scenario) = &doc.body {
            red_lines(doc, scenario, &rules, findings);
        }
        asked_of(doc, &known, all, findings);
    }
}

fn of_wording(body: &Body) -> Option<&Register> {
    if let Body::Wording(register) = body { Some(register) } else { None }
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

/// What is to be written in a file, each with its path there.
fn writings<'d>(doc: &'d Doc<'_>) -> Vec<(String, &'d Writing)> {
    match &doc.body {
        Body::Scenario(scenario) => {
            let name = |turn: &Turn| format!("turn.{}", turn.id);
            let turns = scenario.turns.iter();
            turns.filter_map(|turn| if let Way::Write(it) = &turn.way { Some((name(turn), &it.writing)) } else { None }).collect()
        }
        Body::Bank(bank) => {
            let name = |question: &Question| format!("question.{}", question.id.as_str().rsplit('/').next().unwrap_or_default());
            let all = bank.questions.iter();
            all.filter_map(|q| if let Kind::Write(it) = &q.kind { Some((name(q), &it.writing)) } else { None }).collect()
        }
        _ => Vec::new(),
    }
}

/// Which register a task is judged by, and whether that has the lists that the task asks for.
fn asked_of(doc: &Doc<'_>, registers: &Choices<&Register>, all: &Gathered<'_>, findings: &mut Vec<Finding>) {
    for (path, writing) in writings(doc) {
        let register = match registers.find(writing.wording.as_ref().map(WordingId::as_str), Seat::of(doc)) {
            Found::One(register) => Some(*register),
            Found::Several(ids) => {
                let names = ids.join(" · ");
                findings.push(codes::WHICH_REGISTER.at(place_of(doc, &path), &[("known", &names)]));
                continue;
            }
            // Told where it is named; or nobody can know.
            Found::Missing => continue,
            Found::None if all.all_blind || !all.blind.is_empty() => continue,
            Found::None => None,
        };
        for want in &writing.wants {
            let lists: Vec<&str> = register.iter().flat_map(|of| &of.lists).map(|list| list.id.as_str()).collect();
            let named = [("any", &want.any), ("all", &want.all), ("none", &want.none)];
            let named = named.iter().flat_map(|(key, of)| lists_of([*of]).into_iter().map(move |list| (*key, list)));
            for (key, list) in named.filter(|(_, list)| !lists.contains(list)) {
                let best = nearest(list, lists.iter().copied()).unwrap_or("none");
                let args = [("kind", "list"), ("id", list), ("best", best), ("known", "none")];
                findings.push(codes::NO_SUCH.at(place_of(doc, &format!("{path}.write.wants.{}.{key}", want.id)), &args));
            }
        }
    }
}
