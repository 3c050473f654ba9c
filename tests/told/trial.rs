//! An exam sat by hand on the small shelf: what is drawn is chosen, and each event follows from a reply a minute later.

use std::collections::BTreeMap;
use std::path::Path;

use onduty::analysis::range::range;
use onduty::attempt::clock;
use onduty::attempt::decide::decide;
use onduty::attempt::event::{Beside, Body, Event, Leaving, Recorded};
use onduty::attempt::plan::{Activity, Conduct, Exam, Pace, Part, PartOf, Plan, Step, Subject, Tries};
use onduty::attempt::state::State;
use onduty::base::dice::Seed;
use onduty::base::id::{AttemptId, StationId};
use onduty::base::moment::Moment;
use onduty::content::files::Root;
use onduty::grade::grade;
use onduty::grade::outcome::{Case, Outcome, Seen, outcome};
use onduty::grade::register::Register;
use onduty::locale::Tongue;
use onduty::model::form::Reply;
use onduty::model::frozen::{Frame, Frozen};
use onduty::model::grade::{Grade, StationGrade};
use onduty::model::library::Library;
use onduty::model::licence::Scheme;
use onduty::model::scenario::step::Stage;
use onduty::model::span::Span;
use onduty::report::result::{ResultCase, Told, objectives, told};

use crate::make;

/// 2026-11-22 13:00 in Shanghai.
pub const START: Moment = Moment(1_795_323_600_000);
/// A minute.
pub const MINUTE: i64 = 60_000;

/// The small shelf.
pub fn shelf() -> Library {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/shelf"));
    onduty::content::load(vec![Root::read(folder)]).library
}

/// An exam under way.
pub struct Trial {
    library: Library,
    pub activity: Activity,
    pub state: State,
    pub events: Vec<Recorded>,
    now: Moment,
}

impl Trial {
    /// Begins an exam that asks, plays and draws just this.
    pub fn begin(library: &Library, scheme: &Scheme, questions: &[&str], talks: &[&str], stations: &[&str]) -> Self {
        let mut contents = vec![Frozen::Scheme(Box::new(scheme.clone()))];
        let mut keep = |frozen: Frozen| {
            let digest = frozen.digest();
            contents.push(frozen);
            digest
        };
        let ask = |id: &&str| {
            let question = library.question(&(*id).into()).expect("it is on the shelf");
            (question.id.clone(), Frozen::Question(Box::new(question.clone())))
        };
        let asked = questions.iter().map(ask).map(|(question, it)| Step::Ask { question, content: keep(it), tries: Tries::Once });
        let asked: Vec<Step> = asked.collect();
        let play = |id: &&str| {
            let scenario = &library.scenarios[&(*id).into()];
            let best = range(&Stage::new(scenario.clone()).expect("fit")).expect("small").best.expect("points");
            (scenario.id.clone(), Frozen::Scenario(Box::new(scenario.clone())), best)
        };
        let played = talks.iter().map(play).map(|(scenario, it, best)| Step::Play { scenario, content: keep(it), best });
        let played: Vec<Step> = played.collect();
        let observed = stations.iter().map(|id| StationId::from(*id));
        let observed: Vec<_> =
            observed.map(|id| (id.clone(), keep(Frozen::Station(Box::new(library.stations[&id].clone()))))).collect();
        let frame = keep(Frozen::Frame(Frame { title: scheme.title.clone(), skills: library.skills.iter().cloned().collect() }));
        let part = |of, limit, steps: Vec<Step>| (!steps.is_empty()).then_some(Part { steps, pace: Some(Pace { of, limit }) });
        let theory = part(PartOf::Theory, scheme.theory.as_ref().map(|t| t.limit), asked);
        let practice = part(PartOf::Practice, scheme.practice.as_ref().map(|p| p.limit), played);
        let plan = Plan {
            attempt: "019a0000-0000-7000-8000-00005e1f0001".into(),
            seed: Seed::from_bytes(b"trial"),
            conduct: Conduct::Person,
            exam: Some(Exam { stations: observed, ..make::exam(Frozen::Scheme(Box::new(scheme.clone())).digest()) }),
            ..make::plan(Subject::Licence(scheme.id.to_string()), frame, theory.into_iter().chain(practice).collect())
        };
        let contents: BTreeMap<_, _> = contents.into_iter().map(|frozen| (frozen.digest(), frozen)).collect();
        let activity = Activity::new(plan.clone(), contents).expect("it belongs together");
        let state = State::new(&activity);
        let mut trial = Self { library: library.clone(), activity, state, events: Vec::new(), now: START };
        trial.happen(Body::Started { plan: Box::new(plan) });
        trial
    }

