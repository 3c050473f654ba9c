//! `exam LICENCE`: who may sit, what the rules are, two warm-up items, the pledge; then the exam, through the one loop.
//!
//! Nothing counts before "start". One exam is under way per learner and scheme: the command goes on with it.

pub mod ready;
mod warm_up;

use self::ready::Readiness;
pub use self::ready::toward;
use super::args::Exam as Args;
use super::failure::{Exit, Failure, asker_failure};
use super::recall::short;
use super::registry::{ExamCase, Registry};
use super::roll::Name;
use super::room::{Call, Room};
use super::{Outcome, allow, menus, result, session, start, timing};
use crate::attempt::blueprint::{Form as Drawn, Shortage, draw};
use crate::attempt::event::{Beside, Body, Leaving};
use crate::attempt::plan::{Conduct, Subject};
use crate::base::dice::Seed;
use crate::base::id::{AgreementId, AttemptId, LicenceId};
use crate::model::library::Library;
use crate::model::licence::{Accepts, Scheme};
use crate::model::page::Block;
use crate::model::text::Text;
use crate::report::{eligibility, rules};

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    if args.ready {
        return ready(call, args);
    }
    let mut room = call.room(args.answers.as_deref())?;
    let id = match &args.licence {
        Some(named) => find(&room.library, named)?.id.clone(),
        None => match menus::pick_licence(&mut room)? {
            Ok(id) => id,
            Err(how) => return Ok(menus::left(&room, how, None)),
        },
    };
    go(&mut room, &id)
}

/// Whether one may sit, without sitting.
fn ready(call: &mut Call<'_>, args: &Args) -> Outcome {
    let (library, store) = (call.library()?, call.store()?);
    let learner = call.learner(store.as_ref())?;
    let named =
        args.licence.as_deref().ok_or_else(|| Failure::usage("fail-missing-arg", [("arg", "LICENCE")]).hint("hint-list", []))?;
    let scheme = find(&library, named)?;
    let now = call.ports.now();
    let readiness = Readiness::of(&Registry::open(store.as_ref())?, store.as_ref(), &learner, (scheme, &library), now)?;
    let all = &readiness.all;
    let words = call.words_of(&learner);
    let told = readiness.ctx(scheme, &library, &words, now, false);
    let exit = if all.may_sit() { Exit::Done } else { Exit::Refused };
    if call.json() {
        call.print_json(&eligibility::json(all, told))?;
    } else {
        let text = call.report_look(Some(&learner)).painted(&eligibility::told(all, told), &words);
        call.print(&text)?;
    }
    Ok(exit)
}

/// Sits an exam: the one under way, or a new one.
///
/// # Errors
/// `Failure` where the candidate may not, or something it needs is broken.
pub fn go(room: &mut Room<'_>, id: &LicenceId) -> Outcome {
    let registry = Registry::open(room.store.as_ref())?;
    if let Some(open) = under_way(room, &registry, id)? {
        return go_on(room, &registry, &open);
    }
    let scheme = find(&room.library, id.as_str())?.clone();
    accepted(room, Some(&scheme))?;
    // Two schemes may draw from one bank: the result of one exam would tell about the other.
    room.must_be_free()?;
    timing::must_begin_later(room)?;
    whole(room, &scheme)?;
    let left = match eligible_now(room, &registry, &scheme)? {
        Ok(left) => left,
        Err(exit) => return Ok(exit),
    };
    if scheme.conduct.supervised {
        return Err(Failure::new(Exit::Refused, "fail-needs-sitting", [("id", scheme.id.as_str())]).hint("hint-sitting", []));
    }
    let seed = room.ports.seed();
    let library = room.library.clone();
    let drawn = rules::Drawn::of(&room.library, &scheme);
    let Some(pledge) = prepare(room, &scheme, left, drawn)? else { return Ok(Exit::Done) };
    // Rules take their time to read: what happened elsewhere meanwhile counts, and from here nothing begins elsewhere.
    let beginning = room.store.hold_beginning(&room.learner.id)?;
    room.must_be_free()?;
    let registry = Registry::open(room.store.as_ref())?;
    if let Err(exit) = eligible_now(room, &registry, &scheme)? {
        return Ok(exit);
    }
    let met = registry.met(room.store.as_ref(), &room.learner.id)?;
    let form = draw(&library, &scheme, &met, &seed).map_err(|short| cannot_draw(&scheme, short))?;
    let attempt = begin(room, &scheme, &form, seed, &pledge)?;
    drop(beginning);
    sit(room, &attempt)
}

