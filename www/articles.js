// Reads the articles that stand inside the element as HTML, which are what is read where JavaScript is off.
//
// A file of its own because it decides what of a page is text. Known limits: hidden parts are told by the attribute `hidden` alone, and
// tables become lines.

/** Elements that are no words of the article, and words that it takes back. */
const SILENT = "script, style, template, noscript, iframe, object, svg, math, button, input, select, textarea, nav, del, s, strike, [hidden]";

/** Elements that run on in a line; every other begins one of its own. */
const RUNNING = "a, abbr, b, bdi, bdo, cite, code, data, dfn, em, i, ins, kbd, mark, q, ruby, samp, small, span, strong, sub, sup, time, u, var, wbr";

const HEADINGS = "h1, h2, h3, h4, h5, h6";

/** Gives the text of an element as paragraphs, with "- " before the items of a list; without what `left` names. */
function paragraphsOf(element, left) {
  const lines = [""];
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) {
        lines[lines.length - 1] += child.data.replace(/\s+/g, " ");
      } else if (child.nodeType === Node.ELEMENT_NODE && child !== left && !child.matches(SILENT)) {
        const runs = child.matches(RUNNING);
        // A paragraph that opens an item of a list goes on in the line with its sign.
        if (!runs && lines.at(-1).trim() !== "-") lines.push(child.matches("li") ? "- " : "");
        walk(child);
        if (!runs) lines.push("");
      }
    }
  };
  walk(element);
  return lines.map((line) => line.replace(/ {2,}/g, " ").trim()).filter((line) => line !== "" && line !== "-").join("\n");
}

/** Gives the words of a heading in one line. */
const lineOf = (heading) => heading?.textContent.replace(/\s+/g, " ").trim();

/** Gives an address as the page means it; what is no web address stays as it is, to be refused with its place. */
function addressFrom(text, base) {
  if (!text) return text;
  const address = URL.canParse(text, base) ? new URL(text, base) : null;
  return address && /^https?:$/.test(address.protocol) ? address.href : text;
}

/** Gives a date or time of HTML as RFC 3339 has it: a time without a zone says no more than its day. What is neither stays, to be refused with its place. */
function publishedFrom(text) {
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?(?:(Z)|([+-]\d\d):?(\d\d))?$/.exec(text?.trim() ?? "");
  if (!parts) return text;
  const [, day, time, seconds = ":00", zulu, hours, minutes] = parts;
  return zulu || hours ? `${day}T${time}${seconds}${zulu ?? `${hours}:${minutes}`}` : day;
}

/** Elements inside <news-compare> that are nothing to read. */
const ASIDE = "noscript, style, template, script:not([type*=json])";

/** Tells whether the page put anything to read into an element. */
function holdsAnything(element) {
  return [...element.childNodes].some((node) =>
    node.nodeType === Node.ELEMENT_NODE ? !node.matches(ASIDE) : node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
}

/** Gives the `<article>` children of an element, or those in what is wrapped around them, as `news-compare.corpus/1`; undefined where there is none. */
function corpusOf(element) {
  const whole = (article) => !element.contains(article.parentElement.closest("article"));
  const all = [...element.querySelectorAll("article")];
  const own = all.filter((article) => article.parentElement === element);
  const articles = own.length > 0 ? own : all.filter(whole);
  if (articles.length === 0) return undefined;
  const title = [...element.querySelectorAll(HEADINGS)].find((heading) => !articles.some((article) => article.contains(heading)));
  const documents = articles.map((article, index) => {
    const heading = article.querySelector(HEADINGS);
    const given = {
      title: lineOf(heading),
      outlet: article.dataset.outlet,
      author: article.dataset.author,
      url: addressFrom(article.getAttribute("cite"), article.baseURI),
      published: publishedFrom(article.getAttribute("datetime")),
      lang: article.lang.replaceAll("_", "-"),
    };
    const members = Object.entries(given).filter(([, value]) => value);
    return {
      id: article.id && /^[\w-]{1,64}$/.test(article.id) ? article.id : `article-${index + 1}`,
      ...Object.fromEntries(members),
      ...("excerpt" in article.dataset && { excerpt: true }),
      text: paragraphsOf(article, heading),
    };
  });
  return { format: "news-compare.corpus/1", title: lineOf(title) ?? "", documents };
}
