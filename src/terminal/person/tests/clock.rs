//! A person under a clock: it takes no key, it is seen wherever one looks, and at its deadline it is over.

use super::*;
use crate::base::dice::{Dice, Seed};

/// The keys with moments without one between them, wherever the dice say.
fn with_ticks(keys: &str, dice: &mut Dice) -> String {
    keys.chars().flat_map(|key| [Some('·').filter(|_| dice.below(2) == 0), Some(key)]).flatten().collect()
}

#[test]
fn a_clock_never_eats_a_key() {
    let choices = |n: usize| -> Vec<Choice> {
        (1..=n).map(|n| Choice { key: format!("k{n}").as_str().into(), text: format!("选项 {n}") }).collect()
    };
    let forms = [
        Form::PickOne(choices(4)),
        Form::PickOne(choices(30)),
        Form::PickMany(choices(12)),
        Form::Sort(choices(3)),
        Form::Match { lefts: choices(3), rights: choices(12), reuse: false },
        Form::Number { unit: Some("秒".into()) },
        Form::Line { most: 20 },
        Form::Text { most: 20 },
        Form::Rate(choices(3)),
    ];
    let alphabet: Vec<char> = "012３ 好?⎋⏎↓↑⌫⤢q".chars().collect();
    for (n, form) in forms.into_iter().enumerate() {
        let mut dice = Seed::from_bytes(&[u8::try_from(n).expect("few")]).dice("ticks", "");
        for _ in 0..60 {
            let keys: String = (0..dice.below(24)).map(|_| alphabet[dice.below(alphabet.len())]).collect();
            let (bare, ticking) = (Window::new(40, 24), Window::new(40, 24));
            let prompt = Prompt { aside: Aside::Sheet, ..prompt(form.clone()) };
            let asked = person(&keys, &bare).ask(&prompt).expect("memory");
            let ticks = with_ticks(&keys, &mut dice);
            let again = timed(&ticks, &ticking, Some(7200)).ask(&prompt).expect("memory");
            assert_eq!(asked, again, "{form:?} {ticks}");
            assert_eq!(asked_under(&bare), asked_under(&ticking), "{form:?} {ticks}");
        }
    }
}

/// What stands in the window from the head on.
fn asked_under(window: &Window) -> String {
    let text = window.text();
    text[text.find("陈晓").unwrap_or(0)..].to_owned()
}

#[test]
fn at_the_deadline_it_is_over_whatever_is_half_typed() {
    let written = Window::new(40, 24);
    let text = prompt(Form::Text { most: 200 });
    assert_eq!(timed("您好·····⏎", &written, Some(5)).ask(&text).expect("memory"), Asked::TimeUp);
    assert!(!written.text().contains("> 您好"), "{}", written.text());
    for keys in ["12·····", "·····⏎", "?·····", "⎋·····", "12·?···⏎··"] {
        let window = Window::new(40, 24);
        let mut person = timed(keys, &window, Some(5));
        assert_eq!(person.ask(&prompt(two())).expect("memory"), Asked::TimeUp, "{keys}");
        assert!(!window.terminal.borrow().screen().alternate_screen() && !window.text().contains("1)"), "{}", window.text());
    }
}

#[test]
fn what_is_still_typed_when_time_is_up_answers_nothing() {
    let window = Window::new(40, 24);
    let mut person = timed("1·⏎⏎2·2⏎", &window, Some(1));
    assert_eq!(person.ask(&prompt(two())).expect("memory"), Asked::TimeUp);
    person.set_clock(None);
    assert_eq!(person.ask(&prompt(two())).expect("memory"), Asked::Reply(Reply::Picked("b".into())));
    let mut person = timed("·1✂2⏎", &window, Some(1));
    assert_eq!(person.ask(&prompt(two())).expect("memory"), Asked::TimeUp);
    assert_eq!(person.ask(&prompt(two())).expect("memory"), Asked::Left(Leaving::Interrupted), "Ctrl-C always counts");
}

/// An Enter that was meant for the last question, however late, does not begin the next part.
#[test]
fn a_part_begins_by_more_than_an_enter() {
    let window = Window::new(40, 24);
    let mut person = timed("1·⏎··⏎··⏎1◉⏎", &window, Some(1));
    assert_eq!(person.ask(&prompt(two())).expect("memory"), Asked::TimeUp);
    person.set_clock(None);
    let ahead = Block::PartAhead { of: crate::model::page::PartOf::Practice, items: 3, limit: None };
    assert_eq!(person.ask(&bare(Form::Next, vec![ahead])).expect("memory"), Asked::Reply(Reply::Next));
    let shown = window.shots.borrow().join("");
    assert!(shown.contains("接下来是情景部分，共 3 项。") && shown.contains("> 1) 开始"), "{shown}");
}

/// What the window shows at each `◉` while this is asked.
fn shots(keys: &str, left: i64, prompt: &Prompt) -> String {
    let window = Window::new(40, 24);
    let asked = timed(keys, &window, Some(left)).ask(prompt).expect("memory");
    let shots: String = window.shots.borrow().iter().map(|shot| format!("{shot}────\n")).collect();
    format!("{shots}{}{asked:?}", window.text())
}

