//! `list [KIND]`: what there is. Exam banks and scenarios are counted, never shown with their keys.

use serde_json::{Value as Json, json};

use super::Outcome;
use super::args::{Kind, List};
use super::failure::{Exit, Failure};
use super::recall::short;
use super::room::{Call, title};
use crate::base::id::Lang;
use crate::base::points::Exact;
use crate::model::library::Library;
use crate::report::standing::{courses_in_order, plays_in_order};
use crate::terminal::table::columns;

/// A table: for people its rows, for programs its objects.
struct Table {
    head: Vec<&'static str>,
    rows: Vec<Vec<String>>,
    objects: Vec<Json>,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &List) -> Outcome {
    let library = call.library()?;
    let wanted = call.words.tongue().lang();
    let lang = if library.languages.contains(&wanted) { wanted } else { library.language.clone() };
    let kinds: &[Kind] = match &args.kind {
        Some(kind) => &[*kind],
        None => &[Kind::Courses, Kind::Banks, Kind::Scenarios],
    };
    let mut all = serde_json::Map::new();
    for kind in kinds {
        let (name, table) = match kind {
            Kind::Courses => ("courses", courses(&library, &lang)),
            Kind::Banks => ("banks", banks(&library, &lang)),
            Kind::Scenarios => ("scenarios", scenarios(&library, &lang, call)),
            Kind::Objectives => ("objectives", objectives(&library, &lang)),
            Kind::Attempts => ("attempts", attempts(call, &library, &lang)?),
        };
        if call.json() {
            all.insert(name.to_owned(), Json::Array(table.objects));
        } else {
            print(call, name, table)?;
        }
    }
    if call.json() {
        call.print_json(&Json::Object(all))?;
    }
    Ok(Exit::Done)
}

fn print(call: &mut Call<'_>, name: &str, table: Table) -> Result<(), Failure> {
    if table.rows.is_empty() {
        call.tell(&format!("list-no-{name}"), &[]);
        return Ok(());
    }
    let mut rows = vec![table.head.iter().map(|key| call.words.get(key)).collect()];
    rows.extend(table.rows);
    let text = format!("{}\n{}\n", call.words.get(&format!("list-{name}")), columns(&rows, call.report_look(None).width()));
    call.print(&text)
}

fn courses(library: &Library, lang: &Lang) -> Table {
    let all: Vec<_> = courses_in_order(library).into_iter().filter_map(|id| library.courses.get(&id)).collect();
    Table {
        head: vec!["head-id", "head-title", "head-lessons", "head-minutes"],
        rows: all
            .iter()
            .map(|c| vec![c.id.to_string(), c.title.get(lang).to_owned(), c.lessons.len().to_string(), minutes(c.minutes)])
            .collect(),
        objects: all
            .iter()
            .map(|c| json!({ "id": c.id, "title": c.title.get(lang), "layer": c.layer, "block": c.block, "minutes": c.minutes,
                "requires": c.requires, "lessons": c.lessons.iter().map(|l| json!({ "id": l.id, "title": l.title.get(lang) })).collect::<Vec<_>>() }))
            .collect(),
    }
}

fn banks(library: &Library, lang: &Lang) -> Table {
    Table {
        head: vec!["head-id", "head-title", "head-questions", "head-use"],
        rows: library
            .banks
            .values()
            .map(|b| {
                vec![b.id.to_string(), b.title.get(lang).to_owned(), b.questions.len().to_string(), b.use_.word().to_owned()]
            })
            .collect(),
        objects: library
            .banks
            .values()
            .map(|b| json!({ "id": b.id, "title": b.title.get(lang), "use": b.use_, "questions": b.questions.len() }))
            .collect(),
    }
}

fn scenarios(library: &Library, lang: &Lang, call: &Call<'_>) -> Table {
    let practice = plays_in_order(library);
    let exam = library.scenarios.values().filter(|s| !s.use_.is_for_practice()).map(|s| s.id.clone());
    let all: Vec<_> = practice.into_iter().chain(exam).filter_map(|id| library.scenarios.get(&id)).collect();
    Table {
        head: vec!["head-id", "head-title", "head-category", "head-level", "head-minutes"],
        rows: all
            .iter()
            .map(|s| {
                let category = call.words.get(&format!("category-{}", s.category.word()));
                vec![s.id.to_string(), s.title.get(lang).to_owned(), category, s.level.to_string(), minutes(s.minutes)]
            })
            .collect(),
        objects: all
            .iter()
            .map(|s| {
                json!({ "id": s.id, "title": s.title.get(lang), "category": s.category, "channel": s.channel, "level": s.level,
                "minutes": s.minutes, "use": s.use_, "pass": s.pass, "turns": s.turns.len() })
            })
            .collect(),
    }
}

fn objectives(library: &Library, lang: &Lang) -> Table {
    let mut table = Table {
        head: vec!["head-id", "head-aim", "head-taught", "head-asked", "head-played", "head-text"],
        rows: Vec::new(),
        objects: Vec::new(),
    };
    for objective in library.syllabi.values().flat_map(|s| &s.objectives) {
        let id = &objective.id;
        let taught = library.courses.values().flat_map(|c| &c.lessons).filter(|l| l.objectives.contains(id)).count();
        let asked = library.banks.values().flat_map(|b| &b.questions).filter(|q| q.objectives.contains(id)).count();
        let played = library.scenarios.values().filter(|s| s.objectives.contains(id)).count();
        let text = objective.text.get(lang);
        table.rows.push(vec![
            id.to_string(),
            objective.aim.word().to_owned(),
            taught.to_string(),
            asked.to_string(),
            played.to_string(),
            text.to_owned(),
        ]);
        table.objects.push(json!({ "id": id, "aim": objective.aim, "text": text, "source": objective.source,
            "taught": taught, "asked": asked, "played": played }));
    }
    table
}

fn attempts(call: &Call<'_>, library: &Library, lang: &Lang) -> Result<Table, Failure> {
    let store = call.store()?;
    let learner = call.learner(store.as_ref())?;
    let mut table =
        Table { head: vec!["head-id", "head-title", "head-last", "head-result"], rows: Vec::new(), objects: Vec::new() };
    for past in call.past(store.as_ref(), &learner)? {
        let share = past.grade.as_ref().map(crate::report::standing::share);
        let result = share.map_or_else(|| format!("{}/{}", past.steps.0, past.steps.1), |s| format!("{} %", s.percent()));
        let (kind, id) = past.subject.parts();
        table.rows.push(vec![
            short(&past.attempt),
            title(library, lang, &past.subject),
            past.last.local(&library.time_zone),
            result,
        ]);
        table.objects.push(json!({ "attempt": past.attempt, "kind": kind, "id": id, "last": past.last,
            "done": past.steps.0, "of": past.steps.1, "grade": past.grade, "share": share as Option<Exact> }));
    }
    Ok(table)
}

fn minutes(minutes: Option<u32>) -> String {
    minutes.map(|m| m.to_string()).unwrap_or_default()
}
