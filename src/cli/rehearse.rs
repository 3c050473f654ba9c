//! Sessions that leave no record: a trainer tries a scenario, a walk is walked. The one loop steps them like any other attempt; the
//! store ends with the room.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::rc::Rc;

use super::failure::Failure;
use super::look::Look;
use super::ports::Ports;
use super::recall::recall;
use super::room::{Room, lang};
use super::session::{self, Ended};
use super::start;
use crate::attempt::event::Leaving;
use crate::attempt::plan::Plan;
use crate::base::id::{AttemptId, ReplyId, ScenarioId, TurnId};
use crate::base::moment::Moment;
use crate::content::walk::{Expect, Made, Said, Step, Walk};
use crate::locale::Words;
use crate::model::form::{Choice, CountsAs, Form, Reply};
use crate::model::frozen::Frozen;
use crate::model::grade::{Grade, PlayGrade};
use crate::model::library::Library;
use crate::model::page::{Block, Prompt};
use crate::model::question::Misfit;
use crate::model::scenario::step::Deed;
use crate::model::span::Span;
use crate::store::{Learner, Post, memory::Memory};
use crate::terminal::screen::Screen;
use crate::terminal::turn_clock::TurnClock;
use crate::terminal::{Asked, Asker};

/// A room whose record ends with it.
pub fn room<'a>(ports: &'a mut Ports, library: Library, words: &Rc<Words>, look: Look, asker: Box<dyn Asker>) -> Room<'a> {
    let name = words.get("rehearse-name");
    let learner = Learner {
        id: "trainer".into(),
        name,
        staff_number: None,
        language: None,
        plain: look.plain,
        created: Moment(0),
        post: Post::default(),
    };
    Room {
        ports,
        lang: lang(&library, words),
        library,
        store: Box::new(Memory::default()),
        learner,
        words: words.clone(),
        asker,
        look,
        scripted: true,
        broken: BTreeMap::new(),
        at_home: false,
    }
}

/// What a role-play came to that was stepped to its end.
pub struct Played {
    /// Its grade.
    pub grade: PlayGrade,
    /// The replies chosen, by number on the stage.
    pub path: Vec<usize>,
    /// The same by name.
    pub steps: Vec<Made>,
}

impl Played {
    /// As a walk says it.
    pub fn expect(&self) -> Expect {
        let grade = &self.grade;
        let percent = grade.share.percent();
        Expect {
            ending: grade.ending.clone(),
            points: grade.points,
            percent: percent.split('.').next().and_then(|whole| whole.parse().ok()).unwrap_or(100),
            passed: grade.passed,
            timeliness: grade.timeliness.map(|it| it.earned),
        }
    }
}

/// Replies chosen: by number on the stage, and by name.
pub type Path = (Vec<usize>, Vec<Made>);

/// Reads back what was played so far, ended or not.
///
/// # Errors
/// `Failure` of the store.
pub fn path(room: &Room<'_>, attempt: &AttemptId) -> Result<Path, Failure> {
    let kept = recall(room.store.as_ref(), attempt)?;
    let Some(play) = kept.state.plays.first() else { return Ok((Vec::new(), Vec::new())) };
    let stage = kept.activity.stage(&kept.activity.step(play.at).content());
    let path: Vec<usize> = play.path.iter().map(|(_, reply)| *reply).collect();
    let step = |(n, number): (usize, &usize)| {
        let (turn, reply) = stage.reply(*number);
        let text = play.written.get(&n).map(|it| Said::Text(it.text.clone().unwrap_or_default()));
        let said = match stage.deed(*number) {
            Deed::Silence => Said::Silence,
            _ => text.unwrap_or_else(|| Said::Reply(reply.id.clone())),
        };
        let band = play.took.get(&n).map(|took| took.band().unwrap_or(took.time.limits.len()) + 1).filter(|band| *band > 1);
        Made { turn: turn.id.clone(), said, band }
    };
    let steps = path.iter().enumerate().map(step).collect();
    Ok((path, steps))
}

