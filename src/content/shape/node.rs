//! JSON in the order it is made, so that a schema reads like the file it describes.

use serde::ser::{SerializeMap as _, SerializeSeq as _};
use serde::{Serialize, Serializer};

/// A piece of JSON.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// An object.
    Map(Vec<(String, Node)>),
    /// A list.
    List(Vec<Node>),
    /// A text.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A decimal number.
    Decimal(f64),
    /// True or false.
    Flag(bool),
}

impl Node {
    /// An object of these.
    pub fn map<const N: usize>(entries: [(&str, Self); N]) -> Self {
        Self::Map(entries.into_iter().map(|(key, node)| (key.to_owned(), node)).collect())
    }

    /// A list of texts.
    pub fn texts<'t>(all: impl IntoIterator<Item = &'t str>) -> Self {
        Self::List(all.into_iter().map(Self::from).collect())
    }

    /// An object with one more entry; what stands there under that name is replaced.
    #[must_use]
    pub fn with(mut self, key: &str, node: impl Into<Self>) -> Self {
        if let Self::Map(entries) = &mut self {
            match entries.iter_mut().find(|(name, _)| name == key) {
                Some((_, old)) => *old = node.into(),
                None => entries.push((key.to_owned(), node.into())),
            }
        }
        self
    }

    /// An object with all entries of another.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match other {
            Self::Map(entries) => entries.into_iter().fold(self, |all, (key, node)| all.with(&key, node)),
            _ => self,
        }
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Node {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<i64> for Node {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Node {
    fn from(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Map(entries) => {
                let mut map = to.serialize_map(Some(entries.len()))?;
                for (key, node) in entries {
                    map.serialize_entry(key, node)?;
                }
                map.end()
            }
            Self::List(nodes) => {
                let mut list = to.serialize_seq(Some(nodes.len()))?;
                for node in nodes {
                    list.serialize_element(node)?;
                }
                list.end()
            }
            Self::Text(text) => to.serialize_str(text),
            Self::Number(number) => to.serialize_i64(*number),
            Self::Decimal(number) => to.serialize_f64(*number),
            Self::Flag(flag) => to.serialize_bool(*flag),
        }
    }
}
