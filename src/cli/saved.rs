//! Which files of courseware were saved since they were last looked at.
//!
//! By their times and sizes, looked at when the system says that something happened there (feature `watch`), and now and then in any
//! case: on some network drives it says nothing. How an editor saves makes no difference: in place, through another file that takes its
//! place, or by halves; what is still being written is waited for.
#![allow(
    clippy::disallowed_methods,
    reason = "how often files are looked at follows time as it goes by, whatever the clock says"
)]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant, SystemTime};

use crate::content::files;

/// Files with when they were written and how long they are.
type Stamps = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// How often files are looked at where the system says nothing.
const EACH: Duration = Duration::from_millis(500);
/// So long nothing more must be written before it counts as saved.
const QUIET: Duration = Duration::from_millis(15);
/// Longer than this is not waited: who writes on and on is told something in between.
const PATIENCE: Duration = Duration::from_millis(300);

/// Folders that are watched.
pub struct Saved {
    folders: Vec<PathBuf>,
    stamps: Stamps,
    looked: Instant,
    hint: Hint,
}

impl Saved {
    /// Watches from now on.
    pub fn watch(folders: Vec<PathBuf>) -> Self {
        let hint = Hint::of(&folders);
        Self { stamps: stamps(&folders), looked: Instant::now(), folders, hint }
    }

    /// Whether something was saved since `take`; what it is stays to be taken.
    pub fn any(&mut self) -> bool {
        let hinted = self.hint.given();
        if !hinted && self.looked.elapsed() < EACH {
            return false;
        }
        self.looked = Instant::now();
        let differs = stamps(&self.folders) != self.stamps;
        // Looked at again next time: `given` says it once.
        if differs {
            self.hint.keep();
        }
        differs
    }

    /// The files that were saved, made or deleted since the last time; waits a moment until they are written.
    pub fn take(&mut self) -> Vec<PathBuf> {
        if !self.any() {
            return Vec::new();
        }
        let began = Instant::now();
        let mut now = stamps(&self.folders);
        loop {
            std::thread::sleep(QUIET);
            let later = stamps(&self.folders);
            let quiet = later == now;
            now = later;
            if quiet || began.elapsed() > PATIENCE {
                break;
            }
        }
        self.hint.given();
        let before = std::mem::replace(&mut self.stamps, now);
        let all = before.keys().chain(self.stamps.keys().filter(|path| !before.contains_key(*path)));
        all.filter(|path| before.get(*path) != self.stamps.get(*path)).cloned().collect()
    }
}

fn stamps(folders: &[PathBuf]) -> Stamps {
    folders.iter().flat_map(|folder| files::stamps(folder)).collect()
}

/// What the system says by itself.
#[cfg(feature = "watch")]
struct Hint {
    /// Lives as long as it is listened to; `None` where the system cannot watch here.
    _watcher: Option<notify::RecommendedWatcher>,
    given: std::sync::Arc<std::sync::atomic::AtomicBool>,
}

#[cfg(feature = "watch")]
impl Hint {
    fn of(folders: &[PathBuf]) -> Self {
        use std::sync::atomic::Ordering;

        use notify::Watcher as _;
        let given = std::sync::Arc::<std::sync::atomic::AtomicBool>::default();
        let heard = given.clone();
        let listen = move |event: notify::Result<notify::Event>| {
            if event.is_ok_and(|event| !event.kind.is_access()) {
                heard.store(true, Ordering::SeqCst);
            }
        };
        let watcher = notify::recommended_watcher(listen).ok().map(|mut watcher| {
            for folder in folders {
                // Where it cannot be watched, it is looked at.
                let _ = watcher.watch(folder, notify::RecursiveMode::Recursive);
            }
            watcher
        });
        Self { _watcher: watcher, given }
    }

    fn given(&self) -> bool {
        self.given.swap(false, std::sync::atomic::Ordering::SeqCst)
    }

    fn keep(&self) {
        self.given.store(true, std::sync::atomic::Ordering::SeqCst);
    }
}

/// Nothing: files are looked at.
#[cfg(not(feature = "watch"))]
struct Hint {
    kept: std::cell::Cell<bool>,
}

#[cfg(not(feature = "watch"))]
impl Hint {
    fn of(_: &[PathBuf]) -> Self {
        Self { kept: std::cell::Cell::new(false) }
    }

    fn given(&self) -> bool {
        self.kept.take()
    }

    fn keep(&self) {
        self.kept.set(true);
    }
}
