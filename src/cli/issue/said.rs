//! What a licence says: the claims made of scheme, exam and holder, in the library's language.

use std::collections::BTreeSet;

use super::{Ground, Organisation};
use crate::attempt::act::{Deed, Signed};
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, Did, LicenceNumber, ObjectiveRef};
use crate::base::moment::Moment;
use crate::cli::registry::by_script;
use crate::cli::status::address;
use crate::credential::claims::{
    Area, Claims, Evidence, EvidenceKind, Holder, Issuer, Mark, Name, Note, NoteKind, PartResult, Status,
};
use crate::credential::status::Purpose;
use crate::grade::exam::talks;
use crate::grade::register::Register;
use crate::locale::{Tongue, Words};
use crate::model::library::{Library, Syllabus};
use crate::model::licence::{Independence, Scheme, percent};

/// What is settled at the moment of issue.
pub struct Given {
    /// Of the document.
    pub id: uuid::Uuid,
    /// The licence's number.
    pub number: LicenceNumber,
    /// The serial in it.
    pub serial: u32,
    /// How it names the holder.
    pub name: Name,
    /// Holds from.
    pub from: Moment,
    /// Holds until.
    pub until: Moment,
}

/// What the licence says.
pub fn claims(ground: &Ground<'_>, organisation: &Organisation, given: &Given) -> Claims {
    let (scheme, library) = (ground.scheme, &ground.loaded.library);
    let lang = library.language.clone();
    let words = Words::new(Tongue::of(lang.as_str()).unwrap_or(Tongue::Zh));
    let competences: Vec<String> = scheme.competences.iter().map(|c| c.get(&lang).to_owned()).collect();
    let other = library.languages.iter().find(|l| **l != lang);
    Claims {
        id: given.id,
        number: given.number.clone(),
        licence: scheme.id.clone(),
        title: scheme.title.get(&lang).to_owned(),
        other_title: other.map(|l| (l.clone(), scheme.title.get(l).to_owned())).filter(|(_, t)| *t != scheme.title.get(&lang)),
        scope: scheme.scope.get(&lang).trim().to_owned(),
        criteria: words.with("licence-criteria", &[("competences", competences.join("\n").into())]),
        issuer: Issuer { did: organisation.did.clone(), name: organisation.name.clone() },
        holder: Holder { id: ground.learner.id.clone(), name: given.name.clone() },
        from: given.from,
        until: Some(ends(given.until)),
        areas: areas(scheme, library, &words),
        results: results(ground, &words),
        evidence: evidence(ground, &words),
        notes: notes(ground, &words),
        status: Some(status(&ground.registry.register, &organisation.did, given.serial)),
        language: lang,
    }
}

/// From when on a licence that holds until then is no longer good: the last second is over.
pub const fn ends(until: Moment) -> Moment {
    Moment(until.0 + 1000)
}

/// Its place in the lists of the issuing key.
fn status(register: &Register, issuer: &Did, serial: u32) -> Status {
    let list = |purpose| address(register, issuer, purpose);
    Status { revocation: list(Purpose::Revocation), suspension: Some(list(Purpose::Suspension)), index: u64::from(serial) }
}

/// The syllabuses that the exam may draw from, and how much of each.
fn areas(scheme: &Scheme, library: &Library, words: &Words) -> Vec<Area> {
    let mut objectives: BTreeSet<&ObjectiveRef> = BTreeSet::new();
    for draw in scheme.theory.iter().flat_map(|theory| &theory.draw) {
        let Some(bank) = library.banks.get(&draw.bank) else { continue };
        let asked = bank.questions.iter().filter(|question| scheme.may_ask(draw, bank, question));
        objectives.extend(asked.flat_map(|question| &question.objectives));
    }
    for draw in scheme.practice.iter().flat_map(|practice| &practice.draw) {
        let played = library.scenarios.values().filter(|talk| scheme.may_play(draw, talk));
        objectives.extend(played.flat_map(|talk| &talk.objectives));
        let watched = library.stations.values().filter(|station| scheme.may_watch(draw, station));
        objectives.extend(watched.flat_map(|station| &station.objectives));
    }
    let area = |syllabus: &Syllabus| {
        let covered = syllabus.objectives.iter().filter(|objective| objectives.contains(&objective.id)).count();
        let counts = [("covered", covered.into()), ("all", syllabus.objectives.len().into())];
        (covered > 0).then(|| Area {
            syllabus: syllabus.id.to_string(),
            name: syllabus.title.get(&library.language).to_owned(),
            extent: words.with("licence-area", &counts),
        })
    };
    library.syllabi.values().filter_map(area).collect()
}

