//! What was written in a role-play: judged among what was said before, the same whenever it is asked for again.
//!
//! Where one learns, a red line leaves nothing of the reply, and the talk goes where nothing leads. In an exam that is a person's to say
//! (`grade/written`): there the text earns what it earns until somebody has read it.

use super::plan::Activity;
use super::prompt::heard;
use super::state::Play;
use crate::base::points::Points;
use crate::model::scenario::Write;
use crate::model::scenario::step::Stage;
use crate::model::wording::Sent;
use crate::model::writing::{Around, Judged};

/// What becomes of a text that is written where a play stands.
pub fn judge(activity: &Activity, stage: &Stage, play: &Play, write: &Write, text: &str) -> Judged {
    let customer = heard(activity, stage, play);
    let earlier: Vec<Sent> = play.written.values().filter_map(|it| Sent::of(it.text.as_ref()?)).collect();
    let around = Around { customer: Some(&customer), earlier: &earlier, ..Around::default() };
    let judged = write.writing.judge(text, &around, &activity.plan.language);
    let lost = activity.scheme().is_none() && !judged.red_lines().is_empty();
    if lost { Judged { points: Points::ZERO, ..judged } } else { judged }
}

/// Whether a text that was judged so can have so many points on record: what it earns, or in a record from before a red line left
/// nothing of it what it would earn without.
pub fn bears_out(write: &Write, judged: &Judged, points: Points) -> bool {
    judged.points == points || write.writing.besides_red_lines(judged) == points
}

/// What became of the text written at the `n`th move; `None` where none was, or it was erased.
pub fn judged(activity: &Activity, stage: &Stage, play: &Play, n: usize) -> Option<Judged> {
    let text = play.written.get(&n)?.text.as_ref()?;
    let then = play.until(n);
    let crate::model::scenario::Way::Write(write) = &stage.turn(&then.state).way else { return None };
    Some(judge(activity, stage, &then, write, text))
}
