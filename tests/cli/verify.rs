//! `verify` where a file cannot be read: why, in the person's language.

use insta::assert_snapshot;

use crate::desk::Desk;

#[test]
fn a_file_that_cannot_be_read_says_why_in_both_languages() {
    let desk = Desk::empty();
    let folder = desk.path("").display().to_string();
    let gone = desk.path("gone.json").display().to_string();
    let licence = desk.file("licence.json", "{}");
    std::fs::write(desk.path("trust.bin"), [0xff, 0xfe, 0]).expect("written");
    let bytes = desk.path("trust.bin").display().to_string();
    for (args, zh, en) in [
        (vec!["verify", gone.as_str()], "没有这个文件或文件夹", "There is no such file or folder"),
        (vec!["verify", folder.as_str()], "不是普通文件", "not a plain file"),
        (vec!["verify", licence.as_str(), "--trust", bytes.as_str()], "不是 UTF-8 编码的文本", "not text in UTF-8"),
    ] {
        for (lang, words) in [("zh-CN", zh), ("en", en)] {
            let ran = desk.run(&[args.as_slice(), &["--lang", lang]].concat());
            let said = format!("{}{}", ran.out, ran.err);
            assert_eq!((ran.code, said.contains(words), said.contains("os error")), (4, true, false), "{ran}");
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_takes_no_verdict_from_the_others() {
    let desk = Desk::empty();
    let gone = desk.path("gone.json").display().to_string();
    let other = desk.file("other.json", "{}");
    assert_snapshot!(desk.run(&["verify", &other, &gone, &other, "--lang", "en"]), @"
    ✗ Not a licence: the file can be read, but what it holds is something else. Ask
      the holder for the licence's own file.

    File: DESK/other.json

    ✓ File: passed
    ✗ Content: failed. Something is missing: @context.
    ✗ Signature: failed. There is no signature on it.
    - Issuer: not checked. A step before it failed.
    - Dates: not checked. A step before it failed.
    - Name: not checked. A step before it failed.
    - Revocation: not checked. A step before it failed.

    ✗ Not checked: the file cannot be opened. There is no such file or folder.

    File: DESK/gone.json

    ✗ Not a licence: the file can be read, but what it holds is something else. Ask
      the holder for the licence's own file.

    File: DESK/other.json

    ✓ File: passed
    ✗ Content: failed. Something is missing: @context.
    ✗ Signature: failed. There is no signature on it.
    - Issuer: not checked. A step before it failed.
    - Dates: not checked. A step before it failed.
    - Name: not checked. A step before it failed.
    - Revocation: not checked. A step before it failed.
    ── exit 4 ──
    ");
    let ran = desk.run(&["verify", &gone, &other, "--format", "json"]);
    let all: Vec<serde_json::Value> = serde_json::from_str(&ran.out).expect("JSON");
    let said: Vec<_> = all.iter().map(|one| (one["conclusion"].as_str(), one["good"].as_bool())).collect();
    assert_eq!((ran.code, said), (4, vec![(Some("not-read"), Some(false)), (Some("not-a-licence"), Some(false))]), "{ran}");
    let keys = |one: &serde_json::Value| one.as_object().map(|o| o.keys().cloned().collect::<Vec<_>>());
    assert_eq!(keys(&all[0]), keys(&all[1]), "the same keys");
}

#[test]
fn no_library_is_needed() {
    let desk = Desk::empty();
    let other = desk.file("other.json", "{}");
    assert_eq!(desk.run(&["verify", &other, "--library", "/no/such/folder"]).code, 1);
}
