use super::super::table::to_csv;
use super::super::{Arrival, Fate, Source, Spot, Thing, Wish};
use super::cells::{MOODS, OUTCOMES, word, word_for};
use super::{read, write};
use crate::base::finding::Severity;
use crate::content::draft::draft;
use crate::content::load_shipped;
use crate::locale::{Tongue, Words};
use crate::model::library::Library;
use crate::model::scenario::{Outcome, Scenario, Way};

fn shipped() -> Library {
    load_shipped().library
}

fn arrive(bytes: &[u8], library: &Library) -> Arrival {
    let wish = Wish { id: "paper", title: None, source: "剧本.csv", library };
    read::read(&Source::new(bytes), &wish).expect("a table")
}

fn scenario(arrival: &Arrival) -> Scenario {
    let draft = draft(&arrival.text, &"zh-CN".into()).expect("a scenario");
    let errors: Vec<_> = draft.findings.iter().filter(|f| f.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}\n{}", arrival.text);
    draft.scenario
}

fn told(arrival: &Arrival, fate: Fate) -> Vec<(u32, &str)> {
    let line = |spot: &Spot| if let Spot::Line(n) = spot { *n } else { 0 };
    arrival.notes.iter().filter(|note| note.fate == fate).map(|note| (line(&note.at), note.key)).collect()
}

/// As a trainer has it on paper: numbers, empty cells, one column of points.
const PAPER: &str = "\
标题,旺季查件
客户,陈女士
心情,35
轮次,客户说,回复,得分,去向,点评,红线
1,在吗？包裹五天没动了！,让您久等了，我这就查。,2,,先接情绪再办事。,
,,亲，请耐心等待哦。,0,,套话不用第二遍。,
,,催什么催，又不是我送的。,-2,,绝不顶撞。,顶撞客户
2,那到底卡在哪儿了？,在武汉转运中心，12 日后没扫描。您哪天要用？,问+2 业务知识+1,3,先查后问。,
,,应该快到了吧。,-1,流失：客户不等了,不要猜。,
3,周末要穿。,给您换仓补发，一般两三天到，到不了全额退。,2,解决,给了退路。,
,,那您再等等看。,-1,,没有下一步。,
";

#[test]
fn a_paper_script_becomes_a_scenario() {
    let library = shipped();
    let arrival = arrive(PAPER.as_bytes(), &library);
    assert_eq!(told(&arrival, Fate::Wrong), []);
    let changed = told(&arrival, Fate::Changed);
    assert!(changed.contains(&(11, "talk-no-target")), "{changed:?}");
    assert_eq!(changed.iter().filter(|(_, key)| *key == "talk-default-skill").count(), 5, "a bare 0 is nobody's: {changed:?}");
    let it = scenario(&arrival);
    assert_eq!((it.title.all().next(), it.customer.mood, it.start.as_str()), (Some("旺季查件"), 35, "1"));
    let ids: Vec<&str> = it.turns.iter().map(|turn| turn.id.as_str()).collect();
    assert_eq!(ids, ["1", "2", "3", "failed", "lost", "resolved", "lost-2"]);
    let Way::Replies(first) = &it.turns[0].way else { panic!("replies") };
    assert_eq!(
        first.iter().map(|r| (r.id.as_str(), r.to.as_str())).collect::<Vec<_>>(),
        [("a", "2"), ("b", "2"), ("c", "failed")]
    );
    assert_eq!(first[2].red_line.as_ref().and_then(|reason| reason.all().next()), Some("顶撞客户"));
    let Way::Ending(lost) = &it.turns[4].way else { panic!("an ending") };
    assert_eq!((lost.outcome, lost.debrief.all().next()), (Outcome::Lost, Some("客户不等了")));
    assert_eq!(arrival.lines.get("scenario:paper/2/b"), Some(&9));
    assert_eq!(arrival.items(), 1);
}

