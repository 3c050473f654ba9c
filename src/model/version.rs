//! Which version of a question or turn somebody met: two digests over its checked form, as frozen content keeps it.
//!
//! *Logic* is what decides (ids, kinds, keys, scores, targets, conditions, limits); *text* is the words of one language. What a thing is
//! filed under (level, skills, objectives, roles) belongs to neither. What a new text means says the author's `Changed`.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::question::Question;
use super::scenario::Turn;
pub use super::word::Change;
use crate::base::digest::Digest;
use crate::base::id::Lang;

/// One version of a question or turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Over what decides.
    pub logic: Digest,
    /// Over the words of one language.
    pub text: Digest,
}

/// What an author says of a change of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The day, as the author's calendar has it.
    pub on: jiff::civil::Date,
    /// What kind of change.
    pub kind: Change,
}

impl Change {
    /// Whether who knew the thing before still knows it.
    pub const fn is_slight(self) -> bool {
        matches!(self, Self::Typo | Self::Wording)
    }
}

impl Question {
    /// Its version in a language.
    pub fn version(&self, lang: &Lang) -> Version {
        let asked = json!({ "ask": self.ask, "material": self.material, "why": self.why, "kind": self.kind });
        let decides = json!({ "id": self.id, "points": self.points, "keep_order": self.keep_order, "kind": without_texts(asked["kind"].clone()) });
        Version { logic: Digest::of(&decides), text: text_of(&asked, lang) }
    }
}

impl Turn {
    /// Its version in a language.
    pub fn version(&self, lang: &Lang) -> Version {
        let turn = json!(self);
        Version { text: text_of(&turn, lang), logic: logic_of(turn) }
    }
}

/// The mark by which a `Text` is known in JSON.
const TEXT: &str = "$text";
/// What a task to be written is known by, and where it keeps the register.
const WANTS: &str = "wants";
const REGISTER: &str = "register";

/// The digest over what decides.
pub(super) fn logic_of(value: Value) -> Digest {
    Digest::of(&without_texts(value))
}

/// The digest over the words of a language.
fn text_of(value: &Value, lang: &Lang) -> Digest {
    let mut texts = Vec::new();
    collect_texts(value, lang.as_str(), &mut texts);
    Digest::of(&texts)
}

/// That there is a text decides (a red line has a reason, whatever it says); what it says does not. The register that written replies are
/// judged by is a thing of its own, frozen with each of them: a new rule in it makes no new question of them all.
fn without_texts(value: Value) -> Value {
    match value {
        Value::Object(map) if map.contains_key(TEXT) => Value::Bool(true),
        Value::Object(mut map) if map.contains_key(WANTS) => {
            map.remove(REGISTER);
            Value::Object(map.into_iter().map(|(k, v)| (k, without_texts(v))).collect())
        }
        Value::Object(map) => Value::Object(map.into_iter().map(|(k, v)| (k, without_texts(v))).collect()),
        Value::Array(all) => Value::Array(all.into_iter().map(without_texts).collect()),
        other => other,
    }
}

fn collect_texts(value: &Value, lang: &str, out: &mut Vec<Value>) {
    match value {
        Value::Object(map) => match map.get(TEXT) {
            Some(words) => out.push(words.get(lang).cloned().unwrap_or_default()),
            None => {
                let own = |key: &str| key != REGISTER || !map.contains_key(WANTS);
                map.iter().filter(|(key, _)| own(key)).for_each(|(_, v)| collect_texts(v, lang, out));
            }
        },
        Value::Array(all) => all.iter().for_each(|v| collect_texts(v, lang, out)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::points::Points;
    use crate::model::question::Kind;
    use crate::model::question::one_of::{OneOf, Opt};
    use crate::model::text::Text;

    fn question(right: bool) -> Question {
        let zh = |text: &str| Text::new([(Lang::from("zh-CN"), text.to_owned())]);
        let option = |id: &str, right| Opt { id: id.into(), text: zh(id), right, why: None };
        Question {
            id: "b/q".into(),
            ask: zh("问"),
            level: 1,
            points: Points::whole(1),
            skills: vec![],
            objectives: vec![],
            roles: vec![],
            material: None,
            keep_order: false,
            why: zh("答"),
            kind: Kind::OneOf(OneOf { options: vec![option("a", right), option("b", !right)] }),
        }
    }

    #[test]
    fn key_words_and_filing_are_told_apart() {
        let lang = Lang::from("zh-CN");
        let old = question(true);
        let other_key = question(false).version(&lang);
        assert!(other_key.logic != old.version(&lang).logic && other_key.text == old.version(&lang).text);
        let other_words = Question { why: Text::new([(lang.clone(), "因为".to_owned())]), ..old.clone() }.version(&lang);
        assert!(other_words.logic == old.version(&lang).logic && other_words.text != old.version(&lang).text);
        let translated = [(lang.clone(), "问".to_owned()), (Lang::from("en"), "What?".to_owned())];
        let filed = Question { level: 3, skills: vec!["ask".into()], ask: Text::new(translated), ..old.clone() };
        assert_eq!(filed.version(&lang), old.version(&lang), "neither its shelf nor another language");
    }
}
