//! One way through the roster: each in turn is looked at with the exam in hand, and issued to. Somebody else may issue at the same time:
//! where the ledger went on without us everything is looked at again, and who is in other hands is tried once more at the end.

use super::super::filing::Filing;
use super::super::grounds::independent;
use super::super::raised::Raised;
use super::super::{Counter, Hand, in_other_hands, person, record};
use super::{Done, passed_over};
use crate::cli::failure::Failure;
use crate::cli::registry::Registry;
use crate::cli::room::Call;
use crate::model::licence::{Naming, Weighty};
use crate::store::{Learner, LedgerLine, Sealed, Store, StoreError};

/// Issues to each in turn; the files are written meanwhile.
///
/// # Errors
/// `Failure` that is no reason about one person.
pub fn each(mut round: Round<'_, '_>, people: &[Learner]) -> Result<(), Failure> {
    let mut task = round.call.busy("batch-issuing", people.len());
    let mut held = Vec::new();
    for learner in people {
        match round.one(learner)? {
            Came::Through => {}
            Came::Held(_) => held.push(learner),
            Came::Unwritten => return Ok(()),
        }
        task.step();
    }
    for learner in held {
        match round.one(learner)? {
            Came::Through => {}
            Came::Held(why) => {
                round.done.held += 1;
                passed_over(round.call, learner, why, &mut round.done.over)?;
            }
            Came::Unwritten => return Ok(()),
        }
    }
    Ok(())
}

/// What a try with one person came to.
enum Came {
    /// Issued, or it is said why not.
    Through,
    /// Somebody else signs for that exam at this moment.
    Held(Failure),
    /// Files cannot be written any more: `Filing` knows why.
    Unwritten,
}

/// One command's way through the roster.
pub struct Round<'a, 'c> {
    /// The call.
    pub call: &'a Call<'c>,
    /// The store.
    pub store: &'a mut dyn Store,
    /// Where it is issued.
    pub counter: &'a Counter<'a>,
    /// Who issues.
    pub hand: &'a mut Hand,
    /// Who writes the files.
    pub filing: &'a Filing,
    /// What it came to.
    pub done: &'a mut Done,
    /// The register as it was when `last` was the newest line, or later; but for what was issued here since.
    pub registry: Registry,
    /// The newest line of the ledger that is known here, and all before it.
    pub last: Option<LedgerLine>,
}

/// The ledger's newest line, and the register. In this order: what comes between is looked at once more, and never missed.
///
/// # Errors
/// `Failure` of the store.
pub fn looked(store: &dyn Store) -> Result<(Option<LedgerLine>, Registry), Failure> {
    Ok((store.ledger()?.pop(), Registry::open(store)?))
}

impl Round<'_, '_> {
    fn one(&mut self, learner: &Learner) -> Result<Came, Failure> {
        let (call, counter) = (self.call, self.counter);
        let exam = counter.exam(self.store, &self.registry, learner, call.ports.now())?;
        // Somebody may be sitting it just now: that is held against whoever would be given one, and nobody else.
        let held = exam.as_ref().map(|exam| self.store.hold_shortly(exam)).transpose();
        // With the exam in hand: whatever anybody did until now counts.
        if self.store.head()? != self.last.as_ref().map(LedgerLine::digest) {
            (self.last, self.registry) = looked(self.store)?;
            self.hand.saw(&self.registry);
        }
        let ground = counter.judged(self.store, &self.registry, learner, call.ports.now()).and_then(|ground| {
            independent(&ground.about(), &self.hand.by)?;
            counter.same(&ground, exam.as_ref())?;
            Ok(ground)
        });
        let ground = match ground {
            Ok(ground) => ground,
            Err(failure) => return passed_over(call, learner, failure, &mut self.done.over).map(|()| Came::Through),
        };
        let _held = match held {
            Err(StoreError::Busy(id)) => return Ok(Came::Held(in_other_hands(StoreError::Busy(id)))),
            held => held?,
        };
        person::told_renamed(call, &ground);
        let raised = Raised::of(self.store, &ground)?;
        self.done.raised.extend(raised);
        let (issued, document, act) = match record(call, self.store, &ground, self.hand) {
            Ok(done) => done,
            // A name that no licence can carry is one person's trouble.
            Err(failure) if failure.what.key == "fail-unfit-claims" => {
                return passed_over(call, learner, failure, &mut self.done.over).map(|()| Came::Through);
            }
            Err(failure) => return Err(failure),
        };
        // Who waits for a second person has nothing in the folder yet.
        if !issued.terms.two_persons.contains(&Weighty::Issue) {
            let shown = ground.scheme.holder == Naming::Plain;
            self.done.written.insert(issued.number.clone(), shown.then(|| learner.name.clone()));
            if !self.filing.takes(issued.number, document) {
                return Ok(Came::Unwritten);
            }
        }
        // Where our line is not the newest, or not the next one, somebody else's came between: it is looked at before the next person.
        let ours = LedgerLine::after(self.last.as_ref(), Sealed::Act { act: act.act.id.clone() }, act.digest());
        if self.store.head()? == Some(ours.digest()) {
            self.last = Some(ours);
        }
        Ok(Came::Through)
    }
}
