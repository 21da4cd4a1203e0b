//! What the cutting of sentences is held to; no sentence here is of a labelled story.

use super::*;
use crate::span::Span;
use crate::tag::tag;
use crate::token::tokenize;

fn cut(text: &str) -> Vec<String> {
    let tokens = tokenize(text, Span::new(0, text.len()));
    let tags = tag(&tokens);
    segments(&tokens, &tags)
        .into_iter()
        .filter(|s| !s.tokens.is_empty())
        .map(|s| Span::new(tokens[s.tokens.start].span.start, tokens[s.tokens.end - 1].span.end).slice(text).to_owned())
        .collect()
}

#[test]
fn coordinated_predicates_are_two() {
    assert_eq!(
        cut("The storm flattened barns and blocked the main road"),
        ["The storm flattened barns", "blocked the main road"]
    );
    assert_eq!(cut("Police and firemen searched the river"), ["Police and firemen searched the river"]);
}

#[test]
fn coordinated_clauses_are_several() {
    assert_eq!(
        cut("Ten people were killed, 14 were injured and about 30 houses were damaged"),
        ["Ten people were killed", "14 were injured", "about 30 houses were damaged"]
    );
    assert_eq!(
        cut("Seven children remain in hospital and 14 were sent home"),
        ["Seven children remain in hospital", "14 were sent home"]
    );
}

#[test]
fn a_comparison_behind_a_comma_stays() {
    assert_eq!(
        cut("About 70 percent of voters took part, fewer than four years ago"),
        ["About 70 percent of voters took part, fewer than four years ago"]
    );
}

#[test]
fn what_is_taken_out_of_a_whole_stays() {
    assert_eq!(
        cut("Ten were taken to hospital, and all but one have gone home"),
        ["Ten were taken to hospital, and all but one have gone home"]
    );
}

#[test]
fn relative_and_participial_clauses_stand_alone() {
    assert_eq!(
        cut("The fire sparked an explosion that killed three workers, forcing the plant to close"),
        ["The fire sparked an explosion", "that killed three workers", "forcing the plant to close"]
    );
}

#[test]
fn subordinate_clauses_stand_alone() {
    assert_eq!(
        cut("The mayor resigned after auditors found missing money in the budget"),
        ["The mayor resigned", "after auditors found missing money in the budget"]
    );
}

#[test]
fn what_was_won_or_done_besides_stands_alone() {
    assert_eq!(
        cut("The rowers beat Norway in the final, to win the cup for the first time"),
        ["The rowers beat Norway in the final", "to win the cup for the first time"]
    );
    assert_eq!(
        cut("She won two races in Oslo, as well as playing in the final"),
        ["She won two races in Oslo", "playing in the final"]
    );
    // A purpose without a comma belongs to what it is for, and so do two things of one kind.
    assert_eq!(cut("The rowers went to Oslo to win the cup"), ["The rowers went to Oslo to win the cup"]);
    assert_eq!(cut("The club owns boats as well as bicycles"), ["The club owns boats as well as bicycles"]);
}

#[test]
fn what_came_before_and_a_part_of_those_counted_stand_alone() {
    assert_eq!(
        cut("The coach left the road after hitting a fallen pine near the pass"),
        ["The coach left the road", "after hitting a fallen pine near the pass"]
    );
    assert_eq!(
        cut("Thirty hikers were rescued, six of them by helicopter"),
        ["Thirty hikers were rescued", "six of them by helicopter"]
    );
}

#[test]
fn a_clause_behind_and_that_stands_alone() {
    assert_eq!(
        cut("Gangs are regrouping in the south, and that new laboratories near the border are a threat"),
        ["Gangs are regrouping in the south", "new laboratories near the border are a threat"]
    );
    assert_eq!(
        cut("The council passed a rule that bans fires and that limits noise"),
        ["The council passed a rule", "that bans fires and that limits noise"]
    );
}

