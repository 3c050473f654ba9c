//! What an exam came to, told: first the values (`Told`), which are the JSON, then in words (`blocks`, `sheet`).
//!
//! What the scheme's `feedback` does not allow is never put into `Told`: `missed` is empty below `skills`, `detail` below `full`. So
//! nothing that draws it can give it away. Numbers are exact fractions with the percent that is shown, cut to one decimal.

mod afterwards;
mod besides;
mod blocks;
mod detail;
mod missed;
mod own_words;
mod read;
mod sheet;
mod stands;
mod taken;
mod values;

use std::collections::BTreeMap;

pub use self::afterwards::{Afterwards, AppealTold, Erased, FollowedTold, RegradedTold};
pub use self::blocks::Place;
pub use self::detail::Detail;
pub use self::missed::{Aim, Missed};
use self::read::Read;
pub use self::read::{Change, Worded, Writings};
pub use self::stands::StandsTold;
pub use self::taken::TakenTold;
pub use self::values::{Breaks, Jump, Open, Part, Share, Told, Verdict, Waiting, When, Why};
use super::eligibility::from_minute;
use super::standing::courses_in_order;
use crate::attempt::event::{Body, Recorded};
use crate::attempt::plan::{Activity, Step};
use crate::attempt::state::{At, State};
use crate::base::id::{Lang, LicenceNumber, ObjectiveRef, StationId};
use crate::base::moment::Moment;
use crate::base::points::Exact;
use crate::grade::outcome::Outcome;
use crate::grade::station::Agreed;
use crate::model::course::Course;
use crate::model::grade::{Grade, Standing};
use crate::model::library::{Library, Objective};
use crate::model::licence::{Disclose, Scheme, percent};
use crate::model::station::Station;
use crate::model::text::Text;

/// A closed exam with everything that is known of it.
#[derive(Clone, Copy)]
pub struct ResultCase<'a> {
    /// Plan and content.
    pub activity: &'a Activity,
    /// What its events come to.
    pub state: &'a State,
    /// The events.
    pub events: &'a [Recorded],
    /// What it comes to with observations and decisions.
    pub outcome: &'a Outcome,
    /// The candidate's name.
    pub learner: &'a str,
    /// The number of the licence that was issued on it.
    pub issued: Option<&'a LicenceNumber>,
    /// What was taken from it.
    pub taken: Option<&'a TakenTold>,
    /// How it stands where nothing was taken from it.
    pub stands: Option<&'a StandsTold>,
    /// What happened to it after its result.
    pub afterwards: &'a Afterwards,
    /// From when on one may sit again; `None`: not at all, as things stand.
    pub again: Option<Moment>,
    /// How many attempts are left.
    pub attempts_left: usize,
    /// The measurement error at the mark: points of a hundred, cut to one decimal.
    pub error: Option<&'a str>,
    /// IANA time zone in which dates are shown.
    pub zone: &'a str,
    /// What objectives are, and where they are taught; see `objectives`.
    pub objectives: &'a BTreeMap<ObjectiveRef, Goal>,
    /// The language of the content.
    pub lang: &'a Lang,
}

/// An objective, for whoever is to look at it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// In words.
    pub text: Text,
    /// The title of the first course that teaches it.
    pub course: Option<Text>,
}

/// A library's objectives.
pub fn objectives(library: &Library) -> BTreeMap<ObjectiveRef, Goal> {
    let courses: Vec<_> = courses_in_order(library).into_iter().filter_map(|id| library.courses.get(&id)).collect();
    let teaches = |course: &&Course, id: &ObjectiveRef| course.lessons.iter().any(|lesson| lesson.objectives.contains(id));
    let goal = |o: &Objective| {
        let course = courses.iter().find(|course| teaches(course, &o.id)).map(|course| course.title.clone());
        (o.id.clone(), Goal { text: o.text.clone(), course })
    };
    library.syllabi.values().flat_map(|s| &s.objectives).map(goal).collect()
}

/// What a closed exam came to; `None` where the attempt is no exam or is not closed.
pub fn told(case: &ResultCase<'_>) -> Option<Told> {
    let scheme = case.activity.scheme()?;
    let Some(Grade::Exam(grade)) = &case.state.closed else { return None };
    let verdict = &case.outcome.verdict;
    let mut why: Vec<Why> = verdict.why.iter().map(Why::of).collect();
    why.dedup();
    let read = Read::of(case);
    let grade = &read.counted(grade);
    let hangs = read.hangs();
    // Texts are told in the reader's language, whichever the exam was sat in: both have the same logic.
    let mut activity = case.activity.clone();
    activity.plan.language = case.lang.clone();
    let case = &ResultCase { activity: &activity, ..*case };
    let level = scheme.result.feedback;
    let (pending, waiting) = (verdict.standing == Standing::Pending, case.waiting());
    let dropped = if pending { 0 } else { waiting.len() };
    Some(Told {
        attempt: activity.plan.attempt.clone(),
        licence: scheme.id.clone(),
        title: scheme.title.get(case.lang).to_owned(),
        learner: case.learner.to_owned(),
        language: case.lang.clone(),
        closed: case.when(case.state.at),
        verdict: if case.outcome.voided { Verdict::Void } else { Verdict::of(verdict.standing) },
        decided: case.outcome.decided.is_some(),
        strayed: case.outcome.strayed && verdict.standing == Standing::Borderline,
        number: case.issued.cloned(),
        taken: case.taken.cloned(),
        stands: case.stands.cloned(),
        afterwards: case.afterwards.clone(),
        why: if hangs || verdict.standing == Standing::Passed { Vec::new() } else { why },
        written: read.writings(level != Disclose::None),
        parts: case.parts(scheme, &read),
        total: verdict.total.filter(|_| !hangs).map(Share::of),
        pass: scheme.result.pass,
        basis: scheme.result.basis.clone(),
        borderline: scheme.result.borderline,
        ended: grade.ended,
        open: case.open(),
        waiting: if pending { waiting } else { Vec::new() },
        dropped,
        error: case.error.map(str::to_owned),
        again: case.again.map(|at| When { at, local: from_minute(at, case.zone) }),
        attempts_left: case.attempts_left,
        called: scheme.conduct.supervised,
        appeal: scheme.appeal.as_ref().map(|t| t.get(case.lang).to_owned()),
        clock: case.clock(),
        breaks: case.breaks(),
        feedback: level,
        missed: (level != Disclose::None && !hangs).then(|| missed::missed(case, scheme, grade, &read)),
        detail: (level == Disclose::Full && !hangs).then(|| detail::detail(case, grade, &read)),
    })
}

