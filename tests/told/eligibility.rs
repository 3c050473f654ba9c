//! Who may sit, and what to do if not yet.

use std::collections::{BTreeMap, BTreeSet};

use onduty::base::id::CourseId;
use onduty::base::moment::Moment;
use onduty::grade::eligible::{Candidate, Held, Sat, Stands, eligible};
use onduty::locale::{Tongue, Words};
use onduty::model::library::Library;
use onduty::model::licence::Scheme;
use onduty::report::eligibility::{Ctx, json, told};

use super::shown;
use super::trial::{MINUTE, START, shelf};

/// Nobody was waived anything, and no script replied.
fn ctx<'a>(library: &'a Library, scheme: &'a Scheme, words: &'a Words) -> Ctx<'a> {
    static SCRIPTED: BTreeSet<CourseId> = BTreeSet::new();
    static WAIVED: BTreeMap<CourseId, Moment> = BTreeMap::new();
    Ctx { scheme, library, now: START, words, scripted: &SCRIPTED, waived: &WAIVED, menu: false }
}

fn read(tongue: Tongue, window: usize, candidate: &Candidate) -> String {
    let library = shelf();
    let words = Words::new(tongue);
    let scheme = &library.licences[&"test-licence".into()];
    let ctx = ctx(&library, scheme, &words);
    shown(tongue, window, &told(&eligible(scheme, candidate, START), ctx))
}

fn ready() -> Candidate {
    Candidate {
        courses: BTreeMap::from([("first-day".into(), Moment(START.0 - 3_600_000))]),
        agreed: BTreeSet::from(["secret".into()]),
        ..Candidate::default()
    }
}

fn sat(stands: Stands) -> Sat {
    Sat { attempt: "019a0000-0000-7000-8000-00005e1f0001".into(), started: Moment(START.0 - 3_600_000), stands }
}

/// Failed 18 hours, 47 minutes and a half before; the scheme has a day of waiting.
fn failed() -> Sat {
    sat(Stands::Failed(Moment(START.0 - (18 * 60 + 47) * MINUTE - MINUTE / 2)))
}

