//! The only reading of files: the shipped library inside the program, and a trainer's folder.
//!
//! What cannot be read is a finding, never an end. Line ends are brought to `\n` here, so that everything after, digests included,
//! is the same on every system. The story goes on in `raw`.

#![allow(clippy::disallowed_methods, reason = "this is the module that reads content from disk")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use std::time::SystemTime;

use include_dir::{Dir, include_dir};

use super::codes::{self, Code};
use crate::base::finding::{Finding, Place};

static COURSES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/courses");
static QUIZZES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/quizzes");

/// The id of the shipped library, as `extends` names it.
pub const SHIPPED: &str = "onduty";

/// The largest file that is read, in bytes. A course of two hours is a fiftieth of it.
pub const LARGEST: u64 = 4 * 1024 * 1024;

/// Folders within folders that are entered.
const DEEPEST: usize = 32;

/// One file.
#[derive(Clone, Debug)]
pub struct Source {
    /// As the person named it, with `/` between its parts.
    pub name: Arc<str>,
    /// Its text with `\n` line ends; of a file that is not UTF-8 what could be made out.
    pub text: Arc<str>,
    /// Whether it was read whole and is UTF-8; otherwise the text is only for showing.
    pub readable: bool,
}

impl Source {
    /// A file from its text.
    pub fn new(name: &str, text: &str) -> Self {
        let text = if text.contains('\r') { text.replace("\r\n", "\n").into() } else { Arc::from(text) };
        Self { name: name.into(), text, readable: true }
    }
}

/// A library's folder with all its files.
#[derive(Clone, Debug, Default)]
pub struct Root {
    /// The folder as the person named it; empty for the shipped library.
    pub name: String,
    /// Its files, sorted by name.
    pub sources: Vec<Source>,
    /// What could not be read.
    pub findings: Vec<Finding>,
}

impl Root {
    /// The library that is shipped with the program.
    pub fn shipped() -> Self {
        Self::of_the_program().clone()
    }

    /// Whether it is that one, and nobody has changed a file of it.
    pub fn is_shipped(&self) -> bool {
        let shipped = &Self::of_the_program().sources;
        let same = |(one, other): (&Source, &Source)| Arc::ptr_eq(&one.text, &other.text);
        self.name.is_empty() && self.sources.len() == shipped.len() && self.sources.iter().zip(shipped).all(same)
    }

    /// The shipped library, taken out of the program once.
    pub fn of_the_program() -> &'static Self {
        static SHIPPED: LazyLock<Root> = LazyLock::new(|| {
            let mut root = Root::default();
            for (folder, dir) in [("courses", &COURSES), ("quizzes", &QUIZZES)] {
                root.embedded(folder, dir);
            }
            root.sources.sort_by(|a, b| a.name.cmp(&b.name));
            root
        });
        &SHIPPED
    }

    /// A folder on disk.
    pub fn read(folder: &Path) -> Self {
        let name = folder.to_string_lossy().replace('\\', "/");
        let mut root = Self { name: name.trim_end_matches('/').to_owned(), ..Self::default() };
        let mut seen = BTreeSet::new();
        root.folder(folder, &root.name.clone(), &mut seen, 0);
        root
    }

    /// The folder of the library that a file or folder belongs to: the nearest above it, or it itself, that holds a library file;
    /// without any, its own folder.
    pub fn holding(path: &Path) -> PathBuf {
        let here = |folder: &Path| if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_owned() };
        let start = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
        let holds = |folder: &PathBuf| {
            let files = fs::read_dir(folder).into_iter().flatten().filter_map(|e| e.ok().map(|e| e.path()));
            let is_library = |path: PathBuf| {
                let small = is_content(&path) && fs::metadata(&path).is_ok_and(|about| about.is_file() && about.len() <= LARGEST);
                small
                    && fs::read(&path).is_ok_and(|bytes| bytes.split(|b| *b == b'\n').any(|line| line.starts_with(b"[library]")))
            };
            files.into_iter().any(is_library)
        };
        start.ancestors().map(here).find(holds).unwrap_or_else(|| here(start))
    }

    fn embedded(&mut self, folder: &str, dir: &Dir<'_>) {
        for file in dir.files().filter(|f| is_content(f.path())) {
            let name = format!("{folder}/{}", file.path().to_string_lossy().replace('\\', "/"));
            self.bytes(&name, file.contents());
        }
        for inner in dir.dirs() {
            self.embedded(folder, inner);
        }
    }

    fn folder(&mut self, folder: &Path, name: &str, seen: &mut BTreeSet<PathBuf>, depth: usize) {
        let real = fs::canonicalize(folder);
        if depth > DEEPEST || real.as_ref().is_ok_and(|real| !seen.insert(real.clone())) {
            return self.cannot(&codes::FOLDER_LOOP, name, &[]);
        }
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(why) => return self.cannot(&codes::UNREADABLE, name, &[("why", &why.to_string())]),
        };
        let mut paths: Vec<PathBuf> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
        paths.sort();
        for path in paths {
            let Some(last) = path.file_name().map(|n| n.to_string_lossy().into_owned()) else { continue };
            let inner = format!("{name}/{last}");
            if path.is_dir() {
                if !last.starts_with('.') && last != "target" {
                    self.folder(&path, &inner, seen, depth + 1);
                }
            } else if is_content(&path) {
                self.file(&path, &inner);
            }
        }
        // Only a folder within itself is a loop; the same folder named twice is read twice and found by its ids.
        if let Ok(real) = real {
            seen.remove(&real);
        }
    }

    fn file(&mut self, path: &Path, name: &str) {
        let size = match fs::metadata(path) {
            Ok(about) if about.is_file() => about.len(),
            Ok(_) => return self.cannot(&codes::UNREADABLE, name, &[("why", "irregular")]),
            Err(why) => return self.cannot(&codes::UNREADABLE, name, &[("why", &why.to_string())]),
        };
        if size > LARGEST {
            let (size, most) = ((size / 1024 / 1024).to_string(), (LARGEST / 1024 / 1024).to_string());
            return self.cannot(&codes::TOO_LARGE, name, &[("size", &size), ("most", &most)]);
        }
        match fs::read(path) {
            Ok(bytes) => self.bytes(name, &bytes),
            Err(why) => self.cannot(&codes::UNREADABLE, name, &[("why", &why.to_string())]),
        }
    }

    /// Takes in a file's bytes.
    pub fn bytes(&mut self, name: &str, bytes: &[u8]) {
        match std::str::from_utf8(bytes) {
            Ok(text) => self.sources.push(Source::new(name, text)),
            Err(wrong) => {
                let source = Source { readable: false, ..Source::new(name, &String::from_utf8_lossy(bytes)) };
                // Line ends may have been shortened before the place.
                let before = bytes[..wrong.valid_up_to()].windows(2).filter(|two| two == b"\r\n").count();
                let at = wrong.valid_up_to() - before;
                let end = source.text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
                let args = [("encoding", encoding(bytes))];
                self.findings.push(codes::NOT_UTF8.at(Place::new(&source.name, at..end), &args));
                self.sources.push(source);
            }
        }
    }

    fn cannot(&mut self, code: &Code, name: &str, args: &[(&'static str, &str)]) {
        let source = Source { readable: false, ..Source::new(name, "") };
        self.findings.push(code.at(Place::new(&source.name, 0..0), args));
        self.sources.push(source);
    }
}

/// When the files of a folder were written and how long they are, the same files that `Root::read` reads.
pub fn stamps(folder: &Path) -> BTreeMap<PathBuf, (Option<SystemTime>, u64)> {
    let mut out = BTreeMap::new();
    let mut open = vec![(folder.to_owned(), 0)];
    while let Some((folder, depth)) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let (path, name) = (entry.path(), entry.file_name());
            let hidden = name.to_string_lossy().starts_with('.') || name == "target";
            // What is gone by now is gone.
            let Ok(about) = fs::metadata(&path) else { continue };
            if about.is_dir() && !hidden && depth < DEEPEST {
                open.push((path, depth + 1));
            } else if about.is_file() && is_content(&path) {
                out.insert(path, (about.modified().ok(), about.len()));
            }
        }
    }
    out
}

