//! What is held about a person, as a page to read and print. What stands in it is gathered by `cli/held`.

use serde::Serialize;

use super::press::{STYLE, press, safe};
use crate::locale::Words;

const TEMPLATE: &str = include_str!("templates/held.html");

/// Everything held about a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The person's name.
    pub name: String,
    /// When it was written out.
    pub at: String,
    /// What is known of the person, each with what it is: name and number, groups, role, since when.
    pub about: Vec<(String, String)>,
    /// Attempt by attempt; then licences, appeals, what was said, and what was signed.
    pub parts: Vec<Part>,
}

/// A part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Its heading.
    pub title: String,
    /// What stands in the columns.
    pub heads: [String; 3],
    /// When, who or what kind, what.
    pub rows: Vec<[String; 3]>,
}

/// The page, complete in itself.
pub fn page(page: &Page, words: &Words) -> String {
    #[derive(Serialize)]
    struct Shown<'a> {
        lang: &'static str,
        title: String,
        style: minijinja::Value,
        intro: String,
        about: &'a [(String, String)],
        parts: &'a [Part],
        nothing: String,
    }
    let gaps = [("name", page.name.as_str().into())];
    press(
        TEMPLATE,
        Shown {
            lang: words.tongue().tag(),
            title: words.with("held-title", &gaps),
            style: safe(STYLE.to_owned()),
            intro: words.with("held-intro", &[("at", page.at.as_str().into())]),
            about: &page.about,
            parts: &page.parts,
            nothing: words.get("held-none"),
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Tongue;

    #[test]
    fn whatever_was_typed_stays_text() {
        let heads = || ["when", "what", "<i>"].map(str::to_owned);
        let rows = vec![["2026-11-22 09:30".to_owned(), "answered".to_owned(), "<script>alert(1)</script>".to_owned()]];
        let parts = vec![
            Part { title: "A & B".to_owned(), heads: heads(), rows },
            Part { title: "empty".to_owned(), heads: heads(), rows: vec![] },
        ];
        let held =
            Page { name: "王芳".to_owned(), at: "now".to_owned(), about: vec![("Name".to_owned(), "<b>".to_owned())], parts };
        for tongue in [Tongue::Zh, Tongue::En] {
            let html = page(&held, &Words::new(tongue));
            assert!(
                html.contains("&lt;script&gt;")
                    && html.contains("A &amp; B")
                    && html.contains("&lt;b&gt;")
                    && html.contains("&lt;i&gt;"),
                "{html}"
            );
            assert!(!html.contains("<script") && !html.contains('⟦') && html.contains("王芳"), "{html}");
            // Of an empty part it is said so, in this language.
            assert!(html.contains(&Words::new(tongue).get("held-none")), "{html}");
        }
    }
}
