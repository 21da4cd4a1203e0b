/** Lets TypeScript know `<news-compare>` in JSX of React 19: `import type {} from "news-compare/react"`. */

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { NewsCompareAttributes, NewsCompareElement } from "./index.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "news-compare": DetailedHTMLProps<HTMLAttributes<NewsCompareElement>, NewsCompareElement> &
        NewsCompareAttributes & { data?: NewsCompareElement["data"] };
    }
  }
}
