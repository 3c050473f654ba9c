//! `check --watch`: the built program beside an editor that saves.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::Value;

use crate::desk::Desk;

/// The program, watching.
struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn on(desk: &Desk) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_onduty"));
        command.args(["check", &desk.path("shelf").display().to_string(), "--watch", "--format", "json"]);
        let mut child =
            command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program runs");
        let (send, lines) = channel();
        let out = BufReader::new(child.stdout.take().expect("piped"));
        std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
        Self { child, lines }
    }

    /// What is found next, as codes.
    fn next(&self) -> Vec<String> {
        let line = self.lines.recv_timeout(Duration::from_secs(120)).expect("a verdict");
        let json: Value = serde_json::from_str(&line).expect("a line of JSON");
        json["findings"].as_array().expect("a list").iter().map(|f| f["code"].as_str().expect("a code").to_owned()).collect()
    }

    /// Until something else is found.
    fn until(&self, is: impl Fn(&[String]) -> bool) -> Vec<String> {
        loop {
            let found = self.next();
            if is(&found) {
                return found;
            }
        }
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        // It may be over already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn every_save_is_checked_however_it_is_saved() {
    let desk = Desk::at_shelf();
    let watching = Watching::on(&desk);
    // The chances of its licences come a little later.
    let clean = watching.until(|found| found.iter().any(|code| code == "A802"));
    let wrong = |found: &[String]| found.iter().any(|code| code.starts_with('E'));
    let path = desk.path("shelf/queue.toml");
    let good = std::fs::read_to_string(&path).expect("there");

    // In place, half of it.
    std::fs::write(&path, &good[..good.len() / 2]).expect("saved");
    watching.until(wrong);
    // Through another file that takes its place.
    std::fs::write(desk.path("shelf/.queue.toml.swp"), &good).expect("saved");
    std::fs::rename(desk.path("shelf/.queue.toml.swp"), &path).expect("renamed");
    watching.until(|found| found == clean);
    // A new file, then deleted.
    let new = desk.file("shelf/new.toml", "format = 1\n[scenrio]\n");
    watching.until(wrong);
    std::fs::remove_file(new).expect("deleted");
    watching.until(|found| found == clean);
    // A file under another name is the same file.
    std::fs::rename(&path, desk.path("shelf/line.toml")).expect("renamed");
    watching.until(|found| found == clean);
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_with_the_last_verdict() {
    let desk = Desk::at_shelf();
    for (text, code) in [("format = 1\n[scenrio]\n", 1), ("", 0)] {
        if text.is_empty() {
            std::fs::remove_file(desk.path("shelf/new.toml")).expect("deleted");
        } else {
            desk.file("shelf/new.toml", text);
        }
        let mut watching = Watching::on(&desk);
        let _ = watching.next();
        let done = Command::new("kill").args(["-INT", &watching.child.id().to_string()]).status().expect("a signal");
        assert!(done.success());
        assert_eq!(watching.child.wait().expect("it ends").code(), Some(code));
    }
}

#[test]
fn what_is_shipped_cannot_be_watched() {
    let ran = Desk::new().run(&["check", "--watch"]);
    assert_eq!(ran.code, 2, "{ran}");
    assert!(ran.err.contains("no folder to watch"), "{ran}");
}

#[test]
fn a_folder_that_is_away_for_a_moment_is_waited_for() {
    let desk = Desk::at_shelf();
    let watching = Watching::on(&desk);
    let _ = watching.next();
    let (here, away) = (desk.path("shelf"), desk.path("away"));
    std::fs::rename(&here, &away).expect("moved away");
    std::thread::sleep(Duration::from_millis(1500));
    std::fs::write(away.join("new.toml"), "format = 1\n[scenrio]\n").expect("saved");
    std::fs::rename(&away, &here).expect("moved back");
    watching.until(|found| found.iter().any(|code| code == "E012"));
}
