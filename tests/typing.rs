//! A whole reply typed and pasted at a real terminal, with the keys as a terminal sends them: what is seen meanwhile, what is sent.
//!
//! `somebody_is_asked` is the program in the window: this test binary once more, which asks for a reply and then for a choice, so that
//! a key too many would be seen to answer it.
#![allow(clippy::disallowed_methods, reason = "a test starts itself again, and time has to pass for a deadline")]

use std::fs;
use std::process::Command;
use std::rc::Rc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use onduty::base::moment::Moment;
use onduty::locale::{Tongue, Words};
use onduty::model::form::{Aside, Choice, Form};
use onduty::model::page::{Block, Prompt};
use onduty::terminal::clock::{Clock, Runs};
use onduty::terminal::interrupt::Interrupt;
use onduty::terminal::person::Person;
use onduty::terminal::screen::Screen;
use onduty::terminal::{Asked, Asker as _};

use crate::window::{DEADLINE, Look, Window};

/// The most characters of a reply here.
const MOST: usize = 500;
/// What is asked: folder for what came of it, language, seconds until the deadline or nothing.
const ASKED: [&str; 3] = ["TYPING_FOLDER", "TYPING_LANG", "TYPING_SECONDS"];

#[test]
#[ignore = "the program in the window of the other tests"]
fn somebody_is_asked() {
    let [Ok(folder), Ok(lang), Ok(seconds)] = ASKED.map(std::env::var) else { return };
    let words = Rc::new(Words::new(Tongue::of(&lang).expect("a language")));
    let screen = Screen::of_stderr(anstream::ColorChoice::Always);
    let mut person = Person::new(&words, screen, Interrupt::listen().expect("the first"));
    if let Ok(seconds) = seconds.parse::<i64>() {
        let until = Moment(now().0 + seconds * 1000);
        person.set_clock(Some(Clock { now: Rc::new(now), runs: Runs::Down { until, whole: false } }));
    }
    let said = vec![Block::Text("客户：“等了十天还没到，我要投诉！”".to_owned())];
    let text = asked(Form::Text { most: MOST }, said);
    let came = person.ask(&text).expect("a terminal");
    fs::write(format!("{folder}/text"), format!("{came:?}")).expect("a folder");
    if matches!(came, Asked::Left(_)) {
        return;
    }
    person.set_clock(None);
    let choice = |key: &str| Choice { key: key.into(), text: format!("第{key}项") };
    let came = person.ask(&asked(Form::PickOne(["一", "二"].map(choice).into()), Vec::new())).expect("a terminal");
    fs::write(format!("{folder}/choice"), format!("{came:?}")).expect("a folder");
}

fn now() -> Moment {
    let ms = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_millis();
    Moment(i64::try_from(ms).expect("before the year 292 million"))
}

fn asked(form: Form, blocks: Vec<Block>) -> Prompt {
    Prompt { id: "a/b".into(), visit: 0, blocks, form, aside: Aside::Nothing, given: None, panel: Vec::new() }
}

/// Somebody at a window.
struct Desk {
    folder: tempfile::TempDir,
    window: Window,
    words: Words,
}

impl Desk {
    fn new(tongue: Tongue, size: (u16, u16), seconds: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut command = Command::new(std::env::current_exe().expect("this test"));
        command.args(["typing::somebody_is_asked", "--exact", "--ignored", "--nocapture", "--test-threads=1"]);
        command.env("TERM", "xterm-256color");
        let values = [folder.path().display().to_string(), tongue.tag().to_owned(), seconds.to_owned()];
        command.envs(ASKED.into_iter().zip(values));
        let desk = Self { folder, window: Window::open(command, size), words: Words::new(tongue) };
        let leave = desk.words.get("help-leave");
        desk.window.until("what to write", |look| look.has(">") && look.last_two().contains(&leave));
        desk
    }

    /// Waits until the text in the box is this, row by row.
    fn shows(&self, rows: &[&str]) {
        let boxed = |look: &Look| {
            let at = look.window.iter().rposition(|line| line.starts_with('>'))?;
            let lines = look.window.get(at..at + rows.len())?.iter().map(|line| line.get(2..).unwrap_or_default());
            Some(lines.eq(rows.iter().copied()))
        };
        self.window.until(&rows.join("\n"), |look| boxed(look) == Some(true));
    }

    /// Waits for the choice that comes next and makes it; the reply that was sent before.
    fn sent(&mut self) -> String {
        self.window.until("the choice", |look| look.has("2) 第二项"));
        self.window.press("2\r");
        self.window.ends();
        assert_eq!(self.came("choice"), "Reply(Picked(二))", "no key too many");
        let typed = self.came("text");
        let text = typed.strip_prefix("Reply(Typed(").and_then(|text| text.strip_suffix("))")).expect(&typed);
        text.trim_matches('"').replace("\\n", "\n")
    }

