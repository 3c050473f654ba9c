//! Whether a drawing stands on its own: nothing in it is fetched, nothing in it runs. A company's template may have come from anywhere.

use super::Trouble;

/// What has no place in a certificate, in small letters.
const NEVER: &[&str] =
    &["<script", "<foreignobject", "<iframe", "<!entity", "<!doctype", "@import", "javascript:", "<set", "<animate"];
/// What names something else; only a part of the drawing itself, or data within it, may follow.
const NAMES: &[&str] = &["href=", "src=", "url("];

/// Looks through a drawing.
///
/// # Errors
/// `Trouble::Outside` with what it is.
pub fn sound(svg: &str) -> Result<(), Trouble> {
    let low = svg.to_ascii_lowercase();
    if let Some(found) = NEVER.iter().find(|found| low.contains(**found)) {
        return Err(Trouble::Outside((*found).to_owned()));
    }
    for (at, name) in NAMES.iter().flat_map(|name| low.match_indices(name)) {
        let named = svg[at + name.len()..].trim_start().trim_start_matches(['"', '\'', ' ']);
        if !named.starts_with('#') && !named.starts_with("data:image/") {
            return Err(Trouble::Outside(named.chars().take(60).take_while(|c| !matches!(c, '"' | '\'' | ')' | '>')).collect()));
        }
    }
    let handler = |at: usize| low[at..].split(['=', '>', ' ']).next().is_some_and(|word| low[at + word.len()..].starts_with('='));
    match low.match_indices(" on").find(|(at, _)| handler(at + 1)) {
        Some((at, _)) => Err(Trouble::Outside(svg[at + 1..].chars().take_while(|c| *c != '=').collect())),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_stands_on_its_own() {
        for good in [
            "<use href=\"#a\"/>",
            "<image href='data:image/png;base64,AA'/>",
            "<path fill=\"url(#g)\"/>",
            "<text>carry on = go</text>",
        ] {
            assert_eq!(sound(good), Ok(()), "{good}");
        }
        for bad in [
            "<image href=\"logo.png\"/>",
            "<image xlink:href='https://example.com/x.png'/>",
            "<style>@import 'x'</style>",
            "<rect fill=\"url(https://example.com/#x)\"/>",
            "<rect onclick=\"x()\"/>",
            "<Script>",
        ] {
            assert!(matches!(sound(bad), Err(Trouble::Outside(_))), "{bad}");
        }
    }
}
