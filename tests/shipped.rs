//! The shipped library has what a training centre starts with: courses, banks, talks, stations and three licences that can be sat.
//!
//! Counted where a licence would draw, with exam and practice apart; sat in full by who knows the key.

use std::collections::BTreeSet;

use onduty::base::finding::Severity;
use onduty::content::load_shipped;
use onduty::model::library::{Library, Use};
use onduty::model::question::Question;

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
    assert_eq!(names, ["after-sale-agent", "pre-sale-agent", "service-engineer"]);
    assert!(library.courses.len() >= 3);
    assert!(questions(library, Use::Exam).len() >= 80);
    let talks = library.scenarios.values().filter(|talk| talk.use_ == Use::Exam).count();
    assert!(talks >= 12, "{talks}");
    let stations: Vec<&str> = library.stations.keys().map(|id| id.as_str()).collect();
    assert_eq!(stations, ["find-fault", "form-and-explain", "make-safe", "swap-part"]);
    let critical = library.stations.values().filter(|s| s.steps.iter().any(|step| step.critical)).map(|s| s.id.as_str());
    assert!(critical.collect::<Vec<_>>().contains(&"make-safe"));
    for language in ["zh-CN", "en"] {
        assert!(library.languages.contains(&language.into()), "{language}");
    }
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
    for (licence, verdict, code) in
        [("pre-sale-agent", "passed", 0), ("after-sale-agent", "passed", 0), ("service-engineer", "pending", 1)]
    {
        let desk = Desk::new();
        let _ = Candidate::new(&desk, licence).prepared().sits();
        let (told, exit) = desk.json(&["result"]);
        assert_eq!((told["verdict"].as_str(), exit), (Some(verdict), code), "{licence}: {told}");
    }
}
