//! The one loop. Learning, practising, a scripted run, a golden walkthrough: every attempt is stepped here and nowhere else.
//!
//! An event is durable before anything that follows from it is shown. Leaving (Esc, Ctrl-C, a closed window) loses nothing: the
//! attempt is kept, and this same function goes on with it.

use std::rc::Rc;

use super::allow::allowance;
use super::failure::{Exit, Failure};
use super::recall::{Kept, recall};
use super::room::Room;
use super::timing::{self, Now, Since, Timing};
use crate::attempt::clock;
use crate::attempt::decide::{Refusal, decide, overdue};
use crate::attempt::event::{Beside, Body, Event, Given, Leaving, Recorded};
use crate::attempt::plan::{Activity, Conduct, Plan};
use crate::attempt::prompt::{Next, next, read_first};
use crate::attempt::state::{At, State};
use crate::base::digest::Digest;
use crate::base::id::AttemptId;
use crate::base::moment::Moment;
use crate::grade::grade;
use crate::model::form::{Form, Reply};
use crate::model::frozen::Frozen;
use crate::model::grade::Grade;
use crate::model::page::{Block, Note, Prompt};
use crate::model::question::Response;
use crate::model::span::Span;
use crate::report::feedback;
use crate::terminal::Asked;
use crate::terminal::turn_clock::TurnClock;

/// How a session ended.
#[derive(Clone, Debug, PartialEq)]
pub enum Ended {
    /// The attempt is over.
    Closed {
        /// What it came to.
        grade: Box<Grade>,
        /// The digest of its `Closed` event.
        digest: Digest,
    },
    /// The person went away; the attempt is kept.
    Left(Leaving),
}

/// Begins an attempt: plan and content are durable when this returns.
///
/// # Errors
/// `Failure` of the store.
pub fn begin(room: &mut Room<'_>, plan: Plan, contents: &[Frozen]) -> Result<AttemptId, Failure> {
    begin_with(room, plan, contents, None)
}

/// The same with words beside that the plan seals: an exam's, the name and number it is sat under.
///
/// # Errors
/// `Failure` of the store.
pub fn begin_with(room: &mut Room<'_>, plan: Plan, contents: &[Frozen], beside: Option<Beside>) -> Result<AttemptId, Failure> {
    // Every attempt begins here, and none without what its learner is allowed.
    let own = allowance(room.store.as_ref(), &plan.learner)?;
    let plan = Plan { allowance: plan.allowance.or(own), ..plan };
    let attempt = plan.attempt.clone();
    let by = plan.actor();
    let body = Body::Started { plan: Box::new(plan) };
    let event = Event { attempt: attempt.clone(), seq: 0, at: room.ports.now(), by, body, previous: None };
    let mut sealed: Vec<_> = contents.iter().map(Frozen::sealed).collect();
    sealed.sort();
    sealed.dedup();
    room.store.begin(&Recorded { event, beside }, &sealed)?;
    Ok(attempt)
}

/// An attempt that is being stepped.
struct Sitting {
    activity: Activity,
    state: State,
    /// In an exam: the clocks at the newest event of this run.
    timing: Option<Timing>,
    /// Since when the turn is asked whose clock runs.
    since: Option<Since>,
    /// What was being written when the person left; nothing as soon as anything is answered.
    unsent: Option<String>,
    /// The talk whose card was read in this run, before its clock.
    card: Option<At>,
}

/// Steps an attempt until it is over or the person leaves.
///
/// # Errors
/// `Failure` of store, screen or script, or of a clock that was set back in an exam; what was answered until then is kept.
pub fn run(room: &mut Room<'_>, attempt: &AttemptId) -> Result<Ended, Failure> {
    stepped(room, attempt).map_err(Failure::to_be_resumed)
}

fn stepped(room: &mut Room<'_>, attempt: &AttemptId) -> Result<Ended, Failure> {
    let _hold = room.store.hold(attempt)?;
    let Kept { activity, events, state, .. } = recall(room.store.as_ref(), attempt)?;
    let timing = activity.scheme().filter(|_| state.closed.is_none()).map(|_| Timing::new(room.ports));
    let mut sitting = Sitting { activity, state, timing, since: None, unsent: None, card: None };
    room.asker.set_head(&room.learner.name, sitting.activity.frame.title.get(&sitting.activity.plan.language));
    let ended = sitting.run(room, &events);
    room.asker.set_clock(None);
    room.asker.set_turn_clock(None);
    ended
}

