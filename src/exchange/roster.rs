//! A roster as companies keep it: a person a row under 姓名 工号 班组 岗位 状态, in any order, in Chinese or English, as CSV or XLSX.
//!
//! What each row says, and every row that can't be read, with its reason. Who of them is known already is not asked here: `cli/enrol`
//! lays the rows over the store's learners.

use std::collections::{BTreeMap, BTreeSet};

use super::table::Row;
use super::{Fate, Note, Source, Spot};
use crate::base::name;

/// The most characters of a name, a staff number or a group.
pub const MOST: usize = 40;
/// Rows that are looked at for the header.
const LOOK: usize = 20;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Name,
    Number,
    Groups,
    Role,
    Status,
    /// A running number, which says nothing.
    Running,
}

/// The names of each column, compared as `normal` makes them.
const NAMES: &[(Column, &[&str])] = &[
    (
        Column::Name,
        &["姓名", "员工姓名", "名字", "学员", "学员姓名", "name", "full name", "employee", "employee name", "learner"],
    ),
    (
        Column::Number,
        &[
            "工号",
            "员工号",
            "员工编号",
            "人员编号",
            "职工号",
            "staff number",
            "staff no",
            "staff id",
            "employee id",
            "employee number",
        ],
    ),
    (
        Column::Groups,
        &["班组", "组", "小组", "分组", "组别", "部门", "所属部门", "团队", "批次", "group", "groups", "team", "department"],
    ),
    (Column::Role, &["岗位", "职位", "职务", "角色", "岗位名称", "role", "position", "job", "job title"]),
    (Column::Status, &["状态", "在职", "在职状态", "是否在职", "status", "state", "active"]),
    (Column::Running, &["序号", "no", "#"]),
];

/// Who is here, in the words of rosters.
const HERE: &[&str] = &["在职", "在岗", "正常", "启用", "试用", "实习", "是", "1", "active", "employed", "yes", "y", "true"];
/// Who is no longer here.
const LEFT: &[&str] = &["离职", "已离职", "停用", "离岗", "否", "0", "left", "inactive", "resigned", "no", "n", "false"];

/// What one row says of a person; nothing where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its line or row, from 1.
    pub line: u32,
    /// The name.
    pub name: String,
    /// The company's own number.
    pub number: Option<String>,
    /// The groups.
    pub groups: Option<BTreeSet<String>>,
    /// The role's id.
    pub role: Option<String>,
    /// Whether the person has left.
    pub left: Option<bool>,
}

/// A roster that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// The rows that say who is meant.
    pub entries: Vec<Entry>,
    /// What is wrong with the others, and columns that nobody knows.
    pub notes: Vec<Note>,
}

/// A role by id, with all it is called: its id and its titles in every language.
pub type Roles = Vec<(String, Vec<String>)>;

/// Reads a roster.
///
/// # Errors
/// A note that says why it is none: it can't be read, or has no column of names.
pub fn read(source: &Source<'_>, roles: &Roles) -> Result<Roster, Note> {
    let table = source.table()?;
    let header = table.rows.iter().take(LOOK).enumerate().find_map(|(n, row)| Some((n, Columns::of(row)?)));
    let Some((head, columns)) = header else { return Err(Note::refused("roster-no-header", [])) };
    let rows = &table.rows[head + 1..];
    let mut roster = Roster { entries: Vec::with_capacity(rows.len()), notes: columns.complaints(&table.rows[head], rows) };
    let mut seen = Seen::default();
    for row in rows {
        match columns.entry(row, roles).and_then(|entry| seen.first(entry)) {
            Ok(entry) => roster.entries.push(entry),
            Err(note) => roster.notes.push(note),
        }
    }
    Ok(roster)
}

/// A header or a word of a cell as it is compared: without case, stars, colons and what stands in brackets.
fn normal(text: &str) -> String {
    let text = text.trim().trim_matches(['*', '＊', ':', '：']).to_lowercase().replace(['_', '-', '.'], " ");
    text.split(['(', '（']).next().unwrap_or("").trim().to_owned()
}

fn line(row: &Row) -> u32 {
    u32::try_from(row.line).unwrap_or(u32::MAX)
}

/// Where the columns of a roster are.
struct Columns {
    at: BTreeMap<Column, usize>,
    odd: Vec<(usize, &'static str)>,
}

impl Columns {
    /// A row as a header: it has to say at least where the names stand.
    fn of(row: &Row) -> Option<Self> {
        let mut columns = Self { at: BTreeMap::new(), odd: Vec::new() };
        for (n, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
            let named = normal(cell);
            match NAMES.iter().find(|(_, names)| names.contains(&named.as_str())) {
                None => columns.odd.push((n, "sheet-column")),
                Some((column, _)) if columns.at.contains_key(column) => columns.odd.push((n, "sheet-column-twice")),
                Some((column, _)) => drop(columns.at.insert(*column, n)),
            }
        }
        columns.at.contains_key(&Column::Name).then_some(columns)
    }

    /// The columns that are not read, if there is anything in them.
    fn complaints(&self, head: &Row, rows: &[Row]) -> Vec<Note> {
        let filled = self.odd.iter().filter(|(n, _)| rows.iter().any(|row| !row.cell(*n).is_empty()));
        filled.map(|(n, key)| Note::new(Spot::Line(line(head)), Fate::LeftOut, key, [("name", head.cell(*n))])).collect()
    }

