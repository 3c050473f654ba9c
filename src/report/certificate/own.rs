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
    let svg = &tags(svg);
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

/// What a drawing is made of, without the words in it: what is written on a licence, a name say, asks for nothing. Style sheets do.
fn tags(svg: &str) -> String {
    let (mut out, mut tag, mut quote) = (String::new(), String::new(), None);
    let mut in_style = false;
    for c in svg.chars() {
        match (tag.is_empty(), quote, c) {
            (true, _, '<') => tag.push(c),
            (true, ..) if in_style => out.push(c),
            (true, ..) => {}
            (false, None, '>') => {
                tag.push(c);
                in_style = tag.to_ascii_lowercase().starts_with("<style");
                out.push_str(&std::mem::take(&mut tag));
            }
            (false, None, '"' | '\'') => {
                quote = Some(c);
                tag.push(c);
            }
            (false, open, _) => {
                quote = open.filter(|open| *open != c);
                tag.push(c);
            }
        }
    }
    out + &tag
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
            "<text>&lt;img src=x onerror=alert(1)&gt; javascript:alert(1) url(http://x)</text>",
        ] {
            assert_eq!(sound(good), Ok(()), "{good}");
        }
        for bad in [
            "<image href=\"logo.png\"/>",
            "<text a='>'>x</text><image alt=\">\" href=\"logo.png\"/>",
            "<style>a { fill: url(http://x) }</style>",
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
