//! Whatever ends the program, nothing is lost: the real binary, killed at any point and resumed, comes to the very same record.
//!
//! Seeds are random per attempt, so every comparison is within one attempt: it is begun once, its store is copied, one copy runs
//! through and the others are killed on their way.
#![allow(clippy::disallowed_methods, reason = "a test that kills processes watches files, a clock and chance")]

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use onduty::attempt::act::{Act, Deed, Issued, Signed, Terms};
use onduty::attempt::event::{Beside, Body, Given, Leaving, Recorded};
use onduty::base::dice::{Dice, Seed};
use onduty::base::digest::Digest;
use onduty::base::id::AttemptId;
use onduty::base::moment::Moment;
use onduty::cli::recall::{Kept, recall};
use onduty::locale::{Tongue, Words};
use onduty::model::grade::Grade;
use onduty::model::page::{Block, Note};
use onduty::report::feedback;
use onduty::store::{Store as _, sqlite::Sqlite, verify};
use onduty::terminal::paint::Paint;

/// Deterministic for one seed: what stands first, and typed words where they are asked for.
const ANSWERS: &str = r#"
format = 1
fallback = "first"
[answers]
"communication/name-of-the-move" = "以肯定表否定"
"communication/soft-refusal" = ["对不起", "不好意思", "不好意思"]
"communication/yellow-dot" = "红灯"
"#;

/// A small library.
const HALL: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hall");

/// Under acts here: whose key it is is not the question.
const SIGNATURE: &str = "signed";

/// A folder with a store, one learner and an answers file.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().expect("a folder"));
        fs::write(place.path("answers.toml"), ANSWERS).expect("writable");
        fs::write(place.path("none.toml"), "format = 1\n").expect("writable");
        let added = place.onduty(&["learner", "add", "陈小满"]).status().expect("it starts");
        assert!(added.success());
        place
    }

    /// A place with an attempt that was begun, and left at its first question.
    fn begun(subject: &[&str]) -> Self {
        let place = Self::new();
        let none = place.path("none.toml").display().to_string();
        let ended = place.onduty(&[subject, &["--as", "陈小满", "--answers", &none]].concat()).status().expect("it starts");
        assert_eq!(ended.code(), Some(2), "a file without answers is refused, and what was begun is kept");
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn copy(&self) -> Self {
        let other = Self(tempfile::tempdir().expect("a folder"));
        for entry in fs::read_dir(self.0.path()).expect("a folder") {
            let from = entry.expect("readable").path();
            if from.is_file() {
                fs::copy(&from, other.path(&from.file_name().expect("a file").to_string_lossy())).expect("copied");
            }
        }
        other
    }

    /// A command of the binary; what it shows goes to `shown.txt`.
    fn onduty(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_onduty"));
        command.arg("--store").arg(self.path("onduty.db")).args(args).env("ONDUTY_LANG", "en").env_remove("ONDUTY_LEARNER");
        command.env_remove("ONDUTY_LIBRARY").stdin(Stdio::null()).stdout(Stdio::null());
        command.stderr(File::create(self.path("shown.txt")).expect("writable"));
        command
    }

    /// Goes on. What was begun has its content with it, so that the small library does, which is read in no time.
    fn resume(&self) -> Command {
        let answers = self.path("answers.toml").display().to_string();
        self.onduty(&["resume", "--as", "陈小满", "--answers", &answers, "--library", HALL])
    }

    fn shown(&self) -> String {
        fs::read_to_string(self.path("shown.txt")).expect("text")
    }

    fn store(&self) -> Sqlite {
        Sqlite::open(&self.path("onduty.db")).expect("a store")
    }

    /// The one attempt.
    fn attempt(&self) -> AttemptId {
        let rows = self.store().attempts(None).expect("readable");
        assert_eq!(rows.len(), 1, "{rows:?}");
        rows[0].id.clone()
    }

    fn events(&self) -> Vec<Recorded> {
        self.store().events(&self.attempt()).expect("an unbroken chain")
    }

    /// Whenever the database was written to, this is another.
    fn stamp(&self) -> (u64, Option<SystemTime>) {
        let log = fs::metadata(self.path("onduty.db-wal")).ok();
        log.map_or((0, None), |log| (log.len(), log.modified().ok()))
    }

    /// Everything that was done, as bytes, without comings and goings.
    fn done(&self) -> Vec<String> {
        let lasting = |event: &&Recorded| !matches!(event.event.body, Body::Left { .. } | Body::Resumed { .. });
        let bytes = |recorded: &Recorded| match (&recorded.event.body, &recorded.beside) {
            // Typed words are sealed with a fresh salt, so the words themselves are compared.
            (Body::Answered { question, visit, response: Given::Typed(_) }, Some(beside)) => {
                format!("{question} {visit} {}", beside.words)
            }
            (body, _) => serde_json::to_string(body).expect("JSON"),
        };
        self.events().iter().filter(lasting).map(bytes).collect()
    }

    fn is_over(&self) -> bool {
        matches!(self.events().last().map(|e| &e.event.body), Some(Body::Closed { .. }))
    }

    /// The attempt, its grade worked out once more.
    fn kept(&self) -> Kept {
        recall(&self.store(), &self.attempt()).expect("what is kept belongs together")
    }

    /// When an exam's part is over by the clock.
    fn deadline(&self) -> Option<Moment> {
        let kept = self.kept();
        kept.state.deadline(&kept.activity)
    }

    /// Nothing is broken, and nothing was answered twice.
    fn is_sound(&self) {
        let store = self.store();
        assert_eq!(store.integrity().expect("readable"), []);
        assert_eq!(verify(&store, &|_, _, signature| signature == SIGNATURE).expect("readable"), []);
        let mut answered = BTreeSet::new();
        for event in self.kept().events {
            if let Body::Answered { question, visit, .. } = event.event.body {
                assert!(answered.insert((question.clone(), visit)), "{question} was answered twice at visit {visit}");
            }
        }
    }

    /// What must be shown first to whoever comes back: what was said to the newest reply, which may never have been seen.
    fn must_be_shown(&self) -> String {
        let kept = self.kept();
        let newest = kept.events.iter().rev().find(|e| !matches!(e.event.body, Body::Left { .. } | Body::Resumed { .. }));
        if kept.events.len() == 1 {
            return String::new();
        }
        let mut blocks = vec![Block::Note(Note::GoesOn)];
        blocks.extend(newest.into_iter().flat_map(|e| feedback::after(&kept.activity, &kept.state, &e.event)));
        let paint = Paint { words: &Words::new(Tongue::En), width: 79, bars: false };
        let lines: String = paint.blocks(&blocks).iter().map(|line| line.print(false) + "\n").collect();
        format!("\n{lines}")
    }
}

