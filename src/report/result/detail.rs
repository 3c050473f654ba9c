//! An exam item by item, for schemes whose `feedback` is `full`: each question with answer, key and why, each role-play told back, each
//! station step by step.

use serde::Serialize;

use super::missed::{counting, earned};
use super::read::Read;
use super::{ResultCase, Share};
use crate::attempt::plan::Step;
use crate::base::id::{QuestionRef, StationId};
use crate::base::points::{Exact, Points};
use crate::grade::outcome::AtStation;
use crate::model::grade::ExamGrade;
use crate::model::page::{Breach, Debrief, Decision, Explained, Took, Verdict, Written};
use crate::model::question::Response;
use crate::report::debrief::debrief;

/// Item by item.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Detail {
    /// The questions, in the order asked.
    pub questions: Vec<Asked>,
    /// The role-plays begun, in the order played.
    pub talks: Vec<Talk>,
    /// The stations, in order.
    pub stations: Vec<Watched>,
}

/// A question told back.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Asked {
    /// Which.
    pub question: QuestionRef,
    /// What it stands under: heading and text.
    pub material: Option<(String, String)>,
    /// What was asked.
    pub ask: String,
    /// How the answer was judged; the same follows from the points.
    #[serde(skip)]
    pub verdict: Verdict,
    /// Points earned.
    pub earned: Exact,
    /// Points there were.
    pub of: Exact,
    /// The same, for drawing.
    #[serde(skip)]
    pub points: Points,
    /// Item by item.
    pub explained: Vec<Explained>,
    /// What became of it, where it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub written: Option<Box<Written>>,
    /// Why the right answer is right.
    pub why: String,
}

/// A role-play told back.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Talk {
    /// Its title.
    pub title: String,
    /// Points.
    pub points: Exact,
    /// Best attainable.
    pub best: Exact,
    /// Points ÷ best, never below 0.
    pub share: Share,
    /// Whether it crossed a red line.
    pub red_line: bool,
    /// Its decisions.
    pub path: Vec<Chosen>,
    /// The ending's own words.
    pub ending: String,
    /// The whole of it, for drawing.
    #[serde(skip)]
    pub debrief: Debrief,
}

/// A decision of a role-play.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Chosen {
    /// What the customer had said.
    pub said: String,
    /// What was replied.
    pub reply: String,
    /// Points it gave.
    pub points: Exact,
    /// Mood before and after.
    pub mood: (u8, u8),
    /// The trainer's words to it.
    pub feedback: String,
    /// Why, where it crossed a red line.
    pub red_line: Option<String>,
    /// How long it took, where that was timed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub took: Option<Took>,
    /// Wording rules that it breaks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Breach>,
    /// A better reply that was offered, and its points.
    pub better: Option<(String, Exact)>,
}

/// A station as it was observed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Watched {
    /// Which.
    pub station: StationId,
    /// Its title.
    pub title: String,
    /// Step by step.
    pub steps: Vec<Marked>,
}

/// A step with the marks that count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Marked {
    /// What was to be seen or was asked.
    pub text: String,
    /// The marks, examiner by examiner.
    pub marks: Vec<u8>,
    /// The most.
    pub most: u8,
}

pub(super) fn detail(case: &ResultCase<'_>, grade: &ExamGrade, read: &Read<'_>) -> Detail {
    let questions = case.steps().filter_map(|(at, step)| {
        let Step::Ask { question, content, .. } = step else { return None };
        let asked = case.activity.question(content);
        let answer = case.state.last_answer(at);
        let response = answer.map_or(&Response::Blank, |a| &a.response);
        let share = earned(case, grade, (at, question));
        let written = read.answer(at).map(Box::new);
        let text = |text: &crate::model::text::Text| text.get(case.lang).to_owned();
        Some(Asked {
            question: question.clone(),
            material: asked.material.as_ref().map(|m| (text(&m.title), text(&m.body))),
            ask: text(&asked.ask),
            verdict: answer.map_or(Verdict::Unanswered, |a| Verdict::of(share, &a.response)),
            earned: share * asked.points.exact(),
            of: asked.points.exact(),
            points: asked.points,
            explained: if written.is_some() { Vec::new() } else { asked.explain(response, case.lang) },
            written,
            why: text(&asked.why),
        })
    });
    Detail {
        questions: questions.collect(),
        talks: case.state.plays.iter().map(|play| talk(read.debriefed(play.at, debrief(case.activity, play), grade))).collect(),
        stations: case.outcome.stations.iter().filter_map(|at| watched(case, at)).collect(),
    }
}

fn talk(debrief: Debrief) -> Talk {
    let chosen = |d: &Decision| Chosen {
        said: d.said.clone(),
        reply: d.reply.clone(),
        points: d.feedback.points.exact(),
        mood: d.feedback.mood,
        feedback: d.feedback.text.clone(),
        red_line: d.feedback.red_line.clone(),
        took: d.feedback.took,
        breaks: d.feedback.breaks.clone(),
        better: d.better.as_ref().map(|(text, points)| (text.clone(), points.exact())),
    };
    Talk {
        title: debrief.title.clone(),
        points: debrief.grade.points.exact(),
        best: debrief.grade.best.exact(),
        share: Share::of(debrief.grade.share),
        red_line: debrief.grade.red_line,
        path: debrief.path.iter().map(chosen).collect(),
        ending: debrief.ending.clone(),
        debrief,
    }
}

/// `None` before anybody observed it.
fn watched(case: &ResultCase<'_>, at: &AtStation) -> Option<Watched> {
    let station = case.station(&at.station)?;
    let seen: Vec<_> = counting(case, at).collect();
    let mark =
        |step| seen.iter().filter_map(|s| s.grade.marks.iter().find(|(id, _)| id == step)).map(|(_, mark)| *mark).collect();
    let steps = station.rated().map(|r| Marked { text: r.text.get(case.lang).to_owned(), marks: mark(&r.id), most: r.most() });
    (!seen.is_empty()).then(|| Watched {
        station: at.station.clone(),
        title: case.station_title(&at.station),
        steps: steps.collect(),
    })
}
