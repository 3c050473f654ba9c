//! A role-play as a table, as trainers have them on paper: a row a reply, empty cells as above, words in the place of targets.
//!
//! ```text
//! 标题   | 旺季查件                            rows before the header: what the talk is about
//! 轮次 | 客户说   | 回复       | 得分     | 去向 | 点评 | 红线      one header, in any order, in Chinese or English
//! 1    | 在吗？   | 您好，…    | 迎+2     | 2    | …    |           a row a reply
//!      |          | 等着       | -1       | 流失 | …    |           as above: the same turn
//! ```
//!
//! `read` makes a scenario of it and `write` makes it again, with more columns for what the short form has no place for; `cells` knows
//! how one cell is written. What the words of defaults are is `locale`'s, in the library's language.

mod cells;
mod read;
#[cfg(test)]
mod tests;
mod write;

use super::table::{Row, Written};
use super::{Carries, Format, Source};
use cells::plain;

/// As CSV.
pub(super) const CSV: Format = Format {
    name: "csv",
    endings: &["csv", "tsv", "txt"],
    carries: Carries::Talk,
    binary: false,
    recognise: |source| is_talk(source, false),
    read: Some(read::read),
    write: Some(write::csv),
};

/// As a workbook.
pub(super) const XLSX: Format = Format {
    name: "xlsx",
    endings: &["xlsx"],
    carries: Carries::Talk,
    binary: true,
    recognise: |source| is_talk(source, true),
    read: Some(read::read),
    write: Some(write::xlsx),
};

fn is_talk(source: &Source<'_>, book: bool) -> bool {
    source.table().is_ok_and(|table| (table.written == Written::Xlsx) == book && header(&table.rows).is_some())
}

/// The columns of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    /// Which turn: a number or a name.
    Turn,
    /// What the customer says.
    Says,
    /// What can be replied.
    Reply,
    /// Points.
    Score,
    /// Where it leads: a turn, or how the talk ends.
    To,
    /// What the trainer says to it.
    Feedback,
    /// Why it fails the run.
    RedLine,
    /// How the mood moves.
    Mood,
    /// The skill of a bare number of points.
    Skill,
    /// When it is offered.
    When,
    /// What it changes.
    Set,
    /// How the talk ends.
    Outcome,
    /// What the trainer says at the end.
    Debrief,
    /// The reply's own name.
    Id,
}

/// What columns are called: Chinese, English, then what else is understood.
const COLUMNS: &[(Column, &[&str])] = &[
    (Column::Turn, &["轮次", "turn", "回合", "轮", "环节", "序号", "round", "step"]),
    (Column::Says, &["客户说", "customer says", "customer", "says", "客户", "顾客说", "顾客", "客户话术", "客户的话"]),
    (Column::Id, &["回复编号", "reply id"]),
    (Column::Reply, &["回复", "reply", "客服回复", "客服说", "客服", "回复选项", "回答", "选项", "agent", "answer", "response"]),
    (Column::Score, &["得分", "score", "分值", "分数", "分", "points"]),
    (Column::Skill, &["技能", "skill", "考点", "skills"]),
    (Column::To, &["去向", "to", "下一步", "下一轮", "跳转", "next", "leads to", "goto"]),
    (Column::Mood, &["心情", "mood", "情绪"]),
    (Column::Set, &["设置", "set"]),
    (Column::When, &["条件", "when"]),
    (Column::RedLine, &["红线", "red line", "踩红线", "禁语"]),
    (Column::Feedback, &["点评", "feedback", "评语", "讲评", "解析", "comment", "why"]),
    (Column::Outcome, &["结局", "ending", "outcome"]),
    (Column::Debrief, &["复盘", "debrief"]),
];

/// What stands before the header: a name, then its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fact {
    Title,
    Brief,
    Category,
    Channel,
    Roles,
    Use,
    Level,
    Minutes,
    Pass,
    Objectives,
    Sources,
    Start,
    Customer,
    Mood,
    Credit,
    Registered,
    Mind,
    Facts,
    Vars,
}

const FACTS: &[(Fact, &[&str])] = &[
    (Fact::Title, &["标题", "title", "名称", "题目", "场景名称", "剧本", "name"]),
    (Fact::Brief, &["任务", "brief", "说明", "背景", "场景", "场景说明", "情境", "简介", "background", "scenario", "task"]),
    (Fact::Category, &["类别", "category", "类型", "分类"]),
    (Fact::Channel, &["渠道", "channel"]),
    (Fact::Roles, &["岗位", "roles", "role"]),
    (Fact::Use, &["用途", "use"]),
    (Fact::Level, &["难度", "level"]),
    (Fact::Minutes, &["分钟", "minutes", "时长"]),
    (Fact::Pass, &["及格", "pass", "及格线"]),
    (Fact::Objectives, &["目标", "objectives", "培训目标"]),
    (Fact::Sources, &["来源", "sources", "source", "出处"]),
    (Fact::Start, &["开场", "start"]),
    (Fact::Customer, &["客户", "customer", "客户姓名", "顾客", "客户名"]),
    (Fact::Mood, &["心情", "mood", "客户心情", "初始心情"]),
    (Fact::Credit, &["信用", "credit"]),
    (Fact::Registered, &["注册", "registered"]),
    (Fact::Mind, &["心理", "mind", "购物心理"]),
    (Fact::Facts, &["资料", "facts", "客户资料"]),
    (Fact::Vars, &["变量", "vars", "variables"]),
];

fn named<T: Copy>(all: &[(T, &[&str])], cell: &str) -> Option<T> {
    let cell = plain(cell);
    all.iter().find(|(_, names)| names.contains(&cell.as_str())).map(|(it, _)| *it)
}

/// The row (from 0) that names the columns: it has replies, and at least one other of them.
fn header(rows: &[Row]) -> Option<usize> {
    /// Rows that are looked at.
    const LOOK: usize = 60;
    rows.iter().take(LOOK).position(|row| {
        let columns: Vec<Column> = row.cells.iter().filter_map(|cell| named(COLUMNS, cell)).collect();
        columns.contains(&Column::Reply) && (columns.contains(&Column::Says) || columns.contains(&Column::Turn))
    })
}
