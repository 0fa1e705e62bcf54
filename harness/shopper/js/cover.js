// A document in; the texts it shows out, and what blacks out parts of them. No secret is ever told to a page.
// Highlights paint over the text without touching the page's own elements.
() => {
  const NAME = "mystery-shopper-secret", PSEUDO_OF_FIRST = 5000;
  const ROOM = `::highlight(${NAME}) { color: black; background-color: black; -webkit-text-fill-color: black; text-shadow: none; }`;
  const TYPED = "input, textarea", CHOSEN = "select, input[type=button], input[type=submit], input[type=reset]";
  const texts = [], covers = [], covered = [];

  const style = (element, name, value) => {
    if (!element?.style) return;
    element.style.setProperty(name, value, "important");
    covered.push(() => element.isConnected && element.style.getPropertyValue(name) === value);
  };
  const blacken = (element) => {
    for (const name of ["background-color", "color", "-webkit-text-fill-color"]) style(element, name, "black");
    style(element, "fill", "transparent");
  };
  const show = (text, cover) => {
    if (text) texts.push(text), covers.push(cover);
  };

  const coverRange = (nodes) => (begin, end) => {
    const held = nodes.filter(({ at, node }) => at < end && at + node.data.length > begin);
    for (const { at, node } of held) {
      if (node.parentElement?.namespaceURI?.endsWith("/svg")) blacken(node.parentElement);
      const range = new Range(), data = node.data;
      range.setStart(node, Math.max(0, begin - at));
      range.setEnd(node, Math.min(data.length, end - at));
      CSS.highlights.get(NAME).add(range);
      covered.push(() => node.isConnected && node.data === data);
    }
  };
  const look = (root, prepare) => {
    const nodes = [];
    let text = "";
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(), count = 0; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) {
        if (/^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(node.parentElement?.tagName)) continue;
        nodes.push({ at: text.length, node });
        text += node.data;
        continue;
      }
      if (node.shadowRoot) look(node.shadowRoot, () => node.shadowRoot);
      if (node.matches(CHOSEN)) {
        show(node.value, () => blacken(node));
        for (const option of node.selectedOptions ?? []) show(option.text, () => blacken(node));
      } else if (node.matches(TYPED)) {
        show(node.value, () => style(node, "-webkit-text-security", "disc"));
        if (!node.value) show(node.placeholder, () => blacken(node));
      }
      if ((count += 1) > PSEUDO_OF_FIRST) continue;
      for (const pseudo of ["::before", "::after"]) {
        const { content } = getComputedStyle(node, pseudo);
        if (content.startsWith('"')) show(content.slice(1, -1), () => blacken(node));
      }
    }
    show(text, (begin, end) => (adopt(prepare()), coverRange(nodes)(begin, end)));
  };
  const adopt = (tree) => {
    if (tree.mysteryShopperCovers) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(ROOM);
    tree.adoptedStyleSheets.push(sheet);
    Object.defineProperty(tree, "mysteryShopperCovers", { value: true });
  };
  if (document.documentElement) look(document.documentElement, () => document);

  return {
    texts,
    cover(spots) {
      if (!window.CSS?.highlights) return false;
      CSS.highlights.set(NAME, new Highlight());
      for (const [index, begin, end] of spots) covers[index](begin, end);
      return true;
    },
    isStillCovered: () => covered.every((holds) => holds()),
  };
}
