//! Texts with markup as plain texts: known tags are taken out, entities put into characters. Linear, whatever is in the text.

use std::borrow::Cow;

/// How a text is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// Moodle's own: text in which tags may stand.
    Moodle,
    /// Web markup.
    Html,
    /// Nothing in it has a meaning.
    Plain,
    /// Markdown; our own texts know its simple parts.
    Markdown,
}

/// Tags that are taken out; after those with `true` a line ends.
const TAGS: &[(&str, bool)] = &[
    ("a", false),
    ("b", false),
    ("br", true),
    ("code", false),
    ("div", true),
    ("em", false),
    ("font", false),
    ("h1", true),
    ("h2", true),
    ("h3", true),
    ("h4", true),
    ("h5", true),
    ("i", false),
    ("img", false),
    ("li", true),
    ("ol", false),
    ("p", true),
    ("pre", true),
    ("span", false),
    ("strong", false),
    ("sub", false),
    ("sup", false),
    ("table", false),
    ("tbody", false),
    ("td", false),
    ("th", false),
    ("tr", true),
    ("u", false),
    ("ul", false),
];

/// The plain text, and whether markup was taken out.
pub fn plain(text: &str, markup: Markup) -> (Cow<'_, str>, bool) {
    let may_hold = match markup {
        Markup::Plain | Markup::Markdown => false,
        Markup::Moodle => text.contains('<'),
        Markup::Html => text.contains(['<', '&']),
    };
    if !may_hold {
        return (Cow::Borrowed(text), false);
    }
    let (bare, tagged) = without_tags(text);
    if markup == Markup::Html || tagged {
        let whole = entities(&bare);
        let changed = tagged || whole != bare;
        return (Cow::Owned(whole.trim().to_owned()), changed);
    }
    (Cow::Borrowed(text), false)
}

fn without_tags(text: &str) -> (String, bool) {
    let mut out = String::with_capacity(text.len());
    let (mut rest, mut tagged) = (text, false);
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let inner = &rest[open + 1..];
        // Without a closing sign anywhere behind, nothing more is a tag.
        let Some(close) = inner.find(['<', '>']) else {
            out.push_str(&rest[open..]);
            return (out, tagged);
        };
        let tag = Some(&inner[..close]).filter(|_| inner.as_bytes()[close] == b'>').and_then(known);
        match tag {
            Some(breaks) => {
                tagged = true;
                if breaks && !out.is_empty() && !out.ends_with('\n') {
                    out.push('\n');
                }
                rest = &inner[close + 1..];
            }
            None => {
                out.push('<');
                rest = inner;
            }
        }
    }
    out.push_str(rest);
    (out, tagged)
}

/// Whether a tag is known, and ends a line: `br/`, `/p`, `span class="x"`.
fn known(tag: &str) -> Option<bool> {
    let name = tag.strip_prefix('/').unwrap_or(tag);
    let name: String = name.chars().take_while(char::is_ascii_alphanumeric).take(8).collect::<String>().to_ascii_lowercase();
    TAGS.iter().find(|(known, _)| *known == name).map(|(_, breaks)| *breaks)
}

fn entities(text: &str) -> String {
    /// The longest name of one.
    const LONGEST: usize = 10;
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let inner = &rest[at + 1..];
        let end = inner.bytes().take(LONGEST).position(|b| b == b';');
        match end.and_then(|end| Some((entity(&inner[..end])?, end))) {
            Some((c, end)) => {
                out.push(c);
                rest = &inner[end + 1..];
            }
            None => {
                out.push('&');
                rest = inner;
            }
        }
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "hellip" => '…',
        "ldquo" => '“',
        "rdquo" => '”',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_taken_out_and_text_stays() {
        let html = |text| plain(text, Markup::Html).0.into_owned();
        assert_eq!(
            html("<p>您好，<b>张</b>先生</p><p>请稍等&nbsp;3&#32;分钟 &lt;急&gt;</p>"),
            "您好，张先生\n请稍等 3 分钟 <急>"
        );
        assert_eq!(plain("a < b 且 c > d <顾客>", Markup::Moodle), (Cow::Borrowed("a < b 且 c > d <顾客>"), false));
        assert_eq!(plain("<b>x</b> &amp; y", Markup::Moodle), (Cow::Borrowed("x & y"), true));
        assert_eq!(plain("<b>x</b>", Markup::Plain), (Cow::Borrowed("<b>x</b>"), false));
        assert_eq!(html("R&D &copy; &#xZZ; <"), "R&D &copy; &#xZZ; <");
    }
}
