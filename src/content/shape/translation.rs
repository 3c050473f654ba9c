//! The schema of a translation: the same texts, the main table's at the top, tables with ids as tables by id, and nothing else.

use super::node::Node;
use super::schema::Maker;
use super::{File, Key, Table, What};
use crate::content::gather::FORMAT;
use crate::content::raw::translation::OWN_KEYS;

/// The schema of a translation of such a file.
pub fn file(maker: &mut Maker<'_>, file: &File) -> Node {
    let of = maker.say("schema-translation-translates").with("type", "string").with("pattern", format!("^{}:", file.name));
    let mut properties = Node::map([
        ("format", maker.say("schema-file-format").with("const", FORMAT)),
        ("translates", of),
        ("language", maker.say("schema-translation-language").with("type", "string").with("pattern", r"\S")),
    ]);
    if let Some(main) = file.main() {
        properties = texts(maker, main, properties);
    }
    for key in file.root.every().filter(|key| key.name != file.name && key.is_text()) {
        properties = properties.with(key.name, translated(maker, file.root, key));
    }
    Node::map([
        ("type", "object".into()),
        ("properties", properties),
        ("required", Node::texts(OWN_KEYS.iter().copied())),
        ("additionalProperties", false.into()),
    ])
}

/// The texts of a table.
fn texts(maker: &mut Maker<'_>, table: &'static Table, mut properties: Node) -> Node {
    for key in table.every().filter(|key| key.is_text()) {
        properties = properties.with(key.name, translated(maker, table, key));
    }
    properties
}

/// What a translation has under a key.
fn translated(maker: &mut Maker<'_>, of: &Table, key: &'static Key) -> Node {
    let inner = match &key.what {
        What::Table(table) => refer(maker, table),
        What::Items(table, _) => Node::map([("type", "object".into()), ("additionalProperties", refer(maker, table))]),
        _ => return maker.key(of, key),
    };
    maker.describe(of, key).and(inner)
}

fn refer(maker: &mut Maker<'_>, table: &'static Table) -> Node {
    let name = format!("{}-texts", table.name);
    maker.define(&name, |maker| {
        let properties = texts(maker, table, Node::Map(Vec::new()));
        Node::map([("type", "object".into()), ("properties", properties), ("additionalProperties", false.into())])
    })
}
