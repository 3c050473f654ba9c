//! A GIFT file as Moodle's importer reads it: blocks between blank lines, each a category or a question of one of its kinds.
//!
//! Nothing is refused as a whole: a block that is wrong is one item that says so, and the rest goes on. One pass, linear in the text.

use super::number::{self, WHOLE};
use super::plain::{Markup, plain};

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// Where the questions that follow are filed.
    Category {
        /// Its line.
        line: u32,
        /// The names of the path without the context it begins with.
        path: Vec<String>,
    },
    /// A question.
    Question(Box<Question>),
    /// What Moodle would refuse.
    Broken {
        /// Its line.
        line: u32,
        /// Why.
        fault: Fault,
    },
}

/// Why a block is no question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// One brace without the other.
    Brace,
    /// Fewer answers than such a question needs.
    FewAnswers(usize),
    /// A weight that Moodle does not know.
    Weight(String),
    /// A pair without its arrow.
    Pair(String),
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The line it begins on.
    pub line: u32,
    /// From `[id:…]`.
    pub id: Option<String>,
    /// From `[tag:…]`.
    pub tags: Vec<String>,
    /// From `::…::`.
    pub name: Option<String>,
    /// What is asked.
    pub text: String,
    /// What is said after any answer.
    pub general: String,
    /// Whether markup was taken out of its texts.
    pub stripped: bool,
    /// Whether a picture was among that.
    pub pictures: bool,
    /// Its kind with its answers.
    pub body: Body,
}

/// The kinds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A text without a question.
    Description,
    /// A question without a key.
    Essay,
    /// One option, or (`multiple`) any number of them.
    Choice {
        /// Whether several may be picked.
        multiple: bool,
        /// The options.
        options: Vec<Answer>,
    },
    /// A statement, with what is said to a wrong and to a right answer.
    TrueFalse {
        /// Whether it is true.
        answer: bool,
        /// Said to a wrong answer.
        wrong: String,
        /// Said to a right answer.
        right: String,
    },
    /// Words to type.
    Short(Vec<Answer>),
    /// A number to type, as written: `3.14`, `3:0.5`, `1..2`.
    Numeric {
        /// What counts.
        answers: Vec<Answer>,
        /// Said to everything else.
        otherwise: String,
    },
    /// Left and right sides; a left side that is empty belongs to a decoy.
    Pairs(Vec<(String, String)>),
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its text.
    pub text: String,
    /// What it earns, in hundred-thousandths of a percent.
    pub weight: i64,
    /// What is said to it.
    pub feedback: String,
}

/// Reads a file; each item when it is asked for.
pub fn parse(text: &str) -> impl Iterator<Item = Item> + '_ {
    let mut blocks = Blocks::of(text);
    std::iter::from_fn(move || {
        while blocks.next() {
            if let Some(item) = blocks.item() {
                return Some(item);
            }
        }
        None
    })
}

/// The signs that a backslash takes the meaning from, as they stand while a block is read: characters that no text has. `\n` is a
/// line's end.
const ESCAPED: &[(u8, char, char)] = &[
    (b'\\', '\u{FDD0}', '\\'),
    (b':', '\u{FDD1}', ':'),
    (b'#', '\u{FDD2}', '#'),
    (b'=', '\u{FDD3}', '='),
    (b'{', '\u{FDD4}', '{'),
    (b'}', '\u{FDD5}', '}'),
    (b'~', '\u{FDD6}', '~'),
    (b'n', '\u{FDD7}', '\n'),
];

/// What PHP trims.
const BLANK: &[char] = &[' ', '\t', '\n', '\r', '\0', '\u{b}'];

/// The blocks of a file one by one, in room that is used again.
struct Blocks<'t> {
    rest: &'t str,
    /// What ends a line: a file of bare carriage returns is one of an old system.
    end: u8,
    /// The line that comes next.
    line: u32,
    /// Where the block's first line of text is.
    first: u32,
    text: String,
    comments: String,
}

