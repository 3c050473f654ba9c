//! What a page and a screen word alike: marks, how an answer was judged, its items one by one.

use crate::attempt::plan::Subject;
use crate::base::id::{AttemptId, Lang};
use crate::base::points::{Exact, Points};
use crate::locale::{Tongue, Words};
use crate::model::grade::Timeliness;
use crate::model::library::Library;
use crate::model::page::{Breach, Explained, Mark, Pace, Took, Verdict};
use crate::model::scenario::step::{Deed, Stage};

/// A line in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Its mark.
    pub mark: Mark,
    /// Its words.
    pub text: String,
    /// What is said of it, in brackets.
    pub note: Option<String>,
}

/// The title of a thing; its id where the library does not have it.
pub fn title(library: &Library, lang: &Lang, subject: &Subject) -> String {
    let text = match subject {
        Subject::Course(id) => library.courses.get(&id.as_str().into()).map(|c| &c.title),
        Subject::Bank(id) => library.banks.get(&id.as_str().into()).map(|b| &b.title),
        Subject::Scenario(id) => library.scenarios.get(&id.as_str().into()).map(|s| &s.title),
        Subject::Licence(id) => library.licences.get(&id.as_str().into()).map(|l| &l.title),
        Subject::Station(id) => library.stations.get(&id.as_str().into()).map(|s| &s.title),
        Subject::Agreement(id) => library.agreements.get(&id.as_str().into()).map(|(title, _)| title),
        // They have no author: the program names them.
        Subject::Appeal(exam) => {
            let words = Words::new(Tongue::of(lang.as_str()).unwrap_or(Tongue::Zh));
            return words.with("appeal-title", &[("id", AttemptId::from(exam.as_str()).short().into())]);
        }
        Subject::Review => return Words::new(Tongue::of(lang.as_str()).unwrap_or(Tongue::Zh)).get("review-title"),
    };
    text.map_or_else(|| subject.parts().1.to_owned(), |t| t.get(lang).to_owned())
}

/// A mark as the house writes it; empty for none.
pub fn mark(words: &Words, mark: Mark) -> String {
    let key = match mark {
        Mark::None => return String::new(),
        Mark::Dash => "mark-blank",
        Mark::Right => "mark-right",
        Mark::Wrong => "mark-wrong",
        Mark::Partly => "mark-partly",
        Mark::Missed => "mark-missed",
    };
    words.get(key)
}

/// How an answer was judged.
pub fn verdict(words: &Words, verdict: Verdict) -> Said {
    let (mark, key) = match verdict {
        Verdict::Right => (Mark::Right, "verdict-right"),
        Verdict::Partly => (Mark::Partly, "verdict-partly"),
        Verdict::Wrong => (Mark::Wrong, "verdict-wrong"),
        Verdict::Unknown => (Mark::Dash, "verdict-unknown"),
        Verdict::Unanswered => (Mark::Dash, "verdict-unanswered"),
    };
    Said { mark, text: words.get(key), note: None }
}

/// Points earned out of those there were.
pub fn points(words: &Words, earned: Exact, of: Exact) -> String {
    words.with("verdict-points", &[("earned", earned.decimal(2).into()), ("of", of.decimal(3).into())])
}

/// Points that were given or taken: `+2`, `-1`, `0`.
pub fn signed(points: Points) -> String {
    let plus = if points > Points::ZERO { "+" } else { "" };
    format!("{plus}{points}")
}

/// How a customer's mood moved.
pub fn mood(words: &Words, (from, to): (u8, u8)) -> String {
    let word = match to.cmp(&from) {
        std::cmp::Ordering::Greater => "mood-up",
        std::cmp::Ordering::Less => "mood-down",
        std::cmp::Ordering::Equal => "mood-same",
    };
    words.with("mood-change", &[("from", from.into()), ("to", to.into()), ("word", words.get(word).into())])
}

/// A move of a role-play by name: `opening/warm` as walkthroughs write it; silence in words.
pub fn step(words: &Words, stage: &Stage, number: usize) -> String {
    let (turn, reply) = stage.reply(number);
    match stage.deed(number) {
        Deed::Silence => words.with("move-silence", &[("turn", turn.id.as_str().into())]),
        _ => format!("{}/{}", turn.id, reply.id),
    }
}

/// How long a reply took, by the standard.
pub fn took(words: &Words, took: &Took) -> String {
    // Cut in nobody's favour: what took longer than a limit never reads as if it had kept it. Silence lasts as long as the limit.
    let up = if took.band == Pace::Silent { 0 } else { 99 };
    let tenths = took.used.0.saturating_add(up) / 100;
    let used = format!("{}.{}", tenths / 10, tenths % 10);
    let (limit, points) = ((took.limit.0.saturating_add(999) / 1000).to_string(), signed(took.points));
    words
        .with(&format!("took-{}", took.band.word()), &[("used", used.into()), ("limit", limit.into()), ("points", points.into())])
}

