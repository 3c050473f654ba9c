//! What the manager's menu offers by number: exams, appeals, issuing keys, and who was called to a sitting.

use super::offered::{Offered, few, groups, name};
use crate::attempt::plan::Subject;
use crate::base::id::AttemptId;
use crate::cli::failure::Failure;
use crate::cli::recall::short;
use crate::cli::registry::Registry;
use crate::cli::room::{Call, lang, title};
use crate::cli::trainer::ATTEMPTS;
use crate::cli::{appeal, sitting};

/// Exams that count, the newest first.
///
/// # Errors
/// `Failure` of the store.
pub fn exams(call: &Call<'_>) -> Result<Offered, Failure> {
    let (store, library) = (call.store()?, call.library()?);
    let (registry, people, lang) = (Registry::open(store.as_ref())?, store.learners()?, lang(&library, &call.words));
    let rows = store.attempts(None)?.into_iter();
    let exams = rows.filter(|row| matches!(row.subject, Subject::Licence(_)) && !registry.register.voided.contains_key(&row.id));
    let said = exams.take(ATTEMPTS).map(|row| {
        let title = title(&library, &lang, &row.subject);
        (row.id.to_string(), format!("{} · {title} · {}", name(&people, &row.learner), short(&row.id)))
    });
    Ok(said.collect())
}

/// Exams that are over.
///
/// # Errors
/// `Failure` of the store.
pub fn closed(call: &Call<'_>) -> Result<Vec<AttemptId>, Failure> {
    let rows = call.store()?.attempts(None)?.into_iter();
    Ok(rows.filter(|row| row.closed && matches!(row.subject, Subject::Licence(_))).map(|row| row.id).collect())
}

/// Appeals by their receipts, the most urgent first; `open`: only those that nobody decided.
///
/// # Errors
/// `Failure` of the store.
pub fn appeals(call: &Call<'_>, open: bool) -> Result<Offered, Failure> {
    let (store, now) = (call.store()?, call.ports.now());
    let people = store.learners()?;
    let mut all = appeal::all(store.as_ref(), &Registry::open(store.as_ref())?, None)?;
    all.retain(|it| !open || it.hearing.is_none());
    all.sort_by_key(|it| (it.hearing.is_some(), it.due));
    let said = all.iter().take(ATTEMPTS).map(|it| {
        let text = format!("{} · {} · {}", it.receipt(), name(&people, &it.learner), appeal::state(it, &call.words, now));
        (it.receipt().to_string(), text)
    });
    Ok(said.collect())
}

/// Issuing keys that sign, by their codes.
///
/// # Errors
/// `Failure` of the store.
pub fn codes(call: &Call<'_>) -> Result<Offered, Failure> {
    let register = Registry::open(call.store()?.as_ref())?.register;
    let live = register.issuers.iter().filter(|(did, _)| !register.retired.contains_key(*did));
    Ok(live.map(|(_, (name, code))| (code.clone(), format!("{code} · {name}"))).collect())
}

/// Who was called to a sitting.
///
/// # Errors
/// `Failure` of the store.
pub fn called(call: &Call<'_>, id: &str) -> Result<Offered, Failure> {
    let people = call.store()?.learners()?;
    let all = sitting::candidates(call, id)?.into_iter().filter(|it| people.iter().any(|learner| learner.id == *it));
    Ok(few(all.map(|it| (it.to_string(), name(&people, &it))).collect()))
}

/// Everybody, or one of the groups of the roster.
///
/// # Errors
/// `Failure` of the store.
pub fn everybody(call: &Call<'_>) -> Result<Offered, Failure> {
    let mut all = groups(call)?;
    all.insert(0, (String::new(), call.words.get("manager-everybody")));
    Ok(all)
}

/// The licences that there are sittings for.
///
/// # Errors
/// `Failure` of the courseware.
pub fn supervised(call: &Call<'_>) -> Result<Offered, Failure> {
    let library = call.library()?;
    let lang = lang(&library, &call.words);
    let all = library.licences.values().filter(|scheme| scheme.conduct.supervised);
    Ok(all.map(|scheme| (scheme.id.to_string(), scheme.title.get(&lang).to_owned())).collect())
}
