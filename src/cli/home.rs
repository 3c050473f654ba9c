//! `onduty` alone: who you are, what is unfinished, what next; everything a learner needs is in its menu.

use std::rc::Rc;

use super::appeal::told::{seen, unread};
use super::arrive::here;
use super::failure::{Exit, Failure, asker_failure};
use super::lifecycle::told::notices;
use super::recall::{past, short};
use super::registry::Registry;
use super::review::{self, Due};
use super::room::{Call, Room};
use super::sayings::{self, Draft};
use super::{Outcome, appeal, exam, glossary, heard, learn, menus, practise, progress, quiz, remark, result, switch};
use crate::attempt::event::Leaving;
use crate::attempt::plan::Subject;
use crate::attempt::saying::{By, Matter, Saying};
use crate::base::id::{BankId, CourseId, LicenceId, ScenarioId};
use crate::locale::Tongue;
use crate::model::page::{Block, Item};
use crate::report::standing::{Standing, Why, standing};

/// Runs the command.
pub fn run(call: &mut Call<'_>) -> Outcome {
    let named = call.global.learner.is_some();
    // Who has just said who it is is not asked again.
    let is_known = call.knows_somebody()?;
    let mut room = call.room(None)?;
    if !named && is_known && here(room.store.as_ref())?.len() > 1 {
        match switch::choose(&mut room)? {
            Ok(()) => {}
            Err(how) => return Ok(menus::left(&room, how, None)),
        }
    }
    room.at_home = true;
    say_damaged(&mut room)?;
    say_taken(&mut room)?;
    say_news(&mut room)?;
    loop {
        if let Some(exit) = turn(&mut room)? {
            return Ok(exit);
        }
    }
}

/// What does not fit together is said once, before the menu.
fn say_damaged(room: &mut Room<'_>) -> Result<(), Failure> {
    for id in past(room.store.as_ref(), &room.learner)?.damaged {
        let said = room.words.with("note-damaged", &[("id", short(&id).into())]);
        room.asker.show(&[Block::Text(said)]).map_err(|e| asker_failure(&e, &room.words))?;
    }
    Ok(())
}

/// Licences that are suspended or were revoked are told first: who has one does not work on.
fn say_taken(room: &mut Room<'_>) -> Result<(), Failure> {
    let registry = Registry::open(room.store.as_ref())?;
    let (learner, now) = (&room.learner.id, room.ports.now());
    let mut all = notices(&registry, learner, &room.library, (&room.words, now));
    all.extend(heard::notices(room.store.as_ref(), learner, &room.library, (&room.words, now))?);
    for said in all {
        room.asker.show(&[Block::Text(said)]).map_err(|e| asker_failure(&e, &room.words))?;
    }
    Ok(())
}

/// What became of appeals, and exams marked again, each until it was read.
fn say_news(room: &mut Room<'_>) -> Result<(), Failure> {
    // Nothing distracts who sits an exam.
    if room.must_be_free().is_err() {
        return Ok(());
    }
    let registry = Registry::open(room.store.as_ref())?;
    let news = unread(room.store.as_ref(), &registry, &room.learner.id, (&room.library, &room.words))?;
    for (act, said) in news {
        room.asker.show(&[Block::Text(said)]).map_err(|e| asker_failure(&e, &room.words))?;
        seen(room.store.as_mut(), [act])?;
    }
    Ok(())
}

/// What trainers said since, each once; nothing is said of any practice during an exam.
fn say_unseen(room: &mut Room<'_>) -> Result<(), Failure> {
    let all = room.store.sayings(Some(&room.learner.id))?;
    let new: Vec<Saying> = sayings::unseen(&all).into_iter().cloned().collect();
    if new.is_empty() || room.must_be_free().is_err() {
        return Ok(());
    }
    let registry = Registry::open(room.store.as_ref())?;
    let rows = room.store.attempts(Some(&room.learner.id))?;
    let mut items = Vec::new();
    for saying in &new {
        let subject = rows.iter().find(|row| row.id == saying.attempt).map(|row| room.title(&row.subject)).unwrap_or_default();
        let spot = match &saying.matter {
            Matter::Note { spot } => spot.as_ref(),
            Matter::Answer { remark, .. } => all.iter().find(|it| it.id == *remark).and_then(sayings::remarked),
            Matter::Remark { .. } | Matter::Seen { .. } => None,
        };
        let said = match &saying.matter {
            Matter::Answer { ruling, .. } => sayings::ruled(&room.words, *ruling, &saying.words),
            _ => saying.words.clone(),
        };
        let about = match spot.filter(|spot| spot.step > 0) {
            Some(spot) => room.words.with("saying-about-step", &[("title", subject.into()), ("n", spot.step.into())]),
            None => room.words.with("saying-about", &[("title", subject.into())]),
        };
        let name = sayings::called(&room.words, &registry, &saying.by);
        items.push(Item::named(name, format!("{about}\n{said}")));
    }
    let blocks = [Block::Title(room.words.get("home-said")), Block::Items(items)];
    room.asker.show(&blocks).map_err(|e| asker_failure(&e, &room.words))?;
    for saying in new {
        let matter = Matter::Seen { saying: saying.id };
        let draft = Draft { attempt: &saying.attempt, by: By::Learner, matter, words: "" };
        sayings::say(room.store.as_mut(), room.ports, draft)?;
    }
    Ok(())
}

