//! `licences`: what was issued, newest first; and the file of one of them once more, for who lost it.
//!
//! That somebody with the role signed the act of issuing proves no licence: the kept file has to be what the organisation's key signed,
//! and has to say what the act says. Whatever does not is listed as such, never as valid.

use std::path::Path;

use serde_json::Value;

use super::args::Licences as Args;
use super::failure::{Exit, Failure};
use super::registry::Registry;
use super::room::Call;
use super::{Outcome, issue};
use crate::attempt::act::Issued;
use crate::base::id::LicenceNumber;
use crate::base::moment::Moment;
use crate::credential::claims::{self, Claims};
use crate::credential::json;
use crate::credential::verify::{self, Outcome as Checked, Step};
use crate::locale::Words;
use crate::store::{Store, StoreError};
use crate::terminal::table::columns;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    let (library, store) = (call.library()?, call.store()?);
    let registry = Registry::open(store.as_ref())?;
    let wanted = args.number.as_deref().map(LicenceNumber::from);
    if let Some(number) = &wanted
        && !registry.register.issued.iter().any(|(_, _, i)| i.number == *number)
    {
        return Err(Failure::usage("fail-no-such-licence", [("number", number.as_str())]).hint("hint-licences", []));
    }
    if let (Some(number), Some(out)) = (&wanted, &args.out) {
        write(call, store.as_ref(), &registry, number, out)?;
        call.tell("note-written", &[("path", out.display().to_string().into())]);
        return Ok(Exit::Done);
    }
    let learners = store.learners()?;
    let now = call.ports.now();
    let zone = &library.time_zone;
    let name = |id| learners.iter().find(|l| l.id == id).map_or_else(|| "–".to_owned(), |l| l.name.clone());
    let mut all = Vec::new();
    for (at, by, i) in registry.register.issued.iter().rev().filter(|(_, _, i)| wanted.as_ref().is_none_or(|n| i.number == *n)) {
        let known = learners.iter().any(|l| l.id == i.learner);
        all.push((at, by, i, State::of(store.as_ref(), &registry, i, known, now)?));
    }
    let unproven: Vec<_> = all.iter().filter(|(.., state)| *state == State::Unproven).map(|(_, _, i, _)| &i.number).collect();
    let end = if unproven.is_empty() { Ok(Exit::Done) } else { Err(unproven_licences(&unproven, &call.words)) };
    if call.json() {
        let listed: Vec<_> = all
            .iter()
            .map(|(at, by, i, state)| {
                serde_json::json!({ "number": i.number, "licence": i.licence, "learner": i.learner, "name": name(i.learner.clone()), "from": i.from,
                    "until": i.until, "state": state.name(), "issued": at, "by": registry.name(by), "attempt": i.attempt })
            })
            .collect();
        call.print_json(&serde_json::json!(listed))?;
        return end;
    }
    if all.is_empty() {
        call.tell("note-no-licences", &[]);
        return Ok(Exit::Done);
    }
    let head = ["head-number", "head-name", "head-licence", "head-until", "head-state"].map(|key| call.words.get(key));
    let mut rows = vec![head.to_vec()];
    let lang = super::room::lang(&library, &call.words);
    for (_, _, i, state) in &all {
        let title = library.licences.get(&i.licence).map_or_else(|| i.licence.to_string(), |s| s.title.get(&lang).to_owned());
        let state = call.words.get(&format!("licence-{}", state.name()));
        let until = i.until.local(zone).chars().take(10).collect();
        rows.push(vec![i.number.to_string(), name(i.learner.clone()), title, until, state]);
    }
    let text = columns(&rows, call.report_look(None).width());
    call.print(&text)?;
    end
}

/// Some of what is listed is not what it seems to be.
fn unproven_licences(numbers: &[&LicenceNumber], words: &Words) -> Failure {
    let numbers: Vec<&str> = numbers.iter().map(|number| number.as_str()).collect();
    let numbers = numbers.join(&words.get("paper-comma"));
    Failure::new(Exit::Store, "fail-licences-unproven", [("numbers", &numbers)]).hint("hint-licences-unproven", [])
}

/// How a licence stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Valid,
    Expired,
    /// Gone with its holder's data: there is nothing left to prove it by.
    Erased,
    /// The kept file does not prove what the act says.
    Unproven,
}

impl State {
    /// `known`: its holder's data is still here.
    fn of(store: &dyn Store, registry: &Registry, issued: &Issued, known: bool, now: Moment) -> Result<Self, Failure> {
        Ok(match store.credential(&issued.number) {
            Ok(None) if !known => Self::Erased,
            Ok(Some(kept)) if proven(registry, issued, &kept).is_none() => Self::Unproven,
            Ok(None) | Err(StoreError::Damaged(_)) => Self::Unproven,
            Ok(Some(_)) if now < issue::ends(issued.until) => Self::Valid,
            Ok(Some(_)) => Self::Expired,
            Err(other) => return Err(other.into()),
        })
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Expired => "expired",
            Self::Erased => "erased",
            Self::Unproven => "unproven",
        }
    }
}

/// The kept file as a document, where it is a licence that an issuing key of this store signed, and says what the act says. (Its digest
/// was looked at where it was read.) Whether it is signed is asked as at any door: of `credential/verify`.
pub fn proven(registry: &Registry, issued: &Issued, kept: &str) -> Option<Value> {
    let report = verify::verify(kept.as_bytes(), None, issued.from, None);
    let signed = *report.outcome(Step::Proof) == Checked::Passed;
    let says = |claims: Claims| {
        claims.issuer.did == issued.issuer
            && claims.number == issued.number
            && claims.licence == issued.licence
            && claims.holder.id == issued.learner
            && claims.from == issued.from
            && claims.until == Some(issue::ends(issued.until))
            && claims.evidence.iter().any(|e| e.digest == issued.closed)
    };
    let ours = registry.register.issuers.contains_key(&issued.issuer);
    (signed && ours && report.claims.is_some_and(says)).then(|| json::read(kept.as_bytes()).ok())?
}

/// The file once more. The store keeps a licence as canonical JSON; laid out, it is the file that was issued, byte for byte.
fn write(call: &Call<'_>, store: &dyn Store, registry: &Registry, number: &LicenceNumber, out: &Path) -> Result<(), Failure> {
    issue::must_be_new(out)?;
    let erased = || Failure::new(Exit::Refused, "fail-licence-erased", [("number", number.as_str())]);
    let kept = store.credential(number)?.ok_or_else(erased)?;
    let mut acts = registry.register.issued.iter().map(|(_, _, i)| i).filter(|i| i.number == *number);
    let document = acts.find_map(|issued| proven(registry, issued, &kept));
    let document = document.ok_or_else(|| unproven_licences(&[number], &call.words))?;
    issue::write(out, &claims::text(&document), number)
}
