//! `result [ATTEMPT]`: what an exam came to, with everything observed and decided since; on the screen, as a page, or for programs.

use serde_json::json;

use super::appeal::told::{afterwards, against};
use super::args::Result as Args;
use super::away::Away;
use super::decide::exam_case;
use super::failure::{Exit, Failure, asker_failure};
use super::licences::State;
use super::lifecycle::told::taken;
use super::recall::{find, short};
use super::registry::{ExamCase, Registry, must_be_free};
use super::room::{Call, Room};
use super::{Outcome, files, heard};
use crate::analysis::chance::sem_at_mark;
use crate::attempt::act::Issued;
use crate::attempt::plan::{Activity, Step, Subject};
use crate::base::id::{AttemptId, Lang};
use crate::base::moment::Moment;
use crate::grade::eligible::{again, eligible};
use crate::locale::Words;
use crate::model::grade::Standing;
use crate::model::library::Library;
use crate::model::page::Block;
use crate::model::word::Disclose;
use crate::report::result::{AppealTold, Place, ResultCase, StandsTold, Told, When, objectives, told};
use crate::store::sealed::lent_for;
use crate::store::{Learner, Store};

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    let (library, store) = (call.library()?, call.store()?);
    if let Some(exit) = recorded(call, (store.as_ref(), &library), args)? {
        return Ok(exit);
    }
    let registry = Registry::open(store.as_ref())?;
    let (attempt, case) = match &args.attempt {
        Some(named) => exam_case(store.as_ref(), &registry, named)?,
        None => newest(call, store.as_ref(), &registry)?,
    };
    let id = short(&attempt);
    let learner_id = case.kept.activity.plan.learner.clone();
    let learner = store.learners()?.into_iter().find(|l| l.id == learner_id);
    must_be_free(store.as_ref(), &learner_id)?;
    let words = learner.as_ref().map_or_else(|| call.words.clone(), |l| call.words_of(l));
    let desk =
        Desk { library: &library, store: store.as_ref(), registry: &registry, now: call.ports.now(), lang: lang(&case, &words) };
    let Some(told) = desk.told(&case, learner.as_ref())? else {
        return Err(Failure::new(Exit::Refused, "fail-exam-not-over", [("id", &id)])
            .hint("hint-exam-go-on", [("id", case.kept.activity.plan.subject.parts().1)]));
    };
    let exit = exit(&case);
    let as_json = || serde_json::to_value(&told).map_err(|e| Failure::new(Exit::Bug, "fail-bug", []).because(e));
    if let Some(out) = &args.out {
        let page = if call.json() { format!("{:#}\n", as_json()?) } else { told.html(&words.for_pages()) };
        files::write_page(call, out, &page)?;
    } else if call.json() {
        call.print_json(&as_json()?)?;
    } else {
        let text = call.report_look(learner.as_ref()).painted(&told.blocks(&words, Place::Shell), &words);
        call.print(&text)?;
    }
    Ok(exit)
}

/// Where the exam's content is sealed here: what is on record of it and what the desk told, without items.
fn recorded(call: &mut Call<'_>, (store, library): (&dyn Store, &Library), args: &Args) -> Result<Option<Exit>, Failure> {
    let all = store.attempts(None)?;
    let row = match &args.attempt {
        Some(named) => find(&all, named)?,
        None => {
            let learner = call.learner(store)?.id;
            let newest = all.iter().find(|row| row.learner == learner && matches!(row.subject, Subject::Licence(_)));
            let Some(row) = newest else { return Ok(None) };
            row
        }
    };
    let Some(away) = Away::of(store, &row.id)? else { return Ok(None) };
    let appeal = against(store, &Registry::open(store)?, (&row.learner, &row.id), &library.time_zone)?;
    if call.json() {
        let value = json!({
            "attempt": row.id, "verdict": away.word(), "sealed": away.sitting, "told_by_desk": away.is_told(),
            "appeal_until": away.appeal_until, "appealed": appeal,
        });
        call.print_json(&value)?;
    } else {
        let text = sealed(store, (&row.id, &away, appeal.as_ref()), (library, &call.words, call.ports.now()))?;
        call.print_said(&text)?;
    }
    Ok(Some(by_word(&away)))
}

