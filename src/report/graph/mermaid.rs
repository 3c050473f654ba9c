//! The picture as Mermaid: for wikis and notes that draw it themselves.

use std::fmt::Write as _;

use super::picture::{Link, Node, Picture, Shape, Tone};

/// The picture as Mermaid.
pub fn mermaid(picture: &Picture) -> String {
    let mut out = format!("---\ntitle: {}\n---\nflowchart TD\n", title(&picture.title));
    for line in picture.about.iter().chain(picture.legend.iter().map(|(_, words)| words)) {
        let _ = writeln!(out, "%% {}", line.replace('\n', " "));
    }
    for (n, node) in picture.nodes.iter().enumerate() {
        let (open, close) = match node.shape {
            Shape::Turn => ("[", "]"),
            Shape::Crossing => ("{{", "}}"),
            Shape::Arm | Shape::Reply => ("(", ")"),
            Shape::Ending => ("([", "])"),
        };
        let _ = writeln!(out, "  n{n}{open}\"{}\"{close}", words(node));
        if node.shape == Shape::Reply {
            let _ = writeln!(out, "  style n{n} {}", stroke(node.tone));
        }
    }
    for (n, link) in picture.links.iter().enumerate() {
        let _ = writeln!(out, "  n{} --> n{}", link.from, link.to);
        let _ = writeln!(out, "  linkStyle {n} {}{}", stroke(link.tone), wide(link));
    }
    out
}

/// A JSON string is a YAML string.
fn title(text: &str) -> String {
    serde_json::to_string(text).expect("text is a string")
}

fn wide(link: &Link) -> &'static str {
    match (link.best, link.walked) {
        (_, true) => ",stroke:#0969da,stroke-width:7px",
        (true, false) => ",stroke-width:5px",
        _ => "",
    }
}

const fn stroke(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "stroke:#57606a",
        Tone::Gain => "stroke:#1a7f37",
        Tone::Nothing => "stroke:#6e7781,stroke-dasharray:9 5",
        Tone::Loss => "stroke:#bc4c00,stroke-dasharray:2 4",
        Tone::RedLine => "stroke:#cf222e,stroke-dasharray:12 4 2 4",
    }
}

fn words(node: &Node) -> String {
    let head = node.head.iter().map(|line| format!("<b>{}</b>", escaped(line)));
    let rest = node.body.lines().chain(node.foot.iter().map(String::as_str)).filter(|line| !line.trim().is_empty()).map(escaped);
    head.chain(rest).collect::<Vec<_>>().join("<br/>")
}

/// Everything that means something to Mermaid, Markdown or HTML, by its number.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '"' | '#' | '&' | '<' | '>' | '`' | '*' | '_' | '\\' | ';' | '{' | '}' | '[' | ']' | '(' | ')' | '|' | '~' | '$' => {
                let _ = write!(out, "#{};", u32::from(c));
            }
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
