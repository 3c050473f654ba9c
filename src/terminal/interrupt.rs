//! Ctrl-C and signals as a flag that can be looked at, so that nothing is half written and the cursor comes back.
//!
//! Whoever asks looks at it and winds down. Where nobody looks in time (a long check; a terminal that is gone, which some reads
//! never come back from), the program ends by itself: everything accepted is durable already, so nothing is lost by that.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

/// Whether the program was asked to end. Clones are the same flag.
#[derive(Clone, Debug, Default)]
pub struct Interrupt(Arc<Flags>);

#[derive(Debug, Default)]
struct Flags {
    raised: AtomicBool,
    seen: AtomicBool,
}

/// How long nobody may look before the program ends by itself.
const PATIENCE: Duration = Duration::from_millis(1500);
/// The exit code of an interrupt.
const INTERRUPTED: i32 = 130;

static LISTENING: OnceLock<Interrupt> = OnceLock::new();

impl Interrupt {
    /// The flag that Ctrl-C, a closed window and a request to end raise. The same one however often it is asked for.
    ///
    /// # Errors
    /// The system does not take the handler.
    pub fn listen() -> io::Result<Self> {
        if let Some(already) = LISTENING.get() {
            return Ok(already.clone());
        }
        let flag = LISTENING.get_or_init(Self::default).clone();
        let raised = flag.clone();
        ctrlc::set_handler(move || raised.insist()).map_err(io::Error::other)?;
        Ok(flag)
    }

    /// Raises it.
    pub fn raise(&self) {
        self.0.raised.store(true, Ordering::SeqCst);
    }

    /// Raises it, and ends the program where nobody looks in time. Runs on the signal's own thread.
    #[allow(clippy::disallowed_methods, reason = "nobody is left who could return the exit code")]
    fn insist(&self) {
        self.raise();
        std::thread::sleep(PATIENCE);
        if !self.0.seen.load(Ordering::SeqCst) {
            std::process::exit(INTERRUPTED);
        }
    }

    /// Whether it was raised; stays so.
    pub fn raised(&self) -> bool {
        let raised = self.0.raised.load(Ordering::SeqCst);
        if raised {
            self.0.seen.store(true, Ordering::SeqCst);
        }
        raised
    }
}
