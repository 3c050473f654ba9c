//! The picture as SVG: one file that needs nothing else. Text stays text; a long one is cut in its box and whole in its tooltip.
//!
//! How wide a text gets depends on the reader's fonts, so widths are upper bounds over the common ones: boxes are rather too wide than
//! ever written over.

use std::fmt::Write as _;

use textwrap::{Options, WordSeparator, WordSplitter};
use unicode_width::UnicodeWidthStr as _;

use super::layout::{Pair, Places, Rect, layout};
use super::picture::{Link, Node, Picture, Sample, Shape, Tone};

/// A line of text in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// What room it takes at most.
    pub room: Rect,
    /// How it looks: a class.
    pub look: &'static str,
    /// The words.
    pub text: String,
}

/// Cells that a line takes: of what is said in a turn and in a reply, of short lines, of the title and what stands below it.
const SAID: usize = 34;
const REPLY: usize = 24;
const SHORT: usize = 34;
const ABOUT: usize = 120;
/// The most lines of what is said that are shown.
const MOST: usize = 6;
/// Height of a line, and the size of its letters.
const LINE: i32 = 19;
const SIZE: i32 = 14;
/// Around the words of a box, and around everything.
const PAD: Pair = (16, 9);
const MARGIN: i32 = 24;
/// The line beside an entry of the legend.
const SAMPLE: i32 = 44;

/// Everything in its place.
pub struct Sheet {
    /// All lines of text.
    pub written: Vec<Written>,
    pub boxes: Vec<Rect>,
    pub routes: Vec<Vec<Pair>>,
    /// The entries of the legend: where the line beside each begins.
    samples: Vec<(Pair, Sample)>,
    pub size: Pair,
}

