//! What each kind of event does to the state: the one place where it changes. An event that does not follow gives `None`; what may be
//! asked for is `decide`'s.

use super::{Answer, At, Cursor, MOST_EXTENDED, PAST_THE_END, State, Try, Written};
use crate::attempt::clock::{self, Took};
use crate::attempt::event::{Body, Place, Recorded};
use crate::attempt::plan::{Activity, Conduct, Step, Tries};
use crate::attempt::written;
use crate::base::id::{ScenarioId, TurnId};
use crate::base::moment::Moment;
use crate::base::points::Exact;
use crate::model::grade::Ended;
use crate::model::question::Response;
use crate::model::scenario::Way;
use crate::model::scenario::step::{self, Stage};
use crate::model::span::Span;

/// What an event says of a move in a role-play, whichever it is.
struct Said<'a> {
    scenario: &'a ScenarioId,
    turn: &'a TurnId,
    used: Option<Span>,
    at: Moment,
}

impl State {
    pub(super) fn fold(&mut self, activity: &Activity, recorded: &Recorded) -> Option<()> {
        match &recorded.event.body {
            Body::Started { .. } => {
                self.began.insert(0, recorded.event.at);
                (self.next_seq == 0).then_some(())
            }
            Body::Left { .. } | Body::Resumed { .. } | Body::ClockMoved { .. } => (self.next_seq > 0).then_some(()),
            Body::Extended { by, .. } => self.extend(activity, *by),
            Body::Read { lesson } => {
                self.passed(activity, |step| matches!(step, Step::Read { lesson: here, .. } if here == lesson))
            }
            Body::Agreed { agreement } => {
                self.passed(activity, |step| matches!(step, Step::Agree { agreement: here, .. } if here == agreement))
            }
            Body::Answered { .. } => self.answered(activity, recorded),
            Body::Asked { scenario, turn } => self.asked(activity, (scenario, turn), (recorded.event.seq, recorded.event.at)),
            Body::Chose { scenario, turn, reply, used } => {
                let said = Said { scenario, turn, used: *used, at: recorded.event.at };
                self.said(activity, &said, |stage, state| stage.choice(state, reply.as_str()))
            }
            Body::Wrote { .. } => self.wrote(activity, recorded),
            Body::Silent { scenario, turn, used } => {
                let said = Said { scenario, turn, used: Some(*used), at: recorded.event.at };
                clock::is_over(activity, self, *used).then_some(())?;
                self.said(activity, &said, Stage::silence)
            }
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
            Body::TimeUp { part } => self.time_up(activity, *part),
            Body::Expired => {
                (activity.plan.exam.is_some() && self.cursor != Cursor::Done).then_some(())?;
                self.ended = Ended::Expired;
                self.cursor = Cursor::Done;
                Some(())
            }
            Body::Closed { grade } => (self.cursor == Cursor::Done).then(|| self.closed = Some(grade.clone())),
        }
    }

    /// A step that has nothing to be judged is behind.
    fn passed(&mut self, activity: &Activity, is_here: impl FnOnce(&Step) -> bool) -> Option<()> {
        let (at, _) = self.here()?;
        is_here(activity.step(at)).then(|| self.advance(at))
    }

    fn time_up(&mut self, activity: &Activity, part: u32) -> Option<()> {
        let here = self.part().filter(|_| activity.plan.exam.is_some())?;
        (here == usize::try_from(part).ok()?).then_some(())?;
        self.ended = Ended::TimeUp;
        self.leave_part(activity, here);
        Some(())
    }

