//! `sitting new LICENCE`: who of those named may sit is called to a room and a time; each gets a form of his own, drawn here, where it is
//! known what each has met; all of it is sealed under a code that is drawn here too and shown once.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::bring::written;
use super::forms::{self, May};
use super::kept::{self, Paper};
use super::people;
use crate::attempt::act::{AtSitting, Called, Deed, Minute, StaffRole};
use crate::base::day;
use crate::base::digest::Digest;
use crate::base::id::{LearnerId, SittingId};
use crate::base::moment::Moment;
use crate::base::name::name;
use crate::cli::exam::find;
use crate::cli::exam::ready::Readiness;
use crate::cli::failure::{Exit, Failure};
use crate::cli::parcel::{self, DESK};
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::cli::roster::find_learner;
use crate::cli::signer::{Acting, signer};
use crate::cli::{Outcome, files};
use crate::content::Loaded;
use crate::credential::sealing::{Code, Salts, seal};
use crate::grade::eligible::What;
use crate::model::licence::Scheme;
use crate::report::eligibility;
use crate::store::Store;

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
    may: Vec<May>,
    not: Vec<(String, Vec<String>)>,
    /// Whether somebody lacks a course: an examiner may waive it.
    learns: bool,
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
        let zone = &loaded.library.time_zone;
        return Err(Failure::usage("fail-sitting-past", [("until", &until.local(zone)), ("zone", zone)]));
    }
    let registry = Registry::open(store.as_ref())?;
    let invited = invited(call, store.as_ref(), (&loaded, &scheme), args, from)?;
    for (name, missing) in &invited.not {
        call.tell(
            "note-not-called",
            &[("name", name.as_str().into()), ("why", missing.join(&call.words.get("paper-semicolon")).into())],
        );
    }
    if invited.learns {
        call.tell("hint-not-called", &[]);
    }
    called_oddly(call, &registry, &invited.may, (from, until), &loaded.library.time_zone);
    if invited.may.is_empty() {
        return Err(Failure::new(
            Exit::Refused,
            "fail-nobody-called",
            [("title", scheme.title.get(&call.words.tongue().lang()))],
        ));
    }
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
    let paper = forms::paper(call, store.as_ref(), (&loaded, &scheme), &invited.may)?;
    let id = call.ports.sitting_id();
    let code = Code::drawn(|| call.ports.bytes());
    let salts = Salts { salt: call.ports.bytes(), nonce: call.ports.bytes() };
    let (sealed, key) = seal(&paper.written(), &code, id.as_str(), salts);
    let candidates: Vec<LearnerId> = invited.may.iter().map(|it| it.learner.id.clone()).collect();
    let salts_of_people = people::drawn(call.ports, &candidates);
    let people = people::bound(&salts_of_people, invited.may.iter().map(|it| &it.learner));
    let called = called((&loaded, &scheme), room, (from, until), &paper, (sealed.digest(), people));
    // Nobody is called where the file cannot be written: whether it can is found out before.
    let unwritten = |error: std::io::Error| files::unwritten(&args.out, &error);
    files::try_new(&args.out, &written(call, store.as_mut(), (&id, &sealed), &candidates)?).map_err(unwritten)?;
    // First what the act names, then the act: a paper that nobody was called to is nothing.
    kept::keep(store.as_mut(), &id, &sealed)?;
    kept::keep_key(store.as_mut(), &id, &key)?;
    people::keep(store.as_mut(), &id, &salts_of_people, invited.may.iter().map(|it| &it.learner))?;
    store.act(&by.sign(call.ports, deed(&id, called), None), None)?;
    let (count, reserves) = (candidates.len(), paper.forms.iter().filter(|form| form.reserve.is_some()).count());
    if reserves < count {
        call.tell("note-no-reserve", &[("count", (count - reserves).into()), ("of", count.into())]);
    }
    files::write_new(&args.out, &written(call, store.as_mut(), (&id, &sealed), &candidates)?).map_err(unwritten)?;
    let desk = parcel::fingerprint(&parcel::key(store.as_mut(), call.ports)?.did());
    let zone = &loaded.library.time_zone;
    told(call, &Came { id: &id, from, until, zone, count, reserves, code: &code, desk: &desk }, args)
}

