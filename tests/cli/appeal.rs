//! `appeal`: handed in with a receipt, looked at with everything that bears on it, decided by somebody who had no hand in the exam, and
//! told to the candidate.

use insta::assert_snapshot;
use serde_json::Value;

use crate::desk::{Desk, Happens, Ran};
use crate::office::{BORDERLINE, FAILING, Office, masked};

const DAY: i64 = 86_400_000;

/// 陈小满 has failed the quick licence; the number of the exam.
fn failed(office: &Office) -> String {
    office.sit("陈小满", "quick", FAILING)
}

/// Hands an appeal in; its receipt number.
fn appeal(office: &Office) -> String {
    appeal_by(office, "陈小满")
}

fn appeal_by(office: &Office, who: &str) -> String {
    let (json, code) = office.desk.json(&["--as", who, "appeal", "open", "--reason", "第三题的答案不对"]);
    assert_eq!(code, 0, "{json}");
    json["receipt"].as_str().expect("a number").to_owned()
}

fn decide(office: &Office, who: &str, receipt: &str, verdict: &str) -> Ran {
    office.by(who, &["appeal", "decide", receipt, verdict, "--reason", "答案核对无误"])
}

/// What differs from exam to exam taken out, receipts too.
fn plain(ran: &Ran, receipt: &str) -> String {
    masked(&ran.to_string().replace(receipt, "RECEIPT"))
}

