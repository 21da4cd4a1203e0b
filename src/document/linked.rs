//! schema.org linked data: what a page or a file says of its article in JSON-LD.
//!
//! A step of its own because a program and a page read it the same way. Nothing is checked here: a date or an address may be none.

use super::Document;
use crate::order::Arrange as _;
use serde_json::Value;

/// What in linked data holds an article that is the thing itself; whatever else does so names other articles that belong to it.
const SAME: &[&str] = &["@graph", "mainEntity"];

/// An article in the data.
struct Found<'j> {
    node: &'j Value,
    /// Tells that it stands inside another thing, as what that has part in, mentions or leads to.
    is_nested: bool,
}

/// Finds the article that the data describes. Of several the one is taken that has one of the page's own addresses, which are asked in
/// their order; else one that stands in no other before those that do, and of these one with a body, else the first.
pub fn article(value: &Value, addresses: &[&str]) -> Option<Document> {
    let mut found = Vec::new();
    collect(value, false, &mut found);
    let has = |found: &Found<'_>, address: &str| links(found.node).any(|link| is_same(link, address));
    if let Some(own) = addresses.iter().find(|address| found.iter().any(|found| has(found, address))) {
        found.retain(|found| has(found, own));
    }
    let of_kind = |is_nested: bool, has_body: bool| {
        let is_it = |found: &&Found<'_>| {
            found.is_nested == is_nested && (!has_body || text(found.node, "articleBody").is_some())
        };
        found.iter().find(is_it)
    };
    let order = [(false, true), (false, false), (true, true), (true, false)];
    let node = order.into_iter().find_map(|(is_nested, has_body)| of_kind(is_nested, has_body))?.node;
    let mut things = Vec::new();
    identified(value, &mut things);
    things.arrange_by_key(|(id, _)| *id);
    let said = |members: [&str; 2]| members.iter().find_map(|member| names(node.get(*member)?, &things));
    let is_free = match node.get("isAccessibleForFree") {
        Some(Value::Bool(is_free)) => *is_free,
        Some(Value::String(is_free)) => !is_free.eq_ignore_ascii_case("false"),
        _ => true,
    };
    Some(Document {
        outlet: said(["publisher", "sourceOrganization"]),
        title: text(node, "headline").or_else(|| text(node, "name")),
        author: said(["author", "creator"]),
        url: links(node).next().map(str::to_owned),
        published: date(node),
        lang: text(node, "inLanguage"),
        excerpt: !is_free,
        ..Document::new("", text(node, "articleBody").unwrap_or_default())
    })
}

/// Returns the addresses that an article says are its own.
fn links(node: &Value) -> impl Iterator<Item = &str> {
    ["url", "mainEntityOfPage", "@id"].into_iter().filter_map(|name| match node.get(name)? {
        Value::Object(page) => page.get("@id").or_else(|| page.get("url"))?.as_str(),
        link => link.as_str(),
    })
}

/// Tells whether two links lead to one page: the place in it, the scheme and a stroke at the end do not count.
fn is_same(link: &str, address: &str) -> bool {
    let page = |link: &str| -> String {
        let link = link.trim().split('#').next().unwrap_or_default();
        link.split_once("://").map_or(link, |(_, rest)| rest).trim_end_matches('/').to_owned()
    };
    let link = page(link);
    !link.is_empty() && link == page(address)
}

/// Gathers every object that is an article, however deep; the reader of JSON has limited the depth.
fn collect<'j>(value: &'j Value, is_nested: bool, found: &mut Vec<Found<'j>>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, is_nested, found)),
        Value::Object(members) => {
            if is_article(members.get("@type")) {
                found.push(Found { node: value, is_nested });
            }
            for (name, value) in members {
                collect(value, is_nested || !SAME.contains(&name.as_str()), found);
            }
        }
        _ => {}
    }
}

/// Tells whether a type, or one of several, is that of an article.
fn is_article(kind: Option<&Value>) -> bool {
    match kind {
        Some(Value::String(kind)) => {
            let kind = kind.rsplit(['/', ':']).next().unwrap_or(kind);
            kind.ends_with("Article") || matches!(kind, "BlogPosting" | "LiveBlogPosting" | "Report")
        }
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| is_article(Some(kind))),
        _ => false,
    }
}

