//! `confirm [ACT]`: the second person. Another issuer looks at what was proposed and agrees, or refuses it; until then it is nothing.
//!
//! Nobody confirms his own proposal, nor one about himself, whichever key he holds: persons are told apart by id and by name. Who
//! proposed may take it back.

use std::path::Path;

use serde_json::json;

use super::word;
use crate::attempt::act::{Change, Deed, Issued, Signed, StaffRole};
use crate::attempt::plan::Subject;
use crate::base::id::{AttemptId, is_meant};
use crate::base::moment::Moment;
use crate::base::name::alike;
use crate::cli::args::Confirm as Args;
use crate::cli::args::Look;
use crate::cli::failure::{Exit, Failure};
use crate::cli::issue::{self, About, independent};
use crate::cli::paper::{Format, Press};
use crate::cli::recall::several;
use crate::cli::registry::Registry;
use crate::cli::room::{Call, lang, title};
use crate::cli::signer::{Signer, reason, signer};
use crate::cli::{Outcome, licences};
use crate::grade::register::Waiting;
use crate::model::grade::Standing;
use crate::model::library::Library;
use crate::model::licence::Independence;
use crate::store::{Learner, Store};

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    let store = call.store()?;
    match &args.act {
        None => list(call, store.as_ref()),
        Some(named) => settle(call, store, named, args),
    }
}

/// Everything that waits, oldest first, with who may confirm it.
fn list(call: &mut Call<'_>, store: &dyn Store) -> Outcome {
    let registry = Registry::open(store)?;
    let library = call.library()?;
    let learners = store.learners()?;
    let called = |it: &Waiting| holder(&learners, it).map_or_else(|| "–".to_owned(), |l| l.name.clone());
    let all = &registry.register.waiting;
    if call.json() {
        let one = |it: &Waiting| {
            json!({ "act": it.act, "what": what(&it.deed), "number": it.number(), "learner": it.learner(), "name": called(it),
                    "licence": licence(&registry, it).map(|it| &it.licence), "at": it.at, "by": registry.name(&it.by), "reason": why(&registry, it), "may_confirm": others(&registry, &library, it, &called(it)) })
        };
        call.print_json(&json!(all.iter().map(one).collect::<Vec<_>>()))?;
        return Ok(Exit::Done);
    }
    if all.is_empty() {
        call.tell("note-nothing-waits", &[]);
        return Ok(Exit::Done);
    }
    let head = [
        "head-act",
        "head-what",
        "head-licence-number",
        "head-name",
        "head-licence",
        "head-by",
        "head-reason",
        "head-may-confirm",
    ];
    let mut rows = vec![head.map(|key| call.words.get(key)).to_vec()];
    for it in all {
        rows.push(vec![
            it.act.short().to_owned(),
            call.words.get(&format!("act-{}", what(&it.deed))),
            it.number().map(ToString::to_string).unwrap_or_default(),
            called(it),
            titled(call, &library, &registry, it),
            registry.name(&it.by),
            why(&registry, it).unwrap_or_default(),
            others(&registry, &library, it, &called(it)).join(&call.words.get("paper-comma")),
        ]);
    }
    call.print_rows(&rows)?;
    call.tell("note-confirm-how", &[]);
    Ok(Exit::Done)
}

/// Issuers who are neither the one who proposed nor the one it is about; nor, where that is so of a licence, trainers.
pub fn others(registry: &Registry, library: &Library, it: &Waiting, learner: &str) -> Vec<String> {
    let proposer = registry.name(&it.by);
    let scheme = if let Deed::Issued(issued) = &it.deed { library.licences.get(&issued.licence) } else { None };
    let strict = scheme.is_some_and(|scheme| scheme.conduct.independence == Independence::Strict);
    let may = |roles: &[StaffRole]| roles.contains(&StaffRole::Issuer) && !(strict && roles.contains(&StaffRole::Trainer));
    let issuers = registry.register.staff.values().filter(|(id, roles)| *id != it.by && may(roles));
    issuers.map(|(id, _)| registry.name(id)).filter(|name| !alike(name, &proposer) && !alike(name, learner)).collect()
}

/// Whom it is about, where that person is here.
fn holder<'l>(learners: &'l [Learner], it: &Waiting) -> Option<&'l Learner> {
    learners.iter().find(|learner| Some(&learner.id) == it.learner())
}

/// The licence that it is about, issued or to be issued.
fn licence<'r>(registry: &'r Registry, it: &'r Waiting) -> Option<&'r Issued> {
    match &it.deed {
        Deed::Issued(issued) => Some(issued),
        _ => registry.register.licence(it.number()?),
    }
}

