//! What an exam and an observation show beside questions and talks: which item it is, how the sheet stands, what comes next; its
//! rules before, its result after.

use super::super::table::{columns, fits};
use super::Paint;
use crate::model::page::{Block, Given, Item, Mark, PartOf, Table};
use crate::model::span::Span;
use crate::report::span::span;
use crate::report::worded;
use crate::terminal::line::{Ink, Line, pack, written};

impl Paint<'_> {
    pub(super) fn item_of(&self, part: PartOf, number: usize, of: usize, flagged: bool) -> Vec<Line> {
        let flag = if flagged { "yes" } else { "no" };
        let args = [("part", part.word().into()), ("n", number.into()), ("of", of.into()), ("flag", flag.into())];
        self.text(Ink::Faint, &self.words.with("item-of", &args))
    }

    pub(super) fn standing(&self, part: PartOf, answered: usize, of: usize, flagged: usize) -> Vec<Line> {
        let part = part.word().into();
        let args = [("part", part), ("answered", answered.into()), ("of", of.into()), ("flagged", flagged.into())];
        self.text(Ink::Strong, &self.words.with("sheet-standing", &args))
    }

    pub(super) fn part_ahead(&self, of: PartOf, items: usize, limit: Option<Span>) -> Vec<Line> {
        let part = self.words.get(&format!("part-{}", of.word()));
        let limit = limit.map_or_else(|| "none".to_owned(), |limit| span(self.words, limit));
        let args = [("part", part.as_str().into()), ("items", items.into()), ("limit", limit.as_str().into())];
        self.text(Ink::Strong, &self.words.with("part-ahead", &args))
    }

    /// What was answered before, under its question.
    pub fn given(&self, key: &str, said: &[String]) -> Vec<Line> {
        match said {
            [] => Vec::new(),
            [one] => self.labelled(key, one),
            all => {
                let mut out = vec![Line::of(Ink::Strong, self.words.label(&self.words.get(key)).trim_end())];
                out.extend(all.iter().flat_map(|line| self.indented(Ink::Plain, line)));
                out
            }
        }
    }

    /// A step of a station: what is to be seen, or asked and listened for.
    pub(super) fn observe(&self, block: &Block) -> Vec<Line> {
        let Block::Observe { critical, oral, text, listen_for, note } = block else { return Vec::new() };
        let mut out = Vec::new();
        if *critical {
            out.extend(self.text(Ink::Bad, &self.words.get("observe-critical")));
        }
        out.extend(if *oral { self.labelled("observe-oral", text) } else { self.text(Ink::Strong, text) });
        out.extend(listen_for.iter().flat_map(|text| self.labelled("observe-listen", text)));
        out.extend(note.iter().flat_map(|text| self.labelled("observe-note", text)));
        out
    }

    /// What an examiner gives, and what it comes to.
    pub(super) fn marks_given(&self, all: &[Given]) -> Vec<Line> {
        let (mut points, mut of, mut missed) = (0_u32, 0_u32, 0_u32);
        for given in all {
            if let Given::Step { mark, most, critical, .. } = given {
                let mark = mark.as_ref().map_or(0, |(n, _)| *n);
                points += u32::from(mark);
                of += u32::from(*most);
                missed += u32::from(*critical && mark == 0);
            }
        }
        let mut out: Vec<Line> = all.iter().flat_map(|given| self.mark_given(given)).collect();
        let args = [("points", points.into()), ("of", of.into()), ("missed", missed.into())];
        let ink = if missed > 0 { Ink::Bad } else { Ink::Strong };
        out.extend(self.text(ink, &self.words.with("marks-total", &args)));
        out
    }

    /// What an examiner gives for one thing.
    fn mark_given(&self, given: &Given) -> Vec<Line> {
        let item = |mark, text, depth| self.item(&Item { mark, text, depth, name: None });
        match given {
            Given::Overall(mark) => {
                let said = mark.map_or_else(
                    || self.words.get("overall-open"),
                    |n| format!("{n} · {}", self.words.get(&format!("overall-{n}"))),
                );
                let sign = if mark.is_some() { Mark::Dash } else { Mark::Missed };
                item(sign, format!("{}{said}", self.words.label(&self.words.get("sheet-overall"))), 0)
            }
            Given::Step { text, mark, most, critical, note } => {
                let (sign, said) = match mark {
                    None => (Mark::Missed, self.words.get("mark-open")),
                    Some((n, anchor)) => (Mark::of(*n, *most), format!("{n}/{most} · {anchor}")),
                };
                let mut out = item(sign, text.clone(), 0);
                out.extend(item(Mark::None, said, 1));
                if *critical && mark.as_ref().is_none_or(|(n, _)| *n == 0) {
                    out.extend(item(Mark::Wrong, self.words.get("observe-critical"), 1));
                }
                let label = self.words.label(&self.words.get("observe-note"));
                out.extend(note.iter().flat_map(|text| item(Mark::None, format!("{label}{text}"), 1)));
                out
            }
        }
    }

    /// What it all comes to.
    pub(super) fn outcome(&self, mark: Mark, text: &str) -> Vec<Line> {
        Line::of(mark_ink(mark), text).hang(&self.lead(mark, 0), self.width)
    }

    /// A line under its mark and name; further lines stand deeper.
    pub(super) fn item(&self, item: &Item) -> Vec<Line> {
        let lead = self.lead(item.mark, item.depth);
        let pad = " ".repeat(lead.cells() + if item.mark == Mark::None { 2 } else { 0 });
        let mut out = Vec::new();
        for (n, text) in written(&item.text).enumerate() {
            let mut line = if n == 0 { lead.clone() } else { Line::plain(&pad) };
            if let Some(name) = item.name.as_ref().filter(|_| n == 0) {
                line.push(Ink::Strong, &self.words.label(name));
            }
            line.push(Ink::Plain, text);
            out.extend(line.wrap_in(&pad, self.width));
        }
        out
    }

    fn lead(&self, mark: Mark, depth: usize) -> Line {
        let mut lead = Line::plain(&"  ".repeat(depth));
        if mark != Mark::None {
            lead.push(mark_ink(mark), &format!("{} ", worded::mark(self.words, mark)));
        }
        lead
    }

    /// Columns; in a narrow window each row's cells under its name, with what they are.
    pub(super) fn table(&self, table: &Table) -> Vec<Line> {
        let mut rows = vec![table.head.clone()];
        rows.extend(table.rows.iter().cloned());
        if fits(&rows, self.width) {
            let ink = |n: usize| if n == 0 { Ink::Faint } else { Ink::Plain };
            return columns(&rows, self.width).lines().enumerate().map(|(n, line)| Line::of(ink(n), line)).collect();
        }
        let mut out = Vec::new();
        for row in &table.rows {
            let Some((name, cells)) = row.split_first() else { continue };
            out.extend(self.text(Ink::Strong, name));
            let said = |(head, cell): (&String, &String)| format!("{head} {cell}");
            let said: Vec<String> = table.head[1..].iter().zip(cells).filter(|(_, cell)| !cell.is_empty()).map(said).collect();
            out.extend(pack(Ink::Plain, &said, self.width.saturating_sub(2)).into_iter().map(|line| {
                let mut whole = Line::plain("  ");
                whole.append(line);
                whole
            }));
        }
        out
    }
}

/// How a mark looks.
pub(super) const fn mark_ink(mark: Mark) -> Ink {
    match mark {
        Mark::None | Mark::Dash => Ink::Plain,
        Mark::Right => Ink::Good,
        Mark::Wrong => Ink::Bad,
        Mark::Partly | Mark::Missed => Ink::Warm,
    }
}
