//! Sealed papers go from an exam PC when they are of no more use; the exams stay.

use super::Day;
use crate::desk::Happens;
use crate::office::RIGHT;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// What the PC keeps of the paper.
fn kept(day: &Day) -> String {
    let db = rusqlite::Connection::open(day.pc.path("data/onduty.db")).expect("the store");
    db.query_row("SELECT value FROM setting WHERE key LIKE 'sitting-%'", [], |row| row.get(0)).expect("something")
}

#[test]
fn a_paper_goes_when_the_desk_has_everything() {
    let day = Day::new();
    let (pc, desk) = (&day.pc, &day.office.desk);
    let hear = || {
        let _ = desk.done(&["send", &day.dir(), "--roster", "--name", "desk"]);
        pc.done(&["collect", &day.dir()]).err
    };
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    assert_eq!(hear(), "", "the desk has nothing yet");
    let _ = pc.done(&["send", &day.dir(), "--name", "七号机"]);
    let _ = desk.done(&["collect", &day.dir()]);
    let shown = &day.sitting[day.sitting.len() - 8..];
    let said = hear();
    assert!(said.contains(&format!("Sitting {shown} is over, and the desk has all of it")), "{said}");
    assert_eq!((kept(&day).as_str(), hear().as_str()), ("gone", ""));
    let audited = pc.run(&["audit"]);
    assert!(audited.code == 0 && audited.out.contains("sealed here: 1"), "{audited}");
    assert!(pc.run(&["result", &day.office.exam_on(pc)]).out.contains("handed in"));
    let _ = pc.done(&["send", &day.dir(), "--all"]);
    assert_eq!(desk.run(&["collect", &day.dir()]).code, 0);
    // At the desk, which has the key, nothing goes.
    assert_eq!(desk.run(&["retention", "--apply", "--yes"]).err.matches("removed").count(), 0);
}

#[test]
fn a_paper_goes_a_month_after_its_time() {
    let day = Day::new();
    assert_eq!(day.open("陈小满", "\"finals/hello\" = true\n").code, 2);
    day.pc.then(Happens::GoesBy(29 * DAY));
    assert!(!day.pc.run(&["retention"]).err.contains("Sealed papers"));
    day.pc.then(Happens::GoesBy(2 * DAY));
    assert!(day.pc.run(&["retention"]).err.contains("Sealed papers to be removed: 1"));
    assert_ne!(kept(&day), "gone", "nothing goes by being looked at");
    let ran = day.pc.run(&["retention", "--apply", "--yes"]);
    assert!(ran.code == 0 && ran.err.contains("for over 30 days: its sealed papers were removed"), "{ran}");
    let ran = day.by_invigilator(&["sitting", "open", &day.sitting, "--candidate", "陈小满"]);
    assert!(ran.code == 5 && ran.err.contains("were removed from this PC"), "{ran}");
    assert_eq!(day.pc.run(&["audit"]).code, 0);
}
