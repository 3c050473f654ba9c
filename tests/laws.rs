//! Laws that hold for whatever content: not examples, but every small library that chance can think of.

use std::collections::{BTreeMap, BTreeSet};

use onduty::analysis::range::{Outlook, range};
use onduty::attempt::decide::decide;
use onduty::attempt::event::Body;
use onduty::attempt::prompt::{Next, next};
use onduty::attempt::state::{At, State};
use onduty::attempt::written;
use onduty::base::dice::Seed;
use onduty::base::digest::Digest;
use onduty::base::id::{Lang, ReplyId, TurnId, VarName};
use onduty::base::moment::Moment;
use onduty::base::points::{Exact, Points};
use onduty::content::files::Root;
use onduty::grade::memory::{Place, Rating, Thing, Tried, memories};
use onduty::grade::roleplay;
use onduty::model::form::{Choice, Form, Reply as Given};
use onduty::model::grade::Grade;
use onduty::model::question::Response;
use onduty::model::scenario::condition::{Condition, MOOD};
use onduty::model::scenario::step::Stage;
use onduty::model::scenario::{Reply, Scenario, Way, Write};
use onduty::model::span::Span;
use onduty::model::version::Version;
use onduty::report::debrief::debrief;
use proptest::prelude::*;

use crate::make::{any_question, any_scenario, any_written, hang_up, zh};
use crate::walk::{activity, any_reply, play, record};

proptest! {
    #[test]
    fn the_key_scores_full_and_nothing_more(question in any_question(), seed in any::<u64>()) {
        prop_assert_eq!(question.credit(&question.key(&zh()), &zh()), Exact::ONE);
        prop_assert_eq!(question.credit(&Response::Blank, &zh()), Exact::ZERO);
        let seed = Seed::from_bytes(&seed.to_le_bytes());
        let form = question.form(&zh(), &mut seed.dice("options", "q"));
        let reply = any_reply(&form, &mut seed.dice("reply", "q"));
        let response = question.read(&reply).expect("a reply that fits the form is an answer");
        let credit = question.credit(&response, &zh());
        prop_assert!(credit >= Exact::ZERO && credit <= Exact::ONE, "{:?} earns {}", response, credit);
    }

    #[test]
    fn best_and_worst_are_those_of_every_way(scenario in prop_oneof![any_scenario(), any_written()]) {
        let stage = Stage::new(scenario.clone()).expect("random scenarios can be walked");
        let mut all = Brute { scenario: &scenario, sums: Vec::new(), steps: 0 };
        all.walk(&scenario.start, &Naive::new(&scenario), 0);
        prop_assume!(all.steps < MOST);
        let range = range(&stage).expect("small");
        prop_assert_eq!(range.best.map(Points::in_thousandths), all.sums.iter().max().map(|p| p * 1000));
        prop_assert_eq!(range.worst.map(Points::in_thousandths), all.sums.iter().min().map(|p| p * 1000));
        // What can still be earned from the start is the best; the debrief's better words rest on this.
        let outlook = Outlook::new(&stage).expect("small");
        let start = stage.begin();
        prop_assert_eq!(stage.offered(&start).filter_map(|reply| outlook.by(&stage, &start, reply)).max(), range.best);
        // The ways told lead to what is told.
        for (way, sum) in [(&range.best_way, range.best), (&range.worst_way, range.worst)] {
            let mut state = stage.begin();
            let mut points = Points::ZERO;
            for &reply in way {
                prop_assert!(stage.offered(&state).any(|n| n == reply));
                points += stage.points(reply);
                stage.step(&mut state, reply);
            }
            points += stage.ends(&state).map_or(Points::ZERO, |e| e.score.values().copied().sum());
            prop_assert_eq!(sum.unwrap_or_default(), if sum.is_some() { points } else { Points::ZERO });
        }
    }

    #[test]
    fn cut_anywhere_and_resumed_it_comes_to_the_same(
        questions in prop::collection::vec(any_question(), 0..4), scenario in prop_oneof![any_scenario(), any_written()],
        seed in any::<u64>(), cut in 0..30_usize,
    ) {
        let questions: Vec<_> = questions.into_iter().enumerate().map(|(n, mut q)| { q.id = format!("bank/q{n}").into(); q }).collect();
        let activity = activity(&seed.to_le_bytes(), &questions, &scenario);
        let replies = Seed::from_bytes(&seed.to_be_bytes());
        let (whole, live) = play(&activity, Vec::new(), &replies, usize::MAX);
        // Replay is live.
        prop_assert_eq!(&State::replay(&activity, &whole).expect("follows"), &live);
        prop_assert_eq!(next(&activity, &live), Next::Over);
        // Cut and resumed: the same events to the byte, the same result.
        let (kept, _) = play(&activity, Vec::new(), &replies, cut);
        let (resumed, state) = play(&activity, kept, &replies, usize::MAX);
        prop_assert_eq!(onduty::base::digest::canonical(&bodies(&whole)), onduty::base::digest::canonical(&bodies(&resumed)));
        prop_assert_eq!(&state.closed, &live.closed);
        // 0 ≤ score ≤ 100 %.
        let Some(Grade::Course(grade)) = &live.closed else { panic!("a course was closed") };
        prop_assert!(grade.checkpoints.share() >= Exact::ZERO && grade.checkpoints.share() <= Exact::ONE);
        for play in &grade.plays {
            prop_assert!(play.share >= Exact::ZERO && play.share <= Exact::ONE, "{:?}", play);
        }
        // A forged, dropped or doubled event does not follow.
        for n in 0..whole.len() {
            let mut dropped = whole.clone();
            dropped.remove(n);
            prop_assert!(n + 1 == whole.len() || State::replay(&activity, &dropped).is_err());
            let mut doubled = whole.clone();
            doubled.insert(n, whole[n].clone());
            prop_assert!(State::replay(&activity, &doubled).is_err());
        }
    }
}

