//! `appeal open`: a candidate says why a result is not right, within the time that the scheme gives, and gets a receipt number.

use serde_json::json;

use super::{Appeal, known};
use crate::attempt::event::{Beside, Body, Event, Leaving, Recorded};
use crate::attempt::plan::{Activity, Appeal as OfExam, Conduct, Plan, Subject};
use crate::attempt::state::State;
use crate::base::dice::ALGORITHM;
use crate::base::id::{AttemptId, is_meant};
use crate::base::moment::Moment;
use crate::cli::args::AppealOpen as Args;
use crate::cli::away::Away;
use crate::cli::failure::{Exit, Failure, asker_failure};
use crate::cli::ports::Ports;
use crate::cli::recall::{find, short};
use crate::cli::registry::{ExamCase, Registry, must_be_free};
use crate::cli::room::{Call, Room};
use crate::cli::signer::{REASON_MOST, reason};
use crate::cli::start::begun_here;
use crate::cli::{Outcome, menus};
use crate::grade;
use crate::locale::Words;
use crate::model::form::Reply;
use crate::model::frozen::{Frame, Frozen};
use crate::model::grade::{RULES, Standing};
use crate::model::page::Block;
use crate::model::text::Text;
use crate::store::{Learner, Sealed, Store};
use crate::terminal::Asked;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    let Some(why) = &args.reason else {
        let mut room = call.room_of_known()?;
        return ask(&mut room, args.attempt.as_deref());
    };
    let zone = call.library()?.time_zone;
    let mut store = call.store()?;
    let learner = call.learner(store.as_ref())?;
    let case = may(store.as_ref(), &learner, args.attempt.as_deref(), (call.ports.now(), &zone))?;
    let beside = reason(call.ports, why)?;
    let appeal = record(store.as_mut(), call.ports, &case, beside)?;
    let words = call.words_of(&learner);
    if call.json() {
        let value =
            json!({ "receipt": appeal.receipt().to_string(), "appeal": appeal.id, "exam": appeal.exam, "due": appeal.due });
        call.print_json(&value)?;
    } else {
        call.print_said(&opened(&words, &appeal, &zone))?;
    }
    Ok(Exit::Done)
}

/// Asks for the grounds, and hands the appeal in.
///
/// # Errors
/// `Failure` of store or screen, or where there is nothing to appeal against.
pub fn ask(room: &mut Room<'_>, attempt: Option<&str>) -> Outcome {
    let zone = room.library.time_zone.clone();
    let case = may(room.store.as_ref(), &room.learner, attempt, (room.ports.now(), &zone))?;
    let title = room.title(&case.kept.activity.plan.subject);
    let gaps = [("title", title.into()), ("id", short(&case.kept.activity.plan.attempt).into())];
    let about = Block::Text(room.words.with("appeal-about", &gaps));
    room.asker.show(&[about]).map_err(|e| asker_failure(&e, &room.words))?;
    let label = room.words.get("ask-appeal");
    let why = match room.asker.line(&label, REASON_MOST).map_err(|e| asker_failure(&e, &room.words))? {
        Asked::Reply(Reply::Typed(why)) => why,
        Asked::Reply(_) | Asked::TimeUp => return Err(Failure::usage("fail-reason", [])),
        Asked::Left(how) => return left(room, how),
    };
    let beside = reason(room.ports, &why)?;
    // Typing took its time.
    let case =
        may(room.store.as_ref(), &room.learner, Some(case.kept.activity.plan.attempt.as_str()), (room.ports.now(), &zone))?;
    let appeal = record(room.store.as_mut(), room.ports, &case, beside)?;
    let said = opened(&room.words, &appeal, &zone);
    room.asker.show(&[Block::Text(said)]).map_err(|e| asker_failure(&e, &room.words))?;
    Ok(Exit::Done)
}

fn left(room: &Room<'_>, how: Leaving) -> Outcome {
    if room.at_home { crate::cli::home::back(how) } else { Ok(menus::left(room, how, None)) }
}

/// What a candidate is told who has handed one in.
fn opened(words: &Words, appeal: &Appeal, zone: &str) -> String {
    let gaps = [("receipt", appeal.receipt().to_string().into()), ("due", appeal.due.local(zone).into())];
    words.with("note-appeal-opened", &gaps)
}

/// The exam that the candidate may appeal against now.
fn may(store: &dyn Store, learner: &Learner, named: Option<&str>, (now, zone): (Moment, &str)) -> Result<ExamCase, Failure> {
    must_be_free(store, &learner.id)?;
    let registry = Registry::open(store)?;
    let mut rows = store.attempts(Some(&learner.id))?;
    rows.retain(|row| matches!(row.subject, Subject::Licence(_)) && row.closed);
    let none = || Failure::new(Exit::Refused, "fail-no-exam-yet", [("name", &learner.name)]);
    let row = match named {
        Some(named) if !rows.iter().any(|row| is_meant(row.id.as_str(), named)) => {
            // Whose it is otherwise is nobody's business.
            let gaps = [("name", &*learner.called()), ("id", named)];
            return Err(Failure::usage("fail-no-own-exam", gaps).hint("hint-no-own-exam", []));
        }
        Some(named) => find(&rows, named)?,
        None => rows.first().ok_or_else(none)?,
    };
    let id = short(&row.id);
    if let Some(there) = known(store, &registry, &learner.id)?.iter().find(|it| it.exam == row.id) {
        let receipt = there.receipt().to_string();
        return Err(Failure::new(Exit::Refused, "fail-appeal-there", [("id", &id), ("receipt", &receipt)]));
    }
    if let Some(away) = Away::of(store, &row.id)? {
        let until = away.appeal_until.map_or_else(|| "none".to_owned(), |until| until.local(zone));
        return Err(Failure::new(Exit::Refused, "fail-appeal-away", [("id", &id), ("until", &until)])
            .hint("hint-appeal-away", [("id", &id), ("name", &learner.name)]));
    }
    let case = registry.exam(store, &row.id)?;
    if let Some(until) = until(&registry, &case).filter(|until| now > *until) {
        let until = until.local(zone);
        return Err(
            Failure::new(Exit::Refused, "fail-appeal-late", [("id", &id), ("until", &until)]).hint("hint-appeal-late", [])
        );
    }
    let ahead = case.closed.map(|(at, _)| at).max(last_sealed(store, &registry)?).filter(|last| now < *last);
    if let Some(last) = ahead {
        let (now, last) = (now.local(zone), last.local(zone));
        return Err(
            Failure::new(Exit::Refused, "fail-appeal-clock", [("now", &now), ("last", &last)]).hint("hint-appeal-clock", [])
        );
    }
    Ok(case)
}

