//! `progress`: what was done, how it went, what comes next and why. The figures are `report/standing`'s and `report/growth`'s; what comes
//! back today is `review`'s.

mod picture;

use std::rc::Rc;

use serde_json::{Map, Value, json};

pub use self::picture::{advice, page};
use super::Outcome;
use super::failure::Exit;
use super::heard;
use super::lifecycle::told::notices;
use super::recall::{History, past, short};
use super::registry::Registry;
use super::review::Due;
use super::room::{Call, Room, lang};
use crate::base::id::Lang;
use crate::locale::Words;
use crate::model::library::Library;
use crate::model::page::Block;
use crate::report::growth::Advice;
use crate::report::standing::{Line, Standing, standing};
use crate::store::Learner;

/// Runs the command.
pub fn run(call: &mut Call<'_>) -> Outcome {
    let library = call.library()?;
    let store = call.store()?;
    let learner = call.learner(store.as_ref())?;
    let history = past(store.as_ref(), &learner)?;
    print(call, &library, &learner, &history)
}

/// Prints where a learner stands; what does not fit together is left out, and said.
pub fn print(call: &mut Call<'_>, library: &Library, learner: &Learner, history: &History) -> Outcome {
    for id in &history.damaged {
        call.tell("note-damaged", &[("id", short(id).into())]);
    }
    let now = call.ports.now();
    let words = call.words_of(learner);
    let store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let mut notices = notices(&registry, &learner.id, library, (&words, now));
    notices.extend(heard::notices(store.as_ref(), &learner.id, library, (&words, now))?);
    let (standing, due) = (standing(library, history.known(), now), Due::of(library, history, now));
    if call.json() {
        let mut value = as_json(learner, &standing, &due);
        if !notices.is_empty() {
            value["notices"] = json!(notices);
        }
        call.print_json(&value)?;
        return Ok(Exit::Done);
    }
    let lang = lang(library, &words);
    let look = call.report_look(Some(learner));
    let text =
        page(library, (&standing, &due), learner, &View { words: words.clone(), lang, width: look.width(), plain: look.plain });
    let said = notices.into_iter().map(|said| vec![Block::Text(said)]);
    let said: String = said.map(|blocks| look.painted(&blocks, &words) + "\n").collect();
    call.print(&(said + &text))?;
    Ok(Exit::Done)
}

/// For whom a page is written.
pub struct View {
    /// The program's words.
    pub words: Rc<Words>,
    /// The language of titles.
    pub lang: Lang,
    /// Cells across.
    pub width: usize,
    /// Whether everything is said in words: no pictures.
    pub plain: bool,
}

impl View {
    /// For the person in a room.
    pub fn of(room: &Room<'_>) -> Self {
        Self { words: room.words.clone(), lang: room.lang.clone(), width: room.look.width(), plain: room.look.plain }
    }
}

fn as_json(learner: &Learner, standing: &Standing, due: &Due) -> Value {
    let lines = |all: &[Line]| all.iter().map(line).collect::<Vec<_>>();
    let names = |of: fn(&crate::report::growth::Growth) -> bool| {
        standing.growth.iter().filter(|it| of(it)).map(|it| it.skill.to_string()).collect::<Vec<_>>()
    };
    json!({
        "learner": learner.id,
        "name": learner.name,
        "courses": lines(&standing.courses),
        "scenarios": lines(&standing.plays),
        "banks": lines(&standing.banks),
        "skills": skills(standing),
        "timeliness": standing.timeliness,
        "strengths": names(|it| it.is_strong()),
        "gaps": names(|it| it.is_weak()),
        "review": { "due": due.now.len(), "later": due.later.len(), "next": due.later.first().map(|memory| memory.due) },
        "next": standing.next.iter().map(|next| next.subject.named()).collect::<Vec<_>>(),
        "advice": standing.advice.as_ref().map(advised),
    })
}

fn line(line: &Line) -> Value {
    let (kind, id) = line.subject.parts();
    let open = line.open.as_ref().map(|(attempt, (done, of))| json!({ "attempt": attempt, "done": done, "of": of }));
    let mut value =
        json!({ "kind": kind, "id": id, "finished": line.finished, "done": line.done, "best": line.best, "open": open });
    if let Some(at) = line.waived {
        value["waived"] = json!(at);
    }
    value
}

/// All talks' sums; and the newest talks', by which a skill is judged.
fn skills(standing: &Standing) -> Map<String, Value> {
    let one = |(skill, (earned, best)): (&crate::base::id::SkillId, &_)| {
        let mut value = json!({ "earned": earned, "best": best });
        if let Some(it) = standing.growth.iter().find(|it| it.skill == *skill) {
            value["percent"] = json!(it.percent);
            value["line"] = json!(it.line);
            value["talks"] = json!(it.talks);
            value["trend"] = json!(it.trend.word());
        }
        (skill.to_string(), value)
    };
    standing.skills.iter().map(one).collect()
}

fn advised(it: &Advice) -> Value {
    json!({ "scenario": it.scenario, "skill": it.skill.as_ref().map(|(skill, _)| skill),
            "percent": it.skill.as_ref().and_then(|(_, percent)| *percent), "licence": it.licence, "days": it.days })
}
