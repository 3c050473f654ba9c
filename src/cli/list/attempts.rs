//! `list attempts`: what each came to, in the words of results: passed or not, points, the mark, a red line, void, or how far it is.
//!
//! Of one person where somebody is named, else of everybody at this PC: `show` tells of any of them to whoever has its id. Appeals are no
//! attempts, nor is what an examiner noted at a station.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::Table;
use crate::attempt::plan::Subject;
use crate::base::id::{AttemptId, Lang};
use crate::base::points::Exact;
use crate::cli::failure::Failure;
use crate::cli::recall::short;
use crate::cli::registry::Registry;
use crate::cli::registry::meanwhile::meanwhile;
use crate::cli::roll::Name;
use crate::cli::room::{Call, title};
use crate::locale::Words;
use crate::model::grade::{ExamGrade, Grade, Short, Standing};
use crate::model::library::Library;
use crate::report::standing::{Past, share};
use crate::store::{Learner, Store};

/// One attempt.
struct Tried {
    past: Past,
    /// The percent to pass at, of an exam.
    mark: Option<u8>,
    /// An exam that does not count.
    voided: bool,
    /// The exam beside which it was begun, at another PC.
    beside: Option<AttemptId>,
    /// What its candidate was called then, of an exam that was sat under another name or number than today's.
    then: Option<Name>,
}

/// The attempts as a table, newest first.
pub fn table(call: &Call<'_>, library: &Library, lang: &Lang) -> Result<Table, Failure> {
    let store = call.store()?;
    let people = match call.named_learner() {
        Some(_) => vec![call.learner(store.as_ref())?],
        None => store.learners()?,
    };
    if people.is_empty() {
        call.learner(store.as_ref())?;
    }
    let registry = Registry::open(store.as_ref())?;
    let mut all = Vec::new();
    for learner in &people {
        all.extend(of(call, store.as_ref(), &registry, learner)?.into_iter().map(|tried| (learner, tried)));
    }
    // Of one person they come newest first already, but for void ones.
    all.sort_by_key(|(_, tried)| std::cmp::Reverse(tried.past.last));
    let is_named = people.len() > 1 || all.iter().any(|(_, tried)| tried.then.is_some());
    let head = ["head-id", "head-name", "head-title", "head-last", "head-result"];
    let mut table = Table { head: head.into(), rows: Vec::new(), objects: Vec::new() };
    table.head.retain(|head| is_named || *head != "head-name");
    for (learner, tried) in all {
        let past = &tried.past;
        let mut row = vec![short(&past.attempt)];
        row.extend(is_named.then(|| called(&call.words, learner, &tried)));
        row.extend([title(library, lang, &past.subject), past.last.local(&library.time_zone), result(&call.words, &tried)]);
        table.rows.push(row);
        table.objects.push(object(learner, &tried));
    }
    Ok(table)
}

/// Everything a person tried, void exams among it.
fn of(call: &Call<'_>, store: &dyn Store, registry: &Registry, learner: &Learner) -> Result<Vec<Tried>, Failure> {
    let (mut marks, mut then): (BTreeMap<AttemptId, u8>, BTreeMap<AttemptId, Name>) = Default::default();
    let history = registry.past_seen(store, learner, &mut |row, kept| {
        marks.extend(kept.activity.scheme().map(|scheme| (row.id.clone(), scheme.result.pass)));
        then.extend(registry.called_then(learner, &kept.events).map(|name| (row.id.clone(), name)));
    })?;
    for id in &history.damaged {
        call.tell("note-damaged", &[("id", short(id).into())]);
    }
    let rows = store.attempts(Some(&learner.id))?;
    let beside = meanwhile(store, registry, &rows)?.into_iter().map(|it| (it.practice, it.exam));
    let mut beside: BTreeMap<_, _> = beside.collect();
    let counted = history.past.into_iter().map(|past| Tried {
        mark: marks.get(&past.attempt).copied(),
        then: then.remove(&past.attempt),
        beside: beside.remove(&past.attempt),
        past,
        voided: false,
    });
    let mut all: Vec<Tried> = counted.collect();
    for row in rows {
        if matches!(row.subject, Subject::Licence(_)) && registry.register.voided.contains_key(&row.id) {
            let then = registry.called_then(learner, &store.events(&row.id)?);
            let (attempt, subject, last) = (row.id, row.subject, row.last);
            let past = Past { attempt, subject, last, steps: (0, 0), grade: None, scripted: false };
            all.push(Tried { past, mark: None, voided: true, beside: None, then });
        }
    }
    Ok(all)
}

