//! What is seen and pressed.
pub mod editor;
pub mod interrupt;
pub mod keys;
pub mod line;
pub mod live;
pub mod screen;
pub mod widget;
