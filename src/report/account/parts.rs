//! Parts that several reports have: titles, how an exam stands, pass rates, skills, who has to act. How totals are spread: `spread`.

use std::collections::BTreeMap;

use super::facts::{Exam, Facts, Licence, Person};
use super::{Bar, Bars, Cell, Figure, LEAST, Part, Table, Tell};
use crate::analysis::rate::Rate;
use crate::attempt::plan::Subject;
use crate::base::id::{LearnerId, LicenceId, SkillId};
use crate::base::points::{Exact, Points};
use crate::model::grade::Standing;
use crate::report::worded::title;

/// The fewest who met an objective for it to be told.
const OBJECTIVES: usize = 8;

/// A title in the language of the report.
pub fn titled(tell: Tell<'_>, subject: &Subject) -> String {
    title(tell.library, tell.lang, subject)
}

/// A licence's title.
pub fn licence_title(tell: Tell<'_>, id: &LicenceId) -> String {
    titled(tell, &Subject::Licence(id.to_string()))
}

/// Percent as text.
pub fn percent(share: Exact) -> String {
    share.percent()
}

/// How an exam stands, in a word.
pub fn standing(tell: Tell<'_>, exam: &Exam) -> String {
    let name = match exam.standing {
        _ if exam.voided => "voided",
        _ if exam.disputed => "disputed",
        None => "open",
        Some(Standing::Passed) => "passed",
        Some(Standing::Failed) => "failed",
        Some(Standing::Borderline) => "borderline",
        Some(Standing::Pending) => "pending",
        Some(Standing::Provisional) => "provisional",
    };
    tell.get(&format!("report-exam-{name}"))
}

/// Of those who sat: passed the first time, and passed in the end. What is not settled does not count yet.
pub fn pass_rates<'p>(people: impl Iterator<Item = &'p Person> + Clone, licence: &LicenceId) -> (Rate, Rate) {
    let undisputed = |it: &'p Person| it.exams(Some(licence)).map(|(_, exam)| exam).find(|exam| !exam.disputed);
    let first = people.clone().filter_map(|it| undisputed(it)?.passed());
    let settled = |it: &Person| it.exams(Some(licence)).filter_map(|(_, exam)| exam.passed()).reduce(|a, b| a || b);
    (Rate::of(first, |passed| *passed), Rate::of(people.filter_map(settled), |passed| *passed))
}

/// Each skill as all of these people showed it in role-plays, the lowest first; a sentence where they are fewer than `least`.
pub fn skills(tell: Tell<'_>, people: &[&Person], least: usize) -> Vec<Part> {
    let mut sums: BTreeMap<&SkillId, (Points, Points, usize)> = BTreeMap::new();
    for person in people {
        let mut own: BTreeMap<&SkillId, (Points, Points)> = BTreeMap::new();
        for (skill, (earned, best)) in person.done.iter().flat_map(|it| it.plays()).flat_map(|it| &it.skills) {
            let sum = own.entry(skill).or_default();
            *sum = (sum.0 + *earned, sum.1 + *best);
        }
        for (skill, (earned, best)) in own.into_iter().filter(|(_, (_, best))| *best > Points::ZERO) {
            let sum = sums.entry(skill).or_default();
            *sum = (sum.0 + earned, sum.1 + best, sum.2 + 1);
        }
    }
    let bar = |(id, (earned, best, people)): (&SkillId, (Points, Points, usize))| {
        let share = earned.exact().of(best.exact()).floored().min(Exact::ONE);
        let text = tell.library.skills.iter().find(|(it, _)| it == id).map_or(id.as_str(), |(_, text)| text.get(tell.lang));
        let own = if least > 1 { "no" } else { "yes" };
        let name = tell.words.with("report-skill", &[("name", text.into()), ("people", people.into()), ("own", own.into())]);
        Bar::plain(name, Cell::Share(share), share)
    };
    let mut bars: Vec<Bar> = sums.into_iter().filter(|(_, (.., people))| *people >= least).map(bar).collect();
    bars.sort_by_key(Bar::length);
    if bars.is_empty() {
        return vec![Part::Note(tell.words.with("report-too-few", &[("least", least.into())]))];
    }
    let heads = ["report-col-skill", "report-col-earned"].map(|key| tell.get(key));
    vec![Part::Bars(Bars { key: "skills", name: tell.get("report-skills"), heads, bars, cut: None })]
}

