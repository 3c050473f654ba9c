//! Why a script does not go on, and how that is said. It travels inside an `io::Error`, as all that a screen cannot do does.

use std::{fmt, io};

use crate::locale::Words;
use crate::model::question::Misfit;
use crate::terminal::view::misfit_words;

/// Why a script does not go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScriptError {
    /// The file is not what it should be: at this line and column (both from 1), in the parser's words.
    Syntax {
        /// Line.
        line: usize,
        /// Column in characters.
        column: usize,
        /// What the parser says.
        message: String,
    },
    /// It is for another program or version.
    Format,
    /// Nothing for this, at this visit (from 1).
    NoAnswer {
        /// What was asked.
        id: String,
        /// Which time.
        visit: u32,
    },
    /// The answer is not of the kind that was asked for.
    Shape {
        /// What was asked.
        id: String,
        /// The key of the sentence that says what is wanted.
        wanted: &'static str,
    },
    /// It names what is not offered.
    NotOffered {
        /// What was asked.
        id: String,
        /// What the file names.
        value: String,
        /// The ids that are offered.
        offered: Vec<String>,
    },
    /// The session did not take it.
    Refused {
        /// What was asked.
        id: String,
        /// Why not.
        misfit: Misfit,
    },
}

impl ScriptError {
    /// The script's trouble within an input error, if that is what it is.
    pub fn within(error: &io::Error) -> Option<&Self> {
        error.get_ref()?.downcast_ref()
    }

    /// In the person's language.
    pub fn say(&self, words: &Words) -> String {
        match self {
            Self::Syntax { line, column, message } => words.with(
                "script-syntax",
                &[("line", (*line).into()), ("column", (*column).into()), ("message", message.as_str().into())],
            ),
            Self::Format => words.get("script-format"),
            Self::NoAnswer { id, visit } => {
                words.with("script-no-answer", &[("id", id.as_str().into()), ("visit", (*visit).into())])
            }
            Self::Shape { id, wanted } => {
                words.with("script-shape", &[("id", id.as_str().into()), ("wanted", words.get(wanted).into())])
            }
            Self::NotOffered { id, value, offered } => words.with(
                "script-not-offered",
                &[
                    ("id", id.as_str().into()),
                    ("value", value.as_str().into()),
                    ("offered", offered.join(&words.get("paper-comma")).into()),
                ],
            ),
            Self::Refused { id, misfit } => {
                words.with("script-refused", &[("id", id.as_str().into()), ("why", misfit_words(misfit, words).into())])
            }
        }
    }
}

impl fmt::Display for ScriptError {
    /// For developers; a person is told by `say`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl std::error::Error for ScriptError {}

impl From<ScriptError> for io::Error {
    fn from(error: ScriptError) -> Self {
        Self::other(error)
    }
}