/// When a run is killed.
#[derive(Debug)]
enum When {
    /// After so long.
    After(Duration),
    /// As soon as the database was written to so often: an event may just be there, and what follows from it not yet shown.
    Written(usize),
}

impl When {
    fn any(dice: &mut Dice, usual: Duration) -> Self {
        match dice.below(3) {
            0 => Self::After(usual.mul_f64(dice.below(1000) as f64 / 1000.0)),
            _ => Self::Written(1 + dice.below(6)),
        }
    }

    /// Kills it then; whether it was alive until then.
    fn kill(&self, child: &mut Child, place: &Place) -> bool {
        let (since, mut writes, mut stamp) = (Instant::now(), 0, place.stamp());
        loop {
            if child.try_wait().expect("it is ours").is_some() {
                return false;
            }
            let new = place.stamp();
            writes += usize::from(new != stamp);
            stamp = new;
            let now = match self {
                Self::After(long) => since.elapsed() >= *long,
                Self::Written(times) => writes >= *times,
            };
            if now {
                child.kill().expect("it is ours");
                return child.wait().expect("it is ours").code().is_none();
            }
            std::thread::sleep(Duration::from_micros(50));
        }
    }
}

/// Another one each time.
fn any_seed() -> Seed {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).expect("chance");
    Seed::from_bytes(&seed)
}

fn any_dice(what: &str) -> Dice {
    any_seed().dice("kills", what)
}

/// What killing came to.
#[derive(Debug, Default)]
struct Kills {
    /// How often a run was killed.
    all: usize,
    /// How often it had recorded something, but was killed before a word of what follows from it was shown.
    unsaid: usize,
}

