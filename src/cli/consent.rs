//! What a dangerous act means is said, then it is asked once whether it shall be done; scripts say `--yes`. Nothing is signed before.

use super::failure::{Exit, Failure, asker_failure};
use super::room::Call;
use crate::locale::Value;
use crate::model::form::{Choice, Reply};
use crate::terminal::Asked;

/// Says what it means (`consent-KEY` is the sentence) and asks; `yes`: that was said on the command line.
///
/// # Errors
/// `Failure` where the answer is no (exit 5), the person left (exit 130), or nobody can be asked (exit 2).
pub fn consent(call: &Call<'_>, key: &str, gaps: &[(&str, Value<'_>)], yes: bool) -> Result<(), Failure> {
    if yes {
        return Ok(());
    }
    call.tell(&format!("consent-{key}"), gaps);
    if call.ports.screen.is_none() {
        return Err(Failure::usage("fail-no-terminal", []).hint("hint-consent", []));
    }
    let words = call.words.clone();
    let choice = |way: &str| Choice { key: way.into(), text: words.get(&format!("consent-{way}")) };
    let mut asker = call.look(None).person(&words)?;
    let asked = asker.choose(&words.get("ask-consent"), &[choice("no"), choice("yes")], "");
    match asked.map_err(|e| asker_failure(&e, &words))? {
        Asked::Reply(Reply::Picked(way)) if way.as_str() == "yes" => Ok(()),
        Asked::Left(_) => Err(Failure::new(Exit::Interrupted, "fail-no-consent", [])),
        Asked::Reply(_) | Asked::TimeUp => Err(Failure::new(Exit::Refused, "fail-no-consent", [])),
    }
}
