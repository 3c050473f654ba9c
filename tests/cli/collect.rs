//! `send` and `collect`: several PCs and one desk.

mod carried;
mod copied;
mod forged;

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use insta::assert_snapshot;
use onduty::attempt::event::Body;
use onduty::base::points::Exact;
use onduty::cli::parcel;
use onduty::credential::keys::Secret;
use onduty::model::grade::Grade;
use onduty::store::Sealed;

use crate::desk::Desk;

const ALL: &str = "format = 1\nfallback = \"first\"\n[answers]\n";

/// A desk with a roster, two PCs that took it, and the folder between them.
struct Company {
    desk: Desk,
    pcs: [Desk; 2],
    stick: tempfile::TempDir,
}

impl Company {
    fn new() -> Self {
        let stick = tempfile::tempdir().expect("a stick");
        let desk = Desk::empty().at("shelf").with_chance(1);
        let roster = desk.file("roster.csv", "姓名,工号,班组\n陈小满,0042,一班\n王芳,0043,一班\n");
        let _ = desk.done(&["learner", "import", &roster]);
        let _ = desk.done(&["assign", "first-day", "--to", "一班", "--due", "2026-12-01"]);
        let pcs = [2, 3].map(|n| Desk::empty().at("shelf").with_chance(n));
        let company = Self { desk, pcs, stick };
        let _ = company.desk.done(&["send", &company.dir(), "--roster", "--name", "主管台"]);
        for pc in &company.pcs {
            let _ = pc.done(&["collect", &company.dir()]);
        }
        company
    }

    fn dir(&self) -> String {
        self.stick.path().display().to_string()
    }

    /// The course, done on a PC.
    fn learn(&self, pc: usize, who: &str) {
        let all = self.pcs[pc].file("all.toml", ALL);
        let _ = self.pcs[pc].run(&["--as", who, "learn", "first-day", "--answers", &all]);
    }

    fn send(&self, pc: usize, name: &str) {
        let _ = self.pcs[pc].done(&["send", &self.dir(), "--name", name]);
    }

    /// What has been sent, without the roster.
    fn sent(&self) -> Vec<PathBuf> {
        let mut all: Vec<PathBuf> =
            std::fs::read_dir(self.stick.path()).expect("a folder").map(|it| it.expect("a file").path()).collect();
        all.retain(|path| !path.file_name().is_some_and(|it| it.to_string_lossy().starts_with("roster")));
        all.sort();
        all
    }
}

/// The key of a PC's store: whoever has the PC has it.
fn secret(pc: &Desk) -> Secret {
    let db = rusqlite::Connection::open(pc.path("data/onduty.db")).expect("the store");
    let seed: String = db.query_row("SELECT value FROM setting WHERE key = 'store-secret'", [], |row| row.get(0)).expect("a key");
    Secret::from_seed(&hex::decode(seed).expect("hex").try_into().expect("32 bytes"))
}

/// Unpacks a file, changes its text, packs it again.
fn doctored(path: &Path, change: impl Fn(String) -> String) {
    let mut text = String::new();
    let file = std::fs::File::open(path).expect("a file");
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).expect("text");
    let changed = change(text.clone());
    assert_ne!(changed, text, "nothing to change");
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    out.write_all(changed.as_bytes()).expect("memory");
    std::fs::write(path, out.finish().expect("memory")).expect("written");
}

