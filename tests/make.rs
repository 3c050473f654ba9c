//! Makes small content for tests: by hand, and at random.

use std::collections::BTreeMap;

use onduty::attempt::event::{Body, Event, Recorded};
use onduty::attempt::plan::{Conduct, Exam, Part, Plan, Subject};
use onduty::base::dice::{ALGORITHM, Seed};
use onduty::base::digest::Digest;
use onduty::base::id::{ItemId, Lang, QuestionRef};
use onduty::base::moment::Moment;
use onduty::base::points::Points;
use onduty::model::grade::RULES;
use onduty::model::library::Use;
use onduty::model::question::any_of::AnyOf;
use onduty::model::question::classify::{Case, Classify};
use onduty::model::question::find::{Find, Line};
use onduty::model::question::number::Number;
use onduty::model::question::one_of::{OneOf, Opt};
use onduty::model::question::order::Order;
use onduty::model::question::pairs::{Pair, Pairs};
use onduty::model::question::true_false::TrueFalse;
use onduty::model::question::words::Words;
use onduty::model::question::write::Write;
use onduty::model::question::{Item, Kind, Question};
use onduty::model::scenario;
use onduty::model::scenario::condition::Condition;
use onduty::model::scenario::{Arm, Category, Channel, Customer, Ending, Outcome, Reply, Scenario, Turn, Var, Way};
use onduty::model::text::{Matching, Text};
use onduty::model::writing::{Want, Writing};
use proptest::prelude::*;

pub fn zh() -> Lang {
    "zh-CN".into()
}

pub fn text(words: &str) -> Text {
    Text::new([(zh(), words.to_owned())])
}

/// A plan by hand: of somebody, by a script, no exam.
pub fn plan(subject: Subject, frame: Digest, parts: Vec<Part>) -> Plan {
    Plan {
        attempt: "a".into(),
        learner: "someone".into(),
        subject,
        language: zh(),
        seed: Seed::from_bytes(b"any"),
        dice: ALGORITHM.to_owned(),
        rules: RULES,
        conduct: Conduct::Script,
        frame,
        parts,
        exam: None,
        observes: None,
        appeals: None,
        allowance: None,
    }
}

/// What makes a plan that of an exam, without stations.
pub fn exam(scheme: Digest) -> Exam {
    Exam { scheme, pledge: String::new(), holder: Digest::of_bytes(b""), stations: vec![], sitting: None }
}

/// The first event of an attempt.
pub fn started(plan: Plan, at: Moment) -> Recorded {
    let (attempt, by, body) = (plan.attempt.clone(), plan.actor(), Body::Started { plan: Box::new(plan) });
    Recorded { event: Event { attempt, seq: 0, at, by, body, previous: None }, beside: None }
}

pub fn question(id: &str, kind: Kind) -> Question {
    Question {
        id: QuestionRef::from(format!("bank/{id}")),
        ask: text(&format!("问 {id}")),
        level: 1,
        points: Points::whole(2),
        skills: vec![],
        objectives: vec![],
        roles: vec![],
        material: None,
        keep_order: false,
        why: text("因为"),
        kind,
    }
}

fn opts(right: &[bool]) -> Vec<Opt> {
    let opt = |(n, right): (usize, &bool)| Opt {
        id: ItemId::from(format!("o{n}")),
        text: text(&format!("选项 {n}")),
        right: *right,
        why: None,
    };
    right.iter().enumerate().map(opt).collect()
}

fn items(n: usize) -> Vec<Item> {
    (0..n).map(|n| Item { id: ItemId::from(format!("i{n}")), text: text(&format!("项 {n}")) }).collect()
}

