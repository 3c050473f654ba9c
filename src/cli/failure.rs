//! Why a command cannot go on: what happened, to what, what to do next; and the one table of exit codes.
//!
//! Nothing here is a sentence: keys of `locale` with their gaps, said in the person's language where `cli` prints them. What lies behind
//! a failure is a `cause`.

use super::cause::Cause;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, SittingId};
use crate::locale::{Value, Words};
use crate::store::{Break, Flaw, StoreError};
use crate::terminal::script::ScriptError;

/// What a command ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done, or passed.
    Done = 0,
    /// Done, but not passed; or something was found that has to be mended: errors in courseware, a red line in chats.
    NotPassed = 1,
    /// The arguments are off.
    Usage = 2,
    /// The content cannot be loaded.
    Content = 3,
    /// The store or a file makes trouble.
    Store = 4,
    /// Not allowed.
    Refused = 5,
    /// Our bug.
    Bug = 70,
    /// Ctrl-C.
    Interrupted = 130,
}

/// A sentence of `locale` with its gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its key.
    pub key: &'static str,
    /// Its gaps.
    pub args: Vec<(&'static str, String)>,
}

impl Sentence {
    /// A sentence.
    pub fn new<const N: usize>(key: &'static str, args: [(&'static str, &str); N]) -> Self {
        Self { key, args: args.map(|(name, value)| (name, value.to_owned())).into() }
    }

    /// In words; between several things in one gap (`Between`) stands what the reader's language puts there.
    pub fn said(&self, words: &Words) -> String {
        let own = |value: &str| {
            let all = Between::ALL.iter();
            all.fold(value.to_owned(), |text, it| text.replace(it.mark(), &words.get(it.key())))
        };
        let args: Vec<_> = self.args.iter().map(|(name, value)| (*name, Value::from(own(value)))).collect();
        words.with(self.key, &args)
    }
}

/// What stands between several things in one gap of a sentence. Whoever fills the gap does not know yet in which language it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// Things of a list.
    Comma,
    /// Things that are lists themselves.
    Semicolon,
    /// Somebody or something, and what is said of it.
    Colon,
}

impl Between {
    const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Colon];

    /// What stands there until it is read: a control character, which no text of ours has.
    pub const fn mark(self) -> char {
        match self {
            Self::Comma => '\u{1f}',
            Self::Semicolon => '\u{1e}',
            Self::Colon => '\u{1d}',
        }
    }

    /// The key of what it is read as.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Comma => "paper-comma",
            Self::Semicolon => "paper-semicolon",
            Self::Colon => "paper-colon",
        }
    }

    /// All of them, with it between.
    pub fn join<T: AsRef<str>>(self, all: &[T]) -> String {
        let all: Vec<&str> = all.iter().map(AsRef::as_ref).collect();
        all.join(self.mark().to_string().as_str())
    }
}

/// Why a command cannot go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Which exit code.
    pub exit: Exit,
    /// What happened, to what.
    pub what: Sentence,
    /// What lies behind it.
    pub cause: Option<Cause>,
    /// What to do next.
    pub hints: Vec<Sentence>,
}

