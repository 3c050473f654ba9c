//! A candidate who knows the key and sits at the keyboard: for schemes that take answers from persons only. The exam is stepped by the
//! one loop; who may sit was looked at elsewhere.

use std::collections::{BTreeMap, VecDeque};
use std::io;

use onduty::attempt::blueprint::{Seen, draw};
use onduty::attempt::event::{Beside, Leaving};
use onduty::attempt::plan::Plan;
use onduty::base::id::AttemptId;
use onduty::cli::room::Room;
use onduty::cli::session::{self, Ended};
use onduty::cli::start;
use onduty::content::files::Root;
use onduty::content::{Loaded, load, load_shipped};
use onduty::locale::{Tongue, Words};
use onduty::model::form::{Choice, Form, Reply, Says};
use onduty::model::library::Library;
use onduty::model::licence::Requires;
use onduty::model::page::{Block, Prompt};
use onduty::model::question::Misfit;
use onduty::store::Store as _;
use onduty::store::sqlite::Sqlite;
use onduty::terminal::{Asked, Asker};

use crate::desk::Desk;

/// 陈小满, who sits an exam.
pub struct Candidate<'a> {
    desk: &'a Desk,
    licence: &'a str,
    scripted: bool,
    prepared: bool,
    altered: fn(&mut Plan),
}

impl<'a> Candidate<'a> {
    /// At the keyboard, before the exam of a licence of the shelf, or of the shipped library where there is no shelf.
    pub fn new(desk: &'a Desk, licence: &'a str) -> Self {
        Self { desk, licence, scripted: false, prepared: false, altered: |_| {} }
    }

    /// Answers from a file, whatever the scheme says.
    pub fn by_script(self) -> Self {
        Self { scripted: true, ..self }
    }

    /// Does first what the scheme asks for: its courses, the text to agree to.
    pub fn prepared(self) -> Self {
        Self { prepared: true, ..self }
    }

    /// By a program that lays the form out otherwise than the scheme says.
    pub fn with_plan(self, altered: fn(&mut Plan)) -> Self {
        Self { altered, ..self }
    }

    /// Sits it and answers all of it right.
    pub fn sits(&self) -> AttemptId {
        let shelf = self.desk.path("shelf");
        let loaded = if shelf.is_dir() { load(vec![Root::read(&shelf)]) } else { load_shipped() };
        let store = Sqlite::open(&self.desk.path("data/onduty.db")).expect("a store");
        let learner = store.learners().expect("readable").into_iter().find(|l| l.name == "陈小满").expect("enrolled");
        let mut ports = self.desk.ports(Box::new(io::sink()), || Box::new(io::sink()));
        let seed = ports.seed();
        let mut room = Room {
            ports: &mut ports,
            asker: Box::new(Knowing::new(&loaded)),
            library: loaded.library.clone(),
            store: Box::new(store),
            learner,
            words: std::rc::Rc::new(Words::new(Tongue::Zh)),
            lang: "zh-CN".into(),
            look: onduty::cli::look::Look { plain: true, screen: onduty::terminal::screen::Screen::bare(80, 24) },
            scripted: self.scripted,
            broken: BTreeMap::new(),
            at_home: false,
        };
        let scheme = &loaded.library.licences[&self.licence.into()];
        if self.prepared {
            room.asker = Box::new(Knowing { models: BTreeMap::new(), ..Knowing::new(&loaded) });
            prepare(&mut room, &scheme.requires);
            room.asker = Box::new(Knowing::new(&loaded));
        }
        let form = draw(&loaded.library, scheme, &Seen::default(), &seed).expect("enough to draw from");
        let holder = Beside { salt: "00".repeat(16), words: room.learner.name.clone() };
        let terms = start::Terms { pledge: "我保证", holder: holder.digest() };
        let (mut plan, contents) = start::exam(&room, scheme, &form, seed, &terms).expect("it can be sat");
        (self.altered)(&mut plan);
        let attempt = session::begin_with(&mut room, plan, &contents, Some(holder)).expect("begun");
        let ended = session::run(&mut room, &attempt).expect("no trouble");
        assert!(matches!(ended, Ended::Closed { .. }), "{ended:?}");
        attempt
    }
}

