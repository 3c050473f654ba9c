//! Exams by the clock: what ends them, what is too late, and what is done about a clock that was moved.
#![allow(clippy::disallowed_methods, reason = "a window shows the time of this machine")]

use std::cell::Cell;
use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::rc::Rc;
use std::sync::OnceLock;
use std::time::Duration;

use onduty::attempt::event::{Body, Leaving};
use onduty::attempt::plan::{Conduct, Pace, Part, PartOf, Plan, Step, Subject, Tries};
use onduty::base::moment::Moment;
use onduty::cli::failure::{Exit, Failure};
use onduty::cli::recall::recall;
use onduty::cli::room::Room;
use onduty::cli::session::{self, Ended};
use onduty::content::files::Root;
use onduty::content::load;
use onduty::locale::{Tongue, Words};
use onduty::model::form::{Choice, Reply};
use onduty::model::frozen::{Frame, Frozen};
use onduty::model::library::Library;
use onduty::model::licence::{Accepts, Disclose, Independence, Marks, Pattern, Requires, Rules, Scheme, Theory, Validity};
use onduty::model::page::{Block, Note, Prompt};
use onduty::model::question::true_false::TrueFalse;
use onduty::model::question::{Kind, Misfit};
use onduty::model::span::{Lasts, Span};
use onduty::store::{Learner, Post, Store, memory::Memory};
use onduty::terminal::clock::{Clock, Runs};
use onduty::terminal::{Asked, Asker};

use crate::desk::Desk;
use crate::make::{self, question, text, zh};

const MINUTE: i64 = 60_000;

/// A scheme whose exam is over so long after its start, with a theory part of that limit.
fn scheme(limit: i64, within: i64) -> Scheme {
    Scheme {
        id: "agent".into(),
        title: text("客服上岗证"),
        roles: vec!["agent".into()],
        scope: text("在线接待"),
        competences: vec![],
        appeal: None,
        holder: onduty::model::licence::Naming::Plain,
        sources: vec![],
        requires: Requires::default(),
        conduct: Rules {
            accepts: Accepts::Person,
            supervised: false,
            independence: Independence::None,
            examiners: 1,
            differ: 0,
            two_persons: std::collections::BTreeSet::new(),
        },
        theory: Some(Theory { weight: 100, limit: Span(limit), pass: 60, draw: vec![] }),
        practice: None,
        result: Marks {
            pass: 60,
            borderline: 0,
            attempts: 3,
            wait: vec![],
            within: Span(within),
            feedback: Disclose::Skills,
            guess_at_most: None,
            basis: None,
        },
        validity: Validity { lasts: Lasts::Months(12), renew_within: None, refresher: vec![] },
        appeals: None,
        provisional: None,
        number: Pattern::parse(Pattern::USUAL).expect("a pattern"),
    }
}

/// Begins an exam in a store: so many statements to judge in each of two parts.
fn begin(store: &mut dyn Store, start: Moment, (limit, within): (i64, i64)) {
    let scheme = Frozen::Scheme(Box::new(scheme(limit, within)));
    let frame = Frozen::Frame(Frame { title: text("客服上岗证"), skills: Default::default() });
    let mut contents = vec![frame.sealed(), scheme.sealed()];
    let mut part = |name: &str| {
        let ask = |n: usize| {
            let frozen = Frozen::Question(Box::new(question(&format!("{name}{n}"), Kind::TrueFalse(TrueFalse { answer: true }))));
            contents.push(frozen.sealed());
            let Frozen::Question(it) = &frozen else { unreachable!("just made") };
            Step::Ask { question: it.id.clone(), content: frozen.digest(), tries: Tries::Once }
        };
        Part { steps: (1..=3).map(ask).collect(), pace: Some(Pace { of: PartOf::Theory, limit: Some(Span(limit)) }) }
    };
    let plan = Plan {
        attempt: "exam".into(),
        conduct: Conduct::Person,
        exam: Some(make::exam(scheme.digest())),
        ..make::plan(Subject::Licence("agent".to_owned()), frame.digest(), vec![part("a"), part("b")])
    };
    store.begin(&make::started(plan, start), &contents).expect("a first attempt");
}

