//! A reply in one's own words: what is asked for, and what a text earns.
//!
//! The one judge of written replies, for questions and turns alike: what is wanted is looked for, the register's rules cost what
//! their severity says, and every verdict names the characters it rests on. Pure: the same text earns the same for ever.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::question::Misfit;
use super::text::{Matching, Text};
use super::wording::{Reach, Reading, Register, Rulebook, Sent, Severity, is_han, letters};
use crate::base::id::{ItemId, Lang, RuleId, SkillId, WordingId};
use crate::base::points::Points;

/// What is to be written, checked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Writing {
    /// What the person is told to do.
    pub task: Text,
    /// A model answer, shown in the debrief.
    pub sample: Text,
    /// Everybody can read it: an explanation under a review.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub public: bool,
    /// The rule about replies shorter than the customer's holds here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub longer_than_customer: bool,
    /// A text shorter than this earns nothing: letters, digits and signs of writing, by language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub min_chars: Reach,
    /// What is looked for, in the author's order.
    pub wants: Vec<Want>,
    /// The register that the author names; none: the library's only one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<WordingId>,
    /// The register whose rules and lists hold; none: no rule costs anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<Arc<Register>>,
}

/// Something that is looked for in a written reply.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Want {
    /// Its id within the task.
    pub id: ItemId,
    /// What it is, in a few words.
    pub title: Text,
    /// One of these has to be there; empty: nothing is asked for by this key. `{id}` names a list of the register.
    pub any: Matching,
    /// Each of these has to be there; a list counts as one of its phrases.
    pub all: Matching,
    /// None of these may be there.
    pub none: Matching,
    /// What it gives where it is met; below zero, where it is something that should not be there.
    pub score: BTreeMap<SkillId, Points>,
    /// The trainer's words where it is missing.
    pub feedback: Text,
}

/// A rule that fired, with the characters that it fired on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The rule.
    pub rule: RuleId,
    /// How bad it is.
    pub severity: super::wording::Severity,
    /// Bytes of the text as it was typed.
    pub at: Range<usize>,
}

/// What a reply stands among.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around<'a> {
    /// What the customer wrote last, where the length of the reply is measured by it.
    pub customer: Option<&'a str>,
    /// What the same agent wrote before in the same talk.
    pub earlier: &'a [Sent],
    /// Everybody can read it.
    pub public: bool,
}

/// What became of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Rules that fired, by place.
    pub hits: Vec<Hit>,
    /// Want by want, where it is met: the characters that meet it; none where it is met by what is not there.
    pub met: Vec<Option<Vec<Range<usize>>>>,
    /// Too short to be judged: the least number of characters.
    pub too_short: Option<u32>,
    /// What it earns, 0 to the best.
    pub points: Points,
}

/// What a text that is too short is held to break, beside the rules of its register. A person who reads it can overrule it like a rule,
/// so no rule of a register has this id.
pub const TOO_SHORT: &str = "too-short";

/// What a person who read a text sees otherwise than the machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overruled {
    /// Rules that fired and are not broken; `TOO_SHORT`: it is long enough.
    pub unbroken: BTreeSet<RuleId>,
    /// What was wanted and is there although the machine did not find it, or the other way round.
    pub otherwise: BTreeSet<ItemId>,
}

impl Overruled {
    /// Whether the person sees everything as the machine did.
    pub fn is_nothing(&self) -> bool {
        self.unbroken.is_empty() && self.otherwise.is_empty()
    }
}

/// The most characters of a written reply: far more than anybody sends in a chat.
pub const MOST: usize = 2000;

/// A text as it may be submitted.
///
/// # Errors
/// `Misfit` where nothing is written, or too much.
pub fn read(text: &str) -> Result<String, Misfit> {
    match text.trim() {
        "" => Err(Misfit::Empty),
        text if text.chars().count() > MOST => Err(Misfit::TooLong(MOST)),
        text => Ok(text.to_owned()),
    }
}

impl Judged {
    /// The rules that fired, each once, by place.
    pub fn rules(&self) -> Vec<&RuleId> {
        let mut out: Vec<&RuleId> = Vec::new();
        for hit in &self.hits {
            if !out.contains(&&hit.rule) {
                out.push(&hit.rule);
            }
        }
        out
    }

    /// All that is held against the text: the rules that fired, and that it is too short.
    pub fn faults(&self) -> Vec<RuleId> {
        let short = self.too_short.map(|_| RuleId::from(TOO_SHORT));
        self.rules().into_iter().cloned().chain(short).collect()
    }

    /// The red lines among them.
    pub fn red_lines(&self) -> Vec<RuleId> {
        let red = self.hits.iter().filter(|hit| hit.severity == Severity::RedLine).map(|hit| hit.rule.clone());
        red.collect::<BTreeSet<_>>().into_iter().collect()
    }
}

impl Want {
    /// Points over all skills.
    pub fn points(&self) -> Points {
        self.score.values().copied().sum()
    }
}

