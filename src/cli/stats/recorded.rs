//! `stats ID`: closed attempts of the store. Voided exams are left out; of each person the attempt that was asked for counts.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, json};

use super::observed::{observed, of_station};
use super::worded::worded;
use super::{Line, Talk, Told, Which};
use crate::analysis::items::figures::figures;
use crate::analysis::items::guess::guess;
use crate::analysis::items::options::{self, quarters, taken};
use crate::analysis::items::sat::{self, Answered};
use crate::analysis::items::talks::{Talks, plays};
use crate::attempt::plan::Subject;
use crate::base::id::{AttemptId, Lang, QuestionRef, ScenarioId};
use crate::base::points::Exact;
use crate::cli::failure::Failure;
use crate::cli::recall::{Books, Kept};
use crate::cli::registry::{self, ExamCase, Registry};
use crate::cli::room::{Call, lang, title};
use crate::model::library::Library;
use crate::model::question::{Kind, Question};
use crate::model::scenario::{Turn, Way};
use crate::store::{AttemptRow, Store};

/// The kinds that there are statistics of.
const KINDS: [&str; 4] = ["bank", "scenario", "station", "licence"];

/// Gathers what is recorded and works it out.
///
/// # Errors
/// `Failure` of library and store; where nothing, or more than one thing, is called that.
pub fn told(call: &Call<'_>, named: &str, which: Which) -> Result<Told, Failure> {
    let (library, store) = (call.library_with_drafts()?, call.store()?);
    let rows = store.attempts(None)?;
    let subject = subject(&library, &rows, named)?;
    let lang = lang(&library, &call.words);
    let all = gather(call, store.as_ref(), rows, &subject)?;
    let chosen = choose(&all, which);
    let mut told = match &subject {
        Subject::Station(id) => of_station(&chosen, &all, id),
        Subject::Scenario(id) => Told { talks: talks(&chosen, &library, &lang, Some(id)), ..Told::default() },
        Subject::Bank(id) => of_questions(&chosen, &library, &lang, Some(id)),
        _ => Told {
            talks: talks(&chosen, &library, &lang, None),
            raters: observed(call, store.as_ref(), &chosen)?,
            ..of_questions(&chosen, &library, &lang, None)
        },
    };
    told.worded = worded(&chosen, &Registry::open(store.as_ref())?.register, &subject, &lang);
    told.attempts = chosen.len();
    told.title = format!("{}  {}", subject.named(), title(&library, &lang, &subject));
    told.sources = sources(call, &chosen, which);
    let scripted = chosen.iter().filter(|kept| registry::by_script(kept)).count();
    told.about = Map::from_iter([
        ("of".to_owned(), json!(subject.named())),
        ("which".to_owned(), json!(which.word())),
        ("people".to_owned(), json!(people(&chosen))),
        ("scripted".to_owned(), json!(scripted)),
    ]);
    Ok(told)
}

fn people(chosen: &[&Kept]) -> usize {
    chosen.iter().map(|kept| &kept.activity.plan.learner).collect::<BTreeSet<_>>().len()
}

/// Which thing is meant: by `KIND:ID`, or by an id that one thing has.
fn subject(library: &Library, rows: &[AttemptRow], named: &str) -> Result<Subject, Failure> {
    let own = library.banks.keys().map(|id| Subject::Bank(id.to_string()));
    let own = own.chain(library.scenarios.keys().map(|id| Subject::Scenario(id.to_string())));
    let own = own.chain(library.stations.keys().map(|id| Subject::Station(id.to_string())));
    let own = own.chain(library.licences.keys().map(|id| Subject::Licence(id.to_string())));
    let mut all: Vec<Subject> = own.collect();
    // What the library has no longer may still have been answered.
    for row in rows {
        if KINDS.contains(&row.subject.parts().0) && !all.contains(&row.subject) {
            all.push(row.subject.clone());
        }
    }
    let fits = |s: &&Subject| s.named() == named || s.parts().1 == named;
    let fitting: Vec<&Subject> = all.iter().filter(fits).collect();
    match fitting[..] {
        [one] => Ok(one.clone()),
        [] => {
            let near = |a: &str| strsim::jaro_winkler(a, named);
            let nearest = all.iter().map(|s| s.parts().1).max_by(|a, b| near(a).total_cmp(&near(b)));
            let failure = Failure::usage("fail-stats-unknown", [("id", named)]);
            Err(match nearest.filter(|id| near(id) > 0.7) {
                Some(id) => failure.hint("hint-did-you-mean", [("name", id)]),
                None => failure.hint("hint-list", []),
            })
        }
        _ => {
            let names: Vec<String> = fitting.iter().map(|s| s.named()).collect();
            Err(Failure::usage("fail-stats-several", [("id", named), ("names", &names.join(" · "))]))
        }
    }
}

