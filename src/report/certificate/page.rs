//! The licence as one HTML page: the drawing within it, nothing from outside, printed as large as it is.

use serde::Serialize;

use super::shown::shown;
use super::{Certificate, Layout, Trouble, svg, words};
use crate::report::press::{press, safe};

const TEMPLATE: &str = include_str!("../templates/licence.html");

#[derive(Serialize)]
struct Page<'a> {
    lang: &'a str,
    title: String,
    /// What the licence is called, provisional or not, in both languages.
    called: String,
    other_called: String,
    /// `A4 landscape`, or the card's own size.
    paper: &'static str,
    drawing: minijinja::Value,
    /// What the drawing says, with its labels, to be read where the window is too narrow for the drawing.
    facts: Vec<(String, String)>,
}

/// The page.
///
/// # Errors
/// [`Trouble`].
pub fn page(certificate: &Certificate<'_>, layout: &Layout) -> Result<String, Trouble> {
    let drawing = svg(certificate, layout, None)?;
    let claims = certificate.claims;
    let it = shown(certificate, &words(claims), String::new())?;
    let label = |key: &str| it.both.get(key).cloned().unwrap_or_default();
    let days = [it.from.as_str(), it.until.as_str()].join(" – ");
    let mut facts = vec![
        (label("name"), it.name.clone()),
        (label("number"), it.number.clone()),
        (label("valid"), days),
        (label("scope"), it.scope.clone()),
        (label("issuer"), it.organisation.clone()),
    ];
    facts.extend((!it.notes.is_empty()).then(|| (label("notes"), it.notes.join("\n"))));
    let shown = Page {
        lang: claims.language.as_str(),
        title: format!("{} {} {}", claims.title, claims.number, claims.holder.name.shown().unwrap_or_default()),
        paper: if *layout == Layout::Card { "85.6mm 54mm" } else { "A4 landscape" },
        called: it.title,
        other_called: it.other_title,
        facts,
        drawing: safe(drawing.trim_start_matches("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").trim_start().to_owned()),
    };
    Ok(press(TEMPLATE, shown))
}
