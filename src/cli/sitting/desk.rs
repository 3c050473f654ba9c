//! Which desk an exam PC obeys. A PC that is new takes the first that comes, so it says which one that is, and asks once: by the name that
//! the desk gives itself and by the end of its key, which the desk shows when it calls.

use crate::base::id::Did;
use crate::cli::failure::{Exit, Failure, asker_failure};
use crate::cli::parcel::{self, DESK};
use crate::cli::room::Call;
use crate::cli::send::NAME_MOST;
use crate::model::form::{Choice, Reply};
use crate::store::Store;
use crate::terminal::Asked;

/// Says which desk is obeyed from now on, and asks whoever sits at a screen.
///
/// # Errors
/// `Failure` with exit 5 where that is not wanted.
pub fn obeyed(call: &Call<'_>, store: &dyn Store, (from, name): (&Did, &str), new_desk: bool) -> Result<(), Failure> {
    let known = store.setting(DESK)?;
    if known.as_deref() == Some(from.as_str()) {
        return Ok(());
    }
    let name: String = name.chars().take(NAME_MOST).collect();
    call.tell("note-first-desk", &[("name", name.as_str().into()), ("key", parcel::fingerprint(from).into())]);
    if new_desk || call.ports.screen.is_none() {
        return Ok(());
    }
    let words = call.words.clone();
    let mut asker = call.look(None).person(&words)?;
    let choice = |key: &str| Choice { key: key.into(), text: words.get(&format!("first-desk-{key}")) };
    let asked = asker.choose(&words.get("ask-first-desk"), &[choice("no"), choice("yes")], "");
    match asked.map_err(|error| asker_failure(&error, &words))? {
        Asked::Reply(Reply::Picked(key)) if key.as_str() == "yes" => Ok(()),
        _ => Err(Failure::new(Exit::Refused, "fail-first-desk", [("name", &name)]).hint("hint-first-desk", [])),
    }
}
