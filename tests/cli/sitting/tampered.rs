//! Doctored files and stores of a sitting: each is found where it comes to, by the PC that opens it, by `audit`, or by the desk that collects.

use onduty::attempt::act::{AtSitting, Deed, Minute};
use onduty::attempt::event::{Body, Event, Recorded};
use onduty::base::id::Did;
use onduty::cli::parcel::{ENDING, Kind, Letter, packed, unpacked};
use onduty::credential::keys::Secret;
use onduty::model::span::Span;
use onduty::store::sqlite::Sqlite;
use onduty::store::{Sealed, Store as _};
use serde_json::{Value, json};

use super::again::exams;
use super::{Day, call};
use crate::desk::{Desk, Happens, Ran};
use crate::office::{Office, RIGHT};

/// The key of a PC's store: whoever has the PC has it.
pub fn store_key(pc: &Desk) -> Secret {
    let db = rusqlite::Connection::open(pc.path("data/onduty.db")).expect("the store");
    let seed: String = db.query_row("SELECT value FROM setting WHERE key = 'store-secret'", [], |row| row.get(0)).expect("a key");
    Secret::from_seed(&hex::decode(seed).expect("hex").try_into().expect("32 bytes"))
}

/// Opens the day's file after a change of what is in it, signed anew with the key of a store.
fn opened(day: &Day, key: &Secret, change: impl Fn(&mut Value)) -> Ran {
    let path = day.stick.path().join("day.onduty-sitting");
    let (_, mut file): (Did, Value) = unpacked(Kind::Sitting, &path).expect("as it was written");
    let before = file.clone();
    change(&mut file);
    assert_ne!(file, before, "nothing was changed");
    std::fs::write(&path, packed(Kind::Sitting, &file, key)).expect("written");
    day.open("陈小满", RIGHT)
}

/// The act that calls to the sitting, in the file.
fn called(file: &mut Value) -> &mut Value {
    let acts = file["letter"]["parcel"]["acts"].as_array_mut().expect("a list");
    let act = acts.iter_mut().find(|it| it["act"]["deed"]["act"] == "sitting").expect("the call");
    &mut act["act"]["deed"]["what"]
}

