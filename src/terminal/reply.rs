//! What was answered, in the words it was offered in: the line that stays under a prompt.

use crate::base::id::ItemId;
use crate::locale::Words;
use crate::model::form::{Choice, Form, Reply};

/// The words of a reply, one line each; empty for going on.
pub fn said(form: &Form, reply: &Reply, words: &Words) -> Vec<String> {
    match (reply, form) {
        (Reply::Next, _) => Vec::new(),
        (Reply::Blank, _) => vec![words.get("blank")],
        (Reply::Typed(text), Form::Number { unit: Some(unit) }) => vec![format!("{} {unit}", text.trim())],
        (Reply::Typed(text), _) => vec![text.clone()],
        (Reply::Picked(key), Form::PickOne(all) | Form::Rate(all)) => vec![text(all, key)],
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

fn text(all: &[Choice], key: &ItemId) -> String {
    all.iter().find(|choice| choice.key == *key).map_or_else(|| key.to_string(), |choice| choice.text.clone())
}
