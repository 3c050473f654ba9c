//! An exam: theory by the last answers, practice as the mean of role-plays and stations, the weighted sum, and what it comes to.
//!
//! Theory = points earned ÷ points of the drawn form. Practice = mean of the shares, each at least 0; what was not begun counts 0.
//! Total = weighted sum of 100. Passed = both least marks, total at the mark, no red line, no critical step missed. All exact.

use std::collections::BTreeSet;

use super::written::{self, Marks};
use super::{roleplay, theory};
use crate::attempt::plan::{Activity, Step};
use crate::attempt::state::State;
use crate::base::id::{StationId, StepId};
use crate::base::points::Exact;
use crate::model::grade::{ExamGrade, In, QuizGrade, Short, Standing, Verdict};
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
    let (stations, marks, strays) = (open.collect::<Vec<_>>(), Marks::new(), BTreeSet::new());
    grade.verdict =
        verdict(scheme, &grade, &Known { talks: talks(activity), stations: &stations, marks: &marks, strays: &strays });
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
    /// Written replies, by number, after which a talk may have gone another way than it should (`written::strays`).
    pub strays: &'k BTreeSet<usize>,
}

/// How a written reply is taken that leaves something open: nobody read it, or the talk strayed by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taken {
    /// As the machine judged it, and the talk as it went.
    AsIs,
    /// As well as can be.
    Best,
    /// As badly as can be.
    Worst,
}

impl Known<'_> {
    /// The grade with every written reply taken so. Where a talk strayed, all of it is open.
    fn counted(&self, grade: &ExamGrade, taken: &dyn Fn(usize) -> Taken) -> ExamGrade {
        let (as_is, best) = (written::as_marked(self.marks), written::at_best(self.marks));
        let worst = written::at_worst(self.marks);
        let mut out = written::counted(grade, &|n, it| match taken(n) {
            Taken::AsIs => as_is(n, it),
            Taken::Best => best(n, it),
            Taken::Worst => worst(n, it),
        });
        for n in self.strays.iter().filter(|n| taken(**n) != Taken::AsIs) {
            let Some(In::Turn { scenario, .. }) = grade.written.get(*n).map(|it| &it.of) else { continue };
            for play in out.plays.iter_mut().filter(|play| play.scenario == *scenario && !play.red_line) {
                play.share = if taken(*n) == Taken::Best { Exact::ONE } else { Exact::ZERO };
            }
        }
        out
    }

    fn settled(&self, scheme: &Scheme, grade: &ExamGrade, taken: &dyn Fn(usize) -> Taken) -> Verdict {
        settled(scheme, &self.counted(grade, taken), self.talks, self.stations)
    }
}

/// What a grade comes to under its scheme with what is known beside it. Where the best and the worst that people may still make of what
/// was written differ in how it stands, that is provisional; where everything was read and a talk strayed, a person decides.
pub fn verdict(scheme: &Scheme, grade: &ExamGrade, known: &Known<'_>) -> Verdict {
    let with = |taken: Taken| known.settled(scheme, grade, &|_| taken);
    let mut out = with(Taken::AsIs);
    let unread = written::is_open(grade, known.marks);
    if unread || !known.strays.is_empty() {
        // As long as stations are open they come first.
        out.standing = match (with(Taken::Best).standing, with(Taken::Worst).standing) {
            (best, worst) if best == worst => best,
            (Standing::Pending, _) => Standing::Pending,
            _ if unread => Standing::Provisional,
            _ => Standing::Borderline,
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
    let alone = |n: usize, others: Taken| {
        let with = |this: Taken| known.settled(scheme, grade, &|at| if at == n { this } else { others }).standing;
        with(Taken::Best) != with(Taken::Worst)
    };
    let others = [Taken::AsIs, Taken::Best, Taken::Worst];
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
