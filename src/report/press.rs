//! Values into one of the house's templates. A file that comes out asks nobody for anything: no script, no picture, no font, and a
//! policy that forbids them. Every text is escaped.

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior};
use serde::Serialize;

/// How all pages look, on screen and on A4.
pub const STYLE: &str = include_str!("templates/page.css");

/// What every page begins with: its policy, its window, its style. A template fills the blocks of it.
const BASE: &str = include_str!("templates/base.html");

/// A template filled with what it names.
pub fn press(template: &str, shown: impl Serialize) -> String {
    let syntax = SyntaxConfig::builder().trim_blocks(true).build().expect("the usual delimiters, which are distinct");
    let mut jinja = Environment::new();
    jinja.set_syntax(syntax);
    jinja.set_undefined_behavior(UndefinedBehavior::Strict);
    jinja.set_auto_escape_callback(|_| AutoEscape::Html);
    jinja.add_template("base.html", BASE).expect("the base is our own");
    jinja
        .render_str(template, Serde(shown))
        .expect("templates are our own and name only what their values have; the tests render all of them")
}

/// What is safe as it is: our own style, Markdown made HTML by us.
pub fn safe(html: String) -> minijinja::Value {
    minijinja::Value::from_safe_string(html)
}
