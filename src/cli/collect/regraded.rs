//! Whether an exam that was marked again elsewhere comes to what was signed there: the content has to have come along or be here, and the
//! walk under it has to come out.

use std::collections::BTreeMap;

use crate::attempt::act::{Deed, Regraded};
use crate::attempt::event::{Body, Recorded};
use crate::attempt::plan::Activity;
use crate::attempt::state::State;
use crate::base::digest::Digest;
use crate::cli::failure::Failure;
use crate::grade::regrade::{again, falls};
use crate::model::frozen::Frozen;
use crate::model::grade::Grade;
use crate::store::parcel::Done;
use crate::store::{Parcel, Store};

/// What is looked through: what came, and what is here.
pub struct Shelf<'a> {
    /// This store.
    pub store: &'a dyn Store,
    /// What came.
    pub parcel: &'a Parcel,
}

/// Kept content as JSON, by digest.
type Texts = Vec<(Digest, String)>;

impl Shelf<'_> {
    /// The content that an act rests on, and is to be kept with it; `None` where it is missing, or the act does not follow from it.
    ///
    /// # Errors
    /// `Failure` of this store.
    pub fn rests(&self, done: &Done) -> Result<Option<Texts>, Failure> {
        let mut out = Vec::new();
        for digest in done.act.deed.contents() {
            let Some(text) = self.text(digest)? else { return Ok(None) };
            out.push((digest, text));
        }
        let right = match &done.act.deed {
            Deed::Regraded(regraded) => self.comes_out(regraded)?,
            _ => true,
        };
        Ok(right.then_some(out))
    }

    fn text(&self, digest: Digest) -> Result<Option<String>, Failure> {
        let sent = self.parcel.contents.iter().find(|(it, _)| *it == digest).map(|(_, text)| text.clone());
        let text = match sent {
            Some(text) => Some(text),
            None => self.store.content(&digest)?.and_then(|bytes| String::from_utf8(bytes).ok()),
        };
        Ok(text.filter(|text| Digest::of_bytes(text.as_bytes()) == digest))
    }

    fn frozen(&self, digests: impl Iterator<Item = Digest>) -> Result<Option<BTreeMap<Digest, Frozen>>, Failure> {
        let mut out = BTreeMap::new();
        for digest in digests {
            let frozen = self.text(digest)?.and_then(|text| serde_json::from_str::<Frozen>(&text).ok());
            let Some(frozen) = frozen.filter(|it| it.digest() == digest) else { return Ok(None) };
            out.insert(digest, frozen);
        }
        Ok(Some(out))
    }

    /// Whether the exam comes to this under that content. One that is not here yet is looked at when it comes: by `audit`.
    fn comes_out(&self, regraded: &Regraded) -> Result<bool, Failure> {
        let sent = self.parcel.attempts.iter().find(|it| it.attempt == regraded.attempt);
        let events: Vec<Recorded> = match sent {
            Some(sent) => {
                let one = |(event, beside): &(_, Option<_>)| Recorded { event: Clone::clone(event), beside: beside.clone() };
                sent.events.iter().map(one).collect()
            }
            None => self.store.events(&regraded.attempt)?,
        };
        let Some(Body::Started { plan }) = events.first().map(|it| &it.event.body) else { return Ok(true) };
        let Some(contents) = self.frozen(plan.contents())? else { return Ok(false) };
        let Some(fresh) = self.frozen(regraded.swaps.iter().map(|swap| swap.now))? else { return Ok(false) };
        let Ok(activity) = Activity::of_checked((**plan).clone(), contents) else { return Ok(false) };
        let Ok(state) = State::replay(&activity, &events) else { return Ok(false) };
        let Some(Grade::Exam(was)) = &state.closed else { return Ok(false) };
        let out = again(&activity, &events, &regraded.swaps, &fresh);
        Ok(out.is_some_and(|it| it.grade == regraded.grade && (regraded.lowers || !falls(was, &it.grade))))
    }
}