/// What a candidate does when asked.
enum Does {
    /// Judges a statement, after so many milliseconds.
    Says(bool, i64),
    /// Begins the next part.
    Begins,
    /// Waits until time is up.
    Waits,
    /// Presses Ctrl-C.
    Leaves,
    /// Sets the wall clock, then says that a statement is true.
    Sets(i64),
    /// Sets the wall clock after so many milliseconds, then goes from the sheet to its first item.
    Slips(i64, i64),
    /// Sets the wall clock after so many milliseconds, and says nothing.
    Turns(i64, i64),
}

/// A candidate, and what was shown to him.
struct Candidate {
    does: VecDeque<Does>,
    wall: Rc<Cell<i64>>,
    steady: Rc<Cell<i64>>,
    clock: Option<Clock>,
    shown: Rc<Cell<Vec<Block>>>,
    clocks: Rc<Cell<Vec<Option<Runs>>>>,
    left: Rc<Cell<Vec<(i64, i64)>>>,
}

impl Candidate {
    fn pass(&self, ms: i64) {
        self.wall.set(self.wall.get() + ms);
        self.steady.set(self.steady.get() + ms);
    }
}

fn push<T>(all: &Cell<Vec<T>>, new: impl IntoIterator<Item = T>) {
    let mut list = all.take();
    list.extend(new);
    all.set(list);
}

impl Asker for Candidate {
    fn set_head(&mut self, _: &str, _: &str) {}

    fn set_clock(&mut self, clock: Option<Clock>) {
        push(&self.clocks, [clock.as_ref().map(|clock| clock.runs)]);
        self.clock = clock;
    }

    fn show(&mut self, blocks: &[Block]) -> io::Result<()> {
        push(&self.shown, blocks.to_vec());
        Ok(())
    }

    fn ask(&mut self, _: &Prompt) -> io::Result<Asked> {
        if let Some(Clock { now, runs: Runs::Down { until, .. } }) = &self.clock {
            push(&self.left, [(self.steady.get(), until.0 - now().0)]);
        }
        let says = |yes: bool| Asked::Reply(Reply::Picked(if yes { "true" } else { "false" }.into()));
        Ok(match self.does.pop_front() {
            None | Some(Does::Leaves) => Asked::Left(Leaving::Interrupted),
            Some(Does::Begins) => Asked::Reply(Reply::Next),
            Some(Does::Says(yes, after)) => {
                self.pass(after);
                says(yes)
            }
            Some(Does::Sets(by)) => {
                self.wall.set(self.wall.get() + by);
                says(true)
            }
            Some(Does::Slips(after, by)) => {
                self.pass(after);
                self.wall.set(self.wall.get() + by);
                Asked::Reply(Reply::Picked("1".into()))
            }
            Some(Does::Turns(after, by)) => {
                self.pass(after);
                self.wall.set(self.wall.get() + by);
                Asked::TimeUp
            }
            Some(Does::Waits) => {
                let clock = self.clock.as_ref().expect("there is a clock to wait for");
                let Runs::Down { until, .. } = clock.runs else { panic!("an exam has a deadline") };
                while (clock.now)() < until {
                    self.pass(1000);
                }
                Asked::TimeUp
            }
        })
    }

    fn refuse(&mut self, misfit: &Misfit) -> io::Result<()> {
        panic!("refused: {misfit:?}")
    }

    fn choose(&mut self, _: &str, _: &[Choice], _: &str) -> io::Result<Asked> {
        Ok(Asked::Left(Leaving::EndOfInput))
    }

    fn line(&mut self, _: &str, _: usize) -> io::Result<Asked> {
        Ok(Asked::Left(Leaving::EndOfInput))
    }
}

/// An exam at a desk whose clock stands still unless somebody moves it.
struct Hall {
    store: Box<dyn Store>,
    wall: Rc<Cell<i64>>,
    steady: Rc<Cell<i64>>,
    shown: Rc<Cell<Vec<Block>>>,
    clocks: Rc<Cell<Vec<Option<Runs>>>>,
    /// Whenever something was asked: what the steady clock showed, and what was left.
    left: Rc<Cell<Vec<(i64, i64)>>>,
}

