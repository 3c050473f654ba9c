//! A licence's file by the name's ending: `.json` as it was signed, `.svg`, `.html`, `.png`, `.pdf` as it is shown. Photos, fonts and
//! templates are read here; how it looks is `report/certificate`.

use std::path::{Path, PathBuf};

use super::args::Look;
use super::failure::{Exit, Failure};
use super::files;
use super::room::Call;
use crate::base::digest::Digest;
use crate::credential::bake;
use crate::credential::claims::{self, Claims};
#[cfg(feature = "certificates")]
use crate::report::certificate::face::Face;
use crate::report::certificate::{self, Certificate, Layout, Photo, Trouble};

#[cfg(feature = "certificates")]
mod fonts;
#[cfg(feature = "certificates")]
mod sheets;

#[cfg(feature = "certificates")]
pub use sheets::{Undrawn, sheets};

/// Files by name, and who is on none of them.
pub type Sheets = (Vec<(String, Vec<u8>)>, Vec<Undrawn>);

/// A licence that cannot be drawn.
#[cfg(not(feature = "certificates"))]
pub struct Undrawn {
    /// Which.
    pub number: crate::base::id::LicenceNumber,
    /// Why.
    pub why: Failure,
}

/// Sheets to print are PDF.
///
/// # Errors
/// `Failure`: this build makes none.
#[cfg(not(feature = "certificates"))]
pub fn sheets(_: &Call<'_>, _: &Press, _: &[(serde_json::Value, Claims)], _: bool) -> Result<Sheets, Failure> {
    Err(Failure::usage("fail-no-certificates", []))
}

/// The most bytes of a template.
const TEMPLATE_MOST: u64 = 1 << 20;

/// A way to show a licence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The signed document.
    Json,
    /// A drawing as text.
    Svg,
    /// A page for browsers.
    Html,
    /// A picture.
    Png,
    /// A page to print.
    Pdf,
}

impl Format {
    const ALL: &[(&str, Self)] =
        &[("json", Self::Json), ("svg", Self::Svg), ("html", Self::Html), ("png", Self::Png), ("pdf", Self::Pdf)];

    /// By a file's ending; without one, the document.
    ///
    /// # Errors
    /// `Failure` for another ending.
    pub fn of(path: &Path) -> Result<Self, Failure> {
        let Some(ending) = path.extension().and_then(|e| e.to_str()) else { return Ok(Self::Json) };
        let found = Self::ALL.iter().find(|(name, _)| name.eq_ignore_ascii_case(ending)).map(|(_, format)| *format);
        found.ok_or_else(|| {
            let endings: Vec<String> = Self::ALL.iter().map(|(name, _)| format!(".{name}")).collect();
            Failure::usage("fail-licence-ending", [("ending", ending), ("endings", &endings.join(" "))])
        })
    }
}

/// How licences are to be shown, with all that is read for it: once for as many as there are.
pub struct Press {
    format: Format,
    layout: Layout,
    photo: Option<Photo>,
    #[cfg_attr(not(feature = "certificates"), expect(dead_code, reason = "only pictures and PDFs need a font of ours"))]
    font: Option<PathBuf>,
    again: bool,
    zone: String,
}

impl Press {
    /// Reads what the arguments name, before anything is issued.
    ///
    /// # Errors
    /// `Failure` that names the file.
    pub fn new(look: &Look, format: Format, zone: &str) -> Result<Self, Failure> {
        if cfg!(not(feature = "certificates")) && matches!(format, Format::Png | Format::Pdf) {
            return Err(Failure::usage("fail-no-certificates", []));
        }
        let unread = |path: &Path, error: std::io::Error| {
            Failure::new(Exit::Store, "fail-read", [("path", &path.display().to_string())]).because(error)
        };
        let photo = look.photo.as_ref().map(|path| {
            let bytes = files::start_of(path, Photo::MOST_BYTES + 1).map_err(|e| unread(path, e))?;
            let small = bytes.len() as u64 <= Photo::MOST_BYTES;
            let photo = Photo::read(bytes).filter(|_| small);
            photo.ok_or_else(|| Failure::usage("fail-photo", [("path", &path.display().to_string())]))
        });
        let layout = match &look.template {
            Some(path) => Layout::Own(files::text(path, TEMPLATE_MOST).map_err(|e| unread(path, e))?),
            None if look.card => Layout::Card,
            None => Layout::A4,
        };
        Ok(Self { format, layout, photo: photo.transpose()?, font: look.font.clone(), again: look.copy, zone: zone.to_owned() })
    }

