//! `learner export LEARNER --out FILE`: everything that is held about a person, for that person: all of it as JSON, and a page to read.
//!
//! What was answered, typed and said is there, and what staff signed about the person; not the keys of questions, which are the library's.

mod page;

use serde_json::{Value, json};

use super::args::LearnerExport as Args;
use super::failure::{Exit, Failure};
use super::registry::Registry;
use super::roll::Name;
use super::room::Call;
use super::roster::find_learner;
use super::{Outcome, files, issue};
use crate::attempt::act::{Deed, Signed};
use crate::attempt::event::{Body, Recorded};
use crate::attempt::saying::Saying;
use crate::base::moment::Moment;
use crate::model::grade::Grade;
use crate::report::held;
use crate::store::{AttemptRow, Learner, Store};

/// The version of the file's shape.
const FORMAT: u32 = 1;

/// Everything held about a person.
struct Held {
    learner: Learner,
    attempts: Vec<(AttemptRow, Vec<Recorded>)>,
    said: Vec<Saying>,
    acts: Vec<(Signed, String, Option<String>)>,
    /// Names and numbers that staff signed for.
    called: Vec<Name>,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    // Answers of practice stand beside what they earned.
    call.may_show_keys()?;
    // Named as a page, it is the page; what programs read lies beside it.
    let beside = args.out.with_extension("html");
    let out = if args.out == beside { args.out.with_extension("json") } else { args.out.clone() };
    issue::must_be_new(&out)?;
    issue::must_be_new(&beside)?;
    let (library, store) = (call.library()?, call.store()?);
    let registry = Registry::open(store.as_ref())?;
    let held = gathered(store.as_ref(), &registry, find_learner(store.as_ref(), &args.learner)?)?;
    let now = call.ports.now();
    let mut text = serde_json::to_string_pretty(&as_json(&held, now)).expect("our values have string keys");
    text.push('\n');
    files::write_new(&out, text.as_bytes()).map_err(|e| files::unwritten(&out, &e))?;
    let words = call.words.for_pages();
    let ground = page::Ground { store: store.as_ref(), registry: &registry, library: &library, words: &words, now };
    let shown = held::page(&page::page(&held, &ground)?, &words);
    files::write_new(&beside, shown.as_bytes()).map_err(|e| files::unwritten(&beside, &e))?;
    let (out, page) = (out.display().to_string(), beside.display().to_string());
    call.tell("note-held", &[("name", held.learner.called().into()), ("path", out.into()), ("page", page.into())]);
    Ok(Exit::Done)
}

fn gathered(store: &dyn Store, registry: &Registry, learner: Learner) -> Result<Held, Failure> {
    let mut attempts = Vec::new();
    for row in store.attempts(Some(&learner.id))?.into_iter().rev() {
        let events = store.events(&row.id)?;
        attempts.push((row, events));
    }
    let ids = attempts.iter().map(|(row, _)| row.id.clone()).collect();
    let mut acts = Vec::new();
    for signed in registry.acts.iter().filter(|signed| signed.act.deed.concerns(&learner.id, &ids)) {
        let by = registry.register.who(&signed.act.key, None).map_or_else(|| signed.act.key.to_string(), |id| registry.name(&id));
        let credential = crate::store::acts::issued(signed).map(|issued| store.credential(&issued.number)).transpose()?.flatten();
        acts.push(((**signed).clone(), by, credential));
    }
    let called = registry.roll.names(&learner.id).into_iter().cloned().collect();
    Ok(Held { said: store.sayings(Some(&learner.id))?, learner, attempts, acts, called })
}

fn as_json(held: &Held, now: Moment) -> Value {
    let attempt = |(row, events): &(AttemptRow, Vec<Recorded>)| {
        let (kind, id) = row.subject.parts();
        let events = events.iter().map(|it| json!({ "event": told(it), "words": it.beside.as_ref().map(|b| &b.words) }));
        json!({ "attempt": row.id, "kind": kind, "of": id, "started": row.started, "last": row.last, "closed": row.closed,
            "events": events.collect::<Vec<_>>() })
    };
    let act = |(signed, by, credential): &(Signed, String, Option<String>)| {
        let licence = credential.as_ref().and_then(|text| serde_json::from_str::<Value>(text).ok());
        json!({ "act": acted(signed), "signature": signed.signature, "by": by,
            "reason": signed.beside.as_ref().map(|b| &b.words), "licence": licence })
    };
    json!({
        "format": FORMAT,
        "at": now,
        "person": held.learner,
        "signed_as": held.called,
        "attempts": held.attempts.iter().map(attempt).collect::<Vec<_>>(),
        "said": held.said,
        "signed_about": held.acts.iter().map(act).collect::<Vec<_>>(),
    })
}

/// An act as the person may have it: of an exam that was marked again no mark either.
fn acted(signed: &Signed) -> Value {
    let mut act = serde_json::to_value(&signed.act).expect("a value");
    if let Deed::Regraded(regraded) = &signed.act.deed {
        act["deed"]["grade"] = json!({ "of": "exam", "verdict": regraded.grade.verdict });
    }
    act
}

/// An event as the person may have it: of an exam's grade the verdict, for mark by mark it would give the key away. What else may be told
/// of it is in its result.
fn told(recorded: &Recorded) -> Value {
    let mut event = serde_json::to_value(&recorded.event).expect("a value");
    if let Body::Closed { grade: Grade::Exam(grade) } = &recorded.event.body {
        event["body"]["grade"] = json!({ "of": "exam", "verdict": grade.verdict });
    }
    event
}
