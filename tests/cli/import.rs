use insta::assert_snapshot;

use crate::desk::Desk;

const SHEET: &str = "题型,题干,选项A,选项B,正确答案,解析,备注\n\
    单选,先做什么？,问候,报价,A,先应一声。,\n\
    多选,哪些要登记？,电话,电话,A,留得住。,旧题\n\
    判断,也许吧。,,,也许,因为。,\n";

/// A library in one language, to write into.
fn desk() -> Desk {
    let desk = Desk::empty();
    desk.file(
        "own/library.toml",
        "format = 1\n[library]\nid = \"own\"\ntitle = \"自己的\"\nlanguage = \"zh-CN\"\nlanguages = [\"zh-CN\"]\ntime_zone = \"UTC\"\n",
    );
    let folder = desk.path("own").display().to_string();
    desk.with("ONDUTY_LIBRARY", &folder)
}

#[test]
fn a_sheet_becomes_a_bank_in_the_library_and_every_mistake_names_its_line() {
    let desk = desk();
    let sheet = desk.file("试题.csv", SHEET);
    assert_snapshot!(desk.run(&["import", &sheet, "--id", "desk", "--title", "前台"]), @"");
    assert_snapshot!(std::fs::read_to_string(desk.path("own/desk.toml")).expect("it was written"), @"");
    assert_snapshot!(desk.in_chinese().run(&["import", &sheet, "--id", "desk", "--force"]), @"");
}

#[test]
fn what_came_clean_passes_the_check_and_can_be_taken() {
    let desk = desk();
    let gift = desk.file("golden.gift", "::wait::要等吗？{F####先应一声。}\n\n几秒？{#3:1####三秒。}\n");
    assert_snapshot!(desk.run(&["import", &gift]), @"");
    assert_eq!(desk.run(&["check", "--strict"]).code, 0);
    let (json, code) = desk.json(&["import", &gift, "--force"]);
    assert_eq!((&json["items"], &json["format"], code), (&2.into(), &"gift".into(), 0));
}

#[test]
fn nothing_is_written_over_or_half_written() {
    let desk = desk();
    let sheet = desk.file("golden.gift", "a{T####b}\n");
    let there = desk.file("own/golden.toml", "mine");
    assert_snapshot!(desk.run(&["import", &sheet]), @"");
    assert_eq!(std::fs::read_to_string(&there).expect("still there"), "mine");
    let bad = desk.file("bad.gift", "a{\n");
    assert_snapshot!(desk.run(&["import", &bad]), @"");
    assert!(!desk.path("own/bad.toml").exists());
    let picture = desk.file("x.csv", "\u{0}PNG");
    assert_snapshot!(desk.run(&["import", &picture]), @"");
    assert_snapshot!(desk.run(&["import", &sheet, "--from", "word"]), @"");
    assert_snapshot!(desk.run(&["import", &sheet, "--id", "黄金"]), @"");
    let prose = desk.file("notes.txt", "今天天气不错。\n");
    assert_snapshot!(desk.run(&["import", &prose]), @"");
}
