//! A written reply of an exam as it is shown to a person who marks it: what it is a reply to, the text with every verdict on it, and what
//! that person can see otherwise. Who wrote it is never told.
//!
//! What comes of it is worked out in `model/writing`; that a person decides, and how that is signed, is `cli/mark`'s.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::written::told;
use crate::attempt::plan::{Activity, Step};
use crate::attempt::prompt::{talk, to_write};
use crate::attempt::state::State;
use crate::base::id::{ItemId, Lang};
use crate::grade::written::Reply;
use crate::locale::Words;
use crate::model::form::Choice;
use crate::model::grade::In;
use crate::model::page::{Block, Note, Speaker, Written};
use crate::model::question::Kind;
use crate::model::scenario::Way;
use crate::model::writing::{Overruled, TOO_SHORT};

/// A written reply among what it stands in.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// Plan and content of the exam.
    pub activity: &'a Activity,
    /// What its events come to.
    pub state: &'a State,
    /// The reply.
    pub reply: &'a Reply<'a>,
}

/// What the keys of rules begin with, among the verdicts that can be overruled.
const RULE: &str = "rule:";
/// What the keys of what was wanted begin with.
const WANT: &str = "want:";

impl Sheet<'_> {
    const fn lang(&self) -> &Lang {
        &self.activity.plan.language
    }

    /// What it is a reply to, as the candidate met it, and what was to be done.
    pub fn asked(&self) -> Vec<Block> {
        match self.activity.step(self.reply.at) {
            Step::Ask { content, .. } => {
                let question = self.activity.question(content);
                let text = |text: &crate::model::text::Text| text.get(self.lang()).to_owned();
                let material = question.material.as_ref();
                let mut out: Vec<Block> =
                    material.map(|it| Block::Material { title: text(&it.title), body: text(&it.body) }).into_iter().collect();
                out.push(Block::Text(text(&question.ask)));
                if let Kind::Write(write) = &question.kind {
                    out.extend(to_write(write, self.lang()));
                }
                out
            }
            Step::Play { content, .. } => {
                let stage = self.activity.stage(content);
                let played = self.state.plays.iter().find(|play| play.at == self.reply.at).zip(self.reply.nth);
                let Some((play, nth)) = played else { return Vec::new() };
                let then = play.until(nth);
                let scenario = stage.scenario();
                let (title, body) = (scenario.title.get(self.lang()).to_owned(), scenario.brief.get(self.lang()).to_owned());
                let mut out = vec![Block::Material { title, body }];
                out.push(Block::Note(Note::TalkSoFar));
                out.extend(talk(self.activity, stage, &then).into_iter().map(unnamed));
                if let Way::Write(write) = &stage.turn(&then.state).way {
                    out.push(Block::Task(write.writing.task.get(self.lang()).to_owned()));
                }
                out
            }
            _ => Vec::new(),
        }
    }

    /// The text with what the machine makes of it, and the model answer.
    pub fn judged(&self) -> Block {
        Block::Written(Box::new(self.written()))
    }

    fn written(&self) -> Written {
        let it = told(self.reply.writing, self.reply.text, &self.reply.judged, self.lang(), true);
        Written { to_mark: true, ..it }
    }

    /// Every verdict that a person may see otherwise, said the other way round.
    pub fn verdicts(&self, words: &Words) -> Vec<Choice> {
        let (writing, judged) = (self.reply.writing, &self.reply.judged);
        let rules = judged.rules().into_iter().filter_map(|id| writing.register.as_ref()?.rule(id)).map(|rule| {
            let hit = judged.hits.iter().find(|hit| hit.rule == rule.id).map_or("", |hit| &self.reply.text[hit.at.clone()]);
            let severity = words.get(&format!("severity-{}", rule.severity.word()));
            let args = [("title", rule.title.get(self.lang()).into()), ("severity", severity.into()), ("hit", hit.trim().into())];
            Choice { key: format!("{RULE}{}", rule.id).into(), text: words.with("mark-unbroken", &args) }
        });
        let wants = writing.wants.iter().zip(&judged.met).map(|(want, met)| {
            let key = if met.is_some() { "mark-not-there" } else { "mark-there" };
            let text = words.with(key, &[("title", want.title.get(self.lang()).into())]);
            Choice { key: format!("{WANT}{}", want.id).into(), text }
        });
        let short = judged.too_short.map(|least| {
            let text = words.with("mark-long-enough", &[("least", least.into())]);
            Choice { key: format!("{RULE}{TOO_SHORT}").into(), text }
        });
        rules.chain(short).chain(wants).collect()
    }

    /// For programs. Places are characters of the text.
    pub fn json(&self) -> Value {
        let Reply { text, judged, writing, of, .. } = self.reply;
        let chars = |bytes: usize| text.get(..bytes).unwrap_or(text).chars().count();
        let hits = judged.hits.iter().map(|hit| {
            let title = writing.register.as_ref().and_then(|r| r.rule(&hit.rule)).map(|rule| rule.title.get(self.lang()));
            json!({ "rule": hit.rule, "title": title, "severity": hit.severity, "start": chars(hit.at.start),
                "end": chars(hit.at.end), "text": text.get(hit.at.clone()) })
        });
        let wants = writing.wants.iter().zip(&judged.met).map(|(want, met)| {
            json!({ "want": want.id, "title": want.title.get(self.lang()), "met": met.is_some(), "points": want.points().exact() })
        });
        let mut out = match of {
            In::Question { question } => json!({ "question": question }),
            In::Turn { scenario, turn } => json!({ "scenario": scenario, "turn": turn }),
        };
        out["asked"] = self.asked().into_iter().filter_map(said).collect();
        out["task"] = writing.task.get(self.lang()).into();
        out["text"] = (*text).into();
        out["hits"] = hits.collect();
        out["wants"] = wants.collect();
        out["too_short"] = json!(judged.too_short);
        out["points"] = json!(judged.points.exact());
        out["of"] = json!(writing.best().exact());
        out["red_line"] = (!judged.red_lines().is_empty()).into();
        out["sample"] = writing.sample.get(self.lang()).into();
        out
    }
}

/// Who marks is not told who replied.
fn unnamed(block: Block) -> Block {
    match block {
        Block::Speech { who: Speaker::You, text } => Block::Speech { who: Speaker::Candidate, text },
        other => other,
    }
}

/// What was said or asked before, for programs.
fn said(block: Block) -> Option<Value> {
    match block {
        Block::Speech { who: Speaker::Candidate, text } => Some(json!({ "who": "candidate", "text": text })),
        Block::Speech { text, .. } => Some(json!({ "who": "customer", "text": text })),
        Block::Text(text) => Some(json!({ "ask": text })),
        Block::Material { title, body } => Some(json!({ "title": title, "text": body })),
        _ => None,
    }
}

/// What is overruled, by the keys of `verdicts`.
pub fn overruled<'a>(keys: impl IntoIterator<Item = &'a ItemId>) -> Overruled {
    let keys: BTreeSet<&str> = keys.into_iter().map(ItemId::as_str).collect();
    Overruled {
        unbroken: keys.iter().filter_map(|key| key.strip_prefix(RULE)).map(Into::into).collect(),
        otherwise: keys.iter().filter_map(|key| key.strip_prefix(WANT)).map(Into::into).collect(),
    }
}
