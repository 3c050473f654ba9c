//! Misuse, said in the person's language: what is wrong, and what would be right.

use insta::assert_snapshot;

use crate::desk::Desk;

#[test]
fn misuse_in_english() {
    let desk = Desk::new();
    assert_snapshot!(desk.run(&["lern"]), @r#"
    ── stderr ──
    Not done: There is no command "lern".
      What to do: Did you mean learn?
      What to do: Add --help to see how it is used.
    ── exit 2 ──
    "#);
    assert_snapshot!(desk.run(&["zzz"]), @r#"
    ── stderr ──
    Not done: There is no command "zzz".
      What to do: Add --help to see how it is used.
    ── exit 2 ──
    "#);
    assert_snapshot!(desk.run(&["quiz", "--cuont", "3"]), @r#"
    ── stderr ──
    Not done: "--cuont" is not known here.
      What to do: Did you mean --count?
      What to do: Add --help to see how it is used.
    ── exit 2 ──
    "#);
    assert_snapshot!(desk.run(&["quiz", "--count", "0"]), @r#"
    ── stderr ──
    Not done: "0" does not fit --count <N>.
      What to do: Add --help to see how it is used.
    ── exit 2 ──
    "#);
    assert_snapshot!(desk.run(&["quiz", "--count"]), @r"
    ── stderr ──
    Not done: --count <N> needs a value after it.
      What to do: Add --help to see how it is used.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["list", "bank"]), @r#"
    ── stderr ──
    Not done: "bank" does not fit [KIND].
      What to do: Did you mean banks?
      What to do: Add --help to see how it is used.
    ── exit 2 ──
    "#);
    assert_snapshot!(desk.run(&["explain"]), @r"
    ── stderr ──
    Not done: <CODE> is missing.
      What to do: Add --help to see how it is used.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["explain", "E201", "E202"]), @r#"
    ── stderr ──
    Not done: "E202" is not known here.
      What to do: Add --help to see how it is used.
    ── exit 2 ──
    "#);
    assert_snapshot!(desk.run(&["learner"]), @r"
    ── stderr ──
    Not done: A command is missing.
      What to do: Add --help to see how it is used.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["learn", "a", "--out", "x", "--again"]), @r"
    ── stderr ──
    Not done: --out <FILE> and --again cannot be used together.
      What to do: Add --help to see how it is used.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["list", "--store", "a", "--store", "b"]), @"
    ── stderr ──
    Not done: --store stands there twice; give it once.
      What to do: Add --help to see how it is used.
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["list", "--format", "xml"]), @r#"
    ── stderr ──
    Not done: "xml" does not fit --format <FORMAT>.
      What to do: These fit: text json.
      What to do: Add --help to see how it is used.
    ── exit 2 ──
    "#);
    assert_snapshot!(desk.run(&["list", "--lang", "fr"]), @r#"
    ── stderr ──
    Not done: There is no language "fr"; write zh-CN or en.
    ── exit 2 ──
    "#);
}

#[test]
fn misuse_in_chinese() {
    let desk = Desk::new().in_chinese();
    assert_snapshot!(desk.run(&["lern"]), @r"
    ── stderr ──
    没办成：没有“lern”这个命令。
    　怎么办：是不是想写 learn？
    　怎么办：加上 --help 看用法。
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["quiz", "--cuont", "3"]), @r"
    ── stderr ──
    没办成：不认识“--cuont”。
    　怎么办：是不是想写 --count？
    　怎么办：加上 --help 看用法。
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["quiz", "--count", "三"]), @r"
    ── stderr ──
    没办成：“三”不能用作 --count <N>。
    　怎么办：加上 --help 看用法。
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["quiz", "--count"]), @r"
    ── stderr ──
    没办成：--count <N> 后面还缺一个值。
    　怎么办：加上 --help 看用法。
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["list", "bank"]), @r"
    ── stderr ──
    没办成：“bank”不能用作 [KIND]。
    　怎么办：是不是想写 banks？
    　怎么办：加上 --help 看用法。
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["explain"]), @r"
    ── stderr ──
    没办成：还缺 代号（<CODE>）。
    　怎么办：加上 --help 看用法。
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["sitting", "note"]), @r"
    ── stderr ──
    没办成：还缺 考场编号（<SITTING>）和要写的话（<TEXT>）。
    　怎么办：加上 --help 看用法。
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["appeal", "decide"]), @"
    ── stderr ──
    没办成：还缺 原因（--reason <REASON>）、“--uphold 或 --dismiss”其中一个和回执号（<RECEIPT>）。
    　怎么办：加上 --help 看用法。
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["explain", "E201", "E202"]), @r"
    ── stderr ──
    没办成：不认识“E202”。
    　怎么办：加上 --help 看用法。
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["learner"]), @r"
    ── stderr ──
    没办成：后面还要写一个命令。
    　怎么办：加上 --help 看用法。
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["learn", "a", "--out", "x", "--again"]), @r"
    ── stderr ──
    没办成：--out <FILE> 和 --again 不能一起用。
    　怎么办：加上 --help 看用法。
    ── exit 2 ──
    ");
    assert_snapshot!(desk.run(&["list", "--lang", "fr"]), @r"
    ── stderr ──
    没办成：不认识语言“fr”，请写 zh-CN 或 en。
    ── exit 2 ──
    ");
}
