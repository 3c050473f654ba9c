//! Where an attempt stands: a fold over its events. Decides nothing; `decide` did.
//!
//! Only events change it, in their order, so that it is the same after every restart; `fold` has what each does. What is asked next is
//! read off it in `prompt`.

mod fold;

use std::collections::{BTreeMap, BTreeSet};

use super::clock::Took;
use super::event::Recorded;
use super::plan::{Activity, Step};
use crate::base::digest::Digest;
use crate::base::moment::Moment;
use crate::base::points::{Exact, Points};
use crate::model::grade::{Ended, Grade};
use crate::model::question::Response;
use crate::model::scenario::step;
use crate::model::span::Span;

/// Where an attempt stands.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The number of the next event.
    pub next_seq: u32,
    /// The digest of the newest event.
    pub last: Option<Digest>,
    /// The time of the newest event.
    pub at: Moment,
    /// Where in the plan.
    pub cursor: Cursor,
    /// All answers, in the order given.
    pub answers: Vec<Answer>,
    /// All role-plays begun, in order; the last one may be under way.
    pub plays: Vec<Play>,
    /// Marks that an examiner gave, each the last of its step.
    pub marks: BTreeMap<At, u8>,
    /// Notes that an examiner wrote; `None` once erased.
    pub notes: BTreeMap<At, Option<String>>,
    /// Items marked for later.
    pub flagged: BTreeSet<At>,
    /// When each part of an exam began.
    pub began: BTreeMap<usize, Moment>,
    /// The time that an invigilator gave beyond the plan: of each part that was under way then, and of the whole.
    pub extended: Extended,
    /// How the exam ended, if not by its last item or hand-in.
    pub ended: Ended,
    /// The grade, once it is over.
    pub closed: Option<Grade>,
    /// Steps of the present part that come back at its end.
    returning: Vec<usize>,
    /// How often something was done where one was asked.
    replies: BTreeMap<Cursor, u32>,
}

/// Time given beyond the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extended {
    /// By parts.
    pub parts: BTreeMap<usize, Span>,
    /// Altogether.
    pub whole: Span,
}

/// Where in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cursor {
    /// At a step of a part.
    At(At),
    /// At a missed step that came back.
    Back(At),
    /// Before a later part of an exam: its clock does not run yet.
    Gate(usize),
    /// At the answer sheet of a part, come from an item.
    Sheet(At),
    /// At the question whether to hand a part in, come from an item.
    HandIn(At),
    /// Writing a note on an item.
    Note(At),
    /// Everything is done.
    Done,
}

/// A step by its place in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    /// Which part.
    pub part: usize,
    /// Which step of it.
    pub step: usize,
}

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// To which step.
    pub at: At,
    /// How often this step had been answered before.
    pub visit: u32,
    /// Which try it was.
    pub tried: Try,
    /// What was submitted.
    pub response: Response,
    /// The share of the points it earns.
    pub share: Exact,
}

/// Which try at a question an answer was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Try {
    /// The first of two: a miss is tried again in place.
    First,
    /// The last in place: the only one, the second, or "I don't know", which asks to be told.
    Last,
    /// It had come back at the end of its part.
    Back,
}

/// One role-play.
#[derive(Clone, Debug, PartialEq)]
pub struct Play {
    /// Which step it is.
    pub at: At,
    /// Where the talk stands.
    pub state: step::State,
    /// Each choice: the state before it, and the reply's number on the stage.
    pub path: Vec<(step::State, usize)>,
    /// When the turn it stands at was asked, if its clock runs: the number of that event, and its time.
    pub asked: Option<(u32, Moment)>,
    /// Of each choice that was timed, by its place in `path`, how long it took.
    pub took: BTreeMap<usize, Took>,
    /// What was written, by its place on the path.
    pub written: BTreeMap<usize, Written>,
}

/// A reply that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The text; `None` once erased.
    pub text: Option<String>,
    /// What it earned of the turn's points.
    pub points: Points,
}

/// An event that does not follow from those before: the record was tampered with, or it is our bug.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misplaced {
    /// The event's number.
    pub seq: u32,
}

/// The most time that is given beyond the plan: two hours. Who needs more sits another day, or was allowed more before.
pub const MOST_EXTENDED: Span = Span(2 * 60 * 60 * 1000);

