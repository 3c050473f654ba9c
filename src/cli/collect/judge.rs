//! What of a parcel is believed. Its lines have to follow one another and those known before; every attempt has to be whole, sealed by
//! these lines, and to come to the grade that it was closed with, walked again under the content it was sat with; an act has to be
//! signed by somebody whom this store knows.
//!
//! A parcel is first taken into an empty store in memory, with what is known here of its sender: what holds there holds.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::attempt::act::{Named, StaffRole};
use crate::attempt::event::Body;
use crate::base::digest::Digest;
use crate::base::id::AttemptId;
use crate::cli::failure::Failure;
use crate::cli::parcel::{Letter, NoParcel};
use crate::cli::recall::Books;
use crate::cli::registry::Registry;
use crate::credential::acts;
use crate::locale::Words;
use crate::store::ledger::breaks_in_copy;
use crate::store::memory::Memory;
use crate::store::parcel::{Brought, Done};
use crate::store::{Flaw, LedgerLine, Parcel, Sealed, Store};

/// Something that is not taken in, and why: a key of the words, with what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    key: &'static str,
    what: String,
}

impl Refused {
    fn new(key: &'static str, what: impl Into<String>) -> Self {
        Self { key, what: what.into() }
    }

    /// A file that is no parcel.
    pub fn of(why: &NoParcel) -> Self {
        match why {
            NoParcel::Unread(said) => Self::new("refused-unread", said.as_str()),
            NoParcel::TooLarge => Self::new("refused-too-large", ""),
            NoParcel::Broken => Self::new("refused-broken", ""),
            NoParcel::Newer(format) => Self::new("refused-newer", format.to_string()),
            NoParcel::Altered => Self::new("refused-altered", ""),
        }
    }

    /// Lines of this number are here, and are others.
    pub fn forked(number: u64) -> Self {
        Self::new("refused-forked", number.to_string())
    }

    /// A roster of another desk than the one this PC goes by.
    pub fn other_desk(name: &str) -> Self {
        Self::new("refused-other-desk", name)
    }

    /// As a sentence.
    pub fn said(&self, words: &Words) -> String {
        words.with(self.key, &[("what", self.what.as_str().into())])
    }

    /// For programs.
    pub fn as_json(&self, words: &Words) -> Value {
        json!({ "why": self.key.trim_start_matches("refused-"), "what": self.what, "said": self.said(words) })
    }
}

/// What of a parcel may be taken in, and what not.
pub struct Judged {
    /// What may.
    pub parcel: Parcel,
    /// What may not.
    pub refused: Vec<Refused>,
}

/// Judges a parcel; `Err`: nothing of it may be taken.
///
/// # Errors
/// `Failure` of this store.
pub fn judge(store: &dyn Store, letter: Letter) -> Result<Result<Judged, Refused>, Failure> {
    let Letter { mut parcel, keeps_roster, .. } = letter;
    if let Some(refused) = lines(&parcel) {
        return Ok(Err(refused));
    }
    let mut refused = Vec::new();
    let known = store.ledgers()?.copies.remove(&parcel.from).unwrap_or_default();
    let (mut attempts, mut bad) = (Vec::new(), BTreeSet::new());
    for brought in std::mem::take(&mut parcel.attempts) {
        match attempt(store, &parcel, &known, &brought)? {
            None => attempts.push(brought),
            Some(why) => {
                bad.insert(brought.attempt.clone());
                refused.push(why);
            }
        }
    }
    parcel.attempts = attempts;
    // What was done about a record that is not taken is nothing here.
    parcel.acts.retain(|it| !it.act.deed.names().into_iter().filter_map(Named::attempt).any(|id| bad.contains(id)));
    let registry = Registry::open(store)?;
    let (good, bad): (Vec<Done>, Vec<Done>) =
        std::mem::take(&mut parcel.acts).into_iter().partition(|it| may(&registry, it, keeps_roster));
    parcel.acts = good;
    refused.extend(bad.iter().map(|it| Refused::new("refused-act", it.act.id.as_str())));
    if !keeps_roster {
        // Only the desk says who is staff and what is assigned.
        parcel.staff.clear();
        parcel.assigned = None;
    }
    Ok(Ok(Judged { parcel, refused }))
}

