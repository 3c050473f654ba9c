//! What lies behind a failure, in the person's language: what the system says of files, what is wrong with the records, what a licence
//! cannot hold. Only words that nobody here knows beforehand (a database's, a parser's) stay as they are.

use std::io::ErrorKind;

use super::failure::Sentence;
use crate::credential::claims::Unfit;
use crate::locale::Words;
use crate::store::{Break, Flaw, Sealed};

/// What lies behind a failure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Somebody else's words.
    Said(String),
    /// A sentence of ours.
    Sentence(Sentence),
    /// The same, with where it was met.
    At(String, Option<Box<Self>>),
}

impl Cause {
    /// In words.
    pub fn said(&self, words: &Words) -> String {
        match self {
            Self::Said(text) => text.clone(),
            Self::Sentence(sentence) => sentence.said(words),
            Self::At(place, None) => place.clone(),
            Self::At(place, Some(cause)) => format!("{place}: {}", cause.said(words)),
        }
    }

    /// A sentence of ours.
    pub fn sentence<const N: usize>(key: &'static str, args: [(&'static str, &str); N]) -> Self {
        Self::Sentence(Sentence::new(key, args))
    }
}

impl From<&std::io::Error> for Cause {
    fn from(error: &std::io::Error) -> Self {
        let key = match error.kind() {
            ErrorKind::NotFound => "cause-not-found",
            ErrorKind::PermissionDenied => "cause-denied",
            ErrorKind::IsADirectory => "cause-folder",
            ErrorKind::NotADirectory => "cause-no-folder",
            ErrorKind::AlreadyExists => "cause-exists",
            ErrorKind::ReadOnlyFilesystem => "cause-read-only",
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "cause-full",
            ErrorKind::InvalidFilename => "cause-name",
            ErrorKind::InvalidData => "cause-not-text",
            // Asked for something else than a plain file of a sensible size.
            ErrorKind::InvalidInput if error.raw_os_error().is_none() => "cause-not-a-file",
            _ => return Self::Said(error.to_string()),
        };
        Self::sentence(key, [])
    }
}

impl From<&Flaw> for Cause {
    fn from(flaw: &Flaw) -> Self {
        match flaw {
            Flaw::File(said) => Self::Said(said.clone()),
            Flaw::Event { attempt, seq, what } => Self::sentence(
                "flaw-event",
                [("attempt", attempt.as_str()), ("number", &(u64::from(*seq) + 1).to_string()), ("what", broken(*what))],
            ),
            Flaw::Attempt(attempt) => Self::sentence("flaw-attempt", [("attempt", attempt.as_str())]),
            Flaw::Grade(attempt) => Self::sentence("flaw-grade", [("attempt", attempt.as_str())]),
            Flaw::Observation(attempt) => Self::sentence("flaw-observation", [("attempt", attempt.as_str())]),
            Flaw::Regraded(attempt) => Self::sentence("flaw-regraded", [("attempt", attempt.as_str())]),
            Flaw::Marks(attempt) => Self::sentence("flaw-marks", [("attempt", attempt.as_str())]),
            Flaw::Serials(did) => Self::sentence("flaw-serials", [("did", did.as_str())]),
            Flaw::Row(attempt) => Self::sentence("flaw-row", [("attempt", attempt.as_str())]),
            Flaw::Content(digest) => Self::sentence("flaw-content", [("digest", &digest.to_string())]),
            Flaw::Lost(digest) => Self::sentence("flaw-lost", [("digest", &digest.to_string())]),
            Flaw::Act { act, what } => Self::sentence("flaw-act", [("act", act.as_str()), ("what", broken(*what))]),
            Flaw::Twice(number) => Self::sentence("flaw-twice", [("number", number.as_str())]),
            Flaw::Credential(number) => Self::sentence("flaw-credential", [("number", number.as_str())]),
            Flaw::Line { number, what } => {
                Self::sentence("flaw-line", [("number", &number.to_string()), ("what", broken(*what))])
            }
            Flaw::Copy { from, number, what } => {
                let args = [("from", from.as_str()), ("number", &number.to_string()), ("what", broken(*what))];
                Self::sentence("flaw-copy", args)
            }
            Flaw::Setting(name) => Self::sentence("flaw-setting", [("name", name.as_str())]),
            Flaw::Schema(name) => Self::sentence("flaw-schema", [("name", name)]),
            Flaw::Unsealed(sealed) => {
                let id = match sealed {
                    Sealed::Started { attempt } | Sealed::Closed { attempt } => attempt.as_str(),
                    Sealed::Act { act } => act.as_str(),
                    Sealed::Copied { from, .. } => from.as_str(),
                };
                Self::sentence("flaw-unsealed", [("what", sealed.name()), ("id", id)])
            }
        }
    }
}

/// The name of a break in `flaw-break`.
const fn broken(what: Break) -> &'static str {
    match what {
        Break::Unreadable => "unreadable",
        Break::Digest => "digest",
        Break::Number => "number",
        Break::Link => "link",
        Break::Place => "place",
        Break::Words => "words",
        Break::Seal => "seal",
        Break::Signature => "signature",
        Break::Named => "named",
    }
}

