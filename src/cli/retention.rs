//! `retention`: what lies beside the record and is due to go, by the library's `[retention]`; `--apply` lets it go. Nothing goes by itself.
//!
//! Sealed papers of sittings that are over go with it, by a rule of their own (`sitting/gone`). The record always stands: events, acts,
//! ledger. What an exam was answered in words stays as long as a licence on it holds, whatever
//! the rule says: it is what an appeal would be answered from. How far things were let go is noted beside, so that `audit` does not
//! take it for a theft.

use std::collections::{BTreeMap, BTreeSet};

use super::failure::{Exit, Failure, asker_failure};
use super::registry::Registry;
use super::room::Call;
use super::sitting::gone;
use super::{Outcome, beside, day, erase};
use crate::attempt::event::Recorded;
use crate::attempt::plan::{Plan, Subject};
use crate::base::day::end;
use crate::base::moment::Moment;
use crate::model::form::{Choice, Reply};
use crate::model::library::Letting;
use crate::model::span::Lasts;
use crate::report::rules::lasts;
use crate::store::{Learner, LetGo, Store, chain};
use crate::terminal::Asked;

/// The setting with the newest thing of each kind that was let go, as a JSON object of moments.
const LET_GO: &str = "let-go";

/// `retention`
#[derive(Debug, clap::Args)]
pub struct Retention {
    /// Lets go what is due.
    #[arg(long, conflicts_with = "on")]
    pub apply: bool,
    /// Without asking, for scripts.
    #[arg(long, requires = "apply")]
    pub yes: bool,
    /// What will be due on that day.
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
}

/// What is due.
#[derive(Default)]
struct Due {
    /// What of attempts, acts and sayings goes.
    go: LetGo,
    /// Who goes.
    people: Vec<Learner>,
    /// By rule: how many, and the newest of them.
    rules: BTreeMap<Letting, (usize, Moment)>,
}

impl Due {
    fn count(&mut self, what: Letting, at: Moment) {
        let (count, newest) = self.rules.entry(what).or_default();
        *count += 1;
        *newest = at.max(*newest);
    }
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Retention) -> Outcome {
    let (library, mut store) = (call.library()?, call.store()?);
    let zone = library.time_zone.as_str();
    let now = match &args.on {
        Some(typed) => end(day::day(typed)?, zone).ok_or_else(|| Failure::usage("fail-day", [("day", typed)]))?,
        None => call.ports.now(),
    };
    let due = due(store.as_ref(), &library.retention, (now, zone))?;
    if !call.json() {
        show(call, &library.retention, &due)?;
    }
    let papers = gone::due(store.as_ref(), &|| now)?;
    if !call.json() && !papers.is_empty() {
        call.tell("retention-papers", &[("count", papers.len().into()), ("days", gone::DAYS.into())]);
    }
    let any = !papers.is_empty() || due.rules.values().any(|(count, _)| *count > 0);
    let applied = args.apply && any && (args.yes || asked(call)?);
    if applied {
        gone::let_go(call, store.as_mut(), None)?;
        let people = let_go(store.as_mut(), &due)?;
        call.tell("note-let-go", &[("people", people.into())]);
    }
    if call.json() {
        let rule = |(what, lasts): (&Letting, &Lasts)| {
            let count = due.rules.get(what).map_or(0, |(count, _)| *count);
            serde_json::json!({ "what": what, "kept": lasts.to_string(), "due": count })
        };
        let rules: Vec<_> = library.retention.iter().map(rule).collect();
        call.print_json(&serde_json::json!({ "on": now, "rules": rules, "papers": papers.len(), "applied": applied }))?;
    }
    Ok(Exit::Done)
}

fn due(store: &dyn Store, rules: &BTreeMap<Letting, Lasts>, (now, zone): (Moment, &str)) -> Result<Due, Failure> {
    let mut due = Due::default();
    let over =
        |what: Letting, at: Moment| rules.get(&what).and_then(|lasts| lasts.until(at, zone)).is_some_and(|until| until < now);
    let registry = Registry::open(store)?;
    let held: BTreeSet<_> =
        registry.register.issued.iter().filter(|(_, _, i)| i.until >= now).map(|(_, _, i)| i.attempt.clone()).collect();
    for row in store.attempts(None)? {
        let what = words_of(&row.subject);
        let open_exam = what == Letting::ExamWords && !row.closed;
        if over(what, row.last) && !open_exam && !held.contains(&row.id) {
            let events = store.events(&row.id)?;
            if events.iter().any(|it| it.beside.is_some() && chain::words(&it.event).is_some()) {
                due.count(what, row.last);
                due.go.words.insert(row.id);
            }
        }
    }
    for saying in store.sayings(None)?.into_iter().filter(|it| over(Letting::Said, it.at)) {
        due.count(Letting::Said, saying.at);
        due.go.said.insert(saying.id);
    }
    for signed in registry.acts.iter().filter(|it| it.beside.is_some() && over(Letting::Reasons, it.act.at)) {
        due.count(Letting::Reasons, signed.act.at);
        due.go.reasons.insert(signed.act.id.clone());
    }
    for learner in store.learners()? {
        if let Some(left) = learner.post.left.filter(|left| over(Letting::LeftPeople, *left)) {
            due.count(Letting::LeftPeople, left);
            due.people.push(learner);
        }
    }
    Ok(due)
}

