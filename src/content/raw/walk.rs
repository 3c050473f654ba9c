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
            let timeliness = r.points("timeliness").map(|p| p.it);
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
                timeliness,
            }
        });
        let nothing = Expect { ending: "?".into(), points: Points::ZERO, percent: 0, passed: false, timeliness: None };
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
                Some((turn, reply)) => Some((turn.to_owned(), Said::Reply(reply.into()), None)),
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
        let Some((turn, said, band)) = step else { continue };
        names.push(match &said {
            Said::Reply(reply) => (Kind::Reply, At { it: format!("{turn}/{reply}"), span: item.span() }),
            Said::Text(_) | Said::Silence => (Kind::Turn, At { it: turn.clone(), span: item.span() }),
        });
        out.push(Step { turn: turn.into(), said, band, at: r.sheet.parsed.place(item.span()) });
    }
    out
}

/// A decision with its keys: a reply that is chosen, a text that is written, or silence; and how long it takes.
fn decision(row: &mut Reader<'_, '_>) -> Option<(String, Said, Option<usize>)> {
    let (written, silent) = (row.has("text"), row.has("silent"));
    row.require(match (written, silent) {
        (true, _) => &["turn", "text"],
        (_, true) => &["turn", "silent"],
        _ => &["turn", "reply"],
    });
    let turn = row.string("turn").map(|t| t.it.to_owned());
    let text = row.string("text").map(|t| Said::Text(t.it.to_owned()));
    let silence = row.flag("silent").filter(|silent| *silent && !written).map(|_| Said::Silence);
    let reply = (!written && !silent).then(|| row.string("reply")).flatten().map(|r| Said::Reply(r.it.into()));
    let band = row.integer::<i64>("band", range::BAND).and_then(|n| usize::try_from(n).ok());
    Some((turn?, text.or(silence).or(reply)?, band))
}