/// Whose it is; of an exam that was sat under another name or number, that one first.
fn called(words: &Words, learner: &Learner, tried: &Tried) -> String {
    let Some(then) = &tried.then else { return learner.name.clone() };
    words.with("list-now", &[("then", then.shown().into()), ("now", learner.called().into())])
}

/// The share that may be told: an exam whose stations are open has no total yet; one that hangs on what nobody read has none that holds.
fn told(grade: &Grade) -> Option<Exact> {
    let is_open = |exam: &ExamGrade| exam.verdict.total.is_none() || exam.verdict.standing == Standing::Provisional;
    (!matches!(grade, Grade::Exam(exam) if is_open(exam))).then(|| share(grade))
}

/// What it came to; of practice beside an exam that too.
fn result(words: &Words, tried: &Tried) -> String {
    let said = came_to(words, tried);
    match &tried.beside {
        Some(exam) => words.with("list-beside", &[("text", said.into()), ("exam", exam.short().into())]),
        None => said,
    }
}

fn came_to(words: &Words, tried: &Tried) -> String {
    if tried.voided {
        return words.get("report-exam-voided");
    }
    let Some(grade) = &tried.past.grade else {
        let (done, of) = tried.past.steps;
        return words.with("list-open", &[("done", done.into()), ("of", of.into())]);
    };
    let said = match grade {
        Grade::Exam(exam) => return examined(words, exam, (told(grade), tried.mark)),
        Grade::Play(play) => {
            let passed = if play.passed { "yes" } else { "no" };
            words.with("report-result-talk", &[("passed", passed.into()), ("percent", play.share.percent().into())])
        }
        Grade::Agreement => words.get("report-result-agreed"),
        other => words.with("report-result-share", &[("percent", share(other).percent().into())]),
    };
    red(words, said, matches!(grade, Grade::Play(play) if play.red_line))
}

/// What an exam came to: how it stands, of how many points, at which mark.
fn examined(words: &Words, exam: &ExamGrade, (total, mark): (Option<Exact>, Option<u8>)) -> String {
    let stands = words.get(&format!("report-exam-{}", exam.verdict.standing.name()));
    let Some(total) = total else { return stands };
    let is_marked = if mark.is_some() { "yes" } else { "no" };
    let args = [
        ("stands", stands.into()),
        ("total", total.percent().into()),
        ("marked", is_marked.into()),
        ("mark", mark.unwrap_or_default().into()),
    ];
    red(words, words.with("list-exam", &args), exam.verdict.why.iter().any(|why| matches!(why, Short::RedLine { .. })))
}

fn red(words: &Words, text: String, crossed: bool) -> String {
    if crossed { words.with("list-red-line", &[("text", text.into())]) } else { text }
}

fn object(learner: &Learner, tried: &Tried) -> Json {
    let past = &tried.past;
    let (kind, id) = past.subject.parts();
    let mut object = json!({ "attempt": past.attempt, "learner": learner.id, "name": learner.name, "kind": kind, "id": id, "last": past.last,
        "done": past.steps.0, "of": past.steps.1, "grade": past.grade.as_ref().map(grade), "share": past.grade.as_ref().and_then(told) });
    if let Some(then) = &tried.then {
        object["sat_as"] = json!({ "name": then.name, "staff_number": then.number });
    }
    if let Some(exam) = &tried.beside {
        object["begun_beside"] = json!(exam);
    }
    if kind == "licence" {
        object["stands"] = json!(match &past.grade {
            _ if tried.voided => "voided",
            Some(Grade::Exam(exam)) => exam.verdict.standing.name(),
            _ => "open",
        });
    }
    object
}

/// A grade for programs. What may be told of an exam its result tells, no more than the scheme allows.
fn grade(grade: &Grade) -> Json {
    match grade {
        Grade::Exam(_) => json!({ "of": "exam" }),
        other => json!(other),
    }
}
