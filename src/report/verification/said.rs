//! Verdicts and reasons in words, and the names that scripts know them by: a name is the end of its sentence's key in `locale`.

use crate::base::moment::Moment;
use crate::credential::json::Unreadable;
use crate::credential::status::Purpose;
use crate::credential::trust::{TrustFault, TrustTrouble};
use crate::credential::verify::{Conclusion, Failed, NotChecked, Outcome, Report, Source, Step};
use crate::credential::{Fault, Misshapen};
use crate::locale::{Value, Words};

/// The most characters that are shown of a key, a path or a suite's name.
const WORD: usize = 80;

/// A text from a file that may be hostile, fit to stand in one line: what would move, turn or hide something on a screen is `�`, line
/// breaks are blanks, and what is too long is cut.
pub(super) fn plain(text: &str, most: usize) -> String {
    let blank = |c: char| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c };
    let shown = |c: char| if hides(c) { '\u{fffd}' } else { c };
    let mut chars = text.trim().chars().map(blank).map(shown);
    let mut out: String = chars.by_ref().take(most).collect();
    if chars.next().is_some() {
        out.push('…');
    }
    out
}

/// The same for a place between quotation marks: it does not end them.
pub(super) fn quoted(text: &str, most: usize) -> String {
    plain(text, most).replace(['“', '”', '"'], "'")
}

/// Whether a character is not seen itself, but changes what is: controls, turns of direction, blanks without width, fillers, tags.
fn hides(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}')
        || matches!(c, '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The name of a step.
pub(super) const fn code_of(step: Step) -> &'static str {
    match step {
        Step::Readable => "readable",
        Step::Shape => "shape",
        Step::Proof => "proof",
        Step::Issuer => "issuer",
        Step::Dates => "dates",
        Step::Holder => "holder",
        Step::Revocation => "revocation",
    }
}

/// The name of a conclusion.
pub(super) const fn conclusion(conclusion: Conclusion) -> &'static str {
    match conclusion {
        Conclusion::Good => "good",
        Conclusion::StatusNotKnown => "status-not-known",
        Conclusion::IssuerNotChecked => "issuer-not-checked",
        Conclusion::OtherHolder => "other-holder",
        Conclusion::NotYetValid => "not-yet-valid",
        Conclusion::Expired => "expired",
        Conclusion::KeyRetired => "key-retired",
        Conclusion::Suspended => "suspended",
        Conclusion::Revoked => "revoked",
        Conclusion::UnknownIssuer => "unknown-issuer",
        Conclusion::Unproven => "unproven",
        Conclusion::NotALicence => "not-a-licence",
        Conclusion::Altered => "altered",
        Conclusion::Unreadable => "unreadable",
    }
}

/// Why a step did not pass.
pub(super) struct Reason {
    /// For a script.
    pub code: &'static str,
    /// For a person.
    pub words: String,
}

/// Says things in a person's language and time zone.
pub(super) struct Teller<'a> {
    pub words: &'a Words,
    pub zone: &'a str,
    /// Who says whether it was taken back.
    pub source: Source,
}

/// The name of who says so.
pub(super) const fn source(source: Source) -> &'static str {
    match source {
        Source::Lists => "lists",
        Source::Desk => "desk",
        Source::Heard => "heard",
    }
}

