//! A desk to work at: a folder of its own, a clock and chance that never surprise, commands run in process.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use onduty::base::moment::Moment;
use onduty::cli::ports::Ports;
use onduty::terminal::screen::Screen;
use serde_json::Value;

/// 2026-11-22 09:30 in Shanghai.
const MORNING: i64 = 1_795_311_000_000;

/// A desk.
pub struct Desk {
    folder: tempfile::TempDir,
    time: Rc<Time>,
    drawn: Rc<Cell<u64>>,
    env: BTreeMap<String, String>,
    scripts: Cell<u32>,
    window: Cell<Option<u16>>,
}

/// The clocks of a desk, in milliseconds. Each look at the clock at the wall takes a second, unless time is stopped.
struct Time {
    /// What has gone by.
    steady: Cell<i64>,
    /// What the clock at the wall was set by.
    set: Cell<i64>,
    /// How long a look takes.
    look: Cell<i64>,
    /// What is to happen as soon as these words are said.
    then: RefCell<Vec<(String, Happens)>>,
}

/// What happens to time, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub enum Happens {
    /// So much goes by.
    GoesBy(i64),
    /// The clock at the wall is set forward by so much; back where it is below zero.
    ClockSet(i64),
}

impl Time {
    fn wall(&self) -> Moment {
        Moment(self.steady.get() + self.set.get())
    }

    fn take(&self, what: Happens) {
        match what {
            Happens::GoesBy(ms) => self.steady.set(self.steady.get() + ms),
            Happens::ClockSet(by) => self.set.set(self.set.get() + by),
        }
    }

    /// Looks whether what was said now makes something happen, each thing once.
    fn hears(&self, said: &[u8]) {
        let said = String::from_utf8_lossy(said);
        self.then.borrow_mut().retain(|(words, what)| {
            let heard = said.contains(words);
            if heard {
                self.take(*what);
            }
            !heard
        });
    }
}

/// A desk as it was at some moment, to be set up again and again: what takes long is done once.
pub struct Still {
    folder: tempfile::TempDir,
    at: Moment,
    drawn: u64,
    env: BTreeMap<String, String>,
}

impl Still {
    /// A desk where everything is as it was.
    pub fn desk(&self) -> Desk {
        let desk = Desk::empty();
        copy(self.folder.path(), desk.folder.path());
        desk.time.set.set(self.at.0 - MORNING);
        let (old, new) = (self.folder.path().display().to_string(), desk.folder.path().display().to_string());
        let env = self.env.iter().map(|(name, value)| (name.clone(), value.replace(&old, &new))).collect();
        Desk { drawn: Rc::new(Cell::new(self.drawn)), env, ..desk }
    }
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("writable");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("readable");
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).expect("copied");
        }
    }
}

/// What a command came to. The desk's folder is called `DESK` in what was said.
#[must_use]
#[derive(Debug)]
pub struct Ran {
    /// What was asked for.
    pub out: String,
    /// Prompts, findings, hints.
    pub err: String,
    /// The exit code.
    pub code: u8,
}

impl std::fmt::Display for Ran {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.out)?;
        if !self.err.is_empty() {
            write!(f, "── stderr ──\n{}", self.err)?;
        }
        write!(f, "── exit {} ──", self.code)
    }
}