impl Sitting {
    fn run(&mut self, room: &mut Room<'_>, events: &[Recorded]) -> Result<Ended, Failure> {
        self.must_not_be_set_back(room, events)?;
        if events.len() > 1 && self.state.closed.is_none() {
            self.go_on(room, events)?;
        }
        loop {
            if self.end_what_is_overdue(room)? {
                continue;
            }
            let mut prompt = match next(&self.activity, &self.state) {
                Next::Over => {
                    let grade = Box::new(self.state.closed.clone().expect("over means closed"));
                    let digest = self.state.last.expect("what is closed has events");
                    return Ok(Ended::Closed { grade, digest });
                }
                Next::Close => {
                    let grade = grade(&self.activity, &self.state);
                    self.record(room, (Body::Closed { grade }, None))?;
                    continue;
                }
                Next::Ask(prompt) => prompt,
            };
            self.take_up(&mut prompt);
            let first = self.read_first(room, &mut prompt);
            let clock = if first.is_some() { None } else { self.begin_turn(room)? };
            if first.is_none() && self.end_silent_turn(room)? {
                continue;
            }
            let now = self.timing.map_or_else(|| Rc::clone(&room.ports.clock), |timing| timing.clock(room.ports));
            room.asker.set_clock(timing::clock(&self.activity, &self.state, &now));
            room.asker.set_turn_clock(clock);
            match room.asker.ask(first.as_ref().unwrap_or(&prompt)) {
                Ok(Asked::Reply(_)) if first.is_some() => self.card = self.state.play().map(|play| play.at),
                Ok(Asked::Reply(reply)) => self.take(room, &reply)?,
                Ok(Asked::TimeUp) => {}
                Ok(Asked::Left(how)) => {
                    let left = self.left(room, how);
                    self.record(room, left)?;
                    return Ok(Ended::Left(how));
                }
                Err(error) => return Err(self.lost(room, &error)),
            }
        }
    }

    /// The card of a timed talk that begins, off its prompt: asked by itself before the clock runs, once. Where the clock runs already,
    /// since a run before this one, all is shown together.
    fn read_first(&self, room: &Room<'_>, prompt: &mut Prompt) -> Option<Prompt> {
        let play = self.state.play().filter(|_| room.asker.reads())?;
        let known = self.card == Some(play.at);
        (known || play.asked.is_none()).then_some(())?;
        read_first(&self.activity, play, prompt).filter(|_| !known)
    }

    /// A part or the whole exam is over by the clock: recorded as such. Whether it was.
    fn end_what_is_overdue(&mut self, room: &mut Room<'_>) -> Result<bool, Failure> {
        if self.state.deadline(&self.activity).is_none() {
            return Ok(false);
        }
        let now = self.look(room);
        let body = overdue(&self.activity, &self.state, now.at);
        body.map_or(Ok(false), |body| self.record_at(room, now, (body, None)).map(|()| true))
    }

    /// The clock of the turn that is asked now: begun on record before anything of it is shown, or taken up where it was left.
    fn begin_turn(&mut self, room: &mut Room<'_>) -> Result<Option<TurnClock>, Failure> {
        if let Some(body) = clock::begins(&self.activity, &self.state) {
            self.record(room, (body, None))?;
        }
        let Some((play, time)) = clock::now(&self.activity, &self.state) else {
            self.since = None;
            return Ok(None);
        };
        let asked = play.asked.expect("`begins` has it recorded");
        if self.since.is_none_or(|since| since.event != asked.0) {
            self.since = Some(Since::taken_up(asked, self.state.at, time.limit(), room.ports));
        }
        Ok(self.since.map(|since| timing::turn_clock(since, &time, room.ports)))
    }

    /// How long the turn has been asked whose clock runs; nothing where none does, nor for a script: it never waits, and what it says
    /// counts.
    fn used(&self, room: &Room<'_>, now: Now) -> Span {
        let simulated = room.scripted && self.activity.plan.conduct == Conduct::Script;
        let since = self.since.filter(|_| !simulated);
        since.map_or(Span::ZERO, |since| since.used_at(self.happens(now), now))
    }

