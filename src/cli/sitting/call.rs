//! `sitting new LICENCE`: who of those named may sit is called to a room and a time; each gets a form of his own, drawn here, where it is
//! known what each has met; all of it is sealed under a code that is drawn here too and shown once.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::bring::SittingFile;
use super::kept::{self, Form, Paper};
use crate::attempt::act::{AtSitting, Called, Deed, Minute, StaffRole};
use crate::attempt::blueprint::draw;
use crate::base::day;
use crate::base::digest::Digest;
use crate::base::id::SittingId;
use crate::base::moment::Moment;
use crate::base::name::name;
use crate::cli::exam::ready::Readiness;
use crate::cli::exam::{cannot_draw, find};
use crate::cli::failure::{Exit, Failure};
use crate::cli::parcel::{self, DESK, Kind, Letter};
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::roster::find_learner;
use crate::cli::signer::{Acting, signer};
use crate::cli::start::{Laid, dealt, frame as titles};
use crate::cli::{Outcome, files, send};
use crate::content::Loaded;
use crate::credential::sealing::{Code, Salts, Sealed, seal};
use crate::model::frozen::Frozen;
use crate::model::licence::Scheme;
use crate::report::{eligibility, rules};
use crate::store::{Learner, Store};

/// `sitting new LICENCE`
#[derive(Debug, Args)]
pub struct New {
    /// The licence.
    pub licence: String,
    /// Everybody of this group; may be given several times.
    #[arg(long, value_name = "GROUP", required_unless_present = "candidate")]
    pub group: Vec<String>,
    /// This one person; may be given several times.
    #[arg(long, value_name = "LEARNER")]
    pub candidate: Vec<String>,
    /// Where.
    #[arg(long, value_name = "ROOM")]
    pub room: String,
    /// From when on exams begin.
    #[arg(long, value_name = "WHEN")]
    pub from: String,
    /// Until when exams begin.
    #[arg(long, value_name = "WHEN")]
    pub until: String,
    /// The file for the exam PCs.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Who calls.
    #[command(flatten)]
    pub acting: Acting,
}

/// The most characters of a room's name.
const ROOM_MOST: usize = 40;

/// Who is called, and who is not, with what is missing.
struct Invited {
    may: Vec<(Learner, usize, bool)>,
    not: Vec<(String, Vec<String>)>,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &New) -> Outcome {
    let (loaded, mut store) = (call.load(None)?, call.store()?);
    let scheme = find(&loaded.library, &args.licence)?.clone();
    if store.setting(DESK)?.is_some() {
        return Err(Failure::new(Exit::Refused, "fail-sitting-elsewhere", []));
    }
    if args.out.exists() {
        return Err(files::unwritten(&args.out, &std::io::ErrorKind::AlreadyExists.into()));
    }
    fits(&loaded, &scheme)?;
    let room = name(&args.room, ROOM_MOST).ok_or_else(|| Failure::usage("fail-sitting-room", []))?.to_owned();
    let (from, until) = window(args, &loaded.library.time_zone)?;
    if until < call.ports.now() {
        return Err(Failure::usage("fail-sitting-past", [("until", &args.until)]));
    }
    let registry = Registry::open(store.as_ref())?;
    let invited = invited(call, store.as_ref(), (&loaded, &scheme), args, from)?;
    for (name, missing) in &invited.not {
        call.tell("note-not-called", &[("name", name.as_str().into()), ("why", missing.join("; ").into())]);
    }
    if invited.may.is_empty() {
        return Err(Failure::new(Exit::Refused, "fail-nobody-called", [("id", scheme.id.as_str())]));
    }
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
    let paper = paper(call, store.as_ref(), (&loaded, &scheme), &invited)?;
    let id = call.ports.sitting_id();
    let code = Code::drawn(|| call.ports.bytes());
    let salts = Salts { salt: call.ports.bytes(), nonce: call.ports.bytes() };
    let (sealed, key) = seal(&paper.written(), &code, id.as_str(), salts);
    let candidates = invited.may.iter().map(|(learner, ..)| learner.id.clone()).collect();
    let title = scheme.title.get(&loaded.library.language).to_owned();
    let called = Called { licence: scheme.id.clone(), title, room, from, until, candidates, sealed: sealed.digest() };
    // Nobody is called where the file cannot be written: whether it can is found out before.
    let unwritten = |error: std::io::Error| files::unwritten(&args.out, &error);
    files::try_new(&args.out, &file(call, store.as_mut(), (&id, &sealed), &invited)?).map_err(unwritten)?;
    // First what the act names, then the act: a paper that nobody was called to is nothing.
    kept::keep(store.as_mut(), &id, &sealed)?;
    kept::keep_key(store.as_mut(), &id, &key)?;
    store.act(&by.sign(call.ports, deed(&id, called), None), None)?;
    let count = invited.may.len();
    files::write_new(&args.out, &file(call, store.as_mut(), (&id, &sealed), &invited)?).map_err(unwritten)?;
    told(call, &id, count, &code, args)
}

fn deed(sitting: &SittingId, called: Called) -> Deed {
    Deed::Sitting(AtSitting { sitting: sitting.clone(), what: Minute::Called(called) })
}

/// Whether there can be a sitting of a scheme: it is supervised, and nothing it needs is broken.
fn fits(loaded: &Loaded, scheme: &Scheme) -> Result<(), Failure> {
    if !scheme.conduct.supervised {
        let failure = Failure::new(Exit::Refused, "fail-not-supervised", [("id", scheme.id.as_str())]);
        return Err(failure.hint("hint-supervised", []));
    }
    match loaded.broken_for(&scheme.id).first() {
        Some(name) => {
            Err(Failure::new(Exit::Content, "fail-exam-touched", [("id", scheme.id.as_str()), ("name", name)])
                .hint("hint-check", []))
        }
        None => Ok(()),
    }
}

