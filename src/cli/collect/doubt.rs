//! What was refused because it points at a hand in the records, noted: by nobody's signature, so that `audit` names it until somebody
//! on the staff has looked into it and signed what came of it (`refusals`); whoever had a hand in it does not count (`apart`).
//!
//! The same contradiction is one note, however many files tell of it; the first file is named. Another one, of the same PC at the same
//! place, is another note.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::apart::{Touched, is_hand};
use super::refused::Refused;
use crate::attempt::act::Act;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, Did, StaffId};
use crate::base::moment::Moment;
use crate::cli::beside;
use crate::cli::failure::Failure;
use crate::cli::registry::Registry;
use crate::store::{LedgerLine, Parcel, Store};

/// The setting with the notes, as JSON.
const DOUBTS: &str = "doubts";
/// The setting with when the newest file of each PC was written whose lines were taken in, as JSON.
const NEWEST: &str = "store-newest";
/// How many digits of a note's digest name it.
const SHORT: usize = 8;

/// A note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// What it is about: SHA-256 over PC, reason and what was refused. The act that clears it up names this.
    pub id: Digest,
    /// The key of the reason's words.
    why: String,
    /// What fills the gap in them.
    what: String,
    /// What the file was called, and the SHA-256 of its bytes.
    pub file: String,
    /// See `file`.
    pub digest: Digest,
    /// Further files that said the same before somebody answered, by their SHA-256.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    more: BTreeSet<Digest>,
    /// The PC that sent it, where its signature held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Did>,
    /// What that PC calls itself.
    pub name: String,
    /// When it was refused here.
    pub at: Moment,
    /// What it touches: who had a hand in that does not answer. `None`: it was noted before that was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    touched: Option<Touched>,
}

/// A file as it came.
#[derive(Clone, Debug)]
pub struct File<'a> {
    /// Its name.
    pub name: &'a str,
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// The PC that sent it, and what that calls itself.
    pub from: Option<(&'a Did, &'a str)>,
    /// What it touches.
    pub touched: Touched,
}

impl Doubt {
    /// `None` where the reason is one that comes to pass by accident.
    fn of(refused: &Refused, file: &File<'_>, at: Moment) -> Option<Self> {
        let (why, what, seen) = refused.parts();
        let from = file.from.map(|(did, _)| did.clone());
        let id = Digest::of(&(&from, why, what, seen.unwrap_or(file.digest)));
        refused.is_suspect().then(|| Self {
            id,
            why: why.to_owned(),
            what: what.to_owned(),
            file: file.name.to_owned(),
            digest: file.digest,
            more: BTreeSet::new(),
            from,
            name: file.from.map_or_else(String::new, |(_, name)| name.to_owned()),
            at,
            touched: Some(file.touched.clone()),
        })
    }

    /// Who had a hand in it, and does not answer.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn hands(&self, store: &dyn Store, registry: &Registry) -> Result<BTreeSet<StaffId>, Failure> {
        if let Some(touched) = &self.touched {
            return Ok(touched.hands(registry, None));
        }
        let mut copies = store.ledgers()?.copies;
        let known = self.from.as_ref().and_then(|from| copies.remove(from)).unwrap_or_default();
        Ok(Touched::at(&known, registry).hands(registry, None))
    }

    /// The act by which it was cleared up, and whose that is: the first of somebody apart. What was answered before it was noted who had a
    /// hand in it is answered.
    pub fn answer<'r>(&self, registry: &'r Registry) -> Option<(&'r Act, &'r StaffId)> {
        let given = registry.register.answered.get(&self.id)?;
        registry.acts.iter().map(|signed| &signed.act).filter(|act| given.contains(&act.id)).find_map(|act| {
            let by = registry.register.counted.get(&act.id)?;
            let hand = self.touched.as_ref().is_some_and(|it| is_hand(registry, &it.hands(registry, Some(&act.id)), by));
            (!hand).then_some((act, by))
        })
    }

    /// Whether nothing hangs on it any more: the exam that it held up is void.
    pub fn is_past(&self, registry: &Registry) -> bool {
        let refused = self.refused();
        registry.register.voided.keys().any(|exam| refused.as_ref().is_some_and(|it| it.is_early(exam)))
    }

    /// Why it was refused; `None` where this version knows no such reason.
    pub fn refused(&self) -> Option<Refused> {
        Refused::suspect(&self.why, &self.what)
    }

    /// Whether both say the same of one PC's ledger: each further file of that PC does, from another line on.
    fn is_same_ledger(&self, other: &Self) -> bool {
        let of_ledger = ["refused-forked", "refused-shorter", "refused-restored"].contains(&self.why.as_str());
        of_ledger && self.why == other.why && self.from.is_some() && self.from == other.from
    }

    /// Whether it was this file that was refused, or one of those that came after it.
    fn is_in(&self, digest: &Digest) -> bool {
        self.digest == *digest || self.more.contains(digest)
    }

    /// What that PC calls itself, for the gap in a sentence.
    pub fn named(&self) -> &str {
        if self.name.is_empty() { "none" } else { &self.name }
    }

    /// What it is called where it is typed.
    pub fn short(&self) -> String {
        self.id.to_string().chars().take(SHORT).collect()
    }
}

