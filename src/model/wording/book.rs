//! A register made ready for reading: every piece of every phrase in one automaton.
//!
//! Made once, when somebody writes. What is found with it: `find`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::phrase::{list_named, pieces};
use super::{Detect, Phrases, Reach, Register, Severity};
use crate::base::id::{Lang, ListId, RuleId};
use crate::model::text::Matching;

/// A register, ready.
#[derive(Clone, Debug, Default)]
pub struct Rulebook {
    /// Finds pieces; `None` where there are none.
    pub(super) automaton: Option<AhoCorasick>,
    /// Phrases, each once, by their pieces.
    pub(super) phrases: Vec<Vec<usize>>,
    /// By piece: the rules and phrases that begin with it.
    pub(super) begins: Vec<Vec<(usize, usize)>>,
    /// In the register's order.
    pub(super) rules: Vec<Ready>,
    /// The phrases of lists.
    pub(super) lists: BTreeMap<ListId, Vec<usize>>,
}

/// A rule, ready.
#[derive(Clone, Debug)]
pub(super) struct Ready {
    pub id: RuleId,
    pub severity: Severity,
    pub public: bool,
    pub covers: Vec<usize>,
    pub how: How,
}

/// How it is found.
#[derive(Clone, Debug)]
pub(super) enum How {
    Phrases(Box<Cancels>),
    OneWord,
    Shorter,
    Again(Vec<usize>),
    Contact,
    Tagged,
}

/// What cancels a hit, by phrases; the numbers are characters.
#[derive(Clone, Debug)]
pub(super) struct Cancels {
    pub except: Vec<usize>,
    pub not_after: Vec<(u32, Vec<usize>)>,
    pub not_before: Vec<(u32, Vec<usize>)>,
    pub unless: Vec<(u32, Vec<usize>)>,
    pub whole: bool,
    /// How far it covers others.
    pub covers: u32,
}

impl Rulebook {
    /// Where no register holds: no rules, no lists.
    pub fn none() -> &'static Self {
        static NONE: LazyLock<Rulebook> = LazyLock::new(Rulebook::default);
        &NONE
    }

    /// Makes a register ready. Entries that name no list of it, and phrases of which nothing counts, are left out.
    pub fn new(register: &Register) -> Self {
        let mut maker = Maker { register, pieces: BTreeMap::new(), phrases: BTreeMap::new() };
        let mut starts = Vec::new();
        let rules: Vec<Ready> = register
            .rules
            .iter()
            .enumerate()
            .map(|(n, rule)| {
                let how = match &rule.detect {
                    Detect::Phrases(of) => {
                        starts.extend(maker.all(&of.phrases).into_iter().map(|phrase| (phrase, n)));
                        How::Phrases(Box::new(maker.cancels(of)))
                    }
                    Detect::OneWord => How::OneWord,
                    Detect::Shorter => How::Shorter,
                    Detect::Again(courtesies) => How::Again(maker.all(courtesies)),
                    Detect::Contact => How::Contact,
                    Detect::Tagged => How::Tagged,
                };
                let place = |id: &RuleId| register.rules.iter().position(|other| other.id == *id && other.id != rule.id);
                let covers = rule.covers.iter().filter_map(place).collect();
                Ready { id: rule.id.clone(), severity: rule.severity, public: rule.public, covers, how }
            })
            .collect();
        let lists = register.lists.iter().map(|list| (list.id.clone(), maker.all(&list.phrases))).collect();
        maker.done(rules, lists, &starts)
    }
}

struct Maker<'r> {
    register: &'r Register,
    pieces: BTreeMap<String, usize>,
    phrases: BTreeMap<Vec<usize>, usize>,
}

impl Maker<'_> {
    fn phrase(&mut self, phrase: &str) -> Option<usize> {
        let made = pieces(phrase);
        if made.is_empty() {
            return None;
        }
        let mut ids = Vec::with_capacity(made.len());
        for piece in made {
            let next = self.pieces.len();
            ids.push(*self.pieces.entry(piece).or_insert(next));
        }
        let next = self.phrases.len();
        Some(*self.phrases.entry(ids).or_insert(next))
    }

    /// Every phrase of every language, lists opened, by how far each reaches.
    fn reaching(&mut self, of: &Matching, reach: &Reach) -> Vec<(u32, Vec<usize>)> {
        let mut out: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (lang, entry) in self.register.opened(of) {
            if let Some(phrase) = self.phrase(entry) {
                out.entry(super::reach(reach, lang)).or_default().push(phrase);
            }
        }
        out.into_iter().map(|(reach, phrases)| (reach, once(phrases))).collect()
    }

    fn all(&mut self, of: &Matching) -> Vec<usize> {
        let register = self.register;
        once(register.opened(of).into_iter().filter_map(|(_, entry)| self.phrase(entry)).collect())
    }

    fn cancels(&mut self, of: &Phrases) -> Cancels {
        Cancels {
            except: self.all(&of.except),
            not_after: self.reaching(&of.not_after, &of.look_back),
            not_before: self.reaching(&of.not_before, &of.look_back),
            unless: self.reaching(&of.unless, &of.within),
            whole: of.whole,
            covers: of.covers_within(),
        }
    }

    fn done(self, rules: Vec<Ready>, lists: BTreeMap<ListId, Vec<usize>>, starts: &[(usize, usize)]) -> Rulebook {
        let mut pieces: Vec<(String, usize)> = self.pieces.into_iter().collect();
        pieces.sort_by_key(|(_, n)| *n);
        let mut phrases: Vec<(Vec<usize>, usize)> = self.phrases.into_iter().collect();
        phrases.sort_by_key(|(_, n)| *n);
        let phrases: Vec<Vec<usize>> = phrases.into_iter().map(|(pieces, _)| pieces).collect();
        let mut begins = vec![Vec::new(); pieces.len()];
        for (phrase, rule) in starts {
            begins[phrases[*phrase][0]].push((*rule, *phrase));
        }
        let automaton = AhoCorasick::builder().match_kind(MatchKind::Standard).build(pieces.iter().map(|(piece, _)| piece));
        // It fails only past two thousand million states; a register that large finds nothing.
        let automaton = automaton.ok().filter(|_| !pieces.is_empty());
        Rulebook { automaton, phrases, begins, rules, lists }
    }
}

/// Each once.
fn once(mut all: Vec<usize>) -> Vec<usize> {
    all.sort_unstable();
    all.dedup();
    all
}

impl Register {
    /// The phrases of some entries with their languages: a list's stand for its name.
    pub(super) fn opened<'r>(&'r self, of: &'r Matching) -> Vec<(&'r Lang, &'r str)> {
        let mut out = Vec::new();
        for (lang, entry) in of.by_language() {
            match list_named(entry) {
                None => out.push((lang, entry)),
                Some(list) => out.extend(self.list(&list.into()).into_iter().flat_map(|list| list.phrases.by_language())),
            }
        }
        out
    }
}
