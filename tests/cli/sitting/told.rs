//! An exam PC whose papers are sealed: what a candidate is told there, before the desk said anything and after.

use super::Day;
use crate::desk::{Happens, copy};
use crate::office::RIGHT;

#[test]
fn what_a_candidate_is_told_where_the_papers_are_sealed() {
    let Day { office, pc, stick, sitting } = Day::new();
    copy(&office.desk.path("shelf"), &pc.path("shelf"));
    let shelf = pc.path("shelf").display().to_string();
    let day = Day { office, pc: pc.with("ONDUTY_LIBRARY", &shelf), stick, sitting };
    let (pc, desk) = (&day.pc, &day.office.desk);
    // The last screen promises nothing that this PC cannot do.
    let ran = day.open("陈小满", RIGHT);
    let last = format!("{} {}", ran.out, ran.err).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(last.contains("ask at the desk") && !last.contains("you may appeal"), "{ran}");
    assert!(!last.contains("onduty appeal open"), "{ran}");
    let id = day.office.exam_on(pc);
    let result = || pc.run(&["result", &id]);
    let ran = result();
    assert!(ran.code == 1 && ran.out.contains(": handed in. Its papers are sealed at this PC"), "{ran}");
    assert!(!ran.out.contains("mark"), "nobody here knows who marks what: {ran}");
    let appeal = || pc.run(&["--as", "陈小满", "appeal", "open", &id, "--reason", "算错了"]);
    let ran = appeal();
    assert!(ran.code == 5 && ran.err.contains("one appeals at the desk; the time for it begins with the result"), "{ran}");
    let ready = || pc.run(&["--as", "陈小满", "exam", "watched", "--ready"]);
    let ran = ready();
    assert!(ran.code == 5 && ran.out.contains("is handed in; the desk tells its result"), "{ran}");
    // The desk takes it, marks it, and says so with its roster.
    let _ = pc.done(&["send", &day.dir(), "--name", "七号机"]);
    let _ = desk.done(&["collect", &day.dir()]);
    for who in ["李考", "王考"] {
        for (station, marks) in [("bow", &[1, 2, 1, 5][..]), ("desk", &[3, 1, 5])] {
            let ran = day.office.observe_for("watched", who, station, marks);
            assert_eq!(ran.code, 0, "{ran}");
        }
    }
    let hear = || {
        let _ = desk.done(&["send", &day.dir(), "--roster", "--name", "desk"]);
        let _ = pc.done(&["collect", &day.dir()]);
    };
    hear();
    let ran = result();
    assert!(ran.code == 0 && ran.out.contains("is passed (the desk said so on 2026-11-22)"), "{ran}");
    let ran = appeal();
    assert!(ran.code == 5 && ran.err.contains("one appeals at the desk, until 2026-"), "{ran}");
    assert!(ready().out.contains("Passed already"), "{}", ready());
    let ran = day.office.by("周全", &["void", &id, "--reason", "替考"]);
    assert_eq!(ran.code, 0, "{ran}");
    hear();
    let ran = result();
    assert!(ran.code == 1 && ran.out.contains("is void and does not count"), "{ran}");
    let ran = ready();
    assert!(ran.code == 0, "a void exam counts for nothing: {ran}");
}

/// One that failed by its own points, with nobody deciding anything, is told as well.
#[test]
fn an_exam_that_nobody_decided_is_told() {
    let day = Day::new();
    let _ =
        day.open("陈小满", "\"finals/hello\" = false\n\"finals/seat\" = true\n\"finals/name\" = false\n\"finals/rush\" = true\n");
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    let _ = day.office.desk.done(&["collect", &day.dir()]);
    let _ = day.office.desk.done(&["send", &day.dir(), "--roster", "--name", "desk"]);
    let _ = day.pc.done(&["collect", &day.dir()]);
    let ran = day.pc.run(&["result", &day.office.exam_on(&day.pc)]);
    assert!(ran.code == 1 && ran.out.contains("is not passed (the desk said so on 2026-11-22)"), "{ran}");
    assert!(ran.out.contains("you may appeal at the desk until 2026-"), "{ran}");
}

/// Handed in at the desk, because the papers are sealed at the PC; the answer, with its reason, reaches the candidate there.
#[test]
fn an_appeal_that_the_desk_took_is_answered_at_the_pc() {
    let day = Day::new();
    let _ =
        day.open("陈小满", "\"finals/hello\" = false\n\"finals/seat\" = true\n\"finals/name\" = false\n\"finals/rush\" = true\n");
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    let _ = day.office.desk.done(&["collect", &day.dir()]);
    // The desk's clock is behind that of the PC.
    day.office.desk.then(Happens::GoesBy(3_600_000));
    let exam = day.office.exam_on(&day.pc);
    let (opened, code) = day.office.desk.json(&["--as", "陈小满", "appeal", "open", &exam, "--reason", "第三题的答案不对"]);
    assert_eq!(code, 0, "{opened}");
    let receipt = opened["receipt"].as_str().expect("a number");
    let hear = || {
        let _ = day.office.desk.done(&["send", &day.dir(), "--roster", "--name", "desk"]);
        let _ = day.pc.done(&["collect", &day.dir()]);
    };
    hear();
    let ran = day.pc.run(&["result", &exam]);
    assert!(ran.out.contains(&format!("receipt number {receipt}; you get an answer by")), "{ran}");
    assert!(!ran.out.contains("you may appeal"), "one appeals once: {ran}");
    let ran = day.pc.run(&["--as", "陈小满", "appeal", "open", &exam, "--reason", "算错了"]);
    assert!(ran.code == 5 && ran.err.contains(&format!("has an appeal already: receipt number {receipt}")), "{ran}");
    let ran = day.office.by("赵考", &["appeal", "decide", receipt, "--dismiss", "--reason", "答案核对无误"]);
    assert_eq!(ran.code, 0, "{ran}");
    hear();
    let ran = day.pc.run(&["result", &exam]);
    assert!(ran.out.contains("Your appeal: Dismissed on ") && ran.out.contains("because: \"答案核对无误\"."), "{ran}");
    let (told, _) = day.pc.json(&["result", &exam]);
    assert_eq!((&told["appealed"]["upheld"], &told["appealed"]["receipt"]), (&false.into(), &receipt.into()), "{told}");
    assert!(!std::fs::read(day.pc.path("data/onduty.db")).expect("the records").windows(9).any(|it| it == "第三题".as_bytes()));
}
