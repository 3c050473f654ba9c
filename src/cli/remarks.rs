//! `remarks`: what learners found wrong: the queue, one of them, and the trainer's answer, which the learner reads on home.

use clap::{Args, ValueEnum};
use serde_json::{Value, json};

use super::Outcome;
use super::failure::{Exit, Failure};
use super::recall::{self, several};
use super::registry::Registry;
use super::room::Call;
use super::sayings::{self, Draft, called, remarked, ruled};
use crate::attempt::saying::{Matter, Ruling, Saying, Spot};
use crate::base::id::is_meant;
use crate::model::page::{Block, Item};
use crate::report::spots;
use crate::store::{Learner, Store};

/// `remarks [REMARK [RULING WORDS]]`
#[derive(Debug, Args)]
pub struct Remarks {
    /// One of them: the end of its id.
    pub remark: Option<String>,
    /// What becomes of the item.
    #[arg(value_enum, requires = "words")]
    pub ruling: Option<Becomes>,
    /// The answer.
    pub words: Option<String>,
    /// Answered ones too.
    #[arg(long, conflicts_with = "remark")]
    pub all: bool,
    /// Who answers.
    #[arg(long, value_name = "NAME")]
    pub staff: Option<String>,
}

/// What becomes of an item, as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Becomes {
    /// Right as it is.
    Keep,
    /// Its words are mended.
    Reword,
    /// Its key is mended.
    Rekey,
}

impl Becomes {
    const fn ruling(self) -> Ruling {
        match self {
            Self::Keep => Ruling::Keep,
            Self::Reword => Ruling::Reword,
            Self::Rekey => Ruling::Rekey,
        }
    }
}

/// A remark with its answers.
struct Case<'a> {
    remark: &'a Saying,
    spot: &'a Spot,
    answer: Option<(&'a Saying, Ruling)>,
    learner: String,
}

/// Everything that is said, and who may be meant.
struct Queue {
    sayings: Vec<Saying>,
    /// Whose attempt each remark is about.
    owners: std::collections::BTreeMap<crate::base::id::AttemptId, Learner>,
    registry: Registry,
}

impl Queue {
    fn open(store: &dyn Store) -> Result<Self, Failure> {
        let learners = store.learners()?;
        let owner = |row: crate::store::AttemptRow| Some((row.id, learners.iter().find(|l| l.id == row.learner)?.clone()));
        let owners = store.attempts(None)?.into_iter().filter_map(owner).collect();
        Ok(Self { sayings: store.sayings(None)?, owners, registry: Registry::open(store)? })
    }

    fn cases(&self) -> impl Iterator<Item = Case<'_>> {
        self.sayings.iter().filter_map(|remark| {
            let answered = |saying: &'_ Saying| matches!(&saying.matter, Matter::Answer { remark: to, .. } if *to == remark.id);
            let answer = self.sayings.iter().find(|saying| answered(saying)).and_then(|saying| match saying.matter {
                Matter::Answer { ruling, .. } => Some((saying, ruling)),
                _ => None,
            });
            let learner = self.owners.get(&remark.attempt).map_or_else(|| "–".to_owned(), Learner::called);
            Some(Case { remark, spot: remarked(remark)?, answer, learner })
        })
    }

    fn find(&self, named: &str) -> Result<Case<'_>, Failure> {
        let mut fitting = self.cases().filter(|case| is_meant(case.remark.id.as_str(), named));
        match (fitting.next(), fitting.next()) {
            (Some(one), None) => Ok(one),
            (None, _) => Err(Failure::usage("fail-no-remark", [("id", named)]).hint("hint-remarks", [])),
            (Some(one), Some(two)) => {
                let ids = several([one, two].iter().chain(&fitting.collect::<Vec<_>>()).map(|case| case.remark.id.short()));
                Err(Failure::usage("fail-two-attempts", [("id", named)]).hint("hint-fitting", [("ids", &ids)]))
            }
        }
    }
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Remarks) -> Outcome {
    let mut store = call.store()?;
    let queue = Queue::open(store.as_ref())?;
    match (&args.remark, args.ruling, &args.words) {
        (None, ..) => list(call, &queue, args.all),
        (Some(named), None, _) => open(call, store.as_ref(), &queue, named),
        (Some(named), Some(ruling), words) => {
            let words = words.as_deref().unwrap_or_default();
            answer(
                call,
                store.as_mut(),
                &queue.find(named)?,
                (ruling.ruling(), words, sayings::trainer(&queue.registry, args.staff.as_deref())?),
            )
        }
    }
}

