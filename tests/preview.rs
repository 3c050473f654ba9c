//! `preview` at a desk without a window: the trainer's replies and wishes come from a list, what was seen is kept.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;
use std::rc::Rc;
use std::time::{Duration, Instant};

use onduty::attempt::event::Leaving;
use onduty::cli::args::Global;
use onduty::cli::preview::{Watched, open};
use onduty::cli::room::Call;
use onduty::cli::saved::Saved;
use onduty::locale::{Tongue, Words};
use onduty::model::form::{Choice, Form, Reply};
use onduty::model::page::{Block, Prompt};
use onduty::model::question::Misfit;
use onduty::terminal::{Asked, Asker};

use crate::desk::Desk;

/// What the trainer does when asked.
enum Act {
    /// Picks an entry by its key.
    Pick(&'static str),
    /// Types a line.
    Type(&'static str),
    /// Saves something else in a file: old words, new words.
    Save(&'static str, &'static str),
}

struct Trainer<'a> {
    desk: &'a Desk,
    acts: VecDeque<Act>,
    /// What stood in the window each time something was asked, and what was shown between.
    seen: Rc<RefCell<Vec<String>>>,
    shown: String,
    saved: Watched,
}

impl Trainer<'_> {
    fn act(&mut self, asked: String) -> io::Result<Asked> {
        let seen = std::mem::take(&mut self.shown) + &asked;
        self.seen.borrow_mut().push(seen);
        Ok(match self.acts.pop_front() {
            Some(Act::Pick(key)) => Asked::Reply(Reply::Picked(key.into())),
            Some(Act::Type(line)) => Asked::Reply(Reply::Typed(line.to_owned())),
            Some(Act::Save(old, new)) => {
                self.desk.edit("shelf/queue.toml", old, new);
                let began = Instant::now();
                while !self.saved.borrow_mut().any() {
                    assert!(began.elapsed() < Duration::from_secs(200), "a save is never seen");
                    std::thread::sleep(Duration::from_millis(10));
                }
                Asked::Left(Leaving::Interrupted)
            }
            None => Asked::Left(Leaving::Chosen),
        })
    }
}

fn listed(choices: &[Choice]) -> String {
    let mut lines: Vec<String> = choices.iter().map(|c| format!("{}: {}\n", c.key, c.text)).collect();
    lines.sort();
    lines.concat()
}

impl Asker for Trainer<'static> {
    fn set_head(&mut self, _: &str, _: &str) {}

    fn show(&mut self, blocks: &[Block]) -> io::Result<()> {
        self.shown += &format!("{blocks:?}\n");
        Ok(())
    }

    fn ask(&mut self, prompt: &Prompt) -> io::Result<Asked> {
        let Form::PickOne(choices) = &prompt.form else { panic!("a talk asks for a reply") };
        self.act(format!("{:?}\n{}", prompt.blocks, listed(choices)))
    }

    fn refuse(&mut self, misfit: &Misfit) -> io::Result<()> {
        panic!("{misfit:?}")
    }

    fn choose(&mut self, title: &str, choices: &[Choice], _: &str) -> io::Result<Asked> {
        self.act(format!("{title}\n{}", listed(choices)))
    }

    fn line(&mut self, label: &str, _: usize) -> io::Result<Asked> {
        self.act(label.to_owned())
    }
}

/// Previews `queue`; what was seen, and the desk.
fn preview(acts: Vec<Act>) -> (Vec<String>, &'static Desk) {
    // Askers outlive what borrows them; a test's desk may live as long as the test program.
    let desk: &'static Desk = Box::leak(Box::new(Desk::at_shelf()));
    let saved: Watched = Rc::new(RefCell::new(Saved::watch(vec![desk.path("shelf")])));
    let seen = Rc::<RefCell<Vec<String>>>::default();
    let trainer = Trainer { desk, acts: acts.into(), seen: seen.clone(), shown: String::new(), saved: saved.clone() };
    let mut ports = desk.ports(Box::new(io::sink()), || Box::new(io::sink()));
    let words = Rc::new(Words::new(Tongue::En));
    let mut call = Call::new(Global::default(), &words, &mut ports);
    let loaded = call.loaded().expect("a library");
    open(&mut call, loaded, "queue", (Box::new(trainer), saved)).expect("it is played");
    let seen = seen.borrow().clone();
    (seen, desk)
}

