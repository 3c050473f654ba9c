//! `preview ID`: a trainer looks at a scenario as it is played, with what learners never see; of a course or bank, at what they would
//! see. Nothing is recorded: the one loop steps attempts in a store that ends with them.
//!
//! A scenario goes on in `talk`: every step back, jump or reload is an attempt begun anew, in which the replies that stay are given again.

mod desk;
mod talk;
mod view;

use std::cell::RefCell;
use std::rc::Rc;

use clap::Args;

use self::desk::{Desk, Walking};
use self::talk::Talk;
use super::failure::{Exit, Failure};
use super::room::{Call, lang};
use super::saved::Saved;
use super::session::Ended;
use super::which::{Kind, Thing, which};
use super::{Outcome, menus, rehearse, session, start};
use crate::base::id::ScenarioId;
use crate::content::Loaded;
use crate::terminal::Asker;

/// `preview ID`
#[derive(Debug, Args)]
pub struct Preview {
    /// The scenario, course or bank.
    pub id: String,
}

/// What of a preview is told to whoever waits for keys: something was saved.
pub type Watched = Rc<RefCell<Saved>>;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Preview) -> Outcome {
    call.may_show_keys()?;
    let loaded = call.loaded()?;
    let saved: Watched = Rc::new(RefCell::new(Saved::watch(call.folders())));
    let look = call.look(None);
    if call.ports.screen.is_none() {
        return Err(Failure::usage("fail-no-terminal", []).hint("hint-preview-terminal", []));
    }
    let stirs = saved.clone();
    let asker = look.stirred(&call.words, Box::new(move || stirs.borrow_mut().any()))?;
    open(call, loaded, &args.id, (asker, saved))
}

/// The same with whoever looks at it.
///
/// # Errors
/// `Failure` where there is no such thing, or it cannot be played.
pub fn open(call: &mut Call<'_>, loaded: Loaded, id: &str, by: (Box<dyn Asker>, Watched)) -> Outcome {
    let (screen, saved) = by;
    let kinds = [Kind::Scenario, Kind::Course, Kind::Bank];
    let broken = loaded.touched.contains(&format!("scenario:{}", id.trim_start_matches("scenario:")));
    let thing = which(loaded.with_drafts(), id, &kinds).map_err(|failure| match broken {
        true => Failure::new(Exit::Content, "fail-preview-broken", [("id", id)]).hint("hint-check", []),
        false => failure,
    })?;
    let library = loaded.with_drafts().clone();
    if let Thing::Scenario(scenario) = thing {
        let (id, folders): (ScenarioId, _) = (scenario.id.clone(), call.folders());
        let (look, words, walk) = (call.look(None), call.words.clone(), Walking::default());
        let (lang, skills) = (lang(&library, &words), library.skills.clone());
        let desk = Desk {
            screen,
            walk: walk.clone(),
            saved: saved.clone(),
            words: words.clone(),
            lang,
            skills,
            silent: false,
            introduced: false,
            counts: None,
        };
        let room = rehearse::room(call.ports, library, &words, look, Box::new(desk));
        return Talk::new(room, &id, folders, saved, walk).run();
    }
    call.tell_draft(&library, &thing.name());
    let (look, words) = (call.look(None), call.words.clone());
    let mut room = rehearse::room(call.ports, library, &words, look, screen);
    let (plan, contents) = match thing {
        Thing::Course(course) => start::course(&room, course)?,
        Thing::Bank(bank) => start::quiz(&room, bank, usize::MAX),
        Thing::Scenario(_) | Thing::Station(_) | Thing::Licence(_) => unreachable!("not among the kinds"),
    };
    let attempt = session::begin(&mut room, plan, &contents)?;
    match session::run(&mut room, &attempt)? {
        Ended::Closed { .. } => Ok(Exit::Done),
        Ended::Left(how) => Ok(menus::left(&room, how, None)),
    }
}
