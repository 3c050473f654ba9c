//! `sitting`: an exam day on a PC that has no exam content of its own, from the call at the desk to the licence; and who tampers with it.

mod acts;
mod again;
mod ahead;
mod apart;
mod at_once;
mod attacked;
mod copied;
mod gone;
mod passed_off;
mod renamed;
mod reseal;
mod tampered;
mod told;
#[cfg(unix)]
mod window;
mod withdrawn;

use std::io::Read as _;
use std::path::Path;

use insta::assert_snapshot;
use onduty::store::Store as _;
use onduty::store::sqlite::Sqlite;
use serde_json::Value;

use crate::desk::{Desk, Happens, Ran, Still, copy};
use crate::office::{Office, RIGHT};

/// A desk, an exam PC with the shipped courseware alone, and the folder between them.
struct Day {
    office: Office,
    pc: Desk,
    stick: tempfile::TempDir,
    sitting: String,
}

/// An office from which somebody was called.
struct Called {
    still: Still,
    sitting: String,
    code: String,
}

impl Called {
    fn by(office: Office) -> Self {
        let _ = office.desk.done(&["learner", "add", "王芳"]);
        let told = call(&office, "李考", &office.desk.path("day.onduty-sitting"));
        let text = |key: &str| told[key].as_str().expect("text").to_owned();
        Self { still: office.desk.still(), sitting: text("sitting"), code: text("code") }
    }
}

impl Day {
    /// 陈小满 is called to `watched` by 李考, on the morning of 2026-11-22.
    fn new() -> Self {
        static STILL: std::sync::OnceLock<Called> = std::sync::OnceLock::new();
        Self::of(STILL.get_or_init(|| Called::by(Office::staffed())))
    }

    /// The same where the bank has a second paper for everybody.
    fn with_reserves() -> Self {
        static STILL: std::sync::OnceLock<Called> = std::sync::OnceLock::new();
        Self::of(STILL.get_or_init(|| {
            let office = Office::staffed();
            office.desk.edit("shelf/finals.toml", "level = 2\npoints = 2", "level = 1\npoints = 1");
            Called::by(office)
        }))
    }

    fn of(Called { still, sitting, code }: &Called) -> Self {
        let desk = still.desk();
        let passphrase = desk.path("passphrase").display().to_string();
        let (office, stick) = (Office { desk, passphrase }, tempfile::tempdir().expect("a stick"));
        std::fs::copy(office.desk.path("day.onduty-sitting"), stick.path().join("day.onduty-sitting")).expect("copied");
        let pc = Self::another_pc(&office, 7);
        for folder in [&pc.path(""), stick.path()] {
            std::fs::write(folder.join("code"), code).expect("written");
        }
        Self { office, pc, stick, sitting: sitting.clone() }
    }

    /// An exam PC where the staff of this office have their keys, with other chance than any other.
    fn another_pc(office: &Office, chance: u32) -> Desk {
        let pc = Desk::empty().with_chance(chance);
        copy(&office.desk.path("data/keys"), &pc.path("data/keys"));
        let _ = pc.file("passphrase", crate::office::PASSPHRASE);
        // As late as at the desk.
        pc.then(Happens::GoesBy(15 * 60_000));
        pc
    }

    fn file(&self) -> String {
        self.stick.path().join("day.onduty-sitting").display().to_string()
    }

    fn dir(&self) -> String {
        self.stick.path().display().to_string()
    }

    /// A command on the exam PC, signed by 李考; the stick is called STICK in what it says.
    fn by_invigilator(&self, args: &[&str]) -> Ran {
        let passphrase = self.pc.path("passphrase").display().to_string();
        let ran = self.pc.run(&[args, &["--staff", "李考", "--passphrase-file", &passphrase]].concat());
        let (dir, id) = (self.dir(), self.sitting.as_str());
        let named = |text: String| text.replace(&dir, "STICK").replace(id, "ID").replace(&id[id.len() - 8..], "SITTING");
        Ran { out: named(ran.out), err: named(ran.err), code: ran.code }
    }