#[test]
fn an_appeal_is_handed_in_decided_and_told() {
    let office = Office::staffed();
    let exam = failed(&office);
    let ran = office.desk.run(&["appeal", "open", &exam, "--reason", "第三题的答案不对"]);
    let receipt =
        ran.out.split_whitespace().find(|word| word.len() == 12 && word.contains('-')).map(|it| it.trim_matches('.').to_owned());
    let receipt = receipt.expect("a receipt number");
    assert_snapshot!(plain(&ran, &receipt), @"
    Your appeal is handed in. Receipt number: RECEIPT. You get an answer by 2026-12-06 09:31; it is told here, at home and in the result.
    ── exit 0 ──
    ");
    assert_snapshot!(plain(&office.desk.run(&["appeal", "list"]), &receipt), @"
    Receipt      Name    Licence            Exam      State
    RECEIPT  陈小满  The quick licence  NUMBER  open, 13 days left
    ── exit 0 ──
    ");
    assert_snapshot!(plain(&office.desk.run(&["appeal", "open", &exam, "--reason", "再说一次"]), &receipt), @"
    ── stderr ──
    Not done: Exam NUMBER has an appeal already: receipt number RECEIPT
    ── exit 5 ──
    ");
    assert_snapshot!(plain(&decide(&office, "王考", &receipt, "--dismiss"), &receipt), @"
    ── stderr ──
    Appeal RECEIPT is dismissed; signed by 王考. The candidate is told why.
    ── exit 0 ──
    ");
    assert_snapshot!(plain(&office.desk.run(&["appeal", "list"]), &receipt), @"
    Receipt      Name    Licence            Exam      State
    RECEIPT  陈小满  The quick licence  NUMBER  dismissed
    ── exit 0 ──
    ");
    assert_snapshot!(plain(&decide(&office, "赵考", &receipt, "--uphold"), &receipt), @"
    ── stderr ──
    Not done: Appeal RECEIPT is decided already
    ── exit 5 ──
    ");
    let inspected = office.desk.run(&["appeal", "inspect", &receipt]);
    for said in ["Decision: dismissed", "Why: 答案核对无误", "By: 王考"] {
        assert!(inspected.out.contains(said), "{inspected}");
    }
    assert!(!inspected.out.contains("To decide:"), "{inspected}");
    let (json, _) = office.desk.json(&["appeal", "inspect", &receipt]);
    assert_eq!((&json["decision"]["upheld"], &json["decision"]["by"]), (&false.into(), &"王考".into()));
    let result = office.desk.run(&["result", &exam]);
    assert!(result.out.contains("答案核对无误") && result.out.contains(&receipt), "{result}");
    assert_eq!(office.desk.run(&["audit"]).code, 0);
    assert!(office.is_sound());
}

#[test]
fn it_is_looked_at_with_everything_that_bears_on_it() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", BORDERLINE);
    let exam = office.exam("陈小满");
    let ran = office.by("李考", &["decide", &exam[..5], "fail", "--reason", "问候不够"]);
    assert_eq!(ran.code, 0, "{ran}");
    let receipt = appeal(&office);
    office.desk.edit(
        "shelf/finals.toml",
        "ask = \"问过姓名再称呼。\"\nlevel = 1\npoints = 1",
        "ask = \"问过姓名再称呼。\"\nlevel = 1\npoints = 2",
    );
    assert_snapshot!(plain(&office.desk.run(&["appeal", "inspect", &receipt]), &receipt), @r#"
    Appeal RECEIPT

    What the candidate says: 第三题的答案不对
    Handed in: 2026-11-22 09:31
    To be answered by: 2026-12-06 09:31
    Exam: NUMBER · The quick licence
    Result now: total 85, not passed

    Who did what about it

    When              What                       By    Why
    2026-11-22 09:31  decided a borderline exam  李考  问候不够

    Lines of the ledger that seal exam and appeal

    7: DIGEST
    8: DIGEST
    10: DIGEST
    11: DIGEST

    Under today's keys

    ✗ Total 85: not passed. Nothing to record. By today's key alone: 82, not
      passed.

    - finals/name: 0 of 1 → 0 of 2 points

    The exam as it was taken

    finals/rush

    Hurry a customer who is slow.

    ✗ Wrong  0 of 1 points

    ✗ True  [should not be chosen]
    + False  [should be chosen, was not]

    Why: No.

    finals/hello

    Say hello, then get to work.

    ✓ Right  1 of 1 points

    ✓ True  [rightly chosen]

    Why: Yes.

    finals/seat

    One may stay seated when a customer comes.

    ✓ Right  1 of 1 points

    ✓ False  [rightly chosen]

    Why: No.

    finals/name

    Ask for the name before using it.

    ✗ Wrong  0 of 1 points

    + True  [should be chosen, was not]
    ✗ False  [should not be chosen]

    Why: Yes.

    lost-letter/opening

    Mr Wang: Where is my letter?
    Candidate: Sorry for the trouble; I am looking at once.

    Points +2 · mood 40 → 60 better
    Take up the person first, then the matter.

    To decide: onduty appeal decide RECEIPT --uphold --reason "…" (or
    --dismiss), by an examiner who had no part in the exam
    ── exit 0 ──
    "#);
    // Who decided the exam does not decide the appeal.
    assert_snapshot!(plain(&decide(&office, "李考", &receipt, "--dismiss"), &receipt), @"
    ── stderr ──
    Not done: 李考 had a part in this exam and does not decide the appeal against it
      What to do: Another examiner decides: onduty staff list shows who there is
    ── exit 5 ──
    ");
    let (json, code) = office.desk.json(&["appeal", "inspect", &receipt]);
    assert_eq!((json["acts"][0]["kind"].as_str(), code), (Some("decided"), 0), "{json}");
}

#[test]
fn a_person_is_one_person_with_whichever_key() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", BORDERLINE);
    let exam = office.exam("陈小满");
    assert_eq!(office.by("李考", &["decide", &exam, "fail", "--reason", "问候不够"]).code, 0);
    let receipt = appeal(&office);
    let rekey = ["staff", "rekey", "李考", "--reason", "口令丢了", "--new-passphrase-file", &office.passphrase];
    let ran = office.by("钱发", &rekey);
    assert_eq!(ran.code, 0, "{ran}");
    let ran = decide(&office, "李考", &receipt, "--dismiss");
    assert_eq!(ran.code, 5, "{ran}");
}

#[test]
fn there_is_a_time_for_it_and_for_the_answer() {
    let office = Office::staffed();
    let _ = failed(&office);
    office.desk.then(Happens::GoesBy(13 * DAY));
    let receipt = appeal(&office);
    office.desk.then(Happens::GoesBy(15 * DAY));
    assert_snapshot!(plain(&office.desk.run(&["appeal", "list", "--open"]), &receipt), @"
    Receipt      Name    Licence            Exam      State
    RECEIPT  陈小满  The quick licence  NUMBER  overdue by 2 days
    ── exit 0 ──
    ");
    let (audit, code) = office.desk.json(&["audit"]);
    assert_eq!((audit["to_do"][0]["what"].as_str(), code), (Some("audit-appeal-overdue"), 0), "{audit}");
    // Nobody is erased who waits for an answer.
    let ran = office.desk.run(&["learner", "erase", "陈小满", "--yes-erase", "陈小满"]);
    assert_snapshot!(plain(&ran, &receipt), @"
    ── stderr ──
    Not done: 陈小满 has an open appeal (RECEIPT): once erased, nobody could answer it
      What to do: Decide it first: onduty appeal decide RECEIPT
    ── exit 5 ──
    ");
    assert_eq!(decide(&office, "王考", &receipt, "--uphold").code, 0);
    assert_eq!(office.desk.run(&["learner", "erase", "陈小满", "--yes-erase", "陈小满"]).code, 0);
    assert_eq!(office.desk.run(&["audit"]).code, 0);
    assert!(!office.desk.run(&["appeal", "inspect", &receipt]).out.contains("第三题"), "the words are gone");
}

#[test]
fn what_came_too_late_or_is_no_receipt_is_refused() {
    let office = Office::staffed();
    let _ = failed(&office);
    office.desk.then(Happens::GoesBy(15 * DAY));
    let late = office.desk.run(&["appeal", "open", "--reason", "第三题的答案不对"]);
    assert_snapshot!(masked(&late.to_string()), @"
    ── stderr ──
    Not done: The time to appeal against exam NUMBER was over on 2026-12-06 09:31
      What to do: Whoever issues licences may still look at it: talk to your manager
    ── exit 5 ──
    ");
    assert_snapshot!(office.desk.run(&["appeal", "inspect", "1234-5678-9"]), @"
    ── stderr ──
    Not done: 1234-5678-9 is no receipt number: one digit is wrong, or some are missing
      What to do: See all appeals with onduty appeal list
    ── exit 2 ──
    ");
    assert_eq!(office.desk.run(&["appeal", "inspect", "1234"]).code, 2);
}

/// Nobody is told whose an exam is that is not his own; and where something was not found, it is said where it was looked for.
#[test]
fn anothers_exam_is_none_of_ones_own() {
    let office = Office::staffed();
    let exam = failed(&office);
    let _ = office.desk.done(&["learner", "add", "林未"]);
    let none = |id: &str| office.desk.run(&["--as", "林未", "appeal", "open", id, "--reason", "第三题的答案不对"]);
    let ran = none(&exam);
    assert_snapshot!(masked(&ran.to_string()), @"
    ── stderr ──
    Not done: 林未 has no exam NUMBER that is over.
      What to do: Your own exams: onduty list attempts. Whoever sat it appeals: --as NAME.
    ── exit 2 ──
    ");
    assert_eq!(ran.err.replace(&exam, "0000ffff"), none("0000ffff").err, "nor whether there is such an exam");
    let receipt = appeal_by(&office, "陈小满");
    office.desk.edit("shelf/finals.toml", "id = \"rush\"", "id = \"hurry\"");
    let looked = office.desk.run(&["appeal", "inspect", &receipt]).out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(looked.contains("it is not in the library that was looked through"), "{looked}");
    assert!(looked.contains("Looked through was: ") && looked.contains("--library DIR"), "{looked}");
}

/// A clock that is set back makes no time for it.
#[test]
fn no_appeal_is_dated_before_what_it_is_about() {
    let office = Office::staffed();
    let _ = failed(&office);
    office.desk.then(Happens::ClockSet(-DAY));
    let early = office.desk.run(&["appeal", "open", "--reason", "第三题的答案不对", "--lang", "zh-CN"]);
    assert_snapshot!(masked(&early.to_string()), @"
    ── stderr ──
    没办成：这台电脑的时钟是 2026-11-21 09:31，最新的记录却是 2026-11-22 09:31 的：申诉的日期会早于考试
    　怎么办：先把时钟调准，再提申诉
    ── exit 5 ──
    ");
    // After its end, and past its deadline: but a newer line shows that it is later than this clock says.
    office.desk.then(Happens::ClockSet(16 * DAY));
    assert_eq!(office.add_staff("孙考", &["examiner"]).code, 0);
    office.desk.then(Happens::ClockSet(-14 * DAY));
    let back = office.desk.run(&["appeal", "open", "--reason", "第三题的答案不对"]);
    assert!(back.code == 5 && back.err.contains("the newest record is of 2026-12-07"), "{back}");
}

/// From another PC's clock, which may be years ahead, nothing follows for this one's.
#[test]
fn another_pcs_clock_is_in_nobodys_way() {
    let office = Office::staffed();
    let _ = failed(&office);
    let pc = Desk::at_shelf().with_chance(9);
    pc.then(Happens::ClockSet(400 * DAY));
    let stick = tempfile::tempdir().expect("a stick");
    let dir = stick.path().display().to_string();
    let answers = pc.file("all.toml", "format = 1\nfallback = \"first\"\n[answers]\n");
    let _ = pc.run(&["quiz", "kinds", "--count", "3", "--answers", &answers]);
    let _ = pc.done(&["send", &dir, "--name", "快钟"]);
    let _ = office.desk.done(&["collect", &dir]);
    let _ = appeal(&office);
}

/// An exam that fails by a wrong key: the appeal is upheld, the exam marked again, the licence issued.
#[test]
fn a_wrong_key_leads_from_an_appeal_to_a_licence() {
    let office = Office::staffed();
    let exam = office.sit("陈小满", "quick", BORDERLINE);
    let receipt = appeal(&office);
    let was = "ask = \"问过姓名再称呼。\"\nlevel = 1\npoints = 1\nskills = [\"ask\"]\nobjectives = [\"s/greet\"]\nwhy = \"是。\"\nanswer = true";
    office.desk.edit("shelf/finals.toml", was, &was.replace("answer = true", "answer = false"));
    let (inspected, _) = office.desk.json(&["appeal", "inspect", &receipt]);
    assert_eq!(inspected["today"]["today"]["standing"], Value::from("passed"), "{inspected}");
    let ran = decide(&office, "王考", &receipt, "--uphold");
    assert!(ran.code == 0 && ran.err.contains("onduty regrade") && ran.err.contains("onduty decide"), "{ran}");
    assert!(ran.err.contains("onduty void") && !ran.err.contains("onduty grant"), "{ran}");
    waits(&office, &exam, &receipt);
    let apply = ["regrade", &exam, "--against", "today", "--apply", "--reason", "第三题答案标错"];
    let ran = office.by("王考", &apply);
    assert_eq!(ran.code, 0, "{ran}");
    assert_snapshot!(plain(&office.desk.run(&["appeal"]), &receipt), @"
    Receipt      Name    Licence            Exam      State
    RECEIPT  陈小满  The quick licence  NUMBER  upheld, marked again
    ── stderr ──
    One with everything that bears on it: onduty appeal inspect RECEIPT. Decided is it with: onduty appeal decide RECEIPT --uphold --reason WHY (or --dismiss). A candidate hands one in with: onduty appeal open
    ── exit 0 ──
    ");
    assert_eq!(office.desk.json(&["appeal", "list", "--open"]).0, Value::Array(vec![]));
    assert_eq!(office.desk.json(&["audit"]).0["to_do"], Value::Array(vec![]));
    assert_eq!(office.desk.run(&["result", &exam]).code, 0);
    assert!(appealed(&office, &exam).contains("Since then the exam was marked again"), "{}", appealed(&office, &exam));
    let out = office.desk.path("licence.json").display().to_string();
    let ran = office.issue("陈小满", "quick", &out);
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(office.desk.run(&["licences"]).code, 0);
    // From here on its marks stay.
    office.desk.edit("shelf/finals.toml", "id = \"rush\"", "id = \"hurry\"");
    let ran = office.by("王考", &["regrade", "--against", "today", "--apply", "--lower", "--reason", "又改了"]);
    assert_eq!((ran.code, office.acts().iter().filter(|it| kind(it) == "regraded").count()), (0, 1), "{ran}");
    assert_eq!(office.desk.run(&["audit"]).code, 0);
}

/// Upheld, with nothing done yet: it stands under what is to be done, and the candidate reads so.
fn waits(office: &Office, exam: &str, receipt: &str) {
    assert_snapshot!(plain(&office.desk.run(&["appeal", "list", "--open"]), receipt), @"
    Receipt      Name    Licence            Exam      State
    RECEIPT  陈小满  The quick licence  NUMBER  upheld, nothing done yet
    ── stderr ──
    Upheld, and nothing followed yet: onduty appeal inspect RECEIPT says what fits.
    ── exit 0 ──
    ");
    let (audit, code) = office.desk.json(&["audit"]);
    assert_eq!((audit["to_do"][0]["what"].as_str(), code), (Some("audit-appeal-upheld"), 0), "{audit}");
    assert!(appealed(office, exam).contains("still to be done"), "{}", appealed(office, exam));
    assert!(office.desk.run(&["appeal", "inspect", receipt]).out.contains("What fits now"));
}

/// What the candidate reads of the appeal in the result.
fn appealed(office: &Office, exam: &str) -> String {
    office.desk.run(&["result", exam]).out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The act that fits is named by how the exam stands: one that failed by all keys is no borderline one; void, nothing is owed any more.
#[test]
fn the_decision_names_the_act_that_fits() {
    let office = Office::staffed();
    let exam = failed(&office);
    let receipt = appeal(&office);
    assert_snapshot!(plain(&decide(&office, "王考", &receipt, "--uphold"), &receipt), @"
    ── stderr ──
    Appeal RECEIPT is upheld; signed by 王考. The candidate is told why.
    What fits now: where a key is wrong, put it right in the library, then onduty regrade NUMBER --against today --apply --reason WHY. Where the exam itself was not in order: onduty void NUMBER --reason WHY; it does not count then and is sat again (a supervised one in a new sitting: onduty sitting new quick). Until then the appeal stands under what is to be done.
    ── exit 0 ──
    ");
    let ran = office.by("王考", &["void", &exam, "--reason", "系统出错"]);
    assert_eq!(ran.code, 0, "{ran}");
    assert!(office.desk.run(&["appeal", "list"]).out.contains("upheld, declared void"));
    assert!(appealed(&office, &exam).contains("declared void") && !appealed(&office, &exam).contains("still to be done"));
    assert_eq!(office.desk.json(&["audit"]).0["to_do"], Value::Array(vec![]));
    // Borderline, a person decides.
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", BORDERLINE);
    let receipt = appeal(&office);
    let (json, _) = office.desk.json(&[
        "appeal",
        "decide",
        &receipt,
        "--uphold",
        "--reason",
        "确实答对了",
        "--staff",
        "王考",
        "--passphrase-file",
        &office.passphrase,
    ]);
    assert_eq!(json["fits"], "decide", "{json}");
}

fn kind(signed: &onduty::attempt::act::Signed) -> String {
    serde_json::to_value(&signed.act.deed).expect("a value")["act"].as_str().expect("text").to_owned()
}

/// Sat and appealed against on a PC, decided and marked again on the desk; the reason goes back with the roster, and a third store that
/// takes it all in comes to the same.
#[test]
fn it_travels_with_what_was_done_about_it() {
    let (office, stick) = (Office::staffed(), tempfile::tempdir().expect("a stick"));
    let dir = stick.path().display().to_string();
    let pc_of = |chance| {
        let pc = Desk::empty().at("shelf").with_chance(chance);
        for file in ["quick.toml", "quick.en.toml"] {
            let text = std::fs::read_to_string(office.desk.path("shelf").join(file)).expect("text");
            let _ = pc.file(&format!("shelf/{file}"), &text);
        }
        pc
    };
    let (pc, third) = (pc_of(2), pc_of(3));
    let _ = office.desk.done(&["send", &dir, "--roster", "--name", "主管台"]);
    let _ = pc.done(&["collect", &dir]);
    let answers = pc.answers(BORDERLINE);
    let _ = pc.run(&["--as", "陈小满", "exam", "quick", "--answers", &answers]);
    let (opened, code) = pc.json(&["--as", "陈小满", "appeal", "open", "--reason", "第三题的答案不对"]);
    assert_eq!(code, 0, "{opened}");
    let receipt = opened["receipt"].as_str().expect("a number").to_owned();
    let _ = pc.done(&["send", &dir, "--name", "一号机"]);
    let _ = office.desk.done(&["collect", &dir]);
    let ran = decide(&office, "王考", &receipt, "--uphold");
    assert_eq!(ran.code, 0, "{ran}");
    let was = "ask = \"问过姓名再称呼。\"\nlevel = 1\npoints = 1\nskills = [\"ask\"]\nobjectives = [\"s/greet\"]\nwhy = \"是。\"\nanswer = true";
    office.desk.edit("shelf/finals.toml", was, &was.replace("answer = true", "answer = false"));
    let ran = office.by("王考", &["regrade", "--against", "today", "--apply", "--reason", "第三题答案标错"]);
    assert_eq!(ran.code, 0, "{ran}");
    let _ = office.desk.done(&["send", &dir, "--roster"]);
    let _ = pc.done(&["collect", &dir]);
    let result = pc.run(&["--as", "陈小满", "result"]);
    assert!(result.out.contains("答案核对无误"), "{result}");
    assert_eq!(pc.run(&["audit"]).code, 0, "{}", pc.run(&["audit"]));
    let _ = office.desk.done(&["send", &dir, "--all"]);
    let ran = third.run(&["collect", &dir]);
    assert!(ran.code <= 1, "{ran}");
    assert_eq!(third.run(&["audit"]).code, 0, "{}", third.run(&["audit"]));
    // What was done elsewhere is for the desk alone.
    assert!(third.run(&["--as", "陈小满", "result"]).err.contains("has sat no exam yet"));
    assert_eq!(office.desk.json(&["--as", "陈小满", "result"]).0["total"]["percent"], "92.5");
}
