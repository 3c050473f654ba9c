//! Asking a person at a terminal: what is read is written once, what is chosen is redrawn in place under it.
//!
//! What is longer than the window is read in the pager first, on a screen of its own (`reading`). Prompts go to standard error. The
//! keyboard is held from the first question until the person leaves or is let go: keys pressed between two questions must not show on
//! the screen. Waiting for a key looks at the clock (`waiting`), which stands before the keys that are said, where it is always seen.

mod page;
mod reading;
mod waiting;

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::rc::Rc;

use dialoguer::theme::Theme as _;

use self::waiting::Came;
use super::clock::{Clock, Watch};
use super::interrupt::Interrupt;
use super::keys::{Console, Terminal};
use super::line::Line;
use super::live::{Hold, Live};
use super::pager::Purpose;
use super::screen::{self, Screen};
use super::theme::{House, drawn};
use super::turn_clock::TurnClock;
use super::view::View;
use super::widget::{Outcome, Widget};
use super::worded::{aside, bare, begins, gate, worded};
use super::{Asked, Asker, reply};
use crate::attempt::event::Leaving;
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

/// The fewest lines of a list with its keys, where the window has them.
const LIST_LEAST: usize = 10;
/// The same of a reply that is being written: a few rows of it, with its keys.
const TEXT_LEAST: usize = 8;

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

    fn ask_held(&mut self, sheet: &Sheet<'_>, widget: &mut Widget, again: bool) -> io::Result<Asked> {
        self.fit();
        let mut page = self.page(sheet);
        if !again {
            let unread = std::mem::take(&mut self.unread);
            if sheet.waits
                && unread > 0
                && unread + page.len() + self.height(widget) + 2 > self.rows()
                && let Some(over) = self.let_read()?
            {
                return Ok(over);
            }
            // The window may have another size by now.
            page = self.page(sheet);
            let next = sheet.prompt.form == Form::Next;
            let talk = sheet.prompt.blocks.iter().any(|block| matches!(block, Block::Card(_)));
            // Who begins a talk must have read what it is about; a question can be looked up.
            let beside = match (next, talk) {
                (true, _) => 3,
                (_, true) => 1 + self.height(widget),
                _ => 0,
            };
            if page.len() + beside > self.rows() {
                let purpose = if next { Purpose::Read } else { Purpose::Answer };
                if let Some(over) = self.read(&sheet.prompt.blocks, purpose, &sheet.prompt.panel)? {
                    return Ok(over);
                }
                if next {
                    self.print_read(sheet)?;
                    return Ok(Asked::Reply(Reply::Next));
                }
            }
            let mut lines = self.news();
            lines.insert(0, Line::empty());
            lines.extend(self.page(sheet));
            lines.push(Line::empty());
            self.print(&lines)?;
        }
        self.run(sheet, widget)
    }

    fn run(&mut self, sheet: &Sheet<'_>, widget: &mut Widget) -> io::Result<Asked> {
        let mut live = Live::default();
        self.measure(sheet, widget);
        let mut panel = self.panel(sheet, widget);
        let mut ticked = false;
        self.burst = 0;
        loop {
            let news = self.news();
            if !news.is_empty() {
                live.clear(&mut self.out)?;
                self.print(&news)?;
            }
            if self.is_settled() || !news.is_empty() {
                widget.fit(self.screen.text());
                self.draw(&mut live, widget, !panel.is_empty(), ticked && news.is_empty())?;
            }
            let came = self.wait_with(widget.is_pending());
            ticked = matches!(came, Came::Tick);
            let over = match came {
                Came::Tick => continue,
                Came::Pause => {
                    widget.pause();
                    continue;
                }
                Came::Over(over) => over,
                Came::Key(key) => match widget.press(self.meant(widget, key)) {
                    Outcome::Going => continue,
                    Outcome::Panel if panel.is_empty() => continue,
                    Outcome::Panel => match self.read(&panel, Purpose::Look, &[])? {
                        None => continue,
                        Some(over) => over,
                    },
                    Outcome::Resized => {
                        self.fit();
                        live.wipe(&mut self.out)?;
                        self.measure(sheet, widget);
                        panel = self.panel(sheet, widget);
                        self.print(&self.page(sheet))?;
                        self.print(&[Line::empty()])?;
                        continue;
                    }
                    Outcome::Sent(reply) => {
                        live.clear(&mut self.out)?;
                        self.echo(sheet, &reply)?;
                        return Ok(Asked::Reply(reply));
                    }
                    Outcome::Left => Asked::Left(Leaving::Chosen),
                    Outcome::Interrupted => Asked::Left(Leaving::Interrupted),
                },
            };
            live.clear(&mut self.out)?;
            return Ok(over);
        }
    }

    /// Draws a widget; after a mere tick of the clock only what differs.
    fn draw(&mut self, live: &mut Live, widget: &Widget, panel: bool, ticked: bool) -> io::Result<()> {
        let clock = self.face();
        let house = House { width: self.screen.text(), colour: self.screen.colour };
        // A list and a reply leave room for what stands above them.
        let (above, least) = match (widget.is_list(), widget.writes()) {
            (true, _) => (self.above, LIST_LEAST),
            (_, true) => (self.above, TEXT_LEAST),
            _ => (0, LIST_LEAST),
        };
        let rows = self.rows().saturating_sub(above).max(self.rows().min(least));
        let frame = View { words: &self.words, house, rows, panel, clock: &clock, top: &self.top }.frame(widget);
        if ticked {
            live.touch(&mut self.out, &frame)?
        } else {
            live.draw(&mut self.out, &frame)?
        }
        self.shown = clock;
        Ok(())
    }

    /// The answer stays where the choices were.
    fn echo(&mut self, sheet: &Sheet<'_>, reply: &Reply) -> io::Result<()> {
        let house = House { width: self.screen.text(), colour: self.screen.colour };
        let said = reply::said(sheet.prompt, reply, &self.words);
        let lines: Vec<String> =
            said.iter().flat_map(|said| drawn(|f| house.format_input_prompt_selection(f, "", said))).collect();
        let text: String = lines.iter().map(|line| format!("{line}\r\n")).collect();
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
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