impl Want {
    /// The characters that meet it, if it is met. A person may write in any language of the library.
    fn met(&self, reading: &Reading<'_>) -> Option<Vec<Range<usize>>> {
        if self.none.all().any(|entry| !reading.look(entry).is_empty()) {
            return None;
        }
        let first = |entry: &String| reading.look(entry).into_iter().next();
        let mut at = Vec::new();
        if !self.any.is_empty() {
            at.push(self.any.lists().flatten().find_map(first)?);
        }
        if !self.all.is_empty() {
            at.extend(self.all.lists().find_map(|list| list.iter().map(first).collect::<Option<Vec<_>>>())?);
        }
        Some(at)
    }
}

impl Writing {
    /// What becomes of a text: what is wanted and there gives its points, a rule that fires costs by its severity, once; never below
    /// zero, and nothing at all where the text is too short.
    pub fn judge(&self, text: &str, around: &Around<'_>, lang: &Lang) -> Judged {
        let none = Rulebook::default();
        let book = self.register.as_ref().map_or(&none, |register| register.rulebook());
        let reading = book.read(text);
        let customer = around.customer.filter(|_| self.longer_than_customer);
        let hits = reading.hits(&Around { customer, public: self.public, ..*around });
        let met: Vec<_> = self.wants.iter().map(|want| want.met(&reading)).collect();
        let too_short = self.least(text, lang).filter(|least| letters(text).count() < *least as usize);
        self.earning(Judged { hits, met, too_short, points: Points::ZERO })
    }

    /// With what its verdicts earn together.
    fn earning(&self, judged: Judged) -> Judged {
        let sum = if judged.too_short.is_some() { Points::ZERO } else { self.given(&judged) - self.cost(&judged) };
        Judged { points: sum.max(Points::ZERO), ..judged }
    }

    /// What a text earns whose red lines count for nothing more than they cost.
    pub fn besides_red_lines(&self, judged: &Judged) -> Points {
        self.earning(judged.clone()).points
    }

    /// What becomes of a text when a person overrules some of the verdicts on it. A rule that was covered by one that is overruled
    /// does not come back.
    pub fn overruled(&self, judged: &Judged, by: &Overruled) -> Judged {
        let hits = judged.hits.iter().filter(|hit| !by.unbroken.contains(&hit.rule)).cloned().collect();
        let seen = |(want, met): (&Want, &Option<Vec<Range<usize>>>)| match met {
            met if !by.otherwise.contains(&want.id) => met.clone(),
            Some(_) => None,
            // A person need not point at it.
            None => Some(Vec::new()),
        };
        let met = self.wants.iter().zip(&judged.met).map(seen).collect();
        let too_short = judged.too_short.filter(|_| !by.unbroken.contains(&TOO_SHORT.into()));
        self.earning(Judged { hits, met, too_short, ..judged.clone() })
    }

    /// What a text earns then, and whether it crosses a red line.
    pub fn marked(&self, judged: &Judged, by: &Overruled) -> (Points, bool) {
        let seen = self.overruled(judged, by);
        (seen.points, !seen.red_lines().is_empty())
    }

    /// The least number of characters of a text. One that is mostly Chinese is short by Chinese measure, in whatever language it is asked
    /// for: there the number is the lowest.
    fn least(&self, text: &str, lang: &Lang) -> Option<u32> {
        let chinese = letters(text).filter(|c| is_han(*c)).count();
        if 2 * chinese > letters(text).count() {
            return self.min_chars.values().copied().min();
        }
        self.min_chars.get(lang).or_else(|| self.min_chars.values().next()).copied()
    }

    /// What the wants that are met give together.
    fn given(&self, judged: &Judged) -> Points {
        self.wants.iter().zip(&judged.met).filter(|(_, met)| met.is_some()).map(|(want, _)| want.points()).sum()
    }

    /// What the rules that fired cost together.
    fn cost(&self, judged: &Judged) -> Points {
        let Some(register) = &self.register else { return Points::ZERO };
        judged.rules().into_iter().filter_map(|id| register.rule(id)).map(|rule| register.cost(rule.severity)).sum()
    }

    /// By skill, what the wants that are met give.
    pub fn by_skill(&self, judged: &Judged) -> BTreeMap<SkillId, Points> {
        let mut out = BTreeMap::new();
        for (skill, points) in
            self.wants.iter().zip(&judged.met).filter(|(_, met)| met.is_some()).flat_map(|(want, _)| &want.score)
        {
            *out.entry(skill.clone()).or_default() += *points;
        }
        out
    }

    /// The most that can be earned: everything wanted, no rule broken.
    pub fn best(&self) -> Points {
        self.wants.iter().map(Want::points).filter(|p| *p > Points::ZERO).sum()
    }

    /// The same by skill.
    pub fn best_by_skill(&self) -> BTreeMap<SkillId, Points> {
        let mut out = BTreeMap::new();
        for (skill, points) in self.wants.iter().filter(|want| want.points() > Points::ZERO).flat_map(|want| &want.score) {
            *out.entry(skill.clone()).or_default() += *points;
        }
        out
    }
}
