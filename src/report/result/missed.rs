//! What an exam showed to be missing: red lines and critical steps by their rule, weak skills, objectives. No question, no option, no
//! reply: only what trainers call things.

use std::collections::BTreeMap;

use serde::Serialize;

use super::read::{Read, Worded};
use super::{ResultCase, Share};
use crate::attempt::plan::Step;
use crate::attempt::state::{At, Play};
use crate::base::id::{ObjectiveRef, QuestionRef, ScenarioId, SkillId, StationId, StepId};
use crate::base::points::{Exact, Points};
use crate::grade::outcome::{AtStation, Seen};
use crate::grade::station::Agreed;
use crate::model::grade::{ExamGrade, In, Short, Standing};
use crate::model::licence::{RedLine, Scheme};

/// A skill of which less was earned is to be worked on: 60 %.
const WEAK: (i128, i128) = (60, 100);

/// What was missing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Missed {
    /// Red lines crossed.
    pub red_lines: Vec<Crossed>,
    /// Critical steps missed.
    pub critical: Vec<Critical>,
    /// Wording rules broken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wording: Vec<Worded>,
    /// Skills below 60 %.
    pub skills: Vec<Weak>,
    /// Objectives to look at again.
    pub objectives: Vec<Aim>,
}

/// A red line crossed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Crossed {
    /// In which role-play.
    pub scenario: ScenarioId,
    /// Its title.
    pub title: String,
    /// The rule, as its author put it.
    pub rule: String,
    /// Whether that alone fails the exam; otherwise the role-play counts 0.
    pub fails: bool,
}

/// A critical step missed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Critical {
    /// At which station.
    pub station: StationId,
    /// Its title.
    pub title: String,
    /// Which step.
    pub step: StepId,
    /// What was to be seen.
    pub text: String,
}

/// A skill to work on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Weak {
    /// Which.
    pub skill: SkillId,
    /// Its title.
    pub title: String,
    /// Over the questions that speak of it, where that was too little.
    pub theory: Option<Sum>,
    /// Over the decisions of role-plays that it had to do with, where that was too little.
    pub talks: Option<Sum>,
}

/// Points earned out of those there were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// Earned; of role-plays it may be below zero.
    pub earned: Exact,
    /// Those there were.
    pub of: Exact,
    /// Earned ÷ of.
    pub share: Share,
}

/// An objective to look at again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Aim {
    /// Which.
    pub objective: ObjectiveRef,
    /// In words.
    pub text: String,
    /// The title of the course that teaches it, where the library has one.
    pub course: Option<String>,
}

pub(super) fn missed(case: &ResultCase<'_>, scheme: &Scheme, grade: &ExamGrade, read: &Read<'_>) -> Missed {
    let fails = scheme.practice.as_ref().is_some_and(|p| p.red_line == RedLine::Fail);
    let written = read.red_lines().into_iter().filter_map(|(of, title, rule)| match of {
        In::Turn { scenario, .. } => Some(Crossed { scenario: scenario.clone(), title, rule, fails }),
        In::Question { .. } => None,
    });
    Missed {
        red_lines: case.state.plays.iter().flat_map(|play| crossed(case, play, fails)).chain(written).collect(),
        wording: read.worded(),
        critical: case.outcome.verdict.why.iter().filter_map(|short| critical(case, short)).collect(),
        skills: skills(case, grade),
        objectives: objectives(case, grade),
    }
}

fn crossed(case: &ResultCase<'_>, play: &Play, fails: bool) -> Vec<Crossed> {
    let Step::Play { scenario, content, .. } = case.activity.step(play.at) else { return Vec::new() };
    let stage = case.activity.stage(content);
    let rules = play.path.iter().filter_map(|(_, reply)| stage.reply(*reply).1.red_line.as_ref());
    let one = |rule: &crate::model::text::Text| Crossed {
        scenario: scenario.clone(),
        title: stage.scenario().title.get(case.lang).to_owned(),
        rule: rule.get(case.lang).to_owned(),
        fails,
    };
    rules.map(one).collect()
}

fn critical(case: &ResultCase<'_>, short: &Short) -> Option<Critical> {
    let Short::Critical { station, rated } = short else { return None };
    let text =
        case.station(station).and_then(|s| s.find(rated)).map_or_else(|| rated.to_string(), |r| r.text.get(case.lang).into());
    Some(Critical { station: station.clone(), title: case.station_title(station), step: rated.clone(), text })
}

