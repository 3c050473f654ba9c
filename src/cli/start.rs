//! What is to be done becomes a plan: content frozen by digest, the best attainable settled.
//!
//! One function a subject (a drill's way is found in `drill`). From here on an attempt knows its content by digest only; `session` records the plan and steps it.

mod drill;
mod known;

pub use self::known::Known;
use serde::{Deserialize, Serialize};

use super::failure::{Exit, Failure};
use super::room::Room;
use crate::analysis::faults::{Fault, faults};
use crate::analysis::graph::MOST;
use crate::analysis::range::range;
use crate::attempt::blueprint::{Form, Seen};
use crate::attempt::plan::{Exam, Observes, Pace, Part, PartOf, Plan, Step, Subject, Tries, begun};
use crate::base::dice::{ALGORITHM, Seed};
use crate::base::digest::Digest;
use crate::base::id::{AgreementId, Did, LicenceId, SittingId, StationId};
use crate::base::points::Points;
use crate::grade::memory::{Memory, Thing};
use crate::model::course::{Course, Lesson};
use crate::model::frozen::{Agreement, Frame, Frozen};
use crate::model::grade::RULES;
use crate::model::library::{Bank, Library};
use crate::model::licence::Scheme;
use crate::model::question::Question;
use crate::model::scenario::Scenario;
use crate::model::scenario::step::Stage;
use crate::model::station::Station;
use crate::model::text::Text;
use crate::store::{STORE_KEY, Store};

/// A plan in the making.
struct Draft {
    parts: Vec<Part>,
    contents: Vec<Frozen>,
}

/// The parts of a course: one a lesson.
///
/// # Errors
/// `Failure` where a scenario of it cannot be played.
pub fn course(room: &Room<'_>, course: &Course) -> Result<(Plan, Vec<Frozen>), Failure> {
    let mut draft = Draft { parts: Vec::new(), contents: Vec::new() };
    for lesson in &course.lessons {
        let part = draft.lesson(&room.library, lesson)?;
        draft.parts.push(part);
    }
    Ok(draft.plan(room, Subject::Course(course.id.to_string()), &course.title, room.ports.seed()))
}

/// A quiz: so many questions of a bank, drawn by the seed, in the order drawn.
pub fn quiz(room: &Room<'_>, bank: &Bank, count: usize) -> (Plan, Vec<Frozen>) {
    let seed = room.ports.seed();
    let mut drawn: Vec<&Question> = bank.questions.iter().collect();
    seed.dice("draw", bank.id.as_str()).shuffle(&mut drawn);
    drawn.truncate(count);
    let mut draft = Draft { parts: Vec::new(), contents: Vec::new() };
    let steps = drawn.into_iter().map(|q| draft.ask(q, Tries::Once)).collect();
    draft.parts.push(Part { steps, pace: None });
    draft.plan(room, Subject::Bank(bank.id.to_string()), &bank.title, seed)
}

/// What comes back today: each thing once, in this order, no more than so many. `None` where nothing of it can be asked.
pub fn review(room: &Room<'_>, due: &[Memory], count: usize) -> Option<(Plan, Vec<Frozen>)> {
    let mut draft = Draft { parts: Vec::new(), contents: Vec::new() };
    let mut steps = Vec::new();
    for memory in due {
        steps.extend(match &memory.thing {
            Thing::Question(id) => room.library.question(id).map(|question| draft.ask(question, Tries::Once)),
            Thing::Turn(scenario, turn) => {
                let scenario = room.library.scenarios.get(scenario);
                scenario.and_then(|it| drill::step(room, it, turn, &memory.place)).map(|step| draft.drill(step))
            }
        });
        if steps.len() == count {
            break;
        }
    }
    if steps.is_empty() {
        return None;
    }
    draft.parts.push(Part { steps, pace: None });
    let title = Text::new([(room.lang.clone(), room.title(&Subject::Review))]);
    Some(draft.plan(room, Subject::Review, &title, room.ports.seed()))
}

/// One role-play.
///
/// # Errors
/// `Failure` where it cannot be played.
pub fn play(room: &Room<'_>, scenario: &Scenario) -> Result<(Plan, Vec<Frozen>), Failure> {
    let mut draft = Draft { parts: Vec::new(), contents: Vec::new() };
    let steps = vec![draft.play(scenario)?];
    draft.parts.push(Part { steps, pace: None });
    Ok(draft.plan(room, Subject::Scenario(scenario.id.to_string()), &scenario.title, room.ports.seed()))
}

