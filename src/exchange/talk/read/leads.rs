//! Where everything leads: turns by their names, ends by their words, the next turn where nothing is said; endings that nobody wrote are made.

use super::super::cells::{ending, turn_name};
use super::{Reading, Rough};
use crate::base::id::TurnId;
use crate::base::points::Points;
use crate::exchange::Fate;
use crate::model::scenario::{Arm, Ending, Outcome, Turn, Way};

/// An ending that was made for replies that name only how it ends.
struct Made {
    outcome: Outcome,
    /// What the trainer says; empty: the usual.
    debrief: String,
    id: TurnId,
}

/// Makes turns of the rough ones, and the endings that they need.
pub(super) fn resolve(reading: &mut Reading<'_>) -> Vec<Turn> {
    let mut rough = std::mem::take(&mut reading.turns);
    settle(&mut rough);
    let mut made = Vec::new();
    let turns: Vec<Turn> = (0..rough.len()).map(|n| turn(reading, &rough, n, &mut made)).collect();
    let endings = made.iter().map(|one| ending_of(reading, one)).collect::<Vec<_>>();
    reading.turns = rough;
    turns.into_iter().chain(endings).collect()
}

/// A turn whose only way on is a word that no turn is called by, or its own name: so it ends there.
fn settle(all: &mut [Rough]) {
    for n in 0..all.len() {
        if let [only] = all[n].arms.as_slice()
            && find(all, &only.to).is_none_or(|turn| turn.id == all[n].id)
            && let Some(ending) = only.ends.clone()
        {
            all[n].ending = Some(ending);
            all[n].arms.clear();
        }
    }
}

fn turn(reading: &mut Reading<'_>, all: &[Rough], n: usize, made: &mut Vec<Made>) -> Turn {
    let rough = &all[n];
    let mut says = rough.says.clone();
    if let Some(ending) = &rough.ending {
        if !rough.replies.is_empty() || !rough.arms.is_empty() {
            reading.note(rough.line, Fate::Wrong, "talk-two-ways", [("turn", &rough.name)]);
        }
        if says.is_empty() {
            says.push(reading.words.get(&format!("talk-farewell-{}", ending.outcome.word())));
        }
    } else if says.is_empty() && !rough.replies.is_empty() {
        reading.note(rough.line, Fate::Wrong, "talk-silent", [("turn", &rough.name)]);
    }
    let says = says.iter().map(|words| reading.text(words)).collect();
    let way = match &rough.ending {
        Some(ending) => Way::Ending(ending.clone()),
        None if !rough.replies.is_empty() => {
            if let Some(arm) = rough.arms.first() {
                reading.note(arm.line, Fate::Wrong, "talk-two-ways", [("turn", &rough.name)]);
            }
            Way::Replies((0..rough.replies.len()).map(|k| reply(reading, all, (n, k), made)).collect())
        }
        None => crossing(reading, all, n, made),
    };
    rough.turn(says, way)
}

fn reply(
    reading: &mut Reading<'_>,
    all: &[Rough],
    (n, k): (usize, usize),
    made: &mut Vec<Made>,
) -> crate::model::scenario::Reply {
    let rough = &all[n].replies[k];
    let mut reply = rough.reply.clone();
    // A turn that is called like an end is the turn.
    let named = ending(&rough.to).filter(|_| find(all, &rough.to).is_none());
    let (outcome, debrief) = match (rough.outcome, &named) {
        (Some(outcome), _) => (Some(outcome), rough.debrief.clone()),
        (None, Some((outcome, debrief))) => (Some(*outcome), if debrief.is_empty() { &rough.debrief } else { debrief }.clone()),
        (None, None) => (None, rough.debrief.clone()),
    };
    reply.to = if reply.red_line.is_some() {
        // A red line fails the run, whatever the cell says; a turn that is such an ending may say it in its own words.
        let own = find(all, &rough.to).filter(|turn| turn.ending.as_ref().is_some_and(|end| end.outcome == Outcome::Failed));
        if outcome.is_some_and(|outcome| outcome != Outcome::Failed)
            || (own.is_none() && outcome.is_none() && !rough.to.is_empty())
        {
            reading.note(rough.line, Fate::Changed, "talk-red-line-fails", [("found", &rough.to)]);
        }
        own.map_or_else(|| end(all, Outcome::Failed, debrief, made), |turn| turn.id.clone())
    } else if let Some(outcome) = outcome {
        end(all, outcome, debrief, made)
    } else if rough.to.is_empty() {
        on(reading, all, (n, k), made)
    } else {
        target(reading, all, rough.line, &rough.to)
    };
    reply
}

/// The turn of this name.
fn find<'r>(all: &'r [Rough], cell: &str) -> Option<&'r Rough> {
    let name = turn_name(cell);
    all.iter().find(|turn| turn.name == name || turn.id.as_str() == name)
}

