//! `any-of`: several options are right. Credit: right picked ÷ right − wrong picked ÷ wrong, never below 0.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::explained::Explained;
use super::one_of::Opt;
use super::{Asked, Misfit, Response, choices, share};
use crate::base::dice::Dice;
use crate::base::id::{ItemId, Lang};
use crate::base::points::Exact;
use crate::model::form::{Form, Reply};

/// The data of an `any-of` question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnyOf {
    /// At least one right and one wrong.
    pub options: Vec<Opt>,
}

impl Asked for AnyOf {
    fn form(&self, lang: &Lang, dice: Option<&mut Dice>) -> Form {
        Form::PickMany(choices(self.options.iter().map(|o| (&o.id, &o.text)), lang, dice))
    }

    fn read(&self, reply: &Reply) -> Result<Response, Misfit> {
        read_set(reply, |id| self.options.iter().any(|o| o.id == *id))
    }

    fn credit(&self, response: &Response, _: &Lang) -> Exact {
        credit_set(response, self.options.iter().map(|o| (&o.id, o.right)))
    }

    fn key(&self, _: &Lang) -> Response {
        Response::Options(self.options.iter().filter(|o| o.right).map(|o| o.id.clone()).collect())
    }

    fn explain(&self, response: &Response, lang: &Lang) -> Vec<Explained> {
        self.options.iter().map(|o| o.explained(chosen(response, &o.id), lang)).collect()
    }
}

/// A set of ids that were all offered, as an answer.
pub(super) fn read_set(reply: &Reply, offered: impl Fn(&ItemId) -> bool) -> Result<Response, Misfit> {
    match reply {
        Reply::PickedMany(ids) if ids.is_empty() => Err(Misfit::Empty),
        Reply::PickedMany(ids) if ids.iter().all(offered) => Ok(Response::Options(ids.clone())),
        _ => Err(Misfit::NotOffered),
    }
}

/// Right picked ÷ right − wrong picked ÷ wrong, never below 0.
pub(super) fn credit_set<'a>(response: &Response, items: impl Iterator<Item = (&'a ItemId, bool)>) -> Exact {
    let Response::Options(picked) = response else { return Exact::ZERO };
    let (right, wrong): (BTreeSet<_>, BTreeSet<_>) = items.partition(|(_, right)| *right);
    let hit = |set: &BTreeSet<(&ItemId, bool)>| set.iter().filter(|(id, _)| picked.contains(*id)).count();
    (share(hit(&right), right.len()) - share(hit(&wrong), wrong.len())).floored()
}

/// Whether an id is among those picked.
pub(super) fn chosen(response: &Response, id: &ItemId) -> bool {
    matches!(response, Response::Options(ids) if ids.contains(id))
}