impl From<&Unfit> for Cause {
    fn from(unfit: &Unfit) -> Self {
        match unfit {
            Unfit::Part(path) if path.is_empty() => Self::sentence("unfit-whole", []),
            Unfit::Part(path) => Self::sentence("unfit-part", [("path", path)]),
            Unfit::TooLarge => Self::sentence("unfit-too-large", []),
            Unfit::Unsigned(_) => Self::sentence("unfit-unsigned", []),
        }
    }
}

impl From<std::string::FromUtf8Error> for Cause {
    fn from(_: std::string::FromUtf8Error) -> Self {
        Self::sentence("cause-not-text", [])
    }
}

impl From<&str> for Cause {
    fn from(said: &str) -> Self {
        Self::Said(said.to_owned())
    }
}

/// Values that are told as their reference is.
macro_rules! owned {
    ($($of:ty),+) => {
        $(impl From<$of> for Cause {
            fn from(it: $of) -> Self {
                (&it).into()
            }
        })+
    };
}

/// Values whose own words are all there are.
macro_rules! said {
    ($($of:ty),+) => {
        $(impl From<$of> for Cause {
            fn from(it: $of) -> Self {
                Self::Said(it.to_string())
            }
        })+
    };
}

owned!(std::io::Error, Flaw, Unfit);
said!(String, serde_json::Error, clap::error::ErrorKind);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::digest::Digest;
    use crate::locale::Tongue;

    const BREAKS: [Break; 9] = [
        Break::Unreadable,
        Break::Digest,
        Break::Number,
        Break::Link,
        Break::Place,
        Break::Words,
        Break::Seal,
        Break::Signature,
        Break::Named,
    ];

    #[test]
    fn every_cause_has_its_words_in_both_languages() {
        let digest = Digest::of_bytes(b"x");
        let mut all: Vec<Cause> = vec![
            (&Flaw::Row("a".into())).into(),
            (&Flaw::Attempt("a".into())).into(),
            (&Flaw::Grade("a".into())).into(),
            (&Flaw::Observation("a".into())).into(),
            (&Flaw::Marks("a".into())).into(),
            (&Flaw::Regraded("a".into())).into(),
            (&Flaw::Serials("did:key:z".into())).into(),
            (&Flaw::Content(digest)).into(),
            (&Flaw::Lost(digest)).into(),
            (&Flaw::Twice("n".into())).into(),
            (&Flaw::Credential("n".into())).into(),
            (&Flaw::Schema("event_stays".into())).into(),
            (&Flaw::Setting("doubts".into())).into(),
            (&Unfit::Part("name".into())).into(),
            (&Unfit::Part(String::new())).into(),
            (&Unfit::TooLarge).into(),
            (&Unfit::Unsigned(crate::credential::proof::NotSigned::OtherIssuer)).into(),
        ];
        for what in BREAKS {
            all.push((&Flaw::Event { attempt: "a".into(), seq: 3, what }).into());
            all.push((&Flaw::Act { act: "b".into(), what }).into());
            all.push((&Flaw::Line { number: 7, what }).into());
        }
        let sealed =
            [Sealed::Started { attempt: "a".into() }, Sealed::Closed { attempt: "a".into() }, Sealed::Act { act: "b".into() }];
        all.extend(sealed.into_iter().map(|sealed| Cause::from(&Flaw::Unsealed(sealed))));
        let kinds = [
            ErrorKind::NotFound,
            ErrorKind::PermissionDenied,
            ErrorKind::IsADirectory,
            ErrorKind::NotADirectory,
            ErrorKind::AlreadyExists,
            ErrorKind::ReadOnlyFilesystem,
            ErrorKind::StorageFull,
            ErrorKind::InvalidFilename,
            ErrorKind::InvalidData,
            ErrorKind::InvalidInput,
        ];
        all.extend(kinds.into_iter().map(|kind| Cause::from(std::io::Error::from(kind))));
        for (tongue, chinese) in [(Tongue::Zh, true), (Tongue::En, false)] {
            let words = Words::new(tongue);
            for cause in &all {
                let said = cause.said(&words);
                assert!(!said.contains(['{', '⟦']) && !said.is_empty(), "{cause:?}: {said}");
                assert_eq!(said.chars().any(|c| c > '\u{2e7f}'), chinese, "{said}");
            }
        }
        let said: std::collections::BTreeSet<String> = all.iter().map(|cause| cause.said(&Words::new(Tongue::En))).collect();
        assert_eq!(said.len(), all.len(), "each in its own words");
    }

    #[test]
    fn what_nobody_knows_beforehand_stays_as_it_is() {
        let words = Words::new(Tongue::Zh);
        assert_eq!(Cause::from(std::io::Error::other("disk on fire")).said(&words), "disk on fire");
        let at = Cause::At("x.db".into(), Some(Box::new(Flaw::File("not a database".into()).into())));
        assert_eq!(at.said(&words), "x.db: not a database");
    }
}
