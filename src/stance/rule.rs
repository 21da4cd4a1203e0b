//! The names of all rules: those that compare two claims, and those that judge a document without a claim to compare.
//!
//! A name stands in comparisons (`reasons[].rule`), in the weights of the model and in tests. Its sentence for the reader is in
//! `reason/`, one table for each language, which does not compile without it.

use std::fmt;

/// Makes the names from one list, so that no second list has to be kept.
macro_rules! rule_names {
    ($($(#[doc = $doc:literal])+ $rule:ident $name:literal,)+) => {
        /// The name of a rule.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RuleName {
            $($(#[doc = $doc])+ $rule,)+
        }

        impl RuleName {
            /// Every name.
            pub const ALL: &[Self] = &[$(Self::$rule,)+];

            /// Returns the name as it stands in a comparison.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$rule => $name,)+
                }
            }
        }
    };
}

rule_names! {
    /// Both say it in nearly the same words.
    SameWords "same-words",
    /// Both say much the same.
    SameStatement "same-statement",
    /// Both give a figure alike.
    SameQuantity "same-quantity",
    /// The second gives part of the first.
    PartOfIt "part-of-it",
    /// In one row, but no rule finds anything.
    Alike "alike",
    /// Different numbers for the same thing.
    DifferentQuantity "different-quantity",
    /// Numbers that cannot both be, as far as their nouns tell.
    Quantity "quantity",
    /// One number is vaguer than the other.
    VaguerQuantity "vaguer-quantity",
    /// Different days or times.
    DifferentDate "different-date",
    /// One day or time is vaguer than the other.
    VaguerDate "vaguer-date",
    /// Different places by their bearing.
    DifferentPlace "different-place",
    /// Words that are opposites.
    Opposite "opposite",
    /// Another word in the same place, of which no list says more.
    OtherWord "other-word",
    /// Words of which only one can hold.
    Exclusive "exclusive",
    /// None against some.
    Quantifier "quantifier",
    /// An order that one takes back and the other lets stand.
    Revoked "revoked",
    /// A figure that one says is wrong.
    Corrected "corrected",
    /// A matter that is open in one and decided in the other.
    Undecided "undecided",
    /// Different places in one order.
    Rank "rank",
    /// One negates a word that both have.
    Negation "negation",
    /// One negates what the other tells in other words.
    NegationApart "negation-apart",
    /// One negates a word that both have, though they hold equally many negations.
    NegationOf "negation-of",
    /// One says that what the other tells is false.
    Denial "denial",
    /// Who does it and who suffers it are swapped.
    Role "role",
    /// Different names in the same place.
    Name "name",
    /// Two holders of one office.
    DifferentPerson "different-person",
    /// One act told in two lights.
    Framing "framing",
    /// Another cause of the same.
    Cause "cause",
    /// Of all in one, of some in the other.
    Scope "scope",
    /// The same from another speaker.
    OtherSpeaker "other-speaker",
    /// One says it flatly, the other leaves it open.
    Hedge "hedge",
    /// A headline tells it.
    Headline "headline",
    /// A headline keeps it at a distance.
    HeadlineDistance "headline-distance",
    /// The statement of the row is taken from this document.
    Statement "statement",
    /// No sentence of the document says it.
    NotFound "not-found",
    /// The document is in a language that is not analysed.
    Language "language",
    /// The document is an excerpt that does not say it.
    Excerpt "excerpt",
    /// The nearest sentence lacks words of the statement.
    LacksWords "lacks-words",
    /// The nearest sentence shares next to nothing with the statement.
    FewWords "few-words",
    /// The nearest sentence has the words but says something else.
    OtherStatement "other-statement",
}

impl RuleName {
    /// Tells whether the rule looks at one document alone, so that its sentence names no other.
    pub fn is_of_one_document(self) -> bool {
        matches!(
            self,
            Self::Statement
                | Self::NotFound
                | Self::Language
                | Self::Excerpt
                | Self::Headline
                | Self::HeadlineDistance
                | Self::LacksWords
                | Self::FewWords
                | Self::OtherStatement
        )
    }

    /// Returns the rule of a name, none for a name that is not ours.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|rule| rule.as_str() == name)
    }
}

impl fmt::Display for RuleName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