    fn cell<'r>(&self, row: &'r Row, column: Column) -> &'r str {
        self.at.get(&column).map_or("", |n| row.cell(*n))
    }

    /// What a row says of whom.
    fn entry(&self, row: &Row, roles: &Roles) -> Result<Entry, Note> {
        let wrong = |key, args: [(&'static str, &str); 1]| Note::new(Spot::Line(line(row)), Fate::Wrong, key, args);
        let given = self.cell(row, Column::Name);
        if given.is_empty() {
            return Err(wrong("roster-no-name", [("found", "")]));
        }
        let short = |text: &str, key| name::name(text, MOST).map(str::to_owned).ok_or_else(|| wrong(key, [("found", text)]));
        let filled = |column| Some(self.cell(row, column)).filter(|text| !text.is_empty());
        let groups = |text: &str| {
            let names = text.split(['、', '，', ',', '；', ';', '/', '|', '\n']).map(str::trim).filter(|name| !name.is_empty());
            names.map(|name| short(name, "roster-group")).collect::<Result<BTreeSet<_>, _>>()
        };
        let role = |text: &str| {
            let wanted = normal(text);
            let known = roles.iter().find(|(_, called)| called.iter().any(|name| normal(name) == wanted));
            let all: Vec<&str> = roles.iter().filter_map(|(_, called)| called.last().map(String::as_str)).collect();
            known.map(|(id, _)| id.clone()).ok_or_else(|| {
                let args = [("found", text), ("known", &*all.join(" · "))];
                Note::new(Spot::Line(line(row)), Fate::Wrong, "roster-role", args)
            })
        };
        let left = |text: &str| match normal(text) {
            word if HERE.contains(&word.as_str()) => Ok(false),
            word if LEFT.contains(&word.as_str()) => Ok(true),
            _ => Err(wrong("roster-status", [("found", text)])),
        };
        Ok(Entry {
            line: line(row),
            name: short(given, "roster-name")?,
            number: filled(Column::Number).map(|text| short(text, "roster-number")).transpose()?,
            groups: filled(Column::Groups).map(groups).transpose()?,
            role: filled(Column::Role).map(role).transpose()?,
            left: filled(Column::Status).map(left).transpose()?,
        })
    }
}

/// Who stood in the rows before.
#[derive(Default)]
struct Seen {
    numbers: BTreeMap<String, u32>,
    names: BTreeMap<String, u32>,
}

impl Seen {
    /// An entry that no row before speaks of: a number is one person's, and of two of one name without numbers nobody knows who is who.
    fn first(&mut self, entry: Entry) -> Result<Entry, Note> {
        let (seen, key, what) = match &entry.number {
            Some(number) => (&mut self.numbers, number, "roster-number-twice"),
            None => (&mut self.names, &entry.name, "roster-name-twice"),
        };
        match seen.get(key) {
            Some(first) => {
                let args = [("found", key.as_str()), ("line", &*first.to_string())];
                Err(Note::new(Spot::Line(entry.line), Fate::Wrong, what, args))
            }
            None => {
                seen.insert(key.clone(), entry.line);
                Ok(entry)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles() -> Roles {
        vec![("after-sale-agent".into(), vec!["after-sale-agent".into(), "After-sale agent".into(), "售后客服".into()])]
    }

    fn of(text: &str) -> Roster {
        read(&Source::new(text.as_bytes()), &roles()).expect("a roster")
    }

    fn groups(names: &[&str]) -> Option<BTreeSet<String>> {
        Some(names.iter().map(|name| (*name).to_owned()).collect())
    }

    #[test]
    fn a_company_s_own_roster_is_read() {
        let roster = of(
            "春季入职\n序号,姓名（必填）,工号,班组,岗位,状态\n1, 陈小满 ,0042,一班、夜班,售后客服,在职\n2,王芳,,,After-sale agent,离职\n",
        );
        let chen = Entry {
            line: 3,
            name: "陈小满".into(),
            number: Some("0042".into()),
            groups: groups(&["一班", "夜班"]),
            role: Some("after-sale-agent".into()),
            left: Some(false),
        };
        let wang =
            Entry { line: 4, name: "王芳".into(), role: Some("after-sale-agent".into()), left: Some(true), ..Entry::default() };
        assert_eq!(roster, Roster { entries: vec![chen, wang], notes: vec![] });
        assert_eq!(of("Name\tStaff No.\tTeam\nAda\tA-7\tnight\n").entries[0].groups, groups(&["night"]));
    }

    #[test]
    fn every_row_that_is_wrong_is_told() {
        let long = "长".repeat(MOST + 1);
        let roster = of(&format!(
            "姓名,工号,岗位,状态,宿舍\n,1,,,\n{long},2,,,\n甲,3,船长,,\n乙,4,,休假,\n丙,5,,,302\n丁,5,,,\n戊,,,,\n戊,,,,\n"
        ));
        let told: Vec<_> = roster.notes.iter().map(|note| (note.at.clone(), note.key)).collect();
        let at = |line| Spot::Line(line);
        assert_eq!(
            told,
            [
                (at(1), "sheet-column"),
                (at(2), "roster-no-name"),
                (at(3), "roster-name"),
                (at(4), "roster-role"),
                (at(5), "roster-status"),
                (at(7), "roster-number-twice"),
                (at(9), "roster-name-twice"),
            ]
        );
        assert_eq!(roster.entries.iter().map(|entry| &*entry.name).collect::<Vec<_>>(), ["丙", "戊"]);
    }

    #[test]
    fn without_a_column_of_names_it_is_no_roster() {
        let note = read(&Source::new("题干,正确答案\n1,2\n".as_bytes()), &roles()).unwrap_err();
        assert_eq!(note.key, "roster-no-header");
    }
}
