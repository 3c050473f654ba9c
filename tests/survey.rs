//! Every figure of a scenario's analysis equals what comes of going every single run, one by one, by the format's words alone.

mod brute;

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigUint;
use num_traits::Zero as _;
use onduty::analysis::survey::{How, Survey, Unused, Whole, survey};
use onduty::base::id::{SkillId, TurnId};
use onduty::base::points::{Exact, Points};
use onduty::locale::{Tongue, Words};
use onduty::model::scenario::step::{Asked, Stage};
use onduty::model::scenario::{Reply, Scenario, Way};
use onduty::report::analysis::talk::Report;
use proptest::prelude::*;

use self::brute::{Big, Decision, End, Gone, Run, Settling, gone, how};
use crate::laws::Naive;
use crate::make::{any_scenario, talk, zh};

/// Small scenarios with any mark; of some nobody can hang up, so that one may be left without a reply.
fn scenarios() -> impl Strategy<Value = Scenario> {
    (any_scenario(), 1..=100_u8, prop::bool::weighted(0.3)).prop_map(|(mut scenario, pass, dead)| {
        scenario.pass = pass;
        for turn in &mut scenario.turns {
            if let (true, Way::Replies(all)) = (dead, &mut turn.way) {
                all.retain(|reply| !reply.id.as_str().starts_with("bye") || reply.id.as_str() == "bye0" && pass % 2 == 0);
            }
        }
        scenario
    })
}

fn decision(stage: &Stage, number: usize) -> Decision {
    let (turn, reply) = stage.reply(number);
    (turn.id.clone(), reply.id.clone())
}

fn figures(scenario: &Scenario, stage: &Stage, gone: &Gone, told: &Whole) {
    let best = gone.runs.iter().filter(|run| run.clean()).map(Run::sum).max();
    let passes =
        |sum: i64, end: End| end == End::Fit && best.is_some_and(|best| best > 0 && sum * 100 >= i64::from(scenario.pass) * best);
    assert_eq!((told.states, told.paths.clone()), (gone.states.len(), gone.runs.len().into()));
    assert_eq!(told.best.as_ref().map(|run| run.score), best.map(Points::whole));
    assert_eq!(told.worst.score, Points::whole(gone.runs.iter().map(Run::score).min().expect("a run")));
    let passing = gone.runs.iter().filter(|run| passes(run.sum(), run.end)).count();
    assert_eq!((told.pass_reachable, told.fail_reachable), (passing > 0, passing < gone.runs.len()));

    let marks = told.marks.as_ref().expect("few sums");
    let mut attainable: BTreeMap<i64, (u32, u32)> = BTreeMap::new();
    let (mut pass, mut expected) = (Big::zero(), Big::zero());
    for run in &gone.runs {
        let to = attainable.entry(run.score()).or_default();
        *to = (to.0 + 1, to.1 + u32::from(passes(run.sum(), run.end)));
        if passes(run.sum(), run.end) {
            pass += &run.chance;
        }
        if let Some(best) = best.filter(|best| *best > 0) {
            let share = Big::new(run.score().max(0).unsigned_abs().into(), best.unsigned_abs().into());
            expected += share * &run.chance;
        }
    }
    let mine: Vec<_> = marks.attainable.iter().map(|a| (a.score, a.paths.clone(), a.passing.clone(), a.share)).collect();
    let share = |score: i64| best.filter(|b| *b > 0).map_or(Exact::ZERO, |b| Exact::new(score.max(0).into(), b.into()));
    let theirs: Vec<_> = attainable.iter().map(|(s, (n, p))| (Points::whole(*s), (*n).into(), (*p).into(), share(*s))).collect();
    assert_eq!(mine, theirs);
    assert_eq!(marks.red_lines, gone.runs.iter().filter(|run| run.end == End::Red).count().into());
    assert_eq!((&marks.pass, &marks.expected), (&pass, &expected));

    for (skill, (most, _)) in &told.skills {
        let best = gone.runs.iter().filter(|run| run.clean()).map(|run| run.by_skill.get(skill).copied().unwrap_or(0)).max();
        assert_eq!(Some(*most), best.map(Points::whole), "{skill}");
    }
    ways(stage, told);

    let mut settling = Settling { scenario, pass: &passes, met: BTreeMap::new() };
    settling.walk(&scenario.start, &Naive::new(scenario), 0);
    let theirs: BTreeMap<Decision, (How, How)> = settling
        .met
        .into_iter()
        .map(|(reply, [lost, kept, won, open])| (reply, (how(lost, kept), how(won, open))))
        .filter(|(_, (loses, secures))| *loses != How::Never || *secures != How::Never)
        .collect();
    let decisive = told.decisive.as_ref().expect("few sums");
    let mine: BTreeMap<Decision, (How, How)> =
        decisive.iter().map(|d| (decision(stage, d.reply), (d.loses, d.secures))).collect();
    assert_eq!(mine, theirs);
    sights(scenario, stage, gone, told);
}

