//! `regrade`: under the recorded content nothing changes; under today's it is shown who would fare otherwise, and marks that rise are
//! recorded.

use insta::assert_snapshot;

use onduty::attempt::act::Deed;

use crate::desk::Ran;
use crate::office::{BORDERLINE, Office, RIGHT, masked};

/// The question whose key was wrong, as the shelf has it.
const NAME: &str = "ask = \"问过姓名再称呼。\"\nlevel = 1\npoints = 1\nskills = [\"ask\"]\nobjectives = [\"s/greet\"]\nwhy = \"是。\"\nanswer = true";

/// What was wrong with a question comes to light.
fn mend_the_key(office: &Office) {
    office.desk.edit("shelf/finals.toml", NAME, &NAME.replace("answer = true", "answer = false"));
}

/// Signed by 王考.
fn apply(office: &Office, more: &[&str]) -> Ran {
    office.by("王考", &[&["regrade", "--against", "today", "--apply", "--reason", "答案标错了"], more].concat())
}

#[test]
fn under_the_recorded_content_nothing_changes() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", BORDERLINE);
    mend_the_key(&office);
    assert_snapshot!(office.desk.run(&["regrade"]), @"
    ✓ Marked again under the content they were sat with: 1 attempt came to what was
      recorded, nothing else.
    ── exit 0 ──
    ");
    let (json, code) = office.desk.json(&["regrade", "--all"]);
    assert_eq!((json["same"].as_u64(), json["other"].as_array().map(Vec::len), code), (Some(1), Some(0), 0), "{json}");
}

