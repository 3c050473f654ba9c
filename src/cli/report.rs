//! `report KIND`: what a board, an inspector or the person wants to read. Facts are gathered in `gather`; what a report says of them is
//! `report/account/KIND`'s; here it goes to the screen (`text`), to a program, or into a file (`out`).

mod gather;
pub mod out;
mod text;

use std::path::PathBuf;
use std::rc::Rc;

use clap::{Args, Subcommand};
use jiff::civil::Date;

use self::gather::gather;
use super::assign::must_be_there;
use super::day::day as typed_day;
use super::failure::{Exit, Failure};
use super::registry::Registry;
use super::room::{Call, lang, title};
use super::roster::find_learner;
use super::stats::alarms::alarms;
use super::{Outcome, enrol, exam};
use crate::attempt::plan::Subject;
use crate::base::day;
use crate::base::moment::Moment;
use crate::model::library::Library;
use crate::report::account::archive::Span;
use crate::report::account::facts::Facts;
use crate::report::account::weekly::Week;
use crate::report::account::{Account, Tell, archive, cohort, json, learner, licence, weekly};
use crate::report::group::said::unread;
use crate::store::{Learner, Store};

/// `report …`
#[derive(Debug, Subcommand)]
pub enum Report {
    /// A group of people.
    Cohort(Cohort),
    /// A person's own file.
    Learner(OfLearner),
    /// The licences of a scheme and its exam.
    Licence(OfLicence),
    /// A week beside the week before.
    Weekly(Weekly),
    /// The training archive.
    Archive(Archive),
}

/// `report learner LEARNER`
#[derive(Debug, Args)]
pub struct OfLearner {
    /// Name, staff number or id.
    pub learner: String,
    /// As of when, and where to.
    #[command(flatten)]
    pub page: Page,
}

/// `report licence LICENCE`
#[derive(Debug, Args)]
pub struct OfLicence {
    /// The scheme; without it they are listed.
    pub licence: Option<String>,
    /// As of when, and where to.
    #[command(flatten)]
    pub page: Page,
}

/// `report weekly`
#[derive(Debug, Args)]
pub struct Weekly {
    /// Such as 2026-W47; without it the week of the day.
    #[arg(long, value_name = "YEAR-WEEK")]
    pub week: Option<String>,
    /// About whom.
    #[command(flatten)]
    pub whom: Whom,
    /// As of when, and where to.
    #[command(flatten)]
    pub page: Page,
}

/// `report archive`
#[derive(Debug, Args)]
pub struct Archive {
    /// About whom.
    #[command(flatten)]
    pub whom: Whom,
    /// Only what was begun then.
    #[command(flatten)]
    pub period: Period,
    /// As of when, and where to.
    #[command(flatten)]
    pub page: Page,
}

/// `report cohort`
#[derive(Debug, Args)]
pub struct Cohort {
    /// About whom.
    #[command(flatten)]
    pub whom: Whom,
    /// Only who was enrolled then.
    #[command(flatten)]
    pub period: Period,
    /// As of when, and where to.
    #[command(flatten)]
    pub page: Page,
}

/// About whom.
#[derive(Debug, Default, Args)]
pub struct Whom {
    /// Only this group.
    #[arg(long, value_name = "GROUP")]
    pub group: Option<String>,
}

/// From when till when.
#[derive(Debug, Default, Args)]
pub struct Period {
    /// From this day on.
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Until this day.
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
}

