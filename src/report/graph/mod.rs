//! A scenario as a picture: `picture` says what stands in it and how it is marked, `layout` where, `svg`, `mermaid` and `dot` write it.
//!
//! Replies and the arms of branches stand as small boxes on their way from turn to turn: so no label is ever laid over another. Colour
//! never says anything alone: dashes, widths and words say the same. The same picture is the same bytes.

mod dot;
mod layout;
mod mermaid;
mod picture;
mod svg;
#[cfg(test)]
mod tests;
mod trail;

pub use self::dot::dot;
pub use self::mermaid::mermaid;
pub use self::picture::{Picture, Traffic, View, picture};
pub use self::svg::svg;
