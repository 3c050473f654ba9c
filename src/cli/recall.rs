//! Attempts read back from the store: one whole, found by its number, or all of a learner's.
//!
//! What is read is held against the list of attempts, the ledger and the grade worked out anew; what does not agree is a `Flaw`, and is
//! never passed on. Changes nothing.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::failure::Failure;
use super::registry::{ExamCase, Registry};
use super::retention;
use crate::attempt::act::Deed;
use crate::attempt::event::{Body, Recorded};
use crate::attempt::plan::{Activity, Conduct, Subject};
use crate::attempt::state::State;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, CourseId, LearnerId, is_meant};
use crate::base::moment::Moment;
use crate::grade;
use crate::grade::memory::{Cards, Sat, Tried, in_order, sittings};
use crate::grade::regrade::Again;
use crate::model::frozen::Frozen;
use crate::model::grade::{ExamGrade, Grade, RULES};
use crate::model::licence::Disclose;
use crate::report::standing::{Duty, Known, Past};
use crate::store::assignment;
use crate::store::sealed::sealed_in;
use crate::store::{AttemptRow, Break, Flaw, Learner, LedgerLine, Sealed, Store, StoreError};

/// An attempt as it is kept: its activity, its events, and what they come to.
pub struct Kept {
    /// Plan and content.
    pub activity: Activity,
    /// The events in order.
    pub events: Vec<Recorded>,
    /// What they come to.
    pub state: State,
    /// Whether the grade came out again. Not where words that it rests on are forgotten, as they may be: then it is what was sealed.
    pub recomputed: bool,
}

impl Kept {
    /// The grade of an exam that is over.
    pub fn grade(&self) -> Option<&ExamGrade> {
        match &self.state.closed {
            Some(Grade::Exam(grade)) => Some(grade),
            _ => None,
        }
    }

    /// The same exam as it was walked and graded again under other content.
    #[must_use]
    pub fn under(self, again: Again) -> Self {
        let mut state = again.state;
        state.closed = Some(Grade::Exam(Box::new(again.grade)));
        Self { activity: again.activity, state, ..self }
    }
}

/// Reads an attempt back.
///
/// # Errors
/// `Failure` where there is none of that id, or what is kept does not belong together.
pub fn recall(store: &dyn Store, attempt: &AttemptId) -> Result<Kept, Failure> {
    Books::open(store)?.recall(store, attempt)
}

/// A line that seals something.
struct Seal {
    /// Its place among all that happened.
    place: u64,
    /// Its number in its ledger.
    number: u64,
    /// What it seals.
    digest: Digest,
}

/// The list of attempts and the ledger: what an attempt's events are held against.
pub struct Books {
    rows: BTreeMap<AttemptId, AttemptRow>,
    /// What is sealed, with the line that seals it.
    seals: BTreeMap<Sealed, Seal>,
    /// Content that was read and checked: many attempts use the same, and what is compiled for it is shared.
    contents: Checked,
}

/// Content that was read and checked, by its digest.
pub type Checked = Rc<RefCell<BTreeMap<Digest, Frozen>>>;

