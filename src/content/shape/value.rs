//! What stands under one key, as a schema says it.

use std::ops::RangeInclusive;

use super::form::{self, Form};
use super::node::Node;
use super::schema::Maker;
use super::{Bound, Count, Most, What, range};
use crate::content::gather::FORMAT;
use crate::model::scenario::condition::MOOD;

/// The schema of a value.
pub fn value(maker: &mut Maker<'_>, what: &'static What) -> Node {
    match what {
        What::Format => Node::map([("const", FORMAT.into())]),
        What::Text(most) => text(*most),
        What::Texts(most, least) => one_or(text(*most), *least),
        What::Values => Node::map([
            ("type", "object".into()),
            ("propertyNames", Node::map([("pattern", "^[a-z][a-z0-9_]*$".into())])),
            ("additionalProperties", text(Most::Any)),
        ]),
        What::Matching => one_or(text(Most::Any), 1),
        What::OwnMatching => one_or(text(Most::Any), 0),
        What::Anchors => anchors(),
        What::Name(form) => of_form(form),
        What::Names(form, least) => list(of_form(form), *least),
        What::NameOrNames(form) => one_or(of_form(form), 1),
        What::Series(form) => Node::map([("type", "array".into()), ("items", of_form(form))]),
        What::Word(words) => one_of(words),
        What::Words(words) => list(one_of(words), 0),
        What::WordOrWords(words) => one_or(one_of(words), 1),
        What::Flag => flag(),
        What::Integer(range) | What::Chars(range) => integer(range),
        What::Decimal(bound) => decimal(*bound),
        What::Date => {
            Node::map([("type", "string".into()), ("format", "date".into()), ("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$".into())])
        }
        What::Score => Node::map([("type", "object".into()), ("additionalProperties", decimal(Bound::Any))]),
        What::Vars(table) => by_variable(Node::List(vec![flag(), maker.refer(table)])),
        What::Set => by_variable(Node::List(vec![flag(), integer(&range::VARIABLE)])),
        What::Add => by_variable(Node::List(vec![integer(&range::VARIABLE)])),
        What::Table(table) => maker.refer(table),
        What::Rows(table, count) | What::Items(table, count) => counted(maker.refer(table), *count),
        What::Steps(table) => {
            let either = Node::List(vec![of_form(&form::STEP), maker.refer(table)]);
            Node::map([("type", "array".into()), ("items", Node::map([("anyOf", either)]))])
        }
    }
}

fn text(most: Most) -> Node {
    let text = Node::map([("type", "string".into())]);
    match most {
        Most::Any => text.with("pattern", r"\S"),
        Most::Chars(most) => text.with("pattern", r"\S").with("maxLength", most),
        Most::Line(most) => text.with("pattern", r"^[^\n\t]*[^\s][^\n\t]*$").with("maxLength", most),
    }
}

fn of_form(form: &Form) -> Node {
    let text = Node::map([("type", "string".into())]);
    match form.0 {
        [one] => text.with("pattern", *one),
        all => text.with("allOf", Node::List(all.iter().map(|one| Node::map([("pattern", (*one).into())])).collect())),
    }
}

fn list(item: Node, least: usize) -> Node {
    let list = Node::map([("type", "array".into()), ("items", item), ("uniqueItems", true.into())]);
    if least == 0 { list } else { list.with("minItems", least) }
}

fn one_or(item: Node, least: usize) -> Node {
    Node::map([("anyOf", Node::List(vec![item.clone(), list(item, least)]))])
}

fn one_of(words: &[&str]) -> Node {
    Node::map([("type", "string".into()), ("enum", Node::texts(words.iter().copied()))])
}

fn flag() -> Node {
    Node::map([("type", "boolean".into())])
}

fn integer(range: &RangeInclusive<i64>) -> Node {
    Node::map([("type", "integer".into()), ("minimum", (*range.start()).into()), ("maximum", (*range.end()).into())])
}

/// The most points, see `Points::MOST`.
const MOST: i64 = crate::base::points::Points::MOST.in_thousandths() / 1000;

fn decimal(bound: Bound) -> Node {
    let (least, at_least, most) = match bound {
        Bound::Any => ("minimum", -MOST, MOST),
        Bound::Above => ("exclusiveMinimum", 0, MOST),
        Bound::From => ("minimum", 0, MOST),
        Bound::Share => ("minimum", 0, 1),
    };
    let thousandths = THOUSANDTHS.iter().map(|of| Node::map([("multipleOf", Node::Decimal(0.001 / of))])).collect();
    Node::map([("type", "number".into()), (least, at_least.into()), ("maximum", most.into()), ("anyOf", Node::List(thousandths))])
}

/// Editors divide in binary fractions, and 0.7 ÷ 0.001 is no whole number there. Whatever has at most three decimals is whole by at
/// least one of these, and nothing with more decimals is: they have no factor in common with ten.
const THOUSANDTHS: [f64; 3] = [1.0, 7.0, 33.0];

/// What is seen at 0, 1, 2, … points.
fn anchors() -> Node {
    let most = *range::RATED.end();
    let numbered = |n: i64| Node::map([("type", "string".into()), ("pattern", format!(r"^\s*{n}\s*[:：]\s*\S").into())]);
    Node::map([
        ("type", "array".into()),
        ("prefixItems", Node::List((0..=most).map(numbered).collect())),
        ("items", false.into()),
        ("uniqueItems", true.into()),
        ("minItems", (range::RATED.start() + 1).into()),
    ])
}

fn by_variable(values: Node) -> Node {
    let name = of_form(&form::VARIABLE).with("not", Node::map([("const", MOOD.into())]));
    Node::map([("type", "object".into()), ("propertyNames", name), ("additionalProperties", Node::map([("anyOf", values)]))])
}

fn counted(item: Node, count: Count) -> Node {
    let mut list = Node::map([("type", "array".into()), ("items", item)]);
    if count.least > 0 {
        list = list.with("minItems", count.least);
    }
    match count.most {
        Some(most) => list.with("maxItems", most),
        None => list,
    }
}
