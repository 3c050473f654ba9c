//! A report on a screen: sections one after the other, tables that become lines where the window is narrow, bars of block characters.

use crate::cli::look::Look;
use crate::locale::Words;
use crate::report::account::{Account, Bar, Bars, Cell, Part, Section, Table};
use crate::terminal::line::{clean, flow};
use crate::terminal::table::{bar, columns, fits};

/// The longest bar, in cells, of a wide window and of a narrow one.
const BAR: (usize, usize) = (24, 10);
/// From so many cells on a window is wide.
const WIDE: usize = 60;

/// The whole report.
pub fn text(account: &Account, words: &Words, look: Look) -> String {
    let page = Page { words, width: look.width(), plain: look.plain };
    let mut out = page.para(&account.title);
    out.extend(account.about.iter().map(|line| page.para(line)));
    out.extend(account.sections.iter().map(|it| page.section(it)));
    out
}

struct Page<'a> {
    words: &'a Words,
    width: usize,
    plain: bool,
}

impl Page<'_> {
    fn para(&self, text: &str) -> String {
        let text = clean(text);
        flow(&text, self.width).into_iter().map(|range| format!("{}\n", text[range].trim_end())).collect()
    }

    fn section(&self, section: &Section) -> String {
        let drawn = || self.words.with("report-heading", &[("title", section.title.as_str().into())]);
        let heading = format!("\n{}\n", if self.plain { section.title.clone() } else { drawn() });
        section.parts.iter().fold(heading, |out, part| out + &self.part(part))
    }

    fn part(&self, part: &Part) -> String {
        match part {
            Part::Figures(all) => {
                let rows: Vec<Vec<String>> = all.iter().map(|it| vec![it.name.clone(), it.value.said(self.words)]).collect();
                columns(&rows, self.width)
            }
            Part::Table(table) => self.table(table),
            Part::Bars(bars) => self.bars(bars),
            Part::Note(text) => self.para(text),
        }
    }

    /// Columns where they fit; else each row as lines of its own, every cell with its heading.
    fn table(&self, table: &Table) -> String {
        let said = |row: &Vec<Cell>| row.iter().map(|it| it.said(self.words)).collect::<Vec<_>>();
        let head: Vec<String> = table.columns.iter().map(|(_, name)| name.clone()).collect();
        let rows: Vec<Vec<String>> = std::iter::once(head.clone()).chain(table.rows.iter().map(said)).collect();
        if fits(&rows, self.width) {
            return columns(&rows, self.width);
        }
        let mut out = String::new();
        for row in &table.rows {
            for (n, (name, cell)) in head.iter().zip(row).enumerate().filter(|(n, (_, it))| *n == 0 || **it != Cell::None) {
                let said = cell.said(self.words);
                let line = if n == 0 { said } else { format!("{}{said}", self.words.label(name)) };
                let (text, indent) = (clean(&line), if n == 0 { "" } else { "  " });
                for range in flow(&text, self.width.saturating_sub(indent.len()).max(10)) {
                    out.push_str(&format!("{indent}{}\n", text[range].trim_end()));
                }
            }
        }
        out
    }

    fn bars(&self, bars: &Bars) -> String {
        let longest = if self.width >= WIDE { BAR.0 } else { BAR.1 };
        let row = |it: &Bar| {
            let mut row = vec![it.name.clone()];
            if !self.plain {
                row.push(bar(it.length(), longest));
            }
            row.push(it.value.said(self.words));
            row
        };
        let drawn = columns(&bars.bars.iter().map(row).collect::<Vec<_>>(), self.width);
        let mut out = self.para(&bars.name);
        let mut rows = 0;
        for line in drawn.lines() {
            // A bar begins at the left; what goes on is indented.
            if !line.starts_with(' ') {
                if let Some(cut) = bars.cut.as_ref().filter(|cut| cut.bar == rows) {
                    out += &self.para(&self.words.with("report-cut-line", &[("name", cut.name.as_str().into())]));
                }
                rows += 1;
            }
            out.push_str(line);
            out.push('\n');
        }
        out
    }
}
