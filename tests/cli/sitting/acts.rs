//! What a PC's file says of acts and does not bear out: it is refused with its place, and the desk goes on.

use onduty::attempt::act::{AtSitting, Deed, Minute};
use onduty::attempt::event::Beside;
use onduty::base::digest::Digest;
use onduty::base::id::Did;
use onduty::cli::parcel::{ENDING, Kind, Letter, packed, unpacked};
use onduty::store::parcel::Done;

use super::Day;
use super::tampered::store_key;
use crate::desk::Ran;
use crate::office::RIGHT;

/// 陈小满 sat at the day's PC, 李考 noted something, and the file of it all was changed by whoever has that PC.
fn collected(change: impl Fn(&mut Letter)) -> (Day, Ran) {
    let day = Day::new();
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    assert_eq!(day.by_invigilator(&["sitting", "note", &day.sitting, "停电五分钟"]).code, 0);
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    let mut files = std::fs::read_dir(day.stick.path()).expect("a folder").map(|it| it.expect("readable").path());
    let path = files.find(|it| it.extension().is_some_and(|it| it == ENDING)).expect("a parcel");
    let (_, mut letter): (Did, Letter) = unpacked(Kind::Parcel, &path).expect("as it was written");
    change(&mut letter);
    let mut previous = None;
    for line in &mut letter.parcel.lines {
        line.previous = previous;
        previous = Some(line.digest());
    }
    std::fs::write(&path, packed(Kind::Parcel, &letter, &store_key(&day.pc))).expect("written");
    let ran = day.office.desk.run(&["collect", &day.dir()]);
    (day, ran)
}

/// What was noted.
fn noted(letter: &mut Letter) -> &mut Done {
    let is_it = |deed: &Deed| matches!(deed, Deed::Sitting(AtSitting { what: Minute::Incident { .. }, .. }));
    letter.parcel.acts.iter_mut().find(|it| is_it(&it.act.deed)).expect("the note")
}

/// The desk's records read, and it is told what is wrong with that file.
fn goes_on(day: &Day, ran: &Ran) {
    assert!(ran.code == 1 && ran.out.contains("is not sealed by that PC's ledger, or came with other words"), "{ran}");
    assert_eq!(day.office.desk.run(&["staff", "list"]).code, 0);
    let (report, _) = day.office.desk.json(&["audit"]);
    let found: Vec<_> = report["findings"].as_array().expect("a list").iter().map(|it| it["what"].clone()).collect();
    assert_eq!(found, ["refused"], "{report}");
}

#[test]
fn an_act_that_its_line_does_not_seal_is_not_taken() {
    let (day, ran) = collected(|letter| {
        let act = noted(letter).act.id.clone();
        let line = letter.parcel.lines.iter_mut().find(|it| it.what.act() == Some(&act)).expect("its line");
        line.digest = Digest::of_bytes(b"something else");
    });
    goes_on(&day, &ran);
}

#[test]
fn an_act_without_a_line_is_not_taken() {
    let (day, ran) = collected(|letter| {
        let act = noted(letter).act.id.clone();
        let end = letter.parcel.lines.iter().position(|it| it.what.act() == Some(&act)).expect("its line");
        letter.parcel.lines.truncate(end);
    });
    goes_on(&day, &ran);
}

#[test]
fn other_words_than_were_signed_are_not_taken() {
    let (day, ran) = collected(|letter| {
        let beside = noted(letter).beside.as_mut().expect("words");
        *beside = Beside { words: "没有停电".to_owned(), ..beside.clone() };
    });
    goes_on(&day, &ran);
}

/// What an examiner allowed at one PC is sealed there: the roster does not carry it on, and the next PC's records read.
#[test]
fn what_was_signed_at_one_pc_is_not_sent_to_others() {
    let (day, ran) = collected(|_| ());
    assert_eq!(ran.code, 0, "{ran}");
    let ran = day.by_invigilator(&["learner", "edit", "陈小满", "--time", "1.5", "--reason", "手腕受伤"]);
    assert_eq!(ran.code, 0, "{ran}");
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    let _ = day.office.desk.done(&["collect", &day.dir()]);
    let _ = day.office.desk.done(&["send", &day.dir(), "--roster", "--name", "desk"]);
    let pc = Day::another_pc(&day.office, 8);
    assert_eq!(pc.run(&["collect", &day.dir()]).code, 0);
    assert_eq!(pc.run(&["staff", "list"]).code, 0);
}
