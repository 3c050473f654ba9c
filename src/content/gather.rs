//! From files to things: which file is what, which library it belongs to, which translations go with it; then each is read.
//!
//! Libraries over one another are settled in `overlay`. After this the files no longer matter, only their things (`Doc`).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::doc::{Body, Doc, Gathered, Layer};
use super::files::{Root, SHIPPED};
use super::raw::house::{self, House};
use super::raw::library::{Frame, Head};
use super::raw::path::nearest;
use super::raw::reader::Reader;
use super::raw::sheet::{Kind, Sheet, Tongues};
use super::raw::syntax::Parsed;
use super::raw::translation::Translation;
use super::raw::{bank, course, glossary, library, licence, scan, scenario, standard, station, walk, wording};
use super::side_by_side::side_by_side;
use super::{codes, overlay};
use crate::base::finding::{Finding, Place, Severity};
use crate::base::id::Lang;
use crate::model::library::Status;

/// The format that is read.
pub const FORMAT: i64 = 1;

/// The main tables of this version.
pub const MAINS: &[Kind] = &[
    Kind::Library,
    Kind::Syllabus,
    Kind::Course,
    Kind::Bank,
    Kind::Scenario,
    Kind::Station,
    Kind::Licence,
    Kind::Standard,
    Kind::Wording,
    Kind::Glossary,
];

/// Whether a folder's library file says that it lies over the shipped library.
pub fn extends_shipped(root: &Root) -> bool {
    let candidates = root.sources.iter().filter(|s| s.readable && s.text.contains("[library]") && s.text.contains("extends"));
    candidates.into_iter().any(|source| {
        let scan = scan::scan(&source.text);
        let parsed = Parsed::read(source, &scan);
        library::frame(&parsed).and_then(|f| f.extends).is_some_and(|e| e == SHIPPED)
    })
}

