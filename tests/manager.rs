//! The manager's menu in a real window: what waits stands first, digits and Enter, and the commands run.

use crate::office::{BORDERLINE, Office, PASSPHRASE, RIGHT};
use crate::window::{Look, Window, onduty as binary};

/// The manager's menu of an office.
fn menu(office: &Office) -> Window {
    in_window(office, "en", (80, 40))
}

/// The same in a language and in a window of this size.
fn in_window(office: &Office, lang: &str, size: (u16, u16)) -> Window {
    let home = office.desk.path("home");
    std::fs::create_dir_all(&home).expect("a folder");
    let _ = std::os::unix::fs::symlink(office.desk.path("data"), home.join("onduty"));
    let mut command = binary(&office.desk.path("data/onduty.db"), lang);
    command.arg("manager").arg("--library").arg(office.desk.path("shelf")).env("XDG_DATA_HOME", home);
    Window::open(command, size)
}

/// Who cannot sign here is told so beside the entry, and in full before anything is asked.
#[test]
fn what_nobody_here_can_sign_is_said_first() {
    let office = Office::empty();
    let mut window = menu(&office);
    window.picks("Licences");
    window.picks("Issue a licence (first: an issuer's key on this computer)");
    window.until("it is said who is missing", |look| look.has("NAME --role issuer"));
    window.picks("Back to the manager's menu");
    window.picks("Marks and appeals");
    window.picks("Decide a borderline exam");
    window.until("it is said who is missing", |look| look.has("NAME --role examiner"));
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
}

/// A licence is offered for what can be done to it, a group by its name.
#[test]
fn only_what_fits_is_offered() {
    let office = Office::staffed();
    let _ = office.desk.done(&["learner", "edit", "陈小满", "--group", "早班"]);
    let _ = office.sit("陈小满", "quick", RIGHT);
    let out = office.desk.path("licence.json").display().to_string();
    assert_eq!(office.issue("陈小满", "quick", &out).code, 0);
    assert_eq!(office.by("钱发", &["suspend", "20261122-SH1-0001", "--reason", "投诉核查"]).code, 0);
    let mut window = menu(&office);
    window.picks("Licences");
    window.picks("Suspend a licence");
    window.until("there is nothing to suspend", |look| look.has("There is nothing at the moment"));
    window.picks("Back to the manager's menu");
    window.picks("Licences");
    window.picks("Make a suspended licence good again");
    window.until("the suspended one is offered", |look| look.has("1) 20261122-SH1-0001 · 陈小满 · until 2027-11-21"));
    window.press("\u{1b}");
    window.until("it is asked once more", |look| look.has("Esc again leaves here"));
    window.press("\u{1b}");
    window.picks("People");
    window.picks("How far a group is");
    window.picks("早班 (1)");
    window.until("the group is shown", |look| look.has("陈小满"));
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
}

#[test]
fn what_waits_is_decided_without_a_command() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", BORDERLINE);
    let mut window = menu(&office);

    window.picks("To decide: one borderline exam");
    window.picks("pass");
    window.reads("Why");
    window.press("read it again\r");
    window.picks("李考");
    window.until("the passphrase is asked for", |look| look.has("Passphrase of the key of"));
    window.press(format!("{PASSPHRASE}\r"));
    window.picks("Back to the manager's menu");
    // Nothing waits any more.
    window.reads("What is to be done?");
    assert!(!window.all().last().is_some_and(|line| line.contains("To decide")));
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
    assert!(office.acts().iter().any(|signed| matches!(signed.act.deed, onduty::attempt::act::Deed::Decided { pass: true, .. })));
}

/// The roster goes to the other PCs; a folder that is not there is asked for once more, and the entry goes on.
#[test]
fn the_roster_is_sent_though_a_folder_is_mistyped() {
    let office = Office::staffed();
    let folder = office.desk.path("stick");
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut window = menu(&office);
    window.picks("Other PCs");
    window.picks("Send the roster");
    window.reads("The folder");
    window.press(format!("{}\r", office.desk.path("stcik").display()));
    window.until("it is said at once", |look| look.has("There is no folder"));
    window.reads("The folder");
    window.press(format!("{}\r", folder.display()));
    window.picks("Back to the manager's menu");
    // Who sent a roster is the desk: it has nothing else to send.
    window.picks("Other PCs");
    window.until("the level", |look| look.has("Take in what other PCs"));
    assert!(!window.now().has("Send what is new"));
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
    let written = std::fs::read_dir(folder).expect("readable").map(|it| it.expect("readable").file_name());
    assert_eq!(written.filter(|name| name.to_string_lossy().starts_with("roster-")).count(), 1);
}

