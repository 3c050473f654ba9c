//! Files that are no questions, broken, or made to hurt: never a panic, never a hang, and always a word about it.

use std::time::{Duration, Instant};

use onduty::exchange::{Arrival, FORMATS, Note, Source, Wish};
use proptest::prelude::*;

use super::{library, noted, take, with};

/// Every format on some bytes; what comes is put through the checks.
fn all(bytes: &[u8]) -> Vec<Result<Arrival, Note>> {
    let library = library();
    let wish = Wish { id: "x", title: None, source: "x", library: &library };
    let read = |f: &onduty::exchange::Format| {
        let source = Source::new(bytes);
        let _ = (f.recognise)(&source);
        let arrival = f.read.expect("it reads")(&source, &wish);
        if let Ok(arrival) = &arrival {
            assert!(!arrival.text.is_empty() || arrival.lines.is_empty(), "nothing came, yet it has lines");
            with(&arrival.text);
        }
        arrival
    };
    FORMATS.iter().filter(|f| f.read.is_some()).map(read).collect()
}

#[test]
fn nothing_and_pictures_are_told() {
    for bytes in [&b""[..], b"\n\n", b"\xEF\xBB\xBF", b"0"] {
        for came in all(bytes).into_iter().flatten() {
            assert_eq!(came.text, "", "{bytes:?}");
        }
    }
    for bytes in [&b"\x89PNG\0\0"[..], b"\xFF\xFEa", b"PK\x03\x04\0broken", b"\xD0\xCF\x11\xE0\0old"] {
        assert!(take("gift", bytes).is_err() && take("csv", bytes).is_err(), "{bytes:?}");
    }
}

#[test]
fn sheets_with_only_a_header_or_a_doubled_one() {
    let arrival = take("csv", "题干,正确答案\n".as_bytes()).expect("a table");
    assert_eq!(arrival.text, "");
    let twice = take("csv", "题干,正确答案,解析,题干\n对吗？,对,因,另一个\n".as_bytes()).expect("a table");
    assert_eq!(noted(&twice.notes), ["1 sheet-column-twice"]);
    assert!(twice.text.contains("对吗？") && !twice.text.contains("另一个"));
    let bare = take("csv", "姓名,部门\n王,客服\n".as_bytes()).expect_err("no question sheet");
    assert_eq!(bare.key, "sheet-no-header");
}

#[test]
fn all_encodings_of_one_sheet_come_to_the_same_and_big5_is_refused() {
    let sheet = "题型\t题干\t正确答案\t解析\n判断\t响应要快吗？\t对\t因为\n";
    let utf8 = take("csv", sheet.as_bytes()).expect("a table");
    assert!(!utf8.text.is_empty());
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(sheet.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let gbk = encoding_rs::GB18030.encode(sheet).0.into_owned();
    for bytes in [utf16, gbk, ["\u{feff}", sheet].concat().into_bytes(), sheet.replace('\t', ";").into_bytes()] {
        assert_eq!(take("csv", &bytes), Ok(utf8.clone()));
    }
    let big5 = encoding_rs::BIG5.encode("題型,題幹,答案,解析\n判斷,首次回應要快嗎？請說明原因,對,因為顧客在等\n").0.into_owned();
    assert_eq!(take("csv", &big5).expect_err("refused").key, "unreadable-big5");
}

#[test]
fn wide_long_and_deep_files_are_read_in_no_time() {
    let columns: String = (0..200).map(|n| format!(",多余{n}")).collect();
    let wide = format!("题干,正确答案,解析{columns}\n对吗？,对,因{}\n", ",x".repeat(200));
    let cell = format!("题干,正确答案,解析\n\"{}\",对,因\n", "长".repeat(350_000));
    let many =
        format!("题干,正确答案,解析,材料\n{}", (0..19_000).map(|n| format!("对吗{n}？,对,因,段{n}\n")).collect::<String>());
    let signs = ["{", "}", "~", "=", "#", "\\", "<", "&", "%", "::", "->", "/", "[id:", "[tag:", "A. ", "【", "第"];
    let began = Instant::now();
    for text in [wide, cell, many].into_iter().chain(signs.iter().map(|sign| sign.repeat(150_000))) {
        for name in ["gift", "csv", "text"] {
            let _ = take(name, text.as_bytes());
        }
    }
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
}

/// A role-play table and a question sheet in one workbook, made once.
fn workbook() -> &'static [u8] {
    static BOOK: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    BOOK.get_or_init(|| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let page = book.add_worksheet();
        for (row, line) in ["轮次,客户说,回复,得分,去向", "1,在吗？,在的。,2,解决", ",,等着。,-1,流失"].iter().enumerate()
        {
            for (column, cell) in line.split(',').enumerate() {
                page.write_string(row as u32, column as u16, cell).expect("a cell");
            }
        }
        book.save_to_buffer().expect("a workbook")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_text_of_gifts_signs_ends_the_run(parts in prop::collection::vec(prop::sample::select(vec![
        "{", "}", "=", "~", "#", "####", "->", "::", "//", "\n", "\n\n", "\\", "\\n", "%", "%50%", "%-100%", "$CATEGORY:", "[html]", "<b>", "&",
        "&#65;", "T", "FALSE", "..", ":", "3", "1e9", "-", "*", " ", "\r", "0", "黄金", "[id:", "]", "[tag:a]", "\u{FDD0}", "\u{b}", "<img>",
    ]), 0..60)) {
        all(parts.concat().as_bytes());
    }

    #[test]
    fn no_text_of_a_sheets_signs_ends_the_run(parts in prop::collection::vec(prop::sample::select(vec![
        "题型", "题干", "选项A", "B", "正确答案", "答案", "解析", "分值", "难度", "材料", "单选", "多选", "判断", "填空", "数字", "排序", "配对", "分类",
        "找错", "材料题", ",", ",", ",", "\n", "\n", "\"", "A", "AB", "对", "3", "±", "→", "客服：好", "；", "【答案】", "【", "1.", "A.", "（B）", "\u{3000}",
    ]), 0..60)) {
        all(parts.concat().as_bytes());
        all(format!("题型,题干,选项A,B,正确答案,解析,分值,难度,材料\n{}", parts.concat()).as_bytes());
    }

    #[test]
    fn no_text_of_a_role_plays_signs_ends_the_run(parts in prop::collection::vec(prop::sample::select(vec![
        "轮次", "客户说", "回复", "得分", "去向", "点评", "红线", "心情", "条件", "设置", "结局", "变量", "标题", "客户", "开场", "1", "2", "99999999999", "-3", "+",
        "应+2", "应=", "mood >= 40", "told", "!told", "told = true", "n + 1", "流失", "解决", "流失：", "→", ",", ",", ",", ",", "\n", "\n", "\"", "；", "、", "\u{3000}", "...",
    ]), 0..80)) {
        all(parts.concat().as_bytes());
        all(format!("标题,查件\n轮次,客户说,回复,得分,去向,点评,红线,条件,设置,心情\n1,在吗？,在的。,2,2,好。,,,,\n{}", parts.concat()).as_bytes());
    }

    #[test]
    fn no_broken_workbook_ends_the_run(at in 0.0..1.0_f64, byte in any::<u8>(), cut in 0.5..1.5_f64) {
        let mut bytes = workbook().to_vec();
        let place = |share: f64| (share * bytes.len() as f64) as usize;
        let (at, cut) = (place(at), place(cut));
        bytes[at] = byte;
        bytes.truncate(cut);
        all(&bytes);
    }

    #[test]
    fn no_bytes_end_the_run(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        all(&bytes);
    }
}
