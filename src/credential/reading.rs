//! From a document back to what a licence says, or the one part that keeps it from being a licence.
//!
//! A licence is a document that its own values would make again (`claims`), and no other: so there is nothing in it that a person is
//! not shown, and what is said twice is said alike. Proofs are left to `proof`.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use uuid::Uuid;

use super::claims::{
    Area, CONTEXTS, Claims, Evidence, EvidenceKind, Holder, Issuer, Mark, Name, Note, NoteKind, PartResult, SHORT, Status, TYPES,
};
use super::cursor::{At, Fault, Misshapen, same};
use super::keys::Public;
use super::terms;
use crate::base::digest::Digest;
use crate::base::id::{Did, Lang, LearnerId, LicenceId, LicenceNumber, is_slug};
use crate::base::points::Points;

type Read<T> = Result<T, Misshapen>;

impl Claims {
    /// What a document says. Its proofs are not looked at.
    ///
    /// # Errors
    /// [`Misshapen`]: what keeps it from being a licence.
    pub fn read(document: &Value) -> Read<Self> {
        let doc = At::root(document);
        if !document.is_object() {
            return doc.fault(Fault::Wrong);
        }
        for (key, wanted) in [("@context", json!(CONTEXTS)), ("type", json!(TYPES))] {
            let found = doc.at(key)?;
            if *found.value() != wanted {
                return found.fault(Fault::Wrong);
            }
        }
        if let Some(path) = terms::unknown(document) {
            return Err(Misshapen { path, fault: Fault::Unknown });
        }
        let claims = said(&doc)?;
        if claims.until.is_some_and(|until| until <= claims.from) {
            return doc.at("validUntil")?.fault(Fault::Wrong);
        }
        let mut bare = document.clone();
        bare.as_object_mut().and_then(|object| object.remove("proof"));
        same(&bare, &claims.written().unwrap_or_default())?;
        Ok(claims)
    }
}

fn said(doc: &At<'_>) -> Read<Claims> {
    let subject = doc.at("credentialSubject")?;
    let achievement = subject.at("achievement")?;
    let (evidence, notes, short) = evidence(doc)?;
    Ok(Claims {
        id: uuid(&doc.at("id")?)?,
        number: LicenceNumber::from(subject.at("licenseNumber")?.line()?),
        licence: achievement.at("id")?.read(|urn| slug(urn).map(LicenceId::from))?,
        language: language(&achievement)?,
        title: doc.at("name")?.line()?,
        other_title: other_title(&achievement)?,
        scope: achievement.at("description")?.lines()?,
        criteria: achievement.at("criteria")?.at("narrative")?.lines()?,
        issuer: issuer(&doc.at("issuer")?)?,
        holder: holder(&subject)?,
        from: doc.at("validFrom")?.moment()?,
        until: doc.maybe("validUntil").map(|until| until.moment()).transpose()?,
        areas: areas(&achievement)?,
        results: results(&subject, &achievement)?,
        evidence,
        notes,
        status: doc.maybe("credentialStatus").map(|status| self::status(&status)).transpose()?,
        short,
    })
}

fn issuer(issuer: &At<'_>) -> Read<Issuer> {
    let did = issuer.at("id")?.read(|text| {
        let did = Did::from(text);
        Public::of(&did).map(|_| did)
    })?;
    Ok(Issuer { did, name: issuer.at("name")?.line()? })
}

fn holder(subject: &At<'_>) -> Read<Holder> {
    let Some(identity) = subject.each("identifier")?.into_iter().next() else {
        return subject.at("identifier")?.fault(Fault::Missing);
    };
    let hash = identity.at("identityHash")?.line()?;
    let name = match identity.at("hashed")?.value() {
        Value::Bool(true) if !is_hash(&hash) => return identity.at("identityHash")?.fault(Fault::Wrong),
        Value::Bool(true) => Name::Hashed { hash, salt: identity.at("salt")?.line()? },
        _ => Name::Plain(hash),
    };
    Ok(Holder { id: LearnerId::from(uuid(&subject.at("id")?)?.to_string()), name })
}

fn is_hash(text: &str) -> bool {
    text.strip_prefix("sha256$").is_some_and(|hex| Digest::parse(hex).is_some_and(|digest| digest.to_string() == hex))
}

/// What of the training it covers; each once.
fn areas(achievement: &At<'_>) -> Read<Vec<Area>> {
    let mut seen = BTreeSet::new();
    let area = |area: At<'_>| {
        Ok(Area {
            syllabus: area
                .at("targetCode")?
                .read(|id| Some(id).filter(|id| is_slug(id) && seen.insert((*id).to_owned())))?
                .to_owned(),
            name: area.at("targetName")?.line()?,
            extent: area.at("targetDescription")?.line()?,
        })
    };
    achievement.each("alignment")?.into_iter().map(area).collect()
}

fn uuid(at: &At<'_>) -> Read<Uuid> {
    at.read(|text| Uuid::parse_str(text.strip_prefix("urn:uuid:")?).ok())
}