/// How quick the timed replies of a talk were, all together.
pub fn timeliness(words: &Words, it: &Timeliness) -> String {
    let args = [
        ("earned", it.earned.to_string().into()),
        ("best", it.best.to_string().into()),
        ("timed", it.timed.into()),
        ("late", it.late.into()),
    ];
    words.with("result-timeliness", &args)
}

/// A wording rule that a reply breaks, with the better words.
pub fn breach(words: &Words, broken: &Breach) -> String {
    let args = [("title", broken.title.as_str().into()), ("instead", broken.say_instead.as_str().into())];
    words.with("feedback-breaks", &args)
}

/// What an ending is headed by: with its points, where it has any, so that the points told add up.
pub fn ending(words: &Words, given: Points) -> String {
    match given {
        Points::ZERO => words.get("debrief-ending"),
        given => words.with("debrief-ending-points", &[("points", signed(given).into())]),
    }
}

/// Words in quotation marks; quotations within them have single ones.
pub fn quoted(words: &Words, text: &str) -> String {
    let within: String = text
        .chars()
        .map(|c| match c {
            '“' => '‘',
            '”' => '’',
            c => c,
        })
        .collect();
    words.with("quoted", &[("text", within.into())])
}

/// A stretch of a turn's lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// Somebody says it.
    Said(String),
    /// A stage direction: a line that stands wholly in brackets. Nobody says it.
    Narrated(String),
}

/// A turn's lines as what is said and what is told beside it.
pub fn told(text: &str) -> Vec<Told> {
    let mut out: Vec<Told> = Vec::new();
    for line in text.trim_end().lines() {
        match out.last_mut() {
            _ if is_narrated(line) => out.push(Told::Narrated(line.trim().to_owned())),
            Some(Told::Said(before)) => *before = format!("{before}\n{line}"),
            _ => out.push(Told::Said(line.to_owned())),
        }
    }
    out
}

/// Whether the bracket that a line begins with closes at its end, and not before.
fn is_narrated(line: &str) -> bool {
    let line = line.trim();
    let mut open = 0_usize;
    line.starts_with(['（', '('])
        && line.char_indices().all(|(at, c)| {
            match c {
                '（' | '(' => open += 1,
                '）' | ')' => open = open.saturating_sub(1),
                _ => {}
            }
            (open == 0) == (at + c.len_utf8() == line.len())
        })
}

/// What better words are headed by. Where they give no more themselves, what they lead to is better.
pub fn better(words: &Words, points: Points, earned: Points) -> String {
    if points <= earned {
        return words.get("debrief-better-later");
    }
    words.with("debrief-better", &[("points", signed(points).into())])
}

/// An item of an answer: what was answered, what is right.
pub fn explained(words: &Words, item: &Explained) -> Said {
    if let Some(should) = &item.should_be {
        let mark = match item.right {
            _ if item.is_erased() => Mark::Dash,
            true => Mark::Right,
            false => Mark::Wrong,
        };
        return Said { mark, text: answered(words, item, should), note: None };
    }
    let (mark, key) = match (item.chosen, item.right) {
        (true, true) => (Mark::Right, "chosen-right"),
        (true, false) => (Mark::Wrong, "chosen-wrong"),
        // A right answer never stands beside a cross.
        (false, true) => (Mark::Missed, "missed-right"),
        (false, false) => (Mark::Right, "left-wrong"),
    };
    Said { mark, text: item.text.clone(), note: Some(words.get(key)) }
}

fn answered(words: &Words, item: &Explained, should: &str) -> String {
    let end = match (&item.answer, item.right) {
        (Some(_), true) => "right",
        (Some(_), false) => "wrong",
        (None, _) if item.is_erased() => "erased",
        (None, _) => "empty",
    };
    let key = format!("{}-{end}", if item.text.is_empty() { "typed" } else { "item" });
    let answer = item.answer.as_deref().unwrap_or_default();
    words.with(&key, &[("text", item.text.as_str().into()), ("answer", answer.into()), ("should", should.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_wholly_in_brackets_is_said_by_nobody() {
        let said = |text: &str| Told::Said(text.to_owned());
        let narrated = |text: &str| Told::Narrated(text.to_owned());
        assert_eq!(told("（换货已登记）"), [narrated("（换货已登记）")]);
        assert_eq!(
            told("好的。\n谢谢。\n(She hangs up (at last).)\n再见。"),
            [said("好的。\n谢谢。"), narrated("(She hangs up (at last).)"), said("再见。"),]
        );
        for spoken in ["（笑）好的", "（笑）好的（挂机）", "好的（挂机）", "（没有关上", "）（"] {
            assert_eq!(told(spoken), [said(spoken)], "{spoken}");
        }
    }
}
