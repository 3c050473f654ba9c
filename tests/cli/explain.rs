//! `explain`: the page of a code.

use insta::assert_snapshot;

use crate::desk::Desk;

#[test]
fn a_code_has_its_page() {
    assert_snapshot!(Desk::empty().run(&["explain", "e201"]), @r#"
    E201

    Within a kind, ids are unique: records, references and translations go by them.
    Both places are shown; which one to rename is yours to decide. Until then neither is used.

    Wrong:
        [[turn]]
        id = "opening"
        [[turn]]
        id = "opening"
    Right:
        [[turn]]
        id = "opening"
        [[turn]]
        id = "checked"
    ── exit 0 ──
    "#);
    assert_snapshot!(Desk::empty().run(&["explain", "E201", "--lang", "zh-CN"]), @r#"
    E201

    同一类里 id 不能重复：成绩、引用和翻译都靠它认人。
    两处都标出来了，由您决定改哪一个；在改好之前两个都先不用。

    错：
        [[turn]]
        id = "opening"
        [[turn]]
        id = "opening"
    对：
        [[turn]]
        id = "opening"
        [[turn]]
        id = "checked"
    ── exit 0 ──
    "#);
}

#[test]
fn a_code_that_is_not_there() {
    assert_snapshot!(Desk::empty().run(&["explain", "E20l"]), @r#"
    ── stderr ──
    Not done: There is no code "E20l".
      What to do: Did you mean E201?
    ── exit 2 ──
    "#);
}
