//! What is said after an event was recorded. Follows from content and state alone, so a resumed attempt can say it again.

use super::debrief::{debrief, feedback_to};
use super::drill;
use crate::attempt::event::{Body, Event};
use crate::attempt::plan::{Activity, Step, Tries};
use crate::attempt::state::{Answer, Play, State, Try};
use crate::base::id::Lang;
use crate::base::points::Exact;
use crate::model::grade::Grade;
use crate::model::page::{Block, Explained, Note, Verdict, Written};
use crate::model::question::{Kind, Question, Response};

/// What is said after `event`, which led to `state`.
pub fn after(activity: &Activity, state: &State, event: &Event) -> Vec<Block> {
    if activity.scheme().is_some() {
        return in_exam(activity, state, event);
    }
    match &event.body {
        Body::Answered { .. } => state.answers.last().map_or_else(Vec::new, |answer| to_answer(activity, answer)),
        Body::Chose { .. } | Body::Wrote { .. } | Body::Silent { .. } => to_reply(activity, state),
        Body::Closed { grade } => result(activity, state, grade),
        Body::Agreed { .. } => vec![Block::Note(Note::Agreed)],
        _ => Vec::new(),
    }
}

/// In an exam nothing is said of an answer: only what the customer says last, and what became of a part.
fn in_exam(activity: &Activity, state: &State, event: &Event) -> Vec<Block> {
    match &event.body {
        Body::Chose { .. } | Body::Wrote { .. } | Body::Silent { .. } => farewell(activity, state),
        Body::HandedIn { .. } => vec![Block::Note(Note::HandedIn)],
        Body::TimeUp { .. } => vec![Block::Note(Note::TimeUp)],
        Body::Expired => vec![Block::Note(Note::Expired)],
        _ => Vec::new(),
    }
}

/// The customer's last words, where a talk has just ended.
fn farewell(activity: &Activity, state: &State) -> Vec<Block> {
    let Some(play) = state.newest_talk(activity) else { return Vec::new() };
    let Step::Play { content, .. } = activity.step(play.at) else { return Vec::new() };
    let stage = activity.stage(content);
    if stage.ends(&play.state).is_none() {
        return Vec::new();
    }
    let mut out = crate::attempt::prompt::said_now(activity, stage, play);
    out.push(Block::Note(Note::TalkOver));
    out
}

fn to_answer(activity: &Activity, answer: &Answer) -> Vec<Block> {
    let Step::Ask { content, .. } = activity.step(answer.at) else { return Vec::new() };
    let lang = &activity.plan.language;
    let question = activity.question(content);
    let mut out = vec![verdict(question, answer)];
    if let Some(written) = to_written(question, answer, lang) {
        let again = answer.tried == Try::First && answer.share < Exact::ONE;
        out.push(Block::Written(Box::new(Written { sample: written.sample.filter(|_| !again), ..written })));
        if again {
            out.push(once_more(answer));
            return out;
        }
        return out.into_iter().chain(last_words(activity, question, answer)).collect();
    }
    let explained = question.explain(&answer.response, lang);
    if answer.tried == Try::First && answer.share < Exact::ONE {
        let missed: Vec<_> = explained.into_iter().filter_map(without_the_key).collect();
        if !missed.is_empty() {
            out.push(Block::Explained(missed));
        }
        out.push(once_more(answer));
        return out;
    }
    if !explained.is_empty() {
        out.push(Block::Explained(explained));
    }
    out.extend(last_words(activity, question, answer));
    out
}

fn once_more(answer: &Answer) -> Block {
    Block::Note(if answer.share > Exact::ZERO { Note::Nearly } else { Note::TryAgain })
}

/// Why, and what comes of a second miss at a checkpoint.
fn last_words(activity: &Activity, question: &Question, answer: &Answer) -> Vec<Block> {
    let Step::Ask { tries, .. } = activity.step(answer.at) else { return Vec::new() };
    let mut out = vec![Block::Why(question.why.get(&activity.plan.language).to_owned())];
    if *tries == Tries::Checkpoint && answer.tried == Try::Last && answer.share < Exact::ONE {
        out.extend(passage(activity, answer.at.part));
        out.push(Block::Note(Note::ComesBack));
    }
    out
}

/// What became of a written answer.
pub fn to_written(question: &Question, answer: &Answer, lang: &Lang) -> Option<Written> {
    let (Kind::Write(write), Response::Words(Some(text))) = (&question.kind, &answer.response) else { return None };
    Some(super::written::told(&write.writing, text, &write.judge(text, lang), lang, true))
}

/// A line of feedback for a first miss: why what was chosen is wrong, without telling what is right.
fn without_the_key(line: Explained) -> Option<Explained> {
    (line.chosen && !line.right && !line.takes_answer()).then_some(line)
}

/// The lesson that a part teaches.
fn passage(activity: &Activity, part: usize) -> Vec<Block> {
    let lang = &activity.plan.language;
    let lesson = activity.plan.parts[part].steps.iter().find_map(|step| match step {
        Step::Read { content, .. } => Some(activity.lesson(content)),
        _ => None,
    });
    lesson.map_or_else(Vec::new, |l| vec![Block::Note(Note::ReadAgain), Block::Markdown(l.body.get(lang).to_owned())])
}

/// An answer's verdict.
pub fn verdict(question: &Question, answer: &Answer) -> Block {
    Block::Verdict {
        verdict: Verdict::of(answer.share, &answer.response),
        earned: answer.share * question.points.exact(),
        of: question.points,
    }
}

fn to_reply(activity: &Activity, state: &State) -> Vec<Block> {
    let Some(play) = state.newest_talk(activity) else { return Vec::new() };
    let Step::Play { content, .. } = activity.step(play.at) else { return drill::told(activity, play) };
    let stage = activity.stage(content);
    let mut out: Vec<Block> =
        play.path.last().map(|_| Block::Feedback(feedback_to(activity, stage, play, play.path.len() - 1))).into_iter().collect();
    if stage.ends(&play.state).is_some() {
        out.extend(crate::attempt::prompt::said_now(activity, stage, play));
        out.push(Block::Debrief(Box::new(debrief(activity, play))));
    }
    out
}

/// A grade with the words of what was asked and played. A single role-play's debrief has said it all.
pub fn result(activity: &Activity, state: &State, grade: &Grade) -> Vec<Block> {
    let lang = &activity.plan.language;
    let asked = || {
        let steps = activity.plan.parts.iter().flat_map(|p| &p.steps);
        let ask = |step: &Step| match step {
            Step::Ask { content, .. } => Some(activity.question(content).ask.get(lang).to_owned()),
            Step::Drill { content, .. } => Some(activity.stage(content).scenario().title.get(lang).to_owned()),
            _ => None,
        };
        steps.filter_map(ask).collect()
    };
    let title = |play: &Play| match activity.step(play.at) {
        Step::Play { content, .. } => activity.stage(content).scenario().title.get(lang).to_owned(),
        _ => String::new(),
    };
    match grade {
        Grade::Quiz(grade) => vec![Block::Quiz { grade: grade.clone(), asked: asked() }],
        Grade::Course(grade) => {
            vec![Block::Course { grade: grade.clone(), asked: asked(), played: state.plays.iter().map(title).collect() }]
        }
        // An exam's and a station's are told by `report/result`, which knows what has become of them since.
        Grade::Play(_) | Grade::Exam(_) | Grade::Station(_) | Grade::Agreement | Grade::Appeal => Vec::new(),
    }
}
