//! `trust.toml`: the issuers that a person who checks licences has decided to believe.
//!
//! ```toml
//! [[issuer]]
//! did = "did:key:z6Mk…"
//! name = "客服中心"
//! code = "SH1"                      # what its licence numbers name it by; may be left out
//! until = "2027-03-01T08:00:00Z"   # signs nothing after this moment; what it signed before stays good
//! ```
//!
//! Text in, list out; which file it is, is the shell's business. A file with a mistake is not half believed.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::Public;
use super::time;
use crate::base::id::Did;
use crate::base::moment::Moment;

/// The issuers a person believes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trust {
    issuers: Vec<Trusted>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trusted {
    /// The key.
    pub did: Did,
    /// What the person who checks calls it.
    pub name: String,
    /// What licence numbers name the issuer by, where the file says so: only for people to compare.
    pub code: Option<String>,
    /// When the key was retired: what is signed later is not believed.
    pub until: Option<Moment>,
}

/// A mistake in a trust file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustTrouble {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub what: TrustFault,
}

/// What is wrong in a trust file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrustFault {
    /// Not TOML.
    Syntax,
    /// A key that does not belong there.
    UnknownKey(String),
    /// An issuer without this key.
    MissingKey(&'static str),
    /// This key's value is of the wrong kind.
    WrongKind(String),
    /// Not the name of an Ed25519 key.
    BadDid(String),
    /// This key stands there twice.
    Twice(Did),
    /// A name that says nothing.
    EmptyName,
    /// No moment such as `2027-03-01T08:00:00Z`.
    BadUntil(String),
}

impl Trust {
    /// Reads a trust file.
    ///
    /// # Errors
    /// All mistakes, by line.
    pub fn read(text: &str) -> Result<Self, Vec<TrustTrouble>> {
        let mut reader = Reader { text, troubles: Vec::new() };
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            reader.say(error.span().map_or(0, |span| span.start), TrustFault::Syntax);
        }
        let trust = if errors.is_empty() { reader.trust(table.get_ref()) } else { Self::default() };
        reader.troubles.sort_by_key(|trouble| trouble.line);
        if reader.troubles.is_empty() { Ok(trust) } else { Err(reader.troubles) }
    }

    /// The issuers.
    pub fn issuers(&self) -> &[Trusted] {
        &self.issuers
    }

    /// The issuer of this key, if it is believed.
    pub fn find(&self, did: &Did) -> Option<&Trusted> {
        self.issuers.iter().find(|issuer| issuer.did == *did)
    }
}

/// A moment as `until` has it.
pub fn moment(at: Moment) -> Option<String> {
    time::written(at)
}

struct Reader<'t> {
    text: &'t str,
    troubles: Vec<TrustTrouble>,
}