fn bodies(events: &[onduty::attempt::event::Recorded]) -> Vec<&onduty::attempt::event::Body> {
    events.iter().map(|e| &e.event.body).collect()
}

/// The most steps that brute force takes; larger scenarios are passed over.
const MOST: usize = 300_000;

/// The format's words about a scenario, taken literally and without any cleverness: every way, one by one.
struct Brute<'a> {
    scenario: &'a Scenario,
    sums: Vec<i64>,
    steps: usize,
}

/// What a run has come to remember.
#[derive(Clone)]
pub struct Naive {
    pub vars: BTreeMap<VarName, i32>,
    pub used: BTreeSet<(TurnId, ReplyId)>,
    pub red: bool,
}

impl Naive {
    pub fn new(scenario: &Scenario) -> Self {
        let mut vars: BTreeMap<VarName, i32> = scenario.vars.iter().map(|v| (v.name.clone(), v.start)).collect();
        vars.insert(MOOD.into(), i32::from(scenario.customer.mood));
        Self { vars, used: BTreeSet::new(), red: false }
    }

    /// What it remembers after a reply.
    pub fn after(&self, scenario: &Scenario, turn: &TurnId, reply: &Reply) -> Self {
        let mut after = self.clone();
        after.used.insert((turn.clone(), reply.id.clone()));
        after.vars.extend(reply.set.clone());
        for (name, n) in &reply.add {
            let var = scenario.vars.iter().find(|v| v.name == *name).expect("declared");
            let value = after.vars[name] + n;
            after.vars.insert(name.clone(), value.clamp(var.min, var.max));
        }
        let mood = after.vars[&VarName::from(MOOD)] + reply.mood;
        after.vars.insert(MOOD.into(), mood.clamp(0, 100));
        after.red |= reply.red_line.is_some();
        after
    }

    /// Whether a reply is offered.
    pub fn is_offered(&self, turn: &TurnId, reply: &Reply) -> bool {
        !self.used.contains(&(turn.clone(), reply.id.clone())) && self.holds(&reply.when)
    }

