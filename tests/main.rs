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
#[cfg(unix)]
mod terminal;
mod timing;
mod told;
mod walk;
mod walks;
#[cfg(unix)]
mod window;
mod words;

/// No test file is forgotten: every one is named as a module by the file that has its folder's name, one folder up.
#[test]
fn no_test_is_forgotten() {
    let tests = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut looked = 0;
    let mut folders = vec![(tests.clone(), tests.join("main.rs"))];
    while let Some((folder, list)) = folders.pop() {
        // A folder without a file of its name holds courseware only.
        let list = std::fs::read_to_string(&list).unwrap_or_default();
        for entry in std::fs::read_dir(&folder).expect("a folder of tests") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                folders.push((path.clone(), path.with_extension("rs")));
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
                let is_named = list.lines().any(|line| line.trim() == format!("mod {name};"));
                assert!(name == "main" || is_named, "{} is no module", path.display());
                looked += 1;
            }
        }
    }
    assert!(looked > 70, "only {looked} files are looked at");
}
