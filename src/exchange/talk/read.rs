//! Table → scenario: what stands before the header, then row by row, then where everything leads.
//!
//! A paper script leaves much unsaid, and most of that is plain: no target means the next turn, no words mean as above. What is filled in
//! is noted. What cannot be meant in any way is noted as wrong, all of it, with its row; the rest comes nevertheless.

mod facts;
mod leads;
mod row;

pub(super) use row::OR;

use std::collections::BTreeMap;

use super::{COLUMNS, Column, header, named};
use crate::base::id::{Lang, SkillId, TurnId, is_slug};
use crate::content::print::scenario::scenario as printed;
use crate::exchange::table::Row;
use crate::exchange::{Arrival, Fate, Note, Source, Spot, Wish};
use crate::locale::{Tongue, Words};
use crate::model::scenario::{Arm, Outcome, Reply, Scenario, Turn, Way};
use crate::model::text::Text;

/// Reads a table.
pub(super) fn read(source: &Source<'_>, wish: &Wish<'_>) -> Result<Arrival, Note> {
    let rows = &source.table()?.rows;
    let head = header(rows).ok_or_else(|| Note::refused("talk-no-header", []))?;
    let mut reading = Reading::new(wish, &rows[head]);
    let (mut scenario, front) = facts::read(&mut reading, &rows[..head]);
    reading.mood = scenario.customer.mood;
    for row in &rows[head + 1..] {
        row::read(&mut reading, row);
    }
    if reading.turns.is_empty() {
        return Err(Note::refused("talk-no-rows", []));
    }
    reading.infer(&mut scenario);
    reading.guess_start(&mut scenario);
    scenario.turns = leads::resolve(&mut reading);
    reading.say_default_skill();
    let places = reading.places(&scenario);
    Ok(Arrival { text: printed(&scenario, &front, &reading.lang), notes: reading.notes, lines: places })
}

/// A table being read.
struct Reading<'a> {
    wish: &'a Wish<'a>,
    lang: Lang,
    /// The words of what is filled in, in the library's language.
    words: Words,
    columns: BTreeMap<Column, usize>,
    notes: Vec<Note>,
    turns: Vec<Rough>,
    /// The customer's, as the talk begins.
    mood: u8,
    /// The skill of bare points, and the rows that had some.
    default_skill: Option<SkillId>,
    bare: Vec<u32>,
    /// What replies change, by the variable's name: whether it is true/false, and the numbers set and added.
    used: BTreeMap<String, Used>,
    /// The row of each reply.
    lines: BTreeMap<String, u32>,
}

/// What is known of a variable from its uses.
#[derive(Default)]
struct Used {
    flag: bool,
    set: Vec<i32>,
    up: i32,
    down: i32,
}

/// A turn as far as its rows were read.
struct Rough {
    name: String,
    id: TurnId,
    line: u32,
    says: Vec<String>,
    replies: Vec<RoughReply>,
    /// Rows without a reply that lead on: a crossing.
    arms: Vec<RoughArm>,
    ending: Option<crate::model::scenario::Ending>,
}

/// A way on that does not know yet where it leads; perhaps its word is no turn's name but says how the talk ends.
struct RoughArm {
    line: u32,
    arm: Arm,
    to: String,
    ends: Option<crate::model::scenario::Ending>,
}

/// A reply that does not know yet where it leads.
struct RoughReply {
    line: u32,
    reply: Reply,
    to: String,
    outcome: Option<Outcome>,
    debrief: String,
}

/// A row's number as notes have it.
fn line_of(row: &Row) -> u32 {
    u32::try_from(row.line).unwrap_or(u32::MAX)
}

