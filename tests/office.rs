//! An office: a desk where people are examined and licensed. Its staff have keys, which are made once for all tests; its library is
//! the small shelf with two more licences: `quick`, which a script passes in a dozen replies, and `watched`, which is supervised.

use std::path::Path;
use std::sync::OnceLock;

use onduty::attempt::act::{Act, Deed, Signed};
use onduty::attempt::event::Beside;
use onduty::base::id::AttemptId;
use onduty::base::moment::Moment;
use onduty::credential::keyfile;
use onduty::credential::keys::Secret;
use onduty::credential::trust::Trust;
use onduty::store::sqlite::Sqlite;
use onduty::store::{AttemptRow, Store as _};
use rusqlite::Connection;

use crate::desk::{Desk, Ran, Still};
#[cfg(unix)]
use crate::window::{Window, onduty};

/// The passphrase of every key here.
pub const PASSPHRASE: &str = "correct horse battery";

/// Four questions and a role-play; no station, nobody admits.
const QUICK: &str = r#"format = 1
[licence]
id = "quick"
title = "快证"
roles = ["agent"]
scope = "在柜台前接待客户。"
competences = ["先问好", "会接待"]
sources = ["project"]
[conduct]
accepts = "script"
[theory]
weight = 30
limit = "10m"
pass = 50
draw = [{ bank = "finals", level = 1, count = 4 }]
[practice]
weight = 70
limit = "20m"
pass = 20
draw = [{ category = "attitude", count = 1 }]
[result]
pass = 90
borderline = 10
attempts = 2
wait = ["1d"]
within = "2h"
[validity]
lasts = "12mo"
"#;

const QUICK_IN_ENGLISH: &str = r#"format = 1
translates = "licence:quick"
language = "en"
title = "The quick licence"
scope = "Receives customers at the counter."
competences = ["Says hello first", "Knows how to receive people"]
"#;

/// The same questions and both stations, under an examiner's eyes.
const WATCHED: &str = r#"format = 1
[licence]
id = "watched"
title = "监考证"
roles = ["agent"]
scope = "在柜台前接待客户。"
competences = ["先问好", "会鞠躬"]
sources = ["project"]
[conduct]
accepts = "script"
supervised = true
examiners = 2
[theory]
weight = 30
limit = "10m"
pass = 50
draw = [{ bank = "finals", level = 1, count = 4 }]
[practice]
weight = 70
pass = 60
draw = [{ station = ["bow", "desk"], count = 2 }]
[result]
pass = 60
attempts = 1
within = "1d"
[validity]
lasts = "180d"
"#;

const WATCHED_IN_ENGLISH: &str = r#"format = 1
translates = "licence:watched"
language = "en"
title = "The watched licence"
scope = "Receives customers at the counter."
competences = ["Says hello first", "Bows"]
"#;

/// All right: 100 of 100.
pub const RIGHT: &str = "\"finals/hello\" = true\n\"finals/seat\" = false\n\"finals/name\" = true\n\"finals/rush\" = false\n\
                         \"long-line/opening\" = \"look\"\n\"lost-letter/opening\" = \"look\"\n";
/// Half of the theory: 85 of 100, just below the mark of `quick`.
pub const BORDERLINE: &str = "\"finals/hello\" = true\n\"finals/seat\" = false\n\"finals/name\" = false\n\"finals/rush\" = true\n\
                              \"long-line/opening\" = \"look\"\n\"lost-letter/opening\" = \"look\"\n";
/// All of the theory, a third of the role-play: 53.3 of 100.
pub const FAILING: &str = "\"finals/hello\" = true\n\"finals/seat\" = false\n\"finals/name\" = true\n\"finals/rush\" = false\n\
                           \"long-line/opening\" = \"wait\"\n\"lost-letter/opening\" = \"wait\"\n";

/// An office.
pub struct Office {
    /// Where it is.
    pub desk: Desk,
    /// The file with the passphrase.
    pub passphrase: String,
}

impl Office {
    /// The shelf and one candidate, 陈小满; no staff, no keys.
    pub fn empty() -> Self {
        let desk = Desk::at_shelf();
        let _ = desk.file("shelf/quick.toml", QUICK);
        let _ = desk.file("shelf/quick.en.toml", QUICK_IN_ENGLISH);
        let _ = desk.file("shelf/watched.toml", WATCHED);
        let _ = desk.file("shelf/watched.en.toml", WATCHED_IN_ENGLISH);
        let passphrase = desk.file("passphrase", &format!("{PASSPHRASE}\n"));
        Self { desk, passphrase }
    }