impl Reader<'_> {
    fn say(&mut self, at: usize, what: TrustFault) {
        let line = 1 + self.text.bytes().take(at).filter(|b| *b == b'\n').count();
        self.troubles.push(TrustTrouble { line, what });
    }

    fn trust(&mut self, table: &DeTable<'_>) -> Trust {
        let mut trust = Trust::default();
        for (key, value) in table {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("issuer", DeValue::Array(items)) => {
                    for item in items.iter() {
                        if let Some((issuer, at)) = self.issuer(item) {
                            match trust.find(&issuer.did) {
                                Some(_) => self.say(at, TrustFault::Twice(issuer.did)),
                                None => trust.issuers.push(issuer),
                            }
                        }
                    }
                }
                ("issuer", _) => self.say(key.span().start, TrustFault::WrongKind("issuer".to_owned())),
                (other, _) => self.say(key.span().start, TrustFault::UnknownKey(other.to_owned())),
            }
        }
        trust
    }

    /// An issuer and where its key stands.
    fn issuer(&mut self, item: &Spanned<DeValue<'_>>) -> Option<(Trusted, usize)> {
        let start = item.span().start;
        let DeValue::Table(table) = item.get_ref() else {
            self.say(start, TrustFault::WrongKind("issuer".to_owned()));
            return None;
        };
        let (mut did, mut name, mut until, mut code) = (None, None, None, None);
        for (key, value) in table {
            let slot = match key.get_ref().as_ref() {
                "did" => &mut did,
                "name" => &mut name,
                "until" => &mut until,
                "code" => &mut code,
                other => {
                    self.say(key.span().start, TrustFault::UnknownKey(other.to_owned()));
                    continue;
                }
            };
            let at = value.span().start;
            *slot = Some((at, value.get_ref().as_str().map(str::to_owned)));
            if value.get_ref().as_str().is_none() {
                self.say(at, TrustFault::WrongKind(key.get_ref().to_string()));
            }
        }
        for (key, slot) in [("did", &did), ("name", &name)] {
            if slot.is_none() {
                self.say(start, TrustFault::MissingKey(key));
            }
        }
        let ((at, did), (name_at, name)) = (did?, name?);
        let (did, name) = (Did::from(did?), name?);
        // What is no text was said above.
        let until = until.and_then(|(at, text)| Some((at, text?)));
        let ends = until.as_ref().and_then(|(_, text)| time::read(text));
        if let Some((at, text)) = until.filter(|_| ends.is_none()) {
            self.say(at, TrustFault::BadUntil(text));
        }
        if name.trim().is_empty() {
            self.say(name_at, TrustFault::EmptyName);
        }
        if Public::of(&did).is_none() {
            self.say(at, TrustFault::BadDid(did.to_string()));
            return None;
        }
        Some((Trusted { did, name, code: code.and_then(|(_, text)| text), until: ends }, at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credential::keys::Secret;

    fn did(n: u8) -> Did {
        Secret::from_seed(&[n; 32]).did()
    }

    fn faults(text: &str) -> Vec<(usize, TrustFault)> {
        Trust::read(text).unwrap_err().into_iter().map(|t| (t.line, t.what)).collect()
    }

    #[test]
    fn issuers_are_found_by_their_key() {
        let text = format!(
            "# believed since spring\n[[issuer]]\ndid = \"{}\"\nname = \"客服中心\"\n\n[[issuer]]\nname = 'North'\ncode = 'N1'\ndid = '{}'",
            did(1),
            did(2)
        );
        let trust = Trust::read(&text).unwrap();
        assert_eq!(trust.find(&did(1)).unwrap().name, "客服中心");
        let north = trust.find(&did(2)).unwrap();
        assert_eq!((north.name.as_str(), north.code.as_deref()), ("North", Some("N1")));
        assert_eq!(trust.find(&did(3)), None);
        assert_eq!(Trust::read(""), Ok(Trust::default()), "an empty file believes no one");
    }

    #[test]
    fn a_key_may_have_an_end() {
        let text = |until: &str| format!("[[issuer]]\ndid = \"{}\"\nname = \"a\"\nuntil = {until}\n", did(1));
        let trust = Trust::read(&text("\"1970-01-01T00:00:01Z\"")).unwrap();
        assert_eq!(trust.find(&did(1)).unwrap().until, Some(Moment(1000)));
        assert_eq!(faults(&text("\"soon\"")), [(4, TrustFault::BadUntil("soon".into()))]);
        assert_eq!(faults(&text("7")), [(4, TrustFault::WrongKind("until".into()))]);
    }

    #[test]
    fn every_mistake_names_its_line() {
        let text = format!(
            "trust = 1\n[[issuer]]\ndid = \"did:key:z6Mkwrong\"\nname = \"a\"\ncolour = 1\n[[issuer]]\nname = 7\n[[issuer]]\ndid = \"{0}\"\nname = \" \"\n[[issuer]]\nname = \"b\"\ndid = \"{0}\"\n",
            did(1)
        );
        assert_eq!(
            faults(&text),
            [
                (1, TrustFault::UnknownKey("trust".into())),
                (3, TrustFault::BadDid("did:key:z6Mkwrong".into())),
                (5, TrustFault::UnknownKey("colour".into())),
                (6, TrustFault::MissingKey("did")),
                (7, TrustFault::WrongKind("name".into())),
                (10, TrustFault::EmptyName),
                (13, TrustFault::Twice(did(1))),
            ]
        );
    }

    #[test]
    fn what_is_no_list_of_issuers_is_refused() {
        assert_eq!(faults("issuer = 3"), [(1, TrustFault::WrongKind("issuer".into()))]);
        assert_eq!(faults("\nissuer = [3]"), [(2, TrustFault::WrongKind("issuer".into()))]);
        assert_eq!(faults("[issuer]\ndid = 'x'"), [(1, TrustFault::WrongKind("issuer".into()))]);
        assert_eq!(faults("a = 1\n[[issuer\n")[0].1, TrustFault::Syntax);
        assert!(Trust::read("[[issuer]]\nname = 'a'\nname = 'b'\n").is_err(), "twice the same key");
    }
}
