//! Where a learner stands as a page: how far with each thing, each skill as a small line over its talks, strengths and gaps, what next.
//! Nothing is in a picture that the words beside it do not say.

use super::View;
use crate::attempt::plan::Subject;
use crate::base::id::{LicenceId, SkillId};
use crate::base::moment::Moment;
use crate::base::points::Exact;
use crate::cli::day::dated;
use crate::cli::recall::short;
use crate::cli::review::Due;
use crate::cli::room::title;
use crate::locale::Words;
use crate::model::library::Library;
use crate::report::growth::{Advice, Growth, TALKS};
use crate::report::standing::{Line, Standing, Why};
use crate::report::worded;
use crate::store::Learner;
use crate::terminal::line::clean;
use crate::terminal::table::{columns, spark};

/// The most strengths and gaps that are named: the first of each.
const NAMED: usize = 3;

/// The page of a learner's progress.
pub fn page(library: &Library, (standing, due): (&Standing, &Due), learner: &Learner, view: &View) -> String {
    let mut out = format!("{}\n\n", view.words.with("progress-of", &[("name", clean(&learner.name).into())]));
    let state = |line: &Line| state(line, (&view.words, &library.time_zone));
    for (key, lines) in
        [("progress-courses", &standing.courses), ("progress-plays", &standing.plays), ("progress-banks", &standing.banks)]
    {
        out.push_str(&format!("{}\n", view.words.get(key)));
        let rows: Vec<Vec<String>> =
            lines.iter().map(|l| vec![String::new(), title(library, &view.lang, &l.subject), state(l)]).collect();
        out.push_str(&columns(&rows, view.width));
        out.push('\n');
    }
    if !standing.growth.is_empty() {
        out.push_str(&skills(library, &standing.growth, view));
    }
    let mut said: Vec<String> = standing.timeliness.iter().map(|it| worded::timeliness(&view.words, it)).collect();
    // Who never missed anything is told of reviews by `review` itself.
    if !due.now.is_empty() || !due.later.is_empty() {
        said.push(due.said(&view.words, &library.time_zone));
    }
    if let Some(next) = standing.next.first() {
        let args = [("title", title(library, &view.lang, &next.subject).into()), ("why", why(library, &next.why, view).into())];
        said.push(view.words.with("progress-next", &args));
    }
    // A newcomer's first talk was named already.
    let advised =
        |it: &&Advice| standing.next.first().is_none_or(|next| next.subject.parts() != ("scenario", it.scenario.as_str()));
    if let Some(advice) = standing.advice.as_ref().filter(advised) {
        said.push(self::advice(library, advice, view));
    }
    for line in said {
        out.push_str(&columns(&[vec![line]], view.width));
    }
    out
}

/// Which talk to play, and why: a sentence.
pub fn advice(library: &Library, advice: &Advice, view: &View) -> String {
    let talk = title(library, &view.lang, &Subject::Scenario(advice.scenario.to_string()));
    view.words.with("progress-advice", &[("title", talk.into()), ("why", reason(library, advice, view).into())])
}

