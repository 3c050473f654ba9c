//! `sitting open FILE`: on an exam PC the invigilator unlocks the own key, opens the paper with its code, picks who is here, says how the
//! person was known, and hands the keyboard over; the exam goes through the same loop as every other.
//!
//! Whoever was interrupted goes on the same way: without the code nothing of it can be shown. A place is given once a person, and only
//! from the time to the time that the call says, by this PC's clock.

use std::path::{Path, PathBuf};

use clap::Args;

use super::bring::Came;
use super::kept::{self, Paper};
use super::withdraw::must_stand;
use super::{begun_alone, bring, code, find, forms, gone, no_sitting, people, reading, since};
use crate::attempt::act::{Deed, Identity, Seat, StaffRole};
use crate::attempt::event::{Beside, Body};
use crate::base::digest::Digest;
use crate::base::id::{ActId, AttemptId, ItemId, SittingId};
use crate::base::moment::Moment;
use crate::cli::failure::{Between, Exit, Failure, asker_failure};
use crate::cli::registry::{self, Registry};
use crate::cli::roll::Name;
use crate::cli::room::{Call, Room};
use crate::cli::roster::find_learner;
use crate::cli::signer::{Acting, Signer, signer};
use crate::cli::{Outcome, arrive, collect, exam, parcel, session, start, timing};
use crate::grade::register::Sitting;
use crate::model::form::{Choice, Reply};
use crate::model::frozen::Frozen;
use crate::model::licence::Scheme;
use crate::model::text::Text;
use crate::store::sealed::sealed_in;
use crate::store::{Learner, Store};
use crate::terminal::Asked;

/// `sitting open FILE`
#[derive(Debug, Args)]
pub struct Open {
    /// The sitting's file; or, where it was taken in, its number.
    pub file: String,
    /// Who sits: name, staff number or id.
    #[arg(long, value_name = "LEARNER")]
    pub candidate: Option<String>,
    /// How the invigilator knows who it is.
    #[arg(long, value_name = "id-card|staff-card|known")]
    pub identity: Option<String>,
    /// The code, for scripts.
    #[arg(long, value_name = "FILE")]
    pub code_file: Option<PathBuf>,
    /// Answers from a file, where the scheme takes a script.
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
    /// The reserve paper: who sits has begun at a PC that is out of order.
    #[arg(long)]
    pub reserve: bool,
    /// Takes sittings and rosters of another desk from now on.
    #[arg(long)]
    pub new_desk: bool,
    /// Without asking, where the roster is kept here.
    #[arg(long, requires = "new_desk")]
    pub yes: bool,
    /// The invigilator.
    #[command(flatten)]
    pub acting: Acting,
}

/// What is open: a sitting's paper and its rules.
struct Opened {
    id: SittingId,
    paper: Paper,
    scheme: Scheme,
    /// Whether the paper came from another store: then nothing of it is written here.
    sealed: bool,
    /// Whether the reserve paper is wanted.
    reserve: bool,
}

