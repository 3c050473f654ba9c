//! Who has come to the keyboard, as people say it: a name or a staff number. A number on the roster is that person; a name on it is asked
//! back, as two may have it; whoever is not on the roster is enrolled.

use super::failure::{Failure, asker_failure};
use super::ports::Ports;
use super::roster::{NAME_MOST, enrol};
use crate::attempt::event::Leaving;
use crate::base::id::ItemId;
use crate::locale::Words;
use crate::model::form::{Choice, Reply};
use crate::store::{Learner, Store};
use crate::terminal::{Asked, Asker};

/// Asks until it is clear who is here.
///
/// # Errors
/// `Failure` of the screen or the store, or where the name is none.
pub fn arrive(
    asker: &mut dyn Asker,
    store: &mut dyn Store,
    ports: &Ports,
    words: &Words,
) -> Result<Result<Learner, Leaving>, Failure> {
    let typed = match line(asker, words, "ask-name")? {
        Ok(typed) => typed,
        Err(how) => return Ok(Err(how)),
    };
    let all = here(store)?;
    if let Some(numbered) = all.iter().find(|learner| learner.staff_number.as_deref() == Some(typed.as_str())) {
        return Ok(Ok(numbered.clone()));
    }
    let named: Vec<&Learner> = all.iter().filter(|learner| learner.name == typed).collect();
    if named.is_empty() {
        return enrol(store, ports, &typed, None).map(Ok);
    }
    let mut options: Vec<Choice> = named.iter().map(|it| choice(it.id.as_str(), name_of(it, &all))).collect();
    options.push(choice("new", words.get("menu-namesake")));
    match asker.who(&words.get("ask-is-it-you"), &options).map_err(|e| asker_failure(&e, words))? {
        Asked::Reply(Reply::Picked(id)) => match named.into_iter().find(|it| it.id.as_str() == id.as_str()) {
            Some(one) => Ok(Ok(one.clone())),
            None => enrol(store, ports, &typed, None).map(Ok),
        },
        Asked::Reply(_) | Asked::TimeUp => Ok(Err(Leaving::Chosen)),
        Asked::Left(how) => Ok(Err(how)),
    }
}

fn choice(key: &str, text: String) -> Choice {
    Choice { key: ItemId::from(key), text }
}

/// A name, with what tells it apart.
pub fn name_of(learner: &Learner, all: &[Learner]) -> String {
    let twice = all.iter().filter(|other| other.name == learner.name).count() > 1;
    match &learner.staff_number {
        Some(number) => format!("{} ({number})", learner.name),
        None if twice => format!("{} ({})", learner.name, learner.id.short()),
        None => learner.name.clone(),
    }
}

/// Everybody who has not left.
///
/// # Errors
/// `Failure` of the store.
pub fn here(store: &dyn Store) -> Result<Vec<Learner>, Failure> {
    let mut all = store.learners()?;
    all.retain(|learner| learner.post.left.is_none());
    Ok(all)
}

fn line(asker: &mut dyn Asker, words: &Words, key: &str) -> Result<Result<String, Leaving>, Failure> {
    match asker.line(&words.get(key), NAME_MOST).map_err(|e| asker_failure(&e, words))? {
        Asked::Reply(Reply::Typed(typed)) => Ok(Ok(typed.trim().to_owned())),
        Asked::Reply(_) | Asked::TimeUp => Err(Failure::usage("fail-name", [])),
        Asked::Left(how) => Ok(Err(how)),
    }
}
