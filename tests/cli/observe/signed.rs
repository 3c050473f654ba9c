//! An observation counts once its examiner signs what he has seen.

use insta::assert_snapshot;

use onduty::attempt::plan::{Observes, Plan, Subject};
use onduty::base::moment::Moment;
use onduty::cli::recall::recall;
use onduty::cli::start;
use onduty::model::frozen::Frozen;

use super::apart::observed;
use super::*;
use crate::make;

#[test]
fn what_was_left_half_way_goes_on_with_the_same_command() {
    let (office, exam) = admitted();
    let observe = |answers: &str| {
        let answers = office.desk.answers(answers);
        office.by("李考", &["observe", "hands", "--candidate", "陈小满", "--station", "bow", "--answers", &answers])
    };
    assert_eq!(observe("\"bow/stand\" = 1").code, 2, "the file has no more");
    let left = office.newest_observation();
    let events = office.store().events(&left).expect("events");
    assert!(matches!(events.last().map(|e| &e.event.body), Some(Body::Left { how: Leaving::EndOfInput, .. })), "{events:?}");
    assert!(result(&office, &exam)["waiting"].as_array().is_some_and(|w| w.iter().all(|s| s["missing"] == 2)), "not signed");
    // What was marked is not asked again.
    let ran = observe("\"bow/bow\" = 2\n\"bow/why\" = 1\n\"bow/overall\" = 5");
    assert!(ran.err.contains("Going on where you left off.") && ran.err.contains("Item 2 of 4"), "{ran}");
    assert!(!ran.err.contains("Item 1 of 4") && ran.err.contains("are signed and kept"), "{ran}");
    assert_eq!(office.observations().len(), 1);
    assert_eq!(office.newest_observation(), left);
}

/// 李考 handed in full marks for the bow; the program was killed before he signed.
fn unsigned() -> (Office, String) {
    let (office, exam) = admitted();
    office.cut("observed");
    let ran = office.observe("李考", "bow", &[1, 2, 1, 5]);
    assert_eq!(ran.code, 4, "{ran}");
    assert_eq!(office.observations().iter().map(|o| o.closed).collect::<Vec<_>>(), [true], "all marks are there");
    assert_eq!(missing(&office, &exam), 2, "but nobody stands for them");
    office.mend();
    (office, exam)
}

/// How many examiners the first station waits for.
fn missing(office: &Office, exam: &str) -> Value {
    result(office, exam)["waiting"][0]["missing"].clone()
}

