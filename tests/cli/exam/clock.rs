//! Time: the limits of parts, the whole exam, and a clock that was set.

use insta::assert_snapshot;

use super::{Desk, HOUR, MINUTE, Talk, all_right, questions, said, sound, talks, verdict};
use crate::desk::Happens::{ClockSet, GoesBy};

/// Left and never come back to: whoever asks again is told what it came to.
#[test]
fn an_exam_that_was_left_for_too_long_is_over() {
    let desk = Desk::at_hall();
    let left = desk.sits("");
    assert_eq!(left.code, 2, "{left}");
    desk.then(GoesBy(2 * HOUR));
    let ran = desk.sits(&all_right());
    assert_snapshot!(ran.err.split("Exam result").next().expect("what came before"), @"

    Going on where you left off.

    This part's time is up. What you answered counts; what is open earns 0. What
    stood there and was not sent does not count.

    The whole exam's time is up. What you answered counts; what is open earns 0.
    What stood there and was not sent does not count.
    ");
    assert_snapshot!(said(&ran.err), @"✗ Not passed: theory 0%, below 60%; Role-plays 0%, below 60%; total 0 of 100, below 80.");
    assert_eq!(desk.happened()[2..], ["resumed", "time-up", "expired", "closed"], "the part's time first, then all of it");
    assert_eq!(desk.result().0["ended"], "expired");
    sound(&desk);
    let again = desk.sits(&all_right());
    assert_eq!(again.code, 5, "an expired exam counts, and waiting begins: {again}");
}

/// In the last part its own time is up before that of the whole exam.
#[test]
fn the_last_part_ends_the_exam() {
    let desk = Desk::at_hall();
    let _ = desk.sits(&questions(&[1, 2]));
    desk.then(GoesBy(2 * HOUR));
    assert_eq!(desk.sits(&all_right()).code, 1);
    let events = desk.happened();
    assert_eq!(events[events.len() - 4..], ["left", "resumed", "time-up", "closed"]);
    let (told, _) = desk.result();
    assert_eq!((&told["ended"], &told["total"]["percent"]), (&"time-up".into(), &"30".into()));
}

/// To the millisecond: until the end it goes on, at it it does not.
#[test]
fn until_then_it_goes_on() {
    for (left, code) in [(1, 0), (0, 1)] {
        let desk = Desk::at_hall();
        let _ = desk.sits(&questions(&[1, 2]));
        let kept = desk.kept();
        let deadline = kept.state.deadline(&kept.activity).expect("a limit");
        let now = desk.stop_time();
        desk.then(GoesBy(deadline.0 - now.0 - left));
        let ran = desk.sits(&talks(Talk::Full, Talk::Full));
        assert_eq!(ran.code, code, "{left} ms before the end: {ran}");
    }
}

/// The limit of a part is up: what was answered counts, what comes too late does not, and the next part begins.
#[test]
fn a_part_ends_with_its_time() {
    let desk = Desk::at_hall();
    desk.when_said("Question 4 of 4", GoesBy(30 * MINUTE));
    let ran = desk.sits(&all_right());
    let events = desk.happened();
    assert_eq!(events.iter().filter(|e| *e == "answered").count(), 3, "{events:?}\n{ran}");
    let at = events.iter().position(|e| e == "time-up").expect("time was up");
    assert_eq!(events[at + 1..at + 3], ["began", "chose"], "{ran}");
    let late = ran.err.split("Question 4 of 4").nth(1).expect("the last question");
    assert_snapshot!(late.split("Step 5").next().expect("up to the talks"), @"


    In which order?
    1. Look
    2. Tell
    3. Hear
    0. Answer sheet (leave this one for now, look at others, hand in)
    Your answer: 1. Hear
    Your answer: 2. Look
    Your answer: 3. Tell

    This part's time is up. What you answered counts; what is open earns 0. What
    stood there and was not sent does not count.

    陈小满 · Licence of the hall
    90 minutes left for the whole exam.
    Next comes the role-play part with 2 items, limit 45 minutes. Its clock runs
    from when you begin.

    陈小满 · Licence of the hall
    45 minutes left.
    ");
    assert_snapshot!(said(late), @"✓ Passed: total 94.9 of 100, pass mark 80.");
    assert_eq!(desk.result().0["open"]["questions"], 1);
    sound(&desk);
}

/// The clock of a part begins with its first item, not while one waits before it.
#[test]
fn nothing_runs_at_the_gate() {
    let desk = Desk::at_hall();
    desk.when_said("Next comes the", GoesBy(80 * MINUTE));
    let ran = desk.sits(&all_right());
    assert_eq!((ran.code, verdict(&desk).2.as_str()), (0, "100"), "{ran}");
    assert!(!desk.happened().contains(&"time-up".to_owned()));
}

#[test]
fn a_talk_that_is_cut_counts_as_far_as_it_went() {
    let desk = Desk::at_hall();
    desk.when_said("And now?", GoesBy(45 * MINUTE));
    let ran = desk.sits(&all_right());
    assert_eq!(ran.code, 1, "{ran}");
    let (told, _) = desk.result();
    assert_eq!((&told["ended"], &told["open"]), (&"time-up".into(), &serde_json::json!({"questions": 0, "talks": 1, "cut": 1})));
    assert_eq!(told["parts"][1]["share"]["exact"], "3/14", "3 of 7 in one of two talks");
    sound(&desk);
}

#[test]
fn the_whole_exam_ends_at_the_gate() {
    let desk = Desk::at_hall();
    desk.when_said("Next comes the", GoesBy(2 * HOUR));
    let ran = desk.sits(&all_right());
    assert_eq!(ran.code, 1, "{ran}");
    let events = desk.happened();
    assert_eq!(events[events.len() - 3..], ["handed-in", "expired", "closed"], "{ran}");
    let (told, _) = desk.result();
    assert_eq!((&told["ended"], &told["open"]["talks"], &told["total"]["percent"]), (&"expired".into(), &2.into(), &"30".into()));
    sound(&desk);
}

// ---- a clock that was set ----

/// Set back between two events: refused with the reason, nothing is lost, and set right it goes on.
#[test]
fn a_clock_set_back_stops_the_exam() {
    let desk = Desk::at_hall();
    desk.when_said("Question 3 of 4", ClockSet(-HOUR));
    let stopped = desk.sits(&all_right());
    assert_eq!(stopped.code, 5, "{stopped}");
    assert_snapshot!(stopped.err.split("Not done").nth(1).expect("a refusal"), @"
    : The clock of this PC was set back: it shows 2026-11-22 08:30, and your newest step was kept at 2026-11-22 09:30.
      What to do: Set the clock right, then run onduty resume to go on; nothing is lost.
    ");
    assert_eq!(desk.happened(), ["started", "answered", "answered", "clock-moved"]);
    // It stays refused, whichever way one comes, as long as the clock is wrong.
    let answers = desk.answers(&all_right());
    for args in [&["exam", "hall"][..], &["resume"]] {
        let ran = desk.run(&[args, &["--answers", &answers, "--lang", "zh-CN"]].concat());
        assert_eq!(ran.code, 5, "{ran}");
        assert!(ran.err.contains("调回去了"), "{ran}");
    }
    assert_eq!(desk.happened(), ["started", "answered", "answered", "clock-moved"], "nothing was added");
    desk.then(ClockSet(HOUR));
    let ran = desk.sits(&all_right());
    assert_eq!((ran.code, verdict(&desk).2.as_str()), (0, "100"), "{ran}");
    sound(&desk);
}

/// Set back while one was away.
#[test]
fn a_clock_set_back_between_two_sittings() {
    let desk = Desk::at_hall();
    let _ = desk.sits(&questions(&[1, 2]));
    let before = desk.kept().events.len();
    desk.then(ClockSet(-MINUTE));
    let ran = desk.sits(&all_right());
    assert_eq!(ran.code, 5, "{ran}");
    assert_eq!(desk.happened()[before..], ["clock-moved"], "it is on record");
    desk.then(GoesBy(MINUTE));
    assert_eq!(desk.sits(&all_right()).code, 0, "the clock has come to where it was");
}

/// Set forward: recorded with by how much, shown in the result, and time is counted by it.
#[test]
fn a_clock_set_forward_is_recorded_and_shown() {
    let desk = Desk::at_hall();
    desk.when_said("Question 3 of 4", ClockSet(10 * MINUTE));
    let ran = desk.sits(&all_right());
    assert_eq!((ran.code, verdict(&desk).2.as_str()), (0, "100"), "{ran}");
    assert_eq!(desk.happened()[..5], ["started", "answered", "answered", "clock-moved", "answered"]);
    let (told, _) = desk.result();
    let clock = told["clock"].as_array().expect("a list");
    assert_eq!((clock.len(), &clock[0]["by"]), (1, &(10 * MINUTE).into()), "{told}");
    let shown = desk.run(&["result"]).out;
    assert_snapshot!(shown.lines().skip_while(|line| !line.starts_with("Clock")).take(2).collect::<Vec<_>>().join("\n"), @"
    Clock: Between 2026-11-22 09:30 and 2026-11-22 09:40 the PC's clock moved
      forward by 10 minutes (or the PC slept).
    ");
    sound(&desk);
}

#[test]
fn a_clock_set_beyond_the_end_ends_the_part() {
    let desk = Desk::at_hall();
    desk.when_said("Question 3 of 4", ClockSet(HOUR));
    let ran = desk.sits(&all_right());
    assert_eq!(desk.happened()[..6], ["started", "answered", "answered", "clock-moved", "time-up", "began"], "{ran}");
    assert_eq!(desk.result().0["open"]["questions"], 2);
}

/// Time that simply goes by is no jump, however long one thinks.
#[test]
fn thinking_is_no_jump() {
    let desk = Desk::at_hall();
    desk.when_said("Question 3 of 4", GoesBy(20 * MINUTE));
    let _ = desk.sits(&all_right());
    assert!(!desk.happened().contains(&"clock-moved".to_owned()));
    assert_eq!(desk.result().0["clock"], serde_json::json!([]));
}
