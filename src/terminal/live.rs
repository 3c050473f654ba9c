//! The part of the window that is redrawn in place: the choices and what stands under them, never more than fits.
//!
//! What was shown before is only ever written once, above. `Hold` is the keyboard: raw while it lives, and everything is put back
//! when it is dropped, or by `give_back` as soon as something panics.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{Hide, MoveDown, MoveTo, MoveToColumn, MoveUp, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::queue;
use crossterm::terminal::{self, Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen};

/// The keyboard, held: keys come one by one and are not shown. Dropping it gives everything back, unless it was held already.
#[derive(Debug)]
pub struct Hold {
    first: bool,
}

impl Hold {
    /// Takes the keyboard.
    ///
    /// # Errors
    /// There is no terminal.
    pub fn take() -> io::Result<Self> {
        let hold = Self::take_quietly()?;
        if !MARKED.swap(true, Ordering::SeqCst) {
            let mut err = super::screen::stderr();
            // Without it a pasted newline counts as Enter; old Windows consoles do not have it.
            let _ = queue!(err, EnableBracketedPaste).and_then(|()| err.flush());
        }
        Ok(hold)
    }

    /// Takes the keyboard without sending the terminal anything: for lines that are only appended.
    ///
    /// # Errors
    /// There is no terminal.
    pub fn take_quietly() -> io::Result<Self> {
        terminal::enable_raw_mode()?;
        Ok(Self { first: !HELD.swap(true, Ordering::SeqCst) })
    }
}

impl Drop for Hold {
    fn drop(&mut self) {
        if self.first {
            give_back();
        }
    }
}

/// Gives the terminal back as it was, if it is held: lines, cursor, and the screen that was there before.
pub fn give_back() {
    if !HELD.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut err = super::screen::stderr();
    if OWN_SCREEN.load(Ordering::SeqCst) {
        let _ = own_screen(&mut err, false);
    }
    if MARKED.swap(false, Ordering::SeqCst) {
        let _ = queue!(err, DisableBracketedPaste, Show).and_then(|()| err.flush());
    }
    let _ = terminal::disable_raw_mode();
}

/// What is redrawn: printed lines, none wider than the window, and where the cursor shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The lines, styles and all.
    pub lines: Vec<String>,
    /// The cursor's line and what stands before it there; hidden where there is none.
    pub cursor: Option<(usize, String)>,
}

/// What is on the screen of it now.
#[derive(Debug, Default)]
pub struct Live {
    /// The line of the region that the cursor is on.
    at: u16,
    /// What was drawn last.
    drawn: Vec<String>,
}

impl Live {
    /// Draws over what was drawn last.
    ///
    /// # Errors
    /// Writing fails.
    pub fn draw(&mut self, out: &mut dyn Write, frame: &Frame) -> io::Result<()> {
        let mut page = Vec::new();
        self.home(&mut page)?;
        for (n, line) in frame.lines.iter().enumerate() {
            page.write_all(if n == 0 { b"" } else { b"\r\n" })?;
            page.write_all(line.as_bytes())?;
            queue!(page, Clear(ClearType::UntilNewLine))?;
        }
        queue!(page, Clear(ClearType::FromCursorDown))?;
        self.drawn.clone_from(&frame.lines);
        self.at = small(frame.lines.len().saturating_sub(1));
        self.set_cursor(&mut page, frame)?;
        out.write_all(&page)?;
        out.flush()
    }

    /// Draws only the lines that differ from what was drawn last: nothing flickers while a clock runs.
    ///
    /// # Errors
    /// Writing fails.
    pub fn touch(&mut self, out: &mut dyn Write, frame: &Frame) -> io::Result<()> {
        if self.drawn.len() != frame.lines.len() {
            return self.draw(out, frame);
        }
        let mut page = Vec::new();
        let before = std::mem::replace(&mut self.drawn, frame.lines.clone());
        for (n, (line, _)) in frame.lines.iter().zip(&before).enumerate().filter(|(_, (line, before))| line != before) {
            self.go_to(&mut page, n)?;
            page.write_all(line.as_bytes())?;
            queue!(page, Clear(ClearType::UntilNewLine))?;
        }
        if page.is_empty() {
            return Ok(());
        }
        self.set_cursor(&mut page, frame)?;
        out.write_all(&page)?;
        out.flush()
    }

    fn set_cursor(&mut self, page: &mut Vec<u8>, frame: &Frame) -> io::Result<()> {
        let Some((row, before)) = &frame.cursor else { return queue!(page, Hide) };
        self.go_to(page, *row)?;
        page.write_all(before.as_bytes())?;
        queue!(page, Show)
    }

