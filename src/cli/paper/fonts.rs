//! The font that a certificate is set in: the one named, or one of the system's. The same fonts give the same choice: a fixed list of
//! families first, then by name.

use std::path::Path;

use resvg::usvg::fontdb::{Database, FaceInfo, ID, Style};

use super::no_glyph;
use crate::cli::failure::{Exit, Failure};
use crate::cli::files;
use crate::report::certificate::face::Face;

/// The most bytes of a font: the largest collections of Chinese fonts have some tens of millions.
const MOST: u64 = 256 << 20;

/// Families that are taken before others: full Chinese fonts of the three systems, sans serif, with Latin letters of their own.
const FIRST: &[&str] = &[
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Noto Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "SimSun",
];

/// A face that has all of these characters.
///
/// # Errors
/// `Failure` that names the characters that the best font lacks, and how to get one.
pub fn fitting(named: Option<&Path>, needed: &str) -> Result<Face, Failure> {
    let faces: Box<dyn Iterator<Item = Face>> = match named {
        Some(path) => Box::new(of_file(path)?.into_iter()),
        None => Box::new(of_system()),
    };
    let mut best: Option<(String, String)> = None;
    for face in faces {
        let lacks = face.lacks(needed);
        if lacks.is_empty() {
            return Ok(face);
        }
        if best.as_ref().is_none_or(|(least, _)| lacks.chars().count() < least.chars().count()) {
            best = Some((lacks, face.family().to_owned()));
        }
    }
    Err(match best {
        Some((lacks, family)) => no_glyph(&lacks, &family),
        None => Failure::new(Exit::Refused, "fail-no-font", []).hint("hint-font", []),
    })
}

fn of_file(path: &Path) -> Result<Vec<Face>, Failure> {
    let name = path.display().to_string();
    let bytes = files::start_of(path, MOST).map_err(|e| Failure::new(Exit::Store, "fail-read", [("path", &name)]).because(e))?;
    let faces = Face::all(bytes);
    if faces.is_empty() { Err(Failure::usage("fail-not-a-font", [("path", &name)])) } else { Ok(faces) }
}

/// The system's upright faces of usual weight, each read when its turn comes.
fn of_system() -> impl Iterator<Item = Face> {
    let mut fonts = Database::new();
    fonts.load_system_fonts();
    let fits = |info: &&FaceInfo| info.style == Style::Normal && (300..=500).contains(&info.weight.0);
    let mut found: Vec<(usize, String, u16, String, ID)> = fonts
        .faces()
        .filter(fits)
        .map(|info| {
            let family = info.families.first().map(|(name, _)| name.clone()).unwrap_or_default();
            let rank = FIRST.iter().position(|first| *first == family).unwrap_or(FIRST.len());
            (rank, family, info.weight.0.abs_diff(400), info.post_script_name.clone(), info.id)
        })
        .collect();
    found.sort_by(|a, b| (a.0, &a.1, a.2, &a.3).cmp(&(b.0, &b.1, b.2, &b.3)));
    found.into_iter().filter_map(move |(_, family, .., id)| {
        let bytes = fonts.with_face_data(id, |data, index| (data.to_vec(), index))?;
        Face::all(bytes.0).into_iter().find(|face| face.family() == family)
    })
}
