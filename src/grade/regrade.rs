//! An exam marked again: walked and graded under other content than it was sat with, and what of that may be compared at all.
//!
//! The response stands, the key and its points are the other content's. Compared is only what the candidate could have met the same way:
//! the response has to be one that the other question offers, and its key one that the candidate was offered; the replies of a role-play
//! have to lead through the other one to an end. The scheme that was frozen with the exam stays the rule, stations and people's marks
//! stand. Pure: which content the other is says the shell.

use std::collections::BTreeMap;

use crate::attempt::event::Recorded;
use crate::attempt::plan::{Activity, Step, Swap};
use crate::attempt::state::{At, State};
use crate::base::dice::Seed;
use crate::base::digest::Digest;
use crate::base::id::{ItemId, Lang};
use crate::base::points::Exact;
use crate::model::form::{Choice, Form};
use crate::model::frozen::Frozen;
use crate::model::grade::{ExamGrade, QuizGrade};
use crate::model::question::{Kind, Question, Response};
use crate::model::scenario::{Scenario, Turn, Way};

use super::exam;

/// An exam as it was walked and graded again.
pub struct Again {
    /// Plan and content, with the other content in its places.
    pub activity: Activity,
    /// What the recorded events come to under it.
    pub state: State,
    /// The grade of the candidate's own attempt.
    pub grade: ExamGrade,
}

/// Walks a closed exam under other content; `None` where its events do not follow there, or it is no exam.
pub fn again(activity: &Activity, events: &[Recorded], swaps: &[Swap], fresh: &BTreeMap<Digest, Frozen>) -> Option<Again> {
    let activity = activity.under(swaps, fresh).ok()?;
    let state = State::replay(&activity, events).ok()?;
    state.closed.as_ref()?;
    let grade = exam::grade(&activity, &state)?;
    Some(Again { activity, state, grade })
}

/// Why something is not marked under other content: what was recorded stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlike {
    /// It is not there any more.
    Gone,
    /// It is a question of another kind.
    Kind,
    /// What was answered is not offered any more.
    Response,
    /// What is right now was not offered then.
    Key,
    /// It was written, and people read it against what was asked then.
    Written,
    /// The recorded replies lead nowhere: a turn or a reply is gone, or it is timed otherwise.
    Way,
    /// It cannot be played as it is.
    Unplayable,
}

impl Unlike {
    /// Its name, for programs and for looking up its words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Kind => "kind",
            Self::Response => "response",
            Self::Key => "key",
            Self::Written => "written",
            Self::Way => "way",
            Self::Unplayable => "unplayable",
        }
    }
}

/// What stands in the place of a step's content.
pub enum Fresh {
    /// Other content; with the best attainable, where it is a role-play.
    Other(Box<Frozen>, Swap),
    /// Nothing that could.
    Not(Unlike),
}

/// Points of so many, at one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Earned, never below 0.
    pub earned: Exact,
    /// Attainable.
    pub of: Exact,
}

impl Mark {
    /// Earned ÷ attainable.
    pub fn share(&self) -> Exact {
        self.earned.of(self.of)
    }
}

/// One step of an exam whose content is another now.
pub struct Item {
    /// Where in the plan.
    pub at: At,
    /// Its mark so far.
    pub was: Mark,
    /// Under the other content, where that can be said.
    pub now: Result<Marked, Unlike>,
}

/// A step marked under other content.
pub struct Marked {
    /// The content and what stands in its place.
    pub swap: Swap,
    /// That content.
    pub content: Box<Frozen>,
    /// Its mark.
    pub mark: Mark,
    /// What is asked or said is worded otherwise too. Whether a question still asks the same, a person has to say.
    pub reworded: bool,
}

impl Marked {
    /// How its share compares with the one before.
    pub fn against(&self, was: &Mark) -> std::cmp::Ordering {
        self.mark.share().cmp(&was.share())
    }
}

