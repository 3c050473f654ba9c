//! What `check` says in the end: how much of everything there is, what of it serves the objectives, and how many mistakes.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde_json::{Value as Json, json};

use super::Tally;
use crate::analysis::syllabus::served;
use crate::base::id::Lang;
use crate::cli::room::Call;
use crate::content::Loaded;
use crate::content::codes::{NO_TRANSLATION, UNTRANSLATED};
use crate::locale::{Value, Words};
use crate::model::library::{Aim, Library, Use};
use crate::model::question::Question;
use crate::model::scenario::Scenario;
use crate::terminal::table::columns;

/// How often each of some words, or numbers, comes.
fn tally<K: Ord>(all: impl Iterator<Item = K>) -> BTreeMap<K, usize> {
    let mut out = BTreeMap::new();
    for one in all {
        *out.entry(one).or_default() += 1;
    }
    out
}

fn questions(library: &Library) -> impl Iterator<Item = (Use, &Question)> {
    library.banks.values().flat_map(|bank| bank.questions.iter().map(move |question| (bank.use_, question)))
}

/// Objectives of an aim: all, taught, shown as the aim wants.
fn covered(library: &Library, aim: Aim) -> [usize; 3] {
    let own: Vec<_> = served(library).into_iter().filter(|(objective, _)| objective.aim == aim).collect();
    let taught = own.iter().filter(|(_, served)| served.taught > 0).count();
    [own.len(), taught, own.iter().filter(|(_, served)| served.shown(aim)).count()]
}