#[test]
fn a_newcomer_is_told_where_to_begin() {
    insta::assert_snapshot!(read(Tongue::Zh, 80, &Candidate::default()), @"
    小书架上岗证：能不能考

    × 现在还不能考，先把下面还缺的办好。

    × 课程：学完 0 门，共 1 门
      × 《第一天》还没学完，输入：onduty learn first-day
    × 《保密承诺》还没签（考试开始前会请你看、请你签）
    √ 没有还没结束的考试
    √ 还可以考 2 次（共 2 次，已考 0 次）
    ");
    insta::assert_snapshot!(read(Tongue::En, 40, &Candidate::default()), @"
    The licence of the small shelf: may you
    sit the exam?

    ✗ Not yet. First see to what is missing
      below.

    ✗ Courses: 0 of 1 done
      ✗ “The first day” is not done yet.
        Type: onduty learn first-day
    ✗ “A promise of secrecy” is not
      signed yet (you are asked to before
      the exam begins)
    ✓ No exam is unfinished
    ✓ Exams left: 2 (0 of 2 taken)
    ");
}

#[test]
fn who_is_ready_is_told_the_command() {
    insta::assert_snapshot!(read(Tongue::Zh, 40, &ready()), @"
    小书架上岗证：能不能考

    √ 可以考了，输入：
      onduty exam test-licence

    √ 课程都学完了
      √ 《第一天》已学完
    √ 《保密承诺》已签
    √ 没有还没结束的考试
    √ 还可以考 2 次（共 2 次，已考 0 次）
    ");
    insta::assert_snapshot!(read(Tongue::En, 80, &ready()), @"
    The licence of the small shelf: may you sit the exam?

    ✓ You may sit the exam. Type: onduty exam test-licence

    ✓ All courses are done
      ✓ “The first day” is done
    ✓ “A promise of secrecy” is signed
    ✓ No exam is unfinished
    ✓ Exams left: 2 (0 of 2 taken)
    ");
    let unsigned = Candidate { agreed: BTreeSet::new(), ..ready() };
    insta::assert_snapshot!(read(Tongue::Zh, 80, &unsigned), @"
    小书架上岗证：能不能考

    ~ 只差签一份承诺，输入：onduty exam test-licence，会先请你看、请你签。

    √ 课程都学完了
      √ 《第一天》已学完
    × 《保密承诺》还没签（考试开始前会请你看、请你签）
    √ 没有还没结束的考试
    √ 还可以考 2 次（共 2 次，已考 0 次）
    ");
}

#[test]
fn waiting_time_has_its_hour_and_minute() {
    let candidate = Candidate { sat: vec![failed()], ..ready() };
    insta::assert_snapshot!(read(Tongue::Zh, 80, &candidate), @"
    小书架上岗证：能不能考

    ~ 还要等 5 小时 13 分钟，2026-11-22 18:13 起可以考。

    √ 课程都学完了
      √ 《第一天》已学完
    √ 《保密承诺》已签
    √ 没有还没结束的考试
    √ 还可以考 1 次（共 2 次，已考 1 次）
    × 还要等 5 小时 13 分钟，2026-11-22 18:13 起可以考
    ");
    insta::assert_snapshot!(read(Tongue::En, 80, &candidate), @"
    The licence of the small shelf: may you sit the exam?

    ~ 5 hours 13 minutes to wait: from 2026-11-22 18:13 on you may sit the exam.

    ✓ All courses are done
      ✓ “The first day” is done
    ✓ “A promise of secrecy” is signed
    ✓ No exam is unfinished
    ✓ Exams left: 1 (1 of 2 taken)
    ✗ 5 hours 13 minutes to wait: from 2026-11-22 18:13 on you may sit the exam
    ");
    let granted = Candidate { granted: vec![START], ..candidate };
    assert!(read(Tongue::Zh, 80, &granted).contains("√ 不用再等"));
}

#[test]
fn what_stands_before_another_exam() {
    let before = |stands| read(Tongue::Zh, 80, &Candidate { sat: vec![sat(stands)], ..ready() });
    let line =
        |text: String| text.lines().skip(2).filter(|l| !l.contains("课程") && !l.contains("已")).collect::<Vec<_>>().join("\n");
    let all = [Stands::Open, Stands::Pending, Stands::Borderline].map(before).map(line).join("\n\n");
    insta::assert_snapshot!(all, @"
    × 有一场正在考，接着考：onduty exam test-licence


    ~ 上一场（5e1f0001）还在等考站打分；看进展：onduty result 5e1f0001


    ~ 上一场（5e1f0001）只差一点，等考官决定；看结果：onduty result 5e1f0001
    ");
    insta::assert_snapshot!(before(Stands::Passed), @"
    小书架上岗证：能不能考

    √ 已经通过（5e1f0001），等发证人签发上岗证

    √ 课程都学完了
      √ 《第一天》已学完
    √ 《保密承诺》已签
    √ 还可以考 1 次（共 2 次，已考 1 次）
    ");
}

#[test]
fn all_exams_taken_or_a_licence_held() {
    let used = Candidate { sat: vec![failed(), failed()], ..ready() };
    insta::assert_snapshot!(read(Tongue::Zh, 80, &used), @"
    小书架上岗证：能不能考

    × 2 次都考过了。要再考，请考官批一次：onduty grant

    √ 课程都学完了
      √ 《第一天》已学完
    √ 《保密承诺》已签
    √ 没有还没结束的考试
    ");
    let until = Moment(START.0 + 100 * 24 * 60 * MINUTE);
    let held = Candidate {
        sat: vec![sat(Stands::Issued)],
        licence: Some(Held { issued: Moment(START.0 - 7_200_000), until }),
        ..ready()
    };
    insta::assert_snapshot!(read(Tongue::Zh, 80, &held), @"
    小书架上岗证：能不能考

    × 上岗证有效到 2027-03-02 13:00，2027-01-31 13:00 起可以续

    √ 课程都学完了
      √ 《第一天》已学完
      √ 《第一天》已学完
    √ 《保密承诺》已签
    √ 没有还没结束的考试
    √ 还可以考 2 次（共 2 次，已考 0 次）
    ");
    let soon = Candidate {
        licence: Some(Held { issued: Moment(START.0 - 7_200_000), until: Moment(START.0 + 20 * 24 * 60 * MINUTE) }),
        ..held.clone()
    };
    insta::assert_snapshot!(read(Tongue::En, 80, &soon), @"
    The licence of the small shelf: may you sit the exam?

    ✓ You may sit the exam. Type: onduty exam test-licence

    ✓ All courses are done
      ✓ “The first day” is done
      ✓ “The first day” is done
    ✓ “A promise of secrecy” is signed
    ✓ The licence holds until 2026-12-12 13:00 and can be renewed now
    ✓ No exam is unfinished
    ✓ Exams left: 2 (0 of 2 taken)
    ");
}

#[test]
fn the_same_for_programs() {
    let library = shelf();
    let words = Words::new(Tongue::En);
    let scheme = &library.licences[&"test-licence".into()];
    let ctx = ctx(&library, scheme, &words);
    let candidate = Candidate { sat: vec![failed()], ..ready() };
    insta::assert_snapshot!(serde_json::to_string_pretty(&json(&eligible(scheme, &candidate, START), ctx)).expect("a value"), @r#"
    {
      "from": {
        "at": 1795342350000,
        "local": "2026-11-22 18:13"
      },
      "lacks_only_agreement": false,
      "licence": "test-licence",
      "may_sit": false,
      "needs": [
        {
          "courses": [
            {
              "by_script": false,
              "course": "first-day",
              "done": true
            }
          ],
          "met": true,
          "need": "courses"
        },
        {
          "agreement": "secret",
          "met": true,
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
          "used": 1
        },
        {
          "from": {
            "at": 1795342350000,
            "local": "2026-11-22 18:13"
          },
          "met": false,
          "need": "wait"
        }
      ]
    }
    "#);
}

#[test]
fn whoever_renews_has_refreshed_the_courses_since() {
    let mut scheme = shelf().licences[&"test-licence".into()].clone();
    scheme.validity.refresher = vec!["first-day".into()];
    let (issued, until) = (Moment(START.0 - 7_200_000), Moment(START.0 - 1));
    let may = |licence, done| {
        let courses = BTreeMap::from([("first-day".into(), done)]);
        eligible(&scheme, &Candidate { licence, courses, ..ready() }, START).may_sit()
    };
    let held = Some(Held { issued, until });
    assert!(may(None, Moment(issued.0 - 1)), "the first time, once is enough");
    assert!(!may(held, Moment(issued.0 - 1)), "done before that licence");
    assert!(may(held, issued));
}

#[test]
fn after_a_licence_one_begins_anew() {
    let scheme = shelf().licences[&"test-licence".into()].clone();
    let licence = Some(Held { issued: START, until: Moment(START.0 + 1) });
    let later = Moment(START.0 + 1000);
    let left = |sat, granted| eligible(&scheme, &Candidate { licence, sat, granted, ..ready() }, later).left();
    let once = || vec![failed(), sat(Stands::Issued)];
    assert_eq!(left(once(), vec![]), 2);
    // What was granted for the licence before is used up; what was granted since counts, also before the first exam.
    assert_eq!(left(once(), vec![Moment(START.0 - 1)]), 2);
    assert_eq!(left(once(), vec![later]), 3);
}
