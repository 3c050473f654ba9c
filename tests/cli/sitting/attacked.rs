//! What an attacker, a lost record or a slip of the hand can do to an exam day: each comes to nothing, and is told with its place.

use insta::assert_snapshot;
use onduty::attempt::act::Deed;
use onduty::base::digest::Digest;
use onduty::base::id::{AttemptId, Did};
use onduty::cli::parcel::{ENDING, Kind, Letter, packed, unpacked};
use onduty::credential::keys::Secret;
use onduty::store::sqlite::Sqlite;
use onduty::store::{Sealed, Store as _};
use serde_json::{Value, json};

use super::again::exams;
use super::tampered::{found, store_key};
use super::{Called, Day, all_right, call};
use crate::desk::{Desk, Happens, Ran};
use crate::office::{Office, RIGHT, masked};

/// All wrong.
const WRONG: &str = "\"finals/hello\" = false\n\"finals/seat\" = true\n\"finals/name\" = false\n\"finals/rush\" = true\n";

/// Two people of one name are called: 0201 and 0202.
pub(super) fn namesakes() -> Day {
    static STILL: std::sync::OnceLock<Called> = std::sync::OnceLock::new();
    Day::of(STILL.get_or_init(|| {
        let office = Office::staffed();
        for number in ["0201", "0202"] {
            let _ = office.desk.done(&["learner", "add", "王芳", "--staff-number", number]);
        }
        let out = office.desk.path("day.onduty-sitting").display().to_string();
        let args =
            ["sitting", "new", "watched", "--candidate", "0201", "--candidate", "0202", "--room", "三号机房", "--out", &out];
        let ran =
            office.by("李考", &[&args[..], &["--from", "2026-11-22 09:00", "--until", "12:00", "--format", "json"]].concat());
        let told: Value = serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e}: {ran}"));
        let text = |key: &str| told[key].as_str().expect("text").to_owned();
        Called { still: office.desk.still(), sitting: text("sitting"), code: text("code") }
    }))
}

/// Collects what the day's PC did at the desk.
pub(super) fn collected(day: &Day, name: &str) -> Ran {
    let _ = day.pc.done(&["send", &day.dir(), "--name", name]);
    day.office.desk.run(&["collect", &day.dir()])
}

/// Another PC in the place of the day's.
fn at_another_pc(day: &mut Day, chance: u32) {
    day.pc = Day::another_pc(&day.office, chance);
    let _ = day.pc.file("code", &std::fs::read_to_string(day.stick.path().join("code")).expect("the code"));
}

fn issued(day: &Day) -> Ran {
    day.office.desk.then(Happens::GoesBy(60 * 60_000));
    day.office.issue("陈小满", "watched", &day.office.desk.path("out.json").display().to_string())
}

pub fn codes(desk: &Desk) -> Vec<String> {
    found(&desk.json(&["audit"]).0).into_iter().map(|(_, code)| code).collect()
}

/// The numbers of two candidates are exchanged on the way, and the file signed by whoever did it: nobody sits under another's number.
#[test]
fn a_file_with_exchanged_numbers_is_not_taken() {
    let day = namesakes();
    let path = day.stick.path().join("day.onduty-sitting");
    let whole = std::fs::read(&path).expect("the file");
    let (_, mut file): (Did, Value) = unpacked(Kind::Sitting, &path).expect("as it was written");
    for it in file["letter"]["parcel"]["learners"].as_array_mut().expect("a list") {
        it["staff_number"] = json!(if it["staff_number"] == "0201" { "0202" } else { "0201" });
    }
    let mallory = Secret::from_seed(&[9; 32]);
    file["letter"]["parcel"]["from"] = json!(mallory.did());
    for line in file["letter"]["parcel"]["lines"].as_array().expect("a list") {
        assert!(line["from"].is_null(), "the desk's lines go with any key");
    }
    std::fs::write(&path, packed(Kind::Sitting, &file, &mallory)).expect("written");
    let ran = day.open("0202", RIGHT);
    assert!(ran.code == 5 && ran.err.contains("changed after it was sent"), "{ran}");
    assert_eq!(day.pc.json(&["learner", "list"]).0, json!([]), "nobody is known there");
    // As the desk wrote it, it is.
    std::fs::write(&path, whole).expect("written");
    let ran = day.open("0202", "\"finals/hello\" = true\n");
    assert!(ran.code == 2 && ran.err.contains("From now on this PC obeys the desk"), "{ran}");
    assert!(!day.open("0202", "\"finals/seat\" = false\n").err.contains("From now on"), "it is said once");
    // Who changes the list on the PC gets nobody in.
    let db = rusqlite::Connection::open(day.pc.path("data/onduty.db")).expect("the store");
    db.execute_batch(
        "UPDATE learner SET staff_number = 'x' WHERE staff_number = '0201';
         UPDATE learner SET staff_number = '0201' WHERE staff_number = '0202';
         UPDATE learner SET staff_number = '0202' WHERE staff_number = 'x';",
    )
    .expect("exchanged");
    let args = ["sitting", "open", &day.sitting, "--candidate", "0202", "--identity", "id-card", "--code-file"];
    let ran = day
        .by_invigilator(&[&args[..], &[&day.pc.path("code").display().to_string(), "--answers", &day.pc.answers("")]].concat());
    assert!(ran.code == 5 && ran.err.contains("not called to this sitting under that name and staff number"), "{ran}");
}

