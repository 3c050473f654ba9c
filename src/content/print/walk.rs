//! A walk as its author would write it.

use super::quoted;
use crate::base::id::{ScenarioId, TurnId};
use crate::content::walk::{Expect, Said};

/// The head of a file of walks.
pub fn head(scenario: &ScenarioId) -> String {
    format!("format = 1\nwalks = \"scenario:{scenario}\"\n")
}

/// One walk. Ids are letters, digits and hyphens: nothing in them has to be escaped.
pub fn walk(id: &str, steps: &[(TurnId, Said)], expect: &Expect) -> String {
    let step = |(turn, said): &(TurnId, Said)| match said {
        Said::Reply(reply) => format!("\"{turn}/{reply}\""),
        // A table in a list stands on one line, and so does its text.
        Said::Text(text) => format!("{{ turn = \"{turn}\", text = {} }}", quoted(&text.replace(['\n', '\t'], " "))),
    };
    let replies: Vec<String> = steps.iter().map(step).collect();
    let Expect { ending, points, percent, passed } = expect;
    format!(
        "[[walk]]\nid = \"{id}\"\nreplies = [{}]\nexpect = {{ ending = \"{ending}\", points = {points}, percent = {percent}, passed = {passed} }}\n",
        replies.join(", ")
    )
}
