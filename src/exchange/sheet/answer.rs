//! Answers as people type them into a cell: letters in any width with anything between them, 正确 and 错误 in their many spellings.

use unicode_normalization::UnicodeNormalization as _;

/// The options that some letters name, from 0, in the order typed: `ABD`, `A,B`, `ａ、ｃ`. Nothing where it is anything else.
pub fn letters(text: &str) -> Option<Vec<usize>> {
    let mut out = Vec::new();
    for c in text.nfkc().filter(|c| !c.is_whitespace()) {
        match c {
            'A'..='Z' => out.push(c as usize - 'A' as usize),
            'a'..='z' => out.push(c as usize - 'a' as usize),
            ',' | ';' | '、' | '/' | '|' | '.' | '。' | '→' | '>' | '-' | '+' | '&' | '和' => {}
            _ => return None,
        }
    }
    (!out.is_empty()).then_some(out)
}

/// Whether some words say that a statement is true.
pub fn verdict(text: &str) -> Option<bool> {
    match text.trim().trim_end_matches(['。', '.']).to_lowercase().as_str() {
        "正确" | "对" | "是" | "真" | "√" | "✓" | "✔" | "t" | "true" | "yes" | "y" | "right" | "correct" | "1" => {
            Some(true)
        }
        "错误" | "错" | "不对" | "不正确" | "否" | "假" | "×" | "✗" | "✘" | "x" | "f" | "false" | "no" | "n" | "wrong"
        | "incorrect" | "0" => Some(false),
        _ => None,
    }
}

/// A level by its many names; none where nothing is said of it: an easy one.
pub fn level(text: &str) -> Option<u8> {
    match text.trim().to_lowercase().as_str() {
        "" | "1" | "易" | "容易" | "较易" | "简单" | "低" | "初级" | "★" | "easy" => Some(1),
        "2" | "中" | "中等" | "一般" | "适中" | "中级" | "★★" | "medium" | "normal" => Some(2),
        "3" | "难" | "困难" | "较难" | "高" | "高级" | "★★★" | "hard" | "difficult" => Some(3),
        _ => None,
    }
}

/// What is accepted, parted by semicolons or bars.
pub fn several(answer: &str) -> Vec<String> {
    answer.split([';', '；', '|', '｜']).map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_in_any_spelling() {
        for text in ["ABD", "A,B,D", "a、b、d", "ＡＢＤ", "A B D", "A；B；D"] {
            assert_eq!(letters(text), Some(vec![0, 1, 3]), "{text}");
        }
        for text in ["", "正确", "A1", "黄金三秒", ",,"] {
            assert_eq!(letters(text), None, "{text}");
        }
    }

    #[test]
    fn verdicts_are_read_in_any_spelling() {
        for (text, meant) in [("正确", true), ("√", true), ("TRUE", true), ("错误", false), ("×", false), (" 错。", false)]
        {
            assert_eq!(verdict(text), Some(meant), "{text}");
        }
        assert_eq!((verdict("A"), verdict("")), (None, None));
    }
}
