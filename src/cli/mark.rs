//! `mark [ATTEMPT]`: what was written in exams is read by a person, because no one fails by a machine alone. Names are hidden.
//!
//! `queue` has what waits, `sitting` goes through it with an examiner at the keyboard; a script marks one reply by its number. Either
//! way it is signed here, and what somebody else marked meanwhile stands.

mod queue;
mod sitting;

use clap::Args;
use serde_json::{Value, json};

use self::queue::{Queue, Waiting};
use super::Outcome;
use super::decide::{another, exam_case};
use super::failure::{Exit, Failure};
use super::ports::Ports;
use super::recall::short;
use super::registry::{ExamCase, Registry};
use super::room::Call;
use super::signer::{Acting, Signer, reason, signer};
use crate::attempt::act::{Deed, StaffRole};
use crate::attempt::event::Beside;
use crate::base::id::AttemptId;
use crate::grade::written::{Marked, Reply, replies};
use crate::model::writing::Overruled;
use crate::report::marking::Sheet;
use crate::store::{Store, StoreError};

/// `mark [ATTEMPT]`
#[derive(Debug, Args)]
#[command(group(clap::ArgGroup::new("verdict").multiple(true)))]
pub struct Mark {
    /// One exam only.
    pub attempt: Option<String>,
    /// Only says what waits.
    #[arg(long, conflicts_with = "written")]
    pub list: bool,
    /// Which of the exam's written replies, from 1.
    #[arg(long, value_name = "N", requires_all = ["attempt", "verdict"], value_parser = clap::value_parser!(u32).range(1..))]
    pub written: Option<u32>,
    /// The machine is right.
    #[arg(long, group = "verdict", requires = "written", conflicts_with_all = ["unbroken", "otherwise"])]
    pub confirm: bool,
    /// A rule that fired and is not broken; may be given several times.
    #[arg(long, value_name = "RULE", group = "verdict", requires_all = ["written", "reason"])]
    pub unbroken: Vec<String>,
    /// Something wanted that a person sees otherwise; may be given several times.
    #[arg(long, value_name = "WANT", group = "verdict", requires_all = ["written", "reason"])]
    pub otherwise: Vec<String>,
    /// Why.
    #[arg(long, requires = "written")]
    pub reason: Option<String>,
    /// Who marks.
    #[command(flatten)]
    pub acting: Acting,
}

/// A written reply by its exam and its number there.
type Place = (AttemptId, usize);

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Mark) -> Outcome {
    // Beside each text stand what is looked for and a model answer; and what a script names wrongly it is told.
    call.may_show_keys()?;
    match args.written {
        Some(number) => one(call, args, number),
        None if args.list => list(call, args),
        None => sitting::run(call, args),
    }
}

/// The exam that is named.
fn named(store: &dyn Store, registry: &Registry, args: &Mark) -> Result<Option<AttemptId>, Failure> {
    args.attempt.as_deref().map(|named| exam_case(store, registry, named).map(|(attempt, _)| attempt)).transpose()
}

/// What waits, for who looks and for programs.
fn list(call: &mut Call<'_>, args: &Mark) -> Outcome {
    let store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let queue = Queue::open(call, store.as_ref(), &registry, named(store.as_ref(), &registry, args)?.as_ref())?;
    let waiting = queue.waiting();
    if call.json() {
        let all: Vec<Value> = waiting.iter().map(|it| object(&queue, it)).collect();
        return call.print_json(&Value::Array(all)).map(|()| Exit::Done);
    }
    if waiting.is_empty() {
        call.tell("note-mark-nothing", &[]);
        return Ok(Exit::Done);
    }
    let mut rows =
        vec![["exam", "number", "hangs", "points", "rules"].map(|it| call.words.get(&format!("mark-head-{it}"))).to_vec()];
    for it in &waiting {
        let case = queue.case(&it.place.0);
        let all = replies(&case.kept.activity, &case.kept.state);
        let reply = &all[it.place.1];
        let faults: Vec<String> = reply.judged.faults().iter().map(ToString::to_string).collect();
        rows.push(vec![
            short(&it.place.0),
            (it.place.1 + 1).to_string(),
            call.words.get(if it.hangs { "mark-hangs" } else { "mark-hangs-not" }),
            format!("{}/{}", reply.judged.points, reply.writing.best()),
            faults.join(" "),
        ]);
    }
    call.print_rows(&rows)?;
    Ok(Exit::Done)
}

fn object(queue: &Queue, it: &Waiting) -> Value {
    let case = queue.case(&it.place.0);
    let all = replies(&case.kept.activity, &case.kept.state);
    let sheet = Sheet { activity: &case.kept.activity, state: &case.kept.state, reply: &all[it.place.1] };
    let mut out = sheet.json();
    out["attempt"] = short(&it.place.0).into();
    out["written"] = (it.place.1 + 1).into();
    out["hangs"] = it.hangs.into();
    out["licence"] = case.kept.activity.plan.subject.parts().1.into();
    out
}