#[test]
fn a_subject_may_hold_an_apposition_or_a_relative_clause() {
    assert_eq!(
        cut("Farmers lost the harvest, though Gov. Ana Ruiz, a former banker, has called the damage small"),
        ["Farmers lost the harvest", "though Gov. Ana Ruiz, a former banker, has called the damage small"]
    );
    assert_eq!(
        cut("The tariff is gone, and a tax on lumber that was to take effect this week will be put off"),
        ["The tariff is gone", "a tax on lumber", "that was to take effect this week", "will be put off"]
    );
    assert_eq!(
        cut("Trade with India was down, while exports to Chile, Peru, Kenya and Ghana were also cut"),
        ["Trade with India was down", "while exports to Chile, Peru, Kenya and Ghana were also cut"]
    );
}

#[test]
fn bounds_and_spans_of_time_go_with_what_they_measure() {
    assert_eq!(
        cut("Divers pulled five men from the wreck, and as many as 10 people were still inside"),
        ["Divers pulled five men from the wreck", "as many as 10 people were still inside"]
    );
    assert_eq!(
        cut("The mayor defended the rule on Friday, hours after two unions asked a court to stop it"),
        ["The mayor defended the rule on Friday", "hours after two unions asked a court to stop it"]
    );
}

#[test]
fn a_relative_clause_that_says_of_whom_it_holds_stays() {
    for text in [
        "Anyone who has bought the cheese should not eat it",
        "The law allows patients who have six months to live to ask for a drug",
    ] {
        assert_eq!(cut(text), [text]);
    }
}

#[test]
fn the_main_verb_is_found_behind_a_state() {
    assert_eq!(
        cut("A man accused of the raid in Leeds that left a guard wounded will go on trial"),
        ["A man accused of the raid in Leeds", "that left a guard wounded", "will go on trial"]
    );
    assert_eq!(
        cut("The driver of the coach in which eight people died was on his second trip"),
        ["The driver of the coach", "in which eight people died", "was on his second trip"]
    );
}

#[test]
fn members_of_a_list_and_the_commas_of_a_date_cut_nothing() {
    for text in [
        "The records include names, dates of birth, addresses and medical notes",
        "The April 16, 2016, earthquake in the same region left 673 dead",
    ] {
        assert_eq!(cut(text), [text]);
    }
}

#[test]
fn what_stands_between_commas_interrupts() {
    assert_eq!(
        cut("The firm, based in Lund, Sweden, has 700 members in 11 states"),
        ["The firm", "based in Lund, Sweden", "has 700 members in 11 states"]
    );
    assert_eq!(
        cut("The 30-day truce, agreed in Geneva on Sunday, came into effect at midnight"),
        ["The 30-day truce", "agreed in Geneva on Sunday", "came into effect at midnight"]
    );
}

#[test]
fn how_long_after_opens_no_clause() {
    assert_eq!(
        cut("Thorne put the visitors ahead after 12 minutes and Ruiz doubled the lead with a free kick"),
        ["Thorne put the visitors ahead after 12 minutes", "Ruiz doubled the lead with a free kick"]
    );
    assert_eq!(
        cut("Shops close as the chain swings the axe — and up to 1,200 clerks will be out of a job"),
        ["Shops close", "as the chain swings the axe", "up to 1,200 clerks will be out of a job"]
    );
}

#[test]
fn what_holds_of_a_part_keeps_the_words_for_the_part() {
    assert_eq!(
        cut("The ferry carried 40 cadets, none of whom could swim, and sank within minutes"),
        ["The ferry carried 40 cadets", "none of whom could swim", "sank within minutes"]
    );
    assert_eq!(
        cut("The council bought five buses, two of which have never run"),
        ["The council bought five buses", "two of which have never run"]
    );
}

#[test]
fn a_relative_clause_may_have_two_predicates_before_the_main_verb() {
    assert_eq!(
        cut("The baker, who left school early and drove a taxi for years, will open a second shop"),
        ["The baker", "who left school early", "drove a taxi for years", "will open a second shop"]
    );
}

#[test]
fn a_comment_on_the_statement_keeps_its_first_words() {
    assert_eq!(
        cut("The club sold its best striker on Friday, in a move that surprised its supporters"),
        ["The club sold its best striker on Friday", "in a move that surprised its supporters"]
    );
    assert_eq!(
        cut("The mill employs 40 people, compared with 900 in its best years"),
        ["The mill employs 40 people, compared with 900 in its best years"]
    );
}

