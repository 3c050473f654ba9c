//! The golden walkthroughs beside the shipped scenarios, run through the one loop.

use std::collections::VecDeque;
use std::io;

use onduty::attempt::event::Leaving;
use onduty::base::moment::Moment;
use onduty::cli::room::Room;
use onduty::cli::session::{self, Ended};
use onduty::cli::start;
use onduty::content::walk::Walk;
use onduty::locale::{Tongue, Words};
use onduty::model::form::{Choice, Form, Reply};
use onduty::model::grade::Grade;
use onduty::model::page::{Block, Prompt};
use onduty::model::question::Misfit;
use onduty::store::{Learner, memory::Memory};
use onduty::terminal::{Asked, Asker};

use crate::desk::Desk;

/// Replies as the walk says; refuses to invent any.
struct Walker(VecDeque<(String, String)>);

impl Asker for Walker {
    fn set_head(&mut self, _: &str, _: &str) {}

    fn show(&mut self, _: &[Block]) -> io::Result<()> {
        Ok(())
    }

    fn ask(&mut self, prompt: &Prompt) -> io::Result<Asked> {
        let Form::PickOne(offered) = &prompt.form else { panic!("a talk asks for a reply at {}", prompt.id) };
        let Some((turn, reply)) = self.0.pop_front() else { return Ok(Asked::Left(Leaving::EndOfInput)) };
        assert!(prompt.id.ends_with(&format!("/{turn}")), "the walk says {turn}, the talk is at {}", prompt.id);
        let offered: Vec<&str> = offered.iter().map(|c| c.key.as_str()).collect();
        assert!(offered.contains(&reply.as_str()), "{reply} is not offered at {}: {offered:?}", prompt.id);
        Ok(Asked::Reply(Reply::Picked(reply.as_str().into())))
    }

    fn refuse(&mut self, misfit: &Misfit) -> io::Result<()> {
        panic!("a walk's reply was refused: {misfit:?}")
    }

    fn choose(&mut self, _: &str, _: &[Choice], _: &str) -> io::Result<Asked> {
        Ok(Asked::Left(Leaving::EndOfInput))
    }

    fn line(&mut self, _: &str, _: usize) -> io::Result<Asked> {
        Ok(Asked::Left(Leaving::EndOfInput))
    }
}

fn run(walk: &Walk, desk: &Desk) -> Result<(), String> {
    let mut ports = desk.ports(Box::new(io::sink()), || Box::new(io::sink()));
    let loaded = onduty::content::load_shipped();
    let scenario = loaded.library.scenarios[&walk.scenario].clone();
    let learner =
        Learner { id: "walker".into(), name: "走".into(), staff_number: None, language: None, plain: false, created: Moment(0) };
    let replies = walk.steps.iter().map(|s| (s.turn.to_string(), s.reply.to_string())).collect();
    let mut room = Room {
        ports: &mut ports,
        library: loaded.library,
        store: Box::new(Memory::default()),
        learner,
        words: std::rc::Rc::new(Words::new(Tongue::Zh)),
        lang: "zh-CN".into(),
        asker: Box::new(Walker(replies)),
        look: onduty::cli::look::Look { plain: true, screen: onduty::terminal::screen::Screen::bare(80, 24) },
        scripted: true,
        broken: Default::default(),
        at_home: false,
    };
    let (plan, contents) = start::play(&room, &scenario).map_err(|f| format!("{f:?}"))?;
    let attempt = session::begin(&mut room, plan, &contents).map_err(|f| format!("{f:?}"))?;
    let grade = match session::run(&mut room, &attempt).map_err(|f| format!("{f:?}"))? {
        Ended::Closed { grade, .. } => match *grade {
            Grade::Play(grade) => grade,
            other => return Err(format!("{other:?}")),
        },
        Ended::Left(_) => return Err("the walk stops before the end".to_owned()),
    };
    let percent = grade.share.percent().split('.').next().unwrap_or_default().parse::<u8>().expect("0 to 100");
    let came = (grade.ending.to_string(), grade.points, percent, grade.passed);
    let said = (walk.expect.ending.to_string(), walk.expect.points, walk.expect.percent, walk.expect.passed);
    if came == said { Ok(()) } else { Err(format!("came to {came:?}, the walk says {said:?}")) }
}

#[test]
fn every_shipped_walk_comes_to_what_it_says() {
    let desk = Desk::empty();
    let walks = onduty::content::load_shipped().walks;
    let wrong: Vec<String> =
        walks.iter().filter_map(|w| run(w, &desk).err().map(|e| format!("{} {}: {e}", w.scenario, w.id))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(walks.len() >= 36, "model, mistake and red line for each of twelve");
}

#[test]
fn every_shipped_scenario_has_a_model_a_mistake_and_a_red_line() {
    let loaded = onduty::content::load_shipped();
    for scenario in loaded.library.scenarios.keys() {
        let of: Vec<&Walk> = loaded.walks.iter().filter(|w| w.scenario == *scenario).collect();
        let named = |id: &str| of.iter().find(|w| w.id == id).unwrap_or_else(|| panic!("{scenario} has no walk {id}"));
        assert!(named("model").expect.passed && named("model").expect.percent >= 95, "{scenario}");
        assert!(!named("mistake").expect.passed && !named("red-line").expect.passed, "{scenario}");
    }
}
