//! The real binary in a pseudo-terminal, and what a terminal would show of it: window, scrollback, cursor.
//!
//! Nothing here waits for time to pass: every wait is for something to be seen, with a deadline only for what never comes.
#![allow(clippy::disallowed_methods, reason = "a test that waits for another process needs a thread and a clock")]

use std::fs::File;
use std::io::{Read as _, Write as _};
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use expectrl::process::Process as _;
use expectrl::process::unix::{Signal, UnixProcess, WaitStatus};

/// The binary under test.
pub const BINARY: &str = env!("CARGO_BIN_EXE_onduty");
/// What never comes within this, never comes: ten times what a busy machine has taken.
pub const DEADLINE: Duration = Duration::from_secs(200);
/// Lines above the window that are remembered.
const SCROLLBACK: usize = 4000;

/// The binary as a command with its own store and no other setting of this machine.
pub fn onduty(store: &Path, lang: &str) -> Command {
    let mut command = Command::new(BINARY);
    settings(&mut command, lang);
    command.env("ONDUTY_STORE", store);
    command
}

fn settings(command: &mut Command, lang: &str) {
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "ACCESSIBLE", "ONDUTY_LEARNER", "ONDUTY_LIBRARY", "ONDUTY_STORE"] {
        command.env_remove(name);
    }
    command.env("ONDUTY_LANG", lang).env("TERM", "xterm-256color");
}

/// What came out of the window until now.
struct Shown {
    terminal: vt100::Parser,
    raw: Vec<u8>,
    /// How often an own screen was closed, and how many lines of answers were written.
    closed: usize,
    said: usize,
    /// The other side has closed.
    over: bool,
}

/// A window with a program in it.
pub struct Window {
    process: UnixProcess,
    keys: File,
    shown: Arc<(Mutex<Shown>, Condvar)>,
}

impl Shown {
    fn take(&mut self, bytes: &[u8]) {
        let before = self.raw.len();
        self.raw.extend_from_slice(bytes);
        self.terminal.process(bytes);
        let new = |needle: &str| {
            let from = before.saturating_sub(needle.len() - 1);
            self.raw[from..].windows(needle.len()).filter(|at| *at == needle.as_bytes()).count()
        };
        let (closed, said) = (new("\u{1b}[?1049l"), new("› "));
        self.closed += closed;
        self.said += said;
    }

    /// Everything in the window and above it, without the empty lines at the end.
    fn all(&mut self) -> Vec<String> {
        let screen = self.terminal.screen_mut();
        let mut all = Vec::new();
        for above in (1..=screen.scrollback_len()).rev() {
            screen.set_scrollback(above);
            all.push(rows(screen).swap_remove(0));
        }
        screen.set_scrollback(0);
        all.extend(rows(screen));
        all.truncate(all.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1));
        all
    }
}

/// The same program, which begins once the window has its size: it is set after something runs in it, and a quick program would find
/// another one.
fn waiting(command: &Command, (across, down): (u16, u16)) -> Command {
    let mut shell = Command::new("sh");
    let gate = format!("until [ \"$(stty size)\" = '{down} {across}' ]; do :; done; exec \"$0\" \"$@\"");
    shell.args(["-c", &gate]).arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => shell.env(name, value),
            None => shell.env_remove(name),
        };
    }
    command.get_current_dir().map(|dir| shell.current_dir(dir));
    shell
}

impl Window {
    /// Opens a window of that many cells across and lines down.
    pub fn open(command: Command, (across, down): (u16, u16)) -> Self {
        let mut process = UnixProcess::spawn_command(waiting(&command, (across, down))).expect("a pseudo-terminal");
        process.set_echo(true, Some(Duration::ZERO)).expect("as a shell leaves it");
        process.set_window_size(across, down).expect("a size");
        let keys = process.get_raw_handle().expect("its keyboard");
        let mut screen = process.get_raw_handle().expect("its screen");
        let terminal = vt100::Parser::new(side(down), side(across), SCROLLBACK);
        let shown = Arc::new((Mutex::new(Shown { terminal, raw: Vec::new(), closed: 0, said: 0, over: false }), Condvar::new()));
        let seen = Arc::clone(&shown);
        std::thread::spawn(move || {
            let mut bytes = [0; 16 * 1024];
            loop {
                let read = screen.read(&mut bytes).unwrap_or(0);
                let mut shown = seen.0.lock().expect("nobody panics with it");
                shown.take(&bytes[..read]);
                shown.over = read == 0;
                seen.1.notify_all();
                if read == 0 {
                    return;
                }
            }
        });
        Self { process, keys, shown }
    }

    /// Presses keys.
    pub fn press(&mut self, keys: impl AsRef<[u8]>) {
        self.keys.write_all(keys.as_ref()).expect("the window is open");
    }

    /// Waits for an entry of a menu and chooses it by its number.
    pub fn picks(&mut self, entry: &str) {
        let number = |line: &String| {
            let (number, text) = line.trim_start_matches("> ").trim().split_once(") ")?;
            text.starts_with(entry).then(|| number.parse::<u8>().ok())?
        };
        self.until(entry, |look| look.window.iter().any(|line| number(line).is_some()));
        let number = self.now().window.iter().find_map(number).expect("just seen");
        self.press(format!("{number}\r"));
    }

