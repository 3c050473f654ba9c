//! Written replies in an exam: what a machine made of them, what a person made of them, and whether the verdict hangs on them.
//!
//! No one fails by a machine alone. What was written counts as the machine judged it until a person marked it; where another judgement
//! of what is not marked yet would change how the exam stands, it stands provisional.

use std::collections::{BTreeMap, BTreeSet};

use super::roleplay::share_of;
use crate::attempt::plan::{Activity, Step};
use crate::attempt::state::{At, State};
use crate::attempt::written::judged;
use crate::base::digest::Digest;
use crate::base::id::StaffId;
use crate::base::points::{Exact, Points};
use crate::model::grade::{ExamGrade, In, WrittenMark};
use crate::model::question::{Kind, Response};
use crate::model::scenario::{Outcome, Way, Write};
use crate::model::writing::{Judged, Overruled, Writing};

/// What a person made of a written reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    /// What it earns, 0 to the best.
    pub points: Points,
    /// Whether it crosses a red line.
    pub red_line: bool,
}

/// The written replies of an exam by number: theory in the order of its items, then talk by talk.
pub type Marks = BTreeMap<usize, Marked>;

/// A written reply of an exam.
#[derive(Clone, Debug)]
pub struct Reply<'a> {
    /// Which step it belongs to.
    pub at: At,
    /// Where it was written.
    pub of: In,
    /// In a role-play: its place on the path.
    pub nth: Option<usize>,
    /// As it was typed.
    pub text: &'a str,
    /// What was to be written.
    pub writing: &'a Writing,
    /// Where the talk goes by it.
    pub leads: Option<&'a Write>,
    /// How the talk it was written in ended, if it did.
    pub ended: Option<Outcome>,
    /// What the machine made of it.
    pub judged: Judged,
}

/// What people read in an exam, by number.
pub type Readings = BTreeMap<usize, Reading>;

/// A written reply that a person has read and marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What came of it, as it was signed.
    pub marked: Marked,
    /// What the person saw otherwise than the machine.
    pub overruled: Overruled,
    /// Who.
    pub who: StaffId,
    /// The exam's `Closed` event that was signed.
    pub closed: Digest,
}

/// Everything that was written in an exam.
pub fn replies<'a>(activity: &'a Activity, state: &'a State) -> Vec<Reply<'a>> {
    let mut out = Vec::new();
    for (part, steps) in activity.plan.parts.iter().enumerate() {
        for (step, what) in steps.steps.iter().enumerate() {
            let at = At { part, step };
            match what {
                Step::Ask { question, content, .. } => {
                    let Kind::Write(write) = &activity.question(content).kind else { continue };
                    let Some(Response::Words(Some(text))) = state.last_answer(at).map(|a| &a.response) else { continue };
                    let (of, judged) = (In::Question { question: question.clone() }, write.judge(text, &activity.plan.language));
                    out.push(Reply { at, of, nth: None, text, writing: &write.writing, leads: None, ended: None, judged });
                }
                Step::Play { scenario, content, .. } => {
                    let Some(play) = state.plays.iter().find(|play| play.at == at) else { continue };
                    let stage = activity.stage(content);
                    let ended = stage.ends(&play.state).map(|ending| ending.outcome);
                    for (n, written) in &play.written {
                        let turn = stage.turn(&play.path[*n].0);
                        let (Some(text), Way::Write(write)) = (&written.text, &turn.way) else { continue };
                        let Some(judged) = judged(activity, stage, play, *n) else { continue };
                        let of = In::Turn { scenario: scenario.clone(), turn: turn.id.clone() };
                        let (writing, leads) = (&write.writing, Some(&**write));
                        out.push(Reply { at, of, nth: Some(*n), text, writing, leads, ended, judged });
                    }
                }
                _ => {}
            }
        }
    }
    out
}

/// The same as a grade keeps it.
pub fn written(activity: &Activity, state: &State) -> Vec<WrittenMark> {
    replies(activity, state).into_iter().map(Reply::mark).collect()
}

impl Reply<'_> {
    fn mark(self) -> WrittenMark {
        let Judged { points, .. } = self.judged;
        WrittenMark { of: self.of, points, best: self.writing.best(), red_lines: self.judged.red_lines() }
    }

    /// What becomes of it as a person read it.
    pub fn as_read(&self, reading: Option<&Reading>) -> Judged {
        reading.map_or_else(|| self.judged.clone(), |it| self.writing.overruled(&self.judged, &it.overruled))
    }

    /// Whether a person can see this otherwise: this was held against it, and this was wanted.
    pub fn knows(&self, by: &Overruled) -> bool {
        let faults = self.judged.faults();
        by.unbroken.iter().all(|rule| faults.contains(rule))
            && by.otherwise.iter().all(|id| self.writing.wants.iter().any(|want| want.id == *id))
    }

    /// Whether the talk may have gone another way than this deserved: it went by what the machine made of it, and nobody read it, or who
    /// did would have led it elsewhere.
    fn strays(&self, reading: Option<&Reading>) -> bool {
        let Some(write) = self.leads.filter(|write| write.forks()) else { return false };
        reading.is_none_or(|it| !write.rung(it.marked.points).leads_like(write.rung(self.judged.points)))
    }

    /// Whether what was signed follows from what was overruled.
    fn bears(&self, reading: &Reading) -> bool {
        let Marked { points, red_line } = reading.marked;
        self.knows(&reading.overruled) && self.writing.marked(&self.judged, &reading.overruled) == (points, red_line)
    }
}

