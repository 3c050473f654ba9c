//! A licence in its picture: the signed document put into an SVG or a PNG as Open Badges 3.0 does it, and taken out again.
//!
//! What the picture shows is nobody's proof: only what is taken out is checked (`verify`). How it is drawn is not known here.

use std::borrow::Cow;

use flate2::Crc;

use super::json::Unreadable;

/// The most bytes of a file that may hold a licence: a document is small (`json::MOST_BYTES`), its picture may not be.
pub const MOST_BYTES: usize = 16 << 20;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// A chunk of international text, its keyword, and what follows that: not compressed, in no language.
const CHUNK: &[u8] = b"iTXt";
const KEYWORD: &[u8] = b"openbadgecredential\0";
const PLAIN: &[u8] = b"\0\0\0\0";
/// The first chunk: 13 bytes of head between length, name and checksum.
const HEAD: usize = SIGNATURE.len() + 4 + 4 + 13 + 4;

const SPACE: &str = r#" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0""#;
const OPEN: &str = "<openbadges:credential";
const CLOSE: &str = "</openbadges:credential>";
const DATA: (&str, &str) = ("<![CDATA[", "]]>");

/// Puts a document's text into a PNG, right after its head. `None`: it is no PNG, or there is a document in it already.
pub fn into_png(png: &[u8], text: &str) -> Option<Vec<u8>> {
    let (head, rest) = png.split_at_checked(HEAD)?;
    if out_of_png(png) != Err(Unreadable::NoneInside) {
        return None;
    }
    let body = [CHUNK, KEYWORD, PLAIN, text.as_bytes()].concat();
    let length = u32::try_from(body.len() - CHUNK.len()).ok()?;
    Some([head, &length.to_be_bytes(), &body, &checksum(&body), rest].concat())
}

/// Puts a document's text into an SVG, right after its opening tag. `None`: it is no SVG, or there is a document in it already.
pub fn into_svg(svg: &str, text: &str) -> Option<String> {
    if svg.contains(OPEN) {
        return None;
    }
    let (name, end) = opening_tag(svg)?;
    // A `<` or `]]>` can stand in a text of the document only, where it may be written otherwise.
    let text = text.replace('<', "\\u003c").replace(DATA.1, "]]\\u003e");
    let (before, tag, after) = (&svg[..name], &svg[name..end], &svg[end..]);
    let space = if tag.contains(SPACE.trim_start()) { "" } else { SPACE };
    Some(format!("{before}{space}{tag}>{OPEN}>{}{text}{}{CLOSE}{}", DATA.0, DATA.1, &after[1..]))
}

/// Where the opening tag's name ends, and where the tag does (its `>`).
fn opening_tag(svg: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    loop {
        at += svg[at..].len() - svg[at..].trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).len();
        let rest = &svg[at..];
        let past = ["?>", "-->", ">"].into_iter().zip(["<?", "<!--", "<!"]).find(|(_, start)| rest.starts_with(start));
        match past {
            Some((end, _)) => at += rest.find(end)? + end.len(),
            None => break,
        }
    }
    let name = at + "<svg".len();
    let tag = svg.get(name..).filter(|rest| svg[at..].starts_with("<svg") && rest.starts_with([' ', '\t', '\r', '\n', '>']))?;
    let mut quote = None;
    let end = tag.find(|c| match (quote, c) {
        (None, '"' | '\'') => {
            quote = Some(c);
            false
        }
        (Some(open), c) if open == c => {
            quote = None;
            false
        }
        (open, c) => open.is_none() && c == '>',
    })?;
    (!tag[..end].ends_with('/')).then_some((name, name + end))
}

/// The document in a file: the file itself, or what was put into a picture. Which of them it is, its bytes say, not its name.
///
/// # Errors
/// [`Unreadable`]: a picture that is damaged, or with none or more than one in it.
pub fn document(file: &[u8]) -> Result<Cow<'_, [u8]>, Unreadable> {
    if file.starts_with(SIGNATURE) {
        return out_of_png(file).map(Cow::Borrowed);
    }
    match std::str::from_utf8(file) {
        Ok(text) if text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).starts_with('<') => out_of_svg(text),
        _ => Ok(Cow::Borrowed(file)),
    }
}

fn out_of_png(png: &[u8]) -> Result<&[u8], Unreadable> {
    let mut rest = png.strip_prefix(SIGNATURE).ok_or(Unreadable::Picture)?;
    let mut found = None;
    while !rest.is_empty() {
        let (length, after) = rest.split_first_chunk::<4>().ok_or(Unreadable::Picture)?;
        let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| Unreadable::Picture)?;
        let (body, after) = length.checked_add(4).and_then(|all| after.split_at_checked(all)).ok_or(Unreadable::Picture)?;
        let (sum, after) = after.split_first_chunk::<4>().ok_or(Unreadable::Picture)?;
        if *sum != checksum(body) {
            return Err(Unreadable::Picture);
        }
        rest = after;
        if let Some(text) = body.strip_prefix(CHUNK).and_then(|chunk| chunk.strip_prefix(KEYWORD)) {
            let text = text.strip_prefix(PLAIN).ok_or(Unreadable::Picture)?;
            if found.replace(text).is_some() {
                return Err(Unreadable::ManyInside);
            }
        }
    }
    found.ok_or(Unreadable::NoneInside)
}

