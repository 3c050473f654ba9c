//! stub
use crate::base::finding::Finding;
use crate::locale::Words;
use std::collections::BTreeMap;
use std::sync::Arc;
/// x
pub fn drawn(f: &[Finding], _: &BTreeMap<Arc<str>, Arc<str>>, _: &Words, _: super::screen::Screen) -> String {
    format!("{f:?}")
}
/// x
pub fn sentence(f: &Finding, _: &Words) -> String {
    format!("{f:?}")
}