/// The longest time to begin that needs no second look.
const LONG: i64 = 7 * 24 * 60 * 60 * 1000;

/// Says what of a call is probably not meant: a time that is no day, people who are called to another sitting at that time.
fn called_oddly(call: &Call<'_>, registry: &Registry, may: &[May], (from, until): (Moment, Moment), zone: &str) {
    if until.0 - from.0 > LONG {
        call.tell("note-long-window", &[("days", ((until.0 - from.0) / (LONG / 7)).into())]);
    }
    for (id, other) in &registry.register.sittings {
        let meanwhile = !other.is_off() && other.called.from < until && from < other.called.until;
        for it in may.iter().filter(|it| meanwhile && other.called.candidates.contains(&it.learner.id)) {
            let gaps = [
                ("name", it.learner.called().into()),
                ("id", id.short().into()),
                ("from", other.called.from.local(zone).into()),
                ("until", other.called.until.local(zone).into()),
            ];
            call.tell("note-called-twice", &gaps);
        }
    }
}

/// The call: where, when, and who.
fn called(
    (loaded, scheme): (&Loaded, &Scheme),
    room: String,
    (from, until): (Moment, Moment),
    paper: &Paper,
    (sealed, people): (Digest, BTreeMap<LearnerId, Digest>),
) -> Called {
    let title = scheme.title.get(&loaded.library.language).to_owned();
    let reserves = Some(paper.forms.iter().map(|form| u32::from(form.reserve.is_some())).sum());
    let candidates = paper.forms.iter().map(|form| form.learner.clone()).collect();
    Called { licence: scheme.id.clone(), title, room, from, until, candidates, sealed, reserves, people }
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
    let mut invited = Invited { may: vec![], not: vec![], learns: false };
    let mut seen = std::collections::BTreeSet::new();
    for learner in named.into_iter().filter(|it| seen.insert(it.id.clone())) {
        if learner.post.left.is_some() {
            invited.not.push((learner.called(), vec![call.words.get("not-called-left")]));
            continue;
        }
        let now = from.max(call.ports.now());
        let ready = Readiness::of(&registry, store, &learner, (scheme, &loaded.library), now)?;
        let agrees = ready.all.lacks_only_agreement();
        if ready.all.may_sit() || agrees {
            invited.may.push(May { left: ready.all.left(), learner, agrees });
        } else {
            invited.learns |= ready.all.needs.iter().any(|need| !need.met && matches!(need.what, What::Courses(_)));
            let ctx = ready.ctx(scheme, &loaded.library, &call.words, now, false);
            invited.not.push((learner.called(), eligibility::missing(&ready.all, ctx)));
        }
    }
    Ok(invited)
}

/// A sitting that was called.
struct Came<'a> {
    id: &'a SittingId,
    /// From when to when exams begin, in this zone.
    from: Moment,
    until: Moment,
    zone: &'a str,
    /// How many are called, and how many of them have a reserve paper.
    count: usize,
    reserves: usize,
    code: &'a Code,
    /// The desk's key, in short.
    desk: &'a str,
}

fn told(call: &mut Call<'_>, came: &Came<'_>, args: &New) -> Outcome {
    let Came { id, from, until, zone, count, reserves, code, desk } = *came;
    let (path, code) = (args.out.display().to_string(), code.grouped());
    if call.json() {
        let value = json!({
            "sitting": id, "from": from, "until": until, "zone": zone, "candidates": count, "reserves": reserves,
            "code": code.as_str(), "file": path, "desk": desk,
        });
        return call.print_json(&value).map(|()| Exit::Done);
    }
    let args = [
        ("id", id.short().into()),
        ("count", count.into()),
        ("code", code.as_str().to_owned().into()),
        ("path", path.into()),
        ("desk", desk.into()),
        ("from", from.local(zone).into()),
        ("until", until.local(zone).into()),
        ("zone", zone.into()),
    ];
    let text = call.words.with("sitting-called", &args);
    call.print_said(&text)?;
    Ok(Exit::Done)
}
