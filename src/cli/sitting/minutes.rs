//! `sitting note | extend | void`: what happens during a sitting, each signed by the invigilator. None of it needs the code: what is
//! sealed stays so.

use clap::Args;

use super::{begun_alone, find};
use crate::attempt::act::{AtSitting, Deed, Minute, StaffRole};
use crate::attempt::event::{Body, Event, Recorded};
use crate::attempt::state::MOST_EXTENDED;
use crate::base::id::{ActorId, AttemptId, LearnerId, SittingId, is_meant};
use crate::base::name::alike;
use crate::cli::Outcome;
use crate::cli::beside::together;
use crate::cli::failure::{Exit, Failure, asker_failure};
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::roster::find_learner;
use crate::cli::signer::{Acting, Signer, reason, signer};
use crate::grade::register::{Sitting, minutes};
use crate::model::form::{Choice, Reply};
use crate::store::{Hold, Learner, Sealed, Store, StoreError};
use crate::terminal::Asked;

/// `sitting note SITTING TEXT`
#[derive(Debug, Args)]
pub struct Note {
    /// The sitting's number.
    pub sitting: String,
    /// What happened.
    pub text: String,
    /// To whom; without it, to the whole room.
    #[arg(long, value_name = "LEARNER")]
    pub candidate: Option<String>,
    /// The invigilator.
    #[command(flatten)]
    pub acting: Acting,
}

/// `sitting extend SITTING`
#[derive(Debug, Args)]
pub struct Extend {
    /// The sitting's number.
    pub sitting: String,
    /// Who.
    #[arg(long, value_name = "LEARNER")]
    pub candidate: String,
    /// How many.
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    pub minutes: i64,
    /// Why.
    #[arg(long)]
    pub reason: String,
    /// Which exam, where the candidate has two.
    #[arg(long, value_name = "EXAM")]
    pub exam: Option<String>,
    /// The invigilator.
    #[command(flatten)]
    pub acting: Acting,
}

/// `sitting void SITTING`
#[derive(Debug, Args)]
pub struct VoidSeat {
    /// The sitting's number.
    pub sitting: String,
    /// Who.
    #[arg(long, value_name = "LEARNER", required_unless_present = "whole")]
    pub candidate: Option<String>,
    /// All of it: it was called by mistake, and nobody has begun.
    #[arg(long, conflicts_with_all = ["candidate", "exam"])]
    pub whole: bool,
    /// Why.
    #[arg(long)]
    pub reason: String,
    /// Which exam, where the candidate has two.
    #[arg(long, value_name = "EXAM")]
    pub exam: Option<String>,
    /// The invigilator.
    #[command(flatten)]
    pub acting: Acting,
}

/// `note`
pub fn note(call: &mut Call<'_>, args: &Note) -> Outcome {
    let mut store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let (id, sitting) = find(&registry, &args.sitting)?;
    let about = args.candidate.as_deref().map(|typed| called(store.as_ref(), sitting, typed)).transpose()?;
    let beside = reason(call.ports, &args.text).map_err(|_| Failure::usage("fail-note", []))?;
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
    let learner = about.as_ref().map(|it| it.id.clone());
    let what = Minute::Incident { learner, reason: beside.digest() };
    store.act(&by.sign(call.ports, at(id, what), Some(beside)), None)?;
    call.tell("note-sitting-noted", &[("id", id.short().into())]);
    Ok(Exit::Done)
}

