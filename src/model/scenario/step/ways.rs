//! The turns of a stage and what leads from one to another, whatever the state: circles, and crossings that never come to an end.
//!
//! All in one pass over turns and ways, however long a file is: Tarjan's components, with a list in the place of recursion.

use super::{Place, Stage, State};

impl Stage {
    /// How many turns there are.
    pub const fn turns(&self) -> usize {
        self.turns.len()
    }

    /// Where a turn may lead, by number, some perhaps twice; an ending leads nowhere.
    pub fn leads_to(&self, turn: usize) -> impl Iterator<Item = usize> {
        let (replies, arms) = match &self.turns[turn] {
            Place::Asks(from, to) => (&self.replies[*from..*to], &[][..]),
            Place::Crosses(arms) => (&[][..], arms.as_slice()),
            Place::Ends => (&[][..], &[][..]),
        };
        replies.iter().map(|reply| reply.to).chain(arms.iter().map(|(_, to)| *to))
    }

    /// The replies of a turn, by number over the whole scenario.
    pub fn replies_of(&self, turn: usize) -> std::ops::Range<usize> {
        match self.turns[turn] {
            Place::Asks(from, to) => from..to,
            _ => 0..0,
        }
    }

    /// Where a reply leads, before crossings.
    pub fn target(&self, reply: usize) -> usize {
        self.replies[reply].to
    }

    /// Whether a reply crosses a red line.
    pub fn crosses_red_line(&self, reply: usize) -> bool {
        self.replies[reply].red_line
    }

    /// The number of the turn that a state stands at.
    pub const fn turn_number(&self, state: &State) -> usize {
        state.turn as usize
    }

    /// The circle that each turn lies on, by number: turns that lead to one another have one number, and whatever else a turn leads to
    /// has a lower one.
    pub fn circles(&self) -> Vec<usize> {
        let ways: Vec<Vec<usize>> = (0..self.turns.len()).map(|turn| self.leads_to(turn).collect()).collect();
        components(&ways)
    }

    /// Which turns can be come back to.
    pub fn comes_back(&self) -> Vec<bool> {
        let circles = self.circles();
        let mut size = vec![0_usize; self.turns.len()];
        circles.iter().for_each(|circle| size[*circle] += 1);
        (0..self.turns.len()).map(|turn| size[circles[turn]] > 1 || self.leads_to(turn).any(|to| to == turn)).collect()
    }

    /// Which replies lie on a way round, so that having been used matters later: all of a turn that can be come back to, for it asks
    /// again, whichever reply led away.
    pub fn on_cycles(&self) -> Vec<bool> {
        let again = self.comes_back();
        let mut out = vec![false; self.replies.len()];
        for (turn, again) in again.into_iter().enumerate() {
            out[self.replies_of(turn)].fill(again);
        }
        out
    }

    /// A turn from which crossings alone lead back to it, whatever the state.
    pub(super) fn crossing_loop(&self) -> Option<usize> {
        let crossings = |turn: usize| match &self.turns[turn] {
            Place::Crosses(arms) => arms.iter().map(|(_, to)| *to).collect(),
            _ => Vec::new(),
        };
        let ways: Vec<Vec<usize>> = (0..self.turns.len()).map(crossings).collect();
        let circles = components(&ways);
        (0..ways.len()).find(|&turn| ways[turn].iter().any(|to| circles[*to] == circles[turn]))
    }
}

/// Tarjan's strongly connected components: of each node its number; what it leads to has the same or a lower one.
fn components(ways: &[Vec<usize>]) -> Vec<usize> {
    const UNSEEN: usize = usize::MAX;
    let (mut found, mut low) = (vec![UNSEEN; ways.len()], vec![0; ways.len()]);
    let mut out = vec![UNSEEN; ways.len()];
    let (mut clock, mut count) = (0, 0);
    let mut open: Vec<usize> = Vec::new();
    for start in 0..ways.len() {
        let mut way = if found[start] == UNSEEN { vec![(start, 0)] } else { Vec::new() };
        while let Some((node, next)) = way.pop() {
            if next == 0 {
                (found[node], low[node]) = (clock, clock);
                clock += 1;
                open.push(node);
            }
            if let Some(&to) = ways[node].get(next) {
                way.push((node, next + 1));
                if found[to] == UNSEEN {
                    way.push((to, 0));
                } else if out[to] == UNSEEN {
                    low[node] = low[node].min(found[to]);
                }
                continue;
            }
            if low[node] == found[node] {
                while let Some(member) = open.pop() {
                    out[member] = count;
                    if member == node {
                        break;
                    }
                }
                count += 1;
            }
            if let Some((before, _)) = way.last() {
                low[*before] = low[*before].min(low[node]);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::components;

    #[test]
    fn what_leads_to_one_another_is_one() {
        // 0 → 1 ⇄ 2 → 3 → 3, 4 → 0
        let ways = [vec![1], vec![2], vec![1, 3], vec![3], vec![0]];
        let of = components(&ways);
        assert_eq!(of[1], of[2]);
        assert!(of[3] < of[2] && of[2] < of[0] && of[0] < of[4]);
        // As long as a file can be: no recursion.
        let chain: Vec<Vec<usize>> = (0..300_000).map(|n| if n + 1 < 300_000 { vec![n + 1] } else { vec![0] }).collect();
        assert!(components(&chain).iter().all(|n| *n == 0));
    }
}
