//! The manager's menu in a real window: what waits stands first, digits and Enter, and the commands run.

use crate::office::{BORDERLINE, Office, PASSPHRASE, RIGHT};
use crate::window::{Window, onduty as binary};

/// The manager's menu of an office.
fn menu(office: &Office) -> Window {
    let home = office.desk.path("home");
    std::fs::create_dir_all(&home).expect("a folder");
    std::os::unix::fs::symlink(office.desk.path("data"), home.join("onduty")).expect("a link");
    let mut command = binary(&office.desk.path("data/onduty.db"), "en");
    command.arg("manager").arg("--library").arg(office.desk.path("shelf")).env("XDG_DATA_HOME", home);
    Window::open(command, (80, 40))
}

/// Who cannot sign here is told so beside the entry, and in full before anything is asked.
#[test]
fn what_nobody_here_can_sign_is_said_first() {
    let office = Office::empty();
    let mut window = menu(&office);
    window.picks("Issue a licence (first: an issuer's key on this computer)");
    window.until("it is said who is missing", |look| look.has("NAME --role issuer"));
    window.picks("Back to the manager's menu");
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
    window.picks("Suspend a licence");
    window.until("there is nothing to suspend", |look| look.has("There is nothing at the moment"));
    window.picks("Back to the manager's menu");
    window.picks("Make a suspended licence good again");
    window.until("the suspended one is offered", |look| look.has("1) 20261122-SH1-0001 · 陈小满 · until 2027-11-21"));
    window.press("\u{1b}");
    window.until("it is asked once more", |look| look.has("Esc again"));
    window.press("\u{1b}");
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