    pub fn holds(&self, when: &[Condition]) -> bool {
        when.iter().all(|c| {
            let value = self.vars[&c.name];
            let written = c.to_string();
            let parts: Vec<&str> = written.split(' ').collect();
            match parts[..] {
                [name] => (value != 0) != name.starts_with('!'),
                [_, op, n] => {
                    let n: i32 = n.parse().expect("an integer");
                    match op {
                        "==" => value == n,
                        "!=" => value != n,
                        "<" => value < n,
                        "<=" => value <= n,
                        ">" => value > n,
                        _ => value >= n,
                    }
                }
                _ => unreachable!("a condition has one or three words"),
            }
        })
    }
}

/// What a text can earn, each with where it leads: whatever of the wants is met, never below nothing; no rule costs anything here.
pub fn written(write: &Write) -> Vec<(i64, Reply)> {
    let wants: Vec<i64> = write.writing.wants.iter().map(|want| want.points().in_thousandths() / 1000).collect();
    let best: i64 = wants.iter().filter(|p| **p > 0).sum();
    let sums = (0..1_usize << wants.len()).map(|met| {
        let of = wants.iter().enumerate().filter(|(n, _)| met >> n & 1 == 1);
        of.map(|(_, points)| points).sum::<i64>().max(0)
    });
    let leads = |points: i64| {
        let rung = write.rungs.iter().find(|rung| points * 100 >= i64::from(rung.at_least) * best).expect("the last is at 0");
        let (set, add) = (rung.set.clone(), rung.add.clone());
        (points, Reply { id: format!("={points}").as_str().into(), to: rung.to.clone(), mood: rung.mood, set, add, ..hang_up() })
    };
    sums.collect::<BTreeSet<_>>().into_iter().map(leads).collect()
}

impl Brute<'_> {
    fn walk(&mut self, turn: &TurnId, state: &Naive, sum: i64) {
        self.steps += 1;
        if self.steps >= MOST {
            return;
        }
        let points = |score: &BTreeMap<_, Points>| score.values().map(|p| p.in_thousandths() / 1000).sum::<i64>();
        match &self.scenario.turn(turn).expect("targets exist").way {
            Way::Write(write) => {
                for (points, reply) in written(write) {
                    self.walk(&reply.to, &state.after(self.scenario, turn, &reply), sum + points);
                }
            }
            Way::Goto(to) => self.walk(to, state, sum),
            Way::Branch(arms) => {
                let to = &arms.iter().find(|a| state.holds(&a.when)).expect("the last arm holds").to;
                self.walk(to, state, sum);
            }
            Way::Ending(ending) => {
                if !state.red {
                    self.sums.push(sum + points(&ending.score));
                }
            }
            Way::Replies(all) => {
                for reply in all {
                    if state.is_offered(turn, reply) {
                        self.walk(&reply.to, &state.after(self.scenario, turn, reply), sum + points(&reply.score));
                    }
                }
            }
        }
    }
}

/// Chi-square over the places that one item is dealt to; 10,000 seeds. With k places and p = 0.0001 the bound is that of k − 1 degrees
/// of freedom; the seeds are fixed, so the test either always holds or never.
fn uniform(places: usize, mut place: impl FnMut(&Seed) -> usize) {
    const BOUND: [f64; 6] = [0.0, 15.14, 18.42, 21.11, 23.51, 25.74];
    let mut seen = vec![0_u32; places];
    for n in 0..10_000_u32 {
        seen[place(&Seed::from_bytes(&n.to_le_bytes()))] += 1;
    }
    let expected = 10_000.0 / f64::from(u32::try_from(places).expect("few"));
    let chi: f64 = seen.iter().map(|n| (f64::from(*n) - expected).powi(2) / expected).sum();
    assert!(chi < BOUND[places - 1], "{seen:?}: {chi}");
}