/// What that licence is called, and that it is a provisional one.
fn titled(call: &Call<'_>, library: &Library, registry: &Registry, it: &Waiting) -> String {
    let Some(issued) = licence(registry, it) else { return String::new() };
    let title = title(library, &lang(library, &call.words), &Subject::Licence(issued.licence.to_string()));
    match issued.terms.provisional {
        true => call.words.with("certificate-provisional", &[("title", title.into())]),
        false => title,
    }
}

/// The words of whoever proposed it.
fn why(registry: &Registry, it: &Waiting) -> Option<String> {
    let act: &Signed = registry.acts.iter().find(|signed| signed.act.id == it.act)?;
    act.beside.as_ref().map(|beside| beside.words.clone())
}

/// What is done, in keys of words: `issued`, `suspended` …
pub fn what(deed: &Deed) -> &'static str {
    if let Deed::Changed(changed) = deed { word(changed.change) } else { "issued" }
}

/// Agrees or refuses.
fn settle(call: &mut Call<'_>, mut store: Box<dyn Store>, named: &str, args: &Args) -> Outcome {
    args.out.as_deref().map_or(Ok(()), issue::must_be_new)?;
    let registry = Registry::open(store.as_ref())?;
    let waiting = find(&registry, named)?;
    show(call, store.as_ref(), &registry, &waiting)?;
    if let (false, Deed::Changed(changed)) = (args.refuse, &waiting.deed) {
        let licence = super::licence(&registry.register, changed.number.as_str())?;
        super::late(call, licence, changed.change, &call.library()?.time_zone);
    }
    let beside = args.reason.as_deref().map(|words| reason(call.ports, words)).transpose()?;
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Issuer)?;
    if !args.refuse {
        may(call, store.as_ref(), &registry, &waiting, &by)?;
    }
    // What somebody else settled while the passphrase was typed stands; nobody else settles it between this look and the act.
    let _hold = exam(&registry, &waiting).map(|exam| store.hold(exam)).transpose().map_err(issue::in_other_hands)?;
    let now = Registry::open(store.as_ref())?;
    if !now.register.waiting.contains(&waiting) {
        return Err(Failure::new(Exit::Refused, "fail-nothing-waits", [("act", named)]).hint("hint-confirm", []));
    }
    if let (false, Deed::Issued(issued)) = (args.refuse, &waiting.deed) {
        still_passed(store.as_ref(), &now, issued)?;
    }
    if let (false, Deed::Changed(changed)) = (args.refuse, &waiting.deed) {
        // It may have been revoked since it was proposed: then there is nothing to agree to.
        let licence = super::licence(&now.register, changed.number.as_str())?;
        super::possible(&now.register, licence, changed.change, call.ports.now())
            .map_err(|failure| failure.hint("hint-confirm-stale", [("act", waiting.act.short())]))?;
    }
    let learner = waiting.learner().cloned().ok_or_else(|| Failure::new(Exit::Bug, "fail-bug", []))?;
    let refused = beside.as_ref().map(crate::attempt::event::Beside::digest);
    let deed = Deed::Seconded { of: waiting.act.clone(), sealed: waiting.sealed, learner, refused };
    let act = by.sign(call.ports, deed, beside);
    store.act(&act, None)?;
    tell(call, store.as_ref(), (&waiting, &by), args.out.as_deref().filter(|_| !args.refuse), args.refuse)
}

/// The exam of the licence that it is about.
fn exam<'r>(registry: &'r Registry, waiting: &'r Waiting) -> Option<&'r AttemptId> {
    match &waiting.deed {
        Deed::Issued(issued) => Some(&issued.attempt),
        _ => registry.register.licence(waiting.number()?).map(|licence| &licence.attempt),
    }
}

/// Who confirms is told first what it is.
fn show(call: &mut Call<'_>, store: &dyn Store, registry: &Registry, it: &Waiting) -> Result<(), Failure> {
    let library = call.library()?;
    let learners = store.learners()?;
    let day = |at: Moment| at.local(&library.time_zone).chars().take(10).collect::<String>();
    let (from, until) = licence(registry, it).map(|it| (day(it.from), day(it.until))).unwrap_or_default();
    let args = [
        ("holder", holder(&learners, it).map_or_else(|| "–".to_owned(), Learner::called).into()),
        ("title", titled(call, &library, registry, it).into()),
        ("from", from.into()),
        ("until", until.into()),
        ("what", call.words.get(&format!("act-{}", what(&it.deed))).into()),
        ("number", it.number().map(ToString::to_string).unwrap_or_default().into()),
        ("name", registry.name(&it.by).into()),
        ("reason", why(registry, it).unwrap_or_else(|| "none".to_owned()).into()),
    ];
    call.tell("note-confirm-what", &args);
    Ok(())
}

