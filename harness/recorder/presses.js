// Tells each press as it happens: the recorder tells it half a second later, when its page may have gone.
(() => {
  const PICKED_BY_THE_SYSTEM = /^(color|date|datetime-local|file|month|range|time|week)$/;
  // What the recorder tells as something else than a click, or not at all.
  const isOther = (element, event) =>
    !(element instanceof Element) ||
    element.matches("select, option") ||
    (element.matches("input") && PICKED_BY_THE_SYSTEM.test(element.type)) ||
    (element.matches("input[type=checkbox], input[type=radio]") && event.detail === 1);
  window.addEventListener(
    "click",
    (event) => {
      const path = event.composedPath();
      const isOfRecorder = path.some((node) => (node.nodeName || "").toLowerCase() === "x-pw-glass");
      const isFirst = event.detail <= 1; // a double click is told once
      if (event.isTrusted && isFirst && !isOfRecorder && !isOther(path[0], event)) window.__harnessPressed();
    },
    true,
  );
})();
