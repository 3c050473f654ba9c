//! What is seen and pressed: three ways of asking, one way of painting.
//!
//! `Asker` is what a session knows: show blocks, ask a prompt, say why an answer was not taken. `person` asks at a terminal,
//! `plain` by lines for screen readers, `script` from a file. All show what `paint` paints. Nothing here knows what is right:
//! blocks, forms and a clock come in, replies go out, or how the person left.
//!
//! Text becomes a `line::Line`, the one place where it is cleaned and wrapped. `widget` is a prompt as a machine, `view` draws it,
//! `live` puts that on the screen; `pager` has what is longer than the window; `findings` draws mistakes in content.

pub mod clock;
pub mod editor;
pub mod findings;
pub mod interrupt;
pub mod keys;
pub mod line;
pub mod live;
pub mod markdown;
pub mod pager;
pub mod paint;
pub mod person;
pub mod plain;
pub mod progress;
pub mod reply;
pub mod screen;
pub mod script;
pub mod secret;
pub mod table;
pub mod theme;
pub mod turn_clock;
pub mod view;
pub mod widget;
pub mod worded;

use std::io;

use self::clock::Clock;
use self::turn_clock::TurnClock;
use crate::attempt::event::Leaving;
use crate::model::form::{Choice, CountsAs, Reply};
use crate::model::page::{Block, Prompt};
use crate::model::question::Misfit;

/// What came of asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// An answer.
    Reply(Reply),
    /// The person is gone.
    Left(Leaving),
    /// The clock's deadline came first; nothing half answered is taken.
    TimeUp,
}

/// Someone who shows and asks.
pub trait Asker {
    /// Who learns and what: stands at the head of every screen from now on. An empty title is left out.
    fn set_head(&mut self, name: &str, title: &str);

    /// The clock of what is asked from now on; `None`: there is none. A menu and a line have none. Given again and unchanged it goes
    /// on; a new one is said once. Who never waits needs no clock.
    fn set_clock(&mut self, clock: Option<Clock>) {
        drop(clock);
    }

    /// The clock of the turn that is asked next; `None`: there is none. Who never waits needs none.
    fn set_turn_clock(&mut self, clock: Option<TurnClock>) {
        drop(clock);
    }

    /// Whether this is someone who reads, and takes time over it: what a timed talk is about is then asked as a page of its own, before
    /// its clock runs.
    fn reads(&self) -> bool {
        false
    }

    /// Shows blocks; returns once they can be read.
    ///
    /// # Errors
    /// The screen cannot be written to.
    fn show(&mut self, blocks: &[Block]) -> io::Result<()>;

    /// Waits until what was shown is read, before more comes: a reply's feedback, before a turn whose clock may run. Who left meanwhile
    /// is gone when next asked. Who never waits, or is read to line by line, needs none.
    ///
    /// # Errors
    /// The screen cannot be written to.
    fn let_go_on(&mut self) -> io::Result<()> {
        Ok(())
    }

    /// Shows a prompt and waits for its answer.
    ///
    /// # Errors
    /// The screen cannot be written to; for a script a `script::ScriptError`: there is no answer, or none that fits.
    fn ask(&mut self, prompt: &Prompt) -> io::Result<Asked>;

    /// What stood in the editor when the person left the last prompt; `None` where nothing was to be written, or it was not shown.
    fn unsent(&mut self) -> Option<String> {
        None
    }

    /// The time that the last answer counts as, of one who never waits; `None`: as long as it took.
    fn counts_as(&mut self) -> Option<CountsAs> {
        None
    }

    /// Says why the last answer was not taken; the same prompt is asked again next.
    ///
    /// # Errors
    /// The screen cannot be written to.
    fn refuse(&mut self, misfit: &Misfit) -> io::Result<()>;

    /// A menu: `Reply::Picked`, the first entry marked at the start. `help` stands under its title.
    ///
    /// # Errors
    /// The screen cannot be written to.
    fn choose(&mut self, title: &str, choices: &[Choice], help: &str) -> io::Result<Asked>;

    /// A list of people: `Reply::Picked`, where nobody is marked at the start, and typing a name picks nobody.
    ///
    /// # Errors
    /// The screen cannot be written to.
    fn who(&mut self, title: &str, people: &[Choice]) -> io::Result<Asked> {
        self.choose(title, people, "")
    }

    /// A line of text of at most so many characters, such as a name: `Reply::Typed`, never only blanks.
    ///
    /// # Errors
    /// The screen cannot be written to.
    fn line(&mut self, label: &str, most: usize) -> io::Result<Asked>;

    /// The same where an empty line is an answer too: `Reply::Blank`, nothing or nothing more.
    ///
    /// # Errors
    /// The screen cannot be written to.
    fn line_or_end(&mut self, label: &str, most: usize) -> io::Result<Asked> {
        self.line(label, most)
    }
}
