//! The manager's menu as a tree: what is done of a day, a line begun for each entry; never more than nine to choose from. Which role
//! signs what is here too, so that an entry can say what it lacks.

use crate::attempt::act::StaffRole;

/// A line that is begun: what it lacks is asked for.
pub type Entry = &'static [&'static str];

/// Groups of entries, by the key of their name (`manager-group-KEY`).
pub const GROUPS: [(&str, &[Entry]); 7] = [
    (
        "people",
        &[
            &["learner", "import"],
            &["learner", "add"],
            &["learner", "list"],
            &["assign"],
            &["group", "show"],
            &["group", "remind"],
            &["waive"],
            &["learner", "export"],
        ],
    ),
    (
        "day",
        &[
            &["sitting", "list"],
            &["sitting", "new"],
            &["sitting", "open"],
            &["sitting", "note"],
            &["sitting", "extend"],
            &["sitting", "void"],
            &["sitting", "close"],
            &["sitting", "reseal"],
        ],
    ),
    (
        "licences",
        &[
            &["licences"],
            &["licences", "--eligible"],
            &["issue"],
            &["renew"],
            &["fulfil"],
            &["suspend"],
            &["reinstate"],
            &["revoke"],
        ],
    ),
    (
        "marks",
        &[
            &["mark"],
            &["decide"],
            &["appeal", "list"],
            &["appeal", "inspect"],
            &["appeal", "decide"],
            &["void"],
            &["grant"],
            &["regrade", "--against=today"],
        ],
    ),
    (
        "reports",
        &[
            &["report", "cohort"],
            &["report", "learner"],
            &["report", "licence"],
            &["report", "weekly"],
            &["report", "archive"],
            &["verify"],
            &["status"],
        ],
    ),
    (
        "safe",
        &[
            &["send", "--roster"],
            &["send"],
            &["collect"],
            &["backup"],
            &["restore"],
            &["audit"],
            &["retention"],
            &["learner", "erase"],
        ],
    ),
    (
        "staff",
        &[
            &["staff", "list"],
            &["staff", "add"],
            &["staff", "leave"],
            &["staff", "rekey"],
            &["key", "show"],
            &["key", "new"],
            &["key", "rotate"],
            &["key", "retire"],
        ],
    ),
];

/// Commands that an examiner signs.
const EXAMINED: &[&str] = &[
    "mark",
    "decide",
    "void",
    "grant",
    "waive",
    "appeal decide",
    "sitting new",
    "sitting open",
    "sitting note",
    "sitting extend",
    "sitting void",
    "sitting close",
    "sitting reseal",
];
/// Commands that an issuer signs.
const ISSUED: &[&str] = &[
    "issue",
    "renew",
    "suspend",
    "reinstate",
    "revoke",
    "fulfil",
    "confirm",
    "staff add",
    "staff leave",
    "staff rekey",
    "key new",
    "key rotate",
    "key retire",
];
/// Commands that need an issuing key.
const SEALED: &[&str] = &["issue", "renew", "status", "key rotate", "key retire"];

/// The role that whoever signs a command has: `decide`, `sitting new`.
pub fn role(command: &str) -> Option<StaffRole> {
    match command {
        _ if EXAMINED.contains(&command) => Some(StaffRole::Examiner),
        _ if ISSUED.contains(&command) => Some(StaffRole::Issuer),
        _ => None,
    }
}

/// Whether a command needs an issuing key.
pub fn is_sealed(command: &str) -> bool {
    SEALED.contains(&command)
}

/// The command of a line, without what follows it.
pub fn command(line: &[&str]) -> String {
    let group = GROUPS.iter().flat_map(|(_, entries)| *entries).any(|it| line.len() > 1 && it[..] == line[..2]);
    let is_word = |word: &&&str| !word.starts_with("--");
    line.iter().take(if group { 2 } else { 1 }).filter(is_word).copied().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tongue;
    use crate::locale::{Tongue, Words};

    #[test]
    fn every_entry_is_a_command_and_no_level_is_long() {
        for tongue in [Tongue::Zh, Tongue::En] {
            let words = Words::new(tongue);
            let tree = tongue::command(&words);
            for (key, entries) in GROUPS {
                assert!(entries.len() < 9 && words.has(&format!("manager-group-{key}")), "{key}");
                for entry in entries {
                    let words = entry.iter().filter(|word| !word.starts_with("--"));
                    let leaf = words.clone().try_fold(&tree, |at, word| at.find_subcommand(word));
                    assert!(leaf.is_some_and(|leaf| !leaf.has_subcommands()), "{entry:?}");
                    assert_eq!(command(entry), words.copied().collect::<Vec<_>>().join(" "));
                }
            }
        }
    }

    #[test]
    fn whatever_is_signed_is_an_entry_or_waits() {
        let entries: Vec<String> = GROUPS.iter().flat_map(|(_, entries)| *entries).map(|it| command(it)).collect();
        for signed in EXAMINED.iter().chain(ISSUED).chain(SEALED) {
            assert!(*signed == "confirm" || entries.iter().any(|it| it == signed), "{signed}");
        }
        assert_eq!(command(&["decide", "0199-a"]), "decide");
    }
}
