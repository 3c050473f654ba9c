//! `learner export` and `learner erase`: what is held about a person, to that person; and how it goes.

use insta::assert_snapshot;
use onduty::store::Store as _;
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde_json::Value;

use crate::office::{Office, RIGHT, masked};

/// Found nowhere by chance.
pub const NAME: &str = "欧阳梓涵";
const NUMBER: &str = "KF-77310";
pub const TYPED: &str = "我叫欧阳梓涵";

/// An office where the person has practised in words, was talked with, was granted an exam, sat it, and holds a licence.
pub fn office() -> Office {
    let office = Office::staffed();
    let desk = &office.desk;
    let _ = desk.done(&["learner", "add", NAME, "--staff-number", NUMBER]);
    let answers =
        desk.file("first.toml", &format!("format = 1\nfallback = \"first\"\n[answers]\n\"kinds/word\" = \"{TYPED}\"\n"));
    let asked = desk.run(&["--as", NAME, "quiz", "kinds", "--count", "20", "--answers", &answers]);
    assert!(asked.code <= 1, "{asked}");
    let id = office.store().attempts(None).expect("readable")[0].id.to_string();
    let _ = desk.done(&["note", &id, &format!("{NAME}, look again."), "--staff", "Ms Li"]);
    let granted = office.by("王考", &["grant", NAME, "quick", "--reason", &format!("{NAME} lost power")]);
    assert_eq!(granted.code, 0, "{granted}");
    let _ = office.sit(NAME, "quick", RIGHT);
    let out = desk.path("licence.json").display().to_string();
    assert_eq!(office.issue(NAME, "quick", &out).code, 0);
    office
}

/// In which tables a text stands.
pub fn tables_with(office: &Office, text: &str) -> Vec<String> {
    let db = Connection::open(office.desk.path("data/onduty.db")).expect("the records");
    let tables: Vec<String> = db
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .and_then(|mut all| all.query_map([], |row| row.get(0))?.collect())
        .expect("readable");
    let holds = |table: &String| {
        let mut statement = db.prepare(&format!("SELECT * FROM \"{table}\"")).expect("SQL");
        let columns = statement.column_count();
        let mut rows = statement.query([]).expect("rows");
        let mut found = false;
        while let Some(row) = rows.next().expect("readable") {
            for at in 0..columns {
                let bytes = match row.get_ref(at).expect("a value") {
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes,
                    _ => continue,
                };
                found |= bytes.windows(text.len()).any(|window| window == text.as_bytes());
            }
        }
        found
    };
    tables.into_iter().filter(holds).collect()
}

/// Whether a text stands anywhere in the files of the records, freed pages and logs among them.
fn left_in_files(office: &Office, text: &str) -> bool {
    let files = std::fs::read_dir(office.desk.path("data")).expect("a folder").map(|it| it.expect("readable").path());
    files.filter(|path| path.is_file()).any(|path| {
        let bytes = std::fs::read(path).expect("readable");
        bytes.windows(text.len()).any(|window| window == text.as_bytes())
    })
}

#[test]
fn a_name_stands_only_where_it_can_be_erased() {
    let office = office();
    assert_eq!(tables_with(&office, NAME), ["beside", "credential", "learner", "reason", "saying"]);
    assert_eq!(tables_with(&office, NUMBER), ["beside", "learner"]);
    assert_eq!(tables_with(&office, TYPED), ["beside"]);
    // What is said of the records as such names nobody.
    let audit = office.desk.run(&["audit"]);
    let head = office.desk.run(&["audit", "--head"]);
    let backup = office.desk.run(&["backup", &office.desk.path("b.db").display().to_string()]);
    for ran in [audit, head, backup] {
        assert!(!ran.to_string().contains(NAME) && !ran.to_string().contains(NUMBER), "{ran}");
    }
    // Nor do lock files, or the names of files.
    let names = std::fs::read_dir(office.desk.path("data")).expect("a folder").map(|it| it.expect("readable").file_name());
    assert!(!names.into_iter().any(|name| name.to_string_lossy().contains(NAME)));
}