impl<'t> Blocks<'t> {
    fn of(text: &'t str) -> Self {
        let end = if text.contains('\r') && !text.contains('\n') { b'\r' } else { b'\n' };
        Self { rest: text, end, line: 1, first: 1, text: String::new(), comments: String::new() }
    }

    /// Goes to the next block; whether there is one.
    fn next(&mut self) -> bool {
        self.text.clear();
        self.comments.clear();
        let mut open = false;
        while !self.rest.is_empty() {
            let cut = self.rest.bytes().position(|b| b == self.end);
            let (line, rest) = cut.map_or((self.rest, ""), |at| (&self.rest[..at], &self.rest[at + 1..]));
            let number = self.line;
            self.rest = rest;
            self.line = number.saturating_add(1);
            let line = line.trim_matches(BLANK);
            if line.is_empty() || line == "0" {
                if open {
                    return true;
                }
                continue;
            }
            open = true;
            if line.starts_with("//") {
                self.comments.push_str(line);
                self.comments.push('\n');
                continue;
            }
            if self.text.is_empty() {
                self.first = number;
            } else {
                self.text.push('\n');
            }
            self.text.push_str(line);
        }
        open
    }

    /// What the block is; nothing where it is all comment.
    fn item(&self) -> Option<Item> {
        let line = self.first;
        let text = self.text.as_str();
        if text.is_empty() {
            return None;
        }
        if let Some(path) = text.strip_prefix("$CATEGORY:") {
            return Some(Item::Category { line, path: category(path.trim_matches(BLANK)) });
        }
        let escaped = text.contains('\\').then(|| hide(text));
        let mut block = Block { markup: Markup::Moodle, stripped: false, pictures: false };
        let read = block.question(escaped.as_deref().unwrap_or(text));
        let (name, text, general, body) = match read {
            Ok(read) => read,
            Err(fault) => return Some(Item::Broken { line, fault }),
        };
        let Block { stripped, pictures, .. } = block;
        let (id, tags) = if self.comments.is_empty() { (None, Vec::new()) } else { marks(&self.comments) };
        Some(Item::Question(Box::new(Question { line, id, tags, name, text, general, stripped, pictures, body })))
    }
}

/// The path of a category: `/` parts its names, `//` is a slash; what `$…$` stands first is a context.
fn category(path: &str) -> Vec<String> {
    const SLASH: &str = "\u{FDD0}";
    let whole = path.replace("//", SLASH);
    let names = whole.split('/').map(|name| name.replace(SLASH, "/").trim().to_owned());
    let is_context = |name: &str| name.len() > 1 && name.starts_with('$') && name.ends_with('$');
    names.enumerate().filter(|(n, name)| !(name.is_empty() || (*n == 0 && is_context(name)))).map(|(_, name)| name).collect()
}

/// The id and the tags of comments: `[id:x]`, `[tag:a b]`.
fn marks(comments: &str) -> (Option<String>, Vec<String>) {
    let mut id = None;
    for (at, _) in comments.match_indices("[id:").take(1) {
        let mut value = String::new();
        let mut chars = comments[at + 4..].chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\\' if chars.peek() == Some(&']') => value.extend(chars.next()),
                ']' => {
                    id = Some(value.trim().to_owned()).filter(|id| !id.is_empty());
                    break;
                }
                '\n' => break,
                c => value.push(c),
            }
        }
    }
    let tags = comments.split("[tag:").skip(1).filter_map(|rest| {
        let tag = rest.lines().next()?.split(']').next()?;
        let whole = rest.len() > tag.len() && rest.as_bytes()[tag.len()] == b']' && !tag.contains(['<', '>', '`']);
        whole.then(|| tag.trim().to_owned()).filter(|tag| !tag.is_empty())
    });
    (id, tags.collect())
}

