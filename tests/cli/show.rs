//! `show`: an attempt, read again.

use insta::assert_snapshot;

use crate::desk::Desk;

#[test]
fn a_conversation_is_read_again() {
    let desk = Desk::at_shelf();
    let answers = desk.answers("\"queue/opening\" = [\"wait\", \"help\"]");
    let _ = desk.done(&["practise", "queue", "--answers", &answers]);
    let listed = desk.done(&["list", "attempts", "--format", "json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed.out).expect("JSON");
    let id = listed["attempts"][0]["attempt"].as_str().expect("an id").to_owned();
    assert_snapshot!(desk.run(&["show", &id]), @"
    Waiting and waiting

    Looking back: Waiting and waiting

    Step 1
    Ms Chen: “How long is this going to take?”
    You: Please wait.
    Points -1 · mood 50 → 40 worse
    What she is waiting for is a word.
    Better words (points +3): Sorry for the wait; I am looking now.

    Step 2
    Ms Chen: “How long is this going to take?”
    You: Sorry for the wait; I am looking now.
    Points +3 · mood 40 → 60 better
    Take up the person first.

    How it ended (points +1): Well taken up.

    Result: ✓ Passed · resolved
    Score 3/4 (75%), pass mark 60%

    Skills
    Ask  2/6  ██████▋
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["show", &id, "--lang", "zh-CN"]), @"
    Waiting and waiting

    复盘：Waiting and waiting

    第 1 步
    Ms Chen：“How long is this going to take?”
    你：Please wait.
    -1 分 · 心情 50 → 40 变差
    What she is waiting for is a word.
    更好的说法（+3 分）：Sorry for the wait; I am looking now.

    第 2 步
    Ms Chen：“How long is this going to take?”
    你：Sorry for the wait; I am looking now.
    +3 分 · 心情 40 → 60 好转
    Take up the person first.

    结局（+1 分）：Well taken up.

    结果：√ 通过 · 已解决
    得分 3/4（75%），及格线 60%

    各项能力
    Ask  2/6  ██████▋
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["show", &id, "--format", "json"]), @r#"
    {
      "attempt": "01a200df-e190-7cc6-bfb9-33ad26a01a94",
      "digest": "f503f20cb1b1f67dc7a386b9931de80c243174725c9ec4c117319af12506dc95",
      "events": [
        {
          "at": 1795311003000,
          "attempt": "01a200df-e190-7cc6-bfb9-33ad26a01a94",
          "body": {
            "event": "started",
            "plan": {
              "attempt": "01a200df-e190-7cc6-bfb9-33ad26a01a94",
              "conduct": "script",
              "dice": "chacha8-sha256-1",
              "frame": "65fc9da70c1f3b8a05f99bc15999e7b7ac2750b42b65509dd454f02dcded57bb",
              "language": "en",
              "learner": "79f36de6-60da-44cd-87c1-3ab42ea8219b",
              "parts": [
                {
                  "steps": [
                    {
                      "best": 4000,
                      "content": "eb3491f9003a47e69b7c51a067240030c406d833e5f7c477459fdd6e94d9f01d",
                      "scenario": "queue",
                      "step": "play"
                    }
                  ]
                }
              ],
              "rules": 1,
              "seed": "3b2ce76cccd92bbf037d21097d4e26254578a4e24a3225d20e7cf219961b02cf",
              "subject": {
                "id": "queue",
                "kind": "scenario"
              }
            }
          },
          "by": "79f36de6-60da-44cd-87c1-3ab42ea8219b",
          "previous": null,
          "seq": 0
        },
        {
          "at": 1795311004000,
          "attempt": "01a200df-e190-7cc6-bfb9-33ad26a01a94",
          "body": {
            "event": "chose",
            "reply": "wait",
            "scenario": "queue",
            "turn": "opening"
          },
          "by": "79f36de6-60da-44cd-87c1-3ab42ea8219b",
          "previous": "96b14c5fd875c976d9249cd7efcda92dac817de690419d669794fbe808e91ac5",
          "seq": 1
        },
        {
          "at": 1795311005000,
          "attempt": "01a200df-e190-7cc6-bfb9-33ad26a01a94",
          "body": {
            "event": "chose",
            "reply": "help",
            "scenario": "queue",
            "turn": "opening"
          },
          "by": "79f36de6-60da-44cd-87c1-3ab42ea8219b",
          "previous": "2cecbdc236d00e4916eba1d7cbfb6ee3970edac33d6410e0dd7277163ae66b70",
          "seq": 2
        },
        {
          "at": 1795311006000,
          "attempt": "01a200df-e190-7cc6-bfb9-33ad26a01a94",
          "body": {
            "event": "closed",
            "grade": {
              "best": 4000,
              "ending": "helped",
              "of": "play",
              "outcome": "resolved",
              "pass": 60,
              "passed": true,
              "points": 3000,
              "red_line": false,
              "scenario": "queue",
              "share": "3/4",
              "skills": {
                "ask": [
                  2000,
                  6000
                ]
              }
            }
          },
          "by": "79f36de6-60da-44cd-87c1-3ab42ea8219b",
          "previous": "6626842d19ab19d762e4e07df1ca90ba91d4525bd33e6847cb40f271e0f9c0a6",
          "seq": 3
        }
      ],
      "grade": {
        "best": 4000,
        "ending": "helped",
        "of": "play",
        "outcome": "resolved",
        "pass": 60,
        "passed": true,
        "points": 3000,
        "red_line": false,
        "scenario": "queue",
        "share": "3/4",
        "skills": {
          "ask": [
            2000,
            6000
          ]
        }
      },
      "notes": []
    }
    ── exit 0 ──
    "#);
}

#[test]
fn a_quiz_is_read_again() {
    let desk = Desk::at_shelf().in_chinese();
    let answers = desk.answers(super::quiz::ALL_RIGHT);
    let _ = desk.done(&["quiz", "kinds", "--answers", &answers]);
    let listed = desk.done(&["list", "attempts", "--format", "json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed.out).expect("JSON");
    assert_snapshot!(desk.run(&["show", listed["attempts"][0]["attempt"].as_str().expect("an id")]), @"
    各种题

    哪些要核对？

    √ 答对了  得 2 分（满分 2 分）

    √ 地址  [选对了]
    √ 电话  [选对了]
    √ 给不给好评  [不选是对的]
      评价是客户的事。

    为什么：地址和电话。

    按先后排好。

    √ 答对了  得 2 分（满分 2 分）

    √ 听 → 1
    √ 查 → 2
    √ 说 → 3

    为什么：先听，再查，再说。

    第一句说哪两个字？

    √ 答对了  得 1 分（满分 1 分）

    √ 你的回答：您好

    为什么：您好。

    找出说错的话。

    √ 答对了  得 2 分（满分 2 分）

    √ 客服：有事快说。  [选对了]
      像赶人。

    为什么：别赶客户。

    先问好，再办事。

    √ 答对了  得 1 分（满分 1 分）

    √ 对  [选对了]

    为什么：客户先听到的是问好。

    黄金几秒？

    √ 答对了  得 1 分（满分 1 分）

    √ 你的回答：3 秒

    为什么：黄金三秒。

    哪一句先说？

    √ 答对了  得 2 分（满分 2 分）

    √ 您好，我在。  [选对了]

    为什么：先问好。

    哪些能说，哪些不能说？

    √ 答对了  得 2 分（满分 2 分）

    √ 我帮您查 → 能说
    √ 肯定没问题 → 不能说

    为什么：不随口承诺。

    配成对。

    √ 答对了  得 2 分（满分 2 分）

    √ 聊天 → 三秒
    √ 邮件 → 一天

    为什么：聊天比邮件急。

    测验结果
    √ 第 1 题：2/2  哪些要核对？
    √ 第 2 题：2/2  按先后排好。
    √ 第 3 题：1/1  第一句说哪两个字？
    √ 第 4 题：2/2  找出说错的话。
    √ 第 5 题：1/1  先问好，再办事。
    √ 第 6 题：1/1  黄金几秒？
    √ 第 7 题：2/2  哪一句先说？
    √ 第 8 题：2/2  哪些能说，哪些不能说？
    √ 第 9 题：2/2  配成对。
    共得 15 分，满分 15 分（100%）
    ── exit 0 ──
    ");
}

#[test]
fn an_attempt_that_is_not_there() {
    assert_snapshot!(Desk::new().run(&["show", "12345678"]), @r"
    ── stderr ──
    Not done: There is no attempt 12345678.
      What to do: See all attempts with onduty list attempts.
    ── exit 2 ──
    ");
    assert_snapshot!(Desk::new().in_chinese().run(&["show"]), @"
    ── stderr ──
    没办成：还缺 记录编号（<ATTEMPT>）。
    　怎么办：加上 --help 看用法。
    ── exit 2 ──
    ");
}
