use super::*;

fn items(text: &str) -> Vec<Item> {
    parse(text).collect()
}

fn one(text: &str) -> Question {
    match items(text).as_slice() {
        [Item::Question(question)] => (**question).clone(),
        other => panic!("{other:?}"),
    }
}

fn fault(text: &str) -> Fault {
    match items(text).as_slice() {
        [Item::Broken { fault, .. }] => fault.clone(),
        other => panic!("{other:?}"),
    }
}

/// Options as `text weight feedback`.
fn answers(all: &[Answer]) -> Vec<(&str, String, &str)> {
    all.iter().map(|a| (a.text.as_str(), number::shown(a.weight), a.feedback.as_str())).collect()
}

fn options(text: &str) -> (bool, Vec<(String, String, String)>) {
    match one(text).body {
        Body::Choice { multiple, options } => {
            let all = answers(&options).into_iter().map(|(a, b, c)| (a.to_owned(), b, c.to_owned())).collect();
            (multiple, all)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn blocks_end_at_blank_lines_whatever_ends_a_line() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["", "a{T}", "", "  ", "b{F}", "0", "// c", "c", "d {=x}", ""].join(end);
        let lines: Vec<u32> = items(&text).iter().map(|i| if let Item::Question(q) = i { q.line } else { 0 }).collect();
        assert_eq!(lines, [2, 5, 8], "{end:?}");
    }
    assert_eq!(one("c\n  d {=x}").text, "c\nd");
    assert!(items("").is_empty() && items("\n\n//only\n").is_empty());
}

#[test]
fn a_blank_line_within_braces_breaks_both_halves() {
    let all = items("a {\n=x\n\n~y\n}\n\nb{T}");
    let broken = |item: &Item| matches!(item, Item::Broken { fault: Fault::Brace, .. });
    assert!(broken(&all[0]) && broken(&all[1]) && matches!(&all[2], Item::Question(q) if q.line == 7), "{all:?}");
    assert_eq!(fault("} a {T"), Fault::Brace);
}

#[test]
fn comments_are_lines_of_their_own_also_within_braces() {
    let question =
        one("// [id: a\\]b ] [id:no] [tag:x y] [tag:<b>]\n::n:: See http://x.cn {\n// not an answer\n=a\n~b // text\n}");
    assert_eq!((question.id.as_deref(), question.tags), (Some("a]b"), vec!["x y".to_owned()]));
    assert_eq!((question.name.as_deref(), question.text.as_str()), (Some("n"), "See http://x.cn"));
    assert!(matches!(question.body, Body::Choice { options, .. } if options[1].text == "b // text"));
    assert_eq!(one("// [id:gone]\n\na{T}").id, None);
}

#[test]
fn categories_are_blocks_of_their_own() {
    let path = |text: &str| match items(text).remove(0) {
        Item::Category { path, .. } => path,
        other => panic!("{other:?}"),
    };
    assert_eq!(path("$CATEGORY: $course$/top/售后 // 退换/a"), ["top", "售后 / 退换", "a"]);
    assert_eq!(path("$CATEGORY: a\nb{T}"), ["a\nb{T}"]);
}

#[test]
fn a_backslash_takes_the_meaning_from_eight_signs_and_is_else_itself() {
    assert_eq!(one(r"C:\temp \- \\ \: \# \= \{ \} \~ a\nb {T}").text, "C:\\temp \\- \\ : # = { } ~ a\nb");
    assert_eq!(one(r"a \\\{ {T}").text, r"a \{");
    assert_eq!(options(r"a {=1\=1 ~2\~3\#4}").1[1].0, "2~3#4");
}

#[test]
fn names_and_holes() {
    assert_eq!(one("::a::b::c{T}").text, "b::c");
    assert_eq!((one("::a b{T}").name, one("::a b{T}").text.as_str()), (None, "a b"));
    assert_eq!(one("大象 {=最大 ~最小} 的动物 {x}").text, "大象 _____ 的动物 {x}");
}

#[test]
fn kinds_in_moodles_order() {
    assert_eq!(one("a").body, Body::Description);
    assert_eq!(one("a { }").body, Body::Essay);
    assert!(matches!(one("a {#3~4}").body, Body::Numeric { .. }));
    assert!(matches!(one("a {=x -> y ~z}").body, Body::Choice { .. }));
    assert!(matches!(one("a {=x -> y = p -> q}").body, Body::Pairs(_)));
    assert!(matches!(one("a {TRUE#x}").body, Body::TrueFalse { answer: true, .. }));
    assert!(matches!(one("a {true}").body, Body::Short(_)));
    assert!(matches!(one("a {=x =y}").body, Body::Short(_)));
    let question = one("a {F#wrong #right ####all#### general}");
    assert_eq!(question.general, "general");
    assert_eq!(one("a {F#w#r####g}").body, Body::TrueFalse { answer: false, wrong: "w".into(), right: "r".into() });
}

#[test]
fn choices_are_single_with_an_equals_sign_and_weighted_without() {
    let (multiple, all) = options("a {=%100%x#yes ~%50%half ~no#why}");
    assert!(!multiple);
    let as_text = |all: &[(String, String, String)]| all.iter().map(|(a, b, c)| format!("{a}|{b}|{c}")).collect::<Vec<_>>();
    assert_eq!(as_text(&all), ["%100%x|100|yes", "half|50|", "no|0|why"]);
    let (multiple, all) = options("a {~%33.33333%x ~%-100%y ~%abc%z ~w}");
    assert!(multiple);
    assert_eq!(as_text(&all), ["x|33.33333|", "y|-100|", "%abc%z|0|", "w|0|"]);
    assert_eq!(options("a {first ~second =third}").1.len(), 3);
    assert_eq!(fault("a {~only}"), Fault::FewAnswers(1));
    assert_eq!(fault("a {~%33%x ~y}"), Fault::Weight("33".into()));
    assert_eq!(fault("a {~%150%x ~y}"), Fault::Weight("150".into()));
}

#[test]
fn typed_answers_pairs_and_numbers() {
    let Body::Short(all) = one("a {=%75%x#fb =*}").body else { panic!() };
    assert_eq!(answers(&all), [("x", "75".into(), "fb"), ("*", "100".into(), "")]);
    let Body::Short(all) = one("a {alone}").body else { panic!() };
    assert_eq!(answers(&all), [("alone", "100".into(), "")]);
    let Body::Pairs(all) = one("a {=x -> y -> z = -> decoy =q->r}").body else { panic!() };
    assert_eq!(all, [("x".into(), "y -> z".into()), (String::new(), "decoy".into()), ("q".into(), "r".into())]);
    assert_eq!(fault("a {=x -> y = z}"), Fault::Pair("z".into()));
    assert_eq!(fault("a {=x -> y}"), Fault::FewAnswers(1));
    let Body::Numeric { answers: all, otherwise } = one("a {#=1822:0#good =%50%1822:2 ~#off}").body else { panic!() };
    assert_eq!(answers(&all), [("1822:0", "100".into(), "good"), ("1822:2", "50".into(), "")]);
    assert_eq!(otherwise, "off");
}

#[test]
fn markup_is_named_before_a_text_and_inherited() {
    let question = one("[html]<p>a</p> {=<b>x</b> ~[plain]<b>y</b> ~[odd]z}");
    assert!(question.stripped && !question.pictures);
    let Body::Choice { options, .. } = question.body else { panic!() };
    assert_eq!(answers(&options).iter().map(|a| a.0).collect::<Vec<_>>(), ["x", "<b>y</b>", "[odd]z"]);
    assert_eq!(one("[markdown]*a* <b> {T}").text, "*a* <b>");
}
