//! Numbers under concurrency: the real binary, eight at once, over one store.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Mutex;

use onduty::attempt::act::Deed;

use crate::office::{Office, RIGHT};

/// An office where so many learners have passed `quick`, with a home in which the real program finds its keys.
struct Desks {
    office: Office,
    names: Vec<String>,
}

impl Desks {
    fn new(count: usize) -> Self {
        let office = Office::staffed();
        let names: Vec<String> = (1..=count).map(|n| format!("考生{n:02}")).collect();
        for name in &names {
            let _ = office.desk.done(&["learner", "add", name]);
            let _ = office.sit(name, "quick", RIGHT);
        }
        let folder = if cfg!(target_os = "macos") { "home/Library/Application Support/onduty" } else { "home/onduty" };
        crate::desk::copy(&office.desk.path("data/keys"), &office.desk.path(folder).join("keys"));
        Self { office, names }
    }

    /// The real program; what it says is thrown away.
    fn issue(&self, name: &str, out: &str) -> Command {
        self.issues(&[name, "quick"], out)
    }

    /// The same, to one person or to everybody.
    fn issues(&self, whom: &[&str], out: &str) -> Command {
        let path = |name: &str| self.office.desk.path(name);
        let mut command = Command::new(env!("CARGO_BIN_EXE_onduty"));
        command.arg("issue").args(whom).args(["--staff", "钱发", "--passphrase-file", &self.office.passphrase]);
        command.args(["--key-passphrase-file", &self.office.passphrase, "--out", &path(out).display().to_string()]);
        command.arg("--store").arg(path("data/onduty.db")).arg("--library").arg(path("shelf"));
        command.env("HOME", path("home")).env("XDG_DATA_HOME", path("home")).env("ONDUTY_LANG", "en");
        command.env_remove("ONDUTY_LEARNER").env_remove("ONDUTY_LIBRARY");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        command
    }

    /// Runs all of these, eight at a time; each with its exit code and what it said.
    fn at_once(&self, names: &[&str]) -> Vec<(Option<i32>, String)> {
        let (left, ended) = (Mutex::new(names.iter().enumerate()), Mutex::new(Vec::new()));
        let commands: Vec<Mutex<Command>> =
            names.iter().enumerate().map(|(n, name)| Mutex::new(self.issue(name, &format!("licence-{n}.json")))).collect();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    loop {
                        let next = left.lock().expect("nobody panics").next();
                        let Some((n, _)) = next else { break };
                        let output = commands[n].lock().expect("one each").output().expect("it starts");
                        let said = String::from_utf8_lossy(&output.stderr).into_owned();
                        ended.lock().expect("nobody panics").push((output.status.code(), said));
                    }
                });
            }
        });
        ended.into_inner().expect("all are done")
    }

    /// Serial and number of every licence, in the order issued.
    fn issued(&self) -> Vec<(u32, String)> {
        let acts = self.office.acts();
        let issued = |deed: &Deed| match deed {
            Deed::Issued(issued) => Some((issued.serial, issued.number.to_string())),
            _ => None,
        };
        acts.iter().filter_map(|s| issued(&s.act.deed)).collect()
    }
}

#[test]
fn forty_licences_by_eight_processes_have_forty_numbers() {
    let desks = Desks::new(40);
    let names: Vec<&str> = desks.names.iter().map(String::as_str).collect();
    for (code, said) in desks.at_once(&names) {
        assert_eq!(code, Some(0), "{said}");
    }
    let issued = desks.issued();
    let serials: BTreeSet<u32> = issued.iter().map(|(serial, _)| *serial).collect();
    assert_eq!(serials, (1..=40).collect(), "none twice, none left out");
    assert_eq!(issued.len(), 40);
    assert_eq!(issued.iter().map(|(_, number)| number).collect::<BTreeSet<_>>().len(), 40);
    assert!(desks.office.is_sound());
    // And every file is there, each of another number.
    let files: BTreeSet<Vec<u8>> = (0..40).map(|n| desks.office.read(PathBuf::from(format!("licence-{n}.json")))).collect();
    assert_eq!(files.len(), 40);
    let trust = desks.office.trust();
    for file in &files {
        let report = onduty::credential::verify::verify(file, Some(&trust), onduty::base::moment::Moment(i64::MAX / 2), None);
        assert_eq!(report.conclusion, onduty::credential::verify::Conclusion::Expired, "long after, but in order: {report:?}");
    }
}

#[test]
fn an_exam_makes_one_licence_however_many_ask_at_once() {
    let desks = Desks::new(1);
    let ended = desks.at_once(&[desks.names[0].as_str(); 8]);
    let done = ended.iter().filter(|(code, _)| *code == Some(0)).count();
    assert_eq!(done, 1, "{ended:?}");
    for (code, said) in ended.iter().filter(|(code, _)| *code != Some(0)) {
        assert!(*code == Some(5) && (said.contains("already") || said.contains("Somebody else is signing")), "{code:?} {said}");
    }
    assert_eq!(desks.issued().len(), 1);
}

/// Two batches and one by hand at the same moment: whoever comes second to somebody says so or passes over, and nobody gets two.
#[test]
fn batches_at_once_give_everybody_one() {
    let desks = Desks::new(6);
    let mut commands = vec![desks.issues(&["--eligible", "quick"], "one"), desks.issues(&["--eligible", "quick"], "two")];
    commands.push(desks.issue(&desks.names[0], "by-hand.json"));
    let running: Vec<_> = commands.iter_mut().map(|command| command.spawn().expect("it starts")).collect();
    for one in running {
        let ended = one.wait_with_output().expect("it ends");
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(matches!(ended.status.code(), Some(0 | 1 | 5)) && !said.contains("window"), "{said}");
    }
    let last = desks.issues(&["--eligible", "quick"], "last").output().expect("it starts");
    assert_eq!(last.status.code(), Some(0), "{last:?}");
    let acts = desks.office.acts();
    let whose = |deed: &Deed| if let Deed::Issued(issued) = deed { Some(issued.learner.clone()) } else { None };
    let learners: Vec<_> = acts.iter().filter_map(|signed| whose(&signed.act.deed)).collect();
    assert_eq!((learners.len(), learners.iter().collect::<BTreeSet<_>>().len()), (6, 6), "one each");
    // Each folder has what was issued there, and nothing of the other's.
    let files = |folder: &str| -> BTreeSet<String> {
        let entries = std::fs::read_dir(desks.office.desk.path(folder)).into_iter().flatten();
        let names = entries.map(|it| it.expect("readable").file_name().to_string_lossy().into_owned());
        names.filter(|name| name.starts_with("20")).collect()
    };
    assert!(files("one").is_disjoint(&files("two")), "{:?} {:?}", files("one"), files("two"));
    assert!(desks.office.is_sound());
}
