//! onduty: train, rehearse, certify (上岗).
//!
//! ```text
//!   courses/*.toml  quizzes/**/*.toml
//!         │ text
//!         ▼
//!   content   read → check ──► findings (all at once, file:line:col)
//!         ▼ Library (checked, immutable)
//!   model ──► analysis   exact score ranges, reachability; statistics of marks
//!         │ seed, now, learner      (values handed in by the shell)
//!         ▼
//!   attempt   plan ─► next(activity, state) ─► Prompt ──► terminal shows
//!             apply ◄─ Event ◄─ decide(activity, state, reply) ◄─ Reply
//!         │ append: durable BEFORE anything is shown
//!         ▼
//!   store     events are the record ─► grade ─► report
//!                                        └──► credential   claims ─► signed licence 上岗证 ─► verify, by anyone
//! ```
//!
//! Floors, from the ground up; a module may name only those below it (`tests/floors.rs`):
//!
//! 0. `base` (ids, points, dice, digests, findings)
//! 1. `model`: what is true of checked content; `model/form` is the waist between core and screen. `locale`: the program's words in
//!    Chinese and English; neither knows the other, so the two words of a true-false question stand in `model`
//! 2. `attempt` (plan, events, prompts) and `content` (the only reader of courseware, in `content/files`)
//! 3. `grade` (events → grade), `analysis` (exact walks) and `exchange` (foreign formats in and out)
//! 4. `credential`: the licence as a signed document, and the verdict on one
//! 5. `report`: what a person is told back
//! 6. `store` (what is durable) and `terminal` (what is seen)
//! 7. `cli`: arguments, ports, the one loop (`cli/session`), exit codes
//!
//! Where to find: a question kind → `model/question/KIND`; what a reply does → `model/scenario/step`; a mistake's code →
//! `content/codes`; what may stand in a file → `content/shape`; a sentence → `locale/*.ftl`; a command → `cli/COMMAND`; a foreign
//! format → `exchange`; an exact figure → `analysis`, and how it is said → `report/analysis`; a report →
//! `report/account/KIND`, its facts → `cli/report/gather`.

pub mod analysis;
pub mod attempt;
pub mod base;
pub mod cli;
pub mod content;
pub mod credential;
pub mod exchange;
pub mod grade;
pub mod locale;
pub mod model;
pub mod report;
pub mod store;
pub mod terminal;