/// The text with its escaped signs hidden.
fn hide(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let next = rest.as_bytes().get(at + 1);
        match ESCAPED.iter().find(|(sign, ..)| Some(sign) == next) {
            Some((_, hidden, _)) => {
                out.push(*hidden);
                rest = &rest[at + 2..];
            }
            // Any other backslash is only itself.
            None => {
                out.push('\\');
                rest = &rest[at + 1..];
            }
        }
    }
    out.push_str(rest);
    out
}

/// The signs in their places again.
fn shown(text: &str) -> String {
    // All of them begin with the same byte, which hardly any text has.
    if !text.as_bytes().contains(&0xEF) {
        return text.to_owned();
    }
    text.chars().map(|c| ESCAPED.iter().find(|(_, hidden, _)| *hidden == c).map_or(c, |(.., sign)| *sign)).collect()
}

/// A block being read.
struct Block {
    /// How its texts are marked up unless they say otherwise.
    markup: Markup,
    stripped: bool,
    pictures: bool,
}

/// Name, text, general feedback, kind.
type Read = (Option<String>, String, String, Body);

impl Block {
    fn question(&mut self, text: &str) -> Result<Read, Fault> {
        let (mut name, mut text) = (None, text);
        if let Some(rest) = text.strip_prefix("::") {
            text = rest;
            if let Some((named, rest)) = rest.split_once("::") {
                name = Some(shown(named.trim_matches(BLANK)));
                text = rest.trim_matches(BLANK);
            }
        }
        let (open, close) = (text.find('{'), text.find('}'));
        let (open, close) = match (open, close) {
            (None, None) => {
                let said = self.asked(text);
                return Ok((name, said, String::new(), Body::Description));
            }
            (Some(open), Some(close)) if open < close => (open, close),
            _ => return Err(Fault::Brace),
        };
        let inner = text[open + 1..close].trim_matches(BLANK);
        let (before, after) = (&text[..open], &text[close + 1..]);
        let said = if after.is_empty() { self.asked(before) } else { self.asked(&format!("{before}_____{after}")) };
        let (answers, general) = match inner.rfind("####") {
            Some(at) => (inner[..at].trim_matches(BLANK), inner[at + 4..].trim_matches(BLANK)),
            None => (inner, ""),
        };
        let body = self.body(answers)?;
        let general = self.rich(general);
        Ok((name, said, general, body))
    }

    fn body(&mut self, text: &str) -> Result<Body, Fault> {
        if text.is_empty() {
            return Ok(Body::Essay);
        }
        if let Some(numbers) = text.strip_prefix('#') {
            return self.numeric(numbers);
        }
        if text.contains('~') {
            return self.choice(text);
        }
        if text.contains('=') && text.contains("->") {
            return self.pairs(text);
        }
        let (word, rest) = text.split_once('#').unwrap_or((text, ""));
        let answer = match word.trim_matches(BLANK) {
            "T" | "TRUE" => Some(true),
            "F" | "FALSE" => Some(false),
            _ => None,
        };
        if let Some(answer) = answer {
            let (wrong, right) = rest.split_once('#').unwrap_or((rest, ""));
            return Ok(Body::TrueFalse { answer, wrong: self.rich(wrong), right: self.rich(right) });
        }
        let answers = pieces(text, '=').map(|one| self.answer(one, WHOLE)).collect::<Result<Vec<_>, _>>()?;
        if answers.is_empty() { Err(Fault::FewAnswers(0)) } else { Ok(Body::Short(answers)) }
    }

    fn choice(&mut self, text: &str) -> Result<Body, Fault> {
        let multiple = !text.contains('=');
        let mut options = Vec::new();
        for (n, part) in text.split('~').enumerate() {
            // An equals sign begins an option as a tilde does.
            for (m, piece) in part.split('=').enumerate() {
                let bare = piece.trim_matches(BLANK);
                if m == 0 && bare.is_empty() && (n == 0 || part.contains('=')) {
                    continue;
                }
                options.push(if m == 0 { self.answer(bare, 0)? } else { self.unweighted(bare, WHOLE) });
            }
        }
        if options.len() < 2 {
            return Err(Fault::FewAnswers(options.len()));
        }
        Ok(Body::Choice { multiple, options })
    }

