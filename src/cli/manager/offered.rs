//! What the manager's menu offers to choose from: only what fits the command that is begun.

use crate::attempt::act::{Change, Issued, StaffRole};
use crate::base::id::LearnerId;
use crate::base::moment::Moment;
use crate::cli::failure::Failure;
use crate::cli::manager::borderline;
use crate::cli::recall::short;
use crate::cli::registry::Registry;
use crate::cli::room::{Call, lang, title};
use crate::cli::signer::at_hand;
use crate::cli::trainer::ATTEMPTS;
use crate::cli::{issue, lifecycle};
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
        !again && lifecycle::fits(register, issued, change, now).is_ok()
    };
    let all = register.issued.iter().rev().map(|(_, _, issued)| issued).filter(fits);
    Ok(all.map(|issued| (issued.number.to_string(), licence(call, issued, &people, &zone))).collect())
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

/// Licences in the time to be renewed: whose, and the words they are offered by. Whether all is refreshed, `renew` says.
///
/// # Errors
/// `Failure` of the store.
pub fn due(call: &Call<'_>) -> Result<Vec<(Issued, String)>, Failure> {
    let (store, library, now) = (call.store()?, call.library()?, call.ports.now());
    let (registry, people) = (Registry::open(store.as_ref())?, store.learners()?);
    let register = &registry.register;
    let begins = |issued: &Issued| -> Option<Moment> {
        let validity = &library.licences.get(&issued.licence)?.validity;
        let within = validity.renew_within.filter(|_| !validity.refresher.is_empty())?;
        Some(Moment(issued.until.0 - within.0))
    };
    let is_due = |issued: &&Issued| {
        let is_newest = register.newest(&issued.learner, &issued.licence).is_some_and(|(_, _, it)| it.number == issued.number);
        let in_time = issued.until >= now && begins(issued).is_some_and(|from| from <= now);
        is_newest && in_time && !issued.terms.provisional && register.taken(&issued.number, now).is_none()
    };
    let mut all: Vec<&Issued> = register.issued.iter().map(|(_, _, issued)| issued).filter(is_due).collect();
    all.sort_by_key(|issued| issued.until);
    Ok(all.iter().map(|issued| ((*issued).clone(), licence(call, issued, &people, &library.time_zone))).collect())
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
