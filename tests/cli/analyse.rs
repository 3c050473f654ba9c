//! `analyse`: what exact walking tells of a scenario.

mod licence;

use insta::assert_snapshot;

use crate::desk::Desk;

#[test]
fn a_talk_is_worked_out() {
    let desk = Desk::at_shelf();
    assert_snapshot!(desk.run(&["analyse", "long-line"]), @"
    Analysis: The long line (long-line)

    Turns, endings aside: 1
    Endings: 3
    Replies: 3
    Different paths: 3
    Reachable states: 4

    ✓ It can be passed (60 %)
    ✓ It can be failed

    Chance to pass by picking blindly: 0.3333
    Mean share of the best, picking blindly: 0.4444

    Points  Percent  Paths  Passing
    0       0 %      1      0
    1       33.3 %   1      0
    3       100 %    1      1

    Best path: 3 points, 100 %
      - opening/look Sorry for the trouble; I am … (+2)
      - good (+1)

    Worst path: 0 points, 0 %
      - opening/shout Stop shouting! (0)
      - gone (0)

    Skill  Best attainable  On the best path
    Ask    3                3

    Replies that decide

    - passing is over once it is chosen: opening/wait Wait a moment.
    - passing is over once it is chosen: opening/shout Stop shouting!
    - the pass is safe once it is chosen: opening/look Sorry for the trouble; I am
      …

    Red-line replies

    - opening/shout Stop shouting!

    Every reply can come up, and every condition and variable has its use.
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["analyse", "long-line", "--lang", "zh-CN"]), @"
    分析：长长的队（long-line）

    回合（结局另算）：1
    结局：3
    回复：3
    不同的走法：3
    走得到的状态：4

    √ 能及格（60 %）
    √ 会不及格

    闭着眼睛随便选，及格的概率：0.3333
    闭着眼睛随便选，平均得到最高分的：0.4444

    分数  百分比  走法  其中及格
    0     0 %     1     0
    1     33.3 %  1     0
    3     100 %   1     1

    最好的一条路：3 分，100 %
      - opening/look 让您费心了，我马上查。（+2）
      - good（+1）

    最差的一条路：0 分，0 %
      - opening/shout 嚷什么！（0）
      - gone（0）

    技能  最多能得  最好的路上得
    问    3         3

    一锤定音的回复

    - 一选就及不了格了：opening/wait 等一会儿。
    - 一选就及不了格了：opening/shout 嚷什么！
    - 一选就稳及格了：opening/look 让您费心了，我马上查。

    红线回复

    - opening/shout 嚷什么！

    每个回复都有机会出现，每个条件、每个变量都有用。
    ── exit 0 ──
    ");
}

#[test]
fn programs_get_every_figure() {
    let desk = Desk::at_shelf();
    let (told, exit) = desk.json(&["analyse", "scenario:long-line"]);
    assert_eq!(exit, 0);
    assert_snapshot!(format!("{told:#}"), @r#"
    {
      "attainable": [
        {
          "passing": 0,
          "paths": 1,
          "percent": 0,
          "score": 0
        },
        {
          "passing": 0,
          "paths": 1,
          "percent": 33.3,
          "score": 1
        },
        {
          "passing": 1,
          "paths": 1,
          "percent": 100,
          "score": 3
        }
      ],
      "best": {
        "path": [
          "opening/look"
        ],
        "percent": 100,
        "score": 3
      },
      "bounds": null,
      "chance": {
        "exact": {
          "expected": "4/9",
          "pass": "1/3"
        },
        "expected": 0.4444444444444444,
        "pass": 0.3333333333333333
      },
      "conditions": [],
      "decisive": [
        {
          "loses": "never",
          "reply": "opening/look",
          "secures": "always"
        },
        {
          "loses": "always",
          "reply": "opening/wait",
          "secures": "never"
        },
        {
          "loses": "always",
          "reply": "opening/shout",
          "secures": "never"
        }
      ],
      "endings": 3,
      "exact": true,
      "fail_reachable": true,
      "id": "long-line",
      "kind": "scenario",
      "never_offered": [],
      "pass": 60,
      "pass_reachable": true,
      "paths": 3,
      "red_line_paths": 1,
      "red_lines": [
        "opening/shout"
      ],
      "replies": 3,
      "skills": [
        {
          "best": 3,
          "by_best_path": 3,
          "skill": "ask"
        }
      ],
      "states": 4,
      "title": "The long line",
      "turns": 1,
      "variables": [],
      "worst": {
        "path": [
          "opening/shout"
        ],
        "percent": 0,
        "score": 0
      }
    }
    "#);
}

#[test]
fn what_is_no_scenario_is_told_so() {
    let desk = Desk::at_shelf();
    assert_snapshot!(desk.run(&["analyse", "long-lin"]), @r#"
    ── stderr ──
    Not done: There is no "long-lin" among: scenario · licence
      What to do: Did you mean scenario:long-line?
    ── exit 2 ──
    "#);
    assert_snapshot!(desk.run(&["analyse", "kinds"]), @r#"
    ── stderr ──
    Not done: "kinds" is of the kind bank; what is taken here: scenario · licence
      What to do: See what there is with onduty list.
    ── exit 2 ──
    "#);
}