#[test]
fn an_ending_may_be_called_as_it_ends() {
    let table = "\
轮次,客户说,回复,得分,去向,点评,红线
1,能改吗？,能改的。,3,解决,应得快。,
,,烦不烦！,0,失败,骂人。,不许骂客户
解决,谢谢！,,,解决,应下了。,
失败,截图了。,,,失败,红线就是红线。,
";
    let it = scenario(&arrive(table.as_bytes(), &shipped()));
    let ends: Vec<Option<Outcome>> = it
        .turns
        .iter()
        .map(|turn| match &turn.way {
            Way::Ending(ending) => Some(ending.outcome),
            _ => None,
        })
        .collect();
    assert_eq!(ends, [None, Some(Outcome::Resolved), Some(Outcome::Failed)]);
    let Way::Replies(replies) = &it.turns[0].way else { panic!("replies") };
    assert_eq!([&replies[0].to, &replies[1].to], [&it.turns[1].id, &it.turns[2].id]);
}

#[test]
fn every_mistake_is_told_with_its_row_and_the_rest_comes() {
    let table = "\
类别,砍价
备忘,打印三份
,回复,得分,去向,条件,设置,心情,轮次,客户说,结局,颜色
,好的,很多,9,要紧,大声,蓝蓝的,1,在吗？,,
,稍等,飞+2,,,,,,,成功了,
,,,,,,,2,,,
";
    let library = shipped();
    let arrival = arrive(table.as_bytes(), &library);
    let wrong = told(&arrival, Fate::Wrong);
    let expected = [
        (1, "talk-fact"),
        (4, "talk-score"),
        (4, "talk-condition"),
        (4, "talk-effect"),
        (4, "talk-mood"),
        (5, "talk-skill"),
        (5, "talk-outcome"),
        (6, "talk-empty-row"),
        (4, "talk-no-such-turn"),
    ];
    assert_eq!(wrong, expected);
    assert_eq!(told(&arrival, Fate::LeftOut), [(3, "talk-column"), (2, "talk-row")]);
    let wish = Wish { id: "x", title: None, source: "x", library: &library };
    assert_eq!(read::read(&Source::new("a,b\n1,2".as_bytes()), &wish).unwrap_err().key, "talk-no-header");
    assert_eq!(read::read(&Source::new("turn,reply\n".as_bytes()), &wish).unwrap_err().key, "talk-no-rows");
}

/// Text without what a cell has no place for: space around it.
fn trimmed(scenario: &Scenario) -> String {
    let json = serde_json::to_string(scenario).expect("our values are JSON");
    json.replace("\\n\"", "\"")
}

/// A talk as a table can hold it, and what of it a table cannot.
fn held(mut scenario: Scenario) -> (Scenario, Vec<&'static str>) {
    let mut lost = vec!["talk-one-language"];
    if scenario.is_timed() || scenario.turns.iter().any(|turn| !turn.late_says.is_empty()) {
        lost.push("talk-no-clock");
    }
    let mut breaks = false;
    (scenario.standard, scenario.timing) = (None, None);
    for turn in &mut scenario.turns {
        (turn.clock, turn.timeout) = (false, None);
        turn.late_says.clear();
        if let Way::Replies(all) = &mut turn.way {
            breaks |= all.iter_mut().any(|reply| !std::mem::take(&mut reply.breaks).is_empty());
        }
    }
    lost.extend(breaks.then_some("talk-no-breaks"));
    (scenario, lost)
}

#[test]
fn every_shipped_scenario_comes_back_as_it_went_out() {
    let library = shipped();
    let mut seen = std::collections::BTreeSet::new();
    for lang in &library.languages {
        let mut library = library.clone();
        library.language = lang.clone();
        for scenario in library.scenarios.values() {
            let thing = Thing::Scenario(scenario);
            if scenario.turns.iter().any(|turn| matches!(turn.way, Way::Write(_))) {
                let refused = write::csv(&thing, lang).err().map(|note| note.key);
                assert_eq!(refused, Some("talk-has-writing"), "{}", scenario.id);
                continue;
            }
            let csv = write::csv(&thing, lang).expect("written");
            let xlsx = write::xlsx(&thing, lang).expect("written");
            let (scenario, lost) = held(scenario.clone());
            assert_eq!(csv.notes.iter().map(|note| note.key).collect::<Vec<_>>(), lost, "{}", scenario.id);
            seen.extend(lost);
            for bytes in [csv.bytes, xlsx.bytes] {
                let wish = Wish { id: scenario.id.as_str(), title: None, source: "x", library: &library };
                let arrival = read::read(&Source::new(&bytes), &wish).expect("a table");
                assert_eq!(arrival.notes, []);
                let back = draft(&arrival.text, lang).expect("a scenario").scenario;
                let own = draft(&crate::content::print::scenario::scenario(&scenario, &Default::default(), lang), lang);
                assert_eq!(trimmed(&back), trimmed(&own.expect("a scenario").scenario), "{}", scenario.id);
            }
        }
    }
    assert_eq!(Vec::from_iter(seen), ["talk-no-breaks", "talk-no-clock", "talk-one-language"]);
}

