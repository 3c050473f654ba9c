//! Whom an act takes, and whom it reaches: the role of its signer, and whether every PC has to know of it.

use super::{Deed, StaffRole};

impl Deed {
    /// Whether every PC has to know of it: who is staff, which keys are good, what learners are allowed, what
    /// became of their appeals. A desk sends it with its roster.
    pub const fn is_for_all_pcs(&self) -> bool {
        if let Self::Sitting(it) = self {
            return it.is_of_desk();
        }
        matches!(
            self,
            Self::Appointed { .. }
                | Self::Founded { .. }
                | Self::Retired { .. }
                | Self::Left { .. }
                | Self::Rekeyed { .. }
                | Self::Waived { .. }
                | Self::Allowed { .. }
                | Self::Granted { .. }
                | Self::Heard(_)
        )
    }

    /// The role it takes.
    pub const fn takes(&self) -> StaffRole {
        match self {
            Self::Appointed { .. }
            | Self::Founded { .. }
            | Self::Issued(_)
            | Self::Changed(_)
            | Self::Seconded { .. }
            | Self::Retired { .. }
            | Self::Left { .. }
            | Self::Rekeyed { .. } => StaffRole::Issuer,
            Self::Admitted { .. }
            | Self::Observed { .. }
            | Self::Settled { .. }
            | Self::Marked { .. }
            | Self::Decided { .. }
            | Self::Voided { .. }
            | Self::Granted { .. }
            | Self::Allowed { .. }
            | Self::Answered { .. }
            | Self::Renamed { .. }
            | Self::Waived { .. }
            | Self::Sitting(_)
            | Self::Regraded(_)
            | Self::Heard(_) => StaffRole::Examiner,
        }
    }
}