#[test]
fn todays_key_is_shown_recorded_and_told() {
    let office = Office::staffed();
    let id = office.sit("陈小满", "quick", BORDERLINE);
    assert_eq!(office.desk.run(&["result", &id]).code, 1);
    mend_the_key(&office);
    assert_snapshot!(masked(&office.desk.run(&["regrade", "--against", "today"]).to_string()), @r#"
    ~ Under today's content, of 1 exam with other marks: 1; would pass now: 1;
      would fail now: 0. Nothing is recorded.

    Exam NUMBER · 陈小满 · The quick licence

    ✓ Total 85 → 92.5: borderline → passed.

    ✓ finals/name: 0 of 1 → 1 of 1 points; right is now: False (was: True)

    Pass mark and weights are those of each exam's own day; stations and examiners'
    marks stand as they are.

    To record marks that rise: the same command with --apply --reason "…"
    ── exit 0 ──
    "#);
    assert_snapshot!(masked(&apply(&office, &[]).to_string()), @"
    ── stderr ──
    Exam NUMBER is marked again. Total 85 → 92.5: borderline → passed. The candidate is told why.
    ── exit 0 ──
    ");
    // Applied twice changes nothing.
    let acts = office.acts().len();
    assert_snapshot!(apply(&office, &[]), @"
    ── stderr ──
    Nothing to record.
    ── exit 0 ──
    ");
    assert_eq!(office.acts().len(), acts);
    assert!(office.is_sound());
    assert_eq!(office.desk.run(&["audit"]).code, 0);
    assert_snapshot!(masked(&office.desk.run(&["regrade"]).to_string()), @"
    ✓ Marked again under the content they were sat with: 1 attempt came to what was
      recorded, nothing else.
    ── exit 0 ──
    ");
    let result = office.desk.run(&["result", &id]);
    assert_snapshot!(masked(&result.to_string().lines().take(12).collect::<Vec<_>>().join("\n")), @"
    Exam result: The quick licence

    陈小满 · over at 2026-11-22 09:31 · number NUMBER

    ✓ Passed: total 92.5 of 100, pass mark 90.

    Licence: An issuer issues it. Then onduty licences shows it.
    Marked again: On 2026-11-22 09:31, because: 答案标错了. The total was
      85 before.

    Part        Mark   At least  Weight  Gives  Enough?
    Theory      75%    50%       30%     22.5   ✓ enough
    ");
}

/// Marks that would fall are shown, and left as they are unless somebody says so; what cannot be compared is listed with its reason.
#[test]
fn marks_only_rise_unless_somebody_says_so() {
    let office = Office::staffed();
    let id = office.sit("陈小满", "quick", RIGHT);
    mend_the_key(&office);
    assert_eq!(office.desk.run(&["result", &id]).code, 0);
    let shown = office.desk.run(&["regrade", "--against", "today", "--lang", "zh-CN"]);
    assert_snapshot!(masked(&shown.to_string()), @"
    ~ 按今天的内容判 1 场考试：1 场分数有变；0 场会变成通过，0 场会变成不通过。什么
      都没有写入。

    考试 NUMBER · 陈小满 · 快证

    √ 总分 100 → 92.5：通过，结论不变。

    × finals/name：1 分得 1 → 1 分得 0；现在的答案：False（原来：True）

    合格线和比重都按各场考试当时的规定；考站分和考官给的分不动。
    ── exit 0 ──
    ");
    assert_snapshot!(apply(&office, &[]), @"
    ── stderr ──
    Nothing to record.
    ── exit 0 ──
    ");
    assert_snapshot!(masked(&apply(&office, &["--lower"]).to_string()), @"
    ── stderr ──
    Exam NUMBER is marked again. Total 100 → 92.5: passed, as before. The candidate is told why.
    ── exit 0 ──
    ");
    let result = office.desk.run(&["result", &id]);
    assert!(result.out.contains("total 92.5 of 100") && result.out.contains("Marked again: "), "{result}");
    assert_eq!(office.desk.run(&["audit"]).code, 0);
    // Put right again, the marks rise to what they were.
    office.desk.edit("shelf/finals.toml", &NAME.replace("answer = true", "answer = false"), NAME);
    assert_eq!(apply(&office, &[]).code, 0);
    assert!(office.desk.run(&["result", &id]).out.contains("total 100 of 100"));
    assert_eq!(office.desk.run(&["audit"]).code, 0);
}

#[test]
fn what_cannot_be_compared_keeps_its_recorded_mark() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", BORDERLINE);
    // One question is gone, one is worded otherwise and has another key.
    office.desk.edit("shelf/finals.toml", "id = \"hello\"", "id = \"greeting\"");
    office.desk.edit("shelf/finals.en.toml", "Hurry a customer who is slow.", "Never hurry a customer who is slow.");
    let rush = "ask = \"客户慢就催他。\"\nlevel = 1\npoints = 1\nskills = [\"ask\"]\nobjectives = [\"s/greet\"]\nwhy = \"不是。\"\nanswer = ";
    office.desk.edit("shelf/finals.toml", &format!("{rush}false"), &format!("{rush}true"));
    let ran = office.desk.run(&["regrade", "--against", "today"]);
    assert_snapshot!(masked(&ran.out), @"
    ✓ Under today's content 1 exam comes to the same.

    Not comparable: here the recorded result stands

    - finals/hello: it is no longer in the library (1 exam)
    - finals/rush: it is worded otherwise; name it with --question if it still asks
      the same (1 exam)

    Pass mark and weights are those of each exam's own day; stations and examiners'
    marks stand as they are.
    ");
    let named = office.desk.json(&["regrade", "--against", "today", "--question", "finals/rush"]).0;
    assert_eq!(named["other"][0]["items"][0]["reworded"], true, "{named}");
    assert_eq!(office.desk.run(&["regrade", "--against", "today", "--question", "finals/none"]).code, 2);
}

#[test]
fn a_licence_keeps_the_marks_it_rests_on() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let out = office.desk.path("licence.json").display().to_string();
    assert_eq!(office.issue("陈小满", "quick", &out).code, 0);
    mend_the_key(&office);
    assert_snapshot!(masked(&office.desk.run(&["regrade", "--against", "today"]).to_string()), @"
    ~ Under today's content, of 1 exam with other marks: 1; would pass now: 0;
      would fail now: 0. Nothing is recorded.

    Exam NUMBER · 陈小满 · The quick licence

    ✓ Total 100 → 92.5: passed, as before. Licence 20261122-SH1-0001 rests on it,
      so its marks stay; a licence is taken back with onduty revoke.

    ✗ finals/name: 1 of 1 → 0 of 1 points; right is now: False (was: True)

    Pass mark and weights are those of each exam's own day; stations and examiners'
    marks stand as they are.
    ── exit 0 ──
    ");
    assert_snapshot!(apply(&office, &["--lower"]), @"
    ── stderr ──
    Nothing to record.
    1 exam keeps its marks, because a licence rests on it. To take a licence back: onduty revoke
    ── exit 0 ──
    ");
}

/// What somebody signs who marks by hand does not count: it has to come out.
#[test]
fn marks_that_do_not_come_out_are_found() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", BORDERLINE);
    mend_the_key(&office);
    let _ = apply(&office, &[]);
    let signed = office.acts().pop().expect("an act");
    let Deed::Regraded(mut regraded) = signed.act.deed.clone() else { panic!("{:?}", signed.act.deed) };
    regraded.grade.theory.as_mut().expect("a theory part").earned = onduty::base::points::Exact::new(4, 1);
    office.forge("王考", Deed::Regraded(regraded), signed.beside.clone());
    let (audit, code) = office.desk.json(&["audit"]);
    assert_eq!((audit["findings"][0]["what"].as_str(), code), (Some("regraded"), 1), "{audit}");
    assert_eq!(office.desk.run(&["regrade"]).code, 1);
}