#[test]
fn every_deal_is_uniform_over_ten_thousand_seeds() {
    use onduty::model::question::Item;
    use onduty::model::question::Kind;
    use onduty::model::question::classify::{Case, Classify};
    use onduty::model::question::one_of::{OneOf, Opt};
    use onduty::model::question::order::Order;
    use onduty::model::question::pairs::{Pair, Pairs};

    use crate::make::{question, text};
    let opt = |n: usize| Opt { id: n.to_string().into(), text: text(&n.to_string()), right: n == 0, why: None };
    let item = |n: usize| Item { id: n.to_string().into(), text: text(&n.to_string()) };
    let pair = |n: usize| Pair { id: n.to_string().into(), left: text(&n.to_string()), right: text(&n.to_string()) };
    let case = |n: usize| Case { id: n.to_string().into(), text: text(&n.to_string()), class: "0".into() };
    let kinds = [
        Kind::OneOf(OneOf { options: (0..4).map(opt).collect() }),
        Kind::Pairs(Pairs { pairs: (0..4).map(pair).collect(), decoys: vec![] }),
        Kind::Classify(Classify { classes: (0..2).map(item).collect(), cases: (0..4).map(case).collect() }),
    ];
    let at = |all: &[Choice], key: &str| all.iter().position(|c| c.key.as_str() == key).expect("dealt");
    for kind in kinds {
        let question = question("q", kind);
        for key in ["0", "1", "2", "3"] {
            uniform(4, |seed| match question.form(&zh(), &mut seed.dice("options", "bank/q#0")) {
                Form::PickOne(all) => at(&all, key),
                Form::Match { lefts, .. } => at(&lefts, key),
                other => panic!("{other:?}"),
            });
        }
    }
    // An order is never dealt solved, and every other order is as likely as the next: 5 of the 6 orders of three.
    let question = question("q", Kind::Order(Order { items: (0..3).map(item).collect() }));
    let unsolved = ["021", "102", "120", "201", "210"];
    uniform(5, |seed| {
        let Form::Sort(all) = question.form(&zh(), &mut seed.dice("options", "bank/q#0")) else { panic!("an order is sorted") };
        let dealt: String = all.iter().map(|c| c.key.as_str()).collect();
        unsolved.iter().position(|o| *o == dealt).expect("never solved")
    });
}

#[test]
fn replies_and_first_words_are_dealt_evenly() {
    let seed_of = |n: u32| n.to_le_bytes();
    let scenario = crate::make::talk();
    let (mut said, mut first) = (BTreeMap::new(), BTreeMap::new());
    for n in 0..10_000 {
        let activity = activity(&seed_of(n), &[], &scenario);
        let (_, state) = play(&activity, Vec::new(), &Seed::from_bytes(b""), 2);
        let Next::Ask(prompt) = next(&activity, &state) else { panic!("the talk has begun") };
        let Form::PickOne(all) = &prompt.form else { panic!("a reply is picked") };
        *first.entry(all[0].key.to_string()).or_insert(0_u32) += 1;
        *said.entry(format!("{:?}", prompt.blocks.last())).or_insert(0_u32) += 1;
    }
    assert!(said.len() == 2 && said.values().all(|n| (4_800..5_200).contains(n)), "{said:?}");
    assert!(first.len() == 3 && first.values().all(|n| (3_150..3_520).contains(n)), "{first:?}");
}

