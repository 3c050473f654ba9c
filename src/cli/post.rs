//! `learner edit LEARNER`, as far as it needs no signature: name, staff number, groups, role, whether the person is still here.

use super::enrol::{group, roles};
use super::failure::Failure;
use super::room::Call;
use super::roster::NAME_MOST;
use crate::base::name;
use crate::store::Learner;

/// Where one person works.
#[derive(Debug, Default, clap::Args)]
pub struct PostEdit {
    /// The name.
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// The company's own number for the person.
    #[arg(long, value_name = "NUMBER")]
    pub staff_number: Option<String>,
    /// Puts the person into a group; may be given several times.
    #[arg(long, value_name = "GROUP")]
    pub group: Vec<String>,
    /// Takes the person out of a group.
    #[arg(long, value_name = "GROUP")]
    pub no_group: Vec<String>,
    /// What the person does, as the library's roles name it.
    #[arg(long, value_name = "ROLE")]
    pub role: Option<String>,
    /// The person is no longer here: nothing new is begun, what was done stands.
    #[arg(long, conflicts_with = "back")]
    pub left: bool,
    /// The person is here again.
    #[arg(long)]
    pub back: bool,
}

impl PostEdit {
    /// Whether it says anything.
    pub fn is_given(&self) -> bool {
        let words = self.name.is_some() || self.staff_number.is_some() || self.role.is_some();
        words || !self.group.is_empty() || !self.no_group.is_empty() || self.left || self.back
    }

    /// Whether it says what the person is called.
    pub const fn names(&self) -> bool {
        self.name.is_some() || self.staff_number.is_some()
    }

    /// A person as it says.
    ///
    /// # Errors
    /// `Failure` where a name, a number, a group or a role is none.
    pub fn apply(&self, call: &Call<'_>, mut learner: Learner) -> Result<Learner, Failure> {
        let kept = |typed: &str, key| name::name(typed, NAME_MOST).map(str::to_owned).ok_or_else(|| Failure::usage(key, []));
        if let Some(typed) = &self.name {
            learner.name = kept(typed, "fail-name")?;
        }
        if let Some(typed) = &self.staff_number {
            learner.staff_number = Some(kept(typed, "fail-staff-number")?);
        }
        let post = &mut learner.post;
        for typed in &self.group {
            post.groups.insert(group(typed)?);
        }
        for typed in &self.no_group {
            let named = group(typed)?;
            if !post.groups.remove(&named) {
                return Err(Failure::usage("fail-not-in-group", [("name", &learner.name), ("group", &named)]));
            }
        }
        if let Some(typed) = &self.role {
            let all = roles(&call.library()?);
            let known = all.iter().find(|(_, called)| called.iter().any(|it| it == typed.trim()));
            let ids = all.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>().join(" · ");
            let unknown = || Failure::usage("fail-role-unknown", [("role", typed)]).hint("hint-valid", [("values", &ids)]);
            post.role = Some(known.ok_or_else(unknown)?.0.clone());
        }
        if self.left {
            post.left = post.left.or_else(|| Some(call.ports.now()));
        } else if self.back {
            post.left = None;
        }
        Ok(learner)
    }
}
