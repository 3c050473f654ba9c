//! What is asked next, in the attempt's language, dealt by its seed.
//!
//! Pure: the same state asks the same, in the same order, after every restart. No key goes into a prompt; what comes back is judged
//! in `decide`.

use super::clock;
use super::decide::AGREE;
use super::plan::{Activity, Step, Subject};
use super::sheet;
use super::state::{At, Cursor, Play, State};
use crate::base::id::{ItemId, Lang};
use crate::model::form::{Aside, Choice, Entry, Form, Says};
use crate::model::frozen::Agreement;
use crate::model::page::{Block, Card, Note, Prompt, Speaker};
use crate::model::question::Kind;
use crate::model::question::write::Write;
use crate::model::scenario::step::{Deed, Stage};
use crate::model::scenario::{Turn, Way};
use crate::model::text::Text;
use crate::model::writing;

/// What comes next.
#[derive(Clone, Debug, PartialEq)]
pub enum Next {
    /// This is asked.
    Ask(Box<Prompt>),
    /// Everything is done: grade it and close.
    Close,
    /// It is over.
    Over,
}

/// What comes next.
pub fn next(activity: &Activity, state: &State) -> Next {
    if state.closed.is_some() {
        return Next::Over;
    }
    Next::Ask(Box::new(match state.cursor {
        Cursor::Done => return Next::Close,
        Cursor::At(at) | Cursor::Back(at) => match activity.step(at) {
            Step::Read { .. } => read(activity, state, at),
            Step::Ask { .. } => ask(activity, state, at, matches!(state.cursor, Cursor::Back(_))),
            Step::Play { .. } | Step::Drill { .. } => play(activity, state, at),
            Step::Rate { rated, content } => sheet::rate(activity, state, at, activity.station(content), rated),
            Step::Overall { .. } => sheet::overall(activity, state, at),
            Step::Agree { content, .. } => agree(activity, activity.agreement(content)),
        },
        Cursor::Gate(part) => sheet::gate(activity, part),
        Cursor::Sheet(at) => sheet::sheet(activity, state, at),
        Cursor::HandIn(at) => sheet::hand_in(activity, state, at),
        Cursor::Note(at) => sheet::note(activity, state, at),
    }))
}

fn agree(activity: &Activity, text: &Agreement) -> Prompt {
    let lang = &activity.plan.language;
    let agree = Entry { key: AGREE.into(), says: Says::Agree };
    Prompt {
        id: format!("agreement/{}", text.id),
        visit: 0,
        blocks: vec![Block::Title(text.title.get(lang).to_owned()), Block::Markdown(text.text.get(lang).to_owned())],
        form: Form::Menu(vec![agree]),
        aside: Aside::Nothing,
        given: None,
        panel: Vec::new(),
    }
}

fn progress(activity: &Activity, state: &State) -> Block {
    Block::Progress { done: state.done(activity), of: activity.steps() }
}

fn read(activity: &Activity, state: &State, at: At) -> Prompt {
    let Step::Read { lesson, content } = activity.step(at) else { unreachable!("`next` looked") };
    let lang = &activity.plan.language;
    let text = activity.lesson(content);
    let (_, course) = activity.plan.subject.parts();
    Prompt {
        id: format!("{course}/{lesson}"),
        visit: 0,
        blocks: vec![
            progress(activity, state),
            Block::Title(text.title.get(lang).to_owned()),
            Block::Markdown(text.body.get(lang).to_owned()),
        ],
        form: Form::Next,
        aside: Aside::Nothing,
        given: None,
        panel: Vec::new(),
    }
}

