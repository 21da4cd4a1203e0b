//! What holds for every set of claims, and how much is compared.

use super::*;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A claim of the tests: its document and its terms, each with its factor.
type Made = (usize, Vec<(u32, f64)>);

const WEIGHTS: [f64; 12] = [0.7, 0.9, 1.1, 1.1, 1.5, 1.9, 2.2, 2.2, 2.6, 3.0, 3.7, 4.1];

fn claims(most: usize) -> impl Strategy<Value = Vec<Made>> {
    let entries = prop::collection::btree_map(0..WEIGHTS.len() as u32, prop::sample::select(vec![1.0, 0.5]), 0..6);
    prop::collection::vec((0..4_usize, entries.prop_map(|entries| entries.into_iter().collect())), 1..most)
}

/// What the alignment needs of some claims; the order of ties follows the words, then the document.
struct Story {
    vocabulary: Vocabulary,
    documents: Vec<usize>,
    terms: Vec<Terms>,
    words: Vec<String>,
    order: Vec<usize>,
}

impl Story {
    fn new(claims: &[Made], weights: &[f64]) -> Self {
        let words: Vec<String> = claims.iter().map(|(_, entries)| format!("{entries:?}")).collect();
        let mut sorted: Vec<usize> = (0..claims.len()).collect();
        sorted.sort_by_key(|&at| (&words[at], claims[at].0, at));
        let mut order = vec![0; claims.len()];
        sorted.into_iter().enumerate().for_each(|(place, at)| order[at] = place);
        Self {
            vocabulary: Vocabulary::of(weights),
            documents: claims.iter().map(|(document, _)| *document).collect(),
            terms: claims.iter().map(|(_, entries)| Terms::of(entries)).collect(),
            words,
            order,
        }
    }