/// Only who may be issued a licence now is offered, with that licence; a report can be about everybody.
#[test]
fn only_who_may_be_licensed_is_offered() {
    let office = Office::staffed();
    let _ = office.desk.done(&["learner", "add", "周到"]);
    let _ = office.desk.done(&["learner", "edit", "周到", "--group", "早班"]);
    let mut window = menu(&office);
    window.picks("Licences");
    window.picks("Issue a licence");
    window.until("it is said what has to come first", |look| look.has("Nobody has passed an exam"));
    window.picks("Back to the manager's menu");
    let _ = office.sit("陈小满", "quick", RIGHT);
    window.picks("Licences");
    window.picks("Issue a licence");
    window.until("who may be licensed", |look| look.has("Who is given a licence?") && look.has("1) 陈小满 · The quick licence"));
    assert!(!window.now().has("周到"));
    // The one licence is not asked for: who signs is next.
    window.press("1\r");
    window.until("who issues", |look| look.has("Who signs?") && look.has(") 钱发"));
    window.press("\u{1b}");
    window.until("it is asked once more", |look| look.has("Esc again leaves here"));
    window.press("\u{1b}");
    window.picks("Reports");
    window.picks("A group: progress");
    window.until("everybody, or a group", |look| look.has("1) Everybody") && look.has("2) 早班 (1)"));
    window.press("1\r");
    window.until("all are in it", |look| look.has("What next?"));
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
}

/// What was proposed another issuer confirms: who proposed it is not offered.
#[test]
fn nobody_is_offered_a_proposal_of_his_own() {
    let office = Office::staffed();
    office.desk.edit("shelf/quick.toml", "accepts = \"script\"", "accepts = \"script\"\ntwo_persons = [\"issue\"]");
    let _ = office.sit("陈小满", "quick", RIGHT);
    let out = office.desk.path("licence.json").display().to_string();
    assert_eq!(office.issue("陈小满", "quick", &out).code, 0);
    let mut window = menu(&office);
    window.picks("For a second person to confirm: 1");
    window.picks("issue · 20261122-SH1-0001 · 陈小满 · proposed by 钱发");
    window.picks("Agree");
    // 孙训 trains and may not: 周全 is left, and is not asked for.
    window.until("the passphrase", |look| look.has("Passphrase of the key of 周全"));
    window.press(format!("{PASSPHRASE}\r"));
    window.picks("Back to the manager's menu");
    assert!(office.acts().iter().any(|signed| matches!(signed.act.deed, onduty::attempt::act::Deed::Seconded { .. })));
    window.picks("Licences");
    window.picks("Renew");
    window.until("it is said when", |look| look.has("No licence that is valid now can be renewed"));
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
}

/// A key that was wrong: who would fare otherwise is shown unsigned, and what rises is recorded from there.
#[test]
fn marks_that_rise_are_recorded_without_a_command() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", BORDERLINE);
    crate::cli::regrade::mend_the_key(&office);
    let mut window = menu(&office);
    window.picks("Marks and appeals");
    window.picks("See whose exams");
    window.until("who would fare otherwise", |look| look.has("Record the marks that rise"));
    window.picks("Record the marks that rise");
    window.reads("the candidates are told");
    window.press("the key was wrong\r");
    window.picks("王考");
    window.until("the passphrase is asked for", |look| look.has("Passphrase of the key of 王考"));
    window.press(format!("{PASSPHRASE}\r"));
    window.picks("Back to the manager's menu");
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
    assert!(office.acts().iter().any(|signed| matches!(signed.act.deed, onduty::attempt::act::Deed::Regraded(_))));
}

/// No level has more than nine entries, each fits a narrow window, and Esc leads back up.
#[test]
fn every_level_is_chosen_from_with_a_digit() {
    let office = Office::staffed();
    for (lang, back, quit) in [("en", "Back", "Quit"), ("zh-CN", "返回上一级", "退出")] {
        let mut window = in_window(&office, lang, (40, 24));
        let entry = |line: &String| line.trim_start_matches("> ").trim().get(1..3) == Some(") ");
        let ends =
            |look: &Look, with: &str| look.window.iter().rfind(|line| entry(line)).is_some_and(|line| line.ends_with(with));
        for group in 1..=7 {
            window.until("the groups", |look| ends(look, quit));
            window.press(format!("{group}\r"));
            window.until("a level", |look| ends(look, back));
            let entries = window.now().window.iter().filter(|line| entry(line)).count();
            assert!((7..=9).contains(&entries), "{lang} {group}: {entries} in {:#?}", window.now().window);
            window.picks(back);
        }
        window.until("the groups", |look| ends(look, quit));
        window.press("\u{3}");
        assert_eq!(window.ends(), 130);
    }
}

/// Somebody is appointed, and another key is made, without a command: the role is chosen, the rest is typed.
#[test]
fn staff_and_sittings_are_seen_to_without_a_command() {
    let office = Office::staffed();
    let _ = office.call_to_sitting("李考", "陈小满");
    let mut window = menu(&office);
    window.picks("Exam day");
    window.picks("Note down what happened");
    window.until("the sitting is offered", |look| look.has("1) The watched licence · 三号机房"));
    window.press("1\r");
    window.reads("What happened");
    window.press("停电\r");
    window.picks("李考");
    window.until("the passphrase is asked for", |look| look.has("Passphrase of the key of"));
    window.press(format!("{PASSPHRASE}\r"));
    window.picks("Back to the manager's menu");
    window.picks("Staff and keys");
    window.picks("Take somebody on");
    window.until("a name is asked for", |look| look.last_two().contains("Enter"));
    window.press("吴审\r");
    window.picks("auditor");
    window.until("who appoints is asked", |look| look.has("1) "));
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
    let noted = |signed: &onduty::attempt::act::Signed| matches!(signed.act.deed, onduty::attempt::act::Deed::Sitting(_));
    assert_eq!(office.acts().iter().filter(|it| noted(it)).count(), 2, "the call and the note");
}
