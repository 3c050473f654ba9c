//! `issue LEARNER LICENCE`: the signed licence to work, on the strength of a passed exam that this library vouches for.
//!
//! Refused, with the reason: an exam that was not passed, not supervised where it should be, replied to by a script, taken under
//! content that this library does not have, or issued by somebody who trained or examined. The act is signed by the member of staff,
//! the licence by the organisation's key.
#![allow(clippy::disallowed_methods, reason = "the licence is written to a file")]

use std::path::{Path, PathBuf};

use super::args::Issue as Args;
use super::failure::{Exit, Failure};
use super::recall::short;
use super::registry::{ExamCase, Registry, by_script};
use super::room::Call;
use super::roster::find_learner;
use super::signer::{self, Signer, issuing_key, signer};
use super::{Outcome, exam};
use crate::attempt::act::{Deed, Issued, Signed, StaffRole};
use crate::attempt::blueprint::{Seen, draw};
use crate::attempt::plan::{Plan, Step, Subject};
use crate::base::digest::Digest;
use crate::base::id::{AttemptId, Did, LicenceNumber, StaffId};
use crate::base::moment::Moment;
use crate::content::Loaded;
use crate::credential::claims::{self, Claims, Evidence, EvidenceKind, Holder, Issuer, Mark, Note, NoteKind, PartResult, Status};
use crate::credential::keys::Secret;
use crate::grade::exam::talks;
use crate::grade::outcome::Outcome as ExamOutcome;
use crate::locale::{Tongue, Words};
use crate::model::frozen::Frozen;
use crate::model::grade::Standing;
use crate::model::licence::{Accepts, Independence, Scheme, percent};
use crate::store::{Learner, Store, StoreError, verify};

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
    public: bool,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Args) -> Outcome {
    args.out.as_deref().map_or(Ok(()), must_be_new)?;
    let loaded = call.load(None)?;
    let mut store = call.store()?;
    let learner = find_learner(store.as_ref(), &args.learner)?;
    let scheme = exam::find(&loaded.library, &args.licence)?.clone();
    sound(store.as_ref())?;
    let newest = passed(store.as_ref(), &Registry::open(store.as_ref())?, &learner, &scheme)?;
    // Who issues holds the exam, and looks again with it in hand: no exam makes two licences.
    let _hold = store.hold(&newest.kept.activity.plan.attempt)?;
    let registry = Registry::open(store.as_ref())?;
    let case = passed(store.as_ref(), &registry, &learner, &scheme)?;
    let outcome = case.outcome.as_ref().ok_or_else(|| Failure::damaged(&learner.id))?;
    vouched(&loaded, &case.kept.activity.plan)?;
    drawn_fairly(&loaded, store.as_ref(), &case)?;
    let ground = Ground {
        loaded: &loaded,
        scheme: &scheme,
        learner: &learner,
        case: &case,
        outcome,
        registry: &registry,
        public: public(&case.kept.activity.plan),
    };
    proper(&ground)?;
    let (issuer, name, code) = issuing(&registry, args.key.as_deref())?;
    let by = signer(call.ports, &call.words, &registry, &args.acting, StaffRole::Issuer)?;
    independent(&ground, &by)?;
    let label = call.words.with("ask-passphrase", &[("name", name.as_str().into())]);
    let path = issuing_key(call.ports, &code)?;
    let key = signer::unlock(call.ports, &call.words, &path, args.key_passphrase_file.as_deref(), &label)?;
    if key.did() != issuer {
        let name = path.display().to_string();
        return Err(Failure::new(Exit::Refused, "fail-other-key", [("path", &name)]).hint("hint-key-file", []));
    }
    let (issued, text) = record(call, store.as_mut(), &ground, &by, &Organisation { key, did: issuer, name, code })?;
    let out = args.out.clone().unwrap_or_else(|| PathBuf::from(format!("{}.json", file_name(&issued.number))));
    write(&out, &text, &issued.number)?;
    let shown = out.display().to_string();
    if call.json() {
        call.print_json(&serde_json::json!({ "number": issued.number, "file": shown, "credential": issued.credential }))?;
    } else {
        let zone = &loaded.library.time_zone;
        let (from, until) = (issued.from.local(zone), issued.until.local(zone));
        let args = [
            ("number", issued.number.as_str().into()),
            ("name", learner.name.as_str().into()),
            ("from", from.get(..10).unwrap_or(&from).into()),
            ("until", until.get(..10).unwrap_or(&until).into()),
            ("path", shown.as_str().into()),
        ];
        call.tell("note-issued", &args);
    }
    Ok(Exit::Done)
}