#[test]
fn a_script_does_not_sign_what_it_has_not_seen() {
    let (office, exam) = unsigned();
    assert_snapshot!(masked(&office.observe("李考", "bow", &[1, 2, 1, 5]).to_string()), @r#"
    ── stderr ──
    Not done: The marks for "A bow" were handed in earlier and are not signed yet; a script cannot look before it signs.
      What to do: Run it again without --answers, look, then sign.
    ── exit 5 ──
    "#);
    assert_eq!(missing(&office, &exam), 2);
}

/// An observation that the candidate began in the examiner's name, at a station without its critical step, is not gone on with.
#[test]
fn an_observation_of_another_station_is_nobodys() {
    let (office, exam) = admitted();
    let mut store = office.store();
    let id = store.attempts(None).expect("readable").into_iter().find(|row| row.id.short() == exam).expect("an exam").id;
    let activity = recall(&store, &id).expect("kept").activity;
    let (station, content) = &activity.plan.exam.as_ref().expect("an exam").stations[0];
    let mut rigged = activity.station(content).clone();
    rigged.steps[0].critical = false;
    let frozen = [Frozen::Frame(activity.frame.clone()), Frozen::Station(Box::new(rigged.clone()))];
    let (listed, _) = office.desk.json(&["staff", "list"]);
    let examiner = listed.as_array().expect("a list").iter().find(|s| s["name"] == "李考").expect("on the list")["id"].clone();
    let observes = Observes { exam: id, examiner: examiner.as_str().expect("text").into(), paper: false };
    let plan = Plan {
        learner: activity.plan.learner.clone(),
        observes: Some(observes),
        ..make::plan(Subject::Station(station.to_string()), frozen[0].digest(), start::watched(&rigged))
    };
    store
        .begin(&make::started(plan, Moment(1_795_300_000_000)), &frozen.map(|content| content.sealed()))
        .expect("the store does not judge");
    let marks: &[u8] = if station.as_str() == "bow" { &[1, 2, 1, 5] } else { &[3, 1, 5] };
    let ran = office.observe("李考", station.as_str(), marks);
    assert_eq!((ran.code, office.observations().len()), (0, 2), "{ran}");
    let signed = observed(&office, station.as_str());
    assert!(!matches!(&signed[0], Deed::Observed { observation, .. } if observation.as_str() == "a"), "{signed:?}");
    assert_eq!(stands(&office, &exam).0, "pending");
}

#[cfg(unix)]
mod at_the_screen {
    use super::*;

    const OBSERVE: [&str; 5] = ["observe", "hands", "--candidate", "陈小满", "--station=bow"];

    #[test]
    fn marks_handed_in_earlier_are_shown_before_they_are_signed() {
        let (office, exam) = unsigned();
        let mut window = office.window("李考", &OBSERVE);
        window.until("the marks and what to do", |look| look.has("1) They are mine"));
        let all = window.all().join("\n");
        for seen in ["handed in earlier", "Stands up", "1/1", "Bows and says hello", "2/2 · Both", "5 · Excellent"] {
            assert!(all.contains(seen), "{seen}: {all}");
        }
        window.press("1\r");
        assert_eq!(window.ends(), 0);
        assert_eq!((missing(&office, &exam), office.observations().len()), (1.into(), 1));
        assert!(office.is_sound());
    }

    #[test]
    fn a_passphrase_may_be_mistyped_twice() {
        let (office, _) = unsigned();
        let mut window = office.at_the_door("李考", &OBSERVE);
        window.press("incorrect\r");
        window.until("once more", |look| look.has("once more"));
        window.press("correct horse battery\r");
        window.until("the marks and what to do", |look| look.has("1) They are mine"));
        window.press("\u{3}");
        assert_eq!(window.ends(), 130);
        let mut window = office.at_the_door("李考", &OBSERVE);
        for _ in 0..3 {
            window.press("incorrect\r");
        }
        assert_eq!(window.ends(), 5);
        assert!(!window.all().join("\n").contains("incorrect"), "nothing typed is shown");
    }

    #[test]
    fn marks_that_are_not_ones_own_are_given_anew() {
        let (office, exam) = unsigned();
        let mut window = office.window("李考", &OBSERVE);
        window.until("what to do", |look| look.has("2) They are not"));
        window.press("2\r");
        window.until("the first step again", |look| look.has("Stays seated"));
        window.press("\u{3}");
        assert_eq!(window.ends(), 130);
        // Signed was nothing; the new sheet goes on, the old one is never asked about again.
        assert_eq!((missing(&office, &exam), office.observations().len()), (2.into(), 2));
        let ran = office.observe("李考", "bow", &[0, 2, 1, 2]);
        assert_eq!(ran.code, 0, "{ran}");
        assert_eq!((missing(&office, &exam), office.observations().len()), (1.into(), 2));
        let closed = office.store().events(&office.newest_observation()).expect("events");
        let Some(Body::Closed { grade: Grade::Station(grade) }) = closed.last().map(|e| &e.event.body) else {
            panic!("{closed:?}")
        };
        assert_eq!(grade.overall, Some(2), "the new marks are the signed ones");
    }

    #[test]
    fn who_comes_third_is_told_and_signs_nothing() {
        let (office, exam) = admitted();
        let mut window = office.window("赵考", &OBSERVE);
        window.until("the first step", |look| look.has("Stays seated"));
        both(&office, "bow", &[1, 2, 1, 5], &[1, 2, 1, 5]);
        for (mark, next) in [("1", "Item 2 of 4"), ("2", "Item 3 of 4"), ("1", "Item 4 of 4"), ("4", "Hand in the marks")] {
            window.press(mark);
            window.until(next, |look| look.has(next));
        }
        window.press("5\r");
        window.until("whether to hand in", |look| look.has("Yes, hand in the marks"));
        window.press("2\r");
        assert_eq!(window.ends(), 5);
        assert!(window.all().iter().any(|line| line.contains("waits for you")), "{:#?}", window.all());
        assert_eq!((observed(&office, "bow").len(), stands(&office, &exam).0.as_str()), (2, "pending"));
    }
}