    fn numeric(&mut self, text: &str) -> Result<Body, Fault> {
        let (right, otherwise) = text.split_once('~').unwrap_or((text, ""));
        let answers = pieces(right, '=').map(|one| self.answer(one, WHOLE)).collect::<Result<Vec<_>, _>>()?;
        if answers.is_empty() {
            return Err(Fault::FewAnswers(0));
        }
        let otherwise = otherwise.split_once('#').map_or("", |(_, said)| said);
        Ok(Body::Numeric { answers, otherwise: self.rich(otherwise) })
    }

    fn pairs(&mut self, text: &str) -> Result<Body, Fault> {
        let mut all = Vec::new();
        for one in pieces(text, '=') {
            let (left, right) = one.split_once("->").ok_or_else(|| Fault::Pair(shown(one)))?;
            all.push((self.rich(left), self.rich(right)));
        }
        if all.len() < 2 { Err(Fault::FewAnswers(all.len())) } else { Ok(Body::Pairs(all)) }
    }

    /// An answer that may begin with its weight.
    fn answer(&mut self, text: &str, otherwise: i64) -> Result<Answer, Fault> {
        let Some((weight, rest)) = weighted(text) else { return Ok(self.unweighted(text, otherwise)) };
        let weight = number::weight(weight).ok_or_else(|| Fault::Weight(weight.to_owned()))?;
        Ok(self.unweighted(rest, weight))
    }

    fn unweighted(&mut self, text: &str, weight: i64) -> Answer {
        let (text, feedback) = text.split_once('#').unwrap_or((text, ""));
        Answer { text: self.rich(text), weight, feedback: self.rich(feedback) }
    }

    /// The question's own text: its markup is that of the others too.
    fn asked(&mut self, text: &str) -> String {
        let (markup, text) = prefixed(text.trim_matches(BLANK)).unwrap_or((Markup::Moodle, text));
        self.markup = markup;
        self.bare(text, markup)
    }

    fn rich(&mut self, text: &str) -> String {
        let text = text.trim_matches(BLANK);
        let (markup, text) = prefixed(text).unwrap_or((self.markup, text));
        self.bare(text, markup)
    }

    fn bare(&mut self, text: &str, markup: Markup) -> String {
        let text = shown(text.trim_matches(BLANK));
        let (bare, stripped) = plain(&text, markup);
        self.pictures |= stripped && text.contains("<img");
        self.stripped |= stripped;
        bare.trim().to_owned()
    }
}

/// The pieces between some signs; what stands before the first only if it is something.
fn pieces(text: &str, sign: char) -> impl Iterator<Item = &str> {
    let all = text.split(sign).map(|piece| piece.trim_matches(BLANK)).enumerate();
    all.filter(|(n, piece)| *n > 0 || !piece.is_empty()).map(|(_, piece)| piece)
}

/// `%50%text`: the weight and what follows, by the importer's own pattern `^%-*\d{1,2}\.?\d*%`.
fn weighted(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('%')?;
    let (weight, rest) = inner.split_once('%')?;
    let digits = weight.trim_start_matches('-');
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    (!whole.is_empty() && plain(whole) && plain(part) && (part.is_empty() || whole.len() <= 2)).then_some((weight, rest))
}

/// A text behind the name of its markup: `[html]…`.
fn prefixed(text: &str) -> Option<(Markup, &str)> {
    const ALL: &[(&str, Markup)] =
        &[("[html]", Markup::Html), ("[moodle]", Markup::Moodle), ("[plain]", Markup::Plain), ("[markdown]", Markup::Markdown)];
    ALL.iter().find_map(|(name, markup)| Some((*markup, text.strip_prefix(name)?)))
}

#[cfg(test)]
mod tests;
