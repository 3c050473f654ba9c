//! A finding: a mistake in content, as data. Its sentence is put together in `locale`, its picture in `terminal`.
//!
//! `content` finds shapes and references, `analysis` finds what only exact walking shows; both make these values, nobody stops at
//! the first. The list of codes with severities is `content::codes`.

use std::ops::Range;
use std::sync::Arc;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The thing cannot be used.
    Error,
    /// It can be used, but a trainer should look; `check --strict` refuses it.
    Warning,
}

/// A place in a file. Bytes, so that line, column and cell can be worked out from the source in one place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// The file as the person named it (`courses/a/course.toml`).
    pub file: Arc<str>,
    /// Byte range within the file.
    pub span: Range<usize>,
}

impl Place {
    /// A place.
    pub fn new(file: &Arc<str>, span: Range<usize>) -> Self {
        Self { file: file.clone(), span }
    }
}

/// One mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its stable code, such as `E201`; the registry knows its severity and page.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where.
    pub at: Place,
    /// A second place that belongs to it (where the id was used first).
    pub also: Option<Place>,
    /// What the sentence names: `("name", "rigth")`, `("best", "right")`, `("expected", "integer")`.
    pub args: Vec<(&'static str, String)>,
}

impl Finding {
    /// Order of printing: file, place, code.
    pub fn order(&self) -> (Arc<str>, usize, usize, &'static str) {
        (self.at.file.clone(), self.at.span.start, self.at.span.end, self.code)
    }
}