#[test]
fn the_time_left_stands_beside_the_keys_and_crossing_is_said_in_a_line_that_stays() {
    insta::assert_snapshot!(shots("2◉…◉··◉⏎", 662, &prompt(two())), @r#"

    还剩 11 分钟。

    陈晓 · 沟通  [███░░░░░░░] 3/10

    客户说“等了很久”，您先做什么？

      1) 先倾听，不打断，再向客户复述一遍问
         题
    > 2) 请客户稍等
      0) 我不知道
    还剩 11 分钟 · 数字或 ↑↓ 选择
    Enter 确定 · ? 看资料 · Esc 离开
    ────

    还剩 11 分钟。

    陈晓 · 沟通  [███░░░░░░░] 3/10

    客户说“等了很久”，您先做什么？

      1) 先倾听，不打断，再向客户复述一遍问
         题
    > 2) 请客户稍等
      0) 我不知道
    还剩 10 分钟 · 数字或 ↑↓ 选择
    Enter 确定 · ? 看资料 · Esc 离开
    ────

    还剩 11 分钟。

    陈晓 · 沟通  [███░░░░░░░] 3/10

    客户说“等了很久”，您先做什么？

    还剩 10 分钟。

      1) 先倾听，不打断，再向客户复述一遍问
         题
    > 2) 请客户稍等
      0) 我不知道
    还剩 10 分钟 · 数字或 ↑↓ 选择
    Enter 确定 · ? 看资料 · Esc 离开
    ────

    还剩 11 分钟。

    陈晓 · 沟通  [███░░░░░░░] 3/10

    客户说“等了很久”，您先做什么？

    还剩 10 分钟。

    › 请客户稍等
    Reply(Picked(b))
    "#);
}

#[test]
fn in_the_last_minutes_seconds_are_counted() {
    let typing = Prompt { aside: Aside::Sheet, ..prompt(Form::Line { most: 20 }) };
    insta::assert_snapshot!(shots("您好◉…◉·请⎋◉·◉⏎⏎", 181, &typing), @r#"

    还剩 3 分钟。

    陈晓 · 沟通  [███░░░░░░░] 3/10

    客户说“等了很久”，您先做什么？

    > 您好
      0) 答题卡
    还剩 3 分钟 · 0 再 Enter：答题卡
    输入文字 · Ctrl-U 清空 · Enter 确定
    Tab 看资料 · Esc 离开
    ────

    还剩 3 分钟。

    陈晓 · 沟通  [███░░░░░░░] 3/10

    客户说“等了很久”，您先做什么？

    > 您好
      0) 答题卡
    还剩 2 分钟 · 0 再 Enter：答题卡
    输入文字 · Ctrl-U 清空 · Enter 确定
    Tab 看资料 · Esc 离开
    ────

    还剩 3 分钟。

    陈晓 · 沟通  [███░░░░░░░] 3/10

    客户说“等了很久”，您先做什么？

    还剩 2 分钟。

    > 您好请
      0) 答题卡
    还剩 2:00
    再按 Esc 离开（进度保留，但计时不停），
    Enter 继续
    ────

    还剩 3 分钟。

    陈晓 · 沟通  [███░░░░░░░] 3/10

    客户说“等了很久”，您先做什么？

    还剩 2 分钟。

    > 您好请
      0) 答题卡
    还剩 1:59
    再按 Esc 离开（进度保留，但计时不停），
    Enter 继续
    ────

    还剩 3 分钟。

    陈晓 · 沟通  [███░░░░░░░] 3/10

    客户说“等了很久”，您先做什么？

    还剩 2 分钟。

    › 您好请
    Reply(Typed("您好请"))
    "#);
}

#[test]
fn pages_show_the_time_left() {
    let text = (1..=30).map(|n| format!("第 {n} 行\n")).collect();
    let long = Prompt { blocks: vec![Block::Text(text)], ..prompt(two()) };
    insta::assert_snapshot!(shots("◉·◉·····", 6, &long), @r#"
    还剩 0:06 · 陈晓 · 沟通

    第 1 行
    第 2 行
    第 3 行
    第 4 行
    第 5 行
    第 6 行
    第 7 行
    第 8 行
    第 9 行
    第 10 行
    第 11 行
    第 12 行
    第 13 行
    第 14 行
    第 15 行
    第 16 行
    第 17 行
    第 18 行
    第 19 行

    第 1/2 页 · 空格 下一页 · ? 看资料
    Esc 离开
    ────
    还剩 0:05 · 陈晓 · 沟通

    第 1 行
    第 2 行
    第 3 行
    第 4 行
    第 5 行
    第 6 行
    第 7 行
    第 8 行
    第 9 行
    第 10 行
    第 11 行
    第 12 行
    第 13 行
    第 14 行
    第 15 行
    第 16 行
    第 17 行
    第 18 行
    第 19 行

    第 1/2 页 · 空格 下一页 · ? 看资料
    Esc 离开
    ────
    TimeUp
    "#);
}

#[test]
fn the_clock_over_pages_leaves_no_stump_of_whose_they_are() {
    let text = (1..=30).map(|n| format!("第 {n} 段。\n\n")).collect();
    let lesson = Prompt { blocks: vec![Block::Markdown(text)], ..prompt(Form::Next) };
    for (width, head) in [
        (38, "已用 152 秒 · 超时了，仍请回复"),
        (42, "已用 152 秒 · 超时了，仍请回复 · 陈晓"),
        (52, "已用 152 秒 · 超时了，仍请回复 · 陈晓 · 沟通"),
    ] {
        let window = Window::new(width, 24);
        let mut person = person("◉", &window);
        person.set_turn_clock(Some(TurnClock {
            used: Rc::new(|| crate::model::span::Span(152_000)),
            limits: vec![crate::model::span::Span(60_000)],
            ends: false,
        }));
        person.ask(&lesson).expect("memory");
        assert_eq!(window.shots.borrow()[0].lines().next(), Some(head));
    }
}
