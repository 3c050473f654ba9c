//! `pairs`: to each left side its right side, decoys among them. Credit: share right; equal texts are equal.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::explained::Explained;
use super::{Asked, Item, Misfit, Response, choices, share};
use crate::base::dice::Dice;
use crate::base::id::{ItemId, Lang};
use crate::base::points::Exact;
use crate::model::form::{Form, Reply};
use crate::model::text::Text;

/// The data of a `pairs` question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pairs {
    /// Two or more.
    pub pairs: Vec<Pair>,
    /// Right sides that belong to nothing.
    pub decoys: Vec<Item>,
}

/// What belongs together. An answer maps a pair's id to the id of a pair or decoy.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// Its id; also the id of its right side.
    pub id: ItemId,
    /// The left side.
    pub left: Text,
    /// The right side.
    pub right: Text,
}

impl Pairs {
    fn rights(&self) -> impl Iterator<Item = (&ItemId, &Text)> {
        self.pairs.iter().map(|p| (&p.id, &p.right)).chain(self.decoys.iter().map(|d| (&d.id, &d.text)))
    }

    fn right(&self, id: &ItemId) -> Option<&Text> {
        self.rights().find(|(other, _)| *other == id).map(|(_, text)| text)
    }

    fn is_right(&self, pair: &Pair, map: &BTreeMap<ItemId, ItemId>) -> bool {
        map.get(&pair.id).and_then(|id| self.right(id)) == Some(&pair.right)
    }
}

impl Asked for Pairs {
    fn form(&self, lang: &Lang, mut dice: Option<&mut Dice>) -> Form {
        let lefts = choices(self.pairs.iter().map(|p| (&p.id, &p.left)), lang, dice.as_deref_mut());
        let mut rights = choices(self.rights(), lang, dice.as_deref_mut());
        if dice.is_none() {
            rights.reverse(); // kept sides must not stand opposite each other
        }
        Form::Match { lefts, rights, reuse: false }
    }

    fn read(&self, reply: &Reply) -> Result<Response, Misfit> {
        read_map(reply, self.pairs.iter().map(|p| &p.id), |id| self.right(id).is_some(), false)
    }

    fn credit(&self, response: &Response, _: &Lang) -> Exact {
        let Response::Map(map) = response else { return Exact::ZERO };
        share(self.pairs.iter().filter(|p| self.is_right(p, map)).count(), self.pairs.len())
    }

    fn key(&self, _: &Lang) -> Response {
        Response::Map(self.pairs.iter().map(|p| (p.id.clone(), p.id.clone())).collect())
    }

    fn explain(&self, response: &Response, lang: &Lang) -> Vec<Explained> {
        let empty = BTreeMap::new();
        let map = if let Response::Map(map) = response { map } else { &empty };
        let line = |p: &Pair| Explained {
            text: p.left.get(lang).to_owned(),
            answer: map.get(&p.id).and_then(|id| self.right(id)).map(|t| t.get(lang).to_owned()),
            should_be: Some(p.right.get(lang).to_owned()),
            chosen: map.contains_key(&p.id),
            right: self.is_right(p, map),
            why: None,
        };
        self.pairs.iter().map(line).collect()
    }
}

/// A complete map from `lefts` to offered rights, as an answer; without `reuse` no right serves twice.
pub(super) fn read_map<'a>(
    reply: &Reply,
    lefts: impl Iterator<Item = &'a ItemId>,
    offered: impl Fn(&ItemId) -> bool,
    reuse: bool,
) -> Result<Response, Misfit> {
    let Reply::Matched(map) = reply else { return Err(Misfit::NotOffered) };
    let lefts: Vec<_> = lefts.collect();
    let distinct = map.values().collect::<std::collections::BTreeSet<_>>().len() == map.len();
    if !map.keys().all(|id| lefts.contains(&id)) || !map.values().all(offered) || !(reuse || distinct) {
        Err(Misfit::NotOffered)
    } else if map.len() == lefts.len() {
        Ok(Response::Map(map.clone()))
    } else {
        Err(if map.is_empty() { Misfit::Empty } else { Misfit::Incomplete })
    }
}
