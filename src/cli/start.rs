//! What is to be done becomes a plan: content frozen by digest, the best attainable settled.

use super::failure::{Exit, Failure};
use super::room::Room;
use crate::analysis::faults::{Fault, faults};
use crate::analysis::graph::MOST;
use crate::analysis::range::range;
use crate::attempt::plan::{Part, Plan, Step, Subject, Tries};
use crate::base::dice::{ALGORITHM, Seed};
use crate::base::points::Points;
use crate::model::course::{Course, Lesson};
use crate::model::frozen::{Frame, Frozen};
use crate::model::grade::RULES;
use crate::model::library::{Bank, Library};
use crate::model::question::Question;
use crate::model::scenario::Scenario;
use crate::model::scenario::step::Stage;
use crate::model::text::Text;

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

impl Draft {
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

    fn ask(&mut self, question: &Question, tries: Tries) -> Step {
        let frozen = Frozen::Question(question.clone());
        let step = Step::Ask { question: question.id.clone(), content: frozen.digest(), tries };
        self.contents.push(frozen);
        step
    }

    fn play(&mut self, scenario: &Scenario) -> Result<Step, Failure> {
        let unfit = || Failure::new(Exit::Content, "fail-unfit", [("id", scenario.id.as_str())]).hint("hint-check", []);
        let stage = Stage::new(scenario.clone()).map_err(|_| unfit())?;
        // A talk in which somebody may be left without a reply is not begun: an attempt at it could never end.
        let faults = faults(&stage, MOST);
        if faults.contains(&Fault::TooLarge) {
            return Err(
                Failure::new(Exit::Content, "fail-too-many-states", [("id", scenario.id.as_str())]).hint("hint-check", [])
            );
        }
        let stuck = faults.iter().any(|f| matches!(f, Fault::Dead(..)));
        let best = range(&stage).ok().and_then(|r| r.best).filter(|best| *best > Points::ZERO && !stuck).ok_or_else(unfit)?;
        let frozen = Frozen::Scenario(Box::new(scenario.clone()));
        let step = Step::Play { scenario: scenario.id.clone(), content: frozen.digest(), best };
        self.contents.push(frozen);
        Ok(step)
    }

    fn plan(mut self, room: &Room<'_>, subject: Subject, title: &Text, seed: Seed) -> (Plan, Vec<Frozen>) {
        let frame = Frozen::Frame(Frame { title: title.clone(), skills: room.library.skills.iter().cloned().collect() });
        let plan = Plan {
            attempt: room.ports.attempt_id(),
            learner: room.learner.id.clone(),
            subject,
            language: room.lang.clone(),
            seed,
            dice: ALGORITHM.to_owned(),
            rules: RULES,
            conduct: room.conduct(),
            frame: frame.digest(),
            parts: self.parts,
            exam: None,
            observes: None,
        };
        self.contents.push(frame);
        (plan, self.contents)
    }
}
