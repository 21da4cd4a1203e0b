//! What can be wrong with a file or code of answers, in words for the teacher.
//!
//! The teacher reads it beside the name of the file, in front of a class: each message says what it is and what to do.

use super::sheet::Fingerprint;
use crate::error::InputError;
use crate::language::Language;

/// Why a file or code of answers is left out.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// Neither a file of answers nor a code.
    NoAnswers,
    /// A file that cannot be read.
    Unreadable(InputError),
    /// A code that ends too early.
    CutOff,
    /// A code whose check does not fit: a letter is wrong.
    Mistyped,
    /// A code of a later version of the program.
    Later,
    /// Answers to another story; its title where it is known.
    OtherStory(Option<String>),
    /// An answer to a claim or article that the story does not have, or two to one.
    NotInStory(String),
    /// An answer that is none of the signs.
    NoSign(String),
    /// There is no answer in it.
    Blank,
    /// The same student as another file, whose name it gives.
    Double(String),
}

impl Fault {
    /// Says what is wrong.
    pub fn message(&self, language: Language) -> String {
        match language {
            Language::English => self.english(),
            Language::Spanish => self.spanish(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::NoAnswers => "This is neither a file of answers nor a code.".to_owned(),
            Self::Unreadable(error) => format!("The file is damaged: {error}."),
            Self::CutOff => "The code is cut off; ask for all of it.".to_owned(),
            Self::Mistyped => "A letter of the code is wrong; copy it again.".to_owned(),
            Self::Later => "The code was made by a later version of this program.".to_owned(),
            Self::OtherStory(Some(title)) => format!("These are answers to another story, “{title}”."),
            Self::OtherStory(None) => "These are answers to another story.".to_owned(),
            Self::NotInStory(what) => format!("It answers “{what}” twice, or the story has no such claim or article."),
            Self::NoSign(what) => format!("“{what}” is none of the signs."),
            Self::Blank => "Nothing is answered in it.".to_owned(),
            Self::Double(name) => format!("The answers of {name} came twice; the later or fuller ones count."),
        }
    }

    fn spanish(&self) -> String {
        match self {
            Self::NoAnswers => "No es ni un archivo de respuestas ni un código.".to_owned(),
            Self::Unreadable(error) => format!("El archivo está dañado: {}.", error.message(Language::Spanish)),
            Self::CutOff => "El código está cortado; hay que pedirlo entero.".to_owned(),
            Self::Mistyped => "Una letra del código está mal; hay que copiarlo otra vez.".to_owned(),
            Self::Later => "El código es de una versión posterior de este programa.".to_owned(),
            Self::OtherStory(Some(title)) => format!("Son respuestas a otra historia, «{title}»."),
            Self::OtherStory(None) => "Son respuestas a otra historia.".to_owned(),
            Self::NotInStory(what) => {
                format!("Responde «{what}» dos veces, o la historia no tiene esa afirmación o noticia.")
            }
            Self::NoSign(what) => format!("«{what}» no es ninguno de los signos."),
            Self::Blank => "No hay ninguna respuesta.".to_owned(),
            Self::Double(name) => {
                format!("Las respuestas de {name} llegaron dos veces; cuentan las últimas o las más completas.")
            }
        }
    }
}

/// Tells whether answers belong to a story.
pub(super) fn check_story(found: Fingerprint, expected: Fingerprint, title: Option<&str>) -> Result<(), Fault> {
    let title = title.map(str::trim).filter(|title| !title.is_empty());
    if found == expected { Ok(()) } else { Err(Fault::OtherStory(title.map(str::to_owned))) }
}
