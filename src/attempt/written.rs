//! What was written in a role-play: judged among what was said before, the same whenever it is asked for again.

use super::plan::Activity;
use super::prompt::heard;
use super::state::Play;
use crate::model::scenario::Write;
use crate::model::scenario::step::Stage;
use crate::model::writing::{Around, Judged};

/// What becomes of a text that is written where a play stands.
pub fn judge(activity: &Activity, stage: &Stage, play: &Play, write: &Write, text: &str) -> Judged {
    let customer = heard(activity, stage, play);
    let earlier: Vec<String> = play.written.values().filter_map(|it| it.text.clone()).collect();
    let around = Around { customer: Some(&customer), earlier: &earlier, ..Around::default() };
    write.writing.judge(text, &around, &activity.plan.language)
}

/// What became of the text written at the `n`th move; `None` where none was, or it was erased.
pub fn judged(activity: &Activity, stage: &Stage, play: &Play, n: usize) -> Option<Judged> {
    let text = play.written.get(&n)?.text.as_ref()?;
    let then = play.until(n);
    let crate::model::scenario::Way::Write(write) = &stage.turn(&then.state).way else { return None };
    Some(judge(activity, stage, &then, write, text))
}
