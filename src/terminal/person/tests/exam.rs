//! What an exam looks like: answer sheets, answers given before; wide and narrow, in both languages.

use super::*;
use crate::model::form::{Entry, Says};
use crate::model::page::PartOf;

/// What a window of that width shows at each `◉`.
pub(super) fn shots(tongue: Tongue, width: u16, keys: &str, prompt: &Prompt, runs: Runs) -> String {
    let window = Window::new(width, 24);
    let (mut person, clock) = seated(keys, &window, tongue);
    person.set_head("陈晓", "上岗证");
    person.set_clock(Some(Clock { now: Rc::new(move || Moment(clock.get())), runs }));
    let asked = person.ask(prompt).expect("memory");
    let shots: String = window.shots.borrow().iter().map(|shot| format!("{shot}────\n")).collect();
    format!("{shots}{}{asked:?}", window.text())
}

pub(super) const FORTY: Runs = Runs::Down { until: Moment(40 * 60_000), whole: false };

pub(super) fn asked(form: Form, blocks: Vec<Block>, given: Option<Reply>) -> Prompt {
    Prompt { id: "x/y".into(), visit: 0, blocks, form, aside: Aside::Sheet, given, panel: Vec::new() }
}

fn item(number: usize, of: usize) -> Block {
    Block::ItemOf { part: PartOf::Theory, number, of, flagged: number == 7 }
}

fn sheet(items: usize) -> Prompt {
    let text = "客户说“东西坏了，你们必须赔我”，这时候您第一句话说什么？";
    let says = |number: usize| Says::Item {
        number,
        text: text.into(),
        open: number.is_multiple_of(3),
        flagged: number.is_multiple_of(7),
        skipped: false,
    };
    let mut entries =
        vec![Entry { key: "next-open".into(), says: Says::NextOpen(3) }, Entry { key: "flag".into(), says: Says::Flag(2) }];
    entries.extend((1..=items).map(|n| Entry { key: n.to_string().into(), says: says(n) }));
    entries.push(Entry { key: "hand-in".into(), says: Says::HandIn });
    let standing = Block::Sheet { part: PartOf::Theory, answered: items - items / 3, of: items, flagged: items / 7 };
    Prompt { aside: Aside::Nothing, ..asked(Form::Menu(entries), vec![standing], None) }
}

#[test]
fn the_number_to_type_is_the_item_s_own() {
    for (keys, to) in [
        ("1⏎", "1"),
        ("37⏎", "37"),
        ("６０⏎", "60"),
        ("05⏎", "5"),
        ("⏎", "next-open"),
        ("61⏎", "next-open"),
        ("62⏎", "flag"),
        ("63⏎", "hand-in"),
        ("↓↓⏎", "hand-in"),
        ("↑⏎", "60"),
    ] {
        let window = Window::new(40, 24);
        let (mut person, _) = seated(keys, &window, Tongue::Zh);
        assert_eq!(person.ask(&sheet(60)).expect("memory"), Asked::Reply(Reply::Picked(to.into())), "{keys}");
    }
}

#[test]
fn a_sheet_of_sixty_narrow() {
    insta::assert_snapshot!(shots(Tongue::Zh, 40, "◉37◉⏎", &sheet(60), FORTY), @r#"
    陈晓 · 上岗证

    答题卡：已答 40/60 · 已标记 8

      … 上面还有 46 项
      47) ● 已答 · 客户说“东西坏了，你…
      48) ○ 未答 · 客户说“东西坏了，你…
      49) ● 已答 · 已标记 · 客户说“东…
      50) ● 已答 · 客户说“东西坏了，你…
      51) ○ 未答 · 客户说“东西坏了，你…
      52) ● 已答 · 客户说“东西坏了，你…
      53) ● 已答 · 客户说“东西坏了，你…
      54) ○ 未答 · 客户说“东西坏了，你…
      55) ● 已答 · 客户说“东西坏了，你…
      56) ● 已答 · 已标记 · 客户说“东…
      57) ○ 未答 · 客户说“东西坏了，你…
      58) ● 已答 · 客户说“东西坏了，你…
      59) ● 已答 · 客户说“东西坏了，你…
      60) ○ 未答 · 客户说“东西坏了，你…
    > 61) 去下一道没答的题（第 3 题）
      62) 给第 2 题做个标记，回头再看
      63) 交卷
    还剩 40 分钟 · 数字或 ↑↓ 选择
    Enter 确定 · Esc 离开
    ────
    陈晓 · 上岗证

    答题卡：已答 40/60 · 已标记 8

      … 上面还有 29 项
      30) ○ 未答 · 客户说“东西坏了，你…
      31) ● 已答 · 客户说“东西坏了，你…
      32) ● 已答 · 客户说“东西坏了，你…
      33) ○ 未答 · 客户说“东西坏了，你…
      34) ● 已答 · 客户说“东西坏了，你…
      35) ● 已答 · 已标记 · 客户说“东…
      36) ○ 未答 · 客户说“东西坏了，你…
    > 37) ● 已答 · 客户说“东西坏了，你…
      38) ● 已答 · 客户说“东西坏了，你…
      39) ○ 未答 · 客户说“东西坏了，你…
      40) ● 已答 · 客户说“东西坏了，你…
      41) ● 已答 · 客户说“东西坏了，你…
      42) ○ 未答 · 已标记 · 客户说“东…
      43) ● 已答 · 客户说“东西坏了，你…
      44) ● 已答 · 客户说“东西坏了，你…
      45) ○ 未答 · 客户说“东西坏了，你…
      … 下面还有 18 项
    还剩 40 分钟 · 数字或 ↑↓ 选择
    Enter 确定 · Esc 离开
    ────
    陈晓 · 上岗证

    答题卡：已答 40/60 · 已标记 8

    › 去第 37 题
    Reply(Picked(37))
    "#);
}