/// Finds each folder's languages; one without a library file goes with the one below.
pub fn layers<'a>(parsed: &[&'a [Parsed<'a>]]) -> Vec<Layer<'a>> {
    let mut frames: Vec<Frame> = Vec::new();
    for files in parsed {
        let own = files.iter().find_map(library::frame);
        let below = frames.last().map(|frame| frame.tongues.clone());
        let frame = own.unwrap_or_else(|| {
            let tongues = below.unwrap_or_else(|| guessed(files));
            Frame { tongues, extends: None, hide: Vec::new() }
        });
        frames.push(frame);
    }
    let house = Arc::new(House::of(parsed.iter().copied().zip(frames.iter().map(|frame| &frame.tongues.base))));
    parsed.iter().zip(frames).map(|(files, frame)| Layer { files, frame, house: house.clone(), read: None }).collect()
}

/// Without any library file: Chinese, and whatever there are translations into.
fn guessed(files: &[Parsed<'_>]) -> Tongues {
    let langs =
        files.iter().filter(|f| f.table.contains_key("translates")).filter_map(|f| f.table.get("language")?.get_ref().as_str());
    let others: BTreeSet<Lang> = langs.filter(|l| *l != "zh-CN").map(Lang::from).collect();
    Tongues { base: Lang::from("zh-CN"), others: others.into_iter().collect() }
}

/// Reads everything.
pub fn gather<'a>(roots: &[Root], layers: &'a [Layer<'a>]) -> Gathered<'a> {
    let mut all = Gathered { tongues: layers.last().map(|l| l.frame.tongues.clone()), ..Gathered::default() };
    for root in roots {
        all.findings.extend(root.findings.iter().cloned());
        all.all_blind |= root.sources.iter().any(|s| !s.readable);
    }
    for (n, layer) in layers.iter().enumerate() {
        for parsed in layer.files {
            all.findings.extend(parsed.findings.iter().cloned());
        }
        all.findings.extend(layer.house.unknown(layer.files));
        match &layer.read {
            Some(read) => all.take(read),
            None => read_layer(&mut all, n, layer),
        }
        overlay::hide(&mut all, n, layer);
    }
    all.findings.extend(layers.last().into_iter().flat_map(|layer| layer.house.circles.iter().cloned()));
    all.findings.extend(house::unnamed(&layers.iter().map(|layer| layer.files).collect::<Vec<_>>()));
    overlay::settle(&mut all);
    if !all.docs.iter().any(|d| d.kind == Kind::Library) && !all.all_blind {
        let folder = roots.last().map_or("courses", |r| if r.name.is_empty() { "courses" } else { &r.name });
        all.findings.push(codes::NO_LIBRARY.at(Place::new(&format!("{folder}/library.toml").into(), 0..0), &[]));
    }
    all
}

/// What a file is.
enum What<'a> {
    Base(Kind),
    Translation { of: &'a str, at: Range<usize> },
    Walks,
}

/// Reads the files of the `n`-th layer.
pub fn read_layer<'a>(all: &mut Gathered<'a>, n: usize, layer: &Layer<'a>) {
    let (mut bases, mut foreign, mut walks) = (Vec::new(), Vec::new(), Vec::new());
    for parsed in layer.files.iter().filter(|p| p.source.readable) {
        match what(all, parsed) {
            Some(What::Base(kind)) => bases.push((kind, parsed)),
            Some(What::Translation { of, at }) => foreign.push((of, at, parsed)),
            Some(What::Walks) => walks.push(parsed),
            None => {}
        }
    }
    let names: Vec<String> = bases.iter().filter_map(|(kind, p)| Some(format!("{kind}:{}", id_of(p, *kind)?))).collect();
    let translations = translations(all, layer, &names, foreign);
    let read = side_by_side(&bases, |(kind, parsed)| {
        let name = id_of(parsed, *kind).map(|id| format!("{kind}:{id}"));
        let own = name.as_ref().and_then(|name| translations.get(name.as_str())).map_or(&[][..], Vec::as_slice);
        read_base(n, layer, (*kind, parsed), own)
    });
    for (doc, findings) in read {
        all.findings.extend(findings);
        all.blind.extend(doc.iter().filter(|doc| !doc.parsed.broken.is_empty()).map(Doc::name));
        all.docs.extend(doc);
    }
    for parsed in walks {
        read_walks(all, n, layer, parsed);
    }
}

/// Whether a file says that it is in the format that is read; if it only fails to say so, it is read all the same.
fn is_this_format(all: &mut Gathered<'_>, parsed: &Parsed<'_>) -> bool {
    let root = &parsed.table;
    if root.is_empty() && !parsed.broken.is_empty() {
        all.all_blind = true;
        return false;
    }
    let top = || parsed.place(0..0);
    match root.get("format").map(|f| (f, f.get_ref().as_integer().and_then(|i| i.as_str().parse::<i64>().ok()))) {
        Some((_, Some(FORMAT))) => {}
        Some((at, Some(newer))) if newer > FORMAT => {
            all.findings.push(codes::NEWER_FORMAT.at(parsed.place(at.span()), &[("found", &newer.to_string())]));
            set_aside(all, parsed);
            return false;
        }
        Some((at, _)) => {
            let found = parsed.text.get(at.span()).unwrap_or("");
            all.findings.push(
                codes::BAD_WORD
                    .at(parsed.place(at.span()), &[("key", "format"), ("found", found), ("expected", "1"), ("best", "none")]),
            );
        }
        None if parsed.is_broken_near(0) => {}
        None => all.findings.push(codes::NO_FORMAT.at(top(), &[])),
    }
    true
}

/// Says what a file is, or what is wrong with that.
fn what<'a>(all: &mut Gathered<'a>, parsed: &'a Parsed<'a>) -> Option<What<'a>> {
    if !is_this_format(all, parsed) {
        return None;
    }
    let root = &parsed.table;
    let mut mains: Vec<(&str, Range<usize>, Range<usize>)> = Vec::new();
    for key in MAINS.iter().map(|k| k.word()).chain(["translates", "walks"]) {
        if let Some((name, value)) = root.get_key_value(key) {
            mains.push((key, name.span(), value.span()));
        }
    }
    mains.sort_by_key(|(_, at, _)| at.start);
    if let [(first, also, _), (second, at, _), ..] = mains.as_slice() {
        let mut finding = codes::TWO_MAINS.at(parsed.place(at.clone()), &[("first", first), ("second", second)]);
        finding.also = Some(parsed.place(also.clone()));
        all.findings.push(finding);
        return set_aside(all, parsed);
    }
    let Some((key, _, at)) = mains.into_iter().next() else {
        if parsed.broken.is_empty() {
            let best = nearest_main(parsed);
            all.findings.push(codes::NO_MAIN.at(best.1, &[("best", best.0)]));
        } else {
            all.all_blind = true;
        }
        return None;
    };
    if let Some(kind) = MAINS.iter().find(|kind| kind.word() == key) {
        return Some(What::Base(*kind));
    }
    if key == "walks" {
        return Some(What::Walks);
    }
    let Some(of) = root.get(key).and_then(|v| v.get_ref().as_str()) else {
        let found = root.get(key).map_or("", |v| v.get_ref().type_str());
        all.findings
            .push(codes::WRONG_TYPE.at(parsed.place(at), &[("key", key), ("expected", "text"), ("found", found), ("keys", "")]));
        return None;
    };
    Some(What::Translation { of, at })
}

