//! What a typed line means as an answer: numbers in any writing, text as it is. Pure.

use crate::model::form::{Aside, Choice, Form, Reply};
use crate::model::question::Misfit;
use crate::terminal::keys::narrow;

/// What a typed line means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Read {
    /// An answer.
    Reply(Reply),
    /// The first line of a whole reply of at most so many characters.
    Begun(usize),
    /// Facts are wanted.
    Panel,
    /// None; why not.
    Misfit(Misfit),
}

/// What a line means as an answer to a form. Full-width characters count as narrow ones, but in typed text.
pub(super) fn read(line: &str, form: &Form, aside: Aside) -> Read {
    let blank = aside != Aside::Nothing;
    let bare: String = line.trim().chars().map(narrow).collect();
    if bare == "?" {
        return Read::Panel;
    }
    let lists = |n: usize| numbers(&bare, n);
    match form {
        Form::Next | Form::Menu(_) | Form::Overall => Read::Reply(Reply::Next),
        Form::Rate(_) if blank && bare == "-" => Read::Reply(Reply::Blank),
        Form::Rate(all) => match all.iter().find(|c| c.key.as_str() == bare) {
            Some(mark) => Read::Reply(Reply::Picked(mark.key.clone())),
            None => Read::Misfit(Misfit::NotOffered),
        },
        Form::Number { .. } | Form::Line { .. } | Form::Text { .. } if blank && bare == "-" => Read::Reply(Reply::Blank),
        Form::Number { .. } | Form::Line { .. } | Form::Text { .. } if bare.is_empty() => Read::Misfit(Misfit::Empty),
        Form::Text { most } => Read::Begun(*most),
        Form::Line { most } if line.trim().chars().count() > *most => Read::Misfit(Misfit::TooLong(*most)),
        Form::Number { .. } | Form::Line { .. } => Read::Reply(Reply::Typed(line.trim().to_owned())),
        _ if bare.is_empty() => Read::Misfit(Misfit::Empty),
        _ if blank && bare == "0" => Read::Reply(Reply::Blank),
        Form::PickOne(all) => match lists(all.len()).as_deref() {
            Some([n]) => Read::Reply(Reply::Picked(all[*n].key.clone())),
            _ => Read::Misfit(Misfit::NotOffered),
        },
        Form::PickMany(all) => lists(all.len()).map_or(Read::Misfit(Misfit::NotOffered), |picked| {
            Read::Reply(Reply::PickedMany(picked.iter().map(|n| all[*n].key.clone()).collect()))
        }),
        Form::Sort(all) => match lists(all.len()) {
            Some(order) if !distinct(&order) => Read::Misfit(Misfit::NotOffered),
            Some(order) if order.len() < all.len() => Read::Misfit(Misfit::Incomplete),
            Some(order) => Read::Reply(Reply::Sorted(order.iter().map(|n| all[*n].key.clone()).collect())),
            None => Read::Misfit(Misfit::NotOffered),
        },
        Form::Match { lefts, rights, reuse } => match lists(rights.len()) {
            Some(given) if given.len() > lefts.len() || !(*reuse || distinct(&given)) => Read::Misfit(Misfit::NotOffered),
            Some(given) if given.len() < lefts.len() => Read::Misfit(Misfit::Incomplete),
            Some(given) => {
                let pair = |(left, right): (&Choice, &usize)| (left.key.clone(), rights[*right].key.clone());
                Read::Reply(Reply::Matched(lefts.iter().zip(&given).map(pair).collect()))
            }
            None => Read::Misfit(Misfit::NotOffered),
        },
    }
}

fn distinct(all: &[usize]) -> bool {
    all.iter().enumerate().all(|(at, n)| !all[..at].contains(n))
}

/// Numbers from 1 to `n`, counted from 0; `None` where something else is among them. Where there are at most nine, `231` is three.
fn numbers(text: &str, n: usize) -> Option<Vec<usize>> {
    let parts = text.split([' ', ',', '、', ';', '.', '/']).filter(|part| !part.is_empty());
    let mut out = Vec::new();
    for part in parts {
        let each: Vec<&str> = if n < 10 { part.split("").filter(|digit| !digit.is_empty()).collect() } else { vec![part] };
        for number in each {
            let number: usize = number.parse().ok().filter(|number| (1..=n).contains(number))?;
            out.push(number - 1);
        }
    }
    (!out.is_empty()).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choices(n: usize) -> Vec<Choice> {
        (1..=n).map(|n| Choice { key: format!("k{n}").as_str().into(), text: format!("选项{n}") }).collect()
    }

    fn typed(form: Form, line: &str) -> Reply {
        match read(line, &form, Aside::Unknown) {
            Read::Reply(reply) => reply,
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn numbers_in_any_writing() {
        let many = |line| typed(Form::PickMany(choices(4)), line);
        let picked = Reply::PickedMany(["k1".into(), "k3".into()].into());
        for line in ["1 3", "3,1", "１，３", "1、3", "13"] {
            assert_eq!(many(line), picked, "{line}");
        }
        assert_eq!(typed(Form::PickMany(choices(12)), "12 3"), Reply::PickedMany(["k12".into(), "k3".into()].into()));
        assert_eq!(typed(Form::Sort(choices(3)), "231"), Reply::Sorted(vec!["k2".into(), "k3".into(), "k1".into()]));
        let form = Form::Match { lefts: choices(2), rights: choices(3), reuse: false };
        assert_eq!(typed(form, "3 1"), Reply::Matched([("k1".into(), "k3".into()), ("k2".into(), "k1".into())].into()));
        assert_eq!(typed(Form::Sort(choices(3)), "0"), Reply::Blank);
        assert_eq!(typed(Form::Number { unit: None }, "0"), Reply::Typed("0".into()), "nought is a number");
        assert_eq!(typed(Form::Number { unit: None }, "-"), Reply::Blank);
        assert_eq!(typed(Form::Line { most: 9 }, " 您好？ "), Reply::Typed("您好？".into()));
        assert_eq!(typed(Form::Next, ""), Reply::Next);
    }

    #[test]
    fn what_does_not_fit_is_asked_again() {
        for (form, line) in [
            (Form::PickOne(choices(3)), "1 2"),
            (Form::PickMany(choices(3)), "1 9"),
            (Form::Sort(choices(3)), "1 2"),
            (Form::Sort(choices(3)), "1 2 2"),
            (Form::Match { lefts: choices(2), rights: choices(2), reuse: false }, "1 1"),
            (Form::Match { lefts: choices(2), rights: choices(2), reuse: true }, "1"),
            (Form::Line { most: 2 }, "abc"),
            (Form::PickOne(choices(3)), ""),
        ] {
            assert!(matches!(read(line, &form, Aside::Unknown), Read::Misfit(_)), "{form:?} {line}");
        }
    }
}