    /// To the beginning of a line of the region.
    fn go_to(&mut self, page: &mut Vec<u8>, line: usize) -> io::Result<()> {
        let at = usize::from(self.at);
        if line < at {
            up(page, at - line)?;
        } else if line > at {
            queue!(page, MoveDown(small(line - at)))?;
        }
        self.at = small(line);
        queue!(page, MoveToColumn(0))
    }

    /// Takes the region away; the cursor stands where it began.
    ///
    /// # Errors
    /// Writing fails.
    pub fn clear(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let mut page = Vec::new();
        self.home(&mut page)?;
        self.drawn.clear();
        queue!(page, Clear(ClearType::FromCursorDown))?;
        out.write_all(&page)?;
        out.flush()
    }

    /// Forgets what was drawn and empties the window: after a change of size nobody knows where lines went.
    ///
    /// # Errors
    /// Writing fails.
    pub fn wipe(&mut self, out: &mut dyn Write) -> io::Result<()> {
        *self = Self::default();
        let mut page = Vec::new();
        queue!(page, Clear(ClearType::All), MoveTo(0, 0))?;
        out.write_all(&page)
    }

    fn home(&mut self, page: &mut Vec<u8>) -> io::Result<()> {
        up(page, usize::from(self.at))?;
        self.at = 0;
        queue!(page, MoveToColumn(0))
    }
}

fn up(page: &mut Vec<u8>, lines: usize) -> io::Result<()> {
    if lines > 0 {
        queue!(page, MoveUp(small(lines)))?;
    }
    Ok(())
}

fn small(n: usize) -> u16 {
    u16::try_from(n).unwrap_or(u16::MAX)
}

/// Whether the keyboard is held, so that a panic can give it back before anything is said of it.
static HELD: AtomicBool = AtomicBool::new(false);
/// Whether the terminal was asked to mark what is pasted, and may have its cursor hidden.
static MARKED: AtomicBool = AtomicBool::new(false);
/// Whether an own screen is open, so that a panic in it does not leave the person there.
static OWN_SCREEN: AtomicBool = AtomicBool::new(false);

/// Shows the cursor where it may have been hidden; sends nothing to a terminal that is only given lines.
///
/// # Errors
/// Writing fails.
pub fn show_cursor(out: &mut dyn Write) -> io::Result<()> {
    if MARKED.load(Ordering::SeqCst) {
        let mut page = Vec::new();
        queue!(page, Show)?;
        out.write_all(&page)?;
        out.flush()?;
    }
    Ok(())
}

/// Opens a screen of its own; `false` closes it and what was there before is back.
///
/// # Errors
/// Writing fails.
pub fn own_screen(out: &mut dyn Write, open: bool) -> io::Result<()> {
    let mut page = Vec::new();
    OWN_SCREEN.store(open, Ordering::SeqCst);
    if open {
        queue!(page, EnterAlternateScreen, Hide)?;
    } else {
        queue!(page, LeaveAlternateScreen)?;
    }
    out.write_all(&page)?;
    out.flush()
}

/// Fills an own screen.
///
/// # Errors
/// Writing fails.
pub fn fill(out: &mut dyn Write, lines: &[String]) -> io::Result<()> {
    let mut page = Vec::new();
    queue!(page, MoveTo(0, 0))?;
    for (n, line) in lines.iter().enumerate() {
        page.write_all(if n == 0 { b"" } else { b"\r\n" })?;
        page.write_all(line.as_bytes())?;
        queue!(page, Clear(ClearType::UntilNewLine))?;
    }
    queue!(page, Clear(ClearType::FromCursorDown), Hide)?;
    out.write_all(&page)?;
    out.flush()
}

