//! A bank as a question sheet. Every kind has its row; columns that no question needs are left out.

use super::column::{Column, NAMES};
use super::row::{ARROW, KINDS};
use super::several;
use crate::base::id::{ItemId, Lang};
use crate::base::points::Points;
use crate::exchange::questions::letter;
use crate::exchange::table::{to_csv, to_xlsx};
use crate::exchange::{Departure, Fate, Note, Spot, Thing};
use crate::model::library::Bank;
use crate::model::question::find::{Find, Line};
use crate::model::question::one_of::Opt;
use crate::model::question::{Item, Kind, Material, Question};
use crate::model::text::Text;

/// As CSV.
pub fn csv(thing: &Thing<'_>, lang: &Lang) -> Result<Departure, Note> {
    let (rows, notes) = rows(thing, lang)?;
    Ok(Departure { bytes: to_csv(&rows), notes })
}

/// As an Excel workbook.
pub fn xlsx(thing: &Thing<'_>, lang: &Lang) -> Result<Departure, Note> {
    let (rows, notes) = rows(thing, lang)?;
    Ok(Departure { bytes: to_xlsx(&rows, 0).map_err(|why| Note::from(&why))?, notes })
}

/// As many options as there are letters to name them by.
const LETTERS: usize = 26;

/// A row as its cells by column.
type Cells = Vec<(Column, String)>;

fn rows(thing: &Thing<'_>, lang: &Lang) -> Result<(Vec<Vec<String>>, Vec<Note>), Note> {
    let Thing::Bank(bank) = thing else { return Err(Note::refused("export-not-this", [])) };
    let mut writing = Writing { lang, zh: lang.as_str().starts_with("zh"), notes: Vec::new(), id: String::new() };
    let all = writing.bank(bank);
    let mut columns: Vec<Column> = all.iter().flatten().map(|(column, _)| *column).collect();
    columns.sort_by_key(|column| place(*column));
    columns.dedup();
    let mut out = vec![columns.iter().map(|column| writing.header(*column)).collect()];
    for row in all {
        let cell = |column: &Column| row.iter().find(|(c, _)| c == column).map(|(_, text)| text.clone()).unwrap_or_default();
        out.push(columns.iter().map(cell).collect());
    }
    Ok((out, writing.notes))
}

/// The order of the columns.
fn place(column: Column) -> (usize, usize) {
    match column {
        Column::Number | Column::Id => (0, 0),
        Column::Kind => (1, 0),
        Column::Ask => (2, 0),
        Column::Option(n) => (3, n),
        Column::Answer => (4, 0),
        Column::Why => (5, 0),
        Column::Points => (6, 0),
        Column::Level => (7, 0),
        Column::Unit => (8, 0),
        Column::Tolerance => (9, 0),
        Column::Material => (10, 0),
        Column::Title => (11, 0),
        Column::OptionWhy(n) => (12, n),
    }
}

struct Writing<'w> {
    lang: &'w Lang,
    zh: bool,
    notes: Vec<Note>,
    /// The question being written.
    id: String,
}

