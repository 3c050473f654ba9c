//! Where the boxes of a picture stand and how the links run. Knows sizes and links only.
//!
//! `rust-sugiyama` ranks the boxes and orders them; it neither says where it bent long links nor promises gaps, so long links are cut
//! into steps of one rank here, and each rank is spread until nothing touches. Links run straight down through a rank and bend only
//! between ranks, where nothing is written.

use std::collections::{BTreeMap, BTreeSet};

use rust_sugiyama::configure::Config;
use rust_sugiyama::from_vertices_and_edges;

/// A box's width and height, or a place's x and y; in pixels.
pub type Pair = (i32, i32);

/// Where a box stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rect {
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
}

impl Rect {
    /// Whether two share more than an edge.
    #[cfg(test)]
    pub const fn meets(&self, other: &Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }
}

/// Where everything is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// The boxes.
    pub boxes: Vec<Rect>,
    /// The links: straight down or up from the first point to the second, bent to the third, straight to the fourth, and so on.
    pub routes: Vec<Vec<Pair>>,
    /// Of the whole.
    pub size: Pair,
}

/// Between two boxes of a rank.
const GAP: i32 = 22;
/// Between two ranks, at least and at most: wide bends get more.
const BETWEEN: Pair = (44, 120);
/// The width kept free for a link that runs through a rank.
const THREAD: i32 = 14;
/// Between two links that leave a box on one side, at most.
const PORT: i32 = 18;

/// Finds a place for boxes of these sizes, linked so.
pub fn layout(sizes: &[Pair], links: &[(usize, usize)]) -> Places {
    let down = downward(sizes.len(), links);
    let ranks = ranks(sizes.len(), &down.iter().copied().collect());
    let mut grid = Grid { sizes: sizes.to_vec(), ranks, centres: Vec::new() };
    let chains: BTreeMap<(usize, usize), Vec<usize>> =
        down.iter().collect::<BTreeSet<_>>().into_iter().map(|link| (*link, grid.thread(*link))).collect();
    grid.order(&chains);
    let rows = grid.rows(&chains);
    let ports = grid.ports(&down, &chains);
    let routes = down.iter().zip(links).enumerate().map(|(n, (link, drawn))| {
        let mut route = grid.route(&chains[link], &rows, ports[n]);
        if link != drawn {
            route.reverse();
        }
        route
    });
    let routes = routes.collect();
    let boxes: Vec<Rect> = (0..sizes.len()).map(|n| grid.rect(n, &rows)).collect();
    let width = boxes.iter().map(|b| b.x + b.width).chain(grid.centres.iter().map(|x| x + THREAD)).max().unwrap_or(0);
    let height = rows.last().map_or(0, |(top, height)| top + height);
    Places { boxes, routes, size: (width, height) }
}

/// The links turned so that none leads round: one that leads back to where the way came from is turned.
fn downward(count: usize, links: &[(usize, usize)]) -> Vec<(usize, usize)> {
    fn visit(node: usize, out: &[Vec<(usize, usize)>], mark: &mut [u8], back: &mut [bool]) {
        mark[node] = 1;
        for &(link, to) in &out[node] {
            match mark[to] {
                0 => visit(to, out, mark, back),
                1 => back[link] = true,
                _ => {}
            }
        }
        mark[node] = 2;
    }
    let mut out = vec![Vec::new(); count];
    for (n, (from, to)) in links.iter().enumerate() {
        out[*from].push((n, *to));
    }
    let (mut mark, mut back) = (vec![0; count], vec![false; links.len()]);
    for node in 0..count {
        if mark[node] == 0 {
            visit(node, &out, &mut mark, &mut back);
        }
    }
    links.iter().zip(back).map(|(&(from, to), back)| if back { (to, from) } else { (from, to) }).collect()
}

/// What the layout library says of boxes of these widths: x and y of each, part by part of what hangs together.
fn sugiyama(widths: &[i32], links: &BTreeSet<(usize, usize)>, spacing: i32) -> Vec<Vec<(usize, (f64, f64))>> {
    let number = |n: usize| u32::try_from(n).expect("a scenario has far fewer than four thousand million boxes");
    let boxes: Vec<_> = widths.iter().enumerate().map(|(n, width)| (number(n), (f64::from(*width), 0.0))).collect();
    let links: Vec<_> = links.iter().map(|(from, to)| (number(*from), number(*to))).collect();
    let config = Config { vertex_spacing: f64::from(spacing), ..Config::default() };
    let mut parts: Vec<_> = from_vertices_and_edges(&boxes, &links, &config).into_iter().map(|(part, ..)| part).collect();
    for part in &mut parts {
        part.sort_by_key(|(n, _)| *n);
    }
    parts.sort_by_key(|part| part.first().map(|(n, _)| *n));
    parts
}

/// The rank of each box, from 0: ranks come as heights that are `spacing` apart.
fn ranks(count: usize, links: &BTreeSet<(usize, usize)>) -> Vec<usize> {
    const SPACING: i32 = 10;
    let mut ranks = vec![0; count];
    for (n, (_, y)) in sugiyama(&vec![0; count], links, SPACING).into_iter().flatten() {
        ranks[n] = (y / f64::from(SPACING)).round().max(0.0) as usize;
    }
    ranks
}

