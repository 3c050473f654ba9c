//! `waive LEARNER COURSE`: what a course teaches was shown otherwise (a certificate, years in the job). An examiner signs it, with a
//! reason and the digest of the file that shows it; the file itself stays with the company.

use serde_json::json;

use crate::attempt::act::{Deed, StaffRole};
use crate::base::digest::Digest;
use crate::base::id::CourseId;
use crate::base::name::alike;
use crate::cli::args::Waive as Args;
use crate::cli::failure::{Exit, Failure};
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::roster::find_learner;
use crate::cli::signer::{reason, signer};
use crate::cli::{Outcome, files};

/// The most bytes of a file that shows something.
const MOST: u64 = 64 << 20;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    let (library, mut store) = (call.library()?, call.store()?);
    let learner = find_learner(store.as_ref(), &args.learner)?;
    let id = CourseId::from(args.course.as_str());
    let unknown = || Failure::usage("fail-no-course", [("id", &args.course)]).hint("hint-list", []);
    let course = library.courses.get(&id).ok_or_else(unknown)?;
    let title = course.title.get(&crate::cli::room::lang(&library, &call.words)).to_owned();
    let evidence = digest(args)?;
    let registry = Registry::open(store.as_ref())?;
    let beside = reason(call.ports, &args.reason)?;
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
    if alike(&by.name, &learner.name) {
        return Err(Failure::new(Exit::Refused, "fail-oneself", [("name", &by.name)]).hint("hint-another", []));
    }
    let deed = Deed::Waived { learner: learner.id.clone(), course: id, evidence, reason: beside.digest() };
    let act = by.sign(call.ports, deed, Some(beside));
    // No exam of this person begins between what was looked up for it and this.
    let _beginning = store.hold_beginning(&learner.id)?;
    store.act(&act, None)?;
    if call.json() {
        call.print_json(&json!({ "learner": learner.id, "course": args.course, "evidence": evidence, "act": act.act.id }))?;
    } else {
        let args = [("name", learner.called().into()), ("title", title.into()), ("digest", evidence.to_string().into())];
        call.tell("note-waived", &args);
    }
    Ok(Exit::Done)
}

/// SHA-256 of the file; `sha256sum` says the same.
fn digest(args: &Args) -> Result<Digest, Failure> {
    let name = args.evidence.display().to_string();
    let failed = || Failure::new(Exit::Store, "fail-read", [("path", &name)]);
    let bytes = files::start_of(&args.evidence, MOST + 1).map_err(|e| failed().because(e))?;
    if bytes.is_empty() || bytes.len() as u64 > MOST {
        return Err(Failure::usage("fail-evidence-size", [("path", &name)]));
    }
    Ok(Digest::of_bytes(&bytes))
}
