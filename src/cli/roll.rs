//! What people were called when somebody signed it. What is signed is a digest of name and staff number with a salt; salts, names and
//! numbers lie here, by person first: with the person all of that person's go (`erase`), and the digest says nothing any more.
//!
//! Signed is it with the call to a sitting (`sitting/people`), and when somebody is called otherwise (`rename`). How an exam stands to it
//! → `registry/person`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

use super::beside;
use super::failure::Failure;
use crate::base::digest::Digest;
use crate::base::id::LearnerId;
use crate::base::name::alike;
use crate::store::{Learner, Store};

/// The setting that all of it lies in. It began with sittings, and keeps its name.
const SETTING: &str = "people-of-sittings";

/// All of it: by person, then by the id of the sitting or of the act that it was signed in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Roll(BTreeMap<LearnerId, BTreeMap<String, Entry>>);

/// What is kept of one person in one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written")]
struct Entry {
    salt: String,
    /// In order; more than one where it was put right and signed anew.
    called: Vec<Name>,
}

/// As it is written: before names were kept, it was the salt alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Salt(String),
    Whole { salt: String, called: Vec<Name> },
}

impl From<Written> for Entry {
    fn from(written: Written) -> Self {
        match written {
            Written::Salt(salt) => Self { salt, called: Vec::new() },
            Written::Whole { salt, called } => Self { salt, called },
        }
    }
}

/// Name and staff number of a person at a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// The name.
    pub name: String,
    /// The staff number, where there was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
}

/// Stands between name and number where an exam's beginning seals both: no name holds it.
const BETWEEN: char = '\n';

impl Name {
    /// As somebody is called today.
    pub fn of(learner: &Learner) -> Self {
        Self { name: learner.name.clone(), number: learner.staff_number.clone() }
    }

    /// As it lies beside an exam's beginning.
    pub fn sealed(&self) -> String {
        self.number.as_ref().map_or_else(|| self.name.clone(), |number| format!("{}{BETWEEN}{number}", self.name))
    }

    /// From what lies there. Before numbers were sealed it was the name alone.
    pub fn read(words: &str) -> Self {
        match words.split_once(BETWEEN) {
            Some((name, number)) => Self { name: name.to_owned(), number: Some(number.to_owned()) },
            None => Self { name: words.to_owned(), number: None },
        }
    }

    /// As people are shown: the name, and the number where there is one.
    pub fn shown(&self) -> String {
        self.number.as_ref().map_or_else(|| self.name.clone(), |number| format!("{} ({number})", self.name))
    }

    /// Whether both would be taken for the same name, whatever the numbers.
    pub fn sounds_as(&self, other: &Self) -> bool {
        alike(&self.name, &other.name)
    }

    /// Whether both would be taken for the same staff number; who has none has nobody's.
    pub fn numbered_as(&self, other: &Self) -> bool {
        let bare = |it: &Self| it.number.as_ref().map(|it| it.nfkc().collect::<String>().trim_start_matches('0').to_owned());
        bare(self).zip(bare(other)).is_some_and(|(one, two)| alike(&one, &two))
    }

    /// What is signed of it.
    fn digest(&self, salt: &str) -> Digest {
        Digest::of(&(salt, &self.name, &self.number))
    }
}