    /// With examiners 李考, 王考 and 赵考, issuers 钱发, 孙训 (a trainer as well) and 周全 (an examiner as well), and the key SH1.
    pub fn staffed() -> Self {
        static STILL: OnceLock<Still> = OnceLock::new();
        let still = STILL.get_or_init(|| {
            let office = Self::empty();
            for (name, roles) in [
                ("钱发", &["issuer"][..]),
                ("李考", &["examiner"]),
                ("王考", &["examiner"]),
                ("赵考", &["examiner"]),
                ("孙训", &["issuer", "trainer"]),
                ("周全", &["examiner", "issuer"]),
            ] {
                let _ = office.add_staff(name, roles);
            }
            let _ = office.new_key("SH1", "晨光客服中心");
            office.desk.still()
        });
        let desk = still.desk();
        let passphrase = desk.path("passphrase").display().to_string();
        Self { desk, passphrase }
    }

    /// `staff add`; 钱发 is the first and appoints the others.
    pub fn add_staff(&self, name: &str, roles: &[&str]) -> Ran {
        let ran = self.appoint(name, roles, "钱发");
        assert_eq!(ran.code, 0, "{ran}");
        ran
    }

    /// `staff add`, appointed by somebody.
    pub fn appoint(&self, name: &str, roles: &[&str], by: &str) -> Ran {
        let roles = roles.iter().flat_map(|role| ["--role", role]);
        let args = ["staff", "add", name, "--new-passphrase-file", &self.passphrase];
        self.by(by, &args.into_iter().chain(roles).collect::<Vec<_>>())
    }

    /// `key new`, by the issuer whose key is here: 钱发.
    pub fn new_key(&self, code: &str, name: &str) -> Ran {
        let ran = self.found(code, name, "钱发");
        assert_eq!(ran.code, 0, "{ran}");
        ran
    }

    /// `key new` by somebody.
    pub fn found(&self, code: &str, name: &str, by: &str) -> Ran {
        self.by(by, &["key", "new", "--name", name, "--code", code, "--new-passphrase-file", &self.passphrase])
    }

    /// A command, signed by this member of staff.
    pub fn by(&self, who: &str, args: &[&str]) -> Ran {
        self.desk.run(&[args, &["--staff", who, "--passphrase-file", &self.passphrase]].concat())
    }

    /// The same in a window, by the program itself; the passphrase is typed.
    #[cfg(unix)]
    pub fn window(&self, who: &str, args: &[&str]) -> Window {
        let mut window = self.at_the_door(who, args);
        window.press(format!("{PASSPHRASE}\r"));
        window
    }

    /// The same before the passphrase is typed.
    #[cfg(unix)]
    pub fn at_the_door(&self, who: &str, args: &[&str]) -> Window {
        let home = self.desk.path("home");
        std::fs::create_dir_all(&home).expect("a folder");
        let _ = std::os::unix::fs::symlink(self.desk.path("data"), home.join("onduty"));
        let mut command = onduty(&self.desk.path("data/onduty.db"), "en");
        command.arg("--library").arg(self.desk.path("shelf")).args(args);
        command.args(["--staff", who]).env("XDG_DATA_HOME", home);
        let window = Window::open(command, (80, 40));
        window.until("the passphrase is asked for", |look| look.has("Passphrase of the key of"));
        window
    }

    /// Sits an exam with these answers; its number. `watched` is sat in a sitting that 李考 calls.
    pub fn sit(&self, learner: &str, licence: &str, answers: &str) -> String {
        let ran = if licence == "watched" {
            let sitting = self.call_to_sitting("李考", learner);
            let ran = self.open_sitting("李考", &sitting, learner, answers);
            self.close_sitting("李考", &sitting);
            ran
        } else {
            let answers = self.desk.answers(answers);
            self.desk.run(&["exam", licence, "--as", learner, "--answers", &answers])
        };
        assert!(ran.code <= 2, "{ran}");
        self.exam(learner)
    }

    /// Calls a candidate to a sitting of `watched`, all year; its id.
    pub fn call_to_sitting(&self, who: &str, learner: &str) -> String {
        let out = self.desk.path(&format!("sitting-{}.onduty-sitting", self.acts().len())).display().to_string();
        let args = ["sitting", "new", "watched", "--candidate", learner, "--room", "三号机房", "--out", &out, "--format", "json"];
        let ran = self.by(who, &[&args[..], &["--from", "2026-11-22 09:00", "--until", "2027-11-22 09:00"]].concat());
        assert_eq!(ran.code, 0, "{ran}");
        let told: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
        told["sitting"].as_str().expect("an id").to_owned()
    }

