//! `cargo xtask train`: makes src/stance/weights.txt from labelled pairs whose licence allows it.
//!
//! Multinomial logistic regression by AdaGrad in a fixed order, so that the same data gives the same file. One premise in five is held
//! out by its words: those pairs choose nothing but the calibration, and the scores printed are theirs.

mod calibrate;
pub(crate) mod reliability;

use crate::workspace;
use anyhow::{Context as _, Result, bail, ensure};
use news_compare::stance::judge::features_of;
use news_compare::stance::model::{Class, Known, Model, choose, put_in_place, softmax};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, thread};

/// The sets that may be trained on, and how much a pair of each weighs. Captions are many and unlike news, so the mixed genres of
/// MultiNLI weigh more; chosen with the scores of XNLI, SNLI and ConjNLI in view, so those are not blind.
const SETS: &[(&str, f64)] = &[("snli-dev", 1.0), ("mnli-dev", 4.0), ("cad-train", 1.0), ("conjnli-dev", 12.0)];

/// Fewest training pairs that show a feature for it to get a weight. Larger makes a smaller file, smaller learns words by heart.
const FEWEST: usize = 60;

/// How often the pairs are gone through, and how many of the last rounds are averaged.
const ROUNDS: usize = 40;
const AVERAGED: usize = 20;

/// Length of the first steps, and pull towards zero on each step.
const STEP: f64 = 0.08;
const PULL: f64 = 2e-6;

/// A labelled pair as its file has it.
#[derive(Deserialize)]
struct Line {
    a: String,
    b: String,
    label: String,
}

/// A pair ready for training.
struct Example {
    features: Vec<(String, f64)>,
    class: Class,
    weight: f64,
    held_out: bool,
    set: &'static str,
}

/// What the model says of a pair, with what score, and whether it is right.
type Answer = (Class, f64, bool);

/// Reads the sets, fits the weights, measures them on what was held out and writes the file.
pub(crate) fn run(labels: Option<&str>) -> Result<()> {
    let folder = labels.map_or_else(|| workspace::root().join("../shared/bench/pairs"), PathBuf::from);
    if !folder.is_dir() {
        bail!("no labelled pairs in {}; name their folder with --labels", folder.display());
    }
    let mut examples = Vec::new();
    for &(set, weight) in SETS {
        examples.extend(read(&folder, set, weight)?);
    }
    let (held_out, training): (Vec<&Example>, Vec<&Example>) = examples.iter().partition(|e| e.held_out);
    let mut model = fit(&training);
    let answers: Vec<Answer> = held_out
        .iter()
        .map(|e| {
            let (class, score) = answer(&model, e);
            (class, score, class == e.class)
        })
        .collect();
    for class in Class::ALL {
        // Descriptions that stand apart are left open by a rule that these sets do not follow: their scores say nothing of the others'.
        let plain = held_out.iter().zip(&answers).filter(|(e, _)| !Known::of(&e.features).folds());
        let of_class = plain.filter(|(_, a)| a.0 == class).map(|(_, a)| (a.1, a.2)).collect();
        model.calibration.insert(class.name().to_owned(), calibrate::table(of_class));
    }
    let scores = scores(&held_out, &answers);
    print!("{scores}");
    let path = workspace::root().join("src/stance/weights.txt");
    let weights = write(&model, training.len(), held_out.len(), &scores);
    fs::write(&path, &weights).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{} weights in {}", model.weights.len(), path.display());
    // Cells are measured as they will be with these weights, not with those that this program was built with.
    ensure!(put_in_place(Model::parse(&weights)), "the weights of an earlier run are in use");
    reliability::run(&folder.join("../.."))
}

fn read(folder: &Path, set: &'static str, weight: f64) -> Result<Vec<Example>> {
    let path = folder.join(format!("{set}.jsonl"));
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let lines: Vec<Line> =
        text.lines().map(serde_json::from_str).collect::<Result<_, _>>().with_context(|| format!("in {set}"))?;
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let example = |line: &Line| -> Result<Example> {
        let class = match line.label.as_str() {
            "supports" => Class::Supports,
            "neutral" => Class::Open,
            "contradicts" => Class::Contradicts,
            other => bail!("unknown label {other:?} in {set}"),
        };
        let features = features_of(&line.a, &line.b);
        Ok(Example { features, class, weight, held_out: hash(&line.a).is_multiple_of(5), set })
    };
    thread::scope(|scope| {
        let chunks: Vec<_> = lines
            .chunks(lines.len().div_ceil(threads).max(1))
            .map(|chunk| scope.spawn(move || chunk.iter().map(example).collect::<Result<Vec<_>>>()))
            .collect();
        let mut all = Vec::new();
        for chunk in chunks {
            match chunk.join() {
                Ok(examples) => all.extend(examples?),
                Err(_) => bail!("a thread failed on {set}"),
            }
        }
        Ok(all)
    })
}

