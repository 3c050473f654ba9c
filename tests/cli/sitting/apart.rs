//! Who had a hand in a sitting does not clear up what was refused of it; somebody apart does, and `audit` goes on saying so.

use insta::assert_snapshot;
use onduty::attempt::act::Deed;
use onduty::attempt::event::Beside;
use onduty::base::digest::Digest;
use serde_json::Value;

use super::Day;
use crate::office::{RIGHT, masked};

/// 李考 holds the sitting, and the records of its PC are put back to before its end: what is missing is told as refused.
fn cut_short() -> (Day, String) {
    let day = Day::new();
    let _ = day.open("陈小满", "\"finals/hello\" = true\n");
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    let copy = day.pc.path("copy.db").display().to_string();
    let db = rusqlite::Connection::open(day.pc.path("data/onduty.db")).expect("the store");
    db.execute("VACUUM INTO ?1", [&copy]).expect("a copy");
    assert_eq!(day.open("陈小满", RIGHT).code, 1);
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    let _ = day.pc.done(&["send", &day.dir(), "--name", "七号机"]);
    assert_eq!(day.office.desk.run(&["collect", &day.dir()]).code, 0);
    let _ = day.pc.done(&["--store", &copy, "send", &day.dir(), "--name", "七号机", "--all"]);
    assert_eq!(day.office.desk.run(&["collect", &day.dir()]).code, 1);
    let (all, _) = day.office.desk.json(&["refusals"]);
    assert_eq!(all.as_array().map(Vec::len), Some(1), "{all}");
    let id = all[0]["refusal"].as_str().expect("an id").to_owned();
    (day, id)
}

fn answers(day: &Day, who: &str, id: &str) -> crate::desk::Ran {
    day.office.by(who, &["refusals", &id[..8], "--reason", "那台电脑换过硬盘"])
}

fn audited(day: &Day) -> (usize, Value, u8) {
    let (report, code) = day.office.desk.json(&["audit"]);
    (report["findings"].as_array().map_or(0, Vec::len), report["answered"].clone(), code)
}

#[test]
fn whoever_held_the_sitting_does_not_clear_it_up() {
    let (day, id) = cut_short();
    assert_snapshot!(masked(&answers(&day, "李考", &id).to_string()), @"
    ── stderr ──
    Not done: 李考, or somebody on the staff of that name, had a hand in what NUMBER is about (let in, invigilated, noted, ended or examined there): somebody apart answers.
      What to do: Apart are: 周全 · 王考 · 赵考
    ── exit 5 ──
    ");
    // Nor by an act of his own making.
    let beside = Beside { salt: "00".repeat(16), words: "没事".to_owned() };
    let deed = Deed::Answered { refused: Digest::parse(&id).expect("a digest"), reason: beside.digest() };
    day.office.forge("李考", deed, Some(beside));
    let (found, answered, code) = audited(&day);
    assert_eq!((found, answered, code), (1, serde_json::json!([]), 1));
    let ran = answers(&day, "王考", &id);
    assert_eq!(ran.code, 0, "{ran}");
    let (found, answered, code) = audited(&day);
    assert_eq!((found, answered[0]["of"]["by"].as_str(), code), (0, Some("王考"), 0), "{answered}");
    let told = masked(&day.office.desk.run(&["audit"]).out).replace("\n  ", " ");
    assert!(
        told.contains("Answered") && told.contains("(七号机), refused on 2026-11-22: answered by 王考 on 2026-11-22;"),
        "{told}"
    );
    // Who marks the exam afterwards had no hand in it when he answered.
    let ran = day.office.observe_for("watched", "王考", "bow", &[1, 2, 1, 5]);
    assert_eq!((ran.code, audited(&day).2), (0, 0), "{ran}");
}

#[test]
fn where_nobody_is_apart_somebody_is_appointed() {
    let (day, id) = cut_short();
    for name in ["王考", "赵考", "周全"] {
        let ran = day.office.by("钱发", &["staff", "leave", name, "--reason", "离职"]);
        assert_eq!(ran.code, 0, "{ran}");
    }
    assert_snapshot!(masked(&answers(&day, "李考", &id).to_string()), @"
    ── stderr ──
    Not done: Every examiner here had a hand in what NUMBER is about: nobody may answer it.
      What to do: Make somebody an examiner who was not there: onduty staff add NAME --role examiner
    ── exit 5 ──
    ");
    let _ = day.office.add_staff("郑考", &["examiner"]);
    assert_eq!(answers(&day, "郑考", &id).code, 0);
}
