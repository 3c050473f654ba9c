//! A drawing as pixels and as a page to print. No date of now, no chance: the same drawing with the same font makes the same bytes.

use std::sync::Arc;

use krilla::Document;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt as _, SvgSettings};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{ImageHrefResolver, Node, Options, Tree, roxmltree};

use super::face::Face;
use super::{Certificate, Layout, Trouble};

/// The pixels of a picture's longer side: A4 at 200 dots an inch.
const PIXELS: f32 = 2339.0;
/// Points of a PDF to a unit of SVG (1/72 to 1/96 of an inch).
const POINTS: f32 = 0.75;

/// A drawing, ready.
pub struct Drawn(Tree);

/// A licence on a page: the drawing, and what goes with it.
pub struct Sheet<'a> {
    /// The drawing.
    pub drawn: &'a Drawn,
    /// What the page is called.
    pub title: &'a str,
    /// Its language.
    pub lang: &'a str,
    /// A file to lie in it: name and text.
    pub file: (&'a str, &'a str),
}

/// All characters that a drawing shows.
///
/// # Errors
/// `Trouble::NoDrawing`.
pub fn characters(svg: &str) -> Result<String, Trouble> {
    let document = roxmltree::Document::parse(svg).map_err(|e| Trouble::NoDrawing(e.to_string()))?;
    let texts = document.descendants().filter(|node| node.has_tag_name("text")).flat_map(|node| node.descendants());
    Ok(texts.filter(|node| node.is_text()).filter_map(|node| node.text()).collect())
}

impl Drawn {
    /// The certificate in this face.
    ///
    /// # Errors
    /// [`Trouble`]; `NoGlyph` where the face lacks a character.
    pub fn new(certificate: &Certificate<'_>, layout: &Layout, face: &Face) -> Result<Self, Trouble> {
        let family = format!("'{}'", face.family().replace(['\'', '"', '\\'], ""));
        let svg = super::svg(certificate, layout, Some((&family, face.widths())))?;
        let lacks = face.lacks(&characters(&svg)?);
        if !lacks.is_empty() {
            return Err(Trouble::NoGlyph(lacks));
        }
        let options = Options {
            fontdb: Arc::new(face.database()),
            font_family: face.family().to_owned(),
            // Nothing is read from a disk, whatever a template names.
            image_href_resolver: ImageHrefResolver {
                resolve_data: ImageHrefResolver::default_data_resolver(),
                resolve_string: Box::new(|_, _| None),
            },
            ..Options::default()
        };
        let tree = Tree::from_str(&svg, &options).map_err(|e| Trouble::NoDrawing(e.to_string()))?;
        if certificate.photo.is_some() && !shows_image(tree.root()) {
            return Err(Trouble::Photo);
        }
        Ok(Self(tree))
    }

    /// As a PNG.
    ///
    /// # Errors
    /// `Trouble::NoDrawing`.
    pub fn png(&self) -> Result<Vec<u8>, Trouble> {
        let none = |what: &str| Trouble::NoDrawing(what.to_owned());
        let size = self.0.size();
        let scale = PIXELS / size.width().max(size.height());
        let whole = size.to_int_size().scale_by(scale).ok_or_else(|| none("size"))?;
        let mut picture = Pixmap::new(whole.width(), whole.height()).ok_or_else(|| none("size"))?;
        picture.fill(resvg::tiny_skia::Color::WHITE);
        resvg::render(&self.0, Transform::from_scale(scale, scale), &mut picture.as_mut());
        picture.encode_png().map_err(|e| Trouble::NoDrawing(e.to_string()))
    }

    /// Width and height on a PDF's page, in points.
    fn points(&self) -> (f32, f32) {
        (self.0.size().width() * POINTS, self.0.size().height() * POINTS)
    }
}

/// Whether a picture within the drawing could be read.
fn shows_image(group: &resvg::usvg::Group) -> bool {
    group.children().iter().any(|node| match node {
        Node::Image(_) => true,
        Node::Group(group) => shows_image(group),
        Node::Path(_) | Node::Text(_) => false,
    })
}

