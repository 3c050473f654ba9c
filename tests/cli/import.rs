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
    wrong line 1: the braces { } do not pair up; no blank line may stand within a question
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

const TALK: &str = "标题,查件\n客户,陈女士\n轮次,客户说,回复,得分,去向,点评,红线\n\
    1,包裹五天没动了！,让您久等了，我这就查。,2,2,先接情绪。,\n,,亲，请耐心等待哦。,0,2,套话。,\n,,又不是我送的。,-2,,绝不顶撞。,顶撞客户\n\
    2,到底卡在哪儿了？,在武汉，我给您换仓补发。,2,解决,给了退路。,\n,,应该快到了吧。,-1,流失,不要猜。,\n";

/// The library with the words that a role-play needs.
fn desk_with_skills() -> Desk {
    let desk = desk();
    let library = std::fs::read_to_string(desk.path("own/library.toml")).expect("a library");
    desk.file("own/library.toml", &(library + "[[skill]]\nid = \"respond\"\ntitle = \"应\"\n"));
    desk
}

#[test]
fn a_role_play_table_becomes_a_talk_that_can_be_played() {
    let desk = desk_with_skills();
    let sheet = desk.file("剧本.csv", TALK);
    assert_snapshot!(desk.run(&["import", &sheet, "--id", "parcel"]), @"
    1 item written to DESK/own/parcel.toml
    Next: onduty check DESK/own
    ── stderr ──
    changed lines 4, 6, 7, 8: These points name no skill and went to “应”. To keep skills apart write “welcome+2 ask+1”, or add a column “skill”.
    ── exit 0 ──
    ");
    let (talk, code) = desk.json(&["analyse", "parcel"]);
    assert_eq!((&talk["replies"], &talk["best"]["score"], code), (&5.into(), &4.into(), 0), "{talk:#}");
    assert_eq!(desk.run(&["check"]).code, 0);
}

#[test]
fn tables_in_gb18030_and_xlsx_come_to_the_same() {
    let desk = desk_with_skills();
    let plain = desk.file("plain.csv", TALK);
    let _ = desk.done(&["import", &plain, "--id", "talk", "--title", "查件"]);
    let first = std::fs::read_to_string(desk.path("own/talk.toml")).expect("written");
    // As a spreadsheet program saves it here.
    let old = desk.file("old.csv", "");
    std::fs::write(&old, encoding_rs::GB18030.encode(TALK).0).expect("writable");
    let ran = desk.done(&["import", &old, "--id", "talk", "--title", "查件", "--force"]);
    assert!(ran.out.contains("GB18030"), "{ran}");
    let told = |text: &str| text.replace("old.csv", "plain.csv").replace("sheet.xlsx", "plain.csv");
    assert_eq!(told(&std::fs::read_to_string(desk.path("own/talk.toml")).expect("written")), first);
    let sheet = desk.path("sheet.xlsx").display().to_string();
    let mut book = rust_xlsxwriter::Workbook::new();
    let page = book.add_worksheet();
    for (row, line) in TALK.lines().enumerate() {
        for (column, cell) in line.split(',').enumerate() {
            page.write_string(row as u32, column as u16, cell).expect("a cell");
        }
    }
    book.save(&sheet).expect("saved");
    let _ = desk.done(&["import", &sheet, "--id", "talk", "--title", "查件", "--force"]);
    assert_eq!(told(&std::fs::read_to_string(desk.path("own/talk.toml")).expect("written")), first);
}

#[test]
fn out_and_in_again_a_talk_is_the_same() {
    let desk = desk_with_skills();
    let _ = desk.done(&["new", "scenario", "there"]);
    for format in ["csv", "xlsx"] {
        let table = desk.path(&format!("there.{format}")).display().to_string();
        let _ = desk.done(&["export", "there", "--to", format, "--out", &table]);
        let _ = desk.done(&["import", &table, "--id", "back", "--force"]);
        let of = |id: &str| {
            let (mut told, _) = desk.json(&["analyse", id]);
            told.as_object_mut().expect("an object").remove("scenario");
            told
        };
        assert_eq!(of("back")["attainable"], of("there")["attainable"], "{format}");
        let file = |id: &str| std::fs::read_to_string(desk.path(&format!("own/{id}.toml"))).expect("a file");
        let texts = |text: String| -> std::collections::BTreeSet<String> {
            let keys = ["text = ", "says = ", "feedback = ", "debrief = ", "brief = ", "outcome = "];
            text.lines()
                .map(|line| line.split("  #").next().unwrap_or(line).trim().to_owned())
                .filter(|line| keys.iter().any(|key| line.starts_with(key)))
                .collect()
        };
        assert_eq!(texts(file("back")), texts(file("there")), "{format}");
    }
}

#[test]
fn nine_mistakes_of_a_table_come_at_once_each_with_its_line() {
    let desk = desk_with_skills();
    let sheet = desk.file(
        "错.csv",
        "标题,查件\n心情,很差\n渠道,电报\n难度,九\n轮次,客户说,回复,得分,去向,点评,红线,条件,设置,结局,颜色\n\
         1,在吗？,在的。,两分,2,好。,,,,,\n,,等着。,0,九,差。,,,,,\n,,稍等。,-1,2,差。,,心情很好时,,,\n\
         2,到哪了？,武汉。,飞行+2,解决,好。,,,,,\n,,不知道。,-1,流失,差。,,,没有=,,\n,,滚。,-2,,差。,骂人,,,胜利,蓝\n",
    );
    assert_snapshot!(desk.run(&["import", &sheet, "--id", "wrong"]), @"
    1 item written to DESK/own/wrong.toml
    What is wrong is best mended in DESK/错.csv; then import it again (--force writes over the result).
    Next: onduty check DESK/own
    ── stderr ──
    wrong line 2: “心情” is “很差”, which means nothing here.
    wrong line 3: “渠道” is “电报”, which means nothing here.
    wrong line 4: “难度” is “九”, which means nothing here.
    wrong line 6: “两分” is no score. Write a number, or “welcome+2 ask+1”.
    wrong line 7: “九” is no turn and no ending. The turns: 1 2; as an ending write resolved, partial, escalated, lost or failed
    wrong line 8: “心情很好时” is no condition. Such as mood >= 40; told; !told
    wrong line 9: There is no skill “飞行”. There are: 应
    wrong line 10: “没有=” is no effect. Such as told = true; offers + 1
    wrong line 11: “胜利” is no way to end. Write resolved, partial, escalated, lost or failed.
    left out line 5: The column “颜色” is not known and was left out.
    changed lines 8, 10, 11: These points name no skill and went to “应”. To keep skills apart write “welcome+2 ask+1”, or add a column “skill”.
    ── exit 1 ──
    ");
}

#[test]
fn in_a_library_of_two_languages_what_comes_is_a_draft() {
    let desk = Desk::at_shelf();
    let gift = desk.file("golden.gift", "::wait::要等吗？{F####先应一声。}\n");
    assert_snapshot!(desk.run(&["import", &gift]), @r#"
    1 item written to DESK/shelf/golden.toml
    Next: onduty check DESK/shelf
    It is a draft, which learners do not see: translate it first (golden.en.toml), then say status = "live".
    ── exit 0 ──
    "#);
    assert_eq!(desk.run(&["check"]).code, 0);
    let sheet = desk.file("剧本.csv", TALK);
    let _ = desk.done(&["import", &sheet, "--id", "parcel"]);
    assert_eq!(desk.run(&["check"]).code, 0);
    let _ = desk.done(&["analyse", "parcel"]);
}