impl Books {
    /// Opens them as they are now.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn open(store: &dyn Store) -> Result<Self, Failure> {
        Self::of(store, &store.happened()?)
    }

    /// The same for whoever has read what happened.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn of(store: &dyn Store, happened: &[LedgerLine]) -> Result<Self, Failure> {
        let seal =
            |(line, place): (&LedgerLine, u64)| (line.what.clone(), Seal { place, number: line.number, digest: line.digest });
        let seals = happened.iter().zip(0..).map(seal).collect();
        let rows = store.attempts(None)?.into_iter().map(|row| (row.id.clone(), row)).collect();
        Ok(Self { rows, seals, contents: Checked::default() })
    }

    /// The same with content that was checked before, and shared from now on.
    #[must_use]
    pub fn with_contents(self, contents: Checked) -> Self {
        Self { contents, ..self }
    }

    /// Whose attempt it is, as the list has it.
    pub fn whose(&self, attempt: &AttemptId) -> Option<&LearnerId> {
        self.rows.get(attempt).map(|row| &row.learner)
    }

    /// Reads an attempt back, as `recall` does: for many of them.
    ///
    /// # Errors
    /// As `recall`.
    pub fn recall(&self, store: &dyn Store, attempt: &AttemptId) -> Result<Kept, Failure> {
        let kept = self.read(store, attempt)?;
        // Another process may have closed it after these books were opened.
        if self.differs(&kept).is_some()
            && let Some(flaw) = Self::open(store)?.differs(&kept)
        {
            return Err(Failure::flawed(&flaw));
        }
        // A grade by rules that nobody here can recompute is no grade; a later version that has others keeps these beside them.
        let known = kept.activity.plan.rules == RULES;
        // Recomputing is a check, never a new truth.
        let differs = |closed: &Grade| !known || grade::grade(&kept.activity, &kept.state) != *closed;
        if !kept.state.closed.as_ref().is_some_and(differs) {
            return Ok(kept);
        }
        if known && retention::forgotten(store, &kept.activity.plan, &kept.events)? {
            return Ok(Kept { recomputed: false, ..kept });
        }
        Err(Failure::flawed(&Flaw::Grade(attempt.clone())))
    }

    fn read(&self, store: &dyn Store, attempt: &AttemptId) -> Result<Kept, Failure> {
        let events = store.events(attempt)?;
        let Some(Body::Started { plan }) = events.first().map(|e| &e.event.body) else {
            return Err(Failure::usage("fail-no-attempt", [("id", attempt.as_str())]).hint("hint-attempts", []));
        };
        if let Some(sitting) = sealed_in(store, plan)? {
            return Err(Failure::sealed(&sitting));
        }
        let contents =
            plan.contents().map(|digest| Ok((digest, self.content(store, digest)?))).collect::<Result<_, Failure>>()?;
        let activity = Activity::of_checked((**plan).clone(), contents).map_err(|e| Failure::content_gone(&e.0))?;
        let state = State::replay(&activity, &events)
            .map_err(|e| Failure::flawed(&Flaw::Event { attempt: attempt.clone(), seq: e.seq, what: Break::Place }))?;
        Ok(Kept { activity, events, state, recomputed: true })
    }

    /// Kept content, read and checked.
    ///
    /// # Errors
    /// `Failure` where it is not there, or not what its digest says.
    pub fn content(&self, store: &dyn Store, digest: Digest) -> Result<Frozen, Failure> {
        if let Some(known) = self.contents.borrow().get(&digest) {
            return Ok(known.clone());
        }
        let bytes = store.content(&digest)?.ok_or_else(|| Failure::content_gone(&digest))?;
        let content: Frozen = serde_json::from_slice(&bytes).map_err(|e| Failure::content_gone(&digest).because(e))?;
        if Digest::of_bytes(&bytes) != digest || content.digest() != digest {
            return Err(Failure::content_gone(&digest));
        }
        self.contents.borrow_mut().insert(digest, content.clone());
        Ok(content)
    }

    /// Where list or ledger say something else of an attempt than its events.
    fn differs(&self, kept: &Kept) -> Option<Flaw> {
        let plan = &kept.activity.plan;
        let listed = self.rows.get(&plan.attempt).is_some_and(|row| row.learner == plan.learner && row.subject == plan.subject);
        if !listed {
            return Some(Flaw::Row(plan.attempt.clone()));
        }
        let attempt = || plan.attempt.clone();
        let first = kept.events.first().map(|e| e.event.digest());
        let end = kept.state.closed.as_ref().and(kept.events.last()).map(|e| e.event.digest());
        [(Sealed::Started { attempt: attempt() }, first), (Sealed::Closed { attempt: attempt() }, end)]
            .into_iter()
            .find_map(|(what, there)| self.unlike(what, there))
    }

    /// What was tried in an attempt, with its places in the ledger; nothing of an exam that does not tell its items.
    fn sat(&self, kept: &Kept, cards: &mut Cards) -> Option<Sat> {
        let attempt = || kept.activity.plan.attempt.clone();
        let told = kept.activity.scheme().is_none_or(|it| kept.state.closed.is_some() && it.result.feedback == Disclose::Full);
        let number = |what: &Sealed| self.seals.get(what).map(|seal| seal.place);
        Some(Sat {
            started: number(&Sealed::Started { attempt: attempt() }).filter(|_| told)?,
            closed: number(&Sealed::Closed { attempt: attempt() }),
            sittings: sittings(&kept.activity, &kept.state, &kept.events, cards),
        })
    }

    fn unlike(&self, what: Sealed, there: Option<Digest>) -> Option<Flaw> {
        match self.seals.get(&what) {
            None => there.map(|_| Flaw::Unsealed(what)),
            Some(seal) if there == Some(seal.digest) => None,
            Some(seal) => Some(Flaw::Line { number: seal.number, what: Break::Seal }),
        }
    }
}

