//! The page of what is held about a person: whose it is, attempt by attempt what was done and what it came to, licences and how they stand,
//! appeals with their answers, what was said, and what staff signed. Each value stands with what it is.

use serde_json::Value;

use super::Held;
use crate::attempt::act::{AtSitting, Deed, Issued, Minute, Signed};
use crate::attempt::event::{Body, Place, Recorded};
use crate::attempt::plan::Subject;
use crate::attempt::saying::{By, Saying};
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::cli::licences::State;
use crate::cli::recall::short;
use crate::cli::registry::Registry;
use crate::cli::room::{lang, title};
use crate::cli::{appeal, issue, lifecycle};
use crate::locale::Words;
use crate::model::grade::{Grade, Standing};
use crate::model::library::Library;
use crate::report::held::{Page, Part};
use crate::report::standing::share;
use crate::store::Store;

/// Where it is read from, and in whose words it is told.
pub struct Ground<'a> {
    /// The store.
    pub store: &'a dyn Store,
    /// The register.
    pub registry: &'a Registry,
    /// The courseware, for titles.
    pub library: &'a Library,
    /// The program's words.
    pub words: &'a Words,
    /// Now.
    pub now: Moment,
}

/// The page.
///
/// # Errors
/// `Failure` of the store.
pub fn page(held: &Held, ground: &Ground<'_>) -> Result<Page, Failure> {
    let mut parts = Vec::new();
    for (row, events) in &held.attempts {
        let name = format!("{} · {} ({})", ground.day(row.started), ground.title(&row.subject), short(&row.id));
        let rows = events.iter().map(|it| event(it, ground)).collect();
        parts.push(ground.part(name, ["when", "what", "which"], rows));
    }
    let words = ground.words;
    parts.push(ground.part(words.get("held-licences"), ["number", "licence", "state"], licences(held, ground)?));
    parts.push(ground.part(words.get("held-appeals"), ["receipt", "what", "answer"], appeals(held, ground)?));
    let said = |it: &Saying| {
        let text = format!("{}{}{}", short(&it.attempt), words.get("held-colon"), it.words);
        [ground.day(it.at), said_by(it, &held.learner.name, words), text]
    };
    parts.push(ground.part(words.get("held-said"), ["when", "who", "words"], held.said.iter().map(said).collect()));
    let signed = held.acts.iter().map(|(signed, by, _)| [ground.day(signed.act.at), by.clone(), act(signed, ground)]);
    parts.push(ground.part(words.get("held-signed"), ["when", "who", "what"], signed.collect()));
    let (name, at) = (held.learner.name.clone(), ground.day(ground.now));
    Ok(Page { name, at, about: about(held, ground), parts })
}

impl Ground<'_> {
    fn day(&self, at: Moment) -> String {
        at.local(&self.library.time_zone)
    }

    fn title(&self, subject: &Subject) -> String {
        title(self.library, &lang(self.library, self.words), subject)
    }

    fn part(&self, title: String, heads: [&str; 3], rows: Vec<[String; 3]>) -> Part {
        Part { title, heads: heads.map(|key| self.words.get(&format!("held-head-{key}"))), rows }
    }
}

/// What is known of the person, each with what it is.
fn about(held: &Held, ground: &Ground<'_>) -> Vec<(String, String)> {
    let learner = &held.learner;
    let called: Vec<String> =
        held.called.iter().map(crate::cli::roll::Name::shown).filter(|it| *it != learner.called()).collect();
    let role = learner.post.role.as_ref().map(|id| {
        let known = ground.library.roles.iter().find(|(it, _)| it.as_str() == id);
        known.map_or_else(|| id.clone(), |(_, text)| text.get(&lang(ground.library, ground.words)).to_owned())
    });
    let comma = ground.words.get("paper-comma");
    let groups: Vec<&str> = learner.post.groups.iter().map(String::as_str).collect();
    let all = [
        ("name", learner.called()),
        ("called", called.join(&comma)),
        ("groups", groups.join(&comma)),
        ("role", role.unwrap_or_default()),
        ("since", ground.day(learner.created)),
        ("left", learner.post.left.map(|at| ground.day(at)).unwrap_or_default()),
        ("id", learner.id.to_string()),
    ];
    let there = all.into_iter().filter(|(_, value)| !value.is_empty());
    there.map(|(key, value)| (ground.words.get(&format!("held-about-{key}")), value)).collect()
}

