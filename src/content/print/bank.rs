//! A bank as a person would write it: the head, its materials, then question by question, an option a line.

use std::collections::BTreeSet;

use super::{Front, Page, quoted};
use crate::base::id::Lang;
use crate::base::points::Points;
use crate::model::library::Bank;
use crate::model::question::one_of::Opt;
use crate::model::question::{Item, Kind, Question};
use crate::model::text::Text;

/// A bank's file in one language.
pub fn bank(bank: &Bank, front: &Front, lang: &Lang) -> String {
    let mut page = Page::new(&front.comments);
    page.table(0, "[bank]");
    page.text("id", bank.id.as_str());
    page.text("title", bank.title.get(lang));
    page.status(front);
    page.texts("roles", bank.roles.iter().map(|id| id.as_str()));
    page.text("use", bank.use_.word());
    page.texts("sources", front.sources.iter().map(String::as_str));
    let mut told = BTreeSet::new();
    let materials = bank.questions.iter().filter_map(|q| q.material.as_ref());
    for material in materials.filter(|material| told.insert(&material.id)) {
        page.table(0, "[[material]]");
        page.text("id", material.id.as_str());
        page.text("title", material.title.get(lang));
        page.text("body", material.body.get(lang));
    }
    for one in &bank.questions {
        question(&mut page, one, lang);
    }
    page.done()
}

fn question(page: &mut Page, question: &Question, lang: &Lang) {
    let id = question.id.as_str();
    page.table(0, "[[question]]");
    page.text("id", id.split_once('/').map_or(id, |(_, id)| id));
    page.text("kind", question.kind.name());
    page.text("ask", question.ask.get(lang));
    page.put("level", question.level);
    page.put("points", question.points);
    page.texts("skills", question.skills.iter().map(|id| id.as_str()));
    page.texts("objectives", question.objectives.iter().map(|id| id.as_str()));
    page.texts("roles", question.roles.iter().map(|id| id.as_str()));
    if let Some(material) = &question.material {
        page.text("material", material.id.as_str());
    }
    if question.keep_order {
        page.put("keep_order", true);
    }
    page.text("why", question.why.get(lang));
    kind(page, &question.kind, lang);
}

fn kind(page: &mut Page, kind: &Kind, lang: &Lang) {
    match kind {
        Kind::OneOf(it) => options(page, &it.options, lang),
        Kind::AnyOf(it) => options(page, &it.options, lang),
        Kind::TrueFalse(it) => page.put("answer", it.answer),
        Kind::Number(it) => {
            page.put("answer", it.answer);
            if it.tolerance != Points::ZERO {
                page.put("tolerance", it.tolerance);
            }
            if let Some(unit) = &it.unit {
                page.text("unit", unit.get(lang));
            }
        }
        Kind::Words(it) => page.texts("accept", it.accept.get(lang).iter().map(String::as_str)),
        Kind::Order(it) => items(page, "items", &it.items, lang),
        Kind::Pairs(it) => {
            let row = |p: &crate::model::question::pairs::Pair| {
                row(&[("id", quoted(p.id.as_str())), ("left", words(&p.left, lang)), ("right", words(&p.right, lang))])
            };
            page.rows("pairs", &it.pairs.iter().map(row).collect::<Vec<_>>());
            if !it.decoys.is_empty() {
                items(page, "decoys", &it.decoys, lang);
            }
        }
        Kind::Classify(it) => {
            items(page, "classes", &it.classes, lang);
            let row = |c: &crate::model::question::classify::Case| {
                row(&[("id", quoted(c.id.as_str())), ("text", words(&c.text, lang)), ("class", quoted(c.class.as_str()))])
            };
            page.rows("cases", &it.cases.iter().map(row).collect::<Vec<_>>());
        }
        Kind::Find(it) => {
            let line = |l: &crate::model::question::find::Line| {
                let mut all = vec![("id", quoted(l.id.as_str())), ("who", words(&l.who, lang)), ("text", words(&l.text, lang))];
                marked(&mut all, ("wrong", l.wrong), l.why.as_ref(), lang);
                row(&all)
            };
            page.rows("lines", &it.lines.iter().map(line).collect::<Vec<_>>());
        }
        Kind::Write(it) => {
            page.table(2, "[question.write]");
            if let Some(says) = &it.says {
                page.text("says", says.get(lang));
            }
            super::writing::writing(page, &it.writing, lang);
            super::writing::wants(page, (4, "[[question.write.wants]]"), &it.writing, lang);
        }
    }
}

fn options(page: &mut Page, options: &[Opt], lang: &Lang) {
    let option = |o: &Opt| {
        let mut all = vec![("id", quoted(o.id.as_str())), ("text", words(&o.text, lang))];
        marked(&mut all, ("right", o.right), o.why.as_ref(), lang);
        row(&all)
    };
    page.rows("options", &options.iter().map(option).collect::<Vec<_>>());
}

fn items(page: &mut Page, key: &str, items: &[Item], lang: &Lang) {
    let item = |i: &Item| row(&[("id", quoted(i.id.as_str())), ("text", words(&i.text, lang))]);
    page.rows(key, &items.iter().map(item).collect::<Vec<_>>());
}

/// A mark that is set, and why; neither is written where there is nothing to say.
fn marked(all: &mut Vec<(&str, String)>, (key, set): (&'static str, bool), why: Option<&Text>, lang: &Lang) {
    if set {
        all.push((key, "true".to_owned()));
    }
    all.extend(why.map(|why| ("why", words(why, lang))));
}

fn words(text: &Text, lang: &Lang) -> String {
    quoted(text.get(lang))
}

fn row(pairs: &[(&str, String)]) -> String {
    let all: Vec<String> = pairs.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    format!("{{ {} }}", all.join(", "))
}
