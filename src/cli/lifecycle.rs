//! `suspend`, `reinstate`, `revoke`, `fulfil`: how a licence stands is changed by an issuer, with a reason that reaches its holder.
//!
//! Each is a signed act; nothing is overwritten, and what is revoked stays so. Where the licence says that it takes two persons, this is
//! a proposal, and `confirm` has the other half. What acts come to is `grade/register`'s.

pub mod confirm;
pub mod told;
pub mod waive;

use serde_json::json;

use super::again::quoted;
use super::args::{Keep, Suspend, Which};
use super::day::day;
use super::failure::{Exit, Failure};
use super::registry::Registry;
use super::room::Call;
use super::signer::{Signer, reason, signer};
use super::{Outcome, issue};
use crate::attempt::act::{Change, Changed, Deed, Issued, StaffRole};
use crate::base::day;
use crate::base::id::{ActId, LearnerId, LicenceId, LicenceNumber};
use crate::base::moment::Moment;
use crate::base::name::alike;
use crate::grade::register::{Register, Taken};
use crate::model::library::Library;
use crate::model::licence::Independence;
use crate::store::Store;

/// Runs one of the commands.
pub fn run(call: &mut Call<'_>, keep: &Keep) -> Outcome {
    match keep {
        Keep::Renew(args) => issue::renew(call, args),
        Keep::Suspend(args) => suspend(call, args),
        Keep::Reinstate(args) => change(call, args, Change::Reinstated),
        Keep::Revoke(args) => change(call, args, Change::Revoked),
        Keep::Fulfil(args) => change(call, args, Change::Fulfilled),
        Keep::Confirm(args) => confirm::run(call, args),
        Keep::Waive(args) => waive::run(call, args),
    }
}

/// `suspend`: not to be worked with for now.
fn suspend(call: &mut Call<'_>, args: &Suspend) -> Outcome {
    let zone = call.library()?.time_zone;
    let until = match &args.until {
        Some(typed) => {
            let last = day(typed)?;
            // A day that no clock knows is beyond all ends.
            let end = day::end(last, &zone).map_or(Moment(i64::MAX), |end| Moment(end.0 + 1000));
            let end = Some(end).filter(|end| *end > call.ports.now());
            let end = end.ok_or_else(|| Failure::usage("fail-until-past", [("day", typed)]))?;
            not_beyond(call, &args.which.number, (end, typed), &zone)?;
            Some(end)
        }
        None => None,
    };
    change(call, &args.which, Change::Suspended { until })
}

/// A suspension that outlasts the licence was mistyped, or is no suspension.
fn not_beyond(call: &Call<'_>, number: &str, (end, typed): (Moment, &str), zone: &str) -> Result<(), Failure> {
    let registry = Registry::open(call.store()?.as_ref())?;
    let licence = licence(&registry.register, number)?;
    if end.0 <= issue::ends(licence.until).0 {
        return Ok(());
    }
    let last = last_day(issue::ends(licence.until), zone);
    Err(Failure::usage("fail-until-beyond", [("day", typed), ("last", &last)]).hint("hint-until-beyond", []))
}

/// `reinstate`, `revoke`, `fulfil`, and the other half of `suspend`.
fn change(call: &mut Call<'_>, args: &Which, change: Change) -> Outcome {
    let (library, mut store) = (call.library()?, call.store()?);
    let registry = Registry::open(store.as_ref())?;
    let licence = licence(&registry.register, &args.number)?.clone();
    let now = call.ports.now();
    fits(&registry.register, &licence, change, now)?;
    late(call, &licence, change, &library.time_zone);
    along(call, store.as_ref(), (&registry, &licence, change))?;
    let beside = reason(call.ports, &args.reason)?;
    let acting = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Issuer)?;
    is_another(&acting, store.as_ref(), &library, (&licence.learner, &licence.licence))?;
    // Typing a passphrase takes time: what somebody else did meanwhile stands.
    fits(&Registry::open(store.as_ref())?.register, &licence, change, now)?;
    let (number, learner) = (licence.number.clone(), licence.learner.clone());
    let changed = Changed { number, learner, change, reason: beside.digest() };
    let act = acting.sign(call.ports, Deed::Changed(Box::new(changed)), Some(beside));
    store.act(&act, None)?;
    let waits = licence.terms.two_persons.contains(&change.weighty());
    tell(call, &Done { licence: &licence, change, act: &act.act.id, by: &acting.name, waits, zone: &library.time_zone })
}

