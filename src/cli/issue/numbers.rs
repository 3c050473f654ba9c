//! Which serials are given out already, also where this store does not know of them: an older backup was put back, and what was given
//! since went to people. A number, and its place in the status lists, is never given twice.
//!
//! The ledger says what it knows; what is known beyond it is kept as a setting, by the code of the key. Where nobody has said yet how far
//! that goes nothing is issued (`Hand`). A plain copy of an older file leaves no trace in itself: PCs that took newer rosters bear witness
//! once they are collected; without one helps a noted head (`audit --since`). What a PC saw of the lines that were lost when somebody said
//! how far it goes is answered with that; what it saw of later ones is not.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::attempt::act::{Deed, Issued};
use crate::cli::beside;
use crate::cli::failure::{Exit, Failure};
use crate::cli::parcel::DESK;
use crate::cli::registry::Registry;
use crate::grade::register::Register;
use crate::model::licence::Pattern;
use crate::store::{LedgerLine, Sealed, Store};

/// The setting with what is known beyond the ledger, as JSON: by the code of the issuing key.
const NUMBERS: &str = "numbers-given";
/// How many serials are left out where nobody knows the last one: more than any desk gives between two backups.
pub const LEFT_OUT: u32 = 100_000;
/// By how much a number that is typed may be larger than the last one known here: a larger one is a slip of the hand.
const MOST_AHEAD: u32 = 1_000_000;
/// What is typed where nobody knows the last number.
const UNKNOWN: &str = "unknown";

/// Up to where serials are given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Given {
    /// Up to this one, and none after it.
    Upto(u32),
    /// Up to this one; more may have been given, of which nothing is known here.
    AtLeast(u32),
}

impl Given {
    /// The last one that is known.
    pub const fn last(self) -> u32 {
        match self {
            Self::Upto(last) | Self::AtLeast(last) => last,
        }
    }

    /// The same with at least these.
    fn with(self, other: u32) -> Self {
        match self {
            Self::Upto(last) => Self::Upto(last.max(other)),
            Self::AtLeast(last) => Self::AtLeast(last.max(other)),
        }
    }
}

/// The last serial of all licences under a code that count or wait for a second person: a key that took another's place counts on.
pub fn last(register: &Register, code: &str) -> u32 {
    let ours = |issued: &&Issued| register.issuers.get(&issued.issuer).is_some_and(|(_, own)| own == code);
    let waiting = register.waiting.iter().filter_map(|it| match &it.deed {
        Deed::Issued(issued) => Some(&**issued),
        _ => None,
    });
    let counted = register.issued.iter().map(|(_, _, issued)| issued);
    counted.chain(waiting).filter(ours).map(|issued| issued.serial).max().unwrap_or(0)
}

/// What is known of a code beyond the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    /// Up to where serials are given out.
    #[serde(flatten)]
    given: Given,
    /// How many lines the longest ledger had that was known of when that was said: what a PC saw of these says nothing more.
    #[serde(default)]
    lines: u64,
}

fn kept(store: &dyn Store) -> Result<BTreeMap<String, Kept>, Failure> {
    beside::read(store, NUMBERS)
}

/// Up to where serials under a code are given out.
///
/// # Errors
/// `Failure` of the store.
pub fn given(store: &dyn Store, register: &Register, code: &str) -> Result<Given, Failure> {
    let Kept { given, lines } = kept(store)?.get(code).copied().unwrap_or(Kept { given: Given::Upto(0), lines: 0 });
    let beyond = match given {
        Given::Upto(last) if seen_elsewhere(store)?.is_some_and(|seen| seen > lines) => Given::AtLeast(last),
        given => given,
    };
    Ok(beyond.with(last(register, code)))
}

/// How many lines of this store's ledger another PC has seen, where it has not these, or not any more.
fn seen_elsewhere(store: &dyn Store) -> Result<Option<u64>, Failure> {
    let ledgers = store.ledgers()?;
    let at = |number: u64| ledgers.own.binary_search_by_key(&number, |line| line.number).ok().and_then(|at| ledgers.own.get(at));
    let has = |upto, digest| at(upto).is_some_and(|line| line.digest() == digest);
    let lost = |line: &LedgerLine| match &line.what {
        Sealed::Copied { from, upto } if ledgers.me.as_ref() == Some(from) && !has(*upto, line.digest) => {
            Some(upto.saturating_add(1))
        }
        _ => None,
    };
    Ok(ledgers.copies.values().flatten().filter_map(lost).max())
}

/// The same of every issuing key, by its code; of a desk alone: other PCs know the keys, and no numbers.
///
/// # Errors
/// `Failure` of the store.
pub fn of_desk(store: &dyn Store) -> Result<BTreeMap<String, Given>, Failure> {
    of_keys(store, &Registry::open(store)?.register)
}