/// Texts and things of which a language has no translation.
fn missing(loaded: &Loaded, lang: &Lang) -> usize {
    let of = |args: &[(&'static str, String)]| args.iter().any(|(name, value)| *name == "language" && value == lang.as_str());
    let codes = [UNTRANSLATED.code, NO_TRANSLATION.code];
    loaded.findings.iter().filter(|finding| codes.contains(&finding.code) && of(&finding.args)).count()
}

/// For programs.
pub(super) fn counts(loaded: &Loaded) -> Json {
    let library = &loaded.library;
    let [know, know_taught, asked] = covered(library, Aim::Know);
    let [do_, do_taught, done] = covered(library, Aim::Do);
    let cells = tally(library.scenarios.values().map(|s| (s.category.word(), s.level, s.use_)));
    let scenarios =
        cells.iter().map(|((category, level, use_), n)| json!({ "category": category, "level": level, "use": use_, "count": n }));
    json!({
        "objectives": know + do_,
        "coverage": { "know": know, "know_taught": know_taught, "asked": asked, "do": do_, "do_taught": do_taught, "done": done },
        "courses": library.courses.len(),
        "lessons": library.courses.values().map(|c| c.lessons.len()).sum::<usize>(),
        "questions": tally(questions(library).map(|(_, q)| q.kind.name())),
        "questions_by_level": tally(questions(library).map(|(_, q)| q.level.to_string())),
        "questions_by_use": tally(questions(library).map(|(use_, _)| use_.word())),
        "scenarios": tally(library.scenarios.values().map(|s| s.category.word())),
        "scenarios_by": scenarios.collect::<Vec<_>>(),
        "stations": library.stations.len(),
        "licences": library.licences.len(),
        "standards": library.standards.len(),
        "wordings": library.wordings.len(),
        "terms": library.glossaries.values().map(|g| g.terms.len()).sum::<usize>(),
        "languages": library.languages,
        "untranslated": library.languages.iter().map(|lang| (lang.as_str(), missing(loaded, lang))).collect::<BTreeMap<_, _>>(),
        "drafts": library.shelved.keys().filter(|name| library.is_draft(name)).collect::<Vec<_>>(),
    })
}

/// For people.
pub(super) fn text(loaded: &Loaded, call: &Call<'_>, tally: Tally) -> String {
    let (library, words) = (&loaded.library, &call.words);
    let mut lines = objectives(library, words);
    let lessons: usize = library.courses.values().map(|c| c.lessons.len()).sum();
    lines.push(words.with("check-lessons", &[("courses", library.courses.len().into()), ("count", lessons.into())]));
    lines.extend(asked(library, words));
    lines.extend(played(library, words, call.report_look(None).width()));
    let terms: usize = library.glossaries.values().map(|g| g.terms.len()).sum();
    let others = [
        ("stations", library.stations.len(), true),
        ("licences", library.licences.len(), true),
        ("standards", library.standards.len(), false),
        ("wordings", library.wordings.len(), false),
        ("terms", terms, false),
        ("walks", loaded.walks.len(), true),
    ];
    let told = others.iter().filter(|(_, count, always)| *always || *count > 0);
    lines.extend(told.map(|(name, count, _)| words.with(&format!("check-{name}"), &[("count", (*count).into())])));
    lines.push(words.with("check-languages", &[("list", languages(loaded, words).into())]));
    let drafts: Vec<&str> = library.shelved.keys().map(String::as_str).filter(|name| library.is_draft(name)).collect();
    if !drafts.is_empty() {
        lines.push(words.with("check-drafts", &[("count", drafts.len().into()), ("list", drafts.join(" · ").into())]));
    }
    lines.push(String::new());
    if tally.errors + tally.warnings == 0 {
        lines.push(words.get("check-clean"));
    } else {
        lines.push(words.with("check-count", &[("errors", tally.errors.into()), ("warnings", tally.warnings.into())]));
        lines.push(words.get("check-explain"));
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

fn objectives(library: &Library, words: &Words) -> Vec<String> {
    let all: usize = library.syllabi.values().map(|s| s.objectives.len()).sum();
    let mut lines = vec![words.with("check-objectives", &[("count", all.into())])];
    for aim in [Aim::Know, Aim::Do] {
        let [count, taught, shown] = covered(library, aim);
        if count > 0 {
            let args: [(&str, Value<'_>); 4] =
                [("aim", aim.word().into()), ("count", count.into()), ("taught", taught.into()), ("shown", shown.into())];
            lines.push(format!("  {}", words.with("check-covered", &args)));
        }
    }
    lines
}

fn asked(library: &Library, words: &Words) -> Vec<String> {
    let kinds = tally(questions(library).map(|(_, q)| q.kind.name()));
    let count: usize = kinds.values().sum();
    let mut lines = vec![words.with("check-questions", &[("count", count.into()), ("kinds", listed(&kinds).into())])];
    if count > 0 {
        let levels: BTreeMap<String, usize> = tally(questions(library).map(|(_, q)| level(words, q.level)));
        let uses = tally(questions(library).map(|(use_, _)| words.get(&format!("use-{}", use_.word()))));
        lines.push(format!("  {} · {}", listed(&levels), listed(&uses)));
    }
    lines
}

/// Role-plays by category and level: for practice, and behind a plus those that are for exams alone.
fn played(library: &Library, words: &Words, width: usize) -> Vec<String> {
    let all = &library.scenarios;
    let categories = tally(all.values().map(|s| words.get(&format!("category-{}", s.category.word()))));
    let args = [("count", all.len().into()), ("kinds", listed(&categories).into())];
    let mut lines = vec![words.with("check-scenarios", &args)];
    let levels = tally(all.values().map(|s| s.level));
    if levels.len() > 1 {
        let mut rows = vec![vec![String::new(), String::new()]];
        rows[0].extend(levels.keys().map(|n| level(words, *n)));
        let mut seen: Vec<&Scenario> = all.values().collect();
        seen.sort_by_key(|s| s.category);
        seen.dedup_by_key(|s| s.category);
        for one in seen {
            let mut row = vec![String::new(), words.get(&format!("category-{}", one.category.word()))];
            row.extend(levels.keys().map(|level| cell(all.values().filter(|s| s.category == one.category && s.level == *level))));
            rows.push(row);
        }
        lines.push(columns(&rows, width).trim_end().to_owned());
        if all.values().any(|s| s.use_ == Use::Exam) {
            lines.push(format!("  {}", words.get("check-scenarios-note")));
        }
    }
    lines
}

fn cell<'s>(all: impl Iterator<Item = &'s Scenario>) -> String {
    let (exam, practice): (Vec<_>, Vec<_>) = all.partition(|s| s.use_ == Use::Exam);
    if exam.is_empty() { practice.len().to_string() } else { format!("{}+{}", practice.len(), exam.len()) }
}

fn level(words: &Words, level: u8) -> String {
    words.with("check-level", &[("level", usize::from(level).into())])
}

fn languages(loaded: &Loaded, words: &Words) -> String {
    let of = |lang: &Lang| match missing(loaded, lang) {
        0 => lang.as_str().to_owned(),
        count => words.with("check-untranslated", &[("language", lang.as_str().into()), ("count", count.into())]),
    };
    loaded.library.languages.iter().map(of).collect::<Vec<_>>().join(" · ")
}

fn listed<K: Display>(all: &BTreeMap<K, usize>) -> String {
    all.iter().map(|(name, n)| format!("{name} {n}")).collect::<Vec<_>>().join(" · ")
}
