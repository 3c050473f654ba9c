//! The clock of a turn by the rules: which band a time is in, what is late, what setting a clock gains (nothing), what is allowed to
//! whom. Through the one loop, with clocks in our hands.

use std::cell::Cell;
use std::collections::VecDeque;
use std::io;
use std::rc::Rc;
use std::time::Duration;

use onduty::attempt::event::{Body, Leaving};
use onduty::attempt::plan::{Activity, Allowance, Conduct, Part, Plan, Step, Subject};
use onduty::base::moment::Moment;
use onduty::base::points::Points;
use onduty::cli::recall::{Kept, recall};
use onduty::cli::room::Room;
use onduty::cli::session::{self, Ended};
use onduty::content::files::Root;
use onduty::locale::{Tongue, Words};
use onduty::model::form::{Choice, Reply};
use onduty::model::frozen::{Frame, Frozen};
use onduty::model::library::Library;
use onduty::model::page::{Block, Prompt};
use onduty::model::question::Misfit;
use onduty::model::scenario::Scenario;
use onduty::model::span::Span;
use onduty::store::{Learner, Post, Store, memory::Memory};
use onduty::terminal::turn_clock::TurnClock;
use onduty::terminal::{Asked, Asker};
use proptest::prelude::*;

use crate::desk::Desk;
use crate::make;

const START: i64 = 1_795_311_000_000;

