//! Work that goes on beside the watching: a save is told at once, however long the chances of a licence take.
//!
//! One task at a time. Values go in and come out, nothing is shared; a task that a later save has overtaken runs to its end, and whoever
//! asked looks whether what came out is still about what is there.

#![allow(clippy::disallowed_methods, reason = "the one thing that must not hold up the loop; it touches nothing of it")]

use std::thread::{self, JoinHandle};

use super::known::{Done, Task};

/// At most one task that is being worked out.
#[derive(Default)]
pub struct Beside(Option<JoinHandle<Done>>);

impl Beside {
    /// Whether nothing is being worked out.
    pub const fn is_free(&self) -> bool {
        self.0.is_none()
    }

    /// Begins a task.
    pub fn begin(&mut self, task: Task) {
        self.0 = Some(thread::spawn(move || task.work_out()));
    }

    /// What came out, once, as soon as it is there.
    pub fn take(&mut self) -> Option<Done> {
        let done = self.0.take_if(|work| work.is_finished())?;
        match done.join() {
            Ok(done) => Some(done),
            // Our bug, told where the others are.
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }
}