/// Skills below the line, those of the questions and those of the role-plays each by themselves: points of the two do not compare.
fn skills(case: &ResultCase<'_>, grade: &ExamGrade) -> Vec<Weak> {
    let mut theory: BTreeMap<&SkillId, (Exact, Exact)> = BTreeMap::new();
    for (at, step) in case.steps() {
        let Step::Ask { question: id, content, .. } = step else { continue };
        let question = case.activity.question(content);
        let total = question.points.exact();
        let earned = earned(case, grade, (at, id)) * total;
        for skill in &question.skills {
            add(&mut theory, skill, earned, total);
        }
    }
    let mut talks: BTreeMap<&SkillId, (Exact, Exact)> = BTreeMap::new();
    for play in &grade.plays {
        for (skill, (earned, best)) in &play.skills {
            // Who earned all that a talk has to give could earn no more of any skill, though another way calls for another one.
            let within = if play.share >= Exact::ONE { (*earned).max(Points::ZERO) } else { *best };
            add(&mut talks, skill, earned.exact(), within.exact());
        }
    }
    let all: std::collections::BTreeSet<&SkillId> = theory.keys().chain(talks.keys()).copied().collect();
    let weak = |skill: &SkillId| {
        let of = |sums: &BTreeMap<&SkillId, (Exact, Exact)>| sums.get(skill).copied().and_then(Sum::weak);
        let (theory, talks) = (of(&theory), of(&talks));
        let title = case.activity.frame.skills.get(skill).map_or_else(|| skill.to_string(), |t| t.get(case.lang).to_owned());
        (theory.is_some() || talks.is_some()).then(|| Weak { skill: skill.clone(), title, theory, talks })
    };
    all.into_iter().filter_map(weak).collect()
}

/// The share that an answer counts for: a person may have marked it.
pub(super) fn earned(case: &ResultCase<'_>, grade: &ExamGrade, (at, id): (At, &QuestionRef)) -> Exact {
    let mark = grade.theory.iter().flat_map(|it| &it.marks).find(|mark| mark.question == *id);
    let counted = mark.map(|mark| mark.earned.of(mark.total.exact()));
    counted.or_else(|| case.state.last_answer(at).map(|answer| answer.share)).unwrap_or(Exact::ZERO)
}

fn add<'a>(sums: &mut BTreeMap<&'a SkillId, (Exact, Exact)>, skill: &'a SkillId, earned: Exact, of: Exact) {
    let sum = sums.entry(skill).or_insert((Exact::ZERO, Exact::ZERO));
    *sum = (sum.0 + earned, sum.1 + of);
}

impl Sum {
    /// Where it is below the line; a skill in which nothing could be earned is not.
    fn weak((earned, of): (Exact, Exact)) -> Option<Self> {
        let line = of * Exact::new(WEAK.0, WEAK.1);
        (of > Exact::ZERO && earned < line).then(|| Self { earned, of, share: Share::of(earned.of(of).floored()) })
    }
}

/// Of questions not fully right, of role-plays below their own pass or not begun, of stations with a step at 0.
fn objectives(case: &ResultCase<'_>, grade: &ExamGrade) -> Vec<Aim> {
    let mut ids: Vec<&ObjectiveRef> = Vec::new();
    for (at, step) in case.steps() {
        match step {
            Step::Ask { question, content, .. } if earned(case, grade, (at, question)) < Exact::ONE => {
                ids.extend(&case.activity.question(content).objectives);
            }
            Step::Play { scenario, content, .. } if !grade.plays.iter().any(|p| p.scenario == *scenario && p.passed) => {
                ids.extend(&case.activity.stage(content).scenario().objectives);
            }
            _ => {}
        }
    }
    for at in
        case.outcome.stations.iter().filter(|at| counting(case, at).any(|s| s.grade.marks.iter().any(|(_, mark)| *mark == 0)))
    {
        ids.extend(case.station(&at.station).into_iter().flat_map(|s| &s.objectives));
    }
    let mut out: Vec<Aim> = Vec::new();
    for id in ids {
        if !out.iter().any(|aim| aim.objective == *id) {
            let goal = case.objectives.get(id);
            let text = goal.map_or_else(|| id.to_string(), |goal| goal.text.get(case.lang).to_owned());
            let course = goal.and_then(|goal| goal.course.as_ref()).map(|title| title.get(case.lang).to_owned());
            out.push(Aim { objective: id.clone(), text, course });
        }
    }
    out
}

/// The observations of a station that count: the one settled on, else all. None while stations are still to be marked: whoever is to
/// mark one of them must not find here what another saw.
pub(super) fn counting<'a>(case: &ResultCase<'_>, at: &'a AtStation) -> impl Iterator<Item = &'a Seen> {
    let told = case.outcome.verdict.standing != Standing::Pending && matches!(at.agreed, Agreed::On(_));
    let counts = move |s: &&Seen| told && at.settled.as_ref().is_none_or(|which| s.observation == *which);
    at.seen.iter().filter(counts)
}
