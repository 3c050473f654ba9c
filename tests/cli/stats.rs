//! `stats`: from a file of marks, and from what the store has.

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
    assert_snapshot!(desk.run(&["stats", "--marks", &file]), @"");
    assert_snapshot!(desk.run(&["stats", "--marks", &file, "--all", "--lang", "zh-CN"]), @"");
}

#[test]
fn few_attempts_are_told_and_not_judged() {
    let desk = Desk::empty();
    let file = desk.file("marks.csv", "q1,q2\n1,0\n1,-\n1,1\n");
    assert_snapshot!(desk.run(&["stats", "--marks", &file]), @"");
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
    assert_snapshot!(desk.run(&["stats", "--marks", &file]), @"");
    assert_snapshot!(desk.run(&["stats", "--marks", &desk.file("none.csv", "")]), @"");
    assert_snapshot!(desk.run(&["stats"]), @"");
    assert_snapshot!(desk.run(&["stats", "kinds", "--marks", &file]), @"");
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
    assert_snapshot!(desk.run(&["stats", "kinds"]), @"");
    assert_snapshot!(desk.run(&["stats", "kinds", "--all"]), @"");
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
    assert_snapshot!(desk.run(&["stats", "queue", "--which", "all"]), @"");
    let (told, _) = desk.json(&["stats", "queue", "--which", "all"]);
    let turn = &told["scenarios"][0]["turns"][0];
    assert_eq!((&turn["turn"], &turn["visits"]), (&json!("opening"), &json!(3)));
    let help = turn["replies"].as_array().expect("replies").iter().find(|r| r["reply"] == "help").cloned().expect("help");
    assert_eq!((&help["offered"], &help["taken"], help["share"].as_f64()), (&json!(3), &json!(2), Some(2.0 / 3.0)));
}

#[test]
fn what_is_not_there_is_said() {
    let desk = Desk::at_shelf();
    assert_snapshot!(desk.run(&["stats", "kind"]), @"");
    assert_snapshot!(desk.run(&["stats", "kinds"]), @"");
    assert_snapshot!(desk.run(&["stats", "nonsense"]), @"");
}
