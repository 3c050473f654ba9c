//! JSON read strictly: what a signature was made over must be the one thing that every reader sees.
//!
//! `serde_json` keeps the last of two equal keys without a word, so a document could show one holder to this program and another to a
//! person. Here such a text is refused, as are numbers that a JSON number cannot hold exactly, great depth and great size.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// The most bytes of a document: a licence has a few thousand.
pub const MOST_BYTES: usize = 1 << 20;
/// The deepest nesting of a document: a licence has six levels.
pub const DEEPEST: usize = 32;
/// The largest whole number that JSON readers agree on (2^53 − 1).
const EXACT: u64 = (1 << 53) - 1;

/// Why a text is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// More than [`MOST_BYTES`].
    TooLarge,
    /// Not UTF-8.
    NotText,
    /// Not JSON; the place from 1 (column in bytes).
    NotJson {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
    },
    /// The same key twice in one object: readers would not agree on what it says.
    Twice(String),
    /// Nested deeper than [`DEEPEST`].
    TooDeep,
    /// A whole number that readers would not agree on.
    Number,
    /// A picture that is damaged.
    Picture,
    /// A picture with no document in it.
    NoneInside,
    /// A picture with more than one document in it.
    ManyInside,
}

/// Reads a document. A byte order mark at the start is passed over.
///
/// # Errors
/// See [`Unreadable`].
pub fn read(bytes: &[u8]) -> Result<Value, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Unreadable::NotText)?;
    let mut json = serde_json::Deserializer::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    let why = RefCell::new(None);
    let value = Strict { left: DEEPEST, why: &why }.deserialize(&mut json);
    value.and_then(|value| json.end().map(|()| value)).map_err(|e| {
        let place = Unreadable::NotJson { line: e.line(), column: e.column() };
        why.take().unwrap_or(place)
    })
}

/// Reads one value; what serde's errors cannot carry goes into `why`.
#[derive(Clone, Copy)]
struct Strict<'w> {
    left: usize,
    why: &'w RefCell<Option<Unreadable>>,
}

impl Strict<'_> {
    fn refuse<E: serde::de::Error>(self, why: Unreadable) -> E {
        self.why.replace(Some(why));
        E::custom("refused")
    }

    fn below<E: serde::de::Error>(self) -> Result<Self, E> {
        match self.left.checked_sub(1) {
            Some(left) => Ok(Self { left, ..self }),
            None => Err(self.refuse(Unreadable::TooDeep)),
        }
    }
}

impl<'de> DeserializeSeed<'de> for Strict<'_> {
    type Value = Value;
    fn deserialize<D: serde::Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, is: bool) -> Result<Value, E> {
        Ok(Value::Bool(is))
    }

    fn visit_u64<E: serde::de::Error>(self, n: u64) -> Result<Value, E> {
        if n > EXACT { Err(self.refuse(Unreadable::Number)) } else { Ok(n.into()) }
    }

    fn visit_i64<E: serde::de::Error>(self, n: i64) -> Result<Value, E> {
        if n.unsigned_abs() > EXACT { Err(self.refuse(Unreadable::Number)) } else { Ok(n.into()) }
    }

    fn visit_f64<E: serde::de::Error>(self, n: f64) -> Result<Value, E> {
        // A whole number too long for 64 bits arrives here already rounded.
        let exact = n.fract() != 0.0 || n.abs() <= 9_007_199_254_740_991.0;
        Number::from_f64(n).filter(|_| exact).map(Value::Number).ok_or_else(|| self.refuse(Unreadable::Number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let below = self.below()?;
        let mut out = Vec::new();
        while let Some(item) = items.next_element_seed(below)? {
            out.push(item);
        }
        Ok(out.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let below = self.below()?;
        let mut out = Map::new();
        while let Some(key) = entries.next_key::<String>()? {
            if out.contains_key(&key) {
                return Err(self.refuse(Unreadable::Twice(key)));
            }
            let value = entries.next_value_seed(below)?;
            out.insert(key, value);
        }
        Ok(out.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_serde_json_reads() {
        let text = r#" {"a": [1, -2.5, "岗\n\u0000", true, null, {}], "b": {"c": []}} "#;
        assert_eq!(read(text.as_bytes()).unwrap(), serde_json::from_str::<Value>(text).unwrap());
        assert_eq!(read("\u{feff}[1]".as_bytes()).unwrap(), serde_json::json!([1]), "Windows editors put a mark before");
    }

    #[test]
    fn two_readings_of_one_text_are_refused() {
        for (text, key) in [
            (r#"{"name":"李","name":"王"}"#, "name"),
            (r#"{"a":{"b":1,"c":2,"b":1}}"#, "b"),
            (r#"{"name":1,"n\u0061me":2}"#, "name"),
            (r#"[{"":1,"":1}]"#, ""),
        ] {
            assert_eq!(read(text.as_bytes()), Err(Unreadable::Twice(key.to_owned())), "{text}");
        }
        for text in ["9007199254740993", "-9007199254740993", "[100000000000000000000]", "1e400", "1e300"] {
            let why = read(text.as_bytes()).unwrap_err();
            assert!(matches!(why, Unreadable::Number | Unreadable::NotJson { .. }), "{text}: {why:?}");
        }
    }

    #[test]
    fn depth_and_size_have_an_end() {
        let nest = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
        assert!(read(nest(DEEPEST).as_bytes()).is_ok());
        assert_eq!(read(nest(DEEPEST + 1).as_bytes()), Err(Unreadable::TooDeep));
        assert_eq!(read(nest(400_000).as_bytes()), Err(Unreadable::TooDeep));
        assert_eq!(read(&vec![b' '; MOST_BYTES + 1]), Err(Unreadable::TooLarge));
    }

    #[test]
    fn what_is_no_json_names_the_place() {
        assert_eq!(read(b"{\n  \"a\": }"), Err(Unreadable::NotJson { line: 2, column: 8 }));
        assert!(matches!(read(b"{} {}"), Err(Unreadable::NotJson { line: 1, .. })));
        assert!(matches!(read(br#""\ud800""#), Err(Unreadable::NotJson { .. })), "half a character");
        assert_eq!(read(&[b'"', 0xff, b'"']), Err(Unreadable::NotText));
        assert!(matches!(read(b""), Err(Unreadable::NotJson { .. })));
    }
}
