//! Small exams whose chances can be worked out on paper.

use onduty::analysis::chance::{self, Ability, Big, Effort};
use onduty::analysis::licence;
use onduty::base::points::{Exact, Points};
use onduty::model::library::Library;
use onduty::model::licence::Scheme;
use onduty::model::question::classify::Case;
use onduty::model::question::{Kind, Question};
use onduty::model::scenario::Category;
use onduty::model::scenario::step::Stage;

use super::{library, of_all, questions, scheme, short_talk, talks};
use crate::make::kinds;

fn ratio(num: u32, den: u32) -> Big {
    Big::new(num.into(), den.into())
}

fn ability(num: i128, den: i128) -> Ability {
    Ability::of(Exact::new(num, den)).expect("a share")
}

/// Of one kind, worth so many points.
fn worth(points: i64, is: fn(&Kind) -> bool) -> Question {
    let mut question = kinds().into_iter().find(|q| is(&q.kind)).expect("one of each kind");
    question.points = Points::whole(points);
    question
}

fn true_false() -> Question {
    worth(1, |kind| matches!(kind, Kind::TrueFalse(_)))
}

/// One question out of a statement and a choice of four; one talk of a good and an idle reply.
fn tiny() -> (Library, Scheme) {
    let bank = vec![true_false(), worth(3, |kind| matches!(kind, Kind::OneOf(_)))];
    let talk = short_talk("talk", Category::Attitude, 1, &[(2, false), (-1, false)]);
    let mut scheme = scheme(questions(&[(0, None, 1)]), talks(&[(Category::Attitude, None, 1)]));
    scheme.theory.as_mut().expect("it has one").pass = 0;
    (scheme.result.pass, scheme.result.borderline) = (80, 10);
    (library(vec![bank], vec![talk]), scheme)
}

#[test]
fn a_tiny_exam_is_as_on_paper() {
    let (library, scheme) = tiny();
    // Right in half of the halves and a quarter of the others: 3/8. The good reply: 1/2. Both are needed for 80; for 70 the reply is enough.
    let [theory, practice, pass, borderline] = of_all(chance::exam(&scheme, &library, Ability::BLIND).expect("tiny"));
    assert_eq!((theory, practice), (ratio(1, 1), ratio(1, 2)));
    assert_eq!(borderline, ratio(5, 16));
    assert_eq!(pass, ratio(3, 16));
    // The other question comes second, then either again: 1/2 · 1/4 and 1/2 · 1/2 with it, fails 7/8 and 3/4, then their mean.
    let luck = licence::chances(&scheme, &library, Ability::BLIND).expect("tiny").luck.expect("nothing is observed");
    assert_eq!(luck.within.exact(), Some(&(ratio(1, 1) - ratio(7, 8) * ratio(3, 4) * ratio(13, 16))));
    assert_eq!((luck.hardest.exact(), luck.easiest.exact()), (Some(&ratio(1, 8)), Some(&ratio(1, 4))));
    // Knowing half: right with 1/2 + 1/2 · 3/8 = 11/16, the good reply with 3/4.
    let [_, practice, pass, _] = of_all(chance::exam(&scheme, &library, ability(1, 2)).expect("tiny"));
    assert_eq!((practice, pass), (ratio(3, 4), ratio(33, 64)));
}

#[test]
fn who_knows_more_passes_more_often_and_who_knows_all_always() {
    let (library, scheme) = super::sitting::desk();
    let pass = |n: i128| of_all(chance::exam(&scheme, &library, ability(n, 10)).expect("small"))[2].clone();
    let all: Vec<Big> = (0..=10).map(pass).collect();
    assert!(all.windows(2).all(|two| two[0] < two[1]), "{:?}", all.iter().map(chance::shown).collect::<Vec<_>>());
    assert_eq!(of_all(chance::exam(&scheme, &library, Ability::SURE).expect("small")), [1, 1, 1, 0].map(|n| ratio(n, 1)));
}

#[test]
fn the_error_at_the_mark_is_as_on_paper() {
    // Twelve statements, mark 75: at p = 1/2 each is right with 3/4, variance 3/16 each; √(3/16 ÷ 12) = 0.125.
    let bank = vec![true_false(); 14];
    let talk = short_talk("talk", Category::Attitude, 1, &[(1, false), (-1, false)]);
    let library = library(vec![bank], vec![talk]);
    let mut scheme = scheme(questions(&[(0, None, 12)]), talks(&[(Category::Attitude, None, 1)]));
    scheme.result.pass = 75;
    let practice = scheme.practice.take();
    scheme.theory.as_mut().expect("it has one").weight = 100;
    let mean = chance::mean_sem_at_mark(&scheme, &library).expect("small");
    assert_eq!((mean.ability, mean.points), (ability(1, 2), Exact::new(125, 10)));
    let drawn: Vec<&Question> = library.banks.values().flat_map(|b| &b.questions).take(12).collect();
    assert_eq!(chance::sem_at_mark(&scheme, &drawn, &[]), Ok(mean));
    // One talk, good or not, is all or nothing: √(3/16) = 0.4330….
    (scheme.theory, scheme.practice) = (None, practice);
    scheme.practice.as_mut().expect("it has one").weight = 100;
    let stage = Stage::new(library.scenarios.values().next().expect("one").clone()).expect("walkable");
    let sem = chance::sem_at_mark(&scheme, &[], &[&stage]).expect("small");
    assert_eq!((sem.ability, sem.points), (ability(1, 2), Exact::new(433, 10)));
    assert_eq!(chance::mean_sem_at_mark(&scheme, &library), Ok(sem));
}

#[test]
fn bounds_hold_the_exact_chance_and_come_closer_with_more_effort() {
    // Fifths, sixths and sevenths of a point, drawn by lines that share a bank.
    let classify = |points, cases: usize| {
        let mut question = worth(points, |kind| matches!(kind, Kind::Classify(_)));
        let Kind::Classify(it) = &mut question.kind else { panic!("it classifies") };
        let case = |n: usize| Case { id: format!("c{n}").into(), ..it.cases[n % 3].clone() };
        it.cases = (0..cases).map(case).collect();
        question
    };
    let bank = vec![classify(1, 5), classify(2, 6), classify(1, 7), classify(3, 7), true_false(), true_false()];
    let there = super::sitting::desk().0.scenarios.into_values().collect();
    let library = library(vec![bank], there);
    let mut scheme = scheme(questions(&[(0, None, 2), (0, Some(1), 2)]), talks(&[(Category::Attitude, None, 2)]));
    (scheme.result.pass, scheme.result.borderline) = (60, 10);
    for p in [Ability::BLIND, ability(1, 3), ability(4, 5)] {
        let exact = of_all(chance::exam(&scheme, &library, p).expect("small"));
        let mut last: Option<Big> = None;
        for rounded in [10_000, 100_000] {
            let bounds = chance::exam_with(&scheme, &library, p, Effort { exact: 0, rounded }).expect("small");
            let pass = bounds.pass.clone().expect("nothing is observed");
            let all = [bounds.theory, bounds.practice, bounds.pass, bounds.borderline].map(|c| c.expect("nothing is observed"));
            for (bounds, exact) in all.iter().zip(&exact) {
                assert!(bounds.least <= *exact && *exact <= bounds.most, "{bounds:?} does not hold {exact}");
            }
            assert_eq!(pass.exact(), None);
            let wide = pass.most - pass.least;
            assert!(last.is_none_or(|last| wide < last), "with {rounded}");
            last = Some(wide);
        }
    }
}
