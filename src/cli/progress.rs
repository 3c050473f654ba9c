//! `progress`: what was done, how it went, what comes next.

use std::rc::Rc;

use serde_json::json;

use super::Outcome;
use super::failure::Exit;
use super::recall::short;
use super::room::{Call, Room, lang, title};
use crate::base::id::Lang;
use crate::base::points::Exact;
use crate::locale::Words;
use crate::model::library::Library;
use crate::report::standing::{Line, Past, Standing, standing};
use crate::store::Learner;
use crate::terminal::table::{bar, columns};

/// Runs the command.
pub fn run(call: &mut Call<'_>) -> Outcome {
    let library = call.library()?;
    let store = call.store()?;
    let learner = call.learner(store.as_ref())?;
    let past = call.past(store.as_ref(), &learner)?;
    print(call, &library, &learner, &past)
}

/// Prints where a learner stands.
pub fn print(call: &mut Call<'_>, library: &Library, learner: &Learner, past: &[Past]) -> Outcome {
    let standing = standing(library, past);
    if call.json() {
        call.print_json(&as_json(learner, &standing))?;
        return Ok(Exit::Done);
    }
    let words = call.words_of(learner);
    let lang = lang(library, &words);
    let width = call.report_look(None).width();
    let text = page(library, &standing, learner, &View { words, lang, width });
    call.print(&text)?;
    Ok(Exit::Done)
}

fn as_json(learner: &Learner, standing: &Standing) -> serde_json::Value {
    let line = |l: &Line| {
        let (kind, id) = l.subject.parts();
        json!({ "kind": kind, "id": id, "finished": l.finished, "done": l.done, "best": l.best,
                "open": l.open.as_ref().map(|(attempt, (done, of))| json!({ "attempt": attempt, "done": done, "of": of })) })
    };
    json!({
        "learner": learner.id,
        "name": learner.name,
        "courses": standing.courses.iter().map(line).collect::<Vec<_>>(),
        "scenarios": standing.plays.iter().map(line).collect::<Vec<_>>(),
        "banks": standing.banks.iter().map(line).collect::<Vec<_>>(),
        "skills": standing.skills.iter().map(|(skill, (earned, best))| (skill.to_string(), json!({ "earned": earned, "best": best }))).collect::<serde_json::Map<_, _>>(),
        "next": standing.next.iter().map(crate::attempt::plan::Subject::named).collect::<Vec<_>>(),
    })
}

/// For whom a page is written.
pub struct View {
    /// The program's words.
    pub words: Rc<Words>,
    /// The language of titles.
    pub lang: Lang,
    /// Cells across.
    pub width: usize,
}

/// The page of a learner's progress.
pub fn page(library: &Library, standing: &Standing, learner: &Learner, view: &View) -> String {
    let mut out =
        format!("{}\n\n", view.words.with("progress-of", &[("name", crate::terminal::line::clean(&learner.name).into())]));
    for (key, lines) in
        [("progress-courses", &standing.courses), ("progress-plays", &standing.plays), ("progress-banks", &standing.banks)]
    {
        out.push_str(&format!("{}\n", view.words.get(key)));
        let rows: Vec<Vec<String>> =
            lines.iter().map(|l| vec![String::new(), title(library, &view.lang, &l.subject), state(l, &view.words)]).collect();
        out.push_str(&columns(&rows, view.width));
        out.push('\n');
    }
    if !standing.skills.is_empty() {
        out.push_str(&format!("{}\n", view.words.get("progress-skills")));
        let skills = library.skills.iter().filter_map(|(id, text)| {
            let (earned, best) = standing.skills.get(id)?;
            let share = earned.exact().of(best.exact()).floored();
            Some(vec![String::new(), text.get(&view.lang).to_owned(), bar(share, 12), format!("{} %", share.percent())])
        });
        out.push_str(&columns(&skills.collect::<Vec<_>>(), view.width));
        out.push('\n');
    }
    if let Some(next) = standing.next.first() {
        let next = title(library, &view.lang, next);
        out.push_str(&format!("{}\n", view.words.with("progress-next", &[("title", next.into())])));
    }
    out
}

/// In a few words: not yet, under way, done.
fn state(line: &Line, words: &Words) -> String {
    let percent = line.best.map(Exact::percent).unwrap_or_default();
    match (&line.open, line.done, line.finished) {
        (Some((attempt, (done, of))), _, _) => {
            words.with("state-open", &[("done", (*done).into()), ("of", (*of).into()), ("id", short(attempt).into())])
        }
        (None, true, _) => words.with("state-done", &[("percent", percent.into())]),
        (None, false, 0) => words.get("state-new"),
        (None, false, _) => words.with("state-not-passed", &[("percent", percent.into())]),
    }
}

impl View {
    /// For the person in a room.
    pub fn of(room: &Room<'_>) -> Self {
        Self { words: room.words.clone(), lang: room.lang.clone(), width: room.look.width() }
    }
}
