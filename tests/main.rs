//! All integration tests in one binary.
#![allow(clippy::disallowed_methods, clippy::too_many_lines, reason = "tests read and write files, and a story may be long")]

mod advice;
#[cfg(unix)]
mod arrive;
mod blueprint;
mod browser;
mod candidate;
mod chance;
mod cli;
#[cfg(unix)]
mod clock;
mod copied;
mod coverage;
#[cfg(unix)]
mod crash;
mod desk;
mod exchange;
mod findings;
mod floors;
mod forged;
mod guide;
#[cfg(unix)]
mod guided;
mod hostile;
mod house;
mod laws;
#[cfg(unix)]
mod lead;
mod make;
#[cfg(unix)]
mod manager;
mod marking;
mod office;
mod offline;
mod openssl;
mod preview;
mod print_scenario;
mod schema;
#[cfg(unix)]
mod seated;
mod shipped;
mod stats;
mod survey;
mod tamper;
#[cfg(unix)]
mod terminal;
mod timely;
mod timing;
mod told;
#[cfg(unix)]
mod trainer;
#[cfg(unix)]
mod typing;
mod unsent;
mod verifiers;
mod walk;
mod walks;
#[cfg(unix)]
mod window;
mod wording;
mod words;

/// No test file is forgotten: every `tests/*.rs` is a module here, every file of a folder one of the file that has its name.
#[test]
fn no_test_is_forgotten() {
    let tests = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    assert!(modules(&tests, &tests.join("main.rs")) > 50);
}

/// Looks for each file of a folder in the list of its modules, and so on below; how many there are.
fn modules(folder: &std::path::Path, list: &std::path::Path) -> usize {
    let listed = std::fs::read_to_string(list).unwrap_or_default();
    let mut count = 0;
    for entry in std::fs::read_dir(folder).expect("a folder of tests") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            count += modules(&path, &path.with_extension("rs"));
        } else if path.extension().is_some_and(|e| e == "rs") && path != list {
            let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            assert!(listed.contains(&format!("mod {name};")), "{} is no module", path.display());
            count += 1;
        }
    }
    count
}