/// Every closed attempt that has something of the subject, oldest first.
///
/// # Errors
/// `Failure` of the store.
pub fn gather(call: &Call<'_>, store: &dyn Store, rows: Vec<AttemptRow>, subject: &Subject) -> Result<Vec<Kept>, Failure> {
    let may = |row: &AttemptRow| match subject {
        Subject::Bank(_) | Subject::Scenario(_) => {
            row.subject == *subject || matches!(row.subject, Subject::Course(_) | Subject::Licence(_))
        }
        _ => row.subject == *subject,
    };
    let mut rows: Vec<AttemptRow> = rows.into_iter().filter(|row| row.closed && may(row)).collect();
    rows.sort_by(|a, b| (a.started, &a.id).cmp(&(b.started, &b.id)));
    let registry = Registry::open(store)?;
    let voided = &registry.register.voided;
    let books = Books::open(store)?;
    let mut bar = call.busy("stats-busy", rows.len());
    let (mut out, mut damaged) = (Vec::new(), 0_usize);
    for row in rows {
        bar.step();
        let kept = match row.subject {
            Subject::Licence(_) => registry.exam(store, &row.id).map(ExamCase::now),
            _ => books.recall(store, &row.id),
        };
        match kept {
            Ok(kept) if !is_void(voided, &kept, &row.id) && has(&kept, subject) => out.push(kept),
            Ok(_) => {}
            Err(_) => damaged += 1,
        }
    }
    drop(bar);
    if damaged > 0 {
        call.tell("stats-damaged", &[("count", damaged.into())]);
    }
    Ok(out)
}

/// Whether an exam, or the exam that is observed, was declared void.
fn is_void<V>(voided: &BTreeMap<AttemptId, V>, kept: &Kept, id: &AttemptId) -> bool {
    voided.contains_key(kept.activity.plan.observes.as_ref().map_or(id, |o| &o.exam))
}

fn has(kept: &Kept, subject: &Subject) -> bool {
    match subject {
        Subject::Bank(id) => sat::questions(&kept.activity).any(|q| is_in(&q.id, id)),
        Subject::Scenario(id) => kept.state.closed.as_ref().is_some_and(|g| plays(g).iter().any(|p| p.scenario.as_str() == id)),
        _ => true,
    }
}

fn is_in(question: &QuestionRef, bank: &str) -> bool {
    question.as_str().split_once('/').is_some_and(|(b, _)| b == bank)
}

/// Of each person's attempts at one thing those that count.
pub fn choose(all: &[Kept], which: Which) -> Vec<&Kept> {
    let mut groups: BTreeMap<_, Vec<&Kept>> = BTreeMap::new();
    for kept in all {
        groups.entry((&kept.activity.plan.learner, kept.activity.plan.subject.named())).or_default().push(kept);
    }
    let worth = |kept: &Kept| kept.state.closed.as_ref().map_or(Exact::ZERO, sat::worth);
    let best = |group: &[&Kept]| group.iter().map(|kept| worth(kept)).max().unwrap_or(Exact::ZERO);
    let mut counts: BTreeSet<&AttemptId> = BTreeSet::new();
    for group in groups.values() {
        let best = best(group);
        let one = match which {
            Which::First => group.first(),
            Which::Last => group.last(),
            Which::Highest => group.iter().find(|kept| worth(kept) == best),
            Which::All => None,
        };
        let chosen = one.map_or(&group[..], std::slice::from_ref);
        counts.extend(chosen.iter().map(|kept| &kept.activity.plan.attempt));
    }
    all.iter().filter(|k| counts.contains(&k.activity.plan.attempt)).collect()
}

fn sources(call: &Call<'_>, chosen: &[&Kept], which: Which) -> Vec<String> {
    if chosen.is_empty() {
        return vec![call.words.get("stats-none")];
    }
    let count = |kind: &str| chosen.iter().filter(|k| k.activity.plan.subject.parts().0 == kind).count();
    let kinds = ["bank", "course", "scenario", "licence", "station"].map(|kind| (kind, count(kind)));
    let named = |(kind, n): &(&str, usize)| call.words.with("stats-from", &[("kind", (*kind).into()), ("count", (*n).into())]);
    let from: Vec<String> = kinds.iter().filter(|(_, n)| *n > 0).map(named).collect();
    let mut out = vec![call.words.with(
        "stats-recorded",
        &[
            ("attempts", chosen.len().into()),
            ("people", people(chosen).into()),
            ("which", which.word().into()),
            ("from", from.join(&call.words.get("stats-and")).into()),
        ],
    )];
    let scripted = chosen.iter().filter(|kept| registry::by_script(kept)).count();
    if scripted > 0 {
        out.push(call.words.with("stats-scripted", &[("count", scripted.into())]));
    }
    out
}