/// `extend`
pub fn extend(call: &mut Call<'_>, args: &Extend) -> Outcome {
    let mut store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let (id, sitting) = find(&registry, &args.sitting)?;
    let count = count(args.minutes)?;
    let learner = called(store.as_ref(), sitting, &args.candidate)?;
    let attempt = exam(call, &registry, sitting, (&learner, args.exam.as_deref()))?;
    room_for(store.as_ref(), id, &attempt, count)?;
    let beside = reason(call.ports, &args.reason)?;
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
    apart(&by, &learner)?;
    let _hold = held(store.as_ref(), &attempt, &learner, ("hint-extend-open", id.short()))?;
    // Typing a passphrase takes time.
    let last = room_for(store.as_ref(), id, &attempt, count)?;
    let what =
        Minute::Extended { learner: learner.id.clone(), attempt: attempt.clone(), minutes: count, reason: beside.digest() };
    let act = by.sign(call.ports, at(id, what), Some(beside));
    let body = Body::Extended { act: act.act.id.clone(), by: minutes(count) };
    let (seq, previous) = (last.event.seq + 1, Some(last.event.digest()));
    let at = call.ports.now().max(last.event.at);
    let exam = attempt.short().to_owned();
    let event = Event { attempt, seq, at, by: ActorId::from(&by.staff), body, previous };
    // The minutes and who signed them, as one.
    together(store.as_mut(), |store| {
        store.act(&act, None)?;
        store.append(&Recorded { event, beside: None }).map_err(Failure::from)
    })?;
    let gaps = [("name", learner.called().into()), ("minutes", count.into()), ("id", id.short().into()), ("exam", exam.into())];
    call.tell("note-sitting-extended", &gaps);
    Ok(Exit::Done)
}

/// `void`
pub fn void(call: &mut Call<'_>, args: &VoidSeat) -> Outcome {
    let mut store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let (id, sitting) = find(&registry, &args.sitting)?;
    let learner = called(store.as_ref(), sitting, args.candidate.as_deref().unwrap_or_default())?;
    let attempt = match begun_alone(store.as_ref(), &registry, id, &learner.id)? {
        Some(alone) => alone,
        None => exam(call, &registry, sitting, (&learner, args.exam.as_deref()))?,
    };
    let issued = |registry: &Registry| registry.register.issued.iter().any(|(_, _, it)| it.attempt == attempt);
    let no = || Failure::new(Exit::Refused, "fail-void-issued", [("id", attempt.short())]);
    let beside = reason(call.ports, &args.reason)?;
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
    apart(&by, &learner)?;
    let _hold = held(store.as_ref(), &attempt, &learner, ("hint-void-open", id.short()))?;
    if issued(&Registry::open(store.as_ref())?) {
        return Err(no());
    }
    let events = store.events(&attempt)?;
    let last = events.last().ok_or_else(|| Failure::damaged(&attempt))?.event.digest();
    let deed = Deed::Voided { attempt: attempt.clone(), last, reason: beside.digest() };
    store.act(&by.sign(call.ports, deed, Some(beside)), None)?;
    call.tell("note-voided", &[("id", attempt.short().into()), ("name", by.name.as_str().into())]);
    let key = if sitting.called.reserves.unwrap_or(0) > 0 { "note-void-reserve" } else { "note-void-no-reserve" };
    call.tell(key, &[("id", id.short().into())]);
    Ok(Exit::Done)
}

