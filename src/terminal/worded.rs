//! What the program words itself, as choices with words: the answer sheet, handing in, agreeing, the overall rating. Pure.
//!
//! What asks (`person`, `plain`, `script`) knows only forms whose words are there; this is where a `Menu` becomes a `PickOne`. In a
//! sheet the items come first, so that the number to type is the item's own; what can be done with them comes after.

use crate::base::id::ItemId;
use crate::locale::Words;
use crate::model::form::{Aside, Choice, Entry, Form, Says};
use crate::model::page::{Block, Note, PartOf, Prompt};

/// A prompt's form with words in it.
pub fn worded(prompt: &Prompt, words: &Words) -> Form {
    match &prompt.form {
        Form::Menu(entries) => {
            let part = part(&prompt.blocks);
            Form::PickOne(sorted(entries).map(|e| Choice { key: e.key.clone(), text: says(&e.says, part, words) }).collect())
        }
        Form::Overall => {
            Form::Rate((1..=5).map(|n| Choice { key: n.to_string().into(), text: words.get(&format!("overall-{n}")) }).collect())
        }
        form => form.clone(),
    }
}

/// Where a sheet begins: at the first thing to do. Other menus begin nowhere, so that an Enter too many agrees to nothing.
pub fn begins(form: &Form) -> Option<usize> {
    let Form::Menu(entries) = form else { return None };
    let items = entries.iter().filter(|e| is_item(e)).count();
    (0 < items && items < entries.len()).then_some(items)
}

/// The one entry of the gate before a part, for who asks by keys: an Enter meant for the question before begins nothing.
pub fn gate(prompt: &Prompt, words: &Words) -> Option<Form> {
    let gate = prompt.blocks.iter().any(|block| matches!(block, Block::PartAhead { .. }));
    let begin = || Choice { key: "begin".into(), text: words.get("part-begin") };
    gate.then(|| Form::PickOne(vec![begin()]))
}

fn sorted(entries: &[Entry]) -> impl Iterator<Item = &Entry> {
    entries.iter().filter(|e| is_item(e)).chain(entries.iter().filter(|e| !is_item(e)))
}

const fn is_item(entry: &Entry) -> bool {
    matches!(entry.says, Says::Item { .. })
}

/// Which part a prompt is of, where it has a sheet: an examiner is told of marks where a candidate is told of answers.
fn part(blocks: &[Block]) -> PartOf {
    let part = blocks.iter().find_map(|block| match block {
        Block::ItemOf { part, .. } | Block::Sheet { part, .. } => Some(*part),
        Block::Note(Note::WriteNote) => Some(PartOf::Station),
        _ => None,
    });
    part.unwrap_or(PartOf::Theory)
}

/// What the way aside from a question is called, in full and where there is little room.
pub fn aside(prompt: &Prompt, words: &Words) -> (String, String) {
    match prompt.aside {
        Aside::Sheet if prompt.blocks.contains(&Block::Note(Note::WriteNote)) => {
            (words.get("aside-note"), words.get("aside-note"))
        }
        Aside::Sheet => {
            let part = [("part", part(&prompt.blocks).word().into())];
            (words.with("aside-sheet", &part), words.with("aside-sheet-brief", &part))
        }
        Aside::Unknown => (words.get("blank"), words.get("blank")),
        // Where nothing is offered, an empty line says that there is nothing more.
        Aside::Nothing => (words.get("line-ended"), words.get("line-ended")),
    }
}

fn says(says: &Says, part: PartOf, words: &Words) -> String {
    let with = |key: &str, n: usize| words.with(key, &[("n", n.into()), ("part", part.word().into())]);
    match says {
        Says::Flag(n) => with("sheet-flag", *n),
        Says::Unflag(n) => with("sheet-unflag", *n),
        Says::NextOpen(n) => with("sheet-next-open", *n),
        Says::Note(n) => with("sheet-note", *n),
        Says::HandIn => with("sheet-hand-in", 0),
        Says::Sure => with("sheet-sure", 0),
        Says::Back => with("sheet-back", 0),
        Says::Agree => words.get("agree"),
        Says::Item { text, open, flagged, .. } => {
            let state = if *open { "open" } else { "done" };
            let flag = if *flagged { "yes" } else { "no" };
            // Only the overall rating has no words of its author's.
            let overall = text.is_empty().then(|| words.get("sheet-overall"));
            let text = overall.as_ref().unwrap_or(text);
            let args = [("text", text.as_str()), ("state", state), ("flag", flag), ("part", part.word())];
            words.with("sheet-item", &args.map(|(name, value)| (name, value.into())))
        }
    }
}

/// What choosing an entry of a prompt's menu is told back as.
pub fn chosen(prompt: &Prompt, key: &ItemId, words: &Words) -> Option<String> {
    let Form::Menu(entries) = &prompt.form else { return None };
    let entry = entries.iter().find(|e| e.key == *key)?;
    let part = part(&prompt.blocks);
    Some(match &entry.says {
        Says::Item { number, .. } => words.with("sheet-to-item", &[("n", (*number).into()), ("part", part.word().into())]),
        other => says(other, part, words),
    })
}

/// A prompt of the terminal's own: a menu, a line to type.
pub fn bare(form: Form, blocks: Vec<Block>) -> Prompt {
    Prompt { id: String::new(), visit: 0, blocks, form, aside: Aside::Nothing, given: None, panel: Vec::new() }
}
