//! The lines of a GIFT file as blocks between blank ones, and what is not a question's text in them: comments and categories.

/// What PHP trims.
pub const BLANK: &[char] = &[' ', '\t', '\n', '\r', '\0', '\u{b}'];

/// The blocks of a file one by one, in room that is used again.
pub struct Blocks<'t> {
    rest: &'t str,
    /// What ends a line: a file of bare carriage returns is one of an old system.
    end: u8,
    /// The line that comes next.
    line: u32,
    /// Where the block's first line of text is.
    pub first: u32,
    /// The block without its comments, each line trimmed.
    pub text: String,
    /// Its comments.
    pub comments: String,
}

impl<'t> Blocks<'t> {
    /// Before the first.
    pub fn of(text: &'t str) -> Self {
        let end = if text.contains('\r') && !text.contains('\n') { b'\r' } else { b'\n' };
        Self { rest: text, end, line: 1, first: 1, text: String::new(), comments: String::new() }
    }

    /// Goes to the next block; whether there is one.
    pub fn next(&mut self) -> bool {
        self.text.clear();
        self.comments.clear();
        let mut open = false;
        while !self.rest.is_empty() {
            let cut = self.rest.bytes().position(|b| b == self.end);
            let (line, rest) = cut.map_or((self.rest, ""), |at| (&self.rest[..at], &self.rest[at + 1..]));
            let number = self.line;
            self.rest = rest;
            self.line = number.saturating_add(1);
            let line = line.trim_matches(BLANK);
            if line.is_empty() || line == "0" {
                if open {
                    return true;
                }
                continue;
            }
            open = true;
            if line.starts_with("//") {
                self.comments.push_str(line);
                self.comments.push('\n');
                continue;
            }
            if self.text.is_empty() {
                self.first = number;
            } else {
                self.text.push('\n');
            }
            self.text.push_str(line);
        }
        open
    }
}

/// The path of a category: `/` parts its names, `//` is a slash; what `$…$` stands first is a context.
pub fn category(path: &str) -> Vec<String> {
    const SLASH: &str = "\u{FDD0}";
    let whole = path.replace("//", SLASH);
    let names = whole.split('/').map(|name| name.replace(SLASH, "/").trim().to_owned());
    let is_context = |name: &str| name.len() > 1 && name.starts_with('$') && name.ends_with('$');
    names.enumerate().filter(|(n, name)| !(name.is_empty() || (*n == 0 && is_context(name)))).map(|(_, name)| name).collect()
}

/// The id and the tags of comments: `[id:x]`, `[tag:a b]`.
pub fn marks(comments: &str) -> (Option<String>, Vec<String>) {
    let mut id = None;
    for (at, _) in comments.match_indices("[id:").take(1) {
        let mut value = String::new();
        let mut chars = comments[at + 4..].chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\\' if chars.peek() == Some(&']') => value.extend(chars.next()),
                ']' => {
                    id = Some(value.trim().to_owned()).filter(|id| !id.is_empty());
                    break;
                }
                '\n' => break,
                c => value.push(c),
            }
        }
    }
    let tags = comments.split("[tag:").skip(1).filter_map(|rest| {
        let tag = rest.lines().next()?.split(']').next()?;
        let whole = rest.len() > tag.len() && rest.as_bytes()[tag.len()] == b']' && !tag.contains(['<', '>', '`']);
        whole.then(|| tag.trim().to_owned()).filter(|tag| !tag.is_empty())
    });
    (id, tags.collect())
}
