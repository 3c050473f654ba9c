//! An act of an exam PC that another PC sends as its own: what an examiner signs does not always say where.

use onduty::attempt::act::{AtSitting, Deed, Minute};
use onduty::base::id::Did;
use onduty::cli::parcel::{ENDING, Kind, Letter, packed, unpacked};
use onduty::credential::keys::Secret;
use onduty::store::Store as _;

use super::Day;
use super::attacked::codes;
use super::passed_off::chained;
use crate::office::RIGHT;

fn mallory() -> Secret {
    Secret::from_seed(&[9; 32])
}

/// What an examiner signed says nothing of where. The file of a PC, of which another claims such an act, is taken all the same; both are
/// named until somebody apart has answered it.
#[test]
fn a_copied_act_keeps_nobody_out() {
    let day = Day::new();
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    assert_eq!(day.by_invigilator(&["sitting", "note", &day.sitting, "停电五分钟"]).code, 0);
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    let mut files = std::fs::read_dir(day.stick.path()).expect("a folder").map(|it| it.expect("readable").path());
    let path = files.find(|it| it.extension().is_some_and(|it| it == ENDING)).expect("a parcel");
    let whole = std::fs::read(&path).expect("the file");
    let forged = |spoilt: bool| {
        std::fs::write(&path, &whole).expect("put back");
        let (_, mut letter): (Did, Letter) = unpacked(Kind::Parcel, &path).expect("as it was written");
        let Letter { name, parcel, .. } = &mut letter;
        parcel.acts.retain(|it| is_incident(&it.act.deed));
        let note = &mut parcel.acts[0];
        if spoilt {
            note.signature.clone_from(&"z".repeat(note.signature.len()));
        }
        let id = note.act.id.clone();
        parcel.lines.retain(|line| line.what.act() == Some(&id));
        parcel.attempts.clear();
        (parcel.from, *name) = (mallory().did(), "九号机".to_owned());
        chained(parcel);
        std::fs::write(&path, packed(Kind::Parcel, &letter, &mallory())).expect("written");
        day.office.desk.run(&["collect", &day.dir()])
    };
    let ran = forged(true);
    assert!(ran.code == 1 && ran.out.contains("other words or another signature"), "{ran}");
    let ran = forged(false);
    assert!(ran.code == 0 && ran.out.contains("九号机: 0 new"), "{ran}");
    std::fs::write(&path, &whole).expect("put back");
    let desk = &day.office.desk;
    let ran = desk.run(&["collect", &day.dir()]);
    assert!(ran.out.contains("七号机: 1 new") && ran.out.contains("held up: 九号机 sent some of the same before"), "{ran}");
    assert_eq!(desk.run(&["sitting", "close", &day.sitting]).out.matches("停电五分钟").count(), 1, "it happened once");
    assert_eq!(codes(desk), ["refused", "refused"], "the spoilt one, and the two claims");
    assert_eq!(day.office.store().acts().expect("they read").iter().filter(|it| is_incident(&it.act.deed)).count(), 1);
}

fn is_incident(deed: &Deed) -> bool {
    matches!(deed, Deed::Sitting(AtSitting { what: Minute::Incident { .. }, .. }))
}