fn results(ground: &Ground<'_>, words: &Words) -> Vec<PartResult> {
    let verdict = &ground.outcome.verdict;
    let scheme = ground.scheme;
    let part = |(id, name): (&str, &str), share: Option<crate::base::points::Exact>, least: Option<u8>| {
        let mark = Mark::Percent { value: share?.percent(), required: Some(percent(least?).percent()) };
        Some(PartResult { id: id.to_owned(), name: words.get(name), mark })
    };
    let practice = match (talks(&ground.case.kept.activity), ground.outcome.stations.len()) {
        (_, 0) => "told-part-talks",
        (0, _) => "told-part-stations",
        _ => "told-part-both",
    };
    [
        part(("theory", "told-part-theory"), verdict.theory, scheme.theory.as_ref().map(|t| t.pass)),
        part(("practice", practice), verdict.practice, scheme.practice.as_ref().map(|p| p.pass)),
        part(("total", "licence-total"), verdict.total, Some(scheme.result.pass)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn evidence(ground: &Ground<'_>, words: &Words) -> Vec<Evidence> {
    let plan = &ground.case.kept.activity.plan;
    let mut out = Vec::new();
    let mut add = |kind: EvidenceKind, digest: Digest, key: &str| {
        out.push(Evidence { kind, digest, name: words.get(key), narrative: None });
    };
    if let Some(exam) = &plan.exam {
        add(EvidenceKind::Scheme, exam.scheme, "evidence-scheme");
    }
    let contents: Vec<Digest> = plan.contents().collect();
    add(EvidenceKind::Content, Digest::of(&contents), "evidence-content");
    if let Some((_, closed)) = ground.case.closed {
        add(EvidenceKind::Attempt, closed, "evidence-exam");
    }
    let register = &ground.registry.register;
    let counts = |id: &AttemptId| ground.outcome.stations.iter().flat_map(|s| &s.seen).any(|s| s.observation == *id);
    let observed = register.observed.get(&plan.attempt).into_iter().flatten().filter(|o| counts(&o.observation));
    observed.for_each(|o| add(EvidenceKind::Attempt, o.closed, "evidence-observation"));
    let by_right = |signed: &&Signed| register.who(&signed.act.key, Some(signed.act.deed.takes())).is_some();
    for signed in ground.registry.acts.iter().filter(by_right) {
        let key = match &signed.act.deed {
            Deed::Admitted { attempt, .. } if *attempt == plan.attempt => "evidence-admitted",
            Deed::Marked { attempt, .. } if *attempt == plan.attempt => "evidence-marked",
            Deed::Decided { attempt, .. } if *attempt == plan.attempt => "evidence-decided",
            Deed::Settled { exam, .. } if *exam == plan.attempt => "evidence-settled",
            _ => continue,
        };
        add(EvidenceKind::Act, signed.act.digest(), key);
    }
    out
}

fn notes(ground: &Ground<'_>, words: &Words) -> Vec<Note> {
    let rules = &ground.scheme.conduct;
    [
        (NoteKind::Unsupervised, ground.scheme.is_unwatched()),
        (NoteKind::NotIndependent, rules.independence == Independence::None),
        (NoteKind::Scripted, by_script(&ground.case.kept)),
        (NoteKind::PublicPool, ground.public),
        (NoteKind::Accommodated, ground.case.kept.activity.plan.allowance.is_some()),
        (NoteKind::Decided, ground.case.outcome.as_ref().is_some_and(|o| o.decided.is_some())),
    ]
    .into_iter()
    .filter(|(_, holds)| *holds)
    .map(|(kind, _)| Note { kind, text: words.get(&format!("licence-{}", kind.genre().replace('/', "-"))) })
    .collect()
}