/// As of when a report is made, and where it goes.
#[derive(Debug, Default, Args)]
pub struct Page {
    /// As of the end of this day.
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    /// A file instead: .html, .csv, .xlsx or .json.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// What every report is made with.
struct Desk {
    library: Library,
    store: Box<dyn Store>,
    registry: Registry,
    /// As of when: now, or the end of a day.
    now: Moment,
    /// The day of that.
    today: Date,
    /// Until when records are looked at; `None`: all there are.
    until: Option<Moment>,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Report) -> Outcome {
    if let Report::Licence(OfLicence { licence: None, .. }) = args {
        return schemes(call);
    }
    let page = args.page();
    // Before anything is worked out: a file that cannot be is refused at once.
    let file = page.out.as_deref().map(out::Kind::of).transpose()?;
    let desk = Desk::open(call, args)?;
    let account = desk.account(call, args)?;
    match (file, page.out.as_deref()) {
        (Some(kind), Some(path)) => out::write(call, &account, kind, path)?,
        _ if call.json() => call.print_json(&json::json(&account))?,
        _ => {
            let text = text::text(&account, &call.words, call.report_look(None));
            call.print(&text)?;
        }
    }
    Ok(Exit::Done)
}

/// `report licence` without a name: which schemes there are, and the command to go on.
fn schemes(call: &mut Call<'_>) -> Outcome {
    let library = call.library()?;
    let lang = lang(&library, &call.words);
    let all: Vec<(String, String)> =
        library.licences.values().map(|it| (it.id.to_string(), it.title.get(&lang).to_owned())).collect();
    if call.json() {
        call.print_json(&all.iter().map(|(id, title)| serde_json::json!({ "licence": id, "title": title })).collect())?;
        return Ok(Exit::Done);
    }
    let Some((first, _)) = all.first() else {
        call.tell("note-report-no-schemes", &[]);
        return Ok(Exit::Done);
    };
    call.tell("note-report-licence-how", &[("id", first.as_str().into())]);
    let rows: Vec<Vec<String>> = all.into_iter().map(|(id, title)| vec![id, title]).collect();
    call.print_rows(&rows)?;
    Ok(Exit::Done)
}

impl Report {
    const fn page(&self) -> &Page {
        match self {
            Self::Cohort(args) => &args.page,
            Self::Learner(args) => &args.page,
            Self::Licence(args) => &args.page,
            Self::Weekly(args) => &args.page,
            Self::Archive(args) => &args.page,
        }
    }
}

/// The first and the last day of a period, each where it was named.
type Days = (Option<Date>, Option<Date>);

impl Period {
    /// Its days. It may end on a day to come, but has to have begun.
    fn days(&self, today: Date) -> Result<Days, Failure> {
        let read = |typed: &Option<String>| typed.as_deref().map(typed_day).transpose();
        let (from, to) = (read(&self.from)?, read(&self.to)?);
        let named = |key, [(a, x), (b, y)]: [(&'static str, Date); 2]| {
            Err(Failure::usage(key, [(a, &x.to_string()), (b, &y.to_string())]))
        };
        match (from, to) {
            (Some(from), Some(to)) if from > to => named("fail-report-range", [("from", from), ("to", to)]),
            (Some(from), _) if from > today => named("fail-report-from-future", [("day", from), ("today", today)]),
            days => Ok(days),
        }
    }
}

impl Weekly {
    /// The week that is meant: the one named, or the one that a day is in.
    fn week(&self, today: Date) -> Result<Week, Failure> {
        let none = |typed: &str| Failure::usage("fail-report-week", [("week", typed)]);
        match &self.week {
            Some(typed) => Week::read(typed).ok_or_else(|| none(typed)),
            None => Week::of(today).ok_or_else(|| none(&today.to_string())),
        }
    }
}

impl Desk {
    fn open(call: &Call<'_>, args: &Report) -> Result<Self, Failure> {
        let (library, store) = (call.library()?, call.store()?);
        let registry = Registry::open(store.as_ref())?;
        let zone = library.time_zone.as_str();
        let none = |day: &str| Failure::usage("fail-day", [("day", day)]);
        let now = call.ports.now();
        let today = now.day(zone).ok_or_else(|| none(&now.0.to_string()))?;
        let on = match (&args.page().on, args) {
            (Some(typed), _) => Some(not_after(today, typed_day(typed)?)?),
            // A week that is over is told as it stood at its end, whenever that is.
            (None, Report::Weekly(args)) => Some(args.week(today)?.days().1).filter(|sunday| *sunday < today),
            (None, _) => None,
        };
        let Some(on) = on else { return Ok(Self { library, store, registry, now, today, until: None }) };
        let end = Moment(day::end(on, zone).ok_or_else(|| none(&on.to_string()))?.0 + 999);
        Ok(Self { library, store, registry: registry.until(end), now: end, today: on, until: Some(end) })
    }

    /// The report that was asked for: a line for each.
    fn account(&self, call: &Call<'_>, args: &Report) -> Result<Account, Failure> {
        // A file is read elsewhere: no path of this computer stands in its commands.
        let words = if args.page().out.is_some() { Rc::new(call.words.for_pages()) } else { call.words.clone() };
        let lang = lang(&self.library, &words);
        let tell = Tell { words: &words, lang: &lang, library: &self.library };
        match args {
            Report::Cohort(args) => self.cohort(call, tell, args),
            Report::Learner(args) => self.learner(call, tell, args),
            Report::Licence(args) => self.licence(call, tell, args),
            Report::Weekly(args) => self.weekly(call, tell, args),
            Report::Archive(args) => self.archive(call, tell, args),
        }
    }

    fn cohort(&self, call: &Call<'_>, tell: Tell<'_>, args: &Cohort) -> Result<Account, Failure> {
        let days = args.period.days(self.today)?;
        let span = self.span(days);
        let mut people = self.people(&args.whom)?;
        people.retain(|it| span.has(it.created));
        let facts = gather(call, self, &people)?;
        let mut about = self.about(tell, Some(&args.whom), &facts);
        about.extend(self.between(tell, "report-enrolled-between", days));
        Ok(cohort::account(tell, &facts, about))
    }

    fn learner(&self, call: &Call<'_>, tell: Tell<'_>, args: &OfLearner) -> Result<Account, Failure> {
        let learner = find_learner(self.store.as_ref(), &args.learner)?;
        let facts = gather(call, self, &[learner])?;
        let about = self.about(tell, None, &facts);
        let person = facts.people.first().expect("facts have everybody they were gathered about");
        Ok(learner::account(tell, &facts, person, about))
    }