/// Licences with their time and how they stand now; also what still waits for a second person.
fn licences(held: &Held, ground: &Ground<'_>) -> Result<Vec<[String; 3]>, Failure> {
    let register = &ground.registry.register;
    let zone = ground.library.time_zone.as_str();
    let row = |issued: &Issued, state: State| {
        let days = format!(
            "{} – {}",
            lifecycle::last_day(Moment(issued.from.0 + 1000), zone),
            lifecycle::last_day(issue::ends(issued.until), zone)
        );
        let title = ground.title(&Subject::Licence(issued.licence.to_string()));
        [issued.number.to_string(), format!("{title} · {days}"), state.said(ground.words, zone)]
    };
    let mut rows = Vec::new();
    for (_, _, issued) in register.issued.iter().filter(|(_, _, it)| it.learner == held.learner.id) {
        rows.push(row(issued, State::of(ground.store, ground.registry, issued, true, ground.now)?));
    }
    let waiting = register.waiting.iter().filter(|it| it.learner() == Some(&held.learner.id));
    rows.extend(
        waiting.filter_map(|it| if let Deed::Issued(issued) = &it.deed { Some(row(issued, State::Waiting)) } else { None }),
    );
    Ok(rows)
}

/// Appeals with their grounds and what came of them.
fn appeals(held: &Held, ground: &Ground<'_>) -> Result<Vec<[String; 3]>, Failure> {
    let all = appeal::known(ground.store, ground.registry, &held.learner.id)?;
    let row = |it: &appeal::Appeal| {
        let answer = it.hearing.as_ref().and_then(|hearing| appeal::reason(ground.registry, hearing));
        let state = appeal::state(it, ground.words, ground.now);
        let about = [Some(short(&it.exam)), it.grounds.clone()];
        [
            it.receipt().to_string(),
            format!("{} · {}", ground.day(it.at), about.into_iter().flatten().collect::<Vec<_>>().join(" · ")),
            [Some(state), answer].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        ]
    };
    Ok(all.iter().map(row).collect())
}

fn said_by(saying: &Saying, learner: &str, words: &Words) -> String {
    match &saying.by {
        By::Learner => learner.to_owned(),
        By::Trainer { name } if !name.is_empty() => name.clone(),
        By::Trainer { .. } | By::Staff { .. } => words.get("held-trainer"),
    }
}

