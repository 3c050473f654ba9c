//! Which register, or which standard, holds where none is named: that of the own library, else of the nearest one below it, else above.
//!
//! So a company's own register judges what the company wrote, and what lies below keeps the words and lists it was written for.

use std::ops::ControlFlow;

use super::doc::{Body, Doc};
use crate::model::library::Status;

/// Where a thing lies, and whether it is in use.
#[derive(Clone, Copy, Debug)]
pub struct Seat {
    /// How far up its library lies.
    pub layer: usize,
    /// No draft.
    pub is_live: bool,
}

impl Seat {
    /// Where a document lies.
    pub fn of(doc: &Doc<'_>) -> Self {
        Self { layer: doc.layer, is_live: doc.is_live() }
    }
}

/// Things of one kind that others may go by.
pub struct Choices<T>(Vec<(Seat, String, T)>);

/// What holds.
pub enum Found<'c, T> {
    /// This one.
    One(&'c T),
    /// There is none at all.
    None,
    /// What is named is not there.
    Missing,
    /// There are several, and none is named: their ids.
    Several(Vec<&'c str>),
}

impl<'c, T> Found<'c, T> {
    /// The one that holds.
    pub fn one(self) -> Option<&'c T> {
        if let Self::One(it) = self { Some(it) } else { None }
    }
}

impl<T> Choices<T> {
    /// Those of these files that are of the kind, but for what is retired.
    pub fn among<'d>(docs: impl Iterator<Item = &'d Doc<'d>>, pick: impl Fn(&'d Body) -> Option<T>) -> Self {
        let docs = docs.filter(|doc| doc.head.status != Status::Retired);
        Self(docs.filter_map(|doc| Some((Seat::of(doc), doc.head.id.clone(), pick(&doc.body)?))).collect())
    }

    /// All of them, with their ids.
    pub fn all(&self) -> impl Iterator<Item = (&str, &T)> {
        self.0.iter().map(|(_, id, it)| (id.as_str(), it))
    }

    /// The one that is named, else the only one of the nearest library that has any. What is in use goes by drafts only where there is
    /// nothing else.
    pub fn find(&self, named: Option<&str>, from: Seat) -> Found<'_, T> {
        if let Some(named) = named {
            return self.all().find(|(id, _)| *id == named).map_or(Found::Missing, |(_, it)| Found::One(it));
        }
        let drafts_count = !from.is_live || self.0.iter().all(|(seat, ..)| !seat.is_live);
        let top = self.0.iter().map(|(seat, ..)| seat.layer).max().unwrap_or(0);
        let mut layers = (0..=from.layer).rev().chain(from.layer + 1..=top);
        let found = layers.try_for_each(|layer| {
            let here: Vec<_> = self.0.iter().filter(|(seat, ..)| seat.layer == layer && (seat.is_live || drafts_count)).collect();
            match here.as_slice() {
                [] => ControlFlow::Continue(()),
                [(_, _, it)] => ControlFlow::Break(Found::One(it)),
                several => ControlFlow::Break(Found::Several(several.iter().map(|(_, id, _)| id.as_str()).collect())),
            }
        });
        found.break_value().unwrap_or(Found::None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Layer, in use, id.
    fn choices(all: &[(usize, bool, &'static str)]) -> Choices<&'static str> {
        Choices(
            all.iter().map(|(layer, is_live, id)| (Seat { layer: *layer, is_live: *is_live }, (*id).to_owned(), *id)).collect(),
        )
    }

    fn found(all: &[(usize, bool, &'static str)], named: Option<&str>, layer: usize, is_live: bool) -> String {
        match choices(all).find(named, Seat { layer, is_live }) {
            Found::One(it) => (*it).to_owned(),
            Found::None => "-".to_owned(),
            Found::Missing => "?".to_owned(),
            Found::Several(ids) => ids.join("+"),
        }
    }

    #[test]
    fn each_library_goes_by_its_own_and_else_by_the_nearest() {
        let two = [(0, true, "shipped"), (1, true, "shop")];
        assert_eq!(found(&two, None, 0, true), "shipped");
        assert_eq!(found(&two, None, 1, true), "shop");
        assert_eq!(found(&two, None, 2, true), "shop");
        assert_eq!(found(&two[..1], None, 1, true), "shipped");
        assert_eq!(found(&two[1..], None, 0, true), "shop", "the lower one was hidden");
        assert_eq!(found(&two, Some("shipped"), 1, true), "shipped");
        assert_eq!(found(&two, Some("other"), 1, true), "?");
        assert_eq!(found(&[], None, 0, true), "-");
        assert_eq!(found(&[(1, true, "a"), (1, true, "b"), (0, true, "c")], None, 1, true), "a+b");
    }

    #[test]
    fn what_is_in_use_goes_by_what_is_in_use() {
        let draft_above = [(0, true, "shipped"), (1, false, "new")];
        assert_eq!(found(&draft_above, None, 1, true), "shipped");
        assert_eq!(found(&draft_above, None, 1, false), "new");
        assert_eq!(found(&draft_above[1..], None, 1, true), "new", "there is nothing else");
    }
}
