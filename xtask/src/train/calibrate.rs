//! From scores and what came of them to a rising table of confidence: isotonic regression by pooling neighbours, thinned to few points.

/// Most points of a table; more would follow the noise of the held-out pairs.
const POINTS: usize = 8;

/// Fewest answers behind a point.
const FEWEST: usize = 40;

/// Returns points (score, share right) by rising score; both rise.
pub(super) fn table(mut answers: Vec<(f64, bool)>) -> Vec<(f64, f64)> {
    answers.sort_by(|a, b| a.0.total_cmp(&b.0));
    let size = answers.len().div_ceil(POINTS).max(FEWEST);
    // Sums of score, of right answers, and the count of each pool.
    let mut pools: Vec<(f64, f64, f64)> = Vec::new();
    for chunk in answers.chunks(size) {
        let mut pool =
            (chunk.iter().map(|a| a.0).sum::<f64>(), chunk.iter().filter(|a| a.1).count() as f64, chunk.len() as f64);
        while let Some(last) = pools.last().filter(|last| last.1 / last.2 >= pool.1 / pool.2) {
            pool = (pool.0 + last.0, pool.1 + last.1, pool.2 + last.2);
            pools.pop();
        }
        pools.push(pool);
    }
    let round = |x: f64| (x * 1e3).round() / 1e3;
    let mut points: Vec<(f64, f64)> = pools.iter().map(|p| (round(p.0 / p.2), round(p.1 / p.2))).collect();
    points.dedup_by(|next, kept| next.0 <= kept.0);
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_rise_with_scores_even_where_the_answers_do_not() {
        // Right in a third, a half, a quarter and nine tenths of the cases, in this order.
        let mut answers = Vec::new();
        for (score, wrong_every) in [(0.4, 3), (0.5, 2), (0.6, 4), (0.9, 10)] {
            answers.extend((0..200).map(|i| {
                let marked = i % wrong_every == 0;
                (score, if score > 0.8 { !marked } else { marked })
            }));
        }
        let points = table(answers);
        assert!(points.is_sorted_by(|a, b| a.0 < b.0 && a.1 <= b.1), "{points:?}");
        assert!(points.len() > 1 && points.last().unwrap().1 > 0.85, "{points:?}");
    }
}
