//! `assign`: what a group or a person is to do, and by when. It shows on home, in `progress` and in `group show`; no result depends on it.

use clap::Args;
use jiff::civil::Date;
use serde_json::{Value, json};

use super::Outcome;
use super::day::{dated, day};
use super::enrol::group;
use super::failure::{Exit, Failure};
use super::menus;
use super::room::{Call, lang, title};
use super::roster::find_learner;
use crate::attempt::plan::Subject;
use crate::model::library::Library;
use crate::store::{Assignment, Learner, Store, Whom};

/// `assign [WHAT] --to GROUP --due DATE`
#[derive(Debug, Args)]
pub struct Assign {
    /// A course or a licence; without it, all that is assigned is listed.
    #[arg(requires = "whom")]
    pub what: Option<String>,
    /// To a group.
    #[arg(long, value_name = "GROUP", group = "whom")]
    pub to: Option<String>,
    /// To one person.
    #[arg(long, value_name = "LEARNER", group = "whom")]
    pub learner: Option<String>,
    /// The last day for it.
    #[arg(long, value_name = "DATE", conflicts_with = "withdraw")]
    pub due: Option<String>,
    /// Takes it back.
    #[arg(long, requires = "what")]
    pub withdraw: bool,
}

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Assign) -> Outcome {
    let (library, mut store) = (call.library()?, call.store()?);
    let Some(named) = &args.what else { return list(call, &library, store.as_ref()) };
    let what = subject(&library, named)?;
    let learners = store.learners()?;
    let (to, name) = whom(store.as_ref(), &learners, args)?;
    let shown = title(&library, &lang(&library, &call.words), &what);
    if args.withdraw {
        let key = if store.withdraw(&what, &to)? { "note-withdrawn" } else { "note-not-assigned" };
        call.tell(key, &[("title", shown.into()), ("name", name.into())]);
        return Ok(Exit::Done);
    }
    let due = args.due.as_deref().map(day).transpose()?;
    let now = call.ports.now();
    let today = now.day(&library.time_zone);
    store.assign(&Assignment { what: what.clone(), to: to.clone(), due, at: now })?;
    let people = learners.iter().filter(|it| Assignment { what: what.clone(), to: to.clone(), due, at: now }.is_for(it)).count();
    let [is_dated, by] = dated(due);
    call.tell("note-assigned", &[("title", shown.into()), ("name", name.into()), ("people", people.into()), is_dated, by]);
    if due.zip(today).is_some_and(|(due, today)| due < today) {
        call.tell("note-due-is-past", &dated(due));
    }
    Ok(Exit::Done)
}

/// A course or a licence by its id or title.
fn subject(library: &Library, named: &str) -> Result<Subject, Failure> {
    let courses: Vec<_> = library.courses.values().map(|it| (it.id.as_str(), &it.title, it)).collect();
    let licences: Vec<_> = library.licences.values().map(|it| (it.id.as_str(), &it.title, it)).collect();
    let course = menus::find("course", named, &courses).map(|it| Subject::Course(it.id.to_string()));
    let licence = menus::find("licence", named, &licences).map(|it| Subject::Licence(it.id.to_string()));
    match (course, licence) {
        (Ok(_), Ok(_)) => Err(Failure::usage("fail-course-or-licence", [("id", named)])),
        (Ok(it), Err(_)) | (Err(_), Ok(it)) => Ok(it),
        (Err(_), Err(licence)) if named.starts_with("licence:") => Err(licence),
        (Err(course), Err(_)) if named.starts_with("course:") => Err(course),
        // Whichever has a name that is near; else it is neither.
        (Err(course), Err(licence)) => {
            let near = [course, licence].into_iter().find(|it| it.hints.iter().any(|hint| hint.key == "hint-did-you-mean"));
            Err(near.unwrap_or_else(|| Failure::usage("fail-neither", [("id", named)]).hint("hint-list", [])))
        }
    }
}

/// To whom, with the name as it is told. A group has to have somebody in it: otherwise it is a slip of the keyboard.
fn whom(store: &dyn Store, learners: &[Learner], args: &Assign) -> Result<(Whom, String), Failure> {
    if let Some(named) = &args.learner {
        let learner = find_learner(store, named)?;
        return Ok((Whom::Learner(learner.id.clone()), learner.called()));
    }
    let name = group(args.to.as_deref().unwrap_or_default())?;
    must_be_there(learners, &name, args.withdraw)?;
    Ok((Whom::Group(name.clone()), name))
}

/// A group that somebody is in; `gone`: it may have been one.
///
/// # Errors
/// `Failure` that names the groups there are.
pub fn must_be_there(learners: &[Learner], name: &str, gone: bool) -> Result<(), Failure> {
    let groups: std::collections::BTreeSet<&str> =
        learners.iter().flat_map(|it| it.post.groups.iter().map(String::as_str)).collect();
    if gone || groups.contains(name) {
        return Ok(());
    }
    let failure = Failure::usage("fail-no-group", [("name", name)]);
    let near = groups.iter().max_by(|a, b| strsim::jaro_winkler(a, name).total_cmp(&strsim::jaro_winkler(b, name)));
    Err(match near {
        None => failure.hint("hint-group-new", []),
        Some(near) if strsim::jaro_winkler(near, name) > 0.7 => failure.hint("hint-did-you-mean", [("name", *near)]),
        Some(_) => failure.hint("hint-group-list", []),
    })
}

/// All that is assigned.
fn list(call: &mut Call<'_>, library: &Library, store: &dyn Store) -> Outcome {
    let (all, learners) = (store.assignments()?, store.learners()?);
    let name = |to: &Whom| match to {
        Whom::Group(name) => name.clone(),
        Whom::Learner(id) => learners.iter().find(|it| it.id == *id).map_or_else(|| id.short().to_owned(), Learner::called),
    };
    if call.json() {
        let one = |it: &Assignment| {
            let (kind, id) = it.to.parts();
            json!({ "what": it.what.named(), "to": { kind: id }, "name": name(&it.to), "due": iso(it.due), "at": it.at })
        };
        let all: Vec<_> = all.iter().map(one).collect();
        return call.print_json(&json!(all)).map(|()| Exit::Done);
    }
    if all.is_empty() {
        call.tell("note-nothing-assigned", &[]);
        return Ok(Exit::Done);
    }
    let lang = lang(library, &call.words);
    let mut rows = vec![["head-assigned-to", "head-due", "head-assigned"].map(|key| call.words.get(key)).to_vec()];
    for it in &all {
        let due = it.due.map(|day| day.to_string()).unwrap_or_default();
        let kind = call.words.get(&format!("kind-{}", it.what.parts().0));
        let shown =
            call.words.with("assigned-title", &[("title", title(library, &lang, &it.what).into()), ("kind", kind.into())]);
        rows.push(vec![name(&it.to), due, shown]);
    }
    call.print_rows(&rows)?;
    Ok(Exit::Done)
}

/// A day for programs.
pub fn iso(day: Option<Date>) -> Value {
    day.map_or(Value::Null, |day| day.to_string().into())
}