fn list(call: &mut Call<'_>, queue: &Queue, all: bool) -> Outcome {
    let cases: Vec<Case<'_>> = queue.cases().filter(|case| all || case.answer.is_none()).collect();
    if call.json() {
        let objects: Vec<Value> = cases.iter().map(|case| object(call, queue, case)).collect();
        return call.print_json(&Value::Array(objects)).map(|()| Exit::Done);
    }
    if cases.is_empty() {
        call.tell(if all { "note-no-remarks" } else { "note-no-open-remarks" }, &[]);
        return Ok(Exit::Done);
    }
    let mut rows =
        vec![["head-id", "head-item", "head-name", "head-words", "head-ruling"].map(|key| call.words.get(key)).to_vec()];
    rows.extend(cases.iter().map(|case| {
        let ruling = case.answer.map_or_else(
            || call.words.get("ruling-open"),
            |(_, ruling)| call.words.get(&format!("ruling-name-{}", ruling.word())),
        );
        vec![case.remark.id.short().to_owned(), place(case.spot), case.learner.clone(), case.remark.words.clone(), ruling]
    }));
    call.print_rows(&rows)?;
    call.tell("hint-remark-open", &[]);
    Ok(Exit::Done)
}

/// `queue/opening`, with the step where the turn may come again.
fn place(spot: &Spot) -> String {
    if spot.step == 0 { spot.item.clone() } else { format!("{} #{}", spot.item, spot.step) }
}

fn object(call: &Call<'_>, queue: &Queue, case: &Case<'_>) -> Value {
    let answer = case.answer.map(|(saying, ruling)| {
        json!({ "ruling": ruling, "words": saying.words, "by": called(&call.words, &queue.registry, &saying.by), "at": saying.at })
    });
    let Saying { id, at, attempt, words, .. } = case.remark;
    json!({ "remark": id, "at": at, "attempt": attempt, "item": case.spot.item, "step": case.spot.step, "learner": case.learner,
        "words": words, "answer": answer })
}

/// One remark with the item as the learner had it.
fn open(call: &mut Call<'_>, store: &dyn Store, queue: &Queue, named: &str) -> Outcome {
    let case = queue.find(named)?;
    if call.json() {
        let object = object(call, queue, &case);
        return call.print_json(&object).map(|()| Exit::Done);
    }
    let kept = recall::recall(store, &case.remark.attempt)?;
    let same = queue.cases().filter(|it| it.spot.item == case.spot.item).count();
    let mut blocks = vec![Block::Title(call.words.with("remark-about", &[("item", place(case.spot).into())]))];
    blocks.extend(spots::told(&kept.activity, &kept.state, case.spot));
    let mut said = vec![Item::named(case.learner.clone(), case.remark.words.clone())];
    if let Some((saying, ruling)) = case.answer {
        said.push(Item::named(called(&call.words, &queue.registry, &saying.by), ruled(&call.words, ruling, &saying.words)));
    }
    blocks.push(Block::Items(said));
    if same > 1 {
        blocks.push(Block::Text(call.words.with("remark-same", &[("count", same.into())])));
    }
    let text = call.report_look(None).painted(&blocks, &call.words);
    call.print(&text)?;
    if case.answer.is_none() {
        call.tell("hint-remark-answer", &[("id", case.remark.id.short().into())]);
    }
    Ok(Exit::Done)
}

fn answer(
    call: &mut Call<'_>,
    store: &mut dyn Store,
    case: &Case<'_>,
    (ruling, words, by): (Ruling, &str, crate::attempt::saying::By),
) -> Outcome {
    let id = case.remark.id.short();
    if case.answer.is_some() {
        return Err(Failure::new(Exit::Refused, "fail-remark-answered", [("id", id)]).hint("hint-remark-see", [("id", id)]));
    }
    let matter = Matter::Answer { remark: case.remark.id.clone(), ruling };
    let said = sayings::say(store, call.ports, Draft { attempt: &case.remark.attempt, by, matter, words })?;
    if call.json() {
        call.print_json(&json!({ "answer": said, "remark": case.remark.id, "ruling": ruling }))?;
    } else {
        let key = if ruling == Ruling::Keep { "note-remark-kept" } else { "note-remark-mend" };
        call.tell(key, &[("name", case.learner.as_str().into()), ("item", case.spot.item.as_str().into())]);
    }
    Ok(Exit::Done)
}
