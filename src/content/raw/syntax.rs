//! Text → TOML with places: all mistakes of writing in one go, one a line.
//!
//! The toml crate reads on after a mistake; its English messages are brought to a few sorts that the sentences are written for.

use toml::Spanned;
use toml::de::DeTable;

use super::scan::{Note, Scan};
use crate::base::finding::{Finding, Place};
use crate::content::codes;
use crate::content::files::Source;
use crate::content::source::Lines;

/// A file as TOML.
#[derive(Debug)]
pub struct Parsed<'s> {
    /// The file.
    pub source: &'s Source,
    /// Its text, mended: what places are taken in.
    pub text: &'s str,
    /// What it says.
    pub table: DeTable<'s>,
    /// Where its table headers start.
    pub headers: &'s [usize],
    /// Where it is miswritten, in order; what seems to be missing near there may be there.
    pub broken: Vec<usize>,
    /// The mistakes of writing.
    pub findings: Vec<Finding>,
}

impl<'s> Parsed<'s> {
    /// Reads a file that was looked over.
    pub fn read(source: &'s Source, scan: &'s Scan<'s>) -> Self {
        let mut parsed = Self {
            source,
            text: &scan.text,
            table: DeTable::new(),
            headers: &scan.headers,
            broken: Vec::new(),
            findings: Vec::new(),
        };
        let deep = scan.notes.iter().any(|n| matches!(n, Note::TooDeep { .. }));
        let errors = if deep {
            Vec::new()
        } else {
            let (table, errors): (Spanned<DeTable<'s>>, _) = DeTable::parse_recoverable(parsed.text);
            parsed.table = table.into_inner();
            errors
        };
        let is_toml = errors.is_empty() && !scan.notes.iter().any(|n| matches!(n, Note::Miswritten { .. }));
        for note in &scan.notes {
            // Of a file that does not even read as the newest TOML nobody knows what its brackets mean.
            if is_toml || !matches!(note, Note::Newer { .. }) {
                parsed.note(note);
            }
        }
        if !errors.is_empty() {
            parsed.errors(errors, &scan.notes);
        }
        parsed
    }

    /// A place in this file. Where a full-width sign was mended, the whole sign as it stands in the file.
    pub fn place(&self, span: std::ops::Range<usize>) -> Place {
        let text = &self.source.text;
        let (mut start, mut end) = (span.start.min(text.len()), span.end.clamp(span.start.min(text.len()), text.len()));
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        while !text.is_char_boundary(end) {
            end += 1;
        }
        Place::new(&self.source.name, start..end)
    }

    /// Whether the part of the file around a place (to the next header) is miswritten.
    pub fn is_broken_near(&self, at: usize) -> bool {
        let next = self.headers.partition_point(|h| *h <= at);
        let from = next.checked_sub(1).map_or(0, |n| self.headers[n]);
        let to = self.headers.get(next).copied().unwrap_or(usize::MAX);
        self.broken.get(self.broken.partition_point(|b| *b < from)).is_some_and(|b| *b < to)
    }

    /// Whether the line of a place is miswritten.
    pub fn is_broken_line(&self, at: usize) -> bool {
        let is_same = |broken: &usize| !self.text[at.min(*broken)..at.max(*broken)].contains('\n');
        let next = self.broken.partition_point(|b| *b < at);
        self.broken[next.saturating_sub(1)..].iter().take(2).any(is_same)
    }

    fn note(&mut self, note: &Note) {
        let place = self.place(note.at().clone());
        self.findings.push(match note {
            Note::FullWidth { found, press, .. } => codes::FULL_WIDTH.at(place, &[("found", found), ("press", press)]),
            Note::Control { name, .. } => codes::CONTROL.at(place, &[("name", name)]),
            Note::Newer { what, .. } => codes::NEWER_TOML.at(place, &[("what", what)]),
            Note::Miswritten { what, .. } => {
                self.broken.push(note.at().start);
                codes::SYNTAX.at(place, &[("what", what)])
            }
            Note::Bom { .. } => codes::BOM.at(place, &[]),
            Note::TooDeep { .. } => {
                self.broken.push(note.at().start);
                codes::TOO_DEEP.at(place, &[])
            }
        });
    }

    fn errors(&mut self, mut errors: Vec<toml::de::Error>, notes: &[Note]) {
        let lines = Lines::of(self.text);
        errors.sort_by_key(|e| e.span().map_or(0, |s| s.start));
        // What follows on a line from a sign that was already told is no news.
        let told = |n: &&Note| matches!(n, Note::FullWidth { .. } | Note::Control { .. } | Note::Miswritten { .. });
        let mut quiet: std::collections::BTreeSet<usize> = notes.iter().filter(told).map(|n| lines.line(n.at().start)).collect();
        let mut broken = Vec::new();
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            let start = span.start.min(self.text.len());
            broken.push(start);
            if !quiet.insert(lines.line(start)) {
                continue;
            }
            let place = self.place(start..span.end.clamp(start, self.text.len()));
            let message = error.message();
            self.findings.push(if message.starts_with("duplicate key") {
                let key = self.text.get(place.span.clone()).unwrap_or("").to_owned();
                codes::KEY_TWICE.at(place, &[("key", &key)])
            } else if message.contains("recurs") {
                codes::TOO_DEEP.at(place, &[])
            } else {
                let sort = sort_of(message);
                let percent = sort == "unquoted" && self.text.lines().nth(lines.line(start)).is_some_and(is_percent);
                codes::SYNTAX.at(place, &[("what", if percent { "percent" } else { sort })])
            });
        }
        self.broken.append(&mut broken);
        self.broken.sort_unstable();
    }
}

/// Whether a line gives a number with a percent sign: no text that wants quotes.
fn is_percent(line: &str) -> bool {
    let value = line.split_once('=').map_or("", |(_, value)| value.split('#').next().unwrap_or("").trim());
    let number = value.strip_suffix(['%', '％']).map(str::trim_end);
    number.is_some_and(|number| !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || c == '.'))
}

/// The sort of a mistake, from the beginning of toml's message. The first that fits counts.
fn sort_of(message: &str) -> &'static str {
    const SORTS: &[(&str, &str)] = &[
        ("must be quoted", "unquoted"),
        ("string", "string"),
        ("table open", "header"),
        ("unclosed table", "header"),
        ("unclosed array table", "header"),
        ("inline table", "inline-table"),
        ("key-value pairs", "inline-table"),
        ("array", "array"),
        ("missing value", "value"),
        ("no value", "assignment"),
        ("`=`", "assignment"),
        ("key", "key"),
        ("escape", "string"),
        ("number", "value"),
        ("unexpected", "after-value"),
    ];
    SORTS.iter().find(|(part, _)| message.contains(part)).map_or("other", |(_, sort)| sort)
}
