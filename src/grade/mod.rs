//! From events to a grade: exact, and the same years later. `model::grade` says what a grade holds.

pub mod course;
pub mod roleplay;
pub mod theory;

use crate::attempt::plan::{Activity, Subject};
use crate::attempt::state::State;
use crate::model::grade::Grade;

/// The grade of an attempt that has come to its end. Before the end: of what was done so far.
pub fn grade(activity: &Activity, state: &State) -> Grade {
    match &activity.plan.subject {
        Subject::Course(_) => Grade::Course(course::grade(activity, state)),
        Subject::Bank(_) => Grade::Quiz(theory::grade(activity, state)),
        Subject::Scenario(_) => match state.plays.first() {
            Some(play) => Grade::Play(roleplay::grade(activity, play)),
            None => Grade::Quiz(theory::grade(activity, state)), // a plan without its play: nothing was done
        },
    }
}