/// The id at the end of a URN of ours.
fn slug(urn: &str) -> Option<&str> {
    urn.rsplit(':').next().filter(|id| is_slug(id))
}

/// A language as Open Badges writes it: `zh`, `zh-CN`, `zh-Hant-TW`.
fn language(at: &At<'_>) -> Read<Lang> {
    at.at("inLanguage")?.read(|tag| {
        let mut parts = tag.as_bytes().split(|b| *b == b'-').peekable();
        let (low, up) = (|s: &[u8]| s.iter().all(u8::is_ascii_lowercase), |s: &[u8]| s.iter().all(u8::is_ascii_uppercase));
        let first = parts.next().filter(|l| (2..=4).contains(&l.len()) && low(l));
        parts.next_if(|script| script.len() == 4 && up(&script[..1]) && low(&script[1..]));
        let region = |r: &[u8]| r.len() == 2 && up(r) || r.len() == 3 && r.iter().all(u8::is_ascii_digit);
        let rest = parts.next().is_none_or(region) && parts.next().is_none();
        (first.is_some() && rest).then(|| Lang::from(tag))
    })
}

fn other_title(achievement: &At<'_>) -> Read<Option<(Lang, String)>> {
    let related = achievement.each("related")?.into_iter().next();
    related.map(|related| Ok((language(&related)?, related.at("name")?.line()?))).transpose()
}

fn results(subject: &At<'_>, achievement: &At<'_>) -> Read<Vec<PartResult>> {
    let reached = subject.each("result")?;
    let described = achievement.each("resultDescription")?.into_iter().enumerate();
    let mut seen = BTreeSet::new();
    let part = |(n, described): (usize, At<'_>)| {
        let Some(result) = reached.get(n) else { return described.fault(Fault::Wrong) };
        Ok(PartResult {
            id: described.at("id")?.read(|urn| slug(urn).filter(|id| seen.insert((*id).to_owned())))?.to_owned(),
            name: described.at("name")?.line()?,
            mark: mark(&described, result)?,
        })
    };
    described.map(part).collect()
}

fn mark(described: &At<'_>, result: &At<'_>) -> Read<Mark> {
    let kind = described.at("resultType")?;
    match kind.raw()? {
        "Status" => Ok(Mark::Completed),
        "Percent" => Ok(Mark::Percent {
            value: result.at("value")?.read(percent)?,
            required: described.maybe("requiredValue").map(|required| required.read(percent)).transpose()?,
        }),
        _ => kind.fault(Fault::Wrong),
    }
}

/// A share of 100 in plain digits.
fn percent(text: &str) -> Option<String> {
    let points = Points::parse(text).filter(|_| text.starts_with(|c: char| c.is_ascii_digit()))?;
    (points <= Points::whole(100)).then(|| text.to_owned())
}

fn evidence(doc: &At<'_>) -> Read<(Vec<Evidence>, Vec<Note>, Option<String>)> {
    let (mut evidence, mut notes, mut short) = (Vec::new(), Vec::new(), None);
    for item in doc.each("evidence")? {
        let genre = item.at("genre")?;
        if let Some(kind) = NoteKind::ALL.iter().find(|kind| Some(kind.genre()) == genre.value().as_str()) {
            notes.push(Note { kind: *kind, text: item.at("narrative")?.lines()? });
            continue;
        }
        if genre.value().as_str() == Some(SHORT) {
            short = Some(item.at("narrative")?.lines()?);
            continue;
        }
        evidence.push(Evidence {
            kind: genre.read(|genre| EvidenceKind::ALL.iter().find(|kind| kind.genre() == genre).copied())?,
            digest: item.at("id")?.read(|id| Digest::parse(id.strip_prefix("urn:sha256:")?))?,
            name: item.at("name")?.line()?,
            narrative: item.maybe("narrative").map(|narrative| narrative.lines()).transpose()?,
        });
    }
    Ok((evidence, notes, short))
}

fn status(status: &At<'_>) -> Read<Status> {
    let list = |entry: &At<'_>| entry.at("statusListCredential")?.read(|text| is_uri(text).then(|| text.to_owned()));
    let index = |entry: &At<'_>| entry.at("statusListIndex")?.read(|text| text.parse().ok());
    if status.value().is_object() {
        return Ok(Status { revocation: list(status)?, suspension: None, index: index(status)? });
    }
    match &status.items()?[..] {
        [revocation, suspension] => {
            Ok(Status { revocation: list(revocation)?, suspension: Some(list(suspension)?), index: index(revocation)? })
        }
        _ => status.fault(Fault::Wrong),
    }
}

/// An absolute address in plain characters, without a fragment.
fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    scheme.starts_with(|c: char| c.is_ascii_lowercase())
        && scheme.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"+-.".contains(&b))
        && !rest.is_empty()
        && rest.bytes().all(|b| b.is_ascii_graphic() && !b"#<>\"{}|\\^`".contains(&b))
}
