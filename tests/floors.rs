//! Imports go down only: every `crate::…` a module names lies on a lower floor, or in its own room.

use std::path::Path;

/// From the ground up. Rooms of one floor do not know each other.
const FLOORS: &[&[&str]] = &[
    &["base"],
    &["locale", "model"],
    &["attempt", "content"],
    &["grade", "analysis", "exchange"],
    &["credential"],
    &["report"],
    &["store", "terminal"],
    &["cli"],
];

fn floor(room: &str) -> usize {
    FLOORS.iter().position(|rooms| rooms.contains(&room)).unwrap_or_else(|| panic!("{room} has no floor"))
}

fn visit(folder: &Path, see: &mut dyn FnMut(&Path, &str)) {
    for entry in std::fs::read_dir(folder).expect("src is readable") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            visit(&path, see);
        } else if path.extension().is_some_and(|e| e == "rs") {
            see(&path, &std::fs::read_to_string(&path).expect("sources are text"));
        }
    }
}

/// What stands behind each `crate::` in code (comments left out), `crate::{a, b}` taken apart.
fn imports(text: &str) -> Vec<String> {
    let code: String = text.lines().filter(|l| !l.trim_start().starts_with("//")).map(|l| format!("{l}\n")).collect();
    let mut out = Vec::new();
    for rest in code.split("crate::").skip(1) {
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default().split(',').collect(),
            None => vec![rest],
        };
        out.extend(names.iter().map(|n| n.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()));
    }
    out
}

#[test]
fn imports_go_down_only() {
    let src = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    let mut wrong = Vec::new();
    let mut seen = 0;
    visit(src, &mut |path, text| {
        let inside = path.strip_prefix(src).expect("below src");
        let room = inside.iter().next().expect("a name").to_string_lossy().into_owned();
        if room == "lib.rs" || room == "main.rs" {
            return;
        }
        for import in imports(text).iter().filter(|i| FLOORS.iter().flat_map(|f| f.iter()).any(|room| room == i)) {
            seen += 1;
            if *import != room && floor(import) >= floor(&room) {
                wrong.push(format!("{}: {import}", inside.display()));
            }
        }
    });
    assert!(wrong.is_empty(), "these look up or sideways:\n{}", wrong.join("\n"));
    assert!(seen > 50, "the test found the imports ({seen})");
}

#[test]
fn the_shell_alone_touches_the_outside() {
    // The lint fence (clippy.toml) is lifted by a line at a module's head; only these rooms may have one.
    let may = ["content/files.rs", "store/", "terminal/", "cli/", "main.rs"];
    let src = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"));
    visit(src, &mut |path, text| {
        let inside = path.strip_prefix(src).expect("below src").to_string_lossy().replace('\\', "/");
        let lifted = text.contains("allow(clippy::disallowed_methods");
        assert!(!lifted || may.iter().any(|room| inside.starts_with(room)), "{inside} lifts the fence");
    });
}
