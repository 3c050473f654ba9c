//! Questions, and decisions asked like them: points times the exact share of the try that counts. What was not answered earns nothing.
//!
//! Where one learns, the first try of each counts; in an exam, with its answer sheet, the last (`exam`).

use super::drill::judged;
use crate::attempt::plan::{Activity, Step};
use crate::attempt::state::{Answer, At, State};
use crate::base::points::{Exact, Points};
use crate::model::grade::{Mark, QuizGrade};

/// The grade over all questions of an attempt, by first tries.
pub fn grade(activity: &Activity, state: &State) -> QuizGrade {
    grade_by(activity, state, |at| state.answers.iter().find(|a| a.at == at))
}

/// The grade over all questions of an attempt, by the answer that counts at each place.
pub fn grade_by<'s>(activity: &Activity, state: &State, counts: impl Fn(At) -> Option<&'s Answer>) -> QuizGrade {
    let mut marks = Vec::new();
    for (part, steps) in activity.plan.parts.iter().enumerate() {
        for (step, what) in steps.steps.iter().enumerate() {
            let at = At { part, step };
            match what {
                Step::Ask { question, content, .. } => {
                    let total = activity.question(content).points;
                    let earned = counts(at).map_or(Exact::ZERO, |a| a.share * total.exact());
                    marks.push(Mark { question: question.clone(), earned, total });
                }
                Step::Drill { scenario, turn, content, .. } => {
                    let talk = state.plays.iter().find(|play| play.at == at);
                    let judged = talk.filter(|it| !activity.made(it).is_empty()).map(|it| {
                        // The first move after the way is the one that was asked for.
                        judged(activity, activity.stage(content), it, activity.way(at).len())
                    });
                    let (earned, total) = judged.map_or((Exact::ZERO, Points::ZERO), |it| (it.share * it.best.exact(), it.best));
                    marks.push(Mark { question: format!("{scenario}/{turn}").into(), earned, total });
                }
                _ => {}
            }
        }
    }
    let earned = marks.iter().map(|m| m.earned).sum();
    QuizGrade { earned, total: marks.iter().map(|m| m.total).sum(), marks }
}