/// Runs an attempt that is killed again and again until it is over.
fn run_killed(place: &Place, dice: &mut Dice, usual: Duration, kills: &mut Kills) {
    let mut first = None;
    while !matches!(first, Some((_, true))) {
        let when = When::any(dice, usual);
        let mut child = place.resume().spawn().expect("it starts");
        let killed = when.kill(&mut child, place);
        let shown = place.shown();
        if let Some((first, _)) = first {
            let first: String = first;
            assert!(first.starts_with(&shown) || shown.starts_with(&first), "not said again:\n{first}\nbut:\n{shown}");
        }
        if !killed {
            let code = child.wait().expect("it is ours").code();
            assert!(matches!(code, Some(0 | 1)), "{code:?} {when:?} {shown}");
            return;
        }
        kills.all += 1;
        // Half of the times nobody looks into the place before the program does: it mends what it finds by itself.
        first = (dice.below(2) == 0).then(|| (place.must_be_shown(), place.is_over()));
        if let Some((first, _)) = &first {
            let said = first.lines().skip(3).collect::<Vec<_>>().join("\n");
            kills.unsaid += usize::from(!said.is_empty() && !shown.contains(&said));
        }
    }
}

/// Kills runs of one attempt at so many points: each comes to what the run comes to that nobody disturbed.
fn survives(subject: &[&str], kills: usize) -> Kills {
    survives_from(&Place::begun(subject), subject[0], kills)
}

/// The same for an attempt that was begun here.
fn survives_from(begun: &Place, what: &str, kills: usize) -> Kills {
    let calm = begun.copy();
    let since = Instant::now();
    let code = calm.resume().status().expect("it starts").code();
    let usual = since.elapsed();
    assert!(matches!(code, Some(0 | 1)), "{code:?} {}", calm.shown());
    assert!(calm.is_over());
    calm.is_sound();
    let seed = any_seed();
    let mut dice = seed.dice("kills", what);
    let mut killed = Kills::default();
    while killed.all < kills {
        let place = begun.copy();
        run_killed(&place, &mut dice, usual, &mut killed);
        place.is_sound();
        assert!(place.is_over());
        assert_eq!(place.done(), calm.done(), "{what}: seed {seed:?}");
    }
    killed
}

#[test]
fn a_course_survives_being_killed() {
    let begun = Place::begun(&["learn", "engineer"]);
    // On a busy machine a kill is seldom quick enough to come between: it is tried until one did.
    let mut all = 0;
    for _ in 0..10 {
        let kills = survives_from(&begun, "learn", 24);
        all += kills.all;
        if kills.unsaid > 0 {
            return;
        }
    }
    panic!("of {all} kills not one came between an event and what follows from it");
}

#[test]
fn a_talk_survives_being_killed() {
    survives(&["practise", "double-eleven-delay"], 13);
}

/// Content and beginning are one transaction: after a kill there is a whole attempt or none, and asking again goes on with it.
#[test]
fn a_beginning_is_whole_or_not_at_all() {
    let mut dice = any_dice("beginning");
    for _ in 0..6 {
        let place = Place::new();
        let answers = place.path("answers.toml").display().to_string();
        let ask = || place.onduty(&["practise", "double-eleven-delay", "--as", "陈小满", "--answers", &answers]);
        let mut child = ask().spawn().expect("it starts");
        if When::any(&mut dice, Duration::from_millis(400)).kill(&mut child, &place) {
            let there = place.store().attempts(None).expect("readable");
            if there.iter().any(|row| row.closed) {
                continue;
            }
            assert!(matches!(ask().status().expect("it starts").code(), Some(0 | 1)), "{}", place.shown());
        }
        place.is_sound();
    }
}

#[test]
fn a_quiz_survives_being_killed() {
    survives(&["quiz", "communication", "--count", "40"], 13);
}

/// Where the acts below go: `acts_without_end` is run by the test after it, in a process that is killed.
const STORE_OF_ACTS: &str = "ONDUTY_TEST_STORE";

