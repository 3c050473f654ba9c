//! Files that arguments name: read up to a size, from plain files only, and written where there was none. No file is written over unless
//! the person says so in the command: it may be the only copy of a key. What is in them is the commands' business; courseware is read by `content/files`.
#![allow(clippy::disallowed_methods, reason = "the shell reads and writes the files that arguments name")]

use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::failure::{Exit, Failure};
use super::room::Call;

/// The beginning of a plain file, at most so many bytes; no pipe or device, which might never end.
///
/// # Errors
/// As the system says; `InvalidInput` for what is no plain file.
pub fn start_of(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    if !std::fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What comes in by a pipe or from the keyboard, at most so many bytes.
///
/// # Errors
/// As the system says.
pub fn incoming(most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The text of a file of at most so many bytes.
///
/// # Errors
/// As `start_of`; `InvalidInput` too for a larger file, `InvalidData` where it is not UTF-8.
pub fn text(path: &Path, most: u64) -> io::Result<String> {
    let bytes = start_of(path, most + 1)?;
    if bytes.len() as u64 > most {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    String::from_utf8(bytes).map_err(|_| io::ErrorKind::InvalidData.into())
}

/// Writes a page that was asked for, and says so.
///
/// # Errors
/// `Failure` that names the file: there is one, or it cannot be written.
pub fn write_page(call: &Call<'_>, path: &Path, page: &str) -> Result<(), Failure> {
    write_new(path, page.as_bytes()).map_err(|error| unwritten(path, &error))?;
    call.tell("note-written", &[("path", path.display().to_string().into())]);
    Ok(())
}

/// A path as it can be typed into a command line.
pub fn typed(path: &Path) -> String {
    let name = path.display().to_string();
    if name.contains(char::is_whitespace) { format!("\"{name}\"") } else { name }
}

/// Why a file is not written, as a failure that names it.
pub fn unwritten(path: &Path, error: &io::Error) -> Failure {
    let name = path.display().to_string();
    match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Failure::new(Exit::Refused, "fail-file-there", [("path", &name)]).hint("hint-file-there", [])
        }
        _ => Failure::new(Exit::Store, "fail-write", [("path", &name)]).because(error),
    }
}

/// Writes a file in the place of one that may be there; whoever looks sees the old one whole, or the new one.
///
/// # Errors
/// As the system says.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = written_beside(path, bytes)?;
    std::fs::rename(&beside, path).inspect_err(|_| {
        let _ = std::fs::remove_file(&beside);
    })
}