/// Whether everything signed about the written replies of an exam is what follows from them.
pub fn bears_out(replies: &[Reply<'_>], readings: &Readings, closed: Digest) -> bool {
    readings.iter().all(|(n, reading)| reading.closed == closed && replies.get(*n).is_some_and(|reply| reply.bears(reading)))
}

/// The replies, by number, after which a talk may have gone another way than it should: nobody knows what the candidate would have earned
/// there. `check` lets no such talk into an exam; exams of an older version may have one.
pub fn strays(replies: &[Reply<'_>], readings: &Readings) -> BTreeSet<usize> {
    replies.iter().enumerate().filter(|(n, reply)| reply.strays(readings.get(n))).map(|(n, _)| n).collect()
}

/// What came of each, by number.
pub fn marks(readings: &Readings) -> Marks {
    readings.iter().map(|(n, reading)| (*n, reading.marked)).collect()
}

/// What a written reply counts for.
pub type Counts<'c> = &'c dyn Fn(usize, &WrittenMark) -> Marked;

/// As people marked it; what nobody marked counts as the machine judged it, and no red line is held against anybody by the machine.
pub fn as_marked(marks: &Marks) -> impl Fn(usize, &WrittenMark) -> Marked {
    |n, it| marks.get(&n).copied().unwrap_or(Marked { points: it.points, red_line: false })
}

/// The worst that people may still make of it.
pub fn at_worst(marks: &Marks) -> impl Fn(usize, &WrittenMark) -> Marked {
    |n, it| marks.get(&n).copied().unwrap_or(Marked { points: Points::ZERO, red_line: !it.red_lines.is_empty() })
}

/// The best that people may still make of it.
pub fn at_best(marks: &Marks) -> impl Fn(usize, &WrittenMark) -> Marked {
    |n, it| marks.get(&n).copied().unwrap_or(Marked { points: it.best, red_line: false })
}

/// The grade with every written reply counting for what it is said to. A red line leaves nothing of its talk, or of its question.
pub fn counted(grade: &ExamGrade, counts: Counts<'_>) -> ExamGrade {
    let mut out = grade.clone();
    for (n, it) in grade.written.iter().enumerate() {
        let marked = counts(n, it);
        match &it.of {
            In::Question { question } => {
                let Some(theory) = &mut out.theory else { continue };
                let Some(mark) = theory.marks.iter_mut().find(|mark| mark.question == *question) else { continue };
                let points = if marked.red_line { Points::ZERO } else { marked.points };
                let earned = points.exact().of(it.best.exact()) * mark.total.exact();
                theory.earned = theory.earned - mark.earned + earned;
                mark.earned = earned;
            }
            In::Turn { scenario, .. } => {
                let Some(play) = out.plays.iter_mut().find(|play| play.scenario == *scenario) else { continue };
                play.red_line |= marked.red_line;
                play.points = if play.red_line { Points::ZERO } else { play.points + marked.points - it.points };
                play.share = share_of(play.points, play.best);
            }
        }
    }
    out
}

/// The grade with everything in it as people read what was written, skills too.
pub fn as_read(grade: &ExamGrade, replies: &[Reply<'_>], readings: &Readings) -> ExamGrade {
    let mut out = counted(grade, &as_marked(&marks(readings)));
    for (n, reply) in replies.iter().enumerate() {
        let In::Turn { scenario, .. } = &reply.of else { continue };
        let Some(play) = out.plays.iter_mut().find(|play| play.scenario == *scenario) else { continue };
        let (was, is) = (reply.writing.by_skill(&reply.judged), reply.writing.by_skill(&reply.as_read(readings.get(&n))));
        for (skill, sum) in &mut play.skills {
            let of = |by: &BTreeMap<_, Points>| by.get(skill).copied().unwrap_or_default();
            sum.0 = sum.0 + of(&is) - of(&was);
        }
        let enough = play.share >= Exact::new(i128::from(play.pass), 100);
        play.passed = enough && !play.red_line && reply.ended.is_some_and(|outcome| outcome != Outcome::Failed);
    }
    out
}

/// Whether somebody has still to mark anything.
pub fn is_open(grade: &ExamGrade, marks: &Marks) -> bool {
    (0..grade.written.len()).any(|n| !marks.contains_key(&n))
}
