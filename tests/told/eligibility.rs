//! Who may sit, and what to do if not yet.

use std::collections::BTreeSet;

use onduty::base::moment::Moment;
use onduty::grade::eligible::{Candidate, Sat, Stands, eligible};
use onduty::locale::{Tongue, Words};
use onduty::report::eligibility::{Ctx, json, told};

use super::shown;
use super::trial::{MINUTE, START, shelf};

fn read(tongue: Tongue, window: usize, candidate: &Candidate) -> String {
    let library = shelf();
    let words = Words::new(tongue);
    let scheme = &library.licences[&"test-licence".into()];
    let ctx = Ctx { scheme, library: &library, now: START, words: &words };
    shown(tongue, window, &told(&eligible(scheme, candidate, START), ctx))
}

fn ready() -> Candidate {
    Candidate { courses: BTreeSet::from(["first-day".into()]), agreed: BTreeSet::from(["secret".into()]), ..Candidate::default() }
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
    insta::assert_snapshot!(read(Tongue::Zh, 80, &Candidate::default()), @"");
    insta::assert_snapshot!(read(Tongue::En, 40, &Candidate::default()), @"");
}

#[test]
fn who_is_ready_is_told_the_command() {
    insta::assert_snapshot!(read(Tongue::Zh, 40, &ready()), @"");
    insta::assert_snapshot!(read(Tongue::En, 80, &ready()), @"");
    let unsigned = Candidate { agreed: BTreeSet::new(), ..ready() };
    insta::assert_snapshot!(read(Tongue::Zh, 80, &unsigned), @"");
}

#[test]
fn waiting_time_has_its_hour_and_minute() {
    let candidate = Candidate { sat: vec![failed()], ..ready() };
    insta::assert_snapshot!(read(Tongue::Zh, 80, &candidate), @"");
    insta::assert_snapshot!(read(Tongue::En, 80, &candidate), @"");
    let granted = Candidate { granted: vec![START], ..candidate };
    assert!(read(Tongue::Zh, 80, &granted).contains("√ 不用再等"));
}

#[test]
fn what_stands_before_another_exam() {
    let before = |stands| read(Tongue::Zh, 80, &Candidate { sat: vec![sat(stands)], ..ready() });
    let line =
        |text: String| text.lines().skip(2).filter(|l| !l.contains("课程") && !l.contains("已")).collect::<Vec<_>>().join("\n");
    let all = [Stands::Open, Stands::Pending, Stands::Borderline].map(before).map(line).join("\n\n");
    insta::assert_snapshot!(all, @"");
    insta::assert_snapshot!(before(Stands::Passed), @"");
}

#[test]
fn all_exams_taken_or_a_licence_held() {
    let used = Candidate { sat: vec![failed(), failed()], ..ready() };
    insta::assert_snapshot!(read(Tongue::Zh, 80, &used), @"");
    let until = Moment(START.0 + 100 * 24 * 60 * MINUTE);
    let held = Candidate { sat: vec![sat(Stands::Issued)], holds: Some(until), ..ready() };
    insta::assert_snapshot!(read(Tongue::Zh, 80, &held), @"");
    let soon = Candidate { holds: Some(Moment(START.0 + 20 * 24 * 60 * MINUTE)), ..held };
    insta::assert_snapshot!(read(Tongue::En, 80, &soon), @"");
}

#[test]
fn the_same_for_programs() {
    let library = shelf();
    let words = Words::new(Tongue::En);
    let scheme = &library.licences[&"test-licence".into()];
    let ctx = Ctx { scheme, library: &library, now: START, words: &words };
    let candidate = Candidate { sat: vec![failed()], ..ready() };
    insta::assert_snapshot!(serde_json::to_string_pretty(&json(&eligible(scheme, &candidate, START), ctx)).expect("a value"), @"");
}