/// Whether a folder is not there yet, or has nothing in it.
///
/// # Errors
/// As the system says.
pub fn is_empty_or_new(path: &Path) -> io::Result<bool> {
    match std::fs::read_dir(path) {
        Ok(mut entries) => Ok(entries.next().is_none()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

/// Makes a folder with those above it.
///
/// # Errors
/// As the system says.
pub fn make_folder(path: &Path) -> io::Result<()> {
    std::fs::create_dir_all(path)
}

/// Keeps what a file holds under a name beside it that is free: `FILE.bak`, `FILE.2.bak` …
///
/// # Errors
/// `Failure` that names the file that cannot be written.
pub fn keep(path: &Path, bytes: &[u8]) -> Result<PathBuf, Failure> {
    let mut n = 1;
    loop {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(if n == 1 { ".bak".to_owned() } else { format!(".{n}.bak") });
        let kept = path.with_file_name(name);
        match write_new(&kept, bytes) {
            Ok(()) => return Ok(kept),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => n += 1,
            Err(error) => return Err(unwritten(&kept, &error)),
        }
    }
}

/// Writes a file that was not there: whole under its name, or not at all, also where the program is ended in the middle. It is on the
/// disk when this returns.
///
/// # Errors
/// As the system says; `AlreadyExists` where there is one.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let beside = written_beside(path, bytes)?;
    place(&beside, path)
}

/// Finds out whether a file like this one can be written where there is none, before something is done that is of no use without it.
///
/// # Errors
/// As `write_new`.
pub fn try_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    std::fs::remove_file(written_beside(path, bytes)?)
}

/// Gives a file that was written beside its place its name; it is gone from beside, whatever comes of it.
///
/// # Errors
/// As the system says; `AlreadyExists` where there is a file of that name.
pub fn place(beside: &Path, path: &Path) -> io::Result<()> {
    if path.symlink_metadata().is_ok() {
        let _ = std::fs::remove_file(beside);
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    // A second name for what was written: unlike renaming it never takes the place of a file that came meanwhile.
    let named = match std::fs::hard_link(beside, path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => std::fs::rename(beside, path),
        linked => linked,
    };
    // Where it was renamed it is gone already.
    let _ = std::fs::remove_file(beside);
    named
}

/// A path of this process's own beside another; what another process of this number left there when it was ended is removed.
///
/// # Errors
/// As the system says; `InvalidInput` for what has no file name.
pub fn beside(path: &Path) -> io::Result<PathBuf> {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().ok_or(io::ErrorKind::InvalidInput)?);
    name.push(format!(".{}.new", std::process::id()));
    let beside = path.with_file_name(name);
    let _ = std::fs::remove_file(&beside);
    Ok(beside)
}

/// Takes away what processes that were ended left beside a path, of whatever number: what lay there may be about people.
pub fn clear_beside(path: &Path) {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(|it| it.to_str())) else { return };
    let is_left = |file: &str| {
        let rest = file.strip_prefix('.').and_then(|it| it.strip_prefix(name)).and_then(|it| it.strip_prefix('.'));
        let number = rest.and_then(|it| ["", "-wal", "-shm"].iter().find_map(|side| it.strip_suffix(&format!(".new{side}"))));
        number.is_some_and(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit()))
    };
    for entry in std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
        if entry.file_name().to_str().is_some_and(is_left) {
            // What cannot be removed is in use, or not ours.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// The bytes in a file of this process's own, beside where they are to go, on the disk.
fn written_beside(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let beside = beside(path)?;
    let mut file = std::fs::OpenOptions::new().write(true).create_new(true).open(&beside)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if let Err(error) = written {
        let _ = std::fs::remove_file(&beside);
        return Err(error);
    }
    Ok(beside)
}

/// Takes a file away that may be there, with what a database keeps beside it.
pub fn remove(path: &Path) {
    for side in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(side);
        // What is not there needs no removing, and what cannot be removed harms nothing.
        let _ = std::fs::remove_file(name);
    }
}

/// Gives a file another name beside.
///
/// # Errors
/// As the system says.
pub fn rename(from: &Path, to: &Path) -> io::Result<()> {
    std::fs::rename(from, to)
}

/// Which half of a copy failed, and why.
#[derive(Debug)]
pub enum Uncopied {
    /// The file cannot be read.
    Read(io::Error),
    /// The copy cannot be written.
    Written(io::Error),
}

/// Copies a plain file into a new one that only this user can read, where the platform has such a notion.
///
/// # Errors
/// As the system says; `InvalidInput` for what is no plain file, `AlreadyExists` where there is one.
pub fn copy_private(from: &Path, to: &Path) -> Result<(), Uncopied> {
    if !std::fs::metadata(from).map_err(Uncopied::Read)?.is_file() {
        return Err(Uncopied::Read(io::ErrorKind::InvalidInput.into()));
    }
    let mut original = std::fs::File::open(from).map_err(Uncopied::Read)?;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut copy = options.open(to).map_err(Uncopied::Written)?;
    io::copy(&mut original, &mut copy).map_err(|error| match error.kind() {
        // Only what is written takes room.
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Uncopied::Written(error),
        _ => Uncopied::Read(error),
    })?;
    copy.sync_all().map_err(Uncopied::Written)
}