/// All notes, the oldest first.
///
/// # Errors
/// `Failure` of the store.
pub fn all(store: &dyn Store) -> Result<Vec<Doubt>, Failure> {
    beside::read(store, DOUBTS)
}

/// Those that nobody has cleared up.
///
/// # Errors
/// `Failure` of the store.
pub fn open(store: &dyn Store, registry: &Registry) -> Result<Vec<Doubt>, Failure> {
    Ok(all(store)?.into_iter().filter(|it| it.answer(registry).is_none() && !it.is_past(registry)).collect())
}

/// Whether an exam is held up: it was here before it can have been sat, and nobody has answered that.
///
/// # Errors
/// `Failure` of the store.
pub fn holds_up(store: &dyn Store, registry: &Registry, exam: &AttemptId) -> Result<bool, Failure> {
    Ok(open(store, registry)?.iter().filter_map(Doubt::refused).any(|it| it.is_early(exam)))
}

/// Notes what was refused of a file. While a PC's ledger is known to go another way, that is one matter, whatever else comes of it.
///
/// # Errors
/// `Failure` of the store.
pub fn note<'r>(
    store: &mut dyn Store,
    registry: &Registry,
    refused: impl IntoIterator<Item = &'r Refused>,
    (file, at): (File<'_>, Moment),
) -> Result<(), Failure> {
    let waits = |it: &Doubt| it.answer(registry).is_none();
    beside::change(store, DOUBTS, |all: &mut Vec<Doubt>| {
        for doubt in refused.into_iter().filter_map(|it| Doubt::of(it, &file, at)) {
            let known = |it: &Doubt| it.id == doubt.id || (it.is_same_ledger(&doubt) && it.is_in(&file.digest));
            if all.iter().any(known) {
                continue;
            }
            match all.iter_mut().find(|it| waits(it) && it.is_same_ledger(&doubt)) {
                Some(open) => {
                    open.more.insert(file.digest);
                    open.touched.get_or_insert_default().add(file.touched.clone());
                }
                None => all.push(doubt),
            }
        }
    })
}

/// How many lines a PC's ledger was known to have, where a file written later than all before has fewer: its end was cut off, or an older
/// copy was put in its place. An old file that is taken in once more is older than the newest.
///
/// # Errors
/// `Failure` of the store.
pub fn shortened(
    store: &dyn Store,
    known: &[LedgerLine],
    parcel: &Parcel,
    made: Moment,
) -> Result<Option<(usize, usize)>, Failure> {
    if newest(store)?.get(&parcel.from).is_none_or(|newest| made <= *newest) {
        return Ok(None);
    }
    let length = |last: Option<&LedgerLine>| last.map_or(0, |it| it.number.saturating_add(1));
    let (before, now) = (length(known.last()), length(parcel.lines.last()));
    let count = |lines| usize::try_from(lines).unwrap_or(usize::MAX);
    Ok((now > 0 && now < before).then(|| (count(before), count(now))))
}

/// Remembers when the newest file of a PC was written.
///
/// # Errors
/// `Failure` of the store.
pub fn saw(store: &mut dyn Store, from: &Did, made: Moment) -> Result<(), Failure> {
    beside::change(store, NEWEST, |all: &mut BTreeMap<Did, Moment>| {
        let newest = all.entry(from.clone()).or_insert(made);
        *newest = made.max(*newest);
    })
}

fn newest(store: &dyn Store) -> Result<BTreeMap<Did, Moment>, Failure> {
    beside::read(store, NEWEST)
}
