//! Questions typed as plain text, as they stand in Word: a number before the stem, letters before the options, 【答案】 and 【解析】.
//!
//! ```text
//! 1. 黄金响应时间是几秒？
//! A. 3 秒　B、10 秒
//! （C）1 分钟
//! 【答案】A
//! 【解析】三秒内先应一声。
//! ```
//!
//! The kind follows from the answer: one letter, several, 正确 or 错误, else words to type. There is no way out: `sheet` writes.

use std::rc::Rc;

use super::questions::{Batch, Brought, Under, option};
use super::sheet::{has_blank, letters, level, note_number, typed, verdict};
use super::{Arrival, Carries, Fate, Format, Note, Source, Wish};
use crate::base::id::Lang;
use crate::base::points::Points;
use crate::model::question::Kind;
use crate::model::question::any_of::AnyOf;
use crate::model::question::one_of::OneOf;
use crate::model::question::true_false::TrueFalse;

/// The format.
pub const FORMAT: Format = Format {
    name: "text",
    endings: &["txt", "text", "md"],
    carries: Carries::Questions,
    binary: false,
    recognise,
    read: Some(read),
    write: None,
};

/// What a line may say of a question, and how it says so.
const LABELS: &[(Part, &[&str])] = &[
    (Part::Answer, &["答案", "正确答案", "参考答案", "标准答案", "answer", "correct answer"]),
    (Part::Why, &["解析", "答案解析", "试题解析", "explanation", "why"]),
    (Part::Level, &["难度", "难易度", "level", "difficulty"]),
    (Part::Points, &["分值", "分数", "points", "score"]),
    (Part::Material, &["材料", "背景材料", "案例", "材料题", "material", "passage"]),
    (Part::End, &["材料完", "材料结束", "材料完毕", "材料到此", "end of material", "material end"]),
];

/// The parts of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Ask,
    Option,
    Answer,
    Why,
    Level,
    Points,
    Material,
    End,
}

fn recognise(source: &Source<'_>) -> bool {
    source.text().is_ok_and(|(text, _)| text.lines().any(|line| matches!(labelled(line), Some((Part::Answer, _)))))
}

fn read(source: &Source<'_>, wish: &Wish<'_>) -> Result<Arrival, Note> {
    let (text, _) = source.text()?;
    let mut reading = Reading { lang: &wish.library.language, batch: Batch::default(), open: None, material: None };
    let text = if text.contains('\n') { text.clone() } else { text.replace('\r', "\n") };
    for (n, line) in text.lines().enumerate() {
        reading.line(u32::try_from(n + 1).unwrap_or(u32::MAX), line.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}'));
    }
    reading.end_material();
    Ok(reading.batch.arrive(wish))
}

/// A question as far as it was read.
struct Open {
    line: u32,
    at: Part,
    ask: String,
    options: Vec<(usize, String)>,
    answer: Option<String>,
    why: String,
    level: String,
    points: String,
    /// Lines that look like options, with what became of them.
    odd: Vec<(u32, &'static str, String)>,
}

/// A text that questions stand under.
struct Over {
    line: u32,
    under: Rc<Under>,
    /// Whether its text still goes on.
    goes_on: bool,
    /// The lines of what stands under it.
    questions: Vec<u32>,
}

struct Reading<'r> {
    lang: &'r Lang,
    batch: Batch,
    open: Option<Open>,
    /// What the questions stand under.
    material: Option<Over>,
}

