//! Scenario → table: everything it holds, in the columns that `read` understands. The words are Chinese or English by the language asked for.

use super::cells::{self, scored, word_for};
use super::read::OR;
use super::{COLUMNS, Column, FACTS, Fact};
use crate::base::id::Lang;
use crate::exchange::table::{to_csv, to_xlsx};
use crate::exchange::{Departure, Fate, Note, Spot, Thing};
use crate::locale::Tongue;
use crate::model::scenario::{Ending, Reply, Scenario, Turn, Var, Way};
use crate::model::text::Text;

/// Writes CSV.
pub(super) fn csv(thing: &Thing<'_>, lang: &Lang) -> Result<Departure, Note> {
    let (rows, _) = table(thing, lang)?;
    Ok(Departure { bytes: to_csv(&rows), notes: notes(thing) })
}

/// Writes a workbook.
pub(super) fn xlsx(thing: &Thing<'_>, lang: &Lang) -> Result<Departure, Note> {
    let (rows, head) = table(thing, lang)?;
    Ok(Departure { bytes: to_xlsx(&rows, head).map_err(|why| Note::from(&why))?, notes: notes(thing) })
}

/// What a table has no place for.
fn notes(thing: &Thing<'_>) -> Vec<Note> {
    let Thing::Scenario(scenario) = thing else { return Vec::new() };
    let other = scenario.title.all().count() > 1;
    let note = |key| Note::new(Spot::Item(scenario.id.as_str().to_owned()), Fate::LeftOut, key, []);
    let timed = scenario.is_timed() || scenario.turns.iter().any(|turn| !turn.late_says.is_empty());
    let replies = scenario.turns.iter().filter_map(|turn| if let Way::Replies(all) = &turn.way { Some(all) } else { None });
    let breaks = replies.flatten().any(|reply| !reply.breaks.is_empty());
    [(other, "talk-one-language"), (timed, "talk-no-clock"), (breaks, "talk-no-breaks")]
        .into_iter()
        .filter(|(is, _)| *is)
        .map(|(_, key)| note(key))
        .collect()
}

/// The rows, and which of them is the header.
fn table(thing: &Thing<'_>, lang: &Lang) -> Result<(Vec<Vec<String>>, usize), Note> {
    let Thing::Scenario(scenario) = thing else { return Err(Note::refused("talk-no-talk", [])) };
    if let Some(turn) = scenario.turns.iter().find(|turn| matches!(turn.way, Way::Write(_))) {
        return Err(Note::refused("talk-has-writing", [("turn", turn.id.as_str())]));
    }
    let writing = Writing { scenario, lang, chinese: Tongue::of(lang.as_str()) == Some(Tongue::Zh) };
    let mut rows = writing.facts();
    let head = rows.len();
    let columns = writing.columns();
    rows.push(columns.iter().map(|column| writing.column(*column).to_owned()).collect());
    for turn in &scenario.turns {
        for cells in writing.turn(turn) {
            let cell =
                |column: &Column| cells.iter().find(|(at, _)| at == column).map_or_else(String::new, |(_, cell)| cell.clone());
            rows.push(columns.iter().map(cell).collect());
        }
    }
    Ok((rows, head))
}

/// The cells of one row.
type Cells = Vec<(Column, String)>;

struct Writing<'a> {
    scenario: &'a Scenario,
    lang: &'a Lang,
    chinese: bool,
}

impl<'a> Writing<'a> {
    fn text(&self, text: &'a Text) -> String {
        text.get(self.lang).to_owned()
    }

