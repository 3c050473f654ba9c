//! `appeal inspect`: everything that bears on an appeal, for whoever decides it: what the candidate wrote, the exam as it was taken with
//! answers and keys, who did what about it, its lines in the ledger, and what today's keys would make of it.

use std::rc::Rc;

use serde_json::{Value, json};

use super::decide::gaps;
use super::remedy::Fit;
use super::{Appeal, find, reason};
use crate::attempt::act::{Deed, Minute, Signed};
use crate::attempt::plan::Subject;
use crate::cli::Outcome;
use crate::cli::args::AppealInspect as Args;
use crate::cli::failure::{Exit, Failure};
use crate::cli::recall::short;
use crate::cli::registry::{ExamCase, Registry};
use crate::cli::regrade::{self, UnderToday};
use crate::cli::room::{Call, lang, title};
use crate::locale::Words;
use crate::model::library::Library;
use crate::model::page::{Block, Item, Mark, Table};
use crate::report::spots;
use crate::store::{LedgerLine, Store};

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    // Keys are shown.
    call.may_show_keys()?;
    let (library, store) = (call.library()?, call.store()?);
    let registry = Registry::open(store.as_ref())?;
    let appeal = find(store.as_ref(), &registry, &args.receipt)?;
    let case = registry.exam(store.as_ref(), &appeal.exam)?;
    let lines = lines(store.as_ref(), &appeal)?;
    let today = regrade::today_of(store.as_ref(), &registry, (&library, &appeal.exam))?;
    // Answers are somebody else's: it is an examiner who reads.
    let words = call.words.of_another();
    if call.json() {
        let value = as_json(&appeal, (&case, &registry), &lines, (&today, &words));
        call.print_json(&value)?;
        return Ok(Exit::Done);
    }
    let zone = library.time_zone.as_str();
    let mut out = head(call, &appeal, &case, &library);
    out.extend(decision(&registry, &appeal, (&words, zone)));
    out.extend(acts(&registry, &appeal, (&words, zone)));
    out.push(Block::Title(words.get("appeal-ledger")));
    let line = |it: &LedgerLine| Item::named(it.number.to_string(), it.digest().to_string());
    out.push(Block::Items(lines.iter().map(line).collect()));
    out.push(Block::Title(words.get("appeal-today")));
    match today {
        UnderToday::Other(it) => {
            out.extend(it.blocks(&words));
            // What was looked through says why something is missing.
            let folders: Vec<String> = call.folders().iter().map(|it| it.display().to_string()).collect();
            let gaps = [("count", folders.len().into()), ("folders", folders.join(" · ").into())];
            out.extend(it.lacks().then(|| Block::Text(words.with("appeal-today-where", &gaps))));
        }
        // Marked again, it is held against what it was marked again under.
        UnderToday::Same if case.kept.activity.plan != *case.recorded => {
            out.push(Block::Text(words.get("appeal-today-again")));
        }
        UnderToday::Same => out.push(Block::Text(words.get("appeal-today-same"))),
        UnderToday::Erased => out.push(Block::Text(words.get("appeal-today-erased"))),
    }
    out.push(Block::Title(words.get("appeal-taken")));
    for placed in spots::spots(&case.kept.activity, &case.kept.state) {
        out.push(Block::Title(placed.spot.item.clone()));
        out.extend(spots::told(&case.kept.activity, &case.kept.state, &placed.spot));
    }
    if let Some(fit) = Fit::of(store.as_ref(), &registry, (&library, &appeal))?.filter(|_| appeal.waits) {
        out.push(Block::Text(words.with(&format!("appeal-fit-{}", fit.name()), &gaps(&appeal))));
    }
    if appeal.hearing.is_none() {
        out.push(Block::Text(words.with("appeal-next", &[("receipt", appeal.receipt().to_string().into())])));
    }
    let text = call.report_look(None).painted(&out, &words);
    call.print(&text)?;
    Ok(Exit::Done)
}

/// Whose, about what, why, and how the exam stands.
fn head(call: &Call<'_>, appeal: &Appeal, case: &ExamCase, library: &Library) -> Vec<Block> {
    let (words, zone) = (&call.words, library.time_zone.as_str());
    let licence = Subject::Licence(appeal.licence.clone().unwrap_or_default());
    let title = title(library, &lang(library, words), &licence);
    let named = |key: &str, text: String| Item::named(words.get(key), text);
    let outcome = case.outcome.as_ref();
    let standing = outcome.map_or("pending", |it| it.verdict.standing.name());
    let total = outcome.and_then(|it| it.verdict.total).map_or_else(|| "–".to_owned(), crate::base::points::Exact::percent);
    let stands =
        words.with("appeal-stands", &[("total", total.into()), ("standing", words.get(&format!("standing-{standing}")).into())]);
    let items = vec![
        named("appeal-name-grounds", appeal.grounds.clone().unwrap_or_else(|| words.get("appeal-erased"))),
        named("appeal-name-opened", appeal.at.local(zone)),
        named("appeal-name-due", appeal.due.local(zone)),
        named("appeal-name-exam", format!("{} · {title}", short(&appeal.exam))),
        named("appeal-name-stands", stands),
    ];
    let title = words.with("appeal-heading", &[("receipt", appeal.receipt().to_string().into())]);
    vec![Block::Title(title), Block::Items(items)]
}

