//! A lesson's Markdown as HTML for the page of a course.
//!
//! What an author writes stays text: raw HTML is escaped, pictures are their words, links lead to the web or to mail or nowhere.
//! Headings begin below the lesson's own; lines that break between Chinese characters join without a space.

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};

/// The HTML of a lesson's body.
pub fn to_html(body: &str) -> String {
    let mut out = String::new();
    let mut links = Vec::new();
    let mut last = ' ';
    let events = Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    html::push_html(&mut out, events.filter_map(|event| tamed(event, &mut links)).map(|event| joined(event, &mut last)));
    out
}

/// The event as far as a page may show it. `links`: of each open link, whether it is kept.
fn tamed<'a>(event: Event<'a>, links: &mut Vec<bool>) -> Option<Event<'a>> {
    Some(match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => return None,
        Event::Start(Tag::Link { link_type, dest_url, id, .. }) => {
            links.push(link_type == LinkType::Email || leads_out(&dest_url));
            links.last().filter(|kept| **kept)?;
            Event::Start(Tag::Link { link_type, dest_url, title: CowStr::Borrowed(""), id })
        }
        Event::End(TagEnd::Link) => links.pop().filter(|kept| *kept).map(|_| Event::End(TagEnd::Link))?,
        Event::Start(Tag::Heading { level, .. }) => {
            Event::Start(Tag::Heading { level: below(level), id: None, classes: Vec::new(), attrs: Vec::new() })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(below(level))),
        other => other,
    })
}

/// Whether a link may be kept: to the web or to mail.
fn leads_out(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    ["https://", "http://", "mailto:"].iter().any(|scheme| url.starts_with(scheme))
}

/// The page has level 1, the lesson level 2; authors begin at 1 or 2.
const fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        HeadingLevel::H4 => HeadingLevel::H5,
        HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}

/// A line break in the source after a Chinese character is no space. `last`: the last character shown.
fn joined<'a>(event: Event<'a>, last: &mut char) -> Event<'a> {
    match &event {
        Event::Text(text) | Event::Code(text) => *last = text.chars().next_back().unwrap_or(*last),
        Event::SoftBreak if is_chinese(*last) => return Event::Text(CowStr::Borrowed("")),
        _ => {}
    }
    event
}

/// Chinese characters and their punctuation: U+3000–U+9FFF, compatibility and full-width forms, and beyond.
const fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::to_html;

    #[test]
    fn raw_html_is_shown_as_it_was_written() {
        let html = to_html("<script>alert(1)</script>\n\nHello <b onclick=x>you</b>\n\n![cat](https://example.com/cat.png)");
        assert_eq!(
            html,
            "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n<p>Hello &lt;b onclick=x&gt;you&lt;/b&gt;</p>\n<p>cat</p>\n"
        );
    }

    #[test]
    fn links_lead_to_the_web_or_to_mail_or_nowhere() {
        assert_eq!(to_html("[a](https://a.example 'x')"), "<p><a href=\"https://a.example\">a</a></p>\n");
        assert_eq!(to_html("<me@a.example>"), "<p><a href=\"mailto:me@a.example\">me@a.example</a></p>\n");
        for nowhere in
            ["[a](javascript:alert(1))", "[a](JavaScript:x)", "[a](data:text/html,x)", "[a](//a.example)", "[a](#x)", "[a](f)"]
        {
            assert_eq!(to_html(nowhere), "<p>a</p>\n", "{nowhere}");
        }
    }

    #[test]
    fn headings_stand_below_the_lesson_and_chinese_lines_join() {
        assert_eq!(to_html("# a\n## b\n### c"), "<h3>a</h3>\n<h3>b</h3>\n<h4>c</h4>\n");
        assert_eq!(to_html("你好，\n世界\n*再见*\nso\nlong"), "<p>你好，世界<em>再见</em>so\nlong</p>\n");
    }
}
