//! `report weekly`: what happened in a week beside the week before, and what the next one needs. Counts; names only where somebody has
//! to act.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::archive::Span;
use super::facts::{Done, Facts, Licence, State};
use super::parts::{ending, overdue};
use super::{Account, Bar, Bars, Cell, Part, Section, Table, Tell};
use crate::analysis::rate::Rate;
use crate::attempt::plan::Subject;
use crate::base::day;
use crate::base::points::Exact;
use crate::grade::memory::{Thing, Tried};
use crate::report::group::said::thing;
use crate::report::group::{MET_LEAST, most_missed};

/// Licences that end within so many days of the week's last day are listed.
const SOON: u32 = 30;
/// How many of the most missed things are told.
const MISSED: usize = 5;

/// A week, from Monday to Sunday (ISO 8601).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    monday: Date,
}

impl Week {
    /// Reads `2026-W47`; `None` where it is no week.
    pub fn read(text: &str) -> Option<Self> {
        let (year, week) = text.trim().split_once("-W").or_else(|| text.trim().split_once("-w"))?;
        let digits = year.len() == 4 && week.len() == 2 && year.bytes().chain(week.bytes()).all(|b| b.is_ascii_digit());
        // As with days, nothing was recorded earlier.
        let year = year.parse().ok().filter(|year| digits && *year >= 1970)?;
        let week = ISOWeekDate::new(year, week.parse().ok()?, Weekday::Monday).ok()?;
        Some(Self { monday: week.date() })
    }

    /// The week that a day is in.
    pub fn of(day: Date) -> Option<Self> {
        let week = day.iso_week_date();
        Some(Self { monday: ISOWeekDate::new(week.year(), week.week(), Weekday::Monday).ok()?.date() })
    }

    /// The week before; `None` where the calendar begins.
    pub fn before(self) -> Option<Self> {
        Some(Self { monday: self.monday.checked_sub(jiff::Span::new().days(7)).ok()? })
    }

    /// Monday and Sunday.
    pub fn days(self) -> (Date, Date) {
        (self.monday, self.monday.saturating_add(jiff::Span::new().days(6)))
    }

    /// As `2026-W47`.
    pub fn name(self) -> String {
        let week = self.monday.iso_week_date();
        format!("{:04}-W{:02}", week.year(), week.week())
    }

    /// Its moments in a time zone.
    pub fn span(self, zone: &str) -> Span {
        let (monday, sunday) = self.days();
        let end = day::end(sunday, zone).map(|it| crate::base::moment::Moment(it.0 + 999));
        Span { from: day::start(monday, zone), to: end }
    }
}

