//! The only door from files to checked content.
//!
//! ```text
//! files ─► raw/scan ─► raw/syntax ─► raw/reader … ─► Doc ─► check ─► assemble ─► Library
//!            └──────────────┴──────────────┴──────────────┴──► findings, all of them, in order
//! ```
//!
//! All problems of all files come in one run. What an error touches, and what depends on it, is left out of the library; the rest
//! is there. Codes are in `codes`, their sentences in `locale`; nothing here prints.

mod assemble;
mod below;
mod check;
pub mod codes;
mod doc;
pub mod draft;
pub mod files;
mod gather;
mod nearest;
mod needs;
mod overlay;
pub mod print;
mod raw;
mod registers;
pub mod shape;
mod side_by_side;
pub mod source;
pub mod tidy;
pub mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use self::files::Root;
use self::raw::scan::Scan;
use self::raw::syntax::Parsed;
use self::side_by_side::side_by_side;
use self::walk::Walk;
use crate::base::finding::{Finding, Place, Severity};
use crate::base::id::LicenceId;
use crate::model::library::Library;
use crate::model::wording::Register;

/// Whether a text may stand in content, character by character: see `raw::scan`.
pub use self::raw::scan::is_forbidden;

/// A library with everything that is to be said about it.
#[derive(Debug)]
pub struct Loaded {
    /// What can be used.
    pub library: Library,
    /// The same with drafts, where there are any: see `with_drafts`.
    with_drafts: Option<Box<Library>>,
    /// The walks of the scenarios that there are, drafts among them.
    pub walks: Vec<Walk>,
    /// What is wrong, sorted by file and place.
    pub findings: Vec<Finding>,
    /// The files' texts by name, for showing places.
    pub sources: BTreeMap<Arc<str>, Arc<str>>,
    /// Where things are: `course:x`, `lesson:x/y`, `bank:x`, `question:x/y`, `scenario:x`, `scenario:x/turn`,
    /// `scenario:x/turn/reply`, `variable:x/name`, `station:x`, `station:x/step`, `licence:x`, `licence:x/key`, `walk:x/id`, `objective:x/y`,
    /// `agreement:x`, `skill:x`, `role:x`, `term:x/y`.
    pub places: BTreeMap<String, Place>,
    /// What is left out because an error touches it or something it needs, by the same names.
    pub touched: BTreeSet<String>,
    /// What an exam for each licence may need, by the same names; see `broken_for`.
    pub needs: BTreeMap<LicenceId, BTreeSet<String>>,
}

impl Loaded {
    /// What those who write it work with: drafts are there like everything else, and only in `Library::shelved` told apart. Learners and
    /// exams have `library`.
    pub fn with_drafts(&self) -> &Library {
        self.with_drafts.as_deref().unwrap_or(&self.library)
    }

    /// The same, and nothing else of it.
    pub fn into_library_with_drafts(self) -> Library {
        self.with_drafts.map_or(self.library, |library| *library)
    }

    /// Shows every register that something is judged by, drafts' too.
    pub fn each_register(&mut self, see: &mut dyn FnMut(&mut Arc<Register>)) {
        self.library.each_register(see);
        self.with_drafts.iter_mut().for_each(|library| library.each_register(see));
    }

    /// What is wrong, warnings aside.
    pub fn errors(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| finding.severity == Severity::Error)
    }

    /// Whether a finding is in a file that is still being written.
    pub fn is_in_draft(&self, finding: &Finding) -> bool {
        let mut drafts = self.library.shelved.keys().filter(|name| self.library.is_draft(name));
        drafts.any(|name| self.places.get(name).is_some_and(|place| place.file == finding.at.file))
    }

    /// What an exam for a licence draws from: drafts, where the licence itself is one.
    pub fn library_of(&self, licence: &LicenceId) -> &Library {
        if self.library.licences.contains_key(licence) { &self.library } else { self.with_drafts() }
    }
}

