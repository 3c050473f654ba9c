//! A passphrase, typed at the terminal and never shown. It is read key by key and never from a pipe: a passphrase that a file or
//! another program hands over has its own way in, which names itself.
//!
//! dialoguer's `Password` waits where no signal is heard and leaves a terminal without echo behind when it is interrupted, so the keys
//! are read here, as everywhere else. Lines are only appended, and nothing else is sent: the same asking serves every screen.

use std::fmt;
use std::io::{self, Write};

use super::interrupt::Interrupt;
use super::keys::{Console, Key, Terminal, narrow};
use super::line::{Ink, Line, pack, room_of};
use super::live::{self, Hold};
use super::screen::{self, Screen};
use crate::attempt::event::Leaving;
use crate::locale::Words;

/// A passphrase. Nothing prints it and nothing copies it.
///
/// Full-width characters count as narrow ones: what a Chinese input method made of a key is not seen here.
#[derive(PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A passphrase that came another way.
    pub fn new(text: &str) -> Self {
        Self(text.chars().map(narrow).collect())
    }

    /// The passphrase that a file holds: its first line.
    pub fn of_file(text: &str) -> Self {
        Self::new(text.strip_prefix('\u{feff}').unwrap_or(text).lines().next().unwrap_or_default())
    }

    /// The words themselves.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether it is too short to be a new one: under `LEAST` characters.
    pub fn is_short(&self) -> bool {
        self.0.chars().count() < LEAST
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

/// Which passphrase is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// One there is: asked for once, whatever its length.
    Known,
    /// A code of so many digits: asked for once, and again where it has another shape.
    Code(usize),
    /// One to be made: at least `LEAST` characters, typed twice.
    New,
}

/// The fewest characters of a new passphrase.
pub const LEAST: usize = 8;
/// The most characters that are taken.
const MOST: usize = 1024;

/// What came of asking.
#[derive(Debug, PartialEq, Eq)]
pub enum Told {
    /// The passphrase.
    Secret(Secret),
    /// The person left.
    Left(Leaving),
}

/// Why a passphrase cannot be asked for.
#[derive(Debug, thiserror::Error)]
pub enum NoSecret {
    /// Nobody can be asked: there is no terminal.
    #[error("no terminal")]
    NoTerminal,
    /// The terminal fails.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Asks for a passphrase; `label` says which. `screen` is the window to ask in, `None` where nobody can be asked; its colour is not
/// used, so that nothing but lines is sent. It may be asked in the middle of a session: whoever holds the keyboard keeps it.
///
/// # Errors
/// `NoSecret::NoTerminal` without a window: a passphrase is never read from a pipe; `NoSecret::Io` where the terminal fails.
pub fn secret(words: &Words, screen: Option<Screen>, label: &str, wanted: Wanted) -> Result<Told, NoSecret> {
    let screen = screen.ok_or(NoSecret::NoTerminal)?;
    let mut console = Terminal::new(Interrupt::listen()?);
    let _hold = Hold::take_quietly()?;
    let screen = Screen { colour: false, ..screen };
    let mut out = screen::stderr();
    live::show_cursor(&mut out)?;
    Ok(Asking { words, screen, console: &mut console, out }.ask(label, wanted)?)
}

/// A passphrase being asked for.
struct Asking<'a> {
    words: &'a Words,
    screen: Screen,
    console: &'a mut dyn Console,
    out: Box<dyn Write>,
}

