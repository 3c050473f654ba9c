//! The program's own words in Chinese and English. Pure: a table in, a sentence out.
//!
//! Sentences live in `zh-CN/*.ftl` and `en/*.ftl` (Fluent), one pair of files a room; a test keeps both complete. The words of
//! courseware are not here: they are `model::text`.

pub mod again;

use std::borrow::Borrow;
use std::cell::OnceCell;
use std::rc::Rc;
use std::sync::OnceLock;

pub use fluent_bundle::FluentValue as Value;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use unic_langid::{LanguageIdentifier, langid};

use crate::base::id::Lang;

/// The languages the program speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tongue {
    /// Chinese.
    Zh,
    /// English.
    En,
}

impl Tongue {
    /// From a locale or language name: everything Chinese is Chinese, all else English. `None` for an empty name or plain `C`/`POSIX`.
    pub fn of(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        match name.split(['-', '_', '.']).next() {
            None | Some("" | "c" | "posix") => None,
            Some("zh") => Some(Self::Zh),
            Some(_) => Some(Self::En),
        }
    }

    /// The content language that goes with it.
    pub fn lang(self) -> Lang {
        Lang::from(self.tag())
    }

    /// Its tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }
}

/// One file of sentences in both languages.
struct File {
    zh: &'static str,
    en: &'static str,
    /// Parsed, in the order of `Tongue`: sentences are read once, however many speak.
    parsed: [OnceLock<FluentResource>; 2],
}

/// Sentences as they are in the file, or with what is to be typed put in.
enum Sentences {
    Filed(&'static FluentResource),
    Own(Box<FluentResource>),
}

impl Borrow<FluentResource> for Sentences {
    fn borrow(&self) -> &FluentResource {
        match self {
            Self::Filed(resource) => resource,
            Self::Own(resource) => resource,
        }
    }
}

impl File {
    fn sentences(&'static self, tongue: Tongue, again: &again::Options) -> Sentences {
        let text = if tongue == Tongue::Zh { self.zh } else { self.en };
        // A sentence that does not parse is left out; the tests below find it.
        let parsed = |text: String| FluentResource::try_new(text).unwrap_or_else(|(resource, _)| resource);
        if again.is_empty() {
            let kept = &self.parsed[usize::from(tongue == Tongue::En)];
            Sentences::Filed(kept.get_or_init(|| parsed(text.to_owned())))
        } else {
            Sentences::Own(Box::new(parsed(again::in_sentences(text, again))))
        }
    }
}

macro_rules! files {
    ($($name:literal;)+) => {
        [$(File {
            zh: include_str!(concat!("zh-CN/", $name)),
            en: include_str!(concat!("en/", $name)),
            parsed: [const { OnceLock::new() }; 2],
        }),+]
    };
}

/// What every command needs.
static ALWAYS: [File; 4] = files! {
    "commands.ftl";
    "pages.ftl";
    "keys.ftl";
    "review.ftl";
};
/// What only `check`, `explain`, `learn --out` and exams need: read on first use.
static SELDOM: [File; 48] = files! {
    "findings.ftl";
    "paper.ftl";
    "exam.ftl";
    "result.ftl";
    "licensing.ftl";
    "verify.ftl";
    "causes.ftl";
    "stats.ftl";
    "which.ftl";
    "exchange.ftl";
    "parcel.ftl";
    "room.ftl";
    "person.ftl";
    "heard.ftl";
    "graph.ftl";
    "group.ftl";
    "talks.ftl";
    "writing.ftl";
    "wording.ftl";
    "replies.ftl";
    "marking.ftl";
    "guided.ftl";
    "analysis.ftl";
    "schema.ftl";
    "rehearse.ftl";
    "talk.ftl";
    "commands.ftl";
    "pages.ftl";
    "keys.ftl";
    "analysis-licence.ftl";
    "trainer.ftl";
    "drafts.ftl";
    "clock.ftl";
    "typing.ftl";
    "roster.ftl";
    "certificate.ftl";
    "verify-page.ftl";
    "ledger.ftl";
    "lifecycle.ftl";
    "cut.ftl";
    "status.ftl";
    "sitting.ftl";
    "regrade.ftl";
    "appeal.ftl";
    "report.ftl";
    "meanwhile.ftl";
    "erased.ftl";
    "afterwards.ftl";
};

/// The sentences of one language.
pub struct Words {
    tongue: Tongue,
    again: Rc<again::Options>,
    always: FluentBundle<Sentences>,
    seldom: OnceCell<FluentBundle<Sentences>>,
    /// What is told is somebody else's, not the reader's.
    another: bool,
}

/// Sentences that speak to whoever answered, with what is said instead where somebody else reads.
const OF_ANOTHER: &[(&str, &str)] = &[
    ("you", "candidate"),
    ("verdict-unknown", "verdict-unknown-theirs"),
    ("missed-right", "missed-right-theirs"),
    ("typed-right", "typed-right-theirs"),
    ("typed-wrong", "typed-wrong-theirs"),
];

impl Words {
    /// The sentences of a language.
    pub fn new(tongue: Tongue) -> Self {
        Self::again(tongue, Rc::default())
    }

