//! Steps an attempt without any shell: the core's own loop, for laws.

use std::collections::BTreeMap;

use onduty::attempt::clock;
use onduty::attempt::decide::decide;
use onduty::attempt::event::{Body, Event, Recorded};
use onduty::attempt::plan::{Activity, Part, Plan, Step, Subject, Tries};
use onduty::attempt::prompt::{Next, next};
use onduty::attempt::state::State;
use onduty::base::dice::{Dice, Seed};
use onduty::base::moment::Moment;
use onduty::base::points::Points;
use onduty::grade::grade;
use onduty::model::course::Lesson;
use onduty::model::form::{Form, Reply};
use onduty::model::frozen::{Frame, Frozen};
use onduty::model::question::Question;
use onduty::model::scenario::Scenario;
use onduty::model::scenario::step::Stage;
use onduty::model::span::Span;

use crate::make::{self, text};

/// An attempt at a lesson with these questions and this scenario.
pub fn activity(seed: &[u8], questions: &[Question], scenario: &Scenario) -> Activity {
    let lesson = Lesson {
        id: "lesson".into(),
        title: text("一课"),
        objectives: vec![],
        body: text("正文"),
        check: vec![],
        practise: vec![],
    };
    let mut contents = vec![Frozen::Frame(Frame { title: text("课"), skills: BTreeMap::new() }), Frozen::Lesson(lesson)];
    let mut steps = vec![Step::Read { lesson: "lesson".into(), content: contents[1].digest() }];
    for question in questions {
        let frozen = Frozen::Question(Box::new(question.clone()));
        steps.push(Step::Ask { question: question.id.clone(), content: frozen.digest(), tries: Tries::Checkpoint });
        contents.push(frozen);
    }
    let stage = Stage::new(scenario.clone()).expect("random scenarios can be walked");
    let best = onduty::analysis::range::range(&stage).expect("small").best.unwrap_or_default();
    let frozen = Frozen::Scenario(Box::new(scenario.clone()));
    steps.push(Step::Play { scenario: scenario.id.clone(), content: frozen.digest(), best: best.max(Points::whole(1)) });
    contents.push(frozen);
    let plan = Plan {
        seed: Seed::from_bytes(seed),
        ..make::plan(Subject::Course("course".to_owned()), contents[0].digest(), vec![Part { steps, pace: None }])
    };
    Activity::new(plan, contents.into_iter().map(|c| (c.digest(), c)).collect()).expect("what was just frozen")
}

/// A reply that fits a form, at random.
pub fn any_reply(form: &Form, dice: &mut Dice) -> Reply {
    let mut keys = |all: &[onduty::model::form::Choice]| {
        let mut keys: Vec<_> = all.iter().map(|c| c.key.clone()).collect();
        dice.shuffle(&mut keys);
        keys
    };
    match form {
        Form::Next => Reply::Next,
        Form::PickOne(all) => Reply::Picked(keys(all).remove(0)),
        Form::PickMany(all) => {
            let mut keys = keys(all);
            keys.truncate(1 + dice.below(all.len()));
            Reply::PickedMany(keys.into_iter().collect())
        }
        Form::Sort(all) => Reply::Sorted(keys(all)),
        Form::Match { lefts, rights, reuse } => {
            let (lefts, rights) = (keys(lefts), keys(rights));
            let right = |n: usize| if *reuse { rights[n % rights.len()].clone() } else { rights[n].clone() };
            Reply::Matched(lefts.into_iter().enumerate().map(|(n, left)| (left, right(n))).collect())
        }
        Form::Number { .. } => Reply::Typed(dice.below(100).to_string()),
        Form::Line { .. } => Reply::Typed(format!("词{}", dice.below(3))),
        Form::Text { .. } => Reply::Typed(["您好", "抱歉", "抱歉，我马上查，今天下午给您答复"][dice.below(3)].to_owned()),
        Form::Rate(all) => Reply::Picked(keys(all).remove(0)),
        Form::Overall => Reply::Picked((1 + dice.below(5)).to_string().into()),
        Form::Menu(all) => Reply::Picked(all[dice.below(all.len())].key.clone()),
    }
}

/// Steps an attempt to its end with random replies, or until `stop` events are there.
pub fn play(activity: &Activity, mut events: Vec<Recorded>, replies: &Seed, stop: usize) -> (Vec<Recorded>, State) {
    let mut state = State::replay(activity, &events).expect("what was recorded follows");
    while events.len() < stop {
        let body = match next(activity, &state) {
            Next::Over => break,
            _ if events.is_empty() => (Body::Started { plan: Box::new(activity.plan.clone()) }, None),
            Next::Close => (Body::Closed { grade: grade(activity, &state) }, None),
            Next::Ask(prompt) => {
                // What is replied depends on how much was answered, not on how the run was cut.
                let mut dice = replies.dice("reply", &events.len().to_string());
                let reply = any_reply(&prompt.form, &mut dice);
                match clock::begins(activity, &state) {
                    Some(asked) => (asked, None),
                    None => {
                        decide(activity, &state, (&reply, Span::ZERO), &mut || "00".to_owned()).expect("the reply fits the form")
                    }
                }
            }
        };
        let recorded = record(activity, &state, body);
        state.apply(activity, &recorded).expect("what was decided follows");
        events.push(recorded);
    }
    (events, state)
}

/// An event with this body.
pub fn record(activity: &Activity, state: &State, (body, beside): onduty::attempt::decide::Decided) -> Recorded {
    let event = Event {
        attempt: activity.plan.attempt.clone(),
        seq: state.next_seq,
        at: Moment(0),
        by: activity.plan.actor(),
        body,
        previous: state.last,
    };
    Recorded { event, beside }
}