#[test]
fn an_apposition_in_what_leads_in_stays_there() {
    assert_eq!(
        cut("In the fire at Ost, the worst in living memory, 16 people were hurt"),
        ["In the fire at Ost, the worst in living memory, 16 people were hurt"]
    );
    assert_eq!(
        cut("In May the mayor of Ost, a former teacher of sports, closed the mill"),
        ["In May the mayor of Ost", "a former teacher of sports", "closed the mill"]
    );
}

#[test]
fn a_clause_behind_an_apposition_stands_alone() {
    assert_eq!(
        cut("Four sheep caught anthrax, a disease of the blood, but the whole flock was spared"),
        ["Four sheep caught anthrax", "a disease of the blood", "the whole flock was spared"]
    );
}

#[test]
fn two_prepositions_of_one_noun_join_no_clauses() {
    assert_eq!(
        cut("The port was shut and all ferries to and from the island were cancelled"),
        ["The port was shut", "all ferries to and from the island were cancelled"]
    );
    assert_eq!(
        cut("The defeat robs the party of its leader and of the woman trusted with the campaign"),
        ["The defeat robs the party of its leader and of the woman trusted with the campaign"]
    );
}

#[test]
fn a_closing_mark_stays_with_its_quotation() {
    assert_eq!(
        cut("The bank changed its advice to \"sell,\" expecting the price to fall by half"),
        ["The bank changed its advice to \"sell,\"", "expecting the price to fall by half"]
    );
}

#[test]
fn words_that_go_with_a_clause_are_cut_off_with_it() {
    assert_eq!(
        cut("The farmer sold the herd even though his sons wanted the farm"),
        ["The farmer sold the herd", "even though his sons wanted the farm"]
    );
    assert_eq!(
        cut("The dam gave way just hours after engineers had inspected its gates"),
        ["The dam gave way", "just hours after engineers had inspected its gates"]
    );
    assert_eq!(
        cut("The singer cancelled the concert not because she was ill"),
        ["The singer cancelled the concert not because she was ill"]
    );
}

#[test]
fn a_short_clause_with_a_subject_is_a_statement() {
    assert_eq!(
        cut("The lamps had burnt out in spring and the sirens did not go off"),
        ["The lamps had burnt out in spring", "the sirens did not go off"]
    );
}

#[test]
fn a_determiner_may_be_a_subject() {
    assert_eq!(
        cut("Villagers carried water up the hill, and many were treated for burns"),
        ["Villagers carried water up the hill", "many were treated for burns"]
    );
    assert_eq!(
        cut("The farm, having been flooded twice last winter, was sold to a neighbour"),
        ["The farm", "having been flooded twice last winter", "was sold to a neighbour"]
    );
}

#[test]
fn what_commas_part_from_the_verb_leaves_the_clause_whole() {
    assert_eq!(
        cut("The fire, suspected to have been lit by boys, reached a barn"),
        ["The fire", "suspected to have been lit by boys", "reached a barn"]
    );
}

#[test]
fn a_predicate_behind_a_participle_stands_alone() {
    assert_eq!(
        cut("The rowers won the cup, beating Norway in the final, and will meet Chile in May"),
        ["The rowers won the cup", "beating Norway in the final", "will meet Chile in May"]
    );
}

#[test]
fn a_place_in_an_order_keeps_its_span() {
    assert_eq!(
        cut("It was the first time that snow had fallen there since the station opened its doors"),
        ["It was the first time that snow had fallen there since the station opened its doors"]
    );
}

#[test]
fn alternatives_and_counted_times_stay_whole() {
    let lost = "The ring was lost in the garden or was stolen by a guest";
    assert_eq!(cut(lost), [lost]);
    let forbidden = "Letters must not be opened, copied or sold";
    assert_eq!(cut(forbidden), [forbidden]);
    let third = "It is the third time in a month that trains have stood still on the line";
    assert_eq!(cut(third), [third]);
}

#[test]
fn a_second_infinitive_is_no_subject() {
    let text = "The gale could fell old trees and cause power cuts on the coast";
    assert_eq!(cut(text), [text]);
}

#[test]
fn a_short_apposition_stays_with_its_relative_clause() {
    assert_eq!(
        cut("The council closed the market on Friday, a step that could ruin the old town"),
        ["The council closed the market on Friday", "a step that could ruin the old town"]
    );
}

