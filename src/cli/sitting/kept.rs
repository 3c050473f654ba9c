//! What a store keeps of a sitting: its sealed paper, as it came; and at the desk that called to it the key, which opens nothing there that
//! the desk's library has not.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::attempt::plan::Plan;
use crate::base::digest::{Digest, canonical};
use crate::base::id::{AgreementId, Lang, LearnerId, SittingId};
use crate::cli::failure::{Exit, Failure};
use crate::cli::start::Laid;
use crate::credential::sealing::{SealKey, Sealed};
use crate::grade::register::Sitting;
use crate::model::frozen::Frozen;
use crate::model::text::Text;
use crate::report::rules::Drawn;
use crate::store::Store;
use crate::store::sealed::{self, paper};

/// Everything that the exams of a sitting need: what is sealed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Paper {
    /// The scheme's title.
    pub title: Text,
    /// The languages of its content, the library's own first.
    pub languages: Vec<Lang>,
    /// The library's time zone.
    pub zone: String,
    /// The frozen scheme.
    pub scheme: Digest,
    /// The frozen titles.
    pub frame: Digest,
    /// What the scheme may draw that has rules of its own.
    pub drawn: Drawn,
    /// The text that candidates have to agree to first.
    pub agreement: Option<(AgreementId, (Text, Text))>,
    /// One a candidate.
    pub forms: Vec<Form>,
    /// All content of these, each once.
    pub contents: Vec<Frozen>,
}

/// A candidate's exam.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Form {
    /// Whose.
    pub learner: LearnerId,
    /// How many exams of the scheme the candidate has left, this one counted.
    pub left: usize,
    /// Whether the text was not agreed to yet.
    pub agrees: bool,
    /// What is asked.
    pub laid: Laid,
    /// What is asked instead, where that exam was declared void: none of its questions and talks. None where the bank has not as many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reserve: Option<Laid>,
}

impl Paper {
    /// As the bytes that are sealed.
    pub fn written(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(canonical(self))
    }

    /// What an opened seal holds.
    pub fn read(sealed: &Sealed, key: &SealKey, sitting: &SittingId) -> Option<Self> {
        serde_json::from_slice(&sealed.open(key, sitting.as_str())?).ok()
    }

    /// A candidate's form.
    pub fn form(&self, learner: &LearnerId) -> Option<&Form> {
        self.forms.iter().find(|form| form.learner == *learner)
    }

    /// Whether an exam is one that was laid out for its candidate.
    pub fn is_of(&self, plan: &Plan) -> bool {
        self.form(&plan.learner)
            .is_some_and(|form| form.laid.is_of(plan) || form.reserve.as_ref().is_some_and(|it| it.is_of(plan)))
    }
}

/// What stands where a paper was that went.
const GONE: &str = "gone";

/// Whether a text stands for a paper that went.
pub fn is_gone(text: &str) -> bool {
    text == GONE
}

/// Whether locked bytes lie here that came from another store.
///
/// # Errors
/// `Failure` of the store.
pub fn lies_here(store: &dyn Store, sitting: &SittingId) -> Result<bool, Failure> {
    let lies = store.setting(&paper(sitting))?.is_some_and(|text| !is_gone(&text));
    Ok(lies && key(store, sitting)?.is_none())
}

/// Lets the locked bytes go.
///
/// # Errors
/// `Failure` of the store.
pub fn let_go(store: &mut dyn Store, sitting: &SittingId) -> Result<(), Failure> {
    Ok(store.set_setting(&paper(sitting), GONE)?)
}

/// Keeps a sealed paper.
///
/// # Errors
/// `Failure` of the store.
pub fn keep(store: &mut dyn Store, sitting: &SittingId, sealed: &Sealed) -> Result<(), Failure> {
    let text = serde_json::to_string(sealed).expect("our values have string keys");
    Ok(store.set_setting(&paper(sitting), &text)?)
}

/// Keeps the key, at the desk.
///
/// # Errors
/// `Failure` of the store.
pub fn keep_key(store: &mut dyn Store, sitting: &SittingId, key: &SealKey) -> Result<(), Failure> {
    Ok(store.set_setting(&sealed::key(sitting), &key.written())?)
}

/// The key, where this is the desk that called to the sitting.
///
/// # Errors
/// `Failure` of the store.
pub fn key(store: &dyn Store, sitting: &SittingId) -> Result<Option<SealKey>, Failure> {
    Ok(store.setting(&sealed::key(sitting))?.and_then(|text| SealKey::read(&text)))
}

/// Which sealing of a sitting's papers lies here; `None` where none does that anybody signed for.
///
/// # Errors
/// `Failure` of the store.
pub fn sealing(store: &dyn Store, id: &SittingId, sitting: &Sitting) -> Result<Option<usize>, Failure> {
    let sealed: Option<Sealed> = store.setting(&paper(id))?.and_then(|text| serde_json::from_str(&text).ok());
    Ok(sealed.and_then(|it| sitting.sealing(&it.digest())))
}

/// The sealed paper that was signed with the call to the sitting, or under another code since.
///
/// # Errors
/// `Failure` where it is not here, or is another one.
pub fn sealed(store: &dyn Store, id: &SittingId, sitting: &Sitting) -> Result<Sealed, Failure> {
    let text = store.setting(&paper(id))?;
    if text.as_deref() == Some(GONE) {
        return Err(Failure::new(Exit::Refused, "fail-paper-gone", [("id", id.short())]).hint("hint-sitting-file", []));
    }
    let text =
        text.ok_or_else(|| Failure::new(Exit::Refused, "fail-no-paper", [("id", id.short())]).hint("hint-sitting-file", []))?;
    let sealed: Option<Sealed> = serde_json::from_str(&text).ok();
    let signed = sealed.filter(|it| sitting.sealing(&it.digest()).is_some());
    signed.ok_or_else(|| Failure::new(Exit::Store, "fail-other-paper", [("id", id.short())]).hint("hint-sitting-file", []))
}

/// A sitting's paper at the desk that called to it; `None` elsewhere, and where anything of it was changed.
///
/// # Errors
/// `Failure` of the store.
pub fn opened_here(store: &dyn Store, id: &SittingId, sitting: &Sitting) -> Result<Option<Paper>, Failure> {
    let Some(key) = key(store, id)? else { return Ok(None) };
    Ok(sealed(store, id, sitting).ok().and_then(|sealed| Paper::read(&sealed, &key, id)))
}