/// FNV-1a: pairs of one premise fall on one side, whatever the order of the files.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)) >> 7
}

fn fit(training: &[&Example]) -> Model {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, _) in training.iter().flat_map(|e| &e.features) {
        *counts.entry(name).or_insert(0) += 1;
    }
    let names: Vec<&str> = counts.into_iter().filter(|(_, n)| *n >= FEWEST).map(|(name, _)| name).collect();
    let rows: Vec<Vec<(usize, f64)>> = training
        .iter()
        .map(|e| e.features.iter().filter_map(|(n, x)| Some((names.binary_search(&n.as_str()).ok()?, *x))).collect())
        .collect();
    let mut weights = vec![[0.0_f64; 2]; names.len()];
    let mut squares = vec![[1.0_f64; 2]; names.len()];
    let mut sums = vec![[0.0_f64; 2]; names.len()];
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut random = 1_u64;
    for round in 0..ROUNDS {
        for at in (1..order.len()).rev() {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            order.swap(at, (random >> 33) as usize % (at + 1));
        }
        for &at in &order {
            let mut scores = [0.0; 2];
            for &(feature, x) in &rows[at] {
                scores[0] += weights[feature][0] * x;
                scores[1] += weights[feature][1] * x;
            }
            let likely = softmax(scores);
            let class = training[at].class;
            let wrong = [
                likely[0] - f64::from(u8::from(class == Class::Supports)),
                likely[2] - f64::from(u8::from(class == Class::Contradicts)),
            ];
            for &(feature, x) in &rows[at] {
                for k in 0..2 {
                    let slope =
                        training[at].weight * wrong[k] * x + PULL * weights[feature][k] * rows.len() as f64 / 100.0;
                    squares[feature][k] += slope * slope;
                    weights[feature][k] -= STEP * slope / squares[feature][k].sqrt();
                }
            }
        }
        if round >= ROUNDS - AVERAGED {
            for (sum, weight) in sums.iter_mut().zip(&weights) {
                sum[0] += weight[0] / AVERAGED as f64;
                sum[1] += weight[1] / AVERAGED as f64;
            }
        }
    }
    // What is written is what is measured: two decimals, of which more would weigh a kilobyte and change no figure by a hundredth.
    let round = |x: f64| (x * 1e2).round() / 1e2;
    let weights = names.iter().zip(sums).map(|(n, w)| ((*n).to_owned(), w.map(round))).collect();
    Model { weights, calibration: BTreeMap::new() }
}

fn answer(model: &Model, example: &Example) -> (Class, f64) {
    choose(model.likelihoods(&example.features), Known::of(&example.features))
}

fn scores(held_out: &[&Example], answers: &[Answer]) -> String {
    let mut text = String::new();
    for &(set, _) in SETS {
        let of_set: Vec<_> = held_out.iter().zip(answers).filter(|(e, _)| e.set == set).collect();
        let count = |of: &dyn Fn(&Example, &Answer) -> bool| of_set.iter().filter(|(e, a)| of(e, a)).count() as f64;
        let said = count(&|_, a| a.0 == Class::Contradicts);
        let is = count(&|e, _| e.class == Class::Contradicts);
        let found = count(&|e, a| a.0 == Class::Contradicts && e.class == Class::Contradicts);
        let _ = writeln!(
            text,
            "held out of {set:12} {:5} pairs: accuracy {:.3}, contradictions right {:.3}, found {:.3}",
            of_set.len(),
            count(&|_, a| a.2) / of_set.len().max(1) as f64,
            found / said.max(1.0),
            found / is.max(1.0),
        );
    }
    text
}

fn write(model: &Model, training: usize, held_out: usize, scores: &str) -> String {
    let mut text = String::from(
        "# Weights of the stance model (see MODEL.md), made by `cargo xtask train`; not to be edited by hand.\n\
         # Fitted on SNLI (CC BY-SA 4.0), MultiNLI (OANC and others), counterfactual SNLI (Apache-2.0) and ConjNLI (MIT).\n",
    );
    let _ = writeln!(text, "# {training} pairs to fit, {held_out} held out to calibrate.");
    for line in scores.lines() {
        let _ = writeln!(text, "# {line}");
    }
    text.push_str("# @class score:share …  of the answers given with this score, the share that is right\n");
    for (class, points) in &model.calibration {
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{x}:{y}")).collect();
        let _ = writeln!(text, "@{class} {}", points.join(" "));
    }
    text.push_str("# feature, weight of supports, weight of contradicts; the weight of open is 0\n");
    for (name, [supports, contradicts]) in &model.weights {
        let _ = writeln!(text, "{name} {supports} {contradicts}");
    }
    text
}