#[track_caller]
fn has(seen: &str, what: &[&str]) {
    for what in what {
        assert!(seen.contains(what), "{what:?} is not in:\n{seen}");
    }
}

#[test]
fn what_each_reply_does_stands_behind_it_and_a_step_back_undoes_it() {
    let (seen, desk) = preview(vec![Act::Pick("wait"), Act::Pick(":back"), Act::Pick("help")]);
    has(
        &seen[0],
        &[
            "opening · points 0 · mood 50 · waited = 0",
            "wait: Please wait. 〔→ opening · ",
            " -1 · mood 50→40 · waited 0→1 · takes waited < 2〕",
            "go: Leave if you will not wait. 〔→ gone · mood 50→20 · red line · ending: failed〕",
        ],
    );
    has(&seen[1], &["opening · points -1 · mood 40 · waited = 1", "Not offered now: wait (was chosen before): Please wait."]);
    assert!(!seen[1].contains("\nwait:"), "{}", seen[1]);
    has(&seen[2], &["points 0 · mood 50 · waited = 0", "wait: "]);
    assert!(!seen[2].contains("Feedback"), "what was said before is not said again: {}", seen[2]);
    has(&seen[3], &["What next?", "Debrief", ":"]);
    assert_eq!(desk.json(&["list", "attempts"]).0.to_string().matches("queue").count(), 0);
}

#[test]
fn variables_and_mood_are_set_and_hide_what_needs_others() {
    let acts = vec![
        Act::Pick(":more"),
        Act::Pick("preview-set"),
        Act::Pick("1"),
        Act::Type("２"),
        Act::Pick(":more"),
        Act::Pick("preview-set"),
        Act::Pick("0"),
        Act::Type("101"),
        Act::Pick(":back"),
    ];
    let (seen, _) = preview(acts);
    has(&seen[2], &["0: mood = 50", "1: waited = 0"]);
    has(&seen[3], &["from 0 to 2"]);
    has(&seen[4], &["waited = 2", "Not offered now: wait (takes waited < 2)"]);
    has(&seen[8], &["from 0 to 100", "waited = 2"]);
    has(&seen[9], &["waited = 0", "wait: "]);
}

#[test]
fn a_jump_begins_at_another_turn_with_what_holds_here() {
    let (seen, _) = preview(vec![Act::Pick("wait"), Act::Pick(":more"), Act::Pick("preview-jump"), Act::Pick("opening")]);
    has(&seen[4], &["opening · points 0 · mood 40 · waited = 1", "wait: "]);
}

#[test]
fn a_save_is_read_at_once_and_the_place_is_kept() {
    let acts = vec![
        Act::Pick("wait"),
        Act::Save("text = \"让您久等了，我这就查。\"", "text = \"马上查。\"\nmood = 7"),
        Act::Save("mood = 7\n", "mood = 7\nmood = 8\n"),
        Act::Save("mood = 7\nmood = 8\n", ""),
    ];
    let (seen, _) = preview(acts);
    has(&seen[1], &["points -1 · mood 40"]);
    // `mood` is there twice now: the file is wrong, and what was good last stays.
    has(&seen[2], &["it cannot be used now", "queue.toml:", "points -1 · mood 40", "help: "]);
    has(&seen[3], &["it cannot be used now", "points -1 · mood 40"]);
    has(&seen[4], &["read again", "points -1 · mood 40"]);
    assert!(!seen[4].contains("cannot"), "{}", seen[4]);
}

/// In a real window: a key is waited for when a file is saved.
#[cfg(unix)]
#[test]
fn a_window_that_waits_for_a_key_shows_what_was_saved() {
    let desk = Desk::at_shelf();
    let mut command = crate::window::onduty(&desk.path("none.db"), "en");
    command.args(["preview", "queue", "--library", &desk.path("shelf").display().to_string()]);
    let mut window = crate::window::Window::open(command, (80, 40));
    window.picks("Please wait.");
    window.reads("points -1");
    desk.edit("shelf/queue.en.toml", "Sorry for the wait; I am looking now.", "One moment, I look it up.");
    window.reads("One moment, I look it up.");
    assert!(window.now().has("points -1"), "the place is kept");
    window.picks("‹ A step back");
    window.reads("points 0");
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
    assert!(!desk.path("none.db").exists(), "nothing is recorded");
}
