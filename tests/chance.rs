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

mod known;
mod sitting;

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

fn keys(all: &[Choice]) -> Vec<onduty::base::id::ItemId> {
    all.iter().map(|c| c.key.clone()).collect()
}

/// Every way to put different ones of these in so many places.
fn arrangements<T: Clone>(all: &[T], places: usize) -> Vec<Vec<T>> {
    if places == 0 {
        return vec![Vec::new()];
    }
    let mut out = Vec::new();
    for n in 0..all.len() {
        let mut rest = all.to_vec();
        let first = rest.remove(n);
        for mut more in arrangements(&rest, places - 1) {
            more.push(first.clone());
            out.push(more);
        }
    }
    out
}

/// Every answer that can be sent to a form; none for what is typed.
fn answers(form: &Form) -> Vec<Reply> {
    match form {
        Form::PickOne(all) => keys(all).into_iter().map(Reply::Picked).collect(),
        Form::PickMany(all) => {
            let keys = keys(all);
            let set = |bits: u32| keys.iter().enumerate().filter(|(n, _)| bits >> n & 1 == 1).map(|(_, k)| k.clone()).collect();
            (1..1_u32 << keys.len()).map(|bits| Reply::PickedMany(set(bits))).collect()
        }
        Form::Sort(all) => arrangements(&keys(all), all.len()).into_iter().map(Reply::Sorted).collect(),
        Form::Match { lefts, rights, reuse } => {
            let (lefts, rights) = (keys(lefts), keys(rights));
            let maps = if *reuse {
                lefts.iter().fold(vec![Vec::new()], |all, _| {
                    all.iter().flat_map(|map| rights.iter().map(move |r| [map.clone(), vec![r.clone()]].concat())).collect()
                })
            } else {
                arrangements(&rights, lefts.len())
            };
            maps.into_iter().map(|map| Reply::Matched(lefts.iter().cloned().zip(map).collect())).collect()
        }
        _ => Vec::new(),
    }
}

/// What a blind answer earns, answer by answer.
fn tried(question: &Question, p: Ability) -> Table {
    let form = question.form(&zh(), &mut Seed::from_bytes(b"").dice("options", "q"));
    let all = answers(&form);
    let points = question.points.exact();
    let mut out = Table::new();
    *out.entry(points).or_default() += big(p.share());
    let each = rest(p) * one_of(all.len());
    for reply in &all {
        let credit = question.credit(&question.read(reply).expect("it was offered"));
        *out.entry(points * credit).or_default() += &each;
    }
    if all.is_empty() {
        *out.entry(Exact::ZERO).or_default() += each;
    }
    out.retain(|_, chance| !chance.is_zero());
    out
}

/// Every path of a scenario, one by one: the sum of points, and whether it crosses a red line.
struct Paths<'a> {
    stage: &'a Stage,
    p: Ability,
    sums: BTreeMap<Option<Points>, Big>,
    steps: usize,
}

impl Paths<'_> {
    const MOST: usize = 20_000;

    /// The most that can be earned from here.
    fn best(&mut self, state: &State) -> Option<Points> {
        self.steps += 1;
        if self.steps > Self::MOST {
            return None;
        }
        if let Some(ending) = self.stage.ends(state) {
            return (!state.red_line()).then(|| ending.score.values().copied().sum());
        }
        let offered: Vec<usize> = self.stage.offered(state).collect();
        offered.into_iter().filter_map(|reply| self.best_by(state, reply)).max()
    }

    fn best_by(&mut self, state: &State, reply: usize) -> Option<Points> {
        let mut after = state.clone();
        self.stage.step(&mut after, reply);
        Some(self.stage.points(reply) + self.best(&after)?)
    }

    fn walk(&mut self, state: &State, sum: Points, chance: &Big) {
        self.steps += 1;
        if self.steps > Self::MOST || chance.is_zero() {
            return;
        }
        if let Some(ending) = self.stage.ends(state) {
            let sum = sum + ending.score.values().copied().sum();
            *self.sums.entry((!state.red_line()).then_some(sum)).or_default() += chance;
            return;
        }
        let offered: Vec<usize> = self.stage.offered(state).collect();
        let worth: Vec<Option<Points>> = offered.iter().map(|reply| self.best_by(state, *reply)).collect();
        let best = worth.iter().max().and_then(|most| worth.iter().position(|w| w == most));
        for (n, reply) in offered.iter().enumerate() {
            let mut after = state.clone();
            self.stage.step(&mut after, *reply);
            let known = if Some(n) == best { big(self.p.share()) } else { Big::zero() };
            let here = known + rest(self.p) * one_of(offered.len());
            self.walk(&after, sum + self.stage.points(*reply), &(chance * here));
        }
    }
}

