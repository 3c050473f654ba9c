//! Mistakes in content as a person sees them: what is wrong, the line of the file with a mark under the place, what to do.
//!
//! Sentences come from `locale` by the finding's code: `e201` says it, `e201-label` stands at the mark, `e201-also` at the second
//! place, `e201-help` says what to do; all but the first may be missing. Columns are counted in characters from 1. The picture is
//! annotate-snippets', which also cuts a source line that is wider than the window around the mark.

use std::collections::BTreeMap;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use super::line::clean;
use crate::base::finding::{Finding, Place, Severity};
use crate::content::source::Lines;
use crate::locale::{Value, Words};

/// More lines than these between two places are not bridged by one picture.
const FAR: usize = 100;
/// The most bytes of a file that are drawn at once.
const LONG: usize = 8192;

/// The files that findings are in; without a text where it is not known.
type Texts<'f, 's> = BTreeMap<&'f str, Option<Lines<'s>>>;

/// A place to be marked, and what is said there.
type Mark<'f> = (AnnotationKind, &'f Place, Option<String>);

/// How findings are drawn.
#[derive(Clone, Copy)]
pub struct Drawing<'a> {
    /// The program's words.
    pub words: &'a Words,
    /// Cells a source line may take, with its number.
    pub width: usize,
    /// Whether styles may be used.
    pub colour: bool,
    /// Only ASCII for lines and marks: for plain mode, pipes and consoles without Unicode.
    pub ascii: bool,
}

impl Drawing<'_> {
    /// All findings in the order given, an empty line after each; `source` gives a file's text by the name in the finding.
    pub fn render<'s>(&self, findings: &[Finding], source: impl Fn(&str) -> Option<&'s str>) -> String {
        let places = findings.iter().flat_map(|f| std::iter::once(&f.at).chain(&f.also));
        let mut texts: Texts<'_, 's> = BTreeMap::new();
        for place in places {
            texts.entry(&place.file).or_insert_with(|| source(&place.file).map(Lines::of));
        }
        findings.iter().map(|finding| self.one(finding, &texts) + "\n\n").collect()
    }

    fn one(&self, finding: &Finding, texts: &Texts<'_, '_>) -> String {
        let (level, name) = match finding.severity {
            Severity::Error => (Level::ERROR, "finding-error"),
            Severity::Warning => (Level::WARNING, "finding-warning"),
        };
        let level = level.with_name(self.words.get(name));
        let mut group = Group::with_title(level.primary_title(self.sentence(finding)).id(finding.code));
        let mut marks = vec![(AnnotationKind::Primary, &finding.at, self.part(finding, "-label"))];
        let mut elsewhere = None;
        if let Some(also) = &finding.also {
            let label = self.part(finding, "-also").or_else(|| Some(self.words.get("finding-also")));
            let mark = (AnnotationKind::Context, also, label);
            if is_near(texts, &finding.at, also) { marks.push(mark) } else { elsewhere = Some(mark) }
        }
        group = group.elements(shown(texts, marks));
        if let Some(mark) = elsewhere {
            group = group.elements(shown(texts, vec![mark]));
        }
        if let Some(help) = self.part(finding, "-help") {
            group = group.element(Level::HELP.with_name(self.words.get("finding-help")).message(help));
        }
        let renderer = if self.colour { Renderer::styled() } else { Renderer::plain() };
        let decor = if self.ascii { DecorStyle::Ascii } else { DecorStyle::Unicode };
        harmless(&renderer.term_width(self.width).decor_style(decor).render(&[group]))
    }

    fn args(finding: &Finding) -> Vec<(&str, Value<'_>)> {
        finding.args.iter().map(|(name, value)| (*name, clean(value).into_owned().into())).collect()
    }

    /// What is wrong, in one sentence.
    pub fn sentence(&self, finding: &Finding) -> String {
        self.words.with(&finding.code.to_lowercase(), &Self::args(finding))
    }

    /// What to do about it.
    pub fn help(&self, finding: &Finding) -> Option<String> {
        self.part(finding, "-help")
    }

    fn part(&self, finding: &Finding, end: &str) -> Option<String> {
        self.words.find(&format!("{}{end}", finding.code.to_lowercase()), &Self::args(finding))
    }
}