/// A candidate's place in the sitting.
enum Place {
    /// There is one: the exam goes on.
    Has(AttemptId),
    /// It is given now.
    Gets(Seat),
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Open) -> Outcome {
    let mut store = call.store()?;
    let path = Path::new(&args.file);
    let identity_known = args.identity.as_deref().map(identity_of).transpose()?;
    collect::dethroned(call, store.as_ref(), (args.new_desk, args.yes))?;
    let brought = match path.is_file() {
        true => match bring::bring(call, store.as_mut(), path, (args.new_desk, args.code_file.as_deref()))? {
            Came::In(id) => Some(id),
            Came::Back(id) => {
                call.tell("note-sitting-back", &[("id", id.short().into())]);
                return Ok(Exit::Done);
            }
        },
        false => None,
    };
    gone::let_go(call, store.as_mut(), brought.as_ref())?;
    if brought.is_none() && is_path(&args.file) {
        let failure = Failure::new(Exit::Store, "fail-read", [("path", &args.file)]);
        return Err(failure.because(std::io::Error::from(std::io::ErrorKind::NotFound)).hint("hint-sitting-file", []));
    }
    let registry = Registry::open(store.as_ref())?;
    let named = brought.as_ref().map_or(args.file.as_str(), SittingId::as_str);
    let (id, sitting) = find(&registry, named)?;
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
    let opened = Opened { reserve: args.reserve, ..opened(call, store.as_ref(), (id, sitting), args.code_file.as_deref())? };
    let Some(learner) = candidate(call, store.as_ref(), &registry, sitting, args)? else { return Ok(Exit::Done) };
    let place = match sitting.exam(&learner.id, &registry.register.voided).cloned() {
        Some(attempt) => Place::Has(attempt),
        None => {
            if let Some(exam) = begun_alone(store.as_ref(), &registry, id, &learner.id)? {
                return Err(Failure::new(Exit::Refused, "fail-begun-alone", [("id", exam.short())])
                    .hint("hint-sitting-void", [("id", id.short())]));
            }
            may_begin(call.ports.now(), store.as_ref(), (id, sitting), &opened.paper.zone)?;
            by.is_another(&learner, &opened.scheme)?;
            let person = people::themselves(sitting, &people::salts(store.as_ref(), id)?, &learner)?;
            let Some(identity) = identity(call, identity_known)? else { return Ok(Exit::Done) };
            let pc = Some(parcel::key(store.as_mut(), call.ports)?.did());
            Place::Gets(Seat { sitting: id.clone(), identity, person, pc })
        }
    };
    drop(store);
    let mut room = call.room_of(learner, args.answers.as_deref())?;
    if opened.sealed {
        room.store.lend(opened.paper.contents.iter().map(Frozen::sealed).collect());
    }
    let wanted = room.words.tongue().lang();
    let known = opened.paper.languages.contains(&wanted).then_some(wanted);
    room.lang = known.or_else(|| opened.paper.languages.first().cloned()).unwrap_or_else(|| room.lang.clone());
    exam::accepted(&room, Some(&opened.scheme))?;
    match place {
        Place::Has(attempt) => exam::sit(&mut room, &attempt),
        Place::Gets(seat) => begin(&mut room, &opened, &by, seat),
    }
}

/// Whether what was typed means a file: numbers of sittings have neither folders nor endings.
fn is_path(typed: &str) -> bool {
    typed.contains(['/', '\\', '.'])
}

/// The sitting's paper, opened: at the desk that made it with the key kept there, elsewhere with the code.
fn opened(
    call: &Call<'_>,
    store: &dyn Store,
    (id, sitting): (&SittingId, &Sitting),
    file: Option<&Path>,
) -> Result<Opened, Failure> {
    let sealed = kept::sealed(store, id, sitting)?;
    let own = kept::key(store, id)?;
    let paper = match &own {
        Some(key) => Paper::read(&sealed, key, id),
        None => Some(code::paper(call, &sealed, (id, sitting), file)?),
    };
    let damaged = || Failure::new(Exit::Store, "fail-other-paper", [("id", id.short())]).hint("hint-sitting-file", []);
    let paper = paper.ok_or_else(damaged)?;
    let scheme = paper.contents.iter().find_map(|it| match it {
        Frozen::Scheme(scheme) if it.digest() == paper.scheme => Some((**scheme).clone()),
        _ => None,
    });
    let scheme = scheme.filter(|scheme| scheme.id == sitting.called.licence).ok_or_else(damaged)?;
    Ok(Opened { id: id.clone(), paper, scheme, sealed: own.is_none(), reserve: false })
}

/// The content of a candidate's exam that is sealed here, opened with the code; empty where none is.
///
/// # Errors
/// `Failure` with exit 5 without the code.
pub fn unsealed_for(
    call: &Call<'_>,
    store: &dyn Store,
    learner: &Learner,
    file: Option<&Path>,
) -> Result<Vec<(Digest, Vec<u8>)>, Failure> {
    let registry = Registry::open(store)?;
    for row in store.attempts(Some(&learner.id))? {
        let first = store.events(&row.id)?.into_iter().next();
        let Some(Body::Started { plan }) = first.map(|it| it.event.body) else { continue };
        let Some(id) = sealed_in(store, &plan)?.filter(|_| plan.exam.is_some()) else { continue };
        let sitting = registry.register.sittings.get(&id).ok_or_else(|| no_sitting(id.short()))?;
        let paper = code::paper(call, &kept::sealed(store, &id, sitting)?, (&id, sitting), file)?;
        return Ok(paper.contents.iter().map(Frozen::sealed).collect());
    }
    Ok(vec![])
}

