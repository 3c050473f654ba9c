//! `learner edit`: what one person is allowed beyond others. Signed by an examiner, recorded in each plan, said on the licence without a
//! word of why.

use insta::assert_snapshot;
use onduty::attempt::act::Deed;
use onduty::attempt::event::{Beside, Body};
use onduty::attempt::plan::Allowance;
use onduty::base::id::LearnerId;
use onduty::model::span::Span;
use onduty::store::Store as _;
use serde_json::json;

use crate::candidate::Candidate;
use crate::office::{Office, RIGHT, masked};

/// Why, as an examiner might write it; it must turn up nowhere.
const WHY: &str = "reads slowly, doctor's note of 3 May";

fn edit(office: &Office, who: &str, more: &[&str]) -> crate::desk::Ran {
    office.by(who, &[&["learner", "edit", "陈小满", "--reason", WHY], more].concat())
}

fn learner(office: &Office) -> LearnerId {
    office.store().learners().expect("readable").into_iter().find(|l| l.name == "陈小满").expect("enrolled").id
}

/// The plan of the newest exam.
fn plan(office: &Office) -> onduty::attempt::plan::Plan {
    let store = office.store();
    let rows = store.attempts(Some(&learner(office))).expect("readable");
    let newest = rows.iter().filter(|r| r.subject.parts().0 == "licence").max_by_key(|r| r.started).expect("an exam");
    let events = store.events(&newest.id).expect("an unbroken chain");
    let Body::Started { plan } = &events[0].event.body else { panic!("it began") };
    (**plan).clone()
}

#[test]
fn it_is_said_kept_and_taken_back() {
    let office = Office::staffed();
    assert_snapshot!(edit(&office, "李考", &["--time", "1.5", "--no-reply-clock"]), @"
    ── stderr ──
    陈小满, in exams and practice from now on: 1.5 times the time of others, no clock on replies.
    ── exit 0 ──
    ");
    assert_snapshot!(edit(&office, "李考", &["--time", "1.5", "--no-reply-clock"]), @"
    ── stderr ──
    陈小满 has that already: 1.5 times the time of others, no clock on replies. Nothing was changed.
    ── exit 0 ──
    ");
    let listed = office.desk.json(&["learner", "list"]).0;
    assert_eq!(listed[0]["allowance"], json!({ "time": 1500, "no_reply_clock": true }));
    let shown = office.desk.done(&["learner", "show", "陈小满"]);
    assert_snapshot!(shown.err, @"陈小满, in exams and practice: 1.5 times the time of others, no clock on replies.");
    assert_snapshot!(edit(&office, "李考", &["--time", "1"]), @"
    ── stderr ──
    陈小满, in exams and practice from now on: the same as everybody.
    ── exit 0 ──
    ");
    assert!(office.desk.json(&["learner", "list"]).0[0].get("allowance").is_none());
    assert_eq!(office.acts().iter().filter(|s| matches!(s.act.deed, Deed::Allowed { .. })).count(), 2, "nothing is overwritten");
    assert!(office.is_sound());
}

#[test]
fn nonsense_and_whoever_may_not_are_refused() {
    let office = Office::staffed();
    for time in ["0.5", "6", "a lot", "-1"] {
        assert_eq!(edit(&office, "李考", &["--time", time]).code, 2, "{time}");
    }
    assert_eq!(edit(&office, "李考", &[]).code, 2, "neither time nor clock");
    let issuer = edit(&office, "钱发", &["--time", "2"]);
    assert_eq!(issuer.code, 5, "an issuer alone examines nobody: {issuer}");
    // An act made by hand counts no more than its signer may.
    let beside = Beside { salt: "00".repeat(16), words: WHY.to_owned() };
    let allowance = Allowance { time: 3000, no_reply_clock: false };
    office.forge("钱发", Deed::Allowed { learner: learner(&office), allowance, reason: beside.digest() }, Some(beside));
    let _ = office.sit("陈小满", "quick", RIGHT);
    assert_eq!(plan(&office).allowance, None);
}

#[test]
fn an_exam_is_sat_with_it_and_the_licence_says_so_and_not_why() {
    let office = Office::staffed();
    assert_eq!(edit(&office, "李考", &["--time", "1.5"]).code, 0);
    let _ = office.sit("陈小满", "quick", RIGHT);
    let plan = plan(&office);
    assert_eq!(plan.allowance, Some(Allowance { time: 1500, no_reply_clock: false }));
    assert_eq!(plan.stretched(Span::minutes(40)), Span::minutes(60));
    let out = office.desk.path("licence.json").display().to_string();
    let ran = office.issue("陈小满", "quick", &out);
    assert_eq!(ran.code, 0, "{ran}");
    let licence = String::from_utf8(office.read("licence.json")).expect("UTF-8");
    assert!(licence.contains("note/accommodated") && licence.contains("延长了时间"), "{licence}");
    let told = [licence, office.desk.done(&["learner", "show", "陈小满", "--format", "json"]).to_string()];
    assert!(told.iter().all(|text| !text.contains("doctor")), "why stays with the act");
    // Taken back before the exam, it would be another plan; after it, it was still sat with it.
    assert!(office.is_sound());
}

#[test]
fn a_plan_with_more_time_than_was_allowed_makes_no_licence() {
    let office = Office::staffed();
    let more = |plan: &mut onduty::attempt::plan::Plan| plan.allowance = Some(Allowance { time: 5000, no_reply_clock: true });
    let _ = Candidate::new(&office.desk, "quick").by_script().with_plan(more).sits();
    let out = office.desk.path("licence.json").display().to_string();
    assert_snapshot!(masked(&office.issue("陈小满", "quick", &out).to_string()), @"
    ── stderr ──
    Not done: The time that exam NUMBER was given is not what was on record for this person then.
    ── exit 5 ──
    ");
}

#[test]
fn why_goes_with_the_person() {
    let office = Office::staffed();
    assert_eq!(edit(&office, "李考", &["--time", "2"]).code, 0);
    let reasons = |office: &Office| {
        office.acts().iter().filter(|s| matches!(s.act.deed, Deed::Allowed { .. }) && s.beside.is_some()).count()
    };
    assert_eq!(reasons(&office), 1);
    office.store().erase(&learner(&office)).expect("erased");
    assert_eq!(reasons(&office), 0);
    assert!(office.is_sound());
}
