//! `remark [ATTEMPT [ITEM [WORDS]]]`: a learner finds an item wrong. What was not typed is asked for, by menus; home leads here too.

use clap::Args;

use super::failure::{Exit, Failure, asker_failure};
use super::recall::{self, short};
use super::room::{Call, Room};
use super::sayings::{self, Draft, WORDS_MOST};
use super::{Outcome, menus};
use crate::attempt::event::Leaving;
use crate::attempt::plan::Subject;
use crate::attempt::saying::{By, Matter, Spot};
use crate::base::id::AttemptId;
use crate::model::form::Reply;
use crate::model::page::Block;
use crate::report::spots::{Placed, spots};
use crate::terminal::Asked;

/// `remark [ATTEMPT [ITEM [WORDS]]]`
#[derive(Debug, Args)]
pub struct Remark {
    /// The attempt, or the end of its id.
    pub attempt: Option<String>,
    /// The item: its number in the attempt, or its id.
    pub item: Option<String>,
    /// What is wrong with it.
    pub words: Option<String>,
}

/// The most attempts that are offered: what is older is named on the command line.
const NEWEST: usize = 20;
/// Cells of what was asked, in a menu.
const MENU: usize = 60;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Remark) -> Outcome {
    let (Some(attempt), Some(item), Some(words)) = (&args.attempt, &args.item, &args.words) else {
        let mut room = call.room_of_known()?;
        return ask(&mut room, args.attempt.as_deref());
    };
    let mut store = call.store()?;
    let learner = call.learner(store.as_ref())?;
    let rows = store.attempts(Some(&learner.id))?;
    let kept = sayings::remarkable(store.as_ref(), &recall::find(&rows, attempt)?.id)?;
    let placed = spots(&kept.activity, &kept.state);
    let spot = sayings::find(&placed, item)?.spot.clone();
    let draft = draft(&kept.activity.plan.attempt, spot, words);
    let id = sayings::say(store.as_mut(), call.ports, draft)?;
    if call.json() {
        call.print_json(&serde_json::json!({ "remark": id }))?;
    } else {
        call.tell("note-remarked", &[("id", id.short().into())]);
    }
    Ok(Exit::Done)
}

fn draft<'a>(attempt: &'a AttemptId, spot: Spot, words: &'a str) -> Draft<'a> {
    Draft { attempt, by: By::Learner, matter: Matter::Remark { spot }, words }
}

/// Asks for attempt, item and words, and puts the remark down.
///
/// # Errors
/// `Failure` of store or screen.
pub fn ask(room: &mut Room<'_>, attempt: Option<&str>) -> Outcome {
    room.must_be_free()?;
    let attempt = match attempt {
        Some(named) => recall::find(&room.store.attempts(Some(&room.learner.id))?, named)?.id.clone(),
        None => match pick_attempt(room)? {
            Ok(attempt) => attempt,
            Err(how) => return left(room, how),
        },
    };
    let kept = sayings::remarkable(room.store.as_ref(), &attempt)?;
    let placed = spots(&kept.activity, &kept.state);
    let spot = match pick_spot(room, &attempt, &placed)? {
        Ok(spot) => spot,
        Err(how) => return left(room, how),
    };
    let words = match room.asker.line(&room.words.get("ask-remark"), WORDS_MOST).map_err(|e| asker_failure(&e, &room.words))? {
        Asked::Reply(Reply::Typed(words)) => words,
        Asked::Reply(_) | Asked::TimeUp => return Err(Failure::usage("fail-saying-words", [("most", &WORDS_MOST.to_string())])),
        Asked::Left(how) => return left(room, how),
    };
    let id = sayings::say(room.store.as_mut(), room.ports, draft(&attempt, spot, &words))?;
    let said = room.words.with("note-remarked", &[("id", id.short().into())]);
    room.asker.show(&[Block::Text(said)]).map_err(|e| asker_failure(&e, &room.words))?;
    Ok(Exit::Done)
}

fn left(room: &Room<'_>, how: Leaving) -> Outcome {
    if room.at_home { super::home::back(how) } else { Ok(menus::left(room, how, None)) }
}

/// The newest attempts with something in them that may be remarked on.
fn pick_attempt(room: &mut Room<'_>) -> Result<Result<AttemptId, Leaving>, Failure> {
    let rows = room.store.attempts(Some(&room.learner.id))?;
    let mut options = Vec::new();
    for row in rows
        .iter()
        .filter(|row| !matches!(row.subject, Subject::Station(_) | Subject::Agreement(_) | Subject::Appeal(_)))
        .take(NEWEST)
    {
        // What is not told, or does not read, is not offered.
        let Ok(kept) = sayings::remarkable(room.store.as_ref(), &row.id) else { continue };
        let count = spots(&kept.activity, &kept.state).len();
        if count > 0 {
            let args = [("title", room.title(&row.subject).into()), ("id", short(&row.id).into()), ("count", count.into())];
            options.push((row.id.to_string(), room.words.with("menu-remark-attempt", &args)));
        }
    }
    if options.is_empty() {
        return Err(Failure::new(Exit::Refused, "fail-remark-nothing", []).hint("hint-home", []));
    }
    let title = room.words.get("ask-remark-attempt");
    Ok(room.choose(&title, &options)?.map(|key| AttemptId::from(key.as_str())))
}

fn pick_spot(room: &mut Room<'_>, attempt: &AttemptId, placed: &[Placed]) -> Result<Result<Spot, Leaving>, Failure> {
    if placed.is_empty() {
        let id = short(attempt);
        return Err(Failure::new(Exit::Refused, "fail-remark-empty", [("id", &id)]).hint("hint-home", []));
    }
    let line = |it: &Placed| {
        let asked = it.asked.lines().next().unwrap_or_default();
        let text = it.replied.as_ref().map_or_else(|| asked.to_owned(), |replied| format!("{asked} → {replied}"));
        crate::terminal::line::Line::plain(&text).cut(MENU).words()
    };
    let options: Vec<_> = placed.iter().enumerate().map(|(n, it)| (n.to_string(), line(it))).collect();
    let title = room.words.get("ask-remark-item");
    Ok(room.choose(&title, &options)?.map(|key| {
        let n: usize = key.as_str().parse().expect("the menu's keys are numbers");
        placed[n].spot.clone()
    }))
}
