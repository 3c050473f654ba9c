//! A template and what it shows become one HTML text. Every text is escaped unless it is handed over as safe.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;

/// The page. The template is one of our own and names only what `shown` has.
///
/// # Panics
/// Where it does not: the tests of each page render all of its template.
pub(super) fn html(template: &str, shown: impl Serialize) -> String {
    let syntax = SyntaxConfig::builder().trim_blocks(true).build().expect("the usual delimiters, which are distinct");
    let mut jinja = Environment::new();
    jinja.set_syntax(syntax);
    jinja.set_undefined_behavior(UndefinedBehavior::Strict);
    jinja.set_auto_escape_callback(|_| AutoEscape::Html);
    jinja.render_str(template, Serde(shown)).expect("the template is our own and names only what it is shown")
}