/// Shares of a scenario path by path, and the chance of a red line; `None` where there are too many paths.
fn walked(stage: &Stage, p: Ability) -> Option<(Table, Big)> {
    let mut paths = Paths { stage, p, sums: BTreeMap::new(), steps: 0 };
    let start = stage.begin();
    let best = paths.best(&start);
    paths.walk(&start, Points::ZERO, &Big::one());
    if paths.steps > Paths::MOST {
        return None;
    }
    let (mut out, mut red) = (Table::new(), Big::zero());
    for (sum, chance) in paths.sums {
        let share = match (sum, best) {
            (Some(sum), Some(best)) if best > Points::ZERO => sum.exact().floored().of(best.exact()),
            _ => Exact::ZERO,
        };
        if sum.is_none() {
            red += &chance;
        }
        *out.entry(share).or_default() += chance;
    }
    Some((out, red))
}

/// A talk of one turn: of each reply the points, and whether it crosses a red line. Its ending is worth one point more.
fn short_talk(id: &str, category: Category, level: u8, replies: &[(i64, bool)]) -> Scenario {
    let mut scenario = talk();
    scenario.id = id.into();
    (scenario.category, scenario.level, scenario.use_) = (category, level, Use::Exam);
    let Way::Replies(all) = &mut scenario.turns[0].way else { panic!("the first turn asks") };
    let first = all[0].clone();
    let reply = |(n, (points, red)): (usize, &(i64, bool))| onduty::model::scenario::Reply {
        id: format!("r{n}").as_str().into(),
        score: BTreeMap::from([("say".into(), Points::whole(*points))]),
        red_line: red.then(|| text("红线")),
        ..first.clone()
    };
    *all = replies.iter().enumerate().map(reply).collect();
    scenario
}

/// A library of these banks and talks, all for exams.
pub fn library(banks: Vec<Vec<Question>>, talks: Vec<Scenario>) -> Library {
    let bank = |(n, mut questions): (usize, Vec<Question>)| {
        let id = format!("bank{n}");
        for (n, question) in questions.iter_mut().enumerate() {
            question.id = format!("{id}/q{n}").into();
        }
        let id: onduty::base::id::BankId = id.into();
        (id.clone(), Bank { id, title: text("题"), roles: vec![], use_: Use::Exam, questions })
    };
    Library {
        id: "lib".into(),
        title: text("库"),
        language: zh(),
        languages: vec![zh()],
        time_zone: "Asia/Shanghai".to_owned(),
        skills: vec![],
        roles: vec![("agent".into(), text("客服"))],
        agreements: BTreeMap::new(),
        syllabi: BTreeMap::new(),
        courses: BTreeMap::new(),
        banks: banks.into_iter().enumerate().map(bank).collect(),
        scenarios: talks.into_iter().map(|s| (s.id.clone(), s)).collect(),
        stations: BTreeMap::new(),
        licences: BTreeMap::new(),
        shelved: BTreeMap::new(),
    }
}

/// Lines over banks: bank, level, count.
pub fn questions(lines: &[(usize, Option<u8>, u32)]) -> Vec<QuestionDraw> {
    let line = |(bank, level, count): &(usize, Option<u8>, u32)| QuestionDraw {
        bank: format!("bank{bank}").into(),
        level: *level,
        count: *count,
    };
    lines.iter().map(line).collect()
}

