//! The picture as DOT, for Graphviz.

use std::fmt::Write as _;

use super::picture::{Link, Node, Picture, Shape, Tone};

/// The picture as DOT.
pub fn dot(picture: &Picture) -> String {
    let label = std::iter::once(&picture.title).chain(&picture.about).chain(picture.legend.iter().map(|(_, words)| words));
    let label: String = label.map(|line| format!("{}\\l", escaped(line))).collect();
    let mut out = format!(
        "digraph scenario {{\n  charset=\"UTF-8\";\n  labelloc=t;\n  labeljust=l;\n  label=\"{label}\";\n  \
         fontname=\"Noto Sans CJK SC\";\n  node [fontname=\"Noto Sans CJK SC\", fontsize=11];\n"
    );
    for (n, node) in picture.nodes.iter().enumerate() {
        let _ = writeln!(out, "  n{n} [label=\"{}\", {}];", words(node), shape(node));
    }
    for link in &picture.links {
        let _ = writeln!(out, "  n{} -> n{} [{}];", link.from, link.to, line(link));
    }
    out.push_str("}\n");
    out
}

const fn colour(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "#57606a",
        Tone::Gain => "#1a7f37",
        Tone::Nothing => "#6e7781",
        Tone::Loss => "#bc4c00",
        Tone::RedLine => "#cf222e",
    }
}

const fn dashes(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain | Tone::Gain => "solid",
        Tone::Nothing => "dashed",
        Tone::Loss => "dotted",
        // Graphviz has no fourth kind: a red line is dashed and wider, and its words say it.
        Tone::RedLine => "dashed",
    }
}

fn shape(node: &Node) -> String {
    match node.shape {
        Shape::Turn => "shape=box".to_owned(),
        Shape::Crossing => "shape=hexagon".to_owned(),
        Shape::Arm => "shape=box, style=\"rounded,dashed\"".to_owned(),
        Shape::Reply => format!("shape=box, style=\"rounded,{}\", color=\"{}\"", dashes(node.tone), colour(node.tone)),
        Shape::Ending => "shape=box, peripheries=2".to_owned(),
    }
}

fn line(link: &Link) -> String {
    let wide = match (link.best, link.tone) {
        (true, _) => 5,
        (false, Tone::RedLine) => 3,
        (false, _) => 1,
    };
    let colour = if link.walked { format!("{}:#0969da", colour(link.tone)) } else { colour(link.tone).to_owned() };
    format!("color=\"{colour}\", style={}, penwidth={wide}", dashes(link.tone))
}

/// Graphviz wraps nothing: lines are broken where a box would get too wide.
fn words(node: &Node) -> String {
    let body = super::svg::wrap(&node.body, 34);
    let lines = node.head.iter().chain(&body).chain(&node.foot);
    lines.map(|line| format!("{}\\l", escaped(line))).collect()
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