/// By which rule words typed in an attempt go.
pub const fn words_of(subject: &Subject) -> Letting {
    match subject {
        Subject::Licence(_) | Subject::Station(_) | Subject::Appeal(_) => Letting::ExamWords,
        Subject::Course(_) | Subject::Bank(_) | Subject::Review | Subject::Scenario(_) | Subject::Agreement(_) => {
            Letting::PracticeWords
        }
    }
}

fn show(call: &mut Call<'_>, rules: &BTreeMap<Letting, Lasts>, due: &Due) -> Result<(), Failure> {
    if rules.is_empty() {
        call.tell("note-kept-for-ever", &[]);
        return Ok(());
    }
    let words = call.words.clone();
    let mut rows = vec![["retention-what", "retention-kept", "retention-due"].map(|key| words.get(key)).to_vec()];
    for (_, what) in Letting::ALL {
        let kept = rules.get(what).map_or_else(|| words.get("retention-for-ever"), |it| lasts(&words, *it));
        let count = due.rules.get(what).map_or(0, |(count, _)| *count);
        rows.push(vec![words.get(&format!("letting-{}", what.word().replace('_', "-"))), kept, count.to_string()]);
    }
    call.print_rows(&rows)?;
    for learner in &due.people {
        call.tell("retention-person", &[("name", learner.called().into())]);
    }
    Ok(())
}

/// Asks once; without a terminal nothing goes.
fn asked(call: &Call<'_>) -> Result<bool, Failure> {
    if call.ports.screen.is_none() {
        return Err(Failure::usage("fail-no-terminal", []).hint("hint-yes-apply", []));
    }
    let words = call.words.clone();
    let mut asker = call.look(None).person(&words)?;
    let choice = |key: &str| Choice { key: key.into(), text: words.get(&format!("retention-{key}")) };
    let asked =
        asker.choose(&words.get("ask-let-go"), &[choice("no"), choice("yes")], "").map_err(|e| asker_failure(&e, &words))?;
    Ok(matches!(asked, Asked::Reply(Reply::Picked(key)) if key.as_str() == "yes"))
}

/// Lets it go; how many people were erased: whoever sits an exam is not.
fn let_go(store: &mut dyn Store, due: &Due) -> Result<usize, Failure> {
    // How far, and what goes, as one: nothing ever looks stolen.
    beside::together(store, |store| {
        beside::change(store, LET_GO, |until: &mut BTreeMap<Letting, Moment>| {
            for (what, (_, newest)) in &due.rules {
                let at = until.entry(*what).or_insert(*newest);
                *at = (*at).max(*newest);
            }
        })?;
        Ok::<(), Failure>(store.let_go(&due.go)?)
    })?;
    let mut erased = 0;
    for learner in &due.people {
        if erase::in_the_way(store, learner).is_ok() {
            erase::forget(store, &learner.id)?;
            erased += 1;
        }
    }
    Ok(erased)
}

/// Whether words typed in an attempt are gone as they may be: with their person, or because their time was over.
///
/// # Errors
/// `Failure` of the store.
pub fn forgotten(store: &dyn Store, plan: &Plan, events: &[Recorded]) -> Result<bool, Failure> {
    let Some(last) = events.last().map(|it| it.event.at) else { return Ok(false) };
    if !events.iter().any(|it| it.beside.is_none() && chain::words(&it.event).is_some()) {
        return Ok(false);
    }
    let due = gone_until(store)?.get(&words_of(&plan.subject)).is_some_and(|until| last <= *until);
    Ok(due || store.learners()?.iter().all(|learner| learner.id != plan.learner))
}

/// Up to when things of each kind were let go.
///
/// # Errors
/// `Failure` of the store.
pub fn gone_until(store: &dyn Store) -> Result<BTreeMap<Letting, Moment>, Failure> {
    beside::read(store, LET_GO)
}
