//! What a licence rests on, and what it says against itself: both stand under `evidence` in the document.

use serde_json::{Value, json};

use crate::base::digest::Digest;

/// A thing the licence rests on, by its digest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What kind of thing.
    pub kind: EvidenceKind,
    /// Its digest.
    pub digest: Digest,
    /// What it is called.
    pub name: String,
    /// More about it.
    pub narrative: Option<String>,
}

/// Kinds of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceKind {
    /// The licence scheme as it was.
    Scheme,
    /// A course, bank or scenario as it was.
    Content,
    /// The event that closed an attempt.
    Attempt,
    /// What a member of staff signed.
    Act,
}

impl EvidenceKind {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Scheme, Self::Content, Self::Attempt, Self::Act];

    /// Its name in `genre`.
    pub const fn genre(self) -> &'static str {
        match self {
            Self::Scheme => "scheme",
            Self::Content => "content",
            Self::Attempt => "attempt",
            Self::Act => "act",
        }
    }
}

/// Something a reader of the licence must know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What.
    pub kind: NoteKind,
    /// The sentence.
    pub text: String,
}

/// What a licence says against itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// No one watched the exam.
    Unsupervised,
    /// Who examined did not stand apart from who trained.
    NotIndependent,
    /// Answers came from a file, not from a person.
    Scripted,
    /// Questions were drawn from the pool that everyone can read.
    PublicPool,
    /// The candidate had more time than others, or no clock on single replies.
    Accommodated,
    /// The exam came out just below the mark, and an examiner decided that it is passed.
    Decided,
    /// It is for a time only, under conditions.
    Provisional,
}

impl NoteKind {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::Unsupervised,
        Self::NotIndependent,
        Self::Scripted,
        Self::PublicPool,
        Self::Accommodated,
        Self::Decided,
        Self::Provisional,
    ];

    /// Its name in `genre`.
    pub const fn genre(self) -> &'static str {
        match self {
            Self::Unsupervised => "note/unsupervised",
            Self::NotIndependent => "note/not-independent",
            Self::Scripted => "note/scripted",
            Self::PublicPool => "note/public-pool",
            Self::Accommodated => "note/accommodated",
            Self::Decided => "note/decided",
            Self::Provisional => "note/provisional",
        }
    }
}

impl Evidence {
    pub(super) fn written(&self) -> Value {
        let mut out = json!({
            "id": format!("urn:sha256:{}", self.digest),
            "type": ["Evidence"],
            "genre": self.kind.genre(),
            "name": self.name,
        });
        if let Some(narrative) = &self.narrative {
            out["narrative"] = narrative.as_str().into();
        }
        out
    }
}

impl Note {
    pub(super) fn written(&self) -> Value {
        json!({ "type": ["Evidence"], "genre": self.kind.genre(), "narrative": self.text })
    }
}
