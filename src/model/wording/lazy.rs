//! Something worked out of its owner once, when it is first asked for.

use std::fmt;
use std::sync::OnceLock;

/// Not there until it is asked for. It says nothing that its owner does not say: all are equal, and a copy works its own out.
pub struct Lazy<T>(OnceLock<Box<T>>);

impl<T> Lazy<T> {
    /// What it is; made now, if it was not made before.
    pub fn get(&self, make: impl FnOnce() -> T) -> &T {
        self.0.get_or_init(|| Box::new(make()))
    }
}

impl<T> Default for Lazy<T> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<T> Clone for Lazy<T> {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl<T> PartialEq for Lazy<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl<T> fmt::Debug for Lazy<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lazy")
    }
}