impl Reading<'_> {
    fn line(&mut self, number: u32, line: &str) {
        if line.is_empty() {
            return;
        }
        if let Some((Part::Material, body)) = labelled(line) {
            self.end_material();
            let under = Rc::new(Under { body: body.to_owned(), ..Under::default() });
            self.material = Some(Over { line: number, under, goes_on: true, questions: Vec::new() });
            return;
        }
        let is_body = self.material.as_ref().is_some_and(|over| over.goes_on);
        if matches!(labelled(line), Some((Part::End, _))) || (is_rule(line) && !is_body) {
            return self.end_material();
        }
        if let Some(stem) = numbered(line) {
            self.close();
            // A material that says nothing is the end of the one before.
            self.material = self.material.take().filter(|over| !over.under.body.trim().is_empty());
            if let Some(over) = &mut self.material {
                over.goes_on = false;
            }
            self.open = Some(Open {
                line: number,
                at: Part::Ask,
                ask: String::new(),
                options: Vec::new(),
                answer: None,
                why: String::new(),
                level: String::new(),
                points: String::new(),
                odd: Vec::new(),
            });
            return self.open.iter_mut().for_each(|open| open.goes_on(stem));
        }
        // What stands between questions belongs to none: a title, a heading, a material that goes on.
        let heading = is_heading(line);
        let is_first = self.batch.title.is_none() && self.batch.questions.is_empty() && self.open.is_none();
        match (&mut self.open, &mut self.material) {
            (Some(open), _) if !heading => open.take(number, line),
            (_, Some(over)) if over.goes_on && !heading => {
                let body = &mut Rc::make_mut(&mut over.under).body;
                body.push('\n');
                body.push_str(line);
            }
            _ if is_first && !heading => {
                self.batch.title = Some(line.to_owned());
            }
            _ => {
                // A new section stands under no material.
                self.end_material();
                self.batch.note(number, Fate::LeftOut, "text-between", [("text", line)]);
            }
        }
    }

    /// Ends the question and what it stands under, and tells what that was.
    fn end_material(&mut self) {
        self.close();
        if let Some(over) = self.material.take().filter(|over| !over.under.body.trim().is_empty()) {
            self.batch.note_material(over.line, &over.questions);
        }
    }

    /// Makes a question of what was read.
    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let line = open.line;
        for (at, key, text) in &open.odd {
            self.batch.note(*at, Fate::Look, key, [("text", text)]);
        }
        if let Some(over) = &mut self.material {
            over.questions.push(line);
        }
        let mut wrong = |key: &'static str, found: &str| self.batch.note(line, Fate::Wrong, key, [("found", found)]);
        let kind = open.kind(self.lang);
        let points = if open.points.is_empty() {
            Some(Points::whole(1))
        } else {
            Points::parse(open.points.trim_end_matches('分').trim())
        };
        let level = level(&open.level);
        if let Err((key, found)) = &kind {
            wrong(key, found);
        }
        if points.is_none() {
            wrong("sheet-points", &open.points);
        }
        if level.is_none() {
            wrong("sheet-level", &open.level);
        }
        if open.ask.is_empty() {
            wrong("sheet-no-ask", "");
        }
        let (Ok(kind), Some(points), Some(level), false) = (kind, points, level, open.ask.is_empty()) else { return };
        note_number(&mut self.batch, line, &kind, self.lang);
        let material = self.material.as_ref().map(|over| over.under.clone());
        self.batch.questions.push(Brought { line, id: None, ask: open.ask, level, points, why: open.why, material, kind });
    }
}

impl Open {
    /// A line that begins a part, or goes on with the last one.
    fn take(&mut self, number: u32, line: &str) {
        if let Some((part, rest)) = labelled(line) {
            self.at = part;
            if part == Part::Answer {
                self.answer.get_or_insert_default();
            }
            return self.goes_on(rest);
        }
        if matches!(self.at, Part::Ask | Part::Option) {
            let found = options(line, self.options.len());
            if !found.is_empty() {
                self.at = Part::Option;
                self.options.extend(found);
                self.look_within(number);
                return;
            }
            let next = self.options.len();
            if let Some(words) = (next > 0).then(|| bare_option(line, next)).flatten() {
                self.at = Part::Option;
                self.odd.push((number, "text-option-bare", line.to_owned()));
                return self.options.push((next, words.to_owned()));
            }
            if (0..LOOKALIKES).any(|n| option_mark(line, n).is_some()) {
                self.odd.push((number, "text-option-doubt", line.to_owned()));
            }
        }
        self.goes_on(line);
    }

