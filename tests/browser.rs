//! Every page that the program writes, in a real browser: nothing goes wrong in it, and it asks nobody for anything.
//!
//! All pages are opened at once, as frames of one as wide as a phone: a browser takes seconds to start. None may be wider than that.
//! Beside them stands a page that does all of it wrong, so that it is seen when somebody does.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::office::{Office, RIGHT};

/// The page that does everything wrong: it complains, asks for something, and is wider than a phone. Nobody listens there.
const WRONG: &str = r#"<!doctype html><script>console.error("wrong speaks")</script><img src="http://127.0.0.1:9/wrong.png">
<p style="width: 900px">wide</p>"#;

/// Says which pages are wider than a phone: what is wide in them has to scroll in a box of its own.
const MEASURE: &str = r#"<script>
addEventListener("load", () => {
  for (const frame of document.querySelectorAll("iframe[src$=html]")) {
    const root = frame.contentDocument.documentElement;
    if (root.scrollWidth > 420) console.error("too wide: " + frame.getAttribute("src"));
  }
});
</script>"#;

/// Writes every page there is into this folder.
fn write(office: &Office, folder: &Path) {
    let exam = office.sit("陈小满", "quick", RIGHT);
    let ran = office.issue("陈小满", "quick", &office.desk.path("licence.json").display().to_string());
    assert_eq!(ran.code, 0, "{ran}");
    let number = "20261122-SH1-0001";
    let sitting = office.call_to_sitting("李考", "陈小满");
    let _ = office.open_sitting("李考", &sitting, "陈小满", RIGHT);
    for lang in ["zh-CN", "en"] {
        let page = |name: &str| folder.join(format!("{name}-{lang}.html")).display().to_string();
        for (name, args) in [
            ("cohort", &["report", "cohort", "--out"][..]),
            ("learner", &["report", "learner", "陈小满", "--out"]),
            ("scheme", &["report", "licence", "quick", "--out"]),
            ("weekly", &["report", "weekly", "--out"]),
            ("archive", &["report", "archive", "--out"]),
            ("course", &["learn", "first-day", "--out"]),
            ("result", &["result", &exam, "--out"]),
            ("licence", &["licences", "--number", number, "--out"]),
            ("station", &["observe", "hands", "--sheet"]),
            ("verify", &["verify", "--page"]),
        ] {
            let _ = office.desk.done(&[args, &[&page(name), "--lang", lang]].concat());
        }
        let ran = office.by("李考", &["sitting", "close", &sitting, "--out", &page("sitting"), "--lang", lang]);
        assert_eq!(ran.code, 0, "{ran}");
        let held = folder.join(format!("held-{lang}.json")).display().to_string();
        let _ = office.desk.done(&["learner", "export", "陈小满", "--out", &held, "--lang", lang]);
    }
    for (name, args) in
        [("graph.svg", &["graph", "queue", "--out"][..]), ("licence.svg", &["licences", "--number", number, "--out"])]
    {
        let _ = office.desk.done(&[args, &[&folder.join(name).display().to_string()]].concat());
    }
    // The list to sign for those who get one.
    let _ = office.desk.done(&["learner", "add", "王芳"]);
    let _ = office.sit("王芳", "quick", RIGHT);
    let out = folder.join("batch").display().to_string();
    let ran = office.by("钱发", &["issue", "--eligible", "quick", "--out", &out, "--key-passphrase-file", &office.passphrase]);
    assert_eq!(ran.code, 0, "{ran}");
    std::fs::copy(folder.join("batch/receipt.html"), folder.join("receipt.html")).expect("a list to sign");
}

/// What the browser had to say, and whom pages asked; `None` where there is no browser and no CI that has to have one.
fn opened(folder: &Path) -> Option<(String, BTreeSet<String>)> {
    let browser = if cfg!(windows) { "chrome" } else { "chromium" };
    let mut command = Command::new(browser);
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]);
    command.args(["--disable-background-networking", "--disable-component-update", "--enable-logging=stderr", "--log-level=0"]);
    command.arg("--allow-file-access-from-files");
    command.arg("--dump-dom").arg(format!("--log-net-log={}", folder.join("net.json").display()));
    command.arg(format!("--user-data-dir={}", folder.join("profile").display()));
    command.arg(format!("file://{}", folder.join("index.html").display()));
    let log = match command.output() {
        Ok(out) => String::from_utf8_lossy(&out.stderr).into_owned(),
        Err(_) if std::env::var_os("CI").is_none() => return None,
        Err(error) => panic!("{browser}: {error}"),
    };
    let net: Value = serde_json::from_slice(&std::fs::read(folder.join("net.json")).expect("a log")).expect("JSON");
    let requests = net["events"].as_array().expect("events").iter().map(|event| &event["params"]);
    // What the browser asks for by itself has no page behind it.
    let of_pages = requests.filter(|it| it["initiator"].as_str().is_some_and(|it| it != "not an origin"));
    let asked =
        of_pages.filter_map(|it| it["url"].as_str()).filter(|url| !["file:", "data:"].iter().any(|it| url.starts_with(it)));
    Some((log, asked.map(str::to_owned).collect()))
}

#[test]
fn every_page_opens_without_a_word_and_asks_nobody() {
    let office = Office::staffed();
    let folder = tempfile::tempdir().expect("a folder");
    write(&office, folder.path());
    std::fs::write(folder.path().join("wrong.html"), WRONG).expect("written");
    let listed = std::fs::read_dir(folder.path()).expect("a folder").map(|it| it.expect("readable").file_name());
    let mut pages: Vec<String> = listed.map(|it| it.to_string_lossy().into_owned()).collect();
    pages.retain(|it| it.ends_with(".html") || it.ends_with(".svg"));
    assert_eq!(pages.len(), 28, "{pages:?}");
    let frames: String = pages.iter().map(|it| format!("<iframe src=\"{it}\" width=\"420\" height=\"700\"></iframe>")).collect();
    let index = format!("<!doctype html><meta charset=\"utf-8\"><title>pages</title>{frames}{MEASURE}");
    std::fs::write(folder.path().join("index.html"), index).expect("written");
    let Some((log, asked)) = opened(folder.path()) else { return };
    let said: Vec<&str> = log.lines().filter(|line| line.contains("CONSOLE")).collect();
    let of = |words: &str| said.iter().filter(|line| line.contains(words)).count();
    assert!(said.len() == 2 && of("wrong speaks") == 1 && of("too wide: wrong.html") == 1, "{said:#?}");
    assert_eq!(asked, BTreeSet::from(["http://127.0.0.1:9/wrong.png".to_owned()]));
}
