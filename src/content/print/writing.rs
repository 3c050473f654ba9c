//! What is to be written, as TOML: for turns and questions alike.

use super::{Page, quoted};
use crate::base::id::Lang;
use crate::model::wording::Reach;
use crate::model::writing::Writing;

/// The keys of a written task, without what is looked for.
pub fn writing(page: &mut Page, writing: &Writing, lang: &Lang) {
    if !writing.task.is_empty() {
        page.text("task", writing.task.get(lang));
    }
    page.text("sample", writing.sample.get(lang));
    if let Some(wording) = &writing.wording {
        page.text("wording", wording.as_str());
    }
    if writing.public {
        page.put("public", true);
    }
    if writing.longer_than_customer {
        page.put("longer_than_customer", true);
    }
    if let Some(least) = here(&writing.min_chars, lang) {
        page.put("min_chars", least);
    }
}

/// What is looked for, a table each.
pub fn wants(page: &mut Page, (indent, head): (usize, &str), writing: &Writing, lang: &Lang) {
    for want in &writing.wants {
        page.table(indent, head);
        page.text("id", want.id.as_str());
        page.text("title", want.title.get(lang));
        for (key, matching) in [("any", &want.any), ("all", &want.all), ("none", &want.none)] {
            page.list(key, &matching.get(lang).iter().map(|phrase| quoted(phrase)).collect::<Vec<_>>());
        }
        page.pairs("score", &want.score);
        page.text("feedback", want.feedback.get(lang));
    }
}

/// A number of characters in this language; the first there is, where it is missing.
pub fn here(reach: &Reach, lang: &Lang) -> Option<u32> {
    reach.get(lang).or_else(|| reach.values().next()).copied()
}
