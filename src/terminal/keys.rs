//! Keys as the widgets know them: what a terminal reports, made the same on Linux, macOS and Windows.
//!
//! `Console` is where they come from: the real one reads through crossterm, a test's one hands out a list. Reading looks up every
//! fifth of a second, so that a signal, a closed window or a deadline is noticed while waiting.

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::interrupt::Interrupt;
use super::screen;

/// What a person pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names on the keys")]
pub enum Key {
    Char(char),
    Enter,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    Tab,
    Esc,
    F1,
    /// A line break where several lines are written: Enter with Shift, Ctrl or Alt where the terminal tells them apart, Ctrl-J in all.
    /// Elsewhere the same as Enter.
    Break,
    /// Ctrl-U: everything typed is taken back.
    Clear,
    /// Ctrl-C, or the program was asked to end.
    Interrupt,
    /// Several characters at once.
    Paste(String),
    /// The window has another size now.
    Resized,
}

/// A character of a Chinese input method's full width, as its narrow one: `１ ｎ ？` → `1 n ?`.
pub const fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => match char::from_u32(c as u32 - 0xfee0) {
            Some(narrow) => narrow,
            None => c,
        },
        '\u{3000}' => ' ',
        c => c,
    }
}

/// What a terminal reported, as a key; `None` for what means nothing here (a key let go, the mouse).
pub fn key(event: Event) -> Option<Key> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => pressed(key),
        Event::Paste(text) => Some(Key::Paste(text)),
        Event::Resize(..) => Some(Key::Resized),
        _ => None,
    }
}

fn pressed(key: KeyEvent) -> Option<Key> {
    let held = key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT);
    Some(match key.code {
        // Where both are held, it is AltGr and the character counts.
        KeyCode::Char(c) if held == KeyModifiers::CONTROL => match c.to_ascii_lowercase() {
            'c' => Key::Interrupt,
            'h' => Key::Backspace,
            'j' => Key::Break,
            'm' => Key::Enter,
            'i' => Key::Tab,
            'a' => Key::Home,
            'e' => Key::End,
            'u' => Key::Clear,
            _ => return None,
        },
        KeyCode::Char(_) if held == KeyModifiers::ALT => return None,
        KeyCode::Char(c) if c.is_control() => return None,
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::Enter if !key.modifiers.is_empty() => Key::Break,
        KeyCode::Enter => Key::Enter,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Tab => Key::Tab,
        KeyCode::Esc => Key::Esc,
        KeyCode::F(1) => Key::F1,
        _ => return None,
    })
}

/// Where keys come from.
pub trait Console {
    /// Takes the keyboard: keys are no longer shown as they are typed. Given back when the hold is dropped.
    ///
    /// # Errors
    /// The terminal does not let go of its keyboard.
    fn hold(&mut self) -> io::Result<Option<super::live::Hold>>;

    /// The next key; `None` where none came within a moment, at most a second: whoever waits may look at the clock then.
    ///
    /// # Errors
    /// There will be no more: the window is closed.
    fn next(&mut self) -> io::Result<Option<Key>>;

    /// The same for who has something to do after so long at the latest.
    ///
    /// # Errors
    /// As `next`.
    fn next_within(&mut self, most: Duration) -> io::Result<Option<Key>> {
        let _ = most;
        self.next()
    }

    /// The key that is waiting already, and comes next. Nobody presses two at the same moment: most likely both were pasted.
    fn ahead(&mut self) -> Option<&Key> {
        None
    }

    /// Whether what is pasted comes marked, as one `Key::Paste`. Otherwise it comes as keys, all at once.
    fn marks_pastes(&self) -> bool {
        true
    }

    /// The window's size in cells and lines.
    fn size(&self) -> Option<(u16, u16)>;
}

/// The terminal this program runs in.
pub struct Terminal {
    interrupt: Interrupt,
    look_up: Duration,
    /// Read already, to see what comes next.
    ahead: Option<Key>,
}

impl Terminal {
    /// The terminal; a raised `interrupt` counts as Ctrl-C.
    pub const fn new(interrupt: Interrupt) -> Self {
        Self::looking_up(interrupt, LOOK_UP)
    }

    /// The same for who looks at something else too while no key comes: so often.
    pub const fn looking_up(interrupt: Interrupt, look_up: Duration) -> Self {
        Self { interrupt, look_up, ahead: None }
    }
}