/// Loads libraries that lie over one another, the first at the bottom. One that `extends` the shipped library gets it put below.
pub fn load(mut roots: Vec<Root>) -> Loaded {
    let is_lowest = roots.first().is_some_and(Root::is_shipped);
    if is_lowest {
        roots.remove(0);
    }
    let scans: Vec<Vec<Scan<'_>>> = roots.iter().map(scans).collect();
    let parsed: Vec<Vec<Parsed<'_>>> = roots.iter().zip(&scans).map(|(root, scans)| parsed(root, scans)).collect();
    let mut files: Vec<&[Parsed<'_>]> = parsed.iter().map(Vec::as_slice).collect();
    let mut all = roots.clone();
    let is_below = is_lowest || roots.iter().any(gather::extends_shipped) && roots.iter().all(|r| !r.name.is_empty());
    if is_below {
        let (root, parsed) = below::shipped();
        all.insert(0, root.clone());
        files.insert(0, parsed);
    }
    let mut layers = gather::layers(&files);
    if is_below && let Some(lowest) = layers.first_mut() {
        lowest.read = Some(below::read(&lowest.house));
    }
    let mut gathered = gather::gather(&all, &layers);
    check::check(&mut gathered);
    assemble::assemble(gathered, &all)
}

fn scans(root: &Root) -> Vec<Scan<'_>> {
    side_by_side(&root.sources, |source| raw::scan::scan(readable(source)))
}

fn parsed<'s>(root: &'s Root, scans: &'s [Scan<'s>]) -> Vec<Parsed<'s>> {
    let files: Vec<_> = root.sources.iter().zip(scans).collect();
    side_by_side(&files, |file| Parsed::read(file.0, file.1))
}

/// The library that is shipped with the program.
pub fn load_shipped() -> Loaded {
    load(vec![Root::shipped()])
}

/// What of a file is read as content.
fn readable(source: &files::Source) -> &str {
    if !source.readable {
        return "";
    }
    &source.text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::finding::Severity;

    #[test]
    fn the_shipped_library_loads_without_errors() {
        let loaded = load_shipped();
        let errors: Vec<&Finding> = loaded.findings.iter().filter(|f| f.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        assert!(loaded.touched.is_empty());
        let library = &loaded.library;
        assert!(!library.courses.is_empty() && !library.banks.is_empty() && !library.scenarios.is_empty());
        assert_eq!(library.languages.len(), 2);
        for walk in &loaded.walks {
            assert!(library.scenarios.contains_key(&walk.scenario));
        }
    }

    /// Whatever is cut out of, doubled in or typed over in a file: findings, never a panic, and every place lies in its file.
    #[test]
    fn no_mangled_file_ends_the_run() {
        let mut shipped = Root::shipped();
        let shelf = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/shelf");
        shipped.sources.extend(Root::read(&shelf).sources);
        let dice = crate::base::dice::Seed::from_bytes(b"mangle");
        let noise = [
            "",
            "[",
            "]]",
            "\"",
            "\"\"\"",
            "=",
            "{",
            "}",
            "＝",
            "“",
            "\n",
            "'",
            "\\",
            ".",
            "[[turn]]\n",
            "id = \"a\"\n",
            "\u{1b}",
            "#",
            ",",
        ];
        for n in 0..90 {
            let mut dice = dice.dice("mangle", &n.to_string());
            let mut root = Root { name: "lib".to_owned(), sources: shipped.sources.clone(), ..Root::default() };
            for _ in 0..6 {
                let source = &mut root.sources[dice.below(shipped.sources.len())];
                let mut chars: Vec<char> = source.text.chars().collect();
                let from = dice.below(chars.len());
                let to = (from + dice.below(30)).min(chars.len());
                chars.splice(from..to, noise[dice.below(noise.len())].chars());
                source.text = chars.into_iter().collect::<String>().into();
            }
            let loaded = load(vec![root]);
            for f in &loaded.findings {
                for place in std::iter::once(&f.at).chain(&f.also) {
                    let text = loaded.sources.get(&place.file).map_or("", |t| t);
                    assert!(text.get(place.span.clone()).is_some(), "{f:?} {text}");
                }
            }
        }
    }
}
