//! What the manager's menu offers to choose from: only what fits the command that is begun.

use crate::attempt::act::{Change, Deed, Issued, StaffRole};
use crate::base::id::LearnerId;
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::cli::licences::eligible;
use crate::cli::manager::borderline;
use crate::cli::recall::short;
use crate::cli::registry::Registry;
use crate::cli::room::{Call, lang, title};
use crate::cli::signer::at_hand;
use crate::cli::trainer::ATTEMPTS;
use crate::cli::{issue, lifecycle};
use crate::grade::register::{Register, Waiting};
use crate::model::library::Library;
use crate::model::licence::Scheme;
use crate::report::eligibility::from_minute;
use crate::store::Learner;

/// Keys with the words they are offered by.
pub type Offered = Vec<(String, String)>;

/// Borderline exams.
///
/// # Errors
/// `Failure` of the store.
pub fn undecided(call: &Call<'_>) -> Result<Offered, Failure> {
    let (store, library) = (call.store()?, call.library()?);
    let lang = lang(&library, &call.words);
    let (rows, people) = (store.attempts(None)?, store.learners()?);
    let mut out = Vec::new();
    for id in borderline(store.as_ref(), &Registry::open(store.as_ref())?)?.into_iter().take(ATTEMPTS) {
        let Some(row) = rows.iter().find(|row| row.id == id) else { continue };
        let title = title(&library, &lang, &row.subject);
        out.push((id.to_string(), format!("{} · {title} · {}", name(&people, &row.learner), short(&id))));
    }
    Ok(out)
}

/// The people of the roster, where they are few enough to be chosen from; none where a name is quicker typed.
///
/// # Errors
/// `Failure` of the store.
pub fn people(call: &Call<'_>) -> Result<Offered, Failure> {
    let mut all = call.store()?.learners()?;
    all.retain(|it| it.post.left.is_none());
    Ok(few(all.iter().map(|it| (it.id.to_string(), it.called())).collect()))
}

/// The groups of the roster.
///
/// # Errors
/// `Failure` of the store.
pub fn groups(call: &Call<'_>) -> Result<Offered, Failure> {
    let all = call.store()?.learners()?;
    let mut names: Vec<&String> = all.iter().filter(|it| it.post.left.is_none()).flat_map(|it| &it.post.groups).collect();
    names.sort();
    let counted = names.chunk_by(|a, b| a == b).map(|same| {
        let args = [("name", same[0].as_str().into()), ("count", same.len().into())];
        (same[0].clone(), call.words.with("manager-group", &args))
    });
    Ok(few(counted.collect()))
}

/// The licences that a command can be about, newest first.
///
/// # Errors
/// `Failure` of the store.
pub fn numbers(call: &Call<'_>, command: &str) -> Result<Offered, Failure> {
    let (store, zone, now) = (call.store()?, call.library()?.time_zone, call.ports.now());
    let (registry, people) = (Registry::open(store.as_ref())?, store.learners()?);
    let register = &registry.register;
    let fits = |issued: &&Issued| {
        let Some(change) = change(command) else { return true };
        // A suspension can be given another end by who types its number; nobody means that who chooses from a list.
        let again = matches!(change, Change::Suspended { .. }) && register.taken(&issued.number, now).is_some();
        !again && (lifecycle::fits(register, issued, change, now).is_ok() || proposed(register, issued, change).is_some())
    };
    let said = |issued: &Issued| {
        let text = licence(call, issued, &people, &zone);
        let before: Vec<String> = register.line(&issued.number).iter().skip(1).map(ToString::to_string).collect();
        match change(command) {
            // It counts as before, and it is said why it cannot be done to it once more.
            Some(change) if proposed(register, issued, change).is_some() => {
                call.words.with("manager-licence-proposed", &[("licence", text.into())])
            }
            // Those that it follows stand and fall with it: whoever misses one of them in the list finds it here.
            Some(_) if !before.is_empty() => {
                let before = before.join(&call.words.get("paper-comma"));
                call.words.with("manager-licence-with", &[("licence", text.into()), ("before", before.into())])
            }
            _ => text,
        }
    };
    let all = register.issued.iter().rev().map(|(_, _, issued)| issued).filter(fits);
    Ok(all.map(|issued| (issued.number.to_string(), said(issued))).collect())
}

/// What waits for a second person to do the same to a licence.
fn proposed<'r>(register: &'r Register, issued: &Issued, change: Change) -> Option<&'r Waiting> {
    let same = |deed: &Deed| matches!(deed, Deed::Changed(it) if it.number == issued.number && lifecycle::word(it.change) == lifecycle::word(change));
    register.waiting.iter().find(|it| same(&it.deed)).filter(|_| register.follower(&issued.number).is_none())
}

/// What a command does to a licence.
fn change(command: &str) -> Option<Change> {
    Some(match command {
        "suspend" => Change::Suspended { until: None },
        "reinstate" => Change::Reinstated,
        "revoke" => Change::Revoked,
        "fulfil" => Change::Fulfilled,
        _ => return None,
    })
}

/// Somebody who may be given a licence now, and the words that both are offered by.
pub struct May {
    /// Who, by id.
    pub learner: String,
    /// Which licence, by id.
    pub licence: String,
    /// The words for the person.
    pub who: String,
    /// The words for the licence.
    pub which: String,
}

