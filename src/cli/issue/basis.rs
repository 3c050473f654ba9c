//! What a licence is issued on: a passed exam; that exam once more, now that the conditions of its provisional licence are fulfilled;
//! or, to renew one, the exam of the licence before and the refresher courses done since.
//!
//! Renewing early loses nobody any time: the new licence begins at once and ends as long after the old one's end as the scheme says.
//! The old one stands to its own end. A full licence after a provisional one ends as if it had been full from the first day.

use super::{Ground, grounds, person};
use crate::attempt::act::{Deed, Issued, Terms};
use crate::attempt::plan::Subject;
use crate::base::digest::Digest;
use crate::base::id::{CourseId, Lang, LearnerId, LicenceId};
use crate::base::moment::Moment;
use crate::cli::again::quoted;
use crate::cli::failure::{Exit, Failure};
use crate::cli::licences;
use crate::cli::lifecycle::told;
use crate::cli::registry::{ExamCase, Registry};
use crate::credential::claims::{Claims, NoteKind};
use crate::credential::json;
use crate::grade::register::{Register, Taken, Waiting};
use crate::model::library::Library;
use crate::model::licence::Scheme;
use crate::store::{Learner, Store};

/// What a licence is issued on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A passed exam that bears no licence yet.
    Exam,
    /// An exam that bears a provisional licence, whose conditions are fulfilled.
    Fulfilled(Box<Issued>),
    /// An earlier licence, and what was refreshed since.
    Renewal(Box<Renewal>),
}

/// What a licence is renewed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renewal {
    /// The licence that is renewed.
    pub before: Issued,
    /// Refresher courses done since, by title: the digest of what closed them, or of the act that waived them.
    pub refreshed: Vec<(String, Digest)>,
}

impl Basis {
    /// The earlier licence that bears it.
    pub fn follows(&self) -> Option<&Issued> {
        match self {
            Self::Exam => None,
            Self::Fulfilled(before) => Some(before),
            Self::Renewal(renewal) => Some(&renewal.before),
        }
    }
}

/// Whom and what a licence is asked for.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    pub store: &'a dyn Store,
    pub library: &'a Library,
    pub learner: &'a Learner,
    pub scheme: &'a Scheme,
    pub title: &'a str,
    /// The reader's language of content.
    pub lang: &'a Lang,
    /// Whether an earlier one is to be renewed.
    pub renew: bool,
    pub now: Moment,
}

/// A licence of this learner that waits for a second person.
pub fn waits<'r>(registry: &'r Registry, learner: &LearnerId, scheme: &Scheme) -> Option<&'r Waiting> {
    let fits =
        |it: &&Waiting| matches!(&it.deed, Deed::Issued(issued) if issued.learner == *learner && issued.licence == scheme.id);
    registry.register.waiting.iter().find(fits)
}

/// The exam that a licence rests on, and how.
///
/// # Errors
/// `Failure` that says what is against it.
pub fn find(asked: &Asked<'_>, registry: &Registry) -> Result<(ExamCase, Basis), Failure> {
    not_suspended(asked, registry)?;
    let (case, basis) = if asked.renew { renewal(asked, registry)? } else { grounds::passed(asked, registry)? };
    person::same(registry, asked.learner, (&case, &basis))?;
    Ok((case, basis))
}

/// Nobody gets round a suspension by another licence.
fn not_suspended(asked: &Asked<'_>, registry: &Registry) -> Result<(), Failure> {
    let newest = registry.register.newest(&asked.learner.id, &asked.scheme.id).map(|(_, _, issued)| issued);
    let suspended = |it: &&Issued| matches!(registry.register.taken(&it.number, asked.now), Some(Taken::Suspended { .. }));
    let Some(issued) = newest.filter(suspended) else { return Ok(()) };
    let args = [("name", asked.learner.name.as_str()), ("number", issued.number.as_str())];
    let failure =
        Failure::new(Exit::Refused, "fail-holder-suspended", args).hint("hint-reinstate", [("number", issued.number.as_str())]);
    let why = told::taken(registry, issued, (asked.now, &asked.library.time_zone)).and_then(|told| told.reason);
    Err(if let Some(why) = why { failure.because(why) } else { failure })
}

