//! `NAME.walk.toml`: what certain replies must lead to.

use super::reader::Reader;
use super::sheet::{At, Kind};
use crate::base::points::Points;
use crate::content::codes;
use crate::content::shape::range;
use crate::content::walk::{Expect, Said, Step, Walk};

/// A walks file: which scenario, and its walks. Turns and replies are looked up when everything is read.
#[derive(Clone, Debug)]
pub struct WalksDraft {
    /// The scenario's id.
    pub scenario: String,
    /// The walks.
    pub walks: Vec<Walk>,
    /// Each `turn/reply` and ending with its place.
    pub names: Vec<(Kind, At<String>)>,
}

/// Reads a walks file.
pub fn walks(root: &mut Reader<'_, '_>) -> Option<WalksDraft> {
    let walks = root.string("walks")?;
    let Some(scenario) = walks.it.strip_prefix("scenario:") else {
        root.sheet.find(&codes::BAD_REFERENCE, walks.span, &[("id", walks.it), ("form", "scenario:ID"), ("best", "none")]);
        return None;
    };
    root.sheet.refer(Kind::Scenario, scenario, walks.span);
    root.sheet.parts.push((0, format!("walks:{scenario}")));
    root.require(&["walk"]);
    let mut names = Vec::new();
    let walks = root.items("walk", |r, id| {
        r.require(&["replies", "expect"]);
        let steps = steps(r, &mut names);
        let expect = r.table("expect", |r| {
            r.require(&["ending", "points", "percent", "passed"]);
            let ending = r.string("ending");
            let ending = ending.map(|e| {
                names.push((Kind::Ending, At { it: e.it.to_owned(), span: e.span }));
                e.it
            });
            Expect {
                ending: ending.unwrap_or("?").into(),
                points: r.points("points").map_or(Points::ZERO, |p| p.it),
                percent: r.integer("percent", range::PERCENT).unwrap_or(0),
                passed: r.flag("passed").unwrap_or(false),
            }
        });
        let nothing = Expect { ending: "?".into(), points: Points::ZERO, percent: 0, passed: false };
        let at = r.sheet.parsed.place(id.span.clone());
        r.sheet.part(format!("walk:{scenario}/{}", id.it), &r.span.clone(), id.span.clone());
        Walk { scenario: scenario.into(), id: id.it.to_owned(), steps, expect: expect.unwrap_or(nothing), at }
    });
    Some(WalksDraft { scenario: scenario.to_owned(), walks, names })
}

/// `"turn/reply"`, `{ turn = "…", reply = "…" }`, or `{ turn = "…", text = "…" }`.
fn steps(r: &mut Reader<'_, '_>, names: &mut Vec<(Kind, At<String>)>) -> Vec<Step> {
    let Some(value) = r.get("replies") else { return Vec::new() };
    let Some(items) = value.get_ref().as_array() else {
        r.strings("replies"); // says what is wrong
        return Vec::new();
    };
    let mut out = Vec::new();
    for item in items {
        let step = match (item.get_ref().as_str(), item.get_ref().as_table()) {
            (Some(name), _) => match name.split_once('/') {
                Some((turn, reply)) => Some((turn.to_owned(), Said::Reply(reply.into()))),
                None => {
                    r.sheet.find(&codes::BAD_REFERENCE, item.span(), &[("id", name), ("form", "TURN/REPLY"), ("best", "none")]);
                    None
                }
            },
            (_, Some(table)) => r.row("replies", table, item.span(), decision),
            _ => {
                let args = [("key", "replies"), ("expected", "text"), ("found", item.get_ref().type_str()), ("keys", "")];
                r.sheet.find(&codes::WRONG_TYPE, item.span(), &args);
                None
            }
        };
        let Some((turn, said)) = step else { continue };
        names.push(match &said {
            Said::Reply(reply) => (Kind::Reply, At { it: format!("{turn}/{reply}"), span: item.span() }),
            Said::Text(_) => (Kind::Turn, At { it: turn.clone(), span: item.span() }),
        });
        out.push(Step { turn: turn.into(), said, at: r.sheet.parsed.place(item.span()) });
    }
    out
}

/// A decision with its keys: a reply that is chosen, or a text that is written.
fn decision(row: &mut Reader<'_, '_>) -> Option<(String, Said)> {
    let written = row.has("text");
    row.require(if written { &["turn", "text"] } else { &["turn", "reply"] });
    row.reserved(&["band"]);
    let turn = row.string("turn").map(|t| t.it.to_owned());
    let text = row.string("text").map(|t| Said::Text(t.it.to_owned()));
    let reply = (!written).then(|| row.string("reply")).flatten().map(|r| Said::Reply(r.it.into()));
    turn.zip(text.or(reply))
}
