//! A place in a document, with its path: what `reading` asks, and what it says when the answer is not fit.

use serde_json::Value;

use super::{terms, time};
use crate::base::moment::Moment;

/// Why a document is no licence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misshapen {
    /// Which part: `credentialSubject.achievement.name`, `evidence[2]`; empty for the whole.
    pub path: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a part of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is missing.
    Missing,
    /// It is not what belongs there, or does not fit another part.
    Wrong,
    /// A text with characters that would hide or turn something on a screen.
    Hidden,
    /// It does not belong in a licence as this program knows it; a newer one may.
    Unknown,
}

/// A place in a document.
#[derive(Clone)]
pub(super) struct At<'v> {
    value: &'v Value,
    path: String,
}

type Read<T> = Result<T, Misshapen>;

impl<'v> At<'v> {
    pub(super) fn root(value: &'v Value) -> Self {
        Self { value, path: String::new() }
    }

    pub(super) fn value(&self) -> &'v Value {
        self.value
    }

    pub(super) fn fault<T>(&self, fault: Fault) -> Read<T> {
        Err(Misshapen { path: self.path.clone(), fault })
    }

    /// What stands under a key, if anything.
    pub(super) fn maybe(&self, key: &str) -> Option<Self> {
        let value = self.value.get(key)?;
        Some(Self { value, path: terms::step(&self.path, key) })
    }

    /// What must stand under a key.
    pub(super) fn at(&self, key: &str) -> Read<Self> {
        self.maybe(key).ok_or_else(|| Misshapen { path: terms::step(&self.path, key), fault: Fault::Missing })
    }

    /// The things in the list under a key; none if there is none.
    pub(super) fn each(&self, key: &str) -> Read<Vec<Self>> {
        self.maybe(key).map_or_else(|| Ok(Vec::new()), |under| under.items())
    }

    /// The things in a list.
    pub(super) fn items(&self) -> Read<Vec<Self>> {
        let Some(items) = self.value.as_array() else { return self.fault(Fault::Wrong) };
        Ok(items.iter().enumerate().map(|(n, value)| Self { value, path: format!("{}[{n}]", self.path) }).collect())
    }

    /// A text of any kind.
    pub(super) fn raw(&self) -> Read<&'v str> {
        self.value.as_str().map_or_else(|| self.fault(Fault::Wrong), Ok)
    }

    /// A text of one line that says something.
    pub(super) fn line(&self) -> Read<String> {
        self.shown(|c| c.is_control())
    }

    /// A text of one or more lines.
    pub(super) fn lines(&self) -> Read<String> {
        self.shown(|c| c.is_control() && !matches!(c, '\n' | '\t'))
    }

    fn shown(&self, control: impl Fn(char) -> bool) -> Read<String> {
        let text = self.raw()?;
        let turns = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}');
        if text.contains(|c| control(c) || turns(c)) {
            return self.fault(Fault::Hidden);
        }
        if text.trim().is_empty() { self.fault(Fault::Wrong) } else { Ok(text.to_owned()) }
    }

    /// What a text becomes, if it may.
    pub(super) fn read<T>(&self, how: impl FnOnce(&'v str) -> Option<T>) -> Read<T> {
        how(self.raw()?).map_or_else(|| self.fault(Fault::Wrong), Ok)
    }

    pub(super) fn moment(&self) -> Read<Moment> {
        self.read(time::read)
    }
}

/// Where a document first differs from the one that its own values make.
///
/// # Errors
/// The part.
pub(super) fn same(found: &Value, made: &Value) -> Read<()> {
    differs(&At::root(found), made)
}

fn differs(found: &At<'_>, made: &Value) -> Read<()> {
    match (found.value, made) {
        (Value::Object(has), Value::Object(made)) => {
            made.iter().try_for_each(|(key, made)| differs(&found.at(key)?, made))?;
            match has.keys().find(|key| !made.contains_key(*key)) {
                Some(key) => found.at(key)?.fault(Fault::Unknown),
                None => Ok(()),
            }
        }
        (Value::Array(has), Value::Array(made)) => {
            let item = |n: usize| At { value: has.get(n).unwrap_or(&Value::Null), path: format!("{}[{n}]", found.path) };
            made.iter().enumerate().try_for_each(|(n, made)| differs(&item(n), made))?;
            if has.len() > made.len() { item(made.len()).fault(Fault::Unknown) } else { Ok(()) }
        }
        (has, made) if has == made => Ok(()),
        _ => found.fault(Fault::Wrong),
    }
}
