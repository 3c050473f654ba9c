//! `sitting reseal SITTING`: the code was lost. The desk, which keeps the key, seals the same papers under another code and writes a new file
//! for the exam PCs; a signed act says so, and the record of the sitting names it.
//!
//! It makes nothing secret again: the old code still opens the old file. Where both may be in wrong hands, another sitting is called.

use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::bring::written;
use super::withdraw::must_stand;
use super::{find, kept, people};
use crate::attempt::act::{AtSitting, Deed, Minute, StaffRole};
use crate::base::id::SittingId;
use crate::cli::failure::{Exit, Failure};
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::signer::{Acting, reason, signer};
use crate::cli::{Outcome, files};
use crate::credential::sealing::{Code, Salts, seal};
use crate::grade::register::Sitting;
use crate::store::Store;

/// `sitting reseal SITTING`
#[derive(Debug, Args)]
pub struct Reseal {
    /// The sitting's number.
    pub sitting: String,
    /// The new file for the exam PCs.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Why.
    #[arg(long)]
    pub reason: String,
    /// Who does it.
    #[command(flatten)]
    pub acting: Acting,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Reseal) -> Outcome {
    let mut store = call.store()?;
    if args.out.exists() {
        return Err(files::unwritten(&args.out, &std::io::ErrorKind::AlreadyExists.into()));
    }
    let registry = Registry::open(store.as_ref())?;
    let (id, sitting) = find(&registry, &args.sitting)?;
    if sitting.is_off() {
        must_stand((id, sitting))?;
    }
    let plain = papers(store.as_ref(), (id, sitting))?;
    let beside = reason(call.ports, &args.reason)?;
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
    let code = Code::drawn(|| call.ports.bytes());
    let salts = Salts { salt: call.ports.bytes(), nonce: call.ports.bytes() };
    // The desk keeps the paper and the key that it has: what it can open does not change.
    let (sealed, _) = seal(&plain, &code, id.as_str(), salts);
    let candidates = &sitting.called.candidates;
    let mut called = store.learners()?;
    called.retain(|it| candidates.contains(&it.id));
    // Who has no salt yet gets one: the call is older than that.
    let known = people::salts(store.as_ref(), id)?;
    let new = people::drawn(call.ports, called.iter().map(|it| &it.id).filter(|it| !known.contains_key(*it)));
    let salts = known.into_iter().chain(new).collect();
    people::keep(store.as_mut(), id, &salts, &called)?;
    let people = people::bound(&salts, &called);
    let what = Minute::Resealed { sealed: sealed.digest(), people, reason: beside.digest() };
    let deed = Deed::Sitting(AtSitting { sitting: id.clone(), what });
    // As with the call: no act where the file cannot be written.
    let unwritten = |error: std::io::Error| files::unwritten(&args.out, &error);
    files::try_new(&args.out, &written(call, store.as_mut(), (id, &sealed), candidates)?).map_err(unwritten)?;
    store.act(&by.sign(call.ports, deed, Some(beside)), None)?;
    files::write_new(&args.out, &written(call, store.as_mut(), (id, &sealed), candidates)?).map_err(unwritten)?;
    told(call, id, &code, args)
}

/// The papers in the clear, as the desk that called to the sitting can read them.
fn papers(store: &dyn Store, (id, sitting): (&SittingId, &Sitting)) -> Result<zeroize::Zeroizing<Vec<u8>>, Failure> {
    let elsewhere = || Failure::new(Exit::Refused, "fail-reseal-elsewhere", [("id", id.short())]);
    let key = kept::key(store, id)?.ok_or_else(elsewhere)?;
    let damaged = || Failure::new(Exit::Store, "fail-other-paper", [("id", id.short())]);
    kept::sealed(store, id, sitting)?.open(&key, id.as_str()).ok_or_else(damaged)
}

fn told(call: &mut Call<'_>, id: &SittingId, code: &Code, args: &Reseal) -> Outcome {
    let path = args.out.display().to_string();
    if call.json() {
        let value = json!({ "sitting": id, "code": code.grouped().as_str(), "file": path });
        return call.print_json(&value).map(|()| Exit::Done);
    }
    let code = code.grouped().as_str().to_owned();
    let text = call.words.with("sitting-resealed", &[("id", id.short().into()), ("code", code.into()), ("path", path.into())]);
    call.print_said(&text)?;
    Ok(Exit::Done)
}
