//! The manager's menu in a real window: what waits stands first, digits and Enter, and the commands run.

use crate::office::{BORDERLINE, Office, PASSPHRASE};
use crate::window::{Window, onduty as binary};

#[test]
fn what_waits_is_decided_without_a_command() {
    let office = Office::staffed();
    let _ = office.sit("陈小满", "quick", BORDERLINE);
    let home = office.desk.path("home");
    std::fs::create_dir_all(&home).expect("a folder");
    std::os::unix::fs::symlink(office.desk.path("data"), home.join("onduty")).expect("a link");
    let mut command = binary(&office.desk.path("data/onduty.db"), "en");
    command.arg("manager").arg("--library").arg(office.desk.path("shelf")).env("XDG_DATA_HOME", home);
    let mut window = Window::open(command, (80, 40));

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
