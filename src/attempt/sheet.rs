//! What is asked in a part with an answer sheet beside its items: the gate before it, the sheet, the question whether to hand in; and
//! an examiner's screen at a station. `prompt` is the rest; `decide` reads what is answered here.

use super::decide::{BACK, FLAG, HAND_IN, NEXT_OPEN, NOTE, NOTE_MOST};
use super::plan::{Activity, Step};
use super::state::{At, State};
use crate::base::id::{Lang, StepId};
use crate::model::form::{Aside, Choice, Entry, Form, Reply, Says};
use crate::model::page::{Block, Given, Note, PartOf, Prompt};
use crate::model::station::Station;
use crate::model::text::Text;

/// The most characters of an item that a sheet shows.
const FIRST_WORDS: usize = 40;

/// Before a later part: nothing of it is seen, and its clock does not run.
pub(super) fn gate(activity: &Activity, part: usize) -> Prompt {
    let steps = &activity.plan.parts[part];
    let blocks = steps
        .pace
        .iter()
        .map(|pace| Block::PartAhead {
            of: pace.of,
            items: steps.steps.len(),
            limit: pace.limit.map(|limit| activity.plan.stretched(limit)),
        })
        .collect();
    prompt(activity, 0, "begin", blocks, Form::Next)
}

/// Which item this is.
pub(super) fn item_of(activity: &Activity, state: &State, at: At) -> Block {
    let of = activity.plan.parts[at.part].steps.len();
    Block::ItemOf { part: part_of(activity, at), number: at.step + 1, of, flagged: state.flagged.contains(&at) }
}

/// The sheet: what is answered, open, marked for later.
pub(super) fn sheet(activity: &Activity, state: &State, from: At) -> Prompt {
    let mut entries = Vec::new();
    let mut entry = |key: &str, says| entries.push(Entry { key: key.into(), says });
    if let Some(open) = state.next_open(activity, from) {
        entry(NEXT_OPEN, Says::NextOpen(open.step + 1));
    } else {
        entry(HAND_IN, Says::HandIn);
    }
    let number = from.step + 1;
    entry(FLAG, if state.flagged.contains(&from) { Says::Unflag(number) } else { Says::Flag(number) });
    if matches!(activity.step(from), Step::Rate { .. }) {
        entry(NOTE, Says::Note(number));
    }
    for step in 0..activity.plan.parts[from.part].steps.len() {
        let at = At { step, ..from };
        let says = Says::Item {
            number: step + 1,
            text: first_words(activity, at),
            open: !state.is_answered(at),
            skipped: !state.is_answered(at) && state.replies_at(at) > 0,
            flagged: state.flagged.contains(&at),
        };
        entry(&(step + 1).to_string(), says);
    }
    if state.next_open(activity, from).is_some() {
        entry(HAND_IN, Says::HandIn);
    }
    prompt(activity, state.replies_here(), "sheet", vec![standing(activity, state, from)], Form::Menu(entries))
}

/// Whether to hand in. An examiner sees what he will stand for.
pub(super) fn hand_in(activity: &Activity, state: &State, from: At) -> Prompt {
    let entries = vec![Entry { key: BACK.into(), says: Says::Back }, Entry { key: HAND_IN.into(), says: Says::Sure }];
    let all = (0..activity.plan.parts[from.part].steps.len()).map(|step| At { step, ..from });
    let open = all.filter(|at| !state.is_answered(*at)).count();
    let mut blocks = vec![standing(activity, state, from), Block::Unanswered { part: part_of(activity, from), open }];
    if part_of(activity, from) == PartOf::Station {
        blocks.insert(0, marks(activity, state));
    }
    prompt(activity, state.replies_here(), "hand-in", blocks, Form::Menu(entries))
}

/// What an examiner gives, as far as it was given.
pub fn marks(activity: &Activity, state: &State) -> Block {
    let lang = &activity.plan.language;
    let given = |at: At| {
        let mark = state.marks.get(&at).copied();
        match activity.step(at) {
            Step::Rate { rated, content } => activity.station(content).find(rated).map(|what| Given::Step {
                text: what.text.get(lang).to_owned(),
                mark: mark.and_then(|n| Some((n, what.anchors.get(usize::from(n))?.get(lang).to_owned()))),
                most: what.most(),
                critical: what.critical,
                note: state.notes.get(&at).cloned().flatten(),
            }),
            Step::Overall { .. } => Some(Given::Overall(mark)),
            _ => None,
        }
    };
    let parts = activity.plan.parts.iter().enumerate();
    let all = parts.flat_map(|(part, steps)| (0..steps.steps.len()).map(move |step| At { part, step }));
    Block::Marks(all.filter_map(given).collect())
}

