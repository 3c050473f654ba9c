//! What a prompt looks like before anything is pressed: its head, its blocks, what was answered before. Draws nothing itself.

use super::asking::TEXT_LEAST;
use super::{Person, Sheet};
use crate::model::form::Form;
use crate::model::page::Block;
use crate::terminal::line::{Ink, Line, room, written};
use crate::terminal::paint::Paint;
use crate::terminal::theme::House;
use crate::terminal::view::View;
use crate::terminal::widget::Widget;
use crate::terminal::{progress, reply};

impl Person {
    pub(super) fn fit(&mut self) {
        if let Some((width, height)) = self.console.size() {
            (self.screen.width, self.screen.height) = (width, height);
        }
    }

    pub(super) fn rows(&self) -> usize {
        usize::from(self.screen.height).max(4)
    }

    /// Blocks without the progress, which stands in the head.
    pub(super) fn paint(&self, blocks: &[Block]) -> Vec<Line> {
        let rest: Vec<Block> = blocks.iter().filter(|block| !matches!(block, Block::Progress { .. })).cloned().collect();
        self.paint_all(&rest)
    }

    /// Blocks as lines that are counted: none runs over.
    pub(super) fn paint_all(&self, blocks: &[Block]) -> Vec<Line> {
        let fits = |line: &Line| line.cells() <= self.screen.text();
        let fitted = |line: Line| if fits(&line) { vec![line] } else { line.wrap(self.screen.text()) };
        self.painter().blocks(blocks).into_iter().flat_map(fitted).collect()
    }

    pub(super) fn painter(&self) -> Paint<'_> {
        Paint { words: &self.words, width: self.screen.text(), bars: true }
    }

    /// Name, title and how far on: one line, two where that is too narrow, none where nothing is known.
    pub(super) fn head(&self, blocks: &[Block]) -> Vec<Line> {
        let width = self.screen.text();
        let named =
            [&self.name, &self.title].into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
        let named = Line::of(Ink::Faint, &named).cut(width);
        let bar = blocks.iter().find_map(|block| match block {
            Block::Progress { done, of } => Some(progress::bar(*done, *of)),
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

    /// The number of what is asked and its question, in one line: what must stay where a list leaves no room for the page.
    pub(super) fn reminder(&self, sheet: &Sheet<'_>) -> Line {
        let (mut number, mut question) = (Line::empty(), "");
        for block in &sheet.prompt.blocks {
            match block {
                Block::ItemOf { number: n, of, .. } => number = Line::of(Ink::Faint, &format!("{n}/{of}  ")),
                Block::Progress { done, of } => number = Line::of(Ink::Faint, &format!("{}/{of}  ", (done + 1).min(*of))),
                Block::Text(text) | Block::Speech { text, .. } => question = text,
                _ => {}
            }
        }
        number.and(Ink::Strong, written(question).next().unwrap_or_default())
    }

    pub(super) fn page(&self, sheet: &Sheet<'_>) -> Vec<Line> {
        let mut out = Vec::new();
        if sheet.head {
            out.extend(self.head(&sheet.prompt.blocks));
            if !out.is_empty() {
                out.push(Line::empty());
            }
        }
        out.extend(self.paint(&sheet.prompt.blocks));
        // A whole reply stands in the editor, to be gone on with.
        let edited = matches!(sheet.prompt.form, Form::Text { .. });
        let given = if edited { Vec::new() } else { reply::given(sheet.prompt, self.painter()) };
        if !given.is_empty() {
            out.push(Line::empty());
            out.extend(given);
        }
        out
    }

    /// What can be looked up. What the question itself stands on is in it too, where choices and all do not fit into the window.
    pub(super) fn panel(&self, sheet: &Sheet<'_>, widget: &Widget) -> Vec<Block> {
        let own =
            if self.all_seen(sheet, widget) || sheet.prompt.form == Form::Next { &[] } else { sheet.prompt.blocks.as_slice() };
        own.iter().chain(&sheet.prompt.panel).cloned().collect()
    }

    /// Whether the choices leave all in sight that they are about. In a talk that begins that is what the customer says: what it is about
    /// was read before, and can be looked up.
    pub(super) fn all_seen(&self, sheet: &Sheet<'_>, widget: &Widget) -> bool {
        let blocks = &sheet.prompt.blocks;
        let card = blocks.iter().rposition(|block| matches!(block, Block::Card(_)));
        let above = match card.filter(|card| card + 1 < blocks.len()) {
            Some(card) => self.paint(&blocks[card + 1..]).len(),
            None => self.page(sheet).len(),
        };
        widget.is_list() || above + 1 + self.height(widget) <= self.rows()
    }

    /// What stands above the choices, and whether a line of it must stay.
    pub(super) fn measure(&mut self, sheet: &Sheet<'_>, widget: &Widget) {
        self.above = self.page(sheet).len() + 1;
        let stays = sheet.head && (widget.entries() > 0 || widget.writes()) && !self.all_seen(sheet, widget);
        self.top = if stays { self.reminder(sheet) } else { Line::empty() };
    }

    /// Lines that a widget takes where there is room. A reply that is being written grows; more than this it does not ask for.
    pub(super) fn height(&self, widget: &Widget) -> usize {
        if widget.writes() {
            return TEXT_LEAST;
        }
        let house = House { width: self.screen.text(), colour: false };
        View { words: &self.words, house, rows: usize::MAX, panel: true, clock: &self.face(), top: &Line::empty() }
            .frame(widget)
            .lines
            .len()
    }
}
