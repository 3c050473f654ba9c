//! Chance that can be repeated: every deal follows from an attempt's seed, what is dealt, and for which id.
//!
//! The generator is `ChaCha8` (rand, feature `chacha`), one stream a use: seeded by SHA-256 over the canonical JSON of
//! `[algorithm, attempt seed, purpose, id]`, so that adding an item shifts no other. Shuffling and picking are our own
//! (Fisher–Yates, rejection), because a library may change its own between versions; golden vectors below pin ours.

use rand::rand_core::{Rng, SeedableRng};
use rand::rngs::ChaCha8Rng;
use serde::{Deserialize, Serialize};

use super::digest::{Digest, canonical};

/// The name of this way of dealing, recorded in every plan.
pub const ALGORITHM: &str = "chacha8-sha256-1";

/// An attempt's seed: 32 bytes drawn by the shell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seed(Digest);

impl Seed {
    /// From 32 random bytes (hashed, so that any bytes will do).
    pub fn from_bytes(bytes: &[u8]) -> Self {
        Self(Digest::of_bytes(bytes))
    }

    /// The dice for one use: `purpose` (what is dealt) and `id` (for what).
    pub fn dice(&self, purpose: &str, id: &str) -> Dice {
        let key = Digest::of_bytes(&canonical(&(ALGORITHM, self.0, purpose, id)));
        Dice(ChaCha8Rng::from_seed(*key.bytes()))
    }
}

/// One stream of chance.
pub struct Dice(ChaCha8Rng);

impl Dice {
    /// A number below `n`, each equally likely; 0 where `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        let n = n as u64;
        if n < 2 {
            return 0;
        }
        let fair = u64::MAX - u64::MAX % n;
        loop {
            let roll = self.0.next_u64();
            if roll < fair {
                return usize::try_from(roll % n).expect("below n, which was a usize");
            }
        }
    }

    /// Shuffles in place, every order equally likely.
    pub fn shuffle<T>(&mut self, all: &mut [T]) {
        for last in (1..all.len()).rev() {
            let pick = self.below(last + 1);
            all.swap(last, pick);
        }
    }

    /// Shuffles until the order is another than the present one (every other order equally likely). Fewer than two: left alone.
    pub fn shuffle_away<T: Clone + PartialEq>(&mut self, all: &mut [T]) {
        let solved = all.to_vec();
        if solved.iter().all(|x| *x == solved[0]) {
            return;
        }
        while all == solved.as_slice() {
            self.shuffle(all);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dealt(seed: &[u8], purpose: &str, id: &str) -> Vec<usize> {
        let mut all: Vec<usize> = (0..10).collect();
        Seed::from_bytes(seed).dice(purpose, id).shuffle(&mut all);
        all
    }

    #[test]
    fn golden_vectors() {
        assert_eq!(dealt(b"1", "options", "a/b"), [0, 6, 1, 3, 7, 2, 9, 4, 5, 8]);
        assert_eq!(dealt(b"2", "options", "a/b"), [6, 0, 7, 3, 5, 4, 9, 8, 1, 2]);
        assert_eq!(dealt(b"1", "says", "a/b"), [4, 7, 0, 1, 3, 9, 8, 2, 5, 6]);
    }

    #[test]
    fn every_order_is_equally_likely() {
        // 6 orders, 10,000 seeds: chi-square with 5 degrees of freedom stays below 20.5 (p = 0.001).
        let mut seen = std::collections::BTreeMap::new();
        for n in 0..10_000_u32 {
            let mut all = [0, 1, 2];
            Seed::from_bytes(&n.to_le_bytes()).dice("deal", "x").shuffle(&mut all);
            *seen.entry(all).or_insert(0_i64) += 1;
        }
        let expected = 10_000.0 / 6.0;
        #[allow(clippy::cast_precision_loss)]
        let chi: f64 = seen.values().map(|n| (*n as f64 - expected).powi(2) / expected).sum();
        assert!(seen.len() == 6 && chi < 20.5, "{seen:?} {chi}");
    }

    #[test]
    fn an_order_is_never_dealt_solved() {
        for n in 0..200_u32 {
            let mut all = [1, 2];
            Seed::from_bytes(&n.to_le_bytes()).dice("order", "x").shuffle_away(&mut all);
            assert_eq!(all, [2, 1]);
        }
        Seed::from_bytes(b"").dice("order", "x").shuffle_away(&mut [7, 7]);
    }
}
