//! `issue LEARNER LICENCE`: the signed licence to work, on the strength of a passed exam that this library vouches for.
//!
//! Refused, with the reason: an exam that was not passed, not supervised where it should be, replied to by a script, taken under
//! content that this library does not have, begun before the candidate might, or issued by somebody who trained or examined
//! (`grounds`). The act is signed by the member of staff, the licence (`said`) by the organisation's key.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::args::Issue as Args;
use super::failure::{Exit, Failure};
use super::registry::{ExamCase, Registry};
use super::room::Call;
use super::roster::find_learner;
use super::signer::{self, Signer, issuing_key, signer};
use super::{Outcome, exam, files};
use crate::attempt::act::{Deed, Issued, StaffRole};
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, Did, LicenceNumber};
use crate::content::Loaded;
use crate::credential::claims::{self, Name};
use crate::credential::keys::Secret;
use crate::grade::outcome::Outcome as ExamOutcome;
use crate::locale::Words;
use crate::model::licence::{Naming, Scheme};
use crate::store::{Flaw, Learner, Store, StoreError};

mod grounds;
mod said;

use grounds::{allowed_then, drawn_fairly, eligible_then, independent, passed, proper, public, same_name, sound, vouched};
use said::Given;
pub use said::ends;

/// How often another serial is tried when somebody else took the same at the same moment.
const TRIES: u32 = 200;

/// Everything that a licence is made from.
struct Ground<'a> {
    loaded: &'a Loaded,
    scheme: &'a Scheme,
    learner: &'a Learner,
    case: &'a ExamCase,
    outcome: &'a ExamOutcome,
    registry: &'a Registry,
    /// All of the learner's exams of the scheme, void ones too.
    exams: &'a BTreeSet<AttemptId>,
    public: bool,
    words: &'a Words,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    args.out.as_deref().map_or(Ok(()), must_be_new)?;
    let loaded = call.load(None)?;
    let mut store = call.store()?;
    let learner = find_learner(store.as_ref(), &args.learner)?;
    let scheme = exam::find(&loaded.library, &args.licence)?.clone();
    let title = scheme.title.get(&call.words.tongue().lang()).to_owned();
    sound(store.as_ref())?;
    let newest = passed(store.as_ref(), &Registry::open(store.as_ref())?, &learner, (&scheme, &title))?;
    // Who issues holds the exam, and looks again with it in hand: no exam makes two licences.
    let _hold = store.hold(&newest.kept.activity.plan.attempt)?;
    let registry = Registry::open(store.as_ref())?;
    let case = passed(store.as_ref(), &registry, &learner, (&scheme, &title))?;
    let outcome = case.outcome.as_ref().ok_or_else(|| Failure::damaged(&case.kept.activity.plan.attempt))?;
    let exams = registry.all(store.as_ref(), &learner.id, &scheme)?;
    vouched(&loaded, &case.kept.activity.plan)?;
    drawn_fairly(&loaded, store.as_ref(), &registry, &case.kept.activity.plan)?;
    let words = call.words.clone();
    let ground = Ground {
        exams: &exams,
        words: &words,
        loaded: &loaded,
        scheme: &scheme,
        learner: &learner,
        case: &case,
        outcome,
        registry: &registry,
        public: public(&case.kept.activity.plan),
    };
    proper(&ground, store.as_ref())?;
    same_name(&ground)?;
    allowed_then(&ground)?;
    eligible_then(&ground, store.as_ref(), call.ports.now())?;
    let chosen = issuing(&registry, args.key.as_deref())?;
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Issuer)?;
    independent(&ground, &by)?;
    let organisation = unlocked(call, chosen, args.key_passphrase_file.as_deref())?;
    // Typing took its time: what was voided or decided meanwhile counts.
    let now = passed(store.as_ref(), &Registry::open(store.as_ref())?, &learner, (&scheme, &title))?;
    if now.kept.activity.plan.attempt != case.kept.activity.plan.attempt {
        return Err(Failure::new(Exit::Refused, "fail-exam-voided", [("name", &learner.name), ("title", &title)]));
    }
    let (issued, text) = record(call, store.as_mut(), &ground, &by, &organisation)?;
    let out = args.out.clone().unwrap_or_else(|| PathBuf::from(format!("{}.json", file_name(&issued.number))));
    write(&out, &text, &issued.number)?;
    tell(call, &ground, &issued, &out)?;
    Ok(Exit::Done)
}

/// The issuing key by its code, or the only one.
fn issuing(registry: &Registry, code: Option<&str>) -> Result<(Did, String, String), Failure> {
    let mut fitting = registry.register.issuers.iter().filter(|(_, (_, c))| code.is_none_or(|code| code == c));
    match (fitting.next(), fitting.next()) {
        (Some((did, (name, code))), None) => Ok((did.clone(), name.clone(), code.clone())),
        (Some(_), Some(_)) => Err(Failure::usage("fail-which-key", []).hint("hint-key-show", [])),
        (None, _) => Err(Failure::new(Exit::Refused, "fail-no-issuing-key", []).hint("hint-key-new", [])),
    }
}

/// The issuing key, unlocked.
fn unlocked(call: &Call<'_>, (did, name, code): (Did, String, String), file: Option<&Path>) -> Result<Organisation, Failure> {
    let label = call.words.with("ask-passphrase", &[("name", name.as_str().into())]);
    let path = issuing_key(call.ports, &code)?;
    let key = signer::unlock(call.ports, &call.words, &path, file, &label)?;
    if key.did() == did {
        return Ok(Organisation { key, did, name, code });
    }
    let name = path.display().to_string();
    Err(Failure::new(Exit::Refused, "fail-other-key", [("path", &name)]).hint("hint-key-file", []))
}

