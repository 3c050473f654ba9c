//! The shipped library, alone or below others: it never changes, so that whoever loads it again, with every save of a folder over it, has
//! it scanned, parsed and read once.
//!
//! What its texts say depends on the values of the libraries above (`[house]`): other values, and it is read again.

use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use super::doc::{Gathered, Layer};
use super::files::Root;
use super::raw::house::House;
use super::raw::scan::Scan;
use super::raw::syntax::Parsed;
use super::{gather, parsed, scans};

/// Of how many sets of values what was read is kept: a trainer works on one, seldom on two.
const KEPT: usize = 3;

/// The library and its files.
pub fn shipped() -> (&'static Root, &'static [Parsed<'static>]) {
    static SCANS: LazyLock<Vec<Scan<'static>>> = LazyLock::new(|| scans(Root::of_the_program()));
    static PARSED: LazyLock<Vec<Parsed<'static>>> = LazyLock::new(|| parsed(Root::of_the_program(), &SCANS));
    (Root::of_the_program(), &PARSED)
}

/// What reading it comes to, as the lowest layer, with these values in its texts.
pub fn read(house: &Arc<House>) -> Arc<Gathered<'static>> {
    static READ: Mutex<Vec<(Arc<House>, Arc<Gathered<'static>>)>> = Mutex::new(Vec::new());
    // Whoever panicked with it has not put half of anything there.
    let mut kept = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, read)) = kept.iter().find(|(same, _)| same == house) {
        return read.clone();
    }
    let mut all = Gathered::default();
    for layer in gather::layers(&[shipped().1]) {
        gather::read_layer(&mut all, 0, &Layer { house: house.clone(), ..layer });
    }
    let read = Arc::new(all);
    kept.insert(0, (house.clone(), read.clone()));
    kept.truncate(KEPT);
    read
}
