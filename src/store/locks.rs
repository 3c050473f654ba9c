//! A process's claim on an attempt, or on the beginning of one: a locked file each, in a folder beside the database.
//!
//! The operating system lets go of a lock when its process ends, however it ends. A lock file is removed with its guard; whoever
//! opens, locks or removes one does it behind the door (one more locked file, held for an instant), so that no one can lock a file
//! that another is just removing. A killed process leaves an empty file, which the next holder takes over and removes.
//!
//! Whoever writes on thousands of attempts, one after the other and each in an instant, stays in the door instead: nobody takes or lets
//! go of any meanwhile, and no file comes and goes. Some file systems give out no number of a file removed just now: each one made among
//! thousands takes longer than what is written under it.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::{Hold, StoreError};
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, LearnerId};

/// A locked file.
struct Held {
    folder: PathBuf,
    path: PathBuf,
    file: Option<File>,
}

impl Drop for Held {
    fn drop(&mut self) {
        let door = door(&self.folder);
        if door.is_ok() {
            let _ = fs::remove_file(&self.path);
        }
        self.file = None;
    }
}

/// Takes an attempt by a file in `folder`, which is made where there is none.
///
/// # Errors
/// `Busy` where another holds it, `Denied` and `Full` where the folder does not let us.
pub fn hold(folder: &Path, attempt: &AttemptId) -> Result<Hold, StoreError> {
    take(folder, attempt.as_str())?.ok_or_else(|| StoreError::Busy(attempt.clone()))
}

/// Takes an attempt for an instant: the door stays shut until the guard is dropped.
///
/// # Errors
/// As `hold`.
pub fn hold_shortly(folder: &Path, attempt: &AttemptId) -> Result<Hold, StoreError> {
    private_folder(folder)?;
    let door = door(folder)?;
    let file = OpenOptions::new().read(true).write(true).open(file_of(folder, attempt.as_str()));
    match file.map(|file| file.try_lock()) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        Ok(Err(TryLockError::WouldBlock)) => Err(StoreError::Busy(attempt.clone())),
        Ok(Err(TryLockError::Error(error))) => Err(error.into()),
        // Of one that was killed, or nobody's.
        Ok(Ok(())) | Err(_) => Ok(Hold::new(door)),
    }
}

/// Takes the beginning of a learner's exams in the same way as `hold`.
///
/// # Errors
/// `Beginning` where another holds it, else as `hold`.
pub fn hold_beginning(folder: &Path, learner: &LearnerId) -> Result<Hold, StoreError> {
    // No attempt has such an id: theirs are UUIDs.
    take(folder, &format!("beginning:{learner}"))?.ok_or_else(|| StoreError::Beginning(learner.clone()))
}

/// The lock of that name; `None` where another holds it.
fn take(folder: &Path, name: &str) -> Result<Option<Hold>, StoreError> {
    private_folder(folder)?;
    let _door = door(folder)?;
    let path = file_of(folder, name);
    let file = private_file(&path)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Hold::new(Held { folder: folder.to_owned(), path, file: Some(file) }))),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// By digest: whatever an id looks like, it is no path.
fn file_of(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{}.lock", Digest::of_bytes(name.as_bytes())))
}

/// Waits for the door; it is shut again when the file is dropped.
fn door(folder: &Path) -> Result<File, StoreError> {
    let file = private_file(&folder.join("door"))?;
    file.lock()?;
    Ok(file)
}

/// Makes a folder and those above it, for this user only where the platform has such a notion.
///
/// # Errors
/// `Denied`, `Full`.
pub fn private_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(folder)?)
}

/// Opens a file, made where there is none, for this user only where the platform has such a notion.
///
/// # Errors
/// `Denied`, `Full`.
pub fn private_file(path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    Ok(options.open(path)?)
}