    /// Whether the last option of a line holds what looks like one more: `B. 姓名 C邮箱`.
    fn look_within(&mut self, number: u32) {
        let next = self.options.len();
        let Some((_, last)) = self.options.last() else { return };
        let blanks = last.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, c)| at + c.len_utf8());
        let found = blanks.map(|at| &last[at..]).find(|rest| bare_option(rest, next).is_some()).map(str::to_owned);
        self.odd.extend(found.map(|found| (number, "text-option-doubt", found)));
    }

    fn goes_on(&mut self, text: &str) {
        let text = text.trim();
        let into = match self.at {
            Part::Ask | Part::Material | Part::End => &mut self.ask,
            Part::Option => match self.options.last_mut() {
                Some((_, option)) => option,
                None => &mut self.ask,
            },
            Part::Answer => self.answer.get_or_insert_default(),
            Part::Why => &mut self.why,
            Part::Level => &mut self.level,
            Part::Points => &mut self.points,
        };
        if !(into.is_empty() || text.is_empty()) {
            into.push('\n');
        }
        into.push_str(text);
    }

    fn kind(&self, lang: &Lang) -> Result<Kind, (&'static str, String)> {
        let answer = self.answer.as_deref().unwrap_or("").trim();
        if answer.is_empty() {
            return Err(("sheet-no-answer", String::new()));
        }
        if self.options.is_empty() {
            // `1` in a blank is a number, and not 正确.
            return Ok(match verdict(answer).filter(|_| !(is_number(answer) && has_blank(&self.ask))) {
                Some(answer) => Kind::TrueFalse(TrueFalse { answer }),
                None if letters(answer).is_some_and(|l| l.len() == answer.chars().count()) && answer.chars().count() < 3 => {
                    return Err(("sheet-no-option", answer.to_uppercase()));
                }
                None => typed(&self.ask, answer, "", lang),
            });
        }
        let right = letters(answer).ok_or_else(|| ("sheet-answer", answer.to_owned()))?;
        if let Some(n) = right.iter().find(|n| self.options.iter().all(|(known, _)| known != *n)) {
            return Err(("sheet-no-option", super::questions::letter(*n).as_str().to_uppercase()));
        }
        let options = self.options.iter().map(|(n, text)| option(*n, text, right.contains(n), "", lang)).collect();
        Ok(if right.len() == 1 { Kind::OneOf(OneOf { options }) } else { Kind::AnyOf(AnyOf { options }) })
    }
}

/// `【答案】AB`, `答案：AB`, `Answer: AB`: the part and what follows.
fn labelled(line: &str) -> Option<(Part, &str)> {
    let find = |name: &str| {
        let name = name.trim().to_lowercase();
        LABELS.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(part, _)| *part)
    };
    if let Some((name, rest)) = line.strip_prefix(['【', '[']).and_then(|rest| rest.split_once(['】', ']'])) {
        return Some((find(name)?, rest.trim_start_matches([':', '：']).trim()));
    }
    if find(line.trim_end_matches(['。', '.'])) == Some(Part::End) {
        return Some((Part::End, ""));
    }
    // Without brackets a label is short, and its colon says that it is one.
    let at = line.char_indices().take(20).find(|(_, c)| matches!(c, ':' | '：'))?;
    Some((find(&line[..at.0])?, line[at.0 + at.1.len_utf8()..].trim()))
}

