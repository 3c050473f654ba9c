//! Licences' own files, written beside the issuing: signing goes on while the disk takes the file before.
//!
//! A licence is in the store before it comes here: what is not written when the program is ended is written when the command is run
//! again (`batch`). Nothing is said of a file before all are written.

use std::path::Path;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::thread;

use serde_json::Value;

use crate::base::id::LicenceNumber;
use crate::cli::failure::Failure;
use crate::cli::files;
use crate::cli::paper::file_name;
use crate::credential::claims;

/// How many may wait for the disk: with more the issuing waits, and memory does not grow.
const WAITING: usize = 16;

/// Where licences are handed in that are to have a file.
pub struct Filing(SyncSender<(LicenceNumber, Value)>);

impl Filing {
    /// Does some work and writes the files that it hands in. All of them are there when this returns, unless one of the two failed.
    ///
    /// # Errors
    /// The work's, or where a file cannot be written: the work learns of that with a licence after it (`takes`).
    pub fn beside<T>(dir: &Path, work: impl FnOnce(&Self) -> Result<T, Failure>) -> Result<T, Failure> {
        let (give, take) = sync_channel::<(LicenceNumber, Value)>(WAITING);
        thread::scope(|scope| {
            let writing =
                scope.spawn(move || take.iter().try_for_each(|(number, document)| write_missing(dir, &number, &document)));
            let done = work(&Self(give));
            let written = writing.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            written.and(done)
        })
    }

    /// Hands a licence in; whether files are still written. Where not, the work ends: `beside` knows why.
    pub fn takes(&self, number: LicenceNumber, document: Value) -> bool {
        self.0.send((number, document)).is_ok()
    }
}

/// A licence's own file, unless it is there.
///
/// # Errors
/// `Failure` that names it.
pub fn write_missing(dir: &Path, number: &LicenceNumber, document: &Value) -> Result<(), Failure> {
    let path = dir.join(format!("{}.json", file_name(number.as_str())));
    match files::write_new(&path, claims::text(document).as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(files::unwritten(&path, &error)),
        _ => Ok(()),
    }
}
