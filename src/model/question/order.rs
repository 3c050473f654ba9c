//! `order`: items into their order. Credit: key pairs (a directly before b) that are directly adjacent in the answer ÷ (n−1).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::explained::Explained;
use super::{Asked, Item, Misfit, Response, choices, share};
use crate::base::dice::Dice;
use crate::base::id::{ItemId, Lang};
use crate::base::points::Exact;
use crate::model::form::{Form, Reply};

/// The data of an `order` question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// Two or more, in the right order.
    pub items: Vec<Item>,
}

impl Asked for Order {
    fn form(&self, lang: &Lang, dice: Option<&mut Dice>) -> Form {
        let mut all = choices(self.items.iter().map(|i| (&i.id, &i.text)), lang, None);
        match dice {
            Some(dice) => dice.shuffle_away(&mut all),
            None => all.reverse(), // kept orders must not be dealt solved either
        }
        Form::Sort(all)
    }

    fn read(&self, reply: &Reply) -> Result<Response, Misfit> {
        let Reply::Sorted(ids) = reply else { return Err(Misfit::NotOffered) };
        let all: BTreeSet<&ItemId> = self.items.iter().map(|i| &i.id).collect();
        if !ids.iter().all(|id| all.contains(id)) {
            Err(Misfit::NotOffered)
        } else if ids.len() == all.len() && ids.iter().collect::<BTreeSet<_>>() == all {
            Ok(Response::Order(ids.clone()))
        } else {
            Err(Misfit::Incomplete)
        }
    }

    fn credit(&self, response: &Response, _: &Lang) -> Exact {
        let Response::Order(ids) = response else { return Exact::ZERO };
        let kept = |a: &Item, b: &Item| ids.windows(2).any(|w| w[0] == a.id && w[1] == b.id);
        share(self.items.windows(2).filter(|w| kept(&w[0], &w[1])).count(), self.items.len() - 1)
    }

    fn key(&self, _: &Lang) -> Response {
        Response::Order(self.items.iter().map(|i| i.id.clone()).collect())
    }

    fn explain(&self, response: &Response, lang: &Lang) -> Vec<Explained> {
        let given: &[ItemId] = match response {
            Response::Order(ids) => ids,
            _ => &[],
        };
        let line = |(n, item): (usize, &Item)| {
            let place = given.iter().position(|id| *id == item.id).map(|p| p + 1);
            Explained {
                text: item.text.get(lang).to_owned(),
                answer: place.map(|p| p.to_string()),
                should_be: Some((n + 1).to_string()),
                chosen: place.is_some(),
                right: place == Some(n + 1),
                why: None,
            }
        };
        self.items.iter().enumerate().map(line).collect()
    }
}
