//! `group remind G`: who has still what to do, as a text to paste into the company's chat, as a table, or as days for a calendar.

use std::path::Path;

use icalendar::{Calendar, Component as _, Event, Property};

use crate::base::digest::Digest;
use crate::cli::day::dated;
use crate::cli::failure::{Exit, Failure};
use crate::cli::room::{Call, lang, title};
use crate::cli::{Outcome, files, swap};
use crate::exchange::{Note, table};
use crate::model::library::Library;
use crate::report::group::Cohort;
use crate::report::group::said::stage;

/// What is written.
#[derive(Clone, Copy)]
enum Kind {
    Csv,
    Xlsx,
    Calendar,
}

impl Kind {
    fn of(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            "ics" => Some(Self::Calendar),
            _ => None,
        }
    }
}

/// Runs it.
pub fn run(call: &mut Call<'_>, (library, cohort): (&Library, &Cohort), group: &str, out: Option<&Path>) -> Outcome {
    let Some(path) = out else {
        let text = text(call, library, group, cohort);
        call.print(&text)?;
        return Ok(Exit::Done);
    };
    let name = path.display().to_string();
    let kind = Kind::of(path).ok_or_else(|| Failure::usage("fail-remind-kind", [("path", &name)]))?;
    let bytes = match kind {
        Kind::Csv => table::to_csv(&rows(call, library, group, cohort)),
        Kind::Xlsx => table::to_xlsx(&rows(call, library, group, cohort), 0)
            .map_err(|why| Failure::new(Exit::Store, "fail-write", [("path", &name)]).because(swap::cause(&Note::from(&why))))?,
        Kind::Calendar => calendar(call, library, group, cohort).into_bytes(),
    };
    files::replace(path, &bytes).map_err(|e| swap::unwritten(path, &e))?;
    call.tell("note-written", &[("path", name.into())]);
    if (0..cohort.subjects.len()).all(|n| cohort.open(n).next().is_none()) {
        call.tell("remind-nobody", &[("group", group.into())]);
    }
    Ok(Exit::Done)
}

/// To paste: each subject that anybody has still to do, with the names.
fn text(call: &Call<'_>, library: &Library, group: &str, cohort: &Cohort) -> String {
    let (words, lang) = (&call.words, lang(library, &call.words));
    let today = cohort.today.map(|day| day.to_string()).unwrap_or_default();
    let mut lines = Vec::new();
    for (n, what) in cohort.subjects.iter().enumerate() {
        let name = |(it, cell): (&crate::report::group::Person, &crate::report::group::Cell)| {
            let said = stage(words, &cell.stage, &library.time_zone);
            let late = if cell.is_late(cohort.today) { "yes" } else { "no" };
            words.with("remind-person", &[("name", it.name.as_str().into()), ("stage", said.into()), ("late", late.into())])
        };
        let names: Vec<String> = cohort.open(n).map(name).collect();
        if !names.is_empty() {
            let names = names.join(&words.get("swap-comma"));
            let [is_dated, by] = dated(cohort.due(n));
            let args = [("title", title(library, &lang, what).into()), is_dated, by, ("names", names.into())];
            lines.push(words.with("remind-subject", &args));
        }
    }
    if lines.is_empty() {
        return format!("{}\n", words.with("remind-nobody", &[("group", group.into())]));
    }
    let head = words.with("remind-head", &[("group", group.into()), ("today", today.into())]);
    format!("{head}\n{}\n{}\n", lines.join("\n"), words.get("remind-how"))
}

/// One row a person and subject.
fn rows(call: &Call<'_>, library: &Library, group: &str, cohort: &Cohort) -> Vec<Vec<String>> {
    let (words, lang) = (&call.words, lang(library, &call.words));
    let head = ["head-group", "head-name", "head-assigned", "head-state", "head-due", "head-late"];
    let mut rows = vec![head.map(|key| words.get(key)).to_vec()];
    for (n, what) in cohort.subjects.iter().enumerate() {
        for (it, cell) in cohort.open(n) {
            let late = words.get(if cell.is_late(cohort.today) { "word-yes" } else { "word-no" });
            let due = cell.due.map(|day| day.to_string()).unwrap_or_default();
            let said = stage(words, &cell.stage, &library.time_zone);
            rows.push(vec![group.to_owned(), it.name.clone(), title(library, &lang, what), said, due, late]);
        }
    }
    rows
}

/// The last days, each a whole day; how long before it tells is the calendar's setting. Who has still to do it is in the description.
fn calendar(call: &Call<'_>, library: &Library, group: &str, cohort: &Cohort) -> String {
    let (words, lang) = (&call.words, lang(library, &call.words));
    let mut calendar = Calendar::empty();
    for (key, value) in [("VERSION", "2.0"), ("PRODID", "-//onduty//onduty//EN"), ("CALSCALE", "GREGORIAN")] {
        calendar.append_property((key, value));
    }
    let now: String = call.ports.now().local("UTC").chars().filter(char::is_ascii_digit).collect();
    let stamp = now.split_at_checked(8).map(|(day, time)| format!("{day}T{time}00Z")).unwrap_or_default();
    for (n, what) in cohort.subjects.iter().enumerate() {
        let Some(due) = cohort.due(n) else { continue };
        let names: Vec<&str> = cohort.open(n).map(|(it, _)| it.name.as_str()).collect();
        if names.is_empty() {
            continue;
        }
        let shown = title(library, &lang, what);
        let args = [("group", group.into()), ("title", shown.into()), ("people", names.len().into())];
        let summary = words.with("remind-summary", &args);
        // The same thing for the same group is the same event: a calendar takes the newer one in.
        let id = Digest::of(&("onduty reminder 1", group, what.named())).to_string();
        let day = due.strftime("%Y%m%d").to_string();
        let after = due.tomorrow().unwrap_or(due).strftime("%Y%m%d").to_string();
        let whole = |key: &str, day: &str| Property::new(key, day).add_parameter("VALUE", "DATE").done();
        let event = Event::new()
            .uid(id.get(..32).unwrap_or(&id))
            .summary(&summary)
            .description(&names.join(&words.get("swap-comma")))
            .add_property("DTSTAMP", &stamp)
            .append_property(whole("DTSTART", &day))
            .append_property(whole("DTEND", &after))
            .done();
        calendar.push(event);
    }
    calendar.done().to_string()
}
