//! What was refused of other PCs and points at a hand in the records there: a finding until somebody apart has looked into it, and told ever
//! after with who answered. Where the PC itself says that a backup was put back, that is something to do, and nothing that was found.

use super::found::{Place, Report};
use crate::base::moment::{HOME_ZONE, Moment};
use crate::cli::cause::Cause;
use crate::cli::collect::doubt::{self, Doubt};
use crate::cli::failure::Failure;
use crate::cli::registry::Registry;
use crate::store::Store;

/// Names all of it: what nobody has answered as a finding, the rest with who did.
///
/// # Errors
/// `Failure` of the store.
pub fn examine(store: &dyn Store, registry: &Registry, report: &mut Report) -> Result<(), Failure> {
    for doubt in doubt::all(store)? {
        // What a later version noted is for that version to tell.
        let Some(refused) = doubt.refused() else { continue };
        let gaps = gaps(&doubt);
        if let Some((act, by)) = doubt.answer(registry) {
            let more = [("by", registry.name(by)), ("at", day(act.at)), ("act", act.id.to_string())];
            report.answered("audit-answered", &[&gaps[..], &more].concat());
        } else if doubt.is_past(registry) {
            continue;
        } else if refused.is_explained() {
            let what = ("what", refused.parts().1.to_owned());
            report.due(refused.due(), &[&gaps[..], &[what]].concat());
        } else {
            let (key, what, _) = refused.parts();
            report.find(Place::Refused(Box::new(doubt.clone())), Cause::sentence(key, [("what", what)]));
        }
    }
    Ok(())
}

/// Which file of which PC, when, and how it is called here.
pub fn gaps(doubt: &Doubt) -> [(&'static str, String); 4] {
    [("id", doubt.short()), ("file", doubt.file.clone()), ("name", doubt.named().to_owned()), ("day", day(doubt.at))]
}

fn day(at: Moment) -> String {
    at.local(HOME_ZONE).chars().take(10).collect()
}
