//! `appeal`: a candidate does not agree with a result (`open`); what there is to decide (`list`), with everything that bears on it
//! (`inspect`); the decision, by somebody who had no hand in the exam (`decide`); and how the candidate hears of it (`told`).
//!
//! An appeal is an attempt of its own, with nothing to do in it: the candidate has no key, but its beginning is sealed in the ledger, its
//! words lie beside and are erased with the person, and it travels, is exported and audited like anything else that candidates do.

mod decide;
mod inspect;
mod list;
mod open;
pub mod remedy;
pub mod told;

use super::Outcome;
use super::args::{Appeal as Command, AppealList, Appeals as Args};
use super::failure::{Exit, Failure};
use super::heard::{self, Heard};
use super::recall::Books;
use super::registry::Registry;
use super::room::Call;
use crate::attempt::event::Body;
use crate::attempt::plan::Subject;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, LearnerId};
use crate::base::moment::Moment;
use crate::base::receipt::Receipt;
use crate::grade::register::Hearing;
use crate::model::licence::Appeals;
use crate::store::Store;

use self::remedy::Remedy;

pub use self::list::state;
pub use self::open::{ask, newest, until};

/// An appeal.
pub struct Appeal {
    /// Its attempt.
    pub id: AttemptId,
    /// The digest of its first event: what a decision names.
    pub opened: Digest,
    /// When it was handed in.
    pub at: Moment,
    /// Until when it has to be answered.
    pub due: Moment,
    /// Whose.
    pub learner: LearnerId,
    /// About which exam.
    pub exam: AttemptId,
    /// Which licence that is of.
    pub licence: Option<String>,
    /// What the candidate wrote; erased with the person.
    pub grounds: Option<String>,
    /// What came of it.
    pub hearing: Option<Hearing>,
    /// What was done about the exam since.
    pub remedy: Option<Remedy>,
    /// It is upheld, and nothing was done about it yet.
    pub waits: bool,
}

impl Appeal {
    /// Its number.
    pub fn receipt(&self) -> Receipt {
        Receipt::of(&self.id)
    }

    /// Whether it should have been answered by now.
    pub fn is_overdue(&self, now: Moment) -> bool {
        self.hearing.is_none() && now > self.due
    }
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    match &args.what {
        // Whoever names nothing wants to know what there is.
        None => {
            let exit = list::run(call, &AppealList { open: false })?;
            call.tell("note-appeal-how", &[]);
            Ok(exit)
        }
        Some(Command::Open(args)) => open::run(call, args),
        Some(Command::List(args)) => list::run(call, args),
        Some(Command::Inspect(args)) => inspect::run(call, args),
        Some(Command::Decide(args)) => decide::run(call, args),
    }
}

/// With what was done about the exam since, as far as this store knows or its desk told.
fn followed(store: &dyn Store, registry: &Registry, heard: &Heard, mut appeal: Appeal) -> Result<Appeal, Failure> {
    let told = heard.appeals.iter().find(|it| it.appeal == appeal.id);
    appeal.remedy = remedy::of(registry, &appeal).or_else(|| told?.remedy.clone());
    appeal.waits = remedy::waits(store, registry, &appeal)? && told.and_then(|it| it.waits).unwrap_or(true);
    Ok(appeal)
}

/// Everybody's appeals, or a learner's; the oldest first.
///
/// # Errors
/// `Failure` of the store.
pub fn all(store: &dyn Store, registry: &Registry, learner: Option<&LearnerId>) -> Result<Vec<Appeal>, Failure> {
    let mut rows = store.attempts(learner)?;
    rows.retain(|row| matches!(row.subject, Subject::Appeal(_)));
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let (books, heard, mut out) = (Books::open(store)?, heard::kept(store)?, Vec::new());
    for row in rows.into_iter().rev() {
        let Subject::Appeal(exam) = &row.subject else { continue };
        let events = store.events(&row.id)?;
        let Some(first) = events.first() else { continue };
        let Body::Started { .. } = &first.event.body else { continue };
        let exam = AttemptId::from(exam.as_str());
        // An exam that does not read is told elsewhere; its appeal has a deadline all the same.
        let kept = books.recall(store, &exam).ok();
        let scheme = kept.as_ref().and_then(|kept| kept.activity.scheme());
        let appeals = scheme.map_or_else(Appeals::default, |scheme| scheme.appeals());
        let opened = first.event.digest();
        let appeal = Appeal {
            opened,
            at: first.event.at,
            due: appeals.answer_within.after(first.event.at),
            learner: row.learner,
            licence: scheme.map(|scheme| scheme.id.to_string()),
            exam,
            grounds: first.beside.as_ref().map(|beside| beside.words.clone()),
            hearing: registry.register.hearing(&row.id, opened).cloned(),
            id: row.id,
            remedy: None,
            waits: false,
        };
        out.push(followed(store, registry, &heard, appeal)?);
    }
    out.sort_by_key(|appeal| appeal.at);
    Ok(out)
}

/// A learner's appeals as far as they are known here: those of this store, and those that the desk told of; the oldest first. What was
/// only told of has no grounds here.
///
/// # Errors
/// `Failure` of the store.
pub fn known(store: &dyn Store, registry: &Registry, learner: &LearnerId) -> Result<Vec<Appeal>, Failure> {
    let mut out = all(store, registry, Some(learner))?;
    let heard = heard::kept(store)?;
    for told in heard.appeals.iter().filter(|it| it.learner == *learner).cloned() {
        if out.iter().any(|it| it.id == told.appeal) {
            continue;
        }
        let hearing = registry.register.hearing(&told.appeal, told.opened).cloned();
        let heard::Appealed { appeal: id, opened, at, due, learner, exam, licence, .. } = told;
        let grounds = None;
        let appeal = Appeal { id, opened, at, due, learner, exam, licence, grounds, hearing, remedy: None, waits: false };
        out.push(followed(store, registry, &heard, appeal)?);
    }
    out.sort_by_key(|appeal| appeal.at);
    Ok(out)
}

/// The appeal of a receipt number, as it was typed.
///
/// # Errors
/// `Failure` where there is none.
fn find(store: &dyn Store, registry: &Registry, typed: &str) -> Result<Appeal, Failure> {
    let wrong = || Failure::usage("fail-receipt", [("receipt", typed)]).hint("hint-appeal-list", []);
    let receipt = Receipt::parse(typed).ok_or_else(wrong)?;
    let none = || Failure::usage("fail-no-appeal", [("receipt", &receipt.to_string())]).hint("hint-appeal-list", []);
    all(store, registry, None)?.into_iter().find(|it| it.receipt() == receipt).ok_or_else(none)
}

/// Why an appeal was decided so, in the words of who did; none once erased.
pub fn reason(registry: &Registry, hearing: &Hearing) -> Option<String> {
    let act = registry.acts.iter().find(|signed| signed.act.id == hearing.act)?;
    act.beside.as_ref().map(|beside| beside.words.clone())
}

/// A learner's appeals that nobody decided yet.
///
/// # Errors
/// `Failure` that names the first.
pub fn none_open(store: &dyn Store, registry: &Registry, learner: &crate::store::Learner) -> Result<(), Failure> {
    match all(store, registry, Some(&learner.id))?.into_iter().find(|it| it.hearing.is_none()) {
        Some(open) => {
            let receipt = open.receipt().to_string();
            Err(Failure::new(Exit::Refused, "fail-erase-appeal", [("name", &learner.name), ("receipt", &receipt)])
                .hint("hint-appeal-decide", [("receipt", &receipt)]))
        }
        None => Ok(()),
    }
}
