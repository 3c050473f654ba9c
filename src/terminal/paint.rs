//! Blocks as lines at a width. Pure: what is said comes from `locale` and the author, what it looks like from here.
//!
//! Everything can be understood without colour: verdicts have a mark and a word, moods a number and a word. Results (debrief, quiz,
//! course) are in `results`, lessons in `markdown`. `person`, `plain` and `script` show what is painted here.

pub mod exam;
mod results;
mod written;

use super::line::{Ink, Line, written as lines_of};
use super::{markdown, progress};
use crate::base::points::{Exact, Points};
use crate::locale::{Value, Words};
use crate::model::page::{Block, Card, Explained, Feedback, Mark, Note, Pace, Speaker, Verdict};
use crate::report::worded::{self, Told};

/// A painter for one width.
#[derive(Clone, Copy)]
pub struct Paint<'a> {
    /// The program's words.
    pub words: &'a Words,
    /// Cells a line may take.
    pub width: usize,
    /// Whether bars may be drawn; without them words stand alone.
    pub bars: bool,
}

impl Paint<'_> {
    /// Blocks with an empty line between; a talk is kept together.
    pub fn blocks(&self, blocks: &[Block]) -> Vec<Line> {
        let mut out: Vec<Line> = Vec::new();
        let mut talking = false;
        for block in blocks {
            let lines = self.block(block);
            let speech = matches!(block, Block::Speech { .. });
            let together = speech && talking;
            if !(lines.is_empty() || out.is_empty() || together) {
                out.push(Line::empty());
            }
            talking = speech;
            out.extend(lines);
        }
        out
    }

    fn block(&self, block: &Block) -> Vec<Line> {
        match block {
            Block::Title(text) => self.text(Ink::Strong, text),
            Block::Text(text) => self.text(Ink::Plain, text),
            Block::Markdown(text) => markdown::lines(text, self.width),
            Block::Speech { who, text } => self.speech(who, text),
            Block::Material { title, body } => {
                let mut out = self.text(Ink::Strong, title);
                out.extend(self.indented(Ink::Plain, body));
                out
            }
            Block::Task(text) => self.labelled("task", text),
            Block::Written(it) => self.written(it),
            Block::Card(card) => self.card(card),
            Block::Progress { done, of } => vec![self.progress(*done, *of)],
            Block::Verdict { verdict, earned, of } => vec![self.verdict(*verdict, *earned, *of)],
            Block::Explained(items) => items.iter().flat_map(|item| self.explained(item)).collect(),
            Block::Why(text) => self.labelled("why", text),
            Block::Feedback(feedback) => self.feedback(feedback),
            Block::Note(note) => self.text(Ink::Warm, &self.words.get(note_key(*note))),
            Block::Debrief(debrief) => self.debrief(debrief),
            Block::Quiz { grade, asked } => self.quiz(grade, asked),
            Block::ItemOf { part, number, of, flagged } => self.item_of(*part, *number, *of, *flagged),
            Block::Sheet { part, answered, of, flagged } => self.standing(*part, *answered, *of, *flagged),
            Block::Unanswered { open: 0, .. } => Vec::new(),
            Block::Unanswered { part, open } => {
                self.text(Ink::Warm, &self.words.with("sheet-unanswered", &[("part", part.word().into()), ("n", (*open).into())]))
            }
            Block::PartAhead { of, items, limit } => self.part_ahead(*of, *items, *limit),
            Block::Observe { .. } => self.observe(block),
            Block::Marks(all) => self.marks_given(all),
            Block::Outcome(mark, text) => self.outcome(*mark, text),
            Block::Items(items) => items.iter().flat_map(|item| self.item(item)).collect(),
            Block::Table(table) => self.table(table),
            Block::Course { grade, asked, played } => self.course(grade, asked, played),
        }
    }

    fn text(&self, ink: Ink, text: &str) -> Vec<Line> {
        lines_of(text).flat_map(|line| Line::of(ink, line).flow(self.width)).collect()
    }

    fn indented(&self, ink: Ink, text: &str) -> Vec<Line> {
        lines_of(text).flat_map(|line| Line::of(ink, line).hang(&Line::plain("  "), self.width)).collect()
    }

    /// `label：text`, further lines indented.
    fn labelled(&self, key: &str, text: &str) -> Vec<Line> {
        self.named(Line::of(Ink::Strong, &self.words.label(&self.words.get(key))), text)
    }

    fn named(&self, name: Line, text: &str) -> Vec<Line> {
        let mut out = Vec::new();
        for (n, line) in lines_of(text).enumerate() {
            let mut whole = if n == 0 { name.clone() } else { Line::plain("  ") };
            whole.push(Ink::Plain, line);
            out.extend(whole.wrap_in("  ", self.width));
        }
        out
    }

    fn speech(&self, who: &Speaker, text: &str) -> Vec<Line> {
        let (ink, name) = match who {
            Speaker::Customer(name) => (Ink::Accent, name.clone()),
            Speaker::SomeCustomer => (Ink::Accent, self.words.get("customer")),
            Speaker::You => (Ink::Strong, self.words.get("you")),
            Speaker::Candidate => (Ink::Strong, self.words.get("candidate")),
        };
        let name = Line::of(ink, &self.words.label(&name));
        if matches!(who, Speaker::You | Speaker::Candidate) {
            return self.named(name, text);
        }
        self.spoken(&name, text, str::to_owned)
    }

    /// What somebody says stands after the name; what is told beside it after none.
    fn spoken(&self, name: &Line, text: &str, quoted: impl Fn(&str) -> String) -> Vec<Line> {
        let all = worded::told(text).into_iter();
        all.flat_map(|told| match told {
            Told::Said(text) => self.named(name.clone(), &quoted(&text)),
            Told::Narrated(text) => self.text(Ink::Plain, &text),
        })
        .collect()
    }

    fn card(&self, card: &Card) -> Vec<Line> {
        let (name, mood, credit, registered, facts) = match card {
            Card::Brief(text) => return self.labelled("brief", text),
            Card::Customer { name, mood, credit, registered, facts } => (name, *mood, credit, registered, facts),
        };
        let mut out = self.labelled("customer", name);
        let value = self.words.with("mood-value", &[("mood", mood.into()), ("word", self.words.get(mood_key(mood)).into())]);
        out.extend(self.labelled("customer-mood", &value));
        for (label, kind, value) in [("customer-credit", "credit", credit), ("customer-registered", "registered", registered)] {
            if !value.is_empty() {
                out.extend(
                    self.labelled(label, &self.words.find(&format!("{kind}-{value}"), &[]).unwrap_or_else(|| value.clone())),
                );
            }
        }
        if !facts.is_empty() {
            out.push(Line::of(Ink::Strong, self.words.label(&self.words.get("facts")).trim_end()));
            out.extend(facts.iter().flat_map(|fact| Line::plain(fact).hang(&Line::plain("- "), self.width)));
        }
        out
    }

    /// A bar, or the same in words.
    pub fn progress(&self, done: usize, of: usize) -> Line {
        if self.bars {
            return progress::bar(done, of);
        }
        let key = if done >= of { "progress-done" } else { "progress-words" };
        Line::plain(&self.words.with(key, &[("n", text((done + 1).min(of))), ("of", text(of))]))
    }

    fn verdict(&self, verdict: Verdict, earned: Exact, of: Points) -> Line {
        let said = worded::verdict(self.words, verdict);
        let ink = if said.mark == Mark::Dash { Ink::Warm } else { exam::mark_ink(said.mark) };
        let points = worded::points(self.words, earned, of.exact());
        Line::of(ink, &format!("{} {}", worded::mark(self.words, said.mark), said.text)).and(Ink::Plain, &format!("  {points}"))
    }

    fn explained(&self, item: &Explained) -> Vec<Line> {
        let said = worded::explained(self.words, item);
        let ink = exam::mark_ink(said.mark);
        let mut line = Line::plain(&said.text);
        if let Some(note) = &said.note {
            line.push(ink, &format!("  [{note}]"));
        }
        let mut out = line.hang(&Line::of(ink, &format!("{} ", worded::mark(self.words, said.mark))), self.width);
        if let Some(why) = &item.why {
            out.extend(self.indented(Ink::Faint, why));
        }
        out
    }

    fn feedback(&self, feedback: &Feedback) -> Vec<Line> {
        let mood = worded::mood(self.words, feedback.mood);
        let mut line = Line::of(points_ink(feedback.points), &self.signed("feedback-points", feedback.points));
        line.push(Ink::Plain, &format!(" · {mood}"));
        let mut out = line.wrap(self.width);
        if let Some(took) = &feedback.took {
            let ink = if matches!(took.band, Pace::Late | Pace::Silent) { Ink::Warm } else { Ink::Plain };
            out.extend(self.text(ink, &worded::took(self.words, took)));
        }
        if let Some(why) = &feedback.red_line {
            out.extend(self.text(Ink::Bad, &self.words.with("feedback-red-line", &[("why", why.as_str().into())])));
        }
        if !feedback.text.trim().is_empty() {
            out.extend(self.text(Ink::Plain, &feedback.text));
        }
        for broken in &feedback.breaks {
            out.extend(self.text(Ink::Warm, &worded::breach(self.words, broken)));
        }
        out.extend(feedback.written.iter().flat_map(|it| self.written(it)));
        out
    }

    /// A sentence about points that were given or taken: `+2`, `-1`, `0`.
    fn signed(&self, key: &str, points: Points) -> String {
        self.words.with(key, &[("points", worded::signed(points).into())])
    }
}

