//! Asking by lines: for screen readers, and for terminals that cannot redraw. Lines are only ever appended: no cursor moves, no
//! escapes, no colour; what is right, earned or felt is always also a word.
//!
//! Options are numbered; a number, or several, and Enter answer. `sheet` writes the lines and also serves `script`, `typed` is where
//! answers come from, `read` what they mean.

mod read;
mod sheet;
mod typed;
mod written;

use std::io::{self, Write};
use std::rc::Rc;

use self::read::{Read, read};
pub(super) use self::sheet::Sheet;
use self::sheet::aside_key;
pub use self::typed::{Stdin, Typed};
use super::clock::{Clock, Watch};
use super::interrupt::Interrupt;
use super::line::{Line, room_of};
use super::turn_clock::TurnClock;
use super::view::{misfit_words, text_misfit};
use super::worded::{aside, bare, worded};
use super::{Asked, Asker};
use crate::attempt::event::Leaving;
use crate::locale::Words;
use crate::model::form::{Aside, Choice, Form, Reply};
use crate::model::page::{Block, Prompt};
use crate::model::question::Misfit;

/// A person who is asked by lines.
pub struct Plain {
    sheet: Sheet,
    typed: Box<dyn Typed>,
    /// The same prompt is asked again: why was said, what it shows stands above.
    again: bool,
    watch: Watch,
    /// The clock of the turn that is asked.
    turn: Option<TurnClock>,
    /// The title under which it was last said how to leave.
    told: Option<String>,
    /// What was written of a reply that was left.
    unsent: Option<String>,
}

impl Plain {
    /// A person at standard input, shown lines of at most `width` cells on standard error.
    pub fn new(words: &Rc<Words>, width: usize, interrupt: Interrupt) -> Self {
        Self::at(words, width, Box::new(Stdin::new(interrupt)), super::screen::stderr())
    }

    /// A person anywhere.
    pub fn at(words: &Rc<Words>, width: usize, typed: Box<dyn Typed>, out: Box<dyn Write>) -> Self {
        Self {
            sheet: Sheet::new(words, width, out),
            typed,
            again: false,
            watch: Watch::default(),
            turn: None,
            told: None,
            unsent: None,
        }
    }

    /// How to leave and to look things up: once a session, which is known by its title.
    fn introduce(&mut self) -> io::Result<()> {
        if self.told.as_ref() == Some(&self.sheet.title) {
            return Ok(());
        }
        self.told = Some(self.sheet.title.clone());
        let said = self.sheet.words.get("plain-leave");
        self.sheet.say(&said)
    }

    /// How to answer, in one paragraph.
    fn help(&self, prompt: &Prompt, form: &Form) -> String {
        let words = &self.sheet.words;
        let mut parts = Vec::new();
        if !prompt.panel.is_empty() {
            parts.push(words.get("plain-panel"));
        }
        if let Some(key) = aside_key(prompt.aside, form) {
            let sentence = match (prompt.aside, key) {
                (Aside::Sheet, "0") => "plain-sheet",
                (Aside::Sheet, _) => "plain-sheet-text",
                (_, "0") => "plain-blank",
                _ => "plain-blank-text",
            };
            parts.push(words.with(sentence, &[("aside", aside(prompt, words).1.into())]));
        }
        if prompt.given.as_ref().is_some_and(|given| *given != Reply::Blank) {
            parts.push(words.get("plain-keep"));
        }
        parts.push(words.get(match form {
            Form::Next | Form::Menu(_) | Form::Overall => "plain-next",
            Form::PickOne(_) => "plain-one",
            Form::Rate(_) => "plain-rate",
            Form::PickMany(_) => "plain-many",
            Form::Sort(_) => "plain-sort",
            Form::Match { .. } => "plain-match",
            Form::Number { .. } => "plain-number",
            Form::Line { .. } => "plain-line",
            Form::Text { .. } => "plain-text",
        }));
        sentences(&parts)
    }

    /// A line; `ends`: an empty one is an answer, as if it had been given before.
    fn typed(&mut self, label: &str, most: usize, ends: bool) -> io::Result<Asked> {
        self.sheet.put(&[Line::empty()])?;
        self.sheet.say(label)?;
        let prompt = Prompt { given: ends.then_some(Reply::Blank), ..bare(Form::Line { most }, Vec::new()) };
        self.wait(&prompt, &prompt.form)
    }

