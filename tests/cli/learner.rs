//! `learner`: people who learn.

use insta::assert_snapshot;

use crate::desk::Desk;

#[test]
fn the_roster() {
    let desk = Desk::empty();
    assert_snapshot!(desk.run(&["learner", "list"]), @r"
    ── stderr ──
    The roster is empty. Enrol with onduty learner add NAME.
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["learner", "add", "  陈小满 "]), @r"
    ── stderr ──
    陈小满 is enrolled.
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["learner", "add", "Li Lei", "--staff-number", "A-7", "--lang", "zh-CN"]), @r"
    ── stderr ──
    已登记 Li Lei。
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["learner", "add", "Han Meimei", "--format", "json"]), @r#"
    {
      "created": 1795311003000,
      "groups": [],
      "id": "b02aa41e-9711-4b04-bef8-72eb65df59d2",
      "left": null,
      "name": "Han Meimei",
      "role": null,
      "staff_number": null
    }
    ── exit 0 ──
    "#);
    assert_snapshot!(desk.run(&["learner", "list"]), @"
    Id        Name        Staff no.  Attempts  Last
    158f0882  Li Lei      A-7        0
    b02aa41e  Han Meimei             0
    79f36de6  陈小满                 0
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["learner", "list", "--format", "json"]), @r#"
    [
      {
        "created": 1795311002000,
        "groups": [],
        "id": "158f0882-fc75-4f69-a35c-d650ca43bd37",
        "left": null,
        "name": "Li Lei",
        "role": null,
        "staff_number": "A-7"
      },
      {
        "created": 1795311003000,
        "groups": [],
        "id": "b02aa41e-9711-4b04-bef8-72eb65df59d2",
        "left": null,
        "name": "Han Meimei",
        "role": null,
        "staff_number": null
      },
      {
        "created": 1795311001000,
        "groups": [],
        "id": "79f36de6-60da-44cd-87c1-3ab42ea8219b",
        "left": null,
        "name": "陈小满",
        "role": null,
        "staff_number": null
      }
    ]
    ── exit 0 ──
    "#);
}

/// Two of one name are told apart by what the list shows of their ids.
#[test]
fn two_of_one_name() {
    let desk = Desk::empty().in_chinese();
    let _ = desk.done(&["learner", "add", "陈小满"]);
    assert_snapshot!(desk.run(&["learner", "add", "陈小满"]), @"
    ── stderr ──
    已登记 陈小满。
    名册里还有一位也叫 陈小满。刚登记的这位编号是 158f0882；以后用编号或工号说明是哪一位，编号见 onduty learner list。
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["learner", "list"]), @"
    编号      姓名    工号  次数  最近
    79f36de6  陈小满        0
    158f0882  陈小满        0
    ── exit 0 ──
    ");
    let (all, _) = desk.json(&["learner", "list"]);
    let short = &all[0]["id"].as_str().expect("an id")[..8];
    assert_eq!(desk.run(&["progress", "--as", "陈小满"]).code, 2);
    let _ = desk.done(&["progress", "--as", short]);
}

#[test]
fn one_person() {
    let desk = Desk::at_shelf();
    assert_snapshot!(desk.run(&["learner", "show", "陈小满"]), @"
    Progress of 陈小满

    Courses
      The first day  not begun

    Conversations
      Waiting and waiting  not begun

    Question banks
      All kinds  not begun

    Next: Waiting and waiting (the easiest one to begin with)
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["learner", "show", "陈大满"]), @r#"
    ── stderr ──
    Not done: Nobody called "陈大满" is on the roster.
      What to do: See the roster and its groups with onduty learner list.
    ── exit 2 ──
    "#);
}

#[test]
fn what_is_no_name_is_refused() {
    let desk = Desk::empty();
    let long = "满".repeat(41);
    for name in ["", "  ", long.as_str(), "a\u{7}b", "\u{1b}[31mred", "two\nlines", "\u{9b}31m"] {
        let ran = desk.run(&["learner", "add", name]);
        assert_eq!(ran.code, 2, "{name:?}: {ran}");
    }
    assert_snapshot!(desk.run(&["learner", "add", "\u{1b}[31mred"]), @"
    ── stderr ──
    Not done: A name has 1 to 40 characters, all of them visible.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["learner", "add", "红", "--staff-number", "\u{1b}[2J"]), @"
    ── stderr ──
    Not done: A staff number has 1 to 40 characters, all of them visible.
    ── exit 2 ──
    ");
    assert_eq!(desk.done(&["learner", "list", "--format", "json"]).out.trim(), "[]");
}

#[test]
fn a_staff_number_is_one_persons() {
    let desk = Desk::empty();
    let _ = desk.done(&["learner", "add", "甲", "--staff-number", "1"]);
    assert_snapshot!(desk.run(&["learner", "add", "乙", "--staff-number", "1"]), @r"
    ── stderr ──
    Not done: Staff number 1 is taken.
    ── exit 2 ──
    ");
}