    /// Lets a candidate in with these answers.
    pub fn open_sitting(&self, who: &str, sitting: &str, learner: &str, answers: &str) -> Ran {
        let answers = self.desk.answers(answers);
        let args = ["sitting", "open", sitting, "--candidate", learner, "--identity", "staff-card", "--answers", &answers];
        self.by(who, &args)
    }

    /// Ends a sitting here.
    pub fn close_sitting(&self, who: &str, sitting: &str) {
        let ran = self.by(who, &["sitting", "close", sitting]);
        assert_eq!(ran.code, 0, "{ran}");
    }

    /// The number of the only exam on another PC.
    pub fn exam_on(&self, pc: &Desk) -> String {
        let store = Sqlite::open(&pc.path("data/onduty.db")).expect("a store");
        let rows = store.attempts(None).expect("readable");
        rows.iter().find(|r| r.subject.parts().0 == "licence").expect("an exam").id.short().to_owned()
    }

    /// The number of the newest exam of a learner.
    pub fn exam(&self, learner: &str) -> String {
        let store = self.store();
        let learners = store.learners().expect("readable");
        let learner = learners.iter().find(|l| l.name == learner).expect("enrolled");
        let rows = store.attempts(Some(&learner.id)).expect("readable");
        let newest = rows.iter().filter(|r| r.subject.parts().0 == "licence").max_by_key(|r| r.started);
        newest.expect("an exam").id.short().to_owned()
    }

    /// Observes a station of `hands` (steps and oral questions in order, then the overall rating).
    pub fn observe(&self, who: &str, station: &str, marks: &[u8]) -> Ran {
        self.observe_for("hands", who, station, marks)
    }

    /// The same for another licence.
    pub fn observe_for(&self, licence: &str, who: &str, station: &str, marks: &[u8]) -> Ran {
        let answers = self.desk.answers(&marked(station, marks));
        self.by(who, &["observe", licence, "--candidate", "陈小满", "--station", station, "--answers", &answers])
    }

    /// `issue` of `quick` or another, by 钱发, to a file; with what else is given.
    pub fn issue(&self, learner: &str, licence: &str, out: &str) -> Ran {
        self.issue_by("钱发", learner, licence, &["--out", out])
    }

    /// `issue` by somebody, with what else is given.
    pub fn issue_by(&self, who: &str, learner: &str, licence: &str, more: &[&str]) -> Ran {
        let key = ["--key-passphrase-file", &self.passphrase];
        self.by(who, &[&["issue", learner, licence], &key[..], more].concat())
    }

    /// The store, to look at.
    pub fn store(&self) -> Sqlite {
        Sqlite::open(&self.desk.path("data/onduty.db")).expect("a store")
    }

    /// All acts.
    pub fn acts(&self) -> Vec<Signed> {
        self.store().acts().expect("readable")
    }

    /// All observations, oldest first.
    pub fn observations(&self) -> Vec<AttemptRow> {
        let mut rows = self.store().attempts(None).expect("readable");
        rows.retain(|r| r.subject.parts().0 == "station");
        rows.sort_by_key(|r| r.started);
        rows
    }

    /// The number of the newest observation.
    pub fn newest_observation(&self) -> AttemptId {
        self.observations().pop().expect("an observation").id
    }

    /// Signs what the program itself would not let this member of staff sign: whoever has a key can.
    pub fn forge(&self, who: &str, deed: Deed, beside: Option<Beside>) {
        self.forge_with(who, deed, beside, None);
    }

    /// The same with a licence's file.
    pub fn forge_with(&self, who: &str, deed: Deed, beside: Option<Beside>, credential: Option<&str>) {
        self.forge_by(&self.key_of(who), deed, beside, credential);
    }

    /// An act, signed by this member of staff, and put in no store.
    pub fn signed_by(&self, who: &str, deed: Deed) -> Signed {
        self.signed(&self.key_of(who), deed, None)
    }

    /// The key of a member of staff.
    fn key_of(&self, who: &str) -> Secret {
        let (listed, _) = self.desk.json(&["staff", "list"]);
        let staff = listed.as_array().expect("a list").iter().find(|s| s["name"] == who).expect("on the list");
        let path = format!("data/keys/staff-{}.pem", staff["id"].as_str().expect("text"));
        let text = String::from_utf8(self.read(path)).expect("text");
        keyfile::unlock(&text, PASSPHRASE.as_bytes()).expect("the passphrase")
    }

