//! Phrases of a wording register that make no difference: said twice, or cancelled by their own rule wherever they stand.
//!
//! Every phrase is compared as texts are (`model/wording`), with every other of its rule: too much for each start of the program.

use std::collections::BTreeMap;

use crate::base::id::RuleId;
use crate::model::text::Matching;
use crate::model::wording::{Detect, Phrases, Register, is_whole, list_named, pieces};

/// A phrase that makes no difference.
#[derive(Debug, PartialEq, Eq)]
pub struct Idle<'r> {
    /// The rule that it is of.
    pub rule: &'r RuleId,
    /// The phrase.
    pub phrase: &'r str,
    /// Why.
    pub why: Why<'r>,
}

/// Why a phrase makes no difference.
#[derive(Debug, PartialEq, Eq)]
pub enum Why<'r> {
    /// Another of the same language finds the same.
    Same(&'r str),
    /// This longer expression that does not count stands within it.
    Cancelled(&'r str),
}

/// The phrases of a register that make no difference, rule by rule.
pub fn idle(register: &Register) -> Vec<Idle<'_>> {
    let mut out = Vec::new();
    for rule in &register.rules {
        let Detect::Phrases(of) = &rule.detect else { continue };
        let Phrases { phrases, except, not_after, not_before, unless, .. } = &**of;
        let of_rule = |(phrase, why)| Idle { rule: &rule.id, phrase, why };
        out.extend([phrases, except, not_after, not_before, unless].into_iter().flat_map(twice).map(of_rule));
        out.extend(cancelled(phrases, except).into_iter().map(of_rule));
    }
    out
}

fn twice(all: &Matching) -> Vec<(&str, Why<'_>)> {
    let mut out = Vec::new();
    let mut seen = BTreeMap::new();
    for (lang, phrase) in all.by_language().filter(|(_, phrase)| list_named(phrase).is_none()) {
        if let Some(first) = seen.insert((lang, pieces(phrase)), phrase) {
            out.push((phrase, Why::Same(first)));
        }
    }
    out
}

fn cancelled<'r>(phrases: &'r Matching, except: &'r Matching) -> Vec<(&'r str, Why<'r>)> {
    let own = |all: &'r Matching| all.all().filter(|phrase| list_named(phrase).is_none()).map(|phrase| (phrase, pieces(phrase)));
    let except: Vec<(&str, Vec<String>)> = own(except).filter(|(_, pieces)| pieces.len() == 1).collect();
    let within = |(phrase, pieces): (&'r str, Vec<String>)| {
        let cancels = except.iter().find(|(_, of)| pieces.iter().any(|piece| stands(piece, &of[0])))?;
        Some((phrase, Why::Cancelled(cancels.0)))
    };
    own(phrases).filter_map(within).collect()
}

fn stands(text: &str, piece: &str) -> bool {
    text.match_indices(piece).any(|(at, _)| is_whole(text, at, at + piece.len()))
}
