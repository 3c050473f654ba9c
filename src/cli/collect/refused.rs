//! Why something is not taken in: a key of the words, with what it is; and which of these reasons point at a hand in the records.

use serde_json::{Value, json};

use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, Did, SittingId};
use crate::base::moment::HOME_ZONE;
use crate::cli::parcel::{Kind, NoParcel, Restored, short};
use crate::cli::roster::NAME_MOST;
use crate::locale::Words;

/// What nobody comes to by accident: a file that is cut off, of a later version, or of another desk is none of these.
const SUSPECT: &[&str] = &[
    "refused-altered",
    "refused-forked",
    "refused-shorter",
    "refused-restored",
    DESK_RESTORED,
    "refused-concluded",
    "refused-elsewhere",
    "refused-begun-elsewhere",
    CLAIMED,
    "refused-line",
    "refused-own",
    EARLY,
    "refused-left-out",
    "refused-attempt",
    "refused-unsealed",
    "refused-act-unsealed",
    "refused-content",
    "refused-other",
    "refused-grade",
    "refused-extended",
    "refused-sitting",
];

/// What two PCs sent as theirs.
const CLAIMED: &str = "refused-claimed";
/// An exam that came before it can have been sat.
const EARLY: &str = "refused-early";
/// A store that says itself that an older backup was put back there.
const RESTORED: &str = "refused-restored";
/// The same of the desk that this PC goes by.
const DESK_RESTORED: &str = "refused-desk-restored";

/// Something that is not taken in, and why: a key of the words, with what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    key: &'static str,
    what: String,
    /// The digest of what was refused, where the words leave open which it was.
    seen: Option<Digest>,
}

impl Refused {
    /// For this reason.
    pub fn new(key: &'static str, what: impl Into<String>) -> Self {
        Self { key, what: what.into(), seen: None }
    }

    /// It was this that was refused.
    #[must_use]
    pub fn seen(self, digest: Digest) -> Self {
        Self { seen: Some(digest), ..self }
    }

    /// A reason that points at a hand in the records, as it was kept; `None` where it is none that is known here.
    pub fn suspect(key: &str, what: &str) -> Option<Self> {
        SUSPECT.iter().find(|it| **it == key).map(|key| Self::new(key, what))
    }

    /// A file that is no parcel.
    pub fn of(why: &NoParcel) -> Self {
        match why {
            NoParcel::Unread(said) => Self::new("refused-unread", said.as_str()),
            NoParcel::TooLarge => Self::new("refused-too-large", ""),
            NoParcel::Broken => Self::new("refused-broken", ""),
            NoParcel::Other(Kind::Sitting) => Self::new("refused-is-sitting", ""),
            NoParcel::Other(Kind::Parcel) => Self::new("refused-is-parcel", ""),
            NoParcel::Newer(format) => Self::new("refused-newer", format.to_string()),
            NoParcel::Altered => Self::new("refused-altered", ""),
        }
    }

    /// Lines of this number are here, and are others.
    pub fn forked(number: u64) -> Self {
        Self::new("refused-forked", number.to_string())
    }

    /// A PC's ledger has fewer lines than it had before.
    pub fn shorter(before: usize, now: usize) -> Self {
        Self::new("refused-shorter", format!("{before} → {now}"))
    }

    /// A ledger that goes another way, or is shorter, since an older backup was put back: by its PC's own word.
    /// Whose that is: the desk's, or another PC's.
    pub fn restored(mark: &Restored, is_desk: bool) -> Self {
        Self::new(if is_desk { DESK_RESTORED } else { RESTORED }, mark.at.local(HOME_ZONE).chars().take(10).collect::<String>())
    }

    /// A PC's ledger goes on otherwise than the invigilator signed who ended a sitting there.
    pub fn concluded(sitting: &SittingId, name: &str) -> Self {
        let name: String = name.chars().take(NAME_MOST).collect();
        Self::new("refused-concluded", format!("{} ({name})", sitting.short()))
    }

    /// What an invigilator signed at another PC.
    pub fn elsewhere(sitting: &SittingId) -> Self {
        Self::new("refused-elsewhere", sitting.short())
    }

    /// What another PC sent as its own too: it is here, and counts once.
    pub fn claimed(other: &Did, name: Option<&String>) -> Self {
        Self::new(CLAIMED, name.cloned().unwrap_or_else(|| short(other))).seen(Digest::of(other))
    }

    /// An exam that cannot have been sat in its sitting: it is here, and held up.
    pub fn early(exam: &AttemptId) -> Self {
        Self::new(EARLY, exam.short())
    }

    /// Whether it is that an exam cannot have been sat in its sitting, and of this one.
    pub fn is_early(&self, exam: &AttemptId) -> bool {
        self.key == EARLY && self.what == exam.short()
    }

    /// A roster older than the one taken in before.
    pub fn old_roster(made: &str) -> Self {
        Self::new("refused-old-roster", made)
    }

    /// A roster of a day that has not come here.
    pub fn future_roster(made: &str) -> Self {
        Self::new("refused-future-roster", made)
    }

    /// A roster, where the roster is kept here.
    pub fn own_desk(name: &str) -> Self {
        Self::new("refused-own-desk", name)
    }

    /// A roster of another desk than the one this PC goes by.
    pub fn other_desk(name: &str) -> Self {
        Self::new("refused-other-desk", name)
    }

    /// The act, where it is one.
    pub fn act(&self) -> Option<ActId> {
        ["refused-act", "refused-act-unsealed"].contains(&self.key).then(|| self.what.as_str().into())
    }

    /// Whether it points at a hand in the records, and somebody has to look into it.
    pub fn is_suspect(&self) -> bool {
        SUSPECT.contains(&self.key)
    }

    /// Whether its PC itself says how it came to be: that a backup was put back there.
    pub fn is_explained(&self) -> bool {
        [RESTORED, DESK_RESTORED].contains(&self.key)
    }

    /// The key of what is to be done about what is explained.
    pub fn due(&self) -> &'static str {
        if self.key == DESK_RESTORED { "audit-desk-put-back" } else { "audit-put-back" }
    }

    /// The key of its words, what it is, and the digest of what was refused.
    pub fn parts(&self) -> (&'static str, &str, Option<Digest>) {
        (self.key, &self.what, self.seen)
    }

    /// As a sentence.
    pub fn said(&self, words: &Words) -> String {
        words.with(self.key, &[("what", self.what.as_str().into())])
    }

    /// For programs.
    pub fn as_json(&self, words: &Words) -> Value {
        json!({ "why": self.key.trim_start_matches("refused-"), "what": self.what, "said": self.said(words) })
    }
}
