// What a visitor reads first on a page: a headline that stands there once, and what the page says of itself.
() => {
  const fold = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const shown = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && element.getClientRects().length > 0;
  const headings = [...document.querySelectorAll("h1, h2, h3")].filter(shown).map((heading) => fold(heading.innerText));
  const isPlain = (text) => text && text.length <= 80 && !/["\\$]/.test(text);
  const SIGNS = ["€", "£", "CHF", "zł", "₹", "¥"];
  const named = (key) => document.querySelector(`meta[property="${key}"], meta[name="${key}"]`)?.content ?? "";
  const shortest = (title) => // "Leaf & Pot | Tea since 1912"
    title.split(/\s+[|–—·:-]\s+/).reduce((short, each) => (fold(each).length < short.length ? fold(each) : short), fold(title));
  return {
    language: document.documentElement.lang,
    name: named("og:site_name") || named("application-name") || shortest(document.title),
    signs: SIGNS.filter((sign) => document.body.innerText.includes(sign)),
    heading: headings.find((text) => isPlain(text) && headings.filter((other) => other === text).length === 1) ?? "",
  };
}