/// What is said of an exam whose content is sealed here.
fn sealed(
    store: &dyn Store,
    (attempt, away, appeal): (&AttemptId, &Away, Option<&AppealTold>),
    (library, words, now): (&Library, &Words, Moment),
) -> Result<String, Failure> {
    // What the desk told follows in its own words.
    let verdict = if away.is_told() { "over" } else { away.word() };
    let args = [("id", short(attempt).into()), ("verdict", verdict.into()), ("sitting", away.sitting.short().into())];
    let mut lines = vec![words.with("result-sealed", &args)];
    if away.is_told() {
        lines.extend(heard::about(store, attempt, library, (words, now))?);
    }
    lines.extend(appeal.map(|it| words.with("result-appealed", &[("said", it.said(words).into())])));
    Ok(lines.join("\n"))
}

fn by_word(away: &Away) -> Exit {
    if away.word() == "passed" { Exit::Done } else { Exit::NotPassed }
}

/// The newest exam of the learner at the keyboard.
fn newest(call: &Call<'_>, store: &dyn Store, registry: &Registry) -> Result<(AttemptId, ExamCase), Failure> {
    let learner = call.learner(store)?;
    let rows = store.attempts(Some(&learner.id))?;
    let row = rows.iter().find(|r| matches!(r.subject, Subject::Licence(_)));
    let row = row
        .ok_or_else(|| Failure::new(Exit::Refused, "fail-no-exam-yet", [("name", &learner.name)]).hint("hint-exam-first", []))?;
    Ok((row.id.clone(), registry.exam(store, &row.id)?))
}

/// 1 where it was not passed, void or is not decided; 0 where it was passed.
fn exit(case: &ExamCase) -> Exit {
    match &case.outcome {
        Some(outcome) if !outcome.voided && outcome.verdict.standing == Standing::Passed => Exit::Done,
        _ => Exit::NotPassed,
    }
}

/// Shows in the room what an exam came to; nothing while it is not over.
///
/// # Errors
/// `Failure` of the store or the screen.
pub fn show(room: &mut Room<'_>, attempt: &AttemptId) -> Outcome {
    let store = room.store.as_ref();
    if let Some(away) = Away::of(store, attempt)? {
        let appeal = against(store, &Registry::open(store)?, (&room.learner.id, attempt), &room.library.time_zone)?;
        let text = sealed(store, (attempt, &away, appeal.as_ref()), (&room.library, &room.words, room.ports.now()))?;
        room.asker.show(&[Block::Text(text)]).map_err(|e| asker_failure(&e, &room.words))?;
        return Ok(by_word(&away));
    }
    let registry = Registry::open(store)?;
    let case = registry.exam(store, attempt)?;
    let lent = lent_for(store, &case.kept.activity.plan)?.is_some();
    let place = match room.at_home {
        _ if lent => Place::Away,
        true => Place::Home,
        false => Place::Shell,
    };
    let lang = lang(&case, &room.words);
    let desk = Desk { library: &room.library, store, registry: &registry, now: room.ports.now(), lang };
    let told = desk.told(&case, Some(&room.learner))?;
    let blocks = told.map(|told| told.blocks(&room.words, place)).unwrap_or_default();
    room.asker.show(&blocks).map_err(|e| asker_failure(&e, &room.words))?;
    Ok(exit(&case))
}

/// Whether an exam's result tells its items: it is over, and its scheme tells everything.
///
/// # Errors
/// `Failure` of the store.
pub fn tells_items(store: &dyn Store, attempt: &AttemptId) -> Result<bool, Failure> {
    let case = Registry::open(store)?.exam(store, attempt)?;
    let full = case.kept.activity.scheme().is_some_and(|scheme| scheme.result.feedback == Disclose::Full);
    Ok(case.outcome.is_some() && full)
}

