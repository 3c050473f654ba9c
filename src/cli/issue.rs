//! `issue LEARNER LICENCE`: the signed licence to work, on the strength of a passed exam that this library vouches for.
//!
//! Refused, with the reason: an exam that was not passed, not supervised where it should be, replied to by a script, taken under
//! content that this library does not have, begun before the candidate might, or issued by somebody who trained or examined
//! (`grounds`). The act is signed by the member of staff, the licence (`said`) by the organisation's key.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::args::{Issue as Args, Renew};
use super::failure::{Exit, Failure};
use super::paper::{Format, Press, file_name, permit_word};
use super::registry::{ExamCase, Registry};
use super::room::{Call, lang};
use super::roster::find_learner;
use super::signer::signer;
use super::{Outcome, exam, files};
use crate::attempt::act::{Deed, Issued, Signed, StaffRole, Terms};
use crate::base::digest::{Digest, canonical};
use crate::base::id::{ActId, AttemptId, Lang, LicenceNumber};
use crate::content::Loaded;
use crate::credential::claims::{Claims, Name};
use crate::grade::outcome::Outcome as ExamOutcome;
use crate::locale::Words;
use crate::model::licence::{Naming, Scheme, Weighty};
use crate::report::certificate::permit::forbidden;
use crate::store::{Learner, Store, StoreError};

pub mod basis;
mod batch;
mod counter;
pub mod entitled;
mod filing;
mod grounds;
mod hand;
mod issuing;
pub mod numbers;
pub mod overtaken;
mod person;
mod raised;
mod said;
mod seated;
mod shelf;
mod vouched;

pub use basis::{Asked, Basis};
pub use batch::LIST;
pub use counter::Counter;
use grounds::sound;
pub use grounds::{About, independent};
pub use hand::in_other_hands;
use hand::{Hand, Organisation};
use issuing::{issuing, unlocked};
pub use issuing::{issuing_keys, opened};
pub use person::{edit, still};
use raised::Raised;
pub use said::ends;
use said::{Given, House};

/// How often another serial is tried when somebody else took the same at the same moment.
const TRIES: u32 = 200;

/// Everything that a licence is made from.
pub struct Ground<'a> {
    loaded: &'a Loaded,
    scheme: &'a Scheme,
    learner: &'a Learner,
    case: ExamCase,
    outcome: ExamOutcome,
    registry: &'a Registry,
    /// All of the learner's exams of the scheme, void ones too.
    exams: BTreeSet<AttemptId>,
    public: bool,
    words: &'a Words,
    house: &'a House,
    basis: Basis,
    terms: Terms,
}

impl Ground<'_> {
    /// What the licence would rest on.
    pub const fn basis(&self) -> &Basis {
        &self.basis
    }

    /// The conditions that a provisional licence is issued on, in a language; none where it is a full one.
    pub fn conditions(&self, lang: &Lang) -> Option<&str> {
        self.scheme.provisional.as_ref().filter(|_| self.terms.provisional).map(|it| it.conditions.get(lang).trim())
    }

    /// What is asked of whoever issues.
    fn about(&self) -> About<'_> {
        About { scheme: self.scheme, learner: self.learner, registry: self.registry, exams: &self.exams }
    }
}

/// `issue`.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    issue(call, args, false)
}

/// `renew`: on the strength of the licence before, and of what was refreshed since.
pub fn renew(call: &mut Call<'_>, args: &Renew) -> Outcome {
    issue(call, &args.issue, true)
}

fn issue(call: &mut Call<'_>, args: &Args, renew: bool) -> Outcome {
    match &args.eligible {
        Some(licence) => batch::run(call, args, (licence, renew)),
        None => one(call, args, renew),
    }
}

/// One licence for one learner.
fn one(call: &mut Call<'_>, args: &Args, renew: bool) -> Outcome {
    let (Some(named), Some(licence)) = (&args.learner, &args.licence) else {
        return Err(Failure::usage("fail-missing-issue", []));
    };
    args.out.as_deref().map_or(Ok(()), must_be_new)?;
    let format = args.out.as_deref().map_or(Ok(Format::Json), Format::of)?;
    let loaded = call.load(None)?;
    let press = Press::new(&args.look, format, &loaded.library.time_zone)?;
    let mut store = call.store()?;
    let learner = find_learner(store.as_ref(), named)?;
    let scheme = exam::find(&loaded.library, licence)?;
    let title = scheme.title.get(&call.words.tongue().lang()).to_owned();
    permitted(scheme)?;
    sound(store.as_ref())?;
    let words = call.words.clone();
    let counter = Counter::new((&loaded, scheme), &title, &words, renew);
    let (newest, ..) = counter.basis(store.as_ref(), &Registry::open(store.as_ref())?, &learner, call.ports.now())?;
    // Who issues holds the exam, and looks again with it in hand: no exam makes two licences.
    let _hold = store.hold(&newest.kept.activity.plan.attempt).map_err(in_other_hands)?;
    let registry = Registry::open(store.as_ref())?;
    let ground = counter.judged(store.as_ref(), &registry, &learner, call.ports.now())?;
    if let Some(raised) = Raised::of(store.as_ref(), &ground)? {
        raised.tell(call);
    }
    person::told_renamed(call, &ground);
    let chosen = issuing(&registry, args.issuing.key.as_deref())?;
    let code = chosen.2.clone();
    let _ = counter.last_number(store.as_ref(), &registry, &code, args)?;
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Issuer)?;
    independent(&ground.about(), &by)?;
    let organisation = unlocked(call, &registry, chosen, &args.issuing.key_passphrase_file)?;
    counter.still(store.as_ref(), &ground, call.ports.now())?;
    let said = counter.last_number(store.as_ref(), &registry, &code, args)?;
    let mut hand = Hand::new(store.as_mut(), &registry, by, (organisation, said))?;
    let (issued, document, act) = record(call, store.as_mut(), &ground, &mut hand)?;
    if issued.terms.two_persons.contains(&Weighty::Issue) {
        return proposed(call, &issued, &act.act.id);
    }
    let out = args.out.clone().unwrap_or_else(|| PathBuf::from(format!("{}.json", file_name(issued.number.as_str()))));
    write(&press, &out, &document, &issued.number).map_err(|failure| match failure.what.key {
        "fail-write-licence" => failure,
        _ => failure.hint("hint-licence-kept", [("number", issued.number.as_str())]),
    })?;
    tell(call, &ground, &issued, &out)?;
    Ok(Exit::Done)
}

