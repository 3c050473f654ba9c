//! What comes to light once the records of several PCs are together, whichever came first: an exam that stands before one that bears a
//! licence, practice beside an exam, clocks that went back.

use insta::assert_snapshot;
use serde_json::Value;

use crate::desk::Happens::{self, GoesBy};
use crate::desk::{Desk, Ran, copy};
use crate::office::{FAILING, Office, RIGHT, masked};

/// A minute and a day, in milliseconds.
const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

/// The first replies of an exam.
const SOME: &str = "\"finals/hello\" = true\n\"finals/seat\" = false\n";

/// A desk that issues, two PCs that took its roster, and a folder for each of them.
struct Company {
    office: Office,
    pcs: [Desk; 2],
    sticks: [tempfile::TempDir; 2],
}

impl Company {
    fn new() -> Self {
        let office = Office::staffed();
        let sticks = [0, 1].map(|_| tempfile::tempdir().expect("a stick"));
        let pcs = [2, 3].map(|n| Desk::empty().at("shelf").with_chance(n));
        let company = Self { office, pcs, sticks };
        for pc in &company.pcs {
            copy(&company.office.desk.path("shelf"), &pc.path("shelf"));
            pc.then(GoesBy(15 * MINUTE));
        }
        // A little later than at the PCs: clocks differ.
        company.office.desk.then(GoesBy(20 * MINUTE));
        company.tells();
        company
    }

    fn dir(&self, pc: usize) -> String {
        self.sticks[pc].path().display().to_string()
    }

    /// The roster goes to both PCs.
    fn tells(&self) {
        for pc in [0, 1] {
            let _ = self.office.desk.done(&["send", &self.dir(pc), "--roster", "--name", "主管台"]);
            let _ = self.pcs[pc].done(&["collect", &self.dir(pc)]);
        }
    }

    /// Time goes by everywhere.
    fn later(&self, by: i64) {
        self.pcs.iter().chain([&self.office.desk]).for_each(|it| it.then(GoesBy(by)));
    }

    fn sits(&self, pc: usize, answers: &str) -> Ran {
        let answers = self.pcs[pc].answers(answers);
        self.pcs[pc].run(&["exam", "quick", "--as", "陈小满", "--answers", &answers])
    }

    fn sends(&self, pc: usize) {
        let _ = self.pcs[pc].done(&["send", &self.dir(pc), "--name", ["一号机", "二号机"][pc]]);
    }

    fn collects(&self, pc: usize) -> Ran {
        self.office.desk.run(&["collect", &self.dir(pc)])
    }

    fn issues(&self) -> Ran {
        self.office.issue("陈小满", "quick", &self.office.desk.path("out.json").display().to_string())
    }

    fn is_issued(&self) {
        let ran = self.issues();
        assert_eq!(ran.code, 0, "{ran}");
    }

    /// What an audit finds, and what it calls worth a look.
    fn audited(&self) -> [Vec<String>; 2] {
        let (report, _) = self.office.desk.json(&["audit"]);
        ["findings", "worth_a_look"].map(|key| codes(&report[key]))
    }

    /// The sentences of an audit that say this.
    fn said(&self, lang: &str, words: &str) -> String {
        let report = self.office.desk.json(&["audit", "--lang", lang]).0;
        let all = ["findings", "worth_a_look", "signed"].iter().filter_map(|key| report[*key].as_array()).flatten();
        let said: Vec<&str> = all.filter_map(|it| it["said"].as_str()).filter(|it| it.contains(words)).collect();
        masked(&said.join("\n"))
    }

    /// Fails at the first PC, passes at the second one so much later.
    fn fails_and_passes(&self, after: i64) {
        assert_eq!(self.sits(0, FAILING).code, 1);
        self.later(after);
        assert_eq!(self.sits(1, RIGHT).code, 0);
        [0, 1].into_iter().for_each(|pc| self.sends(pc));
        self.later(MINUTE);
    }

    fn number(&self) -> String {
        self.office.desk.json(&["licences"]).0[0]["number"].as_str().expect("a number").to_owned()
    }
}

fn codes(all: &Value) -> Vec<String> {
    all.as_array().expect("a list").iter().map(|it| it["what"].as_str().expect("text").to_owned()).collect()
}

const NOTHING: [Vec<String>; 2] = [Vec::new(), Vec::new()];

