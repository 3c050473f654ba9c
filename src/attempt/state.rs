//! Where an attempt stands: a fold over its events. Decides nothing; `decide` did.

use super::event::{Body, Recorded};
use super::plan::{Activity, Step, Tries};
use crate::base::digest::Digest;
use crate::base::moment::Moment;
use crate::base::points::Exact;
use crate::model::grade::Grade;
use crate::model::question::Response;
use crate::model::scenario::step;

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
    /// The grade, once it is over.
    pub closed: Option<Grade>,
    /// Steps of the present part that come back at its end.
    returning: Vec<usize>,
}

/// Where in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cursor {
    /// At a step of a part.
    At(At),
    /// At a missed step that came back.
    Back(At),
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
}

/// An event that does not follow from those before: the record was tampered with, or it is our bug.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misplaced {
    /// The event's number.
    pub seq: u32,
}

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
            closed: None,
            returning: Vec::new(),
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
            Cursor::Done => None,
        }
    }

    /// Whether a step was come to.
    pub fn reached(&self, at: At) -> bool {
        match self.cursor {
            Cursor::At(here) => at <= here,
            Cursor::Back(here) => at.part <= here.part,
            Cursor::Done => true,
        }
    }

    /// How often a step was answered.
    pub fn visits(&self, at: At) -> u32 {
        u32::try_from(self.answers.iter().filter(|a| a.at == at).count()).unwrap_or(u32::MAX)
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
            Cursor::At(at) => before(at.part) + at.step,
            Cursor::Back(at) => before(at.part + 1),
            Cursor::Done => before(parts.len()),
        }
    }

    fn fold(&mut self, activity: &Activity, recorded: &Recorded) -> Option<()> {
        match &recorded.event.body {
            Body::Started { .. } => (self.next_seq == 0).then_some(()),
            Body::Left { .. } | Body::Resumed { .. } => (self.next_seq > 0).then_some(()),
            Body::Read { lesson } => {
                let (at, _) = self.here()?;
                matches!(activity.step(at), Step::Read { lesson: here, .. } if here == lesson).then_some(())?;
                self.advance(at);
                Some(())
            }
            Body::Answered { question, visit, response } => {
                let (at, back) = self.here()?;
                let Step::Ask { question: here, content, tries } = activity.step(at) else { return None };
                (here == question && *visit == self.visits(at)).then_some(())?;
                let response = response.with(recorded.beside.as_ref());
                let share = activity.question(content).credit(&response);
                let tried = match (back, *tries, &response) {
                    (true, _, _) => Try::Back,
                    (false, Tries::Checkpoint, response) if *visit == 0 && *response != Response::Blank => Try::First,
                    _ => Try::Last,
                };
                self.answers.push(Answer { at, visit: *visit, tried, response, share });
                self.after_answer(at, tried, *tries, share);
                Some(())
            }
            Body::Chose { scenario, turn, reply } => {
                let (at, _) = self.here()?;
                let Step::Play { scenario: here, content, .. } = activity.step(at) else { return None };
                (here == scenario).then_some(())?;
                let stage = activity.stage(content);
                let play = self.plays.last_mut().filter(|p| p.at == at)?;
                (stage.turn(&play.state).id == *turn).then_some(())?;
                let number = stage.offered(&play.state).find(|n| stage.reply(*n).1.id == *reply)?;
                let before = play.state.clone();
                stage.step(&mut play.state, number);
                play.path.push((before, number));
                if stage.ends(&play.state).is_some() {
                    self.advance(at);
                }
                Some(())
            }
            Body::Closed { grade } => (self.cursor == Cursor::Done).then(|| self.closed = Some(grade.clone())),
        }
    }

    fn after_answer(&mut self, at: At, tried: Try, tries: Tries, share: Exact) {
        let again = tries == Tries::Checkpoint && share < Exact::ONE;
        if tried == Try::Back {
            self.returning.retain(|step| *step != at.step);
            self.cursor = Cursor::At(At { part: at.part, step: PAST_THE_END });
        } else if again && tried == Try::First {
            // Once more, in place.
        } else {
            if again {
                self.returning.push(at.step);
            }
            self.advance(at);
        }
    }

    fn advance(&mut self, at: At) {
        self.cursor = Cursor::At(At { step: at.step + 1, ..at });
    }

    /// Moves past the ends of parts, and sets the stage where a role-play begins.
    fn settle(&mut self, activity: &Activity) {
        while let Cursor::At(at) = self.cursor {
            let Some(part) = activity.plan.parts.get(at.part) else {
                self.cursor = Cursor::Done;
                break;
            };
            if at.step < part.steps.len() {
                break;
            }
            self.cursor = match self.returning.first() {
                Some(&step) => Cursor::Back(At { part: at.part, step }),
                None => Cursor::At(At { part: at.part + 1, step: 0 }),
            };
        }
        if let Cursor::At(at) = self.cursor
            && let Step::Play { content, .. } = activity.step(at)
            && self.plays.last().is_none_or(|p| p.at != at)
        {
            self.plays.push(Play { at, state: activity.stage(content).begin(), path: Vec::new() });
        }
    }
}

impl Activity {
    /// A step by its place.
    pub fn step(&self, at: At) -> &Step {
        &self.plan.parts[at.part].steps[at.step]
    }

    /// How many steps the plan has.
    pub fn steps(&self) -> usize {
        self.plan.parts.iter().map(|p| p.steps.len()).sum()
    }
}
