//! Rows of aligned claims by documents: the statement of each row, its cells, its verdict, and the order of rows.
//!
//! A step of its own because a stance is always towards the statement of a row: the member that most of the others are close to, and
//! that says it flatly, gives the statement, whichever document it stands in. The order of the documents changes nothing but that of the
//! columns: all ties are broken by words.

mod analyzer;
mod crossing;
mod detail;
mod divided;
mod hidden;
mod leftover;
mod loosen;
mod meant;
mod nearest;
mod person;
mod phrasing;
mod rare_words;
mod rejoin;
mod statement;

use crate::ablation::is_out;
use crate::alignment::{Item, align};
use crate::claim::entity::Names;
use crate::claim::{Claim, Read, before_joint};
use crate::comparison::{COMPARISON_FORMAT, Cell, Comparison, Cue, Evidence, Generator, JudgedBy, Reason, Row};
use crate::document::{Corpus, Document};
use crate::index::classes;
use crate::language::Language;
use crate::order::Arrange as _;
use crate::similarity::{Figure, TermTable, similarity, terms};
use crate::span::{CodePoints, Span};
use crate::stance::pair::Side;
use crate::stance::reason::{Grounds, QuotedCue, sentence, source_name};
use crate::stance::reliability::confidence as trusted;
use crate::stance::{Finding, RuleName, Stance, Voice, passage::judge_passages};
pub use analyzer::Analyzer;
use analyzer::Known;
use nearest::{Near, Omissions, Search};
use serde::{Deserialize, Serialize};

/// What a row amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Two or more support, none contradicts, hedges or partly supports.
    Agreed,
    /// Two or more speak, with partly or hedges among them, none contradicts.
    Qualified,
    /// At least one contradicts.
    Disputed,
    /// One document speaks.
    SingleSource,
}

impl Verdict {
    /// Returns what it is called in comparison/1.
    pub fn name(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Qualified => "qualified",
            Self::Disputed => "disputed",
            Self::SingleSource => "single-source",
        }
    }

    /// Returns what a row of these stances amounts to.
    pub fn of(stances: impl Iterator<Item = Stance>) -> Self {
        let (mut speaking, mut qualified) = (0, false);
        for stance in stances {
            match stance {
                Stance::Contradicts => return Self::Disputed,
                Stance::Partly | Stance::Hedges => qualified = true,
                Stance::Supports | Stance::Omits | Stance::Unjudged => {}
            }
            speaking += usize::from(stance.speaks());
        }
        if speaking < 2 {
            Self::SingleSource
        } else if qualified {
            Self::Qualified
        } else {
            Self::Agreed
        }
    }
}

/// Returns how much a row of these stances divides the documents that speak of it, 0 to 1.
pub fn division(stances: impl Iterator<Item = Stance>) -> f64 {
    let weight = |stance| match stance {
        Stance::Contradicts => 1.0,
        Stance::Hedges => 0.5,
        Stance::Partly => 0.35,
        _ => 0.0,
    };
    let (mut strongest, mut sum, mut speaking) = (0.0_f64, 0.0, 0.0);
    for stance in stances.filter(|stance| stance.speaks()) {
        strongest = strongest.max(weight(stance));
        sum += weight(stance);
        speaking += 1.0;
    }
    let spread = if speaking > 1.0 { sum / (speaking - 1.0) } else { 0.0 };
    round((0.8 * strongest + 0.2 * spread).min(1.0))
}

/// Everything worked out about a corpus before rows are judged.
struct Reading<'c> {
    corpus: &'c Corpus,
    /// Tells of each document whether the analysis knows its language.
    analysed: Vec<bool>,
    reads: Vec<Vec<Read>>,
    /// The sentences of each document as quotations.
    quotations: Vec<Vec<Evidence>>,
    /// Who and what the documents name.
    names: Names,
    claims: Vec<Claim>,
    table: TermTable,
    /// The figures of each document.
    figures: Vec<Vec<Figure>>,
    points: Vec<CodePoints<'c>>,
    /// What a reason calls each document.
    labels: Vec<String>,
    /// The language of reasons.
    language: Language,
    /// The place of each claim among all in an order that does not depend on that of the documents; breaks ties.
    order: Vec<usize>,
    /// The same number for claims of the same terms; empty until all claims are there.
    classes: Vec<usize>,
    /// Which pronouns stand for whom; empty until then too.
    pronouns: meant::Pronouns,
    /// What each document is that does not tell a claim, and why; empty until then too.
    silences: Vec<(Stance, Reason)>,
}

