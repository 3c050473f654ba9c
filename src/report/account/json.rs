//! A report for programs: the same sections and parts, under names that do not depend on the language.

use serde_json::{Map, Value, json};

use super::{Account, Cell, Part, Section};
use crate::base::points::Exact;

/// The whole report.
pub fn json(account: &Account) -> Value {
    json!({
        "report": account.kind,
        "title": account.title,
        "about": account.about,
        "day": account.day.to_string(),
        "sections": account.sections.iter().map(section).collect::<Vec<_>>(),
    })
}

fn section(section: &Section) -> Value {
    json!({ "section": section.key, "title": section.title, "parts": section.parts.iter().map(part).collect::<Vec<_>>() })
}

fn part(part: &Part) -> Value {
    match part {
        Part::Figures(all) => {
            let values: Map<String, Value> = all.iter().map(|it| (it.key.clone(), cell(&it.value))).collect();
            json!({ "figures": values })
        }
        Part::Table(table) => {
            let row = |row: &Vec<Cell>| -> Map<String, Value> {
                table.columns.iter().zip(row).map(|((key, _), it)| ((*key).to_owned(), cell(it))).collect()
            };
            json!({ "table": table.key, "rows": table.rows.iter().map(row).collect::<Vec<_>>() })
        }
        Part::Bars(bars) => {
            let all: Vec<Value> = bars.bars.iter().map(|it| json!({ "name": it.name, "value": cell(&it.value) })).collect();
            let cut = bars.cut.as_ref().map(|cut| json!({ "points": cut.points, "bar": cut.bar }));
            let mut out = json!({ "bars": bars.key, "name": bars.name, "values": all });
            if let Some(cut) = cut {
                out["cut"] = cut;
            }
            out
        }
        Part::Note(text) => json!({ "note": text }),
    }
}

fn cell(cell: &Cell) -> Value {
    match cell {
        Cell::None => Value::Null,
        Cell::Text(text) => json!(text),
        Cell::Count(n) => json!(n),
        Cell::Share(share) => json!({ "share": share, "percent": percent(*share) }),
        Cell::Rate(rate) => {
            let bound = |m: u16| percent(Exact::new(i128::from(m), 1000));
            let (low, high) = rate.interval().unzip();
            json!({ "hits": rate.hits, "of": rate.of, "percent": rate.share().map(percent), "low": low.map(bound), "high": high.map(bound) })
        }
        Cell::Tally(tally) => {
            let parts = tally.parts().map(|(tone, n)| (tone.name().to_owned(), json!(n)));
            Value::Object(std::iter::once(("count".to_owned(), json!(tally.sum()))).chain(parts).collect())
        }
        Cell::Day(day) => json!(day.to_string()),
        Cell::Days(n) | Cell::Minutes(n) => json!(n),
    }
}

/// Percent with one decimal, cut as for people.
fn percent(share: Exact) -> Value {
    share.percent().parse::<f64>().map_or(Value::Null, |it| json!(it))
}
