//! Paths into a file: `question.golden-seconds.options.a.text`. One way of addressing for translations, places and tests.
//!
//! The main table's keys stand at the top (`title`), and an array's tables are named by their ids. A path is followed only where
//! something is to be said, so finding one may take its time.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Where a path leads.
#[derive(Debug, PartialEq)]
pub enum Found {
    /// To a key: the place of its name and of its value (of a table: its header).
    Here(Range<usize>, Range<usize>),
    /// Nowhere: from this part (counted from 0) on there is nothing; these names were possible.
    Lost(usize, Vec<String>),
}

/// Follows a path from a file's top, the main table's keys first.
pub fn follow(root: &DeTable<'_>, main: Option<&str>, path: &str) -> Found {
    let top = main.and_then(|main| root.get(main)).and_then(|main| main.get_ref().as_table());
    let first = path.split('.').next().unwrap_or(path);
    match top {
        Some(top) if top.contains_key(first) => along(top, path),
        _ => match along(root, path) {
            Found::Lost(0, mut names) => {
                names.extend(top.into_iter().flat_map(names_of));
                names.retain(|name| Some(name.as_str()) != main && name != "format");
                Found::Lost(0, names)
            }
            other => other,
        },
    }
}

fn along(table: &DeTable<'_>, path: &str) -> Found {
    let mut table = table;
    let mut parts = path.split('.').enumerate().peekable();
    while let Some((n, part)) = parts.next() {
        let Some((key, value)) = table.get_key_value(part) else { return Found::Lost(n, names_of(table).collect()) };
        let Some((m, id)) = parts.peek().copied() else { return Found::Here(key.span(), value.span()) };
        table = match value.get_ref() {
            DeValue::Table(inner) => inner,
            DeValue::Array(items) => {
                let Some(item) = items.iter().find(|item| id_of(item) == Some(id)) else {
                    return Found::Lost(m, items.iter().filter_map(|i| id_of(i).map(str::to_owned)).collect());
                };
                parts.next();
                if parts.peek().is_none() {
                    return Found::Here(item.span(), item.span());
                }
                match item.get_ref().as_table() {
                    Some(inner) => inner,
                    None => return Found::Lost(m + 1, Vec::new()),
                }
            }
            _ => return Found::Lost(m, Vec::new()),
        };
    }
    Found::Lost(0, Vec::new())
}

/// The id of an array's table.
pub fn id_of<'t>(item: &'t Spanned<DeValue<'_>>) -> Option<&'t str> {
    item.get_ref().as_table()?.get("id")?.get_ref().as_str()
}

fn names_of<'t>(table: &'t DeTable<'_>) -> impl Iterator<Item = String> + 't {
    table.keys().map(|key| key.get_ref().to_string())
}

/// The nearest of some names, if one is near enough to be what was meant.
pub fn nearest<'n>(wrong: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    nearest_few(wrong, names).into_iter().next()
}

/// The names near enough to be what was meant, nearest first: three at most.
pub fn nearest_few<'n>(wrong: &str, names: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let short = wrong.chars().count();
    let scored = names.into_iter().filter(|name| !name.is_empty() && name.chars().count().abs_diff(short) <= 4).map(|name| {
        let same_end = name.rsplit('/').next() == wrong.rsplit('/').next();
        let score = if same_end { 0.9 } else { 0.0 };
        (strsim::jaro_winkler(wrong, name).max(score), name)
    });
    let mut near: Vec<(f64, &str)> = scored.filter(|(score, _)| *score >= 0.8).collect();
    // Of equals the first: the author's order, so that the same slip always gets the same advice.
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    near.into_iter().map(|(_, name)| name).take(3).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_lead_through_ids() {
        let text = "format = 1\n[bank]\ntitle = \"x\"\n[[question]]\nid = \"a\"\noptions = [{ id = \"p\", text = \"y\" }]\n";
        let (root, _) = DeTable::parse_recoverable(text);
        let place = |path: &str| match follow(root.get_ref(), Some("bank"), path) {
            Found::Here(_, value) => text[value].to_owned(),
            Found::Lost(n, names) => format!("{n} {names:?}"),
        };
        assert_eq!(place("title"), "\"x\"");
        assert_eq!(place("question.a.options.p.text"), "\"y\"");
        assert_eq!(place("question.a"), "[[question]]");
        assert_eq!(place("question.b.ask"), "1 [\"a\"]");
        assert_eq!(place("question.a.asc"), "2 [\"id\", \"options\"]");
        assert_eq!(place("tilte"), "0 [\"question\", \"title\"]");
    }

    #[test]
    fn only_near_names_are_meant() {
        assert_eq!(nearest("rigth", ["text", "right", "why"]), Some("right"));
        assert_eq!(nearest("zzz", ["text", "right"]), None);
        assert_eq!(nearest("comunication/golden", ["attitude/x", "communication/golden"]), Some("communication/golden"));
    }
}