/// Whom `issue` may give a licence now, or whose `renew` can take up: for the first what `licences --eligible` lists.
///
/// # Errors
/// `Failure` of the store.
pub fn who_may(call: &Call<'_>, command: &str) -> Result<Vec<May>, Failure> {
    let (store, loaded, now) = (call.store()?, call.load(None)?, call.ports.now());
    let (library, registry, people) = (&loaded.library, Registry::open(store.as_ref())?, store.learners()?);
    if command == "renew" {
        let all = terms(&registry.register, library, now).into_iter().filter(|(from, _)| *from <= now);
        let one = |issued: &Issued| {
            let said = licence(call, issued, &people, &library.time_zone);
            May { learner: issued.learner.to_string(), licence: issued.licence.to_string(), who: said.clone(), which: said }
        };
        return Ok(all.map(|(_, issued)| one(issued)).collect());
    }
    let lang = lang(library, &call.words);
    let schemes: Vec<&Scheme> = library.licences.values().collect();
    let here: Vec<&Learner> = people.iter().filter(|it| it.post.left.is_none()).collect();
    let all = eligible::all(call, store.as_ref(), &registry, (&loaded, &schemes, &here))?;
    let one = |it: eligible::May<'_>| May {
        learner: it.learner.id.to_string(),
        licence: it.scheme.id.to_string(),
        who: it.learner.called(),
        which: it.scheme.title.get(&lang).to_owned(),
    };
    Ok(all.into_iter().filter(|it| it.command() == Some("issue")).map(one).collect())
}

/// The people among them, each once, with what each may be given.
pub fn whom(all: Vec<May>) -> Offered {
    let mut out: Offered = Vec::new();
    for it in all {
        match out.iter_mut().find(|(known, _)| *known == it.learner) {
            Some((_, said)) if it.who != it.which => said.extend([" · ", &it.which]),
            Some(_) => {}
            None if it.who == it.which => out.push((it.learner, it.who)),
            None => out.push((it.learner, format!("{} · {}", it.who, it.which))),
        }
    }
    few(out)
}

/// The licences that one of them may be given; of everybody where the person was typed.
pub fn which(all: Vec<May>, learner: &str) -> Offered {
    let is_listed = all.iter().any(|it| it.learner == learner);
    let mut out: Offered =
        all.into_iter().filter(|it| !is_listed || it.learner == learner).map(|it| (it.licence, it.which)).collect();
    out.sort();
    out.dedup_by(|a, b| a.0 == b.0);
    out
}

/// The licence that is the next in time to be renewed, in words, and from when on.
///
/// # Errors
/// `Failure` of the store.
pub fn next_due(call: &Call<'_>) -> Result<Option<(String, String)>, Failure> {
    let (store, library, now) = (call.store()?, call.library()?, call.ports.now());
    let (registry, people) = (Registry::open(store.as_ref())?, store.learners()?);
    let next = terms(&registry.register, &library, now).into_iter().min_by_key(|(from, _)| *from);
    Ok(next.map(|(from, issued)| (licence(call, issued, &people, &library.time_zone), from_minute(from, &library.time_zone))))
}

/// Licences that can be renewed now or later, the next to end first, with when that begins. Whether all is refreshed, `renew` says.
fn terms<'r>(register: &'r Register, library: &Library, now: Moment) -> Vec<(Moment, &'r Issued)> {
    let begins = |issued: &Issued| -> Option<Moment> {
        let validity = &library.licences.get(&issued.licence)?.validity;
        let within = validity.renew_within.filter(|_| !validity.refresher.is_empty())?;
        Some(Moment(issued.until.0 - within.0))
    };
    let holds = |issued: &Issued| {
        let is_newest = register.newest(&issued.learner, &issued.licence).is_some_and(|(_, _, it)| it.number == issued.number);
        is_newest && issued.until >= now && !issued.terms.provisional && register.taken(&issued.number, now).is_none()
    };
    let held = register.issued.iter().map(|(_, _, issued)| issued).filter(|issued| holds(issued));
    let mut all: Vec<(Moment, &Issued)> = held.filter_map(|issued| Some((begins(issued)?, issued))).collect();
    all.sort_by_key(|(_, issued)| issued.until);
    all
}

/// A licence, its holder and its last day.
fn licence(call: &Call<'_>, issued: &Issued, people: &[Learner], zone: &str) -> String {
    let day = lifecycle::last_day(issue::ends(issued.until), zone);
    let args = [("number", issued.number.as_str().into()), ("name", name(people, &issued.learner).into()), ("day", day.into())];
    call.words.with("manager-licence", &args)
}

/// How somebody is called; a dash where the data were erased.
pub fn name(people: &[Learner], id: &LearnerId) -> String {
    people.iter().find(|it| it.id == *id).map_or_else(|| "–".to_owned(), Learner::called)
}

/// Everybody who can sign here with this role; without one, everybody of the staff.
///
/// # Errors
/// `Failure` of the store.
pub fn staff(call: &Call<'_>, role: Option<StaffRole>) -> Result<Offered, Failure> {
    let registry = Registry::open(call.store()?.as_ref())?;
    let all = match role {
        Some(role) => at_hand(call.ports, &registry, role).into_iter().map(|(_, id)| id).collect::<Vec<_>>(),
        None => registry.register.staff.values().map(|(id, _)| id.clone()).collect(),
    };
    Ok(all.iter().map(|id| (id.to_string(), registry.name(id))).collect())
}

/// What is too long to be chosen from is typed.
pub fn few(all: Offered) -> Offered {
    if all.len() <= ATTEMPTS { all } else { Vec::new() }
}
