//! The shapes and the readers name the same keys, table by table: what must be there, types, words, ranges, what is translated.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{FILES, File, Key, Rule, Table, What};
use crate::content::files::{Root, Source};
use crate::content::gather::{MAINS, read_kind};
use crate::content::raw::asked::Noted;
use crate::content::raw::reader::Reader;
use crate::content::raw::sheet::{Sheet, Tongues};
use crate::content::raw::syntax::Parsed;
use crate::content::raw::{scan, walk};

type Names = BTreeSet<&'static str>;

/// What no file there is has.
const SELDOM: [&str; 6] = [
    "format = 1\n[library]\nid = \"x\"\n[retention]\npractice_words = \"1y\"\n",
    "format = 1\n[licence]\nid = \"x\"\n[conduct]\ntwo_persons = [\"issue\"]\n[provisional]\nlasts = \"30d\"\nconditions = \"x\"\n[appeals]\nwindow = \"10d\"\nanswer_within = \"15d\"\n",
    "format = 1\n[bank]\nid = \"x\"\nchanged = [{ on = 2026-11-21, kind = \"typo\", note = \"x\" }]\n",
    "format = 1\nwalks = \"scenario:x\"\n[[walk]]\nid = \"x\"\nreplies = [{ turn = \"a\", reply = \"b\" }]\n",
    "format = 1\n[scenario]\n[customer]\n[[turn]]\nid = \"a\"\n[turn.write]\nbranch = [{ to = \"b\" }]\n[[turn.write.wants]]\nid = \"x\"\n",
    "format = 1\n[bank]\nid = \"x\"\n[[question]]\nid = \"a\"\nkind = \"write\"\n[question.write]\n[[question.write.wants]]\nid = \"x\"\n",
];

/// What readers asked of every file there is: the shipped ones, those of the tests, and every wrong example.
fn asked() -> Vec<(&'static File, Noted)> {
    let mut sources = Root::shipped().sources;
    for folder in ["tests/shelf", "tests/hall", "tests/findings", "tests/chatroom"] {
        sources.extend(Root::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).sources);
    }
    sources.extend(SELDOM.map(|text| Source::new("x.toml", text)));
    let mut out = Vec::new();
    for source in sources.iter().filter(|s| s.readable) {
        let scan = scan::scan(&source.text);
        let parsed = Parsed::read(source, &scan);
        let Some(file) = FILES.iter().find(|file| parsed.table.contains_key(file.name)) else { continue };
        let tongues = Tongues { base: "zh-CN".into(), others: Vec::new() };
        let mut sheet = Sheet::new(&parsed, &tongues, &[]);
        let mut root = Reader::new(&mut sheet, &parsed.table, 0..0);
        root.get("format");
        match MAINS.iter().find(|kind| kind.word() == file.name) {
            Some(kind) => drop(read_kind(*kind, &mut root)),
            None => drop(walk::walks(&mut root)),
        }
        root.finish();
        out.extend(sheet.asked.into_iter().map(|noted| (file, noted)));
    }
    out
}

/// The table that a path leads to.
fn table_at(file: &File, noted: &Noted) -> &'static Table {
    if noted.main {
        return file.main().expect("a main table");
    }
    let mut table = file.root;
    let mut parts = noted.path.split('.').filter(|part| !part.is_empty());
    while let Some(part) = parts.next() {
        let here = || table.every().find(|key| key.name == part);
        let key = here().or_else(|| file.main()?.every().find(|key| key.name == part));
        table = match &key.unwrap_or_else(|| panic!("{} has no table {part} at {}", file.name, noted.path)).what {
            What::Items(inner, _) => {
                parts.next();
                inner
            }
            What::Table(inner) | What::Rows(inner, _) | What::Vars(inner) | What::Steps(inner) => inner,
            other => panic!("{} is no table: {other:?}", noted.path),
        };
    }
    table
}

/// The keys of a table, of a certain kind where there are kinds; `None` where nobody knows the kind.
fn keys(table: &'static Table, kind: Option<&str>) -> Option<Vec<&'static Key>> {
    let mut keys: BTreeMap<&str, &Key> = table.keys.iter().flat_map(|group| group.iter()).map(|key| (key.name, key)).collect();
    for rule in table.rules {
        if let Rule::Kinds(kinds) = rule {
            let (_, own) = kinds.iter().find(|(word, _)| Some(*word) == kind)?;
            keys.extend(own.iter().map(|key| (key.name, key)));
        }
    }
    Some(keys.into_values().collect())
}

/// Keys that must be there only where something else is.
fn sometimes(file: &File, table: &Table) -> Names {
    let mut out = Names::new();
    for rule in table.rules.iter().chain(file.root.rules) {
        match rule {
            Rule::Ways(ways) => out.extend(ways.iter().flat_map(|way| way.needs.iter())),
            Rule::Both(_, key) => drop(out.insert(key)),
            _ => {}
        }
    }
    out
}

/// The types that a reader may ask for.
fn types(what: &What) -> &'static [&'static str] {
    match what {
        What::Format => &["integer"],
        What::Text(_) | What::Name(_) | What::Word(_) => &["text"],
        What::Texts(..) | What::Matching | What::OwnMatching | What::NameOrNames(_) | What::WordOrWords(_) => &["text", "list"],
        What::Anchors | What::Names(..) | What::Series(_) | What::Words(_) | What::Steps(_) => &["list"],
        What::Flag => &["flag"],
        What::Integer(_) | What::Chars(_) => &["integer"],
        What::Decimal(_) => &["number"],
        What::Date => &["date"],
        What::Values | What::Score | What::Vars(_) | What::Set | What::Add | What::Table(_) => &["table"],
        What::Rows(..) | What::Items(..) => &["tables"],
    }
}

