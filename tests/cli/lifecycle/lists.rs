//! `licences --expiring | --eligible | --on | --impact`: each for people and for programs.

use super::*;

#[test]
fn those_that_end_soon() {
    let office = licensed();
    assert_snapshot!(office.desk.run(&["licences", "--expiring"]), @"
    ── stderr ──
    No licence fits.
    ── exit 0 ──
    ");
    office.desk.then(Happens::GoesBy(340 * DAY));
    assert_snapshot!(office.desk.run(&["licences", "--expiring"]), @"
    Number             Name    Licence            Until       State
    20261122-SH1-0001  陈小满  The quick licence  2027-11-21  valid
    ── exit 0 ──
    ");
    assert_eq!(office.desk.json(&["licences", "--expiring", "7"]).0, serde_json::json!([]));
}

#[test]
fn who_may_be_licensed_and_is_not() {
    let office = Office::staffed();
    for name in ["林未", "周末"] {
        let _ = office.desk.done(&["learner", "add", name]);
        let _ = office.sit(name, "quick", RIGHT);
    }
    let _ = office.desk.done(&["learner", "edit", "林未", "--group", "一组"]);
    assert_snapshot!(office.desk.run(&["licences", "--eligible"]), @"
    Name  Licence            May be    With
    周末  The quick licence  licensed  onduty issue 周末 quick
    林未  The quick licence  licensed  onduty issue 林未 quick
    ── exit 0 ──
    ");
    assert_eq!(give(&office, "周末", "quick").code, 0);
    let (all, _) = office.desk.json(&["licences", "--eligible"]);
    assert_eq!(all.as_array().map(|all| all.iter().map(|it| it["name"].as_str()).collect()), Some(vec![Some("林未")]));
    let only = |licence: &str| {
        let (all, code) = office.desk.json(&["licences", "--eligible", licence]);
        (all.as_array().map(Vec::len), code)
    };
    assert_eq!([only("quick"), only("watched"), only("快证")], [(Some(1), 0), (Some(0), 0), (Some(1), 0)]);
    assert_eq!(office.desk.run(&["licences", "--eligible", "nothing"]).code, 2);
    assert_snapshot!(office.desk.run(&["licences", "--eligible", "--group", "二组"]), @r#"
    ── stderr ──
    Not done: Nobody is in the group "二组", so there is nobody to license.
      What to do: See the roster and its groups with onduty learner list.
    ── exit 5 ──
    "#);
}

#[test]
fn who_held_what_on_a_day() {
    let office = licensed();
    office.desk.then(Happens::GoesBy(5 * DAY));
    assert_eq!(change(&office, "suspend", "投诉核查").code, 0);
    office.desk.then(Happens::GoesBy(5 * DAY));
    assert_eq!(change(&office, "reinstate", "核查无误").code, 0);
    let on = |day: &str| {
        let (all, code) = office.desk.json(&["licences", "--on", day]);
        assert_eq!(code, 0);
        all.as_array().expect("a list").iter().map(|it| it["state"].as_str().unwrap_or("?").to_owned()).collect::<Vec<_>>()
    };
    let none: [&str; 0] = [];
    assert_eq!(on("2026-11-21"), none);
    assert_eq!(on("2026-11-22"), ["valid"]);
    assert_eq!(on("2026-11-27"), ["suspended"]);
    assert_eq!(on("2026-11-30"), ["suspended"]);
    assert_eq!(on("2026-12-03"), ["valid"]);
    assert_eq!(on("2027-11-21"), ["valid"], "its last day");
    assert_eq!(on("2027-11-22"), none);
    assert_snapshot!(office.desk.run(&["licences", "--on", "2026-11-28", "--lang", "zh-CN"]), @"
    编号               姓名    上岗证  有效至      状态
    20261122-SH1-0001  陈小满  快证    2027-11-21  已暂停
    ── stderr ──
    组按今天的算；证的状态按那一天的算。
    ── exit 0 ──
    ");
}

#[test]
fn those_that_rest_on_a_question() {
    let office = licensed();
    let all = |named: &str| office.desk.json(&["licences", "--impact", named]).0.as_array().map_or(0, Vec::len);
    assert_eq!((all("finals/hello"), all("queue")), (1, 0));
    assert_snapshot!(office.desk.run(&["licences", "--impact", "finals/nothing"]), @r#"
    ── stderr ──
    Not done: No question, scenario or station is called "finals/nothing", and no exam that a licence was issued on had such content.
      What to do: A question is BANK/QUESTION, a scenario or station its id: see onduty list; of a content's digest at least the first 8 digits.
    ── exit 2 ──
    "#);
    let contents = || {
        let store = office.store();
        let row = onduty::store::Store::attempts(&store, None).expect("readable").remove(0);
        let events = onduty::store::Store::events(&store, &row.id).expect("readable");
        let onduty::attempt::event::Body::Started { plan } = &events[0].event.body else { panic!("it begins") };
        plan.contents().collect::<Vec<_>>()
    };
    for digest in contents() {
        assert_eq!((all(&digest.to_string()), all(&digest.short())), (1, 1), "{digest}");
    }
}