/// Goes on with the exam that is under way.
fn go_on(room: &mut Room<'_>, registry: &Registry, open: &ExamCase) -> Outcome {
    let (plan, scheme) = (&open.kept.activity.plan, open.kept.activity.scheme());
    accepted(room, scheme)?;
    if room.scripted && plan.conduct == Conduct::Person {
        return Err(Failure::new(Exit::Refused, "fail-persons-exam", [("id", plan.subject.parts().1)]));
    }
    // Whoever let it begin is unknown: an examiner signs only for what begins before his eyes.
    let supervised = scheme.is_some_and(|scheme| scheme.conduct.supervised);
    if supervised && !registry.register.admitted.contains_key(&plan.attempt) {
        let id = short(&plan.attempt);
        return Err(Failure::new(Exit::Refused, "fail-begun-alone", [("id", &id)]).hint("hint-void", [("id", &id)]));
    }
    // What was begun in a room goes on there, before the same eyes, at the desk too.
    if let Some(sitting) = plan.exam.as_ref().and_then(|exam| exam.sitting.as_ref()) {
        let id = sitting.short();
        let failure = Failure::new(Exit::Refused, "fail-exam-in-sitting", [("id", id)]);
        return Err(failure.hint("hint-exam-in-sitting", [("id", id)]));
    }
    sit(room, &plan.attempt)
}

/// Begins an exam on a form that was drawn, under the candidate's name and number of now.
///
/// # Errors
/// `Failure` of the store, or where a role-play of it cannot be played.
pub fn begin(room: &mut Room<'_>, scheme: &Scheme, form: &Drawn<'_>, seed: Seed, pledge: &str) -> Result<AttemptId, Failure> {
    let holder = Beside { salt: room.ports.salt(), words: Name::of(&room.learner).sealed() };
    let terms = start::Terms { pledge, holder: holder.digest() };
    let (plan, contents) = start::exam(room, scheme, form, seed, &terms)?;
    session::begin_with(room, plan, &contents, Some(holder))
}

/// Steps the exam and shows what it came to.
///
/// # Errors
/// `Failure` of the store or the screen.
pub fn sit(room: &mut Room<'_>, attempt: &AttemptId) -> Outcome {
    room.remember()?;
    match session::run(room, attempt)? {
        session::Ended::Closed { .. } => result::show(room, attempt),
        session::Ended::Left(how) => Ok(gone(room, attempt, how)),
    }
}

/// The candidate left: the clock goes on.
fn gone(room: &Room<'_>, attempt: &AttemptId, how: Leaving) -> Exit {
    let rows = room.store.attempts(Some(&room.learner.id)).unwrap_or_default();
    let licence = rows.iter().find(|r| r.id == *attempt).map_or("", |r| r.subject.parts().1);
    let first = room.store.events(attempt).unwrap_or_default().into_iter().next();
    let seated = first.is_some_and(|it| match it.event.body {
        Body::Started { plan } => plan.exam.is_some_and(|exam| exam.sitting.is_some()),
        _ => false,
    });
    let at = if seated { "sitting" } else { room.place_after(how) };
    room.tell(&room.words.with("note-left-exam", &[("id", licence.into()), ("at", at.into())]));
    if how == Leaving::Interrupted { Exit::Interrupted } else { Exit::Done }
}

/// The exam of this scheme that is under way.
fn under_way(room: &Room<'_>, registry: &Registry, id: &LicenceId) -> Result<Option<ExamCase>, Failure> {
    let subject = Subject::Licence(id.to_string());
    let rows = room.store.attempts(Some(&room.learner.id))?;
    let open = rows.iter().find(|r| r.subject == subject && !r.closed && !registry.register.voided.contains_key(&r.id));
    open.map(|row| registry.exam(room.store.as_ref(), &row.id)).transpose()
}

/// A script may reply only where the scheme says so.
///
/// # Errors
/// `Failure` with exit 5.
pub fn accepted(room: &Room<'_>, scheme: Option<&Scheme>) -> Result<(), Failure> {
    match scheme {
        Some(scheme) if room.scripted && scheme.conduct.accepts != Accepts::Script => {
            Err(Failure::new(Exit::Refused, "fail-only-persons", [("id", scheme.id.as_str())]))
        }
        _ => Ok(()),
    }
}

/// Nothing that the exam needs may be touched by a mistake.
fn whole(room: &Room<'_>, scheme: &Scheme) -> Result<(), Failure> {
    match room.broken.get(&scheme.id) {
        Some(name) => {
            Err(Failure::new(Exit::Content, "fail-exam-touched", [("id", scheme.id.as_str()), ("name", name)])
                .hint("hint-check", []))
        }
        None => Ok(()),
    }
}

