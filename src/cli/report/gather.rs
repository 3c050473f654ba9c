//! The facts of a report, gathered in one pass over everything that these people did.

use std::collections::{BTreeMap, BTreeSet};

use super::Desk;
use crate::attempt::act::{Deed, Issued};
use crate::attempt::event::Recorded;
use crate::attempt::plan::{Activity, Step, Subject};
use crate::attempt::saying::{Matter, Saying};
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, CourseId, LicenceId, StaffId};
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::cli::group::Found;
use crate::cli::licences::State as Proof;
use crate::cli::recall::{History, Kept};
use crate::cli::registry::seats::Stay;
use crate::cli::registry::{Registry, by_script};
use crate::cli::room::{Call, lang, title};
use crate::grade::register::Waiting;
use crate::model::grade::{Grade, Short, Standing};
use crate::model::library::Library;
use crate::report::account::facts::{Done, Exam, Facts, Licence, Person, Said, Settled, State};
use crate::store::{AttemptRow, Learner, Post};

/// A pause between two events that is longer counts as this long, in milliseconds: a quarter of an hour, for a long lesson. Own policy.
const PAUSE: i64 = 15 * 60 * 1000;
/// Hex digits of a digest that name an edition.
const DIGITS: usize = 8;

/// Everything about these people, as of the desk's moment.
///
/// # Errors
/// `Failure` of the store.
pub fn gather(call: &Call<'_>, desk: &Desk, learners: &[Learner]) -> Result<Facts, Failure> {
    let Desk { library, store, registry, now, today, until } = desk;
    let mut bar = call.busy("report-busy", learners.len());
    let mut said: BTreeMap<AttemptId, Vec<Saying>> = BTreeMap::new();
    for it in store.sayings(None)?.into_iter().filter(|it| until.is_none_or(|until| it.at <= until)) {
        said.entry(it.attempt.clone()).or_default().push(it);
    }
    let (mut people, mut here, mut damaged) = (Vec::new(), Vec::new(), Vec::new());
    let lang = lang(library, &call.words);
    for learner in learners {
        bar.step();
        let (mut person, history) = one(desk, learner, &|subject| title(library, &lang, subject))?;
        damaged.extend(history.damaged.iter().cloned());
        let about = person.done.iter().filter_map(|it| said.get(&it.attempt)).flatten();
        person.said = about.filter_map(|it| Some((it.at, it.attempt.clone(), kind(&it.matter)?))).collect();
        if person.here {
            here.push((learner.clone(), history));
        }
        people.push(person);
    }
    let whose: BTreeSet<_> = learners.iter().map(|it| &it.id).collect();
    let issued = registry.register.issued.iter().filter(|(_, _, it)| whose.contains(&it.learner));
    let licences: Vec<Licence> = issued.map(|(at, _, it)| licence(registry, (*at, it), *now)).collect();
    let by_exam = licences.iter().enumerate().map(|(n, it)| (it.attempt.clone(), n)).collect();
    let found = Found { library, store: store.as_ref(), registry, now: *now, until: *until };
    let cohort = found.cohort(&here)?;
    let (zone, asked_by) = (library.time_zone.clone(), asked_by(library));
    Ok(Facts { now: *now, today: *today, zone, people, licences, by_exam, cohort, asked_by, damaged })
}

/// What one person did, and the same as other pages take it.
fn one(desk: &Desk, learner: &Learner, titled: &dyn Fn(&Subject) -> String) -> Result<(Person, History), Failure> {
    let Desk { store, registry, until, .. } = desk;
    let register = &registry.register;
    let (mut done, mut stays): (Vec<Done>, Vec<Stay>) = (Vec::new(), Vec::new());
    let mut see = |row: &AttemptRow, kept: &Kept| {
        stays.extend(Stay::of(row.id.clone(), &kept.events));
        done.extend(seen(row, kept, desk, titled));
    };
    let mut history = registry.past_seen(store.as_ref(), learner, &mut see)?;
    for row in store.attempts(Some(&learner.id))?.iter().filter(|row| register.voided.contains_key(&row.id)) {
        done.extend(voided(row, titled));
    }
    done.retain(|it| until.is_none_or(|until| it.begun <= until));
    stays.retain(|stay| done.iter().any(|it| it.attempt == stay.exam));
    dispute(&mut done, &stays);
    done.sort_by(|a, b| (a.begun, &a.attempt).cmp(&(b.begun, &b.attempt)));
    if let Some(until) = until {
        let open: BTreeMap<_, _> = done.iter().map(|it| (&it.attempt, (it.last, it.is_over()))).collect();
        history.past.retain(|it| open.contains_key(&it.attempt));
        for past in &mut history.past {
            let (last, over) = open[&past.attempt];
            past.last = last;
            past.grade = past.grade.take().filter(|_| over);
        }
        history.past.sort_by_key(|it| std::cmp::Reverse(it.last));
        history.tried.retain(|it| it.at <= *until);
    }
    let waived = register.waived.iter().filter(|((whose, _), _)| *whose == learner.id);
    let person = Person {
        id: learner.id.clone(),
        name: learner.called(),
        bare: learner.name.clone(),
        number: learner.staff_number.clone(),
        groups: learner.post.groups.iter().cloned().collect(),
        role: learner.post.role.clone(),
        since: learner.created,
        here: learner.post.left.is_none_or(|left| until.is_some_and(|until| left > until)),
        done,
        waived: waived.map(|((_, course), waiver)| (course.clone(), waiver.at)).collect(),
        tried: history.tried.clone(),
        said: Vec::new(),
    };
    Ok((person, history))
}

