//! The page of `verify --page` in a real browser, without network: a licence that is good, one that was changed, one that is over; and
//! that nothing in it asks anybody for anything.

use std::process::Command;

use onduty::base::id::Lang;
use onduty::base::moment::Moment;
use onduty::credential::claims::{Claims, Holder, Issuer, Name, Status, text};
use onduty::credential::keys::Secret;
use onduty::credential::short::Short;
use onduty::credential::status::{Purpose, StatusList};
use onduty::credential::trust::Trust;
use onduty::locale::Tongue;
use onduty::report::verification::page::page;

/// 2001, 2002, 2099: licences are checked at the browser's own time.
const LONG_AGO: Moment = Moment(1_000_000_000_000);
const OVER: Moment = Moment(1_030_000_000_000);
const FAR: Moment = Moment(4_080_000_000_000);

fn short(key: &Secret, until: Moment) -> Short {
    Short {
        line: "上岗证 20261122-SH1-0007 王小明 至 2099-04-16".into(),
        number: "20261122-SH1-0007".into(),
        name: Some("王小明".into()),
        id: uuid::Uuid::from_u128(7),
        issuer: key.did(),
        from: LONG_AGO,
        until,
    }
}

fn licence(key: &Secret, until: Moment) -> Claims {
    let short = short(key, until);
    Claims {
        id: short.id,
        number: short.number.clone(),
        licence: "pre-sale".into(),
        language: Lang::from("zh-CN"),
        title: "售前客服上岗证".into(),
        other_title: None,
        scope: "独立接待 😀 \u{fb33} 售前咨询。".into(),
        criteria: "能够：\n先问好".into(),
        issuer: Issuer { did: key.did(), name: "晨光".into() },
        holder: Holder { id: "00000000-0000-4000-8000-000000000001".into(), name: Name::Plain("王小明".into()) },
        from: LONG_AGO,
        until: Some(until),
        results: vec![],
        evidence: vec![],
        areas: vec![],
        notes: vec![],
        status: None,
        short: short.signed(key),
    }
}

/// What the browser's page comes to with this text behind its `#`, and what the browser had to say.
fn looked_at(folder: &std::path::Path, shown: &str) -> Option<(String, String)> {
    let hash: String = shown.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let browser = if cfg!(windows) { "chrome" } else { "chromium" };
    let mut command = Command::new(browser);
    command.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
    ]);
    command.args(["--disable-component-update", "--disable-sync", "--enable-logging=stderr", "--log-level=0", "--dump-dom"]);
    command.arg(format!("--user-data-dir={}", folder.join("profile").display()));
    command.arg(format!("file://{}#{hash}", folder.join("page.html").display()));
    match command.output() {
        Ok(out) => Some((String::from_utf8_lossy(&out.stdout).into_owned(), String::from_utf8_lossy(&out.stderr).into_owned())),
        Err(_) if std::env::var_os("CI").is_none() => None,
        Err(error) => panic!("{browser}: {error}"),
    }
}

#[test]
fn a_browser_comes_to_the_same_verdicts() {
    let key = Secret::from_seed(&[1; 32]);
    let trust = Trust::read(&format!("[[issuer]]\ndid = \"{}\"\nname = \"晨光客服中心\"", key.did())).expect("a list");
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("page.html"), page((&trust, &[]), FAR, "Asia/Shanghai", Tongue::Zh)).expect("written");
    let signed = |until| text(&licence(&key, until).signed(&key, LONG_AGO).expect("signed"));
    let (good, over) = (signed(FAR), signed(OVER));
    let stranger = Secret::from_seed(&[2; 32]);
    let strange = text(&licence(&stranger, FAR).signed(&stranger, LONG_AGO).expect("signed"));
    let code = licence(&key, FAR).short.expect("a short form");
    let twice = good.replacen("\"name\": \"售前客服上岗证\"", "\"name\": \"x\", \"name\": \"售前客服上岗证\"", 1);
    assert_ne!(twice, good);
    let odd = r#"{"type": ["OpenBadgeCredential"], "credentialSubject": {"achievement": {}}, "evidence": {}}"#.to_owned();
    let svg = format!("<svg><openbadges:credential><![CDATA[{good}]]></openbadges:credential></svg>");
    for (what, shown, verdict) in [
        ("good", &good, "good"),
        ("in a drawing", &svg, "good"),
        ("changed", &good.replace("王小明", "李雷"), "altered"),
        ("over", &over, "expired"),
        ("another's", &strange, "unknown-issuer"),
        ("a key twice", &twice, "unreadable"),
        ("something that is no list where one belongs", &odd, "unproven"),
        ("a QR", &code, "good"),
        ("a changed QR", &code.replace("王小明", "李雷"), "altered"),
        ("nothing", &"你好".to_owned(), "unreadable"),
    ] {
        let Some((dom, log)) = looked_at(folder.path(), shown) else { return };
        assert!(dom.contains(&format!("data-conclusion=\"{verdict}\"")), "{what}: {dom}\n{log}");
        assert!(!log.contains("CONSOLE"), "{what}: {log}");
        if verdict == "good" {
            assert!(dom.contains("王小明") && dom.contains("有效：") && dom.contains("2099-04-16"), "{what}: {dom}");
            assert!(dom.contains(">做这一页的时候没有给吊销和暂停名单"), "{what}: {dom}");
            assert!(dom.contains("<dt>吊销</dt><dd>没有查") && dom.contains("<dt>暂停</dt><dd>没有查"), "{what}: {dom}");
        }
    }
}