/// A question of each kind, at random.
pub fn any_question() -> impl Strategy<Value = Question> {
    let one_of = (2..6_usize)
        .prop_flat_map(|n| (Just(n), 0..n))
        .prop_map(|(n, right)| Kind::OneOf(OneOf { options: opts(&(0..n).map(|k| k == right).collect::<Vec<_>>()) }));
    let both = |n: std::ops::Range<usize>| {
        prop::collection::vec(any::<bool>(), n).prop_filter("some right, some wrong", |v| v.contains(&true) && v.contains(&false))
    };
    let any_of = both(2..7).prop_map(|right| Kind::AnyOf(AnyOf { options: opts(&right) }));
    let find = both(2..7).prop_map(|wrong| {
        let line = |(n, wrong): (usize, bool)| Line {
            id: ItemId::from(format!("l{n}")),
            who: text("客服"),
            text: text(&n.to_string()),
            wrong,
            why: None,
        };
        Kind::Find(Find { lines: wrong.into_iter().enumerate().map(line).collect() })
    });
    let pairs = (2..6_usize, 0..3_usize).prop_map(|(n, decoys)| {
        let pair = |n: usize| Pair {
            id: ItemId::from(format!("p{n}")),
            left: text(&format!("左 {n}")),
            right: text(&format!("右 {}", n % 4)),
        };
        Kind::Pairs(Pairs { pairs: (0..n).map(pair).collect(), decoys: items(decoys) })
    });
    let classify = (2..4_usize, prop::collection::vec(0..2_usize, 2..6)).prop_map(|(n, of)| {
        let case = |(k, class): (usize, &usize)| Case {
            id: ItemId::from(format!("c{k}")),
            text: text(&k.to_string()),
            class: ItemId::from(format!("i{class}")),
        };
        Kind::Classify(Classify { classes: items(n), cases: of.iter().enumerate().map(case).collect() })
    });
    prop_oneof![
        one_of,
        any_of,
        find,
        pairs,
        classify,
        any::<bool>().prop_map(|answer| Kind::TrueFalse(TrueFalse { answer })),
        (0..100_i64, 0..5_i64).prop_map(|(a, t)| Kind::Number(Number {
            answer: Points::whole(a),
            tolerance: Points::whole(t),
            unit: None
        })),
        "[a-z黄金三秒]{1,6}".prop_map(|w| Kind::Words(Words { accept: Matching::new([(zh(), vec![w])]) })),
        (2..6_usize).prop_map(|n| Kind::Order(Order { items: items(n) })),
    ]
    .prop_map(|kind| question("q", kind))
}

/// A reply in the rough, for random scenarios.
#[derive(Clone, Debug)]
struct Rough {
    to: usize,
    points: i64,
    mood: i32,
    add: i32,
    set: Option<bool>,
    when: Option<(u8, i32)>,
    red: bool,
}

fn rough(turns: usize) -> impl Strategy<Value = Rough> {
    let when = prop::option::weighted(0.3, (0..3_u8, 0..4_i32));
    let set = prop::option::weighted(0.3, any::<bool>());
    (0..turns + 3, -2..4_i64, -3..4_i32, 0..2_i32, set, when, prop::bool::weighted(0.08))
        .prop_map(|(to, points, mood, add, set, when, red)| Rough { to, points, mood: mood * 15, add, set, when, red })
}

fn condition(kind: u8, n: i32) -> Condition {
    let written = match kind {
        0 => format!("mood >= {}", n * 25),
        1 => format!("count {} {n}", if n % 2 == 0 { "<=" } else { ">" }),
        _ => (if n % 2 == 0 { "flag" } else { "!flag" }).to_owned(),
    };
    Condition::parse(&written).expect("written as authors write it")
}

/// Small scenarios at random, with conditions, variables, crossings and ways round. Turn 0 is the start; behind the asking turns come a
/// branch and three endings.
pub fn any_scenario() -> impl Strategy<Value = Scenario> {
    (1..5_usize)
        .prop_flat_map(|turns| {
            let replies = prop::collection::vec(prop::collection::vec(rough(turns), 1..4), turns);
            (Just(turns), replies, 0..101_u8, 0..turns, prop::collection::vec(-1..3_i64, 3))
        })
        .prop_map(|(turns, replies, mood, back, ends)| scenario_of(turns, &replies, mood, back, &ends))
}

/// The same, begun by one or two replies in the trainee's own words: wants that give or cost, and rungs that lead on or in.
pub fn any_written() -> impl Strategy<Value = Scenario> {
    let wants = prop::collection::vec(-2..4_i64, 1..5);
    let rungs = prop::collection::vec((1..101_u8, rough(2)), 0..3);
    (any_scenario(), prop::collection::vec((wants, rungs, rough(2)), 1..3)).prop_map(|(mut scenario, writes)| {
        let mut next = scenario.start.clone();
        for (n, (wants, rungs, last)) in writes.iter().enumerate().rev() {
            let rung = |(at_least, r): &(u8, Rough)| scenario::Rung {
                at_least: *at_least,
                to: if r.to % 2 == 0 { next.clone() } else { "end1".into() },
                mood: r.mood,
                set: r.set.map(|v| ("flag".into(), i32::from(v))).into_iter().collect(),
                add: (r.add != 0).then(|| ("count".into(), r.add)).into_iter().collect(),
            };
            let mut rungs: Vec<_> = rungs.iter().map(rung).collect();
            rungs.sort_by_key(|rung| std::cmp::Reverse(rung.at_least));
            rungs.push(rung(&(0, Rough { to: 0, ..last.clone() })));
            let way = Way::Write(Box::new(scenario::Write { writing: writing_of(wants), rungs }));
            let turn = Turn::new(format!("w{n}").as_str().into(), vec![text("说")], way);
            next = turn.id.clone();
            scenario.turns.insert(0, turn);
        }
        scenario.start = next;
        scenario
    })
}