#[test]
fn what_is_done_on_pcs_comes_to_the_desk_and_the_roster_goes_back() {
    let company = Company::new();
    let pc = &company.pcs[0];
    assert_snapshot!(pc.run(&["collect", &company.dir()]), @"
    Roster, staff and assignments of 主管台 are taken in, 0 new (roster-主管台-kbg318.onduty)
    ── exit 0 ──
    ");
    assert_snapshot!(pc.run(&["learner", "list"]), @"
    Id        Name    Staff no.  Groups  Attempts  Last
    f56fe962  陈小满  0042       一班    0
    910b84fe  王芳    0043       一班    0
    ── exit 0 ──
    ");
    let progress = pc.done(&["--as", "0042", "progress"]).out;
    assert!(progress.contains("The first day (assigned to you, by 2026-12-01)"), "{progress}");
    company.learn(0, "陈小满");
    company.learn(1, "王芳");
    assert_snapshot!(company.pcs[0].run(&["send", &company.dir(), "--name", "一号机", "--lang", "zh-CN"]).err.replace(&company.dir(), "STICK"), @"写好了 STICK/一号机-GPrFmH-00000-00002-5-e732.onduty：学习和考试记录 1 份，签名 0 个。把它带到主管台，用 onduty collect 收进去。");
    company.send(1, "二号机");
    assert_snapshot!(company.desk.run(&["collect", &company.dir()]), @"
    一号机: 1 new, 0 known, 0 acts (一号机-GPrFmH-00000-00002-5-e732.onduty)
    二号机: 1 new, 0 known, 0 acts (二号机-RjCHnc-00000-00002-7-3633.onduty)
    ── exit 0 ──
    ");
    assert_snapshot!(company.desk.run(&["collect", &company.dir(), "--lang", "zh-CN"]), @"
    一号机：新记录 0，已有的 1，签名 0（一号机-GPrFmH-00000-00002-5-e732.onduty）
    二号机：新记录 0，已有的 1，签名 0（二号机-RjCHnc-00000-00002-7-3633.onduty）
    ── exit 0 ──
    ");
    let (group, _) = company.desk.json(&["group", "show", "一班"]);
    assert_eq!(group["subjects"][0]["met"], 2, "both did the course: {group}");
    assert_snapshot!(company.pcs[0].run(&["send", &company.dir()]), @"
    ── stderr ──
    Nothing is new since the last time, and nothing was written. To send everything again: --all
    ── exit 0 ──
    ");
}

/// In a folder that all share lie other PCs' files too: they are nothing to a PC that goes by a desk, and no cause for alarm.
#[test]
fn a_pc_leaves_other_pcs_files_to_the_desk() {
    let company = Company::new();
    company.learn(0, "陈小满");
    company.send(0, "一号机");
    assert_snapshot!(company.pcs[1].run(&["collect", &company.dir(), "--lang", "zh-CN"]), @"
    主管台 的名册、考官和安排收好了，新的人 0（roster-主管台-kbg318.onduty）
    ── stderr ──
    这里还有别的电脑送出的文件 1 个，由主管台来收，这台电脑没有动。
    ── exit 0 ──
    ");
    // A PC that takes the roster for the first time, too.
    let pc = Desk::empty().at("shelf").with_chance(4);
    let ran = pc.done(&["collect", &company.dir()]);
    assert!(ran.err.contains("One file of another PC is here too, for the desk to take; this PC left them alone.\n"), "{ran}");
    // It says whose word it goes by from now on, by the key that the desk showed as it sent it.
    let key = ran.err.split("key ").nth(1).and_then(|it| it.split(':').next()).expect("a key").to_owned();
    let sent = company.desk.done(&["send", &company.dir(), "--roster"]);
    assert!(ran.err.contains("obeys the desk “主管台”") && sent.err.contains(&format!("has to be {key}")), "{ran}{sent}");
    assert!(!pc.done(&["collect", &company.dir()]).err.contains("obeys"), "once");
    assert_eq!(pc.json(&["--as", "0042", "list", "attempts"]).0["attempts"].as_array().map(Vec::len), Some(0));
    assert!(company.desk.done(&["collect", &company.dir()]).out.starts_with("一号机: 1 new"));
}

/// A letter that was changed on the way is refused; one that its own PC signed over a doctored record is found out all the same.
#[test]
fn what_was_doctored_is_refused_with_its_place() {
    let company = Company::new();
    company.learn(0, "陈小满");
    company.send(0, "一号机");
    let [path] = &company.sent()[..] else { panic!("one file") };
    let whole = std::fs::read(path).expect("a file");
    let refused = |why: &str| {
        let ran = company.desk.run(&["collect", &company.dir()]);
        assert_eq!(ran.code, 1, "{ran}");
        assert!(ran.out.contains(why), "{ran}");
        let group = company.desk.json(&["group", "show", "一班"]).0;
        assert_eq!(group["people"][1]["does"][0]["stage"], "not-begun", "nothing was taken: {group}");
        std::fs::write(path, &whole).expect("put back");
    };
    doctored(path, |text| text.replacen("\"name\":\"一号机\"", "\"name\":\"二号机\"", 1));
    refused("changed after it was sent");
    doctored(path, |text| text.replacen("\"format\":1", "\"format\":2", 1));
    refused("a later version wrote it (format 2)");
    std::fs::write(path, &whole[..whole.len() / 2]).expect("cut");
    refused("not whole");
    std::fs::write(path, b"hello").expect("written");
    refused("not whole");
    assert_eq!(company.desk.run(&["collect", &company.dir()]).code, 0, "as it was it is taken");
}

/// Both PCs' files, one by one in either order, each twice: the desk comes to the same.
#[test]
fn the_order_makes_no_difference() {
    let told = |order: [usize; 2]| {
        let company = Company::new();
        for (pc, who) in [(0, "陈小满"), (1, "王芳")] {
            company.learn(pc, who);
            company.send(pc, ["一号机", "二号机"][pc]);
        }
        let files = company.sent();
        for n in order.into_iter().chain(order) {
            let stick = tempfile::tempdir().expect("another");
            let to = stick.path().join(files[n].file_name().expect("a name"));
            std::fs::copy(&files[n], to).expect("copied");
            let ran = company.desk.run(&["collect", &stick.path().display().to_string()]);
            assert_eq!(ran.code, 0, "{ran}");
        }
        let shown = |args: &[&str]| company.desk.run(args).out;
        [shown(&["group", "show", "一班"]), shown(&["--as", "0042", "list", "attempts"]), shown(&["--as", "0043", "progress"])]
    };
    assert_eq!(told([0, 1]), told([1, 0]));
}

#[test]
fn a_file_that_is_missing_is_told_and_a_copied_store_is_found() {
    let company = Company::new();
    company.learn(0, "陈小满");
    company.send(0, "一号机");
    let first = company.sent().remove(0);
    let kept = std::fs::read(&first).expect("a file");
    std::fs::remove_file(&first).expect("lost");
    // The store as it is now, for later.
    let store = company.pcs[0].path("data/onduty.db");
    let copy = company.pcs[0].path("copy.db");
    let db = rusqlite::Connection::open(&store).expect("the store");
    db.execute("VACUUM INTO ?1", [copy.display().to_string()]).expect("a copy");
    drop(db);
    company.learn(0, "王芳");
    company.send(0, "一号机");
    let ran = company.desk.run(&["collect", &company.dir()]);
    assert!(ran.out.contains("have not come"), "{ran}");
    std::fs::write(&first, kept).expect("found again");
    assert_eq!(company.desk.run(&["collect", &company.dir()]).out.matches("have not come").count(), 0);
    // Somebody goes on with the copy: its ledger goes another way.
    let all = company.pcs[0].file("more.toml", ALL);
    let copied = copy.display().to_string();
    let _ = company.pcs[0].run(&["--store", &copied, "--as", "陈小满", "learn", "first-day", "--again", "--answers", &all]);
    let _ = company.pcs[0].done(&["--store", &copied, "send", &company.dir(), "--name", "copy"]);
    let ran = company.desk.run(&["collect", &company.dir()]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("another one than came before"), "{ran}");
}

/// A cheat at the PC gives himself more points and signs everything anew, chain, ledger and letter: walked again it does not come to that.
#[test]
fn a_grade_that_was_made_up_is_found_by_walking_it_again() {
    let company = Company::new();
    company.learn(0, "陈小满");
    company.send(0, "一号机");
    let path = company.sent().remove(0);
    let mut letter = parcel::read(&path).expect("as it was sent");
    let secret = secret(&company.pcs[0]);
    let (last, _) = letter.parcel.attempts[0].events.last_mut().expect("events");
    let Body::Closed { grade: Grade::Course(grade) } = &mut last.body else { panic!("a course that was done") };
    grade.checkpoints.earned = Exact::new(99, 1);
    let forged = last.digest();
    let mut previous = None;
    for line in &mut letter.parcel.lines {
        if matches!(line.what, Sealed::Closed { .. }) {
            line.digest = forged;
        }
        line.previous = previous.or(line.previous);
        previous = Some(line.digest());
    }
    std::fs::write(&path, parcel::written(&letter, &secret)).expect("written");
    let ran = company.desk.run(&["collect", &company.dir()]);
    assert_eq!(ran.code, 1, "{ran}");
    assert!(ran.out.contains("walked and graded again, does not come to what it says"), "{ran}");
    let group = company.desk.json(&["group", "show", "一班"]).0;
    assert_eq!(group["people"][1]["does"][0]["stage"], "not-begun", "{group}");
}

/// What one PC did is not another's: a file that claims it, signed by that other PC, is refused whole, and the next ones are taken.
#[test]
fn nobody_sends_what_another_did() {
    let company = Company::new();
    company.learn(0, "陈小满");
    company.send(0, "一号机");
    let _ = company.desk.done(&["collect", &company.dir()]);
    let stolen = parcel::read(&company.sent().remove(0)).expect("as it was sent");
    company.learn(1, "王芳");
    company.send(1, "二号机");
    let path = company.sent().into_iter().find(|path| path.display().to_string().contains("二号机")).expect("sent");
    let own = parcel::read(&path).expect("as it was sent");
    let mut claimed = own.clone();
    (claimed.parcel.lines, claimed.parcel.attempts, claimed.parcel.contents) =
        (stolen.parcel.lines, stolen.parcel.attempts, stolen.parcel.contents);
    let secret = secret(&company.pcs[1]);
    std::fs::write(&path, parcel::written(&claimed, &secret)).expect("written");
    let ran = company.desk.run(&["collect", &company.dir()]);
    assert!(ran.code == 1 && ran.out.contains("was begun at another PC"), "{ran}");
    // Content that is not what it is called, numbers beyond all ledgers: told, and no harm.
    let mut odd = own.clone();
    odd.parcel.contents[0].1.push(' ');
    std::fs::write(&path, parcel::written(&odd, &secret)).expect("written");
    let ran = company.desk.run(&["collect", &company.dir()]);
    assert!(ran.code == 1 && ran.out.contains("content that attempt"), "{ran}");
    let mut far = own.clone();
    far.parcel.lines.iter_mut().for_each(|line| line.number += u64::MAX / 2);
    std::fs::write(&path, parcel::written(&far, &secret)).expect("written");
    let ran = company.desk.run(&["collect", &company.dir()]);
    assert!(ran.code == 1 && ran.out.contains("does not follow the one before"), "{ran}");
    std::fs::write(&path, parcel::written(&own, &secret)).expect("written");
    assert_eq!(company.desk.run(&["collect", &company.dir()]).code, 0);
    let (report, code) = company.desk.json(&["audit"]);
    let found: Vec<_> = report["findings"].as_array().expect("a list").iter().map(|it| it["what"].as_str()).collect();
    assert_eq!((code, found), (1, vec![Some("refused"); 3]), "{report}");
}

/// A PC without a name goes by its key; two that go by one name are told of, once.
#[test]
fn a_pc_without_a_name_goes_by_its_key_and_one_name_of_two_is_told() {
    let company = Company::new();
    company.learn(0, "陈小满");
    company.learn(1, "王芳");
    company.send(0, "一号机");
    company.send(1, "一号机");
    let said = |ran: &crate::desk::Ran| ran.err.contains("More than one PC goes by the name 一号机, each with its own key: ");
    let ran = company.desk.run(&["collect", &company.dir()]);
    assert!(ran.code == 0 && said(&ran), "{ran}");
    assert!(!said(&company.desk.run(&["collect", &company.dir()])), "once is enough");
    let path = company.sent().remove(0);
    let mut letter = parcel::read(&path).expect("as it was sent");
    letter.name = "  ".into();
    let pc = company.pcs.iter().find(|pc| secret(pc).did() == letter.parcel.from).expect("it is from one of them");
    std::fs::write(&path, parcel::written(&letter, &secret(pc))).expect("written");
    let ran = company.desk.run(&["collect", &company.dir()]);
    assert!(ran.code == 0 && ran.out.contains(&format!("{}: 0 new", parcel::short(&letter.parcel.from))), "{ran}");
}

#[test]
fn the_roster_is_kept_at_the_desk() {
    let company = Company::new();
    let (desk, pc) = (&company.desk, &company.pcs[0]);
    // A PC that goes by the desk's roster sends none.
    let ran = pc.run(&["send", &company.dir(), "--roster"]);
    assert!(ran.code == 5 && ran.err.contains("it is sent from there"), "{ran}");
    // One that never took it can; the desk does not go by it.
    let other = Desk::empty().at("shelf").with_chance(9);
    let _ = other.done(&["learner", "add", "新人"]);
    let stick = tempfile::tempdir().expect("another stick");
    let dir = stick.path().display().to_string();
    let _ = other.done(&["send", &dir, "--roster", "--name", "别处"]);
    let ran = desk.run(&["collect", &dir]);
    assert!(ran.code == 1 && ran.out.contains("the roster is kept on this PC"), "{ran}");
    assert!(!desk.done(&["learner", "list"]).out.contains("新人"));
    // What was sent before the newest is no news.
    let roster = std::fs::read_dir(company.stick.path()).expect("a folder").find_map(|it| {
        let path = it.expect("a file").path();
        path.file_name()?.to_str()?.starts_with("roster").then_some(path)
    });
    let roster = roster.expect("the roster");
    let old = std::fs::read(&roster).expect("a file");
    let _ = desk.done(&["learner", "edit", "0042", "--name", "陈大满"]);
    let _ = desk.done(&["send", &company.dir(), "--roster"]);
    let _ = pc.done(&["collect", &company.dir()]);
    std::fs::write(&roster, old).expect("put back");
    let ran = pc.run(&["collect", &company.dir()]);
    assert!(ran.code == 1 && ran.out.contains("older than the roster"), "{ran}");
    assert!(pc.done(&["learner", "list"]).out.contains("陈大满"));
}

/// Two staff numbers were mixed up, and are put right at the desk: the PCs go along, and with whatever comes after.
#[test]
fn numbers_that_were_exchanged_reach_every_pc() {
    let company = Company::new();
    for (who, number) in [("陈小满", "0099"), ("王芳", "0042"), ("0099", "0043")] {
        let _ = company.desk.done(&["learner", "edit", who, "--staff-number", number]);
    }
    let _ = company.desk.done(&["send", &company.dir(), "--roster"]);
    let pc = &company.pcs[0];
    let _ = pc.done(&["collect", &company.dir()]);
    let numbers = |desk: &Desk| {
        let (all, _) = desk.json(&["learner", "list"]);
        let all = all.as_array().expect("a list");
        all.iter().map(|it| (it["name"].to_string(), it["staff_number"].to_string())).collect::<Vec<_>>()
    };
    let there = numbers(&company.desk);
    assert_eq!(there, [("\"王芳\"".to_owned(), "\"0042\"".to_owned()), ("\"陈小满\"".to_owned(), "\"0043\"".to_owned())]);
    assert_eq!(numbers(pc), there);
}

/// Who left goes from the list of every PC that knows the person, and no PC gets to know whom it never knew.
#[test]
fn who_left_has_left_on_every_pc() {
    let company = Company::new();
    let _ = company.desk.done(&["learner", "edit", "0042", "--left"]);
    let _ = company.desk.done(&["send", &company.dir(), "--roster"]);
    let pc = &company.pcs[0];
    let _ = pc.done(&["collect", &company.dir()]);
    let here = pc.done(&["learner", "list"]).out;
    assert!(here.contains("王芳") && !here.contains("陈小满"), "{here}");
    assert!(pc.done(&["learner", "list", "--left"]).out.contains("陈小满"));
    let new = Desk::empty().at("shelf").with_chance(5);
    let _ = new.done(&["collect", &company.dir()]);
    assert!(!new.run(&["learner", "list", "--left"]).out.contains("陈小满"));
    // Back again.
    let _ = company.desk.done(&["learner", "edit", "0042", "--back"]);
    let _ = company.desk.done(&["send", &company.dir(), "--roster"]);
    let _ = pc.done(&["collect", &company.dir()]);
    assert!(pc.done(&["learner", "list"]).out.contains("陈小满"));
}

/// Whoever forgets `--roster` at the desk is told that the roster is not in it, and is not sent to the desk.
#[test]
fn a_desk_is_told_what_it_did_not_send() {
    let company = Company::new();
    let all = company.desk.file("all.toml", ALL);
    let _ = company.desk.run(&["--as", "0042", "learn", "first-day", "--answers", &all]);
    let send = || company.desk.done(&["send", &company.dir(), "--lang", "zh-CN"]).err;
    let told = send();
    assert!(told.contains("记录 1 份") && told.contains("加上 --roster") && !told.contains("带到主管台"), "{told}");
    assert!(send().contains("什么也没写。这台电脑是主管台"));
}

#[test]
fn who_was_erased_stays_erased_on_every_pc() {
    let company = Company::new();
    company.learn(0, "陈小满");
    company.send(0, "一号机");
    let _ = company.desk.done(&["learner", "erase", "0042", "--yes-erase", "陈小满"]);
    let _ = company.desk.done(&["collect", &company.dir()]);
    assert!(!company.desk.done(&["learner", "list"]).out.contains("陈小满"), "the PC's file does not bring the person back");
    assert!(company.pcs[0].done(&["learner", "list"]).out.contains("陈小满"));
    let _ = company.desk.done(&["send", &company.dir(), "--roster"]);
    let _ = company.pcs[0].run(&["collect", &company.dir()]);
    assert!(!company.pcs[0].done(&["learner", "list"]).out.contains("陈小满"), "the next roster takes the person along");
}
