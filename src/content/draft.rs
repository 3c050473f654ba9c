//! One scenario file by itself, finished or not: what there is of it, and what is wrong within it.
//!
//! For those who are still writing it. Nothing is held against other files: that is the library's, where an unfinished one is left out.

use super::files::Source;
use super::print::Front;
use super::raw::reader::Reader;
use super::raw::scan::scan;
use super::raw::scenario;
use super::raw::sheet::{Sheet, Tongues};
use super::raw::syntax::Parsed;
use crate::base::finding::{Finding, Severity};
use crate::base::id::Lang;
use crate::model::scenario::Scenario;

/// A scenario being written.
#[derive(Debug)]
pub struct Draft {
    /// What there is of it.
    pub scenario: Scenario,
    /// What its file says besides.
    pub front: Front,
    /// What is wrong within it.
    pub findings: Vec<Finding>,
}

/// Reads a scenario's file, written in a language. `None` where it is none, or where an error would be lost in printing it again.
pub fn draft(text: &str, lang: &Lang) -> Option<Draft> {
    let source = Source::new("draft.toml", text);
    let looked = scan(&source.text);
    let parsed = Parsed::read(&source, &looked);
    let tongues = Tongues { base: lang.clone(), others: Vec::new() };
    let mut sheet = Sheet::new(&parsed, &tongues, &[]);
    let mut root = Reader::new(&mut sheet, &parsed.table, 0..0);
    root.get("format");
    let (head, scenario) = scenario::scenario(&mut root)?;
    root.finish();
    let findings: Vec<Finding> = parsed.findings.iter().cloned().chain(sheet.findings).collect();
    let front = Front { comments: String::new(), status: Some(head.status), sources: head.sources };
    Some(Draft { scenario, front, findings })
}

impl Draft {
    /// Whether it was read whole: what is wrong is at most that turns have no way on yet, or say nothing.
    pub fn is_whole(&self) -> bool {
        use super::codes::{EMPTY, KEY_MISSING, ONE_WAY, SILENT};
        let unfinished = [EMPTY.code, KEY_MISSING.code, ONE_WAY.code, SILENT.code];
        self.findings.iter().all(|f| f.severity == Severity::Warning || unfinished.contains(&f.code))
    }
}