#[test]
fn when_it_was_goes_with_the_predicate_behind_it() {
    assert_eq!(
        cut("The potter was praised by many and, in 1987, opened a school in the old mill"),
        ["The potter was praised by many", "in 1987, opened a school in the old mill"]
    );
}

#[test]
fn a_compound_hides_no_absolute() {
    assert_eq!(
        cut("The home side collapsed, with left-arm bowler Ana Ruiz taking seven wickets"),
        ["The home side collapsed", "left-arm bowler Ana Ruiz taking seven wickets"]
    );
}

#[test]
fn a_condition_and_a_whole_go_with_their_clause() {
    let whole = |text: &str| assert_eq!(cut(text), [text]);
    whole("\"If the bus had been on time, we would have been on it\"");
    whole("Of the six who died, four were children");
}

#[test]
fn what_others_make_of_a_statement_stands_alone() {
    assert_eq!(
        cut("Troops freed the camp, something the rebels deny"),
        ["Troops freed the camp", "something the rebels deny"]
    );
    assert_eq!(
        cut("Hart was sixth on Sunday, a result that she called a dream"),
        ["Hart was sixth on Sunday", "a result that she called a dream"]
    );
}

#[test]
fn a_subject_keeps_its_verb_behind_what_limits_it() {
    assert_eq!(
        cut("A bus that was due at 5:40 a.m. was running late on Monday"),
        ["A bus", "that was due at 5:40 a.m.", "was running late on Monday"]
    );
    assert_eq!(
        cut("In Porto, a man who depended on a machine died on Monday"),
        ["In Porto, a man", "who depended on a machine", "died on Monday"]
    );
    assert_eq!(
        cut("The ruling hurts Lofta, whose founder, Ana Ruiz, has spent years in court"),
        ["The ruling hurts Lofta", "whose founder, Ana Ruiz, has spent years in court"]
    );
    assert_eq!(
        cut("The pit will close in May, and many of those who left the town had hoped to stay"),
        ["The pit will close in May", "many of those who left the town had hoped to stay"]
    );
}

#[test]
fn what_is_done_meanwhile_stands_alone() {
    assert_eq!(
        cut("Prices rose by a tenth, with queues forming in the capital"),
        ["Prices rose by a tenth", "queues forming in the capital"]
    );
    assert_eq!(
        cut("The airport is open, with flights expected to leave on Monday"),
        ["The airport is open", "flights expected to leave on Monday"]
    );
    assert_eq!(
        cut("Lang defended the deficit, projected at two billion this year"),
        ["Lang defended the deficit", "projected at two billion this year"]
    );
}

#[test]
fn a_relative_clause_keeps_its_participle() {
    assert_eq!(
        cut("The study, which has not been peer reviewed, found a link to tea"),
        ["The study", "which has not been peer reviewed", "found a link to tea"]
    );
    assert_eq!(
        cut("Lang, who had earlier ruled out a rise, left on Monday night"),
        ["Lang", "who had earlier ruled out a rise", "left on Monday night"]
    );
}

#[test]
fn the_main_verb_is_found_behind_two_predicates_of_a_relative_clause() {
    assert_eq!(
        cut("A farm that has lost its cows and cannot pay the vet has just bought a tractor"),
        ["A farm", "that has lost its cows", "cannot pay the vet", "has just bought a tractor"]
    );
    assert_eq!(
        cut("Pupils who cannot attend can watch the play online"),
        ["Pupils who cannot attend", "can watch the play online"]
    );
}

#[test]
fn a_clause_between_dashes_interrupts() {
    assert_eq!(
        cut("The school – only sixty pupils go there – will be closed in May"),
        ["The school", "only sixty pupils go there", "will be closed in May"]
    );
    assert_eq!(
        cut("The school closed – and two nurseries – in May"),
        ["The school closed – and two nurseries – in May"]
    );
}

#[test]
fn what_came_then_stands_alone() {
    assert_eq!(
        cut("When the bell rang, the pupils cheered, then somebody opened the gate"),
        ["When the bell rang, the pupils cheered", "then somebody opened the gate"]
    );
}

#[test]
fn what_follows_from_a_statement_stands_alone() {
    assert_eq!(
        cut("The oven has only two shelves, so that loaves cannot be turned"),
        ["The oven has only two shelves", "loaves cannot be turned"]
    );
}