/// The reader's language where the exam's content has it; else the one that it was sat in.
fn lang(case: &ExamCase, words: &Words) -> Lang {
    let (activity, wanted) = (&case.kept.activity, words.tongue().lang());
    let has = activity.scheme().is_some_and(|scheme| scheme.title.by_language().any(|(lang, _)| *lang == wanted));
    if has { wanted } else { activity.plan.language.clone() }
}

/// What a result is told from.
struct Desk<'a> {
    library: &'a Library,
    store: &'a dyn Store,
    registry: &'a Registry,
    now: Moment,
    lang: Lang,
}

impl Desk<'_> {
    fn told(&self, case: &ExamCase, learner: Option<&Learner>) -> Result<Option<Told>, Failure> {
        let Some((outcome, scheme)) = case.outcome.as_ref().zip(case.kept.activity.scheme()) else { return Ok(None) };
        let (again, left) = match learner {
            Some(learner) => {
                let cases = self.registry.exams(self.store, &learner.id, scheme)?;
                let candidate = self.registry.candidate(self.store, learner, (scheme, self.library), &cases)?;
                let left = eligible(scheme, &candidate, self.now).left();
                (again(scheme, &candidate, self.now), left)
            }
            None => (None, 0),
        };
        let error = measured(&case.kept.activity);
        let attempt = &case.kept.activity.plan.attempt;
        let issued = self.registry.register.issued_on(attempt);
        let taken = issued.and_then(|it| taken(self.registry, it, (self.now, &self.library.time_zone)));
        let stands = issued.and_then(|it| self.stands(it));
        Ok(told(&ResultCase {
            activity: &case.kept.activity,
            state: &case.kept.state,
            events: &case.kept.events,
            outcome,
            learner: learner.map_or("–", |l| &l.name),
            issued: issued.map(|it| &it.number),
            taken: taken.as_ref(),
            stands: stands.as_ref(),
            afterwards: &afterwards(self.store, self.registry, case, (self.now, &self.library.time_zone))?,
            again,
            attempts_left: left,
            error: error.as_deref(),
            zone: &self.library.time_zone,
            objectives: &objectives(self.library),
            lang: &self.lang,
        }))
    }

    /// How a licence from which nothing is taken stands now; what is taken says `taken`.
    fn stands(&self, issued: &Issued) -> Option<StandsTold> {
        let local = issued.until.local(&self.library.time_zone).chars().take(10).collect();
        let until = When { at: issued.until, local };
        match State::of_number(self.registry, issued, self.now) {
            State::Valid => Some(StandsTold::Valid { until }),
            State::Provisional => Some(StandsTold::Provisional { until }),
            State::Fulfilled => Some(StandsTold::Fulfilled { until }),
            State::Expired => Some(StandsTold::Expired { until }),
            State::Superseded(by) => Some(StandsTold::Superseded { by }),
            State::Suspended(_) | State::Revoked | State::Waiting | State::Erased | State::Unproven => None,
        }
    }
}

/// The measurement error at the mark of the form that was drawn, in points of a hundred.
fn measured(activity: &Activity) -> Option<String> {
    let scheme = activity.scheme()?;
    let (mut questions, mut stages) = (Vec::new(), Vec::new());
    for step in activity.plan.parts.iter().flat_map(|p| &p.steps) {
        match step {
            Step::Ask { content, .. } => questions.push(activity.question(content)),
            Step::Play { content, .. } => stages.push(activity.stage(content)),
            _ => {}
        }
    }
    // What stations leave open no formula knows: two examiners show it.
    let asked = !questions.is_empty() || !stages.is_empty();
    let known = asked && !scheme.has_stations();
    known.then(|| sem_at_mark(scheme, &questions, &stages).ok()).flatten().map(|sem| sem.points.decimal(1))
}
