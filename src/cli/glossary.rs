//! `glossary [WORD]`: what the words of the trade mean.

use clap::Args;
use serde_json::{Value as Json, json};

use super::Outcome;
use super::failure::{Exit, Failure};
use super::room::{Call, Room, lang};
use crate::base::id::Lang;
use crate::cli::failure::asker_failure;
use crate::model::glossary::Term;
use crate::model::library::Library;
use crate::model::page::{Block, Item};
use crate::terminal::table::columns;

/// `glossary [WORD]`
#[derive(Debug, Args)]
pub struct Glossary {
    /// A word, or a part of it, in any language; without one: all.
    pub word: Option<String>,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Glossary) -> Outcome {
    // Whoever sits an exam has nothing else open.
    call.may_show_keys()?;
    let library = call.library()?;
    let lang = lang(&library, &call.words);
    let found: Vec<&Term> = match args.word.as_deref().map(str::trim).filter(|word| !word.is_empty()) {
        Some(word) => terms(&library).filter(|term| term.is_meant(word)).collect(),
        None => terms(&library).collect(),
    };
    if call.json() {
        let all: Vec<Json> = found.iter().map(|term| object(term, &lang)).collect();
        call.print_json(&json!({ "terms": all }))?;
    } else if !found.is_empty() {
        let rows: Vec<Vec<String>> =
            found.iter().map(|term| [term.term.get(&lang), term.text.get(&lang)].map(str::to_owned).into()).collect();
        let text = columns(&rows, call.report_look(None).width());
        call.print(&text)?;
    }
    if !found.is_empty() {
        return Ok(Exit::Done);
    }
    Err(match &args.word {
        Some(word) if terms(&library).next().is_some() => {
            Failure::usage("fail-no-term", [("word", word)]).hint("hint-glossary", [])
        }
        _ => Failure::new(Exit::Content, "fail-no-glossary", []),
    })
}

/// All of it, for somebody who looks from home.
pub fn show(room: &mut Room<'_>) -> Outcome {
    let items =
        terms(&room.library).map(|term| Item::named(term.term.get(&room.lang).to_owned(), term.text.get(&room.lang).to_owned()));
    let blocks = [Block::Title(room.words.get("menu-glossary")), Block::Items(items.collect())];
    room.asker.show(&blocks).map_err(|e| asker_failure(&e, &room.words))?;
    Ok(Exit::Done)
}

fn terms(library: &Library) -> impl Iterator<Item = &Term> {
    library.glossaries.values().flat_map(|glossary| &glossary.terms)
}

fn object(term: &Term, lang: &Lang) -> Json {
    json!({ "id": term.id, "term": term.term.get(lang), "also": term.also.all().collect::<Vec<_>>(), "text": term.text.get(lang) })
}
