//! `[course]` with its lessons.

use super::library::Head;
use super::reader::Reader;
use super::sheet::Kind;
use crate::content::shape::range;
use crate::model::course::{Course, CourseBlock, Layer, Lesson};

/// Reads a course file.
pub fn course(root: &mut Reader<'_, '_>) -> Option<(Head, Course)> {
    let main = root.main("course", |r| {
        r.require(&["layer", "block"]);
        let head = Head::read(r, Kind::Course, true);
        let course = Course {
            id: head.id.as_str().into(),
            title: head.title.clone(),
            layer: r.word("layer", Layer::ALL).unwrap_or(Layer::Onboarding),
            block: r.word("block", CourseBlock::ALL).unwrap_or(CourseBlock::Basics),
            roles: r.refs("roles", Kind::Role),
            minutes: r.integer("minutes", range::MINUTES),
            requires: r.refs("requires", Kind::Course),
            lessons: Vec::new(),
        };
        (head, course)
    });
    let of = main.as_ref().map_or("?", |(head, _)| &head.id).to_owned();
    root.require(&["lesson"]);
    let lessons = root.items("lesson", |r, id| {
        r.require(&["title", "body"]);
        r.sheet.part(format!("lesson:{of}/{}", id.it), &r.span.clone(), id.span.clone());
        Lesson {
            id: id.it.into(),
            title: r.text("title").unwrap_or_default(),
            objectives: r.refs("objectives", Kind::Objective),
            body: r.text("body").unwrap_or_default(),
            check: r.refs("check", Kind::Question),
            practise: r.refs("practise", Kind::Scenario),
        }
    });
    let (head, course) = main?;
    Some((head, Course { lessons, ..course }))
}
