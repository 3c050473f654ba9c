//! What is printed of a scenario reads back the same, finished or not.

use onduty::base::finding::Severity;
use onduty::base::id::Lang;
use onduty::content::draft::draft;
use onduty::content::load_shipped;
use onduty::content::print::Front;
use onduty::content::print::scenario::scenario as print;
use onduty::model::library::Status;
use onduty::model::scenario::{Reply, Scenario, Turn, Way};
use onduty::model::text::{Matching, Text};
use proptest::prelude::*;

use crate::make::{any_scenario, long_talk, text, zh};

/// A text of one language only, as one file holds it.
fn only(text: &mut Text, lang: &Lang) {
    *text = Text::new([(lang.clone(), text.get(lang).to_owned())]);
}

fn reply_in(reply: &mut Reply, lang: &Lang) {
    let texts = [&mut reply.text, &mut reply.feedback].into_iter().chain(reply.red_line.as_mut());
    texts.for_each(|text| only(text, lang));
}

/// A scenario in one language.
fn in_one(mut scenario: Scenario, lang: &Lang) -> Scenario {
    let customer = &mut scenario.customer;
    let head = [&mut scenario.title, &mut scenario.brief, &mut customer.name].into_iter().chain(&mut customer.facts);
    head.for_each(|text| only(text, lang));
    for turn in &mut scenario.turns {
        turn.says.iter_mut().chain(&mut turn.late_says).for_each(|text| only(text, lang));
        if let Some(timeout) = &mut turn.timeout {
            only(&mut timeout.feedback, lang);
        }
        match &mut turn.way {
            Way::Replies(all) => all.iter_mut().for_each(|reply| reply_in(reply, lang)),
            Way::Ending(ending) => only(&mut ending.debrief, lang),
            Way::Write(write) => {
                let writing = &mut write.writing;
                let least = writing.min_chars.get(lang).copied();
                writing.min_chars = least.into_iter().map(|least| (lang.clone(), least)).collect();
                [&mut writing.task, &mut writing.sample].into_iter().for_each(|text| only(text, lang));
                for want in &mut writing.wants {
                    [&mut want.title, &mut want.feedback].into_iter().for_each(|text| only(text, lang));
                    for matching in [&mut want.any, &mut want.all, &mut want.none] {
                        let none = matching.is_empty();
                        *matching = Matching::new((!none).then(|| (lang.clone(), matching.get(lang).to_vec())));
                    }
                }
            }
            Way::Goto(_) | Way::Branch(_) => {}
        }
    }
    scenario
}

fn front() -> Front {
    Front { comments: String::new(), status: Some(Status::Draft), sources: vec!["《班前会记录》 3".to_owned()] }
}

#[track_caller]
fn reads_back(scenario: &Scenario, lang: &Lang) {
    let printed = print(scenario, &front(), lang);
    let back = draft(&printed, lang).unwrap_or_else(|| panic!("not read:\n{printed}"));
    assert_eq!(&back.scenario, scenario, "{printed}");
    assert_eq!(back.front, front());
    let again = print(&back.scenario, &back.front, lang);
    assert_eq!(again, printed);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_scenario_reads_back_the_same(scenario in any_scenario(), words in "[a-z好“”\"\\\\\n\t#=，]{0,12}x") {
        let mut scenario = scenario;
        scenario.brief = text(&words);
        scenario.turns[0].says = vec![text(&words)];
        reads_back(&scenario, &zh());
    }
}

/// Without what comes from other files of a library: the register and the standard.
fn alone(mut scenario: Scenario) -> Scenario {
    scenario.timing = None;
    for turn in &mut scenario.turns {
        match &mut turn.way {
            Way::Write(write) => write.writing.register = None,
            Way::Replies(all) => {
                for broken in all.iter_mut().flat_map(|reply| &mut reply.breaks) {
                    (broken.title, broken.say_instead) = (Text::default(), Text::default());
                }
            }
            _ => {}
        }
    }
    scenario
}

#[test]
fn every_shipped_scenario_reads_back_the_same_in_both_languages_without_a_finding() {
    let loaded = load_shipped();
    assert!(loaded.library.scenarios.len() >= 10);
    for lang in &loaded.library.languages {
        for scenario in loaded.library.scenarios.values() {
            let scenario = alone(in_one(scenario.clone(), lang));
            reads_back(&scenario, lang);
            let read = draft(&print(&scenario, &front(), lang), lang).expect("a scenario");
            // A register's lists, and a standard, are in other files.
            let elsewhere = ["E202", "E905"];
            let is_own = |f: &&onduty::base::finding::Finding| f.severity == Severity::Error && !elsewhere.contains(&f.code);
            let errors: Vec<_> = read.findings.iter().filter(is_own).collect();
            assert!(errors.is_empty(), "{errors:?}");
        }
    }
}

#[test]
fn an_unfinished_scenario_is_kept_as_far_as_it_is() {
    let mut scenario = long_talk("half", onduty::model::scenario::Category::Dispute);
    scenario.turns.truncate(2);
    scenario.turns.push(Turn::new("next".into(), vec![], Way::Replies(vec![])));
    let printed = print(&scenario, &front(), &zh());
    let back = draft(&printed, &zh()).expect("a scenario");
    assert_eq!(back.scenario, scenario);
    assert!(back.is_whole());
    let broken = printed.replace("mood = 15", "mood = 1500");
    assert!(!draft(&broken, &zh()).expect("a scenario").is_whole(), "printing it again would lose the number");
}