/// One reply, as a script says.
fn one(call: &mut Call<'_>, args: &Mark, number: u32) -> Outcome {
    let mut store = call.store()?;
    let registry = Registry::open(store.as_ref())?;
    let (attempt, case) = exam_case(store.as_ref(), &registry, args.attempt.as_deref().unwrap_or_default())?;
    let nth = usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
    let overruled = Overruled {
        unbroken: args.unbroken.iter().map(|id| id.as_str().into()).collect(),
        otherwise: args.otherwise.iter().map(|id| id.as_str().into()).collect(),
    };
    open(&registry, &case, nth)?;
    let beside = reason(call.ports, &args.reason.clone().unwrap_or_else(|| call.words.get("mark-agreed")))?;
    // What can be overruled is told to an examiner only.
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
    another(&by, store.as_ref(), &case)?;
    fits(&replies(&case.kept.activity, &case.kept.state)[nth], &overruled)?;
    let marked = record(call.ports, store.as_mut(), &by, &(attempt.clone(), nth), (overruled, beside))?;
    if call.json() {
        let Marked { points, red_line } = marked;
        call.print_json(
            &json!({ "attempt": short(&attempt), "written": number, "points": points.exact(), "red_line": red_line }),
        )?;
    } else {
        call.tell("note-marked", &[("points", marked.points.to_string().into()), ("name", by.name.as_str().into())]);
    }
    Ok(Exit::Done)
}

/// What is overruled has to be there.
fn fits(reply: &Reply<'_>, by: &Overruled) -> Result<(), Failure> {
    if reply.knows(by) {
        return Ok(());
    }
    let rules: Vec<String> = reply.judged.faults().iter().map(ToString::to_string).collect();
    let wants: Vec<String> = reply.writing.wants.iter().map(|want| want.id.to_string()).collect();
    let none = |all: Vec<String>| if all.is_empty() { "–".to_owned() } else { all.join(" ") };
    Err(Failure::usage("fail-mark-unknown", []).hint("hint-mark-known", [("rules", &none(rules)), ("wants", &none(wants))]))
}

/// Whether this reply waits to be marked.
///
/// # Errors
/// `Failure` with exit 5 that says why it does not.
fn open(registry: &Registry, case: &ExamCase, nth: usize) -> Result<(), Failure> {
    let attempt = &case.kept.activity.plan.attempt;
    let (id, number) = (short(attempt), (nth + 1).to_string());
    let refused = |key, name: &str| {
        Failure::new(Exit::Refused, key, [("id", id.as_str()), ("n", number.as_str()), ("name", name)])
            .hint("hint-result", [("id", id.as_str())])
    };
    let Some(outcome) = &case.outcome else { return Err(refused("fail-exam-not-over", "")) };
    match outcome.read.get(&nth) {
        Some(reading) => Err(refused("fail-mark-read", &registry.name(&reading.who))),
        None if outcome.voided => Err(refused("fail-mark-void", "")),
        None if registry.register.issued_on(attempt).is_some() => Err(refused("fail-mark-issued", "")),
        None if nth >= outcome.read.len() + outcome.unread => Err(refused("fail-mark-none", "")),
        None => Ok(()),
    }
}

/// Somebody else has the exam: who marks waits, and goes on with nothing.
fn busy(error: StoreError) -> Failure {
    match error {
        StoreError::Busy(id) => Failure::new(Exit::Refused, "fail-mark-busy", [("id", &short(&id))]).hint("hint-mark-busy", []),
        other => other.into(),
    }
}

/// Signs what a person made of a reply. Typing takes time: the exam is held, and looked at once more.
///
/// # Errors
/// `Failure` where it does not wait any more, or the signer may not mark it.
fn record(
    ports: &Ports,
    store: &mut dyn Store,
    by: &Signer,
    (attempt, nth): &Place,
    (overruled, beside): (Overruled, Beside),
) -> Result<Marked, Failure> {
    let _hold = store.hold(attempt).map_err(busy)?;
    let registry = Registry::open(store)?;
    let case = registry.exam(store, attempt)?;
    open(&registry, &case, *nth)?;
    another(by, store, &case)?;
    let (_, closed) = case.closed.ok_or_else(|| Failure::damaged(attempt))?;
    let all = replies(&case.kept.activity, &case.kept.state);
    let (points, red_line) = all[*nth].writing.marked(&all[*nth].judged, &overruled);
    let deed = Deed::Marked {
        attempt: attempt.clone(),
        closed,
        written: u32::try_from(*nth).map_err(|_| Failure::damaged(attempt))?,
        points,
        red_line,
        unbroken: overruled.unbroken.into_iter().collect(),
        otherwise: overruled.otherwise.into_iter().collect(),
        reason: beside.digest(),
    };
    let act = by.sign(ports, deed, Some(beside));
    store.act(&act, None)?;
    Ok(Marked { points, red_line })
}