/// Plays a role-play once; `None` where whoever replies left.
///
/// # Errors
/// `Failure` of the asker.
pub fn play(room: &mut Room<'_>, plan: Plan, contents: &[Frozen]) -> Result<(AttemptId, Option<Played>), Failure> {
    // Nothing of one rehearsal is looked at in another.
    room.store = Box::new(Memory::default());
    let attempt = session::begin(room, plan, contents)?;
    let played = match session::run(room, &attempt)? {
        Ended::Closed { grade, .. } => match *grade {
            Grade::Play(grade) => {
                let (path, steps) = path(room, &attempt)?;
                Some(Played { grade, path, steps })
            }
            _ => None,
        },
        Ended::Left(_) => None,
    };
    Ok((attempt, played))
}

/// Where a walk leaves the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stray {
    /// At this step the talk stands at another turn.
    OtherTurn {
        /// The step, from 0.
        step: usize,
        /// Where it stands.
        at: TurnId,
    },
    /// At this step the reply is not offered.
    NotOffered {
        /// The step, from 0.
        step: usize,
        /// What is.
        offered: Vec<ReplyId>,
    },
    /// At this step no clock runs, or not so that it can be as slow as the walk says.
    NoClock {
        /// The step, from 0.
        step: usize,
    },
    /// The talk is over before this step.
    Over {
        /// The step, from 0.
        step: usize,
    },
    /// There are no more steps, and the talk stands here.
    Stops {
        /// Where it stands.
        at: TurnId,
    },
}

/// What a walk came to.
pub enum Came {
    /// To what it expects.
    Expected,
    /// To its end, but to this.
    Elsewhere(Expect),
    /// Off the way.
    Strayed(Stray),
    /// Its scenario cannot be played.
    Unfit(Failure),
}

/// Walks walks, through the one loop.
pub struct Walker<'a> {
    room: Room<'a>,
    guide: Rc<RefCell<Guide>>,
    plans: BTreeMap<ScenarioId, Result<(Plan, Vec<Frozen>), Failure>>,
}

impl<'a> Walker<'a> {
    /// For the walks of a library.
    pub fn new(ports: &'a mut Ports, library: Library, words: &Rc<Words>) -> Self {
        let guide = Rc::<RefCell<Guide>>::default();
        let look = Look { plain: true, screen: Screen::bare(80, 24) };
        let room = room(ports, library, words, look, Box::new(Steps { guide: guide.clone(), turn: None, counts: None }));
        Self { room, guide, plans: BTreeMap::new() }
    }

    /// Walks one: what it came to, and the replies chosen until then, by number on the stage.
    ///
    /// # Errors
    /// `Failure` that is our bug: a walk's store and asker do not fail.
    pub fn walk(&mut self, walk: &Walk) -> Result<(Came, Vec<usize>), Failure> {
        let (plan, contents) = match self.plan(&walk.scenario) {
            Ok(planned) => planned.clone(),
            Err(failure) => return Ok((Came::Unfit(failure.clone()), Vec::new())),
        };
        *self.guide.borrow_mut() = Guide { steps: walk.steps.iter().cloned().collect(), of: walk.steps.len(), strayed: None };
        let (attempt, played) = play(&mut self.room, plan, &contents)?;
        let guide = self.guide.take();
        let over = (!guide.steps.is_empty()).then(|| Stray::Over { step: guide.of - guide.steps.len() });
        let Some(played) = played else {
            let strayed = guide.strayed.unwrap_or(Stray::Over { step: guide.of });
            return Ok((Came::Strayed(strayed), path(&self.room, &attempt)?.0));
        };
        let came = match over {
            Some(stray) => Came::Strayed(stray),
            None if walk.expect.is_met_by(&played.expect()) => Came::Expected,
            None => Came::Elsewhere(played.expect()),
        };
        Ok((came, played.path))
    }