/// Failed at one PC and passed at another an hour later. Where the failed one is here first, nothing is issued; where it comes afterwards,
/// whoever takes it in is told, and the audit names the licence until somebody has decided.
#[test]
fn a_licence_that_would_not_be_issued_today_is_told_until_somebody_decides() {
    let company = Company::new();
    company.fails_and_passes(60 * MINUTE);
    assert_eq!(company.collects(1).code, 0);
    company.is_issued();
    assert_eq!(company.audited(), NOTHING);
    let ran = company.collects(0);
    assert_eq!(ran.code, 0, "the file itself is well");
    assert_snapshot!(masked(&ran.err), @"Licence 20261122-SH1-0001 of 陈小满 would not be issued today: its exam NUMBER was begun before the waiting time after exam NUMBER was over (2026-11-23 09:45). An issuer decides: suspend it (onduty suspend 20261122-SH1-0001 --reason WHY) and look into it, then revoke it or reinstate it.");
    assert_eq!(company.audited(), [vec!["licence-overtaken".to_owned()], vec![]]);
    assert_snapshot!(company.said("en", "would not be issued"), @"Licence 20261122-SH1-0001 would not be issued today: its exam NUMBER was begun before the waiting time after exam NUMBER was over (2026-11-23 09:45); that one came here only after the licence was issued");
    assert_snapshot!(company.said("zh-CN", "今天不会发"), @"编号 20261122-SH1-0001 的证，今天不会发：它凭的考试 NUMBER 开考的时候，考试 NUMBER 之后的等待时间还没到（2026-11-23 09:45 才到）；那一场的记录是发证以后才收到的");
    let number = company.number();
    let by = |what: &str| company.office.by("钱发", &[what, &number, "--reason", "等待时间没到就又考了一次"]);
    assert_eq!(by("suspend").code, 0);
    assert_eq!(company.audited(), [vec![], vec!["audit-licence-undecided".to_owned()]], "it is not decided yet");
    assert!(company.said("zh-CN", "今天不会发").ends_with("它现在暂停着，还要请发证人拿主意：吊销，或者恢复"));
    assert_eq!(by("reinstate").code, 0);
    assert_eq!(company.audited(), NOTHING, "somebody signed that it stands");
    assert_snapshot!(company.said("en", "reinstated"), @"Licence 20261122-SH1-0001 would not be issued today: its exam NUMBER was begun before the waiting time after exam NUMBER was over (2026-11-23 09:45). 钱发 has reinstated it since, on 2026-11-22 (act UUID)");
    assert_snapshot!(company.said("zh-CN", "恢复了它"), @"编号 20261122-SH1-0001 的证，今天不会发：它凭的考试 NUMBER 开考的时候，考试 NUMBER 之后的等待时间还没到（2026-11-23 09:45 才到）。钱发 已在 2026-11-22 恢复了它（签名 UUID）");
    assert!(company.collects(0).err.is_empty(), "nor is it told once more");
    assert_eq!(by("revoke").code, 0);
    assert_eq!(company.audited(), NOTHING);
}

/// Suspended for something else as the file comes: whoever would reinstate it is told all the same.
#[test]
fn what_is_suspended_anyway_is_told_too() {
    let company = Company::new();
    company.fails_and_passes(60 * MINUTE);
    assert_eq!(company.collects(1).code, 0);
    company.is_issued();
    let number = company.number();
    assert_eq!(company.office.by("钱发", &["suspend", &number, "--reason", "有顾客投诉"]).code, 0);
    let ran = company.collects(0);
    assert!(ran.err.contains("would not be issued today"), "{ran}");
    assert_eq!(company.audited(), [vec![], vec!["audit-licence-undecided".to_owned()]]);
}

#[test]
fn with_the_failed_exam_here_first_no_licence_is_issued() {
    let company = Company::new();
    company.fails_and_passes(60 * MINUTE);
    for pc in [0, 1] {
        let ran = company.collects(pc);
        assert!(ran.code == 0 && ran.err.is_empty(), "{ran}");
    }
    assert_eq!(company.issues().code, 5);
    assert_eq!(company.audited(), NOTHING);
}

/// Who waited, was granted another exam at once, or had the first one declared void before, holds a licence like any other.
#[test]
fn what_was_sat_as_it_might_be_is_no_alarm_whenever_it_comes() {
    let waited = Company::new();
    waited.fails_and_passes(DAY + MINUTE);
    let granted = Company::new();
    assert_eq!(granted.sits(0, FAILING).code, 1);
    granted.later(MINUTE);
    assert_eq!(granted.office.by("王考", &["grant", "陈小满", "quick", "--reason", "那天停电"]).code, 0);
    granted.later(MINUTE);
    granted.tells();
    assert_eq!(granted.sits(1, RIGHT).code, 0);
    [0, 1].into_iter().for_each(|pc| granted.sends(pc));
    for company in [waited, granted] {
        assert_eq!(company.collects(1).code, 0);
        company.is_issued();
        let ran = company.collects(0);
        assert!(ran.code == 0 && ran.err.is_empty(), "{ran}");
        assert_eq!(company.audited(), NOTHING);
    }
}

/// Two exams are all there are: a third one at another PC bears no licence, however long its candidate waited.
#[test]
fn one_exam_more_than_there_are_is_told_as_well() {
    let company = Company::new();
    for _ in 0..2 {
        assert_eq!(company.sits(0, FAILING).code, 1);
        company.later(2 * DAY);
    }
    assert_eq!(company.sits(1, RIGHT).code, 0);
    [0, 1].into_iter().for_each(|pc| company.sends(pc));
    assert_eq!(company.collects(1).code, 0);
    company.is_issued();
    let ran = company.collects(0);
    assert!(ran.err.contains("was one more than there were exams left"), "{ran}");
    assert_eq!(company.audited()[0], ["licence-overtaken"]);
}

