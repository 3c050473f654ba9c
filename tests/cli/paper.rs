//! A licence on paper and on the phone: written as every kind of file, and read back by others' programs.

use std::process::Command;

use insta::assert_snapshot;

use crate::desk::{Desk, Happens, Ran};
use crate::office::{Office, RIGHT, masked};

const NUMBER: &str = "20261122-SH1-0001";

/// 陈小满 has the licence `quick`.
fn licensed() -> Office {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let ran = office.issue("陈小满", "quick", &office.desk.path("licence.json").display().to_string());
    assert_eq!(ran.code, 0, "{ran}");
    office
}

/// The licence once more, to a file of this name.
fn once_more(office: &Office, name: &str, more: &[&str]) -> Ran {
    let out = office.desk.path(name).display().to_string();
    office.desk.run(&[&["licences", "--number", NUMBER, "--out", &out], more].concat())
}

/// What another program says of a file; `None` where there is no such program and no CI that has to have it.
fn read_by(program: &str, args: &[&str]) -> Option<String> {
    match Command::new(program).args(args).output() {
        Ok(out) => Some(String::from_utf8(out.stdout).expect("text")),
        Err(_) if std::env::var_os("CI").is_none() => None,
        Err(error) => panic!("{program}: {error}"),
    }
}

/// Whether certificates can be drawn here: a machine without a Chinese font says how to get one, which CI must not need.
fn has_font(ran: &Ran) -> bool {
    let lacks = ran.code == 5 && ran.err.contains("fonts-noto-cjk");
    assert!(!lacks || std::env::var_os("CI").is_none(), "{ran}");
    !lacks
}

#[test]
fn text_needs_no_font() {
    let office = licensed();
    for name in ["licence.svg", "licence.html"] {
        let ran = once_more(&office, name, &[]);
        assert_eq!(ran.code, 0, "{ran}");
        let text = String::from_utf8(office.read(name)).expect("text");
        for said in [
            "晨光客服中心",
            "快证",
            "The quick licence",
            "陈小满",
            NUMBER,
            "2026-11-22 – 2027-11-21",
            "考试没有人现场监考",
            "盖章处",
        ] {
            assert!(text.contains(said), "{name}: {said}");
        }
        assert!(!text.contains("补发") && !text.contains("照片数据"), "{name}");
    }
    assert_eq!(once_more(&office, "copy.svg", &["--copy"]).code, 0);
    assert!(String::from_utf8(office.read("copy.svg")).expect("text").contains("补发"));
}

#[cfg(feature = "certificates")]
#[test]
fn the_qr_is_read_back_and_checked_at_any_door() {
    let office = licensed();
    let door = Desk::empty();
    door.then(Happens::GoesBy(86_400_000));
    let trust = door.file("trust.toml", &office.desk.done(&["key", "show"]).out);
    for (name, more) in [("licence.png", &[][..]), ("card.png", &["--card"])] {
        let ran = once_more(&office, name, more);
        if !has_font(&ran) {
            return;
        }
        assert_eq!(ran.code, 0, "{ran}");
        let path = office.desk.path(name).display().to_string();
        let Some(text) = read_by("zbarimg", &["--quiet", "--raw", "--nodbus", &path]) else { return };
        assert!(text.starts_with("上岗证 20261122-SH1-0001 陈小满 至 2027-11-21\nonduty:"), "{text}");
        assert_eq!(door.run(&["verify", "--qr", &text, "--trust", &trust]).code, 0);
        let kept = door.file("qr.txt", &text);
        assert_eq!(door.run(&["verify", &kept, "--trust", &trust, "--holder", "陈小满"]).code, 0);
        assert_eq!(door.run(&["verify", &kept, "--trust", &trust, "--holder", "李雷"]).code, 1);
        assert_eq!(door.run(&["verify", "--qr", &text.replace("2027-11-21", "2037-11-21"), "--trust", &trust]).code, 1);
    }
}

