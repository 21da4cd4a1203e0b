// The page for iframes: shows the story that `#src=` names or that the page around posts, and tells that page how high it is.
//
// What comes from outside is a story, shown as text, and `theme` and `lang`; nothing else. `#src=` reaches this page's own origin and those
// that its <meta name="news-compare-sources"> names, so that nobody shows a story of their own under this address by a link alone. Known
// limit: whoever puts this page into an iframe can post any story; `frame-ancestors` says who may.
"use strict";
(() => {
  /** BCP 47, as far as it can be a language here. */
  const LANGUAGE = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i;
  const THEMES = ["light", "dark", "auto"];
  /** The height of what stands side by side; it must not follow the window's, which is this page's own. */
  const HEIGHT = "44rem";

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`html { color-scheme: light dark } body { margin: 0 } news-compare { --nc-height: ${HEIGHT} }`);
  document.adoptedStyleSheets = [sheet];

  const element = document.createElement("news-compare");
  const mayLoad = (address) => {
    const { content } = document.querySelector('meta[name="news-compare-sources"]');
    return [new URL(location.href).origin, ...content.split(/\s+/).filter(Boolean)].includes(address.origin);
  };

  const dress = ({ theme, lang }) => {
    if (THEMES.includes(theme)) element.setAttribute("theme", theme);
    if (typeof lang === "string" && LANGUAGE.test(lang)) element.lang = document.documentElement.lang = lang;
  };

  const read = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    dress({ theme: asked.get("theme"), lang: asked.get("lang") });
    const source = asked.get("src");
    if (source === null) return;
    const address = URL.canParse(source, location.href) ? new URL(source, location.href) : null;
    if (address && /^https?:$/.test(address.protocol) && mayLoad(address)) {
      element.src = address.href;
      document.body.append(element);
    } else {
      const refusal = document.createElement("p");
      refusal.setAttribute("role", "alert");
      refusal.textContent = `This page does not show stories from ${source}.`;
      element.remove();
      document.body.replaceChildren(refusal);
    }
  };

  const tell = (message) => parent !== window && parent.postMessage({ sentinel: "amp", ...message }, "*");

  addEventListener("message", ({ source, data }) => {
    if (source !== parent || parent === window || typeof data !== "object" || data === null || data.type !== "news-compare") return;
    dress(data);
    if (typeof data.data === "object" && data.data !== null || typeof data.data === "string") {
      element.data = data.data;
      document.body.append(element);
    }
  });
  addEventListener("hashchange", read);

  let height = 0;
  new ResizeObserver(() => {
    const now = Math.ceil(document.body.getBoundingClientRect().height);
    if (now === height) return;
    height = now;
    tell({ type: "embed-size", height });
  }).observe(document.body);

  // What is set before the class is there is kept by the element.
  read();
  tell({ type: "embed-ready" });
})();
