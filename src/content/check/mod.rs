//! What can only be said once everything is read: one pass a file of this folder.

mod balance;
mod clock;
mod courses;
mod coverage;
pub mod draws;
mod flow;
mod glossary;
mod house;
mod licences;
mod refs;
mod supply;
mod taken;
mod unused;
mod wording;

use super::doc::{Doc, Gathered};
use super::raw::path::{Found, follow};
use super::raw::sheet::Kind;
use crate::base::finding::Place;

/// Runs every pass.
pub fn check(all: &mut Gathered<'_>) {
    let mut findings = Vec::new();
    refs::check(all, &mut findings);
    courses::check(all, &mut findings);
    for doc in &all.docs {
        flow::check(doc, &mut findings);
        balance::check(doc, all.tongues.as_ref(), &mut findings);
        unused::variables(doc, &mut findings);
    }
    clock::check(all, &mut findings);
    coverage::check(all, &mut findings);
    unused::skills(all, &mut findings);
    wording::check(all, &mut findings);
    glossary::check(all, &mut findings);
    all.lost = taken::tell(all, &mut findings);
    licences::check(all, &mut findings);
    house::check(all, &mut findings);
    all.findings.append(&mut findings);
}

/// The place of a path in a thing's file: of its value, or of the id of a table.
fn place_of(doc: &Doc<'_>, path: &str) -> Place {
    let id = format!("{path}.id");
    for path in [id.as_str(), path] {
        if let Found::Here(_, span) = follow(&doc.parsed.table, Some(doc.kind.word()), path) {
            return doc.parsed.place(span);
        }
    }
    doc.parsed.place(doc.head.span.clone())
}

/// The place of a thing by its name, as it was put down while reading.
fn named(doc: &Doc<'_>, name: &str) -> Place {
    let span = doc.places.iter().find(|(n, _)| n == name).map_or(doc.head.span.clone(), |(_, span)| span.clone());
    doc.parsed.place(span)
}

/// Whether a thing's own file is whole, so that what is not there is not there.
fn is_whole(doc: &Doc<'_>) -> bool {
    doc.parsed.broken.is_empty() && doc.kind != Kind::Walks
}