    /// Something happens.
    pub fn happen(&mut self, body: Body) -> &mut Self {
        self.happen_with((body, None))
    }

    fn happen_with(&mut self, (body, beside): (Body, Option<Beside>)) -> &mut Self {
        let event = Event {
            attempt: self.activity.plan.attempt.clone(),
            seq: self.state.next_seq,
            at: self.now,
            by: self.activity.plan.actor(),
            body,
            previous: self.state.last,
        };
        let recorded = Recorded { event, beside };
        self.state.apply(&self.activity, &recorded).expect("it follows");
        self.events.push(recorded);
        self.now.0 += MINUTE;
        self
    }

    /// Replies are given, one a minute.
    pub fn reply(&mut self, replies: impl IntoIterator<Item = Reply>) -> &mut Self {
        for reply in replies {
            if let Some(asked) = clock::begins(&self.activity, &self.state) {
                self.happen(asked);
                self.now.0 -= MINUTE;
            }
            let decided =
                decide(&self.activity, &self.state, (&reply, Span::ZERO), &mut || "00".repeat(16)).expect("it may happen");
            self.happen_with(decided);
        }
        self
    }

    /// Options or replies are picked by their ids.
    pub fn pick(&mut self, ids: &[&str]) -> &mut Self {
        self.reply(ids.iter().map(|id| Reply::Picked((*id).into())))
    }

    /// The sheet is handed in; the next part begins if there is one.
    pub fn hand_in(&mut self) -> &mut Self {
        self.pick(&["hand-in", "hand-in"])
    }

    /// Away, and back after so many minutes.
    pub fn away(&mut self, minutes: i64) -> &mut Self {
        self.happen(Body::Left { how: Leaving::Interrupted, unsent: None });
        self.now.0 += (minutes - 1) * MINUTE;
        self.happen(Body::Resumed { conduct: Conduct::Person })
    }

    /// So many minutes go by.
    pub fn wait(&mut self, minutes: i64) -> &mut Self {
        self.now.0 += minutes * MINUTE;
        self
    }

    /// It is over.
    pub fn close(&mut self) -> &mut Self {
        let grade = grade(&self.activity, &self.state);
        self.happen(Body::Closed { grade })
    }

    /// What it comes to with these observations and acts.
    pub fn outcome(&self, seen: &[Seen], register: &Register) -> Outcome {
        let Some(Grade::Exam(grade)) = &self.state.closed else { panic!("an exam that is closed") };
        let drawn: Vec<StationId> = self.activity.plan.exam.iter().flat_map(|e| &e.stations).map(|(id, _)| id.clone()).collect();
        let case = Case {
            attempt: &self.activity.plan.attempt,
            scheme: self.activity.scheme().expect("an exam has one"),
            grade,
            talks: onduty::grade::exam::talks(&self.activity),
            drawn: &drawn,
            replies: &onduty::grade::written::replies(&self.activity, &self.state),
        };
        outcome(&case, seen, register)
    }

    /// The result as Wang Fang is told it: two attempts are left, the next from the day after on.
    pub fn told(&self, tongue: Tongue, outcome: &Outcome) -> Told {
        told(&ResultCase {
            activity: &self.activity,
            state: &self.state,
            events: &self.events,
            outcome,
            learner: "王芳",
            issued: None,
            taken: None,
            stands: None,
            afterwards: &Default::default(),
            again: Some(Moment(START.0 + 25 * 60 * MINUTE)),
            attempts_left: 2,
            error: Some("4.2"),
            zone: "Asia/Shanghai",
            objectives: &objectives(&self.library),
            lang: &tongue.lang(),
        })
        .expect("a closed exam")
    }
}

/// An observation.
pub fn seen(examiner: &str, library: &Library, station: &str, marks: &[(&str, u8)]) -> Seen {
    let station = &library.stations[&station.into()];
    let missed = |id: &&str| station.find(&(**id).into()).is_some_and(|r| r.critical);
    Seen {
        observation: AttemptId::from(format!("observation-of-{examiner}-{}", station.id)),
        examiner: examiner.into(),
        grade: StationGrade {
            station: station.id.clone(),
            points: onduty::base::points::Points::whole(marks.iter().map(|(_, mark)| i64::from(*mark)).sum()),
            total: station.total(),
            marks: marks.iter().map(|(id, mark)| ((*id).into(), *mark)).collect(),
            missed: marks.iter().filter(|(id, mark)| *mark == 0 && missed(id)).map(|(id, _)| (*id).into()).collect(),
            overall: None,
        },
    }
}
