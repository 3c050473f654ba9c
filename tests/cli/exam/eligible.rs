//! Who may sit: waiting times to the millisecond, exams counted, voided and granted, courses and agreements.

use insta::assert_snapshot;

use super::{DAY, Desk, all_right, said, sound, too_little};
use crate::desk::Happens::GoesBy;

/// The items of the exams so far, each in the order dealt.
fn items(desk: &Desk) -> Vec<Vec<String>> {
    use onduty::attempt::plan::Step;
    let of = |row: &onduty::store::AttemptRow| {
        let plan = desk.kept_of(&row.id).activity.plan;
        let name = |step: &Step| match step {
            Step::Ask { question, .. } => question.to_string(),
            Step::Play { scenario, .. } => scenario.to_string(),
            other => panic!("{other:?}"),
        };
        plan.parts.iter().flat_map(|part| part.steps.iter().map(name)).collect()
    };
    desk.exams().iter().map(of).collect()
}

fn share_nothing(one: &[String], other: &[String]) -> bool {
    one.iter().all(|item| !other.contains(item))
}

/// To the millisecond, from the close: a day after the first failure, seven after the second; after the third nothing helps.
#[test]
fn waiting_is_counted_from_the_close() {
    let desk = Desk::at_hall();
    for (days, begun) in [(1, 1), (7, 2)] {
        let _ = desk.stop_time();
        assert_eq!(desk.sits(&too_little()).code, 1);
        desk.then(GoesBy(days * DAY - 1));
        let early = desk.sits(&too_little());
        assert_eq!(early.code, 5, "{early}");
        let (told, code) = desk.json(&["exam", "hall", "--ready"]);
        assert_eq!((code, &told["may_sit"]), (5, &false.into()));
        let closed = desk.kept().state.at.0;
        assert_eq!(told["from"]["at"], closed + days * DAY, "{told}");
        assert_eq!(desk.exams().len(), begun);
        desk.then(GoesBy(1));
        assert_eq!(desk.json(&["exam", "hall", "--ready"]).1, 0);
    }
    assert_eq!(desk.sits(&too_little()).code, 1, "the third");
    desk.then(GoesBy(1000 * DAY));
    assert_snapshot!(desk.sits(&all_right()), @"
    ── stderr ──

    Licence of the hall: may you sit the exam?

    ✗ All exams are taken (3). For another one ask an examiner: onduty grant

    ✓ No exam is unfinished
    ── exit 5 ──
    ");
    assert_snapshot!(desk.run(&["exam", "hall", "--ready", "--lang", "zh-CN"]), @"
    Licence of the hall：能不能考

    × 3 次都考过了。要再考，请考官批一次：onduty grant

    √ 没有还没结束的考试
    ── exit 5 ──
    ");
    assert_eq!(desk.exams().len(), 3);
    let all = items(&desk);
    assert!(share_nothing(&all[0], &all[1]), "two exams share nothing while the bank allows: {all:?}");
}

/// What is said a moment before, and in the result, never promises too early a minute.
#[test]
fn when_to_come_again_is_said() {
    let desk = Desk::at_hall();
    let _ = desk.sits(&too_little());
    let closed = desk.stop_time().0;
    let close = desk.kept().state.at.0;
    assert!(close % 60_000 != 0, "else this shows nothing");
    let (told, _) = desk.result();
    let from = |told: &serde_json::Value| told["again"]["local"].as_str().expect("a time").to_owned();
    let ready = desk.json(&["exam", "hall", "--ready"]).0;
    assert_eq!(from(&told), ready["from"]["local"], "result and refusal name the same minute");
    assert_eq!(told["again"]["at"], ready["from"]["at"]);
    desk.then(GoesBy(close + DAY - 1 - closed));
    assert_snapshot!(desk.sits(&too_little()), @"
    ── stderr ──

    Licence of the hall: may you sit the exam?

    ~ 1 minute to wait: from 2026-11-23 09:31 on you may sit the exam.

    ✓ No exam is unfinished
    ✓ Exams left: 2 (1 of 3 taken)
    ✗ 1 minute to wait: from 2026-11-23 09:31 on you may sit the exam
    ── exit 5 ──
    ");
    assert_snapshot!(desk.run(&["exam", "hall", "--ready", "--lang", "zh-CN"]), @"
    Licence of the hall：能不能考

    ~ 还要等 1 分钟，2026-11-23 09:31 起可以考。

    √ 没有还没结束的考试
    √ 还可以考 2 次（共 3 次，已考 1 次）
    × 还要等 1 分钟，2026-11-23 09:31 起可以考
    ── exit 5 ──
    ");
}

#[test]
fn a_void_exam_does_not_count_but_was_seen() {
    let desk = Desk::at_hall();
    desk.employ(&[("周考官", "examiner")]);
    assert_eq!(desk.sits(&too_little()).code, 1);
    let id = desk.exams()[0].id.short().to_owned();
    assert_eq!(desk.sits(&all_right()).code, 5, "waiting");
    assert_snapshot!(desk.signed(&["void", &id, "--reason", "the power failed"]), @"
    ── stderr ──
    58d24cc6: declared void and signed by 周考官. It does not count as an attempt.
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["exam", "hall", "--ready"]), @"
    Licence of the hall: may you sit the exam?

    ✓ You may sit the exam. Type: onduty exam hall

    ✓ No exam is unfinished
    ✓ Exams left: 3 (0 of 3 taken)
    ── exit 0 ──
    ");
    assert_eq!(desk.sits(&all_right()).code, 0);
    let all = items(&desk);
    assert!(share_nothing(&all[0], &all[1]), "its items count as seen: {all:?}");
    let (told, code) = desk.json(&["result", &id]);
    assert_eq!((code, &told["verdict"]), (1, &"void".into()));
    assert_snapshot!(said(&desk.run(&["result", &id]).out), @"- This exam is void: it counts neither as a result nor as an attempt.");
    assert_eq!(desk.signed(&["void", &id, "--reason", "again"]).code, 5, "void already");
    assert_eq!(desk.signed(&["decide", &id, "pass", "--reason", "void"]).code, 5);
    sound(&desk);
}

/// An exam under way that is declared void is gone: the next one is another one.
#[test]
fn an_open_exam_can_be_void() {
    let desk = Desk::at_hall();
    desk.employ(&[("周考官", "examiner")]);
    let _ = desk.sits("");
    let id = desk.exams()[0].id.to_string();
    assert_eq!(desk.signed(&["void", &id, "--reason", "the power failed"]).code, 0);
    let answers = desk.answers(&all_right());
    let resumed = desk.run(&["resume", &id, "--answers", &answers]);
    assert_eq!(resumed.code, 5, "{resumed}");
    let nothing = desk.run(&["resume", "--answers", &answers]);
    assert!(nothing.code == 0 && nothing.err.contains("Nothing is unfinished."), "{nothing}");
    assert_eq!(desk.exams().len(), 1, "resuming begins no other one");
    assert_eq!(desk.sits(&all_right()).code, 0);
    assert_eq!(desk.exams().len(), 2);
    assert_eq!(desk.kept_of(&desk.exams()[0].id).events.len(), 2, "begun and left, nothing since");
    sound(&desk);
}

#[test]
fn a_granted_exam_is_one_more_at_once() {
    let desk = Desk::at_hall();
    desk.employ(&[("周考官", "examiner"), ("李老师", "trainer")]);
    let ready = |desk: &Desk| desk.json(&["exam", "hall", "--ready"]).1;
    let grant = |desk: &Desk| desk.signed(&["grant", "陈小满", "hall", "--reason", "was ill", "--staff", "周考官"]);
    assert_eq!(desk.sits(&too_little()).code, 1);
    assert_eq!(ready(&desk), 5, "waiting");
    assert_snapshot!(grant(&desk), @r#"
    ── stderr ──
    陈小满 may sit "Licence of the hall" once more, without waiting; courses and whatever else is needed stay needed.
    ── exit 0 ──
    "#);
    assert_snapshot!(desk.run(&["exam", "hall", "--ready"]), @"
    Licence of the hall: may you sit the exam?

    ✓ You may sit the exam. Type: onduty exam hall

    ✓ No exam is unfinished
    ✓ Exams left: 3 (1 of 4 taken)
    ✓ The waiting time is over
    ── exit 0 ──
    ");
    for days in [0, 7, 7] {
        desk.then(GoesBy(days * DAY));
        assert_eq!(desk.sits(&too_little()).code, 1, "after {days} days");
        assert_eq!(ready(&desk), 5, "the grant served once");
    }
    desk.then(GoesBy(1000 * DAY));
    assert_eq!(ready(&desk), 5, "four of four are taken");
    assert_eq!(grant(&desk).code, 0);
    assert_eq!(desk.sits(&all_right()).code, 0, "the fifth");
    sound(&desk);
}

#[test]
fn only_examiners_void_decide_and_grant_and_say_why() {
    let desk = Desk::at_hall();
    let _ = desk.sits(&too_little());
    let id = desk.exams()[0].id.short().to_owned();
    let nobody = desk.run(&["void", &id, "--reason", "no key at all"]);
    assert_eq!(nobody.code, 5, "{nobody}");
    desk.employ(&[("周考官", "examiner"), ("李老师", "trainer")]);
    for staff in ["李老师", "王签发", "陈小满"] {
        for args in [&["void", &id][..], &["decide", &id, "pass"], &["grant", "陈小满", "hall"]] {
            let ran = desk.signed(&[args, &["--reason", "because", "--staff", staff]].concat());
            assert_eq!(ran.code, 5, "{staff} {args:?}: {ran}");
        }
    }
    for args in [&["void", &id][..], &["grant", "陈小满", "hall"]] {
        assert_eq!(desk.signed(&[args, &["--staff", "周考官"]].concat()).code, 2, "no reason");
        assert_eq!(desk.signed(&[args, &["--reason", " ", "--staff", "周考官"]].concat()).code, 2, "an empty reason");
    }
    desk.file("pass.txt", "another passphrase\n");
    let wrong = desk.signed(&["void", &id, "--reason", "because", "--staff", "周考官"]);
    assert_eq!(wrong.code, 5, "{wrong}");
    assert_eq!(desk.store().acts().expect("readable").len(), 3, "three appointments, nothing else");
}

// ---- what comes before: in the small library `shelf` ----

pub const FIRST_DAY: &str = "\"kinds/one\" = \"hello\"\n\"queue/opening\" = \"help\"";

#[test]
fn what_is_missing_is_told_as_a_tree() {
    let desk = Desk::at_shelf();
    assert_snapshot!(desk.run(&["exam", "test-licence", "--ready"]), @"
    The licence of the small shelf: may you sit the exam?

    ✗ Not yet. First see to what is missing below.

    ✗ Courses: 0 of 1 done
      ✗ “The first day” is not done yet. Type: onduty learn first-day
    ✗ “A promise of secrecy” is not signed yet (you are asked to before the exam
      begins)
    ✓ No exam is unfinished
    ✓ Exams left: 2 (0 of 2 taken)
    ── exit 5 ──
    ");
    assert_snapshot!(desk.run(&["exam", "test-licence", "--ready", "--lang", "zh-CN"]), @"
    小书架上岗证：能不能考

    × 现在还不能考，先把下面还缺的办好。

    × 课程：学完 0 门，共 1 门
      × 《第一天》还没学完，输入：onduty learn first-day
    × 《保密承诺》还没签（考试开始前会请你看、请你签）
    √ 没有还没结束的考试
    √ 还可以考 2 次（共 2 次，已考 0 次）
    ── exit 5 ──
    ");
    assert_snapshot!(desk.run(&["exam", "test-licence", "--ready", "--format", "json"]), @r#"
    {
      "from": null,
      "lacks_only_agreement": false,
      "licence": "test-licence",
      "may_sit": false,
      "needs": [
        {
          "courses": [
            {
              "by_script": false,
              "course": "first-day",
              "done": false
            }
          ],
          "met": false,
          "need": "courses"
        },
        {
          "agreement": "secret",
          "met": false,
          "need": "agreement"
        },
        {
          "met": true,
          "need": "none-open",
          "open": null
        },
        {
          "allowed": 2,
          "met": true,
          "need": "attempts",
          "used": 0
        }
      ]
    }
    ── exit 5 ──
    "#);
    let answers = desk.answers("");
    let refused = desk.run(&["exam", "test-licence", "--answers", &answers]);
    assert_eq!(refused.code, 5, "{refused}");
    let answers = desk.answers(FIRST_DAY);
    let _ = desk.done(&["learn", "first-day", "--answers", &answers]);
    assert_snapshot!(desk.run(&["exam", "test-licence", "--ready"]), @"
    The licence of the small shelf: may you sit the exam?

    ~ Only an undertaking is missing. Type: onduty exam test-licence, and you will
      be asked to read and sign it.

    ✓ All courses are done
      ✓ “The first day” is done
    ✗ “A promise of secrecy” is not signed yet (you are asked to before the exam
      begins)
    ✓ No exam is unfinished
    ✓ Exams left: 2 (0 of 2 taken)
    ── exit 5 ──
    ");
    assert_snapshot!(desk.run(&["exam", "test-licence", "--ready", "--lang", "zh-CN"]), @"
    小书架上岗证：能不能考

    ~ 只差签一份承诺，输入：onduty exam test-licence，会先请你看、请你签。

    √ 课程都学完了
      √ 《第一天》已学完
    × 《保密承诺》还没签（考试开始前会请你看、请你签）
    √ 没有还没结束的考试
    √ 还可以考 2 次（共 2 次，已考 0 次）
    ── exit 5 ──
    ");
    let (told, code) = desk.json(&["exam", "test-licence", "--ready", "--lang", "zh-CN"]);
    assert_eq!((code, &told["lacks_only_agreement"], &told["needs"][0]["met"]), (5, &true.into(), &true.into()));
}

/// The text is put before the candidate on the way to the exam, once.
#[test]
fn an_agreement_is_asked_for_on_the_way() {
    let desk = Desk::at_shelf();
    let answers = desk.answers(FIRST_DAY);
    let _ = desk.done(&["learn", "first-day", "--answers", &answers]);
    let none = desk.answers("");
    let begun = desk.run(&["exam", "test-licence", "--answers", &none]);
    assert_eq!(begun.code, 2, "{begun}");
    assert_snapshot!(begun.err.split("Question 1").next().expect("what came before"), @"

    陈小满 · A promise of secrecy
    A promise of secrecy

    I tell nobody what I learn of customers.
    1. I agree and will keep to it
    Your answer: I agree and will keep to it

    Your undertaking is on record.

    陈小满 · The licence of the small shelf
    10 minutes left.
    ");
    let again = desk.run(&["exam", "test-licence", "--answers", &none]);
    assert!(!again.err.contains("Your undertaking is on record."), "{again}");
    let agreed = |desk: &Desk| {
        let rows = desk.store().attempts(None).expect("readable");
        rows.iter().filter(|row| row.subject.named() == "agreement:secret").map(|row| row.closed).collect::<Vec<_>>()
    };
    assert_eq!(agreed(&desk), [true]);
    sound(&desk);
}

/// Who agreed to other words under the same name has agreed to nothing that is asked here.
#[test]
fn another_text_was_not_agreed_to() {
    let desk = Desk::at_shelf();
    let met = |desk: &Desk| {
        let (told, _) = desk.json(&["exam", "test-licence", "--ready"]);
        told["needs"].as_array().expect("needs").iter().find(|n| n["need"] == "agreement").expect("asked for")["met"].clone()
    };
    let learned = desk.answers(FIRST_DAY);
    let _ = desk.done(&["learn", "first-day", "--answers", &learned]);
    let (ours, theirs) = ("我不把客户的事说给别人。", "我什么都不答应。");
    desk.edit("shelf/library.toml", ours, theirs);
    let none = desk.answers("");
    let begun = desk.run(&["exam", "test-licence", "--answers", &none]);
    assert_eq!((begun.code, met(&desk)), (2, true.into()), "{begun}");
    desk.edit("shelf/library.toml", theirs, ours);
    assert_eq!(met(&desk), false);
}

/// A script may learn, but where only persons are examined it does not count.
#[test]
fn what_a_script_learned_does_not_count_for_a_person() {
    let ready = |accepts: &str| {
        let desk = Desk::at_shelf();
        desk.edit("shelf/licence.toml", "accepts = \"script\"", &format!("accepts = \"{accepts}\""));
        let answers = desk.answers(FIRST_DAY);
        let _ = desk.done(&["learn", "first-day", "--answers", &answers]);
        let (told, _) = desk.json(&["exam", "test-licence", "--ready"]);
        told["needs"][0].clone()
    };
    assert_eq!(ready("script")["met"], true);
    let courses = serde_json::json!([{"course": "first-day", "done": false, "by_script": true}]);
    assert_eq!(ready("person"), serde_json::json!({"need": "courses", "met": false, "courses": courses}));
}