/// The main table that was probably meant, and where.
fn nearest_main(parsed: &Parsed<'_>) -> (&'static str, Place) {
    for key in parsed.table.keys() {
        let words = MAINS.iter().map(|k| k.word()).chain(["translates", "walks"]);
        if let Some(best) = nearest(key.get_ref(), words) {
            return (best, parsed.place(key.span()));
        }
    }
    ("none", parsed.place(0..0))
}

/// A file that says of itself what it is but is not read: what names it is not wrong.
fn set_aside<'a>(all: &mut Gathered<'a>, parsed: &Parsed<'_>) -> Option<What<'a>> {
    for kind in MAINS {
        if let Some(id) = id_of(parsed, *kind) {
            all.blind.insert(format!("{kind}:{id}"));
        }
    }
    None
}

fn id_of<'a>(parsed: &'a Parsed<'_>, kind: Kind) -> Option<&'a str> {
    parsed.table.get(kind.word())?.get_ref().as_table()?.get("id")?.get_ref().as_str()
}

fn translations<'a>(
    all: &mut Gathered<'a>,
    layer: &Layer<'a>,
    names: &[String],
    foreign: Vec<(&'a str, Range<usize>, &'a Parsed<'a>)>,
) -> BTreeMap<&'a str, Vec<(Lang, &'a Parsed<'a>)>> {
    let mut out: BTreeMap<&'a str, Vec<(Lang, &'a Parsed<'a>)>> = BTreeMap::new();
    for (of, at, parsed) in foreign {
        if !names.iter().any(|name| name == of) {
            if !all.all_blind && !all.blind.contains(of) {
                let best = nearest(of, names.iter().map(String::as_str)).unwrap_or("none");
                all.findings.push(codes::TRANSLATES_NOTHING.at(parsed.place(at), &[("id", of), ("best", best)]));
            }
            continue;
        }
        all.translated.insert(parsed.source.name.to_string(), of.to_owned());
        let Some(lang) = language(all, layer, parsed) else { continue };
        let own = out.entry(of).or_default();
        if let Some((_, first)) = own.iter().find(|(own, _)| *own == lang) {
            let args = [("id", of), ("language", lang.as_str())];
            let mut finding = codes::TRANSLATED_TWICE.at(parsed.place(at), &args);
            finding.also = first.table.get("translates").map(|first_at| first.place(first_at.span()));
            all.findings.push(finding);
            continue;
        }
        own.push((lang, parsed));
    }
    out
}