    fn plan(&mut self, id: &ScenarioId) -> &Result<(Plan, Vec<Frozen>), Failure> {
        let room = &self.room;
        self.plans.entry(id.clone()).or_insert_with(|| match room.library.scenarios.get(id) {
            Some(scenario) => start::play(room, scenario),
            None => Err(Failure::usage("fail-no-scenario", [("id", id.as_str())])),
        })
    }
}

/// The steps still to be taken.
#[derive(Default)]
struct Guide {
    steps: VecDeque<Step>,
    /// How many there were.
    of: usize,
    strayed: Option<Stray>,
}

fn not_offered(step: usize, form: &Form) -> Stray {
    let offered = if let Form::PickOne(offered) = form { offered.as_slice() } else { &[] };
    Stray::NotOffered { step, offered: offered.iter().map(|c| c.key.as_str().into()).collect() }
}

/// Replies as a walk says; invents none.
struct Steps {
    guide: Rc<RefCell<Guide>>,
    turn: Option<TurnClock>,
    /// The time that the reply just given counts as.
    counts: Option<CountsAs>,
}

impl Steps {
    /// The time that a step counts as, where its turn has such a time.
    fn time_of(&self, step: &Step) -> Option<CountsAs> {
        let bands = self.turn.as_ref().map_or(0, |turn| turn.limits.len());
        match (&step.said, step.band) {
            (Said::Silence, _) => self.turn.as_ref().filter(|turn| turn.ends).map(|_| CountsAs::Silence),
            (_, None) => Some(CountsAs::Used(Span::ZERO)),
            // A turn that ends by itself takes no reply that comes too late.
            (_, Some(band)) => {
                let most = bands + usize::from(self.turn.as_ref().is_some_and(|turn| !turn.ends));
                (bands > 0 && band <= most).then_some(CountsAs::Band(band))
            }
        }
    }
}

/// What a step replies, where it is offered.
fn reply(step: &Step, form: &Form) -> Option<Reply> {
    match (&step.said, form) {
        (Said::Text(text), Form::Text { .. }) => Some(Reply::Typed(text.clone())),
        (Said::Reply(id), Form::PickOne(offered)) => {
            let choice = offered.iter().find(|c| c.key.as_str() == id.as_str())?;
            Some(Reply::Picked(choice.key.clone()))
        }
        (Said::Silence, _) => Some(Reply::Blank),
        _ => None,
    }
}

impl Asker for Steps {
    fn set_head(&mut self, _: &str, _: &str) {}

    fn set_turn_clock(&mut self, clock: Option<TurnClock>) {
        self.turn = clock;
    }

    fn counts_as(&mut self) -> Option<CountsAs> {
        self.counts.take()
    }

    fn show(&mut self, _: &[Block]) -> io::Result<()> {
        Ok(())
    }

    fn ask(&mut self, prompt: &Prompt) -> io::Result<Asked> {
        let mut guide = self.guide.borrow_mut();
        let at: TurnId = prompt.id.rsplit('/').next().unwrap_or_default().into();
        let step = guide.of - guide.steps.len();
        let stray = match guide.steps.front() {
            None => Stray::Stops { at },
            Some(next) if next.turn != at => Stray::OtherTurn { step, at },
            Some(next) => match (reply(next, &prompt.form), self.time_of(next)) {
                (Some(reply), Some(counts)) => {
                    self.counts = Some(counts);
                    guide.steps.pop_front();
                    return Ok(Asked::Reply(reply));
                }
                (None, _) => not_offered(step, &prompt.form),
                (_, None) => Stray::NoClock { step },
            },
        };
        guide.strayed = Some(stray);
        Ok(Asked::Left(Leaving::EndOfInput))
    }

    fn refuse(&mut self, _: &Misfit) -> io::Result<()> {
        Ok(())
    }

    fn choose(&mut self, _: &str, _: &[Choice], _: &str) -> io::Result<Asked> {
        Ok(Asked::Left(Leaving::EndOfInput))
    }

    fn line(&mut self, _: &str, _: usize) -> io::Result<Asked> {
        Ok(Asked::Left(Leaving::EndOfInput))
    }
}