/// Beyond any part's last step: `settle` moves on from there.
const PAST_THE_END: usize = usize::MAX;

impl State {
    /// Before anything happened.
    pub fn new(activity: &Activity) -> Self {
        let mut state = Self {
            next_seq: 0,
            last: None,
            at: Moment::default(),
            cursor: Cursor::At(At { part: 0, step: 0 }),
            answers: Vec::new(),
            plays: Vec::new(),
            marks: BTreeMap::new(),
            notes: BTreeMap::new(),
            flagged: BTreeSet::new(),
            began: BTreeMap::new(),
            extended: Extended::default(),
            ended: Ended::HandedIn,
            closed: None,
            returning: Vec::new(),
            replies: BTreeMap::new(),
        };
        state.settle(activity);
        state
    }

    /// The state that a list of events comes to.
    ///
    /// # Errors
    /// `Misplaced` names the first event that does not follow.
    pub fn replay(activity: &Activity, events: &[Recorded]) -> Result<Self, Misplaced> {
        let mut state = Self::new(activity);
        for event in events {
            state.apply(activity, event)?;
        }
        Ok(state)
    }

    /// Folds one event in.
    ///
    /// # Errors
    /// `Misplaced` where it does not follow; the state is then to be thrown away.
    pub fn apply(&mut self, activity: &Activity, recorded: &Recorded) -> Result<(), Misplaced> {
        let event = &recorded.event;
        let misplaced = Misplaced { seq: event.seq };
        if event.seq != self.next_seq || event.previous != self.last || self.closed.is_some() {
            return Err(misplaced);
        }
        if !event.body.is_aside() {
            *self.replies.entry(self.cursor.place()).or_default() += 1;
        }
        self.fold(activity, recorded).ok_or(misplaced)?;
        self.settle(activity);
        self.next_seq += 1;
        self.last = Some(event.digest());
        self.at = event.at;
        Ok(())
    }

    /// The step asked now, with whether it came back.
    pub const fn here(&self) -> Option<(At, bool)> {
        match self.cursor {
            Cursor::At(at) => Some((at, false)),
            Cursor::Back(at) => Some((at, true)),
            Cursor::Gate(_) | Cursor::Sheet(_) | Cursor::HandIn(_) | Cursor::Note(_) | Cursor::Done => None,
        }
    }

    /// The part that is under way; none before a gate and at the end.
    pub const fn part(&self) -> Option<usize> {
        match self.cursor {
            Cursor::At(at) | Cursor::Back(at) | Cursor::Sheet(at) | Cursor::HandIn(at) | Cursor::Note(at) => Some(at.part),
            Cursor::Gate(_) | Cursor::Done => None,
        }
    }

    /// Whether an item has an answer or a mark.
    pub fn is_answered(&self, at: At) -> bool {
        self.marks.contains_key(&at) || self.answers.iter().any(|a| a.at == at)
    }

    /// The answer that counts so far: the last one.
    pub fn last_answer(&self, at: At) -> Option<&Answer> {
        self.answers.iter().rfind(|a| a.at == at)
    }

    /// The next item of a sheet without an answer, after this one, then from the start.
    pub fn next_open(&self, activity: &Activity, after: At) -> Option<At> {
        let count = activity.plan.parts[after.part].steps.len();
        let turn = (1..=count).map(|n| At { part: after.part, step: (after.step + n) % count.max(1) });
        turn.into_iter().find(|at| !self.is_answered(*at))
    }

    /// When what is under way is over by the clock: the part's limit or the exam's, whichever comes first.
    pub fn deadline(&self, activity: &Activity) -> Option<Moment> {
        let scheme = activity.scheme().filter(|_| self.closed.is_none() && self.next_seq > 0)?;
        let more = |span: Span, more: Span| Span(span.0.saturating_add(more.0));
        let whole = more(activity.plan.stretched(scheme.result.within), self.extended.whole).after(*self.began.get(&0)?);
        let own = self.part().and_then(|part| {
            let limit = activity.plan.parts[part].pace.as_ref()?.limit?;
            let extended = self.extended.parts.get(&part).copied().unwrap_or_default();
            Some(more(activity.plan.stretched(limit), extended).after(*self.began.get(&part)?))
        });
        Some(own.map_or(whole, |own| own.min(whole)))
    }

