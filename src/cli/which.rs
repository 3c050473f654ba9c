//! Which thing of the library is meant by an id that a person typed: `KIND:ID`, a bare id, or a title in any language.
//!
//! For commands that take several kinds. A bare id that names several things is no answer: the candidates are listed, to be typed in
//! full. Commands that take one kind and offer a menu (`learn`, `quiz`, `practise`, `exam`) settle it in `menus`.

use super::failure::Failure;
use crate::model::course::Course;
use crate::model::library::{Bank, Library};
use crate::model::licence::Scheme;
use crate::model::scenario::Scenario;
use crate::model::station::Station;
use crate::model::text::Text;

/// A kind of thing, by the word that is typed before the colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `course:`
    Course,
    /// `bank:`
    Bank,
    /// `scenario:`
    Scenario,
    /// `station:`
    Station,
    /// `licence:`
    Licence,
}

impl Kind {
    /// All of them.
    pub const ALL: &[Self] = &[Self::Course, Self::Bank, Self::Scenario, Self::Station, Self::Licence];

    /// The word for it in `KIND:ID`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Course => "course",
            Self::Bank => "bank",
            Self::Scenario => "scenario",
            Self::Station => "station",
            Self::Licence => "licence",
        }
    }
}

/// The thing that is meant.
#[derive(Clone, Copy, Debug)]
pub enum Thing<'a> {
    /// A course.
    Course(&'a Course),
    /// A bank of questions.
    Bank(&'a Bank),
    /// A role-play.
    Scenario(&'a Scenario),
    /// An observed station.
    Station(&'a Station),
    /// A licence scheme.
    Licence(&'a Scheme),
}

impl<'a> Thing<'a> {
    /// What kind it is of.
    pub const fn kind(&self) -> Kind {
        match self {
            Self::Course(_) => Kind::Course,
            Self::Bank(_) => Kind::Bank,
            Self::Scenario(_) => Kind::Scenario,
            Self::Station(_) => Kind::Station,
            Self::Licence(_) => Kind::Licence,
        }
    }

    /// Its id, without the kind.
    pub fn id(&self) -> &'a str {
        match *self {
            Self::Course(it) => it.id.as_str(),
            Self::Bank(it) => it.id.as_str(),
            Self::Scenario(it) => it.id.as_str(),
            Self::Station(it) => it.id.as_str(),
            Self::Licence(it) => it.id.as_str(),
        }
    }

    /// Its title.
    pub const fn title(&self) -> &'a Text {
        match *self {
            Self::Course(it) => &it.title,
            Self::Bank(it) => &it.title,
            Self::Scenario(it) => &it.title,
            Self::Station(it) => &it.title,
            Self::Licence(it) => &it.title,
        }
    }

    /// `KIND:ID`, as it can be typed.
    pub fn name(&self) -> String {
        format!("{}:{}", self.kind().word(), self.id())
    }
}

/// The thing that is meant by what was typed, of one of the kinds that the command takes.
///
/// # Errors
/// A usage `Failure` where nothing is meant (with what may have been), several things are (with all of them), or a thing of another
/// kind (with the kinds that are taken).
pub fn which<'a>(library: &'a Library, typed: &str, kinds: &[Kind]) -> Result<Thing<'a>, Failure> {
    let typed = typed.trim();
    let all = things(library);
    let taken = |thing: &&Thing<'a>| kinds.contains(&thing.kind());
    // An input method types a colon of its own.
    let full = typed.split_once([':', '：']);
    let named = full.and_then(|(word, id)| Some((Kind::ALL.iter().find(|kind| kind.word() == word.trim())?, id.trim())));
    let (kind, id) = named.map_or((None, typed), |(kind, id)| (Some(*kind), id));
    if let Some(kind) = kind.filter(|kind| !kinds.contains(kind)) {
        return Err(other_kind(kind, id, kinds));
    }
    let meant = |thing: &&Thing<'a>| kind.is_none_or(|kind| kind == thing.kind());
    let titled = |title: &Text| title.all().any(|text| text.to_lowercase() == id.to_lowercase());
    let of =
        |is: &dyn Fn(&Thing<'a>) -> bool| all.iter().filter(taken).filter(meant).filter(|thing| is(thing)).copied().collect();
    let mut found: Vec<Thing<'a>> = of(&|thing| thing.id() == id);
    if found.is_empty() {
        found = of(&|thing| titled(thing.title()));
    }
    match found[..] {
        [thing] => Ok(thing),
        [] => match all.iter().find(|thing| thing.id() == id && kind.is_none()) {
            Some(other) => Err(other_kind(other.kind(), id, kinds)),
            None => Err(unknown(id, &of(&|_| true), kinds)),
        },
        _ => {
            let names = found.iter().map(Thing::name).collect::<Vec<_>>().join(" · ");
            Err(Failure::usage("fail-which-several", [("id", id), ("names", &names)])
                .hint("hint-which-full", [("name", &found[0].name())]))
        }
    }
}

/// Everything of a library that has an id of its own, kind by kind.
fn things(library: &Library) -> Vec<Thing<'_>> {
    let courses = library.courses.values().map(Thing::Course);
    let banks = library.banks.values().map(Thing::Bank);
    let scenarios = library.scenarios.values().map(Thing::Scenario);
    let stations = library.stations.values().map(Thing::Station);
    courses.chain(banks).chain(scenarios).chain(stations).chain(library.licences.values().map(Thing::Licence)).collect()
}