impl Teller<'_> {
    /// A sentence; what fills its gaps must be plain already.
    pub fn with(&self, key: &str, args: &[(&str, String)]) -> String {
        with(self.words, key, args)
    }

    pub fn when(&self, moment: Moment) -> String {
        moment.local(self.zone)
    }

    /// The verdict on something in a line; `code`: the name of a conclusion, or `not-read`.
    pub fn verdict(&self, what: &str, code: &str) -> String {
        let word = self.words.get(&format!("verify-verdict-{code}"));
        self.with("verify-verdict", &[("what", what.to_owned()), ("word", word)])
    }

    /// What is known of whether it was taken back, as an arm of a sentence: all, half (and which half is not), nothing; and as of when.
    pub fn taken_back(outcome: &Outcome) -> &'static str {
        match outcome {
            Outcome::Passed => "passed",
            Outcome::NotChecked(NotChecked::ListMissing { missing: Purpose::Revocation, .. }) => "no-revocation",
            Outcome::NotChecked(NotChecked::ListMissing { missing: Purpose::Suspension, .. }) => "no-suspension",
            _ => "unasked",
        }
    }

    /// When the one list was made that was looked at where the other was missing.
    pub fn half(&self, outcome: &Outcome) -> String {
        if let Outcome::NotChecked(NotChecked::ListMissing { at, .. }) = outcome { self.when(*at) } else { String::new() }
    }

    /// As of when it is known whether a licence was taken back.
    pub fn as_of(&self, as_of: Option<Moment>) -> String {
        as_of.map_or_else(String::new, |at| self.when(at))
    }

    /// What it comes to and what to do about it.
    pub fn conclusion(&self, report: &Report) -> String {
        let key = format!("verify-conclusion-{}", conclusion(report.conclusion));
        let passed = |step, word: &str| if *report.outcome(step) == Outcome::Passed { word } else { "unasked" }.to_owned();
        let claims = report.claims.as_ref();
        let shown = claims.and_then(|claims| claims.holder.name.shown());
        let holder = shown.map_or_else(String::new, |name| plain(name, super::NAME));
        let from = claims.map_or_else(String::new, |claims| self.when(claims.from));
        let until = claims.and_then(|claims| claims.until).map_or_else(String::new, |until| self.when(until));
        let (name, taken) = (passed(Step::Holder, "same"), report.outcome(Step::Revocation));
        let name = if name == "unasked" && shown.is_none() { "hidden".to_owned() } else { name };
        self.with(
            &key,
            &[
                ("name", name),
                ("revocation", Self::taken_back(taken).to_owned()),
                ("half", self.half(taken)),
                ("holder", holder),
                ("from", from),
                ("until", until),
                ("asof", self.as_of(report.as_of)),
                ("source", source(self.source).to_owned()),
            ],
        )
    }

    /// How a step went; `as_of`: since when nothing else is known.
    pub fn step(&self, step: Step, outcome: &Outcome, as_of: Option<Moment>) -> String {
        match (step, outcome, as_of) {
            (Step::Revocation, Outcome::Passed, Some(at)) => {
                self.with("verify-passed-as-of", &[("asof", self.when(at)), ("source", source(self.source).to_owned())])
            }
            _ => self.outcome(outcome),
        }
    }

    /// The same, whichever step it was.
    pub fn outcome(&self, outcome: &Outcome) -> String {
        let why = self.reason(outcome).map_or_else(String::new, |reason| reason.words);
        match outcome {
            Outcome::Passed => self.words.get("verify-passed"),
            Outcome::Failed(_) => self.with("verify-failed", &[("why", why)]),
            Outcome::NotChecked(_) => self.with("verify-not-checked", &[("why", why)]),
        }
    }

    /// Why a step did not pass.
    pub fn reason(&self, outcome: &Outcome) -> Option<Reason> {
        match outcome {
            Outcome::Passed => None,
            Outcome::Failed(failed) => Some(self.failed(failed)),
            Outcome::NotChecked(why) => {
                let code = not_checked(*why);
                let gaps = match why {
                    NotChecked::ListOld(days) => {
                        vec![("days", days.to_string()), ("source", source(self.source).to_owned())]
                    }
                    NotChecked::ListMissing { missing, at } => {
                        vec![("missing", missing.name().to_owned()), ("at", self.when(*at))]
                    }
                    _ => vec![],
                };
                Some(Reason { code, words: self.with(&format!("verify-not-checked-{code}"), &gaps) })
            }
        }
    }

    fn failed(&self, failed: &Failed) -> Reason {
        let (code, gap, value) = match failed {
            Failed::Unreadable(why) => return self.unreadable(why),
            Failed::Misshapen(why) => return self.misshapen(why),
            Failed::Unsigned => ("unsigned", "", String::new()),
            Failed::HalfSigned(name) => ("half-signed", "name", (*name).to_owned()),
            Failed::UnknownSuite(names) => {
                let names: Vec<String> = names.iter().map(|name| plain(name, WORD)).collect();
                ("unknown-suite", "names", names.join(&self.words.get("paper-comma")))
            }
            Failed::SignedAgain(name) => ("signed-again", "name", plain(name, WORD)),
            Failed::Altered(did) => ("altered", "did", did.to_string()),
            Failed::OtherSigner(did) => ("other-signer", "did", did.to_string()),
            Failed::MalformedProof(part) => ("malformed-proof", "part", plain(part, WORD)),
            Failed::UnknownIssuer(did) => ("unknown-issuer", "did", did.to_string()),
            Failed::KeyRetired(until) => ("key-retired", "until", self.when(*until)),
            Failed::NotYetValid(from) => ("not-yet-valid", "from", self.when(*from)),
            Failed::Expired(until) => ("expired", "until", self.when(*until)),
            Failed::Suspended(at) => ("suspended", "at", self.when(*at)),
            Failed::Revoked(at) => ("revoked", "at", self.when(*at)),
            Failed::OtherHolder(Some(name)) => ("other-holder", "name", quoted(name, super::NAME)),
            Failed::OtherHolder(None) => ("other-hash", "", String::new()),
        };
        let gaps = [(gap, value), ("source", source(self.source).to_owned())];
        Reason { code, words: self.with(&format!("verify-failed-{code}"), &gaps) }
    }

    fn unreadable(&self, why: &Unreadable) -> Reason {
        let (code, gaps) = match why {
            Unreadable::TooLarge => ("too-large", vec![]),
            Unreadable::NotText => ("not-text", vec![]),
            Unreadable::NotJson { line, column } => {
                ("not-json", vec![("line", line.to_string()), ("column", column.to_string())])
            }
            Unreadable::Twice(key) => ("twice", vec![("key", quoted(key, WORD))]),
            Unreadable::TooDeep => ("too-deep", vec![]),
            Unreadable::Number => ("number", vec![]),
            Unreadable::Picture => ("picture", vec![]),
            Unreadable::NoneInside => ("none-inside", vec![]),
            Unreadable::ManyInside => ("many-inside", vec![]),
        };
        Reason { code, words: self.with(&format!("verify-unreadable-{code}"), &gaps) }
    }

    fn misshapen(&self, Misshapen { path, fault }: &Misshapen) -> Reason {
        let code = match fault {
            Fault::Missing => "missing",
            Fault::Wrong => "wrong",
            Fault::Hidden => "hidden",
            Fault::Unknown => "unknown",
        };
        let path = if path.is_empty() { self.words.get("verify-whole") } else { plain(path, WORD) };
        Reason { code, words: self.with(&format!("verify-fault-{code}"), &[("path", path)]) }
    }
}

