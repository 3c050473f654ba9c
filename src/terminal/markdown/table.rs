//! A Markdown table fitted to a width. Columns that are narrow keep their width, the others share what is left; where that would be
//! too little, each row becomes a short list instead. No upright lines: consoles differ in how wide they are.

use crate::terminal::line::{Ink, Line, cells, room, room_of};

/// The fewest cells a column can be read in.
const LEAST: usize = 8;
/// Blanks between columns.
const BETWEEN: usize = 2;

/// Rows of cells; the first row is the heading.
#[derive(Debug, Default)]
pub(super) struct Table {
    rows: Vec<Vec<Line>>,
    body: bool,
}

impl Table {
    /// Begins a row after the heading.
    pub fn row(&mut self) {
        self.body = true;
        self.rows.push(Vec::new());
    }

    /// Begins a cell.
    pub fn add(&mut self) {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        if let Some(row) = self.rows.last_mut() {
            row.push(Line::empty());
        }
    }

    /// The cell at hand.
    pub fn cell(&mut self) -> &mut Line {
        if self.rows.last().is_none_or(Vec::is_empty) {
            self.add();
        }
        self.rows.last_mut().and_then(|row| row.last_mut()).expect("a cell was begun above")
    }

    /// The table at a width.
    pub fn lines(&self, width: usize) -> Vec<Line> {
        let Some((head, body)) = self.rows.split_first() else { return Vec::new() };
        match self.widths(width) {
            Some(widths) => grid(head, body, &widths),
            None => listed(head, body, width),
        }
    }

    /// How wide each column becomes; `None` where there is no room for a table.
    fn widths(&self, width: usize) -> Option<Vec<usize>> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let natural = |n: usize| self.rows.iter().filter_map(|row| row.get(n)).map(|cell| room(&cell.words())).max().unwrap_or(0);
        let natural: Vec<usize> = (0..columns).map(natural).collect();
        let mut free = width.checked_sub(BETWEEN * columns.saturating_sub(1))?;
        let mut out = vec![0; columns];
        let mut order: Vec<usize> = (0..columns).collect();
        order.sort_by_key(|n| natural[*n]);
        for (done, n) in order.into_iter().enumerate() {
            let share = free / (columns - done);
            out[n] = natural[n].min(share);
            if out[n] < natural[n].min(LEAST) {
                return None;
            }
            free -= out[n];
        }
        Some(out)
    }
}

fn grid(head: &[Line], body: &[Vec<Line>], widths: &[usize]) -> Vec<Line> {
    let bold: Vec<Line> = head.iter().map(|cell| Line::of(Ink::Strong, &cell.words())).collect();
    let mut out = row(&bold, widths);
    let rules: Vec<Line> = widths.iter().map(|width| Line::of(Ink::Faint, &"-".repeat(*width))).collect();
    out.extend(row(&rules, widths));
    let rows: Vec<Vec<Line>> = body.iter().map(|cells| row(cells, widths)).collect();
    let airy = rows.iter().any(|row| row.len() > 1);
    for (n, row) in rows.into_iter().enumerate() {
        if n > 0 && airy {
            out.push(Line::empty());
        }
        out.extend(row);
    }
    out
}

fn row(row: &[Line], widths: &[usize]) -> Vec<Line> {
    let columns: Vec<Vec<Line>> =
        widths.iter().enumerate().map(|(n, w)| row.get(n).map_or_else(Vec::new, |c| c.wrap(*w))).collect();
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    let mut out = Vec::new();
    for at in 0..height {
        let (mut line, mut owed) = (Line::empty(), 0);
        for (column, width) in columns.iter().zip(widths) {
            let part = column.get(at).cloned().unwrap_or_default();
            let wide = cells(&part.words());
            if wide > 0 {
                line.push(Ink::Plain, &" ".repeat(owed));
                line.append(part);
                owed = 0;
            }
            owed += width.saturating_sub(wide) + BETWEEN;
        }
        out.push(line);
    }
    out
}

fn listed(head: &[Line], body: &[Vec<Line>], width: usize) -> Vec<Line> {
    let mut out = Vec::new();
    for (n, row) in body.iter().enumerate() {
        if n > 0 {
            out.push(Line::empty());
        }
        for (n, cell) in row.iter().enumerate() {
            let name = head.get(n).map(Line::words).filter(|name| !name.is_empty()).map_or_else(String::new, named);
            let mut line = Line::of(Ink::Strong, &name);
            line.append(cell.clone());
            out.extend(line.hang(&Line::plain(if n == 0 { "- " } else { "  " }), width));
        }
    }
    out
}

fn named(mut name: String) -> String {
    let chinese = name.chars().last().is_some_and(|c| room_of(c) > 1);
    name.push_str(if chinese { "：" } else { ": " });
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]]) -> Table {
        let mut table = Table::default();
        for (n, row) in rows.iter().enumerate() {
            if n > 0 {
                table.row();
            }
            for cell in *row {
                table.add();
                table.cell().push(Ink::Plain, cell);
            }
        }
        table
    }

    fn shown(table: &Table, width: usize) -> Vec<String> {
        table.lines(width).iter().map(Line::words).collect()
    }

    #[test]
    fn columns_line_up_under_chinese() {
        let table = table(&[&["级别", "时限", "note"], &["一般", "24 小时", "a"], &["加急", "2 小时", "b"]]);
        assert_eq!(shown(&table, 40), ["级别  时限     note", "----  -------  ----", "一般  24 小时  a", "加急  2 小时   b"]);
    }

    #[test]
    fn too_narrow_for_columns_becomes_a_list() {
        let row: &[&str] = &["客户情绪激动", "先倾听再致歉", "记录并升级处理"];
        let table = table(&[&["情况", "做法", "之后"], row]);
        assert_eq!(shown(&table, 20)[0], "- 情况：客户情绪激动");
        assert!(shown(&table, 20).len() >= 3);
        assert!(shown(&table, 39).iter().all(|line| room(line) <= 39));
    }
}