fn ask(activity: &Activity, state: &State, at: At, back: bool) -> Prompt {
    let Step::Ask { content, .. } = activity.step(at) else { unreachable!("`next` looked") };
    let lang = &activity.plan.language;
    let question = activity.question(content);
    let sheet = activity.has_sheet(at.part);
    // Who comes back to an item finds it as it was dealt.
    let visit = if sheet { 0 } else { state.visits(at) };
    let mut blocks = vec![if sheet { sheet::item_of(activity, state, at) } else { progress(activity, state) }];
    if back {
        blocks.push(Block::Note(Note::CameBack));
    }
    if let Some(material) = &question.material {
        blocks.push(Block::Material { title: material.title.get(lang).to_owned(), body: material.body.get(lang).to_owned() });
    }
    blocks.push(Block::Text(question.ask.get(lang).to_owned()));
    if let Kind::Write(write) = &question.kind {
        blocks.extend(to_write(write, lang));
    }
    let mut dice = activity.plan.seed.dice("options", &format!("{}#{visit}", question.id));
    let form = question.form(lang, &mut dice);
    let before = || state.answers.iter().filter(|a| activity.asks(a.at) == Some(&question.id)).count();
    Prompt {
        id: question.id.to_string(),
        // Leaving an item of a sheet open for now is a visit too.
        visit: if sheet { state.replies_here() } else { u32::try_from(before()).unwrap_or(u32::MAX) },
        blocks,
        form,
        aside: if sheet { Aside::Sheet } else { Aside::Unknown },
        given: state.last_answer(at).filter(|_| sheet).and_then(|answer| answer.response.reply()),
        panel: Vec::new(),
    }
}

/// What a written answer is a reply to, and what is to be done.
pub fn to_write(write: &Write, lang: &Lang) -> Vec<Block> {
    let says = write.says.as_ref().map(|says| Block::Speech { who: Speaker::SomeCustomer, text: says.get(lang).to_owned() });
    let task = Some(&write.writing.task).filter(|task| !task.is_empty()).map(|task| Block::Task(task.get(lang).to_owned()));
    says.into_iter().chain(task).collect()
}

fn play(activity: &Activity, state: &State, at: At) -> Prompt {
    let (Step::Play { scenario, content, .. } | Step::Drill { scenario, content, .. }) = activity.step(at) else {
        unreachable!("`next` looked")
    };
    let lang = &activity.plan.language;
    let stage = activity.stage(content);
    let play = state.play().expect("a state at a role-play has begun it");
    let mut blocks = Vec::new();
    if activity.made(play).is_empty() {
        blocks.push(progress(activity, state));
        if matches!(activity.plan.subject, Subject::Course(_)) {
            blocks.push(Block::Note(Note::NowRehearse));
        }
        blocks.push(Block::Title(stage.scenario().title.get(lang).to_owned()));
        // Drills of one talk in a row tell its beginning once; it can be opened at any time.
        if !activity.drills_on(at) {
            blocks.push(Block::Card(Card::Brief(stage.scenario().brief.get(lang).to_owned())));
            blocks.push(customer(activity, stage, play));
        }
    }
    match activity.way(at) {
        [] => blocks.extend(said_now(activity, stage, play)),
        _ => {
            blocks.push(Block::Note(Note::TalkSoFar));
            blocks.extend(talk(activity, stage, play));
        }
    }
    let turn = stage.turn(&play.state);
    let form = match &turn.way {
        Way::Write(write) => {
            blocks.push(Block::Task(write.writing.task.get(lang).to_owned()));
            Form::Text { most: writing::MOST }
        }
        _ => Form::PickOne(choices(activity, stage, play)),
    };
    Prompt {
        id: format!("{scenario}/{}", turn.id),
        visit: u32::try_from(activity.made(play).iter().filter(|(s, _)| stage.turn(s).id == turn.id).count()).unwrap_or(u32::MAX),
        blocks,
        form,
        aside: Aside::Nothing,
        given: None,
        panel: panel(activity, stage, play),
    }
}

