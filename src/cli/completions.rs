//! `completions SHELL`: what a shell needs to complete commands.

use super::args::Completions;
use super::failure::Exit;
use super::room::Call;
use super::{Outcome, tongue};

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Completions) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut tongue::command(&call.words), "onduty", &mut script);
    call.print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}
