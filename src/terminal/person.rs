//! Asking a person at a terminal: what is read is written once, what is chosen is redrawn in place under it.
//!
//! What is longer than the window is read in the pager first, on a screen of its own. Prompts go to standard error. The keyboard is
//! held from the first question until the person leaves or is let go: keys pressed between two questions must not show on the screen.

use std::io::{self, Write};
use std::rc::Rc;

use dialoguer::theme::Theme as _;

use super::interrupt::Interrupt;
use super::keys::{Console, Terminal};
use super::line::{Ink, Line, room};
use super::live::{self, Hold, Live};
use super::pager::{Pager, Purpose, Turn};
use super::paint::Paint;
use super::screen::{self, Screen};
use super::theme::{House, drawn};
use super::view::View;
use super::widget::{Outcome, Widget};
use super::worded::worded;
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
    gone: Option<Leaving>,
    /// Why the last answer was not taken.
    refused: Option<Misfit>,
    /// Lines of feedback shown since the last question.
    unread: usize,
}

/// One thing asked, ready to be shown.
struct Sheet<'a> {
    blocks: &'a [Block],
    panel: &'a [Block],
    form: Form,
    head: bool,
}

impl Person {
    /// The person at this terminal; ask only where `screen::can_ask`.
    pub fn new(words: &Rc<Words>, screen: Screen, interrupt: Interrupt) -> Self {
        Self::at(words, screen, Box::new(Terminal::new(interrupt)), screen::stderr())
    }

    /// A person at any console, shown through any writer.
    pub fn at(words: &Rc<Words>, screen: Screen, console: Box<dyn Console>, out: Box<dyn Write>) -> Self {
        let (name, title) = (String::new(), String::new());
        Self { words: words.clone(), screen, out, console, name, title, held: None, gone: None, refused: None, unread: 0 }
    }

    fn fit(&mut self) {
        if let Some((width, height)) = self.console.size() {
            (self.screen.width, self.screen.height) = (width, height);
        }
    }

    fn rows(&self) -> usize {
        usize::from(self.screen.height).max(4)
    }

    /// Blocks without the progress, which stands in the head.
    fn paint(&self, blocks: &[Block]) -> Vec<Line> {
        let rest: Vec<Block> = blocks.iter().filter(|block| !matches!(block, Block::Progress { .. })).cloned().collect();
        self.paint_all(&rest)
    }

    fn paint_all(&self, blocks: &[Block]) -> Vec<Line> {
        Paint { words: &self.words, width: self.screen.text(), bars: true }.blocks(blocks)
    }

    /// Name, title and how far on: one line, two where that is too narrow, none where nothing is known.
    fn head(&self, blocks: &[Block]) -> Vec<Line> {
        let width = self.screen.text();
        let named =
            [&self.name, &self.title].into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
        let named = Line::of(Ink::Faint, &named).cut(width);
        let bar = blocks.iter().find_map(|block| match block {
            Block::Progress { done, of } => Some(super::progress::bar(*done, *of)),
            _ => None,
        });
        let fits = bar.as_ref().is_some_and(|bar| room(&named.words()) + 2 + room(&bar.words()) <= width);
        let lines = match bar {
            Some(bar) if fits && !named.is_empty() => {
                let mut line = named.and(Ink::Plain, "  ");
                line.append(bar);
                vec![line]
            }
            bar => std::iter::once(named).chain(bar).collect(),
        };
        lines.into_iter().filter(|line| !line.is_empty()).collect()
    }

    fn page(&self, sheet: &Sheet<'_>) -> Vec<Line> {
        let mut out = Vec::new();
        if sheet.head {
            out.extend(self.head(sheet.blocks));
            if !out.is_empty() {
                out.push(Line::empty());
            }
        }
        out.extend(self.paint(sheet.blocks));
        out
    }

    fn print(&mut self, lines: &[Line]) -> io::Result<()> {
        let colour = self.screen.colour;
        let text: String = lines.iter().map(|line| line.print(colour) + "\r\n").collect();
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }

    /// Reads pages on a screen of their own. `None`: read to the end; otherwise how the person left.
    fn read(&mut self, blocks: &[Block], purpose: Purpose, panel: &[Block]) -> io::Result<Option<Leaving>> {
        live::own_screen(&mut self.out, true)?;
        let left = self.turn_pages(blocks, purpose, panel);
        live::own_screen(&mut self.out, false)?;
        left
    }

