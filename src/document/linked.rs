//! schema.org linked data: what a page or a file says of its article in JSON-LD.
//!
//! A step of its own because a program and a page read it the same way. Nothing is checked here: a date or an address may be none.

use super::Document;
use serde_json::Value;

/// Finds the article that the data describes; the first with a body is taken, else the first.
pub fn article(value: &Value) -> Option<Document> {
    let mut found = Vec::new();
    collect(value, &mut found);
    let with_body = found.iter().position(|node| text(node, "articleBody").is_some()).unwrap_or(0);
    let node = found.get(with_body)?;
    let address = ["url", "mainEntityOfPage", "@id"].iter().find_map(|name| match node.get(name)? {
        Value::String(url) => Some(url.clone()),
        Value::Object(page) => page.get("@id").or_else(|| page.get("url")).and_then(Value::as_str).map(str::to_owned),
        _ => None,
    });
    let is_free = match node.get("isAccessibleForFree") {
        Some(Value::Bool(is_free)) => *is_free,
        Some(Value::String(is_free)) => !is_free.eq_ignore_ascii_case("false"),
        _ => true,
    };
    Some(Document {
        outlet: names(node.get("publisher")).or_else(|| names(node.get("sourceOrganization"))),
        title: text(node, "headline").or_else(|| text(node, "name")),
        author: names(node.get("author")).or_else(|| names(node.get("creator"))),
        url: address,
        published: text(node, "datePublished"),
        lang: text(node, "inLanguage"),
        excerpt: !is_free,
        ..Document::new("", text(node, "articleBody").unwrap_or_default())
    })
}

/// Gathers every object that is an article, however deep; the reader of JSON has limited the depth.
fn collect<'j>(value: &'j Value, found: &mut Vec<&'j Value>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        Value::Object(members) => {
            let is_article = |kind: &str| {
                let kind = kind.rsplit(['/', ':']).next().unwrap_or(kind);
                kind.ends_with("Article") || matches!(kind, "BlogPosting" | "LiveBlogPosting" | "Report")
            };
            let is_article = match members.get("@type") {
                Some(Value::String(kind)) => is_article(kind),
                Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is_article),
                _ => false,
            };
            if is_article {
                found.push(value);
            }
            members.values().for_each(|value| collect(value, found));
        }
        _ => {}
    }
}

fn text(node: &Value, name: &str) -> Option<String> {
    let value = match node.get(name)? {
        Value::Object(words) => words.get("@value")?,
        other => other,
    };
    value.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Returns the names of persons or organisations, however they are written.
fn names(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(name) => Some(name.clone()).filter(|name| !name.trim().is_empty()),
        Value::Object(_) => text(value?, "name"),
        Value::Array(values) => {
            let names: Vec<_> = values.iter().filter_map(|value| names(Some(value))).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        _ => None,
    }
}
