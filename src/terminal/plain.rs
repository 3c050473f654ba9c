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
mod tests;
