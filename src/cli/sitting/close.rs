//! `sitting close [SITTING]`: ends it at this PC and prints its record. At the desk, where nothing of it was sat, nothing is ended: there the
//! record is of all PCs that were collected.

use std::path::{Path, PathBuf};

use clap::Args;

use super::minutes::name_of;
use super::{find, kept, reading, record};
use crate::attempt::act::{AtSitting, Deed, Minute, StaffRole};
use crate::base::id::{ActId, AttemptId, SittingId};
use crate::base::moment::Moment;
use crate::cli::failure::{Between, Exit, Failure};
use crate::cli::recall::several;
use crate::cli::registry::Registry;
use crate::cli::registry::seats::ends_before;
use crate::cli::room::Call;
use crate::cli::signer::{Acting, Signer, signer};
use crate::cli::{Outcome, files, parcel};
use crate::content;
use crate::grade::register::Sitting;
use crate::report::sitting::{self as report, Record};
use crate::store::{Sealed, Store, StoreError};
use crate::terminal::line::Line;

/// `sitting close [SITTING]`
#[derive(Debug, Args)]
pub struct Close {
    /// The sitting's number, or the file of it; without it, the only one that is not ended here.
    pub sitting: Option<String>,
    /// Where the record goes, by its ending as HTML, text or JSON; without it, it is printed here.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// The invigilator.
    #[command(flatten)]
    pub acting: Acting,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Close) -> Outcome {
    let mut store = call.store()?;
    let out = args.out.as_deref().map(|out| Ok::<_, Failure>((out, Form::of(out)?))).transpose()?;
    if let Some((out, _)) = out {
        // Nothing is signed where the record cannot be written.
        files::try_new(out, b"").map_err(|error| files::unwritten(out, &error))?;
    }
    let registry = Registry::open(store.as_ref())?;
    let id = match &args.sitting {
        Some(named) => find(&registry, named)?.0.clone(),
        None => open_one(store.as_ref(), &registry)?,
    };
    let (_, sitting) = find(&registry, id.as_str())?;
    let here = here(store.as_ref(), sitting)?;
    if ends_here(store.as_ref(), (&id, sitting), &here)? {
        over(store.as_ref(), &registry, (&id, sitting), &here)?;
        if let Some(ahead) = ahead(call, store.as_ref(), &registry, &here)?.filter(|it| is_noted(sitting, it)) {
            return Err(early(call, &ahead));
        }
        warn_of_readers(call, store.as_ref(), (&id, sitting))?;
        if here.is_empty() && call.ports.now() < sitting.called.until {
            call.tell("note-close-nobody", &[]);
        }
        let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
        end(call, store.as_mut(), &id, &by)?;
    }
    let record = record::of(call, store.as_ref(), &id)?;
    print(call, &record, out)
}

/// The only sitting that is not ended of those that were opened here: of others this PC only heard.
fn open_one(store: &dyn Store, registry: &Registry) -> Result<SittingId, Failure> {
    let mut open = Vec::new();
    for (id, sitting) in registry.register.sittings.iter().filter(|(_, it)| !it.is_off()) {
        let exams = here(store, sitting)?;
        let opened = !exams.is_empty() || kept::lies_here(store, id)?;
        if opened && ends_here(store, (id, sitting), &exams)? {
            open.push(id);
        }
    }
    match open[..] {
        [one] => Ok(one.clone()),
        [] => Err(Failure::usage("fail-no-open-sitting", []).hint("hint-sitting-list", [])),
        _ => {
            let ids = several(open.iter().map(|id| id.short()));
            let failure = Failure::usage("fail-which-sitting", []).hint("hint-which-sitting", [("ids", &ids)]);
            Err(failure.hint("hint-sitting-list", []))
        }
    }
}

/// Names who was let in at this PC and has not begun: the end comes before them, and they will be told so.
fn warn_of_readers(call: &Call<'_>, store: &dyn Store, (id, sitting): (&SittingId, &Sitting)) -> Result<(), Failure> {
    let people = store.learners()?;
    let mut names = Vec::new();
    for learner in sitting.called.candidates.iter() {
        match store.hold_shortly(&reading(id, learner)) {
            Err(StoreError::Busy(_)) => names.push(name_of(&people, learner)),
            Err(other) => return Err(other.into()),
            Ok(_) => {}
        }
    }
    if !names.is_empty() {
        let names = names.join(&call.words.get("paper-comma"));
        call.tell("note-sitting-readers", &[("names", names.into())]);
    }
    Ok(())
}

