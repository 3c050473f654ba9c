//! `licences --eligible`: who may be licensed now and is not, with the command that does it; and who passed and is refused, with the reason
//! and what to do. Asked of the same place that `issue` asks, so that neither says otherwise.

use serde_json::json;

use crate::base::moment::Moment;
use crate::cli::Outcome;
use crate::cli::again::quoted;
use crate::cli::failure::{Exit, Failure};
use crate::cli::issue::{Basis, Counter};
use crate::cli::registry::Registry;
use crate::cli::room::{Call, lang};
use crate::content::Loaded;
use crate::model::licence::Scheme;
use crate::store::{Learner, Store};

/// Why somebody is given none that says nothing new: nothing was passed that bears none yet, or the list of licences says it.
const NOTHING: &[&str] = &[
    "fail-no-exam-sat",
    "fail-exam-voided",
    "fail-exam-open",
    "fail-exam-failed",
    "fail-exam-borderline",
    "fail-exam-pending",
    "fail-exam-provisional",
    "fail-issued-already",
    "fail-issue-waiting",
    "fail-still-provisional",
    "fail-provisional-revoked",
    "fail-holder-suspended",
];

/// From so many columns on a command is read in a table.
const WIDE: usize = 60;

/// Somebody who may be licensed, or is refused on a passed exam.
pub struct May<'a> {
    /// Who.
    pub learner: &'a Learner,
    /// Which licence.
    pub scheme: &'a Scheme,
    /// `issue`, `fulfil` or `renew`; or why not.
    pub may: Result<&'static str, Failure>,
}

impl May<'_> {
    /// The command that does it: a full licence after a provisional one is issued too. `None` where it is refused.
    pub fn command(&self) -> Option<&'static str> {
        self.may.as_ref().ok().map(|how| if *how == "renew" { "renew" } else { "issue" })
    }

    /// The same as it is typed.
    fn typed(&self, call: &Call<'_>) -> Option<String> {
        let who = self.learner.staff_number.as_ref().unwrap_or(&self.learner.name);
        let whole = |command| call.words.typed(&format!("onduty {command} {} {}", quoted(who), self.scheme.id));
        self.command().map(whole)
    }
}

/// Whom a list is about: the courseware, these schemes of it, these learners.
pub type Among<'a> = (&'a Loaded, &'a [&'a Scheme], &'a [&'a Learner]);

/// Everybody who may be licensed now and is not, or is refused on a passed exam, in the order of the roster.
///
/// # Errors
/// `Failure` of the store.
pub fn all<'a>(call: &Call<'_>, store: &dyn Store, registry: &Registry, among: Among<'a>) -> Result<Vec<May<'a>>, Failure> {
    let (loaded, schemes, learners) = among;
    let (now, words, lang) = (call.ports.now(), &call.words, lang(&loaded.library, &call.words));
    let titles: Vec<&str> = schemes.iter().map(|scheme| scheme.title.get(&lang)).collect();
    let (mut first, mut again) = (Vec::new(), Vec::new());
    for (scheme, title) in schemes.iter().zip(titles) {
        first.push(Counter::new((loaded, scheme), title, words, false));
        again.push(Counter::new((loaded, scheme), title, words, true));
    }
    let mut all = Vec::new();
    for learner in learners {
        for (place, scheme) in schemes.iter().enumerate() {
            let may = may((&first[place], &again[place]), (store, registry), learner, now)?;
            all.extend(may.map(|may| May { learner, scheme, may }));
        }
    }
    Ok(all)
}

/// Lists them. The command stands in a column of its own where the window is wide enough to read it there, else below, once.
pub fn list(call: &mut Call<'_>, store: &dyn Store, registry: &Registry, among: Among<'_>) -> Outcome {
    let all = all(call, store, registry, among)?;
    if call.json() {
        let one = |it: &May<'_>| {
            let mut row = json!({ "learner": it.learner.id, "name": it.learner.name, "licence": it.scheme.id, "may": it.may.as_ref().ok() });
            if let Err(failure) = &it.may {
                row["why"] = json!(failure.what.said(&call.words));
                row["to_do"] = failure.hints.iter().map(|hint| hint.said(&call.words)).collect();
            }
            row
        };
        call.print_json(&all.iter().map(one).collect())?;
        return Ok(Exit::Done);
    }
    let lang = lang(&among.0.library, &call.words);
    let is_wide = call.report_look(None).width() >= WIDE;
    let heads: &[&str] = &["head-name", "head-licence", "head-may", "head-command"][..if is_wide { 4 } else { 3 }];
    let mut rows = vec![heads.iter().map(|key| call.words.get(key)).collect::<Vec<_>>()];
    for (it, how) in all.iter().filter_map(|it| Some((it, it.may.as_ref().ok()?))) {
        let mut row = vec![it.learner.called(), it.scheme.title.get(&lang).to_owned(), call.words.get(&format!("may-{how}"))];
        row.extend(it.typed(call).filter(|_| is_wide));
        rows.push(row);
    }
    if rows.len() > 1 {
        call.print_rows(&rows)?;
    } else {
        call.tell("note-none-eligible", &[]);
    }
    if let (false, Some(command)) = (is_wide, all.iter().find_map(|it| it.typed(call))) {
        call.tell("note-eligible-how", &[("command", command.into())]);
    }
    for (it, why) in all.iter().filter_map(|it| Some((it, it.may.as_ref().err()?))) {
        tell_refused(call, (it, it.scheme.title.get(&lang)), why);
    }
    Ok(Exit::Done)
}

/// Why somebody who passed is given none, and what to do.
fn tell_refused(call: &Call<'_>, (it, title): (&May<'_>, &str), why: &Failure) {
    let gaps = [("name", it.learner.called().into()), ("title", title.into()), ("why", why.what.said(&call.words).into())];
    call.tell("note-not-eligible", &gaps);
    for hint in &why.hints {
        call.tell("fail-hint", &[("hint", hint.said(&call.words).into())]);
    }
}

/// What somebody may be given, or why not; `None` where there is nothing to say.
fn may(
    (first, again): (&Counter<'_>, &Counter<'_>),
    (store, registry): (&dyn Store, &Registry),
    learner: &Learner,
    now: Moment,
) -> Result<Option<Result<&'static str, Failure>>, Failure> {
    let asked = |counter: &Counter<'_>| match counter.judged(store, registry, learner, now) {
        Ok(ground) => Ok(Ok(if *ground.basis() == Basis::Exam { "issue" } else { "fulfil" })),
        Err(failure) if failure.exit == Exit::Refused => Ok(Err(failure)),
        Err(failure) => Err(failure),
    };
    let issue = asked(first)?;
    if issue.is_ok() {
        return Ok(Some(issue));
    }
    if asked(again)?.is_ok() {
        return Ok(Some(Ok("renew")));
    }
    Ok(Some(issue).filter(|it| it.as_ref().is_err_and(|failure| !NOTHING.contains(&failure.what.key))))
}
