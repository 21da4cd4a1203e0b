//! schema.org: the articles, and each claim with the articles in which it appears (<https://schema.org/Claim>).
//!
//! A claim appears where a source says it, flatly or with a hedge; not where a source says a part of it, something else, or nothing,
//! because `appearance` means an occurrence of this claim. `ClaimReview` is never written: it says whether a claim is true, and a
//! comparison does not know.

use super::annotations::Hash;
use super::json::Json;
use crate::comparison::Comparison;
use crate::document::Document;
use crate::stance::Stance;

/// Writes articles and claims as one graph.
pub(super) fn write(comparison: &Comparison) -> String {
    let whole = Hash::of(&comparison.to_json());
    let documents = &comparison.corpus.documents;
    let mut json = Json::default();
    json.object(|json| {
        json.member("@context", "https://schema.org").name("@graph").array(|json| {
            for document in documents {
                article(json, document);
            }
            for (number, row) in (1..).zip(&comparison.claims) {
                json.object(|json| {
                    json.member("@type", "Claim")
                        .member("@id", &whole.urn("claim", number))
                        .member("text", &row.statement);
                    let says = |stance| matches!(stance, Stance::Supports | Stance::Hedges);
                    let cells = row.cells.iter().zip(documents).filter(|(cell, _)| says(cell.stance));
                    let names: Vec<_> = cells.map(|(_, document)| name_of(document)).collect();
                    if !names.is_empty() {
                        json.name("appearance").array(|json| {
                            for name in &names {
                                json.object(|json| {
                                    json.member("@type", "NewsArticle").member("@id", name);
                                });
                            }
                        });
                    }
                });
            }
        });
    });
    json.finish()
}

fn article(json: &mut Json, document: &Document) {
    json.object(|json| {
        json.member("@type", "NewsArticle").member("@id", &name_of(document));
        json.optional("headline", document.title.as_deref()).optional("url", document.url.as_deref());
        json.optional("datePublished", document.published.as_deref()).optional("inLanguage", document.lang.as_deref());
        for (name, kind, value) in
            [("author", "Person", &document.author), ("publisher", "NewsMediaOrganization", &document.outlet)]
        {
            if let Some(value) = value.as_deref().map(str::trim).filter(|value| !value.is_empty()) {
                json.name(name).object(|json| {
                    json.member("@type", kind).member("name", value);
                });
            }
        }
    });
}

/// Returns what an article is called in a graph: its address, else an id made from its text.
pub(super) fn name_of(document: &Document) -> String {
    match &document.url {
        Some(url) => url.clone(),
        None => Hash::of(&format!("{}\n{}", document.id.0, document.text)).urn("article", 0),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::hostile;
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn claims_appear_where_they_are_said_and_nobody_is_rated() {
        let text = write(&hostile());
        assert!(!text.contains("ClaimReview") && !text.contains("Rating"));
        let graph: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(graph["@context"], "https://schema.org");
        let nodes = graph["@graph"].as_array().unwrap();
        let kinds: Vec<_> = nodes.iter().map(|node| node["@type"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["NewsArticle", "NewsArticle", "Claim", "Claim", "Claim"]);
        assert_eq!(nodes[0]["@id"], "https://example.org/a?x=1&y=\u{e9}");
        assert_eq!(nodes[0]["author"], json!({"@type": "Person", "name": "A. Writer"}));
        assert_eq!(nodes[0]["publisher"]["name"], "-Post");
        assert_eq!((nodes[1].get("url"), nodes[1].get("author")), (None, None));
        let first = json!([{"@type": "NewsArticle", "@id": nodes[0]["@id"]}]);
        assert_eq!(nodes[2]["appearance"], first, "not where it is contradicted");
        assert_eq!(nodes[3]["appearance"], first, "where it is hedged");
        assert_eq!(nodes[4].get("appearance"), None, "not where a part of it is said");
        assert_eq!(nodes[2]["text"], "+1 rose </script>");
    }
}
