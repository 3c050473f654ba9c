//! Status lists: which licences of an issuer are revoked or suspended, as a signed file that anybody can look up (W3C Bitstring Status
//! List 1.0). One bit a licence, at the place of its serial, in at least 131,072 of them, so that who looks up does not say whom.
//!
//! A list is read as strictly as a licence: it is the document that its own values make, signed by the issuer it names. Which licences
//! are in it is the register's business, whose list counts for which licence `verify`'s.

use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};

use data_encoding::BASE64URL_NOPAD;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde_json::{Value, json};

use super::claims::{CONTEXTS, Unfit};
use super::cursor::{At, Fault, same};
use super::keys::{Public, Secret};
use super::proof::{self, Check, Suite};
use super::{json, time};
use crate::base::id::Did;
use crate::base::moment::Moment;

/// The fewest bits of a list.
pub const LEAST_BITS: usize = 131_072;
/// The most bytes of a list: 64 million licences.
const MOST: usize = 8 << 20;

/// What a list is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Taken back for good.
    Revocation,
    /// Taken back for a while.
    Suspension,
}

impl Purpose {
    /// Both of them.
    pub const ALL: &[Self] = &[Self::Revocation, Self::Suspension];

    /// Its name in `statusPurpose`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Revocation => "revocation",
            Self::Suspension => "suspension",
        }
    }
}

/// A list that its issuer signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusList {
    /// What it is about.
    pub purpose: Purpose,
    /// Where licences say that it is.
    pub address: String,
    /// Whose.
    pub issuer: Did,
    /// When it was made.
    pub at: Moment,
    bits: Vec<u8>,
}

/// Why a file is no list that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoList {
    /// It is none: not a document, or another.
    Other,
    /// It is not as its issuer signed it.
    Altered,
}

impl StatusList {
    /// A list in which these serials are set.
    pub fn new(purpose: Purpose, address: String, issuer: Did, (at, set): (Moment, &BTreeSet<u32>)) -> Self {
        let most = set.last().map_or(0, |last| *last as usize / 8 + 1);
        let mut bits = vec![0; most.max(LEAST_BITS / 8)];
        for serial in set {
            bits[*serial as usize / 8] |= mask(u64::from(*serial));
        }
        Self { purpose, address, issuer, at, bits }
    }

    /// Whether the licence of this serial is in it. What is beyond its end is not.
    pub fn has(&self, index: u64) -> bool {
        let byte = usize::try_from(index / 8).ok().and_then(|byte| self.bits.get(byte));
        byte.is_some_and(|byte| byte & mask(index) != 0)
    }

    /// How many licences it has a place for.
    pub fn places(&self) -> u64 {
        self.bits.len() as u64 * 8
    }

    /// All serials in it, in order.
    pub fn taken(&self) -> Vec<u64> {
        (0..self.places()).filter(|index| self.has(*index)).collect()
    }

    /// The signed document.
    ///
    /// # Errors
    /// [`Unfit`]: another's key, a moment that cannot be written, more licences than a file holds.
    pub fn signed(&self, secret: &Secret) -> Result<Value, Unfit> {
        let mut document = self.written(&encoded(&self.bits)).ok_or_else(|| Unfit::Part("validFrom".to_owned()))?;
        proof::sign(&mut document, secret, self.at).map_err(Unfit::Unsigned)?;
        if document.to_string().len() > json::MOST_BYTES || self.bits.len() > MOST {
            return Err(Unfit::TooLarge);
        }
        Ok(document)
    }

    fn written(&self, encoded: &str) -> Option<Value> {
        Some(json!({
            "@context": CONTEXTS[..1],
            "id": self.address,
            "type": ["VerifiableCredential", "BitstringStatusListCredential"],
            "issuer": self.issuer.as_str(),
            "validFrom": time::written(self.at)?,
            "credentialSubject": {
                "id": format!("{}#list", self.address),
                "type": "BitstringStatusList",
                "statusPurpose": self.purpose.name(),
                "encodedList": encoded,
            },
        }))
    }

    /// Reads a file.
    ///
    /// # Errors
    /// [`NoList`]: it counts for nothing.
    pub fn read(file: &[u8]) -> Result<Self, NoList> {
        let document = json::read(file).map_err(|_| NoList::Other)?;
        let (list, encoded) = said(&At::root(&document)).map_err(|_| NoList::Other)?;
        let mut bare = document.clone();
        bare.as_object_mut().and_then(|object| object.remove("proof"));
        same(&bare, &list.written(&encoded).unwrap_or_default()).map_err(|_| NoList::Other)?;
        let checks = proof::verify(&document);
        let good = |check: &Check| matches!(check, Check::Good(..));
        if !checks.iter().all(good) || !checks.iter().any(|check| matches!(check, Check::Good(Suite::COVERS, _))) {
            return Err(NoList::Altered);
        }
        Ok(list)
    }
}