/// Wants that are met by one word each: the first gives something.
fn writing_of(points: &[i64]) -> Writing {
    let words = ["您好", "抱歉", "马上", "今天", "答复"];
    let want = |(n, points): (usize, &i64)| Want {
        id: format!("w{n}").as_str().into(),
        title: text(words[n]),
        any: Matching::new([(zh(), vec![words[n].to_owned()])]),
        all: Matching::default(),
        none: Matching::default(),
        score: BTreeMap::from([("say".into(), Points::whole(if n == 0 { points.abs() + 1 } else { *points }))]),
        feedback: text("点评"),
    };
    Writing {
        task: text("回复"),
        sample: text("您好，抱歉，马上，今天，答复"),
        public: false,
        longer_than_customer: false,
        min_chars: BTreeMap::new(),
        wants: points.iter().enumerate().map(want).collect(),
        wording: None,
        register: None,
    }
}

fn scenario_of(turns: usize, replies: &[Vec<Rough>], mood: u8, back: usize, ends: &[i64]) -> Scenario {
    let name = |n: usize| format!("t{n}");
    // Targets: an asking turn, the branch, or an ending.
    let branch = turns;
    let target = |rough: &Rough| {
        if rough.red {
            "failed".to_owned()
        } else if rough.to < turns {
            name(rough.to)
        } else if rough.to == turns {
            name(branch)
        } else {
            format!("end{}", rough.to - turns - 1)
        }
    };
    let mut out: Vec<Turn> = Vec::new();
    for (n, all) in replies.iter().enumerate() {
        let reply = |(k, r): (usize, &Rough)| Reply {
            id: format!("r{k}").as_str().into(),
            text: text(&format!("回复 {k}")),
            to: target(r).as_str().into(),
            score: BTreeMap::from([("say".into(), Points::whole(r.points))]),
            mood: r.mood,
            set: r.set.map(|v| ("flag".into(), i32::from(v))).into_iter().collect(),
            add: (r.add != 0).then(|| ("count".into(), r.add)).into_iter().collect(),
            feedback: text("点评"),
            red_line: r.red.then(|| text("红线")),
            breaks: Vec::new(),
            when: r.when.map(|(kind, n)| condition(kind, n)).into_iter().collect(),
        };
        let mut all: Vec<Reply> = all.iter().enumerate().map(reply).collect();
        // Somebody can always hang up, so that no state is dead; on a second visit too.
        for k in 0..2 {
            all.push(Reply { id: format!("bye{k}").as_str().into(), to: "end0".into(), ..hang_up() });
        }
        out.push(Turn::new(name(n).as_str().into(), vec![text("说"), text("再说")], Way::Replies(all)));
    }
    let arms = vec![
        Arm { when: vec![condition(1, 1)], to: name(back).as_str().into() },
        Arm { when: vec![condition(0, 2)], to: "end1".into() },
        Arm { when: vec![], to: "end0".into() },
    ];
    out.push(Turn::new(name(branch).as_str().into(), vec![], Way::Branch(arms)));
    for (n, outcome) in [Outcome::Partial, Outcome::Resolved].into_iter().enumerate() {
        out.push(ending(&format!("end{n}"), outcome, ends[n]));
    }
    out.push(ending("failed", Outcome::Failed, ends[2]));
    Scenario {
        id: "random".into(),
        title: text("随机"),
        category: Category::Dispute,
        channel: Channel::Chat,
        roles: vec![],
        use_: Use::Practice,
        level: 1,
        minutes: None,
        brief: text("说明"),
        start: name(0).as_str().into(),
        pass: 60,
        objectives: vec![],
        customer: Customer { name: text("陈女士"), mood, credit: None, registered: None, mind: vec![], facts: vec![] },
        vars: vec![
            Var { name: "count".into(), flag: false, start: 0, min: 0, max: 3 },
            Var { name: "flag".into(), flag: true, start: 0, min: 0, max: 1 },
        ],
        standard: None,
        timing: None,
        turns: out,
    }
}

pub fn hang_up() -> Reply {
    Reply {
        id: "bye".into(),
        text: text("再见"),
        to: "end0".into(),
        score: BTreeMap::new(),
        mood: 0,
        set: BTreeMap::new(),
        add: BTreeMap::new(),
        feedback: text("点评"),
        red_line: None,
        breaks: Vec::new(),
        when: vec![],
    }
}