/// Whether the candidate may sit; a text that alone is missing is put before them now.
fn eligible_now(room: &mut Room<'_>, registry: &Registry, scheme: &Scheme) -> Result<Result<usize, Exit>, Failure> {
    let mut readiness = Readiness::now(room, registry, scheme)?;
    if readiness.all.lacks_only_agreement()
        && let Some(id) = &scheme.requires.agreement
    {
        let text = room.library.agreements.get(id).cloned();
        let text =
            text.ok_or_else(|| Failure::new(Exit::Content, "fail-no-agreement", [("id", id.as_str())]).hint("hint-check", []))?;
        if let Some(exit) = agree(room, (id, &text))? {
            return Ok(Err(exit));
        }
        readiness = Readiness::now(room, registry, scheme)?;
    }
    if readiness.all.may_sit() {
        return Ok(Ok(readiness.all.left()));
    }
    let told = readiness.told(room, scheme);
    show(room, &told)?;
    Ok(Err(Exit::Refused))
}

/// Puts a text before the candidate; `Some` exit where it was not agreed to.
///
/// # Errors
/// `Failure` of the store or the screen.
pub fn agree(room: &mut Room<'_>, (id, text): (&AgreementId, &(Text, Text))) -> Result<Option<Exit>, Failure> {
    let subject = Subject::Agreement(id.to_string());
    let attempt = match room.open_attempt(&subject)? {
        Some(row) => row.id,
        None => {
            let (plan, contents) = start::agreement(room, id, text);
            session::begin(room, plan, &contents)?
        }
    };
    match session::run(room, &attempt)? {
        session::Ended::Closed { .. } => Ok(None),
        session::Ended::Left(how) => Ok(Some(menus::left(room, how, None))),
    }
}

/// A form cannot be drawn.
pub fn cannot_draw(scheme: &Scheme, short: Shortage) -> Failure {
    let (line, missing) = ((short.line + 1).to_string(), short.missing.to_string());
    let args = [("id", scheme.id.as_str()), ("part", short.part.word()), ("line", line.as_str()), ("missing", missing.as_str())];
    Failure::new(Exit::Content, "fail-cannot-draw", args).hint("hint-check", [])
}

/// Rules, warm-up and pledge; the words agreed to, or nothing where the candidate does not start. A script has read the rules.
///
/// # Errors
/// `Failure` of the screen.
pub fn prepare(room: &mut Room<'_>, scheme: &Scheme, left: usize, drawn: rules::Drawn) -> Result<Option<String>, Failure> {
    let pledge = room.words.get("exam-pledge");
    if room.scripted {
        return Ok(Some(pledge));
    }
    let title = scheme.title.get(&room.lang).to_owned();
    room.asker.set_head(&room.learner.name, &title);
    let allowed = allow::allowance(room.store.as_ref(), &room.learner.id)?;
    let rules = |room: &Room<'_>| {
        let mut told = rules::rules(scheme, left, drawn, rules::Reader { words: &room.words, lang: &room.lang });
        let yours = |it| room.words.with("rules-allowance", &[("what", allow::said(&room.words, it).into())]);
        told.extend(allowed.map(|it| Block::Text(yours(it))));
        told
    };
    let mut told = rules(room);
    loop {
        show(room, &told)?;
        // What is warmed up for is the answer sheet; talks and stations have none.
        let keys =
            ["warm-up", "rules", "start", "not-now"].into_iter().filter(|key| *key != "warm-up" || scheme.theory.is_some());
        let options: Vec<_> = keys.map(|key| (key.to_owned(), room.words.get(&format!("exam-{key}")))).collect();
        match room.choose(&pledge, &options)? {
            Ok(key) if key.as_str() == "start" => return Ok(Some(pledge)),
            Ok(key) if key.as_str() == "warm-up" => {
                if let Some(how) = warm_up::run(room)? {
                    return leave(room, how);
                }
                told = vec![Block::Text(room.words.get("exam-warm"))];
            }
            Ok(key) if key.as_str() == "rules" => told = rules(room),
            Ok(_) => return leave(room, Leaving::Chosen),
            Err(how) => return leave(room, how),
        }
    }
}

fn leave(room: &mut Room<'_>, how: Leaving) -> Result<Option<String>, Failure> {
    if how == Leaving::Interrupted {
        return Err(Failure::new(Exit::Interrupted, "note-not-started", []));
    }
    show(room, &[Block::Text(room.words.get("note-not-started"))])?;
    Ok(None)
}

fn show(room: &mut Room<'_>, blocks: &[Block]) -> Result<(), Failure> {
    room.asker.show(blocks).map_err(|e| asker_failure(&e, &room.words))
}

/// A scheme by id or title.
///
/// # Errors
/// `Failure` that names the nearest.
pub fn find<'a>(library: &'a Library, named: &str) -> Result<&'a Scheme, Failure> {
    let all: Vec<_> = library.licences.values().map(|s| (s.id.as_str(), &s.title, s)).collect();
    menus::find("licence", named, &all)
}
