//! `[library]` with `[retention]`, and `[syllabus]`, and what every main table begins with.

use std::ops::Range;

use super::reader::Reader;
use super::sheet::{At, Kind, Sheet, Tongues};
use super::syntax::Parsed;
use crate::base::id::{AgreementId, Lang, RoleId, SkillId};
use crate::content::codes;
use crate::model::library::{Aim, Objective, Status, Syllabus};
use crate::model::scenario::condition::is_var_name;
use crate::model::span::Lasts;
use crate::model::text::Text;
use crate::model::version::{Change, Changed};
use crate::model::word::Letting;

/// What every main table begins with.
#[derive(Clone, Debug)]
pub struct Head {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Where it is in its life.
    pub status: Status,
    /// Where it comes from.
    pub sources: Vec<String>,
    /// What became of it, as written.
    pub changed: Vec<Changed>,
    /// Where it begins.
    pub span: Range<usize>,
}

impl Head {
    /// Takes the common keys out of a main table; `sourced`: that it should say where it comes from.
    pub fn read(r: &mut Reader<'_, '_>, kind: Kind, sourced: bool) -> Self {
        r.require(&["id", "title"]);
        let id = r.id().map(|id| (id.it.to_owned(), id.span));
        let span = id.as_ref().map_or_else(|| r.span.clone(), |(_, span)| span.clone());
        let id = id.map_or_else(|| "?".to_owned(), |(id, _)| id);
        r.sheet.part(format!("{kind}:{id}"), &r.span.clone(), span.clone());
        let title = r.text("title").unwrap_or_default();
        r.string("version");
        r.string("owner");
        let status = r.word("status", Status::ALL).unwrap_or(Status::Live);
        let sources = r.strings("sources");
        if sourced && sources.is_empty() && !r.has("sources") {
            r.sheet.find(&codes::NO_SOURCES, r.span.clone(), &[]);
        }
        let changed = r.rows("changed", |r| {
            r.require(&["on", "kind", "note"]);
            let (on, kind) = (r.date("on"), r.word("kind", Change::ALL));
            r.string("note");
            on.zip(kind).map(|(on, kind)| Changed { on, kind })
        });
        let changed = changed.into_iter().flatten().collect();
        Self { id, title, status, sources: sources.into_iter().map(|s| s.it.to_owned()).collect(), changed, span }
    }
}

/// What a library file says of its languages and of other libraries.
#[derive(Debug)]
pub struct Frame {
    /// Its languages.
    pub tongues: Tongues,
    /// The library it lies over.
    pub extends: Option<String>,
    /// What it hides of it: `scenario:x`, with places.
    pub hide: Vec<(String, Range<usize>)>,
}

/// Takes out what must be known before anything else is read; its mistakes are put down when the library itself is read.
pub fn frame(parsed: &Parsed<'_>) -> Option<Frame> {
    let unknown = Tongues { base: Lang::from("zh-CN"), others: Vec::new() };
    let mut sheet = Sheet::new(parsed, &unknown, &[]);
    let mut root = Reader::new(&mut sheet, &parsed.table, 0..0);
    root.main("library", |r| {
        let base = r.string("language").map_or_else(|| unknown.base.clone(), |l| Lang::from(full(l.it)));
        let all = r.strings("languages");
        let others = all.iter().map(|l| full(l.it)).filter(|l| *l != base.as_str()).map(Lang::from).collect();
        Frame {
            tongues: Tongues { base, others },
            extends: r.string("extends").map(|e| e.it.to_owned()),
            hide: r.strings("hide").into_iter().map(|h| (h.it.to_owned(), h.span)).collect(),
        }
    })
}

/// A library as its file says it.
#[derive(Clone, Debug)]
pub struct LibraryDraft {
    /// IANA time zone.
    pub time_zone: String,
    /// Skills.
    pub skills: Vec<(SkillId, Text)>,
    /// Roles.
    pub roles: Vec<(RoleId, Text)>,
    /// Agreements: title and text.
    pub agreements: Vec<(AgreementId, (Text, Text))>,
    /// Values of the house by name.
    pub house: Vec<(String, Text)>,
    /// How long what lies beside the record is kept.
    pub retention: Vec<(Letting, Lasts)>,
}