#[test]
fn a_table_need_not_say_where_everything_leads() {
    let rows: Vec<Vec<String>> = [
        ["客户说", "回复", "得分", "结局"],
        ["多少钱？", "一百八，包邮。", "1", ""],
        ["", "自己看。", "-1", ""],
        ["便宜点呗？", "现在满二百减二十，凑一双袜子正好。", "2", ""],
        ["那我买两件。", "", "", "解决"],
    ]
    .iter()
    .map(|row| row.iter().map(|cell| (*cell).to_owned()).collect())
    .collect();
    let arrival = arrive(&to_csv(&rows), &shipped());
    assert_eq!(told(&arrival, Fate::Wrong), []);
    let it = scenario(&arrival);
    let says: Vec<_> = it.turns.iter().map(|turn| turn.says[0].all().next().unwrap_or_default().to_owned()).collect();
    assert_eq!(says, ["多少钱？", "便宜点呗？", "那我买两件。"]);
    let Way::Replies(last) = &it.turns[1].way else { panic!("replies") };
    assert_eq!(last[0].to.as_str(), "3", "the only ending of its kind is taken");
}

/// A table under some rows of facts.
fn under(facts: &str) -> Arrival {
    let table = format!(
        "{facts}轮次,客户说,回复,得分,去向,点评,心情\n1,在吗？,在的。,1,解决,应得快。,平静\n,,等着。,0,流失,太冷。,变差\n"
    );
    arrive(table.as_bytes(), &shipped())
}

#[test]
fn two_rows_of_one_kind_are_never_one_over_the_other() {
    let arrival = under("标题,旺季查件\n场景,网聊，木禾家居\n任务,您是当班客服\n名称,另一个\n心情,着急\n");
    assert_eq!(told(&arrival, Fate::LeftOut), [(4, "talk-fact-twice")]);
    assert!(told(&arrival, Fate::Changed).contains(&(3, "talk-fact-joined")), "{:?}", arrival.notes);
    let it = scenario(&arrival);
    let first = |text: &crate::model::text::Text| text.all().next().unwrap_or_default().trim().to_owned();
    assert_eq!((first(&it.title), first(&it.brief)), ("旺季查件".to_owned(), "网聊，木禾家居\n您是当班客服".to_owned()));
    let untitled = under("场景,网聊\n");
    assert!(told(&untitled, Fate::Changed).contains(&(0, "talk-no-title")), "{:?}", untitled.notes);
}

#[test]
fn moods_may_be_said_in_words() {
    let arrival = under("标题,查件\n心情,着急\n");
    assert_eq!(told(&arrival, Fate::Wrong), []);
    assert_eq!(told(&arrival, Fate::Changed)[..2], [(4, "talk-mood-word"), (5, "talk-mood-word")]);
    let it = scenario(&arrival);
    let Way::Replies(replies) = &it.turns[0].way else { panic!("replies") };
    assert_eq!((it.customer.mood, replies[0].mood, replies[1].mood), (40, 15, -15));
}

#[test]
fn every_word_of_the_guided_way_is_a_mood() {
    for tongue in [Tongue::Zh, Tongue::En] {
        let words = Words::new(tongue);
        for key in ["guided-mood-calm", "guided-mood-worried", "guided-mood-angry", "guided-mood-glad"] {
            assert!(word(MOODS, &words.get(key)).is_some(), "{}", words.get(key));
        }
    }
}

#[test]
fn a_target_that_is_nowhere_is_told_with_the_words_for_endings() {
    for tongue in [Tongue::Zh, Tongue::En] {
        let said = Words::new(tongue).with("talk-no-such-turn", &[("found", "差评".into()), ("known", "1 2".into())]);
        for (outcome, _) in OUTCOMES {
            assert!(said.contains(word_for(OUTCOMES, *outcome, tongue == Tongue::Zh)), "{said}");
        }
    }
}