/// `1. stem`, `12、stem`, `（3）stem`, `第 4 题 stem`: the stem.
fn numbered(line: &str) -> Option<&str> {
    if let Some(rest) = line.strip_prefix('第') {
        let (number, rest) = rest.split_once('题')?;
        return is_number(number.trim()).then(|| rest.trim_start_matches([':', '：', '.', '、', '．']).trim());
    }
    if let Some((number, rest)) = line.strip_prefix(['(', '（']).and_then(|rest| rest.split_once([')', '）'])) {
        return is_number(number.trim()).then(|| rest.trim());
    }
    let end = line.find(|c: char| !c.is_numeric())?;
    let (number, rest) = line.split_at(end);
    let rest = rest.trim_start();
    let sign = rest.chars().next()?;
    // `3.5 秒内` is no question's number.
    let is_decimal = sign == '.' && rest[1..].starts_with(|c: char| c.is_ascii_digit());
    (is_number(number) && matches!(sign, '.' | '．' | '、' | ')' | '）' | ':' | '：') && !is_decimal)
        .then(|| rest[sign.len_utf8()..].trim())
}

fn is_number(text: &str) -> bool {
    (1..=4).contains(&text.chars().count()) && text.chars().all(|c| c.is_ascii_digit() || ('０'..='９').contains(&c))
}

/// `一、单选题`: the head of a section.
fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    rest.len() < line.len() && rest.starts_with(['、', '．', '.']) && rest.contains('题')
}

/// A line that is drawn between two things: `----`.
fn is_rule(line: &str) -> bool {
    line.chars().count() >= 3 && line.chars().all(|c| matches!(c, '-' | '—' | '－' | '=' | '＝' | '*' | '─' | '_'))
}

/// Options by their letters that a line is held against which none was expected of: A to H.
const LOOKALIKES: usize = 8;

/// `C邮箱`, `C 邮箱`: the nth option without what belongs behind its letter. `CRM` is a word.
fn bare_option(line: &str, n: usize) -> Option<&str> {
    let mut chars = line.chars();
    let letter = chars.next().filter(|c| option_letter(*c, n) && !c.is_lowercase())?;
    let words = &line[letter.len_utf8()..];
    let is_word = words.starts_with(|c: char| c.is_ascii_alphanumeric() || c.is_ascii_punctuation());
    (!is_word).then(|| words.trim()).filter(|words| !words.is_empty())
}

/// Whether a letter is the nth option's.
fn option_letter(c: char, n: usize) -> bool {
    u32::try_from(n).is_ok_and(|n| n < 26 && [65, 97, 0xFF21, 0xFF41].iter().any(|a| a + n == c as u32))
}

/// The options of a line: `A. …`, `A、…`, `(A)…`, `（Ａ）…`, one behind the other as they are lettered from `next` on.
fn options(line: &str, next: usize) -> Vec<(usize, String)> {
    let mut out: Vec<(usize, String)> = Vec::new();
    let mut rest = line;
    while let Some(begin) = option_mark(rest, next + out.len()) {
        let text = &rest[begin..];
        // The next option of the line stands behind a blank.
        let blanks = text.char_indices().filter(|(_, c)| c.is_whitespace()).map(|(at, c)| at + c.len_utf8());
        let cut = blanks.into_iter().find(|at| option_mark(&text[*at..], next + out.len() + 1).is_some());
        out.push((next + out.len(), text[..cut.unwrap_or(text.len())].trim().to_owned()));
        match cut {
            Some(cut) => rest = &text[cut..],
            None => break,
        }
    }
    out
}

/// Whether a text begins with the nth option's letter: where its words begin.
fn option_mark(text: &str, n: usize) -> Option<usize> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let bracket = matches!(first, '(' | '（' | '[' | '【');
    let letter = if bracket { chars.next()? } else { first };
    let mark = chars.next()?;
    let fits = if bracket {
        matches!(mark, ')' | '）' | ']' | '】')
    } else {
        matches!(mark, '.' | '．' | '、' | ':' | '：' | ')' | '）')
    };
    (option_letter(letter, n) && fits).then(|| text.len() - chars.as_str().len())
}
