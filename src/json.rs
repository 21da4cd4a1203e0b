//! Reads the JSON files of the project: encoding, syntax, format and shape, before anything is said about the content.
//!
//! A step of its own because a corpus and a comparison are read alike, and because the format must be known before the
//! shape can be blamed: a file of a later version may look different. The text is therefore parsed twice.
//!
//! Members that are not known are ignored; a known member that stands twice is an error, since one of the two would be lost.

use crate::error::{InputError, quoted};
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::error::Category;
use std::fmt;

/// Decodes bytes as UTF-8, without the byte order mark that some editors put in front.
///
/// # Errors
/// [`InputError::Utf16`] or [`InputError::NotUtf8`].
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, InputError> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(InputError::Utf16);
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        let line_start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        InputError::NotUtf8 {
            byte: bytes.get(before.len()).copied().unwrap_or_default(),
            line: before.iter().filter(|&&byte| byte == b'\n').count() + 1,
            column: before.len() - line_start + 1,
        }
    })
}

/// Reads a JSON object that names `expected`, a format and its major version, in its member `format`.
///
/// # Errors
/// Those of syntax, format and shape.
pub(crate) fn read<T: DeserializeOwned>(json: &str, expected: &'static str) -> Result<T, InputError> {
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    match serde_json::from_str::<Head>(json) {
        Err(error) => return Err(syntax(&error, "")),
        Ok(Head::Other(found)) => return Err(InputError::NotAnObject { found: found.to_owned() }),
        Ok(Head::Object(None)) => return Err(InputError::FormatMissing { found: "missing".to_owned(), expected }),
        Ok(Head::Object(Some(Format::Other(found)))) => return Err(InputError::FormatMissing { found, expected }),
        Ok(Head::Object(Some(Format::Named(found)))) => check_format(&found, expected)?,
    }
    let mut reader = serde_json::Deserializer::from_str(json);
    serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        // A path may hold names from the file, a message its values.
        let path = on_one_line(&error.path().to_string());
        let error = error.into_inner();
        if error.is_syntax() || error.is_eof() { syntax(&error, &path) } else { shape(&error, &path) }
    })
}

/// Compares the format met with the one understood.
pub(crate) fn check_format(found: &str, expected: &'static str) -> Result<(), InputError> {
    if found == expected {
        return Ok(());
    }
    let split = |format: &str| format.rsplit_once('/').map(|(name, version)| (name.to_owned(), version.to_owned()));
    let number = |version: &str| version.split('.').next().and_then(|major| major.parse::<u64>().ok());
    if let (Some((name, version)), Some((expected_name, expected_version))) = (split(found), split(expected))
        && name == expected_name
        && let (Some(met), Some(understood)) = (number(&version), number(&expected_version))
    {
        return Err(InputError::FormatVersion { found: found.to_owned(), later: met > understood, expected });
    }
    Err(InputError::FormatUnknown { found: found.to_owned(), expected })
}

/// Says in plain words what keeps a text from being JSON.
fn syntax(error: &serde_json::Error, path: &str) -> InputError {
    let (line, column) = (error.line(), error.column());
    let fault = message(error);
    // The second is how serde_json names a first half that no second half follows.
    if fault.contains("surrogate") || fault.contains("unexpected end of hex escape") {
        let place = if path.is_empty() || path == "." { String::new() } else { format!("{path}, ") };
        return InputError::LoneSurrogate { place, line, column };
    }
    let fault = match error.classify() {
        Category::Eof if line == 1 && column == 0 => "there is nothing in it".to_owned(),
        Category::Eof => "it ends too early".to_owned(),
        _ => fault,
    };
    InputError::NotJson { fault, line, column }
}

/// Says in plain words what is wrong with a member.
fn shape(error: &serde_json::Error, path: &str) -> InputError {
    let fault = message(error);
    let name = |prefix: &str| fault.strip_prefix(prefix).and_then(|rest| rest.strip_suffix('`'));
    let fault = if let Some(name) = name("missing field `") {
        format!("member \"{name}\" is missing")
    } else if let Some(name) = name("duplicate field `") {
        format!("member \"{name}\" stands twice")
    } else if let Some((found, expected)) =
        fault.strip_prefix("invalid type: ").and_then(|fault| fault.rsplit_once(", expected "))
    {
        format!("found {}, expected {}", plain(found), plain(expected))
    } else {
        on_one_line(&fault)
    };
    let place = if path.is_empty() || path == "." { "the object".to_owned() } else { path.to_owned() };
    InputError::Shape { place, fault, line: error.line(), column: error.column() }
}

/// Returns what JSON calls the thing that serde names; a string may be a whole article and is cut.
fn plain(thing: &str) -> String {
    match thing {
        "map" => "an object".to_owned(),
        "sequence" | "a sequence" => "an array".to_owned(),
        "f64" => "a number".to_owned(),
        "usize" => "a whole number from 0".to_owned(),
        _ if thing.starts_with("struct ") => "an object".to_owned(),
        _ => match thing.split_once(' ') {
            Some(("string", value)) => format!("the string {}", quoted(value.trim_matches('"'))),
            Some(("integer" | "floating", value)) => {
                format!("the number {}", value.trim_start_matches("point ").replace('`', ""))
            }
            Some(("boolean", value)) => value.replace('`', ""),
            _ => thing.to_owned(),
        },
    }
}

/// Escapes control characters and cuts what is long.
pub(crate) fn on_one_line(words: &str) -> String {
    let mut line = String::new();
    for character in words.chars().take(300) {
        if character.is_control() {
            line.extend(character.escape_default());
        } else {
            line.push(character);
        }
    }
    line
}

/// Returns the words of an error without its position.
fn message(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    message.strip_suffix(&position).unwrap_or(&message).to_owned()
}

/// Reads `null` as the default, as if the member were absent.
pub(crate) fn null_as_default<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(
    deserializer: D,
) -> Result<T, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// The outermost value, of which only the format matters.
enum Head {
    Object(Option<Format>),
    Other(&'static str),
}

impl<'de> Deserialize<'de> for Head {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(HeadVisitor)
    }
}

struct HeadVisitor;

impl<'de> Visitor<'de> for HeadVisitor {
    type Value = Head;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Head, A::Error> {
        let mut format = None;
        while let Some(name) = members.next_key::<String>()? {
            if name == "format" && format.is_none() {
                format = Some(members.next_value()?);
            } else {
                members.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Head::Object(format))
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut values: A) -> Result<Head, A::Error> {
        while values.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Head::Other("an array"))
    }

    fn visit_str<E>(self, _: &str) -> Result<Head, E> {
        Ok(Head::Other("a string"))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Head, E> {
        Ok(Head::Other("a boolean"))
    }

    fn visit_unit<E>(self) -> Result<Head, E> {
        Ok(Head::Other("null"))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Head, E> {
        Ok(Head::Other("a number"))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Head, E> {
        Ok(Head::Other("a number"))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Head, E> {
        Ok(Head::Other("a number"))
    }
}

/// The member `format`: a name, or what stands there instead.
enum Format {
    Named(String),
    Other(String),
}

impl<'de> Deserialize<'de> for Format {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match serde_json::Value::deserialize(deserializer)? {
            serde_json::Value::String(name) => Self::Named(name),
            other => Self::Other(quoted(&other.to_string()).trim_matches('"').to_owned()),
        })
    }
}
