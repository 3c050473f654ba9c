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
    about: Vec<String>,
    heads: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    place: usize,
    number: String,
    name: String,
}

/// What a list is about.
pub struct About<'a> {
    /// The licence, in words; several are set apart.
    pub title: &'a str,
    /// Who issues it.
    pub organisation: &'a str,
    /// The day on which it was made, `2026-11-22`.
    pub day: &'a str,
    /// The group, where it is of one only.
    pub group: Option<&'a str>,
}

/// The page: number and name of each, in this order, with room for a signature and a date.
pub fn page(about: &About<'_>, rows: &[(String, String)], words: &Words) -> String {
    let heads = ["place", "number", "name", "signature", "date"].map(|key| words.get(&format!("receipt-{key}")));
    let row = |(n, (number, name)): (usize, &(String, String))| Row { place: n + 1, number: number.clone(), name: name.clone() };
    let group = about.group.map(|group| words.with("receipt-group", &[("name", group.into())]));
    let lines = [
        Some(about.organisation.to_owned()).filter(|it| !it.is_empty()),
        group,
        Some(words.with("receipt-day", &[("day", about.day.into()), ("count", rows.len().into())])),
    ];
    let shown = Page {
        lang: words.tongue().tag(),
        style: safe(STYLE.to_owned()),
        heading: words.with("receipt-heading", &[("title", about.title.into())]),
        about: lines.into_iter().flatten().collect(),
        heads: heads.to_vec(),
        rows: rows.iter().enumerate().map(row).collect(),
    };
    press(TEMPLATE, shown)
}