impl Sheet {
    /// Lays a picture out.
    pub fn new(picture: &Picture) -> Self {
        let lines: Vec<Vec<(&'static str, String)>> = picture.nodes.iter().map(lines).collect();
        let sizes: Vec<Pair> = lines.iter().map(|lines| size(lines)).collect();
        let links: Vec<_> = picture.links.iter().map(|link| (link.from, link.to)).collect();
        let Places { boxes, routes, size: (width, height) } = layout(&sizes, &links);
        let mut sheet = Self { written: Vec::new(), boxes: Vec::new(), routes: Vec::new(), samples: Vec::new(), size: (0, 0) };
        let mut y = MARGIN;
        for (look, text) in [("title", std::slice::from_ref(&picture.title)), ("about", &picture.about[..])] {
            for line in text.iter().flat_map(|text| wrap(text, ABOUT)) {
                let high = if look == "title" { LINE + 9 } else { LINE };
                sheet.write((MARGIN, y), high, look, line);
                y += high;
            }
        }
        let above = sheet.written.iter().map(|it| it.room.x + it.room.width).max().unwrap_or(0);
        let right = above.max(width + MARGIN);
        y = sheet.legend(picture, y + LINE / 2, right) + LINE;
        // What is drawn stands in the middle of what is written above it.
        let left = MARGIN + (right - MARGIN - width) / 2;
        let shift = |(x, at): Pair| (x + left, at + y);
        sheet.boxes = boxes.into_iter().map(|b| Rect { x: b.x + left, y: b.y + y, ..b }).collect();
        sheet.routes = routes.into_iter().map(|route| route.into_iter().map(shift).collect()).collect();
        for (n, lines) in lines.into_iter().enumerate() {
            let own = sheet.boxes[n];
            for (row, (look, text)) in (0..).zip(lines) {
                sheet.write((own.x + PAD.0, own.y + PAD.1 + row * LINE), LINE, look, text);
            }
        }
        let widest = sheet.written.iter().map(|it| it.room.x + it.room.width).max().unwrap_or(0).max(right);
        sheet.size = (widest + MARGIN, y + height + MARGIN);
        sheet
    }

    fn write(&mut self, (x, y): Pair, height: i32, look: &'static str, text: String) {
        let size = if look == "title" { SIZE + 6 } else { SIZE };
        let room = Rect { x, y, width: width(&text, size), height };
        self.written.push(Written { room, look, text });
    }

    /// Writes the legend, row by row; where it ends.
    fn legend(&mut self, picture: &Picture, mut y: i32, right: i32) -> i32 {
        let mut x = MARGIN;
        for (sample, text) in &picture.legend {
            let wide = SAMPLE + 10 + width(text, SIZE);
            if x > MARGIN && x + wide > right {
                (x, y) = (MARGIN, y + LINE + 4);
            }
            self.samples.push(((x, y + LINE / 2), *sample));
            self.write((x + SAMPLE + 10, y), LINE, "foot", text.clone());
            x += wide + 28;
        }
        y + LINE
    }
}

/// The words of a box, line by line, with the look of each.
fn lines(node: &Node) -> Vec<(&'static str, String)> {
    let cells = if node.shape == Shape::Reply { REPLY } else { SAID };
    let mut out: Vec<_> = node.head.iter().flat_map(|line| wrap(line, SHORT)).map(|line| ("head", line)).collect();
    let mut body = wrap(&node.body, cells);
    if body.len() > MOST {
        body.truncate(MOST);
        body.last_mut().expect("there are more than none").push('…');
    }
    out.extend(body.into_iter().map(|line| ("body", line)));
    out.extend(node.foot.iter().flat_map(|line| wrap(line, SHORT)).map(|line| ("foot", line)));
    out
}

fn size(lines: &[(&'static str, String)]) -> Pair {
    let wide = lines.iter().map(|(_, text)| width(text, SIZE)).max().unwrap_or(0);
    let high = i32::try_from(lines.len()).expect("a box has few lines") * LINE;
    (wide + 2 * PAD.0, high + 2 * PAD.1)
}

/// Wraps by cells, a Chinese character being two, where either language may be broken.
pub(super) fn wrap(text: &str, cells: usize) -> Vec<String> {
    let options = Options::new(cells)
        .word_separator(WordSeparator::UnicodeBreakProperties)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(true);
    let text: String = text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    text.split('\n')
        .filter(|line| !line.trim().is_empty())
        .flat_map(|line| textwrap::wrap(line.trim(), &options))
        .map(Into::into)
        .collect()
}

/// The most pixels that a text takes at this size, in hundredths of it a character.
fn width(text: &str, size: i32) -> i32 {
    let each = |c: char| match c {
        'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | ' ' | '!' | '·' => 36,
        'f' | 'r' | 't' | 'I' | '(' | ')' | '[' | ']' | '/' | '-' | '"' => 46,
        'm' | 'M' | 'w' | 'W' | '%' | '@' | '—' | '…' | '→' | '★' => 104,
        'a'..='z' | '0'..='9' => 68,
        'A'..='Z' | '=' | '+' | '<' | '>' | '&' | '?' | '$' | '#' | '_' => 86,
        c => {
            104 * i32::try_from(c.encode_utf8(&mut [0; 4]).width().clamp(1, 2)).unwrap_or(2) / 2
                + if c.is_ascii() { 30 } else { 0 }
        }
    };
    // Characters one cell wide outside ASCII may still be drawn as wide as Chinese ones.
    let hundredths: i32 =
        text.chars().map(|c| if c.is_ascii() || "·—…→★".contains(c) { each(c) } else { each(c).max(104) }).sum();
    hundredths * size / 100 + 1
}

/// The picture as SVG.
pub fn svg(picture: &Picture) -> String {
    let sheet = Sheet::new(picture);
    let (width, height) = sheet.size;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"img\" aria-labelledby=\"title about\">\n<title id=\"title\">{}</title>\n<desc id=\"about\">{}</desc>\n\
         <style>{STYLE}</style>\n{}<rect class=\"paper\" width=\"{width}\" height=\"{height}\"/>\n",
        escaped(&picture.title),
        escaped(&picture.about.join("\n")),
        heads(),
    );
    // What is marked comes last, so that nothing is drawn over it.
    let mut order: Vec<(&Link, &Vec<Pair>)> = picture.links.iter().zip(&sheet.routes).collect();
    order.sort_by_key(|(link, _)| (link.best, link.walked));
    for (link, route) in order {
        draw(&mut out, link, &path(route));
    }
    for (n, node) in picture.nodes.iter().enumerate() {
        let whole: Vec<&str> = node.head.iter().chain(Some(&node.body)).chain(&node.foot).map(String::as_str).collect();
        let _ = write!(out, "<g><title>{}</title>", escaped(whole.join("\n").trim()));
        outline(&mut out, node, sheet.boxes[n]);
        out.push_str("</g>\n");
    }
    for ((x, y), sample) in &sheet.samples {
        let tone = if let Sample::Tone(tone) = sample { *tone } else { Tone::Gain };
        let link = Link { from: 0, to: 0, tone, best: *sample == Sample::Best, walked: *sample == Sample::Walked };
        draw(&mut out, &link, &format!("M{x} {y}H{}", x + SAMPLE - 6));
    }
    for Written { room, look, text } in &sheet.written {
        let base = room.y + room.height - 5;
        let _ = writeln!(out, "<text class=\"{look}\" x=\"{}\" y=\"{base}\">{}</text>", room.x, escaped(text));
    }
    out.push_str("</svg>\n");
    out
}

const STYLE: &str = "\
text{font:14px 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC','Segoe UI',Arial,sans-serif;fill:#1b1f24;white-space:pre}\
.title{font-size:20px;font-weight:bold}.head{font-weight:bold}.foot,.about{fill:#57606a}\
.paper{fill:#fff}.box{fill:#f6f8fa;stroke:#57606a;stroke-width:1.5}.reply{fill:#fff}.ending{fill:#eaeef2}\
.line{fill:none;stroke-width:2}.plain{stroke:#57606a}.gain{stroke:#1a7f37}.nothing{stroke:#6e7781;stroke-dasharray:9 5}\
.loss{stroke:#bc4c00;stroke-dasharray:2 4}.red-line{stroke:#cf222e;stroke-width:3;stroke-dasharray:12 4 2 4}\
.best{stroke-width:6}.walked{stroke:#54aeff;stroke-width:14;stroke-opacity:.55;stroke-dasharray:none}\
.tip-plain{fill:#57606a}.tip-gain{fill:#1a7f37}.tip-nothing{fill:#6e7781}.tip-loss{fill:#bc4c00}.tip-red-line{fill:#cf222e}\
@media (prefers-color-scheme:dark){text{fill:#e6edf3}.foot,.about{fill:#9da7b3}.paper{fill:#0d1117}.box{fill:#161b22;stroke:#8b949e}\
.reply{fill:#0d1117}.ending{fill:#21262d}.plain{stroke:#8b949e}.gain{stroke:#3fb950}.nothing{stroke:#8b949e}.loss{stroke:#f0883e}\
.red-line{stroke:#ff7b72}.walked{stroke:#388bfd}.tip-plain,.tip-nothing{fill:#8b949e}.tip-gain{fill:#3fb950}.tip-loss{fill:#f0883e}\
.tip-red-line{fill:#ff7b72}}";

/// The heads of arrows, one a worth.
fn heads() -> String {
    let head = |tone: &Tone| {
        let name = tone.name();
        format!(
            "<marker id=\"to-{name}\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"11\" markerHeight=\"11\" \
             markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"tip-{name}\" d=\"M0 0L10 5L0 10z\"/></marker>"
        )
    };
    format!("<defs>{}</defs>\n", Tone::ALL.iter().map(head).collect::<String>())
}

fn draw(out: &mut String, link: &Link, path: &str) {
    if link.walked {
        let _ = writeln!(out, "<path class=\"line walked\" d=\"{path}\"/>");
    }
    let (tone, best) = (link.tone.name(), if link.best { " best" } else { "" });
    let _ = writeln!(out, "<path class=\"line {tone}{best}\" d=\"{path}\" marker-end=\"url(#to-{tone})\"/>");
}

/// Straight, bent, straight, bent.
fn path(route: &[Pair]) -> String {
    let mut out = String::new();
    for (n, (x, y)) in route.iter().enumerate() {
        if n == 0 {
            let _ = write!(out, "M{x} {y}");
        } else if n % 2 == 1 || route[n - 1].0 == *x {
            let _ = write!(out, "L{x} {y}");
        } else {
            let ((from, above), half) = (route[n - 1], i32::midpoint(route[n - 1].1, *y));
            debug_assert_ne!(above, *y, "ranks are apart");
            let _ = write!(out, "C{from} {half} {x} {half} {x} {y}");
        }
    }
    out
}

/// The outline says what a box is: corners square, round, or cut; endings have two lines.
fn outline(out: &mut String, node: &Node, Rect { x, y, width, height }: Rect) {
    let tone = node.tone.name();
    let _ = match node.shape {
        Shape::Turn => write!(out, "<rect class=\"box\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"),
        Shape::Reply | Shape::Arm => {
            let class = if node.shape == Shape::Reply { format!("box reply {tone}") } else { "box reply nothing".to_owned() };
            write!(out, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"12\"/>")
        }
        Shape::Crossing => {
            let (right, low, middle) = (x + width, y + height, y + height / 2);
            let (left_in, right_in) = (x + PAD.0, right - PAD.0);
            write!(
                out,
                "<path class=\"box\" d=\"M{left_in} {y}H{right_in}L{right} {middle}L{right_in} {low}H{left_in}L{x} {middle}z\"/>"
            )
        }
        Shape::Ending => write!(
            out,
            "<rect class=\"box ending\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>\
             <rect class=\"line plain\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
            x + 4,
            y + 4,
            width - 8,
            height - 8
        ),
    };
}

/// Text and attributes of XML.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push('\n'),
            // XML 1.0 has no other control characters, however they are written.
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