    /// The same, where commands that are to be typed need options of this call again.
    pub fn again(tongue: Tongue, again: Rc<again::Options>) -> Self {
        Self { tongue, always: bundle(tongue, &ALWAYS, &again), seldom: OnceCell::new(), again, another: false }
    }

    /// The same sentences in another language.
    #[must_use]
    pub fn in_tongue(&self, tongue: Tongue) -> Self {
        Self::again(tongue, self.again.clone())
    }

    /// The same, where somebody else's answers are read: by an examiner, not by the candidate.
    #[must_use]
    pub fn of_another(&self) -> Self {
        Self { another: true, ..Self::again(self.tongue, self.again.clone()) }
    }

    /// The same for a page that is read elsewhere: its commands are those of any computer.
    #[must_use]
    pub fn for_pages(&self) -> Self {
        Self::new(self.tongue)
    }

    /// A command line as a person here has to type it: `onduty result 3`.
    pub fn typed(&self, line: &str) -> String {
        again::in_line(line, &self.again)
    }

    fn seldom(&self) -> &FluentBundle<Sentences> {
        self.seldom.get_or_init(|| bundle(self.tongue, &SELDOM, &self.again))
    }

    /// Which language this is.
    pub const fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// A sentence without gaps.
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// A sentence with its gaps filled. A sentence that does not exist shows as `⟦key⟧`: a bug, never a crash.
    pub fn with(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.find(key, args).unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// What stands before a text that it names: `name: ` or `name：`, which has its blank within.
    pub fn label(&self, name: &str) -> String {
        let mut label = self.with("label", &[("name", name.into())]);
        if label.ends_with(':') {
            label.push(' ');
        }
        label
    }

    /// Whether there is such a sentence.
    pub fn has(&self, key: &str) -> bool {
        let has = |bundle: &FluentBundle<Sentences>| bundle.get_message(key).is_some_and(|message| message.value().is_some());
        has(&self.always) || has(self.seldom())
    }

    /// A sentence if there is one.
    pub fn find(&self, key: &str, args: &[(&str, Value<'_>)]) -> Option<String> {
        let theirs = OF_ANOTHER.iter().find(|(own, _)| self.another && *own == key);
        let key = theirs.map_or(key, |(_, theirs)| theirs);
        said(&self.always, key, args).or_else(|| said(self.seldom(), key, args))
    }
}

fn bundle(tongue: Tongue, files: &'static [File], again: &again::Options) -> FluentBundle<Sentences> {
    let tag: LanguageIdentifier = match tongue {
        Tongue::Zh => langid!("zh-CN"),
        Tongue::En => langid!("en"),
    };
    let mut bundle = FluentBundle::new(vec![tag]);
    bundle.set_use_isolating(false); // terminals show the isolation marks
    for file in files {
        bundle.add_resource_overriding(file.sentences(tongue, again));
    }
    bundle
}

fn said(bundle: &FluentBundle<Sentences>, key: &str, args: &[(&str, Value<'_>)]) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
    let mut errors = Vec::new();
    let said = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
    // A gap left open is a bug: every test that meets it fails; a person is shown the rest of the sentence.
    debug_assert!(errors.is_empty(), "{key}: {errors:?}");
    Some(said)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Key → the gaps its sentence has, read from the text: `key = … { $gap } …`.
    fn keys(text: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut key = String::new();
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            if let Some((name, _)) = line.split_once('=').filter(|(n, _)| !n.starts_with([' ', '\t', '}', '[', '*'])) {
                key = name.trim().to_owned();
                assert!(out.insert(key.clone(), BTreeSet::new()).is_none(), "{key} twice");
            }
            for gap in line.split('$').skip(1) {
                let gap: String = gap.chars().take_while(|c| c.is_alphanumeric() || *c == '-' || *c == '_').collect();
                out.get_mut(&key).expect("a gap stands in a sentence").insert(gap);
            }
        }
        out
    }

    #[test]
    fn both_languages_say_the_same_things() {
        for file in ALWAYS.iter().chain(&SELDOM) {
            assert!(FluentResource::try_new(file.zh.to_owned()).is_ok() && FluentResource::try_new(file.en.to_owned()).is_ok());
            assert_eq!(keys(file.zh), keys(file.en));
        }
    }

    #[test]
    fn a_missing_sentence_is_shown_not_thrown() {
        assert_eq!(Words::new(Tongue::En).get("no-such-sentence"), "⟦no-such-sentence⟧");
    }

    #[test]
    fn locales_lead_to_a_tongue() {
        assert_eq!(Tongue::of("zh_CN.UTF-8"), Some(Tongue::Zh));
        assert_eq!(Tongue::of("zh-Hant-TW"), Some(Tongue::Zh));
        assert_eq!(Tongue::of("en-GB"), Some(Tongue::En));
        assert_eq!((Tongue::of(""), Tongue::of("C.UTF-8")), (None, None));
    }
}