/// Compares the documents of a corpus claim by claim.
///
/// Never fails: odd text gives fewer claims. The answer depends on nothing but its arguments.
pub fn analyze(corpus: &Corpus, options: &crate::Options) -> Comparison {
    compare(corpus, &mut corpus.documents.iter().map(Known::new).collect::<Vec<_>>(), options)
}

/// Compares the documents of a corpus, of each of which is known what hangs on it alone.
fn compare(corpus: &Corpus, known: &mut [Known], options: &crate::Options) -> Comparison {
    let mut reading = Reading::new(corpus, known, options.language);
    let groups = align(&reading.items(), &reading.table.vocabulary, &options.alignment);
    let mut search = Search::new(&reading);
    let groups = if is_out("step", "loosen") { groups } else { reading.loosened(groups) };
    let groups = if is_out("step", "rare-words") { groups } else { reading.join_by_rare_words(groups) };
    let groups = if is_out("step", "details") { groups } else { reading.with_details(groups) };
    let groups = if is_out("step", "crossings") { groups } else { reading.with_crossings(groups) };
    let groups = if is_out("step", "leftovers") { groups } else { reading.with_leftovers(groups) };
    let groups = if is_out("step", "ages") { groups } else { reading.with_ages(groups) };
    let groups = if is_out("step", "roles") { groups } else { reading.with_roles(groups) };
    let groups = if is_out("step", "rejoin") { groups } else { reading.rejoined(groups) };
    reading.settle();
    let groups = reading.undivided(groups);
    let mut rows: Vec<(Row, (usize, usize))> = groups.iter().map(|group| reading.row(group, &mut search)).collect();
    // Most divided first; ties by where the statement stands, documents compared by their words so that their order does not matter.
    rows.arrange_by(|(a, key_a), (b, key_b)| b.division.total_cmp(&a.division).then_with(|| key_a.cmp(key_b)));
    let claims = rows.into_iter().enumerate().map(|(at, (row, _))| Row { id: format!("c{}", at + 1), ..row }).collect();
    for ((known, reads), quotations) in known.iter_mut().zip(reading.reads).zip(reading.quotations) {
        (known.reads, known.quotations) = (reads, quotations);
    }
    Comparison {
        format: COMPARISON_FORMAT.to_owned(),
        corpus: corpus.clone(),
        generator: Generator { name: "news-compare".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
        review: None,
        corrections: None,
        claims,
    }
}

fn words<'c>(corpus: &'c Corpus, claim: &Claim) -> &'c str {
    claim.extent().slice(&corpus.documents[claim.document].text)
}

/// Gives each claim its place in an order that does not depend on that of the documents: by its words, then by those of its document.
/// `before` are the places among the first of the claims, where they are known.
fn order(corpus: &Corpus, claims: &[Claim], before: &[usize]) -> Vec<usize> {
    let documents = &corpus.documents;
    let by_words = places(documents.len(), &[], |at| {
        let Document { text, outlet, title, published, id, .. } = &documents[at];
        (text, outlet, title, published, id)
    });
    places(claims.len(), before, |at| {
        let words = words(corpus, &claims[at]);
        (beginning(words), words, by_words[claims[at].document], at)
    })
}

/// Puts the first letters of a text into a number that orders as they do: most texts differ there, and a number is compared faster.
fn beginning(text: &str) -> u64 {
    let mut first = [0; 8];
    first.iter_mut().zip(text.bytes()).for_each(|(place, byte)| *place = byte);
    u64::from_be_bytes(first)
}

/// Gives each of so many things its place when they are sorted by a key; what is nearly in order is sorted faster, so the places that the
/// first of them had before help.
fn places<K: Ord>(count: usize, before: &[usize], key: impl Fn(usize) -> K) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..count).collect();
    before.iter().enumerate().for_each(|(at, &place)| sorted[place] = at);
    let keys: Vec<K> = (0..count).map(key).collect();
    sorted.arrange_by(|&a, &b| keys[a].cmp(&keys[b]));
    let mut places = vec![0; count];
    for (place, at) in sorted.into_iter().enumerate() {
        places[at] = place;
    }
    places
}

fn round(x: f64) -> f64 {
    (x * 100.0).round() / 100.0
}