impl Asking<'_> {
    fn ask(&mut self, label: &str, wanted: Wanted) -> io::Result<Told> {
        self.say(Ink::Strong, label)?;
        let help: Vec<String> = self.words.get("help-secret").split(" · ").map(str::to_owned).collect();
        let help = pack(Ink::Faint, &help, self.screen.text());
        self.put(&help, true)?;
        loop {
            let prompt = if matches!(wanted, Wanted::Code(_)) { "secret-code" } else { "secret" };
            let first = match self.typed(prompt)? {
                Ok(secret) => secret,
                Err(how) => return Ok(Told::Left(how)),
            };
            if wanted == Wanted::Known {
                return Ok(Told::Secret(first));
            }
            if let Wanted::Code(digits) = wanted {
                match misshaped(&first, digits) {
                    None => return Ok(Told::Secret(first)),
                    Some((key, count)) => {
                        let said = self.words.with(key, &[("count", count.into()), ("digits", digits.into())]);
                        self.say(Ink::Warm, &said)?;
                    }
                }
                continue;
            }
            if first.is_short() {
                let short = self.words.with("secret-short", &[("least", LEAST.into())]);
                self.say(Ink::Warm, &short)?;
                continue;
            }
            match self.typed("secret-again")? {
                Ok(second) if second == first => return Ok(Told::Secret(first)),
                Ok(_) => self.say(Ink::Warm, &self.words.get("secret-differ"))?,
                Err(how) => return Ok(Told::Left(how)),
            }
        }
    }

    /// One passphrase, never empty; or how the person left.
    fn typed(&mut self, prompt: &str) -> io::Result<Result<Secret, Leaving>> {
        // Room for all from the start: a growing text would leave copies behind.
        let mut text = String::with_capacity(MOST * 4);
        let mut leaving = false;
        self.prompt(prompt)?;
        loop {
            let key = match self.console.next() {
                Ok(Some(key)) => key,
                Ok(None) => continue,
                Err(_) => return self.left(Leaving::EndOfInput),
            };
            match key {
                Key::Interrupt => return self.left(Leaving::Interrupted),
                Key::Esc if leaving => return self.left(Leaving::Chosen),
                Key::Esc => {
                    leaving = true;
                    self.out.write_all(b"\r\n")?;
                    self.say(Ink::Warm, &self.words.get("leaving-secret"))?;
                }
                Key::Enter | Key::Break if leaving => {
                    leaving = false;
                    text.clear();
                    self.prompt(prompt)?;
                }
                _ if leaving => {}
                Key::Enter | Key::Break if text.is_empty() => {
                    self.out.write_all(b"\r\n")?;
                    self.say(Ink::Warm, &self.words.get("misfit-empty"))?;
                    self.prompt(prompt)?;
                }
                Key::Enter | Key::Break => {
                    self.out.write_all(b"\r\n")?;
                    self.out.flush()?;
                    return Ok(Ok(Secret::new(&text)));
                }
                Key::Backspace => drop(text.pop()),
                Key::Char(c) => add(&mut text, &c.to_string()),
                Key::Paste(pasted) => add(&mut text, pasted.trim_end_matches(['\r', '\n'])),
                _ => {}
            }
        }
    }

    fn left(&mut self, how: Leaving) -> io::Result<Result<Secret, Leaving>> {
        self.out.write_all(b"\r\n")?;
        self.out.flush()?;
        Ok(Err(how))
    }

    /// Where to type: the cursor stays behind it.
    fn prompt(&mut self, key: &str) -> io::Result<()> {
        let lines = Line::of(Ink::Accent, &self.words.get(key)).wrap(self.screen.text());
        self.put(&lines, false)
    }

    fn say(&mut self, ink: Ink, text: &str) -> io::Result<()> {
        let lines = Line::of(ink, text).wrap(self.screen.text());
        self.put(&lines, true)
    }

    fn put(&mut self, lines: &[Line], end: bool) -> io::Result<()> {
        let text = lines.iter().map(|line| line.print(self.screen.colour)).collect::<Vec<_>>().join("\r\n");
        let narrow = lines.last().and_then(|line| line.words().chars().last()).is_some_and(|c| room_of(c) < 2);
        let after = match (end, narrow) {
            (true, _) => "\r\n",
            (false, true) => " ",
            (false, false) => "",
        };
        self.out.write_all((text + after).as_bytes())?;
        self.out.flush()
    }
}

/// What is wrong with the shape of a code, as a key of the words with a number; what stands between its digits does not matter.
fn misshaped(typed: &Secret, digits: usize) -> Option<(&'static str, usize)> {
    let between = |c: &char| matches!(c, ' ' | '-' | '\u{3000}');
    let mut count = 0_usize;
    for c in typed.expose().chars().filter(|c| !between(c)) {
        if !c.is_ascii_digit() {
            return Some(("code-odd", 0));
        }
        count += 1;
    }
    match count.cmp(&digits) {
        std::cmp::Ordering::Less => Some(("code-short", digits - count)),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(("code-long", count - digits)),
    }
}