    fn column(&self, column: Column) -> &'static str {
        let names = COLUMNS.iter().find(|(it, _)| *it == column).map_or(&[""; 2][..], |(_, names)| names);
        names[usize::from(!self.chinese)]
    }

    /// The columns that are needed: the seven that trainers know, and what else the talk has.
    fn columns(&self) -> Vec<Column> {
        use Column::{Debrief, Feedback, Id, Mood, Outcome, RedLine, Reply, Says, Score, Set, To, Turn, When};
        let replies =
            || self.scenario.turns.iter().filter_map(|turn| if let Way::Replies(all) = &turn.way { Some(all) } else { None });
        let any = |has: fn(&crate::model::scenario::Reply) -> bool| replies().flatten().any(has);
        let branches = self.scenario.turns.iter().any(|turn| matches!(turn.way, Way::Branch(_)));
        let rare = [
            (Mood, any(|reply| reply.mood != 0)),
            (Set, any(|reply| !reply.set.is_empty() || !reply.add.is_empty())),
            (When, branches || any(|reply| !reply.when.is_empty())),
        ];
        let rare = rare.into_iter().filter(|(_, needed)| *needed).map(|(column, _)| column);
        [Turn, Says, Reply, Score, To, Feedback, RedLine].into_iter().chain(rare).chain([Outcome, Debrief, Id]).collect()
    }

    fn facts(&self) -> Vec<Vec<String>> {
        let it = self.scenario;
        let customer = &it.customer;
        let word = |text: &'static str| vec![text.to_owned()];
        let mut all: Vec<(Fact, Vec<String>)> = vec![
            (Fact::Title, vec![self.text(&it.title)]),
            (Fact::Brief, vec![self.text(&it.brief)]),
            (Fact::Category, word(word_for(cells::CATEGORIES, it.category, self.chinese))),
            (Fact::Channel, word(word_for(cells::CHANNELS, it.channel, self.chinese))),
            (Fact::Roles, it.roles.iter().map(|role| role.as_str().to_owned()).collect()),
            (Fact::Use, word(word_for(cells::USES, it.use_, self.chinese))),
            (Fact::Level, vec![it.level.to_string()]),
            (Fact::Minutes, it.minutes.map(|minutes| minutes.to_string()).into_iter().collect()),
            (Fact::Pass, vec![it.pass.to_string()]),
            (Fact::Objectives, it.objectives.iter().map(|objective| objective.as_str().to_owned()).collect()),
            (Fact::Start, vec![it.start.as_str().to_owned()]),
            (Fact::Customer, vec![self.text(&customer.name)]),
            (Fact::Mood, vec![customer.mood.to_string()]),
        ];
        let credit = customer.credit.map(|credit| word_for(cells::CREDITS, credit, self.chinese).to_owned());
        let since = customer.registered.map(|since| word_for(cells::REGISTERED, since, self.chinese).to_owned());
        all.extend([
            (Fact::Credit, credit.into_iter().collect()),
            (Fact::Registered, since.into_iter().collect()),
            (Fact::Mind, customer.mind.iter().map(|mind| word_for(cells::MINDS, *mind, self.chinese).to_owned()).collect()),
            (Fact::Facts, customer.facts.iter().map(|fact| self.text(fact)).collect()),
            (Fact::Vars, it.vars.iter().map(|var| self.variable(var)).collect()),
        ]);
        let row = |(fact, values): (Fact, Vec<String>)| {
            let names = FACTS.iter().find(|(it, _)| *it == fact).map_or(&[""; 2][..], |(_, names)| names);
            std::iter::once(names[usize::from(!self.chinese)].to_owned()).chain(values).collect()
        };
        all.into_iter().filter(|(_, values)| !values.is_empty()).map(row).collect()
    }

    fn flag(&self, value: i32) -> &'static str {
        match (value != 0, self.chinese) {
            (true, true) => "是",
            (false, true) => "否",
            (true, false) => "true",
            (false, false) => "false",
        }
    }

    fn variable(&self, var: &Var) -> String {
        match var.flag {
            true => format!("{} = {}", var.name, self.flag(var.start)),
            false => format!("{} = {} ({}..{})", var.name, var.start, var.min, var.max),
        }
    }

    /// The rows of a turn; only the first says which it is.
    fn turn(&self, turn: &'a Turn) -> Vec<Cells> {
        let or = format!("\n{}\n", OR[usize::from(!self.chinese)]);
        let says = turn.says.iter().map(|says| says.get(self.lang)).collect::<Vec<_>>().join(&or);
        let to = |to: &crate::base::id::TurnId| (Column::To, to.as_str().to_owned());
        let mut rows: Vec<Cells> = match &turn.way {
            Way::Replies(replies) => replies.iter().map(|reply| self.reply(reply)).collect(),
            // A talk with one was refused.
            Way::Write(_) => Vec::new(),
            Way::Goto(next) => vec![vec![to(next)]],
            Way::Branch(arms) => {
                let when =
                    |arm: &crate::model::scenario::Arm| arm.when.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
                arms.iter().map(|arm| vec![to(&arm.to), (Column::When, when(arm))]).collect()
            }
            Way::Ending(ending) => vec![self.ending(ending)],
        };
        if let Some(first) = rows.first_mut() {
            first.extend([(Column::Turn, turn.id.as_str().to_owned()), (Column::Says, says)]);
        }
        rows
    }

    fn reply(&self, reply: &'a Reply) -> Cells {
        let is_flag = |name: &str| self.scenario.vars.iter().any(|var| var.flag && var.name.as_str() == name);
        let value = |name: &str, value: i32| if is_flag(name) { self.flag(value).to_owned() } else { value.to_string() };
        let set = reply.set.iter().map(|(name, to)| format!("{name} = {}", value(name.as_str(), *to)));
        let add = reply.add.iter().map(|(name, by)| format!("{name} {} {}", if *by < 0 { '-' } else { '+' }, by.unsigned_abs()));
        let mood = if reply.mood == 0 { String::new() } else { format!("{:+}", reply.mood) };
        vec![
            (Column::Reply, self.text(&reply.text)),
            (Column::Score, scored(&reply.score)),
            (Column::To, reply.to.as_str().to_owned()),
            (Column::Feedback, self.text(&reply.feedback)),
            (Column::RedLine, reply.red_line.as_ref().map_or_else(String::new, |reason| self.text(reason))),
            (Column::Mood, mood),
            (Column::Set, set.chain(add).collect::<Vec<_>>().join("; ")),
            (Column::When, reply.when.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")),
            (Column::Id, reply.id.as_str().to_owned()),
        ]
    }

    fn ending(&self, ending: &'a Ending) -> Cells {
        vec![
            (Column::Outcome, word_for(cells::OUTCOMES, ending.outcome, self.chinese).to_owned()),
            (Column::Score, scored(&ending.score)),
            (Column::Debrief, self.text(&ending.debrief)),
        ]
    }
}
