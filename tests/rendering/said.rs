//! What the screen says, wherever in its elements that stands.

/// Returns all that a rendering says, in the order in which it stands: text, labels, tooltips, hints.
pub(crate) fn said(html: &str) -> Vec<String> {
    let mut out = Vec::new();
    for (at, part) in html.split('<').enumerate() {
        let (tag, text) = if at == 0 { ("", part) } else { part.split_once('>').unwrap() };
        for attribute in ["aria-label", "title", "placeholder"] {
            let value = tag.split_once(&format!(" {attribute}=\"")).and_then(|(_, rest)| rest.split_once('"'));
            out.extend(value.map(|(value, _)| value.to_owned()));
        }
        out.push(text.trim().to_owned());
    }
    out.retain(|text| text.chars().any(char::is_alphabetic));
    out
}