/// The ways told lead to what is told, and skills are those of the best way.
fn ways(stage: &Stage, told: &Whole) {
    for run in told.best.iter().chain([&told.worst]) {
        let mut state = stage.begin();
        let mut by_skill: BTreeMap<SkillId, Points> = BTreeMap::new();
        let mut add = |score: &BTreeMap<SkillId, Points>| {
            score.iter().for_each(|(skill, points)| *by_skill.entry(skill.clone()).or_default() += *points);
        };
        for &reply in &run.way {
            assert!(stage.offered(&state).any(|n| n == reply));
            add(&stage.reply(reply).1.score);
            stage.step(&mut state, reply);
        }
        assert_eq!(stage.offered(&state).count(), 0);
        if let Some(ending) = stage.ends(&state) {
            add(&ending.score);
        }
        let sum: Points = by_skill.values().copied().sum();
        assert_eq!(run.score, if state.red_line() { Points::ZERO } else { sum });
        if told.best.as_ref() == Some(run) {
            for (skill, (_, earned)) in &told.skills {
                assert_eq!(*earned, by_skill.get(skill).copied().unwrap_or_default());
            }
        }
    }
}

fn sights(scenario: &Scenario, stage: &Stage, gone: &Gone, told: &Whole) {
    let all = (0..stage.replies()).map(|n| decision(stage, n));
    let never: Vec<Decision> = all.filter(|d| !gone.offered.contains(d)).collect();
    assert_eq!(told.sights.never_offered.iter().map(|n| decision(stage, *n)).collect::<Vec<_>>(), never);
    let red: Vec<usize> = (0..stage.replies()).filter(|n| stage.reply(*n).1.red_line.is_some()).collect();
    assert_eq!(told.sights.red_lines, red);

    let only = |key: &(TurnId, String, Option<usize>)| {
        let met = &gone.read[key];
        (met.len() == 1).then(|| met.contains(&true))
    };
    let mut theirs: BTreeSet<(TurnId, String, Option<usize>, bool)> = BTreeSet::new();
    for key in gone.read.keys() {
        let (turn, at, nth) = key;
        let Some(holds) = only(key) else { continue };
        if nth.is_none() {
            let Way::Branch(arms) = &scenario.turn(turn).expect("there").way else { panic!("only arms are whole") };
            let arm: usize = at[1..].parse().expect("a number");
            let blamed = (0..arms[arm].when.len()).any(|n| only(&(turn.clone(), at.clone(), Some(n))) == Some(false));
            if arms[arm].when.is_empty() || holds || blamed {
                continue;
            }
        }
        theirs.insert((turn.clone(), at.clone(), *nth, holds));
    }
    let place = |asked: Asked| match asked {
        Asked::Reply { reply, nth } => {
            let (turn, reply) = decision(stage, reply);
            (turn, reply.to_string(), Some(nth))
        }
        Asked::Arm { turn, arm, nth } => (stage.turn_at(turn).id.clone(), format!("#{arm}"), Some(nth)),
        Asked::Taken { turn, arm } => (stage.turn_at(turn).id.clone(), format!("#{arm}"), None),
    };
    let mine: BTreeSet<_> =
        told.sights.settled.iter().map(|s| (place(s.asked), s.holds)).map(|((t, a, n), h)| (t, a, n, h)).collect();
    assert_eq!(mine, theirs);

    let unused = |name: &str| match (gone.read_vars.contains(name), gone.changed.contains(name)) {
        (false, _) => Some(Unused::NeverRead),
        (true, false) => Some(Unused::NeverChanged),
        _ => None,
    };
    let theirs: Vec<_> = scenario.vars.iter().enumerate().filter_map(|(n, v)| Some((n, unused(v.name.as_str())?))).collect();
    assert_eq!(told.sights.unused, theirs);
}

