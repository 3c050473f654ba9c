//! `stats`: from a file of marks, and from what the store has.

mod exams;

use insta::assert_snapshot;
use serde_json::json;

use super::quiz::ALL_RIGHT;
use crate::desk::Desk;

/// Thirty-two attempts at four items: one that all can do, one that separates, one that only the weak know, one of two points.
fn table() -> String {
    let row = |n: usize| format!("a{n},1,{},{},{}\n", usize::from(n >= 16), usize::from(n < 8), n / 16 + usize::from(n >= 24));
    format!("attempt,easy,sharp,wrong-key,case\nmax,1,1,1,2\n{}", (0..32).map(row).collect::<String>())
}

#[test]
fn a_table_of_marks_in_plain_words_first() {
    let desk = Desk::empty();
    let file = desk.file("marks.csv", &table());
    assert_snapshot!(desk.run(&["stats", "--marks", &file]), @"
    DESK/marks.csv
    32 attempts at 4 items.
    The first column “attempt” is no item and was not read.

    Look at these first
      easy: too easy (100.0 % of the points), it separates nobody. Keep it to make
      sure that all know; to tell people apart, write wrong options that look
      right.
      wrong-key: those who know more get it wrong (discrimination -56). Check the
      key first; then whether the words mislead or two options are right.

    Totals
      Mean 2.5 points, median 2.5, standard deviation 1.1.
      Reliability 13 %, low (below 64 %): do not lean on the totals yet. More
      items, and mending those above, will help. The same person on another day
      would be about 1.1 points up or down.

    Items
    attempts  facility  discrimination  item
    32        100.0 %   –               easy
    32        50.0 %    71              sharp
    32        25.0 %    -56             wrong-key
    32        37.5 %    52              case
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["stats", "--marks", &file, "--all", "--lang", "zh-CN"]), @"
    DESK/marks.csv
    32 份答卷，4 道题。
    第一列“attempt”不是题，没有读。

    先看这几题
      easy：太容易了（得分率 100.0 %），考不出高低。想确认人人都会，可以留着；想拉
      开差距，就换更像真的错误选项。
      wrong-key：会的人反而答错（区分度 -56）。先核对答案有没有写错，再看题目是不是
      有歧义、有没有两个选项都说得通。

    总分
      平均 2.5 分，中位数 2.5 分，标准差 1.1 分。
      信度 13 %，偏低（64 % 以下）：这个总分还不能太当真。题多一些、先改上面的题，
      会好起来。同一个人换个时候再考，总分大约会上下差 1.1 分。
      偏度 0.00 · 峰度 -1.39 · 信度 13.3 % · 误差占比 93.0 % · 标准误 1.06

    每道题
    easy
      份数 32 · 得分率 100.0 % · 标准差 0.00 · 区分度 – · 区分效率 – · 实际
      权重 0.0 % · 名义权重 20.0 %
    sharp
      份数 32 · 得分率 50.0 % · 标准差 0.51 · 区分度 70.7 · 区分效率 100.0 ·
      实际权重 43.0 % · 名义权重 20.0 %
    wrong-key
      份数 32 · 得分率 25.0 % · 标准差 0.44 · 区分度 -55.6 · 区分效率 -71.4 ·
      实际权重 – · 名义权重 20.0 %
      协方差是负的，算不出实际权重：这题和别的题唱反调。
    case
      份数 32 · 得分率 37.5 % · 标准差 0.84 · 区分度 52.2 · 区分效率 100.0 ·
      实际权重 56.9 % · 名义权重 40.0 %
    ── exit 0 ──
    ");
}

