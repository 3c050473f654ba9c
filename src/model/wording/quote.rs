//! Words of somebody else: what stands between quotation marks shortly behind "you said".
//!
//! An agent who repeats what a customer wrote says nothing of it. Only close by: marks that open within a gap of such words and close
//! within `LONGEST` characters, so that what is far away makes no quotation.

use std::ops::Range;

use super::phrase::{is_gap, is_within};

/// The most characters between two marks of a quotation.
pub const LONGEST: usize = 120;

/// Marks that open and what closes them.
const MARKS: [(char, char); 4] = [('“', '”'), ('"', '"'), ('「', '」'), ('『', '』')];

/// Whether there is anything between marks at all.
pub fn has_marks(text: &str) -> bool {
    text.contains(|c| MARKS.iter().any(|(open, _)| *open == c))
}

/// What is quoted behind places that lead to quotations.
pub fn quoted(text: &str, leading: &[Range<usize>]) -> Vec<Range<usize>> {
    leading.iter().filter_map(|at| behind(text, at.end)).collect()
}

fn behind(text: &str, from: usize) -> Option<Range<usize>> {
    let (at, close) = text[from..].char_indices().find_map(|(at, c)| {
        let (_, close) = MARKS.iter().find(|(open, _)| *open == c)?;
        Some((from + at, *close))
    })?;
    let start = at + text[at..].chars().next().map_or(1, char::len_utf8);
    let end = start + text[start..].find(close)?;
    (is_gap(text, from, at) && is_within(text, start, end, LONGEST)).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn of<'t>(text: &'t str, lead: &str) -> Vec<&'t str> {
        let leading: Vec<_> = text.match_indices(lead).map(|(at, lead)| at..at + lead.len()).collect();
        quoted(text, &leading).into_iter().map(|at| &text[at]).collect()
    }

    #[test]
    fn what_was_said_is_between_marks_close_behind() {
        assert_eq!(of("您说“不行”，我懂", "您说"), ["不行"]);
        assert_eq!(of("you wrote that he said \"just wait\". sorry", "you wrote"), ["just wait"]);
        assert_eq!(of("您说的那句:「滚」", "您说"), ["滚"]);
        assert!(of("您说呢?“不行”", "您说").is_empty(), "another sentence");
        assert!(of("您说“不行", "您说").is_empty(), "no end");
        assert!(of("“不行”您说", "您说").is_empty());
        let long = format!("您说“{}”", "长".repeat(LONGEST + 1));
        assert!(of(&long, "您说").is_empty());
    }
}
