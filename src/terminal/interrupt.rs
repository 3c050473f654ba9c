//! Ctrl-C and signals as a flag that can be looked at: an interrupt never ends the program by itself, so nothing is half written
//! and the cursor comes back.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

/// Whether the program was asked to end. Clones are the same flag.
#[derive(Clone, Debug, Default)]
pub struct Interrupt(Arc<AtomicBool>);

static LISTENING: OnceLock<Interrupt> = OnceLock::new();

impl Interrupt {
    /// A flag that only `raise` raises.
    pub fn unheard() -> Self {
        Self::default()
    }

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
        ctrlc::set_handler(move || raised.raise()).map_err(io::Error::other)?;
        Ok(flag)
    }

    /// Raises it.
    pub fn raise(&self) {
        self.0.store(true, Ordering::SeqCst);
    }

    /// Whether it was raised; stays so.
    pub fn raised(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}