    /// Whether a step was come to.
    pub fn reached(&self, at: At) -> bool {
        match self.cursor {
            Cursor::At(here) => at <= here,
            Cursor::Back(here) | Cursor::Sheet(here) | Cursor::HandIn(here) | Cursor::Note(here) => at.part <= here.part,
            Cursor::Gate(part) => at.part < part,
            Cursor::Done => true,
        }
    }

    /// How often a step was answered.
    pub fn visits(&self, at: At) -> u32 {
        u32::try_from(self.answers.iter().filter(|a| a.at == at).count()).unwrap_or(u32::MAX)
    }

    /// How often there was a reply here: at this item or sheet, whatever it was.
    pub fn replies_here(&self) -> u32 {
        self.replies.get(&self.cursor.place()).copied().unwrap_or_default()
    }

    /// The same for an item. Leaving it open for now is a reply too.
    pub fn replies_at(&self, at: At) -> u32 {
        self.replies.get(&Cursor::At(at)).copied().unwrap_or_default()
    }

    /// The role-play that the newest choice was made in.
    pub fn played(&self) -> Option<&Play> {
        self.plays.iter().rev().find(|p| !p.path.is_empty())
    }

    /// The role-play under way.
    pub fn play(&self) -> Option<&Play> {
        let (at, _) = self.here()?;
        self.plays.last().filter(|p| p.at == at)
    }

    /// How many steps of the plan are done.
    pub fn done(&self, activity: &Activity) -> usize {
        let parts = &activity.plan.parts;
        let before = |part: usize| parts[..part].iter().map(|p| p.steps.len()).sum::<usize>();
        match self.cursor {
            Cursor::At(at) | Cursor::Sheet(at) | Cursor::HandIn(at) | Cursor::Note(at) if activity.has_sheet(at.part) => {
                let done = (0..parts[at.part].steps.len()).filter(|step| self.is_answered(At { part: at.part, step: *step }));
                before(at.part) + done.count()
            }
            Cursor::At(at) | Cursor::Sheet(at) | Cursor::HandIn(at) | Cursor::Note(at) => before(at.part) + at.step,
            Cursor::Back(at) => before(at.part + 1),
            Cursor::Gate(part) => before(part),
            Cursor::Done => before(parts.len()),
        }
    }
}

impl Play {
    /// A role-play of which nothing was said yet.
    pub fn begun(at: At, stage: &step::Stage) -> Self {
        let (written, took) = (BTreeMap::new(), BTreeMap::new());
        Self { at, state: stage.begin(), path: Vec::new(), asked: None, took, written }
    }

    /// The same talk as it stood before its `n`th move.
    #[must_use]
    pub fn until(&self, n: usize) -> Self {
        fn earlier<T: Clone>(all: &BTreeMap<usize, T>, n: usize) -> BTreeMap<usize, T> {
            all.range(..n).map(|(at, it)| (*at, it.clone())).collect()
        }
        let (took, written) = (earlier(&self.took, n), earlier(&self.written, n));
        Self { at: self.at, state: self.path[n].0.clone(), path: self.path[..n].to_vec(), asked: None, took, written }
    }
}

impl Cursor {
    /// The place asked at: a part has one sheet, from whichever item one comes.
    const fn place(self) -> Self {
        match self {
            Self::Sheet(at) => Self::Sheet(At { step: 0, ..at }),
            Self::HandIn(at) => Self::HandIn(At { step: 0, ..at }),
            other => other,
        }
    }
}

impl Activity {
    /// Whether a part has an answer sheet.
    pub fn has_sheet(&self, part: usize) -> bool {
        self.plan.parts.get(part).and_then(|p| p.pace.as_ref()).is_some_and(|pace| pace.of.has_sheet())
    }

    /// A step by its place.
    pub fn step(&self, at: At) -> &Step {
        &self.plan.parts[at.part].steps[at.step]
    }

    /// How many steps the plan has.
    pub fn steps(&self) -> usize {
        self.plan.parts.iter().map(|p| p.steps.len()).sum()
    }
}
