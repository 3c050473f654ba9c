//! A person at a small terminal: what keys lead to, and what is on the screen then.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::num::NonZero;

mod clock;
mod exam;
mod hand_in;
mod observation;
mod writing;

use super::*;
use crate::attempt::event::Leaving;
use crate::base::moment::Moment;
use crate::locale::Tongue;
use crate::model::page::Card;
use crate::terminal::clock::Runs;
use crate::terminal::keys::Key;
use crate::terminal::live::Hold;

/// A console that types what it was given and then is closed. `·` is a second in which no key is pressed, `…` a minute; at `◉` somebody looks.
/// From `⇉` to `⇇` keys come all at once.
struct Keys {
    keys: VecDeque<char>,
    rush: bool,
    ahead: Option<Key>,
    marks: bool,
    clock: Rc<Cell<i64>>,
    window: Window,
}

impl Console for Keys {
    fn hold(&mut self) -> io::Result<Option<Hold>> {
        Ok(None)
    }
    fn next(&mut self) -> io::Result<Option<Key>> {
        if let Some(key) = self.ahead.take() {
            return Ok(Some(key));
        }
        let key = match self.keys.pop_front().ok_or(io::ErrorKind::UnexpectedEof)? {
            '⇉' => {
                self.rush = true;
                return Ok(None);
            }
            '⇇' => {
                self.rush = false;
                return Ok(None);
            }
            '↵' => Key::Break,
            '⇥' => Key::Tab,
            '⏎' => Key::Enter,
            '⎋' => Key::Esc,
            '✂' => Key::Interrupt,
            '⤢' => Key::Resized,
            '⌫' => Key::Backspace,
            '↓' => Key::Down,
            '↑' => Key::Up,
            '·' => {
                self.clock.set(self.clock.get() + 1000);
                return Ok(None);
            }
            '…' => {
                self.clock.set(self.clock.get() + 60_000);
                return Ok(None);
            }
            '◉' => {
                self.window.shots.borrow_mut().push(self.window.text());
                return Ok(None);
            }
            c => Key::Char(c),
        };
        Ok(Some(key))
    }
    fn ahead(&mut self) -> Option<&Key> {
        if self.ahead.is_none() && self.rush {
            self.ahead = self.next().ok().flatten();
        }
        self.ahead.as_ref()
    }
    fn marks_pastes(&self) -> bool {
        self.marks
    }
    fn size(&self) -> Option<(u16, u16)> {
        None
    }
}

#[derive(Clone)]
struct Window {
    terminal: Rc<RefCell<vt100::Parser>>,
    shots: Rc<RefCell<Vec<String>>>,
}

impl Window {
    fn new(width: u16, height: u16) -> Self {
        let side = |n| NonZero::new(n).expect("a window has a size");
        Self { terminal: Rc::new(RefCell::new(vt100::Parser::new(side(height), side(width), 0))), shots: Rc::default() }
    }

    fn text(&self) -> String {
        let screen = self.terminal.borrow().screen().contents();
        screen.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
    }
}

