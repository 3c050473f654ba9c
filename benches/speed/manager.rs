//! The manager's desk: licences for everybody who may, a roster, a group, what many PCs send. Each beside its yardstick, or within
//! the time that is promised.

use std::path::Path;
use std::time::Duration;

use onduty::attempt::event::{Beside, Body, Event, Recorded};
use onduty::base::digest::{Digest, canonical};
use onduty::base::id::{AttemptId, LearnerId};
use onduty::base::moment::Moment;
use onduty::credential::keys::Secret;
use onduty::credential::{json, proof};
use onduty::store::{Learner, LedgerLine, Post, Store as _, chain, codec};
use rusqlite::params;

use crate::desk::{Desk, Ran};
use crate::office::{Office, RIGHT};
use crate::{millis, timed};

/// How many licences, where `ONDUTY_BENCH_CROWD` says nothing else.
const CROWD: usize = 10_000;

fn crowd_size() -> usize {
    std::env::var("ONDUTY_BENCH_CROWD").ok().and_then(|n| n.parse().ok()).unwrap_or(CROWD)
}

/// Somebody of the crowd.
fn person(n: usize) -> Learner {
    Learner {
        id: LearnerId::from(format!("01b00000-0000-7000-8000-{n:012x}")),
        name: format!("员工{n:05}"),
        staff_number: Some(format!("W{n:05}")),
        language: None,
        plain: false,
        created: Moment(1_795_311_000_000),
        post: Post { groups: ["客服".to_owned()].into(), ..Post::default() },
    }
}

/// An office where so many have passed `quick`: one sat it, the others' exams are the same under other names.
fn crowd(size: usize) -> Office {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", RIGHT);
    alike(office, 0, size)
}

/// The exam that somebody sat here, sat by so many others too, who are numbered from there.
fn alike(office: Office, from: usize, size: usize) -> Office {
    let mut store = office.store();
    let sat = store.attempts(None).expect("readable").remove(0).id;
    let events = store.events(&sat).expect("readable");
    let people: Vec<Learner> = (from..from + size).map(person).collect();
    store.enrol(&people, &mut || {}).expect("enrolled");
    let mut last = store.ledger().expect("readable").pop();
    drop(store);
    // By hand, all in one go: what a store does with an event at a time has its own line.
    let mut db = rusqlite::Connection::open(office.desk.path("data/onduty.db")).expect("the records");
    let tx = db.transaction().expect("begun");
    for (n, learner) in (from..).zip(&people) {
        sit_alike(&tx, &mut last, (&events, learner), &format!("01b10000-0000-7000-8000-{n:012x}").into());
    }
    tx.commit().expect("written");
    office
}

/// The same exam, sat by another.
fn sit_alike(
    tx: &rusqlite::Transaction<'_>,
    last: &mut Option<LedgerLine>,
    (events, learner): (&[Recorded], &Learner),
    attempt: &AttemptId,
) {
    let mut previous: Option<Digest> = None;
    for recorded in events {
        let mut event: Event = recorded.event.clone();
        (event.attempt, event.by, event.previous) = (attempt.clone(), learner.id.as_str().into(), previous);
        let mut beside = recorded.beside.clone();
        if let Body::Started { plan } = &mut event.body {
            (plan.attempt, plan.learner) = (attempt.clone(), learner.id.clone());
            let own = Beside { salt: "salt".to_owned(), words: learner.name.clone() };
            if let Some(exam) = &mut plan.exam {
                exam.holder = own.digest();
            }
            beside = Some(own);
            let row = params![attempt.as_str(), learner.id.as_str(), event.at.0];
            let sql =
                "INSERT INTO attempt (id, learner, subject_kind, subject_id, started) VALUES (?1, ?2, 'licence', 'quick', ?3)";
            tx.prepare_cached(sql).expect("sql").execute(row).expect("written");
        }
        let (json, digest) = codec::encode(&event);
        let row = params![attempt.as_str(), event.seq, event.at.0, json, digest.to_string()];
        let sql = "INSERT INTO event (attempt, seq, at, json, digest) VALUES (?1, ?2, ?3, ?4, ?5)";
        tx.prepare_cached(sql).expect("sql").execute(row).expect("written");
        if let Some(Beside { salt, words }) = &beside {
            let sql = "INSERT INTO beside (attempt, seq, salt, words) VALUES (?1, ?2, ?3, ?4)";
            tx.prepare_cached(sql).expect("sql").execute(params![attempt.as_str(), event.seq, salt, words]).expect("written");
        }
        previous = Some(digest);
        if let Some(what) = chain::sealed(&event) {
            let line = LedgerLine::after(last.as_ref(), what, digest);
            let row = params![
                line.number,
                line.what.name(),
                attempt.as_str(),
                digest.to_string(),
                line.previous.map(|it| it.to_string())
            ];
            let sql = "INSERT INTO ledger (origin, number, what, attempt, digest, previous) VALUES ('', ?1, ?2, ?3, ?4, ?5)";
            tx.prepare_cached(sql).expect("sql").execute(row).expect("written");
            *last = Some(line);
        }
    }
}