fn points_ink(points: Points) -> Ink {
    match points.cmp(&Points::ZERO) {
        std::cmp::Ordering::Greater => Ink::Good,
        std::cmp::Ordering::Less => Ink::Bad,
        std::cmp::Ordering::Equal => Ink::Warm,
    }
}

/// A number as the text that a sentence takes: Fluent would format it its own way.
fn text(value: impl std::fmt::Display) -> Value<'static> {
    value.to_string().into()
}

const fn mood_key(mood: u8) -> &'static str {
    match mood {
        0..=19 => "mood-furious",
        20..=39 => "mood-upset",
        40..=59 => "mood-calm",
        60..=79 => "mood-pleased",
        _ => "mood-happy",
    }
}

const fn note_key(note: Note) -> &'static str {
    match note {
        Note::TryAgain => "note-try-again",
        Note::Nearly => "note-nearly",
        Note::ComesBack => "note-comes-back",
        Note::CameBack => "note-came-back",
        Note::ReadAgain => "note-read-again",
        Note::GoesOn => "note-goes-on",
        Note::TalkSoFar => "note-talk-so-far",
        Note::NowRehearse => "note-now-rehearse",
        Note::TalkOver => "note-talk-over",
        Note::HandedIn => "note-handed-in",
        Note::TimeUp => "note-time-up",
        Note::Expired => "note-expired",
        Note::Agreed => "note-agreed",
        Note::ReadAloud => "note-read-aloud",
        Note::ForExaminer => "note-for-examiner",
        Note::RateAll => "note-rate-all",
        Note::WriteNote => "note-write-note",
        Note::NothingSaid => "note-nothing-said",
        Note::ClockAhead => "note-clock-ahead",
    }
}

#[cfg(test)]
mod tests;
