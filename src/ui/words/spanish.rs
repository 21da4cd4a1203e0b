//! The Spanish table, in the Spanish of newspapers that is read alike in Spain and America.
//!
//! Glossary, one word for each thing: claim, *afirmación*; article, *artículo*; source, *fuente* (never *medio*: a source may be an
//! agency or a school paper); row, *fila*; stance, what the source does: *lo afirma*, *en parte*, *con reservas*, *lo contradice*,
//! *no lo dice* (not *lo omite*, which blames), *sin evaluar*; verdict, *en común*, *con matices*, *en disputa*, *de una sola fuente*;
//! judgement, *valoración*; evidence and quotation, *cita*; cue, *palabra clave*; hedge, *reserva*; attributed to, *atribuido a*;
//! excerpt, *extracto*; rule, *regla*. Buttons and fields are infinitives, everything else is impersonal: the reader is neither *tú* nor
//! *usted*. Quotation marks are « »; no accent on *solo*; a number has its unit after a space.

use super::super::state::Mode;
use super::{Forms, Judged, Table};
use crate::export::Format;
use crate::language::Language;
use crate::matrix::Verdict;
use crate::reconciliation::{Agreement, Kind};
use crate::stance::Stance;
use crate::wording;

/// Tells whether a word begins with the sound of an i, before which "y" becomes "e"; not with that of a semivowel ("hielo").
fn sounds_like_i(word: &str) -> bool {
    let lower = word.to_lowercase();
    let sound = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    let sound = sound.strip_prefix('h').unwrap_or(sound);
    let mut letters = sound.chars();
    match letters.next() {
        Some('í') => true,
        Some('i') => !letters.next().is_some_and(|next| "aeouáéóú".contains(next)),
        _ => false,
    }
}

