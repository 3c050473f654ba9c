//! What keys do to a text, and what holds whatever is pressed.

use proptest::prelude::*;

use super::*;

fn pressed(mut editor: Editor, text: &str, keys: &[Key]) -> Editor {
    editor.press(&Key::Paste(text.to_owned()));
    for key in keys {
        editor.press(key);
    }
    editor
}

fn typed(text: &str, keys: &[Key]) -> Editor {
    pressed(Editor::new(20), text, keys)
}

/// Several lines in rows of ten cells.
fn written(text: &str, keys: &[Key]) -> Editor {
    let mut editor = Editor::lines(60);
    editor.fit(10);
    pressed(editor, text, keys)
}

#[test]
fn chinese_can_be_edited_in_the_middle() {
    let editor = typed("您好请稍等", &[Key::Left, Key::Left, Key::Backspace, Key::Char('，'), Key::Delete]);
    assert_eq!(editor.text(), "您好，等");
    assert_eq!(editor.rows(40).cursor, (0, "您好，".to_owned()));
    let editor = typed("您好", &[Key::Home, Key::Char('a'), Key::End, Key::Char('b'), Key::Right]);
    assert_eq!((editor.text(), editor.rows(40).cursor.1.as_str()), ("a您好b", "a您好b"));
}

#[test]
fn a_long_line_takes_several_rows_and_the_cursor_stays_inside() {
    let editor = typed("一二三四五", &[]);
    assert_eq!(editor.rows(4).rows, ["一二", "三四", "五"]);
    assert_eq!(editor.rows(5).rows, ["一二", "三四", "五"], "half a character is never shown");
    assert_eq!(typed("一二", &[]).rows(4), Rows { rows: vec!["一二".into(), String::new()], cursor: (1, String::new()) });
    assert_eq!(typed("一二三", &[Key::Left]).rows(4).cursor, (1, String::new()));
}

#[test]
fn what_is_pasted_is_one_clean_line_within_bounds() {
    assert_eq!(typed("订单\r\nA-1\t\u{1b}[2J\n", &[]).text(), "订单 A-1 �[2J");
    assert_eq!(typed("", &[Key::Char('\u{202e}'), Key::Break]).text(), "�");
    let mut editor = Editor::new(3);
    assert_eq!(editor.press(&Key::Paste("12345".into())), Edit::Full);
    assert_eq!(editor.text(), "123");
    assert_eq!(editor.press(&Key::Char('4')), Edit::Full);
}

#[test]
fn a_character_with_all_that_belongs_to_it_is_one_step() {
    for whole in ["e\u{301}", "👨‍👩‍👧‍👦", "❤️", "👍🏽", "🇨🇳", "1️⃣", "क्षि", "각"] {
        assert_eq!(typed(&format!("{whole}x"), &[Key::Left, Key::Backspace]).text(), "x", "{whole}");
        assert_eq!(typed(&format!("a{whole}x"), &[Key::Home, Key::Right, Key::Delete]).text(), "ax", "{whole}");
    }
    assert_eq!(typed("🇨🇳🇬🇧", &[Key::Backspace]).text(), "🇨🇳", "one flag, not half of each");
    let mut editor = Editor::lines(8);
    assert_eq!(editor.press(&Key::Paste("家人👨‍👩‍👧‍👦好".into())), Edit::Full);
    assert_eq!(editor.text(), "家人", "a family that does not fit is not torn apart");
}

#[test]
fn an_answer_from_before_is_replaced_by_typing_and_kept_by_moving() {
    let pressed = |keys: &[Key]| {
        let mut editor = Editor::number(10);
        editor.fill("13");
        for key in keys {
            editor.press(key);
        }
        editor.text().to_owned()
    };
    assert_eq!(pressed(&[Key::Char('0')]), "0", "not 130");
    assert_eq!(pressed(&[Key::Char('1'), Key::Char('5')]), "15");
    assert_eq!(pressed(&[Key::Paste("8".into())]), "8");
    assert_eq!(pressed(&[Key::End, Key::Char('0')]), "130");
    assert_eq!(pressed(&[Key::Left, Key::Char('2')]), "123");
    assert_eq!(pressed(&[Key::Backspace, Key::Char('4')]), "14");
    assert_eq!(pressed(&[Key::Left, Key::Clear, Key::Char('4')]), "4");
    let mut words = Editor::new(10);
    words.fill("恶意骚扰");
    words.press(&Key::Paste("一般".into()));
    assert_eq!(words.text(), "一般");
}

