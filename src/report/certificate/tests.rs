//! What a certificate shows, and what is refused before anything is drawn.

use super::*;
use crate::base::digest::Digest;
use crate::base::id::Lang;
use crate::base::moment::Moment;
use crate::credential::claims::{Holder, Issuer, Name, Note, NoteKind};
use crate::credential::keys::Secret;
use crate::credential::short::Short;

pub(super) fn claims(name: &str) -> Claims {
    let key = Secret::from_seed(&[1; 32]);
    let (from, until) = (Moment(1_795_311_000_000), Moment(1_826_812_800_000));
    let short = Short {
        line: format!("上岗证 20261122-SH1-0007 {name} 至 2027-11-21"),
        number: "20261122-SH1-0007".into(),
        name: Some(name.into()),
        id: uuid::Uuid::from_u128(7),
        issuer: key.did(),
        from,
        until,
    };
    Claims {
        id: short.id,
        number: short.number.clone(),
        licence: "pre-sale".into(),
        language: Lang::from("zh-CN"),
        title: "售前客服上岗证".into(),
        other_title: Some((Lang::from("en"), "Pre-sale agent licence".into())),
        scope: "独立接待淘宝、京东售前咨询，可承诺不超过 50 元的补偿。".into(),
        criteria: "能够：先问好".into(),
        issuer: Issuer { did: key.did(), name: "晨光客服中心".into() },
        holder: Holder { id: "00000000-0000-4000-8000-000000000001".into(), name: Name::Plain(name.into()) },
        from,
        until: Some(until),
        results: vec![],
        evidence: vec![],
        areas: vec![],
        notes: vec![Note { kind: NoteKind::Unsupervised, text: "考试没有人现场监考。".into() }],
        status: None,
        short: short.signed(&key),
    }
}

pub(super) fn of(claims: &Claims) -> Certificate<'_> {
    Certificate { claims, digest: "ab12", zone: "Asia/Shanghai", photo: None, again: false }
}

fn own(template: &str) -> Layout {
    Layout::Own(template.to_owned())
}

#[test]
fn it_shows_what_the_licence_says() {
    let claims = claims("王<小>明");
    for layout in [Layout::A4, Layout::Card] {
        let drawn = svg(&of(&claims), &layout, None).unwrap();
        for said in [
            "晨光客服中心",
            "售前客服上岗证",
            "Pre-sale agent licence",
            "王&lt;小&gt;明",
            "20261122-SH1-0007",
            "2026-11-22 – 2027-11-21",
            "没有人现场监考",
            "盖章处",
            "本单位内部的上岗凭证",
        ] {
            assert!(drawn.contains(said), "{said} in {drawn}");
        }
        assert!(!drawn.contains("补发") && !drawn.contains('⟦'), "{drawn}");
        assert!(svg(&Certificate { again: true, ..of(&claims) }, &layout, None).unwrap().contains("补发"));
        assert_eq!(drawn, svg(&of(&claims), &layout, None).unwrap(), "the same again");
    }
}

#[test]
fn a_provisional_licence_says_so_in_its_title() {
    let note = Note { kind: NoteKind::Provisional, text: "临时证，附有条件：跟班一个月。".into() };
    let claims = Claims { notes: vec![note], ..claims("王小明") };
    for layout in [Layout::A4, Layout::Card] {
        let drawn = svg(&of(&claims), &layout, None).unwrap();
        for said in ["售前客服上岗证（临时）", "Pre-sale agent licence (provisional)", "跟班一个月", "扫码可离线核验"]
        {
            assert!(drawn.contains(said), "{said} in {drawn}");
        }
    }
}

/// Labels are in both languages of a licence that has two titles, whoever prints it; of one that has one, in that one.
#[test]
fn labels_are_in_both_languages_of_the_licence() {
    let both = claims("王小明");
    let one = Claims { other_title: None, ..claims("王小明") };
    for layout in [Layout::A4, Layout::Card] {
        let (drawn, alone) = (svg(&of(&both), &layout, None).unwrap(), svg(&of(&one), &layout, None).unwrap());
        for said in ["证号 Number", "有效期 Valid", "盖章处 Stamp", "上岗范围 May work as follows"] {
            assert!(drawn.contains(said) && !alone.contains(said), "{said} in {drawn}");
        }
        assert!(alone.contains("盖章处<"), "{alone}");
    }
    let old = Claims { short: None, ..both };
    assert!(svg(&of(&old), &Layout::A4, None).unwrap().contains("check the file itself"));
}