/// As a PDF of one page with the licence's own file inside.
///
/// # Errors
/// `Trouble::NoDrawing`.
pub fn pdf(sheet: &Sheet<'_>) -> Result<Vec<u8>, Trouble> {
    let none = || Trouble::NoDrawing("pdf".to_owned());
    let mut document = Document::new();
    let (width, height) = sheet.drawn.points();
    let mut page = document.start_page_with(PageSettings::from_wh(width, height).ok_or_else(none)?);
    let mut surface = page.surface();
    let size = Size::from_wh(width, height).ok_or_else(none)?;
    surface.draw_svg(&sheet.drawn.0, size, SvgSettings::default()).ok_or_else(none)?;
    surface.finish();
    page.finish();
    let (name, text) = sheet.file;
    let file = EmbeddedFile {
        path: name.to_owned(),
        mime_type: MimeType::new("application/json"),
        description: Some(sheet.title.to_owned()),
        association_kind: AssociationKind::Data,
        data: text.as_bytes().to_vec().into(),
        modification_date: None,
        compress: Some(true),
        location: None,
    };
    document.embed_file(file).ok_or_else(none)?;
    document.set_metadata(Metadata::new().title(sheet.title.to_owned()).language(sheet.lang.to_owned()));
    document.finish().map_err(|e| Trouble::NoDrawing(format!("{e:?}")))
}

/// A4 standing, in points.
const PAGE: (f32, f32) = (595.276, 841.89);
/// Ten cards on it: two beside each other, five below each other.
const CARDS: (usize, usize) = (2, 5);
/// How long a mark to cut along is, in points, and how far from the cards it keeps.
const CUT: (f32, f32) = (14.0, 3.0);

/// Many on sheets: ten cards on a page with marks to cut along, or each on a page of its own.
///
/// # Errors
/// `Trouble::NoDrawing`.
pub fn sheet(all: &[Drawn], cards: bool, (title, lang): (&str, &str)) -> Result<Vec<u8>, Trouble> {
    let none = || Trouble::NoDrawing("pdf".to_owned());
    let mut document = Document::new();
    for page_of in all.chunks(if cards { CARDS.0 * CARDS.1 } else { 1 }) {
        let Some(first) = page_of.first() else { continue };
        let (width, height) = first.points();
        let (paper, corner) = if cards { (PAGE, corner(width, height)) } else { ((width, height), (0.0, 0.0)) };
        let mut page = document.start_page_with(PageSettings::from_wh(paper.0, paper.1).ok_or_else(none)?);
        let mut surface = page.surface();
        let size = Size::from_wh(width, height).ok_or_else(none)?;
        for (drawn, (column, row)) in page_of.iter().zip(places()) {
            let (x, y) = (corner.0 + column * width, corner.1 + row * height);
            surface.push_transform(&krilla::geom::Transform::from_translate(x, y));
            surface.draw_svg(&drawn.0, size, SvgSettings::default()).ok_or_else(none)?;
            surface.pop();
        }
        if cards {
            let marks = Tree::from_str(&marks(corner, (width, height)), &Options::default());
            let marks = marks.map_err(|e| Trouble::NoDrawing(e.to_string()))?;
            let whole = Size::from_wh(paper.0, paper.1).ok_or_else(none)?;
            surface.draw_svg(&marks, whole, SvgSettings::default()).ok_or_else(none)?;
        }
        surface.finish();
        page.finish();
    }
    document.set_metadata(Metadata::new().title(title.to_owned()).language(lang.to_owned()));
    document.finish().map_err(|e| Trouble::NoDrawing(format!("{e:?}")))
}

/// Columns and rows, row by row.
fn places() -> impl Iterator<Item = (f32, f32)> {
    (0_u8..5).flat_map(|row| (0_u8..2).map(move |column| (f32::from(column), f32::from(row))))
}

/// Where the cards begin, so that they stand in the middle.
fn corner(width: f32, height: f32) -> (f32, f32) {
    ((PAGE.0 - 2.0 * width) / 2.0, (PAGE.1 - 5.0 * height) / 2.0)
}

/// Marks at both ends of every line to cut along.
fn marks((left, top): (f32, f32), (width, height): (f32, f32)) -> String {
    let (length, gap) = CUT;
    let (right, bottom) = (left + 2.0 * width, top + 5.0 * height);
    let mut path = String::new();
    for column in 0_u8..=2 {
        let x = left + f32::from(column) * width;
        path.push_str(&format!("M{x:.2} {:.2}v-{length}M{x:.2} {:.2}v{length}", top - gap, bottom + gap));
    }
    for row in 0_u8..=5 {
        let y = top + f32::from(row) * height;
        path.push_str(&format!("M{:.2} {y:.2}h-{length}M{:.2} {y:.2}h{length}", left - gap, right + gap));
    }
    let (w, h) = PAGE;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\"><path d=\"{path}\" stroke=\"#555\" stroke-width=\"0.4\" fill=\"none\"/></svg>"
    )
}
