//! `verify` where a file cannot be read: why, in the person's language.

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
            assert_eq!((ran.code, ran.err.contains(words), ran.err.contains("os error")), (4, true, false), "{ran}");
        }
    }
}