    /// The same for an answer that was just given: who never waits may say how long it counts as.
    fn used_with(&self, room: &mut Room<'_>, now: Now) -> Span {
        let time = clock::now(&self.activity, &self.state).map(|(_, time)| time);
        let simulated = room.asker.counts_as().zip(time).map(|(pace, time)| timing::simulated(&time, pace));
        self.used(room, now).max(simulated.unwrap_or_default())
    }

    /// Nothing was said until the clock of the turn ran out: recorded as such. Whether it was.
    fn end_silent_turn(&mut self, room: &mut Room<'_>) -> Result<bool, Failure> {
        if self.since.is_none() {
            return Ok(false);
        }
        // One look: what is recorded happens at the moment that the time used is counted to, not at a later one.
        let now = self.look(room);
        let silence = clock::silence(&self.activity, &self.state, self.used(room, now));
        silence.map_or(Ok(false), |body| self.record_at(room, now, (body, None)).map(|()| true))
    }

    /// What came after the deadline is not taken: what is overdue ends next.
    fn take(&mut self, room: &mut Room<'_>, reply: &Reply) -> Result<(), Failure> {
        // Practice that was opened before an exam answers nothing during it.
        let plan = &self.activity.plan;
        if plan.exam.is_none() && plan.observes.is_none() {
            room.must_be_free()?;
        }
        let now = self.look(room);
        if overdue(&self.activity, &self.state, now.at).is_some() {
            return Ok(());
        }
        let used = self.used_with(room, now);
        match decide(&self.activity, &self.state, (reply, used), &mut || room.ports.salt()) {
            Ok(decided) => self.record_at(room, now, decided),
            Err(Refusal::Misfit(why)) => room.asker.refuse(&why).map_err(|e| self.lost(room, &e)),
            Err(Refusal::Closed) => Err(Failure::new(Exit::Bug, "fail-bug", [])),
        }
    }

    /// The screen or script failed: the person is gone, as far as we can tell. What was answered is kept already.
    fn lost(&mut self, room: &mut Room<'_>, error: &std::io::Error) -> Failure {
        match self.record(room, (Body::Left { how: Leaving::EndOfInput, unsent: None }, None)) {
            Ok(()) => super::failure::asker_failure(error, &room.words),
            Err(failure) => failure,
        }
    }

    /// The person is gone: what was being written is kept beside it.
    fn left(&self, room: &mut Room<'_>, how: Leaving) -> (Body, Option<Beside>) {
        // What was taken up and not shown again is still unsent.
        let unsent = room.asker.unsent().or_else(|| self.unsent.clone()).filter(|text| !text.trim().is_empty());
        let kept = unsent.map(|text| Given::of(Response::Words(Some(text)), || room.ports.salt()));
        let (unsent, beside) = kept.unzip();
        (Body::Left { how, unsent }, beside.flatten())
    }

    /// Puts what was written and not sent back where it was being written.
    fn take_up(&mut self, prompt: &mut Prompt) {
        if let (Form::Text { .. }, Some(text)) = (&prompt.form, &self.unsent) {
            prompt.given = Some(Reply::Typed(text.clone()));
        }
    }

    /// Says where the attempt was left: what was said to the newest reply, which may never have been seen.
    fn go_on(&mut self, room: &mut Room<'_>, events: &[Recorded]) -> Result<(), Failure> {
        let said = events.iter().rev().find(|e| !e.event.body.is_aside());
        self.unsent = unsent(events);
        let mut blocks = vec![Block::Note(Note::GoesOn)];
        blocks.extend(said.map(|e| feedback::after(&self.activity, &self.state, &e.event)).into_iter().flatten());
        self.record(room, (Body::Resumed { conduct: room.conduct() }, None))?;
        show(room, &blocks)?;
        // Nobody is kept waiting while the clock of a turn runs.
        match said {
            Some(said) if clock::now(&self.activity, &self.state).is_none() => self.let_read(room, &said.event.body),
            _ => Ok(()),
        }
    }