fn window(args: &New, zone: &str) -> Result<(Moment, Moment), Failure> {
    let read = |typed: &str, day| day::moment(typed, zone, day).ok_or_else(|| Failure::usage("fail-moment", [("typed", typed)]));
    let from = read(&args.from, None)?;
    let until = read(&args.until, from.day(zone))?;
    if from < until { Ok((from, until)) } else { Err(Failure::usage("fail-sitting-window", [])) }
}

/// Of those named, who may sit once it begins, and who not.
fn invited(
    call: &Call<'_>,
    store: &dyn Store,
    (loaded, scheme): (&Loaded, &Scheme),
    args: &New,
    from: Moment,
) -> Result<Invited, Failure> {
    let (registry, all) = (Registry::open(store)?, store.learners()?);
    if let Some(group) = args.group.iter().find(|group| !all.iter().any(|it| it.post.groups.contains(*group))) {
        return Err(Failure::usage("fail-no-group", [("name", group)]));
    }
    let mut named = args.candidate.iter().map(|typed| find_learner(store, typed)).collect::<Result<Vec<_>, _>>()?;
    named.extend(all.into_iter().filter(|it| args.group.iter().any(|group| it.post.groups.contains(group))));
    let mut invited = Invited { may: vec![], not: vec![] };
    let mut seen = std::collections::BTreeSet::new();
    for learner in named.into_iter().filter(|it| it.post.left.is_none() && seen.insert(it.id.clone())) {
        let now = from.max(call.ports.now());
        let ready = Readiness::of(&registry, store, &learner, (scheme, &loaded.library), now)?;
        let agrees = ready.all.lacks_only_agreement();
        if ready.all.may_sit() || agrees {
            invited.may.push((learner, ready.all.left(), agrees));
        } else {
            let ctx = ready.ctx(scheme, &loaded.library, &call.words, now, false);
            invited.not.push((learner.called(), eligibility::missing(&ready.all, ctx)));
        }
    }
    Ok(invited)
}

/// Draws everybody's form, and puts together what they need.
fn paper(call: &Call<'_>, store: &dyn Store, (loaded, scheme): (&Loaded, &Scheme), invited: &Invited) -> Result<Paper, Failure> {
    let (library, registry) = (&loaded.library, Registry::open(store)?);
    let frozen = Frozen::Scheme(Box::new(scheme.clone()));
    let frame = titles(library, &scheme.title);
    let (scheme_digest, frame_digest) = (frozen.digest(), frame.digest());
    let mut contents: BTreeMap<Digest, Frozen> = BTreeMap::from([(scheme_digest, frozen), (frame_digest, frame)]);
    let mut forms = Vec::new();
    for (learner, left, agrees) in &invited.may {
        let seed = call.ports.seed();
        let met = registry.met(store, &learner.id)?;
        let form = draw(library, scheme, &met, &seed).map_err(|short| cannot_draw(scheme, short))?;
        let (dealt, used) = dealt(scheme, &form)?;
        // What examiners observe at that PC has titles of its own.
        contents.extend(form.stations.iter().map(|it| titles(library, &it.title)).map(|it| (it.digest(), it)));
        contents.extend(used.into_iter().map(|it| (it.digest(), it)));
        let laid = Laid { seed, parts: dealt.parts, stations: dealt.stations };
        forms.push(Form { learner: learner.id.clone(), left: *left, agrees: *agrees, laid });
    }
    let own = std::iter::once(library.language.clone());
    let agreement = scheme.requires.agreement.as_ref();
    Ok(Paper {
        title: scheme.title.clone(),
        languages: own.chain(library.languages.iter().filter(|it| **it != library.language).cloned()).collect(),
        zone: library.time_zone.clone(),
        scheme: scheme_digest,
        frame: frame_digest,
        drawn: rules::Drawn::of(library, scheme),
        agreement: agreement.and_then(|id| Some((id.clone(), library.agreements.get(id)?.clone()))),
        forms,
        contents: contents.into_values().collect(),
    })
}

/// The bytes of the file, with everything that was signed by now.
fn file(
    call: &Call<'_>,
    store: &mut dyn Store,
    (sitting, sealed): (&SittingId, &Sealed),
    invited: &Invited,
) -> Result<Vec<u8>, Failure> {
    let key = parcel::key(store, call.ports)?;
    let mut roster = send::roster(store, &key.did())?;
    roster.learners = invited.may.iter().map(|(learner, ..)| learner.clone()).collect();
    roster.assigned = None;
    let name = parcel::name(store, call.ports, &key.did())?;
    let letter = Letter {
        name,
        made: call.ports.now(),
        keeps_roster: true,
        forgotten: Default::default(),
        left: Default::default(),
        heard: Default::default(),
        parcel: roster,
    };
    let file = SittingFile { sitting: sitting.clone(), letter, sealed: sealed.clone() };
    Ok(parcel::packed(Kind::Sitting, &file, &key))
}

fn told(call: &mut Call<'_>, id: &SittingId, count: usize, code: &Code, args: &New) -> Outcome {
    let path = args.out.display().to_string();
    if call.json() {
        let value = json!({ "sitting": id, "candidates": count, "code": code.grouped().as_str(), "file": path });
        return call.print_json(&value).map(|()| Exit::Done);
    }
    let args = [
        ("id", id.short().into()),
        ("count", count.into()),
        ("code", code.grouped().as_str().to_owned().into()),
        ("path", path.into()),
    ];
    let text = format!("{}\n", call.words.with("sitting-called", &args));
    call.print(&text)?;
    Ok(Exit::Done)
}
