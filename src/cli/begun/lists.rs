//! What the trainer's menu offers to choose from: things of the library, formats, attempts.

use crate::attempt::plan::Subject;
use crate::cli::failure::Failure;
use crate::cli::recall::short;
use crate::cli::room::{Call, lang, title};
use crate::cli::trainer::ATTEMPTS;
use crate::exchange::{Carries, FORMATS};
use crate::report::standing::courses_in_order;

/// Things of the library, as `KIND:ID`.
///
/// # Errors
/// `Failure` of the courseware or the store.
pub fn things(call: &Call<'_>, kinds: &[&str]) -> Result<Vec<(String, String)>, Failure> {
    let library = call.library_with_drafts()?;
    let lang = lang(&library, &call.words);
    let banks = library.banks.keys().map(|id| Subject::Bank(id.to_string()));
    let courses = courses_in_order(&library).into_iter().map(|id| Subject::Course(id.to_string()));
    let talks = library.scenarios.keys().map(|id| Subject::Scenario(id.to_string()));
    let licences = library.licences.keys().map(|id| Subject::Licence(id.to_string()));
    let all = banks.chain(courses).chain(talks).chain(licences).filter(|subject| kinds.contains(&subject.parts().0));
    let titled = |subject: &Subject| match (title(&library, &lang, subject), library.is_draft(&subject.named())) {
        (title, true) => call.words.with("trainer-draft", &[("title", title.into())]),
        (title, false) => title,
    };
    Ok(all.map(|subject| (subject.named(), titled(&subject))).collect())
}

/// The wording registers.
///
/// # Errors
/// `Failure` of the courseware or the store.
pub fn registers(call: &Call<'_>) -> Result<Vec<(String, String)>, Failure> {
    let library = call.library_with_drafts()?;
    let lang = lang(&library, &call.words);
    Ok(library.wordings.values().map(|register| (register.id.to_string(), register.title.get(&lang).to_owned())).collect())
}

/// The formats that what was chosen can be written in.
pub fn formats(before: &[String]) -> Vec<(String, String)> {
    let is_talk = before.first().is_some_and(|thing| thing.starts_with("scenario:"));
    let carries = if is_talk { Carries::Talk } else { Carries::Questions };
    let fit = FORMATS.iter().filter(|format| format.write.is_some() && format.carries == carries);
    fit.map(|format| (format.name.to_owned(), format.name.to_owned())).collect()
}

/// The newest attempts.
///
/// # Errors
/// `Failure` of the courseware or the store.
pub fn attempts(call: &Call<'_>) -> Result<Vec<(String, String)>, Failure> {
    let library = call.library()?;
    let lang = lang(&library, &call.words);
    let rows = call.store()?.attempts(None)?;
    let told = |id: String, subject: &Subject| format!("{} · {id}", title(&library, &lang, subject));
    Ok(rows.iter().take(ATTEMPTS).map(|row| (row.id.to_string(), told(short(&row.id), &row.subject))).collect())
}
