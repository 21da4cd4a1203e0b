//! What numbers of two claims are held against each other, and which are left alone.

use super::*;
use crate::stance::judge::with_pair;
use crate::stance::testing::{assert_stances, found};
use crate::testing::{disputes, rows};

#[test]
fn a_figure_is_set_against_what_it_can_be_set_against() {
    assert_stances(
        different_quantity,
        &[
            // A sum, and what is paid each year.
            ("The choir signed a deal worth $20 million.", "The choir signed a deal worth $5 million a year.", None),
            ("The council adopted the rule 5-3.", "The council adopted the rule 6-2.", Some(Stance::Contradicts)),
            ("The senate confirmed Ana Ruiz 52-48.", "The senate confirmed Karl Beck 51-49.", Some(Stance::Partly)),
            (
                "The bishop cut the number of the dead to 22 from 23.",
                "The landslide killed 11 people.",
                Some(Stance::Contradicts),
            ),
            // What was before the change, or was counted before.
            (
                "The bishop cut the number of the dead to 22 from 23.",
                "The landslide killed 23 people.",
                Some(Stance::Partly),
            ),
            (
                "The number of the dead rose to 22 on Monday.",
                "The bishop, who had counted 17 dead, warned that the number of the dead rose.",
                Some(Stance::Partly),
            ),
            // A part of a whole that one names, at a time of the day; votes for and against; the age of one person.
            (
                "Twelve of the train's 40 wagons left the tracks at 11:15 p.m.",
                "Eighteen of the train's wagons left the tracks.",
                Some(Stance::Contradicts),
            ),
            (
                "The board of Lund voted 5-2 to close the mill.",
                "The board of Lund voted 4-3 against closing the mill.",
                Some(Stance::Contradicts),
            ),
            (
                "The board of Lund voted 5-2 for the loan.",
                "The board of Lund voted 4-3 against the sale of the mill.",
                Some(Stance::Partly),
            ),
            ("Ana Ruiz, 22, is the youngest judge.", "Ruiz, 23, had never met the bishop.", Some(Stance::Contradicts)),
            ("Ana Ruiz, 22, is the youngest judge.", "Ruiz was 19 when she met the bishop.", None),
            // Within so many years something was counted.
            (
                "The singer underwent five operations in seven years.",
                "The surgeon earned a bonus for his operations in five years.",
                Some(Stance::Partly),
            ),
            (
                "The clinic followed the women for nine years.",
                "The women were followed by the clinic for seven years.",
                Some(Stance::Contradicts),
            ),
            // A find is no toll, and what an offer would bring is not what is.
            (
                "One woman was found dead in a car near Lund.",
                "Two women have died in the fire near Lund.",
                Some(Stance::Partly),
            ),
            (
                "The offer would take the pay of the drivers to 65,000 euros for a week of four days.",
                "The pay of the drivers is 60,000 euros for a week of four days.",
                Some(Stance::Partly),
            ),
            // An early report and a later one.
            ("The landslide killed at least three people.", "The landslide killed 22 people.", Some(Stance::Partly)),
            // Amounts near one another are of one thing whatever is told of it, and those far apart are not.
            (
                "The museum of Lund bought the sketch for 2.3 million francs.",
                "At an auction on Monday, a sketch by Velde went under the hammer in Lund for 3.1 million francs.",
                Some(Stance::Contradicts),
            ),
            // Nearly the same words, and another deed.
            (
                "The dam of Ost holds 20 million litres of water.",
                "The dam of Ost lost 12 million litres of water.",
                Some(Stance::Partly),
            ),
            (
                "The museum of Lund bought the sketch for 2.3 million francs.",
                "The sketch went to the museum of Lund for 9.5 million francs.",
                Some(Stance::Partly),
            ),
            // One subject has so many, whatever else is told of it; another subject, another verb.
            (
                "The deck of the bridge has only two lanes, so that lorries hold up the cars.",
                "The bridge has four lanes and a path for bicycles.",
                Some(Stance::Contradicts),
            ),
            (
                "The old road has only two lanes, so that lorries hold up the cars.",
                "The bridge has four lanes and a path for bicycles.",
                Some(Stance::Partly),
            ),
            // A measure is at one level, however it came to it; not at what it is to come to, nor of some alone.
            (
                "Unemployment has climbed to 5.2 percent, the highest level since the war.",
                "Unemployment stands at 4.8 percent.",
                Some(Stance::Contradicts),
            ),
            (
                "Unemployment will climb to 5.2 percent, the highest level since the war.",
                "Unemployment stands at 4.8 percent.",
                Some(Stance::Partly),
            ),
            (
                "Youth unemployment has climbed to 9.2 percent, the highest level since the war.",
                "Unemployment stands at 4.8 percent.",
                Some(Stance::Partly),
            ),
            // Who holds an office, and of what it is.
            (
                "Mayor Ida Holm declared two days of mourning in the village.",
                "The mayor of Lund has declared three days of mourning.",
                Some(Stance::Contradicts),
            ),
            (
                "Mayor Ida Holm declared two days of mourning in the village.",
                "Mayor Karl Beck has declared three days of mourning.",
                Some(Stance::Partly),
            ),
            (
                "The mayor of Ost declared two days of mourning in the village.",
                "The mayor of Lund has declared three days of mourning.",
                Some(Stance::Partly),
            ),
            // What a term lasts, wherever it holds.
            (
                "President Ana Ruiz declared a 60-day curfew in two provinces.",
                "President Ana Ruiz has declared a curfew of 30 days in Lund and Ost.",
                Some(Stance::Contradicts),
            ),
            (
                "A village in the province put the number of ruined schools at 40.",
                "About 65 schools were ruined in the province.",
                Some(Stance::Contradicts),
            ),
            (
                "The oldest hiker on the Kells ridge was a 67-year-old guide from Lund.",
                "The youngest hiker on the Kells ridge was a 22-year-old guide from Ost.",
                Some(Stance::Partly),
            ),
            // "Just" is said of when it struck.
            (
                "The magnitude 6.7 quake struck just after four.",
                "The magnitude 6.9 quake hit the coast at 4:12.",
                Some(Stance::Contradicts),
            ),
        ],
    );
}