/// The newest exam of the learner that is passed and not yet used for a licence.
fn passed(store: &dyn Store, registry: &Registry, learner: &Learner, scheme: &Scheme) -> Result<ExamCase, Failure> {
    let none = |key, id: &str| Failure::new(Exit::Refused, key, [("name", learner.name.as_str()), ("id", id)]);
    let mut cases = registry.exams(store, &learner.id, scheme)?;
    let Some(case) = cases.pop() else {
        let subject = Subject::Licence(scheme.id.to_string());
        let voided = store.attempts(Some(&learner.id))?.into_iter().any(|row| row.subject == subject);
        let key = if voided { "fail-exam-voided" } else { "fail-no-exam-sat" };
        return Err(none(key, scheme.id.as_str()).hint("hint-exam", [("id", scheme.id.as_str())]));
    };
    let attempt = &case.kept.activity.plan.attempt;
    let id = short(attempt);
    if let Some((_, _, issued)) = registry.register.issued.iter().find(|(_, _, i)| i.attempt == *attempt) {
        return Err(none("fail-issued-already", &id).hint("hint-licence-file", [("number", issued.number.as_str())]));
    }
    let standing = case.outcome.as_ref().map(|o| o.verdict.standing);
    let key = match standing {
        Some(Standing::Passed) => return Ok(case),
        None => return Err(none("fail-exam-open", &id).hint("hint-exam-go-on", [("id", scheme.id.as_str())])),
        Some(Standing::Failed) => "fail-exam-failed",
        Some(Standing::Borderline) => "fail-exam-borderline",
        Some(Standing::Pending) => "fail-exam-pending",
    };
    Err(none(key, &id).hint("hint-result", [("id", &id)]))
}

/// Scheme and every drawn item are those of this library, by digest; otherwise the file is named.
fn vouched(loaded: &Loaded, plan: &Plan) -> Result<(), Failure> {
    let library = &loaded.library;
    let unlike = |name: String| {
        let failure = match loaded.places.get(&name) {
            Some(place) => Failure::new(Exit::Refused, "fail-not-vouched", [("file", &place.file), ("name", &name)]),
            None => Failure::new(Exit::Refused, "fail-not-in-library", [("name", &name)]),
        };
        Err(failure.hint("hint-not-vouched", []))
    };
    let is = |here: Option<Frozen>, there: &Digest| here.is_some_and(|frozen| frozen.digest() == *there);
    let (_, id) = plan.subject.parts();
    let exam = plan.exam.as_ref().ok_or_else(|| Failure::damaged(&plan.attempt))?;
    let scheme = library.licences.get(&id.into()).map(|s| Frozen::Scheme(Box::new(s.clone())));
    if !is(scheme, &exam.scheme) {
        return unlike(format!("licence:{id}"));
    }
    for step in plan.parts.iter().flat_map(|p| &p.steps) {
        match step {
            Step::Ask { question, content, .. }
                if !is(library.question(question).map(|q| Frozen::Question(q.clone())), content) =>
            {
                return unlike(format!("question:{question}"));
            }
            Step::Play { scenario, content, .. }
                if !is(library.scenarios.get(scenario).map(|s| Frozen::Scenario(Box::new(s.clone()))), content) =>
            {
                return unlike(format!("scenario:{scenario}"));
            }
            _ => {}
        }
    }
    for (station, content) in &exam.stations {
        if !is(library.stations.get(station).map(|s| Frozen::Station(Box::new(s.clone()))), content) {
            return unlike(format!("station:{station}"));
        }
    }
    Ok(())
}

