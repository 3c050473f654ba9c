//! A scenario looked at: from where, with what replies so far; and each wish fulfilled by beginning anew.
//!
//! A place is the scenario itself with another start, mood and values of variables: what it then means is `model/scenario/step`'s as ever.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Watched;
use super::desk::{Walk, Walking, Wish};
use super::view::View;
use crate::analysis::graph::MOST;
use crate::attempt::event::Leaving;
use crate::attempt::plan::Plan;
use crate::base::dice::Seed;
use crate::base::finding::{Finding, Severity};
use crate::base::id::{ReplyId, ScenarioId, TurnId, VarName};
use crate::cli::check::{Known, sentence};
use crate::cli::failure::{Failure, asker_failure};
use crate::cli::room::Room;
use crate::cli::{Outcome, menus, rehearse, start};
use crate::content::files::Root;
use crate::content::{self, Loaded};
use crate::model::form::Reply;
use crate::model::frozen::Frozen;
use crate::model::page::{Block, Item, Mark};
use crate::model::scenario::step::Stage;
use crate::model::scenario::{Scenario, Way};
use crate::terminal::Asked;
use crate::terminal::keys::narrow;

/// Where a talk begins; as it is written, where nothing else is said.
#[derive(Clone, Debug, Default, PartialEq)]
struct Place {
    turn: Option<TurnId>,
    mood: Option<u8>,
    vars: BTreeMap<VarName, i32>,
}

impl Place {
    /// The scenario begun there; values that it does not allow come as near as it does.
    fn begun(&self, scenario: &Scenario) -> Scenario {
        let mut out = scenario.clone();
        if let Some(turn) = &self.turn {
            out.start = turn.clone();
        }
        if let Some(mood) = self.mood {
            out.customer.mood = mood;
        }
        for var in &mut out.vars {
            var.start = self.vars.get(&var.name).map_or(var.start, |value| (*value).clamp(var.min, var.max));
        }
        out
    }
}

/// A place with the replies from there.
#[derive(Clone, Debug, Default)]
struct Stand {
    place: Place,
    replies: Vec<(TurnId, ReplyId)>,
}

/// A plan with the stage it is played on.
type Ready = (Stage, Plan, Vec<Frozen>);

/// A scenario looked at.
pub struct Talk<'a> {
    room: Room<'a>,
    scenario: Scenario,
    folders: Vec<PathBuf>,
    saved: Watched,
    seed: Seed,
    stand: Stand,
    /// Where one was before each jump.
    before: Vec<Stand>,
    /// Made once a place: what is dealt stays as it was.
    ready: Option<Ready>,
    walk: Walking,
    notes: Vec<Block>,
}

impl<'a> Talk<'a> {
    /// From the start. The scenario is in the room's library; `walk` is the one that whoever replies in the room walks.
    pub fn new(room: Room<'a>, id: &ScenarioId, folders: Vec<PathBuf>, saved: Watched, walk: Walking) -> Self {
        let name = format!("scenario:{id}");
        let draft = room.library.is_draft(&name).then(|| Block::Text(room.words.with("note-draft", &[("name", name.into())])));
        Self {
            scenario: room.library.scenarios[id].clone(),
            seed: room.ports.seed(),
            room,
            folders,
            saved,
            walk,
            stand: Stand::default(),
            before: Vec::new(),
            ready: None,
            notes: draft.into_iter().collect(),
        }
    }

    /// Until the trainer has seen enough.
    ///
    /// # Errors
    /// `Failure` of the screen.
    pub fn run(&mut self) -> Outcome {
        loop {
            let mut wish = self.sit()?;
            // A menu may lead to another wish, or to none.
            while matches!(wish, Wish::More | Wish::Jump | Wish::Set) {
                wish = match wish {
                    Wish::Jump => self.jump()?,
                    Wish::Set => self.set()?,
                    _ => self.menu()?,
                };
            }
            match wish {
                Wish::On | Wish::More | Wish::Jump | Wish::Set => {}
                Wish::Back => self.back(),
                Wish::Again => self.move_to(Place::default()),
                Wish::Reload => self.reload(),
                Wish::Leave(how) => return Ok(menus::left(&self.room, how, None)),
            }
        }
    }

    fn say(&mut self, blocks: &[Block]) -> Result<(), Failure> {
        self.room.asker.show(blocks).map_err(|e| asker_failure(&e, &self.room.words))
    }