/// What is read before the clocks of a talk run, taken off its first prompt; `None` where no clock will run, or the talk is under way.
pub fn read_first(activity: &Activity, play: &Play, prompt: &mut Prompt) -> Option<Prompt> {
    let Step::Play { scenario, .. } = activity.step(play.at) else { return None };
    (play.path.is_empty() && clock::runs_in(activity, play)).then_some(())?;
    let cards = prompt.blocks.iter().rposition(|block| matches!(block, Block::Card(_)))?;
    let mut blocks: Vec<Block> = prompt.blocks.drain(..=cards).collect();
    blocks.push(Block::Note(Note::ClockAhead));
    Some(Prompt {
        id: scenario.to_string(),
        visit: 0,
        blocks,
        form: Form::Next,
        aside: Aside::Nothing,
        given: None,
        panel: Vec::new(),
    })
}

/// The replies to choose from, dealt.
fn choices(activity: &Activity, stage: &Stage, play: &Play) -> Vec<Choice> {
    let lang = &activity.plan.language;
    let mut options: Vec<Choice> = stage
        .choices(&play.state)
        .map(|n| stage.reply(n).1)
        .map(|r| Choice { key: ItemId::from(r.id.as_str()), text: r.text.get(lang).to_owned() })
        .collect();
    let id = format!("{}/{}#{}", stage.scenario().id, stage.turn(&play.state).id, play.path.len());
    activity.plan.seed.dice("replies", &id).shuffle(&mut options);
    options
}

fn customer(activity: &Activity, stage: &Stage, play: &Play) -> Block {
    let lang = &activity.plan.language;
    let customer = &stage.scenario().customer;
    Block::Card(Card::Customer {
        name: customer.name.get(lang).to_owned(),
        mood: play.state.mood(),
        credit: customer.credit.map_or("", |c| c.word()).to_owned(),
        registered: customer.registered.map_or("", |r| r.word()).to_owned(),
        facts: customer.facts.iter().map(|f| f.get(lang).to_owned()).collect(),
    })
}

fn panel(activity: &Activity, stage: &Stage, play: &Play) -> Vec<Block> {
    let lang = &activity.plan.language;
    let mut out = vec![Block::Card(Card::Brief(stage.scenario().brief.get(lang).to_owned())), customer(activity, stage, play)];
    let said = talk(activity, stage, play);
    if !said.is_empty() {
        out.push(Block::Note(Note::TalkSoFar));
        out.extend(said);
    }
    out
}

/// The whole talk so far, both sides.
pub fn talk(activity: &Activity, stage: &Stage, play: &Play) -> Vec<Block> {
    let mut out = speech(activity, stage, (play, 0), &opening_turns(stage));
    for (n, (before, reply)) in play.path.iter().enumerate() {
        out.push(own_words(activity, stage, play, n));
        out.extend(speech(activity, stage, (play, n + 1), &turns_after(stage, before, *reply)));
    }
    out
}

/// What was replied at the `n`th move: chosen, or written; nothing where a written text was erased, or nothing was said.
pub fn said(stage: &Stage, play: &Play, n: usize, lang: &Lang) -> String {
    match play.written.get(&n) {
        Some(written) => written.text.clone().unwrap_or_default(),
        None => stage.reply(play.path[n].1).1.text.get(lang).to_owned(),
    }
}

/// The customer's words since the last reply, as one text.
pub fn heard(activity: &Activity, stage: &Stage, play: &Play) -> String {
    let said = said_now(activity, stage, play).into_iter().filter_map(|block| match block {
        Block::Speech { text, .. } => Some(text),
        _ => None,
    });
    said.collect::<Vec<_>>().join("\n")
}

/// What the customer has said since the last reply.
pub fn said_now(activity: &Activity, stage: &Stage, play: &Play) -> Vec<Block> {
    match play.path.last() {
        None => speech(activity, stage, (play, 0), &opening_turns(stage)),
        Some((before, reply)) => speech(activity, stage, (play, play.path.len()), &turns_after(stage, before, *reply)),
    }
}

