//! What commands work with. `Room`: everything that a session needs; it is opened by a `Call`, which is the command line's settings.
//!
//! Library, store, learner and screen are here together, so that a command reads like what a person does. What is asked and recorded
//! goes on in `session`; only reports, which ask nothing, work from the `Call` alone.

mod call;
mod rows;
mod who;

use std::collections::BTreeMap;
use std::rc::Rc;

pub use self::call::{Call, print};
use super::failure::{Failure, asker_failure};
use super::look::Look;
use super::ports::Ports;
use super::recall::{past, recall};
use super::roster::remember;
use super::tell::tell;
use crate::attempt::event::Leaving;
use crate::attempt::plan::{Conduct, Subject};
use crate::base::id::{ItemId, Lang, LicenceId};
use crate::locale::Words;
use crate::model::form::{Choice, Reply};
use crate::model::library::Library;
use crate::report::standing::{Standing, standing};
pub use crate::report::worded::title;
use crate::store::{AttemptRow, Learner, Store};
use crate::terminal::{Asked, Asker};

/// What was picked, or how the person left.
type Picked = Result<Result<ItemId, Leaving>, Failure>;

/// Everything that a session needs.
pub struct Room<'a> {
    /// The outside.
    pub ports: &'a mut Ports,
    /// The library.
    pub library: Library,
    /// The store.
    pub store: Box<dyn Store>,
    /// Who is at the keyboard.
    pub learner: Learner,
    /// The program's words for this learner.
    pub words: Rc<Words>,
    /// The language of the content.
    pub lang: Lang,
    /// The screen.
    pub asker: Box<dyn Asker>,
    /// How it looks.
    pub look: Look,
    /// Whether a script replies.
    pub scripted: bool,
    /// What stands in the way of exams because of a mistake in it, by licence: `kind:id`.
    pub broken: BTreeMap<LicenceId, String>,
    /// Whether home is open: a menu follows, and no command can be typed.
    pub at_home: bool,
}

impl Room<'_> {
    /// A menu; how the person left instead of choosing.
    ///
    /// # Errors
    /// `Failure` of the screen.
    pub fn choose(&mut self, title: &str, options: &[(String, String)]) -> Picked {
        let asked = self.asker.choose(title, &choices(options), "");
        self.picked(asked)
    }

    /// A list of people; `None` where the person left.
    ///
    /// # Errors
    /// `Failure` of the screen.
    pub fn who(&mut self, title: &str, options: &[(String, String)]) -> Picked {
        let asked = self.asker.who(title, &choices(options));
        self.picked(asked)
    }

    fn picked(&self, asked: std::io::Result<Asked>) -> Picked {
        match asked.map_err(|e| asker_failure(&e, &self.words))? {
            Asked::Reply(Reply::Picked(key)) => Ok(Ok(key)),
            Asked::Reply(_) | Asked::TimeUp => Ok(Err(Leaving::Chosen)),
            Asked::Left(how) => Ok(Err(how)),
        }
    }

    /// Where sentences that name the next step are read: at `home` or in a `shell`.
    pub const fn place(&self) -> &'static str {
        if self.at_home { "home" } else { "shell" }
    }

    /// The same for who is leaving: Ctrl-C leads out of home too.
    pub const fn place_after(&self, how: Leaving) -> &'static str {
        if matches!(how, Leaving::Interrupted) { "shell" } else { self.place() }
    }

    /// Who replies here.
    pub const fn conduct(&self) -> Conduct {
        if self.scripted { Conduct::Script } else { Conduct::Person }
    }

    /// Where this learner stands.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn standing(&self) -> Result<Standing, Failure> {
        let history = past(self.store.as_ref(), &self.learner)?;
        Ok(standing(&self.library, history.known(), self.ports.now()))
    }

    /// This learner's unfinished attempt at something, where there is one with the same conduct.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn open_attempt(&self, subject: &Subject) -> Result<Option<AttemptRow>, Failure> {
        let rows = self.store.attempts(Some(&self.learner.id))?;
        for row in rows.into_iter().filter(|r| !r.closed && r.subject == *subject) {
            let plan = recall(self.store.as_ref(), &row.id)?.activity.plan;
            if (plan.conduct == Conduct::Script) == self.scripted {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    /// The title of a thing, in this learner's language; its id where the library has it no longer.
    pub fn title(&self, subject: &Subject) -> String {
        title(&self.library, &self.lang, subject)
    }

    /// Nothing but an exam that is under way may be done: no practice, no debrief.
    ///
    /// # Errors
    /// `Failure` with exit 5 that names the exam.
    pub fn must_be_free(&self) -> Result<(), Failure> {
        super::registry::must_be_free(self.store.as_ref(), &self.learner.id)
    }

    /// A line to stderr.
    pub fn tell(&self, said: &str) {
        tell(self.ports, said);
    }

    /// Remembers who is here.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn remember(&mut self) -> Result<(), Failure> {
        remember(self.store.as_mut(), &self.learner)
    }
}

fn choices(options: &[(String, String)]) -> Vec<Choice> {
    options.iter().map(|(key, text)| Choice { key: ItemId::from(key.as_str()), text: text.clone() }).collect()
}

/// The language of the content that goes with the program's words; the library's own where it has no other.
pub fn lang(library: &Library, words: &Words) -> Lang {
    let wanted = words.tongue().lang();
    if library.languages.contains(&wanted) { wanted } else { library.language.clone() }
}
