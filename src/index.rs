//! Claims by their terms, so that whoever looks for claims like a given one reads only those that share a term with it.
//!
//! A step of its own because rows and the nearest sentence of an omission look in the same way, and because comparing every claim with
//! every other one is what makes fifty articles slow.

use crate::order::Arrange as _;
use crate::similarity::Terms;

/// The claims that hold each term, in their order, each with the factor of the term there.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    /// Where the list of each term begins in `holders`; one more at the end.
    starts: Vec<usize>,
    holders: Vec<(usize, f64)>,
}

impl Index {
    /// Indexes claims by those of their terms whose factor is at least `least`, in time linear in the number of terms.
    pub(crate) fn new<'t>(claims: impl Iterator<Item = &'t Terms> + Clone, least: f64) -> Self {
        let entries = || {
            let all = claims.clone().enumerate().flat_map(|(at, terms)| terms.entries().iter().map(move |e| (at, *e)));
            all.filter(|(_, (_, factor))| *factor >= least)
        };
        let terms = entries().map(|(_, (term, _))| term as usize + 1).max().unwrap_or(0);
        let mut starts = vec![0; terms + 1];
        for (_, (term, _)) in entries() {
            starts[term as usize + 1] += 1;
        }
        for at in 0..terms {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut holders = vec![(0, 0.0); starts[terms]];
        for (claim, (term, factor)) in entries() {
            holders[next[term as usize]] = (claim, factor);
            next[term as usize] += 1;
        }
        Self { starts, holders }
    }

    /// Returns the claims that hold a term, in their order, each with the factor it has there.
    pub(crate) fn holders(&self, term: u32) -> &[(usize, f64)] {
        match (self.starts.get(term as usize), self.starts.get(term as usize + 1)) {
            (Some(&start), Some(&end)) => &self.holders[start..end],
            _ => &[],
        }
    }
}

/// Numbers claims so that those with the same terms by the same factors, and no others, have the same number.
pub(crate) fn classes<'t>(claims: impl Iterator<Item = &'t Terms>) -> Vec<usize> {
    let claims: Vec<&[(u32, f64)]> = claims.map(Terms::entries).collect();
    let key = |at: usize| claims[at].iter().map(|&(term, factor)| (term, factor.to_bits()));
    let mut sorted: Vec<usize> = (0..claims.len()).collect();
    sorted.arrange_by(|&a, &b| key(a).cmp(key(b)));
    let mut numbers = vec![0; claims.len()];
    for pair in sorted.windows(2) {
        numbers[pair[1]] = numbers[pair[0]] + usize::from(!key(pair[0]).eq(key(pair[1])));
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_leads_to_the_claims_that_hold_it_strongly_enough() {
        let claims = [Terms::of(&[(0, 1.0), (2, 0.5)]), Terms::of(&[]), Terms::of(&[(2, 1.0), (3, 0.15)])];
        let index = Index::new(claims.iter(), 0.5);
        assert_eq!(index.holders(2), [(0, 0.5), (2, 1.0)]);
        assert_eq!(index.holders(0), [(0, 1.0)]);
        assert!(index.holders(1).is_empty() && index.holders(3).is_empty() && index.holders(99).is_empty());
        assert!(Index::new([].iter(), 0.0).holders(0).is_empty());
    }

    #[test]
    fn claims_of_one_class_have_the_same_terms_and_factors() {
        let lists: [&[(u32, f64)]; 5] = [&[(1, 1.0)], &[(1, 0.5)], &[(1, 1.0)], &[], &[(1, 1.0), (2, 1.0)]];
        let claims = lists.map(Terms::of);
        let classes = classes(claims.iter());
        for (a, x) in lists.iter().enumerate() {
            for (b, y) in lists.iter().enumerate() {
                assert_eq!(x == y, classes[a] == classes[b]);
            }
        }
    }
}
