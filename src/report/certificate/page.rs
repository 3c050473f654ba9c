//! The licence as one HTML page: the drawing within it, nothing from outside, printed as large as it is.

use serde::Serialize;

use super::{Certificate, Layout, Trouble, svg};
use crate::report::press::{press, safe};

const TEMPLATE: &str = include_str!("../templates/licence.html");

#[derive(Serialize)]
struct Page<'a> {
    lang: &'a str,
    title: String,
    /// `A4 landscape`, or the card's own size.
    paper: &'static str,
    drawing: minijinja::Value,
}

/// The page.
///
/// # Errors
/// [`Trouble`].
pub fn page(certificate: &Certificate<'_>, layout: &Layout) -> Result<String, Trouble> {
    let drawing = svg(certificate, layout, None)?;
    let claims = certificate.claims;
    let shown = Page {
        lang: claims.language.as_str(),
        title: format!("{} {} {}", claims.title, claims.number, claims.holder.name.shown().unwrap_or_default()),
        paper: if *layout == Layout::Card { "85.6mm 54mm" } else { "A4 landscape" },
        drawing: safe(drawing.trim_start_matches("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").trim_start().to_owned()),
    };
    Ok(press(TEMPLATE, shown))
}