/// A licence that its issuer took back, and one that is good: the lists are in the page.
#[test]
fn a_browser_sees_what_was_taken_back() {
    let key = Secret::from_seed(&[1; 32]);
    let trust = Trust::read(&format!("[[issuer]]\ndid = \"{}\"\nname = \"晨光客服中心\"", key.did())).expect("a list");
    let list = |purpose, address: &str, set: &[u32]| {
        StatusList::new(purpose, address.into(), key.did(), (LONG_AGO, &set.iter().copied().collect()))
    };
    let (gone, away) = ("urn:onduty:status:SH1", "urn:onduty:status:SH1:suspension");
    let lists = [list(Purpose::Revocation, gone, &[7]), list(Purpose::Suspension, away, &[8])];
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("page.html"), page((&trust, &lists), FAR, "Asia/Shanghai", Tongue::Zh)).expect("written");
    let of = |index: u64| {
        let status = Status { revocation: gone.to_owned(), suspension: Some(away.to_owned()), index };
        let claims = Claims { status: Some(status), ..licence(&key, FAR) };
        text(&claims.signed(&key, LONG_AGO).expect("signed"))
    };
    let old = "<dd>不清楚：2001-09-09 09:46 的名单上没有它";
    for (index, verdict, revoked, suspended) in [
        (7, "revoked", "<dd>有：在 2001-09-09 09:46 的名单上", old),
        (8, "suspended", old, "<dd>有：在 2001-09-09 09:46 的名单上"),
        (9, "good", old, old),
    ] {
        let Some((dom, log)) = looked_at(folder.path(), &of(index)) else { return };
        assert!(dom.contains(&format!("data-conclusion=\"{verdict}\"")), "{index}: {dom}\n{log}");
        assert!(!log.contains("CONSOLE"), "{index}: {log}");
        for row in [format!("<dt>吊销</dt>{revoked}"), format!("<dt>暂停</dt>{suspended}")] {
            assert!(dom.contains(&row), "{index}: {row}: {dom}");
        }
    }
    // A page with one kind of list says which one it has not.
    std::fs::write(folder.path().join("page.html"), page((&trust, &lists[..1]), FAR, "Asia/Shanghai", Tongue::Zh))
        .expect("written");
    let Some((dom, _)) = looked_at(folder.path(), &of(8)) else { return };
    let made = dom.split("id=\"made\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default();
    assert!(made.contains("这一页里没有暂停名单") && !made.contains("没有吊销名单"), "{made}");
    assert!(dom.contains("<dt>暂停</dt><dd>没有查"), "{dom}");
    // An older list of the same place says nothing any more; and what stands at the end of another number is no place in a list.
    let old = |set: &[u32]| {
        StatusList::new(Purpose::Suspension, away.into(), key.did(), (Moment(LONG_AGO.0 - 1), &set.iter().copied().collect()))
    };
    let all = [old(&[9]), list(Purpose::Suspension, away, &[]), list(Purpose::Revocation, gone, &[7])];
    std::fs::write(folder.path().join("page.html"), page((&trust, &all), FAR, "Asia/Shanghai", Tongue::Zh)).expect("written");
    let Some((dom, _)) = looked_at(folder.path(), &of(9)) else { return };
    assert!(
        dom.contains("data-conclusion=\"good\"") && dom.contains("<dt>吊销</dt><dd>不清楚：2001-09-09"),
        "as of when the lists were made: {dom}"
    );
    let other =
        Short { number: "0007-SH1-20261122".into(), line: "上岗证 0007-SH1-20261122 王小明".into(), ..short(&key, FAR) };
    let Some((dom, _)) = looked_at(folder.path(), &other.signed(&key).expect("signed")) else { return };
    assert!(dom.contains("data-conclusion=\"good\"") && dom.contains("<dt>吊销</dt><dd>没有查"), "{dom}");
    // A QR has no room for where the lists are: its issuer's count, by the serial at the end of its number.
    let code = licence(&key, FAR).short.expect("a short form");
    let Some((dom, _)) = looked_at(folder.path(), &code) else { return };
    assert!(dom.contains("data-conclusion=\"revoked\""), "{dom}");
}

#[test]
fn the_page_asks_nobody_for_anything() {
    let trust = Trust::read("").expect("nobody");
    for tongue in [Tongue::Zh, Tongue::En] {
        let text = page((&trust, &[]), FAR, "Asia/Shanghai", tongue);
        assert!(!text.contains("http:") && !text.contains("https:") && !text.contains('⟦'), "{text}");
        assert!(text.contains("default-src 'none'; script-src 'sha256-"));
    }
}
