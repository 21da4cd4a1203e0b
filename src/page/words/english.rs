//! The English table.

use super::{Table, View};
use crate::correction::{Change, Misfit};
use crate::lesson::{Step, Way};
use crate::page::drafts::Field;
use crate::page::guides::Guide;
use crate::stance::RuleName;
use crate::ui::words::Forms;

pub(super) static TABLE: Table = Table {
    other_language: "Español",
    other_tag: "es",
    views: "Views",
    view: |view| match view {
        View::Compare => "Compare",
        View::Lesson => "Lesson",
        View::Worksheet => "Worksheet",
        View::Stories => "Stories",
        View::Correct => "Correct",
        View::Bring => "Your articles",
        View::Take => "Take it along",
        View::Guides => "Guides",
    },

    stories_heading: "Choose a story",
    stories_lead: "Each is compared on this device when you open it. The invented ones are written for lessons: places, people and outlets do not exist.",
    story_given: "The story this page was made with.",
    story_own: "Your own articles.",
    open_story: |title| format!("Open “{title}”"),
    story_choose: "Open",
    story_open: "Open (chosen now)",
    questions: "Five questions to talk about",

    steps: "Steps of the lesson",
    step: |step| match step {
        Step::Prepare => "Prepare",
        Step::Predict => "Predict",
        Step::Reveal => "Reveal",
        Step::Compare => "Compare answers",
    },
    lesson_on: |title| format!("A lesson with {title}"),
    other_story: "Choose another story",
    on_paper: "Print articles and worksheet",
    how_to_teach: "Read the teacher’s page",
    how: "How the class answers",
    way: |way| match way {
        Way::Hands => "By show of hands",
        Way::Own => "Each on their own computer",
        Way::Student => "This is a student’s computer",
        Way::Show => "Only show the claims",
    },
    way_hint: |way| match way {
        Way::Hands => "One claim at a time on the wall; you type how many hands are up.",
        Way::Own => "Students open this page, choose the next line, and hand you a file or a code.",
        Way::Student => "Claim by claim, with the articles; at the end a file or a code for the teacher.",
        Way::Show => "One claim at a time in large type, what the sources do with it at a press.",
    },
    what: "What is asked",
    how_many: "How many claims",
    all_of: |claims| format!("all {claims}"),
    mixed: "They are mixed, as far as the story has each kind: shared by all, told differently, disputed, of a single source.",
    one_by_one: "Choose them one by one",
    blind: "Hide the names of the outlets",
    blind_hint: "They are called A, B, C, also inside the texts: the class judges the words, not the logo.",
    timer: "Timer",
    no_timer: "none",
    minutes: Forms { one: "minute", many: "minutes", other: "minutes" },
    timer_start: "Start",
    timer_stop: "Pause",
    time_up: "Time is up.",
    begin: "Begin",
    claim_at: |at, all| format!("Claim {at} of {all}"),
    hands_lead: "What does each source do with it? How many say so?",
    hands_for: |what| format!("Hands for: {what}"),
    one_more: |what| format!("One more for: {what}"),
    own_heading: "Everybody answers alone",
    own_steps: [
        "Open this page and, under Stories, the same story.",
        "Under Lesson choose “This is a student’s computer”, and begin.",
        "Choose a sign for each source, claim by claim.",
        "Save the answers as a file, or show the code, and hand it over.",
    ],
    own_asks: |claims, same| {
        let counts = if same { "Answers to other claims do not count." } else { "Whatever they answer counts." };
        format!("On the students’ computers choose the same number: {claims}. {counts}")
    },
    own_story: |title, blind| {
        let hide = if blind { " Hide the names of the outlets there too." } else { "" };
        format!("The story is “{title}”.{hide}")
    },
    collect: "Answers of the class",
    came: |counted, out, words| match (counted, out) {
        (0, 0) => "No answers have come yet.".to_owned(),
        (_, 0) => format!("Answers of {} came.", words.screen.count(words.students_forms, counted)),
        _ => format!(
            "Answers of {} came; {} left out.",
            words.screen.count(words.students_forms, counted),
            words.screen.count(words.files, out)
        ),
    },
    students_forms: Forms { one: "student", many: "students", other: "students" },
    files: Forms { one: "file or code", many: "files or codes", other: "files or codes" },
    collect_hint: "Drop all files here at once, or choose them. They stay on this computer.",
    choose_files: "Choose files",
    forget: "Start again without them",
    paste: "Type or paste codes",
    paste_label: "Codes, with or without names, as many as you like",
    paste_take: "Take them in",
    left_out: "Left out",
    student_lead: "What does each source do with it? Look in the articles below.",
    answered: |done, all| format!("{done} of {all} answered"),
    the_articles: "The articles",
    paragraph: |number| format!("Paragraph {number}."),
    hand_over: "Hand over the answers",
    your_name: "Your name, or leave it empty",
    save_file: "Save as a file",
    show_code: "Show as a code",
    hand_over_hint: "In it are the name, the signs and which story it is; nothing else. Nothing is sent: give it to the teacher yourself.",
    code_label: "The code: copy all of it",
    what_does_each: "What does each source do with it?",
    not_yet: "still hidden",
    votes: |votes| format!("The class: {votes}"),
    show: "Show",
    next_claim: "Next claim",
    next_step: "Next step",
    back: "Back",
    clicker: "Page Down and Page Up, or a clicker, do the same.",
    no_votes: "There are no answers to compare yet.",
    with_key: "With the key",
    same_answers: "Answers as in the key",
    of_answers: |same, all| format!("{same} of {all} answers"),
    most_of_class: "Cells in which most say as the key",
    of_cells: |same, all| format!("{same} of {all} cells with a clear majority"),
    cohen: "Cohen’s κ",
    cohen_means: "How much better than guessing: 1 is all as the key, 0 is what chance alone would give.",
    no_kappa: "not defined",
    in_class: "Within the class",
    fleiss: "Fleiss’ κ",
    fleiss_means: "How far the class agrees with itself, right or wrong: 1 is everybody alike, 0 is what chance alone would give, below 0 is less than that.",
    most_divided: "Where the class is most divided",
    divided_hint: "Talk about these first: read the words aloud and let both sides say why.",
    not_divided: "No two answers to the same cell differ.",
    key_says: |stance| format!("key: {stance}"),
    all_cells: |count| format!("Show all {count} cells"),
    save_results: "Save the results as table (CSV)",
    students: "Each student",
    students_hint: "Not for the wall: open it when the projector is off.",
    students_show: "Show the list",
    student: "Student",
    answers: "Answers",
    same_as_key: "As in the key",

    worksheet_heading: "A lesson on paper",
    worksheet_lead: "Below is what will be printed, on A4 or Letter. The key begins on a sheet of its own.",
    print_articles: "The articles with numbered paragraphs",
    print_matrix: "The table to fill in",
    print_apart: "Each article on a sheet of its own",
    print_key: "The key with quotations",
    print: "Print",
    matrix_heading: "What does each report do with each claim?",
    name_line: "Name: ____________________________   Date: ______________",
    matrix_lead: "Write a sign into each cell, and the number of the paragraph that shows it.",
    key_heading: "Key, for the teacher",
    key_lead: "A program worked out most keys, and is wrong in places: a class that finds such a place has understood.",
    key_by_people: "People made this key, not the program. Where another sign can be defended too, let the class defend it.",

    guides: "Guides",
    guide: |guide| match guide {
        Guide::Teacher => "For the teacher",
        Guide::Reader => "For the reader",
        Guide::Newsroom => "For the newsroom",
        Guide::WorkedOut => "How this was worked out",
    },
    worked_out: "How this was worked out",
    worked_out_lead: |title| {
        format!(
            "The examples are from {title}. No model of language was asked and nothing was sent anywhere: each judgement is made by a named rule from words that are shown."
        )
    },
    worked_out_steps: [
        "Each article is cut into sentences, and these into statements that can be checked; questions and bare headings are none.",
        "Statements of different articles that share rare words, names, figures and dates are put into one row.",
        "The flat or most typical statement of a row becomes its claim, in the words of the article it stands in.",
        "For every other article the rules below are asked in order; the first that finds something decides. Nothing conflicts without two pairs of words that are shown.",
        "How sure a judgement is says how often the same rule was right in stories that people had labelled.",
    ],
    rules_met: "Rules that decided something here",
    rules_other: "Rules that found nothing here",
    decided: Forms { one: "time in this story", many: "times in this story", other: "times in this story" },
    rule: |rule| match rule {
        RuleName::SameWords => "Most words of the claim stand in the report too, in nearly the same order.",
        RuleName::SameStatement => {
            "The report shares the words that matter, and no rule finds a difference in number, date, name, negation or certainty."
        }
        RuleName::SameQuantity => "Both give the same figure for the same thing, also when one writes it in words.",
        RuleName::PartOfIt => {
            "The report says it without something that the claim adds: a place, a reason, a second half."
        }
        RuleName::Alike => {
            "The sentences speak of the same thing and no rule finds a difference; this is the weakest of all grounds."
        }
        RuleName::DifferentQuantity => "Two exact figures for the same counted thing that cannot both be right.",
        RuleName::Quantity => "Two figures that go apart, as far as the words around them tell what is counted.",
        RuleName::VaguerQuantity => {
            "One gives a bound or a round figure, “at least” or “dozens”, that the exact one fits into."
        }
        RuleName::DifferentDate => "Two days or times for the same event, resolved by the day of publication.",
        RuleName::VaguerDate => "One names the month or the season where the other names the day.",
        RuleName::DifferentPlace => "Two directions or distances from the same point.",
        RuleName::Opposite => {
            "Words that exclude each other in the same place of both sentences: rose and fell, approved and rejected."
        }
        RuleName::OtherWord => {
            "One verb or adjective in the place of another, and all else the same: cleared and delayed."
        }
        RuleName::Exclusive => "Words of which only one can hold for one thing, such as two outcomes of one vote.",
        RuleName::Quantifier => "“None” or “all” in one, “some” in the other.",
        RuleName::Revoked => "One tells an order or decision that the other tells as taken back.",
        RuleName::Corrected => "One says that what the other gives is wrong, and gives another: “not 18 but 12”.",
        RuleName::Undecided => "One tells as decided what the other tells as still open.",
        RuleName::Rank => "Two places in one order: first and third, largest and second largest.",
        RuleName::Negation => "One negates the very word that the other asserts.",
        RuleName::NegationApart => "One negates what the other tells in other words.",
        RuleName::NegationOf => "Both hold a negation, but of different words.",
        RuleName::Denial => "One reports that what the other tells is false or denied, in its own voice.",
        RuleName::Role => "Who did it and to whom it was done are exchanged.",
        RuleName::Name => "Two names in the same place of the sentence.",
        RuleName::DifferentPerson => "Two people in one office at one time.",
        RuleName::Framing => "The same act with words that judge it differently.",
        RuleName::Cause => "Another cause of the same.",
        RuleName::Scope => "Of all in one, of a part in the other.",
        RuleName::OtherSpeaker => "The same statement from another mouth.",
        RuleName::Hedge => "“May”, “reportedly”, “suggests” in one, flat in the other.",
        RuleName::Headline => "Only a headline or subhead of the report says it.",
        RuleName::HeadlineDistance => "A headline keeps it at arm’s length: quotation marks, a question, “claims”.",
        RuleName::Statement => "The words of the claim are taken from this report, so it says so.",
        RuleName::NotFound => {
            "No sentence of the report comes near enough; the nearest one is shown where there is one."
        }
        RuleName::Language => "The text is in a language that is not analysed: nothing is judged.",
        RuleName::Excerpt => "Only a part of the text is given: what is missing here may stand in the rest.",
        RuleName::LacksWords => "Why the nearest sentence does not count: it lacks words that the claim rests on.",
        RuleName::FewWords => "Why the nearest sentence does not count: it shares hardly a word.",
        RuleName::OtherStatement => {
            "Why the nearest sentence does not count: it has the words and says something else."
        }
    },

    correct_heading: "Correct the comparison",
    correct_lead: "A program worked this out, and is wrong in places. What you change here counts at once in every view. What the program said first stays in the file. Nothing is kept on this device: save the file.",
    corrections_lost: "The corrections that came with this story cannot be read; its claims are shown as they stand.",
    corrected: "Done.",
    undo: "Undo",
    redo: "Redo",
    save_json: "Save with corrections (JSON)",
    corrector: "Who corrects (optional, kept in the file)",
    with_time: "Keep the time of each correction",
    claim_field: "Claim",
    choose: "Choose…",
    first_said: "What the program said first",
    row_legend: "The claim as a whole",
    statement_field: "The claim in words",
    statement_keep: "Keep these words",
    verdict_field: "What it amounts to",
    verdict_from_cells: "As the sources’ cells say",
    note_field: "Your note on it",
    note_keep: "Keep the note",
    stance_field: "What this source does with the claim",
    leave_out: "Leave these words out",
    move_field: "Move these words to another claim",
    words_summary: "Add words from the article",
    article_field: "The article: select the words that show it",
    add_words: "Add the selected words",
    why_field: "Why (optional)",
    keep_cell: "Keep this judgement",
    rows_summary: "Split, merge or remove this claim",
    split_legend: "Two claims in one",
    split_lead: "Tick the words that belong to the second claim, and write it down.",
    split_statement: "The second claim in words",
    split_button: "Split the claim",
    merge_button: "Merge",
    move_button: "Move",
    verdict_keep: "Keep this verdict",
    not_kept: "Not kept yet.",
    merge_field: "The same as another claim: merge that one into this",
    remove_row: "Remove this claim",
    add_summary: "Add a claim that was not found",
    source_field: "Source",
    add_statement: "The claim in words (empty: the selected words)",
    add_button: "Add the claim",
    corrections_heading: "Corrections so far",
    no_corrections: "None yet.",
    take_back: "Take back",
    does_not_fit: "Does not fit now, and is kept:",
    take_back_of: |what| format!("Take back: {what}"),
    change: |change| match change {
        Change::Cell { .. } => "A source judged",
        Change::Move { .. } => "Words moved",
        Change::Statement { .. } => "Put in other words",
        Change::Verdict { .. } => "Verdict",
        Change::Note { .. } => "Note",
        Change::Merge { .. } => "Merged",
        Change::Split { .. } => "Split",
        Change::Add { .. } => "Added",
        Change::Remove { .. } => "Removed",
    },
    misfit: |misfit| match misfit {
        Misfit::Row => "The claim is gone, or cannot be told from another.",
        Misfit::Document => "The article is gone.",
        Misfit::Words => {
            "The words are gone from the article, stand in it more than once, or no longer belong to the claim."
        }
        Misfit::NoWords => "Words of the article that show it are needed: select some and add them.",
        Misfit::Excerpt => "This article is an excerpt: nothing can be called left out of it.",
        Misfit::Blank => "The claim needs words.",
        Misfit::Same => "That is the same claim.",
        Misfit::Whole => "A split takes some of the words, not none and not all.",
        Misfit::Taken => "A claim of that name is there already.",
    },

    bring_heading: "Your articles",
    bring_lead: "Paste, type or drop articles about one event: they are compared here, as you go. Nothing is sent anywhere.",
    drop_here: "Drop files here: text, Markdown, saved web pages, or a story or comparison saved from this program (JSON).",
    take_open: "Begin with the articles that are open",
    own_title: "Title of the comparison (empty: the first headline)",
    another_article: "Another article",
    more_fields: "Author, link, language",
    excerpt_choice: "This is an excerpt: what it seems to leave out may stand in the rest",
    up: "Move up",
    remove: "Remove",
    remove_all: "Remove all",
    removed: "removed. Undo brings it back.",
    all_removed: "All articles removed. Undo brings them back.",
    article_moved: |place| format!("Article moved to place {place}."),
    undone: |articles| format!("Undone: {articles}."),
    redone: |articles| format!("Made again: {articles}."),
    see_comparison: "See the comparison",
    nothing_to_compare: "No article has a text yet.",
    file_unread: "not read: it is empty, larger than 16 megabytes, or no text.",
    file_guessed: "added, but it is not UTF-8: check its accents and quotation marks.",
    file_raw: "little text was found in this page. All its words were added: delete what is not the article, or paste it.",
    added: |articles| format!("{articles} added."),
    file_full: |limit| format!("not all of it was added: {limit} articles is the limit."),
    article_number: |number| format!("Article {number}"),
    article_up: |number| format!("Move up article {number}"),
    article_remove: |number| format!("Remove article {number}"),
    field: |field| match field {
        Field::Outlet => "Outlet",
        Field::Title => "Headline",
        Field::Author => "Author",
        Field::Published => "Date",
        Field::Url => "Link",
        Field::Lang => "Language",
        Field::Text => "Text",
    },
    field_wrong: |field| match field {
        Field::Published => "Not a date: write it as 2026-01-31. The comparison goes on without it.",
        Field::Url => "Not a link: it begins with https:// or http://. The comparison goes on without it.",
        Field::Lang => "Not a language: write en, es, fr or another such code. The comparison goes on without it.",
        Field::Text => "Too long: 200,000 characters is the limit. The comparison goes on without this article.",
        Field::Outlet | Field::Title | Field::Author => "",
    },

    take_heading: "Take it along",
    take_page: "This page, with the story inside",
    take_page_lead: "One file with the articles, the comparison, what you corrected and the program. It opens by double click, without a network, and can be read without JavaScript.",
    take_page_button: "Download this page",
    take_page_refused: "The program of this page lies in another file, so the page cannot be saved with it. Save the comparison (JSON) instead and open it under “Your articles”.",
    take_link: "A link that holds the story",
    take_link_button: "Make a link",
    take_link_label: "The link",
    take_link_copy: "Copy the link",
    take_link_file: "It leads to this file on this device: for others, put the page on a website, or send the file.",
    take_link_refused: "This browser is too old for such links. Save a file instead.",
    take_files: "Files for other programs",
    take_paper: "On paper",
    save_articles: "Save the articles (JSON)",
    link_broken: "The story in this link cannot be read: the link is cut or changed.",
    link_too_large: "The story in this link is not opened: unpacked it is larger than 8 megabytes.",
    take_link_lead: |limit| {
        format!(
            "The story is packed into the address behind its #, which browsers send to no server. Links of up to {limit} characters are made; some mail and chat programs cut long ones."
        )
    },
    take_link_long: |length| {
        format!("The link would have {length} characters, too many for an address. Download the page instead.")
    },
    take_link_length: |length| format!("{length} characters."),

    keep: "Keep on this device",
    keep_off: "Nothing is kept: closing this page forgets your articles.",
    keep_refused: "This browser keeps nothing for this page. Download it under “Take it along”.",
    keep_delete: "Delete what is kept",
    keep_unread: "Something is kept here that this version cannot read. It stays as it is, and nothing else is kept, until you delete it.",
    keep_on: |articles, size| {
        format!(
            "Kept in this browser: {articles} and what you corrected, {size} kB. Whoever uses this browser can read it."
        )
    },
};
