//! W3C Web Annotations: each evidence as one annotation on its article (<https://www.w3.org/TR/annotation-model/>).
//!
//! The words are selected twice, by quotation and by position, and the model takes two selectors of one target as ways to the same
//! segment. The body holds the statement, the stance as a tag, and the reasons. Ids are `urn:uuid`s made from the content (version 8 of
//! RFC 9562), so that the same comparison gives the same ids everywhere and two different ones share none. An article without an
//! address is its text: its id is made from that.

use super::json::Json;
use super::schema::name_of;
use crate::comparison::{Cell, Comparison, Evidence, JudgedBy, Row};
use crate::document::Document;

/// Writes the collection of annotations, on one page.
pub(super) fn write(comparison: &Comparison) -> String {
    let whole = Hash::of(&comparison.to_json());
    let total = comparison.claims.iter().flat_map(|row| &row.cells).map(|cell| cell.evidence.len()).sum();
    let title = Some(comparison.corpus.title.as_str());
    let mut json = Json::default();
    json.object(|json| {
        json.member("@context", "http://www.w3.org/ns/anno.jsonld").member("id", &whole.urn("collection", 0));
        json.member("type", "AnnotationCollection").optional("label", title).count("total", total);
        json.name("first").object(|json| {
            json.member("id", &whole.urn("page", 0)).member("type", "AnnotationPage").count("startIndex", 0);
            json.name("items").array(|json| {
                let cells = comparison.claims.iter().flat_map(|row| {
                    row.cells
                        .iter()
                        .zip(&comparison.corpus.documents)
                        .map(move |(cell, document)| (row, cell, document))
                });
                let shown = cells.flat_map(|(row, cell, document)| {
                    cell.evidence.iter().map(move |evidence| Shown { row, cell, document, evidence })
                });
                for (number, shown) in (1..).zip(shown) {
                    annotation(json, &whole.urn("annotation", number), comparison, &shown);
                }
            });
        });
    });
    json.finish()
}

/// Words of a document with what they show.
struct Shown<'c> {
    row: &'c Row,
    cell: &'c Cell,
    document: &'c Document,
    evidence: &'c Evidence,
}

fn annotation(json: &mut Json, id: &str, comparison: &Comparison, shown: &Shown<'_>) {
    let Shown { row, cell, document, evidence } = shown;
    json.object(|json| {
        json.member("@context", "http://www.w3.org/ns/anno.jsonld").member("id", id).member("type", "Annotation");
        json.member("motivation", "classifying");
        json.name("generator").object(|json| {
            let generator = &comparison.generator;
            json.member("type", "Software").member("name", &format!("{} {}", generator.name, generator.version));
        });
        let person =
            comparison.review.as_ref().and_then(|review| review.reviewed_by.as_ref().or(review.prepared_by.as_ref()));
        if let (JudgedBy::Person, Some(person)) = (cell.judged_by, person) {
            json.name("creator").object(|json| {
                json.member("type", "Person").member("name", person);
            });
        }
        json.name("body").array(|json| {
            body(json, "describing", &row.statement);
            body(json, "classifying", cell.stance.name());
            for reason in &cell.reasons {
                body(json, "commenting", &reason.text);
            }
        });
        json.name("target").object(|json| {
            json.member("type", "SpecificResource").member("source", &name_of(document));
            json.name("selector").array(|json| {
                json.object(|json| {
                    json.member("type", "TextQuoteSelector").member("exact", &evidence.exact);
                    json.member("prefix", &evidence.prefix).member("suffix", &evidence.suffix);
                });
                json.object(|json| {
                    json.member("type", "TextPositionSelector")
                        .count("start", evidence.start)
                        .count("end", evidence.end);
                });
            });
        });
    });
}

fn body(json: &mut Json, purpose: &str, value: &str) {
    json.object(|json| {
        json.member("type", "TextualBody").member("purpose", purpose);
        json.member("format", "text/plain").member("value", value);
    });
}

/// 128 bits that tell one text from another (FNV-1a). Not cryptographic: nobody is kept from making two texts of one id.
pub(crate) struct Hash(u128);

impl Hash {
    /// Makes the hash of a text.
    pub(crate) fn of(text: &str) -> Self {
        let (basis, prime) =
            (0x6c62_272e_07bb_0142_62b8_2175_6295_c58d_u128, 0x0000_0000_0100_0000_0000_0000_0000_013b);
        Self(text.bytes().fold(basis, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(prime)))
    }

    /// Returns eight of its digits, which tell the few stories of one page apart.
    pub(crate) fn digits(&self) -> String {
        format!("{:08x}", self.0 >> 96)
    }