/// One round of the menu; `Some` ends it.
fn turn(room: &mut Room<'_>) -> Result<Option<Exit>, Failure> {
    say_unseen(room)?;
    let history = past(room.store.as_ref(), &room.learner)?;
    let now = room.ports.now();
    let (standing, due) = (standing(&room.library, history.known(), now), Due::of(&room.library, &history, now));
    room.asker.set_head(&room.learner.name, &room.words.get("home-title"));
    let options = options(room, &standing, &due);
    let first_talk =
        standing.next.first().is_some_and(|next| matches!(next.subject, Subject::Scenario(_))) && standing.skills.is_empty();
    let newcomer = first_talk && standing.unfinished.is_empty();
    let title = room.words.with(
        if newcomer { "home-welcome" } else { "home-what-next" },
        &[("name", crate::terminal::line::clean(&room.learner.name).into())],
    );
    let picked = match room.choose(&title, &options)? {
        Ok(picked) => picked,
        Err(how) => return Ok(Some(menus::left(room, how, None))),
    };
    let (kind, id) = picked.as_str().split_once(':').unwrap_or((picked.as_str(), ""));
    let outcome = match kind {
        "course" => learn::go(room, &CourseId::from(id), false),
        "scenario" => practise::go(room, &ScenarioId::from(id), false),
        "bank" => quiz::go(room, &BankId::from(id), quiz::COUNT, false),
        "review" => review::go(room, review::COUNT, false),
        "learn" => menus::pick_course(room)?.map_or_else(back, |id| learn::go(room, &id, false)),
        "practise" => menus::pick_scenario(room)?.map_or_else(back, |id| practise::go(room, &id, false)),
        "quiz" => menus::pick_bank(room)?.map_or_else(back, |id| quiz::go(room, &id, quiz::COUNT, false)),
        "licence" => exam::toward(room, &LicenceId::from(id)),
        "exam" => menus::pick_licence(room)?.map_or_else(back, |id| exam::toward(room, &id)),
        "result" => show_result(room),
        "progress" => show_progress(room, &standing, &due),
        "glossary" => glossary::show(room),
        "remark" => remark::ask(room, None),
        "appeal" => appeal::ask(room, None),
        "switch" => switch::choose(room)?.map_or_else(back, |()| Ok(Exit::Done)),
        "language" => language(room),
        "plain" => plain(room),
        _ => return Ok(Some(Exit::Done)),
    };
    match outcome {
        Ok(Exit::Interrupted) => Ok(Some(Exit::Interrupted)),
        Ok(_) => Ok(None),
        Err(failure) if failure.exit == Exit::Bug => Err(failure),
        Err(failure) => {
            let said = failure.lines(&room.words).join("\n");
            room.asker.show(&[Block::Text(said)]).map_err(|e| asker_failure(&e, &room.words))?;
            Ok(None)
        }
    }
}

/// Out of a sub-menu: back home, unless by Ctrl-C.
pub(super) const fn back(how: Leaving) -> Outcome {
    match how {
        Leaving::Interrupted => Ok(Exit::Interrupted),
        Leaving::Chosen | Leaving::EndOfInput => Ok(Exit::Done),
    }
}

