//! Where a register's rules fire in a text, and where a phrase or list stands.
//!
//! One pass finds every piece of every phrase (`book`); the rest looks at what was found, never again at the whole text. Purely by
//! characters: the same text has the same hits for ever, and what is far away from a hit does not change it (`Register::window`).

use std::ops::Range;

use super::book::{How, Ready, Role, Rulebook};
use super::normal::Normal;
use super::phrase::{is_gap, is_one_clause, is_whole, is_within, list_named, pieces};
use super::spelt::Spelt;
use super::{contact, detect, quote};
use crate::model::writing::{Around, Hit};

type Span = Range<usize>;

/// A text under a rulebook.
#[derive(Debug)]
pub struct Reading<'b> {
    book: &'b Rulebook,
    text: Normal,
    /// By piece and place.
    found: Vec<(usize, Span)>,
    /// The same with those that have signs within, for red lines; empty where no piece has.
    spelt: Vec<(usize, Span)>,
}

impl Rulebook {
    /// Reads a text once, for whatever is asked about it.
    pub fn read(&self, text: &str) -> Reading<'_> {
        let text = Normal::of(text);
        let mut found = Vec::new();
        if let Some(automaton) = &self.automaton {
            let normal = text.as_str();
            let pieces = automaton.find_overlapping_iter(normal);
            found.extend(pieces.filter(|m| is_whole(normal, m.start(), m.end())).map(|m| (m.pattern().as_usize(), m.range())));
            found.sort_unstable_by_key(|(piece, at)| (*piece, at.start));
        }
        let spelt = self.spelt(text.as_str(), &found);
        Reading { book: self, text, found, spelt }
    }

    fn spelt(&self, normal: &str, found: &[(usize, Span)]) -> Vec<(usize, Span)> {
        let (Some(spelling), Some(spelt)) = (&self.spelling, Spelt::of(normal)) else { return Vec::new() };
        let text = spelt.as_str();
        let whole = spelling.automaton.find_overlapping_iter(text).filter(|m| is_whole(text, m.start(), m.end()));
        let more = whole.filter_map(|m| Some((spelling.pieces[m.pattern().as_usize()], spelt.place(normal, &m.range())?)));
        let mut out: Vec<(usize, Span)> = more.collect();
        if !out.is_empty() {
            out.extend_from_slice(found);
            out.sort_unstable_by_key(|(piece, at)| (*piece, at.start));
        }
        out
    }

    /// The rules that a text breaks, by place: `Reading::hits`.
    pub fn hits(&self, text: &str, around: &Around<'_>) -> Vec<Hit> {
        self.read(text).hits(around)
    }

    /// Where a phrase, or a phrase of a `{list}`, stands in a text: `Reading::look`.
    pub fn look(&self, text: &str, entry: &str) -> Vec<Span> {
        self.read(text).look(entry)
    }
}

impl Reading<'_> {
    /// The text as it is compared.
    pub fn normal(&self) -> &Normal {
        &self.text
    }

    /// Which rules fire where, sorted by place, without those that another covers there.
    pub fn hits(&self, around: &Around<'_>) -> Vec<Hit> {
        let fired = self.fired(around);
        if fired.len() < 2 {
            return self.told(fired.iter());
        }
        let covering: Vec<Cancelling> = (0..self.book.rules.len())
            .map(|rule| Cancelling::new(fired.iter().filter(|place| place.rule == rule).map(|place| place.at.clone()).collect()))
            .collect();
        let is_covered = |under: &Place| {
            let over = self.book.rules.iter().zip(&covering).filter(|(rule, _)| rule.covers.contains(&under.rule));
            let mut over = over.map(|(rule, places)| places.is_near(self.text.as_str(), &under.at, rule.reach()));
            over.any(|near| near)
        };
        self.told(fired.iter().filter(|place| !is_covered(place)))
    }

    /// Which rules fire where, whatever covers what.
    pub fn all_hits(&self, around: &Around<'_>) -> Vec<Hit> {
        self.told(self.fired(around).iter())
    }

    /// Where an entry stands: a phrase, or any phrase of a `{list}`, in bytes of the text as it was typed, by place.
    pub fn look(&self, entry: &str) -> Vec<Span> {
        let mut places: Vec<Span> = match list_named(entry) {
            Some(list) => {
                self.book.lists.get(&list.into()).into_iter().flatten().flat_map(|phrase| self.places(*phrase)).collect()
            }
            None => self.places_of(&pieces(entry)),
        };
        sort_out(&mut places);
        places.iter().map(|at| self.text.typed(at)).collect()
    }
}

