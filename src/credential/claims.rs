//! What a licence says: plain values, and the document they make.
//!
//! The document is a W3C Verifiable Credential 2.0 and an Open Badges 3.0 `OpenBadgeCredential`; every key in it is a term of those two
//! contexts (`terms`), so that no suite leaves a word of it unsigned. All text is in one language and comes from outside. `reading`
//! makes the same values from a document; `proof` signs it.

mod evidence;
mod holder;

use serde_json::{Map, Value, json};
use uuid::Uuid;

pub use self::evidence::{Evidence, EvidenceKind, Note, NoteKind};
pub use self::holder::{Holder, Name};
use super::keys::Secret;
use super::proof::{self, NotSigned};
use super::short::Short;
use super::status::Purpose;
use super::{json, time};
use crate::base::id::{Did, Lang, LicenceId, LicenceNumber};
use crate::base::moment::Moment;

/// What the names begin with that onduty gives to things.
pub const URN: &str = "urn:onduty:";
/// The contexts of a licence, exactly these in this order.
pub const CONTEXTS: [&str; 2] =
    ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];
/// What the short form stands under, in `genre`.
pub(super) const SHORT: &str = "short-form";
/// The types of a licence.
pub(super) const TYPES: [&str; 2] = ["VerifiableCredential", "OpenBadgeCredential"];

/// What a licence says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// The document's own id.
    pub id: Uuid,
    /// The number printed on it.
    pub number: LicenceNumber,
    /// The scheme it was earned under.
    pub licence: LicenceId,
    /// The language of all text in it.
    pub language: Lang,
    /// What the licence is called.
    pub title: String,
    /// What it is called in a second language.
    pub other_title: Option<(Lang, String)>,
    /// What the holder may do with it.
    pub scope: String,
    /// What the holder can do, and how that was shown; paragraphs.
    pub criteria: String,
    /// Who issues it.
    pub issuer: Issuer,
    /// Who holds it.
    pub holder: Holder,
    /// From when on it is good.
    pub from: Moment,
    /// Until when it is good (no longer at that moment); `None`: without end.
    pub until: Option<Moment>,
    /// What of the company's training it covers.
    pub areas: Vec<Area>,
    /// Its parts, in the order of the scheme.
    pub results: Vec<PartResult>,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
    /// What it says against itself.
    pub notes: Vec<Note>,
    /// Where it would be listed as taken back.
    pub status: Option<Status>,
    /// Its short form (`short`), so that whoever has the document can print the QR; none on licences of old.
    pub short: Option<String>,
}

/// Who issues a licence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer {
    /// The key.
    pub did: Did,
    /// What the issuer calls itself. Only the key is proven.
    pub name: String,
}

/// A field of the company's training that a scheme examines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// The syllabus: a slug.
    pub syllabus: String,
    /// What it is called.
    pub name: String,
    /// How much of it the exam draws from.
    pub extent: String,
}

/// A part of the scheme and what was reached in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartResult {
    /// Its id within the scheme: a slug.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What was reached.
    pub mark: Mark,
}

/// What was reached in a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A share of 100, as it is shown (`"86.5"`).
    Percent {
        /// What was reached.
        value: String,
        /// What had to be reached.
        required: Option<String>,
    },
    /// Done: an agreement, an observed station.
    Completed,
}

/// Where a licence would be listed as taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// The address of the list of those revoked.
    pub revocation: String,
    /// The address of the list of those suspended; licences of an earlier onduty name none.
    pub suspension: Option<String>,
    /// The place in both.
    pub index: u64,
}

/// Why values make no licence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// A document made of them would not be read back as they are: the path of the part that differs or is refused.
    Part(String),
    /// The document would be larger than what is read.
    TooLarge,
    /// It could not be signed.
    Unsigned(NotSigned),
}

impl Claims {
    /// The signed document.
    ///
    /// # Errors
    /// [`Unfit`]: an empty or hostile text, an id that is none, dates out of order, another key than the issuer's.
    pub fn signed(&self, secret: &Secret, created: Moment) -> Result<Value, Unfit> {
        let mut document = self.document()?;
        proof::sign(&mut document, secret, created).map_err(Unfit::Unsigned)?;
        if text(&document).len() > json::MOST_BYTES {
            return Err(Unfit::TooLarge);
        }
        Ok(document)
    }

    /// The document, not yet signed. What is returned is known to be read back as these very values.
    ///
    /// # Errors
    /// [`Unfit::Part`].
    pub fn document(&self) -> Result<Value, Unfit> {
        let document = self.written().ok_or_else(|| Unfit::Part("validFrom".to_owned()))?;
        match Self::read(&document) {
            Ok(same) if same == *self => Ok(document),
            Ok(_) => Err(Unfit::Part(String::new())),
            Err(part) => Err(Unfit::Part(part.path)),
        }
    }

