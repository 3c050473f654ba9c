//! Who may not issue, nor be issued to.

use onduty::attempt::act::Deed;
use onduty::store::Sealed;

use super::*;

#[test]
fn who_trains_does_not_issue() {
    let office = office();
    let _ = office.sit("陈小满", "quick", RIGHT);
    assert_snapshot!(masked(&refused_to(&office, "孙训", "陈小满", "quick").to_string()), @r#"
    ── stderr ──
    Not done: 孙训 is a trainer; under this scheme who trains may not issue.
      What to do: Let another issuer sign, or say independence = "none" in the scheme (every licence then states it).
    ── exit 5 ──
    "#);
    // An examiner who had nothing to do with this candidate may.
    assert_eq!(issue(&office, "周全", "陈小满", "quick").code, 0);
}

#[test]
fn who_examined_does_not_issue() {
    let sentence = |ran: Ran| ran.err.lines().next().expect("a sentence").to_owned();
    let mut said = Vec::new();
    // Observed.
    let first = Office::staffed();
    let _ = first.sit("陈小满", "hands", "");
    observed_by(&first, "hands", ["李考", "周全"]);
    said.push(sentence(refused_to(&first, "周全", "陈小满", "hands")));
    // Admitted.
    let second = Office::staffed();
    let sitting = second.call_to_sitting("王考", "陈小满");
    assert_eq!(second.open_sitting("周全", &sitting, "陈小满", RIGHT).code, 1, "its stations are open");
    second.close_sitting("王考", &sitting);
    observed_by(&second, "watched", ["李考", "王考"]);
    said.push(sentence(refused_to(&second, "周全", "陈小满", "watched")));
    assert_eq!(issue(&second, "钱发", "陈小满", "watched").code, 0, "another may");
    // Decided.
    let third = office();
    let exam = third.sit("陈小满", "quick", BORDERLINE);
    assert_eq!(third.by("周全", &["decide", &exam, "pass", "--reason", "看过录像"]).code, 0);
    said.push(sentence(refused_to(&third, "周全", "陈小满", "quick")));
    // Granted.
    let _ = third.sit("林未", "quick", FAILING);
    assert_eq!(third.by("周全", &["grant", "林未", "quick", "--reason", "机器坏了"]).code, 0);
    let _ = third.sit("林未", "quick", RIGHT);
    said.push(sentence(refused_to(&third, "周全", "林未", "quick")));
    // Declared the one before void.
    let exam = third.sit("周末", "quick", FAILING);
    assert_eq!(third.by("周全", &["void", &exam, "--reason", "网络断了"]).code, 0);
    let _ = third.sit("周末", "quick", RIGHT);
    said.push(sentence(refused_to(&third, "周全", "周末", "quick")));
    // Observed an exam before this one.
    let second = Office::staffed();
    let _ = second.sit("陈小满", "hands", "");
    observed_by(&second, "hands", ["周全", "李考"]);
    let first = second.exam("陈小满");
    assert_eq!(second.by("赵考", &["void", &first, "--reason", "网络断了"]).code, 0);
    let _ = second.sit("陈小满", "hands", "");
    observed_by(&second, "hands", ["王考", "李考"]);
    said.push(sentence(refused_to(&second, "周全", "陈小满", "hands")));
    // Settled.
    let fourth = Office::staffed();
    let exam = fourth.sit("陈小满", "hands", "");
    for (who, marks) in [("李考", [1, 2, 1, 5]), ("王考", [1, 0, 0, 1])] {
        assert_eq!(fourth.observe(who, "bow", &marks).code + fourth.observe(who, "desk", &[3, 1, 5]).code, 0);
    }
    let take = fourth.observations()[0].id.short().to_owned();
    assert_eq!(fourth.by("周全", &["decide", &exam, "--take", &take, "--reason", "看过录像"]).code, 0);
    said.push(sentence(refused_to(&fourth, "周全", "陈小满", "hands")));
    assert_eq!(issue(&fourth, "钱发", "陈小满", "hands").code, 0, "another may");
    said.dedup();
    assert_snapshot!(said.join("\n"), @"Not done: 周全 examined this candidate; under this scheme who examines may not issue.");
}

#[test]
fn a_supervised_exam_to_which_nobody_admitted() {
    let office = Office::staffed();
    let _ = Candidate::new(&office.desk, "watched").by_script().sits();
    observed_by(&office, "watched", ["李考", "王考"]);
    assert_snapshot!(masked(&refused(&office, "陈小满", "watched").to_string()), @"
    ── stderr ──
    Not done: No examiner signed that the candidate of NUMBER was admitted; this scheme is supervised.
    ── exit 5 ──
    ");
    // Nor does it help to sign afterwards.
    let store = office.store();
    let row =
        store.attempts(None).expect("readable").into_iter().find(|row| row.subject.parts().0 == "licence").expect("an exam");
    let begun = store
        .ledger()
        .expect("a ledger")
        .into_iter()
        .find(|line| matches!(&line.what, Sealed::Started { attempt } if *attempt == row.id));
    let begun = begun.expect("it began").digest();
    office.forge("李考", Deed::Admitted { learner: row.learner, attempt: row.id, begun, seat: None }, None);
    assert!(refused(&office, "陈小满", "watched").err.contains("No examiner signed"));
}

#[test]
fn who_bears_the_candidates_name() {
    let office = office();
    let _ = office.desk.done(&["learner", "add", "钱 发"]);
    let _ = office.sit("钱 发", "quick", RIGHT);
    assert_snapshot!(masked(&refused(&office, "钱 发", "quick").to_string()), @r#"
    ── stderr ──
    Not done: 钱发 has the candidate's own name: under this scheme nobody admits, examines, grants or licenses themselves.
      What to do: Let somebody else do it; or say independence = "none" in the scheme (every licence then states it).
    ── exit 5 ──
    "#);
    let _ = office.desk.done(&["learner", "add", "李考"]);
    let sitting = office.call_to_sitting("王考", "李考");
    let ran = office.open_sitting("李考", &sitting, "李考", RIGHT);
    assert!(ran.code == 5 && ran.err.contains("own name"), "{ran}");
    let _ = office.open_sitting("王考", &sitting, "李考", RIGHT);
    let own = office.sit("李考", "quick", BORDERLINE);
    for deed in [&["decide", own.as_str(), "pass"][..], &["void", &own]] {
        let ran = office.by("李考", &[deed, &["--reason", "我说了算"]].concat());
        assert!(ran.code == 5 && ran.err.contains("own name"), "{ran}");
    }
    let none = office.desk.answers("");
    let ran = office.by("李考", &["observe", "watched", "--candidate", "李考", "--station", "bow", "--answers", &none]);
    assert!(ran.code == 5 && ran.err.contains("own name"), "{ran}");
}

#[test]
fn an_exam_sat_under_another_name() {
    let office = office();
    let _ = office.sit("林未", "quick", RIGHT);
    let swap = "UPDATE learner SET name = CASE name WHEN '林未' THEN '周末' WHEN '周末' THEN '林未' ELSE name END";
    office.sql(swap);
    assert_snapshot!(masked(&refused(&office, "周末", "quick").to_string()), @"
    ── stderr ──
    Not done: Exam NUMBER was sat by 林未. On the roster that person is 周末 now, and nobody signed that it is the same one.
      What to do: Where the roster was changed by mistake, or by somebody who should not have: put it back (who has that number now is changed first), onduty learner edit NUMBER --name 林未
      What to do: Where it is the same person (another name, a new number): an examiner who is somebody else signs that, onduty learner edit NUMBER --name 周末 --reason WHY --staff EXAMINER
    ── exit 5 ──
    ");
    // Nor where the name beside it was taken away.
    office.sql(swap);
    office.sql("DELETE FROM beside");
    assert!(refused(&office, "林未", "quick").err.contains("nothing shows that it was 林未"));
}

#[test]
fn the_issuing_keys_passphrase() {
    let office = office();
    let _ = office.sit("陈小满", "quick", RIGHT);
    let wrong = office.desk.file("wrong", "not the passphrase");
    let before = written(&office);
    let out = office.desk.path(FILE).display().to_string();
    let with = |file: &[&str]| office.by("钱发", &[&["issue", "陈小满", "quick", "--out", &out], file].concat());
    assert_snapshot!(with(&["--key-passphrase-file", &wrong]), @"
    ── stderr ──
    Not done: Wrong passphrase: DESK/data/keys/issuer-SH1.pem stays locked.
      What to do: This is the passphrase of the issuing key, not of whoever signs; look whether the keyboard types what you mean (caps lock, input method). If it is forgotten, nobody can bring it back: make a new issuing key, and what was issued stays good: onduty key rotate CODE
    ── exit 5 ──
    ");
    assert_snapshot!(with(&[]), @"
    ── stderr ──
    Not done: Without a passphrase nothing can be signed.
      What to do: Run it in a terminal window; scripts use --key-passphrase-file FILE.
    ── exit 5 ──
    ");
    std::fs::remove_file(office.desk.path("data/keys/issuer-SH1.pem")).expect("removed");
    assert_eq!(with(&["--key-passphrase-file", &office.passphrase]).code, 5);
    assert_eq!(written(&office), before);
}

#[test]
fn no_issuing_key_and_no_issuer() {
    let office = Office::empty();
    let _ = office.sit("陈小满", "quick", RIGHT);
    assert_snapshot!(masked(&refused(&office, "陈小满", "quick").to_string()), @"
    ── stderr ──
    Not done: There is no such issuing key here.
      What to do: Make one: onduty key new --name COMPANY --code SH1
    ── exit 5 ──
    ");
    let _ = office.add_staff("钱发", &["issuer"]);
    let _ = office.new_key("SH1", "晨光");
    // The issuer's key is on another PC.
    let keys = std::fs::read_dir(office.desk.path("data/keys")).expect("a folder").map(|file| file.expect("readable").path());
    let of_staff = |path: &std::path::PathBuf| path.to_string_lossy().contains("staff-");
    keys.filter(of_staff).for_each(|path| std::fs::remove_file(path).expect("removed"));
    let out = office.desk.path(FILE).display().to_string();
    let ran = office.desk.run(&["issue", "陈小满", "quick", "--out", &out]);
    assert_snapshot!(ran, @"
    ── stderr ──
    Not done: Nobody at this PC may do this: it takes the key of an issuer.
      What to do: These may: 钱发. Say who with --staff; that person's key file has to be on this PC.
      What to do: Key files that are not here: 钱发: staff-a9239c16-9009-43fd-b7f0-6ae45ed751cb.pem. Bring them from where they were made, into this folder: DESK/data/keys
    ── exit 5 ──
    ");
}
