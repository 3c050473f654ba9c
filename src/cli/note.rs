//! `note ATTEMPT [TURN] WORDS`: a trainer's word to a learner; it shows on the learner's home and beside the turn.

use clap::Args;

use super::Outcome;
use super::failure::Exit;
use super::recall::short;
use super::registry::Registry;
use super::room::Call;
use super::sayings::{self, Draft};
use crate::attempt::saying::Matter;
use crate::report::spots::spots;

/// `note ATTEMPT [TURN] WORDS`
#[derive(Debug, Args)]
#[command(allow_missing_positional = true)]
pub struct Note {
    /// The attempt, or the end of its id.
    pub attempt: String,
    /// Beside which turn or question: its number in the attempt, or its id.
    pub turn: Option<String>,
    /// The words.
    pub words: String,
    /// Who says it.
    #[arg(long, value_name = "NAME")]
    pub staff: Option<String>,
}

/// Runs the command. It takes no key: a note decides nothing.
pub fn run(call: &mut Call<'_>, args: &Note) -> Outcome {
    let mut store = call.store()?;
    let kept = sayings::attempt(store.as_ref(), &args.attempt)?;
    let by = sayings::trainer(&Registry::open(store.as_ref())?, args.staff.as_deref())?;
    let placed = spots(&kept.activity, &kept.state);
    let spot = args.turn.as_ref().map(|turn| sayings::find(&placed, turn)).transpose()?.map(|it| it.spot.clone());
    let plan = &kept.activity.plan;
    let draft = Draft { attempt: &plan.attempt, by, matter: Matter::Note { spot }, words: &args.words };
    let id = sayings::say(store.as_mut(), call.ports, draft)?;
    if call.json() {
        call.print_json(&serde_json::json!({ "note": id, "attempt": plan.attempt }))?;
        return Ok(Exit::Done);
    }
    let learner = store.learners()?.into_iter().find(|l| l.id == plan.learner);
    let name = learner.map_or_else(String::new, |l| l.called());
    call.tell("note-noted", &[("name", name.into()), ("id", short(&plan.attempt).into())]);
    Ok(Exit::Done)
}
