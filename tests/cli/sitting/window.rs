//! What is asked at a screen on an exam day: whose desk a new PC obeys, which of two exams is meant, and what a new code looks like.

use std::process::Command;

use super::Day;
use super::attacked::sat_twice;
use crate::desk::Desk;
use crate::office::PASSPHRASE;
use crate::window::{Window, onduty};

/// A command at a PC, in a window; its keys are those of the staff.
fn at(pc: &Desk, args: &[&str], size: (u16, u16)) -> Window {
    let home = pc.path("home");
    std::fs::create_dir_all(&home).expect("a folder");
    let _ = std::os::unix::fs::symlink(pc.path("data"), home.join("onduty"));
    let mut command = onduty(&pc.path("data/onduty.db"), "en");
    command.args(args).args(["--staff", "李考"]).env("XDG_DATA_HOME", home);
    Window::open(sized(&command, size), size)
}

/// The same command, begun once the window has its size: what is printed goes by the size that it has at the beginning.
fn sized(command: &Command, (across, down): (u16, u16)) -> Command {
    let mut sized = Command::new("sh");
    sized.arg("-c").arg(format!("stty cols {across} rows {down}; exec \"$@\"")).arg("sh");
    sized.arg(command.get_program()).args(command.get_args());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => sized.env(name, value),
            None => sized.env_remove(name),
        };
    }
    sized
}

/// A PC that is new asks once whether it is the right desk, and takes nothing from another.
#[test]
fn a_new_pc_asks_whose_desk_it_obeys() {
    let day = Day::new();
    let open = ["sitting", "open", &day.file()];
    for size in [(80, 24), (40, 24)] {
        let mut window = at(&day.pc, &open, size);
        window.until("it is said whose desk it is", |look| look.has("From now on this PC obeys"));
        window.picks("No, or I do not know");
        assert_eq!(window.ends(), 5);
        window.until("nothing is taken", |look| look.has("Nothing was taken from"));
    }
    assert!(day.pc.done(&["sitting", "list"]).err.contains("no sittings"), "nothing of it is kept");

    let mut window = at(&day.pc, &open, (80, 24));
    window.picks("Yes, the keys are the same");
    window.reads("Passphrase of the key of 李考");
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
    // From here on it is known.
    let mut window = at(&day.pc, &open, (80, 24));
    window.reads("Passphrase of the key of 李考");
    assert!(!window.now().has("Is that your desk?"));
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
}

/// Somebody has two exams in a sitting: which is meant is chosen by its number, and nothing is signed for who leaves.
#[test]
fn of_two_exams_one_is_chosen() {
    let (day, first) = sat_twice();
    let args = ["sitting", "void", &day.sitting, "--candidate", "陈小满", "--reason", "死机"];
    let mut window = at(&day.office.desk, &args, (40, 24));
    window.reads("Which exam of 陈小满?");
    window.press("\u{3}");
    assert_eq!(window.ends(), 130);
    let mut window = at(&day.office.desk, &args, (80, 24));
    window.reads("Which exam of 陈小满?");
    window.picks(&first);
    window.reads("Passphrase of the key of 李考");
    window.press(format!("{PASSPHRASE}\r"));
    window.until("it is void", |look| look.has(&format!("{first}: declared void")));
    assert_eq!(window.ends(), 0);
}

/// The new code stands whole in a narrow window, and the old file stays as it is.
#[test]
fn another_code_is_shown_in_a_narrow_window() {
    let day = Day::new();
    let out = day.stick.path().join("new").display().to_string();
    let library = day.office.desk.path("shelf").display().to_string();
    let args = ["sitting", "reseal", &day.sitting, "--out", &out, "--reason", "开卷码丢了", "--library", &library];
    let mut window = at(&day.office.desk, &args, (40, 24));
    window.reads("Passphrase of the key of 李考");
    window.press(format!("{PASSPHRASE}\r"));
    assert_eq!(window.ends(), 0);
    let is_code = |line: &String| {
        let groups: Vec<&str> = line.rsplit(": ").next().unwrap_or_default().split(' ').collect();
        groups.len() == 4 && groups.iter().all(|it| it.len() == 4 && it.bytes().all(|b| b.is_ascii_digit()))
    };
    assert!(window.all().iter().any(is_code), "{:#?}", window.all());
    assert!(std::path::Path::new(&out).is_file());
}