/// Learns the courses and agrees to the text.
fn prepare(room: &mut Room<'_>, requires: &Requires) {
    let library = room.library.clone();
    let mut plans = Vec::new();
    for id in &requires.courses {
        plans.push(start::course(room, &library.courses[id]).expect("it can be learned"));
    }
    plans.extend(requires.agreement.iter().map(|id| start::agreement(room, id, &library.agreements[id])));
    for (plan, contents) in plans {
        let attempt = session::begin(room, plan, &contents).expect("begun");
        let ended = session::run(room, &attempt).expect("no trouble");
        assert!(matches!(ended, Ended::Closed { .. }), "{ended:?}");
    }
}

/// Answers by the key, and in talks by the walk that is called a model.
struct Knowing {
    library: Library,
    models: BTreeMap<String, VecDeque<String>>,
}

impl Knowing {
    fn new(loaded: &Loaded) -> Self {
        let model = |w: &onduty::content::walk::Walk| {
            (w.scenario.to_string(), w.steps.iter().filter_map(|step| step.said.reply()).map(ToString::to_string).collect())
        };
        Self { library: loaded.library.clone(), models: loaded.walks.iter().filter(|w| w.id == "model").map(model).collect() }
    }

    fn reply(&mut self, prompt: &Prompt) -> Reply {
        let asked = self.library.question(&prompt.id.as_str().into());
        if let Some(question) = asked.filter(|_| prompt.form != Form::Next) {
            return question.key(&"zh-CN".into()).reply().expect("a key is an answer");
        }
        match &prompt.form {
            Form::Next => Reply::Next,
            Form::Menu(all) => {
                let on = all.iter().find(|e| matches!(e.says, Says::HandIn | Says::Sure | Says::Agree)).expect("all is answered");
                Reply::Picked(on.key.clone())
            }
            Form::PickOne(offered) => {
                let (scenario, _) = prompt.id.split_once('/').expect("a turn of a talk");
                let model = self.models.get_mut(scenario).and_then(VecDeque::pop_front);
                // Without a model: the shelf's talks are won by looking up, the courses' need not be won.
                let other = offered.iter().find(|c| c.key.as_str() == "look").unwrap_or(&offered[0]);
                Reply::Picked(model.map_or_else(|| other.key.clone(), Into::into))
            }
            Form::Text { .. } => {
                let (scenario, turn) = prompt.id.split_once('/').expect("a turn of a talk");
                let turn = self.library.scenarios[&scenario.into()].turn(&turn.into()).expect("it is there");
                let onduty::model::scenario::Way::Write(write) = &turn.way else { panic!("{} asks for a text", prompt.id) };
                Reply::Typed(write.writing.sample.get(&"zh-CN".into()).to_owned())
            }
            other => panic!("{} asks {other:?}", prompt.id),
        }
    }
}

impl Asker for Knowing {
    fn set_head(&mut self, _: &str, _: &str) {}

    fn show(&mut self, _: &[Block]) -> io::Result<()> {
        Ok(())
    }

    fn ask(&mut self, prompt: &Prompt) -> io::Result<Asked> {
        Ok(Asked::Reply(self.reply(prompt)))
    }

    fn refuse(&mut self, misfit: &Misfit) -> io::Result<()> {
        panic!("the key was refused: {misfit:?}")
    }

    fn choose(&mut self, _: &str, _: &[Choice], _: &str) -> io::Result<Asked> {
        Ok(Asked::Left(Leaving::EndOfInput))
    }

    fn line(&mut self, _: &str, _: usize) -> io::Result<Asked> {
        Ok(Asked::Left(Leaving::EndOfInput))
    }
}
