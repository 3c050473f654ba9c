//! What a candidate of a known ability gets in one role-play, exactly: over states, not paths.
//!
//! At each decision, with probability p, the reply from which most can still be earned from this very state (`range::Outlook`; among
//! equals, and where a red line lies on every way, the first in the author's order); otherwise each offered reply is equally likely,
//! the same one among them. The best reply is the one that is best for who plays perfectly from there on. There is no time in it: a
//! reply is never late.

use num_bigint::BigUint;
use num_integer::Integer as _;
use num_traits::{One as _, Zero as _};

use super::Trouble;
use super::row::{Row, Width};
use super::spread::{Ability, Big, Spread};
use crate::analysis::graph::{Graph, Node};
use crate::analysis::range::Outlook;
use crate::base::points::{Exact, Points};
use crate::model::scenario::step::Stage;

/// The most sums that are told apart, over all states together.
const MOST: u64 = 20_000_000;

/// What a role-play comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Talk {
    /// The share of the best attainable, 0 to 1; a run with a red line has 0.
    pub shares: Spread,
    /// The probability that a red line is crossed; part of the weight that is on 0.
    pub red_line: Big,
}

/// The share that a candidate of this ability gets.
///
/// # Errors
/// `Trouble` where the scenario has too many states or sums.
pub fn talk(stage: &Stage, p: Ability) -> Result<Talk, Trouble> {
    talk_with(stage, &Outlook::new(stage)?, p)
}

/// The same where the scenario was walked before.
///
/// # Errors
/// `Trouble` where there are too many sums.
pub(super) fn talk_with(stage: &Stage, outlook: &Outlook, p: Ability) -> Result<Talk, Trouble> {
    let walk = Walk::new(stage, outlook, p);
    let (sums, red, all) = walk.summed()?;
    let best = outlook.best().filter(|best| *best > Points::ZERO);
    let share = |sum: i64| {
        let sum = Points::thousandths(sum * walk.unit).exact().floored();
        best.map_or(Exact::ZERO, |best| sum.of(best.exact()))
    };
    let clean = sums.cells().map(|(sum, weight)| (share(sum), weight));
    let shares = Spread::of(clean.chain([(Exact::ZERO, red.clone())]));
    Ok(Talk { shares, red_line: Big::new(red, all) })
}

/// A scenario with the weights of its moves.
struct Walk<'a> {
    stage: &'a Stage,
    graph: &'a Graph,
    /// Of each state, its moves: number of the next state, the reply's points in units, the weight.
    moves: Vec<Vec<(usize, i64, BigUint)>>,
    /// Of each state, what the weights of all runs from there are out of.
    wholes: Vec<BigUint>,
    /// Of each state, from last to first.
    order: Vec<usize>,
    /// Points are counted in so many thousandths.
    unit: i64,
}

impl<'a> Walk<'a> {
    fn new(stage: &'a Stage, outlook: &'a Outlook, p: Ability) -> Self {
        let graph = outlook.graph();
        let order = graph.last_first();
        let unit = unit(stage, graph);
        let mut wholes = vec![BigUint::one(); graph.states.len()];
        let mut moves = vec![Vec::new(); graph.states.len()];
        for &node in &order {
            let all = &graph.states[node].moves;
            let (weights, out_of) = weights(all, outlook.advised(node), p);
            let taken = || all.iter().zip(&weights).filter(|(_, weight)| !weight.is_zero());
            let shared = taken().fold(BigUint::one(), |shared, ((_, to), _)| common(shared, &wholes[*to]));
            moves[node] = taken()
                .map(|((reply, to), weight)| {
                    let points = stage.points(*reply).in_thousandths() / unit;
                    (*to, points, weight * (&shared / &wholes[*to]))
                })
                .collect();
            wholes[node] = shared * out_of;
        }
        Self { stage, graph, moves, wholes, order, unit }
    }

    /// From the start: weights of the sums of runs without a red line, the weight of runs with one, and what they are out of.
    fn summed(&self) -> Result<(Row, BigUint, BigUint), Trouble> {
        let width = Width::holding(self.wholes.iter().max().unwrap_or(&BigUint::one()));
        let count = self.graph.states.len();
        let mut done: Vec<Option<(Row, BigUint)>> = vec![None; count];
        // A state's row is let go of once all that lead to it have used it.
        let mut wanted = vec![0_u32; count];
        self.moves.iter().flatten().for_each(|(to, ..)| wanted[*to] += 1);
        let mut cells = 0;
        for &node in &self.order {
            let (mut row, mut red) = self.at_end(&self.graph.states[node], width);
            for (to, points, weight) in &self.moves[node] {
                wanted[*to] -= 1;
                let (rest, rest_red) = done[*to].as_ref().expect("a state comes after all it leads to");
                row.add(rest, *points, weight);
                red += rest_red * weight;
                if wanted[*to] == 0 {
                    done[*to] = None;
                }
            }
            cells += row.len();
            if cells > MOST {
                return Err(Trouble::TooFine);
            }
            done[node] = Some((row, red));
        }
        let (row, red) = done[0].take().expect("the start comes last of all");
        Ok((row, red, self.wholes[0].clone()))
    }

    /// What a run has that ends here: at an ending, or, as a grade has it, where no reply is left. Nothing where it goes on.
    fn at_end(&self, node: &Node, width: Width) -> (Row, BigUint) {
        if !node.moves.is_empty() {
            return (Row::empty(width), BigUint::zero());
        }
        if node.state.red_line() {
            return (Row::empty(width), BigUint::one());
        }
        let points: Points = self.stage.ends(&node.state).map_or(Points::ZERO, |e| e.score.values().copied().sum());
        (Row::at(points.in_thousandths() / self.unit, width), BigUint::zero())
    }
}

/// How likely each move is: its weight, and what the weights are out of.
fn weights(moves: &[(usize, usize)], advised: Option<usize>, p: Ability) -> (Vec<BigUint>, BigUint) {
    let (knows, guesses) = p.weights();
    let offered = BigUint::from(moves.len().max(1));
    let best = moves.iter().position(|(reply, _)| Some(*reply) == advised).unwrap_or(0);
    let sure = &knows * &offered;
    let of = |n: usize| if n == best { &sure + &guesses } else { guesses.clone() };
    let shared = of(best).gcd(&guesses).gcd(&(&offered * (&knows + &guesses)));
    let out_of = offered * (knows + &guesses) / &shared;
    ((0..moves.len()).map(|n| of(n) / &shared).collect(), if moves.is_empty() { BigUint::one() } else { out_of })
}

/// The greatest number of thousandths that all points are multiples of.
fn unit(stage: &Stage, graph: &Graph) -> i64 {
    let replies = (0..stage.replies()).map(|reply| stage.points(reply));
    let endings = graph.states.iter().filter_map(|node| stage.ends(&node.state)).map(|e| e.score.values().copied().sum());
    replies.chain(endings).fold(0, |unit: i64, points: Points| unit.gcd(&points.in_thousandths())).max(1)
}

/// The least common multiple; most often the two are the same.
fn common(a: BigUint, b: &BigUint) -> BigUint {
    if a == *b { a } else { a.lcm(b) }
}