/// Lines over talks: category, level, count.
pub fn talks(lines: &[(Category, Option<u8>, u32)]) -> Vec<PracticeDraw> {
    lines
        .iter()
        .map(|(category, level, count)| PracticeDraw::Talk { category: *category, level: *level, count: *count })
        .collect()
}

/// A scheme: theory 30 % with least mark 50, practice 70 % with 50, mark 70, band 5.
pub fn scheme(theory: Vec<QuestionDraw>, practice: Vec<PracticeDraw>) -> Scheme {
    let limit = Span::minutes(60);
    Scheme {
        id: "licence".into(),
        title: text("证"),
        roles: vec!["agent".into()],
        scope: text("接待"),
        competences: vec![],
        appeal: None,
        sources: vec![],
        requires: Requires::default(),
        conduct: Rules {
            accepts: Accepts::Script,
            supervised: false,
            independence: Independence::Strict,
            examiners: 1,
            differ: 10,
        },
        theory: Some(Theory { weight: 30, limit, pass: 50, draw: theory }),
        practice: Some(Practice { weight: 70, limit, pass: 50, draw: practice, red_line: RedLine::Fail }),
        result: Marks {
            pass: 70,
            borderline: 5,
            attempts: 3,
            wait: vec![],
            within: Span::minutes(240),
            feedback: Disclose::Skills,
            guess_at_most: None,
        },
        validity: Validity { lasts: Lasts::Months(12), renew_within: None, refresher: vec![] },
        number: Pattern::parse(Pattern::USUAL).expect("a pattern"),
    }
}

/// A question with its bank.
type Asked<'a> = (&'a Bank, &'a Question);

/// A line of a draw: how many it takes, and what it may take.
type Line<'a, T> = (usize, &'a dyn Fn(&T) -> bool);

