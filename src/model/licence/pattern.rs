//! How licences are numbered: a pattern that a scheme writes down, filled in by the desk, and read back out of a number. No store is asked
//! here which serial is free (`cli/issue/hand`).

use serde::{Deserialize, Serialize};

/// How a licence's number is made: fixed text, `{yyyymmdd}`, `{issuer}`, `{serial}` or `{serial:4}` (a least width).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Pattern(String);

impl Pattern {
    /// What a scheme without one has.
    pub const USUAL: &'static str = "{yyyymmdd}-{issuer}-{serial:4}";

    /// Reads one. `None`: an unknown `{…}`, no serial, no issuer, or more than 60 characters.
    pub fn parse(text: &str) -> Option<Self> {
        let pattern = Self(text.to_owned());
        let sample = pattern.fill("20261122", "SH1", 1)?;
        let known = text.contains("{issuer}") && text.contains("{serial");
        (known && sample.chars().count() <= 60 && !sample.chars().any(char::is_control)).then_some(pattern)
    }

    /// A number: the day as eight digits, the key's code, the serial.
    pub fn fill(&self, day: &str, issuer: &str, serial: u32) -> Option<String> {
        let mut out = String::new();
        let mut rest = self.0.as_str();
        while let Some((before, from)) = rest.split_once('{') {
            let (name, after) = from.split_once('}').filter(|_| !before.contains('}'))?;
            out.push_str(before);
            match name.split_once(':') {
                None if name == "yyyymmdd" => out.push_str(day),
                None if name == "issuer" => out.push_str(issuer),
                None if name == "serial" => out.push_str(&serial.to_string()),
                Some(("serial", width)) => {
                    let width = width.parse::<usize>().ok().filter(|w| (1..=9).contains(w))?;
                    out.push_str(&format!("{serial:0width$}"));
                }
                _ => return None,
            }
            rest = after;
        }
        out.push_str(rest);
        (!rest.contains('}')).then_some(out)
    }

    /// Whether digits of its own stand where the serial is looked for: after the last hyphen. What a QR holds says no more than the number,
    /// and whoever checks it takes these for the place in the status lists (`credential/short`).
    pub fn misleads(&self) -> bool {
        const SERIAL: u32 = 7919;
        let number = self.fill("day", "code", SERIAL).unwrap_or_default();
        number.rsplit('-').next().and_then(|end| end.parse().ok()).is_some_and(|end: u64| end != u64::from(SERIAL))
    }

    /// The serial in a number that was made by it with a key's code, on whatever day.
    pub fn serial(&self, issuer: &str, number: &str) -> Option<u32> {
        let (mut pattern, mut rest, mut serial) = (self.0.as_str(), number, None);
        while let Some((before, from)) = pattern.split_once('{') {
            let (name, after) = from.split_once('}')?;
            rest = rest.strip_prefix(before)?;
            let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let here = match name {
                "yyyymmdd" => digits.min(8),
                "issuer" => rest.strip_prefix(issuer).map(|_| issuer.len())?,
                _ => digits,
            };
            let (read, left) = rest.split_at(here);
            if name.starts_with("serial") {
                serial = Some(read.parse().ok()?);
            }
            (pattern, rest) = (after, left);
        }
        serial.filter(|_| rest == pattern)
    }
}

impl TryFrom<String> for Pattern {
    type Error = &'static str;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("not a number pattern")
    }
}

impl From<Pattern> for String {
    fn from(pattern: Pattern) -> Self {
        pattern.0
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn the_serial_is_read_back_out_of_a_number() {
        for text in [Pattern::USUAL, "上岗证{issuer}第{serial}号", "{serial:6}/{issuer}", "{issuer}-{yyyymmdd}{serial:3}"] {
            let pattern = Pattern::parse(text).expect("a pattern");
            for serial in [1, 77, 123_456] {
                let number = pattern.fill("20261122", "SH1", serial).expect("a number");
                assert_eq!(pattern.serial("SH1", &number), Some(serial), "{number}");
                assert_eq!(pattern.serial("BJ2", &number), None, "{number}");
                assert_eq!(pattern.serial("SH1", &format!("{number}x")), None, "{number}");
            }
        }
    }

    #[test]
    fn no_other_digits_stand_where_the_serial_is_looked_for() {
        let misleads = |text: &str| Pattern::parse(text).expect("a pattern").misleads();
        for fine in
            [Pattern::USUAL, "{issuer}-{serial}", "{serial}-{issuer}", "{serial}-{issuer}-{yyyymmdd}", "{issuer}第{serial}号"]
        {
            assert!(!misleads(fine), "{fine}");
        }
        for bad in ["{issuer}-{serial}-2026", "{issuer}-9{serial:4}", "{issuer}-{serial}{serial}"] {
            assert!(misleads(bad), "{bad}");
        }
    }

    #[test]
    fn numbers_follow_their_pattern() {
        let number = |text: &str| Pattern::parse(text).and_then(|p| p.fill("20261122", "SH1", 7));
        assert_eq!(number(Pattern::USUAL).as_deref(), Some("20261122-SH1-0007"));
        assert_eq!(number("上岗证{issuer}第{serial}号").as_deref(), Some("上岗证SH1第7号"));
        for bad in [
            "{issuer}",
            "{serial:4}",
            "{issuer}{serial:0}",
            "{issuer}{serial:x}",
            "{issuer}{serial}{",
            "{issuer}{serial}}",
            "}{issuer}{serial}",
            "{year}{issuer}{serial}",
        ] {
            assert_eq!(number(bad), None, "{bad}");
        }
    }
}
