//! Chats that were exported: who said what when, line by line, from whichever program.
//!
//! A table (CSV in any encoding, XLSX), JSON (one object a line, or a list), or plain text, where each line is a reply unless a name
//! stands before it. Columns are known by their usual names (`columns`), the two sides by the words for them (`sides`), moments in whichever
//! way they are written (`moments`). What cannot be understood is told with its line and left out; what is said is the commands' business.

mod columns;
mod moments;
mod sides;

use self::columns::{Columns, Fields};
pub use self::sides::Side;
use self::sides::Sides;
use super::encoding::decode;
use super::table::{self, LARGEST, NoTable, Written};

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The line of the file, or the row of the sheet; from 1.
    pub line: usize,
    /// In which talk, where the file tells.
    pub talk: Option<String>,
    /// Who: the name, empty where the file tells none.
    pub name: String,
    /// Which side.
    pub side: Side,
    /// When, in seconds from a beginning that all lines share; `None` where the file does not tell.
    pub at: Option<i64>,
    /// The words.
    pub text: String,
}

/// A line that is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bad {
    /// The line.
    pub line: usize,
    /// Why.
    pub why: Why,
}

/// Why a line is left out, or only half of it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is no JSON object.
    NoJson,
    /// There is no text in it.
    NoText,
    /// Its time cannot be read; the words count all the same.
    NoTime,
    /// It has cells beyond the header's, and they are not the text's.
    Surplus,
}

impl Why {
    /// Its word, for sentences and programs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoJson => "no-json",
            Self::NoText => "no-text",
            Self::NoTime => "no-time",
            Self::Surplus => "surplus",
        }
    }
}

/// A file of chats.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chats {
    /// What was said, in the file's order.
    pub said: Vec<Said>,
    /// What could not be understood.
    pub bad: Vec<Bad>,
    /// Names of which nobody can tell the side; then there is nothing in `said`.
    pub unknown: Vec<String>,
}

/// What one line says, before anybody knows who is who.
#[derive(Debug, Default)]
struct Rough {
    line: usize,
    fields: Fields,
}

/// Reads a file. `agents`: names that are agents', whatever they look like.
///
/// # Errors
/// Where the bytes are neither text nor a table.
pub fn read(bytes: &[u8], agents: &[String]) -> Result<Chats, NoTable> {
    if bytes.len() > LARGEST {
        return Err(NoTable::TooLarge);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Ok(of_table(table::read(bytes)?, agents).unwrap_or_default());
    }
    let (text, _) = decode(bytes).map_err(NoTable::Unreadable)?;
    let begin = text.trim_start();
    if begin.starts_with('{') || begin.starts_with("[{") || begin.starts_with("[\n") {
        return Ok(of_json(&text, agents));
    }
    // A quote in plain text swallows nothing: only what has a header is a table.
    if columns::is_header_line(begin.lines().next().unwrap_or_default())
        && let Some(chats) = of_table(table::read(bytes)?, agents)
    {
        return Ok(chats);
    }
    Ok(of_text(&text, agents))
}

/// `None` where no column is the text's.
fn of_table(table: table::Table, agents: &[String]) -> Option<Chats> {
    let between = match table.written {
        Written::Text { separator, .. } => separator,
        Written::Xlsx => ',',
    };
    let mut rows = table.rows.into_iter();
    let head = rows.next()?;
    // A sheet without a header: its only column is the texts.
    let (columns, first) = Columns::of(&head.cells).map_or_else(|| (Columns::bare(), Some(head)), |columns| (columns, None));
    let (mut rough, mut bad) = (Vec::new(), Vec::new());
    for row in first.into_iter().chain(rows) {
        match columns.read(&row, between) {
            Some(fields) => rough.push(Rough { line: row.line, fields }),
            None => bad.push(Bad { line: row.line, why: Why::Surplus }),
        }
    }
    Some(settled(rough, bad, agents))
}

fn of_json(text: &str, agents: &[String]) -> Chats {
    let (mut rough, mut bad) = (Vec::new(), Vec::new());
    if let Ok(serde_json::Value::Array(all)) = serde_json::from_str(text) {
        for (n, value) in all.iter().enumerate() {
            match columns::of_object(value) {
                Some(fields) => rough.push(Rough { line: n + 1, fields }),
                None => bad.push(Bad { line: n + 1, why: Why::NoJson }),
            }
        }
        return settled(rough, bad, agents);
    }
    for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str(line).ok().as_ref().and_then(columns::of_object) {
            Some(fields) => rough.push(Rough { line: n + 1, fields }),
            None => bad.push(Bad { line: n + 1, why: Why::NoJson }),
        }
    }
    settled(rough, bad, agents)
}

fn of_text(text: &str, agents: &[String]) -> Chats {
    // Few names, many lines.
    let mut speakers: std::collections::BTreeMap<&str, bool> = std::collections::BTreeMap::new();
    let rough = |(n, line)| {
        let named = str::split_once(line, [':', '：']).filter(|(name, _)| {
            let name = name.trim();
            *speakers.entry(name).or_insert_with(|| sides::is_speaker(name, agents))
        });
        let fields = match named {
            Some((name, text)) => Fields { name: name.trim().to_owned(), text: text.trim().to_owned(), ..Fields::default() },
            None => Fields { text: line.trim().to_owned(), ..Fields::default() },
        };
        Rough { line: n + 1, fields }
    };
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    settled(lines.map(rough).collect(), Vec::new(), agents)
}

/// Tells who is who, and when.
fn settled(rough: Vec<Rough>, mut bad: Vec<Bad>, agents: &[String]) -> Chats {
    let sides = Sides::of(rough.iter().map(|one| (&*one.fields.side, &*one.fields.name)), agents);
    let mut said = Vec::with_capacity(rough.len());
    for Rough { line, fields } in rough {
        let Fields { text, name, side, time, talk } = fields;
        if text.is_empty() {
            bad.push(Bad { line, why: Why::NoText });
            continue;
        }
        let at = moments::read(&time);
        if at.is_none() && !time.is_empty() {
            bad.push(Bad { line, why: Why::NoTime });
        }
        let side = sides.side(&side, &name);
        let talk = Some(talk).filter(|talk| !talk.is_empty());
        said.push(Said { line, talk, name, side, at, text });
    }
    bad.sort_by_key(|bad| bad.line);
    if sides.nobody() {
        return Chats { said: Vec::new(), bad, unknown: sides.names() };
    }
    Chats { said, bad, unknown: Vec::new() }
}

#[cfg(test)]
mod tests;