/// Renewal: within the time for it, with every refresher course done since.
fn renewal(asked: &Asked<'_>, registry: &Registry) -> Result<(ExamCase, Basis), Failure> {
    let (learner, scheme, zone) = (asked.learner, asked.scheme, &asked.library.time_zone);
    let refused = |key, number: &str, day: &str| {
        Failure::new(
            Exit::Refused,
            key,
            [("name", learner.name.as_str()), ("title", asked.title), ("number", number), ("day", day)],
        )
    };
    let exam = |failure: Failure| failure.hint("hint-renew-by-exam", [("id", scheme.id.as_str())]);
    if let Some(waiting) = waits(registry, &learner.id, scheme) {
        return Err(refused("fail-issue-waiting", "", "").hint("hint-confirm-act", [("act", waiting.act.short())]));
    }
    let none = || refused("fail-nothing-to-renew", "", "").hint("hint-exam", [("id", scheme.id.as_str())]);
    let (since, _, before) = registry.register.newest(&learner.id, &scheme.id).ok_or_else(none)?;
    let number = before.number.as_str();
    let day = |at: Moment| at.local(zone).chars().take(10).collect::<String>();
    if registry.register.taken(&before.number, asked.now) == Some(Taken::Revoked) {
        return Err(exam(refused("fail-renew-revoked", number, "")));
    }
    if before.terms.provisional {
        return Err(refused("fail-renew-provisional", number, "").hint("hint-fulfil", [("number", number)]));
    }
    if before.until < asked.now {
        return Err(exam(refused("fail-renew-ended", number, &day(before.until))));
    }
    let within = scheme.validity.renew_within.filter(|_| !scheme.validity.refresher.is_empty());
    let from =
        within.map(|span| Moment(before.until.0 - span.0)).ok_or_else(|| exam(refused("fail-renew-no-refresher", number, "")))?;
    if asked.now < from {
        return Err(refused("fail-renew-early", number, &crate::report::eligibility::from_minute(from, zone)));
    }
    proven(asked.store, registry, before)?;
    let refreshed = refreshed(asked, registry, *since)?;
    let case = registry.exam(asked.store, &before.attempt)?;
    Ok((case, Basis::Renewal(Box::new(Renewal { before: before.clone(), refreshed }))))
}

/// Every refresher course with what shows that it was done since the licence was issued.
fn refreshed(asked: &Asked<'_>, registry: &Registry, since: Moment) -> Result<Vec<(String, Digest)>, Failure> {
    let known = registry.candidate(asked.store, asked.learner, (asked.scheme, asked.library), &[])?;
    let history = registry.past(asked.store, asked.learner)?.past;
    let lang = &asked.library.language;
    let (mut done, mut missing) = (Vec::new(), Vec::new());
    for id in &asked.scheme.validity.refresher {
        let course = asked.library.courses.get(id);
        let title = |lang| course.map_or_else(|| id.to_string(), |course| course.title.get(lang).to_owned());
        let at = known.courses.get(id).copied().filter(|at| *at >= since);
        let subject = Subject::Course(id.to_string());
        let attempt = history.iter().find(|it| it.subject == subject && it.grade.is_some() && Some(it.last) == at);
        let digest = match (at, attempt) {
            (Some(_), Some(attempt)) => asked.store.events(&attempt.attempt)?.last().map(|e| e.event.digest()),
            (Some(_), None) => waiver(registry, asked.learner, id),
            (None, _) => None,
        };
        match digest {
            // What is signed is in the library's language; what is said, in the reader's.
            Some(digest) => done.push((title(lang), digest)),
            None => missing.push((title(asked.lang), id)),
        }
    }
    if missing.is_empty() {
        return Ok(done);
    }
    let list: Vec<String> = missing.iter().map(|(title, id)| format!("{title} ({id})")).collect();
    let args = [("name", asked.learner.name.as_str()), ("list", &list.join(" · "))];
    let who = quoted(asked.learner.staff_number.as_ref().unwrap_or(&asked.learner.name));
    let failure = Failure::new(Exit::Refused, "fail-renew-courses", args);
    // A command each: what is typed in them is put in by the sentence.
    let failure =
        missing.iter().fold(failure, |failure, (_, id)| failure.hint("hint-renew-course", [("who", &*who), ("id", id.as_str())]));
    let first = missing.first().map_or("", |(_, id)| id.as_str());
    Err(failure.hint("hint-renew-waive", [("who", &*who), ("id", first)]))
}