fn language(all: &mut Gathered<'_>, layer: &Layer<'_>, parsed: &Parsed<'_>) -> Option<Lang> {
    let Some(value) = parsed.table.get("language") else {
        let at = parsed.table.get_key_value("translates").map_or(0..0, |(key, _)| key.span());
        if !parsed.is_broken_near(at.start) {
            all.findings.push(codes::KEY_MISSING.at(parsed.place(at), &[("key", "language"), ("of", "text"), ("words", "none")]));
        }
        return None;
    };
    let place = parsed.place(value.span());
    let Some(lang) = value.get_ref().as_str() else {
        let args = [("key", "language"), ("expected", "text"), ("found", value.get_ref().type_str()), ("keys", "")];
        all.findings.push(codes::WRONG_TYPE.at(place, &args));
        return None;
    };
    let others = &layer.frame.tongues.others;
    if others.iter().any(|other| other.as_str() == lang) {
        return Some(lang.into());
    }
    let best = nearest(lang, others.iter().map(Lang::as_str)).or(others.first().map(Lang::as_str)).unwrap_or("none");
    all.findings.push(codes::NOT_A_LANGUAGE.at(place, &[("language", lang), ("best", best)]));
    // One slip, one finding: its texts are most likely in the only language there is.
    match others.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// Reads a file with its translations; without a thing where it can't be told which.
fn read_base<'a>(
    layer: usize,
    of: &Layer<'a>,
    (kind, parsed): (Kind, &'a Parsed<'a>),
    own: &[(Lang, &'a Parsed<'a>)],
) -> (Option<Doc<'a>>, Vec<Finding>) {
    // Sheets live only while one file is read; translations are handed in for just that long.
    let own: Vec<Translation<'a>> = own.iter().map(|(lang, parsed)| Translation::of(parsed, lang.clone())).collect();
    let mut sheet = Sheet::new(parsed, &of.frame.tongues, &own);
    sheet.house = Some(&of.house);
    let mut root = Reader::new(&mut sheet, &parsed.table, 0..0);
    root.get("format");
    let read = read_kind(kind, &mut root);
    root.finish();
    let Some((head, body)) = read else { return (None, sheet.findings) };
    if head.status != Status::Draft {
        untranslated(&mut sheet, kind, &head, &own);
    }
    if parsed.broken.is_empty() {
        own.iter().for_each(|t| sheet.findings.extend(t.left_over(parsed, kind.word())));
    }
    let Sheet { refs, mut parts, places, mut findings, .. } = sheet;
    parts.sort();
    if head.status == Status::Draft {
        // Translating comes last: until then what is missing is told, and stands in nobody's way.
        findings.iter_mut().filter(|f| f.code == codes::UNTRANSLATED.code).for_each(|f| f.severity = Severity::Warning);
    }
    (Some(Doc { layer, parsed, kind, head, body, refs, parts, places }), findings)
}

/// Reads a file of a kind, of which only the format has been taken.
pub fn read_kind(kind: Kind, root: &mut Reader<'_, '_>) -> Option<(Head, Body)> {
    match kind {
        Kind::Library => library::library(root).map(|(head, body)| (head, Body::Library(Box::new(body)))),
        Kind::Syllabus => library::syllabus(root).map(|(head, body)| (head, Body::Syllabus(body))),
        Kind::Course => course::course(root).map(|(head, body)| (head, Body::Course(body))),
        Kind::Bank => bank::bank(root).map(|(head, body)| (head, Body::Bank(body))),
        Kind::Station => station::station(root).map(|(head, body)| (head, Body::Station(Box::new(body)))),
        Kind::Licence => licence::licence(root).map(|(head, body)| (head, Body::Licence(Box::new(body)))),
        Kind::Standard => standard::standard(root).map(|(head, body)| (head, Body::Standard(body))),
        Kind::Wording => wording::wording(root).map(|(head, body)| (head, Body::Wording(body.into()))),
        Kind::Glossary => glossary::glossary(root).map(|(head, body)| (head, Body::Glossary(body))),
        _ => scenario::scenario(root).map(|(head, body)| (head, Body::Scenario(Box::new(body)))),
    }
}

/// Languages that there is no file for at all: one finding each instead of one a text.
fn untranslated(sheet: &mut Sheet<'_>, kind: Kind, head: &Head, own: &[Translation<'_>]) {
    for lang in &sheet.tongues.others {
        if !own.iter().any(|t| t.lang == *lang) {
            let args = [("kind", kind.word()), ("id", head.id.as_str()), ("language", lang.as_str())];
            sheet.find(&codes::NO_TRANSLATION, head.span.clone(), &args);
        }
    }
}

fn read_walks<'a>(all: &mut Gathered<'a>, layer: usize, of: &Layer<'a>, parsed: &'a Parsed<'a>) {
    let mut sheet = Sheet::new(parsed, &of.frame.tongues, &[]);
    let mut root = Reader::new(&mut sheet, &parsed.table, 0..0);
    root.get("format");
    let walks = walk::walks(&mut root);
    root.get("walk");
    root.finish();
    let Sheet { refs, mut parts, places, findings, .. } = sheet;
    parts.sort();
    all.findings.extend(findings);
    if let Some(walks) = walks {
        let head = Head {
            id: walks.scenario.clone(),
            title: crate::model::text::Text::default(),
            status: Status::Live,
            sources: Vec::new(),
            changed: Vec::new(),
            span: 0..0,
        };
        all.docs.push(Doc { layer, parsed, kind: Kind::Walks, head, body: Body::Walks(walks), refs, parts, places });
    }
}
