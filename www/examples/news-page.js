// The page's own script: it gives a frame the height that the page inside tells.
"use strict";
addEventListener("message", ({ source, data }) => {
  if (data?.sentinel !== "amp" || data.type !== "embed-size") return;
  const frame = [...document.querySelectorAll("iframe")].find(({ contentWindow }) => contentWindow === source);
  if (frame) frame.style.blockSize = `${Number(data.height)}px`;
});