fn add(text: &mut String, more: &str) {
    let room = MOST.saturating_sub(text.chars().count());
    text.extend(more.chars().filter(|c| !c.is_control()).take(room));
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::collections::VecDeque;
    use std::rc::Rc;

    use super::*;
    use crate::locale::Tongue;

    /// Types what it was given and then is closed; `·` is a moment without a key.
    struct Keys(VecDeque<char>);

    impl Console for Keys {
        fn hold(&mut self) -> io::Result<Option<Hold>> {
            Ok(None)
        }
        fn next(&mut self) -> io::Result<Option<Key>> {
            Ok(Some(match self.0.pop_front().ok_or(io::ErrorKind::UnexpectedEof)? {
                '⏎' => Key::Enter,
                '⎋' => Key::Esc,
                '✂' => Key::Interrupt,
                '⌫' => Key::Backspace,
                '·' => return Ok(None),
                c => Key::Char(c),
            }))
        }
        fn size(&self) -> Option<(u16, u16)> {
            None
        }
    }

    #[derive(Clone, Default)]
    struct Paper(Rc<RefCell<Vec<u8>>>);

    impl Write for Paper {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(bytes)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn asked(keys: &str, wanted: Wanted) -> (Told, String) {
        let (words, paper) = (Words::new(Tongue::Zh), Paper::default());
        let mut console = Keys(keys.chars().collect());
        let screen = Screen::bare(40, 24);
        let told = Asking { words: &words, screen, console: &mut console, out: Box::new(paper.clone()) }
            .ask("签发密钥 SH1 的口令", wanted)
            .expect("memory");
        let text = String::from_utf8(paper.0.borrow().clone()).expect("text");
        (told, text)
    }

    fn told(keys: &str, wanted: Wanted) -> Told {
        asked(keys, wanted).0
    }

    fn secret(text: &str) -> Told {
        Told::Secret(Secret::new(text))
    }

    #[test]
    fn nothing_of_it_is_shown() {
        let (told, shown) = asked("abc·ｄ⌫１ 好⏎", Wanted::Known);
        assert_eq!(told, secret("abc1 好"), "full width counts as narrow");
        assert_eq!(format!("{told:?}"), "Secret(Secret)");
        insta::assert_snapshot!(shown.replace("\r\n", "\n"), @r#"
        签发密钥 SH1 的口令
        输入时屏幕上不显示 · Enter 确定
        Esc 离开
        口令：
        "#);
    }

    #[test]
    fn a_code_says_how_many_digits_are_missing() {
        let (told, shown) =
            asked("1234 5678 901⏎1234-5678-9012-34567⏎1234 5678 9012 345o⏎1234 5678 9012 3456⏎", Wanted::Code(16));
        assert_eq!(told, secret("1234 5678 9012 3456"));
        insta::assert_snapshot!(shown.replace("\r\n", "\n"), @r#"
        签发密钥 SH1 的口令
        输入时屏幕上不显示 · Enter 确定
        Esc 离开
        开卷码：
        还少 5 位：开卷码一共 16 位数字。
        开卷码：
        多了 1 位：开卷码一共 16 位数字。
        开卷码：
        开卷码只有数字，一共 16 位。
        开卷码：
        "#);
    }

    #[test]
    fn a_new_one_is_long_enough_and_typed_twice_alike() {
        let (told, shown) = asked("short⏎long enough⏎long enuogh⏎correct horse⏎correct horse⏎", Wanted::New);
        assert_eq!(told, secret("correct horse"));
        insta::assert_snapshot!(shown.replace("\r\n", "\n"), @r#"
        签发密钥 SH1 的口令
        输入时屏幕上不显示 · Enter 确定
        Esc 离开
        口令：
        太短了，至少要 8 个字符，请换一个长一点
        的。
        口令：
        再输入一遍：
        两次输入的不一样，请从头再来。
        口令：
        再输入一遍：
        "#);
    }

    #[test]
    fn leaving_in_every_way() {
        assert_eq!(told("abc✂", Wanted::Known), Told::Left(Leaving::Interrupted));
        assert_eq!(told("abc⎋x⎋", Wanted::New), Told::Left(Leaving::Chosen));
        assert_eq!(told("abc", Wanted::Known), Told::Left(Leaving::EndOfInput));
        assert_eq!(told("abc⎋⏎xyz⏎", Wanted::Known), secret("xyz"), "Enter goes on, from the beginning");
        assert_eq!(told("⏎⏎x⏎", Wanted::Known), secret("x"), "never empty");
    }

    #[test]
    fn without_a_window_nothing_is_read() {
        let words = Words::new(Tongue::En);
        assert!(matches!(super::secret(&words, None, "key", Wanted::Known), Err(NoSecret::NoTerminal)));
    }

    #[test]
    fn a_file_holds_it_in_its_first_line() {
        assert_eq!(Secret::of_file("\u{feff}correct horse\r\nnothing\r\n").expose(), "correct horse");
    }
}