/// The questions of a bank, or of a licence's theory.
pub fn of_questions(chosen: &[&Kept], library: &Library, lang: &Lang, bank: Option<&String>) -> Told {
    let answers: Vec<Vec<Answered>> =
        chosen.iter().map(|k| sat::answered(&k.activity, &k.state, &k.events)).filter(|a: &Vec<_>| !a.is_empty()).collect();
    let mut questions: BTreeMap<QuestionRef, Question> = BTreeMap::new();
    for question in chosen.iter().flat_map(|k| sat::questions(&k.activity)) {
        questions.insert(question.id.clone(), question.clone());
    }
    // As the library has them now, where it still has them; in its order.
    let mut order: Vec<String> = Vec::new();
    for question in library.banks.values().flat_map(|b| &b.questions) {
        if let Some(known) = questions.get_mut(&question.id) {
            *known = question.clone();
            order.push(question.id.to_string());
        }
    }
    let gone: Vec<String> = questions.keys().map(ToString::to_string).filter(|id| !order.contains(id)).collect();
    order.extend(gone);
    let row = |answers: &Vec<Answered>| answers.iter().map(|a| (a.question.to_string(), a.earned, a.max)).collect();
    let table = sat::table(&order, &answers.iter().map(row).collect::<Vec<_>>());
    let quarter = quarters(&table);
    let figures = figures(&table);
    let own = |item: &str| bank.is_none_or(|bank| is_in(&item.into(), bank));
    let items = figures
        .items
        .into_iter()
        .zip(&table.columns)
        .filter(|(item, _)| own(&item.item))
        .map(|(item, column)| {
            let question = &questions[&QuestionRef::from(item.item.as_str())];
            let met: Vec<(&Answered, usize)> = answers
                .iter()
                .zip(&quarter)
                .filter_map(|(all, quarter)| Some((all.iter().find(|a| a.question == question.id)?, *quarter)))
                .collect();
            let choices: Vec<_> = met.iter().map(|(a, quarter)| (&a.chosen, *quarter)).collect();
            let options = options::of(&question.kind);
            Line {
                guess: guess(&question.kind).map(share),
                max: column.max as f64 / table.unit as f64,
                seconds: median(met.iter().filter_map(|(a, _)| a.millis).collect()),
                texts: options.iter().map(|(id, _)| words(&question.kind, id.as_str(), lang)).collect(),
                options: taken(&options, &choices),
                figures: item,
            }
        })
        .collect();
    Told { items, quiz: figures.quiz, percent: !table.is_one_form(), ..Told::default() }
}

/// The words of an option.
fn words(kind: &Kind, id: &str, lang: &Lang) -> String {
    let text = match kind {
        Kind::OneOf(it) => it.options.iter().find(|o| o.id.as_str() == id).map(|o| &o.text),
        Kind::AnyOf(it) => it.options.iter().find(|o| o.id.as_str() == id).map(|o| &o.text),
        Kind::Find(it) => it.lines.iter().find(|l| l.id.as_str() == id).map(|l| &l.text),
        _ => None,
    };
    text.map_or_else(|| id.to_owned(), |text| text.get(lang).to_owned())
}

fn share(exact: Exact) -> f64 {
    let (num, den) = exact.parts();
    num as f64 / den as f64
}

/// The median of milliseconds, in seconds.
fn median(mut millis: Vec<i64>) -> Option<f64> {
    millis.sort_unstable();
    let (low, high) = (millis.get(millis.len().checked_sub(1)? / 2)?, millis.get(millis.len() / 2)?);
    Some((low + high) as f64 / 2000.0)
}

/// The talks of these attempts: of one scenario, or of all that were played.
fn talks(chosen: &[&Kept], library: &Library, lang: &Lang, only: Option<&String>) -> Vec<Talk> {
    let graded = chosen.iter().filter_map(|k| k.state.closed.as_ref()).flat_map(plays);
    let played: BTreeSet<ScenarioId> =
        graded.map(|p| p.scenario.clone()).filter(|id| only.is_none_or(|only| id.as_str() == only)).collect();
    let talk = |id: ScenarioId| {
        let mut talks = Talks::default();
        chosen.iter().for_each(|k| talks.add(&id, &k.activity, &k.state));
        let turns = talks.turns(library.scenarios.get(&id));
        let all = library.scenarios.get(&id).map_or(&[][..], |scenario| &scenario.turns);
        let says = all.iter().filter_map(|turn| Some((turn.id.clone(), turn.says.first()?.get(lang).to_owned()))).collect();
        let worded = |turn: &Turn| match &turn.way {
            Way::Replies(replies) => {
                replies.iter().map(|r| ((turn.id.clone(), r.id.clone()), r.text.get(lang).to_owned())).collect()
            }
            _ => Vec::new(),
        };
        let replies = all.iter().flat_map(worded).collect();
        let title = format!("{id}  {}", title(library, lang, &Subject::Scenario(id.to_string())));
        Talk { id: id.to_string(), title, turns, talks, says, replies }
    };
    played.into_iter().map(talk).collect()
}
