//! The list on which people sign for what they were handed: one HTML page for paper.

use serde::Serialize;

use super::press::{STYLE, press, safe};
use crate::locale::Words;

const TEMPLATE: &str = include_str!("templates/receipt.html");

#[derive(Serialize)]
struct Page {
    lang: &'static str,
    style: minijinja::Value,
    heading: String,
    heads: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    place: usize,
    number: String,
    name: String,
}

/// The page: number and name of each, in this order, with room for a signature and a date.
pub fn page(title: &str, rows: &[(String, String)], words: &Words) -> String {
    let heads = ["place", "number", "name", "signature", "date"].map(|key| words.get(&format!("receipt-{key}")));
    let row = |(n, (number, name)): (usize, &(String, String))| Row { place: n + 1, number: number.clone(), name: name.clone() };
    let shown = Page {
        lang: words.tongue().tag(),
        style: safe(STYLE.to_owned()),
        heading: words.with("receipt-heading", &[("title", title.into())]),
        heads: heads.to_vec(),
        rows: rows.iter().enumerate().map(row).collect(),
    };
    press(TEMPLATE, shown)
}
