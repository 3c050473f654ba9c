//! Many licences on sheets to print: files of up to a hundred, drawn in parallel, the same whatever finishes first.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

use serde_json::Value;

use super::{Failure, Press, Sheets, failed, fonts};
use crate::base::digest::Digest;
use crate::base::id::LicenceNumber;
use crate::cli::room::Call;
use crate::credential::claims::{Claims, Holder, Name};
use crate::report::certificate::draw::{self, Drawn};
use crate::report::certificate::face::Face;
use crate::report::certificate::{self, Certificate, Trouble};

/// Where a file is put when it is drawn.
type Place = Mutex<Option<Result<Made, Failure>>>;

/// A file, and whom it had to leave out.
struct Made {
    /// `None` where nobody is left on it.
    file: Option<Vec<u8>>,
    undrawn: Vec<Undrawn>,
}

/// A licence that cannot be drawn; the others are.
pub struct Undrawn {
    /// Which.
    pub number: LicenceNumber,
    /// Why.
    pub why: Failure,
}

/// Licences of a file: what a printer takes in one go.
const FILE: usize = 100;
/// What is wrong with one person's licence, not with the template or the font of all.
const OWN: &[&str] = &["fail-no-glyph", "fail-no-glyph-in", "fail-no-room"];

/// The files, by name, in order; and who is on none of them: whoever has a name that cannot be set stops nobody else.
///
/// # Errors
/// `Failure` that says what keeps all of them from being drawn.
pub fn sheets(call: &Call<'_>, press: &Press, all: &[(Value, Claims)], cards: bool) -> Result<Sheets, Failure> {
    let Some((document, first)) = all.first() else { return Ok((Vec::new(), Vec::new())) };
    // One font for all, chosen without anybody's name; who has a rare character in his gets another.
    let nobody = Claims { holder: Holder { id: first.holder.id.clone(), name: Name::Plain("一".to_owned()) }, ..first.clone() };
    let face = press.face(document, &nobody)?;
    let chunks: Vec<_> = all.chunks(FILE).collect();
    let done: Vec<Place> = chunks.iter().map(|_| Mutex::new(None)).collect();
    let (next, (steps, seen)) = (AtomicUsize::new(0), mpsc::channel());
    let mut task = call.busy("batch-drawing", all.len());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(chunks.len()) {
            let (steps, face, next, chunks, done) = (steps.clone(), &face, &next, &chunks, &done);
            scope.spawn(move || {
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    let Some(chunk) = chunks.get(n) else { return };
                    let made = one(press, face, (chunk, cards), &steps);
                    if let Ok(mut place) = done[n].lock() {
                        *place = Some(made);
                    }
                }
            });
        }
        drop(steps);
        seen.iter().for_each(|()| task.step());
    });
    let (mut out, mut undrawn) = (Vec::new(), Vec::new());
    for (n, made) in done.into_iter().enumerate() {
        let made = made.into_inner().ok().flatten().ok_or_else(|| failed(&Trouble::NoDrawing("thread".to_owned())))?;
        let made = made?;
        out.extend(made.file.map(|file| (format!("sheet-{:03}.pdf", n + 1), file)));
        undrawn.extend(made.undrawn);
    }
    Ok((out, undrawn))
}

/// One file.
fn one(
    press: &Press,
    face: &Face,
    (chunk, cards): (&[(Value, Claims)], bool),
    steps: &mpsc::Sender<()>,
) -> Result<Made, Failure> {
    let (mut drawn, mut undrawn) = (Vec::new(), Vec::new());
    for (document, claims) in chunk {
        let digest = Digest::of(document).to_string();
        let certificate = press.certificate(claims, &digest);
        let one = match Drawn::new(&certificate, &press.layout, face) {
            Err(Trouble::NoGlyph(_)) => {
                press.face(document, claims).and_then(|own| Drawn::new(&certificate, &press.layout, &own).map_err(|t| failed(&t)))
            }
            other => other.map_err(|t| failed(&t)),
        };
        match one {
            Ok(one) => drawn.push(one),
            Err(why) if OWN.contains(&why.what.key) => undrawn.push(Undrawn { number: claims.number.clone(), why }),
            Err(why) => return Err(why),
        }
        // Whoever counts may have gone.
        let _ = steps.send(());
    }
    if drawn.is_empty() {
        return Ok(Made { file: None, undrawn });
    }
    let first = chunk.first().map(|(_, claims)| claims);
    let (title, lang) = first.map_or((String::new(), "zh-CN"), |it| (it.title.clone(), it.language.as_str()));
    let file = draw::sheet(&drawn, cards, (&title, lang)).map_err(|t| failed(&t))?;
    Ok(Made { file: Some(file), undrawn })
}

impl Press {
    /// The face that a licence is set in.
    pub(super) fn face(&self, document: &Value, claims: &Claims) -> Result<Face, Failure> {
        let digest = Digest::of(document).to_string();
        let svg = certificate::svg(&self.certificate(claims, &digest), &self.layout, None).map_err(|t| failed(&t))?;
        fonts::fitting(self.font.as_deref(), &draw::characters(&svg).map_err(|t| failed(&t))?)
    }

    fn certificate<'a>(&'a self, claims: &'a Claims, digest: &'a str) -> Certificate<'a> {
        Certificate { claims, digest, zone: &self.zone, photo: self.photo.as_ref(), again: self.again }
    }
}
