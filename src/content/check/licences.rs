//! What licences ask of the rest of the library: courses for their roles, draws that can be met, and whether anything for exams is in no
//! exam.

use std::collections::BTreeSet;

use super::draws::{self, Doubtful};
use super::{named, place_of};
use crate::base::finding::{Finding, Severity};
use crate::base::id::RoleId;
use crate::content::codes;
use crate::content::doc::{Body, Doc, Gathered};
use crate::content::raw::licence::Draft;
use crate::content::raw::sheet::Kind;
use crate::model::library::{Bank, Status, Use};
use crate::model::licence::PracticeDraw;
use crate::model::span::Span;

/// Checks every licence, then what none of them draws.
pub fn check(all: &Gathered<'_>, findings: &mut Vec<Finding>) {
    let doubt = draws::doubtful(all.findings.iter().chain(findings.iter()));
    let licences = || all.docs.iter().filter_map(|doc| Some((doc, draft(doc)?)));
    for (doc, draft) in licences().filter(|(doc, _)| doc.is_live() && !is_misread(all, doc)) {
        roles(all, doc, draft, findings);
        draws::check(all, doc, draft, &doubt, findings);
        time(all, doc, draft, findings);
    }
    // What a licence in the making draws is not unused.
    let kept: Vec<&Draft> = licences().filter(|(doc, _)| doc.head.status != Status::Retired).map(|(_, draft)| draft).collect();
    let misread = all.all_blind || !all.blind.is_empty() || licences().any(|(doc, _)| is_misread(all, doc));
    if !kept.is_empty() && !misread {
        idle(all, &kept, &doubt, findings);
    }
}

fn draft<'d>(doc: &'d Doc<'_>) -> Option<&'d Draft> {
    match &doc.body {
        Body::Licence(draft) => Some(draft),
        _ => None,
    }
}

/// Whether a licence's own shapes are wrong: what it draws is then not what was meant.
fn is_misread(all: &Gathered<'_>, doc: &Doc<'_>) -> bool {
    let shape = |f: &&Finding| f.severity == Severity::Error && (f.code.starts_with("E0") || f.code.starts_with("E1"));
    !doc.parsed.broken.is_empty() || all.findings.iter().filter(shape).any(|f| f.at.file == doc.parsed.source.name)
}

/// Courses serve all of a licence's roles; banks and stations one at least.
fn roles(all: &Gathered<'_>, doc: &Doc<'_>, draft: &Draft, findings: &mut Vec<Finding>) {
    for name in &doc.refs {
        let found = all.docs.iter().find(|d| d.kind == name.kind && d.head.id == name.id && d.is_live());
        let Some(found) = found else { continue };
        let scheme = &draft.scheme;
        let mut missing: Vec<&RoleId> = scheme.roles.iter().collect();
        match &found.body {
            Body::Course(course) if !course.roles.is_empty() => missing.retain(|role| !course.roles.contains(role)),
            Body::Bank(bank) if !scheme.serves(&bank.roles) && bank.questions.iter().all(|q| q.roles.is_empty()) => {}
            Body::Station(station) if !scheme.serves(&station.roles) => {}
            _ => continue,
        }
        if missing.is_empty() {
            continue;
        }
        let roles = missing.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(" · ");
        let args = [("kind", name.kind.word()), ("id", name.id.as_str()), ("roles", &*roles)];
        findings.push(codes::NOT_FOR_ROLE.at(doc.parsed.place(name.span.clone()), &args));
    }
}

/// Stations have no limit, but minutes they are planned for: with the parts' limits these should fit into the whole, whichever are drawn.
fn time(all: &Gathered<'_>, doc: &Doc<'_>, draft: &Draft, findings: &mut Vec<Finding>) {
    let scheme = &draft.scheme;
    let mut stations = 0;
    for draw in scheme.practice.iter().flat_map(|p| &p.draw) {
        let mut minutes: Vec<u32> = all
            .docs
            .iter()
            .filter_map(|d| match &d.body {
                Body::Station(station) if d.is_live() && scheme.may_watch(draw, station) => station.minutes,
                _ => None,
            })
            .collect();
        minutes.sort_unstable_by(|a, b| b.cmp(a));
        stations += minutes.iter().zip(0..draw.count()).map(|(m, _)| i64::from(*m)).sum::<i64>();
    }
    let talks = scheme.practice.iter().filter(|p| p.draw.iter().any(|d| matches!(d, PracticeDraw::Talk { .. })));
    let limits: i64 = scheme.theory.iter().map(|t| t.limit.0).chain(talks.map(|p| p.limit.0)).sum();
    let within = scheme.result.within;
    let need = Span(limits + Span::minutes(stations).0);
    // Limits that are too long by themselves are told of already.
    if stations > 0 && limits <= within.0 && need > within {
        let args = [("stations", &*stations.to_string()), ("need", &*need.to_string()), ("within", &*within.to_string())];
        findings.push(codes::NO_TIME.at(place_of(doc, "result.within"), &args));
    }
}

/// Exam banks, questions, role-plays and stations that no licence draws.
fn idle(all: &Gathered<'_>, licences: &[&Draft], doubt: &Doubtful, findings: &mut Vec<Finding>) {
    let named_by = |kind: Kind| -> BTreeSet<&str> {
        let docs = all.docs.iter().filter(|d| d.kind == Kind::Licence && d.head.status != Status::Retired);
        docs.flat_map(|d| &d.refs).filter(|r| r.kind == kind).map(|r| r.id.as_str()).collect()
    };
    let (banks, stations) = (named_by(Kind::Bank), named_by(Kind::Station));
    for doc in all.docs.iter().filter(|d| d.is_live() && !doubt.contains(&d.parsed.source.name)) {
        let is_idle = match &doc.body {
            Body::Bank(bank) if bank.use_ == Use::Exam => {
                if banks.contains(bank.id.as_str()) {
                    never_asked(doc, bank, licences, findings);
                    continue;
                }
                true
            }
            Body::Scenario(talk) if talk.use_ == Use::Exam => {
                let plays = |draft: &&Draft| {
                    draft.scheme.practice.iter().flat_map(|p| &p.draw).any(|draw| draft.scheme.may_play(draw, talk))
                };
                !licences.iter().any(plays)
            }
            Body::Station(station) if station.use_ == Use::Exam => !stations.contains(station.id.as_str()),
            _ => false,
        };
        if is_idle {
            let args = [("kind", doc.kind.word()), ("id", doc.head.id.as_str())];
            findings.push(codes::UNUSED.at(place_of(doc, "use"), &args));
        }
    }
}

/// Questions of an exam's bank that no line of its draws takes, told together at the first.
fn never_asked(doc: &Doc<'_>, bank: &Bank, licences: &[&Draft], findings: &mut Vec<Finding>) {
    let asks = |draft: &&Draft, question| {
        draft.scheme.theory.iter().flat_map(|t| &t.draw).any(|draw| draft.scheme.may_ask(draw, bank, question))
    };
    let never: Vec<_> = bank.questions.iter().filter(|q| !licences.iter().any(|draft| asks(draft, q))).collect();
    let Some(first) = never.first() else { return };
    if never.len() == bank.questions.len() {
        return; // told at the line that draws from it
    }
    let (count, of) = (never.len().to_string(), bank.questions.len().to_string());
    let args = [("id", bank.id.as_str()), ("count", &*count), ("of", &*of), ("first", first.id.as_str())];
    findings.push(codes::NEVER_DRAWN.at(named(doc, &format!("question:{}", first.id)), &args));
}
