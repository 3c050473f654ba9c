//! `[glossary]`: words of the trade and what they mean.

use super::house::in_a_line;
use super::library::Head;
use super::reader::Reader;
use super::sheet::Kind;
use crate::model::glossary::{Glossary, Term};

/// Reads a glossary's file.
pub fn glossary(root: &mut Reader<'_, '_>) -> Option<(Head, Glossary)> {
    let head = root.main("glossary", |r| Head::read(r, Kind::Glossary, true));
    let of = head.as_ref().map_or("?", |head| &head.id).to_owned();
    root.require(&["term"]);
    let terms = root.items("term", |r, id| {
        r.require(&["term", "text"]);
        r.sheet.part(format!("term:{of}/{}", id.it), &r.span.clone(), id.span.clone());
        // Both stand in rows.
        let line = |r: &mut Reader<'_, '_>, key| r.text(key).unwrap_or_default().map(in_a_line);
        let term = line(r, "term");
        let also = r.own_matching("also");
        Term { id: id.it.into(), term, also, text: line(r, "text") }
    });
    let head = head?;
    Some((head.clone(), Glossary { id: head.id.as_str().into(), title: head.title, terms }))
}