impl Failure {
    /// A failure.
    pub fn new<const N: usize>(exit: Exit, key: &'static str, args: [(&'static str, &str); N]) -> Self {
        Self { exit, what: Sentence::new(key, args), cause: None, hints: Vec::new() }
    }

    /// The arguments are off.
    pub fn usage<const N: usize>(key: &'static str, args: [(&'static str, &str); N]) -> Self {
        Self::new(Exit::Usage, key, args)
    }

    /// With what to do next.
    #[must_use]
    pub fn hint<const N: usize>(mut self, key: &'static str, args: [(&'static str, &str); N]) -> Self {
        self.hints.push(Sentence::new(key, args));
        self
    }

    /// With what lies behind it.
    #[must_use]
    pub fn because(mut self, cause: impl Into<Cause>) -> Self {
        self.cause = Some(cause.into());
        self
    }

    /// Of an attempt that goes on where it stopped: the same command would begin another one.
    #[must_use]
    pub fn to_be_resumed(mut self) -> Self {
        for hint in &mut self.hints {
            hint.key = match hint.key {
                "hint-full" => "hint-full-resume",
                "hint-busy" => "hint-busy-resume",
                other => other,
            };
        }
        self
    }

    /// What is kept of an attempt does not belong together.
    pub fn damaged(attempt: &AttemptId) -> Self {
        Self::flawed(&Flaw::Attempt(attempt.clone()))
    }

    /// Kept content that is not there.
    pub fn content_gone(digest: &Digest) -> Self {
        Self::flawed(&Flaw::Lost(*digest))
    }

    /// Content that is here only sealed.
    pub fn sealed(sitting: &SittingId) -> Self {
        let id = sitting.short();
        Self::new(Exit::Refused, "fail-sealed", [("id", id)]).hint("hint-sitting-open", [("id", id)])
    }

    /// A flaw of the store.
    pub fn flawed(flaw: &Flaw) -> Self {
        Self::new(Exit::Store, "fail-damaged", []).because(flaw).hint("hint-damaged", [])
    }

    /// Lines for a person: the failure, its cause, its hints.
    pub fn lines(&self, words: &Words) -> Vec<String> {
        let what = self.what.said(words);
        // What ends well is no failure, though it ends the command.
        let mut out = vec![if self.exit == Exit::Done { what } else { words.with("fail", &[("what", what.into())]) }];
        out.extend(self.cause.as_ref().map(|c| words.with("fail-cause", &[("cause", c.said(words).into())])));
        out.extend(self.hints.iter().map(|h| words.with("fail-hint", &[("hint", h.said(words).into())])));
        out
    }
}

/// What a screen or script that fails comes to.
pub fn asker_failure(error: &std::io::Error, words: &Words) -> Failure {
    match ScriptError::within(error) {
        Some(script) => Failure::usage("fail-script", []).because(script.say(words)),
        None => Failure::new(Exit::Store, "fail-screen", []).because(error),
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        let at = |key| Self::new(Exit::Store, key, []);
        match error {
            StoreError::Conflict(id) | StoreError::Busy(id) => {
                Self::new(Exit::Refused, "fail-busy", [("id", id.as_str())]).hint("hint-busy", [])
            }
            StoreError::Elsewhere(id) => Self::new(Exit::Refused, "fail-elsewhere", [("id", id.short())]),
            StoreError::Beginning(_) => Self::new(Exit::Refused, "fail-beginning", []).hint("hint-busy-resume", []),
            StoreError::Newer { found, known } => Self::new(
                Exit::Store,
                "fail-newer-store",
                [("found", found.to_string().as_str()), ("known", known.to_string().as_str())],
            )
            .hint("hint-newer-store", []),
            StoreError::StaffNumberTaken(number) => Self::usage("fail-staff-number-taken", [("number", &number)]),
            StoreError::Forked(from, number) => {
                let cause = Cause::from(&Flaw::Copy { from, number, what: Break::Link });
                Self::new(Exit::Refused, "fail-forked", []).because(cause).hint("hint-forked", [])
            }
            // Only where others were quicker again and again.
            StoreError::Taken(number) => {
                let cause = Cause::sentence("cause-number-taken", [("number", number.as_str())]);
                at("fail-locked").because(cause).hint("hint-locked", [])
            }
            StoreError::ActExists(act) => at("fail-store").because(Cause::sentence("cause-act-there", [("act", act.as_str())])),
            StoreError::Locked => at("fail-locked").hint("hint-locked", []),
            StoreError::Full => at("fail-full").hint("hint-full", []),
            StoreError::Denied(cause) => at("fail-denied").because(cause).hint("hint-denied", []),
            StoreError::Damaged(flaw) => Self::flawed(&flaw),
            StoreError::Other(cause) => at("fail-store").because(cause).hint("hint-denied", []),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A full disk: an attempt goes on where it stopped, everything else is done once more.
    #[test]
    fn only_an_attempt_is_resumed() {
        let hint = |failure: &Failure| failure.hints[0].key;
        for (error, again, on) in
            [(StoreError::Full, "hint-full", "hint-full-resume"), (StoreError::Busy("a".into()), "hint-busy", "hint-busy-resume")]
        {
            let failure = Failure::from(error);
            assert_eq!(hint(&failure), again);
            assert_eq!(hint(&failure.to_be_resumed()), on);
        }
    }
}