/// An exam that was begun and is still open stands before another one too.
#[test]
fn an_exam_left_open_elsewhere_is_told_as_well() {
    let company = Company::new();
    assert_eq!(company.sits(0, SOME).code, 2);
    company.later(10 * MINUTE);
    assert_eq!(company.sits(1, RIGHT).code, 0);
    [0, 1].into_iter().for_each(|pc| company.sends(pc));
    assert_eq!(company.collects(1).code, 0);
    company.is_issued();
    let ran = company.collects(0);
    assert!(ran.err.contains("was begun before exam") && ran.err.contains("was decided"), "{ran}");
    assert_eq!(company.audited()[0], ["licence-overtaken"]);
}

/// Practice at another PC while an exam is under way: told once both are here, in whichever order; before and after it is nobody's business.
#[test]
fn practice_beside_an_exam_is_told_once_both_are_here() {
    for order in [[0, 1], [1, 0]] {
        let company = Company::new();
        let talk = company.pcs[1].answers("\"queue/opening\" = [\"wait\", \"help\"]");
        let practises = || company.pcs[1].run(&["practise", "queue", "--as", "陈小满", "--answers", &talk]);
        assert!(practises().code <= 1);
        company.later(5 * MINUTE);
        assert_eq!(company.sits(0, SOME).code, 2);
        company.later(3 * MINUTE);
        assert!(practises().code <= 1);
        company.later(3 * MINUTE);
        assert_eq!(company.sits(0, RIGHT).code, 0);
        company.later(5 * MINUTE);
        assert!(practises().code <= 1);
        [0, 1].into_iter().for_each(|pc| company.sends(pc));
        company.later(5 * MINUTE);
        assert_eq!(company.collects(order[0]).code, 0);
        assert_eq!(company.audited(), NOTHING);
        assert_eq!(company.collects(order[1]).code, 0);
        assert_eq!(company.audited(), [vec![], vec!["audit-practice-beside".to_owned()]]);
        let desk = &company.office.desk;
        let listed = desk.json(&["--as", "陈小满", "list", "attempts"]).0;
        let beside: Vec<bool> =
            listed["attempts"].as_array().expect("a list").iter().map(|it| it["begun_beside"].is_string()).collect();
        assert_eq!(beside.iter().filter(|it| **it).count(), 1, "{listed}");
        if order == [0, 1] {
            assert_snapshot!(company.said("en", "under way"), @"Practice UUID was begun at 2026-11-22 09:53, while the same person's exam UUID was under way at another PC");
            assert_snapshot!(company.said("zh-CN", "另一台电脑"), @"练习 UUID 是 2026-11-22 09:53 开始的，同一个人的考试 UUID 当时正在另一台电脑上进行");
            let listed = desk.run(&["--as", "陈小满", "list", "attempts"]).out;
            assert!(listed.contains("begun while exam"), "{listed}");
        }
    }
}

/// A clock that is set back is told with its place and both times, of every PC; by a little it is put right, and nobody is told.
#[test]
fn a_clock_that_went_back_is_told_with_its_place() {
    let company = Company::new();
    let talk = company.pcs[0].answers("\"queue/opening\" = [\"wait\", \"help\"]");
    let practises = || company.pcs[0].run(&["practise", "queue", "--as", "陈小满", "--answers", &talk]).code <= 1;
    assert!(practises());
    company.pcs[0].then(Happens::ClockSet(-1500));
    assert!(practises());
    company.sends(0);
    assert_eq!(company.collects(0).code, 0);
    assert_eq!(company.audited(), NOTHING);
    company.pcs[0].then(Happens::ClockSet(-60 * MINUTE));
    assert!(practises());
    company.sends(0);
    assert_eq!(company.collects(0).code, 0);
    assert_eq!(company.audited(), [vec![], vec!["audit-clock-back".to_owned()]]);
    assert_eq!(company.office.desk.run(&["audit"]).code, 0, "it is no tampering");
    assert_snapshot!(company.said("en", "ledger was written"), @"The clock of PC 一号机 was set back, or had been fast: line 4 of its ledger was written at 2026-11-22 09:45 by that clock, and line 5 after it at 2026-11-22 08:45");
    assert_snapshot!(company.said("zh-CN", "时钟往回拨过"), @"电脑 一号机 的时钟往回拨过，或者之前快了：总账第 4 行是它的 2026-11-22 09:45 写的，后面的第 5 行却是 2026-11-22 08:45");
    // Nor is the desk's own clock left out.
    let granted = || company.office.by("王考", &["grant", "陈小满", "quick", "--reason", "那天停电"]).code;
    assert_eq!(granted(), 0);
    company.office.desk.then(Happens::ClockSet(-60 * MINUTE));
    assert_eq!(granted(), 0);
    assert_eq!(company.audited()[1].len(), 2);
    assert_snapshot!(company.said("zh-CN", "这台电脑的时钟"), @"这台电脑的时钟往回拨过，或者之前快了：总账第 9 行是它的 2026-11-22 09:50 写的，后面的第 10 行却是 2026-11-22 08:50");
}
