//! A value of the answers file as a reply, and the replies given by rule. Pure.

use toml::Value;

use super::ScriptError;
use crate::base::dice::Dice;
use crate::base::id::ItemId;
use crate::model::form::{Aside, Choice, CountsAs, Form, Reply};
use crate::model::page::Prompt;
use crate::model::span::Span;

/// What the file says for this visit (from 0). A list is one reply where a reply is a list; otherwise it is one reply a visit.
pub(super) fn of_visit<'a>(value: &'a Value, form: &Form, visit: u32) -> Option<&'a Value> {
    let Value::Array(all) = value else { return Some(value) };
    let whole = matches!(form, Form::PickMany(_) | Form::Sort(_))
        && all.iter().all(|one| !matches!(one, Value::Array(_) | Value::Table(_)));
    if whole { Some(value) } else { all.get(usize::try_from(visit).ok()?) }
}

/// A reply, and the time that it counts as where a clock runs.
pub(super) type Timed = (Reply, Option<CountsAs>);

/// The reply that a value stands for with its time: `{ reply = "…", used = 12 }`, `{ text = "…", used = 12 }`, `{ silent = true }`.
pub(super) fn timed(value: &Value, prompt: &Prompt) -> Result<Timed, ScriptError> {
    let Some(table) = value.as_table().filter(|_| matches!(prompt.form, Form::PickOne(_) | Form::Text { .. })) else {
        return read(value, prompt).map(|reply| (reply, None));
    };
    if table.get("silent").and_then(Value::as_bool) == Some(true) {
        return Ok((Reply::Blank, Some(CountsAs::Silence)));
    }
    let used = table.get("used").and_then(Value::as_integer).filter(|used| *used >= 0).map(Span::seconds);
    let said = table.get("reply").or_else(|| table.get("text")).unwrap_or(value);
    Ok((read(said, prompt)?, used.map(CountsAs::Used)))
}

/// The reply that a value stands for.
pub(super) fn read(value: &Value, prompt: &Prompt) -> Result<Reply, ScriptError> {
    if prompt.aside != Aside::Nothing && value.get("blank").and_then(Value::as_bool) == Some(true) {
        return Ok(Reply::Blank);
    }
    let shape = |wanted| ScriptError::Shape { id: prompt.id.clone(), wanted };
    match &prompt.form {
        Form::Next => Ok(Reply::Next),
        Form::Menu(_) | Form::Overall => Ok(Reply::Next), // `worded` leaves none of these
        Form::PickOne(all) | Form::Rate(all) => {
            let key = word(value).ok_or_else(|| shape("wanted-one"))?;
            Ok(Reply::Picked(offered(&key, all, prompt)?))
        }
        Form::PickMany(all) => Ok(Reply::PickedMany(list(value, all, prompt, "wanted-many")?.into_iter().collect())),
        Form::Sort(all) => Ok(Reply::Sorted(list(value, all, prompt, "wanted-sort")?)),
        Form::Match { lefts, rights, .. } => {
            let table = value.as_table().ok_or_else(|| shape("wanted-match"))?;
            let pair = |(left, right): (&String, &Value)| {
                let right = word(right).ok_or_else(|| shape("wanted-match"))?;
                Ok((offered(left, lefts, prompt)?, offered(&right, rights, prompt)?))
            };
            table.iter().map(pair).collect::<Result<_, _>>().map(Reply::Matched)
        }
        Form::Number { .. } => match value {
            Value::Integer(_) | Value::Float(_) | Value::String(_) => Ok(Reply::Typed(word(value).unwrap_or_default())),
            _ => Err(shape("wanted-number")),
        },
        Form::Line { .. } | Form::Text { .. } => {
            value.as_str().map(|text| Reply::Typed(text.to_owned())).ok_or_else(|| shape("wanted-line"))
        }
    }
}

/// A value that can be an id or a number, as it is written.
fn word(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(n) => Some(n.to_string()),
        Value::Float(n) => Some(n.to_string()),
        Value::Boolean(yes) => Some(yes.to_string()),
        _ => None,
    }
}

fn list(value: &Value, all: &[Choice], prompt: &Prompt, wanted: &'static str) -> Result<Vec<ItemId>, ScriptError> {
    let shape = || ScriptError::Shape { id: prompt.id.clone(), wanted };
    let values = value.as_array().ok_or_else(shape)?;
    values.iter().map(|one| offered(&word(one).ok_or_else(shape)?, all, prompt)).collect()
}

fn offered(key: &str, all: &[Choice], prompt: &Prompt) -> Result<ItemId, ScriptError> {
    all.iter().find(|choice| choice.key.as_str() == key).map(|choice| choice.key.clone()).ok_or_else(|| ScriptError::NotOffered {
        id: prompt.id.clone(),
        value: key.to_owned(),
        offered: all.iter().map(|choice| choice.key.to_string()).collect(),
    })
}

/// What stands first, as it was dealt. Text that nobody wrote is given up where that is offered.
pub(super) fn first(prompt: &Prompt) -> Reply {
    rule(prompt, |_| 0)
}

/// Anything that is offered.
pub(super) fn random(prompt: &Prompt, dice: &mut Dice) -> Reply {
    rule(prompt, |n| dice.below(n))
}

/// A reply made by choosing among so many, again and again.
fn rule(prompt: &Prompt, mut choose: impl FnMut(usize) -> usize) -> Reply {
    let key = |all: &[Choice], n: usize| all[n].key.clone();
    match &prompt.form {
        Form::Next => Reply::Next,
        Form::Menu(_) | Form::Overall => Reply::Next,
        Form::PickOne(all) | Form::Rate(all) => Reply::Picked(key(all, choose(all.len()))),
        Form::PickMany(all) => {
            let one = choose(all.len()); // one for certain, each of the others perhaps
            Reply::PickedMany((0..all.len()).filter(|n| *n == one || choose(2) == 1).map(|n| key(all, n)).collect())
        }
        Form::Sort(all) => {
            let mut left: Vec<ItemId> = all.iter().map(|choice| choice.key.clone()).collect();
            let mut sorted = Vec::new();
            while !left.is_empty() {
                sorted.push(left.remove(choose(left.len())));
            }
            Reply::Sorted(sorted)
        }
        Form::Match { lefts, rights, reuse } => {
            let mut free: Vec<ItemId> = rights.iter().map(|choice| choice.key.clone()).collect();
            let mut give = |left: &Choice| {
                let n = choose(free.len());
                let right = if *reuse { free.get(n).cloned() } else { (n < free.len()).then(|| free.remove(n)) };
                right.map(|right| (left.key.clone(), right))
            };
            Reply::Matched(lefts.iter().filter_map(&mut give).collect())
        }
        Form::Number { .. } | Form::Line { .. } | Form::Text { .. } if prompt.aside != Aside::Nothing => Reply::Blank,
        Form::Number { .. } | Form::Line { .. } | Form::Text { .. } => Reply::Typed("0".to_owned()),
    }
}