#[test]
fn few_attempts_are_told_and_not_judged() {
    let desk = Desk::empty();
    let file = desk.file("marks.csv", "q1,q2\n1,0\n1,-\n1,1\n");
    assert_snapshot!(desk.run(&["stats", "--marks", &file]), @"
    DESK/marks.csv
    3 attempts at 2 items.
    No row max,… is given: every item counts 1 point at most, or the highest mark
    where that is more.

    Look at these first
      Only 3: too few to judge. Difficulty is told from 10, separation, options and
      reliability from 30. --all shows the figures; change nothing because of them
      yet.

    Totals
      Mean 1.3 points, median 1.0, standard deviation 0.6.

    Items
    attempts  facility  item
    3         100.0 %   q1
    3         33.3 %    q2
    ── exit 0 ──
    ");
}

#[test]
fn programs_get_every_figure_in_full_and_null_where_there_is_none() {
    let desk = Desk::empty();
    let file = desk.file("marks.csv", "who,q1,q2\nmax,1,2\nx,1,0.5\ny,0,-\nz,1,\n");
    let (told, code) = desk.json(&["stats", "--marks", &file]);
    assert_eq!(code, 0);
    assert_eq!((&told["attempts"], &told["unit"]), (&json!(3), &json!("points")));
    assert_eq!(told["items"][0]["item"], "q1");
    assert_eq!(told["items"][0]["facility"].as_f64(), Some(2.0 / 3.0));
    assert_eq!(told["items"][1]["sd"].as_f64(), Some((1.0_f64 / 12.0).sqrt()));
    assert_eq!(told["quiz"]["median"].as_f64(), Some(1.0));
    assert!(told["quiz"]["skewness"].is_f64() && told["quiz"]["kurtosis"].is_null());
    let (alone, _) = desk.json(&["stats", "--marks", &desk.file("one.csv", "q1\n1\n")]);
    let item = alone["items"][0].as_object().expect("an item");
    for key in ["sd", "discrimination", "efficiency", "effective_weight"] {
        assert_eq!(item[key], json!(null), "{key}");
    }
    for key in ["mean", "median", "sd", "skewness", "kurtosis", "cic", "error_ratio", "standard_error"] {
        assert_eq!(alone["quiz"][key].is_null(), !matches!(key, "mean" | "median"), "{key}");
    }
}

#[test]
fn what_a_chinese_spreadsheet_program_writes_reads() {
    let desk = Desk::empty();
    let path = desk.path("marks.csv");
    let (bytes, ..) = encoding_rs::GB18030.encode("姓名,题一\r\n满分,1\r\n王小明,1\r\n李雷,0\r\n");
    std::fs::write(&path, bytes).expect("written");
    let (told, _) = desk.json(&["stats", "--marks", &path.display().to_string()]);
    assert_eq!(told["items"][0]["item"], "题一");
    assert!(!told.to_string().contains("王小明"), "no names");
}

#[test]
fn every_wrong_cell_at_once_with_its_line() {
    let desk = Desk::empty();
    let file = desk.file("marks.csv", "id,q1,q2\nmax,1,1\na,2,x\nb,1\nc,1,1\n");
    assert_snapshot!(desk.run(&["stats", "--marks", &file]), @"
    ── stderr ──
    Line 3, item “q1”: “2” is more than the item's most
    Line 3, item “q2”: “x” is not a number
    Line 4: 2 cells instead of 3
    Not done: DESK/marks.csv cannot be read as marks; nothing was worked out.
      What to do: First line: names of the items; then, if you like, max and the most of each; then a line for each attempt. Not answered: - or nothing.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["stats", "--marks", &desk.file("none.csv", "")]), @"
    ── stderr ──
    Line 1: the file is empty
    Not done: DESK/none.csv cannot be read as marks; nothing was worked out.
      What to do: First line: names of the items; then, if you like, max and the most of each; then a line for each attempt. Not answered: - or nothing.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["stats"]), @"
    ── stderr ──
    Not done: <ID> is missing.
      What to do: Add --help to see how it is used.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["stats", "kinds", "--marks", &file]), @"
    ── stderr ──
    Not done: [ID] and --marks <FILE> cannot be used together.
      What to do: Add --help to see how it is used.
    ── exit 2 ──
    ");
}

/// 陈小满 answers all right twice, 林阿豆 does not know what comes first and never says "wait".
fn answered() -> Desk {
    let desk = Desk::at_shelf();
    let _ = desk.done(&["learner", "add", "林阿豆"]);
    let right = desk.answers(&ALL_RIGHT.replace("您好", "hello"));
    let wrong = desk.answers(&ALL_RIGHT.replace("您好", "goodbye").replace("\"hello\"", "\"wait\""));
    let _ = desk.done(&["quiz", "kinds", "--answers", &right, "--as", "陈小满"]);
    let _ = desk.done(&["quiz", "kinds", "--answers", &wrong, "--as", "林阿豆"]);
    let _ = desk.done(&["quiz", "kinds", "--again", "--answers", &right, "--as", "林阿豆"]);
    desk
}

