//! Later application: what something was good for afterwards, as far as the records show it. An exam: the licence, or the next try. A
//! course: the next exam that asks for it, or the talks since. Practice: how the same went the next time. Whether it is used with real
//! customers the records do not know; the reports say so.

use super::Tell;
use super::facts::{Done, Exam, Facts, Person};
use super::parts::{percent, standing, titled};
use crate::attempt::plan::Subject;
use crate::base::id::CourseId;
use crate::report::standing::share;

/// What became of it, in a sentence; empty where nothing did yet.
pub fn later(tell: Tell<'_>, facts: &Facts, person: &Person, done: &Done) -> String {
    match (&done.exam, &done.subject) {
        (Some(exam), _) => of_exam(tell, facts, person, (done, exam)),
        (None, Subject::Course(id)) => of_course(tell, facts, person, (done, &id.as_str().into())),
        (None, Subject::Bank(_) | Subject::Scenario(_)) => of_practice(tell, facts, person, done),
        _ => String::new(),
    }
}

fn of_exam(tell: Tell<'_>, facts: &Facts, person: &Person, (done, exam): (&Done, &Exam)) -> String {
    if let Some(licence) = facts.licence_on(&done.attempt) {
        let state = tell.get(&format!("report-state-{}", licence.state.name()));
        let until = facts.day(licence.until).to_string();
        let args = [("number", licence.number.as_str().into()), ("until", until.into()), ("state", state.into())];
        return tell.words.with("report-later-licence", &args);
    }
    let next = person.exams(Some(&exam.licence)).find(|(it, _)| it.begun > done.begun);
    match (next, exam.passed()) {
        (Some((next, exam)), _) => {
            let args = [("day", facts.day(next.begun).to_string().into()), ("result", standing(tell, exam).into())];
            tell.words.with("report-later-again", &args)
        }
        (None, Some(true)) => tell.get("report-later-no-licence"),
        (None, _) => String::new(),
    }
}

fn of_course(tell: Tell<'_>, facts: &Facts, person: &Person, (done, id): (&Done, &CourseId)) -> String {
    if !done.is_over() {
        return String::new();
    }
    let asks = |exam: &Exam| facts.asked_by.get(id).is_some_and(|all| all.contains(&exam.licence));
    if let Some((sat, exam)) = person.exams(None).find(|(it, exam)| it.begun >= done.last && asks(exam)) {
        let title = titled(tell, &sat.subject);
        let day = facts.day(sat.begun).to_string();
        let args = [("title", title.into()), ("day", day.into()), ("result", standing(tell, exam).into())];
        return tell.words.with("report-later-exam", &args);
    }
    let since = person.done.iter().filter(|it| it.begun >= done.last && it.is_practice() && it.is_over()).count();
    if since == 0 { String::new() } else { tell.words.with("report-later-practice", &[("count", since.into())]) }
}

fn of_practice(tell: Tell<'_>, facts: &Facts, person: &Person, done: &Done) -> String {
    let next = person.done.iter().find(|it| it.subject == done.subject && it.begun > done.begun && it.is_over());
    let Some((next, grade)) = next.and_then(|it| Some((it, it.grade.as_ref()?))) else { return String::new() };
    let args = [("day", facts.day(next.begun).to_string().into()), ("percent", percent(share(grade)).into())];
    tell.words.with("report-later-next", &args)
}
