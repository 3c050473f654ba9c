//! `learn [COURSE]`: take a course, go on with it, or write it as a page.

use super::args::Learn;
use super::failure::{Exit, Failure};
use super::room::{Call, Room, lang};
use super::{Outcome, files, menus, start};
use crate::attempt::plan::Subject;
use crate::base::id::CourseId;
use crate::model::course::Course;
use crate::model::library::Library;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Learn) -> Outcome {
    if let Some(out) = &args.out {
        return write(call, args, out);
    }
    let mut room = call.room(args.answers.as_deref())?;
    let id = match &args.course {
        Some(named) => find(&room.library, named)?.id.clone(),
        None => match menus::pick_course(&mut room)? {
            Ok(id) => id,
            Err(how) => return Ok(menus::left(&room, how, None)),
        },
    };
    go(&mut room, &id, args.again)
}

/// Takes a course: the unfinished attempt at it, or a new one.
pub fn go(room: &mut Room<'_>, id: &CourseId, again: bool) -> Outcome {
    let subject = Subject::Course(id.to_string());
    menus::take_up(room, &subject, again, |room| start::course(room, find(&room.library, id.as_str())?))
}

fn find<'a>(library: &'a Library, named: &str) -> Result<&'a Course, Failure> {
    let all: Vec<_> = library.courses.values().map(|c| (c.id.as_str(), &c.title, c)).collect();
    menus::find("course", named, &all)
}

fn write(call: &mut Call<'_>, args: &Learn, out: &std::path::Path) -> Outcome {
    let library = call.library()?;
    let Some(named) = &args.course else {
        return Err(Failure::usage("fail-missing-arg", [("arg", "COURSE")]).hint("hint-list", []));
    };
    let course = find(&library, named)?;
    let lang = lang(&library, &call.words);
    let page = crate::report::page::page(&library, course, &call.words.for_pages(), &lang);
    files::write_page(call, out, &page)?;
    Ok(Exit::Done)
}