impl Writing<'_> {
    fn header(&self, column: Column) -> String {
        let name = |n: usize| letter(n).as_str().to_uppercase();
        match column {
            Column::Option(n) if self.zh => format!("选项{}", name(n)),
            Column::Option(n) => format!("option {}", name(n)),
            Column::OptionWhy(n) if self.zh => format!("选项{}解析", name(n)),
            Column::OptionWhy(n) => format!("option {} why", name(n)),
            column => {
                let names = NAMES.iter().find(|(known, ..)| *known == column);
                names.map_or("", |(_, chinese, english)| if self.zh { chinese[0] } else { english[0] }).to_owned()
            }
        }
    }

    fn kind(&self, kind: &str) -> String {
        let names = KINDS.iter().find(|(known, _)| *known == kind);
        names.map_or(kind, |(_, names)| names[usize::from(!self.zh)]).to_owned()
    }

    fn note<const N: usize>(&mut self, fate: Fate, key: &'static str, args: [(&'static str, &str); N]) {
        self.notes.push(Note::new(Spot::Item(self.id.clone()), fate, key, args));
    }

    fn bank(&mut self, bank: &Bank) -> Vec<Cells> {
        self.notes.extend(super::super::exam_use(bank));
        self.notes.push(Note::new(Spot::Whole, Fate::LeftOut, "export-title", [("title", bank.title.get(self.lang))]));
        let mut out: Vec<Cells> = Vec::new();
        let mut told: Vec<&Material> = Vec::new();
        let has_materials = bank.questions.iter().any(|q| q.material.is_some());
        for question in &bank.questions {
            let id = question.id.as_str();
            self.id = id.split_once('/').map_or(id, |(_, id)| id).to_owned();
            if matches!(question.kind, Kind::Write(_)) {
                self.note(Fate::LeftOut, "export-no-write", []);
                continue;
            }
            if let Some(material) = question.material.as_ref().filter(|m| !told.iter().any(|known| known.id == m.id)) {
                told.push(material);
                out.push(vec![
                    (Column::Id, material.id.to_string()),
                    (Column::Kind, self.kind("material")),
                    (Column::Ask, self.words(&material.body)),
                    (Column::Title, self.words(&material.title)),
                ]);
            }
            let mut cells = self.question(question);
            if has_materials {
                cells.push((Column::Material, question.material.as_ref().map(|m| m.id.to_string()).unwrap_or_default()));
            }
            out.push(cells);
        }
        out
    }

    fn words(&self, text: &Text) -> String {
        text.get(self.lang).to_owned()
    }

    fn question(&mut self, question: &Question) -> Cells {
        if question.keep_order || !(question.skills.is_empty() && question.objectives.is_empty() && question.roles.is_empty()) {
            self.note(Fate::LeftOut, "export-sheet-keys", []);
        }
        let mut cells = vec![
            (Column::Id, self.id.clone()),
            (Column::Kind, self.kind(question.kind.name())),
            (Column::Ask, self.words(&question.ask)),
            (Column::Why, self.words(&question.why)),
            (Column::Points, question.points.to_string()),
            (Column::Level, question.level.to_string()),
        ];
        if has_arrow(&question.kind, self.lang) {
            self.note(Fate::Changed, "export-arrow-sheet", []);
        }
        self.answer(&mut cells, &question.kind);
        if !cells.iter().any(|(column, _)| *column == Column::Answer) {
            // Pairs and classes tell theirs in the options; a sheet without the column would be none.
            cells.push((Column::Answer, String::new()));
        }
        if cells.iter().any(|(column, _)| matches!(column, Column::Option(n) if *n >= LETTERS)) {
            self.note(Fate::LeftOut, "export-many", []);
            cells.retain(|(column, _)| !matches!(column, Column::Option(n) | Column::OptionWhy(n) if *n >= LETTERS));
        }
        cells
    }

    fn answer(&mut self, cells: &mut Cells, kind: &Kind) {
        match kind {
            Kind::OneOf(it) => self.options(cells, &it.options),
            Kind::AnyOf(it) => self.options(cells, &it.options),
            Kind::TrueFalse(it) => {
                let word = match (self.zh, it.answer) {
                    (true, true) => "正确",
                    (true, false) => "错误",
                    (false, true) => "true",
                    (false, false) => "false",
                };
                cells.push((Column::Answer, word.to_owned()));
            }
            Kind::Number(it) => {
                cells.push((Column::Answer, it.answer.to_string()));
                if it.tolerance != Points::ZERO {
                    cells.push((Column::Tolerance, it.tolerance.to_string()));
                }
                cells.extend(it.unit.as_ref().map(|unit| (Column::Unit, self.words(unit))));
            }
            Kind::Words(it) => {
                let all = it.accept.get(self.lang);
                for one in all.iter().filter(|one| several(one).len() != 1) {
                    self.note(Fate::Changed, "export-several", [("text", one)]);
                }
                if let [one] = all
                    && super::number::plain(one, "").is_some()
                {
                    self.note(Fate::Changed, "export-number", [("text", one)]);
                }
                cells.push((Column::Answer, all.join("；")));
            }
            Kind::Order(it) => {
                listed(cells, it.items.iter().map(|i: &Item| i.text.get(self.lang).to_owned()).collect());
                let all: Vec<usize> = (0..it.items.len()).collect();
                cells.push((Column::Answer, picked(&all)));
            }
            Kind::Pairs(it) => {
                let pairs = it.pairs.iter().map(|p| sides(p.left.get(self.lang), p.right.get(self.lang)));
                let decoys = it.decoys.iter().map(|d| sides("", d.text.get(self.lang)));
                let all: Vec<String> = pairs.chain(decoys).collect();
                listed(cells, all);
            }
            Kind::Classify(it) => {
                let class = |id: &ItemId| it.classes.iter().find(|c| c.id == *id).map_or("", |c| c.text.get(self.lang));
                let cases = it.cases.iter().map(|c| sides(c.text.get(self.lang), class(&c.class)));
                let idle = it.classes.iter().filter(|c| it.cases.iter().all(|case| case.class != c.id));
                let all: Vec<String> = cases.chain(idle.map(|c| sides("", c.text.get(self.lang)))).collect();
                listed(cells, all);
            }
            // `bank` leaves it out.
            Kind::Write(_) => {}
            Kind::Find(it) => self.find(cells, it),
        }
    }

    fn find(&self, cells: &mut Cells, it: &Find) {
        let colon = if self.zh { "：" } else { ": " };
        let line = |l: &Line| format!("{}{colon}{}", l.who.get(self.lang), l.text.get(self.lang));
        listed(cells, it.lines.iter().map(line).collect());
        self.whys(cells, it.lines.iter().map(|l| l.why.as_ref()));
        let wrong: Vec<usize> = it.lines.iter().enumerate().filter(|(_, l)| l.wrong).map(|(n, _)| n).collect();
        cells.push((Column::Answer, picked(&wrong)));
    }

    fn options(&self, cells: &mut Cells, options: &[Opt]) {
        listed(cells, options.iter().map(|o| self.words(&o.text)).collect());
        self.whys(cells, options.iter().map(|o| o.why.as_ref()));
        let right: Vec<usize> = options.iter().enumerate().filter(|(_, o)| o.right).map(|(n, _)| n).collect();
        cells.push((Column::Answer, picked(&right)));
    }

    fn whys<'t>(&self, cells: &mut Cells, all: impl Iterator<Item = Option<&'t Text>>) {
        cells.extend(all.enumerate().filter_map(|(n, why)| Some((Column::OptionWhy(n), self.words(why?)))));
    }
}

/// Whether a left side holds an arrow of its own.
fn has_arrow(kind: &Kind, lang: &Lang) -> bool {
    match kind {
        Kind::Pairs(it) => it.pairs.iter().any(|p| p.left.get(lang).contains(ARROW)),
        Kind::Classify(it) => it.cases.iter().any(|c| c.text.get(lang).contains(ARROW)),
        _ => false,
    }
}

fn listed(cells: &mut Cells, all: Vec<String>) {
    cells.extend(all.into_iter().enumerate().map(|(n, text)| (Column::Option(n), text)));
}

fn sides(left: &str, right: &str) -> String {
    // The first arrow parts them.
    let left = left.replace(ARROW, "->");
    format!("{left} {ARROW} {right}").trim_start().to_owned()
}

/// Options by their letters.
fn picked(all: &[usize]) -> String {
    all.iter().map(|n| letter(*n).as_str().to_uppercase()).collect()
}
