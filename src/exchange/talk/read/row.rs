//! One row under the header: a reply, an ending, or a crossing of the turn that it belongs to.

use std::collections::BTreeMap;

use super::super::Column;
use super::super::cells::{self, Effect, OUTCOMES, conditions, effects, ending, plain, score, turn_name, word};
use super::{Reading, Rough, RoughArm, RoughReply, line_of};
use crate::base::id::{ReplyId, SkillId, is_slug};
use crate::base::points::Points;
use crate::exchange::Fate;
use crate::exchange::table::Row;
use crate::model::scenario::{Arm, Ending, Outcome, Reply};

/// The line between two things that the customer may say.
pub(in super::super) const OR: [&str; 2] = ["或", "or"];

/// How far a mood moves that a word moves: as far as a poor answer moves it in `new scenario --guided`.
const STEP: i32 = 15;

/// Reads a row.
pub(super) fn read(reading: &mut Reading<'_>, row: &Row) {
    let Some(turn) = turn_of(reading, row) else { return };
    let line = line_of(row);
    let text = reading.cell(row, Column::Reply);
    let (to, outcome) = (reading.cell(row, Column::To), reading.cell(row, Column::Outcome));
    if !text.is_empty() {
        return reply(reading, row, turn);
    }
    if let Some(outcome) = word(OUTCOMES, outcome) {
        let ending = ending_of(reading, row, outcome, "");
        reading.turns[turn].ending = Some(ending);
    } else if !outcome.is_empty() {
        reading.note(line, Fate::Wrong, "talk-outcome", [("found", outcome)]);
    } else if !to.is_empty() {
        let when = when(reading, row);
        let ends = ending(to).filter(|_| when.is_empty()).map(|(outcome, said)| ending_of(reading, row, outcome, &said));
        reading.turns[turn].arms.push(RoughArm { line, arm: Arm { when, to: "".into() }, to: to.to_owned(), ends });
    } else if reading.cell(row, Column::Says).is_empty() {
        reading.note(line, Fate::Wrong, "talk-empty-row", []);
    }
}

/// How the talk ends in this row: with its debrief, else what was said with the word, else the feedback, else the usual.
fn ending_of(reading: &mut Reading<'_>, row: &Row, outcome: Outcome, said: &str) -> Ending {
    let score = points(reading, row);
    let written = [reading.cell(row, Column::Debrief), said, reading.cell(row, Column::Feedback)];
    let written = written.into_iter().find(|words| !words.is_empty()).map(str::to_owned);
    let debrief = written.unwrap_or_else(|| reading.words.get(&format!("talk-debrief-{}", outcome.word())));
    Ending { outcome, score, debrief: reading.text(&debrief) }
}

/// The turn of a row, made if it is new. Empty cells are as above.
fn turn_of(reading: &mut Reading<'_>, row: &Row) -> Option<usize> {
    let line = line_of(row);
    let name = turn_name(reading.cell(row, Column::Turn));
    let says = reading.cell(row, Column::Says);
    let numbered = reading.columns.contains_key(&Column::Turn);
    let last = reading.turns.len().checked_sub(1);
    let known = match (name.as_str(), last) {
        ("", None) if says.is_empty() => {
            reading.note(line, Fate::Wrong, "talk-no-turn", []);
            return None;
        }
        ("", Some(last)) if numbered || says.is_empty() || reading.turns[last].says.iter().any(|known| known == says) => {
            Some(last)
        }
        ("", _) => None,
        (name, _) => reading.turns.iter().position(|turn| turn.name == name),
    };
    let turn = known.unwrap_or_else(|| {
        let name = if name.is_empty() { (reading.turns.len() + 1).to_string() } else { name };
        let id = reading.turn_id(&name);
        let rough = Rough { name, id, line, says: Vec::new(), replies: Vec::new(), arms: Vec::new(), ending: None };
        reading.turns.push(rough);
        reading.turns.len() - 1
    });
    for one in alternatives(says) {
        if !reading.turns[turn].says.contains(&one) {
            reading.turns[turn].says.push(one);
        }
    }
    Some(turn)
}

/// What the customer may say: several things with `或` on a line between them.
fn alternatives(cell: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    for line in cell.lines() {
        if OR.contains(&plain(line).as_str()) {
            out.push(String::new());
        } else if let Some(last) = out.last_mut() {
            if !last.is_empty() {
                last.push('\n');
            }
            last.push_str(line);
        }
    }
    out.retain(|one| !one.trim().is_empty());
    out
}

fn reply(reading: &mut Reading<'_>, row: &Row, turn: usize) {
    let line = line_of(row);
    let id = reply_id(reading, row, turn);
    let score = points(reading, row);
    let when = when(reading, row);
    let (set, add) = changes(reading, row);
    let mood = mood(reading, row);
    let red_line = red_line(reading, row);
    let feedback = match reading.cell(row, Column::Feedback) {
        "" => {
            reading.note(line, Fate::Changed, "talk-no-feedback", []);
            let sum: Points = score.values().copied().sum();
            let key = if red_line.is_none() && sum > Points::ZERO { "talk-feedback-good" } else { "talk-feedback-bad" };
            reading.words.get(key)
        }
        written => written.to_owned(),
    };
    let outcome = reading.cell(row, Column::Outcome);
    if !outcome.is_empty() && word(OUTCOMES, outcome).is_none() {
        reading.note(line, Fate::Wrong, "talk-outcome", [("found", outcome)]);
    }
    let reply = Reply {
        id: id.clone(),
        text: reading.text(reading.cell(row, Column::Reply)),
        to: "".into(),
        score,
        mood,
        set,
        add,
        feedback: reading.text(&feedback),
        red_line: red_line.map(|reason| reading.text(&reason)),
        breaks: Vec::new(),
        when,
    };
    let to = reading.cell(row, Column::To).to_owned();
    let debrief = reading.cell(row, Column::Debrief).to_owned();
    reading.lines.insert(format!("{}/{id}", reading.turns[turn].id), line);
    reading.turns[turn].replies.push(RoughReply { line, reply, to, outcome: word(OUTCOMES, outcome), debrief });
}

