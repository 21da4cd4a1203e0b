//! The table of figures, and the file that keeps them for the next comparison.
//!
//! The file names sets and measures in alphabetical order, rounds to three digits and holds nothing of the machine, so
//! that it changes only where the analysis or the labels do.

use super::measure::{Better, Figure, rounded};
use anyhow::{Context as _, Result};
use serde_json::{Map, Value, json};
use std::fmt::Write as _;

/// The figures of one set.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Measured {
    /// Name of the set.
    pub(crate) set: String,
    /// Check sum of its labels.
    pub(crate) labels: String,
    /// What was measured, in the order shown.
    pub(crate) figures: Vec<Figure>,
}

/// What was measured before: by set, its labels and its figures.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Kept(Map<String, Value>);

/// What became of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Change {
    /// It was not measured before.
    New,
    /// It was measured on other labels.
    OtherLabels,
    /// By how much it moved.
    By(f64),
}

impl Kept {
    /// Reads the text of the file.
    ///
    /// # Errors
    /// When it is no JSON object.
    pub(crate) fn parse(json: &[u8]) -> Result<Self> {
        Ok(Self(serde_json::from_slice(json).context("the figures kept cannot be read")?))
    }

    /// Takes over what was measured now; sets that were not are kept or, with `all`, dropped.
    pub(crate) fn update(&mut self, measured: &[Measured], all: bool) {
        if all {
            self.0.clear();
        }
        for set in measured {
            let figures: Map<String, Value> =
                set.figures.iter().map(|figure| (figure.measure.clone(), json!(figure.value.map(rounded)))).collect();
            self.0.insert(set.set.clone(), json!({"labels": set.labels, "figures": figures}));
        }
    }

    /// Gives the text of the file.
    ///
    /// # Errors
    /// Never with what [`Kept::update`] puts in.
    pub(crate) fn to_json(&self) -> Result<String> {
        Ok(serde_json::to_string_pretty(&self.0)? + "\n")
    }

    fn change(&self, set: &Measured, figure: &Figure) -> Change {
        let Some(before) = self.0.get(&set.set) else { return Change::New };
        if before["labels"].as_str() != Some(&set.labels) {
            return Change::OtherLabels;
        }
        let Some(before) = before["figures"].get(&figure.measure) else { return Change::New };
        match (figure.value, before.as_f64()) {
            (None, None) => Change::By(0.0),
            (Some(now), Some(before)) => Change::By(rounded(rounded(now) - before)),
            _ => Change::New,
        }
    }
}

/// Draws the table, with a last line that sums it up.
pub(crate) fn draw(measured: &[Measured], kept: &Kept) -> String {
    let mut lines = vec![["set", "measure", "floor", "people", "reach", "now", "", "change"].map(str::to_owned)];
    let (mut asked, mut reached, mut better, mut worse) = (0, 0, 0, 0);
    for set in measured {
        for (index, figure) in set.figures.iter().enumerate() {
            let change = kept.change(set, figure);
            let direction = direction(figure.better, change);
            asked += usize::from(figure.reached().is_some());
            reached += usize::from(figure.reached() == Some(true));
            better += usize::from(direction > 0);
            worse += usize::from(direction < 0);
            let number = |value: Option<f64>| value.map(|value| written(value, figure.whole)).unwrap_or_default();
            let sign = if figure.better == Better::Less { "≤" } else { "≥" };
            let mut now = figure.value.map_or_else(|| "–".to_owned(), |value| written(value, figure.whole));
            if let Some((right, all)) = figure.counts {
                now = if figure.whole { format!("{now} of {all}") } else { format!("{now} ({right} of {all})") };
            }
            lines.push([
                if index == 0 { set.set.clone() } else { String::new() },
                figure.measure.clone(),
                number(figure.floor),
                number(figure.people),
                figure.reach.map(|reach| format!("{sign} {}", written(reach, figure.whole))).unwrap_or_default(),
                now,
                match figure.reached() {
                    Some(true) => "reached".to_owned(),
                    _ => String::new(),
                },
                changed(change, direction, figure.whole),
            ]);
        }
    }
    let mut drawn = columns(&lines);
    let _ = writeln!(
        drawn,
        "\n{reached} of {asked} aims reached; against the committed quality.json {better} better, {worse} worse"
    );
    drawn
}

/// Puts cells under each other, the first line underlined.
pub(crate) fn columns<const N: usize>(lines: &[[String; N]]) -> String {
    let mut widths = [0; N];
    for line in lines {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = cell.chars().count().max(*width);
        }
    }
    let mut drawn = String::new();
    for (index, line) in lines.iter().enumerate() {
        let cells: Vec<String> = line.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        let _ = writeln!(drawn, "{}", cells.join("  ").trim_end());
        if index == 0 {
            let _ = writeln!(drawn, "{}", "─".repeat(widths.iter().sum::<usize>() + 2 * (N - 1)));
        }
    }
    drawn
}