/// Reads back, one by one, every attempt of those wanted that fits together; the rest is `audit`'s and `show`'s to tell.
///
/// # Errors
/// `Failure` of the store.
pub fn each(store: &dyn Store, wanted: impl Fn(&AttemptRow) -> bool, take: &mut dyn FnMut(&Kept)) -> Result<(), Failure> {
    let books = Books::open(store)?;
    for row in books.rows.values().filter(|row| wanted(row)) {
        if let Ok(kept) = books.recall(store, &row.id) {
            take(&kept);
        }
    }
    Ok(())
}

/// Everything a learner did, newest first.
///
/// # Errors
/// `Failure` of the store.
pub fn past(store: &dyn Store, learner: &Learner) -> Result<History, Failure> {
    past_in((&Books::open(store)?, None), store, learner, &mut |_, _| {})
}

/// Who looks at an attempt that is read back.
pub type See<'a> = &'a mut dyn FnMut(&AttemptRow, &Kept);

/// The same with books (and the register) that are open: for many learners. `see` looks at each attempt that reads well.
///
/// # Errors
/// `Failure` of the store.
pub fn past_in(
    (books, registry): (&Books, Option<&Registry>),
    store: &dyn Store,
    learner: &Learner,
    see: See<'_>,
) -> Result<History, Failure> {
    let assigned = assignment::of(&store.assignments()?, learner);
    let duties = assigned.into_iter().map(|it| Duty { what: it.what, due: it.due }).collect();
    let mut history = History { past: Vec::new(), duties, waived: BTreeMap::new(), tried: Vec::new(), damaged: Vec::new() };
    let (mut sat, mut cards) = (Vec::new(), Cards::default());
    let rows = store.attempts(Some(&learner.id))?;
    let exams = rows.iter().any(|row| matches!(row.subject, Subject::Licence(_)));
    let opened = (registry.is_none() && (exams || has_waiver(store, learner)?)).then(|| Registry::open(store)).transpose()?;
    let registry = registry.or(opened.as_ref());
    history.waived = registry.map(|it| it.waived(&learner.id)).unwrap_or_default();
    let voided = |id: &AttemptId| registry.is_some_and(|it| it.register.voided.contains_key(id));
    // What an examiner noted down about a candidate is no doing of the candidate's.
    let own = |row: &AttemptRow| row.subject.is_tried() && !voided(&row.id);
    for row in rows.into_iter().filter(own) {
        let kept = match (&row.subject, registry) {
            (Subject::Licence(_), Some(registry)) => registry.exam(store, &row.id).map(ExamCase::now),
            _ => books.recall(store, &row.id),
        };
        match kept {
            Ok(kept) => {
                see(&row, &kept);
                let scripted = super::registry::by_script(&kept);
                sat.extend(books.sat(&kept, &mut cards));
                let steps = (kept.state.done(&kept.activity), kept.activity.steps());
                history.past.push(Past {
                    attempt: row.id,
                    subject: row.subject,
                    last: row.last,
                    steps,
                    grade: kept.state.closed,
                    scripted,
                });
            }
            Err(_) => match sealed(store, &row)? {
                Some(past) => history.past.push(past),
                None => history.damaged.push(row.id),
            },
        }
    }
    history.tried = in_order(sat);
    Ok(history)
}

