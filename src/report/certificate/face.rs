//! A font's face: which characters it has, how wide they are. Its bytes come in from the shell.

use std::sync::Arc;

use resvg::usvg::fontdb::{Database, Source};

use super::Widths;

/// A face of a font.
#[derive(Clone)]
pub struct Face {
    data: Arc<Vec<u8>>,
    index: u32,
    family: String,
}

impl Face {
    /// All upright faces in a font's file, in their order.
    pub fn all(data: Vec<u8>) -> Vec<Self> {
        let data = Arc::new(data);
        let mut faces = Database::new();
        faces.load_font_source(Source::Binary(data.clone()));
        let one = |info: &resvg::usvg::fontdb::FaceInfo| {
            let family = info.families.first()?.0.clone();
            Some(Self { data: data.clone(), index: info.index, family })
        };
        faces.faces().filter_map(one).collect()
    }

    /// What its family is called.
    pub fn family(&self) -> &str {
        &self.family
    }

    /// The characters that it has no picture of, each once, in their order.
    pub fn lacks(&self, text: &str) -> String {
        let Ok(face) = ttf_parser::Face::parse(&self.data, self.index) else { return text.to_owned() };
        let mut out = String::new();
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            if face.glyph_index(c).is_none() && !out.contains(c) {
                out.push(c);
            }
        }
        out
    }

    /// How wide its characters are.
    pub fn widths(&self) -> Widths {
        let (data, index) = (self.data.clone(), self.index);
        let known = std::sync::Mutex::new(std::collections::BTreeMap::new());
        Arc::new(move |c| {
            let Ok(mut known) = known.lock() else { return super::fit::usual(c) };
            *known.entry(c).or_insert_with(|| measured(&data, index, c).unwrap_or_else(|| super::fit::usual(c)))
        })
    }

    /// With this face alone, for drawing.
    pub(super) fn database(&self) -> Database {
        let mut faces = Database::new();
        faces.load_font_source(Source::Binary(self.data.clone()));
        let others: Vec<_> = faces.faces().filter(|info| info.index != self.index).map(|info| info.id).collect();
        others.into_iter().for_each(|id| faces.remove_face(id));
        faces
    }
}

fn measured(data: &[u8], index: u32, c: char) -> Option<u32> {
    let face = ttf_parser::Face::parse(data, index).ok()?;
    let advance = face.glyph_hor_advance(face.glyph_index(c)?)?;
    (u32::from(advance) * 1000).div_ceil(u32::from(face.units_per_em())).into()
}
