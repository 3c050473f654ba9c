//! What trainers and trainees say to each other, put down and read: shared by `note`, `remark`, `remarks`, `show` and home.

use std::collections::{BTreeMap, BTreeSet};

use super::failure::{Between, Exit, Failure};
use super::ports::Ports;
use super::recall::{self, Kept};
use super::registry::Registry;
use super::show::open_to_all;
use crate::attempt::plan::Subject;
use crate::attempt::saying::{By, Matter, Ruling, Saying, Spot};
use crate::base::id::{AttemptId, SayingId};
use crate::base::name;
use crate::locale::Words;
use crate::model::page::Item;
use crate::report::spots::{Notes, Placed};
use crate::store::Store;

/// The most characters of something said.
pub const WORDS_MOST: usize = 500;
/// The most characters of a name.
const NAME_MOST: usize = 40;

/// Something to be said.
pub struct Draft<'a> {
    /// About which attempt.
    pub attempt: &'a AttemptId,
    /// By whom.
    pub by: By,
    /// What kind of thing it is.
    pub matter: Matter,
    /// The words.
    pub words: &'a str,
}

/// Puts something down; it is durable when this returns.
///
/// # Errors
/// `Failure` of the store, or where the words are none or too many.
pub fn say(store: &mut dyn Store, ports: &Ports, draft: Draft<'_>) -> Result<SayingId, Failure> {
    let Draft { attempt, by, matter, words } = draft;
    let words = words.trim();
    let silent = matches!(matter, Matter::Seen { .. });
    if (words.is_empty() && !silent) || words.chars().count() > WORDS_MOST {
        return Err(Failure::usage("fail-saying-words", [("most", &WORDS_MOST.to_string())]));
    }
    let (id, at) = (ports.saying_id(), ports.now());
    store.say(&Saying { id: id.clone(), at, attempt: attempt.clone(), by, matter, words: words.to_owned() })?;
    Ok(id)
}

/// Who speaks as a trainer: a member of staff, or whoever was named.
///
/// # Errors
/// `Failure` where several members of staff have this name, or it is none.
pub fn trainer(registry: &Registry, staff: Option<&str>) -> Result<By, Failure> {
    let Some(named) = staff else { return Ok(By::Trainer { name: String::new() }) };
    let mut fitting = registry.staff.values().filter(|s| s.id.as_str() == named || name::alike(&s.name, named));
    match (fitting.next(), fitting.next()) {
        (Some(one), None) => Ok(By::Staff { id: one.id.clone() }),
        (Some(_), Some(_)) => Err(Failure::usage("fail-two-staff-say", [("name", named)]).hint("hint-staff-list", [])),
        (None, _) => match name::name(named, NAME_MOST) {
            Some(name) => Ok(By::Trainer { name: name.to_owned() }),
            None => Err(Failure::usage("fail-name", [])),
        },
    }
}

/// How a speaker is called.
pub fn called(words: &Words, registry: &Registry, by: &By) -> String {
    let trainer = |name: &str| match name {
        "" => words.get("saying-trainer"),
        name => words.with("saying-trainer-named", &[("name", name.into())]),
    };
    match by {
        By::Learner => words.get("saying-learner"),
        By::Staff { id } => trainer(registry.staff.get(id).map_or("", |staff| &staff.name)),
        By::Trainer { name } => trainer(name),
    }
}

/// What an answer says, with what becomes of the item.
pub fn ruled(words: &Words, ruling: Ruling, said: &str) -> String {
    words.with(&format!("ruling-{}", ruling.word()), &[("words", said.into())])
}

