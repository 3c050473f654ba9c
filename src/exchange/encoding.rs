//! Bytes → text: what a Chinese spreadsheet or editor writes is UTF-8 (with or without a mark), UTF-16 with its mark, or GB18030.
//!
//! Never a guess that loses characters: where a byte has no meaning, the file is refused, with the encoding that it was taken for
//! and the line. Big5 would read as wrong characters of GB18030 and is refused by its looks. `table` reads on from here.

use encoding_rs::{BIG5, Encoding as Table, GB18030, UTF_16BE, UTF_16LE};

/// How a text was written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 as it should be.
    Utf8,
    /// UTF-8 behind a byte order mark.
    Utf8Marked,
    /// UTF-16, little end first, behind its mark: "Unicode text" of a spreadsheet program.
    Utf16Le,
    /// UTF-16, big end first, behind its mark.
    Utf16Be,
    /// GB18030, of which GBK and GB2312 are parts: "CSV" of a Chinese spreadsheet program.
    Gb18030,
}

impl Encoding {
    /// Its name as people know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf8Marked => "UTF-8 BOM",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Gb18030 => "GB18030 (GBK)",
        }
    }
}

/// Why bytes are no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Bytes that have no meaning in what the file was taken for.
    Broken {
        /// What it was taken for.
        guess: &'static str,
        /// The line of the first such byte, from 1.
        line: usize,
    },
    /// It looks like Big5.
    Big5,
    /// It holds zero bytes: a picture, a program, an old spreadsheet.
    Binary,
}

/// The text of some bytes, without mark, and how it was written down.
///
/// # Errors
/// Where a single character would be lost.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), Unreadable> {
    for (mark, table, encoding) in [
        (&b"\xFF\xFE"[..], UTF_16LE, Encoding::Utf16Le),
        (&b"\xFE\xFF"[..], UTF_16BE, Encoding::Utf16Be),
        (&b"\xEF\xBB\xBF"[..], encoding_rs::UTF_8, Encoding::Utf8Marked),
    ] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            return strictly(rest, table, encoding);
        }
    }
    if bytes.contains(&0) {
        return Err(Unreadable::Binary);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), Encoding::Utf8));
    }
    if looks_like_big5(bytes) {
        return Err(Unreadable::Big5);
    }
    strictly(bytes, GB18030, Encoding::Gb18030)
}

fn strictly(bytes: &[u8], table: &'static Table, encoding: Encoding) -> Result<(String, Encoding), Unreadable> {
    match table.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => Ok((text.into_owned(), encoding)),
        None => {
            let (text, _) = table.decode_without_bom_handling(bytes);
            let good = text.split('\u{FFFD}').next().unwrap_or("");
            Err(Unreadable::Broken { guess: encoding.name(), line: good.matches('\n').count() + 1 })
        }
    }
}

/// Whether bytes are Big5 rather than GB18030: all of them mean something there, and more of the pairs lie where Big5 keeps its
/// common characters than where GB2312 keeps its own.
fn looks_like_big5(bytes: &[u8]) -> bool {
    if BIG5.decode_without_bom_handling_and_without_replacement(bytes).is_none() {
        return false;
    }
    let (mut big5, mut gb) = (0_usize, 0_usize);
    let mut rest = bytes;
    while let [lead, tail @ ..] = rest {
        let (true, Some(trail)) = (*lead >= 0x81, tail.first()) else {
            rest = tail;
            continue;
        };
        big5 += usize::from(matches!(lead, 0xA1..=0xC6));
        gb += usize::from(matches!(lead, 0xA1..=0xA3 | 0xB0..=0xD7) && *trail >= 0xA1);
        rest = &tail[1..];
    }
    big5 > gb
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "轮次,客户说\n1,“您好，包裹五天没动了！”\n";

    fn written(table: &'static Table, text: &str) -> Vec<u8> {
        table.encode(text).0.into_owned()
    }

    fn utf16(text: &str, mark: [u8; 2], unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        mark.into_iter().chain(text.encode_utf16().flat_map(unit)).collect()
    }

    #[test]
    fn the_same_words_are_read_however_they_were_written_down() {
        let marked = [b"\xEF\xBB\xBF", WORDS.as_bytes()].concat();
        let cases = [
            (WORDS.as_bytes().to_vec(), Encoding::Utf8),
            (marked, Encoding::Utf8Marked),
            (utf16(WORDS, [0xFF, 0xFE], u16::to_le_bytes), Encoding::Utf16Le),
            (utf16(WORDS, [0xFE, 0xFF], u16::to_be_bytes), Encoding::Utf16Be),
            (written(encoding_rs::GBK, WORDS), Encoding::Gb18030),
        ];
        for (bytes, encoding) in cases {
            assert_eq!(decode(&bytes), Ok((WORDS.to_owned(), encoding)));
        }
        // A character of four bytes, and one that only GBK has.
        let rare = "姓名,𠮷野家・後";
        assert_eq!(decode(&written(GB18030, rare)), Ok((rare.to_owned(), Encoding::Gb18030)));
    }

    #[test]
    fn what_would_lose_a_character_is_refused() {
        assert_eq!(decode(&written(BIG5, "輪次,客戶說\n1,您好，請問包裹到哪裡了？")), Err(Unreadable::Big5));
        assert_eq!(decode(b"PK\0\0"), Err(Unreadable::Binary));
        let mut torn = written(GB18030, WORDS);
        torn.push(0x81);
        assert_eq!(decode(&torn), Err(Unreadable::Broken { guess: "GB18030 (GBK)", line: 3 }));
        assert_eq!(decode(b"\xEF\xBB\xBFa\n\xFF"), Err(Unreadable::Broken { guess: "UTF-8 BOM", line: 2 }));
        assert!(matches!(decode(b"\xFF\xFEa"), Err(Unreadable::Broken { guess: "UTF-16 LE", .. })));
    }

    #[test]
    fn traditional_characters_in_gb18030_are_not_taken_for_big5() {
        let words = "輪次,客戶說\n1,您好，請問包裹到哪裡了？";
        assert_eq!(decode(&written(GB18030, words)), Ok((words.to_owned(), Encoding::Gb18030)));
    }
}
