//! Chats under a wording register: which rules which reply breaks, how quickly each agent answered, all added up. Words are `cli`'s.
//!
//! Personal data is hidden here, character for character, so that places stay what they are; only in what is shown.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::Serialize;

use crate::base::id::RuleId;
use crate::exchange::chats::{Said, Side};
use crate::model::wording::{Register, Sent, Severity, personal};
use crate::model::writing::Around;

/// What became of all replies.
#[derive(Debug, Default)]
pub struct Chats<'s> {
    /// How many replies there were.
    pub replies: usize,
    /// Those that break a rule, in the file's order.
    pub broken: Vec<Broken<'s>>,
    /// Agent by agent, by name; one without a name where the file tells none.
    pub agents: BTreeMap<String, Agent>,
}

/// A reply that breaks rules.
#[derive(Debug)]
pub struct Broken<'s> {
    /// Its line.
    pub line: usize,
    /// Whose.
    pub agent: String,
    /// What was written: `Broken::shown` is for others to see.
    pub text: &'s str,
    /// Personal data is shown.
    pub personal: bool,
    /// What fired, by place.
    pub hits: Vec<Fired>,
}

impl Broken<'_> {
    /// Its characters, personal data hidden unless it is to be seen.
    pub fn shown(&self) -> Vec<char> {
        hidden(self.text, self.personal)
    }
}

/// A rule that fired.
#[derive(Debug)]
pub struct Fired {
    /// Its number in the register.
    pub rule: usize,
    /// The first character, from 0.
    pub start: usize,
    /// Behind the last one.
    pub end: usize,
}

/// One agent's replies.
#[derive(Debug, Default)]
pub struct Agent {
    /// How many.
    pub replies: usize,
    /// Hits by severity, a rule once a reply.
    pub hits: BTreeMap<Severity, usize>,
    /// Seconds from a talk's first words to the first answer.
    pub first: Waits,
    /// Seconds from what a customer wrote to the answer, first ones too.
    pub each: Waits,
}

/// How long customers waited, in seconds.
#[derive(Debug, Default)]
pub struct Waits(Vec<i64>);

/// What waits come to: the shortest time within which so many were answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Quantiles {
    /// How many.
    pub count: usize,
    /// Half of them.
    pub median: i64,
    /// Nine of ten.
    pub ninety: i64,
}

impl Waits {
    /// `None` where nothing was measured.
    pub fn quantiles(&self) -> Option<Quantiles> {
        let mut all = self.0.clone();
        all.sort_unstable();
        let at = |percent: usize| all.get((all.len() * percent).div_ceil(100).checked_sub(1)?).copied();
        Some(Quantiles { count: all.len(), median: at(50)?, ninety: at(90)? })
    }
}

/// How chats are looked at.
#[derive(Clone, Copy, Debug)]
pub struct Look<'r> {
    /// By which rules.
    pub register: &'r Register,
    /// Everybody can read them.
    pub public: bool,
    /// Personal data is shown.
    pub personal: bool,
}

/// Looks at everything that was said, in order.
pub fn look<'s>(said: impl IntoIterator<Item = &'s Said>, by: Look<'_>) -> Chats<'s> {
    let by = By { look: by, numbers: by.register.rules.iter().enumerate().map(|(n, rule)| (&rule.id, n)).collect() };
    let mut out = Chats::default();
    let mut names = Names::default();
    let mut talks: BTreeMap<&str, Talk<'s>> = BTreeMap::new();
    let mut current = "";
    for one in said {
        // Without a column for it a talk is with whoever of the customers spoke last.
        current = match (&one.talk, one.side) {
            (Some(talk), _) => talk,
            (None, Side::Customer) if !one.name.is_empty() => &one.name,
            (None, _) => current,
        };
        let talk = talks.entry(current).or_default();
        match one.side {
            Side::Customer => talk.asked(one),
            Side::Agent => out.replied(one, names.of(&one.name, by.look.personal), talk, &by),
        }
    }
    out
}

/// How they are looked at, with the rules' numbers in the register.
struct By<'r> {
    look: Look<'r>,
    numbers: BTreeMap<&'r RuleId, usize>,
}

/// How a talk stands.
#[derive(Default)]
struct Talk<'s> {
    /// Since when the customer waits.
    since: Option<i64>,
    /// Whether anybody answered yet.
    answered: bool,
    /// What the customer wrote last, not answered yet.
    asked: Option<&'s str>,
    /// What each agent sent before.
    sent: HashSet<(&'s str, Sent)>,
}

impl<'s> Talk<'s> {
    fn asked(&mut self, said: &'s Said) {
        self.since = self.since.or(said.at);
        self.asked = Some(&said.text);
    }
}