    fn licence(&self, call: &Call<'_>, tell: Tell<'_>, args: &OfLicence) -> Result<Account, Failure> {
        let named = args.licence.as_deref().ok_or_else(|| Failure::usage("fail-missing-arg", [("arg", "LICENCE")]))?;
        let id = exam::find(&self.library, named)?.id.clone();
        let mut facts = gather(call, self, &self.people(&Whom::default())?)?;
        gather::prove(self, &mut facts, &id)?;
        gather::erased(self, &mut facts)?;
        let items = alarms(call, self.store.as_ref(), (&self.library, &id), self.until)?;
        let title = title(&self.library, tell.lang, &Subject::Licence(id.to_string()));
        let title = tell.words.with("report-title-licence", &[("title", title.into()), ("id", id.as_str().into())]);
        Ok(licence::account(tell, &facts, (&id, &items), (title, self.about(tell, None, &facts))))
    }

    fn weekly(&self, call: &Call<'_>, tell: Tell<'_>, args: &Weekly) -> Result<Account, Failure> {
        let week = args.week(self.today)?;
        begun(week, self.today)?;
        let facts = gather(call, self, &self.people(&args.whom)?)?;
        let (monday, sunday) = week.days();
        let days = [("from", monday.to_string().into()), ("to", sunday.to_string().into())];
        let mut about = self.about(tell, Some(&args.whom), &facts);
        about.insert(0, tell.words.with("report-week-days", &days));
        about.extend(self.so_far(tell, sunday));
        Ok(weekly::account(tell, &facts, week, about))
    }

    fn archive(&self, call: &Call<'_>, tell: Tell<'_>, args: &Archive) -> Result<Account, Failure> {
        let days = args.period.days(self.today)?;
        let facts = gather(call, self, &self.people(&args.whom)?)?;
        let mut about = self.about(tell, Some(&args.whom), &facts);
        about.extend(self.between(tell, "report-begun-between", days));
        Ok(archive::account(tell, &facts, about, self.span(days)))
    }

    /// The people of a group, or all.
    fn people(&self, whom: &Whom) -> Result<Vec<Learner>, Failure> {
        let mut learners = self.store.learners()?;
        if let Some(group) = &whom.group {
            let group = enrol::group(group)?;
            must_be_there(&learners, &group, false)?;
            learners.retain(|it| it.post.groups.contains(&group));
        }
        learners.retain(|it| self.until.is_none_or(|until| it.created <= until));
        Ok(learners)
    }

    /// From the beginning of a day to the end of one, by the library's time zone.
    fn span(&self, (from, to): Days) -> Span {
        let zone = self.library.time_zone.as_str();
        let to = to.and_then(|it| day::end(it, zone)).map(|it| Moment(it.0 + 999));
        Span { from: from.and_then(|it| day::start(it, zone)), to }
    }

    /// From when till when, in a sentence; and that it is not over yet, where it is not.
    fn between(&self, tell: Tell<'_>, key: &str, (from, to): Days) -> Vec<String> {
        let shown = |it: Option<Date>| it.map_or_else(|| "…".to_owned(), |day| day.to_string());
        let said = || tell.words.with(key, &[("from", shown(from).into()), ("to", shown(to).into())]);
        let said = (from.is_some() || to.is_some()).then(said);
        said.into_iter().chain(to.and_then(|to| self.so_far(tell, to))).collect()
    }

    /// That what ends on a day to come is told as far as it has come.
    fn so_far(&self, tell: Tell<'_>, to: Date) -> Option<String> {
        (to > self.today).then(|| tell.words.with("report-so-far", &[("day", self.today.to_string().into())]))
    }

    /// About whom, as of when, and what is left out.
    fn about(&self, tell: Tell<'_>, whom: Option<&Whom>, facts: &Facts) -> Vec<String> {
        let whole = whom.map(|whom| match &whom.group {
            Some(group) => tell.words.with("report-of-group", &[("group", group.trim().into())]),
            None => tell.get("report-of-all"),
        });
        let as_of = tell.words.with("report-as-of", &[("day", self.today.to_string().into())]);
        let left_out = (!facts.damaged.is_empty()).then(|| unread(tell.words, &facts.damaged));
        whole.into_iter().chain([as_of]).chain(self.until.map(|_| tell.get("report-on-how"))).chain(left_out).collect()
    }
}

/// A day that has come: a report tells what was.
fn not_after(today: Date, day: Date) -> Result<Date, Failure> {
    match day <= today {
        true => Ok(day),
        false => Err(Failure::usage("fail-report-future", [("day", &day.to_string()), ("today", &today.to_string())])),
    }
}

/// A week that has begun.
fn begun(week: Week, today: Date) -> Result<(), Failure> {
    let monday = week.days().0;
    if monday <= today {
        return Ok(());
    }
    let args = [("week", &*week.name()), ("day", &*monday.to_string()), ("today", &*today.to_string())];
    let failure = Failure::usage("fail-report-week-future", args);
    Err(match Week::of(today).and_then(Week::before) {
        Some(before) => failure.hint("hint-report-week", [("week", &before.name())]),
        None => failure,
    })
}
