//! A course as one HTML file for phone and paper: lessons, exercises to write on, and the answers on pages of their own.
//!
//! Pure: a library in, a text out. How it looks is in `templates/`, filled by `press`; what a lesson's Markdown becomes in `markdown`, a
//! question in `exercise`.
//! What is for exams only is left out.

use std::collections::BTreeMap;

use serde::Serialize;

use super::exercise::{Desk, Exercise};
use super::markdown::to_html;
use super::press::{STYLE, press, safe};
use crate::base::dice::Seed;
use crate::base::id::{BankId, Lang, ObjectiveRef, QuestionRef, SyllabusId};
use crate::locale::{Value, Words};
use crate::model::course::{Course, Lesson};
use crate::model::library::Library;
use crate::model::question::Question;

const TEMPLATE: &str = include_str!("templates/page.html");

/// The sentences without gaps that the template names, `paper-` left off.
const SENTENCES: &[&str] = &[
    "contents",
    "name",
    "date",
    "on-screen",
    "goals",
    "check",
    "where-answers",
    "stage",
    "stage-how",
    "answers",
    "answers-how",
    "wrong",
];

/// The page of a course: the program's sentences in the language of `words`, the course in `lang`.
pub fn page(library: &Library, course: &Course, words: &Words, lang: &Lang) -> String {
    let desk = Desk { words, lang, seed: Seed::from_bytes(course.id.as_str().as_bytes()) };
    let shown = Press { library, course, desk }.page();
    press(TEMPLATE, shown)
}

/// What the template shows.
#[derive(Serialize)]
struct Page {
    lang: String,
    style: minijinja::Value,
    say: BTreeMap<String, String>,
    library: String,
    course: String,
    title: String,
    about: Vec<String>,
    /// Whether anything is asked at all.
    asks: bool,
    lessons: Vec<Taught>,
}

/// A lesson as the template shows it.
#[derive(Serialize)]
struct Taught {
    number: usize,
    heading: String,
    title: String,
    goals: Vec<String>,
    body: minijinja::Value,
    exercises: Vec<Exercise>,
    plays: Vec<Play>,
}

/// A scenario to play after a lesson.
#[derive(Serialize)]
struct Play {
    id: String,
    title: String,
    minutes: Option<String>,
}

/// What a page is made from.
struct Press<'a> {
    library: &'a Library,
    course: &'a Course,
    desk: Desk<'a>,
}

impl Press<'_> {
    fn page(&self) -> Page {
        let Self { library, course, desk } = self;
        let say = SENTENCES.iter().map(|key| (key.replace('-', "_"), desk.words.get(&format!("paper-{key}")))).collect();
        let lessons: Vec<_> = course.lessons.iter().enumerate().map(|(n, lesson)| self.lesson(n + 1, lesson)).collect();
        Page {
            lang: desk.lang.to_string(),
            style: safe(STYLE.to_owned()),
            say,
            library: library.title.get(desk.lang).to_owned(),
            course: course.id.to_string(),
            title: course.title.get(desk.lang).to_owned(),
            about: self.about(),
            asks: lessons.iter().any(|lesson| !lesson.exercises.is_empty()),
            lessons,
        }
    }

    /// What kind of course it is, for whom, how long, and what comes before.
    fn about(&self) -> Vec<String> {
        let Self { library, course, desk } = self;
        let words = desk.words;
        let list = |all: Vec<&str>| Value::from(all.join(&words.get("paper-comma")));
        let role = |id| library.roles.iter().find(|(role, _)| role == id).map(|(_, title)| title.get(desk.lang));
        let roles = match course.roles.iter().filter_map(role).collect::<Vec<_>>() {
            all if all.is_empty() => words.get("paper-everybody").into(),
            all => list(all),
        };
        let mut about = vec![
            words.get(&format!("paper-layer-{}", course.layer.word())),
            words.get(&format!("paper-block-{}", course.block.word())),
            words.with("paper-roles", &[("roles", roles)]),
        ];
        about.extend(course.minutes.map(|m| self.minutes(m)));
        let before: Vec<_> =
            course.requires.iter().filter_map(|c| library.courses.get(c)).map(|c| c.title.get(desk.lang)).collect();
        if !before.is_empty() {
            about.push(words.with("paper-requires", &[("courses", list(before))]));
        }
        about
    }

    fn minutes(&self, minutes: u32) -> String {
        self.desk.words.with("paper-minutes", &[("minutes", Value::from(minutes))])
    }

    fn lesson(&self, number: usize, lesson: &Lesson) -> Taught {
        let lang = self.desk.lang;
        let asked: Vec<_> = lesson.check.iter().filter_map(|id| self.question(id)).collect();
        let exercise = |n: usize| {
            let before = n.checked_sub(1).map(|n| asked[n]);
            self.desk.exercise(format!("{number}.{}", n + 1), asked[n], before)
        };
        Taught {
            number,
            heading: self.desk.words.with("paper-lesson", &[("number", Value::from(number))]),
            title: lesson.title.get(lang).to_owned(),
            goals: lesson.objectives.iter().filter_map(|id| self.objective(id)).collect(),
            body: safe(to_html(lesson.body.get(lang))),
            exercises: (0..asked.len()).map(exercise).collect(),
            plays: self.plays(lesson),
        }
    }

    /// A question, unless its bank is for exams only.
    fn question(&self, id: &QuestionRef) -> Option<&Question> {
        let (bank, _) = id.as_str().split_once('/')?;
        self.library.banks.get(&BankId::from(bank)).filter(|bank| bank.use_.is_for_practice())?;
        self.library.question(id)
    }

    fn objective(&self, id: &ObjectiveRef) -> Option<String> {
        let (syllabus, _) = id.as_str().split_once('/')?;
        let syllabus = self.library.syllabi.get(&SyllabusId::from(syllabus))?;
        syllabus.objectives.iter().find(|o| o.id == *id).map(|o| o.text.get(self.desk.lang).to_owned())
    }

    fn plays(&self, lesson: &Lesson) -> Vec<Play> {
        let scenarios = lesson.practise.iter().filter_map(|id| self.library.scenarios.get(id));
        let played = |scenario: &crate::model::scenario::Scenario| Play {
            id: scenario.id.to_string(),
            title: scenario.title.get(self.desk.lang).to_owned(),
            minutes: scenario.minutes.map(|m| self.minutes(m)),
        };
        scenarios.filter(|s| s.use_.is_for_practice()).map(played).collect()
    }
}

#[cfg(test)]
mod tests;