/// Who takes a licence back is told first whose it is, and which earlier ones go with it: a revocation cannot be taken back.
fn along(call: &Call<'_>, store: &dyn Store, (registry, licence, change): (&Registry, &Issued, Change)) -> Result<(), Failure> {
    if !matches!(change, Change::Revoked | Change::Suspended { .. }) {
        return Ok(());
    }
    let whose =
        store.learners()?.into_iter().find(|it| it.id == licence.learner).map_or_else(|| "–".to_owned(), |it| it.called());
    let line = registry.register.line(&licence.number);
    let earlier: Vec<&str> = line.iter().filter(|it| **it != licence.number).map(LicenceNumber::as_str).collect();
    let count = earlier.len();
    let earlier = earlier.join(&call.words.get("paper-comma"));
    let args = [
        ("what", word(change).into()),
        ("number", licence.number.as_str().into()),
        ("name", whose.into()),
        ("count", count.into()),
        ("earlier", earlier.into()),
    ];
    call.tell("note-taking-back", &args);
    Ok(())
}

/// Conditions are asked until a provisional licence ends. Signing for them may come later than that: whoever does is told so first, since
/// nobody else looks whether they were fulfilled in time.
fn late(call: &Call<'_>, licence: &Issued, change: Change, zone: &str) {
    if change == Change::Fulfilled && call.ports.now() >= issue::ends(licence.until) {
        let day = last_day(issue::ends(licence.until), zone);
        call.tell("note-fulfil-late", &[("number", licence.number.as_str().into()), ("day", day.into())]);
    }
}

/// What was done.
struct Done<'a> {
    licence: &'a Issued,
    change: Change,
    act: &'a ActId,
    by: &'a str,
    /// For a second person.
    waits: bool,
    zone: &'a str,
}

fn tell(call: &mut Call<'_>, done: &Done<'_>) -> Outcome {
    let number = done.licence.number.as_str();
    let what = word(done.change);
    if call.json() {
        let until = if let Change::Suspended { until } = done.change { until } else { None };
        let state = if done.waits { "waiting" } else { what };
        call.print_json(&json!({ "number": number, "change": what, "state": state, "until": until, "act": done.act }))?;
        return Ok(Exit::Done);
    }
    if done.waits {
        let args = [("act", done.act.short().into()), ("what", call.words.get(&format!("act-{what}")).into())];
        call.tell("note-proposed", &[&args[..], &[("number", number.into())]].concat());
        return Ok(Exit::Done);
    }
    let until = if let Change::Suspended { until } = done.change { until } else { None };
    let until = until.map_or_else(|| "none".to_owned(), |until| last_day(until, done.zone));
    let here = call.store()?.learners()?.iter().any(|it| it.id == done.licence.learner);
    let holder = if here { "here" } else { "erased" };
    let mut args = vec![("number", number.into()), ("name", done.by.into()), ("until", until.into()), ("holder", holder.into())];
    if done.change == Change::Fulfilled {
        args.push(("next", full(call, done.licence)?.into()));
    }
    call.tell(&format!("note-{what}"), &args);
    publish(call, done.change);
    Ok(Exit::Done)
}

/// The command that issues the full licence, once the conditions of a provisional one are fulfilled.
///
/// # Errors
/// `Failure` of the store.
pub fn full(call: &Call<'_>, licence: &Issued) -> Result<String, Failure> {
    let learners = call.store()?.learners()?;
    let who = learners.iter().find(|it| it.id == licence.learner).map(|it| it.staff_number.as_ref().unwrap_or(&it.name));
    let line = format!("onduty issue {} {}", quoted(who.map_or(licence.learner.as_str(), String::as_str)), licence.licence);
    Ok(call.words.typed(&line))
}