    fn items(&self) -> Vec<Item<'_>> {
        let item = |at: usize| Item {
            document: self.documents[at],
            terms: &self.terms[at],
            words: &self.words[at],
            order: self.order[at],
        };
        (0..self.terms.len()).map(item).collect()
    }

    fn rows(&self, items: &[Item<'_>]) -> Vec<Vec<usize>> {
        align(items, &self.vocabulary, &AlignmentOptions::default())
    }

    /// The rows as sets of places in the order of ties, so that they can be compared whatever the order of the items.
    fn named(&self, items: &[Item<'_>]) -> BTreeSet<BTreeSet<usize>> {
        self.rows(items).iter().map(|row| row.iter().map(|&at| items[at].order).collect()).collect()
    }

    /// Average linkage as it is defined: all pairs of rows are looked at before each joining.
    fn by_definition(&self, items: &[Item<'_>]) -> BTreeSet<BTreeSet<usize>> {
        let options = AlignmentOptions::default();
        let alike = |a: usize, b: usize| {
            let value = similarity(items[a].terms, items[b].terms, &self.vocabulary);
            let value = if value >= LEAST_LIKENESS { value } else { 0.0 };
            if items[a].document == items[b].document { on_grid(value * options.same_document) } else { value }
        };
        let mut rows: Vec<Vec<usize>> = Vec::new();
        let mut sorted: Vec<usize> = (0..items.len()).collect();
        sorted.sort_by_key(|&at| items[at].order);
        for at in sorted {
            match rows.iter().position(|row| items[row[0]].words == items[at].words) {
                Some(row) => rows[row].push(at),
                None => rows.push(vec![at]),
            }
        }
        let documents = |row: &[usize]| row.iter().map(|&at| items[at].document).collect::<BTreeSet<usize>>();
        let nearest = |row: &Vec<usize>| {
            let own = documents(row);
            let pairs =
                |other: &Vec<usize>| row.iter().map(|&x| other.iter().map(|&y| alike(x, y)).sum::<f64>()).sum::<f64>();
            let others = rows.iter().filter(|other| documents(other) != own);
            let most = others.map(|other| pairs(other) / (row.len() * other.len()) as f64).fold(0.0, f64::max);
            row.len() as f64 * if own.len() > 1 { 1.0 } else { most }
        };
        let level = (rows.iter().map(nearest).sum::<f64>() / items.len().max(1) as f64 - APART) / (ALIKE - APART);
        let level = if items.len() < FEWEST_CLAIMS { 1.0 } else { level };
        let threshold = options.least_threshold + (options.threshold - options.least_threshold) * level.clamp(0.0, 1.0);
        loop {
            let first = |row: &[usize]| row.iter().map(|&at| items[at].order).min();
            let average = |i: usize, j: usize| {
                let sum: f64 = rows[i].iter().map(|&x| rows[j].iter().map(|&y| alike(x, y)).sum::<f64>()).sum();
                sum / (rows[i].len() * rows[j].len()) as f64
            };
            let firsts = |i: usize, j: usize| {
                let (a, b) = (first(&rows[i]), first(&rows[j]));
                Reverse((a.min(b), a.max(b)))
            };
            let pairs = (0..rows.len()).flat_map(|j| (0..j).map(move |i| (i, j)));
            let enough = pairs.map(|(i, j)| (average(i, j), i, j)).filter(|(value, ..)| *value >= threshold);
            let best = enough.max_by(|a, b| a.0.total_cmp(&b.0).then(firsts(a.1, a.2).cmp(&firsts(b.1, b.2))));
            let Some((_, i, j)) = best else { break };
            let moved = rows.remove(j);
            rows[i].extend(moved);
        }
        rows.iter().map(|row| row.iter().map(|&at| items[at].order).collect()).collect()
    }
}

proptest! {
    #[test]
    fn each_claim_is_in_exactly_one_row(claims in claims(40)) {
        let story = Story::new(&claims, &WEIGHTS);
        let rows = story.rows(&story.items());
        let mut all = rows.concat();
        all.sort_unstable();
        prop_assert_eq!(all, (0..claims.len()).collect::<Vec<_>>());
        prop_assert!(rows.is_sorted() && rows.iter().all(|row| row.is_sorted()));
    }

    #[test]
    fn the_order_of_the_claims_changes_nothing(claims in claims(40), seed: u64) {
        let story = Story::new(&claims, &WEIGHTS);
        let items = story.items();
        let mut shuffled = items.clone();
        shuffled.sort_by_key(|item| (item.order as u64 + 1).wrapping_mul(seed | 1));
        prop_assert_eq!(story.named(&items), story.named(&shuffled));
    }

    #[test]
    fn the_numbers_of_documents_and_terms_change_nothing(claims in claims(40)) {
        let story = Story::new(&claims, &WEIGHTS);
        let last = WEIGHTS.len() as u32 - 1;
        let mut mirrored = Story::new(&claims, &WEIGHTS.iter().rev().copied().collect::<Vec<_>>());
        mirrored.documents.iter_mut().for_each(|document| *document = 7 - *document);
        mirrored.terms = claims
            .iter()
            .map(|(_, entries)| Terms::of(&entries.iter().rev().map(|&(t, f)| (last - t, f)).collect::<Vec<_>>()))
            .collect();
        prop_assert_eq!(story.rows(&story.items()), mirrored.rows(&mirrored.items()));
    }

    #[test]
    fn the_same_claim_in_other_documents_joins_its_row(claims in claims(30), at in any::<prop::sample::Index>()) {
        let mut claims = claims;
        let (document, entries) = claims[at.index(claims.len())].clone();
        claims.push((document + 1, entries.clone()));
        claims.push((document + 2, entries));
        let story = Story::new(&claims, &WEIGHTS);
        let rows = story.rows(&story.items());
        let row = rows.iter().find(|row| row.contains(&at.index(claims.len() - 2)));
        prop_assert!(row.is_some_and(|row| row.contains(&(claims.len() - 1)) && row.contains(&(claims.len() - 2))));
    }

    /// Few enough claims that no term is too common, so that all pairs that share a term are candidates.
    #[test]
    fn the_rows_are_those_of_average_linkage(claims in claims(12)) {
        let story = Story::new(&claims, &WEIGHTS);
        let items = story.items();
        prop_assert_eq!(story.named(&items), story.by_definition(&items));
    }
}

/// Claims of eight terms as words in texts are: the n-th most common in every n-th claim or so.
fn long_story(claims: usize) -> Vec<Made> {
    let mut state = 1_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let claim = |at: usize| {
        let terms: BTreeSet<usize> = (0..8).map(|_| 3000 / (next(3000) + 1)).collect();
        (at % 20, terms.into_iter().map(|term| (term as u32, 1.0)).collect())
    };
    (0..claims).map(claim).collect()
}

fn candidates(nodes: &[Node<'_>], index: &Index, at: usize) -> Vec<usize> {
    let mut candidates = Vec::new();
    fill_candidates(&mut candidates, nodes, index, at);
    candidates
}

/// Sums the likeness of pairs as [`likeness`] does, but looks at each pair from both sides.
fn likeness_from_both(nodes: &[Node<'_>], vocabulary: &Vocabulary) -> Vec<BTreeMap<usize, f64>> {
    let options = AlignmentOptions::default();
    let index = Index::new(nodes.iter().map(|node| node.terms), LEAST_FACTOR);
    let mut sums = vec![BTreeMap::new(); nodes.len()];
    for at in 0..nodes.len() {
        let alike = |other: usize| on_grid(similarity(nodes[at].terms, nodes[other].terms, vocabulary));
        let all = candidates(nodes, &index, at).into_iter().map(|other| (alike(other), other));
        let mut partners: Vec<(f64, usize)> = all.filter(|(value, _)| *value >= LEAST_LIKENESS).collect();
        partners.sort_by(|(a, i), (b, j)| b.total_cmp(a).then(i.cmp(j)));
        for (value, other) in partners.into_iter().take(PARTNERS) {
            let sum = pair_sum(&nodes[at], &nodes[other], value, vocabulary, &options);
            sums[at].entry(other).or_insert(sum);
            sums[other].entry(at).or_insert(sum);
        }
    }
    sums
}

#[test]
fn looking_at_a_pair_from_one_side_finds_what_both_sides_find() {
    for claims in [200, 1_200, 3_000] {
        let story = Story::new(&long_story(claims), &vec![2.0; 3001]);
        let nodes = nodes(&story.items(), &story.vocabulary, &AlignmentOptions::default());
        let found = likeness(&nodes, &story.vocabulary, &AlignmentOptions::default());
        let most = found.iter().map(BTreeMap::len).max();
        assert!(claims < 3_000 || most > Some(PARTNERS), "no bound is met: {most:?}");
        assert!(found == likeness_from_both(&nodes, &story.vocabulary), "{claims}");
    }
}

fn compared(claims: &[Made]) -> (usize, usize) {
    let weights = vec![2.0; 3001];
    let story = Story::new(claims, &weights);
    let nodes = nodes(&story.items(), &story.vocabulary, &AlignmentOptions::default());
    let index = Index::new(nodes.iter().map(|node| node.terms), LEAST_FACTOR);
    let counts: Vec<usize> = (0..nodes.len()).map(|at| candidates(&nodes, &index, at).len()).collect();
    (counts.iter().sum(), counts.into_iter().max().unwrap_or(0))
}

#[test]
fn twenty_articles_of_eight_hundred_words_need_few_comparisons() {
    let (all, _) = compared(&long_story(1_200));
    assert!(all < 100_000, "{all}");
}

#[test]
fn no_claim_is_compared_with_more_than_its_share_however_many_there_are() {
    let (all, most) = compared(&long_story(12_000));
    assert!(most > REACH / 2, "the story is too small to reach the bound: {most}");
    assert!(most <= REACH && all < 3_000_000, "{most} {all}");
}

#[test]
fn a_sentence_told_ten_thousand_times_is_one_node() {
    let claims: Vec<Made> = (0..10_000).map(|at| (at % 50, vec![(3, 1.0), (10, 1.0), (11, 1.0)])).collect();
    let story = Story::new(&claims, &WEIGHTS);
    assert_eq!(nodes(&story.items(), &story.vocabulary, &AlignmentOptions::default()).len(), 1);
    assert_eq!(story.rows(&story.items()), [(0..10_000).collect::<Vec<_>>()]);
}

#[test]
fn reports_in_words_of_their_own_need_share_less() {
    const TERMS: u32 = 12;
    // Pairs of claims of two documents, of twelve terms each; all have so many in common, but for some pairs that are told in the same words.
    let joined = |common: u32, copied: u32| {
        let of = |pair: u32, document: u32| {
            let first = pair * 3 * TERMS;
            let term = |at: u32| if pair < copied || at < common { at } else { (document + 1) * TERMS + at };
            (document as usize, (0..TERMS).map(|at| (first + term(at), 1.0)).collect())
        };
        let claims: Vec<Made> = (0..20).flat_map(|pair| [of(pair, 0), of(pair, 1)]).collect();
        let story = Story::new(&claims, &[1.0; 20 * 3 * TERMS as usize]);
        let items = story.items();
        let alike = similarity(items[38].terms, items[39].terms, &story.vocabulary);
        (story.rows(&items).iter().filter(|row| row.len() > 1).count(), (alike * 100.0).round())
    };
    assert_eq!(joined(3, 0), (20, 25.0));
    assert_eq!(joined(3, 10), (10, 25.0));
    assert_eq!(joined(2, 0), (0, 17.0));
}