/// Writes the first line of an own screen anew.
///
/// # Errors
/// Writing fails.
pub fn fill_first(out: &mut dyn Write, line: &str) -> io::Result<()> {
    let mut page = Vec::new();
    queue!(page, MoveTo(0, 0))?;
    page.write_all(line.as_bytes())?;
    queue!(page, Clear(ClearType::UntilNewLine))?;
    out.write_all(&page)?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::dice::Seed;
    use crate::locale::{Tongue, Words};
    use crate::model::form::Aside;
    use crate::model::form::{Choice, Form};
    use crate::terminal::keys::Key;
    use crate::terminal::line::Line;
    use crate::terminal::theme::House;
    use crate::terminal::view::View;
    use crate::terminal::widget::Widget;

    fn choices(n: usize) -> Vec<Choice> {
        let texts =
            ["先倾听（不打断），再复述一遍，请客户确认订单 A-1029-XYZ 的退款信息。", "“您先别急”……", "Hand over to the lead"];
        (0..n).map(|n| Choice { key: format!("k{n}").as_str().into(), text: texts[n % 3].to_owned() }).collect()
    }

    fn forms() -> Vec<Form> {
        vec![
            Form::Next,
            Form::PickOne(choices(4)),
            Form::PickOne(choices(14)),
            Form::PickMany(choices(12)),
            Form::Sort(choices(5)),
            Form::Match { lefts: choices(3), rights: choices(4), reuse: false },
            Form::Match { lefts: choices(6), rights: choices(12), reuse: true },
            Form::Number { unit: Some("秒".into()) },
            Form::Line { most: 60 },
            Form::Text { most: 300 },
        ]
    }

    fn terminal(height: usize, width: usize) -> vt100::Parser {
        let side = |n| std::num::NonZero::new(small(n)).expect("a window has a size");
        vt100::Parser::new(side(height), side(width), 100)
    }

    /// What the window shows now, line by line.
    fn window(screen: &vt100::Screen) -> Vec<String> {
        let (_, width) = screen.size();
        screen.rows(0, width.get()).map(|row| row.trim_end().to_owned()).collect()
    }

    #[test]
    fn no_line_is_eaten_or_doubled_whatever_is_pressed() {
        let keys: Vec<Key> = "1230 ?j好“".chars().map(Key::Char).chain([Key::Up, Key::Down, Key::Left, Key::Right]).collect();
        let keys: Vec<Key> = keys
            .into_iter()
            .chain([Key::Enter, Key::Break, Key::Backspace, Key::Esc, Key::End, Key::Paste("请稍等…".into())])
            .collect();
        for (width, height, tongue) in [(40, 24, Tongue::Zh), (80, 24, Tongue::En), (40, 10, Tongue::En), (80, 10, Tongue::Zh)] {
            let words = Words::new(tongue);
            for (n, form) in forms().into_iter().enumerate() {
                let mut dice = Seed::from_bytes(&[u8::try_from(n).expect("few forms")]).dice("keys", "x");
                let view = View {
                    words: &words,
                    house: House { width: width - 1, colour: true },
                    rows: height,
                    panel: true,
                    clock: &Line::empty(),
                    top: &Line::empty(),
                };
                let mut vt = terminal(height, width);
                let above: Vec<String> = (0..20).map(|n| format!("以前的第 {n} 行")).collect();
                vt.process((above.join("\r\n") + "\r\n").as_bytes());
                let (mut live, mut widget) = (Live::default(), Widget::new(&form, Aside::Unknown));
                widget.fit(width - 1);
                for _ in 0..120 {
                    let clock = Line::plain(&"m 还剩 9 分钟"[..[0, 1, 17][dice.below(3)]]);
                    let frame = View { clock: &clock, ..view }.frame(&widget);
                    assert!(frame.lines.len() <= height, "{form:?} is taller than the window");
                    let mut page = Vec::new();
                    // A clock that ticks draws less, and it looks the same.
                    if dice.below(2) == 0 { live.touch(&mut page, &frame) } else { live.draw(&mut page, &frame) }
                        .expect("memory");
                    vt.process(&page);
                    let bare = Frame {
                        lines: frame.lines.iter().map(|line| anstream::adapter::strip_str(line).to_string()).collect(),
                        cursor: None,
                    };
                    // What was pushed off the top stays off; what is left above must be the end of what was there.
                    let shown = window(vt.screen());
                    let top = shown.iter().position(|line| *line == bare.lines[0].trim_end()).expect("the frame is shown");
                    for (line, was) in shown[..top].iter().rev().zip(above.iter().rev()) {
                        assert_eq!(line, was, "{width}x{height} {form:?}");
                    }
                    let mut below = bare.lines.iter().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
                    below.resize(height - top, String::new());
                    assert_eq!(shown[top..], below[..], "{width}x{height} {form:?}");
                    assert_eq!(vt.screen().hide_cursor(), frame.cursor.is_none());
                    widget.press(keys[dice.below(keys.len())].clone());
                }
                let mut page = Vec::new();
                live.clear(&mut page).expect("memory");
                vt.process(&page);
                assert!(
                    window(vt.screen()).iter().all(|line| line.is_empty() || above.contains(line)),
                    "nothing is left of {form:?}"
                );
            }
        }
    }

    #[test]
    fn the_cursor_stands_where_typing_goes_on() {
        let words = Words::new(Tongue::Zh);
        let view = View {
            words: &words,
            house: House { width: 39, colour: false },
            rows: 24,
            panel: false,
            clock: &Line::empty(),
            top: &Line::empty(),
        };
        let mut widget = Widget::new(&Form::Line { most: 60 }, Aside::Unknown);
        widget.press(Key::Paste("他说“请稍等”后走了".into()));
        widget.press(Key::Left);
        widget.press(Key::Left);
        let mut vt = terminal(24, 40);
        let mut page = Vec::new();
        Live::default().draw(&mut page, &view.frame(&widget)).expect("memory");
        vt.process(&page);
        let before = Line::plain("> 他说“请稍等”后").cells();
        assert_eq!(vt.screen().cursor_position(), (0, small(before)));
    }
}
