//! A person who writes a whole reply: what is seen while writing, what is pasted, what is kept.

use super::*;

fn reply(most: usize) -> Prompt {
    Prompt { aside: Aside::Nothing, ..prompt(Form::Text { most }) }
}

fn sent(text: &str) -> Asked {
    Asked::Reply(Reply::Typed(text.into()))
}

#[test]
fn a_reply_of_two_lines_stays_as_it_was_written() {
    let window = Window::new(40, 24);
    let asked = person("◉非常抱歉让您久等了，我马上帮您查这一单的物流。↵请稍等片刻↑◉↓好吗？⏎", &window).ask(&reply(300));
    assert_eq!(asked.expect("memory"), sent("非常抱歉让您久等了，我马上帮您查这一单的物流。\n请稍等片刻好吗？"));
    insta::assert_snapshot!(window.shots.borrow().join("────\n") + "────\n" + &window.text(), @"

    陈晓 · 沟通  [███░░░░░░░] 3/10

    客户说“等了很久”，您先做什么？

    >
    输入文字 · Ctrl-J 换行 · Enter 发送
    Tab 看资料 · Esc 离开
    ────

    陈晓 · 沟通  [███░░░░░░░] 3/10

    客户说“等了很久”，您先做什么？

    > 非常抱歉让您久等了，我马上帮您查这一
      单的物流。
      请稍等片刻
    输入文字 · Ctrl-J 换行 · Enter 发送
    Ctrl-U 清空 · Tab 看资料 · Esc 离开
    ────

    陈晓 · 沟通  [███░░░░░░░] 3/10

    客户说“等了很久”，您先做什么？

    › 非常抱歉让您久等了，我马上帮您查这一
      单的物流。
      请稍等片刻好吗？
    ");
}

#[test]
fn what_is_pasted_without_marks_sends_nothing() {
    let asked = |keys: &str, marks: bool| {
        let window = Window::new(40, 24);
        let (mut person, _) = at_a_console(keys, &window, Tongue::Zh, marks);
        person.ask(&reply(300)).expect("memory")
    };
    for marks in [true, false] {
        assert_eq!(asked("⇉您好，⏎⏎马上⇥查。⏎请稍等⇇！⏎", marks), sent("您好，\n\n马上  查。\n请稍等！"));
        assert_eq!(asked("您好⏎", marks), sent("您好"));
    }
    assert_eq!(asked("⇉您好⏎⇇。⏎", false), sent("您好\n。"), "the line break at the end of what was pasted");
    let long = "您好".repeat(60);
    assert_eq!(asked(&format!("⇉{long}⏎⇇。⏎"), true), sent(&format!("{long}\n。")), "so much at once is pasted anywhere");
    assert_eq!(asked("⇉您好⏎⇇", true), sent("您好"), "over a slow line keys come at once too");
}

#[test]
fn however_much_is_written_the_question_stays_in_the_window() {
    for (width, height) in [(40, 24), (80, 24), (40, 12)] {
        let window = Window::new(width, height);
        let text = "您好，等了很久真是抱歉。".repeat(150);
        person(&format!("⇉{text}⇇◉{}◉", "↑".repeat(10)), &window).ask(&reply(2000)).expect("memory");
        for shot in window.shots.borrow().iter() {
            assert!(shot.contains("您先做什么"), "{shot}");
            assert!(shot.contains("… 上面还有") && shot.contains("Enter 发送"), "{shot}");
        }
        assert!(window.shots.borrow()[1].contains("… 下面还有"), "{}", window.shots.borrow()[1]);
    }
}

#[test]
fn room_is_said_when_there_is_little_and_that_there_is_none_once() {
    let window = Window::new(40, 24);
    person(&format!("{}◉字◉{}◉多◉⌫◉", "字".repeat(149), "字".repeat(50)), &window).ask(&reply(200)).expect("memory");
    let shots = window.shots.borrow();
    assert!(!shots[0].contains("还能写"), "{}", shots[0]);
    assert!(shots[1].contains("还能写 50 字"), "{}", shots[1]);
    assert!(shots[2].contains("还能写 0 字") && !shots[2].contains("写满了"), "{}", shots[2]);
    assert!(shots[3].contains("写满了：最多 200 个字"), "{}", shots[3]);
    assert!(shots[4].contains("还能写 1 字") && !shots[4].contains("写满了"), "{}", shots[4]);
}

#[test]
fn what_was_written_is_there_again_after_the_answer_sheet_and_once() {
    let window = Window::new(40, 24);
    let sheet = Prompt { aside: Aside::Sheet, given: Some(Reply::Typed("您好，\n请讲。".into())), ..reply(100) };
    let mut person = person("◉再说一句↓⏎◉。⏎", &window);
    assert_eq!(person.ask(&sheet).expect("memory"), Asked::Reply(Reply::Blank));
    assert_eq!(person.ask(&sheet).expect("memory"), sent("您好，\n请讲。再说一句。"));
    let shots = window.shots.borrow();
    assert_eq!(shots[0].matches("请讲。").count(), 1, "{}", shots[0]);
    assert!(shots[1].contains("请讲。再说一句") && shots[1].contains("这是刚才还没交的答案"), "{}", shots[1]);
    drop(shots);
    // Who only looked has no draft.
    let mut looked = self::person("↑↓↓⏎◉✂", &window);
    looked.ask(&sheet).expect("memory");
    looked.ask(&sheet).expect("memory");
    let shot = window.shots.borrow().last().expect("taken").clone();
    assert!(!shot.contains("这是刚才还没交的答案"), "{shot}");
}
