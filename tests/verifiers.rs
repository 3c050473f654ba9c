//! Other people's programs accept a licence, from its file and out of its pictures, see that it was revoked or suspended, and refuse it
//! after any change of a signed value: npm `@digitalbazaar/vc` 7.3.0 with both suites and the real contexts, PyPI `openbadgeslib` 4.6.3.
//!
//! How they are installed is `.ci/run`'s business, what they are asked `.ci/verifiers`'. Where they are not there these tests cannot
//! look: they say so on stderr, past the test runner, and fail where `CI` is set.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use onduty::base::moment::Moment;
use onduty::credential::bake;
use onduty::credential::claims::Claims;
use onduty::credential::keyfile;
use onduty::credential::status::{Purpose, StatusList};
use onduty::credential::verify::{Conclusion, Outcome, Step, verify_with};
use serde_json::{Value, json};

use crate::office::{Office, PASSPHRASE, RIGHT};

/// Below which address the office's lists lie.
const URL: &str = "https://status.example.com/licences/";

/// A program of somebody else's, and its script.
struct Other {
    program: PathBuf,
    script: PathBuf,
}

impl Other {
    fn digital_bazaar() -> Option<Self> {
        Self::find("node", "check.mjs", "node_modules/@digitalbazaar/vc")
    }

    fn openbadgeslib() -> Option<Self> {
        let python = if cfg!(windows) { "python/Scripts/python.exe" } else { "python/bin/python" };
        let path = home().join(python);
        Self::find(path.to_str()?, "check.py", python)
    }

    /// Only where it was installed: what lies anywhere else is not what the versions name.
    fn find(program: &str, script: &str, installed: &str) -> Option<Self> {
        if home().join(installed).exists() {
            return Some(Self { program: program.into(), script: home().join(script) });
        }
        let why = format!("{installed} is not there: nothing was checked by it (.ci/run installs it)");
        assert!(std::env::var_os("CI").is_none_or(|ci| ci.is_empty()), "{why}");
        // `eprintln!` is swallowed where a test passes.
        let _ = writeln!(std::io::stderr(), "{why}");
        None
    }

    /// What it answers to each question.
    fn ask(&self, now: &Value, ask: &[Value]) -> Vec<Value> {
        let mut command = Command::new(&self.program);
        let command = command.arg(&self.script).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("it starts");
        let request = json!({ "now": now, "ask": ask }).to_string();
        child.stdin.take().expect("it is piped").write_all(request.as_bytes()).expect("it reads");
        let out = child.wait_with_output().expect("it ends");
        let answers: Vec<Value> = serde_json::from_slice(&out.stdout).expect("its answers");
        assert_eq!(answers.len(), ask.len());
        answers
    }
}

fn home() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.ci/verifiers"))
}

/// A licence of an office whose status lists can be fetched, and the lists as `status` writes them: nobody is on them.
struct Licence {
    office: Office,
    document: Value,
    claims: Claims,
    lists: Value,
}

impl Licence {
    fn issued() -> Self {
        let office = Office::staffed();
        let new = ["key", "new", "--name", "晨光", "--code", "CG", "--status-url", URL, "--new-passphrase-file"];
        let ran = office.by("钱发", &[&new[..], &[&office.passphrase]].concat());
        assert_eq!(ran.code, 0, "{ran}");
        let _ = office.sit("陈小满", "quick", RIGHT);
        let out = office.desk.path("licence.json").display().to_string();
        let ran = office.issue_by("钱发", "陈小满", "quick", &["--key", "CG", "--out", &out]);
        assert_eq!(ran.code, 0, "{ran}");
        let document: Value = serde_json::from_slice(&office.read("licence.json")).expect("JSON");
        let claims = Claims::read(&document).expect("a licence");
        let folder = office.desk.path("lists").display().to_string();
        let ran = office.desk.run(&["status", "--out", &folder, "--key", "CG", "--key-passphrase-file", &office.passphrase]);
        assert_eq!(ran.code, 0, "{ran}");
        let list = |purpose: Purpose| -> (String, Value) {
            let name = format!("CG-{}.json", purpose.name());
            let list = serde_json::from_slice(&office.read(format!("lists/{name}"))).expect("JSON");
            (format!("{URL}{name}"), list)
        };
        let lists = Value::Object(Purpose::ALL.iter().map(|purpose| list(*purpose)).collect());
        Self { office, document, claims, lists }
    }

