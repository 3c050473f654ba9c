//! Foreign formats: what goes out comes in again as far as the format can hold it, and nothing that comes in, whatever it is, ends the
//! program or is lost without a word.

mod gift;
mod hostile;
mod sheet;
mod typed;

use onduty::base::finding::{Finding, Severity};
use onduty::content::files::{Root, Source as Toml};
use onduty::content::{Loaded, load, print};
use onduty::exchange::{Arrival, FORMATS, Fate, Format, Note, Source, Spot, Thing, Wish};
use onduty::model::library::{Bank, Library, Use};
use onduty::model::question::any_of::AnyOf;
use onduty::model::question::{Item, Kind, Material, Question};
use onduty::model::text::{Matching, Text};
use proptest::prelude::*;

use crate::make::{any_question, text, zh};

/// A library of one language.
const LIBRARY: &str =
    "format = 1\n[library]\nid = \"l\"\ntitle = \"库\"\nlanguage = \"zh-CN\"\nlanguages = [\"zh-CN\"]\ntime_zone = \"UTC\"\n";

/// The library with a file in it.
fn with(file: &str) -> Loaded {
    let sources = vec![Toml::new("l/library.toml", LIBRARY), Toml::new("l/x.toml", file)];
    load(vec![Root { name: "l".to_owned(), sources, ..Root::default() }])
}

fn library() -> Library {
    load(vec![Root { name: "l".to_owned(), sources: vec![Toml::new("l/library.toml", LIBRARY)], ..Root::default() }]).library
}

fn format(name: &str) -> &'static Format {
    FORMATS.iter().find(|f| f.name == name && f.carries == onduty::exchange::Carries::Questions).expect("a format")
}

/// Takes a file in as the bank `x`.
fn take(name: &str, bytes: &[u8]) -> Result<Arrival, Note> {
    let library = library();
    let wish = Wish { id: "x", title: None, source: "题.txt", library: &library };
    format(name).read.expect("it reads")(&Source::new(bytes), &wish)
}

