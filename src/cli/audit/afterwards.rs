//! What nobody could know as it happened, and the records show once they are together: clocks that went back, sittings whose end was
//! refused, practice beside an exam, licences that would not be issued today.
//!
//! Of licences a decision is asked for. Everything else has honest reasons too, and is told as worth a look.

use super::found::{Place, Report};
use crate::attempt::act::Act;
use crate::base::id::Did;
use crate::base::moment::{HOME_ZONE, Moment};
use crate::cli::cause::Cause;
use crate::cli::failure::Failure;
use crate::cli::issue::overtaken::{Overtaken, overtaken};
use crate::cli::parcel;
use crate::cli::registry::Registry;
use crate::cli::registry::clocks::{Times, backward};
use crate::cli::registry::meanwhile::meanwhile;
use crate::store::Store;

/// Examines all of it.
///
/// # Errors
/// `Failure` of the store.
pub fn examine(store: &dyn Store, now: Moment, report: &mut Report) -> Result<(), Failure> {
    // What does not read was told.
    let Ok(registry) = Registry::open(store) else { return Ok(()) };
    let Some(rows) = report.sound(store.attempts(None))? else { return Ok(()) };
    clocks(store, &Times::of(&registry, &rows), report)?;
    unended(&registry, report);
    for it in meanwhile(store, &registry, &rows)? {
        let gaps = [("practice", it.practice.to_string()), ("exam", it.exam.to_string()), ("at", said(it.began))];
        report.odd("audit-practice-beside", &gaps);
    }
    for it in overtaken(store, &registry, (now, None))? {
        licence(&registry, &it, report);
    }
    Ok(())
}

/// Every place at which a ledger goes on before what it had.
fn clocks(store: &dyn Store, times: &Times<'_>, report: &mut Report) -> Result<(), Failure> {
    let Some(ledgers) = report.sound(store.ledgers())? else { return Ok(()) };
    let names = parcel::names(store)?;
    let called = |did: &Did| names.get(did).cloned().unwrap_or_else(|| parcel::short(did));
    let copies = ledgers.copies.iter().map(|(did, lines)| (called(did), lines));
    for (pc, lines) in std::iter::once(("none".to_owned(), &ledgers.own)).chain(copies) {
        for back in backward(lines, times) {
            let gaps = [
                ("pc", pc.clone()),
                ("line", back.line.to_string()),
                ("at", said(back.at)),
                ("earlier", back.earlier.to_string()),
                ("before", said(back.before)),
            ];
            report.odd("audit-clock-back", &gaps);
        }
    }
    Ok(())
}

/// Ends of sittings that were refused as their time had not come by the clock there.
fn unended(registry: &Registry, report: &mut Report) {
    for (id, sitting) in &registry.register.sittings {
        for it in &sitting.unended {
            let gaps = [
                ("sitting", id.short().to_owned()),
                ("exam", it.attempt.short().to_owned()),
                ("by", registry.name(&it.by)),
                ("at", said(it.at)),
                ("until", said(it.until)),
            ];
            report.odd("audit-unended", &gaps);
        }
    }
}

/// A licence that would not be issued today: decided since, still to be decided, or one whose issuing nobody explains.
fn licence(registry: &Registry, it: &Overtaken<'_>, report: &mut Report) {
    let gaps = it.gaps();
    if let Some(act) = it.kept {
        let more = [("by", by(registry, act)), ("day", said(act.at).chars().take(10).collect()), ("act", act.id.to_string())];
        report.noted("audit-licence-kept", &[&gaps[..], &more].concat());
    } else if it.suspended {
        report.odd("audit-licence-undecided", &gaps);
    } else if it.late {
        let gaps = gaps.each_ref().map(|(name, value)| (*name, value.as_str()));
        report.find(Place::Licence(it.issued.number.clone()), Cause::sentence("flaw-licence-overtaken", gaps));
    } else {
        report.odd("audit-licence-not-today", &gaps);
    }
}

fn by(registry: &Registry, act: &Act) -> String {
    let register = &registry.register;
    let now = register.staff.get(&act.key).map(|(staff, _)| staff);
    let who = now.or_else(|| register.former.get(&act.key).map(|it| &it.staff));
    who.map_or_else(String::new, |who| registry.name(who))
}

fn said(at: Moment) -> String {
    at.local(HOME_ZONE)
}