fn out_of_svg(svg: &str) -> Result<Cow<'_, [u8]>, Unreadable> {
    let (_, rest) = svg.split_once(OPEN).ok_or(Unreadable::NoneInside)?;
    if rest.contains(OPEN) {
        return Err(Unreadable::ManyInside);
    }
    let inside = rest.split_once('>').and_then(|(attributes, rest)| {
        let end = rest.find(CLOSE)?;
        (!attributes.ends_with('/')).then(|| &rest[..end])
    });
    let inside = inside.ok_or(Unreadable::Picture)?;
    match inside.trim().strip_prefix(DATA.0).and_then(|text| text.strip_suffix(DATA.1)) {
        Some(text) => Ok(Cow::Borrowed(text.as_bytes())),
        // An editor wrote it anew.
        None => Ok(Cow::Owned(plain(inside).into_bytes())),
    }
}

/// A text without XML's five names for characters.
fn plain(text: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    named.iter().fold(text.to_owned(), |text, (name, is)| text.replace(name, is))
}

/// A chunk's checksum, over its name and its data.
fn checksum(bytes: &[u8]) -> [u8; 4] {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum().to_be_bytes()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A picture of one black dot.
    fn dot() -> Vec<u8> {
        let chunk = |body: &[u8]| {
            let length = u32::try_from(body.len() - 4).unwrap().to_be_bytes();
            [&length, body, &checksum(body)].concat()
        };
        let data = [0x78, 0x9c, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01];
        let head = [b"IHDR".as_slice(), &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]].concat();
        [SIGNATURE, &chunk(&head), &chunk(&[b"IDAT".as_slice(), &data].concat()), &chunk(b"IEND")].concat()
    }

    const DRAWING: &str =
        "<?xml version=\"1.0\"?>\n<!-- <svg> -->\n<svg xmlns=\"http://www.w3.org/2000/svg\" aria-label='a > b'>\n</svg>\n";

    fn taken(file: &[u8]) -> Result<String, Unreadable> {
        document(file).map(|bytes| String::from_utf8(bytes.into_owned()).unwrap())
    }

    #[test]
    fn what_is_put_in_comes_out() {
        let text = "{\"name\": \"李雷 & co\"}\n";
        assert_eq!(taken(text.as_bytes()).as_deref(), Ok(text), "a document is itself");
        assert_eq!(taken(&into_png(&dot(), text).unwrap()).as_deref(), Ok(text));
        let svg = into_svg(DRAWING, text).unwrap();
        assert!(svg.contains("<svg xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\" xmlns="), "{svg}");
        assert!(svg.contains("aria-label='a > b'><openbadges:credential><![CDATA[{"), "{svg}");
        assert_eq!(taken(svg.as_bytes()).as_deref(), Ok(text));
        let rewritten = svg.replace("<![CDATA[", "").replace("]]>", "").replace('"', "&quot;").replace('&', "&amp;");
        assert_eq!(taken(rewritten.replace("&amp;quot;", "&quot;").as_bytes()).as_deref(), Ok(text), "as an editor writes it");
    }

    #[test]
    fn a_picture_holds_one_or_is_refused() {
        let (png, svg) = (into_png(&dot(), "{}").unwrap(), into_svg(DRAWING, "{}").unwrap());
        assert_eq!(taken(&dot()), Err(Unreadable::NoneInside));
        assert_eq!(taken(DRAWING.as_bytes()), Err(Unreadable::NoneInside));
        assert_eq!((into_png(&png, "{}"), into_svg(&svg, "{}")), (None, None), "once is enough");
        let twice = [&png[..HEAD], &png[HEAD..png.len() - dot().len() + HEAD], &png[HEAD..]].concat();
        assert_eq!(taken(&twice), Err(Unreadable::ManyInside));
        assert_eq!(taken(svg.replace("</svg>", "<openbadges:credential/></svg>").as_bytes()), Err(Unreadable::ManyInside));
        for end in [9, 20, HEAD + 3, HEAD + 30, png.len() - 1] {
            assert_eq!(taken(&png[..end]), Err(Unreadable::Picture), "cut at {end}");
        }
        for no in ["", "<html></html>", "<svg/>", "<svgx>", "text", "<!-- <svg></svg>"] {
            assert_eq!(into_svg(no, "{}"), None, "{no}");
        }
        assert_eq!((into_png(b"", "{}"), into_png(&[b' '; 100], "{}")), (None, None));
    }

    proptest! {
        #[test]
        fn every_document_survives_its_picture(name in any::<String>(), end in "[\\]<>&]{0,9}") {
            let value = serde_json::json!({ "name": name, "end": end });
            let text = value.to_string();
            prop_assert_eq!(taken(&into_png(&dot(), &text).unwrap()), Ok(text.clone()));
            let out = taken(into_svg(DRAWING, &text).unwrap().as_bytes()).unwrap();
            prop_assert_eq!(serde_json::from_str::<serde_json::Value>(&out).unwrap(), value);
        }

        #[test]
        fn anything_gets_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = document(&bytes);
            let _ = document(&[SIGNATURE, &bytes].concat());
            let _ = document(&[b"<svg", bytes.as_slice()].concat());
        }
    }
}
