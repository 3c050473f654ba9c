//! Libraries over one another: what one hides below it, what replaces what, and that ids are unique within each.

use std::collections::{BTreeMap, BTreeSet};

use super::codes;
use super::doc::{Body, Doc, Gathered, Layer, Taken};
use super::files::SHIPPED;
use super::raw::path::nearest;
use super::raw::sheet::Kind;
use crate::base::finding::Place;

/// Takes out what a library above hides.
pub fn hide(all: &mut Gathered<'_>, layer: usize, of: &Layer<'_>) {
    let Some(file) = of.files.iter().find(|f| f.table.contains_key("library")) else { return };
    for (name, span) in &of.frame.hide {
        let below = all.docs.iter().filter(|d| d.layer < layer && d.name() == *name);
        all.taken.extend(below.filter_map(|doc| taken(doc, layer, true, file.place(span.clone()))));
        if all.docs.iter().any(|d| d.layer < layer && d.name() == *name) {
            all.docs.retain(|d| d.layer >= layer || d.name() != *name);
            all.hidden.insert(name.clone());
            continue;
        }
        let below: Vec<String> = all.docs.iter().filter(|d| d.layer < layer && d.kind != Kind::Walks).map(Doc::name).collect();
        let best = nearest(name, below.iter().map(String::as_str)).unwrap_or("none").to_owned();
        let args = [("kind", "hidden"), ("id", name.as_str()), ("best", &best), ("known", "none")];
        all.findings.push(codes::NO_SUCH.at(file.place(span.clone()), &args));
    }
    if let Some(extends) = of.frame.extends.as_ref().filter(|e| *e != SHIPPED) {
        let span = file.table.get("library").and_then(|l| l.get_ref().as_table()?.get("extends")).map_or(0..0, |e| e.span());
        let args = [("kind", "library"), ("id", extends.as_str()), ("best", SHIPPED), ("known", "none")];
        all.findings.push(codes::NO_SUCH.at(file.place(span), &args));
    }
}

/// A register that goes with a document.
fn taken(doc: &Doc<'_>, layer: usize, is_hidden: bool, place: Place) -> Option<Taken> {
    let Body::Wording(register) = &doc.body else { return None };
    Some(Taken { register: register.clone(), layer, is_hidden, place })
}

/// Ids are unique: in one library twice is a mistake, over another library it replaces.
pub fn settle(all: &mut Gathered<'_>) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut gone = BTreeSet::new();
    for n in 0..all.docs.len() {
        let doc = &all.docs[n];
        if doc.kind == Kind::Walks || doc.head.id == "?" {
            continue;
        }
        // Banks and scenarios share one space.
        let space = if doc.kind == Kind::Scenario { Kind::Bank } else { doc.kind };
        let key = if doc.kind == Kind::Library { "library".to_owned() } else { format!("{space}:{}", doc.head.id) };
        let Some(before) = first.insert(key, n) else { continue };
        let old = &all.docs[before];
        let code = match (old.layer < doc.layer, old.kind == doc.kind) {
            (true, true) => {
                gone.insert(before);
                if doc.kind == Kind::Library {
                    continue;
                }
                all.taken.extend(taken(old, doc.layer, false, doc.parsed.place(doc.head.span.clone())));
                &codes::REPLACES
            }
            (_, false) => &codes::SHARED_SPACE,
            (false, true) => &codes::ID_TWICE,
        };
        let args = [("kind", doc.kind.word()), ("id", doc.head.id.as_str())];
        let mut finding = code.at(doc.parsed.place(doc.head.span.clone()), &args);
        finding.also = Some(old.parsed.place(old.head.span.clone()));
        all.findings.push(finding);
    }
    // Of libraries the words stay: roles and skills of all of them hold.
    let mut n = 0;
    all.docs.retain(|doc| {
        n += 1;
        doc.kind == Kind::Library || !gone.contains(&(n - 1))
    });
    let scenarios: BTreeSet<(usize, String)> =
        all.docs.iter().filter(|d| d.kind == Kind::Scenario).map(|d| (d.layer, d.head.id.clone())).collect();
    let replaced = |doc: &Doc<'_>| {
        let here = scenarios.contains(&(doc.layer, doc.head.id.clone()));
        !here && (scenarios.iter().any(|(_, id)| *id == doc.head.id) || all.hidden.contains(&format!("scenario:{}", doc.head.id)))
    };
    let keep: Vec<bool> = all.docs.iter().map(|d| d.kind != Kind::Walks || !replaced(d)).collect();
    let mut keep = keep.into_iter();
    all.docs.retain(|_| keep.next().unwrap_or(true));
}