/// Reads a library file.
pub fn library(root: &mut Reader<'_, '_>) -> Option<(Head, LibraryDraft)> {
    let main = root.main("library", |r| {
        r.require(&["language", "languages", "time_zone"]);
        let head = Head::read(r, Kind::Library, false);
        languages(r);
        let zone = r.string("time_zone");
        if let Some(zone) = &zone
            && jiff::tz::TimeZone::get(zone.it).is_err()
        {
            r.sheet.find(&codes::BAD_ZONE, zone.span.clone(), &[("found", zone.it)]);
        }
        r.string("extends");
        r.strings("hide");
        (head, zone.map_or_else(|| "UTC".to_owned(), |z| z.it.to_owned()))
    });
    let titled = |r: &mut Reader<'_, '_>, kind: Kind, id: &At<&str>| {
        r.require(&["title"]);
        r.sheet.part(format!("{kind}:{}", id.it), &r.span.clone(), id.span.clone());
        r.text("title").unwrap_or_default()
    };
    let skills = root.items("skill", |r, id| (SkillId::from(id.it), titled(r, Kind::Skill, id)));
    let roles = root.items("role", |r, id| (RoleId::from(id.it), titled(r, Kind::Role, id)));
    let agreements = root.items("agreement", |r, id| {
        r.require(&["text"]);
        (AgreementId::from(id.it), (titled(r, Kind::Agreement, id), r.text("text").unwrap_or_default()))
    });
    let house = house(root);
    let retention = root.table("retention", retention).unwrap_or_default();
    let (head, time_zone) = main?;
    Some((head, LibraryDraft { time_zone, skills, roles, agreements, house, retention }))
}

fn retention(r: &mut Reader<'_, '_>) -> Vec<(Letting, Lasts)> {
    let mut out = Vec::new();
    for (word, what) in Letting::ALL {
        let Some(text) = r.string(word) else { continue };
        match Lasts::parse(text.it) {
            Some(lasts) => out.push((*what, lasts)),
            None => r.sheet.find(&codes::BAD_LASTS, text.span, &[("found", text.it)]),
        }
    }
    out
}

fn house(root: &mut Reader<'_, '_>) -> Vec<(String, Text)> {
    let mut out = Vec::new();
    for (name, text) in root.values("house") {
        if !is_var_name(name.it) {
            root.sheet.find(&codes::BAD_VARIABLE, name.span, &[("name", name.it)]);
        }
        out.push((name.it.to_owned(), text));
    }
    out
}

fn languages(r: &mut Reader<'_, '_>) {
    let all = r.strings("languages");
    let base = r.string("language");
    // Taken as what was meant, so that this is the one finding and not one in each file of the library.
    for short in all.iter().chain(&base).filter(|l| full(l.it) != l.it) {
        r.sheet.find(&codes::NOT_A_LANGUAGE, short.span.clone(), &[("language", short.it), ("best", full(short.it))]);
    }
    if let Some(base) = base
        && r.has("languages")
        && all.iter().all(|l| full(l.it) != full(base.it))
    {
        r.sheet.find(&codes::NOT_A_LANGUAGE, base.span.clone(), &[("language", base.it), ("best", "none")]);
    }
}

/// The tag that a short or misspelt name of Chinese stands for; any other language is what it says.
fn full(language: &str) -> &str {
    match language.to_ascii_lowercase().as_str() {
        "zh" | "zh-cn" | "zh_cn" | "zh-hans" | "cn" | "chinese" => "zh-CN",
        _ => language,
    }
}

/// Reads a syllabus file.
pub fn syllabus(root: &mut Reader<'_, '_>) -> Option<(Head, Syllabus)> {
    let head = root.main("syllabus", |r| Head::read(r, Kind::Syllabus, true));
    let of = head.as_ref().map_or("?", |h| &h.id).to_owned();
    root.require(&["objective"]);
    let objectives = root.items("objective", |r, id| {
        r.require(&["text", "source", "kind"]);
        let id_here = format!("{of}/{}", id.it);
        r.sheet.part(format!("objective:{id_here}"), &r.span.clone(), id.span.clone());
        Objective {
            id: id_here.into(),
            text: r.text("text").unwrap_or_default(),
            source: r.string("source").map(|s| s.it.to_owned()).unwrap_or_default(),
            aim: r.word("kind", Aim::ALL).unwrap_or(Aim::Know),
        }
    });
    let head = head?;
    let syllabus = Syllabus { id: head.id.as_str().into(), title: head.title.clone(), objectives };
    Some((head, syllabus))
}
