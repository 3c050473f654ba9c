//! The courseware's sentences are its own: nothing of it shares a run of fifteen Chinese characters with the brief it was written from.
//!
//! The brief is not shipped. `copied/brief.txt` holds what is needed to recognise it and nothing to read: of every run of fifteen Chinese
//! characters of one of its lines, whatever stands between them, the first 64 bits of the SHA-256.

use std::collections::BTreeSet;
use std::path::Path;

use sha2::{Digest as _, Sha256};

/// How many characters in a row are no accident.
const RUN: usize = 15;

/// The runs of a line, without what stands between their characters: a comma more makes a sentence nobody's own.
fn runs(line: &str) -> Vec<String> {
    let chinese: Vec<char> = line.chars().filter(|c| matches!(c, '\u{4e00}'..='\u{9fff}')).collect();
    chinese.windows(RUN).map(|run| run.iter().collect()).collect()
}

fn fingerprint(run: &str) -> String {
    hex::encode(&Sha256::digest(run)[..8])
}

/// What of a text is in the brief too.
fn copied(brief: &BTreeSet<String>, text: &str) -> Vec<String> {
    text.lines().flat_map(runs).filter(|run| brief.contains(&fingerprint(run))).collect()
}

fn visit(folder: &Path, see: &mut dyn FnMut(&Path, &str)) {
    for entry in std::fs::read_dir(folder).expect("courseware is readable") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            visit(&path, see);
        } else if path.extension().is_some_and(|e| e == "toml" || e == "md") {
            see(&path, &std::fs::read_to_string(&path).expect("courseware is text"));
        }
    }
}

#[test]
fn no_sentence_is_the_briefs() {
    let brief: BTreeSet<String> = include_str!("copied/brief.txt").lines().map(str::to_owned).collect();
    assert!(brief.len() > 300 && brief.iter().all(|print| print.len() == 16));
    let (mut found, mut seen) = (Vec::new(), 0);
    for folder in ["courses", "quizzes"] {
        visit(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut |path, text| {
            seen += text.lines().flat_map(runs).count();
            found.extend(copied(&brief, text).into_iter().map(|run| format!("{}: {run}", path.display())));
        });
    }
    assert!(seen > 100_000, "the courseware was looked at: {seen} runs");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn fifteen_characters_are_found_and_fourteen_are_not() {
    let brief: BTreeSet<String> = runs("春眠不觉晓，处处闻啼鸟。夜来风雨声").iter().map(|run| fingerprint(run)).collect();
    assert_eq!(brief.len(), 1);
    assert_eq!(copied(&brief, "他说：“春眠不觉晓——处处闻啼鸟，夜来风雨声。”").len(), 1, "punctuation hides nothing");
    assert!(copied(&brief, "眠不觉晓，处处闻啼鸟。夜来风雨声").is_empty());
}