const fn not_checked(why: NotChecked) -> &'static str {
    match why {
        NotChecked::Earlier => "earlier",
        NotChecked::NoTrust => "no-trust",
        NotChecked::NoName => "no-name",
        NotChecked::ListNotRead => "list-not-read",
        NotChecked::ListMissing { .. } => "list-missing",
        NotChecked::NoList => "no-list",
        NotChecked::ListOld(_) => "list-old",
    }
}

/// A mistake of a trust file in words.
pub(super) fn trust_trouble(trouble: &TrustTrouble, words: &Words) -> String {
    let (code, what) = match &trouble.what {
        TrustFault::Syntax => ("syntax", ""),
        TrustFault::UnknownKey(key) => ("unknown-key", key.as_str()),
        TrustFault::MissingKey(key) => ("missing-key", *key),
        TrustFault::WrongKind(key) => ("wrong-kind", key.as_str()),
        TrustFault::BadDid(did) => ("bad-did", did.as_str()),
        TrustFault::Twice(did) => ("twice", did.as_str()),
        TrustFault::EmptyName => ("empty-name", ""),
        TrustFault::BadUntil(text) => ("bad-until", text.as_str()),
    };
    with(words, &format!("trust-fault-{code}"), &[("line", trouble.line.to_string()), ("what", quoted(what, WORD))])
}

fn with(words: &Words, key: &str, args: &[(&str, String)]) -> String {
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, Value::from(value.as_str()))).collect();
    words.with(key, &args)
}