/// A mark for a step or an oral question.
pub(super) fn rate(activity: &Activity, state: &State, at: At, station: &Station, rated: &StepId) -> Prompt {
    let lang = &activity.plan.language;
    let told = told(station, lang);
    // Before the first mark: what the candidate is told, what the examiner prepares.
    let mut blocks = if state.marks.is_empty() && at.step == 0 { told.clone() } else { Vec::new() };
    blocks.push(item_of(activity, state, at));
    let mut choices = Vec::new();
    if let Some(what) = station.find(rated) {
        blocks.push(Block::Observe {
            critical: what.critical,
            oral: station.oral.iter().any(|oral| oral.id == *rated),
            text: what.text.get(lang).to_owned(),
            listen_for: what.listen_for.as_ref().map(|t| t.get(lang).to_owned()),
            note: state.notes.get(&at).cloned().flatten(),
        });
        let anchors = what.anchors.iter().enumerate();
        choices.extend(anchors.map(|(n, a)| Choice { key: n.to_string().into(), text: a.get(lang).to_owned() }));
    }
    let mut prompt = prompt(activity, state.replies_here(), rated.as_str(), blocks, Form::Rate(choices));
    prompt.aside = Aside::Sheet;
    prompt.given = state.marks.get(&at).map(|mark| Reply::Picked(mark.to_string().into()));
    prompt.panel = told;
    prompt
}

/// What is read to the candidate, and what is for the examiner alone.
fn told(station: &Station, lang: &Lang) -> Vec<Block> {
    let text = |text: &Text| Block::Text(text.get(lang).to_owned());
    vec![Block::Note(Note::ReadAloud), text(&station.brief), Block::Note(Note::ForExaminer), text(&station.setup)]
}

/// The overall rating.
pub(super) fn overall(activity: &Activity, state: &State, at: At) -> Prompt {
    let blocks = vec![item_of(activity, state, at), Block::Note(Note::RateAll)];
    let mut prompt = prompt(activity, state.replies_here(), "overall", blocks, Form::Overall);
    prompt.aside = Aside::Sheet;
    prompt.given = state.marks.get(&at).map(|mark| Reply::Picked(mark.to_string().into()));
    prompt
}

/// A note on a step.
pub(super) fn note(activity: &Activity, state: &State, at: At) -> Prompt {
    let blocks = vec![Block::Note(Note::WriteNote), Block::Text(first_words(activity, at))];
    let mut prompt = prompt(activity, state.replies_here(), "note", blocks, Form::Line { most: NOTE_MOST });
    prompt.aside = Aside::Sheet;
    prompt
}

fn part_of(activity: &Activity, at: At) -> PartOf {
    activity.plan.parts[at.part].pace.as_ref().map_or(PartOf::Theory, |pace| pace.of)
}

fn standing(activity: &Activity, state: &State, from: At) -> Block {
    let all = (0..activity.plan.parts[from.part].steps.len()).map(|step| At { step, ..from });
    Block::Sheet {
        part: part_of(activity, from),
        answered: all.clone().filter(|at| state.is_answered(*at)).count(),
        of: all.clone().count(),
        flagged: all.filter(|at| state.flagged.contains(at)).count(),
    }
}

fn first_words(activity: &Activity, at: At) -> String {
    let lang = &activity.plan.language;
    let text = match activity.step(at) {
        Step::Ask { content, .. } => activity.question(content).ask.get(lang),
        Step::Rate { rated, content } => activity.station(content).find(rated).map_or("", |r| r.text.get(lang)),
        _ => "",
    };
    let mut words: String = text.chars().take(FIRST_WORDS).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(FIRST_WORDS).is_some() {
        words.push('…');
    }
    words
}

/// `visit`: how often there was a reply here before.
fn prompt(activity: &Activity, visit: u32, what: &str, blocks: Vec<Block>, form: Form) -> Prompt {
    let (_, subject) = activity.plan.subject.parts();
    let id = format!("{subject}/{what}");
    Prompt { id, visit, blocks, form, aside: Aside::Nothing, given: None, panel: Vec::new() }
}
