//! Menus that the program words itself, as choices with words: the answer sheet, handing in, agreeing, the overall rating. Pure.
//!
//! What asks (`person`, `plain`, `script`) knows only forms whose words are there; this is where a `Menu` becomes a `PickOne`.

use crate::locale::Words;
use crate::model::form::{Aside, Choice, Entry, Form, Says};

/// The form with words in it.
pub fn worded(form: &Form, words: &Words) -> Form {
    match form {
        Form::Menu(entries) => Form::PickOne(entries.iter().map(|entry| choice(entry, words)).collect()),
        Form::Overall => {
            Form::Rate((1..=5).map(|n| Choice { key: n.to_string().into(), text: words.get(&format!("overall-{n}")) }).collect())
        }
        form => form.clone(),
    }
}

/// What the way aside from a question is called.
pub const fn aside_key(aside: Aside) -> &'static str {
    match aside {
        Aside::Sheet => "aside-sheet",
        Aside::Unknown | Aside::Nothing => "blank",
    }
}

fn choice(entry: &Entry, words: &Words) -> Choice {
    Choice { key: entry.key.clone(), text: says(&entry.says, words) }
}

fn says(says: &Says, words: &Words) -> String {
    let item = |key: &str, n: usize| words.with(key, &[("n", n.into())]);
    match says {
        Says::Flag(n) => item("sheet-flag", *n),
        Says::Unflag(n) => item("sheet-unflag", *n),
        Says::NextOpen(n) => item("sheet-next-open", *n),
        Says::Note(n) => item("sheet-note", *n),
        Says::HandIn => words.get("sheet-hand-in"),
        Says::Sure => words.get("sheet-sure"),
        Says::Back => words.get("sheet-back"),
        Says::Agree => words.get("agree"),
        Says::Item { number, text, open, flagged } => {
            let state = if *open { "open" } else { "done" };
            let flag = if *flagged { "yes" } else { "no" };
            words.with(
                "sheet-item",
                &[("n", (*number).into()), ("text", text.as_str().into()), ("state", state.into()), ("flag", flag.into())],
            )
        }
    }
}
