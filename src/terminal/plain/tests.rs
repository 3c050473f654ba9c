//! A talk and a question by lines, from typed lines to what is written.

use std::cell::RefCell;

use super::*;
use crate::base::points::{Exact, Points};
use crate::locale::Tongue;
use crate::model::page::{Feedback, Verdict};

struct Lines(Vec<&'static str>);

impl Typed for Lines {
    fn next(&mut self) -> io::Result<Option<String>> {
        match self.0.first() {
            None => Ok(None),
            Some(&"^C") => Err(io::ErrorKind::Interrupted.into()),
            Some(_) => Ok(Some(self.0.remove(0).to_owned())),
        }
    }
}

#[derive(Clone, Default)]
struct Paper(Rc<RefCell<Vec<u8>>>);

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn choices(n: usize) -> Vec<Choice> {
    (1..=n).map(|n| Choice { key: format!("k{n}").as_str().into(), text: format!("选项{n}") }).collect()
}

fn prompt(form: Form) -> Prompt {
    let blocks = vec![Block::Progress { done: 2, of: 5 }, Block::Text("先做什么？".into())];
    Prompt {
        id: "a/b".into(),
        visit: 0,
        blocks,
        form,
        aside: Aside::Unknown,
        given: None,
        panel: vec![Block::Text("订单 A-1029".into())],
    }
}

fn asked(form: Form, typed: &[&'static str]) -> (Asked, String) {
    let paper = Paper::default();
    let words = Rc::new(Words::new(Tongue::Zh));
    let mut plain = Plain::at(&words, 79, Box::new(Lines(typed.to_vec())), Box::new(paper.clone()));
    plain.set_head("陈晓", "沟通");
    let asked = plain.ask(&prompt(form)).expect("memory");
    let text = String::from_utf8(paper.0.borrow().clone()).expect("text");
    (asked, text)
}

#[test]
fn a_talk_by_lines() {
    let (asked, text) = asked(Form::PickOne(choices(2)), &["?", "7", "２"]);
    assert_eq!(asked, Asked::Reply(Reply::Picked("k2".into())));
    insta::assert_snapshot!(text, @"

    陈晓 · 沟通
    想离开随时按 Ctrl+C，做过的都保留（考试的计时不停）。写着“输入 ? 查看资料”的
    时候，输入 ? 再按 Enter 就能看。
    第 3 步，共 5 步

    先做什么？
    1. 选项1
    2. 选项2
    0. 我不知道
    输入 ? 查看资料。输入 0 表示我不知道。请输入编号：
    订单 A-1029
    输入 ? 查看资料。输入 0 表示我不知道。请输入编号：
    没有这个选项，请从给出的里面选。
    输入 ? 查看资料。输入 0 表示我不知道。请输入编号：
    你的回答：选项2
    ");
}

#[test]
fn a_whole_reply_by_lines() {
    let text = || Form::Text { most: 12 };
    let written = |typed: &[&'static str]| asked(text(), typed).0;
    let sent = |text: &str| Asked::Reply(Reply::Typed(text.into()));
    let (asked, said) =
        asked(text(), &["?", "", "您好，", "马上\u{7}为您查。", "这一行太长了，放不下", "又是太长的一行", "请", ""]);
    assert_eq!(asked, sent("您好，\n马上�为您查。"), "{said}");
    insta::assert_snapshot!(said, @"

    陈晓 · 沟通
    想离开随时按 Ctrl+C，做过的都保留（考试的计时不停）。写着“输入 ? 查看资料”的
    时候，输入 ? 再按 Enter 就能看。
    第 3 步，共 5 步

    先做什么？
    输入 ? 查看资料。只输入 - 表示我不知道。请一行一行地写，写完后再按一次 Enter
    （空行）发送：
    订单 A-1029
    输入 ? 查看资料。只输入 - 表示我不知道。请一行一行地写，写完后再按一次 Enter
    （空行）发送：
    还没有写，请先写一句再发送。
    输入 ? 查看资料。只输入 - 表示我不知道。请一行一行地写，写完后再按一次 Enter
    （空行）发送：
    还能写 1 字。
    这一行放不下，没有收进来：最多 12 个字，还能写 1 字。前面写的都在，放不下的行都
    不收。
    你的回答：您好，
    马上�为您查。
    ");
    assert_eq!(written(&["您好"]), sent("您好"), "the end of the input is its end");
    assert_eq!(written(&["-"]), Asked::Reply(Reply::Blank));
    assert_eq!(written(&["您好", "^C"]), Asked::Left(Leaving::Interrupted));
    assert_eq!(written(&["这样的一行长得怎么都放不下去", "", "好", "-", ""]), sent("好\n-"));
}

#[test]
fn a_question_of_two_lines_keeps_them() {
    let paper = Paper::default();
    let words = Rc::new(Words::new(Tongue::Zh));
    let mut plain = Plain::at(&words, 79, Box::new(Lines(vec!["在的"])), Box::new(paper.clone()));
    assert!(matches!(plain.line("客户：“在吗？”\n客服怎么答？", 40), Ok(Asked::Reply(Reply::Typed(_)))));
    let said = String::from_utf8(paper.0.take()).expect("text");
    assert!(said.contains("客户：“在吗？”\n客服怎么答？\n"), "{said}");
}

#[test]
fn the_end_of_input_and_an_interrupt_leave() {
    assert_eq!(asked(Form::Next, &[]).0, Asked::Left(Leaving::EndOfInput));
    assert_eq!(asked(Form::Next, &["^C"]).0, Asked::Left(Leaving::Interrupted));
}

#[test]
fn everything_is_also_a_word_and_no_escape_is_written() {
    let paper = Paper::default();
    let words = Rc::new(Words::new(Tongue::Zh));
    let mut plain = Plain::at(&words, 79, Box::new(Lines(vec![])), Box::new(paper.clone()));
    let feedback = Feedback {
        points: Points::whole(-1),
        mood: (35, 20),
        text: "\u{1b}[31m别催。".into(),
        red_line: None,
        breaks: Vec::new(),
        written: None,
        took: None,
    };
    let verdict = Block::Verdict { verdict: Verdict::Wrong, earned: Exact::ZERO, of: Points::whole(2) };
    plain.show(&[verdict, Block::Feedback(feedback), Block::Progress { done: 2, of: 5 }]).expect("memory");
    let text = String::from_utf8(paper.0.borrow().clone()).expect("text");
    insta::assert_snapshot!(text, @r#"

× 答错了  得 0 分（满分 2 分）

-1 分 · 心情 35 → 20 变差
�[31m别催。

第 3 步，共 5 步
"#);
}
