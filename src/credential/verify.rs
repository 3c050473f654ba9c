//! Is this licence good? Step by step, each with its reason, and one conclusion for the person at the door.
//!
//! A signature proves only that whoever holds a key made the document: anyone can make a key. So a good signature by an issuer that
//! nobody vouched for is a conclusion of its own. What cannot be known from the document alone is said to be not checked.

mod lists;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

pub use self::lists::MOST_DAYS;
use self::lists::revocation;
pub(super) use self::lists::{Known, asked_for_lists, hear, is_open, listed};
use super::bake;
use super::claims::{Claims, Name, URN};
use super::cursor::Misshapen;
use super::json::{self, Unreadable};
use super::proof::{self, Check, Suite};
use super::status::{Purpose, StatusList};
use super::trust::{Trust, Trusted};
use crate::base::id::Did;
use crate::base::moment::Moment;
use crate::grade::register::Taken;

/// What is asked of a licence, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Is it a document at all?
    Readable,
    /// Is the document a licence?
    Shape,
    /// Is it as its issuer signed it?
    Proof,
    /// Is the issuer one we believe?
    Issuer,
    /// Is it good today?
    Dates,
    /// Is it this person's?
    Holder,
    /// Has it been taken back?
    Revocation,
}

impl Step {
    /// All of them.
    pub const ALL: &[Self] =
        &[Self::Readable, Self::Shape, Self::Proof, Self::Issuer, Self::Dates, Self::Holder, Self::Revocation];
}

/// How a step went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Yes.
    Passed,
    /// No.
    Failed(Failed),
    /// There is no telling.
    NotChecked(NotChecked),
}

/// Why a step failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failed {
    /// Not a document.
    Unreadable(Unreadable),
    /// Not a licence.
    Misshapen(Misshapen),
    /// No one signed it.
    Unsigned,
    /// Only its meaning is signed (in this way): lists in it may have been turned around since.
    HalfSigned(&'static str),
    /// Signed in ways that this version does not check (their names), perhaps beside one that it does.
    UnknownSuite(Vec<String>),
    /// Signed more than once in the same way (its name): somebody added to it.
    SignedAgain(String),
    /// The document or its proof was changed after this key signed.
    Altered(Did),
    /// Signed by another key than that of the issuer it names.
    OtherSigner(Did),
    /// Its proof is none: this part of it is missing, wrong or not understood.
    MalformedProof(String),
    /// The list of believed issuers does not have this key.
    UnknownIssuer(Did),
    /// The list says that this key was retired at this moment; it was signed later.
    KeyRetired(Moment),
    /// It begins at this moment.
    NotYetValid(Moment),
    /// It ended at this moment.
    Expired(Moment),
    /// It is another person's (the name on it, if that can be read).
    OtherHolder(Option<String>),
    /// It is revoked, by the list of this moment.
    Revoked(Moment),
    /// It is suspended, by the list of this moment.
    Suspended(Moment),
}

/// Why a step could not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotChecked {
    /// An earlier step failed.
    Earlier,
    /// No list of believed issuers was given.
    NoTrust,
    /// No name was given to compare with: a person must.
    NoName,
    /// It names lists of revoked and suspended licences, of which none was looked at.
    ListNotRead,
    /// It is not on the one of its two lists that was looked at, as of then; this one was not there.
    ListMissing {
        /// What the missing list is about.
        missing: Purpose,
        /// When the other one was made.
        at: Moment,
    },
    /// It names no list of revoked licences.
    NoList,
    /// It is not on its lists, but one of them is so many days old.
    ListOld(u32),
}

/// What it comes to. All but `Good` need a person's attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Conclusion {
    /// Signed by a believed issuer and good today.
    Good,
    /// The same, but whoever checks asked for its status lists, and they do not say whether it was taken back.
    StatusNotKnown,
    /// Signed and good today, but nobody was asked whether the issuer is to be believed: anyone could have made it.
    IssuerNotChecked,
    /// All in order, but another person's.
    OtherHolder,
    /// Of a believed issuer (or one not checked), but not good yet.
    NotYetValid,
    /// Of a believed issuer (or one not checked), but no longer good.
    Expired,
    /// Signed by a key that was retired by then.
    KeyRetired,
    /// Of a believed issuer (or one not checked), who has taken it back for a while.
    Suspended,
    /// Of a believed issuer (or one not checked), who has taken it back for good.
    Revoked,
    /// Signed by someone who is not on the list.
    UnknownIssuer,
    /// No signature that can be checked here, on what is no licence of onduty's making or is signed in a further way.
    Unproven,
    /// A document, but not a licence.
    NotALicence,
    /// Not as its issuer signed it: changed, or its signature taken away.
    Altered,
    /// Not a document.
    Unreadable,
}

