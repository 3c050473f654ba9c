//! Where a byte is: line, column, the line's text. Columns count characters, as an editor shows them.

/// A text with its line starts found once.
#[derive(Clone, Debug)]
pub struct Lines<'s> {
    text: &'s str,
    starts: Vec<usize>,
}

/// A place as a person finds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot<'s> {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// The line without its end.
    pub text: &'s str,
}

impl<'s> Lines<'s> {
    /// Finds the lines of a text.
    pub fn of(text: &'s str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    /// The line (from 0) that a byte lies in; beyond the end it is the last.
    pub fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte).saturating_sub(1)
    }

    /// The whole text.
    pub const fn text(&self) -> &'s str {
        self.text
    }

    /// The bytes of the lines from that of one byte to that of another, without the last one's end.
    pub fn around(&self, first: usize, last: usize) -> std::ops::Range<usize> {
        let end = self.starts.get(self.line(last) + 1).map_or(self.text.len(), |next| next - 1);
        self.starts[self.line(first)]..end
    }

    /// The spot of a byte.
    pub fn spot(&self, byte: usize) -> Spot<'s> {
        let line = self.line(byte);
        let start = self.starts[line];
        let end = self.starts.get(line + 1).map_or(self.text.len(), |next| next - 1);
        // Characters that begin before the byte: all bytes but those that go on with one.
        let before = &self.text.as_bytes()[start..byte.clamp(start, end)];
        let column = before.iter().filter(|byte| (**byte & 0xC0) != 0x80).count() + 1;
        Spot { line: line + 1, column, text: &self.text[start..end] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let lines = Lines::of("标题 = 1\n\nab");
        assert_eq!(lines.spot(7), Spot { line: 1, column: 4, text: "标题 = 1" });
        assert_eq!(lines.spot(11), Spot { line: 2, column: 1, text: "" });
        assert_eq!(lines.spot(13), Spot { line: 3, column: 2, text: "ab" });
        assert_eq!(lines.spot(99), Spot { line: 3, column: 3, text: "ab" });
        assert_eq!(Lines::of("").spot(0), Spot { line: 1, column: 1, text: "" });
    }
}
