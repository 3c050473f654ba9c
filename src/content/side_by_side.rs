//! Files side by side: what is done to each is done by several workers at once, and comes out in their order.
//!
//! The only threads of `content`. They share nothing but what they read, so that what comes out is that of one worker. Used where files
//! are cut into tokens and parsed (`load`) and where they are read (`gather`).

/// As many workers as read files side by side: more would wait for the memory.
const WORKERS: usize = 4;
/// Files from which it pays.
const MANY: usize = 16;

/// What becomes of each, in their order. Files know nothing of one another until they are gathered, so it does not matter who reads
/// which, nor when: nothing but the time it takes depends on it.
pub fn side_by_side<'t, T: Sync, U: Send>(all: &'t [T], each: impl Fn(&'t T) -> U + Sync) -> Vec<U> {
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(WORKERS);
    if workers == 1 || all.len() < MANY {
        return all.iter().map(each).collect();
    }
    std::thread::scope(|scope| {
        let each = &each;
        // Every `workers`-th, so that large neighbours do not meet in one hand.
        let hand = |first: usize| move || all.iter().skip(first).step_by(workers).map(each).collect::<Vec<U>>();
        let others: Vec<_> = (1..workers).map(|first| scope.spawn(hand(first))).collect();
        let mut hands = vec![hand(0)().into_iter()];
        hands.extend(others.into_iter().map(|other| match other.join() {
            Ok(done) => done.into_iter(),
            // Our bug, told where the others are.
            Err(panic) => std::panic::resume_unwind(panic),
        }));
        (0..all.len()).filter_map(|n| hands[n % workers].next()).collect()
    })
}