/// Marks what one person sat twice in one sitting, or at two places at once: of these nothing is issued on either.
fn dispute(done: &mut [Done], stays: &[Stay]) {
    let clashes = |stay: &Stay| stays.iter().any(|other| other.exam != stay.exam && other.clashes(stay));
    for stay in stays.iter().filter(|stay| clashes(stay)) {
        let theirs = done.iter_mut().filter(|it| it.attempt == stay.exam);
        theirs.filter_map(|it| it.exam.as_mut()).for_each(|exam| exam.disputed = true);
    }
}

/// An attempt as far as it had come.
fn seen(row: &AttemptRow, kept: &Kept, desk: &Desk, titled: &dyn Fn(&Subject) -> String) -> Option<Done> {
    let events: Vec<&Recorded> = kept.events.iter().filter(|it| desk.until.is_none_or(|until| it.event.at <= until)).collect();
    let last = events.last()?.event.at;
    let over = events.len() == kept.events.len();
    let grade = kept.state.closed.clone().filter(|_| over);
    let register = &desk.registry.register;
    let exam = kept.activity.scheme().map(|scheme| {
        let verdict = if let Some(Grade::Exam(grade)) = &grade { Some(&grade.verdict) } else { None };
        // What was decided before the marks rose decides nothing any more.
        let passed = verdict.map(|it| it.standing == Standing::Passed);
        let decision = register.decided.get(&row.id).and_then(|all| all.iter().rfind(|it| Some(it.pass) == passed));
        let name = |staff: &StaffId| desk.registry.name(staff);
        let again = register.regraded.get(&row.id).filter(|_| over);
        let settled = decision.map(|it| Settled::Decided(name(&it.who))).or(again.map(|it| Settled::Regraded(name(&it.by))));
        Exam {
            licence: scheme.id.clone(),
            total: verdict.and_then(|it| it.total),
            standing: verdict.map(|it| it.standing),
            pass: scheme.result.pass,
            band: scheme.result.borderline,
            crossed: verdict.is_some_and(|it| it.why.iter().any(crosses)),
            decided: decision.is_some(),
            voided: false,
            disputed: false,
            settled,
        }
    });
    Some(Done {
        attempt: row.id.clone(),
        title: titled(&row.subject),
        edition: edition(&kept.activity),
        subject: row.subject.clone(),
        begun: row.started,
        last,
        minutes: minutes(&events),
        grade,
        exam,
        scripted: by_script(kept),
    })
}

/// An exam that does not count is told as such, and nothing of it.
fn voided(row: &AttemptRow, titled: &dyn Fn(&Subject) -> String) -> Option<Done> {
    let Subject::Licence(id) = &row.subject else { return None };
    let licence = id.as_str().into();
    let exam = Exam {
        licence,
        total: None,
        standing: None,
        pass: 0,
        band: 0,
        crossed: false,
        decided: false,
        voided: true,
        disputed: false,
        settled: None,
    };
    Some(Done {
        attempt: row.id.clone(),
        title: titled(&row.subject),
        edition: String::new(),
        subject: row.subject.clone(),
        begun: row.started,
        last: row.last,
        minutes: 0,
        grade: None,
        exam: Some(exam),
        scripted: false,
    })
}

/// What fails an exam whatever its points.
const fn crosses(short: &Short) -> bool {
    matches!(short, Short::RedLine { .. } | Short::Critical { .. })
}

/// Which edition of the content: of an exam its scheme's, of a quiz none, for each one draws its own.
fn edition(activity: &Activity) -> String {
    let plan = &activity.plan;
    let digest = match (&plan.exam, &plan.subject) {
        (Some(exam), _) => exam.scheme,
        (None, Subject::Bank(_) | Subject::Review) => return String::new(),
        (None, Subject::Scenario(_) | Subject::Agreement(_)) => match plan.parts.iter().flat_map(|it| &it.steps).next() {
            Some(step) => step.content(),
            None => return String::new(),
        },
        _ => Digest::of(&plan.parts.iter().flat_map(|it| &it.steps).map(Step::content).collect::<Vec<_>>()),
    };
    digest.to_string().chars().take(DIGITS).collect()
}