    /// Makes the window another size.
    pub fn resize(&mut self, (across, down): (u16, u16)) {
        // The picture first: what is drawn for the new size must not meet the old one.
        self.look().terminal.screen_mut().set_size(side(down), side(across));
        self.process.set_window_size(across, down).expect("a size");
    }

    /// Sends its program a signal.
    pub fn signal(&mut self, signal: Signal) {
        self.process.signal(signal).expect("it lives");
    }

    /// Waits until something is seen; `what` names it for whoever reads the failure.
    pub fn until(&self, what: &str, seen: impl Fn(&Look) -> bool) {
        let since = Instant::now();
        let mut shown = self.look();
        while !seen(&Look::of(&shown)) {
            let left = DEADLINE.saturating_sub(since.elapsed());
            if left.is_zero() {
                let (all, look) = (shown.all().join("\n"), Look::of(&shown));
                drop(shown);
                panic!("never seen: {what}\n{all}\n{look:#?}");
            }
            shown = self.shown.1.wait_timeout(shown, left).expect("nobody panics with it").0;
        }
    }

    /// Waits until these words stand in the window.
    pub fn reads(&self, words: &str) {
        self.until(words, |look| look.window.iter().any(|line| line.contains(words)));
    }

    /// Waits until these words were written so often.
    pub fn written(&self, words: &str, times: usize) {
        let since = Instant::now();
        let mut shown = self.look();
        while shown.raw.windows(words.len()).filter(|at| *at == words.as_bytes()).count() < times {
            assert!(since.elapsed() < DEADLINE, "never {times} times: {words}\n{}", shown.all().join("\n"));
            shown = self.shown.1.wait_timeout(shown, DEADLINE).expect("nobody panics with it").0;
        }
    }

    /// Reads, in English, what is longer than the window until there are choices; what was read, page by page.
    pub fn reads_to_choices(&mut self) -> Vec<Look> {
        let mut pages = Vec::new();
        loop {
            self.until("keys", |look| {
                let pager = look.own_screen && look.last_two().contains(&format!("page {}/", pages.len() + 1));
                pager || (!look.own_screen && ["to mark", "Type a number"].iter().any(|help| look.last_two().contains(help)))
            });
            let look = self.now();
            if !look.own_screen {
                return pages;
            }
            self.press(if look.last_two().contains("Enter to answer") { "\r" } else { " " });
            pages.push(look);
        }
    }

    /// What is seen now.
    pub fn now(&self) -> Look {
        Look::of(&self.look())
    }

    /// Everything in the window and above it, without the empty lines at the end.
    pub fn all(&self) -> Vec<String> {
        self.look().all()
    }

    /// All bytes until now.
    pub fn raw(&self) -> Vec<u8> {
        self.look().raw.clone()
    }

    /// Waits for the program's end; its exit code, or minus the signal that ended it.
    pub fn ends(&mut self) -> i32 {
        self.until("the program's end", |look| look.over);
        let since = Instant::now();
        loop {
            match self.process.status().expect("it is ours") {
                WaitStatus::Exited(_, code) => return code,
                WaitStatus::Signaled(_, signal, _) => return -(signal as i32),
                _ => assert!(since.elapsed() < DEADLINE, "it closed its window but does not end"),
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    fn look(&self) -> MutexGuard<'_, Shown> {
        self.shown.0.lock().expect("nobody panics with it")
    }
}

fn side(n: u16) -> NonZero<u16> {
    NonZero::new(n).expect("a window has a size")
}

/// What is seen at one moment.
#[derive(Clone, Debug)]
pub struct Look {
    /// The window, line by line, without blanks at the ends.
    pub window: Vec<String>,
    /// Whether an own screen is open.
    pub own_screen: bool,
    /// Whether the cursor is hidden.
    pub cursor_hidden: bool,
    /// Whether pasting is marked.
    pub pasting: bool,
    /// How often an own screen was closed.
    pub closed: usize,
    /// How many lines of answers were written.
    pub said: usize,
    /// The program has closed the window.
    pub over: bool,
}

fn rows(screen: &vt100::Screen) -> Vec<String> {
    screen.rows(0, screen.size().1.get()).map(|row| row.trim_end().to_owned()).collect()
}

impl Look {
    fn of(shown: &Shown) -> Self {
        let screen = shown.terminal.screen();
        Self {
            window: rows(screen),
            own_screen: screen.alternate_screen(),
            cursor_hidden: screen.hide_cursor(),
            pasting: screen.bracketed_paste(),
            closed: shown.closed,
            said: shown.said,
            over: shown.over,
        }
    }

    /// The end of the window, where the keys are said.
    pub fn last_two(&self) -> String {
        let lines: Vec<&String> = self.window.iter().filter(|line| !line.is_empty()).collect();
        lines[lines.len().saturating_sub(2)..].iter().map(|line| line.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Whether some line of the window has these words.
    pub fn has(&self, words: &str) -> bool {
        self.window.iter().any(|line| line.contains(words))
    }
}
