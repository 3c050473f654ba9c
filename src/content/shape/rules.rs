//! What holds of several keys of a table, as a schema says it.

use super::node::Node;
use super::schema::Maker;
use super::{Key, Rule, Table, True, Way};

/// A table's keys, with those that only some kinds have, and what holds of them.
pub fn rules(maker: &mut Maker<'_>, table: &'static Table, mut properties: Node) -> (Node, Vec<Node>) {
    let mut all = Vec::new();
    for rule in table.rules {
        match rule {
            Rule::Kinds(kinds) => properties = by_kind(maker, (table, kinds), properties, &mut all),
            Rule::Ways(ways) => all.push(one_way(ways)),
            Rule::AnyOf(keys) => {
                all.push(Node::map([("anyOf", Node::List(keys.iter().map(|key| required([*key])).collect()))]));
            }
            Rule::Both(both, key) => {
                let each = both.iter().fold(Node::Map(Vec::new()), |each, table| each.with(table, required([*key])));
                all.push(case(required(both.iter().copied()), properties_of(each)));
            }
            Rule::True(kind, list, flag, how) => all.push(case(is_kind(kind), under(list, says_true(flag, *how)))),
            Rule::Without(list, key) => {
                all.push(under(list, Node::map([("contains", Node::map([("not", required([*key]))]))])));
            }
            Rule::With(list, key, other) => {
                let there = under(list, Node::map([("contains", required([*key]))])).with("required", Node::texts([*list]));
                all.push(case(there, required([*other])));
            }
            Rule::OneMore(list, number, range) => all.extend(range.clone().map(|n| {
                let count = Node::map([("minItems", (n + 1).into()), ("maxItems", (n + 1).into())]);
                case(is(number, n.into()), under(list, count))
            })),
        }
    }
    (Node::map([("type", "object".into()), ("properties", properties)]), all)
}

/// The keys of every kind, of which each kind has its own.
fn by_kind(
    maker: &mut Maker<'_>,
    (table, kinds): (&'static Table, &'static [(&'static str, &'static [Key])]),
    mut properties: Node,
    all: &mut Vec<Node>,
) -> Node {
    let mut known: Vec<(&'static str, Vec<Node>)> = Vec::new();
    for key in kinds.iter().flat_map(|(_, keys)| keys.iter()) {
        let node = maker.key(table, key);
        match known.iter_mut().find(|(name, _)| *name == key.name) {
            None => known.push((key.name, vec![node])),
            Some((_, nodes)) if !nodes.contains(&node) => nodes.push(node),
            Some(_) => {}
        }
    }
    for (word, keys) in kinds {
        let mut own = Node::Map(Vec::new());
        for (name, nodes) in &known {
            match keys.iter().find(|key| key.name == *name) {
                None => own = own.with(name, false),
                // Where it is the same in every kind, the table itself says it.
                Some(key) if nodes.len() > 1 => own = own.with(name, maker.key(table, key)),
                Some(_) => {}
            }
        }
        let must = required(keys.iter().filter(|key| key.must).map(|key| key.name));
        all.push(case(is_kind(word), must.with("properties", own)));
    }
    for (name, mut nodes) in known {
        let node = if nodes.len() == 1 { nodes.remove(0) } else { Node::map([("anyOf", Node::List(nodes))]) };
        properties = properties.with(name, node);
    }
    properties
}

fn one_way(ways: &[Way]) -> Node {
    let one = |way: &Way| {
        let others = ways.iter().map(|other| other.needs[0]).filter(|first| *first != way.needs[0]);
        let bars = others.chain(way.bars.iter().copied());
        let barred = bars.fold(Node::Map(Vec::new()), |barred, key| barred.with(key, false));
        required(way.needs.iter().copied()).with("properties", barred)
    };
    Node::map([("oneOf", Node::List(ways.iter().map(one).collect()))])
}

fn says_true(flag: &str, how: True) -> Node {
    let says = is(flag, true.into());
    let some = Node::map([("contains", says.clone())]);
    match how {
        True::One => some.with("maxContains", 1_i64),
        True::SomeNotAll => some.with("not", Node::map([("items", says)])),
    }
}

fn case(when: Node, then: Node) -> Node {
    Node::map([("if", when), ("then", then)])
}

fn is_kind(word: &str) -> Node {
    is("kind", word.into())
}

/// A key is there, with this value.
fn is(key: &str, value: Node) -> Node {
    under(key, Node::map([("const", value)])).with("required", Node::texts([key]))
}

fn under(key: &str, node: Node) -> Node {
    properties_of(Node::Map(vec![(key.to_owned(), node)]))
}

fn properties_of(node: Node) -> Node {
    Node::map([("properties", node)])
}

fn required<'k>(keys: impl IntoIterator<Item = &'k str>) -> Node {
    Node::map([("required", Node::texts(keys))])
}
