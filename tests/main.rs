//! All integration tests in one binary.

mod crash;
mod desk;
mod findings;
mod floors;
mod laws;
mod make;
#[cfg(unix)]
mod terminal;
mod walk;
mod walks;
#[cfg(unix)]
mod window;

/// No test file is forgotten: every `tests/*.rs` is a module here.
#[test]
fn no_test_is_forgotten() {
    let here = include_str!("main.rs");
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests")).expect("the folder of this file") {
        let path = entry.expect("readable").path();
        if path.extension().is_some_and(|e| e == "rs") {
            let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            assert!(name == "main" || here.contains(&format!("mod {name};")), "tests/{name}.rs is not a module of tests/main.rs");
        }
    }
}