fn library() -> Library {
    onduty::content::load(vec![Root::read(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/chatroom"))]).library
}

/// What somebody does when asked.
#[derive(Clone, Copy, Debug)]
enum Does {
    /// Lets so much time pass by both clocks.
    Waits(i64),
    /// The lid is closed: only the clock at the wall goes on.
    Sleeps(i64),
    /// Sets the clock at the wall by so much.
    Sets(i64),
    /// Replies.
    Says(&'static str),
    /// Says nothing until the turn is over.
    Nothing,
    /// Goes away.
    Leaves,
}

struct Agent {
    does: VecDeque<Does>,
    wall: Rc<Cell<i64>>,
    steady: Rc<Cell<i64>>,
    clock: Option<TurnClock>,
    heard: Rc<Cell<Vec<String>>>,
}

impl Agent {
    fn pass(&self, ms: i64) {
        self.wall.set(self.wall.get() + ms);
        self.steady.set(self.steady.get() + ms);
    }
}

impl Asker for Agent {
    fn set_head(&mut self, _: &str, _: &str) {}

    fn set_turn_clock(&mut self, clock: Option<TurnClock>) {
        self.clock = clock;
    }

    fn show(&mut self, _: &[Block]) -> io::Result<()> {
        Ok(())
    }

    fn ask(&mut self, prompt: &Prompt) -> io::Result<Asked> {
        let mut heard = self.heard.take();
        heard.extend(
            prompt.blocks.iter().filter_map(|b| if let Block::Speech { text, .. } = b { Some(text.clone()) } else { None }),
        );
        self.heard.set(heard);
        loop {
            match self.does.pop_front() {
                Some(Does::Waits(ms)) => self.pass(ms),
                Some(Does::Sleeps(ms)) | Some(Does::Sets(ms)) => self.wall.set(self.wall.get() + ms),
                Some(Does::Says(reply)) => return Ok(Asked::Reply(Reply::Picked(reply.into()))),
                Some(Does::Nothing) => {
                    let left = self.clock.as_ref().and_then(TurnClock::left).expect("a turn that ends by itself");
                    self.pass(i64::try_from(left.as_millis()).expect("short"));
                    return Ok(Asked::TimeUp);
                }
                Some(Does::Leaves) | None => return Ok(Asked::Left(Leaving::Chosen)),
            }
        }
    }

    fn refuse(&mut self, misfit: &Misfit) -> io::Result<()> {
        panic!("{misfit:?}")
    }

    fn choose(&mut self, _: &str, _: &[Choice], _: &str) -> io::Result<Asked> {
        Ok(Asked::Left(Leaving::EndOfInput))
    }

    fn line(&mut self, _: &str, _: usize) -> io::Result<Asked> {
        Ok(Asked::Left(Leaving::EndOfInput))
    }
}

/// A talk on record, and the clocks of its machine.
struct Talk {
    store: Box<dyn Store>,
    wall: Rc<Cell<i64>>,
    steady: Rc<Cell<i64>>,
    /// How long, in ms, it takes to look at a clock.
    tick: i64,
    heard: Rc<Cell<Vec<String>>>,
}

impl Talk {
    fn begun(allowance: Option<Allowance>) -> Self {
        let scenario = library().scenarios[&"quick".into()].clone();
        let mut store: Box<dyn Store> = Box::new(Memory::default());
        let (plan, contents) = planned(&scenario, allowance);
        let sealed: Vec<_> = contents.iter().map(Frozen::sealed).collect();
        store.begin(&make::started(plan, Moment(START)), &sealed).expect("a first attempt");
        Self { store, wall: Rc::new(Cell::new(START)), steady: Rc::default(), tick: 0, heard: Rc::default() }
    }

    fn run(&mut self, does: &[Does]) -> bool {
        let desk = Desk::empty();
        let mut ports = desk.ports(Box::new(io::sink()), || Box::new(io::sink()));
        let (wall, steady) = (self.wall.clone(), self.steady.clone());
        // While one clock is read the other goes on, and between two looks both do.
        let (tick, ticks) = (self.tick, (wall.clone(), steady.clone()));
        let passes = Rc::new(move || {
            ticks.0.set(ticks.0.get() + tick);
            ticks.1.set(ticks.1.get() + tick);
        });
        let also = Rc::clone(&passes);
        ports.clock = Rc::new(move || (Moment(wall.get()), also()).0);
        ports.mono = Rc::new(move || Duration::from_millis((steady.get(), passes()).0.unsigned_abs()));
        let agent = Agent {
            does: does.iter().copied().collect(),
            wall: self.wall.clone(),
            steady: self.steady.clone(),
            clock: None,
            heard: self.heard.clone(),
        };
        let learner = Learner {
            id: "someone".into(),
            name: "林小满".into(),
            staff_number: None,
            language: None,
            plain: false,
            created: Moment(0),
            post: Post::default(),
        };
        let mut room = Room {
            ports: &mut ports,
            library: library(),
            store: std::mem::replace(&mut self.store, Box::new(Memory::default())),
            learner,
            words: Rc::new(Words::new(Tongue::En)),
            lang: "en".into(),
            broken: Default::default(),
            at_home: false,
            asker: Box::new(agent),
            look: onduty::cli::look::Look { plain: true, screen: onduty::terminal::screen::Screen::bare(80, 24) },
            scripted: false,
        };
        let ended = session::run(&mut room, &"talk".into());
        self.store = room.store;
        matches!(ended, Ok(Ended::Closed { .. }))
    }

    fn kept(&self) -> Kept {
        recall(self.store.as_ref(), &"talk".into()).expect("what is kept belongs together")
    }

    /// Of each timed turn: how long it took, and its band.
    fn took(&self) -> Vec<(i64, Option<usize>)> {
        self.kept().state.plays[0].took.values().map(|took| (took.used.0, took.band())).collect()
    }

    fn heard(&self) -> Vec<String> {
        self.heard.take()
    }
}

fn planned(scenario: &Scenario, allowance: Option<Allowance>) -> (Plan, Vec<Frozen>) {
    let frozen = Frozen::Scenario(Box::new(scenario.clone()));
    let frame = Frozen::Frame(Frame { title: scenario.title.clone(), skills: Default::default() });
    let step = Step::Play { scenario: scenario.id.clone(), content: frozen.digest(), best: Points::whole(2) };
    let plan = Plan {
        attempt: "talk".into(),
        language: "en".into(),
        allowance,
        conduct: Conduct::Person,
        ..make::plan(Subject::Scenario(scenario.id.to_string()), frame.digest(), vec![Part { steps: vec![step], pace: None }])
    };
    (plan, vec![frozen, frame])
}

#[test]
fn a_time_is_in_the_first_band_that_it_keeps() {
    for (waited, band, said) in [(0, Some(0), "My parcel?"), (2000, Some(0), "My parcel?"), (2001, Some(1), "My parcel?")] {
        let mut talk = Talk::begun(None);
        assert!(talk.run(&[Does::Waits(waited), Does::Says("hello"), Does::Waits(4000), Does::Says("look")]));
        assert_eq!(talk.took(), [(waited, band), (4000, None)], "a second to read is in every limit");
        assert_eq!(talk.heard(), ["Hello?", said], "one reply in time, and the customer is content");
        let grade = talk.kept().state.closed.expect("over");
        let onduty::model::grade::Grade::Play(grade) = grade else { panic!("a role-play") };
        let timeliness = grade.timeliness.expect("it was timed");
        assert_eq!((timeliness.best, timeliness.timed, timeliness.late), (Points::whole(4), 2, 1));
        assert_eq!(grade.points, Points::whole(2), "time is no part of the score");
    }
}

#[test]
fn silence_is_a_move_of_its_own_and_later_than_late() {
    let mut talk = Talk::begun(None);
    assert!(talk.run(&[Does::Nothing, Does::Says("look")]));
    assert_eq!(talk.took()[0], (3000, None));
    assert_eq!(talk.heard(), ["Hello?", "At last! My parcel?"]);
    let kept = talk.kept();
    assert!(kept.events.iter().any(|e| matches!(&e.event.body, Body::Silent { used, .. } if *used == Span(3000))));
    assert_eq!(kept.state.plays[0].path[1].0.mood(), 40, "what silence does to the customer is done");
}

#[test]
fn a_turn_ends_whatever_passes_between_two_looks_at_a_clock() {
    for tick in [1, 7, 400] {
        let mut talk = Talk { tick, ..Talk::begun(None) };
        assert!(talk.run(&[Does::Nothing, Does::Says("look")]), "a look takes {tick} ms");
        assert_eq!(talk.heard(), ["Hello?", "At last! My parcel?"]);
    }
}

#[test]
fn a_reply_after_the_end_of_a_turn_is_silence_too() {
    let mut talk = Talk::begun(None);
    assert!(talk.run(&[Does::Waits(3000), Does::Says("hello"), Does::Says("look")]));
    assert!(talk.kept().events.iter().any(|e| matches!(e.event.body, Body::Silent { .. })));
}

#[test]
fn neither_lid_nor_clock_nor_plug_wins_time() {
    let second = |does: &[Does]| {
        let mut talk = Talk::begun(None);
        assert!(!talk.run(&[&[Does::Says("hello")], does].concat()), "it is left");
        talk
    };
    // The lid: only the wall clock knows.
    let mut talk = second(&[Does::Sleeps(60_000), Does::Leaves]);
    assert!(talk.run(&[Does::Says("look")]));
    assert_eq!(talk.took()[1].0, 60_000);
    // The clock set back while one thinks: only the steady one knows.
    let mut talk = Talk::begun(None);
    assert!(talk.run(&[Does::Says("hello"), Does::Waits(9000), Does::Sets(-8000), Does::Says("look")]));
    assert_eq!(talk.took()[1].0, 9000);
    // Left, set back, taken up again: what is on record stays, and what passed since comes on top.
    let mut talk = second(&[Does::Waits(50_000), Does::Leaves]);
    talk.wall.set(talk.wall.get() - 49_000);
    assert!(talk.run(&[Does::Waits(1000), Does::Says("look")]));
    assert!(talk.took()[1].0 >= 51_000, "{:?}", talk.took());
    // Left five times, each after two seconds, and away for half of one: all of it counts.
    let mut talk = second(&[Does::Waits(2000), Does::Leaves]);
    for _ in 0..4 {
        talk.wall.set(talk.wall.get() + 500);
        assert!(!talk.run(&[Does::Waits(2000), Does::Leaves]));
    }
    assert!(talk.run(&[Does::Waits(2000), Does::Says("look")]));
    assert_eq!(talk.took()[1].0, 14_000);
}

#[test]
fn who_is_allowed_more_time_has_it_and_who_is_not_timed_is_not() {
    let with = |time, no_reply_clock| Some(Allowance { time, no_reply_clock });
    let mut talk = Talk::begun(with(1500, false));
    assert!(talk.run(&[Does::Waits(3000), Does::Says("hello"), Does::Waits(4500), Does::Says("look")]));
    assert_eq!(talk.took(), [(3000, Some(0)), (4500, Some(1))], "2 s and 3 s, half as long again");
    let mut talk = Talk::begun(with(1000, true));
    assert!(talk.run(&[Does::Waits(600_000), Does::Says("hello"), Does::Waits(600_000), Does::Says("look")]));
    assert_eq!(talk.took(), []);
    let kept = talk.kept();
    assert!(!kept.events.iter().any(|e| matches!(e.event.body, Body::Asked { .. })), "no clock, no record of one");
    let onduty::model::grade::Grade::Play(grade) = kept.state.closed.expect("over") else { panic!("a role-play") };
    assert_eq!(grade.timeliness, None, "what was not measured is no fault");
}

proptest! {
    /// Bands never overlap, none is skipped, and no more time ever gets more points.
    #[test]
    fn more_time_never_gets_more(ms in 0_i64..10_000, more in 0_i64..10_000, times in 1000_u32..5000) {
        let scenario = library().scenarios[&"quick".into()].clone();
        let timing = scenario.timing.clone().expect("it has a clock");
        let (plan, contents) = planned(&scenario, Some(Allowance { time: times, no_reply_clock: false }));
        let contents = contents.into_iter().map(|it| (it.digest(), it)).collect();
        let activity = Activity::new(plan, contents).expect("its content");
        let state = onduty::attempt::state::State::new(&activity);
        let (_, time) = onduty::attempt::clock::now(&activity, &state).expect("it is timed");
        let points = |ms| timing.points(time.band(Span(ms)));
        prop_assert!(points(ms + more) <= points(ms));
        prop_assert!(time.limits.windows(2).all(|two| two[0] < two[1]));
        let alone = i64::from(times) * 2000;
        prop_assert_eq!(time.limits[0].0, (alone + 999) / 1000, "whole milliseconds, up");
    }
}