/// Signs the end, and locks the day here. Typing a passphrase takes time: somebody may have begun meanwhile.
fn end(call: &Call<'_>, store: &mut dyn Store, id: &SittingId, by: &Signer) -> Result<(), Failure> {
    // Nor is it ended twice, in two windows at once: no attempt has such an id, theirs are UUIDs.
    let closing = AttemptId::from(format!("closing:{id}"));
    let _hold = store.hold(&closing).map_err(|error| match error {
        StoreError::Busy(_) => Failure::new(Exit::Refused, "fail-sitting-closing", [("id", id.short())]),
        other => other.into(),
    })?;
    let now = Registry::open(store)?;
    let (_, sitting) = find(&now, id.as_str())?;
    let exams = here(store, sitting)?;
    if !ends_here(store, (id, sitting), &exams)? {
        return Ok(());
    }
    over(store, &now, (id, sitting), &exams)?;
    if let Some(ahead) = ahead(call, store, &now, &exams)? {
        note(call, store, (id, sitting), &ahead, by)?;
        return Err(early(call, &ahead));
    }
    let head = store.head()?.ok_or_else(|| Failure::new(Exit::Bug, "fail-bug", []))?;
    let pc = Some(parcel::key(store, call.ports)?.did());
    let deed = Deed::Sitting(AtSitting { sitting: id.clone(), what: Minute::Concluded { exams, head, pc } });
    Ok(store.act(&by.sign(call.ports, deed, None), None)?)
}

/// Nobody is still writing at this PC: what is signed as the end of it is the end.
fn over(
    store: &dyn Store,
    registry: &Registry,
    (id, sitting): (&SittingId, &Sitting),
    here: &[AttemptId],
) -> Result<(), Failure> {
    let people = store.learners()?;
    let open = still_open(store, here)?.into_iter().filter(|it| !registry.register.voided.contains_key(it));
    let names: Vec<String> = open.filter_map(|it| sitting.seated.get(&it)).map(|it| name_of(&people, &it.learner)).collect();
    match names.is_empty() {
        true => Ok(()),
        false => Err(Failure::new(Exit::Refused, "fail-sitting-writing", [("names", &Between::Comma.join(&names))])
            .hint("hint-sitting-writing", [("id", id.short())])
            .hint("hint-sitting-writing-void", [("id", id.short())])),
    }
}

/// An exam that went on later than this PC's clock shows.
struct Ahead {
    exam: AttemptId,
    until: Moment,
    now: Moment,
}

/// The end comes after everything that it covers, by this PC's clock: an exam that was begun while the clock was fast would not count.
fn ahead(call: &Call<'_>, store: &dyn Store, registry: &Registry, here: &[AttemptId]) -> Result<Option<Ahead>, Failure> {
    let now = call.ports.now();
    for exam in here.iter().filter(|it| !registry.register.voided.contains_key(it)) {
        let Some(until) = store.events(exam)?.last().map(|it| it.event.at) else { continue };
        if ends_before(now, until) {
            return Ok(Some(Ahead { exam: exam.clone(), until, now }));
        }
    }
    Ok(None)
}

/// Whether it was signed before that the end of this exam was refused.
fn is_noted(sitting: &Sitting, ahead: &Ahead) -> bool {
    sitting.unended.iter().any(|it| it.attempt == ahead.exam)
}

/// Signs that the end was refused, once: when its time has come nothing else would show that an exam was sat ahead of it.
fn note(
    call: &Call<'_>,
    store: &mut dyn Store,
    (id, sitting): (&SittingId, &Sitting),
    ahead: &Ahead,
    by: &Signer,
) -> Result<(), Failure> {
    if is_noted(sitting, ahead) {
        return Ok(());
    }
    let what = Minute::Unended { attempt: ahead.exam.clone(), until: ahead.until };
    let deed = Deed::Sitting(AtSitting { sitting: id.clone(), what });
    Ok(store.act(&by.sign(call.ports, deed, None), None)?)
}

