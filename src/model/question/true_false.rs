//! `true-false`: a statement; all or nothing. The two options are always dealt true first.

use serde::{Deserialize, Serialize};

use super::explained::Explained;
use super::{Asked, Misfit, Response};
use crate::base::dice::Dice;
use crate::base::id::{ItemId, Lang};
use crate::base::points::Exact;
use crate::model::form::{Choice, Form, Reply};

/// The data of a `true-false` question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrueFalse {
    /// Whether the statement is true.
    pub answer: bool,
}

const fn id(answer: bool) -> &'static str {
    if answer { "true" } else { "false" }
}

/// The words for true and false. They are the program's, not the author's, but part of what is asked and so of the record.
fn word(answer: bool, lang: &Lang) -> &'static str {
    match (lang.as_str().starts_with("zh"), answer) {
        (true, true) => "对",
        (true, false) => "不对",
        (false, true) => "True",
        (false, false) => "False",
    }
}

impl Asked for TrueFalse {
    fn form(&self, lang: &Lang, _: Option<&mut Dice>) -> Form {
        Form::PickOne([true, false].map(|a| Choice { key: id(a).into(), text: word(a, lang).to_owned() }).into())
    }

    fn read(&self, reply: &Reply) -> Result<Response, Misfit> {
        match reply {
            Reply::Picked(key) if [id(true), id(false)].contains(&key.as_str()) => Ok(Response::Option(key.clone())),
            _ => Err(Misfit::NotOffered),
        }
    }

    fn credit(&self, response: &Response, _: &Lang) -> Exact {
        match response {
            Response::Option(key) if key.as_str() == id(self.answer) => Exact::ONE,
            _ => Exact::ZERO,
        }
    }

    fn key(&self, _: &Lang) -> Response {
        Response::Option(id(self.answer).into())
    }

    fn explain(&self, response: &Response, lang: &Lang) -> Vec<Explained> {
        [true, false]
            .into_iter()
            .map(|a| Explained {
                text: word(a, lang).to_owned(),
                answer: None,
                should_be: None,
                chosen: *response == Response::Option(ItemId::from(id(a))),
                right: a == self.answer,
                why: None,
            })
            .filter(|e| e.chosen || e.right)
            .collect()
    }
}
