//! `sitting close SITTING`: ends it at this PC and prints its record. At the desk, where nothing of it was sat, nothing is ended: there the
//! record is of all PCs that were collected.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use clap::Args;

use super::minutes::name_of;
use super::{find, kept};
use crate::attempt::act::{AtSitting, Deed, Minute, Signed, StaffRole};
use crate::attempt::event::{Body, Recorded};
use crate::base::id::{ActId, AttemptId, LearnerId, SittingId};
use crate::cli::failure::{Exit, Failure};
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::signer::{Acting, signer};
use crate::cli::{Outcome, allow, files};
use crate::content;
use crate::grade::register::Sitting;
use crate::report::sitting::{self as report, End, Incident, Place, Record};
use crate::store::{Learner, Sealed, Store};

/// `sitting close SITTING`
#[derive(Debug, Args)]
pub struct Close {
    /// The sitting's number.
    pub sitting: String,
    /// Where the record goes, by its ending as HTML, text or JSON; without it, it is printed here.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// The invigilator.
    #[command(flatten)]
    pub acting: Acting,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Close) -> Outcome {
    let mut store = call.store()?;
    if let Some(out) = args.out.as_deref().filter(|out| out.exists()) {
        return Err(files::unwritten(out, &std::io::ErrorKind::AlreadyExists.into()));
    }
    let registry = Registry::open(store.as_ref())?;
    let (id, sitting) = find(&registry, &args.sitting)?;
    let id = id.clone();
    let here = here(store.as_ref(), sitting)?;
    for open in still_open(store.as_ref(), &here)?.into_iter().filter(|it| !registry.register.voided.contains_key(it)) {
        let name = sitting.seated.get(&open).map(|it| name_of(&store.learners().unwrap_or_default(), &it.learner));
        call.tell("note-sitting-open", &[("name", name.unwrap_or_default().into()), ("id", id.short().into())]);
    }
    if ends_here(store.as_ref(), (&id, sitting), &here)? {
        let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
        let head = store.head()?.ok_or_else(|| Failure::new(Exit::Bug, "fail-bug", []))?;
        let what = Minute::Concluded { exams: here, head };
        let deed = Deed::Sitting(AtSitting { sitting: id.clone(), what });
        store.act(&by.sign(call.ports, deed, None), None)?;
    }
    let record = record(call, store.as_ref(), &id)?;
    print(call, &record, args.out.as_deref())
}

/// The exams of it that were begun at this PC.
fn here(store: &dyn Store, sitting: &Sitting) -> Result<Vec<AttemptId>, Failure> {
    let own = store.ledger()?;
    let begun = own.into_iter().filter_map(|line| match line.what {
        Sealed::Started { attempt } if sitting.seated.contains_key(&attempt) => Some(attempt),
        _ => None,
    });
    Ok(begun.collect())
}

fn still_open(store: &dyn Store, here: &[AttemptId]) -> Result<Vec<AttemptId>, Failure> {
    let open = store.attempts(None)?.into_iter().filter(|row| !row.closed).map(|row| row.id);
    Ok(open.filter(|id| here.contains(id)).collect())
}

/// Whether there is something to end here: not ended yet, and no desk at which nobody sat.
fn ends_here(store: &dyn Store, (id, sitting): (&SittingId, &Sitting), here: &[AttemptId]) -> Result<bool, Failure> {
    let own = store.ledger()?;
    let ended = |act: &ActId| own.iter().any(|line| line.what.act() == Some(act));
    let is_desk = kept::key(store, id)?.is_some();
    Ok(!sitting.concluded.iter().any(|it| ended(&it.act)) && (!here.is_empty() || !is_desk))
}