fn waiver(registry: &Registry, learner: &Learner, course: &CourseId) -> Option<Digest> {
    registry.register.waived.get(&(learner.id.clone(), course.clone())).map(|it| it.digest)
}

/// What another licence is built on has to be what an issuing key of ours signed.
pub fn proven(store: &dyn Store, registry: &Registry, before: &Issued) -> Result<(), Failure> {
    let kept = store.credential(&before.number)?;
    if kept.is_some_and(|kept| licences::proven(registry, before, &kept).is_some()) {
        return Ok(());
    }
    let number = before.number.as_str();
    Err(Failure::new(Exit::Store, "fail-licences-unproven", [("numbers", number)]).hint("hint-licences-unproven", []))
}

/// Whether the earlier licence says that its questions are public: the pool of then is no longer here to be looked at.
pub fn was_public(store: &dyn Store, before: &Issued) -> Result<bool, Failure> {
    let kept = store.credential(&before.number)?;
    let claims = kept.and_then(|kept| json::read(kept.as_bytes()).ok()).and_then(|document| Claims::read(&document).ok());
    Ok(claims.is_some_and(|claims| claims.notes.iter().any(|note| note.kind == NoteKind::PublicPool)))
}

/// What is agreed about the new licence.
///
/// `sat`: the scheme that the exam was sat under. What took two persons then takes two, whatever the scheme says since.
pub fn terms(asked: &Asked<'_>, register: &Register, (basis, sat): (&Basis, Option<&Scheme>)) -> Terms {
    let (scheme, learner) = (asked.scheme, asked.learner);
    let held = held(register, (&learner.id, &scheme.id), asked.now);
    let follows = basis.follows().or(held).map(|before| before.number.clone());
    // Who held a full one and sits again in time has been there.
    let full = matches!(basis, Basis::Fulfilled(_)) || held.is_some_and(|before| !before.terms.provisional);
    let then = sat.into_iter().flat_map(|sat| &sat.conduct.two_persons);
    let two_persons = scheme.conduct.two_persons.iter().chain(then).copied().collect();
    Terms { two_persons, provisional: scheme.provisional.is_some() && !full, follows }
}

/// The learner's newest licence of the scheme, while it still holds.
fn held<'r>(register: &'r Register, (learner, licence): (&LearnerId, &LicenceId), now: Moment) -> Option<&'r Issued> {
    let (_, _, issued) = register.newest(learner, licence)?;
    (issued.until >= now && register.taken(&issued.number, now) != Some(Taken::Revoked)).then_some(issued)
}

/// Until when the full licence holds that follows a provisional one: it counts from that one's first day.
pub fn full_until(asked: &Asked<'_>, provisional: &Issued) -> Option<Moment> {
    asked.scheme.validity.lasts.until(provisional.from, &asked.library.time_zone)
}

/// Until when the new licence holds.
pub fn until(ground: &Ground<'_>, from: Moment) -> Option<Moment> {
    let zone = &ground.loaded.library.time_zone;
    let lasts = ground.scheme.validity.lasts;
    if let Some(provisional) = ground.scheme.provisional.as_ref().filter(|_| ground.terms.provisional) {
        return provisional.lasts.until(from, zone);
    }
    if let Basis::Fulfilled(before) = &ground.basis {
        return lasts.until(before.from, zone);
    }
    let before = ground.terms.follows.as_ref().and_then(|number| ground.registry.register.licence(number));
    // A provisional one that is not fulfilled gives nothing on; one that has ended neither.
    let early = before.filter(|before| !before.terms.provisional && before.until >= from);
    lasts.until(early.map_or(from, |before| Moment(before.until.0 + 1000)), zone)
}