/// The steps of an exam whose content is another one now, in the order asked. `fresh` says what stands in a step's place; `None`: the same.
pub fn items(activity: &Activity, events: &[Recorded], fresh: &dyn Fn(&Step) -> Option<Fresh>) -> Vec<Item> {
    let Ok(state) = State::replay(activity, events) else { return Vec::new() };
    let mut out = Vec::new();
    for (part, steps) in activity.plan.parts.iter().enumerate() {
        for (step, what) in steps.steps.iter().enumerate() {
            let at = At { part, step };
            let (Some(was), Some(fresh)) = (mark(activity, &state, at), fresh(what)) else { continue };
            let now = match fresh {
                Fresh::Not(why) => Err(why),
                Fresh::Other(content, swap) => marked(activity, (events, &state), at, (*content, swap)),
            };
            out.push(Item { at, was, now });
        }
    }
    out
}

/// One step under other content.
fn marked(
    activity: &Activity,
    (events, state): (&[Recorded], &State),
    at: At,
    (content, swap): (Frozen, Swap),
) -> Result<Marked, Unlike> {
    let mut reworded = false;
    if let (Step::Ask { content: old, .. }, Frozen::Question(new)) = (activity.step(at), &content) {
        let (old, lang) = (activity.question(old), &activity.plan.language);
        let answered = state.answers.iter().filter(|answer| answer.at == at).map(|answer| &answer.response);
        fits(old, new, answered, lang)?;
        reworded = is_reworded(old, new, lang);
    }
    if let (Step::Play { content: old, .. }, Frozen::Scenario(new)) = (activity.step(at), &content) {
        reworded = lines(activity.stage(old).scenario(), &activity.plan.language) != lines(new, &activity.plan.language);
    }
    let wrote = |play: &&crate::attempt::state::Play| play.at == at && !play.written.is_empty();
    if state.plays.iter().any(|play| wrote(&play)) {
        return Err(Unlike::Written);
    }
    let fresh = BTreeMap::from([(swap.now, content.clone())]);
    let again = again(activity, events, std::slice::from_ref(&swap), &fresh).ok_or(Unlike::Way)?;
    let mark = mark(&again.activity, &again.state, at).ok_or(Unlike::Way)?;
    Ok(Marked { swap, content: Box::new(content), mark, reworded })
}

/// Whether answers to one question can be held against the key of another.
fn fits<'a>(old: &Question, new: &Question, answered: impl Iterator<Item = &'a Response>, lang: &Lang) -> Result<(), Unlike> {
    if matches!(old.kind, Kind::Write(_)) || matches!(new.kind, Kind::Write(_)) {
        return Err(Unlike::Written);
    }
    if old.kind.name() != new.kind.name() {
        return Err(Unlike::Kind);
    }
    let reads = |question: &Question, response: &Response| {
        response.reply().is_some_and(|reply| question.read(&reply).is_ok_and(|read| read == *response))
    };
    if !answered.into_iter().all(|response| *response == Response::Blank || reads(new, response)) {
        return Err(Unlike::Response);
    }
    if reads(old, &new.key(lang)) { Ok(()) } else { Err(Unlike::Key) }
}

/// Whether a candidate sees the same: what is asked, in the same words, with the same choices.
pub fn asks_alike(old: &Question, new: &Question, lang: &Lang) -> bool {
    !is_reworded(old, new, lang) && options(old, lang) == options(new, lang)
}

/// Whether what is asked, or an option that both have, is worded otherwise.
fn is_reworded(old: &Question, new: &Question, lang: &Lang) -> bool {
    let material = |it: &Question| it.material.as_ref().map(|material| material.body.get(lang).to_owned());
    let (was, is) = (options(old, lang), options(new, lang));
    old.ask.get(lang) != new.ask.get(lang)
        || material(old) != material(new)
        || was.iter().any(|(id, text)| is.get(id).is_some_and(|now| now != text))
}

