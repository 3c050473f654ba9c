//! `--answers FILE`: the same session from a script, and what is wrong with one.

use insta::assert_snapshot;

use crate::desk::Desk;

/// Runs a quiz over all kinds with one line of the right answers replaced; the last lines said, and the exit code.
fn with(id: &str, value: &str) -> String {
    let desk = Desk::at_shelf();
    let right = super::quiz::ALL_RIGHT.replace("您好", "hello");
    let others: Vec<&str> = right.lines().filter(|line| !line.starts_with(&format!("\"kinds/{id}\""))).collect();
    let answers = desk.answers(&format!("{}\n\"kinds/{id}\" = {value}", others.join("\n")));
    let ran = desk.run(&["quiz", "kinds", "--answers", &answers]);
    assert_eq!(ran.out, "");
    let tail = ran.err.lines().skip_while(|line| !line.starts_with("Not done")).collect::<Vec<_>>().join("\n");
    format!("{tail}\nexit {}", ran.code)
}

#[test]
fn what_does_not_fit_is_named() {
    assert_snapshot!(with("one", "[\"hello\", \"wait\", 3]"), @"exit 0");
    assert_snapshot!(with("one", "\"helo\""), @r"
    Not done: The answers file does not go on from here; what came before is kept.
      Cause: “kinds/one” does not offer “helo”. Offered: hello, wait
    exit 2
    ");
    assert_snapshot!(with("one", "{ hello = true }"), @r"
    Not done: The answers file does not go on from here; what came before is kept.
      Cause: The answer to “kinds/one” has the wrong shape: the id of one choice (a string; true or false for a true-false question) is needed.
    exit 2
    ");
    assert_snapshot!(with("several", "\"address\""), @r"
    Not done: The answers file does not go on from here; what came before is kept.
      Cause: The answer to “kinds/several” has the wrong shape: a list of ids of choices is needed.
    exit 2
    ");
    assert_snapshot!(with("several", "[]"), @r"
    Not done: The answers file does not go on from here; what came before is kept.
      Cause: The answer to “kinds/several” was not taken: Nothing is chosen or typed yet.
    exit 2
    ");
    assert_snapshot!(with("true", "\"yes\""), @r"
    Not done: The answers file does not go on from here; what came before is kept.
      Cause: “kinds/true” does not offer “yes”. Offered: true, false
    exit 2
    ");
    assert_snapshot!(with("seconds", "true"), @r"
    Not done: The answers file does not go on from here; what came before is kept.
      Cause: The answer to “kinds/seconds” has the wrong shape: a number is needed.
    exit 2
    ");
    assert_snapshot!(with("seconds", "\"three\""), @r"
    Not done: The answers file does not go on from here; what came before is kept.
      Cause: The answer to “kinds/seconds” was not taken: That is not a number. Please type digits only, such as 3 or 2.5.
    exit 2
    ");
    assert_snapshot!(with("word", "7"), @r"
    Not done: The answers file does not go on from here; what came before is kept.
      Cause: The answer to “kinds/word” has the wrong shape: a string is needed.
    exit 2
    ");
    assert_snapshot!(with("word", "\" \""), @r"
    Not done: The answers file does not go on from here; what came before is kept.
      Cause: The answer to “kinds/word” was not taken: Nothing is chosen or typed yet.
    exit 2
    ");
    assert_snapshot!(with("steps", "[\"listen\", \"look\"]"), @r"
    Not done: The answers file does not go on from here; what came before is kept.
      Cause: The answer to “kinds/steps” was not taken: Something is still missing. Please fill the gaps.
    exit 2
    ");
    assert_snapshot!(with("steps", "[\"listen\", \"listen\", \"say\"]"), @r"
    Not done: The answers file does not go on from here; what came before is kept.
      Cause: The answer to “kinds/steps” was not taken: Something is still missing. Please fill the gaps.
    exit 2
    ");
    assert_snapshot!(with("match", "[\"chat\"]"), @r"
    Not done: The answers file does not go on from here; what came before is kept.
      Cause: The answer to “kinds/match” has the wrong shape: a table of left id = right id is needed.
    exit 2
    ");
    assert_snapshot!(with("match", "{ chat = \"chat\" }"), @r"
    Not done: The answers file does not go on from here; what came before is kept.
      Cause: The answer to “kinds/match” was not taken: Something is still missing. Please fill the gaps.
    exit 2
    ");
    assert_snapshot!(with("match", "{ chat = \"chat\", mail = \"chat\" }"), @r"
    Not done: The answers file does not go on from here; what came before is kept.
      Cause: The answer to “kinds/match” was not taken: That is not one of the choices. Please take one that is offered.
    exit 2
    ");
    assert_snapshot!(with("sort", "{ check = \"may\", surely = \"perhaps\" }"), @r"
    Not done: The answers file does not go on from here; what came before is kept.
      Cause: “kinds/sort” does not offer “perhaps”. Offered: may, must-not
    exit 2
    ");
    assert_snapshot!(with("faults", "[\"l9\"]"), @r"
    Not done: The answers file does not go on from here; what came before is kept.
      Cause: “kinds/faults” does not offer “l9”. Offered: l1, l2
    exit 2
    ");
}

#[test]
fn a_blank_is_an_answer() {
    let desk = Desk::at_shelf();
    let answers = desk.answers(&super::quiz::ALL_RIGHT.replace("= 3", "= { blank = true }"));
    let ran = desk.done(&["quiz", "kinds", "--answers", &answers]);
    assert!(ran.err.contains("Your answer: I don't know") && ran.err.contains("14 of 15 points"), "{ran}");
}

#[test]
fn a_missing_answer_is_named_and_what_came_before_is_kept() {
    let desk = Desk::at_shelf().in_chinese();
    let answers = desk.answers("\"kinds/one\" = \"hello\"");
    let ran = desk.run(&["learn", "first-day", "--answers", &answers]);
    assert_snapshot!(ran, @r#"
    ── stderr ──

    陈小满 · 第一天
    第 1 步，共 3 步

    问好

    客户先听到的是问好。

    陈小满 · 第一天
    第 2 步，共 3 步

    哪一句先说？
    1. 您好，我在。
    2. 等着。
    0. 我不知道
    你的回答：您好，我在。

    √ 答对了  得 2 分（满分 2 分）

    √ 您好，我在。  [选对了]

    为什么：先问好。

    陈小满 · 第一天
    第 3 步，共 3 步

    现在来演练一次：你来接待客户。

    等了又等

    你的任务：客户等了很久。

    客户：陈女士
    心情：50/100，平静
    已知情况：
    - 第一次来

    陈女士：还要等多久？
    1. 请再等等。
    2. 不想等就走吧。
    3. 让您久等了，我这就查。
    没办成：回答文件走不下去了；之前的都已保存。
    　原因：回答文件里没有“queue/opening”第 1 次的答案。请在 [answers] 里补上，或把 fallback 设为 "first" 或 "random"。
    ── exit 2 ──
    "#);
    let listed = desk.done(&["list", "attempts", "--format", "json"]);
    let listed: serde_json::Value = serde_json::from_str(&listed.out).expect("JSON");
    assert_eq!((listed["attempts"][0]["done"].as_u64(), listed["attempts"][0]["of"].as_u64()), (Some(2), Some(3)));
}

#[test]
fn missing_answers_may_be_given_by_rule() {
    for rule in ["first", "random"] {
        let finished = |desk: &Desk| {
            let answers = desk.file("rule.toml", &format!("format = 1\nfallback = \"{rule}\"\n"));
            for args in [["quiz", "kinds"], ["learn", "first-day"], ["practise", "queue"]] {
                let ran = desk.run(&[args[0], args[1], "--answers", &answers]);
                assert!(ran.code <= 1, "finished, passed or not: {ran}");
            }
            desk.done(&["list", "attempts", "--format", "json"]).out
        };
        assert_eq!(finished(&Desk::at_shelf()), finished(&Desk::at_shelf()), "{rule} is the same every time");
    }
}

#[test]
fn files_that_are_no_answers() {
    let desk = Desk::at_shelf();
    let said = |text: &str| desk.run(&["quiz", "kinds", "--answers", &desk.file("a.toml", text)]);
    assert_snapshot!(said("format = 1\n[answers]\n\"kinds/one\" = hello"), @r"
    ── stderr ──
    Not done: Something is wrong with the answers file DESK/a.toml.
      Cause: Answers file, line 3, column 15: string values must be quoted, expected literal string
    ── exit 2 ──
    ");
    assert_snapshot!(said("format = 1\n[answers\n"), @r"
    ── stderr ──
    Not done: Something is wrong with the answers file DESK/a.toml.
      Cause: Answers file, line 2, column 9: unclosed table, expected `]`
    ── exit 2 ──
    ");
    assert_snapshot!(said("format = 2"), @r"
    ── stderr ──
    Not done: Something is wrong with the answers file DESK/a.toml.
      Cause: The answers file needs format = 1.
    ── exit 2 ──
    ");
    assert_snapshot!(said("[answers]"), @r"
    ── stderr ──
    Not done: Something is wrong with the answers file DESK/a.toml.
      Cause: Answers file, line 1, column 1: missing field `format`
    ── exit 2 ──
    ");
    assert_snapshot!(said("format = 1\nfallback = \"guess\""), @r"
    ── stderr ──
    Not done: Something is wrong with the answers file DESK/a.toml.
      Cause: Answers file, line 2, column 12: unknown variant `guess`, expected one of `refuse`, `first`, `random`
    ── exit 2 ──
    ");
    assert_snapshot!(said("format = 1\nanswer = 3"), @r"
    ── stderr ──
    Not done: Something is wrong with the answers file DESK/a.toml.
      Cause: Answers file, line 2, column 1: unknown field `answer`, expected one of `format`, `fallback`, `answers`
    ── exit 2 ──
    ");
    assert_snapshot!(said("format = 1\nanswers = 3"), @r"
    ── stderr ──
    Not done: Something is wrong with the answers file DESK/a.toml.
      Cause: Answers file, line 2, column 11: invalid type: integer `3`, expected a map
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["quiz", "kinds", "--answers", &desk.path("gone.toml").display().to_string()]), @"
    ── stderr ──
    Not done: The file DESK/gone.toml cannot be read.
      Cause: There is no such file or folder.
    ── exit 4 ──
    ");
    assert_snapshot!(desk.run(&["quiz", "kinds", "--lang", "zh-CN", "--answers", &desk.file("a.toml", "format = 1\n[answers]\n\"kinds/one\" = hello")]), @r"
    ── stderr ──
    没办成：回答文件 DESK/a.toml 有问题。
    　原因：回答文件第 3 行第 15 列有错：string values must be quoted, expected literal string
    ── exit 2 ──
    ");
    assert_eq!(desk.done(&["list", "attempts", "--format", "json"]).out.trim(), "{\n  \"attempts\": []\n}", "nothing was begun");
}

#[test]
fn what_a_script_answers_is_recorded_as_such() {
    let desk = Desk::at_shelf();
    let some = desk.answers("\"kinds/one\" = \"hello\"");
    assert_eq!(desk.run(&["learn", "first-day", "--answers", &some]).code, 2);
    let shown = desk.done(&["list", "attempts", "--format", "json"]);
    let shown: serde_json::Value = serde_json::from_str(&shown.out).expect("JSON");
    let id = shown["attempts"][0]["attempt"].as_str().expect("an id").to_owned();
    let events: serde_json::Value = serde_json::from_str(&desk.done(&["show", &id, "--format", "json"]).out).expect("JSON");
    assert_eq!(events["events"][0]["body"]["plan"]["conduct"], "script", "{events}");
}