    fn turn_pages(&mut self, blocks: &[Block], purpose: Purpose, panel: &[Block]) -> io::Result<Option<Leaving>> {
        self.fit();
        let mut pager = Pager::new(self.paint(blocks), self.rows(), purpose);
        loop {
            let head = self.head(blocks).into_iter().next().unwrap_or_default();
            let page = pager.view(&self.words, self.screen.text(), !panel.is_empty(), &head);
            let page: Vec<String> = page.iter().map(|line| line.print(self.screen.colour)).collect();
            live::fill(&mut self.out, &page)?;
            let Ok(key) = self.console.next() else { return Ok(Some(Leaving::EndOfInput)) };
            match pager.press(&key) {
                Turn::Going => {}
                Turn::Done => return Ok(None),
                Turn::Left => return Ok(Some(Leaving::Chosen)),
                Turn::Interrupted => return Ok(Some(Leaving::Interrupted)),
                Turn::Panel if panel.is_empty() => {}
                Turn::Panel => {
                    if let Some(how) = self.turn_pages(panel, Purpose::Look, &[])? {
                        return Ok(Some(how));
                    }
                }
                Turn::Resized => {
                    self.fit();
                    pager.fit(self.paint(blocks), self.rows());
                }
            }
        }
    }

    /// Shows a sheet and runs its widget. What is too long to stand in the window is read first.
    fn put(&mut self, sheet: &Sheet<'_>, widget: Widget, again: bool) -> io::Result<Asked> {
        self.hold()?;
        let asked = self.ask_held(sheet, widget, again);
        if !matches!(asked, Ok(Asked::Reply(_))) {
            self.held = None;
        }
        asked
    }

    /// Whether the person left while something was shown.
    fn gone(&mut self) -> Option<Asked> {
        let how = self.gone.take()?;
        self.held = None;
        Some(Asked::Left(how))
    }

    fn hold(&mut self) -> io::Result<()> {
        if self.held.is_none() {
            self.held = self.console.hold()?;
        }
        Ok(())
    }

    fn ask_held(&mut self, sheet: &Sheet<'_>, mut widget: Widget, again: bool) -> io::Result<Asked> {
        self.fit();
        let page = self.page(sheet);
        if !again {
            if let Some(how) = self.let_read(&page, &widget)? {
                return Ok(Asked::Left(how));
            }
            let next = sheet.form == Form::Next;
            if page.len() + if next { 3 } else { 0 } > self.rows() {
                let purpose = if next { Purpose::Read } else { Purpose::Answer };
                if let Some(how) = self.read(sheet.blocks, purpose, sheet.panel)? {
                    return Ok(Asked::Left(how));
                }
                if next {
                    self.print_read(sheet)?;
                    return Ok(Asked::Reply(Reply::Next));
                }
            }
            self.print(&[Line::empty()])?;
            self.print(&page)?;
            self.print(&[Line::empty()])?;
        }
        self.run(sheet, &mut widget)
    }

    /// Waits for Enter where feedback and what comes next do not both stand in the window: nobody could read it. A talk runs on.
    fn let_read(&mut self, page: &[Line], widget: &Widget) -> io::Result<Option<Leaving>> {
        let unread = std::mem::take(&mut self.unread);
        let house = House { width: self.screen.text(), colour: self.screen.colour };
        let view = |rows| View { words: &self.words, house, rows, panel: false };
        let needs = unread + page.len() + view(usize::MAX).frame(widget).lines.len() + 2;
        if unread == 0 || widget.runs_on() || needs <= self.rows() {
            return Ok(None);
        }
        let mut wait = Widget::new(&Form::Next, Aside::Nothing);
        let mut live = Live::default();
        self.out.write_all(b"\r\n")?;
        loop {
            let frame = View { words: &self.words, house, rows: self.rows(), panel: false }.frame(&wait);
            live.draw(&mut self.out, &frame)?;
            let left = match self.console.next().map(|key| wait.press(key)) {
                Ok(Outcome::Going | Outcome::Panel | Outcome::Resized) => continue,
                Ok(Outcome::Sent(_)) => None,
                Ok(Outcome::Left) => Some(Leaving::Chosen),
                Ok(Outcome::Interrupted) => Some(Leaving::Interrupted),
                Err(_) => Some(Leaving::EndOfInput),
            };
            live.clear(&mut self.out)?;
            return Ok(left);
        }
    }