/// The exam, held: it may be open in a window, which goes by what it has read.
fn held(store: &dyn Store, attempt: &AttemptId, learner: &Learner, (hint, id): (&'static str, &str)) -> Result<Hold, Failure> {
    store.hold(attempt).map_err(|error| match error {
        StoreError::Busy(_) => {
            Failure::new(Exit::Refused, "fail-extend-open", [("name", &learner.called())]).hint(hint, [("id", id)])
        }
        other => other.into(),
    })
}

fn at(sitting: &SittingId, what: Minute) -> Deed {
    Deed::Sitting(AtSitting { sitting: sitting.clone(), what })
}

/// One of those called.
fn called(store: &dyn Store, sitting: &Sitting, typed: &str) -> Result<Learner, Failure> {
    let learner = find_learner(store, typed)?;
    match sitting.called.candidates.contains(&learner.id) {
        true => Ok(learner),
        false => Err(Failure::new(Exit::Refused, "fail-not-called", [("name", &learner.called())])),
    }
}

/// The exam that somebody has in it: the one named, or the only one that counts; whoever sits at a screen is asked which of two.
fn exam(
    call: &Call<'_>,
    registry: &Registry,
    sitting: &Sitting,
    (learner, named): (&Learner, Option<&str>),
) -> Result<AttemptId, Failure> {
    let all = sitting.exams(&learner.id);
    let fits = |it: &&&AttemptId| named.is_none_or(|typed| is_meant(it.as_str(), typed));
    let theirs: Vec<&AttemptId> = all.iter().filter(fits).copied().collect();
    let count: Vec<&AttemptId> = theirs.iter().filter(|it| !registry.register.voided.contains_key(**it)).copied().collect();
    let shown = |exams: &[&AttemptId]| {
        let names: Vec<&str> = exams.iter().map(|it| it.short()).collect();
        names.join(&call.words.get("paper-comma"))
    };
    let name = learner.called();
    match (&count[..], &theirs[..]) {
        ([one], _) => Ok((*one).clone()),
        ([], []) if all.is_empty() => Err(Failure::new(Exit::Refused, "fail-not-seated", [("name", &name)])),
        ([], []) => Err(Failure::usage(
            "fail-no-such-exam-here",
            [("name", &*name), ("id", named.unwrap_or_default()), ("exams", &shown(&all))],
        )),
        ([], void) => Err(Failure::new(Exit::Refused, "fail-seat-void", [("name", &name), ("exams", &shown(void))])),
        (two, _) if call.ports.screen.is_none() => {
            Err(Failure::usage("fail-two-exams", [("name", &name), ("exams", &shown(two))]).hint("hint-which-exam", []))
        }
        (two, _) => {
            let options: Vec<Choice> =
                two.iter().map(|it| Choice { key: it.as_str().into(), text: it.short().to_owned() }).collect();
            let mut asker = call.look(None).person(&call.words)?;
            let asked = asker.choose(&call.words.with("ask-which-exam", &[("name", name.as_str().into())]), &options, "");
            match asked.map_err(|error| asker_failure(&error, &call.words))? {
                Asked::Reply(Reply::Picked(key)) => Ok(key.as_str().into()),
                _ => Err(Failure::new(Exit::Interrupted, "fail-no-exam-picked", [])),
            }
        }
    }
}

/// The minutes that were typed, where an exam may get as many.
fn count(typed: i64) -> Result<u16, Failure> {
    let count = u16::try_from(typed).ok().filter(|it| *it > 0 && minutes(*it) <= MOST_EXTENDED);
    count.ok_or_else(|| Failure::usage("fail-extend-minutes", [("typed", &typed.to_string())]))
}

/// Whether an exam is under way at this PC and may be so much longer; its newest event.
fn room_for(store: &dyn Store, sitting: &SittingId, attempt: &AttemptId, count: u16) -> Result<Recorded, Failure> {
    if !store.ledger()?.iter().any(|line| line.what == Sealed::Started { attempt: attempt.clone() }) {
        return Err(StoreError::Elsewhere(attempt.clone()).into());
    }
    let last = store.events(attempt)?.pop().ok_or_else(|| Failure::damaged(attempt))?;
    if matches!(last.event.body, Body::Closed { .. }) {
        return Err(Failure::new(Exit::Refused, "fail-extend-closed", []));
    }
    // What was signed counts, whether or not it came to be on the exam's record.
    let given = Registry::open(store)?.register.sittings.get(sitting).map_or(0, |it| it.given(attempt));
    if minutes(given.saturating_add(count)) > MOST_EXTENDED {
        return Err(Failure::new(Exit::Refused, "fail-extend-most", []));
    }
    Ok(last)
}

/// Nobody gives himself more time, or declares his own exam void. Whether the scheme asks for it is sealed, so it always holds here.
fn apart(by: &Signer, learner: &Learner) -> Result<(), Failure> {
    match alike(&by.name, &learner.name) {
        true => Err(Failure::new(Exit::Refused, "fail-oneself", [("name", &by.name)]).hint("hint-another", [])),
        false => Ok(()),
    }
}

/// A name for a candidate who may have been erased.
pub fn name_of(all: &[Learner], id: &LearnerId) -> String {
    all.iter().find(|it| it.id == *id).map_or_else(|| id.short().to_owned(), Learner::called)
}