/// One role-play as its author looks at it, ready or not: what may stop a learner stops nobody here, and where nothing can be earned
/// nothing is.
///
/// # Errors
/// `Failure` where it cannot be walked at all.
pub fn preview(room: &Room<'_>, scenario: &Scenario) -> Result<(Stage, Plan, Vec<Frozen>), Failure> {
    let unfit = |_| Failure::new(Exit::Content, "fail-unfit", [("id", scenario.id.as_str())]).hint("hint-check", []);
    let stage = Stage::new(scenario.clone()).map_err(unfit)?;
    let best = range(&stage).ok().and_then(|range| range.best).unwrap_or_default();
    let mut draft = Draft { parts: Vec::new(), contents: Vec::new() };
    let content = draft.keep(Frozen::Scenario(Box::new(scenario.clone())));
    let steps = vec![Step::Play { scenario: scenario.id.clone(), content, best }];
    draft.parts.push(Part { steps, pace: None });
    let (plan, contents) = draft.plan(room, Subject::Scenario(scenario.id.to_string()), &scenario.title, room.ports.seed());
    Ok((stage, plan, contents))
}

/// On what terms an exam is sat.
pub struct Terms<'a> {
    /// The words the candidate agreed to.
    pub pledge: &'a str,
    /// The salted digest of the candidate's name.
    pub holder: Digest,
}

/// What an examiner is asked at a station: all of an observation's plan that follows from the station alone.
pub fn watched(station: &Station) -> Vec<Part> {
    laid_out(station).parts
}

fn laid_out(station: &Station) -> Draft {
    let mut draft = Draft { parts: Vec::new(), contents: Vec::new() };
    let content = draft.keep(Frozen::Station(Box::new(station.clone())));
    let mut steps: Vec<Step> = station.rated().map(|r| Step::Rate { rated: r.id.clone(), content }).collect();
    steps.push(Step::Overall { content });
    draft.parts.push(Part { steps, pace: Some(Pace { of: PartOf::Station, limit: None }) });
    draft
}

/// An exam: a form that was drawn, under its scheme, with the words the candidate agreed to.
///
/// # Errors
/// `Failure` where a role-play of it cannot be played.
pub fn exam(
    room: &Room<'_>,
    scheme: &Scheme,
    form: &Form<'_>,
    seed: Seed,
    terms: &Terms<'_>,
) -> Result<(Plan, Vec<Frozen>), Failure> {
    let (dealt, contents) = dealt(scheme, form)?;
    let mut draft = Draft { parts: dealt.parts, contents };
    let scheme_digest = draft.keep(Frozen::Scheme(Box::new(scheme.clone())));
    let (mut plan, contents) = draft.plan(room, Subject::Licence(scheme.id.to_string()), &scheme.title, seed);
    let (pledge, stations) = (terms.pledge.to_owned(), dealt.stations);
    plan.exam = Some(Exam { scheme: scheme_digest, pledge, holder: terms.holder, stations, sitting: None });
    Ok((plan, contents))
}

/// What a desk settled of a candidate's exam before the sitting, and lays sealed into its paper.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Laid {
    /// Its seed.
    pub seed: Seed,
    /// The parts at the screen, with their limits.
    pub parts: Vec<Part>,
    /// The stations.
    pub stations: Vec<(StationId, Digest)>,
}

impl Laid {
    /// What its candidate meets in it.
    pub fn met(&self) -> Seen {
        let mut met = Seen::default();
        met.add_laid(&self.parts, &self.stations);
        met
    }

    /// Whether it is what a plan asks.
    pub fn is_of(&self, plan: &Plan) -> bool {
        let stations = plan.exam.as_ref().map(|exam| &exam.stations);
        self.seed == plan.seed && self.parts == plan.parts && Some(&self.stations) == stations
    }
}

