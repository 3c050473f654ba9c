//! Where an attempt stands: a fold over its events. Decides nothing; `decide` did.

use std::collections::{BTreeMap, BTreeSet};

use super::event::{Body, Place, Recorded};
use super::plan::{Activity, Step, Tries};
use crate::base::digest::Digest;
use crate::base::moment::Moment;
use crate::base::points::Exact;
use crate::model::grade::{Ended, Grade};
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
    /// Marks that an examiner gave, each the last of its step.
    pub marks: BTreeMap<At, u8>,
    /// Notes that an examiner wrote; `None` once erased.
    pub notes: BTreeMap<At, Option<String>>,
    /// Items marked for later.
    pub flagged: BTreeSet<At>,
    /// When each part of an exam began.
    pub began: BTreeMap<usize, Moment>,
    /// How the exam ended, if not by its last item or hand-in.
    pub ended: Ended,
    /// The grade, once it is over.
    pub closed: Option<Grade>,
    /// Steps of the present part that come back at its end.
    returning: Vec<usize>,
    /// How often something was done where one was asked.
    replies: BTreeMap<Cursor, u32>,
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
            marks: BTreeMap::new(),
            notes: BTreeMap::new(),
            flagged: BTreeSet::new(),
            began: BTreeMap::new(),
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
        if !matches!(event.body, Body::Started { .. } | Body::Left { .. } | Body::Resumed { .. } | Body::ClockMoved { .. }) {
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
        let whole = scheme.result.within.after(*self.began.get(&0)?);
        let own = self.part().and_then(|part| {
            let limit = activity.plan.parts[part].pace.as_ref()?.limit?;
            Some(limit.after(*self.began.get(&part)?))
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

    fn fold(&mut self, activity: &Activity, recorded: &Recorded) -> Option<()> {
        match &recorded.event.body {
            Body::Started { .. } => {
                self.began.insert(0, recorded.event.at);
                (self.next_seq == 0).then_some(())
            }
            Body::Left { .. } | Body::Resumed { .. } | Body::ClockMoved { .. } => (self.next_seq > 0).then_some(()),
            Body::Read { lesson } => {
                let (at, _) = self.here()?;
                matches!(activity.step(at), Step::Read { lesson: here, .. } if here == lesson).then_some(())?;
                self.advance(at);
                Some(())
            }
            Body::Agreed { agreement } => {
                let (at, _) = self.here()?;
                matches!(activity.step(at), Step::Agree { agreement: here, .. } if here == agreement).then_some(())?;
                self.advance(at);
                Some(())
            }
            Body::Answered { .. } => self.answered(activity, recorded),
            Body::Chose { .. } => self.chose(activity, &recorded.event.body),
            Body::Rated { .. } | Body::Overall { .. } => self.rated(activity, &recorded.event.body),
            Body::Noted { rated, note } => {
                let Cursor::Note(at) = self.cursor else { return None };
                matches!(activity.step(at), Step::Rate { rated: here, .. } if here == rated).then_some(())?;
                let Response::Words(words) = note.with(recorded.beside.as_ref()) else { return None };
                self.notes.insert(at, words);
                self.cursor = Cursor::At(at);
                Some(())
            }
            Body::Began { part } => {
                let Cursor::Gate(here) = self.cursor else { return None };
                (here == usize::try_from(*part).ok()?).then_some(())?;
                self.began.insert(here, recorded.event.at);
                self.cursor = Cursor::At(At { part: here, step: 0 });
                Some(())
            }
            Body::Turned { to } => self.turned(activity, *to),
            Body::Flagged { step, on } => self.flag(activity, *step, *on),
            Body::HandedIn { part } => {
                let Cursor::HandIn(at) = self.cursor else { return None };
                (at.part == usize::try_from(*part).ok()?).then(|| self.leave_part(activity, at.part))
            }
            Body::TimeUp { part } => {
                let here = self.part().filter(|_| activity.plan.exam.is_some())?;
                (here == usize::try_from(*part).ok()?).then_some(())?;
                self.ended = Ended::TimeUp;
                self.leave_part(activity, here);
                Some(())
            }
            Body::Expired => {
                (activity.plan.exam.is_some() && self.cursor != Cursor::Done).then_some(())?;
                self.ended = Ended::Expired;
                self.cursor = Cursor::Done;
                Some(())
            }
            Body::Closed { grade } => (self.cursor == Cursor::Done).then(|| self.closed = Some(grade.clone())),
        }
    }

    fn answered(&mut self, activity: &Activity, recorded: &Recorded) -> Option<()> {
        let Body::Answered { question, visit, response } = &recorded.event.body else { return None };
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
        if activity.has_sheet(at.part) {
            self.go_to_next_open(activity, at);
        } else {
            self.after_answer(at, tried, *tries, share);
        }
        Some(())
    }

    fn chose(&mut self, activity: &Activity, body: &Body) -> Option<()> {
        let Body::Chose { scenario, turn, reply } = body else { return None };
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

    fn rated(&mut self, activity: &Activity, body: &Body) -> Option<()> {
        let (at, _) = self.here()?;
        let mark = match (activity.step(at), body) {
            (Step::Rate { rated: here, content }, Body::Rated { rated, mark, .. }) if here == rated => {
                let most = activity.station(content).find(rated)?.most();
                (*mark <= most).then_some(*mark)?
            }
            (Step::Overall { .. }, Body::Overall { mark }) if (1..=5).contains(mark) => *mark,
            _ => return None,
        };
        self.marks.insert(at, mark);
        self.go_to_next_open(activity, at);
        Some(())
    }

    fn turned(&mut self, activity: &Activity, to: Place) -> Option<()> {
        let (Cursor::At(from) | Cursor::Sheet(from) | Cursor::HandIn(from) | Cursor::Note(from)) = self.cursor else {
            return None;
        };
        activity.has_sheet(from.part).then_some(())?;
        let item = |step: u32| {
            let step = usize::try_from(step).ok()?;
            (step < activity.plan.parts[from.part].steps.len()).then_some(At { step, ..from })
        };
        self.cursor = match to {
            Place::Item(step) => Cursor::At(item(step)?),
            Place::Note(step) => Cursor::Note(item(step)?),
            Place::Sheet => Cursor::Sheet(from),
            Place::HandIn => Cursor::HandIn(from),
        };
        Some(())
    }

    fn flag(&mut self, activity: &Activity, step: u32, on: bool) -> Option<()> {
        let Cursor::Sheet(from) = self.cursor else { return None };
        let at = At { step: usize::try_from(step).ok()?, ..from };
        (at.step < activity.plan.parts[at.part].steps.len()).then_some(())?;
        let fresh = if on { self.flagged.insert(at) } else { self.flagged.remove(&at) };
        fresh.then_some(())
    }

    fn go_to_next_open(&mut self, activity: &Activity, at: At) {
        self.cursor = self.next_open(activity, at).map_or(Cursor::Sheet(at), Cursor::At);
    }

    /// Hands a part in: what comes next is the next part, or nothing.
    fn leave_part(&mut self, activity: &Activity, part: usize) {
        self.cursor = if part + 1 < activity.plan.parts.len() { Cursor::Gate(part + 1) } else { Cursor::Done };
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
                None if part.pace.is_some() => {
                    self.leave_part(activity, at.part);
                    break;
                }
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
