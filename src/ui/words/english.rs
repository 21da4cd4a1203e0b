//! The English table.

use super::super::state::Mode;
use super::{Forms, Judged, Table};
use crate::export::Format;
use crate::language::Language;
use crate::matrix::Verdict;
use crate::reconciliation::{Agreement, Kind};
use crate::stance::Stance;
use crate::wording;

pub(super) static TABLE: Table = Table {
    join: |names| match names {
        [] => String::new(),
        [one] => one.clone(),
        [many @ .., last] => format!("{} and {last}", many.join(", ")),
    },
    quoted: |words| format!("“{words}”"),
    counts: ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"],
    articles: Forms { one: "article", many: "articles", other: "articles" },
    claims: Forms { one: "claim", many: "claims", other: "claims" },
    words: Forms { one: "word", many: "words", other: "words" },
    judgements: Forms { one: "judgement", many: "judgements", other: "judgements" },

    stance: |stance| wording::stance(Language::English, stance),
    stance_meaning: |stance| match stance {
        Stance::Supports => "The source says the same.",
        Stance::Partly => "The source says part of it, or the same with another detail.",
        Stance::Hedges => {
            "The source gives it as possible or unconfirmed where another is flat, or the other way round."
        }
        Stance::Contradicts => "The source says what cannot be true together with it.",
        Stance::Omits => "The source says nothing of it.",
        Stance::Unjudged => "It cannot be judged: an excerpt, or a language that is not analysed yet.",
    },
    verdict: |verdict| wording::verdict(Language::English, verdict),
    verdict_heading: |verdict, only| match (verdict, only) {
        (Verdict::Agreed, _) => "Agreed".to_owned(),
        (Verdict::Qualified, _) => "Told differently".to_owned(),
        (Verdict::Disputed, _) => "Disputed".to_owned(),
        (Verdict::SingleSource, Some(name)) => format!("Only in {name}"),
        (Verdict::SingleSource, None) => "Told by one source".to_owned(),
    },
    voice: |voice, speaker| wording::voice(Language::English, voice, speaker),
    sure: ["very sure", "fairly sure", "rather sure", "not very sure"],
    by_person: wording::by_person(Language::English),
    note: wording::note(Language::English),
    by_rule: |rules| format!("rule: {rules}"),

    untitled: wording::untitled(Language::English),
    summary: |articles, claims, judged, words| match judged {
        Judged::Pending => format!("{articles}. Nothing leaves this device."),
        Judged::Here => format!("{articles}, {claims}. Worked out on this device; nothing was sent anywhere."),
        Judged::Corrected(count) => format!(
            "{articles}, {claims}. Worked out on this device, with {} by a person; nothing was sent anywhere.",
            words.count(words.judgements, *count)
        ),
        Judged::Program(name) => {
            format!("{articles}, {claims}. Compared beforehand by {name}; nothing leaves this device.")
        }
        Judged::Both(name, count) => format!(
            "{articles}, {claims}. Compared beforehand by {name}, with {} by a person; nothing leaves this device.",
            words.count(words.judgements, *count)
        ),
        Judged::Person => {
            format!("{articles}, {claims}. Every judgement is a person’s; nothing leaves this device.")
        }
    },
    some_program: "another program",
    one_article: "There is only one article here, so there is nothing to compare it with: each claim below is told by it alone.",
    nothing_shared: "No claim is told by more than one of these articles.",
    nothing_differs: "No difference was found: whatever more than one article tells, they tell alike.",
    is_excerpt: |names, several| {
        if several {
            format!("{names} are excerpts: what they do not mention may stand in the parts that are missing.")
        } else {
            format!("{names} is an excerpt: what it does not mention may stand in the part that is missing.")
        }
    },
    not_judged: |names, several| format!("{names} could not be judged. {}", read_only(several)),
    not_english: |names, several| {
        let seem = if several { "do not seem" } else { "does not seem" };
        format!("{names} {seem} to be in English, the one language analysed so far. {}", read_only(several))
    },
    other_language: |names, several| {
        let are = if several { "are in languages that are" } else { "is in a language that is" };
        format!("{names} {are} not analysed yet. {}", read_only(several))
    },
    shows_only: "This copy of News Compare shows finished comparisons and makes none. Give it a comparison, or use the whole program.",
    cannot_compare: "These articles cannot be compared.",

    bar: "Claims by verdict; press to show only these",
    source_forms: Forms { one: "source", many: "sources", other: "sources" },
    independent: |all, independent| format!("{all}, {independent} independent."),
    same_text: |names| format!("{names} print nearly the same text."),
    same_text_head: "same text",
    glance: "What each source tells",
    coverage: |shared, alone, omitted| format!("{shared} shared, {alone} alone, {omitted} not told"),
    counted_once: |names| format!("{names} print nearly the same text here: count them as one."),
    not_printed: |names| format!("Closed on the screen, and not printed: {names}."),
    skip_claims: "Skip the claims",
    legend: "Signs",
    claims_heading: "Claims",
    claim_heading: "Claim",
    comparing: "Comparing the articles, claim by claim …",
    stop: "Stop",
    stopped: "The comparison was stopped. The articles can be read.",
    resume: "Compare them",
    progress: "Comparing",
    no_claims: "No claims were found in these texts.",
    no_match: "No claim fits these filters.",
    clear_filters: "Clear filters",
    matrix: "Matrix of claims and sources",
    caption: |articles| {
        format!(
            "Matrix of {articles}: what each source does with each claim. Choosing a claim or a cell opens the quotations below it and marks the words in the articles; the arrow keys move among claims and cells, Escape closes."
        )
    },
    some_shown: |some, all| format!("{some} of {all} shown."),
    all_shown: |all| format!("All {all} shown."),
    order: "Order of the claims",
    order_divided: "Most divided first",
    order_text: |name| format!("As {name} tells it"),
    order_verdict: "Disputed first, then by verdict",
    by_source: "Claims by source",
    any_source: "All sources",
    left_out: |name| format!("What {name} leaves out"),
    only_in: |name| format!("Only in {name}"),
    voice_choice: "Claims by voice",
    voice_any: "Any voice",
    voice_own: "In a source’s own voice",
    voice_attributed: "Attributed to others",
    find: "Find in claims and quotes",

    untold: |names| format!("Not told by {names}."),
    unjudged: |names| format!("Not judged: {names}."),
    nearest: |name| format!("Not told by {name}. The closest it comes:"),
    not_in_text: "(these words are not in the article’s text)",
    close: "Close",
    save: "Save",
    save_heading: "Save this comparison",
    save_as: |format| match format {
        Format::Comparison => "Save as data (JSON)",
        Format::Annotations => "Save as web annotations (JSON-LD)",
        Format::Schema => "Save for search engines (schema.org)",
        Format::Csv | Format::CsvMarked => "Save as table (CSV)",
        Format::Markdown => "Save as text (Markdown)",
    },
    save_note: "The file is made in this browser; nothing is sent.",
    copy: "Copy as quotation",
    copied: "Copied",
    copy_by_hand: "This page may not write to the clipboard. Copy it from here:",
    show: "Show in article",
    show_of: |name| format!("of {name}"),

    reading_group: "Articles to read beside each other",
    reading: "Reading",
    tabs: "Claims or one of the articles",
    open_claim: "Open this claim",
    excerpt: "excerpt",
    original: "original",
    original_of: |name| format!("article of {name}, in a new tab"),
    text_of: |name| format!("Text of {name}"),
    strip: |counts| format!("Passages of this article: {counts}"),
    marked: |verdict, count, first| match count {
        0 | 1 => format!("{verdict}: {first}"),
        _ => format!("{verdict}; {count} claims share these words: {first}"),
    },
    foot_nearest: |name| format!("{name} does not tell this claim; the closest passage is outlined."),
    foot_untold: |name| format!("{name} does not tell this claim."),
    foot_unjudged: |name| format!("{name} could not be judged on this claim."),
    shared_words: "Claims that share these words",
    move_pane: |name| format!("Move {name}: drag, or press the left or right arrow key"),
    pin: |name| format!("Keep {name} first"),
    close_pane: |name| format!("Close {name}"),
    swap: |name| format!("Read another article in place of {name}"),
    beside: "Read it beside the articles",
    more: |number, claims| format!("Show {number} more {claims}"),
    kind: |kind| match kind {
        Kind::Number => "Numbers",
        Kind::Date => "Dates",
        Kind::Time => "Times of day",
        Kind::Name => "Names",
    },
    agreement: |agreement| match agreement {
        Agreement::Different => "not the same",
        Agreement::Compatible => "some more exact than others",
        Agreement::Same => "the same",
    },
    about: "About",
    go_together: "How they go together",
    given: "Given by",
    not_given: "not given",
    no_values: "No number, date or name is given for the same thing by two articles.",
    no_values_shown: "None of the claims shown has a number, date or name that two articles give for the same thing.",
    differences: Forms { one: "difference", many: "differences", other: "differences" },
    difference_at: |at, all| format!("Difference {at} of {all}"),
    previous: "Previous difference",
    next: "Next difference",
    together: "Scroll together",
    modes: "Ways to read",
    mode: |mode| match mode {
        Mode::Compare => "Side by side",
        Mode::InOrder => "Read in order",
        Mode::Values => "Numbers and names",
    },
    keys: "Keys",
    all_keys: &[
        (&["n"], "Next difference"),
        (&["p"], "Previous difference"),
        (&["↑", "↓", "←", "→"], "Move among claims and cells, or among the marked words of an article"),
        (&["Home", "End"], "To the claim, or to its last cell; with Ctrl to the first or last claim"),
        (&["PgUp", "PgDn"], "A screenful of claims up or down"),
        (&["Enter"], "Open or close a claim"),
        (&["Space"], "On marked words: open their claim and stay in the article"),
        (&["/"], "Find in claims and quotes"),
        (&["Esc"], "Close, and go back to where it was opened"),
        (&["?"], "This list"),
    ],
};

/// Says of articles that are not judged what becomes of them.
fn read_only(several: bool) -> &'static str {
    if several {
        "They can be read here and count as “not judged”."
    } else {
        "It can be read here and counts as “not judged”."
    }
}