    /// Lets somebody in, or on, with these answers.
    fn open(&self, who: &str, answers: &str) -> Ran {
        let (answers, code, file) = (self.pc.answers(answers), self.pc.path("code").display().to_string(), self.file());
        let args = ["sitting", "open", &file, "--candidate", who, "--identity", "id-card", "--code-file", &code];
        self.by_invigilator(&[&args[..], &["--answers", &answers]].concat())
    }

    /// The record, as programs read it.
    fn record(&self) -> Value {
        let ran = self.by_invigilator(&["sitting", "close", &self.sitting, "--format", "json"]);
        serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e}: {ran}"))
    }
}

/// All right, whichever paper it is.
fn all_right() -> String {
    let more = [("angry", true), ("blame", false), ("promise", true), ("alone", false)];
    let more: String = more.iter().map(|(question, answer)| format!("\"finals/{question}\" = {answer}\n")).collect();
    RIGHT.to_owned() + &more
}

/// `sitting new watched`, as programs read it.
fn call(office: &Office, who: &str, out: &Path) -> Value {
    let out = out.display().to_string();
    let args = ["sitting", "new", "watched", "--candidate", "陈小满", "--room", "三号机房", "--out", &out];
    let ran = office.by(who, &[&args[..], &["--from", "2026-11-22 09:00", "--until", "12:00", "--format", "json"]].concat());
    assert_eq!(ran.code, 0, "{ran}");
    serde_json::from_str(&ran.out).expect("JSON")
}

#[test]
fn an_exam_day_from_the_call_to_the_licence() {
    let day = Day::new();
    let ran = day.open("陈小满", RIGHT);
    assert_eq!(ran.code, 1, "its stations are open: {ran}");
    let id = day.office.exam_on(&day.pc);
    let ran = day.pc.run(&["result", &id]);
    assert!(ran.code == 1 && ran.out.contains("handed in. Its papers are sealed"), "{ran}");
    let out = day.stick.path().join("record.html").display().to_string();
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting, "--out", &out]).code, 0);
    let page = std::fs::read_to_string(&out).expect("a page");
    assert!(page.contains("<td>陈小满</td><td>present</td><td>ID card</td>"), "{page}");
    let _ = day.pc.done(&["learner", "add", "王芳"]);
    assert!(day.open("王芳", RIGHT).err.contains("was not called"));
    let audited = day.pc.run(&["audit"]);
    assert!(audited.code == 0 && audited.out.contains("sealed here: 1"), "{audited}");
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    // What was typed can be missed there without the paper.
    let db = rusqlite::Connection::open(day.pc.path("data/onduty.db")).expect("the records");
    assert!(db.execute("DELETE FROM beside", []).expect("taken out") > 0);
    let (audited, code) = day.pc.json(&["audit"]);
    assert_eq!((code, &audited["findings"][0]["what"]), (1, &"words-gone".into()), "{audited}");
    let desk = &day.office.desk;
    let ran = desk.run(&["collect", &day.dir()]);
    assert_eq!(ran.code, 0, "{ran}");
    for who in ["李考", "王考"] {
        for (station, marks) in [("bow", &[1, 2, 1, 5][..]), ("desk", &[3, 1, 5])] {
            let ran = day.office.observe_for("watched", who, station, marks);
            assert_eq!(ran.code, 0, "{ran}");
        }
    }
    desk.then(Happens::GoesBy(60 * 60_000));
    let ran = day.office.issue("陈小满", "watched", &desk.path("out.json").display().to_string());
    assert_eq!(ran.code, 0, "{ran}");
    let audited = desk.run(&["audit"]);
    assert!(audited.code == 0 && !audited.out.contains("sealed here"), "{audited}");
    let ran = desk.run(&["sitting", "close", &day.sitting]);
    assert!(ran.code == 0 && ran.out.contains("陈小满 · present · Known by ID card"), "the desk prints it without a key: {ran}");
}

