//! `find`: mark the lines of a chat that break a rule. Credit as `any-of`. Lines stand in the order of the talk.

use serde::{Deserialize, Serialize};

use super::any_of::{chosen, credit_set, read_set};
use super::explained::Explained;
use super::{Asked, Misfit, Response};
use crate::base::dice::Dice;
use crate::base::id::{ItemId, Lang};
use crate::base::points::Exact;
use crate::model::form::{Choice, Form, Reply};
use crate::model::text::Text;

/// The data of a `find` question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Find {
    /// The chat; at least one line is wrong and one is not.
    pub lines: Vec<Line>,
}

/// One line of the chat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// Its id.
    pub id: ItemId,
    /// Who says it.
    pub who: Text,
    /// What is said.
    pub text: Text,
    /// Whether it breaks a rule.
    pub wrong: bool,
    /// Which, and how to say it better.
    pub why: Option<Text>,
}

impl Line {
    fn spoken(&self, lang: &Lang) -> String {
        let colon = if lang.as_str().starts_with("zh") { "：" } else { ": " };
        format!("{}{colon}{}", self.who.get(lang), self.text.get(lang))
    }
}

impl Asked for Find {
    fn form(&self, lang: &Lang, _: Option<&mut Dice>) -> Form {
        Form::PickMany(self.lines.iter().map(|l| Choice { key: l.id.clone(), text: l.spoken(lang) }).collect())
    }

    fn read(&self, reply: &Reply) -> Result<Response, Misfit> {
        read_set(reply, |id| self.lines.iter().any(|l| l.id == *id))
    }

    fn credit(&self, response: &Response, _: &Lang) -> Exact {
        credit_set(response, self.lines.iter().map(|l| (&l.id, l.wrong)))
    }

    fn key(&self, _: &Lang) -> Response {
        Response::Options(self.lines.iter().filter(|l| l.wrong).map(|l| l.id.clone()).collect())
    }

    fn explain(&self, response: &Response, lang: &Lang) -> Vec<Explained> {
        let line = |l: &Line| Explained {
            text: l.spoken(lang),
            answer: None,
            should_be: None,
            chosen: chosen(response, &l.id),
            right: l.wrong,
            why: l.why.as_ref().map(|w| w.get(lang).to_owned()),
        };
        self.lines.iter().map(line).filter(|e| e.chosen || e.right).collect()
    }
}
