//! Every word that the page around the screen says: one table for each language, in `words/`, made as that of the screen ([`crate::ui::words`]).
//!
//! Apart from it because the element that others embed does not say them and should not carry them.

mod english;
mod spanish;

use super::drafts::Field;
use super::guides::Guide;
use crate::correction::{Change, Misfit};
use crate::language::Language;
use crate::lesson::{Step, Way};
use crate::stance::RuleName;
use crate::ui::words::{Forms, Words};
use std::ops::Deref;

/// What is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// The comparison.
    #[default]
    Compare,
    /// The lesson.
    Lesson,
    /// The lesson on paper.
    Worksheet,
    /// Stories to choose from.
    Stories,
    /// Corrections of the comparison.
    Correct,
    /// The reader’s own articles.
    Bring,
    /// Ways to take the story along.
    Take,
    /// Texts to read.
    Guides,
}

impl View {
    /// All views in the order in which they are offered.
    pub const ALL: &[Self] = &[
        Self::Compare,
        Self::Bring,
        Self::Correct,
        Self::Take,
        Self::Lesson,
        Self::Worksheet,
        Self::Stories,
        Self::Guides,
    ];
}

/// The words of one language.
#[derive(Debug)]
pub struct Table {
    /// Button that changes to the other language, in that language.
    pub other_language: &'static str,
    /// The tag of that language.
    pub other_tag: &'static str,
    /// Names the strip of views.
    pub views: &'static str,
    /// The name of a view, on its button.
    pub view: fn(View) -> &'static str,

    /// Heading of the list of stories.
    pub stories_heading: &'static str,
    /// What the stories are.
    pub stories_lead: &'static str,
    /// What the story of the page is.
    pub story_given: &'static str,
    /// What the story of the reader’s own articles is.
    pub story_own: &'static str,
    /// Names the button that opens a story, by its title.
    pub open_story: fn(&str) -> String,
    /// Button that opens a story.
    pub story_choose: &'static str,
    /// The same, for the one that is open.
    pub story_open: &'static str,
    /// Opens the questions of a story.
    pub questions: &'static str,