/// Who may sit a supervised exam is not told to type what is refused.
#[test]
fn who_may_sit_is_told_that_the_invigilator_lets_in() {
    let day = Day::new();
    let ran = day.office.desk.run(&["--as", "陈小满", "exam", "watched", "--ready"]);
    let said = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(ran.code == 0 && said.contains("there the invigilator lets you in"), "{ran}");
    assert!(!ran.out.contains("onduty exam"), "{ran}");
}

/// All bytes of all files below a folder, and of the sitting's file what it unpacks to.
fn all_bytes(folder: &Path, into: &mut Vec<u8>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            all_bytes(&path, into);
            continue;
        }
        let bytes = std::fs::read(&path).expect("a file");
        let mut unpacked = Vec::new();
        // What is no gzip is there as it is.
        let _ = flate2::read::GzDecoder::new(&bytes[..]).read_to_end(&mut unpacked);
        into.extend(bytes);
        into.extend(unpacked);
    }
}

/// Questions, keys and stations: nothing of them is on that PC in the clear, in no file, before, during and after the exam.
#[test]
fn nothing_of_the_paper_is_on_the_exam_pc() {
    let day = Day::new();
    let marked = ["先问好，再办事。", "客户来了可以坐着不动。", "鞠躬", "考官扮客户，站在两步外。", "为什么要站起来？"];
    let leaks = |day: &Day, folder: &Path| {
        let mut bytes = Vec::new();
        all_bytes(folder, &mut bytes);
        all_bytes(day.stick.path(), &mut bytes);
        marked.iter().filter(|text| bytes.windows(text.len()).any(|it| it == text.as_bytes())).count()
    };
    let half = day.open("陈小满", "");
    assert!(half.err.contains("Question 1 of 4"), "it was put to the candidate: {half}");
    assert_eq!(leaks(&day, &day.pc.path("")), 0, "left in the middle");
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    let code = day.pc.path("code").display().to_string();
    let passphrase = day.pc.path("passphrase").display().to_string();
    let answers = day.pc.answers(&crate::office::marked("bow", &[1, 2, 1, 5]));
    let args = ["observe", "watched", "--candidate", "陈小满", "--station", "bow", "--answers", &answers, "--code-file", &code];
    let ran = day.pc.run(&[&args[..], &["--staff", "王考", "--passphrase-file", &passphrase]].concat());
    assert_eq!(ran.code, 0, "observed on that PC: {ran}");
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    assert_eq!(leaks(&day, &day.pc.path("")), 0, "over, observed and sent");
    assert_eq!(day.pc.run(&["audit"]).code, 0, "{}", day.pc.run(&["audit"]));
    assert_eq!(day.office.desk.run(&["collect", &day.dir()]).code, 0);
    assert_eq!(leaks(&day, &day.office.desk.path("")), marked.len(), "at the desk all of it is");
    assert_eq!(day.office.observations().len(), 1);
}

