//! One attempt as statistics see it: what each question gave, what was chosen, how long it took, which way each talk went. Nobody's name.
//!
//! Of a quiz or course the first try at a question counts, of an exam the last answer, as in their grades.

use std::collections::{BTreeMap, BTreeSet};

use super::{Column, Table};
use crate::attempt::event::{Body, Recorded};
use crate::attempt::plan::{Activity, Step, Subject};
use crate::attempt::state::{At, State};
use crate::base::id::{ItemId, QuestionRef};
use crate::base::points::Exact;
use crate::model::grade::{Grade, QuizGrade};
use crate::model::question::{Question, Response};

/// The finest parts of a point that marks are counted in; no courseware asks for finer ones.
const FINEST: i128 = 1_000_000_000;

/// What one question gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The question.
    pub question: QuestionRef,
    /// The points it gave.
    pub earned: Exact,
    /// The points there were.
    pub max: Exact,
    /// The options taken, where it has options.
    pub chosen: BTreeSet<ItemId>,
    /// From the event before each answer to the answer: reading, thinking and every pause, in milliseconds. `None`: not answered.
    pub millis: Option<i64>,
}

/// What an attempt gave on its questions, each question once.
pub fn answered(activity: &Activity, state: &State, events: &[Recorded]) -> Vec<Answered> {
    let Some(marks) = state.closed.as_ref().and_then(marks) else { return Vec::new() };
    let exam = matches!(activity.plan.subject, Subject::Licence(_));
    let times = times(events);
    let mut seen = BTreeSet::new();
    let mut out = Vec::new();
    for ((at, question), mark) in asked(activity).zip(&marks.marks) {
        if *question != mark.question || !seen.insert(question) {
            continue;
        }
        let answer = if exam { state.last_answer(at) } else { state.answers.iter().find(|a| a.at == at) };
        out.push(Answered {
            question: question.clone(),
            earned: mark.earned,
            max: mark.total.exact(),
            chosen: answer.map(|a| chosen(&a.response)).unwrap_or_default(),
            millis: times.get(question).copied(),
        });
    }
    out
}

/// The questions of an attempt as they were asked then.
pub fn questions(activity: &Activity) -> impl Iterator<Item = &Question> {
    activity.plan.parts.iter().flat_map(|p| &p.steps).filter_map(|step| match step {
        Step::Ask { content, .. } => Some(activity.question(content)),
        _ => None,
    })
}

/// The marks on questions within a grade.
pub const fn marks(grade: &Grade) -> Option<&QuizGrade> {
    match grade {
        Grade::Quiz(quiz) => Some(quiz),
        Grade::Course(course) => Some(&course.checkpoints),
        Grade::Exam(exam) => exam.theory.as_ref(),
        Grade::Play(_) | Grade::Station(_) | Grade::Agreement | Grade::Appeal => None,
    }
}

/// What a whole attempt is worth, for taking a person's best one.
pub fn worth(grade: &Grade) -> Exact {
    match grade {
        Grade::Play(play) => play.share,
        Grade::Station(station) => station.share(),
        Grade::Exam(exam) if exam.verdict.total.is_some() => exam.verdict.total.unwrap_or(Exact::ZERO),
        other => marks(other).map_or(Exact::ZERO, QuizGrade::share),
    }
}

fn asked(activity: &Activity) -> impl Iterator<Item = (At, &QuestionRef)> {
    activity.plan.parts.iter().enumerate().flat_map(|(part, steps)| {
        steps.steps.iter().enumerate().filter_map(move |(step, what)| match what {
            Step::Ask { question, .. } => Some((At { part, step }, question)),
            _ => None,
        })
    })
}

fn chosen(response: &Response) -> BTreeSet<ItemId> {
    match response {
        Response::Option(id) => BTreeSet::from([id.clone()]),
        Response::Options(ids) => ids.clone(),
        _ => BTreeSet::new(),
    }
}

fn times(events: &[Recorded]) -> BTreeMap<&QuestionRef, i64> {
    let mut out: BTreeMap<&QuestionRef, i64> = BTreeMap::new();
    for two in events.windows(2) {
        if let Body::Answered { question, .. } = &two[1].event.body {
            // A clock that was set back took no time away.
            *out.entry(question).or_default() += (two[1].event.at.0 - two[0].event.at.0).max(0);
        }
    }
    out
}

/// A row of marks: item, points earned, points there were.
pub type Row = Vec<(String, Exact, Exact)>;

/// Attempts as a table, its items in this order. Where an item's most changed from one edition to the next, the last one's stands and
/// marks keep their share of it.
pub fn table(order: &[String], rows: &[Row]) -> Table {
    let mut most: BTreeMap<&str, Exact> = BTreeMap::new();
    for (item, _, max) in rows.iter().flatten() {
        most.insert(item, *max);
    }
    let scaled = |item: &str, earned: Exact, max: Exact| {
        let now = most.get(item).copied().unwrap_or(max);
        if now == max { earned } else { earned.of(max) * now }
    };
    let all = rows.iter().flatten().flat_map(|(item, earned, max)| [scaled(item, *earned, *max), *max]).map(|e| e.parts().1);
    let unit = all.fold(1, |unit: i128, den| if unit > FINEST { unit } else { num_integer::lcm(unit, den) }).min(FINEST);
    let parts = |points: Exact| {
        let (num, den) = points.parts();
        i64::try_from(num * unit / den).unwrap_or(i64::MAX)
    };
    let column = |item: &String| {
        let (mut marks, mut met) = (Vec::new(), Vec::new());
        for (row, cells) in rows.iter().enumerate() {
            if let Some((_, earned, max)) = cells.iter().find(|(name, ..)| name == item) {
                marks.push(parts(scaled(item, *earned, *max)));
                met.push(row);
            }
        }
        let max = parts(most.get(item.as_str()).copied().unwrap_or(Exact::ZERO));
        Column { item: item.clone(), max, rows: (met.len() < rows.len()).then_some(met), marks }
    };
    let met = |item: &&String| most.contains_key(item.as_str());
    Table {
        unit: i64::try_from(unit).unwrap_or(1),
        attempts: rows.len(),
        columns: order.iter().filter(met).map(column).collect(),
    }
}