fn early(call: &Call<'_>, Ahead { exam, until, now }: &Ahead) -> Failure {
    let zone = call.load(None).unwrap_or_else(|_| content::load_shipped()).library.time_zone;
    let gaps = [("now", &*now.local(&zone)), ("last", &*until.local(&zone)), ("exam", exam.short())];
    let failure = Failure::new(Exit::Refused, "fail-close-early", gaps).hint("hint-close-early", gaps);
    failure.hint("hint-close-early-noted", [])
}

/// The exams of it that were begun at this PC.
fn here(store: &dyn Store, sitting: &Sitting) -> Result<Vec<AttemptId>, Failure> {
    let own = store.ledger()?;
    let begun = own.into_iter().filter_map(|line| match line.what {
        Sealed::Started { attempt } if sitting.seated.contains_key(&attempt) => Some(attempt),
        _ => None,
    });
    Ok(begun.collect())
}

fn still_open(store: &dyn Store, here: &[AttemptId]) -> Result<Vec<AttemptId>, Failure> {
    let open = store.attempts(None)?.into_iter().filter(|row| !row.closed).map(|row| row.id);
    Ok(open.filter(|id| here.contains(id)).collect())
}

/// Whether there is something to end here: not ended yet, and no desk at which nobody sat.
fn ends_here(store: &dyn Store, (id, sitting): (&SittingId, &Sitting), here: &[AttemptId]) -> Result<bool, Failure> {
    let own = store.ledger()?;
    let ended = |act: &ActId| own.iter().any(|line| line.what.act() == Some(act));
    let is_desk = kept::key(store, id)?.is_some();
    Ok(!sitting.concluded.iter().any(|it| ended(&it.act)) && (!here.is_empty() || !is_desk))
}

/// Each line within a width; what goes on stands two further in than it began.
fn wrapped(text: &str, width: usize) -> String {
    let wrapped = text.lines().flat_map(|line| {
        let words = line.trim_start();
        let first = Line::plain(&line[..line.len() - words.len()]);
        let go_on = format!("{}  ", first.words());
        match Line::plain(words).wrap_in(&go_on, width.saturating_sub(first.cells())) {
            lines if lines.is_empty() => vec![String::new()],
            lines => {
                lines.iter().enumerate().map(|(n, it)| if n == 0 { first.words() + &it.words() } else { it.words() }).collect()
            }
        }
    });
    wrapped.map(|line| line + "\n").collect()
}

/// How a record is written.
#[derive(Clone, Copy)]
enum Form {
    Html,
    Json,
    Text,
}

impl Form {
    /// By a file's ending.
    fn of(out: &Path) -> Result<Self, Failure> {
        match out.extension().and_then(|it| it.to_str()).map(str::to_ascii_lowercase).as_deref() {
            Some("html") => Ok(Self::Html),
            Some("json") => Ok(Self::Json),
            Some("txt") => Ok(Self::Text),
            _ => Err(Failure::usage("fail-record-ending", [("path", &out.display().to_string())])),
        }
    }
}

fn print(call: &mut Call<'_>, record: &Record, out: Option<(&Path, Form)>) -> Outcome {
    let words = call.words.clone();
    let Some((out, form)) = out else {
        if call.json() {
            return call.print_json(&report::json(record)).map(|()| Exit::Done);
        }
        let text = report::text(record, &words);
        // In a window lines break between words; a file or another program gets each whole.
        let width = call.ports.out_is_terminal.then(|| call.report_look(None).width());
        call.print(&width.map_or_else(|| text.clone(), |width| wrapped(&text, width)))?;
        return Ok(Exit::Done);
    };
    let words = words.for_pages();
    let text = match form {
        Form::Html => report::page(record, &words),
        Form::Json => format!("{:#}\n", report::json(record)),
        Form::Text => report::text(record, &words),
    };
    files::write_page(call, out, &text)?;
    Ok(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn a_line_goes_on_two_further_in_and_none_is_too_wide() {
        let text = "Record of the sitting: The watched licence\n\n  09:45 Everybody: the power was out\n";
        assert_eq!(
            wrapped(text, 24),
            "Record of the sitting:\n  The watched licence\n\n  09:45 Everybody: the\n    power was out\n"
        );
        assert_eq!(wrapped(text, 80), text);
    }
}