fn other_kind(kind: Kind, id: &str, kinds: &[Kind]) -> Failure {
    Failure::usage("fail-which-kind", [("id", id), ("kind", kind.word()), ("kinds", &words(kinds))]).hint("hint-list", [])
}

fn unknown(id: &str, all: &[Thing<'_>], kinds: &[Kind]) -> Failure {
    let failure = Failure::usage("fail-which-none", [("id", id), ("kinds", &words(kinds))]);
    let alike = |thing: &Thing<'_>| strsim::jaro_winkler(thing.id(), id);
    let near = all.iter().max_by(|a, b| alike(a).total_cmp(&alike(b))).filter(|near| alike(near) > 0.7);
    match near {
        Some(near) => failure.hint("hint-did-you-mean", [("name", &near.name())]),
        None => failure.hint("hint-list", []),
    }
}

fn words(kinds: &[Kind]) -> String {
    kinds.iter().map(|kind| kind.word()).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::load_shipped;
    use crate::locale::{Tongue, Words};

    fn said(library: &Library, typed: &str, kinds: &[Kind]) -> String {
        match which(library, typed, kinds) {
            Ok(thing) => thing.name(),
            Err(failure) => failure.lines(&Words::new(Tongue::En)).join(" | "),
        }
    }

    #[test]
    fn an_id_says_one_thing_or_is_asked_back() {
        let library = load_shipped().library;
        let talks = &[Kind::Scenario];
        for typed in ["double-eleven-delay", "scenario:double-eleven-delay", " scenario：double-eleven-delay ", "双十一物流延误"]
        {
            assert_eq!(said(&library, typed, Kind::ALL), "scenario:double-eleven-delay", "{typed}");
        }
        assert_eq!(
            said(&library, "double-eleven-dela", talks),
            "Not done: There is no \"double-eleven-dela\" among: scenario |   What to do: Did you mean scenario:double-eleven-delay?"
        );
        assert_eq!(
            said(&library, "after-sale", talks),
            "Not done: \"after-sale\" is of the kind course; what is taken here: scenario |   What to do: See what there is with onduty list."
        );
        assert_eq!(said(&library, "after-sale", &[Kind::Course]), "course:after-sale");
        assert!(said(&library, "随便", Kind::ALL).contains("onduty list"));
    }

    #[test]
    fn what_several_things_are_called_is_typed_in_full() {
        let mut library = load_shipped().library;
        let scheme = library.licences.values().next().expect("a licence").clone();
        let mut course = library.courses.values().next().expect("a course").clone();
        course.id = scheme.id.as_str().into();
        library.courses.insert(course.id.clone(), course);
        let id = scheme.id.as_str();
        let told = said(&library, id, Kind::ALL);
        assert!(told.contains(&format!("course:{id} · licence:{id}")), "{told}");
        assert_eq!(said(&library, &format!("licence:{id}"), Kind::ALL), format!("licence:{id}"));
        assert_eq!(said(&library, id, &[Kind::Licence]), format!("licence:{id}"));
    }
}