impl<'s> Chats<'s> {
    fn replied(&mut self, said: &'s Said, name: &str, talk: &mut Talk<'s>, by: &By<'_>) {
        let Look { register, public, personal } = by.look;
        self.replies += 1;
        let agent = self.agents.entry(name.to_owned()).or_default();
        agent.replies += 1;
        if let (Some(since), Some(at)) = (talk.since, said.at) {
            // A clock that was set back measures nothing.
            let wait = (at - since).max(0);
            agent.each.0.push(wait);
            if !talk.answered {
                agent.first.0.push(wait);
            }
        }
        talk.since = None;
        talk.answered = true;
        let reading = register.rulebook().read(&said.text);
        let own = Sent::of_normal(reading.normal().as_str());
        let sent_before = own.and_then(|own| talk.sent.replace((&said.name, own)));
        let earlier = sent_before.as_ref().map_or(&[][..], |(_, sent)| std::slice::from_ref(sent));
        let hits = reading.hits(&Around { customer: talk.asked.take(), earlier, public });
        if hits.is_empty() {
            return;
        }
        let mut fired = Vec::with_capacity(hits.len());
        let (mut bytes, mut chars) = (0, 0);
        for hit in &hits {
            chars += said.text[bytes..hit.at.start].chars().count();
            bytes = hit.at.start;
            let end = chars + said.text[hit.at.clone()].chars().count();
            fired.push(Fired { rule: by.numbers.get(&hit.rule).copied().unwrap_or_default(), start: chars, end });
        }
        let once: BTreeSet<usize> = fired.iter().map(|fired| fired.rule).collect();
        for rule in once {
            *agent.hits.entry(register.rules[rule].severity).or_default() += 1;
        }
        let broken = Broken { line: said.line, agent: name.to_owned(), text: &said.text, personal, hits: fired };
        self.broken.push(broken);
    }

    /// Rules by number: in how many replies each fired.
    pub fn rules(&self) -> BTreeMap<usize, usize> {
        let mut out = BTreeMap::new();
        for broken in &self.broken {
            let once: BTreeSet<usize> = broken.hits.iter().map(|hit| hit.rule).collect();
            for rule in once {
                *out.entry(rule).or_default() += 1;
            }
        }
        out
    }
}

/// The fewest digits in a row that may tell who somebody is: numbers of telephones, orders, parcels.
const DIGITS: usize = 7;

/// Agents' names as they are told: numbers in them hidden too, and still one from another.
#[derive(Default)]
struct Names<'s> {
    shown: BTreeMap<&'s str, String>,
    taken: BTreeSet<String>,
}

impl<'s> Names<'s> {
    fn of(&mut self, name: &'s str, personal: bool) -> &str {
        let taken = &mut self.taken;
        self.shown.entry(name).or_insert_with(|| {
            let shown: String = hidden(name, personal).into_iter().collect();
            let others = (2..).map(|n| format!("{shown} {n}"));
            let own = std::iter::once(shown.clone()).chain(others).find(|shown| !taken.contains(shown)).unwrap_or(shown);
            taken.insert(own.clone());
            own
        })
    }
}

/// A text whose personal data is stars, one for each character, unless it is to be seen.
pub fn hidden(text: &str, seen: bool) -> Vec<char> {
    if seen {
        return text.chars().collect();
    }
    let places = personal(text);
    let mut next = places.iter().peekable();
    let mut out: Vec<char> = Vec::new();
    for (at, c) in text.char_indices() {
        while next.next_if(|place| place.end <= at).is_some() {}
        out.push(if next.peek().is_some_and(|place| place.start <= at) { '*' } else { c });
    }
    let runs = out.chunk_by_mut(|one, other| one.is_numeric() && other.is_numeric());
    for run in runs.filter(|run| run.len() >= DIGITS && run[0].is_numeric()) {
        run.fill('*');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_who_somebody_is_becomes_stars() {
        let said = |text: &str| hidden(text, false).into_iter().collect::<String>();
        assert_eq!(said("陈女士 138-1234-5678，单号SF1234567890！"), "陈女士 *************，单号SF**********！");
        assert_eq!(said("199元，12号发货"), "199元，12号发货");
    }

    #[test]
    fn half_and_nine_of_ten_were_answered_within() {
        assert_eq!(Waits::default().quantiles(), None);
        let of = |waits: &[i64]| Waits(waits.to_vec()).quantiles().map(|q| (q.count, q.median, q.ninety));
        assert_eq!(of(&[7]), Some((1, 7, 7)));
        assert_eq!(of(&[100, 1, 2, 3, 4, 5, 6, 7, 8, 9]), Some((10, 5, 9)));
    }
}
