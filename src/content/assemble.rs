//! From things to a library: what an error touches, and what depends on it, is left out; the rest goes in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Loaded;
use super::doc::{Body, Doc, Gathered};
use super::files::Root;
use super::nearest::{Choices, Seat};
use super::needs;
use super::raw::sheet::Kind;
use super::registers::Registers;
use super::walk::Walk;
use crate::base::finding::{Finding, Place, Severity};
use crate::base::id::{CourseId, Lang, StandardId};
use crate::model::course::Course;
use crate::model::library::{Bank, Library, Status};
use crate::model::licence::{PracticeDraw, Scheme};
use crate::model::scenario::Scenario;
use crate::model::standard::Standard;
use crate::model::text::Text;

/// Puts the library together; where there are drafts, once more with them, for those who write them.
pub fn assemble(mut all: Gathered<'_>, roots: &[Root]) -> Loaded {
    all.findings.sort_by_key(Finding::order);
    all.findings.dedup();
    let mut touched = touched(&all);
    let mut needs = needs::needs(&all, &touched);
    let mut places = BTreeMap::new();
    for doc in &all.docs {
        places.extend(doc.places.iter().map(|(name, span)| (name.clone(), doc.parsed.place(span.clone()))));
    }
    let sources = roots.iter().flat_map(|r| &r.sources).map(|s| (s.name.clone(), s.text.clone())).collect();
    let frame = frame(&all);
    let docs = std::mem::take(&mut all.docs);
    let is_drafted = docs.iter().any(|doc| doc.head.status == Status::Draft);
    let with_drafts = is_drafted.then(|| {
        let docs = docs.iter().filter(|doc| doc.head.status != Status::Retired).cloned().collect();
        let mut touched = touched.clone();
        let (library, walks) = filled(frame.clone(), docs, &mut touched, &all.hidden);
        (Box::new(library), walks, touched)
    });
    let live = docs.into_iter().filter(Doc::is_live).collect();
    let (library, mut walks) = filled(frame, live, &mut touched, &all.hidden);
    needs.retain(|id, _| library.licences.contains_key(id));
    let with_drafts = with_drafts.map(|(library, more, touched_too)| {
        walks = more;
        touched.extend(touched_too);
        library
    });
    Loaded { library, with_drafts, walks, findings: all.findings, sources, places, touched, needs }
}

/// A library with the things of these files that are whole, and the walks of its scenarios. What has to be left out with something is touched.
fn filled(
    mut library: Library,
    docs: Vec<Doc<'_>>,
    touched: &mut BTreeSet<String>,
    hidden: &BTreeSet<String>,
) -> (Library, Vec<Walk>) {
    let (mut courses, mut walks) = (Vec::new(), Vec::new());
    let registers = whole(&docs, touched, |body| if let Body::Wording(it) = body { Some(it.clone()) } else { None });
    let standards = whole(&docs, touched, |body| if let Body::Standard(it) = body { Some(it.clone()) } else { None });
    library.wording = registers.find(None, top(&docs)).one().map(|it| it.id.clone());
    library.wordings = registers.all().map(|(_, it)| (it.id.clone(), it.clone())).collect();
    library.standards = standards.all().map(|(_, it)| (it.id.clone(), it.clone())).collect();
    for doc in docs {
        if !doc.head.changed.is_empty() {
            library.changed.insert(doc.name(), doc.head.changed.clone());
        }
        // A library file gives words only: what of them is whole holds.
        if touched.contains(&doc.name()) && doc.kind != Kind::Library {
            // All that is in a broken thing is out with it.
            touched.extend(doc.parts.iter().map(|(_, part)| part.clone()));
            continue;
        }
        let from = Seat::of(&doc);
        let registers = Registers { all: &registers, from, hidden };
        match doc.body {
            Body::Library(draft) => {
                // The author's order; a library above gives its own words to what it names again.
                over(&mut library.skills, draft.skills);
                over(&mut library.roles, draft.roles);
                library.agreements.extend(draft.agreements);
                library.house.extend(draft.house);
                library.retention.extend(draft.retention);
            }
            Body::Syllabus(syllabus) => {
                library.syllabi.insert(syllabus.id.clone(), syllabus);
            }
            Body::Bank(bank) => {
                let bank = whole_bank(bank, registers, touched);
                library.banks.insert(bank.id.clone(), bank);
            }
            Body::Scenario(mut scenario) => {
                if registers.scenario(&mut scenario) && timed(&mut scenario, &standards, from) {
                    library.scenarios.insert(scenario.id.clone(), *scenario);
                } else {
                    touched.insert(format!("scenario:{}", scenario.id));
                }
            }
            // They are there already: what is judged by them needs them.
            Body::Wording(_) | Body::Standard(_) => {}
            Body::Station(station) => {
                library.stations.insert(station.id.clone(), *station);
            }
            Body::Licence(draft) => {
                let scheme = without_hidden(draft.scheme, hidden);
                library.licences.insert(scheme.id.clone(), scheme);
            }
            Body::Glossary(mut glossary) => {
                glossary.terms.retain(|term| !touched.contains(&format!("term:{}/{}", glossary.id, term.id)));
                library.glossaries.insert(glossary.id.clone(), glossary);
            }
            Body::Course(course) => courses.push(course),
            Body::Walks(draft) => walks.extend(draft.walks),
        }
    }
    whole_courses(courses, &mut library, touched, hidden);
    let is_whole = |walk: &Walk| {
        library.scenarios.contains_key(&walk.scenario) && !touched.contains(&format!("walk:{}/{}", walk.scenario, walk.id))
    };
    walks.retain(is_whole);
    (library, walks)
}

