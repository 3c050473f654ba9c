//! `regrade`: marks again what was sat. Under the content it was sat with nothing may change (`recorded`); under today's it is shown who
//! would fare otherwise and why (`today`, told in `told`); `--apply` records it (`apply`).

mod account;
mod apply;
mod recorded;
mod today;
mod told;

use std::collections::BTreeSet;

use self::told::Told;
use super::Outcome;
use super::args::{Against, Regrade as Args};
use super::failure::{Exit, Failure};
use super::recall::find;
use super::registry::{ExamCase, Registry};
use super::report::out;
use super::room::Call;
use crate::attempt::plan::Subject;
use crate::base::id::AttemptId;
use crate::grade::regrade::Unlike;
use crate::locale::Words;
use crate::model::library::Library;
use crate::model::page::Block;
use crate::store::{AttemptRow, Store};

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    // Before anything is worked out: a file that cannot be is refused at once.
    let file = args.out.as_deref().map(|path| out::Kind::of(path).map(|kind| (kind, path))).transpose()?;
    let mut store = call.store()?;
    let rows = wanted(store.as_ref(), args)?;
    match args.against {
        Against::Recorded if args.apply || args.lower || args.question.is_some() => {
            Err(Failure::usage("fail-regrade-recorded", []).hint("hint-regrade-today", []))
        }
        Against::Recorded => recorded::run(call, store.as_ref(), (&rows, file)),
        Against::Today => {
            call.may_show_keys()?;
            let library = call.library()?;
            if let Some(question) = &args.question
                && library.question(&question.as_str().into()).is_none()
            {
                return Err(Failure::usage("fail-regrade-question", [("id", question)]).hint("hint-list-questions", []));
            }
            let registry = Registry::open(store.as_ref())?;
            let today = today::Today::new(&library, args.question.as_deref());
            let mut bar = call.busy("busy-regrade", rows.len());
            let compared = today.cases(store.as_ref(), &registry, &rows, &mut || bar.step())?;
            drop(bar);
            if args.apply {
                return apply::run(call, store.as_mut(), (&today, &rows), (args, compared));
            }
            match file {
                Some(file) => account::today(call, store.as_ref(), &library, (&compared, args.lower, file)),
                None => told::tell(call, store.as_ref(), &library, (&compared, args.lower)),
            }
        }
    }
}

/// The closed attempts that are meant, the oldest first.
fn wanted(store: &dyn Store, args: &Args) -> Result<Vec<AttemptRow>, Failure> {
    let mut rows = store.attempts(None)?;
    rows.retain(|row| args.all || matches!(row.subject, Subject::Licence(_)));
    rows.reverse();
    if !args.what.is_empty() {
        let mut chosen: BTreeSet<AttemptId> = BTreeSet::new();
        for named in &args.what {
            let subject = Subject::Licence(named.clone());
            let before = chosen.len();
            chosen.extend(rows.iter().filter(|row| row.subject == subject).map(|row| row.id.clone()));
            if chosen.len() == before {
                chosen.insert(find(&rows, named)?.id.clone());
            }
        }
        rows.retain(|row| chosen.contains(&row.id));
    }
    if let (false, Some(open)) = (args.what.is_empty(), rows.iter().find(|row| !row.closed && rows.len() == 1)) {
        return Err(Failure::new(Exit::Refused, "fail-exam-not-over", [("id", open.id.short())]));
    }
    rows.retain(|row| row.closed);
    Ok(rows)
}

/// How many exams would have higher marks under today's library, so that this can be recorded.
///
/// # Errors
/// `Failure` of the store or the courseware.
pub fn rising(call: &Call<'_>) -> Result<usize, Failure> {
    let (library, store) = (call.library()?, call.store()?);
    let mut rows = store.attempts(None)?;
    rows.retain(|row| row.closed && matches!(row.subject, Subject::Licence(_)));
    let compared =
        today::Today::new(&library, None).cases(store.as_ref(), &Registry::open(store.as_ref())?, &rows, &mut || {})?;
    Ok(compared.cases.iter().filter(|case| case.applied(false).is_some()).count())
}

/// What an exam is under today's library.
pub enum UnderToday {
    /// Everything in it is as it was.
    Same,
    /// Its content is another one.
    Other(Box<Differs>),
    /// It cannot be worked out: words that it rests on are erased.
    Erased,
}

/// An exam whose content is another one today.
pub struct Differs(today::Case);

impl Differs {
    /// Whether anything of it is not in that library.
    pub fn lacks(&self) -> bool {
        self.0.items.iter().any(|it| matches!(it.now, Err(Unlike::Gone)))
    }
}

/// What today's library would make of an exam.
///
/// # Errors
/// `Failure` of the store, or where the exam does not hold together.
pub fn today_of(store: &dyn Store, registry: &Registry, (library, exam): (&Library, &AttemptId)) -> Result<UnderToday, Failure> {
    let rows: Vec<AttemptRow> = store.attempts(None)?.into_iter().filter(|row| row.id == *exam).collect();
    let compared = today::Today::new(library, None).cases(store, registry, &rows, &mut || {})?;
    if compared.erased > 0 {
        return Ok(UnderToday::Erased);
    }
    let other = compared.cases.into_iter().find(|case| !case.items.is_empty());
    Ok(other.map_or(UnderToday::Same, |case| UnderToday::Other(Box::new(Differs(case)))))
}

/// An exam as it comes to under a library's keys; `None` where something of it was asked otherwise than there, or nothing is other.
///
/// # Errors
/// `Failure` of the store.
pub fn under(store: &dyn Store, registry: &Registry, library: &Library, exam: &ExamCase) -> Result<Option<ExamCase>, Failure> {
    today::Today::new(library, None).wholly(store, registry, exam)
}

impl Differs {
    /// In words: what it would come to, item by item.
    pub fn blocks(&self, words: &Words) -> Vec<Block> {
        Told { words, case: &self.0, lower: false }.blocks()
    }

    /// For programs.
    pub fn as_json(&self, words: &Words) -> serde_json::Value {
        told::change(&self.0, false, words)
    }
}
