//! What a negation of one claim makes of the other.

use super::*;
use crate::stance::testing::assert_judged;
use crate::testing::disputes;

#[test]
fn a_negated_verb_of_both_is_never_passed_over() {
    assert_judged(&[
        ("Director Ines Roth said she would resign.", "“I will not resign,” said Ines Roth.", Stance::Contradicts),
        ("Owner Karl Beck said he would rebuild it.", "“We will not rebuild,” Beck said.", Stance::Contradicts),
        (
            "The ferry sailed on Monday.",
            "Ana Cruz, a nurse, said the ferry did not sail from the old harbour.",
            Stance::Partly,
        ),
        // No sign of it.
        (
            "The panel found no evidence that Holm had falsified data.",
            "The panel found that Holm had falsified data.",
            Stance::Contradicts,
        ),
        (
            "The panel found no evidence that Holm had falsified data.",
            "Holm had falsified data for years, a former pupil wrote in a letter.",
            Stance::Partly,
        ),
        // Who refuses it and does it is one.
        (
            "The board of Lund rejected a cut in the tax on hotels.",
            "The board of Lund cut the tax on hotels by half.",
            Stance::Contradicts,
        ),
        (
            "The board of Lund rejected a plan on Friday to replace the old pipes.",
            "The board of Lund voted on Friday to replace the old pipes.",
            Stance::Contradicts,
        ),
        ("The guests of Lund rejected a cut in the tax.", "The board of Ost cut the tax by half.", Stance::Partly),
        // What is denied was done, whoever else or whatever else is told of.
        (
            "Police searched her office and her barn on Monday and took away papers.",
            "Her barn was not searched, said her lawyer.",
            Stance::Contradicts,
        ),
        (
            "The inquiry found that a nurse had failed to raise the alarm.",
            "Nurse Ida Holm, who raised the alarm twice that night, wept in the gallery.",
            Stance::Contradicts,
        ),
        (
            "A man drowned in the south of Ost county, where two dams broke.",
            "The sheriff said that nobody had drowned in the county.",
            Stance::Contradicts,
        ),
        (
            "The governor declared a state of emergency in three districts on Sunday.",
            "The governor does not plan to declare an emergency, as there is money left.",
            Stance::Contradicts,
        ),
        (
            "The governor declared a state of emergency in three districts on Sunday.",
            "The governor did not plan to declare an emergency, as there was money left.",
            Stance::Partly,
        ),
        (
            "The mayor of Lund sold the inn's barn to a farmer.",
            "The mayor does not plan to sell the inn, her office said.",
            Stance::Partly,
        ),
        (
            "Mayor Ida Holm has resigned.",
            "\"I have not resigned and I will not resign,\" said Mayor Ida Holm.",
            Stance::Contradicts,
        ),
        (
            "A man drowned in the south of Ost county, where two dams broke.",
            "The sheriff said that nobody had drowned in the lake.",
            Stance::Partly,
        ),
        // By somebody else, to something else, of something else, in another year.
        (
            "In 2021 the town of Ost paid a ransom of 60 million for its files.",
            "No ransom was paid, the town said.",
            Stance::Partly,
        ),
        (
            "Mayor Karl Beck signed the contract for the arena in Lund.",
            "The mayor's deputy did not sign the contract, to the relief of the union.",
            Stance::Partly,
        ),
        ("The court in Lund heard the first witness on Monday.", "The court did not hear the lawyers.", Stance::Partly),
        (
            "The council approved the budget for roads and bridges.",
            "The council did not approve the budget for schools.",
            Stance::Partly,
        ),
        // All that is denied is said, with more; and the other way round, where the denial may be of the detail alone.
        ("Medara paid a ransom of 9 million.", "Medara had refused to pay a ransom.", Stance::Contradicts),
        ("Medara paid a ransom.", "Medara did not pay a ransom of 9 million in coins to the gang.", Stance::Partly),
        ("The line was restored.", "The line will not be restored until Monday.", Stance::Partly),
        ("The line opens on May 6.", "The line does not open until May 6.", Stance::Supports),
        ("The pool will stay open until midnight.", "The pool will not stay open until midnight.", Stance::Contradicts),
    ]);
}

#[test]
fn two_of_one_family_deny_nothing_of_each_other() {
    let sister = "The hiker's sister told the court in Lund that she blamed the guide.";
    assert!(!disputes(sister, "The hiker's widow told the court in Lund that she did not blame the guide."));
    assert!(disputes(sister, "The hiker's sister told the court in Lund that she did not blame the guide."));
}

#[test]
fn without_and_refusing_turn_round_what_they_stand_by() {
    assert_judged(&[
        ("The abbot resigned on Monday.", "The abbot resigned without warning on Monday.", Stance::Supports),
        ("The dam was built with a permit.", "The dam was built without a permit.", Stance::Contradicts),
        ("4,000 homes lost power in the storm.", "The storm left 4,000 homes without power.", Stance::Supports),
        (
            "The union was made an offer by the mill on Monday.",
            "The union rejected the offer of the mill on Monday.",
            Stance::Partly,
        ),
        (
            "The union was made an offer by the mill on Monday.",
            "The union turned down the offer of the mill on Monday.",
            Stance::Partly,
        ),
    ]);
}

#[test]
fn what_one_does_and_the_other_denies_is_told_before_what_is_missing() {
    crate::stance::testing::assert_found(
        denied_deed,
        &[
            ("It collided with a fishing boat.", "Holm Shipping denied that the ship had collided with a boat.", true),
            ("Trainer Ida Roth complained that the winner was offside.", "It was not offside.", true),
            ("Inspectors found 14 faults in Lund.", "He denied that any fault had been found in May.", true),
            // Another deed, and the same in other words.
            ("The choir of Lund sang on Monday.", "The mayor of Lund did not eat on Monday.", false),
            ("Ida Roth had not heard them.", "Ida Roth heard nothing.", false),
        ],
    );
}