/// An act: what was done, to which licence, why.
fn act(signed: &Signed, ground: &Ground<'_>) -> String {
    let register = &ground.registry.register;
    let waits = register.waiting.iter().any(|it| it.act == signed.act.id);
    let about = match &signed.act.deed {
        Deed::Issued(issued) => Some(issued.number.to_string()),
        Deed::Changed(changed) => Some(changed.number.to_string()),
        _ => None,
    };
    let mut what = kind(signed, ground);
    // What nobody confirmed, and what was refused, came to nothing.
    if waits || (about.is_some() && !register.counted.contains_key(&signed.act.id) && proposed(signed, ground)) {
        let key = if waits { "held-proposed" } else { "held-not-confirmed" };
        what = ground.words.with(key, &[("what", what.into())]);
    }
    let reason = signed.beside.as_ref().map(|beside| beside.words.clone());
    [Some(what), about, reason].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Whether an act was for a second person to confirm.
fn proposed(signed: &Signed, ground: &Ground<'_>) -> bool {
    let seconds = |it: &Signed| matches!(&it.act.deed, Deed::Seconded { of, .. } if *of == signed.act.id);
    ground.registry.acts.iter().any(|it| seconds(it))
}

fn kind(signed: &Signed, ground: &Ground<'_>) -> String {
    let words = ground.words;
    match &signed.act.deed {
        Deed::Sitting(it) => at_sitting(it, ground),
        Deed::Changed(changed) => words.get(&format!("act-{}", lifecycle::word(changed.change))),
        Deed::Seconded { refused: Some(_), .. } => words.get("held-act-refused"),
        deed => {
            let deed = serde_json::to_value(deed).expect("a value");
            words.get(&format!("held-act-{}", deed["act"].as_str().unwrap_or_default()))
        }
    }
}

/// What was done at a sitting.
fn at_sitting(it: &AtSitting, ground: &Ground<'_>) -> String {
    let (words, id) = (ground.words, it.sitting.short());
    match &it.what {
        Minute::Called(called) => {
            let when = format!("{} – {}", ground.day(called.from), ground.day(called.until));
            let title = ground.title(&Subject::Licence(called.licence.to_string()));
            let args = [("title", title.into()), ("room", called.room.as_str().into()), ("when", when.into())];
            words.with("held-act-called", &[&args[..], &[("sitting", id.into())]].concat())
        }
        Minute::Incident { .. } => words.with("held-act-incident", &[("sitting", id.into())]),
        Minute::Extended { minutes, .. } => {
            words.with("held-act-extended", &[("sitting", id.into()), ("minutes", (*minutes).into())])
        }
        Minute::Resealed { .. } => words.with("held-act-resealed", &[("sitting", id.into())]),
        Minute::Withdrawn { .. } => words.with("held-act-withdrawn", &[("sitting", id.into())]),
        Minute::Unended { .. } => words.with("held-act-unended", &[("sitting", id.into())]),
        Minute::Concluded { .. } => words.with("held-act-concluded", &[("sitting", id.into())]),
    }
}

/// An event as a row: when, what happened, to what and how; of the end, what it came to then.
fn event(recorded: &Recorded, ground: &Ground<'_>) -> [String; 3] {
    let body = serde_json::to_value(&recorded.event.body).expect("a value");
    let name = body["event"].as_str().unwrap_or_default();
    let mut what: Vec<String> = ["question", "lesson", "scenario", "turn", "reply", "agreement", "rated", "mark", "points"]
        .iter()
        .filter_map(|key| body.get(*key).map(plain))
        .collect();
    what.extend(match &recorded.beside {
        Some(beside) => Some(format!("“{}”", beside.words)),
        None => body.get("response").filter(|given| given.get("typed").is_none()).map(plain),
    });
    what.extend(place(&recorded.event.body, ground));
    [ground.day(recorded.event.at), ground.words.get(&format!("held-event-{name}")), what.join(" · ")]
}

/// Where an event was, or what it came to.
fn place(body: &Body, ground: &Ground<'_>) -> Option<String> {
    let words = ground.words;
    let numbered = |key: &str, n: u32| words.with(key, &[("number", n.saturating_add(1).into())]);
    Some(match body {
        Body::Turned { to: Place::Item(n) } | Body::Flagged { step: n, .. } => numbered("held-place-item", *n),
        Body::Turned { to: Place::Note(n) } => numbered("held-place-note", *n),
        Body::Turned { to: Place::Sheet } => words.get("held-place-sheet"),
        Body::Turned { to: Place::HandIn } => words.get("held-place-hand-in"),
        Body::Began { part } | Body::HandedIn { part } | Body::TimeUp { part } => numbered("held-place-part", *part),
        Body::Extended { by, .. } => words.with("held-minutes", &[("minutes", (by.0 / 60_000).into())]),
        Body::Closed { grade } => return result(grade, words),
        _ => return None,
    })
}

/// What an attempt came to when it was over: of an exam how it stood and its points, never mark by mark.
fn result(grade: &Grade, words: &Words) -> Option<String> {
    let points = words.with("held-points", &[("percent", share(grade).percent().into())]);
    Some(match grade {
        Grade::Agreement | Grade::Appeal => return None,
        Grade::Exam(exam) => {
            let stands = match exam.verdict.standing {
                Standing::Passed => "passed",
                Standing::Failed => "failed",
                Standing::Borderline => "borderline",
                Standing::Pending => "pending",
                Standing::Provisional => "provisional",
            };
            let stands = words.get(&format!("report-exam-{stands}"));
            if exam.verdict.total.is_some() { format!("{stands} · {points}") } else { stands }
        }
        _ => points,
    })
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