/// The bank that a file comes to; it has to be without mistakes.
fn taken(name: &str, bytes: &[u8]) -> (Bank, Vec<Note>) {
    let arrival = take(name, bytes).expect("it can be read");
    let loaded = with(&arrival.text);
    let errors: Vec<&Finding> = loaded.findings.iter().filter(|f| f.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{}", arrival.text);
    (loaded.library.banks.get(&"x".into()).expect("the bank").clone(), arrival.notes)
}

/// What is noted: `line key`.
fn noted(notes: &[Note]) -> Vec<String> {
    let said = |note: &Note| {
        let at = match &note.at {
            Spot::Whole => "-".to_owned(),
            Spot::Line(n) => n.to_string(),
            Spot::Item(id) => id.clone(),
        };
        format!("{at} {}{}", note.key, if note.fate == Fate::Wrong { " !" } else { "" })
    };
    notes.iter().map(said).collect()
}

/// A question without its ids: the kind, then each text with what holds of it.
fn told(question: &Question) -> Vec<String> {
    let lang = zh();
    let get = |text: &Text| text.get(&lang).to_owned();
    let why = |why: &Option<Text>| why.as_ref().map(|why| format!(" | {}", get(why))).unwrap_or_default();
    let items = |all: &[Item]| all.iter().map(|i| get(&i.text)).collect::<Vec<_>>();
    let option = |o: &onduty::model::question::one_of::Opt| format!("{} {}{}", o.right, get(&o.text), why(&o.why));
    let mut out = vec![question.kind.name().to_owned(), get(&question.ask), get(&question.why)];
    out.extend(match &question.kind {
        Kind::OneOf(it) => it.options.iter().map(option).collect(),
        Kind::AnyOf(it) => it.options.iter().map(option).collect(),
        Kind::TrueFalse(it) => vec![it.answer.to_string()],
        Kind::Number(it) => vec![format!("{} ± {}", it.answer, it.tolerance)],
        Kind::Words(it) => it.accept.get(&lang).to_vec(),
        Kind::Write(it) => vec![get(&it.writing.sample)],
        Kind::Order(it) => items(&it.items),
        Kind::Pairs(it) => {
            let pairs = it.pairs.iter().map(|p| format!("{} ⇢ {}", get(&p.left), get(&p.right)));
            pairs.chain(items(&it.decoys)).collect()
        }
        Kind::Classify(it) => {
            let class =
                |id: &onduty::base::id::ItemId| it.classes.iter().find(|c| c.id == *id).map(|c| get(&c.text)).unwrap_or_default();
            it.cases.iter().map(|c| format!("{} ⇢ {}", get(&c.text), class(&c.class))).collect::<Vec<_>>()
        }
        Kind::Find(it) => {
            it.lines.iter().map(|l| format!("{} {}：{}{}", l.wrong, get(&l.who), get(&l.text), why(&l.why))).collect()
        }
    });
    out
}

/// Texts made of what foreign formats have a meaning for.
fn wild() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => "[a-z黄金三秒，。 ]{1,3}",
        4 => prop::sample::select(vec![
            "\\", ":", "#", "=", "{", "}", "~", "%", "*", "[", "]", "-", ">", "<", "&", "/", "n", "0", "\"", "'", "\n", "$", ";", "|",
            "->", "####", "//", "::", "%50%", "%-100%", "<b>", "&lt;", "[html]", "[plain]", "_____", "\\n", "\\\\", "\\*", "A.", "→", "+",
            "@", "\t", "$CATEGORY:", "\"\"\"", "TRUE", "T", "1e3", "..", ",", "【答案】",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(part, 1..7).prop_map(|parts| parts.concat().trim().to_owned())
}

/// Banks with such texts in every place; none is empty, and no two alike.
fn any_bank() -> impl Strategy<Value = Bank> {
    let questions = prop::collection::vec((any_question(), prop::option::of(0..2_usize), 1..4_u8, 1..9_i64), 1..5);
    (questions, prop::collection::vec(wild(), 120)).prop_map(|(questions, words)| {
        let mut words = words.into_iter().enumerate().map(|(n, words)| format!("{words}字{n}"));
        let mut next = || text(&words.next().expect("enough words"));
        let materials = [0, 1].map(|n| Material { id: format!("m{n}").into(), title: next(), body: next() });
        let dress = |(n, (mut q, under, level, points)): (usize, (Question, Option<usize>, u8, i64))| {
            q.id = format!("x/q{}", n + 1).into();
            (q.ask, q.why, q.level) = (next(), next(), level);
            q.points = onduty::base::points::Points::thousandths(points * 500);
            q.material = under.map(|n| materials[n].clone());
            dressed(&mut q.kind, &mut next);
            q
        };
        let questions = questions.into_iter().enumerate().map(dress).collect();
        Bank { id: "x".into(), title: text("题库"), roles: vec![], use_: Use::Practice, questions }
    })
}

fn dressed(kind: &mut Kind, next: &mut dyn FnMut() -> Text) {
    match kind {
        Kind::OneOf(onduty::model::question::one_of::OneOf { options }) | Kind::AnyOf(AnyOf { options }) => {
            for (n, option) in options.iter_mut().enumerate() {
                option.text = next();
                option.why = (n % 2 == 0).then(&mut *next);
            }
        }
        Kind::Write(it) => it.writing.sample = next(),
        Kind::Words(it) => it.accept = Matching::new([(zh(), vec![next().get(&zh()).to_owned()])]),
        Kind::Order(it) => it.items.iter_mut().for_each(|i| i.text = next()),
        Kind::Pairs(it) => {
            it.pairs.iter_mut().for_each(|p| (p.left, p.right) = (next(), next()));
            it.decoys.iter_mut().for_each(|d| d.text = next());
        }
        Kind::Classify(it) => {
            it.classes.iter_mut().for_each(|c| c.text = next());
            it.cases.iter_mut().for_each(|c| c.text = next());
        }
        Kind::Find(it) => it.lines.iter_mut().enumerate().for_each(|(n, l)| {
            l.text = next();
            l.why = (n % 2 == 0).then(&mut *next);
        }),
        Kind::TrueFalse(_) | Kind::Number(_) => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_is_printed_reads_back_the_same(bank in any_bank()) {
        let front = print::Front { sources: vec!["某处".to_owned()], ..print::Front::default() };
        let file = print::bank::bank(&bank, &front, &zh());
        let loaded = with(&file);
        prop_assert_eq!(loaded.findings.iter().filter(|f| f.severity == Severity::Error).count(), 0, "{:#?}\n{}", loaded.findings, file);
        prop_assert_eq!(loaded.library.banks.get(&"x".into()), Some(&bank), "{}", file);
    }

    #[test]
    fn gift_goes_out_and_comes_in(bank in any_bank()) {
        let departure = format("gift").write.expect("it writes")(&Thing::Bank(&bank), &zh()).expect("a bank");
        let (back, _) = taken("gift", &departure.bytes);
        let there: Vec<_> = bank.questions.iter().map(as_gift).collect();
        let here: Vec<_> = back.questions.iter().map(told).collect();
        prop_assert_eq!(here, there, "{}", String::from_utf8_lossy(&departure.bytes));
        prop_assert_eq!(back.questions.iter().map(|q| &q.id).collect::<Vec<_>>(), bank.questions.iter().map(|q| &q.id).collect::<Vec<_>>());
        prop_assert_eq!(back.title, bank.title);
    }

    #[test]
    fn sheets_go_out_and_come_in(bank in any_bank(), excel in any::<bool>()) {
        let name = if excel && cfg!(feature = "xlsx") { "xlsx" } else { "csv" };
        let departure = format(name).write.expect("it writes")(&Thing::Bank(&bank), &zh()).expect("a bank");
        let (back, _) = taken(name, &departure.bytes);
        let keep = |q: &Question| (told(q), q.level, q.points, q.material.as_ref().map(|m| (m.title.clone(), m.body.clone())));
        let there: Vec<_> = bank.questions.iter().map(|q| { let (told, l, p, m) = keep(q); (as_sheet(told), l, p, m) }).collect();
        prop_assert_eq!(back.questions.iter().map(keep).collect::<Vec<_>>(), there);
    }
}

/// What GIFT makes of a question: kinds that it has not are the nearest that it has.
fn as_gift(question: &Question) -> Vec<String> {
    let mut out = told(question);
    if let Some(material) = &question.material {
        out[1] = format!("{}\n\n{}", material.body.get(&zh()), out[1]);
    }
    let sides = |out: &mut Vec<String>| {
        out[0] = "pairs".to_owned();
        for side in &mut out[3..] {
            // A left side holds no arrow of GIFT's.
            *side = match side.rsplit_once(" ⇢ ") {
                Some((left, right)) => format!("{} ⇢ {right}", left.replace("->", "→")),
                None => side.clone(),
            };
        }
    };
    match &question.kind {
        Kind::Order(_) => {
            out[0] = "pairs".to_owned();
            out[3..].iter_mut().enumerate().for_each(|(n, item)| *item = format!("{} ⇢ {item}", n + 1));
        }
        Kind::Find(_) => out[0] = "any-of".to_owned(),
        Kind::Pairs(_) => sides(&mut out),
        Kind::Classify(it) => {
            sides(&mut out);
            out.extend(
                it.classes.iter().filter(|c| it.cases.iter().all(|k| k.class != c.id)).map(|c| c.text.get(&zh()).to_owned()),
            );
        }
        _ => {}
    }
    out
}

/// What a sheet makes of it: semicolons and bars part what is accepted, a left side holds no arrow.
fn as_sheet(mut told: Vec<String>) -> Vec<String> {
    match told[0].as_str() {
        "words" => {
            let parted = told.split_off(3);
            let parts = parted.iter().flat_map(|one| one.split([';', '；', '|'])).map(|one| one.trim().to_owned());
            let mut seen = std::collections::BTreeSet::new();
            told.extend(parts.filter(|one| !one.is_empty() && seen.insert(one.clone())));
        }
        "pairs" | "classify" => {
            for side in &mut told[3..] {
                if let Some((left, right)) = side.rsplit_once(" ⇢ ") {
                    *side = format!("{} ⇢ {right}", left.replace('→', "->"));
                }
            }
        }
        _ => {}
    }
    told
}
