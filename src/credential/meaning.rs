//! What a document means, as text that is the same for everybody who means the same: JSON-LD to RDF, in canonical N-Quads (RDFC-1.0).
//!
//! No network: the contexts of a licence are known by their addresses, and both come out of the one list of words (`terms`). Only
//! documents of those words have a meaning here. Putting the things without a name in order can take exponential time where they stand
//! within each other; a hostile document could do that, a licence never does, so such a document has no meaning here either.

use std::sync::LazyLock;

use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::Dataset;
use oxrdf::dataset::{CanonicalizationAlgorithm, CanonicalizationHashAlgorithm};
use serde_json::{Value, json};

use super::claims::CONTEXTS;
use super::terms;

/// The list of words, as the document that the first context's address leads to; what the second adds is in it already.
static CONTEXT: LazyLock<Vec<u8>> = LazyLock::new(|| terms::context().to_string().into_bytes());
/// A context that adds nothing.
const NOTHING: &[u8] = br#"{"@context":{}}"#;

/// A document's meaning as canonical N-Quads. `None`: it has words that are not on the list, or is built as no licence is.
pub(super) fn of(document: &Value) -> Option<String> {
    let contexts = [json!(CONTEXTS), json!(CONTEXTS[..1])];
    let known = contexts.contains(document.get("@context")?) && terms::unknown(document).is_none();
    if !known || !is_shallow(document) { None } else { quads(document, known_context) }
}

/// The meaning of a proof's options, whose words are settled before.
pub(super) fn of_options(options: &Value) -> Option<String> {
    quads(options, known_context)
}

fn known_context(address: &str) -> Option<&'static [u8]> {
    let place = CONTEXTS.iter().position(|known| *known == address)?;
    Some(if place == 0 { &CONTEXT } else { NOTHING })
}

/// Whether every thing without a name stands in one that has a name, and holds no others: then none is hard to put in order.
fn is_shallow(value: &Value) -> bool {
    fn walk(value: &Value, named: bool) -> bool {
        match value {
            Value::Array(items) => items.iter().all(|item| walk(item, named)),
            Value::Object(object) => {
                let id = object.get("id").map(|id| id.as_str().is_some_and(|id| !id.starts_with('_')));
                id != Some(false) && (named || id.is_some()) && object.values().all(|below| walk(below, id.is_some()))
            }
            Value::String(text) => !text.starts_with("_:"),
            Value::Null => false,
            _ => true,
        }
    }
    walk(value, true)
}

/// RDF of a document, in canonical order.
fn quads(document: &Value, context: fn(&str) -> Option<&'static [u8]>) -> Option<String> {
    let text = document.to_string();
    let parser = JsonLdParser::new().for_slice(&text).with_load_document_callback(move |address, _| {
        let document = context(address).ok_or("a context that is not known here")?.to_vec();
        Ok(JsonLdRemoteDocument { document, document_url: address.to_owned() })
    });
    let mut all: Dataset = parser.collect::<Result<_, _>>().ok()?;
    all.canonicalize(CanonicalizationAlgorithm::Rdfc10 { hash_algorithm: CanonicalizationHashAlgorithm::Sha256 });
    let mut lines: Vec<String> = all.iter().map(|quad| format!("{quad} .\n")).collect();
    lines.sort_unstable();
    Some(lines.concat())
}

#[cfg(test)]
mod tests;
