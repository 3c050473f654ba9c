//! What was answered, in the words it was offered in: the line that stays under a prompt, and what stands under a question that was
//! answered before.

use super::line::Line;
use super::paint::Paint;
use super::worded::{self, worded};
use crate::base::id::ItemId;
use crate::locale::Words;
use crate::model::form::{Choice, Form, Reply};
use crate::model::page::Prompt;

/// The words of a reply to a prompt, one line each; empty for going on.
pub fn said(prompt: &Prompt, reply: &Reply, words: &Words) -> Vec<String> {
    if let Reply::Picked(key) = reply
        && let Some(chosen) = worded::chosen(prompt, key, words)
    {
        return vec![chosen];
    }
    match (reply, &worded(prompt, words)) {
        (Reply::Next, _) => Vec::new(),
        (Reply::Blank, _) => vec![worded::aside(prompt, words).1],
        (Reply::Typed(text), Form::Number { unit: Some(unit) }) => vec![format!("{} {unit}", text.trim())],
        (Reply::Typed(text), _) => vec![text.clone()],
        (Reply::Picked(key), Form::PickOne(all)) => vec![text(all, key)],
        (Reply::Picked(key), Form::Rate(all)) => vec![mark(key, &text(all, key), words)],
        (Reply::PickedMany(keys), Form::PickMany(all)) => {
            all.iter().filter(|choice| keys.contains(&choice.key)).map(|choice| choice.text.clone()).collect()
        }
        (Reply::Sorted(keys), Form::Sort(all)) => {
            keys.iter().enumerate().map(|(n, key)| format!("{}. {}", n + 1, text(all, key))).collect()
        }
        (Reply::Matched(map), Form::Match { lefts, rights, .. }) => lefts
            .iter()
            .filter_map(|left| map.get(&left.key).map(|right| format!("{} → {}", left.text, text(rights, right))))
            .collect(),
        _ => Vec::new(),
    }
}

/// What was answered to a prompt before, as it stands under the question; nothing where nothing was.
pub fn given(prompt: &Prompt, paint: Paint<'_>) -> Vec<Line> {
    let said = prompt.given.as_ref().map_or_else(Vec::new, |given| said(prompt, given, paint.words));
    let marks = matches!(prompt.form, Form::Rate(_) | Form::Overall);
    paint.given(if marks { "given-mark" } else { "given-now" }, &said)
}

fn mark(key: &ItemId, text: &str, words: &Words) -> String {
    words.with("mark-said", &[("mark", key.as_str().into()), ("text", text.into())])
}

fn text(all: &[Choice], key: &ItemId) -> String {
    all.iter().find(|choice| choice.key == *key).map_or_else(|| key.to_string(), |choice| choice.text.clone())
}
