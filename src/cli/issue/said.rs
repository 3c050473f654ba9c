//! What a licence says: the claims made of scheme, exam and holder, in the library's language.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::basis::Basis;
use super::{Ground, Organisation, person};
use crate::attempt::act::{Deed, Signed};
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, Did, LicenceNumber, ObjectiveRef};
use crate::base::moment::Moment;
use crate::cli::registry::by_script;
use crate::cli::status::address;
use crate::credential::claims::{
    Area, Claims, Evidence, EvidenceKind, Holder, Issuer, Mark, Name, Note, NoteKind, PartResult, Status,
};
use crate::credential::short::Short;
use crate::credential::status::Purpose;
use crate::grade::exam::talks;
use crate::grade::register::{Register, Waiver};
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

/// What all licences of a scheme say.
pub struct House {
    /// In the library's language.
    words: Words,
    areas: Vec<Area>,
}

impl House {
    /// Of a scheme of a library.
    pub fn of(scheme: &Scheme, library: &Library) -> Self {
        let words = Words::new(Tongue::of(library.language.as_str()).unwrap_or(Tongue::Zh));
        Self { areas: areas(scheme, library, &words), words }
    }
}

/// What the licence says.
pub fn claims(ground: &Ground<'_>, organisation: &Organisation, given: &Given) -> Claims {
    let (scheme, library) = (ground.scheme, &ground.loaded.library);
    let lang = library.language.clone();
    let words = &ground.house.words;
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
        areas: ground.house.areas.clone(),
        results: results(ground, words),
        evidence: evidence(ground, words),
        notes: notes(ground, words),
        status: Some(status(&ground.registry.register, &organisation.did, given.serial)),
        short: short((organisation, given), ground.terms.provisional, given.name.shown(), (words, &library.time_zone)),
        language: lang,
    }
}

/// What the QR will hold: a line in the library's language, signed by the organisation.
fn short(
    (organisation, given): (&Organisation, &Given),
    provisional: bool,
    name: Option<&str>,
    (words, zone): (&Words, &str),
) -> Option<String> {
    let day: String = given.until.local(zone).chars().take(10).collect();
    // It counts in whole seconds.
    let whole = |moment: Moment| Moment(moment.0.div_euclid(1000) * 1000);
    let line = [("number", given.number.as_str().into()), ("name", name.unwrap_or_default().into()), ("until", day.into())];
    let key = match (provisional, name.is_some()) {
        (false, true) => "licence-short",
        (false, false) => "licence-short-nameless",
        (true, true) => "licence-short-provisional",
        (true, false) => "licence-short-provisional-nameless",
    };
    let short = Short {
        line: words.with(key, &line),
        number: given.number.clone(),
        name: name.map(str::to_owned),
        id: given.id,
        issuer: organisation.did.clone(),
        from: whole(given.from),
        until: whole(ends(given.until)),
    };
    short.signed(&organisation.key)
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
    let scheme = sat_under(ground);
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

/// The scheme that the exam was sat under: of a renewal, that of then.
fn sat_under<'g>(ground: &'g Ground<'_>) -> &'g Scheme {
    ground.case.kept.activity.scheme().unwrap_or(ground.scheme)
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
    if let Some(before) = ground.basis.follows() {
        let number = words.with("evidence-number", &[("number", before.number.as_str().into())]);
        let key = if before.terms.provisional { "evidence-provisional" } else { "evidence-renews" };
        out.push(Evidence { kind: EvidenceKind::Act, digest: before.credential, name: words.get(key), narrative: Some(number) });
    }
    if let Basis::Renewal(renewal) = &ground.basis {
        for (title, closed) in &renewal.refreshed {
            let (name, narrative) = (words.get("evidence-refresher"), Some(title.clone()));
            out.push(Evidence { kind: EvidenceKind::Attempt, digest: *closed, name, narrative });
        }
    }
    for (course, waiver) in waived(ground) {
        let args = [("course", course.into()), ("digest", waiver.evidence.to_string().into())];
        let narrative = Some(words.with("evidence-waived-file", &args));
        out.push(Evidence { kind: EvidenceKind::Act, digest: waiver.digest, name: words.get("evidence-waived"), narrative });
    }
    let mut add = |kind: EvidenceKind, digest: Digest, key: &str| {
        out.push(Evidence { kind, digest, name: words.get(key), narrative: None });
    };
    if let Some(signed) = person::renamed(ground) {
        add(EvidenceKind::Act, signed.act.digest(), "evidence-renamed");
    }
    let counts = |id: &AttemptId| ground.outcome.stations.iter().flat_map(|s| &s.seen).any(|s| s.observation == *id);
    let observed = register.observed.get(&plan.attempt).into_iter().flatten().filter(|o| counts(&o.observation));
    observed.for_each(|o| add(EvidenceKind::Attempt, o.closed, "evidence-observation"));
    let by_right = |signed: &&Rc<Signed>| register.counted.contains_key(&signed.act.id);
    for signed in ground.registry.about(&ground.learner.id).filter(by_right) {
        let key = match &signed.act.deed {
            Deed::Admitted { attempt, .. } if *attempt == plan.attempt => "evidence-admitted",
            Deed::Marked { attempt, .. } if *attempt == plan.attempt => "evidence-marked",
            Deed::Decided { attempt, .. } if *attempt == plan.attempt => "evidence-decided",
            Deed::Settled { exam, .. } if *exam == plan.attempt => "evidence-settled",
            Deed::Regraded(it) if it.attempt == plan.attempt => "evidence-regraded",
            _ => continue,
        };
        add(EvidenceKind::Act, signed.act.digest(), key);
    }
    out
}

/// The courses that the scheme asks for and the holder need not take, by title.
fn waived<'a>(ground: &Ground<'a>) -> Vec<(&'a str, &'a Waiver)> {
    let library = &ground.loaded.library;
    let asked = ground.scheme.requires.courses.iter().chain(&ground.scheme.validity.refresher);
    let found = asked.filter_map(|id| {
        let waiver = ground.registry.register.waived.get(&(ground.learner.id.clone(), id.clone()))?;
        Some((library.courses.get(id).map_or("?", |course| course.title.get(&library.language)), waiver))
    });
    found.collect()
}

fn notes(ground: &Ground<'_>, words: &Words) -> Vec<Note> {
    let rules = &ground.scheme.conduct;
    let conditions = ground.conditions(&ground.loaded.library.language).unwrap_or_default();
    [
        (NoteKind::Provisional, ground.terms.provisional),
        (NoteKind::Unsupervised, sat_under(ground).is_unwatched()),
        (NoteKind::NotIndependent, rules.independence == Independence::None),
        (NoteKind::Scripted, by_script(&ground.case.kept)),
        (NoteKind::PublicPool, ground.public),
        (NoteKind::Accommodated, ground.case.kept.activity.plan.allowance.is_some()),
        (NoteKind::Decided, ground.case.outcome.as_ref().is_some_and(|o| o.decided.is_some())),
    ]
    .into_iter()
    .filter(|(_, holds)| *holds)
    .map(|(kind, _)| {
        let key = format!("licence-{}", kind.genre().replace('/', "-"));
        Note { kind, text: words.with(&key, &[("conditions", conditions.into())]) }
    })
    .collect()
}
