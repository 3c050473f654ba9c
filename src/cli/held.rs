//! `learner export LEARNER --out FILE`: everything that is held about a person, for that person: all of it as JSON, and a page to read.
//!
//! What was answered, typed and said is there, and what staff signed about the person; not the keys of questions, which are the library's.

use serde_json::{Value, json};

use super::args::LearnerExport as Args;
use super::failure::{Exit, Failure};
use super::recall::short;
use super::registry::Registry;
use super::roll::Name;
use super::room::{Call, lang, title};
use super::roster::find_learner;
use super::{Outcome, files, issue};
use crate::attempt::act::{Deed, Signed};
use crate::attempt::event::{Body, Recorded};
use crate::attempt::saying::{By, Saying};
use crate::base::id::AttemptId;
use crate::base::moment::Moment;
use crate::model::grade::Grade;
use crate::model::library::Library;
use crate::report::held::{self, Page, Part};
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
    let page = args.out.with_extension("html");
    let out = if args.out == page { args.out.with_extension("json") } else { args.out.clone() };
    issue::must_be_new(&out)?;
    issue::must_be_new(&page)?;
    let (library, store) = (call.library()?, call.store()?);
    let held = gathered(store.as_ref(), find_learner(store.as_ref(), &args.learner)?)?;
    let now = call.ports.now();
    let mut text = serde_json::to_string_pretty(&as_json(&held, now)).expect("our values have string keys");
    text.push('\n');
    files::write_new(&out, text.as_bytes()).map_err(|e| files::unwritten(&out, &e))?;
    let shown = held::page(&as_page(&held, call, &library, now), &call.words.for_pages());
    files::write_new(&page, shown.as_bytes()).map_err(|e| files::unwritten(&page, &e))?;
    let (out, page) = (out.display().to_string(), page.display().to_string());
    call.tell("note-held", &[("name", held.learner.called().into()), ("path", out.into()), ("page", page.into())]);
    Ok(Exit::Done)
}

fn gathered(store: &dyn Store, learner: Learner) -> Result<Held, Failure> {
    let mut attempts = Vec::new();
    for row in store.attempts(Some(&learner.id))?.into_iter().rev() {
        let events = store.events(&row.id)?;
        attempts.push((row, events));
    }
    let ids = attempts.iter().map(|(row, _)| row.id.clone()).collect();
    let registry = Registry::open(store)?;
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

fn as_page(held: &Held, call: &Call<'_>, library: &Library, now: Moment) -> Page {
    let (words, zone) = (&call.words, library.time_zone.as_str());
    let learner = &held.learner;
    let mut about = vec![learner.called(), learner.id.to_string(), learner.created.local(zone)];
    about.extend(held.called.iter().map(Name::shown).filter(|it| *it != learner.called()));
    about.extend(learner.post.groups.iter().cloned());
    about.extend(learner.post.role.clone());
    let content = lang(library, words);
    let mut parts: Vec<Part> = Vec::new();
    for (row, events) in &held.attempts {
        let name = format!("{} · {} ({})", row.started.local(zone), title(library, &content, &row.subject), short(&row.id));
        let rows = events.iter().map(|it| event(it, call, zone)).collect();
        parts.push(Part { title: name, rows });
    }
    let said =
        |it: &Saying| [it.at.local(zone), said_by(it, &learner.name, call), format!("{}：{}", short_of(&it.attempt), it.words)];
    parts.push(Part { title: words.get("held-said"), rows: held.said.iter().map(said).collect() });
    let signed = |(signed, by, _): &(Signed, String, Option<String>)| {
        let deed = serde_json::to_value(&signed.act.deed).expect("a value");
        let kind = words.get(&format!("held-act-{}", deed["act"].as_str().unwrap_or_default()));
        let about = crate::store::acts::issued(signed).map(|issued| issued.number.to_string());
        let reason = signed.beside.as_ref().map(|beside| beside.words.clone());
        [signed.act.at.local(zone), by.clone(), [Some(kind), about, reason].into_iter().flatten().collect::<Vec<_>>().join(" · ")]
    };
    parts.push(Part { title: words.get("held-signed"), rows: held.acts.iter().map(signed).collect() });
    Page { name: learner.name.clone(), at: now.local(zone), about, parts }
}

fn short_of(attempt: &AttemptId) -> String {
    short(attempt)
}

fn said_by(saying: &Saying, learner: &str, call: &Call<'_>) -> String {
    match &saying.by {
        By::Learner => learner.to_owned(),
        By::Trainer { name } if !name.is_empty() => name.clone(),
        By::Trainer { .. } | By::Staff { .. } => call.words.get("held-trainer"),
    }
}

/// An event as a row: when, what happened, to what and how.
fn event(recorded: &Recorded, call: &Call<'_>, zone: &str) -> [String; 3] {
    let body = serde_json::to_value(&recorded.event.body).expect("a value");
    let kind = body["event"].as_str().unwrap_or_default();
    let mut what: Vec<String> = ["question", "lesson", "scenario", "turn", "reply", "agreement", "rated", "mark", "points"]
        .iter()
        .filter_map(|key| body.get(*key).map(plain))
        .collect();
    what.extend(match &recorded.beside {
        Some(beside) => Some(format!("“{}”", beside.words)),
        None => body.get("response").filter(|given| given.get("typed").is_none()).map(plain),
    });
    [recorded.event.at.local(zone), call.words.get(&format!("held-event-{kind}")), what.join(" · ")]
}

/// A value without JSON's own signs, as far as it goes.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(all) if all.len() == 1 => all.values().map(plain).collect(),
        Value::Object(all) => all.iter().map(|(key, it)| format!("{key} → {}", plain(it))).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}
