//! What an audit came to, said: first what was looked at, then each finding with its place and what it means for whom, then what counts
//! for nothing, and last what could not be checked. The same as JSON.

use serde_json::{Value, json};

use super::found::{Counts, Finding, Place, Report};
use super::refused;
use crate::cli::failure::{Failure, Sentence};
use crate::cli::room::Call;
use crate::locale::Words;
use crate::model::page::{Block, Item, Mark};

/// Prints it.
///
/// # Errors
/// `Failure` where stdout cannot be written.
pub fn tell(call: &mut Call<'_>, report: &Report) -> Result<(), Failure> {
    if call.json() {
        let value = as_json(report, &call.words);
        return call.print_json(&value);
    }
    let text = call.report_look(None).painted(&blocks(report, &call.words), &call.words);
    call.print(&text)
}

fn blocks(report: &Report, words: &Words) -> Vec<Block> {
    let Counts { attempts, regraded, acts, licences, lines } = report.counts;
    let found = report.findings.len();
    let counts = [
        ("attempts", attempts.into()),
        ("regraded", regraded.into()),
        ("acts", acts.into()),
        ("licences", licences.into()),
        ("lines", lines.into()),
    ];
    let (mark, verdict) = match found {
        0 => (Mark::Right, words.get("audit-sound")),
        _ => (Mark::Wrong, words.with("audit-found", &[("count", found.into())])),
    };
    let mut out = vec![Block::Outcome(mark, verdict), Block::Text(words.with("audit-looked", &counts))];
    if found > 0 {
        let items = report.findings.iter().flat_map(|finding| {
            let means = Item::named(words.get("audit-means"), words.get(&format!("means-{}", finding.code())));
            [Item::marked(Mark::Wrong, said(finding, words)), means.below()]
        });
        out.push(Block::Items(items.collect()));
    }
    let heads = report.heads.iter().map(|(head, since)| {
        let gaps = [("head", head.as_str().into()), ("since", (*since).into())];
        Item::marked(Mark::Right, words.with("audit-head-holds", &gaps))
    });
    let heads: Vec<_> = heads.collect();
    if !heads.is_empty() {
        out.push(Block::Items(heads));
    }
    for (title, sentences) in [
        ("audit-due-title", &report.due),
        ("audit-odd-title", &report.odd),
        ("audit-answered-title", &report.answered),
        ("audit-noted-title", &report.noted),
        ("audit-idle-title", &report.idle),
        ("audit-unknown-title", &report.unknown),
    ] {
        if !sentences.is_empty() {
            out.push(Block::Title(words.get(title)));
            let items = sentences.iter().map(|it| Item::marked(Mark::Dash, it.said(words)));
            out.push(Block::Items(items.collect()));
        }
    }
    out.push(Block::Title(words.get("audit-beside-title")));
    out.push(Block::Text(words.get("audit-beside")));
    out
}

/// A finding in words; the database's own words with what they are about.
fn said(finding: &Finding, words: &Words) -> String {
    let what = finding.what.said(words);
    if let Place::Refused(doubt) = &finding.place {
        let gaps = refused::gaps(doubt);
        let gaps: Vec<_> = gaps.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        return words.with("audit-refused", &[&gaps[..], &[("why", what.into())]].concat());
    }
    if finding.code() == "file" { words.with("audit-file", &[("said", what.into())]) } else { what }
}

fn as_json(report: &Report, words: &Words) -> Value {
    let Counts { attempts, regraded, acts, licences, lines } = report.counts;
    let sentences = |all: &[Sentence]| -> Vec<Value> {
        let args = |it: &Sentence| it.args.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        all.iter().map(|it| json!({ "what": it.key, "of": Value::Object(args(it)), "said": it.said(words) })).collect()
    };
    let findings = report.findings.iter().map(|finding| {
        let means = words.get(&format!("means-{}", finding.code()));
        json!({ "place": place(&finding.place), "what": finding.code(), "said": said(finding, words), "means": means })
    });
    let heads = report.heads.iter().map(|(head, since)| json!({ "head": head, "lines_since": since }));
    json!({
        "sound": report.findings.is_empty(),
        "looked_at": { "attempts": attempts, "regraded": regraded, "acts": acts, "licences": licences, "lines": lines },
        "findings": findings.collect::<Vec<_>>(),
        "heads": heads.collect::<Vec<_>>(),
        "to_do": sentences(&report.due),
        "worth_a_look": sentences(&report.odd),
        "answered": sentences(&report.answered),
        "signed": sentences(&report.noted),
        "counts_for_nothing": sentences(&report.idle),
        "not_checked": sentences(&report.unknown),
    })
}

fn place(place: &Place) -> Value {
    match place {
        Place::Attempt(id) => json!({ "attempt": id }),
        Place::Act(id) => json!({ "act": id }),
        Place::Licence(number) => json!({ "licence": number }),
        Place::Line(number) => json!({ "line": number }),
        Place::Content(digest) => json!({ "content": digest }),
        Place::Refused(it) => json!({ "refusal": it.id, "file": it.file, "digest": it.digest, "from": it.from, "at": it.at }),
        Place::Whole => json!({ "whole": true }),
    }
}
