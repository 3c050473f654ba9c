//! All integration tests in one binary.
#![allow(clippy::disallowed_methods, clippy::too_many_lines, reason = "tests read and write files, and a story may be long")]

mod cli;
mod desk;
mod findings;
mod floors;
mod hostile;
mod laws;
mod make;
mod walk;
mod walks;

/// No test file is forgotten: every `tests/*.rs` is a module here, every `tests/cli/*.rs` one of `cli.rs`.
#[test]
fn no_test_is_forgotten() {
    for (folder, text, own) in [("tests", include_str!("main.rs"), "main"), ("tests/cli", include_str!("cli.rs"), "")] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for entry in std::fs::read_dir(path).expect("a folder of tests") {
            let path = entry.expect("readable").path();
            if path.extension().is_some_and(|e| e == "rs") {
                let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
                assert!(name == own || text.contains(&format!("mod {name};")), "{folder}/{name}.rs is no module");
            }
        }
    }
}