/// What was found out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Every step with its outcome, in order.
    pub steps: Vec<(Step, Outcome)>,
    /// What it comes to.
    pub conclusion: Conclusion,
    /// What the document says. Only if the proof passed did its issuer say so.
    pub claims: Option<Claims>,
    /// What the person who checks calls the issuer, if it is on the list.
    pub trusted: Option<Trusted>,
    /// As of when it is known whether it was taken back.
    pub as_of: Option<Moment>,
    /// Who says so.
    pub source: Source,
    /// The status lists that it names, with which were there to look at.
    pub lists: Vec<Looked>,
}

/// A status list that a licence names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looked {
    /// What it is about.
    pub purpose: Purpose,
    /// When the newest one at hand was made; `None`: none is at hand.
    pub at: Option<Moment>,
}

/// Who says whether a licence was taken back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// Its issuer's status lists, or nobody.
    #[default]
    Lists,
    /// The records of the desk that it is checked at.
    Desk,
    /// What the desk told the PC that it is checked at.
    Heard,
}

/// What the issuer's own records say of a licence, where these are at hand: those of this desk, or what it told its PCs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is taken from it.
    pub taken: Option<Taken>,
    /// As of when.
    pub at: Moment,
    /// Whose records they are.
    pub source: Source,
}

impl Report {
    /// Takes in what the issuer's own records say. The newest word counts: theirs, or that of a list.
    pub fn hear(&mut self, told: Told, now: Moment) {
        hear((&mut self.steps, &mut self.as_of, &mut self.source), told, now);
        self.conclusion = conclusion(&self.steps);
    }

    /// Whoever asked for status lists does not take a licence for good of which they do not say that it was not taken back.
    pub fn ask_for_lists(&mut self) {
        self.conclusion = asked_for_lists(&self.steps, self.conclusion);
    }

    /// Whether the lists at hand leave it open whether it was taken back.
    pub fn is_open(&self) -> bool {
        is_open(&self.steps)
    }

    /// How a step went.
    pub fn outcome(&self, step: Step) -> &Outcome {
        let found = self.steps.iter().find(|(of, _)| *of == step);
        &found.expect("every step has an outcome").1
    }
}

/// Checks a licence at a moment, without status lists; `name`: the person who shows it, if that is to be compared.
pub fn verify(bytes: &[u8], trust: Option<&Trust>, now: Moment, name: Option<&str>) -> Report {
    verify_with(bytes, trust, now, name, &[])
}

/// The same with the status lists that are at hand: of any issuer, in any order.
pub fn verify_with(bytes: &[u8], trust: Option<&Trust>, now: Moment, name: Option<&str>, lists: &[StatusList]) -> Report {
    let mut report = Report {
        steps: Vec::new(),
        conclusion: Conclusion::Unreadable,
        claims: None,
        trusted: None,
        as_of: None,
        source: Source::Lists,
        lists: vec![],
    };
    let mut note = |step, outcome| report.steps.push((step, outcome));
    let document = match bake::document(bytes).and_then(|bytes| json::read(&bytes)) {
        Ok(document) => document,
        Err(why) => {
            note(Step::Readable, Outcome::Failed(Failed::Unreadable(why)));
            Step::ALL[1..].iter().for_each(|step| note(*step, Outcome::NotChecked(NotChecked::Earlier)));
            return report;
        }
    };
    note(Step::Readable, Outcome::Passed);
    let claims = Claims::read(&document);
    note(Step::Shape, claims.as_ref().map_or_else(|why| Outcome::Failed(Failed::Misshapen(why.clone())), |_| Outcome::Passed));
    let checks = proof::verify(&document);
    let proof = signed(&checks);
    let stripped = is_ours(&document) && lost(&proof, &checks);
    // What an unproven document says of itself is not worth checking.
    let proven = claims.as_ref().ok().filter(|_| proof == Outcome::Passed);
    note(Step::Proof, proof);
    let ask = |how: &dyn Fn(&Claims) -> Outcome| proven.map_or(Outcome::NotChecked(NotChecked::Earlier), how);
    note(Step::Issuer, ask(&|claims| issuer((&claims.issuer.did, claims.from), trust, proof::signed_at(&document))));
    note(Step::Dates, ask(&|claims| dates((claims.from, claims.until), now)));
    note(Step::Holder, ask(&|claims| holder(&claims.holder.name, name)));
    let known = proven.map(|claims| revocation(claims, lists, now));
    let known = known.unwrap_or((Outcome::NotChecked(NotChecked::Earlier), None, vec![]));
    note(Step::Revocation, known.0);
    (report.as_of, report.lists) = (known.1, known.2);
    report.conclusion = conclusion(&report.steps).max(if stripped { Conclusion::Altered } else { Conclusion::Good });
    report.trusted = proven.and_then(|claims| trust?.find(&claims.issuer.did)).cloned();
    report.claims = claims.ok();
    report
}

