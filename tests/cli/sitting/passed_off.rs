//! Files of an exam PC in hands that are not its own: passed off as another PC's, with something taken out, of a day still to come. None of it
//! is taken, and the true file is.

use onduty::attempt::act::{Deed, Minute};
use onduty::attempt::event::Body;
use onduty::base::id::Did;
use onduty::cli::parcel::{ENDING, Kind, Letter, packed, unpacked};
use onduty::credential::keys::Secret;
use onduty::store::{Parcel, Sealed, Store as _};

use super::Day;
use super::tampered::store_key;
use crate::desk::{Happens, Ran};
use crate::office::RIGHT;

/// A day on which 陈小满 sat, with the end signed and the PC's file on the stick.
fn sat() -> (Day, std::path::PathBuf) {
    let day = Day::new();
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    let mut files = std::fs::read_dir(day.stick.path()).expect("a folder").map(|it| it.expect("readable").path());
    let path = files.find(|it| it.extension().is_some_and(|it| it == ENDING)).expect("a parcel");
    (day, path)
}

/// How many exams the desk has.
fn exams(day: &Day) -> usize {
    day.office.store().attempts(None).expect("readable").iter().filter(|row| row.subject.parts().0 == "licence").count()
}

/// Collects the file as somebody else made it of the true one, then the true one; what the desk said both times.
fn both(change: impl Fn(&mut Parcel), key: impl Fn(&Day) -> Secret) -> (Day, Ran, Ran) {
    let (day, path) = sat();
    let whole = std::fs::read(&path).expect("the file");
    let (_, mut letter): (Did, Letter) = unpacked(Kind::Parcel, &path).expect("as it was written");
    let key = key(&day);
    letter.parcel.from = key.did();
    change(&mut letter.parcel);
    std::fs::write(&path, packed(Kind::Parcel, &letter, &key)).expect("written");
    let forged = day.office.desk.run(&["collect", &day.dir()]);
    assert_eq!(exams(&day), 0, "nothing of it is here: {forged}");
    std::fs::write(&path, whole).expect("put back");
    let whole = day.office.desk.run(&["collect", &day.dir()]);
    assert_eq!(exams(&day), 1, "{whole}");
    (day, forged, whole)
}

/// The lines chained anew, as whoever writes them can.
pub fn chained(parcel: &mut Parcel) {
    let mut previous = None;
    for (number, line) in parcel.lines.iter_mut().enumerate() {
        (line.number, line.previous) = (number as u64, previous);
        previous = Some(line.digest());
    }
}

/// Whoever finds a PC's file on the shared folder signs it with a key of his own: the letting in and the end name the PC.
#[test]
fn what_one_pc_sent_is_no_other_pcs() {
    let mallory = |_: &Day| Secret::from_seed(&[9; 32]);
    let (day, forged, _) = both(|_| (), mallory);
    assert!(forged.code == 1 && forged.out.contains("was held at another PC"), "{forged}");
    assert_eq!(day.office.desk.run(&["refusals"]).code, 0);
    // Nor without the end.
    let without_end = |parcel: &mut Parcel| {
        let is_end = |deed: &Deed| matches!(deed, Deed::Sitting(it) if matches!(it.what, Minute::Concluded { .. }));
        let end = parcel.acts.iter().find(|it| is_end(&it.act.deed)).expect("an end").act.id.clone();
        parcel.acts.retain(|it| it.act.id != end);
        parcel.lines.retain(|line| line.what != Sealed::Act { act: end.clone() });
        chained(parcel);
    };
    let (_, forged, _) = both(without_end, mallory);
    assert!(forged.code == 1 && forged.out.contains("was held at another PC"), "{forged}");
}

/// Somebody with the PC takes the exam out of its file and leaves the lines that seal it.
#[test]
fn what_lines_seal_cannot_be_left_out() {
    let exam = |parcel: &Parcel| {
        let is_exam = |body: &Body| matches!(body, Body::Started { plan } if plan.exam.is_some());
        parcel.attempts.iter().position(|it| is_exam(&it.events[0].0.body)).expect("an exam")
    };
    let (_, forged, whole) = both(|parcel| drop(parcel.attempts.remove(exam(parcel))), |day| store_key(&day.pc));
    assert!(forged.code == 1 && forged.out.contains("something that is not in the file"), "{forged}");
    assert!(whole.out.contains("七号机"), "{whole}");
    let (_, forged, _) = both(|parcel| drop(parcel.acts.pop()), |day| store_key(&day.pc));
    assert!(forged.out.contains("something that is not in the file"), "{forged}");
}