/// A name that the desk puts right after the call is written anew, and signed; what was salted goes with its person.
#[test]
fn a_name_that_was_put_right_is_signed_anew() {
    let day = namesakes();
    let desk = &day.office.desk;
    let _ = desk.done(&["learner", "edit", "0202", "--name", "王方"]);
    let out = day.stick.path().join("new.onduty-sitting");
    let args = ["sitting", "reseal", &day.sitting, "--out", &out.display().to_string(), "--reason", "写错了名字"];
    let ran = day.office.by("李考", &[&args[..], &["--format", "json"]].concat());
    let told: Value = serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e}: {ran}"));
    std::fs::rename(&out, day.file()).expect("renamed");
    let _ = day.pc.file("code", told["code"].as_str().expect("text"));
    let ran = day.open("0202", RIGHT);
    assert_eq!(ran.code, 1, "{ran}");
    assert_eq!(collected(&day, "七号机").code, 0);
    assert_eq!(codes(desk), Vec::<String>::new());
    let kept = || {
        let text = day.office.store().setting("people-of-sittings").expect("readable").unwrap_or_default();
        serde_json::from_str::<Value>(&text).expect("JSON").as_object().map(serde_json::Map::len)
    };
    assert_eq!(kept(), Some(2));
    let _ = desk.done(&["learner", "erase", "0201", "--yes-erase", "王芳"]);
    assert_eq!(kept(), Some(1));
    assert_eq!(codes(desk), Vec::<String>::new());
}

/// A PC whose program was changed lets somebody in under another name: the admission does not say what the call says.
#[test]
fn an_admission_under_another_name_is_found_at_the_desk() {
    let day = Day::new();
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    let mut files = std::fs::read_dir(day.stick.path()).expect("a folder").map(|it| it.expect("readable").path());
    let path = files.find(|it| it.extension().is_some_and(|it| it == ENDING)).expect("a parcel");
    let (_, mut letter): (Did, Letter) = unpacked(Kind::Parcel, &path).expect("as it was written");
    let done = letter.parcel.acts.iter_mut().find(|it| matches!(it.act.deed, Deed::Admitted { .. })).expect("admitted");
    let mut deed = done.act.deed.clone();
    let Deed::Admitted { seat: Some(seat), .. } = &mut deed else { panic!("a seat") };
    seat.person = Some(Digest::of_bytes(b"somebody else"));
    let (old, signed) = (done.act.id.clone(), day.office.signed_by("李考", deed));
    (done.act, done.signature) = (signed.act.clone(), signed.signature.clone());
    let mut previous = None;
    for line in &mut letter.parcel.lines {
        if line.what.act() == Some(&old) {
            (line.what, line.digest) = (Sealed::Act { act: signed.act.id.clone() }, signed.digest());
        }
        line.previous = previous;
        previous = Some(line.digest());
    }
    std::fs::write(&path, packed(Kind::Parcel, &letter, &store_key(&day.pc))).expect("written");
    let desk = &day.office.desk;
    let ran = desk.run(&["collect", &day.dir()]);
    assert!(ran.err.contains("name or staff number was not the one signed with the call"), "{ran}");
    assert_eq!(codes(desk), ["other-person"]);
}