fn text(node: &Value, name: &str) -> Option<String> {
    let value = match node.get(name)? {
        Value::Object(words) => words.get("@value")?,
        other => other,
    };
    value.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Returns the date as it is written, which may be a number of seconds: whoever asked says that it cannot be read.
fn date(node: &Value) -> Option<String> {
    let date = "datePublished";
    text(node, date).or_else(|| node.get(date).filter(|date| date.is_number()).map(Value::to_string))
}

/// A thing with a name, and the mark by which others speak of it.
type Thing<'j> = (&'j str, &'j Value);

/// Gathers every thing that has a name and a mark of its own.
fn identified<'j>(value: &'j Value, things: &mut Vec<Thing<'j>>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| identified(value, things)),
        Value::Object(members) => {
            if let (Some(Value::String(id)), Some(name)) = (members.get("@id"), members.get("name")) {
                things.push((id, name));
            }
            members.values().for_each(|value| identified(value, things));
        }
        _ => {}
    }
}

/// Returns the names of persons or organisations, however they are written; one that is only marked is looked up among the things.
fn names(value: &Value, things: &[Thing<'_>]) -> Option<String> {
    // A name is looked up once: it may hold a mark that leads back to itself.
    let named = |id: &str| {
        let at = things.partition_point(|(other, _)| *other < id);
        things.get(at).filter(|(other, _)| *other == id).and_then(|(_, name)| names(name, &[]))
    };
    match value {
        Value::String(name) => named(name).or_else(|| Some(name.trim().to_owned()).filter(|name| !name.is_empty())),
        Value::Object(members) => {
            let own = ["name", "@value", "@list"].iter().find_map(|member| names(members.get(*member)?, things));
            own.or_else(|| named(members.get("@id")?.as_str()?))
        }
        Value::Array(values) => {
            let names: Vec<_> = values.iter().filter_map(|value| names(value, things)).collect();
            (!names.is_empty()).then(|| names.join(", "))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn of_several_articles_the_one_of_the_page_is_taken_then_an_outer_one_then_one_with_a_body() {
        let node = |url: &str, title: &str| json!({"@type": "NewsArticle", "url": url, "headline": title});
        let body = |title: &str| json!({"@type": "NewsArticle", "headline": title, "articleBody": "Words."});
        let two = json!([node("https://e.org/other", "Other"), node("http://e.org/pool/#a", "Pool")]);
        let graph = json!({"@graph": [
            {"@type": "NewsArticle", "@id": "https://e.org/other#a", "headline": "Other"},
            {"@type": "NewsArticle", "@id": "#a", "mainEntityOfPage": {"@id": "https://e.org/pool"}, "headline": "Pool"}]});
        let mut parts = node("", "Pool");
        parts["hasPart"] = json!([body("Other")]);
        let mut inside = parts.clone();
        inside["hasPart"][0]["url"] = json!("https://e.org/pool");
        let page = json!({"@type": "WebPage", "mentions": body("Other"), "mainEntity": node("", "Pool")});
        for (data, addresses, title) in [
            (&two, &["https://e.org/pool"][..], "Pool"),
            (&two, &["https://e.org/none", "https://e.org/pool"], "Pool"),
            (&two, &["https://e.org/none", ""], "Other"),
            (&graph, &["https://e.org/pool"], "Pool"),
            (&parts, &[], "Pool"),
            (&inside, &["https://e.org/pool"], "Other"),
            (&page, &[], "Pool"),
            (&json!([node("", "Other"), body("Pool")]), &[], "Pool"),
            (&json!({"@type": "ItemList", "itemListElement": [{"item": node("", "Pool")}]}), &[], "Pool"),
        ] {
            assert_eq!(article(data, addresses).unwrap().title.as_deref(), Some(title), "{data} {addresses:?}");
        }
    }

    #[test]
    fn names_are_kept_all_and_looked_up_where_only_a_mark_is_given() {
        let things = json!([
            {"@type": "Person", "@id": "#ann", "name": "Ann"},
            {"@type": "Person", "@id": "#ben", "name": ["Ben", {"@id": "#ben"}]},
            {"@type": "Organization", "@id": "#post", "name": "E Post", "publisher": {"@id": "#post"}}]);
        for (given, expected) in [
            (json!({"@id": "#ann"}), Some("Ann")),
            (json!([{"@id": "#ann"}, "#ben", {"@id": "#none"}, {"name": " Cem "}]), Some("Ann, Ben, Cem")),
            (json!({"@type": "Person", "name": ["A", "B"]}), Some("A, B")),
            (json!({"@list": [{"name": {"@value": "A"}}, "B", " "]}), Some("A, B")),
            (json!({"@id": "#none"}), None),
            (json!([{}, 5, null]), None),
        ] {
            let article_of = json!({"@type": "NewsArticle", "author": given, "publisher": {"@id": "#post"}});
            let found = article(&json!({"@graph": [article_of, things]}), &[]).unwrap();
            assert_eq!((found.author.as_deref(), found.outlet.as_deref()), (expected, Some("E Post")), "{given}");
        }
    }
}
