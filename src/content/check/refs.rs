//! References: what is named must be there, be in use, and be meant for it.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::finding::{Finding, Place};
use crate::content::codes;
use crate::content::doc::{Body, Doc, Gathered};
use crate::content::raw::path::nearest_few;
use crate::content::raw::sheet::{At, Kind, Ref};
use crate::model::library::Use;
use crate::model::scenario::{Scenario, Way};

/// Comparisons of names that are made for advice in one run; then mistakes are told without.
const PATIENCE: usize = 2_000_000;

/// More names than these are not told.
const MOST_LISTED: usize = 30;

/// Everything that can be named: by kind, its name and the thing it is in.
type Names = BTreeMap<Kind, BTreeMap<String, usize>>;

/// Looks up every reference.
pub fn check(all: &Gathered<'_>, findings: &mut Vec<Finding>) {
    let names = names(&all.docs);
    let mut pass = Pass { all, names: &names, findings, patience: PATIENCE };
    for doc in &all.docs {
        match &doc.body {
            Body::Scenario(scenario) => pass.turns(doc, scenario),
            Body::Walks(walks) => pass.walks(doc, &walks.names),
            _ => {}
        }
        for name in doc.refs.iter().filter(|r| r.kind != Kind::Turn) {
            pass.reference(doc, name);
        }
    }
}

