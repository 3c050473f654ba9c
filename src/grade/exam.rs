//! An exam: theory by the last answers, practice as the mean of role-plays and stations, the weighted sum, and what it comes to.
//!
//! Theory = points earned ÷ points of the drawn form. Practice = mean of the shares, each at least 0; what was not begun counts 0.
//! Total = weighted sum of 100. Passed = both least marks, total at the mark, no red line, no critical step missed. All exact.

use super::written::{self, Counts, Marked, Marks};
use super::{roleplay, theory};
use crate::attempt::plan::{Activity, Step};
use crate::attempt::state::State;
use crate::base::id::{StationId, StepId};
use crate::base::points::Exact;
use crate::model::grade::{ExamGrade, QuizGrade, Short, Standing, Verdict, WrittenMark};
use crate::model::licence::{RedLine, Scheme, percent};

/// A station as it counts: the share settled on, and the critical steps missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Station {
    /// Which.
    pub station: StationId,
    /// The share settled on, one examiner's or two's mean; `None`: not settled yet.
    pub share: Option<Exact>,
    /// Critical steps that an examiner saw missed.
    pub missed: Vec<StepId>,
}

/// The grade of the candidate's own attempt. `None` where it is no exam.
pub fn grade(activity: &Activity, state: &State) -> Option<ExamGrade> {
    let scheme = activity.scheme()?;
    let exam = activity.plan.exam.as_ref()?;
    let theory = scheme.theory.as_ref().map(|_| theory::grade_by(activity, state, |at| state.last_answer(at)));
    let plays = state.plays.iter().map(|play| roleplay::grade(activity, play)).collect();
    let open = exam.stations.iter().map(|(id, _)| Station { station: id.clone(), share: None, missed: Vec::new() });
    let written = written::written(activity, state);
    let mut grade = ExamGrade { ended: state.ended, theory, plays, written, verdict: Verdict::nothing() };
    grade.verdict =
        verdict(scheme, &grade, &Known { talks: talks(activity), stations: &open.collect::<Vec<_>>(), marks: &Marks::new() });
    Some(grade)
}

/// How many role-plays were drawn.
pub fn talks(activity: &Activity) -> usize {
    activity.plan.parts.iter().flat_map(|p| &p.steps).filter(|s| matches!(s, Step::Play { .. })).count()
}

/// What is known of an exam beside its grade.
#[derive(Clone, Copy, Debug)]
pub struct Known<'k> {
    /// How many role-plays were drawn.
    pub talks: usize,
    /// The stations drawn, as far as they are settled.
    pub stations: &'k [Station],
    /// What people made of what was written.
    pub marks: &'k Marks,
}

/// What a grade comes to under its scheme with what is known beside it. Where the best and the worst that people may still make of what
/// was written differ in how it stands, that is provisional.
pub fn verdict(scheme: &Scheme, grade: &ExamGrade, known: &Known<'_>) -> Verdict {
    let with = |counts: &dyn Fn(usize, &WrittenMark) -> Marked| {
        settled(scheme, &written::counted(grade, counts), known.talks, known.stations)
    };
    let mut out = with(&written::as_marked(known.marks));
    if written::is_open(grade, known.marks) {
        let (best, worst) = (with(&written::at_best(known.marks)), with(&written::at_worst(known.marks)));
        // As long as stations are open they come first.
        out.standing = match (best.standing, worst.standing) {
            (best, worst) if best == worst => best,
            (Standing::Pending, _) => Standing::Pending,
            _ => Standing::Provisional,
        };
    }
    out
}

/// The written replies that a provisional verdict hangs on, by number: where one of them alone makes a difference, whether people take the
/// others as the machine did, as well as can be or as badly. Where none does by itself, all that nobody read.
pub fn hangs_on(scheme: &Scheme, grade: &ExamGrade, known: &Known<'_>) -> Vec<usize> {
    if verdict(scheme, grade, known).standing != Standing::Provisional {
        return Vec::new();
    }
    let open: Vec<usize> = (0..grade.written.len()).filter(|n| !known.marks.contains_key(n)).collect();
    let (best, worst, machine) = (written::at_best(known.marks), written::at_worst(known.marks), written::as_marked(known.marks));
    let others: [Counts<'_>; 3] = [&machine, &best, &worst];
    let alone = |n: usize, others: Counts<'_>| {
        let with = |this: Counts<'_>| {
            let counts = |at: usize, it: &WrittenMark| if at == n { this(at, it) } else { others(at, it) };
            settled(scheme, &written::counted(grade, &counts), known.talks, known.stations).standing
        };
        with(&best) != with(&worst)
    };
    let matter: Vec<usize> = open.iter().copied().filter(|n| others.iter().any(|others| alone(*n, *others))).collect();
    if matter.is_empty() { open } else { matter }
}

/// What a grade comes to once everything written is what it is.
fn settled(scheme: &Scheme, grade: &ExamGrade, talks: usize, stations: &[Station]) -> Verdict {
    let theory = grade.theory.as_ref().map(QuizGrade::share);
    let practice = practice(scheme, grade, talks, stations);
    let pending = scheme.practice.is_some() && practice.is_none();
    let weighted = |share: Option<Exact>, weight: Option<u8>| share.unwrap_or(Exact::ZERO) * percent(weight.unwrap_or(0));
    let total = (!pending).then(|| {
        weighted(theory, scheme.theory.as_ref().map(|t| t.weight))
            + weighted(practice, scheme.practice.as_ref().map(|p| p.weight))
    });
    let mut why = Vec::new();
    if let (Some(part), Some(share)) = (&scheme.theory, theory)
        && share < percent(part.pass)
    {
        why.push(Short::Theory);
    }
    if let (Some(part), Some(share)) = (&scheme.practice, practice)
        && share < percent(part.pass)
    {
        why.push(Short::Practice);
    }
    let fails = scheme.practice.as_ref().is_some_and(|p| p.red_line == RedLine::Fail);
    why.extend(grade.plays.iter().filter(|p| fails && p.red_line).map(|p| Short::RedLine { scenario: p.scenario.clone() }));
    for station in stations {
        let missed =
            station.missed.iter().map(|rated| Short::Critical { station: station.station.clone(), rated: rated.clone() });
        why.extend(missed);
    }
    let mark = percent(scheme.result.pass);
    let just_below = total.is_some_and(|t| t < mark && t + percent(scheme.result.borderline) >= mark);
    let standing = match total {
        _ if !why.is_empty() => Standing::Failed,
        None => Standing::Pending,
        Some(total) if total >= mark => Standing::Passed,
        Some(_) if just_below && scheme.result.borderline > 0 => Standing::Borderline,
        Some(_) => Standing::Failed,
    };
    if total.is_some_and(|t| t < mark) {
        why.push(Short::Total);
    }
    Verdict { theory, practice, total, standing, why }
}

/// The mean of role-plays and stations; `None` while a station is open, or where the scheme has no practice.
fn practice(scheme: &Scheme, grade: &ExamGrade, talks: usize, stations: &[Station]) -> Option<Exact> {
    scheme.practice.as_ref()?;
    let plays = grade.plays.iter().map(|p| p.share.floored());
    let seen: Option<Vec<Exact>> = stations.iter().map(|s| s.share).collect();
    let sum: Exact = plays.chain(seen?).sum();
    Some(sum.of(Exact::new((talks + stations.len()) as i128, 1)))
}

impl Verdict {
    /// Before anything is known.
    const fn nothing() -> Self {
        Self { theory: None, practice: None, total: None, standing: Standing::Pending, why: Vec::new() }
    }
}