/// The form is the one that this library deals by the recorded seed, after what the candidate had met before: a form put together by
/// hand, or drawn from a bank that was cut down, is another one.
fn drawn_fairly(loaded: &Loaded, store: &dyn Store, case: &ExamCase) -> Result<(), Failure> {
    let plan = &case.kept.activity.plan;
    let (_, id) = plan.subject.parts();
    let mut seen = Seen::default();
    for row in store.attempts(Some(&plan.learner))? {
        if matches!(row.subject, Subject::Licence(_)) && row.id != plan.attempt && row.started < case.started {
            seen.add(&super::recall::recall(store, &row.id)?.activity.plan);
        }
    }
    let scheme = loaded.library.licences.get(&id.into());
    let form = scheme.and_then(|scheme| draw(&loaded.library, scheme, &seen, &plan.seed).ok());
    let steps = || plan.parts.iter().flat_map(|p| &p.steps);
    let asked = steps().filter_map(|s| if let Step::Ask { question, .. } = s { Some(question) } else { None });
    let played = steps().filter_map(|s| if let Step::Play { scenario, .. } = s { Some(scenario) } else { None });
    let watched = plan.exam.iter().flat_map(|e| &e.stations).map(|(station, _)| station);
    let same = form.is_some_and(|form| {
        form.questions.iter().map(|q| &q.id).eq(asked)
            && form.talks.iter().map(|t| &t.id).eq(played)
            && form.stations.iter().map(|s| &s.id).eq(watched)
    });
    if same {
        return Ok(());
    }
    let name = format!("licence:{id}");
    let file = loaded.places.get(&name).map_or_else(|| name.clone(), |place| place.file.to_string());
    Err(Failure::new(Exit::Refused, "fail-not-drawn", [("file", &file), ("name", &name)]).hint("hint-not-vouched", []))
}

/// Whether everything in it is in the pool shipped with the program, which anybody can read.
fn public(plan: &Plan) -> bool {
    vouched(&crate::content::load_shipped(), plan).is_ok()
}

/// The whole store holds together; otherwise nothing is issued on it, whichever part is flawed.
fn sound(store: &dyn Store) -> Result<(), Failure> {
    match verify(store, &crate::credential::acts::verify)?.first() {
        Some(flaw) => Err(Failure::new(Exit::Refused, "fail-unsound", []).because(flaw).hint("hint-damaged", [])),
        None => Ok(()),
    }
}

/// Sat as the scheme says: by a person, under supervision where it says so.
fn proper(ground: &Ground<'_>) -> Result<(), Failure> {
    let attempt = &ground.case.kept.activity.plan.attempt;
    let id = short(attempt);
    if by_script(&ground.case.kept) && ground.scheme.conduct.accepts != Accepts::Script {
        return Err(Failure::new(Exit::Refused, "fail-by-script", [("id", &id)]));
    }
    if ground.scheme.conduct.supervised && !ground.registry.register.admitted.contains_key(attempt) {
        return Err(Failure::new(Exit::Refused, "fail-not-admitted", [("id", &id)]));
    }
    Ok(())
}