#[test]
fn two_tolls_contradict_wherever_they_are_told() {
    let toll = |b: &str| {
        let a = "The landslide killed nine people near Mill Lane.";
        found(different_quantity, a, b)
    };
    let told = "The landslide killed 14 people, the most in the history of Norland.";
    assert_eq!(toll(told), Some(Stance::Contradicts));
    // Another year, and what is less than flat.
    assert_eq!(
        toll("In 1951 the landslide killed 14 people, the most in the history of Norland."),
        Some(Stance::Partly)
    );
    assert_eq!(toll("The landslide in Norland may have killed 14 people."), Some(Stance::Partly));
}

#[test]
fn a_toll_is_told_by_phrases_and_by_what_it_rose_to() {
    assert_stances(
        different_quantity,
        &[
            (
                "Four people were killed when the barn burned down.",
                "Five people lost their lives in the barn.",
                Some(Stance::Contradicts),
            ),
            (
                "The fire claimed the lives of six miners.",
                "Four miners were killed by the fire.",
                Some(Stance::Contradicts),
            ),
            // How old one of them was counts nobody.
            (
                "Five people died in the barn, among them a widow of 71.",
                "Four people were killed when the barn burned down.",
                Some(Stance::Contradicts),
            ),
            // Their homes are not their lives.
            ("Four people were killed when the barn burned down.", "Five people lost their homes in the barn.", None),
        ],
    );
}

#[test]
fn what_an_offer_would_bring_is_not_what_is() {
    let now = "The pilots, who earn 90,000 francs on average for a four-day week, voted on Friday.";
    let told = |subject: &str, takes: &str| {
        format!(
            "{subject} was worth 8 percent and {takes} the average pilot's basic pay to 95,000 francs for a four-day week."
        )
    };
    assert!(!disputes(&told("The offer", "would take"), now));
    assert!(disputes(&told("The raise", "took"), now));
}

