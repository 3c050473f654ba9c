//! A report as one HTML file: no script, nothing asked of anybody, its bars drawn as SVG within the page, fit for A4.

use serde::Serialize;

use super::{Account, Bar, Cell, Part, Section, Table, Tone};
use crate::base::points::Exact;
use crate::locale::Words;
use crate::report::press::{STYLE, press, safe};

const TEMPLATE: &str = include_str!("../templates/report.html");
const OWN: &str = include_str!("../templates/report.css");

#[derive(Serialize)]
struct Page<'a> {
    lang: &'static str,
    style: minijinja::Value,
    title: &'a str,
    about: &'a [String],
    sections: Vec<Shown<'a>>,
    printed: String,
}

#[derive(Serialize)]
struct Shown<'a> {
    title: &'a str,
    parts: Vec<Drawn>,
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Drawn {
    Figures { rows: Vec<[String; 2]> },
    Table { head: Vec<Set>, rows: Vec<Vec<Set>>, wide: bool },
    Bars { name: String, bars: Vec<Length> },
    Note { text: String },
}

/// A cell of a table.
#[derive(Serialize)]
struct Set {
    text: String,
    /// How it stands: numbers line up on the right, days are not broken.
    class: &'static str,
}

/// A bar, in percent of the room there is.
#[derive(Serialize)]
struct Length {
    name: String,
    value: String,
    tone: &'static str,
    length: String,
    /// The bounds of the interval.
    reach: Option<[String; 2]>,
}

/// The page, complete in itself.
pub fn page(account: &Account, words: &Words) -> String {
    let section = |it: &'_ Section| it.parts.iter().map(|part| drawn(part, words)).collect();
    let shown = Page {
        lang: words.tongue().tag(),
        style: safe(format!("{STYLE}\n{OWN}")),
        title: &account.title,
        about: &account.about,
        sections: account.sections.iter().map(|it| Shown { title: &it.title, parts: section(it) }).collect(),
        printed: words.with("report-made", &[("day", account.day.to_string().into())]),
    };
    press(TEMPLATE, shown)
}

fn drawn(part: &Part, words: &Words) -> Drawn {
    match part {
        Part::Figures(all) => Drawn::Figures { rows: all.iter().map(|it| [it.name.clone(), it.value.said(words)]).collect() },
        Part::Table(table) => {
            let set = |it: &Cell| Set { text: it.said(words), class: class(it) };
            Drawn::Table {
                head: table.columns.iter().enumerate().map(|(n, (_, name))| head(table, n, name)).collect(),
                rows: table.rows.iter().map(|row| row.iter().map(set).collect()).collect(),
                wide: table.columns.len() > 5,
            }
        }
        Part::Bars(bars) => Drawn::Bars { name: bars.name.clone(), bars: bars.bars.iter().map(|it| length(it, words)).collect() },
        Part::Note(text) => Drawn::Note { text: text.clone() },
    }
}

/// A heading: above numbers it stands as they do.
fn head(table: &Table, n: usize, name: &str) -> Set {
    let first = table.rows.iter().map(|row| &row[n]).find(|it| **it != Cell::None);
    Set { text: name.to_owned(), class: first.map_or("", class) }
}

const fn class(cell: &Cell) -> &'static str {
    match cell {
        Cell::Count(_) | Cell::Share(_) | Cell::Days(_) | Cell::Minutes(_) => "digits",
        Cell::Day(_) => "day",
        Cell::None | Cell::Text(_) | Cell::Rate(_) => "",
    }
}

fn length(bar: &Bar, words: &Words) -> Length {
    let bound = |m: u16| Exact::new(i128::from(m), 1000).percent();
    let reach = match &bar.value {
        Cell::Rate(rate) => rate.interval().map(|(low, high)| [bound(low), bound(high)]),
        _ => None,
    };
    let tone = match bar.tone {
        Tone::Plain => "plain",
        Tone::Good => "good",
        Tone::Bad => "bad",
    };
    let length = bar.length.floored().min(Exact::ONE).percent();
    Length { name: bar.name.clone(), value: bar.value.said(words), tone, length, reach }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Tongue;
    use crate::report::account::{Bars, Figure, Table};

    #[test]
    fn whatever_was_typed_stays_text() {
        let bad = "<script>alert(1)</script>".to_owned();
        let cell = Cell::Text(bad.clone());
        let bar = Bar { name: bad.clone(), value: cell.clone(), length: Exact::ONE, tone: Tone::Good };
        let parts = vec![
            Part::Figures(vec![Figure { key: "x".into(), name: bad.clone(), value: cell.clone() }]),
            Part::Table(Table { key: "t", columns: vec![("a", bad.clone())], rows: vec![vec![cell]] }),
            Part::Bars(Bars { key: "b", name: bad.clone(), bars: vec![bar] }),
            Part::Note(bad.clone()),
        ];
        let sections = vec![Section { key: "s", title: bad.clone(), parts }];
        let day = jiff::civil::date(2026, 11, 23);
        let account = Account { kind: "cohort", title: bad.clone(), about: vec![bad], day, sections };
        for tongue in [Tongue::Zh, Tongue::En] {
            let html = page(&account, &Words::new(tongue));
            assert!(!html.contains("<script") && html.matches("&lt;script&gt;").count() == 12, "{html}");
        }
    }
}
