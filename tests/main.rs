//! All integration tests in one binary.
#![allow(clippy::disallowed_methods, clippy::too_many_lines, reason = "tests read and write files, and a story may be long")]

mod advice;
mod blueprint;
mod candidate;
mod chance;
mod cli;
#[cfg(unix)]
mod crash;
mod desk;
mod findings;
mod floors;
mod forged;
mod hostile;
mod laws;
#[cfg(unix)]
mod lead;
mod make;
mod office;
mod openssl;
#[cfg(unix)]
mod seated;
mod shipped;
#[cfg(unix)]
mod terminal;
mod timing;
mod told;
mod walk;
mod walks;
#[cfg(unix)]
mod window;
mod words;

/// No test file is forgotten: every `tests/*.rs` is a module here, every `tests/cli/*.rs` one of `tests/cli.rs`.
#[test]
fn no_test_is_forgotten() {
    let tests = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for (folder, list) in [(tests.clone(), include_str!("main.rs")), (tests.join("cli"), include_str!("cli.rs"))] {
        for entry in std::fs::read_dir(folder).expect("the folder of tests") {
            let path = entry.expect("readable").path();
            if path.extension().is_some_and(|e| e == "rs") {
                let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
                assert!(name == "main" || list.contains(&format!("mod {name};")), "{} is no module", path.display());
            }
        }
    }
}