/// Licences for everybody who may, as JSON, beside as many canonicalisations, twice as many signatures and as many durable inserts.
pub fn issue() -> bool {
    let size = crowd_size();
    let mut office = None;
    let made = timed(|| office = Some(crowd(size)));
    let office = office.expect("made");
    let out = office.desk.path("licences").display().to_string();
    let args = ["issue", "--eligible", "quick", "--out", &out, "--key-passphrase-file", &office.passphrase];
    let mut ran: Option<Ran> = None;
    let ours = timed(|| ran = Some(office.by("钱发", &args)));
    let ran = ran.expect("it ran");
    assert_eq!(ran.code, 0, "{ran}");
    let files: Vec<_> = std::fs::read_dir(&out).expect("a folder").filter_map(Result::ok).collect();
    // The first sat it too; the folder has a note and a list to sign beside the licences.
    assert_eq!(files.len(), size + 3, "none is missing");
    let one = files.iter().map(std::fs::DirEntry::path).find(|path| path.to_string_lossy().contains("SH1")).expect("a licence");
    let (signing, inserting) = yardstick(&one, size);
    let most = (signing + inserting) * 2;
    println!(
        "issue: {size} licences {:.1} s (store made in {:.1} s); {size} canonicalisations and {} signatures {:.1} s, \
         {size} durable inserts {:.1} s; ratio {:.2}, promised at most 2",
        millis(ours) / 1e3,
        millis(made) / 1e3,
        size * 2,
        millis(signing) / 1e3,
        millis(inserting) / 1e3,
        ours.as_secs_f64() * 2.0 / most.as_secs_f64()
    );
    ours <= most
}

/// What cannot be done without: the meaning and the JSON of a licence made canonical, each signed, and its row on the disk.
fn yardstick(licence: &Path, size: usize) -> (Duration, Duration) {
    let bytes = std::fs::read(licence).expect("a file");
    let mut document = json::read(&bytes).expect("JSON");
    let key = Secret::from_seed(&[7; 32]);
    document["issuer"]["id"] = key.did().as_str().into();
    document.as_object_mut().expect("an object").remove("proof");
    let signing = timed(|| {
        for _ in 0..size {
            let mut document = document.clone();
            proof::sign(&mut document, &key, Moment(1_795_311_000_000)).expect("signed");
            std::hint::black_box(document);
        }
    });
    let folder = tempfile::tempdir().expect("a folder");
    let bare = rusqlite::Connection::open(folder.path().join("bare.db")).expect("a database");
    bare.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
         CREATE TABLE licence (number TEXT NOT NULL PRIMARY KEY, json TEXT NOT NULL, digest BLOB NOT NULL) STRICT, WITHOUT ROWID;",
    )
    .expect("a table");
    let text = String::from_utf8(canonical(&document)).expect("UTF-8");
    let inserting = timed(|| {
        for n in 0..size {
            let mut insert = bare.prepare_cached("INSERT INTO licence VALUES (?1, ?2, ?3)").expect("sql");
            insert.execute(params![format!("{n:08}"), text, [0_u8; 32]]).expect("durable");
        }
    });
    (signing, inserting)
}

/// Fifty thousand rows of a roster, read, laid over nobody and then over everybody, and written.
pub fn roster() -> bool {
    let rows: String = (0..50_000).map(|n| format!("员工{n:05},W{n:05},{}班,在职\n", n % 500)).collect();
    let desk = Desk::empty();
    let file = desk.file("roster.csv", &format!("姓名,工号,班组,状态\n{rows}"));
    let import = || timed(|| assert_eq!(desk.run(&["learner", "import", &file]).code, 0));
    let (first, again) = (import(), import());
    println!("roster: 50000 rows {:.0} ms, once more {:.0} ms; promised at most 5000", millis(first), millis(again));
    first.max(again) <= Duration::from_secs(5)
}

/// A group of a thousand who sat an exam each.
pub fn group() -> bool {
    let office = crowd(1_000);
    let time = timed(|| assert_eq!(office.desk.run(&["group", "show", "客服"]).code, 0));
    println!("group: {:.0} ms for 1000 people; promised at most 5000", millis(time));
    time <= Duration::from_secs(5)
}

/// What thirty PCs send after an exam day, a hundred exams each: walked again and taken in.
pub fn collect() -> bool {
    let stick = tempfile::tempdir().expect("a stick");
    let dir = stick.path().display().to_string();
    for pc in 0..30 {
        let office = Office { desk: Office::empty().desk.with_chance(pc + 1), passphrase: String::new() };
        let _ = office.desk.run(&["exam", "quick", "--as", "陈小满", "--answers", &office.desk.answers(RIGHT)]);
        let office = alike(office, 1_000 * pc as usize, 99);
        assert_eq!(office.desk.run(&["send", &dir, "--name", &format!("PC {pc}")]).code, 0);
    }
    let desk = Desk::at_shelf().with_chance(99);
    let take = || timed(|| assert_eq!(desk.run(&["collect", &dir]).code, 0));
    let (first, again) = (take(), take());
    println!(
        "collect: 30 PCs with 100 exams each {:.0} ms, once more {:.0} ms; promised at most 60000",
        millis(first),
        millis(again)
    );
    first.max(again) <= Duration::from_secs(60)
}