/// A picture without what would steer the terminal: the renderer makes C0 controls in a source line visible, but leaves C1's. Its own
/// styles begin with an escape, which a source line can therefore not hold any more.
fn harmless(picture: &str) -> String {
    let keep = |c: &char| matches!(c, '\n' | '\u{1b}');
    picture
        .split_inclusive(|c| keep(&c))
        .flat_map(|part| {
            let (text, end) = part.strip_suffix(|c| keep(&c)).map_or((part, ""), |text| (text, &part[text.len()..]));
            [clean(text), end.into()]
        })
        .collect()
}

/// Whether one picture can hold both places: in one file, not too far apart.
fn is_near(texts: &Texts<'_, '_>, a: &Place, b: &Place) -> bool {
    let Some(Some(lines)) = texts.get(&*a.file).filter(|_| a.file == b.file) else { return a.file == b.file };
    let (first, last) = (a.span.start.min(b.span.start), a.span.end.max(b.span.end));
    lines.line(last) - lines.line(first) <= FAR && lines.around(first, last).len() <= LONG
}

/// Lines of a file with their marks; where the text is not known, only the file's name. The renderer sees these lines only: it goes
/// through all that it is given, for every finding again.
fn shown<'s>(texts: &Texts<'_, 's>, marks: Vec<Mark<'_>>) -> Vec<Element<'s>> {
    let Some((_, place, _)) = marks.first() else { return Vec::new() };
    let file = clean(&place.file).into_owned();
    let Some(Some(lines)) = texts.get(&*place.file) else { return vec![Origin::path(file).into()] };
    let text = lines.text();
    let marks: Vec<_> = marks.into_iter().map(|(kind, place, label)| (kind, within(text, &place.span), label)).collect();
    let first = marks.iter().map(|(_, span, _)| span.start).min().unwrap_or_default();
    let last = marks.iter().map(|(_, span, _)| span.end).max().unwrap_or_default();
    let (drawn, spot) = (lines.around(first, last), lines.spot(first));
    if drawn.len() > LONG {
        // Of a line without end the place is said.
        return vec![Origin::path(file).line(spot.line).char_column(spot.column).into()];
    }
    let inside = |span: Range<usize>| span.start - drawn.start..span.end - drawn.start;
    let marks = marks.into_iter().map(|(kind, span, label)| kind.span(inside(span)).label(label));
    vec![Snippet::source(&text[drawn.clone()]).line_start(spot.line).path(file).annotations(marks).into()]
}

/// A range moved into the text: it begins and ends at characters, and ends with the line it begins on.
fn within(text: &str, span: &Range<usize>) -> Range<usize> {
    let start = floor(text, span.start);
    let end = floor(text, span.end).max(start);
    start..text[start..end].find(['\r', '\n']).map_or(end, |at| start + at)
}

