//! `observe LICENCE --candidate ID`: an examiner watches a candidate at a station and marks it step by step, through the one loop.
//!
//! Examiners are blind to each other: nobody is shown what another saw before the exam is settled. An observation counts once its
//! examiner has signed for it; the passphrase is asked for before it begins. Nothing is signed that was not shown: the marks stand
//! beside the question whether to hand them in, and what was handed in earlier is shown again and asked about.

use super::args::Observe as Args;
use super::failure::{Between, Exit, Failure};
use super::files::write_page;
use super::recall::{Books, recall, short};
use super::registry::{ExamCase, Registry, watches};
use super::room::{Call, Room};
use super::roster::find_learner;
use super::signer::{Signer, signer};
use super::{Outcome, exam, menus, session, sitting, start};
use crate::attempt::act::{Deed, StaffRole};
use crate::attempt::event::Leaving;
use crate::attempt::plan::{Activity, Observes, Subject};
use crate::attempt::sheet::marks;
use crate::attempt::state::Cursor;
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, SkillId, StationId};
use crate::grade::eligible::Stands;
use crate::model::frozen::Frozen;
use crate::model::licence::{Accepts, Scheme};
use crate::model::page::Block;
use crate::model::station::Station;
use crate::model::text::Text;
use crate::report::station_sheet;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    if args.sheet.is_some() {
        return sheet(call, args);
    }
    let mut store = call.store()?;
    let candidate = find_learner(store.as_ref(), args.candidate.as_deref().unwrap_or_default())?;
    // On an exam PC the stations are sealed with the rest of the paper.
    let lent = sitting::unsealed_for(call, store.as_ref(), &candidate, args.code_file.as_deref())?;
    store.lend(lent.clone());
    let registry = Registry::open(store.as_ref())?;
    let library = call.library()?;
    let scheme = &match exam::find(&library, &args.licence) {
        Ok(scheme) => scheme.clone(),
        Err(unknown) => scheme_in(&lent, &args.licence).ok_or(unknown)?,
    };
    let licence = scheme.title.get(&call.words.tongue().lang()).to_owned();
    let case = waiting(&registry, store.as_ref(), &candidate, (scheme, &licence))?;
    if args.answers.is_some() && case.kept.activity.scheme().is_none_or(|s| s.conduct.accepts != Accepts::Script) {
        return Err(Failure::new(Exit::Refused, "fail-only-persons", [("id", scheme.id.as_str())]));
    }
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Examiner)?;
    by.is_another(&candidate, scheme)?;
    drop(store);
    // The examiner is at the keyboard, not the candidate: no language and no screen of the candidate's choice.
    let candidate = crate::store::Learner { language: None, plain: false, ..candidate };
    let mut room = call.room_of(candidate, args.answers.as_deref())?;
    // Titles as the desk sealed them, so that no others are kept here.
    room.library.skills = skills_in(&lent).unwrap_or(room.library.skills);
    room.store.lend(lent);
    let (mut attempt, station) = match place(&mut room, &registry, &case, args, &by)? {
        Ok(found) => found,
        Err(exit) => return Ok(exit),
    };
    let title = station.title.get(&room.lang).to_owned();
    let mut shown = !is_filled_in(&room, &attempt)?;
    let closed = loop {
        let closed = match session::run(&mut room, &attempt)? {
            session::Ended::Closed { digest, .. } => digest,
            session::Ended::Left(how) => return Ok(left(&room, how)),
        };
        if shown {
            break closed;
        }
        shown = true;
        match stands_for(&mut room, (&attempt, closed), &title)? {
            Stance::Signs => break closed,
            Stance::Anew => attempt = anew(&mut room, &case, args, &by, &station)?,
            Stance::Left(how) => return Ok(left(&room, how)),
        }
    };
    still_waits(&room, (scheme, &licence), &by, &station.id)?;
    let exam = case.kept.activity.plan.attempt.clone();
    // What is signed is what was shown; the store takes it only where the record still ends so.
    let deed = Deed::Observed { observation: attempt.clone(), closed, exam, station: station.id.clone() };
    let act = by.sign(room.ports, deed, None);
    if recall(room.store.as_ref(), &attempt)?.state.last != Some(closed) {
        return Err(Failure::new(Exit::Refused, "fail-marks-changed", [("title", &title)]));
    }
    room.store.act(&act, None)?;
    let said = room.words.with("note-observed", &[("title", title.as_str().into()), ("id", short(&attempt).into())]);
    room.asker.show(&[Block::Text(said)]).map_err(|e| super::failure::asker_failure(&e, &room.words))?;
    Ok(Exit::Done)
}

/// A scheme among what was sealed.
fn scheme_in(lent: &[(Digest, Vec<u8>)], id: &str) -> Option<Scheme> {
    lent.iter().find_map(|(_, bytes)| match serde_json::from_slice(bytes).ok()? {
        Frozen::Scheme(scheme) if scheme.id.as_str() == id => Some(*scheme),
        _ => None,
    })
}

