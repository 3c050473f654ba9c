//! A desk to work at: a folder of its own, a clock and chance that never surprise, commands run in process.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::rc::Rc;
use std::time::Duration;

use onduty::base::moment::Moment;
use onduty::cli::ports::Ports;

/// 2026-11-22 09:30 in Shanghai.
const MORNING: i64 = 1_795_311_000_000;

/// A desk.
pub struct Desk {
    folder: tempfile::TempDir,
    clock: Rc<Cell<i64>>,
    drawn: Rc<Cell<u64>>,
    env: BTreeMap<String, String>,
    scripts: Cell<u32>,
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
struct Paper(Rc<RefCell<Vec<u8>>>);

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
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
        Self { folder, clock: Rc::new(Cell::new(MORNING)), drawn: Rc::default(), env, scripts: Cell::new(0) }
    }

    /// A desk with one learner.
    pub fn new() -> Self {
        let desk = Self::empty();
        assert_eq!(desk.run(&["learner", "add", "陈小满"]).code, 0);
        desk
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
        let desk = Self::new();
        for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/shelf")).expect("the shelf") {
            let path = entry.expect("readable").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            desk.file(&format!("shelf/{name}"), &std::fs::read_to_string(&path).expect("text"));
        }
        let shelf = desk.path("shelf").display().to_string();
        desk.with("ONDUTY_LIBRARY", &shelf)
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
        let (clock, went, drawn) = (self.clock.clone(), self.clock.clone(), self.drawn.clone());
        Ports {
            clock: Rc::new(move || {
                clock.set(clock.get() + 1000);
                Moment(clock.get())
            }),
            mono: Box::new(move || Duration::from_millis(went.get().abs_diff(MORNING))),
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
            screen: None,
            out_is_terminal: false,
        }
    }

    /// Runs a command.
    pub fn run(&self, args: &[&str]) -> Ran {
        let (out, err) = (Paper::default(), Paper::default());
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
}
