//! `explain CODE`: the page of a finding's code.

use super::Outcome;
use super::args::Explain;
use super::failure::{Exit, Failure};
use super::room::Call;
use crate::content::codes;

/// Runs the command.
pub fn run(call: &mut Call<'_>, args: &Explain) -> Outcome {
    let named = args.code.trim().to_ascii_uppercase();
    let Some(code) = codes::find(&named) else {
        let failure = Failure::usage("fail-no-code", [("code", &args.code)]);
        let near = codes::ALL.iter().map(|c| c.code).min_by_key(|c| strsim::damerau_levenshtein(c, &named)).unwrap_or_default();
        return Err(failure.hint("hint-did-you-mean", [("name", near)]));
    };
    let page = call.words.get(&format!("{}-page", code.code.to_ascii_lowercase()));
    call.print(&format!("{}\n\n{page}\n", code.code))?;
    Ok(Exit::Done)
}
