//! Laws of marking again: under its own content an exam comes to what it came to; where marks may only rise, none falls.

use std::collections::BTreeMap;

use onduty::analysis::range::range;
use onduty::attempt::plan::{Step, Swap};
use onduty::base::digest::Digest;
use onduty::base::points::Points;
use onduty::grade::regrade::{Fresh, Item, Unlike, again, all, falls, items, rising};
use onduty::model::frozen::Frozen;
use onduty::model::grade::{ExamGrade, Grade};
use onduty::model::library::Library;
use onduty::model::question::Kind;
use onduty::model::scenario::Way;
use onduty::model::scenario::step::Stage;
use proptest::prelude::*;

use super::trial::{Trial, shelf};

const QUESTIONS: [&str; 4] = ["finals/hello", "finals/seat", "finals/angry", "finals/blame"];

/// What is changed of the shelf: keys, points, and what the replies of the talks earn.
#[derive(Clone, Debug)]
struct Edit {
    keys: [bool; 4],
    points: [i64; 4],
    scores: Vec<i64>,
    gone: Option<usize>,
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let scores = proptest::collection::vec(0..4_i64, 6);
    let gone = proptest::option::weighted(0.2, 0..4_usize);
    (any::<[bool; 4]>(), [1..4_i64, 1..4, 1..4, 1..4], scores, gone).prop_map(|(keys, points, scores, gone)| Edit {
        keys,
        points,
        scores,
        gone,
    })
}

/// The shelf as it is today.
fn edited(edit: &Edit) -> Library {
    let mut library = shelf();
    let bank = library.banks.get_mut(&"finals".into()).expect("it is on the shelf");
    for question in &mut bank.questions {
        let Some(n) = QUESTIONS.iter().position(|id| *id == question.id.as_str()) else { continue };
        let Kind::TrueFalse(kind) = &mut question.kind else { continue };
        kind.answer ^= edit.keys[n];
        question.points = Points::whole(edit.points[n]);
    }
    bank.questions.retain(|it| edit.gone.is_none_or(|n| QUESTIONS[n] != it.id.as_str()));
    let mut scores = edit.scores.iter().cycle();
    for scenario in library.scenarios.values_mut() {
        for turn in &mut scenario.turns {
            let Way::Replies(replies) = &mut turn.way else { continue };
            for score in replies.iter_mut().flat_map(|reply| reply.score.values_mut()) {
                *score = Points::whole(*scores.next().expect("there are some"));
            }
        }
    }
    library
}

fn fresh(library: &Library, step: &Step) -> Option<Fresh> {
    let (was, content, best) = match step {
        Step::Ask { question, content, .. } => match library.question(question) {
            Some(it) => (*content, Frozen::Question(Box::new(it.clone())), None),
            None => return Some(Fresh::Not(Unlike::Gone)),
        },
        Step::Play { scenario, content, .. } => {
            let it = &library.scenarios[scenario];
            let best = range(&Stage::new(it.clone()).expect("fit")).expect("small").best.filter(|best| *best > Points::ZERO);
            let Some(best) = best else { return Some(Fresh::Not(Unlike::Unplayable)) };
            (*content, Frozen::Scenario(Box::new(it.clone())), Some(best))
        }
        _ => return None,
    };
    let now = content.digest();
    (now != was).then(|| Fresh::Other(Box::new(content), Swap { was, now, best }))
}

fn grade(trial: &Trial) -> &ExamGrade {
    let Some(Grade::Exam(grade)) = &trial.state.closed else { panic!("an exam that is over") };
    grade
}

/// An exam with these answers and replies.
fn sat(answers: [bool; 4], replies: [bool; 2]) -> Trial {
    let mut trial =
        Trial::begin(&shelf(), &shelf().licences[&"test-licence".into()], &QUESTIONS, &["lost-letter", "torn-page"], &[]);
    trial.pick(&answers.map(|answer| if answer { "true" } else { "false" })).hand_in();
    trial.reply([onduty::model::form::Reply::Next]);
    trial.pick(&replies.map(|good| if good { "look" } else { "wait" })).close();
    trial
}

fn contents(items: &[Item]) -> BTreeMap<Digest, Frozen> {
    let marked = items.iter().filter_map(|item| item.now.as_ref().ok());
    marked.map(|it| (it.swap.now, (*it.content).clone())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn under_its_own_content_an_exam_comes_to_what_it_came_to(answers in any::<[bool; 4]>(), replies in any::<[bool; 2]>()) {
        let trial = sat(answers, replies);
        let again = again(&trial.activity, &trial.events, &[], &BTreeMap::new()).expect("it follows");
        prop_assert_eq!(&again.grade, grade(&trial));
        prop_assert!(items(&trial.activity, &trial.events, &|step| fresh(&shelf(), step)).is_empty());
    }

    #[test]
    fn where_marks_may_only_rise_none_falls(answers in any::<[bool; 4]>(), replies in any::<[bool; 2]>(), edit in any_edit()) {
        let (trial, today) = (sat(answers, replies), edited(&edit));
        let other = items(&trial.activity, &trial.events, &|step| fresh(&today, step));
        let (each, fresh_contents): (Vec<&Item>, _) = (other.iter().collect(), contents(&other));
        let was = grade(&trial);
        let swaps = rising(&trial.activity, &trial.events, &each, was);
        let up = again(&trial.activity, &trial.events, &swaps, &fresh_contents).expect("it follows");
        prop_assert!(!falls(was, &up.grade), "{:?} → {:?}", was, up.grade);
        // Everything that can be compared goes together, too.
        prop_assert!(again(&trial.activity, &trial.events, &all(&each), &fresh_contents).is_some());
        // And once it has risen, nothing rises any more.
        let left = items(&up.activity, &trial.events, &|step| fresh(&today, step));
        let each: Vec<&Item> = left.iter().collect();
        let more = rising(&up.activity, &trial.events, &each, &up.grade);
        let twice = again(&up.activity, &trial.events, &more, &contents(&left)).expect("it follows");
        prop_assert!(!falls(&up.grade, &twice.grade));
    }
}
