//! `classify`: each case into a class. Credit: share right.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::explained::Explained;
use super::pairs::read_map;
use super::{Asked, Item, Misfit, Response, choices, share};
use crate::base::dice::Dice;
use crate::base::id::{ItemId, Lang};
use crate::base::points::Exact;
use crate::model::form::{Form, Reply};
use crate::model::text::Text;

/// The data of a `classify` question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Classify {
    /// Two or more; always shown as written.
    pub classes: Vec<Item>,
    /// Two or more.
    pub cases: Vec<Case>,
}

/// A case and the class it belongs to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Case {
    /// Its id.
    pub id: ItemId,
    /// Its words.
    pub text: Text,
    /// Where it belongs.
    pub class: ItemId,
}

impl Classify {
    fn name(&self, class: &ItemId, lang: &Lang) -> Option<String> {
        self.classes.iter().find(|c| c.id == *class).map(|c| c.text.get(lang).to_owned())
    }
}

impl Asked for Classify {
    fn form(&self, lang: &Lang, dice: Option<&mut Dice>) -> Form {
        Form::Match {
            lefts: choices(self.cases.iter().map(|c| (&c.id, &c.text)), lang, dice),
            rights: choices(self.classes.iter().map(|c| (&c.id, &c.text)), lang, None),
            reuse: true,
        }
    }

    fn read(&self, reply: &Reply) -> Result<Response, Misfit> {
        read_map(reply, self.cases.iter().map(|c| &c.id), |id| self.classes.iter().any(|c| c.id == *id), true)
    }

    fn credit(&self, response: &Response, _: &Lang) -> Exact {
        let Response::Map(map) = response else { return Exact::ZERO };
        share(self.cases.iter().filter(|c| map.get(&c.id) == Some(&c.class)).count(), self.cases.len())
    }

    fn key(&self, _: &Lang) -> Response {
        Response::Map(self.cases.iter().map(|c| (c.id.clone(), c.class.clone())).collect())
    }

    fn explain(&self, response: &Response, lang: &Lang) -> Vec<Explained> {
        let empty = BTreeMap::new();
        let map = if let Response::Map(map) = response { map } else { &empty };
        let line = |c: &Case| Explained {
            text: c.text.get(lang).to_owned(),
            answer: map.get(&c.id).and_then(|id| self.name(id, lang)),
            should_be: self.name(&c.class, lang),
            chosen: map.contains_key(&c.id),
            right: map.get(&c.id) == Some(&c.class),
            why: None,
        };
        self.cases.iter().map(line).collect()
    }
}
