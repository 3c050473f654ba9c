//! What only a head noted elsewhere can show: a cut tail, a deleted attempt, a restored older file. Without one the audit finds nothing
//! and says that it cannot know.

use insta::assert_snapshot;
use rusqlite::Connection;
use serde_json::Value;

use super::story::{relinked, resealed, told};
use crate::office::{Office, masked};

/// Somebody who puts the guards back when he is done.
pub fn forged(office: &Office, forge: impl Fn(&Connection)) {
    let db = Connection::open(office.desk.path("data/onduty.db")).expect("the records");
    let guards: Vec<(String, String)> = db
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .and_then(|mut all| all.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
        .expect("readable");
    for (guard, _) in &guards {
        db.execute_batch(&format!("DROP TRIGGER \"{guard}\"")).expect("dropped");
    }
    db.execute_batch("PRAGMA foreign_keys = OFF").expect("settled");
    forge(&db);
    for (_, sql) in &guards {
        db.execute_batch(sql).expect("put back");
    }
}

/// The head as it is now.
fn head(office: &Office) -> String {
    office.desk.done(&["audit", "--head"]).out.trim().to_owned()
}

/// Practises once more; the newest attempt is the one.
fn practises(office: &Office) {
    let answers = office.desk.answers("\"queue/opening\" = [\"wait\", \"help\"]");
    let ran = office.desk.run(&["--as", "陈小满", "practise", "queue", "--again", "--answers", &answers]);
    assert!(ran.code <= 1, "{ran}");
}

/// What an audit finds: without a head, and against one.
fn found(office: &Office, head: &str) -> (Vec<String>, Vec<String>) {
    let codes = |args: &[&str]| {
        let (report, code) = office.desk.json(args);
        let all: Vec<String> = report["findings"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|it| it["what"].as_str().expect("text").to_owned())
            .collect();
        assert_eq!(code, u8::from(!all.is_empty()), "{report}");
        let unknown = report["not_checked"].as_array().expect("a list").iter().any(|it| it["what"] == "audit-unknown-tail");
        assert_eq!(unknown, args.len() == 1, "{report}");
        all
    };
    (codes(&["audit"]), codes(&["audit", "--since", head]))
}

#[test]
fn a_cut_tail_is_found_against_a_head_only() {
    let office = told();
    practises(&office);
    let head = head(&office);
    assert_eq!(found(&office, &head), (vec![], vec![]), "the head is its own");
    forged(&office, |db| {
        let newest = "(SELECT attempt FROM ledger ORDER BY number DESC LIMIT 1)";
        db.execute_batch(&format!(
            "CREATE TEMP TABLE gone AS SELECT {newest} AS id; DELETE FROM ledger WHERE attempt = (SELECT id FROM gone);
             DELETE FROM event WHERE attempt = (SELECT id FROM gone); DELETE FROM attempt WHERE id = (SELECT id FROM gone)"
        ))
        .expect("cut");
    });
    assert_eq!(found(&office, &head), (vec![], vec!["head-shorter".to_owned()]));
}

#[test]
fn a_deleted_attempt_is_found_against_a_head_though_the_chain_was_rebuilt() {
    let office = told();
    practises(&office);
    let head = head(&office);
    practises(&office);
    forged(&office, |db| {
        let older = "(SELECT attempt FROM ledger WHERE attempt IS NOT NULL ORDER BY number DESC LIMIT 1 OFFSET 2)";
        db.execute_batch(&format!(
            "CREATE TEMP TABLE gone AS SELECT {older} AS id; DELETE FROM ledger WHERE attempt = (SELECT id FROM gone);
             DELETE FROM event WHERE attempt = (SELECT id FROM gone); DELETE FROM attempt WHERE id = (SELECT id FROM gone)"
        ))
        .expect("deleted");
        relinked(db);
        resealed(db);
    });
    assert_eq!(found(&office, &head), (vec![], vec!["head-other".to_owned()]));
}

#[test]
fn an_attempt_deleted_before_an_admission_is_found_by_what_the_examiner_signed() {
    let office = told();
    forged(&office, |db| {
        db.execute_batch(
            "CREATE TEMP TABLE gone AS SELECT id FROM attempt WHERE subject_kind = 'bank';
             DELETE FROM ledger WHERE attempt = (SELECT id FROM gone); DELETE FROM beside WHERE attempt = (SELECT id FROM gone);
             DELETE FROM event WHERE attempt = (SELECT id FROM gone); DELETE FROM attempt WHERE id = (SELECT id FROM gone)",
        )
        .expect("deleted");
        relinked(db);
        resealed(db);
    });
    let (report, code) = office.desk.json(&["audit"]);
    assert_eq!((code, report["findings"][0]["what"].as_str()), (1, Some("act")), "{report}");
}

#[test]
fn an_older_file_put_back_is_found_against_a_head_only() {
    let office = told();
    let older = office.read("data/onduty.db");
    practises(&office);
    let head = head(&office);
    std::fs::write(office.desk.path("data/onduty.db"), older).expect("written");
    assert_eq!(found(&office, &head), (vec![], vec!["head-shorter".to_owned()]));
}

#[test]
fn heads_stand_in_a_file_and_mistyped_ones_are_told() {
    let office = told();
    let first = head(&office);
    practises(&office);
    let file = office.desk.file("heads.txt", &format!("Our heads\n{first}\n{}\n", head(&office)));
    let (report, code) = office.desk.json(&["audit", "--since", &file]);
    let since: Vec<_> = report["heads"].as_array().expect("a list").iter().map(|it| it["lines_since"].as_u64()).collect();
    assert_eq!((code, since), (0, vec![Some(2), Some(0)]));
    let swapped = format!("{}{}", &first[..first.len() - 1], if first.ends_with('0') { '1' } else { '0' });
    let ran = office.desk.run(&["audit", "--since", &swapped]);
    assert!(ran.code == 2 && ran.err.contains("is mistyped"), "{ran}");
    assert_snapshot!(office.desk.run(&["audit", "--since", "yesterday"]), @r#"
    ── stderr ──
    Not done: "yesterday" is no head and no file with one.
      What to do: A head looks like 20261122-128-7Q3K-9XV2-M4TD-0HRE-8WPA-C and comes from onduty audit --head
    ── exit 2 ──
    "#);
    assert_snapshot!(Office::empty().desk.run(&["audit", "--head"]), @"
    ── stderr ──
    Nothing was recorded yet; there is no head to note.
    ── exit 0 ──
    ");
}

#[test]
fn what_a_sound_and_a_tampered_store_are_told() {
    let office = told();
    assert_snapshot!(masked(&office.desk.run(&["audit"]).to_string()), @"
    ✓ Everything that is kept holds together.

    Looked at: attempts 7 (graded again, with the same result: 7), acts 15,
    licences proven by their files 1, lines of the ledger 29.

    Could not be checked

    - Whether lines are missing at the end, or the whole store is an older copy or
      was rebuilt: from inside nobody can know. Note the head elsewhere from time
      to time (onduty audit --head) and hold the records against it
      (onduty audit --since HEAD).

    Not part of the record

    Names, staff numbers, groups, settings and what trainers and learners say to
    each other are not sealed: they can be changed and erased, and an audit cannot
    tell whether they were.
    ── exit 0 ──
    ");
    assert_snapshot!(masked(&office.desk.run(&["audit", "--lang", "zh-CN"]).to_string()), @"
    √ 存下来的都对得上。

    查过：记录 7 份（重新评分、结果一致的 7 份），签名 15 份，有证书文件为凭的证
    1 张，总账 29 行。

    查不了的

    - 末尾有没有被截掉，整份记录是不是换成了旧的、或从头重做过：光看里面，谁也看不
      出来。请隔一段时间把账头抄到别处（onduty audit --head），以后拿它来对
      （onduty audit --since 账头）。

    不在封存之列的

    姓名、工号、分组、设置，以及培训师和学员之间说的话，都没有封存：可以改、可以
    删，审计看不出改没改过。
    ── exit 0 ──
    ");
    forged(&office, |db| db.execute_batch("UPDATE reason SET words = 'because'; DELETE FROM credential").expect("done"));
    assert_snapshot!(masked(&office.desk.run(&["audit"]).to_string()), @"
    ✗ Does not hold together: 1

    Looked at: attempts 7 (graded again, with the same result: 7), acts 0, licences
    proven by their files 0, lines of the ledger 29.

    ✗ Act UUID has other words beside it than it
      seals
      What it means: What was signed was changed, or somebody else signed it.
        Admissions, marks and licences by this act do not count until it is cleared
        up.

    Could not be checked

    - Licences and exams' outcomes: what staff signed, the list of attempts or the
      ledger does not read, so there is nothing to hold them against.
    - Whether lines are missing at the end, or the whole store is an older copy or
      was rebuilt: from inside nobody can know. Note the head elsewhere from time
      to time (onduty audit --head) and hold the records against it
      (onduty audit --since HEAD).

    Not part of the record

    Names, staff numbers, groups, settings and what trainers and learners say to
    each other are not sealed: they can be changed and erased, and an audit cannot
    tell whether they were.
    ── exit 1 ──
    ");
    assert_snapshot!(masked(&office.desk.run(&["audit", "--lang", "zh-CN"]).to_string()), @"
    × 对不上的：1 处

    查过：记录 7 份（重新评分、结果一致的 7 份），签名 0 份，有证书文件为凭的证
    0 张，总账 29 行。

    × 签名记录 UUID：旁边存的文字和封存的不一样
      这意味着：签过名的内容被改了，或者不是本人签的。查清之前，凭它的放行、评分、
        发证都不算数。

    查不了的

    - 证和考试结果：工作人员的签名、记录目录或总账读不出来，没有可以拿来核对的。
    - 末尾有没有被截掉，整份记录是不是换成了旧的、或从头重做过：光看里面，谁也看不
      出来。请隔一段时间把账头抄到别处（onduty audit --head），以后拿它来对
      （onduty audit --since 账头）。

    不在封存之列的

    姓名、工号、分组、设置，以及培训师和学员之间说的话，都没有封存：可以改、可以
    删，审计看不出改没改过。
    ── exit 1 ──
    ");
    let (report, _) = office.desk.json(&["audit"]);
    assert_eq!(report["sound"], Value::Bool(false));
}
