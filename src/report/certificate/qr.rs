//! A text as the modules of a QR, drawn as one path: dark runs of each row, a unit a module.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder};
use serde::Serialize;

/// A QR as a template draws it.
#[derive(Debug, Serialize)]
pub struct Qr {
    /// The path of all dark modules.
    pub path: String,
    /// Modules on a side; four more on each side stay light (the standard's quiet zone).
    pub size: usize,
}

/// `None`: too long for a QR.
pub fn drawn(text: &str) -> Option<Qr> {
    // A seventh of it may be spoilt: a card is carried about.
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for y in 0..code.size {
        let row: Vec<bool> = code[y][..code.size].iter().map(|module| module.value()).collect();
        let mut x = 0;
        while x < row.len() {
            let run = row[x..].iter().take_while(|dark| **dark).count();
            if run > 0 {
                let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
            }
            x += run.max(1);
        }
    }
    Some(Qr { path, size: code.size })
}