    /// The lists, with the licence on one of them.
    fn on(&self, purpose: Purpose) -> Value {
        let path = self.office.desk.path("data/keys/issuer-CG.pem");
        let key = keyfile::unlock(&std::fs::read_to_string(path).expect("a key"), PASSPHRASE.as_bytes()).expect("opens");
        let address = format!("{URL}CG-{}.json", purpose.name());
        let set = BTreeSet::from([1]);
        let list = StatusList::new(purpose, address.clone(), key.did(), (self.claims.from, &set));
        let mut lists = self.lists.clone();
        lists[&address] = list.signed(&key).expect("signed");
        lists
    }

    /// The day after it was issued.
    fn now(&self) -> Value {
        let at = jiff::Timestamp::from_millisecond(self.claims.from.0 + 86_400_000).expect("a moment");
        at.to_string().into()
    }

    fn conclusion(&self, lists: &Value) -> (Conclusion, Outcome) {
        let lists: Vec<StatusList> = lists
            .as_object()
            .expect("by address")
            .values()
            .map(|list| StatusList::read(list.to_string().as_bytes()).expect("a list"))
            .collect();
        let now = Moment(self.claims.from.0 + 86_400_000);
        let text = self.document.to_string();
        let report = verify_with(text.as_bytes(), Some(&self.office.trust()), now, None, &lists);
        (report.conclusion, report.outcome(Step::Revocation).clone())
    }
}

/// The document with each of its leaves changed once, and where.
fn changed(value: &Value, path: &str, out: &mut Vec<(String, Value)>) {
    let within = |key: String, inner: &Value, out: &mut Vec<(String, Value)>, place: &dyn Fn(Value) -> Value| {
        let mut below = Vec::new();
        changed(inner, &format!("{path}/{key}"), &mut below);
        out.extend(below.into_iter().map(|(path, inner)| (path, place(inner))));
    };
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                within(key.clone(), inner, out, &|inner| {
                    let mut whole = map.clone();
                    whole.insert(key.clone(), inner);
                    whole.into()
                });
            }
        }
        Value::Array(items) => {
            for (n, inner) in items.iter().enumerate() {
                within(n.to_string(), inner, out, &|inner| {
                    let mut whole = items.clone();
                    whole[n] = inner;
                    whole.into()
                });
            }
        }
        Value::Bool(is) => out.push((path.to_owned(), (!is).into())),
        Value::String(text) => {
            // A moment stays one, a number too: what is refused is the signature, not the look.
            let other = |c: char| if c == '1' { '2' } else { '1' };
            let at = text.rfind(|c: char| c.is_ascii_digit());
            let new = match at {
                Some(at) => format!("{}{}{}", &text[..at], other(char::from(text.as_bytes()[at])), &text[at + 1..]),
                None => format!("{text}x"),
            };
            out.push((path.to_owned(), new.into()));
        }
        other => panic!("{other} at {path}"),
    }
}

