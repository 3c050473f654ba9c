//! Which register what is written is judged by, and the words of the rules that replies break: settled when a library is put together,
//! so that what an attempt keeps is complete in itself.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::base::id::WordingId;
use crate::model::library::Library;
use crate::model::question::{Kind, Question};
use crate::model::scenario::{Scenario, Way};
use crate::model::wording::Register;
use crate::model::writing::Writing;

/// The registers that things may name.
#[derive(Clone, Copy)]
pub struct Registers<'l> {
    /// The library that they are in.
    pub library: &'l Library,
    /// What a library above hides: `kind:id`.
    pub hidden: &'l BTreeSet<String>,
}

/// The register that a task is judged by.
pub enum Found<'r, T> {
    /// This one.
    One(&'r T),
    /// None: there is none, or what is named is hidden.
    None,
    /// What is named is not there.
    Missing,
    /// There are several, and none is named.
    Several,
}

/// The register that a task names, or the only one in use; where none is, the only one that is being written.
pub fn found<'r, T>(all: &'r BTreeMap<WordingId, (bool, T)>, named: Option<&WordingId>) -> Found<'r, T> {
    if let Some(named) = named {
        return all.get(named).map_or(Found::Missing, |(_, it)| Found::One(it));
    }
    for in_use in [true, false] {
        let mut of = all.values().filter(|(is_live, _)| *is_live == in_use).map(|(_, it)| it);
        match (of.next(), of.next()) {
            (Some(only), None) => return Found::One(only),
            (Some(_), Some(_)) => return Found::Several,
            (None, _) => {}
        }
    }
    Found::None
}

impl Registers<'_> {
    /// Gives a role-play the words of its registers; false where one is not there.
    pub fn scenario(self, scenario: &mut Scenario) -> bool {
        scenario.turns.iter_mut().all(|turn| match &mut turn.way {
            Way::Replies(replies) => replies.iter_mut().all(|reply| {
                reply.breaks.retain(|broken| !self.is_hidden(broken.rule.register()));
                reply.breaks.iter_mut().all(|broken| {
                    let Some(rule) = self.library.rule(&broken.rule) else { return false };
                    (broken.title, broken.say_instead) = (rule.title.clone(), rule.say_instead.clone());
                    true
                })
            }),
            Way::Write(write) => self.writing(&mut write.writing),
            Way::Goto(_) | Way::Branch(_) | Way::Ending(_) => true,
        })
    }

    /// Gives a question its register; false where it is not there.
    pub fn question(self, question: &mut Question) -> bool {
        match &mut question.kind {
            Kind::Write(write) => self.writing(&mut write.writing),
            _ => true,
        }
    }

    fn writing(self, writing: &mut Writing) -> bool {
        let in_use = |id: &WordingId| !self.library.shelved.contains_key(&format!("wording:{id}"));
        let all: BTreeMap<WordingId, (bool, Arc<Register>)> =
            self.library.wordings.iter().map(|(id, it)| (id.clone(), (in_use(id), it.clone()))).collect();
        match found(&all, writing.wording.as_ref()) {
            Found::One(register) => writing.register = Some(register.clone()),
            Found::None => {}
            Found::Missing => return writing.wording.as_ref().is_some_and(|id| self.is_hidden(id.as_str())),
            Found::Several => return false,
        }
        true
    }

    fn is_hidden(self, register: &str) -> bool {
        self.hidden.contains(&format!("wording:{register}"))
    }
}