/// What the person at the keyboard said, or that nothing was said.
pub fn own_words(activity: &Activity, stage: &Stage, play: &Play, n: usize) -> Block {
    match stage.deed(play.path[n].1) {
        Deed::Silence => Block::Note(Note::NothingSaid),
        // What was written in another attempt is not copied from it, so that it can be erased: that something was said shows all the same.
        _ => {
            let text = Some(said(stage, play, n, &activity.plan.language)).filter(|text| !text.is_empty());
            Block::Speech { who: Speaker::You, text: text.unwrap_or_else(|| "…".to_owned()) }
        }
    }
}

/// Whether a choice came later than the standard asks for.
fn is_late(play: &Play, n: usize) -> bool {
    play.took.get(&n).is_some_and(|took| took.band().is_none())
}

/// How many characters are new on the screen where a role-play stands, those of the replies to choose from among them: what is to be
/// read before one can reply. What was read before the first clock ran counts too: it is looked up again, and limits are on record
/// nowhere but here.
pub fn to_read(activity: &Activity, stage: &Stage, play: &Play) -> usize {
    let lang = &activity.plan.language;
    let scenario = stage.scenario();
    let mut texts: Vec<&str> = Vec::new();
    match play.path.last() {
        None => {
            texts.extend([&scenario.title, &scenario.brief].map(|text| text.get(lang)));
            texts.extend(scenario.customer.facts.iter().map(|fact| fact.get(lang)));
        }
        // What the trainer says to the reply before stands above what is asked now.
        Some((before, reply)) if activity.plan.exam.is_none() => {
            texts.push(stage.reply(*reply).1.feedback.get(lang));
            if let Way::Write(write) = &stage.turn(before).way {
                texts.extend(write.writing.wants.iter().map(|want| want.feedback.get(lang)));
            }
        }
        Some(_) => {}
    }
    match &stage.turn(&play.state).way {
        Way::Write(write) => texts.push(write.writing.task.get(lang)),
        _ => texts.extend(stage.choices(&play.state).map(|n| stage.reply(n).1.text.get(lang))),
    }
    let said = heard(activity, stage, play);
    texts.into_iter().chain([&*said]).map(|text| text.chars().count()).sum()
}

fn opening_turns(stage: &Stage) -> Vec<usize> {
    let mut turns = Vec::new();
    stage.begin_through(&mut |turn| turns.push(turn));
    turns
}

fn turns_after(stage: &Stage, before: &crate::model::scenario::step::State, reply: usize) -> Vec<usize> {
    let mut turns = Vec::new();
    stage.step_through(&mut before.clone(), reply, &mut |turn| turns.push(turn));
    turns
}

fn speech(activity: &Activity, stage: &Stage, after: (&Play, usize), turns: &[usize]) -> Vec<Block> {
    let name = stage.scenario().customer.name.get(&activity.plan.language);
    let say = |turn: &usize| {
        let text = dealt_words(activity, stage, after, stage.turn_at(*turn))?;
        let text = text.get(&activity.plan.language).to_owned();
        Some(Block::Speech { who: Speaker::Customer(name.to_owned()), text })
    };
    turns.iter().filter_map(say).collect()
}

/// The words dealt for a turn that is come to after so many replies of a talk, the last of them late or not.
fn dealt_words<'a>(activity: &Activity, stage: &Stage, (play, after): (&Play, usize), turn: &'a Turn) -> Option<&'a Text> {
    let id = format!("{}/{}#{after}", stage.scenario().id, turn.id);
    let late = after.checked_sub(1).is_some_and(|n| is_late(play, n));
    let (purpose, all) = match late && !turn.late_says.is_empty() {
        true => ("late-says", &turn.late_says),
        false => ("says", &turn.says),
    };
    all.get(activity.deals(play.at).dice(purpose, &id).below(all.len()))
}

impl Activity {
    /// The question a step asks.
    pub fn asks(&self, at: At) -> Option<&crate::base::id::QuestionRef> {
        match self.step(at) {
            Step::Ask { question, .. } => Some(question),
            _ => None,
        }
    }
}
