//! A course: done when everything in it was done; its checkpoints count by their first tries.

use super::{roleplay, theory};
use crate::attempt::plan::{Activity, Step};
use crate::attempt::state::State;
use crate::model::grade::CourseGrade;

/// The grade of a course.
pub fn grade(activity: &Activity, state: &State) -> CourseGrade {
    let done = activity.plan.parts.iter().flat_map(|p| &p.steps).take(state.done(activity));
    CourseGrade {
        lessons: done.filter(|s| matches!(s, Step::Read { .. })).count(),
        checkpoints: theory::grade(activity, state),
        plays: state.plays.iter().map(|play| roleplay::grade(activity, play)).collect(),
    }
}
