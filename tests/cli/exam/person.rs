//! Where a scheme takes persons only, a file of answers is refused; and no file goes on with a person's exam.

use std::collections::BTreeMap;

use insta::assert_snapshot;

use onduty::attempt::event::{Body, Event, Recorded};
use onduty::attempt::plan::Conduct;
use onduty::base::id::AttemptId;
use onduty::model::frozen::Frozen;
use onduty::model::licence::Accepts;

use super::{Desk, all_right, sound};

/// The exam that was just begun by script, begun again as by a person, under a scheme that accepts this.
fn a_person_began(desk: &Desk, accepts: Accepts) -> AttemptId {
    let (kept, mut store) = (desk.kept(), desk.store());
    let mut scheme = kept.activity.scheme().expect("an exam").clone();
    scheme.conduct.accepts = accepts;
    let (digest, bytes) = Frozen::Scheme(Box::new(scheme)).sealed();
    let mut plan = kept.activity.plan;
    plan.attempt = AttemptId::from("01a200df-e578-7cc6-bfb9-0000000000a1");
    plan.conduct = Conduct::Person;
    plan.exam.as_mut().expect("an exam").scheme = digest;
    let content = |it| if it == digest { bytes.clone() } else { store.content(&it).expect("readable").expect("kept") };
    let contents: BTreeMap<_, _> = plan.contents().map(|it| (it, content(it))).collect();
    let (attempt, by, at) = (plan.attempt.clone(), plan.actor(), kept.state.at);
    let event = Event { attempt: attempt.clone(), seq: 0, at, by, body: Body::Started { plan: Box::new(plan) }, previous: None };
    store.begin(&Recorded { event, beside: None }, &contents.into_iter().collect::<Vec<_>>()).expect("a new attempt");
    attempt
}

#[test]
fn a_file_is_refused_where_persons_are_examined() {
    let desk = Desk::at_hall();
    desk.edit("hall/hall.toml", "accepts = \"script\"", "accepts = \"person\"");
    assert_snapshot!(desk.sits(&all_right()), @r#"
    ── stderr ──
    Not done: "hall" takes answers from a person only, not from a file.
    ── exit 5 ──
    "#);
    let answers = desk.answers(&all_right());
    assert_snapshot!(desk.run(&["exam", "hall", "--answers", &answers, "--lang", "zh-CN"]), @"
    ── stderr ──
    没办成：“hall”只接受本人作答，不能用回答文件。
    ── exit 5 ──
    ");
    assert_eq!(desk.store().attempts(None).expect("readable").len(), 0, "nothing was begun");
    desk.edit("hall/hall.toml", "[conduct]\naccepts = \"person\"\n", "");
    assert_eq!(desk.sits(&all_right()).code, 5, "persons only is the rule where nothing is said");
    assert_eq!(desk.run(&["exam", "hall"]).code, 2, "and a person needs a terminal");
}

#[test]
fn a_file_does_not_go_on_with_a_persons_exam() {
    for accepts in [Accepts::Person, Accepts::Script] {
        let desk = Desk::at_hall();
        desk.employ(&[("周考官", "examiner")]);
        let _ = desk.sits("");
        let scripted = desk.exams()[0].id.to_string();
        let persons = a_person_began(&desk, accepts);
        assert_eq!(desk.signed(&["void", &scripted, "--reason", "a script began it"]).code, 0);
        let answers = desk.answers(&all_right());
        // The library says script; what counts is what the exam was begun under, and by whom.
        for args in [&["exam", "hall"][..], &["resume"], &["resume", persons.as_str()]] {
            let ran = desk.run(&[args, &["--answers", &answers]].concat());
            assert_eq!(ran.code, 5, "{args:?}: {ran}");
            assert!(ran.err.contains("person"), "{ran}");
        }
        assert_eq!(desk.kept_of(&persons).events.len(), 1, "not even a coming and going");
        sound(&desk);
    }
}
