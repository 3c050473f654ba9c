//! A drill told back: how the one decision went, the trainer's words to it, and where it was not the best what would have been.

use super::debrief::{feedback_to, written_at};
use crate::attempt::plan::{Activity, Step};
use crate::attempt::state::Play;
use crate::grade::drill::judged;
use crate::model::page::{Block, Explained, Feedback, Verdict};
use crate::model::question::Response;

/// What is said after the decision; nothing before it.
pub fn told(activity: &Activity, play: &Play) -> Vec<Block> {
    let n = activity.way(play.at).len();
    let (Step::Drill { content, .. }, Some(made)) = (activity.step(play.at), play.path.get(n)) else { return Vec::new() };
    let (lang, stage) = (&activity.plan.language, activity.stage(content));
    let judged = judged(activity, stage, play, n);
    let chosen = Response::Option(stage.reply(made.1).1.id.as_str().into());
    let mut out = vec![
        Block::Verdict {
            verdict: Verdict::of(judged.share, &chosen),
            earned: judged.share * judged.best.exact(),
            of: judged.best,
        },
        Block::Feedback(Feedback {
            // It is over after this one: here the model answer may be seen.
            written: written_at(activity, stage, play, n, true).map(Box::new),
            ..feedback_to(activity, stage, play, n)
        }),
    ];
    if judged.share < crate::base::points::Exact::ONE {
        let best = stage.choices(&made.0).filter(|it| stage.points(*it) == judged.best && !stage.crosses_red_line(*it));
        let line = |it: usize| {
            let reply = stage.reply(it).1;
            let why = Some(reply.feedback.get(lang).to_owned()).filter(|why| !why.is_empty());
            Explained { text: reply.text.get(lang).to_owned(), answer: None, should_be: None, chosen: false, right: true, why }
        };
        let lines: Vec<Explained> = best.map(line).collect();
        out.extend((!lines.is_empty()).then_some(Block::Explained(lines)));
    }
    out
}