    fn answered(&mut self, activity: &Activity, recorded: &Recorded) -> Option<()> {
        let Body::Answered { question, visit, response } = &recorded.event.body else { return None };
        let (at, back) = self.here()?;
        let Step::Ask { question: here, content, tries } = activity.step(at) else { return None };
        (here == question && *visit == self.visits(at)).then_some(())?;
        let response = response.with(recorded.beside.as_ref());
        let share = activity.question(content).credit(&response, &activity.plan.language);
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

    /// The clock of the turn begins.
    fn asked(&mut self, activity: &Activity, (scenario, turn): (&ScenarioId, &TurnId), asked: (u32, Moment)) -> Option<()> {
        (clock::begins(activity, self)? == Body::Asked { scenario: scenario.clone(), turn: turn.clone() }).then_some(())?;
        self.plays.last_mut()?.asked = Some(asked);
        Some(())
    }

    /// A move of the role-play under way. Where the clock runs it says how long it took, and that is no less than what is on record.
    fn said(
        &mut self,
        activity: &Activity,
        said: &Said<'_>,
        number: impl FnOnce(&Stage, &step::State) -> Option<usize>,
    ) -> Option<()> {
        let (at, _) = self.here()?;
        let (Step::Play { scenario: here, content, .. } | Step::Drill { scenario: here, content, .. }) = activity.step(at) else {
            return None;
        };
        (here == said.scenario).then_some(())?;
        let stage = activity.stage(content);
        let play = self.plays.last_mut().filter(|p| p.at == at)?;
        (stage.turn(&play.state).id == *said.turn).then_some(())?;
        let number = number(stage, &play.state)?;
        if let Some(time) = clock::turn_time(activity, stage, play) {
            let (_, asked) = play.asked.take()?;
            // A script never waits, and says itself how long it takes.
            let went = if activity.plan.conduct == Conduct::Script { 0 } else { said.at.0.saturating_sub(asked.0) };
            let used = said.used.filter(|used| used.0 >= went)?;
            play.took.insert(play.path.len(), Took { used, time });
        } else if said.used.is_some() {
            return None;
        }
        let before = play.state.clone();
        stage.step(&mut play.state, number);
        play.path.push((before, number));
        if stage.ends(&play.state).is_some() || matches!(activity.step(at), Step::Drill { .. }) {
            self.advance(at);
        }
        Some(())
    }

    /// What a text earns follows from it: what is recorded beside another score was not recorded by us.
    fn wrote(&mut self, activity: &Activity, recorded: &Recorded) -> Option<()> {
        let Body::Wrote { scenario, turn, text, points, used } = &recorded.event.body else { return None };
        let play = self.play()?;
        let (Step::Play { content, .. } | Step::Drill { content, .. }) = activity.step(play.at) else { return None };
        let stage = activity.stage(content);
        let Way::Write(write) = &stage.turn(&play.state).way else { return None };
        let Response::Words(text) = text.with(recorded.beside.as_ref()) else { return None };
        if let Some(text) = &text {
            let judged = written::judge(activity, stage, play, write, text);
            written::bears_out(write, &judged, *points).then_some(())?;
        }
        let n = play.path.len();
        let said = Said { scenario, turn, used: *used, at: recorded.event.at };
        self.said(activity, &said, |stage, state| stage.wrote(state, *points))?;
        self.plays.last_mut()?.written.insert(n, Written { text, points: *points });
        Some(())
    }

    /// More time, within bounds: for the part under way, and for the whole.
    fn extend(&mut self, activity: &Activity, by: Span) -> Option<()> {
        let sits = activity.plan.exam.as_ref().is_some_and(|exam| exam.sitting.is_some());
        let whole = Span(self.extended.whole.0.checked_add(by.0)?);
        (sits && self.next_seq > 0 && by > Span::ZERO && whole <= MOST_EXTENDED).then_some(())?;
        self.extended.whole = whole;
        if let Some(part) = self.part() {
            let had = self.extended.parts.entry(part).or_default();
            *had = Span(had.0 + by.0);
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
    pub(super) fn settle(&mut self, activity: &Activity) {
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
            && self.plays.last().is_none_or(|p| p.at != at)
        {
            self.plays.extend(activity.begin(at));
        }
    }
}