/// Boxes and the threads of long links, in ranks.
struct Grid {
    sizes: Vec<Pair>,
    ranks: Vec<usize>,
    centres: Vec<i32>,
}

impl Grid {
    /// The boxes a link goes through, its ends included: one in each rank between.
    fn thread(&mut self, (from, to): (usize, usize)) -> Vec<usize> {
        let mut chain = vec![from];
        for rank in self.ranks[from] + 1..self.ranks[to] {
            chain.push(self.sizes.len());
            self.sizes.push((THREAD, 0));
            self.ranks.push(rank);
        }
        chain.push(to);
        chain
    }

    /// Gives every box its x; what still touches is spread to the right.
    fn order(&mut self, chains: &BTreeMap<(usize, usize), Vec<usize>>) {
        let steps = chains.values().flat_map(|chain| chain.windows(2).map(|pair| (pair[0], pair[1]))).collect();
        let widths: Vec<i32> = self.sizes.iter().map(|(width, _)| *width).collect();
        let mut xs = vec![0.0; widths.len()];
        let mut right = 0.0;
        for part in sugiyama(&widths, &steps, GAP) {
            let reach = |n: usize| f64::from(widths[n]) / 2.0;
            let left = part.iter().map(|(n, (x, _))| x - reach(*n)).fold(f64::INFINITY, f64::min);
            for (n, (x, _)) in &part {
                xs[*n] = x - left + right;
            }
            right = part.iter().map(|(n, _)| xs[*n] + reach(*n)).fold(right, f64::max) + f64::from(GAP) * 2.0;
        }
        self.centres = xs.iter().map(|x| x.round() as i32).collect();
        for rank in 0..=self.ranks.iter().copied().max().unwrap_or(0) {
            let mut row: Vec<usize> = (0..xs.len()).filter(|n| self.ranks[*n] == rank).collect();
            row.sort_by(|a, b| xs[*a].total_cmp(&xs[*b]).then(a.cmp(b)));
            for pair in row.windows(2) {
                let least = self.centres[pair[0]] + (widths[pair[0]] + widths[pair[1]]).div_euclid(2) + 1 + GAP / 2;
                self.centres[pair[1]] = self.centres[pair[1]].max(least);
            }
        }
    }

    /// Top and height of each rank.
    fn rows(&self, chains: &BTreeMap<(usize, usize), Vec<usize>>) -> Vec<Pair> {
        let ranks = self.ranks.iter().copied().max().map_or(0, |rank| rank + 1);
        let mut heights = vec![0; ranks];
        for (rank, (_, height)) in self.ranks.iter().zip(&self.sizes) {
            heights[*rank] = heights[*rank].max(*height);
        }
        let mut bends = vec![0; ranks];
        for pair in chains.values().flat_map(|chain| chain.windows(2)) {
            let rank = self.ranks[pair[0]];
            bends[rank] = bends[rank].max((self.centres[pair[0]] - self.centres[pair[1]]).abs());
        }
        let mut top = 0;
        let row = |(height, bend): (i32, i32)| {
            let here = (top, height);
            top += height + (BETWEEN.0 + bend / 14).min(BETWEEN.1);
            here
        };
        heights.into_iter().zip(bends).map(row).collect()
    }

    fn rect(&self, n: usize, rows: &[Pair]) -> Rect {
        let ((width, height), (top, row)) = (self.sizes[n], rows[self.ranks[n]]);
        Rect { x: self.centres[n] - width / 2, y: top + (row - height) / 2, width, height }
    }

    /// By how much each link leaves its upper and lower box beside the middle, so that no two run into one.
    fn ports(&self, down: &[(usize, usize)], chains: &BTreeMap<(usize, usize), Vec<usize>>) -> Vec<Pair> {
        let mut ports = vec![(0, 0); down.len()];
        for below in [true, false] {
            let mut ends: BTreeMap<usize, Vec<(i32, usize)>> = BTreeMap::new();
            for (n, link) in down.iter().enumerate() {
                let chain = &chains[link];
                let (own, next) = if below { (chain[0], chain[1]) } else { (chain[chain.len() - 1], chain[chain.len() - 2]) };
                ends.entry(own).or_default().push((self.centres[next], n));
            }
            for (own, mut all) in ends {
                all.sort_unstable();
                let count = i32::try_from(all.len()).expect("a box has few links");
                let step = PORT.min((self.sizes[own].0 - PORT) / count.max(1));
                for (place, (_, n)) in (0..).zip(all) {
                    let port = if below { &mut ports[n].0 } else { &mut ports[n].1 };
                    *port = (2 * place - (count - 1)) * step / 2;
                }
            }
        }
        ports
    }

    fn route(&self, chain: &[usize], rows: &[Pair], port: Pair) -> Vec<Pair> {
        let (first, last) = (chain[0], chain[chain.len() - 1]);
        let mut points = Vec::new();
        for (n, &at) in chain.iter().enumerate() {
            let beside = if at == first {
                port.0
            } else if at == last {
                port.1
            } else {
                0
            };
            let (x, (top, height)) = (self.centres[at] + beside, rows[self.ranks[at]]);
            let own = self.rect(at, rows);
            let upper = if n == 0 { own.y + own.height } else { top };
            let lower = if n + 1 == chain.len() { own.y } else { top + height };
            points.extend([(x, upper), (x, lower)]);
        }
        points
    }
}