/// An exam as a desk laid it out: `frame` and `scheme` are its frozen titles and rules.
pub fn seated(
    room: &Room<'_>,
    laid: &Laid,
    (frame, scheme): (Digest, (&LicenceId, Digest)),
    terms: &Terms<'_>,
    sitting: &SittingId,
) -> Plan {
    let (subject, parts) = (Subject::Licence(scheme.0.to_string()), laid.parts.clone());
    let mut plan = planned(room, subject, frame, parts, laid.seed);
    let (pledge, stations, sitting) = (terms.pledge.to_owned(), laid.stations.clone(), Some(sitting.clone()));
    plan.exam = Some(Exam { scheme: scheme.1, pledge, holder: terms.holder, stations, sitting });
    plan
}

/// The titles that an exam's pages name.
pub fn frame(library: &Library, title: &Text) -> Frozen {
    Frozen::Frame(Frame { title: title.clone(), skills: library.skills.iter().cloned().collect() })
}

/// What a form comes to in an exam's plan: all of it that follows from scheme and form alone.
pub struct Dealt {
    /// The parts at the screen, with their limits.
    pub parts: Vec<Part>,
    /// The stations.
    pub stations: Vec<(StationId, Digest)>,
}

/// Makes items into steps.
pub trait Deal {
    /// A question.
    fn ask(&mut self, question: &Question, tries: Tries) -> Step;
    /// A role-play.
    ///
    /// # Errors
    /// `Failure` where it cannot be played.
    fn play(&mut self, scenario: &Scenario) -> Result<Step, Failure>;
    /// A station; its digest.
    fn watch(&mut self, station: &Station) -> Digest;
}

/// Lays a form out.
///
/// # Errors
/// `Failure` where a role-play of it cannot be played.
pub fn laid(scheme: &Scheme, form: &Form<'_>, deal: &mut dyn Deal) -> Result<Dealt, Failure> {
    let mut parts = Vec::new();
    if let Some(theory) = &scheme.theory {
        let steps = form.questions.iter().map(|q| deal.ask(q, Tries::Once)).collect();
        parts.push(Part { steps, pace: Some(Pace { of: PartOf::Theory, limit: Some(theory.limit) }) });
    }
    if let Some(practice) = scheme.practice.as_ref().filter(|_| !form.talks.is_empty()) {
        let steps = form.talks.iter().map(|talk| deal.play(talk)).collect::<Result<_, _>>()?;
        parts.push(Part { steps, pace: Some(Pace { of: PartOf::Practice, limit: Some(practice.limit) }) });
    }
    let stations = form.stations.iter().map(|s| (s.id.clone(), deal.watch(s))).collect();
    Ok(Dealt { parts, stations })
}

/// The same with the content that it is made from.
///
/// # Errors
/// As `laid`.
pub fn dealt(scheme: &Scheme, form: &Form<'_>) -> Result<(Dealt, Vec<Frozen>), Failure> {
    let mut draft = Draft { parts: Vec::new(), contents: Vec::new() };
    let dealt = laid(scheme, form, &mut draft)?;
    Ok((dealt, draft.contents))
}

/// Best attainable of a role-play, exact.
///
/// # Errors
/// `Failure` where it cannot be played to an end.
pub fn best(scenario: &Scenario) -> Result<Points, Failure> {
    let unfit = || Failure::new(Exit::Content, "fail-unfit", [("id", scenario.id.as_str())]).hint("hint-check", []);
    let stage = Stage::new(scenario.clone()).map_err(|_| unfit())?;
    // A talk in which somebody may be left without a reply is not begun: an attempt at it could never end.
    let faults = faults(&stage, MOST);
    if faults.contains(&Fault::TooLarge) {
        return Err(Failure::new(Exit::Content, "fail-too-many-states", [("id", scenario.id.as_str())]).hint("hint-check", []));
    }
    let stuck = faults.iter().any(|f| matches!(f, Fault::Dead(..)));
    range(&stage).ok().and_then(|r| r.best).filter(|best| *best > Points::ZERO && !stuck).ok_or_else(unfit)
}

/// Questions to try the keys on, with an answer sheet; no exam.
pub fn warm_up(room: &Room<'_>, questions: &[Question]) -> (Plan, Vec<Frozen>) {
    let mut draft = Draft { parts: Vec::new(), contents: Vec::new() };
    let steps = questions.iter().map(|q| draft.ask(q, Tries::Once)).collect();
    draft.parts.push(Part { steps, pace: Some(Pace { of: PartOf::Theory, limit: None }) });
    draft.plan(room, Subject::Bank("warm-up".to_owned()), &Text::default(), room.ports.seed())
}