/// Whether the lines follow one another.
fn lines(parcel: &Parcel) -> Option<Refused> {
    let gap = parcel.lines.windows(2).find(|pair| pair[1].number != pair[0].number.saturating_add(1));
    let broken = breaks_in_copy(&parcel.from, &parcel.lines).into_iter().find_map(|flaw| match flaw {
        Flaw::Copy { number, .. } => Some(number),
        _ => None,
    });
    let first = parcel.lines.first().filter(|line| (line.number == 0) != line.previous.is_none());
    let number = gap.map(|pair| pair[1].number).or(broken).or(first.map(|line| line.number));
    number.map(|number| Refused::new("refused-line", number.to_string()))
}

/// Why an attempt is not taken, where it is not.
fn attempt(store: &dyn Store, parcel: &Parcel, known: &[LedgerLine], brought: &Brought) -> Result<Option<Refused>, Failure> {
    let id = &brought.attempt;
    let no = |key| Ok(Some(Refused::new(key, id.short())));
    let Some((first, _)) = brought.events.first() else { return no("refused-attempt") };
    let Body::Started { plan } = &first.body else { return no("refused-attempt") };
    if *id != first.attempt {
        return no("refused-attempt");
    }
    // What an own ledger seals was done here: nobody else sends it.
    if store.ledger()?.iter().any(|line| line.what.attempt() == Some(id)) {
        return no("refused-own");
    }
    let seals =
        |what: &Sealed, digest: Digest| parcel.lines.iter().chain(known).any(|line| line.what == *what && line.digest == digest);
    let closed = brought.events.last().filter(|(last, _)| matches!(last.body, Body::Closed { .. }));
    let sealed = seals(&Sealed::Started { attempt: id.clone() }, first.digest())
        && closed.is_none_or(|(last, _)| seals(&Sealed::Closed { attempt: id.clone() }, last.digest()));
    if !sealed {
        return no("refused-unsealed");
    }
    let mut contents = Vec::new();
    for digest in plan.contents().collect::<BTreeSet<_>>() {
        let sent = parcel.contents.iter().find(|(it, _)| *it == digest).cloned();
        let here = || -> Result<_, Failure> { Ok(store.content(&digest)?.and_then(|bytes| String::from_utf8(bytes).ok())) };
        let found = match sent {
            Some((_, json)) => Some(json),
            None => here()?,
        };
        match found.filter(|json| Digest::of_bytes(json.as_bytes()) == digest) {
            Some(json) => contents.push((digest, json)),
            None => return no("refused-content"),
        }
    }
    // What is here already has to be the beginning of it.
    let here = store.events(id)?;
    if here.iter().zip(&brought.events).any(|(here, (sent, _))| here.event != *sent) {
        return no("refused-other");
    }
    let mut seals: Vec<LedgerLine> =
        parcel.lines.iter().chain(known).filter(|line| line.what.attempt() == Some(id)).cloned().collect();
    seals.sort_by_key(|line| line.number);
    seals.dedup();
    Ok((!walks(id, brought, contents, seals, &parcel.from)).then(|| Refused::new("refused-grade", id.short())))
}

/// Whether an attempt goes together and comes to the grade that it was closed with.
fn walks(
    id: &AttemptId,
    brought: &Brought,
    contents: Vec<(Digest, String)>,
    lines: Vec<LedgerLine>,
    from: &crate::base::id::Did,
) -> bool {
    let mut trial = Memory::default();
    let parcel = Parcel {
        from: from.clone(),
        lines,
        attempts: vec![brought.clone()],
        contents,
        acts: vec![],
        sayings: vec![],
        learners: vec![],
        staff: vec![],
        assigned: None,
    };
    trial.take(&parcel).is_ok() && Books::open(&trial).is_ok_and(|books| books.recall(&trial, id).is_ok())
}

/// Whether an act is taken: signed by the key it names; from the desk, what makes staff and what learners are allowed; from another PC,
/// what staff known here did at an exam. Nobody is appointed, and no licence is issued, on another PC.
fn may(registry: &Registry, done: &Done, keeps_roster: bool) -> bool {
    let signed = acts::verify(&done.act.digest(), &done.act.key, &done.signature);
    let deed = &done.act.deed;
    let known = || registry.register.staff.contains_key(&done.act.key);
    let fits = if keeps_roster { deed.is_for_all_pcs() } else { deed.takes() == StaffRole::Examiner && known() };
    signed && fits
}
