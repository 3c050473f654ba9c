//! Exams marked again under the library of today: what stands in the place of what was asked, and what each exam would come to. The
//! scheme that was frozen with an exam stays its rule: a new pass mark fails nobody afterwards. Writes nothing.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::attempt::plan::{Activity, Step, Swap};
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, LicenceNumber, ScenarioId};
use crate::base::points::Points;
use crate::cli::failure::Failure;
use crate::cli::recall::Kept;
use crate::cli::registry::{ExamCase, Registry};
use crate::cli::start;
use crate::grade::regrade::{self, Fresh, Item, Marked, Unlike, again, falls};
use crate::model::frozen::Frozen;
use crate::model::grade::ExamGrade;
use crate::model::library::Library;
use crate::store::{AttemptRow, Store};

/// The library of today, as what stands in the place of what was asked.
pub struct Today<'a> {
    library: &'a Library,
    /// The only question that is taken from it.
    only: Option<&'a str>,
    /// Best attainable of role-plays, worked out once each; none where one cannot be played.
    best: RefCell<BTreeMap<ScenarioId, Option<Points>>>,
}

/// An exam, as it stands and as it would under today's content.
pub struct Case {
    /// As it stands.
    pub before: ExamCase,
    /// Its steps whose content is another now.
    pub items: Vec<Item>,
    /// Under all of today's content that can be compared; none where that is no other.
    pub today: Option<Remarked>,
    /// Where marks may only rise; none where nothing does.
    pub rising: Option<Remarked>,
    /// Whether its marks were lowered before.
    pub lowered: bool,
    /// The licence that rests on it: its marks stay.
    pub licence: Option<LicenceNumber>,
}

/// What can be said of exams under today's content.
pub struct Compared {
    /// Those that could be worked out again.
    pub cases: Vec<Case>,
    /// How many could not: words that they rest on are erased. What they would earn nobody knows, and nothing is recorded on them.
    pub erased: usize,
}

/// An exam marked again.
pub struct Remarked {
    /// What it comes to with everybody's marks.
    pub case: ExamCase,
    /// The grade of the candidate's own attempt.
    pub grade: ExamGrade,
    /// What stands in the places of what was asked, counted from the plan as it was sat.
    pub swaps: Vec<Swap>,
    /// That content.
    pub contents: Vec<Frozen>,
}

impl Remarked {
    /// Whether a step was marked under that content.
    pub fn counts(&self, marked: &Marked) -> bool {
        self.contents.iter().any(|it| it.digest() == marked.swap.now)
    }
}

impl Case {
    /// The exam.
    pub fn attempt(&self) -> &AttemptId {
        &self.before.kept.activity.plan.attempt
    }

    /// Whether any of today's content that can be compared makes another exam of it.
    pub const fn is_other(&self) -> bool {
        self.today.is_some() || self.rising.is_some()
    }

    /// What is recorded, and said before and after.
    pub fn applied(&self, lower: bool) -> Option<&Remarked> {
        if self.licence.is_some() {
            return None;
        }
        if lower { self.today.as_ref() } else { self.rising.as_ref() }
    }
}

impl<'a> Today<'a> {
    /// The library, or one question of it.
    pub fn new(library: &'a Library, only: Option<&'a str>) -> Self {
        Self { library, only, best: RefCell::default() }
    }

    /// The exams that count and read, as they would stand; `step` is called after each.
    ///
    /// # Errors
    /// `Failure` of the store, or where an exam does not hold together.
    pub fn cases(
        &self,
        store: &dyn Store,
        registry: &Registry,
        rows: &[AttemptRow],
        step: &mut dyn FnMut(),
    ) -> Result<Compared, Failure> {
        let mut out = Compared { cases: Vec::new(), erased: 0 };
        for row in rows {
            if !registry.register.voided.contains_key(&row.id) {
                let before = registry.exam(store, &row.id)?;
                if before.kept.recomputed {
                    out.cases.extend(self.case(store, registry, before)?);
                } else {
                    out.erased += 1;
                }
            }
            step();
        }
        Ok(out)
    }

    fn case(&self, store: &dyn Store, registry: &Registry, before: ExamCase) -> Result<Option<Case>, Failure> {
        let attempt = &before.kept.activity.plan.attempt;
        let Some(grade) = before.kept.grade() else { return Ok(None) };
        let (activity, events) = (&before.kept.activity, &before.kept.events);
        let items = regrade::items(activity, events, &|step| self.fresh(step));
        let with = |swaps: Vec<Swap>| self.with(store, registry, &before, (&items, swaps));
        // Whether a question that is worded otherwise still asks the same, only a person can say: who names it has looked.
        let looked: Vec<&Item> = items.iter().filter(|item| self.only.is_some() || !asks_otherwise(item)).collect();
        let today = with(regrade::all(&looked))?.filter(|it| it.grade != *grade);
        let rising = with(regrade::rising(activity, events, &looked, grade))?;
        let rising = rising.filter(|it| it.grade != *grade && !falls(grade, &it.grade));
        let licence = registry.register.issued_on(attempt).map(|it| it.number.clone());
        let lowered = registry.register.regraded.get(attempt).is_some_and(|it| it.regraded.lowers);
        Ok(Some(Case { lowered, items, today, rising, licence, before }))
    }

