//! A parcel as a file: a line that says who signed it, then its JSON, all of it in gzip. And the store's own key, drawn when it first
//! sends or takes anything.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read as _, Write as _};
use std::path::Path;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::beside;
use super::failure::Failure;
use super::files;
use super::heard::Heard;
use super::ports::Ports;
use crate::base::digest::Digest;
use crate::base::id::{Did, LearnerId};
use crate::base::moment::Moment;
use crate::credential::keys::Secret;
use crate::credential::{parcels, sittings};
use crate::store::{Parcel, STORE_KEY, Store};

/// How such files end.
pub const ENDING: &str = "onduty";
/// The setting with the store's secret key: 32 bytes in hex. Whoever can read it can read the whole store.
const SECRET: &str = "store-secret";
/// The setting with what this PC is called.
pub const NAME: &str = "store-name";
/// The setting with what other PCs are called, by their keys, as JSON: as each last said.
const NAMES: &str = "store-names";
/// The setting with the key of the desk whose roster this PC goes by.
pub const DESK: &str = "desk";
/// The setting that says that the roster is kept here: it was sent from here.
pub const KEEPS: &str = "keeps-roster";
/// The most bytes of a file, and of what it unpacks to: a year of thirty PCs at one has some tens of millions.
const MOST: u64 = 256 << 20;
/// The format of what is written.
const FORMAT: u32 = 1;

/// A parcel with who sends it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    /// What the sender is called.
    pub name: String,
    /// When it was written.
    pub made: Moment,
    /// Whether the sender keeps the roster: what it says of people, staff and assignments counts.
    pub keeps_roster: bool,
    /// Who was erased where the roster is kept: to be erased here too.
    #[serde(default)]
    pub forgotten: BTreeSet<LearnerId>,
    /// Who left, and since when: told to PCs that know them, without their names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub left: BTreeMap<LearnerId, Moment>,
    /// How licences and exams stand where the roster is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heard: Option<Heard>,
    /// That an older backup was put back here, by the sender's own word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restored: Option<Restored>,
    /// What it holds.
    pub parcel: Parcel,
}

/// That an older backup was put in the place of the records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restored {
    /// When.
    pub at: Moment,
    /// How many lines its ledger had: whatever follows may be another than was sent before.
    pub lines: u64,
}

/// The first line of a file.
#[derive(Serialize, Deserialize)]
struct Head {
    onduty: String,
    format: u32,
    key: Did,
    signature: String,
}

/// Why a file is no parcel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoParcel {
    /// It is not there, or cannot be read; in the system's words.
    Unread(String),
    /// More than is ever read.
    TooLarge,
    /// Not gzip, cut off, or not what onduty writes.
    Broken,
    /// A file that onduty makes for something else.
    Other(Kind),
    /// Of a later version.
    Newer(u32),
    /// Not as its store signed it.
    Altered,
}

/// What kinds of files one PC makes for others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What was done on it, or its roster.
    Parcel,
    /// The paper of a sitting.
    Sitting,
}

impl Kind {
    const ALL: [Self; 2] = [Self::Parcel, Self::Sitting];

    const fn name(self) -> &'static str {
        match self {
            Self::Parcel => "parcel",
            Self::Sitting => "sitting",
        }
    }

    fn sign(self, digest: &Digest, secret: &Secret) -> String {
        match self {
            Self::Parcel => parcels::sign(digest, secret),
            Self::Sitting => sittings::sign(digest, secret),
        }
    }

    fn verify(self, digest: &Digest, head: &Head) -> bool {
        match self {
            Self::Parcel => parcels::verify(digest, &head.key, &head.signature),
            Self::Sitting => sittings::verify(digest, &head.key, &head.signature),
        }
    }
}

/// A parcel as the bytes of a file.
pub fn written(letter: &Letter, secret: &Secret) -> Vec<u8> {
    packed(Kind::Parcel, letter, secret)
}

/// Anything of these kinds as the bytes of a file.
pub fn packed(kind: Kind, what: &impl Serialize, secret: &Secret) -> Vec<u8> {
    let body = serde_json::to_vec(what).expect("our values have string keys");
    let signature = kind.sign(&Digest::of_bytes(&body), secret);
    let head = Head { onduty: kind.name().to_owned(), format: FORMAT, key: secret.did(), signature };
    let mut out = GzEncoder::new(Vec::new(), Compression::default());
    let head = serde_json::to_vec(&head).expect("our values have string keys");
    let all = out.write_all(&head).and_then(|()| out.write_all(b"\n")).and_then(|()| out.write_all(&body));
    all.and_then(|()| out.finish()).expect("memory takes every byte")
}

/// SHA-256 of a file's bytes, as far as they are ever read.
pub fn digest(path: &Path) -> Digest {
    Digest::of_bytes(&files::start_of(path, MOST + 1).unwrap_or_default())
}

