//! An exam with a written question: the answer sheet keeps the text, a break loses nothing, and the clock counts.

use onduty::attempt::event::Body;
use onduty::cli::recall::recall;
use onduty::model::question::Response;

use super::*;
use crate::desk::Happens;

/// The texts answered to the written question, in order.
fn texts(office: &Office) -> Vec<String> {
    let store = office.store();
    let row =
        store.attempts(None).expect("readable").into_iter().find(|row| row.subject.parts().0 == "licence").expect("an exam");
    let kept = recall(&store, &row.id).expect("kept");
    let words = |it: &onduty::attempt::state::Answer| match &it.response {
        Response::Words(Some(text)) => Some(text.clone()),
        _ => None,
    };
    kept.state.answers.iter().filter_map(words).collect()
}

#[test]
fn what_was_written_may_be_written_anew_until_it_is_handed_in() {
    let office = lobby();
    let lines = "\"papers/greet\" = true\n\"papers/letter\" = [\"Shut up.\", \"I am sorry; today.\"]\n\
                 \"lobby/sheet\" = [\"2\", \"hand-in\"]\n\"parcel/opening\" = \"look\"\n\"parcel/angry\" = \"Sorry, now.\"\n";
    let exam = office.sit("陈小满", "lobby", lines);
    assert_eq!(texts(&office), ["Shut up.", "I am sorry; today."]);
    assert_eq!(stands(&office, &exam), "passed 100 exit 0");
    // Only the last one is there to be read.
    let all = list(&office);
    assert_eq!(all.as_array().map(Vec::len), Some(2));
    assert!(!all.to_string().contains("Shut up"), "{all}");
}

#[test]
fn a_break_loses_nothing_that_was_written() {
    let office = lobby();
    let sit = |lines: &str| {
        let answers = office.desk.answers(lines);
        office.desk.run(&["exam", "lobby", "--answers", &answers])
    };
    assert_eq!(sit("\"papers/greet\" = true\n\"papers/letter\" = \"I am sorry; today.\"\n").code, 2, "the file has no more");
    office.desk.then(Happens::GoesBy(60_000));
    let ran = sit("\"parcel/opening\" = \"look\"\n\"parcel/angry\" = \"Sorry, now.\"\n");
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(texts(&office), ["I am sorry; today."]);
}

/// What comes after the limit is not taken; what was written before it counts, and is read as the rest is.
#[test]
fn the_clock_cuts_off_what_is_written_too_late() {
    let office = lobby();
    office.desk.when_said("Calm him down.", Happens::GoesBy(46 * 60_000));
    let exam = office.sit("陈小满", "lobby", &answers(true, "Sorry; today.", true, RED));
    let store = office.store();
    let row = store.attempts(None).expect("readable").into_iter().find(|row| row.id.short() == exam).expect("the exam");
    let events = store.events(&row.id).expect("events");
    assert!(events.iter().any(|it| matches!(it.event.body, Body::TimeUp { part: 1 })), "{events:?}");
    assert!(!events.iter().any(|it| matches!(it.event.body, Body::Wrote { .. })));
    assert_eq!(list(&office).as_array().map(Vec::len), Some(1), "only the question was written");
}
