//! A register made ready for reading: every piece of every phrase in one automaton.
//!
//! Made once, when somebody writes. What is found with it: `find`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::phrase::{list_named, pieces};
use super::{Detect, List, Phrases, Register, Rule, Severity, reach};
use crate::base::id::{Lang, ListId, RuleId};
use crate::model::text::Matching;

/// A register, ready.
#[derive(Clone, Debug, Default)]
pub struct Rulebook {
    /// Finds pieces; `None` where there are none.
    pub(super) automaton: Option<AhoCorasick>,
    /// Finds the pieces of red lines, and what does not count of them, where signs stand within (`spelt`).
    pub(super) spelling: Option<Spelling>,
    /// Phrases, each once.
    pub(super) phrases: Vec<Phrase>,
    /// By piece: the phrases of rules that it tells of, each told of by one of its pieces.
    pub(super) told: Vec<Vec<usize>>,
    /// In the register's order.
    pub(super) rules: Vec<Ready>,
    /// The phrases that lead to quotations.
    pub(super) quoting: Vec<usize>,
    /// The phrases of lists.
    pub(super) lists: BTreeMap<ListId, Vec<usize>>,
}

/// An automaton for some of the pieces.
#[derive(Clone, Debug)]
pub(super) struct Spelling {
    pub automaton: AhoCorasick,
    /// Which pieces its patterns are.
    pub pieces: Vec<usize>,
}

/// A phrase, ready.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Its pieces, in order.
    pub pieces: Vec<usize>,
    /// Which rules it is for what.
    pub uses: Vec<(usize, Role)>,
}

/// What a phrase is to a rule; numbers are characters within which it cancels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// What is looked for.
    Hit,
    /// A longer expression that does not count.
    Except,
    /// Before a hit it cancels it.
    NotAfter(u32),
    /// Behind a hit it cancels it.
    NotBefore(u32),
    /// Near a hit it cancels it.
    Unless(u32),
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
#[derive(Clone, Copy, Debug)]
pub(super) enum How {
    /// By phrases: only where one is the whole reply; how far it covers others.
    Phrases {
        whole: bool,
        covers: u32,
    },
    OneWord,
    Shorter,
    /// But for what is made of its longer expressions.
    Again,
    Contact,
    Tagged,
}

impl Rulebook {
    /// Where no register holds: no rules, no lists.
    pub fn none() -> &'static Self {
        static NONE: LazyLock<Rulebook> = LazyLock::new(Rulebook::default);
        &NONE
    }

    /// Makes a register ready. Entries that name no list of it, and phrases of which nothing counts, are left out.
    pub fn new(register: &Register) -> Self {
        let mut maker = Maker { register, pieces: BTreeMap::new(), numbers: BTreeMap::new(), uses: Vec::new() };
        let rules = register.rules.iter().enumerate().map(|(n, rule)| maker.rule(n, rule)).collect();
        let lists = register.lists.iter().map(|list| (list.id.clone(), maker.list(list))).collect();
        let quoting = register.opened(&register.quoting).into_iter().filter_map(|(_, entry)| maker.phrase(entry)).collect();
        Self { quoting, ..maker.done(rules, lists) }
    }
}

struct Maker<'r> {
    register: &'r Register,
    pieces: BTreeMap<String, usize>,
    /// Phrases by their pieces.
    numbers: BTreeMap<Vec<usize>, usize>,
    uses: Vec<BTreeSet<(usize, Role)>>,
}