/// What a document says, its list also as it stands there.
fn said(doc: &At<'_>) -> Result<(StatusList, String), super::Misshapen> {
    let subject = doc.at("credentialSubject")?;
    let purpose = |name: &str| Purpose::ALL.iter().copied().find(|purpose| purpose.name() == name);
    let encoded = subject.at("encodedList")?;
    let Some(bits) = decoded(encoded.raw()?) else { return encoded.fault(Fault::Wrong) };
    let list = StatusList {
        purpose: subject.at("statusPurpose")?.read(purpose)?,
        address: doc.at("id")?.line()?,
        issuer: doc.at("issuer")?.read(|did| Some(Did::from(did)).filter(|did| Public::of(did).is_some()))?,
        at: doc.at("validFrom")?.moment()?,
        bits,
    };
    Ok((list, encoded.raw()?.to_owned()))
}

/// The place of a licence within its byte: the first is the highest.
const fn mask(index: u64) -> u8 {
    0x80 >> (index % 8)
}

fn encoded(bits: &[u8]) -> String {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    // Nothing goes wrong while writing into memory.
    let _ = gzip.write_all(bits);
    format!("u{}", BASE64URL_NOPAD.encode(&gzip.finish().unwrap_or_default()))
}

/// `None`: not a list, too short to hide anybody in, or one that unpacks to more than is ever needed.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let packed = BASE64URL_NOPAD.decode(text.strip_prefix('u')?.as_bytes()).ok()?;
    let mut bits = Vec::new();
    GzDecoder::new(packed.as_slice()).take(MOST as u64 + 1).read_to_end(&mut bits).ok()?;
    (LEAST_BITS / 8..=MOST).contains(&bits.len()).then_some(bits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key() -> Secret {
        Secret::from_seed(&[5; 32])
    }

    fn list(set: &[u32]) -> StatusList {
        let set = set.iter().copied().collect();
        let address = "https://example.com/status/SH1-revocation.json".to_owned();
        StatusList::new(Purpose::Revocation, address, key().did(), (Moment(1_795_311_000_000), &set))
    }

    #[test]
    fn a_list_is_read_back_as_it_was_written() {
        for set in [&[][..], &[0], &[1, 7, 8, 131_071], &[131_072, 3_000_000]] {
            let made = list(set);
            let text = made.signed(&key()).unwrap().to_string();
            let read = StatusList::read(text.as_bytes()).unwrap();
            assert_eq!(read, made);
            assert!(set.iter().all(|serial| read.has(u64::from(*serial))));
            assert_eq!((0..140_000).filter(|n| read.has(*n)).count(), set.iter().filter(|n| **n < 140_000).count());
            assert!(!read.has(u64::MAX));
        }
        assert_eq!(list(&[0]).bits[0], 0x80, "the first is the highest bit");
    }

    #[test]
    fn a_list_of_another_or_changed_is_none() {
        let good = list(&[7]).signed(&key()).unwrap();
        let stranger = Secret::from_seed(&[6; 32]);
        assert!(list(&[7]).signed(&stranger).is_err());
        let with = |place: &str, value: Value| {
            let mut document = good.clone();
            *document.pointer_mut(place).unwrap() = value;
            StatusList::read(document.to_string().as_bytes())
        };
        let empty = list(&[]).signed(&key()).unwrap()["credentialSubject"]["encodedList"].clone();
        assert_eq!(with("/credentialSubject/encodedList", empty), Err(NoList::Altered));
        assert_eq!(with("/credentialSubject/statusPurpose", "suspension".into()), Err(NoList::Altered));
        assert_eq!(with("/validFrom", "2027-01-01T00:00:00Z".into()), Err(NoList::Altered));
        assert_eq!(with("/issuer", stranger.did().as_str().into()), Err(NoList::Altered));
        assert_eq!(with("/proof", json!([])), Err(NoList::Altered));
        assert_eq!(with("/id", "https://example.com/other".into()), Err(NoList::Other), "its parts do not agree");
        for bad in ["", "u", "uAAAA", "x", "u!!", &encoded(&[0; 100])] {
            assert_eq!(with("/credentialSubject/encodedList", bad.into()), Err(NoList::Other), "{bad}");
        }
        assert_eq!(decoded(&encoded(&vec![0; MOST + 1])), None, "small when packed, and too much");
        assert_eq!(StatusList::read(b"{}"), Err(NoList::Other));
    }

    proptest! {
        #[test]
        fn what_is_set_is_found_and_nothing_else(set in proptest::collection::btree_set(0_u32..200_000, 0..50)) {
            let made = StatusList::new(Purpose::Suspension, "urn:x:1".into(), key().did(), (Moment(0), &set));
            let bits = decoded(&encoded(&made.bits)).unwrap();
            prop_assert_eq!(&bits, &made.bits);
            let found: BTreeSet<u32> = (0..200_000).filter(|n| made.has(u64::from(*n))).collect();
            prop_assert_eq!(found, set);
        }
    }
}
