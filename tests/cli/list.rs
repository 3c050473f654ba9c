//! `list`: what there is.

use insta::assert_snapshot;

use crate::desk::Desk;
use crate::office::{BORDERLINE, FAILING, Office, RIGHT, masked};

#[test]
fn everything_there_is() {
    let desk = Desk::at_shelf();
    assert_snapshot!(desk.run(&["list"]), @"
    Courses
    Id         Title          Lessons  Min
    first-day  The first day  1        5

    Question banks
    Id      Title           Questions  Use
    finals  Exam questions  8          exam
    kinds   All kinds       9          practice

    Scenarios
    Id           Title                Category  Lv  Min
    queue        Waiting and waiting  attitude  1   2
    long-line    The long line        attitude  1   2
    lost-letter  The lost letter      attitude  1   2
    torn-page    The torn page        dispute   1   2
    wrong-book   The wrong book       dispute   1   2

    Stations
    Id    Title                Steps  Oral  Min  Use
    bow   A bow                2      1     3    exam
    desk  Tidying the counter  2      0          exam

    Licences
    Id            Title                           Pass  Attempts  Lasts
    hands         The hands-on licence            60 %  1         180 days
    test-licence  The licence of the small shelf  70 %  2         12 months

    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["list", "objectives", "--lang", "zh-CN"]), @r"
    目标
    编号       要求  教  问  练  内容
    s/greet    know  1   17  1   先问好，再办事
    s/receive  do    1   0   6   会接待客户

    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["list", "--format", "json"]), @r#"
    {
      "banks": [
        {
          "id": "finals",
          "questions": 8,
          "title": "Exam questions",
          "use": "exam"
        },
        {
          "id": "kinds",
          "questions": 9,
          "title": "All kinds",
          "use": "practice"
        }
      ],
      "courses": [
        {
          "block": "basics",
          "id": "first-day",
          "layer": "onboarding",
          "lessons": [
            {
              "id": "hello",
              "title": "Saying hello"
            }
          ],
          "minutes": 5,
          "requires": [],
          "title": "The first day"
        }
      ],
      "licences": [
        {
          "agreement": null,
          "attempts": 1,
          "competences": [
            "Bows",
            "Keeps the counter tidy"
          ],
          "courses": [],
          "id": "hands",
          "lasts": "180d",
          "pass": 60,
          "practice": {
            "limit": "1d",
            "pass": 60,
            "scenarios": 0,
            "stations": 2,
            "weight": 100
          },
          "roles": [
            "agent"
          ],
          "scope": "Receives customers at the counter.",
          "sources": [
            "project"
          ],
          "supervised": false,
          "theory": null,
          "title": "The hands-on licence",
          "wait": [],
          "within": "1d"
        },
        {
          "agreement": "secret",
          "attempts": 2,
          "competences": [
            "Says hello first",
            "Knows how to receive people"
          ],
          "courses": [
            "first-day"
          ],
          "id": "test-licence",
          "lasts": "12mo",
          "pass": 70,
          "practice": {
            "limit": "20m",
            "pass": 50,
            "scenarios": 2,
            "stations": 1,
            "weight": 70
          },
          "roles": [
            "agent"
          ],
          "scope": "Receives customers at the small shelf.",
          "sources": [
            "project"
          ],
          "supervised": false,
          "theory": {
            "limit": "10m",
            "pass": 50,
            "questions": 4,
            "weight": 30
          },
          "title": "The licence of the small shelf",
          "wait": [
            "1d"
          ],
          "within": "2h"
        }
      ],
      "scenarios": [
        {
          "category": "attitude",
          "channel": "chat",
          "id": "queue",
          "level": 1,
          "minutes": 2,
          "pass": 60,
          "title": "Waiting and waiting",
          "turns": 3,
          "use": "practice"
        },
        {
          "category": "attitude",
          "channel": "counter",
          "id": "long-line",
          "level": 1,
          "minutes": 2,
          "pass": 60,
          "title": "The long line",
          "turns": 4,
          "use": "exam"
        },
        {
          "category": "attitude",
          "channel": "counter",
          "id": "lost-letter",
          "level": 1,
          "minutes": 2,
          "pass": 60,
          "title": "The lost letter",
          "turns": 4,
          "use": "exam"
        },
        {
          "category": "dispute",
          "channel": "counter",
          "id": "torn-page",
          "level": 1,
          "minutes": 2,
          "pass": 60,
          "title": "The torn page",
          "turns": 4,
          "use": "exam"
        },
        {
          "category": "dispute",
          "channel": "counter",
          "id": "wrong-book",
          "level": 1,
          "minutes": 2,
          "pass": 60,
          "title": "The wrong book",
          "turns": 4,
          "use": "exam"
        }
      ],
      "standards": [],
      "stations": [
        {
          "id": "bow",
          "minutes": 3,
          "oral": 1,
          "points": 4,
          "roles": [
            "agent"
          ],
          "steps": 2,
          "title": "A bow",
          "use": "exam"
        },
        {
          "id": "desk",
          "minutes": null,
          "oral": 0,
          "points": 4,
          "roles": [],
          "steps": 2,
          "title": "Tidying the counter",
          "use": "exam"
        }
      ],
      "wordings": []
    }
    ── exit 0 ──
    "#);
}

