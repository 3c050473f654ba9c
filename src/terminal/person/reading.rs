//! What is longer than the window, on a screen of its own; and waiting until feedback was read before more is shown.

use std::io;

use super::waiting::Came;
use super::{Person, Sheet};
use crate::attempt::event::Leaving;
use crate::model::form::{Aside, Form};
use crate::model::page::Block;
use crate::terminal::Asked;
use crate::terminal::keys::Key;
use crate::terminal::line::{Ink, Line, room};
use crate::terminal::live::{self, Live};
use crate::terminal::pager::{Pager, Purpose, Turn};
use crate::terminal::widget::{Outcome, Widget};

impl Person {
    /// Reads pages on a screen of their own. `None`: read to the end; otherwise how it was over.
    pub(super) fn read(&mut self, blocks: &[Block], purpose: Purpose, panel: &[Block]) -> io::Result<Option<Asked>> {
        live::own_screen(&mut self.out, true)?;
        let over = self.turn_pages(blocks, purpose, panel);
        live::own_screen(&mut self.out, false)?;
        over
    }

    fn turn_pages(&mut self, blocks: &[Block], purpose: Purpose, panel: &[Block]) -> io::Result<Option<Asked>> {
        self.fit();
        let mut pager = Pager::new(self.below_head(blocks), self.rows(), purpose).timed(!self.face().is_empty());
        loop {
            let head = self.page_head(blocks);
            let page = pager.view(&self.words, self.screen.text(), !panel.is_empty(), &head);
            let page: Vec<String> = page.iter().map(|line| line.print(self.screen.colour)).collect();
            live::fill(&mut self.out, &page)?;
            let key = match self.wait_in_pages(blocks)? {
                Ok(key) => key,
                Err(over) => return Ok(Some(over)),
            };
            match pager.press(&key) {
                Turn::Going => {}
                Turn::Done => return Ok(None),
                Turn::Left => return Ok(Some(Asked::Left(Leaving::Chosen))),
                Turn::Interrupted => return Ok(Some(Asked::Left(Leaving::Interrupted))),
                Turn::Panel if panel.is_empty() => {}
                Turn::Panel => {
                    if let Some(over) = self.turn_pages(panel, Purpose::Look, &[])? {
                        return Ok(Some(over));
                    }
                }
                Turn::Resized => {
                    self.fit();
                    pager.fit(self.below_head(blocks), self.rows());
                }
            }
        }
    }

    /// What stands below the head: a title that the head says whole is not said again.
    fn below_head(&self, blocks: &[Block]) -> Vec<Line> {
        let head =
            if self.face().is_empty() { self.head(blocks).first().map(Line::words).unwrap_or_default() } else { String::new() };
        let is_said =
            |block: &Block| matches!(block, Block::Title(title) if *title == self.title && head.contains(title.as_str()));
        self.paint(&blocks.iter().filter(|block| !is_said(block)).cloned().collect::<Vec<_>>())
    }

    /// The clock, then whose page it is: as much of that as stands beside the clock whole.
    fn page_head(&mut self, blocks: &[Block]) -> Line {
        let clock = self.face();
        self.shown = clock.clone();
        let first = |blocks: &[Block]| self.head(blocks).into_iter().next().unwrap_or_default();
        if clock.is_empty() {
            return first(blocks);
        }
        let named = [first(blocks), first(&[]), Line::of(Ink::Faint, &self.name)];
        let beside = named.into_iter().filter(|named| !named.is_empty()).map(|named| {
            let mut whole = clock.clone().and(Ink::Faint, " · ");
            whole.append(named);
            whole
        });
        let mut fitting = beside.filter(|whole| room(&whole.words()) <= self.screen.text());
        fitting.next().unwrap_or(clock.clone())
    }

    /// The next key, or how it was over; meanwhile only the clock is written anew.
    fn wait_in_pages(&mut self, blocks: &[Block]) -> io::Result<Result<Key, Asked>> {
        loop {
            match self.wait() {
                Came::Key(key) => return Ok(Ok(key)),
                Came::Over(over) => return Ok(Err(over)),
                Came::Tick | Came::Pause => {
                    let head = self.page_head(blocks).cut(self.screen.text());
                    live::fill_first(&mut self.out, &head.print(self.screen.colour))?;
                }
            }
        }
    }

    /// Waits for Enter: what was shown and what comes next do not both stand in the window, and nobody could read it.
    pub(super) fn let_read(&mut self) -> io::Result<Option<Asked>> {
        let mut wait = Widget::new(&Form::Next, Aside::Nothing);
        // An empty line that goes with the keys.
        self.top = Line::plain(" ");
        let mut live = Live::default();
        let mut ticked = false;
        loop {
            self.draw(&mut live, &wait, false, ticked)?;
            let came = self.wait();
            ticked = matches!(came, Came::Tick);
            let over = match came {
                Came::Tick | Came::Pause => continue,
                Came::Over(over) => Some(over),
                Came::Key(key) => match wait.press(key) {
                    Outcome::Resized => {
                        self.fit();
                        continue;
                    }
                    Outcome::Going | Outcome::Panel => continue,
                    Outcome::Sent(_) => None,
                    Outcome::Left => Some(Asked::Left(Leaving::Chosen)),
                    Outcome::Interrupted => Some(Asked::Left(Leaving::Interrupted)),
                },
            };
            live.clear(&mut self.out)?;
            return Ok(over);
        }
    }

    /// What stays of a lesson: its head and title.
    pub(super) fn print_read(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        let titles: Vec<Block> = sheet.prompt.blocks.iter().filter(|block| matches!(block, Block::Title(_))).cloned().collect();
        let mut lines = vec![Line::empty()];
        lines.extend(self.head(&sheet.prompt.blocks));
        lines.extend(self.paint(&titles));
        lines.push(Line::of(Ink::Good, &format!("› {}", self.words.get("pager-read"))));
        self.print(&lines)
    }
}