/// Whoever checks licences elsewhere hears of it only by the status lists.
fn publish(call: &Call<'_>, change: Change) {
    if !matches!(change, Change::Fulfilled) {
        call.tell("note-publish-status", &[]);
    }
}

/// The last day before a moment: how the end of a suspension is shown.
pub fn last_day(until: Moment, zone: &str) -> String {
    Moment(until.0 - 1000).local(zone).chars().take(10).collect()
}

/// How a change is named in keys of words.
pub const fn word(change: Change) -> &'static str {
    match change {
        Change::Suspended { .. } => "suspended",
        Change::Reinstated => "reinstated",
        Change::Revoked => "revoked",
        Change::Fulfilled => "fulfilled",
    }
}

/// A licence that was issued, by its number.
///
/// # Errors
/// `Failure` where there is none.
pub fn licence<'r>(register: &'r Register, number: &str) -> Result<&'r Issued, Failure> {
    let number = LicenceNumber::from(number.trim());
    register.licence(&number).ok_or_else(|| {
        let waits = register.waiting.iter().any(|it| matches!(&it.deed, Deed::Issued(issued) if issued.number == number));
        match waits {
            true => Failure::new(Exit::Refused, "fail-licence-waiting", [("number", number.as_str())]).hint("hint-confirm", []),
            false => Failure::usage("fail-no-such-licence", [("number", number.as_str())]).hint("hint-licences", []),
        }
    })
}

/// Whether a licence can be changed so.
///
/// # Errors
/// `Failure` with exit 5 that says why not.
pub fn fits(register: &Register, licence: &Issued, change: Change, now: Moment) -> Result<(), Failure> {
    let number = licence.number.as_str();
    let refused = |key| Failure::new(Exit::Refused, key, [("number", number)]);
    if let Some(next) = register.follower(&licence.number).filter(|_| change != Change::Fulfilled) {
        let args = [("number", number), ("next", next.number.as_str())];
        return Err(Failure::new(Exit::Refused, "fail-licence-followed", args));
    }
    let waits = |it: &crate::grade::register::Waiting| matches!(&it.deed, Deed::Changed(other) if other.number == licence.number && word(other.change) == word(change));
    if let Some(there) = register.waiting.iter().find(|it| waits(it)) {
        return Err(refused("fail-change-waiting").hint("hint-confirm-act", [("act", there.act.short())]));
    }
    possible(register, licence, change, now)
}

/// Whether it would come to anything.
///
/// # Errors
/// `Failure` with exit 5 that says why not.
pub fn possible(register: &Register, licence: &Issued, change: Change, now: Moment) -> Result<(), Failure> {
    let refused = |key| Failure::new(Exit::Refused, key, [("number", licence.number.as_str())]);
    let taken = register.taken(&licence.number, now);
    match change {
        _ if taken == Some(Taken::Revoked) => Err(refused("fail-revoked-already")),
        Change::Reinstated if taken.is_none() => Err(refused("fail-not-suspended")),
        Change::Suspended { .. } if now > licence.until => Err(refused("fail-licence-ended")),
        Change::Fulfilled if !licence.terms.provisional => Err(refused("fail-not-provisional")),
        Change::Fulfilled if register.fulfilled.contains_key(&licence.number) => Err(refused("fail-fulfilled-already")),
        _ => Ok(()),
    }
}

/// Nobody decides about a licence of his own, unless its scheme says that it need not be so.
///
/// # Errors
/// `Failure` with exit 5.
pub fn is_another(
    acting: &Signer,
    store: &dyn Store,
    library: &Library,
    (learner, licence): (&LearnerId, &LicenceId),
) -> Result<(), Failure> {
    let loose = library.licences.get(licence).is_some_and(|scheme| scheme.conduct.independence == Independence::None);
    let own = store.learners()?.iter().any(|it| it.id == *learner && alike(&it.name, &acting.name));
    if own && !loose {
        return Err(Failure::new(Exit::Refused, "fail-oneself", [("name", &acting.name)]).hint("hint-another", []));
    }
    Ok(())
}
