//! Whether one may sit: worked out, told, and inside home led on from. Changes nothing; `grade/eligible` has the rules.

use std::collections::BTreeSet;

use super::go;
use crate::attempt::plan::Subject;
use crate::base::id::{CourseId, LicenceId};
use crate::base::moment::Moment;
use crate::cli::away::Away;
use crate::cli::failure::{Exit, Failure};
use crate::cli::registry::seats::twins;
use crate::cli::registry::{Registry, by_script};
use crate::cli::room::Room;
use crate::cli::{Outcome, heard, home, learn, result};
use crate::grade::eligible::{Candidate, Eligibility, Stands, What, eligible};
use crate::locale::Words;
use crate::model::library::Library;
use crate::model::licence::Scheme;
use crate::model::page::Block;
use crate::report::eligibility::Ctx;
use crate::store::{Learner, Store};

/// Whether a learner may sit an exam now.
pub struct Readiness {
    /// What is known of them.
    pub known: Candidate,
    /// What is needed, with what is there.
    pub all: Eligibility,
    /// Courses that a script alone has done, which do not count.
    scripted: BTreeSet<CourseId>,
}

impl Readiness {
    /// Works it out.
    ///
    /// # Errors
    /// `Failure` of the store.
    pub fn of(
        registry: &Registry,
        store: &dyn Store,
        learner: &Learner,
        (scheme, library): (&Scheme, &Library),
        now: Moment,
    ) -> Result<Self, Failure> {
        let mut known = registry.candidate(store, learner, (scheme, library), &[])?;
        let heard = heard::kept(store)?;
        for attempt in registry.sat_for(store, &learner.id, &scheme.id)? {
            // Of one whose papers are sealed here less is known, and enough.
            known.sat.extend(match Away::of(store, &attempt)? {
                Some(away) => away.sat(),
                None => {
                    let case = registry.exam(store, &attempt)?;
                    heard.known(registry.sat(&case), case.closed.map(|(at, _)| at))
                }
            });
        }
        known.licence = known.licence.or_else(|| heard.held(&learner.id, &scheme.id));
        for sat in known.sat.iter_mut().filter(|it| it.stands == Stands::Passed) {
            if !twins(registry, store, (&learner.id, &sat.attempt))?.is_empty() {
                sat.stands = Stands::SatTwice;
            }
        }
        let all = eligible(scheme, &known, now);
        let done = registry.done(store, learner)?.into_iter().filter(|(_, kept)| by_script(kept));
        let courses = done.filter_map(|(row, _)| if let Subject::Course(id) = row.subject { Some(id.into()) } else { None });
        let scripted = courses.filter(|id: &CourseId| !known.courses.contains_key(id)).collect();
        Ok(Self { known, all, scripted })
    }

    /// The same for whoever is in the room.
    ///
    /// # Errors
    /// As `of`.
    pub fn now(room: &Room<'_>, registry: &Registry, scheme: &Scheme) -> Result<Self, Failure> {
        Self::of(registry, room.store.as_ref(), &room.learner, (scheme, &room.library), room.ports.now())
    }

    /// What it is told with; `menu`: a menu leads on, no command is to be typed.
    pub const fn ctx<'a>(
        &'a self,
        scheme: &'a Scheme,
        library: &'a Library,
        words: &'a Words,
        now: Moment,
        menu: bool,
    ) -> Ctx<'a> {
        Ctx { scheme, library, now, words, scripted: &self.scripted, waived: &self.known.waived, menu }
    }

    /// In words, for whoever is in the room.
    pub fn told(&self, room: &Room<'_>, scheme: &Scheme) -> Vec<Block> {
        let ctx = self.ctx(scheme, &room.library, &room.words, room.ports.now(), room.at_home);
        crate::report::eligibility::told(&self.all, ctx)
    }

    /// What leads on from here: the first course that is missing, or the exam that stands before another.
    fn ways_on(&self, room: &Room<'_>) -> Vec<(String, String)> {
        let way = |what: &What| match what {
            What::Courses(courses) => {
                let subject = Subject::Course(courses.iter().find(|(_, done)| !done)?.0.to_string());
                Some((subject.named(), room.words.with("need-go-learn", &[("title", room.title(&subject).into())])))
            }
            What::NoneOpen { open: Some((attempt, _)) } => Some((format!("result:{attempt}"), room.words.get("need-go-result"))),
            _ => None,
        };
        self.all.needs.iter().filter(|need| !need.met).filter_map(|need| way(&need.what)).collect()
    }
}

/// Inside home: sits the exam, or leads on to what is missing until it is there or the person has something else in mind.
///
/// # Errors
/// As `go`.
pub fn toward(room: &mut Room<'_>, id: &LicenceId) -> Outcome {
    loop {
        let title = room.title(&Subject::Licence(id.to_string()));
        room.asker.set_head(&room.learner.name, &title);
        let exit = go(room, id)?;
        if exit != Exit::Refused {
            return Ok(exit);
        }
        let scheme = super::find(&room.library, id.as_str())?.clone();
        let mut ways = Readiness::now(room, &Registry::open(room.store.as_ref())?, &scheme)?.ways_on(room);
        ways.push(("back".to_owned(), room.words.get("need-go-home")));
        let picked = match room.choose(&room.words.get("need-what-next"), &ways)? {
            Ok(picked) => picked,
            Err(how) => return home::back(how),
        };
        match picked.as_str().split_once(':') {
            Some(("course", course)) => {
                let course = CourseId::from(course);
                let exit = learn::go(room, &course, false)?;
                let known = Readiness::now(room, &Registry::open(room.store.as_ref())?, &scheme)?.known;
                // Who leaves a lesson wants to be home.
                if exit == Exit::Interrupted || !known.courses.contains_key(&course) {
                    return Ok(exit);
                }
            }
            Some((_, attempt)) => return result::show(room, &attempt.into()),
            None => return Ok(Exit::Done),
        }
    }
}