/// Says what was issued.
fn tell(call: &mut Call<'_>, ground: &Ground<'_>, issued: &Issued, out: &Path) -> Result<(), Failure> {
    let shown = out.display().to_string();
    if call.json() {
        call.print_json(&serde_json::json!({ "number": issued.number, "file": shown, "credential": issued.credential }))?;
    } else {
        let zone = &ground.loaded.library.time_zone;
        let (from, until) = (issued.from.local(zone), issued.until.local(zone));
        let args = [
            ("number", issued.number.as_str().into()),
            ("name", ground.learner.called().into()),
            ("from", from.get(..10).unwrap_or(&from).into()),
            ("until", until.get(..10).unwrap_or(&until).into()),
            ("path", shown.as_str().into()),
        ];
        call.tell("note-issued", &args);
    }
    Ok(())
}

/// The organisation that issues.
struct Organisation {
    key: Secret,
    did: Did,
    name: String,
    code: String,
}

/// Signs licence and act and keeps both; another serial where somebody took the same at the same moment.
fn record(
    call: &Call<'_>,
    store: &mut dyn Store,
    ground: &Ground<'_>,
    by: &Signer,
    organisation: &Organisation,
) -> Result<(Issued, String), Failure> {
    let library = &ground.loaded.library;
    let from = call.ports.now();
    let until = ground.scheme.validity.lasts.until(from, &library.time_zone);
    let until = until.ok_or_else(|| Failure::new(Exit::Bug, "fail-bug", []))?;
    let day: String = from.local(&library.time_zone).chars().filter(char::is_ascii_digit).take(8).collect();
    let name = match ground.scheme.holder {
        Naming::Plain => Name::Plain(ground.learner.name.clone()),
        Naming::Hashed => Name::hashed(&ground.learner.name, call.ports.salt()),
    };
    // What a nobody wrote down is passed over, and takes no more than its own number.
    let mine = |deed: &Deed| match deed {
        Deed::Issued(issued) if issued.issuer == organisation.did => Some(issued.serial),
        _ => None,
    };
    let used: BTreeSet<u32> = store.acts()?.iter().filter_map(|s| mine(&s.act.deed)).collect();
    let issued = ground.registry.register.issued.iter().map(|(_, _, issued)| issued);
    let mut taken = issued.filter(|i| i.issuer == organisation.did).map(|i| i.serial).max().unwrap_or(0);
    for _ in 0..TRIES {
        // A forged serial at the end of all numbers must not take the program down.
        let free = (taken.saturating_add(1)..=u32::MAX).find(|serial| !used.contains(serial));
        taken = free.ok_or_else(|| Failure::flawed(&Flaw::Serials(organisation.did.clone())))?;
        let number =
            ground.scheme.number.fill(&day, &organisation.code, taken).ok_or_else(|| Failure::new(Exit::Bug, "fail-bug", []))?;
        let number = LicenceNumber::from(number);
        let claims = said::claims(
            ground,
            organisation,
            &Given { id: call.ports.random_id(), number: number.clone(), serial: taken, name: name.clone(), from, until },
        );
        let document = claims
            .signed(&organisation.key, from)
            .map_err(|unfit| Failure::new(Exit::Refused, "fail-unfit-claims", []).because(&unfit))?;
        let (_, closed) = ground.case.closed.ok_or_else(|| Failure::damaged(&ground.case.kept.activity.plan.attempt))?;
        let issued = Issued {
            number,
            serial: taken,
            learner: ground.learner.id.clone(),
            licence: ground.scheme.id.clone(),
            attempt: ground.case.kept.activity.plan.attempt.clone(),
            closed,
            issuer: organisation.did.clone(),
            credential: Digest::of(&document),
            from,
            until,
        };
        let text = claims::text(&document);
        let act = by.sign(call.ports, Deed::Issued(Box::new(issued.clone())), None);
        match store.act(&act, Some(&text)) {
            Ok(()) => return Ok((issued, text)),
            Err(StoreError::Taken(_)) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Err(Failure::new(Exit::Store, "fail-locked", []).hint("hint-locked", []))
}

/// A number as a file name: what no file system takes becomes `-`.
fn file_name(number: &LicenceNumber) -> String {
    number.as_str().chars().map(|c| if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') { c } else { '-' }).collect()
}

/// A licence is written over no other file.
///
/// # Errors
/// `Failure` that names it.
pub fn must_be_new(out: &Path) -> Result<(), Failure> {
    if out.exists() {
        return Err(Failure::new(Exit::Refused, "fail-file-there", [("path", &out.display().to_string())]));
    }
    Ok(())
}

/// Writes a licence's file. The licence is kept in the store already: a file that cannot be written loses nothing.
///
/// # Errors
/// `Failure` that says how to write it again.
pub fn write(out: &Path, text: &str, number: &LicenceNumber) -> Result<(), Failure> {
    let name = out.display().to_string();
    files::write_new(out, text.as_bytes()).map_err(|e| {
        Failure::new(Exit::Store, "fail-write-licence", [("path", &name)])
            .because(e)
            .hint("hint-licence-file", [("number", number.as_str())])
    })
}
