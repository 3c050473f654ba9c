//! What a new piece of courseware begins as: commented files in Chinese and English, filled in for the library that they stand in.

use super::{Kind, Template, is_chinese};
use crate::analysis::range::range;
use crate::base::id::Lang;
use crate::base::points::Points;
use crate::content::print;
use crate::content::walk::{Expect, Made, Said};
use crate::model::library::{Bank, Library, Status};
use crate::model::scenario::step::{Deed, Stage};
use crate::model::scenario::{Category, Outcome, Scenario, Way};

macro_rules! starters {
    ($lang:expr, $name:literal) => {
        if is_chinese($lang) {
            include_str!(concat!("starters/zh-CN/", $name, ".toml"))
        } else {
            include_str!(concat!("starters/en/", $name, ".toml"))
        }
    };
}

/// The file of a kind, with gaps.
pub(super) fn text(kind: Kind, template: Option<Template>, lang: &Lang) -> String {
    let text = match (kind, template) {
        (Kind::Library, _) => starters!(lang, "library"),
        (Kind::Syllabus, _) => starters!(lang, "syllabus"),
        (Kind::Course, _) => starters!(lang, "course"),
        (Kind::Bank, _) => starters!(lang, "bank"),
        (Kind::Station, _) => starters!(lang, "station"),
        (Kind::Licence, _) => starters!(lang, "licence"),
        (Kind::Standard, _) => starters!(lang, "standard"),
        (Kind::Wording, _) => starters!(lang, "wording"),
        (Kind::Glossary, _) => starters!(lang, "glossary"),
        (Kind::Walks, _) => starters!(lang, "walks"),
        (Kind::Scenario, None) => starters!(lang, "scenario"),
        (Kind::Scenario, Some(Template::Greeting)) => starters!(lang, "greeting"),
        (Kind::Scenario, Some(Template::Objection)) => starters!(lang, "objection"),
        (Kind::Scenario, Some(Template::Bargaining)) => starters!(lang, "bargaining"),
        (Kind::Scenario, Some(Template::LateChange)) => starters!(lang, "late-change"),
        (Kind::Scenario, Some(Template::DisputeCall)) => starters!(lang, "dispute-call"),
        (Kind::Scenario, Some(Template::Triage)) => starters!(lang, "triage"),
    };
    text.to_owned()
}

/// The name of its file.
pub(super) fn file_name(kind: Kind, id: &str) -> String {
    if kind == Kind::Walks { format!("{id}.walk.toml") } else { format!("{id}.toml") }
}

/// As many questions as a new licence draws.
const FOUR: usize = 4;

/// What a new thing of a kind begins as: a draft where other languages are still to come, or something that it needs.
pub(super) fn begins_as(kind: Kind, library: &Library) -> Status {
    match kind {
        Kind::Licence if !is_playable(library) => Status::Draft,
        Kind::Library | Kind::Walks => Status::Live,
        _ => library.begins_as(),
    }
}

/// Whether a new licence finds the role-play that it draws.
fn is_playable(library: &Library) -> bool {
    let role = bank(library).and_then(|bank| bank.roles.first());
    let fits = |talk: &Scenario| {
        let serves = talk.roles.is_empty() || role.is_none_or(|role| talk.roles.contains(role));
        serves && talk.use_.is_for_exam() && talk.category == Category::Communication
    };
    library.scenarios.values().any(fits)
}

/// The bank that a new licence draws from.
pub(super) fn bank(library: &Library) -> Option<&Bank> {
    library.banks.values().find(|bank| bank.use_.is_for_exam() && bank.questions.len() >= FOUR)
}

/// The gaps filled: the id, what it begins as, and what the library has to name.
pub(super) fn filled(text: &str, id: &str, status: Status, library: &Library) -> String {
    let draft = if status == Status::Draft { "status = \"draft\"\n" } else { "" };
    let first = |known: Option<&str>| known.unwrap_or("?").to_owned();
    let skill = first(library.skills.first().map(|(id, _)| id.as_str()));
    let bank = bank(library);
    // A role that the bank is for.
    let role = bank.and_then(|bank| bank.roles.first()).or(library.roles.first().map(|(id, _)| id));
    let role = first(role.map(|id| id.as_str()));
    let text = text
        .replace("{id}", id)
        .replace("{draft}\n", draft)
        .replace("{role}", &role)
        .replace("{bank}", &first(bank.map(|bank| bank.id.as_str())));
    text.lines().map(|line| format!("{}\n", scored(line, &skill, library))).collect()
}

/// A walk along the best replies of a scenario, with what it comes to; `None` where nothing can be earned in it.
pub(super) fn best_walk(scenario: &Scenario) -> Option<String> {
    let stage = Stage::new(scenario.clone()).ok()?;
    let found = range(&stage).ok()?;
    let best = found.best.filter(|best| *best > Points::ZERO)?;
    let mut state = stage.begin();
    let mut steps = Vec::new();
    for reply in found.best_way {
        let (turn, it) = stage.reply(reply);
        // What is written best is the model answer, in the language that walks are walked in.
        let said = match &turn.way {
            _ if stage.deed(reply) == Deed::Silence => Said::Silence,
            Way::Write(write) => Said::Text(write.writing.sample.all().next().unwrap_or_default().to_owned()),
            _ => Said::Reply(it.id.clone()),
        };
        steps.push(Made { turn: turn.id.clone(), said, band: None });
        stage.step(&mut state, reply);
    }
    let passed = stage.ends(&state).is_some_and(|ending| ending.outcome != Outcome::Failed);
    let expect = Expect { ending: stage.turn(&state).id.clone(), points: best, percent: 100, passed, timeliness: None };
    Some(print::walk::walk("model", &steps, &expect))
}