/// The nearest place at or before `at` where a character begins.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::locale::Tongue;
    use crate::terminal::line::cells;

    const SOURCE: &str =
        "id = \"start\"\n\n[[turn]]\nreply = { text = \"您好，请提供订单号\", goto = \"veriify\", score = \"三分\" }\n";

    fn finding(also: bool) -> Finding {
        let file: Arc<str> = "quizzes/a.toml".into();
        let at = SOURCE.find("\"三分\"").expect("in the text");
        Finding {
            code: "E999",
            severity: Severity::Error,
            at: Place::new(&file, at..at + "\"三分\"".len()),
            also: also.then(|| Place::new(&file, 5..12)),
            args: vec![("name", "score".into())],
        }
    }

    fn drawn(findings: &[Finding], width: usize, ascii: bool) -> String {
        let words = Words::new(Tongue::Zh);
        Drawing { words: &words, width, colour: false, ascii }
            .render(findings, |file| (file == "quizzes/a.toml").then_some(SOURCE))
    }

    #[test]
    fn the_mark_stands_under_chinese_text() {
        insta::assert_snapshot!(drawn(&[finding(true)], 80, false), @r#"
    错误[E999]: ⟦e999⟧
      ╭▸ quizzes/a.toml:4:57
      │
    1 │ id = "start"
      │      ─────── 另一处在这里
      ┆
    4 │ reply = { text = "您好，请提供订单号", goto = "veriify", score = "三分" }
      ╰╴                                                                 ━━━━━━
    "#);
    }

    #[test]
    fn a_long_line_is_cut_around_the_mark() {
        insta::assert_snapshot!(drawn(&[finding(false)], 40, true), @r#"
    错误[E999]: ⟦e999⟧
     --> quizzes/a.toml:4:57
      |
    4 | ...y", score = "三分" }
      |                ^^^^^^
    "#);
    }

    #[test]
    fn of_a_line_without_end_the_place_is_said() {
        let source = format!("a = 1\nb = [{}]\n", "\"弓\", ".repeat(5000));
        let file: Arc<str> = "f".into();
        let at = |n: usize| Place::new(&file, 11 + 7 * n..16 + 7 * n);
        let twice = |n: usize| Finding {
            code: "E109",
            severity: Severity::Error,
            at: at(n),
            also: Some(at(n - 1)),
            args: vec![("value", "弓".into()), ("key", "b".into())],
        };
        let words = Words::new(Tongue::En);
        let draw =
            |all: &[Finding]| Drawing { words: &words, width: 80, colour: false, ascii: true }.render(all, |_| Some(&source));
        insta::assert_snapshot!(draw(&[twice(4999)]), @"
        error[E109]: `弓` stands twice in `b`
        --> f:2:25001
        ::: f:2:24996
         = help: Delete one of them.
        ");
        // Each is drawn from its own lines alone: thousands on one line are told at once.
        let all: Vec<Finding> = (1..5000).map(twice).collect();
        assert_eq!(draw(&all).matches("E109").count(), 4999);
    }

    #[test]
    fn places_far_apart_are_drawn_apart() {
        let source = format!("id = \"a\"\n{}id = \"b\"\n", "\n".repeat(200));
        let file: Arc<str> = "f".into();
        let found = Finding {
            code: "E999",
            severity: Severity::Error,
            at: Place::new(&file, 214..217),
            also: Some(Place::new(&file, 5..8)),
            args: vec![],
        };
        let words = Words::new(Tongue::En);
        let drawn = Drawing { words: &words, width: 80, colour: false, ascii: true }.render(&[found], |_| Some(&source));
        insta::assert_snapshot!(drawn, @r#"
        error[E999]: ⟦e999⟧
           --> f:202:6
            |
        202 | id = "b"
            |      ^^^
            |
           ::: f:1:6
            |
          1 | id = "a"
            |      --- the other one is here
        "#);
    }

    #[test]
    fn any_place_in_any_text_can_be_drawn() {
        let file: Arc<str> = "f".into();
        for source in ["", "\n", "好", "a\r\nb", "\u{1b}[2J = \u{202e}1", &"长".repeat(500)] {
            for start in 0..=source.len() + 2 {
                let place = Place::new(&file, start..start + 3);
                let found = Finding { code: "E999", severity: Severity::Warning, at: place, also: None, args: vec![] };
                let words = Words::new(Tongue::En);
                let shown = Drawing { words: &words, width: 40, colour: false, ascii: true }.render(&[found], |_| Some(source));
                assert!(shown.lines().all(|line| cells(line) <= 48), "{shown}");
                assert!(!shown.contains(|c: char| c.is_control() && c != '\n' || c == '\u{202e}'), "{shown:?}");
            }
        }
    }
}