fn words(what: &What) -> Option<Vec<&'static str>> {
    match what {
        What::Word(words) | What::Words(words) | What::WordOrWords(words) => Some(words.to_vec()),
        _ => None,
    }
}

fn is_shown(what: &What) -> bool {
    let own = matches!(what, What::Matching | What::OwnMatching | What::Chars(_));
    own || matches!(what, What::Text(_) | What::Texts(..) | What::Values | What::Anchors)
}

/// What of one table is otherwise in its shape.
fn differs(file: &File, table: &'static Table, noted: &Noted) -> Option<String> {
    let shape = keys(table, noted.kind.as_deref())?;
    let of = |name: &str| shape.iter().find(|key| key.name == name);
    let known: Names = noted.known.iter().copied().collect();
    let mut wrong: Vec<String> = known.iter().filter(|key| of(key).is_none()).map(|key| format!("{key} is not in it")).collect();
    let required: Names = noted.required.iter().copied().collect();
    // The top is read because of these.
    let given: Names = ["format", file.name].into();
    for key in shape.iter().filter(|key| key.must && !(std::ptr::eq(table, file.root) && given.contains(key.name))) {
        if !required.contains(key.name) {
            wrong.push(format!("{} need not be there", key.name));
        }
    }
    let sometimes = sometimes(file, table);
    for key in required.iter().filter(|key| !sometimes.contains(**key) && of(key).is_some_and(|key| !key.must)) {
        wrong.push(format!("{key} must be there"));
    }
    for key in shape.iter().filter(|key| known.contains(key.name)) {
        let (name, what) = (key.name, &key.what);
        if let Some(kind) = noted.types.get(name).filter(|kind| !types(what).contains(kind)) {
            wrong.push(format!("{name} is a {kind}"));
        }
        if noted.words.get(name).is_some_and(|asked| Some(asked) != words(what).as_ref()) {
            wrong.push(format!("{name} takes {:?}", noted.words[name]));
        }
        let range = if let What::Integer(range) | What::Chars(range) = what { Some(range) } else { None };
        if noted.ranges.get(name).is_some_and(|asked| Some(asked) != range && !matches!(what, What::Set | What::Add)) {
            wrong.push(format!("{name} lies in {:?}", noted.ranges[name]));
        }
        if noted.texts.contains(&name) != is_shown(what) {
            wrong.push(format!("{name} is shown or not"));
        }
    }
    (!wrong.is_empty()).then(|| format!("{} {} ({:?}): {}", file.name, table.name, noted.kind, wrong.join("; ")))
}

#[test]
fn the_shapes_are_what_is_read() {
    let mut wrong = BTreeSet::new();
    let mut seen: BTreeMap<(&str, Option<String>), (&'static Table, Names)> = BTreeMap::new();
    for (file, noted) in asked() {
        let table = table_at(file, &noted);
        wrong.extend(differs(file, table, &noted));
        let kind = noted.kind.clone().filter(|_| table.rules.iter().any(|rule| matches!(rule, Rule::Kinds(_))));
        if keys(table, kind.as_deref()).is_some() {
            let names = &mut seen.entry((table.name, kind)).or_insert((table, Names::new())).1;
            names.extend(noted.known.iter());
        }
    }
    for ((name, kind), (table, asked)) in &seen {
        let shape = keys(table, kind.as_deref()).unwrap_or_default();
        let unread: Vec<&str> = shape.iter().map(|key| key.name).filter(|key| !asked.contains(key)).collect();
        if !unread.is_empty() {
            wrong.insert(format!("{name} {kind:?}: nobody reads {unread:?}"));
        }
    }
    let names: Names = seen.keys().map(|(name, _)| *name).collect();
    for file in FILES {
        tables(file.root, &mut |table| {
            for kind in kinds(table) {
                if !seen.contains_key(&(table.name, kind.map(str::to_owned))) {
                    wrong.insert(format!("no file has a {} {kind:?}", table.name));
                }
            }
        });
    }
    assert!(wrong.is_empty() && names.len() > 30, "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

fn kinds(table: &Table) -> Vec<Option<&'static str>> {
    let kinds = table.rules.iter().find_map(|rule| match rule {
        Rule::Kinds(kinds) => Some(kinds.iter().map(|(word, _)| Some(*word)).collect()),
        _ => None,
    });
    kinds.unwrap_or_else(|| vec![None])
}

fn tables(table: &'static Table, see: &mut dyn FnMut(&'static Table)) {
    see(table);
    for key in table.every() {
        match &key.what {
            What::Table(inner) | What::Rows(inner, _) | What::Items(inner, _) | What::Vars(inner) | What::Steps(inner) => {
                tables(inner, see)
            }
            _ => {}
        }
    }
}
