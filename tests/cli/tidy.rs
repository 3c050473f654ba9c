//! `tidy`: how a file is written, mended after it was shown; the file as it was is kept.

use insta::assert_snapshot;

use crate::desk::Desk;

/// As an input method writes it.
const WIDE: &str = "format ＝ 1\n［bank］\nid = \"x\"\ntitle = “库”   # ＝ 不动\nsources = [\"他说＝“好”。\"]\n";

#[test]
fn signs_of_an_input_method_are_shown_then_mended() {
    let desk = Desk::empty();
    let file = desk.file("x.toml", WIDE);
    assert_snapshot!(desk.run(&["tidy", &file]), @r#"
    DESK/x.toml:
    Line 1
      - format ＝ 1
      + format = 1
    Line 2
      - ［bank］
      + [bank]
    Line 4
      - title = “库”   # ＝ 不动
      + title = "库"   # ＝ 不动
    ── stderr ──
    Nothing was changed. To change it, add --yes: onduty tidy DESK/x.toml --yes
    ── exit 1 ──
    "#);
    assert_eq!(std::fs::read_to_string(&file).expect("there"), WIDE, "nobody said yes");
    assert_snapshot!(desk.run(&["tidy", &file, "--yes"]), @r#"
    DESK/x.toml:
    Line 1
      - format ＝ 1
      + format = 1
    Line 2
      - ［bank］
      + [bank]
    Line 4
      - title = “库”   # ＝ 不动
      + title = "库"   # ＝ 不动
    Mended: DESK/x.toml. The file as it was is kept as DESK/x.toml.bak.
    ── exit 0 ──
    "#);
    assert_eq!(
        std::fs::read_to_string(&file).expect("there"),
        "format = 1\n[bank]\nid = \"x\"\ntitle = \"库\"   # ＝ 不动\nsources = [\"他说＝“好”。\"]\n",
        "texts and comments are left alone"
    );
    assert_eq!(std::fs::read_to_string(desk.path("x.toml.bak")).expect("kept"), WIDE);
    assert_snapshot!(desk.run(&["tidy", &file]), @"
    DESK/x.toml is written as it should be.
    ── exit 0 ──
    ");
}

#[test]
fn what_is_kept_is_never_written_over() {
    let desk = Desk::empty();
    let file = desk.file("x.toml", WIDE);
    let _ = desk.done(&["tidy", &file, "--yes"]);
    desk.file("x.toml", "format ＝ 2\n");
    let (told, code) = desk.json(&["tidy", &file, "--yes"]);
    assert_eq!((code, told["written"].as_bool(), told["changes"].as_array().map(Vec::len)), (0, Some(true), Some(1)));
    assert_eq!(std::fs::read_to_string(desk.path("x.toml.bak")).expect("the first"), WIDE);
    assert_eq!(std::fs::read_to_string(desk.path("x.toml.2.bak")).expect("the second"), "format ＝ 2\n");
}

#[test]
fn gb18030_becomes_utf_8() {
    let desk = Desk::empty();
    let file = desk.file("x.toml", "");
    let text = "format = 1\r\n# 题库\r\n[bank]\r\nid = \"x\"\r\ntitle = \"沟通技巧，先问后答\"\r\n";
    std::fs::write(&file, encoding_rs::GB18030.encode(text).0).expect("writable");
    let (told, code) = desk.json(&["tidy", &file]);
    assert_eq!((told["encoding"].as_str(), told["written"].as_bool(), code), (Some("GB18030 (GBK)"), Some(false), 1));
    let _ = desk.done(&["tidy", &file, "--yes"]);
    assert_eq!(std::fs::read_to_string(&file).expect("UTF-8 now"), text, "line ends stay");
}

#[test]
fn what_is_no_text_is_left_alone() {
    let desk = Desk::empty();
    let file = desk.file("x.toml", "\u{0}\u{1}PNG");
    assert_snapshot!(desk.run(&["tidy", &file, "--yes"]), @"
    ── stderr ──
    Not done: DESK/x.toml cannot be read.
      Cause: This is no text file.
    ── exit 5 ──
    ");
    assert_eq!(std::fs::read_to_string(&file).expect("there"), "\u{0}\u{1}PNG");
    assert_eq!(desk.run(&["tidy", "no-such-file.toml"]).code, 4);
}
