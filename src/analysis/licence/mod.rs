//! What can be said of a licence scheme before anybody sits it: whether it is the same exam for everybody, whether it can be passed by
//! guessing, how far its verdict can be trusted. All of it exact, or between two exact numbers.
//!
//! The chances of one attempt are `analysis/chance`'s; here they are put together over forms (`shape`, `coverage`, `extremes`) and
//! attempts (`draws`, `again`). Words for it are found in `report/analysis/licence`.

mod again;
mod coverage;
mod draws;
mod extremes;
mod shape;

pub use again::{Luck, Through};
pub use coverage::Coverage;
pub use shape::{Line, Shape};

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;

use super::chance::{Ability, Candidate, Chance, Effort, Sem, Trouble, chance, mean_sem_at_mark};
use crate::base::points::Exact;
use crate::model::library::Library;
use crate::model::licence::Scheme;

/// The shares of a table of candidates, in hundredths.
const SHARES: [i128; 6] = [50, 60, 70, 80, 90, 100];

/// Everything about a scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// What its blueprint comes to.
    pub shape: Shape,
    /// How much of the syllabus a form asks for.
    pub coverage: Coverage,
    /// The blind guesser first, then who knows more and more.
    pub candidates: Vec<Chances>,
    /// The measurement error at the mark. `None` where stations count: what an examiner sees is no matter of chance.
    pub sem: Option<Sem>,
}

/// What a candidate of one ability has to expect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chances {
    /// The share of what is asked that is known.
    pub knows: Ability,
    /// At one attempt.
    pub chance: Chance,
    /// Over forms and attempts. `None` where stations count.
    pub luck: Option<Luck>,
}

/// The abilities of the table: none, from half to all, and one more if it is wanted. Ascending.
pub fn abilities(more: Option<Ability>) -> Vec<Ability> {
    let table = SHARES.iter().filter_map(|share| Ability::of(Exact::new(*share, 100)));
    let mut all: Vec<Ability> = [Ability::BLIND].into_iter().chain(table).chain(more).collect();
    all.sort();
    all.dedup();
    all
}

/// The figures of a scheme for candidates of these abilities; `step` is told of each one done.
///
/// # Errors
/// `Trouble` where a draw cannot be met, there are too many ways to draw, or chances cannot be worked out.
pub fn figures(scheme: &Scheme, library: &Library, abilities: &[Ability], step: &mut dyn FnMut()) -> Result<Figures, Trouble> {
    let parts = shape::parts(scheme, library)?;
    let candidates = side_by_side(abilities, |p| chances(scheme, library, p), step)?;
    Ok(Figures {
        shape: shape::shape(&parts, scheme.result.attempts),
        coverage: coverage::coverage(&parts, scheme, library),
        candidates,
        sem: if scheme.has_stations() { None } else { Some(mean_sem_at_mark(scheme, library)?) },
    })
}

/// What candidates have to expect, as many at a time as there are processors: they know nothing of one another.
fn side_by_side(
    abilities: &[Ability],
    of: impl Fn(Ability) -> Result<Chances, Trouble> + Sync,
    step: &mut dyn FnMut(),
) -> Result<Vec<Chances>, Trouble> {
    let workers = thread::available_parallelism().map_or(1, usize::from).min(abilities.len());
    let (next, of) = (AtomicUsize::new(0), &of);
    let found: BTreeMap<usize, Result<Chances, Trouble>> = thread::scope(|scope| {
        let (send, receive) = channel();
        for _ in 0..workers {
            let (send, next) = (send.clone(), &next);
            scope.spawn(move || {
                let mut turns = std::iter::from_fn(|| {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    abilities.get(n).map(|p| (n, of(*p)))
                });
                // Nobody waits any more where it cannot be sent.
                turns.all(|found| send.send(found).is_ok())
            });
        }
        // Else it would be waited for as well.
        drop(send);
        receive.into_iter().inspect(|_| step()).collect()
    });
    found.into_values().collect()
}

/// What a candidate of this ability has to expect.
///
/// # Errors
/// As `figures`.
pub fn chances(scheme: &Scheme, library: &Library, p: Ability) -> Result<Chances, Trouble> {
    chances_through(scheme, library, p, Through::Forms)
}

/// The same with less effort.
///
/// # Errors
/// As `figures`.
pub fn chances_through(scheme: &Scheme, library: &Library, p: Ability, through: Through) -> Result<Chances, Trouble> {
    let candidate = Candidate::new(scheme, library, p, Effort::USUAL)?;
    let scored = candidate.theory(&candidate.questions)?;
    let luck = if scheme.has_stations() { None } else { Some(again::luck(&candidate, &scored, through)?) };
    Ok(Chances { knows: p, chance: chance(&candidate, &scored)?, luck })
}
