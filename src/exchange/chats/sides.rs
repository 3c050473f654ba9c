//! Who is the agent and who the customer: by a column for it, by the words in a name, or as told.

use std::collections::{BTreeMap, BTreeSet};

/// A side of a talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Who buys.
    Customer,
    /// Who serves.
    Agent,
}

const AGENTS: &[&str] = &[
    "客服",
    "卖家",
    "商家",
    "店铺",
    "店小二",
    "坐席",
    "座席",
    "接待",
    "专员",
    "agent",
    "seller",
    "staff",
    "support",
    "service",
    "merchant",
    "operator",
    "advisor",
    "assistant",
    "representative",
    "employee",
    "outbound",
    "发出",
];
const CUSTOMERS: &[&str] = &[
    "客户",
    "买家",
    "顾客",
    "用户",
    "访客",
    "会员",
    "消费者",
    "来电人",
    "customer",
    "buyer",
    "client",
    "visitor",
    "guest",
    "consumer",
    "caller",
    "shopper",
    "inbound",
    "收到",
];

/// What a word says by itself. "customer service" serves.
fn told(word: &str) -> Option<Side> {
    let word = word.to_lowercase();
    // An account of a shop's member of staff is written SHOP:NAME.
    if AGENTS.iter().any(|name| word.contains(name)) || word.contains([':', '：']) {
        return Some(Side::Agent);
    }
    CUSTOMERS.iter().any(|name| word.contains(name)).then_some(Side::Customer)
}

/// The longest name of a speaker before a colon in plain text.
const LONGEST: usize = 20;

/// Whether what stands before a colon in plain text is somebody.
pub(super) fn is_speaker(name: &str, agents: &[String]) -> bool {
    name.chars().count() <= LONGEST
        && (is_one(agents, name) || told(name).is_some_and(|_| !name.contains([' ', '，', ',', '。'])))
}

fn is_one(agents: &[String], name: &str) -> bool {
    agents.iter().any(|agent| agent.trim().to_lowercase() == name.to_lowercase())
}

/// Who is who in one file.
pub(super) struct Sides<'a> {
    agents: &'a [String],
    /// Whose side nobody tells is on this one.
    others: Option<Side>,
    /// Names of which nobody tells the side.
    unknown: BTreeSet<String>,
    /// What each word says by itself: a file has few names and many lines.
    told: BTreeMap<String, Option<Side>>,
}

impl<'a> Sides<'a> {
    /// Looks at everybody who speaks: side as told by a column, and name.
    pub(super) fn of<'s>(all: impl Iterator<Item = (&'s str, &'s str)>, agents: &'a [String]) -> Self {
        let mut out = Self { agents, others: None, unknown: BTreeSet::new(), told: BTreeMap::new() };
        let (mut seen, mut nameless) = (BTreeSet::new(), false);
        for (side, name) in all {
            out.learn(side);
            out.learn(name);
            match out.known(side, name) {
                Some(side) => drop(seen.insert(side)),
                None if name.is_empty() && side.is_empty() => nameless = true,
                None => drop(out.unknown.insert(if name.is_empty() { side } else { name }.to_owned())),
            }
        }
        out.others = match (seen.contains(&Side::Agent), seen.contains(&Side::Customer)) {
            (true, _) => Some(Side::Customer),
            (false, true) => Some(Side::Agent),
            // A text without any names is a list of replies.
            (false, false) => (nameless && out.unknown.is_empty()).then_some(Side::Agent),
        };
        // Lines without a name among lines with one go on with replies.
        if out.others == Some(Side::Customer) && nameless && out.unknown.is_empty() {
            out.others = Some(Side::Agent);
        }
        out
    }

    fn known(&self, side: &str, name: &str) -> Option<Side> {
        if !self.agents.is_empty() {
            return Some(if is_one(self.agents, name) { Side::Agent } else { Side::Customer });
        }
        let told = |word: &str| if word.is_empty() { None } else { self.told.get(word).copied().unwrap_or_else(|| told(word)) };
        told(side).or_else(|| told(name))
    }

    fn learn(&mut self, word: &str) {
        if !word.is_empty() && !self.told.contains_key(word) {
            self.told.insert(word.to_owned(), told(word));
        }
    }

    /// The side of a speaker.
    pub(super) fn side(&self, side: &str, name: &str) -> Side {
        self.known(side, name).or(self.others).unwrap_or(Side::Agent)
    }

    /// Whether several people speak, and of none it is known who is the agent.
    pub(super) fn nobody(&self) -> bool {
        self.others.is_none() && !self.unknown.is_empty()
    }

    /// Those of whom nobody tells the side.
    pub(super) fn names(&self) -> Vec<String> {
        self.unknown.iter().cloned().collect()
    }
}
