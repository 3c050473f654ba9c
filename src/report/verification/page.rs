//! One page that checks licences in a browser without network: for a door with a phone and no onduty.
//!
//! Built in: who is trusted and which licences were taken back, as known when the page was made, and the words of both languages. The
//! checks are `templates/verify.js`, the page's only script: its policy names the script's digest and lets nothing in from outside.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde_json::json;

use crate::base::digest::Digest;
use crate::base::moment::Moment;
use crate::credential::status::StatusList;
use crate::credential::trust::Trust;
use crate::credential::verify::MOST_DAYS;
use crate::locale::{Tongue, Words};
use crate::report::press::{press, safe};

const TEMPLATE: &str = include_str!("../templates/verify.html");
const SCRIPT: &str = include_str!("../templates/verify.js");

/// The page's words, each `verify-page-KEY`.
const SENTENCES: &[&str] = &[
    "title",
    "other",
    "how",
    "file",
    "paste",
    "check",
    "trusted",
    "nobody",
    "compare",
    "made",
    "no-lists",
    "no-revocation",
    "no-suspension",
    "key-until",
    "limits",
    "says",
    "claims",
    "holder",
    "nameless",
    "number",
    "licence",
    "revocation",
    "suspension",
    "list-clear",
    "list-old",
    "list-taken",
    "list-none",
    "issuer",
    "valid",
    "scope",
    "note",
    "conclusion-good",
    "conclusion-good-so-far",
    "conclusion-issuer-not-checked",
    "conclusion-unknown-issuer",
    "conclusion-expired",
    "conclusion-not-yet-valid",
    "conclusion-revoked",
    "conclusion-suspended",
    "conclusion-key-retired",
    "conclusion-altered",
    "conclusion-unproven",
    "conclusion-not-a-licence",
    "conclusion-unreadable",
];

#[derive(Serialize)]
struct Page<'a> {
    lang: &'a str,
    hash: String,
    data: minijinja::Value,
    script: minijinja::Value,
}

/// The page, in a language to begin with, with what is known now of issuers and of licences taken back; dates are of this zone.
pub fn page((trust, lists): (&Trust, &[StatusList]), made: Moment, zone: &str, tongue: Tongue) -> String {
    let words = |tongue| {
        let words = Words::new(tongue);
        // The key's own part may be said elsewhere with the same name: what the script names is what stands here.
        let say = |key: &&str| ((*key).to_owned(), words.get(&format!("verify-page-{key}")));
        SENTENCES.iter().map(say).collect::<BTreeMap<_, _>>()
    };
    let issuers: Vec<_> =
        trust.issuers().iter().map(|it| json!({ "did": it.did, "name": it.name, "code": it.code, "until": it.until })).collect();
    let list = |it: &StatusList| {
        json!({ "address": it.address, "did": it.issuer, "purpose": it.purpose.name(), "at": it.at, "local": it.at.local(zone),
            "places": it.places(), "taken": it.taken() })
    };
    let data = json!({
        "lang": tongue.tag(),
        "zone": zone,
        "made": made.local(zone),
        "issuers": issuers,
        "oldest": MOST_DAYS,
        "status": lists.iter().map(list).collect::<Vec<_>>(),
        "words": { "zh-CN": words(Tongue::Zh), "en": words(Tongue::En) },
    });
    let digest = Digest::of_bytes(SCRIPT.as_bytes());
    press(
        TEMPLATE,
        Page {
            lang: tongue.tag(),
            hash: STANDARD.encode(digest.bytes()),
            // Within a script element nothing but `<` could end it.
            data: safe(data.to_string().replace('<', "\\u003c")),
            script: safe(SCRIPT.to_owned()),
        },
    )
}