/// The skills' titles among what was sealed.
fn skills_in(lent: &[(Digest, Vec<u8>)]) -> Option<Vec<(SkillId, Text)>> {
    lent.iter().find_map(|(_, bytes)| match serde_json::from_slice(bytes).ok()? {
        Frozen::Frame(frame) => Some(frame.skills.into_iter().collect()),
        _ => None,
    })
}

/// Marking takes its time: where enough others have signed meanwhile, or the exam has its result, one more changes nothing.
fn still_waits(room: &Room<'_>, scheme: (&Scheme, &str), by: &Signer, station: &StationId) -> Result<(), Failure> {
    let registry = Registry::open(room.store.as_ref())?;
    let case = waiting(&registry, room.store.as_ref(), &room.learner, scheme)?;
    let open = waits(&registry, &case, by);
    if open.iter().any(|s| s.id == *station) {
        return Ok(());
    }
    Err(Failure::new(Exit::Refused, "fail-no-station", [("id", station.as_str())]))
}

fn left(room: &Room<'_>, how: Leaving) -> Exit {
    room.tell(&room.words.get("note-observe-left"));
    if how == Leaving::Interrupted { Exit::Interrupted } else { Exit::Done }
}

/// Whether every mark of an observation was there before: whoever signs it now would not have given one.
fn is_filled_in(room: &Room<'_>, attempt: &AttemptId) -> Result<bool, Failure> {
    let kept = recall(room.store.as_ref(), attempt)?;
    Ok(kept.state.cursor == Cursor::Done || kept.state.marks.len() == kept.activity.steps())
}

/// What an examiner says to marks that were handed in earlier under his name.
enum Stance {
    Signs,
    Anew,
    Left(Leaving),
}

/// Shows marks that were handed in earlier and asks. A script cannot look.
fn stands_for(room: &mut Room<'_>, (attempt, closed): (&AttemptId, Digest), title: &str) -> Result<Stance, Failure> {
    if room.scripted {
        return Err(Failure::new(Exit::Refused, "fail-unseen-marks", [("title", title)]).hint("hint-unseen-marks", []));
    }
    let kept = recall(room.store.as_ref(), attempt)?;
    if kept.state.last != Some(closed) {
        return Err(Failure::damaged(attempt));
    }
    let head = Block::Text(room.words.get("note-unseen-marks"));
    let shown = [head, marks(&kept.activity, &kept.state)];
    room.asker.show(&shown).map_err(|e| super::failure::asker_failure(&e, &room.words))?;
    let options = ["sign", "anew", "not-now"].map(|key| (key.to_owned(), room.words.get(&format!("marks-{key}"))));
    Ok(match room.choose(title, &options)? {
        Ok(key) if key.as_str() == "sign" => Stance::Signs,
        Ok(key) if key.as_str() == "anew" => Stance::Anew,
        Ok(_) => Stance::Left(Leaving::Chosen),
        Err(how) => Stance::Left(how),
    })
}

/// Begins an observation of a station.
fn anew(room: &mut Room<'_>, case: &ExamCase, args: &Args, by: &Signer, station: &Station) -> Result<AttemptId, Failure> {
    let exam = case.kept.activity.plan.attempt.clone();
    let (plan, contents) = start::observation(room, station, Observes { exam, examiner: by.staff.clone(), paper: args.enter });
    session::begin(room, plan, &contents)
}

/// The candidate's exam that waits for stations.
fn waiting(
    registry: &Registry,
    store: &dyn crate::store::Store,
    candidate: &crate::store::Learner,
    (scheme, title): (&Scheme, &str),
) -> Result<ExamCase, Failure> {
    let no = |key| Failure::new(Exit::Refused, key, [("name", candidate.name.as_str()), ("title", title)]);
    let case = registry.exams(store, &candidate.id, scheme)?.pop();
    let case = case.ok_or_else(|| no("fail-no-exam-sat").hint("hint-exam", [("id", scheme.id.as_str())]))?;
    if case.kept.activity.plan.exam.as_ref().is_none_or(|e| e.stations.is_empty()) {
        return Err(no("fail-no-stations"));
    }
    let stands = case.outcome.as_ref().zip(case.closed).map(|(o, (at, _))| o.stands(at, false));
    match stands {
        // The candidate may go through the stations before, between or after what is done at the screen.
        None | Some(Stands::Pending) => Ok(case),
        Some(_) => Err(no("fail-exam-settled")),
    }
}