const START: i64 = 1_795_311_000_000;

/// A small library; an exam under way asks it for nothing but the time zone.
fn shelf() -> Library {
    static SHELF: OnceLock<Library> = OnceLock::new();
    let read = || load(vec![Root::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/shelf")))]).library;
    SHELF.get_or_init(read).clone()
}

impl Hall {
    fn new(limit: i64, within: i64) -> Self {
        let mut store: Box<dyn Store> = Box::new(Memory::default());
        begin(store.as_mut(), Moment(START), (limit, within));
        Self {
            store,
            wall: Rc::new(Cell::new(START)),
            steady: Rc::default(),
            shown: Rc::default(),
            clocks: Rc::default(),
            left: Rc::default(),
        }
    }

    /// One run of the session.
    fn run(&mut self, does: impl IntoIterator<Item = Does>) -> Result<Ended, Failure> {
        let desk = Desk::empty();
        let mut ports = desk.ports(Box::new(io::sink()), || Box::new(io::sink()));
        let (wall, steady) = (self.wall.clone(), self.steady.clone());
        ports.clock = Rc::new(move || Moment(wall.get()));
        ports.mono = Rc::new(move || Duration::from_millis(steady.get().unsigned_abs()));
        let learner = Learner {
            id: "someone".into(),
            name: "林小满".into(),
            staff_number: None,
            language: None,
            plain: false,
            created: Moment(0),
            post: Post::default(),
        };
        let candidate = Candidate {
            does: does.into_iter().collect(),
            wall: self.wall.clone(),
            steady: self.steady.clone(),
            clock: None,
            shown: self.shown.clone(),
            clocks: self.clocks.clone(),
            left: self.left.clone(),
        };
        let mut room = Room {
            ports: &mut ports,
            library: shelf(),
            store: std::mem::replace(&mut self.store, Box::new(Memory::default())),
            learner,
            words: Rc::new(Words::new(Tongue::Zh)),
            lang: zh(),
            broken: Default::default(),
            at_home: false,
            asker: Box::new(candidate),
            look: onduty::cli::look::Look { plain: true, screen: onduty::terminal::screen::Screen::bare(80, 24) },
            scripted: false,
        };
        let ended = session::run(&mut room, &"exam".into());
        self.store = room.store;
        ended
    }

    fn pass(&self, ms: i64) {
        self.wall.set(self.wall.get() + ms);
        self.steady.set(self.steady.get() + ms);
    }

    /// What was recorded, in a word each.
    fn record(&self) -> Vec<String> {
        let kept = recall(self.store.as_ref(), &"exam".into()).expect("what is kept belongs together");
        let word = |body: &Body| match body {
            Body::ClockMoved { by } => format!("clock-moved {by}"),
            other => serde_json::to_value(other).expect("events are kept so")["event"].as_str().unwrap_or_default().to_owned(),
        };
        kept.events.iter().map(|e| word(&e.event.body)).collect()
    }

    fn notes(&self) -> Vec<Note> {
        let notes = self.shown.take().into_iter();
        notes.filter_map(|block| if let Block::Note(note) = block { Some(note) } else { None }).collect()
    }
}

fn closed(ended: Result<Ended, Failure>) -> bool {
    matches!(ended, Ok(Ended::Closed { .. }))
}

#[test]
fn a_part_ends_at_its_limit_in_the_middle_of_an_answer() {
    let mut hall = Hall::new(10 * MINUTE, 60 * MINUTE);
    let ended = hall.run([Does::Says(true, 5000), Does::Waits, Does::Begins, Does::Says(true, 5000), Does::Waits]);
    assert!(closed(ended));
    assert_eq!(hall.record(), ["started", "answered", "time-up", "began", "answered", "time-up", "closed"]);
    assert_eq!(hall.notes(), [Note::TimeUp, Note::TimeUp]);
    let clocks = hall.clocks.take();
    let until = |until: i64, whole: bool| Some(Runs::Down { until: Moment(START + until), whole });
    assert_eq!(clocks[0], until(10 * MINUTE, false));
    assert_eq!(clocks[2], until(60 * MINUTE, true), "before a part only the whole exam's clock runs");
    assert_eq!(clocks[3], until(20 * MINUTE, false), "its own clock runs from when it was begun");
    assert_eq!(clocks.last(), Some(&None), "no menu is asked by an exam's clock");
}

#[test]
fn a_reply_after_the_deadline_is_not_taken() {
    let mut hall = Hall::new(10 * MINUTE, 60 * MINUTE);
    let ended = hall.run([Does::Says(true, 9 * MINUTE), Does::Says(true, MINUTE), Does::Leaves]);
    assert_eq!(ended.expect("left"), Ended::Left(Leaving::Interrupted));
    assert_eq!(hall.record(), ["started", "answered", "time-up", "left"]);
}

#[test]
fn time_goes_on_while_nobody_is_there() {
    let mut hall = Hall::new(10 * MINUTE, 60 * MINUTE);
    hall.run([Does::Says(true, 1000), Does::Leaves]).expect("left");
    hall.pass(15 * MINUTE);
    hall.run([Does::Leaves]).expect("left");
    assert_eq!(hall.record(), ["started", "answered", "left", "resumed", "time-up", "left"]);
    hall.pass(60 * MINUTE);
    assert!(closed(hall.run([])));
    assert_eq!(hall.record()[6..], ["resumed", "expired", "closed"]);
    assert_eq!(hall.notes(), [Note::GoesOn, Note::TimeUp, Note::GoesOn, Note::TimeUp, Note::Expired]);
}

#[test]
fn a_clock_that_jumps_within_a_run_is_recorded_and_a_long_break_is_no_jump() {
    let mut hall = Hall::new(30 * MINUTE, 60 * MINUTE);
    hall.run([Does::Says(true, MINUTE), Does::Sets(7000), Does::Leaves]).expect("left");
    hall.pass(5 * MINUTE);
    // Set back by less than has gone by since the newest event: it only shows beside the steady clock, and is refused all the same.
    let failure =
        hall.run([Does::Says(true, MINUTE), Does::Slips(MINUTE, -20_000), Does::Says(true, MINUTE)]).expect_err("set back");
    assert_eq!(failure.exit, Exit::Refused);
    let record = hall.record();
    assert_eq!(record[..5], ["started", "answered", "clock-moved 7000", "answered", "left"]);
    assert_eq!(record[5..], ["resumed", "answered", "clock-moved -20000"], "also what is not taken is on record");
}

#[test]
fn a_clock_set_back_is_refused_and_nothing_is_lost() {
    let mut hall = Hall::new(10 * MINUTE, 60 * MINUTE);
    let failure = hall.run([Does::Says(true, MINUTE), Does::Sets(-30_000), Does::Leaves]).expect_err("set back");
    assert_eq!((failure.exit, failure.what.key), (Exit::Refused, "fail-clock-back"));
    assert_eq!(hall.record(), ["started", "answered", "clock-moved -30000"]);
    // As long as it stands there, whoever tries again adds nothing to the record.
    assert!(hall.run([Does::Says(true, MINUTE)]).is_err());
    assert_eq!(hall.record().len(), 3);
    let lines = failure.lines(&Words::new(Tongue::Zh)).join("\n");
    assert!(lines.contains("2026-11-22 09:30") && lines.contains("onduty resume"), "{lines}");
}

/// Who sets the clock back and leaves before answering: it is on record, and no second is won.
#[test]
fn a_clock_set_back_before_leaving_is_on_record_and_wins_nothing() {
    let mut hall = Hall::new(MINUTE, 60 * MINUTE);
    hall.run([Does::Turns(45_000, -43_000), Does::Leaves]).expect("left");
    assert_eq!(hall.record(), ["started", "clock-moved -43000", "left"]);
    assert!(hall.run([Does::Says(true, 1000)]).is_err(), "the clock stands before what is recorded");
    assert_eq!(hall.record().len(), 3);
    // Put right, it goes on with what was left.
    hall.wall.set(hall.wall.get() + 43_000);
    hall.run([Does::Says(true, 14_000), Does::Says(true, 2000), Does::Leaves]).expect("goes on");
    assert_eq!(hall.record()[3..], ["resumed", "answered", "time-up", "left"]);
}

/// Between two runs a clock that stands before the record is told once.
#[test]
fn a_clock_found_set_back_is_recorded_once() {
    let mut hall = Hall::new(30 * MINUTE, 60 * MINUTE);
    hall.run([Does::Says(true, MINUTE), Does::Leaves]).expect("left");
    hall.wall.set(hall.wall.get() - 40_000);
    for _ in 0..3 {
        assert!(hall.run([Does::Says(true, 0)]).is_err());
    }
    assert_eq!(hall.record(), ["started", "answered", "left", "clock-moved -40000"]);
    hall.pass(40_000);
    hall.run([Does::Says(true, 0), Does::Leaves]).expect("goes on");
    assert_eq!(hall.record()[4..], ["resumed", "answered", "left"]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(60))]
    /// Whatever is done to the wall clock while an exam runs: what is left goes down at least as time does.
    #[test]
    fn no_time_is_won_by_any_clock(moves in proptest::collection::vec((0_i64..20_000, -100_000_i64..3000), 1..6)) {
        let mut hall = Hall::new(60 * MINUTE, 60 * MINUTE);
        let mut most = 60 * MINUTE;
        for pair in moves.chunks(2) {
            let turns = pair.iter().map(|(after, by)| Does::Turns(*after, *by));
            let _ = hall.run(turns.chain([Does::Leaves]));
            let seen = hall.left.take();
            let Some((then, first)) = seen.first().copied() else { continue };
            // Clocks are put right by a little between two runs.
            proptest::prop_assert!(first <= most + 2000, "{first} {most}");
            for (now, left) in seen {
                most = first - (now - then);
                proptest::prop_assert!(left <= most, "{left} of {first} after {}", now - then);
            }
            // Whoever waits until the clock is believed again.
            hall.pass(200_000);
        }
    }
}

#[cfg(unix)]
mod window {
    use super::*;
    use crate::window::{Window, onduty};
    use onduty::store::sqlite::Sqlite;

    /// The time of this machine.
    fn now() -> Moment {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
        Moment(i64::try_from(since.as_millis()).expect("before the year 292 million"))
    }

    #[test]
    fn the_real_program_counts_down_and_hands_in_by_itself() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("onduty.db");
        let mut store = Sqlite::open(&path).expect("a store");
        let learner = Learner {
            id: "someone".into(),
            name: "林小满".into(),
            staff_number: None,
            language: None,
            plain: false,
            created: Moment(0),
            post: Post::default(),
        };
        store.add_learner(&learner).expect("a first learner");
        begin(&mut store, now(), (6000, 60 * MINUTE));
        drop(store);
        let mut command = onduty(&path, "zh-CN");
        command.arg("resume");
        let mut window = Window::open(command, (80, 24));
        window.until("the first statement with its clock", |look| look.has("还剩 0:0") && look.has("1) "));
        window.press("1");
        window.until("a mark", |look| look.window.iter().any(|line| line.starts_with("> 1)")));
        for second in ["还剩 0:03", "还剩 0:02"] {
            window.until(second, |look| look.has(second) && look.window.iter().any(|line| line.starts_with("> 1)")));
        }
        window.until("the end of the part", |look| look.has("这一部分的时间到了") && look.has("接下来是理论部分"));
        window.until("the whole exam's clock", |look| look.last_two().contains("整场考试还剩"));
        window.press("\u{3}");
        assert_eq!(window.ends(), 130);
        let kept = recall(&Sqlite::open(&path).expect("a store"), &"exam".into()).expect("kept");
        assert!(kept.state.answers.is_empty(), "what was only marked is no answer");
    }
}
