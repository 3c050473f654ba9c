//! What an observation looks like: marks given by their digits, the overall rating, notes; wide and narrow, in both languages.

use super::exam::{asked, shots};
use super::*;
use crate::model::page::{Note, PartOf};
use crate::model::span::Span;

const TEN_MINUTES: Runs = Runs::Up { since: Moment(0), of: Some(Span::minutes(10)) };

fn observed(width: u16, tongue: Tongue, keys: &str) -> String {
    let anchors = ["没有复述", "复述了，但漏了订单号", "复述完整，并请客户确认"];
    let anchors = anchors.iter().enumerate();
    let marks = anchors.map(|(n, text)| Choice { key: n.to_string().into(), text: (*text).into() }).collect();
    let blocks = vec![
        Block::ItemOf { part: PartOf::Station, number: 3, of: 12, flagged: false },
        Block::Observe {
            critical: true,
            oral: false,
            text: "先倾听，不打断，再把客户的问题复述一遍，请客户确认".into(),
            listen_for: Some("订单号、问题、客户想要的结果".into()),
            note: Some("第一遍漏了订单号，自己补上了。".into()),
        },
    ];
    let prompt = asked(Form::Rate(marks), blocks, Some(Reply::Picked("1".into())));
    shots(tongue, width, keys, &prompt, TEN_MINUTES)
}

#[test]
fn a_mark_is_given_by_its_digit() {
    insta::assert_snapshot!(observed(80, Tongue::Zh, "◉２"), @r#"

    陈晓 · 上岗证

    第 3 项，共 12 项

    【关键项】打 0 分即不合格
    先倾听，不打断，再把客户的问题复述一遍，请客户确认
    听他有没有说到：订单号、问题、客户想要的结果
    备注：第一遍漏了订单号，自己补上了。

    现在的分数：1 分：复述了，但漏了订单号

      0) 没有复述
    > 1) 复述了，但漏了订单号
      2) 复述完整，并请客户确认
    0:00 / 10 分钟 · 数字打分，直接生效 · ↑↓ 选择 · Enter 确定 · 退格 打分表
    Esc 离开
    ────

    陈晓 · 上岗证

    第 3 项，共 12 项

    【关键项】打 0 分即不合格
    先倾听，不打断，再把客户的问题复述一遍，请客户确认
    听他有没有说到：订单号、问题、客户想要的结果
    备注：第一遍漏了订单号，自己补上了。

    现在的分数：1 分：复述了，但漏了订单号

    › 2 分：复述完整，并请客户确认
    Reply(Picked(2))
    "#);
}

#[test]
fn marks_stand_narrow_too_and_backspace_opens_the_sheet() {
    insta::assert_snapshot!(observed(40, Tongue::En, "·◉⌫"), @r#"

    陈晓 · 上岗证

    Item 3 of 12

    [Critical] a 0 here fails the candidate
    先倾听，不打断，再把客户的问题复述一
    遍，请客户确认
    Listen for: 订单号、问题、客户想要的结
      果
    Note: 第一遍漏了订单号，自己补上了。

    The mark now: 1: 复述了，但漏了订单号

      0) 没有复述
    > 1) 复述了，但漏了订单号
      2) 复述完整，并请客户确认
    0:01 / 10 minutes
    A digit gives the mark at once
    ↑↓ choose · Enter send
    Backspace mark sheet · Esc to leave
    ────

    陈晓 · 上岗证

    Item 3 of 12

    [Critical] a 0 here fails the candidate
    先倾听，不打断，再把客户的问题复述一
    遍，请客户确认
    Listen for: 订单号、问题、客户想要的结
      果
    Note: 第一遍漏了订单号，自己补上了。

    The mark now: 1: 复述了，但漏了订单号

    › mark sheet
    Reply(Blank)
    "#);
}

#[test]
fn overall_and_a_note() {
    let overall = asked(
        Form::Overall,
        vec![Block::ItemOf { part: PartOf::Station, number: 12, of: 12, flagged: false }, Block::Note(Note::RateAll)],
        None,
    );
    let note = asked(Form::Line { most: 300 }, vec![Block::Note(Note::WriteNote), Block::Text("先倾听，不打断……".into())], None);
    let (overall, note) =
        (shots(Tongue::Zh, 40, "◉4", &overall, TEN_MINUTES), shots(Tongue::Zh, 40, "语速快◉↓⏎", &note, TEN_MINUTES));
    insta::assert_snapshot!(format!("{overall}\n════\n{note}"), @"

    陈晓 · 上岗证

    第 12 项，共 12 项

    请给这位考生的整体表现打分（供分析及格
    线用，不计入成绩）：

      1) 差
      2) 较差
      3) 刚合格
      4) 良好
      5) 优秀
    0:00 / 10 分钟 · 数字打分，直接生效
    ↑↓ 选择 · Enter 确定 · 退格 打分表
    Esc 离开
    ────

    陈晓 · 上岗证

    第 12 项，共 12 项

    请给这位考生的整体表现打分（供分析及格
    线用，不计入成绩）：

    › 4 分：良好
    Reply(Picked(4))
    ════

    陈晓 · 上岗证

    写一条备注：

    先倾听，不打断……

    > 语速快
      0) 不写了，回到这一项
    0:00 / 10 分钟
    0 再 Enter：不写了，回到这一项
    输入文字 · Ctrl-U 清空 · Enter 确定
    Esc 离开
    ────

    陈晓 · 上岗证

    写一条备注：

    先倾听，不打断……

    › 不写了，回到这一项
    Reply(Blank)
    ");
}
