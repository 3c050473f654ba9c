//! The short form of a licence: what its QR holds. A line that a person reads, and behind it what lets a program check that very line
//! without anything else at hand.
//!
//! ```text
//! 上岗证 20261122-SH1-0007 王小明 至 2027-11-22
//! onduty:3kTm…
//! ```
//!
//! Behind `onduty:` stand, in base58btc, [`HEAD`] bytes and an Ed25519 signature by the issuing key over [`DOMAIN`], the line, a line
//! feed and the head. The head: the form's number; where in the line the licence's number and the holder's name begin and how many
//! characters they have (none: the scheme keeps the name off the QR); from and until in seconds; the document's id; the issuing key.
//! What the line is worded like is the caller's business. The licence's document carries the whole text, so that whoever has the file can
//! print it again without the key.

use uuid::Uuid;

use super::claims::Name;
use super::keys::{Public, Secret, signature_bytes};
use super::status::{Purpose, StatusList};
use super::trust::{Trust, Trusted};
use super::verify::{self, Conclusion, Failed, Known, Looked, NotChecked, Outcome, Source, Step, Told};
use crate::base::id::{Did, LicenceNumber};
use crate::base::moment::Moment;

/// What is signed begins so: a signature here can never be shown as one under a document or an act.
const DOMAIN: &[u8] = b"onduty short 1\0";
/// What the program's part begins with.
const MARK: &str = "onduty:";
/// Which form this is.
const FORM: u8 = 1;
/// Bytes of the head: form, four places, two times of five bytes, the id, the key.
const HEAD: usize = 1 + 4 + 2 * 5 + 16 + 32;
/// The most bytes that are looked at: base58 takes time that grows with the square of the length.
pub const MOST_BYTES: usize = 2048;

/// What a short form says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Short {
    /// The line that a person reads.
    pub line: String,
    /// The number in it.
    pub number: LicenceNumber,
    /// The name in it, where there is one.
    pub name: Option<String>,
    /// The document's own id.
    pub id: Uuid,
    /// The issuing key.
    pub issuer: Did,
    /// From when on the licence is good (whole seconds).
    pub from: Moment,
    /// Until when (no longer at that moment; whole seconds).
    pub until: Moment,
}

/// What there is to say about a text that may be a short form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Each step with its outcome, in order.
    pub steps: Vec<(Step, Outcome)>,
    /// What it comes to.
    pub conclusion: Conclusion,
    /// What it says, where it can be read. Only believed where the proof holds.
    pub short: Option<Short>,
    /// The issuer as the person who checks knows it.
    pub trusted: Option<Trusted>,
    /// As of when it is known whether it was taken back.
    pub as_of: Option<Moment>,
    /// Who says so.
    pub source: Source,
    /// The status lists of its issuer, with which were there to look at.
    pub lists: Vec<Looked>,
}

impl Checked {
    /// Takes in what the issuer's own records say.
    pub fn hear(&mut self, told: Told, now: Moment) {
        verify::hear((&mut self.steps, &mut self.as_of, &mut self.source), told, now);
        self.conclusion = verify::conclusion(&self.steps);
    }

    /// As `verify::Report::is_open`.
    pub fn is_open(&self) -> bool {
        verify::is_open(&self.steps)
    }

    /// As `verify::Report::ask_for_lists`.
    pub fn ask_for_lists(&mut self) {
        self.conclusion = verify::asked_for_lists(&self.steps, self.conclusion);
    }
}

impl Short {
    /// The signed text. `None`: the line does not hold number and name, is of several lines, or a moment is out of range.
    pub fn signed(&self, secret: &Secret) -> Option<String> {
        let (line, head) = (self.line.as_str(), self.head()?);
        let signature = signature_bytes(&secret.sign(&bytes(line, &head)))?;
        let body = bs58::encode([head.as_slice(), &signature].concat()).into_string();
        let text = format!("{line}\n{MARK}{body}");
        (Self::read(&text).as_ref() == Some(&(self.clone(), true))).then_some(text)
    }

    /// What a text says, and whether the key that it names signed it. `None`: not a short form.
    pub fn read(text: &str) -> Option<(Self, bool)> {
        let text = text.trim_start_matches('\u{feff}').trim();
        let (line, body) = text.rsplit_once(MARK).filter(|_| text.len() <= MOST_BYTES)?;
        let line = line.trim();
        let all = bs58::decode(body).into_vec().ok().filter(|all| all.len() == HEAD + 64 && all[0] == FORM)?;
        let (head, signature) = all.split_at(HEAD);
        let key = Public::of_bytes(head[HEAD - 32..].try_into().ok()?)?;
        let part = |at: u8, length: u8| -> Option<String> {
            let part: String = line.chars().skip(at.into()).take(length.into()).collect();
            (part.chars().count() == usize::from(length)).then_some(part)
        };
        let seconds = |from: usize| head[from..from + 5].iter().fold(0_i64, |all, byte| all << 8 | i64::from(*byte));
        let moment = |from: usize| Moment(seconds(from) * 1000);
        let short = Self {
            number: LicenceNumber::from(part(head[1], head[2])?),
            name: if head[4] == 0 { None } else { Some(part(head[3], head[4])?) },
            from: moment(5),
            until: moment(10),
            id: Uuid::from_slice(&head[15..31]).ok()?,
            issuer: key.did(),
            line: line.to_owned(),
        };
        let good = key.verify_bytes(&bytes(line, head), signature.try_into().ok()?);
        Some((short, good))
    }