    /// Plays on from where one stands; what is wished for then.
    fn sit(&mut self) -> Result<Wish, Failure> {
        let (stage, plan, contents) = self.ready()?;
        let notes = std::mem::take(&mut self.notes);
        let begun = stage.begin();
        if let Some(ending) = stage.ends(&begun) {
            let said = ending.debrief.get(&self.room.lang).to_owned();
            let at = self.room.words.with("preview-at-ending", &[("turn", stage.turn(&begun).id.as_str().into())]);
            *self.walk.borrow_mut() = Some(Walk::new(stage, &[], Vec::new()));
            self.say(&[notes, vec![Block::Text(at), Block::Text(said)]].concat())?;
            return Ok(Wish::More);
        }
        *self.walk.borrow_mut() = Some(Walk::new(stage, &self.stand.replies, notes));
        let (_, played) = rehearse::play(&mut self.room, plan, &contents)?;
        let mut walk = self.walk.borrow_mut();
        let walk = walk.as_mut().expect("put there above");
        self.stand.replies.clone_from(&walk.done);
        self.notes.append(&mut walk.notes);
        Ok(match (played, walk.wish.take()) {
            (Some(_), _) => Wish::More,
            (None, wish) => wish.unwrap_or(Wish::Leave(Leaving::EndOfInput)),
        })
    }

    fn ready(&mut self) -> Result<Ready, Failure> {
        if let Some(ready) = &self.ready {
            return Ok(ready.clone());
        }
        let mut begun = self.stand.place.begun(&self.scenario);
        if begun.turn(&begun.start).is_none() {
            // The turn one had jumped to is gone.
            self.notes.push(Block::Text(self.room.words.get("preview-lost")));
            self.stand = Stand::default();
            begun = self.scenario.clone();
        }
        let (stage, mut plan, contents) = start::preview(&self.room, &begun)?;
        plan.seed = self.seed;
        self.ready = Some((stage.clone(), plan.clone(), contents.clone()));
        Ok((stage, plan, contents))
    }

    fn is_over(&self) -> bool {
        self.walk.borrow().as_ref().is_none_or(|walk| walk.stage.ends(&walk.state).is_some())
    }

    /// Everything that can be wished for.
    fn menu(&mut self) -> Result<Wish, Failure> {
        let over = self.is_over();
        let notes = std::mem::take(&mut self.notes);
        self.say(&notes)?;
        let all = [
            (Wish::On, "preview-on", !over),
            (Wish::Back, "preview-back", true),
            (Wish::Again, "preview-again", true),
            (Wish::Jump, "preview-jump", true),
            (Wish::Set, "preview-set", !over),
            (Wish::Leave(Leaving::Chosen), "preview-leave", true),
        ];
        let offered: Vec<_> = all.into_iter().filter(|(.., offered)| *offered).collect();
        let options: Vec<_> = offered.iter().map(|(_, key, _)| ((*key).to_owned(), self.room.words.get(key))).collect();
        let title = self.room.words.get("preview-what");
        Ok(match self.pick(&title, &options)? {
            Ok(key) => offered.iter().find(|(_, known, _)| *known == key).map_or(Wish::On, |(wish, ..)| *wish),
            Err(Wish::Leave(Leaving::Chosen)) if !over => Wish::On,
            Err(wish) => wish,
        })
    }

    /// What follows where a menu within a menu was left: Esc leads back to the talk.
    const fn left(wish: Wish) -> Wish {
        if matches!(wish, Wish::Leave(Leaving::Chosen)) { Wish::On } else { wish }
    }

    /// A menu; a wish where nothing was picked.
    fn pick(&mut self, title: &str, options: &[(String, String)]) -> Result<Result<String, Wish>, Failure> {
        Ok(match self.room.choose(title, options)? {
            Ok(key) => Ok(key.to_string()),
            Err(Leaving::Interrupted) if self.saved.borrow_mut().any() => Err(Wish::Reload),
            Err(how) => Err(Wish::Leave(how)),
        })
    }

    fn back(&mut self) {
        if self.stand.replies.pop().is_none()
            && let Some(before) = self.before.pop()
        {
            self.stand = before;
            self.ready = None;
        }
    }

    fn move_to(&mut self, place: Place) {
        let stand = Stand { place, replies: Vec::new() };
        self.before.push(std::mem::replace(&mut self.stand, stand));
        self.ready = None;
    }

    /// Where the talk stands, as a place to begin at.
    fn here(&self) -> Place {
        let walk = self.walk.borrow();
        let Some(walk) = walk.as_ref() else { return self.stand.place.clone() };
        let vars = self.scenario.vars.iter().zip(walk.state.values().iter().skip(1));
        Place {
            turn: Some(walk.stage.turn(&walk.state).id.clone()),
            mood: Some(walk.state.mood()),
            vars: vars.map(|(var, value)| (var.name.clone(), *value)).collect(),
        }
    }

    fn jump(&mut self) -> Result<Wish, Failure> {
        let lang = &self.room.lang;
        let goes_on = self.scenario.turns.iter().filter(|t| !matches!(t.way, Way::Ending(_)));
        let options: Vec<(String, String)> = goes_on
            .map(|t| {
                (t.id.to_string(), t.says.first().map_or_else(|| t.id.to_string(), |s| format!("{}　{}", t.id, s.get(lang))))
            })
            .collect();
        let title = self.room.words.get("preview-jump-where");
        Ok(match self.pick(&title, &options)? {
            Ok(turn) => {
                let here = self.here();
                self.move_to(Place { turn: Some(turn.as_str().into()), ..here });
                Wish::On
            }
            Err(wish) => Self::left(wish),
        })
    }

