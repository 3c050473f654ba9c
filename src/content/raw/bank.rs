//! `[bank]` with its materials and questions.

use std::collections::BTreeMap;

use super::library::Head;
use super::question::question;
use super::reader::Reader;
use super::sheet::Kind;
use crate::content::codes;
use crate::model::library::{Bank, Use};
use crate::model::question::Material;

/// Reads a bank file.
pub fn bank(root: &mut Reader<'_, '_>) -> Option<(Head, Bank)> {
    let main = root.main("bank", |r| {
        r.require(&["use"]);
        let head = Head::read(r, Kind::Bank, true);
        let bank = Bank {
            id: head.id.as_str().into(),
            title: head.title.clone(),
            roles: r.refs("roles", Kind::Role),
            use_: r.word("use", Use::ALL).unwrap_or(Use::Practice),
            questions: Vec::new(),
        };
        (head, bank)
    });
    let of = main.as_ref().map_or("?", |(head, _)| &head.id).to_owned();
    let materials: Vec<Material> = root.items("material", |r, id| {
        r.require(&["title", "body"]);
        r.sheet.part(format!("material:{of}/{}", id.it), &r.span.clone(), id.span.clone());
        Material { id: id.it.into(), title: r.text("title").unwrap_or_default(), body: r.text("body").unwrap_or_default() }
    });
    let materials: BTreeMap<&str, &Material> = materials.iter().map(|m| (m.id.as_str(), m)).collect();
    root.require(&["question"]);
    let questions = root.items("question", |r, id| {
        r.sheet.part(format!("question:{of}/{}", id.it), &r.span.clone(), id.span.clone());
        question(r, format!("{of}/{}", id.it).into(), &materials)
    });
    for id in materials.keys().filter(|id| questions.iter().all(|q| q.material.as_ref().is_none_or(|m| m.id.as_str() != **id))) {
        let place = root.sheet.places.iter().rev().find(|(name, _)| *name == format!("material:{of}/{id}"));
        if let Some((_, span)) = place.cloned() {
            root.sheet.find(&codes::UNUSED, span, &[("kind", "material"), ("id", id)]);
        }
    }
    let (head, bank) = main?;
    Some((head, Bank { questions, ..bank }))
}
