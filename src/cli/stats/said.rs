//! Statistics as a person reads them: where they come from, what to look at first, then the figures.

use super::{Line, Rated, Talk, Told};
use crate::analysis::items::advice::{Advice, FACILITY_FROM, REST_FROM};
use crate::analysis::items::figures::Quiz;
use crate::base::id::TurnId;
use crate::locale::{Value, Words};
use crate::model::scenario::step::SILENCE;
use crate::terminal::line::{clean, flow};
use crate::terminal::table::columns;

/// A page being written.
struct Page<'a> {
    words: &'a Words,
    width: usize,
    out: String,
}

/// Everything, as text.
pub fn text(told: &Told, words: &Words, all: bool, width: usize) -> String {
    let mut page = Page { words, width, out: String::new() };
    page.para(&told.title, 0);
    for source in &told.sources {
        page.para(source, 0);
    }
    if told.attempts > 0 && !told.items.is_empty() {
        page.advice(told);
        page.totals(told, all);
        page.items(told, all);
    }
    for talk in &told.talks {
        page.talk(talk, all);
    }
    for rated in &told.raters {
        page.rated(rated, all);
    }
    page.worded(told);
    page.out
}

impl Page<'_> {
    /// A paragraph, wrapped and indented.
    fn para(&mut self, text: &str, indent: usize) {
        let text = clean(text);
        for range in flow(&text, self.width.saturating_sub(indent).max(20)) {
            self.out.push_str(&" ".repeat(indent));
            self.out.push_str(text[range].trim_end());
            self.out.push('\n');
        }
    }

    fn say(&mut self, key: &str, args: &[(&str, Value<'_>)], indent: usize) {
        let said = self.words.with(key, args);
        self.para(&said, indent);
    }

    fn head(&mut self, key: &str) {
        self.out.push('\n');
        self.say(key, &[], 0);
    }

    /// What to look at first; what is withheld, and why.
    fn advice(&mut self, told: &Told) {
        let most = told.items.iter().map(|line| line.figures.attempts).max().unwrap_or(0);
        let all: Vec<(&Line, Advice)> =
            told.items.iter().flat_map(|line| line.advice().into_iter().map(move |a| (line, a))).collect();
        self.head("stats-look-head");
        if all.is_empty() && most >= REST_FROM {
            self.say("stats-look-none", &[], 2);
        }
        for (line, advice) in &all {
            let option = advice.option().map_or(String::new(), |id| line.text_of(id.as_str()));
            let facility = percent(line.figures.facility.map(|f| f * 100.0));
            let said = self.words.with(
                &format!("stats-{}", advice.word()),
                &[
                    ("facility", facility.into()),
                    ("index", number(line.figures.discrimination, 0).into()),
                    ("option", option.into()),
                ],
            );
            let label = self.words.label(&line.figures.item);
            self.para(&format!("{label}{said}"), 2);
        }
        if most < REST_FROM {
            let args = [("attempts", most.into()), ("some", FACILITY_FROM.into()), ("all", REST_FROM.into())];
            self.say(if most < FACILITY_FROM { "stats-withheld-all" } else { "stats-withheld-rest" }, &args, 2);
        }
    }

    fn totals(&mut self, told: &Told, all: bool) {
        let Quiz { mean, median, sd, skewness, kurtosis, cic, error_ratio, standard_error } = told.quiz;
        let unit = if told.percent { "percent" } else { "points" };
        self.head("stats-totals-head");
        let args = [
            ("mean", number(mean, 1).into()),
            ("median", number(median, 1).into()),
            ("sd", number(sd, 1).into()),
            ("unit", unit.into()),
        ];
        self.say("stats-totals", &args, 2);
        if let (Some(alpha), Some(error)) = (cic, standard_error)
            && told.attempts >= REST_FROM
        {
            let how = match alpha {
                a if a >= 75.0 => "good",
                a if a >= 64.0 => "fair",
                _ => "poor",
            };
            let args = [("alpha", format!("{alpha:.0}").into()), ("error", format!("{error:.1}").into()), ("how", how.into())];
            self.say("stats-trust", &args, 2);
        }
        if all {
            let figures = [
                ("skewness", number(skewness, 2)),
                ("kurtosis", number(kurtosis, 2)),
                ("cic", percent(cic)),
                ("error-ratio", percent(error_ratio)),
                ("standard-error", number(standard_error, 2)),
            ];
            self.figures(&figures, 2);
        }
        if told.percent {
            self.say("stats-forms", &[], 2);
        }
    }

    /// Names and numbers in a row.
    fn figures(&mut self, figures: &[(&str, String)], indent: usize) {
        let said: Vec<String> =
            figures.iter().map(|(key, value)| format!("{} {value}", self.words.get(&format!("stats-index-{key}")))).collect();
        self.para(&said.join(" · "), indent);
    }

    fn items(&mut self, told: &Told, all: bool) {
        self.head("stats-items-head");
        if all {
            return told.items.iter().for_each(|line| self.whole(line));
        }
        let enough = told.items.iter().any(|line| line.figures.attempts >= REST_FROM);
        let timed = told.items.iter().any(|line| line.seconds.is_some());
        let mut keys = vec!["stats-col-attempts", "stats-col-facility"];
        keys.extend(enough.then_some("stats-col-discrimination"));
        keys.extend(timed.then_some("stats-col-seconds"));
        keys.push("stats-col-item");
        let mut rows: Vec<Vec<String>> = vec![keys.iter().map(|key| self.words.get(key)).collect()];
        for line in &told.items {
            let figures = &line.figures;
            let mut row = vec![figures.attempts.to_string(), percent(figures.facility.map(|f| f * 100.0))];
            // Below that number it would be told, and mean nothing.
            row.extend(enough.then(|| number(figures.discrimination.filter(|_| figures.attempts >= REST_FROM), 0)));
            row.extend(timed.then(|| number(line.seconds, 0)));
            row.push(figures.item.clone());
            rows.push(row);
        }
        self.out.push_str(&columns(&rows, self.width));
    }

    /// Every index of an item, and every option.
    fn whole(&mut self, line: &Line) {
        let item = &line.figures;
        self.para(&item.item, 0);
        let mut figures = vec![
            ("attempts", item.attempts.to_string()),
            ("facility", percent(item.facility.map(|f| f * 100.0))),
            ("sd", number(item.sd, 2)),
            ("discrimination", number(item.discrimination, 1)),
            ("efficiency", number(item.efficiency, 1)),
            ("effective-weight", percent(item.effective_weight)),
            ("intended-weight", percent(item.intended_weight)),
        ];
        figures.extend(line.guess.map(|g| ("guess", percent(Some(g * 100.0)))));
        figures.extend(line.seconds.map(|s| ("seconds", format!("{s:.0}"))));
        self.figures(&figures, 2);
        if item.negative_covariance {
            self.say("stats-negative", &[], 2);
        }
        for option in &line.options {
            let [low, second, third, high] = option.quarters.map(|n| n.to_string());
            let args = [
                ("option", line.text_of(option.option.as_str()).into()),
                ("right", if option.right { "yes" } else { "no" }.into()),
                ("taken", option.taken.into()),
                ("quarters", format!("{low} · {second} · {third} · {high}").into()),
            ];
            self.say("stats-option", &args, 4);
        }
    }

    fn talk(&mut self, talk: &Talk, all: bool) {
        self.out.push('\n');
        self.para(&talk.title, 0);
        let played = &talk.talks;
        let of = |n: usize| percent((played.plays > 0).then(|| n as f64 * 100.0 / played.plays as f64));
        let args = [
            ("plays", played.plays.into()),
            ("mean", percent(played.mean().map(|m| m * 100.0)).into()),
            ("passed", of(played.passed).into()),
            ("red", of(played.red_lines).into()),
        ];
        self.say("stats-talk", &args, 0);
        let mut rows =
            vec![["stats-col-turn", "stats-col-taken", "stats-col-share", "stats-col-reply"].map(|k| self.words.get(k)).to_vec()];
        for turn in talk.turns.iter().filter(|turn| all || turn.visits > 0) {
            let told = |id: &str, text: Option<&String>| match text {
                _ if id == SILENCE => self.words.get("note-nothing-said"),
                Some(text) => format!("{id}  {}", first(text)),
                None => id.to_owned(),
            };
            rows.push(vec![
                format!("{} ({})", turn.turn, turn.visits),
                String::new(),
                String::new(),
                talk.says.get(&turn.turn).map_or_else(String::new, |says| first(says)),
            ]);
            for reply in &turn.replies {
                let said = talk.replies.get(&(turn.turn.clone(), reply.reply.clone()));
                let share = percent(reply.share.map(|s| s * 100.0));
                rows.push(vec![String::new(), reply.taken.to_string(), share, told(reply.reply.as_str(), said)]);
            }
        }
        if rows.len() > 1 {
            self.out.push_str(&columns(&rows, self.width));
        }
        let endings: Vec<String> = played.endings().iter().map(|(ending, n)| talk.ending(ending, *n)).collect();
        if !endings.is_empty() {
            self.say("stats-endings", &[("endings", endings.join(" · ").into())], 0);
        }
    }

    /// How often each wording rule fired, and was overruled.
    fn worded(&mut self, told: &Told) {
        if told.worded.is_empty() {
            return;
        }
        self.head("stats-wording-head");
        self.say("stats-wording-note", &[], 2);
        let head = ["practice", "exam", "read", "overruled", "rule"].map(|key| self.words.get(&format!("stats-col-{key}")));
        let mut rows = vec![head.to_vec()];
        rows.extend(told.worded.iter().map(|it| {
            let counts = [it.practice, it.exam, it.read, it.overruled].map(|n| n.to_string());
            let severity = it.severity.map(|severity| self.words.get(&format!("severity-{}", severity.word())));
            let said = severity.map_or_else(|| self.words.get("stats-too-short"), |how| format!("{} [{how}]", it.title));
            counts.into_iter().chain([format!("{}  {said}", it.rule)]).collect()
        }));
        self.out.push_str(&columns(&rows, self.width));
    }

    fn rated(&mut self, rated: &Rated, all: bool) {
        self.out.push('\n');
        self.say("stats-raters-head", &[("station", rated.station.as_str().into())], 0);
        for one in &rated.agreement {
            let args = [
                ("step", one.step.clone().unwrap_or_default().into()),
                ("pairs", one.pairs.into()),
                ("same", percent(one.agreement.map(|a| a * 100.0)).into()),
                ("apart", number(one.mean_difference, 2).into()),
            ];
            self.say(if one.step.is_some() { "stats-raters-step" } else { "stats-raters" }, &args, 2);
            if all && one.step.is_none() {
                self.say("stats-kappa", &[("kappa", number(one.kappa, 2).into())], 2);
            }
        }
    }
}

impl Line {
    /// The words of an option, shortened; its id where there are none.
    fn text_of(&self, option: &str) -> String {
        let text =
            self.options.iter().zip(&self.texts).find(|(o, _)| o.option.as_str() == option).map_or(option, |(_, text)| text);
        first(text)
    }
}

impl Talk {
    /// How often an ending was come to, with what the customer says there.
    fn ending(&self, ending: &TurnId, count: usize) -> String {
        self.says.get(ending).map_or_else(|| format!("{ending} {count}"), |says| format!("{ending} “{}” {count}", first(says)))
    }
}

/// The first words of something said.
fn first(text: &str) -> String {
    const MOST: usize = 40;
    let line = text.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(MOST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

fn number(value: Option<f64>, places: usize) -> String {
    value.map_or_else(|| "–".to_owned(), |v| format!("{v:.places$}"))
}

/// Cut, never rounded up, as every percentage that a person is shown: 55.55… is 55.5. A hair is added, so that what was worked out as
/// 79.999 999 999 and is 80 stays 80.
fn percent(value: Option<f64>) -> String {
    const HAIR: f64 = 1e-9;
    value.map_or_else(|| "–".to_owned(), |v| format!("{:.1} %", ((v + HAIR.copysign(v)) * 10.0).trunc() / 10.0))
}