#[derive(Clone, Default)]
struct Paper(Rc<RefCell<Vec<u8>>>, Option<Rc<Time>>);

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        if let Some(time) = &self.1 {
            time.hears(&self.0.borrow());
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Paper {
    fn read(&self) -> String {
        String::from_utf8(self.0.borrow().clone()).expect("we write UTF-8")
    }
}

impl Desk {
    /// A desk in English, nobody enrolled.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let env = BTreeMap::from([("ONDUTY_LANG".to_owned(), "en".to_owned())]);
        let time = Time { steady: MORNING.into(), set: 0.into(), look: 1000.into(), then: RefCell::default() };
        Self { folder, time: Rc::new(time), drawn: Rc::default(), env, scripts: Cell::new(0), window: Cell::new(None) }
    }

    /// A desk with one learner.
    pub fn new() -> Self {
        let desk = Self::empty();
        assert_eq!(desk.run(&["learner", "add", "陈小满"]).code, 0);
        desk
    }

    /// What is printed goes to a window so many cells wide from here on; `None`: to a pipe, as at first.
    pub fn prints_to(&self, window: Option<u16>) {
        self.window.set(window);
    }

    /// In Chinese.
    pub fn in_chinese(self) -> Self {
        self.with("ONDUTY_LANG", "zh-CN")
    }

    /// With a variable of the environment; an empty one counts as none.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.env.insert(name.to_owned(), value.to_owned());
        self
    }

    /// A desk with one learner and the small library of `tests/shelf` as its courseware, copied into its folder.
    pub fn at_shelf() -> Self {
        Self::new().at("shelf")
    }

    /// With a library of `tests` as its courseware, copied into its folder.
    pub fn at(self, library: &str) -> Self {
        self.lay(library, library);
        let folder = self.path(library).display().to_string();
        self.with("ONDUTY_LIBRARY", &folder)
    }

    /// Lays a copy of a library of `tests` into its folder.
    pub fn lay(&self, library: &str, name: &str) {
        for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(library)).expect("a library") {
            let path = entry.expect("readable").path();
            let file = path.file_name().expect("a name").to_string_lossy().into_owned();
            self.file(&format!("{name}/{file}"), &std::fs::read_to_string(&path).expect("text"));
        }
    }

    /// Writes something else in a file of its folder, wherever the old words stand there.
    pub fn edit(&self, name: &str, old: &str, new: &str) {
        let text = std::fs::read_to_string(self.path(name)).expect("a file");
        assert!(text.contains(old), "{name} does not say {old:?}");
        self.file(name, &text.replace(old, new));
    }

    /// The desk as it is now.
    pub fn still(self) -> Still {
        Still { at: self.time.wall(), drawn: self.drawn.get(), folder: self.folder, env: self.env }
    }

    /// With other chance than any other number gives.
    pub fn with_chance(self, number: u32) -> Self {
        self.drawn.set(u64::from(number) << 32);
        self
    }

    /// Time goes by, or the clock is set.
    pub fn then(&self, what: Happens) {
        self.time.take(what);
    }

    /// The same, as soon as these words are said.
    pub fn when_said(&self, words: &str, what: Happens) {
        self.time.then.borrow_mut().push((words.to_owned(), what));
    }

    /// From here on no time goes by on its own; the time at the wall.
    pub fn stop_time(&self) -> Moment {
        self.time.look.set(0);
        self.time.wall()
    }

    /// A new file of answers with this in its table `answers`; returns its path as text.
    pub fn answers(&self, lines: &str) -> String {
        self.scripts.set(self.scripts.get() + 1);
        self.file(&format!("answers-{}.toml", self.scripts.get()), &format!("format = 1\n[answers]\n{lines}\n"))
    }

    /// Its folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file in its folder; returns its path as text.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("writable");
        std::fs::write(&path, text).expect("writable");
        path.display().to_string()
    }

    /// The outside as this desk has it: every event comes a second after the last.
    pub fn ports(&self, out: Box<dyn Write>, err: impl Fn() -> Box<dyn Write> + 'static) -> Ports {
        let (wall, steady, drawn) = (self.time.clone(), self.time.clone(), self.drawn.clone());
        Ports {
            clock: Rc::new(move || {
                wall.take(Happens::GoesBy(wall.look.get()));
                wall.wall()
            }),
            mono: Rc::new(move || Duration::from_millis(steady.steady.get().abs_diff(MORNING))),
            chance: Box::new(move |bytes| {
                for byte in bytes {
                    drawn.set(drawn.get() + 1);
                    *byte = (drawn.get().wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as u8;
                }
            }),
            env: self.env.clone(),
            data: Some(self.path("data")),
            locale: None,
            out,
            err: Box::new(err),
            screen: self.window.get().map(|width| Screen::bare(width, 24)),
            out_is_terminal: self.window.get().is_some(),
        }
    }

    /// Runs a command.
    pub fn run(&self, args: &[&str]) -> Ran {
        let (out, err) = (Paper::default(), Paper(Rc::default(), Some(self.time.clone())));
        let to_err = err.clone();
        let ports = self.ports(Box::new(out.clone()), move || Box::new(to_err.clone()));
        let args: Vec<OsString> = args.iter().map(OsString::from).collect();
        let code = onduty::cli::run(&args, ports);
        let folder = self.folder.path().display().to_string();
        Ran { out: out.read().replace(&folder, "DESK"), err: err.read().replace(&folder, "DESK"), code }
    }

    /// Runs a command that must be done.
    pub fn done(&self, args: &[&str]) -> Ran {
        let ran = self.run(args);
        assert_eq!(ran.code, 0, "{args:?}\n{}\n{}", ran.out, ran.err);
        ran
    }

    /// The JSON that a command prints, with its exit code.
    pub fn json(&self, args: &[&str]) -> (Value, u8) {
        let ran = self.run(&[args, &["--format", "json"]].concat());
        (serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e}: {ran}")), ran.code)
    }
}
