//! A report as one HTML file: no script, nothing asked of anybody, its bars drawn as SVG within the page, fit for A4.

use serde::Serialize;

use super::{Account, Bar, Bars, Cell, Part, Section, Table, Tone};
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
    Table { head: Vec<Set>, rows: Vec<Vec<Set>>, size: &'static str },
    Bars { name: String, legend: Vec<Set>, bars: Vec<Drawing> },
    Note { text: String },
}

/// A cell of a table.
#[derive(Serialize)]
struct Set {
    text: String,
    /// How it stands: numbers line up on the right, days and what names something are not broken.
    class: &'static str,
}

/// A bar, in percent of the room there is.
#[derive(Serialize)]
struct Drawing {
    /// What the line above it is.
    cut: Option<String>,
    name: String,
    value: String,
    stretches: Vec<Length>,
    /// The bounds of the interval.
    reach: Option<[String; 2]>,
}

/// A stretch of a bar, in percent of the room there is.
#[derive(Serialize)]
struct Length {
    tone: &'static str,
    from: String,
    length: String,
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
            let set = |((key, _), it): (&(&str, String), &Cell)| Set { text: it.said(words), class: class(key, it) };
            Drawn::Table {
                head: table.columns.iter().enumerate().map(|(n, (_, name))| head(table, n, name)).collect(),
                rows: table.rows.iter().map(|row| table.columns.iter().zip(row).map(set).collect()).collect(),
                size: match table.columns.len() {
                    0..=5 => "few",
                    6..=8 => "many",
                    _ => "broad",
                },
            }
        }
        Part::Bars(bars) => {
            let cut = |n: usize| bars.cut.as_ref().filter(|cut| cut.bar == n).map(|cut| cut.name.clone());
            let all = bars.bars.iter().enumerate().map(|(n, it)| drawing(it, cut(n), words));
            Drawn::Bars { name: bars.name.clone(), legend: legend(bars, words), bars: all.collect() }
        }
        Part::Note(text) => Drawn::Note { text: text.clone() },
    }
}

/// A heading: above numbers it stands as they do.
fn head(table: &Table, n: usize, name: &str) -> Set {
    let first = table.rows.iter().map(|row| &row[n]).find(|it| **it != Cell::None);
    Set { text: name.to_owned(), class: first.map_or("", |it| class(table.columns[n].0, it)) }
}

fn class(column: &str, cell: &Cell) -> &'static str {
    match cell {
        Cell::Text(_) if ["staff-number", "edition", "number"].contains(&column) => "code",
        Cell::Count(_) | Cell::Share(_) | Cell::Days(_) | Cell::Minutes(_) => "digits",
        Cell::Day(_) => "day",
        Cell::None | Cell::Text(_) | Cell::Rate(_) | Cell::Tally(_) => "",
    }
}

/// What the tones of a chart mean, where it has several.
fn legend(bars: &Bars, words: &Words) -> Vec<Set> {
    let there = |tone: &Tone| bars.bars.iter().flat_map(|it| &it.stretches).any(|it| it.tone == *tone);
    let all = [Tone::Passed, Tone::Short, Tone::Red, Tone::Open].into_iter().filter(there);
    all.map(|tone| Set { text: words.get(&format!("report-tone-{}", tone.name())), class: tone.name() }).collect()
}

fn drawing(bar: &Bar, cut: Option<String>, words: &Words) -> Drawing {
    let bound = |m: u16| Exact::new(i128::from(m), 1000).percent();
    let reach = match &bar.value {
        Cell::Rate(rate) => rate.interval().map(|(low, high)| [bound(low), bound(high)]),
        _ => None,
    };
    let mut from = Exact::ZERO;
    let mut stretches = Vec::new();
    for stretch in &bar.stretches {
        let (start, length) = (from, stretch.length.floored().min(Exact::ONE));
        from = from + length;
        stretches.push(Length { tone: stretch.tone.name(), from: start.percent(), length: length.percent() });
    }
    Drawing { cut, name: bar.name.clone(), value: bar.value.said(words), stretches, reach }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Tongue;
    use crate::report::account::Figure;

    #[test]
    fn whatever_was_typed_stays_text() {
        let bad = "<script>alert(1)</script>".to_owned();
        let cell = Cell::Text(bad.clone());
        let bar = Bar::plain(bad.clone(), cell.clone(), Exact::ONE);
        let cut = Some(super::super::Cut { bar: 0, points: 80, name: bad.clone() });
        let parts = vec![
            Part::Figures(vec![Figure { key: "x".into(), name: bad.clone(), value: cell.clone() }]),
            Part::Table(Table { key: "t", columns: vec![("a", bad.clone())], rows: vec![vec![cell]] }),
            Part::Bars(Bars { key: "b", name: bad.clone(), heads: [bad.clone(), bad.clone()], bars: vec![bar], cut }),
            Part::Note(bad.clone()),
        ];
        let sections = vec![Section { key: "s", title: bad.clone(), parts }];
        let day = jiff::civil::date(2026, 11, 23);
        let account = Account { kind: "cohort", title: bad.clone(), about: vec![bad], day, sections };
        for tongue in [Tongue::Zh, Tongue::En] {
            let html = page(&account, &Words::new(tongue));
            assert!(!html.contains("<script") && html.matches("&lt;script&gt;").count() == 13, "{html}");
        }
    }
}
