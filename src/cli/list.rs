//! `list [KIND]`: what there is. Exam banks, scenarios and stations are counted, never shown with
//! their keys; what a station sets up and its anchors are the examiner's. Attempts are listed in `attempts`.

mod attempts;

use serde_json::{Value as Json, json};

use super::Outcome;
use super::args::{Kind, List};
use super::failure::{Exit, Failure};
use super::room::{Call, lang};
use crate::analysis::syllabus::served;
use crate::base::id::Lang;
use crate::base::points::Points;
use crate::model::library::Library;
use crate::model::licence::{PracticeDraw, Scheme};
use crate::model::standard::Timing;
use crate::model::word::Channel;
use crate::report::rules;
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
    let lang = lang(&library, &call.words);
    let kinds: &[Kind] = match &args.kind {
        Some(kind) => &[*kind],
        None => &[Kind::Courses, Kind::Banks, Kind::Scenarios, Kind::Stations, Kind::Licences, Kind::Standards, Kind::Wordings],
    };
    let mut all = serde_json::Map::new();
    for kind in kinds {
        let (name, table) = match kind {
            Kind::Courses => ("courses", courses(&library, &lang)),
            Kind::Banks => ("banks", banks(&library, &lang, call)),
            Kind::Scenarios => ("scenarios", scenarios(&library, &lang, call)),
            Kind::Stations => ("stations", stations(&library, &lang, call)),
            Kind::Licences => ("licences", licences(&library, &lang, call)),
            Kind::Standards => ("standards", standards(&library, &lang)),
            Kind::Wordings => ("wordings", wordings(&library, &lang)),
            Kind::Objectives => ("objectives", objectives(&library, &lang)),
            Kind::Attempts => ("attempts", attempts::table(call, &library, &lang)?),
        };
        if call.json() {
            all.insert(name.to_owned(), Json::Array(table.objects));
        } else if args.kind.is_some()
            || !table.rows.is_empty()
            || !matches!(kind, Kind::Stations | Kind::Licences | Kind::Standards | Kind::Wordings)
        {
            // A library without licences is no poorer for it: only who asks for them is told.
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
    let text = format!("{}\n{}\n", call.words.get(&format!("list-{name}")), columns(&rows, call.row_width()));
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

fn banks(library: &Library, lang: &Lang, call: &Call<'_>) -> Table {
    Table {
        head: vec!["head-id", "head-title", "head-questions", "head-use"],
        rows: library
            .banks
            .values()
            .map(|b| {
                vec![
                    b.id.to_string(),
                    b.title.get(lang).to_owned(),
                    b.questions.len().to_string(),
                    call.words.get(&format!("use-{}", b.use_.word())),
                ]
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

fn stations(library: &Library, lang: &Lang, call: &Call<'_>) -> Table {
    let all = library.stations.values();
    Table {
        head: vec!["head-id", "head-title", "head-steps", "head-oral", "head-minutes", "head-use"],
        rows: all
            .clone()
            .map(|s| {
                let (steps, oral) = (s.steps.len().to_string(), s.oral.len().to_string());
                let use_ = call.words.get(&format!("use-{}", s.use_.word()));
                vec![s.id.to_string(), s.title.get(lang).to_owned(), steps, oral, minutes(s.minutes), use_]
            })
            .collect(),
        objects: all
            .map(|s| {
                json!({ "id": s.id, "title": s.title.get(lang), "use": s.use_, "roles": s.roles, "minutes": s.minutes,
                "steps": s.steps.len(), "oral": s.oral.len(), "points": s.rated().map(|r| u32::from(r.most())).sum::<u32>() })
            })
            .collect(),
    }
}

fn licences(library: &Library, lang: &Lang, call: &Call<'_>) -> Table {
    let all = library.licences.values();
    Table {
        head: vec!["head-id", "head-title", "head-pass", "head-attempts-most", "head-lasts"],
        rows: all
            .clone()
            .map(|s| {
                let (pass, attempts) = (format!("{} %", s.result.pass), s.result.attempts.to_string());
                vec![s.id.to_string(), s.title.get(lang).to_owned(), pass, attempts, rules::lasts(&call.words, s.validity.lasts)]
            })
            .collect(),
        objects: all.map(|s| licence(s, lang)).collect(),
    }
}

/// Points as a JSON number with the digits they have.
fn decimal(points: Points) -> Json {
    serde_json::from_str(&points.to_string()).unwrap_or_else(|_| json!(points.to_string()))
}

fn standards(library: &Library, lang: &Lang) -> Table {
    let all = library.standards.values();
    let limits = |timing: &Timing| timing.bands.iter().map(|band| band.within.to_string()).collect::<Vec<_>>().join(" ");
    let bands = |timing: &Timing| {
        timing
            .bands
            .iter()
            .map(|band| json!({ "within": band.within.to_string(), "points": decimal(band.points) }))
            .collect::<Vec<_>>()
    };
    Table {
        head: vec!["head-id", "head-title", "head-limits"],
        rows: all
            .clone()
            .map(|s| {
                let channels = s.channels.iter().map(|(channel, timing)| format!("{} {}", channel.word(), limits(timing)));
                vec![s.id.to_string(), s.title.get(lang).to_owned(), channels.collect::<Vec<_>>().join(" · ")]
            })
            .collect(),
        objects: all
            .map(|s| {
                let channel = |(channel, timing): (&Channel, &Timing)| {
                    json!({ "channel": channel, "bands": bands(timing), "late": decimal(timing.late), "reading_cps": timing.reading_cps })
                };
                json!({ "id": s.id, "title": s.title.get(lang), "channels": s.channels.iter().map(channel).collect::<Vec<_>>() })
            })
            .collect(),
    }
}

fn wordings(library: &Library, lang: &Lang) -> Table {
    let all = library.wordings.values();
    Table {
        head: vec!["head-id", "head-title", "head-rules", "head-lists"],
        rows: all
            .clone()
            .map(|w| vec![w.id.to_string(), w.title.get(lang).to_owned(), w.rules.len().to_string(), w.lists.len().to_string()])
            .collect(),
        objects: all
            .map(|w| {
                let rules = w.rules.iter().map(|r| json!({ "id": r.id, "title": r.title.get(lang), "severity": r.severity }));
                let lists = w.lists.iter().map(|l| json!({ "id": l.id, "title": l.title.get(lang) }));
                json!({ "id": w.id, "title": w.title.get(lang), "rules": rules.collect::<Vec<_>>(), "lists": lists.collect::<Vec<_>>() })
            })
            .collect(),
    }
}

/// What candidates may know before: all but which items there are.
fn licence(scheme: &Scheme, lang: &Lang) -> Json {
    let theory = scheme.theory.as_ref().map(|t| {
        let questions: u32 = t.draw.iter().map(|d| d.count).sum();
        json!({ "weight": t.weight, "limit": t.limit.to_string(), "pass": t.pass, "questions": questions })
    });
    let practice = scheme.practice.as_ref().map(|p| {
        let (stations, talks): (Vec<_>, Vec<_>) = p.draw.iter().partition(|d| matches!(d, PracticeDraw::Station { .. }));
        let sum = |draws: &[&PracticeDraw]| draws.iter().map(|d| d.count()).sum::<u32>();
        json!({ "weight": p.weight, "limit": p.limit.to_string(), "pass": p.pass, "scenarios": sum(&talks), "stations": sum(&stations) })
    });
    let wait: Vec<String> = scheme.result.wait.iter().map(ToString::to_string).collect();
    json!({ "id": scheme.id, "title": scheme.title.get(lang), "roles": scheme.roles, "scope": scheme.scope.get(lang),
        "competences": scheme.competences.iter().map(|c| c.get(lang)).collect::<Vec<_>>(), "courses": scheme.requires.courses,
        "agreement": scheme.requires.agreement, "supervised": scheme.conduct.supervised, "theory": theory, "practice": practice,
        "pass": scheme.result.pass, "attempts": scheme.result.attempts, "wait": wait, "within": scheme.result.within.to_string(),
        "lasts": scheme.validity.lasts.to_string(), "sources": scheme.sources })
}

fn objectives(library: &Library, lang: &Lang) -> Table {
    let mut table = Table {
        head: vec!["head-id", "head-aim", "head-taught", "head-asked", "head-played", "head-text"],
        rows: Vec::new(),
        objects: Vec::new(),
    };
    for (objective, served) in served(library) {
        let text = objective.text.get(lang);
        table.rows.push(vec![
            objective.id.to_string(),
            objective.aim.word().to_owned(),
            served.taught.to_string(),
            served.asked.to_string(),
            served.done.to_string(),
            text.to_owned(),
        ]);
        table.objects.push(json!({ "id": objective.id, "aim": objective.aim, "text": text, "source": objective.source,
            "taught": served.taught, "asked": served.asked, "played": served.done }));
    }
    table
}

fn minutes(minutes: Option<u32>) -> String {
    minutes.map(|m| m.to_string()).unwrap_or_default()
}
