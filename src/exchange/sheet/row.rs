//! A row of a question sheet as a question, of the kind it names, or that its answer speaks of.

use super::column::{Column, Columns};
use super::number::plain;
use super::{Materials, letters, level, line, note_number, typed, verdict};
use crate::base::id::Lang;
use crate::base::points::Points;
use crate::exchange::Fate;
use crate::exchange::questions::{Batch, Brought, Under, items, letter, option, text};
use crate::exchange::table::Row;
use crate::model::question::Kind;
use crate::model::question::any_of::AnyOf;
use crate::model::question::classify::{Case, Classify};
use crate::model::question::find::{Find, Line};
use crate::model::question::number::Number;
use crate::model::question::one_of::OneOf;
use crate::model::question::order::Order;
use crate::model::question::pairs::{Pair, Pairs};
use crate::model::question::true_false::TrueFalse;

/// The kinds by the words for them: the first Chinese and the first English one are those that are written.
pub const KINDS: &[(&str, &[&str])] = &[
    ("one-of", &["单选", "one-of", "单选题", "单项选择", "单项选择题", "选择题", "选择", "single", "single choice"]),
    ("any-of", &["多选", "any-of", "多选题", "多项选择", "多项选择题", "不定项", "不定项选择题", "multiple", "multiple choice"]),
    ("true-false", &["判断", "true-false", "判断题", "是非题", "对错题", "true/false", "true false"]),
    ("words", &["填空", "words", "填空题", "short answer"]),
    ("number", &["数字", "number", "数字题", "计算题", "计算", "数值题", "数值", "填数", "填数题", "numerical"]),
    ("order", &["排序", "order", "排序题", "顺序题"]),
    ("pairs", &["配对", "pairs", "配对题", "连线题", "匹配题", "matching"]),
    ("classify", &["分类", "classify", "分类题", "归类", "归类题"]),
    ("find", &["找错", "find", "找错题", "挑错题"]),
    ("material", &["材料", "material", "材料题", "案例", "案例题", "阅读材料"]),
    ("end", &["材料完", "end of material", "材料结束"]),
    ("write", &["问答", "essay", "问答题", "简答", "简答题", "论述题"]),
];

/// Between the left and the right side of a pair, a case and its class, in one cell.
pub const ARROW: &str = "→";

/// Why a row is no question: the key of its sentence, and what stands there.
type Wrong = (&'static str, String);

/// Reads a row.
pub fn question(batch: &mut Batch, under: &mut Materials, columns: &Columns, (row, lang): (&Row, &Lang)) {
    let reading = Reading { columns, row, lang };
    let at = line(row);
    let ask = reading.cell(Column::Ask);
    match reading.kind_named() {
        Some(Ok("end" | "material")) if ask.is_empty() => {
            under.open = None;
            return;
        }
        Some(Ok("end")) => {
            under.open = None;
            return batch.note(at, Fate::LeftOut, "text-between", [("text", ask)]);
        }
        Some(Ok("material")) => {
            let under_it = Under {
                id: reading.cell(Column::Id).to_owned(),
                title: reading.cell(Column::Title).to_owned(),
                body: ask.to_owned(),
            };
            under.open = Some(under.add(under_it, at));
            return;
        }
        Some(Ok("write")) => return batch.note(at, Fate::LeftOut, "gift-essay", []),
        Some(Err(())) => return batch.note(at, Fate::Wrong, "sheet-kind", [("kind", reading.cell(Column::Kind))]),
        _ => {}
    }
    let named = columns.has(Column::Material).then(|| reading.cell(Column::Material));
    // A row has one mistake told of its answer, and each of its numbers.
    let read = (reading.kind(), reading.points(), reading.level());
    let material = under.of(named, at);
    let complain = |batch: &mut Batch, (key, found): &Wrong| batch.note(at, Fate::Wrong, key, [("found", found)]);
    if ask.is_empty() {
        batch.note(at, Fate::Wrong, "sheet-no-ask", []);
    }
    match read {
        (Ok(kind), Ok(points), Ok(level)) if !ask.is_empty() => {
            let id = Some(reading.cell(Column::Id).to_owned()).filter(|id| !id.is_empty());
            let why = reading.cell(Column::Why).to_owned();
            if !matches!(reading.kind_named(), Some(Ok("number"))) {
                note_number(batch, at, &kind, lang);
            }
            batch.questions.push(Brought { line: at, id, ask: ask.to_owned(), level, points, why, material, kind });
        }
        (kind, points, level) => {
            for wrong in [kind.err(), points.err(), level.err()].iter().flatten() {
                complain(batch, wrong);
            }
        }
    }
}

struct Reading<'r> {
    columns: &'r Columns,
    row: &'r Row,
    lang: &'r Lang,
}