#[test]
fn digital_bazaar_s_verifier_agrees() {
    let Some(other) = Other::digital_bazaar() else { return };
    let licence = Licence::issued();
    let ask = |lists: &Value| json!({ "document": licence.document, "lists": lists });
    let with = [&licence.lists, &licence.on(Purpose::Revocation), &licence.on(Purpose::Suspension)];
    let mut spoilt = licence.on(Purpose::Revocation);
    let encoded = licence.lists[format!("{URL}CG-revocation.json")]["credentialSubject"]["encodedList"].clone();
    spoilt[format!("{URL}CG-revocation.json")]["credentialSubject"]["encodedList"] = encoded;
    let answers = other.ask(&licence.now(), &[ask(with[0]), ask(with[1]), ask(with[2]), ask(&spoilt)]);
    assert_eq!(answers[0], json!({ "eddsa-rdfc-2022": null, "eddsa-jcs-2022": null }));
    for (answer, why) in answers[1..].iter().zip(["taken back: revocation", "taken back: suspension", "not verified"]) {
        for suite in ["eddsa-rdfc-2022", "eddsa-jcs-2022"] {
            assert!(answer[suite].as_str().is_some_and(|said| said.contains(why)), "{suite}: {answer}");
        }
    }
    // So do we.
    assert_eq!(licence.conclusion(with[0]), (Conclusion::Good, Outcome::Passed));
    assert_eq!(licence.conclusion(with[1]).0, Conclusion::Revoked);
    assert_eq!(licence.conclusion(with[2]).0, Conclusion::Suspended);

    let mut all = Vec::new();
    changed(&licence.document, "", &mut all);
    assert!(all.len() > 60, "{}", all.len());
    let ask: Vec<Value> = all.iter().map(|(_, document)| json!({ "document": document })).collect();
    for ((path, _), answer) in all.iter().zip(other.ask(&licence.now(), &ask)) {
        for (n, suite) in ["eddsa-rdfc-2022", "eddsa-jcs-2022"].into_iter().enumerate() {
            let its = path.strip_prefix("/proof/").is_none_or(|rest| rest.starts_with(&n.to_string()));
            assert_eq!(answer[suite].is_string(), its, "{path}, {suite}: {answer}");
        }
    }
}

#[test]
fn openbadgeslib_agrees() {
    let Some(other) = Other::openbadgeslib() else { return };
    let licence = Licence::issued();
    let text = String::from_utf8(licence.office.read("licence.json")).expect("UTF-8");
    let svg = bake::into_svg("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>", &text).expect("an SVG");
    let png = bake::into_png(DOT, &text).expect("a PNG");
    let png = data_encoding::BASE64.encode(&png);
    let mut ask = vec![json!({ "document": licence.document }), json!({ "svg": svg }), json!({ "png": png })];
    let lists = [licence.lists.clone(), licence.on(Purpose::Revocation), licence.on(Purpose::Suspension)];
    ask.extend(lists.iter().map(|lists| json!({ "svg": svg, "lists": lists })));
    let answers = other.ask(&licence.now(), &ask);
    assert_eq!(answers[..4], [Value::Null, Value::Null, Value::Null, Value::Null]);
    for (answer, purpose) in answers[4..].iter().zip(["'revocation' is set at index 1", "'suspension' is set at index 1"]) {
        assert!(answer.as_str().is_some_and(|why| why.contains(purpose)), "{answer}");
    }

    let mut all = Vec::new();
    changed(&licence.document, "", &mut all);
    // It looks at the first signature only.
    all.retain(|(path, _)| !path.starts_with("/proof/1"));
    let ask: Vec<Value> = all.iter().map(|(_, document)| json!({ "document": document })).collect();
    let accepted: Vec<&str> = all
        .iter()
        .zip(other.ask(&licence.now(), &ask))
        .filter(|(_, answer)| answer.is_null())
        .map(|((path, _), _)| path.as_str())
        .collect();
    assert!(all.len() > 60 && accepted.is_empty(), "{accepted:#?}");
}

/// A PNG of one black dot.
const DOT: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00,
    0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3a, 0x7e, 0x9b, 0x55, 0x00, 0x00, 0x00, 0x0a, 0x49, 0x44, 0x41, 0x54, 0x78,
    0x9c, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01, 0x48, 0xaf, 0xa4, 0x71, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44,
    0xae, 0x42, 0x60, 0x82,
];
