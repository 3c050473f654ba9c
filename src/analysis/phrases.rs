//! Phrases of a wording register that make no difference: said twice, or cancelled by their own rule wherever they stand.
//!
//! Every phrase is compared as texts are (`model/wording`), with every other of its rule: too much for each start of the program.

use std::collections::BTreeMap;

use aho_corasick::AhoCorasick;

use crate::base::id::RuleId;
use crate::model::text::Matching;
use crate::model::wording::{Detect, Phrases, Register, is_whole, list_named, pieces};

/// A phrase that makes no difference.
#[derive(Debug, PartialEq, Eq)]
pub struct Idle {
    /// The rule that it is of.
    pub rule: RuleId,
    /// The phrase.
    pub phrase: String,
    /// Why.
    pub why: Why,
}

/// Why a phrase makes no difference.
#[derive(Debug, PartialEq, Eq)]
pub enum Why {
    /// Another of the same language finds the same.
    Same(String),
    /// This longer expression that does not count stands within it.
    Cancelled(String),
}

/// The phrases of a register that make no difference, rule by rule.
pub fn idle(register: &Register) -> Vec<Idle> {
    let mut out = Vec::new();
    for rule in &register.rules {
        let Detect::Phrases(of) = &rule.detect else { continue };
        let Phrases { phrases, except, not_after, not_before, unless, .. } = &**of;
        let of_rule = |(phrase, why): (&str, Why)| Idle { rule: rule.id.clone(), phrase: phrase.to_owned(), why };
        out.extend([phrases, except, not_after, not_before, unless].into_iter().flat_map(twice).map(of_rule));
        out.extend(cancelled(phrases, except).into_iter().map(of_rule));
    }
    out
}

fn twice(all: &Matching) -> Vec<(&str, Why)> {
    let mut out = Vec::new();
    let mut seen = BTreeMap::new();
    for (lang, phrase) in all.by_language().filter(|(_, phrase)| list_named(phrase).is_none()) {
        if let Some(first) = seen.insert((lang, pieces(phrase)), phrase) {
            out.push((phrase, Why::Same(first.to_owned())));
        }
    }
    out
}

fn cancelled<'r>(phrases: &'r Matching, except: &'r Matching) -> Vec<(&'r str, Why)> {
    let own = |all: &'r Matching| all.all().filter(|phrase| list_named(phrase).is_none()).map(|phrase| (phrase, pieces(phrase)));
    let except: Vec<(&str, Vec<String>)> = own(except).filter(|(_, pieces)| pieces.len() == 1).collect();
    // It fails only past two thousand million states.
    let Ok(automaton) = AhoCorasick::new(except.iter().map(|(_, of)| &of[0])) else { return Vec::new() };
    let within = |(phrase, pieces): (&'r str, Vec<String>)| {
        let stand = |piece: &String| {
            let all = automaton.find_overlapping_iter(piece).filter(|m| is_whole(piece, m.start(), m.end()));
            all.map(|m| m.pattern().as_usize()).min()
        };
        let cancels = pieces.iter().filter_map(stand).min()?;
        Some((phrase, Why::Cancelled(except[cancels].0.to_owned())))
    };
    own(phrases).filter_map(within).collect()
}
