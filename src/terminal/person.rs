//! Asking a person at a terminal: what is read is written once, what is chosen is redrawn in place under it.
//!
//! What is longer than the window is read in the pager first, on a screen of its own (`reading`). Prompts go to standard error. The
//! keyboard is held from the first question until the person leaves or is let go: keys pressed between two questions must not show on
//! the screen. Waiting for a key looks at the clock (`waiting`), which stands before the keys that are said, where it is always seen.

mod asking;
mod page;
mod reading;
mod waiting;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::rc::Rc;

use super::clock::{Clock, Watch};
use super::interrupt::Interrupt;
use super::keys::{Console, Terminal};
use super::line::Line;
use super::live::Hold;
use super::pager::Purpose;
use super::screen::{self, Screen};
use super::turn_clock::TurnClock;
use super::widget::Widget;
use super::worded::{aside, bare, begins, gate, worded};
use super::{Asked, Asker};
use crate::locale::Words;
use crate::model::form::{Aside, Choice, Form, Reply};
use crate::model::page::{Block, Prompt};
use crate::model::question::Misfit;

/// A person at a terminal.
pub struct Person {
    words: Rc<Words>,
    screen: Screen,
    out: Box<dyn Write>,
    console: Box<dyn Console>,
    name: String,
    title: String,
    /// The keyboard, once something was asked.
    held: Option<Hold>,
    /// Left while something was shown: said when next asked.
    gone: Option<Asked>,
    /// Why the last answer was not taken.
    refused: Option<Misfit>,
    /// What was filled in and not sent when the answer sheet was opened, by what was asked; this session's only.
    drafts: BTreeMap<String, (Form, Widget)>,
    /// What stood in the editor when the last prompt was left.
    unsent: Option<String>,
    /// Lines of feedback shown since the last question.
    unread: usize,
    /// The clock, looked at only while a prompt is asked.
    watch: Watch,
    /// The clock of the turn that is asked.
    turn: Option<TurnClock>,
    timed: bool,
    /// What the clock showed when it was drawn last.
    shown: Line,
    /// Moments since the last key.
    idle: usize,
    /// Keys that came at the same moment as the one after them: pasted, most likely.
    burst: usize,
    /// Lines of what is asked, above its choices.
    above: usize,
    /// The line of it that stays where choices leave no room for the rest.
    top: Line,
    /// Time was up in the middle of the last prompt: what is still being typed is not meant for the next one.
    late: bool,
}

/// One thing asked, ready to be shown.
struct Sheet<'a> {
    prompt: &'a Prompt,
    head: bool,
    /// What was shown before is read first, where both do not stand in the window. A talk runs on.
    waits: bool,
}

impl Person {
    /// The person at this terminal; ask only where `screen::can_ask`.
    pub fn new(words: &Rc<Words>, screen: Screen, interrupt: Interrupt) -> Self {
        Self::at(words, screen, Box::new(Terminal::new(interrupt)), screen::stderr())
    }

    /// A person at any console, shown through any writer.
    pub fn at(words: &Rc<Words>, screen: Screen, console: Box<dyn Console>, out: Box<dyn Write>) -> Self {
        Self {
            words: words.clone(),
            screen,
            out,
            console,
            name: String::new(),
            title: String::new(),
            held: None,
            gone: None,
            refused: None,
            drafts: BTreeMap::new(),
            unsent: None,
            unread: 0,
            watch: Watch::default(),
            turn: None,
            timed: false,
            shown: Line::empty(),
            idle: 0,
            burst: 0,
            above: 0,
            top: Line::empty(),
            late: false,
        }
    }

    fn print(&mut self, lines: &[Line]) -> io::Result<()> {
        let colour = self.screen.colour;
        let text: String = lines.iter().map(|line| line.print(colour) + "\r\n").collect();
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }

    /// Shows a sheet and runs its widget. What is too long to stand in the window is read first.
    fn put(&mut self, sheet: &Sheet<'_>, widget: &mut Widget, again: bool) -> io::Result<Asked> {
        self.hold()?;
        let asked = match self.forget_late_keys() {
            Some(left) => Ok(left),
            None => self.ask_held(sheet, widget, again),
        };
        if matches!(asked, Err(_) | Ok(Asked::Left(_))) {
            self.held = None;
        }
        // A talk goes on: what was pressed when a turn had ended answers what the customer says then.
        self.late = matches!(asked, Ok(Asked::TimeUp)) && self.watch.is_up();
        asked
    }

    fn typed(&mut self, label: &str, form: Form, ends: bool) -> io::Result<Asked> {
        let prompt = bare(form, vec![Block::Title(label.to_owned())]);
        let mut widget = Widget::new(&prompt.form, Aside::Nothing).ending(ends);
        let sheet = Sheet { prompt: &prompt, head: false, waits: false };
        self.gone().map_or_else(|| self.put(&sheet, &mut widget, false), Ok)
    }