    /// Returns the id of a part of it, by its kind and its number among those.
    pub(super) fn urn(&self, kind: &str, number: u32) -> String {
        let bits = Self::of(&format!("{:032x} {kind} {number}", self.0)).0;
        // Version 8 and variant 2, which mark an id of one's own making.
        let bits = bits & !(0xf << 76) & !(0x3 << 62) | 0x8 << 76 | 0x2 << 62;
        let hex = format!("{bits:032x}");
        let part = |from: usize, to: usize| hex.get(from..to).unwrap_or_default();
        format!("urn:uuid:{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::hostile;
    use super::*;
    use serde_json::Value;
    use std::collections::BTreeSet;

    fn is_iri(value: &Value) -> bool {
        let text = value.as_str().unwrap();
        let uuid = |text: &str| {
            let parts: Vec<_> = text.split('-').map(str::len).collect();
            parts == [8, 4, 4, 4, 12]
                && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b'-'))
                && text.as_bytes()[14] == b'8'
                && matches!(text.as_bytes()[19], b'8' | b'9' | b'a' | b'b')
        };
        text.strip_prefix("urn:uuid:").is_some_and(uuid)
            || text.starts_with("https://") && !text.contains(char::is_whitespace)
    }

    /// The musts of chapters 3 to 5 of the model, each as one line.
    #[test]
    fn every_must_of_the_model_is_kept() {
        let comparison = hostile();
        let collection: Value = serde_json::from_str(&write(&comparison)).unwrap();
        assert_eq!(collection["@context"], "http://www.w3.org/ns/anno.jsonld");
        assert_eq!(collection["type"], "AnnotationCollection");
        assert_eq!(collection["total"], 5);
        let page = &collection["first"];
        assert_eq!((page["type"].as_str(), page["startIndex"].as_u64()), (Some("AnnotationPage"), Some(0)));
        let items = page["items"].as_array().unwrap();
        assert_eq!(items.len(), 5, "one for each evidence");
        let mut ids = BTreeSet::from([collection["id"].as_str().unwrap(), page["id"].as_str().unwrap()]);
        assert!(is_iri(&collection["id"]) && is_iri(&page["id"]));
        for item in items {
            assert_eq!(item["@context"], "http://www.w3.org/ns/anno.jsonld");
            assert_eq!((item["type"].as_str(), item["motivation"].as_str()), (Some("Annotation"), Some("classifying")));
            assert!(is_iri(&item["id"]) && ids.insert(item["id"].as_str().unwrap()));
            let motivations = ["describing", "classifying", "commenting"];
            for body in item["body"].as_array().unwrap() {
                assert_eq!(body["type"], "TextualBody");
                assert!(body["value"].is_string() && motivations.contains(&body["purpose"].as_str().unwrap()));
            }
            let target = &item["target"];
            assert_eq!(target["type"], "SpecificResource");
            assert!(is_iri(&target["source"]));
            let [quote, position] = target["selector"].as_array().unwrap().as_slice() else { panic!("two selectors") };
            assert_eq!(
                (quote["type"].as_str(), position["type"].as_str()),
                (Some("TextQuoteSelector"), Some("TextPositionSelector"))
            );
            assert!(quote["prefix"].is_string() && quote["suffix"].is_string());
            let (start, end) =
                (position["start"].as_u64().unwrap() as usize, position["end"].as_u64().unwrap() as usize);
            let found =
                comparison.corpus.documents.iter().find(|document| name_of(document) == target["source"]).unwrap();
            let exact: String = found.text.chars().skip(start).take(end - start).collect();
            assert_eq!(quote["exact"], exact.as_str(), "both select the same words");
        }
        assert_eq!(items[0]["body"][1]["value"], "supports");
        assert_eq!(items[2]["body"][1]["value"], "contradicts");
    }

    #[test]
    fn ids_depend_on_the_content_alone() {
        let comparison = hostile();
        assert_eq!(write(&comparison), write(&comparison.clone()));
        let id = |comparison: &Comparison| serde_json::from_str::<Value>(&write(comparison)).unwrap()["id"].clone();
        let mut other = comparison.clone();
        other.claims[0].statement.push('.');
        assert_ne!(id(&comparison), id(&other));
        let ids = |text: &str| -> BTreeSet<String> {
            text.split('"').filter(|text| text.starts_with("urn:uuid:")).map(str::to_owned).collect()
        };
        let (annotations, claims) = (ids(&write(&comparison)), ids(&super::super::schema::write(&comparison)));
        let shared: Vec<_> = annotations.intersection(&claims).collect();
        assert_eq!(shared, [&name_of(&comparison.corpus.documents[1])], "one thing has one id, two have two");
    }

    #[test]
    fn a_person_is_named_only_where_a_person_decided() {
        let mut comparison = hostile();
        assert!(!write(&comparison).contains("creator"));
        comparison.claims[0].cells[1].judged_by = JudgedBy::Person;
        let collection: Value = serde_json::from_str(&write(&comparison)).unwrap();
        assert_eq!(collection["first"]["items"][2]["creator"]["name"], "<i>E.</i>");
        assert_eq!(collection["first"]["items"][0].get("creator"), None);
    }
}