    fn wait(&mut self, prompt: &Prompt, form: &Form) -> io::Result<Asked> {
        loop {
            let help = self.help(prompt, form);
            self.sheet.say(&help)?;
            let line = match self.next_line() {
                Ok(line) => line,
                Err(over) => return Ok(over),
            };
            let kept = prompt.given.clone().filter(|_| line.trim().is_empty());
            let meant = match kept.map_or_else(|| read(&line, form, prompt.aside), Read::Reply) {
                Read::Begun(most) => match self.written(line, most)? {
                    Ok(meant) => meant,
                    Err(over) => return Ok(over),
                },
                meant => meant,
            };
            match meant {
                Read::Reply(reply) => {
                    self.sheet.answered(prompt, &reply)?;
                    return Ok(Asked::Reply(reply));
                }
                Read::Panel if prompt.panel.is_empty() => {
                    let nothing = self.sheet.words.get("plain-nothing");
                    self.sheet.say(&nothing)?;
                }
                Read::Panel => self.sheet.blocks(&prompt.panel)?,
                Read::Misfit(misfit) => self.say_why(&misfit, form)?,
                Read::Begun(_) => {} // whole by now
            }
        }
    }

    /// The next line, or how it was over without one: the person left, or the turn had ended.
    fn next_line(&mut self) -> Result<String, Asked> {
        match self.typed.next_within(self.turn.as_ref().and_then(TurnClock::left)) {
            Ok(Some(line)) => Ok(line),
            Err(error) if error.kind() == io::ErrorKind::TimedOut => Err(Asked::TimeUp),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Err(Asked::Left(Leaving::Interrupted)),
            Ok(None) | Err(_) => Err(Asked::Left(Leaving::EndOfInput)),
        }
    }

    fn say_why(&mut self, misfit: &Misfit, form: &Form) -> io::Result<()> {
        let words = &self.sheet.words;
        let why = if matches!(form, Form::Text { .. }) { text_misfit(misfit, words) } else { misfit_words(misfit, words) };
        self.sheet.say(&why)
    }
}

/// Sentences one after another; a blank goes between only where the language has one.
fn sentences(parts: &[String]) -> String {
    let mut out = String::new();
    for part in parts {
        if out.chars().last().is_some_and(|c| room_of(c) < 2) {
            out.push(' ');
        }
        out.push_str(part);
    }
    out
}

impl Asker for Plain {
    fn set_head(&mut self, name: &str, title: &str) {
        self.sheet.set_head(name, title);
    }

    fn set_clock(&mut self, clock: Option<Clock>) {
        self.watch.set(clock);
    }

    fn set_turn_clock(&mut self, clock: Option<TurnClock>) {
        self.turn = clock;
    }

    fn reads(&self) -> bool {
        true
    }

    fn show(&mut self, blocks: &[Block]) -> io::Result<()> {
        if blocks.is_empty() {
            return Ok(());
        }
        self.sheet.put(&[Line::empty()])?;
        self.sheet.blocks(blocks)
    }

    fn ask(&mut self, prompt: &Prompt) -> io::Result<Asked> {
        let form = worded(prompt, &self.sheet.words);
        self.unsent = None;
        if !std::mem::take(&mut self.again) {
            self.sheet.head()?;
            self.introduce()?;
            self.sheet.tell_time(&mut self.watch)?;
            self.sheet.blocks(&prompt.blocks)?;
            self.sheet.options(prompt, &form)?;
            if let Some(turn) = &self.turn {
                self.sheet.tell_turn(turn)?;
            }
        }
        self.wait(prompt, &form)
    }

    fn unsent(&mut self) -> Option<String> {
        self.unsent.take()
    }

    fn refuse(&mut self, misfit: &Misfit) -> io::Result<()> {
        self.again = true;
        let why = misfit_words(misfit, &self.sheet.words);
        self.sheet.say(&why)
    }

    fn choose(&mut self, title: &str, choices: &[Choice], help: &str) -> io::Result<Asked> {
        self.sheet.head()?;
        if self.told.is_none() {
            self.introduce()?;
        }
        for text in [title, help].into_iter().filter(|text| !text.is_empty()) {
            self.sheet.say(text)?;
        }
        let prompt = bare(Form::PickOne(choices.to_vec()), Vec::new());
        self.sheet.options(&prompt, &prompt.form)?;
        self.wait(&prompt, &prompt.form)
    }

    fn line(&mut self, label: &str, most: usize) -> io::Result<Asked> {
        self.typed(label, most, false)
    }

    fn line_or_end(&mut self, label: &str, most: usize) -> io::Result<Asked> {
        self.typed(label, most, true)
    }
}

#[cfg(test)]
mod tests {
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
}