impl<'c> Reading<'c> {
    /// Puts together what is known of all documents of a corpus; what was read of them is taken and must be given back.
    fn new(corpus: &'c Corpus, known: &mut [Known], language: Language) -> Self {
        let analysed = known.iter().map(|known| known.analysed).collect();
        let reads: Vec<Vec<Read>> = known.iter_mut().map(|known| std::mem::take(&mut known.reads)).collect();
        let quotations = known.iter_mut().map(|known| std::mem::take(&mut known.quotations)).collect();
        let mut names = Names::default();
        known.iter().for_each(|known| names.join(&known.names));
        let of_document = |(document, known): (usize, &Known)| {
            known.claims.iter().map(|claim| Claim { document, ..claim.clone() }).collect::<Vec<_>>()
        };
        let claims: Vec<Claim> = known.iter().enumerate().flat_map(of_document).collect();
        let table = terms(&reads, known.iter().map(|known| &known.words), &claims, &names);
        let points = corpus.documents.iter().map(|d| CodePoints::new(&d.text)).collect();
        let name = |(i, d): (usize, &Document)| source_name(language, i, d.outlet.as_deref());
        let labels = corpus.documents.iter().enumerate().map(name).collect();
        let mut figures = vec![Vec::new(); corpus.documents.len()];
        for (claim, of_claim) in claims.iter().zip(&table.figures) {
            figures[claim.document].extend(of_claim.iter().cloned());
        }
        let order = order(corpus, &claims, &[]);
        Self {
            corpus,
            analysed,
            reads,
            quotations,
            names,
            claims,
            table,
            figures,
            points,
            labels,
            language,
            order,
            classes: Vec::new(),
            pronouns: meant::Pronouns::new(),
            silences: Vec::new(),
        }
    }

    /// Works out what hangs on all claims, once there are no more.
    fn settle(&mut self) {
        if self.order.len() < self.claims.len() {
            self.order = order(self.corpus, &self.claims, &self.order);
        }
        self.classes = classes(self.table.claims.iter());
        self.pronouns = self.pronouns();
        self.silences = self.silences();
    }

    /// Returns the claims as the alignment sees them.
    fn items(&self) -> Vec<Item<'_>> {
        let claims = self.claims.iter().zip(&self.table.claims).zip(&self.order);
        let item = |((claim, terms), order): ((&Claim, _), &usize)| Item {
            document: claim.document,
            terms,
            words: words(self.corpus, claim),
            order: *order,
        };
        claims.map(item).collect()
    }
}