impl Roll {
    /// Reads it.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn read(store: &dyn Store) -> Result<Self, Failure> {
        beside::read(store, SETTING)
    }

    /// Changes it: read and written back as one.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn change(store: &mut dyn Store, change: impl FnOnce(&mut Self)) -> Result<(), Failure> {
        beside::change(store, SETTING, change)
    }

    /// Puts down what somebody is called in a place, and the salt that it is signed with there; a salt that is there already stays.
    pub fn add(&mut self, place: &str, learner: &LearnerId, salt: &str, name: Option<Name>) {
        let theirs = self.0.entry(learner.clone()).or_default();
        let entry = theirs.entry(place.to_owned()).or_insert_with(|| Entry { salt: salt.to_owned(), called: Vec::new() });
        entry.called.extend(name.filter(|it| !entry.called.contains(it)));
    }

    /// Forgets a person; whether anything was kept.
    pub fn forget(&mut self, learner: &LearnerId) -> bool {
        self.0.remove(learner).is_some()
    }

    /// All that a person was signed to be called, and is kept.
    pub fn names(&self, learner: &LearnerId) -> Vec<&Name> {
        let mut out: Vec<&Name> = Vec::new();
        for name in self.0.get(learner).into_iter().flat_map(BTreeMap::values).flat_map(|it| &it.called) {
            if !out.contains(&name) {
                out.push(name);
            }
        }
        out
    }

    /// The salts of a place.
    pub fn salts(&self, place: &str) -> BTreeMap<LearnerId, String> {
        let of =
            |(learner, theirs): (&LearnerId, &BTreeMap<String, Entry>)| Some((learner.clone(), theirs.get(place)?.salt.clone()));
        self.0.iter().filter_map(of).collect()
    }

    /// Whether a digest that was signed in a place is of what a person is called today. Without the salt nobody can say so.
    pub fn is_of(&self, place: &str, learner: &Learner, signed: &Digest) -> bool {
        let entry = self.0.get(&learner.id).and_then(|theirs| theirs.get(place));
        entry.is_some_and(|it| Name::of(learner).digest(&it.salt) == *signed)
    }

    /// The name and number that a digest signed in a place is of, where they are kept.
    pub fn named(&self, place: &str, learner: &LearnerId, signed: &Digest) -> Option<&Name> {
        let entry = self.0.get(learner)?.get(place)?;
        entry.called.iter().find(|it| it.digest(&entry.salt) == *signed)
    }
}

/// What is signed of somebody's name and number with a salt.
pub fn digest(salt: &str, learner: &Learner) -> Digest {
    Name::of(learner).digest(salt)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(name: &str, number: Option<&str>) -> Name {
        Name { name: name.to_owned(), number: number.map(str::to_owned) }
    }

    #[test]
    fn what_was_kept_before_names_were_is_read() {
        let roll: Roll = serde_json::from_str(r#"{"l-1":{"s-1":"salt"}}"#).expect("it reads");
        assert_eq!(roll.salts("s-1"), BTreeMap::from([("l-1".into(), "salt".to_owned())]));
        let signed = name("王芳", Some("0201")).digest("salt");
        assert_eq!(roll.named("s-1", &"l-1".into(), &signed), None);
    }

    #[test]
    fn a_digest_gives_its_name_back_until_the_person_is_forgotten() {
        let (mut roll, learner) = (Roll::default(), LearnerId::from("l-1"));
        let all = [name("王芳", Some("0201")), name("王方", Some("0201"))];
        for it in &all {
            roll.add("s-1", &learner, "salt", Some(it.clone()));
        }
        let text = serde_json::to_string(&roll).expect("it writes");
        let mut read: Roll = serde_json::from_str(&text).expect("it reads");
        assert_eq!(read, roll);
        for it in &all {
            assert_eq!(read.named("s-1", &learner, &it.digest("salt")), Some(it));
        }
        assert!(read.forget(&learner) && !read.forget(&learner));
        assert_eq!(read.named("s-1", &learner, &all[0].digest("salt")), None);
    }

    #[test]
    fn names_and_numbers_that_would_be_mixed_up_are_the_same() {
        let eli = name("Eli", Some("105"));
        for it in [("eli", "0105"), ("ＥＬＩ", "１０５"), ("E li", "0１05")] {
            let it = name(it.0, Some(it.1));
            assert!(it.sounds_as(&eli) && it.numbered_as(&eli), "{it:?}");
        }
        assert!(!name("Ela", None).sounds_as(&eli) && !name("Eli", Some("1050")).numbered_as(&eli));
        assert!(!name("Eli", None).numbered_as(&name("Fay", None)));
    }

    #[test]
    fn a_name_with_its_number_is_sealed_as_no_name_alone_is() {
        for it in [name("王芳", Some("0201")), name("王芳 (0201)", None)] {
            assert_eq!(Name::read(&it.sealed()), it);
        }
        assert_eq!(name("王芳", Some("0201")).shown(), name("王芳 (0201)", None).shown());
    }
}