/// The observation to make: the one this examiner left, or a new one of a station not yet observed by this examiner.
fn place(
    room: &mut Room<'_>,
    registry: &Registry,
    case: &ExamCase,
    args: &Args,
    by: &Signer,
) -> Result<Result<(AttemptId, Station), Exit>, Failure> {
    let exam = &case.kept.activity;
    let open = waits(registry, case, by);
    let mine = mine(room, exam, by)?;
    let station = match (&args.station, open.as_slice()) {
        (Some(id), _) => match open.iter().find(|s| s.id.as_str() == id) {
            Some(station) => station.clone(),
            None => {
                return Err(Failure::new(Exit::Refused, "fail-no-station", [("id", id.as_str())])
                    .hint("hint-stations", [("ids", &ids(&open))]));
            }
        },
        (None, []) => return Err(Failure::new(Exit::Refused, "fail-all-observed", [("name", &by.name)])),
        (None, [one]) => one.clone(),
        (None, several) if room.scripted => {
            return Err(Failure::usage("fail-which-station", []).hint("hint-stations", [("ids", &ids(several))]));
        }
        (None, several) => {
            let title = room.words.get("ask-station");
            let options: Vec<_> = several.iter().map(|s| (s.id.to_string(), s.title.get(&room.lang).to_owned())).collect();
            match room.choose(&title, &options)? {
                Ok(key) => match open.iter().find(|s| s.id.as_str() == key.as_str()) {
                    Some(station) => station.clone(),
                    None => return Err(Failure::new(Exit::Bug, "fail-bug", [])),
                },
                Err(how) => return Ok(Err(menus::left(room, how, None))),
            }
        }
    };
    if let Some(attempt) = mine.into_iter().find(|(_, id)| *id == station.id).map(|(attempt, _)| attempt) {
        return Ok(Ok((attempt, station)));
    }
    Ok(Ok((anew(room, case, args, by, &station)?, station)))
}

/// The stations that wait for this examiner: not observed by him yet, nor by as many others as the scheme wants.
fn waits(registry: &Registry, case: &ExamCase, by: &Signer) -> Vec<Station> {
    let activity = &case.kept.activity;
    let wanted = activity.scheme().map_or(1, |s| usize::from(s.conduct.examiners.max(1)));
    let seen = registry.register.observed.get(&activity.plan.attempt).map_or(&[][..], Vec::as_slice);
    let waits = |id: &StationId| {
        let mut of = seen.iter().filter(|o| o.station == *id);
        of.clone().count() < wanted && of.all(|o| o.examiner != by.staff)
    };
    let drawn = activity.plan.exam.iter().flat_map(|e| &e.stations);
    drawn.filter(|(id, _)| waits(id)).map(|(_, content)| activity.station(content).clone()).collect()
}

/// This examiner's observations of this exam, open or closed, signed or not; the newest first.
fn mine(room: &Room<'_>, exam: &Activity, by: &Signer) -> Result<Vec<(AttemptId, StationId)>, Failure> {
    let mut out = Vec::new();
    let books = Books::open(room.store.as_ref())?;
    let mut rows = room.store.attempts(Some(&room.learner.id))?;
    rows.sort_by_key(|row| std::cmp::Reverse(row.started));
    for row in rows {
        let Subject::Station(id) = &row.subject else { continue };
        let kept = books.recall(room.store.as_ref(), &row.id)?;
        let station: StationId = id.as_str().into();
        if watches(&kept.activity.plan, exam, &station, &by.staff) {
            out.push((row.id, station));
        }
    }
    Ok(out)
}

fn ids(stations: &[Station]) -> String {
    Between::Comma.join(&stations.iter().map(|s| s.id.as_str()).collect::<Vec<_>>())
}

/// The form for paper: the stations drawn for a candidate, or all that the scheme may draw.
fn sheet(call: &mut Call<'_>, args: &Args) -> Outcome {
    let (Some(out), library) = (&args.sheet, call.library()?) else { return Err(Failure::new(Exit::Bug, "fail-bug", [])) };
    let scheme = exam::find(&library, &args.licence)?;
    let title = scheme.title.get(&call.words.tongue().lang()).to_owned();
    let mut stations: Vec<Station> = Vec::new();
    let (mut name, mut known_as) = (None, None);
    match &args.candidate {
        Some(named) => {
            let store = call.store()?;
            let candidate = find_learner(store.as_ref(), named)?;
            let case = waiting(&Registry::open(store.as_ref())?, store.as_ref(), &candidate, (scheme, &title))?;
            let activity = &case.kept.activity;
            stations.extend(
                activity.plan.exam.iter().flat_map(|e| &e.stations).map(|(_, content)| activity.station(content).clone()),
            );
            known_as = Some(candidate.staff_number.unwrap_or_else(|| candidate.id.short().to_owned()));
            name = Some(candidate.name);
        }
        None => {
            let ids = crate::attempt::blueprint::stations(scheme);
            stations.extend(ids.iter().filter_map(|id| library.stations.get(id)).cloned());
        }
    }
    if stations.is_empty() {
        return Err(Failure::new(Exit::Refused, "fail-no-stations", [("title", &title)]));
    }
    if let Some(id) = &args.station {
        let all = ids(&stations);
        stations.retain(|s| s.id.as_str() == id);
        if stations.is_empty() {
            return Err(Failure::new(Exit::Refused, "fail-sheet-no-station", [("id", id.as_str()), ("title", &title)])
                .hint("hint-stations", [("ids", &all)]));
        }
    }
    let lang = super::room::lang(&library, &call.words);
    let page = station_sheet::page(
        &station_sheet::Sheet { scheme, stations: &stations, candidate: name.as_deref(), known_as: known_as.as_deref() },
        &call.words,
        &lang,
    );
    write_page(call, out, &page)?;
    Ok(Exit::Done)
}