/// What is said in a talk: first what it is about, then turn by turn what the customer says and what can be replied.
fn lines<'s>(talk: &'s Scenario, lang: &Lang) -> Vec<&'s str> {
    let turn = |turn: &'s Turn| {
        let replies = if let Way::Replies(all) = &turn.way { &all[..] } else { &[] };
        turn.says.iter().chain(&turn.late_says).chain(replies.iter().map(|reply| &reply.text))
    };
    std::iter::once(&talk.brief).chain(talk.turns.iter().flat_map(turn)).map(|text| text.get(lang)).collect()
}

/// The words of what can be chosen.
fn options(question: &Question, lang: &Lang) -> BTreeMap<ItemId, String> {
    let asked = Question { keep_order: true, ..question.clone() };
    let of = |choices: Vec<Choice>| choices.into_iter().map(|choice| (choice.key, choice.text));
    match asked.form(lang, &mut Seed::from_bytes(b"").dice("as-written", "")) {
        Form::PickOne(all) | Form::PickMany(all) | Form::Sort(all) => of(all).collect(),
        Form::Match { lefts, rights, .. } => of(lefts).chain(of(rights)).collect(),
        _ => BTreeMap::new(),
    }
}

/// What a question or role-play earns; `None` for what earns nothing of its own.
fn mark(activity: &Activity, state: &State, at: At) -> Option<Mark> {
    match activity.step(at) {
        Step::Ask { content, .. } => {
            let of = activity.question(content).points.exact();
            let earned = state.last_answer(at).map_or(Exact::ZERO, |answer| answer.share * of);
            Some(Mark { earned, of })
        }
        Step::Play { best, .. } => {
            let play = state.plays.iter().find(|play| play.at == at);
            let earned = play.map_or(Exact::ZERO, |play| super::roleplay::grade(activity, play).points.exact().floored());
            Some(Mark { earned, of: best.exact() })
        }
        _ => None,
    }
}

/// Whether a grade is lower than another of the same exam in anything: the theory's share, a talk's, a red line.
pub fn falls(was: &ExamGrade, now: &ExamGrade) -> bool {
    let theory = now.theory.as_ref().map(QuizGrade::share) < was.theory.as_ref().map(QuizGrade::share);
    let talk = was.plays.iter().zip(&now.plays).any(|(was, now)| now.share < was.share || (now.red_line && !was.red_line));
    theory || talk || was.plays.len() != now.plays.len()
}

/// What is exchanged where marks may only rise: everything whose share is no lower than before. Where that lowers the whole all the same,
/// because points weigh otherwise now, what weighs otherwise stays as it was.
pub fn rising(activity: &Activity, events: &[Recorded], items: &[&Item], before: &ExamGrade) -> Vec<Swap> {
    let mut fresh = BTreeMap::new();
    let mut taken: Vec<(&Item, &Marked)> = items.iter().filter_map(|item| Some((*item, item.now.as_ref().ok()?))).collect();
    taken.retain(|(item, now)| now.against(&item.was).is_ge());
    for (_, now) in &taken {
        fresh.insert(now.swap.now, (*now.content).clone());
    }
    let swaps = |all: &[(&Item, &Marked)]| -> Vec<Swap> { all.iter().map(|(_, now)| now.swap.clone()).collect() };
    let lower = |swaps: &[Swap]| again(activity, events, swaps, &fresh).is_none_or(|it| falls(before, &it.grade));
    let all = swaps(&taken);
    if !lower(&all) {
        return all;
    }
    taken.retain(|(item, now)| now.mark.of == item.was.of);
    let same = swaps(&taken);
    if lower(&same) { Vec::new() } else { same }
}

/// Everything that can be exchanged.
pub fn all(items: &[&Item]) -> Vec<Swap> {
    items.iter().filter_map(|item| Some(item.now.as_ref().ok()?.swap.clone())).collect()
}
