//! From shapes to JSON Schema (draft 2020-12): one a kind of file, one for translations of each, one for whatever file it is.
//!
//! What a key is for comes in as sentences of the person's language; nothing here prints or reads.

use super::node::Node;
use super::{FILES, File, Key, Table, What, rules, translation, value};

/// Says a sentence of `locale/*/schema.ftl`.
pub type Say<'s> = &'s dyn Fn(&str) -> String;

/// The schema for a file of any kind.
pub const ANY_FILE: &str = "file";

/// What a translation's schema is called after its kind.
const TRANSLATION: &str = "-translation";

/// Every schema there is.
pub fn names() -> Vec<String> {
    let translated = FILES.iter().filter(|file| file.main().is_some()).map(|file| format!("{}{TRANSLATION}", file.name));
    std::iter::once(ANY_FILE.to_owned()).chain(FILES.iter().map(|file| file.name.to_owned())).chain(translated).collect()
}

/// The sentence that says what a schema is for.
pub fn about(name: &str) -> String {
    let kind = if name.ends_with(TRANSLATION) { "translation" } else { name };
    format!("schema-about-{kind}")
}

/// A schema as text; `None` where there is none of that name.
pub fn schema(name: &str, say: Say<'_>) -> Option<String> {
    let mut maker = Maker { say, defs: Vec::new() };
    let named = |name: &str| FILES.iter().find(|file| file.name == name);
    let body = match (name.strip_suffix(TRANSLATION), named(name)) {
        (Some(of), _) => translation::file(&mut maker, named(of).filter(|file| file.main().is_some())?),
        (None, Some(file)) => maker.table(file.root),
        (None, None) if name == ANY_FILE => any(&mut maker),
        (None, None) => return None,
    };
    let head = Node::map([
        ("$schema", "https://json-schema.org/draft/2020-12/schema".into()),
        ("$id", format!("{ID}{name}").into()),
        ("title", format!("onduty: {name}").into()),
        ("description", say(&about(name)).into()),
    ]);
    let whole = head.and(body).with("$defs", Node::Map(maker.defs));
    let text = serde_json::to_string_pretty(&whole).expect("our maps have texts as keys");
    Some(format!("{text}\n"))
}

/// How the name of every schema begins.
pub const ID: &str = "urn:onduty:format-1:";

impl File {
    /// Its main table; a file of walks has none.
    pub(super) fn main(&self) -> Option<&'static Table> {
        self.root.every().find(|key| key.name == self.name).and_then(|key| match &key.what {
            What::Table(table) => Some(*table),
            _ => None,
        })
    }
}

/// Which kind it is follows from the main table.
fn any(maker: &mut Maker<'_>) -> Node {
    let mut properties = Node::map([("format", maker.say("schema-file-format"))]);
    let (mut cases, mut mains) = (Vec::new(), Vec::new());
    for file in FILES {
        let is = Node::map([("required", Node::texts([file.name]))]);
        cases.push(Node::map([("if", is.clone()), ("then", maker.refer(file.root))]));
        mains.push(is);
        properties = properties.with(file.name, maker.say(&about(file.name)));
    }
    for file in FILES.iter().filter(|file| file.main().is_some()) {
        let of = Node::map([("pattern", format!("^{}:", file.name).into())]);
        let is = Node::map([("required", Node::texts(["translates"])), ("properties", Node::map([("translates", of)]))]);
        let name = format!("{}{TRANSLATION}", file.root.name);
        let then = maker.define(&name, |maker| translation::file(maker, file));
        cases.push(Node::map([("if", is), ("then", then)]));
    }
    mains.push(Node::map([("required", Node::texts(["translates"]))]));
    let kinds: Vec<String> = FILES.iter().filter(|f| f.main().is_some()).map(|f| f.name.to_owned()).collect();
    let of = maker.say("schema-translation-translates").with("pattern", format!("^({}):", kinds.join("|")));
    Node::map([
        ("type", "object".into()),
        ("required", Node::texts(["format"])),
        ("properties", properties.with("translates", of)),
        ("anyOf", Node::List(mains)),
        ("allOf", Node::List(cases)),
    ])
}

/// What is made on the way.
pub struct Maker<'s> {
    say: Say<'s>,
    defs: Vec<(String, Node)>,
}

impl Maker<'_> {
    /// A description.
    pub fn say(&self, sentence: &str) -> Node {
        Node::map([("description", (self.say)(sentence).into())])
    }

    /// A table that is defined once, by its name.
    pub fn define(&mut self, name: &str, make: impl FnOnce(&mut Self) -> Node) -> Node {
        if !self.defs.iter().any(|(known, _)| known == name) {
            self.defs.push((name.to_owned(), Node::Map(Vec::new())));
            let made = make(self);
            self.defs.iter_mut().filter(|(known, _)| known == name).for_each(|(_, node)| *node = made.clone());
        }
        Node::map([("$ref", format!("#/$defs/{name}").into())])
    }

    /// A reference to a table.
    pub fn refer(&mut self, table: &'static Table) -> Node {
        self.define(table.name, |maker| maker.table(table))
    }

    /// A table: its keys, which must be there, and nothing else.
    fn table(&mut self, table: &'static Table) -> Node {
        let mut properties = Node::Map(Vec::new());
        for key in table.keys.iter().flat_map(|group| group.iter()) {
            properties = properties.with(key.name, self.key(table, key));
        }
        let (mut node, all) = rules::rules(self, table, properties);
        let must: Vec<&str> =
            table.keys.iter().flat_map(|group| group.iter()).filter(|key| key.must).map(|key| key.name).collect();
        if !must.is_empty() {
            let mut once: Vec<&str> = Vec::new();
            must.into_iter().for_each(|name| {
                if !once.contains(&name) {
                    once.push(name)
                }
            });
            node = node.with("required", Node::texts(once));
        }
        node = node.with("additionalProperties", false);
        if all.is_empty() { node } else { node.with("allOf", Node::List(all)) }
    }

    /// What a key is for.
    pub fn describe(&self, table: &Table, key: &Key) -> Node {
        self.say(&format!("schema-{}-{}", key.of.unwrap_or(table.name), key.name.replace('_', "-")))
    }

    /// What stands under a key, with what it is for.
    pub fn key(&mut self, table: &Table, key: &'static Key) -> Node {
        self.describe(table, key).and(value::value(self, &key.what))
    }
}
