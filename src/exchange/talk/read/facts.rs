//! What stands before the header: title, task, customer and the rest, each a row of a name and its value. Whatever is not said has a default.

use super::super::cells::{self, parts, variable, word};
use super::super::{FACTS, Fact, named};
use super::{Reading, line_of};
use std::collections::BTreeMap;

use crate::content::print::Front;
use crate::exchange::table::Row;
use crate::exchange::{Fate, Note, Spot};
use crate::model::scenario::{Scenario, Var};

/// Reads the rows before the header.
pub(super) fn read(reading: &mut Reading<'_>, rows: &[Row]) -> (Scenario, Front) {
    let mut scenario = usual(reading);
    let mut front = Front { sources: Vec::new(), ..reading.wish.front() };
    let mut told: BTreeMap<Fact, Vec<&str>> = BTreeMap::new();
    for row in rows {
        let (name, value) = (row.cell(0), row.cell(1));
        let line = line_of(row);
        match named(FACTS, name) {
            Some(_) if value.is_empty() => {}
            Some(fact) => {
                let cells = row.cells[1..].iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
                let lists = matches!(fact, Fact::Roles | Fact::Objectives | Fact::Mind | Fact::Vars);
                let mut values: Vec<&str> = if lists { cells.flat_map(parts).collect() } else { cells.collect() };
                if let Some(before) = told.get(&fact) {
                    if !is_several(fact) {
                        reading.note(line, Fate::LeftOut, "talk-fact-twice", [("name", name), ("value", value)]);
                        continue;
                    }
                    reading.note(line, Fate::Changed, "talk-fact-joined", [("name", name)]);
                    values.splice(..0, before.iter().copied());
                }
                told.insert(fact, values.clone());
                if !one(reading, fact, &values, (&mut scenario, &mut front)) {
                    reading.note(line, Fate::Wrong, "talk-fact", [("name", name), ("value", value)]);
                }
            }
            // A line of its own at the top is what the sheet is called.
            None if value.is_empty() && line == 1 => {
                scenario.title = reading.text(name);
                told.insert(Fact::Title, vec![name]);
            }
            None => reading.note(line, Fate::LeftOut, "talk-row", [("name", name)]),
        }
    }
    if let Some(title) = reading.wish.title {
        scenario.title = reading.text(title);
    } else if !told.contains_key(&Fact::Title) {
        reading.notes.push(Note::new(Spot::Whole, Fate::Changed, "talk-no-title", [("id", reading.wish.id)]));
    }
    if front.sources.is_empty() {
        front.sources.push(reading.wish.source.to_owned());
    }
    (scenario, front)
}

/// Whether rows of this kind add up; of any other one counts.
const fn is_several(fact: Fact) -> bool {
    matches!(fact, Fact::Brief | Fact::Roles | Fact::Objectives | Fact::Sources | Fact::Mind | Fact::Facts | Fact::Vars)
}

/// What holds where the table says nothing.
fn usual(reading: &Reading<'_>) -> Scenario {
    let said = |key: &str| reading.text(&reading.words.get(key));
    let mut scenario = Scenario::begun(reading.wish.id.into());
    scenario.title = reading.text(reading.wish.id);
    scenario.brief = said("talk-brief");
    scenario.customer.name = said("talk-customer");
    scenario
}

/// Takes one fact in; whether it was understood.
fn one(reading: &Reading<'_>, fact: Fact, values: &[&str], (scenario, front): (&mut Scenario, &mut Front)) -> bool {
    let value = values.first().copied().unwrap_or("");
    let whole = || reading.text(&values.join("\n"));
    let number = |most: u32| cells::plain(value).trim_end_matches(['%', '分', '钟']).parse::<u32>().ok().filter(|n| *n <= most);
    let byte = |most: u32| number(most).and_then(|n| u8::try_from(n).ok());
    let customer = &mut scenario.customer;
    match fact {
        Fact::Title => scenario.title = whole(),
        Fact::Brief => scenario.brief = whole(),
        Fact::Category => return put(&mut scenario.category, word(cells::CATEGORIES, value)),
        Fact::Channel => return put(&mut scenario.channel, word(cells::CHANNELS, value)),
        Fact::Use => return put(&mut scenario.use_, word(cells::USES, value)),
        Fact::Level => return put(&mut scenario.level, byte(3).filter(|n| *n > 0)),
        Fact::Pass => return put(&mut scenario.pass, byte(100).filter(|n| *n > 0)),
        Fact::Mood => return put(&mut customer.mood, byte(100).or_else(|| word(cells::MOODS, value))),
        Fact::Minutes => return put(&mut scenario.minutes, number(10_000).filter(|n| *n > 0).map(Some)),
        Fact::Credit => return put(&mut customer.credit, word(cells::CREDITS, value).map(Some)),
        Fact::Registered => return put(&mut customer.registered, word(cells::REGISTERED, value).map(Some)),
        Fact::Mind => return put(&mut customer.mind, values.iter().map(|value| word(cells::MINDS, value)).collect()),
        Fact::Roles => return put(&mut scenario.roles, values.iter().map(|value| role(reading, value)).collect()),
        Fact::Objectives => scenario.objectives = values.iter().map(|value| (*value).into()).collect(),
        Fact::Sources => front.sources = values.iter().map(|value| (*value).to_owned()).collect(),
        Fact::Start => scenario.start = value.into(),
        Fact::Customer => customer.name = whole(),
        Fact::Facts => customer.facts = values.iter().map(|value| reading.text(value)).collect(),
        Fact::Vars => return put(&mut scenario.vars, values.iter().map(|value| var(value)).collect()),
    }
    true
}

fn put<T>(place: &mut T, value: Option<T>) -> bool {
    let known = value.is_some();
    if let Some(value) = value {
        *place = value;
    }
    known
}

fn role(reading: &Reading<'_>, name: &str) -> Option<crate::base::id::RoleId> {
    let name = cells::plain(name);
    let mut roles = reading.wish.library.roles.iter();
    roles
        .find(|(id, title)| id.as_str() == name || title.all().any(|title| cells::plain(title) == name))
        .map(|(id, _)| id.clone())
}

fn var(text: &str) -> Option<Var> {
    let (name, start, range) = variable(text)?;
    let (min, max) = range.unwrap_or((0, 1));
    Some(Var { name, flag: range.is_none(), start, min, max })
}
