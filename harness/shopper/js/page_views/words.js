// An element in, a few words for it out: heading "Blue shirt". What somebody typed is never read.
const KINDS = [
  ["img, image, picture", "image"], ["video", "video"], ["svg, canvas", "drawing"], ["iframe", "frame"],
  ["h1, h2, h3, h4, h5, h6, [role=heading]", "heading"], ["button, [role=button], input[type=submit]", "button"],
  ["a, [role=link]", "link"], ["input, select, textarea", "field"],
];

function textOf(element, longest) {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = "";
  for (let tries = 0; tries < 50 && text.length <= longest && texts.nextNode(); tries += 1) {
    if (!/^(script|style|textarea|noscript)$/i.test(texts.currentNode.parentElement?.tagName)) {
      text = `${text} ${texts.currentNode.data}`.replace(/\s+/g, " ").trim();
    }
  }
  return text;
}

function nameOf(element) {
  const given = element.getAttribute("aria-label") || element.getAttribute("alt") || element.labels?.[0]?.textContent;
  const file = element.currentSrc?.split(/[?#]/)[0].split("/").pop();
  return given || (element.currentSrc?.startsWith("data:") ? "" : file) || (element.isContentEditable ? "" : textOf(element, 40));
}

// Cut between words: of a secret in two halves, neither would be known as one.
const shortened = (name) => (name.length > 40 ? name.slice(0, 40).replace(/\s*\S*$/, "…") : name);

function inWords(node) {
  const element = node instanceof Element ? node : node?.parentElement;
  if (!element) return "";
  const kind = KINDS.find(([known]) => element.matches(known))?.[1] ?? "part of the page";
  const name = shortened(nameOf(element).replace(/\s+/g, " ").trim());
  return name && name !== "…" ? `${kind} "${name}"` : kind;
}
