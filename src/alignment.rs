//! Claims of different documents about the same thing, grouped into rows.
//!
//! A step of its own because a row decides what is compared at all. Average-linkage clustering over the claims of all documents:
//! the two groups whose claims are on average most alike are joined until none are alike enough. Average linkage was chosen over best
//! partners and over single linkage because a row that swallows its neighbours is worse than a missed one. The result does not depend
//! on the order of the documents: ties are broken by [`Item::order`].
//!
//! The cost grows with the number of claims and no faster: claims with the same terms are one `Node` from the start; a node is
//! compared with at most `REACH` others that share a term with it, the rarest terms first; at most `PARTNERS` of them count; and
//! the pairs that may be joined wait in a heap. Below some thousand claims the bounds are not reached. Known limit: beyond them, two
//! claims that share only very common terms may be missed.

use crate::index::{Index, classes};
use crate::order::{Arrange as _, Gather as _};
use crate::similarity::{Terms, Vocabulary, likeness as likeness_of, on_grid, own_similarity, similarity};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// What the alignment can be told.
#[derive(Debug, Clone, PartialEq)]
pub struct AlignmentOptions {
    /// Least average likeness, 0 to 1, at which two groups of claims become one row where the documents are told in much the same words.
    /// Larger gives more and purer rows, smaller finds more paraphrases and swallows neighbours. From the gold stories.
    pub threshold: f64,
    /// The same where each document tells all in words of its own, so that even what belongs together shares little.
    pub least_threshold: f64,
    /// Factor on the likeness of two claims of one document, 0 to 1. Smaller keeps an article's own claims apart.
    pub same_document: f64,
}

impl Default for AlignmentOptions {
    fn default() -> Self {
        Self { threshold: 0.32, least_threshold: 0.22, same_document: 0.85 }
    }
}

/// One claim as the alignment sees it.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    /// Index of its document in the corpus.
    pub document: usize,
    /// Its terms.
    pub terms: &'a Terms,
    /// Its words.
    pub words: &'a str,
    /// Its place among all claims in an order that does not depend on that of the documents; breaks ties.
    pub order: usize,
}

/// A term held by more than this share of all claims brings up no candidates; it says too little.
const COMMON: f64 = 0.2;

/// The fewest claims that a term must be held by to be common.
const FEWEST_COMMON: f64 = 12.0;

/// A term whose factor in a claim is smaller brings up no candidates for it.
const LEAST_FACTOR: f64 = 0.5;

/// How many claims one claim may be compared with. Larger finds partners by more common words and takes longer; ten times what the
/// largest gold story needs.
const REACH: usize = 1024;

/// How many other claims, the most alike, count for one claim when averages are taken. Smaller needs less memory and splits rows of
/// more claims than that.
const PARTNERS: usize = 128;

/// Likeness below which a pair counts as nothing in an average. Larger is faster and gives smaller rows; up to this the rows of the gold
/// stories stay the same.
const LEAST_LIKENESS: f64 = 0.1;

/// How alike the claims of a corpus are on average to the nearest of another document where they are told in words of their own, and where in much the
/// same words. Of the labelled stories those below the first have the best rows with a threshold of .22 to .25, those above the second with .32:
/// in the six of them told most freely up to a fifth more of the rows is found, and no fewer of what is found are right.
const APART: f64 = 0.26;
const ALIKE: f64 = 0.31;

/// Of fewer claims the average says little: two sentences are seldom alike by chance.
const FEWEST_CLAIMS: usize = 20;

/// Claims with the same terms, which share one row whatever else joins them.
struct Node<'a> {
    terms: &'a Terms,
    items: Vec<usize>,
    /// How many of them each document has, by document.
    documents: Vec<(usize, f64)>,
}

