//! Tables and bars as text: columns line up with Chinese text, the last one wraps, and narrow windows get lines instead.

use super::line::{cells, clean, room, wrap};
use crate::base::points::Exact;

/// Cells between columns.
const GAP: usize = 2;
/// The room that a last column needs: what is nowhere wider are values (a number, a day with its time, how something stands) and stays
/// whole, and sentences are worth wrapping in no less.
const LAST: usize = 24;
/// The narrowest that anything is wrapped in.
const LEAST: usize = 14;

/// Rows as aligned columns. An empty first cell indents. Every row has as many cells as the first.
pub fn columns(rows: &[Vec<String>], width: usize) -> String {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| clean(cell).into_owned()).collect()).collect();
    let count = rows.first().map_or(0, Vec::len);
    let widest = |n: usize| rows.iter().map(|row| cells(&row[n])).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count).map(widest).collect();
    let before: usize = widths.iter().take(count.saturating_sub(1)).map(|w| w + GAP).sum();
    let last = rows.iter().filter_map(|row| row.last()).map(|cell| room(cell)).max().unwrap_or(0);
    let mut out = String::new();
    for row in &rows {
        if before + last.min(LAST) <= width {
            aligned(&mut out, row, &widths, width);
        } else {
            stacked(&mut out, row, width);
        }
    }
    out
}

/// Whether every row fits on one line.
pub fn fits(rows: &[Vec<String>], width: usize) -> bool {
    let count = rows.first().map_or(0, Vec::len);
    let widest = |n: usize| rows.iter().map(|row| room(&row[n])).max().unwrap_or(0);
    (0..count).map(widest).sum::<usize>() + GAP * count.saturating_sub(1) <= width
}

fn aligned(out: &mut String, row: &[String], widths: &[usize], width: usize) {
    let Some((last, first)) = row.split_last() else { return };
    let mut lead = String::new();
    for (cell, wide) in first.iter().zip(widths) {
        lead.push_str(cell);
        lead.push_str(&" ".repeat(wide + GAP - cells(cell)));
    }
    let indent = cells(&lead);
    for (n, range) in wrap(last, width.saturating_sub(indent).max(LEAST)).into_iter().enumerate() {
        let lead = if n == 0 { lead.clone() } else { " ".repeat(indent) };
        push(out, &format!("{lead}{}", &last[range]));
    }
}

/// A row that does not fit: as many of its cells on a line as there is room for, later lines indented. Only a cell that is wider than a
/// line is broken.
fn stacked(out: &mut String, row: &[String], width: usize) {
    let width = width.saturating_sub(GAP).max(LEAST);
    let mut lines: Vec<String> = Vec::new();
    for cell in row.iter().filter(|cell| !cell.is_empty()) {
        match lines.last_mut() {
            Some(line) if room(line) + GAP + room(cell) <= width => {
                line.push_str(&" ".repeat(GAP));
                line.push_str(cell);
            }
            _ => lines.extend(wrap(cell, width).into_iter().map(|range| cell[range].to_owned())),
        }
    }
    for (n, line) in lines.iter().enumerate() {
        let lead = if n == 0 { 0 } else { GAP };
        push(out, &format!("{}{line}", " ".repeat(lead)));
    }
}

fn push(out: &mut String, line: &str) {
    out.push_str(line.trim_end());
    out.push('\n');
}

/// A share as a bar of at most so many cells, in eighths; below zero it shows as none, and never more than the whole.
pub fn bar(share: Exact, most: usize) -> String {
    let (num, den) = share.floored().min(Exact::ONE).parts();
    let eighths = usize::try_from(num * (most as i128) * 8 / den).unwrap_or(0);
    let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8];
    format!("{}{part}", "█".repeat(eighths / 8))
}

/// Shares in thousandths as a line of bars, one cell each.
pub fn spark(shares: &[u16]) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    shares.iter().map(|share| BARS[usize::from((*share).min(1000)) * 7 / 1000]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Vec<Vec<String>> {
        [["id", "名称"], ["is-anyone-there", "老板在吗？包邮吗？先问地区，再说运费"]]
            .map(|row| row.map(str::to_owned).to_vec())
            .to_vec()
    }

    #[test]
    fn columns_line_up_and_the_last_one_wraps() {
        assert_eq!(
            columns(&table(), 41),
            "id               名称\nis-anyone-there  老板在吗？包邮吗？先问地\n                 区，再说运费\n"
        );
        for line in columns(&table(), 24).lines() {
            assert!(cells(line) <= 24, "{line}");
        }
    }

    #[test]
    fn a_narrow_row_breaks_between_its_values() {
        let rows = [
            ["Number", "Name", "Licence", "Until", "State"],
            ["20261122-SH1-0001", "陈小满", "The quick licence", "2027-11-21", "Valid, with conditions"],
        ];
        let rows = rows.map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(
            columns(&rows, 39),
            "Number  Name  Licence  Until  State\n20261122-SH1-0001  陈小满\n  The quick licence  2027-11-21\n  Valid, with conditions\n"
        );
        for width in 24..120 {
            let drawn = columns(&rows, width);
            let whole = |cell: &String| drawn.lines().any(|line| line.contains(cell.as_str()));
            assert!(rows.iter().flatten().all(whole), "{width}: {drawn}");
            assert!(drawn.lines().all(|line| cells(line) <= width), "{width}: {drawn}");
        }
        let wide = vec![vec!["01".to_owned(), "一个比窗口还宽得多的很长很长的名字".to_owned(), "今天".to_owned()]];
        assert_eq!(columns(&wide, 20), "01\n  一个比窗口还宽得多\n  的很长很长的名字\n  今天\n");
    }

    #[test]
    fn bars_are_drawn_in_eighths() {
        assert_eq!(bar(Exact::new(1, 2), 10), "█████");
        assert_eq!(bar(Exact::new(1, 16), 10), "▋");
        assert_eq!(bar(Exact::new(-1, 2), 10), "");
        assert_eq!(bar(Exact::new(3, 2), 4), "████");
        assert_eq!(spark(&[0, 142, 143, 500, 999, 1000, 2000]), "▁▁▂▄▇██");
    }
}
