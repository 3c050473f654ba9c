//! The header of a question sheet: which column is what, whatever it is called.

use std::collections::BTreeMap;

use crate::exchange::questions::Batch;
use crate::exchange::table::Row;
use crate::exchange::{Fate, Note, Spot};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The kind.
    Kind,
    /// What is asked.
    Ask,
    /// The nth option, from 0.
    Option(usize),
    /// Why the nth option is right or wrong.
    OptionWhy(usize),
    /// The right answer.
    Answer,
    /// Why.
    Why,
    /// Points.
    Points,
    /// Level.
    Level,
    /// The question's id.
    Id,
    /// The text it stands under, or its id.
    Material,
    /// A material's title.
    Title,
    /// Behind a number.
    Unit,
    /// How far off a number may be.
    Tolerance,
    /// A running number, which says nothing.
    Number,
}

/// The names of each column: the first of the Chinese and the first of the English ones are those that are written.
pub const NAMES: &[(Column, &[&str], &[&str])] = &[
    (Column::Kind, &["题型", "题目类型", "试题类型", "类型", "题类"], &["kind", "type", "question type"]),
    (
        Column::Ask,
        &["题干", "题目", "试题", "题目内容", "试题内容", "题目题干", "问题", "内容"],
        &["question", "ask", "stem", "text", "question text"],
    ),
    (
        Column::Answer,
        &["正确答案", "答案", "标准答案", "参考答案", "正确选项"],
        &["answer", "key", "correct answer", "correct", "right answer"],
    ),
    (
        Column::Why,
        &["解析", "答案解析", "试题解析", "题目解析", "说明", "讲解", "答案说明"],
        &["explanation", "why", "rationale", "feedback"],
    ),
    (Column::Points, &["分值", "分数", "得分", "题目分值"], &["points", "score", "marks", "mark"]),
    (Column::Level, &["难度", "难易度", "难易程度", "难度等级"], &["level", "difficulty"]),
    (Column::Id, &["编号", "题号", "题目编号", "试题编号", "id"], &["id", "code", "question id"]),
    (Column::Material, &["材料", "材料编号", "所属材料", "背景材料"], &["material", "passage"]),
    (Column::Title, &["材料标题", "标题"], &["material title", "title"]),
    (Column::Unit, &["单位"], &["unit"]),
    (Column::Tolerance, &["误差", "允许误差"], &["tolerance", "error"]),
    (Column::Number, &["序号", "no", "no."], &["no", "no.", "#"]),
];

/// The columns of a sheet.
#[derive(Debug)]
pub struct Columns {
    at: BTreeMap<Column, usize>,
    /// Headers that nobody knows, and those that stand twice, with their columns.
    odd: Vec<(usize, &'static str)>,
}

impl Columns {
    /// A row as a header: it has to say at least what is asked and what is right.
    pub fn of(row: &Row) -> Option<Self> {
        let mut columns = Self { at: BTreeMap::new(), odd: Vec::new() };
        for (n, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
            match column(cell) {
                None => columns.odd.push((n, "sheet-column")),
                Some(column) if columns.at.contains_key(&column) => columns.odd.push((n, "sheet-column-twice")),
                Some(column) => {
                    columns.at.insert(column, n);
                }
            }
        }
        (columns.has(Column::Ask) && columns.has(Column::Answer)).then_some(columns)
    }

    /// Whether there is such a column.
    pub fn has(&self, column: Column) -> bool {
        self.at.contains_key(&column)
    }

    /// A row's cell in a column.
    pub fn cell<'r>(&self, row: &'r Row, column: Column) -> &'r str {
        self.at.get(&column).map_or("", |n| row.cell(*n))
    }

    /// A row's options with their places, the empty ones left out.
    pub fn options<'r>(&self, row: &'r Row) -> Vec<(usize, &'r str)> {
        let all = self
            .at
            .iter()
            .filter_map(|(column, at)| if let Column::Option(n) = column { Some((*n, row.cell(*at))) } else { None });
        all.filter(|(_, text)| !text.is_empty()).collect()
    }

    /// Notes the columns that are not carried, if there is anything in them.
    pub fn complain(&self, batch: &mut Batch, head: &Row, rows: &[Row]) {
        for (n, key) in &self.odd {
            if rows.iter().any(|row| !row.cell(*n).is_empty()) {
                batch.notes.push(Note::new(Spot::Line(super::line(head)), Fate::LeftOut, key, [("name", head.cell(*n))]));
            }
        }
        let widest = head.cells.len();
        for row in rows.iter().filter(|row| row.cells.iter().skip(widest).any(|cell| !cell.trim().is_empty())) {
            batch.note(super::line(row), Fate::LeftOut, "sheet-beyond", []);
        }
    }
}

/// What a header names: `选项A`, `A`, `答案 A`, `option 1`; words in brackets and stars around it say nothing.
fn column(name: &str) -> Option<Column> {
    let name = name.trim().trim_matches(['*', '＊', ':', '：']).to_lowercase();
    let name = name.split(['(', '（']).next().unwrap_or("").trim();
    let known = NAMES.iter().find(|(_, chinese, english)| chinese.contains(&name) || english.contains(&name));
    known.map(|(column, ..)| *column).or_else(|| {
        let (bare, why) = match name.strip_suffix("解析").or_else(|| name.strip_suffix("why")) {
            Some(bare) => (bare.trim(), true),
            None => (name, false),
        };
        let bare =
            ["选项", "备选项", "option", "choice"].iter().find_map(|begin| bare.strip_prefix(begin)).unwrap_or(bare).trim();
        let mut chars = bare.chars();
        let n = match (chars.next()?, chars.as_str()) {
            (c @ 'a'..='z', "") => c as usize - 'a' as usize,
            (c @ 'ａ'..='ｚ', "") => c as usize - 'ａ' as usize,
            _ if bare != name || why => bare.parse::<usize>().ok()?.checked_sub(1).filter(|n| *n < 60)?,
            _ => return None,
        };
        Some(if why { Column::OptionWhy(n) } else { Column::Option(n) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_by_many_names() {
        for (name, what) in [
            ("题干", Column::Ask),
            (" *题型（必填） ", Column::Kind),
            ("选项A", Column::Option(0)),
            ("选项 d", Column::Option(3)),
            ("B", Column::Option(1)),
            ("Option 3", Column::Option(2)),
            ("选项A解析", Column::OptionWhy(0)),
            ("Correct Answer", Column::Answer),
        ] {
            assert_eq!(column(name), Some(what), "{name}");
        }
        for name in ["备注", "12", "选项", "选项甲", "ab", ""] {
            assert_eq!(column(name), None, "{name}");
        }
    }

    #[test]
    fn every_written_name_is_read() {
        for (what, chinese, english) in NAMES {
            assert_eq!((column(chinese[0]), column(english[0])), (Some(*what), Some(*what)));
        }
    }
}
