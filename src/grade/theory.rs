//! Questions: the first try of each, points times the exact share. What was not answered earns nothing.

use crate::attempt::plan::{Activity, Step};
use crate::attempt::state::{At, State};
use crate::base::points::Exact;
use crate::model::grade::{Mark, QuizGrade};

/// The grade over all questions of an attempt.
pub fn grade(activity: &Activity, state: &State) -> QuizGrade {
    let mut marks = Vec::new();
    for (part, steps) in activity.plan.parts.iter().enumerate() {
        for (step, what) in steps.steps.iter().enumerate() {
            if let Step::Ask { question, content, .. } = what {
                let total = activity.question(content).points;
                let first = state.answers.iter().find(|a| a.at == At { part, step });
                let earned = first.map_or(Exact::ZERO, |a| a.share * total.exact());
                marks.push(Mark { question: question.clone(), earned, total });
            }
        }
    }
    let earned = marks.iter().map(|m| m.earned).sum();
    QuizGrade { earned, total: marks.iter().map(|m| m.total).sum(), marks }
}
