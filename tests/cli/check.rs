//! `check`: every mistake at once.

use insta::assert_snapshot;

use crate::desk::Desk;

/// The shelf without its one condition, which always holds.
fn clean() -> Desk {
    let desk = Desk::at_shelf();
    desk.edit("shelf/queue.toml", "[vars]\nwaited = { start = 0, min = 0, max = 2 }\n\n", "");
    desk.edit("shelf/queue.toml", "  add = { waited = 1 }\n  when = [\"waited < 2\"]\n", "");
    desk
}

#[test]
fn clean_courseware_is_counted() {
    let desk = clean();
    assert_snapshot!(desk.run(&["check", "--strict"]), @"
    Objectives: 2
      1 to know: taught 1, asked 1
      1 to do: taught 1, played, written or observed 1
    Courses: 1, lessons: 1
    Questions: 17 (any-of 1 · classify 1 · find 1 · number 1 · one-of 1 · order 1 · pairs 1 · true-false 9 · words 1)
      level 1 13 · level 2 4 · exam 8 · practice 9
    Scenarios: 5 (attitude 3 · dispute 2)
    Stations: 2
    Licences: 2
    Walkthroughs: 0
    Languages: zh-CN · en

    0 errors, 1 warning.
    What a code means: onduty explain CODE
    ── stderr ──
    warning[A802]: The borderline band is 5 below the mark, but the measurement error is 15.4
      --> DESK/shelf/licence.toml:32:14
       |
    32 | borderline = 5
       |              ^ narrower than the error
       |
       = help: Widen `borderline` to 16, or draw more questions and role-plays.

    ── exit 1 ──
    ");
    assert_snapshot!(desk.run(&["check", "--lang", "zh-CN"]), @"
    目标 2 个
      要知道的 1 个：有课教 1，有题考 1
      要做到的 1 个：有课教 1，有得演、写或现场考 1
    课程 1 门，共 1 课
    题目 17 道：any-of 1 · classify 1 · find 1 · number 1 · one-of 1 · order 1 · pairs 1 · true-false 9 · words 1
      1 级 13 · 2 级 4 · 练习 9 · 考试 8
    场景 5 个：态度 3 · 纠纷 2
    考站 2 个
    上岗证 2 种
    走查 0 条
    语言：zh-CN · en

    0 个错误，1 个提醒。
    想知道某个代码的意思：onduty explain 代码
    ── stderr ──
    警告[A802]: 待定的范围是及格线下 5 分，测量误差却有 15.4 分
      --> DESK/shelf/licence.toml:32:14
       |
    32 | borderline = 5
       |              ^ 范围窄于误差
       |
       = 建议: 把 `borderline` 放宽到 16，或者多抽几道题、几个情景。

    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["check", "--format", "json"]), @r#"
    {
      "counts": {
        "courses": 1,
        "coverage": {
          "asked": 1,
          "do": 1,
          "do_taught": 1,
          "done": 1,
          "know": 1,
          "know_taught": 1
        },
        "drafts": [],
        "languages": [
          "zh-CN",
          "en"
        ],
        "lessons": 1,
        "licences": 2,
        "objectives": 2,
        "questions": {
          "any-of": 1,
          "classify": 1,
          "find": 1,
          "number": 1,
          "one-of": 1,
          "order": 1,
          "pairs": 1,
          "true-false": 9,
          "words": 1
        },
        "questions_by_level": {
          "1": 13,
          "2": 4
        },
        "questions_by_use": {
          "exam": 8,
          "practice": 9
        },
        "scenarios": {
          "attitude": 3,
          "dispute": 2
        },
        "scenarios_by": [
          {
            "category": "attitude",
            "count": 1,
            "level": 1,
            "use": "practice"
          },
          {
            "category": "attitude",
            "count": 2,
            "level": 1,
            "use": "exam"
          },
          {
            "category": "dispute",
            "count": 2,
            "level": 1,
            "use": "exam"
          }
        ],
        "standards": 0,
        "stations": 2,
        "terms": 0,
        "untranslated": {
          "en": 0,
          "zh-CN": 0
        },
        "wordings": 0
      },
      "findings": [
        {
          "code": "A802",
          "column": 14,
          "file": "DESK/shelf/licence.toml",
          "line": 32,
          "message": "The borderline band is 5 below the mark, but the measurement error is 15.4",
          "severity": "warning"
        }
      ],
      "library": "shelf"
    }
    ── exit 0 ──
    "#);
}

#[test]
fn what_we_ship_has_no_mistakes() {
    let ran = Desk::empty().done(&["check", "--strict"]);
    assert_eq!(ran.err, "");
}

/// A mistake in a question, and one in a scenario that only an exact walk can see.
fn spoilt() -> Desk {
    let desk = Desk::at_shelf();
    let append = |name: &str, more: &str| {
        let text = std::fs::read_to_string(desk.path(name)).expect("on the shelf");
        desk.file(name, &(text + more));
    };
    append("shelf/queue.toml", "\n[[turn]]\nid = \"lost\"\nsays = \"？\"\ngoto = \"gone\"\n");
    append("shelf/queue.en.toml", "\n[turn.lost]\nsays = \"?\"\n");
    let bank = std::fs::read_to_string(desk.path("shelf/bank.toml")).expect("on the shelf");
    desk.file("shelf/bank.toml", &bank.replacen("level = 1", "level = 9", 1));
    desk
}

#[test]
fn mistakes_are_shown_where_they_are() {
    let desk = spoilt();
    assert_snapshot!(desk.run(&["check"]), @r#"
    Objectives: 2
      1 to know: taught 0, asked 1
      1 to do: taught 0, played, written or observed 1
    Courses: 0, lessons: 0
    Questions: 16 (any-of 1 · classify 1 · find 1 · number 1 · order 1 · pairs 1 · true-false 9 · words 1)
      level 1 12 · level 2 4 · exam 8 · practice 8
    Scenarios: 5 (attitude 3 · dispute 2)
    Stations: 2
    Licences: 2
    Walkthroughs: 0
    Languages: zh-CN · en

    2 errors, 2 warnings.
    What a code means: onduty explain CODE
    ── stderr ──
    error[E106]: `level` lies between 1 and 3, here it is 9
      --> DESK/shelf/bank.toml:13:9
       |
    13 | level = 9
       |         ^ out of range
       |
       = help: Write an integer from 1 to 3.

    warning[A802]: The borderline band is 5 below the mark, but the measurement error is 15.4
      --> DESK/shelf/licence.toml:32:14
       |
    32 | borderline = 5
       |              ^ narrower than the error
       |
       = help: Widen `borderline` to 16, or draw more questions and role-plays.

    warning[A710]: At opening/wait the condition "waited < 2" always holds
      --> DESK/shelf/queue.toml:38:8
       |
    38 |   id = "wait"
       |        ^^^^^^ never differs
       |
       = help: Without it nothing changes; if that is not what you meant, see whether it is the wrong way round.

    error[A701]: The turn `lost` can never be reached
      --> DESK/shelf/queue.toml:73:6
       |
    73 | id = "lost"
       |      ^^^^^^ never reached
       |
       = help: Let a `to`, `goto` or `branch` lead to it under a condition that can hold, or delete it.

    ── exit 1 ──
    "#);
    assert_snapshot!(desk.run(&["check", "--lang", "zh-CN"]), @r#"
    目标 2 个
      要知道的 1 个：有课教 0，有题考 1
      要做到的 1 个：有课教 0，有得演、写或现场考 1
    课程 0 门，共 0 课
    题目 16 道：any-of 1 · classify 1 · find 1 · number 1 · order 1 · pairs 1 · true-false 9 · words 1
      1 级 12 · 2 级 4 · 练习 8 · 考试 8
    场景 5 个：态度 3 · 纠纷 2
    考站 2 个
    上岗证 2 种
    走查 0 条
    语言：zh-CN · en

    2 个错误，2 个提醒。
    想知道某个代码的意思：onduty explain 代码
    ── stderr ──
    错误[E106]: `level` 应在 1 到 3 之间，这里是 9
      --> DESK/shelf/bank.toml:13:9
       |
    13 | level = 9
       |         ^ 超出范围
       |
       = 建议: 改成 1 到 3 之间的整数。

    警告[A802]: 待定的范围是及格线下 5 分，测量误差却有 15.4 分
      --> DESK/shelf/licence.toml:32:14
       |
    32 | borderline = 5
       |              ^ 范围窄于误差
       |
       = 建议: 把 `borderline` 放宽到 16，或者多抽几道题、几个情景。

    警告[A710]: opening/wait 的条件“waited < 2”每次都成立
      --> DESK/shelf/queue.toml:38:8
       |
    38 |   id = "wait"
       |        ^^^^^^ 每次都一样
       |
       = 建议: 不写它结果也一样；如果本意不是这样，看看是不是写反了。

    错误[A701]: 回合 `lost` 怎么走都到不了
      --> DESK/shelf/queue.toml:73:6
       |
    73 | id = "lost"
       |      ^^^^^^ 到不了
       |
       = 建议: 让某个 `to`、`goto` 或 `branch` 通向它，并且条件能成立；不要就删掉。

    ── exit 1 ──
    "#);
    assert_snapshot!(desk.run(&["check", "--format", "json"]), @r#"
    {
      "counts": {
        "courses": 0,
        "coverage": {
          "asked": 1,
          "do": 1,
          "do_taught": 0,
          "done": 1,
          "know": 1,
          "know_taught": 0
        },
        "drafts": [],
        "languages": [
          "zh-CN",
          "en"
        ],
        "lessons": 0,
        "licences": 2,
        "objectives": 2,
        "questions": {
          "any-of": 1,
          "classify": 1,
          "find": 1,
          "number": 1,
          "order": 1,
          "pairs": 1,
          "true-false": 9,
          "words": 1
        },
        "questions_by_level": {
          "1": 12,
          "2": 4
        },
        "questions_by_use": {
          "exam": 8,
          "practice": 8
        },
        "scenarios": {
          "attitude": 3,
          "dispute": 2
        },
        "scenarios_by": [
          {
            "category": "attitude",
            "count": 1,
            "level": 1,
            "use": "practice"
          },
          {
            "category": "attitude",
            "count": 2,
            "level": 1,
            "use": "exam"
          },
          {
            "category": "dispute",
            "count": 2,
            "level": 1,
            "use": "exam"
          }
        ],
        "standards": 0,
        "stations": 2,
        "terms": 0,
        "untranslated": {
          "en": 0,
          "zh-CN": 0
        },
        "wordings": 0
      },
      "findings": [
        {
          "code": "E106",
          "column": 9,
          "file": "DESK/shelf/bank.toml",
          "line": 13,
          "message": "`level` lies between 1 and 3, here it is 9",
          "severity": "error"
        },
        {
          "code": "A802",
          "column": 14,
          "file": "DESK/shelf/licence.toml",
          "line": 32,
          "message": "The borderline band is 5 below the mark, but the measurement error is 15.4",
          "severity": "warning"
        },
        {
          "code": "A710",
          "column": 8,
          "file": "DESK/shelf/queue.toml",
          "line": 38,
          "message": "At opening/wait the condition \"waited < 2\" always holds",
          "severity": "warning"
        },
        {
          "code": "A701",
          "column": 6,
          "file": "DESK/shelf/queue.toml",
          "line": 73,
          "message": "The turn `lost` can never be reached",
          "severity": "error"
        }
      ],
      "library": "shelf"
    }
    ── exit 1 ──
    "#);
}

#[test]
fn learners_are_told_that_something_is_left_out() {
    let desk = spoilt();
    let answers = desk.answers("");
    assert_snapshot!(desk.run(&["learn", "first-day", "--answers", &answers]), @r#"
    ── stderr ──
    There is 1 mistake in the courseware; what it touches is left out. Trainers can see them with onduty check.
    Not done: There is no course "first-day".
      What to do: See what there is with onduty list.
    ── exit 2 ──
    "#);
}

#[test]
fn warnings_count_only_when_strict() {
    let desk = clean();
    let text = std::fs::read_to_string(desk.path("shelf/syllabus.toml")).expect("the syllabus");
    desk.file(
        "shelf/syllabus.toml",
        &(text + "\n[[objective]]\nid = \"idle\"\ntext = \"没人教\"\nsource = \"project\"\nkind = \"know\"\n"),
    );
    let english = std::fs::read_to_string(desk.path("shelf/syllabus.en.toml")).expect("its translation");
    desk.file("shelf/syllabus.en.toml", &(english + "\n[objective.idle]\ntext = \"Taught nowhere\"\n"));
    assert_snapshot!(desk.run(&["check"]), @r#"
    Objectives: 3
      2 to know: taught 1, asked 1
      1 to do: taught 1, played, written or observed 1
    Courses: 1, lessons: 1
    Questions: 17 (any-of 1 · classify 1 · find 1 · number 1 · one-of 1 · order 1 · pairs 1 · true-false 9 · words 1)
      level 1 13 · level 2 4 · exam 8 · practice 9
    Scenarios: 5 (attitude 3 · dispute 2)
    Stations: 2
    Licences: 2
    Walkthroughs: 0
    Languages: zh-CN · en

    0 errors, 2 warnings.
    What a code means: onduty explain CODE
    ── stderr ──
    warning[A802]: The borderline band is 5 below the mark, but the measurement error is 15.4
      --> DESK/shelf/licence.toml:32:14
       |
    32 | borderline = 5
       |              ^ narrower than the error
       |
       = help: Widen `borderline` to 16, or draw more questions and role-plays.

    warning[W604]: The objective `s/idle` is neither taught nor asked or played
      --> DESK/shelf/syllabus.toml:21:6
       |
    21 | id = "idle"
       |      ^^^^^^ not served
       |
       = help: Name it in the `objectives` of a lesson, question, scenario or station.

    ── exit 0 ──
    "#);
    assert_eq!(desk.run(&["check", "--strict"]).code, 1);
}

#[test]
fn a_folder_that_is_not_there() {
    let desk = Desk::empty();
    assert_snapshot!(desk.run(&["check", &desk.path("gone").display().to_string()]), @r"
    ── stderr ──
    Not done: There is no courseware folder DESK/gone.
      What to do: Look at the path after --library, or at ONDUTY_LIBRARY.
    ── exit 3 ──
    ");
}

/// Every file under a folder with its bytes and its time.
fn everything(folder: &std::path::Path) -> Vec<(std::path::PathBuf, Vec<u8>, std::time::SystemTime)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            all.extend(everything(&path));
        } else {
            let changed = path.metadata().and_then(|about| about.modified()).expect("a time");
            all.push((path.clone(), std::fs::read(&path).expect("readable"), changed));
        }
    }
    all.sort();
    all
}

#[test]
fn check_writes_nothing() {
    let desk = spoilt();
    let before = everything(&desk.path(""));
    for args in
        [&["check"][..], &["check", "--strict", "--format", "json"], &["check", &desk.path("shelf").display().to_string()]]
    {
        assert_eq!(desk.run(args).code, 1);
    }
    assert_eq!(everything(&desk.path("")), before);
}

#[test]
fn looking_makes_no_data_folder() {
    let desk = Desk::empty();
    let commands: [&[&str]; 9] = [
        &["check"],
        &["list"],
        &["list", "objectives"],
        &["explain", "E201"],
        &["completions", "bash"],
        &["trainer"],
        &["manager"],
        &["--help"],
        &["learn", "attitude", "--out", &desk.path("page.html").display().to_string()],
    ];
    for command in commands {
        let _ = desk.done(command);
        assert!(!desk.path("data").exists(), "{command:?} made the data folder");
    }
}

#[test]
fn a_file_is_checked_with_the_courseware_that_it_is_part_of() {
    let desk = Desk::at_shelf();
    desk.edit("shelf/queue.toml", "to = \"helped\"", "to = \"helpd\"");
    let queue = desk.path("shelf/queue.toml").display().to_string();
    let ran = desk.run(&["check", &queue]);
    assert!(ran.code == 1 && ran.err.contains("helpd") && !ran.err.contains("licence.toml"), "{ran}");
    // The same mistake is no matter of another file.
    let bank = desk.path("shelf/bank.toml").display().to_string();
    let ran = desk.run(&["check", &bank]);
    assert!(ran.code == 0 && ran.err.contains("findings: 0") && !ran.err.contains("helpd"), "{ran}");
}

/// A talk of so many turns with two replies each, the longer one always best.
fn long_is_best(turns: usize) -> String {
    let mut text = "format = 1\n[scenario]\nid = \"long\"\nstatus = \"draft\"\ntitle = \"在吗\"\ncategory = \"attitude\"\nchannel = \"chat\"\n\
                    use = \"practice\"\nlevel = 1\nbrief = \"客户来了。\"\nstart = \"t0\"\npass = 60\nsources = [\"project\"]\n\
                    [customer]\nname = \"陈女士\"\nmood = 50\n"
        .to_owned();
    for n in 0..turns {
        let to = if n + 1 == turns { "good".to_owned() } else { format!("t{}", n + 1) };
        text.push_str(&format!(
            "[[turn]]\nid = \"t{n}\"\nsays = \"在吗？\"\n[[turn.reply]]\nid = \"a\"\ntext = \"在的，您好，请问有什么可以帮您？\"\nto = \"{to}\"\n\
             score = {{ ask = 1 }}\nfeedback = \"好。\"\n[[turn.reply]]\nid = \"b\"\ntext = \"嗯。\"\nto = \"{to}\"\nscore = {{ ask = -1 }}\nfeedback = \"差。\"\n"
        ));
    }
    text + "[[turn]]\nid = \"good\"\nsays = \"好。\"\nending = { outcome = \"resolved\", debrief = \"好。\" }\n"
}

#[test]
fn a_short_talk_is_told_by_its_length_where_every_turn_is() {
    for (turns, told) in [(3, false), (4, true)] {
        let desk = Desk::at_shelf();
        desk.file("shelf/long.toml", &long_is_best(turns));
        let ran = desk.run(&["check"]);
        assert!(ran.code == 0, "{ran}");
        assert_eq!(ran.err.contains("A712"), told, "{turns} turns: {ran}");
    }
}
