//! Files of marks, right and wrong.

use super::*;

fn wrong(text: &str) -> Vec<(u64, String, String, Why)> {
    read(text).expect_err("it is wrong").into_iter().map(|w| (w.line, w.item, w.cell, w.why)).collect()
}

fn marks(sheet: &Sheet) -> Vec<&[i64]> {
    sheet.table.columns.iter().map(|c| &c.marks[..]).collect()
}

#[test]
fn the_first_column_is_told_by_header_and_max() {
    let of = |text| {
        let sheet = read(text).expect("it reads");
        (sheet.own, sheet.table.columns.len(), sheet.table.attempts, sheet.has_max)
    };
    assert_eq!(of("q1,q2\n1,0\n"), (None, 2, 1, false));
    assert_eq!(of("attempt,q1,q2\nmax,1,1\na,1,0\n"), (Some("attempt".into()), 2, 1, true));
    assert_eq!(of("wer,q1,q2\nMAX,1,1\na,1,0\n"), (Some("wer".into()), 2, 1, true));
    assert_eq!(of("q1,q2\nmax,1,1\na,1,0\n"), (Some(String::new()), 2, 1, true));
    assert_eq!(of("\u{feff}姓名;题1;题2\r\n满分;1;1\r\n王;1;0\r\n\r\n"), (Some("姓名".into()), 2, 1, true));
    assert_eq!(of("ID\tq1\n7\t1\n8\t0"), (Some("ID".into()), 1, 2, false));
}

#[test]
fn marks_are_exact_whatever_their_decimals() {
    let sheet = read("q1,q2\n1,-\n0.5,\n -0.25 ,1.50\n").expect("it reads");
    assert_eq!(sheet.table.unit, 100);
    assert_eq!(marks(&sheet), [&[100, 50, -25][..], &[0, 0, 150]]);
    assert_eq!(sheet.table.columns.iter().map(|c| c.max).collect::<Vec<_>>(), [100, 150]);
    let sheet = read("q1;q2\nmax;1;0,5\n;0,25;0\n").expect("it reads");
    assert_eq!((sheet.table.unit, marks(&sheet)), (100, vec![&[25][..], &[0]]));
    assert_eq!(sheet.table.columns[0].max, 100, "a maximum read before the decimals grew with them");
}

#[test]
fn every_wrong_cell_is_told_with_its_line() {
    let text = "n,q1,q2\nmax,1,x\na,2,1\nb,1\n\nc,\"a\nb\",1e3\nd,0.12345678,1000001\n";
    assert_eq!(
        wrong(text),
        [
            (2, "q2".into(), "x".into(), Why::NotANumber),
            (3, "q1".into(), "2".into(), Why::AboveMax),
            (4, String::new(), String::new(), Why::Cells { found: 2, wanted: 3 }),
            (6, "q1".into(), "a\nb".into(), Why::NotANumber),
            (6, "q2".into(), "1e3".into(), Why::NotANumber),
            (8, "q1".into(), "0.12345678".into(), Why::Decimals),
            (8, "q2".into(), "1000001".into(), Why::TooLarge),
        ]
    );
    assert_eq!(wrong("")[0].3, Why::Nothing);
    assert_eq!(wrong("q1,q2\nmax,1,1\n").last().expect("one").3, Why::NoAttempt);
    assert_eq!(wrong("q1,q1,\n1,1,1\n").iter().map(|w| w.3).collect::<Vec<_>>(), [Why::Twice, Why::NoName]);
    assert_eq!(wrong("id\n1\n")[0].3, Why::NoItem);
    assert_eq!(wrong("q1\r\n\r\n1\r\nx\r\n")[0].0, 4);
    assert_eq!(wrong("q1\r1\rx\r")[0].0, 3);
}