/// How long a wait lasts before signals are looked at.
const LOOK_UP: Duration = Duration::from_millis(200);
/// Keys less than this apart came at once. (With no time at all crossterm does not look at what it has read already.)
const AT_ONCE: Duration = Duration::from_millis(10);
/// A window that is being dragged reports many sizes; only the last counts.
const SETTLE: Duration = Duration::from_millis(60);

impl Console for Terminal {
    fn hold(&mut self) -> io::Result<Option<super::live::Hold>> {
        super::live::Hold::take().map(Some)
    }

    fn next(&mut self) -> io::Result<Option<Key>> {
        self.next_within(self.look_up)
    }

    fn next_within(&mut self, most: Duration) -> io::Result<Option<Key>> {
        if self.interrupt.raised() {
            return Ok(Some(Key::Interrupt));
        }
        let key = match self.ahead.take() {
            None if !event::poll(self.look_up.min(most))? => None,
            None => key(event::read()?),
            ahead => ahead,
        };
        match key {
            Some(Key::Resized) => settled().map(Some),
            key => Ok(key),
        }
    }

    fn ahead(&mut self) -> Option<&Key> {
        // What fails here fails again where the next key is asked for, and is said there.
        while self.ahead.is_none() && matches!(event::poll(AT_ONCE), Ok(true)) {
            let Ok(event) = event::read() else { break };
            self.ahead = key(event);
        }
        self.ahead.as_ref()
    }

    /// The console of Windows has no marks (crossterm).
    fn marks_pastes(&self) -> bool {
        cfg!(not(windows))
    }

    fn size(&self) -> Option<(u16, u16)> {
        screen::size()
    }
}

/// A terminal whose waiting something else than a key may end.
pub struct Stirred {
    /// The terminal.
    pub terminal: Terminal,
    /// Looked at between keys; `true` counts as `Key::Interrupt`, and whoever asked finds out why.
    pub stirs: Box<dyn FnMut() -> bool>,
}

impl Console for Stirred {
    fn hold(&mut self) -> io::Result<Option<super::live::Hold>> {
        self.terminal.hold()
    }

    fn next(&mut self) -> io::Result<Option<Key>> {
        if (self.stirs)() { Ok(Some(Key::Interrupt)) } else { self.terminal.next() }
    }

    fn next_within(&mut self, most: Duration) -> io::Result<Option<Key>> {
        if (self.stirs)() { Ok(Some(Key::Interrupt)) } else { self.terminal.next_within(most) }
    }

    fn ahead(&mut self) -> Option<&Key> {
        self.terminal.ahead()
    }

    fn marks_pastes(&self) -> bool {
        self.terminal.marks_pastes()
    }

    fn size(&self) -> Option<(u16, u16)> {
        self.terminal.size()
    }
}

/// Waits for the last of several sizes. A key pressed meanwhile is the answer: whoever draws asks for the size anyway.
fn settled() -> io::Result<Key> {
    while event::poll(SETTLE)? {
        match key(event::read()?) {
            Some(Key::Resized) | None => {}
            Some(other) => return Ok(other),
        }
    }
    Ok(Key::Resized)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(code: KeyCode, held: KeyModifiers) -> Option<Key> {
        key(Event::Key(KeyEvent::new(code, held)))
    }

    #[test]
    fn terminals_differ_keys_do_not() {
        assert_eq!(press(KeyCode::Char('c'), KeyModifiers::CONTROL), Some(Key::Interrupt));
        assert_eq!(press(KeyCode::Char('J'), KeyModifiers::CONTROL), Some(Key::Break));
        assert_eq!(press(KeyCode::Enter, KeyModifiers::SHIFT), Some(Key::Break));
        assert_eq!(press(KeyCode::Enter, KeyModifiers::ALT), Some(Key::Break));
        assert_eq!(press(KeyCode::Enter, KeyModifiers::NONE), Some(Key::Enter));
        assert_eq!(press(KeyCode::Char('h'), KeyModifiers::CONTROL), Some(Key::Backspace));
        assert_eq!(press(KeyCode::Char('{'), KeyModifiers::CONTROL | KeyModifiers::ALT), Some(Key::Char('{')), "AltGr");
        assert_eq!(press(KeyCode::Char('x'), KeyModifiers::ALT), None);
        let mut up = KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE);
        up.kind = KeyEventKind::Release;
        assert_eq!(key(Event::Key(up)), None, "Windows tells when a key is let go");
    }

    #[test]
    fn full_width_counts_as_narrow() {
        assert_eq!("１ｎ？　好。".chars().map(narrow).collect::<String>(), "1n? 好。");
    }
}
