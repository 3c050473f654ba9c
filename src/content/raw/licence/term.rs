//! How long a licence holds: `[validity]` and `[provisional]`; how long one may appeal against a result: `[appeals]`.

use super::{printed, sense, source, span};
use crate::content::codes;
use crate::content::raw::reader::Reader;
use crate::content::raw::sheet::Kind;
use crate::model::licence::{Appeals, Provisional, Validity};
use crate::model::span::Lasts;

/// `[validity]`.
pub fn validity(r: &mut Reader<'_, '_>, sources: &mut Vec<String>) -> Validity {
    r.require(&["lasts"]);
    source(r, sources);
    let lasts = lasts(r);
    let renew_within = span(r, "renew_within", true);
    if let (Some(lasts), Some(renew)) = (lasts, &renew_within) {
        sense::renewal(r, lasts, renew);
    }
    Validity {
        lasts: lasts.unwrap_or(Lasts::Months(12)),
        renew_within: renew_within.map(|renew| renew.it),
        refresher: r.refs("refresher", Kind::Course),
    }
}

/// How long something holds.
fn lasts(r: &mut Reader<'_, '_>) -> Option<Lasts> {
    let text = r.string("lasts")?;
    let lasts = Lasts::parse(text.it);
    if lasts.is_none() {
        r.sheet.find(&codes::BAD_LASTS, text.span, &[("found", text.it)]);
    }
    lasts
}

/// `[provisional]`.
pub fn provisional(r: &mut Reader<'_, '_>) -> Option<Provisional> {
    r.require(&["lasts", "conditions"]);
    let lasts = lasts(r);
    printed::conditions(r);
    Some(Provisional { lasts: lasts?, conditions: r.text("conditions")? })
}

/// `[appeals]`.
pub fn appeals(r: &mut Reader<'_, '_>) -> Option<Appeals> {
    r.require(&["window", "answer_within"]);
    let (window, answer_within) = (span(r, "window", true), span(r, "answer_within", true));
    Some(Appeals { window: window?.it, answer_within: answer_within?.it })
}
