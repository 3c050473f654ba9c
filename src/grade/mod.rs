//! From events to a grade: exact, and the same years later. `model::grade` says what a grade holds.

pub mod course;
pub mod drill;
pub mod eligible;
pub mod exam;
pub mod memory;
pub mod outcome;
pub mod register;
pub mod regrade;
pub mod roleplay;
pub mod station;
pub mod theory;
pub mod written;

use crate::attempt::plan::{Activity, Subject};
use crate::attempt::state::State;
use crate::model::grade::Grade;

/// The grade of an attempt that has come to its end. Before the end: of what was done so far.
pub fn grade(activity: &Activity, state: &State) -> Grade {
    match &activity.plan.subject {
        Subject::Course(_) => Grade::Course(course::grade(activity, state)),
        Subject::Bank(_) | Subject::Review => Grade::Quiz(theory::grade(activity, state)),
        Subject::Scenario(_) => match state.plays.first() {
            Some(play) => Grade::Play(roleplay::grade(activity, play)),
            None => Grade::Quiz(theory::grade(activity, state)), // a plan without its play: nothing was done
        },
        // A plan that is not what its subject says has nothing in it that counts: what it asked is graded as a quiz.
        Subject::Licence(_) => match exam::grade(activity, state) {
            Some(grade) => Grade::Exam(Box::new(grade)),
            None => Grade::Quiz(theory::grade(activity, state)),
        },
        Subject::Station(_) => match station::grade(activity, state) {
            Some(grade) => Grade::Station(grade),
            None => Grade::Quiz(theory::grade(activity, state)),
        },
        Subject::Agreement(_) => Grade::Agreement,
        Subject::Appeal(_) => Grade::Appeal,
    }
}
