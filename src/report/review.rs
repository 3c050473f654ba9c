//! An attempt read again from its events: what was asked and answered, talk by talk, and how it ended.

use super::debrief::debrief;
use super::drill;
use super::feedback::{result, to_written, verdict};
use super::spots::Notes;
use crate::attempt::plan::{Activity, Step};
use crate::attempt::state::{At, State};
use crate::model::page::{Block, Speaker};

/// The whole attempt. An open question's key is not told: only answered ones are shown.
pub fn review(activity: &Activity, state: &State, notes: &Notes) -> Vec<Block> {
    let mut out = vec![Block::Title(activity.frame.title.get(&activity.plan.language).to_owned())];
    if activity.scheme().is_some() {
        return out;
    }
    for (part, steps) in activity.plan.parts.iter().enumerate() {
        for (step, what) in steps.steps.iter().enumerate() {
            out.extend(of_step(activity, state, At { part, step }, what).into_iter().map(|block| notes.beside(what, block)));
            out.extend(notes.under(what));
        }
    }
    out.extend((!notes.whole.is_empty()).then(|| Block::Items(notes.whole.clone())));
    if state.closed.is_none() {
        out.push(Block::Progress { done: state.done(activity), of: activity.steps() });
    }
    // Before the end there is no result: what was not asked yet is neither wrong nor to be seen.
    out.extend(state.closed.iter().flat_map(|grade| result(activity, state, grade)));
    out
}

fn of_step(activity: &Activity, state: &State, at: At, what: &Step) -> Vec<Block> {
    let lang = &activity.plan.language;
    match what {
        Step::Read { content, .. } if state.reached(at) => {
            vec![Block::Title(activity.lesson(content).title.get(lang).to_owned())]
        }
        Step::Read { .. } => Vec::new(),
        Step::Agree { content, .. } => vec![Block::Markdown(activity.agreement(content).text.get(lang).to_owned())],
        Step::Rate { rated, content } => {
            let text = activity.station(content).find(rated).map_or("", |r| r.text.get(lang)).to_owned();
            let mark = state.marks.get(&at).map_or_else(|| "–".to_owned(), u8::to_string);
            vec![Block::Text(format!("{mark}  {text}"))]
        }
        Step::Overall { .. } => Vec::new(),
        Step::Ask { content, .. } => {
            let question = activity.question(content);
            let answers: Vec<_> = state.answers.iter().filter(|a| a.at == at).collect();
            let Some(newest) = answers.last() else { return Vec::new() };
            let settled = state.here().is_none_or(|(here, _)| here != at);
            let mut out = vec![Block::Text(question.ask.get(lang).to_owned())];
            out.extend(answers.iter().map(|answer| verdict(question, answer)));
            if settled {
                out.push(match to_written(question, newest, lang) {
                    Some(written) => Block::Written(Box::new(written)),
                    None => Block::Explained(question.explain(&newest.response, lang)),
                });
                out.push(Block::Why(question.why.get(lang).to_owned()));
            }
            out
        }
        Step::Drill { content, .. } => {
            let Some(play) = state.plays.iter().find(|p| p.at == at && !activity.made(p).is_empty()) else { return Vec::new() };
            let stage = activity.stage(content);
            let mut out = vec![Block::Title(stage.scenario().title.get(lang).to_owned())];
            // What the customer said to it was not to be heard.
            let said = crate::attempt::prompt::talk(activity, stage, play);
            let until = said.iter().rposition(|it| matches!(it, Block::Speech { who: Speaker::You, .. }));
            out.extend(said.into_iter().take(until.map_or(0, |you| you + 1)));
            out.extend(drill::told(activity, play));
            out
        }
        Step::Play { content, .. } => {
            let Some(play) = state.plays.iter().find(|p| p.at == at) else { return Vec::new() };
            let stage = activity.stage(content);
            if stage.ends(&play.state).is_some() {
                vec![Block::Debrief(Box::new(debrief(activity, play)))]
            } else {
                crate::attempt::prompt::talk(activity, stage, play)
            }
        }
    }
}