/// On a card each note is told from the next one.
#[test]
fn notes_do_not_run_together() {
    let note = |text: &str| Note { kind: NoteKind::Unsupervised, text: text.into() };
    let claims =
        Claims { notes: vec![note("无人监考。"), note("题目公开。"), note("没有口试。")], ..claims("王小明") };
    let drawn = svg(&of(&claims), &Layout::Card, None).unwrap();
    assert!(drawn.contains("无人监考。 · 题目公开。 · 没有口试。"), "{drawn}");
}

#[test]
fn a_licence_of_old_says_that_its_qr_proves_nothing() {
    let old = Claims { short: None, ..claims("王小明") };
    assert!(svg(&of(&old), &Layout::A4, None).unwrap().contains("码内只有证号和摘要"));
    // Nor is a short form believed that says something else.
    let other = Claims { short: claims("李雷").short, ..claims("王小明") };
    assert!(svg(&of(&other), &Layout::A4, None).unwrap().contains("码内只有证号和摘要"));
}

#[test]
fn names_of_any_length_fit() {
    for name in ["王芳", "阿卜杜热西提·买买提依明江·吐尔逊", &"名".repeat(40), "Wolfeschlegelsteinhausenbergerdorff Jr."]
    {
        let claims = claims(name);
        for layout in [Layout::A4, Layout::Card] {
            let drawn = svg(&of(&claims), &layout, None);
            assert!(drawn.is_ok(), "{name} {layout:?} {drawn:?}");
        }
    }
}

#[test]
fn a_template_names_only_what_there_is() {
    let claims = claims("王小明");
    let draw = |text: &str| svg(&of(&claims), &own(text), None);
    assert_eq!(draw("<svg>{{ name }} {{ say.number }}</svg>").unwrap(), "<svg>王小明 证号</svg>");
    assert_eq!(draw("<svg>\n{{ nmae }}</svg>"), Err(Trouble::Unnamed(2)));
    assert_eq!(draw("<svg>\n\n{{ fir(name, 1, 1, 1) }}</svg>"), Err(Trouble::Unnamed(3)));
    assert!(matches!(draw("<svg>\n{% if %}</svg>"), Err(Trouble::Template(2, _))));
    assert_eq!(draw("<svg><image href=\"logo.png\"/></svg>"), Err(Trouble::Outside("logo.png".into())));
    assert_eq!(draw("<svg>国家级证书 {{ name }}</svg>"), Err(Trouble::Word("国家")));
    assert!(matches!(draw("<svg>{{ flow(scope, 10, 10, 10).size }}</svg>"), Err(Trouble::NoRoom(_))));
}

#[test]
fn what_calls_itself_the_states_is_not_drawn() {
    let wrong = Claims { title: "国家客服证".into(), ..claims("王小明") };
    assert_eq!(svg(&of(&wrong), &Layout::A4, None), Err(Trouble::Word("国家")));
    let wrong = Claims { other_title: Some((Lang::from("en"), "National licence".into())), ..claims("王小明") };
    assert_eq!(svg(&of(&wrong), &Layout::A4, None), Err(Trouble::Word("national")));
}

#[test]
fn a_page_asks_nobody_for_anything() {
    let claims = claims("王小明");
    let text = page::page(&of(&claims), &Layout::Card).unwrap();
    assert!(text.contains("default-src 'none'") && text.contains("85.6mm 54mm") && text.contains("<svg "), "{text}");
    // In a narrow window it is read as text.
    assert!(text.contains("<dt>证号 Number</dt><dd>20261122-SH1-0007</dd>") && text.contains("max-width: 44rem"), "{text}");
    assert!(!text.contains("http://www.w3.org/1999") && !text.contains("<?xml"), "{text}");
    let _ = Digest::of_bytes(text.as_bytes());
}