/// What was said about an attempt, beside the places it was said about.
///
/// # Errors
/// `Failure` of the store.
pub fn notes(store: &dyn Store, words: &Words, kept: &Kept) -> Result<Notes, Failure> {
    let plan = &kept.activity.plan;
    let all = store.sayings(Some(&plan.learner))?;
    let own: Vec<&Saying> = all.iter().filter(|saying| saying.attempt == plan.attempt).collect();
    if own.is_empty() {
        return Ok(Notes::default());
    }
    let registry = Registry::open(store)?;
    let remarks: BTreeMap<&SayingId, &Spot> = own.iter().filter_map(|saying| Some((&saying.id, remarked(saying)?))).collect();
    let mut notes = Notes::default();
    for saying in &own {
        let name = called(words, &registry, &saying.by);
        let (spot, text) = match &saying.matter {
            Matter::Note { spot } => (spot.as_ref(), saying.words.clone()),
            Matter::Remark { spot } => (Some(spot), words.with("remark-said", &[("words", saying.words.as_str().into())])),
            Matter::Answer { remark, ruling } => (remarks.get(remark).copied(), ruled(words, *ruling, &saying.words)),
            Matter::Seen { .. } => continue,
        };
        let item = Item::named(name, text);
        match spot {
            Some(spot) => notes.at.entry(spot.clone()).or_default().push(item),
            None => notes.whole.push(item),
        }
    }
    Ok(notes)
}

/// The place that a remark is about.
pub const fn remarked(saying: &Saying) -> Option<&Spot> {
    match &saying.matter {
        Matter::Remark { spot } => Some(spot),
        _ => None,
    }
}

/// What a trainer said to this learner that was not seen yet, oldest first.
pub fn unseen(all: &[Saying]) -> Vec<&Saying> {
    let seen: BTreeSet<&SayingId> = all
        .iter()
        .filter_map(|saying| match &saying.matter {
            Matter::Seen { saying } => Some(saying),
            _ => None,
        })
        .collect();
    let to_learner = |saying: &&Saying| matches!(saying.matter, Matter::Note { .. } | Matter::Answer { .. });
    all.iter().filter(to_learner).filter(|saying| !seen.contains(&saying.id)).collect()
}

/// An attempt that may be talked about: no exam, and none of somebody who sits one.
///
/// # Errors
/// `Failure` where there is none, or it may not be talked about.
pub fn attempt(store: &dyn Store, named: &str) -> Result<Kept, Failure> {
    let rows = store.attempts(None)?;
    let kept = recall::recall(store, &recall::find(&rows, named)?.id)?;
    open_to_all(store, &kept)?;
    Ok(kept)
}

/// An attempt whose items a learner may remark on: practice, and an exam whose result tells its items.
///
/// # Errors
/// `Failure` where there is none, or its items are not told.
pub fn remarkable(store: &dyn Store, attempt: &AttemptId) -> Result<Kept, Failure> {
    let kept = recall::recall(store, attempt)?;
    if !matches!(kept.activity.plan.subject, Subject::Licence(_)) {
        open_to_all(store, &kept)?;
        return Ok(kept);
    }
    super::registry::must_be_free(store, &kept.activity.plan.learner)?;
    if super::result::tells_items(store, attempt)? {
        return Ok(kept);
    }
    let id = recall::short(attempt);
    Err(Failure::new(Exit::Refused, "fail-remark-exam", [("id", &id)]).hint("hint-exam-result", [("id", &id)]))
}

/// A place by its number among all of the attempt, by `bank/question` or `scenario/turn`, or by the second half of that.
///
/// # Errors
/// `Failure` that says what places there are.
pub fn find<'a>(placed: &'a [Placed], named: &str) -> Result<&'a Placed, Failure> {
    let by_number = named.parse::<usize>().ok().and_then(|n| placed.get(n.checked_sub(1)?));
    let fits = |it: &&Placed| it.spot.item == named || it.spot.item.split_once('/').is_some_and(|(_, own)| own == named);
    by_number.or_else(|| placed.iter().find(fits)).ok_or_else(|| {
        let all: Vec<String> = placed.iter().enumerate().map(|(n, it)| format!("{} {}", n + 1, it.spot.item)).collect();
        Failure::usage("fail-no-spot", [("named", named)]).hint("hint-valid", [("values", &Between::Comma.join(&all))])
    })
}