    /// An exam under this library's keys throughout; `None` where something of it was asked otherwise than it is here, nothing is
    /// other, or words that it rests on are erased.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn wholly(&self, store: &dyn Store, registry: &Registry, exam: &ExamCase) -> Result<Option<ExamCase>, Failure> {
        if !exam.kept.recomputed {
            return Ok(None);
        }
        let activity = &exam.kept.activity;
        let items = regrade::items(activity, &exam.kept.events, &|step| self.fresh(step));
        let alike = |item: &Item| match (activity.step(item.at), item.now.as_ref().map(|it| &*it.content)) {
            (Step::Ask { content, .. }, Ok(Frozen::Question(new))) => {
                regrade::asks_alike(activity.question(content), new, &activity.plan.language)
            }
            _ => false,
        };
        if !items.iter().all(alike) {
            return Ok(None);
        }
        let swaps = regrade::all(&items.iter().collect::<Vec<_>>());
        Ok(self.with(store, registry, exam, (&items, swaps))?.map(|it| it.case))
    }

    /// An exam under other content; `None` where nothing is exchanged, or it does not go together.
    fn with(
        &self,
        store: &dyn Store,
        registry: &Registry,
        before: &ExamCase,
        (items, swaps): (&[Item], Vec<Swap>),
    ) -> Result<Option<Remarked>, Failure> {
        let content = |swap: &Swap| {
            let marked = items.iter().filter_map(|item| item.now.as_ref().ok()).find(|it| it.swap.now == swap.now)?;
            Some((*marked.content).clone())
        };
        let contents: Vec<Frozen> = swaps.iter().filter_map(content).collect();
        let fresh: BTreeMap<Digest, Frozen> = contents.iter().map(|it| (it.digest(), it.clone())).collect();
        let Kept { activity, events, state, recomputed } = &before.kept;
        let Some(again) = again(activity, events, &swaps, &fresh).filter(|_| !swaps.is_empty()) else { return Ok(None) };
        let grade = again.grade.clone();
        let (events, state) = (events.clone(), state.clone());
        let kept = Kept { activity: activity.clone(), events, state, recomputed: *recomputed }.under(again);
        let case = registry.case(store, kept)?;
        let swaps = from_the_start(before, activity, swaps);
        Ok(Some(Remarked { case, grade, swaps, contents }))
    }

    /// What stands in a step's place today.
    fn fresh(&self, step: &Step) -> Option<Fresh> {
        let (was, content, best) = match step {
            Step::Ask { question, content, .. } if self.only.is_none_or(|only| only == question.as_str()) => {
                let Some(it) = self.library.question(question) else { return Some(Fresh::Not(Unlike::Gone)) };
                (*content, Frozen::Question(Box::new(it.clone())), None)
            }
            Step::Play { scenario, content, .. } if self.only.is_none() => {
                let Some(it) = self.library.scenarios.get(scenario) else { return Some(Fresh::Not(Unlike::Gone)) };
                let frozen = Frozen::Scenario(Box::new(it.clone()));
                if frozen.digest() == *content {
                    return None;
                }
                let best = *self.best.borrow_mut().entry(scenario.clone()).or_insert_with(|| start::best(it).ok());
                let Some(best) = best else { return Some(Fresh::Not(Unlike::Unplayable)) };
                (*content, frozen, Some(best))
            }
            _ => return None,
        };
        let now = content.digest();
        (now != was).then(|| Fresh::Other(Box::new(content), Swap { was, now, best }))
    }
}

/// Whether a question is worded otherwise: it may ask something else.
pub fn asks_otherwise(item: &Item) -> bool {
    item.now.as_ref().is_ok_and(|it| it.reworded && !is_talk(it))
}

/// Whether it is a talk. Its replies are chosen by their ids and lead where they lead, however they are worded.
pub const fn is_talk(marked: &Marked) -> bool {
    matches!(*marked.content, Frozen::Scenario(_))
}

/// Why something that is worded otherwise is told: the name of its words. A talk whose points are others is told with these.
pub fn reworded(item: &Item) -> Option<&'static str> {
    let now = item.now.as_ref().ok().filter(|it| it.reworded)?;
    match is_talk(now) {
        true => (now.mark == item.was).then_some("reworded-talk"),
        false => Some("reworded"),
    }
}

/// What stands in the places of the plan as it was sat: an exam may have been marked again before.
fn from_the_start(before: &ExamCase, activity: &Activity, swaps: Vec<Swap>) -> Vec<Swap> {
    let recorded = before.recorded.parts.iter().flat_map(|part| &part.steps);
    let now = activity.plan.parts.iter().flat_map(|part| &part.steps);
    let mut out = Vec::new();
    for (was, now) in recorded.zip(now) {
        let newest = swaps.iter().find(|swap| swap.was == now.content());
        let best = match now {
            Step::Play { best, .. } => Some(*best),
            _ => None,
        };
        let swap = match newest {
            Some(swap) => Swap { was: was.content(), ..swap.clone() },
            None => Swap { was: was.content(), now: now.content(), best },
        };
        if swap.now != swap.was && !out.contains(&swap) {
            out.push(swap);
        }
    }
    out
}