/// Groups claims into rows; each claim is in exactly one. Rows and their members are in the order of `items`.
pub fn align(items: &[Item<'_>], vocabulary: &Vocabulary, options: &AlignmentOptions) -> Vec<Vec<usize>> {
    let nodes = nodes(items, vocabulary, options);
    let sums = likeness(&nodes, vocabulary, options);
    let threshold = threshold(&nodes, &sums, options);
    let groups = join(&nodes, sums, threshold);
    let of_group = |group: Vec<usize>| group.into_iter().flat_map(|node| nodes[node].items.iter().copied());
    let mut rows: Vec<Vec<usize>> = groups.into_iter().map(|group| of_group(group).collect()).collect();
    rows.iter_mut().for_each(|row| row.arrange());
    rows.arrange();
    rows
}

/// Puts claims with the same terms into one node, in the order that breaks ties. Claims of so few or common terms that these alone
/// would not join them must have the same words too.
fn nodes<'a>(items: &[Item<'a>], vocabulary: &Vocabulary, options: &AlignmentOptions) -> Vec<Node<'a>> {
    let classes = classes(items.iter().map(|item| item.terms));
    let mut sorted: Vec<usize> = (0..items.len()).collect();
    sorted.arrange_by_key(|&at| items[at].order);
    let mut places: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    let mut nodes: Vec<Node<'a>> = Vec::new();
    for at in sorted {
        let Item { document, terms, words, .. } = items[at];
        let telling = similarity(terms, terms, vocabulary) * options.same_document >= options.threshold;
        let place = *places.entry((classes[at], if telling { "" } else { words })).or_insert(nodes.len());
        if place == nodes.len() {
            nodes.push(Node { terms, items: Vec::new(), documents: Vec::new() });
        }
        let node = &mut nodes[place];
        node.items.push(at);
        match node.documents.binary_search_by_key(&document, |&(document, _)| document) {
            Ok(at) => node.documents[at].1 += 1.0,
            Err(at) => node.documents.insert(at, (document, 1.0)),
        }
    }
    nodes
}

/// Works out the summed likeness of all pairs of claims of two nodes, for nodes that share a term rare enough to mean something.
fn likeness(nodes: &[Node<'_>], vocabulary: &Vocabulary, options: &AlignmentOptions) -> Vec<BTreeMap<usize, f64>> {
    let index = Index::new(nodes.iter().map(|node| node.terms), LEAST_FACTOR);
    let overlap = Overlap::new(nodes, vocabulary);
    let mut shared = vec![0.0; nodes.len()];
    let mut sums: Vec<Vec<(usize, f64)>> = vec![Vec::new(); nodes.len()];
    // Tells which nodes met a bound, so that others may have to look at them from their side.
    let mut bounded = vec![false; nodes.len()];
    let (mut candidates, mut new, mut partners) = (Vec::new(), Vec::new(), Vec::new());
    for at in 0..nodes.len() {
        let mut fill_partners = |partners: &mut Vec<(f64, usize)>, candidates: &[usize]| {
            overlap.fill(at, candidates, &mut shared);
            let likeness = candidates.iter().map(|&other| {
                let alike = likeness_of(shared[other], overlap.masses[at], overlap.masses[other]);
                (on_grid(alike * nodes[at].terms.of_one_time(nodes[other].terms)), other)
            });
            partners.clear();
            partners.extend(likeness.filter(|(value, _)| *value >= LEAST_LIKENESS));
        };
        let all = fill_candidates(&mut candidates, nodes, &index, at);
        let earlier = sums[at].len();
        // Two nodes are as alike either way round, so what earlier ones found out need not be found out again.
        new.clear();
        new.extend(candidates.iter().copied().filter(|&other| other > at || bounded[other]));
        fill_partners(&mut partners, &new);
        bounded[at] = !all || earlier + partners.len() > PARTNERS;
        if bounded[at] {
            fill_partners(&mut partners, &candidates);
        }
        if partners.len() > PARTNERS {
            partners.arrange_by(|(a, i), (b, j)| b.total_cmp(a).then(i.cmp(j)));
            partners.truncate(PARTNERS);
        }
        for &(value, other) in &partners {
            // What earlier nodes put down here, in their order, is the same.
            if sums[at][..earlier].binary_search_by_key(&other, |&(node, _)| node).is_ok() {
                continue;
            }
            let sum = pair_sum(&nodes[at], &nodes[other], value, vocabulary, options);
            sums[at].push((other, sum));
            sums[other].push((at, sum));
        }
    }
    sums.into_iter().map(|sums| sums.into_iter().gather_map()).collect()
}

/// Returns the least likeness at which groups are joined, by how alike the claims of the documents are to the nearest of another.
///
/// Reports of one agency that copy each other share most words, and what shares a third of them tells of two things; where every report is told
/// in its own words, a third is much.
fn threshold(nodes: &[Node<'_>], sums: &[BTreeMap<usize, f64>], options: &AlignmentOptions) -> f64 {
    let only_document = |node: &Node<'_>| match node.documents[..] {
        [(document, _)] => Some(document),
        _ => None,
    };
    let nearest = |at: usize| {
        let node = &nodes[at];
        let Some(document) = only_document(node) else { return 1.0 };
        let others = sums[at].iter().filter(|&(&other, _)| only_document(&nodes[other]) != Some(document));
        others.map(|(&other, sum)| sum / (node.items.len() * nodes[other].items.len()) as f64).fold(0.0, f64::max)
    };
    let claims: usize = nodes.iter().map(|node| node.items.len()).sum();
    if claims < FEWEST_CLAIMS {
        return options.threshold;
    }
    let alike: f64 = nodes.iter().enumerate().map(|(at, node)| nearest(at) * node.items.len() as f64).sum();
    let level = (alike / claims as f64 - APART) / (ALIKE - APART);
    options.least_threshold + (options.threshold - options.least_threshold) * level.clamp(0.0, 1.0)
}

/// Works out the weight that a node shares with others.
struct Overlap<'n, 'a> {
    nodes: &'n [Node<'a>],
    vocabulary: &'n Vocabulary,
    /// The nodes that hold each term, however weakly.
    index: Index,
    masses: Vec<f64>,
}