    /// Whether a text is meant to be one.
    pub fn is_meant(text: &str) -> bool {
        text.contains(MARK) && !text.trim_start().starts_with(['{', '['])
    }

    fn head(&self) -> Option<Vec<u8>> {
        let number = place(&self.line, self.number.as_str(), 0)?;
        let after = usize::from(number.0) + usize::from(number.1);
        let name = self.name.as_deref().map_or(Some((0, 0)), |name| place(&self.line, name, after))?;
        let mut head = vec![FORM, number.0, number.1, name.0, name.1];
        for moment in [self.from, self.until] {
            let seconds = u64::try_from(moment.0.div_euclid(1000)).ok()?.to_be_bytes();
            if seconds[..3] != [0; 3] {
                return None;
            }
            head.extend_from_slice(&seconds[3..]);
        }
        head.extend_from_slice(self.id.as_bytes());
        head.extend_from_slice(&Public::of(&self.issuer)?.bytes());
        Some(head)
    }
}

/// Where in the line a part stands, and how many characters it has, at or behind a place.
fn place(line: &str, part: &str, from: usize) -> Option<(u8, u8)> {
    let behind: usize = line.chars().take(from).map(char::len_utf8).sum();
    let at = behind + line.get(behind..)?.find(part)?;
    let (start, length) = (line[..at].chars().count(), part.chars().count());
    Some((u8::try_from(start).ok()?, u8::try_from(length).ok().filter(|length| *length > 0)?))
}

fn bytes(line: &str, head: &[u8]) -> Vec<u8> {
    [DOMAIN, line.as_bytes(), b"\n", head].concat()
}

/// The verdict on a text, as at any door. What it cannot know is the same as with the whole document, and says so. It has no address of
/// a status list: any list of its issuer that is at hand is looked at.
pub fn verify(text: &str, trust: Option<&Trust>, now: Moment, name: Option<&str>, lists: &[StatusList]) -> Checked {
    let read = Short::read(text);
    let mut steps = vec![(Step::Readable, Outcome::Passed)];
    let Some((short, signed)) = read else {
        let why = Failed::Unreadable(super::json::Unreadable::NotText);
        steps[0].1 = Outcome::Failed(why);
        steps.extend(Step::ALL[1..].iter().map(|step| (*step, Outcome::NotChecked(NotChecked::Earlier))));
        let (conclusion, source) = (verify::conclusion(&steps), Source::Lists);
        return Checked { conclusion, steps, short: None, trusted: None, as_of: None, source, lists: vec![] };
    };
    steps.push((Step::Proof, if signed { Outcome::Passed } else { Outcome::Failed(Failed::Altered(short.issuer.clone())) }));
    let ask = |outcome: Outcome| if signed { outcome } else { Outcome::NotChecked(NotChecked::Earlier) };
    steps.push((Step::Issuer, ask(verify::issuer((&short.issuer, short.from), trust, None))));
    steps.push((Step::Dates, ask(verify::dates((short.from, Some(short.until)), now))));
    let holder = match &short.name {
        Some(on_it) => verify::holder(&Name::Plain(on_it.clone()), name),
        None => Outcome::NotChecked(NotChecked::NoName),
    };
    steps.push((Step::Holder, ask(holder)));
    let unread = || (Outcome::NotChecked(NotChecked::Earlier), None, vec![]);
    let (taken, as_of, lists) = if signed { revocation(&short, lists, now) } else { unread() };
    steps.push((Step::Revocation, taken));
    let trusted = trust.and_then(|trust| trust.find(&short.issuer)).filter(|_| signed).cloned();
    Checked { conclusion: verify::conclusion(&steps), steps, short: Some(short), trusted, as_of, source: Source::Lists, lists }
}