/// A rule that fires somewhere in the normal text.
struct Place {
    rule: usize,
    at: Span,
}

impl Ready {
    /// How many characters away from its own place it covers others.
    fn reach(&self) -> u32 {
        match self.how {
            How::Phrases { covers, .. } => covers,
            _ => 0,
        }
    }
}

impl Reading<'_> {
    fn told<'p>(&self, places: impl Iterator<Item = &'p Place>) -> Vec<Hit> {
        let hit = |place: &Place| {
            let rule = &self.book.rules[place.rule];
            Hit { rule: rule.id.clone(), severity: rule.severity, at: self.text.typed(&place.at) }
        };
        let mut out: Vec<(usize, Hit)> = places.map(|place| (place.rule, hit(place))).collect();
        out.sort_by_key(|(rule, hit)| (hit.at.start, hit.at.end, *rule));
        out.dedup();
        out.into_iter().map(|(_, hit)| hit).collect()
    }

    fn fired(&self, around: &Around<'_>) -> Vec<Place> {
        let mut out = Vec::new();
        let whole = 0..self.text.as_str().len();
        let asked = |rule: usize| around.public || !self.book.rules[rule].public;
        let there = self.there();
        let mut found = self.by_phrases(&there, asked);
        for (n, rule) in self.book.rules.iter().enumerate().filter(|(n, _)| asked(*n)) {
            let normal = self.text.as_str();
            let places: Vec<Span> = match rule.how {
                How::Phrases { .. } => std::mem::take(&mut found[n]),
                How::OneWord => detect::is_one_word(normal).then_some(whole.clone()).into_iter().collect(),
                How::Shorter => detect::is_shorter(normal, around.customer).then_some(whole.clone()).into_iter().collect(),
                How::Again => self.is_again(n, &there, around).then_some(whole.clone()).into_iter().collect(),
                How::Contact => contact::find(normal),
                How::Tagged => Vec::new(),
            };
            out.extend(places.into_iter().map(|at| Place { rule: n, at }));
        }
        out
    }

    /// By rule, where its phrases stand and nothing cancels them.
    fn by_phrases(&self, there: &[usize], asked: impl Fn(usize) -> bool) -> Vec<Vec<Span>> {
        let mut out = vec![Vec::new(); self.book.rules.len()];
        for (rule, _, at) in self.roles(there, |rule, role| role == Role::Hit && asked(rule)) {
            out[rule].push(at);
        }
        if out.iter().all(Vec::is_empty) {
            return out;
        }
        let mut others = self.roles(there, |rule, role| role != Role::Hit && !out[rule].is_empty());
        others.sort_unstable_by(|(a, b, at), (c, d, other)| (a, b, at.start).cmp(&(c, d, other.start)));
        for (rule, places) in out.iter_mut().enumerate().filter(|(_, places)| !places.is_empty()) {
            let How::Phrases { whole, .. } = self.book.rules[rule].how else { continue };
            let own = others.partition_point(|(other, ..)| *other < rule)..others.partition_point(|(other, ..)| *other <= rule);
            self.cancel(places, &others[own], whole);
        }
        self.unquote(&mut out);
        out
    }

    /// Takes out what somebody else said.
    fn unquote(&self, places: &mut [Vec<Span>]) {
        let text = self.text.as_str();
        if self.book.quoting.is_empty() || places.iter().all(Vec::is_empty) || !quote::has_marks(text) {
            return;
        }
        let leading: Vec<Span> = self.book.quoting.iter().flat_map(|phrase| self.places(*phrase)).collect();
        for quoted in quote::quoted(text, &leading) {
            places.iter_mut().for_each(|of| of.retain(|at| at.start < quoted.start || at.end > quoted.end));
        }
    }

    /// The phrases of rules that may stand here: a piece that tells of them does.
    fn there(&self) -> Vec<usize> {
        let mut out = Vec::new();
        let mut last = usize::MAX;
        for (piece, _) in if self.spelt.is_empty() { &self.found } else { &self.spelt } {
            if *piece != last {
                last = *piece;
                out.extend(&self.book.told[*piece]);
            }
        }
        out
    }

    /// Where phrases stand that are something to a rule that is asked for.
    fn roles(&self, there: &[usize], asked: impl Fn(usize, Role) -> bool) -> Vec<(usize, Role, Span)> {
        let mut out = Vec::new();
        for phrase in there {
            let uses = self.book.phrases[*phrase].uses.iter().filter(|(rule, role)| asked(*rule, *role));
            let mut uses = uses.peekable();
            if uses.peek().is_none() {
                continue;
            }
            let places = self.places(*phrase);
            let spelt = if self.spelt.is_empty() { Vec::new() } else { self.places_among(&self.spelt, *phrase) };
            let of = |rule: usize, role| if !spelt.is_empty() && self.book.rules[rule].is_spelt(role) { &spelt } else { &places };
            out.extend(uses.flat_map(|(rule, role)| of(*rule, *role).iter().map(|at| (*rule, *role, at.clone()))));
        }
        out
    }

    /// Takes out the places that others of the same rule cancel, these by role and beginning.
    fn cancel(&self, places: &mut Vec<Span>, by: &[(usize, Role, Span)], whole: bool) {
        let text = self.text.as_str();
        places.sort_unstable_by_key(|at| (at.start, at.end));
        if whole && !detect::is_soft(&rest(text, places)) {
            return places.clear();
        }
        for group in by.chunk_by(|(_, one, _), (_, other, _)| one == other) {
            let of = Cancelling::new(group.iter().map(|(_, _, at)| at.clone()).collect());
            match group[0].1 {
                Role::Hit => {}
                Role::Except => places.retain(|at| !of.overlaps(at)),
                Role::NotAfter(reach) => places.retain(|at| !of.is_before(text, at, reach, true)),
                Role::NotBefore(reach) => places.retain(|at| !of.is_behind(text, at, reach, true)),
                Role::Unless(reach) => places.retain(|at| !of.is_beside(text, at, reach)),
            }
        }
        sort_out(places);
    }

    fn is_again(&self, rule: usize, there: &[usize], around: &Around<'_>) -> bool {
        if !detect::is_again(self.text.as_str(), around.earlier) {
            return false;
        }
        let courtesies = self.roles(there, |of, _| of == rule);
        let mut places: Vec<Span> = courtesies.into_iter().map(|(_, _, at)| at).collect();
        places.sort_unstable_by_key(|at| (at.start, at.end));
        !detect::is_soft(&rest(self.text.as_str(), &places))
    }

    /// Where a phrase of the register stands.
    fn places(&self, phrase: usize) -> Vec<Span> {
        self.places_among(&self.found, phrase)
    }

    fn places_among(&self, found: &[(usize, Span)], phrase: usize) -> Vec<Span> {
        let pieces = self.book.phrases[phrase].pieces.iter().map(|piece| {
            let from = found.partition_point(|(other, _)| other < piece);
            let to = from + found[from..].partition_point(|(other, _)| other == piece);
            found[from..to].iter().map(|(_, at)| at.clone())
        });
        join(self.text.as_str(), pieces)
    }

    /// Where a phrase that is not the register's stands.
    fn places_of(&self, pieces: &[String]) -> Vec<Span> {
        let text = self.text.as_str();
        let pieces = pieces.iter().map(|piece| {
            let starts = starts(text, piece);
            starts.map(|at| at..at + piece.len()).filter(|at| is_whole(text, at.start, at.end))
        });
        join(text, pieces)
    }
}