#[test]
fn a_bank_from_what_was_answered() {
    let desk = answered();
    assert_snapshot!(desk.run(&["stats", "kinds"]), @"
    bank:kinds  All kinds
    2 finished attempts (2 from quizzes) by 2 people; of each person the first at
    each thing.
    2 of them by a script.

    Look at these first
      Only 2: too few to judge. Difficulty is told from 10, separation, options and
      reliability from 30. --all shows the figures; change nothing because of them
      yet.

    Totals
      Mean 13.5 points, median 13.5, standard deviation 2.1.

    Items
    attempts  facility  seconds  item
    2         50.0 %    1        kinds/one
    2         100.0 %   1        kinds/several
    2         100.0 %   1        kinds/true
    2         100.0 %   1        kinds/seconds
    2         50.0 %    1        kinds/word
    2         100.0 %   1        kinds/steps
    2         100.0 %   1        kinds/match
    2         100.0 %   1        kinds/sort
    2         100.0 %   1        kinds/faults
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["stats", "kinds", "--all"]), @"
    bank:kinds  All kinds
    2 finished attempts (2 from quizzes) by 2 people; of each person the first at
    each thing.
    2 of them by a script.

    Look at these first
      Only 2: too few to judge. Difficulty is told from 10, separation, options and
      reliability from 30. --all shows the figures; change nothing because of them
      yet.

    Totals
      Mean 13.5 points, median 13.5, standard deviation 2.1.
      skewness – · kurtosis – · internal consistency – · error ratio – ·
      standard error –

    Items
    kinds/one
      attempts 2 · facility 50.0 % · sd 1.41 · discrimination 100.0 ·
      efficiency 100.0 · effective weight 58.5 % · intended weight 13.3 % · by
      guessing 50.0 % · median seconds 1
        ✓ Hello, I am here.: taken by 1; by quarter of the score, lowest first, 0
        · 0 · 0 · 1
        · Wait.: taken by 1; by quarter of the score, lowest first, 0 · 1 · 0 ·
        0
    kinds/several
      attempts 2 · facility 100.0 % · sd 0.00 · discrimination – · efficiency
      – · effective weight 0.0 % · intended weight 13.3 % · median seconds 1
        ✓ The address: taken by 2; by quarter of the score, lowest first, 0 · 1 ·
        0 · 1
        ✓ The phone: taken by 2; by quarter of the score, lowest first, 0 · 1 · 0
        · 1
        · Whether five stars will come: taken by 0; by quarter of the score,
        lowest first, 0 · 0 · 0 · 0
    kinds/true
      attempts 2 · facility 100.0 % · sd 0.00 · discrimination – · efficiency
      – · effective weight 0.0 % · intended weight 6.6 % · by guessing 50.0 %
      · median seconds 1
        ✓ true: taken by 2; by quarter of the score, lowest first, 0 · 1 · 0 · 1
        · false: taken by 0; by quarter of the score, lowest first, 0 · 0 · 0 ·
        0
    kinds/seconds
      attempts 2 · facility 100.0 % · sd 0.00 · discrimination – · efficiency
      – · effective weight 0.0 % · intended weight 6.6 % · by guessing 0.0 % ·
      median seconds 1
    kinds/word
      attempts 2 · facility 50.0 % · sd 0.71 · discrimination 100.0 ·
      efficiency 100.0 · effective weight 41.4 % · intended weight 6.6 % · by
      guessing 0.0 % · median seconds 1
    kinds/steps
      attempts 2 · facility 100.0 % · sd 0.00 · discrimination – · efficiency
      – · effective weight 0.0 % · intended weight 13.3 % · median seconds 1
    kinds/match
      attempts 2 · facility 100.0 % · sd 0.00 · discrimination – · efficiency
      – · effective weight 0.0 % · intended weight 13.3 % · by guessing 33.3 %
      · median seconds 1
    kinds/sort
      attempts 2 · facility 100.0 % · sd 0.00 · discrimination – · efficiency
      – · effective weight 0.0 % · intended weight 13.3 % · by guessing 50.0 %
      · median seconds 1
    kinds/faults
      attempts 2 · facility 100.0 % · sd 0.00 · discrimination – · efficiency
      – · effective weight 0.0 % · intended weight 13.3 % · median seconds 1
        · Anyone there?: taken by 0; by quarter of the score, lowest first, 0 · 0
        · 0 · 0
        ✓ Be quick.: taken by 2; by quarter of the score, lowest first, 0 · 1 · 0
        · 1
    ── exit 0 ──
    ");
    let facility = |which: &str| {
        let (told, _) = desk.json(&["stats", "bank:kinds", "--which", which]);
        let one = told["items"].as_array().expect("items").iter().find(|i| i["item"] == "kinds/one").cloned().expect("one");
        (told["attempts"].as_u64(), one["facility"].as_f64(), one["options"][1]["taken"].as_u64())
    };
    assert_eq!(facility("first"), (Some(2), Some(0.5), Some(1)));
    assert_eq!(facility("last"), (Some(2), Some(1.0), Some(0)));
    assert_eq!(facility("highest"), (Some(2), Some(1.0), Some(0)));
    assert_eq!(facility("all"), (Some(3), Some(2.0 / 3.0), Some(1)));
}

