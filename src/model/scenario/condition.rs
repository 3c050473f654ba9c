//! Conditions: `NAME`, `!NAME` for true/false, `NAME OP INTEGER` with `== != < <= > >=`.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::base::id::VarName;

/// The name of the mood in conditions.
pub const MOOD: &str = "mood";

/// One condition. In JSON as authors write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The variable, or `mood`.
    pub name: VarName,
    /// The test.
    pub test: Test,
}

/// What is asked of a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// `NAME` or `!NAME`.
    Flag(bool),
    /// `NAME OP INTEGER`.
    Compare(Op, i32),
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the six comparisons need no words")]
pub enum Op {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

/// Two-character signs first: `<=` is not `<` followed by `=`.
const OPS: &[(&str, Op)] = &[("==", Op::Eq), ("!=", Op::Ne), ("<=", Op::Le), (">=", Op::Ge), ("<", Op::Lt), (">", Op::Gt)];

impl Test {
    /// Whether a value passes.
    pub const fn holds(self, value: i32) -> bool {
        match self {
            Self::Flag(wanted) => (value != 0) == wanted,
            Self::Compare(Op::Eq, n) => value == n,
            Self::Compare(Op::Ne, n) => value != n,
            Self::Compare(Op::Lt, n) => value < n,
            Self::Compare(Op::Le, n) => value <= n,
            Self::Compare(Op::Gt, n) => value > n,
            Self::Compare(Op::Ge, n) => value >= n,
        }
    }
}

impl Condition {
    /// Reads what an author wrote; `None` where it is no condition.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        for (sign, op) in OPS {
            if let Some((name, number)) = text.split_once(sign) {
                let name = name_of(name)?;
                let value = number.trim().parse().ok()?;
                return Some(Self { name, test: Test::Compare(*op, value) });
            }
        }
        match text.strip_prefix('!') {
            Some(name) => Some(Self { name: name_of(name)?, test: Test::Flag(false) }),
            None => Some(Self { name: name_of(text)?, test: Test::Flag(true) }),
        }
    }
}

fn name_of(text: &str) -> Option<VarName> {
    let name = text.trim();
    is_var_name(name).then(|| name.into())
}

/// Whether a text may name a variable: a–z first, then a–z, 0–9, `_` or `-`.
pub fn is_var_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'-')
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.test {
            Test::Flag(true) => write!(f, "{}", self.name),
            Test::Flag(false) => write!(f, "!{}", self.name),
            Test::Compare(op, n) => {
                let sign = OPS.iter().find(|(_, o)| *o == op).map_or("", |(sign, _)| sign);
                write!(f, "{} {sign} {n}", self.name)
            }
        }
    }
}

impl Serialize for Condition {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(from)?).ok_or_else(|| D::Error::custom("not a condition"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_what_is_read() {
        for text in ["told_time", "!refused", "mood >= 40", "offers == 0", "offers != -1", "mood < 5", "a <= 2", "b > 3"] {
            assert_eq!(Condition::parse(text).map(|c| c.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Condition::parse(" mood>=40 "), Condition::parse("mood >= 40"));
        for bad in ["", "!", "mood >=", "mood >= x", "mood = 4", "Mood", "mood >= 40 && a", "mood ≥ 40", "!a == 1", "mood =< 3"]
        {
            assert_eq!(Condition::parse(bad), None, "{bad}");
        }
    }
}