fn names(docs: &[Doc<'_>]) -> Names {
    let mut names = Names::new();
    let mut add = |kind: Kind, id: &str, n: usize| {
        names.entry(kind).or_default().entry(id.to_owned()).or_insert(n);
    };
    for (n, doc) in docs.iter().enumerate() {
        match &doc.body {
            Body::Library(library) => {
                library.skills.iter().for_each(|(id, _)| add(Kind::Skill, id.as_str(), n));
                library.roles.iter().for_each(|(id, _)| add(Kind::Role, id.as_str(), n));
                library.agreements.iter().for_each(|(id, _)| add(Kind::Agreement, id.as_str(), n));
            }
            Body::Syllabus(syllabus) => syllabus.objectives.iter().for_each(|o| add(Kind::Objective, o.id.as_str(), n)),
            Body::Bank(bank) => bank.questions.iter().for_each(|q| add(Kind::Question, q.id.as_str(), n)),
            Body::Wording(of) => of.rules.iter().for_each(|rule| add(Kind::Rule, &format!("{}/{}", of.id, rule.id), n)),
            _ => {}
        }
        if doc.kind != Kind::Walks {
            add(doc.kind, &doc.head.id, n);
        }
    }
    names
}

struct Pass<'p, 'a> {
    all: &'p Gathered<'a>,
    names: &'p Names,
    findings: &'p mut Vec<Finding>,
    patience: usize,
}

impl Pass<'_, '_> {
    fn reference(&mut self, doc: &Doc<'_>, name: &Ref) {
        let known = self.names.get(&name.kind);
        if let Some(found) = known.and_then(|names| names.get(&name.id)) {
            return self.fitness(doc, name, &self.all.docs[*found]);
        }
        let form = match name.kind {
            Kind::Objective => "SYLLABUS/OBJECTIVE",
            Kind::Question => "BANK/QUESTION",
            Kind::Rule => "WORDING/RULE",
            _ => "",
        };
        let place = doc.parsed.place(name.span.clone());
        if !form.is_empty() && name.id.split('/').filter(|part| !part.is_empty()).count() != 2 {
            let best = self.best(&name.id, known.into_iter().flat_map(BTreeMap::keys));
            let args = [("id", name.id.as_str()), ("form", form), ("best", &best)];
            return self.findings.push(codes::BAD_REFERENCE.at(place, &args));
        }
        if self.excused(name) {
            return;
        }
        let best = self.best(&name.id, known.into_iter().flat_map(BTreeMap::keys));
        // What has no file and no list of its own is told of here.
        let listed = matches!(name.kind, Kind::Role | Kind::Skill | Kind::Agreement);
        let all: Vec<&str> = known.into_iter().flat_map(BTreeMap::keys).map(String::as_str).filter(|_| listed).collect();
        let known = if all.is_empty() || all.len() > MOST_LISTED { "none".to_owned() } else { all.join(" · ") };
        self.no_such(place, (name.kind, &name.id), &best, &known);
    }

    /// Whether nobody can know that it is not there, or it was taken away on purpose.
    fn excused(&self, name: &Ref) -> bool {
        let container = match name.kind {
            Kind::Skill | Kind::Role | Kind::Agreement => {
                let libraries = self.all.docs.iter().filter(|d| d.kind == Kind::Library);
                return self.all.all_blind
                    || libraries.clone().count() == 0
                    || libraries.into_iter().any(|d| !d.parsed.broken.is_empty());
            }
            Kind::Objective => format!("syllabus:{}", name.id.split('/').next().unwrap_or("")),
            Kind::Question => format!("bank:{}", name.id.split('/').next().unwrap_or("")),
            Kind::Rule => format!("wording:{}", name.id.split('/').next().unwrap_or("")),
            kind => format!("{kind}:{}", name.id),
        };
        self.all.all_blind || self.all.blind.contains(&container) || self.all.hidden.contains(&container)
    }

    /// Whether what is named may be named here.
    fn fitness(&mut self, doc: &Doc<'_>, name: &Ref, found: &Doc<'_>) {
        let place = || doc.parsed.place(name.span.clone());
        if doc.kind == Kind::Walks || !doc.is_live() {
            return;
        }
        let thing = matches!(
            name.kind,
            Kind::Question | Kind::Scenario | Kind::Course | Kind::Bank | Kind::Station | Kind::Wording | Kind::Rule
        );
        if thing && !found.is_live() {
            let args = [("kind", name.kind.word()), ("id", name.id.as_str()), ("status", found.head.status.word())];
            let mut finding = codes::SHELVED.at(place(), &args);
            finding.also = Some(found.parsed.place(found.head.span.clone()));
            return self.findings.push(finding);
        }
        let use_ = match &found.body {
            Body::Bank(bank) => bank.use_,
            Body::Scenario(scenario) => scenario.use_,
            Body::Station(station) => station.use_,
            _ => return,
        };
        let code = match (doc.kind, use_) {
            (Kind::Course, Use::Exam) => &codes::EXAM_ITEM,
            (Kind::Licence, Use::Practice) => &codes::PRACTICE_ITEM,
            (Kind::Licence, Use::Both) => &codes::SHARED_ITEM,
            _ => return,
        };
        self.findings.push(code.at(place(), &[("kind", name.kind.word()), ("id", name.id.as_str())]));
    }

    /// `start`, `to`, `goto`: turns of the same scenario.
    fn turns(&mut self, doc: &Doc<'_>, scenario: &Scenario) {
        if !doc.parsed.broken.is_empty() {
            return;
        }
        let turns: BTreeSet<&str> = scenario.turns.iter().map(|t| t.id.as_str()).collect();
        for name in doc.refs.iter().filter(|r| r.kind == Kind::Turn && !turns.contains(r.id.as_str())) {
            let best = self.best(&name.id, turns.iter().copied());
            self.no_such(doc.parsed.place(name.span.clone()), (Kind::Turn, &name.id), &best, "none");
        }
    }

    /// A walk's replies and endings.
    fn walks(&mut self, doc: &Doc<'_>, steps: &[(Kind, At<String>)]) {
        let id = doc.head.id.as_str();
        let scenarios = self.all.docs.iter().filter_map(|d| match &d.body {
            Body::Scenario(scenario) if d.head.id == id && d.parsed.broken.is_empty() => Some(scenario),
            _ => None,
        });
        let Some(scenario) = scenarios.into_iter().next() else { return };
        let mut known: BTreeMap<Kind, BTreeSet<String>> = BTreeMap::new();
        for turn in &scenario.turns {
            // Somebody may say nothing there.
            if turn.timeout.is_some() {
                known.entry(Kind::Turn).or_default().insert(turn.id.to_string());
            }
            match &turn.way {
                Way::Replies(replies) => {
                    let names = replies.iter().map(|r| format!("{}/{}", turn.id, r.id));
                    known.entry(Kind::Reply).or_default().extend(names);
                }
                Way::Write(_) => {
                    known.entry(Kind::Turn).or_default().insert(turn.id.to_string());
                }
                Way::Ending(_) => {
                    known.entry(Kind::Ending).or_default().insert(turn.id.to_string());
                }
                _ => {}
            }
        }
        for (kind, name) in steps {
            let names = known.get(kind);
            if names.is_some_and(|names| names.contains(&name.it)) {
                continue;
            }
            let best = self.best(&name.it, names.into_iter().flatten());
            self.no_such(doc.parsed.place(name.span.clone()), (*kind, &name.it), &best, "none");
        }
    }

    /// `known`: all that there are, where that helps.
    fn no_such(&mut self, place: Place, (kind, id): (Kind, &str), best: &str, known: &str) {
        self.findings.push(codes::NO_SUCH.at(place, &[("kind", kind.word()), ("id", id), ("best", best), ("known", known)]));
    }

    /// The names that were probably meant, or `none`.
    fn best<S: AsRef<str>>(&mut self, wrong: &str, names: impl Iterator<Item = S> + Clone) -> String {
        let count = names.clone().count();
        if count > self.patience {
            return "none".to_owned();
        }
        self.patience -= count;
        let names: Vec<S> = names.collect();
        let near = nearest_few(wrong, names.iter().map(AsRef::as_ref));
        if near.is_empty() { "none".to_owned() } else { near.join("` · `") }
    }
}