/// Somebody fails at one PC and sits once more at another, whose clock was set back to before the call: it is impossible, said wherever it
/// comes up, and comes to no licence whichever exam goes.
#[test]
fn a_clock_set_back_hides_no_second_exam() {
    let mut day = Day::new();
    assert_eq!(day.open("陈小满", WRONG).code, 1);
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    at_another_pc(&mut day, 8);
    day.pc.then(Happens::ClockSet(-40 * 60_000));
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    let ran = collected(&day, "八号机");
    assert!(ran.err.contains("began before anybody was called to its sitting. No licence will be issued on it."), "{ran}");
    let desk = &day.office.desk;
    assert_eq!(codes(desk), ["before-call", "sat-twice"]);
    let record = desk.json(&["sitting", "close", &day.sitting]).0;
    assert_eq!(record["candidates"].as_array().map(Vec::len), Some(2), "both exams stand in the record: {record}");
    let ran = issued(&day);
    assert!(ran.code == 5, "{ran}");
    assert_snapshot!(masked(&ran.err), @"
    Not done: 陈小满 sat twice in sitting NUMBER: NUMBER, NUMBER. Until examiners have settled it nothing is issued on either.
      What to do: Look into how it came about, with the invigilators: the clocks of two PCs do not say which exam came first. Then a person who saw it declares the one void that should not have been: onduty void EXAM --reason WHY. That an exam was failed, or came first, is no reason to declare it void so that the other counts.
      What to do: Exam NUMBER, at PC 八号机: began 2026-11-22 09:05 by that PC's clock; its record cannot be true: onduty audit.
      What to do: Exam NUMBER, at PC 七号机: began 2026-11-22 09:45 by that PC's clock; not passed.
    ");
    let odd = exams(&day.office)[0].0.clone();
    let failed = exams(&day.office)[1].0.clone();
    let void = |exam: &AttemptId| day.office.by("王考", &["void", exam.short(), "--reason", "考了两次"]);
    assert_eq!(void(&failed).code, 0);
    observed(&day);
    let ran = issued(&day);
    assert!(ran.code == 5 && ran.err.contains("no licence is issued on it"), "the other is none either: {ran}");
    assert_eq!(codes(desk), ["before-call"]);
    assert_eq!(void(&odd).code, 0);
    assert_eq!(codes(desk), Vec::<String>::new());
}

/// Both stations are marked by two examiners.
pub fn observed(day: &Day) {
    for who in ["李考", "王考"] {
        for (station, marks) in [("bow", &[1, 2, 1, 5][..]), ("desk", &[3, 1, 5])] {
            let ran = day.office.observe_for("watched", who, station, marks);
            assert_eq!(ran.code, 0, "{ran}");
        }
    }
}

/// 陈小满 sat twice, at two PCs, and was let in both times; the number of the first exam.
pub fn sat_twice() -> (Day, String) {
    let mut day = Day::with_reserves();
    assert_eq!(day.open("陈小满", "").code, 2);
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    let first = day.office.exam_on(&day.pc);
    at_another_pc(&mut day, 8);
    // What was broken off is void only afterwards.
    day.pc.then(Happens::GoesBy(20 * 60_000));
    let (answers, code, file) = (day.pc.answers(&all_right()), day.pc.path("code").display().to_string(), day.file());
    let args = ["sitting", "open", &file, "--candidate", "陈小满", "--identity", "id-card", "--code-file", &code, "--reserve"];
    assert_eq!(day.by_invigilator(&[&args[..], &["--answers", &answers]].concat()).code, 1);
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    assert_eq!(collected(&day, "八号机").code, 0);
    (day, first)
}

/// Of two exams that were both admitted to, one is declared void: the other counts as what it is.
#[test]
fn what_is_left_of_two_exams_counts() {
    let (day, first) = sat_twice();
    let args = ["sitting", "void", &day.sitting, "--candidate", "陈小满", "--reason", "死机"];
    let void = |more: &[&str]| day.office.by("李考", &[&args[..], more].concat());
    let counted = || day.office.desk.json(&["report", "licence", "watched"]).0["sections"][1]["parts"][0]["figures"].clone();
    assert_eq!((&counted()["sat-exams"], &counted()["disputed-exams"]), (&0.into(), &2.into()), "sat twice is counted apart");
    let ran = void(&[]);
    assert!(ran.code == 2 && ran.err.contains("has two exams in this sitting") && ran.err.contains(&first), "{ran}");
    assert_eq!(void(&["--exam", &first]).code, 0);
    let ran = void(&["--exam", &first]);
    assert!(ran.code == 5 && ran.err.contains("void already") && ran.err.contains(&first), "{ran}");
    observed(&day);
    let ran = issued(&day);
    assert_eq!(ran.code, 0, "the admission to it counts: {ran}");
    assert_eq!((&counted()["sat-exams"], counted().get("disputed-exams")), (&1.into(), None));
}

/// More time ends no absence: it goes on until the candidate is back.
#[test]
fn more_time_hides_no_absence() {
    let day = Day::new();
    assert_eq!(day.open("陈小满", "\"finals/hello\" = true\n").code, 2);
    day.pc.then(Happens::GoesBy(29 * 60_000));
    let args = ["sitting", "extend", &day.sitting, "--candidate", "陈小满", "--reason", "停电", "--minutes", "60"];
    let ran = day.by_invigilator(&args);
    assert!(ran.code == 0 && ran.err.contains("60 minutes more in exam"), "{ran}");
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    assert_eq!(collected(&day, "七号机").code, 0);
    let ran = day.office.desk.run(&["result", &day.office.exam("陈小满")]);
    assert!(ran.out.contains("29 minutes"), "{ran}");
}

/// A desk whose records are older than the call, or that lost its papers or their key, says so, and takes its own file back in.
#[test]
fn a_desk_takes_its_own_file_back_in() {
    let office = Office::staffed();
    let _ = office.desk.done(&["backup", &office.desk.path("old.db").display().to_string()]);
    let told = call(&office, "李考", &office.desk.path("day.onduty-sitting"));
    let text = |key: &str| told[key].as_str().expect("text").to_owned();
    let day = Day::of(&Called { still: office.desk.still(), sitting: text("sitting"), code: text("code") });
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    let desk = &day.office.desk;
    let _ = desk.done(&["restore", &desk.path("old.db").display().to_string(), "--older"]);
    let code = desk.file("code", &text("code"));
    let back = || desk.run(&["sitting", "open", &day.file(), "--code-file", &code]);
    let ran = collected(&day, "七号机");
    assert!(ran.code == 1 && ran.out.contains("take its file back in with its code"), "{ran}");
    let wrong = desk.file("wrong", "1111 2222 3333 4444");
    assert_eq!(desk.run(&["sitting", "open", &day.file(), "--code-file", &wrong]).code, 5);
    let ran = back();
    assert!(ran.code == 0 && ran.err.contains("is known here again"), "{ran}");
    let again = || {
        let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机", "--all"]);
        desk.run(&["collect", &day.dir()])
    };
    assert_eq!(again().code, 0);
    assert_eq!(codes(desk), Vec::<String>::new());
    for lost in ["sitting-key-%", "sitting-0%"] {
        day.office.sql(&format!("DELETE FROM setting WHERE key LIKE '{lost}'"));
        assert!(codes(desk).contains(&"papers-lost".to_owned()), "{lost}: {:?}", codes(desk));
        assert_eq!(back().code, 0, "{lost}");
        assert_eq!(codes(desk), Vec::<String>::new(), "{lost}");
    }
    day.office.sql("UPDATE setting SET value = '00' || value WHERE key LIKE 'sitting-key-%'");
    let ran = again();
    assert!(ran.code == 1 && ran.out.contains("its papers, or their key, are gone"), "{ran}");
    assert!(codes(desk).contains(&"papers-lost".to_owned()));
}

/// An exam was sat while the clock was fast: an end that is signed now would not cover it.
#[test]
fn an_end_before_its_exams_is_not_signed() {
    let day = Day::new();
    day.pc.then(Happens::ClockSet(60 * 60_000));
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    day.pc.then(Happens::ClockSet(-60 * 60_000));
    let close = || day.by_invigilator(&["sitting", "close", &day.sitting]);
    assert_snapshot!(masked(&close().to_string()), @"
    ── stderr ──
    Not done: The sitting is not ended: by this PC's clock it is 2026-11-22 09:45, and exam NUMBER went on until 2026-11-22 10:45. An end that is signed before that covers nothing, and the exam would not count.
      What to do: The clock was fast when the exam was sat, or is slow now. If it is slow, set it right. If it was fast, close the sitting after 2026-11-22 10:45 by the right clock, or declare exam NUMBER void and call its candidate to another sitting (2026-11-22 09:45 is what the clock shows).
      What to do: That it was refused is on record at this PC now, signed by you; the desk sees it.
    ── exit 5 ──
    ");
    day.pc.then(Happens::GoesBy(61 * 60_000));
    assert_eq!(close().code, 0);
    assert_eq!(collected(&day, "七号机").code, 0);
    assert_eq!(codes(&day.office.desk), Vec::<String>::new());
}

/// Nothing is signed where the record cannot be written, or while another window is ending the same.
#[test]
fn an_end_is_signed_once_and_with_its_record() {
    let day = Day::new();
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    let to = |name: &str| {
        let out = day.stick.path().join(name).display().to_string();
        day.by_invigilator(&["sitting", "close", &day.sitting, "--out", &out])
    };
    let ended = || day.pc.json(&["sitting", "list"]).0[0]["ended"].clone();
    let ran = to("record.pdf");
    assert!(ran.code == 2 && ran.err.contains(".html, .txt or .json"), "{ran}");
    assert_eq!(to("no-such-folder/record.html").code, 4);
    let store = Sqlite::open(&day.pc.path("data/onduty.db")).expect("the store");
    let hold = store.hold(&AttemptId::from(format!("closing:{}", day.sitting))).expect("it is free");
    let ran = to("record.html");
    assert!(ran.code == 5 && ran.err.contains("is being ended in another window"), "{ran}");
    drop(hold);
    assert_eq!(ended(), 0);
    assert_eq!(to("record.html").code, 0);
    assert_eq!(ended(), 1);
    // A void that comes later says so, as notes do.
    let args = ["sitting", "void", &day.sitting, "--candidate", "陈小满", "--reason", "用了手机"];
    assert_eq!(day.by_invigilator(&args).code, 0);
    let ran = day.by_invigilator(&["sitting", "close", &day.sitting]);
    assert!(ran.out.contains("void: 用了手机 (declared void after the sitting was ended)"), "{ran}");
    let ran = day.by_invigilator(&args);
    assert!(ran.code == 5 && ran.err.contains("void already"), "{ran}");
}

/// What was typed wrongly is said before anybody types a passphrase, and as what it is.
#[test]
fn slips_of_the_hand() {
    let day = Day::new();
    let ran = day.pc.run(&["sitting", "open", &day.file(), "--candidate", "陈小满", "--identity", "passport"]);
    assert!(ran.code == 2 && ran.err.contains("passport"), "{ran}");
    assert_eq!(day.open("陈小满", "").code, 2);
    let ran = day.by_invigilator(&["sitting", "note", &day.sitting, "两行\n字"]);
    assert!(ran.code == 2 && ran.err.contains("A note takes"), "{ran}");
}

/// Whoever left is not brought back by a file that is older than the roster.
#[test]
fn the_newer_roster_wins() {
    let day = Day::new();
    let desk = &day.office.desk;
    let _ = desk.done(&["learner", "edit", "陈小满", "--left"]);
    let _ = desk.done(&["send", &day.dir(), "--roster", "--name", "desk"]);
    let _ = day.pc.done(&["collect", &day.dir()]);
    assert_eq!(day.open("陈小满", RIGHT).code, 2);
    let listed = day.pc.json(&["learner", "list"]).0.to_string();
    assert!(!listed.contains("陈小满"), "{listed}");
}

/// Who is not called is told with the reason; what is probably not meant is asked.
#[test]
fn a_call_says_whom_it_leaves_out_and_what_is_odd() {
    let day = Day::new();
    let desk = &day.office.desk;
    let _ = desk.done(&["learner", "edit", "王芳", "--left"]);
    let out = day.stick.path().join("second").display().to_string();
    let args = ["sitting", "new", "watched", "--candidate", "陈小满", "--candidate", "王芳", "--room", "3", "--out", &out];
    let ran = day.office.by("李考", &[&args[..], &["--from", "2026-11-22 09:00", "--until", "2029-11-22 09:00"]].concat());
    assert_eq!(ran.code, 0, "{ran}");
    assert_snapshot!(masked(&ran.err), @"
    Not called: 王芳 (has left)
    Exams of this sitting begin during 1096 days. Is that meant?
    陈小满 is called to sitting NUMBER at the same time, from 2026-11-22 09:00 to 2026-11-22 12:00.
    Without a reserve paper: 1 of 1. The bank has no second paper without a question of the first: if their exam is declared void, they sit again in another sitting only.
    ");
    assert!(ran.out.contains("This desk's key: "), "{ran}");
}
