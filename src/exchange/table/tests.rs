use super::*;

fn texts(rows: &[Row]) -> Vec<(usize, Vec<&str>)> {
    rows.iter().map(|row| (row.line, row.cells.iter().map(String::as_str).collect())).collect()
}

fn own(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}

#[test]
fn rows_know_their_lines_whatever_stands_between_the_cells() {
    for separator in [',', ';', '\t'] {
        let text =
            ["轮次|客户说|回复", "1|\"在吗？\n五天了！\"|您好，让您久等了", "||好", "||", "", "2|\"他说\"\"好\"\"\"|a, b; c"]
                .join("\r\n")
                .replace("a, b; c", "\"a, b; c\"")
                .replace('|', &separator.to_string());
        let table = read(text.as_bytes()).expect("a table");
        assert_eq!(table.written, Written::Text { encoding: Encoding::Utf8, separator });
        let expected = vec![
            (1, vec!["轮次", "客户说", "回复"]),
            (2, vec!["1", "在吗？\n五天了！", "您好，让您久等了"]),
            (4, vec!["", "", "好"]),
            (7, vec!["2", "他说\"好\"", "a, b; c"]),
        ];
        assert_eq!(texts(&table.rows), expected);
    }
}

#[test]
fn english_sentences_do_not_make_a_tabbed_sheet_one_with_commas() {
    let text = "turn\tcustomer\treply\n1\tHi, there, you\tHello, I am here, sir\n2\tNo\tYes, of course\n";
    let table = read(text.as_bytes()).expect("a table");
    assert!(matches!(table.written, Written::Text { separator: '\t', .. }));
    assert_eq!(table.rows[1].cells[1], "Hi, there, you");
}

#[test]
fn a_quote_that_is_never_closed_is_found_where_it_opens() {
    assert_eq!(read("a,b\nc,\"d\ne,f\n".as_bytes()), Err(NoTable::OpenQuote { line: 2 }));
    assert_eq!(read(b"\xD0\xCF\x11\xE0abc"), Err(NoTable::OldExcel));
    assert_eq!(read(b"").map(|table| table.rows), Ok(vec![]));
}

#[test]
fn nothing_that_is_written_is_computed_and_all_of_it_comes_back() {
    let rows = own(&[&["标题", "=1+1", "+好", "-2", "@x", "'=x", "''", "-"], &["a\nb", "\"", "007", " "], &["", "", "x"]]);
    let bytes = to_csv(&rows);
    let text = std::str::from_utf8(&bytes).expect("UTF-8");
    assert!(text.starts_with("\u{FEFF}标题,'=1+1,'+好,-2,'@x,''=x,'',"), "{text}");
    assert!(text.contains("\r\n"));
    let table = read(&bytes).expect("a table");
    let back: Vec<Vec<String>> = table.rows.into_iter().map(|row| row.cells).collect();
    let mut expected = rows;
    expected[1].pop();
    assert_eq!(back, expected);
}

#[cfg(feature = "xlsx")]
mod workbooks {
    use super::*;

    #[test]
    fn a_workbook_comes_back_with_numbers_as_numbers_and_ids_as_text() {
        let rows =
            own(&[&["标题", "查件"], &["轮次", "得分"], &["1", "-2"], &["", "=1+1", "007", "2.5", "12345678901234567890"]]);
        let bytes = to_xlsx(&rows, 1).expect("written");
        let table = read(&bytes).expect("a table");
        assert_eq!(table.written, Written::Xlsx);
        assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 2, 3, 4]);
        assert_eq!(table.rows.into_iter().map(|row| row.cells).collect::<Vec<_>>(), rows);
    }

    #[test]
    fn dates_whole_numbers_and_far_cells_are_read_as_the_sheet_shows_them() {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet();
        let sheet = book.add_worksheet();
        let day = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd");
        sheet.write_number(0, 0, 1.0).expect("written");
        sheet.write_number_with_format(0, 1, 45992.0, &day).expect("written");
        sheet.write_boolean(0, 2, true).expect("written");
        sheet.write_number(0, 3, 2.5).expect("written");
        sheet.write_string(1_048_575, 0, "weit").expect("written");
        sheet.write_string(1_048_575, 16_383, "weit").expect("written");
        let bytes = book.save_to_buffer().expect("written");
        let table = read(&bytes).expect("the second sheet, the first is empty");
        assert_eq!(texts(&table.rows), [(1, vec!["1", "2025-12-01", "true", "2.5"]), (1_048_576, vec!["weit"])]);
    }

    #[test]
    fn a_workbook_that_unpacks_without_end_is_refused() {
        let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        out.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).expect("begun");
        let zeros = vec![0; 1024 * 1024];
        for _ in 0..193 {
            std::io::Write::write_all(&mut out, &zeros).expect("written");
        }
        let bytes = out.finish().expect("written").into_inner();
        assert!(bytes.len() < 1024 * 1024);
        assert_eq!(read(&bytes), Err(NoTable::TooLarge));
        assert!(matches!(read(b"PK\x03\x04nonsense"), Err(NoTable::BrokenExcel(_))));
    }

    /// A reader makes ready as many places as are promised: these would not fit into any memory.
    #[test]
    fn a_workbook_that_promises_more_texts_than_it_holds_is_refused() {
        let honest = to_xlsx(&[vec!["a".to_owned(), "b".to_owned()]], 0).expect("written");
        let mut old = zip::ZipArchive::new(std::io::Cursor::new(honest.as_slice())).expect("a workbook");
        let mut out = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for n in 0..old.len() {
            let mut file = old.by_index(n).expect("a part");
            let mut text = String::new();
            std::io::Read::read_to_string(&mut file, &mut text).expect("text");
            out.start_file(file.name().expect("named"), zip::write::SimpleFileOptions::default()).expect("begun");
            let text = text.replace("uniqueCount=\"2\"", "uniqueCount=\"4000000000\"");
            std::io::Write::write_all(&mut out, text.as_bytes()).expect("written");
        }
        assert!(read(&honest).is_ok());
        assert!(matches!(read(&out.finish().expect("written").into_inner()), Err(NoTable::BrokenExcel(_))));
    }
}
