//! The messages in Spanish. What a JSON reader met or expected (`fault`) stays in its own words, as a compiler's would.

use super::{DocumentPlace, InputError, Misquotation, RowPlace, quoted};
use crate::document::{MAX_CODE_POINTS, MAX_DOCUMENTS};

fn document(place: &DocumentPlace) -> String {
    format!("documento {} ({})", place.position, quoted(&place.id.0))
}

fn row(place: &RowPlace) -> String {
    format!("fila {} ({})", place.position, quoted(&place.id))
}

pub(super) fn message(error: &InputError) -> String {
    match error {
        InputError::Utf16 => "el archivo está en UTF-16; hay que guardarlo en UTF-8".to_owned(),
        InputError::NotUtf8 { byte, line, column } => {
            format!("no es UTF-8: byte {byte:#04x} en la línea {line}, columna {column}")
        }
        InputError::NotJson { fault, line, column } => {
            format!("no es JSON: {fault} (línea {line}, columna {column})")
        }
        InputError::LoneSurrogate { place, line, column } => format!(
            "medio carácter suelto en una cadena JSON: {place}línea {line}, columna {column}, hay media pareja \\ud800–\\udfff"
        ),
        InputError::NotAnObject { found } => format!("se espera un objeto JSON, pero esto es {found}"),
        InputError::FormatMissing { found, expected } => {
            format!("el miembro \"format\" es {found}; se espera \"{expected}\"")
        }
        InputError::FormatUnknown { found, expected } => {
            format!("el formato {} no se conoce; se espera \"{expected}\"", quoted(found))
        }
        InputError::FormatVersion { found, later, expected } => {
            let which = if *later { "posterior" } else { "distinta" };
            format!("{} es de una versión {which}; este programa lee \"{expected}\"", quoted(found))
        }
        InputError::Shape { place, fault, line, column } => {
            format!("{place}: {fault} (línea {line}, columna {column})")
        }
        InputError::NoDocuments => format!("no hay ningún documento; hacen falta de 1 a {MAX_DOCUMENTS}"),
        InputError::TooManyDocuments { count } => format!("hay {count} documentos; el límite es {MAX_DOCUMENTS}"),
        InputError::BadId { position, id } => {
            format!("documento {position}: el identificador {} no son de 1 a 64 signos de A-Z a-z 0-9 _ -", quoted(id))
        }
        InputError::DuplicateId { first, second, id } => {
            format!("los documentos {first} y {second} tienen el mismo identificador, {}", quoted(id))
        }
        InputError::BlankText { document: place, length: 0 } => format!("{}: el texto está vacío", document(place)),
        InputError::BlankText { document: place, length } => {
            format!("{}: el texto está en blanco (signos de espacio: {length})", document(place))
        }
        InputError::LongText { document: place, length } => {
            format!("{}: el texto tiene {length} signos; el límite es {MAX_CODE_POINTS}", document(place))
        }
        InputError::Nul { place, member, offset } => {
            format!("{place}: {member} contiene NUL (U+0000) en el signo {offset}")
        }
        InputError::BadMember { document: place, member, value, expected } => {
            format!("{}: {member} {} no es válido ({expected})", document(place), quoted(value))
        }
        InputError::BadReviewDate { value } => {
            format!("review: date {} no es una fecha de RFC 3339", quoted(value))
        }
        InputError::BadCorrections { fault } => format!("corrections: {fault}"),
        InputError::DuplicateRow { first, second, id } => {
            format!("las filas {first} y {second} tienen el mismo identificador, {}", quoted(id))
        }
        InputError::CellCount { row: place, found, expected } => {
            format!("{}: {found} celdas para {expected} documentos; se espera una para cada uno", row(place))
        }
        InputError::CellOrder { row: place, position, found, expected } => format!(
            "{}: la celda {position} es del documento {}; se espera {}",
            row(place),
            quoted(found),
            quoted(expected)
        ),
        InputError::OutOfRange { row: place, document, member, value } => {
            let document = document.as_ref().map(|id| format!(", documento {}", quoted(&id.0))).unwrap_or_default();
            format!("{}{document}: {member} {value} no está entre 0 y 1", row(place))
        }
        InputError::NoEvidence { row: place, document } => {
            format!("{}, documento {}: la celda toma una postura, pero no cita nada", row(place), quoted(&document.0))
        }
        InputError::Misquoted(misquotation) => {
            let Misquotation { row: place, document, member, start, end, exact, found } = misquotation.as_ref();
            format!(
                "{}, documento {}: {member} {start}..{end} dice {}, pero no es así ({found})",
                row(place),
                quoted(&document.0),
                quoted(exact)
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Comparison, Corpus, Language};

    /// What each language says of a file that is refused.
    fn said(json: &str) -> [String; 2] {
        let error = match json.contains("claims") {
            true => Comparison::from_json(json).unwrap_err(),
            false => Corpus::from_json(json).unwrap_err(),
        };
        Language::ALL.map(|language| error.message(language))
    }

    #[test]
    fn a_fault_is_told_in_either_language_with_its_place_and_value() {
        let corpus = |documents: &str| format!(r#"{{"format": "news-compare.corpus/1", "documents": [{documents}]}}"#);
        for (json, english, spanish) in [
            (corpus(""), "no documents", "no hay ningún documento; hacen falta de 1 a 50"),
            (
                corpus(r#"{"id": "a", "text": "x"}, {"id": "a", "text": "y"}"#),
                "documents 1 and 2 have the same id \"a\"",
                "los documentos 1 y 2 tienen el mismo identificador, \"a\"",
            ),
            (
                corpus(r#"{"id": "a", "text": " "}"#),
                "blank",
                "documento 1 (\"a\"): el texto está en blanco (signos de espacio: 1)",
            ),
            (corpus(r#"{"id": "a b", "text": "x"}"#), "\"a b\"", "documento 1: el identificador \"a b\" no son"),
            (
                r#"{"format": "news-compare.corpus/2", "documents": []}"#.to_owned(),
                "later version",
                "\"news-compare.corpus/2\" es de una versión posterior; este programa lee \"news-compare.corpus/1\"",
            ),
            ("[]".to_owned(), "a JSON object is expected", "se espera un objeto JSON"),
        ] {
            let [en, es] = said(&json);
            assert!(en.contains(english), "{en}");
            assert!(es.contains(spanish), "{es}");
        }
    }
}