fn is_content(path: &Path) -> bool {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    name.ends_with(".toml") && !name.starts_with('.') && name != "Cargo.toml"
}

/// What bytes that are not UTF-8 most likely are.
fn encoding(bytes: &[u8]) -> &'static str {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return "utf-16";
    }
    let mut at = 0;
    while at < bytes.len() {
        let pair = (bytes[at], bytes.get(at + 1).copied().unwrap_or(0));
        at += match pair {
            (0..=0x7F, _) => 1,
            (0x81..=0xFE, 0x40..=0x7E | 0x80..=0xFE) => 2,
            _ => return "unknown",
        };
    }
    "gbk"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        assert_eq!(encoding(b"title = \"\xC4\xE3\xBA\xC3\""), "gbk");
        assert_eq!(encoding(b"\xFF\xFEa\0"), "utf-16");
        assert_eq!(encoding(b"\x80\xFF"), "unknown");
    }

    #[test]
    fn a_folder_is_read_in_order_without_what_is_not_content() {
        let dir = tempfile::tempdir().expect("a folder");
        for name in ["b.toml", "a/x.toml", ".git/y.toml", "target/z.toml", "Cargo.toml", "notes.md"] {
            let path = dir.path().join(name);
            fs::create_dir_all(path.parent().expect("a parent")).expect("made");
            fs::write(path, "format = 1\r\n").expect("written");
        }
        fs::write(dir.path().join("big.toml"), vec![b'#'; 5 << 20]).expect("written");
        let root = Root::read(dir.path());
        let names: Vec<&str> = root.sources.iter().filter_map(|s| s.name.strip_prefix(&root.name)).collect();
        assert_eq!(names, ["/a/x.toml", "/b.toml", "/big.toml"]);
        assert_eq!(&*root.sources[0].text, "format = 1\n");
        assert_eq!(root.findings.iter().map(|f| f.code).collect::<Vec<_>>(), ["E002"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_within_itself_is_a_finding() {
        let dir = tempfile::tempdir().expect("a folder");
        std::os::unix::fs::symlink(dir.path(), dir.path().join("again")).expect("linked");
        let root = Root::read(dir.path());
        assert_eq!(root.findings.iter().map(|f| f.code).collect::<Vec<_>>(), ["E009"]);
        assert_eq!(Root::read(&dir.path().join("none")).findings[0].code, "E001");
    }
}