fn options(room: &Room<'_>, standing: &Standing, due: &Due) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    let examined = room.must_be_free().is_err();
    let fits = |subject: &&Subject| !examined || matches!(subject, Subject::Licence(_));
    for subject in standing.next.iter().map(|next| &next.subject).filter(fits).take(3) {
        let open = standing.unfinished.iter().find(|p| p.subject == *subject);
        let title = room.title(subject);
        let text = match (open, subject) {
            (Some(past), _) => room
                .words
                .with("home-resume", &[("title", title.into()), ("done", past.steps.0.into()), ("of", past.steps.1.into())]),
            (None, Subject::Course(_)) => room.words.with("home-learn", &[("title", title.into())]),
            (None, Subject::Scenario(_)) => room.words.with("home-practise", &[("title", title.into())]),
            (None, Subject::Licence(_)) => room.words.with("home-exam", &[("title", title.into())]),
            // Never proposed: an examiner observes, and a text is agreed to on the way to an exam. What comes back has its own line.
            (None, Subject::Station(_) | Subject::Agreement(_) | Subject::Appeal(_) | Subject::Review) => continue,
            (None, Subject::Bank(_)) => room.words.with("home-quiz", &[("title", title.into())]),
        };
        out.push((subject.named(), by_when(room, standing, subject, text)));
    }
    if !examined && !due.now.is_empty() && !out.iter().any(|(key, _)| *key == Subject::Review.named()) {
        // What is unfinished comes first.
        let place =
            usize::from(standing.unfinished.iter().any(|p| out.first().is_some_and(|(key, _)| *key == p.subject.named())));
        out.insert(place, ("review".to_owned(), room.words.with("menu-review", &[("count", due.now.len().into())])));
    }
    // During an exam nothing else is open: neither practice nor a debrief.
    let exams = !room.library.licences.is_empty();
    let tried = room.store.attempts(Some(&room.learner.id)).is_ok_and(|rows| rows.iter().any(|row| row.subject.is_tried()));
    let entries = [
        ("learn", true),
        ("practise", true),
        ("quiz", true),
        ("exam", exams),
        ("result", exams),
        ("progress", true),
        ("glossary", !room.library.glossaries.is_empty()),
        ("remark", tried),
        ("appeal", exams && appeal::newest(room.store.as_ref(), &room.learner, room.ports.now()).is_ok_and(|it| it.is_some())),
    ];
    let open = entries.into_iter().filter(|(_, there)| *there && !examined).map(|(key, _)| key);
    for key in open.chain(["switch", "language"]) {
        out.push((key.to_owned(), room.words.get(&format!("menu-{key}"))));
    }
    out.push(("plain".to_owned(), room.words.get(if room.learner.plain { "menu-plain-off" } else { "menu-plain-on" })));
    out.push(("quit".to_owned(), room.words.get("menu-quit")));
    out
}

/// An entry with the last day for it, where it was assigned with one.
fn by_when(room: &Room<'_>, standing: &Standing, subject: &Subject, text: String) -> String {
    let why = standing.next.iter().find(|next| next.subject == *subject).map(|next| &next.why);
    let Some(Why::Assigned(Some(day))) = why else { return text };
    let late = room.ports.now().day(&room.library.time_zone).is_some_and(|today| today > *day);
    room.words.with(if late { "home-late" } else { "home-due" }, &[("text", text.into()), ("due", day.to_string().into())])
}

/// The newest exam's result.
fn show_result(room: &mut Room<'_>) -> Outcome {
    let rows = room.store.attempts(Some(&room.learner.id))?;
    let newest = rows.iter().find(|r| matches!(r.subject, Subject::Licence(_))).map(|r| r.id.clone());
    if let Some(attempt) = newest {
        return result::show(room, &attempt);
    }
    let none = room.words.with("fail-no-exam-yet", &[("name", room.learner.name.as_str().into())]);
    room.asker.show(&[Block::Text(none)]).map_err(|e| asker_failure(&e, &room.words))?;
    Ok(Exit::Done)
}

fn show_progress(room: &mut Room<'_>, standing: &Standing, due: &Due) -> Outcome {
    let text = progress::page(&room.library, (standing, due), &room.learner, &progress::View::of(room));
    room.asker.show(&[Block::Text(text)]).map_err(|e| asker_failure(&e, &room.words))?;
    Ok(Exit::Done)
}

fn language(room: &mut Room<'_>) -> Outcome {
    let other = match room.words.tongue() {
        Tongue::Zh => Tongue::En,
        Tongue::En => Tongue::Zh,
    };
    room.learner.language = Some(other.tag().to_owned());
    room.store.set_learner(&room.learner)?;
    room.words = Rc::new(room.words.in_tongue(other));
    if room.library.languages.contains(&other.lang()) {
        room.lang = other.lang();
    }
    room.asker = room.look.person(&room.words)?;
    Ok(Exit::Done)
}

fn plain(room: &mut Room<'_>) -> Outcome {
    room.learner.plain = !room.learner.plain;
    room.store.set_learner(&room.learner)?;
    room.look.plain = room.learner.plain;
    room.asker = room.look.person(&room.words)?;
    let said = room.words.get(if room.learner.plain { "note-plain-on" } else { "note-plain-off" });
    room.asker.show(&[Block::Text(said)]).map_err(|e| asker_failure(&e, &room.words))?;
    Ok(Exit::Done)
}
