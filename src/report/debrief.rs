//! A role-play told back: the path, what each reply earned, the better words, the skills.

use crate::analysis::range::Outlook;
use crate::attempt::plan::{Activity, Step};
use crate::attempt::prompt::{heard, said};
use crate::attempt::state::Play;
use crate::attempt::written;
use crate::base::id::{Lang, SkillId};
use crate::base::points::Points;
use crate::grade::roleplay;
use crate::model::grade::PlayGrade;
use crate::model::page::{Breach, Debrief, Decision, Feedback, Pace, Took, Written};
use crate::model::scenario::step::{Deed, Stage, State};
use crate::model::scenario::{Broken, Ending, Way};
use crate::model::text::Text;

/// The whole debrief.
pub fn debrief(activity: &Activity, play: &Play) -> Debrief {
    let Step::Play { content, .. } = activity.step(play.at) else {
        unreachable!("`attempt::state` begins plays at play steps only")
    };
    let stage = activity.stage(content);
    let lang = &activity.plan.language;
    let grade = roleplay::grade(activity, play);
    let outlook = Outlook::new(stage).ok();
    let ending = stage.ends(&play.state);
    let title = |skill| activity.frame.skills.get(skill).map_or(skill.as_str(), |t| t.get(lang)).to_owned();
    Debrief {
        title: stage.scenario().title.get(lang).to_owned(),
        customer: stage.scenario().customer.name.get(lang).to_owned(),
        path: (0..play.path.len()).map(|n| decision(activity, stage, play, n, outlook.as_ref())).collect(),
        ending: ending.map_or_else(String::new, |e| e.debrief.get(lang).to_owned()),
        ending_points: ending.map_or(Points::ZERO, Ending::points),
        skills: shown(&grade).map(|(skill, (earned, best))| (title(skill), *earned, *best)).collect(),
        grade,
    }
}

/// The skills that the decisions met had something to do with.
fn shown(grade: &PlayGrade) -> impl Iterator<Item = (&SkillId, &(Points, Points))> {
    grade.skills.iter().filter(|(_, sums)| **sums != (Points::ZERO, Points::ZERO))
}

/// The trainer's words to one reply of a play.
pub fn feedback_to(activity: &Activity, stage: &Stage, play: &Play, n: usize) -> Feedback {
    let lang = &activity.plan.language;
    let (before, number) = &play.path[n];
    let after = play.path.get(n + 1).map_or(&play.state, |(state, _)| state);
    let (_, reply) = stage.reply(*number);
    let written = written_at(activity, stage, play, n, true);
    Feedback {
        points: stage.points(*number),
        mood: (before.mood(), after.mood()),
        text: reply.feedback.get(lang).to_owned(),
        red_line: reply.red_line.as_ref().map(|r| r.get(lang).to_owned()),
        breaks: reply.breaks.iter().map(|broken| breach(broken, lang)).collect(),
        written: written.map(Box::new),
        took: took(stage, play, n),
    }
}

fn breach(broken: &Broken, lang: &Lang) -> Breach {
    Breach { title: broken.title.get(lang).to_owned(), say_instead: broken.say_instead.get(lang).to_owned() }
}

/// What became of the text written at a move; `None` where none was, or it was erased.
pub fn written_at(activity: &Activity, stage: &Stage, play: &Play, n: usize, sample: bool) -> Option<Written> {
    let judged = written::judged(activity, stage, play, n)?;
    let text = play.written.get(&n)?.text.as_ref()?;
    let Way::Write(write) = &stage.turn(&play.path[n].0).way else { return None };
    Some(super::written::told(&write.writing, text, &judged, &activity.plan.language, sample))
}

fn decision(activity: &Activity, stage: &Stage, play: &Play, n: usize, outlook: Option<&Outlook>) -> Decision {
    let lang = &activity.plan.language;
    Decision {
        said: said_before(activity, stage, play, n),
        reply: said(stage, play, n, lang),
        feedback: feedback_to(activity, stage, play, n),
        better: outlook.and_then(|o| better(o, stage, &play.path[n])).map(|(text, points)| (text.get(lang).to_owned(), points)),
        notes: Vec::new(),
    }
}

/// How long a reply of a play took, where that was timed.
pub fn took(stage: &Stage, play: &Play, n: usize) -> Option<Took> {
    let (timing, took) = (stage.scenario().timing.as_ref()?, play.took.get(&n)?);
    let band = took.band();
    let limit = band.and_then(|n| took.time.limits.get(n).copied()).unwrap_or(took.time.limit());
    let pace = match stage.deed(play.path[n].1) {
        Deed::Silence => Pace::Silent,
        _ => Pace::of(band, took.time.limits.len()),
    };
    Some(Took { used: took.used, band: pace, limit, points: timing.points(band) })
}

/// What the customer had said before a reply of a play.
pub fn said_before(activity: &Activity, stage: &Stage, play: &Play, n: usize) -> String {
    heard(activity, stage, &play.until(n))
}

/// The offered reply from which most could still be earned, where that is more than by the one chosen; with what it gives itself.
/// The most points at once would be wrong: they may cost two turns later. To say nothing is no better reply.
pub fn better<'a>(outlook: &Outlook, stage: &'a Stage, (before, chosen): &(State, usize)) -> Option<(&'a Text, Points)> {
    let by = |reply: usize| outlook.by(stage, before, reply);
    let replies = stage.offered(before).filter(|n| stage.deed(*n) != Deed::Silence);
    let best = replies.reduce(|best, reply| if by(reply) > by(best) { reply } else { best })?;
    (by(best) > by(*chosen)).then(|| (&stage.reply(best).1.text, stage.points(best)))
}
