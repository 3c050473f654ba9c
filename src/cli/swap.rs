//! What `import` and `export` have to say of a file: mistakes, losses, changes, each sentence once with all the places it holds for.

use std::path::Path;

use serde_json::json;

use super::cause::Cause;
use super::failure::{Exit, Failure, Sentence};
use super::files;
use super::room::Call;
use super::tell::hang;
use crate::exchange::{Fate, LARGEST, Note, Spot};
use crate::locale::Words;

/// More places than these are counted, not listed.
const MOST_LISTED: usize = 12;

/// Something that is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Of what.
    pub at: Vec<Spot>,
    /// The key of the word that it begins with.
    pub kind: &'static str,
    /// The code of a finding.
    pub code: Option<&'static str>,
    /// Whether something has to be mended.
    pub is_wrong: bool,
    /// The sentence.
    pub what: String,
    /// What to do.
    pub help: Option<String>,
}

impl Said {
    /// For programs.
    pub fn as_json(&self) -> serde_json::Value {
        let kind = match (self.code, self.kind) {
            (Some(_), "finding-error") => "error",
            (Some(_), _) => "warning",
            (None, "swap-wrong") => "wrong",
            (None, "swap-left-out") => "left-out",
            (None, "swap-look") => "look",
            (None, _) => "changed",
        };
        let line = self.at.iter().find_map(|at| if let Spot::Line(n) = at { Some(*n) } else { None });
        let item = self.at.iter().find_map(|at| if let Spot::Item(id) = at { Some(id.as_str()) } else { None });
        json!({ "kind": kind, "code": self.code, "line": line, "item": item, "message": self.what })
    }
}

/// A note in words.
pub fn of_note(call: &Call<'_>, note: &Note) -> Said {
    let kind = match note.fate {
        Fate::Wrong => "swap-wrong",
        Fate::LeftOut => "swap-left-out",
        Fate::Changed => "swap-changed",
        Fate::Look => "swap-look",
    };
    let what = sentence(note).said(&call.words);
    Said { at: vec![note.at.clone()], kind, code: None, is_wrong: note.fate == Fate::Wrong, what, help: None }
}

fn sentence(note: &Note) -> Sentence {
    Sentence { key: note.key, args: note.args.clone() }
}

/// A note as what lies behind a failure.
pub fn cause(note: &Note) -> Cause {
    Cause::Sentence(sentence(note))
}

/// A foreign file's bytes.
///
/// # Errors
/// `Failure` where it cannot be read or is larger than any that is taken in.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let name = path.display().to_string();
    let most = LARGEST as u64;
    let bytes =
        files::start_of(path, most + 1).map_err(|e| Failure::new(Exit::Store, "fail-read", [("path", &name)]).because(&e))?;
    if bytes.len() as u64 > most {
        let most = (most >> 20).to_string();
        return Err(
            Failure::new(Exit::Refused, "fail-import-large", [("path", &name), ("most", &most)]).hint("hint-import-cut", [])
        );
    }
    Ok(bytes)
}

/// Why a file is not written; one that is there may be written over.
pub fn unwritten(path: &Path, error: &std::io::Error) -> Failure {
    let failure = files::unwritten(path, error);
    if error.kind() == std::io::ErrorKind::AlreadyExists { failure.hint("hint-force", []) } else { failure }
}

/// Says it all on stderr, what has to be mended first.
pub fn tell(call: &Call<'_>, said: Vec<Said>) {
    for one in together(said) {
        let code = one.code.map(|code| format!("[{code}]")).unwrap_or_default();
        let begin = call.words.get(one.kind) + &code;
        let args = [("kind", begin.into()), ("where", places(&call.words, &one.at).into()), ("what", one.what.clone().into())];
        let mut lines = vec![call.words.with("swap-said", &args)];
        lines.extend(one.help.as_ref().map(|help| call.words.with("swap-help", &[("help", help.clone().into())])));
        hang(call.ports, &lines.join("\n"), "  ");
    }
}

/// The same sentences put together, in the order of their first places: mistakes, then what was lost or changed.
fn together(said: Vec<Said>) -> Vec<Said> {
    let mut known = std::collections::BTreeMap::new();
    let mut out: Vec<Said> = Vec::new();
    for one in said {
        let n = *known.entry((one.kind, one.code, one.what.clone())).or_insert(out.len());
        match out.get_mut(n) {
            Some(same) => same.at.extend(one.at),
            None => out.push(one),
        }
    }
    for one in &mut out {
        one.at.sort();
        one.at.dedup();
    }
    out.sort_by(|a, b| (!a.is_wrong, &a.at).cmp(&(!b.is_wrong, &b.at)));
    out
}

fn places(words: &Words, at: &[Spot]) -> String {
    let count = at.len();
    let named: Vec<String> = at
        .iter()
        .take(MOST_LISTED)
        .filter_map(|spot| match spot {
            Spot::Whole => None,
            Spot::Line(n) => Some(n.to_string()),
            Spot::Item(id) => Some(id.clone()),
        })
        .collect();
    let list = named.join(&words.get("swap-comma"));
    let more = count.saturating_sub(MOST_LISTED);
    let key = match at.first() {
        None | Some(Spot::Whole) if named.is_empty() => "swap-whole",
        Some(Spot::Item(_)) => "swap-items",
        _ => "swap-lines",
    };
    words.with(key, &[("list", list.into()), ("count", named.len().into()), ("more", more.into())])
}