#[test]
#[ignore = "it never ends by itself"]
fn acts_without_end() {
    let Some(path) = std::env::var_os(STORE_OF_ACTS) else { return };
    let mut store = Sqlite::open(path.as_ref()).expect("a store");
    for nth in store.acts().expect("readable").len().. {
        let (beside, text) = (Beside { salt: "00".to_owned(), words: format!("reason {nth}") }, format!(r#"{{"serial":{nth}}}"#));
        let deed = match nth % 2 {
            0 => Deed::Granted { learner: "l".into(), licence: "phone".into(), reason: beside.digest() },
            _ => issued(&store, nth, &text),
        };
        let act = Act { id: format!("d-{nth}").as_str().into(), at: Moment(0), key: "did:key:one".into(), deed };
        let beside = act.deed.reason().map(|_| beside);
        let credential = matches!(act.deed, Deed::Issued(_)).then_some(text.as_str());
        store.act(&Signed { act, signature: SIGNATURE.to_owned(), beside }, credential).expect("it is taken");
    }
}

/// A licence on the strength of the one attempt there is.
fn issued(store: &Sqlite, nth: usize, text: &str) -> Deed {
    let attempt = store.attempts(None).expect("readable").remove(0).id;
    Deed::Issued(Box::new(Issued {
        number: format!("HB-{nth}").as_str().into(),
        serial: u32::try_from(nth).expect("few"),
        learner: "l".into(),
        licence: "phone".into(),
        closed: store.events(&attempt).expect("readable").last().expect("it was closed").event.digest(),
        attempt,
        issuer: "did:key:house".into(),
        credential: Digest::of_bytes(text.as_bytes()),
        from: Moment(0),
        until: Moment(1),
        terms: Terms::default(),
    }))
}

#[test]
fn an_act_is_whole_or_not_at_all() {
    let place = Place::begun(&["practise", "double-eleven-delay"]);
    assert!(matches!(place.resume().status().expect("it starts").code(), Some(0 | 1)));
    let mut dice = any_dice("acts");
    let mut before = 0;
    // Ten times at least, and until enough was written: on a busy machine some are killed before they begin.
    for kill in 0..60 {
        if kill >= 10 && before > 10 {
            break;
        }
        let mut child = Command::new(std::env::current_exe().expect("this test"));
        child.args(["--ignored", "--exact", "crash::acts_without_end"]).env(STORE_OF_ACTS, place.path("onduty.db"));
        let mut child = child.stdout(Stdio::null()).stderr(Stdio::inherit()).spawn().expect("it starts");
        assert!(When::any(&mut dice, Duration::from_millis(300)).kill(&mut child, &place), "it ended by itself");
        place.is_sound();
        let store = place.store();
        let acts = store.acts().expect("readable");
        for act in &acts {
            let whole = match &act.act.deed {
                Deed::Issued(it) => store.credential(&it.number).expect("readable").is_some(),
                _ => act.beside.is_some(),
            };
            assert!(whole, "{act:?}");
        }
        assert!(acts.len() >= before, "what was there is gone");
        before = acts.len();
    }
    assert!(before > 10, "killed before it could act: {before}");
}

/// Answers are changed, items marked for later, handing in is thought over; what is not named is answered by rule.
const EXAM: &str = r#"
format = 1
fallback = "first"
[answers]
"papers/bell" = ["wait", "greet"]
"papers/word" = ["tot ziens", "welkomstwoord"]
"papers/lamp" = ["leave", "light"]
"hall/sheet" = ["flag", "1", "2", "flag", "3", "4", "hand-in"]
"hall/hand-in" = ["back", "hand-in"]
"tea/opening" = "kind"
"rain/opening" = "kind"
"bill/opening" = "kind"
"door/opening" = "cold"
"#;

/// Killed at any point of its theory, before its talks or in one of them, an exam comes to the same events and the same grade.
#[test]
fn an_exam_survives_being_killed() {
    let begun = exam();
    let kills = survives_from(&begun, "exam", 40);
    assert!(kills.all >= 40, "{kills:?}");
    let calm = begun.copy();
    assert!(matches!(calm.resume().status().expect("it starts").code(), Some(0 | 1)), "{}", calm.shown());
    let events = calm.events();
    let times = |what: fn(&Body) -> bool| events.iter().filter(|e| what(&e.event.body)).count();
    assert_eq!(times(|b| matches!(b, Body::Flagged { .. })), 2, "the script uses the sheet");
    assert_eq!(times(|b| matches!(b, Body::HandedIn { .. } | Body::Began { .. })), 2);
    assert!(times(|b| matches!(b, Body::Answered { .. })) > 4, "and changes answers");
    assert!(matches!(events.last().map(|e| &e.event.body), Some(Body::Closed { grade: Grade::Exam(_) })));
}

/// Whatever happens to the program, the clock of an exam goes on: what was to be over at a time is over at that time.
#[test]
fn a_killed_exam_keeps_its_deadline() {
    let begun = exam();
    let deadline = begun.deadline().expect("a limit");
    let mut dice = any_dice("deadline");
    let mut in_theory = 0;
    // On a busy machine the theory may be over before a kill comes: it is tried until some came in time.
    for _ in 0..60 {
        if in_theory == 3 {
            break;
        }
        let place = begun.copy();
        let mut child = place.resume().spawn().expect("it starts");
        let when = When::any(&mut dice, Duration::from_millis(400));
        if when.kill(&mut child, &place) && place.kept().state.part() == Some(0) {
            in_theory += 1;
            assert_eq!(place.deadline(), Some(deadline));
            let again = place.path("none.toml").display().to_string();
            let _ = place.onduty(&["resume", "--as", "陈小满", "--answers", &again]).status().expect("it starts");
            // Killed at its sheet, it is handed in by who goes on without answers: what comes then has a time of its own.
            if place.kept().state.part() == Some(0) {
                assert_eq!(place.deadline(), Some(deadline));
            }
        }
    }
    assert_eq!(in_theory, 3, "the theory was hardly ever under way");
}

/// An exam in `tests/hall`, begun and left at its first question.
fn exam() -> Place {
    let begun = Place::begun(&["exam", "hall", "--library", HALL]);
    fs::write(begun.path("answers.toml"), EXAM).expect("writable");
    begun
}

/// An attempt that a person has open in a window, and windows that close.
#[cfg(unix)]
mod windows {
    use expectrl::process::unix::Signal;

    use super::*;
    use crate::window::{BINARY, DEADLINE, Window, onduty};

    const SIZE: (u16, u16) = (80, 24);

    impl Place {
        /// A talk in a window, at its first choice.
        fn window(&self, more: &[&str]) -> Window {
            let mut command = onduty(&self.path("onduty.db"), "en");
            command.args(["--as", "陈小满", "practise", "double-eleven-delay"]).args(more);
            let mut window = Window::open(command, SIZE);
            window.reads_to_choices();
            window
        }

        fn waits_for(&self, what: &str, seen: impl Fn(&[Recorded]) -> bool) {
            let since = Instant::now();
            while !seen(&self.events()) {
                assert!(since.elapsed() < DEADLINE, "never recorded: {what}");
                std::thread::sleep(Duration::from_millis(5));
            }
        }

        fn goes_on_to_the_end(&self) {
            let code = self.resume().status().expect("it starts").code();
            assert!(matches!(code, Some(0 | 1)), "{code:?} {}", self.shown());
            assert!(self.is_over());
            self.is_sound();
        }
    }

    fn left(events: &[Recorded]) -> Option<Leaving> {
        events.iter().rev().find_map(|e| if let Body::Left { how, .. } = e.event.body { Some(how) } else { None })
    }

    #[test]
    fn an_attempt_is_open_in_one_window_only() {
        let place = Place::new();
        let mut window = place.window(&[]);
        let second = place.resume().status().expect("it starts");
        assert_eq!(second.code(), Some(5), "{}", place.shown());
        assert!(place.shown().contains("another window"), "{}", place.shown());
        window.press("1\r");
        place.waits_for("the reply in the first window", |events| events.len() == 2);
        assert_eq!(place.resume().status().expect("it starts").code(), Some(5), "{}", place.shown());
        window.signal(Signal::SIGKILL);
        assert_eq!(window.ends(), -(Signal::SIGKILL as i32));
        place.goes_on_to_the_end();
        assert_eq!(left(&place.events()), None, "a killed window leaves no word");
    }

    #[test]
    fn a_request_to_end_is_leaving() {
        for more in [&[][..], &["--plain"]] {
            let place = Place::new();
            let mut window = place.window(more);
            window.signal(Signal::SIGTERM);
            assert_eq!(window.ends(), 130);
            assert!(window.all().join("\n").contains(" resume "), "how to come back is said: {:?}", window.all());
            assert_eq!(left(&place.events()), Some(Leaving::Interrupted));
            place.goes_on_to_the_end();
        }
    }

    /// The shell between makes the program one of several in the window, as it is in life.
    #[test]
    fn a_closed_window_is_leaving() {
        let place = Place::new();
        let mut shell = Command::new("sh");
        shell.args(["-c", r#""$0" "$@"; true"#, BINARY, "--lang", "en", "--store"]).arg(place.path("onduty.db"));
        shell.args(["--as", "陈小满", "practise", "double-eleven-delay"]);
        let mut window = Window::open(shell, SIZE);
        window.reads_to_choices();
        let attempt = place.attempt();
        assert!(place.store().hold(&attempt).is_err(), "it is open there");
        drop(window);
        place.waits_for("leaving", |events| left(events).is_some());
        let since = Instant::now();
        while place.store().hold(&attempt).is_err() {
            assert!(since.elapsed() < DEADLINE, "the program outlives its window");
            std::thread::sleep(Duration::from_millis(5));
        }
        place.goes_on_to_the_end();
    }
}