/// How many steps through the holders of terms take as long as setting one node against another. Only changes how long it takes.
const STEPS_OF_A_PAIR: usize = 32;

impl<'n, 'a> Overlap<'n, 'a> {
    fn new(nodes: &'n [Node<'a>], vocabulary: &'n Vocabulary) -> Self {
        let masses = nodes.iter().map(|node| node.terms.mass(vocabulary)).collect();
        Self { nodes, vocabulary, index: Index::new(nodes.iter().map(|node| node.terms), 0.0), masses }
    }

    /// Writes the weight that a node shares with each of some others; what stands for the rest means nothing.
    ///
    /// Either pair by pair or, where the terms of the node are held by few, term by term: sums of weights do not depend on their order.
    fn fill(&self, at: usize, others: &[usize], shared: &mut [f64]) {
        let terms = self.nodes[at].terms;
        let first = others.first().copied().unwrap_or_default();
        let holders = |term: u32| {
            let holders = self.index.holders(term);
            &holders[holders.partition_point(|&(node, _)| node < first)..]
        };
        let steps: usize = terms.entries().iter().map(|&(term, _)| holders(term).len()).sum();
        if steps > others.len() * STEPS_OF_A_PAIR {
            for &other in others {
                shared[other] = terms.shared(self.nodes[other].terms, self.vocabulary);
            }
            return;
        }
        for &other in others {
            shared[other] = 0.0;
        }
        for &(term, factor) in terms.entries() {
            let weight = self.vocabulary.weight(term);
            for &(other, theirs) in holders(term) {
                shared[other] += on_grid(factor.min(theirs) * weight);
            }
        }
    }
}

/// The bits of a word.
const BITS: usize = u64::BITS as usize;

/// Lists the nodes that a node is compared with, in their order: at most [`REACH`]. Tells whether these are all that share a term with it which is
/// rare enough.
fn fill_candidates(candidates: &mut Vec<usize>, nodes: &[Node<'_>], index: &Index, at: usize) -> bool {
    let most = (nodes.len() as f64 * COMMON).max(FEWEST_COMMON) as usize;
    let strong = nodes[at].terms.entries().iter().filter(|(_, factor)| *factor >= LEAST_FACTOR);
    let mut lists: Vec<&[(usize, f64)]> =
        strong.map(|&(term, _)| index.holders(term)).filter(|list| list.len() <= most).collect();
    // Nodes are numbered independently of documents and terms, so this order is too.
    let all = lists.iter().map(|list| list.len()).sum::<usize>() <= REACH;
    if !all {
        lists.arrange_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.iter().map(|e| e.0).cmp(b.iter().map(|e| e.0))));
    }
    let (mut found, mut room) = (vec![0_u64; nodes.len().div_ceil(BITS)], REACH);
    for list in lists {
        // Of too long a list those next to the node by the words count: claims that begin alike.
        let here = list.partition_point(|&(node, _)| node < at);
        let first = here.saturating_sub(room / 2).min(list.len().saturating_sub(room));
        let near = &list[first..list.len().min(first + room)];
        near.iter().for_each(|&(node, _)| found[node / BITS] |= 1 << (node % BITS));
        room -= near.len();
    }
    found[at / BITS] &= !(1 << (at % BITS));
    candidates.clear();
    // A bit for each node puts them in order faster than sorting does.
    for (place, mut bits) in found.into_iter().enumerate() {
        while bits != 0 {
            candidates.push(place * BITS + bits.trailing_zeros() as usize);
            bits &= bits - 1;
        }
    }
    all
}