/// Where a piece begins, overlapping itself where it does.
fn starts<'t>(text: &'t str, piece: &'t str) -> impl Iterator<Item = usize> + 't {
    let step = piece.chars().next().map_or(1, char::len_utf8);
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + text.get(from..)?.find(piece)?;
        from = at + step;
        Some(at)
    })
}

/// The places of a phrase by those of its pieces, each sorted: from the last piece on, the nearest that leads to the end.
fn join<P: Iterator<Item = Span>>(text: &str, pieces: impl DoubleEndedIterator<Item = P>) -> Vec<Span> {
    let mut pieces = pieces.rev();
    let mut reached: Vec<Span> = pieces.next().into_iter().flatten().collect();
    for earlier in pieces {
        if reached.is_empty() {
            return reached;
        }
        let led = earlier.filter_map(|at| {
            let next = reached.get(reached.partition_point(|later| later.start < at.end))?;
            (is_gap(text, at.end, next.start) && is_one_clause(text, at.end, next.start)).then_some(at.start..next.end)
        });
        reached = led.collect();
    }
    reached
}

/// Sorted, each once, and none within another.
fn sort_out(places: &mut Vec<Span>) {
    places.sort_unstable_by_key(|at| (at.start, std::cmp::Reverse(at.end)));
    let mut end = 0;
    places.retain(|at| {
        let outside = at.end > end;
        end = end.max(at.end);
        outside
    });
}