    /// What stays of a lesson: its head and title.
    fn print_read(&mut self, sheet: &Sheet<'_>) -> io::Result<()> {
        let titles: Vec<Block> = sheet.blocks.iter().filter(|block| matches!(block, Block::Title(_))).cloned().collect();
        let mut lines = vec![Line::empty()];
        lines.extend(self.head(sheet.blocks));
        lines.extend(self.paint(&titles));
        lines.push(Line::of(Ink::Good, &format!("› {}", self.words.get("pager-read"))));
        self.print(&lines)
    }

    fn run(&mut self, sheet: &Sheet<'_>, widget: &mut Widget) -> io::Result<Asked> {
        let mut live = Live::default();
        let panel = self.panel(sheet, widget);
        loop {
            let house = House { width: self.screen.text(), colour: self.screen.colour };
            let view = View { words: &self.words, house, rows: self.rows(), panel: !panel.is_empty() };
            let frame = view.frame(widget);
            live.draw(&mut self.out, &frame)?;
            let outcome = self.console.next().map(|key| widget.press(key));
            let how = match outcome {
                Ok(Outcome::Going) => continue,
                Ok(Outcome::Panel) => match self.look(&panel)? {
                    None => continue,
                    Some(how) => how,
                },
                Ok(Outcome::Resized) => {
                    self.fit();
                    live.wipe(&mut self.out)?;
                    let page = self.page(sheet);
                    self.print(&page)?;
                    self.print(&[Line::empty()])?;
                    continue;
                }
                Ok(Outcome::Sent(reply)) => {
                    live.clear(&mut self.out)?;
                    self.echo(&sheet.form, &reply)?;
                    return Ok(Asked::Reply(reply));
                }
                Ok(Outcome::Left) => Leaving::Chosen,
                Ok(Outcome::Interrupted) => Leaving::Interrupted,
                Err(_) => Leaving::EndOfInput,
            };
            live.clear(&mut self.out)?;
            return Ok(Asked::Left(how));
        }
    }

    /// What can be looked up. What the question itself stands on is in it too, where choices and all do not fit into the window.
    fn panel(&self, sheet: &Sheet<'_>, widget: &Widget) -> Vec<Block> {
        let house = House { width: self.screen.text(), colour: false };
        let choices = View { words: &self.words, house, rows: usize::MAX, panel: true }.frame(widget).lines.len();
        let all_seen = self.page(sheet).len() + 1 + choices <= self.rows();
        let own = if all_seen || sheet.form == Form::Next { &[] } else { sheet.blocks };
        own.iter().chain(sheet.panel).cloned().collect()
    }

    fn look(&mut self, panel: &[Block]) -> io::Result<Option<Leaving>> {
        if panel.is_empty() { Ok(None) } else { self.read(panel, Purpose::Look, &[]) }
    }

    /// The answer stays where the choices were.
    fn echo(&mut self, form: &Form, reply: &Reply) -> io::Result<()> {
        let house = House { width: self.screen.text(), colour: self.screen.colour };
        let said = reply::said(form, reply, &self.words);
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
    }

    fn show(&mut self, blocks: &[Block]) -> io::Result<()> {
        self.fit();
        let lines = self.paint_all(blocks);
        if lines.len() >= self.rows() && self.gone.is_none() {
            self.hold()?;
            self.gone = self.read(blocks, Purpose::Look, &[])?;
        }
        if lines.is_empty() {
            return Ok(());
        }
        self.unread += lines.len() + 1;
        self.print(&[Line::empty()])?;
        self.print(&lines)
    }

    fn ask(&mut self, prompt: &Prompt) -> io::Result<Asked> {
        if let Some(left) = self.gone() {
            return Ok(left);
        }
        let form = worded(&prompt.form, &self.words);
        let mut widget = Widget::new(&form, prompt.aside);
        let refused = self.refused.take();
        let again = refused.is_some();
        if let Some(misfit) = refused {
            widget.refuse(misfit);
        }
        let sheet = Sheet { blocks: &prompt.blocks, panel: &prompt.panel, form, head: true };
        self.put(&sheet, widget, again)
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
        let sheet = Sheet { blocks: &blocks, panel: &[], form: Form::PickOne(choices.to_vec()), head: true };
        self.put(&sheet, Widget::menu(choices), false)
    }

    fn line(&mut self, label: &str, most: usize) -> io::Result<Asked> {
        if let Some(left) = self.gone() {
            return Ok(left);
        }
        let blocks = [Block::Title(label.to_owned())];
        let form = Form::Line { most };
        let sheet = Sheet { blocks: &blocks, panel: &[], form: form.clone(), head: false };
        self.put(&sheet, Widget::new(&form, Aside::Nothing), false)
    }
}

#[cfg(test)]
mod tests;