/// What is done to the file, and how.
type Doctoring = (&'static str, fn(&mut Value));

#[test]
fn a_doctored_file_is_not_taken() {
    let cases: [Doctoring; 6] = [
        ("a candidate added", |file| {
            let candidates = called(file)["candidates"].as_array_mut().expect("a list");
            candidates.push(json!("f56fe962-0000-4000-8000-000000000000"));
        }),
        ("the window moved", |file| {
            let until = called(file)["until"].as_i64().expect("a moment");
            called(file)["until"] = json!(until + 86_400_000);
        }),
        ("another room", |file| called(file)["room"] = json!("在家")),
        ("the paper swapped", |file| {
            let bytes = file["sealed"]["bytes"].as_str().expect("text").to_owned();
            file["sealed"]["bytes"] = json!(format!("AAAA{}", &bytes[4..]));
        }),
        ("a cheaper seal", |file| file["sealed"]["log_n"] = json!(1)),
        ("the call taken out", |file| {
            let acts = file["letter"]["parcel"]["acts"].as_array_mut().expect("a list");
            acts.retain(|it| it["act"]["deed"]["act"] != "sitting");
        }),
    ];
    for (what, change) in cases {
        // Whoever got at the desk's PC has its store's key, and nobody's on the staff.
        let day = Day::new();
        let key = store_key(&day.office.desk);
        let ran = opened(&day, &key, change);
        assert!(ran.code == 5 && ran.err.contains("STICK/day.onduty-sitting is not taken"), "{what}: {ran}");
        // Signed with another store's key it is not the desk's file at all.
        let day = Day::new();
        let ran = opened(&day, &Secret::from_seed(&[9; 32]), change);
        assert!(ran.code == 5 && ran.err.contains("changed after it was sent"), "{what}: {ran}");
        assert_eq!(day.pc.run(&["list", "attempts", "--as", "陈小满"]).code, 2, "{what}: nobody is known there");
    }
}

/// A sitting that somebody calls who is not on this desk's staff: another desk's file is not taken by a PC that goes by this one; and where
/// it is taken, what was sat in it comes to nothing here.
#[test]
fn a_sitting_of_strangers_comes_to_nothing() {
    let day = Day::new();
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    let strangers = Office::empty();
    let _ = strangers.add_staff("钱发", &["issuer"]);
    let _ = strangers.add_staff("李考", &["examiner"]);
    let path = day.stick.path().join("day.onduty-sitting");
    std::fs::remove_file(&path).expect("taken away");
    let _ = call(&strangers, "李考", &path);
    let ran = day.open("陈小满", RIGHT);
    assert!(ran.code == 5 && ran.err.contains("is not taken"), "{ran}");
}

/// Somebody at the exam PC puts another paper in the place of the sealed one.
#[test]
fn another_paper_in_the_store_is_found() {
    let day = Day::new();
    let _ = day.open("陈小满", "\"finals/hello\" = true\n");
    let db = rusqlite::Connection::open(day.pc.path("data/onduty.db")).expect("the store");
    let sql = "UPDATE setting SET value = replace(value, '\"nonce\":\"', '\"nonce\":\"00') WHERE key LIKE 'sitting-%'";
    assert_eq!(db.execute(sql, []).expect("changed"), 1);
    let (report, code) = day.pc.json(&["audit"]);
    assert_eq!((code, found(&report)), (1, vec![("act".to_owned(), "paper".to_owned())]), "{report}");
    let answers = day.pc.answers(RIGHT);
    let ran = day.by_invigilator(&["sitting", "open", &day.sitting, "--candidate", "陈小满", "--answers", &answers]);
    assert!(ran.code == 4 && ran.err.contains("are not those"), "{ran}");
    // With its file it is put right.
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    db.execute("DELETE FROM setting WHERE key LIKE 'sitting-%'", []).expect("deleted");
    let (report, code) = day.pc.json(&["audit"]);
    assert!(code == 1 && found(&report).iter().all(|(_, code)| code == "lost"), "{report}");
}

/// The findings of an audit: place and code.
pub fn found(report: &Value) -> Vec<(String, String)> {
    let findings = report["findings"].as_array().unwrap_or_else(|| panic!("{report}"));
    let text = |it: &Value| it.as_str().unwrap_or_default().to_owned();
    findings
        .iter()
        .map(|it| {
            (
                it["place"].as_object().map_or_else(|| text(&it["place"]), |o| o.keys().next().cloned().unwrap_or_default()),
                text(&it["what"]),
            )
        })
        .collect()
}

/// The candidate's friend writes two hours into the record, chain and ledger as they should be, and no invigilator signed for them.
#[test]
fn time_that_nobody_gave_is_found() {
    let day = Day::new();
    let _ = day.open("陈小满", "\"finals/hello\" = true\n");
    let mut store = Sqlite::open(&day.pc.path("data/onduty.db")).expect("the store");
    let exam = store.attempts(None).expect("readable").remove(0).id;
    let last = store.events(&exam).expect("readable").pop().expect("events").event;
    let body = Body::Extended { act: "01a200ff-0000-7000-8000-000000000000".into(), by: Span(7_200_000) };
    let event = Event { seq: last.seq + 1, previous: Some(last.digest()), body, ..last };
    store.append(&Recorded { event, beside: None }).expect("the store does not judge");
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    let (report, code) = day.pc.json(&["audit"]);
    assert_eq!((code, found(&report)), (1, vec![("attempt".to_owned(), "extended".to_owned())]), "{report}");
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    let ran = day.office.desk.run(&["collect", &day.dir()]);
    assert!(ran.code == 1 && ran.out.contains("more time on record"), "{ran}");
}

/// Nobody is called to a sitting by a PC that is no desk, whoever signs: its desk refuses the call.
#[test]
fn a_call_from_an_exam_pc_is_refused() {
    let day = Day::new();
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    let ran = day.by_invigilator(&[
        "sitting",
        "new",
        "watched",
        "--candidate",
        "陈小满",
        "--room",
        "3",
        "--from",
        "2026-11-22 09:00",
        "--until",
        "12:00",
        "--out",
        &day.stick.path().join("own").display().to_string(),
        "--library",
        &day.office.desk.path("shelf").display().to_string(),
    ]);
    assert!(ran.code == 5 && ran.err.contains("where the roster is kept"), "{ran}");
    // Made by hand it goes as far as the desk.
    let mut store = Sqlite::open(&day.pc.path("data/onduty.db")).expect("the store");
    let acts = store.acts().expect("readable");
    let call =
        acts.iter().find(|it| matches!(&it.act.deed, Deed::Sitting(AtSitting { what: Minute::Called(_), .. }))).expect("called");
    let Deed::Sitting(at) = &call.act.deed else { panic!("a sitting") };
    let deed = Deed::Sitting(AtSitting { sitting: "01a200ff-0000-7000-8000-000000000001".into(), what: at.what.clone() });
    let signed = day.office.signed_by("李考", deed);
    let id = signed.act.id.clone();
    store.act(&signed, None).expect("the store does not judge");
    assert!(store.ledger().expect("readable").iter().any(|line| line.what == Sealed::Act { act: id.clone() }));
    drop(store);
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    let ran = day.office.desk.run(&["collect", &day.dir()]);
    assert!(ran.code == 1 && ran.out.contains(id.as_str()), "{ran}");
}

/// The parcel of the day's PC after the moments of its exam's last events were moved, chain and ledger as they should be, signed with the
/// PC's own key: whoever has the PC can do all of that.
fn moved(day: &Day, last: usize, by: i64) {
    let mut files = std::fs::read_dir(day.stick.path()).expect("a folder").map(|it| it.expect("readable").path());
    let path = files.find(|it| it.extension().is_some_and(|it| it == ENDING)).expect("a parcel");
    let (_, mut letter): (Did, Letter) = unpacked(Kind::Parcel, &path).expect("as it was written");
    let is_exam = |event: &Event| matches!(&event.body, Body::Started { plan } if plan.exam.is_some());
    let exam = letter.parcel.attempts.iter_mut().find(|it| is_exam(&it.events[0].0)).expect("an exam");
    let (mut previous, still) = (None, exam.events.len() - last);
    for (n, (event, _)) in exam.events.iter_mut().enumerate() {
        event.at.0 += if n < still { 0 } else { by };
        event.previous = previous;
        previous = Some(event.digest());
    }
    let (closed, id) = (previous.expect("events"), exam.attempt.clone());
    let mut previous = None;
    for line in &mut letter.parcel.lines {
        if line.what == (Sealed::Closed { attempt: id.clone() }) {
            line.digest = closed;
        }
        line.previous = previous;
        previous = Some(line.digest());
    }
    std::fs::write(&path, packed(Kind::Parcel, &letter, &store_key(&day.pc))).expect("written");
}

/// An exam is made up anew at its PC after the invigilator signed the end there: nothing of that PC is taken, and the desk stays sound.
#[test]
fn an_exam_forged_after_the_end_is_refused() {
    let day = Day::new();
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    moved(&day, 1, 1);
    let desk = &day.office.desk;
    let ran = desk.run(&["collect", &day.dir()]);
    let named = format!("sitting {} (七号机): that PC's ledger is not the one", &day.sitting[day.sitting.len() - 8..]);
    assert!(ran.code == 1 && ran.out.contains(&named), "{named}: {ran}");
    // What is here is sound; that something was refused is told until somebody has looked into it.
    let (report, code) = desk.json(&["audit"]);
    let codes: Vec<_> = found(&report).into_iter().map(|(_, what)| what).collect();
    assert_eq!(
        (code, codes, report["findings"][0]["place"]["refusal"].is_string()),
        (1, vec!["refused".to_owned()], true),
        "{report}"
    );
    // What was there is taken as it was signed.
    for entry in std::fs::read_dir(day.stick.path()).expect("a folder") {
        let path = entry.expect("readable").path();
        if path.extension().is_some_and(|it| it == ENDING) {
            std::fs::remove_file(path).expect("removed");
        }
    }
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机", "--all"]);
    assert!(desk.run(&["collect", &day.dir()]).out.contains("七号机"));
    assert_eq!(day.office.exam("陈小满").len(), 8);
}

/// Neither PC can know that somebody sits at another one: the desk tells, wherever it comes up.
#[test]
fn who_sits_twice_in_a_sitting_is_told() {
    let mut day = Day::new();
    let sat = |day: &Day, name: &str| {
        assert_eq!(day.open("陈小满", RIGHT).code, 1);
        assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
        let _ = day.pc.done(&["send", &day.dir(), "--name", name]);
    };
    sat(&day, "七号机");
    day.pc = Day::another_pc(&day.office, 8);
    let _ = day.pc.file("code", &std::fs::read_to_string(day.stick.path().join("code")).expect("the code"));
    sat(&day, "八号机");
    let desk = &day.office.desk;
    let ran = desk.run(&["collect", &day.dir()]);
    assert!(ran.err.contains("陈小满 sat twice in sitting"), "{ran}");
    let (report, code) = desk.json(&["audit"]);
    assert_eq!((code, found(&report)), (1, vec![("attempt".to_owned(), "sat-twice".to_owned())]), "{report}");
    let exams: Vec<String> = exams(&day.office).into_iter().map(|(exam, _)| exam.short().to_owned()).collect();
    let record = desk.run(&["sitting", "close", &day.sitting]).out;
    let told = desk.run(&["result", &exams[0]]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains(&format!("another exam of the same sitting or the same time: {}.", exams[1])), "{told}");
    for exam in &exams {
        assert!(record.contains(&format!("present (sat twice; the other exam: {exam})")), "{record}");
    }
    desk.then(Happens::GoesBy(60 * 60_000));
    let ran = day.office.issue("陈小满", "watched", &desk.path("out.json").display().to_string());
    assert!(ran.code == 5 && ran.err.contains("陈小满 sat twice"), "{ran}");
    assert!(!desk.run(&["licences", "--eligible"]).out.contains("watched"));
    // Both are named, and none is picked: a person decides.
    assert!(exams.iter().all(|exam| ran.err.contains(&format!("Exam {exam}, at PC"))), "{ran}");
    let ran = day.office.by("王考", &["void", &exams[1], "--reason", "考了两次"]);
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(desk.run(&["audit"]).code, 0, "{}", desk.run(&["audit"]));
    let ran = desk.run(&["collect", &day.dir()]);
    assert!(ran.code == 0 && ran.err.is_empty(), "{ran}");
}

/// The stick with the exam that was passed is brought first, and a licence issued on it; then the other comes.
#[test]
fn a_licence_on_one_of_two_exams_is_named() {
    let mut day = Day::new();
    let sat = |day: &Day, name: &str| {
        assert_eq!(day.open("陈小满", RIGHT).code, 1);
        assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
        let _ = day.pc.done(&["send", &day.dir(), "--name", name]);
        day.office.desk.run(&["collect", &day.dir()])
    };
    assert_eq!(sat(&day, "七号机").code, 0);
    super::attacked::observed(&day);
    day.office.desk.then(Happens::GoesBy(60 * 60_000));
    let ran = day.office.issue("陈小满", "watched", &day.office.desk.path("out.json").display().to_string());
    assert_eq!(ran.code, 0, "{ran}");
    day.pc = Day::another_pc(&day.office, 8);
    let _ = day.pc.file("code", &std::fs::read_to_string(day.stick.path().join("code")).expect("the code"));
    let named = "Licence 20261122-SH1-0001 was issued on one of two exams of one person";
    let ran = sat(&day, "八号机");
    assert!(ran.err.contains(named), "{ran}");
    assert!(day.office.desk.run(&["audit"]).out.contains("Licence 20261122-SH1-0001"), "{}", day.office.desk.run(&["audit"]));
    assert_eq!(day.office.by("钱发", &["suspend", "20261122-SH1-0001", "--reason", "考了两次"]).code, 0);
    let ran = day.office.desk.run(&["collect", &day.dir()]);
    assert!(ran.err.contains("sat twice") && !ran.err.contains(named), "{ran}");
}

/// Times that cannot be: begun before anybody was called, replied to after all the time, gone on after the end was signed.
#[test]
fn impossible_times_are_found() {
    let found_at = |desk: &Desk| {
        let (report, code) = desk.json(&["audit"]);
        (code, found(&report).into_iter().map(|(_, code)| code).collect::<Vec<_>>())
    };
    let day = Day::new();
    day.pc.then(Happens::ClockSet(-40 * 60_000));
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    assert_eq!(found_at(&day.pc), (1, vec!["before-call".to_owned()]));

    let day = Day::new();
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    // Twelve minutes are more than the ten of that part, though the whole exam may take a day.
    moved(&day, 3, 12 * 60_000);
    let ran = day.office.desk.run(&["collect", &day.dir()]);
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(found_at(&day.office.desk), (1, vec!["too-long".to_owned()]));

    let day = Day::new();
    let _ = day.open("陈小满", "\"finals/hello\" = true\n");
    let mut store = Sqlite::open(&day.pc.path("data/onduty.db")).expect("the store");
    let exams = vec![store.attempts(None).expect("readable").remove(0).id];
    let head = store.head().expect("readable").expect("lines");
    let what = Minute::Concluded { exams, head, pc: None };
    let signed = day.office.signed_by("李考", Deed::Sitting(AtSitting { sitting: day.sitting.as_str().into(), what }));
    store.act(&signed, None).expect("the store does not judge");
    drop(store);
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    assert_eq!(found_at(&day.pc), (1, vec!["after-close".to_owned()]));
}
