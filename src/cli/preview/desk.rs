//! Who replies in a preview: first what was replied before, silently, then the trainer, who sees more and can do more than reply.
//!
//! A wish (step back, jump, …) ends the attempt like leaving does; `talk` fulfils it by beginning another one.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io;
use std::rc::Rc;

use super::Watched;
use super::view::View;
use crate::attempt::event::Leaving;
use crate::base::id::{Lang, ReplyId, SkillId, TurnId};
use crate::base::points::Points;
use crate::locale::Words;
use crate::model::form::{Choice, CountsAs, Form, Reply};
use crate::model::page::{Block, Prompt};
use crate::model::question::Misfit;
use crate::model::scenario::step::{Deed, Stage, State};
use crate::model::text::Text;
use crate::terminal::{Asked, Asker};

/// What a trainer wants instead of replying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Go on where the talk stands.
    On,
    /// A reply back.
    Back,
    /// From the start.
    Again,
    /// At another turn.
    Jump,
    /// With another mood or variable.
    Set,
    /// Everything that can be wished for.
    More,
    /// Files were saved.
    Reload,
    /// No more.
    Leave(Leaving),
}

/// The key of an entry that is a wish: no author's id begins like it.
pub const BACK: &str = ":back";
/// The same for the menu of all wishes.
pub const MORE: &str = ":more";

/// The key of saying nothing until time runs out.
pub const SILENT: &str = ":silent";

/// A talk that is looked at, as far as it has come.
pub struct Walk {
    /// The scenario, begun where the preview began.
    pub stage: Stage,
    /// Where it stands.
    pub state: State,
    /// Points of the replies so far.
    pub points: Points,
    /// The replies so far.
    pub done: Vec<(TurnId, ReplyId)>,
    /// Replies that are given again.
    pub again: VecDeque<(TurnId, ReplyId)>,
    /// What is said before the next question.
    pub notes: Vec<Block>,
    /// What ended it.
    pub wish: Option<Wish>,
}

impl Walk {
    /// At the beginning, with replies to be given again.
    pub fn new(stage: Stage, again: &[(TurnId, ReplyId)], notes: Vec<Block>) -> Self {
        let state = stage.begin();
        Self { stage, state, points: Points::ZERO, done: Vec::new(), again: again.iter().cloned().collect(), notes, wish: None }
    }

    fn find(&self, reply: &str) -> Option<usize> {
        self.stage.offered(&self.state).find(|n| self.stage.reply(*n).1.id.as_str() == reply)
    }

    /// The move that an entry stands for.
    fn picked(&self, key: &str) -> Option<usize> {
        if key == SILENT { self.stage.silence(&self.state) } else { self.find(key) }
    }

    fn step(&mut self, reply: usize) {
        let (turn, it) = self.stage.reply(reply);
        self.done.push((turn.id.clone(), it.id.clone()));
        self.points += self.stage.points(reply);
        self.stage.step(&mut self.state, reply);
    }

    /// The next of the replies that are given again. Where it does not fit any more, neither do those after it.
    fn again(&mut self) -> Option<Reply> {
        let (turn, reply) = self.again.pop_front()?;
        match self.find(reply.as_str()).filter(|_| self.stage.turn(&self.state).id == turn) {
            Some(number) => {
                let silent = self.stage.deed(number) == Deed::Silence;
                self.step(number);
                Some(if silent { Reply::Blank } else { Reply::Picked(reply.as_str().into()) })
            }
            None => {
                self.again.clear();
                None
            }
        }
    }
}

/// The talk, shared between who replies and who fulfils wishes.
pub type Walking = Rc<RefCell<Option<Walk>>>;

/// Who replies.
pub struct Desk {
    /// The trainer's screen.
    pub screen: Box<dyn Asker>,
    /// The talk.
    pub walk: Walking,
    /// Whether something was saved.
    pub saved: Watched,
    /// The program's words.
    pub words: Rc<Words>,
    /// The content's language.
    pub lang: Lang,
    /// The titles of skills.
    pub skills: Vec<(SkillId, Text)>,
    /// What follows from replies that are given again is not shown again.
    pub silent: bool,
    /// What the talk is about was shown; from then on it is looked up.
    pub introduced: bool,
    /// The time that the last reply counts as: who looks at a talk is not hurried.
    pub counts: Option<CountsAs>,
}