/// Those of a kind that are whole.
fn whole<T>(docs: &[Doc<'_>], touched: &BTreeSet<String>, pick: impl Fn(&Body) -> Option<T>) -> Choices<T> {
    Choices::among(docs.iter().filter(|doc| !touched.contains(&doc.name())), pick)
}

/// What is said in the topmost library of something in use.
fn top(docs: &[Doc<'_>]) -> Seat {
    Seat { layer: docs.iter().map(|doc| doc.layer).max().unwrap_or(0), is_live: true }
}

/// The library without content: the words of the topmost library file, or sensible ones without any.
fn frame(all: &Gathered<'_>) -> Library {
    let top = all.docs.iter().rev().find_map(|doc| match &doc.body {
        Body::Library(draft) => Some((&doc.head, draft)),
        _ => None,
    });
    let tongues = all.tongues.as_ref();
    let base = tongues.map_or_else(|| Lang::from("zh-CN"), |t| t.base.clone());
    Library {
        id: top.map_or("library", |(head, _)| head.id.as_str()).into(),
        title: top.map_or_else(Text::default, |(head, _)| head.title.clone()),
        languages: std::iter::once(base.clone()).chain(tongues.iter().flat_map(|t| t.others.iter().cloned())).collect(),
        language: base,
        time_zone: top.map_or_else(|| "UTC".to_owned(), |(_, draft)| draft.time_zone.clone()),
        skills: Vec::new(),
        roles: Vec::new(),
        agreements: BTreeMap::new(),
        house: BTreeMap::new(),
        retention: BTreeMap::new(),
        syllabi: BTreeMap::new(),
        courses: BTreeMap::new(),
        banks: BTreeMap::new(),
        scenarios: BTreeMap::new(),
        stations: BTreeMap::new(),
        wordings: BTreeMap::new(),
        wording: None,
        glossaries: BTreeMap::new(),
        licences: BTreeMap::new(),
        standards: BTreeMap::new(),
        changed: BTreeMap::new(),
        shelved: all.docs.iter().filter(|doc| !doc.is_live()).map(|doc| (doc.name(), doc.head.status)).collect(),
    }
}

/// Which parts the errors lie in.
fn touched(all: &Gathered<'_>) -> BTreeSet<String> {
    let docs: BTreeMap<Arc<str>, &Doc<'_>> = all.docs.iter().map(|d| (d.parsed.source.name.clone(), d)).collect();
    let mut out = BTreeSet::new();
    for finding in all.findings.iter().filter(|f| f.severity == Severity::Error) {
        for place in std::iter::once(&finding.at).chain(&finding.also) {
            if let Some(doc) = docs.get(&place.file) {
                out.insert(part_at(doc, place));
            } else if let Some(base) = all.translated.get(&*place.file).filter(|_| finding.code.starts_with("E0")) {
                // A translation that cannot be read whole: nobody knows which of its texts are gone.
                out.insert(base.clone());
            }
        }
    }
    for place in &all.lost {
        out.extend(docs.get(&place.file).map(|doc| part_at(doc, place)));
    }
    out
}

/// The part of a thing that a place stands in, which can be left out by itself.
pub fn part_at(doc: &Doc<'_>, place: &Place) -> String {
    // Bytes of a miswritten header belong to the part before: the whole file is to be doubted then.
    if !doc.parsed.broken.is_empty() && doc.kind == Kind::Scenario {
        return doc.name();
    }
    let n = doc.parts.partition_point(|(start, _)| *start <= place.span.start);
    n.checked_sub(1).map_or_else(|| doc.name(), |n| doc.parts[n].1.clone())
}

/// A licence asks for nothing that a library above hides. What its draws lack then is a finding (`check/draws`).
fn without_hidden(mut scheme: Scheme, hidden: &BTreeSet<String>) -> Scheme {
    let is_there = |id: &CourseId| !hidden.contains(&format!("course:{id}"));
    scheme.requires.courses.retain(is_there);
    scheme.validity.refresher.retain(is_there);
    for draw in scheme.practice.iter_mut().flat_map(|p| &mut p.draw) {
        if let PracticeDraw::Station { stations, .. } = draw {
            stations.retain(|id| !hidden.contains(&format!("station:{id}")));
        }
    }
    scheme
}

fn over<Id: PartialEq>(words: &mut Vec<(Id, Text)>, above: Vec<(Id, Text)>) {
    for (id, text) in above {
        match words.iter_mut().find(|(known, _)| *known == id) {
            Some(word) => word.1 = text,
            None => words.push((id, text)),
        }
    }
}

/// Gives a scenario with a clock what its standard says of its channel; false where there is nothing.
fn timed(scenario: &mut Scenario, standards: &Choices<Standard>, from: Seat) -> bool {
    if scenario.is_timed() {
        let standard = standards.find(scenario.standard.as_ref().map(StandardId::as_str), from).one();
        scenario.timing = standard.and_then(|it| it.channels.get(&scenario.channel)).cloned();
    }
    !scenario.is_timed() || scenario.timing.is_some()
}

fn whole_bank(mut bank: Bank, registers: Registers<'_>, touched: &mut BTreeSet<String>) -> Bank {
    let of = bank.id.clone();
    bank.questions.retain_mut(|question| {
        let material = question.material.as_ref().map(|m| format!("material:{of}/{}", m.id));
        let name = format!("question:{}", question.id);
        if material.is_some_and(|m| touched.contains(&m)) || !registers.question(question) {
            touched.insert(name.clone());
        }
        !touched.contains(&name)
    });
    bank
}

/// Lessons without what they ask or play are left out, then courses without lessons or without what they require.
fn whole_courses(mut courses: Vec<Course>, library: &mut Library, touched: &mut BTreeSet<String>, hidden: &BTreeSet<String>) {
    for course in &mut courses {
        let of = course.id.clone();
        course.lessons.retain_mut(|lesson| {
            let is_hidden = |kind: &str, id: &str| hidden.contains(&format!("{kind}:{}", id.split('/').next().unwrap_or(id)));
            lesson.check.retain(|q| !is_hidden("bank", q.as_str()));
            lesson.practise.retain(|s| !is_hidden("scenario", s.as_str()));
            let whole = lesson.check.iter().all(|q| library.question(q).is_some())
                && lesson.practise.iter().all(|s| library.scenarios.contains_key(s));
            let name = format!("lesson:{of}/{}", lesson.id);
            if !whole {
                touched.insert(name.clone());
            }
            !touched.contains(&name)
        });
        course.requires.retain(|c| !hidden.contains(&format!("course:{c}")));
    }
    loop {
        let ids: BTreeSet<_> = courses.iter().map(|c| c.id.clone()).collect();
        let before = courses.len();
        courses.retain(|course| {
            let whole = !course.lessons.is_empty() && course.requires.iter().all(|c| ids.contains(c));
            if !whole {
                touched.insert(format!("course:{}", course.id));
            }
            whole
        });
        if courses.len() == before {
            break;
        }
    }
    library.courses = courses.into_iter().map(|c| (c.id.clone(), c)).collect();
}