/// Nor is the candidate's name, or a reply, taken out from beside what it was sealed with: the desk's records would lack it for ever.
#[test]
fn what_lies_beside_an_exam_is_not_left_out() {
    let bare = |parcel: &mut Parcel| {
        parcel.attempts.iter_mut().for_each(|it| it.events[0].1 = None);
    };
    let (_, forged, _) = both(bare, |day| store_key(&day.pc));
    assert!(forged.code == 1 && forged.out.contains("walked and graded again"), "{forged}");
}

/// A desk whose clock was a year fast for once: its PCs hear it again as soon as it is set right.
#[test]
fn a_roster_of_a_day_to_come_keeps_no_later_one_out() {
    let day = Day::new();
    let desk = &day.office.desk;
    let year = 365 * 24 * 3_600_000;
    desk.then(Happens::ClockSet(year));
    let _ = desk.done(&["send", &day.dir(), "--roster", "--name", "desk"]);
    let ran = day.pc.run(&["collect", &day.dir()]);
    assert!(ran.code == 1 && ran.out.contains("one of the two clocks is wrong"), "{ran}");
    desk.then(Happens::ClockSet(-year));
    desk.then(Happens::GoesBy(60_000));
    let _ = desk.done(&["send", &day.dir(), "--roster"]);
    let ran = day.pc.run(&["collect", &day.dir()]);
    assert!(ran.out.contains("are taken in"), "{ran}");
    assert!(day.pc.run(&["learner", "list"]).out.contains("陈小满"), "{ran}");
}

/// The PC's clock is put forward and the exam sat before its sitting: the desk, which has it before its time, remembers that.
#[test]
fn what_comes_before_its_time_is_held_up() {
    let (day, _) = sat();
    let (desk, hour) = (&day.office.desk, 3_600_000);
    let issue = || day.office.issue("陈小满", "watched", &desk.path("out.json").display().to_string());
    desk.then(Happens::ClockSet(-hour));
    let ran = desk.run(&["collect", &day.dir()]);
    let exam = day.office.exam("陈小满");
    assert!(ran.out.contains(&format!("held up: exam {exam} was here before it can have been sat")), "{ran}");
    desk.then(Happens::ClockSet(hour));
    super::attacked::observed(&day);
    // Days later its times look like any others.
    desk.then(Happens::GoesBy(72 * hour));
    let ran = issue();
    assert!(ran.code == 5 && ran.err.contains(&format!("Exam {exam} is held up")), "{ran}");
    assert_eq!(super::attacked::codes(desk), ["refused"]);
    assert_eq!(desk.run(&["collect", &day.dir()]).code, 0, "told once");
    let refusal = desk.json(&["refusals"]).0[0]["refusal"].as_str().expect("an id").to_owned();
    let answer = |who: &str| day.office.by(who, &["refusals", &refusal, "--reason", "那台电脑的时钟快了一小时，考试是准时的"]);
    assert_eq!(answer("李考").code, 5, "who let the candidate in does not answer");
    assert_eq!(day.office.by("钱发", &["staff", "leave", "李考", "--reason", "换个名字再来"]).code, 0);
    let _ = day.office.add_staff("李　考", &["examiner"]);
    let ran = answer("李　考");
    assert!(ran.code == 5 && ran.err.contains("of that name"), "nor by another entry of his: {ran}");
    let _ = day.office.add_staff("周外", &["examiner"]);
    assert_eq!(answer("周外").code, 0, "who was not there does");
    assert_eq!(desk.run(&["audit"]).code, 0, "{}", desk.run(&["audit"]));
    let ran = issue();
    assert_eq!(ran.code, 0, "{ran}");
}

/// Or the clock is set right again, and the file comes when its time is over: it was written before the exam ended.
#[test]
fn what_was_written_before_its_time_is_held_up() {
    let (day, path) = sat();
    let (_, mut letter): (Did, Letter) = unpacked(Kind::Parcel, &path).expect("as it was written");
    letter.made.0 -= 75 * 60_000;
    std::fs::write(&path, packed(Kind::Parcel, &letter, &store_key(&day.pc))).expect("written");
    day.office.desk.then(Happens::GoesBy(72 * 3_600_000));
    let desk = &day.office.desk;
    let ran = desk.run(&["collect", &day.dir()]);
    assert!(ran.out.contains("held up: exam"), "{ran}");
    // What is void holds up nothing more.
    let exam = day.office.exam("陈小满");
    assert_eq!(day.office.by("王考", &["void", &exam, "--reason", "提前考的"]).code, 0);
    assert_eq!(desk.run(&["audit"]).code, 0, "{}", desk.run(&["audit"]));
    assert!(desk.run(&["refusals"]).err.contains("Nothing waits"));
}