/// The objectives that most people miss: of each person and question the first try counts.
pub fn objectives(tell: Tell<'_>, people: &[&Person]) -> Option<Part> {
    use crate::grade::memory::{Rating, Thing};
    let mut met: BTreeMap<String, BTreeMap<&LearnerId, Rate>> = BTreeMap::new();
    for person in people {
        let mut seen = std::collections::BTreeSet::new();
        for tried in &person.tried {
            let Thing::Question(id) = &tried.thing else { continue };
            let Some(question) = tell.library.question(id).filter(|_| seen.insert(id)) else { continue };
            for objective in &question.objectives {
                let rate = met.entry(objective.to_string()).or_default().entry(&person.id).or_default();
                *rate = Rate { hits: rate.hits + usize::from(tried.rating == Rating::Good), of: rate.of + 1 };
            }
        }
    }
    let sum = |own: &BTreeMap<&LearnerId, Rate>| {
        own.values().fold(Rate::default(), |sum, it| Rate { hits: sum.hits + it.hits, of: sum.of + it.of })
    };
    let mut all: Vec<(String, usize, Rate)> =
        met.iter().filter(|(_, own)| own.len() >= LEAST).map(|(id, own)| (id.clone(), own.len(), sum(own))).collect();
    all.sort_by(|(a, _, x), (b, _, y)| x.share().cmp(&y.share()).then_with(|| a.cmp(b)));
    let row = |(id, people, rate): (String, usize, Rate)| {
        let text = tell.library.syllabi.values().flat_map(|it| &it.objectives).find(|it| it.id.as_str() == id);
        let text = text.map_or(id.as_str(), |it| it.text.get(tell.lang)).to_owned();
        vec![Cell::Text(text), Cell::Count(people), Cell::Count(rate.of), rate.share().map_or(Cell::None, Cell::Share)]
    };
    let rows: Vec<Vec<Cell>> = all.into_iter().take(OBJECTIVES).map(row).collect();
    (!rows.is_empty())
        .then(|| Part::Table(Table::new("objectives", &["objective", "people", "answers", "right"], tell.words, rows)))
}

/// That there is no exam to tell of. Where some cannot be read, nobody knows that nobody sat one.
pub fn no_exams(tell: Tell<'_>, facts: &Facts) -> Part {
    Part::Note(tell.get(if facts.damaged.is_empty() { "report-no-exams" } else { "report-no-exams-read" }))
}

/// How many licences stand how.
pub fn states(tell: Tell<'_>, licences: &[&Licence]) -> Vec<Figure> {
    let count = |state| licences.iter().filter(|it| it.state == state).count();
    let told = super::facts::State::ALL.into_iter().map(|state| (state, count(state)));
    told.filter(|(state, n)| *n > 0 || state.is_good())
        .map(|(state, n)| Figure {
            key: state.name().to_owned(),
            name: tell.get(&format!("report-state-{}", state.name())),
            value: Cell::Count(n),
        })
        .collect()
}

/// Licences that end within so many days and are followed by none: whose, which, when; the next first.
pub fn ending(tell: Tell<'_>, facts: &Facts, licences: &[&Licence], days: u32) -> Table {
    let soon = |it: &&&Licence| {
        let stands = it.state.is_good() || it.state == super::facts::State::Suspended;
        stands && facts.days(facts.now, it.until) <= days
    };
    let mut all: Vec<&&Licence> = licences.iter().filter(soon).collect();
    all.sort_by_key(|it| (it.until, &it.number));
    let names: BTreeMap<&LearnerId, &String> = facts.people.iter().map(|it| (&it.id, &it.name)).collect();
    let row = |it: &&Licence| {
        let name = names.get(&it.learner).map(|name| (*name).clone());
        let state = tell.get(&format!("report-state-{}", it.state.name()));
        vec![
            Cell::text(name.unwrap_or_default()),
            Cell::Text(licence_title(tell, &it.licence)),
            Cell::Text(it.number.to_string()),
            Cell::Text(state),
            Cell::Day(facts.day(it.until)),
        ]
    };
    let rows = all.into_iter().map(row).collect();
    Table::new("ending", &["name", "licence", "number", "state", "until"], tell.words, rows)
}

/// Who should have done what, and has not.
pub fn overdue(tell: Tell<'_>, facts: &Facts) -> Table {
    let cohort = &facts.cohort;
    let mut rows = Vec::new();
    for (n, what) in cohort.subjects.iter().enumerate() {
        for person in &cohort.people {
            let Some(cell) = person.cells.get(n).and_then(Option::as_ref).filter(|it| it.is_late(cohort.today)) else { continue };
            let stage = crate::report::group::said::stage(tell.words, &cell.stage, &facts.zone);
            let due = cell.due.map_or(Cell::None, Cell::Day);
            rows.push(vec![Cell::Text(person.name.clone()), Cell::Text(titled(tell, what)), due, Cell::Text(stage)]);
        }
    }
    Table::new("overdue", &["name", "what", "due", "stage"], tell.words, rows)
}
