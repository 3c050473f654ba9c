//! Home leads on: from what is missing for a licence to the course that teaches it, without a command to type.

use std::process::Command;

use onduty::base::moment::Moment;
use onduty::locale::{Tongue, Words};
use onduty::store::{Learner, Post, Store as _, sqlite::Sqlite};

use crate::window::{Look, Window, onduty};

const WIDE: (u16, u16) = (80, 24);
const NARROW: (u16, u16) = (40, 24);

/// Someone at home.
struct Home {
    folder: tempfile::TempDir,
    words: Words,
    window: Window,
}

impl Home {
    fn open(tongue: Tongue, size: (u16, u16), args: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("onduty.db");
        let learner = Learner {
            id: "someone".into(),
            name: "林小满".into(),
            staff_number: None,
            language: None,
            plain: false,
            created: Moment(0),
            post: Post::default(),
        };
        Sqlite::open(&path).expect("a store").add_learner(&learner).expect("a first learner");
        let mut command: Command = onduty(&path, tongue.tag());
        command.args(args);
        Self { folder, words: Words::new(tongue), window: Window::open(command, size) }
    }

    fn get(&self, key: &str) -> String {
        self.words.get(key)
    }

    fn sees(&self, words: &str) {
        self.window.until(words, |look| look.has(words));
    }
}

/// What is missing stays on the screen, and the first entry under it is the course to take.
#[test]
fn what_is_missing_stays_and_leads_on() {
    for (tongue, size) in [(Tongue::Zh, WIDE), (Tongue::Zh, NARROW), (Tongue::En, WIDE), (Tongue::En, NARROW)] {
        let mut home = Home::open(tongue, size, &[]);
        home.window.picks(&home.get("menu-exam"));
        home.window.picks(match tongue {
            Tongue::Zh => "售前",
            Tongue::En => "Licence to work: pre-sale",
        });
        let verdict: String = home.get("need-no").chars().take(12).collect();
        home.sees(&verdict);
        let (next, enter) = (home.get("need-what-next"), home.get("help-next"));
        let (more, last) = (home.get("pager-on"), home.get("pager-end"));
        let is_told = |look: &Look| look.has(&enter) || look.has(&next);
        home.window.until("all of it, or a page", |look| is_told(look) || look.has(&more) || look.has(&last));
        // In a small window it comes page by page.
        while home.window.now().has(&more) {
            let before = home.window.now();
            home.window.press(" ");
            home.window.until("the next page", |look| look.window != before.window);
        }
        if home.window.now().has(&last) {
            home.window.press("\r");
            home.window.until("Enter, or the menu", |look| !look.own_screen && is_told(look));
        }
        let look = home.window.now();
        assert!(!look.window.iter().any(|line| line.contains("onduty ")), "nobody can type a command here: {look:?}");
        if look.has(&enter) {
            home.window.press("\r");
        }
        let learn = home.words.with("need-go-learn", &[("title", "".into())]);
        home.window.picks(learn.trim_end_matches(['》', '”']));
        home.window.until("the first lesson", |look| look.own_screen);
        home.window.press("\u{1b}");
        let leaving: String = home.get("leaving").chars().take(8).collect();
        home.sees(&leaving);
        home.window.press("\u{1b}");
        let kept: String = home.words.with("note-left", &[("id", "".into()), ("at", "home".into())]).chars().take(6).collect();
        home.sees(&kept);
        home.window.picks(&home.get("menu-quit"));
        assert_eq!(home.window.ends(), 0);
    }
}

/// What a warm-up warms up for: the sheet, going back to a number, handing in with something open. Nothing of it is kept.
#[test]
fn the_warm_up_has_the_sheet_of_an_exam() {
    let hall = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/hall");
    let mut home = Home::open(Tongue::Zh, WIDE, &["exam", "hall", "--library", hall]);
    home.sees(&home.get("pager-on"));
    home.window.press(" ");
    home.sees(&home.get("pager-end"));
    home.window.press("\r");
    home.window.picks(&home.get("exam-warm-up"));
    home.sees(&home.get("warm-ask-number"));
    home.window.press("7\r");
    home.sees(&home.get("warm-ask-pairs"));
    home.window.press("0\r");
    home.window.picks("● 已答 · ");
    home.sees("你现在的答案：7 天");
    home.window.press("8\r");
    home.sees("› 8 天");
    home.sees(&home.get("warm-ask-pairs"));
    home.window.press("0\r");
    home.window.picks("交卷");
    home.sees("1 题没答，记 0 分。");
    home.window.picks("确定交卷");
    home.sees(&home.get("exam-warm"));
    home.window.picks(&home.get("exam-not-now"));
    assert_eq!(home.window.ends(), 0);
    let store = Sqlite::open(&home.folder.path().join("onduty.db")).expect("a store");
    assert_eq!(store.attempts(None).expect("readable").len(), 0, "nothing was kept");
}