    /// `None`: a moment outside the years 0–9999.
    pub(super) fn written(&self) -> Option<Value> {
        let mut out = Map::new();
        let mut put = |key: &str, value: Value| {
            let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
            if !empty {
                out.insert(key.to_owned(), value);
            }
        };
        put("@context", json!(CONTEXTS));
        put("id", format!("urn:uuid:{}", self.id).into());
        put("type", json!(TYPES));
        put("name", self.title.as_str().into());
        put("issuer", json!({ "id": self.issuer.did.as_str(), "type": ["Profile"], "name": self.issuer.name }));
        put("validFrom", time::written(self.from)?.into());
        if let Some(until) = self.until {
            put("validUntil", time::written(until)?.into());
        }
        put("credentialSubject", self.subject());
        let short = self.short.iter().map(|text| json!({ "type": ["Evidence"], "genre": SHORT, "narrative": text }));
        let evidence = self.evidence.iter().map(Evidence::written).chain(self.notes.iter().map(Note::written));
        put("evidence", evidence.chain(short).collect());
        put("credentialStatus", self.status.as_ref().map(Status::written).into());
        Some(out.into())
    }

    /// The short form, where it is signed and says what the document says.
    pub fn short_form(&self) -> Option<&str> {
        let whole = |moment: Moment| moment.0.div_euclid(1000);
        self.short.as_deref().filter(|text| {
            Short::read(text).is_some_and(|(short, signed)| {
                signed
                    && (&short.id, &short.number, &short.issuer) == (&self.id, &self.number, &self.issuer.did)
                    && short.name.is_none_or(|name| self.holder.name == Name::Plain(name))
                    && whole(short.from) == whole(self.from)
                    && self.until.is_some_and(|until| whole(short.until) == whole(until))
            })
        })
    }

    fn subject(&self) -> Value {
        let mut subject = json!({
            "id": format!("urn:uuid:{}", self.holder.id),
            "type": ["AchievementSubject"],
            "identifier": [self.holder.name.written()],
            "licenseNumber": self.number.as_str(),
            "achievement": {
                "id": self.urn(),
                "type": ["Achievement"],
                "achievementType": "Certification",
                "inLanguage": self.language.as_str(),
                "name": self.title,
                "description": self.scope,
                "criteria": { "narrative": self.criteria },
            },
        });
        if let Some((lang, title)) = &self.other_title {
            let id = format!("{}:in:{lang}", self.urn());
            subject["achievement"]["related"] =
                json!([{ "id": id, "type": ["Related"], "inLanguage": lang.as_str(), "name": title }]);
        }
        if !self.areas.is_empty() {
            subject["achievement"]["alignment"] = self.areas.iter().map(|area| self.aligned(area)).collect();
        }
        if !self.results.is_empty() {
            let of = |part: &PartResult| format!("{}:part:{}", self.urn(), part.id);
            let described = self.results.iter().map(|part| part.described(of(part)));
            subject["achievement"]["resultDescription"] = described.collect();
            subject["result"] = self.results.iter().map(|part| part.reached(of(part))).collect();
        }
        subject
    }

    /// Open Badges wants an address for what a licence is aligned to; a syllabus has none but its name.
    fn aligned(&self, area: &Area) -> Value {
        json!({
            "type": ["Alignment"],
            "targetCode": area.syllabus,
            "targetName": area.name,
            "targetDescription": area.extent,
            "targetUrl": format!("{URN}syllabus:{}:{}", self.key(), area.syllabus),
        })
    }

    /// The scheme's name among all schemes of all issuers.
    fn urn(&self) -> String {
        format!("{URN}licence:{}:{}", self.key(), self.licence)
    }

    fn key(&self) -> &str {
        self.issuer.did.as_str().strip_prefix("did:key:").unwrap_or_default()
    }
}

impl PartResult {
    fn described(&self, id: String) -> Value {
        let mut out = json!({ "id": id, "type": ["ResultDescription"], "name": self.name });
        match &self.mark {
            Mark::Percent { required, .. } => {
                out["resultType"] = "Percent".into();
                (out["valueMin"], out["valueMax"]) = ("0".into(), "100".into());
                if let Some(required) = required {
                    out["requiredValue"] = required.as_str().into();
                }
            }
            Mark::Completed => out["resultType"] = "Status".into(),
        }
        out
    }

    fn reached(&self, id: String) -> Value {
        match &self.mark {
            Mark::Percent { value, .. } => json!({ "type": ["Result"], "resultDescription": id, "value": value }),
            Mark::Completed => json!({ "type": ["Result"], "resultDescription": id, "status": "Completed" }),
        }
    }
}

impl Status {
    /// The lists it names, with what they are about.
    pub fn lists(&self) -> impl Iterator<Item = (Purpose, &str)> {
        let suspension = self.suspension.as_deref().map(|list| (Purpose::Suspension, list));
        std::iter::once((Purpose::Revocation, self.revocation.as_str())).chain(suspension)
    }

    fn written(&self) -> Value {
        let mut entries: Vec<Value> = self.lists().map(|(purpose, list)| self.entry(purpose, list)).collect();
        if self.suspension.is_some() { entries.into() } else { entries.swap_remove(0) }
    }

    fn entry(&self, purpose: Purpose, list: &str) -> Value {
        json!({
            "id": format!("{list}#{}", self.index),
            "type": "BitstringStatusListEntry",
            "statusPurpose": purpose.name(),
            "statusListIndex": self.index.to_string(),
            "statusListCredential": list,
        })
    }
}

/// A document as text, for a file.
pub fn text(document: &Value) -> String {
    format!("{document:#}\n")
}

#[cfg(test)]
pub(super) mod tests;
