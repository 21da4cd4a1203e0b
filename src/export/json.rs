//! Writes JSON whose shape is known, member by member.
//!
//! Strings are escaped as JSON demands, and so that the text can stand inside `<script>` and in JavaScript: `<`, U+2028 and U+2029 too.

use std::fmt::Write as _;

/// A JSON text that grows.
#[derive(Debug, Default)]
pub(super) struct Json {
    text: String,
}

impl Json {
    /// Returns the text.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// Writes an object, whose members `content` writes.
    pub(super) fn object(&mut self, content: impl FnOnce(&mut Self)) -> &mut Self {
        self.value(|json| {
            json.text.push('{');
            content(json);
            json.text.push('}');
        })
    }

    /// Writes an array, whose values `content` writes.
    pub(super) fn array(&mut self, content: impl FnOnce(&mut Self)) -> &mut Self {
        self.value(|json| {
            json.text.push('[');
            content(json);
            json.text.push(']');
        })
    }

    /// Writes the name of a member, whose value comes next.
    pub(super) fn name(&mut self, name: &str) -> &mut Self {
        self.string(name);
        self.text.push(':');
        self
    }

    /// Writes a member that is a string.
    pub(super) fn member(&mut self, name: &str, value: &str) -> &mut Self {
        self.name(name).string(value)
    }

    /// Writes a member that is a string, where there is one.
    pub(super) fn optional(&mut self, name: &str, value: Option<&str>) -> &mut Self {
        match value.map(str::trim).filter(|value| !value.is_empty()) {
            Some(value) => self.member(name, value),
            None => self,
        }
    }

    /// Writes a member that is a whole number.
    pub(super) fn count(&mut self, name: &str, value: usize) -> &mut Self {
        self.name(name).value(|json| {
            // Writing into a string cannot fail.
            let _ = write!(json.text, "{value}");
        })
    }

    /// Writes a string.
    pub(super) fn string(&mut self, value: &str) -> &mut Self {
        self.value(|json| {
            json.text.push('"');
            for character in value.chars() {
                match character {
                    '"' => json.text.push_str("\\\""),
                    '\\' => json.text.push_str("\\\\"),
                    '\n' => json.text.push_str("\\n"),
                    '\0'..='\x1f' | '\x7f' | '<' | '\u{2028}' | '\u{2029}' => {
                        let _ = write!(json.text, "\\u{:04x}", u32::from(character));
                    }
                    other => json.text.push(other),
                }
            }
            json.text.push('"');
        })
    }

    /// Writes one value, behind a comma where another stands before it.
    fn value(&mut self, content: impl FnOnce(&mut Self)) -> &mut Self {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
        content(self);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    #[test]
    fn values_are_parted_by_commas_at_every_depth() {
        let mut json = Json::default();
        json.object(|json| {
            json.member("a", "x:").count("b", 2).optional("c", Some(" ")).name("d").array(|json| {
                json.string("[").string("{").object(|_| {}).array(|_| {});
            });
            json.optional("e", Some("é"));
        });
        let text = json.finish();
        assert_eq!(
            serde_json::from_str::<Value>(&text).unwrap(),
            json!({"a": "x:", "b": 2, "d": ["[", "{", {}, []], "e": "é"})
        );
    }

    proptest! {
        #[test]
        fn any_string_is_read_again_and_ends_no_script(text in any::<String>()) {
            let mut json = Json::default();
            json.array(|json| { json.string(&text).string("</script><!--\u{2028}"); });
            let written = json.finish();
            let unsafe_signs = ['<', '\u{2028}', '\n'];
            prop_assert!(!written.contains(unsafe_signs));
            let read: Vec<String> = serde_json::from_str(&written).unwrap();
            prop_assert_eq!(&read[0], &text);
        }
    }
}
