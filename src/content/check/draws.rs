//! Whether what a licence draws can be met: in the order written, whatever was taken before, and so often that no exam has to repeat
//! an item. The counting is in `supply`.
//!
//! Items are taken as their files say them, broken ones too: a broken item is told of by itself, and an exam that may need it is
//! refused (`Loaded::broken_for`). Where an item's own file is in doubt, a shortage is not spoken of. Stations may repeat: they are no secret.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::supply::Shelf;
use crate::base::finding::{Finding, Severity};
use crate::content::codes;
use crate::content::doc::{Body, Doc, Gathered};
use crate::content::raw::licence::Draft;
use crate::content::raw::sheet::Kind;
use crate::model::library::Use;
use crate::model::licence::{PracticeDraw, Scheme};

/// Files with errors in them.
pub type Doubtful = BTreeSet<Arc<str>>;

/// One line of `draw`.
struct Line<'d> {
    count: usize,
    place: &'d Range<usize>,
    /// Whether it is not clear what it may take.
    doubtful: bool,
    /// Whether what it takes should be new in each exam.
    secret: bool,
}

/// Files in which something is wrong.
pub fn doubtful<'f>(findings: impl Iterator<Item = &'f Finding>) -> Doubtful {
    findings.filter(|f| f.severity == Severity::Error).map(|f| f.at.file.clone()).collect()
}

/// Checks the draws of one licence.
pub fn check(all: &Gathered<'_>, doc: &Doc<'_>, draft: &Draft, doubt: &Doubtful, findings: &mut Vec<Finding>) {
    for (lines, shelf) in [theory(all, draft, doubt), practice(all, draft, doubt)] {
        for rivals in shelf.rivals(lines.len()) {
            let good = order(doc, &lines, &shelf, &rivals, findings);
            repeats(doc, &draft.scheme, &lines, &shelf, &good, findings);
        }
    }
    shared(all, doc, draft, findings);
}

fn theory<'d>(all: &Gathered<'_>, draft: &'d Draft, doubt: &Doubtful) -> (Vec<Line<'d>>, Shelf) {
    let draws = draft.scheme.theory.as_ref().map_or(&[][..], |t| &t.draw);
    let mut shelf = Shelf::default();
    let mut known = BTreeSet::new();
    for doc in all.docs.iter().filter(|d| d.is_live()) {
        let Body::Bank(bank) = &doc.body else { continue };
        if bank.use_.is_for_exam() && !doubt.contains(&doc.parsed.source.name) {
            known.insert(bank.id.as_str());
        }
        if draws.iter().any(|draw| draw.bank == bank.id) {
            for question in &bank.questions {
                let may = draws.iter().enumerate().filter(|(_, draw)| draft.scheme.may_ask(draw, bank, question));
                shelf.put(may.map(|(n, _)| n).collect());
            }
        }
    }
    let lines = draws.iter().zip(&draft.theory).map(|(draw, place)| {
        let is_hidden = all.hidden.contains(&format!("bank:{}", draw.bank));
        Line { count: size(draw.count), place, doubtful: !is_hidden && !known.contains(draw.bank.as_str()), secret: true }
    });
    (lines.collect(), shelf)
}

fn practice<'d>(all: &Gathered<'_>, draft: &'d Draft, doubt: &Doubtful) -> (Vec<Line<'d>>, Shelf) {
    let draws = draft.scheme.practice.as_ref().map_or(&[][..], |p| &p.draw);
    let mut shelf = Shelf::default();
    let mut known = BTreeSet::new();
    let mut talks_in_doubt = all.all_blind;
    for doc in all.docs.iter().filter(|d| d.is_live()) {
        let in_doubt = doubt.contains(&doc.parsed.source.name);
        let may: Vec<bool> = match &doc.body {
            Body::Scenario(talk) => {
                talks_in_doubt |= in_doubt && is_perhaps_drawn(doc);
                draws.iter().map(|draw| draft.scheme.may_play(draw, talk)).collect()
            }
            Body::Station(station) => {
                if station.use_.is_for_exam() && !in_doubt {
                    known.insert(station.id.as_str());
                }
                draws.iter().map(|draw| draft.scheme.may_watch(draw, station)).collect()
            }
            _ => continue,
        };
        shelf.put((0..draws.len()).filter(|n| may[*n]).collect());
    }
    let lines = draws.iter().zip(&draft.practice).map(|(draw, place)| {
        let (doubtful, secret) = match draw {
            PracticeDraw::Talk { .. } => (talks_in_doubt, true),
            PracticeDraw::Station { stations, .. } => {
                let is_clear = |id: &str| known.contains(id) || all.hidden.contains(&format!("station:{id}"));
                (!stations.iter().all(|id| is_clear(id.as_str())), false)
            }
        };
        Line { count: size(draw.count()), place, doubtful, secret }
    });
    (lines.collect(), shelf)
}

