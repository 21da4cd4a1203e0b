//! The sentences in Spanish; the glossary is in `src/ui/words/spanish.rs`.

use super::super::rule::RuleName;
use super::{Grounds, QuotedCue};

fn quote(cue: &QuotedCue) -> String {
    let inside = |c| match c {
        '«' => '“',
        '»' => '”',
        c => c,
    };
    super::quote(&cue.words, ['«', '»'], inside)
}

/// Joins quoted words: "«a», «b» ni «c»". The articles are in English, so "y" never has to become "e".
fn list(cues: &[QuotedCue], and: &str) -> String {
    let quoted: Vec<String> = cues.iter().map(quote).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {and} {last}", first.join(", ")),
    }
}

/// Sets the words of the two sources against each other, and says what follows from it.
fn against(g: &Grounds<'_>, so: &str) -> Option<String> {
    let [one, other] = g.both()?;
    let so = if g.is_doubted() { "; puede que no hablen de lo mismo." } else { so };
    Some(format!("{} dice {} y {} dice {}{so}", g.home, quote(one), g.judged, quote(other)))
}

pub(super) fn sentence(g: &Grounds<'_>) -> Option<String> {
    let (home, judged) = (g.home, g.judged);
    Some(match g.rule {
        RuleName::SameWords => format!("{judged} lo dice casi con las mismas palabras que {home}."),
        RuleName::SameStatement if g.cues.is_empty() => {
            format!("{judged} dice casi lo mismo que {home}; no se ha encontrado ninguna diferencia.")
        }
        RuleName::SameStatement => {
            format!("Como {home}, {judged} menciona {}; no se ha encontrado ninguna diferencia.", list(&g.cues, "y"))
        }
        RuleName::SameQuantity => {
            let [one, other] = g.both()?;
            if one.says_as(other) {
                format!("{judged} da la misma cifra, {}.", quote(other))
            } else {
                format!("{judged} da la misma cifra: {}, donde {home} dice {}.", quote(other), quote(one))
            }
        }
        RuleName::PartOfIt if g.cues.is_empty() => {
            format!("{judged} dice una parte de lo que dice {home}, o lo mismo con otros detalles.")
        }
        RuleName::PartOfIt => format!("A diferencia de {home}, {judged} no menciona aquí {}.", list(&g.cues, "ni")),
        RuleName::Alike => format!("{judged} habla de lo mismo que {home}, con otras palabras."),
        RuleName::DifferentQuantity | RuleName::Quantity | RuleName::DifferentDate | RuleName::DifferentPlace => {
            against(g, ".")?
        }
        RuleName::VaguerQuantity | RuleName::VaguerDate => {
            let [one, other] = g.both()?;
            format!("{home} dice {} y {judged} dice {}; pueden ser ciertas las dos cosas.", quote(one), quote(other))
        }
        RuleName::Opposite if g.is_doubted() => against(g, "; puede que no hablen de lo mismo.")?,
        RuleName::OtherWord => against(g, "; no se encontró otra diferencia.")?,
        RuleName::Opposite | RuleName::Quantifier | RuleName::Rank | RuleName::Corrected => {
            against(g, "; no pueden ser ciertas las dos cosas.")?
        }
        RuleName::Exclusive => against(g, "; solo una de las dos cosas puede ser cierta.")?,
        RuleName::Negation | RuleName::NegationOf | RuleName::NegationApart => {
            let [not, so] = g.two()?;
            let end = if g.is_doubted() { "; puede que no hablen de lo mismo" } else { "" };
            format!("{} dice {} donde {} dice {}{end}.", g.holder(not), quote(not), g.other(not), quote(so))
        }
        RuleName::Undecided => against(g, "; lo decidido ya no está abierto.")?,
        RuleName::Revoked => against(g, "; lo que se retiró ya no rige.")?,
        RuleName::Denial => {
            let [denial, _] = g.two()?;
            format!("{} dice {} de lo que cuenta {}.", g.holder(denial), quote(denial), g.other(denial))
        }
        RuleName::Role => {
            let [one, other] = g.both()?;
            format!("Lo que {home} dice de {}, {judged} lo dice de {}.", quote(one), quote(other))
        }
        RuleName::Name => {
            let [one, other] = g.both()?;
            let end = if g.is_doubted() { "; puede que no hablen de lo mismo" } else { "" };
            format!("{home} nombra {} y {judged} nombra {}{end}.", quote(one), quote(other))
        }
        RuleName::DifferentPerson => {
            let [one, other] = g.both()?;
            format!("{home} nombra {} y {judged} nombra {} para el mismo cargo.", quote(one), quote(other))
        }
        RuleName::Framing => {
            let [one, other] = g.both()?;
            format!("{home} lo cuenta con {} y {judged} con {}.", quote(one), quote(other))
        }
        RuleName::Cause => {
            let [one, other] = g.both()?;
            format!("{home} da {} como causa y {judged} da {}.", quote(one), quote(other))
        }
        RuleName::Scope => {
            let [one, other] = g.both()?;
            format!("{home} lo dice de {} y {judged} de {}.", quote(one), quote(other))
        }
        RuleName::OtherSpeaker => {
            let [one, other] = g.both()?;
            format!("{home} lo toma de {} y {judged} de {}.", quote(one), quote(other))
        }
        RuleName::Hedge => {
            let hedge = g.first()?;
            format!(
                "{} lo deja abierto con {}; {} lo afirma sin reservas.",
                g.holder(hedge),
                quote(hedge),
                g.other(hedge)
            )
        }
        RuleName::Headline => format!("{judged} lo dice en un titular, sin ponerlo en duda ni negarlo."),
        RuleName::HeadlineDistance => {
            let cue = g.first()?;
            if cue.words == "?" {
                format!("{judged} lo plantea como pregunta.")
            } else {
                format!("{judged} toma distancia con {}.", quote(cue))
            }
        }
        RuleName::Statement => "La afirmación está tomada de estas palabras.".to_owned(),
        RuleName::NotFound => format!("Ninguna frase de {judged} lo dice."),
        RuleName::Language => "El texto está en un idioma que aún no se analiza.".to_owned(),
        RuleName::Excerpt => "Solo hay un extracto del artículo, así que no se sabe qué omite.".to_owned(),
        RuleName::LacksWords => {
            format!("El pasaje no menciona {}.", list(Some(g.cues.as_slice()).filter(|c| !c.is_empty())?, "ni"))
        }
        RuleName::FewWords => "El pasaje apenas tiene palabras en común con la afirmación.".to_owned(),
        RuleName::OtherStatement => {
            "El pasaje tiene palabras en común con la afirmación, pero dice otra cosa.".to_owned()
        }
    })
}

