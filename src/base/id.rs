//! Names of things: one newtype a kind of thing, so that a turn can never be taken for a reply.
//!
//! What is stored is always the author's id, never an index. Whether a text *is* a good id is asked once, by `content`
//! (`is_slug`); learners' and attempts' ids are UUIDs drawn by the shell.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])+ $name:ident;)+) => {$(
        $(#[$doc])+
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as the author wrote it.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.into())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", &self.0)
            }
        }
    )+};
}

ids! {
    /// A library of courseware.
    LibraryId;
    /// A syllabus: a list of objectives.
    SyllabusId;
    /// `syllabus/objective`, as lessons and questions name it.
    ObjectiveRef;
    /// A course.
    CourseId;
    /// A lesson within its course.
    LessonId;
    /// A question bank.
    BankId;
    /// `bank/question`, as courses, plans and events name it.
    QuestionRef;
    /// An option, item, line, side or class within a question; also a reply's id where a screen hands one back.
    ItemId;
    /// A shared text that several questions of a bank stand under.
    MaterialId;
    /// A role-play scenario.
    ScenarioId;
    /// A turn of a scenario.
    TurnId;
    /// A reply within its turn.
    ReplyId;
    /// A variable of a scenario.
    VarName;
    /// A skill that scores are given in.
    SkillId;
    /// A role a person is trained for.
    RoleId;
    /// A wording register.
    WordingId;
    /// A rule within its wording register.
    RuleId;
    /// `register/rule`, as replies of role-plays name it.
    RuleRef;
    /// A list of phrases within its wording register.
    ListId;
    /// A standard of reply times.
    StandardId;
    /// A list of words of the trade.
    GlossaryId;
    /// A word of the trade within its glossary.
    TermId;
    /// A text a learner must agree to.
    AgreementId;
    /// A person, by a random id that says nothing of them (UUID).
    LearnerId;
    /// An attempt (UUID v7, or v8 where it says at which PC it began: `attempt/plan/begun`; sorts by time).
    AttemptId;
    /// A licence scheme.
    LicenceId;
    /// An observed practice station.
    StationId;
    /// A step or an oral question of a station.
    StepId;
    /// A member of staff, by a random id that says nothing of them (UUID).
    StaffId;
    /// Whoever did something: a learner's or a staff member's random id.
    ActorId;
    /// An act of a member of staff (UUID v7: sorts by time).
    ActId;
    /// An exam at a place and a time, for candidates who were called to it (UUID v7: sorts by time).
    SittingId;
    /// Something said about an attempt (UUID v7: sorts by time).
    SayingId;
    /// A public key, as `did:key:z6Mk…`.
    Did;
    /// The number printed on a licence: unique per issuing key.
    LicenceNumber;
    /// A content language, as a BCP 47 tag (`zh-CN`, `en`).
    Lang;
}

impl RuleRef {
    /// The register that it is in.
    pub fn register(&self) -> &str {
        self.as_str().split('/').next().unwrap_or_default()
    }
}

impl AttemptId {
    /// How it is shown: its last eight characters, which are random.
    pub fn short(&self) -> &str {
        let id = self.as_str();
        id.get(id.len().saturating_sub(8)..).unwrap_or(id)
    }
}

impl ActId {
    /// How it is shown: its last eight characters, which are random.
    pub fn short(&self) -> &str {
        let id = self.as_str();
        id.get(id.len().saturating_sub(8)..).unwrap_or(id)
    }
}

impl SittingId {
    /// How it is shown: its last eight characters, which are random.
    pub fn short(&self) -> &str {
        let id = self.as_str();
        id.get(id.len().saturating_sub(8)..).unwrap_or(id)
    }
}

impl SayingId {
    /// How it is shown: its last eight characters, which are random.
    pub fn short(&self) -> &str {
        let id = self.as_str();
        id.get(id.len().saturating_sub(8)..).unwrap_or(id)
    }
}

impl LearnerId {
    /// How it is shown where two have one name: its first eight characters, which are random.
    pub fn short(&self) -> &str {
        self.as_str().get(..8).unwrap_or(self.as_str())
    }
}

impl From<&LearnerId> for ActorId {
    fn from(id: &LearnerId) -> Self {
        id.as_str().into()
    }
}

impl From<&StaffId> for ActorId {
    fn from(id: &StaffId) -> Self {
        id.as_str().into()
    }
}

/// Whether somebody who types this means this id: any beginning of what is shown of it (its last eight characters), a beginning of the
/// whole, or its end. Four characters at least, capitals and blanks around it do not matter.
pub fn is_meant(id: &str, typed: &str) -> bool {
    let typed = typed.trim().to_ascii_lowercase();
    let shown = id.get(id.len().saturating_sub(8)..).unwrap_or(id);
    typed.len() >= 4 && (shown.starts_with(&typed) || id.starts_with(&typed) || id.ends_with(&typed))
}

/// Whether a text may be an id: a–z, 0–9 and `-`, not empty, at most 64 characters, no `-` at either end.
pub fn is_slug(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::{is_meant, is_slug};

    #[test]
    fn an_id_is_meant_by_a_beginning_of_what_is_shown_and_by_its_ends() {
        let id = "01a200ff-0000-7000-8000-0000c7d9314d";
        for typed in ["c7d9", "C7D9314", " c7d9314d ", "314d", "0000c7d9314d", "01a2", id] {
            assert!(is_meant(id, typed), "{typed}");
        }
        for typed in ["", "c7d", "d931", "7d9314", "c7d9314e"] {
            assert!(!is_meant(id, typed), "{typed}");
        }
    }

    #[test]
    fn slugs_are_small_and_plain() {
        assert!(is_slug("golden-seconds") && is_slug("j23"));
        for bad in ["", "Golden", "黄金", "a_b", "-a", "a-", "a b", &"x".repeat(65)] {
            assert!(!is_slug(bad), "{bad}");
        }
    }
}
