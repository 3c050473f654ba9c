//! Which register what is written is judged by, and the words of the rules that replies break: settled when a library is put together,
//! so that what an attempt keeps is complete in itself.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::nearest::{Choices, Found, Seat};
use crate::base::id::{RuleRef, WordingId};
use crate::model::question::{Kind, Question};
use crate::model::scenario::{Scenario, Way};
use crate::model::wording::{Register, Rule};
use crate::model::writing::Writing;

/// The registers that things of one file may name.
#[derive(Clone, Copy)]
pub struct Registers<'l> {
    /// All of them.
    pub all: &'l Choices<Arc<Register>>,
    /// Where the file lies.
    pub from: Seat,
    /// What a library above hides: `kind:id`.
    pub hidden: &'l BTreeSet<String>,
}

impl Registers<'_> {
    /// Gives a role-play the words of its registers; false where one is not there.
    pub fn scenario(self, scenario: &mut Scenario) -> bool {
        scenario.turns.iter_mut().all(|turn| match &mut turn.way {
            Way::Replies(replies) => replies.iter_mut().all(|reply| {
                reply.breaks.retain(|broken| !self.is_hidden(broken.rule.register()));
                reply.breaks.iter_mut().all(|broken| {
                    let Some(rule) = self.rule(&broken.rule) else { return false };
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
        let named = writing.wording.as_ref();
        match self.all.find(named.map(WordingId::as_str), self.from) {
            Found::One(register) => writing.register = Some(register.clone()),
            Found::None => {}
            Found::Missing => return named.is_some_and(|id| self.is_hidden(id.as_str())),
            Found::Several(_) => return false,
        }
        true
    }

    /// A rule by `register/rule`.
    fn rule(&self, id: &RuleRef) -> Option<&Rule> {
        let (register, rule) = id.as_str().split_once('/')?;
        self.all.find(Some(register), self.from).one()?.rule(&rule.into())
    }

    fn is_hidden(self, register: &str) -> bool {
        self.hidden.contains(&format!("wording:{register}"))
    }
}
