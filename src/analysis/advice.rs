//! What only exact walking shows to make no difference in a scenario, or to give it away. `cli/check` turns these into findings.

use super::chance::{Ability, Big, Weights, big, sums};
use super::futures::Futures;
use super::graph::{Graph, Node};
use super::range::{by_best, range_of};
use super::survey::{Settled, Unused, sights};
use crate::base::id::Lang;
use crate::base::points::{Exact, Points};
use crate::model::scenario::step::{Deed, Stage};

/// So many decisions on the way to the shortest end are few enough to be met by chance; a talk of fewer is a drill, not a trial.
const DECISIONS: usize = 3;
/// The house's own policy: picking blindly may pass a talk no more often than this. One turn with three replies is guessed as often;
/// a whole talk that is guessed more easily tells less of a person than a single one of its turns.
const GUESSED: (i128, i128) = (1, 3);
/// So many decisions, the longest reply best at every one of them, teach a trainee that length is the key.
const ALL_LONGEST: usize = 4;

/// Something to think over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// This reply is offered in no state.
    NeverOffered(usize),
    /// This condition comes out the same each time.
    Settled(Settled),
    /// This variable never changes, though it is read. One that nothing reads `content` tells of.
    Unchanged(usize),
    /// At so many of so many turns the best reply is the longest, in this language: far more than by chance.
    Longest {
        /// The language.
        lang: Lang,
        /// Turns at which it is so.
        count: usize,
        /// Turns looked at.
        of: usize,
    },
    /// Picking blindly passes with this chance.
    Guessed(Big),
}

/// All advice on a scenario that was walked. What `faults` says is not said again.
pub fn advice(stage: &Stage, graph: &Graph, languages: &[Lang]) -> Vec<Advice> {
    let sights = sights(stage, graph);
    let idle = |settled: &&Settled| {
        // A variable that never changes is told once, not at each condition; so is a reply that never comes.
        let var = stage.read_by(settled.asked);
        let by_var = sights.unused.iter().any(|(unused, _)| Some(*unused) == var);
        let by_reply = settled.asked.reply().is_some_and(|reply| sights.never_offered.contains(&reply));
        !by_var && !by_reply
    };
    let unchanged = sights.unused.iter().filter(|(_, why)| *why == Unused::NeverChanged);
    let mut out: Vec<Advice> = unchanged.map(|(var, _)| Advice::Unchanged(*var)).collect();
    // Of a turn that is never come to, only that is told.
    let mut met = vec![false; stage.replies()];
    graph.states.iter().for_each(|node| met[stage.replies_of(stage.turn_number(&node.state))].fill(true));
    out.extend(sights.never_offered.iter().filter(|reply| met[**reply]).map(|reply| Advice::NeverOffered(*reply)));
    out.extend(sights.settled.iter().filter(idle).map(|settled| Advice::Settled(*settled)));
    out.extend(languages.iter().filter_map(|lang| longest(stage, graph, lang)));
    out.extend(guessed(stage, graph));
    out
}

/// The chance to pass blindly, where it is too high.
fn guessed(stage: &Stage, graph: &Graph) -> Option<Advice> {
    let ends = graph.states.iter().enumerate().filter(|(_, node)| node.moves.is_empty());
    let shortest = ends.map(|(n, _)| graph.way_to(n).len()).min()?;
    let best = range_of(stage, graph).best.filter(|best| *best > Points::ZERO)?;
    let likely = sums(&Futures::of(stage, graph), Weights::Chance(Ability::BLIND)).ok()?;
    let enough = |sum: Points| sum.exact().of(best.exact()) >= Exact::new(i128::from(stage.scenario().pass), 100);
    let pass = Big::new(likely.fit().filter(|(sum, _)| enough(*sum)).map(|(_, weight)| weight).sum(), likely.whole.clone());
    (shortest >= DECISIONS && pass > big(Exact::new(GUESSED.0, GUESSED.1))).then_some(Advice::Guessed(pass))
}

/// Where the best reply is the longest at so many turns as chance hardly makes it: more than three standard deviations above the mean,
/// as for banks. A short talk never gets that far (five of five with three replies each are 3.16, with two and three mixed less), and yet
/// who always picks the longest passes it with everything right: so at every turn is enough, from `ALL_LONGEST` turns on, where chance
/// makes it once in sixteen talks of two replies, once in eighty-one of three. Of each turn the state found first is looked at.
fn longest(stage: &Stage, graph: &Graph, lang: &Lang) -> Option<Advice> {
    let best = by_best(stage, graph);
    let mut looked = vec![false; stage.turns()];
    let (mut count, mut of, mut mean, mut variance) = (0, 0, 0_i128, 0_i128);
    // What a written reply earns is no option whose length could be seen.
    let picks = |node: &&Node| node.moves.iter().all(|(reply, _)| !matches!(stage.deed(*reply), Deed::Written(_)));
    for node in graph.states.iter().filter(|node| node.moves.len() > 1).filter(picks) {
        if std::mem::replace(&mut looked[stage.turn_number(&node.state)], true) {
            continue;
        }
        // In thousandths, which is exact enough for advice.
        let one = 1000 / node.moves.len() as i128;
        (of, mean, variance) = (of + 1, mean + one, variance + one * (1000 - one));
        count += usize::from(is_longest(stage, node, &best, lang));
    }
    let over = count as i128 * 1000 - mean;
    let is_rare = over > 0 && over * over > 9 * variance;
    (is_rare || (of >= ALL_LONGEST && count == of)).then(|| Advice::Longest { lang: lang.clone(), count, of })
}

/// Whether one reply is longer than all others here, and none leads to more.
fn is_longest(stage: &Stage, node: &Node, best: &[Option<Points>], lang: &Lang) -> bool {
    let length = |reply: usize| stage.reply(reply).1.text.get(lang).chars().count();
    let by = |(reply, to): &(usize, usize)| best[*to].map(|rest| stage.points(*reply) + rest);
    let most = node.moves.iter().map(|(reply, _)| length(*reply)).max();
    let mut longest = node.moves.iter().filter(|(reply, _)| Some(length(*reply)) == most);
    let (first, other) = (longest.next(), longest.next());
    other.is_none() && first.is_some_and(|first| by(first).is_some() && by(first) == node.moves.iter().map(by).max().flatten())
}
