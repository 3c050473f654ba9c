//! A licence on paper: values in, a drawing out. One SVG template makes all of them: `.svg` and `.html` as text, `.png` and `.pdf` by
//! `draw` with a font whose bytes come in.
//!
//! ```text
//!   Claims ──► shown ──► template (fit · flow · clip) ──► SVG text ──┬──► .svg, page (.html)
//!                ▲  qr · photo          ▲ widths                     └──► draw ──► .png, .pdf
//! ```
//!
//! Pure: no font is looked for here, no file read, no clock. The same values with the same font make the same bytes. What a company's
//! own template may name is told by `after-licences` in `locale`; what a permit must not call itself by `permit`.

#[cfg(feature = "certificates")]
pub mod draw;
#[cfg(feature = "certificates")]
pub mod face;
mod fit;
mod own;
pub mod page;
pub mod permit;
mod photo;
mod qr;
mod shown;

use std::sync::Arc;

use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior};

pub use photo::Photo;

use crate::credential::claims::Claims;
use crate::locale::Words;

/// How wide a character is, in thousandths of the font's size.
pub type Widths = Arc<dyn Fn(char) -> u32 + Send + Sync>;

/// A4, lying: 297 × 210 mm, a unit is a tenth of a millimetre.
const A4: &str = include_str!("templates/licence-a4.svg");
/// A card: 85.6 × 54 mm.
const CARD: &str = include_str!("templates/licence-card.svg");

/// How the certificate is laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Layout {
    /// A certificate to hang up.
    A4,
    /// A card to carry.
    Card,
    /// A company's own template.
    Own(String),
}

impl Layout {
    /// Its template.
    pub fn template(&self) -> &str {
        match self {
            Self::A4 => A4,
            Self::Card => CARD,
            Self::Own(text) => text,
        }
    }
}

/// What is printed.
#[derive(Clone, Copy)]
pub struct Certificate<'a> {
    /// What the licence says.
    pub claims: &'a Claims,
    /// The digest of the document, for the QR of a licence without a short form.
    pub digest: &'a str,
    /// The time zone of its dates.
    pub zone: &'a str,
    /// The holder's picture.
    pub photo: Option<&'a Photo>,
    /// Whether it is marked as one more copy.
    pub again: bool,
}

/// Why nothing is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The template is not understood: the line, and what it is about (the template engine's words).
    Template(usize, String),
    /// The template names something that there is not (its line).
    Unnamed(usize),
    /// The template asks for something outside of itself, or for a script.
    Outside(String),
    /// A word that an internal permit must not carry, in the template or the licence.
    Word(&'static str),
    /// A text does not fit into the room that the template gives it.
    NoRoom(String),
    /// The font has no picture of these characters.
    NoGlyph(String),
    /// What came of the template is no drawing (the reader's words).
    NoDrawing(String),
    /// The photo cannot be read.
    Photo,
}

/// The drawing as SVG text, its texts laid out by these widths, in this family of fonts.
///
/// # Errors
/// [`Trouble`].
pub fn svg(certificate: &Certificate<'_>, layout: &Layout, font: Option<(&str, Widths)>) -> Result<String, Trouble> {
    permit::of_claims(certificate.claims)?;
    if let Layout::Own(text) = layout {
        permit::of_text(text)?;
    }
    let (family, widths) = match font {
        Some((family, widths)) => (family.to_owned(), widths),
        None => (shown::FAMILIES.to_owned(), Arc::new(fit::usual) as Widths),
    };
    let shown = shown::shown(certificate, &words(certificate.claims), family)?;
    let mut jinja = Environment::new();
    jinja.set_undefined_behavior(UndefinedBehavior::Strict);
    jinja.set_auto_escape_callback(|_| AutoEscape::Html);
    fit::add(&mut jinja, &widths);
    let drawn = jinja.render_str(layout.template(), Serde(shown)).map_err(trouble)?;
    own::sound(&drawn)?;
    Ok(drawn)
}

/// The program's words on it are in the licence's own language.
fn words(claims: &Claims) -> Words {
    let tongue = crate::locale::Tongue::of(claims.language.as_str()).unwrap_or(crate::locale::Tongue::Zh);
    Words::new(tongue)
}

fn trouble(error: Error) -> Trouble {
    let line = error.line().unwrap_or_default();
    let mut cause: Option<&(dyn std::error::Error + 'static)> = Some(&error);
    while let Some(it) = cause {
        if let Some(fit::NoRoom(text)) = it.downcast_ref() {
            return Trouble::NoRoom(text.clone());
        }
        cause = it.source();
    }
    match error.kind() {
        ErrorKind::UndefinedError | ErrorKind::UnknownFunction | ErrorKind::UnknownFilter => Trouble::Unnamed(line),
        _ => Trouble::Template(line, error.detail().map_or_else(|| error.to_string(), str::to_owned)),
    }
}

#[cfg(test)]
mod tests;