/// What came of it: said by whom, when and why; nothing while it is open.
fn decision(registry: &Registry, appeal: &Appeal, (words, zone): (&Words, &str)) -> Option<Block> {
    let hearing = appeal.hearing.as_ref()?;
    let named = |key: &str, text: String| Item::named(words.get(key), text);
    let verdict = if hearing.heard.upheld { "appeal-upheld" } else { "appeal-dismissed" };
    Some(Block::Items(vec![
        named("appeal-name-decision", words.get(verdict)),
        named("appeal-head-reason", reason(registry, hearing).unwrap_or_else(|| words.get("appeal-erased"))),
        named("appeal-head-by", registry.name(&hearing.by)),
        named("appeal-head-when", hearing.at.local(zone)),
    ]))
}

/// The acts about the exam that count, oldest first.
fn about<'r>(registry: &'r Registry, appeal: &'r Appeal) -> impl Iterator<Item = &'r Signed> {
    registry.acts.iter().map(Rc::as_ref).filter(|signed| {
        let names = signed.act.deed.names().into_iter().any(|named| named.attempt() == Some(&appeal.exam));
        names && registry.register.counted.contains_key(&signed.act.id)
    })
}

fn kind(signed: &Signed) -> String {
    let deed = serde_json::to_value(&signed.act.deed).expect("a value");
    deed["act"].as_str().unwrap_or_default().to_owned()
}

/// What was done; about a sitting: what, and which.
fn what(signed: &Signed, words: &Words) -> String {
    let sat = if let Deed::Sitting(it) = &signed.act.deed { Some((it.sitting.short(), &it.what)) } else { None };
    match sat {
        Some((id, Minute::Extended { minutes, .. })) => {
            words.with("held-act-extended", &[("sitting", id.into()), ("minutes", (*minutes).into())])
        }
        Some((id, Minute::Unended { .. })) => words.with("held-act-unended", &[("sitting", id.into())]),
        Some((id, Minute::Concluded { .. })) => words.with("held-act-concluded", &[("sitting", id.into())]),
        _ => words.get(&format!("held-act-{}", kind(signed))),
    }
}

fn by(registry: &Registry, signed: &Signed) -> String {
    registry.register.counted.get(&signed.act.id).map_or_else(String::new, |who| registry.name(who))
}

fn acts(registry: &Registry, appeal: &Appeal, (words, zone): (&Words, &str)) -> Vec<Block> {
    let row = |signed: &Signed| {
        let reason = signed.beside.as_ref().map_or_else(|| "–".to_owned(), |beside| beside.words.clone());
        vec![signed.act.at.local(zone), what(signed, words), by(registry, signed), reason]
    };
    let rows: Vec<Vec<String>> = about(registry, appeal).map(row).collect();
    let mut out = vec![Block::Title(words.get("appeal-acts"))];
    if rows.is_empty() {
        out.push(Block::Items(vec![Item::marked(Mark::Dash, words.get("appeal-no-acts"))]));
    } else {
        let head = ["when", "act", "by", "reason"].map(|key| words.get(&format!("appeal-head-{key}"))).to_vec();
        out.push(Block::Table(Table { head, rows }));
    }
    out
}

/// The lines that seal exam and appeal.
fn lines(store: &dyn Store, appeal: &Appeal) -> Result<Vec<LedgerLine>, Failure> {
    let ours = |line: &LedgerLine| line.what.attempt().is_some_and(|it| *it == appeal.exam || *it == appeal.id);
    Ok(store.happened()?.into_iter().filter(ours).collect())
}

fn as_json(
    appeal: &Appeal,
    (case, registry): (&ExamCase, &Registry),
    lines: &[LedgerLine],
    (today, words): (&UnderToday, &Words),
) -> Value {
    let other = if let UnderToday::Other(it) = today { Some(it.as_json(words)) } else { None };
    let act = |signed: &Signed| {
        let at = if let Deed::Sitting(it) = &signed.act.deed { Some(it) } else { None };
        json!({ "act": signed.act.id, "at": signed.act.at, "kind": kind(signed), "sitting": at.map(|it| &it.sitting),
            "minute": at.map(|it| json!(it.what)["minute"].clone()), "by": by(registry, signed),
            "reason": signed.beside.as_ref().map(|beside| &beside.words) })
    };
    json!({
        "receipt": appeal.receipt().to_string(), "exam": appeal.exam, "learner": appeal.learner, "opened": appeal.at,
        "due": appeal.due, "grounds": appeal.grounds, "grade": case.kept.state.closed,
        "verdict": case.outcome.as_ref().map(|it| &it.verdict),
        "decision": appeal.hearing.as_ref().map(|it| json!({ "upheld": it.heard.upheld, "at": it.at,
            "by": registry.name(&it.by), "reason": reason(registry, it) })),
        "waits": appeal.waits,
        "followed": appeal.remedy.as_ref().map(|it| json!({ "what": it.what.name(), "at": it.at })),
        "acts": about(registry, appeal).map(act).collect::<Vec<_>>(),
        "ledger": lines.iter().map(|line| json!({ "number": line.number, "digest": line.digest() })).collect::<Vec<_>>(),
        "today": other, "erased": matches!(today, UnderToday::Erased),
    })
}