/// Where a scheme is strict, who trains or examined this candidate may not issue.
fn independent(ground: &Ground<'_>, by: &Signer) -> Result<(), Failure> {
    if ground.scheme.conduct.independence == Independence::None {
        return Ok(());
    }
    let register = &ground.registry.register;
    let attempt = &ground.case.kept.activity.plan.attempt;
    let trains = register.staff.values().any(|(id, roles)| *id == by.staff && roles.contains(&StaffRole::Trainer));
    let examined = |who: &StaffId| *who == by.staff;
    let observed = register.observed.get(attempt).into_iter().flatten().any(|o| examined(&o.examiner));
    let admitted = register.admitted.get(attempt).is_some_and(examined);
    let decided = ground.registry.acts.iter().any(|s| {
        let about = match &s.act.deed {
            Deed::Decided { attempt: exam, .. } | Deed::Settled { exam, .. } => exam == attempt,
            Deed::Granted { learner, licence, .. } => *learner == ground.learner.id && *licence == ground.scheme.id,
            _ => false,
        };
        about && register.who(&s.act.key, None).as_ref().is_some_and(examined)
    });
    let key = match (trains, observed || admitted || decided) {
        (true, _) => "fail-trainer-issues",
        (_, true) => "fail-examiner-issues",
        _ => return Ok(()),
    };
    Err(Failure::new(Exit::Refused, key, [("name", &by.name)]).hint("hint-independence", []))
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
    let mut taken = store.acts()?.iter().filter_map(|s| serial_of(&s.act.deed, &organisation.did)).max().unwrap_or(0);
    for _ in 0..TRIES {
        // A forged serial at the end of all numbers must not take the program down.
        taken = taken.checked_add(1).ok_or_else(|| Failure::damaged("serial"))?;
        let number =
            ground.scheme.number.fill(&day, &organisation.code, taken).ok_or_else(|| Failure::new(Exit::Bug, "fail-bug", []))?;
        let number = LicenceNumber::from(number);
        let claims = claims(
            ground,
            organisation,
            &Given { id: call.ports.random_id(), number: number.clone(), serial: taken, from, until },
        );
        let document = claims
            .signed(&organisation.key, from)
            .map_err(|unfit| Failure::new(Exit::Refused, "fail-unfit-claims", []).because(format!("{unfit:?}")))?;
        let (_, closed) = ground.case.closed.ok_or_else(|| Failure::damaged(&ground.learner.id))?;
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

fn serial_of(deed: &Deed, issuer: &Did) -> Option<u32> {
    match deed {
        Deed::Issued(issued) if issued.issuer == *issuer => Some(issued.serial),
        _ => None,
    }
}

/// What is settled at the moment of issue.
struct Given {
    id: uuid::Uuid,
    number: LicenceNumber,
    serial: u32,
    from: Moment,
    until: Moment,
}

fn claims(ground: &Ground<'_>, organisation: &Organisation, given: &Given) -> Claims {
    let (scheme, library) = (ground.scheme, &ground.loaded.library);
    let lang = library.language.clone();
    let words = Words::new(Tongue::of(lang.as_str()).unwrap_or(Tongue::Zh));
    let competences: Vec<String> = scheme.competences.iter().map(|c| c.get(&lang).to_owned()).collect();
    let other = library.languages.iter().find(|l| **l != lang);
    Claims {
        id: given.id,
        number: given.number.clone(),
        licence: scheme.id.clone(),
        title: scheme.title.get(&lang).to_owned(),
        other_title: other.map(|l| (l.clone(), scheme.title.get(l).to_owned())).filter(|(_, t)| *t != scheme.title.get(&lang)),
        scope: scheme.scope.get(&lang).trim().to_owned(),
        criteria: words.with("licence-criteria", &[("competences", competences.join("\n").into())]),
        issuer: Issuer { did: organisation.did.clone(), name: organisation.name.clone() },
        holder: Holder { id: ground.learner.id.clone(), name: ground.learner.name.clone() },
        from: given.from,
        until: Some(ends(given.until)),
        results: results(ground, &words),
        evidence: evidence(ground, &words),
        notes: notes(ground, &words),
        status: Some(Status { list: format!("urn:onduty:status:{}", organisation.code), index: u64::from(given.serial) }),
        language: lang,
    }
}

/// From when on a licence that holds until then is no longer good: the last second is over.
pub const fn ends(until: Moment) -> Moment {
    Moment(until.0 + 1000)
}

fn results(ground: &Ground<'_>, words: &Words) -> Vec<PartResult> {
    let verdict = &ground.outcome.verdict;
    let scheme = ground.scheme;
    let part = |(id, name): (&str, &str), share: Option<crate::base::points::Exact>, least: Option<u8>| {
        let mark = Mark::Percent { value: share?.percent(), required: Some(percent(least?).percent()) };
        Some(PartResult { id: id.to_owned(), name: words.get(name), mark })
    };
    let practice = match (talks(&ground.case.kept.activity), ground.outcome.stations.len()) {
        (_, 0) => "told-part-talks",
        (0, _) => "told-part-stations",
        _ => "told-part-both",
    };
    [
        part(("theory", "told-part-theory"), verdict.theory, scheme.theory.as_ref().map(|t| t.pass)),
        part(("practice", practice), verdict.practice, scheme.practice.as_ref().map(|p| p.pass)),
        part(("total", "licence-total"), verdict.total, Some(scheme.result.pass)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn evidence(ground: &Ground<'_>, words: &Words) -> Vec<Evidence> {
    let plan = &ground.case.kept.activity.plan;
    let mut out = Vec::new();
    let mut add = |kind: EvidenceKind, digest: Digest, key: &str| {
        out.push(Evidence { kind, digest, name: words.get(key), narrative: None });
    };
    if let Some(exam) = &plan.exam {
        add(EvidenceKind::Scheme, exam.scheme, "evidence-scheme");
    }
    let contents: Vec<Digest> = plan.contents().collect();
    add(EvidenceKind::Content, Digest::of(&contents), "evidence-content");
    if let Some((_, closed)) = ground.case.closed {
        add(EvidenceKind::Attempt, closed, "evidence-exam");
    }
    let register = &ground.registry.register;
    let counts = |id: &AttemptId| ground.outcome.stations.iter().flat_map(|s| &s.seen).any(|s| s.observation == *id);
    let observed = register.observed.get(&plan.attempt).into_iter().flatten().filter(|o| counts(&o.observation));
    observed.for_each(|o| add(EvidenceKind::Attempt, o.closed, "evidence-observation"));
    let by_right = |signed: &&Signed| register.who(&signed.act.key, signed.act.deed.takes()).is_some();
    for signed in ground.registry.acts.iter().filter(by_right) {
        let key = match &signed.act.deed {
            Deed::Admitted { attempt, .. } if *attempt == plan.attempt => "evidence-admitted",
            Deed::Decided { attempt, .. } if *attempt == plan.attempt => "evidence-decided",
            Deed::Settled { exam, .. } if *exam == plan.attempt => "evidence-settled",
            _ => continue,
        };
        add(EvidenceKind::Act, signed.act.digest(), key);
    }
    out
}

fn notes(ground: &Ground<'_>, words: &Words) -> Vec<Note> {
    let rules = &ground.scheme.conduct;
    [
        (NoteKind::Unsupervised, ground.scheme.is_unwatched()),
        (NoteKind::NotIndependent, rules.independence == Independence::None),
        (NoteKind::Scripted, by_script(&ground.case.kept)),
        (NoteKind::PublicPool, ground.public),
    ]
    .into_iter()
    .filter(|(_, holds)| *holds)
    .map(|(kind, _)| Note { kind, text: words.get(&format!("licence-{}", kind.genre().replace('/', "-"))) })
    .collect()
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
    // Never over another file: it may be the only copy of a key.
    let written = std::fs::OpenOptions::new().write(true).create_new(true).open(out).and_then(|mut file| {
        std::io::Write::write_all(&mut file, text.as_bytes())?;
        file.sync_all()
    });
    written.map_err(|e| {
        Failure::new(Exit::Store, "fail-write-licence", [("path", &name)])
            .because(e)
            .hint("hint-licence-file", [("number", number.as_str())])
    })
}