/// Why a talk: its weakest skill, the licence it counts for, how long ago it was.
pub fn reason(library: &Library, advice: &Advice, view: &View) -> String {
    let words = &view.words;
    let skill = advice.skill.as_ref().map(|(skill, percent)| {
        let name = called(library, skill, view);
        match percent {
            Some(percent) => words.with("why-skill", &[("skill", name.into()), ("percent", (*percent).into())]),
            None => words.with("why-skill-new", &[("skill", name.into())]),
        }
    });
    let licence = advice.licence.as_ref().map(|id| words.with("why-licence", &[("title", licence(library, id, view).into())]));
    let days = match advice.days {
        None => words.get("why-never"),
        Some(days) => words.with("why-days", &[("days", days.into())]),
    };
    [skill, licence, Some(days)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn why(library: &Library, why: &Why, view: &View) -> String {
    let words = &view.words;
    match why {
        Why::Assigned(due) => words.with("why-assigned", &dated(*due)),
        Why::First => words.get("why-first"),
        Why::Unfinished => words.get("why-unfinished"),
        Why::Required(id) => words.with("why-required", &[("title", licence(library, id, view).into())]),
        Why::Ready => words.get("why-ready"),
        Why::Course => words.get("why-course"),
        Why::Talk(advice) => reason(library, advice, view),
        Why::Bank(None) => words.get("why-bank-new"),
        Why::Bank(Some(percent)) => words.with("why-bank", &[("percent", (*percent).into())]),
    }
}

/// The skills: a line over the newest talks, the percent, in words where it is going; then strengths and gaps.
fn skills(library: &Library, growth: &[Growth], view: &View) -> String {
    let words = &view.words;
    let mut out = format!("{}\n", words.with("progress-skills", &[("talks", TALKS.into())]));
    let row = |it: &Growth| {
        let mut row = vec![String::new(), called(library, &it.skill, view)];
        if !view.plain {
            row.push(spark(&it.line));
        }
        row.push(format!("{} %", it.percent));
        row.push(going(it, view));
        row
    };
    out.push_str(&columns(&growth.iter().map(row).collect::<Vec<_>>(), view.width));
    let mut strong: Vec<&Growth> = growth.iter().filter(|it| it.is_strong()).collect();
    let mut weak: Vec<&Growth> = growth.iter().filter(|it| it.is_weak()).collect();
    strong.sort_by_key(|it| std::cmp::Reverse(it.percent));
    weak.sort_by_key(|it| it.percent);
    for (key, all) in [("progress-strengths", strong), ("progress-gaps", weak)] {
        let names: Vec<String> = all.iter().take(NAMED).map(|it| called(library, &it.skill, view)).collect();
        if !names.is_empty() {
            let names = names.join(&words.get("progress-comma"));
            out.push_str(&columns(&[vec![words.with(key, &[("skills", names.into())])]], view.width));
        }
    }
    out.push('\n');
    out
}

/// In words what the line shows.
fn going(it: &Growth, view: &View) -> String {
    let trend = view.words.get(&format!("trend-{}", it.trend.word()));
    let (Some(first), Some(last)) = (it.line.first(), it.line.last()) else { return trend };
    let args =
        [("talks", it.talks.into()), ("trend", trend.into()), ("first", (first / 10).into()), ("last", (last / 10).into())];
    // Who sees no line is told its two ends.
    let key = if view.plain && it.line.len() > 1 { "growth-in-words" } else { "growth" };
    view.words.with(key, &args)
}

fn called(library: &Library, skill: &SkillId, view: &View) -> String {
    let text = library.skills.iter().find(|(id, _)| id == skill);
    text.map_or_else(|| skill.to_string(), |(_, text)| text.get(&view.lang).to_owned())
}

fn licence(library: &Library, id: &LicenceId, view: &View) -> String {
    title(library, &view.lang, &Subject::Licence(id.to_string()))
}

/// A moment's day.
fn said_day(at: Moment, zone: &str) -> String {
    at.day(zone).map(|day| day.to_string()).unwrap_or_default()
}

/// In a few words: not yet, under way, done.
fn state(line: &Line, (words, zone): (&Words, &str)) -> String {
    let percent = line.best.map(Exact::percent).unwrap_or_default();
    if let Some(at) = line.waived {
        return words.with("state-waived", &[("day", said_day(at, zone).into())]);
    }
    match (&line.open, line.done, line.finished) {
        (Some((attempt, (done, of))), _, _) => {
            words.with("state-open", &[("done", (*done).into()), ("of", (*of).into()), ("id", short(attempt).into())])
        }
        (None, true, _) => words.with("state-done", &[("percent", percent.into())]),
        (None, false, 0) => words.get("state-new"),
        (None, false, _) => words.with("state-not-passed", &[("percent", percent.into())]),
    }
}