/// Whether an act says that a learner need not take a course: whether that holds, the register knows.
fn has_waiver(store: &dyn Store, learner: &Learner) -> Result<bool, Failure> {
    let waives = |deed: &Deed| matches!(deed, Deed::Waived { learner: whose, .. } if *whose == learner.id);
    Ok(store.acts()?.iter().any(|signed| waives(&signed.act.deed)))
}

/// What is known of an attempt whose content is sealed here: how it was closed; whether that follows is worked out where it is not.
fn sealed(store: &dyn Store, row: &AttemptRow) -> Result<Option<Past>, Failure> {
    let events = match store.events(&row.id) {
        Err(StoreError::Damaged(_)) => return Ok(None),
        events => events?,
    };
    let Some(Body::Started { plan }) = events.first().map(|it| &it.event.body) else { return Ok(None) };
    if sealed_in(store, plan)?.is_none() {
        return Ok(None);
    }
    let grade =
        events.last().and_then(|last| if let Body::Closed { grade } = &last.event.body { Some(grade.clone()) } else { None });
    let all = plan.parts.iter().map(|part| part.steps.len()).sum();
    let done = if grade.is_some() { all } else { 0 };
    let (attempt, subject, scripted) = (row.id.clone(), row.subject.clone(), plan.conduct == Conduct::Script);
    Ok(Some(Past { attempt, subject, last: row.last, steps: (done, all), grade, scripted }))
}

/// Everything a learner did.
pub struct History {
    /// What reads well, newest first.
    pub past: Vec<Past>,
    /// What is assigned, the first due first.
    pub duties: Vec<Duty>,
    /// Courses that need not be taken, each with since when.
    pub waived: BTreeMap<CourseId, Moment>,
    /// What was tried in it that the learner was told of, oldest first.
    pub tried: Vec<Tried>,
    /// What does not fit together: it is left out, and said.
    pub damaged: Vec<AttemptId>,
}

impl History {
    /// What it says of how far somebody is.
    pub fn known(&self) -> Known<'_> {
        Known { past: &self.past, duties: &self.duties, waived: &self.waived }
    }
}

/// An attempt by its number: what is shown of it, or the beginning or end of its id.
///
/// # Errors
/// `Failure` where none or several fit.
pub fn find<'a>(rows: &'a [AttemptRow], named: &str) -> Result<&'a AttemptRow, Failure> {
    let fitting: Vec<&AttemptRow> = rows.iter().filter(|row| is_meant(row.id.as_str(), named)).collect();
    match fitting[..] {
        [one] => Ok(one),
        [] => Err(Failure::usage("fail-no-attempt", [("id", named)]).hint("hint-attempts", [])),
        _ => {
            let ids = several(fitting.iter().map(|row| row.id.short()));
            Err(Failure::usage("fail-two-attempts", [("id", named)]).hint("hint-fitting", [("ids", &ids)]))
        }
    }
}

/// The most numbers that are listed where several fit.
const LISTED: usize = 10;

/// Numbers that fit what was typed, in a line.
pub fn several<'a>(numbers: impl Iterator<Item = &'a str>) -> String {
    let mut all: Vec<&str> = numbers.take(LISTED + 1).collect();
    if let Some(last) = all.get_mut(LISTED) {
        *last = "…";
    }
    all.join(" · ")
}

/// How an attempt is shown: the last eight characters of its id, which are random.
pub fn short(id: &AttemptId) -> String {
    id.short().to_owned()
}