impl<'r> Reading<'r> {
    fn cell(&self, column: Column) -> &'r str {
        self.columns.cell(self.row, column)
    }

    /// The kind that the row names; `Err` for a word that is none.
    fn kind_named(&self) -> Option<Result<&'static str, ()>> {
        let named = self.cell(Column::Kind).to_lowercase();
        if named.is_empty() {
            return None;
        }
        let found = KINDS.iter().find(|(_, names)| names.contains(&named.as_str()));
        Some(found.map(|(kind, _)| *kind).ok_or(()))
    }

    fn points(&self) -> Result<Points, Wrong> {
        let found = self.cell(Column::Points).trim_end_matches('分').trim();
        if found.is_empty() {
            return Ok(Points::whole(1));
        }
        Points::parse(found).ok_or_else(|| ("sheet-points", found.to_owned()))
    }

    fn level(&self) -> Result<u8, Wrong> {
        let found = self.cell(Column::Level);
        level(found).ok_or_else(|| ("sheet-level", found.to_owned()))
    }

    /// The kind with its data: as named, or as the answer shows.
    fn kind(&self) -> Result<Kind, Wrong> {
        let answer = self.cell(Column::Answer);
        let options = self.columns.options(self.row);
        if answer.is_empty() && !matches!(self.kind_named(), Some(Ok("order" | "pairs" | "classify"))) {
            return Err(("sheet-no-answer", String::new()));
        }
        let inferred = match (verdict(answer), letters(answer)) {
            // 正确 and 错误 may be offered as options.
            _ if options.len() == 2 && options.iter().all(|(_, text)| verdict(text).is_some()) => "true-false",
            (Some(_), _) if options.len() < 2 || letters(answer).is_none() => "true-false",
            (_, Some(picked)) if !options.is_empty() => {
                if picked.len() > 1 {
                    "any-of"
                } else {
                    "one-of"
                }
            }
            _ if !options.is_empty() => "one-of",
            _ => "words",
        };
        let named = self.kind_named().and_then(Result::ok);
        match named.unwrap_or(inferred) {
            "one-of" => self.picked(&options, true),
            "any-of" => self.picked(&options, false),
            "true-false" => self.true_false(answer, &options),
            "number" => self.number(answer),
            "words" if !self.cell(Column::Tolerance).is_empty() && plain(answer, self.cell(Column::Unit)).is_some() => {
                self.number(answer)
            }
            "order" => self.order(answer, &options),
            "pairs" => self.pairs(&options),
            "classify" => self.classify(&options),
            "find" => self.find(&options),
            _ => Ok(typed(self.cell(Column::Ask), answer, self.cell(Column::Unit), self.lang)),
        }
    }

    /// The places of the options that the answer names, by letter or in words. Capitals are letters even where an option reads alike.
    fn places(&self, options: &[(usize, &str)]) -> Result<Vec<usize>, Wrong> {
        let answer = self.cell(Column::Answer);
        let in_words = options.iter().find(|(_, text)| *text == answer).map(|(n, _)| vec![*n]);
        let picked = letters(answer);
        let missing = |picked: &Vec<usize>| picked.iter().find(|n| options.iter().all(|(known, _)| known != *n)).copied();
        let is_word = answer.contains(|c: char| c.is_ascii_lowercase()) && in_words.is_some();
        match (picked, in_words) {
            (Some(picked), _) if !is_word && missing(&picked).is_none() => Ok(picked),
            (_, Some(in_words)) => Ok(in_words),
            (Some(picked), None) => match missing(&picked) {
                Some(n) => Err(("sheet-no-option", letter(n).as_str().to_uppercase())),
                None => Ok(picked),
            },
            (None, None) => Err(("sheet-answer", answer.to_owned())),
        }
    }

    fn picked(&self, options: &[(usize, &str)], one: bool) -> Result<Kind, Wrong> {
        let right = self.places(options)?;
        if one && right.len() != 1 {
            return Err(("sheet-one-right", self.cell(Column::Answer).to_owned()));
        }
        let option = |(n, text): &(usize, &str)| option(*n, text, right.contains(n), self.cell(Column::OptionWhy(*n)), self.lang);
        let options = options.iter().map(option).collect();
        Ok(if one { Kind::OneOf(OneOf { options }) } else { Kind::AnyOf(AnyOf { options }) })
    }

    /// Some sheets offer 正确 and 错误 as options and name one by its letter.
    fn true_false(&self, answer: &str, options: &[(usize, &str)]) -> Result<Kind, Wrong> {
        let offered = letters(answer).and_then(|picked| {
            let [n] = picked.as_slice() else { return None };
            options.iter().find(|(known, _)| known == n).and_then(|(_, text)| verdict(text))
        });
        let answer = offered.or_else(|| verdict(answer)).ok_or_else(|| ("sheet-verdict", answer.to_owned()))?;
        Ok(Kind::TrueFalse(TrueFalse { answer }))
    }

    /// `3`, `3±0.5`, `30秒±5秒`: the unit may stand behind the numbers.
    fn number(&self, answer: &str) -> Result<Kind, Wrong> {
        let wrong = || ("sheet-number", answer.to_owned());
        let (number, off) = answer.split_once('±').unwrap_or((answer, self.cell(Column::Tolerance)));
        let ((number, behind), (off, behind_off)) = (measured(number), measured(off));
        let named = self.cell(Column::Unit);
        let behind = if behind.is_empty() { behind_off } else { behind };
        let unit = if named.is_empty() { behind } else { named };
        if [behind, behind_off].iter().any(|found| !(found.is_empty() || *found == unit)) {
            return Err(wrong());
        }
        let tolerance = if off.is_empty() { Some(Points::ZERO) } else { Points::parse(off) };
        let (Some(answer), Some(tolerance)) = (Points::parse(number), tolerance) else { return Err(wrong()) };
        let unit = (!unit.is_empty()).then(|| text(self.lang, unit));
        Ok(Kind::Number(Number { answer, tolerance, unit }))
    }

    /// The options in the order of the answer; without one, they stand in it.
    fn order(&self, answer: &str, options: &[(usize, &str)]) -> Result<Kind, Wrong> {
        let mut order: Vec<usize> = options.iter().map(|(n, _)| *n).collect();
        if !answer.is_empty() {
            let picked = self.places(options)?;
            let mut sorted = picked.clone();
            sorted.sort_unstable();
            if sorted != order {
                return Err(("sheet-order", answer.to_owned()));
            }
            order = picked;
        }
        let words = order.iter().filter_map(|n| options.iter().find(|(known, _)| known == n)).map(|(_, words)| *words);
        Ok(Kind::Order(Order { items: items("i", words, self.lang) }))
    }

    /// `左 → 右` in each option; without a left side it is a decoy.
    fn pairs(&self, options: &[(usize, &str)]) -> Result<Kind, Wrong> {
        let (mut pairs, mut decoys) = (Vec::new(), Vec::new());
        for (_, cell) in options {
            let (left, right) = sides(cell)?;
            if left.is_empty() {
                decoys.push(right);
                continue;
            }
            let id = format!("p{}", pairs.len() + 1).into();
            pairs.push(Pair { id, left: text(self.lang, left), right: text(self.lang, right) });
        }
        Ok(Kind::Pairs(Pairs { pairs, decoys: items("d", decoys, self.lang) }))
    }

    /// `事例 → 类别` in each option; a class without cases stands behind a bare arrow.
    fn classify(&self, options: &[(usize, &str)]) -> Result<Kind, Wrong> {
        let mut classes: Vec<&str> = Vec::new();
        let mut cases = Vec::new();
        for (_, cell) in options {
            let (case, class) = sides(cell)?;
            let n = classes.iter().position(|known| *known == class).unwrap_or_else(|| {
                classes.push(class);
                classes.len() - 1
            });
            if !case.is_empty() {
                let id = format!("c{}", cases.len() + 1).into();
                cases.push(Case { id, text: text(self.lang, case), class: format!("k{}", n + 1).into() });
            }
        }
        Ok(Kind::Classify(Classify { classes: items("k", classes, self.lang), cases }))
    }

    /// `谁：说了什么` in each option, the answer names the lines that are wrong.
    fn find(&self, options: &[(usize, &str)]) -> Result<Kind, Wrong> {
        let wrong = self.places(options)?;
        let mut lines = Vec::new();
        for (n, cell) in options {
            let (who, said) = cell.split_once(['：', ':']).ok_or_else(|| ("sheet-who", (*cell).to_owned()))?;
            let why = self.cell(Column::OptionWhy(*n));
            lines.push(Line {
                id: letter(*n),
                who: text(self.lang, who),
                text: text(self.lang, said),
                wrong: wrong.contains(n),
                why: (!why.is_empty()).then(|| text(self.lang, why)),
            });
        }
        Ok(Kind::Find(Find { lines }))
    }
}

/// A number and what stands behind it.
fn measured(text: &str) -> (&str, &str) {
    let text = text.trim();
    let cut = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-' | '+'))).unwrap_or(text.len());
    let (number, behind) = text.split_at(cut);
    (number, behind.trim())
}

fn sides(cell: &str) -> Result<(&str, &str), Wrong> {
    let found = [ARROW, "->", "=>", "——", "＝", "="].iter().find_map(|arrow| cell.split_once(arrow));
    found.map(|(left, right)| (left.trim(), right.trim())).ok_or_else(|| ("sheet-sides", cell.to_owned()))
}
