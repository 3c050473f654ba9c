//! Whose key is whose, over time: staff come, go and get other keys; issuing keys are made, replaced and retired.
//!
//! A key belongs to one person for good, or to one organisation; nothing that was done is undone when it is given up, and nothing that
//! is signed with it afterwards counts.

use super::{Former, Register, Retirement};
use crate::attempt::act::{Act, Deed, StaffRole};
use crate::base::id::{Did, StaffId};

impl Register {
    /// Takes an act about staff or keys that was signed by an issuer; whether it came to something.
    pub(super) fn keep_keys(&mut self, act: &Act, who: &StaffId) -> bool {
        match &act.deed {
            Deed::Appointed { staff, roles, appointed } => {
                let bound = self.is_used(appointed) || self.key_of(staff).is_some() || self.has_left(staff);
                if !bound {
                    self.staff.insert(appointed.clone(), (staff.clone(), roles.clone()));
                }
                !bound
            }
            Deed::Founded { name, code, issuer, status } => {
                let bound = self.issuers.contains_key(issuer) || self.issuers.values().any(|(_, there)| there == code);
                if !bound {
                    self.issuers.insert(issuer.clone(), (name.clone(), code.clone()));
                    self.status.extend(status.clone().map(|address| (issuer.clone(), address)));
                }
                !bound
            }
            Deed::Retired { issuer, successor, .. } => self.retire(act, issuer, successor.as_ref()),
            Deed::Left { staff, .. } => self.leave(act, staff),
            Deed::Rekeyed { staff, rekeyed, .. } => staff != who && self.rekey(act, staff, rekeyed),
            _ => false,
        }
    }

    /// The key that a member of staff signs with now.
    pub fn key_of(&self, staff: &StaffId) -> Option<&Did> {
        self.staff.iter().find(|(_, (id, _))| id == staff).map(|(key, _)| key)
    }

    /// How many keys a member of staff had before the present one.
    pub fn keys_before(&self, staff: &StaffId) -> usize {
        self.former.values().filter(|it| it.staff == *staff).count()
    }

    /// Which of its code an issuing key is: the first, the second, …
    pub fn generation(&self, issuer: &Did) -> usize {
        let before = |key: &Did| self.retired.iter().find(|(_, it)| it.successor.as_ref() == Some(key)).map(|(did, _)| did);
        std::iter::successors(Some(issuer), |key| before(key)).take(self.issuers.len()).count()
    }

    /// Whether a key is somebody's, or ever was.
    fn is_used(&self, key: &Did) -> bool {
        self.staff.contains_key(key) || self.former.contains_key(key)
    }

    /// Whether a member of staff was here and left.
    pub fn has_left(&self, staff: &StaffId) -> bool {
        self.key_of(staff).is_none() && self.former.values().any(|it| it.staff == *staff)
    }

    /// Whether somebody else may issue: somebody always has to.
    pub fn another_issuer(&self, than: &StaffId) -> bool {
        self.staff.values().any(|(id, roles)| id != than && roles.contains(&StaffRole::Issuer))
    }

    fn retire(&mut self, act: &Act, issuer: &Did, successor: Option<&Did>) -> bool {
        let Some(named) = self.issuers.get(issuer).cloned().filter(|_| !self.retired.contains_key(issuer)) else { return false };
        if successor.is_some_and(|next| self.issuers.contains_key(next)) {
            return false;
        }
        if let Some(next) = successor {
            self.issuers.insert(next.clone(), named);
        }
        self.retired.insert(issuer.clone(), Retirement { at: act.at, successor: successor.cloned() });
        true
    }

    fn leave(&mut self, act: &Act, staff: &StaffId) -> bool {
        if !self.another_issuer(staff) {
            return false;
        }
        let Some(key) = self.key_of(staff).cloned() else { return false };
        self.give_up(act, key);
        true
    }

    fn rekey(&mut self, act: &Act, staff: &StaffId, next: &Did) -> bool {
        let Some(key) = self.key_of(staff).cloned().filter(|_| !self.is_used(next)) else { return false };
        if let Some(kept) = self.give_up(act, key) {
            self.staff.insert(next.clone(), kept);
        }
        true
    }

    fn give_up(&mut self, act: &Act, key: Did) -> Option<(StaffId, Vec<StaffRole>)> {
        let kept = self.staff.remove(&key)?;
        self.former.insert(key, Former { staff: kept.0.clone(), roles: kept.1.clone(), until: act.at });
        Some(kept)
    }
}
