//! A walk as its author would write it.

use super::quoted;
use crate::base::id::ScenarioId;
use crate::content::walk::{Expect, Made, Said};

/// The head of a file of walks.
pub fn head(scenario: &ScenarioId) -> String {
    format!("format = 1\nwalks = \"scenario:{scenario}\"\n")
}

/// One walk. Ids are letters, digits and hyphens: nothing in them has to be escaped.
pub fn walk(id: &str, steps: &[Made], expect: &Expect) -> String {
    let step = |Made { turn, said, band }: &Made| {
        let band = band.map_or_else(String::new, |band| format!(", band = {band}"));
        match said {
            Said::Reply(reply) if band.is_empty() => format!("\"{turn}/{reply}\""),
            Said::Reply(reply) => format!("{{ turn = \"{turn}\", reply = \"{reply}\"{band} }}"),
            // A table in a list stands on one line, and so does its text.
            Said::Text(text) => {
                format!("{{ turn = \"{turn}\", text = {}{band} }}", quoted(&text.replace(['\n', '\t'], " ")))
            }
            Said::Silence => format!("{{ turn = \"{turn}\", silent = true }}"),
        }
    };
    let replies: Vec<String> = steps.iter().map(step).collect();
    let Expect { ending, points, percent, passed, timeliness } = expect;
    let timeliness = timeliness.map_or_else(String::new, |points| format!(", timeliness = {points}"));
    format!(
        "[[walk]]\nid = \"{id}\"\nreplies = [{}]\nexpect = {{ ending = \"{ending}\", points = {points}, percent = {percent}, passed = {passed}{timeliness} }}\n",
        replies.join(", ")
    )
}