fn target(reading: &mut Reading<'_>, all: &[Rough], line: u32, cell: &str) -> TurnId {
    if let Some(turn) = find(all, cell) {
        return turn.id.clone();
    }
    let known: Vec<&str> = all.iter().map(|turn| turn.name.as_str()).collect();
    reading.note(line, Fate::Wrong, "talk-no-such-turn", [("found", cell), ("known", &known.join(" "))]);
    // Somewhere it must lead, so that the rest can be looked at.
    all[0].id.clone()
}

/// Where a reply leads that does not say so: to the next turn that is no ending; from the last one, to an end by its points.
fn on(reading: &mut Reading<'_>, all: &[Rough], (n, k): (usize, usize), made: &mut Vec<Made>) -> TurnId {
    if let Some(next) = all[n + 1..].iter().find(|turn| turn.ending.is_none()) {
        return next.id.clone();
    }
    let points = |k: usize| all[n].replies[k].reply.points();
    let best = (0..all[n].replies.len()).map(points).max().unwrap_or(Points::ZERO);
    let outcome = match points(k) {
        own if own == best && own > Points::ZERO => Outcome::Resolved,
        own if own < Points::ZERO => Outcome::Lost,
        _ => Outcome::Partial,
    };
    let said = reading.words.get(&format!("talk-outcome-{}", outcome.word()));
    reading.note(all[n].replies[k].line, Fate::Changed, "talk-no-target", [("outcome", &said)]);
    end(all, outcome, String::new(), made)
}

/// The ending of an outcome: the only one that the table has, or one that is made, one for each debrief.
fn end(all: &[Rough], outcome: Outcome, debrief: String, made: &mut Vec<Made>) -> TurnId {
    let mut own = all.iter().filter(|turn| turn.ending.as_ref().is_some_and(|end| end.outcome == outcome));
    if let (Some(only), None, true) = (own.next(), own.next(), debrief.is_empty()) {
        return only.id.clone();
    }
    if let Some(known) = made.iter().find(|one| one.outcome == outcome && one.debrief == debrief) {
        return known.id.clone();
    }
    let taken = |id: &str| all.iter().any(|turn| turn.id.as_str() == id) || made.iter().any(|one| one.id.as_str() == id);
    let names = std::iter::once(outcome.word().to_owned()).chain((2..).map(|n| format!("{}-{n}", outcome.word())));
    let id = TurnId::from(names.into_iter().find(|id| !taken(id)).unwrap_or_default());
    made.push(Made { outcome, debrief, id: id.clone() });
    id
}

fn ending_of(reading: &Reading<'_>, made: &Made) -> Turn {
    let word = made.outcome.word();
    let usual = |part: &str| reading.words.get(&format!("talk-{part}-{word}"));
    let debrief = if made.debrief.is_empty() { usual("debrief") } else { made.debrief.clone() };
    let ending = Ending { outcome: made.outcome, score: std::collections::BTreeMap::new(), debrief: reading.text(&debrief) };
    Turn::new(made.id.clone(), vec![reading.text(&usual("farewell"))], Way::Ending(ending))
}

/// A turn without replies: its rows lead on by their conditions, or it says something and the talk goes on.
fn crossing(reading: &mut Reading<'_>, all: &[Rough], n: usize, made: &mut Vec<Made>) -> Way {
    let rough = &all[n];
    let mut arms: Vec<Arm> = Vec::new();
    for arm in &rough.arms {
        arms.push(Arm { when: arm.arm.when.clone(), to: target(reading, all, arm.line, &arm.to) });
    }
    match (arms.as_slice(), all.get(n + 1)) {
        ([only], _) if only.when.is_empty() => Way::Goto(only.to.clone()),
        ([], Some(next)) => Way::Goto(next.id.clone()),
        // The last thing that is said, and nothing after it: so it ended.
        ([], None) => {
            let made = Made { outcome: Outcome::Resolved, debrief: String::new(), id: rough.id.clone() };
            let said = reading.words.get("talk-outcome-resolved");
            reading.note(rough.line, Fate::Changed, "talk-no-target", [("outcome", &said)]);
            ending_of(reading, &made).way
        }
        (arms, next) => {
            let mut arms = arms.to_vec();
            if arms.last().is_some_and(|arm| !arm.when.is_empty()) {
                let to = match next {
                    Some(next) => next.id.clone(),
                    None => end(all, Outcome::Partial, String::new(), made),
                };
                reading.note(rough.line, Fate::Changed, "talk-open-branch", [("turn", &rough.name), ("to", to.as_str())]);
                arms.push(Arm { when: Vec::new(), to });
            }
            Way::Branch(arms)
        }
    }
}
