//! Laws of an issued file: whatever is changed in it is found, whatever only looks different is not.

use std::sync::OnceLock;

use onduty::base::dice::Seed;
use onduty::base::moment::Moment;
use onduty::credential::claims::Claims;
use onduty::credential::proof::{self, Check};
use onduty::credential::trust::Trust;
use onduty::credential::verify::{Conclusion, verify};
use serde_json::{Value, json};

use super::{issued, passed_watched};

/// An issued licence, and who is trusted.
struct Licence {
    text: String,
    document: Value,
    trust: Trust,
    now: Moment,
}

impl Licence {
    fn one() -> &'static Self {
        static ONE: OnceLock<Licence> = OnceLock::new();
        ONE.get_or_init(|| {
            let (office, _) = passed_watched();
            let text = String::from_utf8(issued(&office, "陈小满", "watched")).expect("UTF-8");
            let document: Value = serde_json::from_str(&text).expect("JSON");
            let now = Claims::read(&document).expect("a licence").from;
            Self { text, document, trust: office.trust(), now }
        })
    }

    fn check(&self, text: &str) -> Conclusion {
        verify(text.as_bytes(), Some(&self.trust), self.now, None).conclusion
    }
}

const BESIDE: &str = "a proof of another suite beside";

/// Everything that can be done to one place of a document, with where.
fn changes(value: &Value, path: &str, out: &mut Vec<(String, Value)>) {
    let mut put = |what: &str, value: Value| out.push((format!("{path} {what}"), value));
    for empty in [Value::Null, "".into(), json!([]), json!({}), 0.into()] {
        put(&format!("now {empty}"), empty);
    }
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                let mut less = map.clone();
                less.remove(key);
                put(&format!("without {key}"), less.clone().into());
                less.insert(format!("{key}x"), inner.clone());
                put(&format!("{key} renamed"), less.into());
            }
            let mut more = map.clone();
            more.insert("remark".to_owned(), "good for anything".into());
            put("one more", more.into());
        }
        Value::Array(items) => {
            let mut turned = items.clone();
            turned.rotate_left(items.len().min(1));
            put("turned", turned.into());
            for n in 0..items.len() {
                let mut less = items.clone();
                less.remove(n);
                put(&format!("without {n}"), less.into());
                let mut copied = items.clone();
                copied.push(items[n].clone());
                put(&format!("{n} once more"), copied.into());
                put(&format!("{n} alone"), items[n].clone());
            }
            let mut more = items.clone();
            more.push(json!("one more"));
            put("one more", more.into());
        }
        Value::String(text) => {
            put("longer", format!("{text}x").into());
            put("spaced", format!("{text} ").into());
            put("accented", format!("{text}\u{301}").into());
            put("cut", text.chars().skip(1).collect::<String>().into());
            let last = text.chars().last().map(|c| if c == '1' { '2' } else { '1' });
            put("end", text.chars().take(text.chars().count().saturating_sub(1)).chain(last).collect::<String>().into());
            put("listed", json!([text]));
        }
        Value::Number(_) | Value::Bool(_) | Value::Null => {
            put("other", json!(7));
            put("text", value.to_string().into());
        }
    }
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                let mut deeper = Vec::new();
                changes(inner, &format!("{path}/{key}"), &mut deeper);
                for (what, inner) in deeper {
                    let mut whole = map.clone();
                    whole.insert(key.clone(), inner);
                    out.push((what, whole.into()));
                }
            }
        }
        Value::Array(items) => {
            for (n, inner) in items.iter().enumerate() {
                let mut deeper = Vec::new();
                changes(inner, &format!("{path}/{n}"), &mut deeper);
                for (what, inner) in deeper {
                    let mut whole = items.clone();
                    whole[n] = inner;
                    out.push((what, whole.into()));
                }
            }
        }
        _ => {}
    }
}