/// A line of points, for a library that has no such skills: all to its first.
fn scored(line: &str, skill: &str, library: &Library) -> String {
    let (Some(at), Some(end)) = (line.find("score = {"), line.rfind('}')) else {
        return skilled(line, skill, library);
    };
    let pairs: Vec<(&str, Option<Points>)> = line[at + "score = {".len()..end]
        .split(',')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, points)| (name.trim(), Points::parse(points.trim())))
        .collect();
    let known = |name: &str| library.skills.iter().any(|(id, _)| id.as_str() == name);
    if pairs.iter().all(|(name, _)| known(name)) {
        return line.to_owned();
    }
    let sum: Points = pairs.iter().filter_map(|(_, points)| *points).sum();
    format!("{}score = {{ {skill} = {sum} }}{}", &line[..at], &line[end + 1..])
}

/// The same for a line that names skills of a question.
fn skilled(line: &str, skill: &str, library: &Library) -> String {
    let known = |name: &str| library.skills.iter().any(|(id, _)| id.as_str() == name);
    match line.trim_start().strip_prefix("skills = [\"").and_then(|rest| rest.split('"').next()) {
        Some(name) if !known(name) => line.replace(name, skill),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum as _;

    use super::*;
    use crate::base::finding::{Finding, Severity};
    use crate::content::files::{Root, Source};
    use crate::content::{Loaded, load};

    fn library(lang: &Lang, more: &[(&str, String)]) -> Loaded {
        let own = text(Kind::Library, None, lang).replace("{id}", "own");
        let mut sources = vec![Source::new("own/library.toml", &own)];
        sources.extend(more.iter().map(|(name, text)| Source::new(&format!("own/{name}"), text)));
        load(vec![Root { name: "own".to_owned(), sources, findings: Vec::new() }])
    }

    /// What is wrong with a new thing beside a new library.
    fn found(kind: Kind, template: Option<Template>, lang: &Lang) -> Vec<Finding> {
        let it = |kind, id: &str, library: &Library| filled(&text(kind, template, lang), id, begins_as(kind, library), library);
        let own = library(lang, &[]).library;
        let beside = match kind {
            Kind::Walks => vec![("talk.toml", it(Kind::Scenario, "talk", &own))],
            _ => Vec::new(),
        };
        let id = if kind == Kind::Walks { "talk" } else { "mine" };
        let mut new = it(kind, id, &library(lang, &beside).library);
        if kind == Kind::Walks {
            let loaded = library(lang, &beside);
            new = new.replace("{walk}", &best_walk(&loaded.library.scenarios[&"talk".into()]).expect("it can be walked"));
        }
        assert!(!["{id}", "{draft}", "{walk}", "{bank}", "{role}"].iter().any(|gap| new.contains(gap)), "{new}");
        let all: Vec<(&str, String)> = beside.into_iter().chain([("mine.toml", new)]).collect();
        let mut loaded = library(lang, &all);
        // The shipped library below is looked at elsewhere.
        let mut known = crate::cli::check::Known::default();
        let walked = known.scenario(&loaded, &id.into(), crate::analysis::graph::MOST);
        loaded.findings.extend(walked);
        loaded.findings.retain(|finding| finding.at.file.starts_with("own/"));
        loaded.findings
    }

    #[test]
    fn whatever_is_begun_passes_check() {
        for lang in ["zh-CN", "en"].map(Lang::from) {
            for kind in Kind::value_variants().iter().filter(|kind| **kind != Kind::Library) {
                let found = found(*kind, None, &lang);
                let errors: Vec<_> = found.iter().filter(|f| f.severity == Severity::Error).collect();
                assert!(errors.is_empty(), "{kind:?} {lang}: {errors:#?}");
            }
        }
    }

    #[test]
    fn the_little_talks_are_clean_under_strict() {
        for lang in ["zh-CN", "en"].map(Lang::from) {
            for template in std::iter::once(None).chain(Template::value_variants().iter().copied().map(Some)) {
                let found = found(Kind::Scenario, template, &lang);
                assert!(found.is_empty(), "{template:?} {lang}: {found:#?}");
            }
        }
    }

    #[test]
    fn a_library_without_such_skills_takes_its_own() {
        let lang = Lang::from("en");
        let mut library = library(&lang, &[]).library;
        library.skills.truncate(1);
        library.skills[0].0 = "tact".into();
        assert_eq!(scored("  score = { welcome = 2, ask = -1 }   # why", "tact", &library), "  score = { tact = 1 }   # why");
        assert_eq!(skilled("skills = [\"policy\"]", "tact", &library), "skills = [\"tact\"]");
        library.languages.push("zh-CN".into());
        let status = begins_as(Kind::Bank, &library);
        assert!(filled("{draft}\nid = \"{id}\"\n", "x", status, &library).starts_with("status = \"draft\"\nid = \"x\""));
    }
}
