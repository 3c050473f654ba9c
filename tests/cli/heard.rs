//! What the desk tells PCs of licences and exams, and what they do with it.

use insta::assert_snapshot;

use crate::desk::{Desk, Happens};
use crate::office::{BORDERLINE, FAILING, Office, RIGHT, masked};

/// The first licence of the day.
const FIRST: &str = "20261122-SH1-0001";

/// A desk with its staff, a PC that goes by its roster, and the stick between them.
pub(super) struct Branch {
    pub desk: Office,
    pub pc: Desk,
    pub stick: tempfile::TempDir,
}

impl Branch {
    pub fn new() -> Self {
        let pc = Office::empty().desk.with_chance(7);
        let branch = Self { desk: Office::staffed(), pc, stick: tempfile::tempdir().expect("a stick") };
        branch.hear();
        branch
    }

    pub fn dir(&self) -> String {
        self.stick.path().display().to_string()
    }

    /// The roster goes to the PC.
    pub fn hear(&self) {
        let _ = self.desk.desk.done(&["send", &self.dir(), "--roster", "--name", "desk"]);
        assert_eq!(self.pc.run(&["collect", &self.dir()]).code, 0);
    }

    /// 陈小满 sits `quick` at the PC, and the desk takes it.
    pub fn sits(&self, answers: &str) {
        let answers = self.pc.answers(answers);
        let ran = self.pc.run(&["exam", "quick", "--as", "陈小满", "--answers", &answers]);
        assert!(ran.code <= 1, "{ran}");
        let _ = self.pc.done(&["send", &self.dir(), "--name", "one"]);
        let ran = self.desk.desk.run(&["collect", &self.dir()]);
        assert_eq!(ran.code, 0, "{ran}");
    }

    /// What the PC says first to 陈小满.
    fn notices(&self) -> String {
        let (value, _) = self.pc.json(&["progress", "--as", "陈小满"]);
        let all = value["notices"].as_array().cloned().unwrap_or_default();
        masked(&all.iter().filter_map(|it| it.as_str()).collect::<Vec<_>>().join("\n"))
    }
}

