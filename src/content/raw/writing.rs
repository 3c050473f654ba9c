//! What is to be written: the table `write` of a turn and of a question.
//!
//! Which register its rules and lists come from is settled when the library is put together; what its sample earns is checked then.

use super::reader::Reader;
use super::sheet::{At, Kind};
use crate::base::points::Points;
use crate::content::codes;
use crate::content::shape::range;
use crate::model::writing::{Want, Writing};

/// Reads the keys that both have. `of`: what holds it, as places are named.
pub fn writing(r: &mut Reader<'_, '_>, of: &str) -> Writing {
    r.require(&["sample", "wants"]);
    let wording = r.string("wording").map(|name| {
        r.sheet.refer(Kind::Wording, name.it, name.span);
        name.it.into()
    });
    let writing = Writing {
        task: r.text("task").unwrap_or_default(),
        sample: r.text("sample").unwrap_or_default(),
        wording,
        public: r.flag("public").unwrap_or(false),
        longer_than_customer: r.flag("longer_than_customer").unwrap_or(false),
        min_chars: r.reach("min_chars", range::CHARS).unwrap_or_default(),
        wants: r.items("wants", |r, id| want(r, of, id)),
        register: None,
    };
    if writing.best() <= Points::ZERO && !writing.wants.is_empty() {
        let place = r.place("wants");
        r.sheet.find(&codes::NO_POINTS, place, &[]);
    }
    let place = r.place("sample");
    r.sheet.places.push((format!("{of}/sample"), place));
    writing
}

fn want(r: &mut Reader<'_, '_>, of: &str, id: &At<&str>) -> Want {
    r.require(&["title", "score", "feedback"]);
    r.sheet.places.push((format!("{of}/wants/{}", id.it), id.span.clone()));
    let want = Want {
        id: id.it.into(),
        title: r.text("title").unwrap_or_default(),
        any: r.matching("any").unwrap_or_default(),
        all: r.matching("all").unwrap_or_default(),
        none: r.matching("none").unwrap_or_default(),
        score: r.score("score"),
        feedback: r.text("feedback").unwrap_or_default(),
    };
    if want.any.is_empty() && want.all.is_empty() && want.none.is_empty() {
        r.sheet.find(&codes::EMPTY, id.span.clone(), &[("key", "any")]);
    }
    want
}