/// A text to agree to.
pub fn agreement(room: &Room<'_>, id: &AgreementId, (title, text): &(Text, Text)) -> (Plan, Vec<Frozen>) {
    let mut draft = Draft { parts: Vec::new(), contents: Vec::new() };
    let content = draft.keep(agreed(id, (title, text)));
    draft.parts.push(Part { steps: vec![Step::Agree { agreement: id.clone(), content }], pace: None });
    draft.plan(room, Subject::Agreement(id.to_string()), title, room.ports.seed())
}

/// A text to agree to, as it is frozen.
pub fn agreed(id: &AgreementId, (title, text): (&Text, &Text)) -> Frozen {
    Frozen::Agreement(Agreement { id: id.clone(), title: title.clone(), text: text.clone() })
}

/// An examiner's observation of a candidate at a station, as the exam froze it. `room.learner` is the candidate.
pub fn observation(room: &Room<'_>, station: &Station, observes: Observes) -> (Plan, Vec<Frozen>) {
    let draft = laid_out(station);
    let (mut plan, contents) = draft.plan(room, Subject::Station(station.id.to_string()), &station.title, room.ports.seed());
    plan.observes = Some(observes);
    (plan, contents)
}

impl Draft {
    fn keep(&mut self, frozen: Frozen) -> Digest {
        let digest = frozen.digest();
        self.contents.push(frozen);
        digest
    }

    fn lesson(&mut self, library: &Library, lesson: &Lesson) -> Result<Part, Failure> {
        let frozen = Frozen::Lesson(lesson.clone());
        let mut steps = vec![Step::Read { lesson: lesson.id.clone(), content: frozen.digest() }];
        self.contents.push(frozen);
        for question in lesson.check.iter().filter_map(|id| library.question(id)) {
            steps.push(self.ask(question, Tries::Checkpoint));
        }
        for scenario in lesson.practise.iter().filter_map(|id| library.scenarios.get(id)) {
            steps.push(self.play(scenario)?);
        }
        Ok(Part { steps, pace: None })
    }

    fn drill(&mut self, (step, scenario): (Step, Frozen)) -> Step {
        self.contents.push(scenario);
        step
    }

    fn plan(mut self, room: &Room<'_>, subject: Subject, title: &Text, seed: Seed) -> (Plan, Vec<Frozen>) {
        let frame = frame(&room.library, title);
        let plan = planned(room, subject, frame.digest(), self.parts, seed);
        self.contents.push(frame);
        (plan, self.contents)
    }
}

/// A plan of this learner, here and now.
fn planned(room: &Room<'_>, subject: Subject, frame: Digest, parts: Vec<Part>, seed: Seed) -> Plan {
    let plan = Plan {
        attempt: room.ports.attempt_id(),
        learner: room.learner.id.clone(),
        subject,
        language: room.lang.clone(),
        seed,
        dice: ALGORITHM.to_owned(),
        rules: RULES,
        conduct: room.conduct(),
        frame,
        parts,
        exam: None,
        observes: None,
        appeals: None,
        allowance: None,
    };
    begun_here(room.store.as_ref(), plan)
}

/// The plan with an id that says that it began here, as soon as this store has a key.
pub fn begun_here(store: &dyn Store, plan: Plan) -> Plan {
    // A store that cannot be read says so when the attempt is to be written there.
    let key = store.setting(STORE_KEY).ok().flatten().map(|key| Did::from(key.as_str()));
    let attempt = key.and_then(|key| begun::id(&key, &plan, &plan.attempt));
    Plan { attempt: attempt.unwrap_or_else(|| plan.attempt.clone()), ..plan }
}

impl Deal for Draft {
    fn ask(&mut self, question: &Question, tries: Tries) -> Step {
        let content = self.keep(Frozen::Question(Box::new(question.clone())));
        Step::Ask { question: question.id.clone(), content, tries }
    }

    fn play(&mut self, scenario: &Scenario) -> Result<Step, Failure> {
        let best = best(scenario)?;
        let content = self.keep(Frozen::Scenario(Box::new(scenario.clone())));
        Ok(Step::Play { scenario: scenario.id.clone(), content, best })
    }

    fn watch(&mut self, station: &Station) -> Digest {
        self.keep(Frozen::Station(Box::new(station.clone())))
    }
}
