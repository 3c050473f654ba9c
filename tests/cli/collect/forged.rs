//! Words that are missing from a file: what rests on them is believed only where this desk itself let them go.

use onduty::attempt::event::{Beside, Body};
use onduty::base::points::Exact;
use onduty::cli::parcel::{self, Letter};
use onduty::model::grade::Grade;
use onduty::store::Sealed;

use super::{Company, secret};
use crate::desk::Desk;

/// 陈小满 has typed a word at the first PC, and missed it.
fn typed() -> Company {
    let company = Company::new();
    let pc = &company.pcs[0];
    let answers = pc.file("typed.toml", "format = 1\nfallback = \"first\"\n[answers]\n\"kinds/word\" = \"走开\"\n");
    let ran = pc.run(&["--as", "陈小满", "quiz", "kinds", "--count", "20", "--answers", &answers]);
    assert!(ran.code <= 1, "{ran}");
    company
}

fn attempts(desk: &Desk) -> usize {
    desk.json(&["--as", "0042", "list", "attempts"]).0["attempts"].as_array().map_or(0, Vec::len)
}

/// The newest event and its line say the same again, and so do the lines after it.
fn sealed_anew(letter: &mut Letter) {
    let closed = letter.parcel.attempts[0].events.last().expect("events").0.digest();
    let mut previous = None;
    for line in &mut letter.parcel.lines {
        if matches!(line.what, Sealed::Closed { .. }) {
            line.digest = closed;
        }
        line.previous = previous;
        previous = Some(line.digest());
    }
}

/// Whoever has a PC takes the typed words out of an attempt, and writes better points into its end.
#[test]
fn a_grade_cannot_hide_behind_words_that_were_taken_out() {
    let company = typed();
    company.send(0, "一号机");
    let path = company.sent().remove(0);
    let mut letter = parcel::read(&path).expect("as it was sent");
    let events = &mut letter.parcel.attempts[0].events;
    assert!(events.iter().any(|(_, beside)| beside.is_some()), "there are words");
    events.iter_mut().for_each(|(_, beside)| *beside = None);
    let (last, _) = events.last_mut().expect("events");
    let Body::Closed { grade: Grade::Quiz(grade) } = &mut last.body else { panic!("a quiz that is over") };
    grade.earned = Exact::new(99, 1);
    sealed_anew(&mut letter);
    std::fs::write(&path, parcel::written(&letter, &secret(&company.pcs[0]))).expect("written");
    let ran = company.desk.run(&["collect", &company.dir()]);
    assert!(ran.code == 1 && ran.out.contains("walked and graded again"), "{ran}");
    assert_eq!(attempts(&company.desk), 0, "nothing of it is here");
}

/// What is here already is known by its events: whether its words come once more does not matter, other words than were typed do.
#[test]
fn what_is_here_is_known_without_its_words() {
    let company = typed();
    company.send(0, "一号机");
    let collect = || company.desk.run(&["collect", &company.dir()]);
    assert_eq!(collect().code, 0);
    let path = company.sent().remove(0);
    let whole = parcel::read(&path).expect("as it was sent");
    let write = |change: &dyn Fn(&mut Option<Beside>)| {
        let mut letter = whole.clone();
        letter.parcel.attempts[0].events.iter_mut().for_each(|(_, beside)| change(beside));
        std::fs::write(&path, parcel::written(&letter, &secret(&company.pcs[0]))).expect("written");
    };
    write(&|beside| *beside = None);
    let ran = collect();
    assert!(ran.code == 0 && ran.out.contains("0 new, 1 known"), "{ran}");
    write(&|beside| beside.iter_mut().for_each(|it| it.words = "您好".to_owned()));
    let ran = collect();
    assert!(ran.code == 1 && ran.out.contains("walked and graded again"), "{ran}");
}

/// What was erased at both ends comes once more without its words, and is what it was.
#[test]
fn an_erased_persons_attempt_comes_once_more() {
    let company = typed();
    company.send(0, "一号机");
    let collect = || company.desk.run(&["collect", &company.dir()]);
    assert_eq!(collect().code, 0);
    let _ = company.desk.done(&["learner", "erase", "0042", "--yes-erase", "陈小满"]);
    let _ = company.desk.done(&["send", &company.dir(), "--roster"]);
    let _ = company.pcs[0].done(&["collect", &company.dir()]);
    let _ = company.pcs[0].done(&["send", &company.dir(), "--all"]);
    let ran = collect();
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(company.desk.run(&["audit"]).code, 0);
}
