//! Turns with a clock at a real terminal, and under a program that is killed: the limit holds to a tenth of a second, no later key is
//! lost, and no time that passed is forgotten.
#![allow(clippy::disallowed_methods, reason = "a test of clocks reads one, starts programs and lets time pass")]

use std::process::Command;
use std::time::{Duration, Instant};

use expectrl::process::unix::Signal;
use onduty::attempt::event::{Body, Recorded};
use onduty::base::moment::Moment;
use onduty::cli::recall::{Kept, recall};
use onduty::store::{Learner, Post, Store as _, sqlite::Sqlite};

use crate::window::{BINARY, Window, onduty as binary};

const NAME: &str = "林小满";
/// What the opening of the talk allows: a second to read, two to reply.
const LIMIT: i64 = 3000;

/// A PC with one learner and the small library with short limits.
struct Pc(tempfile::TempDir);

impl Pc {
    fn new() -> Self {
        let pc = Self(tempfile::tempdir().expect("a folder"));
        let learner = Learner {
            id: "someone".into(),
            name: NAME.into(),
            staff_number: None,
            language: None,
            plain: false,
            created: Moment(0),
            post: Post::default(),
        };
        pc.store().add_learner(&learner).expect("a first learner");
        pc
    }

    fn store(&self) -> Sqlite {
        Sqlite::open(&self.0.path().join("onduty.db")).expect("a store")
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = binary(&self.0.path().join("onduty.db"), "en");
        command.env("ONDUTY_LIBRARY", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/chatroom")).args(["--as", NAME]).args(args);
        command
    }

    fn kept(&self) -> Kept {
        let store = self.store();
        let attempt = store.attempts(None).expect("readable").first().expect("begun").id.clone();
        recall(&store, &attempt).expect("what is kept belongs together")
    }

    fn events(&self) -> Vec<Recorded> {
        self.kept().events
    }

    /// How long the first timed turn took, as it stands on record.
    fn used(&self) -> Option<(i64, bool)> {
        self.events().iter().find_map(|e| match &e.event.body {
            Body::Chose { used: Some(used), .. } => Some((used.0, true)),
            Body::Silent { used, .. } => Some((used.0, false)),
            _ => None,
        })
    }
}

/// Reads what the talk is about, at leisure, and begins it.
fn begins(window: &mut Window, plain: bool) {
    window.reads("Reply at once.");
    window.reads("Nothing counts yet");
    assert!(!window.now().has("Hello?"), "the customer has not spoken yet");
    window.press("\r");
    window.reads("Hello?");
    assert!(plain || window.now().has(" s"), "and the clock runs");
}

#[test]
fn no_clock_runs_while_the_card_is_read() {
    for (plain, size) in [(false, (80, 60)), (false, (40, 30)), (true, (80, 24))] {
        let pc = Pc::new();
        let args: &[&str] = if plain { &["practise", "quick", "--plain"] } else { &["practise", "quick"] };
        let mut window = Window::open(pc.command(args), size);
        window.reads("Reply at once.");
        // Longer than the turn has: nothing is on record of it.
        std::thread::sleep(Duration::from_millis(LIMIT.unsigned_abs() + 200));
        assert_eq!(pc.events().len(), 1, "nothing is asked yet");
        begins(&mut window, plain);
        window.press("1\r");
        window.reads("My parcel?");
        let (used, chosen) = pc.used().expect("on record");
        assert!(chosen && used < LIMIT, "{used} ms, {size:?}, plain: {plain}");
        window.signal(Signal::SIGKILL);
        window.ends();
    }
}

#[test]
fn a_turn_left_alone_ends_by_itself_and_loses_no_later_key() {
    for plain in [false, true] {
        // A machine with other work to do wakes programs late, and the record says so: what it was late for others is not held against
        // this one, and there are more tries.
        let mut seen = Vec::new();
        let in_time = (0..6).any(|_| {
            let watch = Lateness::begin();
            let (used, quick) = left_alone(plain);
            let late = watch.ends();
            seen.push((used, late, quick));
            used <= LIMIT + 100 + late && quick
        });
        assert!(
            in_time && seen.iter().all(|(used, ..)| *used >= LIMIT),
            "used, late, the next in time: {seen:?}, plain: {plain}"
        );
    }
}

/// How late this machine wakes somebody who asks for a hundredth of a second, ms: the worst while it is watched.
struct Lateness(std::sync::Arc<std::sync::atomic::AtomicBool>, std::thread::JoinHandle<i64>);

impl Lateness {
    fn begin() -> Self {
        use std::sync::atomic::Ordering::Relaxed;
        let over = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        let ends = std::sync::Arc::clone(&over);
        let watch = std::thread::spawn(move || {
            let mut worst = Duration::ZERO;
            while !ends.load(Relaxed) {
                let (since, nap) = (Instant::now(), Duration::from_millis(10));
                std::thread::sleep(nap);
                worst = worst.max(since.elapsed().saturating_sub(nap));
            }
            i64::try_from(worst.as_millis()).expect("no test takes that long")
        });
        Self(over, watch)
    }

