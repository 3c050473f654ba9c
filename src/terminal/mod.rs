//! What is seen and pressed.
pub mod editor;
pub mod interrupt;
pub mod keys;
pub mod line;
pub mod live;
pub mod markdown;
pub mod paint;
pub mod progress;
pub mod reply;
pub mod screen;
pub mod widget;
