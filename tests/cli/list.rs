//! `list`: what there is.

use insta::assert_snapshot;

use crate::desk::Desk;

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

    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["list", "objectives", "--lang", "zh-CN"]), @r"
    目标
    编号     要求  教  问  练  内容
    s/greet  know  1   9   1   先问好，再办事

    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["list", "--format", "json"]), @r#"
    {
      "banks": [
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
        }
      ]
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
    assert_snapshot!(desk.run(&["list", "attempts"]), @r"
    Attempts
    Id        Title                Last              Result
    26a01a94  Waiting and waiting  2026-11-22 09:30  0 %

    ── exit 0 ──
    ");
}

#[test]
fn an_empty_folder_has_nothing() {
    let desk = Desk::empty();
    std::fs::create_dir(desk.path("none")).expect("made");
    assert_snapshot!(desk.run(&["list", "--library", &desk.path("none").display().to_string()]), @r"
    ── stderr ──
    There is 1 mistake in the courseware; what it touches is left out. Trainers can see them with onduty check.
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
