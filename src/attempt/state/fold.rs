//! What each kind of event does to the state: the one place where it changes. An event that does not follow gives `None`; what may be
//! asked for is `decide`'s.

use super::{Answer, At, Cursor, PAST_THE_END, Play, State, Try, Written};
use crate::attempt::event::{Body, Place, Recorded};
use crate::attempt::plan::{Activity, Step, Tries};
use crate::attempt::written;
use crate::base::points::Exact;
use crate::model::grade::Ended;
use crate::model::question::Response;
use crate::model::scenario::Way;
use crate::model::scenario::step::Stage;

impl State {
    pub(super) fn fold(&mut self, activity: &Activity, recorded: &Recorded) -> Option<()> {
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
            Body::Wrote { .. } => self.wrote(activity, recorded),
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

    fn chose(&mut self, activity: &Activity, body: &Body) -> Option<()> {
        let Body::Chose { scenario, turn, reply } = body else { return None };
        let (at, _) = self.here()?;
        let (Step::Play { scenario: here, content, .. } | Step::Drill { scenario: here, content, .. }) = activity.step(at) else {
            return None;
        };
        (here == scenario).then_some(())?;
        let stage = activity.stage(content);
        let play = self.plays.last_mut().filter(|p| p.at == at)?;
        (stage.turn(&play.state).id == *turn).then_some(())?;
        let number = stage.choice(&play.state, reply.as_str())?;
        go(stage, play, number);
        if stage.ends(&play.state).is_some() || matches!(activity.step(at), Step::Drill { .. }) {
            self.advance(at);
        }
        Some(())
    }

    /// What a text earns follows from it: what is recorded beside another score was not recorded by us.
    fn wrote(&mut self, activity: &Activity, recorded: &Recorded) -> Option<()> {
        let Body::Wrote { scenario, turn, text, points } = &recorded.event.body else { return None };
        let (at, _) = self.here()?;
        let (Step::Play { scenario: here, content, .. } | Step::Drill { scenario: here, content, .. }) = activity.step(at) else {
            return None;
        };
        let stage = activity.stage(content);
        let play = self.plays.last_mut().filter(|p| p.at == at && here == scenario)?;
        let Way::Write(write) = &stage.turn(&play.state).way else { return None };
        (stage.turn(&play.state).id == *turn).then_some(())?;
        let Response::Words(text) = text.with(recorded.beside.as_ref()) else { return None };
        if let Some(text) = &text {
            (written::judge(activity, stage, play, write, text).points == *points).then_some(())?;
        }
        let number = stage.wrote(&play.state, *points)?;
        play.written.insert(play.path.len(), Written { text, points: *points });
        go(stage, play, number);
        if stage.ends(&play.state).is_some() || matches!(activity.step(at), Step::Drill { .. }) {
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

/// One move further.
fn go(stage: &Stage, play: &mut Play, number: usize) {
    let before = play.state.clone();
    stage.step(&mut play.state, number);
    play.path.push((before, number));
}
