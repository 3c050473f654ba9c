//! A written reply with its verdicts: what broke a rule stands in brackets with its number, what it rests on is told below.

use super::super::line::{Ink, Line};
use super::{Paint, exam};
use crate::base::points::Points;
use crate::model::page::{Broken, Mark, Severity, Stretch, Wanted, Written};
use crate::report::worded;

impl Paint<'_> {
    /// The text, the rules it broke, what was wanted of it, and a better one.
    pub(super) fn written(&self, it: &Written) -> Vec<Line> {
        let mut out = self.head(if it.to_mark { "written-theirs" } else { "written-yours" });
        out.extend(self.stretches(&it.text));
        if let Some(least) = it.too_short {
            out.extend(self.text(Ink::Bad, &self.words.with("written-too-short", &[("least", least.into())])));
        }
        if !it.broken.is_empty() {
            out.extend(self.head("written-broken"));
            out.extend(it.broken.iter().enumerate().flat_map(|(n, broken)| self.broken(n, broken)));
        }
        out.extend(self.head("written-wanted"));
        out.extend(it.wanted.iter().enumerate().flat_map(|(n, wanted)| self.wanted(wanted, it.to_mark, &found(&it.text, n))));
        let args = [("points", it.points.to_string().into()), ("of", it.of.to_string().into())];
        out.extend(self.text(Ink::Strong, &self.words.with("written-points", &args)));
        if it.forfeited {
            out.extend(self.text(Ink::Bad, &self.words.get("written-forfeited")));
        }
        if let Some(sample) = &it.sample {
            out.extend(self.head("written-sample"));
            out.extend(self.indented(Ink::Plain, sample));
        }
        out
    }

    fn head(&self, key: &str) -> Vec<Line> {
        self.text(Ink::Strong, self.words.label(&self.words.get(key)).trim_end())
    }

    fn stretches(&self, text: &[Stretch]) -> Vec<Line> {
        let mut lines = vec![Line::empty()];
        for (n, stretch) in text.iter().enumerate() {
            let ink = match (stretch.broken.is_empty(), stretch.wanted.is_empty()) {
                (false, _) => Ink::Bad,
                (true, false) => Ink::Good,
                (true, true) => Ink::Plain,
            };
            let with = |other: Option<&Stretch>| other.is_some_and(|other| other.broken == stretch.broken);
            if !stretch.broken.is_empty() && !with(n.checked_sub(1).map(|before| &text[before])) {
                lines.last_mut().expect("begun with one").push(Ink::Bad, "【");
            }
            for (nth, part) in stretch.text.split('\n').enumerate() {
                if nth > 0 {
                    lines.push(Line::empty());
                }
                lines.last_mut().expect("begun with one").push(ink, part);
            }
            if !stretch.broken.is_empty() && !with(text.get(n + 1)) {
                let numbers: Vec<String> = stretch.broken.iter().map(|n| (n + 1).to_string()).collect();
                lines.last_mut().expect("begun with one").push(Ink::Bad, &format!("】{}", numbers.join(",")));
            }
        }
        lines.iter().flat_map(|line| line.hang(&Line::plain("  "), self.width)).collect()
    }

    fn broken(&self, n: usize, broken: &Broken) -> Vec<Line> {
        let severity = self.words.get(&format!("severity-{}", broken.severity.word()));
        let mut line = Line::plain(&broken.title).and(Ink::Bad, &format!("  [{severity}]"));
        if broken.severity != Severity::RedLine {
            line.push(Ink::Plain, &format!("  {}", self.signed("feedback-points", Points::ZERO - broken.cost)));
        }
        let mark = Line::of(Ink::Bad, &format!("{} {} ", worded::mark(self.words, Mark::Wrong), n + 1));
        let mut out = line.hang(&mark, self.width);
        let instead = self.words.with("written-instead", &[("text", broken.say_instead.as_str().into())]);
        out.extend(self.indented(Ink::Plain, &instead));
        out
    }

    fn wanted(&self, wanted: &Wanted, all: bool, found: &str) -> Vec<Line> {
        // What should not be there and is not is no news, but to who marks it.
        let unwanted = wanted.points < Points::ZERO;
        if unwanted && !wanted.met && !all {
            return Vec::new();
        }
        let mark = if wanted.met == unwanted { Mark::Wrong } else { Mark::Right };
        let mut line = Line::plain(&wanted.title);
        let points = if wanted.met { worded::signed(wanted.points) } else { format!("0 / {}", wanted.points) };
        line.push(exam::mark_ink(mark), &format!("  {points}"));
        if !found.is_empty() {
            line.push(Ink::Faint, &format!("  “{found}”"));
        }
        let mut out = line.hang(&Line::of(exam::mark_ink(mark), &format!("{} ", worded::mark(self.words, mark))), self.width);
        if mark == Mark::Wrong && !all {
            out.extend(self.indented(Ink::Plain, &wanted.feedback));
        }
        out
    }
}

/// The characters that something wanted was found in, pieces joined.
fn found(text: &[Stretch], wanted: usize) -> String {
    let mut pieces: Vec<String> = Vec::new();
    let mut last = None;
    for (n, stretch) in text.iter().enumerate().filter(|(_, s)| s.wanted.contains(&wanted)) {
        match pieces.last_mut().filter(|_| last.is_some_and(|last: usize| last + 1 == n)) {
            Some(piece) => piece.push_str(&stretch.text),
            None => pieces.push(stretch.text.clone()),
        }
        last = Some(n);
    }
    let pieces: Vec<String> = pieces.iter().map(|piece| piece.trim().replace('\n', " ")).collect();
    pieces.join("…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_keeps_the_blanks_between_its_stretches() {
        let stretch = |text: &str, wanted: &[usize]| Stretch { text: text.into(), broken: vec![], wanted: wanted.to_vec() };
        let text = [
            stretch("For ", &[]),
            stretch(" this ", &[0, 1]),
            stretch("batch", &[0]),
            stretch(", as", &[]),
            stretch("told ", &[0]),
        ];
        assert_eq!(found(&text, 0), "this batch…told");
        assert_eq!(found(&text, 1), "this");
    }
}