impl Desk {
    /// The prompt with what a trainer sees besides.
    fn seen(&self, walk: &Walk, prompt: &Prompt) -> Prompt {
        let view = View { words: &self.words, lang: &self.lang, skills: &self.skills };
        let mut seen = prompt.clone();
        seen.blocks.retain(|block| match block {
            Block::Progress { .. } => false,
            Block::Title(_) | Block::Card(_) => !self.introduced,
            _ => true,
        });
        seen.blocks.push(view.stand(&walk.stage, &walk.state, walk.points));
        if let Form::PickOne(choices) = &mut seen.form {
            for choice in choices.iter_mut() {
                let does = walk.find(choice.key.as_str()).map(|n| view.does(&walk.stage, &walk.state, n));
                choice.text = format!("{} {}", choice.text, does.unwrap_or_default());
            }
            choices.extend(walk.stage.silence(&walk.state).map(|n| {
                let does = view.does(&walk.stage, &walk.state, n);
                Choice { key: SILENT.into(), text: format!("{} {does}", self.words.get("preview-silent")) }
            }));
            let wish = |key: &str, text: &str| Choice { key: key.into(), text: self.words.get(text) };
            choices.extend([wish(BACK, "preview-back"), wish(MORE, "preview-more")]);
        }
        seen
    }
}

impl Asker for Desk {
    fn set_head(&mut self, name: &str, title: &str) {
        self.screen.set_head(name, title);
    }

    fn counts_as(&mut self) -> Option<CountsAs> {
        self.counts.take()
    }

    fn show(&mut self, blocks: &[Block]) -> io::Result<()> {
        if self.silent { Ok(()) } else { self.screen.show(blocks) }
    }

    fn ask(&mut self, prompt: &Prompt) -> io::Result<Asked> {
        let shared = self.walk.clone();
        let mut shared = shared.borrow_mut();
        let Some(walk) = shared.as_mut() else { return self.screen.ask(prompt) };
        let begun = !walk.again.is_empty();
        self.counts = None;
        if let Some(reply) = walk.again() {
            self.silent = true;
            self.counts = (reply == Reply::Blank).then_some(CountsAs::Silence);
            return Ok(Asked::Reply(reply));
        }
        if begun {
            walk.notes.push(Block::Text(self.words.get("preview-lost")));
        }
        self.silent = false;
        if !walk.notes.is_empty() {
            self.screen.show(&std::mem::take(&mut walk.notes))?;
        }
        let seen = self.seen(walk, prompt);
        self.introduced = true;
        let asked = self.screen.ask(&seen)?;
        // Who waits for keys is stirred like by Ctrl-C; who reads lines finds out after the answer.
        let saved = self.saved.borrow_mut().any();
        let wish = match &asked {
            Asked::Reply(Reply::Picked(key)) if key.as_str() == BACK => Wish::Back,
            Asked::Reply(Reply::Picked(key)) if key.as_str() == MORE => Wish::More,
            Asked::Reply(Reply::Picked(key)) => match walk.picked(key.as_str()) {
                Some(number) if !saved => {
                    let silent = walk.stage.deed(number) == Deed::Silence;
                    walk.step(number);
                    self.counts = silent.then_some(CountsAs::Silence);
                    return Ok(if silent { Asked::Reply(Reply::Blank) } else { asked });
                }
                Some(number) => {
                    walk.step(number);
                    Wish::Reload
                }
                None => return Ok(asked),
            },
            Asked::Left(Leaving::Interrupted) if saved => Wish::Reload,
            Asked::Left(how) => Wish::Leave(*how),
            Asked::Reply(_) | Asked::TimeUp => return Ok(asked),
        };
        walk.wish = Some(wish);
        Ok(Asked::Left(Leaving::Chosen))
    }

    fn refuse(&mut self, misfit: &Misfit) -> io::Result<()> {
        self.screen.refuse(misfit)
    }

    fn choose(&mut self, title: &str, choices: &[Choice], help: &str) -> io::Result<Asked> {
        self.screen.choose(title, choices, help)
    }

    fn line(&mut self, label: &str, most: usize) -> io::Result<Asked> {
        self.screen.line(label, most)
    }
}
