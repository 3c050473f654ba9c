//! `one-of`: exactly one option is right; all or nothing.

use serde::{Deserialize, Serialize};

use super::explained::Explained;
use super::{Asked, Misfit, Response, choices};
use crate::base::dice::Dice;
use crate::base::id::{ItemId, Lang};
use crate::base::points::Exact;
use crate::model::form::{Form, Reply};
use crate::model::text::Text;

/// The data of a `one-of` question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OneOf {
    /// Two or more; exactly one is right.
    pub options: Vec<Opt>,
}

/// An option of a `one-of` or `any-of` question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opt {
    /// Its id.
    pub id: ItemId,
    /// Its words.
    pub text: Text,
    /// Whether it is right.
    pub right: bool,
    /// Why it is right or wrong.
    pub why: Option<Text>,
}

impl Asked for OneOf {
    fn form(&self, lang: &Lang, dice: Option<&mut Dice>) -> Form {
        Form::PickOne(choices(self.options.iter().map(|o| (&o.id, &o.text)), lang, dice))
    }

    fn read(&self, reply: &Reply) -> Result<Response, Misfit> {
        match reply {
            Reply::Picked(id) if self.options.iter().any(|o| o.id == *id) => Ok(Response::Option(id.clone())),
            _ => Err(Misfit::NotOffered),
        }
    }

    fn credit(&self, response: &Response, _: &Lang) -> Exact {
        match response {
            Response::Option(id) if self.options.iter().any(|o| o.right && o.id == *id) => Exact::ONE,
            _ => Exact::ZERO,
        }
    }

    fn key(&self, _: &Lang) -> Response {
        self.options.iter().find(|o| o.right).map_or(Response::Blank, |o| Response::Option(o.id.clone()))
    }

    fn explain(&self, response: &Response, lang: &Lang) -> Vec<Explained> {
        let picked = |o: &Opt| matches!(response, Response::Option(id) if *id == o.id);
        self.options.iter().map(|o| o.explained(picked(o), lang)).filter(|e| e.chosen || e.right).collect()
    }
}

impl Opt {
    /// This option as a line of feedback.
    pub fn explained(&self, chosen: bool, lang: &Lang) -> Explained {
        Explained {
            text: self.text.get(lang).to_owned(),
            answer: None,
            should_be: None,
            chosen,
            right: self.right,
            why: self.why.as_ref().map(|w| w.get(lang).to_owned()),
        }
    }
}