    /// An exam does not go on where the wall clock stands before what it has recorded. That it was set back is recorded once.
    fn must_not_be_set_back(&mut self, room: &mut Room<'_>, events: &[Recorded]) -> Result<(), Failure> {
        let behind = self.timing.and_then(|timing| Some((timing.behind(self.state.at)?, Now::look(room.ports, None))));
        let Some((by, now)) = behind else { return Ok(()) };
        let last = self.state.at;
        let known = |recorded: &Recorded| matches!(recorded.event.body, Body::ClockMoved { by } if by < 0);
        let mut since = events.iter().rev().take_while(|it| known(it) || matches!(it.event.body, Body::Left { .. }));
        if !since.any(known) {
            self.append(room, now, (Body::ClockMoved { by }, None))?;
        }
        Err(timing::set_back(room, last, now.wall))
    }

    /// What the clocks show now that this attempt goes by.
    fn look(&self, room: &Room<'_>) -> Now {
        Now::look(room.ports, self.timing.as_ref())
    }

    /// When that happens which is recorded at this look: a clock set back must not make time run backwards within an attempt.
    fn happens(&self, now: Now) -> Moment {
        now.at.max(self.state.at)
    }

    fn record(&mut self, room: &mut Room<'_>, decided: (Body, Option<Beside>)) -> Result<(), Failure> {
        let now = self.look(room);
        self.record_at(room, now, decided)
    }

    /// In an exam a clock that jumped is recorded first. Where it was set back nothing more is taken; who leaves may leave whatever the
    /// clock says.
    fn record_at(&mut self, room: &mut Room<'_>, now: Now, decided: (Body, Option<Beside>)) -> Result<(), Failure> {
        if let Some(by) = self.timing.as_mut().and_then(|timing| timing.moved(now)) {
            self.append(room, now, (Body::ClockMoved { by }, None))?;
            if by < 0 && !matches!(decided.0, Body::Left { .. }) {
                return Err(timing::set_back(room, self.state.at, now.wall));
            }
        }
        self.append(room, now, decided)
    }

    /// Judged first: nothing is written that does not follow. Then durable; then, and only then, what follows from it is shown.
    fn append(&mut self, room: &mut Room<'_>, now: Now, (body, beside): (Body, Option<Beside>)) -> Result<(), Failure> {
        let (plan, state) = (&self.activity.plan, &self.state);
        let (attempt, by, at) = (plan.attempt.clone(), plan.actor(), self.happens(now));
        let event = Event { attempt, seq: state.next_seq, at, by, body, previous: state.last };
        let recorded = Recorded { event, beside };
        let mut follows = state.clone();
        let bug = |seq: u32| Failure::new(Exit::Bug, "fail-bug", []).because(format!("#{seq}"));
        follows.apply(&self.activity, &recorded).map_err(|e| bug(e.seq))?;
        room.store.append(&recorded)?;
        self.state = follows;
        if !recorded.event.body.is_aside() {
            self.unsent = None;
        }
        show(room, &feedback::after(&self.activity, &self.state, &recorded.event))?;
        self.let_read(room, &recorded.event.body)
    }

    /// What is said to a reply that was written is long: where the talk goes on, it is read before the next turn, and before its clock.
    fn let_read(&self, room: &mut Room<'_>, body: &Body) -> Result<(), Failure> {
        let goes_on = self.state.play().is_some_and(|play| !play.path.is_empty());
        if !matches!(body, Body::Wrote { .. }) || !goes_on || self.activity.scheme().is_some() {
            return Ok(());
        }
        room.asker.let_go_on().map_err(|e| super::failure::asker_failure(&e, &room.words))
    }
}

/// What was being written when the person left last, where nothing was answered since.
fn unsent(events: &[Recorded]) -> Option<String> {
    let since = events.iter().rev().take_while(|recorded| recorded.event.body.is_aside());
    let mut kept = since.filter_map(|recorded| match &recorded.event.body {
        Body::Left { unsent, .. } => Some(unsent.as_ref().map(|text| text.with(recorded.beside.as_ref()))),
        _ => None,
    });
    match kept.next()?? {
        Response::Words(words) => words,
        _ => None,
    }
}

fn show(room: &mut Room<'_>, blocks: &[Block]) -> Result<(), Failure> {
    if blocks.is_empty() {
        return Ok(());
    }
    room.asker.show(blocks).map_err(|e| super::failure::asker_failure(&e, &room.words))
}
