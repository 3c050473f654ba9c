//! `regrade`: under the recorded content nothing changes; under today's it is shown who would fare otherwise, and marks that rise are
//! recorded.

use std::fmt::Write as _;

use insta::assert_snapshot;
use onduty::attempt::act::Deed;
use onduty::base::points::Exact;
use proptest::prelude::*;
use serde_json::Value;

use crate::desk::Ran;
use crate::office::{BORDERLINE, Office, RIGHT, masked};

/// The question whose key was wrong, as the shelf has it.
const NAME: &str = "ask = \"问过姓名再称呼。\"\nlevel = 1\npoints = 1\nskills = [\"ask\"]\nobjectives = [\"s/greet\"]\nwhy = \"是。\"\nanswer = true";

/// What was wrong with a question comes to light.
pub fn mend_the_key(office: &Office) {
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

/// What is told exam by exam, without what holds for all of them.
fn by_exam(told: &str) -> &str {
    let (exams, _) = told.split_once("\nPass mark and weights are those").expect("how it was worked out");
    exams.trim_end()
}

#[test]
fn todays_key_is_shown_recorded_and_told() {
    let office = Office::staffed();
    let id = office.sit("陈小满", "quick", BORDERLINE);
    assert_eq!(office.desk.run(&["result", &id]).code, 1);
    mend_the_key(&office);
    assert_snapshot!(masked(&office.desk.run(&["regrade", "--against", "today"]).to_string()), @r#"
    ~ Of 1 exam, other under today's content: 1; to record: 1; would pass now: 1;
      would fail now: 0. Nothing is recorded.

    Exam NUMBER · 陈小满 · The quick licence

    ✓ Total 85 → 92.5: borderline → passed.

    ✓ finals/name: 0 of 1 → 1 of 1 points; right is now: False (was: True)

    Pass mark and weights are those of each exam's own day; stations and examiners'
    marks stand as they are.

    Nobody loses a mark already given: old and new key both count, question by
    question the better of the two. --lower also takes the marks that fall.

    To record this: the same command with --apply --reason "…"
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
    Marked again: On 2026-11-22 09:31, because: 答案标错了. When handed in, the
      total was 85.

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
    ~ 按今天的内容判 1 场考试：1 场有出入，要记的 0 场；0 场会变成通过，0 场会变成
      不通过。什么都没有写入。

    考试 NUMBER · 陈小满 · 快证

    √ 总分 100：通过，没有要记的。只按今天的答案算：92.5 分，通过。

    - finals/name：1 分得 1 → 1 分得 0；现在的答案：False（原来：True）；仍按原来
      记的算

    及格线和比重都按各场考试当时的规定；考站分和考官给的分不动。

    已经得到的分谁也不会丢：新旧答案都算，每题取高的那个。加上 --lower，跌的分也
    算。
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
    ~ 1 exam under today's content: 1 with items that cannot be compared, which
      keep their marks; what can be compared comes to the same.

    Not comparable: here the recorded result stands

    - finals/hello: it is not in the library that was looked through (1 exam)
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
    ~ Of 1 exam, other under today's content: 1; to record: 0; would pass now: 0;
      would fail now: 0. Nothing is recorded.

    Exam NUMBER · 陈小满 · The quick licence

    ✓ Total 100: passed. Nothing to record. Licence 20261122-SH1-0001 rests on it,
      so its marks stay; a licence is taken back with onduty revoke. By today's key
      alone: 92.5, passed.

    - finals/name: 1 of 1 → 0 of 1 points; right is now: False (was: True)

    Pass mark and weights are those of each exam's own day; stations and examiners'
    marks stand as they are.

    Nobody loses a mark already given: old and new key both count, question by
    question the better of the two. --lower also takes the marks that fall.
    ── exit 0 ──
    ");
    assert_snapshot!(apply(&office, &["--lower"]), @"
    ── stderr ──
    Nothing to record.
    1 exam keeps its marks, because a licence rests on it. To take a licence back: onduty revoke
    ── exit 0 ──
    ");
}

/// Marks that rose under a library of the examiner's own: the issuer's says otherwise, and no licence rests on them.
#[test]
fn marks_raised_under_another_library_bear_no_licence() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", BORDERLINE);
    mend_the_key(&office);
    let _ = apply(&office, &[]);
    office.desk.edit("shelf/finals.toml", &NAME.replace("answer = true", "answer = false"), NAME);
    let out = office.desk.path("licence.json").display().to_string();
    assert_snapshot!(masked(&office.issue("陈小满", "quick", &out).to_string()), @"
    ── stderr ──
    Not done: Marked by your library as it is now, exam NUMBER is not passed (total 85).
      Cause: The exam's content is not that of your library: DESK/shelf/finals.toml (question:finals/name).
      What to do: Its marks come from other keys: find out first which are right. To issue by the edition it was sat under, let --library name that edition. Whoever passes by neither of them alone is issued nothing on it: declare it void, then it is sat again
      What to do: Ask whoever marked it again; that was done by 王考, total 85 → 92.5.
    ── exit 5 ──
    ");
    // Under the library that has those keys it is issued, and it is said by whom they were raised.
    mend_the_key(&office);
    let ran = office.issue("陈小满", "quick", &out);
    assert_eq!(ran.code, 0, "{ran}");
    assert!(ran.err.contains("was marked again by 王考, total 85 → 92.5"), "{ran}");
    let licence = String::from_utf8(office.read(&out)).expect("text");
    assert!(licence.contains("重新判分"), "{licence}");
}

/// An exam that was marked again twice: whoever issues on it hears of both.
#[test]
fn each_time_that_it_was_marked_again_is_said() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", BORDERLINE);
    mend_the_key(&office);
    let _ = apply(&office, &[]);
    let rush = "ask = \"客户慢就催他。\"\nlevel = 1\npoints = 1\nskills = [\"ask\"]\nobjectives = [\"s/greet\"]\nwhy = \"不是。\"\nanswer = ";
    office.desk.edit("shelf/finals.toml", &format!("{rush}false"), &format!("{rush}true"));
    let _ = apply(&office, &[]);
    let ran = office.issue("陈小满", "quick", &office.desk.path("licence.json").display().to_string());
    let steps = "was marked again by 王考, total 85 → 92.5; then by 王考, total 92.5 → 100.";
    assert!(ran.code == 0 && ran.err.contains(steps), "{ran}");
}

/// A key was put right after the exam: who passes by the old one and by the new one has nothing to wait for.
#[test]
fn who_passes_by_old_and_new_key_is_issued_the_licence() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    mend_the_key(&office);
    let out = office.desk.path("licence.json").display().to_string();
    let rush = "ask = \"客户慢就催他。\"\nlevel = 1\npoints = 1\nskills = [\"ask\"]\nobjectives = [\"s/greet\"]\nwhy = \"不是。\"\nanswer = ";
    office.desk.edit("shelf/finals.toml", &format!("{rush}false"), &format!("{rush}true"));
    let ran = office.issue("陈小满", "quick", &out);
    assert!(ran.code == 5 && ran.err.contains("is not passed (total 85)"), "{ran}");
    office.desk.edit("shelf/finals.toml", &format!("{rush}true"), &format!("{rush}false"));
    let ran = office.issue("陈小满", "quick", &out);
    assert_eq!(ran.code, 0, "{ran}");
    assert!(!ran.err.contains("marked again"), "{ran}");
}

/// Where issuing is kept apart from examining, who marked an exam again has examined.
#[test]
fn who_marked_it_again_neither_issues_nor_hears_the_appeal() {
    let office = Office::staffed();
    office.desk.edit("shelf/quick.toml", "[conduct]\n", "[conduct]\nindependence = \"strict\"\n");
    let exam = office.sit("陈小满", "quick", BORDERLINE);
    let opened = office.desk.run(&["appeal", "open", &exam, "--reason", "第三题的答案不对", "--format", "json"]);
    let receipt: Value = serde_json::from_str(&opened.out).expect("JSON");
    mend_the_key(&office);
    let ran = office.by("周全", &["regrade", "--against", "today", "--apply", "--reason", "答案标错了"]);
    assert_eq!(ran.code, 0, "{ran}");
    let receipt = receipt["receipt"].as_str().expect("a number");
    let ran = office.by("周全", &["appeal", "decide", receipt, "--uphold", "--reason", "是标错了"]);
    assert!(ran.code == 5 && ran.err.contains("had a part in this exam"), "{ran}");
    let out = office.desk.path("licence.json").display().to_string();
    let ran = office.issue_by("周全", "陈小满", "quick", &["--out", &out]);
    assert!(ran.code == 5 && ran.err.contains("周全 examined"), "{ran}");
    let ran = office.issue("陈小满", "quick", &out);
    assert_eq!(ran.code, 0, "{ran}");
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

/// The questions of `quick` with their lines and keys, as the shelf has them.
const ASKED: [(&str, &str, bool); 4] = [
    ("hello", "先问好，再办事。", true),
    ("seat", "客户来了可以坐着不动。", false),
    ("name", "问过姓名再称呼。", true),
    ("rush", "客户慢就催他。", false),
];

/// Turns the keys of these questions round.
fn move_the_keys(office: &Office, moved: [bool; 4]) {
    for ((_, ask, key), _) in ASKED.iter().zip(moved).filter(|(_, moved)| *moved) {
        let why = if *key { "是。" } else { "不是。" };
        let upto = format!(
            "ask = \"{ask}\"\nlevel = 1\npoints = 1\nskills = [\"ask\"]\nobjectives = [\"s/greet\"]\nwhy = \"{why}\"\nanswer = "
        );
        office.desk.edit("shelf/finals.toml", &format!("{upto}{key}"), &format!("{upto}{}", !key));
    }
}

/// Every key is moved and half was right: by either key alone the total is the same, by the better of both it is full. What is recorded is
/// what the preview says.
#[test]
fn the_preview_says_what_is_recorded() {
    let office = Office::staffed();
    let id = office.sit("陈小满", "quick", BORDERLINE);
    move_the_keys(&office, [true; 4]);
    assert_snapshot!(masked(by_exam(&office.desk.done(&["regrade", "--against", "today"]).out)), @r#"
    ~ Of 1 exam, other under today's content: 1; to record: 1; would pass now: 1;
      would fail now: 0. Nothing is recorded.

    Exam NUMBER · 陈小满 · The quick licence

    ✓ Total 85 → 100: borderline → passed. By today's key alone: 85, borderline.
      Neither the old answers nor today's come to a pass by themselves, only both
      together: the candidate would read "passed", and no licence can be issued on
      it. Use --lower to go by today's alone, or declare the exam void so that it
      is sat again.

    ✓ finals/rush: 0 of 1 → 1 of 1 points; right is now: True (was: False)
    - finals/hello: 1 of 1 → 0 of 1 points; right is now: False (was: True); what
      was recorded stands
    - finals/seat: 1 of 1 → 0 of 1 points; right is now: True (was: False); what
      was recorded stands
    ✓ finals/name: 0 of 1 → 1 of 1 points; right is now: False (was: True)
    "#);
    assert_snapshot!(masked(&apply(&office, &[]).to_string()), @r#"
    ── stderr ──
    Exam NUMBER is marked again. Total 85 → 100: borderline → passed. By today's key alone: 85, borderline. Neither the old answers nor today's come to a pass by themselves, only both together: the candidate would read "passed", and no licence can be issued on it. Use --lower to go by today's alone, or declare the exam void so that it is sat again. The candidate is told why.
    ── exit 0 ──
    "#);
    assert!(office.desk.run(&["result", &id]).out.contains("total 100 of 100"));
    assert_eq!(office.desk.run(&["regrade", "--lower"]).code, 2);
}

/// What is announced of an exam: its total and verdict before, and what is recorded of it.
fn announced(change: &Value) -> (String, Value) {
    let it = if change["records"].is_null() { &change["was"] } else { &change["records"] };
    let total: Exact = serde_json::from_value(it["total"].clone()).expect("a number");
    (total.percent(), it["standing"].clone())
}

/// A talk that says the same in other words: no mark moves, and it is told all the same.
#[test]
fn a_talk_in_other_words_is_told() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    for talk in ["long-line", "lost-letter"] {
        office.desk.edit(&format!("shelf/{talk}.en.toml"), "Good, thank you.", "Fine, thank you.");
    }
    assert_snapshot!(office.desk.run(&["regrade", "--against", "today"]), @"
    ✓ Under today's content 1 exam comes to the same.

    Talks worded otherwise, with the same points

    - lost-letter: what is said in it is worded otherwise (1 exam)

    Pass mark and weights are those of each exam's own day; stations and examiners'
    marks stand as they are.
    ── exit 0 ──
    ");
    let (told, _) = office.desk.json(&["regrade", "--against", "today"]);
    assert_eq!(told["other"][0]["items"][0]["reworded"], true, "{told}");
    assert!(told["other"][0]["records"].is_null(), "{told}");
}

/// What is shown goes into a file too, and never over one that is there.
#[test]
fn what_is_shown_goes_into_a_file() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", BORDERLINE);
    mend_the_key(&office);
    let file = |name: &str| office.desk.path(name).display().to_string();
    let write = |name: &str, more: &[&str]| office.desk.run(&[&["regrade", "--out", &file(name)], more].concat());
    for name in ["today.csv", "today.html", "today.json", "today.xlsx"] {
        let ran = write(name, &["--against", "today"]);
        assert_eq!(ran.code, 0, "{ran}");
    }
    assert_eq!((write("today.csv", &[]).code, write("today.txt", &[]).code), (5, 2));
    let csv = String::from_utf8(office.read("today.csv")).expect("UTF-8");
    assert!(csv.starts_with('\u{feff}') && csv.contains("finals/name,0 / 1,1 / 1"), "{csv}");
    let json: Value = serde_json::from_slice(&office.read("today.json")).expect("JSON");
    assert_eq!(json["report"], "regrade", "{json}");
    assert_eq!(write("recorded.csv", &[]).code, 0);
    let csv = String::from_utf8(office.read("recorded.csv")).expect("UTF-8");
    assert!(csv.contains("As it was,1"), "{csv}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3) })]

    /// Whatever was answered and whichever keys moved: the preview, the one who records it and the result say the same.
    #[test]
    fn what_is_announced_is_recorded(
        right in any::<[bool; 4]>(), good in any::<bool>(), moved in any::<[bool; 4]>(), lower in any::<bool>(),
    ) {
        let office = Office::staffed();
        let reply = if good { "look" } else { "wait" };
        let mut answers = format!("\"long-line/opening\" = \"{reply}\"\n\"lost-letter/opening\" = \"{reply}\"\n");
        for ((id, _, key), right) in ASKED.iter().zip(right) {
            writeln!(answers, "\"finals/{id}\" = {}", *key == right).expect("a text");
        }
        let id = office.sit("陈小满", "quick", &answers);
        let before = office.desk.json(&["result", &id]).0;
        move_the_keys(&office, moved);
        let more: &[&str] = if lower { &["--lower"] } else { &[] };
        let preview = office.desk.json(&[&["regrade", "--against", "today"], more].concat()).0;
        let said = preview["other"].get(0).map(announced);
        let ran = apply(&office, &[&["--format", "json"], more].concat());
        prop_assert_eq!(ran.code, 0, "{}", ran);
        let recorded: Value = serde_json::from_str(&ran.out).expect("JSON");
        if let Some(change) = recorded["recorded"].get(0) {
            prop_assert_eq!(Some(announced(change)), said.clone());
        }
        let result = office.desk.json(&["result", &id]).0;
        let total = |result: &Value| result["total"]["percent"].as_str().map(str::to_owned);
        prop_assert_eq!(total(&result), said.map(|(total, _)| total).or(total(&before)), "{}", preview);
        if !lower {
            let best = (0..4).filter(|n| right[*n] || moved[*n]).count();
            prop_assert_eq!(result["parts"][0]["share"]["percent"].clone(), Value::from((25 * best).to_string()), "{}", result);
        }
    }
}