impl Reading<'_> {
    fn text(&self, claim: usize) -> &str {
        &self.corpus.documents[self.claims[claim].document].text
    }

    fn side(&self, claim: usize) -> Side<'_> {
        let c = &self.claims[claim];
        Side {
            text: self.text(claim),
            read: &self.reads[c.document][c.sentence],
            claim: c,
            terms: &self.table.claims[claim],
            tokens: &self.table.tokens[c.document][c.sentence],
            figures: &self.table.figures[claim],
            document_figures: &self.figures[c.document],
        }
    }

    fn alike(&self, a: usize, b: usize) -> f64 {
        similarity(&self.table.claims[a], &self.table.claims[b], &self.table.vocabulary)
    }

    /// Makes one row, with the key that orders it among equals.
    fn row(&self, group: &[usize], search: &mut Search) -> (Row, (usize, usize)) {
        let mut anchor = self.anchor(group);
        let mut cells = self.cells(group, anchor, search);
        let disputed = |cells: &[Cell]| cells.iter().any(|cell| cell.stance == Stance::Contradicts);
        if !is_out("step", "hidden") && !disputed(&cells) {
            for other in self.disputing(group, anchor) {
                let judged = self.cells(group, other, search);
                if disputed(&judged) {
                    (anchor, cells) = (other, judged);
                    break;
                }
            }
        }
        let stances = || cells.iter().map(|cell| cell.stance);
        let (verdict, division) = (Verdict::of(stances()), division(stances()));
        let key = (self.claims[anchor].extent().start, self.order[anchor]);
        (
            Row {
                id: String::new(),
                statement: self.statement(anchor),
                verdict,
                division,
                cells,
                verdict_by: None,
                statement_by: None,
                note: None,
            },
            key,
        )
    }

    /// Judges what each document does with the statement that a claim of a row gives.
    fn cells(&self, group: &[usize], anchor: usize, search: &mut Search) -> Vec<Cell> {
        let nearest = search.nearest(self, anchor);
        let mut omissions = Omissions::of(self, anchor);
        let of_document = |(document, near)| self.cell(group, &mut omissions, document, near);
        nearest.into_iter().enumerate().map(of_document).collect()
    }

    fn evidence(&self, document: usize, spans: &[Span]) -> Vec<Evidence> {
        spans.iter().map(|s| Evidence::new(&self.points[document], &self.corpus.documents[document].text, *s)).collect()
    }

    fn cue(&self, document: usize, span: Span) -> Cue {
        let (Document { id, text, .. }, points) = (&self.corpus.documents[document], &self.points[document]);
        let (start, end) = (points.before(span.start), points.before(span.end));
        Cue { document: id.clone(), start, end, exact: span.slice(text).to_owned() }
    }

    fn cell(&self, group: &[usize], omissions: &mut Omissions<'_>, document: usize, nearest: Option<Near>) -> Cell {
        let anchor = omissions.anchor;
        // The members of a row stand document by document.
        let from = group.partition_point(|&m| self.claims[m].document < document);
        let members = &group[from..];
        let members = &members[..members.partition_point(|&m| self.claims[m].document <= document)];
        let home = self.claims[anchor].document;
        if members.is_empty() {
            return self.silent(omissions, document, nearest);
        }
        let mut spans: Vec<Span> = members.iter().flat_map(|&m| self.shown(m)).collect();
        spans.arrange();
        let (finding, member) = if document == home {
            let finding = Finding::new(Stance::Supports, RuleName::Statement, 0.95);
            (finding, anchor)
        } else {
            // Of several passages the one closest to the statement comes first; on a tie one in the same words, which "rose" and "may
            // rise" are not, then the earlier.
            let statement = words(self.corpus, &self.claims[anchor]);
            let mut ranked: Vec<(f64, bool, usize)> = members
                .iter()
                .map(|&m| (self.alike(anchor, m), words(self.corpus, &self.claims[m]) == statement, m))
                .collect();
            let level = |value: f64| (value * 1e9).round();
            ranked.arrange_by(|x, y| level(y.0).total_cmp(&level(x.0)).then(y.1.cmp(&x.1)).then(x.2.cmp(&y.2)));
            let passages: Vec<Side<'_>> = ranked.iter().map(|&(.., m)| self.side(m)).collect();
            match judge_passages(self.side(anchor), &passages, &self.table.vocabulary) {
                Some((at, finding)) => (finding, ranked[at].2),
                None => return self.silent(omissions, document, nearest),
            }
        };
        let mut cues = finding.cues();
        if finding.rule == RuleName::PartOfIt {
            // What another passage of the document says is not missing.
            cues.retain(|&(_, cue)| !members.iter().any(|&other| self.says(other, cue.slice(self.text(anchor)))));
        }
        let cues =
            cues.into_iter().map(|(judged, span)| self.cue(if judged { document } else { home }, span)).collect();
        let reason = self.reason(finding.rule, finding.stance, cues, home, document);
        let claim = &self.claims[member];
        Cell {
            document: self.corpus.documents[document].id.clone(),
            stance: finding.stance,
            voice: Some(claim.voice),
            speaker: if claim.voice == Voice::Attributed { claim.speaker.clone() } else { None },
            confidence: round(trusted(finding.rule.as_str(), finding.stance, finding.confidence)),
            judged_by: JudgedBy::Rule,
            reasons: vec![reason],
            evidence: self.evidence(document, &spans),
            nearest: None,
        }
    }

    /// Returns the words of a claim that show what its document does with the statement: without a detail at their end that documents give
    /// differently and that a row of its own quotes. In the middle it stays, where a hole would be harder to read than the detail.
    fn shown(&self, member: usize) -> Vec<Span> {
        let claim = &self.claims[member];
        let read = &self.reads[claim.document][claim.sentence];
        let mut spans = claim.spans.clone();
        let (Some(last), Some(tokens)) = (spans.last_mut(), claim.tokens.last()) else { return spans };
        let text = &self.corpus.documents[claim.document].text;
        let ends = |apart: &&Span| {
            let rest = Span::new(apart.end.min(last.end), last.end);
            last.start < apart.start && apart.start < last.end && !rest.slice(text).contains(char::is_alphanumeric)
        };
        if let Some(apart) = claim.differing.iter().find(ends)
            && !self.is_bare(member)
            && !self.is_torn(member)
        {
            let kept = before_joint(read, tokens.start..read.tokens_of(*apart).start.max(tokens.start));
            if !kept.is_empty() {
                last.end = read.tokens[kept.end - 1].span.end;
            }
        }
        spans
    }

    /// Tells whether the sentence of a claim holds these words.
    fn says(&self, claim: usize, words: &str) -> bool {
        let claim = &self.claims[claim];
        let span = self.reads[claim.document][claim.sentence].sentence.span;
        span.slice(&self.corpus.documents[claim.document].text).to_lowercase().contains(&words.to_lowercase())
    }

    /// Puts a rule and its cues into words.
    fn reason(&self, rule: RuleName, stance: Stance, cues: Vec<Cue>, home: usize, document: usize) -> Reason {
        let judged = &self.corpus.documents[document].id;
        let quoted = cues.iter().map(|cue| QuotedCue::new(cue.document == *judged, &cue.exact)).collect();
        let grounds = Grounds { rule, stance, home: &self.labels[home], judged: &self.labels[document], cues: quoted };
        let text = sentence(self.language, &grounds).unwrap_or_default();
        Reason { rule: rule.as_str().to_owned(), text, cues }
    }
}