    fn came(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).expect("it was asked")
    }
}

#[test]
fn a_reply_is_written_and_mended_in_every_window() {
    for (tongue, size) in [(Tongue::Zh, (80, 24)), (Tongue::Zh, (40, 24)), (Tongue::En, (80, 24)), (Tongue::En, (40, 12))] {
        let mut desk = Desk::new(tongue, size, "");
        // Ctrl-J and Alt-Enter break lines; letters that mean something elsewhere are text.
        desk.window.press("非常抱歉q?\n请稍等👨‍👩‍👧‍👦\u{1b}\rjk1");
        desk.shows(&["非常抱歉q?", "请稍等👨‍👩‍👧‍👦", "jk1"]);
        desk.window.press("\u{1b}[A\u{1b}[4~\u{7f}，马上查\u{1b}[A\u{1b}[H\u{1b}[3~\u{1b}[3~真的");
        desk.shows(&["真的抱歉q?", "请稍等，马上查", "jk1"]);
        desk.window.resize((size.0 - 4, size.1));
        desk.shows(&["真的抱歉q?", "请稍等，马上查", "jk1"]);
        desk.window.press("\u{1b}");
        desk.window.reads(&desk.words.get("leaving").chars().take(8).collect::<String>());
        desk.window.press("！");
        desk.shows(&["真的！抱歉q?", "请稍等，马上查", "jk1"]);
        desk.window.press("\r");
        assert_eq!(desk.sent(), "真的！抱歉q?\n请稍等，马上查\njk1");
        assert!(desk.window.all().iter().any(|line| line == "› 真的！抱歉q?"), "{:#?}", desk.window.all());
    }
}

#[test]
fn a_megabyte_is_taken_up_to_the_bound_and_said_once() {
    let piece = "您好，ok\u{7}\u{202e}\r\n";
    let pasted = piece.repeat(60_000);
    assert!(pasted.len() > 1_000_000);
    for (before, after) in [("\u{1b}[200~", "\u{1b}[201~"), ("", "")] {
        let mut desk = Desk::new(Tongue::Zh, (80, 24), "");
        let since = Instant::now();
        desk.window.press(before.to_owned() + &pasted + after);
        desk.window.reads("写满了：最多 500 个字");
        // A whole screen behind everything that was pasted.
        desk.window.press("\u{1b}[D\u{1b}[5~");
        desk.window.until("the beginning again", |look| look.has("> 您好，ok") && look.has("… 下面还有"));
        // A screen for each character would take hours.
        assert!(since.elapsed() < DEADLINE, "{:?}", since.elapsed());
        desk.window.press("\r");
        let sent = desk.sent();
        assert!(sent.starts_with("您好，ok") && (MOST - 2..=MOST).contains(&sent.chars().count()), "{sent}");
        assert!(!sent.chars().any(|c| c == '\u{7}' || c == '\u{202e}'));
    }
}

#[test]
fn what_a_terminal_pastes_without_marks_is_not_sent_line_by_line() {
    let mut desk = Desk::new(Tongue::Zh, (80, 24), "");
    desk.window.press("您好：\r1）先查物流\r\r2）十分钟内回您");
    desk.shows(&["您好：", "1）先查物流", "", "2）十分钟内回您"]);
    desk.window.press("\r");
    assert_eq!(desk.sent(), "您好：\n1）先查物流\n\n2）十分钟内回您");
}

#[test]
fn at_the_deadline_writing_is_over_and_the_next_key_counts() {
    let mut desk = Desk::new(Tongue::Zh, (80, 24), "2");
    desk.window.press("我马上为您");
    desk.window.until("the choice", |look| look.has("2) 第二项"));
    assert_eq!(desk.came("text"), "TimeUp");
    assert!(!desk.window.now().has("我马上为您"), "nothing half written stays");
    std::thread::sleep(Duration::from_millis(500));
    desk.window.press("1\r");
    desk.window.ends();
    assert_eq!(desk.came("choice"), "Reply(Picked(一))");
}

#[test]
fn leaving_gives_the_terminal_back() {
    for (keys, how) in [("您好\u{3}", "Left(Interrupted)"), ("\r\u{1b}", "")] {
        let mut desk = Desk::new(Tongue::En, (40, 24), "");
        desk.window.press(keys);
        if how.is_empty() {
            desk.window.reads("Esc again leaves");
            desk.window.press("\u{1b}");
        }
        desk.window.ends();
        assert_eq!(desk.came("text"), if how.is_empty() { "Left(Chosen)" } else { how });
        let look = desk.window.now();
        assert!(!look.pasting && !look.cursor_hidden && !look.has("您好"), "{look:?}");
    }
}
