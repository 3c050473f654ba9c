//! What is asked in a sitting: a form of his own for everybody who is called, drawn at the desk, where it is known what each has met; a
//! second one in reserve, where the bank has as many; and which of them is next.
//!
//! Nobody gets one paper twice: whose exam was declared void goes on with the reserve, and then there is none. `issue` draws both again
//! (`issue/grounds`).

use std::collections::BTreeMap;

use super::kept::{Form, Paper, opened_here};
use crate::attempt::blueprint::{Form as Drawn, Seen, draw, reserve};
use crate::base::digest::Digest;
use crate::base::id::{LearnerId, SittingId};
use crate::cli::exam::cannot_draw;
use crate::cli::failure::Failure;
use crate::cli::registry::Registry;
use crate::cli::registry::seats::papers_before;
use crate::cli::room::Call;
use crate::cli::start::{Laid, dealt, frame as titles};
use crate::content::Loaded;
use crate::grade::register::Sitting;
use crate::model::frozen::Frozen;
use crate::model::library::Library;
use crate::model::licence::Scheme;
use crate::report::rules;
use crate::store::{Learner, Store};

/// Somebody who may sit.
pub struct May {
    /// Who.
    pub learner: Learner,
    /// How many exams are left, this one counted.
    pub left: usize,
    /// Whether the text to agree to was not agreed to yet.
    pub agrees: bool,
}

/// All content of a paper, each once.
type Contents = BTreeMap<Digest, Frozen>;

/// Draws everybody's forms, and puts together what they need.
///
/// # Errors
/// `Failure` where a form cannot be drawn, or of the store.
pub fn paper(call: &Call<'_>, store: &dyn Store, (loaded, scheme): (&Loaded, &Scheme), called: &[May]) -> Result<Paper, Failure> {
    let (library, registry) = (&loaded.library, Registry::open(store)?);
    let frozen = Frozen::Scheme(Box::new(scheme.clone()));
    let frame = titles(library, &scheme.title);
    let (scheme_digest, frame_digest) = (frozen.digest(), frame.digest());
    let mut contents = Contents::from([(scheme_digest, frozen), (frame_digest, frame)]);
    let mut forms = Vec::new();
    for it in called {
        let met = registry.met(store, &it.learner.id)?;
        forms.push(forms_of(call, (library, scheme), it, &met, &mut contents)?);
    }
    let own = std::iter::once(library.language.clone());
    let agreement = scheme.requires.agreement.as_ref();
    Ok(Paper {
        title: scheme.title.clone(),
        languages: own.chain(library.languages.iter().filter(|it| **it != library.language).cloned()).collect(),
        zone: library.time_zone.clone(),
        scheme: scheme_digest,
        frame: frame_digest,
        drawn: rules::Drawn::of(library, scheme),
        agreement: agreement.and_then(|id| Some((id.clone(), library.agreements.get(id)?.clone()))),
        forms,
        contents: contents.into_values().collect(),
    })
}

fn forms_of(
    call: &Call<'_>,
    (library, scheme): (&Library, &Scheme),
    may: &May,
    met: &Seen,
    contents: &mut Contents,
) -> Result<Form, Failure> {
    let seed = call.ports.seed();
    let form = draw(library, scheme, met, &seed).map_err(|short| cannot_draw(scheme, short))?;
    let mut lay = |form: &Drawn<'_>, seed| -> Result<Laid, Failure> {
        let (dealt, used) = dealt(scheme, form)?;
        // What examiners observe at that PC has titles of its own.
        contents.extend(form.stations.iter().map(|it| titles(library, &it.title)).map(|it| (it.digest(), it)));
        contents.extend(used.into_iter().map(|it| (it.digest(), it)));
        Ok(Laid { seed, parts: dealt.parts, stations: dealt.stations })
    };
    let laid = lay(&form, seed)?;
    let seed = call.ports.seed();
    let second = reserve(library, scheme, (met, &laid.met()), &seed);
    let reserve = second.map(|form| lay(&form, seed)).transpose()?;
    Ok(Form { learner: may.learner.id.clone(), left: may.left, agrees: may.agrees, laid, reserve })
}

/// Which of a candidate's papers is next: the first that was not used here. `None`: there is no other.
///
/// # Errors
/// `Failure` of the store.
pub fn next<'f>(
    store: &dyn Store,
    registry: &Registry,
    (form, sitting): (&'f Form, &SittingId),
    spare: bool,
) -> Result<Option<&'f Laid>, Failure> {
    let used = papers_before(store, registry, (&form.learner, sitting))?;
    let first = Some(&form.laid).filter(|_| !spare);
    Ok(first.into_iter().chain(&form.reserve).find(|laid| !used.iter().any(|(_, seed)| *seed == laid.seed)))
}

/// What a candidate was to meet in the first of the papers, at the desk that called to the sitting; `None` elsewhere.
///
/// # Errors
/// `Failure` of the store.
pub fn first_met(store: &dyn Store, sitting: (&SittingId, &Sitting), learner: &LearnerId) -> Result<Option<Seen>, Failure> {
    let paper = opened_here(store, sitting.0, sitting.1)?;
    Ok(paper.and_then(|paper| paper.form(learner).map(|form| form.laid.met())))
}