/// When the newest line of this PC's ledger was sealed, by its clock then: nothing happens here before it, and a clock that was set back
/// makes no time for an appeal. Other PCs' clocks may be years ahead.
fn last_sealed(store: &dyn Store, registry: &Registry) -> Result<Option<Moment>, Failure> {
    for line in store.ledger()?.iter().rev() {
        let at = match &line.what {
            Sealed::Act { act } => registry.acts.iter().rfind(|signed| signed.act.id == *act).map(|signed| signed.act.at),
            Sealed::Started { attempt } => store.events(attempt)?.first().map(|it| it.event.at),
            Sealed::Closed { attempt } => store.events(attempt)?.last().map(|it| it.event.at),
            Sealed::Copied { .. } => None,
        };
        if at.is_some() {
            return Ok(at);
        }
    }
    Ok(None)
}

/// Until when one may appeal against an exam; `None` as long as it has no result: the time for it has not begun.
pub fn until(registry: &Registry, case: &ExamCase) -> Option<Moment> {
    let standing = case.outcome.as_ref()?.verdict.standing;
    let window = case.kept.activity.scheme().map(|scheme| scheme.appeals().window).unwrap_or_default();
    matches!(standing, Standing::Passed | Standing::Failed).then(|| window.after(settled(registry, case)))
}

/// The newest exam that a candidate may appeal against now.
///
/// # Errors
/// `Failure` of the store.
pub fn newest(store: &dyn Store, learner: &Learner, now: Moment) -> Result<Option<AttemptId>, Failure> {
    match may(store, learner, None, (now, "UTC")) {
        Ok(case) => Ok(until(&Registry::open(store)?, &case).map(|_| case.kept.activity.plan.attempt.clone())),
        Err(failure) if failure.exit == Exit::Refused => Ok(None),
        Err(failure) => Err(failure),
    }
}

/// Since when the result is what it is: the end of the exam, or what was last done about it.
fn settled(registry: &Registry, case: &ExamCase) -> Moment {
    let attempt = &case.kept.activity.plan.attempt;
    let about = registry.acts.iter().filter(|signed| {
        let names = signed.act.deed.names();
        names.into_iter().any(|named| named.attempt() == Some(attempt)) && registry.register.counted.contains_key(&signed.act.id)
    });
    let last = about.map(|signed| signed.act.at).max();
    last.max(case.closed.map(|(at, _)| at)).unwrap_or_default()
}

/// Writes it down: the words beside its beginning, and nothing else to do.
fn record(store: &mut dyn Store, ports: &Ports, case: &ExamCase, beside: Beside) -> Result<Appeal, Failure> {
    let exam = &case.kept.activity.plan;
    let (_, closed) = case.closed.ok_or_else(|| Failure::damaged(&exam.attempt))?;
    let frame = Frozen::Frame(Frame { title: Text::default(), skills: [].into() });
    let plan = Plan {
        attempt: ports.attempt_id(),
        learner: exam.learner.clone(),
        subject: Subject::Appeal(exam.attempt.to_string()),
        language: exam.language.clone(),
        seed: ports.seed(),
        dice: ALGORITHM.to_owned(),
        rules: RULES,
        conduct: Conduct::Person,
        frame: frame.digest(),
        parts: Vec::new(),
        exam: None,
        observes: None,
        appeals: Some(OfExam { closed, grounds: beside.digest() }),
        allowance: None,
    };
    let plan = begun_here(store, plan);
    let attempt = plan.attempt.clone();
    let by = plan.actor();
    let at = ports.now();
    let event = Event {
        attempt: attempt.clone(),
        seq: 0,
        at,
        by: by.clone(),
        body: Body::Started { plan: Box::new(plan.clone()) },
        previous: None,
    };
    let started = Recorded { event, beside: Some(beside) };
    store.begin(&started, &[frame.sealed()])?;
    let opened = started.event.digest();
    let activity = Activity::new(plan, [(frame.digest(), frame)].into()).map_err(|e| Failure::content_gone(&e.0))?;
    let state = State::replay(&activity, &[started]).map_err(|_| Failure::damaged(&attempt))?;
    let body = Body::Closed { grade: grade::grade(&activity, &state) };
    let event = Event { attempt: attempt.clone(), seq: 1, at: ports.now(), by, body, previous: Some(opened) };
    store.append(&Recorded { event, beside: None })?;
    let due = case.kept.activity.scheme().map(|scheme| scheme.appeals().answer_within).unwrap_or_default().after(at);
    let (learner, exam): (_, AttemptId) = (exam.learner.clone(), exam.attempt.clone());
    let licence = case.kept.activity.scheme().map(|scheme| scheme.id.to_string());
    Ok(Appeal { id: attempt, opened, at, due, learner, exam, licence, grounds: None, hearing: None, remedy: None, waits: false })
}