/// Everything that is known here of a sitting.
fn record(call: &Call<'_>, store: &dyn Store, id: &SittingId) -> Result<Record, Failure> {
    let registry = Registry::open(store)?;
    let (_, sitting) = find(&registry, id.as_str())?;
    let library = call.load(None).unwrap_or_else(|_| content::load_shipped()).library;
    let people = store.learners()?;
    let lang = call.words.tongue().lang();
    let licence = library.licences.get(&sitting.called.licence);
    let signed = |act: &ActId| registry.acts.iter().find(|it| it.act.id == *act);
    let mut places = Vec::new();
    for learner in &sitting.called.candidates {
        places.extend(place(call, store, &registry, (sitting, &people), learner)?);
    }
    let incidents = sitting.incidents.iter().map(|it| Incident {
        at: it.at,
        who: it.learner.as_ref().map(|id| name_of(&people, id)),
        by: registry.name(&it.by),
        text: signed(&it.act).and_then(|it| it.beside.as_ref()).map(|it| it.words.clone()),
    });
    let ends = sitting.concluded.iter().map(|it| End {
        at: it.at,
        by: registry.name(&it.by),
        exams: it.exams.len(),
        head: it.head.to_string(),
        signature: signed(&it.act).map(|it| it.signature.clone()).unwrap_or_default(),
    });
    Ok(Record {
        id: id.clone(),
        licence: licence.map_or_else(|| sitting.called.title.clone(), |it| it.title.get(&lang).to_owned()),
        room: sitting.called.room.clone(),
        from: sitting.called.from,
        until: sitting.called.until,
        called: (sitting.at, registry.name(&sitting.by)),
        signature: signed(&sitting.act).map(|it| it.signature.clone()).unwrap_or_default(),
        present: sitting.present(),
        places,
        incidents: incidents.collect(),
        ends: ends.collect(),
        head: store.head()?.map(|it| it.to_string()),
        zone: library.time_zone,
        printed: call.ports.now(),
    })
}

/// A candidate's places: one, none, or where an exam was declared void one more.
fn place(
    call: &Call<'_>,
    store: &dyn Store,
    registry: &Registry,
    (sitting, people): (&Sitting, &[Learner]),
    learner: &LearnerId,
) -> Result<Vec<Place>, Failure> {
    let name = name_of(people, learner);
    let allowed = registry.register.allowed.get(learner).map(|it| allow::said(&call.words, *it));
    let mut theirs: Vec<_> = sitting.seated.iter().filter(|(_, it)| it.learner == *learner).collect();
    theirs.sort_by_key(|(_, it)| it.at);
    if theirs.is_empty() {
        return Ok(vec![Place::absent(name, allowed)]);
    }
    let one = |(exam, seated): (&AttemptId, &crate::grade::register::Seated)| -> Result<Place, Failure> {
        let events = store.events(exam)?;
        let closed = events.last().filter(|it| matches!(it.event.body, Body::Closed { .. }));
        let why = |signed: &&Rc<Signed>| matches!(&signed.act.deed, Deed::Voided { attempt, .. } if attempt == exam);
        let void = registry.acts.iter().find(why).filter(|_| registry.register.voided.contains_key(exam));
        Ok(Place {
            name: name.clone(),
            allowed: allowed.clone(),
            exam: Some(exam.short().to_owned()),
            identity: Some(seated.identity),
            by: Some(registry.name(&seated.by)),
            began: events.first().map(|it: &Recorded| it.event.at),
            ended: closed.map(|it| it.event.at),
            minutes: given(&events),
            voided: void.map(|it| it.beside.as_ref().map(|it| it.words.clone()).unwrap_or_default()),
        })
    };
    theirs.into_iter().map(one).collect()
}

/// The minutes that an exam has on record beyond its plan.
fn given(events: &[Recorded]) -> i64 {
    events.iter().map(|it| if let Body::Extended { by, .. } = it.event.body { by.0 / 60_000 } else { 0 }).sum()
}

fn print(call: &mut Call<'_>, record: &Record, out: Option<&Path>) -> Outcome {
    let words = call.words.clone();
    let Some(out) = out else {
        if call.json() {
            return call.print_json(&report::json(record)).map(|()| Exit::Done);
        }
        let text = report::text(record, &words);
        call.print(&text)?;
        return Ok(Exit::Done);
    };
    let text = match out.extension().and_then(|it| it.to_str()) {
        Some("html") => report::page(record, &words),
        Some("json") => format!("{:#}\n", report::json(record)),
        _ => report::text(record, &words),
    };
    files::write_page(call, out, &text)?;
    Ok(Exit::Done)
}