/// What waits under this name: the licence's number, where one act alone waits for it; or the end or the beginning of the act's id.
fn find(registry: &Registry, named: &str) -> Result<Waiting, Failure> {
    let all = &registry.register.waiting;
    let numbered = |it: &&Waiting| it.number().is_some_and(|number| number.as_str().eq_ignore_ascii_case(named.trim()));
    let fitting: Vec<&Waiting> = all.iter().filter(numbered).collect();
    if fitting.len() > 1 {
        let acts = several(fitting.iter().map(|it| it.act.short()));
        return Err(Failure::usage("fail-several-wait", [("number", named)]).hint("hint-several-wait", [("acts", &acts)]));
    }
    let fitting = match fitting.is_empty() {
        true => all.iter().filter(|it| is_meant(it.act.as_str(), named)).collect(),
        false => fitting,
    };
    match fitting[..] {
        [one] => Ok(one.clone()),
        [] => Err(Failure::usage("fail-nothing-waits", [("act", named)]).hint("hint-confirm", [])),
        _ => {
            let ids = several(fitting.iter().map(|it| it.act.short()));
            Err(Failure::usage("fail-two-attempts", [("id", named)]).hint("hint-fitting", [("ids", &ids)]))
        }
    }
}

/// Whether this person may be the second.
fn may(call: &Call<'_>, store: &dyn Store, registry: &Registry, waiting: &Waiting, by: &Signer) -> Result<(), Failure> {
    let proposer = registry.name(&waiting.by);
    if by.staff == waiting.by || alike(&by.name, &proposer) {
        return Err(Failure::new(Exit::Refused, "fail-own-proposal", [("name", &by.name)]).hint("hint-another-issuer", []));
    }
    if !registry.register.key_of(&by.staff).is_some_and(|key| waiting.keys.contains(key)) {
        let failure = Failure::new(Exit::Refused, "fail-key-too-new", [("name", &by.name)]);
        return Err(failure.hint("hint-another-issuer", []));
    }
    match &waiting.deed {
        Deed::Issued(issued) => {
            let case = registry.exam(store, &issued.attempt)?;
            let learner = store.learners()?.into_iter().find(|it| it.id == issued.learner);
            let (Some(scheme), Some(learner)) = (case.kept.activity.scheme(), learner) else {
                return Err(Failure::damaged(&issued.attempt));
            };
            let exams = registry.all(store, &learner.id, scheme)?;
            independent(&About { scheme, learner: &learner, registry, exams: &exams }, by)
        }
        Deed::Changed(changed) => {
            let licence = super::licence(&registry.register, changed.number.as_str())?;
            super::is_another(by, store, &call.library()?, (&changed.learner, &licence.licence))
        }
        _ => Ok(()),
    }
}

/// The exam may have been decided otherwise since.
fn still_passed(store: &dyn Store, registry: &Registry, issued: &Issued) -> Result<(), Failure> {
    let outcome = registry.exam(store, &issued.attempt)?.outcome;
    if outcome.is_some_and(|it| !it.voided && it.verdict.standing == Standing::Passed) {
        return Ok(());
    }
    let id = issued.attempt.short();
    Err(Failure::new(Exit::Refused, "fail-no-longer-passed", [("id", id)]).hint("hint-result", [("id", id)]))
}

fn tell(
    call: &mut Call<'_>,
    store: &dyn Store,
    (waiting, by): (&Waiting, &Signer),
    out: Option<&Path>,
    refused: bool,
) -> Outcome {
    let number = waiting.number().map(ToString::to_string).unwrap_or_default();
    let what = what(&waiting.deed);
    if let (Some(out), Some(number)) = (out, waiting.number()) {
        let press = Press::new(&Look::default(), Format::of(out)?, &call.library()?.time_zone)?;
        licences::write(store, (&Registry::open(store)?, number), (&press, out))?;
    }
    if call.json() {
        call.print_json(&json!({ "act": waiting.act, "what": what, "number": number, "refused": refused }))?;
        return Ok(Exit::Done);
    }
    let key = if refused { "note-refused" } else { "note-confirmed" };
    let what_said = call.words.get(&format!("act-{what}"));
    call.tell(key, &[("number", number.as_str().into()), ("what", what_said.into()), ("name", by.name.as_str().into())]);
    match (&waiting.deed, out) {
        _ if refused => {}
        (Deed::Changed(changed), _) if changed.change == Change::Fulfilled => {
            let registry = Registry::open(store)?;
            let next = super::full(call, super::licence(&registry.register, changed.number.as_str())?)?;
            call.tell("note-full-next", &[("next", next.into())]);
        }
        (Deed::Changed(changed), _) => super::publish(call, changed.change),
        (_, Some(out)) => call.tell("note-written", &[("path", out.display().to_string().into())]),
        (_, None) => call.tell("note-confirmed-file", &[("number", number.as_str().into())]),
    }
    Ok(Exit::Done)
}
