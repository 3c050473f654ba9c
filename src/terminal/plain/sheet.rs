//! Lines that are appended: head, blocks, numbered options, what was answered. Asks nothing; `plain` and `script` do.

use std::io::{self, Write};
use std::rc::Rc;

use crate::locale::Words;
use crate::model::form::{Aside, Choice, Form, Reply};
use crate::model::page::{Block, Prompt};
use crate::terminal::clock::Watch;
use crate::terminal::line::{Ink, Line, pack};
use crate::terminal::paint::Paint;
use crate::terminal::reply;
use crate::terminal::turn_clock::TurnClock;
use crate::terminal::worded::aside;

/// Lines that are appended.
pub struct Sheet {
    pub words: Rc<Words>,
    width: usize,
    out: Box<dyn Write>,
    name: String,
    /// What is being done.
    pub title: String,
}

impl Sheet {
    pub fn new(words: &Rc<Words>, width: usize, out: Box<dyn Write>) -> Self {
        Self { words: words.clone(), width, out, name: String::new(), title: String::new() }
    }

    pub fn set_head(&mut self, name: &str, title: &str) {
        (self.name, self.title) = (name.to_owned(), title.to_owned());
    }

    pub fn put(&mut self, lines: &[Line]) -> io::Result<()> {
        let text: String = lines.iter().map(|line| line.print(false) + "\n").collect();
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }

    /// A sentence, wrapped.
    pub fn say(&mut self, text: &str) -> io::Result<()> {
        let lines: Vec<Line> = text.split('\n').flat_map(|line| Line::plain(line).flow(self.width)).collect();
        self.put(&lines)
    }

    pub fn head(&mut self) -> io::Result<()> {
        let named: Vec<String> = [&self.name, &self.title].into_iter().filter(|part| !part.is_empty()).cloned().collect();
        self.put(&[Line::empty()])?;
        let lines = pack(Ink::Plain, &named, self.width);
        self.put(&lines)
    }

    pub fn blocks(&mut self, blocks: &[Block]) -> io::Result<()> {
        let lines = Paint { words: &self.words, width: self.width, bars: false }.blocks(blocks);
        self.put(&lines)
    }

    /// What was answered before, then numbered options, for a match both sides.
    pub fn options(&mut self, prompt: &Prompt, form: &Form) -> io::Result<()> {
        let paint = Paint { words: &self.words, width: self.width, bars: false };
        let mut lines = reply::given(prompt, paint);
        match form {
            Form::PickOne(all) | Form::PickMany(all) | Form::Sort(all) => lines.extend(self.numbered(all)),
            Form::Match { lefts, rights, .. } => {
                lines.extend(self.numbered(lefts));
                lines.push(Line::plain(&self.words.get("plain-rights")));
                lines.extend(self.numbered(rights));
            }
            Form::Rate(all) => lines.extend(all.iter().flat_map(|c| self.tagged(c.key.as_str(), &c.text))),
            Form::Next | Form::Number { .. } | Form::Line { .. } | Form::Text { .. } | Form::Menu(_) | Form::Overall => {}
        }
        let typed = matches!(form, Form::Number { .. } | Form::Line { .. } | Form::Text { .. });
        if let Some(key) = aside_key(prompt.aside, form).filter(|_| !typed) {
            lines.extend(self.tagged(key, &aside(prompt, &self.words).0));
        }
        self.put(&lines)
    }

    /// What is to be said of the time now, in lines of their own.
    pub fn tell_time(&mut self, watch: &mut Watch) -> io::Result<()> {
        match watch.news(&self.words) {
            Some(news) => self.say(&news),
            None => Ok(()),
        }
    }

    /// How quickly this is to be answered.
    pub fn tell_turn(&mut self, turn: &TurnClock) -> io::Result<()> {
        let said = turn.said(&self.words);
        self.say(&said)
    }

    fn numbered(&self, choices: &[Choice]) -> Vec<Line> {
        choices.iter().enumerate().flat_map(|(n, choice)| self.tagged(&(n + 1).to_string(), &choice.text)).collect()
    }

    fn tagged(&self, tag: &str, text: &str) -> Vec<Line> {
        let text = text.trim().replace(['\r', '\n', '\t'], " ");
        Line::plain(&text).hang(&Line::plain(&format!("{tag}. ")), self.width)
    }

    /// What was answered, in words.
    pub fn answered(&mut self, prompt: &Prompt, reply: &Reply) -> io::Result<()> {
        for said in reply::said(prompt, reply, &self.words) {
            let line = self.words.with("plain-said", &[("text", said.into())]);
            self.say(&line)?;
        }
        Ok(())
    }
}

/// What is typed for the way aside, where there is one: `0`, but where that may be an answer.
pub const fn aside_key(aside: Aside, form: &Form) -> Option<&'static str> {
    match (aside, form) {
        (Aside::Nothing, _) | (_, Form::Next) => None,
        (_, Form::Rate(_) | Form::Number { .. } | Form::Line { .. } | Form::Text { .. }) => Some("-"),
        _ => Some("0"),
    }
}
