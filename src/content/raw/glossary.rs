//! `[glossary]`: words of the trade and what they mean.

use super::library::Head;
use super::reader::Reader;
use super::sheet::Kind;
use crate::model::glossary::{Glossary, Term};

/// Reads a glossary's file.
pub fn glossary(root: &mut Reader<'_, '_>) -> Option<(Head, Glossary)> {
    let head = root.main("glossary", |r| Head::read(r, Kind::Glossary, true));
    root.require(&["term"]);
    let terms = root.items("term", |r, id| {
        r.require(&["term", "text"]);
        let term = r.text("term").unwrap_or_default();
        let also = r.own_matching("also");
        Term { id: id.it.into(), term, also, text: r.text("text").unwrap_or_default() }
    });
    let head = head?;
    Some((head.clone(), Glossary { id: head.id.as_str().into(), title: head.title, terms }))
}