/// Sums the likeness of all pairs of claims of two nodes; those of one document count for less.
fn pair_sum(a: &Node<'_>, b: &Node<'_>, value: f64, vocabulary: &Vocabulary, options: &AlignmentOptions) -> f64 {
    let count = |document: usize| {
        b.documents.binary_search_by_key(&document, |&(document, _)| document).map_or(0.0, |at| b.documents[at].1)
    };
    let same: f64 = a.documents.iter().map(|&(document, n)| n * count(document)).sum();
    let pairs = (a.items.len() * b.items.len()) as f64;
    let alone = if same > 0.0 { own_similarity(a.terms, b.terms, vocabulary) } else { 0.0 };
    (pairs - same) * value + same * on_grid(alone * options.same_document)
}

/// A group of nodes that is being built up.
struct Group {
    nodes: Vec<usize>,
    claims: usize,
    /// The first of its nodes; breaks ties.
    first: usize,
    /// How often it has grown, so that what the heap says of it before is known to be out of date.
    version: usize,
    /// Summed likeness to other groups; the average is the sum over all pairs of claims, unlike pairs counting as nothing.
    sums: BTreeMap<usize, f64>,
}

/// Two groups that may be joined: the more alike the greater, on a tie the one whose first nodes come first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Merge {
    /// Bits of the average, which is not negative, so that they order as it does.
    average: u64,
    firsts: Reverse<(usize, usize)>,
    groups: (usize, usize),
    versions: (usize, usize),
}

impl Merge {
    fn of(groups: &[Group], i: usize, j: usize, sum: f64, threshold: f64) -> Option<Self> {
        let (a, b) = (&groups[i], &groups[j]);
        let average = sum / (a.claims * b.claims) as f64;
        (average >= threshold).then(|| Self {
            average: average.to_bits(),
            firsts: Reverse((a.first.min(b.first), a.first.max(b.first))),
            groups: (i, j),
            versions: (a.version, b.version),
        })
    }
}

/// Joins the two groups most alike on average, again and again, until no two are alike enough.
fn join(nodes: &[Node<'_>], sums: Vec<BTreeMap<usize, f64>>, threshold: f64) -> Vec<Vec<usize>> {
    let single = |(at, sums)| Group { nodes: vec![at], claims: nodes[at].items.len(), first: at, version: 0, sums };
    let mut groups: Vec<Group> = sums.into_iter().enumerate().map(single).collect();
    let mut heap: BinaryHeap<Merge> = BinaryHeap::new();
    for (i, group) in groups.iter().enumerate() {
        heap.extend(group.sums.range(i + 1..).filter_map(|(&j, &sum)| Merge::of(&groups, i, j, sum, threshold)));
    }
    while let Some(Merge { groups: (i, j), versions, .. }) = heap.pop() {
        if (groups[i].version, groups[j].version) != versions {
            continue;
        }
        // The one with fewer neighbours is moved, so that each neighbour is moved seldom.
        let (kept, moved) = if groups[i].sums.len() < groups[j].sums.len() { (j, i) } else { (i, j) };
        let gone = &mut groups[moved];
        gone.version += 1;
        let (claims, first) = (gone.claims, gone.first);
        let (members, others) = (std::mem::take(&mut gone.nodes), std::mem::take(&mut gone.sums));
        let grown = &mut groups[kept];
        grown.version += 1;
        grown.nodes.extend(members);
        grown.claims += claims;
        grown.first = grown.first.min(first);
        grown.sums.remove(&moved);
        for (other, sum) in others {
            if other != kept {
                *groups[kept].sums.entry(other).or_insert(0.0) += sum;
                groups[other].sums.remove(&moved);
                *groups[other].sums.entry(kept).or_insert(0.0) += sum;
            }
        }
        let grown = &groups[kept];
        heap.extend(grown.sums.iter().filter_map(|(&other, &sum)| Merge::of(&groups, kept, other, sum, threshold)));
    }
    groups.into_iter().map(|group| group.nodes).filter(|nodes| !nodes.is_empty()).collect()
}

#[cfg(test)]
mod tests;
