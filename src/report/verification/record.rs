//! The verdict on a licence for a script. A claim never stands where a fact would.

use serde_json::{Map, Value, json};

use super::said::{Teller, code_of, conclusion, source};
use super::{Checked, Whose, is_good};
use crate::base::moment::Moment;
use crate::credential::claims::{Claims, Mark, Note, PartResult};
use crate::credential::verify::{Looked, Outcome, Step};

/// What a licence says, by key. All of them are always there.
const FACTS: [&str; 12] = [
    "number",
    "licence",
    "title",
    "scope",
    "holder",
    "holder_id",
    "issuer",
    "issuer_did",
    "valid_from",
    "valid_until",
    "results",
    "notes",
];

/// The whole verdict.
pub(super) fn json(checked: &Checked<'_>, say: &Teller<'_>) -> Value {
    let report = checked.report;
    let mut out = Map::new();
    out.insert("file".to_owned(), checked.file.into());
    out.insert("conclusion".to_owned(), conclusion(report.conclusion).into());
    out.insert("good".to_owned(), is_good(report.conclusion).into());
    out.insert("words".to_owned(), say.conclusion(report).into());
    out.insert("as_of".to_owned(), report.as_of.map_or(Value::Null, stamp));
    out.insert("source".to_owned(), report.as_of.map_or(Value::Null, |_| source(report.source).into()));
    out.insert("lists".to_owned(), lists(&report.lists));
    out.insert("steps".to_owned(), report.steps.iter().map(|(of, outcome)| step(*of, outcome, say)).collect());
    let vouched = Whose::of(report) == Whose::Issuer;
    let said = report.claims.as_ref().map(|claims| {
        let name = report.trusted.as_ref().map_or(&claims.issuer.name, |trusted| &trusted.name);
        facts(claims, name)
    });
    let (facts, claimed) = if vouched { (said, None) } else { (None, said) };
    let mut facts = facts.unwrap_or_default();
    for key in FACTS {
        out.insert(key.to_owned(), facts.remove(key).unwrap_or_default());
    }
    out.insert("claimed".to_owned(), claimed.map_or(Value::Null, Value::Object));
    out.into()
}

/// A file that could not be read: the same keys, with nothing in them.
pub(super) fn not_read(file: &str, said: &str) -> Value {
    let mut out = json!({ "file": file, "conclusion": "not-read", "good": false, "words": said, "as_of": null, "source": null, "lists": [], "steps": [], "claimed": null });
    for key in FACTS {
        out[key] = Value::Null;
    }
    out
}

/// The status lists that it names: what each is about, and when the one that was looked at was made; null where none was there.
pub(super) fn lists(all: &[Looked]) -> Value {
    all.iter().map(|it| json!({ "purpose": it.purpose.name(), "as_of": it.at.map(stamp) })).collect()
}

fn step(step: Step, outcome: &Outcome, say: &Teller<'_>) -> Value {
    let word = match outcome {
        Outcome::Passed => "passed",
        Outcome::Failed(_) => "failed",
        Outcome::NotChecked(_) => "not-checked",
    };
    let reason = say.reason(outcome);
    json!({
        "step": code_of(step),
        "outcome": word,
        "reason": reason.as_ref().map(|reason| reason.code),
        "words": reason.map(|reason| reason.words),
    })
}

fn facts(claims: &Claims, issuer: &str) -> Map<String, Value> {
    let values: [Value; FACTS.len()] = [
        claims.number.as_str().into(),
        claims.licence.as_str().into(),
        claims.title.as_str().into(),
        claims.scope.as_str().into(),
        claims.holder.name.shown().into(),
        claims.holder.id.as_str().into(),
        issuer.into(),
        claims.issuer.did.as_str().into(),
        stamp(claims.from),
        claims.until.map_or(Value::Null, stamp),
        claims.results.iter().map(result).collect(),
        claims.notes.iter().map(note).collect(),
    ];
    FACTS.into_iter().map(str::to_owned).zip(values).collect()
}

/// In UTC, as the licence writes it.
fn stamp(moment: Moment) -> Value {
    jiff::Timestamp::from_millisecond(moment.0).map_or(Value::Null, |stamp| stamp.to_string().into())
}

fn result(part: &PartResult) -> Value {
    let (percent, required) = match &part.mark {
        Mark::Percent { value, required } => (Some(value), required.as_ref()),
        Mark::Completed => (None, None),
    };
    json!({ "id": part.id, "name": part.name, "percent": percent, "required": required })
}

fn note(note: &Note) -> Value {
    let genre = note.kind.genre();
    json!({ "kind": genre.strip_prefix("note/").unwrap_or(genre), "text": note.text })
}