impl<'a> Reading<'a> {
    fn new(wish: &'a Wish<'a>, head: &Row) -> Self {
        let lang = wish.library.language.clone();
        let mut reading = Self {
            words: Words::new(Tongue::of(lang.as_str()).unwrap_or(Tongue::Zh)),
            wish,
            lang,
            columns: BTreeMap::new(),
            notes: Vec::new(),
            turns: Vec::new(),
            mood: 0,
            default_skill: None,
            bare: Vec::new(),
            used: BTreeMap::new(),
            lines: BTreeMap::new(),
        };
        for (n, cell) in head.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
            match named(COLUMNS, cell) {
                Some(column) if !reading.columns.contains_key(&column) => drop(reading.columns.insert(column, n)),
                _ => reading.note(line_of(head), Fate::LeftOut, "talk-column", [("name", cell.trim())]),
            }
        }
        reading
    }

    fn cell<'r>(&self, row: &'r Row, column: Column) -> &'r str {
        self.columns.get(&column).map_or("", |n| row.cell(*n))
    }

    fn note<const N: usize>(&mut self, line: u32, fate: Fate, key: &'static str, args: [(&'static str, &str); N]) {
        self.notes.push(Note::new(Spot::Line(line), fate, key, args));
    }

    fn text(&self, words: &str) -> Text {
        Text::new([(self.lang.clone(), words.to_owned())])
    }

    /// The library's skill of this id or title.
    fn skill(&self, name: &str) -> Option<SkillId> {
        let fits = |id: &SkillId, title: &Text| id.as_str() == name || title.all().any(|title| super::plain(title) == name);
        self.wish.library.skills.iter().find(|(id, title)| fits(id, title)).map(|(id, _)| id.clone())
    }

    /// The skill of points that name none: what answering is mostly about, else the library's first.
    fn bare_skill(&mut self, line: u32) -> Option<SkillId> {
        let skills = &self.wish.library.skills;
        let usual = ["respond", "say"].iter().find_map(|name| skills.iter().find(|(id, _)| id.as_str() == *name));
        self.default_skill = usual.or(skills.first()).map(|(id, _)| id.clone());
        self.bare.push(line);
        self.default_skill.clone()
    }

    fn say_default_skill(&mut self) {
        let Some(skill) = self.default_skill.clone() else { return };
        let title =
            self.wish.library.skills.iter().find(|(id, _)| *id == skill).map(|(_, title)| title.get(&self.lang).to_owned());
        let title = title.unwrap_or_else(|| skill.as_str().to_owned());
        for line in std::mem::take(&mut self.bare) {
            self.note(line, Fate::Changed, "talk-default-skill", [("skill", &title)]);
        }
    }

    /// An id for a turn's name: the name itself where it can be one.
    fn turn_id(&self, name: &str) -> TurnId {
        if is_slug(name) && self.turns.iter().all(|turn| turn.id.as_str() != name) {
            return name.into();
        }
        let mut n = self.turns.len() + 1;
        while self.turns.iter().any(|turn| turn.id.as_str() == format!("turn-{n}")) {
            n += 1;
        }
        format!("turn-{n}").into()
    }

    /// Declares what is used and not declared.
    fn infer(&mut self, scenario: &mut Scenario) {
        for (name, used) in std::mem::take(&mut self.used) {
            if scenario.vars.iter().any(|var| var.name.as_str() == name) {
                continue;
            }
            let least = used.set.iter().copied().min().unwrap_or(0).min(0) + used.down;
            let most = used.set.iter().copied().max().unwrap_or(0).max(0) + used.up;
            let (min, max) = if used.flag { (0, 1) } else { (least, most.max(least + 1)) };
            let var = crate::model::scenario::Var { name: name.as_str().into(), flag: used.flag, start: 0, min, max };
            self.notes.push(Note::new(Spot::Whole, Fate::Changed, "talk-variable", [("name", name.as_str())]));
            scenario.vars.push(var);
        }
    }

    fn guess_start(&self, scenario: &mut Scenario) {
        let named = self.turns.iter().find(|turn| turn.name == super::cells::turn_name(scenario.start.as_str()));
        if let Some(turn) = named.or(self.turns.first()) {
            scenario.start = turn.id.clone();
        }
    }

    /// Where things stand in the table, by the names of checked content.
    fn places(&self, scenario: &Scenario) -> BTreeMap<String, u32> {
        let whole = format!("scenario:{}", scenario.id);
        let turns = self.turns.iter().map(|turn| (format!("{whole}/{}", turn.id), turn.line));
        let first = self.turns.first().map_or(1, |turn| turn.line);
        let replies = self.lines.iter().map(|(name, line)| (format!("{whole}/{name}"), *line));
        std::iter::once((whole.clone(), first)).chain(turns).chain(replies).collect()
    }
}

impl Rough {
    /// The turn, once its way is known.
    fn turn(&self, says: Vec<Text>, way: Way) -> Turn {
        Turn::new(self.id.clone(), says, way)
    }
}