pub(super) static TABLE: Table = Table {
    join: |names| match names {
        [] => String::new(),
        [one] => one.clone(),
        [many @ .., last] => format!("{} {} {last}", many.join(", "), if sounds_like_i(last) { "e" } else { "y" }),
    },
    quoted: |words| format!("«{words}»"),
    counts: [
        "Ningún", "Un", "Dos", "Tres", "Cuatro", "Cinco", "Seis", "Siete", "Ocho", "Nueve", "Diez", "Once", "Doce",
    ],
    articles: Forms { one: "artículo", many: "de artículos", other: "artículos" },
    claims: Forms { one: "afirmación", many: "de afirmaciones", other: "afirmaciones" },
    words: Forms { one: "palabra", many: "de palabras", other: "palabras" },
    judgements: Forms { one: "valoración", many: "de valoraciones", other: "valoraciones" },

    stance: |stance| wording::stance(Language::Spanish, stance),
    stance_meaning: |stance| match stance {
        Stance::Supports => "La fuente dice lo mismo.",
        Stance::Partly => "La fuente dice una parte, o lo mismo con otro detalle.",
        Stance::Hedges => "La fuente lo da por posible o sin confirmar donde otra lo da por hecho, o al revés.",
        Stance::Contradicts => "La fuente dice algo que no puede ser cierto a la vez.",
        Stance::Omits => "La fuente no dice nada de ello.",
        Stance::Unjudged => "No se puede evaluar: es un extracto, o está en un idioma que aún no se analiza.",
    },
    verdict: |verdict| wording::verdict(Language::Spanish, verdict),
    verdict_heading: |verdict, only| match (verdict, only) {
        (Verdict::Agreed, _) => "En común".to_owned(),
        (Verdict::Qualified, _) => "Con matices".to_owned(),
        (Verdict::Disputed, _) => "En disputa".to_owned(),
        (Verdict::SingleSource, Some(name)) => format!("Solo en {name}"),
        (Verdict::SingleSource, None) => "En una sola fuente".to_owned(),
    },
    voice: |voice, speaker| wording::voice(Language::Spanish, voice, speaker),
    sure: ["certeza muy alta", "certeza alta", "certeza media", "certeza baja"],
    by_person: wording::by_person(Language::Spanish),
    note: wording::note(Language::Spanish),
    by_rule: |rules| format!("regla: {rules}"),

    untitled: wording::untitled(Language::Spanish),
    summary: |articles, claims, judged, words| match judged {
        Judged::Pending => format!("{articles}. Nada sale de este dispositivo."),
        Judged::Here => {
            format!(
                "{articles}, {claims}. Comparación hecha en este dispositivo; no se ha enviado nada a ninguna parte."
            )
        }
        Judged::Corrected(count) => format!(
            "{articles}, {claims}. Comparación hecha en este dispositivo, con {} de una persona; no se ha enviado nada a ninguna parte.",
            words.count(words.judgements, *count)
        ),
        Judged::Program(name) => {
            format!("{articles}, {claims}. Comparación hecha de antemano por {name}; nada sale de este dispositivo.")
        }
        Judged::Both(name, count) => format!(
            "{articles}, {claims}. Comparación hecha de antemano por {name}, con {} de una persona; nada sale de este dispositivo.",
            words.count(words.judgements, *count)
        ),
        Judged::Person => {
            format!("{articles}, {claims}. Todas las valoraciones son de una persona; nada sale de este dispositivo.")
        }
    },
    some_program: "otro programa",
    one_article: "Aquí hay un solo artículo y nada con qué compararlo: cada afirmación de la lista está solo en él.",
    nothing_shared: "Ninguna afirmación está en más de uno de estos artículos.",
    nothing_differs: "No se ha encontrado ninguna diferencia: lo que cuentan varios artículos lo cuentan igual.",
    is_excerpt: |names, several| {
        if several {
            format!("{names} son extractos: lo que no mencionan puede estar en las partes que faltan.")
        } else {
            format!("{names} es un extracto: lo que no menciona puede estar en la parte que falta.")
        }
    },
    not_judged: |names, several| {
        format!("{names} no se {} podido evaluar. {}", if several { "han" } else { "ha" }, read_only(several))
    },
    not_english: |names, several| {
        let seem = if several { "parecen" } else { "parece" };
        format!("{names} no {seem} estar en inglés, el único idioma que se analiza por ahora. {}", read_only(several))
    },
    other_language: |names, several| {
        let are = if several {
            "están en idiomas que aún no se analizan"
        } else {
            "está en un idioma que aún no se analiza"
        };
        format!("{names} {are}. {}", read_only(several))
    },
    shows_only: "Esta copia de News Compare muestra comparaciones ya hechas y no hace ninguna. Para comparar artículos hace falta el programa completo.",
    cannot_compare: "Estos artículos no se pueden comparar.",

    bar: "Afirmaciones según el resultado; pulsar para ver solo esas",
    source_forms: Forms { one: "fuente", many: "de fuentes", other: "fuentes" },
    independent: |all, independent| format!("{all}, {independent} independientes."),
    same_text: |names| format!("{names} publican casi el mismo texto."),
    same_text_head: "mismo texto",
    glance: "Qué cuenta cada fuente",
    coverage: |shared, alone, omitted| format!("{shared} también en otras, {alone} solo aquí, {omitted} que no dice"),
    counted_once: |names| format!("{names} publican aquí casi el mismo texto: cuentan como una sola fuente."),
    not_printed: |names| format!("Cerrados en la pantalla y no impresos: {names}."),
    skip_claims: "Saltar las afirmaciones",
    legend: "Signos",
    claims_heading: "Afirmaciones",
    claim_heading: "Afirmación",
    comparing: "Comparando los artículos, afirmación por afirmación…",
    stop: "Parar",
    stopped: "La comparación se ha parado. Los artículos se pueden leer.",
    resume: "Comparar",
    progress: "Comparando",
    no_claims: "No se han encontrado afirmaciones en estos textos.",
    no_match: "Ninguna afirmación cumple estos filtros.",
    clear_filters: "Quitar los filtros",
    matrix: "Tabla de afirmaciones y fuentes",
    caption: |articles| {
        format!(
            "Tabla de {articles}: qué hace cada fuente con cada afirmación. Al elegir una afirmación o una celda se abren debajo las citas y se marcan las palabras en los artículos; las flechas llevan de una a otra y Escape cierra."
        )
    },
    some_shown: |some, all| format!("A la vista: {some} de {all}."),
    all_shown: |all| format!("A la vista: todas ({all})."),
    order: "Orden de las afirmaciones",
    order_divided: "Primero lo más discutido",
    order_text: |name| format!("Como lo cuenta {name}"),
    order_verdict: "Por resultado: primero lo que está en disputa",
    by_source: "Afirmaciones según la fuente",
    any_source: "Todas las fuentes",
    left_out: |name| format!("Lo que no cuenta {name}"),
    only_in: |name| format!("Solo en {name}"),
    voice_choice: "Afirmaciones según quién habla",
    voice_any: "Cualquier voz",
    voice_own: "Con voz propia de la fuente",
    voice_attributed: "Atribuidas a otros",
    find: "Buscar en afirmaciones y citas",

    untold: |names| format!("No está en {names}."),
    unjudged: |names| format!("Sin evaluar: {names}."),
    nearest: |name| format!("No está en {name}. Lo más cercano que dice:"),
    not_in_text: "(estas palabras no están en el texto del artículo)",
    close: "Cerrar",
    save: "Guardar",
    save_heading: "Guardar esta comparación",
    save_as: |format| match format {
        Format::Comparison => "Guardar como datos (JSON)",
        Format::Annotations => "Guardar como anotaciones web (JSON-LD)",
        Format::Schema => "Guardar para buscadores (schema.org)",
        Format::Csv | Format::CsvMarked => "Guardar como tabla (CSV)",
        Format::Markdown => "Guardar como texto (Markdown)",
    },
    save_note: "El archivo se crea en este navegador; no se envía nada.",
    copy: "Copiar como cita",
    copied: "Copiado",
    copy_by_hand: "Esta página no tiene permiso para usar el portapapeles. El texto se puede copiar de aquí:",
    show: "Ver en el artículo",
    show_of: |name| format!("de {name}"),

    reading_group: "Artículos que se leen uno al lado de otro",
    reading: "A la vista",
    tabs: "Afirmaciones o uno de los artículos",
    open_claim: "Abrir esta afirmación",
    excerpt: "extracto",
    original: "original",
    original_of: |name| format!("de {name}, en otra pestaña"),
    text_of: |name| format!("Texto de {name}"),
    strip: |counts| format!("Pasajes de este artículo: {counts}"),
    marked: |verdict, count, first| match count {
        0 | 1 => format!("{verdict}: {first}"),
        _ => format!("{verdict}; {count} afirmaciones comparten estas palabras: {first}"),
    },
    foot_nearest: |name| format!("{name} no lo dice; el pasaje más cercano está recuadrado."),
    foot_untold: |name| format!("{name} no lo dice."),
    foot_unjudged: |name| format!("{name} no se ha podido evaluar en este punto."),
    shared_words: "Afirmaciones que comparten estas palabras",
    move_pane: |name| format!("Mover {name}: arrastrar o pulsar la flecha izquierda o derecha"),
    pin: |name| format!("Dejar {name} en primer lugar"),
    close_pane: |name| format!("Cerrar {name}"),
    swap: |name| format!("Leer otro artículo en lugar de {name}"),
    beside: "Leerla junto a los artículos",
    more: |number, claims| format!("Mostrar {number} {claims} más"),
    kind: |kind| match kind {
        Kind::Number => "Cifras",
        Kind::Date => "Fechas",
        Kind::Time => "Horas",
        Kind::Name => "Nombres",
    },
    agreement: |agreement| match agreement {
        Agreement::Different => "no es lo mismo",
        Agreement::Compatible => "unos más precisos que otros",
        Agreement::Same => "lo mismo",
    },
    about: "Sobre qué",
    go_together: "Cómo se relacionan",
    given: "Quién lo da",
    not_given: "no lo da",
    no_values: "No hay dos artículos que den una cifra, una fecha o un nombre sobre lo mismo.",
    no_values_shown: "En ninguna de las afirmaciones a la vista hay dos artículos que den una cifra, una fecha o un nombre sobre lo mismo.",
    differences: Forms { one: "diferencia", many: "de diferencias", other: "diferencias" },
    difference_at: |at, all| format!("Diferencia {at} de {all}"),
    previous: "Diferencia anterior",
    next: "Diferencia siguiente",
    together: "Desplazar a la vez",
    modes: "Formas de leer",
    mode: |mode| match mode {
        Mode::Compare => "Lado a lado",
        Mode::InOrder => "Leer en orden",
        Mode::Values => "Cifras y nombres",
    },
    keys: "Teclas",
    all_keys: &[
        (&["n"], "Diferencia siguiente"),
        (&["p"], "Diferencia anterior"),
        (&["↑", "↓", "←", "→"], "Moverse entre afirmaciones y celdas, o entre las palabras marcadas de un artículo"),
        (&["Inicio", "Fin"], "A la afirmación o a su última celda; con Ctrl, a la primera o la última afirmación"),
        (&["RePág", "AvPág"], "Una pantalla de afirmaciones arriba o abajo"),
        (&["Intro"], "Abrir o cerrar una afirmación"),
        (&["Espacio"], "En palabras marcadas: abrir su afirmación y seguir en el artículo"),
        (&["/"], "Buscar en afirmaciones y citas"),
        (&["Esc"], "Cerrar y volver a donde se abrió"),
        (&["?"], "Esta lista"),
    ],
};

/// Says of articles that are not judged what becomes of them.
fn read_only(several: bool) -> &'static str {
    if several {
        "Aquí se pueden leer y cuentan como «sin evaluar»."
    } else {
        "Aquí se puede leer y cuenta como «sin evaluar»."
    }
}
