//! `learner edit LEARNER`: where one person works (`post`), and what one is allowed beyond others in exams and practice: more time, no
//! clock on single replies. A name or number with a reason is signed (`rename`).
//!
//! An examiner signs what is allowed, with the reason. The act says what is allowed and never why: the reason lies beside, and goes with the person.

use super::Outcome;
use super::failure::{Exit, Failure};
use super::post::PostEdit;
use super::registry::Registry;
use super::rename;
use super::room::Call;
use super::roster::find_learner;
use super::signer::{Acting, reason, signer};
use crate::attempt::act::{Deed, StaffRole};
use crate::attempt::plan::Allowance;
use crate::base::id::LearnerId;
use crate::base::name::alike;
use crate::base::points::Points;
use crate::locale::Words;
use crate::store::Store;

/// How many times as long everything may take.
const TIMES: std::ops::RangeInclusive<i64> = 1000..=5000;

/// `learner edit LEARNER --time 1.5 --no-reply-clock --reason …`
#[derive(Debug, clap::Args)]
pub struct LearnerEdit {
    /// Name, staff number or id.
    pub learner: String,
    /// Limits and clocks are so many times as long, from 1 to 5; 1 takes it back.
    #[arg(long, value_name = "1.5", requires = "reason")]
    pub time: Option<String>,
    /// Replies are not timed.
    #[arg(long, requires = "reason")]
    pub no_reply_clock: bool,
    /// Why there is more time, or another name or number; it goes on no licence.
    #[arg(long)]
    pub reason: Option<String>,
    /// Where the person works.
    #[command(flatten)]
    pub post: PostEdit,
    /// The examiner who allows it, or signs for name and number.
    #[command(flatten)]
    pub acting: Acting,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &LearnerEdit) -> Outcome {
    let allows = args.time.is_some() || args.no_reply_clock;
    if args.post.names() && !allows && args.reason.is_some() {
        return rename::run(call, args);
    }
    if args.post.is_given() {
        let mut store = call.store()?;
        let before = find_learner(store.as_ref(), &args.learner)?;
        let after = args.post.apply(call, before.clone())?;
        store.set_learner(&after)?;
        let key = if before == after { "note-post-same" } else { "note-post-changed" };
        call.tell(key, &[("name", after.called().into())]);
        rename::told_unsigned(call, store.as_ref(), (&before, &after))?;
    } else if !allows {
        return Err(Failure::usage("fail-edit-nothing", []).hint("hint-learner-edit", []));
    }
    match &args.reason {
        Some(why) if allows => allow(call, args, why),
        _ => Ok(Exit::Done),
    }
}

/// What it says holds from now on, whole: what was allowed before and is not said again is allowed no longer.
fn allow(call: &mut Call<'_>, args: &LearnerEdit, why: &str) -> Outcome {
    let allowance = Allowance { time: times(args.time.as_deref())?, no_reply_clock: args.no_reply_clock };
    let mut store = call.store()?;
    // The name may just have become another one.
    let learner = find_learner(store.as_ref(), args.post.name.as_deref().unwrap_or(&args.learner))?;
    let registry = Registry::open(store.as_ref())?;
    let before = registry.register.allowed.get(&learner.id).copied().unwrap_or_default();
    if before == allowance {
        call.tell("note-allowed-already", &[("name", learner.called().into()), ("what", said(&call.words, allowance).into())]);
        return Ok(Exit::Done);
    }
    let beside = reason(call.ports, why)?;
    let acting = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
    if alike(&acting.name, &learner.name) {
        return Err(Failure::new(Exit::Refused, "fail-oneself", [("name", &acting.name)]).hint("hint-another", []));
    }
    let deed = Deed::Allowed { learner: learner.id.clone(), allowance, reason: beside.digest() };
    let act = acting.sign(call.ports, deed, Some(beside));
    // No exam of this person begins between what was looked up for it and this.
    let _beginning = store.hold_beginning(&learner.id)?;
    store.act(&act, None)?;
    call.tell("note-allowed", &[("name", learner.called().into()), ("what", said(&call.words, allowance).into())]);
    Ok(Exit::Done)
}

/// `1.5` in thousandths. An input method types other digits and points.
fn times(typed: Option<&str>) -> Result<u32, Failure> {
    let Some(typed) = typed else { return Ok(1000) };
    let plain: String = typed.trim().chars().map(crate::terminal::keys::narrow).collect();
    let times = Points::parse(&plain.replace(',', ".")).map(Points::in_thousandths).filter(|n| TIMES.contains(n));
    let times = times.and_then(|n| u32::try_from(n).ok());
    times.ok_or_else(|| Failure::usage("fail-allow-time", [("found", typed)]))
}

/// What is allowed, in words.
pub fn said(words: &Words, allowance: Allowance) -> String {
    let time = Points::thousandths(i64::from(allowance.time)).to_string();
    let clock = if allowance.no_reply_clock { "off" } else { "on" };
    let more = if allowance.time > 1000 { "yes" } else { "no" };
    words.with("allowance", &[("time", time.into()), ("more", more.into()), ("clock", clock.into())])
}

/// What a learner is allowed now, where that is more than others have.
///
/// # Errors
/// `Failure` of the store.
pub fn allowance(store: &dyn Store, learner: &LearnerId) -> Result<Option<Allowance>, Failure> {
    // Most stores have no acts at all, and nothing of a signature is to be checked.
    if store.acts()?.is_empty() {
        return Ok(None);
    }
    Ok(Registry::open(store)?.register.allowed.get(learner).copied())
}
