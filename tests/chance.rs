//! Exact chances against the plain way: every answer, every path, every form tried one by one; and against candidates who really sit
//! the exam through the one loop.

use std::collections::{BTreeMap, BTreeSet};

use num_traits::{One as _, Zero as _};
use onduty::analysis::chance::{self, Ability, Big, Trouble, big};
use onduty::base::dice::Seed;
use onduty::base::points::{Exact, Points};
use onduty::grade::exam::verdict;
use onduty::model::form::{Choice, Form, Reply};
use onduty::model::grade::{Ended, ExamGrade, PlayGrade, QuizGrade, Standing, Verdict};
use onduty::model::library::{Bank, Library, Use};
use onduty::model::licence::{
    Accepts, Disclose, Independence, Marks, Pattern, Practice, PracticeDraw, QuestionDraw, RedLine, Requires, Rules, Scheme,
    Theory, Validity,
};
use onduty::model::question::pairs::{Pair, Pairs};
use onduty::model::question::{Item, Kind, Question};
use onduty::model::scenario::step::{Stage, State};
use onduty::model::scenario::{Category, Outcome, Scenario, Way};
use onduty::model::span::{Lasts, Span};
use proptest::prelude::*;

use crate::make::{any_question, any_scenario, question, talk, text, zh};

mod again;
mod known;
mod plain;
mod sitting;
mod small;

use plain::{sat, tried, walked};
use small::short_talk;
pub use small::{library, questions, scheme, talks};

/// Marks and how likely they are.
type Table = BTreeMap<Exact, Big>;

fn table(spread: &chance::Spread) -> Table {
    spread.weights().keys().map(|mark| (*mark, spread.chance(*mark))).collect()
}

/// One of so many.
fn one_of(n: usize) -> Big {
    Big::new(1_u8.into(), n.max(1).into())
}

/// Not knowing.
fn rest(p: Ability) -> Big {
    big(Exact::ONE - p.share())
}

fn abilities() -> impl Strategy<Value = Ability> {
    prop::sample::select(vec![(0, 1), (1, 3), (4, 5), (1, 1)])
        .prop_map(|(n, of)| Ability::of(Exact::new(n, of)).expect("a share"))
}

fn of_all(chance: chance::Chance) -> [Big; 4] {
    let all = [chance.theory, chance.practice, chance.pass, chance.borderline];
    all.map(|c| c.expect("nothing is observed").exact().expect("small").clone())
}

/// Category, level, and of each reply the points and whether it crosses a red line.
type Talk = (Category, u8, Vec<(i64, bool)>);

/// A small library with a scheme over it: banks, talks, overlapping lines, all sorts of marks.
fn any_blueprint() -> impl Strategy<Value = (Library, Scheme)> {
    let question = (any_question(), 1..3_u8, 1..5_i64).prop_map(|(mut q, level, points)| {
        (q.level, q.points) = (level, Points::thousandths(points * 500));
        q
    });
    let banks = prop::collection::vec(prop::collection::vec(question, 1..5), 2);
    let category = prop::sample::select(vec![Category::Attitude, Category::Dispute]);
    let reply = (-1..4_i64, prop::bool::weighted(0.15));
    let one = (category.clone(), 1..3_u8, prop::collection::vec(reply, 1..4));
    let talks_there = prop::collection::vec(one, 2..6);
    let theory = prop::collection::vec((0..2_usize, prop::option::of(1..3_u8), 1..3_u32), 1..4);
    let practice = prop::collection::vec((category, prop::option::of(1..3_u8), 1..3_u32), 1..3);
    let marks = (1..100_u8, 0..101_u8, 0..101_u8, 0..101_u8, 0..30_u8, any::<bool>());
    (banks, talks_there, theory, practice, marks).prop_map(|(banks, there, theory, practice, marks)| {
        let short = |(n, talk): (usize, &Talk)| {
            let (category, level, replies) = talk;
            short_talk(&format!("talk{n}"), *category, *level, replies)
        };
        let mut scheme = scheme(questions(&theory), talks(&practice));
        let (weight, theory, practice, pass, band, zero) = marks;
        let part = scheme.theory.as_mut().expect("it has one");
        (part.weight, part.pass) = (weight, theory);
        let part = scheme.practice.as_mut().expect("it has one");
        (part.weight, part.pass) = (100 - weight, practice);
        part.red_line = if zero { RedLine::Zero } else { RedLine::Fail };
        (scheme.result.pass, scheme.result.borderline) = (pass, band);
        (library(banks, there.iter().enumerate().map(short).collect()), scheme)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_question_comes_to_what_every_answer_comes_to(question in any_question(), p in abilities()) {
        prop_assert_eq!(table(&chance::question(&question, p)), tried(&question, p));
    }

    #[test]
    fn pairs_with_the_same_words_are_counted_as_such(
        rights in prop::collection::vec(0..3_u8, 2..5), decoys in prop::collection::vec(0..4_u8, 0..3),
    ) {
        let word = |n: &u8| text(&format!("右 {n}"));
        let pair = |(n, right): (usize, &u8)| Pair { id: format!("p{n}").into(), left: text(&n.to_string()), right: word(right) };
        let decoy = |(n, right): (usize, &u8)| Item { id: format!("d{n}").into(), text: word(right) };
        let kind = Kind::Pairs(Pairs {
            pairs: rights.iter().enumerate().map(pair).collect(),
            decoys: decoys.iter().enumerate().map(decoy).collect(),
        });
        let question = question("q", kind);
        prop_assert_eq!(table(&chance::question(&question, Ability::BLIND)), tried(&question, Ability::BLIND));
    }

    #[test]
    fn a_talk_comes_to_what_every_path_comes_to(scenario in any_scenario(), p in abilities()) {
        let stage = Stage::new(scenario).expect("random scenarios can be walked");
        let plain = walked(&stage, p);
        prop_assume!(plain.is_some());
        let (shares, red) = plain.expect("just looked");
        let talk = chance::talk(&stage, p).expect("small");
        prop_assert_eq!(table(&talk.shares), shares);
        prop_assert_eq!(talk.red_line, red);
    }

    #[test]
    fn an_exam_comes_to_what_every_form_comes_to((library, scheme) in any_blueprint(), p in abilities()) {
        match (chance::exam(&scheme, &library, p), sat(&scheme, &library, p)) {
            (Ok(chance), Some(plain)) => prop_assert_eq!(of_all(chance), plain),
            (Err(Trouble::Short(_)), None) => {}
            (chance, plain) => prop_assert!(false, "{:?} where one by one it is {:?}", chance, plain),
        }
    }
}

#[test]
#[ignore = "prints how long it takes"]
fn timing() {
    let library = onduty::content::load(vec![onduty::content::files::Root::shipped()]).library;
    for scheme in library.licences.values() {
        for (n, of) in [(0, 1), (1, 2), (4, 5), (1, 1)] {
            let p = Ability::of(Exact::new(n, of)).expect("a share");
            let start = std::time::Instant::now();
            let chance = chance::exam(scheme, &library, p).expect("small");
            let took = start.elapsed();
            let all = [chance.theory, chance.practice, chance.pass, chance.borderline];
            let all = all.map(|c| c.map(|c| (chance::shown(&c.least), chance::shown(&c.most))));
            println!("{} {n}/{of} {took:?} {all:?}", scheme.id);
        }
        let start = std::time::Instant::now();
        println!("sem {:?} {:?}", chance::mean_sem_at_mark(scheme, &library), start.elapsed());
    }
}