pub(super) fn title(rule: RuleName) -> &'static str {
    match rule {
        RuleName::SameWords => "mismas palabras",
        RuleName::SameStatement => "misma afirmación",
        RuleName::SameQuantity => "misma cifra",
        RuleName::PartOfIt => "solo una parte",
        RuleName::Alike => "otras palabras",
        RuleName::DifferentQuantity | RuleName::Quantity => "cifra distinta",
        RuleName::VaguerQuantity => "cifra menos precisa",
        RuleName::DifferentDate => "fecha distinta",
        RuleName::VaguerDate => "fecha menos precisa",
        RuleName::DifferentPlace => "lugar distinto",
        RuleName::Opposite => "palabras opuestas",
        RuleName::OtherWord => "otra palabra",
        RuleName::Exclusive => "lo uno o lo otro",
        RuleName::Quantifier => "ninguno o alguno",
        RuleName::Rank => "otro puesto",
        RuleName::Corrected => "corrección",
        RuleName::Undecided => "abierto o decidido",
        RuleName::Revoked => "sin efecto",
        RuleName::Negation | RuleName::NegationOf | RuleName::NegationApart => "negación",
        RuleName::Denial => "desmentido",
        RuleName::Role => "papeles cambiados",
        RuleName::Name => "nombre distinto",
        RuleName::DifferentPerson => "otra persona",
        RuleName::Framing => "otro enfoque",
        RuleName::Cause => "otra causa",
        RuleName::Scope => "otro alcance",
        RuleName::OtherSpeaker => "otra fuente citada",
        RuleName::Hedge => "reserva",
        RuleName::Headline => "titular",
        RuleName::HeadlineDistance => "distancia en el titular",
        RuleName::Statement => "origen de la afirmación",
        RuleName::NotFound => "no encontrado",
        RuleName::Language => "idioma",
        RuleName::Excerpt => "extracto",
        RuleName::LacksWords => "faltan palabras",
        RuleName::FewWords => "casi nada en común",
        RuleName::OtherStatement => "otra afirmación",
    }
}
