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
    assert_snapshot!(desk.run(&["import", &sheet, "--id", "desk", "--title", "前台"]), @r#"
    2 items written to DESK/own/desk.toml
    What is wrong is best mended in DESK/试题.csv; then import it again (--force writes over the result).
    Next: onduty check DESK/own
    ── stderr ──
    error[E307] line 3: '电话' stands twice
      → Change one, so that they can be told apart.
    wrong line 4: a statement is true or false, here it is "也许"
    left out line 1: a column that is not known: 备注
    ── exit 1 ──
    "#);
    assert_snapshot!(std::fs::read_to_string(desk.path("own/desk.toml")).expect("it was written"), @r#"
    format = 1

    [bank]
    id = "desk"
    title = "前台"
    use = "practice"
    sources = ["试题.csv"]

    [[question]]
    id = "q1"
    kind = "one-of"
    ask = "先做什么？"
    level = 1
    points = 1
    why = "先应一声。"
    options = [
      { id = "a", text = "问候", right = true },
      { id = "b", text = "报价" },
    ]

    [[question]]
    id = "q2"
    kind = "any-of"
    ask = "哪些要登记？"
    level = 1
    points = 1
    why = "留得住。"
    options = [
      { id = "a", text = "电话", right = true },
      { id = "b", text = "电话" },
    ]
    "#);
    assert_snapshot!(desk.in_chinese().run(&["import", &sheet, "--id", "desk", "--force"]), @"
    2 项，写进了 DESK/own/desk.toml
    有误的先在 DESK/试题.csv 里改好，再导入一次（加 --force 覆盖）。
    下一步：onduty check DESK/own
    ── stderr ──
    错误[E307] 第 3 行：“电话”写了两次
      → 改掉一个，让两者分得清。
    有误 第 4 行：判断题的答案写“正确”或“错误”，这里是“也许”
    没带过来 第 1 行：这一列不认得：备注
    ── exit 1 ──
    ");
}

#[test]
fn what_came_clean_passes_the_check_and_can_be_taken() {
    let desk = desk();
    let gift = desk.file("golden.gift", "::wait::要等吗？{F####先应一声。}\n\n几秒？{#3:1####三秒。}\n");
    assert_snapshot!(desk.run(&["import", &gift]), @"
    2 items written to DESK/own/golden.toml
    Next: onduty check DESK/own
    ── exit 0 ──
    ");
    assert_eq!(desk.run(&["check", "--strict"]).code, 0);
    let (json, code) = desk.json(&["import", &gift, "--force"]);
    assert_eq!((&json["items"], &json["format"], code), (&2.into(), &"gift".into(), 0));
}

#[test]
fn nothing_is_written_over_or_half_written() {
    let desk = desk();
    let sheet = desk.file("golden.gift", "a{T####b}\n");
    let there = desk.file("own/golden.toml", "mine");
    assert_snapshot!(desk.run(&["import", &sheet]), @"
    ── stderr ──
    Not done: There is a file DESK/own/golden.toml already; it is not overwritten.
      What to do: Choose another name, or move that file away first.
      What to do: If it is to be overwritten, add --force.
    ── exit 5 ──
    ");
    assert_eq!(std::fs::read_to_string(&there).expect("still there"), "mine");
    let bad = desk.file("bad.gift", "a{\n");
    assert_snapshot!(desk.run(&["import", &bad]), @"
    ── stderr ──
    wrong line 1: the braces { } do not pair up; no blank line may stand within a
      question
    Not done: Nothing in DESK/bad.gift can be used (it was read as gift); nothing was written.
      What to do: Say the format with --from: text · gift · csv · xlsx
    ── exit 1 ──
    ");
    assert!(!desk.path("own/bad.toml").exists());
    let picture = desk.file("x.csv", "\u{0}PNG");
    assert_snapshot!(desk.run(&["import", &picture]), @"
    ── stderr ──
    Not done: DESK/x.csv cannot be read.
      Cause: This is no text file.
    ── exit 1 ──
    ");
    assert_snapshot!(desk.run(&["import", &sheet, "--from", "word", "--force"]), @r#"
    ── stderr ──
    Not done: There is no format "word", or it cannot hold this.
      What to do: These fit: text · gift · csv · xlsx.
    ── exit 2 ──
    "#);
    assert_snapshot!(desk.run(&["import", &sheet, "--id", "黄金"]), @r#"
    ── stderr ──
    Not done: "黄金" cannot be an id: only a–z, 0–9 and -, at most 64 characters.
    ── exit 2 ──
    "#);
    let prose = desk.file("notes.txt", "今天天气不错。\n");
    assert_snapshot!(desk.run(&["import", &prose]), @"
    ── stderr ──
    Not done: Nothing in DESK/notes.txt can be used (it was read as text); nothing was written.
      What to do: Say the format with --from: text · gift · csv · xlsx
    ── exit 1 ──
    ");
}