    fn set(&mut self) -> Result<Wish, Failure> {
        let options = self.settable();
        let title = self.room.words.get("preview-set-what");
        let picked = match self.pick(&title, &options)? {
            Ok(picked) => picked,
            Err(wish) => return Ok(Self::left(wish)),
        };
        let mut here = self.here();
        let var = picked.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).map(|n| self.scenario.vars[n].clone());
        if let Some(var) = var.as_ref().filter(|var| var.flag) {
            let value = here.vars.entry(var.name.clone()).or_default();
            *value = i32::from(*value == 0);
            self.move_to(here);
            return Ok(Wish::On);
        }
        let (least, most) = var.as_ref().map_or((0, 100), |var| (var.min, var.max));
        let value = match self.number(least, most)? {
            Ok(value) => value,
            Err(wish) => return Ok(Self::left(wish)),
        };
        match var {
            Some(var) => drop(here.vars.insert(var.name, value)),
            None => here.mood = u8::try_from(value).ok(),
        }
        self.move_to(here);
        Ok(Wish::On)
    }

    /// The mood and the variables with their values here; the key is the number among them.
    fn settable(&self) -> Vec<(String, String)> {
        let walk = self.walk.borrow();
        let Some(walk) = walk.as_ref() else { return Vec::new() };
        let view = View { words: &self.room.words, lang: &self.room.lang, skills: &[] };
        let name = |n: usize| match n {
            0 => self.room.words.get("preview-mood"),
            n => self.scenario.vars[n - 1].name.to_string(),
        };
        let values = walk.state.values().iter().enumerate();
        values.map(|(n, value)| (n.to_string(), format!("{} = {}", name(n), view.value(&walk.stage, n, *value)))).collect()
    }

    /// A number within a range; a wish where none was typed.
    fn number(&mut self, least: i32, most: i32) -> Result<Result<i32, Wish>, Failure> {
        let label = self.room.words.with("preview-number", &[("least", least.into()), ("most", most.into())]);
        let typed = match self.room.asker.line(&label, 12).map_err(|e| asker_failure(&e, &self.room.words))? {
            Asked::Reply(Reply::Typed(typed)) => typed.trim().chars().map(narrow).collect::<String>(),
            Asked::Left(Leaving::Interrupted) if self.saved.borrow_mut().any() => return Ok(Err(Wish::Reload)),
            Asked::Left(how) => return Ok(Err(Wish::Leave(how))),
            Asked::Reply(_) | Asked::TimeUp => return Ok(Err(Wish::On)),
        };
        Ok(match typed.parse().ok().filter(|n| (least..=most).contains(n)) {
            Some(n) => Ok(n),
            None => {
                self.notes.push(Block::Text(label));
                Err(Wish::On)
            }
        })
    }

    /// Reads the files anew. A scenario that has become wrong stays as it was, and what is wrong is said.
    fn reload(&mut self) {
        let files = self.saved.borrow_mut().take();
        let loaded = content::load(self.folders.iter().map(|folder| Root::read(folder)).collect());
        let items = self.found(&loaded, &files);
        let there = loaded.with_drafts().scenarios.get(&self.scenario.id);
        let state = match there {
            Some(_) if items.is_empty() => "clean",
            Some(_) => "found",
            None => "broken",
        };
        let time = self.room.ports.now().local_clock(&loaded.library.time_zone);
        let said = self.room.words.with("preview-reloaded", &[("time", time.into()), ("state", state.into())]);
        let mark = if state == "broken" { Mark::Wrong } else { Mark::Right };
        self.notes.push(Block::Outcome(mark, said));
        self.notes.extend((!items.is_empty()).then_some(Block::Items(items)));
        if let Some(scenario) = there {
            self.scenario = scenario.clone();
            self.ready = None;
        }
    }

    /// What is wrong with the files that were saved, and with the scenario.
    fn found(&self, loaded: &Loaded, files: &[PathBuf]) -> Vec<Item> {
        let own = loaded.places.get(&format!("scenario:{}", self.scenario.id)).map(|place| place.file.clone());
        let mut findings = loaded.findings.clone();
        findings.extend(Known::default().scenario(loaded, &self.scenario.id, MOST));
        findings.sort_by_key(Finding::order);
        let meant = |f: &Finding| own.as_ref() == Some(&f.at.file) || files.iter().any(|path| path == Path::new(&*f.at.file));
        let mark = |f: &Finding| if f.severity == Severity::Error { Mark::Wrong } else { Mark::Partly };
        let said = |f: &Finding| Item::marked(mark(f), sentence(loaded, f, &self.room.words));
        findings.iter().filter(|f| meant(f)).map(said).collect()
    }
}