/// A parcel out of a file, as its store signed it.
///
/// # Errors
/// `NoParcel`.
pub fn read(path: &Path) -> Result<Letter, NoParcel> {
    let (from, letter): (Did, Letter) = unpacked(Kind::Parcel, path)?;
    if letter.parcel.from == from { Ok(letter) } else { Err(NoParcel::Altered) }
}

/// What is in a file of a kind, with whose key signed it.
///
/// # Errors
/// `NoParcel`.
pub fn unpacked<T: DeserializeOwned>(kind: Kind, path: &Path) -> Result<(Did, T), NoParcel> {
    let bytes = files::start_of(path, MOST + 1).map_err(|error| NoParcel::Unread(error.to_string()))?;
    if bytes.len() as u64 > MOST {
        return Err(NoParcel::TooLarge);
    }
    let mut text = Vec::new();
    GzDecoder::new(&bytes[..]).take(MOST + 1).read_to_end(&mut text).map_err(|_| NoParcel::Broken)?;
    if text.len() as u64 > MOST {
        return Err(NoParcel::TooLarge);
    }
    let at = text.iter().position(|byte| *byte == b'\n').ok_or(NoParcel::Broken)?;
    let (head, body) = (&text[..at], &text[at + 1..]);
    let head: Head = serde_json::from_slice(head).map_err(|_| NoParcel::Broken)?;
    match (head.onduty.as_str(), head.format) {
        (name, FORMAT) if name == kind.name() => {}
        (name, format) if name == kind.name() && format > FORMAT => return Err(NoParcel::Newer(format)),
        (name, _) => return Err(Kind::ALL.into_iter().find(|it| it.name() == name).map_or(NoParcel::Broken, NoParcel::Other)),
    }
    if !kind.verify(&Digest::of_bytes(body), &head) {
        return Err(NoParcel::Altered);
    }
    serde_json::from_slice(body).map(|it| (head.key, it)).map_err(|_| NoParcel::Broken)
}

/// This store's key; drawn, and kept in the store, the first time it is asked for.
///
/// # Errors
/// `Failure` of the store.
pub fn key(store: &mut dyn Store, ports: &Ports) -> Result<Secret, Failure> {
    if let Some(secret) = secret(store)?
        && store.setting(STORE_KEY)?.as_deref() == Some(secret.did().as_str())
    {
        return Ok(secret);
    }
    // As one: two programs that need it in the same moment draw one.
    beside::together(store, |store| {
        let secret = match secret(store)? {
            Some(secret) => secret,
            None => {
                let seed = ports.bytes();
                store.set_setting(SECRET, &hex::encode(seed))?;
                Secret::from_seed(&seed)
            }
        };
        store.set_setting(STORE_KEY, secret.did().as_str())?;
        Ok(secret)
    })
}

/// This store's key, where it was drawn.
fn secret(store: &dyn Store) -> Result<Option<Secret>, Failure> {
    let seed = store.setting(SECRET)?.and_then(|text| <[u8; 32]>::try_from(hex::decode(text).ok()?).ok());
    Ok(seed.map(|seed| Secret::from_seed(&seed)))
}

/// What this PC is called: as it was said once, else as the system calls it, else by its key.
///
/// # Errors
/// `Failure` of the store.
pub fn name(store: &dyn Store, ports: &Ports, did: &Did) -> Result<String, Failure> {
    let said = store.setting(NAME)?;
    let system = || ports.var("COMPUTERNAME").or_else(|| ports.var("HOSTNAME")).map(str::to_owned);
    Ok(said.or_else(system).unwrap_or_else(|| short(did)))
}

/// What the PCs are called whose files were taken in here.
///
/// # Errors
/// `Failure` of the store.
pub fn names(store: &dyn Store) -> Result<BTreeMap<Did, String>, Failure> {
    Ok(serde_json::from_str(&store.setting(NAMES)?.unwrap_or_default()).unwrap_or_default())
}

/// Remembers what a PC is called.
///
/// # Errors
/// `Failure` of the store.
pub fn remember(store: &mut dyn Store, from: &Did, name: &str) -> Result<(), Failure> {
    let mut all = names(store)?;
    if all.insert(from.clone(), name.to_owned()).as_deref() == Some(name) {
        return Ok(());
    }
    let text = serde_json::to_string(&all).expect("keys and names are texts");
    Ok(store.set_setting(NAMES, &text)?)
}

/// A store's key as people compare it: its last twelve characters, in fours.
pub fn fingerprint(did: &Did) -> String {
    let text = did.as_str();
    let end: Vec<char> = text.get(text.len().saturating_sub(12)..).unwrap_or(text).chars().collect();
    end.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// A store's key as it is shown: its last six characters.
pub fn short(did: &Did) -> String {
    let text = did.as_str();
    text.get(text.len().saturating_sub(6)..).unwrap_or(text).to_owned()
}