    fn signed(&self, key: &Secret, deed: Deed, beside: Option<Beside>) -> Signed {
        let id = format!("01a200ff-0000-7000-8000-{:012}", self.acts().len());
        let act = Act { id: id.into(), at: Moment(1_795_315_000_000), key: key.did(), deed };
        let signature = onduty::credential::acts::sign(&act.digest(), key);
        Signed { act, signature, beside }
    }

    /// Signs with any key.
    pub fn forge_by(&self, key: &Secret, deed: Deed, beside: Option<Beside>, credential: Option<&str>) {
        self.store().act(&self.signed(key, deed, beside), credential).expect("the store does not judge");
    }

    /// Whether the whole store holds together.
    pub fn is_sound(&self) -> bool {
        onduty::store::verify(&self.store(), &onduty::credential::acts::verify).expect("readable").is_empty()
    }

    /// Runs SQL on the records behind the program's back.
    pub fn sql(&self, sql: &str) {
        let db = Connection::open(self.desk.path("data/onduty.db")).expect("the records");
        db.execute_batch(sql).expect("done");
    }

    /// From now on acts of this kind cannot be written, as if the program were killed before it.
    pub fn cut(&self, act: &str) {
        self.sql(&format!(
            "CREATE TRIGGER cut BEFORE INSERT ON act WHEN NEW.json ->> '$.deed.act' = '{act}' BEGIN SELECT RAISE(ABORT, 'cut'); END"
        ));
    }

    /// Acts can be written again.
    pub fn mend(&self) {
        self.sql("DROP TRIGGER cut");
    }

    /// Everybody who reads `key show` trusts these.
    pub fn trust(&self) -> Trust {
        Trust::read(&self.desk.done(&["key", "show"]).out).expect("a list of issuers")
    }

    /// A file of the desk, as bytes.
    pub fn read(&self, path: impl AsRef<Path>) -> Vec<u8> {
        std::fs::read(self.desk.path("").join(path)).expect("a file")
    }
}

/// Answers that mark a station of the shelf.
pub fn marked(station: &str, marks: &[u8]) -> String {
    let steps: &[&str] = if station == "bow" { &["stand", "bow", "why", "overall"] } else { &["books", "pen", "overall"] };
    assert_eq!(steps.len(), marks.len(), "every step has a mark");
    steps.iter().zip(marks).map(|(step, mark)| format!("\"{station}/{step}\" = {mark}\n")).collect()
}

/// A text with what differs from run to run or machine to machine taken out: ids and the numbers made of them,
/// digests, keys, signatures, moments, the system's own words.
pub fn masked(text: &str) -> String {
    let causes = text.lines().filter(|line| line.starts_with("  Cause: ") && line.contains("os error"));
    let without = causes.fold(text.to_owned(), |text, cause| text.replace(cause, "  Cause: (the system's words)"));
    let text = without.as_str();
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let word: usize = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').map(char::len_utf8).sum();
        if word == 0 {
            out.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        out.push_str(&mask(&rest[..word]));
        rest = &rest[word..];
    }
    out
}

fn mask(word: &str) -> String {
    let hex = |w: &str| w.bytes().all(|b| b.is_ascii_hexdigit());
    let of = |len: &[usize]| word.split('-').map(str::len).eq(len.iter().copied());
    if of(&[8, 4, 4, 4, 12]) && hex(&word.replace('-', "")) {
        "UUID".to_owned()
    } else if word.len() == 8 && hex(word) && !word.starts_with("20") {
        "NUMBER".to_owned()
    } else if word.len() == 13 && word.starts_with('1') && word.bytes().all(|b| b.is_ascii_digit()) {
        "MOMENT".to_owned()
    } else if word.len() == 64 && hex(word) {
        "DIGEST".to_owned()
    } else if word.starts_with("z6Mk") && word.len() > 40 {
        "KEY".to_owned()
    } else if word.len() > 150 {
        "SHORT-FORM".to_owned()
    } else if word.starts_with('z') && word.len() > 80 {
        "SIGNATURE".to_owned()
    } else if let Some(rest) = word.strip_prefix("staff-").filter(|rest| rest.len() >= 36) {
        format!("staff-{}{}", mask(&rest[..36]), &rest[36..])
    } else {
        word.to_owned()
    }
}