/// The reply's own name, or a letter by its place.
fn reply_id(reading: &mut Reading<'_>, row: &Row, turn: usize) -> ReplyId {
    let written = reading.cell(row, Column::Id).to_lowercase();
    let replies = &reading.turns[turn].replies;
    let free = |id: &str| replies.iter().all(|known| known.reply.id.as_str() != id);
    if is_slug(&written) && free(&written) {
        return written.into();
    }
    let letters = ('a'..='z').map(|letter| letter.to_string()).chain((1..).map(|n| format!("reply-{n}")));
    let id = letters.into_iter().find(|id| free(id)).unwrap_or_default();
    if !written.is_empty() {
        reading.note(line_of(row), Fate::Changed, "talk-reply-id", [("found", &written), ("id", &id)]);
    }
    id.into()
}

fn points(reading: &mut Reading<'_>, row: &Row) -> BTreeMap<SkillId, Points> {
    let (line, cell) = (line_of(row), reading.cell(row, Column::Score));
    let skill_cell = plain(reading.cell(row, Column::Skill));
    let mut out: BTreeMap<SkillId, Points> = BTreeMap::new();
    let Some(all) = score(cell) else {
        reading.note(line, Fate::Wrong, "talk-score", [("found", cell)]);
        return out;
    };
    for (name, points) in all {
        let name = if name.is_empty() { skill_cell.clone() } else { name };
        let skill = match name.as_str() {
            // No points are nobody's.
            "" if points == Points::ZERO => continue,
            "" => reading.bare_skill(line),
            name => reading.skill(name),
        };
        match skill {
            Some(skill) => {
                let sum = out.get(&skill).copied().unwrap_or(Points::ZERO);
                out.insert(skill, [sum, points].into_iter().sum());
            }
            None => {
                let library = reading.wish.library;
                let known: Vec<&str> = library.skills.iter().map(|(_, title)| title.get(&reading.lang)).collect();
                let known = known.join(" ");
                reading.note(line, Fate::Wrong, "talk-skill", [("found", &name), ("known", &known)]);
            }
        }
    }
    out
}

fn when(reading: &mut Reading<'_>, row: &Row) -> Vec<crate::model::scenario::condition::Condition> {
    conditions(reading.cell(row, Column::When)).unwrap_or_else(|found| {
        reading.note(line_of(row), Fate::Wrong, "talk-condition", [("found", &found)]);
        Vec::new()
    })
}

type Changes = BTreeMap<crate::base::id::VarName, i32>;

fn changes(reading: &mut Reading<'_>, row: &Row) -> (Changes, Changes) {
    let (mut set, mut add) = (Changes::new(), Changes::new());
    let all = effects(reading.cell(row, Column::Set)).unwrap_or_else(|found| {
        reading.note(line_of(row), Fate::Wrong, "talk-effect", [("found", &found)]);
        Vec::new()
    });
    for effect in all {
        let (Effect::Flag(name, _) | Effect::Set(name, _) | Effect::Add(name, _)) = &effect;
        let used = reading.used.entry(name.as_str().to_owned()).or_default();
        match effect {
            Effect::Flag(name, value) => {
                used.flag = true;
                set.insert(name, i32::from(value));
            }
            Effect::Set(name, value) => {
                used.set.push(value);
                set.insert(name, value);
            }
            Effect::Add(name, by) => {
                used.up = used.up.saturating_add(by.max(0));
                used.down = used.down.saturating_add(by.min(0));
                add.insert(name, by);
            }
        }
    }
    (set, add)
}

fn mood(reading: &mut Reading<'_>, row: &Row) -> i32 {
    let cell = plain(reading.cell(row, Column::Mood));
    if cell.is_empty() {
        return 0;
    }
    let line = line_of(row);
    if let Some(mood) = cell.trim_start_matches('+').parse::<i32>().ok().filter(|mood| (-100..=100).contains(mood)) {
        return mood;
    }
    // A word for how the customer feels then tells which way it went from the beginning.
    let felt = || word(cells::MOODS, &cell).map(|mood| (i32::from(mood) - i32::from(reading.mood)).signum());
    let Some(way) = word(cells::MOVES, &cell).or_else(felt) else {
        reading.note(line, Fate::Wrong, "talk-mood", [("found", &cell)]);
        return 0;
    };
    let by = way * STEP;
    reading.note(line, Fate::Changed, "talk-mood-word", [("found", &cell), ("by", &format!("{by:+}"))]);
    by
}

/// Why a reply fails the run: a reason, or only a mark.
fn red_line(reading: &Reading<'_>, row: &Row) -> Option<String> {
    let cell = reading.cell(row, Column::RedLine);
    match cells::plain(cell).as_str() {
        "" | "否" | "无" | "no" | "n" | "0" | "-" | "/" | "false" | "×" => None,
        "是" | "红线" | "√" | "✓" | "✔" | "yes" | "y" | "1" | "x" | "true" | "*" | "●" => {
            Some(reading.words.get("talk-red-line"))
        }
        _ => Some(cell.to_owned()),
    }
}
