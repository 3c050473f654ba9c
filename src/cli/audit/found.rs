//! What an audit found, with its place. How it is said is in `told`.

use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, LicenceNumber};
use crate::cli::cause::Cause;
use crate::cli::collect::doubt::Doubt;
use crate::cli::failure::{Failure, Sentence};
use crate::store::{Flaw, Sealed, StoreError};

/// Where something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In an attempt.
    Attempt(AttemptId),
    /// In an act.
    Act(ActId),
    /// In a licence.
    Licence(LicenceNumber),
    /// In a line of the ledger, from 0.
    Line(u64),
    /// In kept content.
    Content(Digest),
    /// In something that another PC sent and that was refused.
    Refused(Box<Doubt>),
    /// In the file as a whole.
    Whole,
}

/// Something that does not hold together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub place: Place,
    /// What: a sentence of ours, or the database's own words.
    pub what: Cause,
}

impl Finding {
    /// What kind of thing it is, for scripts and for saying what it means: the key of its sentence without `flaw-`.
    pub fn code(&self) -> &'static str {
        match &self.what {
            Cause::Sentence(_) if matches!(self.place, Place::Refused(_)) => "refused",
            Cause::Sentence(sentence) => sentence.key.strip_prefix("flaw-").unwrap_or(sentence.key),
            Cause::Said(_) | Cause::At(..) => "file",
        }
    }
}

/// How much was looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Attempts.
    pub attempts: usize,
    /// Attempts that came out the same when walked and graded again.
    pub regraded: usize,
    /// Acts.
    pub acts: usize,
    /// Licences that are proven by their files.
    pub licences: usize,
    /// Lines of the ledger.
    pub lines: usize,
}

/// What an audit comes to.
#[derive(Debug, Default)]
pub struct Report {
    /// How much was looked at.
    pub counts: Counts,
    /// What does not hold together.
    pub findings: Vec<Finding>,
    /// What was signed and is to be known, without being wrong.
    pub noted: Vec<Sentence>,
    /// What counts for nothing, without being wrong.
    pub idle: Vec<Sentence>,
    /// What has honest reasons too, and is worth a look.
    pub odd: Vec<Sentence>,
    /// What is to be done.
    pub due: Vec<Sentence>,
    /// What was found once and has been answered.
    pub answered: Vec<Sentence>,
    /// What could not be checked, and why.
    pub unknown: Vec<Sentence>,
    /// Noted heads that are still lines of the ledger, with how many lines came since.
    pub heads: Vec<(String, u64)>,
}

impl Report {
    /// Adds a finding, once.
    pub fn find(&mut self, place: Place, what: impl Into<Cause>) {
        let finding = Finding { place, what: what.into() };
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    /// Adds flaws of the store, each once.
    pub fn flaws(&mut self, flaws: impl IntoIterator<Item = Flaw>) {
        for flaw in flaws {
            self.find(place(&flaw), &flaw);
        }
    }

    /// Adds something that could not be checked.
    pub fn unknown(&mut self, key: &'static str, args: &[(&'static str, String)]) {
        self.unknown.push(Sentence { key, args: args.to_vec() });
    }

    /// Adds something that was signed and is to be known.
    pub fn noted(&mut self, key: &'static str, args: &[(&'static str, String)]) {
        self.noted.push(Sentence { key, args: args.to_vec() });
    }

    /// Adds something that counts for nothing.
    pub fn idle(&mut self, key: &'static str, args: &[(&'static str, String)]) {
        self.idle.push(Sentence { key, args: args.to_vec() });
    }

    /// Adds something that is worth a look.
    pub fn odd(&mut self, key: &'static str, args: &[(&'static str, String)]) {
        self.odd.push(Sentence { key, args: args.to_vec() });
    }

    /// Adds something that is to be done.
    pub fn due(&mut self, key: &'static str, args: &[(&'static str, String)]) {
        self.due.push(Sentence { key, args: args.to_vec() });
    }

    /// Adds something that has been answered.
    pub fn answered(&mut self, key: &'static str, args: &[(&'static str, String)]) {
        self.answered.push(Sentence { key, args: args.to_vec() });
    }

    /// Whether anything was found there.
    pub fn has(&self, place: &Place) -> bool {
        self.findings.iter().any(|finding| finding.place == *place)
    }

    /// What was read; a flaw met on the way goes with the others.
    ///
    /// # Errors
    /// `Failure` of the store otherwise.
    pub fn sound<T>(&mut self, read: Result<T, StoreError>) -> Result<Option<T>, Failure> {
        match read {
            Ok(it) => Ok(Some(it)),
            Err(StoreError::Damaged(flaw)) => {
                self.flaws([flaw]);
                Ok(None)
            }
            Err(other) => Err(other.into()),
        }
    }

    /// The same for what is read with its flaw said already.
    ///
    /// # Errors
    /// `Failure` where it is no flaw.
    pub fn opened<T>(&mut self, read: Result<T, Failure>) -> Result<Option<T>, Failure> {
        match read {
            Ok(it) => Ok(Some(it)),
            Err(failure) => self.told(Place::Whole, failure).map(|()| None),
        }
    }

    /// A failure to read something back, as a finding there. The same flaw found with a better place stays the only one.
    ///
    /// # Errors
    /// The failure, where it is about something else than what is kept.
    pub fn told(&mut self, place: Place, failure: Failure) -> Result<(), Failure> {
        match failure.cause {
            Some(cause) if failure.what.key == "fail-damaged" => {
                if !self.findings.iter().any(|finding| finding.what == cause) {
                    self.find(place, cause);
                }
                Ok(())
            }
            cause => Err(Failure { cause, ..failure }),
        }
    }
}

/// Where a flaw is.
fn place(flaw: &Flaw) -> Place {
    match flaw {
        Flaw::Event { attempt, .. }
        | Flaw::Row(attempt)
        | Flaw::Attempt(attempt)
        | Flaw::Grade(attempt)
        | Flaw::Observation(attempt)
        | Flaw::Marks(attempt)
        | Flaw::Regraded(attempt)
        | Flaw::Unsealed(Sealed::Started { attempt } | Sealed::Closed { attempt }) => Place::Attempt(attempt.clone()),
        Flaw::Act { act, .. } | Flaw::Unsealed(Sealed::Act { act }) => Place::Act(act.clone()),
        Flaw::Twice(number) | Flaw::Credential(number) => Place::Licence(number.clone()),
        Flaw::Line { number, .. } => Place::Line(*number),
        Flaw::Content(digest) | Flaw::Lost(digest) => Place::Content(*digest),
        // The sentence says whose line it is.
        Flaw::Copy { .. } | Flaw::Unsealed(Sealed::Copied { .. }) => Place::Whole,
        Flaw::Serials(_) | Flaw::File(_) | Flaw::Schema(_) | Flaw::Setting(_) => Place::Whole,
    }
}
