//! A library: everything that can be learnt, asked and played, checked.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::course::Course;
use super::glossary::Glossary;
use super::licence::Scheme;
use super::question::{Kind, Question};
use super::scenario::{Scenario, Way};
use super::span::Lasts;
use super::standard::Standard;
use super::station::Station;
use super::text::Text;
use super::version::Changed;
pub use super::word::{Aim, Letting, Status, Use};
use super::wording::Register;
use crate::base::id::{
    AgreementId, BankId, CourseId, GlossaryId, Lang, LibraryId, LicenceId, ObjectiveRef, QuestionRef, RoleId, ScenarioId,
    SkillId, StandardId, StationId, SyllabusId, WordingId,
};

/// A checked library. What was broken is not in it; findings say why.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// Its id.
    pub id: LibraryId,
    /// Its title.
    pub title: Text,
    /// The language it was written in.
    pub language: Lang,
    /// All its languages.
    pub languages: Vec<Lang>,
    /// IANA time zone in which dates are shown.
    pub time_zone: String,
    /// Skills with their titles, in the author's order.
    pub skills: Vec<(SkillId, Text)>,
    /// Roles with their titles, in the author's order.
    pub roles: Vec<(RoleId, Text)>,
    /// Agreements: title and text.
    pub agreements: BTreeMap<AgreementId, (Text, Text)>,
    /// Values of the house, by name: texts have them in already.
    pub house: BTreeMap<String, Text>,
    /// How long what lies beside the record is kept; what is not named is kept for ever.
    pub retention: BTreeMap<Letting, Lasts>,
    /// Syllabi.
    pub syllabi: BTreeMap<SyllabusId, Syllabus>,
    /// Courses.
    pub courses: BTreeMap<CourseId, Course>,
    /// Banks.
    pub banks: BTreeMap<BankId, Bank>,
    /// Scenarios.
    pub scenarios: BTreeMap<ScenarioId, Scenario>,
    /// Stations.
    pub stations: BTreeMap<StationId, Station>,
    /// Standards of reply times.
    pub standards: BTreeMap<StandardId, Standard>,
    /// Wording registers, shared by all that is judged by them.
    pub wordings: BTreeMap<WordingId, Arc<Register>>,
    /// The register that a text is judged by where none is named: the topmost library's, where it has just one.
    pub wording: Option<WordingId>,
    /// Glossaries.
    pub glossaries: BTreeMap<GlossaryId, Glossary>,
    /// Licence schemes.
    pub licences: BTreeMap<LicenceId, Scheme>,
    /// What authors say of their changes, as written: by `kind:id`.
    pub changed: BTreeMap<String, Vec<Changed>>,
    /// Draft and retired things, which are offered to no learner: `kind:id`. Drafts are in a trainer's library all the same.
    pub shelved: BTreeMap<String, Status>,
}

/// A list of objectives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Syllabus {
    /// Its id.
    pub id: SyllabusId,
    /// Its title.
    pub title: Text,
    /// Its objectives, in the author's order.
    pub objectives: Vec<Objective>,
}

/// Something a person must know or be able to do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Objective {
    /// `syllabus/objective`.
    pub id: ObjectiveRef,
    /// In words.
    pub text: Text,
    /// Where it comes from.
    pub source: String,
    /// Know or do.
    pub aim: Aim,
}

/// A question bank.
#[derive(Clone, Debug, PartialEq)]
pub struct Bank {
    /// Its id; shares one space with scenarios.
    pub id: BankId,
    /// Its title.
    pub title: Text,
    /// The roles it is for; empty: everybody.
    pub roles: Vec<RoleId>,
    /// Practice, exam or both.
    pub use_: Use,
    /// Its questions, in the author's order.
    pub questions: Vec<Question>,
}

impl Library {
    /// Whether a thing, by its `kind:id`, is still being written.
    pub fn is_draft(&self, name: &str) -> bool {
        self.shelved.get(name) == Some(&Status::Draft)
    }

    /// What a new thing begins as: where it must be translated first, as a draft.
    pub const fn begins_as(&self) -> Status {
        if self.languages.len() > 1 { Status::Draft } else { Status::Live }
    }

    /// Shows every register that something is judged by: each is shared, so the same may come often.
    pub fn each_register(&mut self, see: &mut dyn FnMut(&mut Arc<Register>)) {
        self.wordings.values_mut().for_each(&mut *see);
        for turn in self.scenarios.values_mut().flat_map(|scenario| &mut scenario.turns) {
            if let Way::Write(write) = &mut turn.way {
                write.writing.register.iter_mut().for_each(&mut *see);
            }
        }
        for question in self.banks.values_mut().flat_map(|bank| &mut bank.questions) {
            if let Kind::Write(write) = &mut question.kind {
                write.writing.register.iter_mut().for_each(&mut *see);
            }
        }
    }

    /// A question by `bank/question`.
    pub fn question(&self, id: &QuestionRef) -> Option<&Question> {
        let (bank, _) = id.as_str().split_once('/')?;
        self.banks.get(&BankId::from(bank))?.questions.iter().find(|q| q.id == *id)
    }
}