    /// The file's bytes, made of a signed document.
    ///
    /// # Errors
    /// `Failure` that says what keeps it from being drawn.
    pub fn made(&self, document: &serde_json::Value, claims: &Claims) -> Result<Vec<u8>, Failure> {
        let text = claims::text(document);
        let digest = Digest::of(document).to_string();
        let certificate =
            Certificate { claims, digest: &digest, zone: &self.zone, photo: self.photo.as_ref(), again: self.again };
        match self.format {
            Format::Json => Ok(text.into_bytes()),
            Format::Svg => {
                let drawn = certificate::svg(&certificate, &self.layout, None).map_err(|t| failed(&t))?;
                let baked = bake::into_svg(&drawn, &text).ok_or_else(|| Failure::usage("fail-template-taken", []))?;
                Ok(baked.into_bytes())
            }
            Format::Html => certificate::page::page(&certificate, &self.layout).map(String::into_bytes).map_err(|t| failed(&t)),
            #[cfg(feature = "certificates")]
            Format::Png | Format::Pdf => self.drawn(&certificate, &text, &self.face(document, claims)?),
            #[cfg(not(feature = "certificates"))]
            Format::Png | Format::Pdf => Err(Failure::usage("fail-no-certificates", [])),
        }
    }

    #[cfg(feature = "certificates")]
    fn drawn(&self, certificate: &Certificate<'_>, text: &str, face: &Face) -> Result<Vec<u8>, Failure> {
        use crate::report::certificate::draw::{self, Drawn, Sheet};
        let failed = |t: Trouble| failed(&t);
        let drawn = Drawn::new(certificate, &self.layout, face).map_err(failed)?;
        if self.format == Format::Png {
            let baked = bake::into_png(&drawn.png().map_err(failed)?, text);
            return baked.ok_or_else(|| Failure::new(Exit::Bug, "fail-bug", []));
        }
        let claims = certificate.claims;
        let (title, name) =
            (format!("{} {}", claims.title, claims.number), format!("{}.json", file_name(claims.number.as_str())));
        let sheet = Sheet { drawn: &drawn, title: &title, lang: claims.language.as_str(), file: (&name, text) };
        draw::pdf(&sheet).map_err(failed)
    }
}

/// A number as a file name: what no file system takes becomes `-`.
pub fn file_name(number: &str) -> String {
    number.chars().map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' }).collect()
}

/// Writes the house's own template, for a company to make its own of.
///
/// # Errors
/// `Failure` where the file is there or cannot be written.
pub fn write_template(call: &Call<'_>, path: &Path, card: bool) -> Result<(), Failure> {
    let layout = if card { Layout::Card } else { Layout::A4 };
    files::write_page(call, path, layout.template())
}

/// Why nothing is drawn, as a failure.
pub fn failed(trouble: &Trouble) -> Failure {
    let line = |n: &usize| n.to_string();
    match trouble {
        Trouble::Template(at, what) => Failure::usage("fail-template", [("line", &line(at))]).because(what.as_str()),
        Trouble::Unnamed(at) => Failure::usage("fail-template-name", [("line", &line(at))]).hint("hint-template", []),
        Trouble::Outside(what) => Failure::new(Exit::Refused, "fail-template-outside", [("what", what)]),
        Trouble::Word(word) => permit_word(word),
        Trouble::NoRoom(text) => {
            let short: String = text.chars().take(40).collect();
            Failure::new(Exit::Refused, "fail-no-room", [("text", &short)])
        }
        Trouble::NoGlyph(lacks) => no_glyph(lacks, ""),
        Trouble::NoDrawing(why) => Failure::usage("fail-no-drawing", []).because(why.as_str()),
        Trouble::Photo => Failure::usage("fail-photo-unread", []),
    }
}

/// A word that an internal permit must not carry.
pub fn permit_word(word: &str) -> Failure {
    Failure::new(Exit::Refused, "fail-permit-word", [("word", word)]).hint("hint-permit-word", [])
}

/// Characters that the font has no picture of.
fn no_glyph(lacks: &str, family: &str) -> Failure {
    let shown: Vec<String> = lacks.chars().take(8).map(|c| format!("{c} (U+{:04X})", u32::from(c))).collect();
    let key = if family.is_empty() { "fail-no-glyph" } else { "fail-no-glyph-in" };
    Failure::new(Exit::Refused, key, [("characters", shown.join(" ").as_str()), ("family", family)]).hint("hint-font", [])
}
