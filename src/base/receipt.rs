//! Receipt numbers: what a person is given for something handed in, short enough to be read out. They say nothing of anybody, and a digit
//! misheard is noticed.
//!
//! Eight digits of the digest of a random id, and a check digit (ISO/IEC 7064, MOD 11,10): it finds every single wrong digit and almost
//! every two neighbours exchanged. Two receipts of one store may coincide by a chance of one in a hundred million for each pair; whoever
//! looks one up has to look for both.

use std::fmt;

use super::digest::Digest;
use super::id::AttemptId;

/// A receipt number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Receipt([u8; 9]);

impl Receipt {
    /// Of what was handed in as this.
    pub fn of(id: &AttemptId) -> Self {
        let digest = Digest::of_bytes(id.as_str().as_bytes()).to_string();
        let number = digest.bytes().fold(0_u64, |number, byte| (number * 256 + u64::from(byte)) % 100_000_000);
        let mut digits = [0; 9];
        let mut rest = number;
        for digit in digits[..8].iter_mut().rev() {
            *digit = u8::try_from(rest % 10).unwrap_or_default();
            rest /= 10;
        }
        digits[8] = check(&digits[..8]);
        Self(digits)
    }

    /// As typed: with or without its strokes, full-width digits too. `None` for what is none, or has a wrong digit.
    pub fn parse(text: &str) -> Option<Self> {
        let mut digits = Vec::new();
        for sign in text.trim().chars().filter(|sign| !sign.is_whitespace() && !['-', '－', '—'].contains(sign)) {
            let plain = match sign {
                '０'..='９' => char::from_u32(u32::from(sign) - u32::from('０') + u32::from('0'))?,
                sign => sign,
            };
            digits.push(u8::try_from(plain.to_digit(10)?).ok()?);
        }
        let digits: [u8; 9] = digits.try_into().ok()?;
        (check(&digits[..8]) == digits[8]).then_some(Self(digits))
    }
}

impl fmt::Display for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, digit) in self.0.iter().enumerate() {
            if n == 4 || n == 8 {
                f.write_str("-")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

/// The check digit.
fn check(digits: &[u8]) -> u8 {
    let left = digits.iter().fold(10_u8, |left, digit| {
        let sum = (left + digit) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    (11 - left) % 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_digit_is_noticed() {
        for n in 0..50_u8 {
            let receipt = Receipt::of(&format!("01a200ff-0000-7000-8000-0000000000{n:02}").as_str().into());
            let text = receipt.to_string();
            assert_eq!(Receipt::parse(&text).as_ref(), Some(&receipt), "{text}");
            for (place, sign) in text.char_indices().filter(|(_, sign)| sign.is_ascii_digit()) {
                for other in ('0'..='9').filter(|other| *other != sign) {
                    let mut wrong = text.clone();
                    wrong.replace_range(place..=place, &other.to_string());
                    assert_eq!(Receipt::parse(&wrong), None, "{wrong} for {text}");
                }
            }
        }
    }

    #[test]
    fn it_is_read_as_people_type_it() {
        let receipt = Receipt::of(&"a".into());
        let text = receipt.to_string();
        let plain = text.replace('-', "");
        let wide: String = plain.chars().map(|c| char::from_u32(u32::from(c) - 0x30 + 0xFF10).expect("a digit")).collect();
        for typed in [plain, format!(" {text} "), text.replace('-', " "), wide] {
            assert_eq!(Receipt::parse(&typed), Some(receipt.clone()), "{typed}");
        }
        assert_eq!(Receipt::parse("1234"), None);
        assert_eq!(Receipt::parse("abcd-efgh-i"), None);
    }
}
