//! The shipped library has what a training centre starts with: courses, banks, talks, stations and five licences that can be sat.
//!
//! Counted where a licence would draw, with exam and practice apart; sat in full by who knows the key.

use std::collections::BTreeSet;

use onduty::analysis::syllabus::{Served, served};
use onduty::base::finding::Severity;
use onduty::content::load_shipped;
use onduty::model::library::{Library, Objective, Use};
use onduty::model::question::one_of::Opt;
use onduty::model::question::{Kind, Question};
use onduty::model::word::Category;
use onduty::terminal::markdown;

use crate::candidate::Candidate;
use crate::desk::Desk;

/// The questions of the banks of this use.
fn questions(library: &Library, of: Use) -> Vec<&Question> {
    library.banks.values().filter(|bank| bank.use_ == of).flat_map(|bank| &bank.questions).collect()
}

#[test]
fn it_has_what_was_promised() {
    let loaded = load_shipped();
    assert_eq!(loaded.findings.iter().filter(|f| f.severity == Severity::Error).count(), 0);
    let library = &loaded.library;
    let names: Vec<&str> = library.licences.keys().map(|id| id.as_str()).collect();
    assert_eq!(names, ["after-sale-agent", "hotline-agent", "pre-sale-agent", "service-engineer", "service-manager"]);
    assert!(library.courses.len() >= 16);
    assert!(questions(library, Use::Exam).len() >= 120 && questions(library, Use::Practice).len() >= 300);
    let objectives: usize = library.syllabi.values().map(|syllabus| syllabus.objectives.len()).sum();
    assert!((250..=350).contains(&objectives), "{objectives}");
    let talks = library.scenarios.values().filter(|talk| talk.use_ == Use::Exam).count();
    assert!(talks >= 20 && library.scenarios.len() >= 60, "{talks}");
    let stations: Vec<&str> = library.stations.keys().map(|id| id.as_str()).collect();
    assert_eq!(stations, ["call-back", "call-fault", "find-fault", "form-and-explain", "make-safe", "swap-part"]);
    let critical = library.stations.values().filter(|s| s.steps.iter().any(|step| step.critical)).map(|s| s.id.as_str());
    assert!(critical.collect::<Vec<_>>().contains(&"make-safe"));
    for language in ["zh-CN", "en"] {
        assert!(library.languages.contains(&language.into()), "{language}");
    }
}

/// Every mark of markdown does its work: a learner sees bold words, never stars. (Stars behind a full stop and before a Chinese
/// character close nothing, by the rules of CommonMark.)
#[test]
fn no_mark_of_markdown_is_left_over() {
    let library = load_shipped().library;
    let lessons = library.courses.values().flat_map(|course| &course.lessons).map(|lesson| (lesson.id.as_str(), &lesson.body));
    let agreements = library.agreements.iter().map(|(id, (_, text))| (id.as_str(), text));
    let mut left = Vec::new();
    for (name, text) in lessons.chain(agreements) {
        for shown in text.all().flat_map(|text| markdown::lines(text, 2000)).map(|line| line.words()) {
            left.extend(["**", "](", "`"].iter().any(|mark| shown.contains(mark)).then(|| format!("{name}: {shown}")));
        }
    }
    assert!(left.is_empty(), "{}", left.join("\n"));
}

/// What may be practised is not what is examined: nothing is both, and no question is asked in the same words.
#[test]
fn exam_and_practice_are_apart() {
    let library = load_shipped().library;
    let banks = library.banks.values().map(|bank| bank.use_);
    let talks = library.scenarios.values().map(|talk| talk.use_);
    assert!(banks.chain(talks).all(|of| matches!(of, Use::Exam | Use::Practice)));
    for language in &library.languages {
        let asked = |of| questions(&library, of).iter().map(|q| q.ask.get(language).to_owned()).collect::<BTreeSet<_>>();
        let both: Vec<String> = asked(Use::Exam).intersection(&asked(Use::Practice)).cloned().collect();
        assert_eq!(both, [""; 0]);
    }
}

/// Whoever has done what the scheme asks for and knows the key passes; what hands do is left to the examiners.
#[test]
fn every_licence_can_be_sat() {
    for (licence, verdict, code) in [
        ("pre-sale-agent", "passed", 0),
        ("after-sale-agent", "passed", 0),
        ("service-manager", "passed", 0),
        ("hotline-agent", "pending", 1),
        ("service-engineer", "pending", 1),
    ] {
        let desk = Desk::new();
        let _ = Candidate::new(&desk, licence).prepared().sits();
        let (told, exit) = desk.json(&["result"]);
        assert_eq!((told["verdict"].as_str(), exit), (Some(verdict), code), "{licence}: {told}");
    }
}

/// Every category has something at every level, and a licence enough that nobody sees a talk twice in three attempts.
#[test]
fn every_category_and_level_is_played() {
    let library = load_shipped().library;
    for category in Category::ALL {
        for level in 1..=3 {
            let count = library.scenarios.values().filter(|talk| talk.category == category.1 && talk.level == level).count();
            assert!(count >= 4, "{} {level}: {count}", category.0);
        }
    }
}

/// Every objective is taught, and shown as its aim wants.
#[test]
fn every_objective_is_taught_and_shown() {
    let library = load_shipped().library;
    let open = |(objective, served): &(&Objective, Served)| served.taught == 0 || !served.shown(objective.aim);
    let open: Vec<_> = served(&library).into_iter().filter(open).map(|(objective, _)| objective.id.to_string()).collect();
    assert_eq!(open, [""; 0]);
}

/// Where the right option stands, and how long it is, tells nothing: both within five points of chance.
#[test]
fn the_right_option_does_not_stand_out() {
    let library = load_shipped().library;
    let questions: Vec<&Vec<Opt>> = library
        .banks
        .values()
        .flat_map(|bank| &bank.questions)
        .filter_map(|question| if let Kind::OneOf(of) = &question.kind { Some(&of.options) } else { None })
        .collect();
    let is_right = |options: &[Opt], n: usize| options.get(n).is_some_and(|option| option.right);
    let chance = |n: usize| questions.iter().filter(|of| of.len() > n).map(|of| 100.0 / of.len() as f64).sum::<f64>();
    let all = questions.len() as f64;
    for place in 0..4 {
        let right = questions.iter().filter(|of| is_right(of, place)).count() as f64 * 100.0;
        assert!(
            (right - chance(place)).abs() / all <= 5.0,
            "place {place}: {:.1} %, by chance {:.1} %",
            right / all,
            chance(place) / all
        );
    }
    for language in &library.languages {
        let length = |option: &Opt| option.text.get(language).chars().count();
        let longest = |of: &[Opt]| {
            let most = of.iter().map(length).max().unwrap_or_default();
            let all: Vec<&Opt> = of.iter().filter(|option| length(option) == most).collect();
            all.iter().filter(|option| option.right).count() as f64 * 100.0 / all.len() as f64
        };
        let (right, by_chance) = (questions.iter().map(|of| longest(of)).sum::<f64>() / all, chance(0) / all);
        assert!((right - by_chance).abs() <= 5.0, "{language}: longest {right:.1} %, by chance {by_chance:.1} %");
    }
}
