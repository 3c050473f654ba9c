//! Values of `[house]` that stand for figures of licences: a text that says another one promises what the program does not hold to.

use super::place_of;
use crate::base::finding::Finding;
use crate::content::codes;
use crate::content::doc::{Body, Gathered};
use crate::model::licence::Appeals;
use crate::model::span::Span;
use crate::model::text::Text;

/// A day, in milliseconds.
const DAY: i64 = 86_400_000;
/// How texts call days.
const DAYS: &[&str] = &["天", "日", "day"];

/// What a licence says of appeals.
type Figure = fn(&Appeals) -> Span;

/// The values, with what of `[appeals]` each stands for.
const FIGURES: &[(&str, &str, Figure)] =
    &[("appeal_days", "window", |appeals| appeals.window), ("answer_days", "answer_within", |appeals| appeals.answer_within)];

/// Checks the values that hold: those of the library above.
pub fn check(all: &Gathered<'_>, findings: &mut Vec<Finding>) {
    for (name, key, figure) in FIGURES {
        let given = all.docs.iter().rev().find_map(|doc| match &doc.body {
            Body::Library(draft) => draft.house.iter().find(|(it, _)| it == name).map(|(_, text)| (doc, text)),
            _ => None,
        });
        let Some((doc, text)) = given else { continue };
        let licences = all.docs.iter().filter(|it| it.is_live()).filter_map(|it| match &it.body {
            Body::Licence(draft) => Some((it.head.id.as_str(), figure(&draft.scheme.appeals()))),
            _ => None,
        });
        let mut other = licences.filter(|(_, span)| says_otherwise(text, *span));
        if let Some((licence, span)) = other.next() {
            let span = span.to_string();
            let args = [
                ("name", *name),
                ("said", text.all().next().unwrap_or_default()),
                ("key", *key),
                ("id", licence),
                ("span", &span),
            ];
            findings.push(codes::HOUSE_OTHERWISE.at(place_of(doc, &format!("house.{name}")), &args));
        }
    }
}

/// Whether a text names days, and not as many as that. What is no number of days, such as two weeks, is not judged.
fn says_otherwise(text: &Text, span: Span) -> bool {
    let otherwise = |said: &str| {
        let said = said.to_lowercase();
        let digits: String = said.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
        let number = digits.parse::<i64>().ok().filter(|_| DAYS.iter().any(|day| said.contains(day)));
        number.is_some_and(|number| number.checked_mul(DAY) != Some(span.0))
    };
    text.all().any(otherwise)
}