/// The serial stands at the end of the number, and is its place in its issuer's lists. A company may number otherwise, with the day at
/// the end: what stands there then is beyond all lists, and nothing is known.
fn revocation(short: &Short, lists: &[StatusList], now: Moment) -> Known {
    let index = short.number.as_str().rsplit('-').next().and_then(|serial| serial.parse().ok());
    let newest = |purpose: &Purpose| {
        let ours = lists.iter().filter(|list| list.purpose == *purpose && list.issuer == short.issuer);
        (*purpose, ours.max_by_key(|list| list.at))
    };
    let found: Vec<(Purpose, Option<&StatusList>)> = Purpose::ALL.iter().map(newest).collect();
    let there = || found.iter().filter_map(|(_, list)| *list);
    match index {
        Some(index) if there().next().is_some() && there().all(|list| index < list.places()) => {
            verify::listed(&found, index, now)
        }
        _ => (Outcome::NotChecked(NotChecked::NoList), None, vec![]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(n: u8) -> Secret {
        Secret::from_seed(&[n; 32])
    }

    fn short() -> Short {
        Short {
            line: "上岗证 20261122-SH1-0007 王小明 至 2027-11-22".into(),
            number: "20261122-SH1-0007".into(),
            name: Some("王小明".into()),
            id: Uuid::from_u128(7),
            issuer: secret(1).did(),
            from: Moment(1_795_311_000_000),
            until: Moment(1_826_812_800_000),
        }
    }

    #[test]
    fn it_begins_with_a_line_for_people_and_is_read_back() {
        let text = short().signed(&secret(1)).unwrap();
        assert!(text.starts_with("上岗证 20261122-SH1-0007 王小明 至 2027-11-22\nonduty:"), "{text}");
        assert!(text.len() < 251, "a QR of version 11 holds it: {}", text.len());
        assert_eq!(Short::read(&text), Some((short(), true)));
        let pasted = format!("  {}\n", text.replace('\n', " "));
        assert_eq!(Short::read(&pasted), Some((short(), true)), "a line break lost on the way changes nothing");
        let nameless = Short { name: None, line: "上岗证 20261122-SH1-0007 至 2027-11-22".into(), ..short() };
        assert_eq!(Short::read(&nameless.signed(&secret(1)).unwrap()), Some((nameless, true)));
    }

    #[test]
    fn any_changed_character_is_found() {
        let text = short().signed(&secret(1)).unwrap();
        for at in text.char_indices().map(|(at, _)| at).filter(|at| !text[*at..].starts_with('\n')) {
            let c = text[at..].chars().next().unwrap();
            let other = if c == '2' { '3' } else { '2' };
            let changed = format!("{}{other}{}", &text[..at], &text[at + c.len_utf8()..]);
            assert!(Short::read(&changed).is_none_or(|(_, good)| !good), "{changed}");
        }
        assert_eq!(short().signed(&secret(2)), None, "another key does not sign it");
        assert_eq!(Short { name: Some("李雷".into()), ..short() }.signed(&secret(1)), None, "the line has another name");
    }

    #[test]
    fn lists_are_looked_at_where_the_number_ends_in_its_place() {
        let set = std::collections::BTreeSet::from([7]);
        let list =
            |purpose: &Purpose| StatusList::new(*purpose, "urn:x".into(), secret(1).did(), (Moment(1_800_000_000_000), &set));
        let lists: Vec<_> = Purpose::ALL.iter().map(list).collect();
        let revocation = |number: &str| {
            let short = Short { number: number.into(), line: format!("上岗证 {number} 王小明"), ..short() };
            let text = short.signed(&secret(1)).unwrap();
            let checked = verify(&text, None, Moment(1_800_000_000_000), None, &lists);
            checked.steps.into_iter().find(|(step, _)| *step == Step::Revocation).map(|(_, outcome)| outcome)
        };
        assert_eq!(revocation("20261122-SH1-0007"), Some(Outcome::Failed(Failed::Revoked(Moment(1_800_000_000_000)))));
        assert_eq!(revocation("20261122-SH1-0008"), Some(Outcome::Passed));
        // A revoked one of these would be told as good.
        for other in ["0007-SH1-20261122", "SH1-202611220007", "SH1第7号"] {
            assert_eq!(revocation(other), Some(Outcome::NotChecked(NotChecked::NoList)), "{other}");
        }
    }

    #[test]
    fn the_verdict_is_that_of_any_door() {
        let text = short().signed(&secret(1)).unwrap();
        let trust = Trust::read(&format!("[[issuer]]\ndid = \"{}\"\nname = \"晨光\"", secret(1).did())).unwrap();
        let other = Trust::read(&format!("[[issuer]]\ndid = \"{}\"\nname = \"x\"", secret(2).did())).unwrap();
        let at = |trust: Option<&Trust>, now: i64, name: Option<&str>| verify(&text, trust, Moment(now), name, &[]).conclusion;
        assert_eq!(at(Some(&trust), 1_800_000_000_000, Some("王 小明")), Conclusion::Good);
        assert_eq!(at(None, 1_800_000_000_000, None), Conclusion::IssuerNotChecked);
        assert_eq!(at(Some(&other), 1_800_000_000_000, None), Conclusion::UnknownIssuer);
        assert_eq!(at(Some(&trust), 1_795_310_999_999, None), Conclusion::NotYetValid);
        assert_eq!(at(Some(&trust), 1_826_812_800_000, None), Conclusion::Expired);
        assert_eq!(at(Some(&trust), 1_800_000_000_000, Some("李雷")), Conclusion::OtherHolder);
        let altered = text.replace("2027", "2037");
        assert_eq!(verify(&altered, Some(&trust), Moment(1_800_000_000_000), None, &[]).conclusion, Conclusion::Altered);
        assert_eq!(verify("上岗证", Some(&trust), Moment(0), None, &[]).conclusion, Conclusion::Unreadable);
    }
}