#[test]
fn who_may_not_sit() {
    let day = Day::new();
    // Which desk it obeys a new PC says once, by its key.
    let said = |ran: &Ran| {
        let lines = ran.err.lines().filter(|line| !line.starts_with("From now on this PC obeys"));
        lines.map(|line| format!("{line}\n")).collect::<String>()
    };
    let mut all = Vec::new();
    let _ = day.pc.file("wrong", "1111 2222 3333 4444\n");
    let (wrong, file) = (day.pc.path("wrong").display().to_string(), day.file());
    all.push(said(&day.by_invigilator(&["sitting", "open", &file, "--candidate", "陈小满", "--code-file", &wrong])));
    all.push(said(&day.by_invigilator(&["sitting", "open", "0000", "--candidate", "陈小满"])));
    all.push(said(&day.by_invigilator(&["sitting", "open", "stick/dya.onduty-sitting", "--candidate", "陈小满"])));
    day.pc.then(Happens::ClockSet(-60 * 60_000));
    all.push(said(&day.open("陈小满", RIGHT)));
    day.pc.then(Happens::ClockSet(5 * 60 * 60_000));
    all.push(said(&day.open("陈小满", RIGHT)));
    day.pc.then(Happens::ClockSet(-4 * 60 * 60_000));
    let ran = day.open("陈小满", RIGHT);
    assert_eq!(ran.code, 1, "now: {ran}");
    all.push(said(&day.open("陈小满", RIGHT)));
    let none = day.office.desk.answers("");
    let exam = day.office.desk.run(&["--as", "陈小满", "exam", "watched", "--answers", &none]);
    assert_eq!(exam.code, 5);
    all.push(exam.err);
    assert_snapshot!(all.join("\n"), @"
    Not done: That is not the code of sitting SITTING.
      What to do: If the code is lost, another is given where the sitting was called, at the desk: “sitting reseal SITTING”

    Not done: There is no sitting 0000 here.
      What to do: The sittings on this PC: onduty sitting list
      What to do: Take the file that the desk wrote: onduty sitting open FILE

    Not done: The file stick/dya.onduty-sitting cannot be read.
      Cause: There is no such file or folder.
      What to do: Take the file that the desk wrote: onduty sitting open FILE

    Not done: By this PC's clock it is 2026-11-22 08:45; exams of this sitting begin from 2026-11-22 09:00 to 2026-11-22 12:00 (Asia/Shanghai).
      What to do: If the clock is wrong, set it right first. For another time the desk calls another sitting.

    Not done: By this PC's clock it is 2026-11-22 13:45; exams of this sitting begin from 2026-11-22 09:00 to 2026-11-22 12:00 (Asia/Shanghai).
      What to do: If the clock is wrong, set it right first. For another time the desk calls another sitting.

    Not done: 陈小满 has sat this exam in this sitting.

    Not done: The exam of watched is supervised: it is sat in a sitting, where the invigilator lets the candidate in.
      What to do: At the desk: onduty sitting new --help; on the exam PC, the invigilator: onduty sitting open FILE
    ");
}

/// The clock goes on while the candidate is away; what the invigilator gives comes on top.
#[test]
fn more_time_moves_the_deadline() {
    let passed = |minutes: Option<&str>| {
        let day = Day::new();
        assert_eq!(day.open("陈小满", "\"finals/hello\" = true\n").code, 2, "the script ends, and the candidate is gone");
        if let Some(minutes) = minutes {
            let args = ["sitting", "extend", &day.sitting, "--candidate", "陈小满", "--reason", "停电", "--minutes"];
            let ran = day.by_invigilator(&[&args[..], &[minutes]].concat());
            assert!(ran.code == 0 && ran.err.contains("onduty sitting open SITTING"), "{ran}");
            let ran = day.by_invigilator(&[&args[..], &["120"]].concat());
            assert!(ran.code == 5 && ran.err.contains("120 minutes"), "{ran}");
            let ran = day.by_invigilator(&[&args[..], &["999"]].concat());
            assert!(ran.code == 2 && ran.err.contains("1 to 120"), "{ran}");
        }
        day.pc.then(Happens::GoesBy(20 * 60_000));
        let ran = day.open("陈小满", RIGHT);
        let record = day.record();
        assert_eq!(record["incidents"][0]["text"], minutes.map_or(Value::Null, |_| "停电".into()));
        assert_eq!(
            record["incidents"][0]["minutes"],
            minutes.map_or(Value::Null, |it| it.parse::<u16>().expect("a number").into())
        );
        assert_eq!(record["candidates"][0]["minutes"], minutes.unwrap_or("0").parse::<u16>().expect("a number"));
        let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
        assert_eq!(day.office.desk.run(&["collect", &day.dir()]).code, 0);
        assert!(day.office.is_sound() && day.office.desk.run(&["audit"]).code == 0);
        ran.err.contains("time is up")
    };
    assert!(passed(None), "ten minutes are over after twenty");
    assert!(!passed(Some("30")));
}

#[test]
fn the_record_of_a_sitting() {
    let day = Day::with_reserves();
    let _ = day.open("陈小满", "\"finals/hello\" = true\n");
    let sitting = day.sitting.as_str();
    let noted = day.by_invigilator(&["sitting", "note", sitting, "空调坏了"]);
    assert_eq!(noted.code, 0, "{noted}");
    let args = ["sitting", "note", sitting, "去了洗手间", "--candidate", "陈小满"];
    assert_eq!(day.by_invigilator(&args).code, 0);
    let args = ["sitting", "void", sitting, "--candidate", "陈小满", "--reason", "用了手机"];
    assert_eq!(day.by_invigilator(&args).code, 0);
    let ran = day.open("陈小满", &all_right());
    assert_eq!(ran.code, 1, "a void exam leaves the place free: {ran}");
    let masked = |ran: Ran| {
        let signature = |word: &str| if word.len() > 60 { "LONG".to_owned() } else { word.to_owned() };
        ran.to_string()
            .lines()
            .map(|line| line.split(' ').map(signature).collect::<Vec<_>>().join(" "))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let pc = day.record()["of"]["pc"].as_str().expect("a name").to_owned();
    let record = masked(day.by_invigilator(&["sitting", "close", sitting, "--lang", "zh-CN"])).replace(&pc, "PC");
    assert_snapshot!(record, @"
    考场记录：监考证（SITTING）
    开考时间：2026-11-22 09:00 到 2026-11-22 12:00
    地点：三号机房
    应到 1 人，在这台电脑上考的 1 人，不在这台电脑上的 0 人
    LONG

    陈小满 · 作废：用了手机 · 身份核对 身份证 · 开考 09:45:10 · 放行 李考
    陈小满 · 到考 · 身份核对 身份证 · 开考 09:45:33 · 交卷 09:46:02 · 放行 李考

    考场情况
      09:45:19 全场：空调坏了（李考 记）
      09:45:21 陈小满：去了洗手间（李考 记）

    签名
      2026-11-22 09:30 李考 LONG
      2026-11-22 09:46 李考 在 PC LONG
        那台电脑上的考试 2 LONG
      LONG
    ── exit 0 ──
    ");
    let ran = day.open("陈小满", RIGHT);
    assert!(ran.code == 5 && ran.err.contains("has sat"), "{ran}");
    assert_eq!(day.by_invigilator(&["sitting", "note", sitting, "落了一把伞"]).code, 0);
    let ran = day.by_invigilator(&["sitting", "close", sitting]);
    assert!(ran.out.contains("落了一把伞 (noted by 李考) (noted after the sitting was ended)"), "{ran}");
    assert!(ran.out.contains("空调坏了 (noted by 李考)\n"), "before it was: {ran}");
}

/// What is signed as the end is the end: whoever still writes is waited for, or declared void.
#[test]
fn it_is_not_closed_while_somebody_writes() {
    let day = Day::new();
    let _ = day.open("陈小满", "\"finals/hello\" = true\n");
    let sitting = day.sitting.as_str();
    assert_snapshot!(day.by_invigilator(&["sitting", "close", sitting]), @"
    ── stderr ──
    Not done: The sitting is not ended: not over at this PC is the exam of 陈小满.
      What to do: Let them finish, then close it. An exam whose time is up is ended by: onduty sitting open SITTING
      What to do: An exam that should not count is declared void first: onduty sitting void SITTING --candidate NAME --reason WHY
    ── exit 5 ──
    ");
    assert_eq!(day.by_invigilator(&["sitting", "void", sitting, "--candidate", "陈小满", "--reason", "用了手机"]).code, 0);
    assert_eq!(day.record()["ended"].as_array().map(Vec::len), Some(1), "a void exam is not waited for");
    let day = Day::new();
    let _ = day.open("陈小满", "\"finals/hello\" = true\n");
    day.pc.then(Happens::GoesBy(60 * 60_000));
    let ran = day.open("陈小满", "");
    assert!(ran.err.contains("time is up"), "{ran}");
    assert_eq!(day.record()["candidates"][0]["state"], "present");
}

/// A PC's record says nothing of other PCs; the desk's says where each sat, and whose end is still to come.
#[test]
fn a_record_says_which_pcs_it_is_of() {
    let day = Day::new();
    let at_desk = || {
        let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
        assert_eq!(day.office.desk.run(&["collect", &day.dir()]).code, 0);
        day.office.desk.json(&["sitting", "close", &day.sitting]).0
    };
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    let record = at_desk();
    assert_eq!((&record["of"], &record["candidates"][0]["pc"]), (&"desk".into(), &"七号机".into()));
    assert_eq!(record["not_ended"], serde_json::json!(["七号机"]));
    let told = day.office.desk.run(&["sitting", "close", &day.sitting]);
    assert!(told.out.contains("have not sent their end of it yet: 七号机"), "{told}");
    assert_eq!(day.record()["of"]["pc"], "七号机");
    let record = at_desk();
    assert_eq!((&record["not_ended"], &record["ended"][0]["pc"]), (&serde_json::json!([]), &"七号机".into()));
    // Nobody sat at this one.
    let day = Day::new();
    let _ = day.pc.done(&["learner", "add", "王芳"]);
    assert!(day.open("王芳", RIGHT).err.contains("was not called"));
    let ran = day.by_invigilator(&["sitting", "close", &day.sitting]);
    assert!(ran.out.contains("陈小满 · not at this PC") && ran.out.contains("of this PC alone"), "{ran}");
    assert!(!ran.out.contains("present") && !ran.out.contains("absent 1"), "{ran}");
}

/// What the list shows of a number is enough to name a sitting, its beginning too.
#[test]
fn a_sitting_is_found_by_what_is_shown_of_it() {
    let day = Day::new();
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    let shown = &day.sitting[day.sitting.len() - 8..];
    let ran = day.by_invigilator(&["sitting", "note", &shown[..4], "空调坏了"]);
    assert_eq!(ran.code, 0, "{ran}");
    let listed = || day.pc.run(&["sitting", "list"]).to_string().replace(shown, "SITTING1");
    let before = listed();
    let _ = day.record();
    assert_snapshot!([before, listed()].join("\n"), @"
    Sitting   Licence  Room      Exams begin             Sat  Ended
    SITTING1  监考证   三号机房  2026-11-22 09:00–12:00  1/1
    ── exit 0 ──
    Sitting   Licence  Room      Exams begin             Sat  Ended
    SITTING1  监考证   三号机房  2026-11-22 09:00–12:00  1/1  here
    ── exit 0 ──
    ");
}

#[test]
fn who_is_called() {
    let office = Office::staffed();
    let new = |more: &[&str]| {
        let out = office.desk.path("day.onduty-sitting").display().to_string();
        let ran = office.by("李考", &[&["sitting", "new", "watched", "--room", "3", "--out", &out], more].concat());
        ran.to_string()
    };
    let window = ["--from", "2026-12-01 09:00", "--until", "11:00"];
    let all = [
        new(&[&["--candidate", "陈小满"], &["--from", "2026-12-01 09:00", "--until", "08:00"][..]].concat()),
        new(&[&["--candidate", "陈小满"], &["--from", "1 December", "--until", "08:00"][..]].concat()),
        new(&[&["--candidate", "陈小满"], &["--from", "2025-12-01 09:00", "--until", "11:00"][..]].concat()),
        new(&[&["--group", "一班"], &window[..]].concat()),
    ];
    assert_snapshot!(all.join("\n"), @"
    ── stderr ──
    Not done: A sitting ends after it begins.
    ── exit 2 ──
    ── stderr ──
    Not done: 1 December is no moment. Write it like 2026-12-01 09:00.
    ── exit 2 ──
    ── stderr ──
    Not done: 2025-12-01 11:00 (Asia/Shanghai) is over already.
    ── exit 2 ──
    ── stderr ──
    Not done: Nobody is in the group “一班”.
    ── exit 2 ──
    ");
    let _ = office.sit("陈小满", "watched", RIGHT);
    let ran = new(&[&["--candidate", "陈小满"], &window[..]].concat());
    assert!(ran.contains("Not called: 陈小满") && ran.contains("exit 5"), "one exam is all there is: {ran}");
}

/// Where the file cannot be written nobody is called: nobody would have seen the code.
#[test]
fn nobody_is_called_without_the_file() {
    let office = Office::staffed();
    let out = office.desk.path("no-such-folder/day.onduty-sitting").display().to_string();
    let args = ["sitting", "new", "watched", "--candidate", "陈小满", "--room", "3", "--out", &out];
    let ran = office.by("李考", &[&args[..], &["--from", "2026-12-01 09:00", "--until", "11:00"]].concat());
    assert!(ran.code == 4 && ran.err.contains("no-such-folder"), "{ran}");
    assert!(office.desk.run(&["sitting", "list"]).err.contains("knows of no sittings"));
}

/// An exam that is open in a window goes on there: it is not declared void under its candidate's hands.
#[test]
fn an_open_exam_is_not_declared_void() {
    let day = Day::new();
    let _ = day.open("陈小满", "\"finals/hello\" = true\n");
    let store = Sqlite::open(&day.pc.path("data/onduty.db")).expect("the store");
    let exam = store.attempts(None).expect("readable").remove(0).id;
    let args = ["sitting", "void", &day.sitting, "--candidate", "陈小满", "--reason", "用了手机"];
    let hold = store.hold(&exam).expect("it is free");
    assert_snapshot!(day.by_invigilator(&args), @"
    ── stderr ──
    Not done: The exam of 陈小满 is open in a window.
      What to do: Let the candidate leave with Esc first; the clock goes on. Then declare it void.
    ── exit 5 ──
    ");
    drop(hold);
    assert_eq!(day.by_invigilator(&args).code, 0);
}

/// What came to pass since the call counts: here another exam that waits for its examiners.
#[test]
fn who_sat_since_the_call_may_not_begin() {
    let day = Day::new();
    let second = call(&day.office, "李考", &day.stick.path().join("second"));
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    std::fs::rename(day.stick.path().join("second"), day.file()).expect("renamed");
    let _ = day.pc.file("code", second["code"].as_str().expect("text"));
    let ran = day.open("陈小满", RIGHT);
    assert!(ran.code == 5 && ran.err.contains("陈小满 may not sit this exam now"), "{ran}");
    let store = Sqlite::open(&day.pc.path("data/onduty.db")).expect("the store");
    assert_eq!(store.attempts(None).expect("readable").len(), 1, "nothing was begun");
}

/// Who was let in and still reads is named before anything is signed; the file says which sitting, and the only open one need not be named.
#[test]
fn who_reads_still_is_named_before_it_is_closed() {
    let day = Day::new();
    let ran = day.open("王芳", &all_right());
    assert_ne!(ran.code, 0, "she was not called: {ran}");
    let store = Sqlite::open(&day.pc.path("data/onduty.db")).expect("a store");
    let learner = store.learners().expect("readable").into_iter().find(|it| it.name == "陈小满").expect("called").id;
    let reading = store.hold(&format!("reading:{}:{learner}", day.sitting).as_str().into()).expect("nobody has it");
    let ran = day.pc.run(&["sitting", "close", &day.file(), "--staff", "李考"]);
    assert!(ran.code == 5 && ran.err.starts_with("Let in and not begun yet: 陈小满."), "{ran}");
    // Of another sitting this PC only hears.
    let _ = call(&day.office, "李考", &day.stick.path().join("second"));
    let dir = day.stick.path().display().to_string();
    let _ = day.office.desk.done(&["send", &dir, "--roster"]);
    let _ = day.pc.done(&["collect", &dir]);
    let ran = day.by_invigilator(&["sitting", "close", "--lang", "zh-CN"]);
    assert!(ran.code == 0 && ran.err.starts_with("已经入场、还没有开考：陈小满。"), "{ran}");
    drop(reading);
    let ran = day.by_invigilator(&["sitting", "close"]);
    assert!(ran.code == 2 && ran.err.contains("No sitting is open on this PC"), "{ran}");
}