/// All ways that lines can draw from items, one after another, each with its chance; `None` where a line may come short.
fn forms<T>(items: &[T], lines: &[Line<'_, T>], taken: &BTreeSet<usize>) -> Option<Vec<(BTreeSet<usize>, Big)>> {
    let Some(((count, may), rest)) = lines.split_first() else { return Some(vec![(taken.clone(), Big::one())]) };
    let open: Vec<usize> = (0..items.len()).filter(|n| !taken.contains(n) && may(&items[*n])).collect();
    if open.len() < *count {
        return None;
    }
    let sets: Vec<BTreeSet<usize>> = (0..1_u32 << open.len())
        .filter(|set| set.count_ones() as usize == *count)
        .map(|set| open.iter().enumerate().filter(|(n, _)| set >> n & 1 == 1).map(|(_, item)| *item).collect())
        .collect();
    let mut out = Vec::new();
    for set in &sets {
        for (form, chance) in forms(items, rest, &taken.union(set).copied().collect())? {
            out.push((form, chance * one_of(sets.len())));
        }
    }
    Some(out)
}

/// Sums of two independent draws.
fn plus<K: Ord + Copy>(a: &BTreeMap<K, Big>, b: &BTreeMap<K, Big>, add: impl Fn(K, K) -> K) -> BTreeMap<K, Big> {
    let mut out = BTreeMap::new();
    for (x, of_x) in a {
        for (y, of_y) in b {
            *out.entry(add(*x, *y)).or_default() += of_x * of_y;
        }
    }
    out
}

/// What a grade says of so many points of so many, and of talks that sum to this, one with a red line perhaps.
fn judged(scheme: &Scheme, (earned, total): (Exact, Exact), (sum, red): (Exact, bool), count: usize) -> Verdict {
    let total = Points::thousandths(i64::try_from((total * Exact::new(1000, 1)).parts().0).expect("small"));
    let play = PlayGrade {
        scenario: "s".into(),
        points: Points::ZERO,
        best: Points::ZERO,
        share: sum,
        pass: 60,
        passed: false,
        red_line: red,
        ending: "e".into(),
        outcome: Outcome::Lost,
        skills: BTreeMap::new(),
    };
    let nothing =
        onduty::model::grade::Verdict { theory: None, practice: None, total: None, standing: Standing::Pending, why: vec![] };
    let theory = scheme.theory.as_ref().map(|_| QuizGrade { earned, total, marks: vec![] });
    let grade = ExamGrade { ended: Ended::HandedIn, theory, plays: vec![play], verdict: nothing };
    verdict(scheme, &grade, count, &[])
}

/// The chances form by form and outcome by outcome: theory, practice, pass, borderline. `None` where a draw may come short.
fn sat(scheme: &Scheme, library: &Library, p: Ability) -> Option<[Big; 4]> {
    let bank: Vec<Asked<'_>> = library.banks.values().flat_map(|b| b.questions.iter().map(move |q| (b, q))).collect();
    let draws = &scheme.theory.as_ref().expect("it has one").draw;
    let may: Vec<_> = draws.iter().map(|d| move |(bank, q): &Asked<'_>| scheme.may_ask(d, bank, q)).collect();
    let lines: Vec<Line<'_, Asked<'_>>> =
        draws.iter().zip(&may).map(|(d, may)| (d.count as usize, may as &dyn Fn(&_) -> bool)).collect();
    let add = |a: (Exact, Exact), b: (Exact, Exact)| (a.0 + b.0, a.1 + b.1);
    let mut scores: BTreeMap<(Exact, Exact), Big> = BTreeMap::new();
    for (form, chance) in forms(&bank, &lines, &BTreeSet::new())? {
        let mut sums = BTreeMap::from([((Exact::ZERO, Exact::ZERO), chance)]);
        for (_, question) in form.iter().map(|n| bank[*n]) {
            let total = question.points.exact();
            let earned = tried(question, p).into_iter().map(|(mark, chance)| ((mark, total), chance)).collect();
            sums = plus(&sums, &earned, add);
        }
        sums.into_iter().for_each(|(score, chance)| *scores.entry(score).or_default() += chance);
    }
    let stages: Vec<Stage> = library.scenarios.values().map(|s| Stage::new(s.clone()).expect("walkable")).collect();
    let draws = &scheme.practice.as_ref().expect("it has one").draw;
    let may: Vec<_> = draws.iter().map(|d| move |s: &Stage| scheme.may_play(d, s.scenario())).collect();
    let lines: Vec<Line<'_, Stage>> =
        draws.iter().zip(&may).map(|(d, may)| (d.count() as usize, may as &dyn Fn(&_) -> bool)).collect();
    let count: usize = lines.iter().map(|(count, _)| count).sum();
    let mut played: BTreeMap<(Exact, bool), Big> = BTreeMap::new();
    for (form, chance) in forms(&stages, &lines, &BTreeSet::new())? {
        let mut sums = BTreeMap::from([((Exact::ZERO, false), chance)]);
        for stage in form.iter().map(|n| &stages[*n]) {
            let (shares, red) = walked(stage, p).expect("short");
            let mut one: BTreeMap<(Exact, bool), Big> = shares.into_iter().map(|(share, c)| ((share, false), c)).collect();
            if !red.is_zero() {
                *one.entry((Exact::ZERO, false)).or_default() -= &red;
                one.insert((Exact::ZERO, true), red);
            }
            sums = plus(&sums, &one, |a, b| (a.0 + b.0, a.1 | b.1));
        }
        sums.into_iter().for_each(|(sum, chance)| *played.entry(sum).or_default() += chance);
    }
    let mut out = [(); 4].map(|()| Big::zero());
    for (score, of_score) in &scores {
        for (sum, of_sum) in &played {
            let verdict = judged(scheme, *score, *sum, count);
            let percent = |n: u8| Exact::new(i128::from(n), 100);
            let reached = [
                verdict.theory >= scheme.theory.as_ref().map(|t| percent(t.pass)),
                verdict.practice >= scheme.practice.as_ref().map(|p| percent(p.pass)),
                verdict.standing == Standing::Passed,
                verdict.standing == Standing::Borderline,
            ];
            for (sum, _) in out.iter_mut().zip(reached).filter(|(_, reached)| *reached) {
                *sum += of_score * of_sum;
            }
        }
    }
    Some(out)
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