    /// Whether the person left while something was shown.
    fn gone(&mut self) -> Option<Asked> {
        let gone = self.gone.take()?;
        self.held = None;
        Some(gone)
    }

    fn hold(&mut self) -> io::Result<()> {
        if self.held.is_none() {
            self.held = self.console.hold()?;
        }
        Ok(())
    }
}

impl Asker for Person {
    fn set_head(&mut self, name: &str, title: &str) {
        (self.name, self.title) = (name.to_owned(), title.to_owned());
        self.drafts.clear();
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
        self.fit();
        let lines = self.paint_all(blocks);
        if lines.len() >= self.rows() && self.gone.is_none() {
            self.hold()?;
            self.gone = self.forget_late_keys();
        }
        if lines.len() >= self.rows() && self.gone.is_none() {
            self.gone = self.read(blocks, Purpose::Look, &[])?;
        }
        if lines.is_empty() {
            return Ok(());
        }
        // What was read in the pager is read.
        self.unread = if lines.len() >= self.rows() { 0 } else { self.unread + lines.len() + 1 };
        self.print(&[Line::empty()])?;
        self.print(&lines)
    }

    fn let_go_on(&mut self) -> io::Result<()> {
        // What was read in the pager is read.
        if self.gone.is_some() || std::mem::take(&mut self.unread) == 0 {
            return Ok(());
        }
        self.hold()?;
        self.gone = self.let_read()?;
        Ok(())
    }

    fn ask(&mut self, prompt: &Prompt) -> io::Result<Asked> {
        if let Some(left) = self.gone() {
            return Ok(left);
        }
        let gate = gate(prompt, &self.words);
        let form = gate.clone().unwrap_or_else(|| worded(prompt, &self.words));
        let mut widget = Widget::new(&form, prompt.aside).calling(aside(prompt, &self.words));
        if let Some(at) = begins(&prompt.form) {
            widget.list(at);
        }
        if let Some(given) = &prompt.given {
            widget.fill(given);
        }
        let begun = widget.clone();
        if let Some((form, draft)) = self.drafts.remove(&prompt.id)
            && form == prompt.form
        {
            widget.resume(&draft);
        }
        let refused = self.refused.take();
        let again = refused.is_some();
        if let Some(misfit) = refused {
            widget.refuse(misfit);
        }
        // A talk runs on, but not the next one from what was asked before. No one waits while the clock of a turn runs.
        let opens = self.turn.is_none() && prompt.blocks.iter().any(|block| matches!(block, Block::Progress { .. }));
        let waits = gate.is_some() || opens || !widget.runs_on();
        self.timed = true;
        let asked = self.put(&Sheet { prompt, head: true, waits }, &mut widget, again);
        self.timed = false;
        self.unsent = widget.written().filter(|_| matches!(asked, Ok(Asked::Left(_)))).map(str::to_owned);
        if prompt.aside == Aside::Sheet && matches!(asked, Ok(Asked::Reply(Reply::Blank))) && widget.is_draft_of(&begun) {
            self.drafts.insert(prompt.id.clone(), (prompt.form.clone(), widget));
        }
        match asked {
            Ok(Asked::Reply(_)) if gate.is_some() => Ok(Asked::Reply(Reply::Next)),
            asked => asked,
        }
    }

    fn unsent(&mut self) -> Option<String> {
        self.unsent.take()
    }

    fn refuse(&mut self, misfit: &Misfit) -> io::Result<()> {
        self.refused = Some(misfit.clone());
        Ok(())
    }

    fn choose(&mut self, title: &str, choices: &[Choice], help: &str) -> io::Result<Asked> {
        if let Some(left) = self.gone() {
            return Ok(left);
        }
        let mut blocks = vec![Block::Title(title.to_owned())];
        if !help.is_empty() {
            blocks.push(Block::Text(help.to_owned()));
        }
        let prompt = bare(Form::PickOne(choices.to_vec()), blocks);
        self.put(&Sheet { prompt: &prompt, head: true, waits: true }, &mut Widget::menu(choices), false)
    }

    fn who(&mut self, title: &str, people: &[Choice]) -> io::Result<Asked> {
        if let Some(left) = self.gone() {
            return Ok(left);
        }
        let prompt = bare(Form::PickOne(people.to_vec()), vec![Block::Title(title.to_owned())]);
        self.put(&Sheet { prompt: &prompt, head: true, waits: true }, &mut Widget::people(people), false)
    }

    fn line(&mut self, label: &str, most: usize) -> io::Result<Asked> {
        self.typed(label, Form::Line { most }, false)
    }

    fn line_or_end(&mut self, label: &str, most: usize) -> io::Result<Asked> {
        self.typed(label, Form::Line { most }, true)
    }
}

#[cfg(test)]
mod tests;