/// The same for whoever has read the register. A key of which records that were put back know nothing any more is among them.
///
/// # Errors
/// `Failure` of the store.
pub fn of_keys(store: &dyn Store, register: &Register) -> Result<BTreeMap<String, Given>, Failure> {
    if store.setting(DESK)?.is_some() {
        return Ok(BTreeMap::new());
    }
    let kept = kept(store)?;
    let codes: BTreeSet<&String> = register.issuers.values().map(|(_, code)| code).chain(kept.keys()).collect();
    codes.into_iter().map(|code| Ok((code.clone(), given(store, register, code)?))).collect()
}

/// A backup was put in the place of the records, of which this was known `before`, and whose ledger had so many lines. What these did not
/// know nobody knows here. Gives what is new about each key.
///
/// # Errors
/// `Failure` of the store.
pub fn put_back(
    store: &mut dyn Store,
    (before, lines): (&BTreeMap<String, Given>, u64),
) -> Result<BTreeMap<String, Given>, Failure> {
    let (backup, none) = (of_desk(store)?, Given::Upto(0));
    let there = |code: &String| backup.get(code).copied().unwrap_or(none);
    let now = |code: &String| before.get(code).map_or(Given::AtLeast(there(code).last()), |it| it.with(there(code).last()));
    let codes: BTreeSet<&String> = backup.keys().chain(before.keys()).collect();
    let all: BTreeMap<String, Given> = codes.into_iter().map(|code| (code.clone(), now(code))).collect();
    if !all.is_empty() {
        let of = |(code, given): (&String, &Given)| (code.clone(), Kept { given: *given, lines });
        beside::write(store, NUMBERS, &all.iter().map(of).collect::<BTreeMap<_, _>>())?;
    }
    Ok(all.into_iter().filter(|(code, it)| there(code) != *it).collect())
}

/// What was typed as the last number that was given under a code: a number as licences bear it, its serial alone, or that nobody knows.
/// `None`: nothing was typed, and nothing has to be.
///
/// # Errors
/// `Failure`: it is none, or too large; or nothing was typed where something has to be.
pub fn said(now: Given, (code, pattern): (&str, &Pattern), typed: Option<&str>) -> Result<Option<u32>, Failure> {
    let (last, count, shown) = (now.last(), LEFT_OUT.to_string(), shown(now.last()));
    let hint = |failure: Failure| failure.hint("hint-last-number", [("count", &*count)]);
    let Some(typed) = typed.map(str::trim) else {
        let gaps = [("code", code), ("last", &*shown)];
        let unknown = || hint(Failure::new(Exit::Refused, "fail-numbers-unknown", gaps));
        return if let Given::AtLeast(_) = now { Err(unknown()) } else { Ok(None) };
    };
    if typed.eq_ignore_ascii_case(UNKNOWN) {
        if let Given::Upto(_) = now {
            let beyond = last.saturating_add(LEFT_OUT).to_string();
            let failure = Failure::new(Exit::Refused, "fail-numbers-known", [("code", code), ("last", &*shown)]);
            return Err(failure.hint("hint-numbers-known", [("count", &*count), ("beyond", &*beyond)]));
        }
        return Ok(Some(last.saturating_add(LEFT_OUT)));
    }
    let serial = pattern.serial(code, typed).or_else(|| typed.parse().ok());
    if matches!(now, Given::AtLeast(_)) && serial.is_some_and(|serial| serial < last) {
        // Whoever says so looked at an older licence, or at none.
        return Err(hint(Failure::usage("fail-last-number-low", [("typed", typed), ("last", &*shown)])));
    }
    let fits = serial.filter(|serial| *serial <= last.saturating_add(MOST_AHEAD));
    let gaps = [("typed", typed), ("last", &*shown)];
    fits.map(Some).ok_or_else(|| hint(Failure::usage("fail-no-last-number", gaps)))
}

/// The last serial for the gap in a sentence.
pub fn shown(last: u32) -> String {
    if last == 0 { "none".to_owned() } else { last.to_string() }
}

/// Keeps what was said.
///
/// # Errors
/// `Failure` of the store.
pub fn settle(store: &mut dyn Store, code: &str, said: u32) -> Result<(), Failure> {
    let lines = seen_elsewhere(store)?.unwrap_or(0).max(store.ledger()?.len() as u64);
    beside::change(store, NUMBERS, |all: &mut BTreeMap<String, Kept>| {
        let before = all.get(code).copied().unwrap_or(Kept { given: Given::Upto(0), lines: 0 });
        let given = Given::Upto(said.max(before.given.last()));
        all.insert(code.to_owned(), Kept { given, lines: lines.max(before.lines) });
    })
}
