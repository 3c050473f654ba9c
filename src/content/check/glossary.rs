//! Words that are explained twice, in one glossary or in two that are in use: whoever looks them up is told two things.

use std::collections::BTreeMap;

use super::named;
use crate::base::finding::{Finding, Place};
use crate::base::id::{Lang, TermId};
use crate::content::codes;
use crate::content::doc::{Body, Gathered};
use crate::model::wording::normal;

/// Tells each word at its later place, with the first.
pub fn check(all: &Gathered<'_>, findings: &mut Vec<Finding>) {
    let mut seen: BTreeMap<(Lang, String), (Place, &str, &TermId)> = BTreeMap::new();
    for doc in all.docs.iter().filter(|doc| doc.is_live()) {
        let Body::Glossary(glossary) = &doc.body else { continue };
        for term in &glossary.terms {
            let place = named(doc, &format!("term:{}/{}", glossary.id, term.id));
            let mut told = false;
            for (lang, word) in term.term.by_language() {
                let key = (lang.clone(), normal(word));
                let Some((first, of, id)) = seen.get(&key).filter(|_| !key.1.is_empty()) else {
                    seen.insert(key, (place.clone(), glossary.id.as_str(), &term.id));
                    continue;
                };
                // The same id twice is told already.
                if told || (*of == glossary.id.as_str() && **id == term.id) {
                    continue;
                }
                told = true;
                let mut finding = codes::TERM_TWICE.at(place.clone(), &[("word", word), ("glossary", of)]);
                finding.also = Some(first.clone());
                findings.push(finding);
            }
        }
    }
}
