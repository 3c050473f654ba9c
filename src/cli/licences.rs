//! `licences`: what was issued, newest first, or some of it (`listed`, `chosen`); who may be licensed and is not (`eligible`); and the
//! file of one of them once more, for who lost it.
//!
//! That somebody with the role signed the act of issuing proves no licence: the kept file has to be what the organisation's key signed,
//! and has to say what the act says. Whatever does not is listed as such, never as valid.

mod chosen;
pub mod eligible;
mod listed;
mod sheets;
mod state;
mod told;

use std::path::Path;

use serde_json::Value;

use self::listed::List;
pub use self::state::State;
use super::args::{Licences as Args, Look, Sheet};
use super::failure::{Exit, Failure};
use super::paper::{Format, Press};
use super::parcel::DESK;
use super::registry::Registry;
use super::room::Call;
use super::{Outcome, enrol, exam, issue, lifecycle, paper};
use crate::attempt::act::Issued;
use crate::base::id::{LearnerId, LicenceNumber};
use crate::credential::claims::Claims;
use crate::credential::json;
use crate::credential::verify::{self, Outcome as Checked, Step};
use crate::locale::Words;
use crate::model::licence::Scheme;
use crate::store::{Learner, Store};

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    if let Some(path) = &args.template_out {
        paper::write_template(call, path, args.look.card)?;
        return Ok(Exit::Done);
    }
    let (library, store) = (call.library()?, call.store()?);
    let registry = Registry::open(store.as_ref())?;
    let wanted = args.number.as_deref().map(|number| LicenceNumber::from(number.trim()));
    if let (Some(number), Some(out)) = (&wanted, &args.out) {
        lifecycle::licence(&registry.register, number.as_str())?;
        issue::must_be_new(out)?;
        let press = Press::new(&args.look, Format::of(out)?, &library.time_zone)?;
        write(store.as_ref(), (&registry, number), (&press, out))?;
        call.tell("note-written", &[("path", out.display().to_string().into())]);
        return Ok(Exit::Done);
    }
    if args.out.is_some() && args.sheet.is_none() {
        return Err(Failure::usage("fail-missing-arg", [("arg", "--number")]).hint("hint-licences-sheet", []));
    }
    let learners = store.learners()?;
    let group = args.group.as_deref().map(enrol::group).transpose()?;
    let within = |learner: &Learner| group.as_ref().is_none_or(|group| learner.post.groups.contains(group));
    if store.setting(DESK)?.is_some() && registry.register.issued.is_empty() {
        return told::list(call, store.as_ref(), &library, args);
    }
    if let Some(only) = &args.eligible {
        let all: Vec<&Learner> = learners.iter().filter(|it| it.post.left.is_none() && within(it)).collect();
        return who_may(call, (store.as_ref(), &registry), only.as_deref(), (&all, group.as_deref()));
    }
    let now = call.ports.now();
    let list = match &args.on {
        Some(typed) => chosen::on(store.as_ref(), &registry, typed, &library.time_zone)?,
        None => List::of(store.as_ref(), &registry, now)?,
    };
    let known = |id: &LearnerId| learners.iter().find(|it| it.id == *id);
    let mut list = list.only(|it| group.is_none() || known(&it.issued.learner).is_some_and(within));
    if let Some(number) = &wanted {
        list = list.only(|it| it.issued.number == *number);
        if list.rows.is_empty() {
            return Err(Failure::usage("fail-no-such-licence", [("number", number.as_str())]).hint("hint-licences", []));
        }
    }
    if let Some(days) = args.expiring {
        list = chosen::expiring(list, &registry, now, days);
    }
    if let Some(named) = &args.impact {
        list = chosen::impact(list, (store.as_ref(), &library), named)?;
    }
    if let (Some(sheet), Some(out)) = (args.sheet, &args.out) {
        let look = Look { card: sheet == Sheet::Cards, ..args.look.clone() };
        let press = Press::new(&look, Format::Pdf, &library.time_zone)?;
        return sheets::print(call, (store.as_ref(), &registry, &learners), list, (&press, sheet, out, group.as_deref()));
    }
    list.print(call, &registry, (&library, &learners))
}

/// Who of these people may be licensed, by one scheme or by any.
fn who_may(
    call: &mut Call<'_>,
    (store, registry): (&dyn Store, &Registry),
    only: Option<&str>,
    (people, group): (&[&Learner], Option<&str>),
) -> Outcome {
    let loaded = call.load(None)?;
    let only = only.map(|named| exam::find(&loaded.library, named)).transpose()?;
    let schemes: Vec<&Scheme> = only.map_or_else(|| loaded.library.licences.values().collect(), |it| vec![it]);
    if let (true, Some(group)) = (people.is_empty(), group) {
        return Err(Failure::new(Exit::Refused, "fail-batch-nobody", [("group", group)]).hint("hint-learner-show", []));
    }
    eligible::list(call, store, registry, (&loaded, &schemes, people))
}

/// Some of what is listed is not what it seems to be.
fn unproven_licences(numbers: &[&LicenceNumber], words: &Words) -> Failure {
    let numbers: Vec<&str> = numbers.iter().map(|number| number.as_str()).collect();
    let numbers = numbers.join(&words.get("paper-comma"));
    Failure::new(Exit::Store, "fail-licences-unproven", [("numbers", &numbers)]).hint("hint-licences-unproven", [])
}

/// A licence that is not proven, where that ends the command.
pub fn unproven(number: &LicenceNumber) -> Failure {
    Failure::new(Exit::Store, "fail-licences-unproven", [("numbers", number.as_str())]).hint("hint-licences-unproven", [])
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
///
/// # Errors
/// `Failure` where it was erased, is not proven, or cannot be written.
pub fn write(
    store: &dyn Store,
    (registry, number): (&Registry, &LicenceNumber),
    (press, out): (&Press, &Path),
) -> Result<(), Failure> {
    let erased = || Failure::new(Exit::Refused, "fail-licence-erased", [("number", number.as_str())]);
    let kept = store.credential(number)?.ok_or_else(erased)?;
    let mut acts = registry.register.issued.iter().map(|(_, _, i)| i).filter(|i| i.number == *number);
    let document = acts.find_map(|issued| proven(registry, issued, &kept));
    let document = document.ok_or_else(|| unproven(number))?;
    issue::write(press, out, &document, number)
}