#[test]
fn a_sheet_wide_in_english() {
    insta::assert_snapshot!(shots(Tongue::En, 80, "◉2⏎", &sheet(9), FORTY), @r#"

    40 minutes left.

    陈晓 · 上岗证

    Answer sheet: 6 of 9 answered · flagged: 1

       1) ● answered · 客户说“东西坏了，你们必须赔我”，这时候您第一句话说什么？
       2) ● answered · 客户说“东西坏了，你们必须赔我”，这时候您第一句话说什么？
       3) ○ open · 客户说“东西坏了，你们必须赔我”，这时候您第一句话说什么？
       4) ● answered · 客户说“东西坏了，你们必须赔我”，这时候您第一句话说什么？
       5) ● answered · 客户说“东西坏了，你们必须赔我”，这时候您第一句话说什么？
       6) ○ open · 客户说“东西坏了，你们必须赔我”，这时候您第一句话说什么？
       7) ● answered · flagged · 客户说“东西坏了，你们必须赔我”，这时候您第…
       8) ● answered · 客户说“东西坏了，你们必须赔我”，这时候您第一句话说什么？
       9) ○ open · 客户说“东西坏了，你们必须赔我”，这时候您第一句话说什么？
    > 10) Go to the next open question (3)
      11) Flag question 2 to look at again
      12) Hand in
    40 minutes left · number or ↑↓ to mark · Enter to send · Esc to leave
    ────

    40 minutes left.

    陈晓 · 上岗证

    Answer sheet: 6 of 9 answered · flagged: 1

    › To question 2
    Reply(Picked(2))
    "#);
}

#[test]
fn an_answer_given_before_is_shown_marked_and_kept_by_enter() {
    let choice = |key: &str, text: &str| Choice { key: key.into(), text: text.into() };
    let form = Form::PickMany(vec![choice("a", "先倾听"), choice("b", "请客户稍等"), choice("c", "复述一遍")]);
    let given = Reply::PickedMany(["a".into(), "c".into()].into());
    let prompt = asked(form, vec![item(7, 40), Block::Text("您先做什么？".into())], Some(given));
    insta::assert_snapshot!(shots(Tongue::Zh, 40, "◉⏎", &prompt, FORTY), @r#"

    还剩 40 分钟。

    陈晓 · 上岗证

    第 7 题，共 40 题 · 已标记

    您先做什么？

    你现在的答案：
      先倾听
      复述一遍

      [x] 1) 先倾听
      [ ] 2) 请客户稍等
      [x] 3) 复述一遍
          0) 答题卡
    还剩 40 分钟 · 数字或空格勾选
    ↑↓ 移动 · Enter 确定 · Esc 离开
    ────

    还剩 40 分钟。

    陈晓 · 上岗证

    第 7 题，共 40 题 · 已标记

    您先做什么？

    你现在的答案：
      先倾听
      复述一遍

    › 先倾听
    › 复述一遍
    Reply(PickedMany({a, c}))
    "#);
}

#[test]
fn to_the_sheet_and_back_the_way_aside_is_one_key() {
    let choice = |key: &str, text: &str| Choice { key: key.into(), text: text.into() };
    let form = Form::PickOne(vec![choice("a", "Listen first"), choice("b", "Ask to wait")]);
    let prompt = asked(form, vec![item(2, 40), Block::Text("What do you do first?".into())], Some(Reply::Picked("b".into())));
    insta::assert_snapshot!(shots(Tongue::En, 80, "◉0⏎", &prompt, FORTY), @"

    40 minutes left.

    陈晓 · 上岗证

    Question 2 of 40

    What do you do first?

    Your answer now: Ask to wait

      1) Listen first
    > 2) Ask to wait
      0) Answer sheet (leave this one for now, look at others, hand in)
    40 minutes left · number or ↑↓ to mark · Enter to send · Esc to leave
    ────

    40 minutes left.

    陈晓 · 上岗证

    Question 2 of 40

    What do you do first?

    Your answer now: Ask to wait

    › answer sheet
    Reply(Blank)
    ");
}
