//! `refusals [REFUSAL]`: what was refused of other PCs because it points at a hand in the records. Without one, a list; with one and a
//! reason, an examiner who had no hand in it signs what came of looking into it: from then on `audit` names it as answered. It stays refused.

use serde_json::json;

use super::apart::{apart, is_hand};
use super::doubt::{self, Doubt};
use crate::attempt::act::{Deed, StaffRole};
use crate::cli::Outcome;
use crate::cli::failure::{Exit, Failure};
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::signer::{Acting, Signer, reason, signer};
use crate::model::page::{Block, Item, Mark};
use crate::store::Store;

/// The fewest digits that name a note.
const DIGITS: usize = 4;

/// `refusals [REFUSAL --reason …]`
#[derive(Debug, clap::Args)]
pub struct Refusals {
    /// One of them, as the list names it.
    #[arg(requires = "reason")]
    pub refusal: Option<String>,
    /// What came of looking into it.
    #[arg(long, requires = "refusal")]
    pub reason: Option<String>,
    /// The examiner who looked into it.
    #[command(flatten)]
    pub acting: Acting,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Refusals) -> Outcome {
    let store = call.store()?;
    match (&args.refusal, &args.reason) {
        (Some(named), Some(why)) => answer(call, store, named, (why, &args.acting)),
        _ => list(call, store.as_ref()),
    }
}

/// All that wait for an answer; for programs, the answered ones too.
fn list(call: &mut Call<'_>, store: &dyn Store) -> Outcome {
    let registry = Registry::open(store)?;
    let zone = call.load(None).unwrap_or_else(|_| crate::content::load_shipped()).library.time_zone;
    let answered = |it: &Doubt| it.answer(&registry).map(|(act, _)| act.id.clone());
    let all = doubt::all(store)?;
    if call.json() {
        let words = call.words.clone();
        let one = |it: &Doubt| {
            let why = it.refused().map(|it| it.as_json(&words));
            json!({ "refusal": it.id, "why": why, "file": it.file, "digest": it.digest, "from": it.from, "name": it.name,
                    "at": it.at, "answered": answered(it) })
        };
        call.print_json(&json!(all.iter().map(one).collect::<Vec<_>>()))?;
        return Ok(Exit::Done);
    }
    let open: Vec<&Doubt> = all.iter().filter(|it| answered(it).is_none() && !it.is_past(&registry)).collect();
    if open.is_empty() {
        call.tell("note-no-refusals", &[]);
        return Ok(Exit::Done);
    }
    let words = &call.words;
    let items = open.iter().map(|it| {
        let why = it.refused().map_or_else(String::new, |refused| refused.said(words));
        let gaps = [("name", it.named().into()), ("file", it.file.as_str().into()), ("why", why.into())];
        let text = words.with("refusal-line", &[&gaps[..], &[("at", it.at.local(&zone).into())]].concat());
        Item { name: Some(it.short()), ..Item::marked(Mark::Dash, text) }
    });
    let text = call.report_look(None).painted(&[Block::Items(items.collect())], words);
    call.print(&text)?;
    call.tell("note-refusals-how", &[]);
    Ok(Exit::Done)
}

/// Signs what came of one.
fn answer(call: &mut Call<'_>, mut store: Box<dyn Store>, named: &str, (why, acting): (&str, &Acting)) -> Outcome {
    let registry = Registry::open(store.as_ref())?;
    let found = find(store.as_ref(), &registry, named)?;
    let beside = reason(call.ports, why)?;
    somebody_apart(store.as_ref(), &registry, &found)?;
    let by = signer(call.ports, &call.words, &registry, acting, StaffRole::Examiner)?;
    // Somebody else may have answered while the passphrase was typed, and who answers may have got a hand in it.
    let registry = Registry::open(store.as_ref())?;
    find(store.as_ref(), &registry, named)?;
    must_be_apart(store.as_ref(), &registry, &found, &by)?;
    let deed = Deed::Answered { refused: found.id, reason: beside.digest() };
    let act = by.sign(call.ports, deed, Some(beside));
    store.act(&act, None)?;
    if call.json() {
        call.print_json(&json!({ "refusal": found.id, "act": act.act.id }))?;
    } else {
        call.tell("note-refusal-answered", &[("id", found.short().into()), ("by", by.name.as_str().into())]);
    }
    Ok(Exit::Done)
}

/// Whether there is anybody who may answer, before a passphrase is asked for.
fn somebody_apart(store: &dyn Store, registry: &Registry, doubt: &Doubt) -> Result<(), Failure> {
    if !apart(registry, &doubt.hands(store, registry)?).is_empty() {
        return Ok(());
    }
    let failure = Failure::new(Exit::Refused, "fail-refusal-nobody", [("id", &doubt.short())]);
    Err(failure.hint("hint-refusal-nobody", []))
}

/// Who had a hand in it answers nothing.
fn must_be_apart(store: &dyn Store, registry: &Registry, doubt: &Doubt, by: &Signer) -> Result<(), Failure> {
    let hands = doubt.hands(store, registry)?;
    if !is_hand(registry, &hands, &by.staff) {
        return Ok(());
    }
    let failure = Failure::new(Exit::Refused, "fail-refusal-hand", [("id", &*doubt.short()), ("name", &by.name)]);
    Err(failure.hint("hint-refusal-hand", [("names", &*apart(registry, &hands).join(" · "))]))
}

/// The one that is named, where nobody has answered it.
fn find(store: &dyn Store, registry: &Registry, named: &str) -> Result<Doubt, Failure> {
    let named = named.trim().to_ascii_lowercase();
    let fits = |it: &Doubt| named.len() >= DIGITS && it.id.to_string().starts_with(&named);
    let none = || Failure::usage("fail-no-refusal", [("id", &named)]).hint("hint-refusals", []);
    let mut all = doubt::open(store, registry)?.into_iter().filter(fits);
    match (all.next(), all.next()) {
        (Some(one), None) => Ok(one),
        _ => Err(none()),
    }
}
