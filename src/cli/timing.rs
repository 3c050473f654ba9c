//! Time in an attempt: the clock that a screen shows beside what is asked, and what is done about a wall clock that was moved.
//!
//! On the candidate's own machine nobody can keep a clock from being set. An exam goes by the later of the wall clock and what the steady
//! clock makes of the start of its run, so that a clock set back wins nothing; it records every jump, forward and back, however it is
//! left, and does not go on where the clock stands before what it has recorded already. Nothing else minds.

use std::rc::Rc;
use std::time::Duration;

use super::failure::{Exit, Failure};
use super::ports::Ports;
use super::room::Room;
use crate::attempt::clock::TurnTime;
use crate::attempt::decide::overdue;
use crate::attempt::event::Body;
use crate::attempt::plan::{Activity, Step};
use crate::attempt::state::State;
use crate::base::moment::Moment;
use crate::model::form::CountsAs;
use crate::model::span::Span;
use crate::terminal::clock::{Clock, Runs};
use crate::terminal::turn_clock::TurnClock;

/// How far, in milliseconds, the wall clock may stand before the newest event of an exam: clocks are put right by a little.
pub const BEHIND: i64 = 2000;
/// How far, in milliseconds, the wall clock may move ahead of the steady one between two events of an exam before it is recorded.
const JUMP: i64 = 5000;

/// Both clocks at the start of this run, and how far apart they were found to have moved since. Counted from the start, so that many
/// small steps are as much as a large one.
#[derive(Clone, Copy, Debug)]
pub struct Timing {
    wall: Moment,
    steady: Duration,
    known: i64,
}

/// What both clocks show at one moment.
#[derive(Clone, Copy, Debug)]
pub struct Now {
    /// The moment that things happen at: in an exam no earlier than the steady clock has it.
    pub at: Moment,
    /// By the wall clock.
    pub wall: Moment,
    steady: Duration,
}

impl Now {
    /// Both clocks are looked at, once.
    pub fn look(ports: &Ports, timing: Option<&Timing>) -> Self {
        let (wall, steady) = (ports.now(), (ports.mono)());
        Self { at: timing.map_or(wall, |timing| timing.at(wall, steady)), wall, steady }
    }
}

impl Timing {
    /// Now.
    pub fn new(ports: &Ports) -> Self {
        Self { wall: ports.now(), steady: (ports.mono)(), known: 0 }
    }

    /// The later of the wall clock and what the steady clock makes of the start of this run.
    fn at(&self, wall: Moment, steady: Duration) -> Moment {
        let went = i64::try_from(steady.saturating_sub(self.steady).as_millis()).unwrap_or(i64::MAX);
        wall.max(Moment(self.wall.0.saturating_add(went)))
    }

    /// The clock that an exam goes by.
    pub fn clock(self, ports: &Ports) -> Rc<dyn Fn() -> Moment> {
        let (wall, steady) = (Rc::clone(&ports.clock), Rc::clone(&ports.mono));
        Rc::new(move || self.at(wall(), steady()))
    }

    /// By how much, in milliseconds, the wall clock stood before the newest event when this run began: below zero; `None` where it did
    /// not, or by no more than clocks are put right by.
    pub fn behind(&self, newest: Moment) -> Option<i64> {
        Some(self.wall.0.saturating_sub(newest.0)).filter(|by| *by < -BEHIND)
    }

    /// By how much more the wall clock moved since this was last found than time went by, in milliseconds, where that is no mere drift.
    pub fn moved(&mut self, Now { wall, steady, .. }: Now) -> Option<i64> {
        let went = i64::try_from(steady.saturating_sub(self.steady).as_millis()).unwrap_or(i64::MAX);
        let apart = wall.0.saturating_sub(self.wall.0).saturating_sub(went);
        let by = apart.saturating_sub(self.known);
        if (-BEHIND..=JUMP).contains(&by) {
            return None;
        }
        self.known = apart;
        Some(by)
    }
}

/// The time since a turn was asked, as far as anybody can know it: what passed by the wall clock or by the steady one, whichever is more.
/// Killing the program, closing the lid or setting the clock back makes none of both less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Since {
    /// The number of the event that says it was asked.
    pub event: u32,
    asked: Moment,
    /// What had passed when this run took it up.
    before: Span,
    steady: Duration,
}

impl Since {
    /// Takes up the clock of a turn that was asked then; `newest` is the time of the newest event. Where the wall clock stands before
    /// that, nobody knows what passed, and all that the turn has counts as gone.
    pub fn taken_up((event, asked): (u32, Moment), newest: Moment, limit: Span, ports: &Ports) -> Self {
        let now = ports.now();
        let known = Span(now.max(newest).0.saturating_sub(asked.0).max(0));
        let set_back = asked != newest && now.0 < newest.0.saturating_sub(BEHIND);
        let before = if set_back { known.max(limit) } else { known };
        Self { event, asked, before, steady: (ports.mono)() }
    }

    /// How long it has been at a look at the clocks, for what happens `at` then: never less than lies between the two on record.
    pub fn used_at(&self, at: Moment, now: Now) -> Span {
        self.used(at.max(now.wall), now.steady)
    }

    /// How long it has been.
    pub fn used(&self, wall: Moment, steady: Duration) -> Span {
        let steady = i64::try_from(steady.saturating_sub(self.steady).as_millis()).unwrap_or(i64::MAX);
        Span(self.before.0.saturating_add(steady).max(wall.0.saturating_sub(self.asked.0)))
    }
}