impl ResultCase<'_> {
    fn when(&self, at: Moment) -> When {
        When { at, local: at.local(self.zone) }
    }

    /// The steps of the plan with their places.
    fn steps(&self) -> impl Iterator<Item = (At, &Step)> {
        self.activity
            .plan
            .parts
            .iter()
            .enumerate()
            .flat_map(|(part, steps)| steps.steps.iter().enumerate().map(move |(step, what)| (At { part, step }, what)))
    }

    fn parts(&self, scheme: &Scheme, read: &Read<'_>) -> Vec<Part> {
        let verdict = &self.outcome.verdict;
        let told = |share: Option<Exact>, question: bool| share.filter(|_| !(read.hangs() && read.is_open(question)));
        let (mut questions, mut talks) = (0, 0);
        for (_, step) in self.steps() {
            match step {
                Step::Ask { .. } => questions += 1,
                Step::Play { .. } => talks += 1,
                _ => {}
            }
        }
        let stations = self.outcome.stations.len();
        let part = |part, (items, stations), share: Option<Exact>, (least, weight)| Part {
            part,
            items,
            stations,
            share: share.map(Share::of),
            least,
            weight,
            gives: share.map(|s| Share::of(s * percent(weight))),
            met: share.map(|s| s >= percent(least)),
        };
        let theory =
            scheme.theory.as_ref().map(|t| part("theory", (questions, 0), told(verdict.theory, true), (t.pass, t.weight)));
        let practice = scheme
            .practice
            .as_ref()
            .map(|p| part("practice", (talks, stations), told(verdict.practice, false), (p.pass, p.weight)));
        theory.into_iter().chain(practice).collect()
    }

    fn open(&self) -> Open {
        let mut open = Open::default();
        for (at, step) in self.steps() {
            match step {
                Step::Ask { .. } if self.state.last_answer(at).is_none() => open.questions += 1,
                Step::Play { content, .. } => match self.state.plays.iter().find(|p| p.at == at) {
                    None => open.talks += 1,
                    Some(play) if self.activity.stage(content).ends(&play.state).is_none() => open.cut += 1,
                    Some(_) => {}
                },
                _ => {}
            }
        }
        open
    }

    fn waiting(&self) -> Vec<Waiting> {
        let open = self.outcome.stations.iter().filter_map(|at| {
            let missing = match at.agreed {
                Agreed::Missing(n) => n,
                Agreed::Apart => 0,
                Agreed::On(_) => return None,
            };
            Some(Waiting { station: at.station.clone(), title: self.station_title(&at.station), missing })
        });
        open.collect()
    }

    fn station(&self, id: &StationId) -> Option<&Station> {
        let stations = &self.activity.plan.exam.as_ref()?.stations;
        stations.iter().find(|(station, _)| station == id).map(|(_, content)| self.activity.station(content))
    }

    fn station_title(&self, id: &StationId) -> String {
        self.station(id).map_or_else(|| id.to_string(), |s| s.title.get(self.lang).to_owned())
    }

    fn clock(&self) -> Vec<Jump> {
        let jump = |pair: &[Recorded]| match (&pair[0].event, &pair[1].event.body) {
            (before, Body::ClockMoved { by }) => {
                Some(Jump { from: self.when(before.at), to: self.when(pair[1].event.at), by: *by })
            }
            _ => None,
        };
        self.events.windows(2).filter_map(jump).collect()
    }

    /// A time away begins with `Left` (or, where a window was killed, with the event before) and ends with `Resumed`, or with
    /// the exam.
    fn breaks(&self) -> Breaks {
        let mut breaks = Breaks::default();
        let (mut left, mut before) = (None, None);
        for Recorded { event, .. } in self.events {
            match event.body {
                Body::Left { .. } => left = Some(event.at),
                Body::Resumed { .. } => {
                    breaks.count += 1;
                    breaks.away += left.take().or(before).map_or(0, |from: Moment| event.at.0 - from.0);
                }
                _ => {}
            }
            // What others do to an exam ends no absence and begins none.
            if !matches!(event.body, Body::Extended { .. }) {
                before = Some(event.at);
            }
        }
        if let Some(from) = left {
            breaks.count += 1;
            breaks.away += self.state.at.0 - from.0;
        }
        breaks
    }
}
