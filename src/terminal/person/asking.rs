//! One sheet, asked: what does not fit is read first, then its widget is drawn and given keys until it is answered, or the person left.

use std::io;

use dialoguer::theme::Theme as _;

use super::waiting::Came;
use super::{Person, Sheet};
use crate::attempt::event::Leaving;
use crate::model::form::{Form, Reply};
use crate::model::page::Block;
use crate::terminal::line::Line;
use crate::terminal::live::Live;
use crate::terminal::pager::Purpose;
use crate::terminal::theme::{House, drawn};
use crate::terminal::view::View;
use crate::terminal::widget::{Outcome, Widget};
use crate::terminal::{Asked, reply};

/// The fewest lines of a list with its keys, where the window has them.
const LIST_LEAST: usize = 10;
/// The same of a reply that is being written: a few rows of it, with its keys.
pub(super) const TEXT_LEAST: usize = 8;

impl Person {
    pub(super) fn ask_held(&mut self, sheet: &Sheet<'_>, widget: &mut Widget, again: bool) -> io::Result<Asked> {
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
    pub(super) fn draw(&mut self, live: &mut Live, widget: &Widget, panel: bool, ticked: bool) -> io::Result<()> {
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
