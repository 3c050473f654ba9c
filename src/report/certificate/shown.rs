//! What a template may name: the one list. `after-licences` in `locale` tells authors of it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::qr::{self, Qr};
use super::{Certificate, Trouble};
use crate::base::id::Lang;
use crate::base::moment::Moment;
use crate::credential::claims::NoteKind;
use crate::locale::{Tongue, Words};

/// Where no font is chosen, whoever shows the drawing has one of these.
pub const FAMILIES: &str =
    "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC','WenQuanYi Micro Hei',sans-serif";

/// The program's words that a template names as `say.KEY`.
const SENTENCES: &[&str] =
    &["internal", "name", "number", "scope", "valid", "issuer", "stamp", "photo", "notes", "again", "scan", "until"];

/// What a template may name.
#[derive(Serialize)]
pub struct Shown {
    /// The licence's language, such as `zh-CN`.
    pub lang: String,
    /// The family of fonts.
    pub font: String,
    /// Who issues it.
    pub organisation: String,
    /// What it is called.
    pub title: String,
    /// What it is called in the second language; empty where there is none.
    pub other_title: String,
    /// Who holds it.
    pub name: String,
    /// Its number.
    pub number: String,
    /// What the holder may do.
    pub scope: String,
    /// The first day, `2026-11-22`.
    pub from: String,
    /// The last day; empty where it has no end.
    pub until: String,
    /// What it says against itself.
    pub notes: Vec<String>,
    /// The QR.
    pub qr: Qr,
    /// Whether a program can check the QR without the file.
    pub offline: bool,
    /// The picture as an address of its data; empty where there is none.
    pub photo: minijinja::Value,
    /// Whether this is one more copy.
    pub again: bool,
    /// The program's words.
    pub say: BTreeMap<String, String>,
    /// The same in both languages of a licence that has two titles, for templates with room for it: `姓名 Name`. Not in the language of
    /// whoever prints: a licence looks the same whoever prints it once more.
    pub both: BTreeMap<String, String>,
}

/// # Errors
/// `Trouble::NoRoom` where the QR cannot hold its text.
pub fn shown(certificate: &Certificate<'_>, words: &Words, font: String) -> Result<Shown, Trouble> {
    let claims = certificate.claims;
    let day = |moment: Moment| moment.local(certificate.zone).chars().take(10).collect::<String>();
    let plain = || {
        let line = words.with("licence-plain", &[("number", claims.number.as_str().into())]);
        format!("{line}\nsha256:{}", certificate.digest)
    };
    let short = claims.short_form();
    let text = short.map_or_else(plain, str::to_owned);
    let mut say: BTreeMap<String, String> =
        SENTENCES.iter().map(|key| ((*key).to_owned(), words.get(&format!("certificate-{key}")))).collect();
    if short.is_none() {
        say.insert("scan".to_owned(), words.get("certificate-scan-old"));
    }
    let other_words = claims.other_title.as_ref().and_then(|(lang, _)| Tongue::of(lang.as_str())).map(Words::new);
    let both = say.iter().map(|(key, own)| {
        let name = if key == "scan" && short.is_none() { "scan-old" } else { key };
        let other = other_words.as_ref().map(|words| words.get(&format!("certificate-{name}"))).filter(|other| other != own);
        (key.clone(), other.map_or_else(|| own.clone(), |other| format!("{own} {other}")))
    });
    let both = both.collect();
    let provisional = claims.notes.iter().any(|note| note.kind == NoteKind::Provisional);
    // Said where nobody overlooks it, in every template: who reads only the title must not take it for a full licence.
    let called = |title: &str, words: &Words| match provisional {
        true => words.with("certificate-provisional", &[("title", title.into())]),
        false => title.to_owned(),
    };
    let other = |(lang, title): &(Lang, String)| match Tongue::of(lang.as_str()) {
        Some(tongue) => called(title, &Words::new(tongue)),
        None => called(title, words),
    };
    Ok(Shown {
        lang: claims.language.to_string(),
        font,
        organisation: claims.issuer.name.clone(),
        title: called(&claims.title, words),
        other_title: claims.other_title.as_ref().map(other).unwrap_or_default(),
        name: claims.holder.name.shown().map_or_else(|| words.get("certificate-nameless"), str::to_owned),
        number: claims.number.to_string(),
        scope: claims.scope.clone(),
        from: day(claims.from),
        // The document names the first moment at which it is no longer good; people read the last day on which it is.
        until: claims.until.map(|until| day(Moment(until.0 - 1000))).unwrap_or_default(),
        notes: claims.notes.iter().map(|note| note.text.clone()).collect(),
        qr: qr::drawn(&text).ok_or(Trouble::NoRoom(text))?,
        offline: short.is_some(),
        photo: certificate.photo.map(|photo| minijinja::Value::from_safe_string(photo.address())).unwrap_or_else(|| "".into()),
        again: certificate.again,
        say,
        both,
    })
}
