//! A walk as its author would write it.

use crate::base::id::{ReplyId, ScenarioId, TurnId};
use crate::content::walk::Expect;

/// The head of a file of walks.
pub fn head(scenario: &ScenarioId) -> String {
    format!("format = 1\nwalks = \"scenario:{scenario}\"\n")
}

/// One walk. Ids are letters, digits and hyphens: nothing in them has to be escaped.
pub fn walk(id: &str, steps: &[(TurnId, ReplyId)], expect: &Expect) -> String {
    let replies: Vec<String> = steps.iter().map(|(turn, reply)| format!("\"{turn}/{reply}\"")).collect();
    let Expect { ending, points, percent, passed } = expect;
    format!(
        "[[walk]]\nid = \"{id}\"\nreplies = [{}]\nexpect = {{ ending = \"{ending}\", points = {points}, percent = {percent}, passed = {passed} }}\n",
        replies.join(", ")
    )
}