/// What was missed and never answered right since is on the list, whatever became of its words and its key: to come back later where it
/// was missed as it is now, at once where it was missed as another thing. Every history of up to four looks at three versions.
#[test]
fn what_was_missed_is_never_lost() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shelf");
    let library = onduty::content::load(vec![Root::read(&folder)]).library;
    let (lang, thing) = (Lang::from("en"), Thing::Question("kinds/true".into()));
    let now = thing.version(&library, &lang).expect("it is there");
    let other = Digest::of_bytes(b"other");
    let versions = [now, Version { logic: other, ..now }, Version { text: other, ..now }];
    let looks: Vec<(Version, Rating)> = versions
        .iter()
        .flat_map(|version| [Rating::Again, Rating::Hard, Rating::Good].map(|rating| (*version, rating)))
        .collect();
    let mut histories: Vec<Vec<(Version, Rating)>> = vec![Vec::new()];
    for length in 0..4 {
        let longer = |history: &Vec<_>| looks.iter().map(|look| [history.as_slice(), &[*look]].concat()).collect::<Vec<_>>();
        let longest: Vec<_> = histories.iter().filter(|it| it.len() == length).flat_map(longer).collect();
        histories.extend(longest);
    }
    for history in histories {
        let day = |n: usize| Moment(i64::try_from(n).expect("few") * 24 * 60 * 60 * 1000);
        let place = || Place { attempt: "a".into(), at: At { part: 0, step: 0 }, after: 0 };
        let tried = |(n, (version, rating)): (usize, &(Version, Rating))| Tried {
            thing: thing.clone(),
            version: *version,
            lang: lang.clone(),
            at: day(n),
            rating: *rating,
            place: place(),
        };
        let tried: Vec<Tried> = history.iter().enumerate().map(tried).collect();
        let today = day(history.len());
        let found = memories(&library, &tried, today);
        let missed = history.iter().rev().take_while(|(_, rating)| *rating != Rating::Good).count() > 0;
        let ever = history.iter().any(|(_, rating)| *rating != Rating::Good);
        let as_it_is = history.iter().any(|(version, rating)| *version == now && *rating != Rating::Good);
        assert!(found.len() == 1 || !missed, "lost: {history:?}");
        assert!(found.is_empty() || ever, "never missed: {history:?}");
        for memory in found {
            assert_eq!(memory.strength.is_some(), as_it_is, "{history:?}");
            assert!(as_it_is || memory.due <= today, "it begins at once: {history:?}");
        }
    }
}

/// Where one practises, a red line leaves nothing of what was written, and the talk goes where nothing leads. A record from before that
/// replays as it was made; no other score does.
#[test]
fn a_red_line_leads_where_nothing_leads() {
    let mut scenario = onduty::content::load_shipped().library.scenarios[&"curtains-off-colour".into()].clone();
    scenario.start = "public-note".into();
    let activity = activity(b"red", &[], &scenario);
    let mut state = State::new(&activity);
    for body in [Body::Started { plan: Box::new(activity.plan.clone()) }, Body::Read { lesson: "lesson".into() }] {
        state.apply(&activity, &record(&activity, &state, (body, None))).expect("so it begins");
    }
    let text = "很抱歉！邹女士，您寄到临江路18号的那副窗帘是染色偏绿的一批，换新的今天已经发出，同批的顾客也请联系我们。";
    let decided = decide(&activity, &state, (&Given::Typed(text.into()), Span::ZERO), &mut || "00".to_owned()).expect("a reply");
    let with = |it: Points| match decided.0.clone() {
        Body::Wrote { scenario, turn, text, used, .. } => {
            (Body::Wrote { scenario, turn, text, points: it, used }, decided.1.clone())
        }
        other => panic!("{other:?}"),
    };
    assert!(decided == with(Points::ZERO), "{decided:?}");
    let stage = Stage::new(scenario.clone()).expect("it can be walked");
    let Way::Write(write) = &stage.turn(&stage.begin()).way else { panic!("it is written") };
    let judged = written::judge(&activity, &stage, &state.plays[0], write, text);
    let before = write.writing.besides_red_lines(&judged);
    let ends = |points: Points| {
        let mut state = state.clone();
        let took = state.apply(&activity, &record(&activity, &state, with(points)));
        took.ok().map(|()| {
            let (grade, said) = (roleplay::grade(&activity, &state.plays[0]), debrief(&activity, &state.plays[0]));
            let told = said.path[0].feedback.written.clone().expect("it was written");
            (state.plays[0].state.mood(), grade.points, grade.red_line, told.points, told.forfeited)
        })
    };
    assert_eq!(ends(Points::ZERO), Some((10, Points::ZERO, true, Points::ZERO, true)), "a mood of 30 falls by 20");
    assert_eq!(ends(before), Some((30, Points::ZERO, true, Points::ZERO, true)), "an older record: it stayed then");
    assert_eq!(ends(Points::whole(1)), None);
}
