// What a visitor reads first on a page: a headline that stands there once, and what the page says of itself.
() => {
  const fold = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const shown = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;
  const headings = [...document.querySelectorAll("h1, h2, h3")].filter(shown).map((heading) => fold(heading.innerText));
  const isPlain = (text) => text && text.length <= 80 && !/["\\$]/.test(text);
  return {
    language: document.documentElement.lang,
    name: document.querySelector('meta[property="og:site_name"]')?.content ?? "",
    heading: headings.find((text) => isPlain(text) && headings.filter((other) => other === text).length === 1) ?? "",
  };
}