#[test]
fn numbers_become_narrow() {
    let mut editor = Editor::number(10);
    editor.press(&Key::Paste("３．５".into()));
    assert_eq!(editor.text(), "3.5");
}

#[test]
fn a_whole_reply_keeps_its_lines_and_is_gone_on_with() {
    let editor = written("您好，\r\n马上查。\u{2028}\t请稍等\n", &[Key::Break, Key::Char('谢'), Key::Char('谢')]);
    assert_eq!(editor.text(), "您好，\n马上查。\n  请稍等\n谢谢");
    let mut editor = Editor::lines(60);
    editor.fill("您好，\n马上查。");
    editor.press(&Key::Char('谢'));
    assert_eq!(editor.text(), "您好，\n马上查。谢");
}

#[test]
fn up_and_down_keep_to_their_cell_over_rows_and_lines() {
    // 一二三四五 | 六七 | ab | 八九十
    let at = |keys: &[Key]| written("一二三四五六七\nab\n八九十", keys).rows(10).cursor;
    let rows = |keys: &[Key]| at(keys).0;
    assert_eq!(at(&[Key::Up]), (2, "ab".into()), "no further than the line goes");
    assert_eq!(at(&[Key::Up, Key::Up]), (1, "六七".into()));
    assert_eq!(at(&[Key::Up, Key::Up, Key::Up]), (0, "一二三".into()), "the cell it came from");
    assert_eq!(at(&[Key::PageUp, Key::Right, Key::Down, Key::Down]), (2, "ab".into()));
    assert_eq!(rows(&[Key::PageUp, Key::PageDown]), 3);
    let mut editor = written("一\n二", &[]);
    assert_eq!(editor.press(&Key::Down), Edit::Not, "there is no row below");
    assert_eq!(editor.press(&Key::Up), Edit::Taken);
    assert_eq!(editor.press(&Key::Up), Edit::Not);
}

#[test]
fn home_and_end_are_those_of_the_row() {
    let of = |keys: &[Key]| written("一二三四五六七\nab", keys);
    let up = [Key::PageUp, Key::End];
    assert_eq!(of(&up).rows(10).cursor, (0, "一二三四五".into()), "behind the row, not before the next");
    let more = of(&[&up[..], &[Key::Char('！')]].concat());
    assert_eq!(more.text(), "一二三四五！六七\nab");
    assert_eq!(of(&[&up[..], &[Key::Right]].concat()).rows(10).cursor, (1, "六".into()));
    assert_eq!(of(&[&up[..], &[Key::Down]].concat()).rows(10).cursor, (1, "六七".into()));
    assert_eq!(of(&[Key::Home]).rows(10).cursor, (2, String::new()));
    assert_eq!(of(&[&up[..], &[Key::End, Key::Home]].concat()).rows(10).cursor, (0, String::new()), "there and back");
}

#[test]
fn words_stay_whole_where_they_can() {
    let rows = |text: &str| written(text, &[]).rows(10).rows;
    assert_eq!(rows("please hold the line"), ["please ", "hold the ", "line"]);
    assert_eq!(rows("订单A-1029-XYZ在途"), ["订单", "A-1029-XYZ", "在途"]);
    assert_eq!(rows("hold  back just a moment"), ["hold  back ", "just a ", "moment"], "no row begins with a blank");
    assert_eq!(rows("hold  back  ok"), ["hold  back ", " ok"], "but by two");
    assert_eq!(rows("abcdefghijklmn"), ["abcdefghij", "klmn"]);
    assert_eq!(rows("a\n\nb"), ["a", "", "b"]);
}

#[test]
fn a_mark_alone_makes_no_row() {
    let editor = written("\u{301}1234567890ab", &[]);
    assert_eq!(editor.rows(10).rows, ["\u{301}1234567890", "ab"]);
    assert_eq!(written("\u{301}abc 4567890", &[]).rows(10).rows, ["\u{301}abc ", "4567890"], "words stay whole behind one");
}