/// Who is at the keyboard: one of those called whose exam is not over. `None`: the invigilator left.
fn candidate(
    call: &Call<'_>,
    store: &dyn Store,
    registry: &Registry,
    sitting: &Sitting,
    args: &Open,
) -> Result<Option<Learner>, Failure> {
    let closed: Vec<AttemptId> = store.attempts(None)?.into_iter().filter(|row| row.closed).map(|row| row.id).collect();
    let over = |it: &Learner| sitting.exam(&it.id, &registry.register.voided).is_some_and(|exam| closed.contains(exam));
    let all: Vec<Learner> = store.learners()?.into_iter().filter(|it| sitting.called.candidates.contains(&it.id)).collect();
    if let Some(typed) = &args.candidate {
        let one = find_learner(store, typed)?;
        let key = match (all.iter().any(|it| it.id == one.id), over(&one)) {
            (true, false) => return Ok(Some(one)),
            (true, true) => "fail-sat-already",
            (false, _) => "fail-not-called",
        };
        return Err(Failure::new(Exit::Refused, key, [("name", &one.called())]));
    }
    let waiting: Vec<&Learner> = all.iter().filter(|it| !over(it)).collect();
    if waiting.is_empty() {
        return Err(Failure::new(Exit::Refused, "fail-all-sat", []));
    }
    let options: Vec<Choice> =
        waiting.iter().map(|it| Choice { key: ItemId::from(it.id.as_str()), text: arrive::name_of(it, &all) }).collect();
    let picked = picked(call, &call.words.get("ask-candidate"), &options, true)?;
    Ok(picked.and_then(|id| waiting.into_iter().find(|it| it.id.as_str() == id).cloned()))
}

/// A way to know somebody, as it was typed.
fn identity_of(typed: &str) -> Result<Identity, Failure> {
    let known = Identity::ALL.iter().find(|(known, _)| *known == typed).map(|(_, it)| *it);
    let other = || Failure::usage("fail-identity", [("typed", typed)]);
    known.ok_or_else(|| other().hint("hint-valid", [("values", &Between::Comma.join(Identity::WORDS))]))
}

/// How the person was known. `None`: the invigilator left.
fn identity(call: &Call<'_>, typed: Option<Identity>) -> Result<Option<Identity>, Failure> {
    if typed.is_some() {
        return Ok(typed);
    }
    let said = |word: &&str| Choice { key: ItemId::from(*word), text: call.words.get(&format!("identity-{word}")) };
    let options: Vec<Choice> = Identity::WORDS.iter().map(said).collect();
    picked(call, &call.words.get("ask-identity"), &options, false)?.map(|word| identity_of(&word)).transpose()
}

fn picked(call: &Call<'_>, title: &str, options: &[Choice], people: bool) -> Result<Option<String>, Failure> {
    let mut asker = call.asker(None, &call.words, call.look(None))?;
    let asked = if people { asker.who(title, options) } else { asker.choose(title, options, "") };
    match asked.map_err(|e| asker_failure(&e, &call.words))? {
        Asked::Reply(Reply::Picked(key)) => Ok(Some(key.to_string())),
        _ => Ok(None),
    }
}

/// Whether exams begin here now.
fn may_begin(now: Moment, store: &dyn Store, (id, sitting): (&SittingId, &Sitting), zone: &str) -> Result<(), Failure> {
    must_stand((id, sitting))?;
    let called = &sitting.called;
    if now < called.from || now > called.until {
        let (from, until) = (called.from.local(zone), called.until.local(zone));
        let args = [("now", &*now.local(zone)), ("from", &*from), ("until", &*until), ("zone", zone)];
        return Err(Failure::new(Exit::Refused, "fail-sitting-time", args).hint("hint-sitting-time", []));
    }
    let own = store.ledger()?;
    let here = |act: &ActId| own.iter().any(|line| line.what.act() == Some(act));
    match sitting.concluded.iter().any(|it| here(&it.act)) {
        true => Err(Failure::new(Exit::Refused, "fail-sitting-over", [("id", id.short())])),
        false => Ok(()),
    }
}