/// Writes a share with three digits, a number of things with none.
pub(crate) fn written(value: f64, whole: bool) -> String {
    if whole { format!("{value:.0}") } else { format!("{value:.3}") }
}

/// Gives 1 for better, -1 for worse, 0 for neither.
fn direction(better: Better, change: Change) -> i8 {
    let Change::By(by) = change else { return 0 };
    match better {
        _ if by == 0.0 => 0,
        Better::More => {
            if by > 0.0 {
                1
            } else {
                -1
            }
        }
        Better::Less => {
            if by < 0.0 {
                1
            } else {
                -1
            }
        }
    }
}

fn changed(change: Change, direction: i8, whole: bool) -> String {
    let by = match change {
        Change::New => return "new".to_owned(),
        Change::OtherLabels => return "other labels".to_owned(),
        Change::By(0.0) => return "=".to_owned(),
        Change::By(by) => by,
    };
    let sign = if by > 0.0 { "+" } else { "−" };
    let word = match direction {
        1 => " better",
        -1 => " worse",
        _ => "",
    };
    format!("{sign}{}{word}", written(by.abs(), whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(set: &str, figures: Vec<Figure>) -> Measured {
        Measured { set: set.to_owned(), labels: "0badcafe".to_owned(), figures }
    }

    fn noise(value: f64) -> Figure {
        Figure { better: Better::Less, reach: Some(0.04), ..Figure::new("noise", Some(value)) }
    }

    fn kept(measured: &[Measured]) -> Kept {
        let mut kept = Kept::default();
        kept.update(measured, true);
        kept
    }

    fn line<'d>(drawn: &'d str, word: &str) -> &'d str {
        drawn.lines().find(|line| line.contains(word)).unwrap()
    }

    #[test]
    fn a_change_is_called_better_or_worse_by_what_the_measure_wants() {
        let before = kept(&[measured("gold", vec![Figure::new("rows F1", Some(0.5)), noise(0.02), noise(0.02)])]);
        let drawn = draw(&[measured("gold", vec![Figure::new("rows F1", Some(0.6124)), noise(0.05)])], &before);
        assert!(line(&drawn, "rows F1").ends_with("+0.112 better"), "{drawn}");
        assert!(line(&drawn, "noise").ends_with("+0.030 worse"), "{drawn}");
        assert!(
            drawn.ends_with("0 of 1 aims reached; against the committed quality.json 1 better, 1 worse\n"),
            "{drawn}"
        );
    }

    #[test]
    fn what_rounds_to_the_same_has_not_changed() {
        let before = kept(&[measured("gold", vec![noise(0.0304)])]);
        let drawn = draw(&[measured("gold", vec![noise(0.0297)])], &before);
        assert!(line(&drawn, "noise").ends_with("reached  ="), "{drawn}");
        assert!(drawn.contains("1 of 1 aims reached"), "{drawn}");
    }

    #[test]
    fn figures_on_other_labels_are_not_compared() {
        let before = kept(&[measured("gold", vec![noise(0.5)])]);
        let other = Measured { labels: "12345678".to_owned(), ..measured("gold", vec![noise(0.1)]) };
        assert!(line(&draw(&[other], &before), "noise").ends_with("other labels"));
        assert!(line(&draw(&[measured("tales", vec![noise(0.1)])], &before), "noise").ends_with("new"));
    }

    #[test]
    fn what_cannot_be_divided_is_a_dash() {
        let figure = Figure { counts: Some((0, 0)), ..Figure::new("contradictions right", None) };
        let sets = [measured("gold", vec![figure])];
        let drawn = draw(&sets, &kept(&sets));
        assert!(line(&drawn, "contradictions").ends_with("– (0 of 0)    ="), "{drawn}");
        assert!(kept(&sets).to_json().unwrap().contains("\"contradictions right\": null"));
    }

    #[test]
    fn the_file_is_the_same_whatever_order_the_sets_came_in() {
        let (a, b) = (measured("a", vec![noise(0.12345)]), measured("b", vec![noise(0.2)]));
        let json = kept(&[a.clone(), b.clone()]).to_json().unwrap();
        assert_eq!(json, kept(&[b, a]).to_json().unwrap());
        assert_eq!(Kept::parse(json.as_bytes()).unwrap().to_json().unwrap(), json);
        assert!(json.contains("0.123") && !json.contains("0.1234") && json.ends_with("}\n"), "{json}");
    }

    #[test]
    fn a_part_that_was_measured_leaves_the_rest_as_it_was() {
        let mut some = kept(&[measured("a", vec![noise(0.1)]), measured("b", vec![noise(0.2)])]);
        some.update(&[measured("b", vec![noise(0.3)])], false);
        assert_eq!(some, kept(&[measured("a", vec![noise(0.1)]), measured("b", vec![noise(0.3)])]));
        some.update(&[measured("b", vec![noise(0.3)])], true);
        assert_eq!(some, kept(&[measured("b", vec![noise(0.3)])]));
    }
}