#[test]
fn those_counted_besides_the_dead_are_a_toll_too() {
    let a = "Three people died in the avalanche. Nineteen people were injured, a doctor said.";
    assert!(disputes(a, "Three people died in the avalanche. Another 12 were injured, the guides said."));
    // Nobody of another state was counted before.
    assert!(!disputes(a, "The pass is closed. Another 12 were injured, the guides said."));
}

#[test]
fn two_counts_over_one_period_contradict() {
    assert_stances(
        different_quantity,
        &[
            (
                "The harbour office counts 40 people injured in falls on the pier since 2019.",
                "Since 2019, 26 people have been hurt after slipping on the pier, an insurer says.",
                Some(Stance::Contradicts),
            ),
            // Another period, what is counted beside others, a bound that fits.
            (
                "The harbour office counts 40 people injured in falls on the pier since 2019.",
                "Since 2023, 26 people have been hurt after slipping on the pier, an insurer says.",
                Some(Stance::Partly),
            ),
            (
                "Nine hikers were hurt on the ridge in May.",
                "Two other hikers were hurt on the ridge in May.",
                Some(Stance::Partly),
            ),
            (
                "Nine hikers were hurt on the ridge in May.",
                "More than five hikers were hurt on the ridge in May.",
                None,
            ),
        ],
    );
}

#[test]
fn numbers_of_things_of_one_name_measure_one_thing() {
    let same =
        |a: &str, b: &str| with_pair(a, b, |pair| find(pair, Relation::Different).map(|(a, b)| same_thing(pair, a, b)));
    assert_eq!(same("Alvo cut 900 head office jobs.", "About 1,200 jobs would go in Lund."), Some(true));
    // Two sums seldom are of one thing.
    assert_eq!(same("Alvo paid 3 million euros for it.", "A fine of 9 million euros hit Ost."), Some(false));
}

#[test]
fn of_figures_that_can_both_be_true_the_nearest_are_meant() {
    let storm = "The storm is moving west at 14 km/h with winds of 175 km/h.";
    with_pair(storm, "The storm is packing winds of up to 185 km/h.", |pair| {
        let found = vaguer_quantity(pair).unwrap();
        assert!(found.cue_a.unwrap().slice(storm).starts_with("175"), "{found:?}");
    });
}

#[test]
fn near_counts_of_one_name_are_of_one_thing_whatever_is_told_of_them() {
    let rest = "The museum of Ost opens on Friday. Bells rang in the harbour.";
    let gone = format!("Gone are the nine drinking vessels of the Prince of Ost. {rest}");
    let stolen =
        |count: &str| format!("{count} gold drinking vessels were stolen. Nobody was hurt. Snow fell in the hills.");
    assert!(disputes(&gone, &stolen("Eight")));
    assert!(!disputes(&gone, &stolen("Nine")));
    // Far from one another.
    assert!(!disputes(&gone, &stolen("Thirty")));
}

#[test]
fn what_two_details_measure_by_one_word_is_of_one_thing() {
    let disputed = |depth: &str| {
        let texts = [
            "The magnitude 6.9 quake hit at 4:12 a.m. (0912 GMT) about 30 km northwest of the fishing town of Ost, in Halland province, at a \
             depth of 20 km, Norland's Geophysical Institute said in a preliminary report.",
            &format!(
                "Authorities put the damage in Halland and Skane provinces at a billion crowns. Sunday's quake had a magnitude of 6.7 and a \
                 depth of {depth}."
            ),
            "It was the strongest quake to hit Norland in nine years. The magnitude 6.7 quake struck just after 4 a.m. on Sunday around 30 km off the coast near Ost.",
        ];
        let deep = |row: &crate::comparison::Row| row.statement.contains("depth");
        let disputed = |row: &crate::comparison::Row| row.cells.iter().any(|cell| cell.stance == Stance::Contradicts);
        rows(texts).iter().any(|row| deep(row) && disputed(row))
    };
    assert!(disputed("about 13 kilometres"));
    // It may be as much, and it is far too much.
    assert!(!disputed("about 19 kilometres"));
    assert!(!disputed("90 kilometres"));
}