#[test]
fn nobody_is_named() {
    let desk = answered();
    let (told, _) = desk.json(&["stats", "kinds", "--all"]);
    let text = desk.run(&["stats", "kinds", "--all"]).to_string() + &told.to_string();
    let learners = desk.json(&["learner", "list"]).0;
    for learner in learners.as_array().expect("learners") {
        for key in ["name", "id"] {
            assert!(!text.contains(learner[key].as_str().expect("text")), "{learner}");
        }
    }
}

#[test]
fn a_role_play_shows_the_share_of_each_reply() {
    let desk = Desk::at_shelf();
    for replies in ["[\"wait\", \"help\"]", "[\"help\"]"] {
        let answers = desk.answers(&format!("\"queue/opening\" = {replies}"));
        let _ = desk.run(&["practise", "queue", "--again", "--answers", &answers]);
    }
    assert_snapshot!(desk.run(&["stats", "queue", "--which", "all"]), @"
    scenario:queue  Waiting and waiting
    2 finished attempts (2 from role-plays) by one person; every one counts.
    2 of them by a script.

    queue  Waiting and waiting
    2 plays, mean share 87.5 %, passed 100.0 %, red line crossed 0.0 %.
    turn (visits)  taken  share   reply
    opening (3)                   How long is this going to take?
                   2      66.6 %  help  Sorry for the wait; I am looking now.
                   1      33.3 %  wait  Please wait.
                   0      0.0 %   go  Leave if you will not wait.
    Endings: helped “Good, thank you.” 2
    ── exit 0 ──
    ");
    let (told, _) = desk.json(&["stats", "queue", "--which", "all"]);
    let turn = &told["scenarios"][0]["turns"][0];
    assert_eq!((&turn["turn"], &turn["visits"]), (&json!("opening"), &json!(3)));
    let help = turn["replies"].as_array().expect("replies").iter().find(|r| r["reply"] == "help").cloned().expect("help");
    assert_eq!((&help["offered"], &help["taken"], help["share"].as_f64()), (&json!(3), &json!(2), Some(2.0 / 3.0)));
}

#[test]
fn what_is_not_there_is_said() {
    let desk = Desk::at_shelf();
    assert_snapshot!(desk.run(&["stats", "kind"]), @"
    ── stderr ──
    Not done: There is no bank, scenario, station or licence “kind”.
      What to do: Did you mean kinds?
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["stats", "kinds"]), @"
    bank:kinds  All kinds
    Nothing finished is recorded yet, so there is nothing to say. Come back once
    people have practised or sat.
    ── exit 0 ──
    ");
    assert_snapshot!(desk.run(&["stats", "nonsense"]), @"
    ── stderr ──
    Not done: There is no bank, scenario, station or licence “nonsense”.
      What to do: See what there is with onduty list.
    ── exit 2 ──
    ");
}
