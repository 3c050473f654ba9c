//! A sitting that was called by mistake, and what its record says of the reserve paper.

use serde_json::json;

use super::attacked::{codes, collected, namesakes};
use super::{Day, all_right, call};
use crate::desk::{Desk, Ran};
use crate::office::RIGHT;

fn withdrawn(day: &Day) -> Ran {
    day.office.by("李考", &["sitting", "void", &day.sitting, "--whole", "--reason", "时间排错了"])
}

/// What a PC knows of the day's sitting.
fn state(desk: &Desk) -> serde_json::Value {
    desk.json(&["sitting", "list"]).0[0]["withdrawn"].clone()
}

#[test]
fn nobody_begins_in_what_was_withdrawn() {
    let day = Day::new();
    let desk = &day.office.desk;
    let ran = withdrawn(&day);
    assert!(ran.code == 0 && ran.err.contains("its candidates may be called again"), "{ran}");
    assert_eq!(withdrawn(&day).code, 5, "once is enough");
    let out = desk.path("again2.onduty-sitting").display().to_string();
    let ran = day.office.by("李考", &["sitting", "reseal", &day.sitting, "--out", &out, "--reason", "开卷码丢了"]);
    assert!(ran.code == 5 && ran.err.contains("was withdrawn"), "no new code for what is off: {ran}");
    // It is known wherever the roster came, and stays on record.
    let _ = desk.done(&["send", &day.dir(), "--roster", "--name", "desk"]);
    let _ = day.pc.done(&["collect", &day.dir()]);
    assert_eq!([state(desk), state(&day.pc)], [json!(true), json!(true)]);
    let ran = day.open("陈小满", RIGHT);
    assert!(ran.code == 5 && ran.err.contains("was withdrawn by the desk"), "{ran}");
    let record = desk.run(&["sitting", "close", &day.sitting]).out;
    assert!(record.contains("withdrawn by 李考: 时间排错了"), "{record}");
    assert_eq!((codes(desk), codes(&day.pc)), (vec![], vec![]));
    let again = call(&day.office, "李考", &desk.path("again.onduty-sitting"));
    assert_ne!(again["sitting"], json!(day.sitting));
}

#[test]
fn what_somebody_began_is_held() {
    let day = namesakes();
    assert_eq!(day.open("0201", RIGHT).code, 1);
    // A PC does not withdraw what it did not call.
    let ran = day.by_invigilator(&["sitting", "void", &day.sitting, "--whole", "--reason", "时间排错了"]);
    assert!(ran.code == 5 && ran.err.contains("was not called from this PC"), "{ran}");
    // The desk does not know of it yet; the exam counts all the same, and nobody else begins once its PC has heard.
    assert_eq!(withdrawn(&day).code, 0);
    let _ = day.office.desk.done(&["send", &day.dir(), "--roster", "--name", "desk"]);
    let _ = day.pc.done(&["collect", &day.dir()]);
    let ran = day.open("0202", RIGHT);
    assert!(ran.code == 5 && ran.err.contains("was withdrawn by the desk"), "{ran}");
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    let _ = collected(&day, "七号机");
    let desk = &day.office.desk;
    assert_eq!((state(desk), codes(desk)), (json!(true), vec![]));
    let listed = desk.done(&["sitting", "list"]).out;
    assert!(listed.contains("withdrawn after somebody had begun"), "{listed}");
    assert!(withdrawn(&day).err.contains("was withdrawn by the desk"), "once is enough");
    let (record, _) = desk.json(&["sitting", "close", &day.sitting]);
    assert_eq!(record["candidates"][0]["state"], "present", "{record}");
}

#[test]
fn the_record_says_who_sat_the_reserve_paper() {
    let day = Day::with_reserves();
    assert_eq!(day.open("陈小满", &all_right()).code, 1);
    let ran = day.by_invigilator(&["sitting", "void", &day.sitting, "--candidate", "陈小满", "--reason", "死机"]);
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(day.open("陈小满", &all_right()).code, 1);
    assert_eq!(day.by_invigilator(&["sitting", "close", &day.sitting]).code, 0);
    let _ = collected(&day, "七号机");
    let desk = &day.office.desk;
    let record = desk.json(&["sitting", "close", &day.sitting]).0;
    let reserve: Vec<_> = record["candidates"].as_array().expect("a list").iter().map(|it| it["reserve"].clone()).collect();
    assert_eq!(reserve[..2], [json!(false), json!(true)], "{record}");
    assert!(desk.run(&["sitting", "close", &day.sitting]).out.contains("present, reserve paper"));
}
