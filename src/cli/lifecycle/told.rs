//! What a learner is told of licences that are suspended or revoked: why, until when, and what to do. The reason is the words of the
//! issuer; they reach the person they are about.

use crate::attempt::act::Issued;
use crate::base::id::LearnerId;
use crate::base::moment::Moment;
use crate::cli::registry::Registry;
use crate::grade::register::{Taken, Taking};
use crate::locale::Words;
use crate::model::library::Library;
use crate::report::result::{TakenTold, When};

/// What was taken from a licence, as it is told; `None` where nothing is taken now.
pub fn taken(registry: &Registry, issued: &Issued, (now, zone): (Moment, &str)) -> Option<TakenTold> {
    let taking: &Taking = registry.register.taken.get(&issued.number)?;
    let what = taking.now(now)?;
    let until = if let Taken::Suspended { until } = what { until } else { None };
    let act = registry.acts.iter().find(|it| it.act.id == taking.act);
    Some(TakenTold {
        revoked: what == Taken::Revoked,
        since: When { at: taking.at, local: taking.at.local(zone) },
        until: until.map(|at| When { at, local: super::last_day(at, zone) }),
        reason: act.and_then(|it| it.beside.as_ref()).map(|beside| beside.words.clone()),
    })
}

/// One sentence for each licence of a learner that is suspended, or was revoked before its end.
pub fn notices(registry: &Registry, learner: &LearnerId, library: &Library, (words, now): (&Words, Moment)) -> Vec<String> {
    let lang = crate::cli::room::lang(library, words);
    let register = &registry.register;
    let theirs = register.issued.iter().map(|(_, _, issued)| issued).filter(|it| it.learner == *learner && it.until >= now);
    let newest = theirs.filter(|it| register.follower(&it.number).is_none());
    let said = |issued: &Issued| {
        let told = taken(registry, issued, (now, &library.time_zone))?;
        let title =
            library.licences.get(&issued.licence).map_or_else(|| issued.licence.to_string(), |s| s.title.get(&lang).to_owned());
        Some(told.said(words, &title, issued.number.as_str()))
    };
    newest.filter_map(said).collect()
}
