//! What was being written when somebody left is there when they come back, and answers nothing by itself.
#![allow(clippy::disallowed_methods, reason = "a test that waits for another process needs time to pass")]

use std::process::Command;

use onduty::attempt::event::{Body, Leaving};
use onduty::base::moment::Moment;
use onduty::store::{Learner, Post, Store as _, sqlite::Sqlite};

use crate::window::{Window, onduty as binary};

const NAME: &str = "林小满";

struct Pc(tempfile::TempDir);

impl Pc {
    fn new() -> Self {
        let pc = Self(tempfile::tempdir().expect("a folder"));
        let (id, name) = ("someone".into(), NAME.to_owned());
        let learner =
            Learner { id, name, staff_number: None, language: None, plain: false, created: Moment(0), post: Post::default() };
        pc.store().add_learner(&learner).expect("a first learner");
        pc
    }

    fn store(&self) -> Sqlite {
        Sqlite::open(&self.0.path().join("onduty.db")).expect("a store")
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = binary(&self.0.path().join("onduty.db"), "zh-CN");
        command.args(["--as", NAME]).args(args);
        command
    }

    /// The events with the words beside them.
    fn events(&self) -> Vec<(Body, Option<String>)> {
        let store = self.store();
        let attempt = store.attempts(None).expect("readable").remove(0).id;
        let events = store.events(&attempt).expect("an unbroken chain");
        events.into_iter().map(|e| (e.event.body, e.beside.map(|beside| beside.words))).collect()
    }
}

/// Reads what the talk is about, and begins it.
fn begins(window: &mut Window) {
    window.reads("看完再按 Enter");
    window.press("\r");
}

#[test]
fn a_reply_half_written_is_there_again() {
    let pc = Pc::new();
    let mut window = Window::open(pc.command(&["practise", "courier-shouted"]), (80, 60));
    begins(&mut window);
    window.press("对不起，让您");
    window.reads("对不起，让您");
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
    let last = pc.events().pop().expect("it was left");
    assert!(matches!(last.0, Body::Left { how: Leaving::Interrupted, unsent: Some(_) }), "{last:?}");
    assert_eq!(last.1.as_deref(), Some("对不起，让您"));
    // Looked at and left again, and killed: it stays.
    let mut window = Window::open(pc.command(&["resume"]), (80, 60));
    begins(&mut window);
    window.reads("对不起，让您");
    window.press("\u{1b}");
    window.reads("再按 Esc 离开");
    window.press("\u{1b}");
    assert_eq!(window.ends(), 0);
    let mut window = Window::open(pc.command(&["resume"]), (80, 60));
    begins(&mut window);
    window.reads("对不起，让您");
    window.signal(expectrl::process::unix::Signal::SIGKILL);
    assert_eq!(window.ends(), -9);
    // Gone on with and sent.
    let mut window = Window::open(pc.command(&["resume"]), (80, 60));
    begins(&mut window);
    window.reads("对不起，让您");
    window.press("受委屈了，我马上联系站点，下午三点前回您。");
    window.reads("前回您。");
    window.press("\r");
    window.until("the reply", |look| look.said >= 1);
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
    let wrote: Vec<_> = pc.events().into_iter().filter(|(body, _)| matches!(body, Body::Wrote { .. })).collect();
    assert_eq!(wrote.len(), 1);
    assert_eq!(wrote[0].1.as_deref(), Some("对不起，让您受委屈了，我马上联系站点，下午三点前回您。"));
    assert!(matches!(pc.events().pop(), Some((Body::Left { unsent: None, .. }, None))), "nothing is unsent any more");
}

/// A PC at which somebody left in the middle of writing, so many milliseconds after a line.
fn half_written(wait: u64) -> Pc {
    let pc = Pc::new();
    let mut window = Window::open(pc.command(&["practise", "courier-shouted", "--plain"]), (80, 60));
    begins(&mut window);
    window.reads("空行");
    window.press("对不起，我叫林小满\r");
    window.reads("我叫林小满");
    // The terminal shows a line at once; Ctrl-C throws away what the program has not read of it yet.
    std::thread::sleep(std::time::Duration::from_millis(wait));
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
    pc
}

#[test]
fn whoever_is_erased_leaves_no_half_written_words() {
    let words = |pc: &Pc| pc.events().pop().and_then(|last| last.1);
    // Nothing shows when the line is read: where the machine is slow it takes longer.
    let mut left = [300, 3_000, 30_000].into_iter().map(half_written);
    let pc = left.find(|pc| words(pc).as_deref() == Some("对不起，我叫林小满")).expect("the line was read");
    let learner = pc.store().learners().expect("readable").remove(0).id;
    pc.store().erase(&learner).expect("erased");
    assert_eq!(words(&pc), None);
    assert!(matches!(pc.events().pop(), Some((Body::Left { unsent: Some(_), .. }, None))));
}