#[test]
fn what_a_qr_says_is_told_like_a_licence() {
    let office = licensed();
    let document: serde_json::Value = serde_json::from_slice(&office.read("licence.json")).expect("JSON");
    let evidence = document["evidence"].as_array().expect("a list");
    let short = evidence.iter().find(|it| it["genre"] == "short-form").expect("the short form");
    let text = short["narrative"].as_str().expect("text");
    let door = Desk::empty();
    door.then(Happens::GoesBy(86_400_000));
    let trust = door.file("trust.toml", &office.desk.done(&["key", "show"]).out);
    assert_snapshot!(door.run(&["verify", "--qr", text, "--trust", &trust]), @"
    The licence says: 上岗证 20261122-SH1-0001 陈小满 至 2027-11-21
      Number: 20261122-SH1-0001
      Holder: 陈小满
      Issuer: 晨光客服中心
      Valid: 2026-11-22 09:31 to 2027-11-21 23:59 (Asia/Shanghai)

    ✓ File: passed
    ✓ Signature: passed
    ✓ Issuer: passed
    ✓ Dates: passed
    - Name: not checked. No name was given; compare it with the person.
    - Revocation and suspension: not checked. What is here names no list of revoked
      licences (the text of a QR never does; the licence's file may). If much
      depends on it, ask the issuer.

    Good: signed by an issuer you trust, unchanged, within its dates. See for
    yourself that the person before you is 陈小满. Whether it was suspended or
    revoked is not known, for want of a recent list: this is about the signature
    and the dates only.

    ✓ 20261122-SH1-0001: good
    ── exit 0 ──
    ");
    assert_snapshot!(masked(&door.run(&["verify", "--qr", &text.replace("陈小满", "李雷"), "--trust", &trust]).to_string()), @"
    The file claims this; believe none of it: 上岗证 20261122-SH1-0001 李雷 至
      2027-11-21

    ✓ File: passed
    ✗ Signature: failed. What it says and its signature do not agree; one was
      changed after signing. It names the key
      did:key:KEY.
    - Issuer: not checked. A step before it failed.
    - Dates: not checked. A step before it failed.
    - Name: not checked. A step before it failed.
    - Revocation and suspension: not checked. A step before it failed.

    Altered: it is not as it was signed. Do not accept it. Ask the holder for the
    original file; if that is no better, tell the issuer.

    ✗ The QR's text: altered
    ── exit 1 ──
    ");
    assert_snapshot!(door.run(&["verify", "--qr", "上岗证 20261122-SH1-0001"]), @"
    Unreadable: this is not the text of a licence's QR, or not all of it. Scan
    again and copy the whole text.

    ✗ The QR's text: unreadable
    ── exit 1 ──
    ");
    let (told, code) = door.json(&["verify", "--qr", text, "--trust", &trust]);
    assert_eq!((told[0]["conclusion"].as_str(), told[0]["says"]["number"].as_str(), code), (Some("good"), Some(NUMBER), 0));
}

#[cfg(feature = "certificates")]
#[test]
fn a_pdf_is_searched_and_holds_the_licence() {
    let office = licensed();
    let ran = once_more(&office, "licence.pdf", &[]);
    if !has_font(&ran) {
        return;
    }
    assert_eq!(ran.code, 0, "{ran}");
    assert_eq!(once_more(&office, "again.pdf", &[]).code, 0);
    assert_eq!(office.read("licence.pdf"), office.read("again.pdf"), "the same bytes");
    let path = office.desk.path("licence.pdf").display().to_string();
    let Some(text) = read_by("pdftotext", &[&path, "-"]) else { return };
    for said in ["陈小满", "快证", NUMBER, "在柜台前接待客户。"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let inside = office.desk.path("inside.json").display().to_string();
    let _ = read_by("pdfdetach", &["-save", "1", "-o", &inside, &path]);
    assert_eq!(office.read("inside.json"), office.read("licence.json"), "the licence itself lies within");
}

#[cfg(feature = "certificates")]
#[test]
fn a_character_without_a_picture_is_refused() {
    let office = licensed();
    let _ = office.desk.done(&["learner", "add", "李\u{10fffd}"]);
    let _ = office.sit("李\u{10fffd}", "quick", RIGHT);
    let ran = office.issue("李\u{10fffd}", "quick", &office.desk.path("rare.pdf").display().to_string());
    assert_eq!(ran.code, 5, "{ran}");
    assert!(ran.err.contains("U+10FFFD") && ran.err.contains("licences --number 20261122-SH1-0002"), "{ran}");
    assert!(!office.desk.path("rare.pdf").exists());
}

#[test]
fn a_companys_own_template_and_what_is_wrong_with_it() {
    let office = licensed();
    let own = |text: &str| office.desk.file("own.svg", text);
    let draw = |template: &str| {
        let _ = std::fs::remove_file(office.desk.path("out.svg"));
        once_more(&office, "out.svg", &["--template", template])
    };
    assert_eq!(draw(&own("<svg xmlns=\"http://www.w3.org/2000/svg\"><text>{{ name }}</text></svg>")).code, 0);
    assert!(String::from_utf8(office.read("out.svg")).expect("text").contains("<text>陈小满</text>"));
    assert_snapshot!(draw(&own("<svg>\n{{ nmae }}</svg>")), @"
    ── stderr ──
    Not done: Line 2 of the template names something that there is not.
      What to do: What it may name: onduty licences --help
    ── exit 2 ──
    ");
    assert_snapshot!(draw(&own("<svg>国家职业资格证书</svg>")), @r#"
    ── stderr ──
    Not done: A licence must not carry "国家": it is a company's internal permit, not a certificate of the state.
      What to do: Change that word in the scheme's title or scope, or in the template
    ── exit 5 ──
    "#);
    assert_snapshot!(draw(&own("<svg><image href=\"https://example.com/x.png\"/></svg>")), @"
    ── stderr ──
    Not done: The template asks for something from outside, or for a script; refused: https://example.com/x.png
    ── exit 5 ──
    ");
    assert_snapshot!(once_more(&office, "licence.docx", &[]), @r#"
    ── stderr ──
    Not done: No file that ends in ".docx" is known; there are .json .svg .html .png .pdf
    ── exit 2 ──
    "#);
    let _ = office.desk.done(&["licences", "--template-out", &office.desk.path("house.svg").display().to_string()]);
    assert_eq!(draw(&office.desk.path("house.svg").display().to_string()).code, 0, "the house's own is a template");
}

#[test]
fn no_licence_calls_itself_the_states() {
    let office = Office::staffed();
    office.desk.edit("shelf/quick.toml", "title = \"快证\"", "title = \"国家客服证\"");
    let _ = office.sit("陈小满", "quick", RIGHT);
    let ran = office.issue("陈小满", "quick", &office.desk.path("licence.json").display().to_string());
    assert_snapshot!(ran, @r#"
    ── stderr ──
    Not done: A licence must not carry "国家": it is a company's internal permit, not a certificate of the state.
      What to do: Change that word in the scheme's title or scope, or in the template
    ── exit 5 ──
    "#);
    assert!(!office.desk.path("licence.json").exists());
}