/// A text without some places, by their beginnings.
fn rest(text: &str, places: &[Span]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for at in places {
        // None where it began within the one before.
        out.push_str(text.get(from..at.start).unwrap_or_default());
        // What stood on both sides does not become one word.
        out.push(' ');
        from = from.max(at.end);
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

/// Places that cancel hits.
struct Cancelling {
    /// By their beginnings, with the farthest end up to each.
    starts: Vec<(Span, usize)>,
    ends: Vec<usize>,
}

impl Cancelling {
    fn new(mut places: Vec<Span>) -> Self {
        places.sort_unstable_by_key(|at| at.start);
        let mut ends: Vec<usize> = places.iter().map(|at| at.end).collect();
        ends.sort_unstable();
        let mut farthest = 0;
        let with_farthest = |at: Span| {
            farthest = at.end.max(farthest);
            (at, farthest)
        };
        Self { starts: places.into_iter().map(with_farthest).collect(), ends }
    }

    fn overlaps(&self, at: &Span) -> bool {
        let before = self.starts.partition_point(|(other, _)| other.start < at.end);
        before.checked_sub(1).is_some_and(|n| self.starts[n].1 > at.start)
    }

    /// Whether one ends before a place, at most so many characters away; `near`: in its clause.
    fn is_before(&self, text: &str, at: &Span, reach: u32, near: bool) -> bool {
        self.ends_before(at.start)
            .is_some_and(|end| is_within(text, end, at.start, reach as usize) && (!near || is_one_clause(text, end, at.start)))
    }

    /// The same behind it.
    fn is_behind(&self, text: &str, at: &Span, reach: u32, near: bool) -> bool {
        self.begins_after(at.end)
            .is_some_and(|start| is_within(text, at.end, start, reach as usize) && (!near || is_one_clause(text, at.end, start)))
    }

    /// Before or behind it, over clauses too.
    fn is_beside(&self, text: &str, at: &Span, reach: u32) -> bool {
        self.is_before(text, at, reach, false) || self.is_behind(text, at, reach, false)
    }

    /// The same, or over it.
    fn is_near(&self, text: &str, at: &Span, reach: u32) -> bool {
        self.overlaps(at) || self.is_beside(text, at, reach)
    }

    /// The last end at or before a place.
    fn ends_before(&self, start: usize) -> Option<usize> {
        self.ends.partition_point(|end| *end <= start).checked_sub(1).map(|n| self.ends[n])
    }

    /// The first beginning at or after a place.
    fn begins_after(&self, end: usize) -> Option<usize> {
        self.starts.get(self.starts.partition_point(|(at, _)| at.start < end)).map(|(at, _)| at.start)
    }
}

#[cfg(test)]
mod tests;