fn ending(id: &str, outcome: Outcome, points: i64) -> Turn {
    let score = BTreeMap::from([("close".into(), Points::whole(points))]);
    Turn::new(id.into(), vec![text("再见")], Way::Ending(Ending { outcome, score, debrief: text("复盘") }))
}

/// A talk of one turn with two openings and three replies.
pub fn talk() -> Scenario {
    let reply = |id: &str| Reply { id: id.into(), text: text(id), ..hang_up() };
    let says = vec![text("在吗？"), text("有人吗？")];
    let turn = Turn::new("t0".into(), says, Way::Replies(vec![reply("a"), reply("b"), reply("c")]));
    let base = scenario_of(1, &[vec![]], 50, 0, &[1, 1, 0]);
    Scenario { turns: vec![turn, ending("end0", Outcome::Resolved, 1)], start: "t0".into(), ..base }
}

/// One question of each kind.
pub fn kinds() -> Vec<Question> {
    let pair = |n: usize| Pair {
        id: ItemId::from(format!("p{n}")),
        left: text(&format!("左 {n}")),
        right: text(&format!("右 {}", n % 2)),
    };
    let case = |n: usize| Case {
        id: ItemId::from(format!("c{n}")),
        text: text(&n.to_string()),
        class: ItemId::from(format!("i{}", n % 3)),
    };
    let line = |n: usize| Line {
        id: ItemId::from(format!("l{n}")),
        who: text("客服"),
        text: text(&n.to_string()),
        wrong: n == 2,
        why: None,
    };
    let all = [
        Kind::OneOf(OneOf { options: opts(&[false, true, false, false]) }),
        Kind::AnyOf(AnyOf { options: opts(&[true, false, true, false]) }),
        Kind::TrueFalse(TrueFalse { answer: false }),
        Kind::Number(Number { answer: Points::whole(3), tolerance: Points::ZERO, unit: None }),
        Kind::Words(Words { accept: Matching::new([(zh(), vec!["黄金三秒".to_owned()])]) }),
        Kind::Order(Order { items: items(4) }),
        Kind::Pairs(Pairs { pairs: (0..3).map(pair).collect(), decoys: items(1) }),
        Kind::Classify(Classify { classes: items(3), cases: (0..4).map(case).collect() }),
        Kind::Find(Find { lines: (0..4).map(line).collect() }),
        Kind::Write(Write { says: Some(text("我的快递呢？")), writing: writing() }),
    ];
    all.into_iter().enumerate().map(|(n, kind)| question(&format!("q{n}"), kind)).collect()
}

/// A reply to write: sorry for two points, what comes next for one.
pub fn writing() -> Writing {
    let matching = |words: &[&str]| Matching::new([(zh(), words.iter().map(|w| (*w).to_owned()).collect())]);
    let want = |id: &str, any: &[&str], points: i64| Want {
        id: id.into(),
        title: text(id),
        any: matching(any),
        all: Matching::default(),
        none: Matching::default(),
        score: BTreeMap::from([("say".into(), Points::whole(points))]),
        feedback: text("点评"),
    };
    Writing {
        task: text("安抚"),
        sample: text("抱歉，我马上查，今天下午给您答复"),
        public: false,
        longer_than_customer: false,
        min_chars: BTreeMap::new(),
        wants: vec![want("sorry", &["抱歉"], 2), want("next", &["马上查"], 1)],
        wording: None,
        register: None,
    }
}

/// A talk of three turns with conditions, a way back, a branch, and a red line.
pub fn long_talk(id: &str, category: Category) -> Scenario {
    let plain = Rough { to: 1, points: 2, mood: 15, add: 1, set: None, when: None, red: false };
    let turns = [
        vec![plain.clone(), Rough { points: 1, mood: -15, ..plain.clone() }, Rough { red: true, ..plain.clone() }],
        vec![
            Rough { to: 2, points: 1, ..plain.clone() },
            Rough { to: 2, points: 3, when: Some((0, 2)), ..plain.clone() },
            Rough { to: 0, points: -1, ..plain.clone() },
        ],
        vec![
            Rough { to: 3, points: 2, ..plain.clone() },
            Rough { to: 4, points: 3, set: Some(true), when: Some((1, 1)), ..plain },
        ],
    ];
    Scenario { id: id.into(), category, use_: Use::Exam, ..scenario_of(3, &turns, 40, 1, &[1, 2, 0]) }
}