impl Write for Window {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.terminal.borrow_mut().process(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn person(keys: &str, window: &Window) -> Person {
    timed(keys, window, None)
}

/// A person with so long left, in seconds.
fn timed(keys: &str, window: &Window, left: Option<i64>) -> Person {
    let (mut person, clock) = seated(keys, window, Tongue::Zh);
    person.set_head("陈晓", "沟通");
    person.set_clock(left.map(|left| Clock {
        now: Rc::new(move || Moment(clock.get())),
        runs: Runs::Down { until: Moment(left * 1000), whole: false },
    }));
    person
}

/// A person at a window, and the time that passes there.
fn seated(keys: &str, window: &Window, tongue: Tongue) -> (Person, Rc<Cell<i64>>) {
    at_a_console(keys, window, tongue, true)
}

/// The same; `marks`: what is pasted comes marked.
fn at_a_console(keys: &str, window: &Window, tongue: Tongue, marks: bool) -> (Person, Rc<Cell<i64>>) {
    let clock = Rc::new(Cell::new(0));
    let (keys, window_seen) = (keys.chars().collect(), window.clone());
    let console = Box::new(Keys { keys, rush: false, ahead: None, marks, clock: clock.clone(), window: window_seen });
    let (height, width) = window.terminal.borrow().screen().size();
    let screen = Screen { colour: true, ..Screen::bare(width.get(), height.get()) };
    (Person::at(&Rc::new(Words::new(tongue)), screen, console, Box::new(window.clone())), clock)
}

fn prompt(form: Form) -> Prompt {
    let blocks = vec![Block::Progress { done: 3, of: 10 }, Block::Text("客户说“等了很久”，您先做什么？".into())];
    Prompt {
        id: "b/q".into(),
        visit: 0,
        blocks,
        form,
        aside: Aside::Unknown,
        given: None,
        panel: vec![Block::Text("订单 A-1029".into())],
    }
}

fn two() -> Form {
    let choice = |key: &str, text: &str| Choice { key: key.into(), text: text.into() };
    Form::PickOne(vec![choice("a", "先倾听，不打断，再向客户复述一遍问题"), choice("b", "请客户稍等")])
}

#[test]
fn what_stays_is_the_question_and_the_answer() {
    let window = Window::new(40, 24);
    let mut person = person("2?q⤢1⏎", &window);
    assert_eq!(person.ask(&prompt(two())).expect("memory"), Asked::Reply(Reply::Picked("a".into())));
    insta::assert_snapshot!(window.text(), @r#"
陈晓 · 沟通  [███░░░░░░░] 3/10

客户说“等了很久”，您先做什么？

› 先倾听，不打断，再向客户复述一遍问题
"#);
}

#[test]
fn refused_means_asked_again_under_the_same_question() {
    let window = Window::new(40, 24);
    let mut person = person("x⏎3⏎", &window);
    let number = prompt(Form::Number { unit: Some("秒".into()) });
    assert_eq!(person.ask(&number).expect("memory"), Asked::Reply(Reply::Typed("x".into())));
    person.refuse(&Misfit::NotANumber).expect("memory");
    assert_eq!(person.ask(&number).expect("memory"), Asked::Reply(Reply::Typed("3".into())));
    assert_eq!(window.text().matches("您先做什么").count(), 1);
    assert!(window.text().ends_with("› x 秒\n› 3 秒\n"), "{}", window.text());
}

#[test]
fn leaving_in_every_way() {
    for (keys, how) in
        [("⎋⎋", Leaving::Chosen), ("1⎋⏎✂", Leaving::Interrupted), ("?✂", Leaving::Interrupted), ("1", Leaving::EndOfInput)]
    {
        let window = Window::new(40, 24);
        assert_eq!(person(keys, &window).ask(&prompt(two())).expect("memory"), Asked::Left(how), "{keys}");
        assert!(!window.text().contains("倾听") && !window.terminal.borrow().screen().alternate_screen(), "{}", window.text());
    }
}

#[test]
fn a_lesson_is_read_page_by_page() {
    let window = Window::new(40, 24);
    let text = (1..=30).map(|n| format!("第 {n} 段。\n\n")).collect();
    let lesson = Prompt { blocks: vec![Block::Title("电话礼仪".into()), Block::Markdown(text)], ..prompt(Form::Next) };
    assert_eq!(person("  ", &window).ask(&lesson).expect("memory"), Asked::Left(Leaving::EndOfInput), "spaces never end it");
    assert_eq!(person("   ⎋⏎⏎⏎", &window).ask(&lesson).expect("memory"), Asked::Reply(Reply::Next));
    assert!(window.text().ends_with("电话礼仪\n› 已读完\n"), "{}", window.text());
}

#[test]
fn what_is_shown_and_too_long_is_paged_and_then_stays() {
    let window = Window::new(40, 24);
    let mut person = person("✂", &window);
    let text: String = (1..=30).map(|n| format!("第 {n} 行\n")).collect();
    person.show(&[Block::Text(text)]).expect("memory");
    assert!(window.text().ends_with("第 30 行\n"), "{}", window.text());
    assert_eq!(person.ask(&prompt(two())).expect("memory"), Asked::Left(Leaving::Interrupted), "Ctrl-C is not forgotten");
}

#[test]
fn what_was_said_is_read_before_the_next_talk_begins_and_a_talk_runs_on() {
    let said: String = (1..=20).map(|n| format!("第 {n} 行\n")).collect();
    for begins in [true, false] {
        let window = Window::new(40, 24);
        let mut person = person(if begins { "◉⏎◉1⏎" } else { "◉1⏎" }, &window);
        person.show(&[Block::Text(said.clone())]).expect("memory");
        let mut turn = Prompt { aside: Aside::Nothing, ..prompt(two()) };
        turn.blocks.retain(|block| begins || !matches!(block, Block::Progress { .. }));
        assert_eq!(person.ask(&turn).expect("memory"), Asked::Reply(Reply::Picked("a".into())));
        let shots = window.shots.borrow();
        assert!(shots[0].contains("第 20 行"), "{}", shots[0]);
        assert_eq!(shots[0].contains("您先做什么"), !begins, "{}", shots[0]);
    }
}

#[test]
fn a_digit_that_waits_for_another_is_shown_and_a_pause_ticks_it() {
    let window = Window::new(40, 24);
    let line = |n: usize| Choice { key: format!("k{n}").as_str().into(), text: format!("第 {n} 句") };
    let lines = prompt(Form::PickMany((1..=14).map(line).collect()));
    let asked = person("1◉·······◉4⏎", &window).ask(&lines).expect("memory");
    assert_eq!(asked, Asked::Reply(Reply::PickedMany(["k1".into(), "k4".into()].into())));
    let shots = window.shots.borrow();
    assert!(shots[0].contains("> [ ]  1) 第 1 句") && shots[0].contains("1_ 两位数就接着按"), "{}", shots[0]);
    assert!(shots[1].contains("> [x]  1) 第 1 句") && !shots[1].contains("1_"), "{}", shots[1]);
}

#[test]
fn what_was_filled_in_is_there_again_after_the_answer_sheet() {
    let window = Window::new(40, 24);
    let line = |n: usize| Choice { key: format!("k{n}").as_str().into(), text: format!("第 {n} 句") };
    let many = Prompt { aside: Aside::Sheet, ..prompt(Form::PickMany((1..=4).map(line).collect())) };
    let number = Prompt { id: "b/n".into(), aside: Aside::Sheet, ..prompt(Form::Number { unit: None }) };
    let mut person = person("13↓↓⏎7↓⏎◉⏎◉⏎", &window);
    assert_eq!(person.ask(&many).expect("memory"), Asked::Reply(Reply::Blank));
    assert_eq!(person.ask(&number).expect("memory"), Asked::Reply(Reply::Blank));
    assert_eq!(person.ask(&many).expect("memory"), Asked::Reply(Reply::PickedMany(["k1".into(), "k3".into()].into())));
    assert_eq!(person.ask(&number).expect("memory"), Asked::Reply(Reply::Typed("7".into())));
    for shot in window.shots.borrow().iter() {
        assert!(shot.contains("这是刚才还没交的答案，按 Enter 才算数"), "{shot}");
    }
    // Another session is another person's.
    let mut other = self::person("13↓↓⏎⏎", &window);
    other.ask(&many).expect("memory");
    other.set_head("李雷", "沟通");
    assert_eq!(other.ask(&many).expect("memory"), Asked::Left(Leaving::EndOfInput), "nothing is ticked, so Enter sends nothing");
}

#[test]
fn a_line_of_the_question_stays_over_a_long_list() {
    let window = Window::new(40, 24);
    let line = |n: usize| Choice {
        key: format!("k{n}").as_str().into(), text: format!("客服说的第 {n} 句，句子长得一行放不下")
    };
    let many = prompt(Form::PickMany((1..=14).map(line).collect()));
    person("↓◉", &window).ask(&many).expect("memory");
    let shot = window.shots.borrow()[0].clone();
    assert!(shot.starts_with("4/10  客户说“等了很久”"), "{shot}");
    assert!(shot.contains("? 看整道题"), "{shot}");
}

#[test]
fn who_begins_a_talk_has_read_what_it_is_about() {
    let window = Window::new(40, 24);
    let brief = (1..=14).map(|n| format!("第 {n} 件事")).collect::<Vec<_>>().join("\n");
    let talk = Prompt { blocks: vec![Block::Card(Card::Brief(brief)), Block::Text("在吗？".into())], ..prompt(two()) };
    assert_eq!(person("◉⏎1⏎", &window).ask(&talk).expect("memory"), Asked::Reply(Reply::Picked("a".into())));
    let shot = window.shots.borrow()[0].clone();
    assert!(shot.contains("第 1 件事") && shot.contains("Enter 去作答") && !shot.contains("先倾听"), "{shot}");
}

#[test]
fn what_is_said_to_a_written_reply_is_read_before_the_talk_goes_on() {
    for keys in ["◉⏎◉1⏎", "◉ ◉1⏎"] {
        let window = Window::new(40, 24);
        let mut person = person(keys, &window);
        person.show(&[Block::Text("先回应情绪，做得好。".into())]).expect("memory");
        person.let_go_on().expect("memory");
        person.let_go_on().expect("nothing is left to read");
        let turn = Prompt { aside: Aside::Nothing, ..prompt(two()) };
        assert_eq!(person.ask(&turn).expect("memory"), Asked::Reply(Reply::Picked("a".into())), "{keys}");
        let shots = window.shots.borrow();
        assert!(
            shots[0].contains("做得好") && shots[0].contains("Enter 继续") && !shots[0].contains("您先做什么"),
            "{}",
            shots[0]
        );
        assert!(shots[1].contains("做得好。\n\n陈晓"), "one line between: {}", shots[1]);
    }
    let window = Window::new(40, 24);
    let mut person = person("⎋⎋", &window);
    person.show(&[Block::Text("先回应情绪，做得好。".into())]).expect("memory");
    person.let_go_on().expect("memory");
    assert_eq!(person.ask(&prompt(two())).expect("memory"), Asked::Left(Leaving::Chosen), "who leaves there has left");
}

#[test]
fn what_the_customer_says_is_not_said_again_right_under_it() {
    let window = Window::new(40, 24);
    let brief = Block::Card(Card::Brief((1..=14).map(|n| format!("第 {n} 件事")).collect::<Vec<_>>().join("\n")));
    let says = Block::Text("在吗？老板在不在？".into());
    let talk = Prompt {
        blocks: vec![Block::Progress { done: 0, of: 1 }, brief.clone(), says],
        aside: Aside::Nothing,
        panel: vec![brief],
        ..prompt(two())
    };
    assert_eq!(person("⏎◉?◉q1⏎", &window).ask(&talk).expect("memory"), Asked::Reply(Reply::Picked("a".into())));
    let shots = window.shots.borrow();
    assert!(shots[0].matches("在吗？").count() == 1 && shots[0].contains("? 看资料"), "{}", shots[0]);
    assert!(shots[1].contains("第 1 件事"), "{}", shots[1]);
}