#[test]
fn who_is_erased_is_gone_from_the_files_and_the_record_stands() {
    let office = office();
    assert_snapshot!(masked(&office.desk.run(&["learner", "erase", NAME, "--yes-erase", NAME]).to_string()), @"
    ── stderr ──
    This goes for good: the name and number of 欧阳梓涵 (KF-77310), typed words 2, things said 1, reasons 1, licence files 1.
    This stays, under a random id that says nothing of the person: attempts 2 with choices, points, times and digests, and what was signed about them. The chain over all records needs them.
    Licence 20261122-SH1-0001 holds until 2027-11-21: its file here goes, but what was handed out still verifies. If it shall not, take it back first; afterwards nobody can look up whose it was.
    Erased. What stays goes by UUID.
    Backups, exports and pages written earlier still hold what was erased: delete them, and make a new backup. A backup restored here forgets the person again.
    ── exit 0 ──
    ");
    for text in [NAME, NUMBER, TYPED] {
        assert_eq!(tables_with(&office, text), [""; 0], "{text}");
        assert!(!left_in_files(&office, text), "{text}");
    }
    let (report, code) = office.desk.json(&["audit"]);
    let unknown: Vec<_> = report["not_checked"].as_array().expect("a list").iter().map(|it| it["what"].clone()).collect();
    assert_eq!((code, report["looked_at"]["attempts"].as_u64()), (0, Some(2)), "{report}");
    assert!(unknown.contains(&Value::from("audit-unknown-licence")), "{report}");
    assert_eq!(office.desk.run(&["learner", "show", NAME]).code, 2, "nobody has that name");
}

#[test]
fn only_the_whole_name_erases() {
    let office = office();
    for wrong in ["欧阳", "陈小满", ""] {
        let ran = office.desk.run(&["learner", "erase", NUMBER, "--yes-erase", wrong]);
        assert!(ran.code == 5 && ran.err.contains("nothing was erased"), "{ran}");
    }
    let ran = office.desk.run(&["learner", "erase", NAME]);
    assert!(ran.code == 2 && ran.err.contains("--yes-erase"), "{ran}");
    assert_eq!(office.store().learners().expect("readable").len(), 2);
}

#[test]
fn nobody_is_erased_in_the_middle_of_an_exam() {
    let office = Office::staffed();
    let none = office.desk.file("none.toml", "format = 1\n");
    assert_eq!(office.desk.run(&["exam", "quick", "--answers", &none]).code, 2);
    assert_snapshot!(masked(&office.desk.run(&["learner", "erase", "陈小满", "--yes-erase", "陈小满"]).to_string()), @"
    ── stderr ──
    Not done: 陈小满 is sitting an exam (NUMBER); nothing is erased before it is over.
      What to do: Let it be handed in, or declare it void: onduty void NUMBER --reason WHY
    ── exit 5 ──
    ");
    let exam = office.exam("陈小满");
    assert_eq!(office.by("李考", &["void", &exam, "--reason", "the power went out"]).code, 0);
    assert_snapshot!(masked(&office.desk.run(&["learner", "erase", "陈小满", "--yes-erase", "陈小满", "--lang", "zh-CN"]).to_string()), @"
    ── stderr ──
    这些会永久删除：陈小满 的姓名和工号，打过的字 1 处，说过的话 0 条，签名的理由 1 条，证书文件 0 份。
    这些会留下，只挂在一个看不出是谁的随机编号下：记录 1 份（选择、得分、时间、摘要），以及别人为它们签过的名。整本账的前后衔接少不了它们。
    已删除。留下的记录挂在 UUID 名下。
    以前的备份、导出文件和网页里还有已删除的内容：请一并删掉，再做一份新备份。以后恢复旧备份，会再次忘掉这个人。
    ── exit 0 ──
    ");
}

#[test]
fn a_backup_from_before_forgets_again() {
    let office = office();
    let file = office.desk.path("monday.db").display().to_string();
    let _ = office.desk.done(&["backup", &file]);
    let _ = office.desk.done(&["learner", "erase", NAME, "--yes-erase", NAME]);
    let _ = office.desk.done(&["restore", &file]);
    assert_eq!(tables_with(&office, NAME), [""; 0]);
    assert!(!left_in_files(&office, NAME), "nor in what the restore left behind");
    assert!(office.is_sound());
}

/// A restore that was ended in the middle leaves a copy of the records beside them: it goes with the next one, and with who is erased.
#[test]
fn what_an_ended_restore_left_beside_goes() {
    let office = office();
    let records = office.desk.path("data/onduty.db");
    let (left, other) = (office.desk.path("data/.onduty.db.4711.new"), office.desk.path("data/.onduty.db.mine.new"));
    let file = office.desk.path("monday.db").display().to_string();
    let _ = office.desk.done(&["backup", &file]);
    for goes in [&["restore", &file][..], &["learner", "erase", NAME, "--yes-erase", NAME]] {
        std::fs::copy(&records, &left).expect("copied");
        std::fs::write(&other, "not ours").expect("written");
        let _ = office.desk.done(goes);
        assert!(!left.exists() && other.exists(), "{goes:?}");
    }
}

#[test]
fn a_person_gets_everything_that_is_held() {
    let office = office();
    let out = office.desk.path("held.json").display().to_string();
    assert_snapshot!(office.desk.run(&["learner", "export", NAME, "--out", &out]), @"
    ── stderr ──
    All that is held about 欧阳梓涵 (KF-77310) is in DESK/held.json; to read: DESK/held.html
    ── exit 0 ──
    ");
    let held: Value = serde_json::from_slice(&office.read("held.json")).expect("JSON");
    assert_eq!(held["person"]["staff_number"], NUMBER);
    let kinds: Vec<_> = held["attempts"].as_array().expect("a list").iter().map(|it| it["kind"].as_str()).collect();
    assert_eq!(kinds, [Some("bank"), Some("licence")]);
    let typed = held["attempts"][0]["events"].as_array().expect("a list").iter().any(|it| it["words"] == TYPED);
    assert!(typed, "{held}");
    assert_eq!(held["said"][0]["words"], format!("{NAME}, look again."));
    let acts: Vec<_> =
        held["signed_about"].as_array().expect("a list").iter().map(|it| it["act"]["deed"]["act"].as_str()).collect();
    assert_eq!(acts, [Some("granted"), Some("issued")]);
    assert_eq!(held["signed_about"][0]["reason"], format!("{NAME} lost power"));
    assert_eq!(held["signed_about"][1]["licence"]["type"][1], "OpenBadgeCredential");
    let page = String::from_utf8(office.read("held.html")).expect("text");
    assert!(page.contains(TYPED) && page.contains("lost power") && !page.contains('⟦') && !page.contains("<script"), "{page}");
    for said in ["<li>On the roster since: ", "<th scope=\"col\">State</th>", "<td>valid</td>", "passed · 100 of 100"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert_eq!(office.desk.run(&["learner", "export", NAME, "--out", &out]).code, 5, "no file is written over");
    // Named as a page, it is the page.
    let page = office.desk.path("page.html").display().to_string();
    assert_eq!(office.desk.run(&["learner", "export", NAME, "--out", &page]).code, 0);
    assert!(office.read("page.html").starts_with(b"<!") && office.read("page.json").starts_with(b"{"));
    let end = held["attempts"][1]["events"].as_array().expect("a list").last().expect("events")["event"]["body"]["grade"].clone();
    assert!(end["verdict"].is_object() && end["theory"].is_null() && end["plays"].is_null(), "the key is not given away: {end}");
    // Of others there is nothing in it.
    assert!(!held.to_string().contains("陈小满"));
}

/// What was only proposed is told as such; what was done at a sitting, where an answer sheet was turned to, and what became of an appeal.
#[test]
fn what_is_held_is_told_as_it_is() {
    let office = Office::staffed();
    office.desk.edit("shelf/quick.toml", "accepts = \"script\"", "accepts = \"script\"\ntwo_persons = [\"issue\"]");
    let _ = office.call_to_sitting("李考", "陈小满");
    let _ = office.sit("陈小满", "quick", RIGHT);
    let out = office.desk.path("licence.json").display().to_string();
    assert_eq!(office.issue("陈小满", "quick", &out).code, 0);
    let _ = office.desk.done(&["--as", "陈小满", "appeal", "open", "--reason", "第三题的答案不对"]);
    let receipt = office.desk.json(&["appeal", "list"]).0[0]["receipt"].as_str().expect("a number").to_owned();
    let ran = office.by("赵考", &["appeal", "decide", &receipt, "--dismiss", "--reason", "答案核对无误"]);
    assert_eq!(ran.code, 0, "{ran}");
    let page = || {
        let _ = std::fs::remove_file(office.desk.path("held.json"));
        let _ = std::fs::remove_file(office.desk.path("held.html"));
        let _ = office.desk.done(&["learner", "export", "陈小满", "--out", &office.desk.path("held.html").display().to_string()]);
        String::from_utf8(office.read("held.html")).expect("text")
    };
    let told = page();
    for said in [
        "issued a licence (proposed; waits for a second person) · 20261122-SH1-0001",
        "<td>waits for a second person</td>",
        "called to sitting ",
        "The watched licence, 三号机房, 2026-11-22 09:00",
        &format!("<td class=\"small\">{receipt}</td>"),
        "答案核对无误</td>",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
    assert!(!told.contains('⟦'), "{told}");
    let act = office.desk.json(&["confirm"]).0[0]["act"].as_str().expect("one waits").to_owned();
    let ran = office.by("周全", &["confirm", &act, "--refuse", "--reason", "照片不对"]);
    assert_eq!(ran.code, 0, "{ran}");
    let told = page();
    assert!(
        told.contains("issued a licence (proposed; came to nothing)") && told.contains("refused as the second person"),
        "{told}"
    );
}
