//! `show ATTEMPT`: one attempt read again, from its events and the content it was taken under.

use super::args::Show;
use super::failure::{Exit, Failure};
use super::room::Call;
use super::{Outcome, recall, registry, sayings};
use crate::attempt::plan::Subject;
use crate::attempt::saying::{Matter, Saying};
use crate::base::digest::Digest;
use crate::report::review::review;
use crate::store::Store;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Show) -> Outcome {
    let store = call.store()?;
    // Anybody's: whoever knows its number was told it, and a manager reads them all.
    let rows = store.attempts(None)?;
    let id = recall::find(&rows, &args.attempt)?.id.clone();
    let kept = recall::recall(store.as_ref(), &id)?;
    open_to_all(store.as_ref(), &kept)?;
    let learner = store.learners()?.into_iter().find(|l| l.id == kept.activity.plan.learner);
    if call.json() {
        let events: Vec<_> = kept.events.iter().map(|e| &e.event).collect();
        let all = store.sayings(Some(&kept.activity.plan.learner))?;
        let shown = |it: &&Saying| it.attempt == id && !matches!(it.matter, Matter::Seen { .. });
        let said: Vec<_> = all.iter().filter(shown).collect();
        let chain = kept.state.last.as_ref().map(Digest::to_string);
        return call
            .print_json(&serde_json::json!({ "attempt": id, "events": events, "digest": chain, "grade": kept.state.closed,
                "notes": said }))
            .map(|()| Exit::Done);
    }
    let words = learner.as_ref().map_or_else(|| call.words.clone(), |l| call.words_of(l));
    let notes = sayings::notes(store.as_ref(), &words, &kept)?;
    let text = call.report_look(learner.as_ref()).painted(&review(&kept.activity, &kept.state, &notes), &words);
    call.print(&text)?;
    Ok(Exit::Done)
}

/// What of an exam may be told is told by its result; what an examiner saw is his own; nothing is debriefed during an exam.
///
/// # Errors
/// `Failure` with exit 5 where it is one of these.
pub fn open_to_all(store: &dyn Store, kept: &recall::Kept) -> Result<(), Failure> {
    let plan = &kept.activity.plan;
    let id = recall::short(plan.observes.as_ref().map_or(&plan.attempt, |o| &o.exam));
    match &plan.subject {
        Subject::Licence(_) | Subject::Station(_) => {
            Err(Failure::new(Exit::Refused, "fail-show-exam", [("id", &id)]).hint("hint-exam-result", [("id", &id)]))
        }
        _ => registry::must_be_free(store, &plan.learner),
    }
}