/// Begins the exam that was laid out for this candidate, lets in, and steps it.
fn begin(room: &mut Room<'_>, opened: &Opened, by: &Signer, seat: Seat) -> Outcome {
    let Some(form) = opened.paper.form(&room.learner.id) else { return Err(no_sitting(opened.id.short())) };
    room.must_be_free()?;
    timing::must_begin_later(room)?;
    // In two windows at once one of them begins; `close` names who reads here.
    let _reading = room.store.hold(&reading(&opened.id, &room.learner.id)).ok();
    let left = opened.sealed.then_some(form.left);
    let registry = Registry::open(room.store.as_ref())?;
    let sitting = registry.register.sittings.get(&opened.id).ok_or_else(|| no_sitting(opened.id.short()))?;
    since::still_may(room, &registry, (sitting, &opened.scheme), left)?;
    let _ = next(room, &registry, opened, form)?;
    if let Some((id, text)) = opened.paper.agreement.as_ref().filter(|_| form.agrees)
        && !has_agreed(room, id.as_str(), text)?
        && let Some(exit) = exam::agree(room, (id, text))?
    {
        return Ok(exit);
    }
    let Some(pledge) = exam::prepare(room, &opened.scheme, form.left, opened.paper.drawn)? else { return Ok(Exit::Done) };
    // Rules take their time to read: what happened elsewhere meanwhile counts, and from here nothing begins elsewhere.
    let beginning = room.store.hold_beginning(&room.learner.id)?;
    room.must_be_free()?;
    let now = Registry::open(room.store.as_ref())?;
    let sitting = now.register.sittings.get(&opened.id).ok_or_else(|| no_sitting(opened.id.short()))?;
    if let Some(exam) = sitting.exam(&room.learner.id, &now.register.voided) {
        // Whoever was quicker is at it, in another window.
        let over = room.store.attempts(Some(&room.learner.id))?.iter().any(|row| row.id == *exam && row.closed);
        let key = if over { "fail-sat-already" } else { "fail-sits-elsewhere" };
        return Err(Failure::new(Exit::Refused, key, [("name", &room.learner.called())]));
    }
    may_begin(room.ports.now(), room.store.as_ref(), (&opened.id, sitting), &opened.paper.zone)
        .map_err(|failure| told_to(room, failure))?;
    since::still_may(room, &now, (sitting, &opened.scheme), left)?;
    let laid = next(room, &now, opened, form)?;
    let attempt = recorded(room, opened, laid, &pledge)?;
    drop(beginning);
    let begun = registry::begun(room.store.as_ref(), &attempt)?.ok_or_else(|| Failure::damaged(&attempt))?;
    let deed = Deed::Admitted { learner: room.learner.id.clone(), attempt: attempt.clone(), begun, seat: Some(seat) };
    let act = by.sign(room.ports, deed, None);
    room.store.act(&act, None)?;
    exam::sit(room, &attempt)
}

/// Whoever read meanwhile is told what to do, not the invigilator alone.
fn told_to(room: &Room<'_>, failure: Failure) -> Failure {
    match failure.what.key {
        "fail-sitting-over" => Failure::new(Exit::Refused, "fail-ended-meanwhile", [("name", &room.learner.called())])
            .hint("hint-ended-meanwhile", []),
        _ => failure,
    }
}

/// The paper that is put to the candidate now: never one that the candidate has had.
fn next<'o>(room: &Room<'_>, registry: &Registry, opened: &Opened, form: &'o kept::Form) -> Result<&'o start::Laid, Failure> {
    let next = forms::next(room.store.as_ref(), registry, (form, &opened.id), opened.reserve)?;
    next.ok_or_else(|| {
        Failure::new(Exit::Refused, "fail-no-reserve", [("name", &room.learner.called())]).hint("hint-no-reserve", [])
    })
}

fn recorded(room: &mut Room<'_>, opened: &Opened, laid: &start::Laid, pledge: &str) -> Result<AttemptId, Failure> {
    let holder = Beside { salt: room.ports.salt(), words: Name::of(&room.learner).sealed() };
    let terms = start::Terms { pledge, holder: holder.digest() };
    let frozen = (opened.paper.frame, (&opened.scheme.id, opened.paper.scheme));
    let plan = start::seated(room, laid, frozen, &terms, &opened.id);
    let wanted: Vec<_> = plan.contents().collect();
    let contents: Vec<Frozen> = opened.paper.contents.iter().filter(|it| wanted.contains(&it.digest())).cloned().collect();
    session::begin_with(room, plan, &contents, Some(holder))
}

/// Whether the candidate agreed to this very text here before.
fn has_agreed(room: &Room<'_>, id: &str, (title, text): &(Text, Text)) -> Result<bool, Failure> {
    let wanted = start::agreed(&id.into(), (title, text)).digest();
    for row in room.store.attempts(Some(&room.learner.id))?.into_iter().filter(|row| row.closed) {
        let first = room.store.events(&row.id)?.into_iter().next();
        if let Some(Body::Started { plan }) = first.map(|it| it.event.body)
            && plan.subject.parts() == ("agreement", id)
            && plan.contents().any(|digest| digest == wanted)
        {
            return Ok(true);
        }
    }
    Ok(false)
}
