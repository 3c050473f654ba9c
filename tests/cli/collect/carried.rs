//! All files of a day in one run come to the same as each in a run of its own: what a run carries on from file to file is what the next run
//! would read.

use std::path::{Path, PathBuf};

use onduty::attempt::event::{Body, Recorded};
use onduty::base::points::Exact;
use onduty::cli::parcel;
use onduty::model::grade::Grade;
use onduty::store::sqlite::Sqlite;
use onduty::store::{LedgerLine, Store as _};

use super::{Company, secret};
use crate::desk::Desk;

/// Two PCs send two files each; in the second one's first file a grade is forged, so that its attempt is refused and the rest is taken.
fn sent() -> (Company, Vec<PathBuf>) {
    let company = Company::new();
    for (pc, who, name) in [(0, "陈小满", "一号机"), (1, "王芳", "二号机"), (0, "王芳", "一号机"), (1, "陈小满", "二号机")]
    {
        company.learn(pc, who);
        company.send(pc, name);
    }
    let files = company.sent();
    let forged = files.iter().find(|path| path.display().to_string().contains("二号机")).expect("sent");
    let mut letter = parcel::read(forged).expect("as it was sent");
    let (last, _) = letter.parcel.attempts[0].events.last_mut().expect("events");
    let Body::Closed { grade: Grade::Course(grade) } = &mut last.body else { panic!("a course that was done") };
    grade.checkpoints.earned = Exact::new(99, 1);
    std::fs::write(forged, parcel::written(&letter, &secret(&company.pcs[1]))).expect("written");
    (company, files)
}

/// A desk that knows of nobody yet.
fn desk() -> Desk {
    Desk::empty().at("shelf").with_chance(7)
}

fn collect(desk: &Desk, files: &[&Path]) {
    let stick = tempfile::tempdir().expect("a stick");
    for file in files {
        std::fs::copy(file, stick.path().join(file.file_name().expect("a name"))).expect("copied");
    }
    let _ = desk.run(&["collect", &stick.path().display().to_string()]);
}

/// What came: lines by PC, and attempts with their events.
fn came(desk: &Desk) -> (Vec<Vec<LedgerLine>>, Vec<Vec<Recorded>>) {
    let store = Sqlite::open(&desk.path("data/onduty.db")).expect("the store");
    let mut rows = store.attempts(None).expect("readable");
    rows.sort_by(|a, b| a.id.cmp(&b.id));
    let events = rows.iter().map(|row| store.events(&row.id).expect("readable")).collect();
    (store.ledgers().expect("readable").copies.into_values().collect(), events)
}

#[test]
fn one_run_or_many_in_any_order_comes_to_the_same() {
    let (_company, files) = sent();
    let at_once = desk();
    let all: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    collect(&at_once, &all);
    let there = came(&at_once);
    assert_eq!((there.0.len(), there.1.len()), (2, 3), "both PCs, and all but what was forged");
    collect(&at_once, &all);
    assert_eq!(came(&at_once), there, "once more changes nothing");
    let one_by_one = desk();
    all.iter().rev().chain(&all).for_each(|file| collect(&one_by_one, &[file]));
    assert_eq!(came(&one_by_one), there);
}