    fn ends(self) -> i64 {
        self.0.store(true, std::sync::atomic::Ordering::Relaxed);
        self.1.join().expect("it only sleeps")
    }
}

/// Leaves the first turn alone and answers the second: how long the first took, as it stands on record, and whether the second was
/// in time, as it is unless this machine stood still.
fn left_alone(plain: bool) -> (i64, bool) {
    let pc = Pc::new();
    // Under a shell that says how it finds its terminal afterwards.
    let mut shell = Command::new("sh");
    shell.args(["-c", r#"stty sane; "$0" "$@"; echo "code $?"; stty -a"#, BINARY, "--lang", "en"]);
    shell.arg("--store").arg(pc.0.path().join("onduty.db")).args(["--as", NAME, "practise", "quick"]);
    shell.args(plain.then_some("--plain"));
    shell.env("TERM", "xterm-256color").env_remove("NO_COLOR");
    shell.env("ONDUTY_LIBRARY", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/chatroom"));
    let mut window = Window::open(shell, (80, 60));
    begins(&mut window, plain);
    // What was written, not what stands there still: the clock runs on while this looks.
    window.written(if plain { "This reply is timed" } else { "best within 2 s" }, 1);
    if !plain {
        window.written("3 s at the latest", 1);
    }
    // Keys that come just when it is over: they answer what the customer says then.
    window.written("Nobody waits for ever.", 1);
    window.press("1\r");
    window.reads("Thanks.");
    window.until("the end", |look| look.over || look.has("code 1"));
    assert_eq!(window.ends(), 0);
    let (used, chosen) = pc.used().expect("on record");
    assert!(!chosen, "silence, plain: {plain}");
    let second = pc.events().iter().filter(|e| matches!(e.event.body, Body::Chose { .. })).count();
    assert_eq!(second, 1, "the keys were taken once, by the next turn");
    let all = window.all().join("\n");
    assert!(all.contains("At last! My parcel?"), "silence is later than late\n{all}");
    let sane = all.lines().any(|line| line.starts_with("isig icanon") && line.contains(" echo "));
    assert!(sane && !window.now().cursor_hidden, "the terminal is given back\n{all}");
    assert!(all.contains("/4: 2 replies timed, "), "{all}");
    (used, all.contains("Timeliness 1/4: 2 replies timed, 1 late"))
}

#[test]
fn keys_typed_before_the_limit_and_not_sent_answer_nothing() {
    let pc = Pc::new();
    let mut window = Window::open(pc.command(&["practise", "quick"]), (40, 60));
    begins(&mut window, false);
    window.press("2");
    window.reads("At last! My parcel?");
    window.press("\r");
    window.press("1\r");
    window.reads("Thanks.");
    window.ends();
    assert!(pc.used().is_some_and(|(_, chosen)| !chosen), "a mark alone is no reply");
}

#[test]
fn no_time_is_won_by_being_killed() {
    let pc = Pc::new();
    let since = Instant::now();
    let mut asked = None;
    // Five times somebody looks at the second turn, which waits, and pulls the plug.
    for n in 0..5 {
        let args: &[&str] = if n == 0 { &["practise", "quick"] } else { &["resume"] };
        let mut window = Window::open(pc.command(args), (80, 60));
        if n == 0 {
            begins(&mut window, false);
            window.press("1\r");
        }
        window.reads("My parcel?");
        asked.get_or_insert_with(Instant::now);
        std::thread::sleep(Duration::from_millis(300));
        window.signal(Signal::SIGKILL);
        assert_eq!(window.ends(), -9);
    }
    let passed = asked.expect("it was asked").elapsed();
    let answers = pc.0.path().join("answers.toml");
    std::fs::write(&answers, "format = 1\n[answers]\n\"quick/again\" = \"look\"\n").expect("writable");
    let ended = pc.command(&["resume", "--answers", &answers.display().to_string()]).output().expect("it starts");
    let kept = pc.kept();
    assert!(kept.state.closed.is_some(), "{}", String::from_utf8_lossy(&ended.stderr));
    let asks =
        kept.events.iter().filter(|e| matches!(&e.event.body, Body::Asked { turn, .. } if turn.as_str() == "again")).count();
    assert_eq!(asks, 1, "its clock began once");
    let used = kept.state.plays[0].took[&1].used.0;
    let (least, most) =
        (i64::try_from(passed.as_millis()).expect("short"), i64::try_from(since.elapsed().as_millis()).expect("short"));
    assert!((least..=most).contains(&used), "{used} ms on record, {least} ms passed");
}
