//! A report into a file, by its ending.

use std::path::Path;

use crate::cli::failure::{Exit, Failure};
use crate::cli::room::Call;
use crate::cli::{files, swap};
use crate::exchange::{Note, table};
use crate::locale::Words;
use crate::report::account::{Account, html, json, rows};

/// What is written.
#[derive(Clone, Copy)]
pub enum Kind {
    /// A page.
    Html,
    /// A table for any spreadsheet.
    Csv,
    /// A workbook, one sheet a section.
    Xlsx,
    /// For programs.
    Json,
}

impl Kind {
    /// By a file's ending.
    ///
    /// # Errors
    /// `Failure` where it has another one, or where a folder is there.
    pub fn of(path: &Path) -> Result<Self, Failure> {
        let shown = path.display().to_string();
        if path.is_dir() {
            return Err(Failure::usage("fail-report-folder", [("path", &shown)]));
        }
        let ending = path.extension().and_then(|it| it.to_str()).map(str::to_ascii_lowercase);
        match ending.as_deref() {
            Some("html" | "htm") => Ok(Self::Html),
            Some("csv") => Ok(Self::Csv),
            Some("xlsx") => Ok(Self::Xlsx),
            Some("json") => Ok(Self::Json),
            _ => Err(Failure::usage("fail-report-kind", [("path", &shown)])),
        }
    }
}

/// Writes it; a file that is there already stays.
///
/// # Errors
/// `Failure` where it cannot be written.
pub fn write(call: &Call<'_>, account: &Account, kind: Kind, path: &Path) -> Result<(), Failure> {
    let words = &call.words.for_pages();
    let bytes = match kind {
        Kind::Html => html::page(account, words).into_bytes(),
        Kind::Csv => table::to_csv(&rows::csv(account, words)),
        Kind::Xlsx => book((account, words), path)?,
        Kind::Json => {
            let text = serde_json::to_string_pretty(&json::json(account)).expect("our values have string keys");
            format!("{text}\n").into_bytes()
        }
    };
    files::write_new(path, &bytes).map_err(|error| files::unwritten(path, &error))?;
    call.tell("note-written", &[("path", path.display().to_string().into())]);
    Ok(())
}

fn book((account, words): (&Account, &Words), path: &Path) -> Result<Vec<u8>, Failure> {
    let sheets: Vec<table::Sheet> = rows::sheets(account, words)
        .into_iter()
        .map(|it| table::Sheet { name: it.name, rows: it.rows, heads: it.heads })
        .collect();
    table::to_book(&sheets, account.day).map_err(|why| {
        let failure = Failure::new(Exit::Store, "fail-write", [("path", &path.display().to_string())]);
        failure.because(swap::cause(&Note::from(&why)))
    })
}