/// Minutes from event to event, long pauses shortened; begun ones count whole.
fn minutes(events: &[&Recorded]) -> u32 {
    let gap = |two: &[&Recorded]| (two[1].event.at.0 - two[0].event.at.0).clamp(0, PAUSE);
    let millis: i64 = events.windows(2).map(gap).sum();
    u32::try_from((millis + 59_999) / 60_000).unwrap_or(u32::MAX)
}

const fn kind(matter: &Matter) -> Option<Said> {
    match matter {
        Matter::Note { .. } => Some(Said::Note),
        Matter::Remark { .. } => Some(Said::Remark),
        Matter::Answer { .. } | Matter::Seen { .. } => None,
    }
}

/// A licence as the acts leave it; whether its file proves it, only the licence's own report asks.
fn licence(registry: &Registry, (at, issued): (Moment, &Issued), now: Moment) -> Licence {
    let state = match Proof::of_number(registry, issued, now) {
        Proof::Valid => State::Valid,
        Proof::Provisional | Proof::Fulfilled => State::Provisional,
        Proof::Suspended(_) => State::Suspended,
        Proof::Superseded(_) => State::Superseded,
        Proof::Expired => State::Expired,
        Proof::Revoked => State::Revoked,
        Proof::Waiting => State::Waiting,
        Proof::Erased => State::Erased,
        Proof::Unproven => State::Unproven,
    };
    Licence {
        number: issued.number.clone(),
        learner: issued.learner.clone(),
        licence: issued.licence.clone(),
        attempt: issued.attempt.clone(),
        issued: at,
        until: issued.until,
        state,
        taken: registry.register.taken.get(&issued.number).filter(|it| it.now(now).is_some()).map(|it| it.at),
        follows: issued.terms.follows.clone(),
    }
}

/// Exams of people who were erased: their sealed grades stand, under no name. They are in no group, and nobody waits for them.
///
/// # Errors
/// `Failure` of the store.
pub fn erased(desk: &Desk, facts: &mut Facts) -> Result<(), Failure> {
    let known: BTreeSet<_> = desk.store.learners()?.into_iter().map(|it| it.id).collect();
    let rows = desk.store.attempts(None)?.into_iter().filter(|row| !known.contains(&row.learner));
    let since: BTreeMap<_, _> = rows.map(|row| (row.learner, row.started)).collect();
    for (id, created) in since {
        let post = Post { left: Some(created), ..Post::default() };
        let nobody = Learner { id, name: "–".to_owned(), staff_number: None, language: None, plain: false, created, post };
        let (person, history) = one(desk, &nobody, &|subject| subject.named())?;
        facts.damaged.extend(history.damaged);
        facts.people.push(person);
    }
    Ok(())
}

/// All licences of a scheme as its own report tells them: also of holders who were erased, and those that wait for a second person. Of
/// each it is asked whether the kept file proves what the acts say: what does not is told as such, never as good.
///
/// # Errors
/// `Failure` of the store.
pub fn prove(desk: &Desk, facts: &mut Facts, id: &LicenceId) -> Result<(), Failure> {
    for licence in facts.licences.iter_mut().filter(|it| it.licence == *id) {
        let Some(issued) = desk.registry.register.licence(&licence.number) else { continue };
        if Proof::of(desk.store.as_ref(), &desk.registry, issued, true, desk.now)? == Proof::Unproven {
            licence.state = State::Unproven;
        }
    }
    // Holders whose data were erased are nobody's name any more; their licences were issued all the same.
    let known: BTreeSet<_> = desk.store.learners()?.into_iter().map(|it| it.id).collect();
    let gone = desk.registry.register.issued.iter().filter(|(_, _, it)| it.licence == *id && !known.contains(&it.learner));
    let erased = |(at, _, it): &(Moment, StaffId, Issued)| {
        let licence = licence(&desk.registry, (*at, it), desk.now);
        Licence { state: licence.state.erased(), ..licence }
    };
    facts.licences.extend(gone.map(erased));
    let waits = |it: &Waiting| match &it.deed {
        Deed::Issued(issued) if issued.licence == *id => {
            Some(Licence { state: State::Waiting, ..licence(&desk.registry, (it.at, issued), desk.now) })
        }
        _ => None,
    };
    facts.licences.extend(desk.registry.register.waiting.iter().filter_map(waits));
    Ok(())
}

/// Which licences ask for a course.
fn asked_by(library: &Library) -> BTreeMap<CourseId, BTreeSet<LicenceId>> {
    let mut out: BTreeMap<CourseId, BTreeSet<LicenceId>> = BTreeMap::new();
    for scheme in library.licences.values() {
        for course in scheme.requires.courses.iter().chain(&scheme.validity.refresher) {
            out.entry(course.clone()).or_default().insert(scheme.id.clone());
        }
    }
    out
}