/// Every proof must be understood and hold: what is not checked could have been put there by anyone. The one that covers every word
/// must be there; where another is missing, a licence is older than it, or somebody took it away, and still all of it is signed.
fn signed(checks: &[Check]) -> Outcome {
    let mut good = Vec::new();
    let mut unknown = Vec::new();
    for check in checks {
        match check.clone() {
            Check::Good(suite, _) => good.push(suite),
            Check::UnknownSuite(name) => unknown.push(name),
            Check::Again(name) => return Outcome::Failed(Failed::SignedAgain(name)),
            Check::Altered(did) => return Outcome::Failed(Failed::Altered(did)),
            Check::OtherSigner(did) => return Outcome::Failed(Failed::OtherSigner(did)),
            Check::Malformed(part) => return Outcome::Failed(Failed::MalformedProof(part)),
        }
    }
    Outcome::Failed(match good.first() {
        _ if !unknown.is_empty() => Failed::UnknownSuite(unknown),
        _ if good.contains(&Suite::COVERS) => return Outcome::Passed,
        Some(other) => Failed::HalfSigned(other.name()),
        None => Failed::Unsigned,
    })
}

/// Whether a document names things as only onduty names them. It was signed then, by whoever made it; so a licence whose signature is
/// gone or spoilt was changed, and is not taken for one that is signed in some way that is not known here.
fn is_ours(value: &Value) -> bool {
    match value {
        Value::String(text) => text.starts_with(URN),
        Value::Array(items) => items.iter().any(is_ours),
        Value::Object(object) => object.values().any(is_ours),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Whether the issuer's signature is not there as it was made. A further one, of a suite that a later version may know, takes nothing
/// from one that holds.
fn lost(proof: &Outcome, checks: &[Check]) -> bool {
    match proof {
        Outcome::Failed(Failed::UnknownSuite(_)) => !checks.iter().any(|check| matches!(check, Check::Good(Suite::COVERS, _))),
        other => *other != Outcome::Passed,
    }
}

/// Whether the issuer is believed. A key that was retired is believed for what it signed before: by the date in the licence, and by that
/// of every signature.
pub(super) fn issuer((did, from): (&Did, Moment), trust: Option<&Trust>, signed: Option<Moment>) -> Outcome {
    match trust.map(|trust| trust.find(did)) {
        None => Outcome::NotChecked(NotChecked::NoTrust),
        Some(Some(Trusted { until: Some(until), .. })) if signed.unwrap_or(from).max(from) > *until => {
            Outcome::Failed(Failed::KeyRetired(*until))
        }
        Some(Some(_)) => Outcome::Passed,
        Some(None) => Outcome::Failed(Failed::UnknownIssuer(did.clone())),
    }
}

/// Whether now lies between the two.
pub(super) fn dates((from, until): (Moment, Option<Moment>), now: Moment) -> Outcome {
    match until {
        _ if now < from => Outcome::Failed(Failed::NotYetValid(from)),
        Some(until) if now >= until => Outcome::Failed(Failed::Expired(until)),
        _ => Outcome::Passed,
    }
}

/// Whether the name on it is the one given.
pub(super) fn holder(on_it: &Name, name: Option<&str>) -> Outcome {
    let Some(name) = name else { return Outcome::NotChecked(NotChecked::NoName) };
    let same = match on_it {
        Name::Plain(on_it) => plain(name) == plain(on_it),
        // A hash is of one spelling only: as it was given, or without what a keyboard adds.
        hashed @ Name::Hashed { salt, .. } => {
            let wide: String = name.nfkc().collect();
            [name, name.trim(), wide.trim()].iter().any(|name| Name::hashed(name, salt.clone()) == *hashed)
        }
    };
    if same { Outcome::Passed } else { Outcome::Failed(Failed::OtherHolder(on_it.shown().map(str::to_owned))) }
}

/// A name as it is compared: full-width letters, case and spaces do not matter.
fn plain(name: &str) -> String {
    name.nfkc().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).collect()
}

/// The gravest thing that was found.
pub(super) fn conclusion(steps: &[(Step, Outcome)]) -> Conclusion {
    let one = |(_, outcome): &(Step, Outcome)| match outcome {
        Outcome::Failed(failed) => match failed {
            Failed::Unreadable(_) => Conclusion::Unreadable,
            Failed::Misshapen(_) => Conclusion::NotALicence,
            Failed::Unsigned | Failed::HalfSigned(_) | Failed::UnknownSuite(_) | Failed::MalformedProof(_) => {
                Conclusion::Unproven
            }
            Failed::Altered(_) | Failed::OtherSigner(_) | Failed::SignedAgain(_) => Conclusion::Altered,
            Failed::UnknownIssuer(_) => Conclusion::UnknownIssuer,
            Failed::KeyRetired(_) => Conclusion::KeyRetired,
            Failed::NotYetValid(_) => Conclusion::NotYetValid,
            Failed::Expired(_) => Conclusion::Expired,
            Failed::OtherHolder(_) => Conclusion::OtherHolder,
            Failed::Suspended(_) => Conclusion::Suspended,
            Failed::Revoked(_) => Conclusion::Revoked,
        },
        Outcome::NotChecked(NotChecked::NoTrust) => Conclusion::IssuerNotChecked,
        Outcome::Passed | Outcome::NotChecked(_) => Conclusion::Good,
    };
    steps.iter().map(one).max().unwrap_or(Conclusion::Unreadable)
}

#[cfg(test)]
mod tests;
