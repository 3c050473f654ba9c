//! Typed lines: standard input, read so that Ctrl-C is noticed meanwhile. What a line means is `read`'s.

use std::io::{self, BufRead as _};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use crate::terminal::interrupt::Interrupt;

/// Where typed lines come from.
pub trait Typed {
    /// The next line without its end; `None` where there will be no more.
    ///
    /// # Errors
    /// `ErrorKind::Interrupted` after Ctrl-C.
    fn next(&mut self) -> io::Result<Option<String>>;

    /// The same, waited for so long at the most. A line that comes later is the next one.
    ///
    /// # Errors
    /// `ErrorKind::TimedOut` where none came; as `next`.
    fn next_within(&mut self, most: Option<Duration>) -> io::Result<Option<String>> {
        let _ = most;
        self.next()
    }
}

/// Standard input. A thread waits for lines, so that Ctrl-C is noticed meanwhile.
pub struct Stdin {
    interrupt: Interrupt,
}

impl Stdin {
    /// Standard input; a raised `interrupt` ends waiting.
    pub const fn new(interrupt: Interrupt) -> Self {
        Self { interrupt }
    }
}

/// The one reader there is, however many `Stdin` there were. It reads a line only when it is asked for one: a reader that waits on
/// its own would take keys away from whoever asks next.
struct Reader {
    wanted: Sender<()>,
    lines: Receiver<io::Result<Option<String>>>,
    /// A line was asked for and is still to come: whoever asked waited no longer.
    waits: bool,
}

static READER: OnceLock<Mutex<Reader>> = OnceLock::new();

#[allow(clippy::disallowed_methods, reason = "typed lines come from here, and waiting for them must not stop Ctrl-C")]
fn reader() -> Mutex<Reader> {
    let (wanted, wishes) = channel();
    let (send, lines) = channel();
    std::thread::spawn(move || {
        for () in wishes {
            let mut bytes = Vec::new();
            let line = match io::stdin().lock().read_until(b'\n', &mut bytes) {
                Ok(0) => Ok(None),
                Ok(_) => Ok(Some(String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']).to_owned())),
                Err(error) => Err(error),
            };
            if send.send(line).is_err() {
                return;
            }
        }
    });
    Mutex::new(Reader { wanted, lines, waits: false })
}

/// How long a wait lasts before Ctrl-C is looked for.
const LOOK_UP: Duration = Duration::from_millis(50);

impl Typed for Stdin {
    fn next(&mut self) -> io::Result<Option<String>> {
        self.next_within(None)
    }

    fn next_within(&mut self, most: Option<Duration>) -> io::Result<Option<String>> {
        let mut reader = READER.get_or_init(reader).lock().unwrap_or_else(PoisonError::into_inner);
        let gone = || io::Error::from(io::ErrorKind::BrokenPipe);
        if !std::mem::replace(&mut reader.waits, true) {
            reader.wanted.send(()).map_err(|_| gone())?;
        }
        let mut left = most;
        loop {
            if self.interrupt.raised() {
                return Err(io::ErrorKind::Interrupted.into());
            }
            let wait = left.map_or(LOOK_UP, |left| left.min(LOOK_UP));
            match reader.lines.recv_timeout(wait) {
                Ok(line) => {
                    reader.waits = false;
                    return line;
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err(gone()),
            }
            left = left.map(|left| left.saturating_sub(wait));
            if left.is_some_and(|left| left.is_zero()) {
                return Err(io::ErrorKind::TimedOut.into());
            }
        }
    }
}
