// What was typed in: whether each text still stands in a field of its own on the page.
(texts) => {
  const missing = new Map();
  for (const text of texts) missing.set(text, (missing.get(text) ?? 0) + 1);
  const look = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (element.matches("input, textarea") && missing.get(element.value) > 0)
        missing.set(element.value, missing.get(element.value) - 1);
    }
  };
  look(document);
  return [...missing.values()].every((number) => number === 0);
}