#[test]
fn the_shipped_courseware_is_listed_in_both_languages() {
    for lang in ["zh-CN", "en"] {
        let ran = Desk::empty().done(&["list", "--lang", lang]);
        assert_eq!(ran.err, "", "no mistakes in what we ship");
        for id in ["attitude", "communication", "is-anyone-there"] {
            assert!(ran.out.contains(id), "{id} in {ran}");
        }
    }
}

#[test]
fn attempts_are_listed_for_somebody() {
    assert_snapshot!(Desk::at_shelf().run(&["list", "attempts"]), @r"
    ── stderr ──
    There are no attempts yet.
    ── exit 0 ──
    ");
    assert_snapshot!(Desk::empty().run(&["list", "attempts"]), @r"
    ── stderr ──
    Not done: Nobody has said who you are.
      What to do: Enrol with onduty learner add NAME, then say who you are with --as NAME.
    ── exit 2 ──
    ");
    let desk = Desk::at_shelf();
    let answers = desk.answers("\"queue/opening\" = \"go\"");
    assert_eq!(desk.run(&["practise", "queue", "--answers", &answers]).code, 1);
    assert_snapshot!(desk.run(&["list", "attempts"]), @"
    Attempts
    Id        Title                Last              Result
    26a01a94  Waiting and waiting  2026-11-22 09:30  not passed, 0 %, red line crossed

    ── exit 0 ──
    ");
}

/// Of exams in the words of their results: what counts, of how many points, at which mark; what is void; an appeal is no attempt.
#[test]
fn attempts_say_what_they_came_to() {
    let office = Office::staffed();
    let desk = &office.desk;
    desk.edit("shelf/quick.toml", "[validity]", "[appeals]\nwindow = \"7d\"\nanswer_within = \"15d\"\n[validity]");
    let sit = |who: &str, answers| {
        let _ = desk.done(&["learner", "add", who]);
        office.sit(who, "quick", answers)
    };
    let _ = office.sit("陈小满", "quick", RIGHT);
    let failed = sit("林一", FAILING);
    let _ = sit("林二", BORDERLINE);
    let void = sit("林三", RIGHT);
    assert_eq!(office.by("李考", &["void", &void, "--reason", "the power went out"]).code, 0);
    let _ = desk.done(&["appeal", "open", &failed, "--as", "林一", "--reason", "the second question"]);
    let all = desk.done(&["list", "attempts"]).out;
    assert_snapshot!(masked(&all), @"
    Attempts
    Id        Name    Title              Last              Result
    NUMBER  林三    The quick licence  2026-11-22 09:33  void
    NUMBER  林二    The quick licence  2026-11-22 09:32  to be decided, 85 of 100 (mark 90)
    NUMBER  林一    The quick licence  2026-11-22 09:31  not passed, 53.3 of 100 (mark 90)
    NUMBER  陈小满  The quick licence  2026-11-22 09:31  passed, 100 of 100 (mark 90)
    ");
    let ran = desk.done(&["list", "attempts", "--lang", "zh-CN", "--as", "林一"]).out;
    assert!(ran.contains("未通过，53.3 分（及格线 90）"), "{ran}");
    let (all, _) = desk.json(&["list", "attempts"]);
    let stands: Vec<&str> = all["attempts"].as_array().expect("a list").iter().filter_map(|it| it["stands"].as_str()).collect();
    assert_eq!(stands, ["voided", "borderline", "failed", "passed"]);
    let roster = desk.done(&["learner", "list"]).out;
    let row = roster.lines().find(|line| line.contains("林一")).expect("enrolled");
    assert!(row.split_whitespace().any(|cell| cell == "1") && !row.split_whitespace().any(|cell| cell == "2"), "{row}");
}

#[test]
fn an_empty_folder_has_nothing() {
    let desk = Desk::empty();
    std::fs::create_dir(desk.path("none")).expect("made");
    assert_snapshot!(desk.run(&["list", "--library", &desk.path("none").display().to_string()]), @"
    ── stderr ──
    There is 1 mistake in the courseware; what it touches is left out. Trainers can see them with onduty --library DESK/none check.
    There are no courses.
    There are no question banks.
    There are no scenarios.
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["list", "--library", &desk.path("gone").display().to_string()]), @r"
    ── stderr ──
    Not done: There is no courseware folder DESK/gone.
      What to do: Look at the path after --library, or at ONDUTY_LIBRARY.
    ── exit 3 ──
    ");
}

#[test]
fn attempts_are_everybodys_until_one_is_named() {
    let desk = Desk::at_shelf();
    for (name, number) in [("Ann", "1"), ("Bo", "2")] {
        let _ = desk.done(&["learner", "add", name, "--staff-number", number]);
        let answers = desk.answers("");
        let _ = desk.run(&["practise", "queue", "--as", name, "--answers", &answers]);
    }
    let names = |ran: &serde_json::Value| -> Vec<String> {
        ran["attempts"].as_array().expect("a list").iter().map(|a| a["name"].as_str().expect("a name").to_owned()).collect()
    };
    assert_eq!(names(&desk.json(&["list", "attempts"]).0), ["Bo", "Ann"]);
    assert_eq!(names(&desk.json(&["list", "attempts", "--as", "Ann"]).0), ["Ann"]);
    let all = desk.run(&["list", "attempts"]).out;
    assert!(all.contains("Name") && all.contains("Ann") && all.contains("Bo"), "{all}");
    let own = desk.run(&["list", "attempts", "--as", "Ann"]).out;
    assert!(!own.contains("Name") && !own.contains("Bo"), "{own}");
}