    /// Names the list of steps.
    pub steps: &'static str,
    /// A step of the lesson.
    pub step: fn(Step) -> &'static str,
    /// Heading of a lesson; the title between quotation marks.
    pub lesson_on: fn(&str) -> String,
    /// Button that leads to the stories.
    pub other_story: &'static str,
    /// Button that leads to the worksheet.
    pub on_paper: &'static str,
    /// Button that leads to the guide for teachers.
    pub how_to_teach: &'static str,
    /// Over the ways to answer.
    pub how: &'static str,
    /// A way to answer.
    pub way: fn(Way) -> &'static str,
    /// What a way to answer is.
    pub way_hint: fn(Way) -> &'static str,
    /// Over the choice of what is asked.
    pub what: &'static str,
    /// Choice of the number of claims.
    pub how_many: &'static str,
    /// All claims, with their number.
    pub all_of: fn(&str) -> String,
    /// Which claims are proposed.
    pub mixed: &'static str,
    /// Opens the list of claims.
    pub one_by_one: &'static str,
    /// Choice whether outlets go by letters.
    pub blind: &'static str,
    /// What that does.
    pub blind_hint: &'static str,
    /// The timer, and the choice of its minutes.
    pub timer: &'static str,
    /// No timer.
    pub no_timer: &'static str,
    /// What a timer is counted in.
    pub minutes: Forms,
    /// Button that starts the timer.
    pub timer_start: &'static str,
    /// Button that stops the timer.
    pub timer_stop: &'static str,
    /// When the timer has run out.
    pub time_up: &'static str,
    /// Button that begins the lesson.
    pub begin: &'static str,
    /// Which of how many claims is on the wall.
    pub claim_at: fn(&str, &str) -> String,
    /// Over the places for votes.
    pub hands_lead: &'static str,
    /// Names the field for votes: source and sign.
    pub hands_for: fn(&str) -> String,
    /// Names the button that adds a vote: source and sign.
    pub one_more: fn(&str) -> String,
    /// Heading while students answer on own computers.
    pub own_heading: &'static str,
    /// What students do.
    pub own_steps: [&'static str; 4],
    /// How many claims students should choose, with the noun.
    pub own_asks: fn(claims: &str, same: bool) -> String,
    /// Which story the students open, by its title, and whether its names are hidden there too.
    pub own_story: fn(title: &str, blind: bool) -> String,
    /// Names the place for answers.
    pub collect: &'static str,
    /// How many count and how many are left out.
    pub came: fn(usize, usize, &PageWords) -> String,
    /// Whose answers are counted.
    pub students_forms: Forms,
    /// What is left out.
    pub files: Forms,
    /// What to do with files and codes.
    pub collect_hint: &'static str,
    /// Button that opens the choice of files.
    pub choose_files: &'static str,
    /// Button that forgets all answers that came.
    pub forget: &'static str,
    /// Opens the field for codes.
    pub paste: &'static str,
    /// Names the field for codes.
    pub paste_label: &'static str,
    /// Button that takes the codes.
    pub paste_take: &'static str,
    /// Over what does not count.
    pub left_out: &'static str,
    /// Over a student’s signs.
    pub student_lead: &'static str,
    /// How many of how many signs are chosen.
    pub answered: fn(&str, &str) -> String,
    /// Over the articles.
    pub the_articles: &'static str,
    /// A paragraph by its number, to be heard.
    pub paragraph: fn(&str) -> String,
    /// Names the place where answers are handed over.
    pub hand_over: &'static str,
    /// Field for the student’s name.
    pub your_name: &'static str,
    /// Button that saves the answers.
    pub save_file: &'static str,
    /// Button that shows the code.
    pub show_code: &'static str,
    /// What is in the file.
    pub hand_over_hint: &'static str,
    /// Names the code.
    pub code_label: &'static str,
    /// Over the sources before the reveal.
    pub what_does_each: &'static str,
    /// Heard in place of a sign that is hidden.
    pub not_yet: &'static str,
    /// Names the picture of the votes; counts with their signs.
    pub votes: fn(&str) -> String,
    /// Button that shows what is hidden.
    pub show: &'static str,
    /// Button for the next claim.
    pub next_claim: &'static str,
    /// Button for the next step.
    pub next_step: &'static str,
    /// Button that goes back.
    pub back: &'static str,
    /// Which keys do the same.
    pub clicker: &'static str,
    /// In place of figures without votes.
    pub no_votes: &'static str,
    /// Over the agreement with the key.
    pub with_key: &'static str,
    /// The share of answers that are as the key.
    pub same_answers: &'static str,
    /// How many of how many answers.
    pub of_answers: fn(&str, &str) -> String,
    /// The share of cells in which most say as the key.
    pub most_of_class: &'static str,
    /// How many of how many cells have a majority as the key.
    pub of_cells: fn(&str, &str) -> String,
    /// Cohen’s kappa.
    pub cohen: &'static str,
    /// What it means.
    pub cohen_means: &'static str,
    /// In place of a kappa that is not defined.
    pub no_kappa: &'static str,
    /// Over the agreement within the class.
    pub in_class: &'static str,
    /// Fleiss’ kappa.
    pub fleiss: &'static str,
    /// What it means.
    pub fleiss_means: &'static str,
    /// Over the cells that divide the class.
    pub most_divided: &'static str,
    /// What to do with them.
    pub divided_hint: &'static str,
    /// In place of it, where no cell has answers that differ.
    pub not_divided: &'static str,
    /// What the key says of a cell.
    pub key_says: fn(&str) -> String,
    /// Button that shows all cells; their number.
    pub all_cells: fn(&str) -> String,
    /// Button that saves the votes as a table.
    pub save_results: &'static str,
    /// Over the list of students.
    pub students: &'static str,
    /// Why the list is closed.
    pub students_hint: &'static str,
    /// Opens the list of students.
    pub students_show: &'static str,
    /// Head of the column of names.
    pub student: &'static str,
    /// Head of the column of the number of answers.
    pub answers: &'static str,
    /// Head of the column of agreement.
    pub same_as_key: &'static str,

    /// Heading of the choice of what is printed.
    pub worksheet_heading: &'static str,
    /// How it is printed.
    pub worksheet_lead: &'static str,
    /// Choice: the articles.
    pub print_articles: &'static str,
    /// Choice: the blank matrix.
    pub print_matrix: &'static str,
    /// Choice: the key.
    pub print_key: &'static str,
    /// Choice: each article on a sheet of its own.
    pub print_apart: &'static str,
    /// Button that prints.
    pub print: &'static str,
    /// Heading of the blank matrix.
    pub matrix_heading: &'static str,
    /// Where a student writes name and date.
    pub name_line: &'static str,
    /// What to write into the cells.
    pub matrix_lead: &'static str,
    /// Heading of the key.
    pub key_heading: &'static str,
    /// How far the key can be trusted.
    pub key_lead: &'static str,
    /// The same of a key that people made.
    pub key_by_people: &'static str,

    /// Names the choice of guides.
    pub guides: &'static str,
    /// A guide.
    pub guide: fn(Guide) -> &'static str,
    /// Heading of how the story was compared.
    pub worked_out: &'static str,
    /// What follows; the title between quotation marks.
    pub worked_out_lead: fn(&str) -> String,
    /// How a comparison is made, step by step.
    pub worked_out_steps: [&'static str; 5],
    /// Over the rules that decided something.
    pub rules_met: &'static str,
    /// Over the other rules.
    pub rules_other: &'static str,
    /// How often a rule decided.
    pub decided: Forms,
    /// What a rule looks for.
    pub rule: fn(RuleName) -> &'static str,

    /// Heading of the corrections.
    pub correct_heading: &'static str,
    /// What correcting is.
    pub correct_lead: &'static str,
    /// Before what is wrong with the corrections of a file.
    pub corrections_lost: &'static str,
    /// After a step that was made.
    pub corrected: &'static str,
    /// Button that undoes the last step.
    pub undo: &'static str,
    /// Button that makes an undone step again.
    pub redo: &'static str,
    /// Button that saves everything.
    pub save_json: &'static str,
    /// Field for who corrects.
    pub corrector: &'static str,
    /// Choice whether the time is kept.
    pub with_time: &'static str,
    /// Choice of the claim.
    pub claim_field: &'static str,
    /// Before anything is chosen.
    pub choose: &'static str,
    /// Opens what the machine said first.
    pub first_said: &'static str,
    /// Over what is corrected of a claim as a whole.
    pub row_legend: &'static str,
    /// Field for the words of a claim.
    pub statement_field: &'static str,
    /// Button that keeps them.
    pub statement_keep: &'static str,
    /// Choice of the verdict.
    pub verdict_field: &'static str,
    /// The verdict that is worked out.
    pub verdict_from_cells: &'static str,
    /// Field for a remark.
    pub note_field: &'static str,
    /// Button that keeps the remark.
    pub note_keep: &'static str,
    /// Choice of what a source does.
    pub stance_field: &'static str,
    /// Button that takes words out of the evidence.
    pub leave_out: &'static str,
    /// Choice of another claim for words.
    pub move_field: &'static str,
    /// Opens the article to select words in.
    pub words_summary: &'static str,
    /// Names the article in which words are selected.
    pub article_field: &'static str,
    /// Button that adds the selected words.
    pub add_words: &'static str,
    /// Field for a reason.
    pub why_field: &'static str,
    /// Button that keeps a judgement.
    pub keep_cell: &'static str,
    /// Opens what changes the rows.
    pub rows_summary: &'static str,
    /// Over the split.
    pub split_legend: &'static str,
    /// How to split.
    pub split_lead: &'static str,
    /// Field for the second claim.
    pub split_statement: &'static str,
    /// Button that splits.
    pub split_button: &'static str,
    /// Choice of a claim that says the same.
    pub merge_field: &'static str,
    /// Button that does it.
    pub merge_button: &'static str,
    /// Button that moves words to the claim that was chosen.
    pub move_button: &'static str,
    /// Button that keeps the verdict that was chosen.
    pub verdict_keep: &'static str,
    /// Beside a judgement that was changed and not kept yet.
    pub not_kept: &'static str,
    /// Button that removes a claim.
    pub remove_row: &'static str,
    /// Opens the way to add a claim.
    pub add_summary: &'static str,
    /// Choice of the source.
    pub source_field: &'static str,
    /// Field for the words of a new claim.
    pub add_statement: &'static str,
    /// Button that adds a claim.
    pub add_button: &'static str,
    /// Heading of the list.
    pub corrections_heading: &'static str,
    /// Where the list is empty.
    pub no_corrections: &'static str,
    /// Button that takes one back.
    pub take_back: &'static str,
    /// Before why a correction does not fit.
    pub does_not_fit: &'static str,
    /// Names that button, by the correction.
    pub take_back_of: fn(&str) -> String,
    /// What a correction does.
    pub change: fn(&Change) -> &'static str,
    /// Why a correction cannot be made, or does not fit any more.
    pub misfit: fn(Misfit) -> &'static str,

    /// Heading of the reader’s own articles.
    pub bring_heading: &'static str,
    /// What happens with the articles.
    pub bring_lead: &'static str,
    /// What can be dropped.
    pub drop_here: &'static str,
    /// Button that takes over the articles of the story that is open.
    pub take_open: &'static str,
    /// Names the field for the title of the comparison.
    pub own_title: &'static str,
    /// Names the fields of an article that is not there yet.
    pub another_article: &'static str,
    /// Opens the fields that are seldom needed.
    pub more_fields: &'static str,
    /// Choice whether an article is an excerpt.
    pub excerpt_choice: &'static str,
    /// Button that moves an article up.
    pub up: &'static str,
    /// Button that removes an article.
    pub remove: &'static str,
    /// Button that removes all articles.
    pub remove_all: &'static str,
    /// About an article that was removed, by its number.
    pub removed: &'static str,
    /// Heard after all articles were removed.
    pub all_removed: &'static str,
    /// Heard after an article was moved; its place.
    pub article_moved: fn(&str) -> String,
    /// Heard after a step was undone; the articles with their number.
    pub undone: fn(&str) -> String,
    /// Heard after a step was made again; the articles with their number.
    pub redone: fn(&str) -> String,
    /// Button that shows the comparison of the articles.
    pub see_comparison: &'static str,
    /// How the comparison stands without a text.
    pub nothing_to_compare: &'static str,
    /// About a file that cannot be read.
    pub file_unread: &'static str,
    /// About a file in an encoding that is guessed.
    pub file_guessed: &'static str,
    /// About a page in which little text was found.
    pub file_raw: &'static str,
    /// Says how many articles a file brought.
    pub added: fn(&str) -> String,
    /// About a file for which there is no room; the limit.
    pub file_full: fn(&str) -> String,
    /// Names the fields of an article by its number.
    pub article_number: fn(&str) -> String,
    /// Names the button that moves an article, by its number.
    pub article_up: fn(&str) -> String,
    /// Names the button that removes an article, by its number.
    pub article_remove: fn(&str) -> String,
    /// Names a field of an article.
    pub field: fn(Field) -> &'static str,
    /// Says what a field should hold, and that the comparison goes on without it.
    pub field_wrong: fn(Field) -> &'static str,

    /// Heading of the ways to take the story along.
    pub take_heading: &'static str,
    /// Over the page with the story inside.
    pub take_page: &'static str,
    /// What is in that page.
    pub take_page_lead: &'static str,
    /// Button that saves that page.
    pub take_page_button: &'static str,
    /// Where the page cannot be saved.
    pub take_page_refused: &'static str,
    /// Over the link.
    pub take_link: &'static str,
    /// Button that makes the link.
    pub take_link_button: &'static str,
    /// Names the field with the link.
    pub take_link_label: &'static str,
    /// Button that copies the link.
    pub take_link_copy: &'static str,
    /// About a link to a page that is a file.
    pub take_link_file: &'static str,
    /// Where the browser makes and reads no links.
    pub take_link_refused: &'static str,
    /// Over the files.
    pub take_files: &'static str,
    /// Over the printing.
    pub take_paper: &'static str,
    /// Button that saves the articles alone.
    pub save_articles: &'static str,
    /// About a link whose story cannot be read.
    pub link_broken: &'static str,
    /// About a link that unpacks to too much.
    pub link_too_large: &'static str,
    /// What the link is; the limit of its length.
    pub take_link_lead: fn(&str) -> String,
    /// Where the link would be too long; its length.
    pub take_link_long: fn(&str) -> String,
    /// How long the link is.
    pub take_link_length: fn(&str) -> String,

    /// Choice whether articles are kept on the device.
    pub keep: &'static str,
    /// What happens without that.
    pub keep_off: &'static str,
    /// Where the browser keeps nothing.
    pub keep_refused: &'static str,
    /// Where what is kept cannot be read.
    pub keep_unread: &'static str,
    /// Button that deletes what is kept.
    pub keep_delete: &'static str,
    /// What is kept: articles with their number, and kilobytes.
    pub keep_on: fn(&str, &str) -> String,
}

/// The words of the page and those of the screen, in the reader's language.
#[derive(Debug, Clone)]
pub struct PageWords {
    /// Those of the screen.
    pub screen: Words,
    table: &'static Table,
}

impl PageWords {
    /// Returns the words beside those of a screen.
    pub fn new(screen: Words) -> Self {
        let table = match screen.locale.language {
            Language::English => &english::TABLE,
            Language::Spanish => &spanish::TABLE,
        };
        Self { screen, table }
    }

    /// Puts words of an article between quotation marks, without those that go all around them already.
    pub fn quote(&self, text: &str) -> String {
        let text = text.trim();
        let bare = [('“', '”'), ('"', '"'), ('«', '»')].iter().find_map(|(open, close)| {
            let bare = text.strip_prefix(*open)?.strip_suffix(*close)?;
            (!bare.contains([*open, *close])).then_some(bare)
        });
        let inside = match self.screen.locale.language {
            Language::English => bare.unwrap_or(text).replace('“', "‘").replace('”', "’"),
            Language::Spanish => bare.unwrap_or(text).to_owned(),
        };
        (self.screen.quoted)(&inside)
    }

    /// Returns a figure with two decimals, as the region writes it.
    pub fn decimal(&self, figure: f64) -> String {
        /// Where Spanish is written with a decimal point.
        const POINT: [&str; 13] = ["MX", "US", "GT", "HN", "NI", "SV", "PA", "DO", "CU", "PR", "PE", "419", "BZ"];
        let text = format!("{figure:.2}");
        let text = if text == "-0.00" { "0.00".to_owned() } else { text };
        let is_point = self.screen.locale.tag.split('-').skip(1).any(|subtag| POINT.contains(&subtag));
        let comma = self.screen.locale.language == Language::Spanish && !is_point;
        let text = if comma { text.replace('.', ",") } else { text };
        text.replace('-', "−")
    }
}

impl PartialEq for PageWords {
    fn eq(&self, other: &Self) -> bool {
        self.screen == other.screen
    }
}

impl Deref for PageWords {
    type Target = Table;

    fn deref(&self) -> &Table {
        self.table
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::intl::Locale;

    #[test]
    fn figures_are_written_as_the_region_writes_them() {
        let of = |tag: &str, figure| PageWords::new(Words::new(Locale::of_tag(tag))).decimal(figure);
        assert_eq!(of("en", 0.4296), "0.43");
        assert_eq!(of("es", -0.0871), "−0,09");
        assert_eq!(of("es-MX", 0.5), "0.50");
        assert_eq!(of("es", -0.001), "0,00");
    }

    #[test]
    fn words_are_not_quoted_twice() {
        let words = PageWords::new(Words::default());
        assert_eq!(words.quote(" “They knew.” "), "“They knew.”");
        assert_eq!(words.quote("“They knew,” she said. “All of them.”"), "“‘They knew,’ she said. ‘All of them.’”");
    }
}