#[test]
fn a_licence_is_known_at_the_pc_without_the_reason() {
    let branch = Branch::new();
    branch.sits(RIGHT);
    assert_eq!(branch.notices(), "");
    // By the desk's clock the exam at the PC is over.
    branch.desk.desk.then(Happens::GoesBy(3_600_000));
    let out = branch.desk.desk.path("l.json").display().to_string();
    let ran = branch.desk.issue("陈小满", "quick", &out);
    assert_eq!(ran.code, 0, "{ran}");
    branch.hear();
    assert_snapshot!(branch.notices(), @r#"Your licence "The quick licence" (20261122-SH1-0001) is in force until 2027-11-21 (the desk said so on 2026-11-22)."#);
    let change = |what: &str, more: &[&str]| {
        let ran = branch.desk.by("钱发", &[&[what, FIRST, "--reason", "投诉核查"], more].concat());
        assert_eq!(ran.code, 0, "{ran}");
        branch.hear();
        branch.notices()
    };
    assert_snapshot!(change("suspend", &["--until", "2026-12-24"]), @r#"Your licence "The quick licence" (20261122-SH1-0001) is suspended until 2026-12-24 (the desk said so on 2026-11-22). Do not work with it until it is good again; ask your manager for the reason."#);
    assert_snapshot!(change("revoke", &[]), @r#"Your licence "The quick licence" (20261122-SH1-0001) was revoked (the desk said so on 2026-11-22). Do not work with it any more, and give the paper back; ask your manager for the reason."#);
    // The reason is nobody's business at a PC that several people use.
    let kept = std::fs::read(branch.pc.path("data/onduty.db")).expect("the records");
    assert!(!kept.windows("投诉核查".len()).any(|bytes| bytes == "投诉核查".as_bytes()));
    assert!(branch.pc.run(&["progress", "--as", "陈小满"]).out.starts_with("Your licence"));
    // Nobody else's is listed at a PC.
    assert_snapshot!(branch.pc.run(&["licences", "--as", "陈小满"]), @"
    Number             Name    Licence            Until       State
    20261122-SH1-0001  陈小满  The quick licence  2027-11-21  revoked
    ── stderr ──
    So the desk said on 2026-11-22. The desk keeps the licences; those of others are listed there.
    ── exit 0 ──
    ");
    let _ = branch.pc.done(&["learner", "add", "路人"]);
    assert_snapshot!(branch.pc.run(&["licences", "--as", "路人"]), @"
    ── stderr ──
    The desk keeps the licences; it told this PC of none of 路人.
    ── exit 0 ──
    ");
    assert_snapshot!(branch.pc.run(&["licences", "--eligible"]), @"
    ── stderr ──
    Not done: The desk keeps the licences; this PC only knows what the desk told of one's own.
      What to do: Do it on the desk's computer.
    ── exit 5 ──
    ");
}

/// Who shows a licence at a PC that heard how it stands does not get by with it, file or QR; elsewhere nobody can know without a list.
#[test]
fn what_a_pc_heard_counts_where_a_licence_is_checked() {
    let branch = Branch::new();
    branch.sits(RIGHT);
    branch.desk.desk.then(Happens::GoesBy(3_600_000));
    let out = branch.desk.desk.path("l.json").display().to_string();
    assert_eq!(branch.desk.issue("陈小满", "quick", &out).code, 0);
    let trust = branch.pc.file("trusted.toml", &branch.desk.desk.done(&["key", "show"]).out);
    let text = String::from_utf8(branch.desk.read("l.json")).expect("text");
    let licence = branch.pc.file("l.json", &text);
    let document: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let code = short_form(&document).expect("the text of the QR");
    let last = |args: &[&str]| {
        let ran = branch.pc.run(&[args, &["--trust", &trust]].concat());
        (ran.out.lines().last().unwrap_or_default().to_owned(), ran.code)
    };
    let both = || [last(&["verify", &licence]), last(&["verify", "--qr", &code])];
    branch.pc.then(Happens::GoesBy(7_200_000));
    let good = ("✓ 20261122-SH1-0001: good".to_owned(), 0);
    assert_eq!(both(), [good.clone(), good.clone()], "nobody told this PC anything yet");
    for (what, said) in [("suspend", "suspended"), ("reinstate", "good"), ("revoke", "revoked")] {
        let ran = branch.desk.by("钱发", &[what, FIRST, "--reason", "投诉核查"]);
        assert_eq!(ran.code, 0, "{ran}");
        branch.hear();
        let mark = if said == "good" { "✓" } else { "✗" };
        let wanted = (format!("{mark} 20261122-SH1-0001: {said}"), u8::from(said != "good"));
        assert_eq!(both(), [wanted.clone(), wanted], "{what}");
        let (told, _) = branch.pc.json(&["verify", &licence, "--trust", &trust]);
        assert!(told[0]["as_of"].is_string(), "{told}");
    }
    // The desk knows by itself; there the number is enough.
    let desk = branch.desk.desk.run(&["verify", FIRST, "--trust", &trust]);
    assert_eq!((desk.out.lines().last(), desk.code), (Some("✗ 20261122-SH1-0001: revoked"), 1), "{desk}");
}

/// The text of the QR in a licence's document.
fn short_form(value: &serde_json::Value) -> Option<String> {
    match value {
        serde_json::Value::String(text) => text.contains("\nonduty:").then(|| text.clone()),
        serde_json::Value::Array(all) => all.iter().find_map(short_form),
        serde_json::Value::Object(all) => all.values().find_map(short_form),
        _ => None,
    }
}

#[test]
fn an_exam_that_was_decided_at_the_desk_is_told_at_the_pc() {
    let branch = Branch::new();
    branch.sits(BORDERLINE);
    let exam = branch.desk.exam("陈小满");
    let ran = branch.desk.by("李考", &["decide", &exam, "pass", "--reason", "看了答卷"]);
    assert_eq!(ran.code, 0, "{ran}");
    branch.hear();
    assert_snapshot!(branch.notices(), @r#"The exam "The quick licence" (NUMBER) is passed (the desk said so on 2026-11-22)."#);
    let ran = branch.desk.by("李考", &["void", &exam, "--reason", "替考"]);
    assert_eq!(ran.code, 0, "{ran}");
    branch.hear();
    assert_snapshot!(branch.notices(), @r#"The exam "The quick licence" (NUMBER) is void and does not count (the desk said so on 2026-11-22)."#);
}

/// Handed in at the desk; told in the result at the PC, once it is answered with the reason.
#[test]
fn an_appeal_is_answered_wherever_the_exam_was_sat() {
    let branch = Branch::new();
    branch.sits(FAILING);
    branch.desk.desk.then(Happens::GoesBy(3_600_000));
    let (opened, code) = branch.desk.desk.json(&["--as", "陈小满", "appeal", "open", "--reason", "第三题的答案不对"]);
    assert_eq!(code, 0, "{opened}");
    branch.hear();
    // Wherever lines break.
    let result = || branch.pc.run(&["--as", "陈小满", "result"]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(result().contains("Your appeal: Handed in on") && !result().contains("If you disagree"), "{}", result());
    let receipt = opened["receipt"].as_str().expect("a number");
    let ran = branch.desk.by("李考", &["appeal", "decide", receipt, "--uphold", "--reason", "答案标错了"]);
    assert_eq!(ran.code, 0, "{ran}");
    branch.hear();
    assert!(result().contains("because: \"答案标错了\"."), "{}", result());
}

#[test]
fn issuers_sign_at_the_desk_only() {
    let branch = Branch::new();
    let ran = branch.pc.run(&["revoke", FIRST, "--reason", "投诉核查", "--staff", "钱发"]);
    assert_eq!(ran.code, 2, "no such licence here: {ran}");
    let ran = branch.pc.run(&["staff", "add", "新人", "--role", "examiner", "--staff", "钱发"]);
    assert_snapshot!(ran, @"
    ── stderr ──
    Not done: This PC goes by the roster of a desk: licences, staff and keys are seen to at the desk; what is signed here would not be taken there.
      What to do: Do it on the desk's computer.
    ── exit 5 ──
    ");
}

/// An examiner whom only the PC knows voids an exam there: the desk does not take it, and the PC hears so.
#[test]
fn what_the_desk_did_not_take_is_told_where_it_was_signed() {
    let own = Office::empty();
    let (desk, passphrase) = (own.desk.with_chance(9), own.passphrase);
    let own = Office { desk, passphrase };
    for (name, roles) in [("钱发", &["issuer"][..]), ("周考", &["examiner"])] {
        let _ = own.add_staff(name, roles);
    }
    let exam = own.sit("陈小满", "quick", RIGHT);
    assert_eq!(own.by("周考", &["void", &exam, "--reason", "替考"]).code, 0);
    let desk = Office::staffed();
    let stick = tempfile::tempdir().expect("a stick");
    let dir = stick.path().display().to_string();
    let _ = own.desk.done(&["send", &dir, "--name", "one"]);
    assert_eq!(desk.desk.run(&["collect", &dir]).code, 1);
    let _ = desk.desk.done(&["send", &dir, "--roster", "--name", "desk"]);
    // Where the roster is kept it is asked first, and nobody can be asked here.
    let ran = own.desk.run(&["collect", &dir, "--new-desk"]);
    assert!(ran.code == 2 && ran.err.contains("only a backup leads back") && ran.err.contains("--yes"), "{ran}");
    assert!(own.desk.run(&["collect", &dir]).out.contains("the roster is kept on this PC"));
    let ran = own.desk.run(&["collect", &dir, "--new-desk", "--yes"]);
    assert_snapshot!(masked(&ran.to_string()), @"
    Roster, staff and assignments of desk are taken in, 0 new (roster-desk-2MfP8K.onduty)
    ── stderr ──
    From now on this PC obeys the desk “desk”, key 9x9N-kv2M-fP8K: it says who is on the staff and who is called.
    The desk did not take 3 things signed on this PC; there it does not count: NUMBER, NUMBER, NUMBER. Have it done again at the desk, by somebody who is known there.
    ── exit 0 ──
    ");
}

/// An exam without a sitting that was sat by a clock days ahead, so that no waiting time was kept: it is held up, not only put off.
#[test]
fn an_exam_by_a_clock_days_ahead_is_held_up() {
    let branch = Branch::new();
    let day = 24 * 3_600_000;
    let sat = |ahead: i64| {
        branch.pc.then(Happens::ClockSet(ahead));
        let answers = branch.pc.answers(RIGHT);
        assert_eq!(branch.pc.run(&["exam", "quick", "--as", "陈小满", "--answers", &answers]).code, 0);
        branch.pc.then(Happens::ClockSet(-ahead));
        let _ = branch.pc.done(&["send", &branch.dir(), "--name", "one"]);
        branch.desk.desk.run(&["collect", &branch.dir()])
    };
    let ran = sat(2 * day);
    assert!(ran.out.contains("was here before it can have been sat"), "{ran}");
    branch.desk.desk.then(Happens::GoesBy(3 * day));
    let ran = branch.desk.issue("陈小满", "quick", &branch.desk.desk.path("out.json").display().to_string());
    assert!(ran.code == 5 && ran.err.contains("is held up"), "{ran}");
}

/// An exam that the desk declared void stands in nobody's way at the PC where it was sat.
#[test]
fn whether_one_may_sit_goes_by_what_the_desk_told() {
    let branch = Branch::new();
    branch.sits(RIGHT);
    let ready = || branch.pc.run(&["exam", "quick", "--ready", "--as", "陈小满"]).code;
    assert_ne!(ready(), 0, "it is passed, as far as the PC knows");
    branch.desk.desk.then(Happens::GoesBy(3_600_000));
    let exam = branch.desk.exam("陈小满");
    let ran = branch.desk.by("李考", &["void", &exam, "--reason", "断电"]);
    assert_eq!(ran.code, 0, "{ran}");
    branch.hear();
    assert_eq!(ready(), 0, "{}", branch.pc.run(&["exam", "quick", "--ready", "--as", "陈小满"]));
}
