//! A group as a table and as JSON: first what it is about, with how many are how far; then the people; then what most missed.

use serde_json::{Value, json};

use crate::attempt::plan::Subject;
use crate::base::id::Lang;
use crate::base::moment::Moment;
use crate::cli::assign::iso;
use crate::cli::day::dated;
use crate::cli::room::{Call, lang, title};
use crate::grade::memory::days_between;
use crate::locale::Words;
use crate::model::library::Library;
use crate::report::group::said::{stage, stuck, thing, unread};
use crate::report::group::{Cell, Cohort, Person, Stage, Stuck};
use crate::terminal::line::clean;
use crate::terminal::table::columns;

/// The page.
pub fn page(call: &Call<'_>, library: &Library, group: &str, cohort: &Cohort) -> String {
    let page = Page { words: &call.words, library, lang: lang(library, &call.words), now: call.ports.now() };
    let width = call.row_width();
    let mut out = format!(
        "{}\n\n",
        clean(&page.words.with("group-head", &[("group", group.into()), ("people", cohort.people.len().into())]))
    );
    out += &columns(&page.subjects(cohort), width);
    if cohort.subjects.is_empty() {
        out += &columns(&[vec![page.words.get("group-nothing")]], width);
    }
    out += "\n";
    out += &columns(&page.people(cohort), width);
    let left_out: Vec<_> = cohort.people.iter().flat_map(|it| it.unread.iter().cloned()).collect();
    if !left_out.is_empty() {
        out += &format!("\n{}\n", clean(&unread(page.words, &left_out)));
    }
    if !cohort.missed.is_empty() {
        out += &format!("\n{}\n", page.words.get("group-missed"));
        out += &columns(&page.missed(cohort), width);
    }
    out
}

struct Page<'p> {
    words: &'p Words,
    library: &'p Library,
    lang: Lang,
    now: Moment,
}

impl Page<'_> {
    /// One row a subject, numbered as its column below.
    fn subjects(&self, cohort: &Cohort) -> Vec<Vec<String>> {
        let row = |(n, what): (usize, &Subject)| {
            let counts = cohort.counts(n);
            let [is_dated, by] = dated(cohort.due(n));
            let args = [
                ("title", title(self.library, &self.lang, what).into()),
                is_dated,
                by,
                ("people", counts.people.into()),
                ("met", counts.met.into()),
                ("not", counts.not_begun.into()),
                ("late", counts.late.into()),
            ];
            vec![(n + 1).to_string(), self.words.with("group-subject", &args)]
        };
        cohort.subjects.iter().enumerate().map(row).collect()
    }

    fn people(&self, cohort: &Cohort) -> Vec<Vec<String>> {
        let mut head = vec![self.words.get("head-name")];
        head.extend((1..=cohort.subjects.len()).map(|n| n.to_string()));
        head.extend(["head-last", "head-stuck"].map(|key| self.words.get(key)));
        let mut rows = vec![head];
        for it in &cohort.people {
            let mut row = vec![it.name.clone()];
            row.extend(it.cells.iter().map(|cell| cell.as_ref().map_or_else(String::new, |cell| self.cell(cohort, cell))));
            row.push(self.last(it));
            row.push(it.stuck.as_ref().map(|it| stuck(self.words, (self.library, &self.lang), it)).unwrap_or_default());
            rows.push(row);
        }
        // Where nobody is stuck, nobody misses the column.
        if rows.iter().skip(1).all(|row| row.last().is_some_and(String::is_empty)) {
            rows.iter_mut().for_each(|row| drop(row.pop()));
        }
        rows
    }

    /// In as few characters as it can be said; late is a word, not a colour.
    fn cell(&self, cohort: &Cohort, cell: &Cell) -> String {
        let said = stage(self.words, &cell.stage, &self.library.time_zone);
        if cell.is_late(cohort.today) { self.words.with("group-late", &[("stage", said.into())]) } else { said }
    }

    fn last(&self, it: &Person) -> String {
        let Some(last) = it.last else {
            return self.words.get(if it.unread.is_empty() { "group-never" } else { "group-unread" });
        };
        match days_between(last, self.now) {
            0 => last.local(&self.library.time_zone),
            days => self.words.with("group-days-ago", &[("days", days.into())]),
        }
    }

    fn missed(&self, cohort: &Cohort) -> Vec<Vec<String>> {
        let row = |it: &crate::report::group::Missed| {
            let share = self.words.with("group-missed-by", &[("missed", it.missed.into()), ("met", it.met.into())]);
            vec![String::new(), share, thing(self.words, (self.library, &self.lang), &it.thing)]
        };
        cohort.missed.iter().map(row).collect()
    }
}

/// The same for programs. Of practice only how far, never how well.
pub fn json(group: &str, cohort: &Cohort) -> Value {
    let cell = |(what, cell): (&Subject, &Option<Cell>)| {
        let cell = cell.as_ref()?;
        let mut out = json!({ "what": what.named(), "stage": cell.stage.name(), "due": iso(cell.due), "assigned": cell.assigned,
                              "late": cell.is_late(cohort.today) });
        match &cell.stage {
            Stage::Begun(done, of) | Stage::Courses(done, of) => out["steps"] = json!({ "done": done, "of": of }),
            Stage::Done(at) | Stage::Waived(at) => out["at"] = json!(at),
            Stage::Held(until) | Stage::Expired(until) => out["until"] = json!(until),
            Stage::Failed(from) => out["from"] = json!(from),
            Stage::NotBegun | Stage::Ready | Stage::Sitting | Stage::Waiting | Stage::Voided | Stage::Passed => {}
        }
        Some(out)
    };
    let stuck = |it: &Stuck| match it {
        Stuck::Lying { what, steps, days } => json!({ "what": what.named(), "done": steps.0, "of": steps.1, "days": days }),
        Stuck::Failing { what, times } => json!({ "what": what.named(), "times": times }),
    };
    let person = |it: &Person| {
        let cells: Vec<Value> = cohort.subjects.iter().zip(&it.cells).filter_map(cell).collect();
        json!({ "learner": it.id, "name": it.name, "last": it.last, "unread": it.unread, "stuck": it.stuck.as_ref().map(stuck),
                "does": cells })
    };
    let subject = |(n, what): (usize, &Subject)| {
        let counts = cohort.counts(n);
        json!({ "what": what.named(), "due": iso(cohort.due(n)), "people": counts.people, "met": counts.met,
                "not_begun": counts.not_begun, "late": counts.late })
    };
    let missed = |it: &crate::report::group::Missed| json!({ "item": it.thing.to_string(), "missed": it.missed, "met": it.met });
    json!({
        "group": group,
        "subjects": cohort.subjects.iter().enumerate().map(subject).collect::<Vec<_>>(),
        "people": cohort.people.iter().map(person).collect::<Vec<_>>(),
        "missed": cohort.missed.iter().map(missed).collect::<Vec<_>>(),
    })
}
