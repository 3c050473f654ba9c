//! What the first look sees, and that it changes no place.

use super::*;

#[test]
fn full_width_signs_are_mended_and_told_once_a_line() {
    let text = "［［question］］\nid＝“a”　＃ 好\nask = \"问“谁”\"\nlevel = ２\nwhy = \"没关好”\n";
    let seen = scan(text);
    assert_eq!(seen.text.len(), text.len());
    assert!(toml::from_str::<toml::Table>(&seen.text).is_ok(), "{}", seen.text);
    let told: Vec<(&str, &str)> = seen
        .notes
        .iter()
        .map(|n| match n {
            Note::FullWidth { found, press, .. } => (found.as_str(), press.as_str()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(told, [("［］", "[]"), ("＝“”　＃", "=\"␣#"), ("２", "2"), ("”", "\"")]);
}

#[test]
fn what_a_terminal_obeys_is_seen_wherever_it_stands() {
    let seen = scan("a = \"\\u001b[2J\"\nb = '''\n\u{1b}'''\nc = \"\\e\\r\\t\\n\" # \u{7f}\n");
    let names: Vec<&str> =
        seen.notes.iter().map(|n| if let Note::Control { name, .. } = n { name.as_str() } else { "?" }).collect();
    assert_eq!(names, ["U+001B", "U+001B", "U+001B", "U+000D", "U+007F"]);
}

#[test]
fn newer_toml_and_depth_are_seen() {
    let whats = |text: &str| {
        scan(text).notes.iter().map(|n| if let Note::Newer { what, .. } = n { *what } else { "deep" }).collect::<Vec<_>>()
    };
    assert_eq!(whats("a = {\n  b = 1,\n}\n"), ["lines", "comma"]);
    assert_eq!(whats("a = [1,\n 2,\n]\nb = \"\\x41\"\n"), ["escape"]);
    assert_eq!(whats(&format!("a = {}\n", "[".repeat(100_000))), ["deep"]);
    assert_eq!(whats(&format!("a{} = 1\n", ".a".repeat(40))), ["deep"]);
    assert_eq!(whats("a = [\n  [1.5, 2.5],\n]\n[x]\ny = 1"), [""; 0]);
}

#[test]
fn every_forbidden_character_is_seen_in_strings_and_comments() {
    let all: Vec<char> = ('\0'..=char::MAX).filter(|c| is_forbidden(*c)).collect();
    assert_eq!(all.len(), 30 + 33 + 5 + 4 + 1);
    for c in all {
        for text in [format!("a = \"字{c}\"\n"), format!("a = '''\n字{c}'''\n"), format!("# 字{c}\n")] {
            assert!(matches!(scan(&text).notes[..], [Note::Control { .. }]), "{c:?} in {text:?}");
        }
    }
}