/// Whether a scenario that something is wrong with may be for exams: unless its file says in so many words that it is for practice.
pub fn is_perhaps_drawn(doc: &Doc<'_>) -> bool {
    let says = doc.parsed.table.get(doc.kind.word()).and_then(|main| main.get_ref().as_table()?.get("use")?.get_ref().as_str());
    says != Some(Use::Practice.word())
}

/// Lines that may come short, the rest being met whatever happens; these are given back.
fn order(doc: &Doc<'_>, lines: &[Line<'_>], shelf: &Shelf, rivals: &[usize], findings: &mut Vec<Finding>) -> Vec<usize> {
    let want = |line: usize| (line, lines[line].count);
    let mut met: Vec<usize> = Vec::new();
    for &line in rivals {
        let before: Vec<(usize, usize)> = met.iter().map(|m| want(*m)).collect();
        let lacking = shelf.lacking(want(line), &before);
        if lacking == 0 {
            met.push(line);
            continue;
        }
        if lines[line].doubtful {
            continue;
        }
        let has = shelf.has(line);
        let what = if has < lines[line].count {
            "few"
        } else if narrow_first(lines, shelf, rivals) {
            "order"
        } else {
            "taken"
        };
        let (count, has, lacking) = (lines[line].count.to_string(), has.to_string(), lacking.to_string());
        let args = [("what", what), ("count", &*count), ("has", &*has), ("lacking", &*lacking)];
        let mut finding = codes::SHORT_DRAW.at(doc.parsed.place(lines[line].place.clone()), &args);
        let rival = before.iter().find(|earlier| what != "few" && shelf.most(&[**earlier], Some(line)) > 0);
        finding.also = rival.map(|(rival, _)| doc.parsed.place(lines[*rival].place.clone()));
        findings.push(finding);
    }
    met
}

/// Whether every line is met if those that may take fewer items draw first.
fn narrow_first(lines: &[Line<'_>], shelf: &Shelf, rivals: &[usize]) -> bool {
    let mut sorted = rivals.to_vec();
    sorted.sort_by_key(|line| shelf.has(*line));
    let wants: Vec<(usize, usize)> = sorted.iter().map(|line| (*line, lines[*line].count)).collect();
    (0..wants.len()).all(|n| shelf.lacking(wants[n], &wants[..n]) == 0)
}

/// Whether each exam that one may begin can have items of its own.
fn repeats(doc: &Doc<'_>, scheme: &Scheme, lines: &[Line<'_>], shelf: &Shelf, good: &[usize], findings: &mut Vec<Finding>) {
    let attempts = size(scheme.result.attempts);
    let wants: Vec<(usize, usize)> = good.iter().filter(|n| lines[**n].secret).map(|n| (*n, lines[*n].count)).collect();
    let rounds = shelf.rounds(&wants, attempts);
    if rounds >= attempts || wants.iter().any(|(n, _)| lines[*n].doubtful) {
        return;
    }
    let all = |upto: usize| -> Vec<(usize, usize)> { wants[..=upto].iter().map(|(n, count)| (*n, count * attempts)).collect() };
    let asked = |upto: usize| all(upto).iter().map(|(_, count)| count).sum::<usize>();
    // The first line at which it shows.
    let Some(at) = (0..wants.len()).find(|n| shelf.most(&all(*n), None) < asked(*n)) else { return };
    let lacking = asked(wants.len() - 1) - shelf.most(&all(wants.len() - 1), None);
    let (attempts, rounds, lacking) = (attempts.to_string(), rounds.to_string(), lacking.to_string());
    let args = [("attempts", &*attempts), ("rounds", &*rounds), ("lacking", &*lacking)];
    findings.push(codes::REPEATS.at(doc.parsed.place(lines[wants[at].0].place.clone()), &args));
}

/// Role-plays that learners may have practised; banks and stations are named, so `refs` says it of them.
fn shared(all: &Gathered<'_>, doc: &Doc<'_>, draft: &Draft, findings: &mut Vec<Finding>) {
    let draws = draft.scheme.practice.iter().flat_map(|p| &p.draw);
    for (draw, place) in draws.zip(&draft.practice) {
        let both = all.docs.iter().filter(|d| d.is_live()).filter_map(|d| match &d.body {
            Body::Scenario(talk) if talk.use_ == Use::Both && draft.scheme.may_play(draw, talk) => Some(talk.id.as_str()),
            _ => None,
        });
        let mut ids: Vec<&str> = both.collect();
        if ids.is_empty() {
            continue;
        }
        if ids.len() > 5 {
            ids.truncate(5);
            ids.push("…");
        }
        let args = [("kind", Kind::Scenario.word()), ("id", &*ids.join(" · "))];
        findings.push(codes::SHARED_ITEM.at(doc.parsed.place(place.clone()), &args));
    }
}

fn size(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