/// The clock of a turn, as a screen shows it.
pub fn turn_clock(since: Since, time: &TurnTime, ports: &Ports) -> TurnClock {
    let (wall, steady) = (Rc::clone(&ports.clock), Rc::clone(&ports.mono));
    TurnClock { used: Rc::new(move || since.used(wall(), steady())), limits: time.limits.clone(), ends: time.ends }
}

/// The time that an answer counts as which nobody waited for.
pub fn simulated(time: &TurnTime, pace: CountsAs) -> Span {
    match pace {
        CountsAs::Used(used) => used,
        CountsAs::Band(n) => match n.checked_sub(1).and_then(|n| time.limits.get(n)) {
            // At its last limit a turn that ends by itself is over.
            Some(limit) if time.ends && *limit == time.limit() => Span(limit.0 - 1),
            Some(limit) => *limit,
            None => Span(time.limit().0 + 1000),
        },
        CountsAs::Silence => time.limit(),
    }
}

/// The clock of what is asked now: what is left, or for an examiner how long the station has been going on.
pub fn clock(activity: &Activity, state: &State, now: &Rc<dyn Fn() -> Moment>) -> Option<Clock> {
    let runs = match state.deadline(activity) {
        Some(until) => Runs::Down { until, whole: overdue(activity, state, until) == Some(Body::Expired) },
        None => Runs::Up { since: *state.began.get(&state.part()?)?, of: station_time(activity)? },
    };
    Some(Clock { now: Rc::clone(now), runs })
}

/// What a candidate has at the station that is being observed, if anything is said of it; `None` where nobody is timed.
fn station_time(activity: &Activity) -> Option<Option<Span>> {
    activity.plan.observes.as_ref().filter(|observes| !observes.paper)?;
    let minutes = activity.plan.parts.iter().flat_map(|part| &part.steps).find_map(|step| match step {
        Step::Rate { content, .. } => activity.station(content).minutes,
        _ => None,
    });
    Some(minutes.map(|minutes| activity.plan.stretched(Span::minutes(minutes.into()))))
}

/// Refuses to begin an exam where the wall clock stands before anything recorded of this learner: what was met and how long one has
/// waited go by it.
///
/// # Errors
/// `Failure`: not allowed, or of the store.
pub fn must_begin_later(room: &Room<'_>) -> Result<(), Failure> {
    let now = room.ports.now();
    let newest = room.store.attempts(Some(&room.learner.id))?.into_iter().map(|row| row.last).max();
    match newest.filter(|last| now.0 < last.0.saturating_sub(BEHIND)) {
        Some(last) => Err(set_back(room, last, now)),
        None => Ok(()),
    }
}

/// The wall clock was set back.
pub fn set_back(room: &Room<'_>, last: Moment, now: Moment) -> Failure {
    let (now, last) = (now.local(&room.library.time_zone), last.local(&room.library.time_zone));
    Failure::new(Exit::Refused, "fail-clock-back", [("now", &now), ("last", &last)]).hint("hint-clock-back", [])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Whatever the clocks do, and however late one is looked at after the other: no time used is less than what lies between
        /// asking and answering on record, or the answer would not follow.
        #[test]
        fn no_time_used_is_less_than_what_is_on_record(
            exam in any::<bool>(),
            (ahead, late, set) in (0_i64..3000, 0_i64..50, -5000_i64..5000),
            (before, after, moved) in (0_u64..100, 0_u64..9000, -5000_i64..5000),
        ) {
            let began = Timing { wall: Moment(1_000_000), steady: Duration::ZERO, known: 0 };
            let at = |wall: i64, steady: u64| {
                let (wall, steady) = (Moment(1_000_000 + wall), Duration::from_millis(steady));
                Now { at: if exam { began.at(wall, steady) } else { wall }, wall, steady }
            };
            // The newest event may be ahead of the clock; the turn is asked, and taken up a little later.
            let asked = at(set, before).at.max(Moment(1_000_000 + ahead));
            let taken_up = Duration::from_millis(before + late.unsigned_abs());
            let known = Span((1_000_000 + set + late).max(asked.0) - asked.0);
            let since = Since { event: 1, asked, before: known, steady: taken_up };
            let now = at(set + late + moved, before + late.unsigned_abs() + after);
            let happens = now.at.max(asked);
            prop_assert!(since.used_at(happens, now).0 >= happens.0 - asked.0);
        }
    }

    #[test]
    fn a_jump_is_told_from_drift_in_both_directions() {
        let mut timing = Timing { wall: Moment(1_000_000), steady: Duration::from_secs(7), known: 0 };
        let mut after = |wall: i64, steady: u64| {
            let (wall, steady) = (Moment(1_000_000 + wall * 1000), Duration::from_secs(7 + steady));
            timing.moved(Now { at: wall, wall, steady })
        };
        assert_eq!(after(60, 60), None, "a minute is a minute");
        assert_eq!(after(125, 120), None, "clocks drift");
        assert_eq!(after(191, 180), Some(11_000), "counted from the start");
        assert_eq!(after(251, 240), None, "known by now");
        assert_eq!(after(3900, 240), Some(3_649_000), "the machine slept");
        assert_eq!(after(3800, 300), Some(-160_000), "set back");
        assert_eq!(
            (after(3859, 360), after(3918, 420), after(3977, 480)),
            (None, None, Some(-3000)),
            "a second a minute is seen"
        );
    }
}