/// The report.
pub fn account(tell: Tell<'_>, facts: &Facts, week: Week, about: Vec<String>) -> Account {
    let now = week.span(&facts.zone);
    let before = week.before().map(|it| it.span(&facts.zone));
    let then = before.map(|span| counts(facts, span));
    let row = |(n, (key, this)): (usize, (&'static str, usize))| {
        let then = then.as_ref().map_or(Cell::None, |all| Cell::Count(all[n].1));
        vec![Cell::Text(tell.get(&format!("report-week-{key}"))), Cell::Count(this), then]
    };
    let rows = counts(facts, now).into_iter().enumerate().map(row).collect();
    let happened = Part::Table(Table::new("week", &["what", "this-week", "week-before"], tell.words, rows));
    let licences: Vec<_> = facts.licences.iter().collect();
    let soon = ending(tell, facts, &licences, SOON).or_note("report-none-ending", tell.words);
    let sections = vec![
        Section::new(
            "week",
            tell.words,
            vec![happened, rates(tell, facts, (now, before)), Part::Note(tell.get("report-week-how"))],
        ),
        Section::new("ending", tell.words, vec![soon]),
        Section::new("overdue", tell.words, vec![overdue(tell, facts).or_note("report-none-overdue", tell.words)]),
        Section::new("missed", tell.words, vec![missed(tell, facts, now)]),
    ];
    let title = tell.words.with("report-title-weekly", &[("week", week.name().into())]);
    Account { kind: "weekly", title, about, day: facts.today, sections }
}

/// Passed at the first exam, this week and the week before.
fn rates(tell: Tell<'_>, facts: &Facts, (now, before): (Span, Option<Span>)) -> Part {
    let bar = |key: &str, span: Span| {
        let rate = first_time(facts, span);
        let name = tell.get(&format!("report-col-{key}"));
        Bar::plain(name, Cell::Rate(rate), rate.share().unwrap_or(Exact::ZERO))
    };
    let bars = std::iter::once(bar("this-week", now)).chain(before.map(|span| bar("week-before", span))).collect();
    let heads = ["report-col-week", "report-col-pass-rate"].map(|key| tell.get(key));
    Part::Bars(Bars { key: "first-time", name: tell.get("report-week-first-time"), heads, bars, cut: None })
}

/// Of the first exams of anybody that came to a result within, those passed.
fn first_time(facts: &Facts, span: Span) -> Rate {
    let first = facts.people.iter().flat_map(|it| {
        let mut seen = BTreeSet::new();
        let own = it.exams(None).filter(move |(_, exam)| seen.insert(&exam.licence));
        own.filter(|(done, _)| ended(done, span)).filter_map(|(_, exam)| exam.passed()).collect::<Vec<_>>()
    });
    Rate::of(first, |passed| *passed)
}

fn ended(done: &Done, span: Span) -> bool {
    done.is_over() && span.has(done.last)
}

/// What happened within.
fn counts(facts: &Facts, span: Span) -> Vec<(&'static str, usize)> {
    let done = || facts.people.iter().flat_map(|it| &it.done);
    let count = |holds: &dyn Fn(&Done) -> bool| done().filter(|it| holds(it)).count();
    let is_course = |it: &Done| matches!(it.subject, Subject::Course(_));
    let active = facts.people.iter().filter(|it| it.done.iter().any(|it| span.has(it.begun) || span.has(it.last))).count();
    let issued = |it: &&Licence| span.has(it.issued);
    let over = |it: &&Licence| span.has(it.until) && it.state == State::Expired;
    vec![
        ("enrolled", facts.people.iter().filter(|it| span.has(it.since)).count()),
        ("active", active),
        ("courses-begun", count(&|it| is_course(it) && span.has(it.begun))),
        ("courses-done", count(&|it| is_course(it) && ended(it, span))),
        ("practised", count(&|it| it.is_practice() && ended(it, span))),
        ("exams", count(&|it| it.exam.as_ref().is_some_and(|exam| !exam.voided) && ended(it, span))),
        ("issued", facts.licences.iter().filter(issued).count()),
        ("ended", facts.licences.iter().filter(over).count()),
        (
            "revoked",
            facts.licences.iter().filter(|it| it.state == State::Revoked && it.taken.is_some_and(|at| span.has(at))).count(),
        ),
    ]
}

/// What most people missed of what they met this week.
fn missed(tell: Tell<'_>, facts: &Facts, span: Span) -> Part {
    let within: Vec<Vec<Tried>> =
        facts.people.iter().map(|it| it.tried.iter().filter(|it| span.has(it.at)).cloned().collect()).collect();
    if let Some(why) = nothing_missed(&within) {
        return Part::Note(tell.words.with(why, &[("least", MET_LEAST.into())]));
    }
    let found = most_missed(within.iter().map(Vec::as_slice), MISSED);
    let row = |it: &crate::report::group::Missed| {
        let what = thing(tell.words, (tell.library, tell.lang), &it.thing);
        vec![Cell::Text(what), Cell::Count(it.missed), Cell::Count(it.met)]
    };
    let rows = found.iter().map(row).collect();
    Part::Table(Table::new("missed", &["item", "missed", "met-it"], tell.words, rows))
}

/// Why there is nothing to list, as far as that is so: nobody met anything, each thing was met by too few, or nobody missed what enough
/// people met.
fn nothing_missed(people: &[Vec<Tried>]) -> Option<&'static str> {
    let mut met: BTreeMap<&Thing, usize> = BTreeMap::new();
    for tried in people {
        for thing in tried.iter().map(|it| &it.thing).collect::<BTreeSet<_>>() {
            *met.entry(thing).or_default() += 1;
        }
    }
    match met.values().max() {
        None => Some("report-none-met"),
        Some(most) if *most < MET_LEAST => Some("report-too-few-met"),
        Some(_) if most_missed(people.iter().map(Vec::as_slice), 1).is_empty() => Some("report-none-missed"),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::attempt::state::At;
    use crate::base::digest::Digest;
    use crate::base::moment::Moment;
    use crate::grade::memory::{Place, Rating};
    use crate::model::version::Version;

    fn tried(id: &str, rating: Rating) -> Tried {
        let same = Digest::of_bytes(b"as it is");
        Tried {
            thing: Thing::Question(id.into()),
            version: Version { logic: same, text: same },
            lang: "en".into(),
            at: Moment(0),
            rating,
            place: Place { attempt: "a".into(), at: At { part: 0, step: 0 }, after: 0 },
        }
    }

    /// Each sentence is said only where it is true.
    #[test]
    fn why_nothing_is_listed_is_told_as_it_is() {
        let of = |id: &str, ratings: &[Rating]| ratings.iter().map(|it| vec![tried(id, *it)]).collect::<Vec<_>>();
        assert_eq!(nothing_missed(&[]), Some("report-none-met"));
        assert_eq!(nothing_missed(&[vec![], vec![]]), Some("report-none-met"));
        assert_eq!(nothing_missed(&of("b/1", &[Rating::Again, Rating::Again])), Some("report-too-few-met"));
        let apart = [of("b/1", &[Rating::Again; 2]), of("b/2", &[Rating::Again; 2])].concat();
        assert_eq!(nothing_missed(&apart), Some("report-too-few-met"), "four people, but nowhere three");
        assert_eq!(nothing_missed(&of("b/1", &[Rating::Good; 3])), Some("report-none-missed"));
        let one = vec![vec![tried("b/1", Rating::Again), tried("b/1", Rating::Again), tried("b/1", Rating::Again)]];
        assert_eq!(nothing_missed(&one), Some("report-too-few-met"), "one person, three times");
        assert_eq!(nothing_missed(&of("b/1", &[Rating::Good, Rating::Again, Rating::Good])), None);
    }

    #[test]
    fn a_week_is_read_and_has_its_days() {
        let week = Week::read("2026-W48").expect("a week");
        assert_eq!(week.days(), (date(2026, 11, 23), date(2026, 11, 29)));
        assert_eq!(Week::of(date(2026, 11, 29)), Some(week));
        assert_eq!(week.before().map(Week::name).as_deref(), Some("2026-W47"));
        assert_eq!(Week::of(date(2027, 1, 1)).map(Week::name).as_deref(), Some("2026-W53"));
        for bad in ["2026-W54", "2026-W00", "2026W48", "26-W48", "2026-W4", "", "2026-11-23"] {
            assert_eq!(Week::read(bad), None, "{bad}");
        }
    }
}
