//! `quiz [BANK]`: questions of a bank, with feedback after each.

use super::args::Quiz;
use super::failure::Failure;
use super::room::{Call, Room};
use super::{Outcome, menus, start};
use crate::attempt::plan::Subject;
use crate::base::id::BankId;
use crate::model::library::{Bank, Library};

/// How many questions home asks.
pub const COUNT: usize = 10;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Quiz) -> Outcome {
    let mut room = call.room(args.answers.as_deref())?;
    let id = match &args.bank {
        Some(named) => find(&room.library, named)?.id.clone(),
        None => match menus::pick_bank(&mut room)? {
            Ok(id) => id,
            Err(how) => return Ok(menus::left(&room, how, None)),
        },
    };
    go(&mut room, &id, args.count as usize, args.again)
}

/// Asks questions of a bank: the unfinished attempt, or a new one.
pub fn go(room: &mut Room<'_>, id: &BankId, count: usize, again: bool) -> Outcome {
    let subject = Subject::Bank(id.to_string());
    menus::take_up(room, &subject, again, |room| Ok(start::quiz(room, find(&room.library, id.as_str())?, count)))
}

fn find<'a>(library: &'a Library, named: &str) -> Result<&'a Bank, Failure> {
    let open = library.banks.values().filter(|b| b.use_.is_for_practice() && !b.questions.is_empty());
    let all: Vec<_> = open.map(|b| (b.id.as_str(), &b.title, b)).collect();
    menus::find("bank", named, &all)
}