#[test]
fn what_was_cleared_can_be_had_back() {
    assert_eq!(written("您好", &[Key::Clear]).text(), "");
    assert_eq!(written("您好", &[Key::Clear, Key::Clear, Key::Char('！')]).text(), "您好！");
    assert_eq!(typed("您好", &[Key::Clear, Key::Clear]).text(), "", "a line is soon typed again");
}

#[test]
fn a_megabyte_is_taken_up_to_the_bound() {
    let mut editor = Editor::lines(500);
    assert_eq!(editor.press(&Key::Paste("退款，ok 👨‍👩‍👧\r\n\u{7}".repeat(40_000))), Edit::Full);
    assert!(editor.left() < 10, "{}", editor.left());
    assert_eq!(editor.press(&Key::Paste("一".repeat(350_000))), Edit::Full);
    assert_eq!(editor.left(), 0);
}

/// Keys, and pieces of text that join with what stands beside them.
fn any_key() -> impl Strategy<Value = Key> {
    let keys = [
        Key::Break,
        Key::Backspace,
        Key::Delete,
        Key::Left,
        Key::Right,
        Key::Up,
        Key::Down,
        Key::Home,
        Key::End,
        Key::PageUp,
        Key::PageDown,
        Key::Clear,
        Key::Enter,
        Key::Tab,
    ];
    let pieces = "您|好|a|b| |，|“|\u{301}|\u{200d}|\u{fe0f}|👨|👩|🏽|🇨|🇳|ก|ำ|\u{200b}|\u{7}|\u{202e}|\r\n|\t|한|\u{1100}";
    let piece = proptest::sample::select(pieces.split('|').map(str::to_owned).collect::<Vec<_>>());
    prop_oneof![
        3 => proptest::sample::select(keys.to_vec()),
        3 => piece.clone().prop_map(|p| p.chars().next().map_or(Key::Left, Key::Char)),
        2 => proptest::collection::vec(piece, 1..9).prop_map(|all| Key::Paste(all.concat())),
        1 => ".{0,12}".prop_map(Key::Paste),
    ]
}

proptest! {
    #[test]
    fn whatever_is_pressed_the_cursor_stands_between_characters_and_nothing_is_lost(
        keys in proptest::collection::vec(any_key(), 0..60),
        width in 8..40_usize,
        kind in 0..3_usize,
    ) {
        let mut editor = vec![Editor::lines(40), Editor::new(40), Editor::number(40)].swap_remove(kind);
        editor.fit(width);
        for key in &keys {
            let before = editor.clone();
            let edit = editor.press(key);
            let text = editor.text();
            prop_assert!(text.chars().count() <= 40);
            prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n' || c == '\u{202e}'), "{text:?}");
            prop_assert!(editor.has_lines() || !text.contains('\n'));
            prop_assert!(editor.is_step(editor.at), "{text:?} at {}", editor.at);
            if edit == Edit::Not {
                prop_assert_eq!(text, before.text());
            }
            let rows = editor.rows(width);
            // Rows with the line breaks between them are the text, and what stands before the cursor is what is said to.
            let (mut all, mut cursor) = (String::new(), None);
            for (n, row) in rows.rows.iter().enumerate() {
                if text[all.len()..].starts_with('\n') && n > 0 {
                    all.push('\n');
                }
                if n == rows.cursor.0 {
                    prop_assert!(row.starts_with(&rows.cursor.1));
                    cursor = Some(all.len() + rows.cursor.1.len());
                }
                all.push_str(row);
                prop_assert!(room(row.strip_suffix(' ').unwrap_or(row)) <= width, "{row:?}");
            }
            prop_assert_eq!(&all, text);
            prop_assert_eq!(cursor, Some(editor.at));
        }
    }

    #[test]
    fn from_the_beginning_right_comes_to_the_end_and_left_back(text in ".{0,60}") {
        let mut editor = pressed(Editor::lines(60), &text, &[Key::PageUp]);
        let mut places = vec![editor.at];
        while editor.at < editor.text().len() {
            let before = editor.at;
            editor.press(&Key::Right);
            prop_assert!(editor.at > before);
            places.push(editor.at);
        }
        while let Some(place) = places.pop() {
            prop_assert_eq!(editor.at, place);
            editor.press(&Key::Left);
        }
        prop_assert_eq!(editor.at, 0);
    }
}
