//! `progress`: what was done, and what next.

use insta::assert_snapshot;

use crate::desk::Desk;

/// What comes first follows the licence that the newest steps are for: its course, then its exam, until that is passed.
#[test]
fn what_comes_next_follows_the_licence() {
    let next = |desk: &Desk| desk.json(&["progress"]).0["next"][0].as_str().expect("something").to_owned();
    let desk = Desk::at_shelf();
    let talk = desk.answers("\"queue/opening\" = \"help\"");
    let _ = desk.done(&["practise", "queue", "--answers", &talk]);
    assert_eq!(next(&desk), "course:first-day");
    let all = desk.file("first.toml", "format = 1\nfallback = \"first\"\n[answers]\n");
    let _ = desk.run(&["learn", "first-day", "--answers", &all]);
    assert_eq!(next(&desk), "licence:test-licence");
    // For a person a script's course does not count: it is what is missing.
    desk.edit("shelf/licence.toml", "accepts = \"script\"", "accepts = \"person\"");
    assert_eq!(next(&desk), "course:first-day");
    desk.edit("shelf/licence.toml", "accepts = \"person\"", "accepts = \"script\"");
    let _ = desk.run(&["exam", "test-licence", "--answers", &all]);
    let listed = desk.json(&["progress"]).0;
    assert!(!listed["next"].to_string().contains("test-licence"), "its stations are open: {listed}");
}

#[test]
fn progress_of_a_beginner_and_after_some_work() {
    let desk = Desk::at_shelf();
    assert_snapshot!(desk.run(&["progress"]), @"
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
    let answers = desk.answers("\"queue/opening\" = \"help\"");
    let _ = desk.done(&["practise", "queue", "--answers", &answers]);
    let some = desk.answers("\"kinds/one\" = \"hello\"");
    assert_eq!(desk.run(&["learn", "first-day", "--answers", &some]).code, 2);
    assert_snapshot!(desk.run(&["progress"]), @"
    Progress of 陈小满

    Courses
      The first day  at 2/3 (1f99128c)

    Conversations
      Waiting and waiting  done, best 100 %

    Question banks
      All kinds  not begun

    Skills (points earned of the best on offer, in the newest 12 conversations)
      Ask  █  100 %  1 conversation, just begun
    Strengths: Ask

    Next: The first day (not finished yet)
    Practise: Waiting and waiting (Ask 100 % · counts for The licence of the small
    shelf · practised today)
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["progress", "--lang", "zh-CN"]), @"
    陈小满 的进度

    课程
      第一天  做到 2/3（1f99128c）

    对话
      等了又等  已完成，最好 100 %

    题库
      各种题  还没开始

    技能（最近 12 场对话里拿到的分，占当时最好选择的比例）
      问  █  100 %  1 场，刚开始练
    强项：问

    接下来：第一天（上次还没做完）
    建议练：等了又等（问 100 % · 小书架上岗证要考 · 今天练过）
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["progress", "--format", "json"]), @r#"
    {
      "advice": {
        "days": 0,
        "licence": "test-licence",
        "percent": 100,
        "scenario": "queue",
        "skill": "ask"
      },
      "banks": [
        {
          "best": null,
          "done": false,
          "finished": 0,
          "id": "kinds",
          "kind": "bank",
          "open": null
        }
      ],
      "courses": [
        {
          "best": null,
          "done": false,
          "finished": 0,
          "id": "first-day",
          "kind": "course",
          "open": {
            "attempt": "01a200df-f518-74be-b8b2-2ba51f99128c",
            "done": 2,
            "of": 3
          }
        }
      ],
      "gaps": [],
      "learner": "79f36de6-60da-44cd-87c1-3ab42ea8219b",
      "name": "陈小满",
      "next": [
        "course:first-day",
        "bank:kinds"
      ],
      "review": {
        "due": 0,
        "later": 0,
        "next": null
      },
      "scenarios": [
        {
          "best": "1",
          "done": true,
          "finished": 1,
          "id": "queue",
          "kind": "scenario",
          "open": null
        }
      ],
      "skills": {
        "ask": {
          "best": 3000,
          "earned": 3000,
          "line": [
            1000
          ],
          "percent": 100,
          "talks": 1,
          "trend": "new"
        }
      },
      "strengths": [
        "ask"
      ],
      "timeliness": null
    }
    ── exit 0 ──
    "#);
}

#[test]
fn nobody_has_no_progress() {
    assert_snapshot!(Desk::empty().run(&["progress"]), @r"
    ── stderr ──
    Not done: Nobody has said who you are.
      What to do: Enrol with onduty learner add NAME, then say who you are with --as NAME.
    ── exit 2 ──
    ");
}