#[test]
fn every_change_of_a_key_or_value_is_altered() {
    let licence = Licence::one();
    let mut all = Vec::new();
    changes(&licence.document, "", &mut all);
    let unknown = json!({ "type": "DataIntegrityProof", "cryptosuite": "ecdsa-sd-2029", "remark": "good for anything" });
    for (what, second) in [(BESIDE, unknown), ("an empty proof beside", json!({}))] {
        let mut changed = licence.document.clone();
        changed["proof"].as_array_mut().expect("a list").push(second);
        all.push((what.to_owned(), changed));
    }
    all.retain(|(_, changed)| *changed != licence.document);
    assert!(all.len() > 900, "only {} ways", all.len());
    let otherwise: Vec<_> = all
        .iter()
        .map(|(what, changed)| (what.as_str(), licence.check(&changed.to_string())))
        .filter(|(_, conclusion)| *conclusion != Conclusion::Altered)
        .collect();
    // Where another thing stands in the place of the whole document, nothing of a licence is left.
    let whole = |what: &str| what.starts_with(' ');
    let (replaced, otherwise): (Vec<_>, Vec<_>) = otherwise.into_iter().partition(|(what, _)| whole(what));
    assert!(replaced.iter().all(|(_, conclusion)| *conclusion == Conclusion::NotALicence), "{replaced:#?}");
    // Its issuer's signature over every word holds; what stands beside it, only a later version could know.
    let renamed = |what: &str| ["/proof/0/cryptosuite", "/proof/0/type"].iter().any(|place| what.starts_with(place));
    let (unknown, otherwise): (Vec<_>, Vec<_>) = otherwise.into_iter().partition(|(what, _)| *what == BESIDE || renamed(what));
    assert!(unknown.iter().all(|(_, conclusion)| *conclusion == Conclusion::Unproven), "{unknown:#?}");
    // Nothing says which of the two signatures stands first, or that there was one over the meaning.
    assert_eq!(otherwise, [("/proof turned", Conclusion::Good), ("/proof without 0", Conclusion::Good)]);
    // The signature alone shows it, whether or not it still looks like a licence.
    let good = |document: &Value| matches!(proof::verify(document)[..], [Check::Good(..), Check::Good(..)]);
    assert!(good(&licence.document));
    let signed: Vec<_> = all.iter().filter(|(_, changed)| good(changed)).map(|(what, _)| what).collect();
    assert_eq!(signed, ["/proof turned"], "both signatures, the other way round");
}

#[test]
fn every_character_typed_over_is_found_unless_it_says_the_same() {
    let licence = Licence::one();
    let mut dice = Seed::from_bytes(b"typed over").dice("typed over", "");
    let chars: Vec<char> = licence.text.chars().collect();
    for _ in 0..400 {
        let (at, other) = (dice.below(chars.len()), ['0', 'a', 'Z', '"', ' ', '\n', ',', '{', '岗', '\\'][dice.below(10)]);
        let mut typed = chars.clone();
        typed[at] = other;
        let typed: String = typed.into_iter().collect();
        let same = serde_json::from_str::<Value>(&typed).is_ok_and(|value| value == licence.document);
        assert_eq!(licence.check(&typed) == Conclusion::Good, same, "{other:?} at {at}: {typed}");
    }
}

/// A document with the keys of every object in the opposite order, and everything outside ASCII as escapes.
fn reversed(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let entries: Vec<String> =
                map.iter().rev().map(|(key, value)| format!("{} :\t{}", escaped(key), reversed(value))).collect();
            format!("{{\r\n{}\r\n}}", entries.join(" ,\r\n"))
        }
        Value::Array(items) => format!("[ {} ]", items.iter().map(reversed).collect::<Vec<_>>().join(" , ")),
        Value::String(text) => escaped(text),
        other => other.to_string(),
    }
}

fn escaped(text: &str) -> String {
    let escape = |c: char| if c.is_ascii_alphanumeric() { c.to_string() } else { utf16(c) };
    format!("\"{}\"", text.chars().map(escape).collect::<String>())
}

fn utf16(c: char) -> String {
    c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04X}")).collect()
}

#[test]
fn how_it_is_written_does_not_matter() {
    let licence = Licence::one();
    let turned = reversed(&licence.document);
    assert_eq!(serde_json::from_str::<Value>(&turned).expect("JSON"), licence.document);
    assert!(turned.find("proof") < turned.find("context"), "it is in another order");
    let tight = reversed(&licence.document).replace(['\r', '\n', '\t', ' '], "");
    for text in [&licence.text, &licence.document.to_string(), &turned, &tight, &format!("\u{feff}{}", licence.text)] {
        assert_eq!(licence.check(text), Conclusion::Good, "{text}");
    }
}

#[test]
fn a_broken_file_is_unreadable() {
    let licence = Licence::one();
    let ends: Vec<usize> = licence.text.trim_end().char_indices().map(|(at, _)| at).step_by(7).collect();
    for end in ends {
        assert_eq!(licence.check(&licence.text[..end]), Conclusion::Unreadable, "cut at {end}");
    }
    let twice = licence.text.replacen("\"licenseNumber\"", "\"licenseNumber\": \"1\", \"licenseNumber\"", 1);
    for bad in [&format!("{0}{0}", licence.text), &twice, "", "licence", "[]x"] {
        assert_eq!(licence.check(bad), Conclusion::Unreadable, "{bad}");
    }
    let mut bytes = licence.text.clone().into_bytes();
    bytes[20] = 0xff;
    assert_eq!(verify(&bytes, Some(&licence.trust), licence.now, None).conclusion, Conclusion::Unreadable);
}