/// Says that a second person has to confirm: until then there is no licence, and no file of it.
fn proposed(call: &mut Call<'_>, issued: &Issued, act: &ActId) -> Outcome {
    if call.json() {
        call.print_json(&serde_json::json!({ "number": issued.number, "state": "waiting", "act": act }))?;
    } else {
        call.tell("note-issue-proposed", &[("number", issued.number.as_str().into()), ("act", act.short().into())]);
    }
    Ok(Exit::Done)
}

/// Says what was issued.
fn tell(call: &mut Call<'_>, ground: &Ground<'_>, issued: &Issued, out: &Path) -> Result<(), Failure> {
    let shown = out.display().to_string();
    if call.json() {
        call.print_json(&serde_json::json!({ "number": issued.number, "file": shown, "credential": issued.credential }))?;
    } else {
        let zone = &ground.loaded.library.time_zone;
        let (from, until) = (issued.from.local(zone), issued.until.local(zone));
        let conditions = ground.conditions(&lang(&ground.loaded.library, &call.words));
        let args = [
            ("conditions", conditions.unwrap_or("none").into()),
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

/// Signs licence and act and keeps both; another serial where somebody took the same at the same moment.
fn record(
    call: &Call<'_>,
    store: &mut dyn Store,
    ground: &Ground<'_>,
    hand: &mut Hand,
) -> Result<(Issued, Value, Signed), Failure> {
    let library = &ground.loaded.library;
    let from = call.ports.now();
    let until = basis::until(ground, from).filter(|until| *until > from);
    let until = until.ok_or_else(|| Failure::new(Exit::Bug, "fail-bug", []))?;
    let day: String = from.local(&library.time_zone).chars().filter(char::is_ascii_digit).take(8).collect();
    let name = match ground.scheme.holder {
        Naming::Plain => Name::Plain(ground.learner.name.clone()),
        Naming::Hashed => Name::hashed(&ground.learner.name, call.ports.salt()),
    };
    for _ in 0..TRIES {
        let taken = hand.next_serial()?;
        let organisation = &hand.organisation;
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
        let text = canonical(&document);
        let issued = Issued {
            number,
            serial: taken,
            learner: ground.learner.id.clone(),
            licence: ground.scheme.id.clone(),
            attempt: ground.case.kept.activity.plan.attempt.clone(),
            closed,
            issuer: organisation.did.clone(),
            credential: Digest::of_bytes(&text),
            from,
            until,
            terms: ground.terms.clone(),
        };
        let text = String::from_utf8(text).map_err(|_| Failure::new(Exit::Bug, "fail-bug", []))?;
        let act = hand.by.sign(call.ports, Deed::Issued(Box::new(issued.clone())), None);
        match store.act(&act, Some(&text)) {
            Ok(()) => return Ok((issued, document, act)),
            Err(StoreError::Taken(_)) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Err(Failure::new(Exit::Store, "fail-locked", []).hint("hint-locked", []))
}

/// Whether the scheme calls its licence what a permit of a company may be called.
fn permitted(scheme: &Scheme) -> Result<(), Failure> {
    let texts = scheme.title.all().chain(scheme.scope.all());
    texts.filter_map(forbidden).next().map_or(Ok(()), |word| Err(permit_word(word)))
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
pub fn write(press: &Press, out: &Path, document: &Value, number: &LicenceNumber) -> Result<(), Failure> {
    let claims = Claims::read(document).map_err(|_| Failure::new(Exit::Bug, "fail-bug", []))?;
    let bytes = press.made(document, &claims)?;
    let name = out.display().to_string();
    files::write_new(out, &bytes).map_err(|e| {
        Failure::new(Exit::Store, "fail-write-licence", [("path", &name)])
            .because(e)
            .hint("hint-licence-file", [("number", number.as_str())])
    })
}
