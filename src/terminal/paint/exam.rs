//! What an exam and an observation show beside questions and talks: which item it is, how the sheet stands, what comes next.

use super::Paint;
use crate::locale::Words;
use crate::model::page::{Block, PartOf};
use crate::model::span::Span;
use crate::terminal::line::{Ink, Line};

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
                let mut out = vec![Line::of(Ink::Strong, self.label(&self.words.get(key)).trim_end())];
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
}

/// A length of time in words: the two largest units that are not zero.
pub fn span(words: &Words, span: Span) -> String {
    let mut left = span.0 / 1000;
    let mut parts = Vec::new();
    for (key, seconds) in [("span-days", 86_400), ("span-hours", 3600), ("span-minutes", 60), ("span-seconds", 1)] {
        let n = left / seconds;
        left %= seconds;
        if n > 0 && parts.len() < 2 {
            parts.push(words.with(key, &[("n", n.into())]));
        }
    }
    if parts.is_empty() { words.with("span-seconds", &[("n", 0.into())]) } else { parts.join(&words.get("span-join")) }
}
