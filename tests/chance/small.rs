//! Small libraries and schemes, made by hand.

use super::*;

/// A talk of one turn: of each reply the points, and whether it crosses a red line. Its ending is worth one point more.
pub(super) fn short_talk(id: &str, category: Category, level: u8, replies: &[(i64, bool)]) -> Scenario {
    let mut scenario = talk();
    scenario.id = id.into();
    (scenario.category, scenario.level, scenario.use_) = (category, level, Use::Exam);
    let Way::Replies(all) = &mut scenario.turns[0].way else { panic!("the first turn asks") };
    let first = all[0].clone();
    let reply = |(n, (points, red)): (usize, &(i64, bool))| onduty::model::scenario::Reply {
        id: format!("r{n}").as_str().into(),
        score: BTreeMap::from([("say".into(), Points::whole(*points))]),
        red_line: red.then(|| text("红线")),
        ..first.clone()
    };
    *all = replies.iter().enumerate().map(reply).collect();
    scenario
}

/// A library of these banks and talks, all for exams.
pub fn library(banks: Vec<Vec<Question>>, talks: Vec<Scenario>) -> Library {
    let bank = |(n, mut questions): (usize, Vec<Question>)| {
        let id = format!("bank{n}");
        for (n, question) in questions.iter_mut().enumerate() {
            question.id = format!("{id}/q{n}").into();
        }
        let id: onduty::base::id::BankId = id.into();
        (id.clone(), Bank { id, title: text("题"), roles: vec![], use_: Use::Exam, questions })
    };
    Library {
        id: "lib".into(),
        title: text("库"),
        language: zh(),
        languages: vec![zh()],
        time_zone: "Asia/Shanghai".to_owned(),
        skills: vec![],
        roles: vec![("agent".into(), text("客服"))],
        agreements: BTreeMap::new(),
        house: BTreeMap::new(),
        retention: BTreeMap::new(),
        glossaries: BTreeMap::new(),
        syllabi: BTreeMap::new(),
        courses: BTreeMap::new(),
        banks: banks.into_iter().enumerate().map(bank).collect(),
        scenarios: talks.into_iter().map(|s| (s.id.clone(), s)).collect(),
        wordings: Default::default(),
        wording: None,
        stations: BTreeMap::new(),
        licences: BTreeMap::new(),
        standards: BTreeMap::new(),
        changed: BTreeMap::new(),
        shelved: BTreeMap::new(),
    }
}

/// Lines over banks: bank, level, count.
pub fn questions(lines: &[(usize, Option<u8>, u32)]) -> Vec<QuestionDraw> {
    let line = |(bank, level, count): &(usize, Option<u8>, u32)| QuestionDraw {
        bank: format!("bank{bank}").into(),
        level: *level,
        count: *count,
    };
    lines.iter().map(line).collect()
}

/// Lines over talks: category, level, count.
pub fn talks(lines: &[(Category, Option<u8>, u32)]) -> Vec<PracticeDraw> {
    lines
        .iter()
        .map(|(category, level, count)| PracticeDraw::Talk { category: *category, level: *level, count: *count })
        .collect()
}

/// A scheme: theory 30 % with least mark 50, practice 70 % with 50, mark 70, band 5.
pub fn scheme(theory: Vec<QuestionDraw>, practice: Vec<PracticeDraw>) -> Scheme {
    let limit = Span::minutes(60);
    Scheme {
        id: "licence".into(),
        title: text("证"),
        roles: vec!["agent".into()],
        scope: text("接待"),
        competences: vec![],
        appeal: None,
        holder: onduty::model::licence::Naming::Plain,
        sources: vec![],
        requires: Requires::default(),
        conduct: Rules {
            accepts: Accepts::Script,
            supervised: false,
            independence: Independence::Strict,
            examiners: 1,
            differ: 10,
            two_persons: BTreeSet::new(),
        },
        theory: Some(Theory { weight: 30, limit, pass: 50, draw: theory }),
        practice: Some(Practice { weight: 70, limit, pass: 50, draw: practice, red_line: RedLine::Fail }),
        result: Marks {
            pass: 70,
            borderline: 5,
            attempts: 3,
            wait: vec![],
            within: Span::minutes(240),
            feedback: Disclose::Skills,
            guess_at_most: None,
            basis: None,
        },
        validity: Validity { lasts: Lasts::Months(12), renew_within: None, refresher: vec![] },
        appeals: None,
        provisional: None,
        number: Pattern::parse(Pattern::USUAL).expect("a pattern"),
    }
}
