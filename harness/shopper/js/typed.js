// A page in, what stands in its fields out: no page is told what was typed into a frame, or into another page.
() => {
  const values = [];
  const look = (root) => {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) look(element.shadowRoot);
      if (element.matches("input, textarea")) values.push(element.value);
    }
  };
  look(document);
  return values;
}
