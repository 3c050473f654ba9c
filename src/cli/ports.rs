//! Everything that comes in from outside: clock, chance, environment, streams. The only door for them; a test hands in its own.
#![allow(clippy::disallowed_methods, reason = "this is the door")]

use std::collections::BTreeMap;
use std::io::{IsTerminal as _, Write};
use std::path::PathBuf;
use std::rc::Rc;
use std::time::{Duration, Instant};

use crate::base::dice::Seed;
use crate::base::id::{ActId, AttemptId, LearnerId, SayingId, SittingId, StaffId};
use crate::base::moment::Moment;
use crate::terminal::screen::{self, Screen};

/// Fills bytes with fresh chance.
pub type Chance = Box<dyn Fn(&mut [u8])>;
/// Opens a stream.
pub type Opener = Box<dyn Fn() -> Box<dyn Write>>;

/// What comes in from outside.
pub struct Ports {
    /// The time now, by the wall clock.
    pub clock: Rc<dyn Fn() -> Moment>,
    /// How long it has been since some moment, whatever is done to the wall clock.
    pub mono: Rc<dyn Fn() -> Duration>,
    /// Fresh random bytes.
    pub chance: Chance,
    /// The environment's variables.
    pub env: BTreeMap<String, String>,
    /// The platform's own data folder for this program.
    pub data: Option<PathBuf>,
    /// The system's locale.
    pub locale: Option<String>,
    /// Where what was asked for goes.
    pub out: Box<dyn Write>,
    /// Opens where prompts, progress and findings go.
    pub err: Opener,
    /// The window, where there is one that can be prompted in.
    pub screen: Option<Screen>,
    /// Whether what was asked for goes to a terminal.
    pub out_is_terminal: bool,
}

impl Ports {
    /// The real world.
    pub fn real() -> Self {
        let start = Instant::now();
        Self {
            clock: Rc::new(|| Moment(jiff::Timestamp::now().as_millisecond())),
            mono: Rc::new(move || start.elapsed()),
            chance: Box::new(|bytes| {
                getrandom::fill(bytes).expect("the operating system has random numbers, or nothing can be fair")
            }),
            env: std::env::vars_os().filter_map(|(k, v)| Some((k.into_string().ok()?, v.into_string().ok()?))).collect(),
            data: data_folder(),
            locale: sys_locale::get_locale(),
            out: Box::new(std::io::stdout()),
            err: Box::new(|| Box::new(std::io::stderr())),
            screen: screen::can_ask().then(|| Screen::of_stderr(anstream::ColorChoice::Auto)),
            out_is_terminal: std::io::stdout().is_terminal(),
        }
    }

    /// A variable of the environment, unless empty.
    pub fn var(&self, name: &str) -> Option<&str> {
        self.env.get(name).map(String::as_str).filter(|v| !v.is_empty())
    }

    /// The time now.
    pub fn now(&self) -> Moment {
        (self.clock)()
    }

    /// A fresh seed.
    pub fn seed(&self) -> Seed {
        let mut bytes = [0; 32];
        (self.chance)(&mut bytes);
        Seed::from_bytes(&bytes)
    }

    /// A fresh salt: 16 random bytes in hex.
    pub fn salt(&self) -> String {
        let mut bytes = [0; 16];
        (self.chance)(&mut bytes);
        hex::encode(bytes)
    }

    /// Fresh random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        (self.chance)(&mut bytes);
        bytes
    }

    /// A fresh attempt id: UUID v7, which sorts by time.
    pub fn attempt_id(&self) -> AttemptId {
        self.timed_id().into()
    }

    /// A fresh act id: UUID v7.
    pub fn act_id(&self) -> ActId {
        self.timed_id().into()
    }

    /// A fresh id of something said: UUID v7.
    pub fn saying_id(&self) -> SayingId {
        self.timed_id().into()
    }

    /// A fresh sitting id: UUID v7.
    pub fn sitting_id(&self) -> SittingId {
        self.timed_id().into()
    }

    /// A fresh learner id: UUID v4, which says nothing.
    pub fn learner_id(&self) -> LearnerId {
        self.random_id().to_string().into()
    }

    /// A fresh staff id: UUID v4.
    pub fn staff_id(&self) -> StaffId {
        self.random_id().to_string().into()
    }

    /// A fresh UUID v4.
    pub fn random_id(&self) -> uuid::Uuid {
        uuid::Builder::from_random_bytes(self.bytes()).into_uuid()
    }

    fn timed_id(&self) -> String {
        let millis = u64::try_from(self.now().0).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid().to_string()
    }
}

fn data_folder() -> Option<PathBuf> {
    use etcetera::base_strategy::{BaseStrategy, choose_native_strategy};
    choose_native_strategy().ok().map(|s| s.data_dir().join("onduty"))
}