impl Maker<'_> {
    fn rule(&mut self, n: usize, rule: &Rule) -> Ready {
        let how = match &rule.detect {
            Detect::Phrases(of) => self.phrases(n, of),
            Detect::Again(courtesies) => {
                self.used(n, courtesies, |_| Role::Except);
                How::Again
            }
            Detect::OneWord => How::OneWord,
            Detect::Shorter => How::Shorter,
            Detect::Contact => How::Contact,
            Detect::Tagged => How::Tagged,
        };
        let place = |id: &RuleId| self.register.rules.iter().position(|other| other.id == *id && other.id != rule.id);
        let covers = rule.covers.iter().filter_map(place).collect();
        Ready { id: rule.id.clone(), severity: rule.severity, public: rule.public, covers, how }
    }

    fn phrases(&mut self, n: usize, of: &Phrases) -> How {
        self.used(n, &of.phrases, |_| Role::Hit);
        self.used(n, &of.except, |_| Role::Except);
        self.used(n, &of.not_after, |lang| Role::NotAfter(reach(&of.look_back, lang)));
        self.used(n, &of.not_before, |lang| Role::NotBefore(reach(&of.look_back, lang)));
        self.used(n, &of.unless, |lang| Role::Unless(reach(&of.within, lang)));
        How::Phrases { whole: of.whole, covers: of.covers_within() }
    }

    /// Puts down what phrases of every language, lists opened, are to a rule.
    fn used(&mut self, rule: usize, of: &Matching, role: impl Fn(&Lang) -> Role) {
        let register = self.register;
        for (lang, entry) in register.opened(of) {
            if let Some(phrase) = self.phrase(entry) {
                self.uses[phrase].insert((rule, role(lang)));
            }
        }
    }

    fn list(&mut self, list: &List) -> Vec<usize> {
        let all: BTreeSet<usize> = list.phrases.all().filter_map(|entry| self.phrase(entry)).collect();
        all.into_iter().collect()
    }

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
        let next = self.numbers.len();
        let number = *self.numbers.entry(ids).or_insert(next);
        if number == self.uses.len() {
            self.uses.push(BTreeSet::new());
        }
        Some(number)
    }

    fn done(self, rules: Vec<Ready>, lists: BTreeMap<ListId, Vec<usize>>) -> Rulebook {
        let mut pieces: Vec<(String, usize)> = self.pieces.into_iter().collect();
        pieces.sort_by_key(|(_, n)| *n);
        let mut numbers: Vec<(Vec<usize>, usize)> = self.numbers.into_iter().collect();
        numbers.sort_by_key(|(_, n)| *n);
        let of = |((pieces, _), uses): ((Vec<usize>, usize), BTreeSet<_>)| Phrase { pieces, uses: uses.into_iter().collect() };
        let phrases: Vec<Phrase> = numbers.into_iter().zip(self.uses).map(of).collect();
        let mut told = vec![Vec::new(); pieces.len()];
        for (n, phrase) in phrases.iter().enumerate().filter(|(_, phrase)| !phrase.uses.is_empty()) {
            // The longest piece is in the fewest texts.
            let rarest = phrase.pieces.iter().copied().max_by_key(|piece| pieces[*piece].0.len());
            rarest.into_iter().for_each(|piece| told[piece].push(n));
        }
        let automaton = build(pieces.iter().map(|(piece, _)| piece));
        let is_spelt = |phrase: &&Phrase| phrase.uses.iter().any(|(rule, role)| rules[*rule].is_spelt(*role));
        let spelt: BTreeSet<usize> = phrases.iter().filter(is_spelt).flat_map(|phrase| phrase.pieces.iter().copied()).collect();
        let spelling = build(spelt.iter().map(|piece| &pieces[*piece].0));
        let spelling = spelling.map(|automaton| Spelling { automaton, pieces: spelt.into_iter().collect() });
        Rulebook { automaton, spelling, phrases, told, rules, lists, quoting: Vec::new() }
    }
}

/// `None` where there is nothing to find.
fn build<'p>(pieces: impl ExactSizeIterator<Item = &'p String>) -> Option<AhoCorasick> {
    let is_empty = pieces.len() == 0;
    // It fails only past two thousand million states; a register that large finds nothing.
    AhoCorasick::builder().match_kind(MatchKind::Standard).build(pieces).ok().filter(|_| !is_empty)
}

impl Ready {
    /// Whether signs within the words change nothing: what nobody may write is hidden like that.
    pub(super) fn is_spelt(&self, role: Role) -> bool {
        self.severity == Severity::RedLine && matches!(role, Role::Hit | Role::Except)
    }
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
