//! `group show G --watch`: the group's table, drawn again whenever something was done, until Esc or Ctrl-C.
//!
//! Nothing is asked of the store but its newest line and event until one of them changes. Without a screen each new state is printed
//! below the last.

use std::time::Duration;

use super::{gather, show};
use crate::base::digest::Digest;
use crate::base::moment::Moment;
use crate::cli::Outcome;
use crate::cli::failure::{Exit, Failure, asker_failure};
use crate::cli::room::Call;
use crate::store::Store;
use crate::terminal::interrupt::Interrupt;
use crate::terminal::keys::{Console, Key, Terminal};
use crate::terminal::live::{Hold, Live};

/// How long keys are waited for before the store is looked at.
const LOOK_UP: Duration = Duration::from_millis(500);

/// What changes whenever something was done.
type State = (Option<Digest>, Option<Moment>, usize, usize);

/// Runs it.
pub fn run(call: &mut Call<'_>, group: &str) -> Outcome {
    let (library, store) = (call.library()?, call.store()?);
    let interrupt = Interrupt::listen().map_err(|e| asker_failure(&e, &call.words))?;
    let mut seen = None;
    loop {
        let state = state(store.as_ref())?;
        if seen.replace(state) != Some(state) {
            let cohort = gather(call, &library, store.as_ref(), group)?;
            if !call.look(None).plain && call.ports.screen.is_some() && !call.json() {
                // Nobody is left to tell when stderr is closed.
                let _ = Live::default().wipe(&mut (call.ports.err)());
            }
            show(call, &library, group, &cohort)?;
            if call.ports.screen.is_some() {
                call.tell("group-watch-keys", &[]);
            }
        }
        if wait(call, &interrupt)? {
            return Ok(Exit::Done);
        }
    }
}

fn state(store: &dyn Store) -> Result<State, Failure> {
    let rows = store.attempts(None)?;
    let events = rows.iter().map(|row| row.events as usize).sum();
    Ok((store.head()?, rows.first().map(|row| row.last), events, store.assignments()?.len() + store.learners()?.len()))
}

/// Waits a moment; whether the person has seen enough.
fn wait(call: &Call<'_>, interrupt: &Interrupt) -> Result<bool, Failure> {
    if call.ports.screen.is_none() {
        std::thread::sleep(LOOK_UP);
        return Ok(interrupt.raised());
    }
    let mut console = Terminal::looking_up(interrupt.clone(), LOOK_UP);
    // Keys are not shown, and Esc comes by itself.
    let _hold = Hold::take_quietly().map_err(|e| asker_failure(&e, &call.words))?;
    Ok(matches!(console.next(), Ok(Some(Key::Interrupt | Key::Esc)) | Err(_)))
}
