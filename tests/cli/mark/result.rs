//! What a result tells of written replies, and of who read them.

use super::*;

/// What is told of an exam, without what every result says.
fn told(office: &Office, exam: &str) -> String {
    let shown = office.desk.run(&["result", exam]).out;
    let from = shown.find("How it ended").expect("how it ended");
    let until = shown.find("Good to know").expect("what comes last");
    shown[from..until].trim().to_owned()
}

#[test]
fn what_a_person_changed_is_told_with_the_rules_that_stay_broken() {
    let letter = "Not my job. I am sorry; I look today.";
    let (office, exam) = sat(true, letter, true, RED);
    let ran = mark(&office, "李考", &exam, "2", &["--unbroken", "shut-up", "--otherwise", "next", "--reason", "a quotation"]);
    assert_eq!(ran.code, 0, "{ran}");
    assert_snapshot!(told(&office, &exam), @"
    How it ended: Handed in and played to the end.
    Your own words: 2 replies, 1 read by an examiner, who changed 1; however the
      others are read, the result stays.
      - “A lost parcel”: 2 of 4 points instead of 2
        - “Silencing the customer” is not broken
        - “What comes next” is not there

    Wording rules

    ✗ Passing the blame (major). Better: I shall see to it.

    Objectives to look at again

    - Finds the right words
    ");
    let (json, _) = office.desk.json(&["result", &exam]);
    assert_snapshot!(serde_json::to_string_pretty(&json["written"]).expect("JSON"), @r#"
    {
      "changed": 1,
      "changes": [
        {
          "before": "2",
          "best": "4",
          "in": "turn",
          "not_there": [
            "What comes next"
          ],
          "points": "2",
          "scenario": "parcel",
          "there": [],
          "title": "A lost parcel",
          "turn": "angry",
          "unbroken": [
            "Silencing the customer"
          ]
        }
      ],
      "replies": 2,
      "unread": 1
    }
    "#);
    assert_eq!(json["missed"]["wording"][0]["rule"], "not-mine");
    // All of it read.
    assert_eq!(mark(&office, "王考", &exam, "1", &["--confirm"]).code, 0);
    assert!(flat(&told(&office, &exam)).contains("2 replies, read by an examiner, who changed 1."), "{}", told(&office, &exam));
    assert_snapshot!(office.desk.run(&["result", &exam, "--lang", "zh-CN"]).out.lines().filter(|l| l.contains("回复") || l.contains("改为") || l.contains("没有")).collect::<Vec<_>>().join("\n"), @"
    自己写的：2 条回复，考官都读过，改了 1 条。
      - “A lost parcel”：从 2 分改为 2 分（满分 4 分）
        - 没有犯“Silencing the customer”
        - 没有“What comes next”
    及格线：60 分是单位自定的，没有评委估计或评分的记录。
    ");
}

#[test]
fn what_is_confirmed_is_told_with_its_rule() {
    let (office, exam) = crossed();
    assert_eq!(mark(&office, "李考", &exam, "2", &["--confirm"]).code, 0);
    assert_snapshot!(told(&office, &exam), @"
    How it ended: Handed in and played to the end.
    Your own words: 2 replies, 1 read by an examiner, who agreed with the program;
      however the others are read, the result stays.

    Red lines and critical steps

    ✗ Role-play “A lost parcel” crossed a red line: Silencing the customer

    Wording rules

    ✗ Silencing the customer (red line). Better: I hear you.

    Objectives to look at again

    - Finds the right words
    ");
}

/// Before a person read it nothing is told that follows from it, whatever the scheme tells.
#[test]
fn nothing_provisional_is_told_as_final() {
    for feedback in ["none", "skills", "full"] {
        let office = lobby();
        office.desk.edit("shelf/lobby.toml", "feedback = \"skills\"", &format!("feedback = \"{feedback}\""));
        let exam = office.sit("陈小满", "lobby", &answers(true, GOOD, true, RED));
        let (json, _) = office.desk.json(&["result", &exam]);
        assert_eq!(json["verdict"], "provisional");
        assert_eq!(
            (&json["total"], &json["parts"][0]["share"], &json["parts"][1]["share"]),
            (&Value::Null, &Value::Null, &Value::Null)
        );
        assert_eq!((json.get("missed"), json.get("detail")), (None, None));
        assert_eq!((&json["written"]["unread"], &json["why"]), (&2.into(), &Value::Array(vec![])));
        let shown = office.desk.run(&["result", &exam]).out;
        assert!(!shown.contains("TOLD-SAMPLE"), "{shown}");
        let page = office.desk.path("page.html").display().to_string();
        assert_eq!(office.desk.run(&["result", &exam, "--out", &page]).code, 1);
        let page = String::from_utf8(office.read("page.html")).expect("text");
        assert!(page.contains("2 waiting for an examiner to read") && !page.contains("TOLD-SAMPLE"), "{page}");
        // What is read is told as it was read, in full where the scheme says so.
        assert_eq!(mark(&office, "李考", &exam, "2", &["--unbroken", "shut-up", "--reason", "fine"]).code, 0);
        let (json, _) = office.desk.json(&["result", &exam]);
        assert_eq!((&json["verdict"], &json["parts"][1]["share"]["percent"]), (&"passed".into(), &"100".into()));
        assert_eq!((json.get("missed").is_some(), json.get("detail").is_some()), (feedback != "none", feedback == "full"));
        if feedback == "full" {
            let talk = &json["detail"]["talks"][0];
            assert_eq!(
                (&talk["red_line"], &talk["share"]["percent"], &talk["path"][1]["points"]),
                (&false.into(), &"100".into(), &"4".into())
            );
            let shown = office.desk.run(&["result", &exam]).out;
            assert!(shown.contains("TOLD-SAMPLE-TURN") && !shown.contains("Wording rules broken"), "{shown}");
        }
    }
}

/// A question whose text crosses a red line earns nothing by the machine where one learns; in an exam a person says so, or not.
#[test]
fn a_red_line_in_a_question_waits_for_a_person_too() {
    let (office, exam) = sat(true, "Shut up. I am sorry; today.", false, GOOD);
    assert_eq!(stands(&office, &exam), "provisional - exit 1");
    assert_eq!(mark(&office, "李考", &exam, "2", &["--confirm"]).code, 0);
    assert_eq!(stands(&office, &exam), "passed 73.7 exit 0", "the talk is enough, whatever becomes of the question");
    assert_eq!(mark(&office, "李考", &exam, "1", &["--unbroken", "shut-up", "--reason", "fine"]).code, 0);
    assert_eq!(stands(&office, &exam), "passed 80 exit 0");
}