/// More states than are walked: what is certain stands in `bounds`, what is not known is null.
#[test]
fn what_cannot_be_walked_is_bounded() {
    let mut scenario = talk();
    let Way::Replies(all) = &mut scenario.turns[0].way else { panic!("it asks") };
    let bye = all[0].clone();
    let more = (0..30).map(|n| Reply {
        id: format!("r{n}").as_str().into(),
        to: "t0".into(),
        score: BTreeMap::from([("say".into(), Points::whole(1))]),
        ..bye.clone()
    });
    *all = more.chain([bye.clone()]).collect();
    let stage = Stage::new(scenario).expect("it can be walked");
    let found = survey(&stage, 500);
    let report = Report { stage: &stage, survey: &found, skills: &[], words: &Words::new(Tongue::En), lang: &zh() };
    let told = report.json();
    for unknown in ["states", "paths", "best", "worst", "attainable", "chance", "never_offered"] {
        assert!(told[unknown].is_null(), "{unknown}");
    }
    // All thirty, then goodbye, which gives one more; or goodbye at once.
    let score = |most: i64| serde_json::json!({ "least": most, "most": most });
    assert_eq!((&told["bounds"]["best"], &told["bounds"]["worst"]), (&score(31), &score(1)));
    assert_eq!((&told["pass_reachable"], &told["fail_reachable"]), (&true.into(), &true.into()));
    assert_eq!(told["bounds"]["states"]["least"], 500);
    assert!(told["bounds"]["paths"]["most"].is_string(), "beyond 2^53 a number is written as text");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, max_global_rejects: 200_000, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_is_that_of_every_single_run(scenario in scenarios()) {
        let stage = Stage::new(scenario.clone()).expect("random scenarios can be walked");
        let gone = gone(&scenario);
        prop_assume!(gone.is_some());
        let Survey::Whole(told) = survey(&stage, 1_000_000) else { panic!("small") };
        figures(&scenario, &stage, &gone.expect("small enough"), &told);
    }

    #[test]
    fn bounds_hold_wherever_the_walk_stops(scenario in scenarios(), most in 1..12_usize) {
        let stage = Stage::new(scenario.clone()).expect("random scenarios can be walked");
        let gone = gone(&scenario);
        prop_assume!(gone.is_some());
        let gone = gone.expect("small enough");
        let Survey::Part(told) = survey(&stage, most) else { return Ok(()) };
        let Survey::Whole(truth) = survey(&stage, 1_000_000) else { panic!("small") };
        prop_assert!(told.states < gone.states.len());
        let paths: BigUint = gone.runs.len().into();
        prop_assert!(told.paths.least.as_ref().is_some_and(|least| *least <= paths), "{told:?} {paths}");
        prop_assert!(told.paths.most.as_ref().is_some_and(|most| *most >= paths), "{told:?} {paths}");
        let within = |least: Option<Points>, most: Option<Points>, at: Points| least.is_none_or(|l| l <= at) && most.is_none_or(|m| at <= m);
        match &truth.best {
            Some(best) => prop_assert!(told.best.most.is_some() && within(told.best.least, told.best.most, best.score), "{told:?}"),
            None => prop_assert_eq!(told.best.least, None),
        }
        prop_assert!(within(told.worst.least, told.worst.most, truth.worst.score), "{:?} {:?}", told, truth.worst);
        prop_assert!(told.pass_reachable.is_none_or(|is| is == truth.pass_reachable), "{told:?}");
        prop_assert!(told.fail_reachable.is_none_or(|is| is == truth.fail_reachable), "{told:?}");
    }
}
