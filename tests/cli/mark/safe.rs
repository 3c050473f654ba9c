//! Who may mark, what counts where two do, and what nobody can change behind it.

use onduty::attempt::event::Beside;
use onduty::base::moment::Moment;
use onduty::base::points::Points;

use super::*;

/// The candidate's exam with the digest of its end.
fn ended(office: &Office) -> (onduty::base::id::AttemptId, onduty::base::digest::Digest) {
    let store = office.store();
    let row =
        store.attempts(None).expect("readable").into_iter().find(|row| row.subject.parts().0 == "licence").expect("an exam");
    let events = store.events(&row.id).expect("events");
    (row.id, events.last().expect("the end").event.digest())
}

/// A mark made by hand.
fn forged(office: &Office, who: &str, written: u32, points: i64, unbroken: &[&str]) {
    let beside = Beside { salt: "00".repeat(16), words: "so".to_owned() };
    let (attempt, closed) = ended(office);
    let deed = Deed::Marked {
        attempt,
        closed,
        written,
        points: Points::whole(points),
        red_line: false,
        unbroken: unbroken.iter().map(|id| (*id).into()).collect(),
        otherwise: vec![],
        reason: beside.digest(),
    };
    office.forge(who, deed, Some(beside));
}

#[test]
fn the_first_of_two_examiners_counts() {
    let (office, exam) = crossed();
    assert_eq!(mark(&office, "李考", &exam, "2", &["--confirm"]).code, 0);
    assert_snapshot!(masked(&mark(&office, "王考", &exam, "2", &["--unbroken", "shut-up", "--reason", "no"]).to_string()), @"
    ── stderr ──
    Not done: Reply 2 of exam NUMBER was read and signed by 李考 already; that stands.
      What to do: The result: onduty result NUMBER
    ── exit 5 ──
    ");
    // At the very same moment: both acts are there, the first counts.
    forged(&office, "王考", 1, 4, &["shut-up"]);
    assert_eq!(stands(&office, &exam), "failed 50 exit 1 practice red-line total");
    assert!(office.is_sound());
}

#[test]
fn nobody_marks_an_exam_of_his_own() {
    let office = lobby();
    let _ = office.desk.done(&["learner", "add", "李考"]);
    let exam = office.sit("李考", "lobby", &answers(true, GOOD, true, RED));
    assert_snapshot!(masked(&mark(&office, "李考", &exam, "2", &["--confirm"]).to_string()), @r#"
    ── stderr ──
    Not done: 李考 has the candidate's own name: under this scheme nobody admits, examines, grants or licenses themselves.
      What to do: Let somebody else do it; or say independence = "none" in the scheme (every licence then states it).
    ── exit 5 ──
    "#);
    // Made by hand it comes to light where a licence is to rest on it.
    forged(&office, "李考", 1, 4, &["shut-up"]);
    assert_eq!(stands(&office, &exam), "passed 93.7 exit 0");
    assert_snapshot!(masked(&office.issue("李考", "lobby", "x.json").to_string()), @r#"
    ── stderr ──
    Not done: 李考 has the candidate's own name: under this scheme nobody admits, examines, grants or licenses themselves.
      What to do: Let somebody else do it; or say independence = "none" in the scheme (every licence then states it).
    ── exit 5 ──
    "#);
}

#[test]
fn who_marked_does_not_issue() {
    let (office, exam) = crossed();
    assert_eq!(mark(&office, "周全", &exam, "2", &["--unbroken", "shut-up", "--reason", "fine"]).code, 0);
    let out = office.desk.path("licence.json").display().to_string();
    let ran = office.issue_by("周全", "陈小满", "lobby", &["--out", &out]);
    assert!(ran.code == 5 && ran.err.contains("周全 examined this candidate"), "{ran}");
    assert_eq!(office.issue("陈小满", "lobby", &out).code, 0);
}

#[test]
fn a_void_exam_is_not_marked() {
    let (office, exam) = crossed();
    assert_eq!(office.by("李考", &["void", &exam, "--reason", "cheated"]).code, 0);
    assert_eq!(list(&office), Value::Array(vec![]));
    assert_snapshot!(masked(&mark(&office, "李考", &exam, "2", &["--confirm"]).to_string()), @"
    ── stderr ──
    Not done: Exam NUMBER is void; nothing is read.
      What to do: The result: onduty result NUMBER
    ── exit 5 ──
    ");
}

/// Points that do not follow from what was overruled, a rule that never fired, a reply that is not there: nothing of it counts.
#[test]
fn what_was_signed_has_to_follow_from_the_text() {
    for (written, points, unbroken) in [(1, 3, &["shut-up"][..]), (1, 4, &[]), (1, 4, &["not-mine"]), (7, 4, &[])] {
        let (office, exam) = crossed();
        forged(&office, "李考", written, points, unbroken);
        let ran = office.desk.run(&["result", &exam]);
        assert!(ran.code == 4 && ran.err.contains("does not follow from them"), "{written} {points}: {ran}");
        assert_eq!(office.issue("陈小满", "lobby", "x.json").code, 4);
        // The list leaves it out, and says so.
        let ran = office.desk.run(&["mark", "--list"]);
        assert!(ran.code == 0 && ran.err.contains(&exam), "{ran}");
    }
}

#[test]
fn a_licence_counts_for_good_whoever_marks_after_it() {
    let (office, exam) = crossed();
    assert_eq!(mark(&office, "李考", &exam, "2", &["--unbroken", "shut-up", "--reason", "fine"]).code, 0);
    let out = office.desk.path("licence.json").display().to_string();
    assert_eq!(office.issue("陈小满", "lobby", &out).code, 0);
    forged(&office, "王考", 0, 0, &[]);
    assert_eq!(stands(&office, &exam), "passed 100 exit 0");
}

/// The words under a mark, the words that were written, what the machine made of them: each is sealed.
#[test]
fn what_was_tampered_with_is_found() {
    let spoilt = [
        ("reason_stays", "UPDATE reason SET words = 'because'"),
        ("act_stays", "UPDATE act SET json = replace(json, '\"unbroken\":[\"shut-up\"]', '\"unbroken\":[]')"),
        ("beside_stays", "UPDATE beside SET words = replace(words, 'Shut up', 'Hurry up')"),
        ("event_stays", "UPDATE event SET json = replace(json, '\"event\":\"wrote\"', '\"event\":\"wrote\",\"points\":4')"),
    ];
    let (office, exam) = crossed();
    assert_eq!(mark(&office, "李考", &exam, "2", &["--unbroken", "shut-up", "--reason", "fine"]).code, 0);
    assert!(office.is_sound());
    let still = office.desk.still();
    for (guard, sql) in spoilt {
        let desk = still.desk();
        let office = Office { passphrase: desk.path("passphrase").display().to_string(), desk };
        office.sql(&format!("DROP TRIGGER {guard}; {sql}"));
        assert!(!office.is_sound(), "{sql}");
        assert_eq!(office.issue("陈小满", "lobby", "x.json").code, 5, "{sql}");
    }
}

/// Killed while it is written down: nothing is half marked, and the same command marks it.
#[test]
fn who_is_killed_in_the_middle_marks_again() {
    let (office, exam) = crossed();
    office.cut("marked");
    assert_eq!(mark(&office, "李考", &exam, "2", &["--confirm"]).code, 4);
    assert_eq!(stands(&office, &exam), "provisional - exit 1");
    office.mend();
    assert_eq!(mark(&office, "李考", &exam, "2", &["--confirm"]).code, 0);
    assert_eq!(stands(&office, &exam), "failed 50 exit 1 practice red-line total");
}

/// Beside each text stands what is looked for: while somebody sits an exam here, that is shown to nobody.
#[test]
fn keys_stay_closed_while_somebody_sits() {
    let (office, exam) = crossed();
    let _ = office.desk.done(&["learner", "add", "林未"]);
    let _ = office.sit("林未", "lobby", "\"papers/greet\" = true\n");
    assert_eq!(office.desk.run(&["mark", "--list"]).code, 5);
    // Nor by trying what can be overruled, or by asking of a draft what would be marked.
    let guess = ["mark", exam.as_str(), "--written", "2", "--unbroken", "nosuch", "--reason", "so it is"];
    let ran = office.desk.run(&guess);
    assert!(ran.code == 5 && !ran.to_string().contains("shut-up"), "{ran}");
    assert_eq!(mark(&office, "李考", &exam, "2", &["--confirm"]).code, 5);
    let draft = office.desk.path("draft.txt").display().to_string();
    std::fs::write(&draft, "Shut up").expect("written");
    let ran = office.desk.run(&["wording", &draft, "--agent", "x"]);
    assert!(ran.code == 5 && ran.err.contains("lobby") && !ran.to_string().contains("shut-up"), "{ran}");
    // Beside a library alone nobody sits.
    let ran = office.desk.run(&["wording", &draft, "--store", &office.desk.path("none.db").display().to_string()]);
    assert!(ran.code == 1 && ran.out.contains("Silencing"), "{ran}");
}

/// Who is no examiner is not told what can be overruled, whoever sits or does not.
#[test]
fn only_an_examiner_is_told_what_was_looked_for() {
    let (office, exam) = crossed();
    let guess = ["--unbroken", "nosuch", "--reason", "so it is"];
    let ran = office.desk.run(&[&["mark", exam.as_str(), "--written", "2"], &guess[..]].concat());
    assert!(ran.code != 0 && !ran.to_string().contains("shut-up"), "{ran}");
    let ran = mark(&office, "钱发", &exam, "2", &guess);
    assert!(ran.code == 5 && !ran.to_string().contains("shut-up"), "{ran}");
    let ran = mark(&office, "李考", &exam, "2", &guess);
    assert!(ran.code == 2 && ran.err.contains("shut-up"), "{ran}");
}

/// Two at the same moment: the one who comes second is told what an examiner does then.
#[test]
fn who_comes_second_is_told_what_to_do() {
    let (office, exam) = crossed();
    let (attempt, _) = ended(&office);
    let store = office.store();
    let hold = store.hold(&attempt).expect("free");
    assert_snapshot!(masked(&mark(&office, "李考", &exam, "2", &["--confirm"]).to_string()), @"
    ── stderr ──
    Not done: Somebody is signing for exam NUMBER at this moment.
      What to do: Wait a moment and look what is still to be read: onduty mark --list. Who signed first counts.
    ── exit 5 ──
    ");
    drop(hold);
    assert_eq!(mark(&office, "李考", &exam, "2", &["--confirm"]).code, 0);
}

/// Who was erased has nothing left to be read.
#[test]
fn what_was_erased_is_in_no_queue() {
    let (office, exam) = crossed();
    let (attempt, _) = ended(&office);
    let learner = office.store().learners().expect("readable").into_iter().next().expect("one").id;
    office.store().erase(&learner).expect("erased");
    let ran = office.desk.run(&["mark", "--list"]);
    assert!(ran.code == 0 && !ran.err.contains(&exam), "{ran}");
    assert!(office.is_sound());
    let texts: Vec<_> = office.store().events(&attempt).expect("events").into_iter().filter_map(|it| it.beside).collect();
    assert!(texts.is_empty(), "{texts:?}");
    assert_ne!(Moment(0), office.store().attempts(None).expect("readable")[0].last);
}
